/* What several report formats share: times in words, text on one line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "report/report.h"

static plx_arena arena;

static void is_time(const char *value, const char *words) {
    plx_str got = plx_report__time(plx_str_of(value), &arena);
    assert_int_equal(got.n, plx_str_of(words).n);
    assert_memory_equal(got.p, words, got.n);
}

static void times_in_words(void **state) {
    (void)state;
    is_time("2024-03-12", "12 March 2024");
    is_time("2024-03-02TMO", "2 March 2024, morning");
    is_time("2024-03-12T06:52", "12 March 2024, 06:52");
    is_time("2024-03-12T06:52:10", "12 March 2024, 06:52");
    is_time("2024-12", "December 2024");
}

static void what_is_no_time_stays(void **state) {
    (void)state;
    static const char *const others[] = {"",
                                         "2024",
                                         "2024-13",
                                         "2024-W12",
                                         "2024-03-12Z",
                                         "2024-03-40",
                                         "2024-03-12T6",
                                         "2024-SU",
                                         "P3D",
                                         "34 people",
                                         "1999-03-killed",
                                         "2024-03-"};
    for (size_t i = 0; i < PLX_COUNT(others); i++) {
        is_time(others[i], others[i]);
    }
}

static void one_line(void **state) {
    (void)state;
    plx_str got = plx_report__one_line(PLX_S(" a \n\n b\x1b[31m\xE2\x80\xAEz \t"), &arena);
    assert_true(plx_str_eq(got, PLX_S("a b[31mz")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_in_words),
        cmocka_unit_test(what_is_no_time_stays),
        cmocka_unit_test(one_line),
    };
    plx_arena_init(&arena, PLX_GIB);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_arena_release(&arena);
    return failed;
}
