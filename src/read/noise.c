#include "read/noise.h"

#include "read/noise_lines.h"

#include <threads.h>

/* ---- the table, by the first word of its patterns -----------------------------------------------
 */

#define NOISE_LIMIT_BYTES PLX_GIB
#define BUCKETS           1024u
#define ENTRIES           6000u

static struct {
    uint16_t head[BUCKETS]; /* index + 1 into entry */
    struct {
        uint32_t hash;
        uint16_t rule, next;
    } entry[ENTRIES];
    uint16_t open[512]; /* rules that begin with anything else than a word */
    size_t n_entries, n_open;
} book;
static once_flag book_once = ONCE_FLAG_INIT;

static void book_add(uint32_t hash, size_t rule) {
    PLX_ASSERT(book.n_entries + 1 < ENTRIES);
    uint16_t *slot = &book.head[hash % BUCKETS];
    while (*slot) {
        slot = &book.entry[*slot - 1].next; /* in the table's order */
    }
    size_t i = book.n_entries++;
    book.entry[i].hash = hash;
    book.entry[i].rule = (uint16_t)rule;
    *slot = (uint16_t)(i + 1);
}

static void book_fill(void) {
    for (size_t r = 0; plx_read__rules[r].pattern; r++) {
        plx_str rest = plx_str_of(plx_read__rules[r].pattern), first, word;
        (void)plx_str_split(&rest, ' ', &first);
        bool open = first.n > 1 && first.p[first.n - 1] == '?';
        for (plx_str w = first; plx_str_split(&w, '|', &word);) {
            open |= word.n == 0 || word.p[0] == '<' || word.p[0] == '#' || word.p[0] == '*' ||
                    word.p[0] == '_';
        }
        if (open) {
            PLX_ASSERT(book.n_open < PLX_COUNT(book.open));
            book.open[book.n_open++] = (uint16_t)r;
            continue;
        }
        for (plx_str w = first; plx_str_split(&w, '|', &word);) {
            book_add(plx_read__word_hash(word.p, word.n), r);
        }
    }
}

/* ---- one line against the table -----------------------------------------------------------------
 */

static bool sentence_begins(plx_str text, const plx_read__token *tok, size_t at) {
    if (at == 0) {
        return true;
    }
    const plx_read__token *t = &tok[at - 1];
    if (t->kind != PLX_READ_PUNCT) {
        return false;
    }
    char c = text.p[t->span.begin];
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ')' || c == ']' || c == '|' ||
           c == '"' || t->span.end - t->span.begin > 1;
}

static bool words_fit(const plx_read__line *l, const plx_read__rule *r) {
    return r->max_words == 0 || l->words <= r->max_words;
}

/* Does rule r match at token `at`? Sets what would go. */
static bool rule_hits(plx_str text, const plx_read__line *l, const plx_read__lines *ls,
                      const plx_read__rule *r, size_t at, plx_span *drop) {
    size_t end = 0, n = ls->n_tok;
    const plx_read__token *tok = ls->tok;
    if ((r->reach == PLX_READ_LINE || r->reach == PLX_READ_HEAD) && at > 0) {
        return false;
    }
    if (r->reach == PLX_READ_TAIL) {
        if (!sentence_begins(text, tok, at) || (r->max_words && n - at > 2u * r->max_words)) {
            return false;
        }
    } else if (r->reach != PLX_READ_HEAD && r->reach != PLX_READ_MATCH && !words_fit(l, r)) {
        return false;
    }
    if (!plx_read__match(r->pattern, text, tok, n, at, &end) || end <= at) {
        return false;
    }
    switch ((plx_read__reach)r->reach) {
    case PLX_READ_HEAD: /* with the blank behind it, and the blanks that the text begins with */
        *drop = plx_span_of(l->line_no == 0 ? 0 : l->span.begin,
                            end < n ? tok[end].span.begin : l->span.end);
        break;
    case PLX_READ_TAIL: *drop = plx_span_of(tok[at].span.begin, l->span.end); break;
    case PLX_READ_MATCH: *drop = plx_span_of(tok[at].span.begin, tok[end - 1].span.end); break;
    default: *drop = l->span; break;
    }
    return true;
}

