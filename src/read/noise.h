/* noise: what a scraper left in a text beside the article: scripts, pasted posts, captions, share
 * lines, links to other stories, forms, notices. It is found line by line from evidence in the line
 * and its neighbours, and given a reason. It is no judge of style: what a reporter wrote stays,
 * also when it is short, odd or says nothing.
 *
 *   text -> lines -> tokens -> rules of one line  (noise_rules.c: a table)
 *                           -> code, posts, pictures, repetition, promotion (noise.c)
 *                           -> spans with reasons, ascending, never overlapping
 *
 * Thread rule: no state. */
#ifndef PLX_READ_NOISE_H
#define PLX_READ_NOISE_H

#include "base/str.h"
#include "base/vec.h"
#include "read/pattern.h"

typedef enum plx_read__reach {
    PLX_READ_LINE,  /* matches at the line's start; the whole line goes */
    PLX_READ_HEAD,  /* matches at the line's start; only the match goes */
    PLX_READ_TAIL,  /* matches where a sentence can begin; from there to the line's end goes */
    PLX_READ_MATCH, /* matches anywhere; only the match goes */
    PLX_READ_HOLD   /* matches anywhere; the whole line goes */
} plx_read__reach;

typedef struct plx_read__rule {
    const char *pattern;
    const char *why;
    uint8_t reach;
    uint8_t max_words; /* of the line (for TAIL: of the tail); 0 = any */
} plx_read__rule;

/* The table; ends with a rule whose pattern is NULL. */
extern const plx_read__rule plx_read__rules[];

typedef struct plx_read__noise {
    plx_span span;
    const char *why; /* static */
} plx_read__noise;

typedef struct plx_read__noises {
    plx_read__noise *p;
    size_t n, cap;
} plx_read__noises;

/* Lines of one text that are looked at; no article has as many. */
#define PLX_READ_LINES_MAX 50000u

/* Finds the noise of `text`. title (may be empty): to know its repetitions. spans: ascending, never
 * overlapping, in `arena`. Time: linear in the text, but for repetitions (bounded windows). */
void plx_read__find_noise(plx_str text, plx_str title, plx_arena *arena, plx_read__noises *out);

/* The reason why one block of text by itself is noise, or NULL: for pages, whose blocks are known.
 */
const char *plx_read__block_noise(plx_str block);

#endif
