/* names: labels of words -> name spans. */
#ifndef PLX_LANG_NAMES_H
#define PLX_LANG_NAMES_H

#include "model/annotation.h"

/* 0 outside; 1 + 2 * type begins a name, 2 + 2 * type continues it. */
enum { PLX_NAME_LABELS = 1 + 2 * PLX_N_ENTITY_TYPES };

/* The best sequence of labels (Viterbi) in which a name continues only what began with its type.
 * scores: n rows of PLX_NAME_LABELS. Sums run in the order of the words: the same everywhere.
 * back: room for n * PLX_NAME_LABELS. */
void plx_lang__best_labels(const float *scores, uint32_t n, uint8_t *back, uint8_t *labels);

/* Sets the labels in tokens' `name` right by the sentence ("Party of the North", "the 2004
 * election") and by the account: one form is one type, and a name found once is found everywhere.
 */
void plx_lang__settle_names(plx_annotation *an, plx_arena *arena);

/* Makes an->names from the labels that stand in tokens' `name`, and sets `name` to the index. */
void plx_lang__make_names(plx_annotation *an, plx_arena *arena);

#endif
