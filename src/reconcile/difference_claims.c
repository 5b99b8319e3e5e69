/* Differences inside one statement: its supports say the same thing, but with other numbers, times,
 * people or words.
 *
 * Compared slot by slot: numbers of the same counted thing, times of the claim, a named party that
 * only one side has where only the other has another, and nouns that stand for one another. */
#include "base/vec.h"
#include "match/meaning.h"
#include "reconcile/difference_parts.h"

#include <math.h>

#define NEAR_NOUN      0.47 /* cosine from which two nouns can stand for one another */
#define MOST_NOUNS     200u
#define SHORT_BYTES    90u
#define CONFLICT_BONUS 1.0
#define SOLID_NUMBERS  0.2 /* log-odds of two units before their numbers are set side by side */
#define SOLID_TIMES    0.3
#define SURE_NUMBERS   0.8 /* and before they are called a conflict */
#define SURE_TIMES     1.2
#define SOLID_PARTIES  1.5
#define SOLID_WORDS    0.3
#define SAME_ACT       0.5 /* PLX_CLAIM_PREDICATE of units whose times or parties exclude one another */

typedef struct slot_finder {
    plx_story *s;
    const plx_claim_units *u;
    const plx_statement *st;
    uint32_t index; /* of the statement */
    plx_arena *arena;
} slot_finder;

static const plx_claim_unit *unit_at(const slot_finder *f, size_t i) {
    return &f->u->p[f->st->units.p[i]];
}

/* Are two units so surely one claim that what they tell differently is a difference? */
static bool solid(const plx_claim_unit *a, const plx_claim_unit *b, double least, bool same_act) {
    double x[PLX_N_CLAIM_FEATURES];
    plx_claim_compare(&a->claim, &b->claim, x);
    return plx_claim_log_odds(x) >= least && (!same_act || x[PLX_CLAIM_PREDICATE] >= SAME_ACT);
}

/* The unit that the most others of the statement are solid with: the others are compared with it.
 * NULL when there is none. */
static const plx_claim_unit *pivot(const slot_finder *f, double least, bool same_act) {
    const plx_claim_unit *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < f->st->units.n; i++) {
        size_t n = 0;
        for (size_t k = 0; k < f->st->units.n; k++) {
            n += k != i && solid(unit_at(f, i), unit_at(f, k), least, same_act);
        }
        if (n > most) {
            most = n;
            best = unit_at(f, i);
        }
    }
    return best;
}

static plx_difference blank(const slot_finder *f, const char *what, double weight) {
    plx_str claim = plx_difference__short(f->st->text, SHORT_BYTES, f->arena);
    return (plx_difference){.kind = PLX_VARIANT,
                            .about = plx_str_format(f->arena, "%s: %.*s", what, PLX_FMT(claim)),
                            .subject_kind = PLX_SUBJECT_STATEMENT,
                            .subject = f->index,
                            .weight = weight + 0.2 * (double)f->st->support.n,
                            .why = PLX_S("in clauses that make one claim")};
}

static plx_at place(const plx_claim_unit *u, const plx_story *s, const plx_claim_term *t) {
    const plx_annotation *an = s->annotations[u->account];
    if (t->kind == PLX_TERM_WORD) {
        return (plx_at){u->account, an->tokens[t->token].span};
    }
    size_t begin =
        (size_t)(t->text.p -
                 an->account->text.p); /* text of the others is borrowed from the account */
    return (plx_at){u->account, plx_span_of(begin, begin + t->text.n)};
}

/* ---- times
 * --------------------------------------------------------------------------------------- */

static const plx_timex *timex_at(const plx_annotation *an, uint32_t token) {
    for (size_t i = 0; i < an->n_times; i++) {
        if (an->times[i].begin == token) {
            return &an->times[i];
        }
    }
    return NULL;
}

