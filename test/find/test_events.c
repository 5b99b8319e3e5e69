/* clauses and events over trees written by hand. */
#include "find/trees.h"

#include "find/eventive.h"
#include "find/find.h"

static const char rich[] =
    "Vera|PROPN|7|nsubj\n,|PUNCT|4|punct\na|DET|4|det\ndentist|NOUN|1|appos\n,|PUNCT|4|punct\n"
    "was|AUX|7|aux:pass|be|fin past\nfreed|VERB|0|root|free|past part\nby|ADP|10|case\n"
    "the|DET|10|det\nrebels|NOUN|7|obl:agent|rebel\nin|ADP|12|case\nMay|PROPN|7|obl\n"
    ",|PUNCT|18|punct\nand|CCONJ|18|cc\nher|PRON|16|nmod:poss\nbrother|NOUN|18|nsubj\n"
    "later|ADV|18|advmod\ndied|VERB|7|conj|die|fin past\n.|PUNCT|7|punct\n\n";

static const plx_clause *clause_of(const tree *t, plx_clauses c, const char *text) {
    for (size_t i = 0; i < c.n; i++)
        if (plx_str_eq(tree_text(t, c.p[i].span), plx_str_of(text))) return &c.p[i];
    return NULL;
}

static void test_clauses(void **state) {
    tree *t = tree_of(*state, rich);
    plx_clauses c = plx_find_clauses(&t->an, *state);
    const plx_clause *second = clause_of(t, c, "her brother later died");
    assert_non_null(second);
    assert_int_equal(second->kind, PLX_CLAUSE_MAIN);
    assert_int_equal(second->subject, 15);
    const plx_clause *appos = clause_of(t, c, "Vera, a dentist");
    assert_non_null(appos);
    assert_int_equal(appos->kind, PLX_CLAUSE_APPOSITION);
    for (size_t i = 0; i < c.n; i++) {
        assert_true(c.p[i].begin < c.p[i].end && c.p[i].end <= t->an.n_tokens);
        assert_true(plx_span_contains(c.p[i].full, c.p[i].span));
        assert_true(c.p[i].parent == PLX_NONE || c.p[i].parent < c.n);
        if (i > 0) assert_true(c.p[i - 1].span.begin <= c.p[i].span.begin);
    }
}

static const plx_event *event_of(const tree *t, const char *lemma) {
    for (size_t i = 0; i < t->an.n_events; i++)
        if (plx_str_eq(t->an.events[i].lemma, plx_str_of(lemma))) return &t->an.events[i];
    return NULL;
}

static void assert_role(const plx_event *e, plx_role role, uint32_t head) {
    for (size_t i = 0; i < e->n_args; i++) {
        if (e->args[i].head == head) {
            assert_int_equal(e->args[i].role, role);
            return;
        }
    }
    fail_msg("no argument with head %u", head);
}

static void test_passive(void **state) {
    tree *t = tree_of(*state, rich);
    plx_find_events(&t->an, *state);
    const plx_event *freed = event_of(t, "free"), *died = event_of(t, "die");
    assert_non_null(freed);
    assert_non_null(died);
    assert_role(freed, PLX_PATIENT, 0);
    assert_role(freed, PLX_AGENT, 9);
    assert_role(died, PLX_AGENT, 15);
    assert_int_equal(freed->modality, PLX_HAPPENED);
    assert_false(freed->negative);
}

static const char status[] =
    "They|PRON|4|nsubj\nhave|AUX|4|aux|have|fin\nnot|PART|4|advmod\nsigned|VERB|0|root|sign|past "
    "part\n"
    "the|DET|6|det\npact|NOUN|4|obj\nbut|CCONJ|9|cc\nmay|AUX|9|aux|may|fin\nmeet|VERB|4|conj|meet|"
    "inf\n"
    "and|CCONJ|11|cc\nplan|VERB|4|conj|plan|fin\nto|PART|13|mark\nvote|VERB|11|xcomp|vote|inf\n"
    "on|ADP|17|case\nthe|DET|17|det\nprisoner|NOUN|17|compound\nrelease|NOUN|13|obl\n.|PUNCT|4|"
    "punct\n\n";

static void test_status(void **state) {
    tree *t = tree_of(*state, status);
    plx_find_events(&t->an, *state);
    assert_true(event_of(t, "sign")->negative);
    assert_int_equal(event_of(t, "meet")->modality, PLX_POSSIBLE);
    assert_int_equal(event_of(t, "vote")->modality, PLX_PLANNED);
    assert_role(event_of(t, "release"), PLX_PATIENT, 15);
}

static const char light[] =
    "The|DET|2|det\nenvoys|NOUN|3|nsubj\nheld|VERB|0|root|hold|fin past\ntalks|NOUN|3|obj|talk\n"
    "with|ADP|6|case\nrebels|NOUN|4|nmod\n.|PUNCT|3|punct\n\n";

static void test_light_verb(void **state) {
    tree *t = tree_of(*state, light);
    plx_find_events(&t->an, *state);
    assert_int_equal(t->an.n_events, 1);
    assert_str(t->an.events[0].lemma, "talk");
    assert_role(&t->an.events[0], PLX_AGENT, 1);
    assert_role(&t->an.events[0], PLX_PARTICIPANT, 5);
}

static void test_nouns_of_acts(void **state) {
    (void)state;
    assert_str(plx_eventive__act(PLX_S("arrival")), "arrive");
    assert_str(plx_eventive__act(PLX_S("release")), "release");
    assert_int_equal(plx_eventive__act(PLX_S("table")).n, 0);
    assert_true(plx_eventive__is_sorted());
    assert_true(plx_eventive__is_light(PLX_S("hold")));
}

/* Trees that no parser should give: heads in circles, outside, to themselves. */
static void test_hostile_trees(void **state) {
    tree *t = tree_of(*state, rich);
    for (uint32_t shift = 1; shift < 20; shift++) {
        for (uint32_t i = 0; i < t->an.n_tokens; i++) {
            t->an.tokens[i].head = (i * shift + 1) % (uint32_t)(t->an.n_tokens + 2);
            t->an.tokens[i].deprel = (uint8_t)((i * 7 + shift) % PLX_N_DEPRELS);
            t->an.tokens[i].upos = (uint8_t)((i * 5 + shift) % PLX_N_UPOS);
        }
        plx_find_quotes(&t->an, *state);
        plx_find_events(&t->an, *state);
        plx_clauses c = plx_find_clauses(&t->an, *state);
        for (size_t i = 0; i < c.n; i++) assert_true(c.p[i].end <= t->an.n_tokens);
    }
}

#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
int main(void) {
    const struct CMUnitTest tests[] = {
        T(test_clauses),    T(test_passive),       T(test_status),
        T(test_light_verb), T(test_nouns_of_acts), T(test_hostile_trees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
