/* Each unit proposes groups: itself and, from other accounts, whatever fits the members so far
 * best, as long as its links to them are good, each on its own and on average; every stage of this
 * growth is a proposal. Then the group is taken that explains most: the sum of its links, without
 * those between places that a group taken before has brought together already; and so on, as long
 * as most of a group's links are new. So a clause may serve two groups, one early mistake does not
 * spread, and a weak member does not take a strong pair down with it. (Clustering by committees of
 * near neighbours, after Pantel and Lin 2002; greedy cover by marginal gain, Nemhauser et al. 1978,
 * with lazy evaluation, Minoux 1978.) */
#include "reconcile/statement_groups.h"

#include "base/map.h"
#include "base/vec.h"

#include <math.h>
#include <stdlib.h>

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)

#define LEAST_AVERAGE 2.0 /* of a unit's links to the group that it joins */
#define LEAST_LINK    1.0 /* of any one of them, in a group of less than MANY */
#define LEAST_GAIN    1.8 /* of a group, and so of the only link of a group of two */
#define AGAIN_AVERAGE 2.8 /* of a further place in an account that a group has */
#define AGAIN_LINK    1.5 /* of any one of them */
#define LEAST_NEW     0.6 /* share of a group's links that no better one has */
#define SETTLED       4.0 /* a unit that fits a large group so well proposes none */
#define MANY          8u  /* members: links to so many tell enough */
#define LARGE         16u /* members: the neighbours of all are looked at, not of the first alone */
#define MOST_COMPARED 48u /* members that one is measured against */
#define TOLD          0.5 /* of a unit, by a member of a group: the group tells it */
#define GREATER_PART  0.5 /* of the members that hold those of a group: it says the same */
#define MUCH_WEAKER   0.75 /* than in the group in which a unit stands strongest */
#define WITHIN        0.95 /* of a member, by a member of another group */

typedef struct neighbour {
    uint32_t unit;
    double log_odds;
} neighbour;

typedef struct proposal {
    double gain; /* mean of its links, times its members less one and the share that is new */
    plx_indices units;
} proposal;

/* A candidate or member of the group in the making. */
typedef struct standing {
    double sum;       /* of its links to the members */
    double least;     /* the least of them */
    uint32_t n_links; /* how many these are */
    bool near;        /* is one */
} standing;

typedef struct grouper {
    const plx_claim_units *u;
    const plx_unit_links *links;
    neighbour *neighbours; /* of all units, the best first */
    uint32_t *first;       /* of each unit, and the end of the last */
    double *fits;          /* of each unit in the best large group so far */
    /* of the group in the making */
    standing *of_unit;
    bool *account_taken;
    uint32_t *best_of_account; /* in one sweep; PLX_NONE outside of it */
    bool *seen;                /* of each unit; all false between two uses */
    plx_indices sweep;         /* accounts */
    plx_indices members;
    plx_indices near_units; /* those with `near` */
    plx_indices candidates; /* those of them whose account may still have room */
    PLX_VEC(proposal) made;
    plx_arena *arena;
} grouper;

double plx_reconcile__link_to_group(const plx_claim_units *u, const plx_unit_links *links,
                                    const plx_indices *x, uint32_t unit) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->n && n < MOST_COMPARED; i++) {
        if (u->p[x->p[i]].account != u->p[unit].account) {
            sum += plx_reconcile__link(links, unit, x->p[i]);
            n++;
        }
    }
    return n ? sum / (double)n : 0;
}

