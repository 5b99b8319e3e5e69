#include "reconcile/reconcile.h"

void plx_reconcile__dates(plx_story *s, plx_annotation **annotations, plx_arena *arena) {
    (void)s;
    (void)annotations;
    (void)arena;
}
