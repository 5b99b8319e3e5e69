#include "read/pattern.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

static unsigned char fold(unsigned char c) {
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

static bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }

static bool is_word(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c >= 0x80;
}

/* Bytes of a character that is punctuation though not ASCII (quotes, dashes, ©, bullets, no-break
 * space); 0 when it is part of a word. */
static size_t wide_punct(const unsigned char *p, const unsigned char *end) {
    if (end - p >= 2 && p[0] == 0xC2 && p[1] <= 0xBF && p[1] != 0xAA && p[1] != 0xBA &&
        p[1] != 0xB5) {
        return 2;
    }
    if (end - p >= 3 && p[0] == 0xE2 &&
        (p[1] == 0x80 || p[1] == 0x81 || (p[1] >= 0x84 && p[1] <= 0xAF))) {
        return 3;
    }
    return end - p >= 3 && p[0] == 0xE3 && p[1] == 0x80 ? 3 : 0;
}

static bool is_space_at(const unsigned char *p, const unsigned char *end, size_t *n) {
    *n = 1;
    if (*p == ' ' || (*p >= '\t' && *p <= '\r')) {
        return true;
    }
    if (end - p >= 2 && p[0] == 0xC2 && p[1] == 0xA0) {
        *n = 2;
        return true;
    }
    if (end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] <= 0x8B || p[2] == 0xAF)) {
        *n = 3;
        return true;
    }
    return false;
}

uint32_t plx_read__word_hash(const char *p, size_t n) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = fold((unsigned char)p[i]);
        if (c == 0xC3 && i + 1 < n) { /* Latin-1 capitals: U+00C0..U+00DE */
            h = (h ^ c) * 16777619u;
            c = (unsigned char)p[++i];
            if (c >= 0x80 && c <= 0x9E && c != 0x97) {
                c = (unsigned char)(c + 0x20);
            }
        }
        h = (h ^ c) * 16777619u;
    }
    return h;
}

static bool starts(const unsigned char *p, const unsigned char *end, const char *lower) {
    for (; *lower; lower++, p++) {
        if (p >= end || fold(*p) != (unsigned char)*lower) {
            return false;
        }
    }
    return true;
}

/* The end of an address that begins at p, or p. */
static const unsigned char *url_end(const unsigned char *p, const unsigned char *end) {
    static const char *const heads[] = {"http://", "https://", "www.", "pic.twitter.com/", "t.co/"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        if (starts(p, end, heads[i])) {
            const unsigned char *q = p;
            size_t n;
            while (q < end && !is_space_at(q, end, &n) && *q != '<' && *q != '>' && *q != '"' &&
                   !wide_punct(q, end)) {
                q++;
            }
            while (q > p && (q[-1] == '.' || q[-1] == ',' || q[-1] == ')' || q[-1] == ';')) {
                q--;
            }
            return q;
        }
    }
    return p;
}

static bool is_host_char(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '.' ||
           c == '-' || c == '_';
}

static const unsigned char *word_end(const unsigned char *p, const unsigned char *end,
                                     uint8_t *kind) {
    const unsigned char *q = p;
    while (q < end) {
        if (*q >= 0x80) {
            size_t w = wide_punct(q, end);
            bool apostrophe = w == 3 && q[0] == 0xE2 && q[1] == 0x80 && q[2] == 0x99;
            if (apostrophe && end - q > 3 && is_word(q[3]) && q[3] < 0x80) {
                q += 3;
                continue;
            }
            if (w) {
                break;
            }
            q++;
        } else if (is_word(*q) || *q == '_') {
            q++;
        } else if ((*q == '\'' || *q == '-') && q > p && end - q > 1 && is_word(q[1])) {
            q++;
        } else if ((*q == '.' || *q == ',' || *q == ':' || *q == '/') && q > p && is_digit(q[-1]) &&
                   end - q > 1 && is_digit(q[1])) {
            q++;
        } else if (*q == '.' && q > p && end - q > 1 && is_word(q[1]) && q[1] < 0x80 &&
                   (q - p == 1 || q[-2] == '.')) {
            q++; /* U.S, a.m */
        } else {
            break;
        }
    }
    /* e-mail addresses and bare host names are one token */
    const unsigned char *r = q;
    while (r < end && is_host_char(*r)) {
        r++;
    }
    if (r < end && *r == '@' && end - r > 1 && is_host_char(r[1])) {
        r++;
        while (r < end && is_host_char(*r)) {
            r++;
        }
        while (r[-1] == '.' || r[-1] == '-') {
            r--;
        }
        *kind = PLX_READ_EMAIL;
        return r;
    }
    if (q - p == 1 && q < end && *q == '.' && q - 2 > p) {
        q++;
    }
    return q;
}

