#include "find/clause_cuts.h"

#include "find/deps.h"
#include "find/quote_cues.h"

typedef struct {
    const plx_annotation *an;
    uint32_t end;
} view;

static const plx_token *tok(const view *v, uint32_t i) { return &v->an->tokens[i]; }

#define ONE_OF(t, words) plx_token_is_one_of((t), (words), PLX_COUNT(words))

static bool is_break(const plx_token *t) {
    static const char *const marks[] = {",", "—", "–", "--", ";"};
    return t->upos == PLX_UPOS_PUNCT && ONE_OF(t, marks);
}

static bool is_finite(const plx_token *t) {
    if (t->upos == PLX_UPOS_AUX) {
        return (t->feats & (PLX_FEAT_INF | PLX_FEAT_PART | PLX_FEAT_GER)) == 0;
    }
    return t->upos == PLX_UPOS_VERB &&
           (t->feats & (PLX_FEAT_INF | PLX_FEAT_PART | PLX_FEAT_GER)) == 0;
}

static bool is_nominal(const plx_token *t) {
    return t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_PRON ||
           t->upos == PLX_UPOS_NUM;
}

static bool is_subject_pronoun(const plx_token *t) {
    static const char *const words[] = {"he", "she", "it", "they", "we", "i", "there", "who"};
    return ONE_OF(t, words);
}

/* A finite verb after at least one nominal, before the next comma. */
static bool clause_from(const view *v, uint32_t t) {
    bool nominal = false;
    for (uint32_t end = PLX_MIN(v->end, t + 16); t < end; t++) {
        const plx_token *k = tok(v, t);
        if (is_finite(k)) {
            return nominal;
        }
        if (is_break(k) || k->upos == PLX_UPOS_SCONJ) {
            return false;
        }
        nominal |= is_nominal(k);
    }
    return false;
}

/* A finite verb right here, adverbs skipped. */
static bool predicate_from(const view *v, uint32_t t) {
    while (t < v->end && tok(v, t)->upos == PLX_UPOS_ADV) {
        t++;
    }
    return t < v->end && is_finite(tok(v, t));
}

static bool finite_in(const view *v, uint32_t begin, uint32_t end) {
    for (uint32_t t = begin; t < end; t++) {
        if (is_finite(tok(v, t))) {
            return true;
        }
    }
    return false;
}

static bool is_relative(const view *v, uint32_t t) {
    static const char *const words[] = {"who", "which", "whose", "whom", "where"};
    static const char *const of[] = {"whom", "which"};
    if (ONE_OF(tok(v, t), words)) {
        return true;
    }
    for (uint32_t k = t + 1; k < v->end && k <= t + 2; k++) {
        if (ONE_OF(tok(v, k), of) && tok(v, k - 1)->upos == PLX_UPOS_ADP) {
            return true;
        }
    }
    return false;
}

/* "police said" up to the end. */
static bool is_credit(const view *v, uint32_t t) {
    if (plx_token_is(tok(v, t), "according")) {
        return true;
    }
    uint32_t verbs = 0;
    for (uint32_t k = t; k < v->end; k++) {
        const plx_token *tk = tok(v, k);
        if (tk->upos != PLX_UPOS_VERB && tk->upos != PLX_UPOS_AUX) {
            continue;
        }
        const plx_cue_word *cue = plx_cue__verb(tk->lemma);
        if (verbs++ > 0 || cue == NULL || cue->kind != PLX_CUE_SPEECH || !is_finite(tk) ||
            (k + 4 < v->end && !plx_token_is_punct(tok(v, k + 1), ","))) {
            return false;
        }
    }
    return verbs == 1 && v->end - t <= 12 && is_nominal(tok(v, t)) &&
           !is_subject_pronoun(tok(v, v->end - 1));
}

/* What is said begins here: "that" behind a cue, or a clause right behind a verb of saying. */
static bool content_at(const view *v, uint32_t begin, uint32_t t, bool *that) {
    *that = plx_token_is(tok(v, t), "that") && tok(v, t)->upos == PLX_UPOS_SCONJ;
    const plx_token *before = tok(v, t - 1);
    const plx_cue_word *cue = before->upos == PLX_UPOS_VERB   ? plx_cue__verb(before->lemma)
                              : before->upos == PLX_UPOS_NOUN ? plx_cue__noun(before->lemma)
                                                              : NULL;
    for (uint32_t k = t; *that && cue == NULL && k-- > begin && t - k < 14;) {
        if (tok(v, k)->upos == PLX_UPOS_VERB) {
            cue = plx_cue__verb(tok(v, k)->lemma);
            break;
        }
    }
    if (*that) {
        return cue != NULL && (cue->takes & PLX_TAKES_THAT) != 0 && clause_from(v, t + 1);
    }
    return cue != NULL && before->upos == PLX_UPOS_VERB && (cue->takes & PLX_TAKES_THAT) != 0 &&
           (cue->kind == PLX_CUE_SPEECH || cue->kind == PLX_CUE_THOUGHT) && clause_from(v, t);
}

