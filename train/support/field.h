/* field: the random field of names (src/lang/ner.h) while it is learned. */
#ifndef PLX_TRAIN_FIELD_H
#define PLX_TRAIN_FIELD_H

#include "support/data.h"

enum { FIELD_ROWS = 1 << 18 }; /* of the table in the model */
enum { FIELD_WIDTH = 16 };     /* of a feature's weights: as many as a register takes */

/* A sentence as the field sees it. */
typedef struct chain {
    uint32_t n;
    const uint32_t *begin;    /* n + 1: features of word i are [begin[i], begin[i + 1]) */
    const uint32_t *features; /* their numbers; 0 has no weight */
    uint32_t *to_number;      /* the same */
    const uint8_t *groups;
    const uint16_t *allowed; /* labels that the gold allows, as bits */
    const bool *may;         /* words that may belong to a name */
    const float *offset;     /* n x N_LABELS, added to the scores; NULL: none */
    float weight;
} chain;

typedef struct field {
    float *w, *g2; /* n x FIELD_WIDTH, the last ones 0 */
    size_t n;
    float move[1 + N_LABELS][FIELD_WIDTH], move_g2[1 + N_LABELS][FIELD_WIDTH];
} field;

typedef struct field_rates {
    int epochs;
    float rate, decay;
    float drop_self, drop_context, drop_lists, drop_heard, drop_account, drop_tree, drop_second;
} field_rates;

field *field_new(size_t n_features);
void field_free(field *f);
/* One pass after the other over the chains, AdaGrad (Duchi et al., JMLR 2011). */
void field_learn(field *f, const chain *chains, size_t n, const field_rates *r, uint64_t seed);
/* f + share * other, of equal sizes. */
void field_add(field *f, const field *other, float share);
/* Eight bits a weight, one scale, into FIELD_ROWS x PLX_NER_WIDTH bytes, by each feature's hash;
 * the weightiest features find room first. Returns the scale. */
float field_quantise(const field *f, const uint32_t *hashes, int8_t *rows);
/* As section "ner.move". */
void field_moves(const field *f, float *move);

#endif
