/* Where what a cue takes begins and where it ends, by the tree and by the words. */
#include "find/quote_extent.h"

static const plx_token *tok(const plx_quoter *q, uint32_t i) { return plx_quote__token(q, i); }
static plx_deprel rel_of(const plx_quoter *q, uint32_t t) {
    return plx_deps__base((plx_deprel)tok(q, t)->deprel);
}

uint32_t plx_quote__case_of(const plx_quoter *q, uint32_t head) {
    return plx_deps__child(&q->deps, head, PLX_DEP_case);
}

bool plx_quote__has_mark(const plx_quoter *q, uint32_t head, const char *word) {
    for (uint32_t c = q->deps.first[head]; c != PLX_NONE; c = q->deps.next[c]) {
        if (tok(q, c)->deprel == PLX_DEP_mark && plx_token_is(tok(q, c), word)) {
            return true;
        }
    }
    return false;
}

plx_range plx_quote__extent(const plx_quoter *q, uint32_t head) {
    return (plx_range){q->deps.left[head], q->deps.right[head]};
}

/* The complement as tokens: without "that", and never with the cue itself. */
plx_range plx_quote__complement(const plx_quoter *q, uint32_t cue, uint32_t head) {
    plx_range r = plx_quote__extent(q, head);
    if (cue >= r.begin && cue < r.end) {
        if (head > cue) {
            r.begin = cue + 1;
        } else {
            r.end = cue;
        }
    }
    while (r.begin < r.end &&
           (tok(q, r.begin)->upos == PLX_UPOS_PUNCT || plx_token_is(tok(q, r.begin), "that")) &&
           q->inside[r.begin] == PLX_NONE) {
        r.begin++;
    }
    return r;
}

static bool is_clause_word(const plx_quoter *q, uint32_t t) {
    static const char *const words[] = {"whether", "if",   "how",   "why",  "what",
                                        "who",     "when", "where", "which"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_token_is(tok(q, t), words[i])) {
            return true;
        }
    }
    return false;
}

uint32_t plx_quote__sentence_end(const plx_quoter *q, uint32_t t) {
    return q->an->sentences[tok(q, t)->sentence].end;
}

/* "that" or a question word soon behind the cue, before any verb: where the content begins. */
uint32_t plx_quote__marked_begin(const plx_quoter *q, uint32_t cue, unsigned takes) {
    uint32_t end = PLX_MIN(plx_quote__sentence_end(q, cue), cue + 16);
    for (uint32_t t = cue + 1; t < end; t++) {
        if (q->inside[t] != PLX_NONE) {
            return PLX_NONE;
        }
        if ((takes & PLX_TAKES_THAT) != 0 && plx_token_is(tok(q, t), "that") &&
            (tok(q, t)->upos == PLX_UPOS_SCONJ || tok(q, t)->deprel == PLX_DEP_mark ||
             (t + 1 < end && plx_token_is_punct(tok(q, t + 1), ",")))) {
            return t + 1;
        }
        if ((takes & PLX_TAKES_WH) != 0 && is_clause_word(q, t)) {
            return t;
        }
        if (tok(q, t)->upos == PLX_UPOS_VERB || tok(q, t)->upos == PLX_UPOS_AUX) {
            return PLX_NONE;
        }
    }
    return PLX_NONE;
}

/* A clause under the verb that it can have as its content. */
uint32_t plx_quote__clause_under(const plx_quoter *q, uint32_t verb, unsigned takes) {
    for (uint32_t c = q->deps.first[verb]; c != PLX_NONE; c = q->deps.next[c]) {
        plx_deprel rel = rel_of(q, c);
        if (c < verb) {
            continue;
        }
        if (rel == PLX_DEP_ccomp && (takes & (PLX_TAKES_THAT | PLX_TAKES_WH | PLX_TAKES_QUOTE))) {
            return c;
        }
        if (rel == PLX_DEP_xcomp && (takes & PLX_TAKES_TO) != 0 &&
            plx_quote__has_mark(q, c, "to")) {
            return c;
        }
        if (rel == PLX_DEP_advcl && (takes & PLX_TAKES_TO) != 0 && (takes & PLX_TAKES_ADDR) != 0 &&
            plx_quote__has_mark(q, c, "to")) {
            return c;
        }
    }
    return PLX_NONE;
}

