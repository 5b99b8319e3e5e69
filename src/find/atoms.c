#include "find/atoms.h"

#include "base/utf8.h"
#include "base/vec.h"

static bool is_digit(plx_str t, size_t i) { return i < t.n && t.p[i] >= '0' && t.p[i] <= '9'; }

/* Characters that are a number by themselves (Unicode's vulgar fractions). */
static double vulgar(uint32_t cp) {
    switch (cp) {
    case 0xBC: return 0.25;
    case 0xBD: return 0.5;
    case 0xBE: return 0.75;
    case 0x2150: return 1.0 / 7;
    case 0x2151: return 1.0 / 9;
    case 0x2152: return 0.1;
    case 0x2153: return 1.0 / 3;
    case 0x2154: return 2.0 / 3;
    case 0x2155: return 0.2;
    case 0x2156: return 0.4;
    case 0x2157: return 0.6;
    case 0x2158: return 0.8;
    case 0x2159: return 1.0 / 6;
    case 0x215A: return 5.0 / 6;
    case 0x215B: return 0.125;
    case 0x215C: return 0.375;
    case 0x215D: return 0.625;
    case 0x215E: return 0.875;
    default: return 0;
    }
}

/* Is the comma at i one between thousands: three digits behind it and no fourth? */
static bool is_group(plx_str t, size_t i) {
    return t.p[i] == ',' && is_digit(t, i + 1) && is_digit(t, i + 2) && is_digit(t, i + 3) &&
           !is_digit(t, i + 4);
}

static void read_number(plx_str t, size_t *at, plx_atom *atom) {
    size_t i = *at, run = i;
    double v = 0;
    unsigned n_digits = 0;
    bool leading_point = t.p[i] == '.';
    if (!leading_point) {
        for (; i < t.n; i++) {
            if (is_digit(t, i)) {
                v = v * 10 + (t.p[i] - '0');
                n_digits++;
            } else if (i > run && i - run <= 3 && is_group(t, i)) {
                atom->flags |= PLX_ATOM_COMMA;
                run = i + 1;
            } else {
                break;
            }
        }
    }
    if (i < t.n && t.p[i] == '.' && is_digit(t, i + 1)) {
        size_t j = i + 1;
        double scale = 0.1, fraction = 0;
        while (is_digit(t, j) && j - i < 18) {
            fraction = fraction * 10 + (t.p[j] - '0');
            scale = j == i + 1 ? 10 : scale * 10;
            j++;
        }
        bool another = j < t.n && t.p[j] == '.' && is_digit(t, j + 1);
        bool behind_point = *at > 0 && t.p[*at - 1] == '.' && *at > 1 && is_digit(t, *at - 2);
        if (leading_point || (!another && !behind_point)) {
            v += fraction / scale;
            atom->flags |= PLX_ATOM_POINT;
            i = j;
        }
    }
    atom->kind = PLX_ATOM_NUMBER;
    atom->number = v;
    atom->digits = (uint8_t)PLX_MIN(n_digits, 255U);
    *at = i;
}

static void read_word(plx_str t, size_t *at, plx_atom *atom) {
    size_t i = *at, n_letters = 0;
    bool all_upper = true;
    while (i < t.n) {
        unsigned char c = (unsigned char)t.p[i];
        size_t j = i + 1;
        bool upper = c >= 'A' && c <= 'Z';
        if (c >= 0x80) {
            j = i;
            uint32_t cp = plx_utf8_next(t, &j);
            if (!plx_cp_is_alpha(cp)) break;
            upper = plx_cp_is_upper(cp);
        } else if (!upper && !(c >= 'a' && c <= 'z')) {
            break;
        }
        if (upper) atom->flags |= n_letters == 0 ? PLX_ATOM_CAP : PLX_ATOM_INNER;
        all_upper = all_upper && upper;
        n_letters++;
        i = j;
    }
    if (all_upper && n_letters > 1) atom->flags |= PLX_ATOM_UPPER;
    atom->kind = PLX_ATOM_WORD;
    const plx_word *w = plx_find__word(plx_str_slice(t, *at, i));
    if (w) {
        atom->cls = w->cls;
        atom->value = w->value;
    }
    *at = i;
}

