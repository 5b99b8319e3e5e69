/* Makes src/read/html_model.c: the boosted trees that tell the article's blocks from the rest of a
 * page.
 *
 *   train_extract --fold K OUT.jsonl SET…   leaves each page's fold out, extracts it, and writes
 * what came out (K folds) train_extract --final OUT.c SET…        trains on all pages train_extract
 * --dump SET…               labels and texts of blocks, to look at
 *
 * A SET is a folder with gold.jsonl and html/, and "@2" behind it when its pages shall weigh twice.
 * Labels: a block is the article's when most of its runs of four words stand in the gold text;
 * where the gold has only pieces (with, without), only blocks that they touch are used. Everything
 * is deterministic: folds by the hash of the file's name, no random numbers. */
#include "read/html_extract.h"
#include "read/html_page.h"
#include "read/internal.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/threads.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BINS = 64, DEPTH = 5, MIN_LEAF = 30 };

typedef struct page {
    plx_arena arena;
    char path[512];
    const char *name;
    plx_str html;
    plx_read__page page;
    int8_t *label; /* 1 article, 0 not, -1 unknown */
    float *weight;
    unsigned fold;
    float share; /* how much its set weighs */
    const json_t *gold;
} page;

typedef struct data {
    page *pages;
    size_t n, cap;
} data;

static char *slurp(const char *path, size_t *n) {
    FILE *f = fopen(path, "rb");
    if (!f) {
        return NULL;
    }
    size_t cap = 1 << 16;
    char *p = malloc(cap);
    *n = 0;
    for (size_t got; p && (got = fread(p + *n, 1, cap - *n, f)) > 0;) {
        *n += got;
        if (*n == cap) {
            p = realloc(p, cap *= 2);
        }
    }
    (void)fclose(f);
    return p;
}

/* ---- labels
 * ---------------------------------------------------------------------------------------- */

typedef struct words {
    uint32_t *p;
    size_t n, cap;
} words;

static void words_of(plx_str s, plx_arena *a, words *out) {
    uint32_t h = 2166136261u;
    size_t n = 0;
    for (size_t i = 0; i <= s.n; i++) {
        unsigned char c = i < s.n ? (unsigned char)s.p[i] : ' ';
        bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c >= 0x80 || c == '_';
        if (c == 0xE2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80) {
            word = false;
        }
        if (c == 0xC2 && i + 1 < s.n) {
            word = false;
            i++;
        }
        if (word) {
            h = (h ^ c) * 16777619u;
            n++;
        } else {
            if (c == 0xE2) {
                i += 2;
            }
            if (n) {
                plx_vec_push(out, a, h);
            }
            h = 2166136261u;
            n = 0;
        }
    }
}

