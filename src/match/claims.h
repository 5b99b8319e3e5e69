/* claims: do two clauses make the same claim?
 *
 *   tokens of a clause ──> plx_claim { terms: words, entities, numbers, times; predicate; polarity
 * } two claims ──> features (what of the one stands in the other, softly) ──> log-odds, and why
 *
 * Words are compared by stem and by nearness in meaning (match/meaning.h) and weighted by how rare
 * they are, in news and in this story; entities, numbers and times by what they are, not by how
 * they are written. The weights of the features are learned (train/claims.c). It judges sameness,
 * not truth, and not entailment.
 *
 * Method: soft token alignment with inverse document frequencies (Corley and Mihalcea 2005; Sultan,
 * Bethard and Sumner 2014) under a logistic regression. Thread rule: no shared state. */
#ifndef PLX_MATCH_CLAIMS_H
#define PLX_MATCH_CLAIMS_H

#include "base/buf.h"
#include "base/map.h"
#include "match/meaning.h"
#include "match/stems.h"
#include "model/annotation.h"

typedef enum plx_term_kind {
    PLX_TERM_WORD,
    PLX_TERM_ENTITY,
    PLX_TERM_NUMBER,
    PLX_TERM_TIME
} plx_term_kind;
typedef enum plx_term_part {
    PLX_PART_OTHER,
    PLX_PART_PREDICATE,
    PLX_PART_SUBJECT,
    PLX_PART_OBJECT
} plx_term_part;

typedef struct plx_claim_term {
    plx_term_kind kind;
    plx_term_part part;
    uint32_t key;     /* word: hash of the stem; entity: its number; number, time: 0 */
    uint32_t word;    /* in match/meaning.h's table, of words only; or PLX_NONE */
    uint32_t concept; /* in match/concepts.h's table, of words only; or PLX_NONE */
    uint32_t number;  /* of words in claims that were acquainted: among their words */
    uint32_t token;
    uint32_t governor; /* the term that it hangs under in the tree, or PLX_NONE */
    double weight;
    double value, low, high;     /* of numbers; NaN = not said */
    int32_t first_day, last_day; /* of times with has_days */
    bool has_days;
    plx_str text; /* stem, or the words themselves: for the why */
} plx_claim_term;

typedef struct plx_claim {
    plx_claim_term *p; /* its terms, as the text has them */
    size_t n, cap;
    double weight; /* sum of the terms' */
    bool negative;
    bool has_predicate;
    /* Made by plx_claims_acquaint: bit w tells that word number w meets one of this claim's, or is
     * one; NULL before. */
    const uint64_t *meets;
    const void *circle;             /* those acquainted together have the same */
    plx_meaning_way meaning;        /* of its words, names aside */
    const plx_meaning_way *context; /* of its sentence and the ones beside it, or NULL: the claim is
                                       all the text there is */
    uint32_t claimant;              /* entity that says so in a quotation, or PLX_NONE */
    bool leads;                     /* stands in one of the first sentences of its account */
} plx_claim;

/* What the clauses of one account are read with. */
typedef struct plx_claim_reader {
    const plx_annotation *an;
    const uint32_t *entity_of_mention; /* a number for each mention's entity, or PLX_NONE; NULL:
                                          names by their words */
    uint32_t *mention_of_token;        /* made by plx_claim_reader_init */
    uint8_t *covered_by;
    uint32_t *term_of_token; /* of the claim being read */
    plx_meaning_way *around; /* of each sentence and the ones beside it */
    plx_stemmer *stemmer;
    plx_arena *arena;
} plx_claim_reader;

/* Prepares a reader; it lives in `arena`. */
void plx_claim_reader_init(plx_claim_reader *r, const plx_annotation *an,
                           const uint32_t *entity_of_mention, plx_arena *arena);

/* The claim of tokens [begin, end) with the predicate `head` (or PLX_NONE: the highest token of the
 * range) and, if it is not among them, the understood subject (a token, or PLX_NONE). Lives in the
 * reader's arena. */
plx_claim plx_claim_read(plx_claim_reader *r, uint32_t begin, uint32_t end, uint32_t head,
                         uint32_t subject);
/* How many of a story's claims have a word or an entity. */
typedef struct plx_claim_counts {
    plx_imap of;
    size_t n_claims;
} plx_claim_counts;

