/* html_page: a page read: its blocks with their scores, and what is known of it. Shared with train/
 * and bench/. */
#ifndef PLX_READ_HTML_PAGE_H
#define PLX_READ_HTML_PAGE_H

#include "read/html_meta.h"
#include "read/html_score.h"

typedef struct plx_read__page {
    plx_read__tree tree;
    plx_read__blocks blocks;
    plx_read__meta meta;
    plx_read__features *features; /* of blocks */
    int32_t *scores;              /* log-odds in thousandths */
} plx_read__page;

/* Parses decoded HTML and computes features; scores are left NULL. */
void plx_read__page_of(plx_str html, plx_arena *arena, plx_read__page *out);

/* Completes page->meta with what only a reader sees around the article (headline, byline, date) and
 * cleans up; after the scores. `url`: the page's address if it is known from outside, else empty.
 */
void plx_read__meta_finish(plx_read__page *page, plx_str url, plx_arena *arena);

/* Where headline, byline and date of the article stand: from a little before its first block to a
 * little behind it. */
typedef struct plx_read__zone {
    size_t first;      /* block of the article's first, or where it could begin */
    size_t begin, end; /* blocks */
    uint32_t from, to; /* nodes */
    uint32_t heading;  /* node of the headline; 0 when it is not known */
} plx_read__zone;

/* The dates of page->meta, from machines' and readers' evidence (html_dates.c). */
void plx_read__finish_dates(plx_read__page *page, const plx_read__zone *z, plx_str url,
                            plx_arena *arena);
/* The hints of the class names of a node's next boxes. */
uint32_t plx_read__hints_around(const plx_read__tree *t, uint32_t node);

/* The charset that a page declares in its first KiB, or empty. */
plx_str plx_read__declared_charset(plx_str bytes);

#endif