static bool is_modal(const plx_token *t) {
    static const char *const words[] = {"would", "could", "will", "may", "might", "should", "must"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_token_is(t, words[i])) {
            return true;
        }
    }
    return false;
}

/* A further predicate of the cue's own subject at `t` (a conjunction): "and called for …". */
static bool next_predicate(const plx_quoter *q, uint32_t cue, uint32_t t, uint32_t end) {
    uint32_t v = t + 1;
    while (v < end && (tok(q, v)->upos == PLX_UPOS_ADV || tok(q, v)->upos == PLX_UPOS_AUX ||
                       tok(q, v)->upos == PLX_UPOS_PART)) {
        v++;
    }
    if (v >= end || tok(q, v)->upos != PLX_UPOS_VERB || q->inside[v] != PLX_NONE) {
        return false;
    }
    if (is_modal(tok(q, t + 1)) && (cue == 0 || !is_modal(tok(q, cue - 1)))) {
        return false; /* "said he might go but would return" */
    }
    const plx_cue_word *word = plx_quote__cue_at(q, v);
    bool helped =
        v > t + 1 && (plx_token_is(tok(q, v - 1), "did") || plx_token_is(tok(q, v - 1), "not") ||
                      plx_token_is(tok(q, v - 1), "n't"));
    uint32_t same = PLX_FEAT_PAST | PLX_FEAT_PRES | PLX_FEAT_GER;
    bool alike = (tok(q, v)->feats & same) == (tok(q, cue)->feats & same);
    return (tok(q, v)->head == cue && tok(q, v)->deprel == PLX_DEP_conj) ||
           (word != NULL && word->kind == PLX_CUE_SPEECH && (alike || helped));
}

/* "…, and the union said that …", "…,” and Lee, a doctor, said": another source takes over. */
static bool other_speaks(const plx_quoter *q, uint32_t t, uint32_t end) {
    enum { REACH = 20, INSERTION = 2 };
    if (t == 0 || !(plx_token_is_punct(tok(q, t - 1), ",") || q->inside[t - 1] != PLX_NONE)) {
        return false;
    }
    size_t commas = 0;
    for (uint32_t k = t + 1; k < end && k < t + REACH && q->inside[k] == PLX_NONE; k++) {
        if (plx_token_is_punct(tok(q, k), ",") && ++commas > INSERTION) {
            return false;
        }
        if (plx_quote__is_finite(q, k)) {
            const plx_cue_word *word = plx_quote__cue_at(q, k);
            bool closed =
                commas == 0 || (commas == INSERTION && plx_token_is_punct(tok(q, k - 1), ","));
            return word != NULL && word->kind == PLX_CUE_SPEECH &&
                   (word->takes & PLX_TAKES_THAT) != 0 && k > t + 1 && closed;
        }
    }
    return false;
}

bool plx_quote__is_participle_cue(const plx_quoter *q, uint32_t t) {
    const plx_cue_word *word = plx_quote__cue_at(q, t);
    return word != NULL && word->kind == PLX_CUE_SPEECH &&
           plx_str_ends(tok(q, t)->fold, PLX_S("ing"));
}

static bool cue_follows(const plx_quoter *q, uint32_t t, uint32_t end) {
    for (end = PLX_MIN(end, t + 20); t < end; t++) {
        const plx_cue_word *word = plx_quote__cue_at(q, t);
        if (word != NULL && word->kind == PLX_CUE_SPEECH && plx_quote__is_finite(q, t)) {
            return true;
        }
    }
    return false;
}

/* A nominal and then a finite verb, before the next mark. */
static bool clause_ahead(const plx_quoter *q, uint32_t t, uint32_t end) {
    bool nominal = false;
    for (end = PLX_MIN(end, t + 14); t < end; t++) {
        if (plx_quote__is_finite(q, t)) {
            return nominal;
        }
        plx_upos u = (plx_upos)tok(q, t)->upos;
        if (u == PLX_UPOS_PUNCT || u == PLX_UPOS_CCONJ || (u == PLX_UPOS_ADP && !nominal)) {
            return false;
        }
        nominal |= u == PLX_UPOS_NOUN || u == PLX_UPOS_PROPN || u == PLX_UPOS_PRON;
    }
    return false;
}

