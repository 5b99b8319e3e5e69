/* Plain text, JSON Lines, folders and what is marked in them. All texts are made up. */
#include "base/buf.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct got {
    plx_arena arena;
    plx_account a[64];
    size_t n, n_failed;
    plx_err code;
    uint64_t pos;
    char path[256];
} got;

static plx_arena *give(void *ctx) { return &((got *)ctx)->arena; }
static bool take(void *ctx, const plx_account *a) {
    got *g = ctx;
    if (g->n < PLX_COUNT(g->a)) {
        g->a[g->n++] = *a;
    }
    return true;
}
static void failed(void *ctx, plx_str path, const plx_error *why, bool named) {
    (void)named;
    got *g = ctx;
    g->n_failed++;
    g->code = why->code;
    g->pos = why->pos;
    (void)snprintf(g->path, sizeof g->path, "%.*s", PLX_FMT(path));
}

static void reset(got *g) {
    plx_arena_release(&g->arena);
    memset(g, 0, sizeof *g);
    plx_arena_init(&g->arena, PLX_GIB);
}

static void read_as(got *g, const char *name, plx_str bytes) {
    reset(g);
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take, .failed = failed};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_memory(plx_str_of(name), bytes, &o, &sink), PLX_OK);
}

/* The dropped parts and their reasons, "why[text]" one after another. */
static plx_str dropped(got *g, size_t i) {
    plx_buf b;
    plx_buf_init(&b, &g->arena, 1 << 20);
    for (size_t k = 0; k < g->a[i].n_dropped; k++) {
        plx_buf_put(&b, g->a[i].dropped[k].why);
        plx_buf_putc(&b, '[');
        plx_buf_put(&b, plx_str_at(g->a[i].text, g->a[i].dropped[k].span));
        plx_buf_putc(&b, ']');
    }
    return plx_buf_str(&b);
}

#define BODY                                                                                       \
    "The ferry Aurelia ran aground off Westhaven on Tuesday with 112 people on board, the "        \
    "harbour office said.\n\n"                                                                     \
    "Two sailors were hurt, Captain Ida Moor told reporters. \"We hit something hard,\" she "      \
    "said. \"Nobody panicked.\"\n\n"
#define MORE                                                                                       \
    "The harbour office said divers would look at the hull on Wednesday.\n\n"                      \
    "The last grounding near Westhaven was in 2011, when a coaster lost its rudder.\n\n"           \
    "Passengers were brought ashore in small boats before nightfall.\n\n"

static void check_dropped(got *g, const char *text, const char *want) {
    read_as(g, "a.txt", plx_str_of(text));
    assert_int_equal(g->n, 1);
    plx_str d = dropped(g, 0);
    char have[2000];
    (void)snprintf(have, sizeof have, "%.*s", PLX_FMT(d));
    assert_string_equal(have, want);
}

static void test_noise(void **state) {
    got *g = *state;
    check_dropped(g, BODY MORE, "");
    check_dropped(g,
                  BODY "5 View gallery The Aurelia on the rocks ( Photo: Harbour Office )\n\n" MORE,
                  "caption[5 View gallery The Aurelia on the rocks ( Photo: Harbour Office )]");
    check_dropped(g, BODY "Read more: Storm closes the northern passage\n" MORE,
                  "link to another story[Read more: Storm closes the northern passage]");
    check_dropped(g, BODY MORE "Copyright 2021 Westhaven Courier. All rights reserved.",
                  "copyright notice[Copyright 2021 Westhaven Courier. All rights reserved.]");
    check_dropped(
        g,
        BODY "A ferry is stuck off Westhaven https://t.co/abcDEF12 pic.twitter.com/Zyx\n"
             "\xE2\x80\x94 Harbour Watch (@harbourwatch) May 4, 2021\n" MORE,
        "embedded post[A ferry is stuck off Westhaven https://t.co/abcDEF12 pic.twitter.com/Zyx\n"
        "\xE2\x80\x94 Harbour Watch (@harbourwatch) May 4, 2021]");
    check_dropped(g,
                  BODY MORE "!function(a,b){if(a.x)return;a.x=function(){};}(window,document);"
                            "\nvar q = q || [];\nq.push('v');\n",
                  "script[!function(a,b){if(a.x)return;a.x=function(){};}(window,document);\nvar q "
                  "= q || [];\nq.push('v');]");
    check_dropped(g,
                  BODY "Share on Facebook\n" MORE
                       "Sign up for our morning newsletter and never miss a tide.\n",
                  "share line[Share on Facebook]newsletter notice[Sign up for our morning "
                  "newsletter and never miss a tide.]");
    check_dropped(g,
                  BODY "Ten Ways To Cook A Pumpkin\n\nChefs love pumpkins because flesh, seeds "
                       "plus rind taste good roasted. "
                       "(Published Friday, Oct. 2, 2020)\n\n" MORE,
                  "promotion[Ten Ways To Cook A Pumpkin\n\nChefs love pumpkins because flesh, "
                  "seeds plus rind taste good roasted. "
                  "(Published Friday, Oct. 2, 2020)]");
    check_dropped(g,
                  BODY "Captain Ida Moor, left, and pilot Jon Aske on the quay in Westhaven. "
                       "(Courier/Nils Berg)\n" MORE,
                  "caption[Captain Ida Moor, left, and pilot Jon Aske on the quay in Westhaven. "
                  "(Courier/Nils Berg)]");
}

