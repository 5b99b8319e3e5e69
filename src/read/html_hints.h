/* html_hints: what the class and id names of an element say about it, as a mask. Sites name their
 * furniture by what it is
 * ("related-articles", "sharebar"), in English and in their own language. */
#ifndef PLX_READ_HTML_HINTS_H
#define PLX_READ_HTML_HINTS_H

#include "base/str.h"

#define PLX_READ_HINTS(X)                                                                          \
    X(BODY)    /* the text of the article: "article-body", "entry-content" */                      \
    X(ARTICLE) /* article, story, post */                                                          \
    X(CONTENT) /* content, text, main */                                                           \
    X(LEAD)                                                                                        \
    X(TITLE)                                                                                       \
    X(META)                                                                                        \
    X(CAPTION)                                                                                     \
    X(COMMENT)                                                                                     \
    X(RELATED)                                                                                     \
    X(SHARE)                                                                                       \
    X(NAV)                                                                                         \
    X(FOOT)                                                                                        \
    X(HEAD)                                                                                        \
    X(SIDE) X(AD) X(SIGNUP) X(CONSENT) X(TAGS) X(QUOTE) X(EMBED) X(BIO) X(BOX) X(HIDDEN) X(LIST)

typedef enum plx_read__hint {
#define X(name) PLX_HINT_##name,
    PLX_READ_HINTS(X)
#undef X
        PLX_N_HINTS
} plx_read__hint;

#define PLX_HINT_BIT(h) (1u << PLX_HINT_##h)

/* The hints of a class or id attribute. */
uint32_t plx_read__hints_of(plx_str names);

#endif
