/* train_claims: the weights of match/claims.c and of reconcile/claim_links.c, by logistic
 * regression over pairs of clauses.
 *
 *   train_claims MODEL SOURCE [SOURCE …]             sources: support/claim_pairs.h
 *   train_claims --standing MODEL STORY [STORY …]    how much the standing of an edge counts
 *   train_claims --dump MODEL SOURCE [SOURCE …]      the pairs instead: source, group, label,
 * features, words
 *
 * The weights in the code: models/english.plx train/stories/[ab]*.story examples/ferry
 * examples/dockers examples/verdict
 *
 * A feature that can only speak for one claim has no weight against it, and the other way round:
 * without that, features that say nearly the same get large weights of opposite signs. Prints the
 * weights as they stand in the code, and for each source its average precision, with the weights
 * that are learned without its fifth of the sources and with those in the code. Gradient descent
 * with a fixed number of steps: no seed, the same numbers every time. */
#include "support/claim_pairs.h"
#include "support/support.h"

#include <math.h>
#include <stdlib.h>

#define N_WEIGHTS (PLX_N_CLAIM_FEATURES + 1)
#define N_FOLDS   5u
#define N_STEPS   600
#define RATE      0.05
#define RIDGE     0.03
#define LATITUDE                                                                                   \
    1.7 /* added to the bias: groups of several accounts bear out what a pair leaves open */
#define STANDING_RIDGE    0.003
#define STANDING_LATITUDE 2.1

/* Of an edge in its standing, in place of the features of a pair. */
enum { LOG_ODDS, RIVAL, SECOND, CUTS, LENGTH, N_STANDING };

static bool speaks_against(size_t feature, bool standing) {
    if (standing) {
        return feature == RIVAL || feature == SECOND;
    }
    switch (feature) {
    case PLX_CLAIM_SUBJECT_OTHER:
    case PLX_CLAIM_ENTITY_CLASH:
    case PLX_CLAIM_NUMBER_LONE:
    case PLX_CLAIM_TIME_CLASH:
    case PLX_CLAIM_NEGATION: return true;
    default: return false;
    }
}

static void dump(const claim_pairs *pairs) {
    for (size_t i = 0; i < pairs->n; i++) {
        const claim_pair *p = &pairs->p[i];
        printf("%u\t%u\t%d\t", p->source, p->group, p->same);
        for (size_t k = 0; k < PLX_N_CLAIM_FEATURES; k++) {
            printf("%s%.5g", k ? " " : "", p->x[k]);
        }
        putchar('\t');
        for (size_t k = 0; k < p->a.n + p->b.n + 1; k++) {
            char c = k < p->a.n ? p->a.p[k] : k == p->a.n ? '|' : p->b.p[k - p->a.n - 1];
            putchar(c == '\n' || c == '\t' ? ' ' : c);
        }
        putchar('\n');
    }
}

typedef struct job {
    claim_pairs pairs;
    size_t *of_source; /* pairs of each source that count: what share nothing do not */
    const plx_lang *lang;
    char **paths;
    uint32_t n_paths;
    bool only_dump, standing;
} job;

static bool counts(const job *j, const claim_pair *p) {
    return j->standing ? p->is_edge : p->x[PLX_CLAIM_MASS] > 0;
}

static void take_standings(job *j) {
    for (size_t i = 0; i < j->pairs.n; i++) {
        claim_pair *p = &j->pairs.p[i];
        const double x[N_STANDING] = {[LOG_ODDS] = p->log_odds,
                                      [RIVAL] = p->standing.rival,
                                      [SECOND] = p->standing.second,
                                      [CUTS] = p->standing.cuts,
                                      [LENGTH] = p->standing.length - PLX_LONG_ENOUGH};
        memset(p->x, 0, sizeof p->x);
        memcpy(p->x, x, sizeof x);
    }
}

static double answer(const double w[N_WEIGHTS], const double *x) {
    double sum = w[N_WEIGHTS - 1];
    for (size_t k = 0; k + 1 < N_WEIGHTS; k++) {
        sum += w[k] * x[k];
    }
    return sum;
}

