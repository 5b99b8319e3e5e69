/* Edges between units are taken best first; two groups join when the edges between them are good on
 * average, an absent edge counting against it (average link, Sokal and Michener 1958). From each
 * account a group takes the unit that fits the others best; what is left over is grouped again. */
#include "reconcile/statement_groups.h"

#include "base/map.h"
#include "base/vec.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_EDGE    PLX_ABSENT_EDGE /* log-odds: kept for averages */
#define LEAST_JOIN    0.0             /* of the edge that proposes a join */
#define LEAST_AVERAGE (-0.5)          /* between the two groups */
#define LEAST_FIT     (-1.0)          /* mean of a member's edges in the end */
#define LEAST_GROUP   0.0             /* mean of a group's edges in the end */
#define N_ROUNDS      2u
#define MOST_COMPARED 12u  /* members of either group that are averaged over */
#define SAME_STRETCH  0.5  /* of the shorter of two spans: they are one place */
#define SAME_GROUP    0.67 /* of a group's units at places of a better group: it says that again */

typedef struct group {
    plx_indices units; /* ascending */
    bool dead;
} group;

typedef struct grouper {
    const plx_claim_units *u;
    const plx_unit_links *links;
    group *groups; /* one a unit at first */
    uint32_t *group_of;
    plx_indices left_out; /* units whose account has a better one in their group */
    plx_unit_groups made;
    plx_arena *arena;
} grouper;

static uint64_t pair_key(uint32_t a, uint32_t b) {
    return (uint64_t)PLX_MIN(a, b) << 32 | PLX_MAX(a, b);
}

plx_unit_links plx_reconcile__unit_links(const plx_claim_units *u, plx_arena *arena) {
    plx_unit_links out = {.edges = plx_reconcile__claim_edges(u, LEAST_EDGE, arena)};
    plx_imap_init(&out.edge_of, arena);
    for (uint32_t e = 0; e < out.edges.n; e++) {
        plx_imap_put(&out.edge_of, pair_key(out.edges.p[e].a, out.edges.p[e].b), e, NULL);
    }
    return out;
}

double plx_reconcile__link(const plx_unit_links *links, uint32_t a, uint32_t b) {
    uint32_t e = plx_imap_get(&links->edge_of, pair_key(a, b));
    return e == PLX_NONE ? PLX_ABSENT_EDGE : links->edges.p[e].log_odds;
}

double plx_reconcile__link_to_group(const plx_claim_units *u, const plx_unit_links *links,
                                    const plx_indices *x, uint32_t unit) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->n && n < 4 * MOST_COMPARED; i++) {
        if (u->p[x->p[i]].account != u->p[unit].account) {
            sum += plx_reconcile__link(links, unit, x->p[i]);
            n++;
        }
    }
    return n ? sum / (double)n : 0;
}

/* Mean log-odds between the members of two groups; pairs within one account do not count. */
static double average(const grouper *g, const group *x, const group *y) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->units.n && i < MOST_COMPARED; i++) {
        for (size_t k = 0; k < y->units.n && k < MOST_COMPARED; k++) {
            uint32_t a = x->units.p[i], b = y->units.p[k];
            if (g->u->p[a].account != g->u->p[b].account) {
                sum += plx_reconcile__link(g->links, a, b);
                n++;
            }
        }
    }
    return n ? sum / (double)n : PLX_ABSENT_EDGE;
}

/* Would a joined group hold clauses of one account that say different things? Two that overlap are
 * one with its part. */
static bool crowded(const grouper *g, const group *x, const group *y) {
    size_t n_same = 0;
    for (size_t i = 0; i < x->units.n; i++) {
        for (size_t k = 0; k < y->units.n; k++) {
            const plx_claim_unit *a = &g->u->p[x->units.p[i]], *b = &g->u->p[y->units.p[k]];
            n_same += a->account == b->account && plx_span_overlap(a->span, b->span) == 0;
        }
    }
    return n_same > PLX_MIN(x->units.n, y->units.n) / 2;
}

static void join(grouper *g, uint32_t into, uint32_t from) {
    group *x = &g->groups[into], *y = &g->groups[from];
    plx_indices all = {0};
    plx_vec_reserve(&all, g->arena, x->units.n + y->units.n + 1);
    PLX_ASSERT(all.p != NULL);
    size_t i = 0, k = 0;
    while (i < x->units.n || k < y->units.n) {
        bool left = k == y->units.n || (i < x->units.n && x->units.p[i] < y->units.p[k]);
        all.p[all.n++] = left ? x->units.p[i++] : y->units.p[k++];
    }
    x->units = all;
    for (size_t m = 0; m < y->units.n; m++) {
        g->group_of[y->units.p[m]] = into;
    }
    y->dead = true;
}

