/* eventive: which nouns tell of something that happens, and the verb whose act they name:
 * "release" -> release, "arrival" -> arrive. A table and a rule of word formation. Thread rule:
 * constant. */
#ifndef PLX_FIND_EVENTIVE_H
#define PLX_FIND_EVENTIVE_H

#include "base/str.h"

/* The act that the noun's lemma names (its verb where English has one, else the noun itself);
 * empty when the noun names no act. Static. */
plx_str plx_eventive__act(plx_str noun_lemma);
/* True for verbs that only carry a noun's act: make, take, hold, have, give, carry out. */
bool plx_eventive__is_light(plx_str verb_lemma);
bool plx_eventive__is_sorted(void); /* for tests */

#endif
