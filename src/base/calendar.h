/* calendar: days, weeks and TIMEX3 values: the arithmetic that times, checks and comparisons share.
 *
 * Days count from 1970-01-01 in the proleptic Gregorian calendar. It knows nothing of texts; it is
 * no clock and has no time zones. Pure functions: safe in any thread. */
#ifndef PLX_BASE_CALENDAR_H
#define PLX_BASE_CALENDAR_H

#include "base/str.h"

typedef struct plx_civil {
    int32_t year;
    int32_t month, day; /* 1..12, 1..31 */
} plx_civil;

/* Method: H. Hinnant, "chrono-compatible low-level date algorithms". Years -30000 to 30000. */
int32_t plx_days_from_civil(int32_t year, int32_t month, int32_t day);
plx_civil plx_civil_from_days(int32_t days);
int32_t plx_days_in_month(int32_t year, int32_t month);
bool plx_civil_is_valid(int32_t year, int32_t month, int32_t day);

/* ISO 8601: 1 = Monday ... 7 = Sunday. */
int32_t plx_weekday_of(int32_t days);
/* The ISO week of a day, with the year that the week counts in. */
void plx_iso_week_of(int32_t days, int32_t *week_year, int32_t *week);
/* Day `weekday` (1..7) of an ISO week. */
int32_t plx_days_from_iso_week(int32_t week_year, int32_t week, int32_t weekday);
/* Easter Sunday of the Gregorian church (the anonymous computus, Meeus 1991). */
int32_t plx_easter_of(int32_t year);
/* The same day of another month; the last day where that month is shorter. */
plx_civil plx_civil_add_months(plx_civil c, int32_t months);

/* Reads the date at the front of an ISO 8601 date or date and time ("2025-04-16",
 * "2025-04-16T19:05:00Z", "20250416", "2025-04", "2025"; missing parts become 1). `hour` (may be
 * NULL) is -1 when none is given. False when there is none. */
bool plx_date_parse(plx_str iso, plx_civil *out, int32_t *hour);

/* The days that a TIMEX3 value covers, both inclusive. Knows dates, times of day (their day),
 * weeks, weekends, quarters, halves, seasons (of the northern half; winter starts in December of
 * the year), decades ("199X", "199") and centuries ("19"). False for references, durations, sets
 * and what names no year. */
bool plx_timex_days(plx_str value, int32_t *first_day, int32_t *last_day);

/* "2025-04-16"; lives in `a`. */
plx_str plx_date_format(plx_arena *a, int32_t days);

/* The length of a TIMEX3 duration ("P498D", "P2Y6M", "PT36H") in days, months counted as 30.436875
 * and years as 365.2425 of them. False when it is none or has an X. */
bool plx_duration_days(plx_str value, double *days);

#endif
