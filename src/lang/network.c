#include "lang/network.h"

#include "lang/kernels.h"
#include "lang/names.h"
#include "lang/tree.h"

#include <stdio.h>

enum {
    D = 2 * PLX_NET_HIDDEN,
    DN = 2 * PLX_NET_NAME,
    A = PLX_NET_ARC,
    R = PLX_NET_REL,
    M = PLX_NET_MLP,
    WIDEST = PLX_NET_MLP, /* sums that a word has at once */
    TREE = PLX_NET_SHARED,
    NAME = PLX_NET_SHARED + 1
};

/* ---- loading --------------------------------------------------------------------------------- */

static plx_err section(const plx_model *m, const char *name, size_t want, const void **out,
                       plx_error *err) {
    plx_str s;
    if (!plx_model__section(m, name, &s)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no section '%s'", name);
    }
    if (s.n != want) {
        return plx_fail(err, PLX_CORRUPT, (size_t)((const unsigned char *)s.p - m->bytes),
                        "the model's section '%s' has %zu bytes, not %zu", name, s.n, want);
    }
    *out = s.p;
    return PLX_OK;
}

static plx_err matrix(const plx_model *m, const char *name, uint32_t k, uint32_t n, plx_matrix *out,
                      plx_error *err) {
    char room[16];
    const void *p = NULL;
    out->k = k;
    out->n = (n + PLX_NET_BLOCK - 1) / PLX_NET_BLOCK * PLX_NET_BLOCK;
    (void)snprintf(room, sizeof room, "%s.w", name);
    PLX_TRY(section(m, room, (size_t)out->n * k, &p, err));
    out->w = p;
    (void)snprintf(room, sizeof room, "%s.c", name);
    PLX_TRY(section(m, room, out->n * sizeof(int32_t), &p, err));
    out->c = p;
    (void)snprintf(room, sizeof room, "%s.s", name);
    PLX_TRY(section(m, room, out->n * sizeof(float), &p, err));
    out->s = p;
    (void)snprintf(room, sizeof room, "%s.b", name);
    PLX_TRY(section(m, room, out->n * sizeof(float), &p, err));
    out->b = p;
    return PLX_OK;
}

static plx_err floats(const plx_model *m, const char *name, size_t n, const float **out,
                      plx_error *err) {
    const void *p = NULL;
    PLX_TRY(section(m, name, n * sizeof(float), &p, err));
    *out = p;
    return PLX_OK;
}

plx_err plx_net__load(const plx_model *m, uint32_t n_tags, plx_network *out, plx_error *err) {
    plx_network net = {.n_tags = n_tags, .kernels = plx_kernels__best()};
    plx_str s;
    if (!plx_model__section(m, "vectors", &s) || s.n < PLX_NET_VECTOR ||
        s.n % PLX_NET_VECTOR != 0 || s.n / PLX_NET_VECTOR > UINT32_MAX / 2) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section 'vectors'");
    }
    net.vectors = (const int8_t *)s.p;
    net.n_vectors = (uint32_t)(s.n / PLX_NET_VECTOR) - 1;
    const void *p = NULL;
    PLX_TRY(section(m, "rows", (size_t)PLX_NET_ROWS * PLX_NET_FEATURE, &p, err));
    net.rows = p;
    PLX_TRY(floats(m, "rows.s", PLX_NET_ROWS, &net.row_scales, err));
    for (uint32_t l = 0; l < PLX_NET_LAYERS; l++) {
        char name[16];
        uint32_t h = l == NAME ? PLX_NET_NAME : PLX_NET_HIDDEN;
        (void)snprintf(name, sizeof name, "layer%u", l);
        PLX_TRY(matrix(m, name, l == 0 ? PLX_NET_INPUT : D, 8 * h, &net.layers[l], err));
        (void)snprintf(name, sizeof name, "layer%u.v", l);
        PLX_TRY(floats(m, name, 4 * (size_t)h, &net.v[l], err));
    }
    PLX_TRY(matrix(m, "mlp", D, M, &net.mlp, err));
    PLX_TRY(matrix(m, "arc", A, A + 1, &net.arc, err));
    PLX_TRY(matrix(m, "rel", 3 * R, PLX_N_DEPRELS, &net.rel, err));
    PLX_TRY(matrix(m, "tag", D, n_tags, &net.tag, err));
    PLX_TRY(matrix(m, "name", DN, PLX_NAME_LABELS, &net.name, err));
    PLX_TRY(floats(m, "root.t", A + 1, &net.root_t, err));
    PLX_TRY(floats(m, "root.r", R, &net.root_rel, err));
    PLX_TRY(floats(m, "dist", PLX_NET_N_DISTANCES, &net.distance, err));
    *out = net;
    return PLX_OK;
}

