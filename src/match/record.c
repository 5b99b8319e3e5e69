#include "match/record.h"

#include "base/utf8.h"

typedef struct reader {
    plx_str s;
    size_t at;
    plx_arena *arena;
    plx_error *err;
} reader;

static plx_err bad(reader *r, const char *what) {
    return plx_fail(r->err, PLX_INVALID, r->at, "bad JSON: %s", what);
}

static void blanks(reader *r) {
    while (r->at < r->s.n) {
        char c = r->s.p[r->at];
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') break;
        r->at++;
    }
}

static bool eat(reader *r, char c) {
    if (r->at >= r->s.n || r->s.p[r->at] != c) return false;
    r->at++;
    return true;
}

static bool hex4(plx_str s, size_t at, uint32_t *out) {
    if (at + 4 > s.n) return false;
    uint32_t v = 0;
    for (size_t i = at; i < at + 4; i++) {
        char c = s.p[i];
        uint32_t d = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                     : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
                     : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
                                            : 16;
        if (d == 16) return false;
        v = v * 16 + d;
    }
    *out = v;
    return true;
}

/* The escape behind a backslash at r->at - 1; writes its character. Lone surrogates become U+FFFD.
 */
static plx_err escape(reader *r, char *out, size_t *n) {
    if (r->at >= r->s.n) return bad(r, "the string does not end");
    char c = r->s.p[r->at++];
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *hit = c ? strchr(from, c) : NULL;
    if (hit) {
        out[(*n)++] = to[hit - from];
        return PLX_OK;
    }
    uint32_t cp;
    if (c != 'u' || !hex4(r->s, r->at, &cp)) return bad(r, "unknown escape");
    r->at += 4;
    if (cp >= 0xD800 && cp < 0xDC00) {
        uint32_t low;
        if (r->at + 6 <= r->s.n && r->s.p[r->at] == '\\' && r->s.p[r->at + 1] == 'u' &&
            hex4(r->s, r->at + 2, &low) && low >= 0xDC00 && low < 0xE000) {
            cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
            r->at += 6;
        } else {
            cp = 0xFFFD;
        }
    }
    *n += plx_utf8_encode(cp, out + *n);
    return PLX_OK;
}

/* A string whose opening mark was eaten. With `out` NULL it is only checked. */
static plx_err string(reader *r, plx_str *out) {
    size_t begin = r->at;
    bool escaped = false;
    const char *p = r->s.p;
    for (;; r->at++) {
        if (r->at >= r->s.n) return bad(r, "the string does not end");
        unsigned char c = (unsigned char)p[r->at];
        if (c == '"') break;
        if (c == '\\') {
            escaped = true;
            r->at++;
        } else if (c < 0x20) {
            return bad(r, "a control character in a string");
        }
    }
    plx_str raw = {p + begin, r->at - begin};
    size_t end = r->at + 1;
    if (!escaped) {
        if (out) *out = raw;
        r->at = end;
        return PLX_OK;
    }
    /* What is unescaped is never longer than what was escaped. */
    char *copy = out ? plx_arena_alloc(r->arena, raw.n + 1, 1) : NULL;
    char scratch[8];
    size_t n = 0;
    r->at = begin;
    while (r->at + 1 < end) {
        const char *stop = memchr(p + r->at, '\\', end - 1 - r->at);
        size_t plain = (stop ? (size_t)(stop - p) : end - 1) - r->at;
        if (copy) {
            memcpy(copy + n, p + r->at, plain);
            n += plain;
        }
        r->at += plain;
        if (!stop) break;
        r->at++;
        size_t k = 0;
        PLX_TRY(escape(r, copy ? copy : scratch, copy ? &n : &k));
    }
    if (copy) *out = (plx_str){copy, n};
    r->at = end;
    return PLX_OK;
}