static int by_u64(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static uint64_t run4(const uint32_t *p) { return plx_hash_bytes(p, 4 * sizeof *p, 5); }

static bool has(const uint64_t *sorted, size_t n, uint64_t x) {
    return n && bsearch(&x, sorted, n, sizeof x, by_u64) != NULL;
}

static void label_by_text(page *g, plx_str gold) {
    words w = {0}, all = {0};
    words_of(gold, &g->arena, &w);
    size_t n_runs = w.n >= 4 ? w.n - 3 : 0;
    uint64_t *runs = plx_new_n(&g->arena, uint64_t, n_runs + 1);
    for (size_t i = 0; i < n_runs; i++) {
        runs[i] = run4(w.p + i);
    }
    qsort(runs, n_runs, sizeof *runs, by_u64);
    const plx_read__blocks *b = &g->page.blocks;
    uint32_t *begin = plx_new_n(&g->arena, uint32_t, b->n + 1);
    for (size_t i = 0; i < b->n; i++) {
        begin[i] = (uint32_t)all.n;
        words_of(b->p[i].text, &g->arena, &all);
    }
    begin[b->n] = (uint32_t)all.n;
    for (size_t i = 0; i < b->n; i++) { /* long blocks by themselves */
        size_t n = begin[i + 1] - begin[i], hit = 0, of = 0;
        g->label[i] = 0;
        for (size_t k = begin[i]; n >= 4 && k + 4 <= begin[i + 1]; k++, of++) {
            hit += has(runs, n_runs, run4(all.p + k));
        }
        g->label[i] = (int8_t)(n >= 4 ? hit * 2 > of : 0);
    }
    for (size_t i = 0; i < b->n;
         i++) { /* short ones by the runs that join them to their neighbours */
        size_t n = begin[i + 1] - begin[i];
        if (n == 0 || n >= 4) {
            continue;
        }
        size_t hit = 0, of = 0;
        size_t lo = begin[i] >= 3 ? begin[i] - 3 : 0;
        for (size_t k = lo; k < begin[i + 1] && k + 4 <= all.n; k++) {
            bool cover = k <= begin[i] ? k + 4 >= begin[i + 1] : k + 4 > begin[i + 1];
            if (cover) {
                of++;
                hit += has(runs, n_runs, run4(all.p + k));
            }
        }
        bool near = (i && g->label[i - 1] == 1) || (i + 1 < b->n && g->label[i + 1] == 1);
        g->label[i] = (int8_t)(hit > 0 && near);
    }
    for (size_t i = 0; i < b->n; i++) {
        uint32_t n = b->p[i].words;
        g->weight[i] = sqrtf((float)PLX_MIN(n, 120u) + 0.5f) / 3.0f;
    }
}

static void squeeze(plx_str s, plx_buf *out) {
    bool gap = false;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool nbsp = c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] == 0xA0;
        if (c <= ' ' || nbsp) {
            i += nbsp;
            gap = out->n > 0;
            continue;
        }
        if (gap) {
            plx_buf_putc(out, ' ');
            gap = false;
        }
        plx_buf_putc(out, (char)c);
    }
}

static void label_by_pieces(page *g, const json_t *pieces, int8_t label) {
    const plx_read__blocks *b = &g->page.blocks;
    for (size_t k = 0; k < json_array_size(pieces); k++) {
        plx_buf piece;
        plx_buf_init(&piece, &g->arena, 1 << 20);
        squeeze(plx_str_of(json_string_value(json_array_get(pieces, k))), &piece);
        plx_str s = plx_buf_str(&piece);
        for (size_t i = 0; i < b->n && s.n; i++) {
            plx_buf block;
            plx_buf_init(&block, &g->arena, 1 << 24);
            squeeze(b->p[i].text, &block);
            plx_str t = plx_buf_str(&block);
            if (plx_str_contains(t, s) || (b->p[i].words >= 4 && plx_str_contains(s, t))) {
                g->label[i] = label;
                g->weight[i] = 1.5f;
            }
        }
    }
}

static void label_page(page *g) {
    const plx_read__blocks *b = &g->page.blocks;
    g->label = plx_new_n(&g->arena, int8_t, b->n + 1);
    g->weight = plx_new_n(&g->arena, float, b->n + 1);
    const char *text = json_string_value(json_object_get(g->gold, "text"));
    if (text) {
        label_by_text(g, plx_str_of(text));
        return;
    }
    memset(g->label, -1, b->n);
    label_by_pieces(g, json_object_get(g->gold, "with"), 1);
    label_by_pieces(g, json_object_get(g->gold, "without"), 0);
}

/* ---- loading
 * --------------------------------------------------------------------------------------- */

static void load_page(void *ctx) {
    page *g = ctx;
    plx_read__decoded d;
    plx_read__decode(g->html, plx_read__declared_charset(g->html), &g->arena, &d);
    plx_read__page_of(d.text, &g->arena, &g->page);
    label_page(g);
}

