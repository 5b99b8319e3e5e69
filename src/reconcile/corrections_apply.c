/* Corrections applied to a story. What a correction names is found anew on every run, by the words
 * that stand in it, so that it survives new accounts. */
#include "base/utf8.h"
#include "base/vec.h"
#include "find/find.h"
#include "reconcile/corrections.h"

#include <stdlib.h>

static bool has_form(const plx_entity *e, plx_str form) {
    if (plx_str_eq_nocase(e->name, form)) return true;
    for (size_t i = 0; i < e->names.n; i++) {
        if (plx_str_eq_nocase(e->names.p[i].form, form)) return true;
    }
    return false;
}

/* The entity that bears the form; of several the one mentioned most, which comes first. */
static uint32_t find_entity(const plx_story *s, plx_str form, uint32_t but) {
    for (uint32_t i = 0; i < s->entities.n; i++) {
        if (i != but && has_form(&s->entities.p[i], form)) return i;
    }
    return PLX_NONE;
}

static void fits(plx_story *s, const plx_reconcile_options *o, const plx_correction *c) {
    s->corrections_fit[c - o->corrections->p] = true;
}

/* ---- entities
 * ------------------------------------------------------------------------------------ */

static int by_place(const void *x, const void *y) {
    const plx_entity_mention *a = x, *b = y;
    if (a->at.account != b->at.account) return a->at.account < b->at.account ? -1 : 1;
    return plx_span_cmp(a->at.span, b->at.span);
}

static void repoint(plx_story *s, uint32_t from, uint32_t to) {
    for (size_t a = 0; a < s->n_accounts; a++) {
        for (size_t c = 0; c < s->annotations[a]->n_chains; c++) {
            uint32_t *e = &s->entity_of_chain[a][c];
            if (*e == from) *e = to;
        }
    }
}

/* Takes entity `gone` out of the list; those behind it move up. */
static void take_out(plx_story *s, uint32_t gone) {
    repoint(s, gone, PLX_NONE);
    for (uint32_t i = gone; i + 1 < s->entities.n; i++) {
        s->entities.p[i] = s->entities.p[i + 1];
        repoint(s, i + 1, i);
    }
    s->entities.n--;
}

static void add_name(plx_story *s, plx_entity *e, plx_str form, uint32_t account,
                     plx_arena *arena) {
    (void)s;
    size_t i = 0;
    while (i < e->names.n && !plx_str_eq(e->names.p[i].form, form)) i++;
    if (i == e->names.n) plx_vec_add(&e->names, arena)->form = form;
    plx_indices *in = &e->names.p[i].accounts;
    size_t k = 0;
    while (k < in->n && in->p[k] < account) k++;
    if (k < in->n && in->p[k] == account) return;
    plx_vec_push(in, arena, account);
    for (size_t j = in->n - 1; j > k; j--) in->p[j] = in->p[j - 1];
    in->p[k] = account;
}

static void join(plx_story *s, uint32_t a, uint32_t b, const plx_correction *c, plx_arena *arena) {
    uint32_t to = PLX_MIN(a, b), from = PLX_MAX(a, b);
    plx_entity *x = &s->entities.p[to], *y = &s->entities.p[from];
    for (size_t i = 0; i < y->mentions.n; i++) plx_vec_push(&x->mentions, arena, y->mentions.p[i]);
    qsort(x->mentions.p, x->mentions.n, sizeof *x->mentions.p, by_place);
    for (size_t i = 0; i < y->names.n; i++) {
        const plx_entity_form *f = &y->names.p[i];
        for (size_t k = 0; k < f->accounts.n; k++) add_name(s, x, f->form, f->accounts.p[k], arena);
    }
    for (size_t i = 0; i < y->why.n; i++) plx_vec_push(&x->why, arena, y->why.p[i]);
    plx_vec_push(&x->why, arena,
                 plx_str_format(arena, "correction, line %u: %.*s", c->line, PLX_FMT(c->text)));
    repoint(s, from, to);
    take_out(s, from);
}

