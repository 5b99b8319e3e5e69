/* noise_lines: the lines of a text with what noise needs to know of each; shared by noise*.c only.
 */
#ifndef PLX_READ_NOISE_LINES_H
#define PLX_READ_NOISE_LINES_H

#include "read/noise.h"

typedef struct plx_read__line {
    plx_span span;    /* without white space at its ends; never empty */
    uint32_t words;   /* tokens that are no punctuation, at most PLX_READ_TOKENS_MAX */
    uint32_t hash_at; /* of its words' hashes in plx_read__lines.hashes */
    uint32_t n_hashes;
    uint32_t line_no;   /* lines of the text before it, empty ones counted */
    uint16_t sentences; /* ends of sentences inside, roughly */
    uint16_t caps;      /* words that begin with a capital */
    uint16_t shouted;   /* words of two letters and more all in capitals */
    uint16_t letters;   /* words of letters (numbers not counted) */
    bool closed;        /* ends as a sentence does */
    bool quoted;        /* has a quotation mark */
    bool heading;       /* reads like a headline: short, open, mostly capitalised words */
    const char *why;    /* reason to drop, or NULL */
    plx_span drop;      /* when why is set: which part */
} plx_read__line;

typedef struct plx_read__lines {
    plx_read__line *p;
    size_t n, cap;
    PLX_VEC(uint32_t) hashes;
    uint32_t *sorted;     /* room for as many */
    plx_read__token *tok; /* scratch for one line */
    size_t n_tok;
} plx_read__lines;

/* Fills *out with the lines of `text` (none empty). The scratch tokens are those of the last line.
 */
void plx_read__lines_of(plx_str text, plx_arena *arena, plx_read__lines *out);

/* Marks `l` to be dropped as a whole, unless it is already. */
void plx_read__drop_line(plx_read__line *l, const char *why);

/* What the passes look for; each sets why and drop of lines. */
void plx_read__noise_code(plx_str text, plx_read__lines *lines);
void plx_read__noise_posts(plx_str text, plx_read__lines *lines);
void plx_read__noise_captions(plx_str text, plx_read__lines *lines);
void plx_read__noise_repeats(plx_str text, plx_read__lines *lines);
void plx_read__noise_promos(plx_str text, plx_read__lines *lines);
void plx_read__noise_edges(plx_str text, plx_read__lines *lines);

#endif
