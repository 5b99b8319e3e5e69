/* The grammar of periods told by their names: quarters, seasons, decades, centuries; and of words
 * that are times by themselves. See times_read.h. */
#include "find/times_read.h"

/* ---- quarters, halves, seasons, decades, centuries ------------------------------------------- */

/* "third quarter", "third-quarter", "fiscal first quarter", "second half", "Q3" */
size_t plx_time__quarter_name(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = i;
    if (plx_atom_is(a, at, PLX_F_FISCAL)) at = plx_atom_skip_hyphen(a, at + 1);
    int n = 0;
    if (plx_time__word_is(p, at, "q") && plx_atom_number(a, at + 1) && plx_atom_tight(a, at + 1)) {
        n = (int)PLX_MIN(a->p[at + 1].number, 9.0);
        if (n < 1 || n > 4) return 0;
        t->form = PLX_TF_QUARTER;
        t->quarter = (int16_t)n;
        return at + 2;
    }
    size_t end = plx_time__ordinal(a, at, &n);
    if (!end && (plx_atom_is(a, at, PLX_F_LAST) || plx_atom_is(a, at, PLX_F_FINAL)) &&
        plx_atom_is(a, at + 1, PLX_F_HALF)) {
        n = 2, end = at + 1;
    }
    if (!end) return 0;
    if (plx_atom_is(a, end, PLX_F_FISCAL)) end++;
    end = plx_atom_skip_hyphen(a, end);
    if (plx_time__unit_is(a, end, PLX_UNIT_QUARTER) && n >= 1 && n <= 4) {
        t->form = PLX_TF_QUARTER;
        t->quarter = (int16_t)n;
        return end + 1;
    }
    if (plx_atom_is(a, end, PLX_F_HALF) && n >= 1 && n <= 2) {
        t->form = PLX_TF_HALF;
        t->half = (int16_t)n;
        return end + 1;
    }
    return 0;
}

/* "corresponding period last year", "same quarter a year earlier" */
static size_t same_of_last_year(const plx_atoms *a, size_t i, plx_time_read *t) {
    bool same = plx_atom_is(a, i, PLX_F_SAME) || plx_atom_is(a, i, PLX_F_COMPARABLE) ||
                plx_atom_is(a, i, PLX_F_CORRESPONDING);
    bool period =
        plx_atom_is(a, i + 1, PLX_F_PERIOD) || plx_time__unit_is(a, i + 1, PLX_UNIT_QUARTER);
    if (!same || !period) return 0;
    size_t at = i + 2;
    at += plx_atom_is(a, at, PLX_F_OF) || plx_atom_is(a, at, PLX_F_IN);
    bool last = plx_atom_is(a, at, PLX_F_LAST) && plx_time__unit_is(a, at + 1, PLX_UNIT_YEAR);
    bool ago = plx_atom_is(a, at, PLX_F_A) && plx_time__unit_is(a, at + 1, PLX_UNIT_YEAR) &&
               (plx_atom_is(a, at + 2, PLX_F_AGO) || plx_atom_is(a, at + 2, PLX_F_EARLIER));
    if (!last && !ago) return 0;
    t->form = PLX_TF_OFFSET;
    t->direction = PLX_DIR_AGO;
    t->unit = PLX_UNIT_YEAR;
    t->n = 1;
    t->part = -1; /* keeps the quarter that the text speaks of */
    return at + (last ? 2 : 3);
}

