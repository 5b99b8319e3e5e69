/* The grammar of calendar dates, weekdays and clock times. See times_read.h. */
#include "find/times_read.h"

bool plx_time__word_is(const plx_time_parse *p, size_t i, const char *word) {
    return plx_atom_text_is(p->account, p->a, i, word);
}

size_t plx_time__month(const plx_time_parse *p, size_t i, int16_t *month) {
    const plx_atoms *a = p->a;
    if (!plx_atom_has(a, i, PLX_ATOM_CAP)) return 0;
    if (plx_atom_cls(a, i, PLX_W_MONTH)) {
        *month = a->p[i].value;
        return i + 1;
    }
    if (!plx_atom_cls(a, i, PLX_W_MONTH_ABBR)) return 0;
    bool stop = plx_atom_mark(a, i + 1, '.') && plx_atom_tight(a, i + 1);
    size_t end = i + 1 + stop;
    if (!stop && !plx_atom_number(a, end) && !(i > 0 && plx_atom_number(a, i - 1))) return 0;
    *month = a->p[i].value;
    return end;
}

static bool is_year(const plx_atom *n) {
    return n->digits == 4 && (n->flags & (PLX_ATOM_COMMA | PLX_ATOM_POINT)) == 0 &&
           n->number >= 1000 && n->number < 2200;
}

/* Letters or a percent sign glued to a number make it something else. */
static bool glued(const plx_atoms *a, size_t i) {
    return plx_atom_tight(a, i) && (plx_atom_word(a, i) || plx_atom_mark(a, i, '%'));
}

/* "nineteen ninety-six", "two thousand and nine", "twenty thirteen" */
static size_t year_in_words(const plx_time_parse *p, size_t i, int32_t *year) {
    const plx_atoms *a = p->a;
    if (!plx_atom_cls(a, i, PLX_W_CARD)) return 0;
    int first = a->p[i].value;
    plx_number n;
    if (first == 2 && plx_atom_cls(a, i + 1, PLX_W_SCALE) && a->p[i + 1].value == 3) {
        size_t end = plx_find__number(a, i, &n);
        if (n.value < 2000 || n.value > 2099) return 0;
        *year = (int32_t)n.value;
        return end;
    }
    if ((first < 13 || first > 20) || plx_atom_mark(a, i + 1, '-')) return 0;
    size_t end = plx_find__number(a, i + 1, &n);
    if (!end || n.scaled || n.digits || n.fraction || n.value < 10 || n.value > 99) return 0;
    *year = first * 100 + (int32_t)n.value;
    return end;
}

size_t plx_time__year_number(const plx_time_parse *p, size_t i, int32_t *year) {
    const plx_atoms *a = p->a;
    if (plx_atom_number(a, i)) {
        if (!is_year(&a->p[i]) || glued(a, i + 1)) return 0;
        *year = (int32_t)a->p[i].number;
        return i + 1;
    }
    if (plx_atom_mark(a, i, '\'') && plx_atom_number(a, i + 1) && plx_atom_tight(a, i + 1) &&
        a->p[i + 1].digits == 2 && !plx_atom_has(a, i + 1, PLX_ATOM_POINT) && !glued(a, i + 2)) {
        int32_t two = (int32_t)a->p[i + 1].number;
        *year = two < 40 ? 2000 + two : 1900 + two;
        return i + 2;
    }
    return year_in_words(p, i, year);
}

/* A day of the month: "7", "7th", "the 7th", "seventh". */
static size_t day_number(const plx_time_parse *p, size_t i, int16_t *day) {
    const plx_atoms *a = p->a;
    if (plx_atom_is(a, i, PLX_F_THE)) i++;
    if (plx_atom_number(a, i)) {
        const plx_atom *n = &a->p[i];
        if (n->digits < 1 || n->digits > 2 || (n->flags & (PLX_ATOM_COMMA | PLX_ATOM_POINT)) ||
            n->number < 1 || n->number > 31) {
            return 0;
        }
        *day = (int16_t)n->number;
        bool suffix = plx_atom_tight(a, i + 1) &&
                      (plx_atom_is(a, i + 1, PLX_F_ST) || plx_atom_is(a, i + 1, PLX_F_ND) ||
                       plx_atom_is(a, i + 1, PLX_F_RD) || plx_atom_is(a, i + 1, PLX_F_TH));
        if (suffix) return i + 2;
        return glued(a, i + 1) ? 0 : i + 1;
    }
    int value;
    size_t end = plx_time__ordinal(a, i, &value);
    if (!end || value < 1 || value > 31) return 0;
    *day = (int16_t)value;
    return end;
}

