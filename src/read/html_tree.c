#include "read/html_tree.h"

#include "base/utf8.h"

/* ---- names
 * ---------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    char kind;
} tag_table[PLX_N_TAGS] = {[PLX_TAG_TEXT] = {"", 'I'},
                           [PLX_TAG_ROOT] = {"", 'B'},
                           [PLX_TAG_OTHER] = {"", 'I'},
#define X(n, k) [PLX_TAG_##n] = {#n, #k[0]},
                           PLX_READ_TAGS(X)
#undef X
};

static const char *const attr_names[PLX_N_ATTRS] = {
#define X(n, text) text,
    PLX_READ_ATTRS(X)
#undef X
};

char plx_read__tag_kind(unsigned tag) { return tag < PLX_N_TAGS ? tag_table[tag].kind : 'I'; }

static inline bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static inline bool is_letter(char c) { return (unsigned char)((c | 32) - 'a') < 26; }

static inline char lower(char c) { return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c); }

static bool name_is(const char *p, size_t n, const char *name) {
    for (size_t i = 0; i < n; i++) {
        if (lower(p[i]) != name[i]) {
            return false;
        }
    }
    return name[n] == '\0';
}

/* Tag names by a small hash of first letter, last letter and length; built on the stack of the
 * table's order. */
#define TAG_SLOTS 512u
typedef struct tag_index {
    uint8_t slot[TAG_SLOTS]; /* tag, chained by next */
    uint8_t next[PLX_N_TAGS];
} tag_index;

static unsigned name_slot(const char *p, size_t n) {
    return ((unsigned)(unsigned char)lower(p[0]) * 31u +
            (unsigned)(unsigned char)lower(p[n - 1]) * 7u +
            (unsigned)(unsigned char)lower(p[n / 2]) * 3u + (unsigned)n) %
           TAG_SLOTS;
}

static void index_tags(tag_index *ix) {
    _Static_assert(PLX_N_TAGS < 256, "tags fit a byte");
    memset(ix, 0, sizeof *ix);
    for (unsigned t = PLX_TAG_OTHER + 1; t < PLX_N_TAGS; t++) {
        unsigned s = name_slot(tag_table[t].name, strlen(tag_table[t].name));
        ix->next[t] = ix->slot[s];
        ix->slot[s] = (uint8_t)t;
    }
}

static unsigned tag_of(const tag_index *ix, const char *p, size_t n) {
    if (n == 0 || n > 10) {
        return PLX_TAG_OTHER;
    }
    for (unsigned t = ix->slot[name_slot(p, n)]; t; t = ix->next[t]) {
        if (name_is(p, n, tag_table[t].name)) {
            return t;
        }
    }
    return PLX_TAG_OTHER;
}

static uint32_t name_hash(const char *p, size_t n) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (unsigned char)lower(p[i])) * 16777619u;
    }
    return h;
}

static unsigned attr_id(const char *p, size_t n) {
    if (n < 2 || n > 14) {
        return PLX_N_ATTRS;
    }
    char c = lower(p[0]);
    enum {
        FIRSTS = 1 << ('c' - 'a') | 1 << ('i' - 'a') | 1 << ('p' - 'a') | 1 << ('t' - 'a') |
                 1 << ('n' - 'a') | 1 << ('h' - 'a') | 1 << ('r' - 'a') | 1 << ('d' - 'a') |
                 1 << ('s' - 'a') | 1 << ('a' - 'a') | 1 << ('l' - 'a')
    };
    if (c < 'a' || c > 'z' || !(FIRSTS >> (c - 'a') & 1)) {
        return PLX_N_ATTRS;
    }
    for (unsigned a = 0; a < PLX_N_ATTRS; a++) {
        if (attr_names[a][0] == c && name_is(p, n, attr_names[a])) {
            return a;
        }
    }
    return PLX_N_ATTRS;
}

/* ---- the tree under construction
 * ------------------------------------------------------------------ */

typedef struct open_element {
    uint32_t node;
    uint32_t name; /* hash of the name, for tags that are not in the table */
    uint16_t tag;
    bool dead; /* its end tag came while blocks inside were still open */
} open_element;

typedef struct builder {
    plx_read__tree *t;
    plx_arena *arena;
    open_element stack[PLX_READ_DEPTH_MAX];
    size_t depth;
    unsigned links; /* open <a> that are not dead */
    tag_index tags;
    bool saw_body;
} builder;

