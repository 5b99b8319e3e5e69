/* gemm: C (+)= A * B for row-major float matrices of any layout. */
#ifndef PLX_TRAIN_GEMM_H
#define PLX_TRAIN_GEMM_H

#include <stddef.h>

/* Element (i, k) of A is a[i * a_row + k * a_col], and so on; C is m x n with row stride ldc.
 * accumulate: add to C, else overwrite. One thread. */
void gemm(size_t m, size_t n, size_t k, const float *a, size_t a_row, size_t a_col, const float *b,
          size_t b_row, size_t b_col, float *c, size_t ldc, int accumulate);

#endif
