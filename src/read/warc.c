/* WARC (ISO 28500) and WET files, record by record: responses and resources that are pages or
 * texts, conversions. */
#include "read/internal.h"

/* The value of a header, compared without case; empty when there is none. */
static plx_str header(plx_str head, const char *name) {
    plx_str want = plx_str_of(name);
    for (plx_str line, rest = head; plx_str_split(&rest, '\n', &line);) {
        if (line.n > want.n && line.p[want.n] == ':' &&
            plx_str_eq_nocase(plx_str_slice(line, 0, want.n), want)) {
            return plx_str_trim(plx_str_slice(line, want.n + 1, line.n));
        }
    }
    return (plx_str){0};
}

/* Where the empty line after headers ends; SIZE_MAX without one. */
static size_t head_end(plx_str s) {
    for (size_t at = 0; (at = plx_str_find_char(s, '\n', at)) != SIZE_MAX;) {
        at++;
        size_t next = at + (at < s.n && s.p[at] == '\r');
        if (next < s.n && s.p[next] == '\n') {
            return next + 1;
        }
    }
    return SIZE_MAX;
}

static plx_str unchunk(plx_str body, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, body.n);
    for (size_t at = 0; at < body.n;) {
        size_t n = 0, digits = 0;
        for (; at < body.n; at++, digits++) {
            char c = body.p[at];
            unsigned d = c >= '0' && c <= '9'                 ? (unsigned)(c - '0')
                         : (c | 32) >= 'a' && (c | 32) <= 'f' ? (unsigned)((c | 32) - 'a' + 10)
                                                              : 99;
            if (d == 99 || digits > 8) {
                break;
            }
            n = n * 16 + d;
        }
        size_t nl = plx_str_find_char(body, '\n', at);
        if (digits == 0 || nl == SIZE_MAX) {
            return b.n ? plx_buf_str(&b) : body; /* not chunked after all */
        }
        if (n == 0) {
            break;
        }
        at = nl + 1;
        plx_buf_put(&b, plx_str_slice(body, at, at + n));
        at += PLX_MIN(n, body.n - at);
        while (at < body.n && (body.p[at] == '\r' || body.p[at] == '\n')) {
            at++;
        }
    }
    return plx_buf_str(&b);
}

static plx_str charset_of(plx_str type) {
    size_t at = plx_str_find(type, PLX_S("charset="), 0);
    if (at == SIZE_MAX) {
        return (plx_str){0};
    }
    plx_str s = plx_str_slice(type, at + 8, type.n);
    size_t end = 0;
    while (end < s.n && s.p[end] != ';' && s.p[end] != ' ') {
        end++;
    }
    s = plx_str_slice(s, 0, end);
    while (s.n && (s.p[0] == '"' || s.p[0] == '\'')) {
        s = plx_str_slice(s, 1, s.n);
    }
    while (s.n && (s.p[s.n - 1] == '"' || s.p[s.n - 1] == '\'')) {
        s.n--;
    }
    return s;
}

typedef struct record {
    plx_read__run *run;
    const plx_read__hints *file;
    plx_str head, block;
    uint64_t n, offset;
} record;

static bool is_text_type(plx_str type) {
    static const char *const kinds[] = {
        "text/html", "application/xhtml", "text/plain",       "application/rss", "application/atom",
        "text/xml",  "application/xml",   "application/json", "application/pdf", "message/rfc822"};
    for (size_t i = 0; i < PLX_COUNT(kinds); i++) {
        if (plx_str_starts_nocase(type, plx_str_of(kinds[i]))) {
            return true;
        }
    }
    return type.n == 0;
}

static void say(record *r, const plx_read__hints *h, plx_err code, const char *what,
                plx_str detail) {
    plx_error err;
    plx_fail(&err, code, r->offset, "record at byte %llu: %s%.*s", (unsigned long long)r->offset,
             what, PLX_FMT(detail));
    plx_read__failed(r->run, h, &err);
}

/* The page out of an HTTP response: checked, unchunked, unpacked. False when there is none. */
static bool http_body(record *r, const plx_read__hints *h, plx_arena *scratch, plx_str *body,
                      plx_str *mime) {
    size_t end = head_end(plx_str_slice(*body, 0, 256 * 1024));
    if (end == SIZE_MAX) {
        say(r, h, PLX_INVALID, "a response without a body", (plx_str){0});
        return false;
    }
    plx_str http = plx_str_slice(*body, 0, end);
    *body = plx_str_slice(*body, end, body->n);
    size_t sp = plx_str_find_char(http, ' ', 0);
    plx_str status = sp == SIZE_MAX ? (plx_str){0} : plx_str_slice(http, sp + 1, sp + 4);
    if (status.n && status.p[0] != '2') {
        say(r, h, PLX_UNSUPPORTED, "HTTP status ", status);
        return false;
    }
    *mime = header(http, "Content-Type");
    if (!is_text_type(*mime)) { /* not worth unpacking */
        return true;
    }
    if (plx_str_eq_nocase(header(http, "Transfer-Encoding"), PLX_S("chunked"))) {
        *body = unchunk(*body, scratch);
    }
    plx_str packed = header(http, "Content-Encoding");
    size_t max = r->run->options->max_account_bytes;
    bool zipped = body->n > 2 && memcmp(body->p, "\x1F\x8B", 2) == 0;
    bool ok = true;
    if (zipped) {
        ok = plx_read__inflate(*body, max, scratch, body);
    } else if (plx_str_eq_nocase(packed, PLX_S("deflate"))) {
        (void)plx_read__inflate(*body, max, scratch, body); /* or it was not packed after all */
    } else if (plx_str_eq_nocase(packed, PLX_S("br"))) {
        /* crawlers often store a body unpacked and leave the header: what is HTML already stays */
        ok = plx_read__unbrotli(*body, max, scratch, body) || plx_str_contains(*body, PLX_S("</"));
    } else if (plx_str_eq_nocase(packed, PLX_S("zstd")) && body->n > 4 &&
               memcmp(body->p, "\x28\xB5\x2F\xFD", 4) == 0) {
        ok = plx_read__unzstd(*body, max, scratch, body);
    }
    if (!ok) {
        say(r, h, PLX_LIMIT, "a packed body that is damaged or too large", (plx_str){0});
    }
    return ok;
}

