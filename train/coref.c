/* Makes models/events.bin: trees that score pairs of event mentions (src/match/event_pairs.h).
 *
 *   parallax coref --mentions documents.jsonl --inputs > pairs.tsv
 *   train_coref pairs.tsv models/events.bin              fits on all topics
 *   train_coref --cross pairs.tsv THRESHOLD > out.jsonl  five folds of topics, each clustered with
 * trees that never saw it: for score_coref.py
 *
 * Gradient boosting with the logistic loss (Friedman 2001), leaves by Newton's step, inputs cut
 * into 64 bins. Pairs are weighed so that large chains do not drown small ones. Fixed order: the
 * same input gives the same bytes. */
#include "match/event_pairs.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BINS = 64, TREES = 160, FOLDS = 5 };
#define SHRINK 0.1
#define RIDGE  2.0
#define LEAST  20.0 /* weight in a leaf */

typedef struct pair {
    float x[PLX_EVENT_INPUTS];
    uint8_t bin[PLX_EVENT_INPUTS];
    uint32_t topic, a, b; /* mentions */
    float y, w, z, g, h;
    uint32_t node;
} pair;

typedef struct mention {
    char key[120]; /* doc TAB begin TAB end */
    uint32_t topic;
} mention;

static pair *pairs;
static size_t n_pairs;
static mention *mentions;
static size_t n_mentions;
static char topics[200][40];
static size_t n_topics;
static float cuts[PLX_EVENT_INPUTS][BINS];

static void *more(void *p, size_t n, size_t size) {
    void *q = realloc(p, n * size);
    if (!q) exit(1);
    return q;
}

static uint32_t topic_of(plx_str s) {
    char name[40] = {0};
    memcpy(name, s.p, PLX_MIN(s.n, sizeof name - 1));
    for (size_t i = 0; i < n_topics; i++) {
        if (strcmp(topics[i], name) == 0) return (uint32_t)i;
    }
    if (n_topics == PLX_COUNT(topics)) exit(1);
    memcpy(topics[n_topics], name, sizeof name);
    return (uint32_t)n_topics++;
}

/* Mentions come in runs: the search begins at the last ones. */
static uint32_t mention_of(plx_str doc, plx_str b, plx_str e, uint32_t topic) {
    char key[120];
    snprintf(key, sizeof key, "%.*s\t%.*s\t%.*s", PLX_FMT(doc), PLX_FMT(b), PLX_FMT(e));
    for (size_t i = n_mentions; i-- > 0;) {
        if (mentions[i].topic != topic) break;
        if (strcmp(mentions[i].key, key) == 0) return (uint32_t)i;
    }
    if ((n_mentions & (n_mentions - 1)) == 0) {
        mentions = more(mentions, n_mentions ? 2 * n_mentions : 1, sizeof *mentions);
    }
    memcpy(mentions[n_mentions].key, key, sizeof key);
    mentions[n_mentions].topic = topic;
    return (uint32_t)n_mentions++;
}

static void read_pairs(const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        exit(1);
    }
    char line[2048];
    while (fgets(line, sizeof line, f)) {
        plx_str rest = plx_str_trim(plx_str_of(line)), c[8 + PLX_EVENT_INPUTS];
        size_t k = 0;
        while (k < PLX_COUNT(c) && plx_str_split(&rest, '\t', &c[k])) k++;
        if (k < PLX_COUNT(c)) continue;
        if ((n_pairs & (n_pairs - 1)) == 0) {
            pairs = more(pairs, n_pairs ? 2 * n_pairs : 1, sizeof *pairs);
        }
        pair *p = &pairs[n_pairs++];
        memset(p, 0, sizeof *p);
        p->topic = topic_of(c[0]);
        p->a = mention_of(c[1], c[2], c[3], p->topic);
        p->b = mention_of(c[4], c[5], c[6], p->topic);
        p->y = c[7].p[0] == '1';
        for (size_t i = 0; i < PLX_EVENT_INPUTS; i++) {
            double v = 0;
            if (!plx_str_to_f64(c[8 + i], &v)) exit(1);
            p->x[i] = (float)v;
        }
    }
    fclose(f);
}

static int by_value(const void *x, const void *y) {
    float a, b;
    memcpy(&a, x, sizeof a);
    memcpy(&b, y, sizeof b);
    return a < b ? -1 : a > b;
}

