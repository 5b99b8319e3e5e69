#include "read/read.h"

#include "base/utf8.h"
#include "read/internal.h"
#include "read/noise.h"

plx_read_options plx_read_defaults(void) {
    return (plx_read_options){.max_account_bytes = 64 * PLX_MIB,
                              .max_expanded_bytes = 16 * (uint64_t)PLX_GIB,
                              .max_depth = 32};
}

/* ---- accounts -----------------------------------------------------------------------------------
 */

void plx_read__evidence(plx_account *a, plx_arena *arena, const char *field, const char *from) {
    for (size_t i = 0; i < a->n_evidence; i++) {
        if (plx_str_eq(a->evidence[i].field, plx_str_of(field))) { /* better evidence */
            a->evidence[i].from = plx_str_of(from);
            return;
        }
    }
    plx_evidence *e = plx_new_n(arena, plx_evidence, a->n_evidence + 1);
    if (a->n_evidence) {
        memcpy(e, a->evidence, a->n_evidence * sizeof *e);
    }
    e[a->n_evidence] = (plx_evidence){plx_str_of(field), plx_str_of(from)};
    a->evidence = e;
    a->n_evidence++;
}

static void from_hint(plx_account *a, plx_arena *arena, plx_str *to, plx_str value,
                      const char *field, const char *from) {
    if (value.n) {
        *to = plx_str_dup(arena, value);
        plx_read__evidence(a, arena, field, from);
    }
}

plx_account *plx_read__account(plx_read__run *run, const plx_read__hints *h, plx_arena **arena) {
    plx_read__batch_flush(run);
    *arena = run->sink->arena(run->sink->ctx);
    plx_account *a = plx_new(*arena, plx_account);
    a->path = plx_str_dup(*arena, h->path);
    const char *from = h->hint_from ? h->hint_from : "container";
    from_hint(a, *arena, &a->source, h->source, "source", from);
    from_hint(a, *arena, &a->url, h->url, "url", from);
    from_hint(a, *arena, &a->title, h->title, "title", from);
    plx_str date = h->published.n ? plx_read__date(h->published, *arena) : (plx_str){0};
    from_hint(a, *arena, &a->published, date.n ? date : h->published, "published", from);
    return a;
}

/* "https://www.example.org/2025/04/17/x" -> "example.org" */
plx_str plx_read__host_of(plx_str url) {
    size_t at = plx_str_find(url, PLX_S("://"), 0);
    if (at == SIZE_MAX) {
        return (plx_str){0};
    }
    plx_str host = plx_str_slice(url, at + 3, url.n);
    for (size_t i = 0; i < host.n; i++) {
        if (strchr("/?#:", host.p[i])) {
            host.n = i;
        }
    }
    return plx_str_starts_nocase(host, PLX_S("www.")) ? plx_str_slice(host, 4, host.n) : host;
}

/* Fields were cut to lengths in bytes, and containers may hold anything: what leaves is valid UTF-8
 * without NUL. */
static void make_valid(plx_str *s, plx_arena *arena) {
    if (plx_utf8_validate(*s) < s->n || plx_str_find_char(*s, '\0', 0) != SIZE_MAX) {
        plx_read__decoded d;
        plx_read__decode(*s, PLX_S("UTF-8"), arena, &d);
        *s = d.text;
    }
}

static void make_account_valid(plx_account *a, plx_arena *arena) {
    plx_str *fields[] = {&a->path,      &a->id,       &a->source,  &a->url,     &a->title,
                         &a->published, &a->modified, &a->section, &a->language};
    for (size_t i = 0; i < PLX_COUNT(fields); i++) {
        make_valid(fields[i], arena);
    }
    for (size_t i = 0; i < a->n_authors; i++) {
        make_valid(&a->authors[i], arena);
    }
    for (size_t i = 0; i < a->n_evidence; i++) {
        make_valid(&a->evidence[i].from, arena);
    }
}

