/* The timeline: what the accounts place at a day, month or year, in order of time. */
#include "base/calendar.h"
#include "base/map.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"

#include <stdlib.h>

/* A time of day belongs to its day: "2025-04-16TEV" stands at "2025-04-16". Empty when it has no
 * calendar place. */
static plx_str moment_of(plx_str value) {
    if (value.n < 2 || value.p[0] < '0' || value.p[0] > '9') {
        return (plx_str){NULL, 0};
    }
    size_t t = plx_str_find_char(value, 'T', 0);
    return plx_str_slice(value, 0, t);
}

typedef struct row {
    plx_moment moment;
    int32_t first, last;
} row;

static int in_time(const void *x, const void *y) {
    const row *a = x, *b = y;
    if (a->first != b->first) {
        return a->first < b->first ? -1 : 1;
    }
    if (a->last != b->last) {
        return a->last > b->last ? -1 : 1; /* the wider first: a month before its days */
    }
    return plx_str_cmp(a->moment.when, b->moment.when);
}

void plx_reconcile__timeline(plx_story *s, plx_arena *arena) {
    plx_map index;
    plx_map_init(&index, arena);
    PLX_VEC(row) rows = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (size_t i = 0; i < an->n_times; i++) {
            const plx_timex *t = &an->times[i];
            plx_str when = moment_of(t->value);
            int32_t first, last;
            if ((t->type != PLX_DATE && t->type != PLX_TIME) || !when.n ||
                !plx_timex_days(when, &first, &last)) {
                continue;
            }
            bool is_new;
            plx_map_entry *e = plx_map_put(&index, when, (uint32_t)rows.n, &is_new);
            if (is_new) {
                plx_vec_push(&rows, arena, (row){{.when = when}, first, last});
            }
            PLX_ASSERT(rows.p && e->value < rows.n);
            plx_vec_push(&rows.p[e->value].moment.mentions, arena, (plx_at){a, t->span});
        }
    }
    for (uint32_t i = 0; i < s->events.n; i++) {
        uint32_t r = plx_map_get(&index, moment_of(s->events.p[i].when));
        if (r != PLX_NONE) {
            PLX_ASSERT(rows.p && r < rows.n);
            plx_vec_push(&rows.p[r].moment.events, arena, i);
        }
    }
    for (uint32_t i = 0; i < s->statements.n; i++) {
        uint32_t r = plx_map_get(&index, moment_of(s->statements.p[i].when));
        if (r != PLX_NONE) {
            PLX_ASSERT(rows.p && r < rows.n);
            plx_vec_push(&rows.p[r].moment.statements, arena, i);
        }
    }
    if (rows.n) {
        qsort(rows.p, rows.n, sizeof *rows.p, in_time);
    }
    for (size_t i = 0; i < rows.n; i++) {
        plx_vec_push(&s->timeline, arena, rows.p[i].moment);
    }
}