static void load_set(data *d, const char *set, unsigned folds) {
    char path[512], dir[300];
    const char *at = strrchr(set, '@');
    (void)snprintf(dir, sizeof dir, "%.*s", at ? (int)(at - set) : (int)strlen(set), set);
    float share = at ? strtof(at + 1, NULL) : 1;
    (void)snprintf(path, sizeof path, "%s/gold.jsonl", dir);
    size_t n;
    char *gold = slurp(path, &n);
    if (!gold) {
        fprintf(stderr, "train_extract: %s: cannot be read\n", path);
        exit(1);
    }
    for (plx_str line, rest = plx_str_n(gold, n); plx_str_split(&rest, '\n', &line);) {
        json_error_t e;
        json_t *j = json_loadb(line.p, line.n, 0, &e);
        if (!j) {
            continue;
        }
        if (d->n == d->cap) {
            d->cap = d->cap ? d->cap * 2 : 1024;
            d->pages = realloc(d->pages, d->cap * sizeof *d->pages);
        }
        page *g = &d->pages[d->n];
        memset(g, 0, sizeof *g);
        g->gold = j;
        g->share = share;
        g->name = json_string_value(json_object_get(j, "path"));
        (void)snprintf(g->path, sizeof g->path, "%s/%s", dir, g->name);
        size_t size;
        char *html = slurp(g->path, &size);
        if (!html) {
            continue;
        }
        g->html = plx_str_n(html, size);
        g->fold = (unsigned)(plx_hash_str(plx_str_of(g->name)) % folds);
        d->n++;
    }
}

static void load_one(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    page *g = &((data *)ctx)->pages[item];
    plx_arena_init(&g->arena, 2 * PLX_GIB);
    plx_error err;
    if (plx_guard(load_page, g, &err) != PLX_OK) {
        fprintf(stderr, "train_extract: %s: %s\n", g->path, err.msg);
        exit(1);
    }
}

/* ---- boosting
 * -------------------------------------------------------------------------------------- */

typedef struct rows {
    int16_t *x; /* n * width */
    uint8_t *bin;
    float *y, *w;
    double *score;
    size_t n, width;
    int16_t (*edges)[BINS]; /* of each feature: bin b holds values <= edges[b] */
    unsigned *n_bins;
} rows;

static int by_i16(const void *a, const void *b) {
    return *(const int16_t *)a - *(const int16_t *)b;
}

static void make_bins(rows *r) {
    r->edges = calloc(r->width, sizeof *r->edges);
    r->n_bins = calloc(r->width, sizeof *r->n_bins);
    r->bin = malloc(r->n * r->width);
    int16_t *col = malloc(r->n * sizeof *col);
    for (size_t f = 0; f < r->width; f++) {
        for (size_t i = 0; i < r->n; i++) {
            col[i] = r->x[i * r->width + f];
        }
        qsort(col, r->n, sizeof *col, by_i16);
        unsigned nb = 0;
        for (size_t q = 1; q <= BINS; q++) {
            int16_t v = col[PLX_MIN(r->n - 1, q * r->n / BINS)];
            if (nb == 0 || v > r->edges[f][nb - 1]) {
                r->edges[f][nb++] = v;
            }
            if (nb == BINS) {
                break;
            }
        }
        r->edges[f][nb - 1] = INT16_MAX;
        r->n_bins[f] = nb;
        for (size_t i = 0; i < r->n; i++) {
            unsigned b = 0;
            while (r->x[i * r->width + f] > r->edges[f][b]) {
                b++;
            }
            r->bin[f * r->n + i] = (uint8_t)b;
        }
    }
    free(col);
}

typedef struct forest {
    plx_read__tree_node *nodes;
    size_t n_nodes, cap;
    uint32_t *roots;
    size_t n_trees;
    int32_t bias;
} forest;

typedef struct split {
    double gain;
    int feature;
    unsigned bin;
} split;

/* Sums of gradients, their slopes and rows, for each feature and bin. */
typedef struct histogram {
    double g[PLX_READ_ALL_FEATURES][BINS], h[PLX_READ_ALL_FEATURES][BINS];
    uint32_t n[PLX_READ_ALL_FEATURES][BINS];
} histogram;

typedef struct grower {
    const rows *r;
    const float *grad, *hess;
    forest *t;
    size_t root;
    double rate;
    bool use[PLX_READ_ALL_FEATURES]; /* each tree sees two thirds of the features */
} grower;

static void fill_histogram(const grower *w, const uint32_t *idx, size_t n, histogram *out) {
    memset(out, 0, sizeof *out);
    for (size_t f = 0; f < w->r->width; f++) {
        if (!w->use[f]) {
            continue;
        }
        const uint8_t *col = w->r->bin + f * w->r->n;
        double *g = out->g[f], *h = out->h[f];
        uint32_t *c = out->n[f];
        for (size_t i = 0; i < n; i++) {
            unsigned b = col[idx[i]];
            g[b] += (double)w->grad[idx[i]];
            h[b] += (double)w->hess[idx[i]];
            c[b]++;
        }
    }
}

