/* Cuts quotes and compares the pieces. */
#include "reconcile/quote_pieces.h"

#include "base/utf8.h"

#include "match/meaning.h"
#include "match/stems.h"

#include <math.h>
#include <stdlib.h>

/* Words that carry no content of a quotation. Sorted. */
static const plx_str light[] = {
    PLX_S_INIT("a"),     PLX_S_INIT("about"), PLX_S_INIT("actually"), PLX_S_INIT("also"),
    PLX_S_INIT("and"),   PLX_S_INIT("be"),    PLX_S_INIT("believe"),  PLX_S_INIT("can"),
    PLX_S_INIT("could"), PLX_S_INIT("do"),    PLX_S_INIT("get"),      PLX_S_INIT("go"),
    PLX_S_INIT("have"),  PLX_S_INIT("just"),  PLX_S_INIT("know"),     PLX_S_INIT("let"),
    PLX_S_INIT("like"),  PLX_S_INIT("make"),  PLX_S_INIT("may"),      PLX_S_INIT("might"),
    PLX_S_INIT("must"),  PLX_S_INIT("need"),  PLX_S_INIT("now"),      PLX_S_INIT("really"),
    PLX_S_INIT("say"),   PLX_S_INIT("shall"), PLX_S_INIT("should"),   PLX_S_INIT("so"),
    PLX_S_INIT("take"),  PLX_S_INIT("tell"),  PLX_S_INIT("that"),     PLX_S_INIT("the"),
    PLX_S_INIT("then"),  PLX_S_INIT("there"), PLX_S_INIT("thing"),    PLX_S_INIT("think"),
    PLX_S_INIT("too"),   PLX_S_INIT("very"),  PLX_S_INIT("well"),     PLX_S_INIT("will"),
    PLX_S_INIT("would")};

static bool is_content(const plx_token *t) {
    switch (t->upos) {
    case PLX_UPOS_NOUN:
    case PLX_UPOS_PROPN:
    case PLX_UPOS_VERB:
    case PLX_UPOS_ADJ:
    case PLX_UPOS_NUM:
    case PLX_UPOS_ADV:
    case PLX_UPOS_INTJ:
    case PLX_UPOS_X: return true;
    default: return false;
    }
}

static bool is_light(const plx_token *t) {
    return plx_str_lookup(light, PLX_COUNT(light), t->lemma.n ? t->lemma : t->fold) != PLX_NONE;
}

static bool counts(const plx_token *t) { return is_content(t) && !is_light(t); }

/* "two years", "a 10-day trip": said in every second sentence. */
static bool is_time_unit(const plx_annotation *an, uint32_t token) {
    static const char *const units[] = {"day", "decade", "hour", "minute", "month", "week", "year"};
    const plx_token *t = &an->tokens[token];
    uint32_t back = token && plx_str_eq(t[-1].fold, PLX_S("-")) ? 2 : 1;
    if (token < back || an->tokens[token - back].upos != PLX_UPOS_NUM) return false;
    for (size_t i = 0; i < PLX_COUNT(units); i++) {
        if (plx_str_eq(t->lemma, plx_str_of(units[i]))) return true;
    }
    return false;
}

bool plx_quote__in_name(const plx_annotation *an, uint32_t token) {
    const plx_token *t = &an->tokens[token];
    size_t at = 0;
    if (t->upos == PLX_UPOS_NUM) return token && plx_quote__in_name(an, token - 1); /* "June 12" */
    if (t->upos != PLX_UPOS_PROPN || !t->fold.n) return false;
    if (plx_cp_is_upper(plx_utf8_next(plx_str_at(an->account->text, t->span), &at))) return true;
    return token && plx_str_eq(t[-1].fold, PLX_S("-")); /* "Jean-luc" */
}

static bool negates(const plx_token *t) {
    return (t->feats & PLX_FEAT_NEG) != 0 || plx_str_eq(t->fold, PLX_S("n't")) ||
           plx_str_eq(t->fold, PLX_S("not")) || plx_str_eq(t->fold, PLX_S("never"));
}