static uint32_t add_node(builder *b, unsigned tag) {
    plx_read__tree *t = b->t;
    if (t->n >= PLX_READ_NODES_MAX) {
        plx_throw(PLX_LIMIT, 0, "a page of more than %u elements", PLX_READ_NODES_MAX);
    }
    plx_vec_reserve(t, b->arena, t->n + 1);
    uint32_t id = (uint32_t)t->n++;
    t->p[id] = (plx_read__node){.parent = b->depth ? b->stack[b->depth - 1].node : PLX_NONE,
                                .end = id + 1,
                                .tag = (uint16_t)tag,
                                .depth = (uint16_t)b->depth,
                                .in_link = b->links > 0};
    return id;
}

static void push(builder *b, uint32_t node, unsigned tag, uint32_t name) {
    if (b->depth < PLX_READ_DEPTH_MAX) {
        b->stack[b->depth++] = (open_element){node, name, (uint16_t)tag, false};
        b->links += tag == PLX_TAG_a;
    }
}

static void pop_to(builder *b, size_t depth) {
    while (b->depth > depth) {
        open_element *e = &b->stack[--b->depth];
        b->t->p[e->node].end = (uint32_t)b->t->n;
        b->links -= e->tag == PLX_TAG_a && !e->dead;
    }
}

/* Where `tag` is open, not looking past any of `stops` (zero-terminated); SIZE_MAX when it is not.
 */
static size_t find_open(const builder *b, unsigned tag, const uint8_t *stops) {
    for (size_t i = b->depth; i-- > 1;) {
        unsigned t = b->stack[i].tag;
        if (t == tag) {
            return i;
        }
        for (const uint8_t *s = stops; *s; s++) {
            if (t == *s) {
                return SIZE_MAX;
            }
        }
    }
    return SIZE_MAX;
}

static const uint8_t scope_list[] = {PLX_TAG_ul,    PLX_TAG_ol, PLX_TAG_menu, PLX_TAG_dir,
                                     PLX_TAG_table, PLX_TAG_td, PLX_TAG_th,   0};
static const uint8_t scope_dl[] = {PLX_TAG_dl, PLX_TAG_table, PLX_TAG_td, PLX_TAG_th, 0};
static const uint8_t scope_table[] = {PLX_TAG_table, 0};
static const uint8_t scope_p[] = {PLX_TAG_button,  PLX_TAG_td,     PLX_TAG_th,       PLX_TAG_table,
                                  PLX_TAG_caption, PLX_TAG_object, PLX_TAG_template, 0};
static const uint8_t scope_any[] = {
    PLX_TAG_td, PLX_TAG_th, PLX_TAG_table, PLX_TAG_caption, PLX_TAG_template, PLX_TAG_object, 0};
static const uint8_t scope_none[] = {0};

static void close_if_open(builder *b, unsigned tag, const uint8_t *stops) {
    size_t i = find_open(b, tag, stops);
    if (i != SIZE_MAX) {
        pop_to(b, i);
    }
}

/* What a start tag ends without its end tag (13.2.6.4.7 "in body", and the table modes). */
static void implied_ends(builder *b, unsigned tag) {
    switch (tag) {
    case PLX_TAG_li: close_if_open(b, PLX_TAG_li, scope_list); break;
    case PLX_TAG_dt:
    case PLX_TAG_dd:
        close_if_open(b, PLX_TAG_dt, scope_dl);
        close_if_open(b, PLX_TAG_dd, scope_dl);
        break;
    case PLX_TAG_option:
    case PLX_TAG_optgroup: close_if_open(b, PLX_TAG_option, scope_list); break;
    case PLX_TAG_td:
    case PLX_TAG_th:
        close_if_open(b, PLX_TAG_td, scope_table);
        close_if_open(b, PLX_TAG_th, scope_table);
        break;
    case PLX_TAG_tr: close_if_open(b, PLX_TAG_tr, scope_table); break;
    case PLX_TAG_tbody:
    case PLX_TAG_thead:
    case PLX_TAG_tfoot:
        close_if_open(b, PLX_TAG_tbody, scope_table);
        close_if_open(b, PLX_TAG_thead, scope_table);
        close_if_open(b, PLX_TAG_tfoot, scope_table);
        break;
    case PLX_TAG_a: { /* a link in a link ends the first */
        size_t i = find_open(b, PLX_TAG_a, scope_any);
        bool inline_only = i != SIZE_MAX;
        for (size_t k = i; inline_only && k < b->depth; k++) {
            inline_only = tag_table[b->stack[k].tag].kind == 'I';
        }
        if (inline_only) {
            pop_to(b, i);
        } else if (i != SIZE_MAX && !b->stack[i].dead) {
            b->stack[i].dead = true;
            b->links--;
        }
        break;
    }
    default: break;
    }
    if (tag_table[tag].kind == 'B' && tag != PLX_TAG_button && tag != PLX_TAG_option) {
        close_if_open(b, PLX_TAG_p, scope_p);
        if (tag >= PLX_TAG_h1 && tag <= PLX_TAG_h6 && b->depth &&
            b->stack[b->depth - 1].tag >= PLX_TAG_h1 && b->stack[b->depth - 1].tag <= PLX_TAG_h6) {
            pop_to(b, b->depth - 1);
        }
    }
}

