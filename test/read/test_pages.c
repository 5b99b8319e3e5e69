/* One page of several articles, several pages of one article, and pages that show a beginning. All
 * of them are made up. */
#include "read/internal.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct got {
    plx_arena arena;
    plx_account a[16];
    size_t n, n_failed;
    plx_error why;
    plx_read_seen *seen;
} got;

static plx_arena *give(void *ctx) { return &((got *)ctx)->arena; }
static bool take(void *ctx, const plx_account *a) {
    got *g = ctx;
    if (g->n < PLX_COUNT(g->a)) g->a[g->n++] = *a;
    return true;
}
static void failed(void *ctx, plx_str path, const plx_error *why, bool named) {
    (void)path;
    (void)named;
    got *g = ctx;
    g->n_failed++;
    g->why = *why;
}

static void read_as(got *g, const char *name, const char *html) {
    plx_read_sink sink = {
        .ctx = g, .arena = give, .account = take, .failed = failed, .seen = g->seen};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_memory(plx_str_of(name), plx_str_of(html), &o, &sink), PLX_OK);
}

static void read_one(got *g, const char *name, const char *html) {
    g->n = g->n_failed = 0;
    read_as(g, name, html);
}

static void assert_str(plx_str is, const char *want) {
    if (!plx_str_eq(is, plx_str_of(want))) fail_msg("'%.*s' is not '%s'", PLX_FMT(is), want);
}

static const char *evidence(const plx_account *a, const char *field) {
    for (size_t i = 0; i < a->n_evidence; i++) {
        if (plx_str_eq(a->evidence[i].field, plx_str_of(field))) return a->evidence[i].from.p;
    }
    return "";
}

#define A                                                                                          \
    "The ferry Aurelia ran aground off Westhaven on Tuesday with 112 people on board, the "        \
    "harbour office said in a statement. Boats are on their way."
#define B                                                                                          \
    "Two sailors were hurt, Captain Ida Moor told reporters on the quay. She said that they hit "  \
    "something hard, and then the lights went out."
#define C                                                                                          \
    "Divers are to look at the hull on Wednesday. The last grounding near Westhaven was in 2011, " \
    "when a coaster lost its rudder in a storm."

#define POST(id, time, heading, text)                                                              \
    "<article class='post' id='b" id "'><header><time datetime='2021-05-04T" time                  \
    ":00+01:00'>" time "</time><h2>" heading "</h2></header><div class=post-body><p>" text         \
    "</p></div><div class=share><a href=#>Share</a></div></article>"

static void test_live_blog(void **state) {
    got *g = *state;
    read_one(g, "live.html",
             "<!DOCTYPE html><html lang=en><head><title>Ferry aground: live</title>"
             "<link rel=canonical href=https://courier.example/2021/05/04/live>"
             "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":"
             "\"Ferry aground: live\",\"datePublished\":\"2021-05-04T09:00:00+01:00\"}</script>"
             "</head><body><nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><main><h1>Ferry "
             "aground: live</h1><div class=liveblog>" POST("3", "12:10", "Divers are sent for",
                                                           C) POST("2", "11:05", "Two are hurt", B)
                 POST("1", "10:00", "Aground",
                      A) "</div></main><footer><p>&copy; 2021 Courier</p></footer></body></html>");
    assert_int_equal(g->n, 3);
    static const char *const titles[] = {"Divers are sent for", "Two are hurt", "Aground"},
                             *const texts[] = {C, B, A},
                             *const times[] = {"12:10", "11:05", "10:00"};
    for (size_t i = 0; i < 3; i++) {
        assert_str(g->a[i].path, plx_str_format(&g->arena, "live.html#%zu", i + 1).p);
        assert_str(g->a[i].title, titles[i]);
        assert_str(g->a[i].published,
                   plx_str_format(&g->arena, "2021-05-04T%s:00+01:00", times[i]).p);
        assert_str(
            g->a[i].url,
            plx_str_format(&g->arena, "https://courier.example/2021/05/04/live#b%zu", 3 - i).p);
        assert_true(plx_str_contains(g->a[i].text, plx_str_of(texts[i])));
        assert_false(plx_str_contains(g->a[i].text, plx_str_of(texts[(i + 1) % 3])));
        assert_string_equal(evidence(&g->a[i], "part"), "article elements");
    }
}