static int by_stem(const void *x, const void *y) {
    const plx_word_weight *a = x, *b = y;
    if (a->stem != b->stem) return a->stem < b->stem ? -1 : 1;
    return a->factor > b->factor ? -1 : a->factor < b->factor;
}

typedef struct reader {
    plx_quoting *q;
    plx_map stems;
    plx_stemmer *stemmer;
} reader;

static void read_span(reader *r, plx_piece *p, plx_span span, bool all, size_t cap) {
    plx_quoting *q = r->q;
    const plx_annotation *an = q->story->annotations[p->account];
    const plx_quote *x = &an->quotes[p->quote];
    uint32_t begin, end;
    plx_tokens_in(an, span, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = &an->tokens[i];
        p->negative |= negates(t);
        if (!(all ? is_content(t) : counts(t)) || t->fold.n > 60) continue;
        plx_str stem = plx_stem(r->stemmer, t->fold);
        uint32_t id = plx_map_get(&r->stems, stem);
        if (id == PLX_NONE) {
            plx_str kept = plx_str_dup(q->arena, stem);
            id = (uint32_t)q->stems.n;
            plx_map_put(&r->stems, kept, id, NULL);
            plx_vec_push(&q->stems, q->arena, kept);
            plx_vec_push(&q->meanings, q->arena, plx_meaning_of(t->fold));
        }
        float factor = 1;
        bool inside = false;
        if (x->kind == PLX_PARTIAL && x->n_marked) {
            for (size_t k = 0; k < x->n_marked; k++) {
                inside |= plx_span_overlap(x->marked[k], t->span) > 0;
            }
        }
        if (x->kind == PLX_PARTIAL && x->n_marked && !inside) factor = 0.5F;
        bool name = plx_quote__in_name(an, i);
        if (i > begin && name && plx_quote__in_name(an, i - 1)) {
            factor *= 0.25F; /* a name is one word, however many it has */
        }
        PLX_ASSERT(p->n_words < cap);
        p->words[p->n_words++] = (plx_word_weight){id, factor, name || is_time_unit(an, i), inside};
    }
}

static void read_words(reader *r, plx_piece *p) {
    const plx_annotation *an = r->q->story->annotations[p->account];
    size_t cap = 0;
    for (size_t k = 0; k < p->n_spans; k++) {
        uint32_t begin, end;
        plx_tokens_in(an, p->spans[k], &begin, &end);
        cap += end - begin;
    }
    p->words = plx_new_n(r->q->arena, plx_word_weight, cap);
    for (size_t k = 0; k < p->n_spans; k++) read_span(r, p, p->spans[k], false, cap);
    if (!p->n_words) { /* "We can do it." */
        for (size_t k = 0; k < p->n_spans; k++) read_span(r, p, p->spans[k], true, cap);
    }
    if (!p->n_words) return;
    qsort(p->words, p->n_words, sizeof *p->words, by_stem);
    size_t n = 0;
    for (size_t i = 0; i < p->n_words; i++) {
        if (n && p->words[n - 1].stem == p->words[i].stem) continue;
        p->words[n++] = p->words[i];
    }
    p->n_words = n;
}

/* Sentences of the whole story that hold each stem: what the story is about says little about
 * which of its quotes is which. */
static size_t count_in_story(plx_quoting *q, const plx_map *stems, plx_stemmer *stemmer,
                             uint32_t *df) {
    size_t n = 0;
    uint32_t *last = plx_new_n(q->arena, uint32_t, q->stems.n);
    for (size_t a = 0; a < q->story->n_accounts; a++) {
        const plx_annotation *an = q->story->annotations[a];
        for (size_t s = 0; s < an->n_sentences; s++) {
            n++;
            for (uint32_t i = an->sentences[s].begin; i < an->sentences[s].end; i++) {
                const plx_token *t = &an->tokens[i];
                if (!is_content(t) || t->fold.n > 60) continue;
                uint32_t id = plx_map_get(stems, plx_stem(stemmer, t->fold));
                if (id == PLX_NONE || last[id] == n) continue;
                last[id] = (uint32_t)n;
                df[id]++;
            }
        }
    }
    return n;
}

