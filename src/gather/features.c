#include "gather/features.h"

#include "base/calendar.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

#define MAX_WORD_BYTES 64
#define TITLE_WEIGHT   3.0f
#define TABLE_SLOTS    2048u /* over PLX_GATHER_MAX_FEATURES, a power of two */

/* ---- days ------------------------------------------------------------------------------------ */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* A day told whole at the front of s: "2021-06-01". */
static bool whole_date(plx_str s, plx_civil *out) {
    return s.n >= 10 && s.p[4] == '-' && s.p[7] == '-' && is_digit(s.p[8]) && is_digit(s.p[9]) &&
           plx_date_parse(s, out, NULL);
}

int32_t plx_gather_day(plx_str s) {
    plx_civil c;
    if (!whole_date(s, &c) || c.year < 1600) return PLX_NO_DAY;
    return plx_days_from_civil(c.year, c.month, c.day);
}

void plx_gather_day_text(int32_t day, char out[11]) {
    plx_civil c = plx_civil_from_days(day);
    int32_t y = c.year < 0 || c.year > 9999 ? 0 : c.year, m = c.month, d = c.day;
    char *p = out;
    *p++ = (char)('0' + y / 1000);
    *p++ = (char)('0' + y / 100 % 10);
    *p++ = (char)('0' + y / 10 % 10);
    *p++ = (char)('0' + y % 10);
    *p++ = '-';
    *p++ = (char)('0' + m / 10);
    *p++ = (char)('0' + m % 10);
    *p++ = '-';
    *p++ = (char)('0' + d / 10);
    *p++ = (char)('0' + d % 10);
    *p = 0;
}

/* ---- the scanner ----------------------------------------------------------------------------- */

typedef struct token {
    char p[MAX_WORD_BYTES]; /* lower case */
    size_t n;
    size_t begin, end; /* in the scanned text */
    bool capital;      /* begins with a capital letter */
    bool digit;        /* begins with a digit */
} token;

typedef struct scan {
    plx_features *out;
    uint16_t slots[TABLE_SLOTS]; /* index + 1 into out->p */
    bool in_title;
    /* The tokens just before, for dates and ages. */
    int32_t month, month_day; /* pending: a month, then its day */
    size_t month_end;
    int32_t number; /* the token before, when it was a short number, else -1 */
    size_t number_begin, number_end;
    bool number_after_comma;
} scan;

static void count(scan *s, uint32_t key, float tf) {
    uint32_t at = (key * 2654435761u) >> 21; /* 11 bits: TABLE_SLOTS */
    while (s->slots[at]) {
        plx_feature *f = &s->out->p[s->slots[at] - 1];
        if (f->key == key) {
            f->tf += tf;
            return;
        }
        at = (at + 1) & (TABLE_SLOTS - 1);
    }
    if (s->out->n == PLX_GATHER_MAX_FEATURES) return;
    s->out->p[s->out->n] = (plx_feature){key, tf};
    s->slots[at] = (uint16_t)++s->out->n;
}

static uint32_t key_of(plx_feature_kind kind, uint64_t hash) {
    return ((uint32_t)(hash >> 32) & ~7u) | (uint32_t)kind;
}

/* The plural and possessive endings of English, nothing more: enough to match, never to mislead. */
static size_t stem(char *w, size_t n) {
    if (n > 2 && w[n - 1] == 's' && w[n - 2] == '\'') n -= 2;
    size_t k = 0;
    for (size_t i = 0; i < n; i++)
        if (w[i] != '\'') w[k++] = w[i];
    n = k;
    if (n > 4 && memcmp(w + n - 3, "ies", 3) == 0) {
        w[n - 3] = 'y';
        n -= 2;
    } else if (n > 3 && w[n - 1] == 's' && w[n - 2] != 's') {
        n--;
    }
    return n;
}

/* 1 to 12 for an English month's name or abbreviation, else 0. */
static int32_t month_of(const char *w, size_t n) {
    static const char *const full[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};
    if (n < 3 || n > 9) return 0;
    for (int32_t i = 0; i < 12; i++) {
        size_t m = strlen(full[i]);
        bool abbreviated = n == 3 || (n == 4 && i == 8);
        if ((n == m || abbreviated) && memcmp(w, full[i], n) == 0) return i + 1;
    }
    return 0;
}