static int by_number(const void *x, const void *y) {
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

/* ---- the groups that units propose
 * --------------------------------------------------------------- */

static void list_neighbours(grouper *g) {
    const plx_claim_edges *e = &g->links->edges;
    g->first = plx_new_n(g->arena, uint32_t, g->u->n + 2);
    g->neighbours = plx_new_n(g->arena, neighbour, 2 * e->n + 1);
    for (size_t i = 0; i < e->n; i++) {
        g->first[e->p[i].a + 2]++;
        g->first[e->p[i].b + 2]++;
    }
    for (size_t i = 2; i < g->u->n + 2; i++) {
        g->first[i] += g->first[i - 1];
    }
    for (size_t i = 0; i < e->n; i++) { /* edges are best first, and so the lists */
        g->neighbours[g->first[e->p[i].a + 1]++] = (neighbour){e->p[i].b, e->p[i].log_odds};
        g->neighbours[g->first[e->p[i].b + 1]++] = (neighbour){e->p[i].a, e->p[i].log_odds};
    }
}

static void clear(grouper *g) {
    for (size_t i = 0; i < g->near_units.n; i++) {
        g->of_unit[g->near_units.p[i]] = (standing){.least = INFINITY};
    }
    for (size_t i = 0; i < g->members.n; i++) {
        g->account_taken[g->u->p[g->members.p[i]].account] = false;
    }
    g->members.n = g->candidates.n = g->near_units.n = 0;
}

static void add_candidate(grouper *g, uint32_t unit) {
    if (!g->of_unit[unit].near) {
        g->of_unit[unit].near = true;
        plx_vec_push(&g->near_units, g->arena, unit);
        plx_vec_push(&g->candidates, g->arena, unit);
    }
}

/* Adds a candidate to the members: its links count for the others, and its near neighbours become
 * candidates. */
static void add_member(grouper *g, uint32_t unit) {
    bool opens = g->members.n == 0 || g->members.n >= LARGE;
    plx_vec_push(&g->members, g->arena, unit);
    g->account_taken[g->u->p[unit].account] = true;
    for (uint32_t i = g->first[unit]; i < g->first[unit + 1]; i++) {
        const neighbour *x = &g->neighbours[i];
        if (opens && x->log_odds >= LEAST_LINK) {
            add_candidate(g, x->unit);
        }
        standing *of = &g->of_unit[x->unit];
        if (of->near) {
            of->sum += x->log_odds;
            of->n_links++;
            of->least = PLX_MIN(of->least, x->log_odds);
        }
    }
}

/* Mean of a unit's links to n_others members. In a large group not every pair was compared: links
 * that are absent count only until enough are known. */
static double fit(const grouper *g, uint32_t unit, size_t n_others) {
    const standing *of = &g->of_unit[unit];
    size_t known = of->n_links, needed = PLX_MIN(n_others, (size_t)MANY);
    size_t absent = needed > known ? needed - known : 0;
    return (of->sum + PLX_ABSENT_EDGE * (double)absent) / (double)(known + absent);
}

/* The candidate of a new account that fits best, well enough; or PLX_NONE. */
static uint32_t best_candidate(grouper *g) {
    uint32_t best = PLX_NONE;
    double best_fit = LEAST_AVERAGE;
    size_t n = 0;
    for (size_t i = 0; i < g->candidates.n; i++) {
        uint32_t unit = g->candidates.p[i];
        if (g->account_taken[g->u->p[unit].account]) {
            continue;
        }
        g->candidates.p[n++] = unit;
        double f = fit(g, unit, g->members.n);
        bool linked = g->members.n >= MANY || (g->of_unit[unit].n_links == g->members.n &&
                                               g->of_unit[unit].least >= LEAST_LINK);
        if (linked && (f > best_fit || (f == best_fit && unit < best))) {
            best = unit;
            best_fit = f;
        }
    }
    g->candidates.n = n;
    return best;
}

/* A large group takes, of each account, the candidate that fits best, all at once; false when there
 * was none. */
static bool add_all_that_fit(grouper *g) {
    g->sweep.n = 0;
    for (size_t i = 0; i < g->candidates.n; i++) {
        uint32_t unit = g->candidates.p[i], account = g->u->p[unit].account;
        double f = g->account_taken[account] ? 0 : fit(g, unit, g->members.n);
        if (f < LEAST_AVERAGE) {
            continue;
        }
        uint32_t had = g->best_of_account[account];
        if (had == PLX_NONE) {
            plx_vec_push(&g->sweep, g->arena, account);
        }
        double had_fit = had == PLX_NONE ? 0 : fit(g, had, g->members.n);
        if (f > had_fit || (f == had_fit && unit < had)) {
            g->best_of_account[account] = unit;
        }
    }
    for (size_t i = 0; i < g->sweep.n; i++) {
        uint32_t unit = g->best_of_account[g->sweep.p[i]];
        g->best_of_account[g->sweep.p[i]] = PLX_NONE;
        add_member(g, unit);
    }
    return g->sweep.n > 0;
}

/* The members so far as a proposal. */
static void put_proposal(grouper *g) {
    size_t n = g->members.n;
    proposal made = {0};
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t unit = g->members.p[i];
        double f = fit(g, unit, n - 1);
        g->fits[unit] = n >= LARGE ? PLX_MAX(g->fits[unit], f) : g->fits[unit];
        sum += f;
    }
    made.gain = sum / (double)n * (double)(n - 1);
    if (made.gain >= LEAST_GAIN) {
        made.units = (plx_indices){plx_new_n(g->arena, uint32_t, n), n, n};
        memcpy(made.units.p, g->members.p, n * sizeof *made.units.p);
        qsort(made.units.p, n, sizeof *made.units.p, by_number);
        plx_vec_push(&g->made, g->arena, made);
    }
}