static size_t quarter(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool the = plx_atom_is(a, i, PLX_F_THE);
    size_t at = i + the;
    int32_t year;
    size_t behind_year = plx_time__year_number(p, at, &year);
    t->type = PLX_DATE;
    if (behind_year) {
        size_t end = plx_time__quarter_name(p, behind_year, t);
        if (end) {
            t->year = year;
            return end;
        }
        if (the && (plx_time__unit_is(a, behind_year, PLX_UNIT_QUARTER) ||
                    plx_atom_is(a, behind_year, PLX_F_PERIOD))) {
            t->form = PLX_TF_DATE;
            t->year = year;
            t->unit = PLX_UNIT_QUARTER; /* of which quarter, the text has said */
            return behind_year + 1;
        }
        return 0;
    }
    if (the) {
        size_t end = same_of_last_year(a, at, t);
        if (end) return end;
    }
    if (plx_atom_is(a, at, PLX_F_COMPARABLE) || plx_atom_is(a, at, PLX_F_CORRESPONDING)) at++;
    /* "year-ago quarter", "the year-earlier third quarter" */
    if (plx_time__unit_is(a, at, PLX_UNIT_YEAR)) {
        size_t ago = plx_atom_skip_hyphen(a, at + 1);
        bool is_ago = plx_atom_is(a, ago, PLX_F_AGO),
             is_earlier = plx_atom_is(a, ago, PLX_F_EARLIER);
        if (ago == at + 1 || (!is_ago && !is_earlier)) return 0;
        t->form = PLX_TF_OFFSET;
        t->direction = is_ago ? PLX_DIR_AGO : PLX_DIR_EARLIER;
        t->unit = PLX_UNIT_YEAR;
        t->n = 1;
        t->part = -1; /* keeps the quarter that the text speaks of */
        size_t end = plx_time__quarter_name(p, ago + 1, t);
        if (end) {
            t->year_shift = -1;
            return end;
        }
        if (plx_time__unit_is(a, ago + 1, PLX_UNIT_QUARTER) ||
            plx_atom_is(a, ago + 1, PLX_F_PERIOD)) {
            return ago + 2;
        }
        return the ? 0 : ago + 1; /* "the year-earlier loss": without its article */
    }
    size_t end = plx_time__quarter_name(p, at, t);
    if (!end) return 0;
    /* "the third-quarter loss": the article is the noun's. */
    if (the && t->form == PLX_TF_QUARTER && plx_atom_mark(a, end - 2, '-')) return 0;
    /* "the first half" and "first half of the game" are no times. */
    size_t next = plx_time__of_year(p, end, t);
    if (t->form == PLX_TF_HALF && !next) return 0;
    return next ? next : end;
}

static size_t season(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool the = plx_atom_is(a, i, PLX_F_THE);
    size_t at = i + the;
    if (!plx_atom_cls(a, at, PLX_W_SEASON)) return 0;
    t->form = PLX_TF_SEASON;
    t->type = PLX_DATE;
    t->season = a->p[at].value;
    size_t next = plx_time__of_year(p, at + 1, t);
    if (next) return next;
    bool capital = plx_atom_has(a, at, PLX_ATOM_CAP);
    if (capital || plx_atom_is(a, at + 1, PLX_F_OF) || plx_atom_mark(a, at + 1, '-')) return 0;
    bool clear = t->season == 2 || t->season == 4 || plx_time__word_is(p, at, "autumn");
    bool led = i > 0 && (plx_atom_is(a, i - 1, PLX_F_IN) || plx_atom_is(a, i - 1, PLX_F_BY) ||
                         plx_atom_is(a, i - 1, PLX_F_UNTIL) || plx_atom_is(a, i - 1, PLX_F_SINCE) ||
                         plx_atom_is(a, i - 1, PLX_F_EARLY) || plx_atom_is(a, i - 1, PLX_F_LATE) ||
                         plx_atom_is(a, i - 1, PLX_F_DURING));
    if (led && (clear || the)) return at + 1;
    return clear && the ? at + 1 : 0;
}

/* "1990s", "1990's", "'90s", "the nineties"; "20th century" */
static size_t decade(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = i + plx_atom_is(a, i, PLX_F_THE);
    t->type = PLX_DATE;
    if (plx_atom_cls(a, at, PLX_W_DECADES) && at > i) {
        t->form = PLX_TF_DECADE;
        t->year = 1900 + a->p[at].value;
        return at + 1;
    }
    size_t number = at + plx_atom_mark(a, at, '\'');
    if (plx_atom_number(a, number) && (number == at || plx_atom_tight(a, number))) {
        const plx_atom *n = &a->p[number];
        size_t s = number + 1;
        if (plx_atom_mark(a, s, '\'') && plx_atom_tight(a, s)) s++;
        bool plural = plx_atom_is(a, s, PLX_F_S) && plx_atom_tight(a, s);
        int32_t v = (int32_t)PLX_MIN(n->number, 10000.0);
        if (plural && v % 10 == 0 && !(n->flags & (PLX_ATOM_COMMA | PLX_ATOM_POINT))) {
            if (n->digits == 4 && v >= 1000 && v < 2200) {
                t->form = v % 100 == 0 && v < 2000 ? PLX_TF_CENTURY : PLX_TF_DECADE;
                int32_t century = v / 100 + 1;
                t->n = century;
                t->year = v;
                return s + 1;
            }
            if (n->digits == 2 && number > at) {
                t->form = PLX_TF_DECADE;
                t->year = 1900 + v;
                return s + 1;
            }
        }
    }
    int n;
    size_t end = plx_time__ordinal(a, at, &n);
    if (end && n <= 22) {
        end = plx_atom_skip_hyphen(a, end);
        if (plx_time__unit_is(a, end, PLX_UNIT_CENTURY)) {
            t->form = PLX_TF_CENTURY;
            t->n = n;
            return end + 1;
        }
    }
    return 0;
}

