/* Dates as pages and crumbs write them, to ISO 8601. */
#include "read/internal.h"

typedef struct moment {
    int year, month, day;     /* 0 = unknown */
    int hour, minute, second; /* -1 = unknown */
    int zone;                 /* minutes east of UTC; INT32_MAX = unknown */
} moment;

enum { NO_ZONE = 100000 };

static const struct {
    const char *name;
    int month;
} month_names[] = {{"january", 1},      {"jan", 1},           {"januar", 1},     {"jänner", 1},
                   {"janvier", 1},      {"enero", 1},         {"gennaio", 1},    {"february", 2},
                   {"feb", 2},          {"februar", 2},       {"février", 2},    {"febrero", 2},
                   {"febbraio", 2},     {"march", 3},         {"mar", 3},        {"märz", 3},
                   {"mars", 3},         {"marzo", 3},         {"mär", 3},        {"april", 4},
                   {"apr", 4},          {"avril", 4},         {"abril", 4},      {"aprile", 4},
                   {"may", 5},          {"mai", 5},           {"mayo", 5},       {"maggio", 5},
                   {"june", 6},         {"jun", 6},           {"juni", 6},       {"juin", 6},
                   {"junio", 6},        {"giugno", 6},        {"july", 7},       {"jul", 7},
                   {"juli", 7},         {"juillet", 7},       {"julio", 7},      {"luglio", 7},
                   {"august", 8},       {"aug", 8},           {"août", 8},       {"agosto", 8},
                   {"september", 9},    {"sept", 9},          {"sep", 9},        {"septembre", 9},
                   {"septiembre", 9},   {"settembre", 9},     {"october", 10},   {"oct", 10},
                   {"oktober", 10},     {"okt", 10},          {"octobre", 10},   {"octubre", 10},
                   {"ottobre", 10},     {"november", 11},     {"nov", 11},       {"novembre", 11},
                   {"noviembre", 11},   {"december", 12},     {"dec", 12},       {"dezember", 12},
                   {"dez", 12},         {"décembre", 12},     {"diciembre", 12}, {"dicembre", 12},
                   {"stycznia", 1},     {"lutego", 2},        {"marca", 3},      {"kwietnia", 4},
                   {"maja", 5},         {"czerwca", 6},       {"lipca", 7},      {"sierpnia", 8},
                   {"września", 9},     {"października", 10}, {"listopada", 11}, {"grudnia", 12},
                   {"styczeń", 1},      {"luty", 2},          {"marzec", 3},     {"kwiecień", 4},
                   {"czerwiec", 6},     {"lipiec", 7},        {"sierpień", 8},   {"wrzesień", 9},
                   {"październik", 10}, {"listopad", 11},     {"grudzień", 12}};

static bool digit(char c) { return c >= '0' && c <= '9'; }

static bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* Digits at *at, at most `max`; -1 when there is none. */
static int number(plx_str s, size_t *at, int max, int *n_digits) {
    int v = 0, n = 0;
    while (*at < s.n && digit(s.p[*at]) && n < max) {
        v = v * 10 + (s.p[(*at)++] - '0');
        n++;
    }
    *n_digits = n;
    return n ? v : -1;
}

static int month_of(plx_str word) {
    for (size_t i = 0; i < PLX_COUNT(month_names); i++) {
        plx_str m = plx_str_of(month_names[i].name);
        if (plx_str_eq_nocase(word, m)) {
            return month_names[i].month;
        }
    }
    return 0;
}

static bool day_exists(int y, int m, int d) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    return y >= 1900 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 &&
           d <= days[m - 1] + (m == 2 && leap);
}

static plx_str word_at(plx_str s, size_t at) {
    size_t end = at;
    while (end < s.n && letter(s.p[end])) {
        end++;
    }
    return plx_str_slice(s, at, end);
}

/* 2025-04-17, 2025/4/17, 2025.04.17, 20250417 at `at`. */
static bool year_first(plx_str s, size_t *at, moment *t) {
    size_t i = *at;
    int n, y = number(s, &i, 8, &n);
    if (n == 8 && day_exists(y / 10000, y / 100 % 100, y % 100)) {
        *t = (moment){y / 10000, y / 100 % 100, y % 100, -1, -1, -1, NO_ZONE};
        *at = i;
        return true;
    }
    if (n != 4 || i >= s.n || !strchr("-/.", s.p[i])) {
        return false;
    }
    char sep = s.p[i++];
    int m = number(s, &i, 2, &n);
    if (m < 1 || i >= s.n || s.p[i] != sep) {
        return false;
    }
    i++;
    int d = number(s, &i, 2, &n);
    if (!day_exists(y, m, d)) {
        return false;
    }
    *t = (moment){y, m, d, -1, -1, -1, NO_ZONE};
    *at = i;
    return true;
}

