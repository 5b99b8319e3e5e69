/* statement_words: the words that a statement is shown in, and whether they make a claim by
 * themselves.
 *
 *   "who was freed on Monday"  ──>  "[Mara Ortiz] was freed on Monday"
 *   "and that the talks failed"  ──>  "the talks failed"
 *   "the talks between the two"  ──>  no claim: names something
 *
 * Words in brackets are the program's, all others the account's. Thread rule: no shared state. */
#ifndef PLX_RECONCILE_STATEMENT_WORDS_H
#define PLX_RECONCILE_STATEMENT_WORDS_H

#include "reconcile/claim_units.h"

/* How far a unit's words make a claim by themselves: 1 a clause with its own subject, about 0.5 one
 * that the subject can be added to, under PLX_WHOLE_ENOUGH a scrap that only names something or
 * breaks off. By tags and tree; O(tokens of the unit's sentence). */
double plx_reconcile__whole(const plx_story *s, const plx_claim_unit *u);

/* "if it fails", "skeptical that it works", "denied that they came": is it told without being said
 * to be so? */
bool plx_reconcile__is_open(const plx_story *s, const plx_claim_unit *u);

/* The entity that stands in brackets before the unit's words, or that a pronoun at their head is
 * for; or PLX_NONE. */
uint32_t plx_reconcile__named_subject(const plx_story *s, const plx_claim_unit *u);

/* The unit's words as they are shown: what links it to the text before is left out, an understood
 * subject stands before them in brackets. Lives in `arena` or in the account. */
plx_str plx_reconcile__unit_words(const plx_story *s, const plx_claim_unit *u, plx_arena *arena);

#endif
