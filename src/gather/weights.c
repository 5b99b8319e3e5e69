#include "gather/weights.h"

#include "base/vec.h"

#include <math.h>
#include <stdlib.h>

/* ---- document frequencies -------------------------------------------------------------------- */

#define FIRST_SLOTS 4096u
#define PRIOR       300.0 /* documents' worth of trust in the background */

void plx_df_init(plx_df *df, plx_arena *arena) {
    *df = (plx_df){.arena = arena};
    df->n_slots = FIRST_SLOTS;
    df->keys = plx_new_n(arena, uint32_t, df->n_slots);
    df->counts = plx_new_n(arena, uint32_t, df->n_slots);
}

static size_t slot_of(const plx_df *df, uint32_t key) {
    size_t mask = df->n_slots - 1;
    size_t at = (size_t)(((uint64_t)key * 0x9E3779B97F4A7C15u) >> 40) & mask;
    while (df->keys[at] && df->keys[at] != key) at = (at + 1) & mask;
    return at;
}

/* Into tables of new_slots; drops counts up to `forget`. */
static void rehash(plx_df *df, size_t new_slots, uint32_t forget) {
    uint32_t *keys = df->keys, *counts = df->counts;
    size_t old = df->n_slots;
    if (new_slots == old) { /* the arena's memory stays: use a copy for reading */
        keys = malloc(old * sizeof *keys);
        counts = malloc(old * sizeof *counts);
        if (!keys || !counts) {
            free(keys);
            free(counts);
            plx_throw(PLX_NOMEM, 0, "no memory to tidy the word counts");
        }
        memcpy(keys, df->keys, old * sizeof *keys);
        memcpy(counts, df->counts, old * sizeof *counts);
        memset(df->keys, 0, old * sizeof *keys);
    } else {
        df->n_slots = new_slots;
        df->keys = plx_new_n(df->arena, uint32_t, new_slots);
        df->counts = plx_new_n(df->arena, uint32_t, new_slots);
    }
    df->n = 0;
    for (size_t i = 0; i < old; i++) {
        if (!keys[i] || counts[i] <= forget) continue;
        size_t at = slot_of(df, keys[i]);
        df->keys[at] = keys[i];
        df->counts[at] = counts[i];
        df->n++;
    }
    if (new_slots == old) {
        free(keys);
        free(counts);
    }
}

static void make_room(plx_df *df) {
    if ((df->n + 1) * 3 < df->n_slots * 2) return;
    if (df->n < PLX_DF_MAX_KEYS) {
        rehash(df, df->n_slots * 2, 0);
        return;
    }
    for (uint32_t forget = 1; df->n * 2 > PLX_DF_MAX_KEYS; forget *= 2)
        rehash(df, df->n_slots, forget);
}

void plx_df_put(plx_df *df, uint32_t key, uint32_t count) {
    if (!key) return;
    make_room(df);
    size_t at = slot_of(df, key);
    if (!df->keys[at]) df->keys[at] = key, df->n++;
    df->counts[at] = count;
}

static void bump(plx_df *df, uint32_t key) {
    if (!key) return;
    make_room(df);
    size_t at = slot_of(df, key);
    if (!df->keys[at]) df->keys[at] = key, df->counts[at] = 0, df->n++;
    if (df->counts[at] < UINT32_MAX) df->counts[at]++;
}

void plx_df_add(plx_df *df, const plx_features *f) {
    for (size_t i = 0; i < f->n; i++) {
        plx_feature_kind k = plx_feature_kind_of(f->p[i].key);
        /* Each title word stands among the words as well. */
        if (k != PLX_GATHER_TITLE && k != PLX_GATHER_CAPITAL)
            bump(df, plx_feature_df_key(f->p[i].key));
    }
    df->n_documents++;
}

uint32_t plx_df_get(const plx_df *df, uint32_t key) {
    size_t at = slot_of(df, key);
    return df->keys[at] ? df->counts[at] : 0;
}

float plx_gather_idf(const plx_df *df, uint32_t key) {
    uint32_t k = plx_feature_df_key(key);
    double background;
    switch (plx_feature_kind_of(key)) {
    case PLX_GATHER_AGE:
        background = 3.5; /* one in thirty accounts names a given age */
        break;
    case PLX_GATHER_DAY: background = 4.0; break;
    default: background = (double)plx_gather__background_idf(k);
    }
    if (!df || df->n_documents < 2) return (float)background;
    double n = (double)df->n_documents;
    double p = ((double)plx_df_get(df, k) + PRIOR * exp(-background)) / (n + PRIOR);
    double own = -log(PLX_MIN(p, 1.0));
    return (float)PLX_MIN(background, own);
}

/* ---- vectors --------------------------------------------------------------------------------- */

/* The kth heaviest of w[0..n), k from 1; orders w on the way (Hoare's quickselect). */
static float kth_heaviest(float *w, size_t n, size_t k) {
    PLX_ASSERT(k >= 1 && k <= n);
    size_t lo = 0, hi = n - 1;
    while (lo < hi) {
        float pivot = w[lo + (hi - lo) / 2];
        size_t i = lo, j = hi;
        for (;; i++, j--) {
            while (w[i] > pivot) i++;
            while (w[j] < pivot) j--;
            if (i >= j) break;
            float t = w[i];
            w[i] = w[j];
            w[j] = t;
        }
        /* w[lo..j] are no lighter than the pivot, w[j + 1..hi] no heavier. */
        if (k - 1 <= j)
            hi = j;
        else
            lo = j + 1;
    }
    return w[k - 1];
}

