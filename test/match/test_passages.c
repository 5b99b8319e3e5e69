/* passages: planted ones are found with their spans, kinds and direction; hostile texts finish. */
#include "support/support.h"

#include "match/passages.h"

#include <stdlib.h>

#define FERRY                                                                                      \
    "The ferry Osprey ran aground on the Carrick bank shortly before nine with 212 people on "     \
    "board, and the lifeboats of three villages took them off before the tide turned."

static plx_account account(plx_str text, plx_str source, plx_str published) {
    return (plx_account){.text = text, .source = source, .published = published};
}

static void test_verbatim(void **state) {
    plx_account a = account(PLX_S("Port Ellery. " FERRY " No one was hurt."), PLX_S("Ellery Post"),
                            PLX_S("2031-03-04T10:00"));
    plx_account b = account(PLX_S("Two days on, questions remain about the night. " FERRY),
                            PLX_S("Coast Radio"), PLX_S("2031-03-06"));
    const plx_account *both[] = {&a, &b};
    plx_passages p = plx_match_passages(both, 2, *state);
    assert_int_equal(p.n, 1);
    assert_int_equal(p.p[0].kind, PLX_VERBATIM);
    assert_int_equal(p.p[0].direction, PLX_A_TO_B);
    assert_true(p.p[0].similarity == 1.0);
    plx_str found = plx_str_at(a.text, p.p[0].a.span);
    assert_true(plx_str_starts(found, PLX_S("The ferry")));
    assert_true(plx_str_ends(found, PLX_S("tide turned")));
    assert_str(plx_str_at(b.text, p.p[0].b.span),
               "The ferry Osprey ran aground on the Carrick bank "
               "shortly before nine with 212 people on board, and the lifeboats of three villages "
               "took them off before the tide turned");
}

static void test_near(void **state) {
    plx_account a = account(PLX_S(FERRY), PLX_S("Ellery Post"), PLX_S(""));
    plx_account b = account(
        PLX_S(
            "The vessel Osprey ran aground on the Carrick bank just before nine with 212 people on "
            "board, and lifeboats of three villages took them all off before the tide turned."),
        PLX_S("Coast Radio"), PLX_S("2031-03-06"));
    const plx_account *both[] = {&a, &b};
    plx_passages p = plx_match_passages(both, 2, *state);
    assert_int_equal(p.n, 1);
    assert_int_equal(p.p[0].kind, PLX_NEAR);
    assert_int_equal(p.p[0].direction, PLX_DIRECTION_UNKNOWN);
    assert_true(p.p[0].similarity > 0.8 && p.p[0].similarity < 1.0);
}

static void test_quotation_and_source(void **state) {
    plx_account a = account(
        PLX_S("\"We had the boats in the water within eleven minutes of the call and nobody got so "
              "much as a wet foot,\" the coxswain told the Ellery Post on Tuesday."),
        PLX_S("Ellery Post"), PLX_S("2031-03-04"));
    plx_account b = account(
        PLX_S(
            "The coxswain said: \xE2\x80\x9CWe had the boats in the water within eleven minutes of "
            "the call and nobody got so much as a wet foot.\xE2\x80\x9D"),
        PLX_S("Coast Radio"), PLX_S("2031-03-06"));
    const plx_account *both[] = {&a, &b};
    plx_passages p = plx_match_passages(both, 2, *state);
    assert_int_equal(p.n, 1);
    assert_int_equal(p.p[0].kind, PLX_QUOTATION);
}

static void test_furniture(void **state) {
    plx_str text = PLX_S("Copyright 2031 Coast Wire. All rights reserved. This material may not be "
                         "published, broadcast, rewritten or passed on.");
    plx_account a = account(text, PLX_S("A"), PLX_S("")), b = account(text, PLX_S("B"), PLX_S(""));
    const plx_account *both[] = {&a, &b};
    plx_passages p = plx_match_passages(both, 2, *state);
    assert_int_equal(p.n, 1);
    assert_int_equal(p.p[0].kind, PLX_FURNITURE);
}

static void test_dropped_and_different(void **state) {
    plx_dropped drop = {{0, 400}, PLX_S_INIT("script")};
    plx_account a = account(PLX_S(FERRY), PLX_S(""), PLX_S(""));
    plx_account b = a;
    b.dropped = &drop;
    b.n_dropped = 1;
    const plx_account *dropped[] = {&a, &b};
    assert_int_equal(plx_match_passages(dropped, 2, *state).n, 0);
    plx_account c = account(PLX_S("The council voted by seven to four for the new bridge, and the "
                                  "mayor said that work would begin in the spring of next year."),
                            PLX_S(""), PLX_S(""));
    const plx_account *different[] = {&a, &c};
    assert_int_equal(plx_match_passages(different, 2, *state).n, 0);
    assert_int_equal(plx_match_passages(NULL, 0, *state).n, 0);
}

/* Many accounts with one passage, and one word repeated: neither takes the square of its size. */
static void test_popular(void **state) {
    plx_arena *arena = *state;
    enum { N = 600 };
    const plx_account **all = plx_new_n(arena, const plx_account *, N);
    for (int i = 0; i < N; i++) {
        plx_account *a = plx_new(arena, plx_account);
        a->text = plx_str_format(arena, "Account number %d of it begins its own way. %s", i, FERRY);
        all[i] = a;
    }
    plx_passages p = plx_match_passages(all, N, arena);
    bool seen[N] = {true};
    for (size_t i = 0; i < p.n; i++) seen[p.p[i].b.account] = true;
    for (int i = 0; i < N; i++) assert_true(seen[i]);
    assert_true(p.n < 2 * N);

    char *same = plx_arena_alloc(arena, 400000, 1);
    for (size_t i = 0; i < 400000; i += 2) memcpy(same + i, "a ", 2);
    plx_account x = account(plx_str_n(same, 400000), PLX_S(""), PLX_S("")), y = x;
    const plx_account *hostile[] = {&x, &y};
    assert_true(plx_match_passages(hostile, 2, arena).n > 0);
}

static void fail_once(void *ctx, plx_arena *arena) {
    (void)ctx;
    plx_account a = account(PLX_S("One. " FERRY), PLX_S(""), PLX_S(""));
    plx_account b = account(PLX_S("Two. " FERRY), PLX_S(""), PLX_S(""));
    const plx_account *both[] = {&a, &b};
    assert_int_equal(plx_match_passages(both, 2, arena).n, 1);
}

static void test_memory(void **state) {
    (void)state;
    assert_true(plx_test_fail_each(fail_once, NULL, 200) > 0);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {
        T(test_verbatim),
        T(test_near),
        T(test_quotation_and_source),
        T(test_furniture),
        T(test_dropped_and_different),
        T(test_popular),
        T(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
