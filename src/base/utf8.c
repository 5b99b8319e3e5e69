#include "base/utf8.h"

#include "base/buf.h"
#include "base/vec.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#define REPLACEMENT 0xFFFDu

/* Length of a well-formed sequence at p (n bytes left), 0 when it is none (Unicode 15, table 3-7).
 */
static size_t sequence(const unsigned char *p, size_t n) {
    if (p[0] < 0x80) {
        return 1;
    }
    if (p[0] >= 0xC2 && p[0] <= 0xDF) {
        return n >= 2 && (p[1] & 0xC0) == 0x80 ? 2 : 0;
    }
    if ((p[0] & 0xF0) == 0xE0) {
        if (n < 3 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80) {
            return 0;
        }
        return (p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ? 0 : 3;
    }
    if (p[0] >= 0xF0 && p[0] <= 0xF4) {
        if (n < 4 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80 || (p[3] & 0xC0) != 0x80) {
            return 0;
        }
        return (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F) ? 0 : 4;
    }
    return 0;
}

static uint32_t decode(const unsigned char *p, size_t len) {
    switch (len) {
    case 1: return p[0];
    case 2: return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    case 3: return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    default:
        return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
               (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
    }
}

uint32_t plx_utf8_next(plx_str s, size_t *pos) {
    PLX_ASSERT(*pos < s.n);
    const unsigned char *p = (const unsigned char *)s.p + *pos;
    size_t len = sequence(p, s.n - *pos);
    *pos += len ? len : 1;
    return len ? decode(p, len) : REPLACEMENT;
}

uint32_t plx_utf8_prev(plx_str s, size_t *pos) {
    PLX_ASSERT(*pos > 0 && *pos <= s.n);
    const unsigned char *p = (const unsigned char *)s.p;
    size_t end = *pos;
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        if ((p[end - back] & 0xC0) != 0x80) {
            if (sequence(p + end - back, back) == back) {
                *pos = end - back;
                return decode(p + *pos, back);
            }
            break;
        }
    }
    *pos = end - 1;
    return REPLACEMENT;
}

size_t plx_utf8_encode(uint32_t cp, char out[4]) {
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) {
        cp = REPLACEMENT;
    }
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

size_t plx_utf8_validate(plx_str s) {
    const unsigned char *p = (const unsigned char *)s.p;
    for (size_t i = 0; i < s.n;) {
        uint64_t word;
        if (s.n - i >= sizeof word) {
            memcpy(&word, p + i, sizeof word);
            if ((word & 0x8080808080808080u) == 0) {
                i += sizeof word;
                continue;
            }
        }
        size_t len = sequence(p + i, s.n - i);
        if (!len) {
            return i;
        }
        i += len;
    }
    return s.n;
}

size_t plx_utf8_count(plx_str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return n;
}

bool plx_cp_is_alpha(uint32_t cp) {
    return cp < 0x80 ? (cp | 32) >= 'a' && (cp | 32) <= 'z' : u_isalpha((UChar32)cp);
}
bool plx_cp_is_digit(uint32_t cp) {
    return cp < 0x80 ? cp >= '0' && cp <= '9' : u_isdigit((UChar32)cp);
}
bool plx_cp_is_alnum(uint32_t cp) { return plx_cp_is_alpha(cp) || plx_cp_is_digit(cp); }
bool plx_cp_is_upper(uint32_t cp) {
    return cp < 0x80 ? cp >= 'A' && cp <= 'Z' : u_isUUppercase((UChar32)cp);
}
bool plx_cp_is_lower(uint32_t cp) {
    return cp < 0x80 ? cp >= 'a' && cp <= 'z' : u_isULowercase((UChar32)cp);
}
bool plx_cp_is_space(uint32_t cp) {
    return cp < 0x80 ? cp == ' ' || (cp >= '\t' && cp <= '\r')
                     : cp == 0x200B || cp == 0xFEFF || u_isUWhiteSpace((UChar32)cp);
}
bool plx_cp_is_punct(uint32_t cp) {
    return cp < 0x80 ? cp > ' ' && cp < 0x7F && !plx_cp_is_alnum(cp) : u_ispunct((UChar32)cp);
}
uint32_t plx_cp_lower(uint32_t cp) {
    return cp < 0x80 ? (cp >= 'A' && cp <= 'Z' ? cp + 32 : cp) : (uint32_t)u_tolower((UChar32)cp);
}
uint32_t plx_cp_upper(uint32_t cp) {
    return cp < 0x80 ? (cp >= 'a' && cp <= 'z' ? cp - 32 : cp) : (uint32_t)u_toupper((UChar32)cp);
}
bool plx_cp_is_apostrophe(uint32_t cp) {
    return cp == '\'' || cp == 0x2018 || cp == 0x2019 || cp == 0x201B || cp == '`' || cp == 0xB4;
}
bool plx_cp_is_double_quote(uint32_t cp) {
    return cp == '"' || (cp >= 0x201C && cp <= 0x201F) || cp == 0xAB || cp == 0xBB ||
           cp == 0x300C || cp == 0x300D || cp == 0xFF02;
}
bool plx_cp_is_dash(uint32_t cp) {
    return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0xFE58 ||
           cp == 0xFE63 || cp == 0xFF0D;
}

plx_str plx_str_lower(plx_arena *a, plx_str s) {
    plx_buf b;
    plx_buf_init(&b, a, SIZE_MAX);
    plx_vec_reserve(&b, a, s.n + 1);
    for (size_t i = 0; i < s.n;) {
        plx_buf_put_cp(&b, plx_cp_lower(plx_utf8_next(s, &i)));
    }
    return plx_buf_str(&b);
}

/* One code point folded: its compatibility decomposition without marks, in lower case. */
static void put_folded(plx_buf *b, const UNormalizer2 *nfkd, uint32_t cp) {
    if (cp < 0x80) {
        plx_buf_putc(b, (char)plx_cp_lower(cp));
        return;
    }
    if (plx_cp_is_apostrophe(cp)) {
        plx_buf_putc(b, '\'');
        return;
    }
    if (plx_cp_is_dash(cp)) {
        plx_buf_putc(b, '-');
        return;
    }
    UChar parts[32];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n =
        nfkd ? unorm2_getDecomposition(nfkd, (UChar32)cp, parts, PLX_COUNT(parts), &status) : -1;
    if (n < 0 || U_FAILURE(status)) {
        if (u_charType((UChar32)cp) != U_NON_SPACING_MARK) {
            plx_buf_put_cp(b, plx_cp_lower(cp));
        }
        return;
    }
    for (int32_t i = 0; i < n;) {
        uint32_t c = parts[i++];
        if (U16_IS_LEAD(c) && i < n && U16_IS_TRAIL(parts[i])) {
            c = 0x10000u + ((c - 0xD800u) << 10) + (parts[i++] - 0xDC00u);
        }
        if (u_charType((UChar32)c) != U_NON_SPACING_MARK) {
            plx_buf_put_cp(b, plx_cp_lower(c));
        }
    }
}

plx_str plx_str_fold(plx_arena *a, plx_str s) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&status); /* ICU's own singleton */
    plx_buf b;
    plx_buf_init(&b, a, SIZE_MAX);
    plx_vec_reserve(&b, a, s.n + 1);
    for (size_t i = 0; i < s.n;) {
        put_folded(&b, U_SUCCESS(status) ? nfkd : NULL, plx_utf8_next(s, &i));
    }
    return plx_buf_str(&b);
}
