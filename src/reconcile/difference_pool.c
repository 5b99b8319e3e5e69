#include "reconcile/difference_pool.h"

#include "base/map.h"
#include "base/vec.h"

#include <math.h>
#include <stdlib.h>

#define SHORT_BYTES     90u
#define MOST_NEIGHBOURS 60u

void plx_pool__add(plx_pool *pool, const plx_finding *f) {
    if (pool->n < PLX_MOST_FINDINGS && f->at[0].account != f->at[1].account) {
        plx_vec_push(pool, pool->arena, *f);
    }
}

void plx_finding__of_link(plx_finding *f, const plx_links *l, const plx_link *link) {
    const plx_claim_units *u = l->s->claim_units;
    uint32_t a = l->statement_of[link->a - u->p], b = l->statement_of[link->b - u->p];
    uint32_t statement = a != PLX_NONE && (a == b || b == PLX_NONE) ? a : a == PLX_NONE ? b : a;
    f->subject_kind = statement == PLX_NONE ? PLX_SUBJECT_NONE : PLX_SUBJECT_STATEMENT;
    f->subject = statement;
    f->context = plx_str_at(l->s->accounts[link->a->account]->text, link->a->span);
}

/* ---- putting together
 * ------------------------------------------------------------------------------- */

typedef struct place_of { /* for sorting: findings by place */
    plx_at at;
    uint32_t about_kind, finding;
} place_of;

static int by_place(const void *x, const void *y) {
    const place_of *a = x, *b = y;
    if (a->about_kind != b->about_kind) {
        return a->about_kind < b->about_kind ? -1 : 1;
    }
    if (a->at.account != b->at.account) {
        return a->at.account < b->at.account ? -1 : 1;
    }
    int c = plx_span_cmp(a->at.span, b->at.span);
    return c ? c : a->finding < b->finding ? -1 : a->finding > b->finding;
}

static uint32_t root_of(plx_pool *pool, uint32_t i) {
    while (pool->p[i].group != i) {
        pool->p[i].group = pool->p[pool->p[i].group].group;
        i = pool->p[i].group;
    }
    return i;
}

typedef struct joiner {
    plx_pool *pool;
    double *low, *high; /* of each group, by its root: what all of its places leave open */
    bool *dropped;
} joiner;

/* Puts two findings together if they can hold together; else the lighter is dropped, for its place
 * is told of by the heavier. */
static void join(joiner *j, uint32_t a, uint32_t b) {
    plx_pool *pool = j->pool;
    uint32_t x = root_of(pool, a), y = root_of(pool, b);
    if (x == y || j->dropped[a] || j->dropped[b]) {
        return;
    }
    double low = PLX_MAX(j->low[x], j->low[y]), high = PLX_MIN(j->high[x], j->high[y]);
    bool precise = pool->p[a].kind == PLX_PRECISION && pool->p[a].ranged && pool->p[b].ranged;
    if (precise && low > high) {
        j->dropped[pool->p[a].weight < pool->p[b].weight ? a : b] = true;
        return;
    }
    uint32_t into = PLX_MIN(x, y);
    pool->p[PLX_MAX(x, y)].group = into;
    j->low[into] = low;
    j->high[into] = high;
}

static int heavier_first(const void *x, const void *y) {
    const plx_finding *a = x, *b = y;
    if (a->weight != b->weight) {
        return a->weight > b->weight ? -1 : 1;
    }
    for (int i = 0; i < 2; i++) {
        if (a->at[i].account != b->at[i].account) {
            return a->at[i].account < b->at[i].account ? -1 : 1;
        }
        int c = plx_span_cmp(a->at[i].span, b->at[i].span);
        if (c) {
            return c;
        }
    }
    return a->about < b->about ? -1 : a->about > b->about;
}

/* Do two stretches tell of one thing? "the probe of the meddling" and "the meddling" do not. */
static bool one_stretch(plx_span a, plx_span b, plx_finding_about about) {
    size_t longer = PLX_MAX(plx_span_len(a), plx_span_len(b));
    return about != PLX_ABOUT_WORD || plx_span_overlap(a, b) * 2 > longer;
}

