/* What holds accounts: WARC, archives, feeds, tables, mail, documents. All of it is made up and
 * made here. */
#include "base/buf.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>
#include <zlib.h>

typedef struct got {
    plx_arena arena;
    plx_account a[64];
    size_t n, n_failed;
    plx_err codes[64];
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
    if (g->n_failed < PLX_COUNT(g->codes)) g->codes[g->n_failed++] = why->code;
}

static void read_as(got *g, const char *name, plx_str bytes, const plx_read_options *options) {
    plx_arena_release(&g->arena);
    memset(g, 0, sizeof *g);
    plx_arena_init(&g->arena, PLX_GIB);
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take, .failed = failed};
    plx_read_options o = options ? *options : plx_read_defaults();
    assert_int_equal(plx_read_memory(plx_str_of(name), bytes, &o, &sink), PLX_OK);
}

/* ---- WARC
 * ------------------------------------------------------------------------------------------ */

#define PAGE                                                                                       \
    "<html><title>Quay burns</title><h1>Quay burns in Westhaven</h1><p>The old quay of Westhaven " \
    "burned down on Sunday night, the harbour office said on Monday.</p><p>Nobody was hurt, but "  \
    "two boats and a store of nets were lost in the fire, the office said.</p>"

static size_t put_record(char *to, size_t room, const char *type, const char *uri, const char *mime,
                         const char *body) {
    int n = snprintf(to, room,
                     "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: "
                     "%s\r\nContent-Length: %zu\r\n\r\n%s\r\n\r\n",
                     type, uri, mime, strlen(body), body);
    assert_true(n > 0 && (size_t)n < room);
    return (size_t)n;
}

