/* features: one account as a small bag of countable things: what gathering compares.
 *
 *   title, text ──scan──> plx_features { key, tf } ──weigh (weights.h)──> sparse vector
 *
 * It is not annotation: no tree, no model, one pass over the first words, so that a stream of raw
 * text keeps its speed. What is counted: words (lightly stemmed), words of the title, words
 * capitalised inside a sentence (names and places), ages, and calendar days that the text names
 * ("Sept. 1", or "Thursday" seen from the date of publication).
 *
 * Thread rule: pure functions; an object belongs to one thread. */
#ifndef PLX_GATHER_FEATURES_H
#define PLX_GATHER_FEATURES_H

#include "base/str.h"

typedef enum plx_feature_kind {
    PLX_GATHER_WORD,
    PLX_GATHER_TITLE,
    PLX_GATHER_CAPITAL,
    PLX_GATHER_AGE,
    PLX_GATHER_DAY,
    PLX_GATHER_N_KINDS
} plx_feature_kind;

/* The lowest three bits of a key are its kind, the others a hash of the word, age or day. */
typedef struct plx_feature {
    uint32_t key;
    float tf; /* how often, words of the title counting more */
} plx_feature;

#define PLX_GATHER_MAX_WORDS    400 /* of the text; what comes later says little about which event */
#define PLX_GATHER_MAX_FEATURES 512
#define PLX_NO_DAY              INT32_MIN

typedef struct plx_features {
    plx_feature p[PLX_GATHER_MAX_FEATURES]; /* ascending by key, each key once */
    size_t n;
    int32_t day; /* of publication, days since 1970-01-01; PLX_NO_DAY = unknown */
} plx_features;

static inline plx_feature_kind plx_feature_kind_of(uint32_t key) {
    return (plx_feature_kind)(key & 7u);
}

/* Days since 1970-01-01 of an ISO 8601 date ("2016-08-21", with or without a time);
 * PLX_NO_DAY when it is none, or before 1600: exports write such dates for "unknown". */
int32_t plx_gather_day(plx_str iso_date);
/* The date of a day; `out` gets 11 bytes with the NUL. */
void plx_gather_day_text(int32_t day, char out[11]);

/* Scans one account. Invalid UTF-8 is taken byte by byte. `out` is wholly overwritten. Words of
 * `text` inside a `skip` span (ascending) are left out: the account's dropped stretches. */
void plx_gather_features(plx_str title, plx_str text, const plx_span *skip, size_t n_skip,
                         int32_t day, plx_features *out);

/* The key that stands for a word in document frequencies: that of the body word for words of the
 * title and capitalised ones. */
static inline uint32_t plx_feature_df_key(uint32_t key) {
    plx_feature_kind k = plx_feature_kind_of(key);
    return k == PLX_GATHER_AGE || k == PLX_GATHER_DAY ? key : key & ~7u;
}

#endif