/* 17.04.2025, 4/17/2025, 17/4/25: with dots the day stands first, with slashes what can be a month
 * decides, else the month (American) first. */
static bool year_last(plx_str s, size_t *at, moment *t) {
    size_t i = *at;
    int n, a = number(s, &i, 2, &n);
    if (a < 1 || i >= s.n || !strchr("-/.", s.p[i])) {
        return false;
    }
    char sep = s.p[i++];
    i += i < s.n && s.p[i] == ' ' && sep == '.';
    int b = number(s, &i, 2, &n);
    if (b < 1 || i >= s.n || s.p[i] != sep) {
        return false;
    }
    i++;
    i += i < s.n && s.p[i] == ' ' && sep == '.';
    int y = number(s, &i, 4, &n);
    if (n != 2 && n != 4) {
        return false;
    }
    y += n == 2 ? (y < 70 ? 2000 : 1900) : 0;
    bool month_first = sep == '/' && b > 12;
    month_first |= sep == '/' && a <= 12 && b <= 12;
    int m = month_first ? a : b, d = month_first ? b : a;
    if (!day_exists(y, m, d)) {
        return false;
    }
    *t = (moment){y, m, d, -1, -1, -1, NO_ZONE};
    *at = i;
    return true;
}

static size_t skip_glue(plx_str s, size_t i) {
    while (i < s.n) {
        if (strchr(" .,\t\n-", s.p[i])) {
            i++;
        } else if (plx_str_starts_nocase(plx_str_slice(s, i, s.n), PLX_S("de ")) ||
                   plx_str_starts_nocase(plx_str_slice(s, i, s.n), PLX_S("of "))) {
            i += 3;
        } else if (plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("\xC2\xA0"))) {
            i += 2;
        } else {
            break;
        }
    }
    return i;
}

/* "April 17, 2025", "17. April 2025", "17 de abril de 2025", "April 17th 2025" with the month's
 * word at w. */
static bool with_month_word(plx_str s, size_t w, size_t len, int month, size_t *at, moment *t) {
    int n, day = -1, year = -1;
    size_t i = skip_glue(s, w + len), j = i;
    int v = number(s, &i, 4, &n);
    if (v > 0 && n <= 2) {
        day = v;
        if (i + 2 <= s.n && (plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("st")) ||
                             plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("nd")) ||
                             plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("rd")) ||
                             plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("th")))) {
            i += 2;
        }
        j = skip_glue(s, i);
        size_t k = j;
        int y = number(s, &k, 4, &n);
        if (n == 4) {
            year = y;
            j = k;
        }
    } else if (n == 4) {
        year = v;
        j = i;
    }
    size_t b = w; /* a day before the month */
    while (b > 0 && (strchr(" .-\t\n", s.p[b - 1]) || (unsigned char)s.p[b - 1] == 0xA0 ||
                     (unsigned char)s.p[b - 1] == 0xC2)) {
        b--;
    }
    if (b >= 3 && plx_str_eq_nocase(plx_str_slice(s, b - 2, b), PLX_S("de"))) {
        b -= 3;
    }
    if (b >= 2 && letter(s.p[b - 1]) && letter(s.p[b - 2]) && b >= 3 && digit(s.p[b - 3])) {
        b -= 2; /* 17th */
    }
    size_t e = b;
    while (b > 0 && digit(s.p[b - 1]) && e - b < 3) {
        b--;
    }
    if (e > b && e - b <= 2 && (year >= 0 && day < 0)) {
        size_t k = b;
        day = number(s, &k, 2, &n);
    }
    if (!day_exists(year, month, day)) {
        return false;
    }
    *t = (moment){year, month, day, -1, -1, -1, NO_ZONE};
    *at = j;
    return true;
}

static void zone_of(plx_str s, size_t *at, moment *t) {
    size_t i = *at;
    while (i < s.n && s.p[i] == ' ') {
        i++;
    }
    if (i >= s.n) {
        return;
    }
    if (s.p[i] == 'Z' || plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("GMT")) ||
        plx_str_starts(plx_str_slice(s, i, s.n), PLX_S("UTC"))) {
        t->zone = 0;
        *at = i + (s.p[i] == 'Z' ? 1 : 3);
        return;
    }
    if (s.p[i] == '+' || s.p[i] == '-') {
        int n, sign = s.p[i++] == '-' ? -1 : 1, h = number(s, &i, 2, &n);
        if (n != 2) {
            return;
        }
        i += i < s.n && s.p[i] == ':';
        int m = number(s, &i, 2, &n);
        if (h <= 14) {
            t->zone = sign * (h * 60 + (m > 0 && m < 60 ? m : 0));
            *at = i;
        }
    }
}

