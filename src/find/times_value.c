#include "find/times_value.h"

/* ---- formats ----------------------------------------------------------------------------------
 */

static const char *part_code(int part) {
    switch (part) {
    case PLX_POD_DAWN:
    case PLX_POD_MORNING: return "TMO";
    case PLX_POD_NOON: return "T12:00";
    case PLX_POD_AFTERNOON: return "TAF";
    case PLX_POD_EVENING: return "TEV";
    case PLX_POD_NIGHT:
    case PLX_POD_OVERNIGHT: return "TNI";
    case PLX_POD_MIDNIGHT: return "T24:00";
    default: return "";
    }
}

static const char *season_code(int season) {
    static const char *const codes[] = {"", "SP", "SU", "FA", "WI"};
    return codes[season >= 1 && season <= 4 ? season : 0];
}

static plx_str week_value(plx_arena *arena, int32_t day, bool weekend) {
    int32_t year, week;
    plx_iso_week_of(day, &year, &week);
    return plx_str_format(arena, "%04d-W%02d%s", (int)year, (int)week, weekend ? "-WE" : "");
}

static plx_str quarter_value(plx_arena *arena, int32_t year, int quarter) {
    return plx_str_format(arena, "%04d-Q%d", (int)year, quarter);
}

static plx_str unit_value(plx_arena *arena, plx_time_unit unit, int32_t day) {
    plx_civil c = plx_civil_from_days(day);
    switch (unit) {
    case PLX_UNIT_WEEK:
    case PLX_UNIT_FORTNIGHT: return week_value(arena, day, false);
    case PLX_UNIT_WEEKEND: return week_value(arena, day, true);
    case PLX_UNIT_MONTH: return plx_str_format(arena, "%04d-%02d", (int)c.year, (int)c.month);
    case PLX_UNIT_QUARTER: return quarter_value(arena, c.year, (c.month - 1) / 3 + 1);
    case PLX_UNIT_YEAR: return plx_str_format(arena, "%04d", (int)c.year);
    case PLX_UNIT_DECADE: return plx_str_format(arena, "%03d", (int)(c.year / 10));
    case PLX_UNIT_CENTURY: return plx_str_format(arena, "%02d", (int)(c.year / 100));
    default: return plx_date_format(arena, day);
    }
}

/* Moves a day by n units: whole months and years by the calendar. */
static int32_t move(int32_t day, plx_time_unit unit, double n) {
    n = PLX_MAX(-20000.0, PLX_MIN(n, 20000.0));
    int32_t whole = (int32_t)n;
    double months = 0;
    switch (unit) {
    case PLX_UNIT_SECOND:
    case PLX_UNIT_MINUTE:
    case PLX_UNIT_HOUR: return day;
    case PLX_UNIT_WEEK:
    case PLX_UNIT_WEEKEND: return day + (int32_t)(7 * n);
    case PLX_UNIT_FORTNIGHT: return day + (int32_t)(14 * n);
    case PLX_UNIT_MONTH: months = n; break;
    case PLX_UNIT_QUARTER: months = 3 * n; break;
    case PLX_UNIT_YEAR: months = 12 * n; break;
    case PLX_UNIT_DECADE: months = 120 * n; break;
    case PLX_UNIT_CENTURY: months = 1200 * n; break;
    case PLX_UNIT_MILLENNIUM: months = 12000 * n; break;
    default: return day + whole;
    }
    months = PLX_MAX(-24000.0, PLX_MIN(months, 24000.0));
    plx_civil c = plx_civil_add_months(plx_civil_from_days(day), (int32_t)months);
    return plx_days_from_civil(c.year, c.month, c.day);
}

/* ---- durations and sets -----------------------------------------------------------------------
 */

static char unit_letter(plx_time_unit unit) {
    static const char letters[] = {'X', 'S', 'M', 'H', 'D', 'N', 'E', 'W',
                                   'W', 'M', 'Q', 'Y', 'Y', 'Y', 'Y'};
    return letters[unit];
}