static void propose(grouper *g, uint32_t seed) {
    size_t n_before = g->made.n;
    add_candidate(g, seed);
    add_member(g, seed);
    for (uint32_t next; g->members.n < LARGE && (next = best_candidate(g)) != PLX_NONE;) {
        add_member(g, next);
        if (g->members.n < LARGE) {
            put_proposal(g);
        }
    }
    while (g->members.n >= LARGE && add_all_that_fit(g)) {}
    if (g->members.n >= LARGE) { /* its stages say nothing of their own */
        g->made.n = n_before;
        put_proposal(g);
    }
    clear(g);
}

typedef struct seed {
    double promise; /* sum of the best links to four accounts */
    uint32_t unit;
} seed;

static int most_promising(const void *x, const void *y) {
    const seed *a = x, *b = y;
    if (a->promise != b->promise) {
        return a->promise > b->promise ? -1 : 1;
    }
    return a->unit < b->unit ? -1 : a->unit > b->unit;
}

static seed seed_of(const grouper *g, uint32_t unit) {
    seed out = {.unit = unit};
    uint32_t accounts[4];
    size_t n = 0;
    for (uint32_t i = g->first[unit]; i < g->first[unit + 1] && n < PLX_COUNT(accounts); i++) {
        const neighbour *x = &g->neighbours[i];
        uint32_t account = g->u->p[x->unit].account;
        bool seen = false;
        for (size_t k = 0; k < n; k++) {
            seen = seen || accounts[k] == account;
        }
        if (!seen && x->log_odds > 0) {
            accounts[n++] = account;
            out.promise += x->log_odds;
        }
    }
    return out;
}

static void propose_all(grouper *g, size_t n_accounts) {
    size_t n = g->u->n;
    list_neighbours(g);
    g->fits = plx_new_n(g->arena, double, n);
    g->of_unit = plx_new_n(g->arena, standing, n);
    g->account_taken = plx_new_n(g->arena, bool, n_accounts);
    g->best_of_account = plx_new_n(g->arena, uint32_t, n_accounts);
    for (size_t i = 0; i < n; i++) {
        g->of_unit[i].least = INFINITY;
    }
    for (size_t i = 0; i < n_accounts; i++) {
        g->best_of_account[i] = PLX_NONE;
    }
    seed *seeds = plx_new_n(g->arena, seed, n);
    for (uint32_t i = 0; i < n; i++) {
        seeds[i] = seed_of(g, i);
    }
    if (n) {
        qsort(seeds, n, sizeof *seeds, most_promising);
    }
    for (size_t i = 0; i < n && seeds[i].promise > 0; i++) {
        if (g->fits[seeds[i].unit] < SETTLED) {
            propose(g, seeds[i].unit);
        }
    }
}

