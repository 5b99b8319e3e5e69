/* lemmas: counts which endings become which, for lang/lemma.h. */
#ifndef PLX_TRAIN_LEMMAS_H
#define PLX_TRAIN_LEMMAS_H

#include "support/data.h"

/* Adds the section "lemma" from the sentences that have lemmas and tags. */
void train_lemmas(const dataset *d, model_writer *m, plx_arena *arena);

#endif
