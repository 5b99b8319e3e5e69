#include "base/hash.h"

#include "base/hash_wide.h"

#define XXH_INLINE_ALL /* the header alone: no call through the shared library for short keys */
#include <xxhash.h>

uint64_t plx_hash_bytes(const void *p, size_t n, uint64_t seed) {
#if defined(__x86_64__)
    enum { LONG = 1 << 14 };
    if (n >= LONG && __builtin_cpu_supports("avx512f")) {
        return plx_hash__wide(p, n, seed);
    }
#endif
    return XXH3_64bits_withSeed(n ? p : "", n, seed);
}
