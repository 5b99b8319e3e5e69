/* kernels: the network's inner loops, in plain C and for what processors offer; all variants give
 * the same bits. */
#ifndef PLX_LANG_KERNELS_H
#define PLX_LANG_KERNELS_H

#include "lang/network.h"

typedef struct plx_kernels {
    const char *name;
    /* out[i * m->n + j] = exact sum over k of (x[i * m->k + k] - 128) * w(k, j), for `n` rows. */
    void (*multiply)(const plx_matrix *m, const uint8_t *x, size_t n, int32_t *out);
    /* One step of a layer in one direction. sums: the step's 4 * h integer sums, s and b their
     * scales and biases; c: the state, changed; out: h bytes, the output plus 128. */
    void (*cell)(const int32_t *sums, const float *s, const float *b, const float *v, uint32_t h,
                 float *c, uint8_t *out);
    /* out[j] = tanh(sums[j] * s[j] + b[j]) as bytes plus 128; as_float (may be NULL) the same
     * before rounding. */
    void (*squash)(const int32_t *sums, const float *s, const float *b, uint32_t n, uint8_t *out,
                   float *as_float);
    /* Sum of int8 rows times their scales, squashed to bytes. n_rows rows of FEATURE. */
    void (*sum_rows)(const int8_t *table, const float *scales, const uint16_t *rows,
                     uint32_t n_rows, uint8_t *out);
    /* score[j] = sum over k of x[k] * t[k * stride + j], j < n; k ascending. */
    void (*project)(const float *x, const float *t, uint32_t k, uint32_t stride, uint32_t n,
                    float *score);
} plx_kernels;

/* The fastest that this processor runs. */
const plx_kernels *plx_kernels__best(void);
/* All that this processor runs, plain C first; `n` tells how many. For tests. */
const plx_kernels *const *plx_kernels__all(size_t *n);

#endif
