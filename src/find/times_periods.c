/* The grammar of periods: weeks, months, quarters, seasons, years, decades told by their name or by
 * a shift ("last", "the following"), durations, sets and the words that are times by themselves.
 * See times_read.h. */
#include "find/times_read.h"

size_t plx_time__unit(const plx_atoms *a, size_t i, uint8_t *unit, bool *plural) {
    *plural = false;
    if (plx_atom_cls(a, i, PLX_W_UNIT) || plx_atom_cls(a, i, PLX_W_UNITS)) {
        *plural = plx_atom_cls(a, i, PLX_W_UNITS);
        *unit = (uint8_t)a->p[i].value;
        return i + 1;
    }
    if (plx_atom_cls(a, i, PLX_W_ORD) && a->p[i].value == 2) { /* "a second" */
        *unit = PLX_UNIT_SECOND;
        return i + 1;
    }
    return 0;
}

static bool unit_is(const plx_atoms *a, size_t i, plx_time_unit unit) {
    return plx_atom_cls(a, i, PLX_W_UNIT) && a->p[i].value == (int16_t)unit;
}

/* ---- durations ------------------------------------------------------------------------------- */

/* Words between the number and the unit: "two more weeks", "five consecutive years". */
static size_t skip_adjectives(const plx_atoms *a, size_t i) {
    for (int k = 0; k < 2; k++) {
        if (plx_atom_is(a, i, PLX_F_MORE) || plx_atom_is(a, i, PLX_F_ADDITIONAL) ||
            plx_atom_is(a, i, PLX_F_FULL) || plx_atom_is(a, i, PLX_F_CONSECUTIVE) ||
            plx_atom_is(a, i, PLX_F_STRAIGHT) || plx_atom_is(a, i, PLX_F_BUSINESS) ||
            plx_atom_is(a, i, PLX_F_TRADING) || plx_atom_is(a, i, PLX_F_WORKING) ||
            plx_atom_is(a, i, PLX_F_CALENDAR) || plx_atom_is(a, i, PLX_F_LONG) ||
            plx_atom_is(a, i, PLX_F_WHOLE) || plx_atom_is(a, i, PLX_F_FISCAL) ||
            plx_atom_is(a, i, PLX_F_ENTIRE) || plx_atom_is(a, i, PLX_F_FURTHER)) {
            i++;
        }
    }
    return i;
}

/* How many: a number, "a", "half a", "several", "a few", "a couple of". */
static size_t how_many(const plx_atoms *a, size_t i, plx_time_read *t, bool *article) {
    plx_number n;
    *article = false;
    t->vague = false;
    if (plx_atom_is(a, i, PLX_F_HALF)) {
        size_t at = i + 1;
        if (plx_atom_is(a, at, PLX_F_A) || plx_atom_is(a, at, PLX_F_AN))
            at++;
        else
            at = plx_atom_skip_hyphen(a, at);
        uint8_t unit;
        bool plural;
        if (at > i + 1 && plx_time__unit(a, at, &unit, &plural) && !plural) {
            t->n = 0.5;
            return at;
        }
    }
    size_t end = plx_find__number(a, i, &n);
    if (end) {
        t->n = n.value;
        return end;
    }
    if (plx_atom_is(a, i, PLX_F_SEVERAL) || plx_atom_is(a, i, PLX_F_FEW) ||
        plx_atom_is(a, i, PLX_F_MANY)) {
        t->vague = true;
        return i + 1;
    }
    if (plx_atom_is(a, i, PLX_F_COUPLE)) {
        t->n = 2;
        t->mod = "APPROX";
        return i + 1 + plx_atom_is(a, i + 1, PLX_F_OF);
    }
    if (!plx_atom_is(a, i, PLX_F_A) && !plx_atom_is(a, i, PLX_F_AN) &&
        !plx_atom_is(a, i, PLX_F_ANOTHER)) {
        return 0;
    }
    if (plx_atom_is(a, i + 1, PLX_F_FEW)) {
        t->vague = true;
        return i + 2;
    }
    if (plx_atom_is(a, i + 1, PLX_F_COUPLE)) {
        t->n = 2;
        t->mod = "APPROX";
        return i + 2 + plx_atom_is(a, i + 2, PLX_F_OF);
    }
    size_t half = i + 1;
    if (plx_atom_is(a, half, PLX_F_HALF)) { /* "a half hour", "a half-century" */
        t->n = 0.5;
        return half + 1;
    }
    *article = true;
    t->n = 1;
    return i + 1;
}