static bool apply_table(plx_str text, plx_read__line *l, const plx_read__lines *ls) {
    plx_span best = {0, 0}, drop;
    const char *why = NULL;
    for (size_t k = 0; k < book.n_open && !why; k++) {
        const plx_read__rule *r = &plx_read__rules[book.open[k]];
        if (rule_hits(text, l, ls, r, 0, &drop)) {
            best = drop;
            why = r->why;
        }
    }
    for (size_t at = 0; at < ls->n_tok && !why; at++) {
        uint32_t h = ls->tok[at].hash;
        for (uint16_t e = book.head[h % BUCKETS]; e; e = book.entry[e - 1].next) {
            const plx_read__rule *r = &plx_read__rules[book.entry[e - 1].rule];
            if (book.entry[e - 1].hash == h && rule_hits(text, l, ls, r, at, &drop)) {
                best = drop;
                why = r->why;
                break;
            }
        }
    }
    if (!why) {
        return false;
    }
    l->why = why;
    l->drop = best;
    return true;
}

/* ---- lines --------------------------------------------------------------------------------------
 */

static bool ends_sentence(plx_str text, const plx_read__token *t) {
    char c = text.p[t->span.begin];
    return t->kind == PLX_READ_PUNCT && (c == '.' || c == '!' || c == '?');
}

static bool is_quote_mark(plx_str text, const plx_read__token *t) {
    plx_str s = plx_str_at(text, t->span);
    return t->kind == PLX_READ_PUNCT &&
           (plx_str_eq(s, PLX_S("\"")) || plx_str_eq(s, PLX_S("\xE2\x80\x9C")) ||
            plx_str_eq(s, PLX_S("\xE2\x80\x9D")) || plx_str_eq(s, PLX_S("\xE2\x80\x9E")) ||
            plx_str_eq(s, PLX_S("\xC2\xBB")) || plx_str_eq(s, PLX_S("\xC2\xAB")));
}

static bool is_shouted(plx_str text, const plx_read__token *t) {
    if (t->kind != PLX_READ_WORD || t->span.end - t->span.begin < 2) {
        return false;
    }
    for (uint32_t i = t->span.begin; i < t->span.end; i++) {
        if (text.p[i] >= 'a' && text.p[i] <= 'z') {
            return false;
        }
    }
    return t->capital;
}

static void describe(plx_str text, plx_arena *arena, plx_read__lines *ls, plx_read__line *l) {
    l->hash_at = (uint32_t)ls->hashes.n;
    uint32_t small = 0;
    for (size_t i = 0; i < ls->n_tok; i++) {
        const plx_read__token *t = &ls->tok[i];
        if (t->kind == PLX_READ_PUNCT) {
            l->quoted |= is_quote_mark(text, t);
            bool ended = ends_sentence(text, t) && i + 1 < ls->n_tok && ls->tok[i + 1].spaced &&
                         i > 0 && ls->tok[i - 1].span.end - ls->tok[i - 1].span.begin > 2 &&
                         (ls->tok[i + 1].capital || ls->tok[i + 1].kind != PLX_READ_WORD);
            l->sentences = (uint16_t)(l->sentences + ended);
            continue;
        }
        l->words++;
        plx_vec_push(&ls->hashes, arena, t->hash);
        bool word = t->kind == PLX_READ_WORD;
        l->letters = (uint16_t)(l->letters + word);
        l->caps = (uint16_t)(l->caps + (t->capital && word));
        l->shouted = (uint16_t)(l->shouted + is_shouted(text, t));
        small += word && !t->capital && t->span.end - t->span.begin <= 4;
    }
    l->n_hashes = (uint32_t)ls->hashes.n - l->hash_at;
    for (size_t i = ls->n_tok; i-- > 0;) {
        const plx_read__token *t = &ls->tok[i];
        if (ends_sentence(text, t)) {
            l->closed = true;
        }
        if (t->kind != PLX_READ_PUNCT || l->closed) {
            break;
        }
    }
    /* the small words of a headline (of, the, for) stay small in title case */
    l->heading = !l->closed && l->letters >= 3 && l->words <= 18 &&
                 10u * l->caps >= 7u * (l->letters - PLX_MIN(small, l->letters / 2u));
}

