/* Makes models/names.bin: the learned edit distance between spellings of names, and the table of
 * nicknames (src/match/names__.h).
 *
 *   train_names PAIRS.tsv GIVEN.tsv OWN.tsv OUT.bin     fits on all pairs
 *   train_names --cross PAIRS.tsv                       five-fold cross-validation: F1, best
 * threshold
 *
 * PAIRS: name<TAB>name<TAB>1|0<TAB>origin; rows whose origin is not wd/... are left out.
 * GIVEN: name<TAB>variant<TAB>origin; origins that end in "nicknames" are taken. OWN:
 * name<TAB>variant.
 *
 * Rounds of: align every pair with the weights so far, then fit a logistic regression with
 * AdaGrad and L2 on the operations of the alignments. Seeds and orders are fixed: the same input
 * gives the same bytes. */
#include "base/hash.h"
#include "match/names__.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct pair {
    plx_name_part a, b;
    bool one;
    unsigned fold;
} pair;

enum { MAX_FEATURES = 2 * (2 * PLX_NAME_MAX_LETTERS) + 8 };

/* Where each weight lives in the flat vector. */
enum {
    W_SUB = 0,
    W_DEL = W_SUB + PLX_N_EDIT_PLACES * PLX_N_LETTERS * PLX_N_LETTERS,
    W_DBL = W_DEL + PLX_N_EDIT_PLACES * PLX_N_LETTERS,
    W_TWO = W_DBL + PLX_N_LETTERS,
    W_EDITS = W_TWO + PLX_N_LETTERS * PLX_N_LETTERS * PLX_N_LETTERS,
    W_HARD = W_EDITS + PLX_EDIT_LENGTHS * PLX_EDIT_COUNTS,
    W_LONGER = W_HARD + PLX_EDIT_LENGTHS * PLX_EDIT_COUNTS,
    W_CLASS = W_LONGER + PLX_EDIT_COUNTS, /* kind x place x vowels: shared by the rare ones */
    W_SUBALL = W_CLASS + 5 * PLX_N_EDIT_PLACES * 4, /* exchange in any place */
    W_DELALL = W_SUBALL + PLX_N_LETTERS * PLX_N_LETTERS,
    N_WEIGHTS = W_DELALL + PLX_N_LETTERS
};

static float weight[N_WEIGHTS], gradient2[N_WEIGHTS];
static uint32_t seen_two[PLX_N_LETTERS * PLX_N_LETTERS * PLX_N_LETTERS];
static plx_edit_model model;

static size_t class_of(unsigned kind, unsigned place, unsigned x, unsigned y) {
    unsigned v = plx_letter_is_vowel((uint8_t)x) ? 1 : 0;
    if (kind == PLX_EDIT_SUB) v |= plx_letter_is_vowel((uint8_t)y) ? 2 : 0;
    return W_CLASS + (kind * PLX_N_EDIT_PLACES + place) * 4 + v;
}
static size_t at_sub(unsigned p, unsigned x, unsigned y) {
    return W_SUB + (p * PLX_N_LETTERS + PLX_MIN(x, y)) * PLX_N_LETTERS + PLX_MAX(x, y);
}
static size_t at_suball(unsigned x, unsigned y) {
    return W_SUBALL + PLX_MIN(x, y) * PLX_N_LETTERS + PLX_MAX(x, y);
}
static size_t at_two(unsigned x, unsigned y, unsigned z) {
    return W_TWO + (x * PLX_N_LETTERS + y) * PLX_N_LETTERS + z;
}

