/* kernels: the network's inner loops, in plain C and for what processors offer; all variants give
 * the same bits. */
#ifndef PLX_LANG_KERNELS_H
#define PLX_LANG_KERNELS_H

#include "lang/network.h"

enum {
    PLX_NET_PAD = 64,  /* bytes behind inputs */
    PLX_NET_UNITS = 64 /* of a layer that are stepped together */
};

/* Blocks of PLX_NET_BLOCK columns of a matrix: `n` of them from `first` on. */
typedef struct plx_blocks {
    uint32_t first, n;
} plx_blocks;

/* The steps of PLX_NET_UNITS units of a layer along a sentence in one direction. A unit has four
 * sums: its candidate, forget and reset gate, and highway; each gate's scales and biases stand
 * `units` behind those of the gate before. */
typedef struct plx_cells {
    const int32_t *sums; /* of the first step: [4][PLX_NET_UNITS] */
    ptrdiff_t sums_step; /* from a step's to the next's; negative when running back */
    uint32_t n;          /* steps */
    uint32_t units;
    const int32_t *c;       /* like s and b: taken off the sums */
    const float *s, *b, *v; /* v: of forget, and `units` behind it of reset */
    uint8_t *out;           /* of the first step: the outputs plus 128 */
    ptrdiff_t out_step;
} plx_cells;

typedef struct plx_kernels {
    const char *name;
    /* out[i * stride + j] = exact sum over k of x[i * m->k + k] * w(k, c), for `n` rows, where c is
     * the column at place j of the blocks side by side. What the 128 in each input adds, m->c, is
     * taken off by who uses the sums. PLX_NET_PAD bytes behind the last row can be read. */
    void (*multiply)(const plx_matrix *m, plx_blocks blocks, const uint8_t *x, size_t n,
                     int32_t *out, size_t stride);
    void (*cells)(const plx_cells *c);
    /* out[j] = tanh((sums[j] - m->c[j]) * m->s[j] + m->b[j]) as bytes plus 128, j < m->n; as_float
     * (may be NULL) the same before rounding. */
    void (*squash)(const plx_matrix *m, const int32_t *sums, uint8_t *out, float *as_float);
    /* Sum of int8 rows times their scales, squashed to bytes. n_rows rows of FEATURE. */
    void (*sum_rows)(const int8_t *table, const float *scales, const uint16_t *rows,
                     uint32_t n_rows, uint8_t *out);
    /* score[i * n + j] = sum over k < n_k of x[i * x_step + k] * t[k * t_step + j], j < n, k
     * ascending, for `n_rows` rows. Up to a multiple of 16 of j can t be read. */
    void (*project)(const float *x, size_t x_step, size_t n_rows, const float *t, size_t t_step,
                    uint32_t n_k, uint32_t n, float *score);
    /* out[j] = (sums[j] - m->c[j]) * m->s[j] + m->b[j], j < m->n. */
    void (*outputs)(const plx_matrix *m, const int32_t *sums, float *out);
    /* The first of the largest of n numbers. */
    uint32_t (*largest)(const float *x, uint32_t n);
} plx_kernels;

/* The fastest that this processor runs. */
const plx_kernels *plx_kernels__best(void);
/* All that this processor runs, plain C first; `n` tells how many. For tests. */
const plx_kernels *const *plx_kernels__all(size_t *n);

#endif