/* ---- words that are times by themselves -------------------------------------------------------
 */

static size_t near_word(plx_time_read *t, int n, size_t end) {
    t->form = PLX_TF_NEAR;
    t->type = PLX_DATE;
    t->n = n;
    return end;
}

static size_t ref_word(plx_time_read *t, const char *ref, size_t end) {
    t->form = PLX_TF_REF;
    t->type = PLX_DATE;
    t->ref = ref;
    return end;
}

/* "today", "now", "recently", "the future" */
static size_t deictic(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool the = plx_atom_is(a, i, PLX_F_THE);
    size_t at = i + the;
    if (the && (plx_atom_is(a, at, PLX_F_NEAR) || plx_atom_is(a, at, PLX_F_FORESEEABLE) ||
                plx_atom_is(a, at, PLX_F_IMMEDIATE) || plx_atom_is(a, at, PLX_F_DISTANT) ||
                plx_atom_is(a, at, PLX_F_VERY))) {
        at++;
    }
    if (!plx_atom_cls(a, at, PLX_W_FUNC)) return 0;
    int16_t part;
    size_t next;
    int f = a->p[at].value;
    if (the) {
        if (f == PLX_F_FUTURE) return ref_word(t, "FUTURE_REF", at + 1);
        if (at > i + 1) return 0;
        if (f == PLX_F_PRESENT && !plx_atom_word(a, at + 1)) {
            return ref_word(t, "PRESENT_REF", at + 1);
        }
        bool closed = !plx_atom_word(a, at + 1) || plx_atom_cls(a, at + 1, PLX_W_FUNC);
        if (f == PLX_F_PAST && closed && !plx_atom_is(a, at + 1, PLX_F_FEW) &&
            !plx_atom_is(a, at + 1, PLX_F_SEVERAL) && !plx_atom_is(a, at + 1, PLX_F_COUPLE)) {
            return ref_word(t, "PAST_REF", at + 1);
        }
        return 0;
    }
    switch (f) {
    case PLX_F_TODAY: /* "World Today": a newspaper */
        if (plx_atom_has(a, at, PLX_ATOM_CAP) && at > 0 && plx_atom_has(a, at - 1, PLX_ATOM_CAP)) {
            return 0;
        }
        return near_word(t, 0, at + 1);
    case PLX_F_YESTERDAY:
    case PLX_F_TOMORROW:
        next = plx_time__part(a, at + 1, &part);
        near_word(t, f == PLX_F_TOMORROW ? 1 : -1, at + 1);
        if (!next) return at + 1;
        t->part = part;
        t->type = PLX_TIME;
        return next;
    case PLX_F_TONIGHT:
        near_word(t, 0, at + 1);
        t->part = PLX_POD_NIGHT;
        t->type = PLX_TIME;
        return at + 1;
    case PLX_F_NOW:
    case PLX_F_CURRENTLY:
    case PLX_F_NOWADAYS:
    case PLX_F_PRESENTLY: return ref_word(t, "PRESENT_REF", at + 1);
    case PLX_F_CURRENT: return ref_word(t, "PRESENT_REF", at + 1);
    case PLX_F_RECENTLY:
    case PLX_F_RECENT:
    case PLX_F_LATELY: return ref_word(t, "PAST_REF", at + 1);
    case PLX_F_FUTURE:
        return i > 0 && plx_atom_is(a, i - 1, PLX_F_IN) ? ref_word(t, "FUTURE_REF", at + 1) : 0;
    default: return 0;
    }
}

/* "year-end", "year's end" */
static size_t year_end(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = plx_atom_skip_hyphen(a, i + 1);
    if (plx_atom_mark(a, at, '\'') && plx_atom_is(a, at + 1, PLX_F_S)) at += 2;
    if (!plx_atom_is(a, at, PLX_F_END)) return 0;
    t->form = PLX_TF_PERIOD;
    t->shift = PLX_SHIFT_BARE;
    t->unit = PLX_UNIT_YEAR;
    t->mod = "END";
    return at + 1;
}

/* The part of the day at `at`, behind "in" and the article at i. */
static size_t in_the_morning(const plx_atoms *a, size_t i, size_t at, plx_time_read *t) {
    if (!plx_atom_cls(a, at, PLX_W_POD) || a->p[at].value < PLX_POD_MORNING ||
        a->p[at].value > PLX_POD_EVENING || a->p[at].value == PLX_POD_NOON || i == 0 ||
        !plx_atom_is(a, i - 1, PLX_F_IN)) {
        return 0;
    }
    t->form = PLX_TF_PART;
    t->type = PLX_TIME;
    t->shift = PLX_SHIFT_BARE;
    t->part = a->p[at].value;
    return at + 1;
}