static bool ends_clause(const plx_atoms *a, size_t i) {
    return i >= a->n || (a->p[i].kind == PLX_ATOM_MARK && a->p[i].mark != '(') ||
           plx_atom_is(a, i, PLX_F_AND);
}

/* "ago", "earlier", "later", "from now": makes an offset of a duration. */
static size_t direction(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = i;
    if (plx_atom_is(a, at, PLX_F_OR) && plx_atom_is(a, at + 1, PLX_F_SO)) {
        t->mod = "APPROX";
        at += 2;
    } else if (plx_atom_is(a, at, PLX_F_OR) && plx_atom_is(a, at + 1, PLX_F_MORE)) {
        t->mod = "EQUAL_OR_MORE";
        at += 2;
    }
    size_t hyphen = plx_atom_skip_hyphen(a, at);
    if (plx_atom_is(a, hyphen, PLX_F_AGO)) {
        t->direction = PLX_DIR_AGO;
        return hyphen + 1;
    }
    if (plx_atom_is(a, hyphen, PLX_F_EARLIER)) {
        t->direction = PLX_DIR_EARLIER;
        return hyphen + 1;
    }
    if (plx_atom_is(a, hyphen, PLX_F_LATER)) {
        t->direction = PLX_DIR_LATER;
        return hyphen + 1;
    }
    if (plx_atom_is(a, at, PLX_F_FROM) && plx_atom_is(a, at + 1, PLX_F_NOW)) {
        t->direction = PLX_DIR_HENCE;
        return at + 2;
    }
    if (plx_atom_is(a, at, PLX_F_HENCE)) {
        t->direction = PLX_DIR_HENCE;
        return at + 1;
    }
    bool before = plx_atom_is(a, at, PLX_F_BEFORE),
         after = plx_atom_is(a, at, PLX_F_AFTER) || plx_atom_is(a, at, PLX_F_AFTERWARD);
    if ((before || after) && ends_clause(a, at + 1)) {
        t->direction = before ? PLX_DIR_EARLIER : PLX_DIR_LATER;
        return at + 1;
    }
    return at;
}

/* "and a half", "and three months", ", 2 months": the second part of a duration. */
static size_t second_part(const plx_atoms *a, size_t i, plx_time_read *t) {
    if (!plx_atom_is(a, i, PLX_F_AND)) return i;
    if (plx_atom_is(a, i + 1, PLX_F_A) && plx_atom_is(a, i + 2, PLX_F_HALF)) {
        t->n += 0.5;
        return i + 3;
    }
    plx_number n;
    bool plural;
    uint8_t unit;
    size_t at = plx_find__number(a, i + 1, &n);
    size_t end = at ? plx_time__unit(a, at, &unit, &plural) : 0;
    if (!end || unit >= t->unit || t->vague || n.fraction) return i;
    t->n2 = n.value;
    t->unit2 = unit;
    return end;
}

/* "two to three weeks", "six or seven years": the index of the second number, or 0. */
static size_t range_link(const plx_atoms *a, size_t i) {
    if (plx_atom_is(a, i, PLX_F_TO) || plx_atom_is(a, i, PLX_F_OR)) return i + 1;
    size_t at = plx_atom_skip_hyphen(a, i);
    if (at == i) return 0;
    if (plx_atom_is(a, at, PLX_F_TO) || plx_atom_is(a, at, PLX_F_OR)) {
        return plx_atom_skip_hyphen(a, at + 1);
    }
    return plx_atom_number(a, at) ? at : 0;
}

/* "$5 a year", "20 percent a month", "24 hours a day": of what stands before, no time. */
static bool is_rate(const plx_atoms *a, size_t i) {
    return plx_atom_number(a, i - 1) || plx_atom_cls(a, i - 1, PLX_W_SCALE) ||
           plx_atom_cls(a, i - 1, PLX_W_UNITS) || plx_atom_mark(a, i - 1, '%') ||
           plx_atom_is(a, i - 1, PLX_F_PERCENT);
}

