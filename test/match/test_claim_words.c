/* Acquainted claims compare as strangers do: the notes only say where not to look. Copies are of
 * one form, and the log-odds of a pair are those of its forms and its context. */
#include "support/support.h"

#include "lang/lang.h"
#include "match/claims.h"

static const char *const sentences[] = {
    "The harbour of Osby stays closed until the storm is over.",
    "The port at Osby remains shut while the storm lasts.",
    "Three sailors were rescued by a helicopter on Monday.",
    "A helicopter saved 3 seamen.",
    "No ship may leave port before Thursday.",
    "Ships are not allowed to leave the harbours.",
    "The minister resigned after the inquiry had found her guilty.",
    "An inquiry found the minister guilty, and she stepped down."};

enum { N = sizeof sentences / sizeof sentences[0] };

static void read_all(plx_arena *arena, plx_claim *out) {
    for (size_t i = 0; i < N; i++) {
        plx_account *account = plx_new(arena, plx_account);
        plx_annotation *an = plx_new(arena, plx_annotation);
        account->text = plx_str_of(sentences[i]);
        plx_lang_annotate(NULL, account, PLX_LANG_ACCURATE, arena, an);
        for (size_t t = 0; t < an->n_tokens; t++) an->tokens[t].upos = PLX_UPOS_NOUN;
        plx_claim_reader reader;
        plx_claim_reader_init(&reader, an, NULL, arena);
        out[i] = plx_claim_read(&reader, 0, (uint32_t)an->n_tokens, PLX_NONE, PLX_NONE);
    }
}

static void as_strangers(void **state) {
    plx_claim strangers[N], known[N], *p[N];
    read_all(*state, strangers);
    read_all(*state, known);
    for (size_t i = 0; i < N; i++) p[i] = &known[i];
    plx_claims_acquaint(p, N, *state);
    for (size_t i = 0; i < N; i++) {
        for (size_t k = 0; k < N; k++) {
            double want[PLX_N_CLAIM_FEATURES], got[PLX_N_CLAIM_FEATURES];
            plx_claim_compare(&strangers[i], &strangers[k], want);
            plx_claim_compare(&known[i], &known[k], got);
            for (size_t f = 0; f < PLX_N_CLAIM_FEATURES; f++) assert_true(want[f] == got[f]);
        }
    }
}

static void copies_have_one_form(void **state) {
    plx_claim first[N], copy[N];
    read_all(*state, first);
    read_all(*state, copy);
    for (size_t i = 0; i < N; i++) {
        assert_true(plx_claim_same_form(&first[i], &copy[i]));
        assert_true(plx_claim_form_hash(&first[i]) == plx_claim_form_hash(&copy[i]));
        for (size_t k = 0; k < N; k++) {
            double x[PLX_N_CLAIM_FEATURES];
            assert_true(i == k || !plx_claim_same_form(&first[i], &copy[k]));
            copy[k].context = &first[i].meaning;
            first[i].context = &first[k].meaning;
            plx_claim_compare(&first[i], &copy[k], x);
            assert_true(plx_claim_log_odds(x) ==
                        plx_claim_log_odds_of_forms(&first[i], &copy[k]) +
                            plx_claim_log_odds_of_standing(&first[i], &copy[k]));
        }
    }
    copy[0].negative = !copy[0].negative;
    assert_false(plx_claim_same_form(&first[0], &copy[0]));
}

static void fail_once(void *ctx, plx_arena *arena) {
    (void)ctx;
    plx_claim known[N], *p[N];
    read_all(arena, known);
    for (size_t i = 0; i < N; i++) p[i] = &known[i];
    plx_claims_acquaint(p, N, arena);
}

static void without_memory(void **state) {
    (void)state;
    assert_true(plx_test_fail_each(fail_once, NULL, 2000) > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(as_strangers, plx_test_arena_setup,
                                        plx_test_arena_teardown),
        cmocka_unit_test_setup_teardown(copies_have_one_form, plx_test_arena_setup,
                                        plx_test_arena_teardown),
        cmocka_unit_test(without_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
