/* One quotation in other words. Two ways to find them: words that stand between the same words in
 * two renderings, which are laid over one another by their longest common sequence; and nouns and
 * adjectives that stand for one another in two renderings of the same words of one speaker. Two
 * words stand for one another when they have the same neighbour ("humanitarian act", "humanitarian
 * gesture"), or are near in meaning and hang under their heads alike. */
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "match/meaning.h"
#include "reconcile/difference_pair.h"
#include "reconcile/difference_parts.h"

#include <math.h>

#define NEAR_WORD       0.5
#define NEAR_NEIGHBOURS 0.15 /* with the same neighbour a little nearness is enough */
#define NEAR_ACROSS     0.3  /* in two quotations of one speaker */
#define LEAST_IDF       2.5  /* of adjectives: commoner ones say too little */
#define LEAST_SHARED    2u   /* words in common of two renderings */
#define MOST_WORDS      120u
#define MOST_RENDERINGS 12u
#define MOST_OTHER      4u /* words in one place */
#define LEAST_ALIKE     0.7
#define LEAST_TWIN      0.85 /* of renderings whose small words are compared, too */
#define LEAST_AROUND    5u   /* words before and behind that are the same */

static bool same_stem(plx_str a, plx_str b) {
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
        n++;
    }
    return n >= 5 || n == a.n || n == b.n || plx_pair__one_spelling(a, b);
}

typedef struct said_word {
    uint32_t account, token, meaning, rendering;
    plx_str lemma, before; /* `before`: the content word in front of it, or empty */
    uint8_t deprel;
    uint32_t group;
} said_word;

typedef struct said_words {
    said_word *p;
    size_t n, cap;
} said_words;

static bool is_content(const plx_token *t) {
    return (t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_ADJ) && t->name == PLX_NONE &&
           t->fold.n > 2;
}

static void read_rendering(const plx_story *s, const plx_rendering *r, uint32_t rendering,
                           said_words *out, plx_arena *arena) {
    const plx_annotation *an = s->annotations[r->account];
    const plx_quote *q = &an->quotes[r->quote];
    bool marked = r->kind == PLX_PARTIAL && q->n_marked; /* what the account says itself is left */
    size_t n = marked ? q->n_marked : r->n_spans;
    for (size_t k = 0; k < n; k++) {
        uint32_t begin, end;
        plx_tokens_in(an, marked ? q->marked[k] : r->spans[k], &begin, &end);
        for (uint32_t i = begin; i < end && out->n < MOST_WORDS; i++) {
            const plx_token *t = &an->tokens[i];
            bool common =
                t->upos == PLX_UPOS_ADJ && plx_meaning_idf(plx_meaning_of(t->lemma)) < LEAST_IDF;
            if (is_content(t) && !common) {
                bool neighbour = i > begin && is_content(&an->tokens[i - 1]);
                plx_vec_push(
                    out, arena,
                    (said_word){.account = r->account,
                                .token = i,
                                .rendering = rendering,
                                .meaning = plx_meaning_of(t->lemma),
                                .lemma = t->lemma,
                                .before = neighbour ? an->tokens[i - 1].lemma : (plx_str){NULL, 0},
                                .deprel = t->deprel,
                                .group = (uint32_t)out->n});
            }
        }
    }
}

static bool has_lemma(const said_words *list, uint32_t account, plx_str lemma) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i].account == account && plx_str_eq(list->p[i].lemma, lemma)) {
            return true;
        }
    }
    return false;
}

static size_t words_shared(const said_words *list, uint32_t a, uint32_t b) {
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        bool found = false;
        for (size_t k = 0; k < list->n && list->p[i].rendering == a && !found; k++) {
            found = list->p[k].rendering == b && plx_str_eq(list->p[i].lemma, list->p[k].lemma);
        }
        n += found;
    }
    return n;
}

/* Is there a word near both? */
static bool share_around(const plx_story *s, const said_word *a, const said_word *b) {
    const plx_annotation *x = s->annotations[a->account], *y = s->annotations[b->account];
    for (uint32_t i = a->token > 4 ? a->token - 4 : 0; i < PLX_MIN(a->token + 5, x->n_tokens);
         i++) {
        for (uint32_t k = b->token > 4 ? b->token - 4 : 0; k < PLX_MIN(b->token + 5, y->n_tokens);
             k++) {
            const plx_token *t = &x->tokens[i], *u = &y->tokens[k];
            bool content = t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_ADJ ||
                           t->upos == PLX_UPOS_VERB || t->upos == PLX_UPOS_PROPN;
            if (content && plx_str_eq(t->lemma, u->lemma)) {
                return true;
            }
        }
    }
    return false;
}

