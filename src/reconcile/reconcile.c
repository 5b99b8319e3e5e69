#include "reconcile/reconcile.h"

#include "reconcile/corrections.h"

#include <stdlib.h>

static int by_path(const void *x, const void *y) {
    const plx_annotation *const *a = x;
    const plx_annotation *const *b = y;
    int c = plx_str_cmp((*a)->account->path, (*b)->account->path);
    return c ? c : plx_str_cmp((*a)->account->text, (*b)->account->text);
}

plx_story *plx_reconcile(plx_annotation **annotations, size_t n,
                         const plx_reconcile_options *options, plx_arena *arena) {
    plx_story *s = plx_new(arena, plx_story);
    plx_annotation **sorted = plx_new_n(arena, plx_annotation *, n);
    memcpy(sorted, annotations, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_path);
    s->n_accounts = n;
    s->accounts = plx_new_n(arena, const plx_account *, n);
    s->annotations = plx_new_n(arena, const plx_annotation *, n);
    s->published = plx_new_n(arena, plx_str, n);
    s->published_why = plx_new_n(arena, plx_str, n);
    s->entity_of_chain = plx_new_n(arena, uint32_t *, n);
    for (size_t i = 0; i < n; i++) {
        s->annotations[i] = sorted[i];
        s->accounts[i] = sorted[i]->account;
    }
    plx_reconcile__dates(s, sorted, arena);
    plx_corrections__dates(s, sorted, options, arena);
    plx_reconcile__entities(s, options, arena);
    plx_reconcile__quotes(s, options, arena);
    plx_reconcile__origins(s, arena);
    plx_reconcile__statements(s, options, arena);
    plx_reconcile__events(s, arena);
    plx_reconcile__figures(s, arena);
    plx_reconcile__timeline(s, arena);
    plx_reconcile__differences(s, arena);
    plx_reconcile__wording(s, arena);
    plx_reconcile__checks(s, arena);
    plx_reconcile__title(s, arena);
    return s;
}