size_t plx_read__tokenize(plx_str text, plx_span line, plx_read__token *out, size_t max) {
    const unsigned char *base = (const unsigned char *)text.p, *p = base + line.begin,
                        *end = base + line.end;
    size_t n = 0;
    bool spaced = false;
    while (p < end && n < max) {
        size_t w;
        if (is_space_at(p, end, &w)) {
            p += w;
            spaced = true;
            continue;
        }
        const unsigned char *q = url_end(p, end);
        uint8_t kind = PLX_READ_WORD;
        if (q > p) {
            kind = PLX_READ_URL;
        } else if (*p == '@' && end - p > 1 && (is_word(p[1]) || p[1] == '_') && p[1] < 0x80) {
            for (q = p + 1; q < end && (is_word(*q) || *q == '_') && *q < 0x80;) {
                q++;
            }
            kind = PLX_READ_HANDLE;
        } else if ((w = wide_punct(p, end)) != 0) {
            q = p + w;
            kind = PLX_READ_PUNCT;
        } else if (is_word(*p) || *p == '_') {
            kind = is_digit(*p) ? PLX_READ_NUMBER : PLX_READ_WORD;
            q = word_end(p, end, &kind);
        } else {
            q = p + 1;
            kind = PLX_READ_PUNCT;
        }
        bool cap =
            (*p >= 'A' && *p <= 'Z') || (*p == 0xC3 && q - p > 1 && p[1] >= 0x80 && p[1] <= 0x9E);
        out[n++] = (plx_read__token){
            .span = {(uint32_t)(p - base), (uint32_t)(q - base)},
            /* '|' separates like '/', and parts alternatives in patterns */
            .hash = *p == '|' ? plx_read__word_hash("/", 1)
                              : plx_read__word_hash((const char *)p, (size_t)(q - p)),
            .kind = kind,
            .capital = cap,
            .spaced = spaced};
        spaced = false;
        p = q;
    }
    return n;
}

/* ---- dates and times ----------------------------------------------------------------------------
 */

static bool word_is(const plx_read__token *t, const char *w, size_t n) {
    return t->span.end - t->span.begin == n && t->hash == plx_read__word_hash(w, n);
}

static bool one_of(const plx_read__token *t, const char *words) {
    for (const char *p = words; *p;) {
        const char *q = strchr(p, ' ');
        size_t n = q ? (size_t)(q - p) : strlen(p);
        if (word_is(t, p, n)) {
            return true;
        }
        p += n + (q != NULL);
    }
    return false;
}

static const char months[] = "january february march april may june july august september october "
                             "november december jan feb mar apr jun jul "
                             "aug sep sept oct nov dec januar februar märz mai juni juli oktober "
                             "dezember jänner janvier février mars avril "
                             "juin juillet août septembre octobre novembre décembre enero febrero "
                             "marzo abril mayo junio julio agosto "
                             "septiembre octubre noviembre diciembre gennaio febbraio aprile "
                             "maggio giugno luglio settembre ottobre dicembre";
static const char weekdays[] = "monday tuesday wednesday thursday friday saturday sunday mon tue "
                               "tues wed thu thur thurs fri sat sun montag "
                               "dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi "
                               "mercredi jeudi vendredi samedi dimanche lunes "
                               "martes miércoles jueves viernes sábado domingo";

