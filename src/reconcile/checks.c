/* Sums that the accounts invite: a duration against the dates that it spans, a weekday against its
 * date, parts against a whole. A check is listed when it holds, and also when it fails but the
 * account itself ties the numbers together; numbers that merely stand near one another are not held
 * against it. */
#include "base/calendar.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"

#include <math.h>
#include <stdlib.h>

#define FEWEST_CHECKED_DAYS 14 /* shorter durations fit some pair of dates by chance */
#define MOST_STORY_DAYS     200u

typedef struct story_day {
    int32_t day;
    plx_at at;
} story_day;

typedef struct story_days {
    story_day *p;
    size_t n, cap;
} story_days;

static plx_str words(const plx_story *s, plx_at at) {
    return plx_str_at(s->accounts[at.account]->text, at.span);
}

static bool exact_day(const plx_timex *t) {
    return (t->type == PLX_DATE || t->type == PLX_TIME) && t->has_days &&
           t->first_day == t->last_day && !t->ambiguous;
}

static int by_day_then_place(const void *x, const void *y) {
    const story_day *a = x, *b = y;
    if (a->day != b->day) {
        return a->day < b->day ? -1 : 1;
    }
    if (a->at.account != b->at.account) {
        return a->at.account < b->at.account ? -1 : 1;
    }
    return plx_span_cmp(a->at.span, b->at.span);
}

/* Each exact day of the story once, at its first place. */
static story_days days_of(const plx_story *s, plx_arena *arena) {
    story_days all = {0}, out = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        for (size_t i = 0; i < s->annotations[a]->n_times; i++) {
            const plx_timex *t = &s->annotations[a]->times[i];
            if (exact_day(t)) {
                plx_vec_push(&all, arena, (story_day){t->first_day, {a, t->span}});
            }
        }
    }
    if (all.n) {
        qsort(all.p, all.n, sizeof *all.p, by_day_then_place);
    }
    for (size_t i = 0; i < all.n && out.n < MOST_STORY_DAYS; i++) {
        if (!out.n || out.p[out.n - 1].day != all.p[i].day) {
            plx_vec_push(&out, arena, all.p[i]);
        }
    }
    return out;
}

static void add_check(plx_story *s, plx_check c, plx_at first, plx_at second, plx_arena *arena) {
    plx_vec_push(&c.from, arena, first);
    plx_vec_push(&c.from, arena, second);
    plx_vec_push(&s->checks, arena, c);
}

static plx_str span_of_days(plx_arena *arena, int32_t from, int32_t to) {
    plx_str a = plx_date_format(arena, from), b = plx_date_format(arena, to);
    return plx_str_format(arena, "%d days from %.*s to %.*s, %d with both days counted", to - from,
                          PLX_FMT(a), PLX_FMT(b), to - from + 1);
}

/* The story's day so and so; NULL when no account names it. */
static const story_day *find_day(const story_days *days, int32_t day) {
    size_t lo = 0, hi = days->n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (days->p[mid].day < day) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < days->n && days->p[lo].day == day ? &days->p[lo] : NULL;
}

/* Whole days of an exact duration that is long enough to be checked; 0 for any other time. */
static int32_t checked_length(const plx_timex *t) {
    double length;
    bool in_days = t->type == PLX_DURATION && t->value.n > 2 && t->value.p[t->value.n - 1] == 'D';
    if (!in_days || t->approximate || t->mod.n || !plx_duration_days(t->value, &length) ||
        length < FEWEST_CHECKED_DAYS || length > 1e6 || length != floor(length)) {
        return 0;
    }
    return (int32_t)length;
}

/* "498 days": is there a pair of days in the story that lies so far apart? */
static void check_durations(plx_story *s, const story_days *days, plx_arena *arena) {
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        for (size_t i = 0; i < s->annotations[a]->n_times; i++) {
            const plx_timex *t = &s->annotations[a]->times[i];
            int32_t length = checked_length(t);
            for (size_t k = 0; length && k < days->n; k++) {
                const story_day *from = &days->p[k], *to = find_day(days, from->day + length);
                if (!to) { /* both ends counted */
                    to = find_day(days, from->day + length - 1);
                }
                if (to) {
                    plx_check c = {.kind = PLX_S("duration"), .at = {a, t->span}, .holds = true};
                    c.says = words(s, c.at);
                    c.computed = span_of_days(arena, from->day, to->day);
                    add_check(s, c, from->at, to->at, arena);
                    break;
                }
            }
        }
    }
}

