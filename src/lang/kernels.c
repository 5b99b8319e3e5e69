#include "lang/kernels.h"

#include "lang/activate.h"

#include <math.h>

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

static uint32_t block_at(plx_blocks blocks, uint32_t i) { return (blocks.first + i) * BLOCK; }

static void multiply_plain(const plx_matrix *m, plx_blocks blocks, const uint8_t *x, size_t n,
                           int32_t *out, size_t stride) {
    for (size_t i = 0; i < n; i++) {
        const uint8_t *row = x + i * m->k;
        for (uint32_t at = 0; at < blocks.n; at++) {
            uint32_t block = block_at(blocks, at);
            const int8_t *w = m->w + (size_t)block * m->k;
            int32_t acc[BLOCK] = {0};
            for (uint32_t k = 0; k < m->k; k += 4) {
                for (uint32_t j = 0; j < BLOCK; j++, w += 4) {
                    acc[j] +=
                        row[k] * w[0] + row[k + 1] * w[1] + row[k + 2] * w[2] + row[k + 3] * w[3];
                }
            }
            for (uint32_t j = 0; j < BLOCK; j++) {
                out[i * stride + at * BLOCK + j] = acc[j];
            }
        }
    }
}

#ifdef HAVE_X86

/* Rows in groups: a block of weights is read once a group. */
__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) INLINE void vnni_rows(
    const plx_matrix *m, const uint8_t *x, uint32_t block, int32_t *out, size_t stride,
    const int rows) {
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
    for (int r = 0; r < rows; r++) {
        int32_t *to = out + (size_t)r * stride;
        _mm512_storeu_si512(to, acc[r][0]);
        _mm512_storeu_si512(to + 16, acc[r][1]);
    }
}

__attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"))) static void multiply_vnni(
    const plx_matrix *m, plx_blocks blocks, const uint8_t *x, size_t n, int32_t *out,
    size_t stride) {
    for (uint32_t at = 0; at < blocks.n; at++, out += BLOCK) {
        uint32_t block = block_at(blocks, at);
        size_t i = 0;
        for (; i + 8 <= n; i += 8) {
            vnni_rows(m, x + i * m->k, block, out + i * stride, stride, 8);
        }
        for (; i < n; i++) {
            vnni_rows(m, x + i * m->k, block, out + i * stride, stride, 1);
        }
    }
}

#ifdef HAVE_TILES
/* Tiles of 16 rows (AMX): the block layout is already what the tile product reads. Two tiles of
 * inputs meet the two of a block at a time, so that each that is loaded serves two products. The
 * last tile of rows overlaps the one before. Inputs come in steps of 64; behind a rest of 32 the
 * weights are zero, and what stands there in the inputs counts for nothing. */
#define TILE_TARGET                                                                                \
    __attribute__((target("amx-tile,amx-int8,avx512f,avx512bw,avx512vl,avx512vnni")))

enum { TILE = 16, STEP = 64, STEP_BYTES = STEP * BLOCK };
_Static_assert(STEP / 2 <= PLX_NET_PAD, "the last row is read beyond");

typedef struct tile_config {
    uint8_t palette, start, zero[14];
    uint16_t bytes[16];
    uint8_t rows[16];
} tile_config;

/* A block of weights. */
typedef struct tile_block {
    const int8_t *w, *rest; /* rest: the last step, where it is half a one */
    uint32_t k;
} tile_block;

INLINE const int8_t *weights_at(const tile_block *b, uint32_t k) {
    return b->k - k < STEP ? b->rest : b->w + (size_t)k * BLOCK;
}

/* Sums of TILE rows of x, `bytes` from row to row. */
TILE_TARGET static void tile_one(const tile_block *b, const uint8_t *x, int32_t *out,
                                 size_t bytes) {
    _tile_zero(0);
    _tile_zero(1);
    for (uint32_t k = 0; k < b->k; k += STEP) {
        const int8_t *w = weights_at(b, k);
        _tile_loadd(4, x + k, b->k);
        _tile_loadd(6, w, 4 * BLOCK);
        _tile_dpbusd(0, 4, 6);
        _tile_loadd(7, w + STEP, 4 * BLOCK);
        _tile_dpbusd(1, 4, 7);
    }
    _tile_stored(0, out, bytes);
    _tile_stored(1, out + TILE, bytes);
}

