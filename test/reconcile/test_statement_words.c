/* The words that a statement is shown in: whole clauses, said by those who are counted. */
#include <stdio.h>

#include "support/support.h"

#include "pipeline.h"

enum { N = 3 };

static const char *const texts[N] = {
    "The trawler Ada Linn sank off Cape Morrow on Tuesday. Its skipper, Ruth Calder, who was "
    "rescued by a helicopter, thanked the coast guard.\n\n"
    "\"We lost everything within ten minutes,\" Calder said. It was unclear whether the trawler "
    "had been overloaded.",
    "The trawler Ada Linn sank near Cape Morrow on Tuesday, and a helicopter rescued the skipper, "
    "Ruth Calder. She was taken to hospital.\n\n"
    "Because the sea was calm, the coast guard said that it would look at the hull.",
    "However, the trawler Ada Linn sank in calm water off Cape Morrow on Tuesday.\n\n"
    "Skipper Ruth Calder was rescued by helicopter after the trawler went down. The talks between "
    "the owners and the insurers go on.",
};

static const char *const visits[N] = {
    "The mayor of Calder, Ruth Anders, met striking dockers at the town hall on Tuesday for the "
    "first time since the strike at the port began and thanked the union for letting an ambulance "
    "pass.\n\n"
    "\"We must thank the union for letting the ambulance through,\" Anders said.\n\n"
    "The visitors included Mara Ortiz, freed by the court in May. The mayor did not explain how "
    "the "
    "talks began.",
    "Mayor Ruth Anders met striking dockers at the town hall in Calder on Tuesday.\n\n"
    "She thanked the union for letting an ambulance pass and urged it to end the strike before the "
    "winter.\n\n"
    "Docker Mara Ortiz was freed by the court in May.",
    "Calder's mayor, Ruth Anders, received dockers at the town hall on Tuesday. Anders thanked the "
    "union for letting an ambulance pass.\n\n"
    "\"We have to thank the union for letting the ambulance through,\" she said. Mara Ortiz was "
    "freed by a court in May.",
};

static const char *const harbours[N] = {
    "The tanker Orla ran aground off Cape Morrow on June 3, 2031, the coast guard said. The talks "
    "included Nell Farrow, freed in a court hearing in May, and her lawyer.\n\n"
    "The harbour has not been closed, the coast guard said. \"We were lucky with the weather,\" "
    "Ruth Calder said.",
    "The tanker Orla ran aground near Cape Morrow on June 3, 2031. Nell Farrow was freed in a "
    "court "
    "hearing in May.\n\n"
    "The harbour was closed for two days, ship owners said. How did the tanker lose its way?",
    "The Orla, a tanker, ran aground at Cape Morrow on June 3, 2031. The harbour has not been "
    "closed.\n\n"
    "\"We were lucky with the weather,\" said Ruth Calder of the coast guard. Ned Orme was freed "
    "in a court hearing in April.",
};

static plx_lang *lang;

typedef struct made {
    plx_arena arenas[N];
    plx_account accounts[N];
    plx_work_item items[N];
    plx_dossier_made dossier;
    const plx_story *story;
} made;

static void make_of(made *m, const char *const of[N]) {
    static const char *const paths[N] = {"a.txt", "b.txt", "c.txt"};
    plx_error err;
    memset(m, 0, sizeof *m);
    for (size_t i = 0; i < N; i++) {
        plx_arena_init(&m->arenas[i], PLX_GIB);
        m->accounts[i].path = plx_str_of(paths[i]);
        m->accounts[i].text = plx_str_of(of[i]);
        m->items[i].arena = &m->arenas[i];
        m->items[i].account = &m->accounts[i];
    }
    plx_pipeline_options options = {.lang = lang, .one_story = true};
    plx_pipeline_annotate(m->items, N, &options);
    assert_int_equal(plx_pipeline_dossier(m->items, N, &options, &m->dossier, &err), PLX_OK);
    m->story = m->dossier.dossier.stories[0];
}

static void make(made *m) { make_of(m, texts); }

static void release(made *m) {
    plx_dossier_release(&m->dossier);
    for (size_t i = 0; i < N; i++) {
        plx_arena_release(&m->arenas[i]);
    }
}

static bool is_whole(const plx_statement *t) { return t->whole >= PLX_WHOLE_ENOUGH; }

/* The first whole statement whose words have this, or NULL. */
static const plx_statement *with_words(const plx_story *s, const char *words) {
    for (size_t i = 0; i < s->statements.n; i++) {
        if (is_whole(&s->statements.p[i]) &&
            plx_str_contains(s->statements.p[i].text, plx_str_of(words))) {
            return &s->statements.p[i];
        }
    }
    return NULL;
}

static void what_all_say_stands_first(void **state) {
    (void)state;
    made m;
    make(&m);
    const plx_statement *t = &m.story->statements.p[0];
    assert_true(plx_str_contains(t->text, PLX_S("sank")));
    assert_int_equal(t->n_say, N);
    assert_false(plx_str_contains(t->text, PLX_S("However")));
    release(&m);
}

