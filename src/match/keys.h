/* keys: hashes of words in a table of ours, found by where they must about lie. Constant data, any
 * thread. */
#ifndef PLX_MATCH_KEYS_H
#define PLX_MATCH_KEYS_H

#include "base/base.h"

/* The place of `key` among n ascending, little-endian numbers of 32 bits (of any alignment), or
 * PLX_NONE. The keys are hashes, spread evenly: the distance to a key tells how many lie between
 * (interpolation search, Peterson 1957). */
uint32_t plx_keys_find(const unsigned char *keys, uint32_t n, uint32_t key);

#endif
