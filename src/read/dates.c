/* Dates as pages and crumbs write them, to ISO 8601. */
#include "read/internal.h"

typedef struct moment {
    int year, month, day;     /* 0 = unknown */
    int hour, minute, second; /* -1 = unknown */
    int zone;                 /* minutes east of UTC; INT32_MAX = unknown */
} moment;

enum { NO_ZONE = 100000 };

/* clang-format off */
static const struct {
    const char *name;
    int month;
} month_names[] = {
    /* English, German, French, Spanish, Italian */
    {"january", 1}, {"jan", 1}, {"januar", 1}, {"jänner", 1}, {"janvier", 1}, {"janv", 1},
    {"enero", 1}, {"ene", 1}, {"gennaio", 1}, {"gen", 1}, {"february", 2}, {"feb", 2},
    {"februar", 2}, {"février", 2}, {"févr", 2}, {"febrero", 2}, {"febbraio", 2}, {"march", 3},
    {"mar", 3}, {"märz", 3}, {"mars", 3}, {"marzo", 3}, {"mär", 3}, {"mrz", 3}, {"april", 4},
    {"apr", 4}, {"avril", 4}, {"avr", 4}, {"abril", 4}, {"abr", 4}, {"aprile", 4}, {"may", 5},
    {"mai", 5}, {"mayo", 5}, {"maggio", 5}, {"mag", 5}, {"june", 6}, {"jun", 6}, {"juni", 6},
    {"juin", 6}, {"junio", 6}, {"giugno", 6}, {"giu", 6}, {"july", 7}, {"jul", 7}, {"juli", 7},
    {"juillet", 7}, {"juil", 7}, {"julio", 7}, {"luglio", 7}, {"lug", 7}, {"august", 8},
    {"aug", 8}, {"août", 8}, {"agosto", 8}, {"ago", 8}, {"september", 9}, {"sept", 9},
    {"sep", 9}, {"septembre", 9}, {"septiembre", 9}, {"setiembre", 9}, {"settembre", 9},
    {"set", 9}, {"october", 10}, {"oct", 10}, {"oktober", 10}, {"okt", 10}, {"octobre", 10},
    {"octubre", 10}, {"ottobre", 10}, {"ott", 10}, {"november", 11}, {"nov", 11},
    {"novembre", 11}, {"noviembre", 11}, {"december", 12}, {"dec", 12}, {"dezember", 12},
    {"dez", 12}, {"décembre", 12}, {"déc", 12}, {"diciembre", 12}, {"dic", 12}, {"dicembre", 12},
    /* Portuguese */
    {"janeiro", 1}, {"fevereiro", 2}, {"fev", 2}, {"março", 3}, {"maio", 5}, {"junho", 6},
    {"julho", 7}, {"setembro", 9}, {"outubro", 10}, {"out", 10}, {"novembro", 11},
    {"dezembro", 12},
    /* Dutch, Danish, Norwegian, Swedish, Finnish */
    {"januari", 1}, {"februari", 2}, {"maart", 3}, {"mrt", 3}, {"mei", 5}, {"augustus", 8},
    {"marts", 3}, {"maj", 5}, {"augusti", 8}, {"desember", 12}, {"des", 12}, {"tammikuuta", 1},
    {"helmikuuta", 2}, {"maaliskuuta", 3}, {"huhtikuuta", 4}, {"toukokuuta", 5},
    {"kesäkuuta", 6}, {"heinäkuuta", 7}, {"elokuuta", 8}, {"syyskuuta", 9}, {"lokakuuta", 10},
    {"marraskuuta", 11}, {"joulukuuta", 12},
    /* Polish, Czech */
    {"stycznia", 1}, {"lutego", 2}, {"marca", 3}, {"kwietnia", 4}, {"maja", 5}, {"czerwca", 6},
    {"lipca", 7}, {"sierpnia", 8}, {"września", 9}, {"października", 10}, {"listopada", 11},
    {"grudnia", 12}, {"styczeń", 1}, {"luty", 2}, {"marzec", 3}, {"kwiecień", 4},
    {"czerwiec", 6}, {"lipiec", 7}, {"sierpień", 8}, {"wrzesień", 9}, {"październik", 10},
    {"listopad", 11}, {"grudzień", 12}, {"ledna", 1}, {"února", 2}, {"března", 3},
    {"dubna", 4}, {"května", 5}, {"června", 6}, {"července", 7}, {"srpna", 8}, {"září", 9},
    {"října", 10}, {"listopadu", 11}, {"prosince", 12},
    /* Romanian, Hungarian, Turkish, Indonesian */
    {"ianuarie", 1}, {"februarie", 2}, {"martie", 3}, {"aprilie", 4}, {"iunie", 6},
    {"iulie", 7}, {"septembrie", 9}, {"octombrie", 10}, {"noiembrie", 11}, {"decembrie", 12},
    {"január", 1}, {"február", 2}, {"március", 3}, {"április", 4}, {"május", 5}, {"június", 6},
    {"július", 7}, {"augusztus", 8}, {"szeptember", 9}, {"október", 10}, {"ocak", 1},
    {"şubat", 2}, {"mart", 3}, {"nisan", 4}, {"mayıs", 5}, {"haziran", 6}, {"temmuz", 7},
    {"ağustos", 8}, {"eylül", 9}, {"ekim", 10}, {"kasım", 11}, {"aralık", 12}, {"maret", 3},
    {"agustus", 8},
    /* Russian, Ukrainian, Bulgarian, Greek, Arabic, Hebrew */
    {"января", 1}, {"февраля", 2}, {"марта", 3}, {"апреля", 4}, {"мая", 5}, {"июня", 6},
    {"июля", 7}, {"августа", 8}, {"сентября", 9}, {"октября", 10}, {"ноября", 11},
    {"декабря", 12}, {"січня", 1}, {"лютого", 2}, {"березня", 3}, {"квітня", 4},
    {"травня", 5}, {"червня", 6}, {"липня", 7}, {"серпня", 8}, {"вересня", 9},
    {"жовтня", 10}, {"листопада", 11}, {"грудня", 12}, {"януари", 1}, {"февруари", 2},
    {"март", 3}, {"април", 4}, {"май", 5}, {"юни", 6}, {"юли", 7}, {"август", 8},
    {"септември", 9}, {"октомври", 10}, {"ноември", 11}, {"декември", 12},
    {"Ιανουαρίου", 1}, {"Φεβρουαρίου", 2}, {"Μαρτίου", 3}, {"Απριλίου", 4}, {"Μαΐου", 5},
    {"Ιουνίου", 6}, {"Ιουλίου", 7}, {"Αυγούστου", 8}, {"Σεπτεμβρίου", 9}, {"Οκτωβρίου", 10},
    {"Νοεμβρίου", 11}, {"Δεκεμβρίου", 12}, {"يناير", 1}, {"فبراير", 2}, {"مارس", 3},
    {"أبريل", 4}, {"إبريل", 4}, {"مايو", 5}, {"يونيو", 6}, {"يوليو", 7}, {"أغسطس", 8},
    {"سبتمبر", 9}, {"أكتوبر", 10}, {"نوفمبر", 11}, {"ديسمبر", 12}, {"בינואר", 1},
    {"בפברואר", 2}, {"במרץ", 3}, {"באפריל", 4}, {"במאי", 5}, {"ביוני", 6}, {"ביולי", 7},
    {"באוגוסט", 8}, {"בספטמבר", 9}, {"באוקטובר", 10}, {"בנובמבר", 11}, {"בדצמבר", 12}};
