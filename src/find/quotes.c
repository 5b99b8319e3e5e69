#include "find/find.h"

void plx_find_quotes(plx_annotation *an, plx_arena *arena) {
    (void)an;
    (void)arena;
}
