/* Two claims side by side: soft alignment, features, log-odds. */
#include "match/claims.h"

#include "match/concepts.h"
#include "match/meaning.h"

#include <math.h>

#define NEAR_COSINE PLX_CLAIM__NEAR_COSINE
#define ONE_CONCEPT 0.9 /* how alike two words of one concept are */

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
    switch (plx_concept_relate(x->concept, y->concept)) {
    case PLX_CONCEPT_SAME: return ONE_CONCEPT;
    case PLX_CONCEPT_OPPOSED: return 0;
    case PLX_CONCEPT_NONE: break;
    }
    double cosine = plx_meaning_cosine(x->word, y->word);
    return cosine <= NEAR_COSINE ? 0 : 0.9 * (cosine - NEAR_COSINE) / (1.0 - NEAR_COSINE);
}

#define MOST_TERMS                                                                                 \
    64u /* of a claim that are aligned; longer clauses are cut by their reader's limits anyway */

#define MOST_MATCHES 256u

typedef struct match {
    uint8_t i, k; /* terms of the one and of the other */
    float alike;
} match;

/* Two claims aligned: which terms are alike, and for each the best that the other claim has. */
typedef struct alignment {
    const plx_claim *a, *b;
    size_t n_a, n_b, n;
    match p[MOST_MATCHES];
    double best_a[MOST_TERMS], best_b[MOST_TERMS];
} alignment;

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
    out->a = a;
    out->b = b;
    out->n = 0;
    out->n_a = PLX_MIN(a->n, MOST_TERMS);
    out->n_b = PLX_MIN(b->n, MOST_TERMS);
    memset(out->best_a, 0, out->n_a * sizeof *out->best_a);
    memset(out->best_b, 0, out->n_b * sizeof *out->best_b);
    uint8_t of_a[MOST_TERMS] = {0}, of_b[MOST_TERMS] = {0};
    size_t n_a = that_could_meet(a, out->n_a, b, of_a), n_b = that_could_meet(b, out->n_b, a, of_b);
    for (size_t at = 0; at < n_a; at++) {
        uint8_t i = of_a[at];
        for (size_t bt = 0; bt < n_b; bt++) {
            uint8_t k = of_b[bt];
            double s =
                a->p[i].kind == b->p[k].kind ? plx_claim__term_similarity(&a->p[i], &b->p[k]) : 0;
            if (s > 0) {
                out->best_a[i] = PLX_MAX(out->best_a[i], s);
                out->best_b[k] = PLX_MAX(out->best_b[k], s);
                if (out->n < MOST_MATCHES) {
                    out->p[out->n++] = (match){i, k, (float)s};
                }
            }
        }
    }
}

static float alike(const alignment *x, uint32_t i, uint32_t k) {
    for (size_t m = 0; m < x->n; m++) {
        if (x->p[m].i == i && x->p[m].k == k) {
            return x->p[m].alike;
        }
    }
    return 0;
}

/* How much of a claim stands in the other, 0..1: by the weight of its terms, and with the squares
 * of the weights. *mass gets the weight of it. */
static double cover(const plx_claim *c, const double *best, size_t n, double *squared,
                    double *mass) {
    double found = 0, found_squared = 0, squares = 0;
    for (size_t i = 0; i < n; i++) {
        double w = c->p[i].weight;
        found += best[i] * w;
        found_squared += best[i] * w * w;
        squares += w * w;
    }
    *mass = found;
    *squared = squares > 0 ? found_squared / squares : 0;
    return c->weight > 0 ? found / c->weight : 0;
}

/* The weightiest term that both have. */
static double rarest(const plx_claim *c, const double *best, size_t n) {
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        most = best[i] >= 1 ? PLX_MAX(most, c->p[i].weight) : most;
    }
    return most;
}

static double weight_of(const plx_claim *c, size_t n, plx_term_part part) {
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += c->p[i].part == part ? c->p[i].weight : 0;
    }
    return sum;
}

/* How much of the one's subject is in the other's: 0..1, or -1 when either has none. */
static double subject_alike(const alignment *x) {
    const plx_term_part part = PLX_PART_SUBJECT;
    double of_a = weight_of(x->a, x->n_a, part), of_b = weight_of(x->b, x->n_b, part);
    float best_a[MOST_TERMS] = {0}, best_b[MOST_TERMS] = {0};
    double same_a = 0, same_b = 0;
    if (!(of_a > 0 && of_b > 0)) {
        return -1;
    }
    for (size_t m = 0; m < x->n; m++) {
        uint8_t i = x->p[m].i, k = x->p[m].k;
        if (x->a->p[i].part == part && x->b->p[k].part == part) {
            best_a[i] = PLX_MAX(best_a[i], x->p[m].alike);
            best_b[k] = PLX_MAX(best_b[k], x->p[m].alike);
        }
    }
    for (size_t i = 0; i < x->n_a; i++) {
        same_a += (double)best_a[i] * x->a->p[i].weight;
    }
    for (size_t k = 0; k < x->n_b; k++) {
        same_b += (double)best_b[k] * x->b->p[k].weight;
    }
    return PLX_MIN(1.0, PLX_MAX(same_a / of_a, same_b / of_b));
}