/* ---- of groups that say the same, the best -----------------------------------------------------
 */

static int best_first(const void *x, const void *y) {
    const proposal *a = x, *b = y;
    if (a->gain != b->gain) {
        return a->gain > b->gain ? -1 : 1;
    }
    for (size_t i = 0; i < a->units.n && i < b->units.n; i++) {
        if (a->units.p[i] != b->units.p[i]) {
            return a->units.p[i] < b->units.p[i] ? -1 : 1;
        }
    }
    return a->units.n < b->units.n ? -1 : a->units.n > b->units.n;
}

typedef struct chooser {
    const grouper *g;
    uint32_t *first;     /* unit of each account, and the end of the last */
    plx_indices *at;     /* of each unit: the groups chosen that stand at its place, ascending */
    uint32_t *hits;      /* of each group chosen: units of a large group at its places */
    plx_indices touched; /* those with hits */
    plx_unit_groups chosen;
    plx_arena *arena;
} chooser;

static bool meet(const plx_indices *a, const plx_indices *b) {
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->p[i] == b->p[k]) {
            return true;
        }
        if (a->p[i] < b->p[k]) {
            i++;
        } else {
            k++;
        }
    }
    return false;
}

/* Of a small group: the mean of its links that are new, times as many as it has members less one;
 * and their share. */
static double gain_of_small(const chooser *c, const plx_indices *x, double *share) {
    double sum = 0, fresh = 0;
    for (size_t i = 0; i < x->n; i++) {
        for (size_t k = i + 1; k < x->n; k++) {
            if (!meet(&c->at[x->p[i]], &c->at[x->p[k]])) {
                sum += plx_reconcile__link(c->g->links, x->p[i], x->p[k]);
                fresh++;
            }
        }
    }
    double n = (double)x->n;
    *share = fresh * 2 / (n * (n - 1));
    return sum * 2 / n;
}

/* The same of a large one, in which links are as good as one another: those between the units that
 * stand at the places of one better group are not new. */
static double gain_of_large(chooser *c, const proposal *p, double *share) {
    double most = 0, n = (double)p->units.n;
    c->touched.n = 0;
    for (size_t i = 0; i < p->units.n; i++) {
        const plx_indices *at = &c->at[p->units.p[i]];
        for (size_t k = 0; k < at->n; k++) {
            if (c->hits[at->p[k]]++ == 0) {
                plx_vec_push(&c->touched, c->arena, at->p[k]);
            }
        }
    }
    for (size_t i = 0; i < c->touched.n; i++) {
        most = PLX_MAX(most, (double)c->hits[c->touched.p[i]]);
        c->hits[c->touched.p[i]] = 0;
    }
    *share = 1 - most * (most - 1) / (n * (n - 1));
    return p->gain * *share;
}

static double gain_of(chooser *c, const proposal *p, double *share) {
    return p->units.n < LARGE ? gain_of_small(c, &p->units, share) : gain_of_large(c, p, share);
}

static bool covers(plx_span a, plx_span b, double share) {
    uint32_t both = plx_span_overlap(a, b);
    return both > 0 && both >= share * plx_span_len(b);
}

/* A group has one unit an account: all that are told by it get to know the group. A longer cut of
 * the same clause is not: "ten were treated at one hospital" does not tell the half that follows
 * it, on which other accounts may agree as well. */
static void take(chooser *c, const plx_indices *units) {
    const plx_claim_unit *u = c->g->u->p;
    for (size_t k = 0; k < units->n; k++) {
        const plx_claim_unit *x = &u[units->p[k]];
        for (uint32_t i = c->first[x->account]; i < c->first[x->account + 1]; i++) {
            if (covers(x->span, u[i].span, TOLD)) {
                plx_vec_push(&c->at[i], c->arena, (uint32_t)c->chosen.n);
            }
        }
    }
    plx_vec_push(&c->chosen, c->arena, *units);
}