static int32_t weekday_named(const plx_annotation *an, plx_span span) {
    static const char *const names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday"};
    uint32_t begin, end;
    plx_tokens_in(an, span, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        for (int32_t d = 0; d < 7; d++) {
            if (plx_str_eq(an->tokens[i].fold, plx_str_of(names[d]))) {
                return d + 1;
            }
        }
    }
    return 0;
}

static bool has_digit(plx_str s) {
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= '0' && s.p[i] <= '9') {
            return true;
        }
    }
    return false;
}

/* "Wednesday, April 16, 2025": was it a Wednesday? Only where weekday and date stand in one
 * expression. */
static void check_weekdays(plx_story *s, plx_arena *arena) {
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (size_t i = 0; i < an->n_times; i++) {
            const plx_timex *t = &an->times[i];
            plx_at at = {a, t->span};
            int32_t says = exact_day(t) ? weekday_named(an, t->span) : 0;
            if (!says || !has_digit(words(s, at)) || t->value.n < 10) {
                continue;
            }
            int32_t is = plx_weekday_of(t->first_day);
            plx_check c = {
                .kind = PLX_S("weekday"), .at = at, .says = words(s, at), .holds = is == says};
            plx_str date = plx_date_format(arena, t->first_day);
            c.computed = plx_str_format(arena, "%.*s was a %s", PLX_FMT(date), names[is - 1]);
            plx_vec_push(&c.from, arena, at);
            plx_vec_push(&s->checks, arena, c);
        }
    }
}

static bool whole_count(const plx_figure *f) {
    return f->kind == PLX_FIG_COUNT && !isnan(f->value) && f->value == floor(f->value) &&
           f->value >= 1 && !f->approximate && isnan(f->low) == isnan(f->high);
}

static bool same_unit(const plx_figure *a, const plx_figure *b) {
    return a->unit.n && plx_str_eq(a->unit, b->unit);
}

/* Only a comma, a dash, a colon or "and" between two figures: a list of parts. */
static bool list_between(const plx_annotation *an, const plx_figure *a, const plx_figure *b,
                         bool *opens) {
    uint32_t n_other = 0;
    *opens = false;
    for (uint32_t i = a->end; i < b->begin; i++) {
        plx_str w = an->tokens[i].fold;
        bool comma = plx_str_eq(w, PLX_S(",")) || plx_str_eq(w, PLX_S(":")) ||
                     plx_str_eq(w, PLX_S("-")) || plx_str_eq(w, PLX_S("("));
        *opens = *opens || comma;
        n_other += !comma && !plx_str_eq(w, PLX_S("and"));
    }
    return n_other <= 3; /* the counted noun with a word or two of its own */
}

/* "13 people, 11 males and two females": do the parts make the whole? */
static void check_sums(plx_story *s, plx_arena *arena) {
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (size_t i = 0; i + 2 < an->n_figures; i++) {
            const plx_figure *whole = &an->figures[i], *one = whole + 1, *two = whole + 2;
            bool opens, second;
            if (!whole_count(whole) || !whole_count(one) || !whole_count(two) ||
                an->tokens[whole->begin].sentence != an->tokens[two->begin].sentence ||
                !list_between(an, whole, one, &opens) || !opens ||
                !list_between(an, one, two, &second)) {
                continue;
            }
            double sum = one->value + two->value;
            plx_at at = {a, plx_span_join(whole->span, two->span)};
            plx_check c = {
                .kind = PLX_S("sum"), .at = at, .says = words(s, at), .holds = sum == whole->value};
            c.computed = plx_str_format(arena, "%.0f + %.0f = %.0f", one->value, two->value, sum);
            if (c.holds || (same_unit(whole, one) && same_unit(whole, two))) {
                add_check(s, c, (plx_at){a, one->span}, (plx_at){a, two->span}, arena);
            }
        }
    }
}

void plx_reconcile__checks(plx_story *s, plx_arena *arena) {
    story_days days = days_of(s, arena);
    check_durations(s, &days, arena);
    check_weekdays(s, arena);
    check_sums(s, arena);
}
