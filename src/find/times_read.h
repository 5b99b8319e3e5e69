/* times_read: what the time grammar reads in a stretch of atoms, before anything is resolved.
 *
 *   "late last Friday"  ->  {form DAY, shift LAST, weekday 5, mod "END"}
 *
 * One struct for all forms: a form says which members count. It is the seam between the grammar
 * (times_grammar.c) and the values (times_value.c). Internal to `find`. */
#ifndef PLX_FIND_TIMES_READ_H
#define PLX_FIND_TIMES_READ_H

#include "find/numbers.h"

typedef enum plx_time_form {
    PLX_TF_NONE,
    PLX_TF_DATE,     /* year, month, day, weekday: those that are not 0; also shift of the year */
    PLX_TF_DAY,      /* a weekday by itself or with a shift */
    PLX_TF_NEAR,     /* today (n = 0), yesterday (-1), tomorrow (+1) */
    PLX_TF_PERIOD,   /* shift + unit: "last week", "this year", "that month" */
    PLX_TF_OFFSET,   /* n units before or after something: direction */
    PLX_TF_QUARTER,  /* quarter, with year or shift of the year */
    PLX_TF_HALF,     /* half, same */
    PLX_TF_SEASON,   /* season, same */
    PLX_TF_HOLIDAY,  /* holiday, same */
    PLX_TF_DECADE,   /* year = its first, or 1..99 within a century */
    PLX_TF_CENTURY,  /* n = 20 for the 20th */
    PLX_TF_WEEK_OF,  /* the week of year, month, day */
    PLX_TF_CLOCK,    /* hour, minute, with any day above */
    PLX_TF_PART,     /* part of the day with a shift: "this morning" */
    PLX_TF_DURATION, /* n units (+ n2 unit2), or vague */
    PLX_TF_SET,      /* every n units; or weekday, month, part */
    PLX_TF_REF       /* ref: PRESENT_REF, PAST_REF, FUTURE_REF */
} plx_time_form;

typedef enum plx_time_shift {
    PLX_SHIFT_NONE,
    PLX_SHIFT_LAST,
    PLX_SHIFT_THIS,
    PLX_SHIFT_NEXT,
    PLX_SHIFT_PREVIOUS,  /* before the time that the text speaks of */
    PLX_SHIFT_FOLLOWING, /* after it */
    PLX_SHIFT_SAME,      /* that very one */
    PLX_SHIFT_BARE       /* "the quarter" */
} plx_time_shift;

typedef enum plx_time_direction {
    PLX_DIR_NONE,
    PLX_DIR_AGO,
    PLX_DIR_HENCE,   /* from now */
    PLX_DIR_EARLIER, /* before the time that the text speaks of */
    PLX_DIR_LATER
} plx_time_direction;

typedef enum plx_holiday {
    PLX_HOLIDAY_NONE,
    PLX_HOLIDAY_FIXED,    /* month and day are set */
    PLX_HOLIDAY_EASTER,   /* n days from Easter Sunday */
    PLX_HOLIDAY_ELECTION, /* the Tuesday after the first Monday of the month */
    PLX_HOLIDAY_NTH       /* the n-th weekday of the month; n = -1: the last */
} plx_holiday;

typedef struct plx_time_read {
    size_t begin, end;  /* atoms */
    uint8_t form, type; /* plx_time_form, plx_timex_type */
    uint8_t shift, direction, holiday;
    uint8_t unit, unit2; /* plx_time_unit */
    bool weekend;        /* PERIOD, HOLIDAY: its weekend */
    bool vague;          /* n is not known: "several years" */
    bool day_month_unsure;
    bool two_digit_year;
    int16_t month, day, weekday, part;
    int16_t quarter, half, season;
    int16_t hour, minute; /* -1: none */
    int16_t year_shift;   /* with SHIFT_NONE years: "June last year" -1; INT16_MAX: none */
    int32_t year;         /* 0: none */
    double n, n2;
    const char *mod; /* TIMEX3 mod, or NULL */
    const char *ref;
} plx_time_read;

#define PLX_NO_YEAR_SHIFT INT16_MAX

typedef struct plx_time_parse {
    const plx_account *account;
    const plx_atoms *a;
    bool day_first; /* the account writes day/month */
} plx_time_parse;

/* The time that begins at atom i. False when there is none; looks at a bounded number of atoms. */
bool plx_find__time_read(const plx_time_parse *p, size_t i, plx_time_read *out);

/* Parts of the grammar in files of their own; each fills `t` and returns the index behind what it
 * read, or 0. */
size_t plx_time__date(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__year(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__clock(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__weekday(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__holiday(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__relative(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__duration(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__set(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__word(const plx_time_parse *p, size_t i, plx_time_read *t);
/* Shared pieces: "this year's", "of last year", a unit of time (also "second"), a part of the day.
 */
size_t plx_time__of_year(const plx_time_parse *p, size_t i, plx_time_read *t);
size_t plx_time__unit(const plx_atoms *a, size_t i, uint8_t *unit, bool *plural);
size_t plx_time__part(const plx_atoms *a, size_t i, int16_t *part);
size_t plx_time__quarter_name(const plx_time_parse *p, size_t i, plx_time_read *t);
/* How many: a number, "a", "half a", "several", "a few", "a couple of": fills n, vague, mod. */
size_t plx_time__how_many(const plx_atoms *a, size_t i, plx_time_read *t, bool *article);
/* The second number of "two to three weeks" behind the first: its index, or 0. */
size_t plx_time__range_link(const plx_atoms *a, size_t i);
/* Behind "more", "consecutive", "business" ... at most two of them. */
size_t plx_time__skip_adjectives(const plx_atoms *a, size_t i);
bool plx_time__ends_clause(const plx_atoms *a, size_t i);
static inline bool plx_time__unit_is(const plx_atoms *a, size_t i, plx_time_unit unit) {
    return plx_atom_cls(a, i, PLX_W_UNIT) && a->p[i].value == (int16_t)unit;
}
size_t plx_time__ordinal(const plx_atoms *a, size_t i, int *value);
size_t plx_time__month(const plx_time_parse *p, size_t i, int16_t *month);
size_t plx_time__year_number(const plx_time_parse *p, size_t i, int32_t *year);
bool plx_time__word_is(const plx_time_parse *p, size_t i, const char *word);

#endif
