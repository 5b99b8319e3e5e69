/* Pairs of units that may make the same claim, and how sure it is.
 *
 * Units of one form (copies of one wording, which large stories are full of) are one class: classes
 * are looked up in an inverted index over their terms, a unit's candidates are the units of the
 * classes that share most with its own, and what two classes give is reckoned once for many of
 * their units. What comes out is the same as if each unit were looked up and compared by itself. */
#include "base/sort.h"
#include "base/vec.h"
#include "reconcile/claim_units.h"

#include <stdlib.h>

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)
#define LEAST_SHARED        1.2 /* weight of the terms that two units have both: less is not looked at */
#define SMALL_STORY         1200u /* units: all that share enough are compared */
#define POPULAR_FRACTION                                                                           \
    8u /* a term in more than 1/8 of a large story's units finds no candidates */
#define POPULAR_LEAST 400u
#define MOST_CLASSES  1500u /* nor does one of so many wordings, however large the story is */

typedef struct posting_list {
    uint32_t *p; /* classes, ascending */
    size_t n, cap;
    size_t n_units; /* in them */
} posting_list;

typedef struct candidate {
    double shared; /* weight of the terms that both have */
    uint32_t class;
} candidate;

typedef PLX_VEC(candidate) candidates;

typedef struct finder {
    const plx_claim_units *u;
    size_t n_classes;
    uint32_t *class_of;      /* of each unit */
    uint32_t *first, *units; /* class c has units[first[c]] to units[first[c + 1]], ascending */
    size_t most_of_account;  /* units of one account */
    plx_imap index;          /* lookup key -> posting list */
    PLX_VEC(posting_list) lists;
    double *shared; /* of each class with the one at hand; 0 outside of `touched` */
    plx_indices touched;
    PLX_VEC(plx_keyed) pairs; /* to be compared: a << 32 | b, a < b */
    plx_arena *arena;
} finder;

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

/* ---- classes
 * ------------------------------------------------------------------------------------- */

/* Numbers the classes by their first units. */
static void classify(finder *f) {
    const plx_claim_units *u = f->u;
    plx_imap known; /* hash of the form -> class; should two forms share it, the second one's
                       units stand alone */
    plx_imap_init(&known, f->arena);
    f->class_of = plx_new_n(f->arena, uint32_t, u->n);
    f->first = plx_new_n(f->arena, uint32_t, u->n + 1);
    f->units = plx_new_n(f->arena, uint32_t, u->n);
    plx_indices leader = {0};
    size_t of_account = 0;
    for (uint32_t i = 0; i < u->n; i++) {
        bool is_new;
        const plx_claim *c = &u->p[i].claim;
        uint32_t class =
            plx_imap_put(&known, plx_claim_form_hash(c), (uint32_t)leader.n, &is_new)->value;
        PLX_ASSERT(is_new || leader.p != NULL);
        if (is_new || !plx_claim_same_form(&u->p[leader.p[class]].claim, c)) {
            class = (uint32_t)leader.n;
            plx_vec_push(&leader, f->arena, i);
        }
        f->class_of[i] = class;
        f->first[class + 1]++;
        of_account = i && u->p[i].account == u->p[i - 1].account ? of_account + 1 : 1;
        f->most_of_account = PLX_MAX(f->most_of_account, of_account);
    }
    f->n_classes = leader.n;
    uint32_t *end = plx_new_n(f->arena, uint32_t, leader.n);
    for (size_t c = 0; c < leader.n; c++) {
        f->first[c + 1] += f->first[c];
        end[c] = f->first[c];
    }
    for (uint32_t i = 0; i < u->n; i++) {
        f->units[end[f->class_of[i]]++] = i;
    }
}

static const plx_claim *claim_of(const finder *f, uint32_t class) {
    return &f->u->p[f->units[f->first[class]]].claim;
}

static uint32_t size_of(const finder *f, uint32_t class) {
    return f->first[class + 1] - f->first[class];
}

static void index_classes(finder *f) {
    plx_imap_init(&f->index, f->arena);
    for (uint32_t i = 0; i < f->n_classes; i++) {
        const plx_claim *c = claim_of(f, i);
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
                list->n_units += size_of(f, i);
            }
        }
    }
}

