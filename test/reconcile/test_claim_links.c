/* How an edge stands among the others: rivals, cuts, length. Units and edges made by hand. */
#include "support/support.h"

#include "reconcile/claim_links.h"

static plx_arena arena;

static int set_up(void **state) {
    (void)state;
    plx_arena_init(&arena, PLX_GIB);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    plx_arena_release(&arena);
    return 0;
}

static plx_claim_unit unit(uint32_t account, uint32_t sentence, uint32_t begin, uint32_t end) {
    return (plx_claim_unit){.account = account, .sentence = sentence, .span = {begin, end}};
}

/* Account 0: a clause (0), the same with those below it (1), a sentence (2); account 1: a clause
 * (3), the same with those below it (4), another sentence (5). */
static plx_claim_unit two_accounts[] = {
    {.account = 0, .sentence = 0, .span = {0, 60}},
    {.account = 0, .sentence = 0, .span = {0, 100}},
    {.account = 0, .sentence = 1, .span = {110, 130}},
    {.account = 1, .sentence = 0, .span = {0, 70}},
    {.account = 1, .sentence = 0, .span = {0, 90}},
    {.account = 1, .sentence = 1, .span = {100, 180}},
};

static void rivals_are_the_best_elsewhere(void **state) {
    (void)state;
    plx_claim_units u = {.p = two_accounts, .n = PLX_COUNT(two_accounts)};
    plx_claim_edge p[] = {{0, 3, 5.0}, {1, 4, 4.0}, {0, 5, 2.0}, {2, 3, 1.0}};
    plx_claim_edges edges = {p, PLX_COUNT(p), 0};
    plx_edge_standing *at = plx_reconcile__edge_standings(&u, &edges, &arena);
    assert_true(at[0].rival == 2.0); /* 0 with 5; 3 with 2 is the second */
    assert_true(at[0].second == 1.0);
    assert_true(at[1].rival == PLX_ABSENT_EDGE); /* a cut of the same is no rival */
    assert_true(at[2].rival == 5.0);             /* 0 has 3 */
    assert_true(at[2].second == PLX_ABSENT_EDGE);
    assert_true(at[3].rival == 5.0);
}

static void cuts_are_the_best_of_what_overlaps(void **state) {
    (void)state;
    plx_claim_units u = {.p = two_accounts, .n = PLX_COUNT(two_accounts)};
    plx_claim_edge p[] = {{0, 3, 5.0}, {1, 4, 4.0}, {0, 5, 2.0}, {2, 3, 1.0}};
    plx_claim_edges edges = {p, PLX_COUNT(p), 0};
    plx_edge_standing *at = plx_reconcile__edge_standings(&u, &edges, &arena);
    assert_true(at[0].cuts == 5.0);
    assert_true(at[1].cuts == 5.0); /* 0 and 3 are cuts of 1 and 4 */
    assert_true(at[2].cuts == 2.0);
    assert_true(at[3].cuts == 1.0);
    assert_true(at[0].length == PLX_LONG_ENOUGH);
    assert_true(at[3].length < PLX_LONG_ENOUGH); /* 20 bytes */
}

static void standing_counts_as_it_should(void **state) {
    (void)state;
    plx_edge_standing plain = {0, 0, 3, PLX_LONG_ENOUGH}, rivalled = plain, cut = plain,
                      brief = plain;
    rivalled.rival = 3;
    cut.cuts = 5;
    brief.length = 3;
    double now = plx_reconcile__settled(3, &plain);
    assert_true(plx_reconcile__settled(4, &plain) > now);
    assert_true(plx_reconcile__settled(3, &rivalled) < now);
    assert_true(plx_reconcile__settled(3, &cut) > now);
    assert_true(plx_reconcile__settled(3, &brief) < now);
}

/* The same standings whatever the order of the edges. */
static void order_of_edges_is_of_no_matter(void **state) {
    (void)state;
    enum { N_ACCOUNTS = 4, N_EACH = 6, N = N_ACCOUNTS * N_EACH };
    plx_claim_unit p[N];
    for (uint32_t i = 0; i < N; i++) {
        uint32_t k = i % N_EACH, begin = k / 2 * 50;
        p[i] = unit(i / N_EACH, k / 2, begin, begin + (k % 2 ? 45 : 20));
    }
    plx_claim_edge forth[N * N], back[N * N];
    size_t n = 0;
    for (uint32_t a = 0; a < N; a++) {
        for (uint32_t b = a + 1; b < N; b++) {
            if (p[a].account != p[b].account && (a * 7 + b * 3) % 4 != 0) {
                forth[n++] = (plx_claim_edge){a, b, (double)((a * 31 + b * 17) % 97) / 9 - 3};
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        back[i] = forth[n - 1 - i];
    }
    plx_claim_units u = {.p = p, .n = N};
    plx_claim_edges x = {forth, n, 0}, y = {back, n, 0};
    plx_edge_standing *of_x = plx_reconcile__edge_standings(&u, &x, &arena);
    plx_edge_standing *of_y = plx_reconcile__edge_standings(&u, &y, &arena);
    for (size_t i = 0; i < n; i++) {
        assert_memory_equal(&of_x[i], &of_y[n - 1 - i], sizeof *of_x);
        assert_true(of_x[i].rival >= of_x[i].second);
        assert_true(of_x[i].cuts >= forth[i].log_odds);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rivals_are_the_best_elsewhere),
        cmocka_unit_test(cuts_are_the_best_of_what_overlaps),
        cmocka_unit_test(standing_counts_as_it_should),
        cmocka_unit_test(order_of_edges_is_of_no_matter),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
