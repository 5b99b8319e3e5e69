/* Every kind of file that is read, and what is said of those that are not. All of them are made up
 * and made here. */
#include "base/buf.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>

typedef struct got {
    plx_arena arena;
    plx_account a[16];
    size_t n, n_failed;
    plx_error why[16];
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
    if (g->n_failed < PLX_COUNT(g->why)) g->why[g->n_failed++] = *why;
}

static void read_as(got *g, const char *name, plx_str bytes) {
    plx_arena_release(&g->arena);
    memset(g, 0, sizeof *g);
    plx_arena_init(&g->arena, PLX_GIB);
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take, .failed = failed};
    plx_read_options o = plx_read_defaults();
    assert_int_equal(plx_read_memory(plx_str_of(name), bytes, &o, &sink), PLX_OK);
}

static void assert_str(plx_str is, const char *want) {
    if (!plx_str_eq(is, plx_str_of(want))) fail_msg("'%.*s' is not '%s'", PLX_FMT(is), want);
}

#define TEXT1 "The old quay of Westhaven burned down on Sunday night, the harbour office said."
#define TEXT2 "Nobody was hurt, but two boats and a store of nets were lost in the fire."
#define PAGE                                                                                       \
    "<html lang=en><head><title>Quay burns</title></head><body><h1>Quay burns in Westhaven</h1>"   \
    "<p>" TEXT1 "</p><p>" TEXT2 "</p></body></html>"

/* ---- archives ---- */

typedef struct member {
    const char *name;
    plx_str bytes;
} member;

typedef enum container { ZIP, TAR, TAR_ZSTD, TAR_XZ, SEVEN_ZIP, CPIO, XZ, BZIP2 } container;
static const char *const container_names[] = {"a.zip", "a.tar",  "a.tar.zst", "a.tar.xz",
                                              "a.7z",  "a.cpio", "a.txt.xz",  "a.txt.bz2"};

/* False when this libarchive cannot write the format. */
static bool pack(container kind, const member *m, size_t n, char *to, size_t room, size_t *used) {
    struct archive *a = archive_write_new();
    bool raw = kind == XZ || kind == BZIP2;
    int r = kind == ZIP         ? archive_write_set_format_zip(a)
            : kind == SEVEN_ZIP ? archive_write_set_format_7zip(a)
            : kind == CPIO      ? archive_write_set_format_cpio(a)
            : raw               ? archive_write_set_format_raw(a)
                                : archive_write_set_format_pax_restricted(a);
    if (kind == TAR_ZSTD) r |= archive_write_add_filter_zstd(a);
    if (kind == TAR_XZ || kind == XZ) r |= archive_write_add_filter_xz(a);
    if (kind == BZIP2) r |= archive_write_add_filter_bzip2(a);
    if (r != ARCHIVE_OK) {
        assert_int_equal(archive_write_free(a), ARCHIVE_OK);
        return false;
    }
    assert_int_equal(archive_write_open_memory(a, to, room, used), ARCHIVE_OK);
    for (size_t i = 0; i < n; i++) {
        struct archive_entry *e = archive_entry_new();
        archive_entry_set_pathname(e, m[i].name);
        archive_entry_set_size(e, (la_int64_t)m[i].bytes.n);
        archive_entry_set_filetype(e, AE_IFREG);
        archive_entry_set_perm(e, 0644);
        assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
        assert_true(archive_write_data(a, m[i].bytes.p, m[i].bytes.n) >= 0);
        archive_entry_free(e);
    }
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    return true;
}

static char file[1 << 20], inner[1 << 18];

static void test_containers(void **state) {
    got *g = *state;
    static const member two[] = {{"sub/a.html", {PAGE, sizeof PAGE - 1}},
                                 {"sub/b.txt", {TEXT1 " " TEXT2, sizeof(TEXT1 " " TEXT2) - 1}}};
    for (container kind = ZIP; kind <= BZIP2; kind++) {
        bool one = kind == XZ || kind == BZIP2;
        size_t n = 0;
        if (!pack(kind, one ? two + 1 : two, one ? 1 : 2, file, sizeof file, &n)) {
            print_message("SKIP: %s cannot be made here\n", container_names[kind]);
            continue;
        }
        read_as(g, container_names[kind], plx_str_n(file, n));
        if (g->n != (one ? 1u : 2u) || g->n_failed) {
            fail_msg("%s: %zu accounts, %zu failures: %s", container_names[kind], g->n, g->n_failed,
                     g->n_failed ? g->why[0].msg : "");
        }
        assert_true(plx_str_contains(g->a[0].text, PLX_S("the harbour office said")));
        if (!one) assert_true(plx_str_ends(g->a[1].path, PLX_S("#sub/b.txt")));
        for (size_t cut = n / 5; cut < n; cut += n / 5) { /* damaged: what there is, and said */
            read_as(g, container_names[kind], plx_str_n(file, cut));
            assert_true(g->n + g->n_failed >= 1);
        }
    }
}

