/* Whether an event is told as happened, planned, possible, denied or claimed, by whom, and when. */
#include "find/event_finder.h"
#include "find/quote_cues.h"

static const plx_token *tok(const plx_eventer *e, uint32_t i) { return &e->an->tokens[i]; }

static bool any_of(const plx_token *t, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_token_is(t, words[i])) {
            return true;
        }
    }
    return false;
}

static bool lemma_any(const plx_token *t, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq(t->lemma, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* From the auxiliaries and conjunctions standing under the verb. */
static plx_modality modality_under(const plx_eventer *e, uint32_t verb) {
    static const char *const future[] = {"will", "'ll", "’ll", "shall", "wo"};
    static const char *const maybe[] = {"may", "might", "could", "would", "should",
                                        "can", "'d",    "’d",    "must"};
    static const char *const open[] = {"if", "unless", "whether", "lest"};
    for (uint32_t c = e->deps.first[verb]; c != PLX_NONE; c = e->deps.next[c]) {
        const plx_token *t = tok(e, c);
        plx_deprel rel = plx_deps__base((plx_deprel)t->deprel);
        if (rel == PLX_DEP_aux && any_of(t, future, PLX_COUNT(future))) {
            return PLX_PLANNED;
        }
        if (rel == PLX_DEP_aux && any_of(t, maybe, PLX_COUNT(maybe)) &&
            !(t->feats & PLX_FEAT_PART)) {
            return PLX_POSSIBLE;
        }
        if (rel == PLX_DEP_mark && any_of(t, open, PLX_COUNT(open))) {
            return PLX_POSSIBLE;
        }
    }
    return PLX_HAPPENED;
}

static bool has_to(const plx_eventer *e, uint32_t verb) {
    uint32_t mark = plx_deps__child(&e->deps, verb, PLX_DEP_mark);
    return mark != PLX_NONE && plx_token_is(tok(e, mark), "to");
}

/* What the word above makes of it: wanted, planned, tried, denied, did not come about. */
static plx_modality modality_above(const plx_eventer *e, uint32_t token, bool *negative) {
    static const char *const never[] = {"fail", "refuse",  "decline", "avoid",
                                        "stop", "prevent", "forget",  "cancel"};
    static const char *const done[] = {"manage", "begin",  "start", "continue", "help", "force",
                                       "come",   "go",     "see",   "make",     "keep", "appear",
                                       "seem",   "happen", "cause", "lead"};
    uint32_t up = tok(e, token)->head;
    if (up == PLX_NONE || up >= e->an->n_tokens) {
        return PLX_HAPPENED;
    }
    const plx_token *above = tok(e, up);
    plx_deprel rel = plx_deps__base((plx_deprel)tok(e, token)->deprel);
    bool complement = rel == PLX_DEP_xcomp || rel == PLX_DEP_ccomp || rel == PLX_DEP_acl ||
                      rel == PLX_DEP_obj || rel == PLX_DEP_advcl;
    if (!complement) {
        return PLX_HAPPENED;
    }
    if (plx_str_eq(above->lemma, PLX_S("deny")) || plx_str_eq(above->lemma, PLX_S("denial"))) {
        return PLX_DENIED;
    }
    if (lemma_any(above, never, PLX_COUNT(never)) && rel != PLX_DEP_advcl) {
        *negative = !*negative;
        return PLX_HAPPENED;
    }
    if (has_to(e, token) && !lemma_any(above, done, PLX_COUNT(done))) {
        return PLX_PLANNED;
    }
    const plx_cue_word *cue = above->upos == PLX_UPOS_VERB ? plx_cue__verb(above->lemma) : NULL;
    bool wanted = cue != NULL && cue->kind == PLX_CUE_INTENTION && rel != PLX_DEP_advcl &&
                  (rel != PLX_DEP_ccomp);
    return wanted ? PLX_PLANNED : PLX_HAPPENED;
}

void plx_event__status(plx_eventer *e, plx_event *event, uint32_t carrier) {
    static const char *const coming[] = {"planned",  "upcoming",  "scheduled",
                                         "possible", "potential", "proposed",
                                         "alleged",  "future",    "next"};
    uint32_t head = carrier != PLX_NONE ? carrier : event->token;
    event->negative = plx_deps__is_negated(&e->deps, head);
    if (carrier != PLX_NONE && plx_deps__is_negated(&e->deps, event->token)) {
        event->negative = true;
    }
    plx_modality m = modality_under(e, head);
    if (m == PLX_HAPPENED) {
        m = modality_above(e, head, &event->negative);
    }
    for (uint32_t c = e->deps.first[event->token]; c != PLX_NONE && m == PLX_HAPPENED;
         c = e->deps.next[c]) {
        if (tok(e, c)->deprel == PLX_DEP_amod && any_of(tok(e, c), coming, PLX_COUNT(coming))) {
            m = plx_token_is(tok(e, c), "possible") || plx_token_is(tok(e, c), "potential") ||
                        plx_token_is(tok(e, c), "alleged")
                    ? PLX_POSSIBLE
                    : PLX_PLANNED;
        }
    }
    uint32_t q = e->quote[event->token];
    if (q != PLX_NONE) {
        const plx_quote *quote = &e->an->quotes[q];
        event->claimant = quote->chain;
        if (m == PLX_HAPPENED) {
            m = quote->cue_kind == PLX_CUE_INTENTION ? PLX_PLANNED : PLX_CLAIMED;
        }
    }
    event->modality = m;
}

void plx_event__times(plx_eventer *e) {
    const plx_annotation *an = e->an;
    uint32_t *clause_time = plx_new_n(e->arena, uint32_t, e->clauses.n);
    for (size_t i = 0; i < e->clauses.n; i++) {
        clause_time[i] = PLX_NONE;
    }
    for (uint32_t i = 0; i < an->n_times; i++) {
        if (an->times[i].type == PLX_SET || an->times[i].begin >= an->n_tokens) {
            continue;
        }
        uint32_t t = an->times[i].begin;
        uint32_t clause = plx_event__clause_of(e, t);
        bool dated = an->times[i].type != PLX_DURATION;
        if (clause != PLX_NONE && dated && clause_time[clause] == PLX_NONE) {
            clause_time[clause] = i;
        }
        for (int steps = 0; steps < 12 && t < an->n_tokens; steps++) {
            if (e->event[t] != PLX_NONE) {
                plx_event *event = &e->events.p[e->event[t]];
                bool better = event->time == PLX_NONE ||
                              (dated && an->times[event->time].type == PLX_DURATION);
                event->time = better ? i : event->time;
                break;
            }
            t = tok(e, t)->head;
        }
    }
    for (size_t i = 0; i < e->events.n; i++) {
        plx_event *event = &e->events.p[i];
        uint32_t clause = plx_event__clause_of(e, event->token);
        if (event->time == PLX_NONE && clause != PLX_NONE) {
            event->time = clause_time[clause];
        }
    }
}