/* The first calendar time of a unit; NULL when it has none or several that are apart. */
static const plx_claim_term *time_of(const plx_claim_unit *u) {
    const plx_claim_term *found = NULL;
    for (size_t i = 0; i < u->claim.n; i++) {
        const plx_claim_term *t = &u->claim.p[i];
        if (t->kind != PLX_TERM_TIME || !t->has_days) {
            continue;
        }
        if (found && (t->first_day > found->last_day || found->first_day > t->last_day)) {
            return NULL;
        }
        found =
            !found || t->last_day - t->first_day < found->last_day - found->first_day ? t : found;
    }
    return found;
}

static void times(slot_finder *f) {
    plx_difference d = blank(f, "when", 1.0);
    const plx_claim_unit *middle = pivot(f, SOLID_TIMES, false);
    bool surely = true; /* enough to call times that exclude one another a conflict */
    int32_t first = INT32_MIN, last = INT32_MAX;
    d.kind = PLX_PRECISION;
    for (size_t i = 0; middle && i < f->st->units.n; i++) {
        const plx_claim_unit *u = unit_at(f, i);
        const plx_claim_term *t = time_of(u);
        const plx_timex *x = t ? timex_at(f->s->annotations[u->account], t->token) : NULL;
        if (!x || (u != middle && !solid(u, middle, SOLID_TIMES, false))) {
            continue;
        }
        surely = surely && (u == middle || solid(u, middle, SURE_TIMES, true));
        plx_difference__put(&d, x->value, place(u, f->s, t), f->arena);
        first = PLX_MAX(first, t->first_day);
        last = PLX_MIN(last, t->last_day);
    }
    if (first > last) {
        if (!surely) {
            return;
        }
        d.kind = PLX_CONFLICT;
        d.weight += CONFLICT_BONUS;
    }
    plx_difference__add(f->s, &d, f->arena);
}

/* ---- numbers
 * ------------------------------------------------------------------------------------- */

typedef struct range {
    double low, high;
} range;

/* What a number leaves open; "about" leaves a tenth to both sides. */
static range range_of(const plx_figure *x) {
    range r = {isnan(x->low) ? -INFINITY : x->low, isnan(x->high) ? INFINITY : x->high};
    if (!isnan(x->value)) {
        bool bounded = !isnan(x->low) || !isnan(x->high);
        double slack = x->approximate ? 0.1 * fabs(x->value) : 0;
        r.low = bounded && isnan(x->low) ? -INFINITY : PLX_MAX(r.low, x->value - slack);
        r.high = bounded && isnan(x->high) ? INFINITY : PLX_MIN(r.high, x->value + slack);
        if (!isnan(x->low)) {
            r.low = x->low - slack;
        }
        if (!isnan(x->high)) {
            r.high = x->high + slack;
        }
    }
    return r;
}

static const plx_figure *figure_at(const plx_annotation *an, plx_span span) {
    for (size_t i = 0; i < an->n_figures; i++) {
        if (plx_span_eq(an->figures[i].span, span)) {
            return &an->figures[i];
        }
    }
    return NULL;
}

static plx_str number_text(const plx_figure *x, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, 200);
    bool at_least = !isnan(x->low) && isnan(x->high), at_most = isnan(x->low) && !isnan(x->high);
    plx_buf_putz(&b, at_least         ? "at least "
                     : at_most        ? "at most "
                     : x->approximate ? "about "
                                      : "");
    if (!isnan(x->value)) {
        plx_buf_put_f64(&b, x->value);
    } else {
        plx_buf_put_f64(&b, isnan(x->low) ? x->high : x->low);
        if (!at_least && !at_most) {
            plx_buf_putz(&b, " to ");
            plx_buf_put_f64(&b, x->high);
        }
    }
    if (x->unit.n) {
        plx_buf_putc(&b, ' ');
        plx_buf_put(&b, x->unit);
    }
    return plx_buf_str(&b);
}

/* Do two figures count the same thing? By kind and unit; units are near in meaning at least. */
static bool same_thing(const plx_figure *a, const plx_figure *b) {
    if (a->kind != b->kind) {
        return false;
    }
    return plx_str_eq(a->unit, b->unit) ||
           (a->kind == PLX_FIG_COUNT && a->unit.n && b->unit.n &&
            plx_meaning_cosine(plx_meaning_of(a->unit), plx_meaning_of(b->unit)) > NEAR_NOUN);
}

