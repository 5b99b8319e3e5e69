/* Statements: clauses of different accounts that make the same claim, lined up (which do is decided
 * in reconcile/statement_groups.h), and those that only one account makes. */
#include "base/map.h"
#include "base/vec.h"
#include "match/concepts.h"
#include "reconcile/reconcile.h"
#include "reconcile/statement_groups.h"
#include "reconcile/statement_words.h"

#include <math.h>
#include <stdlib.h>

#define MOST_TERMS        64u /* of a claim that are looked at */
#define MOST_HEARD        16u /* members that one is measured against */
#define MOST_SPEAKERS     32u
#define LEAST_NEAR        1.0 /* log-odds of one who tells of what the words shown say */
#define BORNE             6.0 /* and what is added for all of the words shown having their like there */
#define LEAST_SAID        7.0 /* of one who says them, so much with BORNE */
#define OTHER_ACT         0.5 /* taken away when the act has no like */
#define LIKE              0.3
#define PART_BORNE        0.35 /* of each clause among the words at least */
#define DENIED            1.5  /* and when one says no, */
#define ANOTHER           1.5  /* or it is told of somebody else */
#define NAMES_ONLY        0.1  /* how whole a phrase is that only names something */
#define EVEN              6.0  /* in whole stories as many such pairs are wrong as right, */
#define PER_LINK          0.4  /* and the odds grow but slowly with the link */
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
#define DOUBTED           1.5  /* against: the others do not speak of who is named in brackets */
#define SHARE             9.0

