/* What tells whether a block belongs to the article, as small whole numbers for html_score.c. The
 * choice follows published work on the subject (Kohlschütter et al. 2010, "Boilerplate detection
 * using shallow text features"; Vogels et al. 2018, "Web2Text"), with what sites' own names and
 * schema.org say added. */
#include "read/html_blocks.h"

#include "base/hash.h"
#include "read/noise.h"

#include <stdlib.h>

/* X(name): in the order of the vector. The _n and _p ones are of the next and the previous block.
 */
/* clang-format off */
#define FEATURES(X) \
    X(words) X(chars_a_word) X(link_share) X(sentences) X(commas) X(capital_share) \
    X(digit_share) X(short_share) X(closed) X(emphasis) X(tag_p) X(tag_heading) \
    X(heading_level) X(tag_li) X(tag_cell) X(tag_quote) X(tag_figcaption) X(tag_pre) \
    X(tag_div) X(tag_dl) X(inline_a) X(inline_time) X(inline_bold) X(noise_rule) X(has_pipe) \
    X(has_at) X(has_copyright) X(has_colon_end) X(quote_marks) X(first_letter) \
    X(title_likeness) X(description_likeness) X(in_json_body) X(json_body_known) X(position) \
    X(words_before) X(words_after) X(since_h1) X(in_article) X(in_main) X(in_item_body) \
    X(in_nav) X(in_aside) X(in_header) X(in_footer) X(in_form) X(in_figure) X(in_table) \
    X(in_list) X(in_hidden) X(in_button) X(best_distance) X(box_words) X(box_link_share) \
    X(box_prose_share) X(box_blocks) X(up_words) X(up_link_share) X(up_prose_share) \
    X(up_blocks) X(group_share) X(group_mean) X(group_link_share) X(group_n) X(group_prose) \
    X(words_n) X(words_p) X(link_n) X(link_p) X(same_group_n) X(same_group_p) X(heading_n) \
    X(heading_p) X(closed_n) X(closed_p) X(prose_2n) X(prose_2p) X(hint_inline) X(repeats) \
    X(bullet) X(images) X(images_n) X(embeds) X(which_article) X(article_prose) X(under_heading) \
    X(since_heading)
/* clang-format on */

enum {
#define X(name) F_##name,
    FEATURES(X)
#undef X
        F_HINTS, /* from here: for each hint the distance in boxes */
    F_END = F_HINTS + PLX_N_HINTS
};
_Static_assert((int)F_END <= (int)PLX_READ_FEATURES, "features fit");

const char *const plx_read__feature_names[PLX_READ_FEATURES] = {
#define X(name) #name,
    FEATURES(X)
#undef X
#define X(name) "hint_" #name,
        PLX_READ_HINTS(X)
#undef X
};

static int16_t cap(uint32_t v, uint32_t max) { return (int16_t)(v > max ? max : v); }

static int16_t share(uint32_t part, uint32_t whole) {
    return (int16_t)(whole ? (uint64_t)part * 100 / whole : 0);
}

/* Logarithm in quarters of an octave: 0, 4 for 1, 8 for 3, 12 for 7 … */
static int16_t scale(uint32_t v) {
    unsigned e = 0;
    uint64_t x = (uint64_t)v + 1;
    while (x >> (e + 1)) {
        e++;
    }
    unsigned rest = e >= 2 ? (unsigned)(x >> (e - 2)) & 3u : e == 1 ? (unsigned)(x & 1) * 2 : 0;
    return (int16_t)(e * 4 + rest);
}

/* ---- likeness of texts
 * ----------------------------------------------------------------------------- */

enum { FILTER_BITS = 1 << 14, WORDS_MAX = 320 };

/* Runs of words of a text, hashed: sorted, with a filter of bits in front. */
typedef struct bag {
    uint32_t *p;
    size_t n;
    uint64_t *filter;
} bag;

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

typedef struct word_reader {
    plx_str s;
    size_t at;
} word_reader;

static bool next_word(word_reader *r, uint32_t *hash) {
    uint32_t h = 2166136261u;
    size_t n = 0;
    for (; r->at < r->s.n; r->at++) {
        unsigned char c = (unsigned char)r->s.p[r->at];
        bool word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
        if (c == 0xE2 && r->at + 2 < r->s.n && (unsigned char)r->s.p[r->at + 1] == 0x80) {
            word = false;
        }
        if (!word) {
            if (c == 0xE2) {
                r->at += 2;
            }
            if (n) {
                break;
            }
            continue;
        }
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
        n++;
    }
    *hash = h;
    return n > 0;
}

