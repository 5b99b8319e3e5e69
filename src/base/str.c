#include "base/str.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned char lower(char c) { return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c); }

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

int plx_str_cmp(plx_str a, plx_str b) {
    size_t n = PLX_MIN(a.n, b.n);
    int c = n ? memcmp(a.p, b.p, n) : 0;
    if (c != 0) {
        return c < 0 ? -1 : 1;
    }
    return a.n < b.n ? -1 : a.n > b.n;
}

bool plx_str_starts_nocase(plx_str s, plx_str with) {
    if (s.n < with.n) {
        return false;
    }
    for (size_t i = 0; i < with.n; i++) {
        if (lower(s.p[i]) != lower(with.p[i])) {
            return false;
        }
    }
    return true;
}

bool plx_str_eq_nocase(plx_str a, plx_str b) { return a.n == b.n && plx_str_starts_nocase(a, b); }

size_t plx_str_find_char(plx_str s, char c, size_t from) {
    if (from >= s.n) {
        return SIZE_MAX;
    }
    const char *hit = memchr(s.p + from, c, s.n - from);
    return hit ? (size_t)(hit - s.p) : SIZE_MAX;
}

size_t plx_str_find(plx_str s, plx_str what, size_t from) {
    if (what.n == 0) {
        return from <= s.n ? from : SIZE_MAX;
    }
    for (size_t i = from; (i = plx_str_find_char(s, what.p[0], i)) != SIZE_MAX; i++) {
        if (s.n - i < what.n) {
            return SIZE_MAX;
        }
        if (memcmp(s.p + i, what.p, what.n) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

bool plx_str_contains(plx_str s, plx_str what) { return plx_str_find(s, what, 0) != SIZE_MAX; }

plx_str plx_str_trim(plx_str s) {
    while (s.n && is_space(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n && is_space(s.p[s.n - 1])) {
        s.n--;
    }
    return s;
}

bool plx_str_split(plx_str *rest, char sep, plx_str *part) {
    if (!rest->p) {
        return false;
    }
    size_t at = plx_str_find_char(*rest, sep, 0);
    if (at == SIZE_MAX) {
        *part = *rest;
        *rest = (plx_str){NULL, 0};
    } else {
        *part = plx_str_slice(*rest, 0, at);
        *rest = plx_str_slice(*rest, at + 1, rest->n);
    }
    return true;
}

uint32_t plx_str_lookup(const plx_str *sorted, size_t n, plx_str s) {
    size_t lo = 0, hi = n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        plx_str x = sorted[mid];
        int c = x.n && s.n ? (int)(unsigned char)x.p[0] - (int)(unsigned char)s.p[0] : 0;
        c = c ? c : plx_str_cmp(x, s); /* most words differ in their first letters */
        if (c == 0) {
            return (uint32_t)mid;
        }
        if (c < 0) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return PLX_NONE;
}

bool plx_str_to_i64(plx_str s, int64_t *out) {
    bool minus = s.n && s.p[0] == '-';
    size_t i = minus || (s.n && s.p[0] == '+') ? 1 : 0;
    if (i == s.n) {
        return false;
    }
    int64_t v = 0;
    for (; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || __builtin_mul_overflow(v, 10, &v) ||
            __builtin_sub_overflow(v, s.p[i] - '0', &v)) { /* negative: INT64_MIN fits */
            return false;
        }
    }
    if (!minus && __builtin_sub_overflow(0, v, &v)) {
        return false;
    }
    *out = v;
    return true;
}

bool plx_str_to_f64(plx_str s, double *out) {
    char tmp[64];
    if (s.n == 0 || s.n >= sizeof tmp) {
        return false;
    }
    for (size_t i = 0; i < s.n; i++) { /* strtod knows more than we want: hex, inf, nan, blanks */
        char c = s.p[i];
        if (!((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
            return false;
        }
        tmp[i] = c;
    }
    tmp[s.n] = '\0';
    char *end;
    double v = strtod(tmp, &end); /* the program never sets a locale, so the point is '.' */
    if (end != tmp + s.n || !isfinite(v)) {
        return false;
    }
    *out = v;
    return true;
}

plx_str plx_str_dup(plx_arena *a, plx_str s) {
    char *p = plx_arena_alloc(a, s.n + 1, 1);
    if (s.n) {
        memcpy(p, s.p, s.n);
    }
    p[s.n] = '\0';
    return (plx_str){p, s.n};
}

plx_str plx_str_cat(plx_arena *a, plx_str x, plx_str y) {
    char *p = plx_arena_alloc(a, x.n + y.n + 1, 1);
    if (x.n) {
        memcpy(p, x.p, x.n);
    }
    if (y.n) {
        memcpy(p + x.n, y.p, y.n);
    }
    p[x.n + y.n] = '\0';
    return (plx_str){p, x.n + y.n};
}

plx_str plx_str_format(plx_arena *a, const char *fmt, ...) {
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, args);
    va_end(args);
    PLX_ASSERT(n >= 0);
    char *p = plx_arena_alloc(a, (size_t)n + 1, 1);
    vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return (plx_str){p, (size_t)n};
}

plx_str plx_str_lower_ascii(plx_arena *a, plx_str s) {
    char *p = plx_arena_alloc(a, s.n + 1, 1);
    for (size_t i = 0; i < s.n; i++) {
        p[i] = (char)lower(s.p[i]);
    }
    p[s.n] = '\0';
    return (plx_str){p, s.n};
}
