#include "reconcile/claim_links.h"

#include "base/sort.h"
#include "base/vec.h"

#include <math.h>

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)
#define SAME_STRETCH        0.5 /* of the shorter of two spans */

static bool same_stretch(plx_span a, plx_span b) {
    uint32_t shorter = PLX_MIN(plx_span_len(a), plx_span_len(b));
    uint32_t both = plx_span_overlap(a, b);
    return both > 0 && both >= SAME_STRETCH * shorter;
}

/* ---- edges by unit
 * ------------------------------------------------------------------------------- */

typedef struct half_edge {
    uint32_t unit; /* the other one */
    uint32_t edge;
} half_edge;

typedef struct half_edges {
    uint32_t *first; /* unit u's are p[first[u]] to p[first[u + 1]], ascending by unit */
    half_edge *p;
} half_edges;

/* In `arena`, with as much again for the while. */
static half_edges by_unit(const plx_claim_edges *e, size_t n_units, plx_arena *arena) {
    half_edges out = {plx_new_n(arena, uint32_t, n_units + 2),
                      plx_new_n(arena, half_edge, 2 * e->n + 1)};
    uint32_t *first = out.first, *end = plx_new_n(arena, uint32_t, n_units + 1);
    half_edge *unsorted = plx_new_n(arena, half_edge, 2 * e->n + 1);
    for (size_t i = 0; i < e->n; i++) {
        first[e->p[i].a + 1]++;
        first[e->p[i].b + 1]++;
    }
    for (size_t i = 0; i < n_units; i++) {
        first[i + 1] += first[i];
        end[i] = first[i];
    }
    for (uint32_t i = 0; i < e->n; i++) {
        unsorted[end[e->p[i].a]++] = (half_edge){e->p[i].b, i};
        unsorted[end[e->p[i].b]++] = (half_edge){e->p[i].a, i};
    }
    memcpy(end, first, n_units * sizeof *end);
    for (uint32_t i = 0; i < n_units; i++) { /* each unit hands itself to the others: ascending */
        for (uint32_t k = first[i]; k < first[i + 1]; k++) {
            const half_edge *x = &unsorted[k];
            out.p[end[x->unit]++] = (half_edge){i, x->edge};
        }
    }
    return out;
}

/* ---- standings
 * ----------------------------------------------------------------------------------- */

typedef struct settler {
    const plx_claim_units *u;
    const plx_claim_edges *edges;
    half_edges of;
    uint32_t *overlap_from, *overlap_to; /* units among which each one's overlapping ones are */
    double *best;                        /* of each unit with those that overlap the one at hand */
    plx_indices touched;                 /* units whose `best` is set */
    plx_edge_standing *out;
    plx_arena *arena;
} settler;

static bool overlap(const settler *s, uint32_t a, uint32_t b) {
    return plx_span_overlap(s->u->p[a].span, s->u->p[b].span) > 0;
}

/* Units of a sentence stand together: those that overlap one are among them. */
static void find_overlaps(settler *s) {
    const plx_claim_unit *u = s->u->p;
    size_t n = s->u->n;
    s->overlap_from = plx_new_n(s->arena, uint32_t, n);
    s->overlap_to = plx_new_n(s->arena, uint32_t, n);
    for (uint32_t begin = 0, end; begin < n; begin = end) {
        for (end = begin + 1;
             end < n && u[end].account == u[begin].account && u[end].sentence == u[begin].sentence;
             end++) {}
        for (uint32_t i = begin; i < end; i++) {
            uint32_t from = begin, to = end;
            while (!overlap(s, from, i) && from < i) {
                from++;
            }
            while (!overlap(s, to - 1, i) && to - 1 > i) {
                to--;
            }
            s->overlap_from[i] = from;
            s->overlap_to[i] = to;
        }
    }
}

/* The best of the edges that `unit` has with places of x's account other than x's own; its edges
 * with that account are those in [from, to). */
static double rival_of(const settler *s, uint32_t x, uint32_t from, uint32_t to) {
    double best = PLX_ABSENT_EDGE;
    for (uint32_t k = from; k < to; k++) {
        const half_edge *h = &s->of.p[k];
        double log_odds = s->edges->p[h->edge].log_odds;
        if (log_odds > best && !same_stretch(s->u->p[h->unit].span, s->u->p[x].span)) {
            best = log_odds;
        }
    }
    return best;
}

static void meet_rivals(settler *s, uint32_t unit) {
    const plx_claim_unit *u = s->u->p;
    uint32_t end = s->of.first[unit + 1];
    for (uint32_t from = s->of.first[unit], to; from < end; from = to) {
        uint32_t account = u[s->of.p[from].unit].account;
        for (to = from + 1; to < end && u[s->of.p[to].unit].account == account; to++) {}
        for (uint32_t k = from; k < to; k++) {
            const half_edge *h = &s->of.p[k];
            plx_edge_standing *at = &s->out[h->edge];
            double rival = rival_of(s, h->unit, from, to);
            if (unit < h->unit) { /* seen from this side first */
                at->rival = rival;
            } else {
                at->second = PLX_MIN(at->rival, rival);
                at->rival = PLX_MAX(at->rival, rival);
            }
        }
    }
}

