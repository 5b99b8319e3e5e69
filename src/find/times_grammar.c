/* The top of the time grammar: modifiers ("the end of", "nearly", "early") and the choice among the
 * rules: the longest wins, the first among equals. See times_read.h. */
#include "find/times_read.h"

typedef size_t (*rule)(const plx_time_parse *, size_t, plx_time_read *);

static const rule rules[] = {plx_time__clock,    plx_time__date, plx_time__holiday,
                             plx_time__weekday,  plx_time__set,  plx_time__relative,
                             plx_time__duration, plx_time__word, plx_time__year};

static const plx_time_read blank = {.hour = -1, .minute = -1, .year_shift = PLX_NO_YEAR_SHIFT};

/* Can a time begin with this atom? Keeps the rules away from most words. */
static bool may_begin(const plx_atoms *a, size_t i) {
    const plx_atom *x = &a->p[i];
    if (x->kind == PLX_ATOM_NUMBER) return true;
    if (x->kind == PLX_ATOM_MARK) return x->mark == '\'';
    return x->cls != PLX_W_NONE || (x->flags & PLX_ATOM_CAP) != 0;
}

static size_t core(const plx_time_parse *p, size_t i, plx_time_read *t) {
    size_t best = 0;
    if (i >= p->a->n || !may_begin(p->a, i)) return 0;
    for (size_t k = 0; k < PLX_COUNT(rules); k++) {
        plx_time_read x = blank;
        size_t end = rules[k](p, i, &x);
        if (end > best) {
            best = end;
            *t = x;
        }
    }
    return best;
}

/* ---- modifiers --------------------------------------------------------------------------------
 */

typedef struct modifier {
    const char *mod;
    bool of_dates, of_durations;
} modifier;

/* "about", "more than", "at least": the index behind it, or 0. */
static size_t bound_words(const plx_atoms *a, size_t i, modifier *m) {
    size_t no = plx_atom_is(a, i, PLX_F_NO) || plx_atom_is(a, i, PLX_F_NOT) ? 1 : 0;
    size_t at = i + no;
    *m = (modifier){NULL, false, true};
    if (plx_atom_is(a, at + 1, PLX_F_THAN)) {
        bool more = plx_atom_is(a, at, PLX_F_MORE),
             less = plx_atom_is(a, at, PLX_F_LESS) || plx_atom_is(a, at, PLX_F_FEWER);
        if (!more && !less) return 0;
        m->mod = more ? (no ? "EQUAL_OR_LESS" : "MORE_THAN") : (no ? "EQUAL_OR_MORE" : "LESS_THAN");
        return at + 2;
    }
    if (no) return 0;
    if (plx_atom_is(a, i, PLX_F_AT) &&
        (plx_atom_is(a, i + 1, PLX_F_LEAST) || plx_atom_is(a, i + 1, PLX_F_MOST))) {
        m->mod = plx_atom_is(a, i + 1, PLX_F_LEAST) ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS";
        return i + 2;
    }
    if (plx_atom_is(a, i, PLX_F_UP) && plx_atom_is(a, i + 1, PLX_F_TO)) {
        m->mod = "EQUAL_OR_LESS";
        return i + 2;
    }
    if (!plx_atom_cls(a, i, PLX_W_FUNC)) return 0;
    switch (a->p[i].value) {
    case PLX_F_ABOUT:
    case PLX_F_AROUND:
    case PLX_F_APPROXIMATELY:
    case PLX_F_ROUGHLY:
        m->mod = "APPROX";
        m->of_dates = true;
        return i + 1;
    case PLX_F_SOME: m->mod = "APPROX"; return i + 1;
    case PLX_F_NEARLY:
    case PLX_F_ALMOST: m->mod = "LESS_THAN"; return i + 1;
    case PLX_F_OVER: /* not "over the past year" */
        m->mod = "MORE_THAN";
        return plx_atom_is(a, i + 1, PLX_F_THE) || plx_atom_cls(a, i + 1, PLX_W_UNITS) ||
                       plx_atom_is(a, i + 1, PLX_F_SEVERAL) || plx_atom_is(a, i + 1, PLX_F_THIS)
                   ? 0
                   : i + 1;
    default: return 0;
    }
}

/* "early", "late", "mid-", "the end of", "earlier": the index behind it, or 0. */
static size_t phase_words(const plx_time_parse *p, size_t i, modifier *m) {
    const plx_atoms *a = p->a;
    size_t at = i + plx_atom_is(a, i, PLX_F_THE);
    *m = (modifier){NULL, true, false};
    if (!plx_atom_cls(a, at, PLX_W_FUNC)) return 0;
    switch (a->p[at].value) {
    case PLX_F_EARLY:
    case PLX_F_EARLIER: m->mod = "START"; break;
    case PLX_F_LATE:
    case PLX_F_LATER: m->mod = "END"; break;
    case PLX_F_MID:
    case PLX_F_MIDDLE: m->mod = "MID"; break;
    case PLX_F_BEGINNING:
    case PLX_F_START: m->mod = "START"; break;
    case PLX_F_END:
    case PLX_F_CLOSE: m->mod = "END"; break;
    default: return 0;
    }
    int f = a->p[at].value;
    size_t next = at + 1;
    if (f == PLX_F_MIDDLE || f == PLX_F_BEGINNING || f == PLX_F_START || f == PLX_F_END ||
        f == PLX_F_CLOSE) {
        return plx_atom_is(a, next, PLX_F_OF) ? next + 1 : 0;
    }
    if (plx_atom_is(a, next, PLX_F_IN) || plx_atom_is(a, next, PLX_F_ON)) {
        return f == PLX_F_MID || plx_atom_is(a, next, PLX_F_ON) ? 0 : next + 1;
    }
    return plx_atom_skip_hyphen(a, next);
}

static bool is_duration(const plx_time_read *t) {
    return t->form == PLX_TF_DURATION || t->form == PLX_TF_OFFSET;
}

bool plx_find__time_read(const plx_time_parse *p, size_t i, plx_time_read *out) {
    if (!may_begin(p->a, i)) return false;
    size_t end = core(p, i, out);
    modifier m;
    plx_time_read inner;
    size_t behind = bound_words(p->a, i, &m);
    if (behind) {
        size_t inner_end = core(p, behind, &inner);
        bool bare = inner_end == behind + 1 && inner.form == PLX_TF_DURATION && inner.vague;
        bool fits = inner_end && !bare &&
                    (is_duration(&inner) ||
                     (m.of_dates && (inner.form == PLX_TF_CLOCK || inner.form == PLX_TF_DATE ||
                                     inner.form == PLX_TF_PERIOD)));
        if (fits && inner_end > end) {
            *out = inner;
            if (!out->mod) out->mod = m.mod;
            end = inner_end;
        }
    }
    behind = phase_words(p, i, &m);
    if (behind) {
        size_t inner_end = core(p, behind, &inner);
        bool fits = inner_end > end && !is_duration(&inner) && inner.form != PLX_TF_REF &&
                    inner.form != PLX_TF_SET && inner.form != PLX_TF_CLOCK;
        if (fits) {
            *out = inner;
            if (!out->mod) out->mod = m.mod;
            end = inner_end;
        }
    }
    if (!end) return false;
    out->begin = i;
    out->end = end;
    return true;
}
