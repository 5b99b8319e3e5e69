/* Events: verbs and the nouns of acts. The trigger is one word; participants, time, polarity and
 * modality come from the tree (the inventory follows ACE and TimeML: Pustejovsky et al., 2003). */
#include "find/event_finder.h"
#include "find/eventive.h"
#include "find/find.h"

static const plx_token *tok(const plx_eventer *e, uint32_t i) { return &e->an->tokens[i]; }

/* The eventive noun that a light verb carries ("held talks"), or PLX_NONE. */
static uint32_t carried_noun(const plx_eventer *e, uint32_t verb) {
    if (!plx_eventive__is_light(tok(e, verb)->lemma)) {
        return PLX_NONE;
    }
    for (uint32_t c = e->deps.first[verb]; c != PLX_NONE; c = e->deps.next[c]) {
        const plx_token *t = tok(e, c);
        bool object = t->deprel == PLX_DEP_obj || t->deprel == PLX_DEP_nsubj_pass;
        if (object && t->upos == PLX_UPOS_NOUN && plx_eventive__act(t->lemma).n > 0) {
            return c;
        }
    }
    return PLX_NONE;
}

static bool is_trigger_verb(const plx_token *t) {
    static const char *const states[] = {"be", "have", "do", "let", "going"};
    if (t->upos != PLX_UPOS_VERB || t->deprel == PLX_DEP_aux || t->deprel == PLX_DEP_aux_pass ||
        t->deprel == PLX_DEP_cop || t->deprel == PLX_DEP_case || t->deprel == PLX_DEP_mark ||
        t->deprel == PLX_DEP_amod) {
        return false;
    }
    for (size_t i = 0; i < PLX_COUNT(states); i++) {
        if (plx_str_eq(t->lemma, plx_str_of(states[i]))) {
            return false;
        }
    }
    return true;
}

/* The act of a predicate adjective: "was dead" is a death. */
static plx_str adjective_act(const plx_token *t) {
    static const struct {
        plx_str form, act;
    } acts[] = {{PLX_S_INIT("dead"), PLX_S_INIT("die")},
                {PLX_S_INIT("injured"), PLX_S_INIT("injure")},
                {PLX_S_INIT("missing"), PLX_S_INIT("disappear")},
                {PLX_S_INIT("wounded"), PLX_S_INIT("wound")}};
    if (t->upos != PLX_UPOS_ADJ || t->deprel == PLX_DEP_amod) {
        return PLX_S("");
    }
    for (size_t i = 0; i < PLX_COUNT(acts); i++) {
        if (plx_str_eq(t->lemma, acts[i].form)) {
            return acts[i].act;
        }
    }
    return PLX_S("");
}

static void add(plx_eventer *e, uint32_t token, plx_str act, uint32_t carrier) {
    plx_event *event = plx_vec_add(&e->events, e->arena);
    event->span = tok(e, token)->span;
    event->token = token;
    event->lemma = act;
    event->claimant = event->time = PLX_NONE;
    plx_vec_push(&e->carrier, e->arena, carrier);
    e->event[token] = (uint32_t)e->events.n - 1;
}

static void find_triggers(plx_eventer *e) {
    uint32_t n = (uint32_t)e->an->n_tokens;
    uint32_t *carried_by = plx_new_n(e->arena, uint32_t, n);
    for (uint32_t t = 0; t < n; t++) {
        carried_by[t] = PLX_NONE;
    }
    for (uint32_t t = 0; t < n; t++) {
        uint32_t noun = is_trigger_verb(tok(e, t)) || tok(e, t)->upos == PLX_UPOS_VERB
                            ? carried_noun(e, t)
                            : PLX_NONE;
        if (noun != PLX_NONE) {
            carried_by[noun] = t;
        }
    }
    for (uint32_t t = 0; t < n; t++) {
        const plx_token *tk = tok(e, t);
        if (is_trigger_verb(tk)) {
            if (carried_noun(e, t) == PLX_NONE) {
                add(e, t, tk->lemma, PLX_NONE);
            }
        } else if (tk->upos == PLX_UPOS_NOUN && tk->deprel != PLX_DEP_compound) {
            plx_str act = plx_eventive__act(tk->lemma);
            if (act.n > 0) {
                add(e, t, act, carried_by[t]);
            }
        } else {
            plx_str act = adjective_act(tk);
            if (act.n > 0) {
                add(e, t, act, PLX_NONE);
            }
        }
    }
}

static void index_quotes(plx_eventer *e) {
    const plx_annotation *an = e->an;
    for (uint32_t q = 0; q < an->n_quotes; q++) {
        for (size_t s = 0; s < an->quotes[q].n_spans; s++) {
            uint32_t b, end;
            plx_tokens_in(an, an->quotes[q].spans[s], &b, &end);
            for (uint32_t t = b; t < end; t++) {
                e->quote[t] = q; /* quotes are ascending: the inner one comes later */
            }
        }
    }
}

static void prepare(plx_eventer *e) {
    const plx_annotation *an = e->an;
    size_t n = an->n_tokens;
    e->deps = plx_find__deps(an, e->arena);
    e->clauses = plx_find_clauses(an, e->arena);
    e->clause = plx_new_n(e->arena, uint32_t, n);
    e->event = plx_new_n(e->arena, uint32_t, n);
    e->mention = plx_new_n(e->arena, uint32_t, n);
    e->quote = plx_new_n(e->arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) {
        e->clause[i] = e->event[i] = e->mention[i] = e->quote[i] = PLX_NONE;
    }
    for (uint32_t i = 0; i < e->clauses.n; i++) {
        e->clause[e->clauses.p[i].head] = i;
    }
    for (uint32_t m = 0; m < an->n_mentions; m++) {
        uint32_t head = an->mentions[m].head;
        if (head < n &&
            (e->mention[head] == PLX_NONE || plx_span_len(an->mentions[e->mention[head]].span) <
                                                 plx_span_len(an->mentions[m].span))) {
            e->mention[head] = m;
        }
    }
    index_quotes(e);
}

uint32_t plx_event__clause_of(const plx_eventer *e, uint32_t token) {
    for (int steps = 0; steps < 400 && token < e->an->n_tokens; steps++) {
        if (e->clause[token] != PLX_NONE) {
            return e->clause[token];
        }
        token = tok(e, token)->head;
    }
    return PLX_NONE;
}

void plx_find_events(plx_annotation *an, plx_arena *arena) {
    plx_eventer e = {.an = an, .arena = arena};
    an->events = NULL;
    an->n_events = 0;
    if (an->n_tokens == 0) {
        return;
    }
    prepare(&e);
    find_triggers(&e);
    for (size_t i = 0; i < e.events.n; i++) {
        plx_event *event = &e.events.p[i];
        plx_event__arguments(&e, event, e.carrier.p[i]);
        plx_event__status(&e, event, e.carrier.p[i]);
        uint32_t clause = plx_event__clause_of(&e, event->token);
        event->clause = clause != PLX_NONE ? e.clauses.p[clause].span
                                           : an->sentences[tok(&e, event->token)->sentence].span;
    }
    plx_event__times(&e);
    an->events = e.events.p;
    an->n_events = e.events.n;
}