/* The cue stands in a clause that leads in the narration: "Asked if …, he left", "While she says
 * …, he left". */
static bool in_lead(const plx_quoter *q, uint32_t cue) {
    static const char *const opens[] = {"while", "although", "though", "as",    "when",
                                        "if",    "after",    "before", "since", "because"};
    uint32_t begin = q->an->sentences[tok(q, cue)->sentence].begin;
    if (cue == begin) {
        return true;
    }
    bool opened = false;
    for (uint32_t t = begin; t < cue; t++) {
        for (size_t i = 0; i < PLX_COUNT(opens) && t <= begin + 1; i++) {
            opened |= plx_token_is(tok(q, t), opens[i]);
        }
        if (plx_token_is_punct(tok(q, t), ",")) {
            return false;
        }
    }
    return opened;
}

/* "...; helped to march; and put it together": what follows the mark has no subject of its own, or
 * an "and" before its last part. */
static bool list_goes_on(const plx_quoter *q, uint32_t mark, uint32_t end) {
    if (mark + 1 < end &&
        (tok(q, mark + 1)->upos == PLX_UPOS_VERB || tok(q, mark + 1)->upos == PLX_UPOS_CCONJ ||
         plx_token_is(tok(q, mark + 1), "that"))) {
        return !cue_follows(q, mark + 1, end);
    }
    for (uint32_t t = mark + 1; t + 1 < end; t++) {
        if (plx_token_is_punct(tok(q, t), ";") && q->inside[t] == PLX_NONE) {
            return tok(q, t + 1)->upos == PLX_UPOS_CCONJ && !cue_follows(q, mark + 1, end);
        }
    }
    return false;
}

/* Behind the comma the narration takes up again: a participle under the cue itself, "…, openly
 * asking for more", or the verb that the cue stands under, "Lee, who said it was late, left". */
static bool narrates(const plx_quoter *q, uint32_t cue, uint32_t t, uint32_t end) {
    if (!q->an->has_tree || t >= end) {
        return false;
    }
    const plx_token *x = tok(q, t);
    if (x->upos == PLX_UPOS_VERB && plx_quote__is_finite(q, t) && t != cue) {
        return plx_is_below(q->an, cue, t) && tok(q, cue)->deprel == PLX_DEP_acl_relcl;
    }
    t += x->upos == PLX_UPOS_ADV && t + 1 < end;
    x = tok(q, t);
    return plx_str_ends(x->fold, PLX_S("ing")) && x->upos == PLX_UPOS_VERB && x->head == cue &&
           rel_of(q, t) == PLX_DEP_advcl;
}

/* Where the content that begins at `from` ends: with its sentence, or where the narration takes up
 * again. */
uint32_t plx_quote__content_end(const plx_quoter *q, uint32_t cue, uint32_t from) {
    static const char *const turns[] = {"while", "although", "though",  "as",
                                        "after", "even",     "compared"};
    uint32_t end = plx_quote__sentence_end(q, from);
    bool leads_in = in_lead(q, cue);
    for (uint32_t t = from + 1; t < end; t++) {
        if (q->inside[t] != PLX_NONE) {
            if (q->stretch[q->inside[t]].draft != PLX_NONE) {
                return t;
            }
            continue;
        }
        const plx_token *tk = tok(q, t);
        if (q->inside[t - 1] != PLX_NONE && plx_quote__is_participle_cue(q, t)) {
            return t;
        }
        if (leads_in && plx_token_is_punct(tk, ",") && clause_ahead(q, t + 1, end)) {
            return t;
        }
        if (tk->upos == PLX_UPOS_CCONJ &&
            (next_predicate(q, cue, t, end) || other_speaks(q, t, end))) {
            return t;
        }
        if (plx_token_is_punct(tk, ";") && !list_goes_on(q, t, end)) {
            return t;
        }
        if (!plx_token_is_punct(tk, ",") || t + 1 >= end) {
            continue;
        }
        if (plx_quote__is_participle_cue(q, t + 1) || plx_token_is(tok(q, t + 1), "according") ||
            narrates(q, cue, t + 1, end)) {
            return t;
        }
        for (size_t i = 0; i < PLX_COUNT(turns); i++) {
            if (plx_token_is(tok(q, t + 1), turns[i]) && cue_follows(q, t + 1, end)) {
                return t;
            }
        }
    }
    return end;
}