static bool is_clock_unit(plx_time_unit unit) {
    return unit == PLX_UNIT_SECOND || unit == PLX_UNIT_MINUTE || unit == PLX_UNIT_HOUR;
}

static double unit_factor(plx_time_unit unit) {
    return unit == PLX_UNIT_DECADE       ? 10
           : unit == PLX_UNIT_CENTURY    ? 100
           : unit == PLX_UNIT_MILLENNIUM ? 1000
           : unit == PLX_UNIT_FORTNIGHT  ? 2
                                         : 1;
}

/* "P2Y6M": the part below one in the next smaller unit. */
static plx_str duration_value(plx_arena *arena, const plx_time_read *t) {
    plx_time_unit unit = t->unit;
    const char *time = is_clock_unit(unit) ? "T" : "";
    if (t->vague) {
        if (unit == PLX_UNIT_NIGHT || unit == PLX_UNIT_WEEKEND) return PLX_S("PXD");
        return plx_str_format(arena, "P%sX%c", time, unit_letter(unit));
    }
    double n = t->n * unit_factor(unit);
    double rest = n - (double)(int64_t)PLX_MIN(n, 1e15);
    if (unit == PLX_UNIT_WEEKEND) return plx_str_format(arena, "P%.15gWE", n);
    if (unit == PLX_UNIT_NIGHT) return plx_str_format(arena, "P%.15gD", n);
    if (t->unit2) {
        return plx_str_format(arena, "P%s%.15g%c%s%.15g%c", time, n, unit_letter(unit),
                              !*time && is_clock_unit(t->unit2) ? "T" : "",
                              t->n2 * unit_factor(t->unit2), unit_letter(t->unit2));
    }
    if (rest == 0.5) {
        char small = unit == PLX_UNIT_HOUR ? 'M' : unit == PLX_UNIT_MINUTE ? 'S' : 'M';
        int half = unit == PLX_UNIT_YEAR ? 6 : 30;
        if (unit == PLX_UNIT_YEAR || unit == PLX_UNIT_HOUR || unit == PLX_UNIT_MINUTE) {
            if (n < 1) return plx_str_format(arena, "P%s%d%c", time, half, small);
            return plx_str_format(arena, "P%s%.15g%c%d%c", time, n - rest, unit_letter(unit), half,
                                  small);
        }
        if (unit == PLX_UNIT_DAY && n < 1) return PLX_S("PT12H");
        if (unit == PLX_UNIT_MONTH && n < 1) return PLX_S("P15D");
    }
    return plx_str_format(arena, "P%s%.15g%c", time, n, unit_letter(unit));
}

static plx_str set_value(plx_arena *arena, const plx_time_read *t) {
    if (t->weekday) {
        return plx_str_format(arena, "XXXX-WXX-%d%s", t->weekday, part_code(t->part));
    }
    if (t->month) return plx_str_format(arena, "XXXX-%02d", t->month);
    if (t->season) return plx_str_format(arena, "XXXX-%s", season_code(t->season));
    if (t->part) return plx_str_format(arena, "XXXX-XX-XX%s", part_code(t->part));
    if (t->unit == PLX_UNIT_NIGHT) return PLX_S("XXXX-XX-XXTNI");
    return duration_value(arena, t);
}

/* ---- which year, which week -------------------------------------------------------------------
 */

/* Among the same date in the years around `near`, the one that tense and distance speak for.
 * `past_cost`, `future_cost`: days that speak against a side. */
static int32_t nearest_year(const plx_time_context *c, const plx_time_read *t, plx_tense tense,
                            int32_t (*day_in)(const plx_time_read *, int32_t year), int32_t bias) {
    int32_t best = c->civil.year, best_cost = INT32_MAX;
    for (int32_t year = c->civil.year - 1; year <= c->civil.year + 1; year++) {
        int32_t away = day_in(t, year) - c->date;
        int32_t cost = away < 0 ? -away : away;
        if (away > 0 && tense == PLX_TENSE_PAST) cost += 2 * bias;
        if (away < 0 && tense == PLX_TENSE_FUTURE) cost += t->quarter ? 30 : bias;
        if (away > 0 && tense != PLX_TENSE_FUTURE && tense != PLX_TENSE_PAST) cost += 3 * bias / 2;
        /* A weekday told with the date must be its own. */
        if (t->weekday && t->form == PLX_TF_DATE && t->day &&
            plx_weekday_of(c->date + away) != t->weekday) {
            cost += 2000;
        }
        if (cost < best_cost) {
            best = year;
            best_cost = cost;
        }
    }
    return best;
}

