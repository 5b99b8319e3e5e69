/* html_blocks: a page as a row of blocks: paragraphs, headings, list items, captions, menu entries;
 * each with what tells whether it belongs to the article.
 *
 *   tree -> boxes (block elements, nested) and blocks (text between their borders)
 *        -> features of a block: its words, its links, its names, its boxes, its neighbours, its
 * likes on the page
 *        -> html_score.c decides
 */
#ifndef PLX_READ_HTML_BLOCKS_H
#define PLX_READ_HTML_BLOCKS_H

#include "read/html_hints.h"
#include "read/html_tree.h"

/* A block element that holds text, directly or below. */
typedef struct plx_read__box {
    uint32_t node, parent; /* parent: a box, PLX_NONE for the first */
    uint32_t end_node;
    uint16_t tag;
    uint16_t depth;                          /* boxes above */
    uint32_t hints;                          /* of its own class and id */
    bool hidden;                             /* style, hidden, aria-hidden */
    bool is_body;                            /* itemprop=articleBody */
    bool is_article;                         /* <article>, or a schema.org article */
    uint32_t first, last;                    /* blocks [first, last) inside */
    uint32_t words, link_words, prose_words; /* in all of it */
    uint32_t n_blocks, n_prose;
    float score; /* as the article's container */
} plx_read__box;

typedef struct plx_read__block {
    uint32_t box;
    uint32_t node; /* first text node */
    plx_str text;  /* decoded, white space as one blank, line breaks kept */
    uint32_t words, link_words;
    uint32_t chars, link_chars;
    uint16_t sentences, commas, capitals, digits,
        shorts; /* ends of sentences; …; words of letters below four, small */
    uint16_t
        tag; /* of its box, or of the inline element that holds all of it (a, time, b, span…) */
    uint8_t inline_tag;    /* that element, 0 when none */
    uint32_t inline_hints; /* hints of inline elements around all of it */
    uint32_t group;        /* of blocks whose boxes look the same */
    uint16_t images;       /* between the block before and this one */
    uint16_t embeds;       /* frames and players there */
    bool closed;           /* ends as a sentence */
    bool bullet;
    bool emphasis; /* all of it bold or italic */
} plx_read__block;

typedef struct plx_read__group {
    uint64_t signature;
    uint32_t n, words, link_words, prose_words;
} plx_read__group;

typedef struct plx_read__blocks {
    plx_read__block *p;
    size_t n, cap;
    PLX_VEC(plx_read__box) boxes;
    PLX_VEC(plx_read__group) groups;
    uint32_t words, link_words, prose_words;
    uint32_t best_box; /* the readability winner, PLX_NONE without */
    plx_str title;     /* <h1> or og:title, for likeness; set by the caller before features */
} plx_read__blocks;

/* More blocks than this are PLX_LIMIT (thrown to the guard). */
#define PLX_READ_BLOCKS_MAX 50000u

void plx_read__blocks_of(const plx_read__tree *t, plx_arena *arena, plx_read__blocks *out);

/* ---- features
 * -------------------------------------------------------------------------------------- */

enum { PLX_READ_FEATURES = 120 };

typedef struct plx_read__features {
    int16_t f[PLX_READ_FEATURES];
} plx_read__features;

/* What is known of the page beside its blocks. */
typedef struct plx_read__page_facts {
    plx_str title, description;
    plx_str body; /* articleBody of JSON-LD; empty = none */
} plx_read__page_facts;

/* Features of all blocks, `out` as long as blocks->n. */
void plx_read__features_of(const plx_read__blocks *b, const plx_read__page_facts *facts,
                           plx_arena *arena, plx_read__features *out);
extern const char *const plx_read__feature_names[PLX_READ_FEATURES];

#endif