/* Two words that hang together in the one claim, and so in the other, whichever governs; share of
 * the claim that has fewer such pairs. */
static double ties(const alignment *x) {
    float best[MOST_TERMS] = {0}; /* of each term and its governor */
    double found = 0, n_a = 0, n_b = 0;
    for (size_t m = 0; m < x->n; m++) {
        uint32_t i = x->p[m].i, k = x->p[m].k;
        uint32_t up = x->a->p[i].governor, over = x->b->p[k].governor;
        if (up >= x->n_a) {
            continue;
        }
        float most = over < x->n_b ? PLX_MIN(x->p[m].alike, alike(x, up, over)) : 0;
        for (size_t t = 0; t < x->n; t++) {
            bool turned = x->p[t].i == up && x->b->p[x->p[t].k].governor == k;
            most = turned ? PLX_MAX(most, PLX_MIN(x->p[m].alike, x->p[t].alike)) : most;
        }
        best[i] = PLX_MAX(best[i], most);
    }
    for (size_t i = 0; i < x->n_a; i++) {
        found += (double)best[i];
        n_a += x->a->p[i].governor < x->n_a;
    }
    for (size_t k = 0; k < x->n_b; k++) {
        n_b += x->b->p[k].governor < x->n_b;
    }
    double fewer = PLX_MIN(n_a, n_b);
    return fewer > 0 ? PLX_MIN(1.0, found / fewer) : 0;
}

/* Two words that follow one another in both claims. */
static double order(const alignment *x) {
    float best[MOST_TERMS] = {0};
    double found = 0, fewer = (double)PLX_MIN(x->n_a, x->n_b) - 1;
    for (size_t m = 0; m < x->n; m++) {
        uint32_t i = x->p[m].i, k = x->p[m].k;
        if (i > 0 && k > 0) {
            best[i] = PLX_MAX(best[i], PLX_MIN(x->p[m].alike, alike(x, i - 1, k - 1)));
        }
    }
    for (size_t i = 1; i < x->n_a; i++) {
        found += (double)best[i];
    }
    return fewer > 0 ? PLX_MIN(1.0, found / fewer) : 0;
}

typedef struct tally {
    double same, of, clash;
} tally;

/* Which kinds of terms a claim has, and its entities with their roles. */
typedef struct kinds {
    bool has[PLX_TERM_TIME + 1];
    size_t n;
    struct {
        uint32_t key;
        plx_term_part part;
    } entity[MOST_TERMS];
} kinds;

static void read_kinds(const plx_claim *c, kinds *out) {
    memset(out->has, 0, sizeof out->has);
    out->n = 0;
    for (size_t i = 0; i < c->n; i++) {
        const plx_claim_term *t = &c->p[i];
        out->has[t->kind] = true;
        if (t->kind == PLX_TERM_ENTITY && out->n < MOST_TERMS) {
            out->entity[out->n].key = t->key;
            out->entity[out->n++].part = t->part;
        }
    }
}

/* Weight of the terms of one kind that meet one of the other claim's, and of all of them. */
static tally meet(const plx_claim *c, const double *best, size_t n, const kinds *own,
                  const kinds *other, plx_term_kind kind) {
    tally t = {0};
    for (size_t i = 0; own->has[kind] && i < n; i++) {
        if (c->p[i].kind == kind) {
            t.same += best[i] * c->p[i].weight;
            t.of += c->p[i].weight;
            t.clash += other->has[kind] && best[i] == 0;
        }
    }
    return t;
}

static double share(tally x, tally y) {
    double of = PLX_MIN(x.of, y.of);
    return of > 0 ? PLX_MIN(1.0, PLX_MIN(x.same, y.same) / of) : 0;
}

