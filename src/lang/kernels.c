#include "lang/kernels.h"

#include "lang/activate.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#define HAVE_X86 1
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#define HAVE_TILES 1
#endif
#endif

#define INLINE static inline __attribute__((always_inline))

enum { BLOCK = PLX_NET_BLOCK };

/* ---- products of bytes ----------------------------------------------------------------------- */

static void multiply_plain(const plx_matrix *m, const uint8_t *x, size_t n, int32_t *out) {
    for (size_t i = 0; i < n; i++) {
        const uint8_t *row = x + i * m->k;
        for (uint32_t block = 0; block < m->n; block += BLOCK) {
            const int8_t *w = m->w + (size_t)block * m->k;
            int32_t acc[BLOCK] = {0};
            for (uint32_t k = 0; k < m->k; k += 4) {
                for (uint32_t j = 0; j < BLOCK; j++, w += 4) {
                    acc[j] +=
                        row[k] * w[0] + row[k + 1] * w[1] + row[k + 2] * w[2] + row[k + 3] * w[3];
                }
            }
            for (uint32_t j = 0; j < BLOCK; j++) {
                out[i * m->n + block + j] = acc[j] - m->c[block + j];
            }
        }
    }
}

#ifdef HAVE_X86

/* Rows in groups: a block of weights is read once a group. */
__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) INLINE void vnni_rows(
    const plx_matrix *m, const uint8_t *x, uint32_t block, int32_t *out, const int rows) {
    __m512i acc[8][2];
    for (int r = 0; r < rows; r++) {
        acc[r][0] = acc[r][1] = _mm512_setzero_si512();
    }
    const int8_t *w = m->w + (size_t)block * m->k;
    for (uint32_t k = 0; k < m->k; k += 4, w += 128) {
        __m512i w0 = _mm512_loadu_si512(w), w1 = _mm512_loadu_si512(w + 64);
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, x + (size_t)r * m->k + k, sizeof four);
            __m512i xr = _mm512_set1_epi32(four);
            acc[r][0] = _mm512_dpbusd_epi32(acc[r][0], xr, w0);
            acc[r][1] = _mm512_dpbusd_epi32(acc[r][1], xr, w1);
        }
    }
    __m512i c0 = _mm512_loadu_si512(m->c + block), c1 = _mm512_loadu_si512(m->c + block + 16);
    for (int r = 0; r < rows; r++) {
        int32_t *to = out + (size_t)r * m->n + block;
        _mm512_storeu_si512(to, _mm512_sub_epi32(acc[r][0], c0));
        _mm512_storeu_si512(to + 16, _mm512_sub_epi32(acc[r][1], c1));
    }
}

__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) static void multiply_vnni(
    const plx_matrix *m, const uint8_t *x, size_t n, int32_t *out) {
    for (uint32_t block = 0; block < m->n; block += BLOCK) {
        size_t i = 0;
        for (; i + 8 <= n; i += 8) {
            vnni_rows(m, x + i * m->k, block, out + i * m->n, 8);
        }
        for (; i < n; i++) {
            vnni_rows(m, x + i * m->k, block, out + i * m->n, 1);
        }
    }
}

#ifdef HAVE_TILES
/* Tiles of 16 rows (AMX): the block layout is already what the tile product reads. Inputs come in
 * steps of 64; a rest of 32 has tiles of its own. */
#define TILE_TARGET                                                                                \
    __attribute__((target("amx-tile,amx-int8,avx512f,avx512bw,avx512vl,avx512vnni")))

typedef struct tile_config {
    uint8_t palette, start, zero[14];
    uint16_t bytes[16];
    uint8_t rows[16];
} tile_config;

TILE_TARGET static void tile_rows(const plx_matrix *m, const uint8_t *x, const int8_t *w,
                                  int32_t *sums) {
    uint32_t k = 0;
    _tile_zero(0);
    _tile_zero(1);
    for (; k + 64 <= m->k; k += 64) {
        _tile_loadd(2, x + k, m->k);
        _tile_loadd(3, w + (size_t)k * BLOCK, 128);
        _tile_loadd(4, w + (size_t)k * BLOCK + 64, 128);
        _tile_dpbusd(0, 2, 3);
        _tile_dpbusd(1, 2, 4);
    }
    if (k < m->k) {
        _tile_loadd(5, x + k, m->k);
        _tile_loadd(6, w + (size_t)k * BLOCK, 128);
        _tile_loadd(7, w + (size_t)k * BLOCK + 64, 128);
        _tile_dpbusd(0, 5, 6);
        _tile_dpbusd(1, 5, 7);
    }
    _tile_stored(0, sums, 128);
    _tile_stored(1, sums + 16, 128);
}