static void test_nested(void **state) {
    got *g = *state;
    static const char warc[] = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: "
                               "https://c.example/x\r\nContent-Type: text/plain\r\n"
                               "Content-Length: 79\r\n\r\n" TEXT1 "\r\n\r\n";
    member m = {"crawl.wet", {warc, sizeof warc - 1}};
    size_t n = 0, k = 0;
    assert_true(pack(TAR, &m, 1, inner, sizeof inner, &n));
    m = (member){"inner.tar", {inner, n}};
    assert_true(pack(ZIP, &m, 1, file, sizeof file, &k));
    read_as(g, "outer.zip", plx_str_n(file, k));
    assert_int_equal(g->n, 1);
    assert_str(g->a[0].path, "outer.zip#inner.tar#crawl.wet#1");
    assert_str(g->a[0].url, "https://c.example/x");
    assert_str(g->a[0].text, TEXT1);
}

/* ---- documents ---- */

static void test_odt(void **state) {
    got *g = *state;
    static const char content[] =
        "<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>"
        "<text:h>Fire</text:h><text:p>The quay <text:span>burned</text:span><text:s/>down.</text:p>"
        "<text:p>Nobody was hurt.</text:p></office:text></office:body></office:document-content>";
    static const char meta[] =
        "<office:document-meta xmlns:office='o' xmlns:dc='d' xmlns:meta='m'><dc:title>Fire at the "
        "quay</dc:title><dc:creator>Ann Lee</dc:creator><meta:creation-date>2021-05-03T10:00:00"
        "</meta:creation-date></office:document-meta>";
    static const member parts[] = {{"mimetype", {"application/vnd.oasis.opendocument.text", 39}},
                                   {"content.xml", {content, sizeof content - 1}},
                                   {"meta.xml", {meta, sizeof meta - 1}}};
    size_t n = 0;
    assert_true(pack(ZIP, parts, PLX_COUNT(parts), file, sizeof file, &n));
    read_as(g, "fire.odt", plx_str_n(file, n));
    assert_int_equal(g->n, 1);
    assert_str(g->a[0].text, "Fire\n\nThe quay burned down.\n\nNobody was hurt.");
    assert_str(g->a[0].title, "Fire at the quay");
    assert_str(g->a[0].published, "2021-05-03T10:00:00");
    assert_str(g->a[0].authors[0], "Ann Lee");
}

static void test_pdf(void **state) {
    got *g = *state;
    static const char stream[] = "BT /F1 12 Tf 72 700 Td (" TEXT1 ") Tj 0 -20 Td (" TEXT2 ") Tj ET";
    plx_str pdf = plx_str_format(
        &g->arena,
        "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]/Contents 4 0 R/Resources<</Font<<"
        "/F1 5 0 R>>>>>>endobj\n4 0 obj<</Length %zu>>stream\n%s\nendstream endobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        "trailer<</Root 1 0 R/Size 6>>\n%%%%EOF\n",
        sizeof stream - 1, stream);
    char *own = malloc(pdf.n);
    assert_non_null(own);
    memcpy(own, pdf.p, pdf.n);
    read_as(g, "fire.pdf", plx_str_n(own, pdf.n));
    if (g->n_failed && g->why[0].code == PLX_UNSUPPORTED) {
        print_message("SKIP: %s\n", g->why[0].msg);
    } else {
        assert_int_equal(g->n, 1);
        assert_true(plx_str_contains(g->a[0].text, PLX_S("Nobody was hurt")));
    }
    read_as(g, "fire.pdf", plx_str_n(own, 40)); /* damaged: said, and nothing hangs */
    assert_int_equal(g->n, 0);
    assert_int_equal(g->n_failed, 1);
    free(own);
}

/* ---- mail and saved pages ---- */

static void test_mhtml(void **state) {
    got *g = *state;
    read_as(g, "saved.mhtml",
            PLX_S("From: <Saved by Blink>\r\nSnapshot-Content-Location: "
                  "https://c.example/2021/05/03/quay\r\nSubject: Quay burns\r\nMIME-Version: "
                  "1.0\r\nContent-Type: multipart/related; type=\"text/html\"; "
                  "boundary=\"--b--\"\r\n\r\n----b--\r\nContent-Type: text/html\r\n"
                  "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: "
                  "https://c.example/2021/05/03/quay\r\n\r\n<html lang=3Den><h1>Quay burns in "
                  "West=\r\nhaven</h1><p>" TEXT1 "</p><p>" TEXT2 "</p></html>\r\n----b--\r\n"
                  "Content-Type: text/css\r\n\r\np { color: red }\r\n----b--\r\nContent-Type: "
                  "text/html\r\n\r\n<p>An advertisement in a frame of its own, with some words in "
                  "it.</p>\r\n----b----\r\n"));
    assert_int_equal(g->n, 1);
    assert_str(g->a[0].url, "https://c.example/2021/05/03/quay");
    assert_str(g->a[0].title, "Quay burns in Westhaven");
    assert_str(g->a[0].published, "2021-05-03");
    assert_str(g->a[0].source, "c.example");
    assert_true(plx_str_contains(g->a[0].text, PLX_S(TEXT1)));
}

