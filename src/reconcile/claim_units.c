#include "reconcile/claim_units.h"

#include "base/vec.h"

#include <stdlib.h>

#define LEAST_WEIGHT 4.0 /* of a unit's claim: less says nothing that could be compared */
#define LEAST_TERMS  2u
#define MOST_TOKENS  45u   /* of a clause with those below it */
#define LEAST_SHARED 2.0   /* weight of the terms that two units have both: less is not looked at */
#define SMALL_STORY  1200u /* units: all that share enough are compared */
#define POPULAR_FRACTION                                                                           \
    8u /* a term in more than 1/8 of a large story's units finds no candidates */
#define POPULAR_LEAST 400u

static const uint32_t *entities_of_mentions(const plx_story *s, uint32_t account,
                                            plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    uint32_t *out = plx_new_n(arena, uint32_t, an->n_mentions);
    for (size_t m = 0; m < an->n_mentions; m++) {
        out[m] = s->entity_of_chain[account] ? s->entity_of_chain[account][an->mentions[m].chain]
                                             : PLX_NONE;
    }
    return out;
}

static bool inside_quote(const plx_annotation *an, plx_span at, uint32_t *chain) {
    for (size_t q = 0; q < an->n_quotes; q++) {
        const plx_quote *x = &an->quotes[q];
        for (size_t k = 0; k < x->n_spans; k++) {
            if (plx_span_overlap(x->spans[k], at) * 2 > plx_span_len(at)) {
                *chain = x->chain;
                return x->kind != PLX_INDIRECT;
            }
        }
    }
    return false;
}

/* "Roe said at a press conference": who spoke and where, and the words themselves are other units'.
 */
static bool only_reports(const plx_annotation *an, const plx_claim_unit *u) {
    static const plx_str speaking[] = {PLX_S_INIT("add"), PLX_S_INIT("say"), PLX_S_INIT("state"),
                                       PLX_S_INIT("tell")};
    const plx_token *head = &an->tokens[u->head];
    if (plx_str_lookup(speaking, PLX_COUNT(speaking), head->lemma) == PLX_NONE) {
        return false;
    }
    size_t n_words = 0;
    for (size_t i = 0; i < u->claim.n; i++) {
        const plx_claim_term *t = &u->claim.p[i];
        if (t->kind == PLX_TERM_WORD && t->part == PLX_PART_OBJECT) {
            return false;
        }
        n_words += t->kind != PLX_TERM_ENTITY && t->kind != PLX_TERM_TIME && t->token != u->head &&
                   t->part != PLX_PART_SUBJECT;
    }
    return n_words <= 2;
}

static void add_unit(const plx_story *s, plx_claim_reader *reader, const plx_clause *c,
                     plx_claim_unit u, plx_claim_units *out, plx_arena *arena) {
    const plx_annotation *an = reader->an;
    u.claim = plx_claim_read(reader, u.begin, u.end, c->head, c->subject);
    if (u.claim.weight < LEAST_WEIGHT || u.claim.n < LEAST_TERMS || only_reports(an, &u)) {
        return;
    }
    uint32_t chain = PLX_NONE;
    u.quoted = inside_quote(an, u.span, &chain);
    if (chain != PLX_NONE && s->entity_of_chain[u.account]) {
        u.claimant = s->entity_of_chain[u.account][chain];
    }
    plx_vec_push(out, arena, u);
}

static uint32_t first_token_from(const plx_annotation *an, uint32_t token, uint32_t begin) {
    while (token > 0 && an->tokens[token - 1].span.begin >= begin) {
        token--;
    }
    return token;
}

static uint32_t last_token_to(const plx_annotation *an, uint32_t end, uint32_t at) {
    while (end < an->n_tokens && an->tokens[end].span.end <= at) {
        end++;
    }
    return end;
}

