#include "reconcile/reconcile.h"

void plx_reconcile__statements(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    (void)s;
    (void)o;
    (void)arena;
}