static bool stand_for(const plx_story *s, const said_words *list, const said_word *a,
                      const said_word *b) {
    if (a->account == b->account) {
        return false;
    }
    if (plx_str_eq(a->lemma, b->lemma)) {
        return true;
    }
    if (same_stem(a->lemma, b->lemma) || has_lemma(list, b->account, a->lemma) ||
        has_lemma(list, a->account, b->lemma)) {
        return false;
    }
    bool neighbour = a->before.n && plx_str_eq(a->before, b->before);
    if (words_shared(list, a->rendering, b->rendering) < (neighbour ? 1 : LEAST_SHARED)) {
        return false; /* two sentences of one speech */
    }
    double near = plx_meaning_cosine(a->meaning, b->meaning);
    if (near >= NEAR_WORD && a->deprel == b->deprel && !share_around(s, a, b)) {
        return false;
    }
    return (neighbour && near >= NEAR_NEIGHBOURS) || (near >= NEAR_WORD && a->deprel == b->deprel);
}

static void put_group(plx_story *s, uint32_t quote, const said_words *list, uint32_t group,
                      plx_arena *arena) {
    const plx_quote_group *q = &s->quotes.p[quote];
    plx_difference d = {.kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_QUOTE, .subject = quote};
    for (size_t i = 0; i < list->n; i++) {
        const said_word *w = &list->p[i];
        if (w->group == group) {
            plx_difference__put(
                &d, w->lemma,
                (plx_at){w->account, s->annotations[w->account]->tokens[w->token].span}, arena);
        }
    }
    plx_str who =
        q->speaker == PLX_NONE ? PLX_S("an unknown speaker") : s->entities.p[q->speaker].name;
    d.about = plx_str_format(arena, "how the words of %.*s are rendered", PLX_FMT(who));
    d.why = PLX_S("renderings of one quotation");
    d.weight = 0.6 + 0.1 * (double)q->renderings.n;
    plx_difference__add(s, &d, arena);
}

/* ---- over the quotations of one speaker
 * ---------------------------------------------------------------- */

/* Words behind the same word in two quotations of one speaker, which two accounts cut or translate
 * otherwise: "a humanitarian act", "this humanitarian gesture". */
static bool stand_for_across(const said_words *list, const said_word *a, const said_word *b) {
    if (a->account == b->account || !plx_str_eq(a->before, b->before)) {
        return false;
    }
    if (plx_str_eq(a->lemma, b->lemma)) {
        return true;
    }
    return !same_stem(a->lemma, b->lemma) && !has_lemma(list, b->account, a->lemma) &&
           !has_lemma(list, a->account, b->lemma) &&
           plx_meaning_idf(plx_meaning_of(a->before)) >= LEAST_IDF &&
           plx_meaning_cosine(a->meaning, b->meaning) >= NEAR_ACROSS;
}

static void over_quotes(plx_story *s, uint32_t speaker, plx_arena *arena) {
    said_words list = {0};
    uint32_t first = PLX_NONE;
    for (uint32_t i = 0; i < s->quotes.n; i++) {
        const plx_quote_group *q = &s->quotes.p[i];
        for (size_t k = 0; q->speaker == speaker && k < q->renderings.n; k++) {
            first = first == PLX_NONE ? i : first;
            if (q->renderings.p[k].kind != PLX_INDIRECT) {
                read_rendering(s, &q->renderings.p[k], (uint32_t)k, &list, arena);
            }
        }
    }
    for (size_t a = 0; a < list.n; a++) {
        for (size_t b = a + 1; b < list.n && list.p[a].before.n; b++) {
            uint32_t from = list.p[b].group, into = list.p[a].group;
            if (from == into || !stand_for_across(&list, &list.p[a], &list.p[b])) {
                continue;
            }
            for (size_t k = 0; k < list.n; k++) {
                list.p[k].group = list.p[k].group == from ? into : list.p[k].group;
            }
        }
    }
    for (uint32_t g = 0; first != PLX_NONE && g < list.n; g++) {
        put_group(s, first, &list, g, arena);
    }
}

