/* Feeds (RSS, RDF, Atom), sitemaps and the paragraphs of office documents, through libxml2's
 * reader: entities are not expanded beyond its limits, nothing is fetched. */
#include "read/internal.h"

#include "base/utf8.h"

#include <libxml/xmlreader.h>

static void free_reader(void *r) { xmlFreeTextReader(r); }

static void quiet(void *ctx, xmlErrorPtr e) {
    (void)ctx;
    (void)e;
}

static xmlTextReaderPtr open_reader(plx_str xml, plx_arena *arena) {
    if (xml.n > INT32_MAX) {
        return NULL;
    }
    xmlTextReaderPtr r =
        xmlReaderForMemory(xml.p, (int)xml.n, NULL, NULL,
                           XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                               XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    if (r) {
        plx_arena_defer(arena, free_reader, r);
        xmlTextReaderSetStructuredErrorHandler(r, quiet, NULL);
    }
    return r;
}

static plx_str local_name(xmlTextReaderPtr r) {
    return plx_str_of((const char *)xmlTextReaderConstLocalName(r));
}

static plx_str prefix_of(xmlTextReaderPtr r) {
    return plx_str_of((const char *)xmlTextReaderConstPrefix(r));
}

static plx_str attribute(xmlTextReaderPtr r, const char *name, plx_arena *arena) {
    xmlChar *v = xmlTextReaderGetAttribute(r, (const xmlChar *)name);
    plx_str s = plx_str_dup(arena, plx_str_of((const char *)v));
    xmlFree(v);
    return s;
}

/* ---- feeds
 * ----------------------------------------------------------------------------------------- */

typedef struct item {
    plx_str title, link, id, date, modified, summary, content, author, section;
} item;

typedef struct feed_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
} feed_job;

/* libxml2 passes on names of elements whose bytes are no characters. */
static plx_str made_valid(plx_str s, plx_arena *arena) {
    if (plx_utf8_validate(s) == s.n) {
        return s;
    }
    plx_read__decoded d;
    plx_read__decode(s, PLX_S("UTF-8"), arena, &d);
    return d.text;
}

/* All text inside the element that the reader stands on; markup of inline XHTML becomes tags again.
 */
static plx_str inner_text(xmlTextReaderPtr r, plx_arena *arena, size_t max) {
    plx_buf b;
    plx_buf_init(&b, arena, max);
    if (xmlTextReaderIsEmptyElement(r)) {
        return (plx_str){0};
    }
    int depth = xmlTextReaderDepth(r);
    while (xmlTextReaderRead(r) == 1 && xmlTextReaderDepth(r) > depth) {
        int type = xmlTextReaderNodeType(r);
        if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
            type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) {
            plx_buf_putz(&b, (const char *)xmlTextReaderConstValue(r));
        } else if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT) {
            plx_buf_putz(&b, type == XML_READER_TYPE_ELEMENT ? "<" : "</");
            plx_buf_put(&b, local_name(r));
            plx_buf_putc(&b, '>');
        }
    }
    return plx_str_trim(made_valid(plx_buf_str(&b), arena));
}

static bool is(plx_str s, const char *name) { return plx_str_eq(s, plx_str_of(name)); }

static void item_field(xmlTextReaderPtr r, item *it, plx_arena *arena) {
    enum { SHORT = 8192 };
    plx_str n = local_name(r), p = prefix_of(r);
    if (is(p, "media") || is(p, "itunes")) {
        return;
    }
    if (is(n, "title")) {
        it->title = inner_text(r, arena, SHORT);
    } else if (is(n, "link")) {
        plx_str href = attribute(r, "href", arena), rel = attribute(r, "rel", arena);
        if (href.n) {
            it->link = it->link.n && !is(rel, "alternate") ? it->link : href;
        } else {
            it->link = inner_text(r, arena, SHORT);
        }
    } else if (is(n, "guid") || is(n, "id")) {
        it->id = inner_text(r, arena, SHORT);
    } else if (is(n, "pubDate") || is(n, "published") || is(n, "issued") || is(n, "date") ||
               is(n, "publication_date")) {
        it->date = inner_text(r, arena, SHORT);
    } else if (is(n, "updated") || is(n, "modified") || is(n, "lastmod")) {
        it->modified = inner_text(r, arena, SHORT);
    } else if (is(n, "description") || is(n, "summary")) {
        it->summary = inner_text(r, arena, 8 * PLX_MIB);
    } else if (is(n, "encoded") || is(n, "content")) {
        it->content = inner_text(r, arena, 32 * PLX_MIB);
    } else if (is(n, "creator") || is(n, "author")) {
        it->author = inner_text(r, arena, SHORT);
    } else if (is(n, "category") && !it->section.n) {
        plx_str term = attribute(r, "term", arena);
        it->section = term.n ? term : inner_text(r, arena, SHORT);
    } else if (is(n, "loc")) {
        it->link = inner_text(r, arena, SHORT);
    }
}

static plx_str without_tags(plx_str s, plx_arena *arena) {
    return plx_str_find_char(s, '<', 0) == SIZE_MAX && plx_str_find_char(s, '&', 0) == SIZE_MAX
               ? s
               : plx_read__fragment(s, arena);
}

