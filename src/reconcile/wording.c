#include "reconcile/reconcile.h"

void plx_reconcile__wording(plx_story *s, plx_arena *arena) {
    (void)s;
    (void)arena;
}