static void sift_down(proposal *heap, size_t n, size_t at) {
    for (size_t child; (child = 2 * at + 1) < n; at = child) {
        child += child + 1 < n && best_first(&heap[child + 1], &heap[child]) < 0;
        if (best_first(&heap[at], &heap[child]) <= 0) {
            return;
        }
        proposal x = heap[at];
        heap[at] = heap[child];
        heap[child] = x;
    }
}

/* What a group gains can only shrink as others are taken: the best of those whose gain was reckoned
 * before need reckoning anew, and stays best if it still gains more than the next. */
static plx_unit_groups choose(grouper *g, size_t n_accounts) {
    size_t n = g->made.n;
    proposal *heap = g->made.p;
    chooser c = {.g = g, .arena = g->arena};
    c.first = plx_new_n(g->arena, uint32_t, n_accounts + 1);
    c.at = plx_new_n(g->arena, plx_indices, g->u->n);
    c.hits = plx_new_n(g->arena, uint32_t, n);
    for (size_t i = 0; i < g->u->n; i++) {
        c.first[g->u->p[i].account + 1] = (uint32_t)i + 1;
    }
    for (size_t a = 0; a < n_accounts; a++) { /* an account may have none */
        c.first[a + 1] = PLX_MAX(c.first[a], c.first[a + 1]);
    }
    if (n) {
        qsort(heap, n, sizeof *heap, best_first); /* sorted is a heap */
    }
    while (n) {
        double share, gain = gain_of(&c, &heap[0], &share);
        bool shrank = gain < heap[0].gain - 1e-9;
        if (gain < LEAST_GAIN || share < LEAST_NEW) {
            heap[0] = heap[--n];
        } else if (shrank) {
            heap[0].gain = gain;
        } else {
            take(&c, &heap[0].units);
            heap[0] = heap[--n];
        }
        sift_down(heap, n, 0);
    }
    return c.chosen;
}

/* ---- further places of an account: headline and text say the same
 * ----------------------------------------------------------------- */

/* Mean of a unit's links to the members of other accounts; -INFINITY if one of them is too low. */
static double fit_again(const grouper *g, const plx_indices *members, uint32_t unit) {
    double sum = 0, n = 0;
    for (size_t i = 0; i < members->n; i++) {
        if (g->u->p[members->p[i]].account != g->u->p[unit].account) {
            double link = plx_reconcile__link(g->links, members->p[i], unit);
            if (link < AGAIN_LINK) {
                return -INFINITY;
            }
            sum += link;
            n++;
        }
    }
    return n > 0 ? sum / n : -INFINITY;
}

/* Has the group the unit's account, but nothing at its place? */
static bool stands_elsewhere(const grouper *g, const plx_indices *units, uint32_t unit) {
    const plx_claim_unit *u = &g->u->p[unit];
    bool has = false;
    for (size_t i = 0; i < units->n; i++) {
        const plx_claim_unit *other = &g->u->p[units->p[i]];
        if (other->account == u->account) {
            has = true;
            if (plx_span_overlap(other->span, u->span)) {
                return false;
            }
        }
    }
    return has;
}

/* Adds the units that say the group's claim once more, those that fit best first. */
static void add_further_places(grouper *g, plx_indices *units, plx_arena *arena) {
    plx_indices members = {0}, near = {0};
    for (size_t i = 0; i < units->n; i++) {
        plx_vec_push(&members, g->arena, units->p[i]);
        for (uint32_t k = g->first[units->p[i]]; k < g->first[units->p[i] + 1]; k++) {
            const neighbour *x = &g->neighbours[k];
            if (x->log_odds >= AGAIN_LINK && !g->seen[x->unit]) {
                g->seen[x->unit] = true;
                plx_vec_push(&near, g->arena, x->unit);
            }
        }
    }
    for (;;) {
        uint32_t best = PLX_NONE;
        double best_fit = 0;
        for (size_t i = 0; i < near.n; i++) {
            if (!stands_elsewhere(g, units, near.p[i])) {
                continue;
            }
            double f = fit_again(g, &members, near.p[i]);
            if (f >= AGAIN_AVERAGE && (f > best_fit || (f == best_fit && near.p[i] < best))) {
                best = near.p[i];
                best_fit = f;
            }
        }
        if (best == PLX_NONE) {
            break;
        }
        plx_vec_push(units, arena, best);
    }
    qsort(units->p, units->n, sizeof *units->p, by_number);
    for (size_t i = 0; i < near.n; i++) {
        g->seen[near.p[i]] = false;
    }
}