static void weigh(plx_quoting *q, const plx_map *stems, plx_stemmer *stemmer) {
    uint32_t *df = plx_new_n(q->arena, uint32_t, q->stems.n);
    q->idf = plx_new_n(q->arena, double, q->stems.n);
    double n = (double)count_in_story(q, stems, stemmer, df);
    for (size_t i = 0; i < q->stems.n; i++) {
        /* Rare in news at large, and not what all of this story is about. */
        double news = plx_meaning_idf(q->meanings.p[i]) / PLX_MEANING_RARE;
        double here = log(1 + (n + 60) / (3 + (double)df[i])) / log(1 + (n + 60) / 4);
        q->idf[i] = 4 * PLX_MIN(news, 1.0) * here * here;
    }
    for (size_t i = 0; i < q->pieces.n; i++) {
        plx_piece *p = &q->pieces.p[i];
        for (size_t k = 0; k < p->n_words; k++) {
            p->weight += q->idf[p->words[k].stem] * (double)p->words[k].factor;
        }
    }
}

static bool is_kept(const plx_quote *x) {
    if (x->kind != PLX_INDIRECT) return true;
    return x->cue_kind == PLX_CUE_SPEECH;
}

/* Does the span go on with the sentence before it? "ask you to go on …" "so that they ..." */
static bool continues(const plx_account *account, plx_span span) {
    size_t pos = span.begin;
    return span.begin < span.end && plx_cp_is_lower(plx_utf8_next(account->text, &pos));
}

/* Words of the account itself between `from` and `to`? */
static bool told_between(const plx_annotation *an, uint32_t from, uint32_t to) {
    if (from >= to) return false;
    uint32_t begin, end;
    plx_tokens_in(an, (plx_span){from, to}, &begin, &end);
    for (uint32_t t = begin; t < end; t++) {
        if (an->tokens[t].upos != PLX_UPOS_PUNCT && an->tokens[t].span.begin >= from) return true;
    }
    return false;
}

/* Opens with a word for what was said, which alone says nothing. */
static bool leans_back(const plx_annotation *an, plx_span span) {
    static const char *const words[] = {"it", "this", "that"};
    uint32_t begin, end;
    plx_tokens_in(an, span, &begin, &end);
    while (begin < end && an->tokens[begin].upos == PLX_UPOS_PUNCT) begin++;
    if (begin >= end || an->tokens[begin].upos != PLX_UPOS_PRON) return false;
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(an->tokens[begin].fold, plx_str_of(words[i]))) return true;
    }
    return false;
}

/* Last words of the names of persons, of chains: the one that most of the names end in (Boyer and
 * Moore, MJRTY, 1981). */
static plx_str *read_surnames(const plx_annotation *an, plx_arena *arena) {
    plx_str *word = plx_new_n(arena, plx_str, an->n_chains);
    uint32_t *lead = plx_new_n(arena, uint32_t, an->n_chains);
    for (size_t i = 0; i < an->n_mentions; i++) {
        const plx_mention *m = &an->mentions[i];
        if (m->kind != PLX_NAME || m->type != PLX_PERSON || m->end <= m->begin) continue;
        plx_str last = an->tokens[m->end - 1].fold;
        if (lead[m->chain] && !plx_str_eq(word[m->chain], last)) {
            lead[m->chain]--;
            continue;
        }
        word[m->chain] = last;
        lead[m->chain]++;
    }
    return word;
}

static plx_piece *add_piece(plx_quoting *q, uint32_t account, uint32_t index) {
    const plx_quote *x = &q->story->annotations[account]->quotes[index];
    plx_piece *p = plx_vec_add(&q->pieces, q->arena);
    p->account = account;
    p->quote = index;
    p->kind = x->kind;
    p->speaker = PLX_NONE;
    if (x->chain != PLX_NONE) {
        p->speaker = q->story->entity_of_chain[account][x->chain];
        p->surname = q->surnames[x->chain];
    }
    return p;
}

