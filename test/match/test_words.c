/* words: spans, quotation flags, and that both ways of hashing agree. */
#include "support/support.h"

#include "match/words.h"

#include <stdlib.h>

static plx_words words_of(plx_arena *a, plx_str text) {
    plx_words w;
    plx_match_words(text, NULL, 0, a, &w);
    return w;
}

static void test_same_words(void **state) {
    plx_words x = words_of(*state, PLX_S("It's \"Caf\xC3\xA9\" \xE2\x80\x94 No. 12!"));
    plx_words y = words_of(*state, PLX_S("its caf\xC3\xA9 no 12"));
    assert_int_equal(x.n, 4);
    assert_int_equal(y.n, 4);
    for (size_t i = 0; i < 4; i++) assert_int_equal(x.p[i].hash, y.p[i].hash);
    assert_int_equal(x.p[0].begin, 0);
    assert_int_equal(x.p[0].end, 4);
    assert_int_equal(x.p[1].flags, PLX_WORD_QUOTED);
    assert_int_equal(x.p[2].flags, 0);
}

static void test_skip(void **state) {
    plx_str text = PLX_S("one two three four");
    plx_span skip[] = {{4, 7}, {14, 99}};
    plx_words w;
    plx_match_words(text, skip, 2, *state, &w);
    assert_int_equal(w.n, 2);
    assert_int_equal(w.p[0].begin, 0);
    assert_int_equal(w.p[1].begin, 8);
    assert_int_equal(w.p[1].end, 13);
}

static void test_quotes_end_with_the_paragraph(void **state) {
    plx_words w = words_of(*state, PLX_S("\"open\n\nclosed \xE2\x80\x9Cin\xE2\x80\x9D out"));
    assert_int_equal(w.n, 4);
    assert_int_equal(w.p[0].flags, PLX_WORD_QUOTED);
    assert_int_equal(w.p[1].flags, 0);
    assert_int_equal(w.p[2].flags, PLX_WORD_QUOTED);
    assert_int_equal(w.p[3].flags, 0);
}

/* Any bytes: both functions see the same words. */
static void test_two_ways(void **state) {
    static const char pieces[][8] = {"a",
                                     "Z",
                                     "9",
                                     "'",
                                     " ",
                                     "\n",
                                     ".",
                                     "\"",
                                     "-",
                                     "\xC3\xA9",
                                     "\xE2\x80\x99",
                                     "\xE2\x80\x94",
                                     "\xC2\xA0",
                                     "\xE4\xB8\xAD",
                                     "\xFF",
                                     "\xE2",
                                     "\xC2",
                                     "abcdefg"};
    uint64_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        char text[400];
        size_t n = 0;
        for (int k = 0; k < 60 && n + 8 < sizeof text; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t run = round % 3 == 0 && (seed >> 60) == 0 ? 12 : 1; /* some very long words */
            const char *piece = pieces[(seed >> 33) % PLX_COUNT(pieces)];
            while (run-- && n + 8 < sizeof text) {
                memcpy(text + n, piece, strlen(piece));
                n += strlen(piece);
            }
        }
        plx_words w = words_of(*state, plx_str_n(text, n));
        uint32_t hashes[400];
        size_t m = plx_match_hashes(plx_str_n(text, n), hashes, PLX_COUNT(hashes));
        assert_int_equal(m, w.n);
        for (size_t i = 0; i < m; i++) assert_int_equal(hashes[i], w.p[i].hash);
    }
    assert_int_equal(plx_match_hashes(PLX_S("a b c"), NULL, 0), 3);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {T(test_same_words), T(test_skip),
                                       T(test_quotes_end_with_the_paragraph), T(test_two_ways)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
