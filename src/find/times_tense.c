/* The tense around a time. See times_value.h. */
#include "find/times_value.h"

/* Irregular past forms that news reports with. Sorted. */
static const char *const irregular[] = {
    "began", "bought", "broke", "brought", "built",  "came",   "caught",  "did",   "died", "drew",
    "drove", "ended",  "fell",  "flew",    "fought", "found",  "gave",    "got",   "grew", "had",
    "heard", "held",   "kept",  "knew",    "led",    "left",   "lost",    "made",  "met",  "paid",
    "ran",   "rose",   "said",  "sang",    "sat",    "saw",    "sent",    "shook", "shot", "slid",
    "sold",  "spent",  "spoke", "stood",   "struck", "taught", "thought", "threw", "told", "took",
    "was",   "went",   "were",  "won",     "wore",   "wrote"};

/* What has yet to come though its verb may stand in the past: "was scheduled for". Sorted. */
static const char *const coming[] = {"ahead",   "due",      "expected", "expects",   "expires",
                                     "planned", "planning", "plans",    "scheduled", "set",
                                     "slated",  "starting", "upcoming", "until"};

static bool listed(const char *const *list, size_t n, plx_str word) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq_nocase(plx_str_of(list[i]), word)) return true;
    }
    return false;
}

static bool is_upcoming(plx_str word) { return listed(coming, PLX_COUNT(coming), word); }

static bool says_future(plx_str w) {
    return plx_str_eq_nocase(w, PLX_S("will")) || plx_str_eq_nocase(w, PLX_S("would")) ||
           plx_str_eq_nocase(w, PLX_S("shall")) || plx_str_eq_nocase(w, PLX_S("'ll")) ||
           plx_str_eq_nocase(w, PLX_S("ll")) || plx_str_eq_nocase(w, PLX_S("\xE2\x80\x99ll")) ||
           plx_str_eq_nocase(w, PLX_S("wo")) || plx_str_eq_nocase(w, PLX_S("won"));
}

/* ---- without a tree: the nearest word that looks like a verb ----------------------------------
 */

static plx_tense word_tense(const plx_annotation *an, const plx_atoms *a, size_t i) {
    const plx_atom *x = &a->p[i];
    if (x->kind != PLX_ATOM_WORD) return PLX_TENSE_UNKNOWN;
    plx_str w = plx_str_slice(an->account->text, x->begin, x->end);
    if (plx_str_eq_nocase(w, PLX_S("won")) && !plx_atom_mark(a, i + 1, '\'')) return PLX_TENSE_PAST;
    if (says_future(w)) return PLX_TENSE_FUTURE;
    if (is_upcoming(w)) return PLX_TENSE_FUTURE;
    if (listed(irregular, PLX_COUNT(irregular), w)) return PLX_TENSE_PAST;
    if (w.n > 4 && plx_str_ends(w, PLX_S("ed")) && !(x->flags & PLX_ATOM_CAP)) {
        return PLX_TENSE_PAST;
    }
    if (plx_atom_is(a, i, PLX_F_IS) || plx_atom_is(a, i, PLX_F_ARE)) return PLX_TENSE_PRESENT;
    if (plx_atom_is(a, i, PLX_F_TO) && plx_atom_word(a, i + 1) &&
        plx_atom_cls(a, i + 1, PLX_W_NONE) && !plx_atom_has(a, i + 1, PLX_ATOM_CAP)) {
        return PLX_TENSE_UNKNOWN;
    }
    return PLX_TENSE_UNKNOWN;
}

static plx_tense nearest_verb(const plx_annotation *an, const plx_atoms *a, size_t begin,
                              size_t end) {
    plx_tense found = PLX_TENSE_UNKNOWN;
    for (size_t k = 1; k <= 14; k++) {
        if (begin >= k && found == PLX_TENSE_UNKNOWN) found = word_tense(an, a, begin - k);
        if (found == PLX_TENSE_PAST || found == PLX_TENSE_PRESENT) {
            /* "will be announced", "is expected": what stands before the participle rules. */
            for (size_t back = 1; back <= 3 && begin >= k + back; back++) {
                plx_tense before = word_tense(an, a, begin - k - back);
                if (before == PLX_TENSE_FUTURE) return before;
            }
        }
        if (found != PLX_TENSE_UNKNOWN) return found;
        if (end + k - 1 < a->n) {
            found = word_tense(an, a, end + k - 1);
            if (found != PLX_TENSE_UNKNOWN) return found;
        }
    }
    return PLX_TENSE_UNKNOWN;
}

