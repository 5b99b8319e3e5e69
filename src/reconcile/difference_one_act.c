/* Clauses of two accounts that tell of one act though the scorer of pairs is not sure: one verb,
 * one named subject, another name in common, and each account has but one such clause. Then they
 * are linked as well as if the words around were the same. */
#include "base/vec.h"
#include "find/quote_cues.h"
#include "reconcile/difference_links.h"
#include "reconcile/difference_pair.h"

#define MOST_DEEDS 600u
#define MOST_PAIRS 1500u
#define ODDS       3.2 /* of such a link */

typedef struct deed {
    const plx_claim_unit *unit;
    uint32_t act, subject, other; /* the verb; entities */
} deed;

typedef struct deeds {
    deed *p;
    size_t n, cap;
} deeds;

static bool is_named(const plx_links *l, uint32_t entity) {
    return entity != PLX_NONE && l->s->entities.p[entity].names.n > 0;
}

static void read_unit(const plx_links *l, const plx_claim_unit *u, deeds *out) {
    const plx_link_view *v = &l->view[u->account];
    const plx_token *head = &v->an->tokens[u->head];
    const plx_cue_word *cue = head->upos == PLX_UPOS_VERB ? plx_cue__verb(head->lemma) : NULL;
    uint32_t subject = u->subject == PLX_NONE ? PLX_NONE : v->entity[u->subject];
    if (u->with_clauses || head->upos != PLX_UPOS_VERB || (cue && cue->kind == PLX_CUE_SPEECH) ||
        plx_pair__is_light(head->lemma) || !v->key[u->head] || !is_named(l, subject)) {
        return;
    }
    for (size_t i = 0; i < u->claim.n && out->n < MOST_DEEDS; i++) {
        const plx_claim_term *t = &u->claim.p[i];
        if (t->kind == PLX_TERM_ENTITY && t->key != subject && is_named(l, t->key)) {
            deed d = {u, plx_link__act(v, u->head), subject, t->key};
            plx_vec_push(out, l->arena, d);
        }
    }
}

static bool is_same(const deed *a, const deed *b) {
    return a->act == b->act && a->subject == b->subject && a->other == b->other;
}

/* Is it the account's only clause of the kind? */
static bool is_only(const deeds *list, const deed *of) {
    for (size_t i = 0; i < list->n; i++) {
        const deed *d = &list->p[i];
        if (d->unit->account == of->unit->account && d->unit != of->unit && is_same(d, of)) {
            return false;
        }
    }
    return true;
}

static void link_them(plx_links *l, const plx_claim_unit *a, const plx_claim_unit *b) {
    for (size_t i = 0; i < l->n; i++) {
        plx_link *k = &l->p[i];
        if (k->a == a && k->b == b) {
            k->log_odds = PLX_MAX(k->log_odds, ODDS);
            k->short_of = 0;
            return;
        }
    }
    plx_vec_push(l, l->arena, (plx_link){a, b, ODDS, 0});
}

void plx_reconcile__link_one_act(plx_links *l) {
    const plx_claim_units *u = l->s->claim_units;
    deeds list = {0};
    for (size_t i = 0; i < u->n; i++) {
        read_unit(l, &u->p[i], &list);
    }
    size_t pairs = 0;
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n && pairs < MOST_PAIRS; k++) {
            const deed *a = &list.p[i], *b = &list.p[k];
            if (a->unit->account < b->unit->account && is_same(a, b) && is_only(&list, a) &&
                is_only(&list, b)) {
                link_them(l, a->unit, b->unit);
                pairs++;
            }
        }
    }
}
