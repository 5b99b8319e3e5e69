/* gather: which accounts tell the same story.
 *
 *   accounts ── features ── vectors ── pair scores ── average-link clusters ── stories
 *
 * Same story means the same events: one accident, not all accidents of that town that month.
 * plx_gather takes all accounts at once and does not depend on their order; stream.h takes them one
 * by one. Neither needs annotations: both read the accounts' own words.
 *
 * Method: average-link agglomerative clustering (Sokal and Michener 1958) over log-odds of pairs,
 * by nearest-neighbour chains (Murtagh 1983), cut where the average says "rather not".
 * Thread rule: no shared state; one call runs in one thread. Unwinds to the caller's guard when
 * memory runs out. */
#ifndef PLX_GATHER_GATHER_H
#define PLX_GATHER_GATHER_H

#include "gather/weights.h"
#include "model/annotation.h"

typedef struct plx_gathered {
    uint32_t *accounts; /* indices into the input, ordered by path, then by text */
    size_t n;
    plx_str why; /* what holds it together; of a single account why it stands alone */
} plx_gathered;

typedef struct plx_gathering {
    plx_gathered *stories; /* the larger first, then by their first account's path */
    size_t n;
} plx_gathering;

/* Above this many accounts the stream's method (stream.h) is used, in the order of their dates:
 * all pairs would take the square of their number. */
#define PLX_GATHER_MAX_AT_ONCE 3000

/* Gathers annotated accounts: the dossier's entry. What it makes lives in `arena`. */
plx_gathering plx_gather(plx_annotation *const *annotations, size_t n, plx_arena *arena);
/* The same for accounts without annotations. */
plx_gathering plx_gather_accounts(const plx_account *const *accounts, size_t n, plx_arena *arena);
/* The same with another limit than PLX_GATHER_MAX_AT_ONCE. */
plx_gathering plx_gather__accounts(const plx_account *const *accounts, size_t n,
                                   size_t most_at_once, plx_arena *arena);

/* Clusters of n vectors: labels[i] is the smallest index of i's cluster. Pairs of clusters are
 * joined while their average score is over `threshold`. O(n^2) memory and time. */
void plx_gather__cluster(const plx_vector *v, size_t n, double threshold, plx_arena *arena,
                         uint32_t *labels);

#endif