static void read_record(void *ctx, plx_arena *scratch) {
    record *r = ctx;
    plx_str type = header(r->head, "WARC-Type");
    bool response = plx_str_eq_nocase(type, PLX_S("response")),
         revisit = plx_str_eq_nocase(type, PLX_S("revisit"));
    if (!response && !revisit && !plx_str_eq_nocase(type, PLX_S("resource")) &&
        !plx_str_eq_nocase(type, PLX_S("conversion"))) {
        return; /* requests, and what tells of the crawl itself */
    }
    plx_read__hints h = {.path = plx_read__item_path(r->file->path, r->n, scratch),
                         .depth = r->file->depth + 1,
                         .hint_from = "WARC"};
    plx_str uri = header(r->head, "WARC-Target-URI");
    if (uri.n > 1 && uri.p[0] == '<') {
        uri = plx_str_slice(uri, 1, uri.n - 1);
    }
    h.url = plx_str_starts(uri, PLX_S("http")) ? uri : (plx_str){0};
    if (!plx_read__wanted(r->run, h.path)) {
        return;
    }
    if (revisit) {
        say(r, &h, PLX_UNSUPPORTED, "a revisit: the page is as it was recorded before",
            (plx_str){0});
        return;
    }
    plx_str body = r->block, mime = header(r->head, "Content-Type");
    if (response && !http_body(r, &h, scratch, &body, &mime)) {
        return;
    }
    if (!is_text_type(mime)) {
        say(r, &h, PLX_UNSUPPORTED, "", mime);
        return;
    }
    h.charset = charset_of(mime);
    h.mime = mime;
    plx_read__member(r->run, &h, body);
}

static bool number(plx_str s, uint64_t *out) {
    int64_t v;
    if (!plx_str_to_i64(s, &v) || v < 0) {
        return false;
    }
    *out = (uint64_t)v;
    return true;
}

static void skip(plx_read__stream *s, uint64_t n) {
    while (n > 0) {
        plx_str w = plx_read__stream_window(s, 1);
        if (w.n == 0) {
            return;
        }
        size_t k = (size_t)PLX_MIN(n, (uint64_t)w.n);
        plx_read__stream_take(s, k);
        n -= k;
    }
}

void plx_read__warc(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s) {
    record r = {.run = run, .file = hints};
    for (uint64_t n = 0; !run->stopped;) {
        plx_str w = plx_read__stream_window(s, 8);
        while (w.n && (w.p[0] == '\r' || w.p[0] == '\n')) {
            plx_read__stream_take(s, 1);
            w = plx_read__stream_window(s, 8);
        }
        if (w.n == 0) {
            break;
        }
        r.offset = s->offset;
        size_t want = 4096, end = SIZE_MAX;
        while (end == SIZE_MAX && want <= 1 << 20) {
            w = plx_read__stream_window(s, want);
            end = head_end(plx_str_slice(w, 0, want));
            if (w.n < want) {
                break;
            }
            want *= 4;
        }
        uint64_t length = 0;
        plx_str head = plx_str_slice(w, 0, end == SIZE_MAX ? 0 : end);
        if (end == SIZE_MAX || !plx_str_starts(head, PLX_S("WARC/")) ||
            !number(header(head, "Content-Length"), &length)) {
            say(&r, hints, PLX_CORRUPT, "no WARC record; the rest is left", (plx_str){0});
            break;
        }
        n++;
        if (length > run->options->max_account_bytes) {
            plx_read__stream_take(s, end);
            skip(s, length);
            say(&r, hints, PLX_LIMIT, "larger than an account may be", (plx_str){0});
            continue;
        }
        w = plx_read__stream_window(s, end + (size_t)length);
        r.head = plx_str_slice(w, 0, end);
        r.block = plx_str_slice(w, end, end + (size_t)length);
        r.n = n;
        if (r.block.n < length) {
            say(&r, hints, PLX_CORRUPT, "the file ends within it", (plx_str){0});
        }
        plx_read__guarded(run, hints, read_record, &r);
        plx_read__stream_take(s, end + r.block.n);
    }
    if (s->err.code != PLX_OK) {
        plx_read__failed(run, hints, &s->err);
    }
}
