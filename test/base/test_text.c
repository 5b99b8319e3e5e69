/* str, span, utf8, buf and error. */
#include "support/support.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

static void test_compare(void **state) {
    (void)state;
    assert_int_equal(plx_str_cmp(PLX_S("a"), PLX_S("b")), -1);
    assert_int_equal(plx_str_cmp(PLX_S("ab"), PLX_S("a")), 1);
    assert_int_equal(plx_str_cmp(PLX_S(""), (plx_str){NULL, 0}), 0);
    assert_int_equal(plx_str_cmp(PLX_S("\xC3\xA9"), PLX_S("z")), 1); /* bytes, unsigned */
    assert_true(plx_str_eq(PLX_S("x"), PLX_S("x")));
    assert_false(plx_str_eq(PLX_S("x"), PLX_S("xy")));
    assert_true(plx_str_eq_nocase(PLX_S("Harbour"), PLX_S("hARBOUR")));
    assert_false(plx_str_eq_nocase(PLX_S("\xC3\x89"), PLX_S("\xC3\xA9")));
    assert_true(plx_str_starts_nocase(PLX_S("Ferry"), PLX_S("fe")));
    assert_false(plx_str_starts_nocase(PLX_S("Fe"), PLX_S("ferry")));
    assert_true(plx_str_starts(PLX_S("Ferry"), PLX_S("")));
    assert_true(plx_str_ends(PLX_S("Ferry"), PLX_S("rry")));
    assert_false(plx_str_ends(PLX_S("y"), PLX_S("rry")));
}

static void test_find_and_split(void **state) {
    (void)state;
    plx_str s = PLX_S("one,two,,three");
    assert_int_equal(plx_str_find(s, PLX_S("two"), 0), 4);
    assert_int_equal(plx_str_find(s, PLX_S("two"), 5), SIZE_MAX);
    assert_int_equal(plx_str_find(s, PLX_S(""), 14), 14);
    assert_int_equal(plx_str_find(s, PLX_S(""), 15), SIZE_MAX);
    assert_int_equal(plx_str_find(PLX_S("aaab"), PLX_S("aab"), 0), 1);
    assert_int_equal(plx_str_find_char(s, ',', 4), 7);
    assert_int_equal(plx_str_find_char(s, ',', 99), SIZE_MAX);
    assert_true(plx_str_contains(s, PLX_S("three")));
    const char *expected[] = {"one", "two", "", "three"};
    size_t n = 0;
    for (plx_str part, rest = s; plx_str_split(&rest, ',', &part);) {
        assert_true(n < 4);
        assert_str(part, expected[n++]);
    }
    assert_int_equal(n, 4);
    assert_str(plx_str_trim(PLX_S(" \t x y\r\n")), "x y");
    assert_int_equal(plx_str_trim(PLX_S("  ")).n, 0);
    assert_str(plx_str_slice(s, 4, 7), "two");
    assert_int_equal(plx_str_slice(s, 100, 200).n, 0);
    assert_int_equal(plx_str_slice(s, 7, 4).n, 0);
    static const plx_str sorted[] = {PLX_S_INIT("a"), PLX_S_INIT("b"), PLX_S_INIT("bb")};
    assert_int_equal(plx_str_lookup(sorted, 3, PLX_S("bb")), 2);
    assert_int_equal(plx_str_lookup(sorted, 3, PLX_S("a")), 0);
    assert_int_equal(plx_str_lookup(sorted, 3, PLX_S("c")), PLX_NONE);
    assert_int_equal(plx_str_lookup(sorted, 0, PLX_S("c")), PLX_NONE);
}

static void test_numbers(void **state) {
    (void)state;
    int64_t i = 5;
    assert_true(plx_str_to_i64(PLX_S("-12"), &i));
    assert_int_equal(i, -12);
    assert_true(plx_str_to_i64(PLX_S("9223372036854775807"), &i));
    assert_true(i == INT64_MAX);
    assert_true(plx_str_to_i64(PLX_S("-9223372036854775808"), &i));
    assert_true(i == INT64_MIN);
    const char *bad[] = {"", "-", "+", "9223372036854775808", "-9223372036854775809", "12x", " 1"};
    for (size_t k = 0; k < PLX_COUNT(bad); k++) {
        i = 77;
        assert_false(plx_str_to_i64(plx_str_of(bad[k]), &i));
        assert_int_equal(i, 77);
    }
    double d;
    assert_true(plx_str_to_f64(PLX_S("3.5"), &d));
    assert_true(d == 3.5);
    assert_true(plx_str_to_f64(PLX_S("1e3"), &d));
    assert_true(d == 1000);
    const char *bad_f64[] = {"", "nan", "inf", "0x10", "1e999", "1.2.3", " 1", "1 ", "-", "e"};
    for (size_t k = 0; k < PLX_COUNT(bad_f64); k++) {
        assert_false(plx_str_to_f64(plx_str_of(bad_f64[k]), &d));
    }
}