/* 0 (Monday) to 6 for an English weekday's name, else -1. */
static int32_t weekday_of(const char *w, size_t n) {
    static const char *const full[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    if (n < 6 || n > 9) return -1;
    for (int32_t i = 0; i < 7; i++)
        if (strlen(full[i]) == n && memcmp(w, full[i], n) == 0) return i;
    return -1;
}

/* A day without its year: an account without a date still shares it. */
static void count_day(scan *s, int32_t month, int32_t day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) return;
    uint64_t h = plx_hash_mix(0xDA7Eu, (uint64_t)month * 32 + (uint64_t)day);
    count(s, key_of(PLX_GATHER_DAY, h), 1.0f);
}

static void count_weekday(scan *s, int32_t weekday) {
    int32_t published = s->out->day;
    if (published == PLX_NO_DAY) return;
    /* News speaks of the week that ends with the day it appears. */
    int32_t back = (plx_weekday_of(published) + 6 - weekday) % 7;
    plx_civil c = plx_civil_from_days(published - back);
    count_day(s, c.month, c.day);
}

static void count_age(scan *s, int32_t age) {
    if (age < 1 || age > 110) return;
    count(s, key_of(PLX_GATHER_AGE, plx_hash_mix(0xA6Eu, (uint64_t)age)), 1.0f);
}

/* A whole token as a number of at most four digits, ordinal endings allowed; -1 if it is none. */
static int32_t number_of(const token *t) {
    int32_t v = 0;
    size_t i = 0;
    while (i < t->n && i < 4 && t->p[i] >= '0' && t->p[i] <= '9') v = v * 10 + (t->p[i++] - '0');
    if (i == 0) return -1;
    if (i == t->n) return v;
    return i <= 2 && t->n - i == 2 && t->p[i] >= 'a' ? v : -1;
}

static void dates_and_ages(scan *s, const token *t, plx_str text) {
    int32_t number = t->digit ? number_of(t) : -1;
    int32_t month = t->capital ? month_of(t->p, t->n) : 0;
    bool near_month = s->month && t->begin - s->month_end <= 3;
    if (number >= 1 && number <= 31 && near_month && !s->month_day) {
        s->month_day = number;
        count_day(s, s->month, number);
        s->month_end = t->end;
    } else if (month) {
        bool day_before = s->number >= 1 && s->number <= 31 && t->begin - s->number_end <= 4;
        if (day_before) count_day(s, month, s->number);
        s->month = month;
        s->month_day = day_before ? s->number : 0;
        s->month_end = t->end;
    } else {
        s->month = 0;
        int32_t weekday = t->capital ? weekday_of(t->p, t->n) : -1;
        if (weekday >= 0) count_weekday(s, weekday);
    }
    if (t->digit && t->n == 10) { /* 2016-08-21 as one token */
        plx_civil c;
        if (whole_date((plx_str){t->p, t->n}, &c)) count_day(s, c.month, c.day);
    }
    if (t->digit && t->n > 8) { /* 17-year-old */
        size_t i = 0;
        int32_t v = 0;
        while (i < 3 && t->p[i] >= '0' && t->p[i] <= '9') v = v * 10 + (t->p[i++] - '0');
        if (i && i + 9 <= t->n && memcmp(t->p + i, "-year-old", 9) == 0) count_age(s, v);
    }
    if (s->number >= 0 && t->n >= 4 && t->begin == s->number_end + 1 &&
        memcmp(t->p, "year", 4) == 0 &&
        plx_str_starts(plx_str_slice(text, t->end, t->end + 4), PLX_S(" old")))
        count_age(s, s->number);
    bool comma_before = t->begin >= 2 && text.p[t->begin - 2] == ',';
    if (number >= 1 && t->n <= 2 && comma_before && t->end < text.n && text.p[t->end] == ',')
        count_age(s, number);
    s->number = number;
    s->number_begin = t->begin;
    s->number_end = t->end;
}

static void take(scan *s, token *t, plx_str text) {
    dates_and_ages(s, t, text);
    /* Mid-sentence: after a lower-case letter or a comma and a blank. */
    bool inside = t->begin >= 2 && text.p[t->begin - 1] == ' ' &&
                  ((text.p[t->begin - 2] >= 'a' && text.p[t->begin - 2] <= 'z') ||
                   text.p[t->begin - 2] == ',');
    t->n = stem(t->p, t->n);
    if (t->n == 0) return;
    uint64_t h = plx_hash_bytes(t->p, t->n, 0);
    if (s->in_title) {
        count(s, key_of(PLX_GATHER_TITLE, h), 1.0f);
        count(s, key_of(PLX_GATHER_WORD, h), TITLE_WEIGHT);
        return;
    }
    count(s, key_of(PLX_GATHER_WORD, h), 1.0f);
    if (t->capital && inside && t->n > 1) count(s, key_of(PLX_GATHER_CAPITAL, h), 1.0f);
}