/* ---- word by word
 * -------------------------------------------------------------------------------- */

typedef struct verbatim { /* one rendering's words without marks */
    uint32_t account;
    uint32_t token[MOST_WORDS];
    plx_str word[MOST_WORDS];
    size_t n;
} verbatim;

/* "I'm" and "I am" are the same words. */
static plx_str spelt_out(plx_str fold) {
    static const struct {
        const char *form, *word;
    } table[] = {{"'m", "am"},      {"’m", "am"},     {"'re", "are"},    {"’re", "are"},
                 {"'ll", "will"},   {"’ll", "will"},  {"'ve", "have"},   {"’ve", "have"},
                 {"n't", "not"},    {"n’t", "not"},   {"’s", "'s"},      {"'d", "would"},
                 {"’d", "would"},   {"ca", "can"},    {"wo", "will"},    {"one", "1"},
                 {"two", "2"},      {"three", "3"},   {"four", "4"},     {"five", "5"},
                 {"six", "6"},      {"seven", "7"},   {"eight", "8"},    {"nine", "9"},
                 {"ten", "10"},     {"first", "1st"}, {"second", "2nd"}, {"third", "3rd"},
                 {"fourth", "4th"}, {"fifth", "5th"}, {"sixth", "6th"},  {"seventh", "7th"},
                 {"eighth", "8th"}, {"ninth", "9th"}, {"tenth", "10th"}, {"%", "percent"}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(fold, plx_str_of(table[i].form))) {
            return plx_str_of(table[i].word);
        }
    }
    return fold;
}

/* "who's been" and "who has been" are the same words, too. */
static bool same_word(plx_str a, plx_str b) {
    static const plx_str cut[] = {PLX_S_INIT("has"), PLX_S_INIT("is")};
    return plx_pair__one_spelling(a, b) ||
           (plx_str_eq(a, PLX_S("'s")) && plx_str_lookup(cut, PLX_COUNT(cut), b) != PLX_NONE) ||
           (plx_str_eq(b, PLX_S("'s")) && plx_str_lookup(cut, PLX_COUNT(cut), a) != PLX_NONE);
}

static bool is_mark(plx_str form) {
    return plx_str_eq(form, PLX_S("\"")) || plx_str_eq(form, PLX_S("“")) ||
           plx_str_eq(form, PLX_S("”"));
}

/* All words of a direct quotation; of a partial one those between marks. */
static void read_words(const plx_story *s, const plx_rendering *r, verbatim *out) {
    const plx_annotation *an = s->annotations[r->account];
    bool inside = r->kind == PLX_DIRECT;
    out->account = r->account;
    out->n = 0;
    for (size_t k = 0; k < r->n_spans; k++) {
        uint32_t begin, end;
        plx_tokens_in(an, r->spans[k], &begin, &end);
        for (uint32_t i = begin; i < end && out->n < MOST_WORDS; i++) {
            const plx_token *t = &an->tokens[i];
            inside ^= r->kind == PLX_PARTIAL && is_mark(t->form);
            if (inside && t->upos != PLX_UPOS_PUNCT && t->upos != PLX_UPOS_SYM) {
                out->token[out->n] = i;
                out->word[out->n++] = spelt_out(t->fold);
            }
        }
    }
}

/* match[i]: the word of b that is the i-th of a, or PLX_NONE: a longest common sequence. */
static void lay_over(const verbatim *a, const verbatim *b, uint16_t *best, uint32_t *match) {
    size_t width = b->n + 1;
    memset(best, 0, (a->n + 1) * width * sizeof *best);
    for (size_t i = a->n; i-- > 0;) {
        for (size_t k = b->n; k-- > 0;) {
            uint16_t skip = PLX_MAX(best[(i + 1) * width + k], best[i * width + k + 1]);
            best[i * width + k] = same_word(a->word[i], b->word[k])
                                      ? (uint16_t)(best[(i + 1) * width + k + 1] + 1)
                                      : skip;
        }
    }
    for (size_t i = 0, k = 0; i < a->n; i++) {
        match[i] = PLX_NONE;
        while (k < b->n && !same_word(a->word[i], b->word[k]) &&
               best[i * width + k + 1] > best[(i + 1) * width + k]) {
            k++;
        }
        if (k < b->n && same_word(a->word[i], b->word[k])) {
            match[i] = (uint32_t)k++;
        }
    }
}

