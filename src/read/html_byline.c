/* What only a reader sees of an article's title, author and date, and the clean-up of all of them.
 */
#include "read/html_meta.h"

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

/* "Headline - The Outlet", "Headline | Section | Outlet", "Outlet: Headline": without what names
 * the site. */
static plx_str without_site(plx_str title, plx_str site, plx_str other, plx_arena *arena) {
    static const char *const marks[] = {
        " | ",        " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ",
        " \xC2\xAB ", " / ", " \xE2\x80\xA2 ", " \xC2\xB7 "};
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

/* The <h1> that is likest to what the machines are told. */
static plx_str best_h1(const plx_read__blocks *b, plx_str like, plx_arena *arena,
                       unsigned *how_like) {
    plx_str best = {0};
    unsigned best_score = 0;
    for (size_t i = 0; i < b->n && i < 4000; i++) {
        const plx_read__block *k = &b->p[i];
        bool h1 = k->tag == PLX_TAG_h1 ||
                  (k->tag == PLX_TAG_h2 && (b->boxes.p[k->box].hints & PLX_HINT_BIT(TITLE)));
        if (!h1 || k->words < 2 || k->text.n > 400) {
            continue;
        }
        unsigned s = like.n ? shared_words(k->text, like, arena) : 50;
        s = s * 2 + (k->tag == PLX_TAG_h1);
        if (s > best_score) {
            best_score = s;
            best = k->text;
        }
    }
    *how_like = best_score / 2;
    return best;
}

static void finish_title(const plx_read__blocks *b, plx_arena *arena, plx_read__meta *m) {
    plx_str site = m->site_name.value.n ? m->site_name.value : m->source.value;
    unsigned like = 0;
    plx_str told = m->title.value.n ? m->title.value : m->page_title.value;
    plx_str h1 = best_h1(b, told, arena, &like);
    if (m->title.value.n == 0 && m->page_title.value.n) {
        m->title = m->page_title;
    }
    m->title.value = without_site(m->title.value, site, h1, arena);
    if (h1.n && (m->title.value.n == 0 || (like >= 70 && m->title.rank < 85) ||
                 (like >= 50 && m->title.rank <= 30))) {
        m->title = (plx_read__fact){h1, "h1", 75};
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
    for (unsigned i = 0;
         i < 3 && starts_with_word(s,
                                   "by von par por written story words text geschrieben reported "
                                   "posted author autor autorin di av af od",
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

/* Bylines: a block whose own boxes are called so, or that begins with "By", near the heading. */
static void byline_of(const plx_read__blocks *b, plx_arena *arena, plx_read__meta *m) {
    if (m->author.rank >= 50) {
        return;
    }
    for (size_t i = 0; i < b->n && i < 3000; i++) {
        const plx_read__block *k = &b->p[i];
        if (k->words < 2 || k->words > 14 || k->closed) {
            continue;
        }
        bool by = plx_str_starts(k->text, PLX_S("By ")) || plx_str_starts(k->text, PLX_S("by ")) ||
                  plx_str_starts(k->text, PLX_S("Von ")) ||
                  plx_str_starts(k->text, PLX_S("von ")) || plx_str_starts(k->text, PLX_S("BY ")) ||
                  plx_str_starts(k->text, PLX_S("Par "));
        uint32_t hints = b->boxes.p[k->box].hints | k->inline_hints;
        bool called = (hints & PLX_HINT_BIT(META)) != 0;
        if (!by && !called) {
            continue;
        }
        plx_str s = strip_by(k->text);
        for (size_t c = 0; c + 1 < s.n; c++) { /* what follows the name: a date, a role */
            if (s.p[c] == '|' || s.p[c] == '(' || s.p[c] == '\n' ||
                (s.p[c] >= '0' && s.p[c] <= '9')) {
                s = plx_str_trim(plx_str_slice(s, 0, c));
            }
        }
        plx_str first = s;
        size_t comma = plx_str_find(s, PLX_S(","), 0);
        first = comma != SIZE_MAX ? plx_str_slice(s, 0, comma) : s;
        size_t also = plx_str_find(first, PLX_S(" and "), 0);
        first = also != SIZE_MAX ? plx_str_slice(first, 0, also) : first;
        if (looks_like_name(first) && (by || k->words <= 5)) {
            m->n_authors = 0;
            m->authors[m->n_authors++] = plx_str_dup(arena, s);
            m->author = (plx_read__fact){s, "byline", by ? 50 : 40};
            if (by) {
                return;
            }
        }
    }
}

static void finish_authors(const plx_read__blocks *b, plx_arena *arena, plx_read__meta *m) {
    byline_of(b, arena, m);
    plx_str names[PLX_READ_AUTHORS_MAX];
    size_t n = 0;
    plx_str site = m->site_name.value.n ? m->site_name.value : m->source.value;
    for (size_t i = 0; i < m->n_authors; i++) {
        add_names(m, arena, m->authors[i], names, &n);
    }
    m->n_authors = 0;
    for (size_t i = 0; i < n; i++) {
        bool is_site = site.n && plx_str_eq_nocase(names[i], site) && n > 1;
        if (!is_site) {
            m->authors[m->n_authors++] = names[i];
        }
    }
}

/* ---- dates
 * ----------------------------------------------------------------------------------------- */

static void dates_of_text(const plx_read__tree *t, const plx_read__blocks *b, plx_arena *arena,
                          plx_read__meta *m) {
    if (m->published.rank >= 50) {
        return;
    }
    for (size_t i = 0; i < b->n && i < 3000; i++) {
        const plx_read__block *k = &b->p[i];
        uint32_t hints = b->boxes.p[k->box].hints | k->inline_hints;
        bool called = (hints & PLX_HINT_BIT(META)) != 0 || k->inline_tag == PLX_TAG_time;
        if (k->words > 24 || k->digits < 3) {
            continue;
        }
        int rank = called ? 36 : k->words <= 8 ? 30 : 22;
        if (rank > m->published.rank) {
            plx_str d = plx_read__date(k->text, arena);
            if (d.n) {
                m->published = (plx_read__fact){d, "text", rank};
            }
        }
    }
    (void)t;
}

static void time_tags(const plx_read__tree *t, plx_arena *arena, plx_read__meta *m) {
    for (uint32_t i = t->body; i < t->n && m->published.rank < 55; i++) {
        if (t->p[i].tag != PLX_TAG_time) {
            continue;
        }
        plx_str when = plx_read__attr_of(t, i, PLX_ATTR_datetime);
        bool published = plx_read__attr_of(t, i, PLX_ATTR_pubdate).p != NULL;
        plx_str v = when.n ? when : plx_read__text_of_node(t, i, 100, arena);
        int rank = published ? 55 : when.n ? 48 : 40;
        if (rank > m->published.rank) {
            plx_str d = plx_read__date(v, arena);
            if (d.n) {
                m->published = (plx_read__fact){d, "<time>", rank};
            }
        }
    }
}

void plx_read__meta_finish(const plx_read__tree *t, const plx_read__blocks *b, plx_str url,
                           plx_arena *arena, plx_read__meta *m) {
    finish_title(b, arena, m);
    finish_authors(b, arena, m);
    time_tags(t, arena, m);
    plx_str from_url = plx_read__url_date(url.n ? url : m->url.value, arena);
    if (from_url.n && m->published.rank < 47) {
        m->published = (plx_read__fact){from_url, "url", 47};
    }
    dates_of_text(t, b, arena, m);
    if (m->source.value.n == 0 || m->site_name.rank >= 80) {
        m->source = m->site_name.value.n ? m->site_name : m->source;
    }
    if (m->language.value.n >= 2) { /* "en-GB" -> "en" */
        m->language.value = plx_str_lower_ascii(arena, plx_str_slice(m->language.value, 0, 2));
    }
}