/* A time of day close behind the date. */
static void time_of(plx_str s, size_t at, moment *t) {
    size_t i = at, limit = PLX_MIN(s.n, at + 16);
    while (i < limit && !digit(s.p[i])) {
        if (s.p[i] == '\n' || s.p[i] == '(') {
            return;
        }
        i++;
    }
    int n, h = i < limit ? number(s, &i, 2, &n) : -1;
    if (h < 0 || h > 23 || i >= s.n || (s.p[i] != ':' && s.p[i] != '.' && s.p[i] != 'h')) {
        return;
    }
    i++;
    int m = number(s, &i, 2, &n), sec = -1;
    if (n != 2 || m > 59) {
        return;
    }
    if (i + 2 < s.n && s.p[i] == ':') {
        size_t k = i + 1;
        sec = number(s, &k, 2, &n);
        i = n == 2 && sec <= 60 ? k : i;
        if (i < s.n && s.p[i] == '.') {
            for (i++; i < s.n && digit(s.p[i]);) {
                i++;
            }
        }
    }
    size_t k = i;
    while (k < s.n && s.p[k] == ' ') {
        k++;
    }
    if (k < s.n && (s.p[k] == 'p' || s.p[k] == 'P' || s.p[k] == 'a' || s.p[k] == 'A') &&
        k + 1 < s.n && (s.p[k + 1] == 'm' || s.p[k + 1] == 'M' || s.p[k + 1] == '.')) {
        bool pm = s.p[k] == 'p' || s.p[k] == 'P';
        h = h == 12 ? (pm ? 12 : 0) : h + (pm && h < 12 ? 12 : 0);
        i = k + (s.p[k + 1] == '.' ? 4 : 2);
    }
    t->hour = h;
    t->minute = m;
    t->second = sec;
    zone_of(s, &i, t);
}

static plx_str iso(const moment *t, plx_arena *arena) {
    if (t->hour < 0) {
        return plx_str_format(arena, "%04d-%02d-%02d", t->year, t->month, t->day);
    }
    char zone[8] = "";
    if (t->zone == 0) {
        zone[0] = 'Z';
    } else if (t->zone != NO_ZONE) {
        int z = t->zone < 0 ? -t->zone : t->zone;
        (void)snprintf(zone, sizeof zone, "%c%02d:%02d", t->zone < 0 ? '-' : '+', (z / 60) % 100,
                       z % 60);
    }
    return plx_str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02d%s", t->year, t->month, t->day,
                          t->hour, t->minute, t->second < 0 ? 0 : t->second, zone);
}

plx_str plx_read__date(plx_str text, plx_arena *arena) {
    plx_str s = plx_str_slice(text, 0, 400);
    moment t;
    for (size_t i = 0; i < s.n; i++) {
        bool start = i == 0 || (!digit(s.p[i - 1]) && !letter(s.p[i - 1]));
        if (!start) {
            continue;
        }
        size_t at = i;
        bool found = false;
        if (digit(s.p[i])) {
            found = year_first(s, &at, &t) || year_last(s, &at, &t);
        } else if (letter(s.p[i])) {
            plx_str w = word_at(s, i);
            int month = month_of(w);
            found = month && with_month_word(s, i, w.n, month, &at, &t);
        }
        if (found) {
            at += at < s.n && s.p[at] == 'T';
            time_of(s, at, &t);
            return iso(&t, arena);
        }
    }
    return (plx_str){0};
}

plx_str plx_read__url_date(plx_str url, plx_arena *arena) {
    size_t at = plx_str_find(url, PLX_S("://"), 0);
    plx_str s = plx_str_slice(url, at == SIZE_MAX ? 0 : at + 3, PLX_MIN(url.n, (size_t)1000));
    for (size_t i = 1; i + 8 <= s.n; i++) {
        moment t;
        size_t k = i;
        if (digit(s.p[i]) && !digit(s.p[i - 1]) && year_first(s, &k, &t) && t.year >= 1990 &&
            (k >= s.n || !digit(s.p[k]))) {
            return iso(&t, arena);
        }
    }
    return (plx_str){0};
}