size_t plx_time__ordinal(const plx_atoms *a, size_t i, int *value) {
    if (plx_atom_cls(a, i, PLX_W_ORD)) {
        *value = a->p[i].value;
        return i + 1;
    }
    if (plx_atom_cls(a, i, PLX_W_CARD) && a->p[i].value >= 20) {
        size_t at = plx_atom_skip_hyphen(a, i + 1);
        if (plx_atom_cls(a, at, PLX_W_ORD) && a->p[at].value < 10) {
            *value = a->p[i].value + a->p[at].value;
            return at + 1;
        }
    }
    if (plx_atom_number(a, i) && plx_atom_tight(a, i + 1) && a->p[i].digits <= 4 &&
        !plx_atom_has(a, i, PLX_ATOM_POINT) &&
        (plx_atom_is(a, i + 1, PLX_F_ST) || plx_atom_is(a, i + 1, PLX_F_ND) ||
         plx_atom_is(a, i + 1, PLX_F_RD) || plx_atom_is(a, i + 1, PLX_F_TH))) {
        *value = (int)a->p[i].number;
        return i + 2;
    }
    return 0;
}

size_t plx_time__part(const plx_atoms *a, size_t i, int16_t *part) {
    if (plx_atom_cls(a, i, PLX_W_POD)) {
        *part = a->p[i].value;
        return i + 1;
    }
    if (plx_atom_cls(a, i, PLX_W_UNIT) && a->p[i].value == PLX_UNIT_NIGHT) {
        *part = PLX_POD_NIGHT;
        return i + 1;
    }
    return 0;
}

/* "[of] 1990", "this year", "of last year", ", 2023": what tells the year of what stands before. */
size_t plx_time__of_year(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = i;
    if (plx_atom_mark(a, at, ',') || plx_atom_is(a, at, PLX_F_OF)) at++;
    size_t end = plx_time__year_number(p, at, &t->year);
    if (end && plx_atom_has(a, at, PLX_ATOM_SPACE) && !plx_atom_mark(a, end, '/')) return end;
    t->year = 0;
    if (plx_atom_mark(a, i, ',')) return 0;
    if (plx_atom_is(a, at, PLX_F_THE) && at > i) at++;
    int shift = PLX_NO_YEAR_SHIFT;
    if (plx_atom_is(a, at, PLX_F_LAST)) shift = -1;
    if (plx_atom_is(a, at, PLX_F_THIS) || plx_atom_is(a, at, PLX_F_CURRENT)) shift = 0;
    if (plx_atom_is(a, at, PLX_F_NEXT)) shift = 1;
    if (shift == PLX_NO_YEAR_SHIFT || !plx_atom_cls(a, at + 1, PLX_W_UNIT) ||
        a->p[at + 1].value != PLX_UNIT_YEAR) {
        return 0;
    }
    t->year_shift = (int16_t)shift;
    return at + 2;
}

/* "Oct. 7, 2023", "October 7", "October 2023", "October of last year", "October" */
static size_t month_first(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t end = plx_time__month(p, i, &t->month);
    if (!end) return 0;
    int16_t day;
    size_t next = day_number(p, end, &day);
    /* "May 20 people", "March 10:30": the number is not the day. */
    bool counted = (plx_atom_mark(a, next, ':') && plx_atom_tight(a, next + 1)) ||
                   plx_atom_cls(a, next, PLX_W_UNITS) || plx_atom_cls(a, next, PLX_W_SCALE) ||
                   (plx_atom_mark(a, next, '/') && plx_atom_tight(a, next));
    if (next && !counted && !plx_atom_has(a, end, PLX_ATOM_BREAK)) {
        t->day = day;
        end = next;
        if (plx_atom_mark(a, end, '-') && plx_atom_tight(a, end)) return end; /* "March 3-5" */
        next = plx_time__of_year(p, end, t);
        return next ? next : end;
    }
    next = plx_time__of_year(p, end, t);
    if (next) return next;
    /* By itself a month's name is a time only where it cannot be another word or a person. */
    if (plx_atom_cls(a, i, PLX_W_MONTH_ABBR)) return end;
    bool may_or_march = t->month == 5 || t->month == 3;
    bool named = plx_atom_has(a, end, PLX_ATOM_CAP) && plx_atom_word(a, end) &&
                 !plx_atom_has(a, end, PLX_ATOM_BREAK) && plx_atom_cls(a, end, PLX_W_NONE);
    bool first = i == 0 || (i == 1 && !plx_atom_word(a, 0));
    if (may_or_march && first) return 0;
    if (named && (may_or_march || t->month == 4 || t->month == 6 || t->month == 8)) {
        bool led = i > 0 && (plx_atom_is(a, i - 1, PLX_F_IN) || plx_atom_is(a, i - 1, PLX_F_LAST));
        if (!led) return 0;
    }
    if (i > 0 && plx_atom_has(a, i - 1, PLX_ATOM_CAP) && plx_atom_cls(a, i - 1, PLX_W_NONE) &&
        plx_atom_word(a, i - 1) && i > 1 && (may_or_march || t->month == 4 || t->month == 6)) {
        return 0; /* "Theresa May" */
    }
    return end;
}

