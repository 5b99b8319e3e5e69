#include "gather/gather.h"

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "gather/stream.h"

#include <math.h>
#include <stdlib.h>

#define MAX_FEATURES 192
/* A few files that somebody put together are one story more readily than strangers in a stream. */
static double threshold_for(size_t n_accounts) {
    const double few = 20.0, many = 200.0, lenient = -3.0, strict = 0.0;
    double n = PLX_MIN(PLX_MAX((double)n_accounts, few), many);
    return lenient + (strict - lenient) * (n - few) / (many - few);
}

/* ---- average link ---------------------------------------------------------------------------- */

typedef struct clusters {
    float *score; /* n x n: average score of two live clusters; only i != j */
    uint32_t *size;
    bool *live;
    size_t n;
} clusters;

static float at(const clusters *c, size_t i, size_t j) { return c->score[i * c->n + j]; }

/* The live cluster nearest to i, the lowest index among equals; PLX_NONE when alone. `first`, when
 * not PLX_NONE, wins a tie: a chain must not run in circles. */
static uint32_t nearest(const clusters *c, uint32_t i, uint32_t first, float *score) {
    uint32_t best = PLX_NONE;
    float best_score = -INFINITY;
    if (first != PLX_NONE) best = first, best_score = at(c, i, first);
    for (uint32_t j = 0; j < c->n; j++) {
        if (j == i || !c->live[j]) continue;
        float s = at(c, i, j);
        if (s > best_score) best = j, best_score = s;
    }
    *score = best_score;
    return best;
}

/* j goes into i. */
static void join(clusters *c, uint32_t i, uint32_t j) {
    float wi = (float)c->size[i], wj = (float)c->size[j];
    for (uint32_t k = 0; k < c->n; k++) {
        if (!c->live[k] || k == i || k == j) continue;
        float s = (wi * at(c, i, k) + wj * at(c, j, k)) / (wi + wj);
        c->score[i * c->n + k] = c->score[k * c->n + i] = s;
    }
    c->size[i] += c->size[j];
    c->live[j] = false;
}

static void fill_scores(clusters *c, const plx_vector *v) {
    for (size_t i = 0; i < c->n; i++) {
        c->score[i * c->n + i] = 0.0f;
        for (size_t j = i + 1; j < c->n; j++) {
            float s = (float)plx_pair_score(&v[i], &v[j]);
            c->score[i * c->n + j] = c->score[j * c->n + i] = s;
        }
    }
}

