/* Who shares text with whom, and how many independent origins the story has.
 *
 * Accounts that copy reporting from one another (match/passages.h; quotations of third parties and
 * furniture do not count) or that credit the same news agency for the whole report are one origin.
 */
#include "base/vec.h"
#include "match/passages.h"
#include "reconcile/reconcile.h"

#include <stdlib.h>

#define LEAST_SHARED_WORDS 25u
#define LEAST_SHARED_PART  0.15 /* of the shorter account */
#define CREDIT_BYTES       240u /* a dateline's credit stands so far from the beginning at most */

static const char *const agencies[] = {"AP",
                                       "Associated Press",
                                       "Reuters",
                                       "AFP",
                                       "Agence France-Presse",
                                       "UPI",
                                       "dpa",
                                       "Xinhua",
                                       "TASS",
                                       "Interfax",
                                       "EFE",
                                       "ANSA",
                                       "Kyodo",
                                       "Yonhap",
                                       "PTI",
                                       "IANS",
                                       "Anadolu",
                                       "PA Media",
                                       "Press Association"};

static uint32_t n_words(plx_str text) {
    uint32_t n = 0;
    bool in = false;
    for (size_t i = 0; i < text.n; i++) {
        bool blank = (unsigned char)text.p[i] <= ' ';
        n += !blank && !in;
        in = !blank;
    }
    return n;
}

static uint32_t kept_words(const plx_account *a, plx_arena *arena) {
    plx_spans kept = plx_account_kept(a, arena);
    uint32_t n = 0;
    for (size_t i = 0; i < kept.n; i++) {
        n += n_words(plx_str_at(a->text, kept.p[i]));
    }
    return n;
}

/* The agency credited for the whole report: as source or author, or in the dateline's brackets
 * "(AP)". AP and its long form are one. PLX_NONE when there is none. */
static uint32_t agency_of(const plx_account *a, plx_arena *arena) {
    plx_str head = plx_str_slice(a->text, 0, CREDIT_BYTES);
    for (uint32_t i = 0; i < PLX_COUNT(agencies); i++) {
        plx_str name = plx_str_of(agencies[i]);
        bool hit = plx_str_eq(a->source, name) ||
                   plx_str_eq(a->source, plx_str_cat(arena, PLX_S("The "), name));
        for (size_t k = 0; k < a->n_authors; k++) {
            hit = hit || plx_str_eq(a->authors[k], name);
        }
        hit = hit || plx_str_contains(head, plx_str_format(arena, "(%s)", agencies[i]));
        if (hit) {
            return i == 1 ? 0 : i == 4 ? 3 : i;
        }
    }
    return PLX_NONE;
}

typedef struct pair_share {
    uint32_t a, b, n_words;
    int lead; /* > 0: more words go from a to b */
    plx_at sample;
    uint32_t sample_words;
} pair_share;

typedef struct shares {
    pair_share *p;
    size_t n, cap;
} shares;

/* Copied words of each pair of accounts; the reuse is ordered by pair. */
static shares add_up(const plx_story *s, plx_arena *arena) {
    shares out = {0};
    for (size_t i = 0; i < s->reuse.n; i++) {
        const plx_reuse *r = &s->reuse.p[i];
        if (r->kind == PLX_QUOTATION || r->kind == PLX_FURNITURE) {
            continue;
        }
        pair_share *last = out.n ? &out.p[out.n - 1] : NULL;
        if (!last || last->a != r->a.account || last->b != r->b.account) {
            last = plx_vec_add(&out, arena);
            last->a = r->a.account;
            last->b = r->b.account;
        }
        uint32_t n = n_words(plx_str_at(s->accounts[r->a.account]->text, r->a.span));
        last->n_words += n;
        last->lead += r->direction == PLX_A_TO_B   ? (int)n
                      : r->direction == PLX_B_TO_A ? -(int)n
                                                   : 0;
        if (n > last->sample_words) {
            last->sample_words = n;
            last->sample = r->a;
        }
    }
    return out;
}

