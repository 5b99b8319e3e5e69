/* net: the network in floats, with its gradients.
 *
 *   word ─> static vector (fixed) ─┐
 *        ─> sum of feature rows ───┴─> 3 shared layers ─┬─> tags, (pretraining: the masked word)
 *                                                       ├─> tree layer ─> arcs and relations
 *                                                       └─> name layer ─> name labels
 *
 * A layer runs simple recurrent units (Lei et al., EMNLP 2018) both ways: all products with weights
 * are made for the whole batch at once, only element-wise work follows the sentence. Arcs are
 * scored by Dozat and Manning's biaffine attention (ICLR 2017) with a bias for the distance.
 * One thread. */
#ifndef PLX_TRAIN_NET_H
#define PLX_TRAIN_NET_H

#include "lang/features.h"
#include "lang/network.h"
#include "support/data.h"

enum { N_SHARED = PLX_NET_SHARED, N_LAYERS = N_SHARED + 2, TREE = N_SHARED, NAME = N_SHARED + 1 };

typedef struct block { /* a stretch of the parameters */
    size_t at, n;
} block;

typedef struct layer {
    uint32_t in, h;
    block w, b, v; /* w: [2 directions * 4 * h][in]; b: [2 * 4 * h]; v: [2][2][h] */
} layer;

typedef struct net {
    uint32_t n_tags, n_classes; /* classes of masked words; 0 = none */
    size_t n_params;
    float *p, *g, *m1, *m2, *ema;
    float *table, *table_g, *table_m1, *table_m2; /* PLX_NET_ROWS x FEATURE */
    uint32_t *touched;
    size_t n_touched;
    bool *is_touched;
    const float *vectors; /* n_vectors x PLX_NET_VECTOR, ready for use */
    uint32_t n_vectors;
    layer layers[N_LAYERS];
    block unk, tag_w, tag_b, mlp_w, mlp_b, arc_u, arc_b, arc_root, rel_root, dist, rel_w, rel_b,
        name_w, name_b, word_w, word_b;
    uint64_t steps, seed;
} net;

/* One batch: sentences laid one after the other. */
typedef struct batch {
    uint32_t n, n_sentences;
    uint32_t *begin; /* n_sentences + 1 */
    const sentence **sentences;
    plx_word_features *features; /* n */
    uint32_t *word_class;        /* of masked words, or NULL; PLX_NONE where nothing is asked */
} batch;

typedef struct drops { /* chances of leaving out, while training */
    float vector, row, input, hidden, mlp;
} drops;

typedef struct losses {
    double tags, arcs, rels, names, words;
    size_t n_words, n_names, n_masked;
} losses;

typedef struct scores { /* of a batch, on request */
    float *tags;        /* n x n_tags */
    float *names;       /* n x N_LABELS */
    uint32_t *heads;    /* n; best head for itself, 0 the root */
    uint8_t *rels;      /* n; for that head */
} scores;

net *net_new(uint32_t n_tags, uint32_t n_classes, const vectors *v, float scale, uint64_t seed);
/* Forward and, when `learn`, backward; gradients are added up. Which losses are made follows from
 * what the sentences have. */
void net_run(net *w, const batch *b, const drops *d, bool learn, losses *sum, scores *out);
/* Adam (Kingma and Ba 2015) over the gathered gradients; zeroes them. */
void net_step(net *w, float rate, float clip);
/* Exchanges the parameters and their running means. */
void net_swap_means(net *w);

void net_save(const net *w, const char *path);
/* Reads what net_save wrote; blocks of another size (tags, classes) stay as they are. */
void net_load(net *w, const char *path);

#endif
