/* difference_parts: what the finders of differences share. Internal to reconcile. */
#ifndef PLX_RECONCILE_DIFFERENCE_PARTS_H
#define PLX_RECONCILE_DIFFERENCE_PARTS_H

#include "model/dossier.h"

/* Adds a place to the position with this value, which is made when it is new. Values are compared
 * as text. */
void plx_difference__put(plx_difference *d, plx_str value, plx_at at, plx_arena *arena);
/* Gives each position the words of its first place for a value. */
void plx_difference__in_own_words(const plx_story *s, plx_difference *d);
/* Puts the difference into the story if it has two positions or more and no account stands behind
 * all of them alone. */
void plx_difference__add(plx_story *s, plx_difference *d, plx_arena *arena);
/* How much of the story hangs on an entity, 0..1: its share of all mentions by name, by rank. */
double plx_difference__salience(const plx_story *s, uint32_t entity);
/* `text` on one line, at most `most` bytes, cut at a word. Lives in `arena`. */
plx_str plx_difference__short(plx_str text, size_t most, plx_arena *arena);

void plx_difference__names(plx_story *s, plx_arena *arena); /* spellings and names of one entity */
void plx_difference__facts(plx_story *s, plx_arena *arena); /* ages, roles, kin of one entity */
/* Partner and fiancée, head and president, estate and resort. */
void plx_difference__roles(plx_story *s, plx_arena *arena);
/* One place or body under two names. */
void plx_difference__places(plx_story *s, plx_arena *arena);
/* In whose hands somebody was. */
void plx_difference__captors(plx_story *s, plx_arena *arena);
void plx_difference__quotes(plx_story *s, plx_arena *arena); /* one quotation in other words */

#endif
