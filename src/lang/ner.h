/* ner: names as a linear-chain conditional random field (Lafferty et al., ICML 2001) over the words
 * around, beside the network's own scores.
 *
 *   words of a sentence ─> what lists and raw text know of them, classes of words, their shape,
 *                          the run of capitals they stand in, what it hangs on in the tree,
 *                          what else the account says of them (Ratinov and Roth, CoNLL 2009)
 *                       ─> hashed rows of weights ─┐
 *   the network's name scores, times "ner.net" ────┴─> sums ─> the best sequence of labels
 *
 * Then once more, by how the first labelling took the other places of a word and a phrase. Only
 * words that may belong to a name are scored; all others are outside. Weights are 8 bit, sums
 * exact integers: every processor gives the same labels.
 *
 * Sections (all or none):
 *   ner.rows   int8  [2^k][16]              a feature's weights for the labels; the last two bytes
 *                                           are its fingerprint u16, 0: a free row
 *   ner.move   float [1 + labels][16]       from the sentence's beginning, from each label
 *   ner.scale  float [2]                    of the rows; of the network's scores
 *   ner.class  u8    [words][4]             classes of a word: coarse, middle, fine (2 bytes)
 *   known      phrases                      kinds of what lists call it (train/known)
 *   heard      phrases                      how raw text speaks of it, by type
 * Phrases: a power of two x { fingerprint u32, value u32 }, open addressing; bit 31 of a value: a
 * longer phrase begins so. */
#ifndef PLX_LANG_NER_H
#define PLX_LANG_NER_H

#include "lang/features.h"
#include "lang/model.h"
#include "lang/names.h"

enum {
    PLX_NER_WIDTH = 16,
    PLX_NER_PROBES = 8, /* rows that are looked at for a feature, from its hash on */
    PLX_NER_MAX_FEATURES = 240,
    PLX_NER_MAX_PHRASE = 6,
    PLX_NER_KINDS = 27, /* bits of a value in "known"; train/support/known.c names them */
};
#define PLX_NER_GOES_ON  (1u << 31)
#define PLX_NER_PEOPLE   (1u << 6) /* kinds that the code looks at itself */
#define PLX_NER_TITLE    (1u << 20)
#define PLX_NER_ORG_WORD (1u << 21)

typedef struct plx_phrases {
    const unsigned char *slots;
    uint32_t mask;
} plx_phrases;

typedef struct plx_ner {
    const int8_t *rows; /* NULL: the model has no such part */
    uint32_t mask;      /* rows - 1 */
    const float *move, *scale;
    const unsigned char *classes;
    uint32_t n_classes;
    plx_phrases known, heard;
} plx_ner;

PLX_NODISCARD plx_err plx_ner__load(const plx_model *m, plx_ner *out, plx_error *err);

/* The row that is a feature's or, when there is none, the first free one; NULL: neither near. */
const int8_t *plx_ner__row(const int8_t *rows, uint32_t mask, uint32_t feature);
static inline uint16_t plx_ner__feature_fingerprint(uint32_t feature) {
    return (uint16_t)(feature >> 16 ? feature >> 16 : 1);
}

/* A phrase's hash, word by word from PLX_NER_EMPTY. `low`: the words are folded. */
#define PLX_NER_EMPTY 0x243F6A8885A308D3u
uint64_t plx_ner__phrase(uint64_t before, uint64_t word_hash);
static inline uint32_t plx_ner__fingerprint(uint64_t phrase) {
    return (uint32_t)(phrase >> 32) ? (uint32_t)(phrase >> 32) : 1;
}
/* 0 when it is not there. */
uint32_t plx_ner__find(const plx_phrases *p, uint64_t phrase);

/* ---- features: training and running share them ----------------------------------------------- */

