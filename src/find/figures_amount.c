/* A number with its currency, scale, unit and rate. See figures.h. */
#include "find/figures.h"

static plx_str form_of(const plx_figure_parse *p, size_t i) {
    return plx_str_slice(p->account->text, p->a->p[i].begin, p->a->p[i].end);
}

/* Scale letters behind digits: "8bn", "35m", "5k". The power, or 0. */
static int scale_letters(const plx_figure_parse *p, size_t i, bool currency) {
    const plx_atoms *a = p->a;
    if (!plx_atom_word(a, i)) return 0;
    plx_str w = form_of(p, i);
    bool tight = plx_atom_tight(a, i);
    if (plx_str_eq_nocase(w, PLX_S("bn")) || plx_str_eq_nocase(w, PLX_S("bln"))) return 9;
    if (plx_str_eq_nocase(w, PLX_S("mn")) || plx_str_eq_nocase(w, PLX_S("mln"))) return 6;
    if (plx_str_eq_nocase(w, PLX_S("tn")) || plx_str_eq_nocase(w, PLX_S("trn"))) return 12;
    if (w.n != 1) return 0;
    char c = w.p[0];
    bool noun = plx_atom_word(a, i + 1) && !plx_atom_has(a, i + 1, PLX_ATOM_CAP) &&
                (plx_atom_cls(a, i + 1, PLX_W_NONE) || plx_atom_is(a, i + 1, PLX_F_OF));
    if (currency && (tight || c == 'm')) {
        return c == 'm' || c == 'M'   ? 6
               : c == 'b' || c == 'B' ? 9
               : c == 'k' || c == 'K' ? 3
               : c == 't' || c == 'T' ? 12
                                      : 0;
    }
    if (tight && (c == 'k' || c == 'K')) return 3;
    if (tight && c == 'M') return 6;
    if (noun && (c == 'B' || (tight && c == 'b'))) return 9;
    if (noun && tight && c == 'm' && plx_atom_has(a, i + 1, PLX_ATOM_SPACE)) {
        /* "35m people", not "100m sprint": what is counted by millions is plural. */
        plx_str next = form_of(p, i + 1);
        if (plx_atom_is(a, i + 1, PLX_F_OF) || plx_str_ends(next, PLX_S("s")) ||
            plx_str_eq(next, PLX_S("people"))) {
            return 6;
        }
    }
    return 0;
}

size_t plx_figure__rate(const plx_figure_parse *p, size_t i, plx_amount *out) {
    const plx_atoms *a = p->a;
    bool per = plx_atom_is(a, i, PLX_F_PER),
         article = plx_atom_is(a, i, PLX_F_A) || plx_atom_is(a, i, PLX_F_AN);
    bool slash = plx_atom_mark(a, i, '/') && plx_atom_tight(a, i);
    if (!per && !article && !slash) return 0;
    plx_str unit;
    plx_figure_kind kind;
    size_t end = plx_figure__unit(p, i + 1, true, &unit, &kind);
    if (end && (per || slash || kind == PLX_FIG_DURATION || kind == PLX_FIG_MEASURE)) {
        if (kind == PLX_FIG_MONEY) return 0;
        if (!per && !slash && plx_atom_is(a, end, PLX_F_AGO)) return 0;
        if (!per && !slash &&
            (plx_atom_is(a, end, PLX_F_EARLIER) || plx_atom_is(a, end, PLX_F_LATER)))
            return 0;
        out->rate = "";
        out->rate_word = unit;
        return end;
    }
    if (!plx_atom_word(a, i + 1)) return 0;
    plx_str w = form_of(p, i + 1);
    bool thing = plx_str_eq(w, PLX_S("share")) || plx_str_eq(w, PLX_S("person")) ||
                 plx_str_eq(w, PLX_S("head")) || plx_str_eq(w, PLX_S("piece")) ||
                 plx_str_eq(w, PLX_S("unit")) || plx_str_eq(w, PLX_S("bottle")) ||
                 plx_str_eq(w, PLX_S("game")) || plx_str_eq(w, PLX_S("ticket"));
    if (!per && !thing) return 0;
    if (plx_atom_cls(a, i + 1, PLX_W_FUNC)) return 0;
    out->rate = "";
    out->rate_word = w;
    return i + 2;
}