static void complete(plx_read__run *run, plx_account *a, plx_arena *arena) {
    make_account_valid(a, arena);
    const plx_read_options *o = run->options;
    if (a->published.n == 0 && a->url.n) {
        plx_str d = plx_read__url_date(a->url, arena);
        if (d.n) {
            a->published = d;
            plx_read__evidence(a, arena, "published", "url");
        }
    }
    if (a->published.n == 0 && o->published.n) {
        a->published = plx_str_dup(arena, o->published);
        plx_read__evidence(a, arena, "published", "--published");
    }
    if (a->source.n == 0 && o->source.n) {
        a->source = plx_str_dup(arena, o->source);
        plx_read__evidence(a, arena, "source", "--source");
    }
    if (a->source.n == 0 && plx_read__host_of(a->url).n) {
        a->source = plx_read__host_of(a->url);
        plx_read__evidence(a, arena, "source", "url");
    }
    if (a->language.n == 0) {
        a->language = plx_read__language_of(a);
        if (a->language.n) {
            plx_read__evidence(a, arena, "language", "text");
        }
    }
}

static void hand_over(plx_read__run *run, const plx_account *a) {
    if (!run->stopped && !run->sink->account(run->sink->ctx, a)) {
        run->stopped = true;
    }
}

void plx_read__emit(plx_read__run *run, plx_account *a, plx_arena *arena) {
    complete(run, a, arena);
    hand_over(run, a);
}

void plx_read__emit_page(plx_read__run *run, plx_account *a, plx_arena *arena) {
    complete(run, a, arena);
    if (!plx_read__is_repeated(run, a)) {
        hand_over(run, a);
    }
}

bool plx_read__wanted(plx_read__run *run, plx_str path) {
    return !run->sink->wanted || run->sink->wanted(run->sink->ctx, path);
}

void plx_read__failed(plx_read__run *run, const plx_read__hints *hints, const plx_error *why) {
    plx_read__batch_flush(run);
    if (run->sink->failed) {
        run->sink->failed(run->sink->ctx, hints->path, why, hints->named);
    }
}

void plx_read__fail(plx_read__run *run, const plx_read__hints *hints, plx_err code, uint64_t pos,
                    const char *msg) {
    plx_error err;
    plx_fail(&err, code, pos, "%s", msg);
    plx_read__failed(run, hints, &err);
}

plx_str plx_read__item_path(plx_str path, uint64_t n, plx_arena *arena) {
    return plx_str_format(arena, "%.*s#%llu", PLX_FMT(path), (unsigned long long)n);
}

/* ---- one input, guarded
 * --------------------------------------------------------------------------- */

typedef struct guarded {
    void (*fn)(void *ctx, plx_arena *scratch);
    void *ctx;
    plx_arena scratch;
} guarded;

static void run_guarded(void *ctx) {
    guarded *g = ctx;
    g->fn(g->ctx, &g->scratch);
}

void plx_read__guarded(plx_read__run *run, const plx_read__hints *hints,
                       void (*fn)(void *ctx, plx_arena *scratch), void *ctx) {
    guarded g = {.fn = fn, .ctx = ctx};
    plx_arena_init(&g.scratch, PLX_GIB);
    plx_error err;
    if (plx_guard(run_guarded, &g, &err) != PLX_OK) {
        plx_read__failed(run, hints, &err);
    }
    plx_arena_release(&g.scratch);
}

/* ---- sniffing
 * ------------------------------------------------------------------------------------- */

static plx_str skip_space(plx_str s) {
    if (plx_str_starts(s, PLX_S("\xEF\xBB\xBF"))) {
        s = plx_str_slice(s, 3, s.n);
    }
    size_t i = 0;
    while (i < s.n && (unsigned char)s.p[i] <= ' ') {
        i++;
    }
    return plx_str_slice(s, i, s.n);
}

