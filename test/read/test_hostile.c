/* Inputs made to be deep, large, many or false. Each is read in a process of its own, which must
 * end by itself, with accounts or with a reason, within 256 MiB. The aim is a second of processor
 * time; one that takes longer is named, and a test fails only when it has hung: machines differ. */
#include "base/buf.h"
#include "base/utf8.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif
#define HUNG 60.0 /* seconds of processor time */

#define P                                                                                          \
    "<p>The ferry Aurelia ran aground off Westhaven on Tuesday with 112 people on board, the "     \
    "harbour office said in a statement.</p>"
#define LD   "<script type='application/ld+json'>"
#define WARC "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\n"
#define MAIL "From: a@c.example\nSubject: x\nDate: x\n"

/* head, then the piece so often, then tail; packed so many times by gzip */
typedef struct hostile {
    const char *what, *name, *head, *piece;
    size_t n;
    const char *tail;
    unsigned packed;
    plx_err code; /* of the first failure; PLX_OK: it must give an account */
} hostile;

static const hostile rows[] = {
    {"elements in elements", "a.html", "", "<div>", 100000, P, 0, PLX_OK},
    {"inline elements in each other", "a.html", "", "<b><a><font>", 33000, P, 0, PLX_OK},
    {"tables in tables", "a.html", "", "<table><tr><td>", 33000, P, 0, PLX_OK},
    {"lists in lists", "a.html", "", "<ul><li>", 50000, P, 0, PLX_OK},
    {"articles in articles", "a.html", "", "<article><h2>x y</h2>" P, 8000, "", 0, PLX_OK},
    {"articles beside articles", "a.html", "", "<article><h2>x y</h2>" P "</article>", 8000, "", 0,
     PLX_OK},
    {"an attribute of 50 MB", "a.html", "<div title='", "0123456789", 5000000, "'>" P, 0, PLX_OK},
    {"a class of 50 MB", "a.html", "<div class='", "share related ", 3500000, "'>" P, 0, PLX_OK},
    {"attributes without end", "a.html", "<div ", "a=b ", 1000000, ">" P, 0, PLX_OK},
    {"paragraphs without end", "a.html", "", "<p>word word", 200000, "", 0, PLX_LIMIT},
    {"elements without end", "a.html", "", "<i></i>", 1600000, "", 0, PLX_LIMIT},
    {"character references", "a.html", P "<p>", "&amp;", 1000000, "", 0, PLX_OK},
    {"references that do not end", "a.html", P "<p>", "&#x", 2000000, "", 0, PLX_OK},
    {"tags that do not begin", "a.html", P, "<", 10000000, "", 0, PLX_OK},
    {"a comment that does not end", "a.html", P "<!-- ", "<p>x", 1000000, "", 0, PLX_OK},
    {"a script that does not end", "a.html", P "<script>", "</scrip ", 1000000, "", 0, PLX_OK},
    {"deep data", "a.html", LD, "[", 1000000, "</script>" P, 0, PLX_OK},
    {"deep data of a graph", "a.html", LD, "{\"@graph\":", 100000, "1</script>" P, 0, PLX_OK},
    {"data without end", "a.html", "", LD "{\"@type\":\"Article\"}</script>", 50000, P, 0, PLX_OK},
    {"redirects to itself", "a.html", "", "<meta http-equiv=refresh content='0;url=a.html'>",
     100000, P, 0, PLX_OK},
    {"dates without end", "a.html", "", "<p>Updated May 4, 2021 published 5/5/2021</p>", 20000, P,
     0, PLX_OK},
    {"times without end", "a.html", "", "<time datetime='2021-05-04'>May 4</time>", 100000, P, 0,
     PLX_OK},
    {"surrogates", "a.html", P "<p>", "\xED\xA0\x80", 1000000, "", 0, PLX_OK},
    {"sequences that are cut", "a.html", P "<p>", "\xE2\x82", 1000000, "", 0, PLX_OK},
    {"text encoded twice", "a.txt", "", "CafÃ© ", 2000000, "", 0, PLX_OK},
    {"text encoded so often", "a.txt", "", "ÃƒÆ’Ã†â€™Ãƒâ€šÃ‚Â© ", 200000, "", 0, PLX_OK},
    {"a line without end", "a.txt", "The ferry ", "sails on and ", 2000000, "ends.", 0, PLX_OK},
    {"lines without end", "a.txt", "", "a\n", 5000000, "", 0, PLX_OK},
    {"crumbs without end", "a.txt", "", "Published: May 4, 2021 10:00\n", 500000, "", 0, PLX_OK},
    {"arrays in arrays", "a.json", "", "[", 10000000, "", 0, PLX_INVALID},
    {"objects in objects", "a.json", "", "{\"a\":", 5000000, "", 0, PLX_INVALID},
    {"a lone surrogate in JSON", "a.json", "{\"text\":\"", "\\ud800", 100000, "\"}", 0,
     PLX_INVALID},
    {"quotes in quotes", "a.csv", "text,title\n\"", "a\"\"", 5000000, "", 0, PLX_OK},
    {"columns without end", "a.csv", "", "c,", 5000000, "\n", 0, PLX_UNSUPPORTED},
    {"entities in entities", "a.xml",
     "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
     "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
     "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;'>"
     "<!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;&f;'>]><rss><channel><item><description>",
     "&g;", 100, "</description></item></channel></rss>", 0, PLX_CORRUPT},
    {"XML in XML", "a.xml", "<rss><channel><item>", "<a>", 1000000, "", 0, PLX_CORRUPT},
    {"an attribute of XML", "a.xml", "<rss><channel><item><title a='", "x", 20000000,
     "'>t</title></item></channel></rss>", 0, PLX_CORRUPT},
    {"parts without end", "a.eml", MAIL "Content-Type: multipart/mixed; boundary=a\n\n",
     "--a\n\nx\n", 2000000, "", 0, PLX_OK},
    {"parts in parts", "a.eml", MAIL, "Content-Type: multipart/mixed; boundary=b\n\n--b\n", 100000,
     "", 0, PLX_EMPTY},
    {"words of a header", "a.eml", "From: a@c.example\nDate: x\nSubject: ", "=?utf-8?Q?a?= ",
     1000000, "\n\nThe ferry ran aground.", 0, PLX_OK},
    {"records of nothing", "a.warc", "",
     "WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n", 200000,
     WARC "Content-Length: 0\r\n\r\n", 0, PLX_EMPTY},
    {"a record's head", "a.warc", "WARC/1.0\r\n", "X: y\r\n", 5000000, "", 0, PLX_CORRUPT},
    {"a record's length", "a.warc", WARC "Content-Length: 99999999999999\r\n\r\n", P, 1, "", 0,
     PLX_LIMIT},
    {"a length that is none", "a.warc", WARC "Content-Length: -1\r\n\r\n", P, 1, "", 0,
     PLX_CORRUPT},
    {"a bomb", "a.html.gz", "", "aaaaaaaaaa", 20000000, "", 1, PLX_LIMIT},
    {"a bomb in bombs", "a.html.gz", "", "aaaaaaaaaa", 20000000, "", 3, PLX_LIMIT},
    {"packed too often", "a.gz", P, "", 0, "", 20, PLX_LIMIT},
};

