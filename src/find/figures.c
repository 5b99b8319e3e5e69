/* The figure finder. See figures.h for what it gives. Linear: at each atom a bounded look ahead. */
#include "find/figures.h"

#include "find/find.h"

#include "base/vec.h"

#include <math.h>

typedef struct figures {
    plx_figure *p;
    size_t n, cap;
} figures;

typedef struct finder {
    plx_annotation *an;
    plx_arena *arena;
    plx_atoms atoms;
    plx_figure_parse parse;
    size_t waiting_at, first_waiting; /* where a number may bring the unit of figures before it */
    size_t time;                      /* first time that ends behind the place where we are */
    figures out;
} finder;

typedef enum bound_kind {
    BOUND_NONE,
    BOUND_ABOUT,
    BOUND_OVER,
    BOUND_UNDER,
    BOUND_NEARLY
} bound_kind;

static plx_str form_of(const finder *f, size_t i) {
    return plx_str_slice(f->an->account->text, f->atoms.p[i].begin, f->atoms.p[i].end);
}

/* ---- bounds -----------------------------------------------------------------------------------
 */

/* "more than", "as many as", "in excess of", "some": behind it, or 0. */
/* "as many as", "close to", "at least": bounds of several words. */
static size_t bound_phrase(const plx_atoms *a, size_t i, bound_kind *kind) {
    static const struct {
        uint8_t words[3]; /* the third may be 0 */
        uint8_t kind;
    } phrases[] = {{{PLX_F_AS, PLX_F_MANY, PLX_F_AS}, BOUND_UNDER},
                   {{PLX_F_AS, PLX_F_MUCH, PLX_F_AS}, BOUND_UNDER},
                   {{PLX_F_IN, PLX_F_EXCESS, PLX_F_OF}, BOUND_OVER},
                   {{PLX_F_AS, PLX_F_FEW, PLX_F_AS}, BOUND_OVER},
                   {{PLX_F_CLOSE, PLX_F_TO, 0}, BOUND_NEARLY},
                   {{PLX_F_UP, PLX_F_TO, 0}, BOUND_UNDER},
                   {{PLX_F_AT, PLX_F_LEAST, 0}, BOUND_OVER},
                   {{PLX_F_AT, PLX_F_MOST, 0}, BOUND_UNDER},
                   {{PLX_F_UPWARDS, PLX_F_OF, 0}, BOUND_OVER}};
    for (size_t k = 0; k < PLX_COUNT(phrases); k++) {
        const uint8_t *w = phrases[k].words;
        if (plx_atom_is(a, i, w[0]) && plx_atom_is(a, i + 1, w[1]) &&
            (!w[2] || plx_atom_is(a, i + 2, w[2]))) {
            *kind = (bound_kind)phrases[k].kind;
            return i + (w[2] ? 3 : 2);
        }
    }
    return 0;
}

static size_t bound_words(const finder *f, size_t i, bound_kind *kind) {
    const plx_atoms *a = &f->atoms;
    if (i >= a->n) return 0;
    if (a->p[i].kind == PLX_ATOM_MARK) {
        uint32_t m = a->p[i].mark;
        *kind = m == '~'                  ? BOUND_ABOUT
                : m == '<' || m == 0x2264 ? BOUND_UNDER
                : m == '>' || m == 0x2265 ? BOUND_OVER
                                          : BOUND_NONE;
        return *kind != BOUND_NONE && plx_atom_tight(a, i + 1) ? i + 1 : 0;
    }
    if (a->p[i].cls != PLX_W_FUNC) {
        if (plx_str_eq_nocase(form_of(f, i), PLX_S("exceeding"))) {
            *kind = BOUND_OVER;
            return i + 1;
        }
        return 0;
    }
    size_t no = plx_atom_is(a, i, PLX_F_NO) || plx_atom_is(a, i, PLX_F_NOT) ? 1 : 0;
    if (plx_atom_is(a, i + no + 1, PLX_F_THAN)) {
        bool more = plx_atom_is(a, i + no, PLX_F_MORE);
        bool less = plx_atom_is(a, i + no, PLX_F_LESS) || plx_atom_is(a, i + no, PLX_F_FEWER);
        bool other = plx_atom_text_is(f->an->account, a, i + no, "higher") ||
                     plx_atom_text_is(f->an->account, a, i + no, "greater");
        if (more || less || other) {
            *kind = less == (no > 0) ? BOUND_OVER : BOUND_UNDER;
            return i + no + 2;
        }
    }
    if (no) return 0;
    size_t end = bound_phrase(a, i, kind);
    if (end) return end;
    switch (a->p[i].value) {
    case PLX_F_ABOUT:
    case PLX_F_AROUND:
    case PLX_F_APPROXIMATELY:
    case PLX_F_ROUGHLY:
    case PLX_F_SOME:
    case PLX_F_ESTIMATED:
    case PLX_F_CIRCA:
    case PLX_F_APPROX: *kind = BOUND_ABOUT; return i + 1;
    case PLX_F_NEARLY:
    case PLX_F_ALMOST: *kind = BOUND_NEARLY; return i + 1;
    case PLX_F_OVER:
    case PLX_F_ABOVE:
    case PLX_F_MINIMUM: *kind = BOUND_OVER; return i + 1;
    case PLX_F_UNDER:
    case PLX_F_BELOW: *kind = BOUND_UNDER; return i + 1;
    default: return 0;
    }
}

