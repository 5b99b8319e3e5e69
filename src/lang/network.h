/* network: the trained network as it runs, in whole numbers.
 *
 *   word ─> static vector (8 bit) ─┐
 *        ─> sum of feature rows ───┴─> 3 shared layers ─┬─> tags
 *                                                       ├─> tree layer ─> arcs, relations
 *                                                       └─> name layer ─> name labels
 *
 * Layers are simple recurrent units run both ways (Lei et al., EMNLP 2018); arcs are scored by
 * biaffine attention (Dozat and Manning, ICLR 2017). Weights and what flows between layers are 8
 * bit, sums are exact 32-bit integers, and the floats in between are made element by element in
 * one order without fused sums: every processor and every kernel gives the same bits.
 *
 * Sections of a matrix `m` with K inputs and N outputs, N padded to blocks of 32:
 *   m.w  int8  [N / 32][K / 4][32][4]
 *   m.c  int32 [N]   128 * the sum of each column's weights (inputs are stored plus 128)
 *   m.s  float [N]   from the integer sum to the output
 *   m.b  float [N] */
#ifndef PLX_LANG_NETWORK_H
#define PLX_LANG_NETWORK_H

#include "lang/features.h"
#include "lang/model.h"
#include "model/annotation.h"

enum {
    PLX_NET_VECTOR = 96,   /* static vector */
    PLX_NET_FEATURE = 128, /* sum of feature rows */
    PLX_NET_INPUT = PLX_NET_VECTOR + PLX_NET_FEATURE,
    PLX_NET_SHARED = 3,   /* shared layers */
    PLX_NET_HIDDEN = 128, /* units a direction, shared and tree layers */
    PLX_NET_NAME = 64,    /* units a direction, name layer */
    PLX_NET_ARC = 128,
    PLX_NET_REL = 96,
    PLX_NET_MLP = 2 * PLX_NET_ARC + 2 * PLX_NET_REL, /* dependent, head; dependent, head */
    PLX_NET_DISTANCE = 24,                           /* heads further away share a bias */
    PLX_NET_N_DISTANCES = 2 * PLX_NET_DISTANCE + 1,
    PLX_NET_LAYERS = PLX_NET_SHARED + 2, /* the tree's, then the names' */
    PLX_NET_BLOCK = 32
};

typedef struct plx_matrix {
    const int8_t *w;
    const int32_t *c;
    const float *s, *b;
    uint32_t k, n; /* n padded */
} plx_matrix;

/* Sections "root.t" (float [ARC + 1]: the root as head, through the arc matrix, and its bias),
 * "root.r" (float [REL]) and "dist" (float [N_DISTANCES]) besides the matrices. */
typedef struct plx_network {
    const int8_t *vectors; /* n_vectors + 1 rows; the last stands for unknown words */
    const int8_t *rows;
    const float *row_scales;
    uint32_t n_vectors, n_tags;
    plx_matrix layers[PLX_NET_LAYERS], mlp, arc, rel, tag, name;
    const float *v[PLX_NET_LAYERS]; /* [2 directions][2: forget, reset][units] */
    const float *root_t, *root_rel, *distance;
    const struct plx_kernels *kernels;
} plx_network;

/* Where a head stands from its dependent, both 1-based; head 0 is the root. */
static inline uint32_t plx_net__distance(uint32_t head, uint32_t dependent) {
    if (head == 0) {
        return 2 * PLX_NET_DISTANCE;
    }
    uint32_t far = head < dependent ? dependent - head : head - dependent;
    far = far > PLX_NET_DISTANCE ? PLX_NET_DISTANCE : far;
    return head < dependent ? far - 1 : PLX_NET_DISTANCE + far - 1;
}

/* Checks that all sections are there and have the sizes that belong together. */
PLX_NODISCARD plx_err plx_net__load(const plx_model *m, uint32_t n_tags, plx_network *out,
                                    plx_error *err);

/* Sentences laid one after the other, and room for what comes out. */
typedef struct plx_net_batch {
    uint32_t n, n_sentences;
    const uint32_t *begin; /* n_sentences + 1 */
    const plx_word_features *features;
    uint16_t *tags;  /* n: best class */
    float *names;    /* n * PLX_NAME_LABELS */
    uint32_t *heads; /* n: 1-based within the sentence, 0 the root; NULL: no trees wanted */
    uint8_t *rels;   /* n */
} plx_net_batch;

/* Scratch memory comes from `arena` and is given back. */
void plx_net__run(const plx_network *net, const plx_net_batch *b, plx_arena *arena);

#endif