static char *make(const hostile *h, size_t *n) {
    size_t head = strlen(h->head), piece = strlen(h->piece), tail = strlen(h->tail);
    char *p = malloc(head + piece * h->n + tail + 1);
    assert_non_null(p);
    memcpy(p, h->head, head);
    for (size_t i = 0; i < h->n; i++) memcpy(p + head + i * piece, h->piece, piece);
    memcpy(p + head + h->n * piece, h->tail, tail);
    *n = head + piece * h->n + tail;
    for (unsigned i = 0; i < h->packed; i++) {
        z_stream z = {0};
        assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
        size_t room = deflateBound(&z, *n);
        char *q = malloc(room);
        assert_non_null(q);
        z.next_in = (unsigned char *)p;
        z.avail_in = (uInt)*n;
        z.next_out = (unsigned char *)q;
        z.avail_out = (uInt)room;
        assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
        *n = room - z.avail_out;
        assert_int_equal(deflateEnd(&z), Z_OK);
        free(p);
        p = q;
    }
    return p;
}

/* ---- the process ---- */

typedef struct got {
    plx_arena arena;
    size_t n, n_failed;
    plx_err code;
    bool bad; /* what came out is not valid UTF-8 */
} got;

static plx_arena *give(void *ctx) {
    plx_arena_reset(&((got *)ctx)->arena);
    return &((got *)ctx)->arena;
}
static bool take(void *ctx, const plx_account *a) {
    got *g = ctx;
    g->n++;
    g->bad |= plx_utf8_validate(a->text) != a->text.n || plx_utf8_validate(a->title) != a->title.n;
    return true;
}
static void failed(void *ctx, plx_str path, const plx_error *why, bool named) {
    (void)path;
    (void)named;
    got *g = ctx;
    if (g->n_failed++ == 0) g->code = why->code;
}

