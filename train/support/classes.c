#include "support/classes.h"

#include "support/gemm.h"
#include "support/support.h"

#include <math.h>
#include <stdlib.h>

static void cluster(const float *x, size_t n, size_t dim, size_t k, uint64_t seed, uint16_t *out) {
    enum { STEP = 2048 };
    float *centre = must(malloc(k * dim * sizeof *centre));
    float *score = must(malloc(STEP * k * sizeof *score));
    for (size_t c = 0; c < k; c++) {
        memcpy(centre + c * dim, x + next_random(&seed) % PLX_MIN(n, (size_t)20000) * dim,
               dim * sizeof(float));
    }
    for (int round = 0; round < 8; round++) {
        for (size_t b = 0; b < n; b += STEP) {
            size_t m = PLX_MIN(n - b, (size_t)STEP);
            gemm(m, k, dim, x + b * dim, dim, 1, centre, 1, dim, score, k, 0);
            for (size_t i = 0; i < m; i++) {
                size_t best = 0;
                for (size_t c = 1; c < k; c++) {
                    best = score[i * k + c] > score[i * k + best] ? c : best;
                }
                out[b + i] = (uint16_t)best;
            }
        }
        memset(centre, 0, k * dim * sizeof *centre);
        for (size_t i = 0; i < n; i++) {
            for (size_t j = 0; j < dim; j++) {
                centre[out[i] * dim + j] += x[i * dim + j];
            }
        }
        for (size_t c = 0; c < k; c++) {
            float norm = 1e-9F;
            for (size_t j = 0; j < dim; j++) {
                norm += centre[c * dim + j] * centre[c * dim + j];
            }
            for (size_t j = 0; j < dim; j++) {
                centre[c * dim + j] /= sqrtf(norm);
            }
        }
    }
    free(centre);
    free(score);
}

plx_str classes_make(const plx_lang *lang, const char *path, plx_arena *a) {
    size_t n = lang->net.n_vectors, dim = PLX_NET_VECTOR;
    FILE *have = path ? fopen(path, "rb") : NULL;
    if (have) {
        fclose(have);
        return read_file(path);
    }
    float *x = must(malloc(n * dim * sizeof *x));
    for (size_t i = 0; i < n; i++) {
        float norm = 1e-9F;
        for (size_t k = 0; k < dim; k++) {
            x[i * dim + k] = lang->net.vectors[i * dim + k];
            norm += x[i * dim + k] * x[i * dim + k];
        }
        for (size_t k = 0; k < dim; k++) {
            x[i * dim + k] /= sqrtf(norm);
        }
    }
    uint16_t *class = must(malloc(n * sizeof *class));
    uint8_t *out = plx_new_n(a, uint8_t, 4 * n);
    static const size_t sizes[3] = {64, 256, 1024};
    for (int s = 0; s < 3; s++) {
        cluster(x, n, dim, sizes[s], (uint64_t)s + 7, class);
        for (size_t i = 0; i < n; i++) {
            out[4 * i + (size_t)s] = (uint8_t) class[i];
            if (s == 2) {
                out[4 * i + 3] = (uint8_t)(class[i] >> 8);
            }
        }
    }
    free(x);
    free(class);
    FILE *f = path ? fopen(path, "wb") : NULL;
    if (path && (!f || fwrite(out, 4, n, f) != n || fclose(f) != 0)) {
        die("%s: cannot be written", path);
    }
    return plx_str_n((const char *)out, 4 * n);
}
