/* claims: what says the same scores higher than what does not, in either order, with and without
 * acquaintance; people and words of many claims weigh less. */
#include "support/support.h"

#include "find/find.h"
#include "lang/lang.h"
#include "match/claims.h"

#define MODEL PLX_SOURCE_DIR "/models/english.plx"

static plx_lang *lang;

static int open_model(void **state) {
    (void)state;
    plx_error err;
    return plx_lang_open(MODEL, &lang, &err) == PLX_OK ? 0 : -1;
}

static int close_model(void **state) {
    (void)state;
    plx_lang_free(lang);
    return 0;
}

static plx_annotation *annotate(const char *text, plx_arena *arena) {
    plx_account *account = plx_new(arena, plx_account);
    account->text = plx_str_of(text);
    plx_annotation *an = plx_new(arena, plx_annotation);
    plx_lang_annotate(lang, account, PLX_LANG_ACCURATE, arena, an);
    plx_find_context ctx = {{NULL, 0}};
    plx_find_all(an, &ctx, arena);
    return an;
}

static plx_claim claim_of(const char *text, plx_arena *arena) {
    const plx_annotation *an = annotate(text, arena);
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, NULL, arena);
    return plx_claim_read(&reader, 0, (uint32_t)an->n_tokens, PLX_NONE, PLX_NONE);
}

static double compared(const plx_claim *a, const plx_claim *b) {
    double x[PLX_N_CLAIM_FEATURES], y[PLX_N_CLAIM_FEATURES];
    plx_claim_compare(a, b, x);
    plx_claim_compare(b, a, y);
    for (size_t i = 0; i < PLX_N_CLAIM_FEATURES; i++) {
        assert_true(x[i] >= -1 && x[i] <= 1 + 1e-9);
        assert_true(x[i] - y[i] < 1e-9 && y[i] - x[i] < 1e-9);
    }
    return plx_claim_log_odds(x);
}

static double score(const char *a, const char *b, plx_arena *arena) {
    plx_claim x = claim_of(a, arena), y = claim_of(b, arena);
    return compared(&x, &y);
}

static void the_same_scores_higher(void **state) {
    plx_arena *arena = *state;
    const char *one = "The old ferry struck a barge outside the harbour on Monday";
    double self = score(one, one, arena);
    double told = score(one, "A ferry hit a barge near the harbour on Monday", arena);
    double other = score(one, "The harbour closed its old restaurant in spring", arena);
    double none = score(one, "Teachers asked for smaller classes", arena);
    assert_true(self > told && told > other && other > none);
    assert_true(self > 2 && none < -1);
    assert_true(plx_claim_probability(0) == 0.5);
}

/* A verb and what hangs on it are one word where the two mean something of their own. */
static void phrases_are_words(void **state) {
    plx_arena *arena = *state;
    plx_claim x = claim_of("The mayor called the harbour parade off on Monday", arena);
    plx_claim y = claim_of("The mayor called the harbour office on Monday", arena);
    size_t n_x = 0, n_y = 0;
    for (size_t i = 0; i < x.n; i++) {
        n_x += plx_str_eq(x.p[i].text, PLX_S("call-off"));
    }
    for (size_t i = 0; i < y.n; i++) {
        n_y += plx_str_eq(y.p[i].text, PLX_S("call-off"));
    }
    assert_int_equal(n_x, 1);
    assert_int_equal(n_y, 0);
    const char *other = "The mayor cancelled the harbour parade on Monday";
    assert_true(score("The mayor called off the harbour parade on Monday", other, arena) >
                score("The mayor called the harbour parade on Monday", other, arena));
}

static void details_count(void **state) {
    plx_arena *arena = *state;
    const char *one = "The mayor of Lund sold 40 boats to the navy";
    double same = score(one, "The navy was sold 40 boats by the mayor of Lund", arena);
    double number = score(one, "The navy was sold 75 boats by the mayor of Lund", arena);
    double no = score(one, "The mayor of Lund did not sell 40 boats to the navy", arena);
    double yes = score(one, "The mayor of Lund did sell 40 boats to the navy", arena);
    assert_true(same > number);
    assert_true(yes > no);
}