static void read_account(const plx_story *s, uint32_t account, plx_claim_units *out,
                         plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    const uint32_t *entities = entities_of_mentions(s, account, arena);
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, entities, arena);
    plx_clauses clauses = plx_find_clauses(an, arena);
    for (size_t i = 0; i < clauses.n; i++) {
        const plx_clause *c = &clauses.p[i];
        if (c->span.begin == c->span.end || plx_account_is_dropped(an->account, c->span)) {
            continue;
        }
        plx_claim_unit u = {.account = account,
                            .span = c->span,
                            .begin = c->begin,
                            .end = c->end,
                            .head = c->head,
                            .kind = c->kind,
                            .sentence = an->tokens[c->begin].sentence,
                            .claimant = PLX_NONE};
        add_unit(s, &reader, c, u, out, arena);
        u.begin = first_token_from(an, c->begin, c->full.begin);
        u.end = last_token_to(an, c->end, c->full.end);
        if ((u.begin < c->begin || u.end > c->end) && u.end - u.begin <= MOST_TOKENS) {
            u.span = c->full;
            u.with_clauses = true;
            add_unit(s, &reader, c, u, out, arena);
        }
    }
}

plx_claim_units plx_reconcile__claim_units(const plx_story *s, plx_arena *arena) {
    plx_claim_units out = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        read_account(s, a, &out, arena);
    }
    plx_claim_counts_init(&out.counts, arena);
    for (size_t i = 0; i < out.n; i++) {
        plx_claim_counts_add(&out.counts, &out.p[i].claim);
    }
    for (size_t i = 0; i < out.n; i++) {
        plx_claim_reweigh(&out.p[i].claim, &out.counts);
    }
    if (s->n_accounts > 1) {
        plx_claim **claims = plx_new_n(arena, plx_claim *, out.n);
        for (size_t i = 0; i < out.n; i++) {
            claims[i] = &out.p[i].claim;
        }
        plx_claims_acquaint(claims, out.n, arena);
    }
    return out;
}

/* ---- candidates
 * ---------------------------------------------------------------------------------- */

typedef struct posting_list {
    uint32_t *p;
    size_t n, cap;
} posting_list;

typedef struct candidate {
    double shared;
    uint32_t unit;
} candidate;

/* What a term is looked up by: words by stem, entities by number, numbers and times by value. */
static uint64_t lookup_key(const plx_claim_term *t) {
    uint64_t kind = (uint64_t)t->kind << 60;
    uint64_t bits = t->key;
    if (t->kind == PLX_TERM_NUMBER) {
        double v = t->value;
        memcpy(&bits, &v, sizeof bits);
    } else if (t->kind == PLX_TERM_TIME && t->has_days) {
        bits = (uint64_t)(uint32_t)t->first_day | (uint64_t)1 << 40;
    }
    return kind ^ (plx_hash_mix(bits, 7) >> 4);
}

static bool shares_less(const candidate *a, const candidate *b) {
    return a->shared != b->shared ? a->shared < b->shared : a->unit > b->unit;
}

/* Moves heap[i] down to its place; the one that shares least stands at the top. */
static void sift(candidate *heap, size_t n, size_t i) {
    candidate moved = heap[i];
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        child += child + 1 < n && shares_less(&heap[child + 1], &heap[child]);
        if (!shares_less(&heap[child], &moved)) {
            break;
        }
        heap[i] = heap[child];
    }
    heap[i] = moved;
}

/* Brings the `most` that share most to the front, in no order. */
static void select_most_shared(candidate *c, size_t n, size_t most) {
    for (size_t i = most / 2; i-- > 0;) {
        sift(c, most, i);
    }
    for (size_t i = most; i < n; i++) {
        if (shares_less(&c[0], &c[i])) {
            c[0] = c[i];
            sift(c, most, 0);
        }
    }
}

typedef struct finder {
    const plx_claim_units *u;
    plx_imap index; /* lookup key -> posting list */
    PLX_VEC(posting_list) lists;
    double *shared; /* of each unit with the one at hand; 0 outside of `touched` */
    plx_indices touched;
    plx_claim_edges edges;
    double least;
    plx_arena *arena;
} finder;

