#include "match/meaning.h"

#include "base/hash.h"
#include "match/keys.h"

#include <math.h>
#include <stdatomic.h>

extern const unsigned char plx__words_bin[];
extern const size_t plx__words_bin_size;

typedef struct table {
    uint32_t n, n_dims;
    const unsigned char *keys, *idf, *lengths, *vectors;
} table;

static size_t aligned(size_t n) { return (n + 3) & ~(size_t)3; }

/* The table's parts; n is 0 when nothing is built in. The bytes are ours, made at build time: a
 * wrong head is a bug. */
static table parts(void) {
    table t = {0};
    plx_meaning_file head;
    if (plx__words_bin_size < sizeof head) {
        return t;
    }
    memcpy(&head, plx__words_bin, sizeof head);
    size_t n = head.n, at = sizeof head;
    PLX_ASSERT(head.magic == PLX_MEANING_MAGIC);
    PLX_ASSERT(plx__words_bin_size == at + 4 * n + aligned(n) + aligned(2 * n) + n * head.n_dims);
    t.n = head.n;
    t.n_dims = head.n_dims;
    t.keys = plx__words_bin + at;
    t.idf = t.keys + 4 * n;
    t.lengths = t.idf + aligned(n);
    t.vectors = t.lengths + aligned(2 * n);
    return t;
}

uint32_t plx_meaning__key(plx_str word) { return (uint32_t)plx_hash_str(word); }

uint32_t plx_meaning_of(plx_str word) {
    table t = parts();
    return plx_keys_find(t.keys, t.n, plx_meaning__key(word));
}

double plx_meaning_idf(uint32_t word) {
    table t = parts();
    if (word == PLX_NONE) {
        return PLX_MEANING_RARE;
    }
    PLX_ASSERT(t.idf && word < t.n);
    return t.idf[word] / 32.0;
}

/* Products of words asked for lately: a story asks for the same pairs again and again. One number
 * holds both words (20 bits each, the larger first) and their product (24 bits with a sign), so
 * that threads may share it without a lock; 0: free (a word is never compared with itself). What
 * comes out is the same with and without it. */
#define CACHE_SLOTS ((size_t)1 << 16)
enum { WORD_BITS = 20, DOT_BITS = 24 };

static _Atomic uint64_t cache[CACHE_SLOTS];

static double cosine(int32_t dot, uint16_t la, uint16_t lb) {
    return la && lb ? 256.0 * dot / ((double)la * lb) : 0;
}

static uint16_t length_at(const table *t, uint32_t word) {
    uint16_t length;
    memcpy(&length, t->lengths + 2 * (size_t)word, sizeof length);
    return length;
}

static int32_t product_of(const table *t, uint32_t a, uint32_t b) {
    const unsigned char *x = t->vectors + (size_t)a * t->n_dims,
                        *y = t->vectors + (size_t)b * t->n_dims;
    int32_t dot = 0;
    for (uint32_t i = 0; i < t->n_dims; i++) {
        dot += (int32_t)(int8_t)x[i] * (int32_t)(int8_t)y[i];
    }
    return dot;
}

/* product_of(b, a), a < b, from the cache if it is there. */
static int32_t cached_product(const table *t, uint32_t a, uint32_t b) {
    _Static_assert(PLX_MEANING_DIMS * 128 * 128 < 1 << (DOT_BITS - 1), "a product has room");
    if (b >> WORD_BITS != 0 || t->n_dims > PLX_MEANING_DIMS) {
        return product_of(t, a, b);
    }
    uint64_t pair = (uint64_t)b << WORD_BITS | a;
    _Atomic uint64_t *slot = &cache[plx_hash_mix(pair, 0) & (CACHE_SLOTS - 1)];
    uint64_t got = atomic_load_explicit(slot, memory_order_relaxed);
    if (got >> DOT_BITS != pair) {
        uint32_t dot = (uint32_t)product_of(t, a, b) & ((1U << DOT_BITS) - 1);
        got = pair << DOT_BITS | dot;
        atomic_store_explicit(slot, got, memory_order_relaxed);
    }
    return (int32_t)((uint32_t)got << (32 - DOT_BITS)) >> (32 - DOT_BITS);
}

/* 16-bit numbers side by side: what compilers turn into products of pairs on any x86-64. */
static int32_t dot_of(const int16_t *restrict x, const int16_t *restrict y, uint32_t n) {
    int32_t dot = 0;
    for (uint32_t i = 0; i < n; i++) {
        dot += (int32_t)x[i] * (int32_t)y[i];
    }
    return dot;
}