static bool has_ending(plx_str path, const char *endings) {
    static const char *const packed[] = {".gz", ".zst", ".xz", ".bz2"};
    for (size_t i = 0; i < PLX_COUNT(packed); i++) { /* "dump.csv.gz" is a table */
        plx_str p = plx_str_of(packed[i]);
        if (path.n > p.n && plx_str_eq_nocase(plx_str_slice(path, path.n - p.n, path.n), p)) {
            path.n -= p.n;
        }
    }
    for (plx_str e, rest = plx_str_of(endings); plx_str_split(&rest, ' ', &e);) {
        if (path.n >= e.n && plx_str_eq_nocase(plx_str_slice(path, path.n - e.n, path.n), e)) {
            return true;
        }
    }
    return false;
}

/* One JSON value a line: the first line is a whole object and something follows it, or the name
 * says so. */
static bool is_json_lines(plx_str head, plx_str path) {
    if (has_ending(path, ".jsonl .ndjson .jsonlines .jl")) {
        return true;
    }
    size_t nl = plx_str_find_char(head, '\n', 0);
    plx_str first = plx_str_trim(plx_str_slice(head, 0, nl));
    return nl != SIZE_MAX && first.n > 1 && first.p[first.n - 1] == '}' &&
           skip_space(plx_str_slice(head, nl, head.n)).n > 0 &&
           skip_space(plx_str_slice(head, nl, head.n)).p[0] == '{';
}

static bool is_html(plx_str head, plx_str path) {
    static const char *const begins[] = {"<!doctype html", "<html",     "<head",
                                         "<body",          "<!doctype", "<title",
                                         "<div",           "<article",  "<meta"};
    for (size_t i = 0; i < PLX_COUNT(begins); i++) {
        if (plx_str_starts_nocase(head, plx_str_of(begins[i]))) {
            return true;
        }
    }
    if (has_ending(path, ".html .htm .xhtml .shtml")) {
        return true;
    }
    if (head.n && head.p[0] == '<') {
        plx_str h = plx_str_slice(head, 0, 4096);
        for (size_t i = 0; i + 5 < h.n; i++) {
            if (h.p[i] == '<' &&
                (plx_str_starts_nocase(plx_str_slice(h, i, h.n), PLX_S("<html")) ||
                 plx_str_starts_nocase(plx_str_slice(h, i, h.n), PLX_S("<body")))) {
                return true;
            }
        }
    }
    return false;
}

static bool is_xml_of(plx_str head, const char *names) {
    plx_str h = plx_str_slice(head, 0, 2048);
    for (plx_str n, rest = plx_str_of(names); plx_str_split(&rest, ' ', &n);) {
        size_t at = plx_str_find(h, n, 0);
        if (at != SIZE_MAX && at + n.n < h.n &&
            (h.p[at + n.n] == ' ' || h.p[at + n.n] == '>' || h.p[at + n.n] == '\n' ||
             h.p[at + n.n] == '\r')) {
            return true;
        }
    }
    return false;
}

/* Mail: header lines from the first byte on, among them ones that mail has. */
static bool is_mime(plx_str bytes, plx_str path) {
    static const char *const known[] = {"from:",
                                        "to:",
                                        "subject:",
                                        "date:",
                                        "mime-version:",
                                        "content-type:",
                                        "received:",
                                        "return-path:",
                                        "message-id:",
                                        "delivered-to:",
                                        "snapshot-content-location:"};
    if (has_ending(path, ".eml .mhtml .mht")) {
        return true;
    }
    unsigned found = 0, lines = 0;
    for (plx_str line, rest = plx_str_slice(bytes, 0, 4096);
         lines < 30 && plx_str_split(&rest, '\n', &line); lines++) {
        if (plx_str_trim(line).n == 0) {
            break;
        }
        if (line.p[0] == ' ' || line.p[0] == '\t') {
            continue;
        }
        size_t colon = plx_str_find_char(line, ':', 0), blank = plx_str_find_char(line, ' ', 0);
        if (colon == SIZE_MAX || (blank != SIZE_MAX && blank < colon)) {
            return false;
        }
        for (size_t i = 0; i < PLX_COUNT(known); i++) {
            found += plx_str_starts_nocase(line, plx_str_of(known[i]));
        }
    }
    return found >= 3;
}

