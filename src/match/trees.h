/* trees: gradient-boosted regression trees (Friedman 2001) over a few dozen numbers, as a table of
 * nodes: reading and answering only; train/coref.c makes them. Thread rule: read-only. */
#ifndef PLX_MATCH_TREES_H
#define PLX_MATCH_TREES_H

#include "base/str.h"

#define PLX_TREES_DEPTH      5
#define PLX_TREES_NODES      ((1u << PLX_TREES_DEPTH) - 1)
#define PLX_TREES_LEAVES     (1u << PLX_TREES_DEPTH)
#define PLX_TREES_MAX        400
#define PLX_TREES_MAX_INPUTS 32
#define PLX_TREES_MAGIC      0x3153454552545850u /* "PXTREES1" */

typedef struct plx_tree { /* complete: the children of node i are 2i + 1 (value <= cut) and 2i + 2
                           */
    float cut[PLX_TREES_NODES];
    float leaf[PLX_TREES_LEAVES];
    uint8_t input[PLX_TREES_NODES];
    uint8_t pad;
} plx_tree;

typedef struct plx_trees {
    uint64_t magic;
    uint32_t n_trees, n_inputs;
    float base;      /* log-odds before the first tree */
    float threshold; /* probability at which pairs are joined best, by cross-validation */
    plx_tree tree[]; /* n_trees */
} plx_trees;

/* The trees in `bytes` (borrowed), or NULL when they are none for `n_inputs`. */
const plx_trees *plx_trees_of(const void *bytes, size_t n_bytes, uint32_t n_inputs);
/* A probability. x: n_inputs numbers. */
double plx_trees_answer(const plx_trees *t, const float *x);

#endif
