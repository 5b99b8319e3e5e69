/* Verbs of two linked clauses: other verbs over the same words ("confirmed it in a tweet",
 * "acknowledged it in a tweet"), and under one verb another aim, purpose or reason. */
#include "find/nouns.h"
#include "reconcile/difference_pair.h"

#define SURE_LINK      3.6
#define SURE_VERB      4.6
#define NEAR_SURE_VERB 0.35 /* cosine of two verbs */
#define NEAR_VERB      0.42
#define SURE_TURNED    5.0 /* for one in the passive voice */
#define NEAR_AT_ALL    0.15
#define MANY_SHARED    4u  /* words in common of clauses whose verbs need not be near */
#define NEAR_ALONE     0.6 /* of the clauses' own verbs, when they have but one word in common */
#define SOLID_PURPOSE  2.5

/* ---- other verbs over the same words
 * ---------------------------------------------------------------- */

/* Is somebody taken to a hospital? */
static bool carries(const plx_link_view *v, uint32_t verb) {
    static const plx_str words[] = {
        PLX_S_INIT("airlift"), PLX_S_INIT("bring"), PLX_S_INIT("carry"), PLX_S_INIT("drive"),
        PLX_S_INIT("fly"),     PLX_S_INIT("rush"),  PLX_S_INIT("take"),  PLX_S_INIT("transport")};
    if (v->deps.first[verb] == PLX_NONE ||
        plx_str_lookup(words, PLX_COUNT(words), v->an->tokens[verb].lemma) == PLX_NONE) {
        return false;
    }
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE; c = v->deps.next[c]) {
        if ((plx_link__slot(v, c, verb) & PLX_SLOT_TO) &&
            (plx_str_eq(v->an->tokens[c].lemma, PLX_S("hospital")) ||
             plx_str_eq(v->an->tokens[c].lemma, PLX_S("Hospital")) ||
             plx_str_eq(v->an->tokens[c].lemma, PLX_S("Center")))) {
            return true;
        }
    }
    return false;
}

static bool are_several(const plx_link_view *v, uint32_t noun) {
    uint32_t f = v->figure[noun];
    return (v->an->tokens[noun].feats & PLX_FEAT_PLUR) ||
           (f != PLX_NONE && v->an->figures[f].kind == PLX_FIG_COUNT &&
            v->an->figures[f].value > 1);
}

/* Is it known that others are taken: two names, or one here and several there? */
static bool carries_others(const plx_pair *p, uint32_t x, uint32_t y) {
    bool through;
    uint32_t s = plx_deps__subject(&p->a->deps, x, &through);
    uint32_t t = plx_deps__subject(&p->b->deps, y, &through);
    if (s == PLX_NONE || t == PLX_NONE) {
        return false;
    }
    s = plx_link__weighty(p->a, s);
    t = plx_link__weighty(p->b, t);
    bool one_number = are_several(p->a, s) == are_several(p->b, t);
    bool named = p->a->entity[s] != PLX_NONE && p->b->entity[t] != PLX_NONE &&
                 p->a->entity[s] != p->b->entity[t];
    return !plx_pair__same(p, s, t) &&
           (!one_number || named || plx_pair__a(p, s)->upos == PLX_UPOS_PROPN ||
            plx_pair__b(p, t)->upos == PLX_UPOS_PROPN);
}

/* The verb with the words behind it that tell where and how. */
static plx_span carried_span(const plx_link_view *v, uint32_t verb) {
    uint32_t last = verb;
    for (uint32_t i = verb + 1; i < v->an->n_tokens && i < verb + 8; i++) {
        uint8_t u = v->an->tokens[i].upos;
        if (u == PLX_UPOS_PUNCT || u == PLX_UPOS_SCONJ || u == PLX_UPOS_CCONJ ||
            u == PLX_UPOS_VERB || u == PLX_UPOS_AUX) {
            break;
        }
        last = i;
    }
    return plx_span_of(v->an->tokens[verb].span.begin, v->an->tokens[last].span.end);
}