/* Sentences that look like furniture and are the reporter's own. */
static void test_prose_stays(void **state) {
    got *g = *state;
    check_dropped(
        g,
        BODY "Anyone who saw the accident is asked to call the harbour police at 555-0142.\n" MORE,
        "");
    check_dropped(
        g, BODY "Read the minister's lips: there will be no inquiry, the opposition said.\n" MORE,
        "");
    check_dropped(g,
                  BODY "Share prices of the ferry company fell by 4 percent after the accident "
                       "became known.\n" MORE,
                  "");
    check_dropped(
        g, BODY "Staff writer Eva Lund contributed to this story. A wire report is included.\n",
        "");
    check_dropped(
        g, BODY "More than 40 passengers were children on a school trip to the islands.\n" MORE,
        "");
    check_dropped(
        g, BODY "This story has been updated to say that the pilot was not on the bridge.\n" MORE,
        "");
    check_dropped(g, BODY "By the time the boats came, the deck stood under water.\n" MORE, "");
    check_dropped(g, BODY "What happened\n\n" MORE, "");
}

static void test_metadata_crumb(void **state) {
    got *g = *state;
    read_as(g, "a.txt",
            PLX_S(" date 2021-05-05 The ferry Aurelia ran aground on Tuesday, the harbour office "
                  "said.\nIt is stuck.\n"));
    assert_int_equal(g->n, 1);
    assert_true(plx_str_eq(g->a[0].published, PLX_S("2021-05-05")));
    assert_true(plx_str_eq(dropped(g, 0), PLX_S("metadata[ date 2021-05-05 ]")));
    read_as(g, "b.txt", PLX_S("Published: 4 May 2021 10:31 GMT\n" BODY MORE));
    assert_true(plx_str_eq(g->a[0].published, PLX_S("2021-05-04T10:31:00Z")));
    bool said = false;
    for (size_t i = 0; i < g->a[0].n_evidence; i++) {
        said |= plx_str_eq(g->a[0].evidence[i].field, PLX_S("published"));
    }
    assert_true(said);
}

static void test_encodings(void **state) {
    got *g = *state;
    read_as(g, "a.txt", PLX_S("\xEF\xBB\xBFThe caf\xC3\xA9 reopened."));
    assert_true(plx_str_eq(g->a[0].text, PLX_S("The caf\xC3\xA9 reopened.")));
    read_as(
        g, "a.txt",
        PLX_S(
            "The caf\xE9 reopened on Monday, and the owner\x92s daughter served na\xEFve guests."));
    assert_true(plx_str_contains(g->a[0].text, PLX_S("caf\xC3\xA9")));
    read_as(g, "a.txt", PLX_S("\xFF\xFET\0h\0e\0 \0q\0u\0a\0y\0.\0"));
    assert_true(plx_str_eq(g->a[0].text, PLX_S("The quay.")));
    assert_true(plx_str_eq(g->a[0].encoding, PLX_S("UTF-16LE")));
    read_as(g, "a.bin",
            PLX_S("\x7F"
                  "ELF\1\1\1\0\0\0\0\0\0\0\0\0\2\0\3\0\1\0\0\0"));
    assert_int_equal(g->n, 0);
    assert_int_equal(g->code, PLX_UNSUPPORTED);
    read_as(g, "a.txt", PLX_S("  \n\n "));
    assert_int_equal(g->code, PLX_EMPTY);
}