/* Neighbours in the order of places that share one; then those of one topic. The heaviest findings
 * come first, so that they decide what the lighter must agree with. */
static void join_all(joiner *j) {
    plx_pool *pool = j->pool;
    place_of *list = plx_new_n(pool->arena, place_of, 2 * pool->n);
    for (uint32_t i = 0; i < pool->n; i++) {
        const plx_finding *f = &pool->p[i];
        uint32_t key = ((uint32_t)f->about * 8 + (uint32_t)f->kind) * 2 + (f->ranged ? 1 : 0);
        list[2 * i] = (place_of){f->at[0], key, i};
        list[2 * i + 1] = (place_of){f->at[1], key, i};
    }
    if (pool->n) {
        qsort(list, 2 * pool->n, sizeof *list, by_place);
    }
    for (size_t i = 0; i < 2 * pool->n; i++) {
        const place_of *a = &list[i];
        for (size_t k = i + 1; k < 2 * pool->n && k < i + MOST_NEIGHBOURS; k++) {
            const place_of *b = &list[k];
            if (a->about_kind != b->about_kind || a->at.account != b->at.account ||
                plx_span_overlap(a->at.span, b->at.span) == 0) {
                break;
            }
            if (!one_stretch(a->at.span, b->at.span, pool->p[a->finding].about)) {
                continue;
            }
            join(j, a->finding, b->finding);
        }
    }
    plx_imap topics;
    plx_imap_init(&topics, pool->arena);
    for (uint32_t i = 0; i < pool->n; i++) {
        const plx_finding *f = &pool->p[i];
        if (f->topic) {
            uint64_t key = (uint64_t)f->topic << 8 | (uint64_t)f->about * 8 | (uint64_t)f->kind;
            join(j, plx_imap_put(&topics, key, i, NULL)->value, i);
        }
    }
}

static const char *const headings[PLX_N_FINDING_ABOUT] = {
    [PLX_ABOUT_WHEN] = "when",
    [PLX_ABOUT_HOW_MANY] = "how many",
    [PLX_ABOUT_WHETHER] = "whether it is done",
    [PLX_ABOUT_ADDRESS] = "the address",
    [PLX_ABOUT_NUMBER] = "the number to call",
    [PLX_ABOUT_WHERE] = "where",
    [PLX_ABOUT_WHO] = "who",
    [PLX_ABOUT_WHY] = "why",
    [PLX_ABOUT_AIM] = "what is meant",
    [PLX_ABOUT_WORD] = "the word for it",
    [PLX_ABOUT_ACT] = "what was done",
    [PLX_ABOUT_QUALITY] = "how it is described",
    [PLX_ABOUT_MANNER] = "in which manner",
    [PLX_ABOUT_EXTENT] = "what is counted in",
    [PLX_ABOUT_SOURCE] = "on whose word",
    [PLX_ABOUT_TELLING] = "how the saying is put",
};

static bool has_account(const plx_difference *d, uint32_t account, size_t n_before) {
    for (size_t i = 0; i < d->positions.n; i++) {
        for (size_t k = 0; k < d->positions.p[i].at.n && k < n_before; k++) {
            if (d->positions.p[i].at.p[k].account == account) {
                return true;
            }
        }
    }
    return false;
}

static size_t count_accounts(const plx_difference *d, size_t n_accounts) {
    size_t n = 0;
    for (uint32_t a = 0; a < n_accounts; a++) {
        n += has_account(d, a, SIZE_MAX);
    }
    return n;
}

/* Do later accounts have the higher numbers, and do their dates tell which is later? Then the count
 * went on, and nobody contradicts anybody. */
