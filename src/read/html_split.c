#include "read/html_split.h"

#include "base/utf8.h"
#include "read/internal.h"

plx_str plx_read__text_of_node(const plx_read__tree *t, uint32_t node, size_t max,
                               plx_arena *arena);

enum { PARTS_MAX = 500, LIVE_WORDS = 8, POST_WORDS = 40 };

typedef struct candidate {
    uint32_t box, words;
    size_t heading; /* block, SIZE_MAX without */
    plx_str time;
} candidate;

typedef struct candidates {
    candidate *p;
    size_t n, cap;
} candidates;

/* Words of prose in a box that the page's scores keep. */
static uint32_t kept_words(const plx_read__page *page, size_t first, size_t last) {
    uint32_t n = 0;
    for (size_t i = first; i < last; i++) {
        const plx_read__block *k = &page->blocks.p[i];
        n += page->scores[i] > 0 && k->link_words * 3 < k->words ? k->words : 0;
    }
    return n;
}

static size_t heading_in(const plx_read__page *page, const plx_read__box *x) {
    for (size_t i = x->first; i < PLX_MIN((size_t)x->last, (size_t)x->first + 5); i++) {
        const plx_read__block *k = &page->blocks.p[i];
        if (k->tag >= PLX_TAG_h1 && k->tag <= PLX_TAG_h5 && k->words >= 1 && k->words <= 40) {
            return i;
        }
    }
    return SIZE_MAX;
}

static plx_str time_in(const plx_read__page *page, const plx_read__box *x, plx_arena *arena) {
    const plx_read__tree *t = &page->tree;
    for (uint32_t i = x->node; i < x->end_node && i < x->node + 400; i++) {
        bool property =
            plx_str_contains(plx_read__attr_of(t, i, PLX_ATTR_itemprop), PLX_S("datePublished"));
        if (t->p[i].tag != PLX_TAG_time && !property) {
            continue;
        }
        plx_str when = plx_read__attr_of(t, i, PLX_ATTR_datetime),
                content = plx_read__attr_of(t, i, PLX_ATTR_content);
        when = when.n ? when : content.n ? content : plx_read__text_of_node(t, i, 100, arena);
        plx_str date = plx_read__date(when, arena);
        if (date.n) {
            return date;
        }
    }
    return (plx_str){0};
}

static bool in_comments(const plx_read__blocks *b, uint32_t box) {
    for (unsigned level = 0; box != PLX_NONE && level < 4; box = b->boxes.p[box].parent, level++) {
        if (b->boxes.p[box].hints & (PLX_HINT_BIT(COMMENT) | PLX_HINT_BIT(EMBED))) {
            return true;
        }
    }
    return false;
}

/* Articles with prose of their own that is kept, and a heading or a time; the innermost ones. */
static void find_candidates(const plx_read__page *page, uint32_t min_words, plx_arena *arena,
                            candidates *out) {
    const plx_read__blocks *b = &page->blocks;
    for (uint32_t x = 0; x < b->boxes.n && out->n < PARTS_MAX; x++) {
        const plx_read__box *o = &b->boxes.p[x];
        if (!o->is_article || o->hidden || in_comments(b, x)) {
            continue;
        }
        candidate c = {.box = x, .words = kept_words(page, o->first, o->last)};
        if (c.words < min_words) {
            continue;
        }
        c.heading = heading_in(page, o);
        c.time = time_in(page, o, arena);
        if (c.heading == SIZE_MAX && c.time.n == 0) {
            continue;
        }
        const plx_read__box *last = out->n ? &b->boxes.p[out->p[out->n - 1].box] : NULL;
        if (last && last->end_node > o->node) {
            out->n--; /* what holds this one is no article, but a list of them */
        }
        plx_vec_push(out, arena, c);
    }
}