/* ---- running --------------------------------------------------------------------------------- */

typedef struct run {
    const plx_network *net;
    const plx_kernels *kernels;
    const plx_net_batch *b;
    plx_arena *arena;
    int32_t *sums;
} run;

enum { WORD_SLOTS = 512 }; /* of the words seen in a batch: a power of two */

static bool same_features(const plx_word_features *a, const plx_word_features *b) {
    return a->vector == b->vector && a->n_rows == b->n_rows &&
           memcmp(a->rows, b->rows, a->n_rows * sizeof *a->rows) == 0;
}

static uint32_t word_slot(const plx_word_features *f) {
    uint32_t h = f->vector * 31 + f->n_rows;
    for (uint32_t i = 0; i < f->n_rows && i < 8; i++) {
        h = (h ^ f->rows[i]) * 0x9E3779B1U;
    }
    return h >> 23; /* 9 bits: WORD_SLOTS */
}

static void read_input(const run *r, uint8_t *x) {
    uint16_t seen[WORD_SLOTS] = {0}; /* a word's place in the batch + 1: the last one met */
    uint8_t *const first = x;
    for (uint32_t i = 0; i < r->b->n; i++, x += PLX_NET_INPUT) {
        const plx_word_features *f = &r->b->features[i];
        uint16_t *slot = &seen[word_slot(f)];
        if (*slot && same_features(&r->b->features[*slot - 1], f)) {
            memcpy(x, first + (size_t)(*slot - 1) * PLX_NET_INPUT, PLX_NET_INPUT);
            continue;
        }
        *slot = (uint16_t)(i < UINT16_MAX ? i + 1 : 0);
        uint32_t id = f->vector < r->net->n_vectors ? f->vector : r->net->n_vectors;
        const int8_t *v = r->net->vectors + (size_t)id * PLX_NET_VECTOR;
        for (uint32_t k = 0; k < PLX_NET_VECTOR; k++) {
            x[k] = (uint8_t)(v[k] + 128);
        }
        r->kernels->sum_rows(r->net->rows, r->net->row_scales, f->rows, f->n_rows,
                             x + PLX_NET_VECTOR);
    }
}

/* The whole matrix: m->n sums a row. */
static void multiply(const run *r, const plx_matrix *m, const uint8_t *x) {
    plx_blocks all = {0, m->n / PLX_NET_BLOCK};
    r->kernels->multiply(m, all, x, r->b->n, r->sums, m->n);
}

/* Some units after the other, so that their sums stay in near memory. */
static void layer(const run *r, uint32_t l, const uint8_t *in, uint8_t *out) {
    const plx_matrix *m = &r->net->layers[l];
    uint32_t h = m->n / 8, width = 4 * PLX_NET_UNITS;
    for (uint32_t unit = 0; unit < 2 * h; unit += PLX_NET_UNITS) {
        bool back = unit >= h;
        uint32_t at = back ? 4 * h + unit - h : unit; /* its column in the first gate */
        for (uint32_t gate = 0; gate < 4; gate++) {
            plx_blocks blocks = {(at + gate * h) / PLX_NET_BLOCK, PLX_NET_UNITS / PLX_NET_BLOCK};
            r->kernels->multiply(m, blocks, in, r->b->n, r->sums + gate * PLX_NET_UNITS, width);
        }
        for (uint32_t s = 0; s < r->b->n_sentences; s++) {
            uint32_t begin = r->b->begin[s], end = r->b->begin[s + 1];
            uint32_t first = back ? end - 1 : begin;
            plx_cells z = {
                .sums = r->sums + (size_t)first * width,
                .sums_step = back ? -(ptrdiff_t)width : (ptrdiff_t)width,
                .n = end - begin,
                .units = h,
                .c = m->c + at,
                .s = m->s + at,
                .b = m->b + at,
                .v = r->net->v[l] + (back ? 2 * h + unit - h : unit),
                .out = out + (size_t)first * 2 * h + unit,
                .out_step = back ? -(ptrdiff_t)(2 * h) : (ptrdiff_t)(2 * h),
            };
            r->kernels->cells(&z);
        }
    }
}

