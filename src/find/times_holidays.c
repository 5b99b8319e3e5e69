/* Holidays that news in English names by themselves. See times_read.h. */
#include "find/times_read.h"

typedef struct holiday {
    const char *words[4]; /* "'s" is read over */
    uint8_t kind;
    int8_t month, day; /* day: n of NTH, days from Easter */
    int8_t weekday;
} holiday;

enum {
    FIXED = PLX_HOLIDAY_FIXED,
    EASTER = PLX_HOLIDAY_EASTER,
    NTH = PLX_HOLIDAY_NTH,
    ELECTION = PLX_HOLIDAY_ELECTION
};

/* Longer names before shorter ones with the same first word. */
static const holiday holidays[] = {
    {{"new", "year", "eve"}, FIXED, 12, 31, 0},
    {{"new", "year", "day"}, FIXED, 1, 1, 0},
    {{"christmas", "eve"}, FIXED, 12, 24, 0},
    {{"christmas", "day"}, FIXED, 12, 25, 0},
    {{"christmas"}, FIXED, 12, 25, 0},
    {{"boxing", "day"}, FIXED, 12, 26, 0},
    {{"valentine", "day"}, FIXED, 2, 14, 0},
    {{"patrick", "day"}, FIXED, 3, 17, 0},
    {{"may", "day"}, FIXED, 5, 1, 0},
    {{"victory", "day"}, FIXED, 5, 9, 0},
    {{"bastille", "day"}, FIXED, 7, 14, 0},
    {{"halloween"}, FIXED, 10, 31, 0},
    {{"armistice", "day"}, FIXED, 11, 11, 0},
    {{"veterans", "day"}, FIXED, 11, 11, 0},
    {{"remembrance", "day"}, FIXED, 11, 11, 0},
    {{"juneteenth"}, FIXED, 6, 19, 0},
    {{"fourth", "of", "july"}, FIXED, 7, 4, 0},
    {{"ash", "wednesday"}, EASTER, 0, -46, 0},
    {{"palm", "sunday"}, EASTER, 0, -7, 0},
    {{"good", "friday"}, EASTER, 0, -2, 0},
    {{"easter", "sunday"}, EASTER, 0, 0, 0},
    {{"easter", "monday"}, EASTER, 0, 1, 0},
    {{"easter"}, EASTER, 0, 0, 0},
    {{"pentecost"}, EASTER, 0, 49, 0},
    {{"martin", "luther", "king", "day"}, NTH, 1, 3, 1},
    {{"presidents", "day"}, NTH, 2, 3, 1},
    {{"memorial", "day"}, NTH, 5, -1, 1},
    {{"labor", "day"}, NTH, 9, 1, 1},
    {{"columbus", "day"}, NTH, 10, 2, 1},
    {{"election", "day"}, ELECTION, 11, 0, 2},
    {{"thanksgiving", "day"}, NTH, 11, 4, 4},
    {{"thanksgiving"}, NTH, 11, 4, 4},
};

static size_t read_words(const plx_time_parse *p, size_t i, const holiday *h) {
    const plx_atoms *a = p->a;
    size_t at = i;
    for (size_t k = 0; k < PLX_COUNT(h->words) && h->words[k]; k++) {
        if (!plx_time__word_is(p, at, h->words[k])) return 0;
        at++;
        if (plx_atom_mark(a, at, '\'') && plx_atom_is(a, at + 1, PLX_F_S) && k + 1 < 4 &&
            h->words[k + 1]) {
            at += 2;
        } else if (plx_atom_mark(a, at, '\'') && plx_atom_tight(a, at) && k + 1 < 4 &&
                   h->words[k + 1]) {
            at++;
        }
    }
    return at;
}

size_t plx_time__holiday(const plx_time_parse *p, size_t i, plx_time_read *t) {
    if (!plx_atom_has(p->a, i, PLX_ATOM_CAP) && !plx_atom_cls(p->a, i, PLX_W_ORD)) return 0;
    for (size_t k = 0; k < PLX_COUNT(holidays); k++) {
        const holiday *h = &holidays[k];
        size_t end = read_words(p, i, h);
        if (!end) continue;
        t->form = PLX_TF_HOLIDAY;
        t->type = PLX_DATE;
        t->holiday = h->kind;
        t->month = h->month;
        t->weekday = h->weekday;
        t->n = h->day;
        if (plx_atom_cls(p->a, end, PLX_W_UNIT) && p->a->p[end].value == PLX_UNIT_WEEKEND) end++;
        size_t next = plx_time__of_year(p, end, t);
        if (next) return next;
        next = plx_time__part(p->a, end, &t->part);
        if (next) t->type = PLX_TIME;
        return next ? next : end;
    }
    return 0;
}