static bool tells(const plx_annotation *an, const verbatim *v, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        uint8_t u = an->tokens[v->token[i]].upos;
        if (u == PLX_UPOS_NOUN || u == PLX_UPOS_PROPN || u == PLX_UPOS_VERB || u == PLX_UPOS_ADJ ||
            u == PLX_UPOS_NUM) {
            return true;
        }
    }
    return false;
}

static plx_str letters_of(const verbatim *v, size_t from, size_t to, plx_arena *arena) {
    plx_str out = {NULL, 0};
    for (size_t i = from; i < to; i++) {
        out = plx_str_format(arena, "%.*s%.*s", PLX_FMT(out), PLX_FMT(v->word[i]));
    }
    return out;
}

/* Words in brackets are the account's own. */
static bool is_inserted(const plx_annotation *an, const verbatim *v, size_t from, size_t to) {
    uint32_t first = v->token[from], last = v->token[to - 1];
    return (first > 0 && plx_str_eq(an->tokens[first - 1].fold, PLX_S("["))) ||
           (last + 1 < an->n_tokens && plx_str_eq(an->tokens[last + 1].fold, PLX_S("]")));
}

typedef struct other_words { /* two stretches in one place of a quotation */
    plx_at at[2];
    uint32_t group;
} other_words;

typedef struct other_list {
    other_words *p;
    size_t n, cap;
} other_list;

static double number_at(const plx_annotation *an, uint32_t token) {
    for (size_t i = 0; i < an->n_figures; i++) {
        if (token >= an->figures[i].begin && token < an->figures[i].end) {
            return an->figures[i].value;
        }
    }
    return NAN;
}

static bool is_small(const plx_annotation *an, uint32_t token) {
    uint8_t u = an->tokens[token].upos;
    return u == PLX_UPOS_ADP || u == PLX_UPOS_AUX || u == PLX_UPOS_ADV;
}

/* Words [i, j) of a stand where [k, m) of b do. */
static void put_pair(const plx_story *s, const verbatim *a, size_t i, size_t j, const verbatim *b,
                     size_t k, size_t m, bool twins, other_list *out, plx_arena *arena) {
    const plx_annotation *x = s->annotations[a->account], *y = s->annotations[b->account];
    bool told = j - i <= MOST_OTHER && m - k <= MOST_OTHER && tells(x, a, i, j) &&
                tells(y, b, k, m) && !is_inserted(x, a, i, j) && !is_inserted(y, b, k, m);
    bool spelt = number_at(x, a->token[i]) == number_at(y, b->token[k]); /* "forty" and "40" */
    bool stem = j - i == 1 && m - k == 1 && same_stem(a->word[i], b->word[k]);
    bool small = twins && j - i == 1 && m - k == 1 && is_small(x, a->token[i]) &&
                 is_small(y, b->token[k]) && i > 0 && k > 0 && j < a->n && m < b->n;
    if (small) { /* "threats to them", "threats towards them": with the words around it */
        i--;
        j++;
        k--;
        m++;
    }
    if (!(told || small) || spelt || (stem && !small) ||
        plx_str_eq(letters_of(a, i, j, arena), letters_of(b, k, m, arena))) {
        return;
    }
    plx_span p =
        plx_span_of(x->tokens[a->token[i]].span.begin, x->tokens[a->token[j - 1]].span.end);
    plx_span q =
        plx_span_of(y->tokens[b->token[k]].span.begin, y->tokens[b->token[m - 1]].span.end);
    other_words w = {{{a->account, p}, {b->account, q}}, (uint32_t)out->n};
    plx_vec_push(out, arena, w);
}

/* False when they are told in other words all through. */
static bool compare_renderings(const plx_story *s, const verbatim *a, const verbatim *b,
                               uint16_t *best, other_list *out, plx_arena *arena) {
    uint32_t match[MOST_WORDS + 1];
    lay_over(a, b, best, match);
    size_t matched = 0;
    for (size_t i = 0; i < a->n; i++) {
        matched += match[i] != PLX_NONE;
    }
    if ((double)matched < LEAST_ALIKE * (double)PLX_MIN(a->n, b->n)) {
        return false;
    }
    bool twins = (double)matched >= LEAST_TWIN * (double)PLX_MIN(a->n, b->n);
    size_t last = SIZE_MAX, run = 0; /* the last matched word, and how many follow one another */
    for (size_t i = 0; i < a->n; i++) {
        if (match[i] == PLX_NONE) {
            continue;
        }
        bool gap = last != SIZE_MAX && i > last + 1 && match[i] > match[last] + 1;
        size_t behind = 1;
        while (i + behind < a->n && match[i + behind] == match[i] + behind) {
            behind++;
        }
        if (gap && run + behind >= LEAST_AROUND) {
            put_pair(s, a, last + 1, i, b, match[last] + 1, match[i], twins, out, arena);
        }
        run = last != SIZE_MAX && i == last + 1 && match[i] == match[last] + 1 ? run + 1 : 1;
        last = i;
    }
    return true;
}

