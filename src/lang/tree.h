/* tree: the best dependency tree of a sentence from its arc scores. */
#ifndef PLX_LANG_TREE_H
#define PLX_LANG_TREE_H

#include "base/arena.h"

/* score[i * (n + 1) + j]: how good head j (0 the root) is for word i + 1; heads gets n entries.
 * Exactly one word hangs from the root, and there is no cycle (Chu and Liu 1965, Edmonds 1967).
 * Ties go to the lower head. O(n^2) a contracted cycle. Scratch memory comes from `arena`. */
void plx_lang__best_tree(const float *score, uint32_t n, plx_arena *arena, uint32_t *heads);

#endif
