/* Do an account's words say what a statement's words say? Part by part. */
#include "reconcile/statement_says.h"

#include "match/concepts.h"
#include "reconcile/statement_words.h"

#define LEAST_SAID  6.2 /* of one who says them, so much with PLX_SAYS_BORNE */
#define OTHER_ACT   0.5 /* taken away when the act has no like */
#define LIKE        0.3
#define PART_BORNE  0.35 /* of each clause among the words at least */
#define DENIED      1.5  /* and when one says no, */
#define ANOTHER     4.0  /* or it is told of somebody else, */
#define ANOTHER_DAY 2.0  /* or of another day */
#define MOST_TERMS  64u  /* of a claim that are looked at */

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
double plx_says__cover(const plx_claim *a, const plx_claim *b) {
    double found = 0, all = 0;
    for (size_t i = 0; i < a->n && i < MOST_TERMS; i++) {
        found += likest(a, i, b) * a->p[i].weight;
        all += a->p[i].weight;
    }
    return all > 0 ? found / all : 0;
}

/* How well the sentence of a unit bears a claim out: PLX_SAYS_BORNE for all of its terms, less for
 * a predicate that has nothing like it there. */
static double borne_around(const plx_sayings *g, const plx_claim *a, uint32_t unit) {
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
    return (all > 0 ? PLX_SAYS_BORNE * found / all : 0) - (act >= 0 && act < LIKE ? OTHER_ACT : 0);
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
static bool denies_around(const plx_sayings *g, uint32_t unit) {
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
static bool only_names(const plx_sayings *g, uint32_t unit, uint32_t words) {
    const plx_claim_unit *u = &g->u->p[unit], *w = &g->u->p[words];
    if (g->whole[unit] > PLX_SAYS_NAMES_ONLY) {
        return false;
    }
    bool act = g->s->annotations[w->account]->tokens[w->head].upos == PLX_UPOS_VERB;
    return other_act(&w->claim, &u->claim) || (!act && u->kind != PLX_CLAUSE_APPOSITION);
}

/* Does each clause among the words of the speaker have some like in the sentence of the unit? */
static bool says_each_part(const plx_sayings *g, uint32_t unit, uint32_t words) {
    const plx_claim_unit *w = &g->u->p[words];
    if (!w->with_clauses) {
        return true;
    }
    for (uint32_t k = words > 0 ? words - 1 : 0;
         k < g->u->n && g->u->p[k].account == w->account && g->u->p[k].span.begin < w->span.end;
         k++) {
        const plx_claim_unit *part = &g->u->p[k];
        bool tells = g->whole[k] > PLX_SAYS_NAMES_ONLY || part->kind == PLX_CLAUSE_COMPANY ||
                     part->kind == PLX_CLAUSE_PURPOSE;
        bool own = !part->with_clauses && plx_span_contains(w->span, part->span) && tells;
        if (own && borne_around(g, &part->claim, unit) < PART_BORNE * PLX_SAYS_BORNE) {
            return false;
        }
    }
    return true;
}

/* The person that a unit is told of as its subject, or PLX_NONE. */
static uint32_t person_of(const plx_sayings *g, uint32_t unit) {
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
static bool tells_of_another(const plx_sayings *g, uint32_t unit, uint32_t words) {
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

/* "freed in April" beside "freed in May": has a day of the words no like in the unit's clause,
 * which has another one? */
static bool another_day(const plx_claim *words, const plx_claim *other) {
    bool days = false, none = false;
    for (size_t k = 0; k < other->n; k++) {
        days = days || (other->p[k].kind == PLX_TERM_TIME && other->p[k].has_days);
    }
    for (size_t i = 0; days && i < words->n && i < MOST_TERMS; i++) {
        none = none || (words->p[i].kind == PLX_TERM_TIME && words->p[i].has_days &&
                        likest(words, i, other) < LIKE);
    }
    return none;
}

/* Does a unit say what the speaker says? Its words, part by part, have their like in the unit's
 * sentence, the more of them the less the unit as a whole is like the speaker's; what denies it,
 * leaves it open or tells it of others does not say it. */
bool plx_says__it(const plx_sayings *g, uint32_t unit, plx_spoken by, double more) {
    if (unit == by.unit || unit == by.words) {
        return true;
    }
    const plx_claim *a = &g->u->p[unit].claim, *b = &g->u->p[by.unit].claim;
    if (says_other(a, b) || plx_reconcile__is_open(g->s, &g->u->p[unit])) {
        return false;
    }
    double link = plx_reconcile__link(g->links, unit, by.unit);
    if (link + PLX_SAYS_BORNE < LEAST_SAID + more) {
        return false;
    }
    const plx_claim *words = &g->u->p[by.words].claim;
    if (says_opposite(words, a) || only_names(g, unit, by.words) ||
        (words->negative && !denies_around(g, unit))) {
        return false;
    }
    bool denies = words->negative != a->negative;
    double said = link + borne_around(g, words, unit) - (denies ? DENIED : 0) -
                  (tells_of_another(g, unit, by.words) ? ANOTHER : 0) -
                  (another_day(words, a) ? ANOTHER_DAY : 0);
    return said >= LEAST_SAID + more && says_each_part(g, unit, by.words);
}