void plx_read__lines_of(plx_str text, plx_arena *arena, plx_read__lines *out) {
    *out = (plx_read__lines){0};
    out->tok = plx_arena_alloc(arena, PLX_READ_TOKENS_MAX * sizeof(plx_read__token),
                               _Alignof(plx_read__token));
    uint32_t line_no = 0;
    for (size_t at = 0; at < text.n && out->n <= PLX_READ_LINES_MAX; line_no++) {
        size_t nl = plx_str_find_char(text, '\n', at), end = nl == SIZE_MAX ? text.n : nl;
        size_t b = at, e = end;
        while (b < e && (unsigned char)text.p[b] <= ' ') {
            b++;
        }
        while (e > b && (unsigned char)text.p[e - 1] <= ' ') {
            e--;
        }
        at = end + 1;
        if (b == e) {
            continue;
        }
        plx_read__line *l = plx_vec_add(out, arena);
        l->span = plx_span_of(b, e);
        l->line_no = line_no;
        out->n_tok = plx_read__tokenize(text, l->span, out->tok, PLX_READ_TOKENS_MAX);
        describe(text, arena, out, l);
        if (l->words == 0) { /* rules of dashes, stars and dots */
            plx_read__drop_line(l, "separator");
        } else if (out->n <= PLX_READ_LINES_MAX) {
            (void)apply_table(text, l, out);
        }
    }
}

void plx_read__drop_line(plx_read__line *l, const char *why) {
    if (!l->why || l->drop.begin != l->span.begin || l->drop.end != l->span.end) {
        l->why = why;
        l->drop = l->span;
    }
}

/* ---- all of a text ------------------------------------------------------------------------------
 */

static void emit(const plx_read__lines *ls, plx_arena *arena, plx_read__noises *out) {
    const plx_read__line *before = NULL;
    for (size_t i = 0; i < ls->n; i++) {
        const plx_read__line *l = &ls->p[i];
        if (l->why && l->drop.end > l->drop.begin) {
            plx_read__noise *last = out->n ? &out->p[out->n - 1] : NULL;
            bool follows = last && before && before->why && before->drop.end == before->span.end &&
                           l->drop.begin == l->span.begin && strcmp(last->why, l->why) == 0;
            if (follows) {
                last->span.end = l->drop.end; /* one stretch, the line break included */
            } else {
                plx_vec_reserve(out, arena, out->n + 1);
                PLX_ASSERT(out->p != NULL);
                out->p[out->n++] = (plx_read__noise){l->drop, l->why};
            }
        }
        before = l;
    }
}

typedef struct noise_job {
    plx_str text;
    plx_arena *arena;
    plx_read__noises *out;
} noise_job;

static void find_noise(void *ctx, plx_arena *scratch) {
    noise_job *job = ctx;
    plx_str text = job->text;
    plx_read__lines ls;
    plx_read__lines_of(text, scratch, &ls);
    ls.sorted = plx_new_n(scratch, uint32_t, ls.hashes.n);
    plx_read__noise_code(text, &ls);
    plx_read__noise_posts(text, &ls);
    plx_read__noise_edges(text, &ls);
    plx_read__noise_captions(text, &ls);
    plx_read__noise_repeats(text, &ls);
    plx_read__noise_promos(text, &ls);
    emit(&ls, job->arena, job->out);
}

void plx_read__find_noise(plx_str text, plx_str title, plx_arena *arena, plx_read__noises *out) {
    (void)title;
    call_once(&book_once, book_fill);
    *out = (plx_read__noises){0};
    noise_job job = {text, arena, out};
    plx_with_scratch(NOISE_LIMIT_BYTES, find_noise, &job); /* the lines are many times the noise */
}

const char *plx_read__block_noise(plx_str block) {
    enum { MAX_TOKENS = 200 };
    plx_read__token tok[MAX_TOKENS];
    call_once(&book_once, book_fill);
    if (block.n > 1200 || block.n == 0) {
        return NULL;
    }
    plx_read__lines ls = {.tok = tok};
    plx_read__line l = {.span = plx_span_of(0, block.n)};
    ls.n_tok = plx_read__tokenize(block, l.span, tok, MAX_TOKENS);
    for (size_t i = 0; i < ls.n_tok; i++) {
        l.words += tok[i].kind != PLX_READ_PUNCT;
    }
    if (!apply_table(block, &l, &ls) || l.drop.begin != 0 || l.drop.end != block.n) {
        return NULL;
    }
    return l.why;
}
