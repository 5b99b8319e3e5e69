/* lemma: form and tag -> lemma, by what the treebank's words and their endings showed.
 *
 * Section "lemma": count u32, then count x { key u32 } ascending, then count x { rule u16 }, then
 * the rules: n u32, n x { case u8, cut u8, n_add u8, add char[13] }. A key is the hash of (tag,
 * whole form) or of (tag, ending); the longest that is known decides. A rule cuts bytes off the
 * end and adds others; case: 0 the form's own, 1 lower. */
#ifndef PLX_LANG_LEMMA_H
#define PLX_LANG_LEMMA_H

#include "base/error.h"
#include "base/str.h"

#define PLX_LEMMA_MAX_SUFFIX 6

typedef struct plx_lemma_rule {
    uint8_t lower, cut, n_add;
    char add[13];
} plx_lemma_rule;

typedef struct plx_lemmas {
    const unsigned char *keys, *rules_of, *rules;
    uint32_t n, n_rules;
} plx_lemmas;

PLX_NODISCARD plx_err plx_lemma__load(plx_str section, plx_lemmas *out, plx_error *err);
/* Key of a form under a tag: `suffix` bytes of its end, or SIZE_MAX for the whole. `form` is lower
 * case. */
uint32_t plx_lemma__key(plx_str form, size_t suffix, uint32_t tag);
/* Applies the best known rule; the result lives in `arena`. `tag` is the class of the tagger. */
plx_str plx_lemma__of(const plx_lemmas *l, plx_str form, uint32_t tag, plx_arena *arena);

#endif