/* 0 as it should be, 1 not; the file is read, so that its bytes count as little as they do then. */
static int read_file(const char *path, plx_err want) {
    got *g = calloc(1, sizeof *g);
    if (!g) return 1;
    plx_arena_init(&g->arena, PLX_GIB);
    plx_read_sink sink = {.ctx = g, .arena = give, .account = take, .failed = failed};
    plx_read_options o = plx_read_defaults();
    bool ok = plx_read_path(path, &o, &sink) == PLX_OK && !g->bad &&
              (want == PLX_OK ? g->n > 0 : g->n_failed > 0 && g->code == want);
    if (!ok) {
        fprintf(stderr, "%zu accounts, %zu failures, the first: %s\n", g->n, g->n_failed,
                plx_err_text(g->code));
    }
    plx_arena_release(&g->arena);
    free(g);
    return !ok;
}

/* True when it ended well. */
static bool check(const hostile *h, const char *folder) {
    char path[256];
    (void)snprintf(path, sizeof path, "%s/%s", folder, h->name);
    fflush(NULL);
    pid_t maker = fork(); /* makes the input, so that its memory is nobody's here */
    if (maker == 0) {
        size_t n;
        char *bytes = make(h, &n);
        FILE *f = fopen(path, "wb");
        bool ok = f && fwrite(bytes, 1, n, f) == n && fclose(f) == 0;
        free(bytes);
        _exit(!ok);
    }
    int status;
    assert_int_equal(waitpid(maker, &status, 0), maker);
    assert_int_equal(status, 0);
    pid_t reader = fork();
    if (reader == 0) _exit(read_file(path, h->code));
    struct rusage u;
    assert_int_equal(wait4(reader, &status, 0, &u), reader);
    (void)unlink(path);
    double used = (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
                  (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
    double mib = (double)u.ru_maxrss / 1024;
    bool ok = status == 0 && used <= HUNG && (mib <= 256 || SANITIZED);
    if (!ok || (used > 1 && !SANITIZED)) {
        print_error("%s: status %d, %.2f s, %.0f MiB\n", h->what, status, used, mib);
    }
    return ok;
}

static void test_hostile(void **state) {
    (void)state;
    char folder[] = "/tmp/parallax-hostile-XXXXXX";
    assert_non_null(mkdtemp(folder));
    size_t n_bad = 0;
    for (size_t i = 0; i < PLX_COUNT(rows); i++) n_bad += !check(&rows[i], folder);
    assert_int_equal(rmdir(folder), 0);
    assert_int_equal(n_bad, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
