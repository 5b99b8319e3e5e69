#include "read/internal.h"

#include "base/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

/* windows-1252 for 0x80..0x9F (WHATWG Encoding Standard, index windows-1252). */
static const uint16_t cp1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static void put_1252(plx_buf *b, unsigned char c) {
    plx_buf_put_cp(b, c >= 0x80 && c <= 0x9F ? cp1252[c - 0x80] : c);
}

static plx_str from_1252(plx_str bytes, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX);
    for (size_t i = 0; i < bytes.n; i++) {
        put_1252(&b, (unsigned char)bytes.p[i]);
    }
    return plx_buf_str(&b);
}

/* UTF-8 with stray bytes of windows-1252 among it, as pages that were pasted together have. */
static plx_str mend_utf8(plx_str bytes, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX);
    for (size_t at = 0; at < bytes.n;) {
        plx_str rest = plx_str_slice(bytes, at, bytes.n);
        size_t good = plx_utf8_validate(rest);
        plx_buf_put(&b, plx_str_slice(rest, 0, good));
        at += good;
        if (at < bytes.n) {
            unsigned char c = (unsigned char)bytes.p[at++];
            if (c >= 0xE0 && at < bytes.n && ((unsigned char)bytes.p[at] & 0xC0) == 0x80) {
                plx_buf_put_cp(&b, 0xFFFD); /* a cut sequence, not a letter */
                while (at < bytes.n && ((unsigned char)bytes.p[at] & 0xC0) == 0x80) {
                    at++;
                }
            } else {
                put_1252(&b, c);
            }
        }
    }
    return plx_buf_str(&b);
}

static void close_converter(void *c) { ucnv_close(c); }
static void close_detector(void *d) { ucsdet_close(d); }

/* Through ICU in pieces; false when it does not know the name. */
static bool convert(plx_str bytes, const char *name, plx_arena *arena, plx_str *out) {
    UErrorCode e = U_ZERO_ERROR;
    UConverter *from = ucnv_open(name, &e);
    if (U_FAILURE(e) || !from) {
        return false;
    }
    plx_arena_defer(arena, close_converter, from);
    UConverter *to = ucnv_open("UTF-8", &e);
    if (U_FAILURE(e) || !to) {
        return false;
    }
    plx_arena_defer(arena, close_converter, to);
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX);
    UChar pivot[2048], *ps = pivot, *pt = pivot;
    const char *src = bytes.p, *end = bytes.p + bytes.n;
    bool first = true;
    do {
        char piece[8192], *dst = piece;
        e = U_ZERO_ERROR;
        ucnv_convertEx(to, from, &dst, piece + sizeof piece, &src, end, pivot, &ps, &pt,
                       pivot + PLX_COUNT(pivot), first, true, &e);
        first = false;
        plx_buf_put(&b, plx_str_n(piece, (size_t)(dst - piece)));
    } while (e == U_BUFFER_OVERFLOW_ERROR);
    *out = plx_buf_str(&b);
    return !b.overflow;
}

/* The WHATWG names that ICU lacks or means more narrowly: pages that say Latin-1 mean windows-1252.
 */
static const char *icu_name(plx_str declared, char out[64]) {
    static const struct {
        const char *said, *means;
    } map[] = {{"iso-8859-1", "windows-1252"},
               {"iso8859-1", "windows-1252"},
               {"latin1", "windows-1252"},
               {"latin-1", "windows-1252"},
               {"us-ascii", "windows-1252"},
               {"ascii", "windows-1252"},
               {"iso-8859-9", "windows-1254"},
               {"gb2312", "gb18030"},
               {"gbk", "gb18030"},
               {"x-sjis", "windows-31j"},
               {"shift_jis", "windows-31j"},
               {"ks_c_5601-1987", "windows-949"},
               {"euc-kr", "windows-949"},
               {"tis-620", "windows-874"},
               {"cp1252", "windows-1252"}};
    for (size_t i = 0; i < PLX_COUNT(map); i++) {
        if (plx_str_eq_nocase(declared, plx_str_of(map[i].said))) {
            return map[i].means;
        }
    }
    if (declared.n == 0 || declared.n >= 64) {
        return NULL;
    }
    memcpy(out, declared.p, declared.n);
    out[declared.n] = '\0';
    return out;
}

static const char *detect(plx_str bytes, plx_arena *arena, int32_t *confidence) {
    UErrorCode e = U_ZERO_ERROR;
    UCharsetDetector *d = ucsdet_open(&e);
    if (U_FAILURE(e) || !d) {
        return NULL;
    }
    plx_arena_defer(arena, close_detector, d);
    ucsdet_setText(d, bytes.p, (int32_t)PLX_MIN(bytes.n, (size_t)65536), &e);
    const UCharsetMatch *m = ucsdet_detect(d, &e);
    if (U_FAILURE(e) || !m) {
        return NULL;
    }
    *confidence = ucsdet_getConfidence(m, &e);
    const char *name = ucsdet_getName(m, &e);
    return U_SUCCESS(e) ? name : NULL;
}

static bool is_utf8_name(plx_str s) {
    return plx_str_eq_nocase(s, PLX_S("utf-8")) || plx_str_eq_nocase(s, PLX_S("utf8"));
}

