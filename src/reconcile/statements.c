/* Statements: clauses of different accounts that make the same claim, lined up.
 *
 * Edges between clauses (reconcile/claim_units.h) are taken best first; two groups join when the
 * edges between them are good on average, an absent edge counting against it (average link, Sokal
 * and Michener 1958). From each account a statement takes the clause that fits the others best; a
 * second one stays only where it says the same by itself. Clauses that join nothing are statements
 * of one account: what only one says. */
#include "base/map.h"
#include "base/vec.h"
#include "reconcile/claim_units.h"
#include "reconcile/reconcile.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_EDGE    (-3.0) /* log-odds: kept for averages */
#define LEAST_JOIN    0.0    /* of the edge that proposes a join */
#define LEAST_AVERAGE (-0.5) /* between the two groups */
#define ABSENT_EDGE   (-3.0)
#define LEAST_FIT     (-1.0) /* mean of a member's edges in the end */
#define N_ROUNDS      2u
#define MOST_COMPARED 12u /* members of either group that are averaged over */

typedef struct group {
    plx_indices units; /* ascending */
    plx_strs why;
    bool dead;
} group;

typedef struct grouper {
    plx_story *story;
    const plx_story *s; /* the same, to read */
    const plx_claim_units *u;
    plx_claim_edges edges;
    plx_imap edge_of; /* (a, b) -> edge */
    group *groups;    /* one a unit at first */
    uint32_t *group_of;
    plx_indices left_out; /* units whose account has a better one in their group */
    plx_arena *arena;
} grouper;

static uint64_t pair_key(uint32_t a, uint32_t b) {
    return (uint64_t)PLX_MIN(a, b) << 32 | PLX_MAX(a, b);
}

static double edge_between(const grouper *g, uint32_t a, uint32_t b) {
    uint32_t e = plx_imap_get(&g->edge_of, pair_key(a, b));
    return e == PLX_NONE ? ABSENT_EDGE : g->edges.p[e].log_odds;
}

/* Mean log-odds between the members of two groups; pairs within one account do not count. */
static double average(const grouper *g, const group *x, const group *y) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->units.n && i < MOST_COMPARED; i++) {
        for (size_t k = 0; k < y->units.n && k < MOST_COMPARED; k++) {
            uint32_t a = x->units.p[i], b = y->units.p[k];
            if (g->u->p[a].account != g->u->p[b].account) {
                sum += edge_between(g, a, b);
                n++;
            }
        }
    }
    return n ? sum / (double)n : ABSENT_EDGE;
}

/* Would a joined group hold clauses of one account that say different things? Two that overlap are
 * one with its part. */
static bool crowded(const grouper *g, const group *x, const group *y) {
    size_t n_same = 0;
    for (size_t i = 0; i < x->units.n; i++) {
        for (size_t k = 0; k < y->units.n; k++) {
            const plx_claim_unit *a = &g->u->p[x->units.p[i]], *b = &g->u->p[y->units.p[k]];
            n_same += a->account == b->account && plx_span_overlap(a->span, b->span) == 0;
        }
    }
    return n_same > PLX_MIN(x->units.n, y->units.n) / 2;
}

static void join(grouper *g, uint32_t into, uint32_t from) {
    group *x = &g->groups[into], *y = &g->groups[from];
    plx_indices all = {0};
    plx_vec_reserve(&all, g->arena, x->units.n + y->units.n + 1);
    PLX_ASSERT(all.p != NULL);
    size_t i = 0, k = 0;
    while (i < x->units.n || k < y->units.n) {
        bool left = k == y->units.n || (i < x->units.n && x->units.p[i] < y->units.p[k]);
        all.p[all.n++] = left ? x->units.p[i++] : y->units.p[k++];
    }
    x->units = all;
    for (size_t m = 0; m < y->units.n; m++) {
        g->group_of[y->units.p[m]] = into;
    }
    y->dead = true;
}

static void group_units(grouper *g) {
    for (uint32_t e = 0; e < g->edges.n; e++) {
        const plx_claim_edge *edge = &g->edges.p[e];
        if (edge->log_odds < LEAST_JOIN) {
            break; /* best first */
        }
        uint32_t x = g->group_of[edge->a], y = g->group_of[edge->b];
        if (x == y || x == PLX_NONE || y == PLX_NONE) {
            continue;
        }
        group *a = &g->groups[x], *b = &g->groups[y];
        if (!crowded(g, a, b) && average(g, a, b) >= LEAST_AVERAGE) {
            join(g, PLX_MIN(x, y), PLX_MAX(x, y));
        }
    }
}

