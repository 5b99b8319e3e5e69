/* quote_marks: which quotation marks belong together. Needs text, sentences and paragraphs only; no
 * tags and no tree.
 *
 *   He said: “It is late. ⏎ “We go.” She called it a ‘plan’.
 *            [0............] [1 continues 0]          [2 single]
 *
 * Knows curly, straight, low, angle and doubled marks, mixed pairs, paragraphs that each open with
 * a mark, an opening or closing mark that was lost, marks inside marks (part of the outer
 * stretch), and apostrophes and inches, which are none. What a stretch is (speech, title, scare
 * quote) is decided by quotes.c. Thread rule: none shared. */
#ifndef PLX_FIND_QUOTE_MARKS_H
#define PLX_FIND_QUOTE_MARKS_H

#include "model/annotation.h"

typedef struct plx_marked {
    plx_span inner;     /* without the marks and without white space at both ends; not empty */
    plx_span outer;     /* with them */
    uint32_t paragraph; /* counted from 0 */
    uint32_t previous;  /* the stretch that it continues over a paragraph's end, or PLX_NONE */
    bool single;        /* single marks */
    bool open_lost;     /* begins where its sentence begins */
    bool close_lost;    /* ends where its paragraph ends */
} plx_marked;

typedef struct plx_marks { /* ascending, not overlapping */
    plx_marked *p;
    size_t n, cap;
} plx_marks;

/* Lives in `arena`. O(bytes). */
plx_marks plx_find__marks(const plx_annotation *an, plx_arena *arena);

#endif
