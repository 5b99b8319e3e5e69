/* The time finder: reads each stretch of text from left to right; at each atom the longest time
 * that the grammar knows (times_grammar.c), resolved at once (times_value.c), since later ones
 * may refer to it. Linear in the text: a rule looks at a bounded number of atoms. */
#include "find/atoms.h"
#include "find/find.h"
#include "find/times_read.h"
#include "find/times_value.h"

#include "base/vec.h"

typedef struct times {
    plx_timex *p;
    size_t n, cap;
} times;

/* Atoms in a row of one stretch that hold a time, and what the grammar reads at each of them. */
typedef struct reading {
    plx_atoms atoms;
    PLX_VEC(plx_time_read) reads; /* ascending by begin */
    uint32_t n_stretches;         /* begun since the reading before */
} reading;

struct plx_times_reader {
    PLX_VEC(reading) readings;
    bool day_first;
};

typedef struct finder {
    plx_annotation *an;
    plx_arena *arena;
    plx_atoms atoms;
    const reading *known; /* NULL: the grammar is asked */
    size_t next;          /* of known->reads */
    plx_time_parse parse;
    plx_time_context context;
    times out;
} finder;

static bool push(finder *f, const plx_time_read *t) {
    const plx_atoms *a = &f->atoms;
    plx_tense tense =
        plx_time__needs_tense(t) ? plx_time__tense(f->an, a, t->begin, t->end) : PLX_TENSE_UNKNOWN;
    plx_timex x = {.span = plx_span_of(a->p[t->begin].begin, a->p[t->end - 1].end)};
    if (!plx_time__value(&f->context, t, tense, f->arena, &x)) return false;
    plx_tokens_in(f->an, x.span, &x.begin, &x.end);
    plx_vec_push(&f->out, f->arena, x);
    return true;
}

/* "March 3-5", "1950-53": the second end of a range whose first was just read. */
static size_t range_end(finder *f, plx_time_read *t) {
    const plx_atoms *a = &f->atoms;
    size_t at = t->end;
    bool even = plx_atom_tight(a, at) == plx_atom_tight(a, at + 1);
    if (t->form != PLX_TF_DATE || !plx_atom_mark(a, at, '-') || !even ||
        !plx_atom_number(a, at + 1)) {
        return at;
    }
    const plx_atom *n = &a->p[at + 1];
    if (n->digits > 2 || (n->flags & (PLX_ATOM_POINT | PLX_ATOM_COMMA)) ||
        plx_atom_tight(a, at + 2) >
            (unsigned)(plx_atom_mark(a, at + 2, ',') || plx_atom_mark(a, at + 2, '.') ||
                       plx_atom_mark(a, at + 2, ')') || plx_atom_mark(a, at + 2, '\''))) {
        return at;
    }
    plx_time_read second = *t;
    second.begin = at + 1;
    second.end = at + 2;
    if (t->day && t->month && n->number > t->day && n->number <= 31) {
        second.day = (int16_t)n->number;
        if (!t->year) {
            size_t behind = plx_time__of_year(&f->parse, at + 2, &second);
            if (behind) {
                second.end = behind;
                f->out.n--; /* the first end is of that year too */
                t->year = second.year;
                t->year_shift = second.year_shift;
                push(f, t);
            }
        }
    } else if (!t->month && t->year && n->digits == 2 && n->number > t->year % 100) {
        second.year = t->year / 100 * 100 + (int32_t)n->number;
    } else {
        return at;
    }
    return push(f, &second) ? second.end : at;
}

/* The time that begins at atom i, as the grammar reads it or has read it; i ascends. */
static bool time_at(finder *f, size_t i, plx_time_read *t) {
    if (!f->known) return plx_find__time_read(&f->parse, i, t);
    while (f->next < f->known->reads.n && f->known->reads.p[f->next].begin < i) f->next++;
    if (f->next == f->known->reads.n || f->known->reads.p[f->next].begin != i) return false;
    *t = f->known->reads.p[f->next];
    return true;
}

static void read_stretch(finder *f) {
    const plx_atoms *a = &f->atoms;
    for (size_t i = 0; i < a->n;) {
        plx_time_read t;
        if (!time_at(f, i, &t) || !push(f, &t)) {
            i++;
            continue;
        }
        i = range_end(f, &t);
    }
}

