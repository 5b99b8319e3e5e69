#include "match/trees.h"

#include <math.h>

const plx_trees *plx_trees_of(const void *bytes, size_t n_bytes, uint32_t n_inputs) {
    const plx_trees *t = bytes;
    if (n_bytes < sizeof *t || t->magic != PLX_TREES_MAGIC || t->n_trees > PLX_TREES_MAX ||
        t->n_inputs != n_inputs || n_bytes < sizeof *t + t->n_trees * sizeof(plx_tree)) {
        return NULL;
    }
    for (uint32_t i = 0; i < t->n_trees; i++) {
        for (size_t k = 0; k < PLX_TREES_NODES; k++) {
            if (t->tree[i].input[k] >= n_inputs) return NULL;
        }
    }
    return t;
}

double plx_trees_answer(const plx_trees *t, const float *x) {
    double z = (double)t->base;
    for (uint32_t i = 0; i < t->n_trees; i++) {
        const plx_tree *tree = &t->tree[i];
        size_t at = 0;
        for (unsigned d = 0; d < PLX_TREES_DEPTH; d++) {
            at = 2 * at + (x[tree->input[at]] <= tree->cut[at] ? 1 : 2);
        }
        z += (double)tree->leaf[at - PLX_TREES_NODES];
    }
    return 1 / (1 + exp(-z));
}
