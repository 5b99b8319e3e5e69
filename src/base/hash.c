#include "base/hash.h"

#define XXH_INLINE_ALL /* the header alone: no call through the shared library for short keys */
#include <xxhash.h>

uint64_t plx_hash_bytes(const void *p, size_t n, uint64_t seed) {
    return XXH3_64bits_withSeed(n ? p : "", n, seed);
}
