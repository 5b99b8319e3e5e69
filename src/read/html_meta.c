#include "read/html_meta.h"

#include "read/internal.h"

#include <jansson.h>

/* ---- facts
 * ----------------------------------------------------------------------------------------- */

static void learn(plx_read__fact *f, plx_str value, const char *from, int rank) {
    value = plx_str_trim(value);
    if (value.n && rank > f->rank) {
        *f = (plx_read__fact){value, from, rank};
    }
}

static bool same_name(plx_str a, plx_str b) {
    return plx_str_eq_nocase(plx_str_trim(a), plx_str_trim(b));
}

/* Authors of one source of evidence replace those of a weaker one and join those of an equal one.
 */
static void learn_author(plx_read__meta *m, plx_arena *arena, plx_str name, const char *from,
                         int rank) {
    name = plx_read__unescaped(name, arena);
    bool address = plx_str_contains(name, PLX_S("://")) || plx_str_starts(name, PLX_S("www."));
    if (name.n < 2 || name.n > 200 || address || rank < m->author.rank) {
        return;
    }
    if (rank > m->author.rank) {
        m->n_authors = 0;
        m->author = (plx_read__fact){name, from, rank};
    }
    for (size_t i = 0; i < m->n_authors; i++) {
        if (same_name(m->authors[i], name)) {
            return;
        }
    }
    if (m->n_authors < PLX_READ_AUTHORS_MAX) {
        m->authors[m->n_authors++] = name;
    }
}

static void learn_date(plx_read__meta *m, plx_read__fact *f, plx_arena *arena, plx_str raw,
                       const char *from, int rank) {
    if (rank > f->rank) {
        bool day_first = plx_read__day_first(m->language.value, m->url.value);
        plx_str text = plx_read__unescaped(plx_str_slice(raw, 0, 200), arena);
        learn(f, plx_read__date_in(text, day_first, arena), from, rank);
    }
}

/* ---- JSON-LD
 * --------------------------------------------------------------------------------------- */

static void drop_json(void *j) { json_decref(j); }

static plx_str json_text(const json_t *v) {
    return json_is_string(v) ? plx_str_n(json_string_value(v), json_string_length(v))
                             : (plx_str){0};
}

static plx_str json_name(const json_t *v) {
    if (json_is_array(v)) {
        v = json_array_get(v, 0);
    }
    if (json_is_object(v)) {
        const json_t *n = json_object_get(v, "name");
        n = json_is_array(n) ? json_array_get(n, 0) : n;
        return json_text(n);
    }
    return json_text(v);
}

static bool type_is(const json_t *o, const char *const *names, size_t n) {
    const json_t *t = json_object_get(o, "@type");
    size_t many = json_is_array(t) ? json_array_size(t) : 1;
    for (size_t i = 0; i < many; i++) {
        plx_str s = json_text(json_is_array(t) ? json_array_get(t, i) : t);
        for (size_t k = 0; k < n; k++) {
            if (plx_str_contains(s, plx_str_of(names[k]))) {
                return true;
            }
        }
    }
    return false;
}

/* What {"@id": …} refers to within a graph; `a` itself when it says more, or when nothing is found.
 */
static const json_t *ld_referred(const json_t *graph, const json_t *a) {
    plx_str id = json_text(json_object_get(a, "@id"));
    if (id.n == 0 || json_object_get(a, "name")) {
        return a;
    }
    for (size_t i = 0; i < PLX_MIN(json_array_size(graph), (size_t)200); i++) {
        const json_t *o = json_array_get(graph, i);
        if (plx_str_eq(json_text(json_object_get(o, "@id")), id)) {
            return o;
        }
    }
    return a;
}

static void ld_authors(plx_read__meta *m, plx_arena *arena, const json_t *v, int rank) {
    size_t n = json_is_array(v) ? json_array_size(v) : v ? 1 : 0;
    for (size_t i = 0; i < PLX_MIN(n, (size_t)PLX_READ_AUTHORS_MAX); i++) {
        const json_t *a = ld_referred(m->graph, json_is_array(v) ? json_array_get(v, i) : v);
        static const char *const organisation[] = {"Organization"};
        bool org = json_is_object(a) && type_is(a, organisation, 1);
        const json_t *names = json_is_object(a) ? json_object_get(a, "name") : NULL;
        if (json_is_array(names)) {
            for (size_t k = 0; k < PLX_MIN(json_array_size(names), (size_t)PLX_READ_AUTHORS_MAX);
                 k++) {
                learn_author(m, arena, json_text(json_array_get(names, k)), "json-ld", rank);
            }
        } else {
            learn_author(m, arena, json_name(a), "json-ld", rank - (org ? 30 : 0));
        }
    }
}

