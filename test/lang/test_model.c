/* model: a damaged, truncated or foreign file gives an error wherever the damage is. */
#include "support/support.h"

#include "lang/internal.h"
#include "lang/kernels.h"

#include <stdlib.h>
#include <string.h>

#define MODEL PLX_SOURCE_DIR "/models/english.plx"

/* A container with two sections, as the format says. */
static plx_str small_model(plx_arena *a) {
    size_t n = 64 + 2 * 48 + 32 + 64 + 128;
    unsigned char *p = plx_arena_calloc(a, n, 1, 64);
    memset(p + 192, 7, 50);
    memset(p + 256, 9, 100);
    plx_model_section s[2] = {{.name = "one", .offset = 192, .n_bytes = 50},
                              {.name = "two", .offset = 256, .n_bytes = 100}};
    s[0].hash = plx_hash_bytes(p + 192, 64, 0);
    s[1].hash = plx_hash_bytes(p + 256, 128, 0);
    memcpy(p + 64, s, sizeof s);
    plx_model_header h = {
        .magic = "PLXMODE", .version = PLX_MODEL_VERSION, .n_sections = 2, .n_bytes = n};
    memcpy(h.magic, "PLXMODEL", 8);
    memcpy(h.language, "en", 2);
    memcpy(p, &h, sizeof h);
    h.table_hash = plx_model__table_hash(p, 2);
    memcpy(p, &h, sizeof h);
    return plx_str_n((const char *)p, n);
}

static void test_every_byte(void **state) {
    plx_arena *a = *state;
    plx_str good = small_model(a);
    plx_model m;
    plx_error err;
    plx_str s;
    assert_int_equal(plx_model__open(good.p, good.n, &m, &err), PLX_OK);
    assert_str(m.language, "en");
    assert_true(plx_model__section(&m, "two", &s) && s.n == 100 && s.p[99] == 9);
    assert_false(plx_model__section(&m, "three", &s));
    char *bad = plx_arena_alloc(a, good.n, 64);
    for (size_t i = 0; i < good.n; i++) {
        for (unsigned bit = 0; bit < 8; bit++) {
            memcpy(bad, good.p, good.n);
            bad[i] = (char)((unsigned char)bad[i] ^ (1U << bit));
            err = (plx_error){0};
            assert_int_not_equal(plx_model__open(bad, good.n, &m, &err), PLX_OK);
            assert_true(err.msg[0] != '\0');
        }
    }
    for (size_t n = 0; n < good.n; n++) {
        assert_int_not_equal(plx_model__open(good.p, n, &m, &err), PLX_OK);
    }
}

static void test_shipped(void **state) { /* the model of this tree: a sample of its bytes */
    plx_arena *a = *state;
    plx_lang *lang = NULL;
    plx_error err = {0};
    plx_str good = plx_test_read_file(a, MODEL);
    if (!good.p) {
        print_message("SKIP: no %s\n", MODEL);
        return;
    }
    assert_int_equal(plx_lang_open(MODEL, &lang, &err), PLX_OK);
    assert_str(plx_lang_code(lang), "en");
    plx_lang_free(lang);
    assert_true(good.n <= 25000000);
    char *bad = plx_arena_alloc(a, good.n + 64, 64);
    memcpy(bad, good.p, good.n);
    for (size_t i = 0; i < good.n; i += 1 + good.n / 97) {
        bad[i] = (char)~bad[i];
        assert_int_not_equal(plx_lang_open_bytes(bad, good.n, &lang, &err), PLX_OK);
        assert_true(err.code == PLX_CORRUPT || err.code == PLX_OLD_FORMAT);
        bad[i] = (char)~bad[i];
    }
    for (size_t n = 0; n < good.n; n += 1 + good.n / 53) {
        assert_int_not_equal(plx_lang_open_bytes(bad, n, &lang, &err), PLX_OK);
    }
    memmove(bad + 1, bad, good.n); /* bytes that lie anywhere */
    assert_int_equal(plx_lang_open_bytes(bad + 1, good.n, &lang, &err), PLX_OK);
    plx_lang_free(lang);
}

static void test_sections(void **state) { /* hashes right, contents missing */
    plx_arena *a = *state;
    plx_lang *lang = NULL;
    plx_error err = {0};
    plx_str small = small_model(a);
    assert_int_equal(plx_lang_open_bytes(small.p, small.n, &lang, &err), PLX_CORRUPT);
    assert_non_null(strstr(err.msg, "tags"));
    assert_int_equal(plx_lang_open("/nowhere/english.plx", &lang, &err), PLX_MISSING);
    assert_int_equal(plx_lang_open("/", &lang, &err), PLX_IO);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {TEST(test_every_byte), TEST(test_shipped),
                                       TEST(test_sections)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