/* A hash of k words in their order. */
static uint32_t run_of(const uint32_t *words, unsigned k) {
    uint32_t run = 0;
    for (unsigned j = 0; j < k; j++) {
        run = (run ^ words[j]) * 2654435761u;
        run ^= run >> 15;
    }
    return run;
}

static bag bag_of(plx_str s, unsigned k, plx_arena *arena) {
    struct {
        uint32_t *p;
        size_t n, cap;
    } words = {0}, runs = {0};
    word_reader r = {s, 0};
    for (uint32_t h; words.n < 40000 && next_word(&r, &h);) {
        plx_vec_push(&words, arena, h);
    }
    bag b = {.filter = plx_new_n(arena, uint64_t, FILTER_BITS / 64)};
    for (size_t i = 0; i + k <= words.n; i++) {
        uint32_t run = run_of(words.p + i, k);
        plx_vec_push(&runs, arena, run);
        b.filter[run % FILTER_BITS / 64] |= (uint64_t)1 << run % 64;
    }
    if (runs.n) {
        qsort(runs.p, runs.n, sizeof *runs.p, by_value);
    }
    b.p = runs.p;
    b.n = runs.n;
    return b;
}

static bool bag_has(const bag *b, uint32_t x) {
    if (!(b->filter[x % FILTER_BITS / 64] >> x % 64 & 1)) {
        return false;
    }
    size_t lo = 0, hi = b->n;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        if (b->p[mid] < x) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < b->n && b->p[lo] == x;
}

/* Share of the runs of the words that stand in the bag, 0..100. */
static int16_t likeness(const uint32_t *words, size_t n, const bag *b, unsigned k) {
    uint32_t in = 0, of = 0;
    for (size_t i = 0; b->n && i + k <= n; i++, of++) {
        in += bag_has(b, run_of(words + i, k));
    }
    return share(in, of);
}

/* ---- parts of the vector
 * --------------------------------------------------------------------------- */

static int16_t noise_number(plx_str text, uint32_t words) {
    if (words > 60) {
        return 0;
    }
    const char *why = plx_read__block_noise(text);
    static const char *const kinds[] = {"",
                                        "advertisement",
                                        "caption",
                                        "photo credit",
                                        "share line",
                                        "link to another story",
                                        "newsletter notice",
                                        "form",
                                        "subscription notice",
                                        "cookie notice",
                                        "comments",
                                        "copyright notice",
                                        "update notice",
                                        "metadata",
                                        "byline",
                                        "contact line",
                                        "player",
                                        "embedded post",
                                        "promotion",
                                        "navigation"};
    for (size_t i = 1; why && i < PLX_COUNT(kinds); i++) {
        if (strcmp(why, kinds[i]) == 0) {
            return (int16_t)i;
        }
    }
    return why ? 1 : 0;
}