/* One deals the blow, the other is what came of it: "shot", "killed". */
static bool is_outcome(plx_str a, plx_str b) {
    static const plx_str blows[] = {PLX_S_INIT("beat"),   PLX_S_INIT("fire"), PLX_S_INIT("hit"),
                                    PLX_S_INIT("shoot"),  PLX_S_INIT("stab"), PLX_S_INIT("strike"),
                                    PLX_S_INIT("suffer"), PLX_S_INIT("wound")};
    static const plx_str outcomes[] = {PLX_S_INIT("die"),    PLX_S_INIT("hurt"),
                                       PLX_S_INIT("injure"), PLX_S_INIT("kill"),
                                       PLX_S_INIT("murder"), PLX_S_INIT("wound")};
    bool blow = plx_str_lookup(blows, PLX_COUNT(blows), a) != PLX_NONE ||
                plx_str_lookup(outcomes, PLX_COUNT(outcomes), a) != PLX_NONE;
    return blow && plx_str_lookup(outcomes, PLX_COUNT(outcomes), b) != PLX_NONE;
}

/* What is done one after the other, of one thing: no two words for one step. */
static bool is_step(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("approve"),  PLX_S_INIT("arrest"),      PLX_S_INIT("convict"),
        PLX_S_INIT("discover"), PLX_S_INIT("drive"),       PLX_S_INIT("examine"),
        PLX_S_INIT("find"),     PLX_S_INIT("identify"),    PLX_S_INIT("interview"),
        PLX_S_INIT("invade"),   PLX_S_INIT("investigate"), PLX_S_INIT("locate"),
        PLX_S_INIT("plan"),     PLX_S_INIT("question"),    PLX_S_INIT("search"),
        PLX_S_INIT("seek"),     PLX_S_INIT("steal"),       PLX_S_INIT("vote")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

/* Verbs with a meaning for each thing that they are said of. */
static bool is_weak(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("add"),    PLX_S_INIT("arrive"),  PLX_S_INIT("believe"),  PLX_S_INIT("come"),
        PLX_S_INIT("comply"), PLX_S_INIT("include"), PLX_S_INIT("indicate"), PLX_S_INIT("spend"),
        PLX_S_INIT("stand"),  PLX_S_INIT("think"),   PLX_S_INIT("use"),      PLX_S_INIT("want")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

/* "showed up": another verb than "showed". */
static bool has_particle(const plx_link_view *v, uint32_t verb) {
    return plx_deps__child(&v->deps, verb, PLX_DEP_compound_prt) != PLX_NONE;
}

/* "if convicted". */
static bool is_supposed(const plx_link_view *v, uint32_t verb) {
    uint32_t mark = plx_deps__child(&v->deps, verb, PLX_DEP_mark);
    return mark != PLX_NONE && plx_token_is(&v->an->tokens[mark], "if");
}

void plx_pair__verbs(const plx_pair *p, uint32_t x, uint32_t y) {
    const plx_token *s = plx_pair__a(p, x), *t = plx_pair__b(p, y);
    bool differ;
    if (s->upos != PLX_UPOS_VERB || t->upos != PLX_UPOS_VERB || plx_str_eq(s->lemma, t->lemma) ||
        plx_str_eq(s->fold, t->fold)) {
        return;
    }
    if (carries(p->a, x) && carries(p->b, y) && !carries_others(p, x, y) &&
        !plx_pair__beside(p, x, y)) {
        plx_pair__find(p, PLX_ABOUT_ACT, PLX_VARIANT, carried_span(p->a, x), carried_span(p->b, y),
                       s->lemma, t->lemma, 0.5, "how they were taken there");
        return;
    }
    double near = plx_pair__nearness(s, t);
    if ((is_step(s->lemma) && is_step(t->lemma)) || is_weak(s->lemma) || is_weak(t->lemma) ||
        has_particle(p->a, x) != has_particle(p->b, y) ||
        is_supposed(p->a, x) != is_supposed(p->b, y)) {
        return;
    }
    if (near < NEAR_AT_ALL || plx_pair__is_light(s->lemma) || plx_pair__is_light(t->lemma) ||
        is_outcome(s->lemma, t->lemma) || is_outcome(t->lemma, s->lemma) ||
        plx_pair__one_family(s->lemma, t->lemma) || plx_pair__beside(p, x, y)) {
        return;
    }
    bool turned = plx_deps__is_passive(&p->a->deps, x) != plx_deps__is_passive(&p->b->deps, y);
    if (turned && p->k->log_odds < SURE_TURNED) {
        return;
    }
    bool heads = x == p->k->a->head && y == p->k->b->head;
    size_t things, n = plx_pair__count_shared(p, x, y, &differ, &things);
    bool all = heads && !differ && n >= 2 && plx_pair__terms_shared(p) >= MANY_SHARED &&
               p->k->log_odds >= SURE_LINK && !plx_pair__is_speech(s) && !plx_pair__is_speech(t);
    if (!all && near < (p->k->log_odds >= SURE_VERB ? NEAR_SURE_VERB : NEAR_VERB)) {
        return;
    }
    bool alike = heads && things >= 1 && near >= NEAR_ALONE;
    bool below = heads && p->k->log_odds >= SURE_VERB && n >= 1 && plx_pair__terms_shared(p) >= 4;
    bool near_heads = heads && n >= 1 && p->k->log_odds >= SURE_LINK &&
                      plx_pair__terms_shared(p) >= 3 && near >= NEAR_VERB;
    bool wanted = things == 0 && n >= 1 && p->k->log_odds >= SURE_LINK &&
                  plx_deps__child(&p->a->deps, x, PLX_DEP_mark) != PLX_NONE &&
                  plx_deps__child(&p->b->deps, y, PLX_DEP_mark) != PLX_NONE;
    if (differ || !(all || wanted || near_heads || below || alike || (things >= 1 && n >= 2))) {
        return;
    }
    plx_pair__find_words(p, PLX_ABOUT_ACT, x, y, s->span, t->span, 0.5,
                         "verbs over the same words");
}

/* ---- what one means to do
 * -------------------------------------------------------------------------- */

/* The infinitive that a verb governs: "to sell" of "threatened to sell". */
static uint32_t infinitive_of(const plx_link_view *v, uint32_t verb) {
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE; c = v->deps.next[c]) {
        const plx_token *t = &v->an->tokens[c];
        uint32_t mark = plx_deps__child(&v->deps, c, PLX_DEP_mark);
        if (c > verb && t->deprel == PLX_DEP_xcomp && t->upos == PLX_UPOS_VERB &&
            mark != PLX_NONE && plx_str_eq(v->an->tokens[mark].fold, PLX_S("to"))) {
            return c;
        }
    }
    return PLX_NONE;
}

/* Do two verbs have one subject, and is it known who that is? */
static bool one_doer(const plx_pair *p, uint32_t x, uint32_t y) {
    bool through;
    uint32_t s = plx_deps__subject(&p->a->deps, x, &through);
    uint32_t t = plx_deps__subject(&p->b->deps, y, &through);
    return s != PLX_NONE && t != PLX_NONE && plx_pair__same(p, s, t);
}

/* What an act is done for: "to lay the ground" of "came to lay the ground", "for talks". */
static uint32_t purpose_of(const plx_link_view *v, uint32_t verb) {
    uint32_t found = PLX_NONE;
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE; c = v->deps.next[c]) {
        uint32_t mark = plx_deps__child(&v->deps, c, PLX_DEP_mark);
        bool to = v->an->tokens[c].deprel == PLX_DEP_advcl && mark != PLX_NONE &&
                  plx_str_eq(v->an->tokens[mark].fold, PLX_S("to"));
        bool for_it = (plx_link__slot(v, c, verb) & PLX_SLOT_FOR) && plx_pair__is_common(v, c) &&
                      !plx_noun_is_person(v->an->tokens[c].lemma);
        if (c > verb && (to || for_it)) {
            if (found != PLX_NONE) {
                return PLX_NONE;
            }
            found = c;
        }
    }
    return found;
}