static void those_who_say_it_stand_first(void **state) {
    (void)state;
    made m;
    make(&m);
    for (size_t i = 0; i < m.story->statements.n; i++) {
        const plx_statement *t = &m.story->statements.p[i];
        assert_in_range(t->n_say, 1, t->support.n);
        assert_true(t->n_origins <= t->n_say);
        assert_int_equal(plx_statement_said(t).n, t->n_say);
        if (i > 0) { /* scraps last */
            assert_true(is_whole(&m.story->statements.p[i - 1]) || !is_whole(t));
        }
    }
    release(&m);
}

static void words_make_a_claim(void **state) {
    (void)state;
    made m;
    make(&m);
    for (size_t i = 0; i < m.story->statements.n; i++) {
        const plx_statement *t = &m.story->statements.p[i];
        static const char *const links[] = {"who ", "that ", "However", "and "};
        for (size_t k = 0; is_whole(t) && k < PLX_COUNT(links); k++) {
            plx_str begin = plx_str_slice(t->text, 0, strlen(links[k]));
            assert_false(plx_str_eq(begin, plx_str_of(links[k])));
        }
    }
    assert_null(with_words(m.story, "had been overloaded")); /* it was unclear whether it had */
    const plx_statement *rescued = with_words(m.story, "rescued");
    assert_non_null(rescued);
    assert_true(plx_str_contains(rescued->text, PLX_S("Ruth Calder")));
    release(&m);
}

/* Who is counted says each part of the words; in brackets stands who does what the verb tells. */
static void counted_say_every_part(void **state) {
    (void)state;
    made m;
    make_of(&m, visits);
    const plx_story *s = m.story;
    for (size_t i = 0; i < s->statements.n; i++) {
        const plx_statement *t = &s->statements.p[i];
        bool first_time = plx_str_contains(t->text, PLX_S("first time"));
        bool urged = plx_str_contains(t->text, PLX_S("urged"));
        assert_true(!is_whole(t) || !(first_time || urged) || t->n_voices == 1);
        assert_false(plx_str_contains(t->text, PLX_S("[the strike")));
        assert_false(plx_str_contains(t->text, PLX_S("[The visitors]")));
        assert_false(is_whole(t) && plx_str_contains(t->text, PLX_S("how the talks")));
        bool we = plx_str_contains(t->text, PLX_S("we must"));
        assert_true(!is_whole(t) || !we || plx_str_contains(t->text, PLX_S("[Ruth Anders:]")));
    }
    const plx_statement *thanked = with_words(s, "thank");
    assert_non_null(thanked);
    assert_int_equal(thanked->n_voices, N);
    const plx_statement *freed = with_words(s, "freed by");
    assert_non_null(freed);
    assert_int_equal(freed->n_voices, N);
    release(&m);
}

/* Who denies it, and who tells it of somebody else, are not counted; words that are somebody's own
 * say whose; a question is no claim. */
static void others_are_not_counted(void **state) {
    (void)state;
    made m;
    make_of(&m, harbours);
    const plx_story *s = m.story;
    for (size_t i = 0; i < s->statements.n; i++) {
        const plx_statement *t = &s->statements.p[i];
        if (!is_whole(t)) {
            continue;
        }
        bool closed = plx_str_contains(t->text, PLX_S("closed"));
        bool no = plx_str_contains(t->text, PLX_S("not"));
        bool freed = plx_str_contains(t->text, PLX_S("freed"));
        for (size_t k = 0; k < t->n_say; k++) {
            uint32_t account = t->support.p[k].account;
            assert_true(!closed || (account == 1) == !no);
            assert_true(!freed || (account == 2) == plx_str_contains(t->text, PLX_S("Orme")));
        }
        assert_false(plx_str_contains(t->text, PLX_S("lose its way")));
        assert_false(plx_str_contains(t->text, PLX_S("[The talks")));
        bool lucky = plx_str_contains(t->text, PLX_S("lucky"));
        assert_true(!lucky || plx_str_contains(t->text, PLX_S("Calder")));
    }
    assert_non_null(with_words(s, "ran aground"));
    assert_int_equal(with_words(s, "ran aground")->n_voices, N);
    release(&m);
}

/* What a line says, no later line says again. */
static void no_line_twice(void **state) {
    (void)state;
    made m;
    make_of(&m, visits);
    size_t n = 0;
    for (size_t i = 0; i < m.story->statements.n; i++) {
        const plx_statement *t = &m.story->statements.p[i];
        n += is_whole(t) && plx_str_contains(t->text, PLX_S("thank"));
    }
    assert_int_equal(n, 1);
    release(&m);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_all_say_stands_first), cmocka_unit_test(those_who_say_it_stand_first),
        cmocka_unit_test(words_make_a_claim),        cmocka_unit_test(counted_say_every_part),
        cmocka_unit_test(others_are_not_counted),    cmocka_unit_test(no_line_twice),
    };
    if (!plx_test_open_language(&lang)) {
        return PLX_TEST_SKIPPED;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_lang_free(lang);
    return failed;
}
