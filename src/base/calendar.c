#include "base/calendar.h"

static int32_t floor_div(int32_t a, int32_t b) { return a / b - (a % b != 0 && (a % b < 0)); }

int32_t plx_days_from_civil(int32_t year, int32_t month, int32_t day) {
    int32_t y = year - (month <= 2);
    int32_t era = floor_div(y, 400);
    int32_t of_era = y - era * 400;
    int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int32_t day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + day_of_era - 719468;
}

plx_civil plx_civil_from_days(int32_t days) {
    int32_t z = days + 719468;
    int32_t era = floor_div(z, 146097);
    int32_t doe = z - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int32_t mp = (5 * doy + 2) / 153;
    plx_civil c;
    c.day = doy - (153 * mp + 2) / 5 + 1;
    c.month = mp < 10 ? mp + 3 : mp - 9;
    c.year = yoe + era * 400 + (c.month <= 2);
    return c;
}

int32_t plx_days_in_month(int32_t year, int32_t month) {
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

bool plx_civil_is_valid(int32_t year, int32_t month, int32_t day) {
    return year >= -30000 && year <= 30000 && day >= 1 && day <= plx_days_in_month(year, month);
}

int32_t plx_weekday_of(int32_t days) {
    int32_t w = (days + 3) % 7; /* 1970-01-01 was a Thursday */
    return (w < 0 ? w + 7 : w) + 1;
}

void plx_iso_week_of(int32_t days, int32_t *week_year, int32_t *week) {
    int32_t thursday = days - plx_weekday_of(days) + 4;
    int32_t year = plx_civil_from_days(thursday).year;
    *week_year = year;
    *week = (thursday - plx_days_from_civil(year, 1, 1)) / 7 + 1;
}

int32_t plx_days_from_iso_week(int32_t week_year, int32_t week, int32_t weekday) {
    int32_t fourth = plx_days_from_civil(week_year, 1, 4); /* always in week 1 */
    return fourth - plx_weekday_of(fourth) + 7 * (week - 1) + weekday;
}

int32_t plx_easter_of(int32_t year) {
    int32_t a = year % 19, b = year / 100, c = year % 100;
    int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int32_t m = (a + 11 * h + 22 * l) / 451;
    int32_t n = h + l - 7 * m + 114;
    return plx_days_from_civil(year, n / 31, n % 31 + 1);
}

plx_civil plx_civil_add_months(plx_civil c, int32_t months) {
    int32_t at = c.year * 12 + c.month - 1 + months;
    c.year = floor_div(at, 12);
    c.month = at - c.year * 12 + 1;
    c.day = PLX_MIN(c.day, plx_days_in_month(c.year, c.month));
    return c;
}

/* n digits at *at, or false. */
static bool digits(plx_str s, size_t *at, size_t n, int32_t *out) {
    if (s.n < *at + n) return false;
    int32_t v = 0;
    for (size_t i = *at; i < *at + n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') return false;
        v = v * 10 + (s.p[i] - '0');
    }
    *at += n;
    *out = v;
    return true;
}

static bool is_digit_at(plx_str s, size_t i) { return i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; }

bool plx_date_parse(plx_str iso, plx_civil *out, int32_t *hour) {
    iso = plx_str_trim(iso);
    plx_civil c = {0, 1, 1};
    size_t at = 0;
    int32_t h = -1;
    if (!digits(iso, &at, 4, &c.year)) return false;
    bool dashed = at < iso.n && iso.p[at] == '-';
    if (dashed) at++;
    if (digits(iso, &at, 2, &c.month)) {
        if (dashed && at < iso.n && iso.p[at] == '-') at++;
        if (digits(iso, &at, 2, &c.day) && at < iso.n && (iso.p[at] == 'T' || iso.p[at] == ' ')) {
            at++;
            if (!digits(iso, &at, 2, &h) || h > 24) h = -1;
        }
    }
    if (is_digit_at(iso, at) || !plx_civil_is_valid(c.year, c.month, c.day)) return false;
    *out = c;
    if (hour) *hour = h;
    return true;
}

static bool months_of(int32_t year, int32_t month, int32_t n, int32_t *first, int32_t *last) {
    *first = plx_days_from_civil(year, month, 1);
    plx_civil after = plx_civil_add_months((plx_civil){year, month, 1}, n);
    *last = plx_days_from_civil(after.year, after.month, 1) - 1;
    return true;
}

static bool years_of(int32_t year, int32_t n, int32_t *first, int32_t *last) {
    return months_of(year, 1, 12 * n, first, last);
}

/* What follows "YYYY-": a letter and more. */
static bool named_part(plx_str rest, int32_t year, int32_t *first, int32_t *last) {
    size_t at = 1;
    int32_t n = 0;
    if (plx_str_starts(rest, PLX_S("WI"))) return months_of(year, 12, 3, first, last);
    if (plx_str_starts(rest, PLX_S("SP"))) return months_of(year, 3, 3, first, last);
    if (plx_str_starts(rest, PLX_S("SU"))) return months_of(year, 6, 3, first, last);
    if (plx_str_starts(rest, PLX_S("FA"))) return months_of(year, 9, 3, first, last);
    if (rest.p[0] == 'Q' && digits(rest, &at, 1, &n) && n >= 1 && n <= 4) {
        return months_of(year, 3 * n - 2, 3, first, last);
    }
    if (rest.p[0] == 'H' && digits(rest, &at, 1, &n) && n >= 1 && n <= 2) {
        return months_of(year, 6 * n - 5, 6, first, last);
    }
    if (rest.p[0] == 'W' && digits(rest, &at, 2, &n) && n >= 1 && n <= 53) {
        *first = plx_days_from_iso_week(year, n, 1);
        *last = *first + 6;
        plx_str day = plx_str_slice(rest, at, rest.n);
        if (plx_str_starts(day, PLX_S("-WE"))) {
            *first += 5;
        } else if (day.n >= 2 && day.p[0] == '-' && day.p[1] >= '1' && day.p[1] <= '7') {
            *first += day.p[1] - '1';
            *last = *first;
        } else if (day.n != 0) {
            return false;
        }
        return true;
    }
    return false;
}

bool plx_timex_days(plx_str value, int32_t *first_day, int32_t *last_day) {
    int32_t year = 0, month = 0, day = 0, first = 0, last = 0;
    size_t at = 0, n = 0;
    bool ok = false;
    while (n < value.n && is_digit_at(value, n)) n++;
    if (n == 2 && (value.n == 2 || plx_str_eq(value, plx_str_n(value.p, 2)))) {
        ok = digits(value, &at, 2, &year) && years_of(year * 100, 100, &first, &last);
    } else if (n == 3 && (value.n == 3 || (value.n == 4 && value.p[3] == 'X'))) {
        ok = digits(value, &at, 3, &year) && years_of(year * 10, 10, &first, &last);
    } else if (n == 4 && digits(value, &at, 4, &year)) {
        plx_str rest = plx_str_slice(value, 5, value.n);
        if (value.n == 4) {
            ok = years_of(year, 1, &first, &last);
        } else if (value.p[4] != '-' || rest.n == 0) {
            ok = false;
        } else if (!is_digit_at(rest, 0)) {
            ok = named_part(rest, year, &first, &last);
        } else {
            at = 0;
            ok = digits(rest, &at, 2, &month) && month >= 1 && month <= 12;
            if (ok && at == rest.n) {
                ok = months_of(year, month, 1, &first, &last);
            } else if (ok) {
                ok = rest.p[at++] == '-' && digits(rest, &at, 2, &day) &&
                     plx_civil_is_valid(year, month, day) && (at == rest.n || rest.p[at] == 'T');
                if (ok) first = last = plx_days_from_civil(year, month, day);
            }
        }
    }
    if (!ok) return false;
    *first_day = first;
    *last_day = last;
    return true;
}

plx_str plx_date_format(plx_arena *a, int32_t days) {
    plx_civil c = plx_civil_from_days(days);
    return plx_str_format(a, "%04d-%02d-%02d", (int)c.year, (int)c.month, (int)c.day);
}

bool plx_duration_days(plx_str value, double *days) {
    if (value.n < 3 || value.p[0] != 'P') return false;
    double sum = 0;
    bool in_time = false;
    for (size_t i = 1; i < value.n;) {
        if (value.p[i] == 'T' && !in_time) {
            in_time = true;
            i++;
            continue;
        }
        size_t b = i;
        while (i < value.n && (is_digit_at(value, i) || value.p[i] == '.')) i++;
        double v;
        if (i == b || i == value.n || !plx_str_to_f64(plx_str_slice(value, b, i), &v)) return false;
        plx_str unit =
            plx_str_slice(value, i, i + (value.n - i >= 2 && value.p[i + 1] == 'E' ? 2 : 1));
        i += unit.n;
        double factor = 0;
        switch (unit.p[0]) {
        case 'Y': factor = 365.2425; break;
        case 'M': factor = in_time ? 1.0 / 1440 : 30.436875; break;
        case 'W': factor = 7; break;
        case 'D': factor = unit.n == 2 ? 3652.425 : 1; break;
        case 'C': factor = 36524.25; break;
        case 'Q': factor = 91.310625; break;
        case 'H': factor = 1.0 / 24; break;
        case 'S': factor = 1.0 / 86400; break;
        default: return false;
        }
        sum += v * factor;
    }
    *days = sum;
    return true;
}