/* A whole file or member, by what it is. */
static void read_whole(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    plx_str head = skip_space(bytes), path = hints->path;
    if (head.n == 0) {
        plx_read__fail(run, hints, PLX_EMPTY, 0, "there is nothing in it");
    } else if (plx_str_starts(head, PLX_S("%PDF-"))) {
        plx_read__pdf(run, hints, bytes);
    } else if (plx_read__is_binary(bytes)) {
        plx_read__fail(run, hints, PLX_UNSUPPORTED, 0, "binary data of no format that is read");
    } else if ((head.p[0] == '{' || head.p[0] == '[') && !has_ending(path, ".txt .md")) {
        plx_read__json(run, hints, bytes);
    } else if (head.p[0] == '<' && is_xml_of(head, "<rss <feed <rdf:RDF <urlset <sitemapindex")) {
        plx_read__xml(run, hints, bytes);
    } else if (is_html(head, path)) {
        plx_read__html(run, hints, bytes);
    } else if (is_mime(bytes, path)) {
        plx_read__mime(run, hints, bytes);
    } else if (has_ending(path, ".csv .tsv")) {
        plx_read__csv(run, hints, bytes);
    } else if (has_ending(path, ".css .js .ts .py .c .h .sh .svg .xml .lock .log")) {
        plx_read__fail(run, hints, PLX_UNSUPPORTED, 0, "no format that is read");
    } else {
        plx_read__text(run, hints, bytes);
    }
}

static bool is_archive(plx_str w) {
    static const struct {
        const char *magic;
        size_t n;
    } heads[] = {{"PK\3\4", 4},
                 {"PK\5\6", 4},
                 {"7z\xBC\xAF\x27\x1C", 6},
                 {"\xFD"
                  "7zXZ\0",
                  6},
                 {"BZh", 3},
                 {"Rar!\x1A\7", 6},
                 {"\x04\x22\x4D\x18", 4},
                 {"LZIP", 4},
                 {"070701", 6},
                 {"070702", 6},
                 {"070707", 6}};
    for (size_t i = 0; i < PLX_COUNT(heads); i++) {
        if (w.n >= heads[i].n && memcmp(w.p, heads[i].magic, heads[i].n) == 0) {
            return true;
        }
    }
    return w.n > 262 && memcmp(w.p + 257, "ustar", 5) == 0;
}

typedef struct packed_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_read__stream *inner;
    bool zstd;
} packed_job;

static void read_packed(void *ctx, plx_arena *scratch) {
    packed_job *j = ctx;
    plx_read__stream *s = plx_new(scratch, plx_read__stream);
    if (j->zstd) {
        plx_read__stream_zstd(s, j->inner, scratch);
    } else {
        plx_read__stream_gzip(s, j->inner, scratch);
    }
    plx_read__hints h = *j->hints;
    h.depth++;
    plx_read__any(j->run, &h, s);
}

