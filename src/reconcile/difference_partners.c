/* Which of a family it befell: "the deaths of Gary Roe and Piet Moll" here, "Piet Moll and Wayne
 * Roe died" there. Two people of one surname, each joined by "and" to the same third person, in
 * sentences that tell of the same fate; no account joins the third to both. */
#include "base/utf8.h"
#include "base/vec.h"
#include "reconcile/difference_links.h"
#include "reconcile/difference_parts.h"
#include "reconcile/difference_pool.h"

#define MOST_JOINED 200u

typedef struct joined {
    uint32_t account, who, partner; /* entities */
    unsigned fate;
    plx_str given, family; /* folded */
    plx_at at;
} joined;

typedef struct joined_list {
    joined *p;
    size_t n, cap;
} joined_list;

static unsigned fate_of(plx_str lemma) {
    static const struct {
        const char *word;
        unsigned fate;
    } table[] = {{"charge", 4}, {"death", 1}, {"die", 1},    {"indict", 4}, {"injure", 2},
                 {"kill", 1},   {"slay", 1},  {"arrest", 8}, {"wound", 2}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(lemma, plx_str_of(table[i].word))) {
            return table[i].fate;
        }
    }
    return 0;
}

static unsigned fates_in(const plx_annotation *an, uint32_t sentence) {
    unsigned out = 0;
    for (uint32_t i = an->sentences[sentence].begin; i < an->sentences[sentence].end; i++) {
        out |= fate_of(an->tokens[i].lemma);
    }
    return out;
}

static bool is_person(const plx_links *l, uint32_t entity) {
    return entity != PLX_NONE && l->s->entities.p[entity].type == PLX_PERSON;
}

/* The person joined by "and" to the one whose name has the token at its head, or PLX_NONE. */
static uint32_t partner_of(const plx_link_view *v, const plx_links *l, uint32_t head) {
    const plx_token *t = v->an->tokens;
    uint32_t found = PLX_NONE;
    size_t n = 0;
    if (t[head].deprel == PLX_DEP_conj && t[head].head != PLX_NONE &&
        is_person(l, v->entity[t[head].head])) {
        found = v->entity[t[head].head];
        n++;
    }
    for (uint32_t c = v->deps.first[head]; c != PLX_NONE; c = v->deps.next[c]) {
        if (t[c].deprel == PLX_DEP_conj && is_person(l, v->entity[c])) {
            found = v->entity[c];
            n++;
        }
    }
    return n == 1 ? found : PLX_NONE;
}

static void read_account(const plx_links *l, uint32_t account, joined_list *out) {
    const plx_link_view *v = &l->view[account];
    for (uint32_t m = 0; v->an->has_tree && m < v->an->n_mentions && out->n < MOST_JOINED; m++) {
        const plx_mention *x = &v->an->mentions[m];
        uint32_t e = plx_story_entity_of(l->s, account, x->chain);
        if (x->kind != PLX_NAME || !is_person(l, e) || x->end - x->begin < 2 ||
            plx_account_is_dropped(v->an->account, x->span)) {
            continue;
        }
        joined j = {.account = account,
                    .who = e,
                    .partner = partner_of(v, l, x->head),
                    .fate = fates_in(v->an, v->an->tokens[x->begin].sentence),
                    .given = v->an->tokens[x->begin].fold,
                    .family = v->an->tokens[x->end - 1].fold,
                    .at = {account, x->span}};
        if (j.partner != PLX_NONE && j.partner != e && j.fate) {
            plx_vec_push(out, l->arena, j);
        }
    }
}

/* Is the person joined to the partner in the account of the other? */
static bool joins_both(const joined_list *list, const joined *a, const joined *b) {
    for (size_t i = 0; i < list->n; i++) {
        const joined *x = &list->p[i];
        if ((x->account == b->account && x->who == a->who && x->partner == a->partner) ||
            (x->account == a->account && x->who == b->who && x->partner == b->partner)) {
            return true;
        }
    }
    return false;
}

void plx_difference__partners(const plx_links *l) {
    joined_list list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        read_account(l, a, &list);
    }
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const joined *a = &list.p[i], *b = &list.p[k];
            if (a->account == b->account || a->who == b->who || a->partner != b->partner ||
                !(a->fate & b->fate) || !plx_str_eq(a->family, b->family) ||
                plx_str_eq(a->given, b->given) || joins_both(&list, a, b)) {
                continue;
            }
            plx_str x = plx_str_at(l->s->accounts[a->account]->text, a->at.span);
            plx_str y = plx_str_at(l->s->accounts[b->account]->text, b->at.span);
            bool one = plx_str_contains(plx_str_fold(l->arena, x), b->given) ||
                       plx_str_contains(plx_str_fold(l->arena, y), a->given);
            plx_difference d = {.kind = one ? PLX_VARIANT : PLX_CONFLICT,
                                .subject_kind = PLX_SUBJECT_ENTITY,
                                .subject = a->who};
            plx_difference__put(&d, l->s->entities.p[a->who].name, a->at, l->arena);
            plx_difference__put(&d, l->s->entities.p[b->who].name, b->at, l->arena);
            d.about = plx_str_format(l->arena, "who it was beside %.*s",
                                     PLX_FMT(l->s->entities.p[a->partner].name));
            d.why = PLX_S("two of one surname, each beside the same third person");
            d.weight = 1.8;
            plx_difference__add(l->s, &d, l->arena);
        }
    }
}
