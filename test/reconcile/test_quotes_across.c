/* Speakers and quotes over several accounts of an invented story, through the model and all
 * stages. */
#include <stdio.h>

#include "support/support.h"

#include "pipeline.h"

enum { N = 2 };

enum { PAIRS = 9 };

/* What is said in two accounts, each in its own cut. */
static const char *const cut[PAIRS][N] = {
    /* what was said before the account's own words stands alone; what leans on it stays */
    {"\"We counted some ninety guests on the pier,\" warden Ola Brandt said. \"Then the lanterns "
     "fell "
     "into the reeds and the boathouse caught fire.\"",
     "\"The lanterns fell into the reeds and the boathouse caught fire,\" warden Ola Brandt said."},
    {"\"There is a great chance to save the northern lighthouse,\" engineer Pia Lund said. \"It is "
     "more "
     "of a duty than a dream.\"",
     "Engineer Pia Lund said there was \"a great chance to save the northern lighthouse\" this "
     "year."},
    /* two things quoted in one breath */
    {"Curator Jon Ames said the paintings were at the \"very earliest stage\" of cleaning and "
     "\"nobody "
     "can promise visitors a date before autumn.\"",
     "\"Nobody can promise visitors a date before autumn,\" curator Jon Ames said."},
    /* turned round */
    {"\"You did not need the boat. You took it because you could,\" judge Mara Hill said.",
     "\"You took it because you could,\" judge Mara Hill said. \"You did not need the boat,\" she "
     "added."},
    /* common words alone, but the very same */
    {"\"We can do it,\" trainer Lev Orlan said on Sunday in Northgate.",
     "\"We can do it,\" trainer Lev Orlan said after the match on Sunday."},
    /* one sentence is another's two */
    {"\"We saw the barge when it was forty metres away, and by then nobody could have stopped the "
     "ferry,\" captain Ivo Reese said.",
     "\"We saw the barge when it was forty metres away. By then nobody could have stopped the "
     "ferry,\" captain Ivo Reese said."},
    /* a name, a day and one word in common */
    {"\"On June 12 we will see Karl Brand and his brother at the old lighthouse,\" warden Ola Lund "
     "said.",
     "\"If the rain stops, Karl Brand is going to be very happy on June 12 with his brother,\" "
     "warden "
     "Ola Lund said."},
    /* what stands beside the marks is no quotation */
    {"Warden Ola Lund described her talk with the council about the harbour plan as \"splendid\" "
     "on "
     "Monday.",
     "Warden Ola Lund said that her talk with the council about the harbour plan was short. \"We "
     "drank tea,\" she said."},
    /* another denies it */
    {"\"We have defeated the great flood in Northgate,\" mayor Ann Lee said.",
     "\"The great flood is not defeated in Northgate,\" the institute said."},
};

static const char *const nested[N] = {
    "Mayor Ann Lee hinted that they would meet again soon, even as they touted what Karl Brand "
    "called "
    "\"a very special friendship\" on Monday.\n\nLee scolded the envoy Tom Reed, who said Brand "
    "was "
    "being \"hasty\" about the harbour.",
    "Officers arrested Dario \"Two Left Feet\" Rossi behind the harbour on Monday, captain Ivo "
    "Reese said.\n\nIn his talk with the radio's Ines Falk, Tom Reed, who once vowed that he would "
    "\"take a bullet\" for the harbour, disputed the claim.\n\nKarl Brand told the council that "
    "the "
    "situation in Northgate was \"totally unacceptable\", calling it a shame.",
};

static const char *const titles[N] = {
    "Ines Falk announced her plan for the harbour on \"The Late Morning Hour\" on Monday.",
    "Ines Falk promoted \"magic\" harbour stones, and announced her plan for the town on \"The "
    "Late "
    "Morning Hour\" on Monday.",
};

