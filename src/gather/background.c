/* The background document frequencies: numbers only, made by train/background.c from a year-wide
 * collection of English news. */
#include "gather/weights.h"

#include "gather/background.inc"

/* A word that is not in the table is rarer than its rarest. */
#define RARE_IDF 7.5f

float plx_gather__background_idf(uint32_t key) {
    size_t lo = background_from[key >> 24], hi = background_from[(key >> 24) + 1], end = hi;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (background_keys[mid] < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    bool found = lo < end && background_keys[lo] == key;
    return found ? (float)background_idf[lo] / 32.0f : RARE_IDF;
}
