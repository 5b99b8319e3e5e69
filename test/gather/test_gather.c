/* gather: days, features, and that accounts of one event come together and of two do not. */
#include "support/support.h"

#include "gather/gather.h"

#include <stdlib.h>

static void test_days(void **state) {
    (void)state;
    assert_int_equal(plx_gather_day(PLX_S("1970-01-01")), 0);
    assert_int_equal(plx_gather_day(PLX_S("2016-02-29T12:00:00Z")), 16860);
    assert_int_equal(plx_gather_day(PLX_S("0001-11-30")), PLX_NO_DAY);
    assert_int_equal(plx_gather_day(PLX_S("yesterday")), PLX_NO_DAY);
    assert_int_equal(plx_gather_day(PLX_S("")), PLX_NO_DAY);
    for (int32_t d = -50000; d < 50000; d += 17) {
        char text[11];
        plx_gather_day_text(d, text);
        assert_int_equal(plx_gather_day(plx_str_of(text)), d);
    }
}

static size_t of_kind(const plx_features *f, plx_feature_kind kind) {
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++) n += plx_feature_kind_of(f->p[i].key) == kind;
    return n;
}

static void test_features(void **state) {
    (void)state;
    static plx_features f, g;
    plx_gather_features(
        PLX_S("Ferry aground"),
        PLX_S("On Monday the ferry Osprey, with Ann Pell, 43, on board, ran aground."), NULL, 0,
        plx_gather_day(PLX_S("2031-03-05")), &f);
    assert_int_equal(of_kind(&f, PLX_GATHER_TITLE), 2);
    assert_int_equal(of_kind(&f, PLX_GATHER_AGE), 1);
    assert_int_equal(of_kind(&f, PLX_GATHER_DAY), 1);
    assert_int_equal(of_kind(&f, PLX_GATHER_CAPITAL), 4); /* Monday Osprey Ann Pell */
    /* 2031-03-05 is a Wednesday, so that Monday is March 3. */
    plx_gather_features(PLX_S(""), PLX_S("A 43-year-old was saved on March 3."), NULL, 0,
                        PLX_NO_DAY, &g);
    size_t shared = 0;
    for (size_t i = 0; i < f.n; i++)
        for (size_t j = 0; j < g.n; j++)
            shared += f.p[i].key == g.p[j].key && plx_feature_kind_of(f.p[i].key) >= PLX_GATHER_AGE;
    assert_int_equal(shared, 2);
}

static const char *const ferry[] = {
    "The ferry Osprey ran aground on the Carrick bank late on Monday with 212 people on board. "
    "Lifeboats from Port Ellery took the passengers off before the tide turned, coxswain Ann Pell "
    "said. The master, Tom Rudd, is being questioned by the harbour board.",
    "PORT ELLERY. More than two hundred passengers were taken off the stranded ferry Osprey by "
    "lifeboat on Monday night. The ship had struck the Carrick bank in fog. Ann Pell, coxswain of "
    "the Port Ellery boat, called it a calm rescue. Its master Tom Rudd declined to comment.",
    "Investigators want to know why the Osprey was half a mile off its course when it struck the "
    "Carrick bank. Harbour board inspectors spoke to the master, Tom Rudd, for four hours. All 212 "
    "passengers had been saved by the lifeboats of Port Ellery and two other villages."};
static const char *const bridge[] = {
    "The council of Wexham voted by seven to four on Tuesday to build a new bridge over the Lode. "
    "Mayor Ines Calder said work would begin in spring. Opponents led by Piet Hobb said the cost "
    "of "
    "40 million crowns would sink the town's budget.",
    "A new bridge will span the Lode at Wexham after the council approved the plan, seven votes to "
    "four. The bridge is to cost 40 million crowns. Mayor Ines Calder called it overdue; "
    "councillor "
    "Piet Hobb announced that he would go to court."};

static plx_account *make(plx_arena *a, const char *text, int i) {
    plx_account *x = plx_new(a, plx_account);
    x->text = plx_str_of(text);
    x->path = plx_str_format(a, "%c%d.txt", 'a' + i * 7 % 5, i);
    return x;
}