static void test_json_lines(void **state) {
    got *g = *state;
    read_as(g, "dump.jsonl",
            PLX_S("{\"id\": 7, \"text\": \"The quay burned.\", \"title\": \"Fire\", \"date\": "
                  "\"May 4, 2021\", "
                  "\"source\": \"Courier\", \"url\": \"https://www.courier.example/x\"}\n"
                  "{\"text\": \"broken\n"
                  "{\"title\": \"no text\"}\n"
                  "\n"
                  "{\"body\": \"It was a Sunday.\", \"url\": "
                  "\"https://news.example/2021/05/02/fire\"}\n"));
    assert_int_equal(g->n, 2);
    assert_int_equal(g->n_failed, 2);
    assert_true(plx_str_eq(g->a[0].path, PLX_S("dump.jsonl#1")));
    assert_true(plx_str_eq(g->a[0].id, PLX_S("7")));
    assert_true(plx_str_eq(g->a[0].published, PLX_S("2021-05-04")));
    assert_true(plx_str_eq(g->a[0].source, PLX_S("Courier")));
    assert_true(plx_str_eq(g->a[1].path, PLX_S("dump.jsonl#4")));
    assert_true(plx_str_eq(g->a[1].published, PLX_S("2021-05-02")));
    assert_true(plx_str_eq(g->a[1].source, PLX_S("news.example")));
    read_as(g, "one.json", PLX_S("{\"articles\": [{\"text\": \"A.\"}, {\"text\": \"B.\"}]}"));
    assert_int_equal(g->n, 2);
}

static void put_file(const char *dir, const char *name, const char *text) {
    char path[1400];
    (void)snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void test_folder(void **state) {
    got *g = *state;
    char dir[64] = "/tmp/plx-read-XXXXXX", path[1200];
    assert_non_null(mkdtemp(dir));
    put_file(dir, "b.txt", BODY);
    put_file(dir, "a.txt", MORE);
    put_file(dir, "empty.txt", "");
    put_file(dir, "README.md", "not an account");
    put_file(dir, "gold.json", "{\"quotes\": []}");
    put_file(dir, "parallax.csv",
             "path,source,published,url,title\na.txt,The Courier,2021-05-04,,\"Ferry, stuck\"\n");
    (void)snprintf(path, sizeof path, "%s/sub", dir);
    assert_int_equal(mkdir(path, 0700), 0);
    put_file(path, "c.txt", BODY);
    char loop[1400];
    (void)snprintf(loop, sizeof loop, "%s/again", dir);
    assert_int_equal(symlink(dir, loop), 0);
    reset(g);
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take, .failed = failed};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_path(dir, &o, &sink), PLX_OK);
    assert_int_equal(g->n, 3);
    assert_int_equal(g->n_failed, 2); /* the link to the folder itself, then the empty file */
    assert_int_equal(g->code, PLX_EMPTY);
    assert_true(plx_str_ends(g->a[0].path, PLX_S("/a.txt")));
    assert_true(plx_str_eq(g->a[0].title, PLX_S("Ferry, stuck")));
    assert_true(plx_str_eq(g->a[0].source, PLX_S("The Courier")));
    assert_true(plx_str_ends(g->a[1].path, PLX_S("/b.txt")));
    assert_true(plx_str_ends(g->a[2].path, PLX_S("/sub/c.txt")));
    reset(g);
    (void)snprintf(path, sizeof path, "%s/a.txt", dir);
    assert_int_equal(plx_read_path(path, &o, &sink), PLX_OK);
    assert_true(plx_str_eq(g->a[0].source, PLX_S("The Courier")));
    reset(g);
    assert_int_equal(plx_read_path("/nonexistent/x.txt", &o, &sink), PLX_OK);
    assert_int_equal(g->code, PLX_MISSING);
}

static int set_up(void **state) {
    got *g = calloc(1, sizeof *g);
    if (!g) {
        return -1;
    }
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
        cmocka_unit_test_setup_teardown(test_noise, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_prose_stays, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_metadata_crumb, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_encodings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_folder, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