static void test_copies(void **state) {
    plx_arena *a = *state;
    plx_str copy = plx_str_dup(a, PLX_S("abc"));
    assert_int_equal(copy.p[3], '\0');
    assert_str(copy, "abc");
    assert_str(plx_str_dup(a, (plx_str){NULL, 0}), "");
    assert_str(plx_str_cat(a, PLX_S("ab"), PLX_S("cd")), "abcd");
    assert_str(plx_str_format(a, "%d of %s", 3, "five"), "3 of five");
    assert_str(plx_str_lower_ascii(a, PLX_S("A\xC3\x89Z")), "a\xC3\x89z");
}

static void test_spans(void **state) {
    (void)state;
    plx_span a = {2, 5}, b = {4, 9}, c = {5, 6};
    assert_int_equal(plx_span_overlap(a, b), 1);
    assert_int_equal(plx_span_overlap(a, c), 0);
    assert_true(plx_span_contains((plx_span){1, 9}, a));
    assert_false(plx_span_contains(a, b));
    assert_true(plx_span_eq(plx_span_join(a, c), (plx_span){2, 6}));
    assert_int_equal(plx_span_cmp(a, b), -1);
    assert_int_equal(plx_span_cmp((plx_span){2, 6}, a), 1);
    assert_int_equal(plx_span_cmp(a, a), 0);
}

/* Every code point there and back; every pair of bytes against a plain reading of the standard. */
static void test_utf8_round_trip(void **state) {
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        char bytes[4];
        size_t n = plx_utf8_encode(cp, bytes), pos = 0;
        uint32_t expected = cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp;
        if (plx_utf8_next(plx_str_n(bytes, n), &pos) != expected || pos != n) fail();
        if (plx_utf8_prev(plx_str_n(bytes, n), &pos) != expected || pos != 0) fail();
        if (plx_utf8_validate(plx_str_n(bytes, n)) != n) fail();
        if (plx_utf8_count(plx_str_n(bytes, n)) != 1) fail();
    }
    char bytes[4];
    assert_int_equal(plx_utf8_encode(0x110000, bytes), 3);
}

static void test_utf8_bad(void **state) {
    (void)state;
    const struct {
        const char *bytes;
        size_t valid; /* how many bytes in front of the first bad one */
    } cases[] = {{"ab\x80", 2},           {"\xC0\xAF", 0},
                 {"\xC1\x81", 0},         {"\xE0\x80\x80", 0},
                 {"\xED\xA0\x80", 0},     {"\xF0\x80\x80\x80", 0},
                 {"\xF4\x90\x80\x80", 0}, {"\xF5\x80", 0},
                 {"x\xE2\x82", 1},        {"\xFF", 0},
                 {"123456789\xC3", 9},    {"12345678\xC3(", 8},
                 {"\xE2\x82\xAC\x80", 3}};
    for (size_t i = 0; i < PLX_COUNT(cases); i++) {
        plx_str s = plx_str_of(cases[i].bytes);
        assert_int_equal(plx_utf8_validate(s), cases[i].valid);
        size_t steps = 0;
        for (size_t pos = 0; pos < s.n; steps++) plx_utf8_next(s, &pos);
        for (size_t pos = s.n; pos > 0; steps--) plx_utf8_prev(s, &pos);
    }
    size_t pos = 0;
    assert_int_equal(plx_utf8_next(PLX_S("\xE2\x82"), &pos), 0xFFFD);
    assert_int_equal(pos, 1);
}

static void test_classes_and_folding(void **state) {
    plx_arena *a = *state;
    assert_true(plx_cp_is_alpha('a') && plx_cp_is_alpha(0xE9) && plx_cp_is_alpha(0x416));
    assert_false(plx_cp_is_alpha('1') || plx_cp_is_alpha('[') || plx_cp_is_alpha('@'));
    assert_true(plx_cp_is_digit('0') && plx_cp_is_digit(0x663));
    assert_true(plx_cp_is_upper('A') && plx_cp_is_upper(0x416) && !plx_cp_is_upper('a'));
    assert_true(plx_cp_is_lower(0x436) && !plx_cp_is_lower('A'));
    assert_true(plx_cp_is_space(' ') && plx_cp_is_space(0xA0) && plx_cp_is_space(0x200B));
    assert_true(plx_cp_is_punct('.') && plx_cp_is_punct(0x2014) && !plx_cp_is_punct('a'));
    assert_true(plx_cp_is_apostrophe(0x2019) && plx_cp_is_double_quote(0x201C));
    assert_true(plx_cp_is_dash(0x2013) && plx_cp_is_dash('-') && !plx_cp_is_dash('_'));
    assert_int_equal(plx_cp_lower(0x416), 0x436);
    assert_int_equal(plx_cp_upper('z'), 'Z');
    assert_str(plx_str_lower(a, PLX_S("\xC3\x89T\xC3\x89")), "\xC3\xA9t\xC3\xA9");
    assert_str(plx_str_fold(a, PLX_S("Caf\xC3\x89")), "cafe");
    assert_str(plx_str_fold(a, PLX_S("e\xCC\x81")), "e");
    assert_str(plx_str_fold(a, PLX_S("don\xE2\x80\x99t\xE2\x80\x94")), "don't-");
    assert_str(plx_str_fold(a, PLX_S("\xEF\xAC\x81n")), "fin"); /* the ligature fi */
    assert_str(plx_str_fold(a, PLX_S("")), "");
}

