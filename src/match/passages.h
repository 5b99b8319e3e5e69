/* passages: which stretch of one account stands in another, verbatim or nearly so.
 *
 *   accounts ─ words ─ runs of PLX_PASSAGE_SEED words that two accounts share ─ alignment outwards
 *            from each run while edits stay few ─ passages
 *
 * Quotations of third parties are told apart from copied reporting, and furniture (agency lines,
 * copyright, calls to subscribe) from both. A run that very many accounts share is not compared
 * between all of them but followed from each to the first that has it, so that no popular passage
 * costs the square of its fame and none is dropped.
 *
 * Thread rule: no shared state. Unwinds to the caller's guard when memory runs out. */
#ifndef PLX_MATCH_PASSAGES_H
#define PLX_MATCH_PASSAGES_H

#include "match/words.h"
#include "model/dossier.h"

#define PLX_PASSAGE_SEED      5  /* words that must agree in a row somewhere */
#define PLX_PASSAGE_MIN_WORDS 11 /* words that must agree in all */
#define PLX_PASSAGE_POPULAR   24 /* accounts that share a run before only the first is compared */

typedef struct plx_passages {
    plx_reuse *p; /* ascending by a.account, b.account, a.span, b.span */
    size_t n, cap;
} plx_passages;

/* Shared passages between the n accounts (of a story, or a small corpus). `account` of each side is
 * its index in `accounts`; a's is the smaller. similarity: 2 * agreeing words / words of both
 * sides. Spans count in the accounts' texts; dropped stretches take no part. Lives in `arena`. */
plx_passages plx_match_passages(const plx_account *const *accounts, size_t n, plx_arena *arena);

/* ---- the parts, for callers that bring their own candidates ------------------------------------
 */

typedef struct plx_passage_side {
    plx_str text, source, published;
    plx_words words;
} plx_passage_side;

/* A passage in word positions: [a_begin, a_end) of a, [b_begin, b_end) of b. */
typedef struct plx_alignment {
    uint32_t a_begin, a_end, b_begin, b_end, n_agree;
} plx_alignment;

/* Aligns outwards from a pair of positions where PLX_PASSAGE_SEED words agree. False when what
 * comes out is too short or too different for a passage. X-drop extension in a band (after Zhang,
 * Schwartz, Wagner and Miller 2000). */
bool plx_match_align(const plx_words *a, const plx_words *b, uint32_t at_a, uint32_t at_b,
                     plx_alignment *out);
/* A place where two accounts share a run of words. */
typedef struct plx_shared_run {
    uint32_t at_a, at_b;
    bool popular; /* more than PLX_PASSAGE_POPULAR have it */
} plx_shared_run;

/* The passages of one pair from its shared runs (ascending), added to `out`; `account` of either
 * side is left 0. */
void plx_match_pair(const plx_passage_side *a, const plx_passage_side *b,
                    const plx_shared_run *runs, size_t n, plx_passages *out, plx_arena *arena);
/* The runs of n words by which passages are found: writes hash (40 bits) << 24 | position, at most
 * n of them, and gives how many. Of each PLX_PASSAGE_WINDOW in a row one is taken, the same in
 * every account (winnowing: Schleimer, Wilkerson, Aiken 2003), so that PLX_PASSAGE_SEED +
 * PLX_PASSAGE_WINDOW - 1 shared words are always met. */
#define PLX_PASSAGE_WINDOW 2
size_t plx_match_runs(const uint32_t *words, size_t n, uint64_t *out);

/* Kind, spans, similarity and direction of an alignment; `account` of either side is left 0. */
plx_reuse plx_match_judge(const plx_passage_side *a, const plx_passage_side *b,
                          const plx_alignment *al);

#endif
