/* What only a reader sees of an article's title and author, and the clean-up of both. */
#include "read/html_page.h"

#include "base/utf8.h"
#include "read/internal.h"

plx_str plx_read__text_of_node(const plx_read__tree *t, uint32_t node, size_t max,
                               plx_arena *arena);

/* ---- titles
 * ---------------------------------------------------------------------------------------- */

/* Words of `a` that also stand in `b`, in percent of those of `a`. */
static unsigned shared_words(plx_str a, plx_str b, plx_arena *arena) {
    plx_str fa = plx_str_fold(arena, a), fb = plx_str_fold(arena, b);
    unsigned n = 0, in = 0;
    for (plx_str w, rest = fa; plx_str_split(&rest, ' ', &w);) {
        if (w.n > 1) {
            n++;
            in += plx_str_contains(fb, w);
        }
    }
    return n ? in * 100 / n : 0;
}

/* The letters of a name alone, so that "Top Gear" is topgear.com's own. */
static bool is_site(plx_str name, plx_str site, plx_str host) {
    char a[64], b[64], c[64];
    size_t n[3] = {0};
    plx_str s[3] = {name, site, host};
    char *to[3] = {a, b, c};
    for (size_t k = 0; k < 3; k++) {
        for (size_t i = 0; i < s[k].n && n[k] < 64; i++) {
            char ch = s[k].p[i];
            ch = (char)(ch >= 'A' && ch <= 'Z' ? ch + 32 : ch);
            if ((ch >= 'a' && ch <= 'z') || (unsigned char)ch >= 0x80 || (ch >= '0' && ch <= '9')) {
                to[k][n[k]++] = ch;
            }
        }
    }
    return n[0] > 2 &&
           ((n[0] == n[1] && memcmp(a, b, n[0]) == 0) ||
            (n[2] >= n[0] && n[0] > 4 && plx_str_contains(plx_str_n(c, n[2]), plx_str_n(a, n[0]))));
}

static plx_str host_in(plx_str url) {
    size_t at = plx_str_find(url, PLX_S("://"), 0);
    plx_str h = at == SIZE_MAX ? (plx_str){0} : plx_str_slice(url, at + 3, url.n);
    size_t slash = plx_str_find_char(h, '/', 0);
    return plx_str_slice(h, 0, slash);
}

/* "FASSETTE.NET", "petri-heil.ch": one word with a dot and a few letters behind it. */
static bool is_domain(plx_str s) {
    size_t dot = SIZE_MAX;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && c != '.' && c != '-' && !(c >= '0' && c <= '9')) {
            return false;
        }
        dot = c == '.' ? i : dot;
    }
    return dot != SIZE_MAX && dot > 2 && s.n - dot > 2 && s.n - dot < 10;
}

/* "Headline - The Outlet", "Headline | Section | Outlet", "Outlet: Headline": without what names
 * the site. */
