/* When an article was published: what machines are told (html_meta.c), what the page shows its
 * readers around the headline, and what the address tells.
 *
 * Machines and readers are often told different days: the day of Greenwich and the day of the
 * outlet; the day on which an old text was first put up and the day that stands over the text as it
 * is now. What readers see is what the outlet says of the text in hand, and what its "on Wednesday"
 * counts from; so a date shown over the article goes before one in its machine-readable data, where
 * it is sure to be the article's own. */
#include "read/html_page.h"

#include "base/utf8.h"
#include "read/html_hints.h"
#include "read/internal.h"

plx_str plx_read__text_of_node(const plx_read__tree *t, uint32_t node, size_t max,
                               plx_arena *arena);

/* Days since 0000-03-01 of "YYYY-MM-DD…". */
static long day_number(plx_str iso) {
    if (iso.n < 10) {
        return 0;
    }
    long y = 0, m = 0, d = 0;
    for (size_t i = 0; i < 4; i++) {
        y = y * 10 + (iso.p[i] - '0');
    }
    m = (iso.p[5] - '0') * 10 + (iso.p[6] - '0');
    d = (iso.p[8] - '0') * 10 + (iso.p[9] - '0');
    y -= m <= 2;
    long mp = (m + 9) % 12;
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * mp + 2) / 5 + d - 1;
}

/* ---- what is shown
 * ------------------------------------------------------------------------------------- */

typedef enum label { NO_LABEL, PUBLISHED, UPDATED } label;

/* What a date is called in the words before it, in lower case. */
static const struct {
    const char *word;
    label label;
} labels[] = {{"publi", PUBLISHED},      {"posted", PUBLISHED},       {"veröffentlicht", PUBLISHED},
              {"pubbli", PUBLISHED},     {"gepubliceerd", PUBLISHED}, {"erstellt", PUBLISHED},
              {"geplaatst", PUBLISHED},  {"опублік", PUBLISHED},      {"опублик", PUBLISHED},
              {"erschienen", PUBLISHED}, {"created", PUBLISHED},      {"gespeichert", PUBLISHED},
              {"updat", UPDATED},        {"modifi", UPDATED},         {"aktualis", UPDATED},
              {"actualiz", UPDATED},     {"atualiz", UPDATED},        {"aggiorn", UPDATED},
              {"mis à jour", UPDATED},   {"mise à jour", UPDATED},    {"bijgewerkt", UPDATED},
              {"geändert", UPDATED},     {"zuletzt", UPDATED},        {"revised", UPDATED},
              {"last edited", UPDATED},  {"оновлено", UPDATED},       {"обновлен", UPDATED},
              {"aktualizov", UPDATED},   {"stand:", UPDATED},         {"reviewed", UPDATED}};

/* The next label of `low` at or behind `from`; SIZE_MAX when there is none. */
static size_t next_label(plx_str low, size_t from, label *which) {
    size_t best = SIZE_MAX;
    for (size_t i = 0; i < PLX_COUNT(labels); i++) {
        size_t at = plx_str_find(low, plx_str_of(labels[i].word), from);
        if (at < best) {
            best = at;
            *which = labels[i].label;
        }
    }
    return best;
}

typedef struct shown {
    plx_str iso;
    label label;
    bool brief;  /* a date by itself, not one that a sentence or a caption tells of */
    bool marked; /* in <time>, in a box that is named for its date, or nothing but a date */
    bool linked;
    bool above; /* the headline: maybe the day on which the page was looked at */
} shown;

typedef struct showing {
    shown p[24];
    size_t n;
} showing;

static void note(showing *all, plx_str text, shown how, bool day_first, plx_arena *arena) {
    how.iso = plx_read__date_in(text, day_first, arena);
    if (how.iso.n && all->n < PLX_COUNT(all->p)) {
        all->p[all->n++] = how;
    }
}

/* Within what somebody else said. */
static bool is_quoted(const plx_read__tree *t, uint32_t node) {
    uint32_t up = t->p[node].parent;
    for (unsigned level = 0; level < 4 && up != PLX_NONE; level++, up = t->p[up].parent) {
        if (t->p[up].tag == PLX_TAG_blockquote) {
            return true;
        }
    }
    return false;
}

static bool in_time(const plx_read__tree *t, uint32_t node) {
    uint32_t up = t->p[node].parent;
    return up != PLX_NONE &&
           (t->p[up].tag == PLX_TAG_time ||
            (t->p[up].parent != PLX_NONE && t->p[t->p[up].parent].tag == PLX_TAG_time));
}