/* Different entities in the same role, and neither elsewhere in the other claim. */
static double entity_clash(const kinds *a, const kinds *b) {
    double clash = 0;
    for (size_t i = 0; i < a->n; i++) {
        plx_term_part part = a->entity[i].part;
        bool elsewhere = part != PLX_PART_SUBJECT && part != PLX_PART_OBJECT, other = false;
        for (size_t k = 0; k < b->n && !elsewhere; k++) {
            elsewhere = b->entity[k].key == a->entity[i].key;
            other = other || b->entity[k].part == part;
        }
        clash += other && !elsewhere;
    }
    return PLX_MIN(1.0, clash);
}

/* Weights as shares of themselves and a weight that is much. */
static double mass(double weight, double much) { return weight / (weight + much); }

static void compare_kinds(const alignment *x, double f[PLX_N_CLAIM_FEATURES]) {
    const plx_claim *a = x->a, *b = x->b;
    kinds ka, kb;
    read_kinds(a, &ka);
    read_kinds(b, &kb);
    f[PLX_CLAIM_ENTITIES] = share(meet(a, x->best_a, x->n_a, &ka, &kb, PLX_TERM_ENTITY),
                                  meet(b, x->best_b, x->n_b, &kb, &ka, PLX_TERM_ENTITY));
    f[PLX_CLAIM_ENTITY_CLASH] = PLX_MAX(entity_clash(&ka, &kb), entity_clash(&kb, &ka));
    tally na = meet(a, x->best_a, x->n_a, &ka, &kb, PLX_TERM_NUMBER);
    tally nb = meet(b, x->best_b, x->n_b, &kb, &ka, PLX_TERM_NUMBER);
    f[PLX_CLAIM_NUMBERS] = share(na, nb);
    f[PLX_CLAIM_NUMBER_LONE] = (na.of > 0) != (nb.of > 0);
    tally ta = meet(a, x->best_a, x->n_a, &ka, &kb, PLX_TERM_TIME);
    tally tb = meet(b, x->best_b, x->n_b, &kb, &ka, PLX_TERM_TIME);
    f[PLX_CLAIM_TIMES] = share(ta, tb);
    f[PLX_CLAIM_TIME_CLASH] = ta.clash > 0 && tb.clash > 0 && f[PLX_CLAIM_TIMES] == 0;
}

static void compare_parts(const alignment *x, double f[PLX_N_CLAIM_FEATURES]) {
    double subject = subject_alike(x);
    f[PLX_CLAIM_SUBJECT] = PLX_MAX(subject, 0);
    f[PLX_CLAIM_SUBJECT_OTHER] = subject >= 0 ? 1 - subject : 0;
    f[PLX_CLAIM_TIES] = ties(x);
    f[PLX_CLAIM_ORDER] = order(x);
}

/* What does not depend on the words of the two claims. */
static void compare_standing(const plx_claim *a, const plx_claim *b,
                             double f[PLX_N_CLAIM_FEATURES]) {
    f[PLX_CLAIM_CONTEXT] =
        a->context && b->context ? plx_meaning_way_cosine(a->context, b->context) - 0.5 : 0;
    f[PLX_CLAIM_LEAD] = a->leads && b->leads;
    f[PLX_CLAIM_CLAIMANT] = a->claimant != PLX_NONE && a->claimant == b->claimant;
}

static void compare_forms(const plx_claim *a, const plx_claim *b, double f[PLX_N_CLAIM_FEATURES]) {
    alignment x;
    align(a, b, &x);
    double mass_a, mass_b, rare_ab, rare_ba;
    double ab = cover(a, x.best_a, x.n_a, &rare_ab, &mass_a);
    double ba = cover(b, x.best_b, x.n_b, &rare_ba, &mass_b);
    f[PLX_CLAIM_COVER_LESS] = PLX_MIN(ab, ba);
    f[PLX_CLAIM_COVER_MORE] = PLX_MAX(ab, ba);
    f[PLX_CLAIM_RARE_LESS] = PLX_MIN(rare_ab, rare_ba);
    f[PLX_CLAIM_RARE_MORE] = PLX_MAX(rare_ab, rare_ba);
    f[PLX_CLAIM_MEANING] = PLX_MAX(0, plx_meaning_way_cosine(&a->meaning, &b->meaning));
    f[PLX_CLAIM_RAREST] =
        PLX_MIN(rarest(a, x.best_a, x.n_a), rarest(b, x.best_b, x.n_b)) / PLX_MEANING_RARE;
    compare_parts(&x, f);
    compare_kinds(&x, f);
    f[PLX_CLAIM_NEGATION] = a->negative != b->negative;
    f[PLX_CLAIM_MASS] = mass(PLX_MIN(mass_a, mass_b), 12.0);
}

