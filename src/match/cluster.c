/* Average linkage. For each cluster its best partner is kept; a join changes only partners that
 * pointed at what was joined (the mean of two likenesses is never above the greater). */
#include "match/event_pairs.h"

typedef struct linkage {
    float *sim;
    size_t n;
    uint32_t *size, *best;
} linkage;

static float at(const linkage *l, size_t i, size_t k) { return l->sim[i * l->n + k]; }

static void find_best(linkage *l, size_t i) {
    l->best[i] = (uint32_t)i;
    for (size_t k = 0; k < l->n; k++) {
        if (k == i || !l->size[k]) continue;
        if (l->best[i] == i || at(l, i, k) > at(l, i, l->best[i])) l->best[i] = (uint32_t)k;
    }
}

static void merge(linkage *l, size_t a, size_t b) {
    float x = (float)l->size[a], y = (float)l->size[b];
    for (size_t k = 0; k < l->n; k++) {
        if (!l->size[k] || k == a || k == b) continue;
        float s = (at(l, a, k) * x + at(l, b, k) * y) / (x + y);
        l->sim[a * l->n + k] = l->sim[k * l->n + a] = s;
    }
    l->size[a] += l->size[b];
    l->size[b] = 0;
    for (size_t i = 0; i < l->n; i++) {
        if (l->size[i] && (i == a || l->best[i] == a || l->best[i] == b)) find_best(l, i);
    }
}

void plx_cluster_average(float *sim, size_t n, double threshold, uint32_t *cluster,
                         plx_arena *arena) {
    linkage l = {sim, n, plx_new_n(arena, uint32_t, n), plx_new_n(arena, uint32_t, n)};
    for (size_t i = 0; i < n; i++) {
        cluster[i] = (uint32_t)i;
        l.size[i] = 1;
    }
    for (size_t i = 0; i < n; i++) find_best(&l, i);
    for (size_t joins = 0; joins + 1 < n; joins++) {
        size_t a = SIZE_MAX;
        for (size_t i = 0; i < n; i++) {
            if (!l.size[i] || l.best[i] == i) continue;
            if (a == SIZE_MAX || at(&l, i, l.best[i]) > at(&l, a, l.best[a])) a = i;
        }
        if (a == SIZE_MAX || (double)at(&l, a, l.best[a]) < threshold) return;
        size_t b = l.best[a], low = PLX_MIN(a, b), high = PLX_MAX(a, b);
        merge(&l, low, high);
        for (size_t i = 0; i < n; i++) {
            if (cluster[i] == high) cluster[i] = (uint32_t)low;
        }
    }
}