static void set_bounds(plx_figure *x, bound_kind kind) {
    x->low = x->high = x->value;
    switch (kind) {
    case BOUND_OVER: x->high = NAN; break;
    case BOUND_UNDER: x->low = NAN; break;
    case BOUND_NEARLY:
        x->low = NAN;
        x->approximate = true;
        break;
    case BOUND_ABOUT: x->approximate = true; break;
    case BOUND_NONE: break;
    }
}

/* ---- numbers that count nothing ---------------------------------------------------------------
 */

/* Does a date or time of day cover these atoms? Durations are figures as well. */
static bool in_time(finder *f, size_t begin, size_t end, bool duration) {
    const plx_annotation *an = f->an;
    uint32_t b = f->atoms.p[begin].begin, e = f->atoms.p[end - 1].end;
    while (f->time < an->n_times && an->times[f->time].span.end <= b) f->time++;
    for (size_t k = f->time; k < an->n_times && an->times[k].span.begin < e; k++) {
        if (an->times[k].type == PLX_DURATION || duration) continue;
        return true;
    }
    return false;
}

static const char *const labels[] = {
    "article",  "bus",    "category", "chapter", "class",   "day_",       "district",
    "episode",  "flight", "gate",     "grade",   "group",   "highway",    "interstate",
    "level",    "line",   "no",       "number",  "page",    "part",       "phase",
    "platform", "room",   "round",    "route",   "season_", "section",    "size",
    "stage",    "step",   "tier",     "type",    "unit",    "verse",      "version",
    "volume",   "zone",   "channel",  "game",    "week_",   "resolution", "model"};

static bool is_label(const finder *f, size_t i) {
    plx_str w = form_of(f, i);
    for (size_t k = 0; k < PLX_COUNT(labels); k++) {
        if (plx_str_eq_nocase(w, plx_str_of(labels[k]))) return true;
    }
    return false;
}

static bool is_street(const finder *f, size_t i) {
    static const char *const streets[] = {"street",  "st",    "avenue", "ave",       "road",
                                          "rd",      "drive", "lane",   "boulevard", "blvd",
                                          "highway", "place", "way"};
    for (size_t at = i; at < i + 5; at++) {
        bool fits = plx_atom_has(&f->atoms, at, PLX_ATOM_CAP) || plx_atom_number(&f->atoms, at) ||
                    plx_atom_is(&f->atoms, at, PLX_F_ST) || plx_atom_is(&f->atoms, at, PLX_F_TH);
        if (!fits) break;
        plx_str w = form_of(f, at);
        for (size_t k = 0; k < PLX_COUNT(streets); k++) {
            bool cap = plx_atom_has(&f->atoms, at, PLX_ATOM_CAP);
            if (cap && (at > i || k == 3) && plx_str_eq_nocase(w, plx_str_of(streets[k])))
                return true;
        }
    }
    return false;
}

/* Letters, points, slashes and colons glued to the number: a part of something else. */
static bool is_glued(const finder *f, const plx_amount *m) {
    const plx_atoms *a = &f->atoms;
    size_t b = m->begin, e = m->end;
    if (plx_atom_tight(a, b)) {
        const plx_atom *before = &a->p[b - 1];
        if (before->kind == PLX_ATOM_WORD && !m->currency) return true;
        if (before->kind == PLX_ATOM_MARK) {
            uint32_t k = before->mark;
            if (k == '#' || k == '/' || k == '.' || k == ':' || k == '@' || k == '_' || k == '&' ||
                k == '\'' || k == '+' || k == '=') {
                return !m->currency;
            }
            if (k == '-' && plx_atom_tight(a, b - 1) && b >= 2) {
                bool now = plx_atom_is(a, b - 2, PLX_F_THEN) || plx_atom_is(a, b - 2, PLX_F_NOW) ||
                           plx_atom_text_is(f->an->account, a, b - 2, "sub");
                if (!now && (plx_atom_word(a, b - 2) || plx_atom_number(a, b - 2))) return true;
            }
        }
    }
    if (plx_atom_tight(a, e)) {
        const plx_atom *after = &a->p[e];
        if (after->kind == PLX_ATOM_WORD || after->kind == PLX_ATOM_NUMBER) return true;
        uint32_t k = after->mark;
        if ((k == '/' || k == ':' || k == '_' || k == '@') && plx_atom_tight(a, e + 1)) return true;
        if (k == '.' && plx_atom_tight(a, e + 1) && plx_atom_number(a, e + 1)) return true;
        /* "2-0", "555-1234", "747-400": two numbers joined that were read as no range */
        if (k == '-' && plx_atom_tight(a, e + 1) && plx_atom_number(a, e + 1) && !m->unit.n)
            return true;
        if (k == '\'' && plx_atom_tight(a, e + 1) && plx_atom_is(a, e + 1, PLX_F_S)) return true;
    }
    return false;
}

