/* Packed panels and one register-blocked kernel (after Goto and van de Geijn, "Anatomy of
 * High-Performance Matrix Multiplication", 2008), in the compiler's vector types. */
#include "support/gemm.h"

#include "support/support.h"

#include <stdlib.h>

#ifdef __AMX_BF16__
#define HAVE_TILES 1
#include <immintrin.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#ifdef __AVX512F__
enum { LANES = 16, MR = 12, NR = 32 };
#else
enum { LANES = 8, MR = 6, NR = 16 };
#endif
enum { KC = 320 };

typedef float lane __attribute__((vector_size(LANES * 4)));
typedef float lane_u __attribute__((vector_size(LANES * 4), aligned(4), may_alias));

static float *room(float **p, size_t *have, size_t want) {
    if (*have < want) {
        free(*p);
        *p = must(aligned_alloc(64, (want * sizeof(float) + 63) / 64 * 64));
        *have = want;
    }
    return *p;
}

static void kernel(size_t k, const float *restrict a, const float *restrict b, float *out) {
    lane acc[MR][NR / LANES] = {{{0}}};
    for (size_t p = 0; p < k; p++) {
        lane b0 = *(const lane *)(const void *)b, b1 = *(const lane *)(const void *)(b + LANES);
#pragma GCC unroll 12
        for (int i = 0; i < MR; i++) {
            acc[i][0] += a[i] * b0;
            acc[i][1] += a[i] * b1;
        }
        a += MR;
        b += NR;
    }
#pragma GCC unroll 12
    for (int i = 0; i < MR; i++) {
        *(lane *)(void *)(out + i * NR) = acc[i][0];
        *(lane *)(void *)(out + i * NR + LANES) = acc[i][1];
    }
}

/* to[p * width + i] = from[i * step + p * along], zero beyond `have`; reads in the order of memory.
 */
static void pack(const float *restrict from, size_t step, size_t along, size_t have, size_t width,
                 size_t k, float *restrict to) {
    if (have < width) {
        memset(to, 0, k * width * sizeof(float));
    }
    if (step == 1) {
        for (size_t p = 0; p < k; p++) {
            memcpy(to + p * width, from + p * along, have * sizeof(float));
        }
        return;
    }
    for (size_t i = 0; i < have; i++) {
        for (size_t p = 0; p < k; p++) {
            to[p * width + i] = from[i * step + p * along];
        }
    }
}

#ifdef HAVE_TILES
/* The same with tiles of 16-bit floats (AMX), sums in 32 bits: 32 x 32 results from pairs of tiles.
 * A: [panel][block of 32 k][32 rows][32 k]; B: [panel][block of 32 k][16 pairs of k][32
 * columns][2].
 */
enum { TILE = 32 };

static bool tiles_allowed(void) {
    static int known = -1;
    if (known < 0) {
        enum { ARCH_REQ_XCOMP_PERM = 0x1023, XFEATURE_XTILEDATA = 18 };
        known = syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA) == 0;
    }
    return known == 1;
}

static uint32_t half_bits(float x) { /* rounded to the nearest 16-bit float, in the high half */
    uint32_t u;
    memcpy(&u, &x, sizeof u);
    return u + 0x7FFF + ((u >> 16) & 1);
}

static void to_a(const float *restrict from, size_t step, size_t along, size_t have, size_t k,
                 uint16_t *restrict to) {
    size_t blocks = (k + TILE - 1) / TILE;
    memset(to, 0, blocks * TILE * TILE * sizeof *to);
    for (size_t kb = 0; kb < blocks; kb++) {
        size_t kc = PLX_MIN((size_t)TILE, k - kb * TILE);
        uint16_t *block = to + kb * TILE * TILE;
        if (step == 1) {
            for (size_t p = 0; p < kc; p++) {
                const float *x = from + (kb * TILE + p) * along;
                for (size_t i = 0; i < have; i++) {
                    block[i * TILE + p] = (uint16_t)(half_bits(x[i]) >> 16);
                }
            }
            continue;
        }
        for (size_t i = 0; i < have; i++) {
            const float *x = from + i * step + kb * TILE * along;
            for (size_t p = 0; p < kc; p++) {
                block[i * TILE + p] = (uint16_t)(half_bits(x[p * along]) >> 16);
            }
        }
    }
}

static void to_b(const float *restrict from, size_t step, size_t along, size_t have, size_t k,
                 uint32_t *restrict to) {
    static float rows[2][TILE];
    size_t pairs = (k + TILE - 1) / TILE * (TILE / 2);
    if (step != 1) { /* column by column, as memory lies */
        memset(to, 0, pairs * TILE * sizeof *to);
        for (size_t j = 0; j < have; j++) {
            const float *x = from + j * step;
            for (size_t p = 0; p + 1 < k; p += 2) {
                to[p / 2 * TILE + j] =
                    half_bits(x[p * along]) >> 16 | (half_bits(x[(p + 1) * along]) & 0xFFFF0000U);
            }
            if (k % 2) {
                to[k / 2 * TILE + j] = half_bits(x[(k - 1) * along]) >> 16;
            }
        }
        return;
    }
    for (size_t p = 0; p < pairs; p++) {
        for (size_t q = 0; q < 2; q++) {
            memset(rows[q], 0, sizeof rows[q]);
            if (2 * p + q < k) {
                memcpy(rows[q], from + (2 * p + q) * along, have * sizeof(float));
            }
        }
        for (size_t j = 0; j < TILE; j++) {
            to[p * TILE + j] = half_bits(rows[0][j]) >> 16 | (half_bits(rows[1][j]) & 0xFFFF0000U);
        }
    }
}