/* ---- candidates
 * ---------------------------------------------------------------------------------- */

static int most_shared_first(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    if (a->shared != b->shared) {
        return a->shared > b->shared ? -1 : 1;
    }
    return a->class < b->class ? -1 : a->class > b->class;
}

/* The classes that share enough with this one, which is among them; most first. */
static void find_classes(finder *f, uint32_t class, candidates *out) {
    size_t popular = PLX_MAX(f->u->n / POPULAR_FRACTION, POPULAR_LEAST);
    const plx_claim *x = claim_of(f, class);
    f->touched.n = 0;
    for (size_t k = 0; k < x->n; k++) {
        const posting_list *list = &f->lists.p[plx_imap_get(&f->index, lookup_key(&x->p[k]))];
        if (list->n_units > popular || list->n > MOST_CLASSES) {
            continue;
        }
        for (size_t i = 0; i < list->n; i++) {
            if (f->shared[list->p[i]] == 0) {
                plx_vec_push(&f->touched, f->arena, list->p[i]);
            }
            f->shared[list->p[i]] += x->p[k].weight;
        }
    }
    out->n = 0;
    for (size_t i = 0; i < f->touched.n; i++) {
        uint32_t other = f->touched.p[i];
        if (f->shared[other] >= LEAST_SHARED) {
            plx_vec_push(out, f->arena, (candidate){f->shared[other], other});
        }
        f->shared[other] = 0;
    }
    if (out->n) {
        qsort(out->p, out->n, sizeof *out->p, most_shared_first);
    }
}

static void add_pair(finder *f, uint32_t x, uint32_t y) {
    uint32_t a = PLX_MIN(x, y), b = PLX_MAX(x, y);
    plx_vec_push(&f->pairs, f->arena, (plx_keyed){(uint64_t)a << 32 | b, 0});
}