void plx_claim_counts_init(plx_claim_counts *n, plx_arena *arena);
void plx_claim_counts_add(plx_claim_counts *n, const plx_claim *c);
/* Weighs words and entities anew: those that many of the story's claims have say less. */
void plx_claim_reweigh(plx_claim *c, const plx_claim_counts *n);

/* clang-format off */
#define PLX_CLAIM_FEATURES(X)                                                                      \
    X(COVER_LESS, "of the claim that stands less in the other")                                    \
    X(COVER_MORE, "of the claim that stands more in the other")                                    \
    X(RARE_LESS, "the same, where what is rare counts by the square")                              \
    X(RARE_MORE, "the same of the other")                                                          \
    X(MEANING, "what the words mean together")                                                     \
    X(RAREST, "how rare the rarest word or name is that both have")                                \
    X(SUBJECT, "the same subject")                                                                 \
    X(SUBJECT_OTHER, "different subjects")                                                         \
    X(TIES, "the same words hang together")                                                        \
    X(ORDER, "the same words follow one another")                                                  \
    X(ENTITIES, "the same people and things")                                                      \
    X(ENTITY_CLASH, "different people in the same role")                                           \
    X(NUMBERS, "the same numbers")                                                                 \
    X(NUMBER_LONE, "a number in one alone")                                                        \
    X(TIMES, "times that agree")                                                                   \
    X(TIME_CLASH, "times that exclude one another")                                                \
    X(NEGATION, "one says no")                                                                     \
    X(MASS, "much of it, and rare")                                                                \
    X(CONTEXT, "what the text around is about, from even")                                         \
    X(LEAD, "both open their accounts")                                                            \
    X(CLAIMANT, "the same person said so")
/* clang-format on */

enum {
#define X(name, text) PLX_CLAIM_##name,
    PLX_CLAIM_FEATURES(X)
#undef X
        PLX_N_CLAIM_FEATURES
};

/* Notes in each of n claims which words of the others could meet its own, so that comparing them
 * looks at no others: the same comes out, several times as fast. Claims of more than
 * PLX_CLAIM_MOST_WORDS different words in all are left as they are. The notes live in `arena`; a
 * claim must not get other words afterwards. */
void plx_claims_acquaint(plx_claim *const *claims, size_t n, plx_arena *arena);
#define PLX_CLAIM_MOST_WORDS 4096u

/* Fills the features of a pair, each in 0..1. Symmetric. */
void plx_claim_compare(const plx_claim *a, const plx_claim *b,
                       double features[PLX_N_CLAIM_FEATURES]);
/* Their weighted sum: log-odds that the two claims are one; 0 is even. */
double plx_claim_log_odds(const double features[PLX_N_CLAIM_FEATURES]);
/* The same of two stretches that come without a story around them, such as two sentences from
 * anywhere: with weights of their own, learned from such pairs. */
double plx_claim_log_odds_alone(const double features[PLX_N_CLAIM_FEATURES]);

/* Claims in the same words about the same, as copies are, are of one form: with any third they have
 * the same features, but for what their standing gives (CONTEXT and those after it, so that their
 * share can be added to the sum of the others). Hashes of one form are equal. */
bool plx_claim_same_form(const plx_claim *a, const plx_claim *b);
uint64_t plx_claim_form_hash(const plx_claim *c);
/* The log-odds of two claims in two parts, whose sum they are: what the forms give, and what the
 * text around adds. */
double plx_claim_log_odds_of_forms(const plx_claim *a, const plx_claim *b);
double plx_claim_log_odds_of_standing(const plx_claim *a, const plx_claim *b);
/* 1 / (1 + exp(-log_odds)). */
double plx_claim_probability(double log_odds);
/* "same act (release ~ freed); the same people and things (…); times that agree" for a pair. Lives
 * in `arena`. */
plx_str plx_claim_why(const plx_claim *a, const plx_claim *b, plx_arena *arena);

/* How alike two terms are, 0..1. */
double plx_claim__term_similarity(const plx_claim_term *x, const plx_claim_term *y);
/* Below this cosine two words of a kind have nothing to do with one another; the table's words lie
 * mostly under it. */
#define PLX_CLAIM__NEAR_COSINE 0.55

#endif
