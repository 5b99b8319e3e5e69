/* Mail and saved web archives: MIME (RFC 2045 ff.). Of several forms of one text the plain one is
 * taken in mail, the page in web archives; attachments are read as members. */
#include "read/internal.h"

#include "base/utf8.h"

enum { PARTS_MAX = 2000 };

typedef struct mime_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
    plx_str title, from, date, url;
    unsigned parts, given;
    bool web;
} mime_job;

/* A header with its continuation lines, unfolded. */
static plx_str header(plx_str head, const char *name, plx_arena *arena) {
    plx_str want = plx_str_of(name);
    plx_buf b;
    plx_buf_init(&b, arena, 8192);
    bool inside = false;
    for (plx_str line, rest = head; plx_str_split(&rest, '\n', &line);) {
        bool folded = line.n && (line.p[0] == ' ' || line.p[0] == '\t');
        if (inside && !folded) {
            break;
        }
        if (!folded && line.n > want.n && line.p[want.n] == ':' &&
            plx_str_eq_nocase(plx_str_slice(line, 0, want.n), want)) {
            inside = true;
            line = plx_str_slice(line, want.n + 1, line.n);
        }
        if (inside) {
            plx_buf_putz(&b, b.n ? " " : "");
            plx_buf_put(&b, plx_str_trim(line));
        }
    }
    return plx_buf_str(&b);
}

static plx_str parameter(plx_str value, const char *name, plx_arena *arena) {
    plx_str low = plx_str_lower_ascii(arena, value);
    plx_str want = plx_str_format(arena, "%s=", name);
    size_t at = plx_str_find(low, want, 0);
    if (at == SIZE_MAX) {
        return (plx_str){0};
    }
    plx_str s = plx_str_slice(value, at + want.n, value.n);
    if (s.n && s.p[0] == '"') {
        size_t end = plx_str_find_char(s, '"', 1);
        return plx_str_slice(s, 1, end);
    }
    size_t end = 0;
    while (end < s.n && s.p[end] != ';' && s.p[end] != ' ') {
        end++;
    }
    return plx_str_slice(s, 0, end);
}

static int hex(char c) {
    return c >= '0' && c <= '9'                 ? c - '0'
           : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                : -1;
}

static plx_str from_quoted(plx_str s, bool header_form, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '=' && i + 1 < s.n && (s.p[i + 1] == '\n' || s.p[i + 1] == '\r')) {
            i += s.p[i + 1] == '\r' && i + 2 < s.n && s.p[i + 2] == '\n' ? 2 : 1;
        } else if (s.p[i] == '=' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
            plx_buf_putc(&b, (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2])));
            i += 2;
        } else {
            plx_buf_putc(&b, header_form && s.p[i] == '_' ? ' ' : s.p[i]);
        }
    }
    return plx_buf_str(&b);
}

static plx_str from_base64(plx_str s, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, s.n + 1);
    uint32_t v = 0;
    unsigned bits = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        int d = c >= 'A' && c <= 'Z'   ? c - 'A'
                : c >= 'a' && c <= 'z' ? c - 'a' + 26
                : c >= '0' && c <= '9' ? c - '0' + 52
                : c == '+'             ? 62
                : c == '/'             ? 63
                                       : -1;
        if (d < 0) {
            continue;
        }
        v = v << 6 | (uint32_t)d;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            plx_buf_putc(&b, (char)(v >> bits & 0xFF));
        }
    }
    return plx_buf_str(&b);
}

/* =?utf-8?B?…?= and =?iso-8859-1?Q?…?= (RFC 2047). */
static plx_str decode_words(plx_str s, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, 65536);
    for (size_t at = 0; at < s.n;) {
        size_t open = plx_str_find(s, PLX_S("=?"), at);
        size_t q1 = open == SIZE_MAX ? SIZE_MAX : plx_str_find_char(s, '?', open + 2);
        size_t q2 = q1 == SIZE_MAX ? SIZE_MAX : plx_str_find_char(s, '?', q1 + 1);
        size_t close = q2 == SIZE_MAX ? SIZE_MAX : plx_str_find(s, PLX_S("?="), q2 + 1);
        if (close == SIZE_MAX) {
            plx_buf_put(&b, plx_str_slice(s, at, s.n));
            break;
        }
        plx_str gap = plx_str_slice(s, at, open);
        if (plx_str_trim(gap).n || at == 0) {
            plx_buf_put(&b, gap);
        }
        plx_str raw = plx_str_slice(s, q2 + 1, close);
        bool base64 = s.p[q1 + 1] == 'B' || s.p[q1 + 1] == 'b';
        plx_read__decoded d;
        plx_read__decode(base64 ? from_base64(raw, arena) : from_quoted(raw, true, arena),
                         plx_str_slice(s, open + 2, q1), arena, &d);
        plx_buf_put(&b, d.text);
        at = close + 2;
    }
    plx_read__decoded d; /* raw bytes in headers too */
    plx_read__decode(plx_buf_str(&b), (plx_str){0}, arena, &d);
    return plx_str_trim(d.text);
}

