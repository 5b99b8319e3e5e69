/* One page to one account. */
#include "read/html_extract.h"
#include "read/html_split.h"
#include "read/internal.h"

typedef struct html_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
} html_job;

static void put_fact(plx_account *a, plx_arena *arena, plx_str *to, const plx_read__fact *f,
                     const char *field) {
    if (to->n == 0 && f->value.n) {
        *to = plx_str_dup(arena, f->value);
        plx_read__evidence(a, arena, field, f->from);
    }
}

/* The address that a page gives for itself, whole; empty when it cannot be. `base`: where the page
 * was found, or empty. An archive's copy is the page that it copied. */
static plx_str whole_url(plx_str url, plx_str base, plx_arena *arena) {
    size_t at = plx_str_find(url, PLX_S("://web.archive.org/web/"), 0);
    size_t inner = at == SIZE_MAX ? SIZE_MAX : plx_str_find(url, PLX_S("/http"), at + 20);
    if (inner != SIZE_MAX) {
        return plx_str_slice(url, inner + 1, url.n);
    }
    if (plx_str_starts_nocase(url, PLX_S("http://")) ||
        plx_str_starts_nocase(url, PLX_S("https://"))) {
        return url;
    }
    if (plx_str_starts(url, PLX_S("//"))) {
        return plx_str_format(arena, "https:%.*s", PLX_FMT(url));
    }
    size_t host = plx_str_find(base, PLX_S("://"), 0);
    if (url.n == 0 || url.p[0] != '/' || host == SIZE_MAX) {
        return (plx_str){0};
    }
    size_t slash = plx_str_find_char(base, '/', host + 3);
    return plx_str_cat(arena, plx_str_slice(base, 0, slash), url);
}

/* Its canonical address goes before the one that it was found at, unless that is nonsense: another
 * site's, or the front page's. */
static void put_url(plx_account *a, plx_arena *arena, const plx_read__fact *f) {
    a->url = whole_url(a->url, (plx_str){0}, arena);
    plx_str url = whole_url(f->value, a->url, arena);
    plx_str host = plx_read__host_of(url);
    size_t at = plx_str_find(url, PLX_S("://"), 0);
    size_t slash = at == SIZE_MAX ? SIZE_MAX : plx_str_find_char(url, '/', at + 3);
    bool front = slash == SIZE_MAX || slash + 1 >= url.n;
    bool better = a->url.n == 0 || (f->rank >= 80 && !front &&
                                    (plx_str_eq_nocase(host, plx_read__host_of(a->url)) ||
                                     plx_read__page_key(url) == plx_read__page_key(a->url)));
    if (url.n && better && !plx_str_eq(url, a->url)) {
        a->url = plx_str_dup(arena, url);
        plx_read__evidence(a, arena, "url", f->from);
    }
}

/* The section that an address names: "/sport/football/…" is of sport. Words that name no section
 * are passed over. */
static void section_of_url(plx_account *a, plx_arena *arena) {
    static const char *const none[] = {
        "article", "articles", "artikel", "story",       "stories",  "news",     "post",
        "posts",   "blog",     "content", "index",       "page",     "pages",    "detail",
        "amp",     "print",    "wiki",    "node",        "archive",  "archives", "media",
        "public",  "html",     "aktuell", "nachrichten", "noticias", "posts",    "view",
        "show",    "read",     "item",    "web",         "home",     "category"};
    size_t at = plx_str_find(a->url, PLX_S("://"), 0);
    at = at == SIZE_MAX ? SIZE_MAX : plx_str_find_char(a->url, '/', at + 3);
    if (a->section.n || at == SIZE_MAX) {
        return;
    }
    plx_str rest = plx_str_slice(a->url, at + 1, a->url.n);
    for (plx_str part; plx_str_split(&rest, '/', &part) && rest.n;) {
        bool word = part.n >= 4 && part.n <= 20;
        for (size_t i = 0; i < part.n; i++) {
            char c = part.p[i];
            word &= (c >= 'a' && c <= 'z') || (c == '-' && i > 0 && i + 1 < part.n);
        }
        for (size_t i = 0; i < PLX_COUNT(none); i++) {
            word &= !plx_str_eq(part, plx_str_of(none[i]));
        }
        if (word) {
            a->section = plx_str_dup(arena, part);
            plx_read__evidence(a, arena, "section", "url");
            return;
        }
        if (part.n >= 4) { /* a known word, a year, a number: its follower may name it; else not */
            bool plain = true;
            for (size_t i = 0; i < part.n; i++) {
                plain &= part.p[i] >= 'a' && part.p[i] <= 'z';
            }
            if (!plain) {
                return;
            }
        }
    }
}