static bool is_verb(const finder *f, size_t i) {
    uint32_t t = plx_token_at(f->an, f->atoms.p[i].begin);
    return t < f->an->n_tokens && f->an->tokens[t].upos == PLX_UPOS_VERB &&
           (f->an->tokens[t].feats & PLX_FEAT_PAST) && (f->an->tokens[t].feats & PLX_FEAT_FIN);
}

/* "787 Dreamliner", "90049 ZIP Code": a number before a name that is no people or places. */
static bool leads_name(const finder *f, size_t e) {
    const plx_atoms *a = &f->atoms;
    if (!plx_atom_has(a, e, PLX_ATOM_CAP) || !plx_atom_has(a, e, PLX_ATOM_SPACE) ||
        plx_atom_cls(a, e, PLX_W_FUNC)) {
        return false;
    }
    plx_str w = form_of(f, e);
    if (plx_str_ends(w, PLX_S("s")) || plx_str_ends(w, PLX_S("S"))) return false;
    bool more = plx_atom_word(a, e + 1) && !plx_atom_has(a, e + 1, PLX_ATOM_BREAK);
    if (!more) return !plx_atom_number(a, e + 1);
    if (plx_atom_has(a, e + 1, PLX_ATOM_CAP)) {
        plx_str next = form_of(f, e + 1);
        return !plx_str_ends(next, PLX_S("s")) &&
               (!plx_atom_word(a, e + 2) || plx_atom_cls(a, e + 2, PLX_W_FUNC));
    }
    return plx_atom_cls(a, e + 1, PLX_W_FUNC) || is_verb(f, e + 1);
}

/* "iPhone 11", "Game 6", "page 5", "16 Industrial Avenue", "007" */
static bool is_name_number(const finder *f, const plx_amount *m) {
    const plx_atoms *a = &f->atoms;
    size_t b = m->begin, e = m->end;
    if (!m->plain) return false;
    plx_str digits = form_of(f, b);
    if (digits.n > 1 && digits.p[0] == '0') return true;
    if (b == 0 && plx_atom_mark(a, e, '.') && plx_atom_tight(a, e) && e + 1 < a->n)
        return true; /* "1. " of a list */
    if (is_street(f, e) || (a->p[b].number > 20 && leads_name(f, e))) return true;
    if (b == 0 || plx_atom_has(a, b, PLX_ATOM_BREAK) || !plx_atom_word(a, b - 1)) return false;
    if (is_label(f, b - 1)) return true;
    const plx_atom *before = &a->p[b - 1];
    if (before->flags & PLX_ATOM_INNER) return true;
    if (!(before->flags & PLX_ATOM_CAP) || before->cls != PLX_W_NONE) return false;
    bool counts = plx_atom_word(a, e) && !plx_atom_has(a, e, PLX_ATOM_CAP) &&
                  plx_atom_cls(a, e, PLX_W_NONE) && !is_verb(f, e);
    bool first = b == 1 || plx_atom_mark(a, b - 2, '.') || plx_atom_mark(a, b - 2, 0x201C) ||
                 plx_atom_mark(a, b - 2, '"') || plx_atom_mark(a, b - 2, ':') ||
                 plx_atom_mark(a, b - 2, 0x2014);
    return !(first && counts);
}