static void test_updates(void **state) {
    got *g = *state;
    read_one(
        g, "live.html",
        "<html lang=en><head><title>Ferry aground: live</title><script "
        "type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Ferry "
        "aground: live\",\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"Two are "
        "hurt\",\"datePublished\":\"2021-05-04T11:05:00+01:00\",\"articleBody\":\"<p>" B
        "</p>\",\"author\":{\"name\":\"Ann Lee\"}},{\"headline\":\"Aground\",\"datePublished\":"
        "\"2021-05-04T10:00:00+01:00\",\"articleBody\":\"" A
        "\",\"url\":\"https://courier.example/live#b1\"}]}</script></head><body><h1>Ferry "
        "aground: live</h1><p>" A "</p><p>" B "</p></body></html>");
    assert_int_equal(g->n, 2);
    assert_str(g->a[0].text, B);
    assert_str(g->a[0].authors[0], "Ann Lee");
    assert_str(g->a[1].published, "2021-05-04T10:00:00+01:00");
    assert_str(g->a[1].url, "https://courier.example/live#b1");
}

#define ENTRY(path, heading, text)                                                                 \
    "<article class='post hentry'><h2><a href='" path "'>" heading "</a></h2>" text "</article>"

static void test_posts(void **state) {
    got *g = *state;
    read_one(g, "blog.html",
             "<html lang=en><head><title>Harbour notes</title><link rel=canonical "
             "href=https://notes.example/page></head><body><h1>Harbour notes</h1>" ENTRY(
                 "/1", "A ferry aground", "<p>" A B "</p><p>" C "</p>")
                 ENTRY("/2", "The quay burns", "<p>" C A "</p><p>" B "</p>") "</body></html>");
    assert_int_equal(g->n, 2);
    assert_str(g->a[0].title, "A ferry aground");
    assert_str(g->a[1].title, "The quay burns");
    assert_str(g->a[1].url, "https://notes.example/2");
    /* an article and what else there is to read: one account */
    read_one(g, "one.html",
             "<html lang=en><head><title>A ferry aground</title></head><body>" ENTRY(
                 "/1", "A ferry aground", "<p>" A B "</p><p>" C "</p>")
                 ENTRY("/2", "The quay burns", "<p>Nothing is left of it.</p>") ENTRY(
                     "/3", "Nets for sale", "<p>Cheap, and as good as new.</p>") "</body></html>");
    assert_int_equal(g->n, 1);
    assert_str(g->a[0].path, "one.html");
}

#define VERSION(url, more)                                                                         \
    "<html lang=en><head><title>Ferry aground off Westhaven</title><link rel=canonical href=" url  \
    "></head><body><h1>Ferry aground off Westhaven</h1><p>" A "</p><p>" B "</p><p>" C "</p>" more  \
    "</body></html>"