/* "23/10" and "10/23": which of the two the account writes, from those that can be only one. */
static void date_habit(finder *f, const plx_atoms *a, int *day_first, int *month_first) {
    (void)f;
    for (size_t i = 0; i + 4 < a->n; i++) {
        if (!plx_atom_mark(a, i + 1, '/') || !plx_atom_mark(a, i + 3, '/') ||
            !plx_atom_number(a, i) || !plx_atom_number(a, i + 2) || !plx_atom_number(a, i + 4)) {
            continue;
        }
        if (a->p[i].digits > 2 || a->p[i + 2].digits > 2) continue;
        *day_first += a->p[i].number > 12 && a->p[i].number <= 31 && a->p[i + 2].number <= 12;
        *month_first += a->p[i + 2].number > 12 && a->p[i + 2].number <= 31 && a->p[i].number <= 12;
    }
}

static void each_stretch(finder *f, void (*fn)(finder *)) {
    plx_stretches stretches = {.an = f->an};
    for (plx_span s; plx_find__stretch_next(&stretches, &s);) {
        f->context.focus_at++;
        f->context.quarter_at++;
        uint32_t at = s.begin;
        while (plx_find__atoms(f->an->account, &at, s.end, f->arena, &f->atoms)) fn(f);
    }
}

static int n_day_first(finder *f) {
    int day_first = 0, month_first = 0;
    if (plx_str_find_char(f->an->account->text, '/', 0) == SIZE_MAX) return 0;
    plx_stretches stretches = {.an = f->an};
    for (plx_span s; plx_find__stretch_next(&stretches, &s);) {
        uint32_t at = s.begin;
        while (plx_find__atoms(f->an->account, &at, s.end, f->arena, &f->atoms)) {
            date_habit(f, &f->atoms, &day_first, &month_first);
        }
    }
    return day_first > month_first;
}

static void set_date(finder *f, const plx_find_context *ctx) {
    f->context.quarter_first = INT32_MIN;
    int32_t hour;
    if (ctx && plx_date_parse(ctx->published, &f->context.civil, &hour)) {
        f->context.has_date = true;
        f->context.date = plx_days_from_civil(f->context.civil.year, f->context.civil.month,
                                              f->context.civil.day);
    }
}

void plx_find_times(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena) {
    finder f = {.an = an, .arena = arena};
    f.parse = (plx_time_parse){.account = an->account, .a = &f.atoms};
    set_date(&f, ctx);
    f.parse.day_first = n_day_first(&f) > 0;
    each_stretch(&f, read_stretch);
    an->times = f.out.p;
    an->n_times = f.out.n;
}

plx_times_reader *plx_find_times_read(plx_annotation *an, plx_arena *arena) {
    plx_times_reader *out = plx_new(arena, plx_times_reader);
    reading r = {0};
    finder f = {.an = an, .arena = arena};
    f.parse = (plx_time_parse){.account = an->account, .a = &r.atoms};
    out->day_first = f.parse.day_first = n_day_first(&f) > 0;
    plx_stretches stretches = {.an = an};
    for (plx_span s; plx_find__stretch_next(&stretches, &s);) {
        r.n_stretches++;
        uint32_t at = s.begin;
        while (plx_find__atoms(an->account, &at, s.end, arena, &r.atoms)) {
            plx_time_read t;
            for (size_t i = 0; i < r.atoms.n; i++) {
                if (plx_find__time_read(&f.parse, i, &t)) plx_vec_push(&r.reads, arena, t);
            }
            if (r.reads.n == 0) continue;
            plx_vec_push(&out->readings, arena, r);
            r = (reading){0};
        }
    }
    return out;
}

void plx_find_times_resolve(const plx_times_reader *r, plx_annotation *an,
                            const plx_find_context *ctx, plx_arena *arena) {
    finder f = {.an = an, .arena = arena};
    f.parse = (plx_time_parse){.account = an->account, .a = &f.atoms, .day_first = r->day_first};
    set_date(&f, ctx);
    for (size_t i = 0; i < r->readings.n; i++) {
        f.known = &r->readings.p[i];
        f.atoms = f.known->atoms;
        f.next = 0;
        f.context.focus_at += f.known->n_stretches;
        f.context.quarter_at += f.known->n_stretches;
        read_stretch(&f);
    }
    an->times = f.out.p;
    an->n_times = f.out.n;
}