typedef struct maker {
    const plx_story *s;
    const plx_claim_units *u;
    plx_unit_links links;
    bool *speaks;  /* units whose words are a statement's text already */
    double *whole; /* of each unit: plx_reconcile__whole */
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

/* How like a term of a claim the likest of another claim is, 0..1. */
static double likest(const plx_claim *a, size_t i, const plx_claim *b) {
    const plx_claim_term *x = &a->p[i];
    bool acquainted = a->meets && b->meets && a->circle == b->circle;
    if (x->kind == PLX_TERM_WORD && acquainted &&
        !(b->meets[x->number / 64] >> x->number % 64 & 1)) {
        return 0;
    }
    double best = 0;
    for (size_t k = 0; k < b->n && k < MOST_TERMS && best < 1; k++) {
        if (b->p[k].kind == x->kind) {
            best = PLX_MAX(best, plx_claim__term_similarity(x, &b->p[k]));
        }
    }
    return best;
}

/* How much of a claim stands in another, 0..1. */
static double cover(const plx_claim *a, const plx_claim *b) {
    double found = 0, all = 0;
    for (size_t i = 0; i < a->n && i < MOST_TERMS; i++) {
        found += likest(a, i, b) * a->p[i].weight;
        all += a->p[i].weight;
    }
    return all > 0 ? found / all : 0;
}

/* How well the sentence of a unit bears a claim out: BORNE for all of its terms, less for a
 * predicate that has nothing like it there. */
static double borne_around(const maker *g, const plx_claim *a, uint32_t unit) {
    const plx_claim_unit *p = g->u->p;
    uint32_t account = p[unit].account, sentence = p[unit].sentence, from = unit, to = unit + 1;
    while (from > 0 && p[from - 1].account == account && p[from - 1].sentence == sentence) {
        from--;
    }
    while (to < g->u->n && p[to].account == account && p[to].sentence == sentence) {
        to++;
    }
    double found = 0, all = 0, act = -1;
    for (size_t i = 0; i < a->n && i < MOST_TERMS; i++) {
        double best = 0;
        for (uint32_t k = from; k < to && best < 1; k++) {
            best = PLX_MAX(best, likest(a, i, &p[k].claim));
        }
        found += best * a->p[i].weight;
        all += a->p[i].weight;
        act = a->p[i].part == PLX_PART_PREDICATE ? PLX_MAX(act, best) : act;
    }
    return (all > 0 ? BORNE * found / all : 0) - (act >= 0 && act < LIKE ? OTHER_ACT : 0);
}

/* Has the predicate of a claim no like in another? */
static bool other_act(const plx_claim *a, const plx_claim *b) {
    double act = -1;
    for (size_t i = 0; i < a->n && i < MOST_TERMS; i++) {
        if (a->p[i].part == PLX_PART_PREDICATE) {
            act = PLX_MAX(act, likest(a, i, b));
        }
    }
    return act >= 0 && act < LIKE;
}

/* Share of the group that says what the words say, as far as the links to their unit tell and what
 * of the words the others have. */
static double expected(const maker *g, const plx_indices *x, uint32_t unit, uint32_t words) {
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < x->n && n < MOST_HEARD; i++) {
        const plx_claim_unit *other = &g->u->p[x->p[i]];
        if (other->account != g->u->p[unit].account) {
            double borne = cover(&g->u->p[words].claim, &other->claim);
            double link = plx_reconcile__link(&g->links, x->p[i], unit);
            sum += plx_claim_probability(PER_LINK * (link + BORNE * borne - EVEN));
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
        bool has = false, other = false;
        for (size_t k = 0; k < u->claim.n && u->account != g->u->p[unit].account; k++) {
            const plx_claim_term *t = &u->claim.p[k];
            bool entity = t->kind == PLX_TERM_ENTITY;
            has = has || (entity && t->key == e);
            other = other || (entity && g->s->entities.p[t->key].type == g->s->entities.p[e].type);
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

static bool has_term(const plx_claim *c, const plx_claim_term *x) {
    for (size_t i = 0; i < c->n; i++) {
        const plx_claim_term *y = &c->p[i];
        if (y->kind == x->kind && y->part == x->part && y->key == x->key) {
            return true;
        }
    }
    return false;
}

/* "is out of danger" beside "is in critical condition", "opened" beside "closed": the act of the
 * words, or what it comes to, has its opposite in the other claim, and not itself. */
static bool says_opposite(const plx_claim *words, const plx_claim *other) {
    for (size_t i = 0; i < words->n && i < MOST_TERMS; i++) {
        const plx_claim_term *x = &words->p[i];
        bool opposed = false;
        for (size_t k = 0; k < other->n && k < MOST_TERMS && x->part == PLX_PART_PREDICATE; k++) {
            const plx_claim_term *y = &other->p[k];
            opposed =
                opposed || (x->kind == PLX_TERM_WORD && y->kind == PLX_TERM_WORD &&
                            plx_concept_relate(x->concept, y->concept) == PLX_CONCEPT_OPPOSED);
        }
        if (opposed && likest(words, i, other) < LIKE && words->negative == other->negative) {
            return true;
        }
    }
    return false;
}

/* "Ortiz thanked Lee" beside "Lee thanked Ortiz", "Ortiz did not thank Lee": one act, told of other
 * people, or denied. */
static bool says_other(const plx_claim *a, const plx_claim *b) {
    bool same_act = false, doer = false, other = false, same_doer = false;
    for (size_t i = 0; i < a->n; i++) {
        const plx_claim_term *x = &a->p[i];
        bool subject = x->kind == PLX_TERM_ENTITY && x->part == PLX_PART_SUBJECT;
        same_act = same_act || (x->part == PLX_PART_PREDICATE && has_term(b, x));
        doer = doer || subject;
        same_doer = same_doer || (subject && has_term(b, x));
    }
    for (size_t i = 0; i < b->n; i++) {
        other = other || (b->p[i].kind == PLX_TERM_ENTITY && b->p[i].part == PLX_PART_SUBJECT);
    }
    return same_act && (a->negative != b->negative || (doer && other && !same_doer));
}

/* Is anything denied in the sentence of a unit? */
static bool denies_around(const maker *g, uint32_t unit) {
    static const plx_str words[] = {
        PLX_S_INIT("decline"), PLX_S_INIT("deny"),    PLX_S_INIT("fail"),
        PLX_S_INIT("lack"),    PLX_S_INIT("refuse"),  PLX_S_INIT("reject"),
        PLX_S_INIT("unable"),  PLX_S_INIT("unclear"), PLX_S_INIT("unknown")};
    const plx_claim_unit *p = g->u->p, *u = &p[unit];
    const plx_annotation *an = g->s->annotations[u->account];
    const plx_sentence *in = &an->sentences[u->sentence];
    for (uint32_t t = PLX_MIN(in->begin, u->begin); t < PLX_MAX(in->end, u->end); t++) {
        if ((an->tokens[t].feats & PLX_FEAT_NEG) ||
            plx_str_lookup(words, PLX_COUNT(words), an->tokens[t].lemma) != PLX_NONE) {
            return true;
        }
    }
    for (uint32_t k = unit;
         k < g->u->n && p[k].account == u->account && p[k].sentence == u->sentence; k++) {
        if (p[k].claim.negative) {
            return true;
        }
    }
    return u->claim.negative;
}

/* Does a unit only name what the words tell of? A phrase can say an act ("the release of Ortiz"),
 * and an apposition what somebody is. */
static bool only_names(const maker *g, uint32_t unit, uint32_t words) {
    const plx_claim_unit *u = &g->u->p[unit], *w = &g->u->p[words];
    if (g->whole[unit] > NAMES_ONLY) {
        return false;
    }
    bool act = g->s->annotations[w->account]->tokens[w->head].upos == PLX_UPOS_VERB;
    return other_act(&w->claim, &u->claim) || (!act && u->kind != PLX_CLAUSE_APPOSITION);
}

/* Does each clause among the words of the speaker have some like in the sentence of the unit? */
static bool says_each_part(const maker *g, uint32_t unit, uint32_t words) {
    const plx_claim_unit *w = &g->u->p[words];
    if (!w->with_clauses) {
        return true;
    }
    for (uint32_t k = words > 0 ? words - 1 : 0;
         k < g->u->n && g->u->p[k].account == w->account && g->u->p[k].span.begin < w->span.end;
         k++) {
        const plx_claim_unit *part = &g->u->p[k];
        bool own = !part->with_clauses && plx_span_contains(w->span, part->span) &&
                   g->whole[k] > NAMES_ONLY;
        if (own && borne_around(g, &part->claim, unit) < PART_BORNE * BORNE) {
            return false;
        }
    }
    return true;
}

/* The person that a unit is told of as its subject, or PLX_NONE. */
static uint32_t person_of(const maker *g, uint32_t unit) {
    const plx_claim_unit *u = &g->u->p[unit];
    for (size_t i = 0; i < u->claim.n; i++) {
        const plx_claim_term *t = &u->claim.p[i];
        if (t->kind == PLX_TERM_ENTITY && t->token == u->subject &&
            g->s->entities.p[t->key].type == PLX_PERSON) {
            return t->key;
        }
    }
    return PLX_NONE;
}

/* Is a unit told of a person, and of another one than the words, whom its sentence does not name?
 */
static bool tells_of_another(const maker *g, uint32_t unit, uint32_t words) {
    uint32_t who = person_of(g, words), other = person_of(g, unit);
    if (who == PLX_NONE || other == PLX_NONE || who == other) {
        return false;
    }
    const plx_claim *c = &g->u->p[unit].claim;
    for (size_t i = 0; i < c->n; i++) {
        if (c->p[i].kind == PLX_TERM_ENTITY && c->p[i].key == who) {
            return false;
        }
    }
    return true;
}

/* Does a unit say what the speaker says? Its words, part by part, have their like in the unit's
 * sentence, the more of them the less the unit as a whole is like the speaker's; what denies it,
 * leaves it open or tells it of others does not say it. */
static bool says(const maker *g, uint32_t unit, speaker by) {
    if (unit == by.unit || unit == by.words) {
        return true;
    }
    const plx_claim *a = &g->u->p[unit].claim, *b = &g->u->p[by.unit].claim;
    if (says_other(a, b) || plx_reconcile__is_open(g->s, &g->u->p[unit])) {
        return false;
    }
    double link = plx_reconcile__link(&g->links, unit, by.unit);
    if (link + BORNE < LEAST_SAID) {
        return false;
    }
    const plx_claim *words = &g->u->p[by.words].claim;
    if (says_opposite(words, a) || only_names(g, unit, by.words) ||
        (words->negative && !denies_around(g, unit))) {
        return false;
    }
    bool denies = words->negative != a->negative;
    double said = link + borne_around(g, words, unit) - (denies ? DENIED : 0) -
                  (tells_of_another(g, unit, by.words) ? ANOTHER : 0);
    return said >= LEAST_SAID && says_each_part(g, unit, by.words);
}

static void add_those(const maker *g, const plx_indices *x, speaker by, bool sure,
                      plx_indices *out) {
    for (size_t i = 0; i < x->n; i++) {
        const plx_claim_unit *u = &g->u->p[x->p[i]];
        bool near = u->account == g->u->p[by.unit].account; /* itself, or the same said again */
        if (!near) {
            near = plx_reconcile__link(&g->links, x->p[i], by.unit) >= LEAST_NEAR;
        }
        if (near && says(g, x->p[i], by) == sure) {
            plx_vec_push(out, g->arena, x->p[i]);
        }
    }
}

/* Those of the group who say what the speaker says, the speaker among them, and then those that
 * come near. How many the first are goes to *n_say. */
static plx_indices who_say(const maker *g, const plx_indices *x, speaker by, size_t *n_say) {
    plx_indices out = {0};
    add_those(g, x, by, true, &out);
    *n_say = out.n;
    add_those(g, x, by, false, &out);
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
    const said_at *s = &there[t->support.p[0].account];
    const plx_claim *words = &g->u->p[t->words].claim;
    uint32_t last = PLX_NONE;
    for (size_t k = 0; k < s->n; k++) {
        const plx_statement *b = &g->s->statements.p[s->p[k].statement];
        if (s->p[k].statement == last || !has_account(b, t->support.p[0].account)) {
            continue;
        }
        last = s->p[k].statement;
        double link = plx_reconcile__link(&g->links, t->words, b->words);
        bool here = plx_span_overlap(s->p[k].span, t->support.p[0].span) > 0;
        if (!here && link + BORNE < AGAIN_ANYWHERE) {
            last = PLX_NONE; /* another of its places in this account may be here */
            continue;
        }
        double covered = cover(words, &g->u->p[b->words].claim);
        double said = link + BORNE * covered;
        double share = said >= AGAIN_SAID ? AGAIN_SAID_PLACES : AGAIN_PLACES;
        bool there_too = here && (covered >= AGAIN_WORDS || said >= AGAIN_SAID) &&
                         stands_there(there, t, last, share);
        if (there_too || (said >= AGAIN_ANYWHERE && accounts_within(t, b))) {
            return s->p[k].statement;
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
        if (has_account(to, at.account) || !says(g, unit, by)) {
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
        bool all = of != PLX_NONE && (t->n_voices < 2 || t->whole <= NAMES_ONLY) &&
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
