#include "report/summary.h"

#include "base/vec.h"

#include <stdlib.h>

typedef struct ranked {
    double weight;
    uint32_t index;
} ranked;

static int heavier_first(const void *x, const void *y) {
    const ranked *a = x, *b = y;
    if (a->weight != b->weight) {
        return a->weight > b->weight ? -1 : 1;
    }
    return a->index < b->index ? -1 : a->index > b->index;
}

typedef struct ranking {
    ranked *p;
    size_t n, cap;
} ranking;

static plx_indices in_order(ranking *r, plx_arena *arena) {
    plx_indices out = {0};
    if (r->n) {
        qsort(r->p, r->n, sizeof *r->p, heavier_first);
    }
    for (size_t i = 0; i < r->n; i++) {
        plx_vec_push(&out, arena, r->p[i].index);
    }
    return out;
}

static size_t naming_accounts(const plx_story *s, const plx_entity *e, plx_arena *arena) {
    plx_ats named = {0};
    for (size_t i = 0; i < e->mentions.n; i++) {
        if (e->mentions.p[i].kind == PLX_NAME) {
            plx_vec_push(&named, arena, e->mentions.p[i].at);
        }
    }
    return plx_story_n_accounts_of(s, &named, arena);
}

static plx_indices agreed(const plx_story *s, plx_arena *arena) {
    ranking r = {0};
    for (uint32_t i = 0; i < s->statements.n; i++) {
        const plx_statement *t = &s->statements.p[i];
        plx_ats said = plx_statement_said(t);
        size_t n = plx_story_n_accounts_of(s, &said, arena);
        if (n >= 2 && t->whole >= PLX_WHOLE_ENOUGH) { /* of as many, the story's order */
            double weight = 1000.0 * t->n_origins + 100.0 * (double)n;
            plx_vec_push(&r, arena, (ranked){weight, i});
        }
    }
    return in_order(&r, arena);
}

static plx_indices people(const plx_story *s, plx_arena *arena) {
    bool *speaks = plx_new_n(arena, bool, s->entities.n);
    for (size_t i = 0; i < s->quotes.n; i++) {
        if (s->quotes.p[i].speaker != PLX_NONE) {
            speaks[s->quotes.p[i].speaker] = true;
        }
    }
    ranking r = {0};
    for (uint32_t i = 0; i < s->entities.n; i++) {
        const plx_entity *e = &s->entities.p[i];
        size_t n = naming_accounts(s, e, arena);
        bool who = e->type == PLX_PERSON || e->type == PLX_ORGANIZATION;
        if (who && e->names.n && (n >= 2 || (n && (speaks[i] || s->n_accounts == 1)))) {
            plx_vec_push(&r, arena, (ranked){100.0 * (double)n + (double)e->mentions.n, i});
        }
    }
    return in_order(&r, arena);
}

plx_summary plx_report__summary(const plx_story *s, plx_arena *arena) {
    plx_summary out = {0};
    out.agreed = agreed(s, arena);
    for (uint32_t i = 0; i < s->differences.n; i++) {
        plx_vec_push(&out.differences, arena, i);
    }
    ranking quotes = {0};
    for (uint32_t i = 0; i < s->quotes.n; i++) {
        plx_vec_push(&quotes, arena, (ranked){(double)s->quotes.p[i].renderings.n, i});
    }
    out.quotes = in_order(&quotes, arena);
    out.people = people(s, arena);
    for (uint32_t i = 0; i < s->timeline.n; i++) {
        plx_str when = s->timeline.p[i].when;
        if (when.n >= 4 && when.p[0] >= '0' && when.p[0] <= '9') {
            plx_vec_push(&out.moments, arena, i);
        }
    }
    return out;
}