static plx_str keep(plx_arena *arena, plx_str s) { return plx_read__unescaped(s, arena); }

static void ld_updates(plx_read__meta *m, plx_arena *arena, const json_t *list) {
    bool day_first = plx_read__day_first(m->language.value, m->url.value);
    for (size_t i = 0; i < PLX_MIN(json_array_size(list), (size_t)500); i++) {
        const json_t *o = json_array_get(list, i);
        plx_read__update u = {.title = keep(arena, json_name(json_object_get(o, "headline"))),
                              .body =
                                  plx_str_dup(arena, json_text(json_object_get(o, "articleBody"))),
                              .url = keep(arena, json_name(json_object_get(o, "url"))),
                              .author = keep(arena, json_name(json_object_get(o, "author")))};
        plx_str when = json_text(json_object_get(o, "datePublished"));
        u.published = plx_read__date_in(plx_str_slice(when, 0, 200), day_first, arena);
        if (plx_str_trim(u.body).n >= 20) {
            plx_vec_push(&m->updates, arena, u);
        }
    }
}

static void ld_article(plx_read__meta *m, plx_arena *arena, const json_t *o, int bonus) {
    learn(&m->title, keep(arena, json_name(json_object_get(o, "headline"))), "json-ld", 80 + bonus);
    learn(&m->title, keep(arena, json_name(json_object_get(o, "name"))), "json-ld", 40 + bonus);
    learn_date(m, &m->published, arena, json_text(json_object_get(o, "datePublished")), "json-ld",
               90 + bonus);
    learn_date(m, &m->published, arena, json_text(json_object_get(o, "dateCreated")), "json-ld",
               60 + bonus);
    learn_date(m, &m->modified, arena, json_text(json_object_get(o, "dateModified")), "json-ld",
               90 + bonus);
    learn(&m->source, keep(arena, json_name(json_object_get(o, "publisher"))), "json-ld",
          80 + bonus);
    learn(&m->section, keep(arena, json_name(json_object_get(o, "articleSection"))), "json-ld",
          80 + bonus);
    learn(&m->language, keep(arena, json_name(json_object_get(o, "inLanguage"))), "json-ld",
          40 + bonus);
    learn(&m->description, keep(arena, json_name(json_object_get(o, "description"))), "json-ld",
          40 + bonus);
    plx_str body = json_text(json_object_get(o, "articleBody"));
    if (body.n > 200) {
        learn(&m->body, plx_str_dup(arena, body), "json-ld", 80 + bonus);
    }
    ld_authors(m, arena, json_object_get(o, "author"), 90 + bonus);
    if (!json_object_get(o, "author")) {
        ld_authors(m, arena, json_object_get(o, "creator"), 80 + bonus);
    }
    const json_t *free = json_object_get(o, "isAccessibleForFree");
    m->not_free |= json_is_false(free) || plx_str_eq_nocase(json_text(free), PLX_S("false"));
    m->is_article |= bonus > 0;
    static const char *const live[] = {"LiveBlog"};
    if (type_is(o, live, 1)) {
        m->is_live = true;
        if (m->updates.n == 0) {
            ld_updates(m, arena, json_object_get(o, "liveBlogUpdate"));
        }
    }
}

static void ld_walk(plx_read__meta *m, plx_arena *arena, const json_t *v, unsigned depth) {
    static const char *const articles[] = {"Article", "BlogPosting",        "Report", "LiveBlog",
                                           "Review",  "SocialMediaPosting", "HowTo",  "Recipe"};
    static const char *const pages[] = {"WebPage", "VideoObject", "CreativeWork"};
    static const char *const sites[] = {"WebSite", "Organization", "NewsMediaOrganization"};
    if (depth > 5) {
        return;
    }
    if (json_is_array(v)) {
        for (size_t i = 0; i < PLX_MIN(json_array_size(v), (size_t)200); i++) {
            ld_walk(m, arena, json_array_get(v, i), depth + 1);
        }
    } else if (json_is_object(v)) {
        if (type_is(v, articles, PLX_COUNT(articles))) {
            ld_article(m, arena, v, depth > 2 ? 2 : 10);
        } else if (type_is(v, pages, PLX_COUNT(pages))) {
            ld_article(m, arena, v, -25);
        } else if (type_is(v, sites, PLX_COUNT(sites))) {
            learn(&m->site_name, keep(arena, json_name(json_object_get(v, "name"))), "json-ld", 20);
        }
        const json_t *graph = json_object_get(v, "@graph");
        m->graph = json_is_array(graph) ? graph : m->graph;
        static const char *const inner[] = {"@graph", "mainEntity", "mainEntityOfPage",
                                            "itemListElement"};
        for (size_t i = 0; i < PLX_COUNT(inner); i++) {
            const json_t *x = json_object_get(v, inner[i]);
            if (json_is_object(x) || json_is_array(x)) {
                ld_walk(m, arena, x, depth + 1);
            }
        }
    }
}