size_t plx_time__duration(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool article, plural = false;
    t->form = PLX_TF_DURATION;
    t->type = PLX_DURATION;
    size_t end = how_many(a, i, t, &article);
    bool the = !end && plx_atom_is(a, i, PLX_F_THE);
    if (the) { /* "the nine months" */
        end = how_many(a, i + 1, t, &article);
        if (!end || article || t->vague) return 0;
    }
    if (!end) { /* "years", "decades ago" */
        if (!plx_atom_cls(a, i, PLX_W_UNITS) || a->p[i].value == PLX_UNIT_NIGHT ||
            a->p[i].value == PLX_UNIT_WEEKEND || a->p[i].value == PLX_UNIT_QUARTER) {
            return 0;
        }
        if (plx_atom_has(a, i, PLX_ATOM_CAP) && i > 0) return 0;
        if (plx_atom_is(a, plx_atom_skip_hyphen(a, i + 1), PLX_F_OLD)) return 0;
        t->vague = true;
        t->unit = (uint8_t)a->p[i].value;
        size_t tail = direction(p, i + 1, t);
        if (t->direction) t->form = PLX_TF_OFFSET, t->type = PLX_DATE;
        return tail;
    }
    plx_time_read second = *t;
    size_t link = range_link(a, end);
    if (link) {
        bool other;
        size_t next = how_many(a, link, &second, &other);
        if (next && !other && !second.vague && second.n > t->n) {
            t->mod = "APPROX";
            end = next;
        }
    }
    size_t at = skip_adjectives(a, end);
    if (at == end) at = plx_atom_skip_hyphen(a, end);
    bool quarter_century = unit_is(a, at, PLX_UNIT_QUARTER) && article;
    if (quarter_century && unit_is(a, plx_atom_skip_hyphen(a, at + 1), PLX_UNIT_CENTURY)) {
        t->n = 25;
        t->unit = PLX_UNIT_YEAR;
        return direction(p, plx_atom_skip_hyphen(a, at + 1) + 1, t);
    }
    size_t next = plx_time__unit(a, at, &t->unit, &plural);
    if (!next) return 0;
    bool hyphened = at > end && plx_atom_mark(a, at - 1, '-');
    if (plural && plx_atom_has(a, at, PLX_ATOM_CAP) && i > 0) return 0; /* "60 Minutes" */
    if (plx_atom_tight(a, at) && !hyphened && plx_atom_number(a, at - 1) &&
        a->p[at].end - a->p[at].begin < 3) {
        return 0; /* "5s" */
    }
    /* "one second place", "two second graders"; "7 day" is a slip that texts make. */
    if (t->unit == PLX_UNIT_SECOND && !plural && (!hyphened || article)) return 0;
    if (the && (hyphened || !plural)) return 0;
    if (t->unit == PLX_UNIT_QUARTER && hyphened) return 0;
    if (t->unit == PLX_UNIT_NIGHT && article) return 0;
    if (t->unit == PLX_UNIT_QUARTER && article) return 0;
    if (t->unit == PLX_UNIT_WEEKEND && !plural) return 0;
    end = next;
    size_t old = plx_atom_skip_hyphen(a, end);
    if (plx_atom_is(a, old, PLX_F_OLD) || plx_time__word_is(p, old, "olds")) return 0;
    if (plx_atom_is(a, plx_atom_skip_hyphen(a, end), PLX_F_LONG) && hyphened)
        end = plx_atom_skip_hyphen(a, end) + 1;
    end = second_part(a, end, t);
    size_t tail = direction(p, end, t);
    if (t->direction) {
        t->form = PLX_TF_OFFSET;
        t->type = PLX_DATE;
    } else if (article && i > 0 && !plural && is_rate(a, i)) {
        return 0;
    }
    return tail;
}

/* ---- quarters, halves, seasons, decades, centuries ------------------------------------------- */

