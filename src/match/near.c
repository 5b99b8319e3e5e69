#include "match/near.h"

#include "base/hash.h"
#include "base/vec.h"

#include <math.h>
#include <stdlib.h>

/* ---- shingles -------------------------------------------------------------------------------- */

#define MULTIPLIER 0x9E3779B97F4A7C15u

static inline uint64_t spread_bits(uint64_t x) {
    x ^= x >> 32;
    x *= 0xD6E8FEB86659FD93u;
    x ^= x >> 32;
    return x;
}

/* A polynomial over the last k words, rolled on by one. */
typedef struct roller {
    uint64_t sum, out; /* out: what a word counts when it leaves */
} roller;

static roller roller_start(const uint32_t *words, size_t k) {
    roller r = {0, 1};
    for (size_t i = 0; i < k; i++) {
        r.sum = r.sum * MULTIPLIER + words[i];
        r.out *= MULTIPLIER;
    }
    return r;
}

static inline void roll(roller *r, uint32_t leaves, uint32_t enters) {
    r->sum = r->sum * MULTIPLIER + enters - r->out * leaves;
}

plx_near_plan plx_near_plan_for(double threshold, unsigned shingle) {
    plx_near_plan plan = {threshold, shingle, PLX_NEAR_MAX_BANDS, 2};
    for (unsigned rows = 2; rows <= 16; rows++) {
        unsigned bands = PLX_MIN(PLX_NEAR_BINS / rows, PLX_NEAR_MAX_BANDS);
        double p = 1.0 - pow(1.0 - pow(threshold, rows), bands);
        if (p >= 0.997) plan.n_rows = rows, plan.n_bands = bands;
    }
    return plan;
}

/* Fills empty bins from others, the same ones for all texts that have them empty. */
static void densify(uint32_t bin[PLX_NEAR_BINS], uint64_t filled) {
    uint32_t dense[PLX_NEAR_BINS];
    if (!filled) return;
    for (uint32_t i = 0; i < PLX_NEAR_BINS; i++) {
        uint32_t from = i;
        for (uint32_t t = 1; !(filled >> from & 1); t++)
            from = (uint32_t)(spread_bits(((uint64_t)i << 32 | t) * MULTIPLIER) >> 58);
        dense[i] = bin[from];
    }
    memcpy(bin, dense, sizeof dense);
}

void plx_near_sketch(const uint32_t *words, size_t n, const plx_near_plan *plan, plx_sketch *out) {
    memset(out, 0, sizeof *out);
    out->n_words = (uint32_t)PLX_MIN(n, UINT32_MAX);
    if (n == 0) return;
    size_t k = PLX_MIN(n, (size_t)plan->shingle);
    uint32_t bin[PLX_NEAR_BINS];
    memset(bin, 0xFF, sizeof bin);
    roller r = roller_start(words, k);
    for (size_t i = k;; i++) {
        uint64_t h = spread_bits(r.sum);
        uint32_t v = (uint32_t)(h >> 20), at = (uint32_t)(h >> 58);
        bin[at] = PLX_MIN(bin[at], v);
        if (i >= n) break;
        roll(&r, words[i - k], words[i]);
    }
    uint64_t filled = 0;
    for (uint32_t i = 0; i < PLX_NEAR_BINS; i++) filled |= (uint64_t)(bin[i] != UINT32_MAX) << i;
    if (~filled) densify(bin, filled);
    for (uint32_t i = 0; i < PLX_NEAR_BINS; i++) out->bin[i] = (uint8_t)bin[i];
    for (uint32_t b = 0; b < plan->n_bands; b++) {
        uint64_t h = b;
        for (uint32_t i = 0; i < plan->n_rows; i++) h = plx_hash_mix(h, bin[b * plan->n_rows + i]);
        out->band[b] = (uint32_t)h;
    }
    out->same = plx_hash_bytes(words, n * sizeof *words, n);
}

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

