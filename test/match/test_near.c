/* near: every told pair is alike, every pair that is alike is told, in any order of the input. */
#include "support/support.h"

#include "match/near.h"

#include <stdlib.h>

enum { N = 240, LENGTH = 220 };

typedef struct set_of_texts {
    uint32_t words[N][LENGTH];
    size_t n_words[N];
    plx_sketch sketches[N];
    plx_shingles sets[N];
    uint32_t rank[N], item_of_rank[N];
    unsigned char told[N][N]; /* by rank */
    size_t n_clusters;
    uint32_t last_first;
} set_of_texts;

static set_of_texts t;
static plx_near_plan plan;

static plx_shingles load(void *ctx, uint32_t item, plx_arena *arena) {
    (void)ctx;
    (void)arena;
    return t.sets[item];
}

static void found(void *ctx, const plx_near_cluster *c) {
    (void)ctx;
    assert_true(c->n >= 2);
    double least = 1.0;
    for (size_t i = 0; i < c->n; i++) {
        if (i) assert_true(t.rank[c->items[i - 1]] < t.rank[c->items[i]]);
        for (size_t j = 0; j < i; j++) {
            double s = plx_near_jaccard(t.sets[c->items[i]], t.sets[c->items[j]]);
            assert_true(s >= plan.threshold);
            least = PLX_MIN(least, s);
            t.told[t.rank[c->items[j]]][t.rank[c->items[i]]] = 1;
        }
    }
    assert_true(c->similarity <= least + 1e-6);
    t.n_clusters++;
}

static uint64_t seed = 3;
static uint32_t any(void) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 32) | 1u;
}

/* Families of texts with a few words changed, some the very same, some short, one empty. */
static void make(plx_arena *a) {
    for (size_t i = 0; i < N; i++) {
        size_t n = i % 40 == 7 ? i / 40 : LENGTH;
        bool child = i % 6 != 0 && n == LENGTH;
        if (child)
            memcpy(t.words[i], t.words[i - 1], sizeof t.words[i]);
        else
            for (size_t k = 0; k < n; k++) t.words[i][k] = any();
        for (size_t k = 0; child && k < i % 6 - 1; k++) t.words[i][any() % LENGTH] = any();
        t.n_words[i] = n;
        plx_near_sketch(t.words[i], n, &plan, &t.sketches[i]);
        t.sets[i] = plx_near_shingles(t.words[i], n, &plan, a);
    }
}

static size_t find_with(plx_arena *a, const uint32_t *rank) {
    memset(t.told, 0, sizeof t.told);
    t.n_clusters = 0;
    for (size_t i = 0; i < N; i++) t.rank[i] = rank[i];
    plx_near_input in = {t.sketches, N, rank, load, found, NULL};
    plx_near_find(&in, &plan, a);
    return t.n_clusters;
}

static void test_exact(void **state) {
    plan = plx_near_plan_for(0.8, 5);
    make(*state);
    uint32_t rank[N];
    for (uint32_t i = 0; i < N; i++) rank[i] = i;
    assert_true(find_with(*state, rank) > 20);
    for (size_t i = 0; i < N; i++)
        for (size_t j = i + 1; j < N; j++)
            if (t.n_words[i] && plx_near_jaccard(t.sets[i], t.sets[j]) >= 0.8)
                assert_int_equal(t.told[i][j], 1);
}

/* The items in another order with the ranks that go with it: the same pairs by rank. */
static void test_order(void **state) {
    plan = plx_near_plan_for(0.8, 5);
    make(*state);
    uint32_t rank[N];
    for (uint32_t i = 0; i < N; i++) rank[i] = i;
    find_with(*state, rank);
    static unsigned char before[N][N];
    size_t n_before = t.n_clusters;
    memcpy(before, t.told, sizeof before);
    for (uint32_t i = 0; i < N / 2; i++) { /* swap items i and N-1-i */
        uint32_t j = N - 1 - i;
        plx_sketch s = t.sketches[i];
        t.sketches[i] = t.sketches[j];
        t.sketches[j] = s;
        plx_shingles x = t.sets[i];
        t.sets[i] = t.sets[j];
        t.sets[j] = x;
        rank[i] = j;
        rank[j] = i;
    }
    assert_int_equal(find_with(*state, rank), n_before);
    assert_memory_equal(before, t.told, sizeof before);
}

typedef struct counting {
    const plx_shingles *sets;
    size_t largest;
} counting;

static plx_shingles load_many(void *ctx, uint32_t item, plx_arena *arena) {
    (void)arena;
    return ((counting *)ctx)->sets[item];
}

static void found_many(void *ctx, const plx_near_cluster *c) {
    counting *count = ctx;
    count->largest = PLX_MAX(count->largest, c->n);
}

/* A thousand texts that differ in one word: a group too large for all pairs. */
static void test_large_group(void **state) {
    enum { MANY = 1000 };
    plx_arena *a = *state;
    plan = plx_near_plan_for(0.8, 5);
    static plx_sketch sketches[MANY];
    static plx_shingles sets[MANY];
    static uint32_t rank[MANY], words[LENGTH];
    for (size_t k = 0; k < LENGTH; k++) words[k] = any();
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t kept = words[i % LENGTH];
        words[i % LENGTH] = any();
        plx_near_sketch(words, LENGTH, &plan, &sketches[i]);
        sets[i] = plx_near_shingles(words, LENGTH, &plan, a);
        words[i % LENGTH] = kept;
        rank[i] = i;
    }
    counting c = {sets, 0};
    plx_near_input in = {sketches, MANY, rank, load_many, found_many, &c};
    plx_near_find(&in, &plan, a);
    assert_int_equal(c.largest, MANY);
}

static void test_plan(void **state) {
    (void)state;
    for (int i = 3; i <= 10; i++) {
        plx_near_plan p = plx_near_plan_for(i / 10.0, 5);
        assert_true(p.n_bands * p.n_rows <= PLX_NEAR_BINS && p.n_bands <= PLX_NEAR_MAX_BANDS);
    }
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {T(test_exact), T(test_order), T(test_large_group),
                                       T(test_plan)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