static size_t head_end(plx_str s) {
    if (plx_str_starts(s, PLX_S("\n")) || plx_str_starts(s, PLX_S("\r\n"))) { /* no headers */
        return s.p[0] == '\n' ? 1 : 2;
    }
    size_t a = plx_str_find(s, PLX_S("\r\n\r\n"), 0), b = plx_str_find(s, PLX_S("\n\n"), 0);
    if (a != SIZE_MAX && (b == SIZE_MAX || a < b)) {
        return a + 4;
    }
    return b == SIZE_MAX ? s.n : b + 2;
}

static void part(mime_job *j, plx_str bytes, unsigned depth, plx_arena *scratch);

static void parts_of(mime_job *j, plx_str body, plx_str boundary, bool alternative, unsigned depth,
                     plx_arena *scratch) {
    plx_str mark = plx_str_format(scratch, "--%.*s", PLX_FMT(boundary));
    size_t at = plx_str_find(body, mark, 0);
    unsigned before = j->given;
    while (at != SIZE_MAX && j->parts < PARTS_MAX && !j->run->stopped) {
        size_t begin = plx_str_find_char(body, '\n', at);
        if (begin == SIZE_MAX ||
            plx_str_starts(plx_str_slice(body, at + mark.n, body.n), PLX_S("--"))) {
            return;
        }
        size_t next = plx_str_find(body, mark, begin);
        if (!(alternative &&
              j->given > before)) { /* the first form that gives an account is enough */
            part(j, plx_str_slice(body, begin + 1, next), depth + 1, scratch);
        }
        at = next;
    }
}

static void part(mime_job *j, plx_str bytes, unsigned depth, plx_arena *scratch) {
    j->parts++;
    size_t end = head_end(bytes);
    plx_str head = plx_str_slice(bytes, 0, end), body = plx_str_slice(bytes, end, bytes.n);
    plx_str type = header(head, "Content-Type", scratch),
            coding = header(head, "Content-Transfer-Encoding", scratch);
    if (plx_str_starts_nocase(type, PLX_S("multipart/"))) {
        plx_str boundary = parameter(type, "boundary", scratch);
        if (boundary.n && depth < 8) {
            parts_of(j, body, boundary, plx_str_starts_nocase(type, PLX_S("multipart/alternative")),
                     depth, scratch);
        }
        return;
    }
    bool html = plx_str_starts_nocase(type, PLX_S("text/html")),
         plain = type.n == 0 || plx_str_starts_nocase(type, PLX_S("text/plain"));
    if ((!html && !plain) || (j->web && j->given)) { /* pictures, styles, frames of a saved page */
        return;
    }
    if (plx_str_eq_nocase(coding, PLX_S("base64"))) {
        body = from_base64(body, scratch);
    } else if (plx_str_eq_nocase(coding, PLX_S("quoted-printable"))) {
        body = from_quoted(body, false, scratch);
    }
    if (plx_str_trim(body).n == 0) {
        return;
    }
    plx_read__hints h = *j->hints;
    h.path = j->given ? plx_read__item_path(h.path, j->given + 1, scratch) : h.path;
    h.charset = parameter(type, "charset", scratch);
    h.title = j->web || h.title.n ? h.title : j->title;
    h.source = j->web || h.source.n ? h.source : j->from;
    h.published = j->web || h.published.n ? h.published : j->date;
    h.hint_from = h.hint_from ? h.hint_from : "mail headers";
    plx_str location = header(head, "Content-Location", scratch);
    h.url = h.url.n ? h.url : plx_str_starts(location, PLX_S("http")) ? location : j->url;
    j->given++;
    if (html) {
        plx_read__html(j->run, &h, body);
    } else {
        plx_read__text(j->run, &h, body);
    }
}

static void read_mime(void *ctx, plx_arena *scratch) {
    mime_job *j = ctx;
    plx_str head = plx_str_slice(j->bytes, 0, PLX_MIN(head_end(j->bytes), (size_t)1 << 20));
    j->title = decode_words(header(head, "Subject", scratch), scratch);
    j->date = header(head, "Date", scratch);
    j->from = decode_words(header(head, "From", scratch), scratch);
    j->url = header(head, "Snapshot-Content-Location", scratch);
    size_t angle = plx_str_find_char(j->from, '<', 0);
    j->from =
        angle != SIZE_MAX && angle > 2 ? plx_str_trim(plx_str_slice(j->from, 0, angle)) : j->from;
    j->web = j->url.n > 0 ||
             plx_str_contains(header(head, "Content-Type", scratch), PLX_S("multipart/related"));
    part(j, j->bytes, 0, scratch);
    if (j->given == 0) {
        plx_read__fail(j->run, j->hints, PLX_EMPTY, 0, "a message without text");
    }
}

void plx_read__mime(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    mime_job j = {.run = run, .hints = hints, .bytes = bytes};
    plx_read__guarded(run, hints, read_mime, &j);
}