/* Elements of a site's own are containers as often as not: their end tag ends what is inside. */
static void end_unknown(builder *b, uint32_t name) {
    for (size_t i = b->depth; i-- > 1;) {
        if (b->stack[i].tag == PLX_TAG_OTHER && b->stack[i].name == name) {
            pop_to(b, i);
            return;
        }
        if (b->stack[i].tag == PLX_TAG_td || b->stack[i].tag == PLX_TAG_th ||
            b->stack[i].tag == PLX_TAG_body) {
            return;
        }
    }
}

static void end_tag(builder *b, unsigned tag) {
    if (tag == PLX_TAG_html || tag == PLX_TAG_body || tag_table[tag].kind == 'V') {
        return; /* what follows </body> still belongs to the body */
    }
    if (tag >= PLX_TAG_h1 && tag <= PLX_TAG_h6) { /* any heading's end ends the open heading */
        for (size_t i = b->depth; i-- > 1;) {
            if (b->stack[i].tag >= PLX_TAG_h1 && b->stack[i].tag <= PLX_TAG_h6) {
                pop_to(b, i);
                return;
            }
            if (tag_table[b->stack[i].tag].kind == 'B') {
                return;
            }
        }
        return;
    }
    bool inline_tag = tag_table[tag].kind == 'I';
    const uint8_t *stops = tag == PLX_TAG_table || tag == PLX_TAG_template ? scope_none
                           : tag >= PLX_TAG_thead && tag <= PLX_TAG_th     ? scope_table
                           : tag == PLX_TAG_li                             ? scope_list
                                                                           : scope_any;
    size_t i = find_open(b, tag, stops);
    if (i == SIZE_MAX) {
        return;
    }
    for (size_t k = i + 1; inline_tag && k < b->depth; k++) {
        if (tag_table[b->stack[k].tag].kind == 'B') { /* the adoption agency's work, in short */
            if (tag == PLX_TAG_a && !b->stack[i].dead) {
                b->stack[i].dead = true;
                b->links--;
            }
            return;
        }
    }
    pop_to(b, i);
}

/* ---- tokenizer
 * ------------------------------------------------------------------------------------ */

/* Attributes from p to the '>' of the tag; keeps those with a number. Returns behind the '>'. */
static const char *attributes(builder *b, const char *p, const char *end, bool keep,
                              bool *self_closing) {
    const char *base = b->t->page.p;
    *self_closing = false;
    while (p < end) {
        while (p < end && (is_space(*p) || *p == '/')) {
            *self_closing = *p == '/';
            p++;
        }
        if (p >= end) {
            return end;
        }
        if (*p == '>') {
            return p + 1;
        }
        *self_closing = false;
        const char *name = p;
        p += *p == '=';
        while (p < end && !is_space(*p) && *p != '=' && *p != '>' && *p != '/') {
            p++;
        }
        size_t name_n = (size_t)(p - name);
        const char *after = p;
        while (after < end && is_space(*after)) {
            after++;
        }
        const char *vb = after, *ve = after;
        if (after < end && *after == '=') {
            p = after + 1;
            while (p < end && is_space(*p)) {
                p++;
            }
            if (p < end && (*p == '"' || *p == '\'')) {
                const char *q = memchr(p + 1, *p, (size_t)(end - p - 1));
                vb = p + 1;
                ve = q ? q : end;
                p = q ? q + 1 : end;
            } else {
                vb = p;
                while (p < end && !is_space(*p) && *p != '>') {
                    p++;
                }
                ve = p;
            }
        }
        unsigned id = keep ? attr_id(name, name_n) : PLX_N_ATTRS;
        if (id < PLX_N_ATTRS) {
            plx_vec_push(&b->t->attrs, b->arena,
                         (plx_read__attr_value){(uint32_t)(vb - base), (uint32_t)(ve - base), id});
        }
    }
    return end;
}

