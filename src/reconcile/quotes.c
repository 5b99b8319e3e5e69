/* Quotes across accounts: pieces of quotes that render the same words (quote_pieces.h) become
 * units, units become the renderings of one group.
 *
 * A quote stays whole where nothing in it goes with different quotes elsewhere: its sentences that
 * have no counterpart stay with their neighbours, and sentences that go together in every account
 * stay together. */
#include "reconcile/corrections.h"
#include "reconcile/quote_pieces.h"

#include <stdlib.h>

enum {
    FEW_WORDS = 4, /* that go with what stands beside them */
    MOSTLY = 2     /* so many words without a counterpart go with one that has one */
};

typedef struct frame {
    plx_quoting q;
    uint32_t *label;  /* of pieces: the cluster that it stands in, PLX_NONE = of no other account */
    uint32_t *joined; /* of clusters: merged with another, by root */
} frame;

static uint32_t joined_root(const frame *f, uint32_t cluster) {
    while (f->joined[cluster] != cluster) cluster = f->joined[cluster];
    return cluster;
}

static bool same_quote(const plx_piece *a, const plx_piece *b) {
    return a->account == b->account && a->quote == b->quote;
}

/* Clusters that more than one account has a part in. */
static void label_pieces(frame *f) {
    plx_quoting *q = &f->q;
    bool *shared = plx_new_n(q->arena, bool, q->pieces.n);
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        uint32_t r = plx_quote__root(q, i);
        shared[r] |= q->pieces.p[i].account != q->pieces.p[r].account;
    }
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        uint32_t r = plx_quote__root(q, i);
        f->label[i] = shared[r] ? r : PLX_NONE;
        f->joined[i] = i;
    }
}

typedef struct side_by_side {
    uint32_t a, b; /* clusters, a before b in a quote of the account */
    uint32_t account;
} side_by_side;

static int by_clusters(const void *x, const void *y) {
    const side_by_side *a = x, *b = y;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    if (a->b != b->b) return a->b < b->b ? -1 : 1;
    return a->account < b->account ? -1 : a->account > b->account;
}

/* Sentences that follow one another in every account that has either are one unit; where an account
 * has them apart, or turned round, each lines up with its own counterpart. */
static void join_followers(frame *f) {
    plx_quoting *q = &f->q;
    PLX_VEC(side_by_side) pairs = {NULL, 0, 0};
    uint32_t *size = plx_new_n(q->arena, uint32_t, q->pieces.n); /* accounts, of clusters */
    uint32_t *last = plx_new_n(q->arena, uint32_t, q->pieces.n);
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        const plx_piece *p = &q->pieces.p[i];
        if (f->label[i] == PLX_NONE) continue;
        size[f->label[i]] += last[f->label[i]] != p->account + 1;
        last[f->label[i]] = p->account + 1;
        if (i + 1 < q->pieces.n && same_quote(p, p + 1) && f->label[i + 1] != PLX_NONE &&
            f->label[i + 1] != f->label[i]) {
            side_by_side here = {f->label[i], f->label[i + 1], p->account};
            plx_vec_push(&pairs, q->arena, here);
        }
    }
    if (pairs.n) qsort(pairs.p, pairs.n, sizeof *pairs.p, by_clusters);
    for (size_t i = 0; i < pairs.n;) {
        size_t k = i;
        uint32_t a = pairs.p[i].a, b = pairs.p[i].b, together = 0;
        for (; k < pairs.n && pairs.p[k].a == a && pairs.p[k].b == b; k++) {
            together += k == i || pairs.p[k].account != pairs.p[k - 1].account;
        }
        if (together > 1 && together >= PLX_MAX(size[a], size[b])) {
            uint32_t x = joined_root(f, a), y = joined_root(f, b);
            f->joined[PLX_MAX(x, y)] = PLX_MIN(x, y);
        }
        i = k;
    }
}

/* Does `next` go on with `a` before it, nothing between them? */
static bool same_stretch(const plx_piece *a, const plx_piece *next) {
    return same_quote(a, next) && !next->apart;
}

/* The only cluster that the pieces between the same marks as `i` stand in, when these are no small
 * part of it; PLX_NONE: none, or several. */