plx_shingles plx_near_shingles(const uint32_t *words, size_t n, const plx_near_plan *plan,
                               plx_arena *arena) {
    plx_shingles out = {NULL, 0};
    if (n == 0) return out;
    size_t k = PLX_MIN(n, (size_t)plan->shingle);
    out.p = plx_new_n(arena, uint32_t, n - k + 1);
    roller r = roller_start(words, k);
    for (size_t i = k;; i++) {
        out.p[out.n++] = (uint32_t)(spread_bits(r.sum) >> 32);
        if (i >= n) break;
        roll(&r, words[i - k], words[i]);
    }
    qsort(out.p, out.n, sizeof *out.p, by_value);
    size_t m = 1;
    for (size_t i = 1; i < out.n; i++)
        if (out.p[i] != out.p[m - 1]) out.p[m++] = out.p[i];
    out.n = m;
    return out;
}

double plx_near_jaccard(plx_shingles a, plx_shingles b) {
    size_t i = 0, j = 0, both = 0;
    while (i < a.n && j < b.n) {
        uint32_t x = a.p[i], y = b.p[j];
        both += x == y;
        i += x <= y;
        j += y <= x;
    }
    size_t either = a.n + b.n - both;
    return either ? (double)both / (double)either : 0.0;
}

/* ---- candidate groups ------------------------------------------------------------------------ */

typedef struct keyed {
    uint64_t key;
    uint32_t rank; /* of the item */
} keyed;

/* By key, then by rank: the input comes by rank, and the passes keep order. Bytes that are the same
 * in all keys cost one look. */
static void sort_keyed(keyed *p, keyed *spare, size_t n) {
    for (unsigned shift = 0; shift < 64; shift += 8) {
        size_t at[257] = {0};
        for (size_t i = 0; i < n; i++) at[(p[i].key >> shift & 255) + 1]++;
        bool one = false;
        for (size_t b = 1; b < 257; b++) one |= at[b] == n;
        if (one) continue;
        for (size_t b = 1; b < 257; b++) at[b] += at[b - 1];
        for (size_t i = 0; i < n; i++) spare[at[p[i].key >> shift & 255]++] = p[i];
        memcpy(p, spare, n * sizeof *p);
    }
}

typedef struct finder {
    const plx_near_input *in;
    const plx_near_plan *plan;
    plx_arena *arena;
    uint32_t *item_of;   /* rank -> item */
    uint32_t *twin;      /* rank -> the lowest rank of the same text */
    uint32_t *group;     /* rank -> a lower rank of its group, or itself (union-find) */
    uint32_t *next_twin; /* rank -> the next of the same text, or PLX_NONE */
} finder;

static uint32_t find_root(uint32_t *group, uint32_t x) {
    while (group[x] != x) {
        group[x] = group[group[x]];
        x = group[x];
    }
    return x;
}

static void unite(uint32_t *group, uint32_t a, uint32_t b) {
    a = find_root(group, a);
    b = find_root(group, b);
    if (a != b) group[PLX_MAX(a, b)] = PLX_MIN(a, b);
}

static const plx_sketch *sketch_at(const finder *f, uint32_t rank) {
    return &f->in->sketches[f->item_of[rank]];
}

/* The share of equal bins; a byte agrees by chance once in 256. */
static double estimate(const plx_sketch *a, const plx_sketch *b) {
    unsigned same = 0;
    for (unsigned i = 0; i < PLX_NEAR_BINS; i++) same += a->bin[i] == b->bin[i];
    return (double)same / PLX_NEAR_BINS;
}

static void find_twins(finder *f, keyed *k, keyed *spare) {
    size_t n = 0;
    for (uint32_t r = 0; r < f->in->n; r++) {
        f->twin[r] = f->group[r] = r;
        f->next_twin[r] = PLX_NONE;
        const plx_sketch *s = sketch_at(f, r);
        if (s->n_words) k[n++] = (keyed){s->same, r};
    }
    sort_keyed(k, spare, n);
    for (size_t i = 1; i < n; i++) {
        if (k[i].key != k[i - 1].key) continue;
        f->twin[k[i].rank] = f->twin[k[i - 1].rank];
        f->next_twin[k[i - 1].rank] = k[i].rank;
    }
}

#define MAX_LEADERS 8