static void put_meta(plx_account *a, plx_arena *arena, const plx_read__meta *m) {
    put_fact(a, arena, &a->title, &m->title, "title");
    put_fact(a, arena, &a->published, &m->published, "published");
    put_fact(a, arena, &a->modified, &m->modified, "modified");
    put_fact(a, arena, &a->source, &m->source, "source");
    put_fact(a, arena, &a->section, &m->section, "section");
    put_fact(a, arena, &a->language, &m->language, "language");
    put_url(a, arena, &m->url);
    section_of_url(a, arena);
    if (m->n_authors) {
        a->authors = plx_new_n(arena, plx_str, m->n_authors);
        for (size_t i = 0; i < m->n_authors; i++) {
            a->authors[i] = plx_str_dup(arena, m->authors[i]);
        }
        a->n_authors = m->n_authors;
        plx_read__evidence(a, arena, "authors", m->author.from);
    }
}

/* One account of the page: the whole of it, or a part. */
static plx_account *begin_account(html_job *j, plx_str path, const plx_read__decoded *d,
                                  plx_arena **arena) {
    plx_read__hints h = *j->hints;
    h.path = path;
    plx_account *a = plx_read__account(j->run, &h, arena);
    a->encoding = plx_str_dup(*arena, d->encoding);
    if (d->undone) {
        plx_read__evidence(a, *arena, "encoding", "UTF-8 encoded twice, undone");
    }
    return a;
}

/* What a part says of itself goes before what the page says of all. */
static void put_part(plx_account *a, plx_arena *arena, const plx_read__parts *parts,
                     const plx_read__part *part) {
    plx_str page_url = a->url, own = plx_str_trim(part->url);
    if (own.n && own.p[0] == '#') {
        a->url = page_url.n ? plx_str_cat(arena, page_url, own) : page_url;
    } else {
        own = whole_url(own, page_url, arena);
        a->url = own.n ? plx_str_dup(arena, own) : a->url;
    }
    if (part->title.n) {
        a->title = plx_str_dup(arena, part->title);
        plx_read__evidence(a, arena, "title", parts->why);
    }
    if (part->published.n) {
        a->published = plx_str_dup(arena, part->published);
        a->modified = (plx_str){0};
        plx_read__evidence(a, arena, "published", parts->why);
    }
    if (part->author.n) {
        a->authors = plx_new_n(arena, plx_str, 1);
        a->authors[0] = plx_str_dup(arena, part->author);
        a->n_authors = 1;
        plx_read__evidence(a, arena, "authors", parts->why);
    }
    if (!part->is_main) {
        plx_read__evidence(a, arena, "part", parts->why);
    }
}

static void emit_parts(html_job *j, const plx_read__page *page, const plx_read__decoded *d,
                       const plx_read__parts *parts, plx_arena *scratch) {
    for (size_t i = 0; i < parts->n && !j->run->stopped; i++) {
        const plx_read__part *part = &parts->p[i];
        plx_str path =
            part->is_main ? j->hints->path : plx_read__item_path(j->hints->path, i + 1, scratch);
        if (!part->is_main && !plx_read__wanted(j->run, path)) {
            continue;
        }
        plx_arena *arena;
        plx_account *a = begin_account(j, path, d, &arena);
        if (part->body.n) {
            a->text = plx_str_dup(arena, part->body);
        } else {
            plx_read__part_text(page, part->first, part->last, a, arena);
        }
        if (a->text.n) {
            put_meta(a, arena, &page->meta);
            put_part(a, arena, parts, part);
            plx_read__emit_page(j->run, a, arena);
        }
    }
}

static uint32_t words_of(plx_str s) {
    uint32_t n = 0;
    bool in = false;
    for (size_t i = 0; i < s.n; i++) {
        bool blank = (unsigned char)s.p[i] <= ' ';
        n += !blank && !in;
        in = !blank;
    }
    return n;
}