static size_t features(const plx_name_part *a, const plx_name_part *b, const plx_edit_path *p,
                       uint32_t *out) {
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++) {
        const plx_edit_step *s = &p->steps[i];
        if (s->kind == PLX_EDIT_MATCH || s->kind == PLX_EDIT_SUB) {
            out[n++] = (uint32_t)at_sub(s->place, s->x, s->y);
            out[n++] = (uint32_t)at_suball(s->x, s->y);
        } else if (s->kind == PLX_EDIT_DEL) {
            out[n++] = (uint32_t)(W_DEL + s->place * PLX_N_LETTERS + s->x);
            out[n++] = (uint32_t)(W_DELALL + s->x);
        } else if (s->kind == PLX_EDIT_DBL) {
            out[n++] = W_DBL + s->x;
        } else {
            out[n++] = (uint32_t)at_two(s->x, s->y, s->z);
        }
        unsigned place = s->kind == PLX_EDIT_DBL || s->kind == PLX_EDIT_TWO ? 0 : s->place;
        out[n++] = (uint32_t)class_of(s->kind, place, s->x, s->y);
    }
    size_t shorter = PLX_MIN(PLX_MAX(PLX_MIN(a->n, b->n), 1), PLX_EDIT_LENGTHS) - 1;
    size_t gap = PLX_MIN((size_t)abs(a->n - b->n), PLX_EDIT_COUNTS - 1);
    out[n++] =
        (uint32_t)(W_EDITS + shorter * PLX_EDIT_COUNTS + PLX_MIN(p->n_edits, PLX_EDIT_COUNTS - 1));
    out[n++] =
        (uint32_t)(W_HARD + shorter * PLX_EDIT_COUNTS + PLX_MIN(p->n_hard, PLX_EDIT_COUNTS - 1));
    out[n++] = (uint32_t)(W_LONGER + gap);
    return n;
}

static int8_t quantised(double w) {
    double q = round(w * 16);
    return (int8_t)(q > 127 ? 127 : q < -127 ? -127 : q);
}

static void to_model(void) {
    for (unsigned x = 0; x < PLX_N_LETTERS; x++) {
        for (unsigned p = 0; p < PLX_N_EDIT_PLACES; p++) {
            for (unsigned y = 0; y < PLX_N_LETTERS; y++) {
                unsigned lo = PLX_MIN(x, y), hi = PLX_MAX(x, y);
                unsigned kind = x == y ? PLX_EDIT_MATCH : PLX_EDIT_SUB;
                model.sub[p][x][y] =
                    quantised((double)weight[at_sub(p, x, y)] + (double)weight[at_suball(x, y)] +
                              (double)weight[class_of(kind, p, lo, hi)]);
            }
            model.del[p][x] = quantised((double)weight[W_DEL + p * PLX_N_LETTERS + x] +
                                        (double)weight[W_DELALL + x] +
                                        (double)weight[class_of(PLX_EDIT_DEL, p, x, 0)]);
        }
        model.dbl[x] =
            quantised((double)weight[W_DBL + x] + (double)weight[class_of(PLX_EDIT_DBL, 0, x, 0)]);
        for (unsigned y = 0; y < PLX_N_LETTERS; y++) {
            for (unsigned z = 0; z < PLX_N_LETTERS; z++) {
                size_t k = (x * PLX_N_LETTERS + y) * PLX_N_LETTERS + z;
                model.two[x * PLX_N_LETTERS + y][z] =
                    seen_two[k] >= 4 ? quantised((double)weight[W_TWO + k] +
                                                 (double)weight[class_of(PLX_EDIT_TWO, 0, x, 0)])
                                     : INT8_MIN;
            }
        }
    }
    for (size_t i = 0; i < PLX_EDIT_LENGTHS * PLX_EDIT_COUNTS; i++) {
        model.edits[i / PLX_EDIT_COUNTS][i % PLX_EDIT_COUNTS] =
            quantised((double)weight[W_EDITS + i]);
        model.hard[i / PLX_EDIT_COUNTS][i % PLX_EDIT_COUNTS] =
            quantised((double)weight[W_HARD + i]);
    }
    for (size_t i = 0; i < PLX_EDIT_COUNTS; i++) {
        model.longer[i] = quantised((double)weight[W_LONGER + i]);
    }
}

/* Where to begin: letters kept are good, vowels change cheaply, any two letters may stand for one.
 */