/* Those that share a band: each is united with the first leader that it looks like. */
static void unite_bucket(finder *f, const keyed *k, size_t n) {
    uint32_t leaders[MAX_LEADERS];
    size_t n_leaders = 0;
    double enough = f->plan->threshold - 0.25;
    for (size_t i = 0; i < n; i++) {
        const plx_sketch *s = sketch_at(f, k[i].rank);
        bool known = false;
        for (size_t l = 0; l < n_leaders; l++) {
            bool same = find_root(f->group, leaders[l]) == find_root(f->group, k[i].rank);
            if (!same && estimate(sketch_at(f, leaders[l]), s) < enough) continue;
            unite(f->group, leaders[l], k[i].rank);
            known = true;
        }
        if (known) continue;
        /* With all places taken the last is given up: the next of its kind leads anew. */
        leaders[n_leaders < MAX_LEADERS ? n_leaders++ : MAX_LEADERS - 1] = k[i].rank;
    }
}

static void find_groups(finder *f, keyed *k, keyed *spare) {
    for (unsigned band = 0; band < f->plan->n_bands; band++) {
        size_t n = 0;
        for (uint32_t r = 0; r < f->in->n; r++) {
            const plx_sketch *s = sketch_at(f, r);
            if (s->n_words && f->twin[r] == r) k[n++] = (keyed){s->band[band], r};
        }
        sort_keyed(k, spare, n);
        for (size_t i = 0, j; i < n; i = j) {
            for (j = i + 1; j < n && k[j].key == k[i].key; j++) {}
            if (j - i > 1) unite_bucket(f, k + i, j - i);
        }
    }
}

/* ---- clusters of a group --------------------------------------------------------------------- */

/* Tells a cluster of ranks, each with its twins. */
static void tell(const finder *f, const uint32_t *ranks, size_t n, double similarity) {
    PLX_VEC(uint32_t) all = {0};
    for (size_t i = 0; i < n; i++)
        for (uint32_t r = ranks[i]; r != PLX_NONE; r = f->next_twin[r])
            plx_vec_push(&all, f->arena, r);
    if (all.n < 2) return;
    qsort(all.p, all.n, sizeof *all.p, by_value);
    for (size_t i = 0; i < all.n; i++) all.p[i] = f->item_of[all.p[i]];
    plx_near_cluster c = {all.p, all.n, similarity};
    f->in->found(f->in->ctx, &c);
}

/* Covers the pairs over the threshold by cliques: from each pair not yet covered, in order, the
 * first clique that grows from it. */
static void clusters_of_small(const finder *f, const uint32_t *m, size_t n,
                              const plx_shingles *sets) {
    float *like = plx_new_n(f->arena, float, n *n);
    bool *covered = plx_new_n(f->arena, bool, n *n);
    uint32_t *clique = plx_new_n(f->arena, uint32_t, n), *ranks = plx_new_n(f->arena, uint32_t, n);
    double t = f->plan->threshold;
    for (size_t i = 0; i < n; i++) {
        bool alone = true;
        for (size_t j = i + 1; j < n; j++) {
            double s = plx_near_jaccard(sets[i], sets[j]);
            like[i * n + j] = like[j * n + i] = s >= t ? (float)s : -1.0f;
        }
        for (size_t j = 0; j < n; j++) alone &= j == i || like[i * n + j] < 0.0f;
        if (alone) covered[i * n + i] = true; /* told with its twins below */
    }
    for (size_t i = 0; i < n; i++) {
        if (covered[i * n + i]) tell(f, &m[i], 1, 1.0);
        for (size_t j = i + 1; j < n; j++) {
            if (like[i * n + j] < 0.0f || covered[i * n + j]) continue;
            size_t k = 0;
            clique[k++] = (uint32_t)i;
            clique[k++] = (uint32_t)j;
            for (size_t x = i + 1; x < n; x++) {
                bool fits = x != j;
                for (size_t c = 0; c < k && fits; c++) fits = like[clique[c] * n + x] >= 0.0f;
                if (fits) clique[k++] = (uint32_t)x;
            }
            double least = 1.0;
            for (size_t a = 0; a < k; a++) {
                ranks[a] = m[clique[a]];
                for (size_t b = 0; b < a; b++) {
                    size_t lo = PLX_MIN(clique[a], clique[b]), hi = PLX_MAX(clique[a], clique[b]);
                    covered[lo * n + hi] = true;
                    least = PLX_MIN(least, (double)like[lo * n + hi]);
                }
            }
            tell(f, ranks, k, least);
        }
    }
}

