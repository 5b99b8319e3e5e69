/* The grammar of durations, offsets ("two years ago") and sets. See times_read.h. */
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

/* Words between the number and the unit: "two more weeks", "five consecutive years". */
size_t plx_time__skip_adjectives(const plx_atoms *a, size_t i) {
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
size_t plx_time__how_many(const plx_atoms *a, size_t i, plx_time_read *t, bool *article) {
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

bool plx_time__ends_clause(const plx_atoms *a, size_t i) {
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
    if ((before || after) && plx_time__ends_clause(a, at + 1)) {
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
size_t plx_time__range_link(const plx_atoms *a, size_t i) {
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

/* "years", "decades ago": how many is not said. */
static size_t bare_units(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    if (!plx_atom_cls(a, i, PLX_W_UNITS) || a->p[i].value == PLX_UNIT_NIGHT ||
        a->p[i].value == PLX_UNIT_WEEKEND || a->p[i].value == PLX_UNIT_QUARTER) {
        return 0;
    }
    if (plx_atom_has(a, i, PLX_ATOM_CAP) && i > 0) return 0;
    if (plx_atom_is(a, plx_atom_skip_hyphen(a, i + 1), PLX_F_OLD)) return 0;
    t->vague = true;
    t->unit = (uint8_t)a->p[i].value;
    size_t tail = direction(p, i + 1, t);
    if (t->direction) {
        t->form = PLX_TF_OFFSET;
        t->type = PLX_DATE;
        return tail;
    }
    /* "the last days of the talks", "minutes of the meeting": they tell no time; "for months" does
     */
    bool small = t->unit != PLX_UNIT_YEAR && t->unit != PLX_UNIT_DECADE &&
                 t->unit != PLX_UNIT_CENTURY && t->unit != PLX_UNIT_WEEK;
    bool told = i > 0 && (plx_atom_is(a, i - 1, PLX_F_FOR) || plx_atom_is(a, i - 1, PLX_F_IN) ||
                          plx_atom_is(a, i - 1, PLX_F_WITHIN) || plx_atom_is(a, i - 1, PLX_F_OR));
    return small && !told ? 0 : tail;
}

/* Does the unit at `at`, read with its number, make a duration? */
static bool is_duration_unit(const plx_atoms *a, size_t i, size_t at, const plx_time_read *t,
                             bool plural, bool article, bool hyphened) {
    if (plural && plx_atom_has(a, at, PLX_ATOM_CAP) && i > 0) return false; /* "60 Minutes" */
    if (plx_atom_tight(a, at) && !hyphened && plx_atom_number(a, at - 1) &&
        a->p[at].end - a->p[at].begin < 3) {
        return false; /* "5s" */
    }
    /* "one second place", "two second graders"; "7 day" is a slip that texts make. */
    if (t->unit == PLX_UNIT_SECOND && !plural && (!hyphened || article)) return false;
    if (t->unit == PLX_UNIT_QUARTER && (hyphened || article)) return false;
    if (t->unit == PLX_UNIT_NIGHT && article) return false;
    return t->unit != PLX_UNIT_WEEKEND || plural;
}

size_t plx_time__duration(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    bool article, plural = false;
    t->form = PLX_TF_DURATION;
    t->type = PLX_DURATION;
    size_t end = plx_time__how_many(a, i, t, &article);
    bool the = !end && plx_atom_is(a, i, PLX_F_THE);
    if (the) { /* "the nine months" */
        end = plx_time__how_many(a, i + 1, t, &article);
        if (!end || article || t->vague) return 0;
    }
    if (!end) return bare_units(p, i, t);
    plx_time_read second = *t;
    size_t link = plx_time__range_link(a, end);
    if (link) {
        bool other;
        size_t next = plx_time__how_many(a, link, &second, &other);
        if (next && !other && !second.vague && second.n > t->n) {
            t->mod = "APPROX";
            end = next;
        }
    }
    size_t at = plx_time__skip_adjectives(a, end);
    if (at == end) at = plx_atom_skip_hyphen(a, end);
    bool quarter_century = plx_time__unit_is(a, at, PLX_UNIT_QUARTER) && article;
    if (quarter_century &&
        plx_time__unit_is(a, plx_atom_skip_hyphen(a, at + 1), PLX_UNIT_CENTURY)) {
        t->n = 25;
        t->unit = PLX_UNIT_YEAR;
        return direction(p, plx_atom_skip_hyphen(a, at + 1) + 1, t);
    }
    size_t next = plx_time__unit(a, at, &t->unit, &plural);
    if (!next) return 0;
    bool hyphened = at > end && plx_atom_mark(a, at - 1, '-');
    if (!is_duration_unit(a, i, at, t, plural, article, hyphened)) return 0;
    if (the && (hyphened || !plural)) return 0;
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

/* ---- sets ---- */

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
