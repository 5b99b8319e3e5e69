/* html_tree: the tree of a page, as far as extraction needs it: elements with the attributes that
 * tell something, and text. Not a DOM: nothing can be changed, scripts and styles have no content,
 * and misnested tags are put right by simpler rules than the HTML standard's adoption agency.
 *
 *   page (UTF-8) --tokenizer (HTML standard, 13.2.5)--> tags, text --tree (13.2.6, simplified)-->
 * nodes in preorder
 *
 *     node:   0 root  1 html  2 head  3 meta … 9 body  10 div  11 p  12 "text"  13 a  14 "text" …
 *     end:    one behind the last node of its subtree: children of n are n+1, end(n+1), … until
 * end(n)
 *
 * Everything is linear in the page. Elements nested deeper than PLX_READ_DEPTH_MAX are taken as
 * siblings; more than PLX_READ_NODES_MAX nodes are PLX_LIMIT (thrown to the guard). Lifetime: nodes
 * live in the arena, texts and attribute values are byte ranges of the page, entities undecoded. */
#ifndef PLX_READ_HTML_TREE_H
#define PLX_READ_HTML_TREE_H

#include "base/buf.h"
#include "base/vec.h"

#define PLX_READ_DEPTH_MAX 400u
#define PLX_READ_NODES_MAX 1500000u

/* name, class: B block, I inline, V void, R raw text (content is no text), S skipped (content is
 * never the article's) */
/* clang-format off */
#define PLX_READ_TAGS(X) \
    X(html, B) X(head, B) X(body, B) X(title, R) X(meta, V) X(link, V) X(base, V) \
    X(script, R) X(style, R) X(noscript, S) X(template, S) X(iframe, R) X(noembed, R) \
    X(noframes, R) X(xmp, R) X(textarea, R) X(svg, S) X(math, I) X(canvas, S) X(object, S) \
    X(embed, V) X(param, V) X(source, V) X(track, V) X(audio, S) X(video, S) X(img, V) \
    X(picture, I) X(area, V) X(map, I) X(br, V) X(wbr, V) X(hr, V) X(input, V) X(button, B) \
    X(select, S) X(option, B) X(optgroup, B) X(datalist, S) X(label, I) X(form, B) \
    X(fieldset, B) X(legend, B) X(output, I) X(progress, S) X(meter, S) X(article, B) \
    X(section, B) X(main, B) X(nav, B) X(aside, B) X(header, B) X(footer, B) X(address, B) \
    X(div, B) X(p, B) X(h1, B) X(h2, B) X(h3, B) X(h4, B) X(h5, B) X(h6, B) X(hgroup, B) \
    X(blockquote, B) X(pre, B) X(listing, B) X(ul, B) X(ol, B) X(li, B) X(dl, B) X(dt, B) \
    X(dd, B) X(menu, B) X(dir, B) X(figure, B) X(figcaption, B) X(table, B) X(caption, B) \
    X(colgroup, B) X(col, V) X(thead, B) X(tbody, B) X(tfoot, B) X(tr, B) X(td, B) X(th, B) \
    X(details, B) X(summary, B) X(dialog, B) X(center, B) X(a, I) X(abbr, I) X(acronym, I) \
    X(b, I) X(bdi, I) X(bdo, I) X(big, I) X(cite, I) X(code, I) X(data, I) X(del, I) \
    X(dfn, I) X(em, I) X(font, I) X(i, I) X(ins, I) X(kbd, I) X(mark, I) X(nobr, I) X(q, I) \
    X(rp, S) X(rt, S) X(ruby, I) X(s, I) X(samp, I) X(small, I) X(span, I) X(strike, I) \
    X(strong, I) X(sub, I) X(sup, I) X(time, I) X(tt, I) X(u, I) X(var, I)
/* clang-format on */

typedef enum plx_read__tag {
    PLX_TAG_TEXT, /* a text node */
    PLX_TAG_ROOT,
    PLX_TAG_OTHER, /* an element whose name is not in the table; inline */
#define X(name, kind) PLX_TAG_##name,
    PLX_READ_TAGS(X)
#undef X
        PLX_N_TAGS
} plx_read__tag;

/* Attributes that are kept; all others are skipped. */
/* clang-format off */
#define PLX_READ_ATTRS(X) \
    X(class, "class") X(id, "id") X(itemprop, "itemprop") X(itemtype, "itemtype") \
    X(property, "property") X(name, "name") X(content, "content") X(href, "href") \
    X(rel, "rel") X(type, "type") X(datetime, "datetime") X(role, "role") X(style, "style") \
    X(hidden, "hidden") X(aria_hidden, "aria-hidden") X(lang, "lang") \
    X(http_equiv, "http-equiv") X(charset, "charset") X(title, "title") \
    X(data_testid, "data-testid") X(data_component, "data-component") \
    X(aria_label, "aria-label") X(data_type, "data-type") X(src, "src") X(pubdate, "pubdate")
/* clang-format on */

typedef enum plx_read__attr {
#define X(name, text) PLX_ATTR_##name,
    PLX_READ_ATTRS(X)
#undef X
        PLX_N_ATTRS
} plx_read__attr;

typedef struct plx_read__node {
    uint32_t parent;
    uint32_t end;      /* one behind its subtree */
    uint32_t from, to; /* text: bytes of the page; element: its attributes */
    uint16_t tag;      /* plx_read__tag */
    uint16_t depth;
    bool in_link; /* text inside <a> */
} plx_read__node;

typedef struct plx_read__attr_value {
    uint32_t begin, end; /* bytes of the page */
    uint32_t name;       /* plx_read__attr */
} plx_read__attr_value;

typedef struct plx_read__tree {
    plx_str page;
    plx_read__node *p;
    size_t n, cap;
    PLX_VEC(plx_read__attr_value) attrs;
    uint32_t body; /* node of <body>, or the root */
} plx_read__tree;

/* Parses `page`, which must be valid UTF-8 and outlive the tree. Never fails but by limits. */
void plx_read__tree_of(plx_str page, plx_arena *arena, plx_read__tree *out);

/* Attribute of element `node` as it stands in the page (entities undecoded); empty p when it has
 * none. */
plx_str plx_read__attr_of(const plx_read__tree *t, uint32_t node, plx_read__attr name);

char plx_read__tag_kind(unsigned tag); /* 'B', 'I', 'V', 'R', 'S' */

/* Appends `raw` with character references decoded (HTML standard 13.2.5.72 ff.; names of HTML 4 and
 * the commoner ones of HTML 5). */
void plx_read__unescape(plx_buf *to, plx_str raw);
/* The same as a trimmed string of its own, white space runs as one blank. */
plx_str plx_read__unescaped(plx_str raw, plx_arena *arena);

#endif