static void join_by_edges(grouper *g) {
    for (uint32_t e = 0; e < g->links->edges.n; e++) {
        const plx_claim_edge *edge = &g->links->edges.p[e];
        if (edge->log_odds < LEAST_JOIN) {
            break; /* best first */
        }
        uint32_t x = g->group_of[edge->a], y = g->group_of[edge->b];
        if (x == y || x == PLX_NONE || y == PLX_NONE) {
            continue;
        }
        group *a = &g->groups[x], *b = &g->groups[y];
        if (!crowded(g, a, b) && average(g, a, b) >= LEAST_AVERAGE) {
            join(g, PLX_MIN(x, y), PLX_MAX(x, y));
        }
    }
}

static double fit(const grouper *g, const group *x, uint32_t unit) {
    return plx_reconcile__link_to_group(g->u, g->links, &x->units, unit);
}

/* Takes out the units that fit the others badly, the worst first. */
static void prune(grouper *g, group *x) {
    while (x->units.n > 1) {
        size_t worst = 0;
        double least = INFINITY;
        for (size_t i = 0; i < x->units.n; i++) {
            double f = fit(g, x, x->units.p[i]);
            if (f < least) {
                least = f;
                worst = i;
            }
        }
        if (least >= LEAST_FIT) {
            return;
        }
        plx_vec_push(&g->left_out, g->arena, x->units.p[worst]);
        memmove(&x->units.p[worst], &x->units.p[worst + 1],
                (x->units.n - worst - 1) * sizeof(uint32_t));
        x->units.n--;
    }
}

/* Leaves one unit an account: that which fits best. The others go to left_out. */
static void thin(grouper *g, uint32_t index) {
    group *x = &g->groups[index];
    plx_indices kept = {0};
    for (size_t i = 0; i < x->units.n;) {
        size_t end = i;
        uint32_t best = x->units.p[i];
        double best_fit = -INFINITY;
        while (end < x->units.n && g->u->p[x->units.p[end]].account == g->u->p[best].account) {
            double f = fit(g, x, x->units.p[end]);
            if (f > best_fit) {
                best_fit = f;
                best = x->units.p[end];
            }
            end++;
        }
        for (; i < end; i++) {
            uint32_t unit = x->units.p[i];
            if (unit == best) {
                plx_vec_push(&kept, g->arena, unit);
            } else {
                plx_vec_push(&g->left_out, g->arena, unit);
            }
        }
    }
    x->units = kept;
    prune(g, x);
}