/* The two long lists as sorted hashes, made once. */
enum { SET_MAX = 160 };
typedef struct word_set {
    uint32_t p[SET_MAX];
    size_t n;
} word_set;
static word_set month_set, weekday_set;
static once_flag sets_once = ONCE_FLAG_INIT;

static int by_hash(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static void fill_set(word_set *set, const char *words) {
    for (plx_str w, rest = plx_str_of(words); plx_str_split(&rest, ' ', &w);) {
        PLX_ASSERT(set->n < SET_MAX);
        set->p[set->n++] = plx_read__word_hash(w.p, w.n);
    }
    qsort(set->p, set->n, sizeof *set->p, by_hash);
}

static void fill_sets(void) {
    fill_set(&month_set, months);
    fill_set(&weekday_set, weekdays);
}

static bool in_set(const plx_read__token *t, const word_set *set) {
    if (t->kind != PLX_READ_WORD) {
        return false;
    }
    call_once(&sets_once, fill_sets);
    size_t lo = 0, hi = set->n;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (set->p[mid] < t->hash) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < set->n && set->p[lo] == t->hash;
}

static char first(plx_str text, const plx_read__token *t) { return text.p[t->span.begin]; }

static size_t token_len(const plx_read__token *t) { return t->span.end - t->span.begin; }

static size_t skip_punct(plx_str text, const plx_read__token *tok, size_t n, size_t i,
                         const char *set) {
    while (i < n && tok[i].kind == PLX_READ_PUNCT && token_len(&tok[i]) == 1 &&
           strchr(set, first(text, &tok[i]))) {
        i++;
    }
    return i;
}

static bool is_year(plx_str text, const plx_read__token *t) {
    const char *p = text.p + t->span.begin;
    return t->kind == PLX_READ_NUMBER && token_len(t) == 4 &&
           ((p[0] == '1' && p[1] == '9') || (p[0] == '2' && p[1] == '0'));
}

static bool is_day(plx_str text, const plx_read__token *t) {
    size_t n = token_len(t);
    const char *p = text.p + t->span.begin;
    return t->kind == PLX_READ_NUMBER &&
           (n <= 2 || (n <= 4 && !is_digit((unsigned char)p[n - 1]))) && p[0] <= '9';
}

/* 2025-04-17, 2025-04-17T10:00:00Z, 17.04.2025, 4/17/2025, 2025/04/17: all digits with separators
 */
static bool is_numeric_date(plx_str text, const plx_read__token *t) {
    const unsigned char *p = (const unsigned char *)text.p + t->span.begin;
    size_t n = token_len(t), parts = 1, run = 0, four = 0;
    if (t->kind != PLX_READ_NUMBER || n < 6) {
        return false;
    }
    char sep = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_digit(p[i])) {
            run++;
            continue;
        }
        if (parts == 3 && (p[i] == 'T' || p[i] == 't')) {
            break;
        }
        if ((p[i] != '-' && p[i] != '/' && p[i] != '.') || (sep && p[i] != (unsigned char)sep) ||
            run > 4) {
            return false;
        }
        four += run == 4;
        sep = (char)p[i];
        parts++;
        run = 0;
    }
    four += run == 4;
    return parts == 3 && (four == 1 || (run == 2 && sep == '/')) && run > 0;
}

size_t plx_read__match_time(plx_str text, const plx_read__token *tok, size_t n, size_t at) {
    size_t i = at;
    if (i < n && one_of(&tok[i], "at um à")) {
        i++;
    }
    if (i >= n || tok[i].kind != PLX_READ_NUMBER) {
        return at;
    }
    const char *p = text.p + tok[i].span.begin;
    size_t len = token_len(&tok[i]);
    bool colon = memchr(p, ':', len) != NULL, ampm = false;
    if (len > 10) {
        return at;
    }
    unsigned char last = fold((unsigned char)p[len - 1]);
    if (!colon && len > 2 && last == 'm' &&
        (fold((unsigned char)p[len - 2]) == 'a' || fold((unsigned char)p[len - 2]) == 'p')) {
        ampm = true;
    }
    ampm = ampm || last == 'm';
    i++;
    if (i < n && one_of(&tok[i], "am pm a.m p.m uhr")) {
        ampm = true;
        i++;
        i = i < n && tok[i].kind == PLX_READ_PUNCT && first(text, &tok[i]) == '.' ? i + 1 : i;
    }
    if (!colon && !ampm) {
        return at;
    }
    if (i < n &&
        one_of(&tok[i],
               "et est edt ct cst cdt mt mst mdt pt pst pdt gmt bst utc cet cest ist eastern")) {
        i++;
    }
    return i;
}