static plx_str without_site(plx_str title, plx_str site, plx_str host, plx_str other,
                            plx_arena *arena) {
    static const char *const marks[] = {
        " | ",        " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ",
        " \xC2\xAB ", " / ", " \xE2\x80\xA2 ", " \xC2\xB7 "};
    static const char *const labels[] = {"editorial",  "opinion", "column", "letters",
                                         "analysis",   "video",   "photos", "watch",
                                         "commentary", "review",  "live"};
    if (title.n > 12 && title.p[title.n - 1] == ']') { /* "… [Watch]" */
        size_t open = plx_str_find(title, PLX_S(" ["), title.n > 16 ? title.n - 16 : 0);
        title = open != SIZE_MAX ? plx_str_trim(plx_str_slice(title, 0, open)) : title;
    }
    for (size_t at = 0; (at = plx_str_find_char(title, ' ', at)) != SIZE_MAX; at++) {
        for (size_t i = 0; i < PLX_COUNT(marks); i++) { /* what follows the site's name goes too */
            plx_str m = plx_str_of(marks[i]), rest = plx_str_slice(title, at + m.n, title.n);
            if (at > 8 && plx_str_starts(plx_str_slice(title, at, title.n), m) &&
                is_domain(plx_str_slice(rest, 0, plx_str_find_char(rest, ' ', 0)))) {
                return plx_str_trim(plx_str_slice(title, 0, at));
            }
        }
    }
    for (unsigned round = 0; round < 3; round++) {
        size_t cut = SIZE_MAX, len = 0;
        for (size_t i = 0; i < PLX_COUNT(marks); i++) {
            plx_str m = plx_str_of(marks[i]);
            for (size_t at = 0; (at = plx_str_find(title, m, at)) != SIZE_MAX; at += m.n) {
                if (cut == SIZE_MAX || at > cut) {
                    cut = at;
                    len = m.n;
                }
            }
        }
        if (cut == SIZE_MAX) {
            return title;
        }
        plx_str head = plx_str_trim(plx_str_slice(title, 0, cut)),
                tail = plx_str_trim(plx_str_slice(title, cut + len, title.n));
        bool tail_is_site = (site.n && shared_words(tail, site, arena) >= 50) ||
                            (other.n && shared_words(tail, other, arena) == 0 && head.n > tail.n);
        for (size_t i = 0; i < PLX_COUNT(labels); i++) {
            tail_is_site |= plx_str_eq_nocase(tail, plx_str_of(labels[i]));
        }
        tail_is_site |= is_site(tail, site, host);
        bool head_is_site = site.n && shared_words(head, site, arena) >= 80;
        if (head_is_site && tail.n > 10) {
            title = tail;
        } else if (tail_is_site && head.n > 8) {
            title = head;
        } else {
            return title;
        }
    }
    return title;
}

static plx_read__zone zone_of(const plx_read__page *page) {
    const plx_read__blocks *b = &page->blocks;
    plx_read__zone z = {0};
    while (z.first < b->n && page->scores[z.first] <= 0) {
        z.first++;
    }
    if (z.first == b->n) {
        z.first = 0;
    }
    size_t h1 = SIZE_MAX;
    for (size_t i = z.first + PLX_MIN(b->n - z.first, (size_t)3); i-- > 0 && i + 60 > z.first;) {
        if (b->p[i].tag == PLX_TAG_h1 && b->p[i].words >= 3) {
            h1 = i;
            break;
        }
    }
    z.begin = h1 != SIZE_MAX ? (h1 > 6 ? h1 - 6 : 0) : z.first > 12 ? z.first - 12 : 0;
    z.end = PLX_MIN(b->n, z.first + 6);
    z.heading = h1 != SIZE_MAX ? b->p[h1].node : 0;
    z.from = z.begin < b->n ? b->p[z.begin].node : page->tree.body;
    z.to = z.end < b->n ? b->p[z.end].node : (uint32_t)page->tree.n;
    return z;
}

/* The heading that stands over the article; *sure when nothing else could be it. */
static plx_str heading_of(const plx_read__blocks *b, const plx_read__zone *z, plx_str like,
                          plx_str site, plx_arena *arena, unsigned *how_like, bool *sure) {
    plx_str best = {0};
    unsigned best_score = 0, n_h1 = 0, n_near = 0;
    *how_like = 0;
    for (size_t i = 0; i < b->n && i < 6000; i++) {
        const plx_read__block *k = &b->p[i];
        bool h1 = k->tag == PLX_TAG_h1;
        bool h2 = k->tag == PLX_TAG_h2 &&
                  ((b->boxes.p[k->box].hints | k->inline_hints) & PLX_HINT_BIT(TITLE));
        if ((!h1 && !h2) || k->words < 2 || k->text.n > 400 ||
            (site.n && plx_str_eq_nocase(k->text, site))) {
            continue;
        }
        bool near = i <= z->first + 3 && i + 60 > z->first;
        unsigned likeness = like.n ? shared_words(k->text, like, arena) : 0;
        unsigned s = 1 + likeness * 2 + (h1 ? 300 : 0) + (near ? 60 : 0);
        n_h1 += h1;
        n_near += h1 && near;
        if (s > best_score) {
            best_score = s;
            best = k->text;
            *how_like = likeness;
        }
    }
    *sure = n_h1 == 1 && n_near == 1;
    return best;
}

