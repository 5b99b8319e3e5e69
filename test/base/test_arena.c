/* arena: alignment, limits, marks, clean-ups, guards, injected failures, poisoned gaps. */
#include "support/support.h"

#include "base/vec.h"

#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define WITH_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ASAN 1
#endif
#endif
#ifdef WITH_ASAN
#include <sanitizer/asan_interface.h>
#endif

static void test_alignment_and_zeroes(void **state) {
    plx_arena *a = *state;
    for (size_t align = 1; align <= 64; align *= 2) {
        for (size_t size = 0; size < 200; size += 7) {
            unsigned char *p = plx_arena_calloc(a, 1, size, align);
            assert_non_null(p);
            assert_int_equal((uintptr_t)p % align, 0);
            for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
            memset(p, 0xAA, size);
        }
    }
}

static void test_large_and_many(void **state) {
    plx_arena *a = *state;
    char *large = plx_arena_alloc(a, 10 * PLX_MIB, 1);
    large[0] = large[10 * PLX_MIB - 1] = 1;
    uint32_t *numbers[1000];
    for (uint32_t i = 0; i < 1000; i++) {
        numbers[i] = plx_new_n(a, uint32_t, 100);
        for (uint32_t k = 0; k < 100; k++) numbers[i][k] = i * 100 + k;
    }
    for (uint32_t i = 0; i < 1000; i++) {
        for (uint32_t k = 0; k < 100; k++) assert_int_equal(numbers[i][k], i * 100 + k);
    }
}

static void test_grow_keeps_content(void **state) {
    plx_arena *a = *state;
    PLX_VEC(uint32_t) v = {0}, other = {0};
    for (uint32_t i = 0; i < 5000; i++) {
        plx_vec_push(&v, a, i);
        if (i % 3 == 0) plx_vec_push(&other, a, ~i); /* so that v is not always the newest */
    }
    assert_int_equal(v.n, 5000);
    for (uint32_t i = 0; i < 5000; i++) assert_int_equal(v.p[i], i);
    for (uint32_t i = 0; i < other.n; i++) assert_int_equal(other.p[i], ~(i * 3));
    struct {
        plx_str *p;
        size_t n, cap;
    } strs = {0};
    plx_str *added = plx_vec_add(&strs, a);
    assert_null(added->p);
    assert_int_equal(added->n, 0);
}

static void test_mark_and_restore(void **state) {
    plx_arena *a = *state;
    char *kept = plx_arena_alloc(a, 10, 1);
    memset(kept, 7, 10);
    size_t before = a->used_bytes;
    plx_arena_mark mark = plx_arena_mark_here(a);
    for (int i = 0; i < 100; i++) memset(plx_arena_alloc(a, 100000, 8), i, 100000);
    assert_true(a->used_bytes > before);
    plx_arena_restore(a, mark);
    assert_int_equal(a->used_bytes, before);
    for (int i = 0; i < 10; i++) assert_int_equal(kept[i], 7);

    plx_arena fresh;
    plx_arena_init(&fresh, PLX_MIB);
    mark = plx_arena_mark_here(&fresh);
    plx_arena_alloc(&fresh, 100, 1);
    plx_arena_restore(&fresh, mark);
    plx_arena_alloc(&fresh, 100, 1);
    plx_arena_release(&fresh);
    assert_int_equal(fresh.used_bytes, 0);
}

static int n_called, order[8];
static void note(void *resource) { order[n_called++] = *(int *)resource; }

static void test_deferred(void **state) {
    plx_arena *a = *state;
    static int one = 1, two = 2, three = 3;
    n_called = 0;
    plx_arena_defer(a, note, &one);
    plx_arena_mark mark = plx_arena_mark_here(a);
    plx_arena_defer(a, note, &two);
    plx_arena_defer(a, note, &three);
    plx_arena_restore(a, mark);
    assert_int_equal(n_called, 2);
    assert_int_equal(order[0], 3); /* newest first */
    assert_int_equal(order[1], 2);
    plx_arena_reset(a);
    assert_int_equal(n_called, 3);
    assert_int_equal(order[2], 1);
    plx_arena_reset(a);
    assert_int_equal(n_called, 3);
}