/* ---- with a tree ------------------------------------------------------------------------------
 */

static plx_tense verb_tense(const plx_annotation *an, uint32_t verb, bool *to_infinitive) {
    const plx_token *t = &an->tokens[verb];
    const plx_sentence *s = &an->sentences[t->sentence];
    bool past_aux = false, present_aux = false, perfect = false;
    *to_infinitive = false;
    for (uint32_t k = s->begin; k < s->end; k++) {
        const plx_token *x = &an->tokens[k];
        if (x->head != verb || k == verb) continue;
        if (x->deprel == PLX_DEP_mark && plx_str_eq_nocase(x->form, PLX_S("to"))) {
            *to_infinitive = true;
        }
        if (x->deprel != PLX_DEP_aux && x->deprel != PLX_DEP_aux_pass && x->deprel != PLX_DEP_cop) {
            continue;
        }
        if (says_future(x->form)) return PLX_TENSE_FUTURE;
        if (plx_str_eq(x->lemma, PLX_S("have"))) perfect = true;
        if (x->feats & PLX_FEAT_PAST) past_aux = true;
        if (x->feats & PLX_FEAT_PRES) present_aux = true;
    }
    if (is_upcoming(t->form) && t->deprel != PLX_DEP_amod) return PLX_TENSE_FUTURE;
    if (past_aux || perfect) return PLX_TENSE_PAST;
    if (present_aux) return PLX_TENSE_PRESENT;
    if (*to_infinitive) return PLX_TENSE_UNKNOWN;
    if (t->upos != PLX_UPOS_VERB && t->upos != PLX_UPOS_AUX) return PLX_TENSE_UNKNOWN;
    if (t->feats & PLX_FEAT_PAST) return PLX_TENSE_PAST;
    if (t->feats & PLX_FEAT_PRES && !(t->feats & PLX_FEAT_PART)) return PLX_TENSE_PRESENT;
    return PLX_TENSE_UNKNOWN;
}

static plx_tense tree_tense(const plx_annotation *an, uint32_t token) {
    bool infinitive = false;
    uint32_t at = token;
    for (int steps = 0; steps < 12 && at != PLX_NONE; steps++) {
        const plx_token *t = &an->tokens[at];
        bool to;
        plx_tense tense = verb_tense(an, at, &to);
        if (at != token && t->upos == PLX_UPOS_NOUN && is_upcoming(t->form)) {
            return PLX_TENSE_FUTURE;
        }
        if (tense == PLX_TENSE_FUTURE) return tense;
        if (tense != PLX_TENSE_UNKNOWN) {
            return tense;
        }
        infinitive = infinitive || to;
        at = t->head;
    }
    return infinitive ? PLX_TENSE_FUTURE : PLX_TENSE_UNKNOWN;
}

plx_tense plx_time__tense(const plx_annotation *an, const plx_atoms *a, size_t begin, size_t end) {
    /* "ahead of Friday", "until Monday", "by Tuesday": yet to come, whatever the verb. */
    if (begin >= 2 && plx_atom_is(a, begin - 1, PLX_F_OF) &&
        plx_atom_is(a, begin - 2, PLX_F_AHEAD)) {
        return PLX_TENSE_FUTURE;
    }
    if (begin >= 1 && plx_atom_is(a, begin - 1, PLX_F_UNTIL)) return PLX_TENSE_FUTURE;
    if (begin >= 2 && plx_atom_is(a, begin - 1, PLX_F_FOR)) {
        plx_str w = plx_str_slice(an->account->text, a->p[begin - 2].begin, a->p[begin - 2].end);
        if (is_upcoming(w)) return PLX_TENSE_FUTURE;
    }
    if (an->has_tree) {
        uint32_t b, e;
        plx_tokens_in(an, plx_span_of(a->p[begin].begin, a->p[end - 1].end), &b, &e);
        for (uint32_t k = b; k < e; k++) {
            uint32_t head = an->tokens[k].head;
            if (head == PLX_NONE || head < b || head >= e) {
                plx_tense tense = tree_tense(an, k);
                if (tense != PLX_TENSE_UNKNOWN) return tense;
                break;
            }
        }
    }
    return nearest_verb(an, a, begin, end);
}