bool plx_quote__is_time(const plx_quoter *q, uint32_t token) {
    size_t lo = 0, hi = q->an->n_times;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (q->an->times[mid].end <= token) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < q->an->n_times && q->an->times[lo].begin <= token;
}

bool plx_quote__begins_phrase(const plx_quoter *q, uint32_t t) {
    plx_upos u = (plx_upos)tok(q, t)->upos;
    return q->inside[t] != PLX_NONE || u == PLX_UPOS_DET || u == PLX_UPOS_PROPN ||
           u == PLX_UPOS_NOUN || u == PLX_UPOS_PRON || u == PLX_UPOS_ADJ || u == PLX_UPOS_NUM;
}

/* A clause without "that" right behind the cue: a nominal, and a finite verb before any comma. */
bool plx_quote__bare_clause(const plx_quoter *q, uint32_t cue) {
    uint32_t end = PLX_MIN(plx_quote__sentence_end(q, cue), cue + 25);
    bool say = plx_str_eq(tok(q, cue)->lemma, PLX_S("say")), nouns = false, maybe = false;
    for (uint32_t t = cue + 1; t < end; t++) {
        const plx_token *tk = tok(q, t);
        bool nominal = tk->upos == PLX_UPOS_PROPN || tk->upos == PLX_UPOS_NOUN ||
                       tk->upos == PLX_UPOS_PRON || tk->upos == PLX_UPOS_DET ||
                       tk->upos == PLX_UPOS_ADJ || tk->upos == PLX_UPOS_NUM;
        if (t == cue + 1 && !nominal && q->inside[t] == PLX_NONE) {
            return false;
        }
        if (tk->upos == PLX_UPOS_AUX || plx_quote__is_finite(q, t)) {
            return t > cue + 1 && tok(q, t - 1)->upos != PLX_UPOS_CCONJ;
        }
        if (plx_token_is_punct(tk, ",") && q->inside[t] == PLX_NONE && !say) {
            return false;
        }
        /* "It says the owners broke the law": what the tagger takes for a participle */
        maybe |= say && nouns && tk->upos == PLX_UPOS_VERB && (tk->feats & PLX_FEAT_PAST) != 0;
        nouns |= tk->upos == PLX_UPOS_NOUN || tk->upos == PLX_UPOS_PROPN;
    }
    return maybe && tok(q, cue + 1)->upos == PLX_UPOS_DET;
}

/* The content of a verb that takes a clause, by the tree and by its words. */
plx_range plx_quote__clause_content(const plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    plx_range none = {0, 0};
    uint32_t begin = plx_quote__marked_begin(q, verb, cue->takes);
    uint32_t head = PLX_NONE;
    if (begin == PLX_NONE) {
        head = plx_quote__clause_under(q, verb, cue->takes);
        if (head != PLX_NONE) {
            begin = plx_quote__complement(q, verb, head).begin;
            bool plain = (cue->takes & PLX_TAKES_ADDR) == 0 && begin > verb + 1 &&
                         cue->kind == PLX_CUE_SPEECH && plx_quote__begins_phrase(q, verb + 1) &&
                         !plx_quote__is_time(q, verb + 1);
            begin = plain ? verb + 1 : begin;
        }
    }
    if (begin == PLX_NONE && (cue->takes & PLX_TAKES_TO) != 0 && verb + 2 < q->an->n_tokens &&
        plx_token_is(tok(q, verb + 1), "to") &&
        (tok(q, verb + 2)->upos == PLX_UPOS_VERB || cue->kind == PLX_CUE_INTENTION)) {
        begin = verb + 1;
    }
    if (begin == PLX_NONE && (cue->takes & PLX_TAKES_THAT) != 0 &&
        (cue->kind == PLX_CUE_SPEECH || cue->kind == PLX_CUE_THOUGHT) &&
        plx_quote__bare_clause(q, verb)) {
        begin = verb + 1;
    }
    if (begin == PLX_NONE || begin >= plx_quote__sentence_end(q, verb) || begin <= verb) {
        return none;
    }
    uint32_t told = begin; /* "told them this week he would go": when he told them */
    while (told < plx_quote__sentence_end(q, verb) && plx_quote__is_time(q, told) &&
           !plx_token_is(tok(q, begin - 1), "that")) {
        told++;
    }
    if (told > begin && told < plx_quote__sentence_end(q, verb) &&
        plx_quote__begins_phrase(q, told)) {
        begin = told;
    }
    return (plx_range){begin, plx_quote__content_end(q, verb, begin)};
}