static int32_t day_of_date(const plx_time_read *t, int32_t year) {
    int32_t day = t->day ? PLX_MIN(t->day, plx_days_in_month(year, t->month)) : 15;
    return plx_days_from_civil(year, t->month, day);
}

static int32_t day_of_holiday(const plx_time_read *t, int32_t year) {
    if (t->holiday == PLX_HOLIDAY_EASTER) return plx_easter_of(year) + (int32_t)t->n;
    if (t->holiday == PLX_HOLIDAY_FIXED) return plx_days_from_civil(year, t->month, (int32_t)t->n);
    if (t->n < 0) {
        int32_t last = plx_days_from_civil(year, t->month, plx_days_in_month(year, t->month));
        return last - (plx_weekday_of(last) - t->weekday + 7) % 7;
    }
    int32_t first = plx_days_from_civil(year, t->month, 1);
    if (t->holiday == PLX_HOLIDAY_ELECTION) return first + (8 - plx_weekday_of(first)) % 7 + 1;
    return first + (t->weekday - plx_weekday_of(first) + 7) % 7 + 7 * ((int32_t)t->n - 1);
}

static int32_t day_of_season(const plx_time_read *t, int32_t year) {
    return plx_days_from_civil(year, t->season == 4 ? 12 : 3 * t->season + 1, 15);
}

static int32_t day_of_quarter(const plx_time_read *t, int32_t year) {
    return plx_days_from_civil(year, t->quarter ? 3 * t->quarter - 1 : 6 * t->half - 3, 15);
}

/* The year of what comes once a year: told, shifted, or inferred. False without any date. */
static bool year_of(const plx_time_context *c, const plx_time_read *t, plx_tense tense,
                    int32_t (*day_in)(const plx_time_read *, int32_t), int32_t bias, int32_t *year,
                    bool *inferred) {
    *inferred = false;
    if (t->year) {
        *year = t->year;
        return true;
    }
    if (!c->has_date) return false;
    *inferred = true;
    if (t->year_shift != PLX_NO_YEAR_SHIFT) {
        *year = c->civil.year + t->year_shift;
        return true;
    }
    int32_t this_year = day_in(t, c->civil.year);
    bool same_month = t->form == PLX_TF_DATE && !t->day && t->month == c->civil.month;
    if (t->shift == PLX_SHIFT_LAST || t->shift == PLX_SHIFT_PREVIOUS) {
        *year = this_year < c->date && !same_month ? c->civil.year : c->civil.year - 1;
    } else if (t->shift == PLX_SHIFT_NEXT) {
        *year = this_year > c->date && !same_month ? c->civil.year : c->civil.year + 1;
    } else if (t->shift == PLX_SHIFT_THIS) {
        *year = c->civil.year;
    } else {
        *year = nearest_year(c, t, tense, day_in, bias);
    }
    return true;
}

static int32_t weekday_day(const plx_time_context *c, const plx_time_read *t, plx_tense tense) {
    int32_t base = c->date;
    bool of_focus = (t->shift == PLX_SHIFT_PREVIOUS || t->shift == PLX_SHIFT_FOLLOWING ||
                     t->shift == PLX_SHIFT_SAME) &&
                    c->has_focus;
    if (of_focus) base = c->focus_first;
    int32_t back = (plx_weekday_of(base) - t->weekday + 7) % 7; /* days since the last one */
    switch (t->shift) {
    case PLX_SHIFT_LAST:
    case PLX_SHIFT_PREVIOUS: return base - (back == 0 ? 7 : back);
    case PLX_SHIFT_NEXT:
    case PLX_SHIFT_FOLLOWING: return base + (back == 0 ? 7 : 7 - back);
    case PLX_SHIFT_THIS:
        return tense == PLX_TENSE_PAST || back == 0 ? base - back : base + 7 - back;
    default: break;
    }
    if (back == 0) return base;
    if (tense == PLX_TENSE_FUTURE) return base + 7 - back;
    /* Tomorrow's weekday: who means last week's says so, and reports are dated a day early. */
    if (back == 6) return base + 1;
    return base - back;
}

