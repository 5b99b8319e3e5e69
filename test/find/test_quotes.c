/* quotes: cue, source, speaker and words of what is said, over trees written by hand. */
#include "find/trees.h"

#include "find/find.h"
#include "find/quote_cues.h"
#include "lang/lang.h"

static const char direct[] = "“|PUNCT|3|punct\nWe|PRON|3|nsubj\nstay|VERB|7|ccomp|stay|fin\n"
                             ",|PUNCT|3|punct\n”|PUNCT|3|punct\n"
                             "Ortiz|PROPN|7|nsubj\nsaid|VERB|0|root|say|fin past\n"
                             "on|ADP|9|case\nMonday|PROPN|7|obl\n.|PUNCT|7|punct\n\n"
                             "“|PUNCT|4|punct\nNobody|PRON|4|nsubj\nwill|AUX|4|aux|will|fin\n"
                             "leave|VERB|0|root|leave|inf\n.|PUNCT|4|punct\n”|PUNCT|4|punct\n\n";

static void test_interrupted(void **state) {
    tree *t = tree_of(*state, direct);
    tree_mention(*state, t, 5, 0, PLX_NAME, PLX_FEMALE);
    plx_find_quotes(&t->an, *state);
    assert_int_equal(t->an.n_quotes, 1);
    const plx_quote *q = &t->an.quotes[0];
    assert_int_equal(q->kind, PLX_DIRECT);
    assert_int_equal(q->n_spans, 2);
    assert_str(tree_text(t, q->spans[0]), "We stay,");
    assert_str(tree_text(t, q->spans[1]), "Nobody will leave.");
    assert_str(tree_text(t, q->cue), "said");
    assert_str(tree_text(t, q->source), "Ortiz");
    assert_int_equal(q->chain, 0);
    assert_true(q->why.n > 0);
}

static const char indirect[] =
    "The|DET|2|det\nmayor|NOUN|3|nsubj\nsaid|VERB|0|root|say|fin past\nthat|SCONJ|7|mark\n"
    "the|DET|6|det\nbridge|NOUN|7|nsubj\nfell|VERB|3|ccomp|fall|fin past\nand|CCONJ|9|cc\n"
    "urged|VERB|3|conj|urge|fin past\npeople|NOUN|9|obj\nto|PART|12|mark\n"
    "leave|VERB|9|xcomp|leave|inf\n.|PUNCT|3|punct\n\n";

static void test_indirect_and_next_predicate(void **state) {
    tree *t = tree_of(*state, indirect);
    tree_mention(*state, t, 1, 0, PLX_NOMINAL, PLX_GENDER_UNKNOWN);
    plx_find_quotes(&t->an, *state);
    assert_int_equal(t->an.n_quotes, 2);
    assert_int_equal(t->an.quotes[0].kind, PLX_INDIRECT);
    assert_str(tree_text(t, t->an.quotes[0].spans[0]), "the bridge fell");
    assert_str(tree_text(t, t->an.quotes[1].spans[0]), "people to leave");
    assert_str(tree_text(t, t->an.quotes[1].cue), "urged");
    assert_int_equal(t->an.quotes[1].chain, 0);
}

static const char partial[] =
    "Lee|PROPN|2|nsubj\nsaid|VERB|0|root|say|fin past\nthe|DET|4|det\nplan|NOUN|8|nsubj\n"
    "was|AUX|8|cop|be|fin past\n“|PUNCT|8|punct\na|DET|8|det\nfarce|NOUN|2|ccomp\n"
    "”|PUNCT|8|punct\nat|ADP|11|case\nbest|NOUN|8|obl\n.|PUNCT|2|punct\n\n";

static void test_partial(void **state) {
    tree *t = tree_of(*state, partial);
    plx_find_quotes(&t->an, *state);
    assert_int_equal(t->an.n_quotes, 1);
    const plx_quote *q = &t->an.quotes[0];
    assert_int_equal(q->kind, PLX_PARTIAL);
    assert_str(tree_text(t, q->spans[0]), "the plan was “a farce” at best");
    assert_int_equal(q->n_marked, 1);
    assert_str(tree_text(t, q->marked[0]), "a farce");
    assert_int_equal(q->chain, PLX_NONE); /* there are no mentions: unknown is said */
    assert_true(plx_str_starts(q->why, PLX_S("unknown")));
}

