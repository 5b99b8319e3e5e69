/* Dates of the accounts that have none: the date that makes most of the story's times agree.
 *
 * A candidate day is tried on the undated accounts: their relative times ("Wednesday", "last
 * month") are resolved against it, and each that then falls on a day that the story names in full
 * counts for the candidate. Weekdays come round every week, so several days around the right one
 * score alike; among them the one nearest to a known publication wins, else the first that lies on
 * or behind the days that agreed: news is written when things have happened. */
#include "base/calendar.h"
#include "base/map.h"
#include "base/vec.h"
#include "find/find.h"
#include "reconcile/reconcile.h"

#include <stdlib.h>

#define MOST_CANDIDATES     32u
#define MOST_TRIED_ACCOUNTS 40u

typedef struct day_list {
    int32_t *p;
    size_t n, cap;
} day_list;

typedef struct verdict {
    double score;
    int32_t last_agreed; /* newest day on which a relative and a full date met */
} verdict;

static bool single_day(const plx_timex *t) {
    return (t->type == PLX_DATE || t->type == PLX_TIME) && t->has_days &&
           t->first_day == t->last_day;
}

static plx_imap_entry *day_entry(plx_imap *m, int32_t day) {
    return plx_imap_put(m, (uint64_t)(uint32_t)day, 0, NULL);
}

static uint32_t day_count(const plx_imap *m, int32_t day) {
    uint32_t n = plx_imap_get(m, (uint64_t)(uint32_t)day);
    return n == PLX_NONE ? 0 : n;
}

/* Days that the story names without doubt: in full, or relative to a known date. */
static void collect_days(const plx_story *s, plx_imap *days) {
    for (size_t a = 0; a < s->n_accounts; a++) {
        bool dated = s->published[a].n > 0;
        for (size_t i = 0; i < s->annotations[a]->n_times; i++) {
            const plx_timex *t = &s->annotations[a]->times[i];
            if (single_day(t) && !t->ambiguous && (dated || !t->relative)) {
                day_entry(days, t->first_day)->value++;
            }
        }
    }
}

static int by_day(const void *x, const void *y) {
    int32_t a = *(const int32_t *)x, b = *(const int32_t *)y;
    return a < b ? -1 : a > b;
}

static day_list known_dates(const plx_story *s, plx_arena *arena) {
    day_list out = {0};
    for (size_t a = 0; a < s->n_accounts; a++) {
        plx_civil c;
        if (s->published[a].n >= 10 && plx_date_parse(s->published[a], &c, NULL)) {
            plx_vec_push(&out, arena, plx_days_from_civil(c.year, c.month, c.day));
        }
    }
    if (out.n) {
        qsort(out.p, out.n, sizeof *out.p, by_day);
    }
    return out;
}

static void add_candidate(day_list *list, int32_t day, plx_arena *arena) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i] == day) {
            return;
        }
    }
    if (list->n < MOST_CANDIDATES) {
        plx_vec_push(list, arena, day);
    }
}

typedef struct counted_day {
    int32_t day;
    uint32_t n;
} counted_day;

static int most_named_first(const void *x, const void *y) {
    const counted_day *a = x, *b = y;
    if (a->n != b->n) {
        return a->n > b->n ? -1 : 1;
    }
    return a->day > b->day ? -1 : a->day < b->day; /* the newer first */
}

static day_list candidates(const plx_imap *days, const day_list *known, plx_arena *arena) {
    day_list out = {0};
    if (known->n) {
        int32_t middle = known->p[known->n / 2];
        for (int32_t off = 0; off <= 2; off++) {
            add_candidate(&out, middle - off, arena);
            add_candidate(&out, middle + off, arena);
        }
    }
    counted_day *named = plx_new_n(arena, counted_day, days->n);
    for (size_t i = 0; i < days->n; i++) {
        named[i] = (counted_day){(int32_t)(uint32_t)days->entries[i].key, days->entries[i].value};
    }
    if (days->n) {
        qsort(named, days->n, sizeof *named, most_named_first);
    }
    for (size_t i = 0; i < days->n && i < 10; i++) {
        for (int32_t off = 0; off <= 2; off++) {
            add_candidate(&out, named[i].day + off, arena);
        }
    }
    return out;
}

