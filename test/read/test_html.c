/* Pages: trees, the article's text, and what is known of it. All pages are made up. */
#include "read/html_page.h"
#include "read/read.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct got {
    plx_arena arena;
    plx_account a[8];
    size_t n, n_failed;
    plx_error why;
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

static void read_page(got *g, plx_str html) {
    plx_arena_release(&g->arena);
    memset(g, 0, sizeof *g);
    plx_arena_init(&g->arena, PLX_GIB);
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take, .failed = failed};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_memory(PLX_S("page.html"), html, &o, &sink), PLX_OK);
}

#define P1                                                                                         \
    "The ferry Aurelia ran aground off Westhaven on Tuesday with 112 people on board, the "        \
    "harbour office said in a statement."
#define P2                                                                                         \
    "Two sailors were hurt, Captain Ida Moor told reporters on the quay. \"We hit something "      \
    "hard, and then the lights went out,\" she said."
#define P3                                                                                         \
    "Divers are to look at the hull on Wednesday. The last grounding near Westhaven was in 2011, " \
    "when a coaster lost its rudder in a storm."
#define P4                                                                                         \
    "Passengers were brought ashore in small boats before nightfall, and the ferry company has "   \
    "promised to pay for their hotels."

#define LD "<script type='application/ld+json'>"

static const char page[] =
    "<!DOCTYPE html><html lang=en-GB><head><meta charset=utf-8><title>Ferry runs aground off "
    "Westhaven | The Courier</title>"
    "<meta property='og:site_name' content='The Courier'><link rel=canonical "
    "href='https://courier.example/2021/05/04/ferry'>"
    "<script "
    "type='application/ld+json'>{\"@context\":\"https://"
    "schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"Ferry runs aground off Westhaven\","
    "\"datePublished\":\"2021-05-04T18:30:00+01:00\",\"dateModified\":\"2021-05-05T08:00:00Z\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},"
    "{\"@type\":\"Person\",\"name\":\"Bo Yi\"}],\"articleSection\":\"Sea\"}</script></head><body>"
    "<header><nav><ul><li><a href=/>Home</a></li><li><a href=/sea>Sea</a></li><li><a "
    "href=/land>Land</a></li></ul></nav></header>"
    "<main><article class='article'><h1>Ferry runs aground off Westhaven</h1><p class=byline>By "
    "Ann Lee and Bo Yi</p>"
    "<div class='article-body'><p>" P1 "</p><figure><img src=a.jpg><figcaption>The Aurelia on the "
    "rocks. Photo: Nils Berg</figcaption></figure>"
    "<p>" P2 "</p><aside class='related-links'><h3>Related</h3><ul><li><a href=/x>Storm closes the "
    "northern passage</a></li></ul></aside>"
    "<p>" P3 "</p><p>" P4 "</p></div><div class='share-bar'><a href=#>Facebook</a> <a "
    "href=#>Twitter</a></div></article></main>"
    "<section class=comments><h2>Comments</h2><p>First! I was on that boat and nobody told us "
    "anything.</p></section>"
    "<footer><p>&copy; 2021 The Courier. All rights reserved.</p></footer></body></html>";

static void test_article(void **state) {
    got *g = *state;
    read_page(g, plx_str_of(page));
    assert_int_equal(g->n, 1);
    const plx_account *a = &g->a[0];
    assert_true(plx_str_eq(a->title, PLX_S("Ferry runs aground off Westhaven")));
    assert_true(plx_str_eq(a->published, PLX_S("2021-05-04T18:30:00+01:00")));
    assert_true(plx_str_eq(a->modified, PLX_S("2021-05-05T08:00:00Z")));
    assert_true(plx_str_eq(a->source, PLX_S("The Courier")));
    assert_true(plx_str_eq(a->section, PLX_S("Sea")));
    assert_true(plx_str_eq(a->language, PLX_S("en")));
    assert_int_equal(a->n_authors, 2);
    assert_true(plx_str_eq(a->authors[1], PLX_S("Bo Yi")));
    const char *wanted[] = {P1, P2, P3, P4};
    size_t at = 0;
    for (size_t i = 0; i < PLX_COUNT(wanted); i++) { /* all of them, in order, none dropped */
        at = plx_str_find(a->text, plx_str_of(wanted[i]), at);
        assert_true(at != SIZE_MAX);
        assert_false(plx_account_is_dropped(a, plx_span_of(at, at + strlen(wanted[i]))));
    }
    plx_spans kept = plx_account_kept(a, &g->arena);
    const char *unwanted[] = {"Storm closes", "Facebook", "First!", "All rights reserved", "Home"};
    for (size_t i = 0; i < PLX_COUNT(unwanted); i++) {
        for (size_t k = 0; k < kept.n; k++) {
            assert_false(plx_str_contains(plx_str_at(a->text, kept.p[k]), plx_str_of(unwanted[i])));
        }
    }
}

