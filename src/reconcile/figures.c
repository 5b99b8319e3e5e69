/* Figures of the story: the same amount of the same thing, wherever it stands. */
#include "base/map.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"

#include <math.h>
#include <stdlib.h>

/* What makes two figures one: kind, unit, value, bounds, vagueness; written as text so that one map
 * serves. */
static plx_str key_of(const plx_figure *f, plx_arena *arena) {
    return plx_str_format(arena, "%d|%.*s|%.17g|%.17g|%.17g|%d", (int)f->kind, PLX_FMT(f->unit),
                          f->value, f->low, f->high, f->approximate);
}

static bool counts(const plx_figure *f) {
    return f->kind != PLX_FIG_ORDINAL && !(isnan(f->value) && isnan(f->low) && isnan(f->high));
}

typedef struct by_first {
    plx_story_figure f;
    size_t n_accounts;
} by_first;

static int main_figures_first(const void *x, const void *y) {
    const by_first *a = x, *b = y;
    if (a->n_accounts != b->n_accounts) {
        return a->n_accounts > b->n_accounts ? -1 : 1;
    }
    plx_at p = a->f.mentions.p[0], q = b->f.mentions.p[0];
    if (p.account != q.account) {
        return p.account < q.account ? -1 : 1;
    }
    int c = plx_span_cmp(p.span, q.span);
    return c ? c : (int)a->f.kind - (int)b->f.kind;
}

typedef struct figure_list {
    by_first *p;
    size_t n, cap;
} figure_list;

/* "between 18 and 24" stands in the dossier as its two ends: another account may give only one.
 * What is vague ("dozens") stays whole. */
static size_t ends_of(const plx_figure *f, plx_figure out[2]) {
    out[0] = out[1] = *f;
    if (!isnan(f->value) || isnan(f->low) || isnan(f->high) || f->approximate) {
        return 1;
    }
    out[0].value = out[0].high = f->low;
    out[1].value = out[1].low = f->high;
    return 2;
}

static void add(figure_list *list, plx_map *index, const plx_figure *f, uint32_t account,
                plx_arena *arena) {
    bool is_new;
    plx_map_entry *e = plx_map_put(index, key_of(f, arena), (uint32_t)list->n, &is_new);
    if (is_new) {
        plx_story_figure fresh = {.kind = f->kind,
                                  .value = f->value,
                                  .low = f->low,
                                  .high = f->high,
                                  .approximate = f->approximate,
                                  .unit = f->unit,
                                  .of = f->of};
        plx_vec_push(list, arena, (by_first){fresh, 0});
    }
    PLX_ASSERT(list->p && e->value < list->n);
    by_first *b = &list->p[e->value];
    if (f->of.n > b->f.of.n) {
        b->f.of = f->of; /* the fullest wording of what is counted heads the row */
    }
    b->n_accounts += !b->f.mentions.n || b->f.mentions.p[b->f.mentions.n - 1].account != account;
    plx_vec_push(&b->f.mentions, arena, (plx_at){account, f->span});
}

void plx_reconcile__figures(plx_story *s, plx_arena *arena) {
    plx_map index;
    plx_map_init(&index, arena);
    figure_list list = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (size_t i = 0; i < an->n_figures; i++) {
            plx_figure ends[2];
            size_t n_ends = counts(&an->figures[i]) ? ends_of(&an->figures[i], ends) : 0;
            for (size_t k = 0; k < n_ends; k++) {
                add(&list, &index, &ends[k], a, arena);
            }
        }
    }
    if (list.n) {
        qsort(list.p, list.n, sizeof *list.p, main_figures_first);
    }
    for (size_t i = 0; i < list.n; i++) {
        plx_vec_push(&s->figures, arena, list.p[i].f);
    }
}
