/* What is known of each chain by itself. */
#include "reconcile/entity_groups.h"

#include "find/ages.h"
#include "find/nouns.h"

#include <stdlib.h>

static int by_text(const void *x, const void *y) {
    return plx_str_cmp(*(const plx_str *)x, *(const plx_str *)y);
}

static void add_role(plx_grouping *g, plx_profile *p, plx_str lemma) {
    if (!lemma.n) return;
    for (size_t i = 0; i < p->roles.n; i++) {
        if (plx_str_eq(p->roles.p[i], lemma)) return;
    }
    if (p->roles.n < 24) plx_vec_push(&p->roles, g->arena, lemma);
}

/* The chain of "his" or "Orlin's" in front of the noun, or PLX_NONE. */
static uint32_t possessor_chain(const plx_annotation *an, const plx_mention *m, uint32_t before) {
    for (uint32_t k = before + 1; k < an->n_mentions; k++) {
        const plx_mention *o = &an->mentions[k];
        if (o->begin >= m->head) break;
        if (o->end > m->head || o->chain == m->chain) continue;
        bool pronoun = o->kind == PLX_PRONOUN;
        const plx_token *next = &an->tokens[o->end < an->n_tokens ? o->end : o->head];
        if (pronoun || plx_str_eq(next->fold, PLX_S("'s")) || plx_str_eq(next->fold, PLX_S("'"))) {
            return o->chain;
        }
    }
    return PLX_NONE;
}

static void titles(plx_grouping *g, plx_profile *p, const plx_annotation *an,
                   const plx_mention *m) {
    uint32_t first = an->sentences[an->tokens[m->begin].sentence].begin;
    for (uint32_t i = m->begin; i-- > first && m->begin - i < 6;) {
        const plx_token *t = &an->tokens[i];
        plx_str low = plx_str_lower_ascii(g->arena, t->lemma.n ? t->lemma : t->fold);
        if (low.n && low.p[low.n - 1] == '.') low.n--;
        if (plx_match_is_title(low, NULL) || plx_noun_is_role(low)) {
            add_role(g, p, low);
        } else if (t->upos != PLX_UPOS_ADJ && t->upos != PLX_UPOS_PROPN &&
                   t->upos != PLX_UPOS_NOUN) {
            return;
        }
    }
}

static void take_mention(plx_grouping *g, plx_profile *p, const plx_annotation *an,
                         uint32_t index) {
    const plx_mention *m = &an->mentions[index];
    if (!p->n_all++) p->first = index;
    if (m->kind == PLX_NAME) {
        p->n_names++;
        p->named = true;
        if (m->type == PLX_PERSON) {
            titles(g, p, an, m);
            if (!(p->age > 0)) p->age = plx_find__age_at(an, m->begin, m->end);
        } else if (m->type == PLX_PLACE && m->end < an->n_tokens && !p->site.n) {
            const plx_token *next = &an->tokens[m->end];
            bool noun = next->upos == PLX_UPOS_NOUN && next->space_before;
            if (noun && plx_noun_is_place(next->lemma)) {
                p->site = plx_str_slice(an->account->text, m->span.begin, next->span.end);
            }
        }
        return;
    }
    if (m->kind != PLX_NOMINAL || m->plural) return;
    plx_str lemma = an->tokens[m->head].lemma;
    uint32_t whose = plx_noun_is_kin(lemma) ? possessor_chain(an, m, index) : PLX_NONE;
    if (whose != PLX_NONE) {
        plx_vec_push(&p->kin, g->arena, (plx_kin_tie){lemma, whose, index});
    } else {
        add_role(g, p, lemma);
    }
}

static void profiles_of_account(plx_grouping *g, uint32_t account) {
    const plx_annotation *an = g->story->annotations[account];
    uint32_t base = (uint32_t)g->profiles.n;
    g->profile_of[account] = plx_new_n(g->arena, uint32_t, an->n_chains);
    for (uint32_t c = 0; c < an->n_chains; c++) {
        plx_profile *p = plx_vec_add(&g->profiles, g->arena);
        const plx_chain *chain = &an->chains[c];
        g->profile_of[account][c] = base + c;
        *p = (plx_profile){.account = account,
                           .chain = c,
                           .group = PLX_NONE,
                           .type = chain->type,
                           .gender = chain->gender,
                           .plural = chain->plural};
        p->name = plx_str_at(an->account->text, an->mentions[chain->best].span);
    }
    for (uint32_t m = 0; m < an->n_mentions; m++) {
        take_mention(g, &g->profiles.p[base + an->mentions[m].chain], an, m);
    }
    for (uint32_t c = 0; c < an->n_chains; c++) {
        plx_profile *p = &g->profiles.p[base + c];
        if (p->roles.n) qsort(p->roles.p, p->roles.n, sizeof *p->roles.p, by_text);
    }
}

void plx_group__profiles(plx_grouping *g) {
    g->profile_of = plx_new_n(g->arena, uint32_t *, g->story->n_accounts);
    for (uint32_t a = 0; a < g->story->n_accounts; a++) profiles_of_account(g, a);
}