/* How many sentences a quarter's figures go on for. */
#define QUARTER_REACH 3

/* ---- periods ----------------------------------------------------------------------------------
 */

static bool period_base(const plx_time_context *c, const plx_time_read *t, int32_t *base,
                        int *step) {
    bool of_focus = t->shift == PLX_SHIFT_PREVIOUS || t->shift == PLX_SHIFT_FOLLOWING ||
                    t->shift == PLX_SHIFT_SAME;
    *step = t->shift == PLX_SHIFT_LAST || t->shift == PLX_SHIFT_PREVIOUS    ? -1
            : t->shift == PLX_SHIFT_NEXT || t->shift == PLX_SHIFT_FOLLOWING ? 1
                                                                            : 0;
    if (of_focus && c->has_focus) {
        *base = t->shift == PLX_SHIFT_FOLLOWING ? c->focus_last : c->focus_first;
        return true;
    }
    *base = c->date;
    return c->has_date;
}

static bool period_value(const plx_time_context *c, const plx_time_read *t, plx_tense tense,
                         plx_arena *arena, plx_timex *out) {
    int32_t base;
    int step;
    if (!period_base(c, t, &base, &step)) {
        out->value = t->shift == PLX_SHIFT_LAST   ? PLX_S("PAST_REF")
                     : t->shift == PLX_SHIFT_NEXT ? PLX_S("FUTURE_REF")
                                                  : PLX_S("PRESENT_REF");
        return t->shift != PLX_SHIFT_BARE && t->shift != PLX_SHIFT_SAME;
    }
    if (t->weekend) {
        bool in_weekend = plx_weekday_of(base) >= 6;
        if (t->shift == PLX_SHIFT_LAST)
            base -= in_weekend ? 7 : 7;
        else if (t->shift == PLX_SHIFT_NEXT)
            base += 7;
        else if (tense == PLX_TENSE_PAST && !in_weekend && t->shift == PLX_SHIFT_BARE)
            base -= 7;
        out->value = week_value(arena, base, true);
        return true;
    }
    if (t->shift == PLX_SHIFT_BARE) {
        if (t->unit == PLX_UNIT_WEEK) {
            out->value = week_value(arena, base, false);
            return true;
        }
        if (t->unit == PLX_UNIT_QUARTER) {
            base =
                c->quarter_first != INT32_MIN ? c->quarter_first : move(base, PLX_UNIT_MONTH, -3);
        }
    }
    out->value = unit_value(arena, t->unit, move(base, t->unit, step));
    return true;
}

