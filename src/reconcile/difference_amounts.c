/* Amounts that are told of one thing, whatever the clauses around them: "a reward of up to 2,500
 * crowns" here, "the reward has been raised to 5,000 crowns" there; "100,000 files" and "tens of
 * thousands of files". The thing is known by a noun of which a story mostly has one amount, or by
 * what is counted when the number is large; an account that gives several is left alone. */
#include "base/vec.h"
#include "find/nouns.h"
#include "reconcile/difference_pool.h"

#include <math.h>

#define MOST_AWAY    12u /* tokens between the noun and its amount */
#define MOST_AMOUNTS 200u
#define LEAST_DAYS   10
#define NEAR_DAYS    0.07
#define LEAST_COUNT  20
#define LEAST_CROWD  150
#define MOST_CROWD   1.2 /* of two counts of people under other words */
#define MOST_RATIO   3   /* of two counts of one thing */

typedef struct amount {
    uint32_t account;
    uint32_t whose; /* entity: of whom alone the sentence tells, or PLX_NONE */
    const plx_figure *figure;
    plx_str noun; /* its lemma */
} amount;

typedef struct amounts {
    amount *p;
    size_t n, cap;
} amounts;

static bool is_measured(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("bail"),        PLX_S_INIT("bond"),         PLX_S_INIT("bounty"),
        PLX_S_INIT("bribe"),       PLX_S_INIT("compensation"), PLX_S_INIT("fine"),
        PLX_S_INIT("magnitude"),   PLX_S_INIT("penalty"),      PLX_S_INIT("price"),
        PLX_S_INIT("prize"),       PLX_S_INIT("ransom"),       PLX_S_INIT("reward"),
        PLX_S_INIT("salary"),      PLX_S_INIT("settlement"),   PLX_S_INIT("turnout"),
        PLX_S_INIT("unemployment")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static bool breaks(const plx_token *t) {
    return plx_str_eq(t->fold, PLX_S(";")) || plx_str_eq(t->fold, PLX_S("and")) ||
           plx_str_eq(t->fold, PLX_S("but")) || plx_str_eq(t->fold, PLX_S("while"));
}

/* The sum of money or share nearest to the noun in its sentence, no clause between; NULL when there
 * is none, or two as near. */
static const plx_figure *amount_of(const plx_link_view *v, uint32_t noun) {
    const plx_annotation *an = v->an;
    const plx_sentence *s = &an->sentences[an->tokens[noun].sentence];
    for (uint32_t d = 1; d <= MOST_AWAY; d++) {
        for (int side = 0; side < 2; side++) {
            bool inside = side ? noun >= d && noun - d >= s->begin : noun + d < s->end;
            uint32_t i = side ? noun - d : noun + d;
            uint32_t f = inside ? v->figure[i] : PLX_NONE;
            if (f == PLX_NONE || (side && d > 3)) {
                continue;
            }
            const plx_figure *x = &an->figures[f];
            bool kind = x->kind == PLX_FIG_MONEY || x->kind == PLX_FIG_PERCENT;
            for (uint32_t k = PLX_MIN(i, noun); kind && k < PLX_MAX(i, noun); k++) {
                kind = !breaks(&an->tokens[k]);
            }
            if (kind) {
                return x;
            }
        }
    }
    return NULL;
}

static bool is_human(plx_str unit) {
    return plx_noun_is_person(unit) || plx_str_eq(unit, PLX_S("person")) ||
           plx_str_eq(unit, PLX_S("people")) || plx_str_eq(unit, PLX_S("colleague")) ||
           plx_str_ends(unit, PLX_S("worker"));
}

/* What a story has one number of, however small. */
static bool is_told_once(plx_str unit) {
    static const plx_str words[] = {
        PLX_S_INIT("assailant"), PLX_S_INIT("attacker"), PLX_S_INIT("bullet"),
        PLX_S_INIT("carjacker"), PLX_S_INIT("casing"),   PLX_S_INIT("gunman"),
        PLX_S_INIT("gunshot"),   PLX_S_INIT("hijacker"), PLX_S_INIT("robber"),
        PLX_S_INIT("round"),     PLX_S_INIT("shell"),    PLX_S_INIT("shooter"),
        PLX_S_INIT("shot")};
    return plx_str_lookup(words, PLX_COUNT(words), unit) != PLX_NONE;
}

/* Things counted in a number that is no coincidence. People are counted in many ways and under many
 * words: of them only numbers that are nearly the same are set side by side. */
static void read_counts(const plx_links *l, amounts *out) {
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_annotation *an = l->view[a].an;
        for (size_t i = 0; i < an->n_figures && out->n < MOST_AMOUNTS; i++) {
            const plx_figure *x = &an->figures[i];
            double least = isnan(x->low) ? x->value : x->low;
            const plx_token *unit = &an->tokens[x->end - 1]; /* "9 shot" counts people */
            if (x->value > 1 && (plx_token_is(unit, "shot") || plx_token_is(unit, "round"))) {
                continue;
            }
            bool human = is_human(x->unit) && !is_told_once(x->unit);
            bool large = least >= (human ? LEAST_CROWD : is_told_once(x->unit) ? 2 : LEAST_COUNT);
            if (x->kind == PLX_FIG_COUNT && large && x->unit.n && !plx_noun_is_group(x->unit) &&
                !plx_account_is_dropped(an->account, x->span)) {
                amount m = {a, PLX_NONE, x, human ? PLX_S("person") : x->unit};
                plx_vec_push(out, l->arena, m);
            }
        }
    }
}