static int by_number(const void *x, const void *y) {
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

/* Groups the given units; those that no group of two or more took come back. */
static plx_indices one_round(grouper *g, const plx_indices *units) {
    for (size_t i = 0; i < g->u->n; i++) {
        g->group_of[i] = PLX_NONE;
    }
    for (size_t i = 0; i < units->n; i++) {
        uint32_t u = units->p[i];
        g->groups[u] = (group){0};
        plx_vec_push(&g->groups[u].units, g->arena, u);
        g->group_of[u] = u;
    }
    g->left_out = (plx_indices){0};
    join_by_edges(g);
    for (size_t i = 0; i < units->n; i++) {
        group *x = &g->groups[units->p[i]];
        if (x->dead || !x->units.n) {
            continue;
        }
        if (x->units.n > 1) {
            thin(g, units->p[i]);
        }
        if (x->units.n == 1) {
            plx_vec_push(&g->left_out, g->arena, x->units.p[0]);
        } else {
            plx_vec_push(&g->made, g->arena, x->units);
        }
    }
    if (g->left_out.n) {
        qsort(g->left_out.p, g->left_out.n, sizeof *g->left_out.p, by_number);
    }
    return g->left_out;
}

/* ---- of groups that say the same, the best -----------------------------------------------------
 */

typedef struct ranked {
    double sum, mean; /* of its edges */
    plx_indices units;
} ranked;

static ranked rank(const grouper *g, plx_indices units) {
    ranked out = {.units = units};
    size_t n = 0;
    for (size_t i = 0; i < units.n; i++) {
        for (size_t k = i + 1; k < units.n && k <= i + 4 * MOST_COMPARED; k++) {
            if (g->u->p[units.p[i]].account != g->u->p[units.p[k]].account) {
                out.sum += plx_reconcile__link(g->links, units.p[i], units.p[k]);
                n++;
            }
        }
    }
    out.mean = n ? out.sum / (double)n : PLX_ABSENT_EDGE;
    return out;
}

static int best_first(const void *x, const void *y) {
    const ranked *a = x, *b = y;
    if (a->sum != b->sum) {
        return a->sum > b->sum ? -1 : 1;
    }
    for (size_t i = 0; i < a->units.n && i < b->units.n; i++) {
        if (a->units.p[i] != b->units.p[i]) {
            return a->units.p[i] < b->units.p[i] ? -1 : 1;
        }
    }
    return a->units.n < b->units.n ? -1 : a->units.n > b->units.n;
}

/* The places that the groups chosen so far have taken in one account. */
typedef struct taken {
    struct {
        uint32_t unit, group;
    } * p;
    size_t n, cap;
} taken;

static bool same_stretch(plx_span a, plx_span b) {
    uint32_t shorter = PLX_MIN(plx_span_len(a), plx_span_len(b));
    uint32_t both = plx_span_overlap(a, b);
    return both > 0 && both >= SAME_STRETCH * shorter;
}

/* Do most of the units stand at places of one group chosen before? hits: a zero a chosen group. */
static bool said_again(const grouper *g, const taken *by_account, const plx_indices *units,
                       uint32_t *hits, plx_indices *touched) {
    bool again = false;
    touched->n = 0;
    for (size_t i = 0; i < units->n; i++) {
        const plx_claim_unit *u = &g->u->p[units->p[i]];
        const taken *t = &by_account[u->account];
        uint32_t last = PLX_NONE;
        for (size_t k = 0; k < t->n; k++) {
            /* a group's places in one account stand together: count each group once a unit */
            if (t->p[k].group != last && same_stretch(u->span, g->u->p[t->p[k].unit].span)) {
                last = t->p[k].group;
                if (hits[last]++ == 0) {
                    plx_vec_push(touched, g->arena, last);
                }
                again = again || hits[last] >= SAME_GROUP * (double)units->n;
            }
        }
    }
    for (size_t i = 0; i < touched->n; i++) {
        hits[touched->p[i]] = 0;
    }
    return again;
}

static plx_unit_groups choose(grouper *g) {
    size_t n = g->made.n, n_accounts = 0;
    ranked *order = plx_new_n(g->arena, ranked, n);
    for (size_t i = 0; i < n; i++) {
        order[i] = rank(g, g->made.p[i]);
    }
    if (n) {
        qsort(order, n, sizeof *order, best_first);
    }
    for (size_t i = 0; i < g->u->n; i++) {
        n_accounts = PLX_MAX(n_accounts, (size_t)g->u->p[i].account + 1);
    }
    taken *by_account = plx_new_n(g->arena, taken, n_accounts);
    uint32_t *hits = plx_new_n(g->arena, uint32_t, n);
    plx_indices touched = {0};
    plx_unit_groups out = {0};
    for (size_t i = 0; i < n; i++) {
        const plx_indices *units = &order[i].units;
        if (order[i].mean < LEAST_GROUP || said_again(g, by_account, units, hits, &touched)) {
            continue;
        }
        for (size_t k = 0; k < units->n; k++) {
            taken *t = &by_account[g->u->p[units->p[k]].account];
            plx_vec_reserve(t, g->arena, t->n + 1);
            t->p[t->n].unit = units->p[k];
            t->p[t->n++].group = (uint32_t)out.n;
        }
        plx_vec_push(&out, g->arena, *units);
    }
    return out;
}

plx_unit_groups plx_reconcile__group_units(const plx_claim_units *u, const plx_unit_links *links,
                                           plx_arena *arena) {
    grouper g = {.u = u, .links = links, .arena = arena};
    g.groups = plx_new_n(arena, group, u->n);
    g.group_of = plx_new_n(arena, uint32_t, u->n);
    plx_indices all = {0};
    for (uint32_t i = 0; i < u->n; i++) {
        plx_vec_push(&all, arena, i);
    }
    for (unsigned round = 0; round < N_ROUNDS && all.n; round++) {
        all = one_round(&g, &all);
    }
    return choose(&g);
}
