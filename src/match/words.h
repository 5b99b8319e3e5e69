/* words: a text as the words that copying keeps: without case, punctuation and white space.
 *
 * Letters and digits make words; an apostrophe inside a word is dropped ("it's" = "its" = "it’s"),
 * everything else parts words. ASCII is lower-cased here, other letters are taken as their bytes.
 * Scripts without blanks come out as long words cut every 48 bytes at character ends.
 * Thread rule: pure functions. */
#ifndef PLX_MATCH_WORDS_H
#define PLX_MATCH_WORDS_H

#include "base/str.h"

typedef struct plx_word {
    uint32_t hash; /* never 0 */
    uint32_t begin, end;
    uint32_t flags; /* PLX_WORD_* */
} plx_word;

enum {
    PLX_WORD_QUOTED = 1 /* between quotation marks */
};

typedef struct plx_words {
    plx_word *p;
    size_t n, cap;
} plx_words;

/* The words of `text` outside the `skip` spans (ascending); they live in `arena`. `text` is at most
 * UINT32_MAX bytes. Quotation marks: “ ” „ « » and straight ones, which open and close in turn; a
 * blank line closes what was left open. */
void plx_match_words(plx_str text, const plx_span *skip, size_t n_skip, plx_arena *arena,
                     plx_words *out);

/* Only the hashes, at the speed of memory: writes at most `cap` and returns how many words there
 * are to write (call again with more room when it is over cap). The same hashes as above. */
size_t plx_match_hashes(plx_str text, uint32_t *out, size_t cap);

#endif