static void subtract(const histogram *from, const histogram *part, histogram *out) {
    for (size_t f = 0; f < PLX_READ_ALL_FEATURES; f++) {
        for (size_t b = 0; b < BINS; b++) {
            out->g[f][b] = from->g[f][b] - part->g[f][b];
            out->h[f][b] = from->h[f][b] - part->h[f][b];
            out->n[f][b] = from->n[f][b] - part->n[f][b];
        }
    }
}

static split best_split(const grower *w, const histogram *x, double g, double h, size_t n) {
    const double lambda = 4;
    split best = {2.0, -1, 0};
    double base = g * g / (h + lambda);
    for (size_t f = 0; f < w->r->width; f++) {
        double gl = 0, hl = 0;
        size_t nl = 0;
        for (unsigned b = 0; w->use[f] && b + 1 < w->r->n_bins[f]; b++) {
            gl += x->g[f][b];
            hl += x->h[f][b];
            nl += x->n[f][b];
            if (nl < MIN_LEAF || n - nl < MIN_LEAF) {
                continue;
            }
            double gr = g - gl, hr = h - hl;
            double gain = gl * gl / (hl + lambda) + gr * gr / (hr + lambda) - base;
            if (gain > best.gain) {
                best = (split){gain, (int)f, b};
            }
        }
    }
    return best;
}

static uint16_t grow(grower *w, uint32_t *idx, size_t n, histogram *hist, unsigned depth) {
    forest *t = w->t;
    double g = 0, h = 0;
    for (size_t i = 0; i < n; i++) {
        g += (double)w->grad[idx[i]];
        h += (double)w->hess[idx[i]];
    }
    if (t->n_nodes + 4 > t->cap) {
        t->cap = t->cap ? t->cap * 2 : 4096;
        t->nodes = realloc(t->nodes, t->cap * sizeof *t->nodes);
    }
    size_t id = t->n_nodes++;
    t->nodes[id] =
        (plx_read__tree_node){-1, 0, 0, 0, (int32_t)lrint(-g / (h + 4) * w->rate * 1000)};
    split best = {0, -1, 0};
    if (depth < DEPTH && n >= 2 * MIN_LEAF) {
        best = best_split(w, hist, g, h, n);
    }
    if (best.feature < 0) {
        return (uint16_t)(id - w->root);
    }
    const uint8_t *col = w->r->bin + (size_t)best.feature * w->r->n;
    size_t lo = 0, hi = n;
    while (lo < hi) {
        if (col[idx[lo]] <= best.bin) {
            lo++;
        } else {
            uint32_t s = idx[lo];
            idx[lo] = idx[--hi];
            idx[hi] = s;
        }
    }
    histogram *small = NULL, *big = hist;
    if (depth + 1 < DEPTH) {
        small = malloc(sizeof *small);
        bool left_small = lo * 2 <= n;
        fill_histogram(w, left_small ? idx : idx + lo, left_small ? lo : n - lo, small);
        subtract(hist, small, big);
        if (!left_small) {
            histogram *s = small;
            small = big;
            big = s;
        }
    }
    /* small is the left one's now, big the right one's */
    uint16_t left = grow(w, idx, lo, small ? small : hist, depth + 1);
    uint16_t right = grow(w, idx + lo, n - lo, big, depth + 1);
    if (small) {
        free(small == hist ? big : small);
    }
    t->nodes[id].feature = (int16_t)best.feature;
    t->nodes[id].threshold = w->r->edges[best.feature][best.bin];
    t->nodes[id].left = left;
    t->nodes[id].right = right;
    return (uint16_t)(id - w->root);
}