size_t plx_read__match_date(plx_str text, const plx_read__token *tok, size_t n, size_t at) {
    size_t i = at;
    if (i < n && in_set(&tok[i], &weekday_set)) {
        i = skip_punct(text, tok, n, i + 1, ".,");
        if (i >= n) {
            return at;
        }
    }
    if (i < n && is_numeric_date(text, &tok[i])) {
        return i + 1;
    }
    if (i + 1 < n && in_set(&tok[i], &month_set)) { /* April 17, 2025 */
        size_t j = skip_punct(text, tok, n, i + 1, ".");
        if (j < n && is_day(text, &tok[j])) {
            size_t k = skip_punct(text, tok, n, j + 1, ",");
            return k < n && is_year(text, &tok[k]) ? k + 1 : j + 1;
        }
        return j < n && is_year(text, &tok[j]) ? j + 1 : at;
    }
    if (i + 1 < n &&
        is_day(text, &tok[i])) { /* 17 April 2025, 17. April 2025, 17 de abril de 2025 */
        size_t j = skip_punct(text, tok, n, i + 1, ".");
        j = j < n && one_of(&tok[j], "de of") ? j + 1 : j;
        if (j < n && in_set(&tok[j], &month_set)) {
            size_t k = skip_punct(text, tok, n, j + 1, ".,");
            k = k < n && one_of(&tok[k], "de of") ? k + 1 : k;
            return k < n && is_year(text, &tok[k]) ? k + 1 : j + 1;
        }
    }
    return at;
}

/* ---- patterns -----------------------------------------------------------------------------------
 */

static bool is_name_glue(const plx_read__token *t) {
    return one_of(t, "of de la le van von der den bin al el da di du and");
}

static size_t name_end(plx_str text, const plx_read__token *tok, size_t n, size_t at, size_t want) {
    size_t i = at, last = at, words = 0;
    while (i < n && words < want) {
        if (tok[i].kind == PLX_READ_WORD && tok[i].capital) {
            last = ++i;
            words++;
        } else if (tok[i].kind == PLX_READ_PUNCT && first(text, &tok[i]) == '.' && i > at &&
                   token_len(&tok[i - 1]) <= 2) {
            last = ++i;
        } else if (i > at && is_name_glue(&tok[i])) {
            i++;
        } else {
            break;
        }
    }
    return last;
}

static bool literal_is(const char *e, size_t len, const plx_read__token *t) {
    while (len) {
        const char *bar = memchr(e, '|', len);
        size_t n = bar ? (size_t)(bar - e) : len;
        if ((n == 1 && *e == '#' && t->kind == PLX_READ_NUMBER) ||
            (n && token_len(t) == n && t->hash == plx_read__word_hash(e, n))) {
            return true;
        }
        if (!bar) {
            break;
        }
        e += n + 1;
        len -= n + 1;
    }
    return false;
}

static bool at_line_end(plx_str text, const plx_read__token *tok, size_t n, size_t i) {
    for (; i < n; i++) {
        if (tok[i].kind != PLX_READ_PUNCT ||
            (token_len(&tok[i]) == 1 && strchr("(@#$%&+=<{[", first(text, &tok[i])))) {
            return false;
        }
    }
    return true;
}

static bool match_from(const char *e, plx_str text, const plx_read__token *tok, size_t n, size_t at,
                       size_t *end);