TILE_TARGET static void multiply_tiles(const plx_matrix *m, const uint8_t *x, size_t n,
                                       int32_t *out) {
    enum { MOST_K = 512 };
    if (m->k % 32 != 0 || m->k > MOST_K || n < 8) {
        multiply_vnni(m, x, n, out);
        return;
    }
    tile_config config = {.palette = 1};
    for (int i = 0; i < 8; i++) {
        config.bytes[i] = i == 5 ? 32 : 64;
        config.rows[i] = i == 6 || i == 7 ? 8 : 16;
    }
    _Alignas(64) int32_t sums[16 * BLOCK];
    _Alignas(64) uint8_t rest[16 * MOST_K];
    size_t whole = n / 16 * 16;
    if (whole < n) {
        memset(rest, 128, sizeof rest);
        memcpy(rest, x + whole * m->k, (n - whole) * m->k);
    }
    _tile_loadconfig(&config);
    for (uint32_t block = 0; block < m->n; block += BLOCK) {
        const int8_t *w = m->w + (size_t)block * m->k;
        __m512i c0 = _mm512_loadu_si512(m->c + block), c1 = _mm512_loadu_si512(m->c + block + 16);
        for (size_t i = 0; i < n; i += 16) {
            tile_rows(m, i < whole ? x + i * m->k : rest, w, sums);
            size_t rows = n - i < 16 ? n - i : 16;
            for (size_t r = 0; r < rows; r++) {
                int32_t *to = out + (i + r) * m->n + block;
                const int32_t *from = sums + r * BLOCK;
                _mm512_storeu_si512(to, _mm512_sub_epi32(_mm512_load_si512(from), c0));
                _mm512_storeu_si512(to + 16, _mm512_sub_epi32(_mm512_load_si512(from + 16), c1));
            }
        }
    }
    _tile_release();
}

/* Does the processor have them, and does the system let this process use them? */
static bool tiles_allowed(void) {
    unsigned a, b, c, d;
    enum { AMX_TILE = 1 << 24, AMX_INT8 = 1 << 25, ARCH_REQ_XCOMP_PERM = 0x1023, TILE_DATA = 18 };
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (d & AMX_TILE) && (d & AMX_INT8) &&
           syscall(SYS_arch_prctl, ARCH_REQ_XCOMP_PERM, TILE_DATA) == 0;
}
#endif

/* Eight columns at a time; bytes are widened to 16 bit, so that sums of pairs are exact. */
__attribute__((target("avx2"))) INLINE void avx2_rows(const plx_matrix *m, const uint8_t *x,
                                                      uint32_t block, uint32_t part, int32_t *out,
                                                      const int rows) {
    __m256i acc[4][2];
    for (int r = 0; r < rows; r++) {
        acc[r][0] = acc[r][1] = _mm256_setzero_si256();
    }
    const int8_t *w = m->w + (size_t)block * m->k + part * 32;
    for (uint32_t k = 0; k < m->k; k += 4, w += 128) {
        __m256i w0 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)w));
        __m256i w1 = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(const void *)(w + 16)));
        for (int r = 0; r < rows; r++) {
            int32_t four;
            memcpy(&four, x + (size_t)r * m->k + k, sizeof four);
            __m256i xr = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
            acc[r][0] = _mm256_add_epi32(acc[r][0], _mm256_madd_epi16(xr, w0));
            acc[r][1] = _mm256_add_epi32(acc[r][1], _mm256_madd_epi16(xr, w1));
        }
    }
    for (int r = 0; r < rows; r++) {
        __m256i pairs = _mm256_hadd_epi32(acc[r][0], acc[r][1]);
        __m256i sums = _mm256_permute4x64_epi64(pairs, 0xD8);
        const int32_t *c = m->c + block + part * 8;
        sums = _mm256_sub_epi32(sums, _mm256_loadu_si256((const __m256i *)(const void *)c));
        int32_t *to = out + (size_t)r * m->n + block + part * 8;
        _mm256_storeu_si256((__m256i *)(void *)to, sums);
    }
}