/* How widely each feature spreads, to step evenly. */
static void spread(const job *j, double out[PLX_N_CLAIM_FEATURES]) {
    double n = 0, sum[PLX_N_CLAIM_FEATURES] = {0}, squares[PLX_N_CLAIM_FEATURES] = {0};
    for (size_t i = 0; i < j->pairs.n; i++) {
        const claim_pair *p = &j->pairs.p[i];
        for (size_t k = 0; counts(j, p) && k < PLX_N_CLAIM_FEATURES; k++) {
            sum[k] += p->x[k];
            squares[k] += p->x[k] * p->x[k];
        }
        n += counts(j, p);
    }
    for (size_t k = 0; k < PLX_N_CLAIM_FEATURES; k++) {
        double mean = sum[k] / n;
        out[k] = sqrt(fmax(squares[k] / n - mean * mean, 1e-12));
    }
}

/* Each source weighs alike. Leaves out the sources of one fold; N_FOLDS leaves out none. */
static void fit(const job *j, unsigned without, double w[N_WEIGHTS]) {
    double scale[N_WEIGHTS], m[N_WEIGHTS] = {0}, v[N_WEIGHTS] = {0}; /* Adam: Kingma and Ba 2015 */
    double ridge = j->standing ? STANDING_RIDGE : RIDGE;
    spread(j, scale);
    scale[N_WEIGHTS - 1] = 1;
    memset(w, 0, N_WEIGHTS * sizeof *w);
    w[N_WEIGHTS - 1] = -2;
    for (int step = 1; step <= N_STEPS; step++) {
        double g[N_WEIGHTS] = {0}, n_sources = 0;
        for (uint32_t s = 0; s < j->n_paths; s++) {
            n_sources += s % N_FOLDS != without;
        }
        for (size_t i = 0; i < j->pairs.n; i++) {
            const claim_pair *p = &j->pairs.p[i];
            if (!counts(j, p) || p->source % N_FOLDS == without) {
                continue;
            }
            double error = (plx_claim_probability(answer(w, p->x)) - p->same) /
                           ((double)j->of_source[p->source] * n_sources);
            for (size_t k = 0; k + 1 < N_WEIGHTS; k++) {
                g[k] += error * p->x[k] / scale[k];
            }
            g[N_WEIGHTS - 1] += error;
        }
        for (size_t k = 0; k < N_WEIGHTS; k++) {
            g[k] += k + 1 < N_WEIGHTS ? ridge * w[k] * scale[k] : 0;
            m[k] = 0.9 * m[k] + 0.1 * g[k];
            v[k] = 0.999 * v[k] + 0.001 * g[k] * g[k];
            double mh = m[k] / (1 - pow(0.9, step)), vh = v[k] / (1 - pow(0.999, step));
            double rate = RATE * (1 - (double)step / (N_STEPS + 1));
            w[k] -= rate * mh / (sqrt(vh) + 1e-8) / scale[k];
            bool wrong =
                k + 1 < N_WEIGHTS && (speaks_against(k, j->standing) ? w[k] > 0 : w[k] < 0);
            w[k] = wrong ? 0 : w[k];
        }
    }
}

typedef struct scored {
    double score;
    bool same;
} scored;

static int best_first(const void *x, const void *y) {
    const scored *a = x, *b = y;
    return a->score > b->score ? -1 : a->score < b->score;
}

static double average_precision(const job *j, const double *scores, uint32_t source) {
    scored *list = must(calloc(j->pairs.n + 1, sizeof *list));
    size_t n = 0, n_same = 0;
    double sum = 0;
    for (size_t i = 0; i < j->pairs.n; i++) {
        if (j->pairs.p[i].source == source) {
            list[n++] = (scored){scores[i], j->pairs.p[i].same};
        }
    }
    qsort(list, n, sizeof *list, best_first);
    for (size_t i = 0; i < n; i++) {
        n_same += list[i].same;
        sum += list[i].same ? (double)n_same / (double)(i + 1) : 0;
    }
    free(list);
    return n_same ? sum / (double)n_same : 0;
}