static bool offset_value(const plx_time_context *c, const plx_time_read *t, plx_arena *arena,
                         plx_timex *out) {
    bool back = t->direction == PLX_DIR_AGO || t->direction == PLX_DIR_EARLIER;
    bool of_focus = t->direction == PLX_DIR_EARLIER || t->direction == PLX_DIR_LATER;
    if (t->vague || (!c->has_date && !(of_focus && c->has_focus))) {
        out->value = back ? PLX_S("PAST_REF") : PLX_S("FUTURE_REF");
        return true;
    }
    if (t->quarter && t->part == -1) {
        out->value = quarter_value(arena, c->civil.year - 1, t->quarter);
        return true;
    }
    if (t->part == -1) { /* "the year-ago period": the quarter spoken of, a year before */
        if (c->quarter_first != INT32_MIN) {
            out->value =
                unit_value(arena, PLX_UNIT_QUARTER, move(c->quarter_first, PLX_UNIT_YEAR, -1));
        } else {
            out->value = unit_value(arena, PLX_UNIT_YEAR, move(c->date, PLX_UNIT_YEAR, -1));
        }
        return true;
    }
    int32_t base = c->date;
    plx_time_unit unit = t->unit;
    /* "from $3 a share a year earlier", of a quarter's figures: that quarter a year before. */
    if (unit == PLX_UNIT_YEAR && t->n == 1 && back && c->quarter_first != INT32_MIN &&
        c->quarter_at <= QUARTER_REACH) {
        out->value = unit_value(arena, PLX_UNIT_QUARTER, move(c->quarter_first, PLX_UNIT_YEAR, -1));
        return true;
    }
    if (of_focus && c->has_focus) base = back ? c->focus_first : c->focus_last;
    double n = back ? -t->n : t->n;
    int32_t day = move(base, unit, n);
    double whole = (double)(int64_t)PLX_MIN(t->n, 1e15);
    if (unit == PLX_UNIT_YEAR && whole != t->n) unit = PLX_UNIT_MONTH;
    if (unit == PLX_UNIT_DECADE || unit == PLX_UNIT_CENTURY) unit = PLX_UNIT_YEAR;
    out->value = unit_value(arena, unit, day);
    return true;
}

/* ---- the forms --------------------------------------------------------------------------------
 */

static plx_str with_part(plx_arena *arena, int32_t day, const plx_time_read *t) {
    plx_str date = plx_date_format(arena, day);
    if (t->hour >= 0) {
        return plx_str_format(arena, "%.*sT%02d:%02d", PLX_FMT(date), t->hour, t->minute);
    }
    return plx_str_format(arena, "%.*s%s", PLX_FMT(date), part_code(t->part > 0 ? t->part : 0));
}

static bool date_value(const plx_time_context *c, const plx_time_read *t, plx_tense tense,
                       plx_arena *arena, plx_timex *out) {
    if (t->month == 0 && t->unit == PLX_UNIT_QUARTER && c->quarter_first != INT32_MIN) {
        plx_civil q = plx_civil_from_days(c->quarter_first); /* "the 1988 period" */
        out->value = quarter_value(arena, t->year, (q.month - 1) / 3 + 1);
        return true;
    }
    if (t->month == 0) {
        out->value = plx_str_format(arena, "%04d", (int)t->year);
        return true;
    }
    int32_t year;
    bool inferred;
    if (!year_of(c, t, tense, day_of_date, 120, &year, &inferred)) {
        out->value =
            t->day ? plx_str_format(arena, "XXXX-%02d-%02d%s", t->month, t->day, part_code(t->part))
                   : plx_str_format(arena, "XXXX-%02d", t->month);
        out->ambiguous = true;
        return true;
    }
    out->relative = inferred;
    out->ambiguous = t->day_month_unsure || (inferred && t->day && t->shift == PLX_SHIFT_NONE &&
                                             t->year_shift == PLX_NO_YEAR_SHIFT);
    if (t->day == 0) {
        out->value = plx_str_format(arena, "%04d-%02d", (int)year, t->month);
    } else if (t->day > plx_days_in_month(year, t->month)) {
        return false;
    } else {
        out->value = with_part(arena, plx_days_from_civil(year, t->month, t->day), t);
    }
    return true;
}

static bool clock_value(const plx_time_context *c, const plx_time_read *t, plx_arena *arena,
                        plx_timex *out) {
    if (t->year && t->month && t->day) {
        if (t->day > plx_days_in_month(t->year, t->month)) return false;
        out->value = with_part(arena, plx_days_from_civil(t->year, t->month, t->day), t);
        return true;
    }
    if (!c->has_date) {
        out->value = plx_str_format(arena, "XXXX-XX-XXT%02d:%02d", t->hour, t->minute);
        return true;
    }
    bool focus = c->has_focus && c->focus_unit == PLX_UNIT_DAY && c->focus_at <= 1;
    out->value = with_part(arena, focus ? c->focus_first : c->date, t);
    return true;
}