void plx_claim_compare(const plx_claim *a, const plx_claim *b, double f[PLX_N_CLAIM_FEATURES]) {
    compare_forms(a, b, f);
    compare_standing(a, b, f);
}

/* Printed by train/claims.c from the sources that it names; the bias last. */
/* clang-format off */
static const double weights[PLX_N_CLAIM_FEATURES + 1] = {
    [PLX_CLAIM_COVER_LESS] = 2.80,
    [PLX_CLAIM_COVER_MORE] = 0.90,
    [PLX_CLAIM_RARE_LESS] = 2.66,
    [PLX_CLAIM_RARE_MORE] = 0.65,
    [PLX_CLAIM_MEANING] = 1.43,
    [PLX_CLAIM_RAREST] = 1.24,
    [PLX_CLAIM_SUBJECT] = 0.27,
    [PLX_CLAIM_SUBJECT_OTHER] = -0.05,
    [PLX_CLAIM_TIES] = 0.35,
    [PLX_CLAIM_ORDER] = 0.33,
    [PLX_CLAIM_ENTITIES] = 0.25,
    [PLX_CLAIM_ENTITY_CLASH] = -0.18,
    [PLX_CLAIM_NUMBER_LONE] = -0.15,
    [PLX_CLAIM_TIMES] = 0.36,
    [PLX_CLAIM_TIME_CLASH] = -0.22,
    [PLX_CLAIM_NEGATION] = -0.20,
    [PLX_CLAIM_MASS] = 2.79,
    [PLX_CLAIM_CONTEXT] = 0.38,
    [PLX_CLAIM_LEAD] = 0.60,
    [PLX_CLAIM_CLAIMANT] = 0.79,
    [PLX_N_CLAIM_FEATURES] = -2.40,
};

/* Printed by train/claims.c from ../shared/data/claims/superpal.tsv alone, without the latitude that
 * groups get. */
static const double weights_alone[PLX_N_CLAIM_FEATURES + 1] = {
    [PLX_CLAIM_COVER_LESS] = 2.76,
    [PLX_CLAIM_COVER_MORE] = 1.81,
    [PLX_CLAIM_RARE_LESS] = 0.26,
    [PLX_CLAIM_RARE_MORE] = 0.36,
    [PLX_CLAIM_MEANING] = 3.27,
    [PLX_CLAIM_SUBJECT] = 0.58,
    [PLX_CLAIM_SUBJECT_OTHER] = -0.54,
    [PLX_CLAIM_TIES] = 0.48,
    [PLX_CLAIM_ORDER] = 0.76,
    [PLX_CLAIM_NUMBERS] = 0.36,
    [PLX_CLAIM_NUMBER_LONE] = -0.69,
    [PLX_CLAIM_TIMES] = 0.88,
    [PLX_CLAIM_TIME_CLASH] = -0.96,
    [PLX_CLAIM_NEGATION] = -0.35,
    [PLX_CLAIM_MASS] = 1.14,
    [PLX_N_CLAIM_FEATURES] = -2.69,
};
/* clang-format on */

static double weigh(const double w[PLX_N_CLAIM_FEATURES + 1], const double f[PLX_N_CLAIM_FEATURES],
                    size_t from, size_t to) {
    double sum = 0;
    for (size_t i = from; i < to; i++) {
        sum += w[i] * f[i];
    }
    return sum;
}

static double weigh_forms(const double f[PLX_N_CLAIM_FEATURES]) {
    return weights[PLX_N_CLAIM_FEATURES] + weigh(weights, f, 0, PLX_CLAIM_CONTEXT);
}

static double weigh_standing(const double f[PLX_N_CLAIM_FEATURES]) {
    return weigh(weights, f, PLX_CLAIM_CONTEXT, PLX_N_CLAIM_FEATURES);
}

double plx_claim_log_odds(const double f[PLX_N_CLAIM_FEATURES]) {
    return weigh_forms(f) + weigh_standing(f);
}

double plx_claim_log_odds_alone(const double f[PLX_N_CLAIM_FEATURES]) {
    return weights_alone[PLX_N_CLAIM_FEATURES] + weigh(weights_alone, f, 0, PLX_N_CLAIM_FEATURES);
}

double plx_claim_log_odds_of_forms(const plx_claim *a, const plx_claim *b) {
    double f[PLX_N_CLAIM_FEATURES];
    compare_forms(a, b, f);
    return weigh_forms(f);
}

double plx_claim_log_odds_of_standing(const plx_claim *a, const plx_claim *b) {
    double f[PLX_N_CLAIM_FEATURES];
    compare_standing(a, b, f);
    return weigh_standing(f);
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
