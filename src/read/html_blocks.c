#include "read/html_blocks.h"

#include "base/hash.h"
#include "base/map.h"

typedef struct open_box {
    uint32_t box;
    uint32_t end;
} open_box;

typedef struct inline_run { /* an inline element that is open */
    uint32_t end;
    uint32_t hints;
    uint16_t tag;
} inline_run;

typedef struct maker {
    const plx_read__tree *t;
    plx_arena *arena;
    plx_read__blocks *out;
    PLX_VEC(open_box) boxes;
    PLX_VEC(inline_run) inlines;
    plx_buf text;      /* of the block being made */
    size_t text_begin; /* into text */
    plx_read__block now;
    bool open;       /* a block is being made */
    bool gap;        /* white space waits to be written */
    unsigned breaks; /* <br> in a row */
    size_t inside;   /* inline elements that are open around all of the block so far */
    size_t low;      /* the fewest open since the last text */
    bool in_word;
    uint32_t emphasised;
    uint16_t images, embeds; /* since the last block */
} maker;

static bool is_prose(const plx_read__block *k) {
    return k->words >= 10 && k->link_words * 3 < k->words && (k->closed || k->words >= 25);
}

static void finish(maker *m) {
    if (!m->open) {
        return;
    }
    m->open = false;
    m->gap = false;
    m->breaks = 0;
    m->in_word = false;
    plx_read__block *k = &m->now;
    k->text = plx_str_trim(plx_str_n(m->text.p + m->text_begin, m->text.n - m->text_begin));
    if (k->text.n == 0) {
        m->text.n = m->text_begin;
        return;
    }
    plx_buf_putc(&m->text, '\n');
    m->text_begin = m->text.n;
    for (size_t i = k->text.n; i > 0; i--) { /* closing quotes and brackets behind the full stop */
        char c = k->text.p[i - 1];
        if (c == '.' || c == '!' || c == '?') {
            k->closed = true;
        }
        if (k->closed ||
            ((unsigned char)c < 0x80 && c != '"' && c != '\'' && c != ')' && c != ']')) {
            break;
        }
        if (k->text.n - i > 6) {
            break;
        }
    }
    if (k->text.n > 3 && memcmp(k->text.p + k->text.n - 3, "\xE2\x80\xA6", 3) == 0) {
        k->closed = true;
    }
    k->emphasis = k->words > 0 && m->emphasised >= k->words;
    if (m->inside > 0 && m->inside <= m->inlines.n) {
        const inline_run *r = &m->inlines.p[m->inside - 1];
        k->inline_tag = (uint8_t)r->tag;
        for (size_t i = 0; i < m->inside; i++) {
            k->inline_hints |= m->inlines.p[i].hints;
        }
    }
    if (m->out->n >= PLX_READ_BLOCKS_MAX) {
        plx_throw(PLX_LIMIT, 0, "a page of more than %u paragraphs", PLX_READ_BLOCKS_MAX);
    }
    plx_vec_push(m->out, m->arena, *k);
}

static void begin(maker *m, uint32_t node) {
    if (m->open) {
        return;
    }
    m->open = true;
    m->now = (plx_read__block){.box = m->boxes.p[m->boxes.n - 1].box, .node = node};
    m->now.tag = m->out->boxes.p[m->now.box].tag;
    m->now.images = m->images;
    m->now.embeds = m->embeds;
    m->images = m->embeds = 0;
    m->inside = m->low = m->inlines.n;
    m->emphasised = 0;
    m->gap = false;
    m->in_word = false;
}

