/* hash_wide: the same hash of long inputs, with wider registers. */
#ifndef PLX_BASE_HASH_WIDE_H
#define PLX_BASE_HASH_WIDE_H

#include "base/base.h"

/* Only on processors that have AVX-512F. */
uint64_t plx_hash__wide(const void *p, size_t n, uint64_t seed);

#endif