static int by_number(const void *x, const void *y) {
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

/* The first `most` units of classes that share alike: in the order of their numbers. */
static void alike(const finder *f, const candidate *p, size_t n, size_t most, plx_indices *out) {
    out->n = 0;
    for (size_t i = 0; i < n; i++) {
        const uint32_t *units = f->units + f->first[p[i].class];
        for (size_t k = 0; k < size_of(f, p[i].class) && k < most; k++) {
            plx_vec_push(out, f->arena, units[k]);
        }
    }
    if (n > 1) {
        qsort(out->p, out->n, sizeof *out->p, by_number);
    }
}

/* Pairs each unit of a class with the PLX_MOST_CANDIDATES of other accounts that share most. */
static void pair_most(finder *f, uint32_t class, const candidates *c, plx_indices *room) {
    const uint32_t *units = f->units + f->first[class];
    size_t n_units = size_of(f, class);
    uint32_t *left = plx_new_n(f->arena, uint32_t, n_units);
    size_t n_left = n_units;
    for (size_t i = 0; i < n_units; i++) {
        left[i] = PLX_MOST_CANDIDATES;
    }
    for (size_t i = 0, end; i < c->n && n_left; i = end) {
        for (end = i + 1; end < c->n && c->p[end].shared == c->p[i].shared; end++) {}
        alike(f, c->p + i, end - i, PLX_MOST_CANDIDATES + f->most_of_account, room);
        for (size_t k = 0; k < n_units; k++) {
            uint32_t account = f->u->p[units[k]].account;
            for (size_t m = 0; m < room->n && left[k]; m++) {
                if (f->u->p[room->p[m]].account != account) {
                    add_pair(f, units[k], room->p[m]);
                    n_left -= --left[k] == 0;
                }
            }
        }
    }
}

static void pair_all(finder *f, uint32_t class, const candidates *c) {
    for (uint32_t i = f->first[class]; i < f->first[class + 1]; i++) {
        for (size_t k = 0; k < c->n; k++) {
            for (uint32_t m = f->first[c->p[k].class]; m < f->first[c->p[k].class + 1]; m++) {
                uint32_t x = f->units[i], y = f->units[m];
                if (x < y && f->u->p[x].account != f->u->p[y].account) {
                    add_pair(f, x, y);
                }
            }
        }
    }
}

static void find_pairs(finder *f) {
    bool small = f->u->n <= SMALL_STORY;
    candidates found = {0};
    plx_indices room = {0};
    f->shared = plx_new_n(f->arena, double, f->n_classes);
    if (!small) { /* at once: growing would leave as much behind */
        plx_vec_reserve(&f->pairs, f->arena, f->u->n * PLX_MOST_CANDIDATES);
    }
    for (uint32_t i = 0; i < f->n_classes; i++) {
        find_classes(f, i, &found);
        if (small) {
            pair_all(f, i, &found);
        } else {
            pair_most(f, i, &found, &room);
        }
    }
}

/* What pairs of classes gave lately; what comes out is the same with and without it. */
#define MOST_LATELY ((size_t)1 << 16)

typedef struct lately {
    struct {
        uint64_t classes; /* those of the pair's units, and 1; 0: free */
        double log_odds;
    } * p;
    size_t n; /* a power of two */
} lately;

static lately make_lately(finder *f, size_t n_pairs) {
    lately out = {NULL, 1};
    while (out.n < n_pairs / 8 && out.n < MOST_LATELY) {
        out.n *= 2;
    }
    out.p = plx_arena_calloc(f->arena, out.n, sizeof *out.p, _Alignof(uint64_t));
    return out;
}

static double log_odds_of(const finder *f, lately *known, uint32_t x, uint32_t y) {
    const plx_claim *a = &f->u->p[x].claim, *b = &f->u->p[y].claim;
    double context = plx_claim_log_odds_of_standing(a, b);
    uint32_t class_a = f->class_of[x], class_b = f->class_of[y];
    if (size_of(f, class_a) == 1 && size_of(f, class_b) == 1) {
        return plx_claim_log_odds_of_forms(a, b) + context;
    }
    uint64_t classes = ((uint64_t)class_a << 32 | class_b) + 1;
    size_t slot = (size_t)plx_hash_mix(classes, 0) & (known->n - 1);
    if (known->p[slot].classes != classes) {
        known->p[slot].classes = classes;
        known->p[slot].log_odds = plx_claim_log_odds_of_forms(a, b);
    }
    return known->p[slot].log_odds + context;
}

/* The pairs that are good enough, best first; of like ones the first pair first. */
static plx_claim_edges judge(finder *f, double least, plx_arena *arena) {
    size_t n = f->pairs.n, m = 0;
    plx_keyed *pairs = f->pairs.p, *good = plx_new_n(f->arena, plx_keyed, n);
    plx_sort_keyed(pairs, n, good);
    lately known = make_lately(f, n);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t key = pairs[i].key;
        if (i && key == pairs[i - 1].key) {
            continue; /* found from both sides */
        }
        double log_odds = log_odds_of(f, &known, (uint32_t)(key >> 32), (uint32_t)key);
        if (log_odds >= least) {
            good[m++] = (plx_keyed){plx_sort_key_f64(-log_odds), i};
        }
    }
    plx_sort_keyed(good, m, plx_new_n(f->arena, plx_keyed, m));
    plx_claim_edges out = {.p = plx_new_n(arena, plx_claim_edge, m), .n = m, .cap = m};
    for (size_t i = 0; i < m; i++) {
        uint64_t key = pairs[good[i].at].key;
        double log_odds = 0.0 - plx_sort_f64_of(good[i].key);
        out.p[i] = (plx_claim_edge){(uint32_t)(key >> 32), (uint32_t)key, log_odds};
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
    classify(&f);
    index_classes(&f);
    find_pairs(&f);
    job->made = judge(&f, job->least, job->arena);
}

plx_claim_edges plx_reconcile__claim_edges(const plx_claim_units *u, double least,
                                           plx_arena *arena) {
    edges_job job = {u, least, arena, {0}};
    plx_with_scratch(SCRATCH_LIMIT_BYTES, find_edges, &job);
    return job.made;
}