/* Counts what a stretch of new text adds; `link` and `strong` say where it stands. */
static void count(maker *m, const char *p, size_t n, bool link, bool strong) {
    plx_read__block *k = &m->now;
    size_t word = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80,
             digit = c >= '0' && c <= '9';
        if (c == 0xE2 && i + 2 < n &&
            (unsigned char)p[i + 1] == 0x80) { /* dashes and quotes are no words */
            letter = false;
            i += 2;
        }
        if (letter || digit) {
            if (!m->in_word ||
                (c >= 0xE3 && c <= 0xE9)) { /* each Chinese or Japanese character is a word */
                m->in_word = true;
                k->words++;
                k->link_words += link;
                m->emphasised += strong;
                k->capitals = (uint16_t)(k->capitals + (c >= 'A' && c <= 'Z'));
                word = i;
            }
            k->digits = (uint16_t)(k->digits + digit);
        } else {
            if (m->in_word && i - word <= 4 && p[word] >= 'a' && p[word] <= 'z') {
                k->shorts++;
            }
            bool apostrophe = c == '\'' || c == '-';
            m->in_word = m->in_word && apostrophe;
            k->commas = (uint16_t)(k->commas + (c == ','));
            bool stop = c == '.' || c == '!' || c == '?';
            k->sentences = (uint16_t)(k->sentences +
                                      (stop && (i + 1 >= n || p[i + 1] == ' ' || p[i + 1] == '"') &&
                                       i > 2 && (p[i - 1] | 32) >= 'a' && (p[i - 2] | 32) >= 'a'));
        }
        k->chars++;
        k->link_chars += link;
    }
}

static void add_text(maker *m, uint32_t node) {
    const plx_read__node *x = &m->t->p[node];
    plx_str raw = plx_str_slice(m->t->page, x->from, x->to);
    bool strong = false;
    for (size_t i = 0; i < m->inlines.n; i++) {
        unsigned tag = m->inlines.p[i].tag;
        strong |=
            tag == PLX_TAG_b || tag == PLX_TAG_strong || tag == PLX_TAG_em || tag == PLX_TAG_i;
    }
    size_t at = 0;
    while (at < raw.n && (unsigned char)raw.p[at] <= ' ') {
        at++;
    }
    m->gap |= at > 0;
    if (at == raw.n) {
        return;
    }
    size_t end = raw.n;
    while (end > at && (unsigned char)raw.p[end - 1] <= ' ') {
        end--;
    }
    begin(m, node);
    m->inside = PLX_MIN(m->inside, PLX_MIN(m->low, m->inlines.n));
    m->low = m->inlines.n;
    if (m->breaks && m->text.n > m->text_begin) {
        plx_buf_putc(&m->text, '\n');
        m->in_word = false;
    } else if (m->gap && m->text.n > m->text_begin) {
        plx_buf_putc(&m->text, ' ');
        m->in_word = false;
    }
    m->gap = false;
    m->breaks = 0;
    size_t from = m->text.n;
    plx_read__unescape(&m->text, plx_str_slice(raw, at, end));
    size_t to = from; /* white space runs become one blank, in place */
    bool gap = false;
    for (size_t i = from; i < m->text.n; i++) {
        unsigned char c = (unsigned char)m->text.p[i];
        bool nbsp = c == 0xC2 && i + 1 < m->text.n && (unsigned char)m->text.p[i + 1] == 0xA0;
        bool zero = c == 0xE2 && i + 2 < m->text.n && (unsigned char)m->text.p[i + 1] == 0x80 &&
                    (unsigned char)m->text.p[i + 2] == 0x8B;
        bool shy = c == 0xC2 && i + 1 < m->text.n && (unsigned char)m->text.p[i + 1] == 0xAD;
        if (zero || shy) { /* says where a word may break, nothing more */
            i += zero ? 2 : 1;
            continue;
        }
        if (c <= ' ' || nbsp) {
            i += nbsp;
            gap = to > from;
            continue;
        }
        if (gap) {
            m->text.p[to++] = ' ';
            gap = false;
        }
        m->text.p[to++] = (char)c;
    }
    m->text.n = to;
    count(m, m->text.p + from, to - from, x->in_link, strong);
    m->gap = end < raw.n || gap;
}

/* ---- boxes
 * ----------------------------------------------------------------------------------------- */

