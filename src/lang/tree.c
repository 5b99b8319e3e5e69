#include "lang/tree.h"

#include <math.h>

/* True when `heads` (1-based words) make one tree with one root. */
static bool is_tree(const uint32_t *heads, uint32_t n, uint8_t *state) {
    uint32_t roots = 0;
    memset(state, 0, n + 1);
    for (uint32_t i = 1; i <= n; i++) {
        roots += heads[i - 1] == 0;
    }
    if (roots != 1) {
        return false;
    }
    state[0] = 2;
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t at = i;
        while (state[at] == 0) {
            state[at] = 1;
            at = heads[at - 1];
        }
        if (state[at] == 1) {
            return false;
        }
        for (at = i; state[at] == 1; at = heads[at - 1]) {
            state[at] = 2;
        }
    }
    return true;
}

/* The contraction algorithm over nodes 0..n+cycles. A node that was contracted away keeps its
 * choice; the cycles are undone backwards. */
typedef struct contraction {
    uint32_t n_nodes, width; /* nodes so far; room for nodes */
    double *weight;          /* [head * width + node] */
    uint32_t *from, *to;     /* the original arc behind weight: [head * width + node] */
    uint32_t *best;          /* chosen head node of each node */
    bool *gone;              /* inside a contracted cycle */
    uint32_t *member_of;     /* the cycle's node */
} contraction;

static void choose(contraction *c, uint32_t node) {
    double top = 0;
    uint32_t best = PLX_NONE;
    for (uint32_t h = 0; h < c->n_nodes; h++) {
        if (h == node || c->gone[h]) {
            continue;
        }
        double w = c->weight[(size_t)h * c->width + node];
        if (best == PLX_NONE || w > top) {
            top = w;
            best = h;
        }
    }
    c->best[node] = best;
}

/* A node on a cycle of chosen heads, or PLX_NONE. */
static uint32_t find_cycle(const contraction *c, uint32_t *mark) {
    memset(mark, 0, c->n_nodes * sizeof *mark);
    for (uint32_t i = 1; i < c->n_nodes; i++) {
        if (c->gone[i] || mark[i]) {
            continue;
        }
        uint32_t at = i;
        while (at != 0 && mark[at] == 0) {
            mark[at] = i;
            at = c->best[at];
        }
        if (at != 0 && mark[at] == i) {
            return at;
        }
    }
    return PLX_NONE;
}

static void contract(contraction *c, uint32_t on_cycle) {
    uint32_t node = c->n_nodes++;
    size_t w = c->width;
    c->gone[node] = false;
    double sum = 0; /* of the cycle's own arcs */
    uint32_t at = on_cycle;
    do {
        sum += c->weight[c->best[at] * w + at];
        c->gone[at] = true;
        c->member_of[at] = node;
        at = c->best[at];
    } while (at != on_cycle);
    for (uint32_t k = 0; k < node; k++) {
        if (c->gone[k]) {
            continue;
        }
        double in = 0, out = 0;
        uint32_t in_at = PLX_NONE, out_at = PLX_NONE;
        do {
            double w_in = c->weight[k * w + at] - c->weight[c->best[at] * w + at] + sum;
            double w_out = c->weight[at * w + k];
            if (in_at == PLX_NONE || w_in > in) {
                in = w_in;
                in_at = at;
            }
            if (out_at == PLX_NONE || w_out > out) {
                out = w_out;
                out_at = at;
            }
            at = c->best[at];
        } while (at != on_cycle);
        c->weight[k * w + node] = in;
        c->from[k * w + node] = c->from[k * w + in_at];
        c->to[k * w + node] = c->to[k * w + in_at];
        c->weight[node * w + k] = out;
        c->from[node * w + k] = c->from[out_at * w + k];
        c->to[node * w + k] = c->to[out_at * w + k];
    }
    choose(c, node);
    /* heads that went into the cycle are now its node */
    for (uint32_t k = 1; k < node; k++) {
        if (!c->gone[k] && c->gone[c->best[k]]) {
            c->best[k] = node;
        }
    }
}

void plx_lang__best_tree(const float *score, uint32_t n, plx_arena *arena, uint32_t *heads) {
    size_t cols = n + 1;
    plx_arena_mark mark = plx_arena_mark_here(arena);
    for (uint32_t i = 0; i < n; i++) {
        const float *row = score + i * cols;
        uint32_t best = i == 0 && n > 1 ? 2 : 0;
        float top = -INFINITY;
        for (uint32_t j = 0; j <= n; j++) {
            float here = j == i + 1 ? -INFINITY : row[j];
            best = here > top ? j : best;
            top = here > top ? here : top;
        }
        heads[i] = best;
    }
    if (is_tree(heads, n, plx_arena_alloc(arena, n + 1, 1))) {
        plx_arena_restore(arena, mark);
        return;
    }
    contraction c = {.n_nodes = n + 1, .width = 2 * n + 2};
    size_t w = c.width;
    c.weight = plx_arena_alloc(arena, w * w * sizeof(double), 16);
    c.from = plx_arena_alloc(arena, w * w * sizeof(uint32_t), 16);
    c.to = plx_arena_alloc(arena, w * w * sizeof(uint32_t), 16);
    c.best = plx_new_n(arena, uint32_t, w);
    c.gone = plx_new_n(arena, bool, w);
    c.member_of = plx_new_n(arena, uint32_t, w);
    uint32_t *room = plx_new_n(arena, uint32_t, w);
    for (uint32_t j = 0; j <= n; j++) {
        for (uint32_t i = 1; i <= n; i++) {
            /* so dear that one arc from the root is taken, and no second */
            double root = j == 0 ? -1e6 : 0;
            c.weight[j * w + i] = (double)score[(i - 1) * cols + j] + root;
            c.from[j * w + i] = j;
            c.to[j * w + i] = i;
        }
        c.weight[j * w] = -1e12;
    }
    for (uint32_t i = 1; i <= n; i++) {
        choose(&c, i);
    }
    uint32_t on;
    while ((on = find_cycle(&c, room)) != PLX_NONE) {
        contract(&c, on);
    }
    /* undo: the latest node first; entering a cycle at a word breaks the cycle there */
    for (uint32_t i = 0; i < n; i++) {
        heads[i] = PLX_NONE;
    }
    bool *set = plx_new_n(arena, bool, w);
    for (uint32_t node = c.n_nodes; node-- > 1;) {
        if (set[node]) {
            continue;
        }
        size_t arc = c.best[node] * w + node;
        uint32_t to = c.to[arc];
        heads[to - 1] = c.from[arc];
        for (uint32_t k = to; k != node; k = c.member_of[k]) {
            set[k] = true;
        }
        set[node] = true;
    }
    plx_arena_restore(arena, mark);
}
