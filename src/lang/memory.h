/* memory: sentences that the network has read before, and what came out: in texts that copy from
 * one another most sentences are such, and need no network. Internal to lang.
 *
 *   words of a sentence ──> key ──> seen once: noted · twice: kept, until there is too much
 *
 * What comes out of the network depends on the sentence's words alone, so that the result is the
 * same with and without it. Thread rule: a memory belongs to one thread at a time. */
#ifndef PLX_LANG_MEMORY_H
#define PLX_LANG_MEMORY_H

#include "lang/lang.h"

/* What the network makes of a sentence; arrays over its n words (names: rows of
 * PLX_NAME_LABELS; heads and rels: of trees, else NULL). */
typedef struct plx_reading {
    uint32_t n;
    const uint16_t *tags;
    const float *names;
    const uint32_t *heads;
    const uint8_t *rels;
} plx_reading;

/* Longer keys are not remembered. */
#define PLX_LANG_KEY_BYTES 4096

/* Writes the key of words [begin, end): all that their features depend on. Gives its bytes; 0: it
 * would be too long. */
size_t plx_lang__key(const plx_annotation *an, uint32_t begin, uint32_t end,
                     char out[PLX_LANG_KEY_BYTES]);

/* Before each account: forgets what another model or speed has read, and everything when there is
 * too much of it. */
void plx_lang__remember_for(plx_lang_memory *m, const plx_lang *lang, plx_lang_speed speed);
/* The reading kept under `key`, until the next account; or NULL: then *keep tells whether the
 * sentence has been met before, so that it is worth keeping. */
const plx_reading *plx_lang__recall(plx_lang_memory *m, plx_str key, bool *keep);
/* Keeps a copy, unless there is too much already. */
void plx_lang__keep(plx_lang_memory *m, plx_str key, const plx_reading *r);

#endif