static bool says_hidden(const plx_read__tree *t, uint32_t node) {
    plx_str style = plx_read__attr_of(t, node, PLX_ATTR_style);
    if (style.n) {
        for (size_t i = 0; i + 4 <= style.n && i < 400; i++) {
            plx_str rest = plx_str_slice(style, i, style.n);
            if (plx_str_starts_nocase(rest, PLX_S("display:none")) ||
                plx_str_starts_nocase(rest, PLX_S("display: none")) ||
                plx_str_starts_nocase(rest, PLX_S("visibility:hidden")) ||
                plx_str_starts_nocase(rest, PLX_S("visibility: hidden"))) {
                return true;
            }
        }
    }
    return plx_read__attr_of(t, node, PLX_ATTR_hidden).p != NULL ||
           plx_str_eq(plx_read__attr_of(t, node, PLX_ATTR_aria_hidden), PLX_S("true"));
}

static uint32_t hints_of(const plx_read__tree *t, uint32_t node) {
    uint32_t h = plx_read__hints_of(plx_read__attr_of(t, node, PLX_ATTR_class)) |
                 plx_read__hints_of(plx_read__attr_of(t, node, PLX_ATTR_id)) |
                 plx_read__hints_of(plx_read__attr_of(t, node, PLX_ATTR_data_testid)) |
                 plx_read__hints_of(plx_read__attr_of(t, node, PLX_ATTR_data_component));
    plx_str role = plx_read__attr_of(t, node, PLX_ATTR_role);
    if (role.n) {
        h |= plx_str_eq(role, PLX_S("navigation")) ? PLX_HINT_BIT(NAV) : 0;
        h |= plx_str_eq(role, PLX_S("complementary")) ? PLX_HINT_BIT(SIDE) : 0;
        h |= plx_str_eq(role, PLX_S("contentinfo")) ? PLX_HINT_BIT(FOOT) : 0;
        h |= plx_str_eq(role, PLX_S("dialog")) ? PLX_HINT_BIT(CONSENT) : 0;
        h |= plx_str_eq(role, PLX_S("main")) ? PLX_HINT_BIT(CONTENT) : 0;
    }
    return h;
}

static void open_a_box(maker *m, uint32_t node) {
    const plx_read__node *x = &m->t->p[node];
    uint32_t parent = m->boxes.n ? m->boxes.p[m->boxes.n - 1].box : PLX_NONE;
    plx_read__box b = {.node = node, .parent = parent, .end_node = x->end, .tag = x->tag};
    b.hints = hints_of(m->t, node);
    b.first = (uint32_t)m->out->n;
    b.hidden = x->from < x->to && says_hidden(m->t, node);
    b.depth = parent == PLX_NONE ? 0 : (uint16_t)(m->out->boxes.p[parent].depth + 1);
    if (x->from < x->to) {
        plx_str prop = plx_read__attr_of(m->t, node, PLX_ATTR_itemprop),
                type = plx_read__attr_of(m->t, node, PLX_ATTR_itemtype);
        b.is_body = prop.n && plx_str_contains(prop, PLX_S("articleBody"));
        b.is_article = type.n && !plx_str_contains(type, PLX_S("LiveBlog")) &&
                       (plx_str_contains(type, PLX_S("Article")) ||
                        plx_str_contains(type, PLX_S("BlogPosting")));
    }
    b.is_article |= x->tag == PLX_TAG_article;
    uint32_t id = (uint32_t)m->out->boxes.n;
    plx_vec_push(&m->out->boxes, m->arena, b);
    plx_vec_push(&m->boxes, m->arena, (open_box){id, x->end});
}

static void close_boxes(maker *m, uint32_t node) {
    while (m->boxes.n && m->boxes.p[m->boxes.n - 1].end <= node) {
        finish(m);
        open_box o = m->boxes.p[--m->boxes.n];
        m->out->boxes.p[o.box].last = (uint32_t)m->out->n;
    }
}

/* ---- what all blocks together say
 * ------------------------------------------------------------------ */

static uint64_t box_signature(const plx_read__tree *t, const plx_read__blocks *b, uint32_t box) {
    uint64_t h = 7;
    for (unsigned level = 0; level < 3 && box != PLX_NONE; level++, box = b->boxes.p[box].parent) {
        const plx_read__box *x = &b->boxes.p[box];
        plx_str class = plx_read__attr_of(t, x->node, PLX_ATTR_class);
        h = plx_hash_mix(h,
                         plx_hash_mix(x->tag, class.n ? plx_hash_bytes(class.p, class.n, 1) : 0));
    }
    return h;
}