static bool one_place(const other_words *a, const other_words *b) {
    for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 2; k++) {
            if (a->at[i].account == b->at[k].account &&
                plx_span_overlap(a->at[i].span, b->at[k].span) > 0) {
                return true;
            }
        }
    }
    return false;
}

/* ---- where the words were said
 * ---------------------------------------------------------------------- */

/* What somebody speaks in; words for one kind have one number. 0 = none. */
static int medium_of(plx_str lemma) {
    static const struct {
        const char *word;
        int kind;
    } table[] = {{"statement", 1},  {"interview", 2},  {"tweet", 3},    {"twitter", 3},
                 {"email", 4},      {"e-mail", 4},     {"letter", 5},   {"speech", 6},
                 {"address", 6},    {"conference", 7}, {"briefing", 7}, {"testimony", 8},
                 {"testify", 8},    {"memo", 9},       {"post", 10},    {"message", 11},
                 {"call", 12},      {"hearing", 13},   {"rally", 14},   {"lawsuit", 15},
                 {"complaint", 15}, {"affidavit", 16}, {"filing", 15}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(lemma, plx_str_of(table[i].word))) {
            return table[i].kind;
        }
    }
    return 0;
}

/* The noun of the medium behind the cue of a rendering, or PLX_NONE: "said in a statement". */
static uint32_t medium_at(const plx_story *s, const plx_rendering *r) {
    const plx_annotation *an = s->annotations[r->account];
    const plx_quote *q = &an->quotes[r->quote];
    if (q->cue_token == PLX_NONE) {
        return PLX_NONE;
    }
    const plx_sentence *sent = &an->sentences[an->tokens[q->cue_token].sentence];
    uint32_t cue = q->cue_token;
    for (uint32_t i = cue + 1; i < sent->end && i < cue + 9; i++) {
        const plx_token *t = &an->tokens[i];
        bool by = i > 0 && t->upos == PLX_UPOS_NOUN && medium_of(t->lemma);
        if ((t->upos == PLX_UPOS_VERB && t->deprel != PLX_DEP_amod) ||
            plx_str_eq(t->fold, PLX_S("\""))) {
            return PLX_NONE;
        }
        for (uint32_t k = i; by && k > cue + 1 && k + 5 > i; k--) {
            plx_str before = an->tokens[k - 1].fold;
            if (plx_str_eq(before, PLX_S("in")) || plx_str_eq(before, PLX_S("at")) ||
                plx_str_eq(before, PLX_S("during"))) {
                return i;
            }
        }
    }
    return PLX_NONE;
}

static plx_span medium_span(const plx_annotation *an, uint32_t noun) {
    uint32_t from = noun;
    while (from > 0 && noun - from < 4) {
        uint8_t u = an->tokens[from - 1].upos;
        if (u != PLX_UPOS_NOUN && u != PLX_UPOS_ADJ && u != PLX_UPOS_VERB) {
            break;
        }
        from--;
    }
    return plx_span_of(an->tokens[from].span.begin, an->tokens[noun].span.end);
}

static void put_media(plx_story *s, uint32_t quote, plx_arena *arena) {
    const plx_quote_group *q = &s->quotes.p[quote];
    plx_difference d = {.kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_QUOTE, .subject = quote};
    int kinds = 0;
    for (size_t k = 0; k < q->renderings.n; k++) {
        const plx_rendering *r = &q->renderings.p[k];
        uint32_t noun = medium_at(s, r);
        if (noun != PLX_NONE) {
            const plx_annotation *an = s->annotations[r->account];
            plx_span span = medium_span(an, noun);
            kinds |= 1 << medium_of(an->tokens[noun].lemma);
            plx_str text = plx_str_fold(arena, plx_str_at(an->account->text, span));
            plx_difference__put(&d, text, (plx_at){r->account, span}, arena);
        }
    }
    bool one_kind = (kinds & (kinds - 1)) == 0;
    d.kind = one_kind ? PLX_PRECISION : PLX_VARIANT;
    plx_str who =
        q->speaker == PLX_NONE ? PLX_S("an unknown speaker") : s->entities.p[q->speaker].name;
    d.about = plx_str_format(arena, "where %.*s said so", PLX_FMT(who));
    d.why = PLX_S("one quotation, said in other places");
    d.weight = 0.5;
    plx_difference__add(s, &d, arena);
}

