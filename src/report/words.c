/* What several report formats need: names of sources, text on one line. */
#include "base/utf8.h"
#include "report/report.h"

/* Controls, and the marks that turn the direction of text around: shown, they would do something.
 */
static bool is_active(uint32_t cp) {
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF;
}

plx_str plx_report__one_line(plx_str text, plx_arena *arena) {
    plx_buf out;
    plx_buf_init(&out, arena, SIZE_MAX);
    bool blank = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp = plx_utf8_next(text, &i);
        if (plx_cp_is_space(cp)) {
            blank = out.n > 0;
        } else if (!is_active(cp)) {
            if (blank) {
                plx_buf_putc(&out, ' ');
                blank = false;
            }
            plx_buf_put_cp(&out, cp);
        }
    }
    return plx_buf_str(&out);
}

static bool digits_at(plx_str s, size_t at, size_t n, unsigned *out) {
    if (at + n > s.n) {
        return false;
    }
    *out = 0;
    for (size_t i = at; i < at + n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') {
            return false;
        }
        *out = *out * 10 + (unsigned)(s.p[i] - '0');
    }
    return true;
}

/* "TMO", "T06:52", "T06:52:10" of a day: ", morning", ", 06:52"; false for anything else. */
static bool put_time_of_day(plx_str t, plx_buf *out) {
    static const struct {
        plx_str code, name;
    } parts[] = {
        {PLX_S_INIT("TAF"), PLX_S_INIT("afternoon")}, {PLX_S_INIT("TDT"), PLX_S_INIT("daytime")},
        {PLX_S_INIT("TEV"), PLX_S_INIT("evening")},   {PLX_S_INIT("TMI"), PLX_S_INIT("midday")},
        {PLX_S_INIT("TMO"), PLX_S_INIT("morning")},   {PLX_S_INIT("TNI"), PLX_S_INIT("night")}};
    for (size_t i = 0; i < PLX_COUNT(parts); i++) {
        if (plx_str_eq(t, parts[i].code)) {
            plx_buf_printf(out, ", %.*s", PLX_FMT(parts[i].name));
            return true;
        }
    }
    unsigned hour, minute;
    if (t.n >= 6 && t.p[0] == 'T' && t.p[3] == ':' && digits_at(t, 1, 2, &hour) &&
        digits_at(t, 4, 2, &minute)) {
        plx_buf_printf(out, ", %02u:%02u", hour, minute);
        return true;
    }
    return t.n == 0;
}

plx_str plx_report__time(plx_str value, plx_arena *arena) {
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    unsigned year, month, day;
    if (!digits_at(value, 0, 4, &year) || value.n < 7 || value.p[4] != '-' ||
        !digits_at(value, 5, 2, &month) || month < 1 || month > 12) {
        return value;
    }
    plx_buf out;
    plx_buf_init(&out, arena, 80);
    if (value.n == 7) {
        plx_buf_printf(&out, "%s %u", months[month - 1], year);
        return plx_buf_str(&out);
    }
    if (value.p[7] != '-' || !digits_at(value, 8, 2, &day) || day < 1 || day > 31) {
        return value;
    }
    plx_buf_printf(&out, "%u %s %u", day, months[month - 1], year);
    return put_time_of_day(plx_str_slice(value, 10, value.n), &out) ? plx_buf_str(&out) : value;
}

static plx_str site_of(plx_str url) {
    size_t begin = plx_str_find(url, PLX_S("://"), 0);
    if (begin == SIZE_MAX) {
        return (plx_str){NULL, 0};
    }
    plx_str host = plx_str_slice(url, begin + 3, url.n);
    host = plx_str_slice(host, 0, plx_str_find_char(host, '/', 0));
    return plx_str_starts(host, PLX_S("www.")) ? plx_str_slice(host, 4, host.n) : host;
}

plx_str plx_report__source(const plx_story *s, uint32_t account, plx_arena *arena) {
    const plx_account *a = s->accounts[account];
    plx_str name = a->source;
    if (!name.n) {
        name = site_of(a->url);
    }
    if (!name.n) {
        size_t slash = SIZE_MAX;
        for (size_t at = 0; (at = plx_str_find_char(a->path, '/', at)) != SIZE_MAX; at++) {
            slash = at;
        }
        name = plx_str_slice(a->path, slash == SIZE_MAX ? 0 : slash + 1, a->path.n);
    }
    return plx_report__one_line(name, arena);
}
