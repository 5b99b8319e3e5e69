/* Two claims side by side: soft alignment, features, log-odds. */
#include "match/claims.h"

#include "match/meaning.h"

#include <math.h>

#define NEAR_COSINE  PLX_CLAIM__NEAR_COSINE
#define CLASH_WEIGHT 3.0

static double number_similarity(const plx_claim_term *x, const plx_claim_term *y) {
    double unit = x->key == y->key ? 1.0 : 0.85;
    if (!isnan(x->value) && !isnan(y->value)) {
        return x->value == y->value ? unit : 0;
    }
    double xl = isnan(x->value) ? x->low : x->value, yl = isnan(y->value) ? y->low : y->value;
    double xh = isnan(x->value) ? x->high : x->value, yh = isnan(y->value) ? y->high : y->value;
    bool same = (xl == yl || (isnan(xl) && isnan(yl))) && (xh == yh || (isnan(xh) && isnan(yh)));
    return same ? unit : 0;
}

static double time_similarity(const plx_claim_term *x, const plx_claim_term *y) {
    if (x->has_days != y->has_days) {
        return 0;
    }
    if (!x->has_days) {
        return x->key == y->key ? 1.0 : 0;
    }
    if (x->first_day == y->first_day && x->last_day == y->last_day) {
        return 1.0;
    }
    return x->first_day <= y->last_day && y->first_day <= x->last_day ? 0.7 : 0;
}

double plx_claim__term_similarity(const plx_claim_term *x, const plx_claim_term *y) {
    if (x->kind != y->kind) {
        return 0;
    }
    switch (x->kind) {
    case PLX_TERM_ENTITY: return x->key == y->key ? 1.0 : 0;
    case PLX_TERM_NUMBER: return number_similarity(x, y);
    case PLX_TERM_TIME: return time_similarity(x, y);
    case PLX_TERM_WORD: break;
    }
    if (x->key == y->key) {
        return 1.0;
    }
    double cosine = plx_meaning_cosine(x->word, y->word);
    return cosine <= NEAR_COSINE ? 0 : 0.9 * (cosine - NEAR_COSINE) / (1.0 - NEAR_COSINE);
}

#define MOST_TERMS                                                                                 \
    96u /* of a claim that are aligned; longer clauses are cut by their reader's limits anyway */

/* Two claims aligned: for each term the best that the other claim has for it. */
typedef struct alignment {
    size_t n_a, n_b;
    double best_a[MOST_TERMS], best_b[MOST_TERMS];
    double predicate; /* see below */
} alignment;

/* The predicate of one claim against the predicate of the other, or, a little less, against any
 * word of it: an act can be the verb in one clause and a noun in the other. */
static double as_predicate(const plx_claim_term *x, const plx_claim_term *y, double similarity) {
    bool a = x->part == PLX_PART_PREDICATE, b = y->part == PLX_PART_PREDICATE;
    return a && b ? similarity : a || b ? 0.8 * similarity : 0;
}

/* The terms of `c`, up to n, that could meet one of `other`'s: all, unless the two are acquainted.
 */
static size_t that_could_meet(const plx_claim *c, size_t n, const plx_claim *other,
                              uint8_t out[MOST_TERMS]) {
    size_t m = 0;
    bool acquainted = c->meets && other->meets && c->circle == other->circle;
    for (size_t i = 0; i < n; i++) {
        uint32_t w = c->p[i].number;
        out[m] = (uint8_t)i;
        m += !acquainted || c->p[i].kind != PLX_TERM_WORD || (other->meets[w / 64] >> w % 64 & 1);
    }
    return m;
}