static void of_text(const plx_read__block *k, int16_t *f) {
    f[F_words] = scale(k->words);
    f[F_chars_a_word] = cap(k->words ? k->chars * 10 / k->words : 0, 300);
    f[F_link_share] = share(k->link_chars, k->chars);
    f[F_sentences] = cap(k->sentences, 20);
    f[F_commas] = cap(k->commas, 20);
    f[F_capital_share] = share(k->capitals, k->words);
    f[F_digit_share] = share(k->digits, k->chars);
    f[F_short_share] = share(k->shorts, k->words);
    f[F_closed] = k->closed;
    f[F_emphasis] = k->emphasis;
    unsigned t = k->tag;
    f[F_tag_p] = t == PLX_TAG_p;
    bool heading = t >= PLX_TAG_h1 && t <= PLX_TAG_h6;
    f[F_tag_heading] = heading;
    f[F_heading_level] = (int16_t)(heading ? t - PLX_TAG_h1 + 1 : 0);
    f[F_tag_li] = t == PLX_TAG_li;
    f[F_tag_cell] = t == PLX_TAG_td || t == PLX_TAG_th || t == PLX_TAG_caption;
    f[F_tag_quote] = t == PLX_TAG_blockquote;
    f[F_tag_figcaption] = t == PLX_TAG_figcaption || t == PLX_TAG_figure;
    f[F_tag_pre] = t == PLX_TAG_pre;
    f[F_tag_div] = t == PLX_TAG_div || t == PLX_TAG_section || t == PLX_TAG_article;
    f[F_tag_dl] = t == PLX_TAG_dt || t == PLX_TAG_dd;
    f[F_inline_a] = k->inline_tag == PLX_TAG_a;
    f[F_inline_time] = k->inline_tag == PLX_TAG_time;
    f[F_inline_bold] = k->inline_tag == PLX_TAG_b || k->inline_tag == PLX_TAG_strong;
    f[F_noise_rule] = noise_number(k->text, k->words);
    unsigned pipes = 0, ats = 0, quotes = 0;
    plx_str s = plx_str_slice(k->text, 0, 600);
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        pipes += c == '|';
        ats += c == '@';
        quotes += c == '"' ||
                  (c == 0xE2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80 &&
                   ((unsigned char)s.p[i + 2] == 0x9C || (unsigned char)s.p[i + 2] == 0x9D ||
                    (unsigned char)s.p[i + 2] == 0x9E)) ||
                  (c == 0xC2 && i + 1 < s.n &&
                   ((unsigned char)s.p[i + 1] == 0xAB || (unsigned char)s.p[i + 1] == 0xBB));
    }
    f[F_has_pipe] = cap(pipes, 3);
    f[F_has_at] = cap(ats, 3);
    f[F_has_copyright] = plx_str_contains(s, PLX_S("\xC2\xA9"));
    f[F_quote_marks] = cap(quotes, 4);
    f[F_has_colon_end] = k->text.n > 0 && k->text.p[k->text.n - 1] == ':';
    unsigned char c = k->text.n ? (unsigned char)k->text.p[0] : 0;
    f[F_first_letter] = (int16_t)(c >= 'A' && c <= 'Z'   ? 1
                                  : c >= 'a' && c <= 'z' ? 2
                                  : c >= '0' && c <= '9' ? 3
                                  : c >= 0x80            ? 4
                                                         : 0);
    f[F_bullet] = k->text.n > 2 &&
                  (memcmp(k->text.p, "\xE2\x80\xA2", 3) == 0 || (c == '-' && k->text.p[1] == ' '));
    uint32_t h = k->inline_hints;
    f[F_hint_inline] = (int16_t)(h & PLX_HINT_BIT(CAPTION)   ? 1
                                 : h & PLX_HINT_BIT(META)    ? 2
                                 : h & PLX_HINT_BIT(SHARE)   ? 3
                                 : h & PLX_HINT_BIT(RELATED) ? 4
                                 : h & PLX_HINT_BIT(TITLE)   ? 5
                                 : h & PLX_HINT_BIT(HIDDEN)  ? 6
                                 : h                         ? 7
                                                             : 0);
}

/* Sums up the boxes above a block once a box: distances of tags and hints, capped. */
static void of_boxes(const plx_read__blocks *b, uint32_t box, int16_t *f) {
    enum { FAR = 9 };
    for (int i = F_in_article; i <= F_in_button; i++) {
        f[i] = FAR;
    }
    for (int i = F_HINTS; i < F_END; i++) {
        f[i] = FAR;
    }
    f[F_best_distance] = FAR + 1;
    int16_t d = 0;
    for (uint32_t x = box; x != PLX_NONE && d < 24; x = b->boxes.p[x].parent, d++) {
        const plx_read__box *o = &b->boxes.p[x];
        int16_t at = d < FAR ? d : FAR - 1;
#define NEAR(feature, cond)                                                                        \
    if (f[feature] == FAR && (cond)) {                                                             \
        f[feature] = at;                                                                           \
    }
        NEAR(F_in_article, o->is_article)
        NEAR(F_in_main, o->tag == PLX_TAG_main)
        NEAR(F_in_item_body, o->is_body)
        NEAR(F_in_nav, o->tag == PLX_TAG_nav)
        NEAR(F_in_aside, o->tag == PLX_TAG_aside)
        NEAR(F_in_header, o->tag == PLX_TAG_header)
        NEAR(F_in_footer, o->tag == PLX_TAG_footer)
        NEAR(F_in_form, o->tag == PLX_TAG_form)
        NEAR(F_in_figure, o->tag == PLX_TAG_figure)
        NEAR(F_in_table, o->tag == PLX_TAG_table)
        NEAR(F_in_list, o->tag == PLX_TAG_ul || o->tag == PLX_TAG_ol)
        NEAR(F_in_hidden, o->hidden)
        NEAR(F_in_button, o->tag == PLX_TAG_button)
#undef NEAR
        bool top = o->parent == PLX_NONE; /* names of <body> say little */
        for (uint32_t h = top ? 0 : o->hints; h; h &= h - 1) {
            int i = F_HINTS + __builtin_ctz(h);
            if (f[i] == FAR) {
                f[i] = at;
            }
        }
        if (x == b->best_box) {
            f[F_best_distance] = at;
        }
    }
}