static size_t make_warc(char *to, size_t room) {
    size_t n = put_record(to, room, "warcinfo", "x", "application/warc-fields", "software: test");
    n += put_record(to + n, room - n, "response", "https://news.example/2021/05/03/quay",
                    "application/http",
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" PAGE);
    n += put_record(to + n, room - n, "response", "https://news.example/gone", "application/http",
                    "HTTP/1.1 404 Not Found\r\n\r\ngone");
    n += put_record(to + n, room - n, "response", "https://news.example/i.png", "application/http",
                    "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxx");
    n += put_record(
        to + n, room - n, "response", "https://news.example/c", "application/http",
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"
        "10\r\nThe quay burned \r\na\r\non Sunday.\r\n0\r\n\r\n");
    n += put_record(to + n, room - n, "conversion", "https://news.example/t", "text/plain",
                    "The quay burned on Sunday. Nobody was hurt.");
    return n;
}

static void check_warc(got *g) {
    assert_int_equal(g->n, 3);
    assert_true(plx_str_ends(g->a[0].path, PLX_S("#2")));
    assert_true(plx_str_eq(g->a[0].url, PLX_S("https://news.example/2021/05/03/quay")));
    assert_true(plx_str_eq(g->a[0].published, PLX_S("2021-05-03")));
    assert_true(plx_str_contains(g->a[0].text, PLX_S("two boats and a store of nets")));
    assert_true(plx_str_eq(g->a[1].text, PLX_S("The quay burned on Sunday.")));
    assert_true(plx_str_contains(g->a[2].text, PLX_S("Nobody was hurt")));
}

static size_t gzip_members(const char *from, size_t n, size_t piece, unsigned char *to,
                           size_t room) {
    size_t out = 0;
    for (size_t at = 0; at < n; at += piece) { /* each piece a member of its own */
        z_stream z = {0};
        assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
        unsigned char in[4096];
        size_t k = PLX_MIN(piece, n - at);
        assert_true(k <= sizeof in);
        memcpy(in, from + at, k);
        z.next_in = in;
        z.avail_in = (uInt)k;
        z.next_out = to + out;
        z.avail_out = (uInt)(room - out);
        assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
        out = room - z.avail_out;
        assert_int_equal(deflateEnd(&z), Z_OK);
    }
    return out;
}

static void test_warc(void **state) {
    got *g = *state;
    char warc[8192];
    unsigned char packed[16384];
    size_t n = make_warc(warc, sizeof warc);
    read_as(g, "crawl.warc", plx_str_n(warc, n), NULL);
    check_warc(g);
    assert_int_equal(g->n_failed, 2);
    size_t m = gzip_members(warc, n, 300, packed, sizeof packed);
    read_as(g, "crawl.warc.gz", plx_str_n((const char *)packed, m), NULL);
    check_warc(g);
    read_as(g, "crawl.warc.gz", plx_str_n((const char *)packed, m - 40),
            NULL); /* the tail is cut off */
    assert_true(g->n >= 2 && g->n_failed >= 3);
    assert_int_equal(g->codes[g->n_failed - 1], PLX_CORRUPT);
    for (size_t cut = 0; cut < n; cut += 13) {
        read_as(g, "crawl.warc", plx_str_n(warc, cut), NULL);
    }
}

/* Bodies as servers pack them, and records that hold no page. */
static void test_warc_bodies(void **state) {
    got *g = *state;
    static const unsigned char brotli[] = {
        0x1b, 0x68, 0x00, 0xe0, 0x8d, 0x94, 0xab, 0xed, 0x68, 0xe5, 0x44, 0x05, 0xe5, 0xb6,
        0x54, 0x8f, 0x2e, 0xc6, 0xfe, 0xe2, 0x60, 0x69, 0x43, 0x9d, 0x88, 0x4e, 0x39, 0x60,
        0x0f, 0x5b, 0xd4, 0xa2, 0x08, 0x93, 0x03, 0xc0, 0x3d, 0x87, 0xdf, 0xe5, 0xe1, 0xa5,
        0x64, 0x6d, 0xbb, 0xb1, 0xae, 0x3e, 0x93, 0xac, 0x92, 0xf1, 0x8b, 0xd9, 0x96, 0xa8,
        0xcb, 0xd3, 0xc1, 0xef, 0xae, 0x22, 0xbc, 0xef, 0x25, 0x23, 0x55, 0x07, 0xc5, 0x44,
        0x24, 0x16, 0x1a, 0x56, 0x6e, 0x24, 0x38, 0xaa, 0x5d, 0x37, 0x92, 0x28, 0xc8, 0x0e};
    static const char http[] =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: br\r\n\r\n";
    static const char text[] = "The quay burned on Sunday. Nobody was hurt, but two boats and a "
                               "store of nets were lost, the office said.";
    char warc[8192];
    for (int damaged = 0; damaged < 2; damaged++) {
        size_t body = sizeof http - 1 + sizeof brotli;
        size_t n = (size_t)snprintf(warc, sizeof warc,
                                    "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: "
                                    "application/http\r\nContent-Length: %zu\r\n\r\n%s",
                                    body, http);
        memcpy(warc + n, brotli, sizeof brotli);
        warc[n + 6] = damaged ? '\xFF' : warc[n + 6];
        n += sizeof brotli;
        n +=
            put_record(warc + n, sizeof warc - n, "revisit", "https://news.example/2021/05/03/quay",
                       "application/http", "HTTP/1.1 200 OK\r\n\r\n");
        read_as(g, "crawl.warc", plx_str_n(warc, n), NULL);
        assert_int_equal(g->n, !damaged);
        assert_int_equal(g->n_failed, 1 + damaged);
        assert_int_equal(g->codes[damaged], PLX_UNSUPPORTED); /* the revisit */
        assert_true(damaged || plx_str_eq(g->a[0].text, plx_str_of(text)));
    }
}

/* ---- archives
 * -------------------------------------------------------------------------------------- */

typedef struct member {
    const char *name, *text;
} member;

static size_t make_archive(const member *m, size_t n, bool zip, void *to, size_t room) {
    struct archive *a = archive_write_new();
    size_t used = 0;
    if (zip) {
        assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    } else {
        assert_int_equal(archive_write_set_format_pax_restricted(a), ARCHIVE_OK);
        assert_int_equal(archive_write_add_filter_gzip(a), ARCHIVE_OK);
    }
    assert_int_equal(archive_write_open_memory(a, to, room, &used), ARCHIVE_OK);
    for (size_t i = 0; i < n; i++) {
        struct archive_entry *e = archive_entry_new();
        archive_entry_set_pathname(e, m[i].name);
        archive_entry_set_size(e, (la_int64_t)strlen(m[i].text));
        archive_entry_set_filetype(e, AE_IFREG);
        archive_entry_set_perm(e, 0644);
        assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
        assert_true(archive_write_data(a, m[i].text, strlen(m[i].text)) >= 0);
        archive_entry_free(e);
    }
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    return used;
}

static void test_archives(void **state) {
    got *g = *state;
    static char file[1 << 16];
    static const member two[] = {{"a.txt", "The quay burned on Sunday."},
                                 {"sub/b.html", PAGE},
                                 {"c.bin", "x\x01\x02\x03\x04\x05\x06\x07\x08"}};
    for (int zip = 0; zip < 2; zip++) {
        size_t n = make_archive(two, PLX_COUNT(two), zip, file, sizeof file);
        read_as(g, zip ? "all.zip" : "all.tar.gz", plx_str_n(file, n), NULL);
        assert_int_equal(g->n, 2);
        assert_true(plx_str_ends(g->a[1].path, PLX_S("#sub/b.html")));
        assert_int_equal(g->codes[0], PLX_UNSUPPORTED);
    }
    static const member docx[] = {
        {"[Content_Types].xml", "<T/>"},
        {"word/document.xml",
         "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>The quay "
         "</w:t></w:r><w:r><w:t>burned.</w:t>"
         "</w:r></w:p><w:p><w:r><w:t>Nobody was hurt.</w:t></w:r></w:p></w:body></w:document>"},
        {"docProps/core.xml", "<c><dc:title>Fire</dc:title><dc:creator>Ann Lee</dc:creator></c>"}};
    size_t n = make_archive(docx, PLX_COUNT(docx), true, file, sizeof file);
    read_as(g, "fire.docx", plx_str_n(file, n), NULL);
    assert_int_equal(g->n, 1);
    assert_true(plx_str_eq(g->a[0].text, PLX_S("The quay burned.\n\nNobody was hurt.")));
    assert_true(plx_str_eq(g->a[0].title, PLX_S("Fire")));
}

static void test_bomb(void **state) {
    got *g = *state;
    static char zeros[4096];
    static unsigned char packed[1 << 20];
    memset(zeros, 'a', sizeof zeros);
    size_t m = 0;
    for (int i = 0; i < 2000; i++) { /* 8 MB in 2000 members */
        m += gzip_members(zeros, sizeof zeros, sizeof zeros, packed + m, sizeof packed - m);
    }
    plx_read_options o = plx_read_defaults();
    o.max_expanded_bytes = PLX_MIB;
    read_as(g, "bomb.gz", plx_str_n((const char *)packed, m), &o);
    assert_true(g->n_failed >= 1);
    assert_int_equal(g->codes[0], PLX_LIMIT);
}

/* ---- lists
 * ----------------------------------------------------------------------------------------- */

static void test_feeds(void **state) {
    got *g = *state;
    read_as(g, "f.xml",
            PLX_S("<?xml version='1.0'?><rss version='2.0' xmlns:content='c'><channel><title>The "
                  "Courier</title>"
                  "<item><title>Fire &amp; "
                  "water</title><link>https://c.example/2021/05/03/x</link><pubDate>Mon, 03 May "
                  "2021 10:00:00 +0200</pubDate>"
                  "<description>&lt;p&gt;The quay burned.&lt;/p&gt;&lt;p&gt;Nobody was "
                  "hurt.&lt;/p&gt;</description></item>"
                  "<item><title>B</title><content:encoded><![CDATA[<p>Second.</p>]]></"
                  "content:encoded><description>short</description></item>"
                  "<item><title>C</title></item></channel></rss>"),
            NULL);
    assert_int_equal(g->n, 2);
    assert_int_equal(g->n_failed, 1);
    assert_true(plx_str_eq(g->a[0].title, PLX_S("Fire & water")));
    assert_true(plx_str_eq(g->a[0].published, PLX_S("2021-05-03T10:00:00+02:00")));
    assert_true(plx_str_eq(g->a[0].text, PLX_S("The quay burned.\n\nNobody was hurt.")));
    assert_true(plx_str_eq(g->a[0].source, PLX_S("The Courier")));
    assert_true(plx_str_eq(g->a[1].text, PLX_S("Second.")));
    read_as(g, "f.xml",
            PLX_S("<feed "
                  "xmlns='http://www.w3.org/2005/Atom'><title>C</title><entry><title>T</"
                  "title><link href='https://a.example/x'/>"
                  "<id>urn:1</id><updated>2021-05-04T10:00:00Z</updated><content "
                  "type='html'>&lt;p&gt;Body.&lt;/p&gt;</content></entry></feed>"),
            NULL);
    assert_int_equal(g->n, 1);
    assert_true(plx_str_eq(g->a[0].url, PLX_S("https://a.example/x")));
    read_as(g, "s.xml", PLX_S("<urlset><url><loc>https://a.example/1</loc></url></urlset>"), NULL);
    assert_int_equal(g->codes[0], PLX_EMPTY);
    read_as(g, "l.xml",
            PLX_S("<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b "
                  "'&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>"
                  "<!ENTITY d "
                  "'&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]><rss><channel><item><description>&d;&d;&d;x</"
                  "description></item></channel></rss>"),
            NULL);
    assert_true(g->n + g->n_failed >= 1);
}

static void test_table_and_mail(void **state) {
    got *g = *state;
    read_as(g, "t.csv",
            PLX_S("headline;body;url;date\n\"A \"\"big\"\" fire\";\"The "
                  "quay\nburned.\";https://c.example/a;2021-05-03\nB;;;\n"),
            NULL);
    assert_int_equal(g->n, 1);
    assert_true(plx_str_eq(g->a[0].title, PLX_S("A \"big\" fire")));
    assert_true(plx_str_eq(g->a[0].text, PLX_S("The quay\nburned.")));
    assert_int_equal(g->codes[0], PLX_EMPTY);
    read_as(g, "m.eml",
            PLX_S("From: =?utf-8?Q?Ida_M=C3=B6or?= <ida@c.example>\r\nTo: "
                  "desk@c.example\r\nSubject: =?utf-8?B?RmVycnk=?=\r\n"
                  "Date: Tue, 04 May 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: "
                  "multipart/alternative; boundary=\"xx\"\r\n\r\n"
                  "--xx\r\nContent-Type: text/plain; "
                  "charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                  "The caf=E9 on the quay is =\r\nshut.\r\n--xx\r\nContent-Type: "
                  "text/html\r\n\r\n<p>x</p>\r\n--xx--\r\n"),
            NULL);
    assert_int_equal(g->n, 1);
    assert_true(plx_str_eq(g->a[0].source, PLX_S("Ida M\xC3\xB6or")));
    assert_true(plx_str_eq(g->a[0].title, PLX_S("Ferry")));
    assert_true(plx_str_eq(g->a[0].published, PLX_S("2021-05-04T10:00:00+02:00")));
    assert_true(plx_str_starts(g->a[0].text, PLX_S("The caf\xC3\xA9 on the quay is shut.")));
}

/* Threads do not show: pages of an archive come in its order. */
static void test_threads(void **state) {
    got *g = *state;
    static char file[1 << 18];
    member many[40];
    static char names[40][16];
    for (size_t i = 0; i < PLX_COUNT(many); i++) {
        (void)snprintf(names[i], sizeof names[i], "%02zu.html", i);
        many[i] = (member){names[i], i % 7 == 3 ? "{}" : PAGE};
    }
    size_t n = make_archive(many, PLX_COUNT(many), true, file, sizeof file);
    plx_read_options o = plx_read_defaults();
    o.n_threads = 3;
    read_as(g, "all.zip", plx_str_n(file, n), &o);
    assert_int_equal(g->n, 34);
    assert_int_equal(g->n_failed, 6);
    for (size_t i = 1; i < g->n; i++) assert_true(plx_str_cmp(g->a[i - 1].path, g->a[i].path) < 0);
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

/* ctest-labels: threads */
int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_warc, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_warc_bodies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_archives, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bomb, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_feeds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_table_and_mail, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_threads, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