__attribute__((target("avx2"))) static void multiply_avx2(const plx_matrix *m, const uint8_t *x,
                                                          size_t n, int32_t *out) {
    for (uint32_t block = 0; block < m->n; block += BLOCK) {
        for (uint32_t part = 0; part < BLOCK / 8; part++) {
            size_t i = 0;
            for (; i + 4 <= n; i += 4) {
                avx2_rows(m, x + i * m->k, block, part, out + i * m->n, 4);
            }
            for (; i < n; i++) {
                avx2_rows(m, x + i * m->k, block, part, out + i * m->n, 1);
            }
        }
    }
}
#endif

/* ---- element by element ---------------------------------------------------------------------- */

/* Sixteen numbers at a time, in the compilers' vector types: one register, two or four, as the
 * processor has them; the same operations in the same order in each case. */
typedef float v16 __attribute__((vector_size(64)));
typedef int32_t i16 __attribute__((vector_size(64)));
typedef float v16_u __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t i16_u __attribute__((vector_size(64), aligned(4), may_alias));
typedef uint8_t b16_u __attribute__((vector_size(16), aligned(1), may_alias));

#define LOAD(p)  (*(const v16_u *)(const void *)(p))
#define LOADI(p) (*(const i16_u *)(const void *)(p))

INLINE void clamp(v16 *x) {
    const v16 top = {4.97F, 4.97F, 4.97F, 4.97F, 4.97F, 4.97F, 4.97F, 4.97F,
                     4.97F, 4.97F, 4.97F, 4.97F, 4.97F, 4.97F, 4.97F, 4.97F};
    i16 over = *x > top;
    *x = (v16)(((i16)*x & ~over) | ((i16)top & over));
    i16 under = *x < -top;
    *x = (v16)(((i16)*x & ~under) | ((i16)-top & under));
}

/* Numerator and denominator of plx_net_tanh. */
INLINE void fraction(const v16 *x, v16 *p, v16 *q) {
    v16 s = *x * *x;
    *p = *x * (135135.0F + s * (17325.0F + s * (378.0F + s)));
    *q = 135135.0F + s * (62370.0F + s * (3150.0F + s * 28.0F));
}

INLINE void tanh16(v16 *x) {
    v16 p, q;
    clamp(x);
    fraction(x, &p, &q);
    *x = p / q;
}

INLINE void put_bytes(const v16 *x, uint8_t *out) {
    i16 whole = __builtin_convertvector(*x * 127.0F + 128.5F, i16);
    *(b16_u *)(void *)out = __builtin_convertvector(whole, b16_u);
}

/* h is a multiple of 16. One division serves three curves: a/b, c/d, e/f = (a d f, ...) / (b d f);
 * the denominators stay below 4.1e6, their product far inside a float. */
INLINE void cell_body(const int32_t *sums, const float *s, const float *b, const float *v,
                      uint32_t h, float *c, uint8_t *out) {
    for (uint32_t k = 0; k < h; k += 16) {
        v16 old = LOAD(c + k);
        v16 u = __builtin_convertvector(LOADI(sums + k), v16) * LOAD(s + k) + LOAD(b + k);
        v16 f = __builtin_convertvector(LOADI(sums + h + k), v16) * LOAD(s + h + k) +
                LOAD(b + h + k) + LOAD(v + k) * old;
        v16 r = __builtin_convertvector(LOADI(sums + 2 * h + k), v16) * LOAD(s + 2 * h + k) +
                LOAD(b + 2 * h + k) + LOAD(v + h + k) * old;
        v16 x = __builtin_convertvector(LOADI(sums + 3 * h + k), v16) * LOAD(s + 3 * h + k) +
                LOAD(b + 3 * h + k);
        f = f * 0.5F;
        r = r * 0.5F;
        clamp(&f);
        clamp(&r);
        clamp(&x);
        v16 fp, fq, rp, rq, xp, xq;
        fraction(&f, &fp, &fq);
        fraction(&r, &rp, &rq);
        fraction(&x, &xp, &xq);
        v16 rx = rq * xq;
        v16 inverse = 1.0F / (fq * rx);
        f = 0.5F + 0.5F * (fp * (rx * inverse));
        v16 fi = fq * inverse;
        r = 0.5F + 0.5F * (rp * (xq * fi));
        x = xp * (rq * fi);
        v16 now = u + f * (old - u);
        *(v16_u *)(void *)(c + k) = now;
        tanh16(&now);
        now = x + r * (now - x);
        put_bytes(&now, out + k);
    }
}