/* "7 October 2023", "7th of October", "the 7th of October" */
static size_t day_first(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t end = day_number(p, i, &t->day);
    if (!end) return 0;
    bool of = plx_atom_is(a, end, PLX_F_OF);
    if (plx_atom_is(a, i, PLX_F_THE) && !of) return 0;
    size_t month = plx_time__month(p, end + of, &t->month);
    if (!month || (!of && !plx_atom_number(a, i) && !plx_atom_cls(a, i, PLX_W_ORD))) return 0;
    if (!of && plx_atom_cls(a, i, PLX_W_ORD)) return 0;
    size_t next = plx_time__of_year(p, month, t);
    return next ? next : month;
}

/* "2025-04-16", "10/23/1999", "16.04.2025" */
static size_t in_digits(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    for (size_t k = 1; k <= 4; k++) {
        if (!plx_atom_tight(a, i + k)) return 0;
    }
    if (!plx_atom_number(a, i) || !plx_atom_number(a, i + 2) || !plx_atom_number(a, i + 4)) {
        return 0;
    }
    uint32_t mark = a->p[i + 1].mark;
    if (a->p[i + 1].kind != PLX_ATOM_MARK || !plx_atom_mark(a, i + 3, mark)) return 0;
    if (mark != '-' && mark != '/' && mark != '.') return 0;
    if (i > 0 && plx_atom_tight(a, i) && !plx_atom_mark(a, i - 1, '(')) return 0;
    const plx_atom *x = &a->p[i], *y = &a->p[i + 2], *z = &a->p[i + 4];
    if ((x->flags | y->flags | z->flags) & (PLX_ATOM_COMMA | PLX_ATOM_POINT)) return 0;
    if (x->digits > 4 || y->digits > 2 || z->digits > 4) return 0;
    int32_t n[3] = {(int32_t)x->number, (int32_t)y->number, (int32_t)z->number};
    if (x->digits == 4 && z->digits <= 2) {
        t->year = n[0], t->month = (int16_t)n[1], t->day = (int16_t)n[2];
    } else if (x->digits <= 2 && (z->digits == 4 || (z->digits == 2 && mark == '/'))) {
        bool first = mark == '.' || n[0] > 12 || (n[1] <= 12 && p->day_first);
        t->day = (int16_t)(first ? n[0] : n[1]);
        t->month = (int16_t)(first ? n[1] : n[0]);
        t->year = z->digits == 4 ? n[2] : n[2] < 40 ? 2000 + n[2] : 1900 + n[2];
        t->two_digit_year = z->digits == 2;
        t->day_month_unsure = n[0] <= 12 && n[1] <= 12 && n[0] != n[1] && mark != '.';
    } else {
        return 0;
    }
    bool ok = t->year >= 1000 && t->year < 2200 && t->month >= 1 && t->month <= 12 && t->day >= 1 &&
              t->day <= 31;
    if (!ok) return 0;
    size_t end = i + 5;
    /* "2025-04-16T19:05:00": the clock belongs to it. */
    if (plx_atom_tight(a, end) && plx_time__word_is(p, end, "t")) {
        size_t next = plx_time__clock(p, end + 1, t);
        if (next) return next;
    }
    return end;
}

