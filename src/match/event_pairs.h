/* event_pairs: do two event mentions tell of one event? Views of mentions are made from
 * annotations, pairs of views are scored by trained trees (models/events.md), scores are clustered
 * by average linkage.
 *
 *   annotations ─> plx_event_pairs_add ─> views ─> plx_event_pairs_finish (rarity of words)
 *        ─> plx_event_pairs_score(i, j) in 0..1 ─> plx_event_pairs_cluster
 *
 * Features after Cybulska & Vossen 2015 and Kenyon-Dean et al. 2018: trigger (lemma, stem, family),
 * participants, words around, day, document, polarity. Thread rule: one thread an object. */
#ifndef PLX_MATCH_EVENT_PAIRS_H
#define PLX_MATCH_EVENT_PAIRS_H

#include "base/map.h"
#include "base/vec.h"
#include "match/stems.h"
#include "match/trees.h"
#include "model/annotation.h"

#define PLX_EVENT_INPUTS 33
#define PLX_EVENT_NEAR   8 /* words of a trigger or of participants that are compared in meaning */

typedef struct plx_weighted_word {
    uint32_t word; /* id */
    float count;
} plx_weighted_word;

typedef struct plx_word_list { /* by word */
    plx_weighted_word *p;
    size_t n;
    float norm; /* with the rarities, once they are known */
} plx_word_list;

typedef struct plx_meanings {
    uint32_t p[PLX_EVENT_NEAR];        /* places in match/meaning.h's table */
    uint32_t concepts[PLX_EVENT_NEAR]; /* and in match/concepts.h's, of those that have one */
    uint32_t n, n_concepts;
} plx_meanings;

typedef struct plx_event_view {
    uint32_t document; /* index given by plx_event_pairs_document */
    uint32_t sentence, token;
    plx_str lemma; /* of the head */
    uint32_t stem;
    plx_word_list trigger;    /* content stems of the whole trigger */
    plx_word_list args;       /* heads of the phrases beside it */
    plx_word_list names;      /* of these and the sentence: words of names */
    plx_meanings act, around; /* of the trigger; of the participants */
    plx_word_list context;    /* the sentence without the trigger */
    bool noun, negative, reporting;
    bool has_days;
    int32_t first_day, last_day;
    float place_in_text; /* 0 = first sentence, 1 = last */
} plx_event_view;

typedef struct plx_event_document {
    const plx_annotation *an;
    plx_word_list words;
} plx_event_document;

typedef struct plx_event_pairs {
    plx_arena *arena;
    const plx_trees *trees; /* or NULL: the same stem is the same event */
    plx_stemmer *stemmer;
    plx_map ids;
    PLX_VEC(uint32_t) seen; /* sentences that hold a word */
    uint32_t n_sentences;
    float *rarity; /* of words, 0..1 */
    PLX_VEC(plx_event_document) documents;
    PLX_VEC(plx_event_view) views;
} plx_event_pairs;

/* With the embedded model. */
void plx_event_pairs_init(plx_event_pairs *p, plx_arena *arena);
/* The index of the document. `an` must outlive p. */
uint32_t plx_event_pairs_document(plx_event_pairs *p, const plx_annotation *an);
/* A view of the event whose trigger is tokens [begin, end) of the document; its index. */
uint32_t plx_event_pairs_add(plx_event_pairs *p, uint32_t document, uint32_t begin, uint32_t end);
/* After the last document and event. */
void plx_event_pairs_finish(plx_event_pairs *p);

void plx_event_pairs_inputs(const plx_event_pairs *p, uint32_t a, uint32_t b,
                            float x[PLX_EVENT_INPUTS]);
/* Probability that both tell of one event. Symmetric. Needs finish. */
double plx_event_pairs_score(const plx_event_pairs *p, uint32_t a, uint32_t b);

/* Average linkage over n things: sim is n x n, symmetric, and is changed; cluster[i] is the least
 * index of its cluster. Joins while the mean likeness is at least `threshold`. O(n²) a join at
 * worst. Scratch in `arena`. */
void plx_cluster_average(float *sim, size_t n, double threshold, uint32_t *cluster,
                         plx_arena *arena);
/* The same over the views named; threshold 0: the model's own. More than PLX_EVENT_CLUSTER_MAX
 * stay alone. */
#define PLX_EVENT_CLUSTER_MAX 6000
void plx_event_pairs_cluster(const plx_event_pairs *p, const uint32_t *views, size_t n,
                             double threshold, uint32_t *cluster);

#endif