/* A page that asks for money in the place of its article's end. */
static bool asks_to_pay(const plx_read__page *page) {
    static const char *const asks[] = {"subscribe to read",
                                       "subscribe to continue",
                                       "subscribers only",
                                       "to continue reading",
                                       "continue reading with",
                                       "read the full article",
                                       "read the full story",
                                       "keep reading",
                                       "unlock this article",
                                       "already a subscriber",
                                       "subscriber-only",
                                       "for subscribers",
                                       "register to read",
                                       "sign in to read",
                                       "log in to read",
                                       "to access this article",
                                       "weiterlesen mit",
                                       "nur für abonnenten",
                                       "exklusiv für abonnenten",
                                       "jetzt weiterlesen",
                                       "bereits abonnent",
                                       "artikel freischalten",
                                       "mit einem abo",
                                       "registrieren und weiterlesen",
                                       "réservé aux abonnés",
                                       "déjà abonné",
                                       "la suite est réservée",
                                       "abonnez-vous pour",
                                       "contenido exclusivo para suscriptores",
                                       "solo para suscriptores",
                                       "suscríbete para",
                                       "exclusivo para assinantes",
                                       "assine para",
                                       "contenuto riservato",
                                       "per gli abbonati",
                                       "alleen voor abonnees",
                                       "tylko dla prenumeratorów",
                                       "tylko dla subskrybentów",
                                       "только для подписчиков",
                                       "bara för prenumeranter",
                                       "kun for abonnenter"};
    const plx_read__blocks *b = &page->blocks;
    size_t last = b->n;
    for (size_t i = 0; i < b->n; i++) {
        last = page->scores[i] > 0 ? i : last;
    }
    for (size_t i = last; i < PLX_MIN(b->n, last + 12); i++) {
        char low[301];
        size_t n = PLX_MIN(b->p[i].text.n, sizeof low - 1);
        for (size_t k = 0; k < n; k++) {
            char c = b->p[i].text.p[k];
            low[k] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        for (size_t k = 0; b->p[i].words <= 60 && k < PLX_COUNT(asks); k++) {
            if (plx_str_contains(plx_str_n(low, n), plx_str_of(asks[k]))) {
                return true;
            }
        }
    }
    return false;
}

/* Says that a page shows its article's beginning only: it asks for money where a short text ends,
 * or says itself that it is not free and breaks off, or its JSON-LD has far more. */
static void note_paywall(const plx_read__page *page, plx_account *a, plx_arena *arena) {
    enum { STUB_WORDS = 250 };
    uint32_t words = 0;
    bool closed = true;
    for (size_t i = 0; i < page->blocks.n; i++) {
        if (page->scores[i] > 0) {
            words += page->blocks.p[i].words;
            closed = page->blocks.p[i].closed;
        }
    }
    uint32_t in_data = words_of(page->meta.body.value);
    bool more = in_data > 100 && words * 2 < in_data, is_short = words < STUB_WORDS || more;
    bool asked = is_short && asks_to_pay(page);
    if (asked || (is_short && page->meta.not_free && (more || !closed || words < 80))) {
        plx_read__evidence(a, arena, "paywall",
                           plx_str_format(arena, "stub of %u words: %s", words,
                                          asked ? "asks to subscribe" : "isAccessibleForFree")
                               .p);
    } else if (page->meta.not_free) {
        plx_read__evidence(a, arena, "paywall", "isAccessibleForFree");
    }
}

static void read_html(void *ctx, plx_arena *scratch) {
    html_job *j = ctx;
    plx_read__decoded d;
    plx_str charset =
        j->hints->charset.n ? j->hints->charset : plx_read__declared_charset(j->bytes);
    plx_read__decode(j->bytes, charset, scratch, &d);
    plx_read__page page;
    plx_read__page_of(d.text, scratch, &page);
    page.scores = plx_new_n(scratch, int32_t, page.blocks.n);
    plx_read__scores_of(&page.blocks, page.features, &plx_read__default_model, scratch,
                        page.scores);
    plx_read__parts parts;
    plx_read__split(&page, scratch, &parts);
    if (parts.n) {
        plx_read__meta_finish(&page, j->hints->url, scratch);
        emit_parts(j, &page, &d, &parts, scratch);
        return;
    }
    plx_arena *arena;
    plx_account *a = begin_account(j, j->hints->path, &d, &arena);
    plx_read__article_text(&page, a, arena);
    if (a->text.n == 0) {
        plx_read__fail(j->run, j->hints, PLX_EMPTY, 0, "no article was found in the page");
        return;
    }
    plx_read__meta_finish(&page, a->url, scratch);
    put_meta(a, arena, &page.meta);
    note_paywall(&page, a, arena);
    plx_read__emit_page(j->run, a, arena);
}

static void read_now(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    html_job j = {run, hints, bytes};
    plx_read__guarded(run, hints, read_html, &j);
}

void plx_read__html(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    if (!plx_read__batch_add(run, hints, bytes, read_now)) {
        read_now(run, hints, bytes);
    }
}

plx_str plx_read__fragment(plx_str html, plx_arena *arena) {
    plx_read__tree tree;
    plx_read__blocks blocks;
    plx_read__tree_of(html, arena, &tree);
    plx_read__blocks_of(&tree, arena, &blocks);
    if (blocks.n == 1 && plx_str_find(blocks.p[0].text, PLX_S("</"), 0) != SIZE_MAX) {
        /* markup that was escaped twice: what looked like text is HTML */
        plx_str inner = blocks.p[0].text;
        plx_read__tree_of(inner, arena, &tree);
        plx_read__blocks_of(&tree, arena, &blocks);
    }
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX - 1);
    for (size_t i = 0; i < blocks.n; i++) {
        plx_buf_putz(&b, b.n ? "\n\n" : "");
        plx_buf_put(&b, blocks.p[i].text);
    }
    return plx_buf_str(&b);
}
