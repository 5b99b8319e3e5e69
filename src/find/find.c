#include "find/find.h"

void plx_find_all(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena) {
    plx_find_times(an, ctx, arena);
    plx_find_figures(an, arena);
    plx_find_mentions(an, arena);
    plx_find_quotes(an, arena);
    plx_find_events(an, arena);
}