/* "third quarter", "third-quarter", "fiscal first quarter", "second half", "Q3" */
static size_t quarter_name(const plx_time_parse *p, size_t i, plx_time_read *t) {
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
    if (unit_is(a, end, PLX_UNIT_QUARTER) && n >= 1 && n <= 4) {
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

static size_t quarter(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool the = plx_atom_is(a, i, PLX_F_THE);
    size_t at = i + the;
    int32_t year;
    size_t behind_year = plx_time__year_number(p, at, &year);
    t->type = PLX_DATE;
    if (behind_year) {
        size_t end = quarter_name(p, behind_year, t);
        if (end) {
            t->year = year;
            return end;
        }
        if (the && (unit_is(a, behind_year, PLX_UNIT_QUARTER) ||
                    plx_atom_is(a, behind_year, PLX_F_PERIOD))) {
            t->form = PLX_TF_DATE;
            t->year = year;
            t->unit = PLX_UNIT_QUARTER; /* of which quarter, the text has said */
            return behind_year + 1;
        }
        return 0;
    }
    if (plx_atom_is(a, at, PLX_F_COMPARABLE) || plx_atom_is(a, at, PLX_F_CORRESPONDING)) at++;
    /* "year-ago quarter", "the year-earlier third quarter" */
    if (unit_is(a, at, PLX_UNIT_YEAR)) {
        size_t ago = plx_atom_skip_hyphen(a, at + 1);
        bool is_ago = plx_atom_is(a, ago, PLX_F_AGO),
             is_earlier = plx_atom_is(a, ago, PLX_F_EARLIER);
        if (ago == at + 1 || (!is_ago && !is_earlier)) return 0;
        t->form = PLX_TF_OFFSET;
        t->direction = is_ago ? PLX_DIR_AGO : PLX_DIR_EARLIER;
        t->unit = PLX_UNIT_YEAR;
        t->n = 1;
        t->part = -1; /* keeps the quarter that the text speaks of */
        size_t end = quarter_name(p, ago + 1, t);
        if (end) {
            t->year_shift = -1;
            return end;
        }
        if (unit_is(a, ago + 1, PLX_UNIT_QUARTER) || plx_atom_is(a, ago + 1, PLX_F_PERIOD)) {
            return ago + 2;
        }
        return the ? 0 : ago + 1; /* "the year-earlier loss": without its article */
    }
    size_t end = quarter_name(p, at, t);
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
                t->n = v / 100 + 1;
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
        if (unit_is(a, end, PLX_UNIT_CENTURY)) {
            t->form = PLX_TF_CENTURY;
            t->n = n;
            return end + 1;
        }
    }
    return 0;
}

/* ---- shifts: last, next, this, the following ... ----------------------------------------------
 */

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
    size_t end = quarter_name(p, i + 2, &inner);
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
    return shift_is_that(t) ? 0 : quarter_name(p, i, t);
}

