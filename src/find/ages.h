/* ages: how old the account says that somebody is, right where it names him: "Roe, 29,", "Roe
 * (29)", "29-year-old Roe", "Roe, a 29-year-old". A look at the figures that were found; nothing is
 * resolved here. Thread rule: none shared. */
#ifndef PLX_FIND_AGES_H
#define PLX_FIND_AGES_H

#include "model/annotation.h"

/* Where the name ends that the age (index into figures) stands behind, or PLX_NONE; *before: a name
 * may begin right behind the age. False: it is no age of a person in years. */
bool plx_find__read_age(const plx_annotation *an, size_t figure, uint32_t *name_end, bool *before);

/* Of a phrase that holds one: "the 29-year-old driver", "a 29-year-old"; 0 = none. */
double plx_find__age_inside(const plx_annotation *an, uint32_t begin, uint32_t end);

/* In years, of the name with these tokens; 0 = not said. O(log figures). */
double plx_find__age_at(const plx_annotation *an, uint32_t begin, uint32_t end);

#endif