static void of_box_sums(const plx_read__blocks *b, const plx_read__block *k, int16_t *f) {
    const plx_read__box *x = &b->boxes.p[k->box];
    /* a paragraph's own box says nothing more than its block: look at what holds it */
    while (x->parent != PLX_NONE && x->n_blocks <= 1) {
        x = &b->boxes.p[x->parent];
    }
    f[F_box_words] = scale(x->words);
    f[F_box_link_share] = share(x->link_words, x->words);
    f[F_box_prose_share] = share(x->prose_words, x->words);
    f[F_box_blocks] = scale(x->n_blocks);
    uint32_t n = x->n_blocks;
    while (x->parent != PLX_NONE && x->n_blocks <= n + n / 4 + 1) {
        x = &b->boxes.p[x->parent];
    }
    f[F_up_words] = scale(x->words);
    f[F_up_link_share] = share(x->link_words, x->words);
    f[F_up_prose_share] = share(x->prose_words, x->words);
    f[F_up_blocks] = scale(x->n_blocks);
    const plx_read__group *g = &b->groups.p[k->group];
    f[F_group_share] = share(g->words, b->words);
    f[F_group_mean] = cap(g->words / g->n, 100);
    f[F_group_link_share] = share(g->link_words, g->words);
    f[F_group_n] = scale(g->n);
    f[F_group_prose] = share(g->prose_words, b->prose_words);
}

static bool prose(const plx_read__block *k) {
    return k->words >= 10 && k->link_words * 3 < k->words && (k->closed || k->words >= 25);
}

static void of_neighbours(const plx_read__blocks *b, size_t i, int16_t *f) {
    const plx_read__block *k = &b->p[i], *n = i + 1 < b->n ? k + 1 : NULL, *p = i ? k - 1 : NULL;
    f[F_words_n] = n ? scale(n->words) : -1;
    f[F_words_p] = p ? scale(p->words) : -1;
    f[F_link_n] = n ? share(n->link_words, n->words) : -1;
    f[F_link_p] = p ? share(p->link_words, p->words) : -1;
    f[F_same_group_n] = n && n->group == k->group;
    f[F_same_group_p] = p && p->group == k->group;
    f[F_heading_n] = n && n->tag >= PLX_TAG_h1 && n->tag <= PLX_TAG_h6;
    f[F_heading_p] = p && p->tag >= PLX_TAG_h1 && p->tag <= PLX_TAG_h6;
    f[F_closed_n] = n && n->closed;
    f[F_closed_p] = p && p->closed;
    uint32_t ahead = 0, behind = 0;
    for (size_t d = 1; d <= 4; d++) {
        ahead += i + d < b->n && prose(&b->p[i + d]) ? b->p[i + d].words : 0;
        behind += i >= d && prose(&b->p[i - d]) ? b->p[i - d].words : 0;
    }
    f[F_images] = cap(k->images, 9);
    f[F_images_n] = n ? cap(n->images, 9) : 0;
    f[F_embeds] = cap(k->embeds, 9);
    f[F_prose_2n] = scale(ahead);
    f[F_prose_2p] = scale(behind);
}

