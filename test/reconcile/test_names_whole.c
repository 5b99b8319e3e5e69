/* Names whole, and whose: given names that follow one another, nicknames in marks, offices of
 * somewhere, ages in a list, surnames that are given names of others, who "she" is in somebody's
 * mouth. Through the trained model and all stages. */
#include "support/support.h"

#include "pipeline.h"

enum { N = 2 };

static const char *const texts[N] = {
    "MARLOW, Ohio - Marlow police said that the dead are 34-year-old Anna Teresa Orlin, "
    "20-year-old "
    "Peter James Selle and Eight-month-old Tom Selle. Wilfred \"Lil Will\" Dorn, 22, was held. "
    "Joseph \"Moe\" Keller, Jr., 31, was not.\n\n"
    "The Marlow County Sheriff's Office and NCSO Chief Paul Marsh said on Friday that the shots "
    "fell at Heron Friend playground in the Upper 9th Ward. A 37-year-old Shelby man was killed "
    "there in May.\n\n"
    "Hilda Warren thanked the crowd. Warren said she would return on Monday, and Warren laughed."
    "\n\n"
    "Rita Baines found Tara Bell behind the house. \"She had her hand out,\" said Baines.\n\n"
    "Officials named Mark Short, 40; his wife, Megan, 33; and the boy Mark, 5.\n\n"
    "President Dahl spoke in Marlow. First lady Irene Dahl waved, and Dahl smiled. Secretary of "
    "State Olga Brandt came on May 12 and left with her father, Edgar King.\n\n"
    "Dahl then met Norwegian President Nils Rask and Vice President Ada Fjord of Norway. The "
    "president said that he was glad. The Norwegian president smiled.\n\n"
    "Dahl later wrote to Tom Bakke and his wife, Mia. Lars Holm, 41, his 15-year-old stepson "
    "Kai Moe and his son, Jon, were not invited.\n\n"
    "The Prince Rolf's County Fire Department left early. The Supreme Court of the United States "
    "heard Moe v. Sund, and Rask v. Harbour Department of Marlow on Monday, and Jared Kasimir "
    "wept.\n\n"
    "Police identified the gunman as Ivar Moberg, 52. Another man, Olaf Grue, 19, fled. They said "
    "that the gunman was held, and that the 19-year-old was at large.",
    "Heron Friend Park was empty on Saturday. Prime Minister Karl Lund spoke to the Marlow Police "
    "Department about Joseph Keller and Hilda Warren. Anna Orlin left. The Orlin-Lund meeting was "
    "short, Lund said. "
    "Orlin Street was closed. President Jonas Dahl and his son, Jonas Dahl Jr., were away. The "
    "U.S. Supreme Court was closed, said Jared Kasmir.",
};

static plx_arena arenas[N];
static plx_account accounts[N];
static plx_work_item items[N];
static plx_dossier_made made;
static const plx_story *story;

static uint32_t entity_with(const char *form) {
    for (uint32_t i = 0; i < story->entities.n; i++) {
        for (size_t k = 0; k < story->entities.p[i].names.n; k++) {
            if (plx_str_eq(story->entities.p[i].names.p[k].form, plx_str_of(form))) return i;
        }
    }
    return PLX_NONE;
}

static const plx_entity *named(const char *form) {
    uint32_t i = entity_with(form);
    if (i == PLX_NONE) fail_msg("nobody is called %s", form);
    return &story->entities.p[i];
}

/* The only age that is said of somebody. */
static void assert_age(const char *form, const char *age) {
    const plx_entity *e = named(form);
    const char *found = NULL;
    for (size_t i = 0; i < e->facts.n; i++) {
        if (!plx_str_eq(e->facts.p[i].kind, PLX_S("age"))) continue;
        if (found || !age || !plx_str_eq(e->facts.p[i].value, plx_str_of(age))) {
            fail_msg("%s is said to be %.*s", form, PLX_FMT(e->facts.p[i].value));
        }
        found = age;
    }
    if (age && !found) fail_msg("no age of %s", form);
}

static void names_are_whole(void **state) {
    (void)state;
    assert_int_equal(named("Anna Teresa Orlin")->type, PLX_PERSON);
    assert_int_equal(named("Wilfred \"Lil Will\" Dorn")->type, PLX_PERSON);
    assert_ptr_equal(named("Joseph \"Moe\" Keller, Jr."), named("Joseph Keller"));
    assert_int_equal(named("Marlow County Sheriff's Office")->type, PLX_ORGANIZATION);
    assert_int_equal(named("NCSO")->type, PLX_ORGANIZATION);
    assert_int_equal(named("Shelby")->type, PLX_PLACE);
    (void)named("Upper 9th Ward");
    assert_int_equal(named("Prince Rolf's County Fire Department")->type, PLX_ORGANIZATION);
    assert_int_equal(named("Moe v. Sund")->type, PLX_OTHER);
    (void)named("Rask v. Harbour Department of Marlow");
    assert_int_equal(entity_with("Prime Minister"), PLX_NONE);
    assert_int_equal(entity_with("Officials"), PLX_NONE);
    assert_int_equal(entity_with("Jr."), PLX_NONE);
}