void plx_read__any(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s) {
    if (hints->depth == 0 && !plx_read__wanted(run, hints->path)) {
        return;
    }
    if (hints->depth > PLX_MIN(run->options->max_depth, 16u)) {
        plx_read__fail(run, hints, PLX_LIMIT, 0, "containers in containers, too deep");
        return;
    }
    plx_str w = plx_read__stream_window(s, 65536), head = skip_space(w);
    bool gzip = w.n > 2 && memcmp(w.p, "\x1F\x8B", 2) == 0,
         zstd = w.n > 4 && memcmp(w.p, "\x28\xB5\x2F\xFD", 4) == 0;
    if (gzip || zstd) {
        packed_job j = {run, hints, s, zstd};
        plx_read__guarded(run, hints, read_packed, &j);
        return;
    }
    if (is_archive(w)) {
        plx_read__archive(run, hints, s);
        return;
    }
    if (plx_str_starts(w, PLX_S("WARC/"))) {
        plx_read__warc(run, hints, s);
        return;
    }
    if (head.n && head.p[0] == '{' && is_json_lines(head, hints->path)) {
        plx_read__json_lines(run, hints, s);
        return;
    }
    bool cut;
    plx_str all = plx_read__stream_rest(s, &cut);
    if (s->err.code != PLX_OK && all.n == 0) {
        plx_read__failed(run, hints, &s->err);
    } else if (cut || all.n > run->options->max_account_bytes) {
        plx_error err;
        plx_fail(&err, PLX_LIMIT, run->options->max_account_bytes,
                 "longer than the %zu MiB that one account may have",
                 run->options->max_account_bytes / PLX_MIB);
        plx_read__failed(run, hints, &err);
    } else {
        if (s->err.code != PLX_OK) { /* what came before the damage is read all the same */
            plx_read__failed(run, hints, &s->err);
        }
        read_whole(run, hints, all);
    }
}

void plx_read__member(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    plx_read__stream s;
    plx_read__stream_memory(&s, run, bytes);
    plx_read__any(run, hints, &s);
}

plx_err plx_read_memory(plx_str path, plx_str bytes, const plx_read_options *options,
                        const plx_read_sink *sink) {
    plx_read__run run = {.options = options, .sink = sink, .seen = sink->seen};
    plx_read__hints hints = {.path = path, .named = true};
    plx_read__stream s;
    plx_read__stream_memory(&s, &run, bytes);
    run.batch = plx_read__batch_new(options->n_threads);
    plx_read__any(&run, &hints, &s);
    plx_read__batch_flush(&run);
    plx_read__batch_free(run.batch);
    return run.stopped ? PLX_INTERRUPTED : PLX_OK;
}

/* ---- noise
 * ---------------------------------------------------------------------------------------- */

/* A date that a crumb of metadata tells, for an account without one. */
static void date_from_crumb(plx_account *a, plx_arena *arena, const plx_read__noise *n) {
    plx_str crumb = plx_str_trim(plx_str_at(a->text, n->span));
    if ((strcmp(n->why, "metadata") != 0 && strcmp(n->why, "byline") != 0) || crumb.n > 200) {
        return;
    }
    plx_str date = plx_read__date(crumb, arena);
    if (date.n == 0) {
        return;
    }
    plx_str low = plx_str_lower_ascii(arena, crumb);
    bool updated =
        plx_str_contains(low, PLX_S("updated")) || plx_str_contains(low, PLX_S("modified"));
    bool published = !updated || plx_str_contains(low, PLX_S("published")) ||
                     plx_str_contains(low, PLX_S("posted"));
    plx_str *to = published && a->published.n == 0 ? &a->published
                  : a->modified.n == 0 && updated  ? &a->modified
                                                   : NULL;
    if (to) {
        *to = date;
        plx_read__evidence(a, arena, to == &a->published ? "published" : "modified",
                           plx_str_format(arena, "text: %.*s", PLX_FMT(crumb)).p);
    }
}

void plx_read_mark_dropped(plx_account *a, plx_arena *arena) {
    plx_read__noises noises;
    plx_read__find_noise(a->text, a->title, arena, &noises);
    a->dropped = plx_new_n(arena, plx_dropped, noises.n);
    a->n_dropped = noises.n;
    for (size_t i = 0; i < noises.n; i++) {
        a->dropped[i] = (plx_dropped){noises.p[i].span, plx_str_of(noises.p[i].why)};
        date_from_crumb(a, arena, &noises.p[i]);
    }
}
