/* html_meta: what a page says of its article: title, authors, dates, outlet, section, language,
 * address; and where each was found. Evidence is ranked: what names the article for machines
 * (schema.org, OpenGraph) before what a reader sees, before what the address tells.
 *
 * Strings are decoded and live in the arena; `from` is static. */
#ifndef PLX_READ_HTML_META_H
#define PLX_READ_HTML_META_H

#include "read/html_blocks.h"

typedef struct plx_read__fact {
    plx_str value;
    const char *from; /* "json-ld", "og:title", "h1", … */
    int rank;         /* higher is better; 0 = nothing known */
} plx_read__fact;

#define PLX_READ_AUTHORS_MAX 24u

/* One entry of a live blog, as schema.org's liveBlogUpdate has it. */
typedef struct plx_read__update {
    plx_str title, body, published, url, author;
} plx_read__update;

typedef struct plx_read__meta {
    plx_read__fact title, published, modified, source, section, language, url, description, body,
        author;
    plx_read__fact page_title; /* <title> as it stands */
    plx_read__fact site_name;
    plx_str authors[PLX_READ_AUTHORS_MAX];
    size_t n_authors;
    bool not_free;     /* the page says that it shows a part only */
    bool is_article;   /* schema.org or OpenGraph call it an article */
    bool is_live;      /* schema.org calls it a live blog */
    const void *graph; /* while JSON-LD is read: what its references are looked up in */
    struct {
        plx_read__update *p;
        size_t n, cap;
    } updates;
} plx_read__meta;

/* From head, scripts of data and marked-up elements. */
void plx_read__meta_of(const plx_read__tree *t, plx_arena *arena, plx_read__meta *out);

#endif