/* The one person whom a sentence names or stands for by a pronoun; PLX_NONE when it is none or
 * several. */
static uint32_t person_of(const plx_links *l, uint32_t account, uint32_t sentence) {
    const plx_link_view *v = &l->view[account];
    const plx_sentence *s = &v->an->sentences[sentence];
    uint32_t found = PLX_NONE;
    for (uint32_t i = s->begin; i < s->end; i++) {
        uint32_t e = v->entity[i];
        if (e == PLX_NONE || l->s->entities.p[e].type != PLX_PERSON || e == found) {
            continue;
        }
        if (found != PLX_NONE) {
            return PLX_NONE;
        }
        found = e;
    }
    return found;
}

static void read_amounts(const plx_links *l, amounts *out) {
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_link_view *v = &l->view[a];
        for (uint32_t i = 0; i < v->an->n_tokens && out->n < MOST_AMOUNTS; i++) {
            const plx_token *t = &v->an->tokens[i];
            bool noun = t->upos == PLX_UPOS_NOUN || plx_str_eq(t->fold, t->lemma); /* mistagged */
            if (!noun || !is_measured(t->lemma) ||
                plx_account_is_dropped(v->an->account, t->span)) {
                continue;
            }
            const plx_figure *x = amount_of(v, i);
            if (x) {
                amount m = {.account = a,
                            .whose = person_of(l, a, t->sentence),
                            .figure = x,
                            .noun = t->lemma};
                plx_vec_push(out, l->arena, m);
            }
        }
    }
}

static double low_of(const plx_figure *x) { return isnan(x->low) ? x->value : x->low; }
static double high_of(const plx_figure *x) { return isnan(x->high) ? x->value : x->high; }

static bool same_amount(const plx_figure *a, const plx_figure *b) {
    return low_of(a) == low_of(b) && high_of(a) == high_of(b);
}

static double top_of(const plx_figure *x) { return isnan(high_of(x)) ? low_of(x) : high_of(x); }

static double ratio_of(const plx_figure *x, const plx_figure *y) {
    double a = top_of(x), b = top_of(y);
    return a > b ? a / b : b / a;
}

/* Does the account tell of one amount of the noun only? */
static bool tells_one(const amounts *list, const amount *of) {
    for (size_t i = 0; i < list->n; i++) {
        const amount *m = &list->p[i];
        if (m->account == of->account && plx_str_eq(m->noun, of->noun) &&
            !same_amount(m->figure, of->figure) &&
            (!is_human(of->noun) || ratio_of(m->figure, of->figure) <= MOST_RATIO)) {
            return false;
        }
    }
    return true;
}

static void put(const plx_links *l, const amount *a, const amount *b, plx_difference_kind kind,
                const char *why, plx_pool *pool) {
    plx_str text = l->s->accounts[a->account]->text;
    const plx_annotation *an = l->view[a->account].an;
    plx_span x = a->figure->span, y = b->figure->span;
    plx_finding f = {
        .about = PLX_ABOUT_HOW_MANY,
        .kind = kind,
        .at = {{a->account, x}, {b->account, y}},
        .value = {plx_str_at(text, x), plx_str_at(l->s->accounts[b->account]->text, y)},
        .subject = PLX_NONE,
        .weight = 1.5,
        .context = plx_str_at(text, an->sentences[an->tokens[a->figure->begin].sentence].span),
        .why = why};
    plx_pool__add(pool, &f);
}

