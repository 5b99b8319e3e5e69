/* summary: what the short forms of a dossier (terminal, Markdown) say, and in which order.
 *
 * A plx_summary is a view of the story: indices of what is worth the reader's first five minutes.
 */
#ifndef PLX_REPORT_SUMMARY_H
#define PLX_REPORT_SUMMARY_H

#include "model/dossier.h"

typedef struct plx_summary {
    plx_indices agreed;      /* statements of two accounts or more, best supported first */
    plx_indices differences; /* as the story ranks them */
    plx_indices quotes;      /* groups, most renderings first */
    plx_indices people;      /* entities that two accounts or a quote name, most mentioned first */
    plx_indices moments;     /* of the timeline, with a calendar date */
} plx_summary;

/* Indices live in `arena`. */
plx_summary plx_report__summary(const plx_story *s, plx_arena *arena);

#endif
