/* On whose word an account tells something, and how it puts the saying: "two officials said" and
 * "according to media reports"; "disclosed that" and "hinted that".
 *
 * Two attributions are set side by side when the clauses that they carry are linked. Words of
 * saying that add nothing ("said", "told") are no difference among themselves. */
#include "find/nouns.h"
#include "find/quote_cues.h"
#include "match/meaning.h"
#include "reconcile/difference_pool.h"

#define SURE_LINK    5.0 /* without one act in both */
#define SOLID_LINK   3.0
#define MOST_STRETCH 90u /* bytes of a source with its word of saying */

typedef struct attribution {
    const plx_quote *quote;
    uint32_t entity; /* who says so, or PLX_NONE */
    plx_span span;   /* source and cue */
    plx_span source;
    uint32_t cue;
} attribution;

/* Is the clause the gist of what is said, not a part of a longer speech? */
static bool is_gist(const plx_quote *q, plx_span at) {
    size_t n = 0, inside = 0;
    for (size_t k = 0; k < q->n_spans; k++) {
        n += plx_span_len(q->spans[k]);
        inside += plx_span_overlap(q->spans[k], at);
    }
    return inside * 2 > plx_span_len(at) && inside * 5 > n * 2;
}

/* "said", "reported", "according to"; not "discussed". */
static bool takes_claim(const plx_annotation *an, uint32_t cue) {
    const plx_token *t = &an->tokens[cue];
    const plx_cue_word *word = t->upos == PLX_UPOS_VERB ? plx_cue__verb(t->lemma) : NULL;
    return t->upos != PLX_UPOS_VERB || plx_str_eq(t->lemma, PLX_S("accord")) ||
           (word && (word->takes & (PLX_TAKES_THAT | PLX_TAKES_QUOTE)));
}

/* The innermost attribution of a clause: of several the shortest words. */
static bool attribution_of(const plx_links *l, const plx_claim_unit *u, attribution *out) {
    const plx_annotation *an = l->view[u->account].an;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < an->n_quotes; i++) {
        const plx_quote *q = &an->quotes[i];
        if (q->cue_token == PLX_NONE || !plx_span_len(q->cue) || !takes_claim(an, q->cue_token) ||
            !is_gist(q, u->span) ||
            (q->cue_kind != PLX_CUE_SPEECH && q->cue_kind != PLX_CUE_EVIDENCE)) {
            continue;
        }
        size_t n = 0;
        for (size_t k = 0; k < q->n_spans; k++) {
            n += plx_span_len(q->spans[k]);
        }
        if (n < least) {
            least = n;
            out->quote = q;
        }
    }
    if (least == SIZE_MAX) {
        return false;
    }
    const plx_quote *q = out->quote;
    out->cue = q->cue_token;
    out->source = q->source;
    out->span = q->cue;
    if (plx_span_len(q->source)) {
        plx_span all = {PLX_MIN(q->cue.begin, q->source.begin), PLX_MAX(q->cue.end, q->source.end)};
        out->span = plx_span_len(all) <= MOST_STRETCH ? all : q->cue;
    }
    out->entity = plx_story_entity_of(l->s, u->account, q->chain);
    return true;
}