static void ld_script(plx_read__meta *m, plx_arena *arena, plx_str raw) {
    raw = plx_str_trim(raw);
    while (raw.n && raw.p[0] != '{' && raw.p[0] != '[') { /* comment and CDATA marks around it */
        raw = plx_str_slice(raw, 1, raw.n);
    }
    while (raw.n && raw.p[raw.n - 1] != '}' && raw.p[raw.n - 1] != ']') {
        raw.n--;
    }
    if (raw.n < 10 || raw.n > 4 * PLX_MIB) {
        return;
    }
    json_error_t e;
    json_t *root = json_loadb(raw.p, raw.n, JSON_ALLOW_NUL, &e);
    if (!root) { /* line breaks within strings, as many sites have */
        plx_str fixed = plx_str_dup(arena, raw);
        char *p = plx_arena_alloc(arena, raw.n + 1, 1);
        for (size_t i = 0; i < fixed.n; i++) {
            p[i] = (unsigned char)fixed.p[i] < ' ' ? ' ' : fixed.p[i];
        }
        root = json_loadb(p, fixed.n, JSON_ALLOW_NUL | JSON_DISABLE_EOF_CHECK, &e);
    }
    if (root) {
        plx_arena_defer(arena, drop_json, root);
        m->graph = json_is_array(root) ? root : NULL;
        ld_walk(m, arena, root, 0);
        m->graph = NULL;
    }
}

/* ---- meta tags
 * ------------------------------------------------------------------------------------- */

typedef enum field {
    TITLE,
    PUBLISHED,
    MODIFIED,
    SOURCE,
    SECTION,
    LANGUAGE,
    URL,
    DESCRIPTION,
    AUTHOR,
    SITE
} field;

static const struct {
    const char *name;
    field field;
    int rank;
} metas[] = {{"og:title", TITLE, 70},
             {"twitter:title", TITLE, 60},
             {"dc.title", TITLE, 50},
             {"dcterms.title", TITLE, 50},
             {"title", TITLE, 45},
             {"headline", TITLE, 55},
             {"sailthru.title", TITLE, 55},
             {"parsely-title", TITLE, 58},
             {"article:published_time", PUBLISHED, 85},
             {"og:published_time", PUBLISHED, 80},
             {"og:article:published_time", PUBLISHED, 80},
             {"datepublished", PUBLISHED, 82},
             {"parsely-pub-date", PUBLISHED, 75},
             {"sailthru.date", PUBLISHED, 70},
             {"article.published", PUBLISHED, 70},
             {"published_time", PUBLISHED, 70},
             {"publish-date", PUBLISHED, 70},
             {"publishdate", PUBLISHED, 70},
             {"publish_date", PUBLISHED, 70},
             {"pubdate", PUBLISHED, 70},
             {"publication_date", PUBLISHED, 70},
             {"publication-date", PUBLISHED, 70},
             {"dc.date.issued", PUBLISHED, 68},
             {"dcterms.created", PUBLISHED, 60},
             {"dcterms.date", PUBLISHED, 60},
             {"dc.date", PUBLISHED, 60},
             {"dc.date.created", PUBLISHED, 60},
             {"date", PUBLISHED, 58},
             {"cxenseparse:recs:publishtime", PUBLISHED, 58},
             {"rnews:datepublished", PUBLISHED, 58},
             {"originalpublicationdate", PUBLISHED, 66},
             {"citation_publication_date", PUBLISHED, 50},
             {"created", PUBLISHED, 45},
             {"article_date_original", PUBLISHED, 66},
             {"date_published", PUBLISHED, 66},
             {"article:modified_time", MODIFIED, 85},
             {"og:updated_time", MODIFIED, 60},
             {"datemodified", MODIFIED, 80},
             {"lastmod", MODIFIED, 50},
             {"last-modified", MODIFIED, 50},
             {"og:site_name", SITE, 80},
             {"application-name", SITE, 40},
             {"dc.publisher", SITE, 30},
             {"publisher", SITE, 28},
             {"article:section", SECTION, 70},
             {"parsely-section", SECTION, 60},
             {"section", SECTION, 50},
             {"og:locale", LANGUAGE, 30},
             {"content-language", LANGUAGE, 50},
             {"language", LANGUAGE, 45},
             {"dc.language", LANGUAGE, 45},
             {"og:url", URL, 60},
             {"twitter:url", URL, 40},
             {"og:description", DESCRIPTION, 70},
             {"description", DESCRIPTION, 60},
             {"twitter:description", DESCRIPTION, 50},
             {"author", AUTHOR, 70},
             {"article:author", AUTHOR, 60},
             {"article:author_name", AUTHOR, 72},
             {"parsely-author", AUTHOR, 66},
             {"sailthru.author", AUTHOR, 64},
             {"dc.creator", AUTHOR, 58},
             {"dcterms.creator", AUTHOR, 58},
             {"byl", AUTHOR, 74},
             {"byline", AUTHOR, 62},
             {"cxenseparse:author", AUTHOR, 56},
             {"citation_author", AUTHOR, 50},
             {"twitter:data1", AUTHOR, 0}};