static unsigned count_words(plx_str s) {
    unsigned n = 0;
    for (plx_str w, rest = s; plx_str_split(&rest, ' ', &w);) {
        n += w.n > 0;
    }
    return n;
}

static void finish_title(const plx_read__blocks *b, const plx_read__zone *z, plx_str host,
                         plx_arena *arena, plx_read__meta *m) {
    plx_str site = m->site_name.value.n ? m->site_name.value : m->source.value;
    unsigned like = 0;
    bool sure = false;
    if (m->title.value.n && site.n && plx_str_eq_nocase(m->title.value, site)) {
        m->title = (plx_read__fact){0};
    }
    if (m->title.value.n == 0) {
        m->title = m->page_title;
    }
    plx_str h1 = heading_of(b, z, m->title.value, site, arena, &like, &sure);
    m->title.value = without_site(m->title.value, site, host, h1, arena);
    plx_str told = m->title.value;
    bool kicker =
        told.n > 12 && h1.n > told.n && plx_str_ends(h1, told); /* "Tunisia / Great tasks ahead" */
    bool enough =
        like >= 50 || (sure && count_words(h1) >= 4) || (like >= 25 && count_words(h1) >= 5);
    if (h1.n && !kicker && (told.n == 0 || enough)) {
        m->title = (plx_read__fact){
            without_site(plx_read__unescaped(h1, arena), site, host, (plx_str){0}, arena), "h1",
            75};
    }
}

/* ---- authors
 * --------------------------------------------------------------------------------------- */

static bool starts_with_word(plx_str s, const char *words, size_t *n) {
    for (plx_str w, rest = plx_str_of(words); plx_str_split(&rest, ' ', &w);) {
        if (plx_str_starts_nocase(s, w) && s.n > w.n &&
            (s.p[w.n] == ' ' || s.p[w.n] == ':' || (unsigned char)s.p[w.n] == 0xC2)) {
            *n = w.n;
            return true;
        }
    }
    return false;
}

static plx_str strip_by(plx_str s) {
    size_t n;
    s = plx_str_trim(s);
    if (starts_with_word(s, "redaktion interview beitrag", &n) && s.p[n] == ':') {
        s = plx_str_trim(plx_str_slice(s, n + 1, s.n));
    }
    for (unsigned i = 0;
         i < 3 && starts_with_word(s,
                                   "by von par por written story words text geschrieben reported "
                                   "posted author autor autorin di av af od erstellt verfasst "
                                   "gespeichert",
                                   &n);
         i++) {
        s = plx_str_slice(s, n, s.n);
        while (s.n && (s.p[0] == ' ' || s.p[0] == ':')) {
            s = plx_str_slice(s, 1, s.n);
        }
    }
    return s;
}

/* Is this how a name of a person looks: two to five words, most with capitals, no digits. */
static bool looks_like_name(plx_str s) {
    size_t words = 0, caps = 0;
    for (plx_str w, rest = s; plx_str_split(&rest, ' ', &w);) {
        if (w.n == 0) {
            continue;
        }
        words++;
        unsigned char c = (unsigned char)w.p[0];
        caps += (c >= 'A' && c <= 'Z') || c >= 0x80;
        for (size_t i = 0; i < w.n; i++) {
            if ((w.p[i] >= '0' && w.p[i] <= '9') || w.p[i] == '@' || w.p[i] == '/' ||
                w.p[i] == '|') {
                return false;
            }
        }
    }
    return words >= 2 && words <= 5 && caps * 3 >= words * 2 && s.n < 60;
}

