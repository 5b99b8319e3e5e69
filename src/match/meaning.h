/* meaning: how rare a word is in news at large, and how near two words are in meaning.
 *
 * A table made by train/meanings.c (models/words.md): for each of forty thousand words its inverse
 * document frequency and a static vector (structured skip-gram, Ling et al. 2015, without what all
 * words share, Mu and Viswanath 2018), a byte a dimension. Numbers only: keys are hashes of words.
 *
 * It is not a thesaurus: "rise" and "fall" are near, too. Thread rule: constant data, any thread.
 * Integer arithmetic up to one last division, so that every processor gives the same numbers. */
#ifndef PLX_MATCH_MEANING_H
#define PLX_MATCH_MEANING_H

#include "base/arena.h"
#include "base/str.h"

/* The word's place in the table, or PLX_NONE. `word` is folded (plx_str_fold), as a form or a
 * lemma. */
uint32_t plx_meaning_of(plx_str word);
/* ln(documents / documents with the word); PLX_MEANING_RARE for PLX_NONE. */
double plx_meaning_idf(uint32_t word);
/* Cosine of two words' vectors, -1..1; 0 when either is PLX_NONE. */
double plx_meaning_cosine(uint32_t a, uint32_t b);

/* Which of n words (places in the table, or PLX_NONE) are nearer to one another than `least`, as
 * plx_meaning_cosine has it: sets bit k of row i of `bits` and bit i of row k, i != k; a row has
 * `stride` numbers of 64 bits and comes zeroed. For the words of a whole story at once. */
void plx_meaning_near(const uint32_t *words, size_t n, double least, uint64_t *bits, size_t stride,
                      plx_arena *scratch);

#define PLX_MEANING_RARE 8.0

/* The meaning of several words: the direction of the sum of their unit vectors. */
#define PLX_MEANING_DIMS 96
typedef struct plx_meaning_sum {
    int32_t p[PLX_MEANING_DIMS];
    uint32_t n; /* words that were added */
} plx_meaning_sum;
typedef struct plx_meaning_way {
    int16_t p[PLX_MEANING_DIMS]; /* of length 2^14, or all zero */
} plx_meaning_way;

/* PLX_NONE adds nothing. `times`: how often, at most 255. */
void plx_meaning_add(plx_meaning_sum *sum, uint32_t word, uint32_t times);
plx_meaning_way plx_meaning_way_of(const plx_meaning_sum *sum);
/* -1..1; 0 when either is of no words. */
double plx_meaning_way_cosine(const plx_meaning_way *a, const plx_meaning_way *b);

/* The key under which a word stands in the table. */
uint32_t plx_meaning__key(plx_str word);

/* The file's head; n keys (uint32_t, ascending), n idf bytes (32nds), n lengths (uint16_t: of each
 * vector, times 16), n vectors of n_dims signed bytes follow, each array from a multiple of 4.
 * Little-endian. */
typedef struct plx_meaning_file {
    uint32_t magic, n, n_dims, reserved;
} plx_meaning_file;
#define PLX_MEANING_MAGIC 0x314d4c50u /* "PLM1" */

#endif
