/* progress: the line at all widths and at odd moments. */
#include "support/support.h"

#include "base/progress.h"

static void expect(const plx_progress *p, uint64_t now_ms, unsigned width, const char *expected) {
    char line[256];
    size_t n = plx_progress_line(p, now_ms, width, line, sizeof line);
    assert_string_equal(line, expected);
    assert_int_equal(n, strlen(expected));
}

static void test_line(void **state) {
    (void)state;
    plx_progress p = {
        .what = "reading", .unit = "files", .done = 1250, .total = 5000, .start_ms = 1000};
    expect(&p, 5000, 100,
           "reading  [#####...............]  1,250 of 5,000 files  312/s  0:12 left");
    expect(&p, 5000, 60, "reading  1,250 of 5,000 files  312/s  0:12 left");
    expect(&p, 5000, 40, "reading  1,250 of 5,000 files  312/s");
    expect(&p, 5000, 30, "reading  1,250 of 5,000 files");
    expect(&p, 5000, 10, "reading  1");
    expect(&p, 1100, 100, "reading  [#####...............]  1,250 of 5,000 files");
    p.total = 0;
    expect(&p, 5000, 100, "reading  1,250 files  312/s");
    p.unit = NULL;
    p.done = 4;
    expect(&p, 5000, 100, "reading  4  1.0/s");
}

static void test_odd_moments(void **state) {
    (void)state;
    plx_progress p = {.what = "", .unit = "", .done = UINT64_MAX, .total = 3, .start_ms = 9};
    expect(&p, 0, 100, "  [####################]  3 of 3"); /* done > total, clock went back */
    p.total = p.done = UINT64_MAX;
    char line[16];
    for (size_t cap = 1; cap <= sizeof line; cap++) {
        size_t n = plx_progress_line(&p, UINT64_MAX, 1000, line, cap);
        assert_int_equal(n, strlen(line));
        assert_true(n < cap);
    }
}

static void test_durations(void **state) {
    (void)state;
    char text[32];
    plx_progress_duration(7, text, sizeof text);
    assert_string_equal(text, "0:07");
    plx_progress_duration(750, text, sizeof text);
    assert_string_equal(text, "12:30");
    plx_progress_duration(11100, text, sizeof text);
    assert_string_equal(text, "3:05:00");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_line),
        cmocka_unit_test(test_odd_moments),
        cmocka_unit_test(test_durations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
