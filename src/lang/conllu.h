/* conllu: CoNLL-U (universaldependencies.org/format.html) in and out. Comments, empty nodes and the
 * columns DEPS and MISC (but for SpaceAfter) are not kept. */
#ifndef PLX_LANG_CONLLU_H
#define PLX_LANG_CONLLU_H

#include "base/buf.h"
#include "lang/lang.h"

/* A treebank in memory: one account's text made of its tokens, and what the columns said. */
typedef struct plx_conllu {
    plx_account account;
    plx_annotation an; /* span, form, space_before, upos, head, deprel, lemma as read */
    bool *part;        /* word i continues the multiword token of word i - 1 */
    plx_str *xpos, *feats;
    bool *new_document; /* a sentence: `# newdoc` stood before it */
} plx_conllu;

/* `in` must outlive the result; the rest lives in `arena`.
 * errors: PLX_INVALID with the byte where a line is not as the format says. */
PLX_NODISCARD plx_err plx_conllu_read(plx_str in, plx_arena *arena, plx_conllu *out,
                                      plx_error *err);

/* Appends the sentences of `an`. `part` may be NULL: then plx_lang_continues_token says which words
 * are parts of one token. */
void plx_conllu_write(const plx_annotation *an, const bool *part, plx_buf *out);

#endif
