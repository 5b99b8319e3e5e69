/* Entities and quotes of a small invented story, through the trained model and all stages. */
#include <stdio.h>

#include "support/support.h"

#include "pipeline.h"
#include "reconcile/corrections.h"
#include "reconcile/wording_marks.h"

#include <math.h>

enum { N = 3 };

static const char *const texts[N] = {
    "Mayor Jordan Elling of Northgate met the freed sailor Alexander Brunov on Monday. Brunov, 31, "
    "came "
    "with his mother, Yelena Brunova, and his partner, Mara Quist.\n\n"
    "\"I am deeply grateful to the harbour police for their courage,\" Brunov said. \"Half my "
    "heart is "
    "still on that ship.\"\n\n"
    "Brunov's father, Vitaly, was killed when the ship was seized in March.",
    "The sailor Sasha Brunov thanked the mayor of Northgate, Jordan Elling. His mother Elena "
    "Brunova stood "
    "beside him.\n\n"
    "\"I am deeply thankful to the harbour police for the courage they showed,\" Sasha Brunov told "
    "reporters.\n\n"
    "His father, Vitaliy, died in the attack.",
    "Mr. Elling, the mayor, said the city would help the Brunov family. \"Nobody in Northgate will "
    "be left "
    "alone,\" he said.",
};

typedef struct made {
    plx_arena arenas[N];
    plx_account accounts[N];
    plx_work_item items[N];
    plx_dossier_made dossier;
    const plx_story *story;
} made;

static plx_lang *lang;

static void make(made *m, const size_t order[N], const plx_corrections *corrections) {
    static const char *const paths[N] = {"a.txt", "b.txt", "c.txt"};
    memset(m, 0, sizeof *m);
    for (size_t i = 0; i < N; i++) {
        plx_arena_init(&m->arenas[i], PLX_GIB);
        m->accounts[i].path = plx_str_of(paths[order[i]]);
        m->accounts[i].text = plx_str_of(texts[order[i]]);
        m->items[i].arena = &m->arenas[i];
        m->items[i].account = &m->accounts[i];
    }
    plx_pipeline_options options = {.lang = lang, .one_story = true, .corrections = corrections};
    plx_error err;
    plx_pipeline_annotate(m->items, N, &options);
    assert_int_equal(plx_pipeline_dossier(m->items, N, &options, &m->dossier, &err), PLX_OK);
    assert_int_equal(m->dossier.dossier.n_stories, 1);
    m->story = m->dossier.dossier.stories[0];
}

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

static const size_t in_order[N] = {0, 1, 2};

static void a_family_stays_apart(void **state) {
    (void)state;
    made m;
    make(&m, in_order, NULL);
    uint32_t son = entity_with(m.story, "Alexander Brunov");
    uint32_t mother = entity_with(m.story, "Yelena Brunova");
    uint32_t father = entity_with(m.story, "Vitaly");
    assert_int_equal(entity_with(m.story, "Sasha Brunov"), son);
    assert_int_equal(entity_with(m.story, "Elena Brunova"), mother);
    assert_int_equal(entity_with(m.story, "Vitaliy"), father);
    assert_true(son != mother && mother != father && son != father);
    assert_true(m.story->entities.p[son].why.n > 0);
    release(&m);
}

static void facts_have_a_place(void **state) {
    (void)state;
    made m;
    make(&m, in_order, NULL);
    uint32_t son = entity_with(m.story, "Alexander Brunov");
    const plx_entity *mother = &m.story->entities.p[entity_with(m.story, "Yelena Brunova")];
    bool kin = false, age = false;
    for (size_t i = 0; i < mother->facts.n; i++) {
        const plx_fact *f = &mother->facts.p[i];
        kin |= plx_str_eq(f->kind, PLX_S("kin")) && f->entity == son && f->at.n > 0;
    }
    for (size_t i = 0; i < m.story->entities.p[son].facts.n; i++) {
        const plx_fact *f = &m.story->entities.p[son].facts.p[i];
        age |= plx_str_eq(f->kind, PLX_S("age")) && plx_str_eq(f->value, PLX_S("31"));
    }
    assert_true(kin);
    assert_true(age);
    release(&m);
}

static void renderings_meet(void **state) {
    (void)state;
    made m;
    make(&m, in_order, NULL);
    bool met = false, mayor = false;
    for (size_t i = 0; i < m.story->quotes.n; i++) {
        const plx_quote_group *q = &m.story->quotes.p[i];
        bool first = false, second = false;
        for (size_t k = 0; k < q->renderings.n; k++) {
            first |= q->renderings.p[k].account == 0;
            second |= q->renderings.p[k].account == 1;
            mayor |= q->renderings.p[k].account == 2 &&
                     q->speaker == entity_with(m.story, "Jordan Elling");
        }
        if (first && second) {
            met = true;
            assert_int_equal(q->speaker, entity_with(m.story, "Alexander Brunov"));
            assert_true(q->why.n > 0);
        }
    }
    assert_true(met);
    assert_true(mayor);
    release(&m);
}