/* One text: its dates, each with the label before it. */
static void note_text(showing *all, plx_str text, shown how, bool day_first, plx_arena *arena) {
    plx_str low = plx_str_lower(arena, text);
    label next = NO_LABEL;
    size_t at = 0, cut = low.n == text.n ? next_label(low, 0, &next) : SIZE_MAX;
    for (unsigned round = 0; round < 4; round++) {
        how.brief = text.n <= 64 || (how.label != NO_LABEL && text.n <= 120);
        note(all, plx_str_slice(text, at, PLX_MIN(cut, text.n)), how, day_first, arena);
        if (cut == SIZE_MAX) {
            break;
        }
        at = cut;
        how.label = next;
        cut = next_label(low, at + 4, &next);
    }
}

static unsigned digits_in(plx_str s) {
    unsigned n = 0;
    for (size_t k = 0; k < s.n; k++) {
        n += s.p[k] >= '0' && s.p[k] <= '9';
    }
    return n;
}

/* All dates in short texts between two nodes. */
static void gather(const plx_read__page *page, const plx_read__zone *z, bool day_first,
                   plx_arena *arena, showing *all) {
    static const uint32_t elsewhere =
        PLX_HINT_BIT(CAPTION) | PLX_HINT_BIT(RELATED) | PLX_HINT_BIT(COMMENT) | PLX_HINT_BIT(EMBED);
    const plx_read__tree *t = &page->tree;
    uint32_t lead = z->first < page->blocks.n ? page->blocks.p[z->first].node : 0;
    label before = NO_LABEL;
    for (uint32_t i = z->from; i < z->to; i++) {
        const plx_read__node *x = &t->p[i];
        uint32_t len = x->to - x->from;
        if (x->tag != PLX_TAG_TEXT || len > 200) {
            continue;
        }
        plx_str raw = plx_str_trim(plx_str_slice(t->page, x->from, x->to));
        if (raw.n < 3) {
            continue;
        }
        if (raw.n < 6 || digits_in(raw) < 3) {
            label l = NO_LABEL;
            if (raw.n <= 48) {
                (void)next_label(plx_str_lower(arena, raw), 0, &l);
            }
            before = l;
            continue;
        }
        uint32_t around = plx_read__hints_around(t, i);
        if ((around & elsewhere) || is_quoted(t, i)) {
            continue;
        }
        plx_str text = plx_read__unescaped(raw, arena);
        bool alone = text.n <= 28 && !x->in_link && i < lead;
        shown how = {.label = before,
                     .marked = in_time(t, i) || (around & PLX_HINT_BIT(META)) || alone,
                     .linked = x->in_link,
                     .above = i < z->heading};
        note_text(all, text, how, day_first, arena);
        before = NO_LABEL;
    }
}

/* ---- weighing
 * -------------------------------------------------------------------------------------- */

/* The shown date that stands for the text: called published, else not called anything, else called
 * updated; what is no link first, and what stands by itself. NULL when there is none. */
static const shown *best_shown(const showing *all, bool sure, const plx_read__meta *m) {
    const shown *best = NULL;
    int most = 0;
    for (size_t i = 0; i < all->n; i++) {
        const shown *s = &all->p[i];
        if (sure && (!s->brief || s->linked || !(s->marked || s->label))) {
            continue;
        }
        long day = day_number(s->iso);
        if (sure && s->above && s->label == NO_LABEL && day > day_number(m->published.value) + 1 &&
            day != day_number(m->modified.value)) {
            continue;
        }
        int worth = (s->label == PUBLISHED  ? 9
                     : s->label == NO_LABEL ? 5
                                            : 1) +
                    (s->brief ? 2 : 0) + (s->linked && !s->marked ? 0 : 2) + (s->marked ? 1 : 0);
        if (worth > most) {
            most = worth;
            best = s;
        }
    }
    return best;
}

/* The same minute of an hour: the same moment on another clock. */
static bool same_minute(plx_str a, plx_str b) {
    return a.n > 16 && b.n > 16 && a.p[14] == b.p[14] && a.p[15] == b.p[15];
}

/* Day and month the other way round. */
static bool is_turned(plx_str a, plx_str b) {
    return a.n >= 10 && b.n >= 10 && memcmp(a.p, b.p, 5) == 0 && memcmp(a.p + 5, b.p + 8, 2) == 0 &&
           memcmp(a.p + 8, b.p + 5, 2) == 0;
}

