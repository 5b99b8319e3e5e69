/* map: values, order of insertion, growth, failures while growing. */
#include "support/support.h"

#include "base/map.h"

static void test_map(void **state) {
    plx_arena *a = *state;
    plx_map m;
    plx_map_init(&m, a);
    assert_int_equal(plx_map_get(&m, PLX_S("x")), PLX_NONE);
    for (uint32_t i = 0; i < 5000; i++) {
        bool is_new = false;
        plx_map_put(&m, plx_str_format(a, "key %u", i), i, &is_new);
        assert_true(is_new);
    }
    for (uint32_t i = 0; i < 5000; i++) {
        plx_str key = plx_str_format(a, "key %u", i);
        assert_int_equal(plx_map_get(&m, key), i);
        assert_true(plx_str_eq(m.entries[i].key, key)); /* order of insertion */
    }
    bool is_new = true;
    plx_map_entry *entry = plx_map_put(&m, PLX_S("key 17"), 99, &is_new);
    assert_false(is_new);
    assert_int_equal(entry->value, 17); /* what is there stays */
    entry->value = 5;
    assert_int_equal(plx_map_get(&m, PLX_S("key 17")), 5);
    assert_int_equal(m.n, 5000);
    plx_map_put(&m, PLX_S(""), 1, NULL);
    assert_int_equal(plx_map_get(&m, (plx_str){NULL, 0}), 1);
    assert_int_equal(plx_map_get(&m, PLX_S("key")), PLX_NONE);
}

static void test_imap(void **state) {
    plx_arena *a = *state;
    plx_imap m;
    plx_imap_init(&m, a);
    assert_int_equal(plx_imap_get(&m, 0), PLX_NONE);
    for (uint32_t i = 0; i < 5000; i++) plx_imap_put(&m, (uint64_t)i << 32, i, NULL);
    for (uint32_t i = 0; i < 5000; i++) {
        assert_int_equal(plx_imap_get(&m, (uint64_t)i << 32), i);
        assert_true(m.entries[i].key == (uint64_t)i << 32);
    }
    bool is_new = true;
    assert_int_equal(plx_imap_put(&m, 0, 7, &is_new)->value, 0);
    assert_false(is_new);
    assert_int_equal(plx_imap_get(&m, UINT64_MAX), PLX_NONE);
}

typedef struct maps {
    plx_map map;
    plx_imap imap;
    plx_arena *arena;
} maps;

static void fill(void *ctx) {
    maps *m = ctx;
    for (uint32_t i = 0; i < 200; i++) {
        plx_map_put(&m->map, plx_str_format(m->arena, "%u", i), i, NULL);
        plx_imap_put(&m->imap, i, i, NULL);
    }
}

/* After a failure the maps still hold what they held, and can be filled on. */
static void test_usable_after_failure(void **state) {
    (void)state;
    for (long nth = 1; nth < 300; nth++) {
        plx_arena a;
        plx_arena_init(&a, PLX_GIB);
        maps m = {.arena = &a};
        plx_map_init(&m.map, &a);
        plx_imap_init(&m.imap, &a);
        plx_arena__fail_after(nth);
        plx_err code = plx_guard(fill, &m, NULL);
        plx_arena__fail_after(0);
        assert_true(code == PLX_OK || code == PLX_NOMEM);
        fill(&m);
        assert_int_equal(m.map.n, 200);
        assert_int_equal(m.imap.n, 200);
        for (uint32_t i = 0; i < 200; i++) {
            assert_int_equal(plx_map_get(&m.map, plx_str_format(&a, "%u", i)), i);
            assert_int_equal(plx_imap_get(&m.imap, i), i);
        }
        plx_arena_release(&a);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_map, plx_test_arena_setup, plx_test_arena_teardown),
        cmocka_unit_test_setup_teardown(test_imap, plx_test_arena_setup, plx_test_arena_teardown),
        cmocka_unit_test(test_usable_after_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