static void learn_field(plx_read__meta *m, plx_arena *arena, field f, plx_str raw, const char *from,
                        int rank) {
    plx_str v = plx_read__unescaped(plx_str_slice(raw, 0, 4000), arena);
    switch (f) {
    case TITLE: learn(&m->title, v, from, rank); break;
    case PUBLISHED: learn_date(m, &m->published, arena, v, from, rank); break;
    case MODIFIED: learn_date(m, &m->modified, arena, v, from, rank); break;
    case SOURCE:
    case SITE: learn(&m->site_name, v, from, rank); break;
    case SECTION: learn(&m->section, v, from, rank); break;
    case LANGUAGE: learn(&m->language, v, from, rank); break;
    case URL: learn(&m->url, v, from, rank); break;
    case DESCRIPTION: learn(&m->description, v, from, rank); break;
    case AUTHOR: learn_author(m, arena, v, from, rank); break;
    }
}

static void meta_tag(const plx_read__tree *t, uint32_t node, plx_arena *arena, plx_read__meta *m) {
    plx_str content = plx_read__attr_of(t, node, PLX_ATTR_content);
    if (content.n == 0) {
        return;
    }
    static const plx_read__attr keys[] = {PLX_ATTR_property, PLX_ATTR_name, PLX_ATTR_itemprop,
                                          PLX_ATTR_http_equiv};
    for (size_t k = 0; k < PLX_COUNT(keys); k++) {
        plx_str key = plx_read__attr_of(t, node, keys[k]);
        if (key.n == 0 || key.n > 40) {
            continue;
        }
        if (plx_str_eq_nocase(key, PLX_S("og:type"))) {
            m->is_article |= plx_str_contains(content, PLX_S("article"));
        }
        for (size_t i = 0; i < PLX_COUNT(metas); i++) {
            if (metas[i].rank && plx_str_eq_nocase(key, plx_str_of(metas[i].name))) {
                learn_field(m, arena, metas[i].field, content, metas[i].name, metas[i].rank);
            }
        }
    }
}

/* ---- marked-up elements
 * ---------------------------------------------------------------------------- */

plx_str plx_read__text_of_node(const plx_read__tree *t, uint32_t node, size_t max,
                               plx_arena *arena);

/* The text of a small subtree. */
plx_str plx_read__text_of_node(const plx_read__tree *t, uint32_t node, size_t max,
                               plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, max + 8);
    uint32_t end = PLX_MIN(t->p[node].end, node + 64);
    for (uint32_t i = node; i < end && b.n < max; i++) {
        const plx_read__node *x = &t->p[i];
        char kind = plx_read__tag_kind(x->tag);
        if (x->tag == PLX_TAG_TEXT) {
            plx_buf_put(&b, plx_str_slice(t->page, x->from, PLX_MIN((size_t)x->to, x->from + max)));
        } else if ((kind == 'S' || (kind == 'R' && x->tag != PLX_TAG_title)) && x->end > i + 1) {
            i = x->end - 1;
        } else if (kind == 'B' || x->tag == PLX_TAG_br) {
            plx_buf_putc(&b, ' ');
        }
    }
    return plx_read__unescaped(plx_buf_str(&b), arena);
}