/* What stands where in the tree, as "tag(child child)". */
static void draw(const plx_read__tree *t, uint32_t node, plx_buf *out) {
    static const char *const names[] = {"", "", "?",
#define X(n, k) #n,
                                        PLX_READ_TAGS(X)
#undef X
    };
    const plx_read__node *x = &t->p[node];
    if (x->tag == PLX_TAG_TEXT) {
        plx_buf_putc(out, '\'');
        plx_buf_put(out, plx_str_slice(t->page, x->from, x->to));
        plx_buf_putc(out, '\'');
        return;
    }
    plx_buf_putz(out, names[x->tag]);
    if (x->end > node + 1) {
        plx_buf_putc(out, '(');
        for (uint32_t c = node + 1; c < x->end; c = t->p[c].end) {
            if (c > node + 1) plx_buf_putc(out, ' ');
            draw(t, c, out);
        }
        plx_buf_putc(out, ')');
    }
}

static void check_tree(got *g, const char *html, const char *want) {
    plx_read__tree t;
    plx_read__tree_of(plx_str_of(html), &g->arena, &t);
    plx_buf b;
    plx_buf_init(&b, &g->arena, 1 << 16);
    draw(&t, t.body, &b);
    plx_buf_putc(&b, '\0');
    assert_string_equal(b.p, want);
}

static void test_tree(void **state) {
    got *g = *state;
    check_tree(g, "<p>a<p>b<div>c</div>d", "body(p('a') p('b') div('c') 'd')");
    check_tree(g, "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
               "body(ul(li('a') li('b' ul(li('c'))) li('d')))");
    check_tree(g, "<table><tr><td>a<td>b<tr><td>c</table>d",
               "body(table(tr(td('a') td('b')) tr(td('c'))) 'd')");
    check_tree(g, "<a href=x>a<a href=y>b</a>c", "body(a('a') a('b') 'c')");
    check_tree(g, "<b>a<p>b</b>c</p>", "body(b('a' p('b' 'c')))");
    check_tree(g, "a < b <!-- x --> c<br>d</br>e", "body('a < b ' ' c' br 'd' br 'e')");
    check_tree(g, "<script>if (a<b) '</p>'</script>x<style>p{}</style>", "body('x' style)");
    check_tree(g, "<x-a><x-b>a</x-b><x-b>b</x-b></x-a>c", "body(?(?('a') ?('b')) 'c')");
    check_tree(g, "<h1>a<h2>b</h1>c", "body(h1('a') h2('b') 'c')");
    check_tree(g, "<p>a</div>b", "body(p('a' 'b'))");
    check_tree(g, "<textarea></p></textarea><title>t</title>a", "body(textarea title('t') 'a')");
}

static void test_entities(void **state) {
    got *g = *state;
    plx_str s = plx_read__unescaped(
        PLX_S(" a &amp; b &lt;&#65;&#x42;&euro; &#150; &apos;&nosuch; &#xD800; &copy c"),
        &g->arena);
    assert_true(plx_str_eq(
        s, PLX_S("a & b <AB\xE2\x82\xAC \xE2\x80\x93 '&nosuch; \xEF\xBF\xBD \xC2\xA9 c")));
}