/* Scripts written without blanks: each character stands for itself. */
static bool is_unspaced(uint32_t cp) {
    return (cp >= 0x0E00 && cp <= 0x0EFF) || (cp >= 0x1000 && cp <= 0x109F) ||
           (cp >= 0x1780 && cp <= 0x17FF) || (cp >= 0x2E80 && cp <= 0xABFF && cp < 0xA000) ||
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}

static void put(token *t, const char *p, size_t n) {
    if (t->n + n <= MAX_WORD_BYTES) {
        memcpy(t->p + t->n, p, n);
        t->n += n;
    }
}

/* The next token at or after *pos; false at the end. ASCII is decided by table-free comparisons. */
static bool next_token(plx_str s, size_t *pos, token *t) {
    size_t i = *pos;
    t->n = 0;
    while (i < s.n) {
        unsigned char c = (unsigned char)s.p[i];
        unsigned char lower = (unsigned char)(c | 0x20);
        if (lower >= 'a' && lower <= 'z' && c < 0x80) {
            if (!t->n) t->begin = i, t->capital = c != lower, t->digit = false;
            if (t->n < MAX_WORD_BYTES) t->p[t->n++] = (char)lower;
            i++;
        } else if (c >= '0' && c <= '9') {
            if (!t->n) t->begin = i, t->capital = false, t->digit = true;
            if (t->n < MAX_WORD_BYTES) t->p[t->n++] = (char)c;
            i++;
        } else if (c < 0x80) {
            if (t->n && (c == '\'' || c == '-')) {
                if (t->n < MAX_WORD_BYTES) t->p[t->n++] = (char)c;
                i++;
                continue;
            }
            if (t->n) break;
            i++;
        } else {
            size_t at = i;
            uint32_t cp = plx_utf8_next(s, &i);
            if (t->n && plx_cp_is_apostrophe(cp)) {
                put(t, "'", 1);
            } else if (plx_cp_is_alnum(cp)) {
                bool alone = is_unspaced(cp);
                if (alone && t->n) {
                    i = at;
                    break;
                }
                if (!t->n) t->begin = at, t->capital = plx_cp_is_upper(cp), t->digit = false;
                char utf8[4];
                put(t, utf8, plx_utf8_encode(plx_cp_lower(cp), utf8));
                if (alone) break;
            } else if (t->n) {
                i = at;
                break;
            }
        }
    }
    size_t end = i;
    while (t->n && (t->p[t->n - 1] == '\'' || t->p[t->n - 1] == '-')) t->n--, end--;
    t->end = end;
    *pos = i;
    return t->n > 0;
}

/* By key. Keys are hashes, so one pass by their first byte leaves next to nothing to be done. */
static void sort_features(plx_feature *p, size_t n) {
    plx_feature copy[PLX_GATHER_MAX_FEATURES];
    uint16_t at[257] = {0};
    for (size_t i = 0; i < n; i++) at[(p[i].key >> 24) + 1]++;
    for (size_t b = 1; b < 257; b++) at[b] = (uint16_t)(at[b] + at[b - 1]);
    memcpy(copy, p, n * sizeof copy[0]);
    for (size_t i = 0; i < n; i++) p[at[copy[i].key >> 24]++] = copy[i];
    for (size_t i = 1; i < n; i++) {
        plx_feature f = p[i];
        size_t k = i;
        for (; k > 0 && p[k - 1].key > f.key; k--) p[k] = p[k - 1];
        p[k] = f;
    }
}

static void scan_text(scan *s, plx_str text, const plx_span *skip, size_t n_skip,
                      size_t max_words) {
    token t;
    size_t pos = 0, k = 0;
    s->month = 0;
    s->number = -1;
    for (size_t words = 0; words < max_words && next_token(text, &pos, &t);) {
        while (k < n_skip && skip[k].end <= t.begin) k++;
        if (k < n_skip && skip[k].begin < t.end) {
            pos = PLX_MAX(pos, (size_t)PLX_MIN(skip[k].end, text.n));
            continue;
        }
        take(s, &t, text);
        words++;
    }
}

void plx_gather_features(plx_str title, plx_str text, const plx_span *skip, size_t n_skip,
                         int32_t day, plx_features *out) {
    scan s;
    memset(&s, 0, sizeof s);
    s.out = out;
    out->n = 0;
    out->day = day;
    s.in_title = true;
    scan_text(&s, title, NULL, 0, 40);
    s.in_title = false;
    scan_text(&s, text, skip, n_skip, PLX_GATHER_MAX_WORDS);
    sort_features(out->p, out->n);
}