static void one_of_two_forms(void **state) {
    (void)state;
    assert_ptr_equal(named("Marlow police"), named("Marlow Police Department"));
    assert_ptr_equal(named("Heron Friend"), named("Heron Friend Park"));
    assert_ptr_equal(named("Warren"), named("Hilda Warren"));
    assert_ptr_equal(named("U.S. Supreme Court"), named("Supreme Court of the United States"));
    assert_ptr_equal(named("Jared Kasimir"), named("Jared Kasmir"));
    assert_int_equal(entity_with("Orlin-Lund"), PLX_NONE);
}

static void kin_of_who_holds_an_office(void **state) {
    (void)state;
    assert_ptr_equal(named("Dahl"), named("Jonas Dahl"));
    assert_ptr_not_equal(named("Dahl"), named("Irene Dahl"));
    assert_ptr_not_equal(named("Dahl"), named("Jonas Dahl Jr."));
    assert_int_equal(entity_with("State"), PLX_NONE);
    assert_int_equal(entity_with("May"), PLX_NONE);
    assert_int_equal(named("Edgar King")->type, PLX_PERSON);
}

static void ages_are_whose(void **state) {
    (void)state;
    assert_age("Anna Teresa Orlin", "34");
    assert_age("Peter James Selle", "20");
    assert_age("Tom Selle", NULL); /* months */
    assert_age("Wilfred \"Lil Will\" Dorn", "22");
    assert_age("Joseph Keller", "31");
    assert_age("Mark Short", "40"); /* the boy is another */
    assert_age("Megan", "33");
}

static void nobody_says_she_of_herself(void **state) {
    (void)state;
    const plx_annotation *an = story->annotations[0];
    size_t at = plx_str_find(an->account->text, PLX_S("She had her hand"), 0);
    uint32_t who = PLX_NONE;
    for (size_t i = 0; i < an->n_mentions; i++) {
        if (an->mentions[i].span.begin == at) {
            who = story->entity_of_chain[0][an->mentions[i].chain];
        }
    }
    assert_int_equal(who, entity_with("Tara Bell"));
}

/* The entity of the mention of the first account that begins with these words. */
static const plx_entity *meant_by(const char *words) {
    const plx_annotation *an = story->annotations[0];
    size_t at = plx_str_find(an->account->text, plx_str_of(words), 0);
    for (size_t i = 0; i < an->n_mentions; i++) {
        if (an->mentions[i].span.begin != at) continue;
        uint32_t e = story->entity_of_chain[0][an->mentions[i].chain];
        return e == PLX_NONE ? NULL : &story->entities.p[e];
    }
    return NULL;
}

static void whose_kin(const char *kin, const char *whose) {
    const plx_entity *e = named(kin);
    for (size_t i = 0; i < e->facts.n; i++) {
        const plx_fact *f = &e->facts.p[i];
        if (!plx_str_eq(f->kind, PLX_S("kin"))) continue;
        assert_int_equal(f->entity, entity_with(whose));
        return;
    }
    fail_msg("%s is nobody's", kin);
}

static void kin_in_a_row(void **state) {
    (void)state;
    whose_kin("Mia", "Tom Bakke");
    whose_kin("Kai Moe", "Lars Holm");
    whose_kin("Jon", "Lars Holm");
}

static void the_president(void **state) {
    (void)state;
    assert_ptr_equal(meant_by("The president said"), named("Jonas Dahl"));
    assert_ptr_equal(meant_by("The Norwegian president"), named("Nils Rask"));
    assert_ptr_equal(meant_by("the gunman was"), named("Ivar Moberg"));
    assert_ptr_equal(meant_by("the 19-year-old was"), named("Olaf Grue"));
}

int main(void) {
    plx_lang *lang = NULL;
    plx_error err;
    if (!plx_test_open_language(&lang)) return PLX_TEST_SKIPPED;
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
    const struct CMUnitTest tests[] = {cmocka_unit_test(names_are_whole),
                                       cmocka_unit_test(one_of_two_forms),
                                       cmocka_unit_test(kin_of_who_holds_an_office),
                                       cmocka_unit_test(ages_are_whose),
                                       cmocka_unit_test(nobody_says_she_of_herself),
                                       cmocka_unit_test(the_president),
                                       cmocka_unit_test(kin_in_a_row)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_dossier_release(&made);
    for (size_t i = 0; i < N; i++) {
        plx_arena_release(&arenas[i]);
    }
    plx_lang_free(lang);
    return failed;
}