static void nothing_and_little(void **state) {
    plx_arena *arena = *state;
    (void)score("", "", arena);
    (void)score("", "Rain fell", arena);
    (void)score("!", "?", arena);
    (void)score("He did", "They were", arena);
}

static void acquaintance_changes_nothing(void **state) {
    plx_arena *arena = *state;
    static const char *const texts[] = {
        "The ferry struck a barge outside the harbour", "Eleven passengers were injured",
        "A ship collided with a barge near the port", "11 people were hurt in the collision",
        "The captain denied that he had been asleep"};
    enum { N = sizeof texts / sizeof texts[0] };
    plx_claim claims[N], *list[N];
    double before[N][N];
    for (size_t i = 0; i < N; i++) {
        claims[i] = claim_of(texts[i], arena);
        list[i] = &claims[i];
    }
    for (size_t i = 0; i < N; i++) {
        for (size_t k = 0; k < N; k++) before[i][k] = compared(&claims[i], &claims[k]);
    }
    plx_claims_acquaint(list, N, arena);
    for (size_t i = 0; i < N; i++) {
        for (size_t k = 0; k < N; k++) {
            assert_true(before[i][k] - compared(&claims[i], &claims[k]) == 0.0);
        }
    }
}

static void common_people_weigh_less(void **state) {
    plx_arena *arena = *state;
    const plx_annotation *an = annotate("Lena Korvat met Otto Brandt in Tovar", arena);
    uint32_t *entities = plx_new_n(arena, uint32_t, an->n_mentions);
    for (uint32_t i = 0; i < an->n_mentions; i++) entities[i] = i;
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, entities, arena);
    plx_claim_counts counts;
    plx_claim_counts_init(&counts, arena);
    plx_claim c = plx_claim_read(&reader, 0, (uint32_t)an->n_tokens, PLX_NONE, PLX_NONE);
    plx_claim d = c;
    d.p = plx_new_n(arena, plx_claim_term, c.n);
    memcpy(d.p, c.p, c.n * sizeof *c.p);
    for (int i = 0; i < 60; i++) plx_claim_counts_add(&counts, &c);
    double whole = c.weight;
    plx_claim_reweigh(&d, &counts);
    assert_int_equal(counts.n_claims, 60);
    assert_true(d.weight < whole);
}

static void meanings(void **state) {
    (void)state;
    plx_meaning_sum none = {{0}, 0}, boat = {{0}, 0}, ship = {{0}, 0}, tax = {{0}, 0};
    plx_meaning_add(&none, PLX_NONE, 1);
    plx_meaning_add(&boat, plx_meaning_of(PLX_S("boat")), 1);
    plx_meaning_add(&ship, plx_meaning_of(PLX_S("ship")), 3);
    plx_meaning_add(&tax, plx_meaning_of(PLX_S("tax")), 1);
    plx_meaning_way n = plx_meaning_way_of(&none), b = plx_meaning_way_of(&boat),
                    s = plx_meaning_way_of(&ship), t = plx_meaning_way_of(&tax);
    assert_true(plx_meaning_way_cosine(&n, &b) == 0.0);
    assert_true(plx_meaning_way_cosine(&b, &b) > 0.99);
    assert_true(plx_meaning_way_cosine(&b, &s) > plx_meaning_way_cosine(&b, &t));
    double word = plx_meaning_cosine(plx_meaning_of(PLX_S("boat")), plx_meaning_of(PLX_S("ship")));
    double way = plx_meaning_way_cosine(&b, &s);
    assert_true(word - way < 0.01 && way - word < 0.01);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {TEST(the_same_scores_higher),
                                       TEST(phrases_are_words),
                                       TEST(details_count),
                                       TEST(nothing_and_little),
                                       TEST(acquaintance_changes_nothing),
                                       TEST(common_people_weigh_less),
                                       TEST(meanings)};
    return cmocka_run_group_tests(tests, open_model, close_model);
}
