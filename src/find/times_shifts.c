/* The grammar of times told by a shift: "last week", "the following month", "this year's third
 * quarter", "the past two years". See times_read.h. */
#include "find/times_read.h"

static plx_time_shift shift_of(const plx_atoms *a, size_t i) {
    if (!plx_atom_cls(a, i, PLX_W_FUNC)) return PLX_SHIFT_NONE;
    switch (a->p[i].value) {
    case PLX_F_LAST:
    case PLX_F_PAST: return PLX_SHIFT_LAST;
    case PLX_F_THIS:
    case PLX_F_CURRENT: return PLX_SHIFT_THIS;
    case PLX_F_LATEST: return PLX_SHIFT_BARE;
    case PLX_F_NEXT:
    case PLX_F_COMING:
    case PLX_F_UPCOMING: return PLX_SHIFT_NEXT;
    case PLX_F_PREVIOUS:
    case PLX_F_PRECEDING:
    case PLX_F_PRIOR: return PLX_SHIFT_PREVIOUS;
    case PLX_F_FOLLOWING: return PLX_SHIFT_FOLLOWING;
    case PLX_F_SAME:
    case PLX_F_THAT: return PLX_SHIFT_SAME;
    default: return PLX_SHIFT_NONE;
    }
}

/* Behind "this year's" and its like: a quarter, a season, a holiday or a month of that year. */
static size_t of_that_year(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    if (!plx_atom_mark(a, i, '\'') || !plx_atom_is(a, i + 1, PLX_F_S)) return 0;
    plx_time_read inner = {.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
    inner.type = PLX_DATE;
    if (t->shift == PLX_SHIFT_LAST &&
        (plx_time__unit_is(a, i + 2, PLX_UNIT_QUARTER) || plx_atom_is(a, i + 2, PLX_F_PERIOD))) {
        inner.form = PLX_TF_OFFSET;
        inner.direction = PLX_DIR_AGO;
        inner.unit = PLX_UNIT_YEAR;
        inner.n = 1;
        inner.part = -1; /* keeps the quarter that the text speaks of */
        *t = inner;
        return i + 3;
    }
    size_t end = plx_time__quarter_name(p, i + 2, &inner);
    if (!end && plx_atom_cls(a, i + 2, PLX_W_SEASON) && !plx_atom_has(a, i + 2, PLX_ATOM_CAP)) {
        inner.form = PLX_TF_SEASON;
        inner.season = a->p[i + 2].value;
        end = i + 3;
    }
    if (!end) return 0;
    inner.year_shift = t->shift == PLX_SHIFT_LAST ? -1 : t->shift == PLX_SHIFT_NEXT ? 1 : 0;
    *t = inner;
    return end;
}

/* "that third-quarter loss", "the same fall": no shift of a time. */
static bool shift_is_that(const plx_time_read *t) { return t->shift == PLX_SHIFT_SAME; }

/* What a shift can stand before, but for plain units. */
static size_t shifted_name(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    t->type = PLX_DATE;
    if (plx_atom_cls(a, i, PLX_W_WEEKDAY) && plx_atom_has(a, i, PLX_ATOM_CAP)) {
        uint8_t shift = t->shift;
        size_t end = plx_time__date(p, i, t); /* "this coming Sunday, March 8" */
        if (!end) end = plx_time__weekday(p, i, t);
        t->shift = shift;
        return end;
    }
    int16_t month;
    if (plx_atom_cls(a, i, PLX_W_MONTH) && plx_time__month(p, i, &month)) {
        t->form = PLX_TF_DATE;
        t->month = month;
        plx_time_read with_day = *t;
        size_t end = plx_time__date(p, i, &with_day);
        if (end && with_day.day && !with_day.year) {
            with_day.shift = t->shift;
            *t = with_day;
            return end;
        }
        return i + 1;
    }
    if (plx_atom_cls(a, i, PLX_W_SEASON)) {
        if (shift_is_that(t)) return 0;
        t->form = PLX_TF_SEASON;
        t->season = a->p[i].value;
        return i + 1;
    }
    size_t end = plx_time__part(a, i, &t->part);
    if (end && plx_atom_has(a, i, PLX_ATOM_CAP)) return 0; /* a programme's title */
    if (end) {
        t->form = PLX_TF_PART;
        t->type = PLX_TIME;
        return end;
    }
    uint8_t shift = t->shift;
    end = plx_time__holiday(p, i, t);
    t->shift = shift;
    if (end) return end;
    t->form = PLX_TF_NONE;
    return shift_is_that(t) ? 0 : plx_time__quarter_name(p, i, t);
}

/* "[the] past two months", "the next few days", "the first nine months", "recent years" */
static size_t shifted_duration(const plx_time_parse *p, size_t i, plx_time_read *t,
                               size_t shift_at) {
    const plx_atoms *a = p->a;
    bool article, plural;
    size_t end = plx_time__how_many(a, i, t, &article);
    if (end && !article) {
        size_t link = plx_time__range_link(a, end);
        plx_time_read second = *t;
        size_t next = link ? plx_time__how_many(a, link, &second, &article) : 0;
        if (next) end = next, t->mod = "APPROX";
        size_t at = plx_atom_skip_hyphen(a, plx_time__skip_adjectives(a, end));
        end = plx_time__unit(a, at, &t->unit, &plural);
        if (!end || (!plural && t->n != 1 && !t->vague)) return 0;
        t->form = PLX_TF_DURATION;
        t->type = PLX_DURATION;
        if (plx_atom_is(a, end, PLX_F_OR) && plx_atom_is(a, end + 1, PLX_F_SO)) {
            t->mod = "APPROX";
            end += 2;
        }
        return end;
    }
    if (!plx_atom_cls(a, i, PLX_W_UNITS)) return 0;
    t->type = PLX_DATE;
    t->form = PLX_TF_REF;
    t->ref = plx_atom_is(a, shift_at, PLX_F_COMING) || plx_atom_is(a, shift_at, PLX_F_NEXT) ||
                     plx_atom_is(a, shift_at, PLX_F_UPCOMING)
                 ? "FUTURE_REF"
                 : "PAST_REF";
    return i + 1;
}

/* "these days", "recent years", "the first nine months", "those two weeks": led by words that shift
 * nothing. *led: it is such a phrase, whether or not it is a time. */
static size_t without_shift(const plx_time_parse *p, size_t at, bool the, plx_time_read *t,
                            bool *led) {
    const plx_atoms *a = p->a;
    bool recent = plx_atom_is(a, at, PLX_F_RECENT), first = plx_atom_cls(a, at, PLX_W_ORD);
    bool other = plx_atom_is(a, at, PLX_F_FINAL) || plx_atom_is(a, at, PLX_F_OPENING) ||
                 plx_atom_is(a, at, PLX_F_THESE) || plx_atom_is(a, at, PLX_F_THOSE);
    *led = recent || other || (the && first);
    if (!*led) return 0;
    if (plx_atom_is(a, at, PLX_F_THESE) && plx_atom_cls(a, at + 1, PLX_W_UNITS) &&
        a->p[at + 1].value == PLX_UNIT_DAY) {
        t->form = PLX_TF_REF;
        t->type = PLX_DATE;
        t->ref = "PRESENT_REF";
        return at + 2;
    }
    size_t end = shifted_duration(p, at + 1, t, at);
    return end && t->form == PLX_TF_REF && !recent ? 0 : end;
}

/* "last week", "this year or so", "next year's first quarter": behind the unit. */
static size_t shifted_unit(const plx_time_parse *p, size_t end, plx_time_read *t) {
    const plx_atoms *a = p->a;
    t->form = PLX_TF_PERIOD;
    t->type = PLX_DATE;
    if (t->unit == PLX_UNIT_WEEKEND) t->weekend = true, t->unit = PLX_UNIT_WEEK;
    if (plx_atom_is(a, end, PLX_F_OR) && plx_atom_is(a, end + 1, PLX_F_SO)) {
        t->mod = "APPROX";
        return end + 2;
    }
    if (t->unit == PLX_UNIT_YEAR) {
        size_t more = of_that_year(p, end, t);
        if (more) return more;
    }
    int16_t part;
    if (t->unit == PLX_UNIT_DAY && plx_time__part(a, end, &part)) return 0;
    return end;
}

size_t plx_time__relative(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool the = plx_atom_is(a, i, PLX_F_THE);
    size_t at = i + the;
    size_t shift_at = at;
    plx_time_shift shift = shift_of(a, at);
    bool led = false;
    size_t without = without_shift(p, at, the, t, &led);
    if (led) return without;
    if (shift == PLX_SHIFT_NONE) return 0;
    /* "following Tuesday's losses": a preposition without the article. */
    if (shift == PLX_SHIFT_FOLLOWING && !the) return 0;
    at++;
    if (shift == PLX_SHIFT_SAME && plx_atom_is(a, at, PLX_F_SAME)) at++;
    if (shift == PLX_SHIFT_THIS && plx_atom_is(a, at, PLX_F_PAST)) shift = PLX_SHIFT_LAST, at++;
    if (shift == PLX_SHIFT_THIS &&
        (plx_atom_is(a, at, PLX_F_COMING) || plx_atom_is(a, at, PLX_F_NEXT))) {
        shift = PLX_SHIFT_NEXT;
        at++;
    }
    t->shift = (uint8_t)shift;
    if (the && shift == PLX_SHIFT_NEXT && plx_atom_is(a, shift_at, PLX_F_NEXT)) {
        /* "the next day" follows what the text speaks of; "the next two years" does not. */
        if (plx_time__unit_is(a, at, PLX_UNIT_DAY) || plx_atom_cls(a, at, PLX_W_POD)) {
            t->shift = PLX_SHIFT_FOLLOWING;
        }
    }
    size_t core = at;
    while (plx_atom_is(a, core, PLX_F_FISCAL) || plx_atom_is(a, core, PLX_F_CALENDAR) ||
           plx_atom_is(a, core, PLX_F_FULL)) {
        core++;
    }
    bool plural;
    if (plx_atom_is(a, core, PLX_F_PERIOD) && the && shift != PLX_SHIFT_NEXT) {
        t->form = PLX_TF_PERIOD;
        t->type = PLX_DATE;
        t->unit = PLX_UNIT_QUARTER;
        return shift == PLX_SHIFT_BARE ? core + 1 : 0;
    }
    size_t end = plx_time__unit(a, core, &t->unit, &plural);
    if (end && plx_atom_has(a, core, PLX_ATOM_CAP)) return 0; /* a programme's title */
    if (end && !plural && t->unit != PLX_UNIT_SECOND && t->unit != PLX_UNIT_NIGHT) {
        return shifted_unit(p, end, t);
    }
    end = shifted_name(p, at, t);
    if (end) return end;
    t->unit = 0;
    if (shift == PLX_SHIFT_SAME) return 0;
    if (plx_atom_is(a, shift_at, PLX_F_LAST) && !the && plx_atom_cls(a, at, PLX_W_UNITS)) return 0;
    t->shift = 0;
    return shifted_duration(p, at, t, shift_at);
}