size_t plx_time__date(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = i;
    int16_t weekday = 0;
    if (plx_atom_cls(a, i, PLX_W_WEEKDAY) ||
        (plx_atom_cls(a, i, PLX_W_WEEKDAY_ABBR) && plx_atom_has(a, i, PLX_ATOM_CAP))) {
        weekday = a->p[i].value;
        at = i + 1;
        if (plx_atom_mark(a, at, '.') && plx_atom_tight(a, at)) at++;
        int16_t part;
        size_t behind = plx_time__part(a, at, &part);
        if (behind && plx_atom_mark(a, behind, ',')) at = behind, t->part = part;
        if (plx_atom_mark(a, at, ',')) at++;
        if (plx_atom_is(a, at, PLX_F_ON)) at++;
    }
    t->form = PLX_TF_DATE;
    size_t end = in_digits(p, at, t);
    if (!end) end = month_first(p, at, t);
    if (!end && (t->month = 0, true)) end = day_first(p, at, t);
    if (!end || (weekday && !t->day)) return 0;
    t->weekday = weekday;
    if (t->day > 0 && t->hour < 0) {
        size_t next = plx_time__part(a, end, &t->part);
        if (next) end = next;
    }
    t->type = t->part || t->hour >= 0 ? PLX_TIME : PLX_DATE;
    return end;
}

/* A year by itself; whether "1990" is one depends on what stands around it. */
size_t plx_time__year(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    t->form = PLX_TF_DATE;
    t->type = PLX_DATE;
    size_t end = plx_time__year_number(p, i, &t->year);
    if (!end) return 0;
    bool led =
        i > 0 && (plx_atom_is(a, i - 1, PLX_F_IN) || plx_atom_is(a, i - 1, PLX_F_SINCE) ||
                  plx_atom_is(a, i - 1, PLX_F_UNTIL) || plx_atom_is(a, i - 1, PLX_F_DURING) ||
                  plx_atom_is(a, i - 1, PLX_F_EARLY) || plx_atom_is(a, i - 1, PLX_F_LATE) ||
                  plx_atom_is(a, i - 1, PLX_F_MID) || plx_atom_is(a, i - 1, PLX_F_FISCAL));
    if (!plx_atom_number(a, i)) {
        /* "'98" and words need a preposition before them. */
        return led || plx_atom_is(a, i - 1, PLX_F_OF) || plx_atom_is(a, i - 1, PLX_F_BY) ? end : 0;
    }
    if (i > 0) {
        const plx_atom *before = &a->p[i - 1];
        if (before->kind == PLX_ATOM_MARK &&
            (before->mark == '$' || before->mark == 0x20AC || before->mark == 0xA3 ||
             before->mark == 0xA5 || before->mark == '#' || before->mark == '+')) {
            return 0;
        }
        if (plx_atom_tight(a, i) && before->kind != PLX_ATOM_MARK) return 0;
        if (plx_atom_tight(a, i) && (before->mark == '/' || before->mark == '.')) return 0;
    }
    if (plx_atom_mark(a, end, ':') && plx_atom_tight(a, end)) return 0;
    if (plx_atom_cls(a, end, PLX_W_UNITS) || plx_atom_cls(a, end, PLX_W_SCALE)) return 0;
    if (led) return end;
    int32_t year = t->year;
    if (year < 1500 || year > 2100) return 0;
    /* "2000 people": a lower-case plural behind a round number is counted, not dated. */
    if (plx_atom_word(a, end) && !plx_atom_has(a, end, PLX_ATOM_CAP) &&
        plx_atom_cls(a, end, PLX_W_NONE)) {
        const plx_atom *w = &a->p[end];
        char last = p->account->text.p[w->end - 1], before = p->account->text.p[w->end - 2];
        bool plural = (w->end - w->begin > 3 && last == 's' && before != 's') ||
                      plx_time__word_is(p, end, "people");
        if (plural && year % 50 == 0) return 0;
        if (plx_time__word_is(p, end, "meters") || plx_time__word_is(p, end, "feet") ||
            plx_time__word_is(p, end, "miles") || plx_time__word_is(p, end, "people")) {
            return 0;
        }
    }
    return end;
}

/* ---- clock ------------------------------------------------------------------------------------
 */