static uint32_t only_label(const frame *f, uint32_t i) {
    const plx_quoting *q = &f->q;
    const plx_piece *p = q->pieces.p;
    uint32_t label = PLX_NONE, first = i;
    size_t with = 0, without = 0;
    while (first && same_stretch(&p[first - 1], &p[first])) first--;
    for (uint32_t k = first; k < q->pieces.n && (k == first || same_stretch(&p[k - 1], &p[k]));
         k++) {
        if (f->label[k] == PLX_NONE) {
            without += p[k].n_words;
            continue;
        }
        with += p[k].n_words;
        if (label != PLX_NONE && f->label[k] != label) return PLX_NONE;
        label = f->label[k];
    }
    return without <= MOSTLY * with ? label : PLX_NONE;
}

/* Pieces without a counterpart: between marks where nothing else has different parts, between two
 * of one unit, or of a few words, they go with what stands beside them; else they are a unit of
 * their own. */
static void attach_rest(frame *f) {
    plx_quoting *q = &f->q;
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        if (f->label[i] != PLX_NONE) f->label[i] = joined_root(f, f->label[i]);
    }
    uint32_t *whole = plx_new_n(q->arena, uint32_t, q->pieces.n);
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        whole[i] = f->label[i] == PLX_NONE ? only_label(f, i) : f->label[i];
    }
    for (uint32_t i = 0; i < q->pieces.n; i++) f->label[i] = whole[i];
    for (uint32_t i = 0; i < q->pieces.n;) {
        if (f->label[i] != PLX_NONE) {
            i++;
            continue;
        }
        uint32_t end = i;
        size_t words = 0;
        bool leans = true;
        while (end < q->pieces.n && f->label[end] == PLX_NONE &&
               same_quote(&q->pieces.p[i], &q->pieces.p[end])) {
            leans &= q->pieces.p[end].leans;
            words += q->pieces.p[end++].n_words;
        }
        bool before = i && same_quote(&q->pieces.p[i], &q->pieces.p[i - 1]);
        bool behind = end < q->pieces.n && same_quote(&q->pieces.p[i], &q->pieces.p[end]);
        uint32_t to = i; /* named after its first piece */
        bool between = before && behind && f->label[i - 1] == f->label[end];
        bool few = words <= FEW_WORDS;
        if (between || (before && (leans || (few && !q->pieces.p[i].apart)))) {
            to = f->label[i - 1];
        } else if (behind && few && !q->pieces.p[end].apart) {
            to = f->label[end];
        }
        for (; i < end; i++) f->label[i] = to;
    }
}

/* ---- groups ------------------------------------------------------------------------------------
 */

static void add_rendering(frame *f, plx_quote_group *group, uint32_t begin, uint32_t end) {
    plx_quoting *q = &f->q;
    const plx_piece *first = &q->pieces.p[begin];
    const plx_quote *x = &q->story->annotations[first->account]->quotes[first->quote];
    plx_rendering *r = plx_vec_add(&group->renderings, q->arena);
    r->account = first->account;
    r->quote = first->quote;
    r->kind = x->kind;
    r->cue = x->cue;
    r->source = x->source;
    bool whole = !(begin && same_quote(first, first - 1)) &&
                 !(end < q->pieces.n && same_quote(first, &q->pieces.p[end]));
    if (whole) {
        r->spans = x->spans;
        r->n_spans = x->n_spans;
        return;
    }
    for (uint32_t i = begin; i < end; i++) r->n_spans += q->pieces.p[i].n_spans;
    r->spans = plx_new_n(q->arena, plx_span, r->n_spans);
    size_t n = 0;
    for (uint32_t i = begin; i < end; i++) {
        for (size_t k = 0; k < q->pieces.p[i].n_spans; k++) {
            r->spans[n++] = q->pieces.p[i].spans[k];
            if (n == 1) r->spans[0].begin = PLX_MAX(r->spans[0].begin, first->shown);
        }
    }
}

/* How much an account's word counts for who spoke: a name more than what stands for one, words
 * between marks more than others. */
static uint32_t votes_of(const frame *f, const plx_rendering *r) {
    const plx_annotation *an = f->q.story->annotations[r->account];
    const plx_quote *x = &an->quotes[r->quote];
    bool named = x->mention != PLX_NONE && an->mentions[x->mention].kind == PLX_NAME;
    return (x->kind == PLX_INDIRECT ? 2u : 3u) + (named ? 5u : 0u);
}

