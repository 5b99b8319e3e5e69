#include "match/meaning.h"

#include "base/hash.h"

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

static uint32_t key_at(const table *t, size_t i) {
    uint32_t key;
    memcpy(&key, t->keys + 4 * i, sizeof key);
    return key;
}

uint32_t plx_meaning_of(plx_str word) {
    table t = parts();
    uint32_t key = plx_meaning__key(word);
    size_t lo = 0, hi = t.n;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (key_at(&t, mid) < key) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < t.n && key_at(&t, lo) == key ? (uint32_t)lo : PLX_NONE;
}

double plx_meaning_idf(uint32_t word) {
    table t = parts();
    if (word == PLX_NONE) {
        return PLX_MEANING_RARE;
    }
    PLX_ASSERT(t.idf && word < t.n);
    return t.idf[word] / 32.0;
}

/* Cosines asked for lately, by thread: a story asks for the same pairs again and again. What comes
 * out is the same with and without it. */
#define CACHE_SLOTS ((size_t)1 << 16)

typedef struct cached {
    uint64_t pair; /* 0: free (a word is never compared with itself) */
    double cosine;
} cached;

static _Thread_local cached cache[CACHE_SLOTS];

static double cosine_of(uint32_t a, uint32_t b) {
    table t = parts();
    PLX_ASSERT(t.vectors && t.lengths && a < t.n && b < t.n);
    const unsigned char *x = t.vectors + (size_t)a * t.n_dims,
                        *y = t.vectors + (size_t)b * t.n_dims;
    int32_t dot = 0;
    for (uint32_t i = 0; i < t.n_dims; i++) {
        dot += (int32_t)(int8_t)x[i] * (int32_t)(int8_t)y[i];
    }
    uint16_t la, lb;
    memcpy(&la, t.lengths + 2 * (size_t)a, sizeof la);
    memcpy(&lb, t.lengths + 2 * (size_t)b, sizeof lb);
    return la && lb ? 256.0 * dot / ((double)la * lb) : 0;
}

double plx_meaning_cosine(uint32_t a, uint32_t b) {
    if (a == PLX_NONE || b == PLX_NONE) {
        return 0;
    }
    uint64_t pair = (uint64_t)PLX_MAX(a, b) << 32 | PLX_MIN(a, b);
    if (a == b) {
        return cosine_of(a, b);
    }
    cached *slot = &cache[(size_t)(plx_hash_mix(pair, 0) & (CACHE_SLOTS - 1))];
    if (slot->pair != pair) {
        *slot = (cached){pair, cosine_of(PLX_MIN(a, b), PLX_MAX(a, b))};
    }
    return slot->cosine;
}