/* "no one", "this one", "the one", "one another", "one's" */
static bool is_pronoun_one(const finder *f, const plx_amount *m) {
    const plx_atoms *a = &f->atoms;
    size_t b = m->number_begin, e = m->number_end;
    if (m->unit.n || !plx_atom_cls(a, b, PLX_W_CARD) || a->p[b].value != 1 || e != b + 1) {
        return false;
    }
    if (b > 0 && plx_atom_cls(a, b - 1, PLX_W_FUNC)) {
        switch (a->p[b - 1].value) {
        case PLX_F_NO:
        case PLX_F_THIS:
        case PLX_F_THAT:
        case PLX_F_THE:
        case PLX_F_EACH:
        case PLX_F_EVERY:
        case PLX_F_ANOTHER:
        case PLX_F_LAST:
        case PLX_F_NEXT:
        case PLX_F_SAME:
        case PLX_F_A: return true;
        default: break;
        }
    }
    if (b > 0 && plx_atom_cls(a, b - 1, PLX_W_ORD)) return true;
    if (b > 0 && (plx_atom_text_is(f->an->account, a, b - 1, "any") ||
                  plx_atom_text_is(f->an->account, a, b - 1, "which"))) {
        return true;
    }
    if (plx_atom_is(a, e, PLX_F_ANOTHER) || plx_atom_mark(a, e, '\'')) return true;
    if (plx_atom_mark(a, e, '-') && plx_atom_tight(a, e)) return true;
    if (plx_atom_is(a, e, PLX_F_OF)) return false;
    if (e >= a->n || a->p[e].kind != PLX_ATOM_WORD) return true;
    if (b == 0) return false;
    uint32_t before = plx_token_at(f->an, a->p[b - 1].begin);
    if (before < f->an->n_tokens && f->an->tokens[before].upos == PLX_UPOS_ADJ) return true;
    /* "four, including one in critical condition and one to be let go" */
    if (plx_atom_is(a, b - 1, PLX_F_AND) ||
        plx_atom_text_is(f->an->account, a, b - 1, "including")) {
        return false;
    }
    return a->p[e].cls == PLX_W_FUNC || plx_atom_text_is(f->an->account, a, e, "may") ||
           plx_atom_text_is(f->an->account, a, e, "can") ||
           plx_atom_text_is(f->an->account, a, e, "could") ||
           plx_atom_text_is(f->an->account, a, e, "must") ||
           plx_atom_text_is(f->an->account, a, e, "should") ||
           plx_atom_text_is(f->an->account, a, e, "might");
}

/* ---- ages -------------------------------------------------------------------------------------
 */

/* "29-year-old", "29 years old", "18-month-old": behind it, or 0. */
static size_t age_behind(const finder *f, const plx_amount *m) {
    const plx_atoms *a = &f->atoms;
    if (m->kind != PLX_FIG_DURATION || m->rate) return 0;
    size_t at = plx_atom_skip_hyphen(a, m->end);
    if (plx_atom_is(a, at, PLX_F_OLD) || plx_atom_text_is(f->an->account, a, at, "olds"))
        return at + 1;
    if (plx_atom_is(a, at, PLX_F_OF) && plx_atom_is(a, at + 1, PLX_F_AGE)) return at + 2;
    return 0;
}

/* "Roe, 29, said", "aged 29", "age of 29" */
static bool is_bare_age(const finder *f, const plx_amount *m) {
    const plx_atoms *a = &f->atoms;
    size_t b = m->begin, e = m->end;
    if (m->unit.n || m->value < 0 || m->value > 120 || m->number.scaled || m->number.fraction) {
        return false;
    }
    if (b >= 1 && (plx_atom_is(a, b - 1, PLX_F_AGED) ||
                   (plx_atom_is(a, b - 1, PLX_F_AGE) && !plx_atom_is(a, e, PLX_F_OF)) ||
                   plx_atom_is(a, b - 1, PLX_F_AGES))) {
        return true;
    }
    if (b >= 2 && plx_atom_is(a, b - 1, PLX_F_OF) && plx_atom_is(a, b - 2, PLX_F_AGE)) return true;
    bool named = b >= 2 && plx_atom_mark(a, b - 1, ',') && plx_atom_word(a, b - 2) &&
                 plx_atom_has(a, b - 2, PLX_ATOM_CAP) && plx_atom_cls(a, b - 2, PLX_W_NONE);
    bool closed = e >= a->n || plx_atom_mark(a, e, ',') || plx_atom_mark(a, e, '.') ||
                  plx_atom_mark(a, e, ';') || plx_atom_mark(a, e, ')') ||
                  plx_atom_is(a, e, PLX_F_AND);
    return named && closed && m->plain && m->number.digits;
}

/* ---- output -----------------------------------------------------------------------------------
 */

static plx_figure *push(finder *f, size_t begin, size_t end, plx_figure_kind kind, double value) {
    plx_figure x = {.kind = kind, .value = value, .low = value, .high = value};
    x.span = plx_span_of(f->atoms.p[begin].begin, f->atoms.p[end - 1].end);
    plx_tokens_in(f->an, x.span, &x.begin, &x.end);
    plx_vec_push(&f->out, f->arena, x);
    return &f->out.p[f->out.n - 1];
}

/* "eight or nine euros", "four-, five- and six-cylinder": the atom at which another number of the
 * same unit may stand, or 0. */
static size_t same_unit_at(const plx_atoms *a, size_t i) {
    size_t at = i + plx_atom_mark(a, i, '-');
    bool linked = false;
    for (int k = 0; k < 2; k++) {
        if (plx_atom_mark(a, at, ',') || plx_atom_is(a, at, PLX_F_OR) ||
            plx_atom_is(a, at, PLX_F_AND)) {
            linked = true;
            at++;
        }
    }
    return linked ? at : 0;
}