static void tags(const run *r, const uint8_t *top) {
    const plx_matrix *m = &r->net->tag;
    float out[WIDEST];
    multiply(r, m, top);
    for (uint32_t i = 0; i < r->b->n; i++) {
        r->kernels->outputs(m, r->sums + (size_t)i * m->n, out);
        r->b->tags[i] = (uint16_t)r->kernels->largest(out, r->net->n_tags);
    }
}

static void names(const run *r, const uint8_t *top) {
    const plx_matrix *m = &r->net->name;
    float out[WIDEST];
    multiply(r, m, top);
    for (uint32_t i = 0; i < r->b->n; i++) {
        r->kernels->outputs(m, r->sums + (size_t)i * m->n, out);
        memcpy(r->b->names + (size_t)i * PLX_NAME_LABELS, out, PLX_NAME_LABELS * sizeof *out);
    }
}

typedef struct tree_room {
    uint8_t *mlp;    /* n x M bytes */
    float *mlp_real; /* the same as floats */
    uint8_t *heads;  /* n x A bytes */
    uint8_t *pairs;  /* n x 3R bytes */
} tree_room;

/* The heads of a sentence, the root first, through the arc matrix: a column each of t, and their
 * biases. */
static void through_arcs(const run *r, uint32_t begin, uint32_t n, float *t, size_t step,
                         float *bias) {
    const plx_matrix *m = &r->net->arc;
    float out[WIDEST];
    for (uint32_t j = 0; j < step; j++) {
        const float *column = r->net->root_t;
        if (j > 0 && j <= n) {
            r->kernels->outputs(m, r->sums + (size_t)(begin + j - 1) * m->n, out);
            column = out;
        }
        for (uint32_t k = 0; k < A; k++) {
            t[k * step + j] = column[k];
        }
        bias[j] = column[A];
    }
}

static void heads_of(const run *r, const tree_room *z, uint32_t begin, uint32_t n) {
    plx_arena_mark mark = plx_arena_mark_here(r->arena);
    uint32_t cols = n + 1;
    size_t step = (cols + 15) / 16 * 16;
    float *t = plx_arena_alloc(r->arena, A * step * sizeof(float), 64);
    float *score = plx_arena_alloc(r->arena, (size_t)n * cols * sizeof(float), 64);
    float *bias = plx_new_n(r->arena, float, step);
    float *apart = plx_new_n(r->arena, float, 2 * (size_t)n); /* of a head so far off, from -n on */
    through_arcs(r, begin, n, t, step, bias);
    for (uint32_t k = 1; k < n; k++) {
        apart[n - k] = r->net->distance[plx_net__distance(n - k, n)];
        apart[n + k] = r->net->distance[plx_net__distance(1 + k, 1)];
    }
    r->kernels->project(z->mlp_real + (size_t)begin * M, M, n, t, step, A, cols, score);
    for (uint32_t i = 0; i < n; i++) {
        float *row = score + (size_t)i * cols;
        row[0] = row[0] + bias[0] + r->net->distance[plx_net__distance(0, i + 1)];
        for (uint32_t j = 1; j <= n; j++) {
            row[j] = row[j] + bias[j] + apart[n - 1 - i + j];
        }
        row[i + 1] = -1e30F;
    }
    plx_lang__best_tree(score, n, r->arena, r->b->heads + begin);
    plx_arena_restore(r->arena, mark);
}

/* The product of two numbers of 127ths, all stored plus 128, rounded half away from 0: a number
 * x up to 16,511 divided by 127 is (x + 1) * 516 / 65,536, which vectors of 16 bits can do. */