static void take_too_much(void *ctx) {
    plx_arena *a = ctx;
    for (;;) plx_arena_alloc(a, 1000, 8);
}
static void take_huge(void *ctx) { plx_arena_alloc(ctx, SIZE_MAX - 3, 8); }
static void take_product(void *ctx) { plx_arena_calloc(ctx, SIZE_MAX / 2, 3, 8); }

static void test_limit(void **state) {
    (void)state;
    plx_arena a;
    plx_error err = {0};
    plx_arena_init(&a, PLX_MIB);
    char *kept = plx_arena_alloc(&a, 4, 1);
    memcpy(kept, "kept", 4);
    assert_int_equal(plx_guard(take_too_much, &a, &err), PLX_LIMIT);
    assert_int_equal(err.code, PLX_LIMIT);
    assert_true(strlen(err.msg) > 0);
    assert_true(a.used_bytes <= PLX_MIB);
    assert_memory_equal(kept, "kept", 4); /* what was there stays */
    assert_int_equal(plx_guard(take_huge, &a, NULL), PLX_LIMIT);
    assert_int_equal(plx_guard(take_product, &a, NULL), PLX_LIMIT);
    plx_arena_release(&a);
    /* Nearly the whole limit in one piece. */
    plx_arena_init(&a, PLX_MIB);
    plx_arena_alloc(&a, PLX_MIB - 1000, 1);
    plx_arena_release(&a);
}

static void throw_inner(void *ctx) {
    (void)ctx;
    plx_throw(PLX_INVALID, 42, "bad %s", "byte");
}
static void guard_inner(void *ctx) {
    plx_error *err = ctx;
    assert_int_equal(plx_guard(throw_inner, NULL, err), PLX_INVALID);
    plx_throw(PLX_CORRUPT, 7, "outer");
}
static void nothing(void *ctx) { (void)ctx; }

static void test_guards_nest(void **state) {
    (void)state;
    plx_error inner = {0}, outer = {0};
    assert_int_equal(plx_guard(guard_inner, &inner, &outer), PLX_CORRUPT);
    assert_int_equal(inner.pos, 42);
    assert_string_equal(inner.msg, "bad byte");
    assert_int_equal(outer.pos, 7);
    assert_string_equal(outer.msg, "outer");
    outer.code = PLX_IO;
    assert_int_equal(plx_guard(nothing, NULL, &outer), PLX_OK);
    assert_int_equal(outer.code, PLX_IO); /* untouched on success */
}

static int n_opened, n_closed;
static void close_it(void *resource) {
    (void)resource;
    n_closed++;
}
static void use_resources(void *ctx, plx_arena *a) {
    (void)ctx;
    for (int i = 0; i < 5; i++) {
        n_opened++;
        plx_arena_defer(a, close_it, &n_opened);
        plx_arena_alloc(a, 20, 4);
    }
}

static void test_every_failure_closes(void **state) {
    (void)state;
    n_opened = n_closed = 0;
    assert_int_equal(plx_test_fail_each(use_resources, NULL, 100), 10);
    assert_int_equal(n_opened, n_closed);
}

static void test_gaps_are_poisoned(void **state) {
#ifdef WITH_ASAN
    plx_arena *a = *state;
    char *p = plx_arena_alloc(a, 24, 8);
    char *q = plx_arena_alloc(a, 24, 8);
    assert_false(__asan_address_is_poisoned(p));
    assert_false(__asan_address_is_poisoned(p + 23));
    assert_true(__asan_address_is_poisoned(p + 24));
    assert_true(__asan_address_is_poisoned(q + 24));
    plx_arena_mark mark = plx_arena_mark_here(a);
    char *r = plx_arena_alloc(a, 24, 8);
    plx_arena_restore(a, mark);
    assert_true(__asan_address_is_poisoned(r));
    plx_arena_reset(a);
    assert_true(__asan_address_is_poisoned(p));
#else
    (void)state;
    print_message("SKIP poisoned gaps: not an ASan build\n");
#endif
}

#define WITH_ARENA(test)                                                                           \
    cmocka_unit_test_setup_teardown(test, plx_test_arena_setup, plx_test_arena_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_ARENA(test_alignment_and_zeroes),
        WITH_ARENA(test_large_and_many),
        WITH_ARENA(test_grow_keeps_content),
        WITH_ARENA(test_mark_and_restore),
        WITH_ARENA(test_deferred),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_guards_nest),
        cmocka_unit_test(test_every_failure_closes),
        WITH_ARENA(test_gaps_are_poisoned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
