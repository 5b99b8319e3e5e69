/* record: what RFC 8259 allows is read, what it does not is refused with a position. */
#include "support/support.h"

#include "match/record.h"

static plx_err parse(plx_arena *a, const char *line, plx_record *r) {
    plx_error err = {0};
    return plx_record_parse(plx_str_of(line), a, r, &err);
}

static void test_good(void **state) {
    plx_record r;
    assert_int_equal(
        parse(*state, "{\"id\":\"a\",\"text\":\"x\\n\\u00e9\\ud83d\\ude00 \\\"y\\\"\"}", &r),
        PLX_OK);
    assert_str(r.id, "a");
    assert_str(r.text, "x\n\xC3\xA9\xF0\x9F\x98\x80 \"y\"");
    assert_true(r.has_id && r.has_text && !r.id_is_number);
    assert_int_equal(
        parse(
            *state,
            " { \"id\" : 12 , \"more\":[1,-2.5e+3,{\"a\":[],\"b\":{}},true,null], \"title\":\"t\","
            "\"published\":\"2031-01-02\" } \r",
            &r),
        PLX_OK);
    assert_str(r.id, "12");
    assert_true(r.id_is_number && !r.has_text);
    assert_str(r.date, "2031-01-02");
    assert_int_equal(parse(*state, "{}", &r), PLX_OK);
    assert_int_equal(parse(*state, "{\"text\":null,\"id\":[1]}", &r), PLX_OK);
    assert_false(r.has_id || r.has_text);
    assert_int_equal(parse(*state, "{\"text\":\"\\udc00\\ud800x\"}", &r), PLX_OK);
    assert_str(r.text, "\xEF\xBF\xBD\xEF\xBF\xBDx");
}

static void test_bad(void **state) {
    static const char *const bad[] = {"",
                                      "[]",
                                      "{",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{\"a\":1,}",
                                      "{\"a\":01}",
                                      "{\"a\":\"\\x\"}",
                                      "{\"a\":\"\\u12\"}",
                                      "{\"a\":\"",
                                      "{\"a\":\"b\\",
                                      "{\"a\":tru}",
                                      "{\"a\":1}x",
                                      "{\"a\":[1}",
                                      "{\"a\":{\"b\" 1}}",
                                      "{\"a\":\"\t\"}",
                                      "{\"a\":-}",
                                      "{\"a\":1.}",
                                      "{\"a\":1e}",
                                      "{,}"};
    plx_record r;
    for (size_t i = 0; i < PLX_COUNT(bad); i++)
        assert_int_equal(parse(*state, bad[i], &r), PLX_INVALID);
    assert_int_equal(parse(*state, "{\"a\":\"\xFF\"}", &r), PLX_ENCODING);
    plx_error err;
    assert_int_equal(plx_record_parse(PLX_S("{\"ab\":?}"), *state, &r, &err), PLX_INVALID);
    assert_int_equal(err.pos, 6);
    char deep[1000];
    memset(deep, '[', sizeof deep);
    memcpy(deep, "{\"a\":", 5);
    assert_int_equal(plx_record_parse(plx_str_n(deep, sizeof deep), *state, &r, &err), PLX_INVALID);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {T(test_good), T(test_bad)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
