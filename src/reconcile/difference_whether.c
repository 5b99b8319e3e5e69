/* Whether an act is done, planned or denied: the same act with the same people or things, told as
 * happened by one account and as to come, or as not so, by another. */
#include "match/meaning.h"
#include "reconcile/difference_pool.h"

#define SOLID_LINK   3.0
#define LEAST_SHARED 2u /* content words or names that the clauses share beside the verb */

typedef enum status {
    STATUS_UNKNOWN,
    STATUS_DONE,
    STATUS_FUTURE,
    STATUS_AIM,
    STATUS_MAYBE,
    STATUS_OPEN
} status;

static bool is_word(const plx_token *t, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq(t->fold, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* How the verb is told, by its own auxiliaries; *from: the first of them. */
static status status_of(const plx_link_view *v, uint32_t verb, uint32_t *from) {
    static const char *const future[] = {"will", "'ll", "’ll", "shall"};
    static const char *const maybe[] = {"may", "might", "could", "would", "can"};
    static const char *const open[] = {"if", "whether", "unless"};
    const plx_token *t = &v->an->tokens[verb];
    status s = (t->feats & PLX_FEAT_PAST) && (t->feats & (PLX_FEAT_FIN | PLX_FEAT_PART))
                   ? STATUS_DONE
                   : STATUS_UNKNOWN;
    *from = verb;
    bool to = false;
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE && c < verb; c = v->deps.next[c]) {
        const plx_token *x = &v->an->tokens[c];
        bool aux = plx_deps__base((plx_deprel)x->deprel) == PLX_DEP_aux;
        if (aux) {
            *from = PLX_MIN(*from, c);
            s = is_word(x, future, PLX_COUNT(future)) ? STATUS_FUTURE
                : is_word(x, maybe, PLX_COUNT(maybe)) ? STATUS_MAYBE
                                                      : s;
        }
        if (x->deprel == PLX_DEP_mark && plx_str_eq(x->fold, PLX_S("to"))) {
            to = true;
            *from = PLX_MIN(*from, c);
        }
        if (x->deprel == PLX_DEP_mark && is_word(x, open, PLX_COUNT(open))) {
            *from = PLX_MIN(*from, c);
            return STATUS_OPEN;
        }
    }
    return to ? STATUS_AIM : s;
}

static bool excludes(status a, status b) {
    return (a == STATUS_DONE && (b == STATUS_FUTURE || b == STATUS_AIM)) ||
           (b == STATUS_DONE && (a == STATUS_FUTURE || a == STATUS_AIM));
}

/* Verbs that are aims themselves: "attempted to", "began to". */
static bool only_aims(plx_str lemma) {
    static const plx_str words[] = {PLX_S_INIT("attempt"), PLX_S_INIT("begin"), PLX_S_INIT("hope"),
                                    PLX_S_INIT("plan"),    PLX_S_INIT("seek"),  PLX_S_INIT("start"),
                                    PLX_S_INIT("try"),     PLX_S_INIT("want")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static plx_str name_of(status s, bool no) {
    return no                   ? PLX_S("no")
           : s == STATUS_DONE   ? PLX_S("done")
           : s == STATUS_OPEN   ? PLX_S("open")
           : s == STATUS_FUTURE ? PLX_S("to come")
                                : PLX_S("meant");
}

static size_t count_shared(const plx_links *l, const plx_link *k) {
    size_t n = 0;
    const plx_claim_unit *a = k->a;
    for (size_t i = 0; i < a->claim.n; i++) {
        const plx_claim_term *t = &a->claim.p[i];
        for (size_t m = 0; t->token != a->head && m < k->b->claim.n; m++) {
            const plx_claim_term *u = &k->b->claim.p[m];
            if (u->token != k->b->head && t->kind == u->kind &&
                plx_claim__term_similarity(t, u) >= 0.99) {
                n++;
                break;
            }
        }
    }
    (void)l;
    return n;
}

static plx_span stretch(const plx_link_view *v, uint32_t from, uint32_t verb) {
    return plx_span_of(v->an->tokens[from].span.begin, v->an->tokens[verb].span.end);
}

/* Inside what somebody wants, fears or asks, a verb tells nothing of what is. */
static bool is_told(const plx_link_view *v, uint32_t verb) {
    return !plx_deps__is_negated(&v->deps, verb);
}

static void compare(const plx_links *l, const plx_link *k, plx_pool *pool) {
    const plx_link_view *a = &l->view[k->a->account], *b = &l->view[k->b->account];
    uint32_t x = k->a->head, y = k->b->head, from_x, from_y;
    if (a->an->tokens[x].upos != PLX_UPOS_VERB || b->an->tokens[y].upos != PLX_UPOS_VERB ||
        !plx_link__same(l, k->a->account, x, k->b->account, y) ||
        only_aims(a->an->tokens[x].lemma) || count_shared(l, k) < LEAST_SHARED) {
        return;
    }
    status s = status_of(a, x, &from_x), t = status_of(b, y, &from_y);
    bool no_x = !is_told(a, x), no_y = !is_told(b, y);
    bool open = s == STATUS_OPEN || t == STATUS_OPEN;
    if (no_x == no_y && (no_x || open || !excludes(s, t))) {
        return;
    }
    bool soft =
        open || s == STATUS_AIM || t == STATUS_AIM || s == STATUS_MAYBE || t == STATUS_MAYBE;
    plx_finding f = {
        .about = PLX_ABOUT_WHETHER,
        .kind = soft ? PLX_PRECISION : PLX_CONFLICT,
        .at = {{k->a->account, stretch(a, from_x, x)}, {k->b->account, stretch(b, from_y, y)}},
        .value = {name_of(s, no_x), name_of(t, no_y)},
        .weight = (soft ? 1.0 : 2.0) + 0.05 * k->log_odds,
        .why = "one act, told as done, as to come or as not so"};
    plx_finding__of_link(&f, l, k);
    plx_pool__add(pool, &f);
}

void plx_difference__whether(const plx_links *l, plx_pool *pool) {
    for (size_t i = 0; i < l->n; i++) {
        if (l->p[i].log_odds >= SOLID_LINK && l->p[i].short_of <= PLX_LINK_BEST) {
            compare(l, &l->p[i], pool);
        }
    }
}