/* How well a unit fits the members of other accounts. */
static double fit(const grouper *g, const group *x, uint32_t unit) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->units.n && n < 4 * MOST_COMPARED; i++) {
        if (g->u->p[x->units.p[i]].account != g->u->p[unit].account) {
            sum += edge_between(g, unit, x->units.p[i]);
            n++;
        }
    }
    return n ? sum / (double)n : 0;
}

/* Takes out the units that fit the others badly, the worst first. */
static void prune(grouper *g, group *x) {
    while (x->units.n > 1) {
        size_t worst = 0;
        double least = INFINITY;
        for (size_t i = 0; i < x->units.n; i++) {
            double f = fit(g, x, x->units.p[i]);
            if (f < least) {
                least = f;
                worst = i;
            }
        }
        if (least >= LEAST_FIT) {
            return;
        }
        plx_vec_push(&g->left_out, g->arena, x->units.p[worst]);
        memmove(&x->units.p[worst], &x->units.p[worst + 1],
                (x->units.n - worst - 1) * sizeof(uint32_t));
        x->units.n--;
    }
}

/* Leaves one unit an account: that which fits best. The others go to left_out. */
static void thin(grouper *g, uint32_t index) {
    group *x = &g->groups[index];
    plx_indices kept = {0};
    for (size_t i = 0; i < x->units.n;) {
        size_t end = i;
        uint32_t best = x->units.p[i];
        double best_fit = -INFINITY;
        while (end < x->units.n && g->u->p[x->units.p[end]].account == g->u->p[best].account) {
            double f = fit(g, x, x->units.p[end]);
            if (f > best_fit) {
                best_fit = f;
                best = x->units.p[end];
            }
            end++;
        }
        for (; i < end; i++) {
            uint32_t unit = x->units.p[i];
            if (unit == best) {
                plx_vec_push(&kept, g->arena, unit);
            } else {
                plx_vec_push(&g->left_out, g->arena, unit);
            }
        }
    }
    x->units = kept;
    prune(g, x);
}

/* ---- from groups to statements
 * ------------------------------------------------------------------- */

static uint32_t origin_of(const plx_story *s, uint32_t account) {
    for (uint32_t o = 0; o < s->origins.n; o++) {
        for (size_t i = 0; i < s->origins.p[o].accounts.n; i++) {
            if (s->origins.p[o].accounts.p[i] == account) {
                return o;
            }
        }
    }
    return PLX_NONE;
}

static uint32_t count_origins(const grouper *g, const group *x) {
    bool *seen = plx_new_n(g->arena, bool, g->s->origins.n + 1);
    uint32_t n = 0;
    for (size_t i = 0; i < x->units.n; i++) {
        uint32_t o = origin_of(g->s, g->u->p[x->units.p[i]].account);
        if (o == PLX_NONE) {
            n++; /* an account that shares with none is its own origin */
        } else if (!seen[o]) {
            seen[o] = true;
            n++;
        }
    }
    return n;
}

static void add_index(plx_indices *list, uint32_t v, plx_arena *arena) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i] == v) {
            return;
        }
    }
    plx_vec_push(list, arena, v);
}

/* The unit whose words serve as the statement's text: a main clause of middling length that fits
 * the others. */
static uint32_t speaker_of(const grouper *g, const group *x) {
    uint32_t best = x->units.p[0];
    double best_score = -INFINITY;
    for (size_t i = 0; i < x->units.n; i++) {
        const plx_claim_unit *u = &g->u->p[x->units.p[i]];
        double score = x->units.n > 1 ? fit(g, x, x->units.p[i]) : 0;
        score += u->kind == PLX_CLAUSE_MAIN ? 1.5 : 0;
        score -= u->quoted ? 0.5 : 0;
        score -= plx_span_len(u->span) > 220 ? 1.0 : 0;
        if (score > best_score) {
            best_score = score;
            best = x->units.p[i];
        }
    }
    return best;
}

static plx_str when_of(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    for (size_t i = 0; i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        if (t->has_days && plx_span_contains(u->span, t->span)) {
            return t->value;
        }
    }
    return (plx_str){NULL, 0};
}

static plx_str why_of(const grouper *g, const group *x, plx_arena *arena) {
    if (x->units.n < 2) {
        return PLX_S("said by one account alone");
    }
    plx_buf out;
    plx_buf_init(&out, arena, 4000);
    for (size_t i = 1; i < x->units.n && i < 6; i++) {
        uint32_t a = x->units.p[0], b = x->units.p[i];
        double p = plx_claim_probability(edge_between(g, a, b));
        plx_str why = plx_claim_why(&g->u->p[a].claim, &g->u->p[b].claim, arena);
        plx_buf_printf(&out, "%sa%u + a%u (%.2f): %.*s", i > 1 ? " | " : "", g->u->p[a].account + 1,
                       g->u->p[b].account + 1, p, PLX_FMT(why));
    }
    return plx_buf_str(&out);
}

