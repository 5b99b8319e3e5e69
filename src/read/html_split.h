/* html_split: several articles on one page: live blogs, and blogs that show their posts one below
 * the other. Split only where the markup shows it. */
#ifndef PLX_READ_HTML_SPLIT_H
#define PLX_READ_HTML_SPLIT_H

#include "read/html_page.h"

typedef struct plx_read__part {
    size_t first, last; /* blocks [first, last) of the page; both 0 when `body` is the text */
    plx_str body;
    plx_str title, published, url, author; /* its own; empty when it has none */
    bool is_main;                          /* the one that the page's title names */
} plx_read__part;

typedef struct plx_read__parts {
    plx_read__part *p; /* in the page's order; n is 0 or at least 2 */
    size_t n, cap;
    const char *why; /* evidence */
} plx_read__parts;

/* The parts of a page whose scores are known; none when it is one article. Lives in `arena`. */
void plx_read__split(const plx_read__page *page, plx_arena *arena, plx_read__parts *out);

#endif