static void test_buf(void **state) {
    plx_arena *a = *state;
    plx_buf b;
    plx_buf_init(&b, a, 10);
    plx_buf_putz(&b, "12345");
    plx_buf_putc(&b, '6');
    assert_false(b.overflow);
    plx_buf_putz(&b, "78901");
    assert_true(b.overflow);
    plx_buf_putc(&b, 'x'); /* sticky: although there would be room */
    assert_str(plx_buf_str(&b), "123456");

    plx_buf_init(&b, a, SIZE_MAX);
    plx_buf_put_u64(&b, UINT64_MAX);
    plx_buf_putc(&b, ' ');
    plx_buf_put_i64(&b, INT64_MIN);
    plx_buf_putc(&b, ' ');
    plx_buf_put_cp(&b, 0x20AC);
    plx_buf_printf(&b, " %05.1f|%s", 3.14, "");
    assert_str(plx_buf_str(&b), "18446744073709551615 -9223372036854775808 \xE2\x82\xAC 003.1|");
}

static void test_doubles_read_back(void **state) {
    plx_arena *a = *state;
    const double values[] = {0,       1,    -1,         0.1,    2.5,
                             1.0 / 3, 1e21, -1e-7,      1e15,   DBL_MIN,
                             DBL_MAX, 29.0, 1234567.89, 5e-324, 0.30000000000000004};
    for (size_t i = 0; i < PLX_COUNT(values); i++) {
        plx_buf b;
        plx_buf_init(&b, a, SIZE_MAX);
        plx_buf_put_f64(&b, values[i]);
        plx_buf_putc(&b, '\0');
        assert_true(strtod(b.p, NULL) == values[i]);
    }
    plx_buf b;
    plx_buf_init(&b, a, SIZE_MAX);
    plx_buf_put_f64(&b, 29);
    plx_buf_putc(&b, ' ');
    plx_buf_put_f64(&b, 0.1);
    plx_buf_putc(&b, ' ');
    plx_buf_put_f64(&b, (double)NAN);
    plx_buf_put_f64(&b, (double)INFINITY);
    assert_str(plx_buf_str(&b), "29 0.1 nullnull");
}

static void test_errors(void **state) {
    (void)state;
    plx_error err;
    assert_int_equal(plx_fail(&err, PLX_CORRUPT, 99, "bad block %d", 3), PLX_CORRUPT);
    assert_int_equal(err.pos, 99);
    assert_string_equal(err.msg, "bad block 3");
    assert_int_equal(plx_fail(NULL, PLX_IO, 0, "x"), PLX_IO);
    assert_string_equal(plx_err_text(PLX_OK), "done");
    char many[1000];
    memset(many, 'x', sizeof many - 1);
    many[sizeof many - 1] = '\0';
    (void)plx_fail(&err, PLX_IO, 0, "%s", many);
    assert_int_equal(strlen(err.msg), sizeof err.msg - 1);
}

static void build_texts(void *ctx, plx_arena *a) {
    (void)ctx;
    plx_buf b;
    plx_buf_init(&b, a, SIZE_MAX);
    for (int i = 0; i < 50; i++) plx_buf_printf(&b, "line %d of a text that grows\n", i);
    plx_str_fold(a, plx_buf_str(&b));
    plx_str_lower(a, plx_buf_str(&b));
    plx_str_format(a, "%.*s", PLX_FMT(plx_buf_str(&b)));
}

static void test_allocations_fail(void **state) {
    (void)state;
    assert_true(plx_test_fail_each(build_texts, NULL, 1000) >= 4);
}

#define WITH_ARENA(test)                                                                           \
    cmocka_unit_test_setup_teardown(test, plx_test_arena_setup, plx_test_arena_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_find_and_split),
        cmocka_unit_test(test_numbers),
        WITH_ARENA(test_copies),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_utf8_round_trip),
        cmocka_unit_test(test_utf8_bad),
        WITH_ARENA(test_classes_and_folding),
        WITH_ARENA(test_buf),
        WITH_ARENA(test_doubles_read_back),
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_allocations_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