static void test_two_stories(void **state) {
    plx_arena *a = *state;
    const plx_account *all[5];
    for (int i = 0; i < 3; i++) all[i] = make(a, ferry[i], i);
    for (int i = 0; i < 2; i++) all[3 + i] = make(a, bridge[i], 3 + i);
    /* Every rotation and its reverse: the same stories. */
    for (int turn = 0; turn < 10; turn++) {
        const plx_account *order[5];
        for (int i = 0; i < 5; i++) order[i] = all[turn < 5 ? (i + turn) % 5 : (9 - i + turn) % 5];
        plx_gathering g = plx_gather_accounts(order, 5, a);
        assert_int_equal(g.n, 2);
        assert_int_equal(g.stories[0].n, 3);
        assert_int_equal(g.stories[1].n, 2);
        for (size_t s = 0; s < 2; s++) {
            assert_true(g.stories[s].why.n > 0);
            for (size_t i = 0; i < g.stories[s].n; i++) {
                const plx_account *x = order[g.stories[s].accounts[i]];
                bool is_ferry = x == all[0] || x == all[1] || x == all[2];
                assert_int_equal(is_ferry, s == 0);
                if (i)
                    assert_true(plx_str_cmp(order[g.stories[s].accounts[i - 1]]->path, x->path) <
                                0);
            }
        }
    }
}

/* As a stream, which a folder of very many accounts becomes: the same stories in any order. */
static void test_many(void **state) {
    plx_arena *a = *state;
    const plx_account *all[5];
    for (int i = 0; i < 3; i++) all[i] = make(a, ferry[i], i);
    for (int i = 0; i < 2; i++) all[3 + i] = make(a, bridge[i], 3 + i);
    plx_gathering first = plx_gather__accounts(all, 5, 1, a);
    assert_true(first.n >= 2);
    for (int turn = 1; turn < 10; turn++) {
        const plx_account *order[5];
        for (int i = 0; i < 5; i++) order[i] = all[turn < 5 ? (i + turn) % 5 : (9 - i + turn) % 5];
        plx_gathering g = plx_gather__accounts(order, 5, 1, a);
        assert_int_equal(g.n, first.n);
        for (size_t s = 0; s < g.n; s++) {
            assert_int_equal(g.stories[s].n, first.stories[s].n);
            for (size_t i = 0; i < g.stories[s].n; i++)
                assert_ptr_equal(order[g.stories[s].accounts[i]],
                                 all[first.stories[s].accounts[i]]);
        }
    }
}

static void test_few(void **state) {
    assert_int_equal(plx_gather_accounts(NULL, 0, *state).n, 0);
    plx_account empty = {0};
    const plx_account *all[] = {&empty, &empty};
    assert_int_equal(plx_gather_accounts(all, 1, *state).n, 1);
    assert_int_equal(plx_gather_accounts(all, 2, *state).n, 2);
    plx_account x = {.text = PLX_S("One two three four five six seven eight nine ten.")};
    const plx_account *same[] = {&x, &x, &x};
    assert_int_equal(plx_gather_accounts(same, 3, *state).n, 1);
}

static void fail_once(void *ctx, plx_arena *arena) {
    (void)ctx;
    const plx_account *all[3];
    for (int i = 0; i < 3; i++) all[i] = make(arena, ferry[i], i);
    assert_int_equal(plx_gather_accounts(all, 3, arena).n, 1);
}

static void fail_once_of_many(void *ctx, plx_arena *arena) {
    (void)ctx;
    const plx_account *all[3];
    for (int i = 0; i < 3; i++) all[i] = make(arena, ferry[i], i);
    assert_true(plx_gather__accounts(all, 3, 1, arena).n > 0);
}

static void test_memory(void **state) {
    (void)state;
    assert_true(plx_test_fail_each(fail_once, NULL, 500) > 0);
    assert_true(plx_test_fail_each(fail_once_of_many, NULL, 500) > 0);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {T(test_days), T(test_features), T(test_two_stories),
                                       T(test_many), T(test_few),      T(test_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
