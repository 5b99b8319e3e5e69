/* hash: XXH3 (xxHash) over bytes. Stable across machines; used in files and for ids, never for
 * order of output. */
#ifndef PLX_BASE_HASH_H
#define PLX_BASE_HASH_H

#include "base/str.h"

uint64_t plx_hash_bytes(const void *p, size_t n, uint64_t seed);
static inline uint64_t plx_hash_str(plx_str s) { return plx_hash_bytes(s.p, s.n, 0); }
/* Mixes two hashes; not symmetric. (The finaliser of MurmurHash3, A. Appleby, public domain.) */
static inline uint64_t plx_hash_mix(uint64_t a, uint64_t b) {
    uint64_t x = a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2));
    x ^= x >> 33;
    x *= 0xFF51AFD7ED558CCDu;
    x ^= x >> 33;
    x *= 0xC4CEB9FE1A85EC53u;
    return x ^ x >> 33;
}

#endif
