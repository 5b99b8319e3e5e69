#include "find/find.h"

void plx_find_mentions(plx_annotation *an, plx_arena *arena) {
    (void)an;
    (void)arena;
}
