/* html_score: how likely each block of a page belongs to the article: boosted trees (Friedman 2001)
 * over the blocks' features, in two rounds; the second sees what the first said of the neighbours.
 * Whole-number features, so the same page scores the same everywhere. Made by train/extract.c; the
 * card is models/extract.md. */
#ifndef PLX_READ_HTML_SCORE_H
#define PLX_READ_HTML_SCORE_H

#include "read/html_blocks.h"

enum { PLX_READ_ROUND2 = 18, PLX_READ_ALL_FEATURES = PLX_READ_FEATURES + PLX_READ_ROUND2 };

/* A node: if f[feature] <= threshold go to left, else to right. A leaf has feature -1 and `value`,
 * in thousandths. */
typedef struct plx_read__tree_node {
    int16_t feature, threshold;
    uint16_t left, right; /* within the tree */
    int32_t value;
} plx_read__tree_node;

typedef struct plx_read__forest {
    const plx_read__tree_node *nodes;
    const uint32_t *roots; /* first node of each tree */
    size_t n_trees;
    int32_t bias;
} plx_read__forest;

typedef struct plx_read__model {
    plx_read__forest round1, round2;
} plx_read__model;

extern const plx_read__model plx_read__default_model;

typedef struct plx_read__full_features {
    int16_t f[PLX_READ_ALL_FEATURES];
} plx_read__full_features;

/* Log-odds in thousandths. */
int32_t plx_read__forest_score(const plx_read__forest *forest, const int16_t *f);
/* The second round's features from the first round's scores (log-odds in thousandths). */
void plx_read__round2_features(const plx_read__blocks *b, const plx_read__features *first,
                               const int32_t *scores, plx_read__full_features *out);
/* Scores of all blocks: log-odds in thousandths, above 0 is article. */
void plx_read__scores_of(const plx_read__blocks *b, const plx_read__features *features,
                         const plx_read__model *model, plx_arena *arena, int32_t *scores);

#endif
