/* Statements: clauses of different accounts that make the same claim, lined up (which do is decided
 * in reconcile/statement_groups.h), and those that only one account makes. */
#include "base/map.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"
#include "reconcile/statement_groups.h"
#include "reconcile/statement_says.h"
#include "reconcile/statement_words.h"

#include <math.h>
#include <stdlib.h>

#define MOST_HEARD        16u /* members that one is measured against */
#define MOST_SPEAKERS     32u
#define ELSEWHERE         1.0 /* more asked of one who does not line up with the group */
#define LEAST_NEAR        1.0 /* log-odds of one who tells of what the words shown say */
#define EVEN              6.0 /* in whole stories as many such pairs are wrong as right, */
#define PER_LINK          0.4 /* and the odds grow but slowly with the link */
#define LEAD              0.4 /* what stands at the top of the texts goes before what is told as surely */
#define AGAIN             0.4 /* how whole what a statement before says is, at most: */
#define AGAIN_PLACES      0.6 /* so much of it stands where that one does, */
#define AGAIN_WORDS       0.6 /* and so much of the words is in the words of the other, */
#define AGAIN_SAID        6.5 /* or by link and words the other says it, */
#define AGAIN_ANYWHERE    8.5 /* so clearly that it may stand elsewhere in the same accounts */
#define AGAIN_SAID_PLACES 0.5 /* and so much stands there */
#define WHOLE             2.0 /* what speaks for a unit's words, beside the share that says so */
#define BROKEN            1.0
#define INSIDE            0.9  /* so much of a scrap stands in a support, */
#define INSIDE_SHARE      0.67 /* in so many of its accounts */
#define DOUBTED           3.0  /* against: the others do not speak of who is named in brackets */
#define SHARE             9.0