/* Gives the units of figure `from` to those before it that wait for one. */
static void share_unit(finder *f, size_t from) {
    const plx_figure x = f->out.p[from];
    if (!x.unit.n) return;
    for (size_t k = from; k-- > f->first_waiting;) {
        plx_figure *w = &f->out.p[k];
        if (w->unit.n || w->of.n || w->kind == PLX_FIG_AGE) break;
        w->unit = x.unit;
        w->kind = x.kind;
        w->of = x.of;
        w->of_span = x.of_span;
    }
}

static void extend(finder *f, plx_figure *x, size_t end) {
    x->span.end = PLX_MAX(x->span.end, f->atoms.p[end - 1].end);
    plx_tokens_in(f->an, x->span, &x->begin, &x->end);
}

static void set_unit(finder *f, plx_figure *x, const plx_amount *m) {
    x->unit = m->unit;
    if (m->rate) {
        plx_str per = plx_figure__singular(m->rate_word, f->arena);
        x->unit = plx_str_format(f->arena, "%.*s per %.*s", PLX_FMT(m->unit), PLX_FMT(per));
    }
}

static void set_counted(finder *f, plx_figure *x, size_t at, bool plural) {
    plx_span of;
    plx_str unit;
    size_t end = plx_figure__counted(&f->parse, at, plural, f->arena, &of, &unit);
    if (!end) return;
    x->of_span = of;
    x->of = plx_str_at(f->an->account->text, of);
    x->unit = unit;
    extend(f, x, end);
}

/* "half of voters", "$5 of aid", "40 percent of women": what a measure is of. */
static void set_of(finder *f, plx_figure *x, size_t at) {
    plx_span of;
    plx_str unit;
    if (!plx_atom_is(&f->atoms, at, PLX_F_OF)) return;
    if (!plx_figure__counted(&f->parse, at, true, f->arena, &of, &unit)) return;
    x->of_span = of;
    x->of = plx_str_at(f->an->account->text, of);
}

/* ---- special forms ----------------------------------------------------------------------------
 */

/* "dozens of", "hundreds", "tens of thousands of" */
static size_t vague_plural(finder *f, size_t i) {
    const plx_atoms *a = &f->atoms;
    double low;
    size_t at = i + 1;
    if (plx_atom_cls(a, i, PLX_W_DOZENS)) {
        low = 12;
    } else if (plx_atom_cls(a, i, PLX_W_SCALES)) {
        low = plx_find__pow10(a->p[i].value);
    } else if (plx_atom_text_is(f->an->account, a, i, "tens")) {
        low = 10;
        if (!plx_atom_is(a, at, PLX_F_OF) || !plx_atom_cls(a, at + 1, PLX_W_SCALES)) return 0;
    } else {
        return 0;
    }
    if (plx_atom_is(a, at, PLX_F_OF) && plx_atom_cls(a, at + 1, PLX_W_SCALES)) {
        low *= plx_find__pow10(a->p[at + 1].value);
        at += 2;
    }
    plx_figure *x = push(f, i, at, PLX_FIG_COUNT, NAN);
    x->low = low;
    x->high = low * 10;
    x->approximate = true;
    size_t unit_at = at + plx_atom_is(a, at, PLX_F_OF);
    plx_str unit;
    plx_figure_kind kind;
    size_t end = plx_figure__unit(&f->parse, unit_at, false, &unit, &kind);
    if (end) {
        x->unit = unit;
        x->kind = kind;
        extend(f, x, end);
    } else {
        set_counted(f, x, at, true);
    }
    return at;
}

/* The denominator of a fraction word: "third" 3, "quarters" 4, "half" 2; *plural likewise. */
static int denominator(const finder *f, size_t i, bool *plural) {
    static const char *const words[] = {"halves",   "thirds",  "quarters", "fifths", "sixths",
                                        "sevenths", "eighths", "ninths",   "tenths"};
    const plx_atoms *a = &f->atoms;
    *plural = false;
    if (plx_atom_cls(a, i, PLX_W_ORD) && a->p[i].value >= 3 && a->p[i].value <= 100) {
        return a->p[i].value;
    }
    if (plx_atom_is(a, i, PLX_F_HALF)) return 2;
    if (plx_atom_cls(a, i, PLX_W_UNIT) && a->p[i].value == PLX_UNIT_QUARTER) return 4;
    if (!plx_atom_word(a, i)) return 0;
    plx_str w = form_of(f, i);
    *plural = true;
    if (plx_str_eq_nocase(w, PLX_S("fourths"))) return 4;
    for (size_t k = 0; k < PLX_COUNT(words); k++) {
        if (plx_str_eq_nocase(w, plx_str_of(words[k]))) return (int)k + 2;
    }
    return 0;
}