void plx_pair__purposes(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t c = purpose_of(p->a, x), d = purpose_of(p->b, y);
    if (c == PLX_NONE || d == PLX_NONE || plx_pair__same(p, c, d) ||
        p->k->log_odds < SOLID_PURPOSE || !one_doer(p, x, y) ||
        (plx_link__has(p->l, p->k->a->account, c, p->k->b) &&
         plx_link__has(p->l, p->k->b->account, d, p->k->a))) {
        return;
    }
    plx_pair__find(p, PLX_ABOUT_WHY, PLX_VARIANT, plx_pair__complement_span(p->a, c),
                   plx_pair__complement_span(p->b, d), plx_pair__a(p, c)->lemma,
                   plx_pair__b(p, d)->lemma, 0.8, "what for, of one act");
}

void plx_pair__aims(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t c = infinitive_of(p->a, x), d = infinitive_of(p->b, y);
    if (c == PLX_NONE || d == PLX_NONE || plx_pair__same(p, c, d) || plx_pair__elsewhere(p, c, d) ||
        plx_pair__a(p, x)->upos != PLX_UPOS_VERB ||
        plx_str_eq(plx_pair__a(p, x)->lemma, PLX_S("go")) || !one_doer(p, x, y)) {
        return;
    }
    plx_pair__find(p, PLX_ABOUT_AIM, PLX_VARIANT, plx_pair__complement_span(p->a, c),
                   plx_pair__complement_span(p->b, d), plx_pair__a(p, c)->lemma,
                   plx_pair__b(p, d)->lemma, 0.6, "what is meant, under one verb");
}

