/* statement_groups: which claim units of a story's accounts say the same.
 *
 *   units ── links over a threshold ──> a group around each unit, one unit an account ──> the
 *   best groups, without those that say again what a better one says ──> further places of an
 *   account where it says the same
 *
 * A clause stands among the units more than once: by itself and with the clauses below it. The
 * group that explains more decides which of them lines up. One clause may serve two groups: "two
 * men fired on a hundred guests from a hedge" says how many guests there were and where the men
 * stood. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_STATEMENT_GROUPS_H
#define PLX_RECONCILE_STATEMENT_GROUPS_H

#include "reconcile/claim_links.h"

typedef struct plx_unit_groups { /* each ascending, of two accounts or more; the best first */
    plx_indices *p;
    size_t n, cap;
} plx_unit_groups;

/* Mean log-odds of a unit with those of a group that stand in other accounts; 0 if there are none.
 */
double plx_reconcile__link_to_group(const plx_claim_units *u, const plx_unit_links *links,
                                    const plx_indices *group, uint32_t unit);

/* Lives in `arena`. */
plx_unit_groups plx_reconcile__group_units(const plx_claim_units *u, const plx_unit_links *links,
                                           plx_arena *arena);

#endif
