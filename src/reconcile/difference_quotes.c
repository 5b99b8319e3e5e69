/* One quotation in other words: nouns and adjectives that stand for one another in two renderings
 * of the same words of one speaker. Two words stand for one another when they have the same
 * neighbour ("humanitarian act", "humanitarian gesture"), or are near in meaning and hang under
 * their heads alike. */
#include "base/map.h"
#include "base/vec.h"
#include "match/meaning.h"
#include "reconcile/difference_parts.h"

#define NEAR_WORD       0.5
#define NEAR_NEIGHBOURS 0.15 /* with the same neighbour a little nearness is enough */
#define LEAST_IDF       2.5  /* of adjectives: commoner ones say too little */
#define MOST_WORDS      120u

typedef struct said_word {
    uint32_t account, token, meaning;
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

static void read_rendering(const plx_story *s, const plx_rendering *r, said_words *out,
                           plx_arena *arena) {
    const plx_annotation *an = s->annotations[r->account];
    for (size_t k = 0; k < r->n_spans; k++) {
        uint32_t begin, end;
        plx_tokens_in(an, r->spans[k], &begin, &end);
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

static bool same_stem(plx_str a, plx_str b) {
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
        n++;
    }
    return n >= 5 || n == a.n || n == b.n;
}

static bool stand_for(const said_words *list, const said_word *a, const said_word *b) {
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
    double near = plx_meaning_cosine(a->meaning, b->meaning);
    bool neighbour = a->before.n && plx_str_eq(a->before, b->before);
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

void plx_difference__quotes(plx_story *s, plx_arena *arena) {
    for (uint32_t i = 0; i < s->quotes.n; i++) {
        const plx_quote_group *q = &s->quotes.p[i];
        said_words list = {0};
        for (size_t k = 0; q->renderings.n > 1 && k < q->renderings.n; k++) {
            if (q->renderings.p[k].kind != PLX_INDIRECT) {
                read_rendering(s, &q->renderings.p[k], &list, arena);
            }
        }
        for (size_t a = 0; a < list.n; a++) {
            for (size_t b = a + 1; b < list.n; b++) {
                uint32_t from = list.p[b].group, into = list.p[a].group;
                if (from == into || !stand_for(&list, &list.p[a], &list.p[b])) {
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
}