/* Readers' date against the machines'. */
static void weigh(const showing *all, plx_read__meta *m) {
    if (all->n == 0) {
        return;
    }
    if (m->published.rank < 50) {
        const shown *s = best_shown(all, false, m);
        if (s && (m->published.rank < 46 || (s->label == PUBLISHED && s->brief))) {
            m->published = (plx_read__fact){s->iso, "text", 46};
        }
        return;
    }
    long told = day_number(m->published.value);
    const shown *off = NULL, /* a day off: another clock's day */
        *best = best_shown(all, true, m);
    bool said = best && best->label == PUBLISHED;
    for (size_t i = 0; i < all->n && !said; i++) {
        const shown *s = &all->p[i];
        long apart = day_number(s->iso) - told;
        if (s->brief && (apart == 0 || is_turned(s->iso, m->published.value))) {
            return;
        }
        if (s->brief && s->label != UPDATED && (apart == 1 || apart == -1) &&
            m->published.value.n > 10 && (!off || same_minute(s->iso, m->published.value))) {
            off = s;
        }
    }
    best = off ? off : best;
    if (best && day_number(best->iso) != told) {
        m->published = (plx_read__fact){best->iso,
                                        best->label == UPDATED ? "text over the article, as updated"
                                                               : "text over the article",
                                        m->published.rank};
    }
}

static void time_tags(const plx_read__page *page, const plx_read__zone *z, plx_arena *arena,
                      plx_read__meta *m) {
    const plx_read__tree *t = &page->tree;
    for (uint32_t i = t->body; i < t->n && m->published.rank < 55; i++) {
        if (t->p[i].tag != PLX_TAG_time) {
            continue;
        }
        plx_str when = plx_read__attr_of(t, i, PLX_ATTR_datetime);
        bool published = plx_read__attr_of(t, i, PLX_ATTR_pubdate).p != NULL,
             inside = i >= z->from && i < z->to;
        plx_str v = when.n ? when : plx_read__text_of_node(t, i, 100, arena);
        int rank = (published ? 55 : when.n ? 50 : 45) - (inside ? 0 : 22);
        if (rank > m->published.rank) {
            plx_str d = plx_read__date(v, arena);
            if (d.n) {
                m->published = (plx_read__fact){d, "<time>", rank};
            }
        }
    }
}

/* The last resort: a date in a short line anywhere. */
static void any_date(const plx_read__blocks *b, bool day_first, plx_arena *arena,
                     plx_read__meta *m) {
    for (size_t i = 0; i < b->n && i < 3000 && m->published.rank == 0; i++) {
        const plx_read__block *k = &b->p[i];
        if (k->words > 16 || k->digits < 3) {
            continue;
        }
        plx_str d = plx_read__date_in(k->text, day_first, arena);
        if (d.n) {
            m->published = (plx_read__fact){d, "text", 10};
        }
    }
}

/* A moment of Greenwich whose day is not the day in the address: the outlet's own day is. */
static void weigh_address(plx_str from_url, plx_read__meta *m) {
    plx_str at = m->published.value;
    bool greenwich = at.n > 11 && (at.p[at.n - 1] == 'Z' || plx_str_ends(at, PLX_S("+00:00")));
    long apart = day_number(from_url) - day_number(at);
    if (greenwich && (apart == 1 || apart == -1)) {
        m->published = (plx_read__fact){from_url, "url", m->published.rank};
    }
}

void plx_read__finish_dates(plx_read__page *page, const plx_read__zone *z, plx_str url,
                            plx_arena *arena) {
    plx_read__meta *m = &page->meta;
    bool day_first = plx_read__day_first(m->language.value, url.n ? url : m->url.value);
    time_tags(page, z, arena, m);
    plx_str from_url = plx_read__url_date(url.n ? url : m->url.value, arena);
    if (from_url.n && m->published.rank < 49) {
        m->published = (plx_read__fact){from_url, "url", 49};
    } else if (from_url.n) {
        weigh_address(from_url, m);
    }
    showing all = {0};
    gather(page, z, day_first, arena, &all);
    weigh(&all, m);
    for (size_t i = 0; i < all.n && m->modified.rank == 0; i++) {
        if (all.p[i].label == UPDATED) {
            m->modified = (plx_read__fact){all.p[i].iso, "text over the article", 40};
        }
    }
    any_date(&page->blocks, day_first, arena, m);
    if (m->published.rank == 0 && m->description.value.n) {
        plx_str d = plx_read__date_in(m->description.value, day_first, arena);
        m->published = d.n ? (plx_read__fact){d, "description", 5} : m->published;
    }
}
