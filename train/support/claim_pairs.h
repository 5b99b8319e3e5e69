/* claim_pairs: pairs of clauses that do or do not make the same claim, to train and measure
 * match/claims.h with. Four kinds of source:
 *
 *   PAIRS.tsv         label TAB text TAB text [TAB group]
 *   FOLDER            accounts of one story with its gold.json: two clauses that cover places of
 * one gold statement make the same claim, two that cover places of others do not DOCUMENTS.jsonl
 * texts with given mentions of events and entities (data/events-ecb): two clauses of one topic
 * whose predicates are mentions of one event make the same claim */
#ifndef PLX_TRAIN_CLAIM_PAIRS_H
#define PLX_TRAIN_CLAIM_PAIRS_H

#include "lang/lang.h"
#include "match/claims.h"
#include "reconcile/claim_links.h"

typedef struct claim_pair {
    double x[PLX_N_CLAIM_FEATURES];
    bool is_edge; /* of a story: was it found, and how does it stand among the others? */
    double log_odds;
    plx_edge_standing standing;
    bool same;
    uint32_t source; /* number of the file */
    uint32_t group;  /* hash of topic, story, line */
    plx_str a, b;    /* the words, of stories and pairs */
} claim_pair;

typedef struct claim_pairs {
    claim_pair *p;
    size_t n, cap;
    plx_arena *arena;
} claim_pairs;

/* Adds the pairs of one source; ends the program when it cannot be read. */
void claim_pairs_read(claim_pairs *out, const plx_lang *lang, const char *path, uint32_t source);

#endif