typedef struct plx_ner_word {
    uint64_t exact_hash, low_hash; /* XXH3 */
    uint32_t lower, exact, shape;
    uint32_t prefix[4], suffix[4];
    uint32_t alone;             /* kinds of the word by itself */
    uint32_t known, heard;      /* of the longest phrase that it belongs to */
    uint8_t known_at, heard_at; /* 0 none, 1 alone, 2 first, 3 inside, 4 last; + 4: found folded */
    uint8_t n_affixes, class1, class2, upos;
    uint16_t class3, account; /* account: bits of what the account says of the word elsewhere */
    bool upper, all_upper, initial, may, space, quoted, hyphen;
    /* ---- by plx_ner__context; words are indices in the sentence, PLX_NER_NOWHERE: none ---- */
    uint16_t run, run_end; /* the run of capitalised words that it stands in; 0, 0: none */
    uint16_t head, is_a;   /* of that run in the tree; what the sentence says that it is */
    uint8_t deprel;
    uint8_t quote_at, quote_n; /* 0 not in quotes, 1 first, 2 inside, 3 last, 4 alone */
    /* ---- of the other places in the account, in a second labelling ---- */
    uint16_t others;     /* bit k: label k is there; 0: no other place */
    uint8_t most, share; /* the commonest label and how common: 0 to 3 */
    uint8_t phrase;      /* 0, or 1 + type of a phrase that is a name elsewhere */
    uint8_t phrase_at;   /* as known_at */
} plx_ner_word;
#define PLX_NER_NOWHERE UINT16_MAX

/* Fills in these fields of the words of tokens t[0, n), which begin at `begin`. */
void plx_ner__context(const plx_token *t, uint32_t begin, uint32_t n, plx_ner_word *w);

/* What an account says of its capitalised words, by word. */
typedef struct plx_ner_account plx_ner_account;
plx_ner_account *plx_ner__account(const plx_ner *ner, const plx_annotation *an, plx_arena *arena);
/* Adds what words of sentences [first, end) were labelled as (tokens' `name`, labels): a second
 * labelling, over the same tokens with these labels still there, sees how the other places of a
 * word and a phrase were labelled (Krishnan and Manning, ACL 2006). */
void plx_ner__account_names(plx_ner_account *a, const plx_annotation *an, size_t first, size_t end,
                            plx_arena *arena);

/* The words of tokens [begin, end) of one sentence. scores: the network's, from `begin` on, or
 * NULL. */
void plx_ner__words(const plx_ner *ner, const plx_vocab *vocab, const plx_annotation *an,
                    const plx_ner_account *account, const float *scores, uint32_t begin,
                    uint32_t end, plx_ner_word *out);

/* What kind a feature is of: training leaves some out at times. */
typedef enum plx_ner_group {
    PLX_NER_PLAIN,
    PLX_NER_SELF,    /* the word itself */
    PLX_NER_CONTEXT, /* the words around */
    PLX_NER_LISTS,
    PLX_NER_HEARD,
    PLX_NER_ACCOUNT,
    PLX_NER_TREE,
    PLX_NER_SECOND /* how other places were labelled */
} plx_ner_group;

/* Features of word i of n; groups may be NULL. Returns how many. */
uint32_t plx_ner__features(const plx_ner_word *w, uint32_t n, uint32_t i,
                           uint32_t out[PLX_NER_MAX_FEATURES],
                           uint8_t groups[PLX_NER_MAX_FEATURES]);

/* Those of them that only a second labelling has; the others stay as they were. */
uint32_t plx_ner__second_features(const plx_ner_word *w, uint32_t n, uint32_t i,
                                  uint32_t out[PLX_NER_MAX_FEATURES]);

typedef struct plx_ner_room plx_ner_room; /* scratch of one sentence */
plx_ner_room *plx_ner__room(plx_arena *arena);

/* Labels of tokens [begin, end) of one sentence, PLX_LANG_MAX_WORDS at most, into their `name`.
 * scores: the network's, from `begin` on. */
void plx_ner__label(const plx_ner *ner, const plx_vocab *vocab, const plx_ner_account *account,
                    const float *scores, uint32_t begin, uint32_t end, plx_ner_room *room,
                    plx_annotation *an);

/* Labels of sentences [first, end), and again by what the account's other names became. The account
 * is of all sentences; scores: from the first sentence's first token on. once: not again. */
void plx_ner__label_all(const plx_ner *ner, const plx_vocab *vocab, plx_ner_account *account,
                        const float *scores, size_t first, size_t end, bool once,
                        plx_arena *scratch, plx_annotation *an);

#endif
