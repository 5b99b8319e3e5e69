/* nouns: what English nouns stand for: people, groups, kin, offices, places, by lists. Lemmas are
 * lower case. A word may be in several. Thread rule: immutable. */
#ifndef PLX_FIND_NOUNS_H
#define PLX_FIND_NOUNS_H

#include "model/annotation.h"

bool plx_noun_is_person(plx_str lemma);
bool plx_noun_is_group(plx_str lemma); /* acts as one: police, ministry, family */
bool plx_noun_is_place(plx_str lemma);
bool plx_noun_is_kin(plx_str lemma);
bool plx_noun_is_role(plx_str lemma); /* an office that one person holds: president, coach */
plx_gender plx_noun_gender(plx_str lemma);

#endif