/* Two who speak in one sentence. */
static const char *const taken_over[N] = {
    "Ines Falk said on Saturday there should be an inquiry into the harbour, saying it \"appears "
    "to be "
    "a heap of lies.\"\n\n"
    "Joe's sister, Ann Roe, was hit in the arm, and the third guest, a friend, was \"grazed by a "
    "stone,\" said Joe's grandmother, Mara Hill.",
    "At the hall, Mayor Tom Reed said Brand looked like an \"angry, tired man,\" and Brand's boss, "
    "Harbour Secretary Ola Lund, said, \"Everything he is complaining about was done.\"\n\n"
    "The council must act to put the harbour on a better path, Ann Lee and Joe Roe said.\n\n"
    "\"The waste of the past years is bad,\" they wrote.",
};

/* Who speaks, by the words around. */
static const char *const sources[N] = {
    "Slamming the plan as \"a war on harbours,\" Karl Brand defended the council.\n\n"
    "\"I'm torn up about it,\" Ines Falk, Dario's mother said.\n\n"
    "Council Leader Tom Reed of Northgate, the second man of the port, in a statement called the "
    "decision \"outrageous\" on Monday.",
    "Ines Falk said the resolution was \"benign,\" compared with the criticisms of the mayor that "
    "some "
    "of her friends wanted to include in it.\n\n"
    "\"I'm glad he came into my life,\" said Ann Lee, a neighbour.\n\n"
    "Lee worries about his wife, who was not hurt.\n\n"
    "\"I cannot imagine what she is going through.\"",
};

static const char *const texts[N] = {
    "The ambassador, Ines Falk, visited the harbour of Northgate on Monday. The owner of the yard, "
    "Tom Reed, told the port council that Karl Brand had closed the gate. He said he was sorry.\n\n"
    "\"We will stay until the last ship has left the harbour. Nobody asked us to go home before "
    "winter comes to these waters,\" Falk told the council, adding that she wanted to avoid "
    "\"hasty judgments\" about the strike.",
    "\"We will stay until the last ship has left the harbour,\" the ambassador said on Monday in "
    "Northgate.\n\n"
    "In an interview on \"The Morning Tide,\" port director Lena Marsh said the strike would end.",
};

static plx_lang *lang;

typedef struct made {
    plx_arena arenas[N];
    plx_account accounts[N];
    plx_work_item items[N];
    plx_dossier_made dossier;
    const plx_story *story;
} made;

static void make_of(made *m, const char *const *text) {
    static const char *const paths[N] = {"a.txt", "b.txt"};
    memset(m, 0, sizeof *m);
    for (size_t i = 0; i < N; i++) {
        plx_arena_init(&m->arenas[i], PLX_GIB);
        m->accounts[i].path = plx_str_of(paths[i]);
        m->accounts[i].text = plx_str_of(text[i]);
        m->items[i].arena = &m->arenas[i];
        m->items[i].account = &m->accounts[i];
    }
    plx_pipeline_options options = {.lang = lang, .one_story = true};
    plx_error err;
    plx_pipeline_annotate(m->items, N, &options);
    assert_int_equal(plx_pipeline_dossier(m->items, N, &options, &m->dossier, &err), PLX_OK);
    m->story = m->dossier.dossier.stories[0];
}

static void make(made *m) { make_of(m, texts); }

static void release(made *m) {
    plx_dossier_release(&m->dossier);
    for (size_t i = 0; i < N; i++) plx_arena_release(&m->arenas[i]);
}

static uint32_t entity_with(const plx_story *s, const char *form) {
    for (uint32_t i = 0; i < s->entities.n; i++) {
        for (size_t k = 0; k < s->entities.p[i].names.n; k++) {
            if (plx_str_eq(s->entities.p[i].names.p[k].form, plx_str_of(form))) return i;
        }
    }
    fail_msg("nobody is called %s", form);
    return PLX_NONE;
}