static bool part_value(const plx_time_context *c, const plx_time_read *t, plx_arena *arena,
                       plx_timex *out) {
    if (!c->has_date) return false;
    int32_t day = c->date;
    bool focus = c->has_focus && c->focus_unit == PLX_UNIT_DAY;
    switch (t->shift) {
    case PLX_SHIFT_LAST: day -= 1; break;
    case PLX_SHIFT_NEXT: day += 1; break;
    case PLX_SHIFT_FOLLOWING: day = (focus ? c->focus_first : day) + 1; break;
    case PLX_SHIFT_PREVIOUS: day = (focus ? c->focus_first : day) - 1; break;
    case PLX_SHIFT_SAME: day = focus ? c->focus_first : day; break;
    case PLX_SHIFT_BARE:
        if (focus && c->focus_at <= 1)
            day = c->focus_first;
        else if (t->part == PLX_POD_OVERNIGHT)
            day -= 1;
        break;
    default: break;
    }
    out->value = with_part(arena, day, t);
    return true;
}

static bool yearly_value(const plx_time_context *c, const plx_time_read *t, plx_tense tense,
                         plx_arena *arena, plx_timex *out) {
    int32_t year;
    bool inferred;
    int32_t (*day_in)(const plx_time_read *, int32_t) = t->form == PLX_TF_HOLIDAY  ? day_of_holiday
                                                        : t->form == PLX_TF_SEASON ? day_of_season
                                                                                   : day_of_quarter;
    int32_t bias = t->form == PLX_TF_QUARTER ? 130 : 120;
    bool known = year_of(c, t, tense, day_in, bias, &year, &inferred);
    out->relative = inferred;
    if (t->form == PLX_TF_HOLIDAY) {
        if (!known) return false;
        out->value = with_part(arena, day_of_holiday(t, year), t);
        return true;
    }
    plx_str front = known ? plx_str_format(arena, "%04d", (int)year) : PLX_S("XXXX");
    if (t->form == PLX_TF_SEASON) {
        out->value = plx_str_format(arena, "%.*s-%s", PLX_FMT(front), season_code(t->season));
    } else if (t->form == PLX_TF_HALF) {
        out->value = plx_str_format(arena, "%.*s-H%d", PLX_FMT(front), t->half);
    } else {
        out->value = plx_str_format(arena, "%.*s-Q%d", PLX_FMT(front), t->quarter);
    }
    return true;
}

static bool fill(const plx_time_context *c, const plx_time_read *t, plx_tense tense,
                 plx_arena *arena, plx_timex *out) {
    switch ((plx_time_form)t->form) {
    case PLX_TF_DATE: return date_value(c, t, tense, arena, out);
    case PLX_TF_DAY:
        if (!c->has_date) {
            out->value = plx_str_format(arena, "XXXX-WXX-%d%s", t->weekday, part_code(t->part));
            return true;
        }
        out->value = with_part(arena, weekday_day(c, t, tense), t);
        return true;
    case PLX_TF_NEAR:
        if (!c->has_date) {
            out->value = t->n < 0   ? PLX_S("PAST_REF")
                         : t->n > 0 ? PLX_S("FUTURE_REF")
                                    : PLX_S("PRESENT_REF");
            return true;
        }
        out->value = with_part(arena, c->date + (int32_t)t->n, t);
        return true;
    case PLX_TF_PERIOD: return period_value(c, t, tense, arena, out);
    case PLX_TF_OFFSET: return offset_value(c, t, arena, out);
    case PLX_TF_QUARTER:
    case PLX_TF_HALF:
    case PLX_TF_SEASON:
    case PLX_TF_HOLIDAY: return yearly_value(c, t, tense, arena, out);
    case PLX_TF_DECADE:
        out->value = plx_str_format(arena, "%03d", (int)(t->year / 10));
        return true;
    case PLX_TF_CENTURY: out->value = plx_str_format(arena, "%02d", (int)t->n - 1); return true;
    case PLX_TF_WEEK_OF: {
        int32_t year;
        if (!year_of(c, t, tense, day_of_date, 120, &year, &out->relative) ||
            t->day > plx_days_in_month(year, t->month)) {
            return false;
        }
        out->value = week_value(arena, plx_days_from_civil(year, t->month, t->day), false);
        return true;
    }
    case PLX_TF_CLOCK: return clock_value(c, t, arena, out);
    case PLX_TF_PART: return part_value(c, t, arena, out);
    case PLX_TF_DURATION: out->value = duration_value(arena, t); return true;
    case PLX_TF_SET: out->value = set_value(arena, t); return true;
    case PLX_TF_REF: out->value = plx_str_of(t->ref); return true;
    case PLX_TF_NONE: break;
    }
    return false;
}

