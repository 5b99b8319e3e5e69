/* Statements: clauses of different accounts that make the same claim, lined up (which do is decided
 * in reconcile/statement_groups.h), and those that only one account makes. */
#include "base/map.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"
#include "reconcile/statement_groups.h"

#include <math.h>
#include <stdlib.h>

typedef struct maker {
    const plx_story *s;
    const plx_claim_units *u;
    plx_unit_links links;
    bool *speaks; /* units whose words are a statement's text already */
    plx_arena *arena;
} maker;

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

static uint32_t count_origins(const maker *g, const plx_indices *x) {
    bool *seen = plx_new_n(g->arena, bool, g->s->origins.n + 1);
    uint32_t n = 0;
    for (size_t i = 0; i < x->n; i++) {
        uint32_t o = origin_of(g->s, g->u->p[x->p[i]].account);
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
 * the others. A clause that serves two statements speaks for the stronger one, where another can
 * speak for the other. */
static uint32_t speaker_of(const maker *g, const plx_indices *x) {
    uint32_t best = x->p[0];
    double best_score = -INFINITY;
    for (size_t i = 0; i < x->n; i++) {
        const plx_claim_unit *u = &g->u->p[x->p[i]];
        double score = x->n > 1 ? plx_reconcile__link_to_group(g->u, &g->links, x, x->p[i]) : 0;
        score += u->kind == PLX_CLAUSE_MAIN ? 1.5 : 0;
        score -= u->quoted ? 0.5 : 0;
        score -= plx_span_len(u->span) > 220 ? 1.0 : 0;
        score -= g->speaks[x->p[i]] ? 6.0 : 0;
        if (score > best_score) {
            best_score = score;
            best = x->p[i];
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

static plx_str why_of(const maker *g, const plx_indices *x, plx_arena *arena) {
    if (x->n < 2) {
        return PLX_S("said by one account alone");
    }
    plx_buf out;
    plx_buf_init(&out, arena, 4000);
    for (size_t i = 1; i < x->n && i < 6; i++) {
        uint32_t a = x->p[0], b = x->p[i];
        double p = plx_claim_probability(plx_reconcile__link(&g->links, a, b));
        plx_str why = plx_claim_why(&g->u->p[a].claim, &g->u->p[b].claim, arena);
        plx_buf_printf(&out, "%sa%u + a%u (%.2f): %.*s", i > 1 ? " | " : "", g->u->p[a].account + 1,
                       g->u->p[b].account + 1, p, PLX_FMT(why));
    }
    return plx_buf_str(&out);
}

static plx_statement statement_of(const maker *g, const plx_indices *x, plx_arena *arena) {
    plx_statement out = {.claimant = PLX_NONE};
    uint32_t speaker = speaker_of(g, x);
    const plx_claim_unit *best = &g->u->p[speaker];
    g->speaks[speaker] = true;
    out.text = plx_str_at(g->s->accounts[best->account]->text, best->span);
    out.n_origins = count_origins(g, x);
    out.why = why_of(g, x, arena);
    size_t n_claimed = 0;
    for (size_t i = 0; i < x->n; i++) {
        const plx_claim_unit *u = &g->u->p[x->p[i]];
        plx_vec_push(&out.support, arena, (plx_at){u->account, u->span});
        plx_vec_push(&out.units, arena, x->p[i]);
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
    if (n_claimed < x->n) {
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

/* Units that no group has taken are statements of one account each, the closest cut of a clause
 * only, and not where a group's unit stands. */
static void add_single(const maker *g, const plx_unit_groups *groups, plx_story *s) {
    plx_indices *by_account = plx_new_n(g->arena, plx_indices, s->n_accounts);
    for (size_t i = 0; i < groups->n; i++) {
        for (size_t k = 0; k < groups->p[i].n; k++) {
            uint32_t unit = groups->p[i].p[k];
            add_index(&by_account[g->u->p[unit].account], unit, g->arena);
        }
    }
    for (uint32_t i = 0; i < g->u->n; i++) {
        const plx_claim_unit *u = &g->u->p[i];
        bool free = !u->with_clauses;
        for (size_t k = 0; free && k < by_account[u->account].n; k++) {
            plx_span at = g->u->p[by_account[u->account].p[k]].span;
            free = plx_span_overlap(at, u->span) * 2 < plx_span_len(u->span);
        }
        if (free) {
            plx_indices alone = {&i, 1, 1};
            plx_vec_push(&s->statements, g->arena, statement_of(g, &alone, g->arena));
        }
    }
}

void plx_reconcile__statements(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    (void)o;
    plx_claim_units *units = plx_new(arena, plx_claim_units);
    *units = plx_reconcile__claim_units(s, arena);
    s->claim_units = units;
    maker g = {.s = s, .u = units, .arena = arena};
    g.speaks = plx_new_n(arena, bool, units->n);
    g.links = plx_reconcile__unit_links(units, arena);
    plx_claim_edges *edges = plx_new(arena, plx_claim_edges);
    *edges = g.links.edges;
    s->claim_edges = edges;
    plx_unit_groups groups = plx_reconcile__group_units(units, &g.links, arena);
    for (size_t i = 0; i < groups.n; i++) {
        plx_vec_push(&s->statements, arena, statement_of(&g, &groups.p[i], arena));
    }
    add_single(&g, &groups, s);
    if (s->statements.n) {
        qsort(s->statements.p, s->statements.n, sizeof *s->statements.p, by_support);
    }
}
