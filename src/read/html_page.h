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

/* The charset that a page declares in its first KiB, or empty. */
plx_str plx_read__declared_charset(plx_str bytes);

#endif
