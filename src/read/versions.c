/* Versions of one page: its AMP, print and readers' forms, and the same page saved twice. They have
 * one address once what marks the version is taken off, and one text. Address alone would not do
 * (sites name their front page as everybody's canonical one), nor text alone (agencies' copies are
 * accounts of their own). */
#include "read/internal.h"

#include "base/hash.h"

#include <stdlib.h>

/* Bounded: of pages read long ago the least lucky are forgotten. */
enum { SETS = 16384, WAYS = 4, SKETCH = 32 };

typedef struct entry {
    uint64_t key; /* 0 = free */
    uint32_t sketch[SKETCH];
    char path[100];
} entry;

struct plx_read_seen {
    entry *p; /* SETS * WAYS */
    uint8_t next[SETS];
};

plx_read_seen *plx_read_seen_new(void) {
    plx_read_seen *s = calloc(1, sizeof *s);
    if (s && !(s->p = calloc((size_t)SETS * WAYS, sizeof *s->p))) {
        free(s);
        s = NULL;
    }
    return s;
}

void plx_read_seen_free(plx_read_seen *seen) {
    if (seen) {
        free(seen->p);
        free(seen);
    }
}

/* ---- addresses
 * ------------------------------------------------------------------------------------- */

static bool strip_start(plx_str *s, const char *const *heads, size_t n) {
    for (size_t i = 0; i < n; i++) {
        plx_str h = plx_str_of(heads[i]);
        if (s->n > h.n && plx_str_starts_nocase(*s, h)) {
            *s = plx_str_slice(*s, h.n, s->n);
            return true;
        }
    }
    return false;
}

static bool strip_end(plx_str *s, const char *const *tails, size_t n) {
    for (size_t i = 0; i < n; i++) {
        plx_str t = plx_str_of(tails[i]);
        if (s->n > t.n && plx_str_eq_nocase(plx_str_slice(*s, s->n - t.n, s->n), t)) {
            s->n -= t.n;
            return true;
        }
    }
    return false;
}

/* Parts of a query that name the version or who sent the reader. */
static bool is_idle(plx_str part) {
    static const char *const names[] = {"amp",       "outputtype", "output", "print",
                                        "printable", "printer",    "fbclid", "gclid",
                                        "ref",       "cmp",        "cmpid",  "reader",
                                        "mobile",    "single",     "m",      "__twitter_impression",
                                        "guccounter"};
    plx_str name = plx_str_slice(part, 0, plx_str_find_char(part, '=', 0));
    bool idle = name.n == 0 || plx_str_starts_nocase(name, PLX_S("utm_")) ||
                plx_str_eq_nocase(part, PLX_S("view=print"));
    for (size_t i = 0; i < PLX_COUNT(names); i++) {
        idle |= plx_str_eq_nocase(name, plx_str_of(names[i]));
    }
    return idle;
}

static uint64_t mix_lower(uint64_t h, plx_str s) {
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        h = (h ^ (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c)) * 1099511628211u;
    }
    return h;
}

uint64_t plx_read__page_key(plx_str url) {
    static const char *const caches[] = {"https://www.google.com/amp/s/",
                                         "https://www.google.com/amp/", "http://", "https://"};
    static const char *const hosts[] = {"www.", "m.", "amp.", "mobile.", "print.", "mobil."};
    static const char *const tails[] = {"/amp",         ".amp",      "/print",    "/druck",
                                        "/drucken",     "/imprimir", "/imprimer", "/stampa",
                                        "/single-page", "/full",     "/index",    "/reader",
                                        "-amp",         "/",         ".html",     ".htm"};
    url = plx_str_slice(plx_str_trim(url), 0, 2000);
    if (!strip_start(&url, caches, PLX_COUNT(caches))) {
        return 0;
    }
    size_t cdn = plx_str_find(url, PLX_S(".cdn.ampproject.org/"), 0);
    if (cdn != SIZE_MAX) { /* host-of-site.cdn.ampproject.org/c/s/host.of.site/path */
        url = plx_str_slice(url, cdn + 20, url.n);
        static const char *const ways[] = {"c/s/", "v/s/", "c/", "v/"};
        (void)strip_start(&url, ways, PLX_COUNT(ways));
    }
    url = plx_str_slice(url, 0, plx_str_find_char(url, '#', 0));
    size_t mark = plx_str_find_char(url, '?', 0);
    plx_str query = mark == SIZE_MAX ? (plx_str){0} : plx_str_slice(url, mark + 1, url.n);
    url = plx_str_slice(url, 0, mark);
    size_t slash = plx_str_find_char(url, '/', 0);
    plx_str host = plx_str_slice(url, 0, slash),
            path = slash == SIZE_MAX ? (plx_str){0} : plx_str_slice(url, slash, url.n);
    while (strip_start(&host, hosts, PLX_COUNT(hosts))) {}
    static const char *const heads[] = {"/amp/", "/print/"};
    if (strip_start(&path, heads, PLX_COUNT(heads))) { /* the slash before it stays */
        path = plx_str_slice(path, 0, path.n);
        path.p--;
        path.n++;
    }
    while (strip_end(&path, tails, PLX_COUNT(tails))) {}
    uint64_t h = mix_lower(14695981039346656037u, host);
    h = mix_lower(h * 31, path);
    for (plx_str part; query.n && plx_str_split(&query, '&', &part);) {
        h = is_idle(part) ? h : mix_lower(h * 31 + 7, part);
    }
    return h | 1;
}