static void train_forest(rows *r, unsigned n_trees, double rate, forest *out) {
    memset(out, 0, sizeof *out);
    make_bins(r);
    double pos = 1, neg = 1;
    for (size_t i = 0; i < r->n; i++) {
        pos += (double)(r->y[i] * r->w[i]);
        neg += (double)((1 - r->y[i]) * r->w[i]);
    }
    out->bias = (int32_t)lrint(log(pos / neg) * 1000);
    out->roots = calloc(n_trees, sizeof *out->roots);
    float *grad = malloc(r->n * sizeof *grad), *hess = malloc(r->n * sizeof *hess);
    uint32_t *idx = malloc(r->n * sizeof *idx);
    for (size_t i = 0; i < r->n; i++) {
        r->score[i] = out->bias / 1000.0;
    }
    for (unsigned t = 0; t < n_trees; t++) {
        size_t n = 0;
        for (size_t i = 0; i < r->n; i++) {
            double p = 1 / (1 + exp(-r->score[i]));
            grad[i] = (float)((p - (double)r->y[i]) * (double)r->w[i]);
            hess[i] = (float)(PLX_MAX(p * (1 - p), 1e-6) * (double)r->w[i]);
            if (plx_hash_mix(t + 1000, i) % 4 != 0) { /* three quarters of the rows a tree */
                idx[n++] = (uint32_t)i;
            }
        }
        out->roots[out->n_trees++] = (uint32_t)out->n_nodes;
        size_t root = out->n_nodes;
        grower w = {.r = r, .grad = grad, .hess = hess, .t = out, .root = root, .rate = rate};
        for (size_t f = 0; f < r->width; f++) {
            w.use[f] = r->n_bins[f] > 1 && plx_hash_mix(t + 77, f) % 3 != 0;
        }
        histogram *top = malloc(sizeof *top);
        fill_histogram(&w, idx, n, top);
        (void)grow(&w, idx, n, top, 0);
        free(top);
        plx_read__forest one = {out->nodes, &out->roots[t], 1, 0};
        for (size_t i = 0; i < r->n; i++) {
            r->score[i] += plx_read__forest_score(&one, r->x + i * r->width) / 1000.0;
        }
    }
    free(grad);
    free(hess);
    free(idx);
}

static void free_rows(rows *r) {
    free(r->x);
    free(r->bin);
    free(r->y);
    free(r->w);
    free(r->score);
    free(r->edges);
    free(r->n_bins);
}

static plx_read__forest as_forest(const forest *t) {
    return (plx_read__forest){t->nodes, t->roots, t->n_trees, t->bias};
}

/* Rows of all labelled blocks of pages in folds that `use` says; `second` needs round-1 scores in
 * page order. */
static rows rows_for(const data *d, const bool *use, int32_t *const *scores) {
    rows r = {.width = scores ? PLX_READ_ALL_FEATURES : PLX_READ_FEATURES};
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++) {
        if (use[i]) {
            for (size_t k = 0; k < d->pages[i].page.blocks.n; k++) {
                n += d->pages[i].label[k] >= 0;
            }
        }
    }
    r.x = malloc(n * r.width * sizeof *r.x);
    r.y = malloc(n * sizeof *r.y);
    r.w = malloc(n * sizeof *r.w);
    r.score = malloc(n * sizeof *r.score);
    for (size_t i = 0; i < d->n; i++) {
        if (!use[i]) {
            continue;
        }
        const page *g = &d->pages[i];
        plx_read__full_features *full = NULL;
        if (scores) {
            full = malloc((g->page.blocks.n + 1) * sizeof *full);
            plx_read__round2_features(&g->page.blocks, g->page.features, scores[i], full);
        }
        double total = 1;
        for (size_t k = 0; k < g->page.blocks.n; k++) {
            total += g->label[k] >= 0 ? (double)g->weight[k] : 0;
        }
        /* long pages weigh more than short ones, but not as much as they are longer */
        float norm = (float)(sqrt(total / 60) * 60 / total);
        bool pieces = json_object_get(g->gold, "text") == NULL;
        for (size_t k = 0; k < g->page.blocks.n; k++) {
            if (g->label[k] < 0) {
                continue;
            }
            memcpy(r.x + r.n * r.width, full ? full[k].f : g->page.features[k].f,
                   r.width * sizeof *r.x);
            r.y[r.n] = (float)g->label[k];
            r.w[r.n] = g->weight[k] * (pieces ? 1.0f : norm) * g->share;
            r.n++;
        }
        free(full);
    }
    return r;
}

