/* stems: a word without its endings ("sinking" -> "sink"), by libstemmer's English rules (Porter's
 * second stemmer). One place for all that compare words by stem. Thread rule: one thread an object.
 */
#ifndef PLX_MATCH_STEMS_H
#define PLX_MATCH_STEMS_H

#include "base/arena.h"
#include "base/str.h"

typedef struct plx_stemmer plx_stemmer;

/* Ends with the arena. Throws PLX_NOMEM. */
plx_stemmer *plx_stemmer_make(plx_arena *arena);
/* `word` is folded (plx_str_fold). The stem is good until the next call; what is longer than
 * PLX_STEM_MOST_BYTES is no word and comes back as it is. */
plx_str plx_stem(plx_stemmer *s, plx_str word);
#define PLX_STEM_MOST_BYTES 60u

#endif