/* Keeps those of the depth that has most words. */
static uint32_t keep_level(const plx_read__blocks *b, candidates *all) {
    uint32_t best = 0, best_depth = 0;
    for (size_t i = 0; i < all->n; i++) {
        uint32_t depth = b->boxes.p[all->p[i].box].depth, words = 0;
        for (size_t k = 0; k < all->n; k++) {
            words += b->boxes.p[all->p[k].box].depth == depth ? all->p[k].words : 0;
        }
        if (words > best) {
            best = words;
            best_depth = depth;
        }
    }
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        if (b->boxes.p[all->p[i].box].depth == best_depth) {
            all->p[n++] = all->p[i];
        }
    }
    all->n = n;
    return best;
}

/* The heading's own link, where it leads to the post by itself; else the post's anchor. */
static plx_str address_of(const plx_read__page *page, const candidate *c, plx_arena *arena) {
    const plx_read__tree *t = &page->tree;
    const plx_read__box *x = &page->blocks.boxes.p[c->box];
    if (c->heading != SIZE_MAX) {
        uint32_t up = page->blocks.p[c->heading].node;
        for (unsigned level = 0; level < 4 && up != PLX_NONE; level++, up = t->p[up].parent) {
            if (t->p[up].tag == PLX_TAG_a) {
                return plx_read__unescaped(plx_read__attr_of(t, up, PLX_ATTR_href), arena);
            }
        }
    }
    plx_str id = plx_read__attr_of(t, x->node, PLX_ATTR_id);
    return id.n && id.n < 100 ? plx_str_format(arena, "#%.*s", PLX_FMT(id)) : (plx_str){0};
}

static bool names(plx_str title, plx_str heading, plx_arena *arena) {
    plx_str a = plx_str_fold(arena, heading), b = plx_str_fold(arena, title);
    return a.n > 3 && b.n > 3 && (plx_str_contains(b, a) || plx_str_contains(a, b));
}

static void split_markup(const plx_read__page *page, plx_arena *arena, plx_read__parts *out) {
    const plx_read__blocks *b = &page->blocks;
    candidates all = {0};
    find_candidates(page, page->meta.is_live ? LIVE_WORDS : POST_WORDS, arena, &all);
    uint32_t words = all.n >= 2 ? keep_level(b, &all) : 0;
    if (all.n < 2 || words * 10 < kept_words(page, 0, b->n) * 7) {
        return;
    }
    plx_str title = page->meta.title.value.n ? page->meta.title.value : page->meta.page_title.value;
    bool has_main = page->meta.is_live;
    size_t before = b->boxes.p[all.p[0].box].first;
    if (kept_words(page, 0, before) >=
        POST_WORDS) { /* what stands over them all is the page's own */
        plx_vec_push(out, arena, ((plx_read__part){.last = before, .is_main = true}));
        has_main = true;
    }
    for (size_t i = 0; i < all.n; i++) {
        const plx_read__box *x = &b->boxes.p[all.p[i].box];
        plx_read__part part = {.first = x->first, .last = x->last, .published = all.p[i].time};
        if (all.p[i].heading != SIZE_MAX) {
            part.title = b->p[all.p[i].heading].text;
            part.is_main = !has_main && names(title, part.title, arena);
            has_main |= part.is_main;
        }
        part.url = part.is_main ? (plx_str){0} : address_of(page, &all.p[i], arena);
        plx_vec_push(out, arena, part);
    }
    out->why = "article elements";
}

static void split_updates(const plx_read__page *page, plx_arena *arena, plx_read__parts *out) {
    const plx_read__meta *m = &page->meta;
    for (size_t i = 0; i < m->updates.n; i++) {
        const plx_read__update *u = &m->updates.p[i];
        plx_read__part part = {.body = plx_read__fragment(u->body, arena),
                               .title = u->title,
                               .published = u->published,
                               .url = u->url,
                               .author = u->author};
        if (part.body.n) {
            plx_vec_push(out, arena, part);
        }
    }
    out->n = out->n >= 2 ? out->n : 0;
    out->why = "liveBlogUpdate";
}

void plx_read__split(const plx_read__page *page, plx_arena *arena, plx_read__parts *out) {
    *out = (plx_read__parts){0};
    split_markup(page, arena, out);
    if (out->n * 2 < page->meta.updates.n) {
        *out = (plx_read__parts){0};
        split_updates(page, arena, out);
    }
}
