/* Dates as pages write them, and which of a page's dates is the article's. All pages are made up.
 */
#include "base/buf.h"
#include "read/internal.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

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

static void assert_str(plx_str is, const char *want) {
    if (!plx_str_eq(is, plx_str_of(want))) fail_msg("'%.*s' is not '%s'", PLX_FMT(is), want);
}

static void test_forms(void **state) {
    got *g = *state;
    static const struct {
        const char *text;
        bool day_first;
        const char *want;
    } rows[] = {{"Sept. 23, 2016 5:01 PM", false, "2016-09-23T17:01:00"},
                {"Tue, 04 May 2021 10:00:00 +0200", false, "2021-05-04T10:00:00+02:00"},
                {"2021-05-04T10:00:00.123Z", false, "2021-05-04T10:00:00Z"},
                {"5/4/2021", false, "2021-05-04"},
                {"5/4/2021", true, "2021-04-05"},
                {"25/4/2021", false, "2021-04-25"},
                {"am 17. April 2025, 9.30 Uhr", true, "2025-04-17T09:30:00"},
                {"17 de abril de 2025", true, "2025-04-17"},
                {"17 de mar\xC3\xA7o de 2025", true, "2025-03-17"},
                {"le 3 f\xC3\xA9vrier 2020", true, "2020-02-03"},
                {"3 maart 2020", true, "2020-03-03"},
                {"5 \xD0\xBC\xD0\xB0\xD1\x8F 2021", true, "2021-05-05"},
                {"12 \xC5\x9Fubat 2022", true, "2022-02-12"},
                {"2022\xE5\xB9\xB4"
                 "5\xE6\x9C\x88"
                 "3\xE6\x97\xA5",
                 true, "2022-05-03"},
                {"31/02/2021", true, ""},
                {"no date at all", false, ""}};
    for (size_t i = 0; i < PLX_COUNT(rows); i++) {
        assert_str(plx_read__date_in(plx_str_of(rows[i].text), rows[i].day_first, &g->arena),
                   rows[i].want);
    }
}

static void test_addresses(void **state) {
    got *g = *state;
    static const char *const rows[][2] = {
        {"https://courier.example/2021/05/04/ferry", "2021-05-04"},
        {"https://courier.example/sea/2021/may/04/ferry", "2021-05-04"},
        {"https://courier.example/2021-05-04-ferry", "2021-05-04"},
        {"https://courier.example/news/29-10-2021", "2021-10-29"},
        {"https://courier.example/ferry-20210504", "2021-05-04"},
        {"https://courier.example/4711/12345678", ""}};
    for (size_t i = 0; i < PLX_COUNT(rows); i++) {
        assert_str(plx_read__url_date(plx_str_of(rows[i][0]), &g->arena), rows[i][1]);
    }
}

#define TEXT                                                                                       \
    "<p>The ferry Aurelia ran aground off Westhaven on Tuesday with 112 people on board, the "     \
    "harbour office said in a statement.</p><p>Two sailors were hurt, Captain Ida Moor told "      \
    "reporters on the quay, and divers are to look at the hull on Wednesday.</p>"