/* Mentions written as `form` leave entity e; so do chains whose names are all written so. */
static bool split(plx_story *s, uint32_t e, const plx_correction *c, plx_arena *arena) {
    plx_entity fresh = {.type = s->entities.p[e].type, .name = c->b};
    plx_entity *old = &s->entities.p[e];
    size_t kept = 0;
    for (size_t i = 0; i < old->mentions.n; i++) {
        plx_entity_mention m = old->mentions.p[i];
        plx_str text = plx_str_at(s->accounts[m.at.account]->text, m.at.span);
        if (m.kind == PLX_NAME && plx_str_eq_nocase(text, c->b)) {
            plx_vec_push(&fresh.mentions, arena, m);
            add_name(s, &fresh, text, m.at.account, arena);
        } else {
            old->mentions.p[kept++] = m;
        }
    }
    if (!fresh.mentions.n || !kept) {
        old->mentions.n = fresh.mentions.n ? fresh.mentions.n : kept;
        return false;
    }
    old->mentions.n = kept;
    size_t names = 0;
    for (size_t i = 0; i < old->names.n; i++) {
        if (!plx_str_eq_nocase(old->names.p[i].form, c->b)) old->names.p[names++] = old->names.p[i];
    }
    old->names.n = names;
    plx_vec_push(&fresh.why, arena,
                 plx_str_format(arena, "correction, line %u: %.*s", c->line, PLX_FMT(c->text)));
    plx_vec_push(&s->entities, arena, fresh);
    uint32_t index = (uint32_t)s->entities.n - 1;
    for (size_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        bool *other = plx_new_n(arena, bool, an->n_chains),
             *same = plx_new_n(arena, bool, an->n_chains);
        for (size_t i = 0; i < an->n_mentions; i++) {
            const plx_mention *m = &an->mentions[i];
            if (m->kind != PLX_NAME || s->entity_of_chain[a][m->chain] != e) continue;
            bool is = plx_str_eq_nocase(plx_str_at(an->account->text, m->span), c->b);
            (is ? same : other)[m->chain] = true;
        }
        for (size_t k = 0; k < an->n_chains; k++) {
            if (same[k] && !other[k]) s->entity_of_chain[a][k] = index;
        }
    }
    return true;
}

void plx_corrections__entities(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    for (size_t i = 0; o && o->corrections && i < o->corrections->n; i++) {
        const plx_correction *c = &o->corrections->p[i];
        if (c->verb > PLX_CORRECT_DROP) continue;
        uint32_t a = find_entity(s, c->a, PLX_NONE);
        if (a == PLX_NONE) continue;
        if (c->verb == PLX_CORRECT_JOIN) {
            uint32_t b = find_entity(s, c->b, a);
            if (b != PLX_NONE) {
                join(s, a, b, c, arena);
            } else if (!has_form(&s->entities.p[a], c->b)) {
                continue;
            }
        } else if (c->verb == PLX_CORRECT_SPLIT) {
            if (!has_form(&s->entities.p[a], c->b) || !split(s, a, c, arena)) continue;
        } else if (c->verb == PLX_CORRECT_RENAME) {
            s->entities.p[a].name = c->b;
        } else {
            take_out(s, a);
        }
        fits(s, o, c);
    }
}

/* ---- quotes and dates
 * ----------------------------------------------------------------------------- */

static plx_str fold_words(plx_str s, plx_arena *arena) {
    plx_str f = plx_str_fold(arena, s);
    plx_buf b;
    plx_buf_init(&b, arena, f.n + 1);
    bool gap = false;
    for (size_t pos = 0; pos < f.n;) {
        uint32_t cp = plx_utf8_next(f, &pos);
        if (!plx_cp_is_alnum(cp)) {
            gap = b.n > 0;
            continue;
        }
        if (gap) plx_buf_putc(&b, ' ');
        gap = false;
        plx_buf_put_cp(&b, cp);
    }
    return plx_buf_str(&b);
}

static bool rendering_holds(const plx_story *s, const plx_rendering *r, plx_str words,
                            plx_arena *arena) {
    if (!r->n_spans) return false;
    plx_span all = plx_span_join(r->spans[0], r->spans[r->n_spans - 1]);
    plx_str text = plx_str_at(s->accounts[r->account]->text, all);
    return plx_str_contains(fold_words(text, arena), words);
}

static bool holds(const plx_story *s, const plx_quote_group *q, plx_str words, plx_arena *arena) {
    for (size_t i = 0; i < q->renderings.n; i++) {
        if (rendering_holds(s, &q->renderings.p[i], words, arena)) return true;
    }
    return false;
}

static uint32_t find_quote(const plx_story *s, plx_str words, plx_arena *arena) {
    for (uint32_t i = 0; i < s->quotes.n; i++) {
        if (holds(s, &s->quotes.p[i], words, arena)) return i;
    }
    return PLX_NONE;
}

static int by_account(const void *x, const void *y) {
    const plx_rendering *a = x, *b = y;
    if (a->account != b->account) return a->account < b->account ? -1 : 1;
    return plx_span_cmp(a->spans[0], b->spans[0]);
}

static plx_str because(const plx_correction *c, plx_arena *arena) {
    return plx_str_format(arena, "correction, line %u: %.*s", c->line, PLX_FMT(c->text));
}

