/* quote_marks: which marks belong together. Texts without a model: marks need none. */
#include "support/support.h"

#include "find/quote_marks.h"
#include "lang/lang.h"

typedef struct {
    const char *text;
    const char *inner[4]; /* of the stretches, in order; a prefix tells more: "+" continues the one
                             before, "^" lost its opening, "$" its closing mark, "'" is single */
} mark_case;

static const mark_case cases[] = {
    {"He said “it is late” and left.", {"it is late"}},
    {"He said \"it is late\" and left.", {"it is late"}},
    {"He said ``it is late'' and left.", {"it is late"}},
    {"“It is late,” he said. “We go.”", {"It is late,", "We go."}},
    {"“Mixed marks\" are common. She called it “odd\".", {"Mixed marks", "odd"}},
    {"A plank of 6' by 12\" fell on the dogs' house.", {NULL}},
    {"It wasn't the girls' fault, the '90s were odd.", {NULL}},
    {"He called the plan 'a farce' on Monday.", {"'a farce"}},
    {"“He told me ‘go home’ and I went,” she said.", {"He told me ‘go home’ and I went,"}},
    {"“She said “no” to him,” he said.", {"She said “no” to him,"}},
    {"“First paragraph.\n\n“Second paragraph.”\n\nEnd.",
     {"$First paragraph.", "+Second paragraph."}},
    {"“It never closes here.\n\nNew text.", {"$It never closes here."}},
    {"He said. That is how we end up with it.\" Then he left.",
     {"^That is how we end up with it."}},
    {"He says,” there are many who never listen.”", {"there are many who never listen."}},
    {"«Il est tard», said the guest.", {"Il est tard"}},
    {"“”", {NULL}},
    {"", {NULL}},
};

static void test_cases(void **state) {
    plx_arena *a = *state;
    for (size_t i = 0; i < PLX_COUNT(cases); i++) {
        plx_account account = {.text = plx_str_of(cases[i].text)};
        plx_annotation an = {0};
        plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, a, &an);
        plx_marks m = plx_find__marks(&an, a);
        size_t n = 0;
        for (; n < 4 && cases[i].inner[n] != NULL; n++) {
            const char *want = cases[i].inner[n];
            if (n >= m.n) fail_msg("%s: stretch %zu is missing", cases[i].text, n);
            const plx_marked *got = &m.p[n];
            assert_int_equal(got->previous != PLX_NONE, want[0] == '+');
            assert_int_equal(got->open_lost, want[0] == '^');
            assert_int_equal(got->close_lost, want[0] == '$');
            assert_int_equal(got->single, want[0] == '\'');
            want += strchr("+^$'", want[0]) != NULL;
            assert_str(plx_str_at(account.text, got->inner), want);
        }
        if (m.n != n) fail_msg("%s: %zu stretches, not %zu", cases[i].text, m.n, n);
    }
}

static void test_dropped_text_is_not_read(void **state) {
    plx_arena *a = *state;
    plx_dropped dropped = {.span = {9, 21}, .why = PLX_S("caption")};
    plx_account account = {.text = PLX_S("He left. “a caption” \n\nShe said “no” twice."),
                           .dropped = &dropped,
                           .n_dropped = 1};
    dropped.span.end = (uint32_t)plx_str_find(account.text, PLX_S("\n"), 0);
    plx_annotation an = {0};
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, a, &an);
    plx_marks m = plx_find__marks(&an, a);
    assert_int_equal(m.n, 1);
    assert_str(plx_str_at(account.text, m.p[0].inner), "no");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cases, plx_test_arena_setup, plx_test_arena_teardown),
        cmocka_unit_test_setup_teardown(test_dropped_text_is_not_read, plx_test_arena_setup,
                                        plx_test_arena_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
