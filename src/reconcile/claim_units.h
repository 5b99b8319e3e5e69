/* claim_units: the clauses of a story's accounts as claims with their participants resolved: what
 * statements, events and differences are built on. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_CLAIM_UNITS_H
#define PLX_RECONCILE_CLAIM_UNITS_H

#include "find/clauses.h"
#include "match/claims.h"
#include "model/dossier.h"

typedef struct plx_claim_unit {
    uint32_t account;
    plx_span span;       /* the stretch that makes the claim */
    uint32_t begin, end; /* its tokens */
    uint32_t head;
    uint32_t subject; /* token, own or understood, or PLX_NONE */
    uint32_t cue;     /* token of the word of saying, thinking, wanting above it, or PLX_NONE */
    plx_clause_kind kind;
    uint32_t sentence;
    uint32_t claimant; /* entity that is said to say so, or PLX_NONE */
    bool quoted;       /* stands inside a direct quotation */
    bool with_clauses; /* the clause with those below it; the unit of the clause alone stands before
                        */
    plx_claim claim;
} plx_claim_unit;

typedef struct plx_claim_units {
    plx_claim_unit *p;
    size_t n, cap;
    plx_claim_counts counts;
} plx_claim_units;

/* All units of the story, by account, then by place; a clause that has others below it gives two
 * (in a story of not too many accounts): by itself and with them. Entities must be known. Lives in
 * `arena`. */
plx_claim_units plx_reconcile__claim_units(const plx_story *s, plx_arena *arena);

typedef struct plx_claim_edge {
    uint32_t a, b; /* units, a < b, of different accounts */
    double log_odds;
} plx_claim_edge;

typedef struct plx_claim_edges {
    plx_claim_edge *p;
    size_t n, cap;
} plx_claim_edges;

/* Pairs of units that may make the same claim, from an inverted index: in a small story each unit
 * is compared with all that share something of weight with it, in a large one with the
 * PLX_MOST_CANDIDATES that share most. Those over `least` log-odds, best first. Lives in `arena`.
 */
plx_claim_edges plx_reconcile__claim_edges(const plx_claim_units *u, double least,
                                           plx_arena *arena);
#define PLX_MOST_CANDIDATES 64u

#endif