/* n is a multiple of 16. */
INLINE void squash_body(const int32_t *sums, const float *s, const float *b, uint32_t n,
                        uint8_t *out, float *as_float) {
    for (uint32_t j = 0; j < n; j += 16) {
        v16 x = __builtin_convertvector(LOADI(sums + j), v16) * LOAD(s + j) + LOAD(b + j);
        tanh16(&x);
        if (as_float) {
            *(v16_u *)(void *)(as_float + j) = x;
        }
        put_bytes(&x, out + j);
    }
}

typedef int8_t c16_u __attribute__((vector_size(16), aligned(1), may_alias));

INLINE void sum_rows_body(const int8_t *table, const float *scales, const uint16_t *rows,
                          uint32_t n_rows, uint8_t *out) {
    v16 sum[PLX_NET_FEATURE / 16] = {{0}};
    for (uint32_t i = 0; i < n_rows; i++) {
        const int8_t *row = table + (size_t)rows[i] * PLX_NET_FEATURE;
        float scale = scales[rows[i]];
        for (uint32_t k = 0; k < PLX_NET_FEATURE / 16; k++) {
            sum[k] +=
                __builtin_convertvector(*(const c16_u *)(const void *)(row + 16 * k), v16) * scale;
        }
    }
    for (uint32_t k = 0; k < PLX_NET_FEATURE / 16; k++) {
        tanh16(&sum[k]);
        put_bytes(&sum[k], out + 16 * k);
    }
}

INLINE void project_body(const float *restrict x, const float *restrict t, uint32_t n_k,
                         uint32_t stride, uint32_t n, float *restrict score) {
    for (uint32_t j = 0; j < n; j++) {
        score[j] = 0;
    }
    for (uint32_t k = 0; k < n_k; k++) {
        const float *row = t + (size_t)k * stride;
        for (uint32_t j = 0; j < n; j++) {
            score[j] += x[k] * row[j];
        }
    }
}

#define VARIANT(suffix, attribute)                                                                 \
    attribute static void cell_##suffix(const int32_t *sums, const float *s, const float *b,       \
                                        const float *v, uint32_t h, float *c, uint8_t *out) {      \
        cell_body(sums, s, b, v, h, c, out);                                                       \
    }                                                                                              \
    attribute static void squash_##suffix(const int32_t *sums, const float *s, const float *b,     \
                                          uint32_t n, uint8_t *out, float *as_float) {             \
        squash_body(sums, s, b, n, out, as_float);                                                 \
    }                                                                                              \
    attribute static void sum_rows_##suffix(const int8_t *table, const float *scales,              \
                                            const uint16_t *rows, uint32_t n_rows, uint8_t *out) { \
        sum_rows_body(table, scales, rows, n_rows, out);                                           \
    }                                                                                              \
    attribute static void project_##suffix(const float *x, const float *t, uint32_t k,             \
                                           uint32_t stride, uint32_t n, float *score) {            \
        project_body(x, t, k, stride, n, score);                                                   \
    }                                                                                              \
    static const plx_kernels kernels_##suffix = {#suffix,           multiply_##suffix,             \
                                                 cell_##suffix,     squash_##suffix,               \
                                                 sum_rows_##suffix, project_##suffix};

VARIANT(plain, )
#ifdef HAVE_X86
VARIANT(avx2, __attribute__((target("avx2"))))
VARIANT(vnni, __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni"))))
#endif

#ifdef HAVE_TILES
static const plx_kernels kernels_tiles = {"tiles",     multiply_tiles, cell_vnni,
                                          squash_vnni, sum_rows_vnni,  project_vnni};
#endif

const plx_kernels *const *plx_kernels__all(size_t *n) {
    static const plx_kernels *const all[] = {
        &kernels_plain,
#ifdef HAVE_X86
        &kernels_avx2,
        &kernels_vnni,
#endif
#ifdef HAVE_TILES
        &kernels_tiles,
#endif
    };
    *n = 1;
#ifdef HAVE_X86
    if (__builtin_cpu_supports("avx2")) {
        *n = 2;
        if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni")) {
            *n = 3;
#ifdef HAVE_TILES
            *n += tiles_allowed();
#endif
        }
    }
#endif
    return all;
}

const plx_kernels *plx_kernels__best(void) {
    size_t n;
    const plx_kernels *const *all = plx_kernels__all(&n);
    return all[n - 1];
}
