/* Who is whom, and who spoke, where names and words mislead: father and son of one name, people in
 * a list, dotted initials, a statement that speaks, a radio that only carries words. Through the
 * trained model and all stages. */
#include "support/support.h"

#include "pipeline.h"

enum { N = 2 };

static const char *const texts[N] = {
    "The lawsuit names Edgar Orlin; his son, Edgar Orlin Jr.; and the Orlin campaign. The N.H.C. "
    "filed "
    "it on Friday. Officials of the N.H.C. said the letters were stolen. The chairman of the "
    "N.H.C., "
    "Peter Marsh, denied nothing.\n\n"
    "Edgar Orlin called the suit a joke. The Orlin-Norway affair goes on, Mr. Orlin said.\n\n"
    "The Harbour Office said in an official statement on Monday that \"the water shows clear signs "
    "of "
    "a spill.\"\n\n"
    "\"These facts are consistent with what we have long known,\" the statement said.\n\n"
    "\"Technically, we are fully prepared to dredge to a greater depth,\" Anna Selle was quoted by "
    "state radio as saying.\n\n"
    "Officials welcomed Ilan Dorn's release from Islamic State captivity.\n\n"
    "\"The owners deny it all over again,\" Peter Marsh in a televised address carried by local "
    "stations.",
    "Edgar Orlin Jr. did not comment. The party is suing the president's son, Edgar Orlin Jr., "
    "son-in-law Jonas Keller, and former campaign volunteer George Pappas. Edgar Orlin laughed."
    "\n\nIlan Dorn, the engineer, was kidnapped by Boko Haram in April.",
};

static plx_arena arenas[N];
static plx_account accounts[N];
static plx_work_item items[N];
static plx_dossier_made made;
static const plx_story *story;

static uint32_t entity_with(const char *form) {
    for (uint32_t i = 0; i < story->entities.n; i++) {
        for (size_t k = 0; k < story->entities.p[i].names.n; k++) {
            if (plx_str_eq(story->entities.p[i].names.p[k].form, plx_str_of(form))) {
                return i;
            }
        }
    }
    fail_msg("nobody is called %s", form);
    return PLX_NONE;
}

static void people_of_one_name(void **state) {
    (void)state;
    uint32_t father = entity_with("Edgar Orlin"), son = entity_with("Edgar Orlin Jr.");
    assert_true(father != son);
    assert_int_equal(entity_with("Orlin"), father);
}

static void people_in_a_list(void **state) {
    (void)state;
    uint32_t son = entity_with("Edgar Orlin Jr.");
    assert_true(entity_with("Jonas Keller") != son);
    assert_true(entity_with("George Pappas") != son);
    assert_true(entity_with("George Pappas") != entity_with("Jonas Keller"));
}

static void dotted_initials(void **state) {
    (void)state;
    const plx_entity *e = &story->entities.p[entity_with("N.H.C.")];
    assert_int_equal(e->type, PLX_ORGANIZATION);
    assert_true(e->mentions.n >= 3);
}

/* The name of who is taken for the speaker of the quotation with these words. */
static plx_str speaker_of(const char *words) {
    const plx_annotation *an = story->annotations[0];
    for (size_t i = 0; i < an->n_quotes; i++) {
        const plx_quote *q = &an->quotes[i];
        plx_span all = {q->spans[0].begin, q->spans[q->n_spans - 1].end};
        if (plx_str_find(plx_str_at(an->account->text, all), plx_str_of(words), 0) != SIZE_MAX) {
            uint32_t m = q->chain == PLX_NONE ? PLX_NONE : an->chains[q->chain].best;
            return m == PLX_NONE ? PLX_S("nobody")
                                 : plx_str_at(an->account->text, an->mentions[m].span);
        }
    }
    return PLX_S("no quotation");
}

static void assert_speaker(const char *words, const char *who) {
    plx_str got = speaker_of(words);
    if (!plx_str_eq(got, plx_str_of(who))) {
        fail_msg("%s: %.*s, not %s", words, PLX_FMT(got), who);
    }
}

static void words_that_mislead(void **state) {
    (void)state;
    assert_speaker("consistent with what we", "Harbour Office");
    assert_speaker("fully prepared to dredge", "Anna Selle");
    assert_speaker("deny it all over again", "Peter Marsh");
}

static void in_whose_hands(void **state) {
    (void)state;
    uint32_t who = entity_with("Ilan Dorn");
    for (size_t i = 0; i < story->differences.n; i++) {
        const plx_difference *d = &story->differences.p[i];
        if (d->subject_kind == PLX_SUBJECT_ENTITY && d->subject == who &&
            plx_str_contains(d->about, PLX_S("who held"))) {
            assert_int_equal(d->kind, PLX_CONFLICT);
            assert_int_equal(d->positions.n, 2);
            return;
        }
    }
    fail_msg("two captors are no difference");
}

int main(void) {
    plx_lang *lang = NULL;
    plx_error err;
    if (!plx_test_open_language(&lang)) {
        return PLX_TEST_SKIPPED;
    }
    static const char *const paths[N] = {"a.txt", "b.txt"};
    for (size_t i = 0; i < N; i++) {
        plx_arena_init(&arenas[i], PLX_GIB);
        accounts[i].path = plx_str_of(paths[i]);
        accounts[i].text = plx_str_of(texts[i]);
        items[i].arena = &arenas[i];
        items[i].account = &accounts[i];
    }
    plx_pipeline_options options = {.lang = lang, .one_story = true};
    plx_pipeline_annotate(items, N, &options);
    if (plx_pipeline_dossier(items, N, &options, &made, &err) != PLX_OK) {
        fprintf(stderr, "%s\n", err.msg);
        return 1;
    }
    story = made.dossier.stories[0];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_of_one_name), cmocka_unit_test(people_in_a_list),
        cmocka_unit_test(dotted_initials), cmocka_unit_test(words_that_mislead),
        cmocka_unit_test(in_whose_hands)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_dossier_release(&made);
    for (size_t i = 0; i < N; i++) {
        plx_arena_release(&arenas[i]);
    }
    plx_lang_free(lang);
    return failed;
}