static uint32_t plain_mark(uint32_t cp) {
    if (cp == 0x2014 || cp == 0x2015) return 0x2014;
    if (plx_cp_is_dash(cp)) return '-';
    if (plx_cp_is_apostrophe(cp) && cp != '`') return '\'';
    return cp;
}

static void read_atom(plx_str t, size_t *at, plx_atom *atom) {
    unsigned char c = (unsigned char)t.p[*at];
    if (c >= '0' && c <= '9') {
        read_number(t, at, atom);
    } else if (c == '.' && is_digit(t, *at + 1) &&
               (atom->flags & PLX_ATOM_SPACE || (*at > 0 && t.p[*at - 1] == '$'))) {
        read_number(t, at, atom);
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        read_word(t, at, atom);
    } else {
        size_t next = *at;
        uint32_t cp = plx_utf8_next(t, &next);
        double fraction = cp >= 0xBC ? vulgar(cp) : 0;
        if (fraction > 0) {
            atom->kind = PLX_ATOM_NUMBER;
            atom->number = fraction;
            atom->flags |= PLX_ATOM_VULGAR | PLX_ATOM_POINT;
            *at = next;
        } else if (c >= 0x80 && plx_cp_is_alpha(cp)) {
            read_word(t, at, atom);
        } else {
            atom->kind = PLX_ATOM_MARK;
            atom->mark = plain_mark(cp);
            *at = next;
        }
    }
}

/* First dropped span that ends behind `byte`. */
static size_t dropped_from(const plx_account *account, uint32_t byte) {
    size_t lo = 0, hi = account->n_dropped;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (account->dropped[mid].span.end <= byte) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo;
}

bool plx_find__atoms(const plx_account *account, uint32_t *from, uint32_t end, plx_arena *arena,
                     plx_atoms *out) {
    size_t at = *from, limit = PLX_MIN((size_t)end, account->text.n);
    plx_str t = {account->text.p, limit};
    size_t drop = dropped_from(account, *from);
    unsigned before = PLX_ATOM_SPACE;
    out->n = 0;
    while (at < limit && out->n < PLX_MAX_ATOMS) {
        if (drop < account->n_dropped && at >= account->dropped[drop].span.begin) {
            at = PLX_MAX(at, account->dropped[drop].span.end);
            drop++;
            before |= PLX_ATOM_SPACE | PLX_ATOM_BREAK;
            continue;
        }
        unsigned char c = (unsigned char)t.p[at];
        if (c <= ' ') {
            before |= PLX_ATOM_SPACE | (c == '\n' ? PLX_ATOM_BREAK : 0U);
            at++;
            continue;
        }
        if (c >= 0xC2) {
            size_t next = at;
            if (plx_cp_is_space(plx_utf8_next(t, &next))) {
                before |= PLX_ATOM_SPACE;
                at = next;
                continue;
            }
        }
        plx_atom atom = {.begin = (uint32_t)at, .flags = (uint8_t)before};
        read_atom(t, &at, &atom);
        atom.end = (uint32_t)at;
        plx_vec_push(out, arena, atom);
        before = 0;
    }
    *from = (uint32_t)PLX_MIN(at, (size_t)UINT32_MAX);
    return out->n > 0;
}

bool plx_find__stretch_next(plx_stretches *s, plx_span *out) {
    const plx_annotation *an = s->an;
    if (an->n_sentences > 0) {
        if (s->next >= an->n_sentences) return false;
        *out = an->sentences[s->next++].span;
        return true;
    }
    plx_str t = an->account->text;
    while (s->at < t.n && (unsigned char)t.p[s->at] <= ' ') s->at++;
    if (s->at >= t.n) return false;
    size_t end = plx_str_find(t, PLX_S("\n\n"), s->at);
    end = PLX_MIN(end, t.n);
    *out = plx_span_of(s->at, end);
    s->at = (uint32_t)end;
    return true;
}

bool plx_atom_text_is(const plx_account *account, const plx_atoms *a, size_t i, const char *word) {
    if (i >= a->n) return false;
    plx_str form = plx_str_slice(account->text, a->p[i].begin, a->p[i].end);
    /* Most words differ in the first letter. */
    if (form.n == 0 || ((form.p[0] ^ word[0]) & ~0x20) != 0) return false;
    return plx_str_eq_nocase(form, plx_str_of(word));
}