/* ---- why
 * --------------------------------------------------------------------------------------------- */

/* The clause or phrase that gives the reason: "because they sold beer", "over a quarrel". */
static uint32_t reason_of(const plx_link_view *v, uint32_t verb) {
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE; c = v->deps.next[c]) {
        uint32_t mark = plx_deps__child(&v->deps, c, PLX_DEP_mark);
        uint32_t word = mark != PLX_NONE ? mark : plx_deps__child(&v->deps, c, PLX_DEP_case);
        if (word != PLX_NONE && (plx_token_is(&v->an->tokens[word], "because") ||
                                 plx_token_is(&v->an->tokens[word], "due"))) {
            return c;
        }
    }
    return PLX_NONE;
}

static plx_span reason_span(const plx_link_view *v, uint32_t c) {
    uint32_t to = PLX_MIN(v->deps.right[c], v->deps.left[c] + 18);
    return plx_span_of(v->an->tokens[v->deps.left[c]].span.begin, v->an->tokens[to - 1].span.end);
}

static bool reasons_share(const plx_pair *p, uint32_t c, uint32_t d) {
    for (uint32_t i = p->a->deps.left[c]; i < p->a->deps.right[c]; i++) {
        for (uint32_t m = p->b->deps.left[d]; m < p->b->deps.right[d]; m++) {
            if (plx_pair__a(p, i)->upos != PLX_UPOS_PRON && plx_pair__same(p, i, m)) {
                return true;
            }
        }
    }
    return false;
}

void plx_pair__reasons(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t c = reason_of(p->a, x), d = reason_of(p->b, y);
    if (c == PLX_NONE || d == PLX_NONE || reasons_share(p, c, d)) {
        return;
    }
    plx_span sx = reason_span(p->a, c), sy = reason_span(p->b, d);
    plx_pair__find(p, PLX_ABOUT_WHY, PLX_CONFLICT, sx, sy, plx_str_at(p->a->an->account->text, sx),
                   plx_str_at(p->b->an->account->text, sy), 1.6, "other reasons for one act");
}

/* Of clauses that are not each other's best, only the reasons: a reason goes with its verb. */
void plx_pair__reasons_of(const plx_pair *p) {
    for (uint32_t x = p->k->a->begin; x < p->k->a->end; x++) {
        for (uint32_t y = p->k->b->begin; y < p->k->b->end; y++) {
            if (plx_pair__a(p, x)->upos == PLX_UPOS_VERB && plx_pair__same(p, x, y)) {
                plx_pair__reasons(p, x, y);
            }
        }
    }
}
