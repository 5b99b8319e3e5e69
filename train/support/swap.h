/* swap: sentences with other names in the places of their own, so that the name tagger learns
 * places, not lists. */
#ifndef PLX_TRAIN_SWAP_H
#define PLX_TRAIN_SWAP_H

#include "support/data.h"

typedef struct mention {
    plx_str *form;
    bool *space;
    uint32_t n;
} mention;

typedef struct mentions {
    mention *p;
    size_t n, cap;
} mentions;

typedef struct swaps {
    mentions of[PLX_N_ENTITY_TYPES][2]; /* one word; several */
    struct {
        plx_str *p;
        size_t n, cap;
    } given, family;
} swaps;

/* The names of the sentences. given, family: tab-separated files (NULL: none) whose column
 * `*_column` (from 0) holds single names. */
void swaps_gather(swaps *s, const dataset *d, const char *given, const char *family,
                  plx_arena *arena);
/* `t` itself, or a copy in `arena` in which some names are others of their type. */
const sentence *swap_names(const swaps *s, const sentence *t, uint64_t *seed, plx_arena *arena);

#endif