static void group_blocks(const plx_read__tree *t, plx_read__blocks *b, plx_arena *arena) {
    plx_imap by_signature;
    plx_imap_init(&by_signature, arena);
    uint64_t last_signature = 0;
    uint32_t last_box = PLX_NONE;
    for (size_t i = 0; i < b->n; i++) {
        plx_read__block *k = &b->p[i];
        uint64_t s = k->box == last_box ? last_signature : box_signature(t, b, k->box);
        last_box = k->box;
        last_signature = s;
        bool fresh;
        uint32_t g = plx_imap_put(&by_signature, s, (uint32_t)b->groups.n, &fresh)->value;
        if (fresh) {
            plx_vec_push(&b->groups, arena, (plx_read__group){.signature = s});
        }
        k->group = g;
        plx_read__group *group = &b->groups.p[g];
        group->n++;
        group->words += k->words;
        group->link_words += k->link_words;
        group->prose_words += is_prose(k) ? k->words : 0;
    }
}

/* Sums over boxes; and each box's score as the article's container, the way of readability (Arc90,
 * 2009): paragraphs count for their parent wholly and for its parent by half, links against. */
static void sum_boxes(plx_read__blocks *b) {
    for (size_t i = 0; i < b->n; i++) {
        plx_read__block *k = &b->p[i];
        plx_read__box *x = &b->boxes.p[k->box];
        bool prose = is_prose(k);
        x->words += k->words;
        x->link_words += k->link_words;
        x->prose_words += prose ? k->words : 0;
        x->n_blocks++;
        x->n_prose += prose;
        b->words += k->words;
        b->link_words += k->link_words;
        b->prose_words += prose ? k->words : 0;
        if (k->words >= 8 && k->link_words * 2 < k->words) {
            float s = 1.0f + (float)PLX_MIN(k->commas, 12) + (float)PLX_MIN(k->words / 15, 5u);
            bool inner = x->tag == PLX_TAG_p || x->tag == PLX_TAG_pre || x->tag == PLX_TAG_td ||
                         (x->tag >= PLX_TAG_h1 && x->tag <= PLX_TAG_h6) || x->tag == PLX_TAG_li ||
                         x->tag == PLX_TAG_blockquote;
            uint32_t p = inner ? x->parent : k->box;
            if (p != PLX_NONE) {
                b->boxes.p[p].score += s;
                uint32_t gp = b->boxes.p[p].parent;
                if (gp != PLX_NONE) {
                    b->boxes.p[gp].score += s * 0.5f;
                }
            }
        }
    }
    for (size_t i = b->boxes.n; i-- > 1;) { /* children stand behind their parents */
        const plx_read__box *x = &b->boxes.p[i];
        if (x->parent == PLX_NONE) {
            continue;
        }
        plx_read__box *p = &b->boxes.p[x->parent];
        p->words += x->words;
        p->link_words += x->link_words;
        p->prose_words += x->prose_words;
        p->n_blocks += x->n_blocks;
        p->n_prose += x->n_prose;
    }
    b->best_box = PLX_NONE;
    float best = 0;
    for (size_t i = 0; i < b->boxes.n; i++) {
        plx_read__box *x = &b->boxes.p[i];
        float weight = 1.0f;
        weight += x->hints & PLX_HINT_BIT(BODY) || x->is_body ? 0.5f : 0;
        weight +=
            x->hints & (PLX_HINT_BIT(ARTICLE) | PLX_HINT_BIT(CONTENT)) || x->is_article ? 0.2f : 0;
        weight -= x->hints & (PLX_HINT_BIT(COMMENT) | PLX_HINT_BIT(FOOT) | PLX_HINT_BIT(SIDE) |
                              PLX_HINT_BIT(RELATED))
                      ? 0.4f
                      : 0;
        weight -= x->hidden ? 0.3f : 0;
        float s = x->score * weight * (1.0f - (float)x->link_words / (float)(x->words + 1));
        x->score = s;
        if (s > best) {
            best = s;
            b->best_box = (uint32_t)i;
        }
    }
}