/* ---- whose words they are
 * --------------------------------------------------------------------------- */

/* Papers that speak for whoever wrote them. */
static bool is_paper(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("affidavit"), PLX_S_INIT("complaint"), PLX_S_INIT("document"),
        PLX_S_INIT("filing"),    PLX_S_INIT("lawsuit"),   PLX_S_INIT("letter"),
        PLX_S_INIT("memo"),      PLX_S_INIT("report"),    PLX_S_INIT("statement"),
        PLX_S_INIT("suit"),      PLX_S_INIT("warrant")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

/* The full name of a person, or the paper, that a rendering is put down to; empty when it is
 * neither. *person: which of the two. */
static plx_str said_by(const plx_story *s, const plx_rendering *r, bool *person, uint32_t *entity) {
    const plx_annotation *an = s->annotations[r->account];
    uint32_t begin, end;
    plx_str paper = {NULL, 0};
    *person = false;
    if (!plx_span_len(r->source)) {
        return paper;
    }
    plx_tokens_in(an, r->source, &begin, &end);
    for (uint32_t i = begin; i < end && !paper.n; i++) {
        const plx_token *t = &an->tokens[i];
        bool is = t->upos == PLX_UPOS_NOUN && t->name == PLX_NONE && is_paper(t->lemma);
        paper = is ? t->lemma : paper;
    }
    for (size_t k = 0; k < an->n_mentions; k++) {
        const plx_mention *m = &an->mentions[k];
        if (m->kind == PLX_NAME && m->type == PLX_PERSON && m->begin >= begin && m->end <= end) {
            *person = m->end - m->begin >= 2;
            *entity = plx_story_entity_of(s, r->account, m->chain);
            return *person ? plx_str_at(an->account->text, m->span) : (plx_str){NULL, 0};
        }
    }
    return paper;
}

/* Do two full names begin and end with the same words? */
static bool one_person(plx_str a, plx_str b) {
    plx_str x = plx_str_slice(a, 0, plx_str_find_char(a, ' ', 0));
    plx_str y = plx_str_slice(b, 0, plx_str_find_char(b, ' ', 0));
    return plx_str_eq(x, y) || plx_str_ends(a, b) || plx_str_ends(b, a);
}

/* The same words put down to a person here and to a paper, or to another person, there. */
static void put_sayers(plx_story *s, uint32_t quote, plx_arena *arena) {
    const plx_quote_group *q = &s->quotes.p[quote];
    plx_difference d = {.kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_QUOTE, .subject = quote};
    size_t people = 0, papers = 0;
    uint32_t first = PLX_NONE; /* who is the first position, when it is a person */
    for (size_t k = 0; k < q->renderings.n; k++) {
        const plx_rendering *r = &q->renderings.p[k];
        bool person;
        uint32_t entity = PLX_NONE;
        plx_str who = said_by(s, r, &person, &entity);
        if (!who.n || r->kind == PLX_INDIRECT) {
            continue;
        }
        for (size_t i = 0; person && i < d.positions.n; i++) {
            if (!is_paper(d.positions.p[i].value) && one_person(d.positions.p[i].value, who)) {
                who = d.positions.p[i].value;
            }
        }
        if (person && first != PLX_NONE && entity == first) {
            who = d.positions.p[0].value;
        }
        first = person && first == PLX_NONE && !d.positions.n ? entity : first;
        size_t before = d.positions.n;
        plx_difference__put(&d, person ? who : PLX_S("suit"), (plx_at){r->account, r->source},
                            arena);
        people += person && d.positions.n > before;
        papers += !person && d.positions.n > before;
    }
    plx_difference__in_own_words(s, &d);
    d.kind = people > 1 ? PLX_CONFLICT : PLX_VARIANT;
    d.about = PLX_S("whose words these are");
    d.why = PLX_S("one quotation under other names");
    d.weight = people > 1 ? 1.5 : 0.6;
    if (people + papers > 1) {
        plx_difference__add(s, &d, arena);
    }
}

/* Pairs that have a place in common make one difference. */
static void put_others(plx_story *s, uint32_t quote, other_list *list, plx_arena *arena) {
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = 0; k < i; k++) {
            uint32_t from = list->p[i].group, into = list->p[k].group;
            for (size_t m = 0; one_place(&list->p[i], &list->p[k]) && m <= i; m++) {
                list->p[m].group = list->p[m].group == from ? into : list->p[m].group;
            }
        }
    }
    const plx_quote_group *g = &s->quotes.p[quote];
    plx_str who =
        g->speaker == PLX_NONE ? PLX_S("an unknown speaker") : s->entities.p[g->speaker].name;
    for (uint32_t x = 0; x < list->n; x++) {
        plx_difference d = {
            .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_QUOTE, .subject = quote};
        for (size_t i = 0; i < list->n; i++) {
            for (int k = 0; list->p[i].group == x && k < 2; k++) {
                plx_at at = list->p[i].at[k];
                plx_str text = plx_str_at(s->accounts[at.account]->text, at.span);
                plx_difference__put(&d, plx_str_fold(arena, text), at, arena);
            }
        }
        plx_difference__in_own_words(s, &d);
        d.about = plx_str_format(arena, "how the words of %.*s are rendered", PLX_FMT(who));
        d.why = PLX_S("other words in one place of a quotation");
        d.weight = 0.6;
        plx_difference__add(s, &d, arena);
    }
}