/* Words of saying that tell how: known by what they add. */
static bool is_loaded(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("accuse"),    PLX_S_INIT("acknowledge"), PLX_S_INIT("admit"),
        PLX_S_INIT("allege"),    PLX_S_INIT("allude"),      PLX_S_INIT("assert"),
        PLX_S_INIT("assure"),    PLX_S_INIT("blast"),       PLX_S_INIT("boast"),
        PLX_S_INIT("brag"),      PLX_S_INIT("claim"),       PLX_S_INIT("complain"),
        PLX_S_INIT("concede"),   PLX_S_INIT("condemn"),     PLX_S_INIT("confess"),
        PLX_S_INIT("confirm"),   PLX_S_INIT("criticize"),   PLX_S_INIT("denounce"),
        PLX_S_INIT("deny"),      PLX_S_INIT("deride"),      PLX_S_INIT("disclose"),
        PLX_S_INIT("dismiss"),   PLX_S_INIT("hint"),        PLX_S_INIT("imply"),
        PLX_S_INIT("insist"),    PLX_S_INIT("lament"),      PLX_S_INIT("promise"),
        PLX_S_INIT("reveal"),    PLX_S_INIT("signal"),      PLX_S_INIT("slam"),
        PLX_S_INIT("speculate"), PLX_S_INIT("suggest"),     PLX_S_INIT("threaten"),
        PLX_S_INIT("tout"),      PLX_S_INIT("vow"),         PLX_S_INIT("warn")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static bool is_pronoun(const plx_links *l, uint32_t account, const attribution *x) {
    uint32_t t = plx_token_at(l->view[account].an, x->source.begin);
    return t < l->view[account].an->n_tokens &&
           l->view[account].an->tokens[t].upos == PLX_UPOS_PRON;
}

static bool share_word(const plx_links *l, const plx_link *k, plx_span x, plx_span y) {
    const plx_link_view *a = &l->view[k->a->account], *b = &l->view[k->b->account];
    uint32_t ab, ae, bb, be;
    plx_tokens_in(a->an, x, &ab, &ae);
    plx_tokens_in(b->an, y, &bb, &be);
    for (uint32_t i = ab; i < ae; i++) {
        for (uint32_t m = bb; m < be; m++) {
            if (plx_link__same(l, k->a->account, i, k->b->account, m)) {
                return true;
            }
        }
    }
    return false;
}

/* Is the source a medium, a report, or somebody without a name whose word is all there is? */
static bool is_hearsay(const plx_link_view *v, plx_span source) {
    static const plx_str words[] = {
        PLX_S_INIT("aide"),     PLX_S_INIT("broadcaster"), PLX_S_INIT("channel"),
        PLX_S_INIT("daily"),    PLX_S_INIT("document"),    PLX_S_INIT("insider"),
        PLX_S_INIT("magazine"), PLX_S_INIT("media"),       PLX_S_INIT("network"),
        PLX_S_INIT("news"),     PLX_S_INIT("newspaper"),   PLX_S_INIT("paper"),
        PLX_S_INIT("people"),   PLX_S_INIT("person"),      PLX_S_INIT("post"),
        PLX_S_INIT("report"),   PLX_S_INIT("reports"),     PLX_S_INIT("source"),
        PLX_S_INIT("sources"),  PLX_S_INIT("television"),  PLX_S_INIT("times"),
        PLX_S_INIT("witness"),  PLX_S_INIT("witnesses")};
    uint32_t begin, end;
    plx_tokens_in(v->an, source, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        if (plx_str_lookup(words, PLX_COUNT(words), v->an->tokens[i].lemma) != PLX_NONE ||
            plx_str_lookup(words, PLX_COUNT(words), v->an->tokens[i].fold) != PLX_NONE) {
            return true;
        }
    }
    return false;
}

static void compare(const plx_links *l, const plx_link *k, plx_pool *pool) {
    attribution x, y;
    if (!attribution_of(l, k->a, &x) || !attribution_of(l, k->b, &y)) {
        return;
    }
    const plx_link_view *a = &l->view[k->a->account], *b = &l->view[k->b->account];
    plx_str cue_x = a->an->tokens[x.cue].lemma, cue_y = b->an->tokens[y.cue].lemma;
    bool one_speaker = x.entity != PLX_NONE && x.entity == y.entity;
    plx_finding f = {.kind = PLX_VARIANT,
                     .at = {{k->a->account, x.span}, {k->b->account, y.span}},
                     .weight = 0.6 + 0.05 * k->log_odds};
    if (one_speaker) {
        if (plx_str_eq(cue_x, PLX_S("accord")) || plx_str_eq(cue_y, PLX_S("accord")) ||
            plx_str_eq(cue_x, cue_y) || (!is_loaded(cue_x) && !is_loaded(cue_y))) {
            return;
        }
        f.about = PLX_ABOUT_TELLING;
        f.value[0] = cue_x;
        f.value[1] = cue_y;
        f.why = "one speaker, other words of saying";
    } else {
        bool told = plx_span_len(x.source) && plx_span_len(y.source);
        if (!told || is_pronoun(l, k->a->account, &x) || is_pronoun(l, k->b->account, &y) ||
            share_word(l, k, x.source, y.source) ||
            (!is_hearsay(a, x.source) && !is_hearsay(b, y.source))) {
            return;
        }
        f.about = PLX_ABOUT_SOURCE;
        f.value[0] = plx_str_at(a->an->account->text, x.source);
        f.value[1] = plx_str_at(b->an->account->text, y.source);
        f.why = "other sources for the same";
    }
    plx_finding__of_link(&f, l, k);
    plx_pool__add(pool, &f);
}

void plx_difference__sources(const plx_links *l, plx_pool *pool) {
    for (size_t i = 0; i < l->n; i++) {
        const plx_link *k = &l->p[i];
        bool same = plx_link__same(l, k->a->account, k->a->head, k->b->account, k->b->head);
        if (k->log_odds >= (same ? SOLID_LINK : SURE_LINK) && k->short_of <= PLX_LINK_BEST) {
            compare(l, k, pool);
        }
    }
}