/* clang-format on */

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

/* 2025年4月17日, 2025년 4월 17일 with the year's sign at i. */
static bool year_signs(plx_str s, int y, size_t i, size_t *at, moment *t) {
    static const char *const signs[2][3] = {{"年", "月", "日"}, {"년", "월", "일"}};
    for (size_t k = 0; k < 2; k++) {
        size_t j = i;
        int v[2] = {0, 0}, n;
        bool ok = true;
        for (size_t part = 0; part < 3 && ok; part++) {
            ok = plx_str_starts(plx_str_slice(s, j, s.n), plx_str_of(signs[k][part]));
            j += 3;
            j += j < s.n && s.p[j] == ' ';
            if (ok && part < 2) {
                v[part] = number(s, &j, 2, &n);
            }
        }
        if (ok && day_exists(y, v[0], v[1])) {
            *t = (moment){y, v[0], v[1], -1, -1, -1, NO_ZONE};
            *at = PLX_MIN(j, s.n);
            return true;
        }
    }
    return false;
}

/* 2025-04-17, 2025/4/17, 2025/apr/17, 2025.04.17, 20250417 at `at`. */
static bool year_first(plx_str s, size_t *at, moment *t) {
    size_t i = *at;
    int n, y = number(s, &i, 8, &n);
    if (n == 8 && day_exists(y / 10000, y / 100 % 100, y % 100)) {
        *t = (moment){y / 10000, y / 100 % 100, y % 100, -1, -1, -1, NO_ZONE};
        *at = i;
        return true;
    }
    if (n == 4 && i < s.n && (unsigned char)s.p[i] >= 0xE0) {
        return year_signs(s, y, i, at, t);
    }
    if (n != 4 || i >= s.n || !strchr("-/.", s.p[i])) {
        return false;
    }
    char sep = s.p[i++];
    size_t w = i;
    while (w < s.n && letter(s.p[w]) && w < i + 12) {
        w++;
    }
    int m = w > i + 2 ? month_of(plx_str_slice(s, i, w)) : 0; /* 2025/apr/17 */
    if (m) {
        i = w;
    } else {
        m = number(s, &i, 2, &n);
    }
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

/* 17.04.2025, 4/17/2025, 17/4/25: with dots and hyphens the day stands first, with slashes what can
 * be a month decides, else `day_first`. */
static bool year_last(plx_str s, bool day_first, size_t *at, moment *t) {
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
    month_first |= sep == '/' && a <= 12 && b <= 12 && !day_first;
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
    return plx_read__date_in(text, false, arena);
}

plx_str plx_read__date_in(plx_str text, bool day_first, plx_arena *arena) {
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
            found = year_first(s, &at, &t) || year_last(s, day_first, &at, &t);
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

bool plx_read__day_first(plx_str language, plx_str url) {
    if (language.n < 2 || plx_str_starts_nocase(language, PLX_S("en"))) {
        static const char *const tails[] = {".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke",
                                            ".sg", ".my", ".pk", ".lk", ".mt", ".de", ".ch", ".at",
                                            ".fr", ".es", ".it", ".pl", ".nl", ".be", ".bo", ".eu"};
        size_t at = plx_str_find(url, PLX_S("://"), 0);
        plx_str host = at == SIZE_MAX ? (plx_str){0} : plx_str_slice(url, at + 3, url.n);
        host = plx_str_slice(host, 0, plx_str_find_char(host, '/', 0));
        for (size_t i = 0; i < PLX_COUNT(tails); i++) {
            if (plx_str_ends(host, plx_str_of(tails[i]))) {
                return true;
            }
        }
        return language.n > 4 && !plx_str_eq_nocase(plx_str_slice(language, 3, 5), PLX_S("US"));
    }
    return true;
}

plx_str plx_read__url_date(plx_str url, plx_arena *arena) {
    size_t at = plx_str_find(url, PLX_S("://web.archive.org/web/"), 0);
    url = at == SIZE_MAX ? url : plx_str_slice(url, at + 24 + 14, url.n); /* the day of the copy */
    at = plx_str_find(url, PLX_S("://"), 0);
    plx_str s = plx_str_slice(url, at == SIZE_MAX ? 0 : at + 3, PLX_MIN(url.n, (size_t)1000));
    for (size_t i = 1; i + 8 <= s.n; i++) {
        moment t;
        size_t k = i;
        if (!digit(s.p[i]) || digit(s.p[i - 1])) {
            continue;
        }
        bool found = year_first(s, &k, &t);
        if (!found && s.p[i - 1] == '/') { /* a part of the path that is a date: "/17-04-2025" */
            size_t end = i;
            while (end < s.n && (digit(s.p[end]) || s.p[end] == '-')) {
                end++;
            }
            found = end == i + 10 && (end == s.n || s.p[end] == '/') &&
                    year_last(plx_str_slice(s, 0, end), true, &k, &t);
        }
        if (found && t.year >= 1990 && (k >= s.n || !digit(s.p[k]))) {
            return iso(&t, arena);
        }
    }
    return (plx_str){0};
}