static void measure(const job *j) {
    double *left_out = must(calloc(j->pairs.n + 1, sizeof *left_out));
    double *in_code = must(calloc(j->pairs.n + 1, sizeof *in_code)), w[N_WEIGHTS];
    double sum_left_out = 0, sum_in_code = 0;
    for (size_t i = 0; i < j->pairs.n; i++) {
        const claim_pair *p = &j->pairs.p[i];
        in_code[i] = !j->standing ? plx_claim_log_odds(p->x)
                     : p->is_edge ? plx_reconcile__settled(p->log_odds, &p->standing)
                                  : PLX_ABSENT_EDGE;
        left_out[i] = in_code[i];
    }
    for (unsigned fold = 0; fold < N_FOLDS && j->n_paths > 1; fold++) {
        fit(j, fold, w);
        for (size_t i = 0; i < j->pairs.n; i++) {
            const claim_pair *p = &j->pairs.p[i];
            if (p->source % N_FOLDS == fold && (p->is_edge || !j->standing)) {
                left_out[i] = answer(w, p->x) + (j->standing ? STANDING_LATITUDE : 0);
            }
        }
    }
    for (uint32_t s = 0; s < j->n_paths; s++) {
        double a = average_precision(j, left_out, s), b = average_precision(j, in_code, s);
        fprintf(stderr, "%.3f left out, %.3f with the weights in the code: %s\n", a, b,
                j->paths[s]);
        sum_left_out += a / j->n_paths;
        sum_in_code += b / j->n_paths;
    }
    printf(
        "/* average precision of pairs, mean of %u sources: %.3f left out, %.3f with the weights "
        "in the code */\n",
        j->n_paths, sum_left_out, sum_in_code);
    free(left_out);
    free(in_code);
}

static void run(void *ctx) {
    job *j = ctx;
    for (uint32_t i = 0; i < j->n_paths; i++) {
        claim_pairs_read(&j->pairs, j->lang, j->paths[i], i);
    }
    if (j->only_dump) {
        dump(&j->pairs);
        return;
    }
    if (j->standing) {
        take_standings(j);
    }
    j->of_source = plx_new_n(j->pairs.arena, size_t, j->n_paths);
    for (size_t i = 0; i < j->pairs.n; i++) {
        j->of_source[j->pairs.p[i].source] += counts(j, &j->pairs.p[i]);
    }
    double w[N_WEIGHTS];
    measure(j);
    fit(j, N_FOLDS, w);
    if (j->standing) {
        printf("log_odds %.2f, rival %.2f, second %.2f, cuts %.2f, length %.2f, %.2f\n",
               w[LOG_ODDS], w[RIVAL], w[SECOND], w[CUTS], w[LENGTH],
               w[N_WEIGHTS - 1] + STANDING_LATITUDE);
        return;
    }
#define X(name, text)                                                                              \
    if (w[PLX_CLAIM_##name] < -0.005 || w[PLX_CLAIM_##name] > 0.005) {                             \
        printf("    [PLX_CLAIM_" #name "] = %.2f,\n", w[PLX_CLAIM_##name]);                        \
    }
    PLX_CLAIM_FEATURES(X)
#undef X
    printf("    [PLX_N_CLAIM_FEATURES] = %.2f,\n", w[N_WEIGHTS - 1] + LATITUDE);
}

int main(int argc, char **argv) {
    bool only_dump = argc > 1 && strcmp(argv[1], "--dump") == 0;
    bool standing = argc > 1 && strcmp(argv[1], "--standing") == 0;
    int first = only_dump || standing ? 2 : 1;
    if (argc < first + 2) {
        die("usage: train_claims [--dump | --standing] MODEL SOURCE [SOURCE ...]");
    }
    plx_lang *lang;
    plx_error err;
    if (plx_lang_open(argv[first], &lang, &err) != PLX_OK) {
        die("%s: %s", argv[first], err.msg);
    }
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    job j = {.pairs = {.arena = &arena},
             .lang = lang,
             .paths = argv + first + 1,
             .n_paths = (uint32_t)(argc - first - 1),
             .only_dump = only_dump,
             .standing = standing};
    if (plx_guard(run, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    return 0;
}