/* ---- groups within others
 * ----------------------------------------------------------------------- */

typedef struct sized {
    size_t length; /* of its units in all */
    uint32_t group;
} sized;

static int longest_first(const void *x, const void *y) {
    const sized *a = x, *b = y;
    if (a->length != b->length) {
        return a->length > b->length ? -1 : 1;
    }
    return a->group < b->group ? -1 : a->group > b->group;
}

/* Length of the group's member that holds the unit, or 0. */
static uint32_t held_in(const grouper *g, const plx_indices *group, uint32_t unit) {
    const plx_claim_unit *u = &g->u->p[unit];
    for (size_t i = 0; i < group->n; i++) {
        const plx_claim_unit *x = &g->u->p[group->p[i]];
        if (x->account == u->account && covers(x->span, u->span, WITHIN)) {
            return plx_span_len(x->span);
        }
    }
    return 0;
}

static bool is_held(const grouper *g, const plx_indices *group, const plx_indices *in) {
    double length = 0, around = 0;
    for (size_t i = 0; i < group->n; i++) {
        uint32_t holder = held_in(g, in, group->p[i]);
        if (!holder) {
            return false;
        }
        around += holder;
        length += plx_span_len(g->u->p[group->p[i]].span);
    }
    return length >= GREATER_PART * around;
}

/* Do the units of another group, some of which overlap the first of these, hold all of them? */
static bool held_by_another(const grouper *g, const plx_unit_groups *all, const plx_indices *at,
                            const plx_indices *group) {
    const plx_claim_unit *u = g->u->p;
    uint32_t first = group->p[0], from = first, to = first + 1;
    while (from > 0 && u[from - 1].account == u[first].account &&
           u[from - 1].sentence == u[first].sentence) {
        from--;
    }
    while (to < g->u->n && u[to].account == u[first].account &&
           u[to].sentence == u[first].sentence) {
        to++;
    }
    for (uint32_t i = from; i < to; i++) {
        for (size_t k = 0; k < at[i].n; k++) {
            if (is_held(g, group, &all->p[at[i].p[k]])) {
                return true;
            }
        }
    }
    return false;
}

/* Takes away the groups that stand within a longer one and are the greater part of it: the same
 * lined up once more. A smaller part is a claim of its own. The others keep their order. */
static void drop_held(const grouper *g, plx_unit_groups *all) {
    sized *order = plx_new_n(g->arena, sized, all->n + 1);
    bool *held = plx_new_n(g->arena, bool, all->n + 1);
    plx_indices *at = plx_new_n(g->arena, plx_indices, g->u->n); /* kept groups, of each unit */
    for (uint32_t i = 0; i < all->n; i++) {
        order[i].group = i;
        for (size_t k = 0; k < all->p[i].n; k++) {
            order[i].length += plx_span_len(g->u->p[all->p[i].p[k]].span);
        }
    }
    qsort(order, all->n, sizeof *order, longest_first);
    for (size_t i = 0; i < all->n; i++) {
        const plx_indices *group = &all->p[order[i].group];
        held[order[i].group] = group->n < LARGE && held_by_another(g, all, at, group);
        for (size_t k = 0; k < group->n && !held[order[i].group]; k++) {
            plx_vec_push(&at[group->p[k]], g->arena, order[i].group);
        }
    }
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (!held[i]) {
            all->p[n++] = all->p[i];
        }
    }
    all->n = n;
}

/* ---- units in several groups
 * -------------------------------------------------------------------- */