static void emit_item(feed_job *j, const item *it, plx_str site, uint64_t n, plx_arena *scratch) {
    plx_read__hints h = *j->hints;
    h.path = plx_read__item_path(h.path, n, scratch);
    if (!plx_read__wanted(j->run, h.path)) {
        return;
    }
    plx_str body = it->content.n ? it->content : it->summary;
    plx_str text = body.n ? plx_read__fragment(body, scratch) : (plx_str){0};
    if (text.n == 0) {
        plx_error err;
        plx_fail(&err, PLX_EMPTY, 0, "an item without text: %.180s",
                 it->link.n ? plx_str_dup(scratch, it->link).p : "no address either");
        plx_read__failed(j->run, &h, &err);
        return;
    }
    h.url = it->link;
    h.title = without_tags(it->title, scratch);
    h.published = it->date.n ? it->date : it->modified;
    h.source = site;
    h.hint_from = "feed";
    plx_arena *arena;
    plx_account *a = plx_read__account(j->run, &h, &arena);
    a->text = plx_str_dup(arena, text);
    a->encoding = PLX_S("UTF-8");
    a->id = plx_str_dup(arena, it->id);
    a->section = plx_str_dup(arena, it->section);
    if (it->author.n) {
        a->authors = plx_new_n(arena, plx_str, 1);
        a->authors[0] = plx_str_dup(arena, without_tags(it->author, scratch));
        a->n_authors = 1;
        plx_read__evidence(a, arena, "authors", "feed");
    }
    if (!it->content.n) {
        plx_read__evidence(a, arena, "text", "summary");
    }
    if (!j->run->options->keep_noise) {
        plx_read_mark_dropped(a, arena);
    }
    plx_read__emit(j->run, a, arena);
}

static void read_feed(void *ctx, plx_arena *scratch) {
    feed_job *j = ctx;
    xmlTextReaderPtr r = open_reader(j->bytes, scratch);
    plx_str site = {0};
    uint64_t n = 0, addresses = 0;
    bool sitemap = false, in_item = false;
    item it = {0};
    int item_depth = 0;
    plx_arena_mark mark = plx_arena_mark_here(scratch);
    int state = r ? xmlTextReaderRead(r) : -1;
    for (; state == 1 && !j->run->stopped; state = xmlTextReaderRead(r)) {
        int type = xmlTextReaderNodeType(r);
        plx_str name = local_name(r);
        if (type == XML_READER_TYPE_END_ELEMENT && in_item && xmlTextReaderDepth(r) == item_depth) {
            in_item = false;
            n++;
            if (sitemap && it.title.n == 0) {
                addresses++;
            } else { /* news sitemaps list items with titles */
                emit_item(j, &it, site, n, scratch);
            }
            plx_arena_restore(scratch, mark); /* an item's memory ends with it */
            continue;
        }
        if (type != XML_READER_TYPE_ELEMENT) {
            continue;
        }
        if (is(name, "urlset") || is(name, "sitemapindex")) {
            sitemap = true;
        } else if (is(name, "item") || is(name, "entry") ||
                   (sitemap && (is(name, "url") || is(name, "sitemap")))) {
            it = (item){0};
            mark = plx_arena_mark_here(scratch);
            in_item = true;
            item_depth = xmlTextReaderDepth(r);
        } else if (in_item) {
            item_field(r, &it, scratch);
        } else if (is(name, "title") && site.n == 0 && xmlTextReaderDepth(r) <= 2) {
            site = without_tags(inner_text(r, scratch, 1000), scratch);
        }
    }
    plx_error err;
    if (sitemap && (addresses > 0 || n == 0)) {
        plx_fail(&err, PLX_EMPTY, 0, "a sitemap: it lists %llu addresses and holds no texts",
                 (unsigned long long)addresses);
        plx_read__failed(j->run, j->hints, &err);
    } else if (n == 0 || state < 0) {
        long at = r ? xmlTextReaderByteConsumed(r) : 0;
        plx_fail(&err, state < 0 ? PLX_CORRUPT : PLX_UNSUPPORTED, at > 0 ? (uint64_t)at : 0,
                 state < 0 ? "damaged XML at byte %ld" : "XML that is no feed (byte %ld)", at);
        plx_read__failed(j->run, j->hints, &err);
    }
}

void plx_read__xml(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    feed_job j = {run, hints, bytes};
    plx_read__guarded(run, hints, read_feed, &j);
}

/* ---- office documents
 * ------------------------------------------------------------------------------ */

plx_str plx_read__office_text(plx_str xml, plx_arena *arena) {
    xmlTextReaderPtr r = open_reader(xml, arena);
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX / 2);
    bool docx = false, in_text = false;
    while (r && xmlTextReaderRead(r) == 1) {
        int type = xmlTextReaderNodeType(r);
        plx_str n = local_name(r), p = prefix_of(r);
        bool begins = type == XML_READER_TYPE_ELEMENT, ends = type == XML_READER_TYPE_END_ELEMENT;
        if (begins && is(p, "w") && is(n, "document")) {
            docx = true;
        }
        bool paragraph =
            (docx && is(p, "w") && is(n, "p")) || (is(p, "text") && (is(n, "p") || is(n, "h")));
        if (docx && is(p, "w") && is(n, "t")) {
            in_text = begins && !xmlTextReaderIsEmptyElement(r);
        }
        if (ends && paragraph) {
            plx_buf_putz(&b, "\n\n");
        } else if (begins && (is(n, "tab") || is(n, "s"))) {
            plx_buf_putc(&b, ' ');
        } else if (begins && (is(n, "br") || is(n, "line-break"))) {
            plx_buf_putc(&b, '\n');
        } else if ((type == XML_READER_TYPE_TEXT ||
                    type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE) &&
                   (in_text || (!docx && b.arena))) {
            plx_str v = plx_str_of((const char *)xmlTextReaderConstValue(r));
            if (docx || plx_str_trim(v).n) {
                plx_buf_put(&b, v);
            }
        }
    }
    return plx_str_trim(made_valid(plx_buf_str(&b), arena));
}