static void start(void) {
    memset(weight, 0, sizeof weight);
    memset(gradient2, 0, sizeof gradient2);
    for (unsigned p = 0; p < PLX_N_EDIT_PLACES; p++) {
        for (unsigned v = 0; v < 4; v++) {
            weight[W_CLASS + (PLX_EDIT_MATCH * PLX_N_EDIT_PLACES + p) * 4 + v] = 0.6f;
            weight[W_CLASS + (PLX_EDIT_SUB * PLX_N_EDIT_PLACES + p) * 4 + v] =
                v == 3 ? -0.6f : -1.5f;
            weight[W_CLASS + (PLX_EDIT_DEL * PLX_N_EDIT_PLACES + p) * 4 + v] =
                v & 1 ? -0.8f : -1.2f;
            weight[W_CLASS + (PLX_EDIT_DBL * PLX_N_EDIT_PLACES + p) * 4 + v] = -0.2f;
            weight[W_CLASS + (PLX_EDIT_TWO * PLX_N_EDIT_PLACES + p) * 4 + v] = -1.4f;
        }
    }
    for (size_t i = 0; i < PLX_COUNT(seen_two); i++) {
        unsigned x = (unsigned)(i / PLX_N_LETTERS / PLX_N_LETTERS);
        unsigned y = (unsigned)(i / PLX_N_LETTERS % PLX_N_LETTERS),
                 z = (unsigned)(i % PLX_N_LETTERS);
        bool vx = plx_letter_is_vowel((uint8_t)x), vy = plx_letter_is_vowel((uint8_t)y);
        bool vz = plx_letter_is_vowel((uint8_t)z);
        seen_two[i] = x && y && z && x != y && (vx == vz || vy == vz) && x != z && y != z ? 99 : 0;
    }
    to_model();
}