static plx_err number(reader *r, plx_str *out) {
    size_t begin = r->at;
    eat(r, '-');
    size_t digits_at = r->at;
    while (r->at < r->s.n && r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9') r->at++;
    size_t n = r->at - digits_at;
    if (n == 0 || (n > 1 && r->s.p[digits_at] == '0')) return bad(r, "bad number");
    if (eat(r, '.')) {
        size_t f = r->at;
        while (r->at < r->s.n && r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9') r->at++;
        if (r->at == f) return bad(r, "bad number");
    }
    if (r->at < r->s.n && (r->s.p[r->at] | 0x20) == 'e') {
        r->at++;
        if (!eat(r, '+')) eat(r, '-');
        size_t e = r->at;
        while (r->at < r->s.n && r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9') r->at++;
        if (r->at == e) return bad(r, "bad number");
    }
    *out = (plx_str){r->s.p + begin, r->at - begin};
    return PLX_OK;
}

static plx_err word(reader *r, plx_str w) {
    if (!plx_str_starts(plx_str_slice(r->s, r->at, r->s.n), w))
        return bad(r, "a value was expected");
    r->at += w.n;
    return PLX_OK;
}

/* Any value that is not wanted; depth is bounded by a stack of brackets. */
static plx_err skip(reader *r) {
    char open[PLX_RECORD_MAX_DEPTH];
    size_t depth = 0;
    for (;;) {
        blanks(r);
        if (r->at >= r->s.n) return bad(r, "the line ends too early");
        char c = r->s.p[r->at];
        plx_str ignored;
        if (c == '{' || c == '[') {
            if (depth == PLX_RECORD_MAX_DEPTH) return bad(r, "nested too deeply");
            open[depth++] = c;
            r->at++;
            blanks(r);
            if (eat(r, c == '{' ? '}' : ']')) {
                depth--;
            } else {
                if (c == '{') {
                    if (!eat(r, '"')) return bad(r, "a key was expected");
                    PLX_TRY(string(r, NULL));
                    blanks(r);
                    if (!eat(r, ':')) return bad(r, "':' was expected");
                }
                continue;
            }
        } else if (c == '"') {
            r->at++;
            PLX_TRY(string(r, NULL));
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            PLX_TRY(number(r, &ignored));
        } else {
            PLX_TRY(word(r, c == 't' ? PLX_S("true") : c == 'f' ? PLX_S("false") : PLX_S("null")));
        }
        /* A value has ended: close what it closes, or go on behind a comma. */
        for (;;) {
            if (depth == 0) return PLX_OK;
            blanks(r);
            char top = open[depth - 1];
            if (eat(r, top == '{' ? '}' : ']')) {
                depth--;
                continue;
            }
            if (!eat(r, ',')) return bad(r, "',' was expected");
            if (top == '{') {
                blanks(r);
                if (!eat(r, '"')) return bad(r, "a key was expected");
                PLX_TRY(string(r, NULL));
                blanks(r);
                if (!eat(r, ':')) return bad(r, "':' was expected");
            }
            break;
        }
    }
}

static plx_err field(reader *r, plx_str key, plx_record *out, plx_str *published) {
    struct {
        plx_str name;
        plx_str *to;
        bool *has;
    } wanted[] = {
        {PLX_S("id"), &out->id, &out->has_id}, {PLX_S("text"), &out->text, &out->has_text},
        {PLX_S("title"), &out->title, NULL},   {PLX_S("date"), &out->date, NULL},
        {PLX_S("published"), published, NULL}, {PLX_S("source"), &out->source, NULL},
        {PLX_S("url"), &out->url, NULL}};
    blanks(r);
    char c = r->at < r->s.n ? r->s.p[r->at] : 0;
    for (size_t i = 0; i < PLX_COUNT(wanted); i++) {
        if (!plx_str_eq(key, wanted[i].name)) continue;
        if (c == '"') {
            r->at++;
            PLX_TRY(string(r, wanted[i].to));
            if (wanted[i].has) *wanted[i].has = true;
            if (i == 0) out->id_is_number = false;
            return PLX_OK;
        }
        if (i == 0 && (c == '-' || (c >= '0' && c <= '9'))) {
            out->has_id = out->id_is_number = true;
            return number(r, wanted[i].to);
        }
    }
    return skip(r);
}

plx_err plx_record_parse(plx_str line, plx_arena *arena, plx_record *out, plx_error *err) {
    reader r = {line, 0, arena, err};
    plx_record rec = {0};
    plx_str published = {0};
    size_t wrong = plx_utf8_validate(line);
    if (wrong != line.n) return plx_fail(err, PLX_ENCODING, wrong, "not valid UTF-8");
    blanks(&r);
    if (!eat(&r, '{')) return bad(&r, "an object was expected");
    blanks(&r);
    bool more = !eat(&r, '}');
    while (more) {
        plx_str key = {0};
        blanks(&r);
        if (!eat(&r, '"')) return bad(&r, "a key was expected");
        PLX_TRY(string(&r, &key));
        blanks(&r);
        if (!eat(&r, ':')) return bad(&r, "':' was expected");
        PLX_TRY(field(&r, key, &rec, &published));
        blanks(&r);
        more = eat(&r, ',');
        if (!more && !eat(&r, '}')) return bad(&r, "',' or '}' was expected");
    }
    blanks(&r);
    if (r.at != line.n) return bad(&r, "something behind the object");
    if (rec.date.n == 0) rec.date = published;
    *out = rec;
    return PLX_OK;
}