/* The same of TILE rows of x and of y. */
TILE_TARGET static void tile_two(const tile_block *b, const uint8_t *x, int32_t *out,
                                 const uint8_t *y, int32_t *out_y, size_t bytes) {
    _tile_zero(0);
    _tile_zero(1);
    _tile_zero(2);
    _tile_zero(3);
    for (uint32_t k = 0; k < b->k; k += STEP) {
        const int8_t *w = weights_at(b, k);
        _tile_loadd(4, x + k, b->k);
        _tile_loadd(6, w, 4 * BLOCK);
        _tile_dpbusd(0, 4, 6);
        _tile_loadd(7, w + STEP, 4 * BLOCK);
        _tile_dpbusd(1, 4, 7);
        _tile_loadd(5, y + k, b->k);
        _tile_dpbusd(2, 5, 6);
        _tile_dpbusd(3, 5, 7);
    }
    _tile_stored(0, out, bytes);
    _tile_stored(1, out + TILE, bytes);
    _tile_stored(2, out_y, bytes);
    _tile_stored(3, out_y + TILE, bytes);
}

TILE_TARGET static void multiply_tiles(const plx_matrix *m, plx_blocks blocks, const uint8_t *x,
                                       size_t n, int32_t *out, size_t stride) {
    if (m->k % (STEP / 2) != 0 || n < TILE) {
        multiply_vnni(m, blocks, x, n, out, stride);
        return;
    }
    tile_config config = {.palette = 1};
    for (int i = 0; i < 8; i++) {
        config.bytes[i] = STEP;
        config.rows[i] = TILE;
    }
    _Alignas(64) int8_t rest[STEP_BYTES] = {0};
    tile_block b = {.rest = rest, .k = m->k};
    _tile_loadconfig(&config);
    for (uint32_t at = 0; at < blocks.n; at++, out += BLOCK) {
        b.w = m->w + (size_t)block_at(blocks, at) * m->k;
        if (m->k % STEP != 0) {
            memcpy(rest, b.w + (size_t)(m->k - STEP / 2) * BLOCK, STEP_BYTES / 2);
        }
        for (size_t i = 0; i < n; i += 2 * TILE) {
            size_t last = n - TILE, row = PLX_MIN(i, last), next = PLX_MIN(i + TILE, last);
            if (next > row) {
                tile_two(&b, x + row * m->k, out + row * stride, x + next * m->k,
                         out + next * stride, stride * sizeof *out);
            } else {
                tile_one(&b, x + row * m->k, out + row * stride, stride * sizeof *out);
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
                                                      size_t stride, const int rows) {
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
        int32_t *to = out + (size_t)r * stride + part * 8;
        _mm256_storeu_si256((__m256i *)(void *)to, sums);
    }
}

__attribute__((target("avx2"))) static void multiply_avx2(const plx_matrix *m, plx_blocks blocks,
                                                          const uint8_t *x, size_t n, int32_t *out,
                                                          size_t stride) {
    for (uint32_t at = 0; at < blocks.n; at++, out += BLOCK) {
        uint32_t block = block_at(blocks, at);
        for (uint32_t part = 0; part < BLOCK / 8; part++) {
            size_t i = 0;
            for (; i + 4 <= n; i += 4) {
                avx2_rows(m, x + i * m->k, block, part, out + i * stride, stride, 4);
            }
            for (; i < n; i++) {
                avx2_rows(m, x + i * m->k, block, part, out + i * stride, stride, 1);
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
/* (sums - c) * s */
#define SCALED(sums, c, s) (__builtin_convertvector(LOADI(sums) - LOADI(c), v16) * LOAD(s))

INLINE void clamp(v16 *x) {
    for (int i = 0; i < 16; i++) {
        (*x)[i] = (*x)[i] > 4.97F ? 4.97F : (*x)[i];
    }
    for (int i = 0; i < 16; i++) {
        (*x)[i] = (*x)[i] < -4.97F ? -4.97F : (*x)[i];
    }
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

/* A step of 16 units. One division serves three curves: a/b, c/d, e/f = (a d f, ...) / (b d f); the
 * denominators stay below 4.1e6, their product far inside a float. */
INLINE void cell_step(const plx_cells *z, const int32_t *sums, uint32_t k, v16 *state,
                      uint8_t *out) {
    uint32_t h = z->units;
    const int32_t *c = z->c + k;
    const float *s = z->s + k, *b = z->b + k, *v = z->v + k;
    v16 old = *state;
    v16 u = SCALED(sums, c, s) + LOAD(b);
    v16 f = SCALED(sums + PLX_NET_UNITS, c + h, s + h) + LOAD(b + h) + LOAD(v) * old;
    v16 r = SCALED(sums + 2 * PLX_NET_UNITS, c + 2 * h, s + 2 * h) + LOAD(b + 2 * h) +
            LOAD(v + h) * old;
    v16 x = SCALED(sums + 3 * PLX_NET_UNITS, c + 3 * h, s + 3 * h) + LOAD(b + 3 * h);
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
    *state = now;
    tanh16(&now);
    now = x + r * (now - x);
    put_bytes(&now, out);
}

/* Four times 16 units side by side: one counts while the others wait for what they count with. */
INLINE void cells_body(const plx_cells *z) {
    enum { PARTS = PLX_NET_UNITS / 16 };
    v16 state[PARTS] = {{0}};
    for (ptrdiff_t i = 0; i < (ptrdiff_t)z->n; i++) {
        for (uint32_t k = 0; k < PARTS; k++) {
            cell_step(z, z->sums + i * z->sums_step + 16 * k, 16 * k, &state[k],
                      z->out + i * z->out_step + 16 * k);
        }
    }
}

#ifdef HAVE_X86
/* The same operations by hand for the widest registers, with minima and maxima for what compilers
 * compare and choose; halves of scales and biases are taken once a sentence. */
#define WIDE   __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#define SET(x) _mm512_set1_ps(x)

typedef struct wide_gates {
    __m512i c[4];
    __m512 s[4], b[4], v[2];
} wide_gates;

WIDE INLINE __m512 wide_clamp(__m512 x) {
    return _mm512_max_ps(_mm512_min_ps(x, SET(4.97F)), SET(-4.97F));
}

WIDE INLINE void wide_fraction(__m512 x, __m512 *p, __m512 *q) {
    __m512 s = _mm512_mul_ps(x, x);
    __m512 a = _mm512_add_ps(SET(17325.0F), _mm512_mul_ps(s, _mm512_add_ps(SET(378.0F), s)));
    __m512 b = _mm512_add_ps(SET(3150.0F), _mm512_mul_ps(s, SET(28.0F)));
    b = _mm512_add_ps(SET(62370.0F), _mm512_mul_ps(s, b));
    *p = _mm512_mul_ps(x, _mm512_add_ps(SET(135135.0F), _mm512_mul_ps(s, a)));
    *q = _mm512_add_ps(SET(135135.0F), _mm512_mul_ps(s, b));
}

WIDE INLINE __m512 wide_tanh(__m512 x) {
    __m512 p, q;
    wide_fraction(wide_clamp(x), &p, &q);
    return _mm512_div_ps(p, q);
}

WIDE INLINE void wide_put(__m512 x, uint8_t *out) {
    x = _mm512_add_ps(_mm512_mul_ps(x, SET(127.0F)), SET(128.5F));
    _mm_storeu_si128((__m128i *)(void *)out, _mm512_cvtepi32_epi8(_mm512_cvttps_epi32(x)));
}

WIDE INLINE __m512 wide_sum(const int32_t *sums, const wide_gates *g, int gate) {
    __m512 whole = _mm512_cvtepi32_ps(_mm512_sub_epi32(_mm512_loadu_si512(sums), g->c[gate]));
    return _mm512_add_ps(_mm512_mul_ps(whole, g->s[gate]), g->b[gate]);
}

WIDE INLINE __m512 wide_sigmoid(__m512 p, __m512 inverse) {
    return _mm512_add_ps(SET(0.5F), _mm512_mul_ps(SET(0.5F), _mm512_mul_ps(p, inverse)));
}

WIDE INLINE __m512 wide_step(const int32_t *sums, const wide_gates *g, __m512 old, uint8_t *out) {
    __m512 u = wide_sum(sums, g, 0), x = wide_sum(sums + 3 * PLX_NET_UNITS, g, 3);
    __m512 f = _mm512_add_ps(wide_sum(sums + PLX_NET_UNITS, g, 1), _mm512_mul_ps(g->v[0], old));
    __m512 r = _mm512_add_ps(wide_sum(sums + 2 * PLX_NET_UNITS, g, 2), _mm512_mul_ps(g->v[1], old));
    __m512 fp, fq, rp, rq, xp, xq;
    wide_fraction(wide_clamp(f), &fp, &fq);
    wide_fraction(wide_clamp(r), &rp, &rq);
    wide_fraction(wide_clamp(x), &xp, &xq);
    __m512 rx = _mm512_mul_ps(rq, xq), inverse = _mm512_div_ps(SET(1.0F), _mm512_mul_ps(fq, rx));
    f = wide_sigmoid(fp, _mm512_mul_ps(rx, inverse));
    __m512 fi = _mm512_mul_ps(fq, inverse);
    r = wide_sigmoid(rp, _mm512_mul_ps(xq, fi));
    x = _mm512_mul_ps(xp, _mm512_mul_ps(rq, fi));
    __m512 now = _mm512_add_ps(u, _mm512_mul_ps(f, _mm512_sub_ps(old, u)));
    wide_put(_mm512_add_ps(x, _mm512_mul_ps(r, _mm512_sub_ps(wide_tanh(now), x))), out);
    return now;
}

WIDE INLINE __m512 wide_output(const plx_matrix *m, const int32_t *sums, uint32_t j) {
    __m512i whole = _mm512_sub_epi32(_mm512_loadu_si512(sums + j), _mm512_loadu_si512(m->c + j));
    __m512 x = _mm512_mul_ps(_mm512_cvtepi32_ps(whole), _mm512_loadu_ps(m->s + j));
    return _mm512_add_ps(x, _mm512_loadu_ps(m->b + j));
}

WIDE static void outputs_wide(const plx_matrix *m, const int32_t *sums, float *out) {
    for (uint32_t j = 0; j < m->n; j += 16) {
        _mm512_storeu_ps(out + j, wide_output(m, sums, j));
    }
}

WIDE static void squash_wide(const plx_matrix *m, const int32_t *sums, uint8_t *out,
                             float *as_float) {
    for (uint32_t j = 0; j < m->n; j += 16) {
        __m512 x = wide_tanh(wide_output(m, sums, j));
        if (as_float) {
            _mm512_storeu_ps(as_float + j, x);
        }
        wide_put(x, out + j);
    }
}

INLINE __mmask16 first_of(uint32_t n) { return (__mmask16)(n < 16 ? (1U << n) - 1 : 0xFFFFU); }

/* The largest of each of 16 strands and where it was first; then the first of the largest. */
WIDE static uint32_t largest_wide(const float *x, uint32_t n) {
    __m512 least = SET(-INFINITY), top = least;
    __m512i at = _mm512_setzero_si512(), where = at;
    for (uint32_t j = 0; j < n; j += 16, at = _mm512_add_epi32(at, _mm512_set1_epi32(16))) {
        __m512 here = _mm512_mask_loadu_ps(least, first_of(n - j), x + j);
        __mmask16 more = _mm512_cmp_ps_mask(here, top, _CMP_GT_OQ);
        top = _mm512_mask_mov_ps(top, more, here);
        where = _mm512_mask_mov_epi32(where, more, at);
    }
    __mmask16 same = _mm512_cmp_ps_mask(top, SET(_mm512_reduce_max_ps(top)), _CMP_EQ_OQ);
    where = _mm512_add_epi32(
        where, _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
    return (uint32_t)_mm512_mask_reduce_min_epi32(same, where);
}

/* Eight rows with sixteen columns at a time. */
WIDE static void project_wide(const float *x, size_t x_step, size_t n_rows, const float *t,
                              size_t t_step, uint32_t n_k, uint32_t n, float *score) {
    enum { ROWS = 8 };
    for (size_t i = 0; i < n_rows; i += ROWS) {
        const float *row[ROWS];
        for (size_t r = 0; r < ROWS; r++) {
            row[r] = x + PLX_MIN(i + r, n_rows - 1) * x_step;
        }
        for (uint32_t j = 0; j < n; j += 16) {
            __m512 sum[ROWS];
            for (size_t r = 0; r < ROWS; r++) {
                sum[r] = _mm512_setzero_ps();
            }
            for (uint32_t k = 0; k < n_k; k++) {
                __m512 column = _mm512_loadu_ps(t + k * t_step + j);
#pragma GCC unroll 8
                for (size_t r = 0; r < ROWS; r++) {
                    sum[r] = _mm512_add_ps(sum[r], _mm512_mul_ps(SET(row[r][k]), column));
                }
            }
            for (size_t r = 0; r < ROWS && i + r < n_rows; r++) {
                _mm512_mask_storeu_ps(score + (i + r) * n + j, first_of(n - j), sum[r]);
            }
        }
    }
}

WIDE static void sum_rows_wide(const int8_t *table, const float *scales, const uint16_t *rows,
                               uint32_t n_rows, uint8_t *out) {
    enum { PARTS = PLX_NET_FEATURE / 16 };
    __m512 sum[PARTS];
    for (uint32_t k = 0; k < PARTS; k++) {
        sum[k] = _mm512_setzero_ps();
    }
    for (uint32_t i = 0; i < n_rows; i++) {
        const int8_t *row = table + (size_t)rows[i] * PLX_NET_FEATURE;
        __m512 scale = SET(scales[rows[i]]);
#pragma GCC unroll 8
        for (uint32_t k = 0; k < PARTS; k++) {
            __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(row + 16 * k));
            __m512 x = _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
            sum[k] = _mm512_add_ps(sum[k], _mm512_mul_ps(x, scale));
        }
    }
    for (uint32_t k = 0; k < PARTS; k++) {
        wide_put(wide_tanh(sum[k]), out + 16 * k);
    }
}

WIDE INLINE void wide_load(const plx_cells *z, uint32_t k, wide_gates *g) {
    for (uint32_t i = 0; i < 4; i++) {
        uint32_t at = i * z->units + k;
        __m512 half = SET(i == 1 || i == 2 ? 0.5F : 1.0F); /* of forget and reset */
        g->c[i] = _mm512_loadu_si512(z->c + at);
        g->s[i] = _mm512_mul_ps(half, _mm512_loadu_ps(z->s + at));
        g->b[i] = _mm512_mul_ps(half, _mm512_loadu_ps(z->b + at));
    }
    g->v[0] = _mm512_mul_ps(SET(0.5F), _mm512_loadu_ps(z->v + k));
    g->v[1] = _mm512_mul_ps(SET(0.5F), _mm512_loadu_ps(z->v + z->units + k));
}

WIDE static void cells_wide(const plx_cells *z) {
    enum { PARTS = PLX_NET_UNITS / 16 };
    wide_gates g[PARTS];
    __m512 state[PARTS];
    for (uint32_t k = 0; k < PARTS; k++) {
        wide_load(z, 16 * k, &g[k]);
        state[k] = _mm512_setzero_ps();
    }
    for (ptrdiff_t i = 0; i < (ptrdiff_t)z->n; i++) {
        const int32_t *sums = z->sums + i * z->sums_step;
        uint8_t *out = z->out + i * z->out_step;
#pragma GCC unroll 4
        for (uint32_t k = 0; k < PARTS; k++) {
            state[k] = wide_step(sums + 16 * k, &g[k], state[k], out + 16 * k);
        }
    }
}
#endif

INLINE void squash_body(const plx_matrix *m, const int32_t *sums, uint8_t *out, float *as_float) {
    for (uint32_t j = 0; j < m->n; j += 16) {
        v16 x = SCALED(sums + j, m->c + j, m->s + j) + LOAD(m->b + j);
        tanh16(&x);
        if (as_float) {
            *(v16_u *)(void *)(as_float + j) = x;
        }
        put_bytes(&x, out + j);
    }
}

typedef int8_t c16_u __attribute__((vector_size(16), aligned(1), may_alias));
typedef int16_t s16 __attribute__((vector_size(32)));

/* Bytes as floats, doubling their width: compilers know these steps and no longer ones. */
INLINE void widen(const int8_t *p, v16 *out) {
    s16 twice = __builtin_convertvector(*(const c16_u *)(const void *)p, s16);
    *out = __builtin_convertvector(__builtin_convertvector(twice, i16), v16);
}

INLINE void sum_rows_body(const int8_t *table, const float *scales, const uint16_t *rows,
                          uint32_t n_rows, uint8_t *out) {
    v16 sum[PLX_NET_FEATURE / 16] = {{0}};
    for (uint32_t i = 0; i < n_rows; i++) {
        const int8_t *row = table + (size_t)rows[i] * PLX_NET_FEATURE;
        float scale = scales[rows[i]];
        for (uint32_t k = 0; k < PLX_NET_FEATURE / 16; k++) {
            v16 x;
            widen(row + 16 * k, &x);
            sum[k] += x * scale;
        }
    }
    for (uint32_t k = 0; k < PLX_NET_FEATURE / 16; k++) {
        tanh16(&sum[k]);
        put_bytes(&sum[k], out + 16 * k);
    }
}

INLINE void project_body(const float *restrict x, size_t x_step, size_t n_rows,
                         const float *restrict t, size_t t_step, uint32_t n_k, uint32_t n,
                         float *restrict score) {
    for (size_t i = 0; i < n_rows; i++, x += x_step, score += n) {
        memset(score, 0, n * sizeof *score);
        for (uint32_t k = 0; k < n_k; k++) {
            const float *row = t + k * t_step;
            for (uint32_t j = 0; j < n; j++) {
                score[j] += x[k] * row[j];
            }
        }
    }
}

INLINE void outputs_body(const plx_matrix *m, const int32_t *sums, float *out) {
    for (uint32_t j = 0; j < m->n; j += 16) {
        *(v16_u *)(void *)(out + j) = SCALED(sums + j, m->c + j, m->s + j) + LOAD(m->b + j);
    }
}

INLINE uint32_t largest_body(const float *x, uint32_t n) {
    uint32_t best = 0;
    for (uint32_t j = 1; j < n; j++) {
        best = x[j] > x[best] ? j : best;
    }
    return best;
}

#define VARIANT(suffix, attribute)                                                                 \
    attribute static void cells_##suffix(const plx_cells *z) { cells_body(z); }                    \
    attribute static void squash_##suffix(const plx_matrix *m, const int32_t *sums, uint8_t *out,  \
                                          float *as_float) {                                       \
        squash_body(m, sums, out, as_float);                                                       \
    }                                                                                              \
    attribute static void sum_rows_##suffix(const int8_t *table, const float *scales,              \
                                            const uint16_t *rows, uint32_t n_rows, uint8_t *out) { \
        sum_rows_body(table, scales, rows, n_rows, out);                                           \
    }                                                                                              \
    attribute static void project_##suffix(const float *x, size_t x_step, size_t n_rows,           \
                                           const float *t, size_t t_step, uint32_t n_k,            \
                                           uint32_t n, float *score) {                             \
        project_body(x, x_step, n_rows, t, t_step, n_k, n, score);                                 \
    }                                                                                              \
    attribute static void outputs_##suffix(const plx_matrix *m, const int32_t *sums, float *out) { \
        outputs_body(m, sums, out);                                                                \
    }                                                                                              \
    attribute static uint32_t largest_##suffix(const float *x, uint32_t n) {                       \
        return largest_body(x, n);                                                                 \
    }                                                                                              \
    static const plx_kernels kernels_##suffix = {                                                  \
        #suffix,           multiply_##suffix, cells_##suffix,   squash_##suffix,                   \
        sum_rows_##suffix, project_##suffix,  outputs_##suffix, largest_##suffix};

VARIANT(plain, )
#ifdef HAVE_X86
VARIANT(avx2, __attribute__((target("avx2"))))

static const plx_kernels kernels_vnni = {"vnni",        multiply_vnni, cells_wide,   squash_wide,
                                         sum_rows_wide, project_wide,  outputs_wide, largest_wide};
#endif
#ifdef HAVE_TILES
static const plx_kernels kernels_tiles = {"tiles",      multiply_tiles, cells_wide,
                                          squash_wide,  sum_rows_wide,  project_wide,
                                          outputs_wide, largest_wide};
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