/* The undated accounts that are tried, their times read and not yet resolved. */
typedef struct tried_account {
    plx_annotation *annotation;
    plx_times_reader *times;
} tried_account;

typedef PLX_VEC(tried_account) tried_accounts;

static tried_accounts undated(const plx_story *s, plx_annotation **annotations, plx_arena *arena) {
    tried_accounts out = {0};
    for (size_t a = 0; a < s->n_accounts && out.n < MOST_TRIED_ACCOUNTS; a++) {
        if (s->published[a].n == 0) {
            plx_vec_push(
                &out, arena,
                (tried_account){annotations[a], plx_find_times_read(annotations[a], arena)});
        }
    }
    return out;
}

/* How well the undated accounts fit the story when they were written on `day`. */
static verdict try_day(const tried_accounts *tried, const plx_imap *days, int32_t day,
                       plx_arena *scratch) {
    verdict v = {0, INT32_MIN};
    plx_find_context ctx = {plx_date_format(scratch, day)};
    for (size_t a = 0; a < tried->n; a++) {
        plx_annotation copy = *tried->p[a].annotation;
        plx_find_times_resolve(tried->p[a].times, &copy, &ctx, scratch);
        for (size_t i = 0; i < copy.n_times; i++) {
            const plx_timex *t = &copy.times[i];
            if (!t->relative || !t->has_days) {
                continue;
            }
            if (single_day(t)) {
                uint32_t n = day_count(days, t->first_day);
                v.score += n ? 1.0 : 0.0;
                if (n && t->first_day > v.last_agreed) {
                    v.last_agreed = t->first_day;
                }
                continue;
            }
            for (size_t k = 0; k < days->n;
                 k++) { /* "in February" holds a day that is named in full */
                int32_t named = (int32_t)(uint32_t)days->entries[k].key;
                if (t->last_day - t->first_day < 32 && t->first_day <= named &&
                    named <= t->last_day) {
                    v.score += 0.25;
                    break;
                }
            }
        }
    }
    return v;
}

static int32_t distance_to_known(const day_list *known, int32_t day) {
    int32_t best = INT32_MAX;
    for (size_t i = 0; i < known->n; i++) {
        best = PLX_MIN(best, abs(known->p[i] - day));
    }
    return best;
}

/* Is candidate `a` to be preferred to `b` when both score alike? */
static bool nearer(const day_list *known, int32_t a, verdict va, int32_t b, verdict vb) {
    if (known->n) {
        int32_t da = distance_to_known(known, a), db = distance_to_known(known, b);
        return da != db ? da < db : a < b;
    }
    bool behind_a = a >= va.last_agreed, behind_b = b >= vb.last_agreed;
    return behind_a != behind_b ? behind_a : a < b;
}

static bool best_day(const plx_story *s, plx_annotation **annotations, plx_arena *arena,
                     int32_t *out, bool *agrees) {
    plx_imap days;
    plx_imap_init(&days, arena);
    collect_days(s, &days);
    day_list known = known_dates(s, arena);
    day_list list = candidates(&days, &known, arena);
    tried_accounts tried = undated(s, annotations, arena);
    verdict best = {0};
    bool any = false;
    for (size_t i = 0; i < list.n; i++) {
        plx_arena_mark mark = plx_arena_mark_here(arena);
        verdict v = try_day(&tried, &days, list.p[i], arena);
        plx_arena_restore(arena, mark);
        if (!any || v.score > best.score ||
            (v.score == best.score && nearer(&known, list.p[i], v, *out, best))) {
            best = v;
            *out = list.p[i];
            any = true;
        }
    }
    *agrees = best.score > 0;
    return any && (*agrees || known.n);
}