typedef struct membership {
    uint32_t unit, group;
    double strength; /* mean link to the group's members, times these */
} membership;

static int by_unit(const void *x, const void *y) {
    const membership *a = x, *b = y;
    if (a->unit != b->unit) {
        return a->unit < b->unit ? -1 : 1;
    }
    return a->group < b->group ? -1 : a->group > b->group;
}

static size_t count_accounts(const grouper *g, const plx_indices *units) {
    size_t n = 0;
    for (size_t i = 0; i < units->n; i++) { /* units go by account */
        n += i == 0 || g->u->p[units->p[i]].account != g->u->p[units->p[i - 1]].account;
    }
    return n;
}

/* Takes a unit out of the groups in which it stands much weaker than in its best one: what it says
 * is said there. Groups that are left with one account go. */
static void settle_units(const grouper *g, plx_unit_groups *all) {
    PLX_VEC(membership) of = {0};
    for (uint32_t i = 0; i < all->n; i++) {
        const plx_indices *x = &all->p[i];
        for (size_t k = 0; k < x->n; k++) {
            double mean = plx_reconcile__link_to_group(g->u, g->links, x, x->p[k]);
            membership m = {x->p[k], i, mean * (double)(x->n - 1)};
            plx_vec_push(&of, g->arena, m);
        }
    }
    if (of.n) {
        qsort(of.p, of.n, sizeof *of.p, by_unit);
    }
    PLX_VEC(membership) leave = {0};
    for (size_t i = 0, end; i < of.n; i = end) {
        double best = 0;
        for (end = i; end < of.n && of.p[end].unit == of.p[i].unit; end++) {
            best = PLX_MAX(best, of.p[end].strength);
        }
        for (size_t k = i; k < end; k++) {
            if (of.p[k].strength < MUCH_WEAKER * best) {
                plx_vec_push(&leave, g->arena, of.p[k]);
            }
        }
    }
    for (size_t i = 0; i < leave.n; i++) {
        plx_indices *x = &all->p[leave.p[i].group];
        size_t n = 0;
        for (size_t k = 0; k < x->n; k++) {
            if (x->p[k] != leave.p[i].unit) {
                x->p[n++] = x->p[k];
            }
        }
        x->n = n;
    }
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (count_accounts(g, &all->p[i]) > 1) {
            all->p[n++] = all->p[i];
        }
    }
    all->n = n;
}

typedef struct groups_job {
    const plx_claim_units *units;
    const plx_unit_links *links;
    plx_arena *arena;
    plx_unit_groups made;
} groups_job;

static void group_units(void *ctx, plx_arena *scratch) {
    groups_job *job = ctx;
    const plx_claim_units *u = job->units;
    grouper g = {.u = u, .links = job->links, .arena = scratch};
    size_t n_accounts = 0;
    for (size_t i = 0; i < u->n; i++) {
        n_accounts = PLX_MAX(n_accounts, (size_t)u->p[i].account + 1);
    }
    propose_all(&g, n_accounts);
    plx_unit_groups chosen = choose(&g, n_accounts);
    g.seen = plx_new_n(scratch, bool, u->n);
    for (size_t i = 0; i < chosen.n; i++) { /* few of those proposed */
        plx_indices units = chosen.p[i];
        units.p = plx_new_n(job->arena, uint32_t, units.n);
        units.cap = units.n;
        memcpy(units.p, chosen.p[i].p, units.n * sizeof *units.p);
        if (units.n < LARGE) {
            add_further_places(&g, &units, job->arena);
        }
        plx_vec_push(&job->made, job->arena, units);
    }
    drop_held(&g, &job->made);
    settle_units(&g, &job->made);
}

plx_unit_groups plx_reconcile__group_units(const plx_claim_units *u, const plx_unit_links *links,
                                           plx_arena *arena) {
    groups_job job = {u, links, arena, {0}};
    plx_with_scratch(SCRATCH_LIMIT_BYTES, group_units, &job);
    return job.made;
}
