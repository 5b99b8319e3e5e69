/* clause_cuts: where the words themselves show that a stretch goes over from one claim to another:
 * ", who …", " and three were …", ", along with …", ", police said". Needs tags, no tree; it mends
 * what the tree missed and stands in for it. Inside find only. Thread rule: none shared. */
#ifndef PLX_FIND_CLAUSE_CUTS_H
#define PLX_FIND_CLAUSE_CUTS_H

#include "find/clauses.h"

typedef struct plx_piece {
    uint32_t begin, end; /* tokens */
    plx_clause_kind kind;
    bool aside;  /* credit and lead-in: ", according to police" , "In a rare move," */
    bool linked; /* begins with its conjunction or comma, which is no part of it */
} plx_piece;

enum { PLX_MAX_PIECES = 16 };

/* Cuts [begin, end) into at most PLX_MAX_PIECES pieces, ascending; the first has the kind `kind`.
 * Returns how many. O(end - begin). */
size_t plx_clause__cut(const plx_annotation *an, uint32_t begin, uint32_t end, plx_clause_kind kind,
                       plx_piece out[PLX_MAX_PIECES]);

#endif