/* The renderings of quote `from` go over to quote `to`. */
static void join_quotes(plx_story *s, uint32_t to, uint32_t from, plx_str why, plx_arena *arena) {
    plx_quote_group *x = &s->quotes.p[to], *y = &s->quotes.p[from];
    for (size_t i = 0; i < y->renderings.n; i++) {
        plx_vec_push(&x->renderings, arena, y->renderings.p[i]);
    }
    qsort(x->renderings.p, x->renderings.n, sizeof *x->renderings.p, by_account);
    x->speaker = x->speaker == PLX_NONE ? y->speaker : x->speaker;
    x->why = why;
    for (uint32_t i = from; i + 1 < s->quotes.n; i++) s->quotes.p[i] = s->quotes.p[i + 1];
    s->quotes.n--;
}

/* The renderings that hold the words of `b` but not those of `a` leave the quote. */
static bool part_quotes(plx_story *s, uint32_t at, plx_str a, plx_str b, plx_str why,
                        plx_arena *arena) {
    plx_quote_group fresh = {.speaker = s->quotes.p[at].speaker, .why = why};
    plx_quote_group *old = &s->quotes.p[at];
    size_t kept = 0;
    for (size_t i = 0; i < old->renderings.n; i++) {
        plx_rendering r = old->renderings.p[i];
        if (rendering_holds(s, &r, b, arena) && !rendering_holds(s, &r, a, arena)) {
            plx_vec_push(&fresh.renderings, arena, r);
        } else {
            old->renderings.p[kept++] = r;
        }
    }
    if (!fresh.renderings.n || !kept) return false;
    old->renderings.n = kept;
    plx_vec_push(&s->quotes, arena, fresh);
    return true;
}

static void group_quotes(plx_story *s, const plx_reconcile_options *o, const plx_correction *c,
                         plx_arena *arena) {
    plx_str a = fold_words(c->a, arena), b = fold_words(c->b, arena);
    uint32_t x = a.n ? find_quote(s, a, arena) : PLX_NONE;
    uint32_t y = b.n ? find_quote(s, b, arena) : PLX_NONE;
    if (x == PLX_NONE || y == PLX_NONE) return;
    if (c->verb == PLX_CORRECT_SAME) {
        if (x != y) join_quotes(s, PLX_MIN(x, y), PLX_MAX(x, y), because(c, arena), arena);
    } else if (x == y && !part_quotes(s, x, a, b, because(c, arena), arena)) {
        return;
    }
    fits(s, o, c);
}

void plx_corrections__quotes(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    for (size_t i = 0; o && o->corrections && i < o->corrections->n; i++) {
        const plx_correction *c = &o->corrections->p[i];
        if (c->verb == PLX_CORRECT_SAME || c->verb == PLX_CORRECT_APART) {
            group_quotes(s, o, c, arena);
        }
    }
    for (size_t i = 0; o && o->corrections && i < o->corrections->n; i++) {
        const plx_correction *c = &o->corrections->p[i];
        if (c->verb != PLX_CORRECT_SPEAKER) continue;
        uint32_t who = find_entity(s, c->b, PLX_NONE);
        plx_str words = fold_words(c->a, arena);
        if (who == PLX_NONE || !words.n) continue;
        for (size_t k = 0; k < s->quotes.n; k++) {
            if (!holds(s, &s->quotes.p[k], words, arena)) continue;
            s->quotes.p[k].speaker = who;
            s->quotes.p[k].why = because(c, arena);
            fits(s, o, c);
        }
    }
}

static plx_str base_name(plx_str path) {
    for (size_t i = path.n; i > 0; i--) {
        if (path.p[i - 1] == '/') return plx_str_slice(path, i, path.n);
    }
    return path;
}

void plx_corrections__dates(plx_story *s, plx_annotation **annotations,
                            const plx_reconcile_options *o, plx_arena *arena) {
    size_t n = o && o->corrections ? o->corrections->n : 0;
    s->corrections_fit = plx_new_n(arena, bool, n);
    for (size_t i = 0; i < n; i++) {
        const plx_correction *c = &o->corrections->p[i];
        if (c->verb != PLX_CORRECT_DATE) continue;
        for (size_t a = 0; a < s->n_accounts; a++) {
            plx_str path = s->accounts[a]->path;
            if (!plx_str_eq(path, c->a) && !plx_str_eq(base_name(path), c->a)) continue;
            s->published[a] = c->b;
            s->published_why[a] = plx_str_format(arena, "correction, line %u", c->line);
            plx_find_context context = {.published = c->b};
            plx_find_times(annotations[a], &context, arena);
            fits(s, o, c);
        }
    }
}