/* Splits "Ann Lee, Bo Yi and Cy Zed" into names. */
static void add_names(plx_read__meta *m, plx_arena *arena, plx_str list, plx_str *out,
                      size_t *n_out) {
    (void)m;
    static const char *const seps[] = {", ",   "; ",  " and ", " & ", " und ", " | ",
                                       " et ", " y ", " / ",   ",",   ";",     " with "};
    list = strip_by(list);
    size_t at = SIZE_MAX, len = 0;
    for (size_t i = 0; i < PLX_COUNT(seps); i++) {
        size_t k = plx_str_find(list, plx_str_of(seps[i]), 0);
        if (k != SIZE_MAX && k < at) {
            at = k;
            len = strlen(seps[i]);
        }
    }
    if (at != SIZE_MAX) {
        add_names(m, arena, plx_str_slice(list, 0, at), out, n_out);
        plx_str rest = plx_str_slice(list, at + len, list.n);
        if (rest.n && *n_out < PLX_READ_AUTHORS_MAX) {
            add_names(m, arena, rest, out, n_out);
        }
        return;
    }
    list = plx_str_trim(list);
    for (size_t i = 0; i < *n_out; i++) {
        if (plx_str_eq_nocase(out[i], list)) {
            return;
        }
    }
    if (list.n > 1 && list.n < 100 && *n_out < PLX_READ_AUTHORS_MAX) {
        out[(*n_out)++] = list;
    }
}

static const char *const by_words[] = {"By ",
                                       "by ",
                                       "BY ",
                                       "By: ",
                                       "Von ",
                                       "von ",
                                       "VON ",
                                       "Par ",
                                       "Por ",
                                       "Di ",
                                       "Author: ",
                                       "Autor: ",
                                       "Autorin: ",
                                       "Written by ",
                                       "Text: ",
                                       "Posted by ",
                                       "Author ",
                                       "Autor ",
                                       "Redaktion: ",
                                       "Interview: ",
                                       "Erstellt von ",
                                       "Verfasst von ",
                                       "Gespeichert von ",
                                       "Beitrag von ",
                                       "Words by ",
                                       "Story by ",
                                       "Texte : ",
                                       "Texto: ",
                                       "Testo: "};

static bool begins_by(plx_str s) {
    for (size_t i = 0; i < PLX_COUNT(by_words); i++) {
        if (plx_str_starts(s, plx_str_of(by_words[i]))) {
            return true;
        }
    }
    return false;
}

/* Only a name: what follows it (a date, a role, a place of work) cut off. */
static plx_str name_part(plx_str s) {
    s = strip_by(s);
    for (size_t c = 0; c < s.n; c++) {
        bool digit = s.p[c] >= '0' && s.p[c] <= '9';
        bool dash = c + 2 < s.n && s.p[c] == ' ' &&
                    (s.p[c + 1] == '-' || (unsigned char)s.p[c + 1] == 0xE2 ||
                     (unsigned char)s.p[c + 1] == 0xC2) &&
                    c > 3;
        if (digit || dash || strchr("|(\n/@:", s.p[c])) {
            s = plx_str_slice(s, 0, c);
            break;
        }
    }
    return plx_str_trim(s);
}

static plx_str first_of_list(plx_str s) {
    static const char *const seps[] = {",", " and ", " und ", " & ", " et ", " y "};
    for (size_t i = 0; i < PLX_COUNT(seps); i++) {
        size_t at = plx_str_find(s, plx_str_of(seps[i]), 0);
        s = at != SIZE_MAX ? plx_str_slice(s, 0, at) : s;
    }
    return plx_str_trim(s);
}

uint32_t plx_read__hints_around(const plx_read__tree *t, uint32_t node) {
    uint32_t h = 0, up = t->p[node].parent;
    for (unsigned level = 0; level < 3 && up != PLX_NONE; level++, up = t->p[up].parent) {
        h |= plx_read__hints_of(plx_read__attr_of(t, up, PLX_ATTR_class));
    }
    return h;
}

static bool names_author(const plx_read__tree *t, uint32_t node) {
    uint32_t up = t->p[node].parent;
    for (unsigned level = 0; level < 3 && up != PLX_NONE; level++, up = t->p[up].parent) {
        plx_str c = plx_read__attr_of(t, up, PLX_ATTR_class),
                r = plx_read__attr_of(t, up, PLX_ATTR_rel),
                h = plx_read__attr_of(t, up, PLX_ATTR_href);
        static const char *const words[] = {"author", "Author", "byline",      "Byline",   "autor",
                                            "auteur", "writer", "contributor", "redakteur"};
        for (size_t i = 0; i < PLX_COUNT(words); i++) {
            if (plx_str_contains(c, plx_str_of(words[i])) ||
                plx_str_contains(r, plx_str_of(words[i])) ||
                (t->p[up].tag == PLX_TAG_a && plx_str_contains(h, plx_str_of(words[i])) && i < 2) ||
                (t->p[up].tag == PLX_TAG_a && plx_str_contains(h, PLX_S("/autor")))) {
                return true;
            }
        }
    }
    return false;
}

