/* Participants of an event, from the tree: passive, relative, controlled and understood ones too.
 */
#include "find/event_finder.h"

static const plx_token *tok(const plx_eventer *e, uint32_t i) { return &e->an->tokens[i]; }
static plx_deprel rel_of(const plx_eventer *e, uint32_t t) {
    return plx_deps__base((plx_deprel)tok(e, t)->deprel);
}

static bool word_in(plx_str s, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq_nocase(s, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static void add_one(plx_eventer *e, plx_arguments *out, plx_role role, uint32_t head) {
    for (size_t i = 0; i < out->n; i++) {
        if (out->p[i].head == head) {
            return;
        }
    }
    uint32_t begin, end;
    plx_deps__phrase(&e->deps, head, &begin, &end);
    plx_argument a = {.role = role, .head = head, .mention = e->mention[head]};
    a.span = (plx_span){tok(e, begin)->span.begin, tok(e, end - 1)->span.end};
    plx_vec_push(out, e->arena, a);
}

/* The word, what it stands for, and what is joined to it by "and". */
static void add(plx_eventer *e, plx_arguments *out, plx_role role, uint32_t head) {
    head = plx_deps__antecedent(&e->deps, head);
    add_one(e, out, role, head);
    int n = 0;
    for (uint32_t c = e->deps.first[head]; c != PLX_NONE && n < 8; c = e->deps.next[c]) {
        plx_upos u = (plx_upos)tok(e, c)->upos;
        if (tok(e, c)->deprel == PLX_DEP_conj &&
            (u == PLX_UPOS_NOUN || u == PLX_UPOS_PROPN || u == PLX_UPOS_PRON)) {
            add_one(e, out, role, c);
            n++;
        }
    }
}

static bool is_place(const plx_eventer *e, uint32_t head) {
    uint32_t m = e->mention[head];
    return m != PLX_NONE && e->an->mentions[m].type == PLX_PLACE;
}

static bool is_agentive(const plx_eventer *e, uint32_t head) {
    uint32_t m = e->mention[head];
    return m != PLX_NONE &&
           (e->an->mentions[m].type == PLX_PERSON || e->an->mentions[m].type == PLX_ORGANIZATION);
}

static bool is_time(const plx_eventer *e, uint32_t head) {
    plx_span s = tok(e, head)->span;
    size_t lo = 0, hi = e->an->n_times;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (e->an->times[mid].span.end <= s.begin) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < e->an->n_times && plx_span_overlap(e->an->times[lo].span, s) > 0;
}

/* The role of a phrase with a preposition; false when it has none. */
static bool oblique_role(const plx_eventer *e, uint32_t head, bool passive, bool noun,
                         plx_role *role) {
    static const char *const places[] = {"in", "at",     "near",    "from",
                                         "on", "into",   "outside", "inside",
                                         "to", "across", "around",  "through"};
    static const char *const with[] = {"with", "alongside", "between", "among", "against"};
    uint32_t word = plx_deps__child(&e->deps, head, PLX_DEP_case);
    if (word == PLX_NONE || is_time(e, head)) {
        return false;
    }
    plx_str w = tok(e, word)->form;
    if (is_place(e, head) && word_in(w, places, PLX_COUNT(places))) {
        *role = PLX_LOCATION;
        return true;
    }
    if (plx_str_eq_nocase(w, PLX_S("by"))) {
        *role = PLX_AGENT;
        return passive || noun;
    }
    if (plx_str_eq_nocase(w, PLX_S("of"))) {
        *role = PLX_PATIENT;
        return noun;
    }
    if (plx_str_eq_nocase(w, PLX_S("to")) || plx_str_eq_nocase(w, PLX_S("for"))) {
        *role = PLX_RECIPIENT;
        return is_agentive(e, head);
    }
    if (word_in(w, with, PLX_COUNT(with))) {
        *role = PLX_PARTICIPANT;
        return true;
    }
    if (plx_str_eq_nocase(w, PLX_S("on")) || plx_str_eq_nocase(w, PLX_S("at"))) {
        *role = PLX_PATIENT;
        return noun;
    }
    *role = PLX_LOCATION;
    return !noun && (plx_str_eq_nocase(w, PLX_S("at")) || plx_str_eq_nocase(w, PLX_S("in")) ||
                     plx_str_eq_nocase(w, PLX_S("near")) || plx_str_eq_nocase(w, PLX_S("outside")));
}

static void verb_arguments(plx_eventer *e, uint32_t verb, plx_arguments *out) {
    bool passive = plx_deps__is_passive(&e->deps, verb);
    bool through;
    uint32_t subject = plx_deps__subject(&e->deps, verb, &through);
    bool own = plx_deps__own_subject(&e->deps, verb) != PLX_NONE;
    bool has_object = false;
    if (subject != PLX_NONE) {
        add(e, out, passive ? PLX_PATIENT : PLX_AGENT, subject);
    }
    for (uint32_t c = e->deps.first[verb]; c != PLX_NONE; c = e->deps.next[c]) {
        plx_role role;
        switch (rel_of(e, c)) {
        case PLX_DEP_obj:
            has_object = true;
            add(e, out, PLX_PATIENT, c);
            break;
        case PLX_DEP_iobj: add(e, out, PLX_RECIPIENT, c); break;
        case PLX_DEP_obl:
            if (oblique_role(e, c, passive, false, &role)) {
                add(e, out, role, c);
            }
            break;
        default: break;
        }
    }
    /* "the man whom they freed": the noun is what the clause lacks */
    if (tok(e, verb)->deprel == PLX_DEP_acl_relcl && own && !has_object && !passive &&
        plx_deps__antecedent(&e->deps, subject) == subject) {
        add(e, out, PLX_PATIENT, tok(e, verb)->head);
    }
}

/* Acts whose possessor is the one acted upon: "her release". */
static bool prefers_patient(plx_str act) {
    static const char *const words[] = {
        "abduct",   "acquit",  "appoint",  "arrest",    "assassinate", "bury",     "capture",
        "convict",  "deport",  "destroy",  "detain",    "die",         "dismiss",  "elect",
        "evacuate", "execute", "expel",    "extradite", "hospitalize", "imprison", "injure",
        "kidnap",   "kill",    "liberate", "murder",    "nominate",    "poison",   "prosecute",
        "release",  "remove",  "rescue",   "sentence",  "treat",       "hijack",   "deploy",
        "confirm",  "suspend", "transfer", "wound"};
    return word_in(act, words, PLX_COUNT(words));
}

static void noun_arguments(plx_eventer *e, const plx_event *event, plx_arguments *out) {
    uint32_t noun = event->token;
    bool of = false;
    for (uint32_t c = e->deps.first[noun]; c != PLX_NONE; c = e->deps.next[c]) {
        uint32_t word =
            rel_of(e, c) == PLX_DEP_nmod ? plx_deps__child(&e->deps, c, PLX_DEP_case) : PLX_NONE;
        of |= word != PLX_NONE && plx_token_is(tok(e, word), "of");
    }
    for (uint32_t c = e->deps.first[noun]; c != PLX_NONE; c = e->deps.next[c]) {
        plx_role role;
        if (tok(e, c)->deprel == PLX_DEP_nmod_poss) {
            if (!is_time(e, c)) {
                add(e, out, prefers_patient(event->lemma) && !of ? PLX_PATIENT : PLX_AGENT, c);
            }
        } else if (rel_of(e, c) == PLX_DEP_nmod) {
            if (oblique_role(e, c, false, true, &role)) {
                add(e, out, role, c);
            }
        } else if (tok(e, c)->deprel == PLX_DEP_compound) {
            add(e, out,
                is_place(e, c)                                        ? PLX_LOCATION
                : is_agentive(e, c) && !prefers_patient(event->lemma) ? PLX_AGENT
                                                                      : PLX_PATIENT,
                c);
        }
    }
}

void plx_event__arguments(plx_eventer *e, plx_event *event, uint32_t carrier) {
    plx_arguments out = {0};
    if (!e->an->has_tree) {
        return;
    }
    if (tok(e, event->token)->upos == PLX_UPOS_NOUN) {
        noun_arguments(e, event, &out);
        if (carrier != PLX_NONE) {
            plx_arguments of_verb = {0};
            verb_arguments(e, carrier, &of_verb);
            for (size_t i = 0; i < of_verb.n; i++) {
                if (of_verb.p[i].head != event->token) {
                    add_one(e, &out, of_verb.p[i].role, of_verb.p[i].head);
                }
            }
        }
    } else {
        verb_arguments(e, event->token, &out);
    }
    event->args = out.p;
    event->n_args = out.n;
}
