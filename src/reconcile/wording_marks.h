/* wording_marks: the words that an account uses more than the others of its story do. Internal to
 * reconcile. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_WORDING_MARKS_H
#define PLX_RECONCILE_WORDING_MARKS_H

#include "model/dossier.h"

/* Adds a list of wording (of no entity) for each account that has enough text and marked words. */
void plx_reconcile__wording_marks(plx_story *s, plx_arena *arena);

/* How much more often a word is used among `words` words than among `other_words`, as a log-odds
 * ratio over its standard deviation; 0 = as often. Uses and words are counts; both word counts are
 * over 0. */
double plx_wording_log_odds_z(double uses, double words, double other_uses, double other_words);

#endif