/* "a third of voters", "two-thirds", "half the condos", "half a ton" */
static size_t fraction(finder *f, size_t begin, size_t i, bound_kind bound) {
    const plx_atoms *a = &f->atoms;
    bool plural;
    double value;
    size_t end;
    int n;
    if (plx_atom_is(a, i, PLX_F_HALF)) {
        if (i > 0 && (plx_atom_cls(a, i - 1, PLX_W_ORD) || plx_atom_mark(a, i - 1, '-') ||
                      plx_atom_is(a, i - 1, PLX_F_THE))) {
            return 0;
        }
        bool fits = plx_atom_is(a, i + 1, PLX_F_OF) || plx_atom_is(a, i + 1, PLX_F_THE) ||
                    plx_atom_is(a, i + 1, PLX_F_A) || plx_atom_is(a, i + 1, PLX_F_AN) ||
                    plx_atom_is(a, i + 1, PLX_F_THEIR) || plx_atom_is(a, i + 1, PLX_F_ITS) ||
                    plx_atom_is(a, i + 1, PLX_F_HIS) || plx_atom_is(a, i + 1, PLX_F_HER) ||
                    bound != BOUND_NONE;
        if (!fits) return 0;
        plx_number whole; /* "half a million" */
        if (plx_find__number(a, i, &whole)) return 0;
        value = 0.5;
        end = i + 1;
    } else {
        bool article = plx_atom_is(a, i, PLX_F_A);
        bool card = plx_atom_cls(a, i, PLX_W_CARD) && a->p[i].value < 20 && a->p[i].value > 0;
        if (!article && !card) return 0;
        size_t at = plx_atom_skip_hyphen(a, i + 1);
        n = denominator(f, at, &plural);
        if (!n || (n == 2 && article)) return 0;
        int over = article ? 1 : a->p[i].value;
        if (plural != (over > 1)) return 0;
        if (!plural && !plx_atom_is(a, at + 1, PLX_F_OF) && !(card && at > i + 1)) return 0;
        value = (double)over / n;
        end = at + 1;
    }
    if (in_time(f, i, end, false)) return 0;
    plx_figure *x = push(f, begin, end, PLX_FIG_FRACTION, value);
    set_bounds(x, bound);
    size_t at = end;
    if (plx_atom_is(a, at, PLX_F_A) || plx_atom_is(a, at, PLX_F_AN)) {
        plx_str unit;
        plx_figure_kind kind;
        size_t behind = plx_figure__unit(&f->parse, at + 1, false, &unit, &kind);
        if (behind) {
            x->unit = unit;
            x->kind = kind;
            extend(f, x, behind);
            return behind;
        }
        at++;
    }
    if (plx_atom_is(a, at, PLX_F_OF)) {
        set_counted(f, x, at, true);
    } else if (plx_atom_word(a, at)) {
        set_counted(f, x,
                    at + (plx_atom_is(a, at, PLX_F_THE) == 0 && plx_atom_cls(a, at, PLX_W_FUNC)),
                    true);
    }
    return end;
}

/* "six in 10 voters", "one in every three": a share, told by two whole numbers. */
static size_t one_in_three(finder *f, size_t begin, size_t i, bound_kind bound) {
    const plx_atoms *a = &f->atoms;
    plx_number over, under;
    size_t at = plx_find__number(a, i, &over);
    if (!at || over.fraction || over.scaled || over.value < 1 || !plx_atom_is(a, at, PLX_F_IN)) {
        return 0;
    }
    at += 1 + (size_t)plx_atom_is(a, at + 1, PLX_F_EVERY);
    size_t end = plx_find__number(a, at, &under);
    bool usual = under.value == 2 || under.value == 3 || under.value == 4 || under.value == 5 ||
                 under.value == 6 || under.value == 8 || under.value == 10 || under.value == 20 ||
                 under.value == 25 || under.value == 50 || under.value == 100 ||
                 under.value == 1000;
    if (!end || !usual || over.value >= under.value || under.fraction ||
        plx_atom_tight(a, end) > 0) {
        bool closed = end && (plx_atom_mark(a, end, '.') || plx_atom_mark(a, end, ','));
        if (!closed || !usual || over.value >= under.value) return 0;
    }
    plx_str unit;
    plx_figure_kind kind;
    if (plx_figure__unit(&f->parse, end, false, &unit, &kind) || in_time(f, i, end, false))
        return 0;
    plx_figure *x = push(f, begin, end, PLX_FIG_FRACTION, over.value / under.value);
    set_bounds(x, bound);
    set_counted(f, x, end, true);
    return end;
}

/* ---- ranges -----------------------------------------------------------------------------------
 */

static bool same_unit(const plx_amount *x, const plx_amount *y) {
    return plx_str_eq(x->unit, y->unit);
}

/* "5 to 10", "15-22 miles", "between 3 and 5": the second amount, if one belongs to the first. */
/* A verb of rising or falling stands before the amount. */
static bool is_change(const finder *f, size_t i) {
    static const char *const words[] = {"rose",     "fell",      "climbed", "gained",  "lost",
                                        "jumped",   "dropped",   "slipped", "grew",    "shrank",
                                        "declined", "increased", "added",   "surged",  "plunged",
                                        "tumbled",  "soared",    "dipped",  "widened", "narrowed",
                                        "advanced", "decreased", "eased",   "slid",    "sank"};
    for (size_t k = 0; i > 0 && k < PLX_COUNT(words); k++) {
        if (plx_str_eq_nocase(form_of(f, i - 1), plx_str_of(words[k]))) return true;
    }
    return false;
}