static void make_bins(void) {
    size_t step = n_pairs / 20000 + 1, n = 0;
    float *v = more(NULL, n_pairs / step + 1, sizeof *v);
    for (size_t k = 0; k < PLX_EVENT_INPUTS; k++) {
        n = 0;
        for (size_t i = 0; i < n_pairs; i += step) v[n++] = pairs[i].x[k];
        qsort(v, n, sizeof *v, by_value);
        /* Half by rank over what is not zero, so that rare large values are told apart. */
        size_t zero = 0;
        while (zero < n && v[zero] <= 0) zero++;
        for (size_t b = 0; b < BINS; b++) {
            size_t at = b == 0 ? (zero ? zero - 1 : 0) : zero + (n - zero) * b / BINS;
            cuts[k][b] = v[PLX_MIN(at, n - 1)];
        }
        for (size_t i = 0; i < n_pairs; i++) {
            uint8_t b = 0;
            while (b < BINS - 1 && pairs[i].x[k] > cuts[k][b]) b++;
            pairs[i].bin[k] = b;
        }
    }
    free(v);
}

typedef struct split {
    double gain;
    size_t input, bin;
} split;

static split best_split(double (*g)[BINS], double (*h)[BINS]) {
    split best = {1e-6, 0, BINS};
    for (size_t k = 0; k < PLX_EVENT_INPUTS; k++) {
        double tg = 0, th = 0, lg = 0, lh = 0;
        for (size_t b = 0; b < BINS; b++) {
            tg += g[k][b];
            th += h[k][b];
        }
        for (size_t b = 0; b + 1 < BINS; b++) {
            lg += g[k][b];
            lh += h[k][b];
            double rg = tg - lg, rh = th - lh;
            if (lh * 4 < LEAST || rh * 4 < LEAST) continue;
            double gain = lg * lg / (lh + RIDGE) + rg * rg / (rh + RIDGE) - tg * tg / (th + RIDGE);
            if (gain > best.gain) best = (split){gain, k, b};
        }
    }
    return best;
}

static void grow(plx_tree *t, uint32_t without) {
    static double g[PLX_TREES_NODES][PLX_EVENT_INPUTS][BINS],
        h[PLX_TREES_NODES][PLX_EVENT_INPUTS][BINS];
    static double lg[PLX_TREES_LEAVES], lh[PLX_TREES_LEAVES];
    for (size_t i = 0; i < n_pairs; i++) pairs[i].node = 0;
    for (unsigned d = 0; d < PLX_TREES_DEPTH; d++) {
        memset(g, 0, sizeof g);
        memset(h, 0, sizeof h);
        for (size_t i = 0; i < n_pairs; i++) {
            pair *p = &pairs[i];
            if (p->topic % FOLDS == without || !(p->w > 0)) continue;
            for (size_t k = 0; k < PLX_EVENT_INPUTS; k++) {
                g[p->node][k][p->bin[k]] += (double)p->g;
                h[p->node][k][p->bin[k]] += (double)p->h;
            }
        }
        for (size_t n = (1u << d) - 1; n < (1u << (d + 1)) - 1; n++) {
            split s = best_split(g[n], h[n]);
            t->input[n] = (uint8_t)s.input;
            t->cut[n] = s.bin == BINS ? INFINITY : cuts[s.input][s.bin];
        }
        for (size_t i = 0; i < n_pairs; i++) {
            pair *p = &pairs[i];
            p->node = 2 * p->node + (p->x[t->input[p->node]] <= t->cut[p->node] ? 1 : 2);
        }
    }
    memset(lg, 0, sizeof lg);
    memset(lh, 0, sizeof lh);
    for (size_t i = 0; i < n_pairs; i++) {
        if (pairs[i].topic % FOLDS == without) continue;
        lg[pairs[i].node - PLX_TREES_NODES] += (double)pairs[i].g;
        lh[pairs[i].node - PLX_TREES_NODES] += (double)pairs[i].h;
    }
    for (size_t n = 0; n < PLX_TREES_LEAVES; n++) {
        t->leaf[n] = (float)(SHRINK * lg[n] / (lh[n] + RIDGE));
    }
    for (size_t i = 0; i < n_pairs; i++) pairs[i].z += t->leaf[pairs[i].node - PLX_TREES_NODES];
}

/* Fits on the topics that are not of fold `without`. Leaves every pair's log-odds in z. */
static void fit(plx_tree *trees, float *base, uint32_t without) {
    double pos = 0, all = 0;
    for (size_t i = 0; i < n_pairs; i++) {
        pairs[i].w = 1;
        if (pairs[i].topic % FOLDS == without) continue;
        pos += (double)pairs[i].y;
        all++;
    }
    *base = (float)log(pos / (all - pos));
    for (size_t i = 0; i < n_pairs; i++) pairs[i].z = *base;
    for (size_t t = 0; t < TREES; t++) {
        for (size_t i = 0; i < n_pairs; i++) {
            pair *p = &pairs[i];
            double q = 1 / (1 + exp(-(double)p->z));
            p->g = (float)((double)p->w * ((double)p->y - q));
            p->h = (float)((double)p->w * q * (1 - q));
        }
        grow(&trees[t], without);
    }
}