static bool match_star(const char *rest, plx_str text, const plx_read__token *tok, size_t n,
                       size_t at, size_t *end) {
    for (size_t k = 0; k <= PLX_READ_STAR_MAX && at + k <= n; k++) {
        if (match_from(rest, text, tok, n, at + k, end)) {
            return true;
        }
    }
    return false;
}

/* A class such as <name> at `at`: tries the longest first for names, so that what follows decides.
 */
static bool match_class(const char *e, size_t len, const char *rest, plx_str text,
                        const plx_read__token *tok, size_t n, size_t at, size_t *end) {
    size_t to = at;
    if (len == 6 && memcmp(e, "<name>", 6) == 0) {
        for (size_t want = 5; want > 0; want--) {
            to = name_end(text, tok, n, at, want);
            if (to > at && match_from(rest, text, tok, n, to, end)) {
                return true;
            }
        }
        return false;
    }
    if (len == 6 && memcmp(e, "<date>", 6) == 0) {
        to = plx_read__match_date(text, tok, n, at);
    } else if (len == 6 && memcmp(e, "<time>", 6) == 0) {
        to = plx_read__match_time(text, tok, n, at);
    } else if (at < n) {
        plx_read__token_kind want = len == 5   ? PLX_READ_URL
                                    : len == 7 ? PLX_READ_EMAIL
                                               : PLX_READ_HANDLE;
        to = tok[at].kind == want ? at + 1 : at;
    }
    return to > at && match_from(rest, text, tok, n, to, end);
}

/* A word, '#', '_' or alternatives of words, classes and '$'. */
static bool match_word(const char *e, size_t len, const char *rest, plx_str text,
                       const plx_read__token *tok, size_t n, size_t at, size_t *end) {
    if (len > 2 && memchr(e, '|', len) && (memchr(e, '<', len) || memchr(e, '$', len))) {
        while (len) {
            const char *bar = memchr(e, '|', len);
            size_t part = bar ? (size_t)(bar - e) : len, mid;
            char one[64];
            if (part && part < sizeof one) {
                memcpy(one, e, part);
                one[part] = '\0';
                if (match_from(one, text, tok, n, at, &mid) &&
                    match_from(rest, text, tok, n, mid, end)) {
                    return true;
                }
            }
            len -= bar ? part + 1 : part;
            e += bar ? part + 1 : part;
        }
        return false;
    }
    if (at >= n) {
        return false;
    }
    bool ok = (len == 1 && *e == '_') || literal_is(e, len, &tok[at]);
    return ok && match_from(rest, text, tok, n, at + 1, end);
}

static bool match_from(const char *e, plx_str text, const plx_read__token *tok, size_t n, size_t at,
                       size_t *end) {
    while (*e == ' ') {
        e++;
    }
    if (!*e) {
        *end = at;
        return true;
    }
    const char *rest = strchr(e, ' ');
    size_t len = rest ? (size_t)(rest - e) : strlen(e);
    rest = e + len;
    if (len > 1 && e[len - 1] == '?') {
        len--;
        char one[64];
        if (at < n && len < sizeof one) {
            size_t mid;
            memcpy(one, e, len);
            one[len] = '\0';
            if (match_from(one, text, tok, n, at, &mid) && mid > at &&
                match_from(rest, text, tok, n, mid, end)) {
                return true;
            }
        }
        return match_from(rest, text, tok, n, at, end);
    }
    if (len == 1 && *e == '$') {
        if (at_line_end(text, tok, n, at)) {
            *end = n;
            return true;
        }
        return false;
    }
    if (len == 1 && *e == '*') {
        return match_star(rest, text, tok, n, at, end);
    }
    if (len > 2 && *e == '<' && e[len - 1] == '>' && !memchr(e, '|', len)) {
        return match_class(e, len, rest, text, tok, n, at, end);
    }
    return match_word(e, len, rest, text, tok, n, at, end);
}

bool plx_read__match(const char *pattern, plx_str text, const plx_read__token *tok, size_t n,
                     size_t at, size_t *end) {
    return match_from(pattern, text, tok, n, at, end);
}
