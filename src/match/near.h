/* near: which accounts are (nearly) the same text.
 *
 *   text ─ words ─ shingles of k words ─┬─ sketch: one-permutation MinHash, 64 bins, and its bands
 *                                       └─ set: the shingles' hashes, for exact verification
 *   sketches ─ equal bands ─ candidate groups ─ exact Jaccard of sets ─ clusters
 *
 * A cluster is a group whose every pair was verified: a pair of accounts that are alike stands in
 * some cluster together, and no cluster holds a pair that is not alike. (Likeness does not carry
 * over from pair to pair, so an account may stand in two clusters.) Only sketches stay in memory;
 * sets are asked for group by group.
 *
 * Sources: Broder 1997 (shingles, resemblance); Li, Owen, Zhang 2012 (one permutation); Shrivastava
 * 2017 (optimal densification); Indyk and Motwani 1998 (bands).
 * Thread rule: sketching is free of state; clustering is one call in one thread. */
#ifndef PLX_MATCH_NEAR_H
#define PLX_MATCH_NEAR_H

#include "match/words.h"

#define PLX_NEAR_BINS        64
#define PLX_NEAR_MAX_BANDS   32
#define PLX_NEAR_SHINGLE     5 /* words, by default */
#define PLX_NEAR_MAX_SHINGLE 16
#define PLX_NEAR_THRESHOLD   0.8 /* Jaccard, by default */

typedef struct plx_near_plan { /* how the bins are banded for a threshold */
    double threshold;
    unsigned shingle;
    unsigned n_bands, n_rows; /* n_bands * n_rows <= PLX_NEAR_BINS */
} plx_near_plan;

/* The longest rows with which a pair at the threshold meets in some band with probability 0.997. */
plx_near_plan plx_near_plan_for(double threshold, unsigned shingle);

typedef struct plx_sketch {
    uint64_t same;                     /* hash of the words in order; equal: the same text */
    uint32_t n_words;                  /* 0: nothing to compare */
    uint8_t bin[PLX_NEAR_BINS];        /* lowest byte of each bin's minimum: to estimate by */
    uint32_t band[PLX_NEAR_MAX_BANDS]; /* hash of each band's rows */
} plx_sketch;

/* Sketches n words (plx_match_hashes). */
void plx_near_sketch(const uint32_t *words, size_t n, const plx_near_plan *plan, plx_sketch *out);

/* The distinct shingles of n words, ascending. Fewer words than a shingle are one shingle. */
typedef struct plx_shingles {
    uint32_t *p;
    size_t n;
} plx_shingles;
plx_shingles plx_near_shingles(const uint32_t *words, size_t n, const plx_near_plan *plan,
                               plx_arena *arena);
double plx_near_jaccard(plx_shingles a, plx_shingles b);

typedef struct plx_near_cluster {
    const uint32_t *items; /* two or more, by rank */
    size_t n;
    double similarity; /* Jaccard of its least alike pair */
} plx_near_cluster;

typedef struct plx_near_input {
    const plx_sketch *sketches;
    size_t n;
    const uint32_t *rank; /* a permutation of 0..n-1: the order that results are told in; what
                           * comes out depends on it alone, not on the order of the items */
    /* The shingles of an item, in `arena`. May throw. */
    plx_shingles (*load)(void *ctx, uint32_t item, plx_arena *arena);
    void (*found)(void *ctx, const plx_near_cluster *cluster);
    void *ctx;
} plx_near_input;

/* Groups larger than this are compared with leaders only: an account that is nearer than halfway
 * to a leader is like all others that are (Jaccard distance is a metric), one farther off is told
 * as a pair with the leader. */
#define PLX_NEAR_MAX_GROUP 600

/* Finds all clusters and tells them in the order of their first items' ranks. Unwinds to the
 * caller's guard when memory runs out. */
void plx_near_find(const plx_near_input *input, const plx_near_plan *plan, plx_arena *arena);

#endif