/* "[the] past two months", "the next few days", "the first nine months", "recent years" */
static size_t shifted_duration(const plx_time_parse *p, size_t i, plx_time_read *t,
                               size_t shift_at) {
    const plx_atoms *a = p->a;
    bool article, plural;
    size_t end = how_many(a, i, t, &article);
    if (end && !article) {
        size_t link = range_link(a, end);
        plx_time_read second = *t;
        size_t next = link ? how_many(a, link, &second, &article) : 0;
        if (next) end = next, t->mod = "APPROX";
        size_t at = plx_atom_skip_hyphen(a, skip_adjectives(a, end));
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

size_t plx_time__relative(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool the = plx_atom_is(a, i, PLX_F_THE);
    size_t at = i + the;
    size_t shift_at = at;
    bool recent = plx_atom_is(a, at, PLX_F_RECENT), first = plx_atom_cls(a, at, PLX_W_ORD);
    bool final = plx_atom_is(a, at, PLX_F_FINAL) || plx_atom_is(a, at, PLX_F_OPENING);
    plx_time_shift shift = shift_of(a, at);
    if (plx_atom_is(a, at, PLX_F_THESE) && plx_atom_cls(a, at + 1, PLX_W_UNITS) &&
        a->p[at + 1].value == PLX_UNIT_DAY) {
        t->form = PLX_TF_REF;
        t->type = PLX_DATE;
        t->ref = "PRESENT_REF";
        return at + 2;
    }
    if (plx_atom_is(a, at, PLX_F_THESE) || plx_atom_is(a, at, PLX_F_THOSE)) final = true;
    if (recent || final || (the && first)) {
        size_t end = shifted_duration(p, at + 1, t, shift_at);
        if (end && t->form == PLX_TF_REF && !recent) return 0;
        if (end) return end;
        if (!first) return 0;
        *t = (plx_time_read){.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
        return 0;
    }
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
        if (unit_is(a, at, PLX_UNIT_DAY) || plx_atom_cls(a, at, PLX_W_POD)) {
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
    end = shifted_name(p, at, t);
    if (end) return end;
    t->unit = 0;
    if (shift == PLX_SHIFT_SAME) return 0;
    if (plx_atom_is(a, shift_at, PLX_F_LAST) && !the && plx_atom_cls(a, at, PLX_W_UNITS)) return 0;
    t->shift = 0;
    return shifted_duration(p, at, t, shift_at);
}

/* ---- sets, single words -----------------------------------------------------------------------
 */

size_t plx_time__set(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    t->form = PLX_TF_SET;
    t->type = PLX_SET;
    t->n = 1;
    if (plx_atom_cls(a, i, PLX_W_FREQ)) {
        if (plx_time__word_is(p, i, "annual") || plx_time__word_is(p, i, "quarterly")) return 0;
        t->unit = (uint8_t)a->p[i].value;
        return i + 1;
    }
    if (!plx_atom_is(a, i, PLX_F_EVERY) && !plx_atom_is(a, i, PLX_F_EACH)) return 0;
    size_t at = i + 1;
    if (plx_time__word_is(p, at, "other")) t->n = 2, at++;
    plx_number n;
    size_t next = plx_find__number(a, at, &n);
    if (next && n.value >= 1) t->n = n.value, at = next;
    bool plural;
    if (plx_atom_cls(a, at, PLX_W_WEEKDAY)) {
        t->weekday = a->p[at].value;
        size_t end = plx_time__part(a, at + 1, &t->part);
        return end ? end : at + 1;
    }
    if (plx_time__month(p, at, &t->month)) return at + 1;
    if (plx_atom_cls(a, at, PLX_W_SEASON)) {
        t->season = a->p[at].value;
        return at + 1;
    }
    if (plx_atom_cls(a, at, PLX_W_POD)) return plx_time__part(a, at, &t->part);
    size_t end = plx_time__unit(a, at, &t->unit, &plural);
    return t->unit == PLX_UNIT_SECOND && !plural ? 0 : end;
}

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
    case PLX_F_TODAY: return near_word(t, 0, at + 1);
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
    if (unit_is(a, i, PLX_UNIT_YEAR)) { /* "year-end", "year's end" */
        size_t at = plx_atom_skip_hyphen(a, i + 1);
        if (plx_atom_mark(a, at, '\'') && plx_atom_is(a, at + 1, PLX_F_S)) at += 2;
        if (plx_atom_is(a, at, PLX_F_END)) {
            t->form = PLX_TF_PERIOD;
            t->shift = PLX_SHIFT_BARE;
            t->unit = PLX_UNIT_YEAR;
            t->mod = "END";
            return at + 1;
        }
        return 0;
    }
    if (!plx_atom_is(a, i, PLX_F_THE)) return 0;
    size_t at = i + 1;
    if (plx_atom_is(a, at, PLX_F_FISCAL) || plx_atom_is(a, at, PLX_F_FULL)) at++;
    if (!plx_atom_cls(a, at, PLX_W_UNIT)) {
        if (plx_atom_cls(a, at, PLX_W_POD) && a->p[at].value >= PLX_POD_MORNING &&
            a->p[at].value <= PLX_POD_EVENING && a->p[at].value != PLX_POD_NOON && i > 0 &&
            plx_atom_is(a, i - 1, PLX_F_IN)) {
            t->form = PLX_TF_PART;
            t->type = PLX_TIME;
            t->shift = PLX_SHIFT_BARE;
            t->part = a->p[at].value;
            return at + 1;
        }
        return 0;
    }
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
    if (unit == PLX_UNIT_WEEK && plx_atom_is(a, at + 1, PLX_F_OF)) {
        plx_time_read day = {.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
        size_t end = plx_time__date(p, at + 2, &day);
        if (end && day.day) {
            *t = day;
            t->form = PLX_TF_WEEK_OF;
            t->type = PLX_DATE;
            return end;
        }
        return 0;
    }
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
    if (plx_time__word_is(p, at + 1, "ended") || plx_time__word_is(p, at + 1, "ending")) {
        t->form = PLX_TF_DURATION;
        t->type = PLX_DURATION;
        t->shift = 0;
        t->n = 1;
        if (unit == PLX_UNIT_YEAR || unit == PLX_UNIT_MONTH || unit == PLX_UNIT_WEEK) return at + 1;
        *t = (plx_time_read){.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
        t->shift = PLX_SHIFT_BARE;
        t->form = PLX_TF_PERIOD;
        t->type = PLX_DATE;
        t->unit = unit;
    }
    if (at == i + 1) {
        if (plx_atom_is(a, at + 1, PLX_F_BEFORE) || plx_atom_is(a, at + 1, PLX_F_AFTER)) {
            if (!ends_clause(a, at + 2)) return 0;
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
        size_t at = i + 1 + (size_t)unit_is(p->a, i + 1, PLX_UNIT_YEAR);
        if (plx_atom_number(p->a, at)) return plx_time__year(p, at, t);
    }
    return 0;
}