static bool is_update(const plx_pool *pool, const plx_indices *members) {
    bool later = false;
    for (size_t i = 0; i < members->n; i++) {
        const plx_finding *f = &pool->p[members->p[i]];
        plx_str x = pool->s->published[f->at[0].account], y = pool->s->published[f->at[1].account];
        int order = x.n >= 10 && y.n >= 10 ? plx_str_cmp(x, y) : 0;
        bool first_lower = f->high[0] < f->low[1];
        if (f->about != PLX_ABOUT_HOW_MANY || !f->ranged || order == 0 ||
            (order < 0) != first_lower || plx_str_starts(x, y) || plx_str_starts(y, x)) {
            return false;
        }
        later = true;
    }
    return later;
}

/* Positions that show the same words are one. */
static void join_equal(plx_difference *d, plx_arena *arena) {
    plx_difference out = *d;
    out.positions.p = NULL;
    out.positions.n = out.positions.cap = 0;
    for (size_t i = 0; i < d->positions.n; i++) {
        const plx_position *p = &d->positions.p[i];
        for (size_t k = 0; k < p->at.n; k++) {
            plx_difference__put(&out, p->value, p->at.p[k], arena);
        }
    }
    *d = out;
}

static void settle_one(plx_pool *pool, const plx_indices *members) {
    const plx_finding *best = &pool->p[members->p[0]];
    plx_difference d = {.kind = best->kind};
    for (size_t i = 0; i < members->n; i++) {
        const plx_finding *f = &pool->p[members->p[i]];
        plx_difference__put(&d, f->value[0], f->at[0], pool->arena);
        plx_difference__put(&d, f->value[1], f->at[1], pool->arena);
    }
    if (d.kind == PLX_CONFLICT && is_update(pool, members)) {
        d.kind = PLX_UPDATE;
    }
    d.subject_kind = best->subject_kind;
    d.subject = best->subject;
    d.weight = best->weight + 0.2 * (double)count_accounts(&d, pool->s->n_accounts);
    d.why =
        d.kind == PLX_UPDATE ? PLX_S("later accounts have the later count") : plx_str_of(best->why);
    plx_str context = plx_difference__short(best->context, SHORT_BYTES, pool->arena);
    d.about = plx_str_format(pool->arena, "%s: %.*s", headings[best->about], PLX_FMT(context));
    for (size_t i = 0; i < d.positions.n;
         i++) { /* grouped by what they mean, shown as they stand */
        plx_at at = d.positions.p[i].at.p[0];
        bool modified = plx_str_find_char(d.positions.p[i].value, ' ', 0) != SIZE_MAX;
        if (best->about != PLX_ABOUT_WHEN || modified) {
            plx_str text = plx_str_at(pool->s->accounts[at.account]->text, at.span);
            d.positions.p[i].value = plx_difference__short(text, SHORT_BYTES, pool->arena);
        }
    }
    join_equal(&d, pool->arena);
    plx_difference__add(pool->s, &d, pool->arena);
}

void plx_pool__settle(plx_pool *pool) {
    if (!pool->n) {
        return;
    }
    qsort(pool->p, pool->n, sizeof *pool->p, heavier_first);
    joiner j = {.pool = pool,
                .low = plx_new_n(pool->arena, double, pool->n),
                .high = plx_new_n(pool->arena, double, pool->n),
                .dropped = plx_new_n(pool->arena, bool, pool->n)};
    for (uint32_t i = 0; i < pool->n; i++) {
        plx_finding *f = &pool->p[i];
        f->group = i;
        j.low[i] = f->ranged ? PLX_MAX(f->low[0], f->low[1]) : -INFINITY;
        j.high[i] = f->ranged ? PLX_MIN(f->high[0], f->high[1]) : INFINITY;
    }
    join_all(&j);
    plx_indices *groups = plx_new_n(pool->arena, plx_indices, pool->n);
    for (uint32_t i = 0; i < pool->n; i++) {
        if (!j.dropped[i]) {
            plx_vec_push(&groups[root_of(pool, i)], pool->arena, i);
        }
    }
    for (uint32_t i = 0; i < pool->n; i++) {
        if (groups[i].n) {
            settle_one(pool, &groups[i]);
        }
    }
}
