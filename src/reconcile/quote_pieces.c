/* Cuts quotes and compares the pieces. */
#include "reconcile/quote_pieces.h"

#include <libstemmer.h>
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

static void stemmer_delete(void *s) { sb_stemmer_delete(s); }

static bool counts(const plx_token *t) {
    switch (t->upos) {
    case PLX_UPOS_NOUN:
    case PLX_UPOS_PROPN:
    case PLX_UPOS_VERB:
    case PLX_UPOS_ADJ:
    case PLX_UPOS_NUM:
    case PLX_UPOS_ADV:
    case PLX_UPOS_INTJ:
    case PLX_UPOS_X: break;
    default: return false;
    }
    return plx_str_lookup(light, PLX_COUNT(light), t->lemma.n ? t->lemma : t->fold) == PLX_NONE;
}

static bool negates(const plx_token *t) {
    return (t->feats & PLX_FEAT_NEG) != 0 || plx_str_eq(t->fold, PLX_S("n't")) ||
           plx_str_eq(t->fold, PLX_S("not")) || plx_str_eq(t->fold, PLX_S("never"));
}

static int by_stem(const void *x, const void *y) {
    const plx_word_weight *a = x, *b = y;
    return a->stem < b->stem ? -1 : a->stem > b->stem;
}

static void read_words(plx_quoting *q, plx_map *stems, struct sb_stemmer *stemmer, plx_piece *p) {
    const plx_annotation *an = q->story->annotations[p->account];
    uint32_t begin, end;
    plx_tokens_in(an, p->span, &begin, &end);
    p->words = plx_new_n(q->arena, plx_word_weight, end - begin);
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = &an->tokens[i];
        p->negative |= negates(t);
        if (!counts(t) || t->fold.n > 60) continue;
        const sb_symbol *s = sb_stemmer_stem(stemmer, (const sb_symbol *)t->fold.p, (int)t->fold.n);
        if (!s) continue;
        plx_str stem = plx_str_n((const char *)s, (size_t)sb_stemmer_length(stemmer));
        uint32_t id = plx_map_get(stems, stem);
        if (id == PLX_NONE) {
            plx_str kept = plx_str_dup(q->arena, stem);
            id = (uint32_t)q->stems.n;
            plx_map_put(stems, kept, id, NULL);
            plx_vec_push(&q->stems, q->arena, kept);
        }
        p->words[p->n_words++] = (plx_word_weight){id, 1};
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

static void weigh(plx_quoting *q) {
    uint32_t *df = plx_new_n(q->arena, uint32_t, q->stems.n);
    q->idf = plx_new_n(q->arena, double, q->stems.n);
    for (size_t i = 0; i < q->pieces.n; i++) {
        for (size_t k = 0; k < q->pieces.p[i].n_words; k++) df[q->pieces.p[i].words[k].stem]++;
    }
    double n = (double)q->pieces.n;
    for (size_t i = 0; i < q->stems.n; i++) {
        /* What comes once or twice says most; the names that all quotes of a story hold, little. */
        q->idf[i] = log(1 + (n + 40) / (4 + (double)df[i]));
    }
    for (size_t i = 0; i < q->pieces.n; i++) {
        plx_piece *p = &q->pieces.p[i];
        for (size_t k = 0; k < p->n_words; k++) p->weight += q->idf[p->words[k].stem];
    }
}

static bool is_kept(const plx_quote *x) {
    if (x->kind != PLX_INDIRECT) return true;
    return x->cue_kind == PLX_CUE_SPEECH;
}

static void cut_quote(plx_quoting *q, uint32_t account, uint32_t index) {
    const plx_quote *x = &q->story->annotations[account]->quotes[index];
    uint32_t entity = PLX_NONE;
    if (x->chain != PLX_NONE) entity = q->story->entity_of_chain[account][x->chain];
    bool whole = x->kind != PLX_DIRECT;
    for (uint32_t i = 0; i < x->n_spans; i++) {
        plx_piece *p = plx_vec_add(&q->pieces, q->arena);
        p->account = account;
        p->quote = index;
        p->index = i;
        p->kind = x->kind;
        p->speaker = entity;
        p->span = x->spans[i];
        if (whole && x->n_spans > 1) p->span = plx_span_join(x->spans[0], x->spans[x->n_spans - 1]);
        if (whole) break;
    }
}

void plx_quote__cut(plx_quoting *q) {
    plx_map stems;
    plx_map_init(&stems, q->arena);
    struct sb_stemmer *stemmer = sb_stemmer_new("english", "UTF_8");
    if (!stemmer) plx_throw(PLX_NOMEM, 0, "no memory for the stemmer");
    plx_arena_defer(q->arena, stemmer_delete, stemmer);
    for (uint32_t a = 0; a < q->story->n_accounts; a++) {
        const plx_annotation *an = q->story->annotations[a];
        for (uint32_t i = 0; i < an->n_quotes; i++) {
            if (an->quotes[i].n_spans && is_kept(&an->quotes[i])) cut_quote(q, a, i);
        }
    }
    for (size_t i = 0; i < q->pieces.n; i++) {
        q->pieces.p[i].cluster = (uint32_t)i;
        read_words(q, &stems, stemmer, &q->pieces.p[i]);
    }
    weigh(q);
}

/* Stems of one family: "relat", "relationship"; "grate", "gratitud" share too little. */
static bool kindred(plx_str a, plx_str b) {
    size_t n = PLX_MIN(a.n, b.n), k = 0;
    while (k < n && a.p[k] == b.p[k]) k++;
    return k >= 5 || (k >= 4 && k == n && PLX_MAX(a.n, b.n) <= k + 4);
}

double plx_quote__alike(const plx_quoting *q, const plx_piece *a, const plx_piece *b,
                        double *part) {
    double shared = 0;
    bool used[64] = {false};
    for (size_t i = 0; i < a->n_words; i++) {
        double best = 0;
        size_t at = SIZE_MAX;
        uint32_t s = a->words[i].stem;
        for (size_t k = 0; k < b->n_words; k++) {
            if (k < PLX_COUNT(used) && used[k]) continue;
            uint32_t t = b->words[k].stem;
            double w = 0;
            if (s == t) {
                w = q->idf[s];
            } else if (a->n_words < 64 && b->n_words < 64 &&
                       kindred(q->stems.p[s], q->stems.p[t])) {
                w = 0.75 * PLX_MIN(q->idf[s], q->idf[t]);
            }
            if (w > best) {
                best = w;
                at = k;
            }
        }
        if (at < PLX_COUNT(used)) used[at] = true;
        shared += best;
    }
    double least = PLX_MIN(a->weight, b->weight);
    if (part) *part = least > 0 ? shared / least : 0;
    double sum = a->weight + b->weight;
    return sum > 0 ? 2 * shared / sum : 0;
}
