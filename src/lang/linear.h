/* linear: greedy tagger, transition parser and name tagger with hashed features and averaged
 * perceptron weights. The training program shares the feature functions. */
#ifndef PLX_LANG_LINEAR_H
#define PLX_LANG_LINEAR_H

#include "model/annotation.h"

#define PLX_LINEAR_MAX_FEATURES 96
#define PLX_LINEAR_MAX_CLASSES  256

/* What the features see of a word. */
typedef struct plx_view {
    uint32_t form, lower, pre[3], suf[4], shape;
    uint16_t tag;  /* index of the UPOS|XPOS class */
    uint8_t label; /* name class */
    bool initial;
} plx_view;

typedef struct plx_hashed {
    const int8_t *w;
    uint32_t mask, n_classes;
} plx_hashed;

typedef struct plx_features {
    uint32_t h[PLX_LINEAR_MAX_FEATURES];
    size_t n;
} plx_features;

void plx_linear__view(plx_str form, bool initial, plx_view *out);
/* views[-2 .. n+1] must exist: sentences are padded on both sides. */
void plx_linear__tag_features(const plx_view *v, plx_features *f);
void plx_linear__name_features(const plx_view *v, plx_features *f);

/* Arc-hybrid transition system (Kuhlmann et al. 2011). Words are 1..n, the root is n + 1, last in
 * the buffer. */
typedef struct plx_state {
    const plx_view *views; /* views[i - 1] is word i */
    uint32_t n, b, n_stack;
    uint32_t stack[404], head[404], left[404], right[404], left2[404], right2[404];
    uint8_t rel[404];
    uint16_t n_left[404], n_right[404];
} plx_state;

enum { PLX_SHIFT, PLX_LEFT, PLX_RIGHT }; /* class 0; 1 + 2 * relation; 2 + 2 * relation */

void plx_linear__begin(plx_state *s, const plx_view *views, uint32_t n);
bool plx_linear__done(const plx_state *s);
bool plx_linear__can(const plx_state *s, int move);
void plx_linear__do(plx_state *s, int move, uint8_t rel);
void plx_linear__parse_features(const plx_state *s, plx_features *f);

static inline void plx_linear__score(const plx_hashed *m, const plx_features *f, int32_t *score) {
    memset(score, 0, m->n_classes * sizeof *score);
    for (size_t i = 0; i < f->n; i++) {
        uint32_t at = f->h[i] & m->mask;
        for (uint32_t c = 0; c < m->n_classes; c++) {
            score[c] += m->w[at + c]; /* the table is n_classes longer than the mask says */
        }
    }
}

#endif