static void align(const plx_claim *a, const plx_claim *b, alignment *out) {
    out->n_a = PLX_MIN(a->n, MOST_TERMS);
    out->n_b = PLX_MIN(b->n, MOST_TERMS);
    out->predicate = 0;
    memset(out->best_a, 0, out->n_a * sizeof *out->best_a);
    memset(out->best_b, 0, out->n_b * sizeof *out->best_b);
    uint8_t of_a[MOST_TERMS], of_b[MOST_TERMS];
    size_t n_a = that_could_meet(a, out->n_a, b, of_a), n_b = that_could_meet(b, out->n_b, a, of_b);
    for (size_t at = 0; at < n_a; at++) {
        size_t i = of_a[at];
        for (size_t bt = 0; bt < n_b; bt++) {
            size_t k = of_b[bt];
            if (a->p[i].kind != b->p[k].kind) {
                continue;
            }
            double s = plx_claim__term_similarity(&a->p[i], &b->p[k]);
            if (s > 0) {
                out->best_a[i] = PLX_MAX(out->best_a[i], s);
                out->best_b[k] = PLX_MAX(out->best_b[k], s);
                out->predicate = PLX_MAX(out->predicate, as_predicate(&a->p[i], &b->p[k], s));
            }
        }
    }
}

/* How much of a claim stands in the other, 0..1; *mass gets the weight of it. */
static double cover(const plx_claim *c, const double *best, size_t n, double *mass) {
    double found = 0;
    for (size_t i = 0; i < n; i++) {
        found += best[i] * c->p[i].weight;
    }
    *mass = found;
    return c->weight > 0 ? found / c->weight : 0;
}

typedef struct tally {
    double same, of, clash;
} tally;

static bool has_kind(const plx_claim *c, plx_term_kind kind) {
    for (size_t i = 0; i < c->n; i++) {
        if (c->p[i].kind == kind) {
            return true;
        }
    }
    return false;
}

/* Weight of the terms of one kind that meet one of the other claim's, and of all of them. */
static tally meet(const plx_claim *c, const double *best, size_t n, const plx_claim *other,
                  plx_term_kind kind) {
    tally t = {0};
    bool any = has_kind(other, kind);
    for (size_t i = 0; i < n; i++) {
        if (c->p[i].kind == kind) {
            t.same += best[i] * c->p[i].weight;
            t.of += c->p[i].weight;
            t.clash += any && best[i] == 0;
        }
    }
    return t;
}

static double share(tally x, tally y) {
    double of = PLX_MIN(x.of, y.of);
    return of > 0 ? PLX_MIN(1.0, PLX_MIN(x.same, y.same) / of) : 0;
}

/* Different entities in the same role, and neither elsewhere in the other claim. */
static double entity_clash(const plx_claim *a, const plx_claim *b) {
    double clash = 0;
    for (size_t i = 0; i < a->n; i++) {
        const plx_claim_term *x = &a->p[i];
        if (x->kind != PLX_TERM_ENTITY ||
            (x->part != PLX_PART_SUBJECT && x->part != PLX_PART_OBJECT)) {
            continue;
        }
        bool elsewhere = false, other = false;
        for (size_t k = 0; k < b->n; k++) {
            const plx_claim_term *y = &b->p[k];
            if (y->kind == PLX_TERM_ENTITY) {
                elsewhere = elsewhere || y->key == x->key;
                other = other || (y->part == x->part && y->key != x->key);
            }
        }
        clash += other && !elsewhere;
    }
    return PLX_MIN(1.0, clash);
}

void plx_claim_compare(const plx_claim *a, const plx_claim *b, double f[PLX_N_CLAIM_FEATURES]) {
    alignment x;
    align(a, b, &x);
    double mass_a, mass_b;
    double ab = cover(a, x.best_a, x.n_a, &mass_a), ba = cover(b, x.best_b, x.n_b, &mass_b);
    f[PLX_CLAIM_COVER_LESS] = PLX_MIN(ab, ba);
    f[PLX_CLAIM_COVER_MORE] = PLX_MAX(ab, ba);
    f[PLX_CLAIM_PREDICATE] = x.predicate;
    f[PLX_CLAIM_ENTITIES] = share(meet(a, x.best_a, x.n_a, b, PLX_TERM_ENTITY),
                                  meet(b, x.best_b, x.n_b, a, PLX_TERM_ENTITY));
    f[PLX_CLAIM_ENTITY_CLASH] = PLX_MAX(entity_clash(a, b), entity_clash(b, a));
    tally na = meet(a, x.best_a, x.n_a, b, PLX_TERM_NUMBER);
    tally nb = meet(b, x.best_b, x.n_b, a, PLX_TERM_NUMBER);
    f[PLX_CLAIM_NUMBERS] = share(na, nb);
    f[PLX_CLAIM_NUMBER_CLASH] = na.clash > 0 && nb.clash > 0;
    tally ta = meet(a, x.best_a, x.n_a, b, PLX_TERM_TIME);
    tally tb = meet(b, x.best_b, x.n_b, a, PLX_TERM_TIME);
    f[PLX_CLAIM_TIMES] = share(ta, tb);
    f[PLX_CLAIM_TIME_CLASH] = ta.clash > 0 && tb.clash > 0 && f[PLX_CLAIM_TIMES] == 0;
    f[PLX_CLAIM_NEGATION] = a->negative != b->negative;
    double mass = PLX_MIN(mass_a, mass_b);
    f[PLX_CLAIM_MASS] = mass / (mass + 12.0);
    double longer = PLX_MAX(a->weight, b->weight);
    f[PLX_CLAIM_LENGTH] = longer > 0 ? PLX_MIN(a->weight, b->weight) / longer : 0;
}