/* Renderings in quotation marks only: what is told in the account's own words can differ. Returns
 * whether any two of them have most words in common. */
static bool word_by_word(plx_story *s, uint32_t quote, verbatim *list, uint16_t *best,
                         plx_arena *arena) {
    const plx_quote_group *q = &s->quotes.p[quote];
    other_list others = {0};
    size_t n = 0;
    bool alike = false;
    for (size_t k = 0; k < q->renderings.n && n < MOST_RENDERINGS; k++) {
        if (q->renderings.p[k].kind == PLX_DIRECT || q->renderings.p[k].kind == PLX_PARTIAL) {
            read_words(s, &q->renderings.p[k], &list[n++]);
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            if (list[i].account != list[k].account) {
                alike |= compare_renderings(s, &list[i], &list[k], best, &others, arena);
            }
        }
    }
    put_others(s, quote, &others, arena);
    return alike;
}

void plx_difference__quotes(plx_story *s, plx_arena *arena) {
    verbatim *words = plx_new_n(arena, verbatim, MOST_RENDERINGS);
    uint16_t *best = plx_new_n(arena, uint16_t, (size_t)(MOST_WORDS + 1) * (MOST_WORDS + 1));
    for (uint32_t i = 0; i < s->quotes.n; i++) {
        const plx_quote_group *q = &s->quotes.p[i];
        if (q->renderings.n > 1) {
            bool alike = word_by_word(s, i, words, best, arena);
            put_media(s, i, arena);
            if (alike) {
                put_sayers(s, i, arena);
            }
        }
        said_words list = {0};
        for (size_t k = 0; q->renderings.n > 1 && k < q->renderings.n; k++) {
            if (q->renderings.p[k].kind != PLX_INDIRECT) {
                read_rendering(s, &q->renderings.p[k], (uint32_t)k, &list, arena);
            }
        }
        for (size_t a = 0; a < list.n; a++) {
            for (size_t b = a + 1; b < list.n; b++) {
                uint32_t from = list.p[b].group, into = list.p[a].group;
                if (from == into || !stand_for(s, &list, &list.p[a], &list.p[b])) {
                    continue;
                }
                for (size_t k = 0; k < list.n; k++) {
                    list.p[k].group = list.p[k].group == from ? into : list.p[k].group;
                }
            }
        }
        for (uint32_t g = 0; g < list.n; g++) {
            put_group(s, i, &list, g, arena);
        }
    }
    bool *done = plx_new_n(arena, bool, s->entities.n + 1);
    for (uint32_t i = 0; i < s->quotes.n; i++) {
        uint32_t speaker = s->quotes.p[i].speaker;
        if (speaker != PLX_NONE && !done[speaker]) {
            done[speaker] = true;
            over_quotes(s, speaker, arena);
        }
    }
}