/* What a heading announces below itself that is no part of the article; 0 = nothing known. */
static int16_t announces(const plx_read__block *k) {
    static const struct {
        const char *word; /* sorted by bytes */
        int16_t kind;
    } known[] = {{"abonnieren", 4},   {"about", 1},
                 {"acerca", 1},       {"also", 2},
                 {"altri", 2},        {"antworten", 3},
                 {"auch", 2},         {"aussi", 2},
                 {"boilerplate", 1},  {"chi", 1},
                 {"comentarios", 3},  {"comentários", 3},
                 {"comment", 3},      {"commentaires", 3},
                 {"commenti", 3},     {"comments", 3},
                 {"community", 3},    {"compartilhe", 4},
                 {"compartir", 4},    {"contact", 6},
                 {"contacto", 6},     {"contacts", 6},
                 {"datenschutz", 6},  {"disclaimer", 6},
                 {"discussion", 3},   {"diskussion", 3},
                 {"empfehlungen", 2}, {"etiquetas", 5},
                 {"folgen", 4},       {"follow", 4},
                 {"impressum", 6},    {"join", 4},
                 {"kategorien", 5},   {"keywords", 5},
                 {"kommentar", 3},    {"kommentare", 3},
                 {"kontakt", 6},      {"kurzprofil", 1},
                 {"latest", 2},       {"lea", 2},
                 {"legal", 6},        {"leggi", 2},
                 {"leia", 2},         {"lesen", 2},
                 {"media", 6},        {"mehr", 2},
                 {"more", 2},         {"newsletter", 4},
                 {"next", 2},         {"partager", 4},
                 {"popular", 2},      {"press", 6},
                 {"privacy", 6},      {"propos", 1},
                 {"reactions", 3},    {"recent", 2},
                 {"recommended", 2},  {"related", 2},
                 {"reply", 3},        {"rules", 6},
                 {"schlagwörter", 5}, {"share", 4},
                 {"sign", 4},         {"sobre", 1},
                 {"standards", 6},    {"stichworte", 5},
                 {"subscribe", 4},    {"suscríbete", 4},
                 {"tag", 5},          {"tags", 5},
                 {"también", 2},      {"teilen", 4},
                 {"temas", 5},        {"terms", 6},
                 {"themen", 5},       {"topics", 5},
                 {"trending", 2},     {"veja", 2},
                 {"verwandte", 2},    {"voir", 2},
                 {"weitere", 2},      {"à", 1},
                 {"ähnliche", 2},     {"über", 1}};
    if (k->words == 0 || k->words > 6 || k->text.n > 80) {
        return 0;
    }
    for (plx_str w, rest = k->text; plx_str_split(&rest, ' ', &w);) {
        while (w.n && strchr(":.!?,;", w.p[w.n - 1])) {
            w.n--;
        }
        char low[24];
        if (w.n <= 2 || w.n >= sizeof low) {
            continue;
        }
        for (size_t i = 0; i < w.n; i++) {
            low[i] = (char)(w.p[i] >= 'A' && w.p[i] <= 'Z' ? w.p[i] + 32 : w.p[i]);
        }
        low[w.n] = '\0';
        size_t from = 0, to = PLX_COUNT(known);
        while (from < to) {
            size_t mid = (from + to) / 2;
            int order = strcmp(known[mid].word, low);
            if (order == 0) {
                return known[mid].kind;
            }
            from = order < 0 ? mid + 1 : from;
            to = order < 0 ? to : mid;
        }
    }
    return 0;
}

static bool is_heading(const plx_read__block *k) {
    return (k->tag >= PLX_TAG_h1 && k->tag <= PLX_TAG_h6) ||
           (k->words <= 6 && (k->emphasis || (k->inline_hints & PLX_HINT_BIT(TITLE))));
}

/* Of several articles on a page: the one that the headline stands in (else the one with most
 * prose), what holds it, what it holds, another one. */
