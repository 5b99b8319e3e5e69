/* What tests of all modules share. cmocka's own header wants these four in front of it. */
#ifndef PLX_TEST_SUPPORT_SUPPORT_H
#define PLX_TEST_SUPPORT_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

/* An arena of 1 GiB that ends with the test's teardown: cmocka_unit_test_setup_teardown(test,
 * plx_test_arena_setup, plx_test_arena_teardown); *state is then the arena. */
int plx_test_arena_setup(void **state);
int plx_test_arena_teardown(void **state);

/* Runs fn(ctx, arena) with the first, the second, ... allocation failing, each time on a fresh
 * arena, until it gets through without a failure. Every failed run must end in PLX_NOMEM; leaks
 * are then LeakSanitizer's to find. Returns how many allocations it takes, at most `most` (a test
 * failure beyond that). */
long plx_test_fail_each(void (*fn)(void *ctx, plx_arena *arena), void *ctx, long most);

/* Opens the project's language model; the caller frees it. False, and said to be skipped, when it
 * is absent: the test's main then returns PLX_TEST_SKIPPED. */
struct plx_lang;
bool plx_test_open_language(struct plx_lang **lang);
#define PLX_TEST_SKIPPED 77

/* A whole file; lives in `arena`. p is NULL when it cannot be read. */
plx_str plx_test_read_file(plx_arena *arena, const char *path);

/* Text equality with both texts shown on failure. */
#define assert_str(actual, expected)                                                               \
    plx_test__assert_str((actual), plx_str_of(expected), __FILE__, __LINE__)
void plx_test__assert_str(plx_str actual, plx_str expected, const char *file, int line);

#endif
