/* statement_says: does a claim unit say what the words that are shown of a statement say?
 *
 *   shown   "Ortiz thanked the mayor | and urged her to go on"
 *   unit    "Ortiz urged the mayor to go on"           no: thanks have no like in its sentence
 *   unit    "Ortiz thanked Anders and asked for more"  yes
 *
 * The log-odds of the two units tell how alike they are as a whole; what has to come to it is that
 * each part of the words has its like in the unit's sentence. What denies the words, says their
 * opposite, leaves them open, tells them of somebody else or only names what they tell of does not
 * say them. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_STATEMENT_SAYS_H
#define PLX_RECONCILE_STATEMENT_SAYS_H

#include "reconcile/claim_links.h"

typedef struct plx_sayings {
    const plx_story *s;
    const plx_claim_units *u;
    const plx_unit_links *links;
    const double *whole; /* of each unit: plx_reconcile__whole */
} plx_sayings;

typedef struct plx_spoken {
    uint32_t unit;  /* of the group */
    uint32_t words; /* the same clause, with those below it or without: what is shown */
} plx_spoken;

/* How much of a claim stands in another, 0..1. */
double plx_says__cover(const plx_claim *a, const plx_claim *b);
/* Does the unit say it? `more` log-odds are asked of it than of one that lines up with the others
 * as well. O(terms of the words, times those of the unit's sentence). */
bool plx_says__it(const plx_sayings *g, uint32_t unit, plx_spoken by, double more);

/* What is added to log-odds for all of the words shown having their like. */
#define PLX_SAYS_BORNE 6.0
/* How whole a phrase is that only names something. */
#define PLX_SAYS_NAMES_ONLY 0.1

#endif