static const char credit[] =
    "Ten|NUM|2|nummod\nhouses|NOUN|3|nsubj\nburned|VERB|0|root|burn|fin past\n,|PUNCT|7|punct\n"
    "according|VERB|7|case\nto|ADP|5|fixed\nofficials|NOUN|3|obl\n.|PUNCT|3|punct\n\n";

static void test_according_to(void **state) {
    tree *t = tree_of(*state, credit);
    plx_find_quotes(&t->an, *state);
    assert_int_equal(t->an.n_quotes, 1);
    assert_str(tree_text(t, t->an.quotes[0].spans[0]), "Ten houses burned");
    assert_str(tree_text(t, t->an.quotes[0].cue), "according to");
    assert_str(tree_text(t, t->an.quotes[0].source), "officials");
}

static const char scare[] =
    "The|DET|5|det\n“|PUNCT|5|punct\nsmart|ADJ|5|amod\n”|PUNCT|5|punct\nlamp|NOUN|6|nsubj\n"
    "broke|VERB|0|root|break|fin past\n.|PUNCT|6|punct\n\n"
    "Al|PROPN|4|nsubj\n“|PUNCT|1|punct\nAce|PROPN|1|flat\n”|PUNCT|1|punct\n"
    "Ruiz|PROPN|1|flat\nran|VERB|0|root|run|fin past\n.|PUNCT|6|punct\n\n";

static void test_scare_quotes_and_nicknames_are_none(void **state) {
    tree *t = tree_of(*state, scare);
    plx_find_quotes(&t->an, *state);
    assert_int_equal(t->an.n_quotes, 0);
}

static const char running[] =
    "“|PUNCT|3|punct\nWe|PRON|3|nsubj\nlost|VERB|7|ccomp|lose|fin\n,|PUNCT|3|punct\n"
    "”|PUNCT|3|punct\nLee|PROPN|7|nsubj\nsaid|VERB|0|root|say|fin past\n.|PUNCT|7|punct\n¶\n"
    "“|PUNCT|3|punct\nWe|PRON|3|nsubj\ntried|VERB|0|root|try|fin past\nhard|ADV|3|advmod\n"
    ".|PUNCT|3|punct\n”|PUNCT|3|punct\n¶\n";

static void test_next_paragraph_goes_on(void **state) {
    tree *t = tree_of(*state, running);
    tree_mention(*state, t, 5, 0, PLX_NAME, PLX_MALE);
    plx_find_quotes(&t->an, *state);
    assert_true(t->an.n_quotes >= 1);
    for (size_t i = 0; i < t->an.n_quotes; i++) assert_int_equal(t->an.quotes[i].chain, 0);
}

static void test_cue_tables_are_sorted(void **state) {
    (void)state;
    static const char *const verbs[] = {"accuse", "say", "tell", "write", "add", "urge", "warn"};
    for (size_t i = 0; i < PLX_COUNT(verbs); i++)
        assert_non_null(plx_cue__verb(plx_str_of(verbs[i])));
    assert_non_null(plx_cue__noun(PLX_S("claim")));
    assert_null(plx_cue__verb(PLX_S("walk")));
    assert_true(plx_cue__is_sorted());
}

static void test_without_model(void **state) {
    plx_account account = {.text = PLX_S("“We stay,” Ortiz said. “Nobody leaves.”\n\nThe end.")};
    plx_annotation an = {0};
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, *state, &an);
    plx_find_quotes(&an, *state);
    assert_int_equal(an.n_quotes, 1);
    assert_int_equal(an.quotes[0].n_spans, 2);
    assert_str(plx_str_at(account.text, an.quotes[0].source), "Ortiz");
}

static void fail_one(void *ctx, plx_arena *arena) {
    tree *t = ctx;
    plx_annotation an = t->an;
    plx_find_quotes(&an, arena);
    plx_find_events(&an, arena);
    plx_clauses c = plx_find_clauses(&an, arena);
    (void)c;
}

static void test_each_allocation_fails_once(void **state) {
    tree *t = tree_of(*state, direct);
    plx_test_fail_each(fail_one, t, 2000);
}

#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        T(test_interrupted),
        T(test_indirect_and_next_predicate),
        T(test_partial),
        T(test_according_to),
        T(test_scare_quotes_and_nicknames_are_none),
        T(test_next_paragraph_goes_on),
        T(test_cue_tables_are_sorted),
        T(test_without_model),
        T(test_each_allocation_fails_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
