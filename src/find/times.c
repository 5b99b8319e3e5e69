#include "find/find.h"

void plx_find_times(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena) {
    (void)an;
    (void)ctx;
    (void)arena;
}