/* The quote of `account` that holds the words; its chain's entity. */
static uint32_t speaker_of(const plx_story *s, uint32_t account, const char *words) {
    const plx_annotation *an = s->annotations[account];
    for (size_t i = 0; i < an->n_quotes; i++) {
        const plx_quote *q = &an->quotes[i];
        for (size_t k = 0; k < q->n_spans; k++) {
            if (plx_str_contains(plx_str_at(an->account->text, q->spans[k]), plx_str_of(words))) {
                return q->chain == PLX_NONE ? PLX_NONE : s->entity_of_chain[account][q->chain];
            }
        }
    }
    fail_msg("no quote has: %s", words);
    return PLX_NONE;
}

static void an_office_is_who_holds_it(void **state) {
    (void)state;
    made m;
    make(&m);
    uint32_t falk = entity_with(m.story, "Ines Falk");
    assert_int_equal(speaker_of(m.story, 1, "We will stay"), falk);
    release(&m);
}

static void speakers_go_on(void **state) {
    (void)state;
    made m;
    make(&m);
    /* "adding that" is who spoke before; "he" leads the sentence before, not its inner clause */
    assert_int_equal(speaker_of(m.story, 0, "hasty judgments"), entity_with(m.story, "Ines Falk"));
    assert_int_equal(speaker_of(m.story, 0, "he was sorry"), entity_with(m.story, "Tom Reed"));
    assert_int_equal(speaker_of(m.story, 1, "the strike would end"),
                     entity_with(m.story, "Lena Marsh"));
    release(&m);
}

static void a_quote_stays_whole(void **state) {
    (void)state;
    made m;
    make(&m);
    bool whole = false;
    for (size_t i = 0; i < m.story->quotes.n; i++) {
        const plx_quote_group *q = &m.story->quotes.p[i];
        bool first = false, second = false;
        for (size_t k = 0; k < q->renderings.n; k++) {
            const plx_rendering *r = &q->renderings.p[k];
            second |= r->account == 1;
            first |= r->account == 0 && r->n_spans == 2;
        }
        whole |= first && second;
    }
    assert_true(whole);
    release(&m);
}

/* The group with the words of that account; all of one rendering's words in `words`. */
static const plx_quote_group *group_with(const plx_story *s, uint32_t account, const char *words) {
    for (size_t i = 0; i < s->quotes.n; i++) {
        for (size_t k = 0; k < s->quotes.p[i].renderings.n; k++) {
            const plx_rendering *r = &s->quotes.p[i].renderings.p[k];
            for (size_t n = 0; r->account == account && n < r->n_spans; n++) {
                plx_str said = plx_str_at(s->accounts[account]->text, r->spans[n]);
                if (plx_str_contains(said, plx_str_of(words))) return &s->quotes.p[i];
            }
        }
    }
    fail_msg("no quote has: %s", words);
    return NULL;
}

static bool together(const plx_story *s, const char *first, const char *second) {
    return group_with(s, 0, first) == group_with(s, 1, second);
}

static void what_was_said_lines_up(void **state) {
    (void)state;
    made m;
    make_of(&m, cut[0]);
    assert_true(together(m.story, "boathouse caught", "boathouse caught"));
    assert_false(together(m.story, "ninety guests", "boathouse caught"));
    release(&m);
    make_of(&m, cut[1]);
    assert_true(together(m.story, "great chance", "great chance"));
    assert_true(together(m.story, "more of a duty", "great chance"));
    release(&m);
    make_of(&m, cut[2]);
    assert_true(together(m.story, "before autumn", "before autumn"));
    assert_false(together(m.story, "very earliest stage", "before autumn"));
    release(&m);
}

static void order_and_cut_do_not_matter(void **state) {
    (void)state;
    made m;
    make_of(&m, cut[3]);
    assert_true(together(m.story, "You took it", "You took it"));
    assert_true(together(m.story, "You did not need", "You did not need"));
    assert_false(together(m.story, "You did not need", "You took it"));
    release(&m);
    make_of(&m, cut[4]);
    assert_true(together(m.story, "We can do it", "We can do it"));
    release(&m);
    make_of(&m, cut[5]);
    assert_true(together(m.story, "forty metres", "forty metres"));
    assert_true(together(m.story, "forty metres", "By then nobody"));
    release(&m);
}