/* ---- focus ------------------------------------------------------------------------------------
 */

static plx_time_unit unit_of_days(int32_t n) {
    return n <= 1     ? PLX_UNIT_DAY
           : n <= 7   ? PLX_UNIT_WEEK
           : n <= 31  ? PLX_UNIT_MONTH
           : n <= 93  ? PLX_UNIT_QUARTER
           : n <= 366 ? PLX_UNIT_YEAR
                      : PLX_UNIT_DECADE;
}

static void move_focus(plx_time_context *c, const plx_time_read *t, const plx_timex *out) {
    if (t->form == PLX_TF_QUARTER && out->has_days) {
        c->quarter_first = out->first_day;
        c->quarter_at = 0;
    }
    if (!out->has_days || t->form == PLX_TF_DECADE || t->form == PLX_TF_CENTURY) return;
    /* "up from $3 a year earlier": what figures are compared with; the story does not go there. */
    bool compared = t->form == PLX_TF_OFFSET && t->unit == PLX_UNIT_YEAR && t->n == 1 &&
                    (t->direction == PLX_DIR_AGO || t->direction == PLX_DIR_EARLIER);
    if (compared) return;
    c->has_focus = true;
    c->focus_first = out->first_day;
    c->focus_last = out->last_day;
    c->focus_unit = (uint8_t)unit_of_days(out->last_day - out->first_day + 1);
    c->focus_at = 0;
    c->focus_has_year = t->year != 0;
}

static bool is_resolved(const plx_time_read *t) {
    switch ((plx_time_form)t->form) {
    case PLX_TF_DAY:
    case PLX_TF_NEAR:
    case PLX_TF_PERIOD:
    case PLX_TF_OFFSET:
    case PLX_TF_PART: return true;
    case PLX_TF_CLOCK: return t->year == 0;
    default: return false;
    }
}

bool plx_time__needs_tense(const plx_time_read *t) {
    switch ((plx_time_form)t->form) {
    case PLX_TF_DAY: return t->shift == PLX_SHIFT_NONE || t->shift == PLX_SHIFT_THIS;
    case PLX_TF_PERIOD: return t->weekend;
    case PLX_TF_DATE:
    case PLX_TF_QUARTER:
    case PLX_TF_HALF:
    case PLX_TF_SEASON:
    case PLX_TF_HOLIDAY:
    case PLX_TF_WEEK_OF: return t->year == 0;
    case PLX_TF_CLOCK: return t->month > 0 || t->weekday > 0;
    default: return false;
    }
}

bool plx_time__value(plx_time_context *c, const plx_time_read *t, plx_tense tense, plx_arena *arena,
                     plx_timex *out) {
    plx_time_read x = *t;
    /* A clock time with a day is that day with an hour. */
    if (x.form == PLX_TF_CLOCK && x.month && !x.year)
        x.form = PLX_TF_DATE;
    else if (x.form == PLX_TF_CLOCK && x.weekday)
        x.form = PLX_TF_DAY;
    if (x.part && x.hour >= 0 && x.part != -1) x.part = 0;
    out->type = (plx_timex_type)x.type;
    out->mod = plx_str_of(x.mod);
    out->approximate = x.mod && strcmp(x.mod, "APPROX") == 0;
    out->relative = is_resolved(&x);
    if (!fill(c, &x, tense, arena, out)) return false;
    out->has_days = (out->type == PLX_DATE || out->type == PLX_TIME) &&
                    plx_timex_days(out->value, &out->first_day, &out->last_day);
    move_focus(c, &x, out);
    return true;
}
