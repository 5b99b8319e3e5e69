/* json: what is written reads back as the same values, in both layouts. */
#include "support/support.h"

#include "base/json.h"

#include <jansson.h>

static void write_all(plx_json *j) {
    plx_json_object(j);
    plx_json_put_str(j, "text", PLX_S("a \"b\" \\ \n\t\r\x01\x1F \xE2\x82\xAC /"));
    plx_json_put_opt(j, "none", PLX_S(""));
    plx_json_put_opt(j, "some", PLX_S("x"));
    plx_json_put_u64(j, "u", 4294967295u);
    plx_json_put_f64(j, "f", 2.5);
    plx_json_put_bool(j, "yes", true);
    plx_json_put_span(j, "span", (plx_span){3, 9});
    plx_json_key(j, "empty");
    plx_json_array(j);
    plx_json_end(j);
    plx_json_key(j, "list");
    plx_json_array(j);
    for (int i = 0; i < 3; i++) {
        plx_json_row_object(j);
        plx_json_key(j, "i");
        plx_json_i64(j, -i);
        plx_json_key(j, "deep");
        plx_json_array(j);
        plx_json_null(j);
        plx_json_bool(j, false);
        plx_json_end(j);
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_end(j);
}

static void test_reads_back(void **state) {
    plx_arena *a = *state;
    json_t *first = NULL;
    for (unsigned indent = 0; indent <= 2; indent += 2) {
        plx_buf b;
        plx_json j;
        plx_buf_init(&b, a, SIZE_MAX);
        plx_json_init(&j, &b, indent);
        write_all(&j);
        json_error_t error;
        json_t *root = json_loadb(b.p, b.n, 0, &error);
        assert_non_null(root);
        json_t *text = json_object_get(root, "text");
        assert_str(plx_str_n(json_string_value(text), json_string_length(text)),
                   "a \"b\" \\ \n\t\r\x01\x1F \xE2\x82\xAC /");
        assert_true(json_is_null(json_object_get(root, "none")));
        assert_string_equal(json_string_value(json_object_get(root, "some")), "x");
        assert_int_equal(json_integer_value(json_object_get(root, "u")), 4294967295);
        assert_true(json_real_value(json_object_get(root, "f")) == 2.5);
        assert_int_equal(json_array_size(json_object_get(root, "list")), 3);
        assert_int_equal(json_integer_value(json_array_get(json_object_get(root, "span"), 1)), 9);
        if (first) {
            assert_true(json_equal(first, root)); /* the layouts say the same */
            json_decref(first);
            json_decref(root);
        } else {
            first = root;
        }
    }
}

static void test_layout(void **state) {
    plx_arena *a = *state;
    plx_buf b;
    plx_json j;
    plx_buf_init(&b, a, SIZE_MAX);
    plx_json_init(&j, &b, 2);
    plx_json_object(&j);
    plx_json_put_span(&j, "span", (plx_span){3, 9});
    plx_json_key(&j, "none");
    plx_json_array(&j);
    plx_json_end(&j);
    plx_json_end(&j);
    assert_str(plx_buf_str(&b), "{\n  \"span\": [3, 9],\n  \"none\": []\n}");
    plx_buf_init(&b, a, SIZE_MAX);
    plx_json_init(&j, &b, 0);
    plx_json_array(&j);
    plx_json_u64(&j, 1);
    plx_json_str(&j, PLX_S("x"));
    plx_json_end(&j);
    assert_str(plx_buf_str(&b), "[1,\"x\"]");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_reads_back, plx_test_arena_setup,
                                        plx_test_arena_teardown),
        cmocka_unit_test_setup_teardown(test_layout, plx_test_arena_setup, plx_test_arena_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
