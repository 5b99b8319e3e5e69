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

static float output(const plx_matrix *m, const int32_t *sums, uint32_t j) {
    return (float)(sums[j] - m->c[j]) * m->s[j] + m->b[j];
}

static uint32_t best_of(const plx_matrix *m, const int32_t *sums, uint32_t n) {
    uint32_t best = 0;
    float top = output(m, sums, 0);
    for (uint32_t j = 1; j < n; j++) {
        float x = output(m, sums, j);
        if (x > top) {
            top = x;
            best = j;
        }
    }
    return best;
}

static void tags(const run *r, const uint8_t *top) {
    const plx_matrix *m = &r->net->tag;
    multiply(r, m, top);
    for (uint32_t i = 0; i < r->b->n; i++) {
        r->b->tags[i] = (uint16_t)best_of(m, r->sums + (size_t)i * m->n, r->net->n_tags);
    }
}

static void names(const run *r, const uint8_t *top) {
    const plx_matrix *m = &r->net->name;
    multiply(r, m, top);
    for (uint32_t i = 0; i < r->b->n; i++) {
        for (uint32_t j = 0; j < PLX_NAME_LABELS; j++) {
            r->b->names[(size_t)i * PLX_NAME_LABELS + j] = output(m, r->sums + (size_t)i * m->n, j);
        }
    }
}

typedef struct tree_room {
    uint8_t *mlp;    /* n x M bytes */
    float *mlp_real; /* the same as floats */
    uint8_t *heads;  /* n x A bytes */
    float *through;  /* n x (A + 1): heads through the arc matrix, and their bias */
    uint8_t *pairs;  /* n x 3R bytes */
} tree_room;

static void heads_of(const run *r, const tree_room *z, uint32_t begin, uint32_t n) {
    plx_arena_mark mark = plx_arena_mark_here(r->arena);
    uint32_t cols = n + 1;
    float *t = plx_arena_alloc(r->arena, (size_t)A * cols * sizeof(float), 64);
    float *score = plx_arena_alloc(r->arena, (size_t)n * cols * sizeof(float), 64);
    for (uint32_t k = 0; k < A; k++) {
        t[k * cols] = r->net->root_t[k];
    }
    for (uint32_t j = 1; j <= n; j++) {
        const float *row = z->through + (size_t)(begin + j - 1) * (A + 1);
        for (uint32_t k = 0; k < A; k++) {
            t[k * cols + j] = row[k];
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        float *row = score + (size_t)i * cols;
        r->kernels->project(z->mlp_real + (size_t)(begin + i) * M, t, A, cols, cols, row);
        for (uint32_t j = 0; j <= n; j++) {
            float bias = j ? z->through[(size_t)(begin + j - 1) * (A + 1) + A] : r->net->root_t[A];
            row[j] =
                j == i + 1 ? -1e30F : row[j] + bias + r->net->distance[plx_net__distance(j, i + 1)];
        }
    }
    plx_lang__best_tree(score, n, r->arena, r->b->heads + begin);
    plx_arena_restore(r->arena, mark);
}

static uint8_t product(uint8_t a, uint8_t b) { /* of numbers stored plus 128 in 127ths */
    int32_t p = (a - 128) * (b - 128);
    return (uint8_t)(128 + (p >= 0 ? (p + 63) / 127 : -((-p + 63) / 127)));
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
        .through = plx_arena_alloc(r->arena, (size_t)n * (A + 1) * sizeof(float), 64),
        .pairs = plx_arena_alloc(r->arena, (size_t)n * 3 * R + PLX_NET_PAD, 64),
    };
    multiply(r, &net->mlp, top);
    for (uint32_t i = 0; i < n; i++) {
        r->kernels->squash(&net->mlp, r->sums + (size_t)i * M, z.mlp + (size_t)i * M,
                           z.mlp_real + (size_t)i * M);
        memcpy(z.heads + (size_t)i * A, z.mlp + (size_t)i * M + A, A);
    }
    multiply(r, &net->arc, z.heads);
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k <= A; k++) {
            z.through[(size_t)i * (A + 1) + k] =
                output(&net->arc, r->sums + (size_t)i * net->arc.n, k);
        }
    }
    for (uint32_t s = 0; s < r->b->n_sentences; s++) {
        uint32_t begin = r->b->begin[s], len = r->b->begin[s + 1] - begin;
        heads_of(r, &z, begin, len);
        pair_inputs(r, &z, begin, len);
    }
    multiply(r, &net->rel, z.pairs);
    for (uint32_t i = 0; i < n; i++) {
        r->b->rels[i] =
            (uint8_t)best_of(&net->rel, r->sums + (size_t)i * net->rel.n, PLX_N_DEPRELS);
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