/* "%", "€", "°C", "years", "miles per hour" behind a number. */
static size_t unit_behind(const plx_figure_parse *p, size_t i, plx_amount *out) {
    const plx_atoms *a = p->a;
    bool tight = plx_atom_tight(a, i);
    if (plx_atom_mark(a, i, '%')) {
        out->kind = PLX_FIG_PERCENT;
        out->unit = PLX_S("percent");
        return i + 1;
    }
    if (i < a->n && a->p[i].kind == PLX_ATOM_MARK && tight) {
        switch (a->p[i].mark) {
        case 0x20AC: out->unit = PLX_S("EUR"); break;
        case 0xA3: out->unit = PLX_S("GBP"); break;
        case 0xA5: out->unit = PLX_S("JPY"); break;
        case 0x20BD: out->unit = PLX_S("RUB"); break;
        case 0x20AA: out->unit = PLX_S("ILS"); break;
        case 0xA2: out->unit = PLX_S("cent"); break;
        case '$': out->unit = PLX_S("USD"); break;
        case 0x2033:
            out->unit = PLX_S("inch");
            out->kind = PLX_FIG_MEASURE;
            return i + 1;
        case 0x2032:
            out->unit = PLX_S("foot");
            out->kind = PLX_FIG_MEASURE;
            return i + 1;
        default: break;
        }
        if (out->unit.n && !plx_atom_number(a, i + 1)) {
            out->kind = PLX_FIG_MONEY;
            return i + 1;
        }
        out->unit = (plx_str){0};
    }
    if (plx_atom_mark(a, i, 0xB0)) {
        bool c = plx_atom_text_is(p->account, a, i + 1, "c"),
             f = plx_atom_text_is(p->account, a, i + 1, "f");
        out->kind = PLX_FIG_MEASURE;
        out->unit = c ? PLX_S("celsius") : f ? PLX_S("fahrenheit") : PLX_S("degree");
        return i + 1 + (c || f);
    }
    size_t at = plx_atom_skip_hyphen(a, i);
    size_t end = plx_figure__unit(p, at, tight || at > i, &out->unit, &out->kind);
    if (!end) return 0;
    /* "second place", "a second man", "2 minute steaks": seconds are counted in the plural. */
    bool alone = end == at + 1 && plx_atom_cls(a, at, PLX_W_ORD);
    if (alone && at == i && !tight) {
        out->unit = (plx_str){0};
        out->kind = PLX_FIG_COUNT;
        return 0;
    }
    return end;
}

static size_t trailing_country(const plx_figure_parse *p, size_t i, plx_amount *out) {
    const plx_atoms *a = p->a;
    if (plx_str_eq(out->unit, PLX_S("USD"))) {
        if (plx_atom_text_is(p->account, a, i, "US") && plx_atom_has(a, i, PLX_ATOM_UPPER))
            return i + 1;
        if (plx_atom_text_is(p->account, a, i, "U") && plx_atom_mark(a, i + 1, '.') &&
            plx_atom_text_is(p->account, a, i + 2, "S") && plx_atom_has(a, i, PLX_ATOM_CAP)) {
            return i + 3 + plx_atom_mark(a, i + 3, '.');
        }
        if (plx_atom_text_is(p->account, a, i, "Canadian") ||
            plx_atom_text_is(p->account, a, i, "Cdn")) {
            out->unit = PLX_S("CAD");
            return i + 1;
        }
        if (plx_atom_text_is(p->account, a, i, "Australian")) {
            out->unit = PLX_S("AUD");
            return i + 1;
        }
    }
    return i;
}

/* The number is money of the currency told before it: what stands behind it of that. */
static size_t money_behind(const plx_figure_parse *p, size_t end, const char *code,
                           plx_amount *out) {
    out->currency = true;
    out->kind = PLX_FIG_MONEY;
    out->unit = plx_str_of(code);
    plx_str unit;
    plx_figure_kind kind;
    /* "$5 dollars", "USD 5 million dollars" say it twice. */
    size_t hyphen = plx_atom_skip_hyphen(p->a, end);
    size_t next = plx_figure__unit(p, hyphen, false, &unit, &kind);
    if (next && kind == PLX_FIG_MONEY && hyphen == end) end = next;
    return trailing_country(p, end, out);
}

size_t plx_figure__amount(const plx_figure_parse *p, size_t i, plx_amount *out) {
    const plx_atoms *a = p->a;
    *out = (plx_amount){.begin = i, .kind = PLX_FIG_COUNT};
    const char *code = NULL;
    size_t at = i;
    bool negative = false;
    if (plx_atom_mark(a, at, '-') && !plx_atom_tight(a, at) && plx_atom_tight(a, at + 1)) {
        negative = true;
        at++;
    } else if (plx_atom_is(a, at, PLX_F_MINUS) || plx_atom_is(a, at, PLX_F_NEGATIVE)) {
        negative = true;
        at = plx_atom_skip_hyphen(a, at + 1);
        if (!plx_atom_number(a, at)) return 0;
    }
    size_t next = plx_figure__currency(p, at, &code);
    if (next) {
        at = next;
        if (plx_atom_mark(a, at, '-') && plx_atom_tight(a, at + 1)) negative = true, at++;
        if (!plx_atom_number(a, at)) return 0;
    }
    out->number_begin = at;
    size_t end = plx_find__number(a, at, &out->number);
    if (!end) return 0;
    if (plx_atom_is(a, at, PLX_F_HALF) && !out->number.words) return 0;
    out->value = out->number.value;
    int power = out->number.digits && !out->number.scaled ? scale_letters(p, end, code != NULL) : 0;
    if (power) {
        out->value *= plx_find__pow10(power);
        out->abbreviated = true;
        end++;
    }
    out->number_end = end;
    if (negative) out->value = -out->value;
    const plx_atom *first = &a->p[at];
    out->plain = !code && !power && !negative && out->number.digits && !out->number.scaled &&
                 !out->number.fraction && !(first->flags & PLX_ATOM_COMMA);
    if (code) {
        end = money_behind(p, end, code, out);
    } else {
        next = unit_behind(p, end, out);
        if (next) {
            out->plain = false;
            end = next;
        }
    }
    if (out->unit.n) {
        next = plx_figure__rate(p, end, out);
        if (next) end = next;
    }
    out->end = end;
    return end;
}