static void tile_kernel(size_t blocks, const uint16_t *a, const uint32_t *b, float *out) {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (size_t k = 0; k < blocks; k++) {
        _tile_loadd(4, a, TILE * 2);
        _tile_loadd(5, a + 16 * TILE, TILE * 2);
        _tile_loadd(6, b, TILE * 4);
        _tile_loadd(7, b + 16, TILE * 4);
        _tile_dpbf16ps(0, 4, 6);
        _tile_dpbf16ps(1, 4, 7);
        _tile_dpbf16ps(2, 5, 6);
        _tile_dpbf16ps(3, 5, 7);
        a += TILE * TILE;
        b += TILE * TILE / 2;
    }
    _tile_stored(0, out, TILE * 4);
    _tile_stored(1, out + 16, TILE * 4);
    _tile_stored(2, out + 16 * TILE, TILE * 4);
    _tile_stored(3, out + 16 * TILE + 16, TILE * 4);
}

static void tile_gemm(size_t m, size_t n, size_t k, const float *a, size_t a_row, size_t a_col,
                      const float *b, size_t b_row, size_t b_col, float *c, size_t ldc,
                      int accumulate) {
    static float *pa, *pb;
    static size_t na, nb;
    _Alignas(64) float out[TILE * TILE];
    struct {
        uint8_t palette, start, zero[14];
        uint16_t bytes[16];
        uint8_t rows[16];
    } config = {.palette = 1};
    for (int i = 0; i < 8; i++) {
        config.bytes[i] = 64;
        config.rows[i] = 16;
    }
    _tile_loadconfig(&config);
    size_t mp = (m + TILE - 1) / TILE, np = (n + TILE - 1) / TILE, blocks = (k + TILE - 1) / TILE;
    size_t panel = blocks * TILE * TILE;
    uint16_t *ap = (uint16_t *)(void *)room(&pa, &na, mp * panel / 2);
    uint32_t *bp = (uint32_t *)(void *)room(&pb, &nb, np * panel / 2);
    for (size_t i = 0; i < mp; i++) {
        to_a(a + i * TILE * a_row, a_row, a_col, PLX_MIN((size_t)TILE, m - i * TILE), k,
             ap + i * panel);
    }
    for (size_t j = 0; j < np; j++) {
        to_b(b + j * TILE * b_col, b_col, b_row, PLX_MIN((size_t)TILE, n - j * TILE), k,
             bp + j * panel / 2);
    }
    for (size_t jp = 0; jp < np; jp++) {
        size_t w = PLX_MIN((size_t)TILE, n - jp * TILE);
        for (size_t ip = 0; ip < mp; ip++) {
            tile_kernel(blocks, ap + ip * panel, bp + jp * panel / 2, out);
            size_t h = PLX_MIN((size_t)TILE, m - ip * TILE);
            for (size_t i = 0; i < h; i++) {
                float *to = c + (ip * TILE + i) * ldc + jp * TILE;
                for (size_t j = 0; j < w; j++) {
                    to[j] = accumulate ? to[j] + out[i * TILE + j] : out[i * TILE + j];
                }
            }
        }
    }
}
#endif

void gemm(size_t m, size_t n, size_t k, const float *a, size_t a_row, size_t a_col, const float *b,
          size_t b_row, size_t b_col, float *c, size_t ldc, int accumulate) {
#ifdef HAVE_TILES
    if (m * n * k > 100000 && tiles_allowed()) {
        tile_gemm(m, n, k, a, a_row, a_col, b, b_row, b_col, c, ldc, accumulate);
        return;
    }
#endif
    static float *pa, *pb;
    static size_t na, nb;
    _Alignas(64) float out[MR * NR];
    size_t mp = (m + MR - 1) / MR, np = (n + NR - 1) / NR;
    for (size_t k0 = 0; k0 < k; k0 += KC) {
        size_t kc = PLX_MIN((size_t)KC, k - k0);
        float *ap = room(&pa, &na, mp * MR * kc), *bp = room(&pb, &nb, np * NR * kc);
        for (size_t ip = 0; ip < mp; ip++) {
            pack(a + ip * MR * a_row + k0 * a_col, a_row, a_col, PLX_MIN((size_t)MR, m - ip * MR),
                 MR, kc, ap + ip * MR * kc);
        }
        for (size_t jp = 0; jp < np; jp++) {
            pack(b + jp * NR * b_col + k0 * b_row, b_col, b_row, PLX_MIN((size_t)NR, n - jp * NR),
                 NR, kc, bp + jp * NR * kc);
        }
        for (size_t jp = 0; jp < np; jp++) {
            size_t w = PLX_MIN((size_t)NR, n - jp * NR);
            for (size_t ip = 0; ip < mp; ip++) {
                kernel(kc, ap + ip * MR * kc, bp + jp * NR * kc, out);
                size_t h = PLX_MIN((size_t)MR, m - ip * MR);
                for (size_t i = 0; i < h; i++) {
                    float *to = c + (ip * MR + i) * ldc + jp * NR;
                    if (accumulate || k0) {
                        for (size_t j = 0; j < w; j++) {
                            to[j] += out[i * NR + j];
                        }
                    } else {
                        for (size_t j = 0; j < w; j++) {
                            to[j] = out[i * NR + j];
                        }
                    }
                }
            }
        }
    }
}