typedef struct counted {
    const plx_figure *figure;
    const plx_claim_unit *unit;
    bool used;
} counted;

/* "all but five", "except two": the others are meant. */
static bool is_exception(const plx_annotation *an, const plx_figure *x) {
    return x->begin > 0 && (plx_str_eq(an->tokens[x->begin - 1].fold, PLX_S("but")) ||
                            plx_str_eq(an->tokens[x->begin - 1].fold, PLX_S("except")));
}

static void numbers(slot_finder *f) {
    PLX_VEC(counted) list = {0};
    const plx_claim_unit *middle = pivot(f, SOLID_NUMBERS, false);
    for (size_t i = 0; middle && i < f->st->units.n; i++) {
        const plx_claim_unit *u = unit_at(f, i);
        if (u != middle && !solid(u, middle, SOLID_NUMBERS, false)) {
            continue;
        }
        for (size_t k = 0; k < u->claim.n; k++) {
            const plx_claim_term *t = &u->claim.p[k];
            const plx_figure *x =
                t->kind == PLX_TERM_NUMBER
                    ? figure_at(f->s->annotations[u->account], place(u, f->s, t).span)
                    : NULL;
            if (x && !is_exception(f->s->annotations[u->account], x)) {
                plx_vec_push(&list, f->arena, (counted){x, u, false});
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        if (list.p[i].used) {
            continue;
        }
        plx_difference d = blank(f, "how many", 1.2);
        range r = {-INFINITY, INFINITY}, whole = {INFINITY, -INFINITY};
        d.kind = PLX_PRECISION;
        size_t n_values = 0;
        uint32_t last_account = PLX_NONE;
        bool surely = true;
        bool twice =
            false; /* an account with two figures of the thing: which is meant is not known */
        for (size_t k = i; k < list.n; k++) {
            counted *c = &list.p[k];
            if (c->used || !same_thing(list.p[i].figure, c->figure)) {
                continue;
            }
            c->used = true;
            range own = range_of(c->figure);
            r.low = fmax(r.low, own.low);
            r.high = fmin(r.high, own.high);
            whole.low = fmin(whole.low, own.low);
            whole.high = fmax(whole.high, own.high);
            twice = twice || c->unit->account == last_account;
            surely = surely && (c->unit == middle || solid(c->unit, middle, SURE_NUMBERS, true));
            last_account = c->unit->account;
            n_values++;
            plx_difference__put(&d, number_text(c->figure, f->arena),
                                (plx_at){c->unit->account, c->figure->span}, f->arena);
        }
        bool conflict = r.low > r.high;
        if (conflict) {
            d.kind = PLX_CONFLICT;
            d.weight += CONFLICT_BONUS;
        }
        for (size_t k = 0; k < d.positions.n;
             k++) { /* grouped by what they mean, shown as they stand */
            plx_at first = d.positions.p[k].at.p[0];
            d.positions.p[k].value = plx_str_at(f->s->accounts[first.account]->text, first.span);
        }
        bool differ = r.low != whole.low || r.high != whole.high;
        if (n_values > 1 && !twice && differ && (!conflict || surely)) {
            plx_difference__add(f->s, &d, f->arena);
        }
    }
}

/* ---- parties
 * ------------------------------------------------------------------------------------- */

static bool claim_has(const plx_claim_unit *u, uint32_t entity) {
    for (size_t i = 0; i < u->claim.n; i++) {
        if (u->claim.p[i].kind == PLX_TERM_ENTITY && u->claim.p[i].key == entity) {
            return true;
        }
    }
    return false;
}

/* The one named entity of a type that `u` has and `other` lacks; NULL when there is none or
 * several. */
static const plx_claim_term *only_party(const plx_story *s, const plx_claim_unit *u,
                                        const plx_claim_unit *other, plx_entity_type type) {
    const plx_claim_term *found = NULL;
    for (size_t i = 0; i < u->claim.n; i++) {
        const plx_claim_term *t = &u->claim.p[i];
        if (t->kind != PLX_TERM_ENTITY || s->entities.p[t->key].type != type ||
            claim_has(other, t->key) || !s->entities.p[t->key].names.n) {
            continue;
        }
        if (found) {
            return NULL;
        }
        found = t;
    }
    return found;
}

static bool alone_of_type(const plx_story *s, const plx_claim_unit *u, plx_entity_type type) {
    size_t n = 0;
    for (size_t i = 0; i < u->claim.n; i++) {
        n += u->claim.p[i].kind == PLX_TERM_ENTITY && s->entities.p[u->claim.p[i].key].type == type;
    }
    return n == 1;
}

static void parties(slot_finder *f, plx_entity_type type, const char *what, double weight) {
    plx_difference d = blank(f, what, weight);
    d.kind = type == PLX_PLACE ? PLX_PRECISION : PLX_CONFLICT;
    for (size_t i = 0; i < f->st->units.n; i++) {
        for (size_t k = i + 1; k < f->st->units.n; k++) {
            const plx_claim_unit *a = unit_at(f, i), *b = unit_at(f, k);
            const plx_claim_term *x = only_party(f->s, a, b, type),
                                 *y = only_party(f->s, b, a, type);
            if (!x || !y || x->part != y->part || x->part != PLX_PART_SUBJECT ||
                !solid(a, b, SOLID_PARTIES, true) || !alone_of_type(f->s, a, type) ||
                !alone_of_type(f->s, b, type)) {
                continue;
            }
            plx_difference__put(&d, f->s->entities.p[x->key].name, place(a, f->s, x), f->arena);
            plx_difference__put(&d, f->s->entities.p[y->key].name, place(b, f->s, y), f->arena);
        }
    }
    plx_difference__add(f->s, &d, f->arena);
}

/* ---- words
 * --------------------------------------------------------------------------------------- */

/* Human beings in general, and kin: a man is no other word for a victim, nor a mother for a
 * grandmother. */
static bool is_human(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("aunt"),        PLX_S_INIT("boy"),         PLX_S_INIT("brother"),
        PLX_S_INIT("child"),       PLX_S_INIT("daughter"),    PLX_S_INIT("family"),
        PLX_S_INIT("father"),      PLX_S_INIT("female"),      PLX_S_INIT("girl"),
        PLX_S_INIT("grandfather"), PLX_S_INIT("grandmother"), PLX_S_INIT("husband"),
        PLX_S_INIT("male"),        PLX_S_INIT("man"),         PLX_S_INIT("member"),
        PLX_S_INIT("mother"),      PLX_S_INIT("parent"),      PLX_S_INIT("people"),
        PLX_S_INIT("person"),      PLX_S_INIT("sister"),      PLX_S_INIT("son"),
        PLX_S_INIT("uncle"),       PLX_S_INIT("victim"),      PLX_S_INIT("wife"),
        PLX_S_INIT("woman")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static bool is_noun(const plx_story *s, const plx_claim_unit *u, const plx_claim_term *t) {
    const plx_token *x = &s->annotations[u->account]->tokens[t->token];
    return t->kind == PLX_TERM_WORD && x->upos == PLX_UPOS_NOUN && x->name == PLX_NONE &&
           !is_human(x->lemma);
}

/* Do two words stand alike under their heads? "in a deal", "in an exchange". */
static bool stand_alike(const plx_story *s, const plx_claim_unit *a, const plx_claim_term *x,
                        const plx_claim_unit *b, const plx_claim_term *y) {
    uint8_t p = s->annotations[a->account]->tokens[x->token].deprel;
    uint8_t q = s->annotations[b->account]->tokens[y->token].deprel;
    return p == q || x->part == y->part;
}

static bool has_stem(const plx_claim_unit *u, uint32_t key) {
    for (size_t i = 0; i < u->claim.n; i++) {
        if (u->claim.p[i].kind == PLX_TERM_WORD && u->claim.p[i].key == key) {
            return true;
        }
    }
    return false;
}

/* "captive" and "captivity": the same first letters are no other word. */
static bool one_family(plx_str a, plx_str b) {
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
        n++;
    }
    return n >= 5;
}

/* The noun of `b` that stands for noun `x` of `a`: nearest in meaning, and the two share no stem
 * across the units. */
static const plx_claim_term *stand_in(const plx_story *s, const plx_claim_unit *a,
                                      const plx_claim_term *x, const plx_claim_unit *b,
                                      double *cosine) {
    const plx_claim_term *best = NULL;
    *cosine = NEAR_NOUN;
    if (has_stem(b, x->key)) {
        return NULL;
    }
    for (size_t i = 0; i < b->claim.n; i++) {
        const plx_claim_term *y = &b->claim.p[i];
        if (is_noun(s, b, y) && !has_stem(a, y->key) && stand_alike(s, a, x, b, y) &&
            !one_family(x->text, y->text)) {
            double c = plx_meaning_cosine(x->word, y->word);
            if (c > *cosine) {
                *cosine = c;
                best = y;
            }
        }
    }
    return best;
}

static plx_str lemma_of(const plx_story *s, const plx_claim_unit *u, const plx_claim_term *t) {
    return s->annotations[u->account]->tokens[t->token].lemma;
}

typedef struct noun {
    const plx_claim_unit *unit;
    const plx_claim_term *term;
    uint32_t group;
} noun;

static void join_nouns(noun *list, size_t n, uint32_t a, uint32_t b) {
    uint32_t from = PLX_MAX(list[a].group, list[b].group),
             into = PLX_MIN(list[a].group, list[b].group);
    for (size_t i = 0; i < n; i++) {
        list[i].group = list[i].group == from ? into : list[i].group;
    }
}

/* Nouns that stand for one another, each for the other, across the units: one difference a set of
 * them. */
static void words(slot_finder *f) {
    PLX_VEC(noun) list = {0};
    const plx_claim_unit *middle = pivot(f, SOLID_WORDS, false);
    for (size_t i = 0; middle && i < f->st->units.n && list.n < MOST_NOUNS; i++) {
        const plx_claim_unit *u = unit_at(f, i);
        if (u != middle && !solid(u, middle, SOLID_WORDS, false)) {
            continue;
        }
        for (size_t k = 0; k < u->claim.n; k++) {
            if (is_noun(f->s, u, &u->claim.p[k])) {
                plx_vec_push(&list, f->arena, (noun){u, &u->claim.p[k], (uint32_t)list.n});
            }
        }
    }
    for (uint32_t i = 0; i < list.n; i++) {
        for (uint32_t k = i + 1; k < list.n; k++) {
            double there, back;
            const noun *a = &list.p[i], *b = &list.p[k];
            bool same = a->term->key == b->term->key && a->unit != b->unit;
            if (same || (a->unit != b->unit &&
                         stand_in(f->s, a->unit, a->term, b->unit, &there) == b->term &&
                         stand_in(f->s, b->unit, b->term, a->unit, &back) == a->term)) {
                join_nouns(list.p, list.n, i, k);
            }
        }
    }
    for (uint32_t g = 0; g < list.n; g++) {
        plx_difference d = blank(f, "the word for it", 0.3);
        for (size_t i = 0; i < list.n; i++) {
            if (list.p[i].group == g) {
                plx_difference__put(&d, lemma_of(f->s, list.p[i].unit, list.p[i].term),
                                    place(list.p[i].unit, f->s, list.p[i].term), f->arena);
            }
        }
        if (list.p[g].group == g) {
            plx_difference__add(f->s, &d, f->arena);
        }
    }
}

void plx_difference__claims(plx_story *s, plx_arena *arena) {
    if (!s->claim_units) {
        return;
    }
    for (uint32_t i = 0; i < s->statements.n; i++) {
        slot_finder f = {s, s->claim_units, &s->statements.p[i], i, arena};
        if (f.st->units.n < 2) {
            continue;
        }
        times(&f);
        numbers(&f);
        parties(&f, PLX_ORGANIZATION, "which group", 0.8);
        parties(&f, PLX_PERSON, "who", 0.8);
        parties(&f, PLX_PLACE, "where", 0.6);
        words(&f);
    }
}
