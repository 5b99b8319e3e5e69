/* name_repair: names as the tagger found them, set right by what any reader knows: titles are no
 * part of a name, a given name begins one, "Ministry" and "Street" say what they end, one form in
 * one account is one kind of thing, and what was a name once is one everywhere.
 *
 * Thread rule: as find.h. */
#ifndef PLX_FIND_NAME_REPAIR_H
#define PLX_FIND_NAME_REPAIR_H

#include "base/vec.h"
#include "model/annotation.h"

typedef struct plx_names { /* by span, not overlapping */
    plx_name *p;
    size_t n, cap;
} plx_names;

/* Lives in `arena`; an->names is not changed. O(tokens x longest name). */
plx_names plx_find__repair_names(const plx_annotation *an, plx_arena *arena);

#endif