typedef struct job {
    uint32_t topic;
    const double *thresholds;
    FILE **out;
    size_t n_out;
    uint32_t *base;
    plx_arena *arena;
} job;

static void cluster_at(const job *j, size_t first, size_t n, double threshold, FILE *out) {
    float *sim = plx_new_n(j->arena, float, n *n);
    uint32_t *cluster = plx_new_n(j->arena, uint32_t, n);
    for (size_t i = 0; i < n_pairs; i++) {
        const pair *p = &pairs[i];
        if (p->topic != j->topic) continue;
        size_t a = p->a - first, b = p->b - first;
        sim[a * n + b] = sim[b * n + a] = (float)(1 / (1 + exp(-(double)p->z)));
    }
    plx_cluster_average(sim, n, threshold, cluster, j->arena);
    for (size_t i = 0; i < n; i++) {
        plx_str rest = plx_str_of(mentions[first + i].key), doc, b, e;
        (void)plx_str_split(&rest, '\t', &doc);
        (void)plx_str_split(&rest, '\t', &b);
        (void)plx_str_split(&rest, '\t', &e);
        fprintf(
            out,
            "{\"doc\": \"%.*s\", \"span\": [%.*s, %.*s], \"cluster\": %u, \"kind\": \"event\"}\n",
            PLX_FMT(doc), PLX_FMT(b), PLX_FMT(e), *j->base + cluster[i]);
    }
}

static void cluster_topic(void *ctx) {
    job *j = ctx;
    size_t first = SIZE_MAX, n = 0;
    for (size_t i = 0; i < n_mentions; i++) {
        if (mentions[i].topic != j->topic) continue;
        if (first == SIZE_MAX) first = i;
        n++;
    }
    for (size_t o = 0; n && o < j->n_out; o++) {
        cluster_at(j, first, n, j->thresholds[o], j->out[o]);
    }
    *j->base += (uint32_t)n;
}

static void cross(const double *thresholds, FILE **out, size_t n_out) {
    static plx_tree trees[TREES];
    float base;
    uint32_t clusters = 0;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        fit(trees, &base, fold);
        for (uint32_t t = 0; t < n_topics; t++) {
            if (t % FOLDS != fold) continue;
            plx_arena arena;
            plx_arena_init(&arena, 8 * PLX_GIB);
            job j = {t, thresholds, out, n_out, &clusters, &arena};
            plx_error err;
            if (plx_guard(cluster_topic, &j, &err) != PLX_OK) fprintf(stderr, "%s\n", err.msg);
            plx_arena_release(&arena);
        }
    }
}

int main(int argc, char **argv) {
    if (argc >= 4 && argc < 14 && strcmp(argv[1], "--cross") == 0) {
        double thresholds[10];
        FILE *out[10];
        size_t n = 0;
        for (int i = 3; i < argc; i++, n++) {
            char name[400];
            snprintf(name, sizeof name, "%s.%s.jsonl", argv[2], argv[i]);
            out[n] = fopen(name, "wb");
            if (!out[n] || !plx_str_to_f64(plx_str_of(argv[i]), &thresholds[n])) return 2;
        }
        read_pairs(argv[2]);
        make_bins();
        cross(thresholds, out, n);
        for (size_t i = 0; i < n; i++) fclose(out[i]);
        return 0;
    }
    if (argc != 3) {
        fprintf(stderr, "usage: train_coref PAIRS OUT | --cross PAIRS THRESHOLD...\n");
        return 2;
    }
    read_pairs(argv[1]);
    make_bins();
    static plx_tree trees[TREES];
    plx_trees head = {PLX_TREES_MAGIC, TREES, PLX_EVENT_INPUTS, 0, 0.33F};
    fit(trees, &head.base, FOLDS);
    FILE *out = fopen(argv[2], "wb");
    bool ok =
        out && fwrite(&head, sizeof head, 1, out) == 1 && fwrite(trees, sizeof trees, 1, out) == 1;
    if (out) ok = fclose(out) == 0 && ok;
    if (!ok) perror(argv[2]);
    printf("%zu pairs, %zu mentions, %zu topics\n", n_pairs, n_mentions, n_topics);
    return ok ? 0 : 1;
}