typedef struct model {
    forest one, two;
} model;

static unsigned trees_1 = 160, trees_2 = 240;

static int32_t *score_page(const page *g, const forest *t) {
    int32_t *s = malloc((g->page.blocks.n + 1) * sizeof *s);
    plx_read__forest f = as_forest(t);
    for (size_t k = 0; k < g->page.blocks.n; k++) {
        s[k] = plx_read__forest_score(&f, g->page.features[k].f);
    }
    return s;
}

/* The second round is trained on what a first round says of pages that it was not trained on. */
static void train_both(const data *d, const bool *use, model *out) {
    enum { INNER = 4 };
    int32_t **scores = calloc(d->n, sizeof *scores);
    bool *part = malloc(d->n * sizeof *part);
    for (unsigned f = 0; f < INNER; f++) {
        for (size_t i = 0; i < d->n; i++) {
            part[i] =
                use[i] && plx_hash_mix(plx_hash_str(plx_str_of(d->pages[i].name)), 9) % INNER != f;
        }
        rows r = rows_for(d, part, NULL);
        forest t;
        train_forest(&r, trees_1, 0.08, &t);
        free_rows(&r);
        for (size_t i = 0; i < d->n; i++) {
            if (use[i] && !part[i]) {
                scores[i] = score_page(&d->pages[i], &t);
            }
        }
        free(t.nodes);
        free(t.roots);
    }
    rows r = rows_for(d, use, NULL);
    train_forest(&r, trees_1, 0.08, &out->one);
    free_rows(&r);
    r = rows_for(d, use, scores);
    train_forest(&r, trees_2, 0.05, &out->two);
    free_rows(&r);
    for (size_t i = 0; i < d->n; i++) {
        free(scores[i]);
    }
    free(scores);
    free(part);
}

/* ---- output
 * ---------------------------------------------------------------------------------------- */

typedef struct extract_job {
    page *g;
    const plx_read__model *m;
    FILE *out;
} extract_job;

static void extract_page(void *ctx) {
    extract_job *j = ctx;
    page *g = j->g;
    g->page.scores = plx_new_n(&g->arena, int32_t, g->page.blocks.n);
    plx_read__scores_of(&g->page.blocks, g->page.features, j->m, &g->arena, g->page.scores);
    plx_account a = {0};
    plx_read__article_text(&g->page, &a, &g->arena);
    plx_buf b;
    plx_buf_init(&b, &g->arena, UINT32_MAX);
    plx_json w;
    plx_json_init(&w, &b, 0);
    plx_json_object(&w);
    plx_json_put_str(&w, "path", plx_str_of(g->name));
    plx_json_put_str(&w, "text", a.text);
    plx_json_key(&w, "dropped");
    plx_json_array(&w);
    for (size_t i = 0; i < a.n_dropped; i++) {
        plx_json_object(&w);
        plx_json_put_span(&w, "span", a.dropped[i].span);
        plx_json_end(&w);
    }
    plx_json_end(&w);
    plx_json_end(&w);
    fprintf(j->out, "%.*s\n", (int)b.n, b.p);
}

static void write_forest(FILE *f, const char *name, const forest *t) {
    fprintf(f, "static const plx_read__tree_node %s_nodes[] = {\n", name);
    for (size_t i = 0; i < t->n_nodes; i++) {
        const plx_read__tree_node *n = &t->nodes[i];
        if (n->feature < 0) {
            fprintf(f, "{-1,0,0,0,%d},", n->value);
        } else {
            fprintf(f, "{%d,%d,%u,%u,0},", n->feature, n->threshold, n->left, n->right);
        }
        if (i % 6 == 5) {
            fputc('\n', f);
        }
    }
    fprintf(f, "};\nstatic const uint32_t %s_roots[] = {\n", name);
    for (size_t i = 0; i < t->n_trees; i++) {
        fprintf(f, "%u,%s", t->roots[i], i % 16 == 15 ? "\n" : "");
    }
    fprintf(f, "};\n");
}

