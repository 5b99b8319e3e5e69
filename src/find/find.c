#include "find/find.h"

static void find_behind_times(plx_annotation *an, plx_arena *arena) {
    plx_find_figures(an, arena);
    plx_find_mentions(an, arena);
    plx_find_quotes(an, arena);
    plx_find_events(an, arena);
}

void plx_find_all(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena) {
    plx_find_times(an, ctx, arena);
    find_behind_times(an, arena);
}

void plx_find_again(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena) {
    const plx_timex *before = an->times;
    size_t n_before = an->n_times;
    plx_find_times(an, ctx, arena);
    bool same = an->n_times == n_before;
    for (size_t i = 0; same && i < n_before; i++) {
        const plx_timex *x = &before[i], *y = &an->times[i];
        same = plx_span_eq(x->span, y->span) && x->begin == y->begin && x->end == y->end &&
               x->type == y->type;
    }
    if (!same) {
        find_behind_times(an, arena);
    }
}