static void of_articles(const plx_read__blocks *b, plx_arena *arena, plx_read__features *out) {
    uint32_t *own = plx_new_n(arena, uint32_t, b->boxes.n + 1), /* the innermost one */
        *prose_in = plx_new_n(arena, uint32_t, b->boxes.n + 1);
    for (uint32_t x = 0; x < b->boxes.n; x++) {
        const plx_read__box *o = &b->boxes.p[x];
        own[x] = o->is_article ? x : o->parent == PLX_NONE ? PLX_NONE : own[o->parent];
    }
    uint32_t mine = PLX_NONE, most = PLX_NONE;
    for (size_t i = 0; i < b->n; i++) {
        uint32_t a = own[b->p[i].box];
        if (a == PLX_NONE) {
            continue;
        }
        prose_in[a] += prose(&b->p[i]) ? b->p[i].words : 0;
        most = most == PLX_NONE || prose_in[a] > prose_in[most] ? a : most;
        if (mine == PLX_NONE && out[i].f[F_tag_heading] && out[i].f[F_title_likeness] >= 60) {
            mine = a;
        }
    }
    mine = mine == PLX_NONE || prose_in[mine] < 20 ? most : mine;
    int16_t heading = 0, since = 0;
    for (size_t i = 0; i < b->n; i++) {
        uint32_t a = own[b->p[i].box];
        int16_t which = a == PLX_NONE ? 0 : a == mine ? 1 : 3;
        for (uint32_t x = a, d = 0; which == 3 && x != PLX_NONE && d < 16; d++) { /* within mine */
            x = b->boxes.p[x].parent;
            x = x == PLX_NONE ? x : own[x];
            which = x == mine ? 4 : 3;
        }
        for (uint32_t x = mine, d = 0; which == 3 && x != PLX_NONE && d < 16; d++) { /* around it */
            x = b->boxes.p[x].parent;
            x = x == PLX_NONE ? x : own[x];
            which = x == a ? 2 : 3;
        }
        out[i].f[F_which_article] = which;
        out[i].f[F_article_prose] = a == PLX_NONE ? -1 : share(prose_in[a], b->prose_words);
        out[i].f[F_under_heading] = heading;
        out[i].f[F_since_heading] = since;
        since = (int16_t)(since + (since < 60));
        if (is_heading(&b->p[i])) {
            heading = announces(&b->p[i]);
            since = 0;
        }
    }
}

void plx_read__features_of(const plx_read__blocks *b, const plx_read__page_facts *facts,
                           plx_arena *arena, plx_read__features *out) {
    bag title = bag_of(facts->title, 1, arena), description = bag_of(facts->description, 2, arena),
        body = bag_of(facts->body, 3, arena);
    uint32_t before = 0, since_h1 = 200, last_box = PLX_NONE;
    uint32_t seen[512] = {0}; /* texts met before, by hash: a small cache, not a set */
    for (size_t i = 0; i < b->n; i++) {
        const plx_read__block *k = &b->p[i];
        int16_t *f = out[i].f;
        memset(f, 0, sizeof out[i].f);
        of_text(k, f);
        if (k->box == last_box) {
            memcpy(f + F_in_article, out[i - 1].f + F_in_article,
                   (size_t)(F_best_distance - F_in_article + 1) * sizeof *f);
            memcpy(f + F_HINTS, out[i - 1].f + F_HINTS, PLX_N_HINTS * sizeof *f);
        } else {
            of_boxes(b, k->box, f);
            last_box = k->box;
        }
        of_box_sums(b, k, f);
        of_neighbours(b, i, f);
        uint32_t words[WORDS_MAX];
        size_t n_words = 0;
        word_reader r = {k->text, 0};
        while (n_words < WORDS_MAX && (k->words <= 40 || description.n || body.n) &&
               next_word(&r, &words[n_words])) {
            n_words++;
        }
        f[F_title_likeness] = k->words <= 40 ? likeness(words, n_words, &title, 1) : 0;
        f[F_description_likeness] = likeness(words, n_words, &description, 2);
        f[F_json_body_known] = body.n > 30;
        f[F_in_json_body] = (int16_t)(body.n <= 30    ? -2
                                      : k->words >= 3 ? likeness(words, n_words, &body, 3)
                                                      : -1);
        f[F_position] = share((uint32_t)i, (uint32_t)b->n);
        f[F_words_before] = share(before, b->words);
        before += k->words;
        f[F_words_after] = share(b->words - before, b->words);
        since_h1 = k->tag == PLX_TAG_h1 && k->words > 2
                       ? 0
                       : since_h1 + (since_h1 < 200 || since_h1 > 200);
        f[F_since_h1] = cap(since_h1, 400);
        uint32_t h = (uint32_t)plx_hash_str(k->text) | 1u;
        f[F_repeats] = seen[h % PLX_COUNT(seen)] == h;
        seen[h % PLX_COUNT(seen)] = h;
    }
    of_articles(b, arena, out);
}
