/* conllu: what is read is what is written; a wrong line is named by its byte. */
#include "support/support.h"

#include "lang/conllu.h"

#include <string.h>

static const char good[] = "# newdoc id = a\n# sent_id = 1\n# text = Roe didn't go.\n"
                           "1\tRoe\tRoe\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_\n"
                           "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
                           "2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_\n"
                           "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
                           "4\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
                           "4.1\tx\tx\tX\tX\t_\t_\t_\t_\t_\n"
                           "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n";

static void test_read(void **state) {
    plx_arena *a = *state;
    plx_conllu doc;
    plx_error err;
    assert_int_equal(plx_conllu_read(plx_str_of(good), a, &doc, &err), PLX_OK);
    assert_str(doc.account.text, "Roe didn't go.");
    assert_int_equal(doc.an.n_tokens, 5);
    assert_int_equal(doc.an.n_sentences, 1);
    assert_true(doc.part[2] && !doc.part[1]);
    assert_true(doc.an.tokens[3].head == PLX_NONE && doc.an.tokens[2].head == 3);
    assert_str(plx_str_at(doc.account.text, doc.an.tokens[2].span), "n't");
    doc.an.account = &doc.account;
    plx_buf out;
    plx_buf_init(&out, a, 10000);
    plx_conllu_write(&doc.an, doc.part, &out);
    plx_conllu again;
    assert_int_equal(plx_conllu_read(plx_buf_str(&out), a, &again, &err), PLX_OK);
    assert_true(plx_str_eq(again.account.text, doc.account.text));
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(again.an.tokens[i].head, doc.an.tokens[i].head);
        assert_int_equal(again.an.tokens[i].deprel, doc.an.tokens[i].deprel);
        assert_int_equal(again.part[i], doc.part[i]);
    }
}

static void test_bad(void **state) {
    plx_arena *a = *state;
    static const struct {
        const char *text;
        uint64_t pos;
    } cases[] = {
        {"1\tx\n", 0},
        {"# c\n2\tx\tx\tX\tX\t_\t0\troot\t_\t_\n", 4},
        {"1\tx\tx\tX\tX\t_\t7\troot\t_\t_\n\n", 23},
        {"1\tx\tx\tX\tX\t_\tz\troot\t_\t_\n", 0},
        {"3-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", 0},
    };
    for (size_t i = 0; i < PLX_COUNT(cases); i++) {
        plx_conllu doc;
        plx_error err = {0};
        assert_int_equal(plx_conllu_read(plx_str_of(cases[i].text), a, &doc, &err), PLX_INVALID);
        assert_int_equal(err.pos, cases[i].pos);
    }
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {TEST(test_read), TEST(test_bad)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
