/* sort: numbers with what belongs to them, in time linear in their count, whatever their order was.
 *
 * For comparisons that are more than one number, qsort. Pure function: safe in any thread. */
#ifndef PLX_BASE_SORT_H
#define PLX_BASE_SORT_H

#include "base/base.h"

#include <string.h>

typedef struct plx_keyed {
    uint64_t key;
    uint32_t at; /* the caller's: usually an index */
} plx_keyed;

/* Sorts by key, ascending; what has the same key keeps its order. `room` holds n more.
 * (Least significant digit first, Knuth, The Art of Computer Programming 5.2.5; digits in which all
 * keys agree are passed over.) */
void plx_sort_keyed(plx_keyed *p, size_t n, plx_keyed *room);

/* A key that sorts as the number does; -0 as 0. Not for NaN. */
static inline uint64_t plx_sort_key_f64(double x) {
    uint64_t bits;
    x += 0.0; /* -0 + 0 is 0 */
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}
/* The number of such a key. */
static inline double plx_sort_f64_of(uint64_t key) {
    uint64_t bits = key >> 63 ? key ^ (uint64_t)1 << 63 : ~key;
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

#endif