static void cut_direct(plx_quoting *q, uint32_t account, uint32_t index) {
    const plx_annotation *an = q->story->annotations[account];
    const plx_quote *x = &an->quotes[index];
    uint32_t n = (uint32_t)x->n_spans;
    for (uint32_t i = 0; i < n;) {
        uint32_t end = i + 1;
        while (end < n && continues(q->story->accounts[account], x->spans[end])) end++;
        plx_piece *p = add_piece(q, account, index);
        p->index = i;
        p->end = end;
        p->spans = x->spans + i;
        p->n_spans = end - i;
        p->span = plx_span_join(x->spans[i], x->spans[end - 1]);
        p->apart = i && told_between(an, x->spans[i - 1].end, x->spans[i].begin);
        p->leans = leans_back(an, x->spans[i]);
        i = end;
    }
}

/* Between these marks, something that could stand alone: a verb with its subject. */
static bool is_clause(const plx_annotation *an, plx_span marked) {
    uint32_t begin, end;
    plx_tokens_in(an, marked, &begin, &end);
    for (uint32_t t = begin; t < end; t++) {
        const plx_token *x = &an->tokens[t];
        bool subject = x->deprel == PLX_DEP_nsubj && x->head != PLX_NONE;
        if (subject && x->head > t && x->head < end) return true;
    }
    return false;
}

/* So many words between marks that they may be what another account quotes alone. */
static bool is_told_of(const plx_annotation *an, plx_span marked) {
    uint32_t begin, end;
    plx_tokens_in(an, marked, &begin, &end);
    size_t n = 0, words = 0;
    for (uint32_t t = begin; t < end; t++) {
        n += counts(&an->tokens[t]);
        words += an->tokens[t].upos != PLX_UPOS_PUNCT;
    }
    return n > 0 && words > 1;
}

/* What of the quote's spans lies in `span`. */
static void hold(plx_quoting *q, plx_piece *p, plx_span span) {
    const plx_quote *x = &q->story->annotations[p->account]->quotes[p->quote];
    plx_str text = q->story->accounts[p->account]->text;
    p->spans = plx_new_n(q->arena, plx_span, x->n_spans);
    for (size_t i = 0; i < x->n_spans; i++) {
        uint32_t begin = PLX_MAX(x->spans[i].begin, span.begin);
        uint32_t end = PLX_MIN(x->spans[i].end, span.end);
        while (begin < end && (text.p[begin] == ' ' || text.p[begin] == ',')) begin++;
        if (begin < end) p->spans[p->n_spans++] = (plx_span){begin, end};
    }
    if (p->n_spans) p->span = plx_span_join(p->spans[0], p->spans[p->n_spans - 1]);
}

/* "The "small fire" | was no "great loss,"": behind the cut, from a conjunction on, else from the
 * mark. */
static uint32_t shown_from(const plx_annotation *an, uint32_t cut, plx_span marked) {
    uint32_t begin, end;
    if (cut >= marked.begin) return cut;
    plx_tokens_in(an, (plx_span){cut, marked.begin}, &begin, &end);
    uint32_t open = begin < end ? an->tokens[end - 1].span.begin : cut;
    for (uint32_t t = begin; t + 1 < end; t++) {
        uint8_t u = an->tokens[t].upos;
        bool before = an->tokens[t].span.begin >= cut;
        if (before && u == PLX_UPOS_CCONJ) return an->tokens[t + 1].span.begin;
        if (before && u == PLX_UPOS_SCONJ) return an->tokens[t].span.begin;
    }
    return open;
}

/* Up to each closing mark, what another account may quote alone. */
static void cut_told(plx_quoting *q, uint32_t account, uint32_t index) {
    enum { MOST = 16 };
    const plx_annotation *an = q->story->annotations[account];
    const plx_quote *x = &an->quotes[index];
    plx_span whole = plx_span_join(x->spans[0], x->spans[x->n_spans - 1]);
    uint32_t from = whole.begin, shown = from, n = 0;
    for (size_t i = 0; i < x->n_marked; i++) {
        bool last = i + 1 == x->n_marked || n + 1 == MOST;
        if (!last && !(is_told_of(an, x->marked[i]) && is_told_of(an, x->marked[i + 1]))) continue;
        if (last) break;
        uint32_t cut = x->marked[i].end;
        while (cut < whole.end && an->account->text.p[cut] != ' ') cut++;
        if (cut <= from || cut >= x->marked[i + 1].begin) continue;
        plx_piece *p = add_piece(q, account, index);
        p->index = n;
        p->end = ++n;
        p->apart = n > 1 && is_clause(an, x->marked[i]);
        p->shown = shown;
        hold(q, p, (plx_span){from, cut});
        shown = shown_from(an, cut, x->marked[i + 1]);
        from = cut;
    }
    plx_piece *p = add_piece(q, account, index);
    p->index = n;
    p->end = n + 1;
    p->apart = n && is_clause(an, x->marked[x->n_marked - 1]);
    p->shown = shown;
    hold(q, p, (plx_span){from, whole.end});
}