static void find_speaker(frame *f, plx_quote_group *group) {
    plx_quoting *q = &f->q;
    uint32_t best = PLX_NONE, votes = 0;
    plx_str why = {NULL, 0};
    for (size_t i = 0; i < group->renderings.n; i++) {
        uint32_t count = 0, who = PLX_NONE;
        const plx_rendering *r = &group->renderings.p[i];
        const plx_quote *x = &q->story->annotations[r->account]->quotes[r->quote];
        if (x->chain != PLX_NONE) who = q->story->entity_of_chain[r->account][x->chain];
        if (who == PLX_NONE) {
            if (!why.n) why = x->why;
            continue;
        }
        for (size_t k = 0; k < group->renderings.n; k++) {
            const plx_rendering *o = &group->renderings.p[k];
            const plx_quote *y = &q->story->annotations[o->account]->quotes[o->quote];
            if (y->chain != PLX_NONE && q->story->entity_of_chain[o->account][y->chain] == who) {
                count += votes_of(f, o);
            }
        }
        if (count > votes) {
            votes = count;
            best = who;
            why = x->why;
        }
    }
    group->speaker = best;
    group->why = why;
}

static void say_why(frame *f, plx_quote_group *group, double score, size_t n_accounts) {
    plx_arena *arena = f->q.arena;
    if (n_accounts < 2) return;
    group->why = plx_str_format(
        arena,
        "%zu accounts render the same words (likeness of the least alike link %.2f); speaker: %.*s",
        n_accounts, score, PLX_FMT(group->why));
}

static double weakest_link(const frame *f, uint32_t label) {
    const plx_quoting *q = &f->q;
    double least = 1;
    for (size_t i = 0; i < q->links.n; i++) {
        if (f->label[q->links.p[i].a] == label) least = PLX_MIN(least, q->links.p[i].score);
    }
    return least;
}

static bool worth_showing(const plx_quoting *q, const plx_quote_group *group) {
    bool said = false;
    for (size_t i = 0; i < group->renderings.n; i++) {
        said |= group->renderings.p[i].kind != PLX_INDIRECT;
    }
    (void)q;
    return said;
}

static void write_groups(frame *f) {
    plx_quoting *q = &f->q;
    plx_imap groups;
    plx_imap_init(&groups, q->arena);
    PLX_VEC(plx_quote_group) all = {NULL, 0, 0};
    PLX_VEC(uint32_t) labels = {NULL, 0, 0};
    for (uint32_t i = 0; i < q->pieces.n;) {
        uint32_t end = i + 1;
        while (end < q->pieces.n && f->label[end] == f->label[i] &&
               same_quote(&q->pieces.p[end], &q->pieces.p[i])) {
            end++;
        }
        bool is_new;
        uint32_t at = plx_imap_put(&groups, f->label[i], (uint32_t)all.n, &is_new)->value;
        if (is_new) {
            (void)plx_vec_add(&all, q->arena);
            plx_vec_push(&labels, q->arena, f->label[i]);
        }
        PLX_ASSERT(at < all.n && all.p != NULL);
        add_rendering(f, &all.p[at], i, end);
        i = end;
    }
    for (size_t i = 0; i < all.n; i++) {
        plx_quote_group *group = &all.p[i];
        if (!worth_showing(q, group)) continue;
        find_speaker(f, group);
        size_t n_accounts = 1;
        for (size_t k = 1; k < group->renderings.n; k++) {
            n_accounts += group->renderings.p[k].account != group->renderings.p[k - 1].account;
        }
        say_why(f, group, PLX_MIN(1.0, weakest_link(f, labels.p[i])), n_accounts);
        plx_vec_push(&q->story->quotes, q->arena, *group);
    }
}

void plx_reconcile__quotes(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    frame f = {.q = {.story = s, .arena = arena}};
    plx_quote__cut(&f.q);
    f.label = plx_new_n(arena, uint32_t, f.q.pieces.n);
    f.joined = plx_new_n(arena, uint32_t, f.q.pieces.n);
    plx_quote__cluster(&f.q);
    label_pieces(&f);
    join_followers(&f);
    attach_rest(&f);
    write_groups(&f);
    plx_corrections__quotes(s, o, arena);
}