/* "11.12.2019 - Ann Lee": the name behind a date; empty when there is none. */
static plx_str after_date(plx_str s, plx_arena *arena) {
    static const char *const marks[] = {" - ", " | ", " \xE2\x80\x93 ", " / "};
    for (size_t i = 0;
         s.n < 80 && s.n > 8 && s.p[0] >= '0' && s.p[0] <= '9' && i < PLX_COUNT(marks); i++) {
        plx_str mark = plx_str_of(marks[i]);
        size_t at = plx_str_find(s, mark, 0);
        plx_str rest = at == SIZE_MAX ? (plx_str){0} : plx_str_slice(s, at + mark.n, s.n);
        if (looks_like_name(rest) && plx_read__date(plx_str_slice(s, 0, at), arena).n) {
            return rest;
        }
    }
    return (plx_str){0};
}

/* The last resort: "Text: Ann Lee" where the article ends. */
static void byline_below(const plx_read__page *page, plx_arena *arena, plx_read__meta *m) {
    static const char *const begins[] = {"Text: ",   "Von ",    "By ",  "Autor: ",  "Autorin: ",
                                         "Author: ", "Words: ", "Par ", "Texte : ", "Redaktion: "};
    const plx_read__blocks *b = &page->blocks;
    size_t last = 0;
    for (size_t i = 0; i < b->n; i++) {
        last = page->scores[i] > 0 ? i : last;
    }
    for (size_t i = last > 0 ? last - 1 : 0; i < PLX_MIN(b->n, last + 4); i++) {
        plx_str s = b->p[i].text;
        for (size_t k = 0; b->p[i].words <= 6 && k < PLX_COUNT(begins); k++) {
            plx_str name = name_part(s);
            if (plx_str_starts(s, plx_str_of(begins[k])) && looks_like_name(first_of_list(name))) {
                m->n_authors = 1;
                m->authors[0] = plx_str_dup(arena, name);
                m->author = (plx_read__fact){m->authors[0], "byline below", 30};
                return;
            }
        }
    }
}

/* Bylines, text by text, in the article's neighbourhood: "By Ann Lee", or a name in an element that
 * is called author. */
static void byline_of(const plx_read__page *page, const plx_read__zone *z, plx_arena *arena,
                      plx_read__meta *m) {
    const plx_read__tree *t = &page->tree;
    bool said_by = false;
    int best = m->author.rank;
    for (uint32_t i = z->from; i < z->to && best < 50; i++) {
        const plx_read__node *x = &t->p[i];
        if (x->tag != PLX_TAG_TEXT || x->to - x->from > 160 || x->to - x->from < 2) {
            continue;
        }
        plx_str s = plx_read__unescaped(plx_str_slice(t->page, x->from, x->to), arena);
        if (s.n == 0) {
            continue;
        }
        size_t by_at = plx_str_find(s, PLX_S(" by "), 0); /* "posted on … by Ann Lee" */
        by_at = by_at == SIZE_MAX ? plx_str_find(s, PLX_S(" von "), 0) : by_at;
        bool by = begins_by(s) || said_by;
        plx_str dated = after_date(s, arena);
        s = dated.n ? dated : s;
        by |= dated.n > 0;
        if (!by && by_at != SIZE_MAX && s.n < 120 &&
            (plx_read__hints_around(t, i) & PLX_HINT_BIT(META))) {
            s = plx_str_slice(s, by_at + 1, s.n);
            by = true;
        }
        said_by =
            s.n <= 12 &&
            (plx_str_eq_nocase(s, PLX_S("by")) || plx_str_eq_nocase(s, PLX_S("von")) ||
             plx_str_eq_nocase(s, PLX_S("by:")) || plx_str_eq_nocase(s, PLX_S("autor:")) ||
             plx_str_eq_nocase(s, PLX_S("author:")) || plx_str_eq_nocase(s, PLX_S("par")) ||
             plx_str_eq_nocase(s, PLX_S("written by")) || plx_str_eq_nocase(s, PLX_S("posted by")));
        if (said_by) {
            continue;
        }
        plx_str name = name_part(s);
        bool author = names_author(t, i);
        int rank = by && author ? 52 : by ? 48 : author ? 46 : 0;
        plx_str first = first_of_list(name);
        if (rank > best &&
            (looks_like_name(first) || (by && author && first.n > 2 && first.n < 40))) {
            best = rank;
            m->n_authors = 0;
            m->authors[m->n_authors++] = plx_str_dup(arena, name);
            m->author = (plx_read__fact){name, "byline", rank};
        } else if (rank && rank == best && m->n_authors < PLX_READ_AUTHORS_MAX && m->author.from &&
                   strcmp(m->author.from, "byline") == 0 && looks_like_name(first)) {
            m->authors[m->n_authors++] = plx_str_dup(arena, name);
        }
    }
}

