#include "support/support.h"

#include "base/sort.h"

#include <stdlib.h>

enum { MOST = 5000 };

static uint64_t next(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    return z ^ (z >> 27);
}

/* The oracle: by key, then by the order that was. */
static int by_key(const void *x, const void *y) {
    const plx_keyed *a = x, *b = y;
    if (a->key != b->key) return a->key < b->key ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void as_qsort_does(void **state) {
    (void)state;
    static plx_keyed p[MOST], want[MOST], room[MOST];
    static const uint64_t masks[] = {UINT64_MAX, 0xFF, 0xFF00FF, 0x7, (uint64_t)0xFFF << 40, 0};
    uint64_t seed = 7;
    for (size_t n = 0; n <= MOST; n = n < 60 ? n + 1 : n * 3) {
        for (size_t m = 0; m < PLX_COUNT(masks); m++) {
            for (uint32_t i = 0; i < n; i++) {
                want[i] = p[i] = (plx_keyed){next(&seed) & masks[m], i};
            }
            plx_sort_keyed(p, n, room);
            if (n) qsort(want, n, sizeof *want, by_key);
            for (size_t i = 0; i < n; i++) {
                assert_true(p[i].key == want[i].key && p[i].at == want[i].at);
            }
        }
    }
}

static void keys_sort_as_numbers(void **state) {
    (void)state;
    static const double ascending[] = {-1e300, -3.0, -0.5, -1e-300, 0.0, 1e-300, 0.25, 3.0, 1e300};
    for (size_t i = 1; i < PLX_COUNT(ascending); i++) {
        assert_true(plx_sort_key_f64(ascending[i - 1]) < plx_sort_key_f64(ascending[i]));
    }
    for (size_t i = 0; i < PLX_COUNT(ascending); i++) {
        assert_true(plx_sort_f64_of(plx_sort_key_f64(ascending[i])) == ascending[i]);
    }
    assert_true(plx_sort_key_f64(-0.0) == plx_sort_key_f64(0.0));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(as_qsort_does),
                                       cmocka_unit_test(keys_sort_as_numbers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
