/* statement_subject: who does what a claim unit tells, where the unit itself does not say it.
 *
 *   "Ortiz met Lee | and thanked him"              ──>  Ortiz
 *   "spoke since the war began | and thanked Lee"  ──>  no war thanks anybody: who spoke
 *   "the meeting included Ortiz, | freed in May"   ──>  Ortiz
 *
 * What comes of it stands in brackets before the unit's words (statement_words.h). By tags, tree
 * and what verbs ask for. Thread rule: no shared state. */
#ifndef PLX_RECONCILE_STATEMENT_SUBJECT_H
#define PLX_RECONCILE_STATEMENT_SUBJECT_H

#include "reconcile/claim_units.h"

/* Is the token the subject of what it hangs under? */
bool plx_subject__is(const plx_token *t);
/* "who", "which", "that", "whom", as a pronoun. */
bool plx_subject__is_relative(const plx_token *t);
/* "day", "morning", "month". */
bool plx_subject__is_time(const plx_token *t);

/* The subject that stands in the unit, or PLX_NONE. */
uint32_t plx_subject__own(const plx_annotation *an, const plx_claim_unit *u);
/* The understood subject's token, or a likelier one when it can not do what the verb says; PLX_NONE
 * without one. */
uint32_t plx_subject__understood(const plx_story *s, const plx_claim_unit *u);
/* Is the unit a predicate that a subject can be put before? */
bool plx_subject__takes(const plx_annotation *an, const plx_claim_unit *u);
/* What the understood subject is called: the entity's name, else the noun phrase. Empty when it is
 * a pronoun for nobody known. `named` tells whether it is a name. */
plx_str plx_subject__words(const plx_story *s, const plx_claim_unit *u, bool *named);
/* "was" or "were" when the unit is a participle of what was done to the subject; else NULL. */
const char *plx_subject__helper(const plx_story *s, const plx_claim_unit *u);

/* What a pronoun that stands as subject is called; empty when that is not known. A pronoun for
 * whose something is ("his campaign") is left: every other one was found for somebody else. */
plx_str plx_subject__called(const plx_story *s, uint32_t account, uint32_t token);
/* The entity that the token stands for, or PLX_NONE. */
uint32_t plx_subject__entity_at(const plx_story *s, uint32_t account, uint32_t token);

#endif