/* Every other byte zero in plain letters: UTF-16 without a mark. */
static const char *looks_utf16(plx_str s) {
    size_t n = PLX_MIN(s.n, (size_t)512) / 2, even = 0, odd = 0;
    for (size_t i = 0; i < n; i++) {
        even += s.p[2 * i] == 0;
        odd += s.p[2 * i + 1] == 0;
    }
    return n < 8                               ? NULL
           : odd * 10 > n * 7 && even * 10 < n ? "UTF-16LE"
           : even * 10 > n * 7 && odd * 10 < n ? "UTF-16BE"
                                               : NULL;
}

/* NULs would end strings elsewhere and mean nothing in text: each becomes U+FFFD. */
static plx_str without_nul(plx_str text, plx_arena *arena) {
    if (plx_str_find_char(text, '\0', 0) == SIZE_MAX) {
        return text;
    }
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX);
    for (plx_str part, rest = text; plx_str_split(&rest, '\0', &part);) {
        plx_buf_put(&b, part);
        if (rest.p) {
            plx_buf_put_cp(&b, 0xFFFD);
        }
    }
    return plx_buf_str(&b);
}

static void settle(plx_read__decoded *out, plx_str text, plx_str encoding, const char *from,
                   plx_arena *arena) {
    out->text = without_nul(text, arena);
    out->undone = plx_read__undo_mojibake(&out->text, arena);
    out->encoding = encoding;
    out->from = from;
}

void plx_read__decode(plx_str bytes, plx_str declared, plx_arena *arena, plx_read__decoded *out) {
    *out = (plx_read__decoded){.first_bad = UINT64_MAX};
    char name[64];
    plx_str text;
    if (plx_str_starts(bytes, PLX_S("\xEF\xBB\xBF"))) {
        bytes = plx_str_slice(bytes, 3, bytes.n);
        size_t good = plx_utf8_validate(bytes);
        out->first_bad = good == bytes.n ? UINT64_MAX : good + 3;
        settle(out, good == bytes.n ? bytes : mend_utf8(bytes, arena), PLX_S("UTF-8"),
               "byte order mark", arena);
        return;
    }
    bool le = plx_str_starts(bytes, PLX_S("\xFF\xFE")),
         be = plx_str_starts(bytes, PLX_S("\xFE\xFF"));
    const char *wide = le ? "UTF-16LE" : be ? "UTF-16BE" : looks_utf16(bytes);
    if (wide && convert(plx_str_slice(bytes, le || be ? 2 : 0, bytes.n), wide, arena, &text)) {
        settle(out, text, plx_str_of(wide), le || be ? "byte order mark" : "detected", arena);
        return;
    }
    size_t good = plx_utf8_validate(bytes);
    if (good == bytes.n) { /* text of another encoding that happens to be valid UTF-8 is as good as
                              never met */
        settle(out, bytes, PLX_S("UTF-8"), "valid UTF-8", arena);
        return;
    }
    /* Declared UTF-8, or nearly all of it valid: a few bad bytes are mended one by one. */
    size_t bad = 0, multi = 0;
    for (size_t at = good; at < bytes.n && bad < 4096;) {
        bad++;
        at++;
        at += plx_utf8_validate(plx_str_slice(bytes, at, bytes.n));
    }
    for (size_t i = 0; i < bytes.n && multi < 65536; i++) {
        multi += (unsigned char)bytes.p[i] >= 0xC2 && (unsigned char)bytes.p[i] <= 0xF4;
    }
    if ((is_utf8_name(declared) && bad * 2 < multi) || (bad < 4096 && bad * 20 < multi)) {
        out->first_bad = good;
        settle(out, mend_utf8(bytes, arena), PLX_S("UTF-8"),
               is_utf8_name(declared) ? "declared" : "detected", arena);
        return;
    }
    const char *icu = is_utf8_name(declared) ? NULL : icu_name(declared, name);
    if (icu && strcmp(icu, "windows-1252") == 0) {
        settle(out, from_1252(bytes, arena), PLX_S("windows-1252"), "declared", arena);
        return;
    }
    if (icu && convert(bytes, icu, arena, &text)) {
        settle(out, text, plx_str_dup(arena, plx_str_of(icu)), "declared", arena);
        return;
    }
    int32_t confidence = 0;
    const char *found = detect(bytes, arena, &confidence);
    if (found && confidence >= 25 && strncmp(found, "UTF-", 4) != 0 &&
        strcmp(found, "ISO-8859-1") != 0 && convert(bytes, found, arena, &text)) {
        settle(out, text, plx_str_dup(arena, plx_str_of(found)), "detected", arena);
        return;
    }
    out->first_bad = good;
    settle(out, from_1252(bytes, arena), PLX_S("windows-1252"), "fallback", arena);
}

bool plx_read__is_binary(plx_str bytes) {
    plx_str head = plx_str_slice(bytes, 0, 4096);
    if (plx_str_starts(head, PLX_S("\xFF\xFE")) || plx_str_starts(head, PLX_S("\xFE\xFF")) ||
        looks_utf16(head)) {
        return false;
    }
    size_t nul = 0, control = 0;
    for (size_t i = 0; i < head.n; i++) {
        unsigned char c = (unsigned char)head.p[i];
        nul += c == 0;
        control += c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 27;
    }
    return nul > 1 + head.n / 400 || control * 20 > head.n + 20;
}
