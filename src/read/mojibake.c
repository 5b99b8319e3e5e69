/* Text that was UTF-8, read as windows-1252 (or Latin-1) by some machine, and encoded as UTF-8
 * again: "CafÃ©", "itâ€™s". Undone only where it is certain, which single words never are: somebody
 * may write "AMANHÃ”" and mean it. The document as a whole decides. */
#include "read/internal.h"

#include "base/utf8.h"

enum { RUN_MAX = 64 };

/* The byte that windows-1252 shows as this character; -1 when there is none. */
static int byte_of(uint32_t cp) {
    static const uint16_t high[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (cp >= 0x80 && cp <= 0xFF) { /* Latin-1's own control characters too */
        return (int)cp;
    }
    for (int i = 0; i < 32 && cp > 0xFF; i++) {
        if (high[i] == cp) {
            return 0x80 + i;
        }
    }
    return -1;
}

/* A run of characters beyond ASCII, from `at` on. */
typedef struct run {
    size_t end;
    unsigned n; /* bytes that it stands for */
    char bytes[RUN_MAX];
    bool whole; /* all of it has bytes, and they are valid UTF-8 */
    bool sure;  /* has what nobody writes: "â€" before a quote mark's third byte */
} run;

static void run_at(plx_str s, size_t at, run *out) {
    *out = (run){.end = at, .whole = true};
    uint32_t before[2] = {0};
    while (out->end < s.n && (unsigned char)s.p[out->end] >= 0x80) {
        uint32_t cp = plx_utf8_next(s, &out->end);
        int byte = byte_of(cp);
        out->whole &= byte >= 0 && out->n < RUN_MAX;
        if (out->whole) {
            out->bytes[out->n++] = (char)byte;
        }
        out->sure |= before[0] == 0xE2 && (before[1] == 0x20AC || before[1] == 0x80) && byte >= 0;
        before[0] = before[1];
        before[1] = cp;
    }
    out->whole =
        out->whole && out->n > 1 && plx_utf8_validate(plx_str_n(out->bytes, out->n)) == out->n;
    out->sure &= out->whole;
}

static size_t next_high(plx_str s, size_t at) {
    for (uint64_t w; at + 8 <= s.n; at += 8) {
        memcpy(&w, s.p + at, 8);
        if (w & 0x8080808080808080u) {
            break;
        }
    }
    while (at < s.n && (unsigned char)s.p[at] < 0x80) {
        at++;
    }
    return at;
}

/* "Ã©", "Â ": two bytes, the second no quote mark or dash. */
static bool is_pair(const run *r) {
    for (unsigned i = 0; i < r->n; i += 2) {
        unsigned char a = (unsigned char)r->bytes[i],
                      b = i + 1 < r->n ? (unsigned char)r->bytes[i + 1] : 0;
        if ((a != 0xC2 && a != 0xC3) || b < 0xA0) {
            return false;
        }
    }
    return true;
}

static bool undo_once(plx_str text, plx_arena *arena, plx_str *out) {
    size_t n_whole = 0, n_not = 0, n_sure = 0;
    run r;
    for (size_t at = next_high(text, 0); at < text.n; at = next_high(text, r.end)) {
        run_at(text, at, &r);
        n_whole += r.whole;
        n_not += !r.whole;
        n_sure += r.sure;
        if (n_not > 64 && n_sure == 0) { /* ordinary text of another language */
            return false;
        }
    }
    bool all = n_whole >= 3 && n_not == 0, some = n_sure >= 2;
    if (!all && !some) {
        return false;
    }
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX);
    size_t done = 0;
    for (size_t at = next_high(text, 0); at < text.n; at = next_high(text, r.end)) {
        run_at(text, at, &r);
        if (r.whole && (all || r.sure || is_pair(&r))) {
            plx_buf_put(&b, plx_str_slice(text, done, at));
            plx_buf_put(&b, plx_str_n(r.bytes, r.n));
            done = r.end;
        }
    }
    plx_buf_put(&b, plx_str_slice(text, done, text.n));
    *out = plx_buf_str(&b);
    return true;
}

bool plx_read__undo_mojibake(plx_str *text, plx_arena *arena) {
    bool done = false;
    for (unsigned round = 0; round < 3 && undo_once(*text, arena, text); round++) {
        done = true;
    }
    return done;
}