static void names_alone_are_no_likeness(void **state) {
    (void)state;
    made m;
    make_of(&m, cut[6]);
    assert_false(together(m.story, "old lighthouse", "very happy"));
    release(&m);
    make_of(&m, cut[8]);
    assert_false(together(m.story, "have defeated", "not defeated"));
    release(&m);
    make_of(&m, cut[7]);
    assert_false(together(m.story, "splendid", "drank tea"));
    for (size_t i = 0; i < m.story->quotes.n; i++) {
        assert_int_equal(m.story->quotes.p[i].renderings.n, 1);
    }
    release(&m);
}

static void the_nearer_word_has_the_marks(void **state) {
    (void)state;
    made m;
    make_of(&m, nested);
    uint32_t brand = entity_with(m.story, "Karl Brand"), reed = entity_with(m.story, "Tom Reed");
    assert_int_equal(group_with(m.story, 0, "very special friendship")->speaker, brand);
    assert_int_equal(group_with(m.story, 0, "\"hasty\"")->speaker, reed);
    assert_int_equal(group_with(m.story, 1, "take a bullet")->speaker, reed);
    assert_int_equal(group_with(m.story, 1, "totally unacceptable")->speaker, brand);
    /* a nickname is no quotation */
    assert_int_equal(m.story->annotations[1]->quotes[0].kind, PLX_INDIRECT);
    release(&m);
}

static void a_title_is_no_quotation(void **state) {
    (void)state;
    made m;
    make_of(&m, titles);
    for (size_t i = 0; i < N; i++) {
        for (size_t k = 0; k < m.story->annotations[i]->n_quotes; k++) {
            assert_int_equal(m.story->annotations[i]->quotes[k].kind, PLX_INDIRECT);
        }
    }
    assert_int_equal(m.story->quotes.n, 0);
    release(&m);
}

static void who_speaks(void **state) {
    (void)state;
    made m;
    make_of(&m, sources);
    uint32_t falk = entity_with(m.story, "Ines Falk"), lee = entity_with(m.story, "Ann Lee");
    assert_int_equal(speaker_of(m.story, 0, "a war on harbours"),
                     entity_with(m.story, "Karl Brand"));
    assert_int_equal(speaker_of(m.story, 0, "torn up"), falk);
    assert_int_equal(speaker_of(m.story, 0, "outrageous"), entity_with(m.story, "Tom Reed"));
    assert_int_equal(speaker_of(m.story, 1, "benign"), falk);
    assert_int_equal(speaker_of(m.story, 1, "cannot imagine"), lee);
    release(&m);
    make_of(&m, taken_over);
    assert_int_equal(speaker_of(m.story, 0, "heap of lies"), entity_with(m.story, "Ines Falk"));
    assert_int_equal(speaker_of(m.story, 0, "grazed"), entity_with(m.story, "Mara Hill"));
    assert_int_equal(speaker_of(m.story, 1, "angry, tired"), entity_with(m.story, "Tom Reed"));
    assert_int_equal(speaker_of(m.story, 1, "complaining"), entity_with(m.story, "Ola Lund"));
    assert_int_equal(speaker_of(m.story, 1, "past years"), entity_with(m.story, "Ann Lee"));
    release(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_office_is_who_holds_it),
        cmocka_unit_test(speakers_go_on),
        cmocka_unit_test(a_quote_stays_whole),
        cmocka_unit_test(what_was_said_lines_up),
        cmocka_unit_test(order_and_cut_do_not_matter),
        cmocka_unit_test(names_alone_are_no_likeness),
        cmocka_unit_test(the_nearer_word_has_the_marks),
        cmocka_unit_test(a_title_is_no_quotation),
        cmocka_unit_test(who_speaks),
    };
    if (!plx_test_open_language(&lang)) {
        return PLX_TEST_SKIPPED;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_lang_free(lang);
    return failed;
}