/* "a.m.", "pm": 1 = before noon, 2 = after; *end behind it. */
static int meridiem(const plx_time_parse *p, size_t i, size_t *end) {
    const plx_atoms *a = p->a;
    if (plx_atom_is(a, i, PLX_F_AM) || plx_atom_is(a, i, PLX_F_PM)) {
        *end = i + 1;
        return plx_atom_is(a, i, PLX_F_AM) ? 1 : 2;
    }
    bool am = plx_atom_is(a, i, PLX_F_A), pm = plx_time__word_is(p, i, "p");
    if (!am && !pm) return 0;
    size_t at = i + 1;
    bool dotted = plx_atom_mark(a, at, '.') && plx_atom_tight(a, at);
    at += dotted;
    if (!plx_time__word_is(p, at, "m") || (!dotted && !pm)) return 0;
    at++;
    /* The last stop belongs to it unless it ends the sentence. */
    if (plx_atom_mark(a, at, '.') && plx_atom_tight(a, at) && at + 1 < a->n) at++;
    *end = at;
    return am ? 1 : 2;
}

static size_t time_zone(const plx_time_parse *p, size_t i) {
    const plx_atoms *a = p->a;
    if (!plx_atom_cls(a, i, PLX_W_FUNC)) return 0;
    int f = a->p[i].value;
    if (f >= PLX_F_GMT && f <= PLX_F_JST && plx_atom_has(a, i, PLX_ATOM_UPPER)) return i + 1;
    if (f >= PLX_F_LOCAL && f <= PLX_F_CENTRAL && plx_atom_is(a, i + 1, PLX_F_TIME)) return i + 2;
    return 0;
}

