/* Shared inside match/: the lists of things.c. */
#ifndef PLX_MATCH_THINGS__H
#define PLX_MATCH_THINGS__H

#include "match/things.h"

extern const plx_str plx_match__alias_from[], plx_match__alias_to[];
extern const size_t plx_match__n_aliases;
extern const plx_str plx_match__demonym[], plx_match__demonym_of[];
extern const size_t plx_match__n_demonyms;
extern const plx_str plx_match__place[];
extern const size_t plx_match__n_places;
extern const plx_str plx_match__org[];
extern const size_t plx_match__n_orgs;

#endif
