/* claim_links: how sure it is that two claim units say the same, each pair seen among the others.
 *
 * What two clauses have in common (match/claims.h) is half of it. Two clauses of one story share
 * its people and its words whatever they say; so a link is worth less when either clause has a
 * better partner elsewhere in the other's account, more when a cut of the same clauses, longer or
 * shorter, meets well, and less when there is little to go by. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_CLAIM_LINKS_H
#define PLX_RECONCILE_CLAIM_LINKS_H

#include "reconcile/claim_units.h"

typedef struct plx_unit_link {
    uint32_t unit; /* the other one */
    double log_odds;
} plx_unit_link;

typedef struct plx_unit_links {
    plx_claim_edges found;   /* by what two units have in common alone, best first */
    plx_claim_edges edges;   /* log-odds as settled, best first */
    const plx_unit_link *of; /* unit u's are of[first[u]] to of[first[u + 1]], ascending by unit */
    const uint32_t *first;
} plx_unit_links;

#define PLX_ABSENT_EDGE (-3.0) /* log-odds of what was found too unlike, or was not compared */

/* What stands around an edge; log-odds of other edges, PLX_ABSENT_EDGE at least. */
typedef struct plx_edge_standing {
    double rival;  /* the best of the edges that either unit has with another place of the other's
                      account */
    double second; /* the same of the unit whose best is the lesser */
    double cuts;   /* the best between units that overlap the one and units that overlap the other,
                      themselves included */
    double length; /* logarithm of the bytes of the shorter unit, PLX_LONG_ENOUGH at most */
} plx_edge_standing;
#define PLX_LONG_ENOUGH 4.0 /* 55 bytes */

/* The standing of each of the edges, in their order; edges as plx_reconcile__claim_edges gives
 * them. Lives in `arena`. */
plx_edge_standing *plx_reconcile__edge_standings(const plx_claim_units *u,
                                                 const plx_claim_edges *edges, plx_arena *arena);
/* Log-odds of an edge in its standing. The weights are learned (train/claims.c --standing). */
double plx_reconcile__settled(double log_odds, const plx_edge_standing *s);

/* The edges of the story's units, settled, to be asked for by pair. Lives in `arena`. */
plx_unit_links plx_reconcile__unit_links(const plx_claim_units *u, plx_arena *arena);
/* Log-odds that two units say the same; PLX_ABSENT_EDGE when they were found too unlike. */
double plx_reconcile__link(const plx_unit_links *links, uint32_t a, uint32_t b);

#endif