static const char *find_close(const char *p, const char *end, const char *name, size_t n) {
    while (p < end) {
        p = memchr(p, '<', (size_t)(end - p));
        if (!p) {
            return end;
        }
        if ((size_t)(end - p) >= n + 2 && p[1] == '/' && name_is(p + 2, n, name)) {
            return p;
        }
        p++;
    }
    return end;
}

static const char *skip_comment(const char *p, const char *end) {
    /* p stands behind "<!--" */
    if (p < end && *p == '>') {
        return p + 1;
    }
    if (end - p >= 2 && p[0] == '-' && p[1] == '>') {
        return p + 2;
    }
    const char *q = p;
    while (q < end) {
        q = memchr(q, '>', (size_t)(end - q));
        if (!q) {
            return end; /* unclosed: all the rest is comment, as the standard says */
        }
        if ((q - p >= 2 && q[-1] == '-' && q[-2] == '-') ||
            (q - p >= 3 && q[-1] == '!' && q[-2] == '-' && q[-3] == '-')) {
            return q + 1;
        }
        q++;
    }
    return end;
}

static void add_text(builder *b, const char *from, const char *to) {
    const char *p = from;
    while (p < to && is_space(*p)) {
        p++;
    }
    if (p == to) { /* white space between tags still parts words */
        plx_read__node *last = b->t->n ? &b->t->p[b->t->n - 1] : NULL;
        if (!last || b->depth < 3 ||
            (last->tag != PLX_TAG_TEXT && tag_table[last->tag].kind == 'B')) {
            return;
        }
    }
    uint32_t id = add_node(b, PLX_TAG_TEXT);
    b->t->p[id].from = (uint32_t)(from - b->t->page.p);
    b->t->p[id].to = (uint32_t)(to - b->t->page.p);
}

static void ensure_body(builder *b, unsigned tag) {
    static const uint8_t head_tags[] = {PLX_TAG_html,
                                        PLX_TAG_head,
                                        PLX_TAG_title,
                                        PLX_TAG_meta,
                                        PLX_TAG_link,
                                        PLX_TAG_base,
                                        PLX_TAG_script,
                                        PLX_TAG_style,
                                        PLX_TAG_noscript,
                                        PLX_TAG_template,
                                        0};
    if (b->saw_body || tag == PLX_TAG_body) {
        return;
    }
    for (const uint8_t *h = head_tags; *h; h++) {
        if (tag == *h) {
            return;
        }
    }
    size_t i = find_open(b, PLX_TAG_noscript, scope_none);
    if (i != SIZE_MAX) {
        return;
    }
    pop_to(b, 1);
    uint32_t id = add_node(b, PLX_TAG_body);
    push(b, id, PLX_TAG_body, 0);
    b->t->body = id;
    b->saw_body = true;
}

/* A start tag whose name ends at p. Returns behind it, and behind its content when that is raw
 * text. */
static const char *start_tag(builder *b, unsigned tag, uint32_t name, const char *p,
                             const char *end) {
    char kind = tag_table[tag].kind;
    ensure_body(b, tag);
    bool self_closing;
    if ((tag == PLX_TAG_body && b->saw_body) || (tag == PLX_TAG_html && b->t->n > 1) ||
        (tag == PLX_TAG_head && b->saw_body)) {
        return attributes(b, p, end, false, &self_closing);
    }
    if (tag == PLX_TAG_body) {
        pop_to(b, 1);
    }
    implied_ends(b, tag);
    uint32_t id = add_node(b, tag);
    uint32_t first = (uint32_t)b->t->attrs.n;
    p = attributes(b, p, end, true, &self_closing);
    b->t->p[id].from = first;
    b->t->p[id].to = (uint32_t)b->t->attrs.n;
    if (tag == PLX_TAG_body) {
        b->t->body = id;
        b->saw_body = true;
    }
    if (kind == 'V') {
        return p;
    }
    if (kind == 'R') {
        const char *own = tag_table[tag].name;
        const char *close = find_close(p, end, own, strlen(own));
        plx_str type = plx_read__attr_of(b->t, id, PLX_ATTR_type);
        bool keep = tag == PLX_TAG_title ||
                    (tag == PLX_TAG_script && type.n >= 4 && plx_str_contains(type, PLX_S("json")));
        if (keep && close > p) {
            push(b, id, tag, 0);
            uint32_t text = add_node(b, PLX_TAG_TEXT);
            b->t->p[text].from = (uint32_t)(p - b->t->page.p);
            b->t->p[text].to = (uint32_t)(close - b->t->page.p);
            pop_to(b, b->depth - 1);
        }
        const char *gt = close < end ? memchr(close, '>', (size_t)(end - close)) : NULL;
        return gt ? gt + 1 : end;
    }
    if (!(self_closing && (tag == PLX_TAG_svg || tag == PLX_TAG_OTHER))) {
        push(b, id, tag, name);
    }
    return p;
}