void plx_meaning_near(const uint32_t *words, size_t n, double least, uint64_t *bits, size_t stride,
                      plx_arena *scratch) {
    table t = parts();
    if (t.n == 0) {
        return;
    }
    PLX_ASSERT(t.vectors && t.lengths && stride >= (n + 63) / 64);
    int16_t *vectors = plx_new_n(scratch, int16_t, n * t.n_dims);
    uint16_t *lengths = plx_new_n(scratch, uint16_t, n);
    for (size_t i = 0; i < n; i++) {
        if (words[i] == PLX_NONE) {
            continue; /* of length 0 */
        }
        PLX_ASSERT(words[i] < t.n);
        const unsigned char *x = t.vectors + (size_t)words[i] * t.n_dims;
        for (uint32_t d = 0; d < t.n_dims; d++) {
            vectors[i * t.n_dims + d] = (int8_t)x[d];
        }
        lengths[i] = length_at(&t, words[i]);
    }
    for (size_t i = 0; i < n; i++) {
        /* A little less than asked for, so that rounding cannot lose a pair before the division. */
        double bound = (least - 1e-9) * lengths[i] / 256.0;
        for (size_t k = 0; k < i && lengths[i]; k++) {
            int32_t dot = dot_of(vectors + i * t.n_dims, vectors + k * t.n_dims, t.n_dims);
            if (dot >= bound * lengths[k] && cosine(dot, lengths[i], lengths[k]) > least) {
                bits[i * stride + k / 64] |= (uint64_t)1 << k % 64;
                bits[k * stride + i / 64] |= (uint64_t)1 << i % 64;
            }
        }
    }
}

double plx_meaning_cosine(uint32_t a, uint32_t b) {
    if (a == PLX_NONE || b == PLX_NONE) {
        return 0;
    }
    table t = parts();
    PLX_ASSERT(t.vectors && t.lengths && a < t.n && b < t.n);
    int32_t dot = a == b ? product_of(&t, a, b) : cached_product(&t, PLX_MIN(a, b), PLX_MAX(a, b));
    return cosine(dot, length_at(&t, a), length_at(&t, b));
}

#define WORD_LENGTH 4096 /* of a word's vector in a sum */
#define WAY_LENGTH  16384

void plx_meaning_add(plx_meaning_sum *sum, uint32_t word, uint32_t times) {
    table t = parts();
    if (word == PLX_NONE) {
        return;
    }
    PLX_ASSERT(t.vectors && t.lengths && word < t.n && t.n_dims == PLX_MEANING_DIMS);
    const unsigned char *x = t.vectors + (size_t)word * t.n_dims;
    uint16_t length; /* times 16 */
    memcpy(&length, t.lengths + 2 * (size_t)word, sizeof length);
    if (!length || sum->n > 100000) {
        return;
    }
    int32_t scale = (int32_t)PLX_MIN(times, 255u) * WORD_LENGTH * 16 / length;
    for (size_t i = 0; i < PLX_MEANING_DIMS; i++) {
        sum->p[i] += scale * (int32_t)(int8_t)x[i];
    }
    sum->n += times;
}

plx_meaning_way plx_meaning_way_of(const plx_meaning_sum *sum) {
    plx_meaning_way out = {{0}};
    double square = 0;
    for (size_t i = 0; i < PLX_MEANING_DIMS; i++) {
        square += (double)sum->p[i] * (double)sum->p[i];
    }
    double length = sqrt(square);
    for (size_t i = 0; length > 0 && i < PLX_MEANING_DIMS; i++) {
        out.p[i] = (int16_t)lrint((double)sum->p[i] * WAY_LENGTH / length);
    }
    return out;
}

double plx_meaning_way_cosine(const plx_meaning_way *a, const plx_meaning_way *b) {
    int32_t dot = 0; /* at most 2^28 in all: both have the length 2^14 */
    for (size_t i = 0; i < PLX_MEANING_DIMS; i++) {
        dot += (int32_t)a->p[i] * (int32_t)b->p[i];
    }
    double cosine = (double)dot / ((double)WAY_LENGTH * WAY_LENGTH);
    return PLX_MAX(-1.0, PLX_MIN(1.0, cosine)); /* rounding makes a length a little more */
}