void plx_gather__cluster(const plx_vector *v, size_t n, double threshold, plx_arena *arena,
                         uint32_t *labels) {
    for (uint32_t i = 0; i < n; i++) labels[i] = i;
    if (n < 2) return;
    plx_arena_mark mark = plx_arena_mark_here(arena);
    clusters c = {.n = n};
    c.score = plx_new_n(arena, float, n *n);
    c.size = plx_new_n(arena, uint32_t, n);
    c.live = plx_new_n(arena, bool, n);
    uint32_t *into = plx_new_n(arena, uint32_t, n);
    uint32_t *chain = plx_new_n(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) c.size[i] = 1, c.live[i] = true, into[i] = i;
    fill_scores(&c, v);
    size_t length = 0;
    for (uint32_t start = 0;;) {
        if (length == 0) {
            while (start < n && !c.live[start]) start++;
            if (start == n) break;
            chain[length++] = start;
        }
        uint32_t tip = chain[length - 1];
        uint32_t before = length > 1 ? chain[length - 2] : PLX_NONE;
        float s;
        uint32_t next = nearest(&c, tip, before, &s);
        if (next == PLX_NONE || (double)s <= threshold) {
            /* Averages only fall when others join: this one is complete. */
            c.live[tip] = false;
            length--;
        } else if (next == before) {
            length -= 2;
            uint32_t low = PLX_MIN(tip, before), high = PLX_MAX(tip, before);
            join(&c, low, high);
            into[high] = low;
        } else {
            chain[length++] = next;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t r = i;
        while (into[r] != r) r = into[r]; /* always to a lower index */
        labels[i] = r;
    }
    plx_arena_restore(arena, mark);
}

/* ---- accounts -------------------------------------------------------------------------------- */

typedef struct item {
    const plx_account *account;
    uint32_t index;
} item;

static int by_path(const void *a, const void *b) {
    const item *x = a, *y = b;
    int c = plx_str_cmp(x->account->path, y->account->path);
    if (c) return c;
    c = plx_str_cmp(x->account->text, y->account->text);
    return c ? c : (x->index > y->index) - (x->index < y->index);
}

static void features_of(const plx_account *a, plx_arena *scratch, plx_features *out) {
    plx_arena_mark mark = plx_arena_mark_here(scratch);
    plx_span *skip = plx_new_n(scratch, plx_span, a->n_dropped);
    for (size_t i = 0; i < a->n_dropped; i++) skip[i] = a->dropped[i].span;
    plx_gather_features(a->title, a->text, skip, a->n_dropped, plx_gather_day(a->published), out);
    plx_arena_restore(scratch, mark);
}

static void vector_of(const plx_account *a, plx_arena *arena, plx_vector *out) {
    plx_features f;
    features_of(a, arena, &f);
    plx_gather_weigh(&f, NULL, MAX_FEATURES, arena, out);
}

/* Accounts of a story whose pairs its reason is told from. */
#define MOST_TOLD 64

static plx_str reason(const item *items, const uint32_t *member, size_t n, plx_arena *arena) {
    if (n == 1) return PLX_S("no other account is near enough");
    plx_arena_mark mark = plx_arena_mark_here(arena);
    double sum = 0.0, lowest = INFINITY;
    size_t pairs = 0, most = PLX_MIN(n, MOST_TOLD);
    plx_vector v[MOST_TOLD];
    for (size_t i = 0; i < most; i++) vector_of(items[member[i]].account, arena, &v[i]);
    for (size_t i = 0; i < most; i++) {
        for (size_t j = i + 1; j < most; j++) {
            double s = plx_pair_score(&v[i], &v[j]);
            sum += s;
            lowest = PLX_MIN(lowest, s);
            pairs++;
        }
    }
    int32_t first = INT32_MAX, last = INT32_MIN;
    for (size_t i = 0; i < n; i++) {
        int32_t d = plx_gather_day(items[member[i]].account->published);
        if (d == PLX_NO_DAY) continue;
        first = PLX_MIN(first, d);
        last = PLX_MAX(last, d);
    }
    plx_arena_restore(arena, mark);
    plx_buf b;
    plx_buf_init(&b, arena, 256);
    plx_buf_printf(&b, "shared words, names and days: log odds %.1f on average, %.1f at least",
                   sum / (double)pairs, lowest);
    if (first <= last) plx_buf_printf(&b, "; published within %d days", (int)(last - first + 1));
    return plx_buf_str(&b);
}

static int by_size(const void *a, const void *b) {
    const plx_gathered *x = a, *y = b;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    return x->accounts[0] < y->accounts[0] ? -1 : x->accounts[0] > y->accounts[0];
}

/* labels[i]: the first of the accounts in i's story. All pairs are looked at. */
static void label_at_once(const item *items, size_t n, plx_arena *arena, uint32_t *labels) {
    plx_arena_mark mark = plx_arena_mark_here(arena);
    plx_vector *v = plx_new_n(arena, plx_vector, n);
    for (size_t i = 0; i < n; i++) vector_of(items[i].account, arena, &v[i]);
    plx_gather__cluster(v, n, threshold_for(n), arena, labels);
    plx_arena_restore(arena, mark);
}

/* ---- very many ------------------------------------------------------------------------------- */

typedef struct arrival {
    int32_t day;
    uint32_t index; /* into the items */
} arrival;

/* By day, those without one last; else by path and text, as the items stand. */
static int by_day(const void *a, const void *b) {
    const arrival *x = a, *y = b;
    bool no_x = x->day == PLX_NO_DAY, no_y = y->day == PLX_NO_DAY;
    if (no_x != no_y) return no_x ? 1 : -1;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

typedef struct streaming {
    const item *items;
    size_t n;
    plx_arena *arena;
    uint32_t *labels;
    plx_stream *stream; /* freed by the caller, also after a failure */
} streaming;

static void stream_guarded(void *ctx) {
    streaming *s = ctx;
    arrival *order = plx_new_n(s->arena, arrival, s->n);
    for (uint32_t i = 0; i < s->n; i++)
        order[i] = (arrival){plx_gather_day(s->items[i].account->published), i};
    qsort(order, s->n, sizeof order[0], by_day);
    s->stream = plx_stream_new(NULL);
    for (size_t i = 0; i < s->n; i++) {
        plx_features f;
        features_of(s->items[order[i].index].account, s->arena, &f);
        (void)plx_stream_add_features(s->stream, &f); /* its number is i */
    }
    plx_imap first; /* story -> its first account in the order of the items */
    plx_imap_init(&first, s->arena);
    for (uint32_t i = 0; i < s->n; i++) s->labels[order[i].index] = plx_stream_story(s->stream, i);
    for (uint32_t i = 0; i < s->n; i++)
        s->labels[i] = plx_imap_put(&first, s->labels[i], i, NULL)->value;
}

static void label_as_stream(const item *items, size_t n, plx_arena *arena, uint32_t *labels) {
    plx_arena_mark mark = plx_arena_mark_here(arena);
    streaming s = {.items = items, .n = n, .arena = arena, .labels = labels};
    plx_error err;
    plx_err code = plx_guard(stream_guarded, &s, &err);
    plx_stream_free(s.stream);
    if (code != PLX_OK) plx_throw(code, err.pos, "%s", err.msg);
    plx_arena_restore(arena, mark);
}

plx_gathering plx_gather__accounts(const plx_account *const *accounts, size_t n,
                                   size_t most_at_once, plx_arena *arena) {
    plx_gathering out = {0};
    if (n == 0) return out;
    PLX_ASSERT(n < PLX_NONE);
    item *items = plx_new_n(arena, item, n);
    for (uint32_t i = 0; i < n; i++) items[i] = (item){accounts[i], i};
    qsort(items, n, sizeof items[0], by_path);
    uint32_t *labels = plx_new_n(arena, uint32_t, n);
    (n > most_at_once ? label_as_stream : label_at_once)(items, n, arena, labels);

    /* A label is its cluster's first account, so one pass counts and another fills. */
    uint32_t *size = plx_new_n(arena, uint32_t, n), *story = plx_new_n(arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) size[labels[i]]++;
    for (size_t i = 0; i < n; i++) out.n += size[i] > 0;
    out.stories = plx_new_n(arena, plx_gathered, out.n);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        if (!size[i]) continue;
        out.stories[k].accounts = plx_new_n(arena, uint32_t, size[i]);
        story[i] = (uint32_t)k++;
    }
    for (uint32_t i = 0; i < n; i++) {
        plx_gathered *g = &out.stories[story[labels[i]]];
        g->accounts[g->n++] = i;
    }
    qsort(out.stories, out.n, sizeof out.stories[0], by_size);
    for (size_t s = 0; s < out.n; s++) {
        plx_gathered *g = &out.stories[s];
        g->why = reason(items, g->accounts, g->n, arena);
        for (size_t i = 0; i < g->n; i++) g->accounts[i] = items[g->accounts[i]].index;
    }
    return out;
}

plx_gathering plx_gather_accounts(const plx_account *const *accounts, size_t n, plx_arena *arena) {
    return plx_gather__accounts(accounts, n, PLX_GATHER_MAX_AT_ONCE, arena);
}

plx_gathering plx_gather(plx_annotation *const *annotations, size_t n, plx_arena *arena) {
    const plx_account **accounts = plx_new_n(arena, const plx_account *, n);
    for (size_t i = 0; i < n; i++) accounts[i] = annotations[i]->account;
    return plx_gather_accounts(accounts, n, arena);
}