static void index_units(finder *f) {
    plx_imap_init(&f->index, f->arena);
    for (uint32_t i = 0; i < f->u->n; i++) {
        const plx_claim *c = &f->u->p[i].claim;
        for (size_t k = 0; k < c->n; k++) {
            bool is_new;
            plx_imap_entry *e =
                plx_imap_put(&f->index, lookup_key(&c->p[k]), (uint32_t)f->lists.n, &is_new);
            if (is_new) {
                plx_vec_push(&f->lists, f->arena, (posting_list){0});
            }
            posting_list *list = &f->lists.p[e->value];
            if (!list->n || list->p[list->n - 1] != i) {
                plx_vec_push(list, f->arena, i);
            }
        }
    }
}

/* Compares two units of different accounts and keeps the pair when it is good enough. */
static void judge(finder *f, uint32_t a, uint32_t b) {
    const plx_claim_unit *x = &f->u->p[a], *y = &f->u->p[b];
    double features[PLX_N_CLAIM_FEATURES];
    plx_claim_compare(&x->claim, &y->claim, features);
    double log_odds = plx_claim_log_odds(features);
    if (log_odds >= f->least) {
        plx_vec_push(&f->edges, f->arena, (plx_claim_edge){PLX_MIN(a, b), PLX_MAX(a, b), log_odds});
    }
}

static void touch(finder *f, uint32_t unit) {
    const plx_claim_unit *x = &f->u->p[unit];
    size_t popular = PLX_MAX(f->u->n / POPULAR_FRACTION, POPULAR_LEAST);
    for (size_t k = 0; k < x->claim.n; k++) {
        uint32_t at = plx_imap_get(&f->index, lookup_key(&x->claim.p[k]));
        const posting_list *list = &f->lists.p[at];
        if (list->n > popular) {
            continue;
        }
        for (size_t i = 0; i < list->n; i++) {
            uint32_t other = list->p[i];
            if (f->u->p[other].account == x->account) {
                continue;
            }
            if (f->shared[other] == 0) {
                plx_vec_push(&f->touched, f->arena, other);
            }
            f->shared[other] += x->claim.p[k].weight;
        }
    }
}

static void find_candidates(finder *f, uint32_t unit, candidate *room) {
    f->touched.n = 0;
    touch(f, unit);
    bool small = f->u->n <= SMALL_STORY;
    size_t n = f->touched.n;
    size_t n_room = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t other = f->touched.p[i];
        if (f->shared[other] >= LEAST_SHARED && (!small || other > unit)) {
            room[n_room++] = (candidate){f->shared[other], other};
        }
        f->shared[other] = 0;
    }
    n = n_room;
    if (!small && n > PLX_MOST_CANDIDATES) {
        select_most_shared(room, n, PLX_MOST_CANDIDATES);
        n = PLX_MOST_CANDIDATES;
    }
    for (size_t i = 0; i < n; i++) {
        judge(f, unit, room[i].unit);
    }
}

static int by_pair(const void *x, const void *y) {
    const plx_claim_edge *a = x, *b = y;
    if (a->a != b->a) {
        return a->a < b->a ? -1 : 1;
    }
    return a->b < b->b ? -1 : a->b > b->b;
}

static int best_first(const void *x, const void *y) {
    const plx_claim_edge *a = x, *b = y;
    if (a->log_odds != b->log_odds) {
        return a->log_odds > b->log_odds ? -1 : 1;
    }
    return by_pair(x, y);
}

plx_claim_edges plx_reconcile__claim_edges(const plx_claim_units *u, double least,
                                           plx_arena *arena) {
    finder f = {.u = u, .arena = arena, .least = least};
    index_units(&f);
    f.shared = plx_new_n(arena, double, u->n);
    candidate *room = plx_new_n(arena, candidate, u->n);
    for (uint32_t i = 0; i < u->n; i++) {
        find_candidates(&f, i, room);
    }
    /* Found from both sides: once is enough. */
    if (f.edges.n) {
        qsort(f.edges.p, f.edges.n, sizeof *f.edges.p, by_pair);
    }
    size_t n = 0;
    for (size_t i = 0; i < f.edges.n; i++) {
        if (!n || by_pair(&f.edges.p[n - 1], &f.edges.p[i]) != 0) {
            f.edges.p[n++] = f.edges.p[i];
        }
    }
    f.edges.n = n;
    if (f.edges.n) {
        qsort(f.edges.p, f.edges.n, sizeof *f.edges.p, best_first);
    }
    return f.edges;
}
