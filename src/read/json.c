/* JSON Lines, and JSON files with one account, a list of them, or a JSON Feed (jsonfeed.org). */
#include "read/internal.h"

#include "base/utf8.h"

#include <jansson.h>

typedef struct json_job {
    plx_read__run *run;
    const plx_read__hints *hints; /* of the file */
    plx_str bytes;
    uint64_t offset; /* of bytes in the file */
    uint64_t item;   /* number of the line, 0 for a whole file */
} json_job;

static void drop_json(void *j) { json_decref(j); }

static plx_str text_of(const json_t *v) {
    if (json_is_object(v)) { /* {"name": "The Outlet"}, {"title": …}, {"rendered": …} */
        static const char *const inner[] = {"name", "title", "rendered", "value", "$date", "$oid"};
        for (size_t i = 0; i < PLX_COUNT(inner); i++) {
            const json_t *x = json_object_get(v, inner[i]);
            if (json_is_string(x)) {
                return plx_str_n(json_string_value(x), json_string_length(x));
            }
        }
        return (plx_str){0};
    }
    return json_is_string(v) ? plx_str_n(json_string_value(v), json_string_length(v))
                             : (plx_str){0};
}

/* The first of the space-separated keys that has text. */
static plx_str field(const json_t *o, const char *keys, plx_arena *arena) {
    for (plx_str k, rest = plx_str_of(keys); plx_str_split(&rest, ' ', &k);) {
        const json_t *v = json_object_getn(o, k.p, k.n);
        plx_str s = plx_str_trim(text_of(v));
        if (json_is_integer(v)) {
            s = plx_str_format(arena, "%lld", (long long)json_integer_value(v));
        }
        if (s.n) {
            return s;
        }
    }
    return (plx_str){0};
}

static const char text_keys[] =
    "text body content maintext articleBody article full_text article_text content_text fulltext "
    "plain_text cleaned_text";
static const char list_keys[] =
    "items articles data docs results documents stories entries posts response hits accounts";

static void authors_of(plx_account *a, const json_t *o, plx_arena *arena) {
    static const char *const keys[] = {"authors", "author", "byline", "creator"};
    for (size_t i = 0; i < PLX_COUNT(keys) && a->n_authors == 0; i++) {
        const json_t *v = json_object_get(o, keys[i]);
        size_t n = json_is_array(v) ? json_array_size(v) : 1;
        struct {
            plx_str *p;
            size_t n, cap;
        } names = {0};
        for (size_t k = 0; k < PLX_MIN(n, (size_t)50); k++) {
            plx_str s = plx_str_trim(text_of(json_is_array(v) ? json_array_get(v, k) : v));
            if (s.n) {
                plx_vec_push(&names, arena, plx_str_dup(arena, s));
            }
        }
        a->authors = names.p;
        a->n_authors = names.n;
    }
}

static bool set(plx_str *to, const json_t *o, const char *keys, plx_arena *arena) {
    plx_str s = field(o, keys, arena);
    if (s.n) {
        *to = plx_str_dup(arena, s);
    }
    return s.n > 0;
}

static bool emit_object(json_job *j, const json_t *o, uint64_t item) {
    plx_str text = field(o, text_keys, NULL);
    plx_arena *arena;
    if (text.n == 0) {
        return false;
    }
    plx_account *a = plx_read__account(j->run, j->hints, &arena);
    if (item) {
        a->path = plx_read__item_path(j->hints->path, item, arena);
    }
    const json_t *raw = NULL; /* untrimmed: the text is kept exactly */
    for (plx_str k, rest = plx_str_of(text_keys); !raw && plx_str_split(&rest, ' ', &k);) {
        const json_t *v = json_object_getn(o, k.p, k.n);
        raw = plx_str_trim(text_of(v)).n ? v : NULL;
    }
    a->text = plx_str_dup(arena, text_of(raw));
    if (plx_str_find_char(a->text, '\0', 0) != SIZE_MAX) { /* "\u0000" */
        plx_read__decoded d;
        plx_read__decode(a->text, PLX_S("UTF-8"), arena, &d);
        a->text = d.text;
    }
    a->encoding = PLX_S("UTF-8");
    (void)set(&a->id, o, "id _id uuid guid doc_id article_id", arena);
    (void)set(&a->title, o, "title headline", arena);
    (void)set(&a->url, o, "url link canonical_url uri external_url source_url", arena);
    (void)set(&a->source, o,
              "source outlet publisher site domain source_name source_domain publication website",
              arena);
    (void)set(&a->language, o, "language lang", arena);
    (void)set(&a->section, o, "section category", arena);
    static const char dates[] =
        "published date publishedAt published_at date_publish date_published datePublished "
        "publication_date pubDate publish_date published_date timestamp created_at";
    plx_str d = field(o, dates, arena);
    if (d.n) {
        plx_str isod = plx_read__date(d, arena);
        a->published = isod.n ? isod : plx_str_dup(arena, d);
        plx_read__evidence(a, arena, "published", "record");
    }
    d = field(o, "modified updated dateModified date_modified updated_at", arena);
    a->modified = d.n ? plx_read__date(d, arena) : a->modified;
    authors_of(a, o, arena);
    if (!j->run->options->keep_noise) {
        plx_read_mark_dropped(a, arena);
    }
    plx_read__emit(j->run, a, arena);
    return true;
}

