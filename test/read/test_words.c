/* What text is made of: text that was encoded twice, and the language of texts that do not say. */
#include "read/internal.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct got {
    plx_arena arena;
    plx_account a;
    size_t n;
} got;

static plx_arena *give(void *ctx) { return &((got *)ctx)->arena; }
static bool take(void *ctx, const plx_account *a) {
    got *g = ctx;
    g->a = *a;
    g->n++;
    return true;
}

static void read_as(got *g, const char *name, plx_str bytes) {
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take};
    plx_read_options o = plx_read_defaults();
    g->n = 0;
    assert_int_equal(plx_read_memory(plx_str_of(name), bytes, &o, &sink), PLX_OK);
    assert_int_equal(g->n, 1);
}

static void check_undone(got *g, const char *text, const char *want) {
    plx_str t = plx_str_of(text);
    bool done = plx_read__undo_mojibake(&t, &g->arena);
    if (!plx_str_eq(t, plx_str_of(want))) fail_msg("'%.*s' is not '%s'", PLX_FMT(t), want);
    assert_int_equal(done, strcmp(text, want) != 0);
}

static void test_mojibake(void **state) {
    got *g = *state;
    /* all of it was encoded twice, or three times */
    check_undone(g, "Das Café in Münster öffnet.", "Das Café in Münster öffnet.");
    check_undone(g, "Das CafÃ© in MÃ¼nster Ã¶ffnet.", "Das Café in Münster öffnet.");
    check_undone(g, "Das CafÃƒÂ© in MÃƒÂ¼nster ÃƒÂ¶ffnet.", "Das Café in Münster öffnet.");
    check_undone(g, "ÐŸÐ°Ñ€Ð¾Ð¼ Ñƒ Ð¿Ñ€Ð¸Ñ‡Ð°Ð»Ð°, Ð¿Ð¾Ñ€Ñ‚ Ð¶Ð´Ð°Ð».",
                 "Паром у причала, порт ждал.");
    /* a page put together: its frame is right, its text is not */
    check_undone(g, "Zurück | Itâ€™s the ferryâ€™s hull, said MoÃ«l. | Über uns",
                 "Zurück | It’s the ferry’s hull, said Moël. | Über uns");
    /* not certain: one word, or words that people write */
    check_undone(g, "Das CafÃ© ist zu.", "Das CafÃ© ist zu.");
    check_undone(g, "“AMANHÃ” e “IRMÃ”, não “MANHÔ!", "“AMANHÃ” e “IRMÃ”, não “MANHÔ!");
    check_undone(g, "Plain words.", "Plain words.");
    read_as(g, "a.txt", PLX_S("The ferryâ€™s captain said â€œnoâ€\xC2\x9D. MoÃ«l was on board.\n"));
    assert_true(plx_str_contains(g->a.text, PLX_S("ferry’s captain")));
    assert_true(plx_str_eq(g->a.evidence[0].field, PLX_S("encoding")));
}

static void check_language(got *g, const char *text, const char *want) {
    read_as(g, "a.txt", plx_str_of(text));
    if (!plx_str_eq(g->a.language, plx_str_of(want))) {
        fail_msg("'%.*s' is not '%s': %s", PLX_FMT(g->a.language), want, text);
    }
}

static void test_language(void **state) {
    got *g = *state;
    check_language(g,
                   "The ferry ran aground off the harbour on Tuesday evening with more than one "
                   "hundred people on board, the harbour office said, and two of them were hurt.",
                   "en");
    if (access("/usr/share/libexttextcat/en.lm", R_OK) != 0) {
        print_message("SKIP: libexttextcat-data is not installed\n");
        skip();
    }
    check_language(g,
                   "Harbour officials, rescue teams, ferry crews, hospital staff, police officers, "
                   "fishing boats: everybody helped, residents recalled proudly yesterday evening.",
                   "en"); /* with few small words */
    check_language(
        g,
        "Die Fähre ist am Dienstagabend mit mehr als hundert Menschen an Bord vor dem "
        "Hafen auf Grund gelaufen, teilte das Hafenamt mit; zwei von ihnen wurden verletzt.",
        "de");
    check_language(
        g,
        "„Nobody said that the ferry was safe“, schrieb die Reederei am Abend an ihre Gäste; die "
        "Behörden prüfen, warum das Schiff in der Nacht so nahe an der Mole vorbeigefahren ist.",
        "de"); /* with English in it */
    check_language(g,
                   "Le ferry s'est échoué mardi soir devant le port avec plus de cent personnes à "
                   "bord, a indiqué le bureau du port, et deux d'entre elles ont été blessées.",
                   "fr");
    check_language(g,
                   "Паром сел на мель у входа в гавань во вторник вечером, на борту было более "
                   "ста человек, сообщили в управлении порта, двое из них пострадали.",
                   "ru");
    check_language(g, "フェリーは火曜日の夜、港の沖で座礁し、百人以上が乗っていた。", "ja");
    check_language(g, "המעבורת עלתה על שרטון ביום שלישי בערב מול הנמל ועל סיפונה יותר ממאה איש.",
                   "he");
    check_language(g, "Ferry, 1912.", ""); /* too little to tell */
    read_as(g, "a.jsonl",
            PLX_S("{\"text\": \"The ferry ran aground off the harbour on Tuesday "
                  "evening with many people on board.\", \"language\": \"sv\"}\n{}\n"));
    assert_true(plx_str_eq(g->a.language, PLX_S("sv"))); /* who declares it knows */
}

static int set_up(void **state) {
    got *g = calloc(1, sizeof *g);
    if (!g) return -1;
    plx_arena_init(&g->arena, PLX_GIB);
    *state = g;
    return 0;
}
static int tear_down(void **state) {
    got *g = *state;
    plx_arena_release(&g->arena);
    free(g);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_mojibake, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_language, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