static void clusters_of_large(const finder *f, const uint32_t *m, size_t n) {
    bool *done = plx_new_n(f->arena, bool, n);
    uint32_t *close = plx_new_n(f->arena, uint32_t, n);
    double t = f->plan->threshold;
    for (size_t l = 0; l < n; l++) {
        if (done[l]) continue;
        plx_arena_mark mark = plx_arena_mark_here(f->arena);
        plx_shingles leader = f->in->load(f->in->ctx, f->item_of[m[l]], f->arena);
        size_t k = 0;
        double least = 1.0;
        close[k++] = m[l];
        for (size_t i = l + 1; i < n; i++) {
            if (done[i] || estimate(sketch_at(f, m[l]), sketch_at(f, m[i])) < t - 0.25) continue;
            plx_arena_mark one = plx_arena_mark_here(f->arena);
            double s =
                plx_near_jaccard(leader, f->in->load(f->in->ctx, f->item_of[m[i]], f->arena));
            plx_arena_restore(f->arena, one);
            if (s < t) continue;
            if (1.0 - s <= (1.0 - t) / 2.0) {
                close[k++] = m[i];
                done[i] = true;
                least = PLX_MIN(least, 1.0 - 2.0 * (1.0 - s));
            } else {
                uint32_t pair[2] = {m[l], m[i]};
                tell(f, pair, 2, s);
            }
        }
        tell(f, close, k, k > 1 ? PLX_MAX(least, t) : 1.0);
        plx_arena_restore(f->arena, mark);
    }
}

static void clusters_of(const finder *f, const uint32_t *m, size_t n) {
    plx_arena_mark mark = plx_arena_mark_here(f->arena);
    if (n == 1) {
        tell(f, m, 1, 1.0);
    } else if (n <= PLX_NEAR_MAX_GROUP) {
        plx_shingles *sets = plx_new_n(f->arena, plx_shingles, n);
        for (size_t i = 0; i < n; i++)
            sets[i] = f->in->load(f->in->ctx, f->item_of[m[i]], f->arena);
        clusters_of_small(f, m, n, sets);
    } else {
        clusters_of_large(f, m, n);
    }
    plx_arena_restore(f->arena, mark);
}

void plx_near_find(const plx_near_input *in, const plx_near_plan *plan, plx_arena *arena) {
    PLX_ASSERT(in->n < PLX_NONE);
    if (in->n == 0) return;
    finder f = {.in = in, .plan = plan, .arena = arena};
    f.item_of = plx_new_n(arena, uint32_t, in->n);
    for (uint32_t i = 0; i < in->n; i++) f.item_of[in->rank[i]] = i;
    f.twin = plx_new_n(arena, uint32_t, in->n);
    f.group = plx_new_n(arena, uint32_t, in->n);
    f.next_twin = plx_new_n(arena, uint32_t, in->n);
    plx_arena_mark mark = plx_arena_mark_here(arena);
    keyed *k = plx_new_n(arena, keyed, in->n), *spare = plx_new_n(arena, keyed, in->n);
    find_twins(&f, k, spare);
    find_groups(&f, k, spare);
    /* Each group's members side by side, by rank. */
    size_t n = 0;
    for (uint32_t r = 0; r < in->n; r++)
        if (sketch_at(&f, r)->n_words && f.twin[r] == r) k[n++] = (keyed){find_root(f.group, r), r};
    sort_keyed(k, spare, n);
    uint32_t *members = plx_new_n(arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) members[i] = k[i].rank;
    for (size_t i = 0, j; i < n; i = j) {
        for (j = i + 1; j < n && k[j].key == k[i].key; j++) {}
        if (j - i > 1 || f.next_twin[members[i]] != PLX_NONE) clusters_of(&f, members + i, j - i);
    }
    plx_arena_restore(arena, mark);
}