/* What sites put before and behind the name in the same element. */
static plx_str clean_name(plx_str s, plx_arena *arena) {
    static const char *const heads[] = {"view all posts by ",
                                        "view all articles by ",
                                        "posts by ",
                                        "alle artikel von ",
                                        "alle beitr\xC3\xA4ge von ",
                                        "zeige alle beitr\xC3\xA4ge von ",
                                        "show all articles of ",
                                        "articles by ",
                                        "more by ",
                                        "more from ",
                                        "mehr von ",
                                        "about ",
                                        "auteur ",
                                        "dr. ",
                                        "foto: ",
                                        "photo by ",
                                        "reviewed by ",
                                        "beitr\xC3\xA4ge von "};
    static const char *const tails[] = {" sagt",
                                        " says",
                                        " ver\303\266ffentlicht am",
                                        " am",
                                        " on",
                                        " post date",
                                        " author",
                                        " staff writer",
                                        " |",
                                        " -",
                                        "."};
    s = plx_str_trim(s);
    for (size_t i = 0; i < PLX_COUNT(heads); i++) {
        plx_str h = plx_str_of(heads[i]);
        if (plx_str_starts_nocase(s, h)) {
            s = plx_str_slice(s, h.n, s.n);
        }
    }
    static const char *const months[] = {" january", " february", " march",   " april",
                                         " june",    " july",     " august",  " september",
                                         " october", " november", " december"};
    plx_str low = plx_str_lower_ascii(arena, s);
    for (size_t i = 0; i < PLX_COUNT(months); i++) {
        size_t at = plx_str_find(low, plx_str_of(months[i]), 0);
        if (at != SIZE_MAX && at > 4) {
            s = plx_str_slice(s, 0, at);
        }
    }
    low = plx_str_lower_ascii(arena, s);
    for (size_t i = 0; i < PLX_COUNT(tails); i++) {
        plx_str t = plx_str_of(tails[i]);
        if (plx_str_ends(low, t) && s.n > t.n + 3) {
            s = plx_str_slice(s, 0, s.n - t.n);
            low = plx_str_slice(low, 0, low.n - t.n);
        }
    }
    return plx_str_trim(s);
}

/* No name: an address, a role, a button, letters behind a name. */
static bool is_no_name(plx_str s) {
    static const char *const words[] = {"facebook",    "twitter",   "cookie",     "privacy",
                                        "http",        "www.",      "aktivieren", "newsletter",
                                        "writer",      "editor",    "reporter",   "correspondent",
                                        "contributor", "columnist", "posted",     "comments",
                                        "admin",       "lesen",     "subscribe",  "share"};
    char low[64];
    size_t n = PLX_MIN(s.n, sizeof low), upper = 0, letters = 0;
    for (size_t i = 0; i < n; i++) {
        bool cap = s.p[i] >= 'A' && s.p[i] <= 'Z';
        low[i] = (char)(cap ? s.p[i] + 32 : s.p[i]);
        upper += cap;
        letters += cap || (s.p[i] >= 'a' && s.p[i] <= 'z');
    }
    plx_str l = plx_str_n(low, n);
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_contains(l, plx_str_of(words[i]))) {
            return true;
        }
    }
    return plx_str_contains(s, PLX_S("@")) ||
           (letters == upper && letters <= 4 && s.n <= 5 && letters > 0);
}