static uint64_t state;
static uint64_t next_random(void) { /* splitmix64 */
    uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

typedef struct sample {
    uint32_t f[MAX_FEATURES];
    uint32_t n;
    float y;
} sample;

static void fit(sample *s, size_t n, unsigned epochs, double l2) {
    uint32_t *order = malloc(n * sizeof *order);
    if (!order) exit(1);
    for (size_t i = 0; i < n; i++) order[i] = (uint32_t)i;
    for (unsigned e = 0; e < epochs; e++) {
        for (size_t i = n; i > 1; i--) {
            size_t j = next_random() % i;
            uint32_t t = order[i - 1];
            order[i - 1] = order[j];
            order[j] = t;
        }
        for (size_t i = 0; i < n; i++) {
            const sample *x = &s[order[i]];
            double z = 0;
            for (uint32_t k = 0; k < x->n; k++) z += (double)weight[x->f[k]];
            double g = 1 / (1 + exp(-z)) - (double)x->y;
            for (uint32_t k = 0; k < x->n; k++) {
                float *w = &weight[x->f[k]];
                double d = g + l2 * (double)*w;
                float *h = &gradient2[x->f[k]];
                *h += (float)(d * d);
                *w -= (float)(0.1 * d / sqrt((double)*h + 1e-6));
            }
        }
    }
    free(order);
}

static bool swapped(const plx_name_part *a, const plx_name_part *b) {
    return a->n > b->n || (a->n == b->n && memcmp(a->letters, b->letters, a->n) > 0);
}

/* The pairs teach the near misses only; that names with nothing in common are two, others teach:
 * the first of pair i with the second of some other pair, every other time one of equal initial. */
static size_t strangers(const pair *pairs, size_t n, size_t i, unsigned without, sample *out) {
    const plx_name_part *a = &pairs[i].a, *b = NULL;
    for (unsigned tries = 0; tries < 200 && !b; tries++) {
        size_t j = next_random() % n;
        if (pairs[j].fold == without) continue;
        if (i % 2 && pairs[j].b.letters[0] != a->letters[0]) continue;
        b = &pairs[j].b;
    }
    if (!b || (a->n == b->n && memcmp(a->letters, b->letters, a->n) == 0)) return 0;
    bool swap = swapped(a, b);
    plx_edit_path path;
    plx_match__edit_score(&model, swap ? b : a, swap ? a : b, &path);
    out->n = (uint32_t)features(swap ? b : a, swap ? a : b, &path, out->f);
    out->y = 0;
    return 1;
}

/* All pairs but those of `without` (5: none left out). */
static void train(const pair *pairs, size_t n_pairs, unsigned without, double l2) {
    start();
    sample *s = malloc(2 * n_pairs * sizeof *s);
    if (!s) exit(1);
    for (unsigned round = 0; round < 6; round++) {
        size_t n = 0;
        static uint32_t count[PLX_COUNT(seen_two)];
        memset(count, 0, sizeof count);
        for (size_t i = 0; i < n_pairs; i++) {
            if (pairs[i].fold == without) continue;
            plx_edit_path path;
            bool swap = swapped(&pairs[i].a, &pairs[i].b);
            const plx_name_part *a = swap ? &pairs[i].b : &pairs[i].a;
            const plx_name_part *b = swap ? &pairs[i].a : &pairs[i].b;
            plx_match__edit_score(&model, a, b, &path);
            for (size_t k = 0; k < path.n; k++) {
                const plx_edit_step *e = &path.steps[k];
                if (e->kind == PLX_EDIT_TWO) {
                    count[(e->x * PLX_N_LETTERS + e->y) * PLX_N_LETTERS + e->z]++;
                }
            }
            s[n].n = (uint32_t)features(a, b, &path, s[n].f);
            s[n].y = pairs[i].one;
            n++;
        }
        size_t n_own = n;
        for (size_t i = 0; i < n_pairs && n_own; i++) {
            if (pairs[i].fold == without) continue;
            n += strangers(pairs, n_pairs, i, without, &s[n]);
        }
        memcpy(seen_two, count, sizeof seen_two);
        memset(gradient2, 0, sizeof gradient2);
        fit(s, n, 12, l2);
        to_model();
    }
    free(s);
}

static pair *read_pairs(const char *path, size_t *n_out) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(1);
    }
    pair *pairs = NULL;
    size_t n = 0, cap = 0;
    char line[4096];
    while (fgets(line, sizeof line, f)) {
        plx_str rest = plx_str_trim(plx_str_of(line)), c[4];
        int k = 0;
        while (k < 4 && plx_str_split(&rest, '\t', &c[k])) k++;
        if (k < 4 || !plx_str_starts(c[3], PLX_S("wd/"))) continue;
        plx_name_parts a, b;
        plx_match_name_parse(c[0], &a);
        plx_match_name_parse(c[1], &b);
        if (a.n != 1 || b.n != 1) continue;
        if (n == cap) {
            cap = cap ? cap * 2 : 1024;
            pair *more = realloc(pairs, cap * sizeof *pairs);
            if (!more) exit(1);
            pairs = more;
        }
        pairs[n++] = (pair){a.parts[0], b.parts[0], plx_str_eq(c[2], PLX_S("1")),
                            (unsigned)(plx_hash_str(c[0]) % 5)};
    }
    fclose(f);
    *n_out = n;
    return pairs;
}

typedef struct scored {
    int score;
    bool one;
} scored;
static int by_score(const void *x, const void *y) {
    const scored *a = x, *b = y;
    return a->score < b->score ? 1 : a->score > b->score ? -1 : 0;
}

