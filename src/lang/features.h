/* features: what the network sees of a word: the row of its static vector, and the rows of the
 * feature table that are summed. Training and running share this file.
 *
 * Feature table: [0, N_FREQUENT) the commonest words of the vocabulary, one row each;
 * [N_FREQUENT, + N_HASHED) hashed beginnings, endings and letter trigrams; then N_SHAPES rows for
 * shape, case and blanks. */
#ifndef PLX_LANG_FEATURES_H
#define PLX_LANG_FEATURES_H

#include "base/error.h"
#include "base/str.h"

enum {
    PLX_NET_FREQUENT = 8192,
    PLX_NET_HASHED = 16384,
    PLX_NET_SHAPES = 512,
    PLX_NET_ROWS = PLX_NET_FREQUENT + PLX_NET_HASHED + PLX_NET_SHAPES,
    PLX_NET_MAX_ROWS = 32
};

/* Word -> id by falling frequency. Section "vocab": n_slots (a power of two) x { fingerprint u32,
 * id + 1 u32 }, open addressing from the fingerprint's low bits; 0 is a free slot. */
typedef struct plx_vocab {
    const unsigned char *slots;
    uint32_t mask, n_words;
} plx_vocab;

typedef struct plx_word_features {
    uint32_t vector; /* id in the vocabulary, or PLX_NONE */
    uint32_t n_rows;
    uint16_t rows[PLX_NET_MAX_ROWS];
} plx_word_features;

/* `n_words` is how many vectors there are: larger ids are refused. */
PLX_NODISCARD plx_err plx_vocab__load(plx_str section, uint32_t n_words, plx_vocab *out,
                                      plx_error *err);
/* Never 0. */
uint32_t plx_vocab__fingerprint(plx_str word);
uint32_t plx_vocab__find(const plx_vocab *v, plx_str word);
/* The id under which a word of a text is known: as written, or in the case that is commoner. */
uint32_t plx_vocab__of(const plx_vocab *v, plx_str form, bool initial);

/* `initial`: no word stands before it in its sentence. */
void plx_lang__word_features(const plx_vocab *v, plx_str form, bool initial, bool space_before,
                             bool space_after, plx_word_features *out);

#endif