static void write_model(const char *path, const model *m) {
    FILE *f = fopen(path, "w");
    if (!f) {
        exit(1);
    }
    fprintf(f, "/* Made by train/extract.c; see models/extract.md. Not for editing. */\n#include "
               "\"read/html_score.h\"\n\n"
               "/* clang-format off */\n");
    write_forest(f, "one", &m->one);
    write_forest(f, "two", &m->two);
    fprintf(f,
            "/* clang-format on */\n\nconst plx_read__model plx_read__default_model = {\n    "
            "{one_nodes, one_roots, %zu, %d},\n"
            "    {two_nodes, two_roots, %zu, %d},\n};\n",
            m->one.n_trees, m->one.bias, m->two.n_trees, m->two.bias);
    (void)fclose(f);
}

static void importance(const data *d, const forest *t) {
    (void)d;
    unsigned count[PLX_READ_ALL_FEATURES] = {0};
    for (size_t i = 0; i < t->n_nodes; i++) {
        if (t->nodes[i].feature >= 0) {
            count[t->nodes[i].feature]++;
        }
    }
    for (int k = 0; k < 40; k++) {
        unsigned best = 0, at = 0;
        for (unsigned f = 0; f < PLX_READ_ALL_FEATURES; f++) {
            if (count[f] > best) {
                best = count[f];
                at = f;
            }
        }
        if (best == 0) {
            break;
        }
        const char *name = at < PLX_READ_FEATURES ? plx_read__feature_names[at] : "round2";
        fprintf(stderr, "%s%u:%u ", name ? name : "?", at, best);
        count[at] = 0;
    }
    fprintf(stderr, "\n");
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(
            stderr,
            "usage: train_extract --fold K OUT.jsonl SET… | --final OUT.c SET… | --dump SET…\n");
        return 2;
    }
    bool fold = strcmp(argv[1], "--fold") == 0, dump = strcmp(argv[1], "--dump") == 0;
    unsigned folds = fold ? (unsigned)strtoul(argv[2], NULL, 10) : 1;
    int at = fold ? 4 : dump ? 2 : 3;
    if (getenv("TREES1")) {
        trees_1 = (unsigned)strtoul(getenv("TREES1"), NULL, 10);
    }
    if (getenv("TREES2")) {
        trees_2 = (unsigned)strtoul(getenv("TREES2"), NULL, 10);
    }
    data d = {0};
    for (; at < argc; at++) {
        load_set(&d, argv[at], PLX_MAX(folds, 1u));
    }
    plx_parallel(2, d.n, load_one, &d);
    if (dump) {
        for (size_t i = 0; i < d.n; i++) {
            printf("#### %s\n", d.pages[i].path);
            for (size_t k = 0; k < d.pages[i].page.blocks.n; k++) {
                const plx_read__block *b = &d.pages[i].page.blocks.p[k];
                printf("%2d w%u l%u %s | %.*s\n", d.pages[i].label[k], b->words, b->link_words,
                       b->closed ? "." : "", (int)PLX_MIN(b->text.n, (size_t)120), b->text.p);
            }
        }
        return 0;
    }
    bool *use = malloc(d.n * sizeof *use);
    if (!fold) {
        for (size_t i = 0; i < d.n; i++) {
            use[i] = true;
        }
        model m;
        train_both(&d, use, &m);
        importance(&d, &m.one);
        importance(&d, &m.two);
        write_model(argv[2], &m);
        return 0;
    }
    FILE *out = fopen(argv[3], "w");
    if (!out) {
        return 1;
    }
    for (unsigned f = 0; f < folds; f++) {
        for (size_t i = 0; i < d.n; i++) {
            use[i] = d.pages[i].fold != f;
        }
        model m;
        train_both(&d, use, &m);
        plx_read__model as = {as_forest(&m.one), as_forest(&m.two)};
        for (size_t i = 0; i < d.n; i++) {
            if (!use[i]) {
                extract_job j = {&d.pages[i], &as, out};
                plx_error err;
                if (plx_guard(extract_page, &j, &err) != PLX_OK) {
                    fprintf(stderr, "train_extract: %s: %s\n", d.pages[i].path, err.msg);
                }
            }
        }
        fprintf(stderr, "fold %u done\n", f);
    }
    (void)fclose(out);
    return 0;
}