/* "[the week of] March 6" */
static size_t week_of(const plx_time_parse *p, size_t i, plx_time_read *t) {
    plx_time_read day = {.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
    size_t end = plx_time__date(p, i, &day);
    if (!end || !day.day) return 0;
    *t = day;
    t->form = PLX_TF_WEEK_OF;
    t->type = PLX_DATE;
    return end;
}

/* "the quarter", "the weekend", "overnight": periods that the text takes as known. */
static size_t bare_period(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    t->type = PLX_DATE;
    if (plx_atom_cls(a, i, PLX_W_POD) && a->p[i].value == PLX_POD_OVERNIGHT) {
        t->form = PLX_TF_PART;
        t->type = PLX_TIME;
        t->shift = PLX_SHIFT_BARE;
        t->part = PLX_POD_OVERNIGHT;
        return i + 1;
    }
    if (plx_time__unit_is(a, i, PLX_UNIT_YEAR)) return year_end(p, i, t);
    if (!plx_atom_is(a, i, PLX_F_THE)) return 0;
    size_t at = i + 1;
    if (plx_atom_is(a, at, PLX_F_FISCAL) || plx_atom_is(a, at, PLX_F_FULL)) at++;
    if (!plx_atom_cls(a, at, PLX_W_UNIT)) return in_the_morning(a, i, at, t);
    if (plx_atom_has(a, at, PLX_ATOM_CAP)) return 0;
    uint8_t unit = (uint8_t)a->p[at].value;
    t->shift = PLX_SHIFT_BARE;
    t->form = PLX_TF_PERIOD;
    t->unit = unit;
    if (unit == PLX_UNIT_WEEKEND) {
        t->weekend = true;
        t->unit = PLX_UNIT_WEEK;
        return at + 1;
    }
    if (unit == PLX_UNIT_WEEK && plx_atom_is(a, at + 1, PLX_F_OF)) return week_of(p, at + 2, t);
    if (unit == PLX_UNIT_YEAR) {
        int32_t year;
        size_t end = plx_time__year_number(p, at + 1, &year);
        if (end) {
            t->form = PLX_TF_DATE;
            t->year = year;
            t->shift = 0;
            return end;
        }
    }
    if (plx_atom_is(a, at + 1, PLX_F_OF)) return 0;
    if (plx_atom_skip_hyphen(a, at + 1) != at + 1) return 0;
    bool whole = unit == PLX_UNIT_YEAR || unit == PLX_UNIT_MONTH || unit == PLX_UNIT_WEEK;
    if (whole &&
        (plx_time__word_is(p, at + 1, "ended") || plx_time__word_is(p, at + 1, "ending"))) {
        t->form = PLX_TF_DURATION;
        t->type = PLX_DURATION;
        t->shift = 0;
        t->n = 1;
        return at + 1;
    }
    if (at == i + 1) {
        if (plx_atom_is(a, at + 1, PLX_F_BEFORE) || plx_atom_is(a, at + 1, PLX_F_AFTER)) {
            if (!plx_time__ends_clause(a, at + 2)) return 0;
            t->shift =
                plx_atom_is(a, at + 1, PLX_F_BEFORE) ? PLX_SHIFT_PREVIOUS : PLX_SHIFT_FOLLOWING;
            return at + 2;
        }
    }
    return unit == PLX_UNIT_QUARTER || unit == PLX_UNIT_YEAR || unit == PLX_UNIT_WEEK ||
                   unit == PLX_UNIT_MONTH || unit == PLX_UNIT_DAY
               ? at + 1
               : 0;
}

size_t plx_time__word(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_time_read blank = *t;
    size_t (*const rules[])(const plx_time_parse *, size_t,
                            plx_time_read *) = {quarter, decade, season, deictic, bare_period};
    for (size_t k = 0; k < PLX_COUNT(rules); k++) {
        *t = blank;
        size_t end = rules[k](p, i, t);
        if (end) return end;
    }
    /* "fiscal 1989" */
    *t = blank;
    if (plx_atom_is(p->a, i, PLX_F_FISCAL)) {
        size_t at = i + 1 + (size_t)plx_time__unit_is(p->a, i + 1, PLX_UNIT_YEAR);
        if (plx_atom_number(p->a, at)) return plx_time__year(p, at, t);
    }
    return 0;
}
