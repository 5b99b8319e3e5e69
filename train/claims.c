/* train_claims: the weights of match/claims.c, by logistic regression over pairs of texts.
 *
 *   train_claims MODEL PAIRS.tsv [PAIRS.tsv …]     label TAB text TAB text [TAB group]
 *
 * Prints the weights as they stand in the code, the figures of a five-fold cross-validation over
 * groups (without a group: over lines), and those on the whole. Gradient descent with a fixed
 * number of steps: no seed, the same numbers every time. */
#include "match/claims.h"
#include "base/map.h"
#include "find/find.h"
#include "support/support.h"

#include <math.h>
#include <stdlib.h>

#define N_WEIGHTS (PLX_N_CLAIM_FEATURES + 1)
#define N_FOLDS   5
#define N_STEPS   4000

typedef struct pair {
    double x[N_WEIGHTS];
    double y, weight;
    unsigned fold;
} pair;

typedef struct trainer {
    const plx_lang *lang;
    plx_arena arena;
    PLX_VEC(pair) pairs;
    int n_files;
    char **files;
} trainer;

static plx_claim claim_of(const trainer *t, plx_str text, plx_arena *arena) {
    plx_account *account = plx_new(arena, plx_account);
    account->text = text;
    plx_annotation *an = plx_new(arena, plx_annotation);
    plx_lang_annotate(t->lang, account, PLX_LANG_ACCURATE, arena, an);
    plx_find_context ctx = {{NULL, 0}};
    plx_find_all(an, &ctx, arena);
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, NULL, arena);
    return plx_claim_read(&reader, 0, (uint32_t)an->n_tokens, PLX_NONE, PLX_NONE);
}

static void read_pairs(trainer *t, const char *path) {
    plx_str lines = read_file(path), line;
    size_t first = t->pairs.n, n_true = 0;
    while (plx_str_split(&lines, '\n', &line)) {
        plx_str label, a, b, group = {NULL, 0}, rest = line;
        if (!plx_str_split(&rest, '\t', &label) || !plx_str_split(&rest, '\t', &a) ||
            !plx_str_split(&rest, '\t', &b) || label.n != 1) {
            continue;
        }
        if (!plx_str_split(&rest, '\t', &group)) {
            group = line;
        }
        plx_arena scratch;
        plx_arena_init(&scratch, PLX_GIB);
        plx_claim x = claim_of(t, a, &scratch), y = claim_of(t, b, &scratch);
        pair p = {.y = label.p[0] == '1', .fold = (unsigned)(plx_hash_str(group) % N_FOLDS)};
        plx_claim_compare(&x, &y, p.x);
        p.x[N_WEIGHTS - 1] = 1.0;
        plx_arena_release(&scratch);
        n_true += p.y > 0;
        plx_vec_push(&t->pairs, &t->arena, p);
    }
    size_t n = t->pairs.n - first;
    for (size_t i = first; i < t->pairs.n; i++) { /* each file, and each side of it, weighs alike */
        double side = t->pairs.p[i].y > 0 ? (double)n_true : (double)(n - n_true);
        t->pairs.p[i].weight = 0.5 / side;
    }
    fprintf(stderr, "%s: %zu pairs, %zu say the same\n", path, n, n_true);
}

static double dot(const double *a, const double *b) {
    double s = 0;
    for (size_t i = 0; i < N_WEIGHTS; i++) {
        s += a[i] * b[i];
    }
    return s;
}

/* Leaves out one fold; N_FOLDS leaves out none. */
static void fit(const trainer *t, unsigned without, double w[N_WEIGHTS]) {
    memset(w, 0, N_WEIGHTS * sizeof *w);
    double m[N_WEIGHTS] = {0}, v[N_WEIGHTS] = {0}; /* Adam: Kingma and Ba 2015 */
    for (int step = 1; step <= N_STEPS; step++) {
        double g[N_WEIGHTS] = {0};
        for (size_t i = 0; i < t->pairs.n; i++) {
            const pair *p = &t->pairs.p[i];
            if (p->fold == without) {
                continue;
            }
            double error = (plx_claim_probability(dot(w, p->x)) - p->y) * p->weight;
            for (size_t k = 0; k < N_WEIGHTS; k++) {
                g[k] += error * p->x[k];
            }
        }
        for (size_t k = 0; k < N_WEIGHTS; k++) {
            g[k] += k + 1 < N_WEIGHTS ? 0.002 * w[k] : 0;
            m[k] = 0.9 * m[k] + 0.1 * g[k];
            v[k] = 0.999 * v[k] + 0.001 * g[k] * g[k];
            double mh = m[k] / (1 - pow(0.9, step)), vh = v[k] / (1 - pow(0.999, step));
            w[k] -= 0.02 * mh / (sqrt(vh) + 1e-8);
        }
    }
}

static void report(const trainer *t, const double *scores, const char *what) {
    double best_f1 = 0, best_accuracy = 0;
    for (int step = -40; step <= 40; step++) {
        double at = step / 8.0, tp = 0, fp = 0, fn = 0, tn = 0;
        for (size_t i = 0; i < t->pairs.n; i++) {
            bool yes = scores[i] >= at, is = t->pairs.p[i].y > 0;
            tp += yes && is;
            fp += yes && !is;
            fn += !yes && is;
            tn += !yes && !is;
        }
        best_f1 = fmax(best_f1, 2 * tp / (2 * tp + fp + fn));
        best_accuracy = fmax(best_accuracy, (tp + tn) / (tp + fp + fn + tn));
    }
    printf("/* %s: f1_best %.3f, accuracy_best %.3f */\n", what, best_f1, best_accuracy);
}

static void run(void *ctx) {
    trainer *t = ctx;
    for (int i = 0; i < t->n_files; i++) {
        read_pairs(t, t->files[i]);
    }
    double w[N_WEIGHTS];
    double *scores = plx_new_n(&t->arena, double, t->pairs.n);
    for (unsigned fold = 0; fold < N_FOLDS; fold++) {
        fit(t, fold, w);
        for (size_t i = 0; i < t->pairs.n; i++) {
            if (t->pairs.p[i].fold == fold) {
                scores[i] = dot(w, t->pairs.p[i].x);
            }
        }
    }
    report(t, scores, "cross-validated");
    fit(t, N_FOLDS, w);
    for (size_t i = 0; i < t->pairs.n; i++) {
        scores[i] = plx_claim_log_odds(t->pairs.p[i].x);
    }
    report(t, scores, "the weights in the code");
#define X(name, text) printf("    [PLX_CLAIM_" #name "] = %.3f,\n", w[PLX_CLAIM_##name]);
    PLX_CLAIM_FEATURES(X)
#undef X
    printf("    [PLX_N_CLAIM_FEATURES] = %.3f\n", w[N_WEIGHTS - 1]);
}

int main(int argc, char **argv) {
    if (argc < 3) {
        die("usage: train_claims MODEL PAIRS.tsv [PAIRS.tsv ...]");
    }
    plx_lang *lang;
    plx_error err;
    if (plx_lang_open(argv[1], &lang, &err) != PLX_OK) {
        die("%s: %s", argv[1], err.msg);
    }
    trainer t = {.lang = lang, .n_files = argc - 2, .files = argv + 2};
    plx_arena_init(&t.arena, 4 * PLX_GIB);
    if (plx_guard(run, &t, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    plx_arena_release(&t.arena);
    plx_lang_free(lang);
    return 0;
}