typedef struct maker {
    const plx_story *s;
    const plx_claim_units *u;
    plx_unit_links links;
    bool *speaks;  /* units whose words are a statement's text already */
    double *whole; /* of each unit: plx_reconcile__whole */
    plx_sayings sayings;
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

/* Is unit i of a list the first of its account? */
static bool first_of_account(const maker *g, const plx_indices *x, size_t i) {
    for (size_t k = 0; k < i; k++) {
        if (g->u->p[x->p[k]].account == g->u->p[x->p[i]].account) {
            return false;
        }
    }
    return true;
}

/* Independent origins of the first n_say units. */
static uint32_t count_origins(const maker *g, const plx_indices *x, size_t n_say) {
    bool *seen = plx_new_n(g->arena, bool, g->s->origins.n + 1);
    uint32_t n = 0;
    for (size_t i = 0; i < n_say; i++) {
        uint32_t o = origin_of(g->s, g->u->p[x->p[i]].account);
        if (o == PLX_NONE) {
            n += first_of_account(g, x, i); /* what shares with none is its own origin */
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

/* Share of the group that says what the words say, as far as the links to their unit tell and what
 * of the words the others have. */
static double expected(const maker *g, const plx_indices *x, uint32_t unit, uint32_t words) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->n && n < MOST_HEARD; i++) {
        const plx_claim_unit *other = &g->u->p[x->p[i]];
        if (other->account != g->u->p[unit].account) {
            double borne = plx_says__cover(&g->u->p[words].claim, &other->claim);
            double link = plx_reconcile__link(&g->links, x->p[i], unit);
            sum += plx_claim_probability(PER_LINK * (link + PLX_SAYS_BORNE * borne - EVEN));
            n++;
        }
    }
    return n ? sum / (double)n : 0;
}

/* The unit's clause without those below it, when that is a unit too; else the unit. */
static uint32_t bare(const maker *g, uint32_t unit) {
    const plx_claim_unit *u = &g->u->p[unit];
    bool has = u->with_clauses && unit > 0 && u[-1].account == u->account && u[-1].head == u->head;
    return has ? unit - 1 : unit;
}

/* How well the words of a unit serve a group, beside how many say so. */
static double serves(const maker *g, uint32_t unit) {
    const plx_claim_unit *u = &g->u->p[unit];
    double score = WHOLE * g->whole[unit] - (g->whole[unit] < PLX_WHOLE_ENOUGH ? BROKEN : 0);
    score -= u->quoted ? 0.5 : 0;
    score -= plx_span_len(u->span) > 220 ? 1.0 : 0;
    score -= g->speaks[unit] ? 6.0 : 0;
    return score;
}

/* Is who stands in brackets somebody of whom the others do not speak, while they speak of people?
 */
static bool is_doubted(const maker *g, const plx_indices *x, uint32_t unit) {
    uint32_t e = x->n > 1 ? plx_reconcile__named_subject(g->s, &g->u->p[unit]) : PLX_NONE;
    size_t with = 0, against = 0;
    for (size_t i = 0; e != PLX_NONE && i < x->n && i < MOST_HEARD; i++) {
        const plx_claim_unit *u = &g->u->p[x->p[i]];
        bool has = false, other = false, subject = false;
        for (size_t k = 0; k < u->claim.n && u->account != g->u->p[unit].account; k++) {
            const plx_claim_term *t = &u->claim.p[k];
            bool entity = t->kind == PLX_TERM_ENTITY;
            bool alike = entity && g->s->entities.p[t->key].type == g->s->entities.p[e].type;
            if (alike && !subject && t->token == u->subject) { /* who does it tells more */
                subject = true;
                has = other = false;
            }
            bool looked = !subject || t->token == u->subject;
            has = has || (entity && looked && t->key == e);
            other = other || (alike && looked);
        }
        with += has;
        against += other && !has;
    }
    return against > with;
}

typedef struct speaker {
    uint32_t unit;  /* of the group */
    uint32_t words; /* the same clause, with those below it or without */
    double share;   /* of the group that says so */
} speaker;

/* The unit whose words serve as the statement's text: a whole clause that the others bear out. A
 * clause that serves two statements speaks for the stronger one, where another can speak for the
 * other. */
static speaker speaker_of(const maker *g, const plx_indices *x) {
    speaker best = {x->p[0], x->p[0], 0};
    double best_score = -INFINITY;
    for (size_t i = 0; i < x->n && i < MOST_SPEAKERS; i++) {
        speaker now = {.unit = x->p[i]};
        uint32_t cuts[] = {x->p[i], bare(g, x->p[i])};
        for (size_t c = 0; c < PLX_COUNT(cuts); c++) {
            if (c && cuts[c] == cuts[0]) {
                continue;
            }
            now.share = x->n > 1 ? expected(g, x, x->p[i], cuts[c]) : 0;
            double score = SHARE * now.share + serves(g, cuts[c]);
            score -= is_doubted(g, x, cuts[c]) ? DOUBTED : 0;
            if (score > best_score) {
                now.words = cuts[c];
                best_score = score;
                best = now;
            }
        }
    }
    return best;
}

static void add_those(const maker *g, const plx_indices *x, speaker by, bool sure,
                      plx_indices *out) {
    for (size_t i = 0; i < x->n; i++) {
        const plx_claim_unit *u = &g->u->p[x->p[i]];
        bool near = u->account == g->u->p[by.unit].account; /* itself, or the same said again */
        if (!near) {
            near = plx_reconcile__link(&g->links, x->p[i], by.unit) >= LEAST_NEAR;
        }
        if (near &&
            plx_says__it(&g->sayings, x->p[i], (plx_spoken){by.unit, by.words}, 0) == sure) {
            plx_vec_push(out, g->arena, x->p[i]);
        }
    }
}

static bool has_unit_of(const maker *g, const plx_indices *x, uint32_t account) {
    for (size_t i = 0; i < x->n; i++) {
        if (g->u->p[x->p[i]].account == account) {
            return true;
        }
    }
    return false;
}

/* Adds units of accounts that have none in `out` and that clearly say what the speaker says, though
 * another of their clauses lines up with the group: of each account the one most like. */
static void add_elsewhere(const maker *g, speaker by, plx_indices *out) {
    plx_indices found = {0};
    PLX_VEC(double) links = {0};
    for (uint32_t k = g->links.first[by.unit]; k < g->links.first[by.unit + 1]; k++) {
        uint32_t v = g->links.of[k].unit, account = g->u->p[v].account;
        double link = g->links.of[k].log_odds;
        if (account == g->u->p[by.unit].account || has_unit_of(g, out, account) ||
            !plx_says__it(&g->sayings, v, (plx_spoken){by.unit, by.words}, ELSEWHERE)) {
            continue;
        }
        size_t i = 0;
        while (i < found.n && g->u->p[found.p[i]].account != account) {
            i++;
        }
        if (i == found.n) {
            plx_vec_push(&found, g->arena, v);
            plx_vec_push(&links, g->arena, link);
        } else if (link > links.p[i]) {
            found.p[i] = v;
            links.p[i] = link;
        }
    }
    for (size_t i = 0; i < found.n; i++) {
        plx_vec_push(out, g->arena, found.p[i]);
    }
}

/* Those of the group who say what the speaker says, the speaker among them, and then those that
 * come near. How many the first are goes to *n_say. */
static plx_indices who_say(const maker *g, const plx_indices *x, speaker by, size_t *n_say) {
    plx_indices out = {0}, all = {0};
    add_those(g, x, by, true, &out);
    if (g->whole[by.words] >= PLX_WHOLE_ENOUGH && x->n < MOST_SPEAKERS) {
        add_elsewhere(g, by, &out);
    }
    *n_say = out.n;
    add_those(g, x, by, false, &all);
    for (size_t i = 0; i < all.n; i++) {
        add_index(&out, all.p[i], g->arena);
    }
    return out;
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

/* Where those who say it say it, in their texts: 1 at the top, 0 at the end. */
static double lead_of(const maker *g, const plx_statement *t) {
    double sum = 0;
    for (size_t i = 0; i < t->n_say; i++) {
        plx_at at = t->support.p[i];
        size_t n = g->s->accounts[at.account]->text.n;
        sum += 1.0 - (double)at.span.begin / (double)PLX_MAX(n, (size_t)1);
    }
    return sum / (double)PLX_MAX(t->n_say, (size_t)1);
}

static bool has_account(const plx_statement *t, uint32_t account) {
    for (size_t i = 0; i < t->n_say; i++) {
        if (t->support.p[i].account == account) {
            return true;
        }
    }
    return false;
}

/* Of units of which the first n_say say what the speaker says. */
static plx_statement statement_of(const maker *g, const plx_indices *x, size_t n_say, speaker by,
                                  plx_arena *arena) {
    plx_statement out = {.claimant = PLX_NONE, .n_say = n_say, .whole = g->whole[by.words]};
    const plx_claim_unit *best = &g->u->p[by.words];
    g->speaks[by.words] = true;
    out.text = plx_reconcile__unit_words(g->s, best, arena);
    out.worded = (plx_at){best->account, best->span};
    out.n_origins = count_origins(g, x, n_say);
    out.why = why_of(g, x, arena);
    size_t n_claimed = 0;
    for (size_t i = 0; i < x->n; i++) {
        const plx_claim_unit *u = &g->u->p[x->p[i]];
        plx_vec_push(&out.support, arena, (plx_at){u->account, u->span});
        plx_vec_push(&out.units, arena, x->p[i]);
        out.weight += u->claim.weight;
        n_claimed +=
            i < n_say && u->claimant != PLX_NONE && (i == 0 || u->claimant == out.claimant);
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
    if (n_claimed < n_say) {
        out.claimant =
            PLX_NONE; /* at least one account says it itself, or they name different people */
    }
    out.words = by.words;
    for (size_t i = 0; i < n_say; i++) {
        out.n_voices += first_of_account(g, x, i);
    }
    out.rank = by.share + LEAD * lead_of(g, &out);
    return out;
}

/* What many say first; of as many, what they most surely say; scraps last. */
static int by_support(const void *x, const void *y) {
    const plx_statement *a = x, *b = y;
    bool whole_a = a->whole >= PLX_WHOLE_ENOUGH, whole_b = b->whole >= PLX_WHOLE_ENOUGH;
    if (whole_a != whole_b) {
        return whole_a ? -1 : 1;
    }
    if (a->n_voices != b->n_voices) {
        return a->n_voices > b->n_voices ? -1 : 1;
    }
    if ((a->support.n > 1) != (b->support.n > 1)) {
        return a->support.n > 1 ? -1 : 1;
    }
    if (a->rank != b->rank) {
        return a->rank > b->rank ? -1 : 1;
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
        if (free && g->whole[i] >= PLX_WHOLE_ENOUGH) {
            plx_indices alone = {&i, 1, 1};
            plx_vec_push(&s->statements, g->arena,
                         statement_of(g, &alone, 1, (speaker){i, i, 0}, g->arena));
        }
    }
}

/* ---- statements that say again what a better one says -----------------------------------------
 */

typedef struct said_at { /* the places of the better statements in one account */
    struct {
        plx_span span;
        uint32_t statement;
    } * p;
    size_t n, cap;
} said_at;

/* Of those who say it, how many stand at the places of statement `before`? */
static bool stands_there(const said_at *there, const plx_statement *t, uint32_t before,
                         double share) {
    size_t hits = 0, n = PLX_MIN(t->n_say, (size_t)MOST_HEARD);
    for (size_t i = 0; i < n; i++) {
        const said_at *s = &there[t->support.p[i].account];
        plx_span at = t->support.p[i].span;
        bool hit = false;
        for (size_t k = 0; !hit && k < s->n; k++) {
            hit = s->p[k].statement == before &&
                  plx_span_overlap(s->p[k].span, at) * 2 >=
                      PLX_MIN(plx_span_len(at), plx_span_len(s->p[k].span));
        }
        hits += hit;
    }
    return (double)hits >= share * (double)n;
}

/* Are the accounts of those who say it among those of statement b? */
static bool accounts_within(const plx_statement *t, const plx_statement *b) {
    for (size_t i = 0; i < t->n_say; i++) {
        if (!has_account(b, t->support.p[i].account)) {
            return false;
        }
    }
    return true;
}

/* The statement before that one says again, or PLX_NONE: it stands mostly at its places, and in its
 * words; or none of its accounts says it alone, and it is so clearly the same that places do not
 * matter. */
static uint32_t says_again(const maker *g, const said_at *there, const plx_statement *t) {
    const plx_claim *words = &g->u->p[t->words].claim;
    for (size_t i = 0; i < t->n_say && i < MOST_HEARD; i++) {
        const said_at *s = &there[t->support.p[i].account];
        uint32_t last = PLX_NONE;
        for (size_t k = 0; k < s->n; k++) {
            uint32_t of = s->p[k].statement;
            const plx_statement *b = &g->s->statements.p[of];
            if (of == last) {
                continue;
            }
            double link = plx_reconcile__link(&g->links, t->words, b->words);
            bool here = plx_span_overlap(s->p[k].span, t->support.p[i].span) > 0;
            if (!here && link + PLX_SAYS_BORNE < AGAIN_ANYWHERE) {
                continue; /* another of its places in this account may be here */
            }
            last = of;
            double covered = plx_says__cover(words, &g->u->p[b->words].claim);
            double said = link + PLX_SAYS_BORNE * covered;
            double share = said >= AGAIN_SAID ? AGAIN_SAID_PLACES : AGAIN_PLACES;
            bool there_too = here && (covered >= AGAIN_WORDS || said >= AGAIN_SAID) &&
                             stands_there(there, t, of, share);
            if (there_too || (said >= AGAIN_ANYWHERE && accounts_within(t, b))) {
                return of;
            }
        }
    }
    return PLX_NONE;
}

/* Adds to a statement those who say it and stand in one that says it again. */
static void add_sayers(const maker *g, const plx_statement *t, plx_statement *to) {
    speaker by = {to->words, to->words, 0};
    for (size_t i = 0; i < t->n_say; i++) {
        plx_at at = t->support.p[i];
        uint32_t unit = t->units.p[i];
        if (has_account(to, at.account) ||
            !plx_says__it(&g->sayings, unit, (plx_spoken){by.unit, by.words}, 0)) {
            continue;
        }
        plx_vec_push(&to->support, g->arena, at);
        plx_vec_push(&to->units, g->arena, unit);
        size_t last = to->support.n - 1, k = to->n_say++;
        to->support.p[last] = to->support.p[k];
        to->units.p[last] = to->units.p[k];
        to->support.p[k] = at;
        to->units.p[k] = unit;
        to->n_voices++;
        to->n_origins = count_origins(g, &to->units, to->n_say);
    }
}

/* What says again what a better statement says is no whole statement of its own; the better first.
 */
static void mark_again(const maker *g, plx_story *s) {
    said_at *there = plx_new_n(g->arena, said_at, s->n_accounts);
    for (uint32_t i = 0; i < s->statements.n; i++) {
        plx_statement *t = &s->statements.p[i];
        if (t->whole < PLX_WHOLE_ENOUGH) {
            continue;
        }
        uint32_t before = says_again(g, there, t);
        if (before != PLX_NONE) {
            add_sayers(g, t, &s->statements.p[before]);
            t->whole = AGAIN;
            continue;
        }
        for (size_t k = 0; k < t->support.n; k++) {
            said_at *at = &there[t->support.p[k].account];
            plx_vec_add(at, g->arena);
            at->p[at->n - 1].span = t->support.p[k].span;
            at->p[at->n - 1].statement = i;
        }
    }
}

/* ---- scraps within what a whole statement says -------------------------------------------------
 */

/* Does a support stand inside one of statement `of` in its account? */
static bool stands_in(const said_at *there, plx_at at, uint32_t of) {
    const said_at *s = &there[at.account];
    for (size_t k = 0; k < s->n; k++) {
        if (s->p[k].statement == of && (double)plx_span_overlap(s->p[k].span, at.span) >=
                                           INSIDE * (double)plx_span_len(at.span)) {
            return true;
        }
    }
    return false;
}

static bool is_first_support(const plx_statement *t, size_t i) {
    for (size_t k = 0; k < i; k++) {
        if (t->support.p[k].account == t->support.p[i].account) {
            return false;
        }
    }
    return true;
}

/* Of the accounts of a scrap's first n supports, the share in which one stands inside a statement.
 */
static double share_inside(const said_at *there, const plx_statement *t, size_t n, uint32_t of) {
    size_t in = 0, all = 0;
    for (size_t i = 0; i < n; i++) {
        if (is_first_support(t, i)) {
            bool hit = false;
            for (size_t k = i; k < n && !hit; k++) {
                hit = t->support.p[k].account == t->support.p[i].account &&
                      stands_in(there, t->support.p[k], of);
            }
            in += hit;
            all++;
        }
    }
    return in >= 2 ? (double)in / (double)all : 0;
}

/* The whole statement that a scrap stands inside of in most accounts, or PLX_NONE. */
static uint32_t around_scrap(const said_at *there, const plx_statement *t, double *share) {
    const said_at *s = &there[t->support.p[0].account];
    size_t n = t->n_voices > 1 ? t->n_say : t->support.n;
    uint32_t best = PLX_NONE;
    *share = 0;
    for (size_t k = 0; k < s->n; k++) {
        uint32_t of = s->p[k].statement;
        if (of == best || !plx_span_overlap(s->p[k].span, t->support.p[0].span)) {
            continue;
        }
        double now = share_inside(there, t, n, of);
        if (now > *share || (now == *share && now > 0 && of < best)) {
            *share = now;
            best = of;
        }
    }
    return *share >= INSIDE_SHARE ? best : PLX_NONE;
}

/* Adds the supports of a scrap to a statement, from accounts that it has none of. */
static void add_others(const maker *g, const plx_statement *t, plx_statement *to) {
    for (size_t i = 0; i < t->support.n; i++) {
        bool there = false;
        for (size_t k = 0; k < to->support.n && !there; k++) {
            there = to->support.p[k].account == t->support.p[i].account;
        }
        if (!there) {
            plx_vec_push(&to->support, g->arena, t->support.p[i]);
            plx_vec_push(&to->units, g->arena, t->units.p[i]);
        }
    }
}

/* A scrap that stands inside of a whole statement in all its accounts, and that one of them alone
 * says or that only names something, is no statement of its own. */
static void fold_scraps(const maker *g, plx_story *s) {
    said_at *there = plx_new_n(g->arena, said_at, s->n_accounts);
    for (uint32_t i = 0; i < s->statements.n; i++) {
        const plx_statement *t = &s->statements.p[i];
        for (size_t k = 0; t->whole >= PLX_WHOLE_ENOUGH && k < t->support.n; k++) {
            said_at *at = &there[t->support.p[k].account];
            plx_vec_add(at, g->arena);
            at->p[at->n - 1].span = t->support.p[k].span;
            at->p[at->n - 1].statement = i;
        }
    }
    size_t kept = 0;
    for (uint32_t i = 0; i < s->statements.n; i++) {
        plx_statement *t = &s->statements.p[i];
        double share = 0;
        uint32_t of = PLX_NONE;
        if (t->whole < PLX_WHOLE_ENOUGH && t->support.n > 1) {
            of = around_scrap(there, t, &share);
        }
        bool all = of != PLX_NONE && (t->n_voices < 2 || t->whole <= PLX_SAYS_NAMES_ONLY) &&
                   share_inside(there, t, t->support.n, of) >= 1;
        if (all) { /* whole ones stand before all scraps */
            add_others(g, t, &s->statements.p[of]);
        }
        if (!all) {
            s->statements.p[kept++] = *t;
        }
    }
    s->statements.n = kept;
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
    *edges = g.links.found;
    s->claim_edges = edges;
    plx_unit_groups groups = plx_reconcile__group_units(units, &g.links, arena);
    g.whole = plx_new_n(arena, double, units->n);
    for (size_t i = 0; i < units->n; i++) {
        g.whole[i] = plx_reconcile__whole(s, &units->p[i]);
    }
    g.sayings = (plx_sayings){s, units, &g.links, g.whole};
    for (size_t i = 0; i < groups.n; i++) {
        speaker by = speaker_of(&g, &groups.p[i]);
        size_t n_say;
        groups.p[i] = who_say(&g, &groups.p[i], by, &n_say);
        if (groups.p[i].n > 1) {
            plx_vec_push(&s->statements, arena, statement_of(&g, &groups.p[i], n_say, by, arena));
        } else {
            groups.p[i].n = 0;
        }
    }
    add_single(&g, &groups, s);
    if (s->statements.n) {
        qsort(s->statements.p, s->statements.n, sizeof *s->statements.p, by_support);
        mark_again(&g, s);
        qsort(s->statements.p, s->statements.n, sizeof *s->statements.p, by_support);
        fold_scraps(&g, s);
    }
}