static bool prop_is(plx_str list, const char *name) {
    for (plx_str w, rest = list; plx_str_split(&rest, ' ', &w);) {
        if (plx_str_eq_nocase(w, plx_str_of(name))) {
            return true;
        }
    }
    return false;
}

static void item_property(const plx_read__tree *t, uint32_t i, plx_str prop, plx_arena *arena,
                          plx_read__meta *m) {
    plx_str content = plx_read__attr_of(t, i, PLX_ATTR_content),
            when = plx_read__attr_of(t, i, PLX_ATTR_datetime);
    if (prop_is(prop, "datePublished")) {
        plx_str v = when.n ? when : content.n ? content : plx_read__text_of_node(t, i, 100, arena);
        learn_date(m, &m->published, arena, v, "itemprop datePublished", 82);
    } else if (prop_is(prop, "dateModified")) {
        plx_str v = when.n ? when : content.n ? content : plx_read__text_of_node(t, i, 100, arena);
        learn_date(m, &m->modified, arena, v, "itemprop dateModified", 80);
    } else if (prop_is(prop, "headline") && m->title.rank < 66) {
        learn(&m->title,
              content.n ? plx_read__unescaped(content, arena)
                        : plx_read__text_of_node(t, i, 400, arena),
              "itemprop headline", 66);
    } else if (prop_is(prop, "author") && t->p[i].tag != PLX_TAG_meta) {
        uint32_t name = i; /* the name inside, if it is marked */
        for (uint32_t k = i + 1; k < t->p[i].end && k < i + 40; k++) {
            if (prop_is(plx_read__attr_of(t, k, PLX_ATTR_itemprop), "name")) {
                name = k;
                break;
            }
        }
        plx_str c = plx_read__attr_of(t, name, PLX_ATTR_content);
        learn_author(m, arena, c.n ? c : plx_read__text_of_node(t, name, 120, arena),
                     "itemprop author", name != i ? 78 : 68);
    } else if (prop_is(prop, "articleSection") && m->section.rank < 50) {
        learn(&m->section,
              content.n ? plx_read__unescaped(content, arena)
                        : plx_read__text_of_node(t, i, 60, arena),
              "itemprop articleSection", 50);
    }
}

static void link_tag(const plx_read__tree *t, uint32_t i, plx_str rel, plx_arena *arena,
                     plx_read__meta *m) {
    plx_str href = plx_read__attr_of(t, i, PLX_ATTR_href);
    if (prop_is(rel, "canonical")) {
        learn(&m->url, plx_read__unescaped(href, arena), "canonical", 80);
    } else if (prop_is(rel, "author") && t->p[i].tag == PLX_TAG_a) {
        learn_author(m, arena, plx_read__text_of_node(t, i, 120, arena), "rel=author", 64);
    }
}

void plx_read__meta_of(const plx_read__tree *t, plx_arena *arena, plx_read__meta *m) {
    *m = (plx_read__meta){0};
    unsigned scripts = 0;
    for (uint32_t i = 1; i < t->n; i++) {
        const plx_read__node *x = &t->p[i];
        if (x->tag == PLX_TAG_TEXT) {
            continue;
        }
        if (x->tag == PLX_TAG_meta) {
            meta_tag(t, i, arena, m);
        } else if (x->tag == PLX_TAG_script) {
            plx_str type = plx_read__attr_of(t, i, PLX_ATTR_type);
            if (x->end > i + 1 && plx_str_contains(type, PLX_S("ld+json")) && scripts++ < 24) {
                ld_script(m, arena, plx_str_slice(t->page, t->p[i + 1].from, t->p[i + 1].to));
            }
            continue;
        } else if (x->tag == PLX_TAG_title && m->page_title.rank == 0 && x->parent < t->body) {
            learn(&m->page_title, plx_read__text_of_node(t, i, 500, arena), "<title>", 30);
        } else if (x->tag == PLX_TAG_html && x->from < x->to) {
            learn(&m->language, plx_read__attr_of(t, i, PLX_ATTR_lang), "lang", 60);
        }
        if (x->from == x->to) {
            continue;
        }
        plx_str prop = plx_read__attr_of(t, i, PLX_ATTR_itemprop);
        if (prop.n) {
            item_property(t, i, prop, arena, m);
        }
        plx_str rel = x->tag == PLX_TAG_link || x->tag == PLX_TAG_a
                          ? plx_read__attr_of(t, i, PLX_ATTR_rel)
                          : (plx_str){0};
        if (rel.n) {
            link_tag(t, i, rel, arena, m);
        }
    }
}