/* What begins at `t`, when something does. `after` says that a comma or dash stands before it. */
static bool piece_at(const view *v, uint32_t begin, uint32_t t, bool after, plx_piece *out) {
    static const char *const company[] = {"including", "alongside", "accompanied"};
    static const char *const always[] = {"while", "whereas", "although", "though"};
    static const char *const set_off[] = {"as",    "when", "after", "because", "before",
                                          "since", "if",   "until", "unless"};
    const plx_token *tk = tok(v, t);
    *out = (plx_piece){.begin = t, .end = v->end};
    if (after && is_relative(v, t)) {
        out->kind = PLX_CLAUSE_RELATIVE;
        return true;
    }
    if ((plx_token_is(tk, "along") && t + 1 < v->end && plx_token_is(tok(v, t + 1), "with")) ||
        (after && ONE_OF(tk, company))) {
        out->kind = PLX_CLAUSE_COMPANY;
        return true;
    }
    if (after && is_credit(v, t)) {
        out->aside = true;
        return true;
    }
    if ((ONE_OF(tk, always) || (after && ONE_OF(tk, set_off))) && clause_from(v, t + 1)) {
        out->kind = PLX_CLAUSE_ADVERBIAL;
        out->linked = ONE_OF(tk, always);
        return true;
    }
    if (t > begin && content_at(v, begin, t, &out->linked)) {
        out->kind = PLX_CLAUSE_CONTENT;
        return true;
    }
    bool left = finite_in(v, begin, t);
    if (tk->upos == PLX_UPOS_CCONJ && left && t + 1 < v->end) {
        out->linked = true;
        if (clause_from(v, t + 1)) {
            out->kind = PLX_CLAUSE_MAIN;
            return true;
        }
        out->kind = PLX_CLAUSE_CONJUNCT;
        return predicate_from(v, t + 1);
    }
    if (after && left && tk->upos == PLX_UPOS_VERB && !is_finite(tk) &&
        (tk->feats & (PLX_FEAT_PART | PLX_FEAT_GER)) != 0) {
        out->kind = PLX_CLAUSE_PARTICIPLE;
        return true;
    }
    bool strong = t > 0 && !plx_token_is_punct(tok(v, t - 1), ",");
    if (after && strong && left && clause_from(v, t)) {
        out->kind = PLX_CLAUSE_MAIN;
        return true;
    }
    return false;
}

static bool is_insertion(plx_clause_kind k) {
    return k == PLX_CLAUSE_RELATIVE || k == PLX_CLAUSE_PARTICIPLE || k == PLX_CLAUSE_COMPANY;
}

static bool holds_time(const plx_annotation *an, uint32_t begin, uint32_t end) {
    size_t lo = 0, hi = an->n_times;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (an->times[mid].end <= begin) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < an->n_times && an->times[lo].begin < end;
}

/* "In a rare move, | the minister …": where the lead-in ends; `begin` when there is none. Short
 * lead-ins that give the time stay. */
static uint32_t lead_in(const view *v, uint32_t begin) {
    const plx_token *first = tok(v, begin);
    bool credit = plx_token_is(first, "according");
    if (!credit && first->upos != PLX_UPOS_ADP && first->upos != PLX_UPOS_ADV) {
        return begin;
    }
    for (uint32_t t = begin + 1; t < v->end && t < begin + 24; t++) {
        const plx_token *tk = tok(v, t);
        if (tk->upos == PLX_UPOS_VERB || tk->upos == PLX_UPOS_AUX || is_subject_pronoun(tk)) {
            return begin;
        }
        if (!plx_token_is_punct(tk, ",") || !clause_from(v, t + 1) ||
            tok(v, t + 1)->upos == PLX_UPOS_CCONJ) {
            continue;
        }
        bool keep = !credit && t - begin <= 6 && holds_time(v->an, begin, t);
        return keep ? begin : t + 1;
    }
    return begin;
}

size_t plx_clause__cut(const plx_annotation *an, uint32_t begin, uint32_t end, plx_clause_kind kind,
                       plx_piece out[PLX_MAX_PIECES]) {
    view v = {an, end};
    size_t n = 0;
    uint32_t start = lead_in(&v, begin);
    if (start > begin) {
        out[n++] = (plx_piece){.begin = begin, .end = start - 1, .aside = true};
    }
    out[n++] = (plx_piece){.begin = start, .end = end, .kind = kind};
    for (uint32_t t = start + 1; t < end && n < PLX_MAX_PIECES; t++) {
        bool after = is_break(tok(&v, t - 1));
        plx_piece piece;
        plx_piece *last = &out[n - 1];
        bool found = piece_at(&v, last->begin, t, after, &piece);
        if (!found && after && n > 1 && is_insertion(last->kind) && predicate_from(&v, t)) {
            piece = (plx_piece){.begin = t, .end = end, .kind = kind}; /* the host goes on */
            found = true;
        }
        if (found) {
            last->end = t;
            out[n++] = piece;
        }
    }
    return n;
}
