#include "find/numbers.h"

double plx_find__pow10(int power) {
    double v = 1;
    for (int i = 0; i < power && i < 18; i++) v *= 10;
    return v;
}

/* "1/2", "3/8": a proper fraction in digits, no date and no "24/7". */
static size_t slashed(const plx_atoms *a, size_t i, double *value) {
    if (!plx_atom_number(a, i) || !plx_atom_mark(a, i + 1, '/') || !plx_atom_number(a, i + 2) ||
        !plx_atom_tight(a, i + 1) || !plx_atom_tight(a, i + 2)) {
        return 0;
    }
    double over = a->p[i].number, under = a->p[i + 2].number;
    bool usual = under == 2 || under == 3 || under == 4 || under == 5 || under == 6 || under == 8 ||
                 under == 10 || under == 16 || under == 32 || under == 64 || under == 100;
    if (!usual || over < 1 || over >= under || plx_atom_mark(a, i + 3, '/')) return 0;
    *value = over / under;
    return i + 3;
}

/* What may follow a whole number: " 1/2", "½", " and a half". */
static size_t and_a_fraction(const plx_atoms *a, size_t i, double *value) {
    if (plx_atom_has(a, i, PLX_ATOM_VULGAR)) {
        *value = a->p[i].number;
        return i + 1;
    }
    size_t end = slashed(a, plx_atom_skip_hyphen(a, i), value);
    if (end) return end;
    if (plx_atom_is(a, i, PLX_F_AND) && plx_atom_is(a, i + 1, PLX_F_A) &&
        plx_atom_is(a, i + 2, PLX_F_HALF)) {
        *value = 0.5;
        return i + 3;
    }
    return 0;
}

/* Scale words behind a number: "hundred million", "thousand", "dozen". */
static size_t scales(const plx_atoms *a, size_t i, double *value) {
    size_t start = i;
    while (i < a->n && i - start < 4) {
        size_t at = plx_atom_skip_hyphen(a, i);
        if (plx_atom_cls(a, at, PLX_W_SCALE)) {
            *value *= plx_find__pow10(a->p[at].value);
        } else if (plx_atom_cls(a, at, PLX_W_DOZEN)) {
            *value *= 12;
        } else {
            break;
        }
        i = at + 1;
    }
    return i;
}

/* "twenty-nine", "seven": up to 99. */
static size_t below_hundred(const plx_atoms *a, size_t i, double *value) {
    if (!plx_atom_cls(a, i, PLX_W_CARD)) return 0;
    int v = a->p[i].value;
    size_t end = i + 1;
    if (v >= 20) {
        size_t at = plx_atom_skip_hyphen(a, end);
        if (plx_atom_cls(a, at, PLX_W_CARD) && a->p[at].value >= 1 && a->p[at].value <= 9 &&
            !plx_atom_has(a, at, PLX_ATOM_CAP)) {
            v += a->p[at].value;
            end = at + 1;
        }
    }
    *value = v;
    return end;
}

/* Sums "two thousand five hundred and one": groups of falling scale. */
static size_t in_words(const plx_atoms *a, double first, size_t end, double *value) {
    double total = 0, group = first, last_scale = 1e300;
    for (int rounds = 0; rounds < 12; rounds++) {
        size_t at = plx_atom_skip_hyphen(a, end);
        if (plx_atom_cls(a, at, PLX_W_SCALE)) {
            int power = a->p[at].value;
            if (power == 2 && group < 100) {
                group *= 100;
            } else {
                double scale = plx_find__pow10(power);
                if (power == 2 || scale >= last_scale) break;
                total += group * scale;
                last_scale = scale;
                group = 0;
            }
            end = at + 1;
            continue;
        }
        if (plx_atom_cls(a, at, PLX_W_DOZEN) && total == 0) {
            *value = group * 12;
            return at + 1;
        }
        bool open = (group >= 100 && group < 1e6 && group / 100 == (double)(long)(group / 100)) ||
                    (group == 0 && total > 0);
        if (!open) break;
        bool has_and = plx_atom_is(a, at, PLX_F_AND);
        double more;
        size_t next = below_hundred(a, at + has_and, &more);
        if (!next || more == 0) break;
        /* "two thousand and five" goes on; "two hundred and twenty thousand dollars" too. */
        group += more;
        end = next;
    }
    *value = total + group;
    return end;
}

static size_t from_digits(const plx_atoms *a, size_t i, plx_number *out) {
    double fraction;
    size_t end = slashed(a, i, &out->value);
    out->digits = true;
    if (end) {
        out->fraction = true;
        return end;
    }
    out->value = a->p[i].number;
    out->fraction = plx_atom_has(a, i, PLX_ATOM_POINT);
    end = i + 1;
    size_t next = out->fraction ? 0 : and_a_fraction(a, end, &fraction);
    if (next) {
        out->value += fraction;
        out->fraction = true;
        end = next;
    }
    double base = out->value;
    next = scales(a, end, &out->value);
    out->scaled = out->words = next > end;
    if (out->scaled && base > 0) out->scale = out->value / base;
    return next;
}

/* "a hundred", "a million", "half a dozen", "half a million". */
static size_t with_article(const plx_atoms *a, size_t i, plx_number *out) {
    bool half = plx_atom_is(a, i, PLX_F_HALF);
    size_t at = i + half;
    if (!plx_atom_is(a, at, PLX_F_A) && !(half && plx_atom_mark(a, at, '-'))) return 0;
    at++;
    if (plx_atom_cls(a, at, PLX_W_DOZEN)) {
        out->value = half ? 6 : 12;
        at++;
    } else if (plx_atom_cls(a, at, PLX_W_SCALE)) {
        at = in_words(a, 1, at, &out->value);
        if (half) out->value /= 2;
    } else {
        return 0;
    }
    out->words = out->scaled = true;
    return at;
}

size_t plx_find__number(const plx_atoms *a, size_t i, plx_number *out) {
    *out = (plx_number){.scale = 1};
    if (plx_atom_number(a, i)) return from_digits(a, i, out);
    if (plx_atom_is(a, i, PLX_F_A) || plx_atom_is(a, i, PLX_F_HALF)) {
        return with_article(a, i, out);
    }
    double v;
    size_t end = below_hundred(a, i, &v);
    if (!end) return 0;
    double fraction;
    size_t next = and_a_fraction(a, end, &fraction);
    out->words = true;
    if (next) {
        out->value = v + fraction;
        out->fraction = true;
        end = scales(a, next, &out->value);
        out->scaled = end > next;
        return end;
    }
    next = in_words(a, v, end, &out->value);
    out->scaled = out->value >= 100;
    if (out->scaled && v > 0 && next == end + 1) out->scale = out->value / v;
    end = next;
    return end;
}