static void meet_cuts(settler *s, uint32_t unit) {
    for (uint32_t x = s->overlap_from[unit]; x < s->overlap_to[unit]; x++) {
        for (uint32_t k = s->of.first[x]; overlap(s, x, unit) && k < s->of.first[x + 1]; k++) {
            const half_edge *h = &s->of.p[k];
            if (s->best[h->unit] == PLX_ABSENT_EDGE) {
                plx_vec_push(&s->touched, s->arena, h->unit);
            }
            s->best[h->unit] = PLX_MAX(s->best[h->unit], s->edges->p[h->edge].log_odds);
        }
    }
    for (uint32_t k = s->of.first[unit]; k < s->of.first[unit + 1]; k++) {
        const half_edge *h = &s->of.p[k];
        if (h->unit < unit) {
            continue; /* the same from the other side */
        }
        plx_edge_standing *at = &s->out[h->edge];
        at->cuts = PLX_ABSENT_EDGE;
        for (uint32_t y = s->overlap_from[h->unit]; y < s->overlap_to[h->unit]; y++) {
            at->cuts = overlap(s, y, h->unit) ? PLX_MAX(at->cuts, s->best[y]) : at->cuts;
        }
    }
    for (size_t i = 0; i < s->touched.n; i++) {
        s->best[s->touched.p[i]] = PLX_ABSENT_EDGE;
    }
    s->touched.n = 0;
}

static void find_standings(void *ctx, plx_arena *scratch) {
    settler *s = ctx;
    const plx_claim_unit *u = s->u->p;
    size_t n = s->u->n;
    s->arena = scratch;
    s->of = by_unit(s->edges, n, scratch);
    find_overlaps(s);
    s->best = plx_new_n(scratch, double, n);
    for (size_t i = 0; i < n; i++) {
        s->best[i] = PLX_ABSENT_EDGE;
    }
    double *length = plx_new_n(scratch, double, n);
    for (uint32_t i = 0; i < n; i++) {
        length[i] = PLX_MIN(PLX_LONG_ENOUGH, log(plx_span_len(u[i].span) + 1e-9));
        meet_rivals(s, i);
        meet_cuts(s, i);
    }
    for (size_t i = 0; i < s->edges->n; i++) {
        const plx_claim_edge *e = &s->edges->p[i];
        s->out[i].length = PLX_MIN(length[e->a], length[e->b]);
    }
}

plx_edge_standing *plx_reconcile__edge_standings(const plx_claim_units *u,
                                                 const plx_claim_edges *edges, plx_arena *arena) {
    settler s = {.u = u, .edges = edges, .out = plx_new_n(arena, plx_edge_standing, edges->n)};
    plx_with_scratch(SCRATCH_LIMIT_BYTES, find_standings, &s);
    return s.out;
}

double plx_reconcile__settled(double log_odds, const plx_edge_standing *s) {
    /* Printed by train/claims.c --standing. */
    return 0.81 * log_odds - 0.24 * s->rival - 0.09 * s->second + 0.27 * s->cuts +
           0.44 * (s->length - PLX_LONG_ENOUGH) + 0.50;
}

/* ---- links
 * --------------------------------------------------------------------------------------- */

typedef struct links_job {
    const plx_claim_units *u;
    const plx_claim_edges *found;
    plx_claim_edges settled;
    uint32_t *first;
    plx_unit_link *of;
} links_job;

/* The edges with their log-odds settled, best first; of like ones, as they were. */
static void settle(void *ctx, plx_arena *scratch) {
    links_job *job = ctx;
    const plx_claim_edges *found = job->found;
    plx_edge_standing *at = plx_reconcile__edge_standings(job->u, found, scratch);
    plx_keyed *good = plx_new_n(scratch, plx_keyed, found->n);
    size_t n = 0;
    for (uint32_t i = 0; i < found->n; i++) {
        double log_odds = plx_reconcile__settled(found->p[i].log_odds, &at[i]);
        if (log_odds >= PLX_ABSENT_EDGE) {
            good[n++] = (plx_keyed){plx_sort_key_f64(-log_odds), i};
        }
    }
    plx_sort_keyed(good, n, plx_new_n(scratch, plx_keyed, n));
    for (size_t i = 0; i < n; i++) {
        const plx_claim_edge *e = &found->p[good[i].at];
        double log_odds = 0.0 - plx_sort_f64_of(good[i].key);
        job->settled.p[i] = (plx_claim_edge){e->a, e->b, log_odds};
    }
    job->settled.n = n;
}

static void list_links(void *ctx, plx_arena *scratch) {
    links_job *job = ctx;
    const plx_claim_edges *e = &job->settled;
    half_edges of = by_unit(e, job->u->n, scratch);
    memcpy(job->first, of.first, (job->u->n + 1) * sizeof *job->first);
    for (size_t i = 0; i < 2 * e->n; i++) {
        job->of[i] = (plx_unit_link){of.p[i].unit, e->p[of.p[i].edge].log_odds};
    }
}

plx_unit_links plx_reconcile__unit_links(const plx_claim_units *u, plx_arena *arena) {
    plx_claim_edges found = plx_reconcile__claim_edges(u, PLX_ABSENT_EDGE, arena);
    links_job job = {.u = u, .found = &found};
    job.settled.p = plx_new_n(arena, plx_claim_edge, found.n);
    job.settled.cap = found.n;
    job.first = plx_new_n(arena, uint32_t, u->n + 2);
    job.of = plx_new_n(arena, plx_unit_link, 2 * found.n + 1);
    plx_with_scratch(SCRATCH_LIMIT_BYTES, settle, &job);
    plx_with_scratch(SCRATCH_LIMIT_BYTES, list_links, &job);
    return (plx_unit_links){found, job.settled, job.of, job.first};
}

double plx_reconcile__link(const plx_unit_links *links, uint32_t a, uint32_t b) {
    const uint32_t *first = links->first;
    if (first[a + 1] - first[a] > first[b + 1] - first[b]) { /* look in the shorter list */
        uint32_t c = a;
        a = b;
        b = c;
    }
    uint32_t lo = first[a], end = first[a + 1];
    for (uint32_t hi = end; lo < hi;) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (links->of[mid].unit < b) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < end && links->of[lo].unit == b ? links->of[lo].log_odds : PLX_ABSENT_EDGE;
}
