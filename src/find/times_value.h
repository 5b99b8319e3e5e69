/* times_value: from what the grammar read to TIMEX3 values, against the account's date, the time
 * that the text last spoke of, and the tense of the clause. Internal to `find`. */
#ifndef PLX_FIND_TIMES_VALUE_H
#define PLX_FIND_TIMES_VALUE_H

#include "base/calendar.h"
#include "find/times_read.h"

typedef enum plx_tense {
    PLX_TENSE_UNKNOWN,
    PLX_TENSE_PAST,
    PLX_TENSE_PRESENT,
    PLX_TENSE_FUTURE
} plx_tense;

/* What the values of one account are resolved against. */
typedef struct plx_time_context {
    bool has_date; /* of the account */
    int32_t date;  /* days */
    plx_civil civil;
    /* The time that the text last spoke of. */
    bool has_focus;
    int32_t focus_first, focus_last;
    uint8_t focus_unit;    /* plx_time_unit: day, week, month, quarter, year ... */
    uint32_t focus_at;     /* how many stretches ago: counted up by the caller */
    bool focus_has_year;   /* told with its year, not inferred */
    int32_t quarter_first; /* first day of the quarter last spoken of; INT32_MIN: none */
    uint32_t quarter_at;   /* how many stretches ago */
} plx_time_context;

/* The tense that holds at bytes [begin, end): of the governing verb where there is a tree, else of
 * the nearest verb in the same stretch. */
plx_tense plx_time__tense(const plx_annotation *an, const plx_atoms *a, size_t begin, size_t end);

/* Fills type, value, mod, days and the flags of *out (span and tokens are the caller's) and moves
 * the context's focus. False when the reading has no value and is no time after all. */
bool plx_time__value(plx_time_context *c, const plx_time_read *t, plx_tense tense, plx_arena *arena,
                     plx_timex *out);
/* Does the value of this reading turn on the tense? */
bool plx_time__needs_tense(const plx_time_read *t);

#endif