static void order_does_not_matter(void **state) {
    (void)state;
    static const size_t turned[N] = {2, 0, 1};
    made a, b;
    make(&a, in_order, NULL);
    make(&b, turned, NULL);
    assert_int_equal(a.story->entities.n, b.story->entities.n);
    for (size_t i = 0; i < a.story->entities.n; i++) {
        assert_true(plx_str_eq(a.story->entities.p[i].name, b.story->entities.p[i].name));
        assert_int_equal(a.story->entities.p[i].mentions.n, b.story->entities.p[i].mentions.n);
    }
    assert_int_equal(a.story->quotes.n, b.story->quotes.n);
    release(&a);
    release(&b);
}

static void corrections_hold(void **state) {
    (void)state;
    plx_correction list[] = {
        {.verb = PLX_CORRECT_JOIN,
         .a = PLX_S("Mara Quist"),
         .b = PLX_S("Yelena Brunova"),
         .line = 1},
        {.verb = PLX_CORRECT_RENAME,
         .a = PLX_S("Jordan Elling"),
         .b = PLX_S("J. Elling"),
         .line = 2},
        {.verb = PLX_CORRECT_DROP, .a = PLX_S("Somebody Else"), .line = 3},
    };
    plx_corrections corrections = {list, PLX_COUNT(list), PLX_COUNT(list)};
    made m;
    make(&m, in_order, &corrections);
    assert_int_equal(entity_with(m.story, "Mara Quist"), entity_with(m.story, "Yelena Brunova"));
    uint32_t mayor = entity_with(m.story, "Jordan Elling");
    assert_true(plx_str_eq(m.story->entities.p[mayor].name, PLX_S("J. Elling")));
    assert_true(m.story->corrections_fit[0] && m.story->corrections_fit[1]);
    assert_false(m.story->corrections_fit[2]);
    release(&m);
}

static size_t n_renderings(const plx_story *s, const char *words) {
    for (size_t i = 0; i < s->quotes.n; i++) {
        for (size_t k = 0; k < s->quotes.p[i].renderings.n; k++) {
            const plx_rendering *r = &s->quotes.p[i].renderings.p[k];
            plx_str text = plx_str_at(s->accounts[r->account]->text, r->spans[0]);
            if (plx_str_contains(text, plx_str_of(words))) return s->quotes.p[i].renderings.n;
        }
    }
    return 0;
}

static void quotes_join_and_part(void **state) {
    (void)state;
    plx_correction part = {.verb = PLX_CORRECT_APART,
                           .a = PLX_S("grateful to the harbour police"),
                           .b = PLX_S("thankful to the harbour police"),
                           .line = 1};
    plx_correction join = {.verb = PLX_CORRECT_SAME,
                           .a = PLX_S("grateful to the harbour police"),
                           .b = PLX_S("Nobody in Northgate"),
                           .line = 1};
    made m;
    make(&m, in_order, NULL);
    size_t before = n_renderings(m.story, "grateful"), quotes = m.story->quotes.n;
    assert_true(before >= 2);
    release(&m);
    plx_corrections list = {&part, 1, 1};
    make(&m, in_order, &list);
    assert_true(m.story->corrections_fit[0]);
    assert_int_equal(n_renderings(m.story, "grateful"), before - 1);
    assert_int_equal(n_renderings(m.story, "thankful"), 1);
    assert_int_equal(m.story->quotes.n, quotes + 1);
    release(&m);
    list = (plx_corrections){&join, 1, 1};
    make(&m, in_order, &list);
    assert_true(m.story->corrections_fit[0]);
    assert_int_equal(n_renderings(m.story, "grateful"), before + 1);
    assert_int_equal(m.story->quotes.n, quotes - 1);
    release(&m);
}

/* As often is 0; more often is over 0; the rarer the word, the less the same ratio says. */
static void log_odds_are_sane(void **state) {
    (void)state;
    assert_true(fabs(plx_wording_log_odds_z(10, 1000, 30, 3000)) < 0.01);
    assert_true(plx_wording_log_odds_z(20, 1000, 5, 3000) > 2.0);
    assert_true(plx_wording_log_odds_z(5, 1000, 20, 1000) < 0);
    assert_true(plx_wording_log_odds_z(2, 1000, 1, 1000) <
                plx_wording_log_odds_z(40, 1000, 20, 1000));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_family_stays_apart), cmocka_unit_test(facts_have_a_place),
        cmocka_unit_test(renderings_meet),      cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(corrections_hold),     cmocka_unit_test(quotes_join_and_part),
        cmocka_unit_test(log_odds_are_sane),
    };
    if (!plx_test_open_language(&lang)) {
        return PLX_TEST_SKIPPED;
    }
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    plx_lang_free(lang);
    return failed;
}