/* Learned by train/claims.c; the bias last. */
static const double weights[PLX_N_CLAIM_FEATURES + 1] = {
    [PLX_CLAIM_COVER_LESS] = 4.0,    [PLX_CLAIM_COVER_MORE] = 3.0,    [PLX_CLAIM_PREDICATE] = 1.5,
    [PLX_CLAIM_ENTITIES] = 1.0,      [PLX_CLAIM_ENTITY_CLASH] = -0.7, [PLX_CLAIM_NUMBERS] = 1.0,
    [PLX_CLAIM_NUMBER_CLASH] = -0.5, [PLX_CLAIM_TIMES] = 0.5,         [PLX_CLAIM_TIME_CLASH] = -0.7,
    [PLX_CLAIM_NEGATION] = -0.8,     [PLX_CLAIM_MASS] = 4.0,          [PLX_CLAIM_LENGTH] = 0.0,
    [PLX_N_CLAIM_FEATURES] = -2.8};

double plx_claim_log_odds(const double f[PLX_N_CLAIM_FEATURES]) {
    double sum = weights[PLX_N_CLAIM_FEATURES];
    for (size_t i = 0; i < PLX_N_CLAIM_FEATURES; i++) {
        sum += weights[i] * f[i];
    }
    return sum;
}

double plx_claim_probability(double log_odds) { return 1.0 / (1.0 + exp(-log_odds)); }

/* The pair of terms that weighs most among those that meet. */
static void put_meeting(const plx_claim *a, const plx_claim *b, plx_term_kind kind,
                        const char *what, plx_buf *out) {
    bool first = true;
    for (size_t i = 0; i < a->n; i++) {
        const plx_claim_term *x = &a->p[i], *best = NULL;
        double most = 0;
        for (size_t k = 0; x->kind == kind && k < b->n; k++) {
            double s = plx_claim__term_similarity(x, &b->p[k]);
            if (s > most) {
                most = s;
                best = &b->p[k];
            }
        }
        if (!best || most < 0.2 || (kind == PLX_TERM_WORD && x->weight < 2.0)) {
            continue;
        }
        plx_buf_printf(out, "%s%s", first ? (out->n ? "; " : "") : ", ", first ? what : "");
        plx_buf_put(out, x->text);
        if (!plx_str_eq(x->text, best->text)) {
            plx_buf_putz(out, " ~ ");
            plx_buf_put(out, best->text);
        }
        first = false;
    }
}

plx_str plx_claim_why(const plx_claim *a, const plx_claim *b, plx_arena *arena) {
    plx_buf out;
    plx_buf_init(&out, arena, 2000);
    put_meeting(a, b, PLX_TERM_ENTITY, "who: ", &out);
    put_meeting(a, b, PLX_TERM_WORD, "words: ", &out);
    put_meeting(a, b, PLX_TERM_NUMBER, "numbers: ", &out);
    put_meeting(a, b, PLX_TERM_TIME, "times: ", &out);
    if (out.n == 0) {
        plx_buf_putz(&out, "nothing in common");
    }
    return plx_buf_str(&out);
}
