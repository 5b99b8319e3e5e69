/* str: borrowed text as pointer and length. Not NUL-terminated, never owns, may be empty (p may be
 * NULL then). Comparisons are by bytes; there is no locale. What allocates takes the arena that the
 * result lives in. */
#ifndef PLX_BASE_STR_H
#define PLX_BASE_STR_H

#include "base/arena.h"
#include "base/span.h"

typedef struct plx_str {
    const char *p;
    size_t n;
} plx_str;

#define PLX_S(literal) ((plx_str){("" literal), sizeof(literal) - 1})
/* For static tables, where a compound literal is not a constant: plx_str x = PLX_S_INIT("a"); */
#define PLX_S_INIT(literal)                                                                        \
    { ("" literal), sizeof(literal) - 1 }
/* For printf("%.*s"). */
#define PLX_FMT(s) (int)((s).n > 100000 ? 100000 : (s).n), ((s).p ? (s).p : "")

static inline plx_str plx_str_of(const char *cstr) {
    return (plx_str){cstr, cstr ? strlen(cstr) : 0};
}
static inline plx_str plx_str_n(const char *p, size_t n) { return (plx_str){p, n}; }
static inline bool plx_str_eq(plx_str a, plx_str b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
/* Clamped: begin and end may lie beyond the end. */
static inline plx_str plx_str_slice(plx_str s, size_t begin, size_t end) {
    if (!s.p) {
        return (plx_str){NULL, 0};
    }
    end = PLX_MIN(end, s.n);
    begin = PLX_MIN(begin, end);
    return (plx_str){s.p + begin, end - begin};
}
static inline plx_str plx_str_at(plx_str text, plx_span span) {
    return plx_str_slice(text, span.begin, span.end);
}
static inline bool plx_str_starts(plx_str s, plx_str with) {
    return s.n >= with.n && (with.n == 0 || memcmp(s.p, with.p, with.n) == 0);
}
static inline bool plx_str_ends(plx_str s, plx_str with) {
    return s.n >= with.n && (with.n == 0 || memcmp(s.p + s.n - with.n, with.p, with.n) == 0);
}

/* Bytewise order, the shorter first among equals: -1, 0, 1. */
int plx_str_cmp(plx_str a, plx_str b);
/* Equal when ASCII letters are compared without case; other bytes exactly. */
bool plx_str_eq_nocase(plx_str a, plx_str b);
bool plx_str_starts_nocase(plx_str s, plx_str with);
/* First place of `what` at or after `from`; SIZE_MAX when there is none. */
size_t plx_str_find(plx_str s, plx_str what, size_t from);
size_t plx_str_find_char(plx_str s, char c, size_t from);
bool plx_str_contains(plx_str s, plx_str what);
/* Without ASCII white space at both ends. */
plx_str plx_str_trim(plx_str s);
/* Takes the part before the next `sep` off *rest; false when *rest is used up (its p is NULL then).
 * `for (plx_str part, rest = s; plx_str_split(&rest, ',', &part);)` */
bool plx_str_split(plx_str *rest, char sep, plx_str *part);
/* Binary search in a table sorted by plx_str_cmp. Index, or PLX_NONE. */
uint32_t plx_str_lookup(const plx_str *sorted, size_t n, plx_str s);

/* Whole string as a decimal number ("-12", "3.5", "1e3"): false when it is anything else. */
bool plx_str_to_i64(plx_str s, int64_t *out);
bool plx_str_to_f64(plx_str s, double *out);

/* Copies: the bytes live in `a` and are followed by a NUL that n does not count. */
plx_str plx_str_dup(plx_arena *a, plx_str s);
plx_str plx_str_cat(plx_arena *a, plx_str x, plx_str y);
plx_str plx_str_format(plx_arena *a, const char *fmt, ...) PLX_PRINTF(2, 3);
plx_str plx_str_lower_ascii(plx_arena *a, plx_str s);

#endif