static const char *markup(builder *b, const char *p, const char *end) {
    /* p stands on '<' */
    const char *q = p + 1;
    if (q < end && *q == '!') {
        if (end - q >= 3 && q[1] == '-' && q[2] == '-') {
            return skip_comment(q + 3, end);
        }
        if (end - q >= 8 && memcmp(q + 1, "[CDATA[", 7) == 0) {
            q += 8;
            const char *c = q;
            while (c < end && (c = memchr(c, ']', (size_t)(end - c))) &&
                   !(end - c >= 3 && c[1] == ']' && c[2] == '>')) {
                c++;
            }
            return c && c < end ? c + 3 : end;
        }
        const char *gt = memchr(q, '>', (size_t)(end - q));
        return gt ? gt + 1 : end;
    }
    if (q < end && *q == '?') {
        const char *gt = memchr(q, '>', (size_t)(end - q));
        return gt ? gt + 1 : end;
    }
    bool closing = q < end && *q == '/';
    q += closing;
    if (q >= end || !is_letter(*q)) {
        if (closing && q < end) {
            const char *gt = memchr(q, '>', (size_t)(end - q));
            return gt ? gt + 1 : end;
        }
        return NULL; /* a lone '<' is text */
    }
    const char *name = q;
    while (q < end && !is_space(*q) && *q != '>' && *q != '/') {
        q++;
    }
    unsigned tag = tag_of(&b->tags, name, (size_t)(q - name));
    uint32_t hash = tag == PLX_TAG_OTHER ? name_hash(name, (size_t)(q - name)) : 0;
    if (!closing || tag == PLX_TAG_br) {
        return start_tag(b, tag, hash, q, end);
    }
    bool unused;
    if (tag == PLX_TAG_OTHER) {
        end_unknown(b, hash);
    } else {
        end_tag(b, tag);
    }
    if (q < end && *q == '>') {
        return q + 1;
    }
    return attributes(b, q, end, false, &unused);
}

void plx_read__tree_of(plx_str page, plx_arena *arena, plx_read__tree *out) {
    *out = (plx_read__tree){.page = page};
    PLX_ASSERT(page.n < UINT32_MAX);
    builder *b = plx_new(arena, builder);
    b->t = out;
    b->arena = arena;
    index_tags(&b->tags);
    plx_vec_reserve(out, arena, page.n / 48 + 64);
    plx_vec_reserve(&out->attrs, arena, page.n / 64 + 64);
    push(b, add_node(b, PLX_TAG_ROOT), PLX_TAG_ROOT, 0);
    const char *p = page.p, *end = page.p + page.n, *text = p;
    while (p < end) {
        const char *lt = memchr(p, '<', (size_t)(end - p));
        if (!lt) {
            break;
        }
        size_t nodes = out->n;
        if (lt > text) { /* text before the tag; taken back if the '<' turns out to be text */
            const char *q = text;
            while (q < lt && is_space(*q)) {
                q++;
            }
            if (q < lt) {
                ensure_body(b, PLX_TAG_TEXT);
            }
            nodes = out->n;
            add_text(b, text, lt);
        }
        const char *next = markup(b, lt, end);
        if (!next) {
            out->n = nodes;
            p = lt + 1;
            continue;
        }
        p = text = next;
    }
    if (text < end) {
        ensure_body(b, PLX_TAG_TEXT);
        add_text(b, text, end);
    }
    pop_to(b, 0);
}

plx_str plx_read__attr_of(const plx_read__tree *t, uint32_t node, plx_read__attr name) {
    const plx_read__node *n = &t->p[node];
    if (n->tag == PLX_TAG_TEXT) {
        return (plx_str){0};
    }
    for (uint32_t i = n->from; i < n->to; i++) {
        if (t->attrs.p[i].name == name) {
            return plx_str_slice(t->page, t->attrs.p[i].begin, t->attrs.p[i].end);
        }
    }
    return (plx_str){0};
}