static size_t range_behind(finder *f, plx_amount *x, plx_amount *y, bool between, bool from) {
    const plx_atoms *a = &f->atoms;
    size_t at = x->end, link = 0;
    bool hyphen = false;
    if (x->begin > 0 && !x->currency && plx_atom_tight(a, x->begin) &&
        plx_atom_word(a, x->begin - 1)) {
        return 0; /* "XB56-7 engines" */
    }
    if (x->unit.n && !from && !between && plx_atom_is(a, at, PLX_F_TO) && is_change(f, x->begin)) {
        return 0; /* "fell 2 points to 31 points": by how much, to what */
    }
    if (plx_atom_is(a, at, PLX_F_TO) || (between && plx_atom_is(a, at, PLX_F_AND))) {
        link = at + 1;
    } else if (plx_atom_mark(a, at, '-')) {
        bool tight = plx_atom_tight(a, at);
        size_t next = at + 1;
        if (plx_atom_is(a, next, PLX_F_TO)) { /* "0-to-60-mph" */
            link = plx_atom_skip_hyphen(a, next + 1);
        } else if (tight == plx_atom_tight(a, next)) {
            link = next;
            hyphen = true;
        }
    }
    if (x->currency && plx_atom_mark(a, at, '/') && plx_atom_tight(a, at))
        link = at + 1; /* "$7/$9" */
    if (!link) return 0;
    if (plx_atom_is(a, link, PLX_F_BETWEEN) || plx_atom_is(a, link, PLX_F_ABOUT)) link++;
    size_t end = plx_figure__amount(&f->parse, link, y);
    if (!end) return 0;
    if (x->unit.n && y->unit.n && !same_unit(x, y)) return 0;
    if (x->unit.n && !y->unit.n && !(x->currency || hyphen || between || from)) return 0;
    if (x->unit.n && !y->unit.n && x->kind == PLX_FIG_PERCENT && !from && !between) return 0;
    if (hyphen && !y->unit.n && !x->unit.n) {
        /* "2-0" is a score, "15-22 people" a range. */
        bool counts = x->value < y->value && plx_atom_word(a, end) &&
                      plx_atom_cls(a, end, PLX_W_NONE) && !plx_atom_has(a, end, PLX_ATOM_CAP) &&
                      plx_atom_has(a, end, PLX_ATOM_SPACE);
        if (!counts) return 0;
    }
    if (!hyphen && !between && !from && x->begin > 0) {
        size_t before = x->begin - 1;
        if (plx_atom_is(a, before, PLX_F_BY) || plx_atom_is(a, before, PLX_F_UP)) return 0;
        if (!x->unit.n && !y->unit.n && !plx_atom_word(a, end)) return 0;
    }
    bool scaled_alone =
        (y->number.scale > 1 || y->abbreviated) && !x->number.scaled && !x->abbreviated;
    if (scaled_alone && fabs(x->value) < fabs(y->value)) {
        double scale = y->abbreviated ? y->value / y->number.value : y->number.scale;
        bool bare = !x->currency || fabs(x->value) < 1000;
        if (bare && (fabs(x->value) * scale <= fabs(y->value) * 1.0001 ||
                     (from && fabs(x->value) < 1000))) {
            x->value *= scale;
        }
    }
    return end;
}

/* ---- one figure -------------------------------------------------------------------------------
 */

static bool counts_nothing(finder *f, const plx_amount *m) {
    if (in_time(f, m->number_begin, m->number_end, m->kind == PLX_FIG_DURATION)) return true;
    if (m->currency) return false;
    if (is_glued(f, m)) return true;
    if (m->kind == PLX_FIG_DURATION && m->end > m->number_end &&
        plx_atom_cls(&f->atoms, m->number_end, PLX_W_ORD)) {
        return true;
    }
    return is_name_number(f, m) || is_pronoun_one(f, m);
}

static size_t emit_range(finder *f, size_t begin, const plx_amount *x, const plx_amount *y,
                         size_t end, bound_kind bound) {
    const plx_amount *unit = y->unit.n && (y->rate || !x->rate) ? y : x->unit.n ? x : y;
    plx_figure *g = push(f, begin, end, unit->kind, NAN);
    g->low = PLX_MIN(x->value, y->value);
    g->high = PLX_MAX(x->value, y->value);
    g->approximate = bound == BOUND_ABOUT;
    if (unit->unit.n) {
        set_unit(f, g, unit);
        plx_amount whole = *y;
        whole.kind = unit->kind;
        size_t old = age_behind(f, &whole);
        if (old) {
            g->kind = PLX_FIG_AGE;
            extend(f, g, old);
            return old;
        }
    } else {
        plx_amount age = *x;
        if (is_bare_age(f, &age)) {
            g->kind = PLX_FIG_AGE;
            g->unit = PLX_S("year");
        } else {
            set_counted(f, g, end, true);
        }
    }
    return end;
}