static plx_str evidence_of(const plx_account *a) {
    for (size_t i = 0; i < a->n_evidence; i++) {
        if (plx_str_eq(a->evidence[i].field, PLX_S("published"))) {
            return a->evidence[i].from;
        }
    }
    return PLX_S("given with the account");
}

/* ---- days told without their year ------------------------------------------------------------ */

#define RECENT_DAYS 45

static uint64_t day_of_year(int32_t day) {
    plx_civil c = plx_civil_from_days(day);
    return (uint64_t)(uint32_t)c.month * 32 + (uint32_t)c.day;
}

/* The year that all accounts that tell it give a day of the year; 0 where they differ. */
static void collect_years(const plx_story *s, plx_imap *years) {
    for (size_t a = 0; a < s->n_accounts; a++) {
        for (size_t i = 0; i < s->annotations[a]->n_times; i++) {
            const plx_timex *t = &s->annotations[a]->times[i];
            if (!single_day(t) || t->relative || t->ambiguous) {
                continue;
            }
            uint32_t year = (uint32_t)plx_civil_from_days(t->first_day).year;
            bool is_new;
            plx_imap_entry *e = plx_imap_put(years, day_of_year(t->first_day), year, &is_new);
            if (!is_new && e->value != year) {
                e->value = 0;
            }
        }
    }
}

/* "the October 7 attack" is of the year that the other accounts give that day, unless the account
 * was written about then: its own nearest year was a guess. */
static void complete_years(const plx_story *s, plx_annotation **annotations, plx_arena *arena) {
    plx_imap years;
    plx_imap_init(&years, arena);
    collect_years(s, &years);
    for (size_t a = 0; a < s->n_accounts && years.n; a++) {
        plx_civil c;
        if (!plx_date_parse(s->published[a], &c, NULL)) {
            continue;
        }
        int32_t published = plx_days_from_civil(c.year, c.month, c.day);
        for (size_t i = 0; i < annotations[a]->n_times; i++) {
            plx_timex *t = &annotations[a]->times[i];
            if (!single_day(t) || !t->relative || !t->ambiguous ||
                abs(t->first_day - published) <= RECENT_DAYS || t->value.n < 10) {
                continue;
            }
            uint32_t year = plx_imap_get(&years, day_of_year(t->first_day));
            if (year == PLX_NONE || year == 0) {
                continue;
            }
            plx_str rest = plx_str_slice(t->value, 4, t->value.n);
            plx_str value = plx_str_format(arena, "%04u%.*s", (unsigned)year, PLX_FMT(rest));
            if (plx_timex_days(value, &t->first_day, &t->last_day)) {
                t->value = value;
                t->ambiguous = false;
            }
        }
    }
}

void plx_reconcile__dates(plx_story *s, plx_annotation **annotations, plx_arena *arena) {
    size_t n_unknown = 0;
    for (size_t a = 0; a < s->n_accounts; a++) {
        s->published[a] = s->accounts[a]->published;
        s->published_why[a] = evidence_of(s->accounts[a]);
        n_unknown += s->published[a].n == 0;
    }
    int32_t day = 0;
    bool agrees = false;
    bool found = n_unknown && best_day(s, annotations, arena, &day, &agrees);
    for (size_t a = 0; n_unknown && a < s->n_accounts; a++) {
        if (s->published[a].n) {
            continue;
        }
        if (!found) {
            s->published_why[a] = PLX_S("unknown: neither the account nor the story tells");
            continue;
        }
        s->published[a] = plx_date_format(arena, day);
        s->published_why[a] =
            agrees ? PLX_S("from the story: on this date most times of the accounts agree")
                   : PLX_S("from the story: the other accounts' date");
        plx_find_context ctx = {s->published[a]};
        plx_find_again(annotations[a], &ctx, arena);
    }
    complete_years(s, annotations, arena);
}