/* What machines are told, what is shown, and which of them stands. */
static void test_shown(void **state) {
    got *g = *state;
    static const struct {
        const char *lang, *head, *shown, *tail, *want, *modified;
    } rows[] = {
        /* they agree: the finer one */
        {"en", "'datePublished':'2021-05-04T18:30:00Z'", "<time>May 4, 2021</time>", "",
         "2021-05-04T18:30:00Z", ""},
        /* the outlet's own day */
        {"en", "'datePublished':'2021-05-05T01:30:00Z'",
         "<div>PUBLISHED: <time>May 4, 2021 at 8:30 p.m.</time> | UPDATED: <time>May 5, 2021 at "
         "9:00 a.m.</time></div>",
         "", "2021-05-04T20:30:00", "2021-05-05T09:00:00"},
        /* only the day of the last version is shown */
        {"en", "'datePublished':'2021-05-04T18:30:00Z','dateModified':'2021-05-09T07:00:00Z'",
         "<p class=date>Updated May 9, 2021</p>", "", "2021-05-09", "2021-05-09T07:00:00Z"},
        /* a post that is quoted, a picture, another story say nothing of this one */
        {"en", "'datePublished':'2021-05-04T18:30:00Z'",
         "<figure><figcaption class=caption>The quay, May 1, 2021</figcaption></figure>",
         "<blockquote><p>Oh no.</p><a href=x>May 3, 2021</a></blockquote>", "2021-05-04T18:30:00Z",
         ""},
        /* figures in the order of the page's language, and of American figures on a German page */
        {"es", "'datePublished':'04/05/2021 05:22 pm'", "", "", "2021-05-04T17:22:00", ""},
        {"de", "'datePublished':'2021-05-04T05:00:14'", "<span class=date>05/04/2021</span>", "",
         "2021-05-04T05:00:14", ""},
        /* nothing but what is shown, and not what the text tells of */
        {"de", "", "<p>Gespeichert am 4. Mai 2021</p>", "", "2021-05-04", ""},
    };
    for (size_t i = 0; i < PLX_COUNT(rows); i++) {
        plx_str html = plx_str_format(
            &g->arena,
            "<html lang=%s><head><title>Ferry runs aground</title><script "
            "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs "
            "aground\",%s\"x\":1}</script></head><body><article><h1>Ferry runs aground off "
            "Westhaven</h1>%s<div class=article-body>" TEXT "%s" TEXT "</div></article></body>",
            rows[i].lang,
            plx_str_format(&g->arena, "%s%s", rows[i].head, *rows[i].head ? "," : "").p,
            rows[i].shown, rows[i].tail);
        char *own = malloc(html.n);
        assert_non_null(own);
        memcpy(own, html.p, html.n);
        size_t script = plx_str_find(html, PLX_S("{\"@type"), 0),
               end = plx_str_find(html, PLX_S("</script>"), 0);
        for (size_t k = script; k < end; k++) own[k] = own[k] == '\'' ? '"' : own[k];
        plx_read_sink sink = {.ctx = g, .arena = give, .account = take};
        plx_read_options o = plx_read_defaults();
        g->n = 0;
        assert_int_equal(plx_read_memory(PLX_S("p.html"), plx_str_n(own, html.n), &o, &sink),
                         PLX_OK);
        assert_int_equal(g->n, 1);
        assert_str(g->a.published, rows[i].want);
        assert_str(g->a.modified, rows[i].modified);
        free(own);
    }
}

/* Greenwich's day against the day in the address. */
static void test_address_day(void **state) {
    got *g = *state;
    static const char html[] =
        "<html lang=en><head><title>Ferry runs aground</title><link rel=canonical "
        "href=https://courier.example/2021/05/04/ferry><meta property=article:published_time "
        "content=2021-05-05T03:10:00+00:00></head><body><article><h1>Ferry runs aground off "
        "Westhaven</h1>" TEXT TEXT "</article></body>";
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_memory(PLX_S("p.html"), plx_str_of(html), &o, &sink), PLX_OK);
    assert_int_equal(g->n, 1);
    assert_str(g->a.published, "2021-05-04");
}

/* The day on which a page was looked at stands over the headline. */
static void test_today(void **state) {
    got *g = *state;
    static const char html[] =
        "<html lang=en><head><title>Ferry runs aground</title><meta "
        "property=article:published_time "
        "content=2021-05-04T03:10:00+02:00></head><body><div class=top><p class=date>May 11, "
        "2021</p></div><article><h1>Ferry runs aground off Westhaven</h1>" TEXT TEXT
        "</article></body>";
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_memory(PLX_S("p.html"), plx_str_of(html), &o, &sink), PLX_OK);
    assert_str(g->a.published, "2021-05-04T03:10:00+02:00");
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
        cmocka_unit_test_setup_teardown(test_forms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_addresses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_shown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_address_day, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_today, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