static size_t emit(finder *f, size_t begin, const plx_amount *m, bound_kind bound) {
    plx_figure *x = push(f, begin, m->end, m->kind, m->value);
    set_bounds(x, bound);
    size_t old = age_behind(f, m);
    if (old) {
        x->kind = PLX_FIG_AGE;
        x->unit = m->unit;
        extend(f, x, old);
        return old;
    }
    if (m->unit.n) {
        set_unit(f, x, m);
        set_of(f, x, m->end);
        return m->end;
    }
    if (is_bare_age(f, m)) {
        x->kind = PLX_FIG_AGE;
        x->unit = PLX_S("year");
        return m->end;
    }
    const plx_atoms *a = &f->atoms;
    if (plx_atom_is(a, m->end, PLX_F_TIMES)) {
        plx_amount times = *m;
        times.unit = PLX_S("time");
        size_t behind = plx_figure__rate(&f->parse, m->end + 1, &times);
        set_unit(f, x, &times);
        extend(f, x, behind ? behind : m->end + 1);
        return behind ? behind : m->end + 1;
    }
    set_counted(f, x, m->end, m->value != 1);
    return m->end;
}

/* The figure that begins at atom i: the index behind it, or 0. */
static size_t figure_at(finder *f, size_t i) {
    const plx_atoms *a = &f->atoms;
    bound_kind bound = BOUND_NONE;
    size_t at = i, next;
    bool between = plx_atom_is(a, at, PLX_F_BETWEEN), from = plx_atom_is(a, at, PLX_F_FROM);
    if (between || from) at++;
    next = bound_words(f, at, &bound);
    if (next) {
        at = next;
        bound_kind inner;
        next = bound_words(f, at, &inner); /* "at least about" */
        if (next) at = next;
    } else {
        bound = BOUND_NONE;
    }
    if (plx_atom_is(a, at, PLX_F_THE) && bound != BOUND_NONE) return 0;
    size_t start = between || from ? i + 1 : i;
    next = vague_plural(f, at);
    if (next) return next;
    next = fraction(f, start, at, bound);
    if (!next) next = one_in_three(f, start, at, bound);
    if (next) return next;
    plx_amount m, second;
    if (!plx_figure__amount(&f->parse, at, &m)) return 0;
    next = range_behind(f, &m, &second, between, from);
    if (next && !in_time(f, m.number_begin, m.number_end, m.kind == PLX_FIG_DURATION) &&
        !in_time(f, second.number_begin, second.number_end, second.kind == PLX_FIG_DURATION)) {
        return emit_range(f, start, &m, &second, next, bound);
    }
    if (counts_nothing(f, &m)) return m.number_end;
    if (i > 0 && plx_atom_mark(a, i - 1, '-') && plx_atom_tight(a, i) && bound == BOUND_NONE &&
        plx_atom_text_is(f->an->account, a, i - 2, "sub")) {
        bound = BOUND_UNDER;
    }
    return emit(f, start, &m, bound);
}

static bool may_begin(const plx_atom *x) {
    if (x->kind != PLX_ATOM_WORD) return true;
    return x->cls != PLX_W_NONE || (x->flags & PLX_ATOM_CAP) || x->end - x->begin == 4 ||
           x->end - x->begin == 9; /* "tens", "exceeding" */
}

static void read_stretch(finder *f) {
    f->waiting_at = SIZE_MAX;
    for (size_t i = 0; i < f->atoms.n;) {
        size_t before = f->out.n;
        size_t next = may_begin(&f->atoms.p[i]) ? figure_at(f, i) : 0;
        if (f->out.n > before) {
            if (f->waiting_at != i) f->first_waiting = before;
            share_unit(f, f->out.n - 1);
            const plx_figure *x = &f->out.p[f->out.n - 1];
            size_t at = x->unit.n || x->of.n ? 0 : same_unit_at(&f->atoms, next);
            f->waiting_at = at ? at : SIZE_MAX;
        }
        i = next > i ? next : i + 1;
    }
}

void plx_find_figures(plx_annotation *an, plx_arena *arena) {
    finder f = {.an = an, .arena = arena};
    f.parse = (plx_figure_parse){.an = an, .account = an->account, .a = &f.atoms};
    plx_stretches stretches = {.an = an};
    for (plx_span s; plx_find__stretch_next(&stretches, &s);) {
        uint32_t at = s.begin;
        while (plx_find__atoms(an->account, &at, s.end, arena, &f.atoms)) {
            read_stretch(&f);
        }
    }
    an->figures = f.out.p;
    an->n_figures = f.out.n;
}