static void test_mail(void **state) {
    got *g = *state;
    read_as(g, "m.eml",
            PLX_S("From: Ida Moor <ida@c.example>\r\nTo: desk@c.example\r\nSubject: Quay "
                  "burns\r\nDate: Tue, 04 May 2021 10:00:00 +0200\r\nContent-Type: text/html; "
                  "charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                  "PGgxPlF1YXkgYnVybnM8L2gxPjxwPlRoZSBvbGQgcXVheSBvZiBXZXN0aGF2ZW4gYnVybmVkIGRv\r\n"
                  "d24gb24gU3VuZGF5IG5pZ2h0LCB0aGUgaGFyYm91ciBvZmZpY2Ugc2FpZC48L3A+\r\n"));
    assert_int_equal(g->n, 1);
    assert_str(g->a[0].title, "Quay burns");
    assert_str(g->a[0].source, "Ida Moor");
    assert_true(plx_str_contains(g->a[0].text, PLX_S("burned down on Sunday night")));
    read_as(g, "m.eml",
            PLX_S("From: a@c.example\r\nSubject: x\r\nDate: Tue, 04 May 2021 10:00:00 "
                  "+0200\r\nContent-Type: image/png\r\n\r\nxx\r\n"));
    assert_int_equal(g->n, 0);
    assert_int_equal(g->why[0].code, PLX_EMPTY);
}

/* ---- lists ---- */

static void test_lists(void **state) {
    got *g = *state;
    read_as(g, "sitemap.xml",
            PLX_S("<?xml version='1.0'?><urlset xmlns='s' xmlns:news='n'><url><loc>"
                  "https://c.example/1</loc><news:news><news:publication_date>2021-05-03"
                  "</news:publication_date><news:title>Quay burns</news:title></news:news></url>"
                  "<url><loc>https://c.example/2</loc><news:news><news:title>Nets for sale"
                  "</news:title></news:news></url></urlset>"));
    assert_int_equal(g->n, 0); /* items without texts: each is named */
    assert_int_equal(g->n_failed, 2);
    assert_int_equal(g->why[0].code, PLX_EMPTY);
    assert_non_null(strstr(g->why[0].msg, "https://c.example/1"));
    read_as(g, "feed.json",
            PLX_S("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"The Courier\", "
                  "\"items\": [{\"id\": \"1\", \"url\": \"https://c.example/1\", \"title\": \"Quay "
                  "burns\", \"content_text\": \"" TEXT1 "\", \"date_published\": "
                  "\"2021-05-03T10:00:00Z\"}, {\"id\": \"2\", \"content_html\": \"<p>" TEXT1
                  "</p><p>" TEXT2 "</p>\"}]}"));
    assert_int_equal(g->n, 2);
    assert_str(g->a[0].title, "Quay burns");
    assert_str(g->a[0].published, "2021-05-03T10:00:00Z");
    assert_true(plx_str_contains(g->a[1].text, PLX_S(TEXT2)));
    read_as(g, "t.tsv", PLX_S("title\ttext\tdate\nQuay burns\t" TEXT1 "\t2021-05-03\n"));
    assert_int_equal(g->n, 1);
    assert_str(g->a[0].text, TEXT1);
}

/* ---- what is not read ---- */

#define BYTES(s)                                                                                   \
    { (s), sizeof(s) - 1 }
static void test_refused(void **state) {
    got *g = *state;
    static const struct {
        const char *name;
        plx_str bytes;
        plx_err code;
    } rows[] = {
        {"a.jpg", BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xFF\xDB\0C\0\1\2\3\4\5"),
         PLX_UNSUPPORTED},
        {"a.css", BYTES("p { color: red }"), PLX_UNSUPPORTED},
        {"a.html", BYTES(""), PLX_EMPTY},
        {"a.txt", BYTES(" \n\t \r\n"), PLX_EMPTY},
        {"a.html", BYTES("<html><body></body></html>"), PLX_EMPTY},
        {"a.csv", BYTES("a,b\n1,2\n"), PLX_UNSUPPORTED},
        {"a.xml", BYTES("<?xml version='1.0'?><rss><channel><item>"), PLX_CORRUPT},
        {"a.gz", BYTES("\x1F\x8B\x08\0\0\0\0\0\0\3garbage that is no deflate stream"), PLX_CORRUPT},
        {"a.zip", BYTES("PK\3\4garbage"), PLX_CORRUPT},
        {"a.warc", BYTES("WARC/1.0\r\ngarbage"), PLX_CORRUPT}};
    for (size_t i = 0; i < PLX_COUNT(rows); i++) {
        read_as(g, rows[i].name, rows[i].bytes);
        if (g->n != 0 || g->n_failed == 0 || g->why[0].code != rows[i].code) {
            fail_msg("%s (row %zu): %zu accounts, %zu failures, %s", rows[i].name, i, g->n,
                     g->n_failed, g->n_failed ? g->why[0].msg : "none");
        }
        assert_true(strlen(g->why[0].msg) > 8);
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
        cmocka_unit_test_setup_teardown(test_containers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nested, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_odt, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pdf, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mhtml, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mail, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lists, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
