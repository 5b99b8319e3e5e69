/* corrections: what a reader set right, in a file of readable lines, applied on every later run.
 *
 *   # a line is a comment
 *   join "Irina Teti" "Irena Tati"             two entities, named by any form, are one
 *   split "Jordan Roe" "Jordan"                 mentions with the second form are somebody else
 *   rename "Sasha Roe" "Alexander Roe"          the heading of an entity
 *   drop "Middle Eastern"                       no entity
 *   speaker "part of the words" "Jordan Roe"    who said the quote that holds these words
 *   date 003_paper.txt 2025-04-17               when an account was published
 *   same "words of one" "words of another"      two quotes are renderings of one
 *   apart "words of one" "words of another"     two renderings are of two quotes
 *
 * Values stand between quotation marks (straight or curly) or are one word; \" and \\ inside marks.
 * A line that fits nothing in any story says so after the run: story->corrections_fit.
 *
 * Thread rule: read-only after parsing. */
#ifndef PLX_RECONCILE_CORRECTIONS_H
#define PLX_RECONCILE_CORRECTIONS_H

#include "base/buf.h"
#include "reconcile/reconcile.h"

typedef enum plx_correction_verb {
    PLX_CORRECT_JOIN,
    PLX_CORRECT_SPLIT,
    PLX_CORRECT_RENAME,
    PLX_CORRECT_DROP,
    PLX_CORRECT_SPEAKER,
    PLX_CORRECT_DATE,
    PLX_CORRECT_SAME,
    PLX_CORRECT_APART,
    PLX_N_CORRECT_VERBS
} plx_correction_verb;

typedef struct plx_correction {
    plx_correction_verb verb;
    plx_str a, b;  /* the values; b empty for drop */
    uint32_t line; /* in the file, from 1 */
    plx_str text;  /* the whole line, for messages */
} plx_correction;

struct plx_corrections {
    plx_correction *p;
    size_t n, cap;
};

/* Reads the text of a file. *out lives in `arena`, its texts in `text` or `arena`.
 * errors: PLX_INVALID with the byte of the first line that is none; nothing is taken then. */
PLX_NODISCARD plx_err plx_corrections_parse(plx_str text, plx_arena *arena, plx_corrections *out,
                                            plx_error *err);
/* The line for a correction, as parse reads it, with a newline. */
void plx_correction_write(const plx_correction *c, plx_buf *out);

/* Steps of plx_reconcile; each notes in s->corrections_fit what it could apply. */
void plx_corrections__dates(plx_story *s, plx_annotation **annotations,
                            const plx_reconcile_options *o, plx_arena *arena);
void plx_corrections__entities(plx_story *s, const plx_reconcile_options *o, plx_arena *arena);
void plx_corrections__quotes(plx_story *s, const plx_reconcile_options *o, plx_arena *arena);

#endif
