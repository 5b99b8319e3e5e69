#include "find/find.h"

void plx_find_events(plx_annotation *an, plx_arena *arena) {
    (void)an;
    (void)arena;
}