static void test_charset(void **state) {
    got *g = *state;
    read_page(g, PLX_S("<html><meta charset=\"iso-8859-1\"><p>The caf\xE9 on the quay reopened on "
                       "Monday, and its owner was very pleased with that.</p>"
                       "<p>Guests from all over the town came to see what had become of the old "
                       "house by the sea.</p>"));
    assert_int_equal(g->n, 1);
    assert_true(plx_str_contains(g->a[0].text, PLX_S("caf\xC3\xA9")));
    assert_true(plx_str_eq(g->a[0].encoding, PLX_S("windows-1252")));
}

/* Headlines with what sites put around them, and bylines of many kinds. */
static void test_bylines(void **state) {
    got *g = *state;
    static const struct {
        const char *head, *over, *under, *title, *author, *section;
    } rows[] = {
        {"<title>Ferry runs aground | courier.example | News of the sea</title>", "", "",
         "Ferry runs aground", "", ""},
        {"<title>Ferry runs aground - The Courier</title><link rel=canonical "
         "href=https://www.thecourier.example/sport/boats/ferry>",
         "<p class=byline>By <span>Ann Lee</span></p>", "", "Ferry runs aground", "Ann Lee",
         "sport"},
        {"<title>Ferry runs aground</title><link rel=canonical "
         "href=https://courier.example/2021/05/04/ferry>",
         "<p class=text-muted>11.12.2019 - Ann Lee</p>", "", "Ferry runs aground", "Ann Lee", ""},
        {"<title>Ferry runs aground</title>", "", "<p><b>Text: </b>Ann Lee</p>",
         "Ferry runs aground", "Ann Lee", ""},
        {"<title>Ferry runs aground</title>", "<a href='/autor/lee'>Ann Lee</a>", "",
         "Ferry runs aground", "Ann Lee", ""},
        {"<title>Ferry runs aground</title><meta name=author content='Ann Lee and dpa'>", "", "",
         "Ferry runs aground", "Ann Lee", ""},
        {"<title>Ferry runs aground</title>" LD
         "{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},{\"@type\":"
         "\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"}]}</script>",
         "", "", "Ferry runs aground", "Ann Lee", ""},
    };
    for (size_t i = 0; i < PLX_COUNT(rows); i++) {
        plx_buf b;
        plx_buf_init(&b, &g->arena, 1 << 16);
        plx_buf_printf(&b,
                       "<html lang=en><head>%s</head><body><article><h2>Ferry runs aground</h2>%s"
                       "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p>%s</article></body></html>",
                       rows[i].head, rows[i].over, rows[i].under);
        char *own = malloc(b.n);
        assert_non_null(own);
        memcpy(own, b.p, b.n);
        read_page(g, plx_str_n(own, b.n));
        assert_int_equal(g->n, 1);
        const plx_account *a = &g->a[0];
        plx_str author = a->n_authors ? a->authors[0] : (plx_str){0};
        if (!plx_str_eq(a->title, plx_str_of(rows[i].title)) || a->n_authors > 1 ||
            !plx_str_eq(author, plx_str_of(rows[i].author)) ||
            !plx_str_eq(a->section, plx_str_of(rows[i].section))) {
            fail_msg("row %zu: '%.*s' by '%.*s' in '%.*s'", i, PLX_FMT(a->title), PLX_FMT(author),
                     PLX_FMT(a->section));
        }
        free(own);
    }
}

/* A page cut anywhere still reads without fault, and what comes out is valid. */
static void test_truncated(void **state) {
    got *g = *state;
    for (size_t n = 0; n < sizeof page; n += 7) {
        char *cut = malloc(n + 1);
        assert_non_null(cut);
        memcpy(cut, page, n);
        read_page(g, plx_str_n(cut, n));
        for (size_t i = 0; i < g->n; i++) {
            assert_true(plx_utf8_validate(g->a[i].text) == g->a[i].text.n);
        }
        free(cut);
    }
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
        cmocka_unit_test_setup_teardown(test_article, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_entities, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_charset, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bylines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_truncated, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
