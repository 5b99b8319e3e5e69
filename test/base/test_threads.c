/* threads: every item once, results that do not show how many threads there were, guards that are
 * each thread's own. ctest-labels: threads */
#include "support/support.h"

#include "base/hash.h"
#include "base/threads.h"

#include <stdatomic.h>

#define N_ITEMS 2000

typedef struct job {
    uint64_t results[N_ITEMS];
    atomic_int calls[N_ITEMS];
    atomic_uint most_worker;
} job;

static void one_item(void *ctx, size_t item, unsigned worker) {
    job *j = ctx;
    atomic_fetch_add(&j->calls[item], 1);
    unsigned most = atomic_load(&j->most_worker);
    while (worker > most && !atomic_compare_exchange_weak(&j->most_worker, &most, worker)) {}
    uint64_t hash = item;
    for (int i = 0; i < 100; i++) hash = plx_hash_mix(hash, item);
    j->results[item] = hash;
}

static void test_same_results(void **state) {
    (void)state;
    static job alone, many;
    plx_parallel(1, N_ITEMS, one_item, &alone);
    assert_int_equal(atomic_load(&alone.most_worker), 0);
    const unsigned counts[] = {0, 2, 7, 1000};
    for (size_t k = 0; k < PLX_COUNT(counts); k++) {
        memset(&many, 0, sizeof many);
        plx_parallel(counts[k], N_ITEMS, one_item, &many);
        for (size_t i = 0; i < N_ITEMS; i++) assert_int_equal(atomic_load(&many.calls[i]), 1);
        assert_memory_equal(many.results, alone.results, sizeof alone.results);
        assert_true(atomic_load(&many.most_worker) < PLX_MAX(counts[k], 1u));
    }
    plx_parallel(4, 0, one_item, NULL);
    assert_true(plx_n_cores() >= 1);
}

static void fails_when_odd(void *ctx) {
    size_t item = *(const size_t *)ctx;
    plx_arena a;
    plx_arena_init(&a, PLX_MIB);
    plx_str_format(&a, "%zu", item);
    plx_arena_release(&a);
    if (item % 2) plx_throw(PLX_INVALID, item, "odd");
}

static void guarded_item(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    plx_error err = {0};
    plx_err code = plx_guard(fails_when_odd, &item, &err);
    PLX_ASSERT(code == (item % 2 ? PLX_INVALID : PLX_OK));
    ((uint64_t *)ctx)[item] = err.pos;
}

static void test_guards_are_per_thread(void **state) {
    (void)state;
    static uint64_t positions[N_ITEMS];
    plx_parallel(8, N_ITEMS, guarded_item, positions);
    for (size_t i = 0; i < N_ITEMS; i++) assert_int_equal(positions[i], i % 2 ? i : 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_results),
        cmocka_unit_test(test_guards_are_per_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
