#include "reconcile/claim_units.h"

#include "base/sort.h"
#include "base/vec.h"

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)

#define LEAST_WEIGHT 6.0 /* of a unit's claim: less says nothing that could be compared */
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
    PLX_VEC(plx_keyed) pairs; /* to be compared: a << 32 | b, a < b */
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
        uint32_t a = PLX_MIN(unit, room[i].unit), b = PLX_MAX(unit, room[i].unit);
        plx_vec_push(&f->pairs, f->arena, (plx_keyed){(uint64_t)a << 32 | b, 0});
    }
}

/* The pairs that are good enough, in the order of the pairs. */
static plx_claim_edges judge(finder *f, double least) {
    plx_claim_edges out = {0};
    plx_keyed *room = plx_new_n(f->arena, plx_keyed, f->pairs.n);
    plx_sort_keyed(f->pairs.p, f->pairs.n, room);
    for (size_t i = 0; i < f->pairs.n; i++) {
        uint64_t key = f->pairs.p[i].key;
        if (i && key == f->pairs.p[i - 1].key) {
            continue; /* found from both sides */
        }
        uint32_t a = (uint32_t)(key >> 32), b = (uint32_t)key;
        double features[PLX_N_CLAIM_FEATURES];
        plx_claim_compare(&f->u->p[a].claim, &f->u->p[b].claim, features);
        double log_odds = plx_claim_log_odds(features);
        if (log_odds >= least) {
            plx_vec_push(&out, f->arena, (plx_claim_edge){a, b, log_odds});
        }
    }
    return out;
}

/* Best first; of like edges the first pair first. */
static plx_claim_edges best_first(const plx_claim_edges *edges, plx_arena *arena) {
    plx_claim_edges out = {.n = edges->n, .cap = edges->n};
    plx_keyed *order = plx_new_n(arena, plx_keyed, edges->n);
    plx_keyed *room = plx_new_n(arena, plx_keyed, edges->n);
    out.p = plx_new_n(arena, plx_claim_edge, edges->n);
    for (uint32_t i = 0; i < edges->n; i++) {
        order[i] = (plx_keyed){plx_sort_key_f64(-edges->p[i].log_odds), i};
    }
    plx_sort_keyed(order, edges->n, room);
    for (size_t i = 0; i < edges->n; i++) {
        out.p[i] = edges->p[order[i].at];
    }
    return out;
}

typedef struct edges_job {
    const plx_claim_units *units;
    double least;
    plx_arena *arena;
    plx_claim_edges made;
} edges_job;

static void find_edges(void *ctx, plx_arena *scratch) {
    edges_job *job = ctx;
    finder f = {.u = job->units, .arena = scratch};
    index_units(&f);
    f.shared = plx_new_n(scratch, double, f.u->n);
    candidate *room = plx_new_n(scratch, candidate, f.u->n);
    for (uint32_t i = 0; i < f.u->n; i++) {
        find_candidates(&f, i, room);
    }
    plx_claim_edges found = judge(&f, job->least);
    job->made = best_first(&found, job->arena);
}

plx_claim_edges plx_reconcile__claim_edges(const plx_claim_units *u, double least,
                                           plx_arena *arena) {
    edges_job job = {u, least, arena, {0}};
    plx_with_scratch(SCRATCH_LIMIT_BYTES, find_edges, &job);
    return job.made;
}