static void emit_html(json_job *j, const json_t *o, uint64_t item, plx_str html,
                      plx_arena *scratch) {
    plx_read__hints h = *j->hints;
    h.path = item ? plx_read__item_path(h.path, item, scratch) : h.path;
    plx_str title = field(o, "title headline", scratch),
            url = field(o, "url link canonical_url", scratch),
            source = field(o, "source outlet publisher site domain", scratch),
            date = field(o, "published date date_published pubDate published_at", scratch);
    h.title = title.n ? title : h.title;
    h.url = url.n ? url : h.url;
    h.source = source.n ? source : h.source;
    h.published = date.n ? date : h.published;
    h.hint_from = "record";
    h.charset = PLX_S("UTF-8");
    plx_read__html(j->run, &h, html);
}

static void one_object(json_job *j, const json_t *o, uint64_t item, plx_arena *scratch) {
    if (item && !plx_read__wanted(j->run, plx_read__item_path(j->hints->path, item, scratch))) {
        return;
    }
    plx_str html = field(o, "content_html html raw_html page", scratch);
    if (html.n && field(o, text_keys, scratch).n == 0) {
        emit_html(j, o, item, html, scratch);
    } else if (!json_is_object(o) || !emit_object(j, o, item)) {
        plx_read__hints h = *j->hints;
        h.path = item ? plx_read__item_path(h.path, item, scratch) : h.path;
        bool has_text = json_is_object(o) && json_object_get(o, "text");
        plx_read__fail(j->run, &h, has_text ? PLX_EMPTY : PLX_UNSUPPORTED, j->offset,
                       has_text ? "its \"text\" is empty" : "a JSON value without \"text\"");
    }
}

static const json_t *list_of(const json_t *root) {
    if (json_is_array(root)) {
        return root;
    }
    for (plx_str k, rest = plx_str_of(list_keys); plx_str_split(&rest, ' ', &k);) {
        const json_t *v = json_object_getn(root, k.p, k.n);
        if (json_is_object(v)) {
            v = json_object_get(v, "docs") ? json_object_get(v, "docs")
                                           : json_object_get(v, "hits");
        }
        if (json_is_array(v) && json_is_object(json_array_get(v, 0))) {
            return v;
        }
    }
    return NULL;
}

static json_t *parse(plx_str bytes, plx_arena *scratch, json_error_t *e) {
    json_t *root = json_loadb(bytes.p, bytes.n, JSON_ALLOW_NUL, e);
    if (!root && plx_utf8_validate(bytes) < bytes.n) {
        plx_read__decoded d;
        plx_read__decode(bytes, PLX_S(""), scratch, &d);
        root = json_loadb(d.text.p, d.text.n, JSON_ALLOW_NUL, e);
    }
    if (root) {
        plx_arena_defer(scratch, drop_json, root);
    }
    return root;
}

static void read_value(void *ctx, plx_arena *scratch) {
    json_job *j = ctx;
    json_error_t e;
    const json_t *root = parse(j->bytes, scratch, &e);
    if (!root) {
        plx_error err;
        uint64_t at = j->offset + (e.position > 0 ? (uint64_t)e.position : 0);
        plx_fail(&err, PLX_INVALID, at, "not valid JSON at byte %llu: %.150s",
                 (unsigned long long)at, e.text);
        plx_read__hints h = *j->hints;
        h.path = j->item ? plx_read__item_path(h.path, j->item, scratch) : h.path;
        plx_read__failed(j->run, &h, &err);
        return;
    }
    const json_t *list = j->item || field(root, text_keys, scratch).n ? NULL : list_of(root);
    if (!list) {
        one_object(j, root, j->item, scratch);
        return;
    }
    for (size_t i = 0; i < json_array_size(list) && !j->run->stopped; i++) {
        plx_arena_mark mark = plx_arena_mark_here(scratch);
        one_object(j, json_array_get(list, i), i + 1, scratch);
        plx_arena_restore(scratch, mark);
    }
}

void plx_read__json(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    json_job j = {run, hints, bytes, 0, 0};
    plx_read__guarded(run, hints, read_value, &j);
}

void plx_read__json_lines(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s) {
    plx_str line;
    uint64_t n = 0, none = 0;
    for (bool cut, skipping = false; !run->stopped;) {
        uint64_t at = s->offset;
        if (!plx_read__stream_line(s, &line, &cut)) {
            break;
        }
        bool was = skipping;
        skipping = cut;
        if (was || plx_str_trim(line).n == 0) {
            continue;
        }
        n++;
        if (cut) {
            plx_error err;
            plx_fail(&err, PLX_LIMIT, at, "line %llu at byte %llu is longer than an account may be",
                     (unsigned long long)n, (unsigned long long)at);
            plx_read__failed(run, hints, &err);
            continue;
        }
        json_job j = {run, hints, plx_str_trim(line), at, n};
        plx_read__guarded(run, hints, read_value, &j);
    }
    if (s->err.code != PLX_OK) {
        plx_read__failed(run, hints, &s->err);
    } else if (n == 0 && none == 0) {
        plx_read__fail(run, hints, PLX_EMPTY, 0, "there is nothing in it");
    }
}