/* The day that a clock time stands with: "10 p.m. Wednesday", "5 p.m. EST, Nov. 6". */
static size_t clock_day(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t at = i + plx_atom_mark(a, i, ',');
    plx_time_read day = {.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
    size_t end = plx_time__date(p, at, &day);
    if (end && !day.day) end = 0;
    if (!end && at == i) {
        day = (plx_time_read){.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};
        end = plx_time__weekday(p, at, &day);
        if (end && day.type == PLX_SET) end = 0;
    }
    if (!end && at == i) {
        int n = plx_atom_is(a, at, PLX_F_TODAY) || plx_atom_is(a, at, PLX_F_TONIGHT) ? 0
                : plx_atom_is(a, at, PLX_F_YESTERDAY)                                ? -1
                : plx_atom_is(a, at, PLX_F_TOMORROW)                                 ? 1
                                                                                     : 2;
        if (n == 2) return 0;
        day.form = PLX_TF_NEAR;
        day.n = n;
        end = at + 1;
    }
    if (!end) return 0;
    day.hour = t->hour;
    day.minute = t->minute;
    day.type = PLX_TIME;
    *t = day;
    return end;
}

/* "in the morning", "at night" behind an hour. */
static size_t hour_part(const plx_time_parse *p, size_t i, int *meridiem_out) {
    const plx_atoms *a = p->a;
    int16_t part;
    size_t at = i;
    if (plx_atom_is(a, at, PLX_F_AT)) {
        at++;
    } else if (plx_atom_is(a, at, PLX_F_IN) && plx_atom_is(a, at + 1, PLX_F_THE)) {
        at += 2;
    } else {
        return 0;
    }
    size_t end = plx_time__part(a, at, &part);
    if (!end) return 0;
    *meridiem_out = part == PLX_POD_MORNING ? 1 : 2;
    return end;
}

static size_t hour_and_minute(const plx_time_parse *p, size_t i, plx_time_read *t, bool *sure) {
    const plx_atoms *a = p->a;
    plx_number n;
    *sure = false;
    if (plx_atom_number(a, i) && plx_atom_mark(a, i + 1, ':') && plx_atom_tight(a, i + 1) &&
        plx_atom_number(a, i + 2) && plx_atom_tight(a, i + 2)) {
        if (a->p[i].digits > 2 || a->p[i + 2].digits != 2 || a->p[i].number > 24 ||
            a->p[i + 2].number > 59 || (i > 0 && plx_atom_mark(a, i - 1, ':'))) {
            return 0;
        }
        t->hour = (int16_t)a->p[i].number;
        t->minute = (int16_t)a->p[i + 2].number;
        *sure = true;
        bool seconds = plx_atom_mark(a, i + 3, ':') && plx_atom_tight(a, i + 3) &&
                       plx_atom_number(a, i + 4) && plx_atom_tight(a, i + 4) &&
                       a->p[i + 4].digits == 2;
        return seconds ? i + 5 : i + 3;
    }
    if (plx_atom_number(a, i)) {
        const plx_atom *x = &a->p[i];
        double rest = (x->number - (double)(int)PLX_MIN(x->number, 1000.0)) * 100;
        if (x->digits < 1 || x->digits > 2 || x->number > 24 || (x->flags & PLX_ATOM_COMMA) ||
            (x->flags & PLX_ATOM_VULGAR)) {
            return 0;
        }
        t->hour = (int16_t)x->number;
        t->minute = 0;
        if (x->flags & PLX_ATOM_POINT) {
            if (x->end - x->begin < 4) return 0; /* "7.5" */
            t->minute = (int16_t)(rest + 0.5);
            if (t->minute > 59) return 0;
        }
        return i + 1;
    }
    size_t end = plx_find__number(a, i, &n);
    if (!end || !n.words || n.value < 1 || n.value > 12 || n.fraction) return 0;
    t->hour = (int16_t)n.value;
    t->minute = 0;
    return end;
}

size_t plx_time__clock(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    size_t end, next;
    bool sure;
    if (plx_atom_cls(a, i, PLX_W_POD) && !(plx_atom_has(a, i, PLX_ATOM_CAP) && i > 0) &&
        (a->p[i].value == PLX_POD_NOON || a->p[i].value == PLX_POD_MIDNIGHT)) {
        t->hour = a->p[i].value == PLX_POD_NOON ? 12 : 24;
        t->minute = 0;
        end = i + 1;
    } else {
        end = hour_and_minute(p, i, t, &sure);
        if (!end) {
            t->hour = -1;
            return 0;
        }
        int half = meridiem(p, end, &next);
        if (!half && plx_atom_is(a, end, PLX_F_O) && plx_atom_mark(a, end + 1, '\'') &&
            plx_atom_is(a, end + 2, PLX_F_CLOCK)) {
            sure = true;
            end += 3;
            next = end;
            half = meridiem(p, end, &next);
        }
        if (half) end = next;
        if (!half && (next = hour_part(p, end, &half)) != 0) end = next;
        next = time_zone(p, end);
        if (!half && !sure && !(next && plx_atom_number(a, i) && a->p[i].digits >= 2)) {
            t->hour = -1;
            return 0;
        }
        if (half && (t->hour > 12 || t->hour == 0)) half = 0;
        if (half == 1 && t->hour == 12) t->hour = 0;
        if (half == 2 && t->hour < 12) t->hour = (int16_t)(t->hour + 12);
    }
    next = time_zone(p, end);
    if (next) end = next;
    t->form = PLX_TF_CLOCK;
    t->type = PLX_TIME;
    if (t->year == 0) { /* not part of "2025-04-16T19:05" */
        next = clock_day(p, end, t);
        if (next) end = next;
    }
    return end;
}

size_t plx_time__weekday(const plx_time_parse *p, size_t i, plx_time_read *t) {
    const plx_atoms *a = p->a;
    t->form = PLX_TF_DAY;
    t->type = PLX_DATE;
    if (plx_atom_cls(a, i, PLX_W_WEEKDAYS)) {
        t->weekday = a->p[i].value;
        t->form = PLX_TF_SET;
        t->type = PLX_SET;
        return i + 1;
    }
    size_t end = i + 1;
    if (plx_atom_cls(a, i, PLX_W_WEEKDAY_ABBR) && plx_atom_has(a, i, PLX_ATOM_CAP) && i > 0 &&
        plx_atom_mark(a, i + 1, '.') && plx_atom_is(a, i - 1, PLX_F_ON)) {
        end = i + 2;
    } else if (!plx_atom_cls(a, i, PLX_W_WEEKDAY) || !plx_atom_has(a, i, PLX_ATOM_CAP)) {
        return 0;
    }
    t->weekday = a->p[i].value;
    size_t at = end;
    const char *mod = NULL;
    if (plx_atom_is(a, at, PLX_F_LATE)) mod = "END", at++;
    if (plx_atom_is(a, at, PLX_F_EARLY)) mod = "START", at++;
    size_t next = plx_time__part(a, at, &t->part);
    if (next) {
        t->type = PLX_TIME;
        t->mod = mod;
        return next;
    }
    bool plural = plx_atom_cls(a, end, PLX_W_PODS) ||
                  (plx_atom_cls(a, end, PLX_W_UNITS) && a->p[end].value == PLX_UNIT_NIGHT);
    if (plural) {
        t->part = plx_atom_cls(a, end, PLX_W_PODS) ? a->p[end].value : (int16_t)PLX_POD_NIGHT;
        t->form = PLX_TF_SET;
        t->type = PLX_SET;
        return end + 1;
    }
    return end;
}