static plx_statement statement_of(const grouper *g, const group *x, plx_arena *arena) {
    plx_statement out = {.claimant = PLX_NONE};
    const plx_claim_unit *best = &g->u->p[speaker_of(g, x)];
    out.text = plx_str_at(g->s->accounts[best->account]->text, best->span);
    out.n_origins = count_origins(g, x);
    out.why = why_of(g, x, arena);
    size_t n_claimed = 0;
    for (size_t i = 0; i < x->units.n; i++) {
        const plx_claim_unit *u = &g->u->p[x->units.p[i]];
        plx_vec_push(&out.support, arena, (plx_at){u->account, u->span});
        plx_vec_push(&out.units, arena, x->units.p[i]);
        out.weight += u->claim.weight;
        n_claimed += u->claimant != PLX_NONE && (i == 0 || u->claimant == out.claimant);
        out.claimant = i == 0 ? u->claimant : out.claimant;
        for (size_t k = 0; k < u->claim.n; k++) {
            if (u->claim.p[k].kind == PLX_TERM_ENTITY) {
                add_index(&out.entities, u->claim.p[k].key, arena);
            }
        }
        plx_str when = when_of(g->s, u);
        if (when.n > out.when.n) { /* the finer date */
            out.when = when;
        }
    }
    if (n_claimed < x->units.n) {
        out.claimant =
            PLX_NONE; /* at least one account says it itself, or they name different people */
    }
    return out;
}

static int by_support(const void *x, const void *y) {
    const plx_statement *a = x, *b = y;
    if (a->support.n != b->support.n) {
        return a->support.n > b->support.n ? -1 : 1;
    }
    plx_at p = a->support.p[0], q = b->support.p[0];
    if (p.account != q.account) {
        return p.account < q.account ? -1 : 1;
    }
    return plx_span_cmp(p.span, q.span);
}

static int by_number(const void *x, const void *y) {
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return a < b ? -1 : a > b;
}

/* Groups the given units and makes statements of the groups; what is left over comes back, or, in
 * the last round, becomes statements of one account. */
static plx_indices one_round(grouper *g, const plx_indices *units, bool last) {
    plx_story *s = g->story;
    for (size_t i = 0; i < g->u->n; i++) {
        g->group_of[i] = PLX_NONE;
    }
    for (size_t i = 0; i < units->n; i++) {
        uint32_t u = units->p[i];
        g->groups[u] = (group){0};
        plx_vec_push(&g->groups[u].units, g->arena, u);
        g->group_of[u] = u;
    }
    g->left_out = (plx_indices){0};
    group_units(g);
    for (size_t i = 0; i < units->n; i++) {
        group *x = &g->groups[units->p[i]];
        if (x->dead || !x->units.n) {
            continue;
        }
        if (x->units.n > 1) {
            thin(g, units->p[i]);
        }
        if (x->units.n == 1) {
            plx_vec_push(&g->left_out, g->arena, x->units.p[0]);
        } else {
            plx_vec_push(&s->statements, g->arena, statement_of(g, x, g->arena));
        }
    }
    if (g->left_out.n) {
        qsort(g->left_out.p, g->left_out.n, sizeof *g->left_out.p, by_number);
    }
    for (size_t i = 0; last && i < g->left_out.n; i++) {
        group alone = {.units = {&g->left_out.p[i], 1, 1}};
        plx_vec_push(&s->statements, g->arena, statement_of(g, &alone, g->arena));
    }
    return g->left_out;
}

void plx_reconcile__statements(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    (void)o;
    plx_claim_units *units = plx_new(arena, plx_claim_units);
    *units = plx_reconcile__claim_units(s, arena);
    s->claim_units = units;
    grouper g = {.story = s, .s = s, .u = units, .arena = arena};
    g.edges = plx_reconcile__claim_edges(units, LEAST_EDGE, arena);
    plx_imap_init(&g.edge_of, arena);
    for (uint32_t e = 0; e < g.edges.n; e++) {
        plx_imap_put(&g.edge_of, pair_key(g.edges.p[e].a, g.edges.p[e].b), e, NULL);
    }
    g.groups = plx_new_n(arena, group, units->n);
    g.group_of = plx_new_n(arena, uint32_t, units->n);
    plx_indices all = {0};
    for (uint32_t i = 0; i < units->n; i++) {
        plx_vec_push(&all, arena, i);
    }
    for (unsigned round = 0; round < N_ROUNDS && all.n; round++) {
        all = one_round(&g, &all, round + 1 == N_ROUNDS);
    }
    if (s->statements.n) {
        qsort(s->statements.p, s->statements.n, sizeof *s->statements.p, by_support);
    }
}
