/* weights: features -> a sparse vector, and how alike two vectors are.
 *
 * How much a word weighs depends on how rare it is (inverse document frequency): in news at large
 * (a table made by train/background.c) and in what was seen so far (plx_df). The commoner of the
 * two counts: "police" says nothing among reports of crimes, and a name that everybody writes about
 * this week says little about which event.
 *
 * Each kind of feature is a unit vector of its own; their cosines and the days between two accounts
 * are put together by plx_pair_score. Thread rule: reading is free, counting is one thread's. */
#ifndef PLX_GATHER_WEIGHTS_H
#define PLX_GATHER_WEIGHTS_H

#include "gather/features.h"

/* Document frequencies of what was seen; open addressing in an arena. */
typedef struct plx_df {
    uint32_t *keys; /* 0 = free */
    uint32_t *counts;
    size_t n, n_slots; /* n_slots: a power of two */
    uint64_t n_documents;
    plx_arena *arena;
} plx_df;

/* Beyond this many words the rarest are forgotten, half of the table at a time. */
#define PLX_DF_MAX_KEYS ((size_t)1 << 21)

void plx_df_init(plx_df *df, plx_arena *arena);
/* Counts one document: each of its words once. */
void plx_df_add(plx_df *df, const plx_features *f);
uint32_t plx_df_get(const plx_df *df, uint32_t df_key);
/* Sets a count: for reading a saved state. */
void plx_df_put(plx_df *df, uint32_t df_key, uint32_t count);
/* ln(1/p) of a feature, by the commoner of background and `df` (may be NULL: background alone). */
float plx_gather_idf(const plx_df *df, uint32_t key);

typedef struct plx_weighted {
    uint32_t key;
    float w;
} plx_weighted;

typedef struct plx_vector {
    plx_weighted *p; /* ascending by key; unit length within each kind */
    uint32_t n;
    int32_t day;    /* PLX_NO_DAY = unknown */
    bool says_days; /* the text names a calendar day */
} plx_vector;

/* Makes the vector; p lives in `arena`. At most max_features heaviest are kept. */
void plx_gather_weigh(const plx_features *f, const plx_df *df, size_t max_features,
                      plx_arena *arena, plx_vector *out);

/* Keeps the k heaviest of v (all, when they are fewer), in their order; the lower keys among
 * equals. Gives how many are kept. n is at most PLX_GATHER_MAX_FEATURES. */
size_t plx_gather__heaviest(plx_weighted *v, size_t n, size_t k);

/* One vector spread out in a table, to be scored against many: plx_pair_score's cosines in one pass
 * over the other vector. */
#define PLX_SPREAD_SLOTS 1024u
typedef struct plx_spread {
    const plx_vector *v;
    plx_weighted slots[PLX_SPREAD_SLOTS]; /* key 0 is free */
} plx_spread;

void plx_gather_spread(const plx_vector *v, plx_spread *out);
/* plx_pair_score of the spread vector and another. */
double plx_spread_score(const plx_spread *a, const plx_vector *b);

/* How much speaks for one story, in units of log odds: above 0 rather the same, below rather not.
 * Symmetric. */
double plx_pair_score(const plx_vector *a, const plx_vector *b);
/* The same from the cosines by kind, for callers that computed them another way. */
double plx_score_of(const double cosine[PLX_GATHER_N_KINDS], const plx_vector *a,
                    const plx_vector *b);

/* The background: ln(1/p) of a body word's key in news at large. */
float plx_gather__background_idf(uint32_t df_key);

#endif