static void cross(const pair *pairs, size_t n, double l2) {
    scored *all = malloc(n * sizeof *all);
    if (!all) exit(1);
    size_t k = 0, positive = 0;
    for (unsigned fold = 0; fold < 5; fold++) {
        train(pairs, n, fold, l2);
        for (size_t i = 0; i < n; i++) {
            if (pairs[i].fold != fold) continue;
            bool swap = swapped(&pairs[i].a, &pairs[i].b);
            all[k++] = (scored){plx_match__edit_score(&model, swap ? &pairs[i].b : &pairs[i].a,
                                                      swap ? &pairs[i].a : &pairs[i].b, NULL),
                                pairs[i].one};
            positive += pairs[i].one;
        }
    }
    qsort(all, n, sizeof *all, by_score);
    double best = 0, at = 0;
    size_t tp = 0;
    for (size_t i = 0; i < n; i++) {
        tp += all[i].one;
        if (i + 1 < n && all[i + 1].score == all[i].score) continue;
        double f1 = 2.0 * (double)tp / (double)(i + 1 + positive);
        if (f1 > best) {
            best = f1;
            at = all[i].score / 16.0;
        }
    }
    printf("l2 %g pairs %zu positive %zu f1_best %.4f at log-odds %.2f\n", l2, n, positive, best,
           at);
    free(all);
}

typedef struct keys {
    uint64_t *p;
    size_t n, cap;
} keys;
static int by_key(const void *x, const void *y) {
    uint64_t a, b;
    memcpy(&a, x, sizeof a);
    memcpy(&b, y, sizeof b);
    return a < b ? -1 : a > b;
}

static void read_nicknames(const char *path, bool own, keys *out) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(1);
    }
    char line[4096];
    while (fgets(line, sizeof line, f)) {
        plx_str rest = plx_str_trim(plx_str_of(line)), c[3] = {{0}};
        int k = 0;
        if (line[0] == '#') continue;
        while (k < 3 && plx_str_split(&rest, '\t', &c[k])) k++;
        if (k < 2 || (!own && !plx_str_ends(c[2], PLX_S("nicknames")))) continue;
        plx_name_parts a, b;
        plx_match_name_parse(c[0], &a);
        plx_match_name_parse(c[1], &b);
        if (a.n != 1 || b.n != 1 || a.parts[0].n < 2 || b.parts[0].n < 2) continue;
        if (out->n == out->cap) {
            out->cap = out->cap ? out->cap * 2 : 1024;
            uint64_t *more = realloc(out->p, out->cap * sizeof *more);
            if (!more) exit(1);
            out->p = more;
        }
        out->p[out->n++] = plx_match__nickname_key(&a.parts[0], &b.parts[0]);
    }
    fclose(f);
}

int main(int argc, char **argv) {
    size_t n;
    if (argc == 3 && strcmp(argv[1], "--cross") == 0) {
        pair *pairs = read_pairs(argv[2], &n);
        static const double l2[] = {1e-4, 1e-3, 3e-3};
        for (size_t i = 0; i < PLX_COUNT(l2); i++) cross(pairs, n, l2[i]);
        free(pairs);
        return 0;
    }
    if (argc != 5) {
        fprintf(stderr, "usage: train_names PAIRS GIVEN OWN OUT | --cross PAIRS\n");
        return 2;
    }
    pair *pairs = read_pairs(argv[1], &n);
    train(pairs, n, 5, 1e-3);
    keys k = {0};
    read_nicknames(argv[2], false, &k);
    read_nicknames(argv[3], true, &k);
    qsort(k.p, k.n, sizeof *k.p, by_key);
    size_t unique = 0;
    for (size_t i = 0; i < k.n; i++) {
        if (!unique || k.p[unique - 1] != k.p[i]) k.p[unique++] = k.p[i];
    }
    static plx_names_file file;
    file.magic = PLX_NAMES_MAGIC;
    file.n_nicknames = unique;
    file.edits = model;
    FILE *out = fopen(argv[4], "wb");
    bool ok = out && fwrite(&file, sizeof file, 1, out) == 1 &&
              fwrite(k.p, sizeof *k.p, unique, out) == unique;
    if (out) ok = fclose(out) == 0 && ok;
    if (!ok) perror(argv[4]);
    printf("%zu pairs, %zu nicknames\n", n, unique);
    free(k.p);
    free(pairs);
    return ok ? 0 : 1;
}