void plx_quote__cut(plx_quoting *q) {
    reader r = {.q = q};
    plx_map_init(&r.stems, q->arena);
    r.stemmer = plx_stemmer_make(q->arena);
    for (uint32_t a = 0; a < q->story->n_accounts; a++) {
        const plx_annotation *an = q->story->annotations[a];
        q->surnames = read_surnames(an, q->arena);
        for (uint32_t i = 0; i < an->n_quotes; i++) {
            if (!an->quotes[i].n_spans || !is_kept(&an->quotes[i])) continue;
            (an->quotes[i].kind == PLX_DIRECT ? cut_direct : cut_told)(q, a, i);
        }
    }
    for (size_t i = 0; i < q->pieces.n; i++) {
        q->pieces.p[i].cluster = (uint32_t)i;
        read_words(&r, &q->pieces.p[i]);
    }
    weigh(q, &r.stems, r.stemmer);
}

/* Stems of one family: "relat", "relationship"; "grate", "gratitud" share too little. */
static bool kindred(plx_str a, plx_str b) {
    size_t n = PLX_MIN(a.n, b.n), k = 0;
    while (k < n && a.p[k] == b.p[k]) k++;
    return k >= 5 || (k >= 4 && k == n && PLX_MAX(a.n, b.n) <= k + 4);
}

/* How much one word may stand for the other in a translation, 0..0.8. */
static double near(const plx_quoting *q, uint32_t s, uint32_t t) {
    if (kindred(q->stems.p[s], q->stems.p[t])) return 0.8;
    double c = plx_meaning_cosine(q->meanings.p[s], q->meanings.p[t]);
    return c > 0.45 ? PLX_MIN(c, 0.8) : 0;
}

double plx_quote__alike(const plx_quoting *q, const plx_piece *a, const plx_piece *b, double *part,
                        double *both) {
    double shared = 0;
    bool used[64] = {false};
    for (size_t i = 0; i < a->n_words; i++) {
        double best = 0;
        size_t at = SIZE_MAX;
        uint32_t s = a->words[i].stem;
        double f = (double)a->words[i].factor;
        for (size_t k = 0; k < b->n_words; k++) {
            if (k < PLX_COUNT(used) && used[k]) continue;
            uint32_t t = b->words[k].stem;
            double w = 0;
            if (s == t) {
                w = q->idf[s];
            } else if (a->n_words < 64 && b->n_words < 64) {
                w = near(q, s, t) * PLX_MIN(q->idf[s], q->idf[t]);
            }
            w *= PLX_MIN(f, (double)b->words[k].factor);
            if (w > best) {
                best = w;
                at = k;
            }
        }
        if (at < PLX_COUNT(used)) used[at] = true;
        shared += best;
    }
    double least = PLX_MIN(a->weight, b->weight);
    if (both) *both = shared;
    if (part) *part = least > 0 ? shared / least : 0;
    double sum = a->weight + b->weight;
    return sum > 0 ? 2 * shared / sum : 0;
}

double plx_quote__shared(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    double sum = 0;
    for (size_t i = 0, k = 0; i < a->n_words && k < b->n_words;) {
        uint32_t s = a->words[i].stem, t = b->words[k].stem;
        if (s == t) {
            float least = PLX_MIN(a->words[i].factor, b->words[k].factor);
            sum += q->idf[s] * (double)least;
        }
        i += s <= t;
        k += t <= s;
    }
    return sum;
}