/* A phrase under the verb: its object, or one with the preposition that it takes. */
uint32_t plx_quote__phrase_under(const plx_quoter *q, uint32_t verb, unsigned takes,
                                 uint32_t *last) {
    static const struct {
        unsigned takes;
        const char *word;
    } cases[] = {{PLX_TAKES_ABOUT, "about"}, {PLX_TAKES_TOARG, "to"}, {PLX_TAKES_ONARG, "on"},
                 {PLX_TAKES_OFARG, "of"},    {PLX_TAKES_FOR, "for"},  {PLX_TAKES_WITH, "with"}};
    uint32_t object = PLX_NONE, oblique = PLX_NONE, tail = PLX_NONE;
    for (uint32_t c = q->deps.first[verb]; c != PLX_NONE; c = q->deps.next[c]) {
        plx_deprel rel = rel_of(q, c);
        if (c < verb) {
            continue;
        }
        if (rel == PLX_DEP_obj) {
            object = c;
        } else if (rel == PLX_DEP_obl || rel == PLX_DEP_advcl) {
            uint32_t word = rel == PLX_DEP_obl ? plx_quote__case_of(q, c)
                                               : plx_deps__child(&q->deps, c, PLX_DEP_mark);
            for (size_t i = 0; word != PLX_NONE && i < PLX_COUNT(cases); i++) {
                if ((takes & cases[i].takes) != 0 && plx_token_is(tok(q, word), cases[i].word) &&
                    oblique == PLX_NONE) {
                    oblique = c;
                }
            }
            bool follows = word != PLX_NONE &&
                           (plx_token_is(tok(q, word), "as") || plx_token_is(tok(q, word), "of") ||
                            plx_token_is(tok(q, word), "for"));
            if (follows && object != PLX_NONE) {
                tail = c;
            }
        } else if (rel == PLX_DEP_xcomp && object != PLX_NONE) {
            tail = c;
        }
    }
    if (object != PLX_NONE && (takes & (PLX_TAKES_NP | PLX_TAKES_AS | PLX_TAKES_OF)) != 0) {
        bool needs_tail = (takes & PLX_TAKES_NP) == 0;
        if (needs_tail && tail == PLX_NONE) {
            return oblique;
        }
        *last = tail;
        return object;
    }
    return oblique;
}

/* Where a phrase ends that begins at `from`: at a comma, a conjunction with a verb, a clause of
 * circumstance, the end of a quotation in it that closes the sentence. */
uint32_t plx_quote__phrase_end(const plx_quoter *q, uint32_t from) {
    static const char *const turns[] = {"when",   "because",   "after", "while",    "before", "if",
                                        "during", "following", "since", "although", "amid"};
    uint32_t end = plx_quote__sentence_end(q, from);
    for (uint32_t t = from; t < end; t++) {
        uint32_t i = q->inside[t];
        if (i != PLX_NONE) {
            if (q->stretch[i].draft != PLX_NONE) {
                return t;
            }
            t = PLX_MAX(t, q->stretch[i].outer.end - 1);
            uint32_t last = q->stretch[i].inner.end;
            if (last > 0 && last <= end && plx_token_is_punct(tok(q, last - 1), ",")) {
                return PLX_MIN(end, t + 1);
            }
            continue;
        }
        const plx_token *tk = tok(q, t);
        if (tk->upos == PLX_UPOS_PUNCT && !plx_token_is_punct(tk, "-")) {
            return t;
        }
        if (tk->upos == PLX_UPOS_CCONJ && t + 1 < end &&
            (tok(q, t + 1)->upos == PLX_UPOS_VERB || tok(q, t + 1)->upos == PLX_UPOS_AUX ||
             (tok(q, t + 1)->upos == PLX_UPOS_ADV && t + 2 < end &&
              tok(q, t + 2)->upos == PLX_UPOS_VERB))) {
            return t;
        }
        for (size_t k = 0; k < PLX_COUNT(turns) && t > from; k++) {
            if (plx_token_is(tk, turns[k])) {
                return t;
            }
        }
    }
    return end;
}