static void test_versions(void **state) {
    got *g = *state;
    g->seen = plx_read_seen_new();
    assert_non_null(g->seen);
    g->n = g->n_failed = 0;
    read_as(g, "a.html", VERSION("https://www.courier.example/sea/ferry?utm_source=x", ""));
    static const char *const same[] = {
        VERSION("https://courier.example/sea/ferry/", "<div class=share>Share</div>"),
        VERSION("https://courier.example/sea/ferry/amp/", ""),
        VERSION("https://amp.courier.example/sea/ferry.amp.html", ""),
        VERSION("https://courier.example/sea/ferry/print", ""),
        VERSION("http://m.courier.example/sea/ferry?outputType=amp", ""),
        VERSION("https://courier-example.cdn.ampproject.org/c/s/courier.example/sea/ferry", "")};
    for (size_t i = 0; i < PLX_COUNT(same); i++) {
        read_as(g, "b.html", same[i]);
        assert_int_equal(g->n, 1);
        assert_int_equal(g->n_failed, i + 1);
        assert_int_equal(g->why.code, PLX_REPEATED);
        assert_non_null(strstr(g->why.msg, "a.html"));
    }
    /* another address, or another text at the address: accounts of their own */
    read_as(g, "c.html", VERSION("https://herald.example/sea/ferry", ""));
    read_as(g, "d.html", VERSION("https://courier.example/sea/ferry?id=2", ""));
    read_as(g, "e.html",
            "<html lang=en><head><title>Quay burns</title><link rel=canonical "
            "href=https://courier.example/sea/ferry></head><body><h1>The quay burns</h1><p>The old "
            "quay of Westhaven burned down on Sunday night, and nobody knows yet who was there "
            "when it began.</p><p>Its owner had wanted to sell it for years, but the town never "
            "found the money that he asked for.</p></body></html>");
    assert_int_equal(g->n, 4);
    plx_read_seen_free(g->seen);
    g->seen = NULL;
}

/* Which address stands when a page was found at one and names another. */
static void test_canonical(void **state) {
    got *g = *state;
    static const struct {
        const char *canonical, *want;
    } rows[] = {{"https://courier.example/sea/ferry", "https://courier.example/sea/ferry"},
                {"/sea/ferry", "https://courier.example/sea/ferry"},
                {"//courier.example/sea/ferry", "https://courier.example/sea/ferry"},
                {"https://courier.example/", "https://courier.example/x?p=1"},
                {"https://agency.example/sea/ferry", "https://courier.example/x?p=1"}};
    for (size_t i = 0; i < PLX_COUNT(rows); i++) {
        plx_str html = plx_str_format(&g->arena, VERSION("%s", ""), rows[i].canonical);
        plx_str warc = plx_str_format(&g->arena,
                                      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: "
                                      "https://courier.example/x?p=1\r\nContent-Type: text/html\r\n"
                                      "Content-Length: %zu\r\n\r\n%.*s\r\n\r\n",
                                      html.n, PLX_FMT(html));
        read_one(g, "a.warc", warc.p);
        assert_int_equal(g->n, 1);
        assert_str(g->a[0].url, rows[i].want);
    }
    read_one(
        g, "a.html",
        VERSION("https://web.archive.org/web/20220101000000/https://courier.example/ferry", ""));
    assert_str(g->a[0].url, "https://courier.example/ferry");
    assert_str(g->a[0].source, "courier.example");
}

static void test_paywall(void **state) {
    got *g = *state;
    read_one(g, "a.html",
             "<html lang=en><head><title>Ferry aground</title></head><body><article><h1>Ferry "
             "aground off Westhaven</h1><p>" A "</p><p>" B
             "</p><div class=paywall><h3>Subscribe to "
             "continue reading</h3><p>Already a subscriber? Log in.</p></div></article></body>");
    assert_int_equal(g->n, 1);
    assert_int_equal(strncmp(evidence(&g->a[0], "paywall"), "stub of ", 8), 0);
    read_one(
        g, "a.html",
        "<html lang=en><head><title>Ferry aground</title><script "
        "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}"
        "</script></head><body><article><h1>Ferry aground off Westhaven</h1><p>" A "</p><p>" B
        "</p><p>" C "</p><p>" A "</p><p>" B "</p><p>" C "</p></article></body>");
    assert_string_equal(evidence(&g->a[0], "paywall"), "isAccessibleForFree");
    read_one(g, "a.html", VERSION("https://courier.example/x", ""));
    assert_string_equal(evidence(&g->a[0], "paywall"), "");
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
        cmocka_unit_test_setup_teardown(test_live_blog, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_updates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_posts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_versions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_canonical, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_paywall, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