/* True when nobody of the list is a person: only the outlet or nothing that is a name. */
static bool only_site(const plx_read__meta *m, plx_str site, plx_str host) {
    for (size_t i = 0; i < m->n_authors; i++) {
        if (!is_site(m->authors[i], site, host) && !is_no_name(m->authors[i])) {
            return false;
        }
    }
    return true;
}

/* What stands behind a reporter's name for the copy's origin. */
static bool is_agency(plx_str s) {
    static const char *const names[] = {"ap",
                                        "afp",
                                        "dpa",
                                        "apa",
                                        "reuters",
                                        "efe",
                                        "ansa",
                                        "tass",
                                        "upi",
                                        "pa media",
                                        "epd",
                                        "kna",
                                        "sid",
                                        "ap news",
                                        "associated press",
                                        "the associated press",
                                        "agence france-presse",
                                        "press association",
                                        "news service reports",
                                        "agencies",
                                        "wire reports"};
    for (size_t i = 0; i < PLX_COUNT(names); i++) {
        if (plx_str_eq_nocase(s, plx_str_of(names[i]))) {
            return true;
        }
    }
    return false;
}

static void finish_authors(const plx_read__page *page, const plx_read__zone *z, plx_str url,
                           plx_arena *arena, plx_read__meta *m) {
    plx_str site = m->site_name.value.n ? m->site_name.value : m->source.value;
    plx_str host = host_in(url.n ? url : m->url.value);
    if (only_site(m, site, host)) { /* a machine's idea of the author: a byline knows better */
        plx_read__fact before = m->author;
        size_t n_before = m->n_authors;
        m->author.rank = 0;
        byline_of(page, z, arena, m);
        if (m->author.rank == 0) {
            byline_below(page, arena, m);
        }
        if (m->author.rank == 0) {
            m->author = before;
            m->n_authors = n_before;
        }
    }
    plx_str names[PLX_READ_AUTHORS_MAX];
    size_t n = 0;
    for (size_t i = 0; i < m->n_authors; i++) {
        add_names(m, arena, clean_name(m->authors[i], arena), names, &n);
    }
    size_t kept = 0, n_persons = 0;
    for (size_t i = 0; i < n; i++) {
        n_persons += looks_like_name(names[i]) && !is_agency(names[i]);
    }
    for (size_t i = 0; i < n; i++) {
        plx_str s = clean_name(names[i], arena);
        bool drop = is_no_name(s) || s.n < 2 || (n > 1 && is_site(s, site, host)) ||
                    (n_persons && is_agency(s));
        for (size_t k = 0; k < kept; k++) {
            drop |= plx_str_eq_nocase(m->authors[k], s);
        }
        if (!drop) {
            m->authors[kept++] = s;
        }
    }
    m->n_authors = kept;
}

void plx_read__meta_finish(plx_read__page *page, plx_str url, plx_arena *arena) {
    plx_read__meta *m = &page->meta;
    plx_read__zone z = zone_of(page);
    finish_title(&page->blocks, &z, host_in(url.n ? url : m->url.value), arena, m);
    finish_authors(page, &z, url, arena, m);
    plx_read__finish_dates(page, &z, url, arena);
    if (m->source.value.n == 0 || m->site_name.rank >= 80) {
        m->source = m->site_name.value.n ? m->site_name : m->source;
    }
    if (m->language.value.n >= 2) { /* "en-GB" -> "en" */
        m->language.value = plx_str_lower_ascii(arena, plx_str_slice(m->language.value, 0, 2));
    }
}