/* ---- texts
 * ----------------------------------------------------------------------------------------- */

/* The smallest hashes of the text's runs of four words (Broder 1997): how much two texts share is
 * how many of theirs are the same. */
typedef struct sketcher {
    uint32_t last[4];
    size_t n;
    uint32_t *out;
} sketcher;

static void put_hash(uint32_t *sorted, uint32_t h) {
    if (h >= sorted[SKETCH - 1]) {
        return;
    }
    size_t i = SKETCH - 1;
    while (i > 0 && sorted[i - 1] > h) {
        i--;
    }
    if (sorted[i] != h) {
        memmove(sorted + i + 1, sorted + i, (SKETCH - 1 - i) * sizeof *sorted);
        sorted[i] = h;
    }
}

static void sketch_part(sketcher *k, plx_str s) {
    uint32_t word = 2166136261u;
    size_t letters = 0;
    for (size_t i = 0; i <= s.n; i++) {
        unsigned char c = i < s.n ? (unsigned char)s.p[i] : ' ';
        bool letter = (c | 32u) - 'a' < 26u || (c >= '0' && c <= '9') || c >= 0x80;
        if (letter) {
            word = (word ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
            letters++;
        } else if (letters) {
            memmove(k->last, k->last + 1, 3 * sizeof *k->last);
            k->last[3] = word;
            if (++k->n >= 4) {
                put_hash(k->out, (uint32_t)plx_hash_bytes(k->last, sizeof k->last, 3));
            }
            word = 2166136261u;
            letters = 0;
        }
    }
}

static void sketch_of(const plx_account *a, uint32_t out[SKETCH]) {
    memset(out, 0xFF, SKETCH * sizeof *out);
    sketcher k = {.out = out};
    size_t at = 0;
    for (size_t i = 0; i <= a->n_dropped; i++) {
        size_t end = i < a->n_dropped ? a->dropped[i].span.begin : a->text.n;
        sketch_part(&k, plx_str_slice(a->text, at, end));
        at = i < a->n_dropped ? a->dropped[i].span.end : end;
    }
}

/* At least two thirds of the smallest hashes of both together are in both. */
static bool alike(const uint32_t *a, const uint32_t *b) {
    size_t i = 0, k = 0, both = 0, all = 0;
    while (all < SKETCH && i < SKETCH && k < SKETCH && (a[i] != UINT32_MAX || b[k] != UINT32_MAX)) {
        both += a[i] == b[k];
        uint32_t x = a[i], y = b[k];
        i += x <= y;
        k += y <= x;
        all++;
    }
    return all > 0 && both * 3 >= all * 2;
}

/* ---- asking
 * ---------------------------------------------------------------------------------------- */

static const entry *find(const plx_read_seen *seen, uint64_t key, const uint32_t *sketch) {
    const entry *set = seen->p + key % SETS * WAYS;
    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].key == key && alike(set[i].sketch, sketch)) {
            return &set[i];
        }
    }
    return NULL;
}

const char *plx_read_seen_before(plx_read_seen *seen, const plx_account *a) {
    uint64_t key = plx_read__page_key(a->url);
    if (key == 0) {
        return NULL;
    }
    uint32_t sketch[SKETCH];
    sketch_of(a, sketch);
    const entry *old = find(seen, key, sketch);
    if (old) {
        return old->path;
    }
    entry *e = seen->p + key % SETS * WAYS + seen->next[key % SETS]++ % WAYS;
    e->key = key;
    memcpy(e->sketch, sketch, sizeof sketch);
    plx_str tail = a->path.n < sizeof e->path
                       ? a->path
                       : plx_str_slice(a->path, a->path.n - sizeof e->path + 1, a->path.n);
    if (tail.n) {
        memcpy(e->path, tail.p, tail.n);
    }
    e->path[tail.n] = '\0';
    return NULL;
}

bool plx_read__is_repeated(plx_read__run *run, const plx_account *a) {
    const char *first = run->seen ? plx_read_seen_before(run->seen, a) : NULL;
    if (first && run->sink->failed) {
        plx_error err;
        bool same = plx_str_eq(a->path, plx_str_of(first));
        plx_fail(&err, PLX_REPEATED, 0, "%s%.120s", same ? "read before" : "another version of ",
                 same ? "" : first);
        run->sink->failed(run->sink->ctx, a->path, &err, false);
    }
    return first != NULL;
}