static uint32_t root(uint32_t *parent, uint32_t x) {
    while (parent[x] != x) {
        parent[x] = parent[parent[x]];
        x = parent[x];
    }
    return x;
}

static void unite(uint32_t *parent, uint32_t x, uint32_t y) {
    uint32_t a = root(parent, x), b = root(parent, y);
    parent[PLX_MAX(a, b)] = PLX_MIN(a, b);
}

static plx_str why_shared(const plx_story *s, const pair_share *p, plx_arena *arena) {
    plx_str sample = plx_str_at(s->accounts[p->sample.account]->text, p->sample.span);
    size_t n = PLX_MIN(sample.n, 80);
    while (n > 0 && n < sample.n && ((unsigned char)sample.p[n] & 0xC0) == 0x80) {
        n--;
    }
    return plx_str_format(arena, "a%u and a%u share %u words of reporting (“%.*s%s”)", p->a + 1,
                          p->b + 1, p->n_words, (int)n, sample.p, n < sample.n ? "…" : "");
}

static void put_origin(plx_story *s, uint32_t first_account, uint32_t *parent, const int *lead,
                       plx_str why, plx_arena *arena) {
    plx_origin o = {.first = PLX_NONE, .why = why};
    int most = 0;
    for (uint32_t a = first_account; a < s->n_accounts; a++) {
        if (root(parent, a) == first_account) {
            plx_vec_push(&o.accounts, arena, a);
            if (lead[a] > most) {
                most = lead[a];
                o.first = a;
            }
        }
    }
    if (o.accounts.n == 1) {
        o.why = PLX_S("shares no reporting with the others");
    }
    plx_vec_push(&s->origins, arena, o);
}

void plx_reconcile__origins(plx_story *s, plx_arena *arena) {
    plx_passages passages = plx_match_passages(s->accounts, s->n_accounts, arena);
    s->reuse.p = passages.p;
    s->reuse.n = passages.n;
    s->reuse.cap = passages.cap;
    uint32_t *parent = plx_new_n(arena, uint32_t, s->n_accounts);
    uint32_t *words = plx_new_n(arena, uint32_t, s->n_accounts);
    uint32_t *agency = plx_new_n(arena, uint32_t, s->n_accounts);
    plx_str *why = plx_new_n(arena, plx_str, s->n_accounts);
    int *lead = plx_new_n(arena, int, s->n_accounts);
    uint32_t first_with[PLX_COUNT(agencies)];
    memset(first_with, 0xff, sizeof first_with); /* PLX_NONE */
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        parent[a] = a;
        words[a] = kept_words(s->accounts[a], arena);
        agency[a] = agency_of(s->accounts[a], arena);
    }
    shares list = add_up(s, arena);
    for (size_t i = 0; i < list.n; i++) {
        const pair_share *p = &list.p[i];
        uint32_t shorter = PLX_MIN(words[p->a], words[p->b]);
        if (p->n_words < LEAST_SHARED_WORDS || p->n_words < LEAST_SHARED_PART * shorter) {
            continue;
        }
        unite(parent, p->a, p->b);
        uint32_t r = root(parent, p->a);
        if (!why[r].n) {
            why[r] = why_shared(s, p, arena);
        }
        lead[p->a] += p->lead;
        lead[p->b] -= p->lead;
    }
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        uint32_t g = agency[a];
        if (g == PLX_NONE) {
            continue;
        }
        if (first_with[g] == PLX_NONE) {
            first_with[g] = a;
        } else {
            unite(parent, first_with[g], a);
            uint32_t r = root(parent, a);
            if (!why[r].n) {
                why[r] = plx_str_format(arena, "both credit %s", agencies[g]);
            }
        }
    }
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        if (root(parent, a) == a) {
            put_origin(s, a, parent, lead, why[a], arena);
        }
    }
}