size_t plx_gather__heaviest(plx_weighted *v, size_t n, size_t k) {
    if (n <= k) return n;
    float w[PLX_GATHER_MAX_FEATURES] = {0};
    for (size_t i = 0; i < n; i++) w[i] = v[i].w;
    float least = kth_heaviest(w, n, k);
    size_t above = 0, kept = 0;
    for (size_t i = 0; i < n; i++) above += v[i].w > least;
    for (size_t i = 0; i < n && kept < k; i++) {
        bool tie = v[i].w == least;
        if (v[i].w < least || (tie && above == k)) continue;
        above += tie; /* of equal ones the first keys stay */
        v[kept++] = v[i];
    }
    return kept;
}

void plx_gather_weigh(const plx_features *f, const plx_df *df, size_t max_features,
                      plx_arena *arena, plx_vector *out) {
    plx_weighted v[PLX_GATHER_MAX_FEATURES];
    double square[PLX_GATHER_N_KINDS] = {0};
    size_t n = 0;
    bool says_days = false;
    for (size_t i = 0; i < f->n; i++) {
        plx_feature_kind k = plx_feature_kind_of(f->p[i].key);
        double tf = (double)f->p[i].tf;
        double w = (1.0 + log(tf)) * (double)plx_gather_idf(df, f->p[i].key);
        says_days |= k == PLX_GATHER_DAY;
        if (w <= 0.0) continue;
        v[n++] = (plx_weighted){f->p[i].key, (float)w};
        square[k] += w * w;
    }
    for (size_t i = 0; i < n; i++) {
        plx_feature_kind k = plx_feature_kind_of(v[i].key);
        v[i].w = (float)((double)v[i].w / sqrt(square[k]));
    }
    n = plx_gather__heaviest(v, n, max_features);
    out->p = plx_arena_alloc(arena, PLX_MAX(n, 1) * sizeof v[0], _Alignof(plx_weighted));
    memcpy(out->p, v, n * sizeof v[0]);
    out->n = (uint32_t)n;
    out->day = f->day;
    out->says_days = says_days;
}

/* ---- the score of a pair --------------------------------------------------------------------- */

/* What each piece of evidence is worth, in log odds. A handful of round numbers: cosines of words,
 * capitalised words and days act by their square roots (the first shared words say most). */
static const struct {
    double bias, word, title, capital, age, day, both_say_days, log_days, undated;
} worth = {-8.75, 16.0, 2.5, 6.0, 2.0, 3.5, -1.3, -1.0, -3.0};

double plx_score_of(const double c[PLX_GATHER_N_KINDS], const plx_vector *a, const plx_vector *b) {
    double s = worth.bias + worth.word * sqrt(PLX_MAX(c[PLX_GATHER_WORD], 0.0)) +
               worth.title * c[PLX_GATHER_TITLE] +
               worth.capital * sqrt(PLX_MAX(c[PLX_GATHER_CAPITAL], 0.0)) +
               worth.age * c[PLX_GATHER_AGE] + worth.day * sqrt(PLX_MAX(c[PLX_GATHER_DAY], 0.0));
    if (a->says_days && b->says_days) s += worth.both_say_days;
    if (a->day == PLX_NO_DAY || b->day == PLX_NO_DAY)
        s += worth.undated;
    else
        s += worth.log_days * log1p(fabs((double)a->day - (double)b->day));
    return s;
}

double plx_pair_score(const plx_vector *a, const plx_vector *b) {
    double c[8] = {0};
    uint32_t i = 0, j = 0;
    while (i < a->n && j < b->n) {
        uint32_t x = a->p[i].key, y = b->p[j].key;
        if (x == y) c[x & 7u] += (double)a->p[i].w * (double)b->p[j].w;
        i += x <= y;
        j += y <= x;
    }
    return plx_score_of(c, a, b);
}

static uint32_t spread_slot(uint32_t key) { return (key * 2654435761u) >> 22; }

void plx_gather_spread(const plx_vector *v, plx_spread *out) {
    _Static_assert(PLX_SPREAD_SLOTS == 1u << 10, "spread_slot gives ten bits");
    _Static_assert(PLX_GATHER_MAX_FEATURES < PLX_SPREAD_SLOTS, "a free slot must remain");
    memset(out->slots, 0, sizeof out->slots);
    out->v = v;
    for (uint32_t i = 0; i < v->n; i++) {
        uint32_t at = spread_slot(v->p[i].key);
        while (out->slots[at].key) at = (at + 1) & (PLX_SPREAD_SLOTS - 1);
        out->slots[at] = v->p[i];
    }
}

double plx_spread_score(const plx_spread *a, const plx_vector *b) {
    double c[8] = {0};
    for (uint32_t i = 0; i < b->n; i++) {
        uint32_t key = b->p[i].key, at = spread_slot(key);
        while (a->slots[at].key != key && a->slots[at].key) at = (at + 1) & (PLX_SPREAD_SLOTS - 1);
        if (a->slots[at].key) c[key & 7u] += (double)a->slots[at].w * (double)b->p[i].w;
    }
    return plx_score_of(c, a->v, b);
}