static void compare(const plx_links *l, const amount *a, const amount *b, plx_pool *pool) {
    const plx_figure *x = a->figure, *y = b->figure;
    bool bound = !(isnan(low_of(x)) || isnan(high_of(x)) || isnan(low_of(y)) || isnan(high_of(y)));
    bool apart = bound && (low_of(x) > high_of(y) || low_of(y) > high_of(x));
    double top_x = top_of(x), top_y = top_of(y);
    double most = x->kind != PLX_FIG_COUNT ? 20 : is_human(a->noun) ? MOST_CROWD : MOST_RATIO;
    bool one_unit = plx_str_eq(x->unit, y->unit) || (is_human(a->noun) && is_human(b->noun));
    bool bail = plx_str_eq(a->noun, PLX_S("bail")) || plx_str_eq(a->noun, PLX_S("bond"));
    bool known = a->whose != PLX_NONE && b->whose != PLX_NONE;
    if ((known && a->whose != b->whose) || (bail && !known)) {
        return; /* the bail of another defendant */
    }
    if (!one_unit || x->kind != y->kind || same_amount(x, y) || !(ratio_of(x, y) <= most)) {
        return; /* a hundred times as much is of another thing */
    }
    bool sum = x->kind != PLX_FIG_COUNT && top_x != top_y; /* "up to 2,500", "5,000" */
    bool open = !bound && (isnan(low_of(x)) || low_of(x) <= low_of(y)) &&
                (isnan(high_of(x)) || high_of(x) >= high_of(y)); /* "fewer than 1,000", "905" */
    open |= !bound && (isnan(low_of(y)) || low_of(y) <= low_of(x)) &&
            (isnan(high_of(y)) || high_of(y) >= high_of(x));
    bool conflict =
        (apart || sum) && !x->approximate && !y->approximate && !(open && x->kind == PLX_FIG_COUNT);
    put(l, a, b, conflict ? PLX_CONFLICT : PLX_PRECISION, "amounts of one thing", pool);
}

/* ---- lengths of time
 * -------------------------------------------------------------------------------- */

/* In days; 0 when it is no length that is compared. */
static double days_of(const plx_figure *x) {
    static const struct {
        const char *unit;
        double days;
    } table[] = {{"day", 1}, {"week", 7}, {"month", 30.4}, {"year", 365.25}};
    for (size_t i = 0; x->kind == PLX_FIG_DURATION && i < PLX_COUNT(table); i++) {
        if (plx_str_eq(x->unit, plx_str_of(table[i].unit))) {
            return x->value * table[i].days;
        }
    }
    return 0;
}

/* "15 days" and "two weeks": lengths in other units that are nearly the same. */
static void lengths(const plx_links *l, plx_pool *pool) {
    amounts list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_annotation *an = l->view[a].an;
        for (size_t i = 0; i < an->n_figures && list.n < MOST_AMOUNTS; i++) {
            const plx_figure *x = &an->figures[i];
            if (days_of(x) >= LEAST_DAYS && !plx_account_is_dropped(an->account, x->span)) {
                amount m = {a, PLX_NONE, x, x->unit};
                plx_vec_push(&list, l->arena, m);
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const amount *a = &list.p[i], *b = &list.p[k];
            double x = days_of(a->figure), y = days_of(b->figure);
            if (a->account == b->account || plx_str_eq(a->noun, b->noun) || x == y ||
                fabs(x - y) > NEAR_DAYS * PLX_MAX(x, y)) {
                continue;
            }
            put(l, a, b, PLX_PRECISION, "lengths that are nearly the same", pool);
        }
    }
}

void plx_difference__amounts(const plx_links *l, plx_pool *pool) {
    amounts list = {0};
    read_amounts(l, &list);
    read_counts(l, &list);
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const amount *a = &list.p[i], *b = &list.p[k];
            if (a->account != b->account && plx_str_eq(a->noun, b->noun) && tells_one(&list, a) &&
                tells_one(&list, b)) {
                compare(l, a, b, pool);
            }
        }
    }
    lengths(l, pool);
}
