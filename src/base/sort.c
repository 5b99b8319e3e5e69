#include "base/sort.h"

enum { DIGITS = 8, VALUES = 256, FEW = 24 };

static void insert(plx_keyed *p, size_t n) {
    for (size_t i = 1; i < n; i++) {
        plx_keyed x = p[i];
        size_t k = i;
        for (; k > 0 && p[k - 1].key > x.key; k--) {
            p[k] = p[k - 1];
        }
        p[k] = x;
    }
}

void plx_sort_keyed(plx_keyed *p, size_t n, plx_keyed *room) {
    if (n <= FEW) {
        insert(p, n);
        return;
    }
    size_t count[DIGITS][VALUES] = {{0}};
    for (size_t i = 0; i < n; i++) {
        for (unsigned d = 0; d < DIGITS; d++) {
            count[d][p[i].key >> 8 * d & 0xFF]++;
        }
    }
    plx_keyed *from = p, *to = room;
    for (unsigned d = 0; d < DIGITS; d++) {
        if (count[d][p[0].key >> 8 * d & 0xFF] == n) {
            continue;
        }
        size_t at[VALUES], sum = 0;
        for (size_t v = 0; v < VALUES; v++) {
            at[v] = sum;
            sum += count[d][v];
        }
        for (size_t i = 0; i < n; i++) {
            to[at[from[i].key >> 8 * d & 0xFF]++] = from[i];
        }
        plx_keyed *swap = from;
        from = to;
        to = swap;
    }
    if (from != p) {
        memcpy(p, from, n * sizeof *p);
    }
}