/* Is this the box that opens over a word, by its class? */
static bool is_tooltip(plx_str class) {
    static const char *const over[] = {"tooltip", "popover", "hovercard", "rollover"},
                             *const inner[] = {"content", "text",  "block", "body",
                                               "box",     "inner", "card"};
    for (plx_str name, rest = class; plx_str_split(&rest, ' ', &name);) {
        for (size_t i = 0; i < PLX_COUNT(over); i++) {
            size_t at = plx_str_find(name, plx_str_of(over[i]), 0);
            for (size_t k = 0; at != SIZE_MAX && k < PLX_COUNT(inner); k++) {
                if (plx_str_find(name, plx_str_of(inner[k]), at) != SIZE_MAX) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* A cell of a table of data: no blocks inside and not much text. Its row reads as one line. */
static bool is_small_cell(const plx_read__tree *t, uint32_t cell) {
    size_t text = 0;
    for (uint32_t i = cell + 1; i < t->p[cell].end; i++) {
        const plx_read__node *x = &t->p[i];
        if (x->tag == PLX_TAG_TEXT) {
            text += x->to - x->from;
        } else if (plx_read__tag_kind(x->tag) == 'B' || text > 160 || i > cell + 60) {
            return false;
        }
    }
    return text <= 160;
}

void plx_read__blocks_of(const plx_read__tree *t, plx_arena *arena, plx_read__blocks *out) {
    *out = (plx_read__blocks){.best_box = PLX_NONE};
    maker m = {.t = t, .arena = arena, .out = out};
    plx_buf_init(&m.text, arena, UINT32_MAX);
    /* one piece that never moves: blocks point into it. Entities only shrink, breaks add little. */
    plx_vec_reserve(&m.text, arena, t->page.n + t->n + 64);
    open_a_box(&m, t->body);
    uint32_t end = t->p[t->body].end;
    for (uint32_t i = t->body + 1; i < end;) {
        const plx_read__node *x = &t->p[i];
        close_boxes(&m, i);
        while (m.inlines.n && m.inlines.p[m.inlines.n - 1].end <= i) {
            m.inlines.n--;
            m.low = PLX_MIN(m.low, m.inlines.n);
        }
        if (x->tag == PLX_TAG_TEXT) {
            add_text(&m, i++);
            continue;
        }
        char kind = plx_read__tag_kind(x->tag);
        m.images = (uint16_t)(m.images + (x->tag == PLX_TAG_img && m.images < 99));
        if (kind == 'S' || kind == 'R') {
            bool frame = x->tag == PLX_TAG_iframe || x->tag == PLX_TAG_video ||
                         x->tag == PLX_TAG_audio || x->tag == PLX_TAG_object;
            m.embeds = (uint16_t)(m.embeds + (frame && m.embeds < 99));
            i = x->end;
            continue;
        }
        if ((x->tag == PLX_TAG_td || x->tag == PLX_TAG_th) && is_small_cell(t, i)) {
            m.gap = true; /* the row is the block */
            i++;
            continue;
        }
        if (kind == 'B') {
            finish(&m);
            open_a_box(&m, i);
        } else if (x->tag == PLX_TAG_br) {
            if (m.open && ++m.breaks >= 2) {
                finish(&m);
            }
        } else if (x->tag == PLX_TAG_hr) {
            finish(&m);
        } else if (kind == 'I' && x->from < x->to &&
                   is_tooltip(plx_read__attr_of(t, i, PLX_ATTR_class))) {
            i = x->end; /* shown only under the pointer */
            continue;
        } else if (kind == 'I') {
            uint32_t hints = x->from < x->to ? hints_of(t, i) : 0;
            plx_vec_push(&m.inlines, arena, (inline_run){x->end, hints, x->tag});
        }
        i++;
    }
    close_boxes(&m, UINT32_MAX);
    group_blocks(t, out, arena);
    sum_boxes(out);
}