static uint8_t product(uint8_t a, uint8_t b) {
    int16_t p = (int16_t)((a - 128) * (b - 128));
    uint16_t size = (uint16_t)((p < 0 ? -p : p) + 64);
    int16_t whole = (int16_t)((uint32_t)size * 516 >> 16);
    return (uint8_t)(128 + (p < 0 ? -whole : whole));
}

static void pair_inputs(const run *r, const tree_room *z, uint32_t begin, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *a = z->mlp + (size_t)(begin + i) * M + 2 * A;
        uint32_t head = r->b->heads[begin + i];
        uint8_t *out = z->pairs + (size_t)(begin + i) * 3 * R;
        uint8_t root[R];
        const uint8_t *h = root;
        if (head) {
            h = z->mlp + (size_t)(begin + head - 1) * M + 2 * A + R;
        } else {
            for (uint32_t k = 0; k < R; k++) {
                float x = r->net->root_rel[k];
                x = x > 1.0F ? 1.0F : x < -1.0F ? -1.0F : x;
                root[k] = (uint8_t)(int32_t)(x * 127.0F + 128.5F);
            }
        }
        for (uint32_t k = 0; k < R; k++) {
            out[k] = product(a[k], h[k]);
            out[R + k] = a[k];
            out[2 * R + k] = h[k];
        }
    }
}

static void trees(const run *r, const uint8_t *top) {
    uint32_t n = r->b->n;
    const plx_network *net = r->net;
    tree_room z = {
        .mlp = plx_arena_alloc(r->arena, (size_t)n * M, 64),
        .mlp_real = plx_arena_alloc(r->arena, (size_t)n * M * sizeof(float), 64),
        .heads = plx_arena_alloc(r->arena, (size_t)n * A + PLX_NET_PAD, 64),
        .pairs = plx_arena_alloc(r->arena, (size_t)n * 3 * R + PLX_NET_PAD, 64),
    };
    multiply(r, &net->mlp, top);
    for (uint32_t i = 0; i < n; i++) {
        r->kernels->squash(&net->mlp, r->sums + (size_t)i * M, z.mlp + (size_t)i * M,
                           z.mlp_real + (size_t)i * M);
        memcpy(z.heads + (size_t)i * A, z.mlp + (size_t)i * M + A, A);
    }
    multiply(r, &net->arc, z.heads);
    for (uint32_t s = 0; s < r->b->n_sentences; s++) {
        uint32_t begin = r->b->begin[s], len = r->b->begin[s + 1] - begin;
        heads_of(r, &z, begin, len);
        pair_inputs(r, &z, begin, len);
    }
    multiply(r, &net->rel, z.pairs);
    float out[WIDEST];
    for (uint32_t i = 0; i < n; i++) {
        r->kernels->outputs(&net->rel, r->sums + (size_t)i * net->rel.n, out);
        r->b->rels[i] = (uint8_t)r->kernels->largest(out, PLX_N_DEPRELS);
    }
}

void plx_net__run(const plx_network *net, const plx_net_batch *b, plx_arena *arena) {
    if (b->n == 0) {
        return;
    }
    plx_arena_mark mark = plx_arena_mark_here(arena);
    run r = {.net = net, .kernels = net->kernels, .b = b, .arena = arena};
    r.sums = plx_arena_alloc(arena, (size_t)b->n * WIDEST * sizeof(int32_t), 64);
    uint8_t *x = plx_arena_alloc(arena, (size_t)b->n * PLX_NET_INPUT + PLX_NET_PAD, 64);
    uint8_t *y = plx_arena_alloc(arena, (size_t)b->n * D + PLX_NET_PAD, 64);
    uint8_t *z = plx_arena_alloc(arena, (size_t)b->n * D + PLX_NET_PAD, 64);
    read_input(&r, x);
    layer(&r, 0, x, y);
    for (uint32_t l = 1; l < PLX_NET_SHARED; l++) {
        layer(&r, l, y, z);
        uint8_t *swap = y;
        y = z;
        z = swap;
    }
    tags(&r, y);
    layer(&r, NAME, y, z);
    names(&r, z);
    if (b->heads) {
        layer(&r, TREE, y, z);
        trees(&r, z);
    }
    plx_arena_restore(arena, mark);
}
