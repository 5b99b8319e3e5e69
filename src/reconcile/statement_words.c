#include "reconcile/statement_words.h"

#include "find/deps.h"
#include "find/quote_cues.h"
#include "reconcile/statement_subject.h"

#define MOST_SUBJECT_TOKENS 8u
#define MOST_DATELINE_BYTES 48u
#define NEAR_TOKENS         60u /* of a clause: further away its complement does not stand */

/* A verb with tense at the head or as its helper. */
static bool is_finite(const plx_annotation *an, const plx_claim_unit *u) {
    if (an->tokens[u->head].feats & PLX_FEAT_FIN) {
        return true;
    }
    for (uint32_t t = u->begin; t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        bool helper = k->upos == PLX_UPOS_AUX && k->head == u->head;
        if (helper && ((k->feats & PLX_FEAT_FIN) ||
                       !(k->feats & (PLX_FEAT_INF | PLX_FEAT_PART | PLX_FEAT_GER)))) {
            return true;
        }
    }
    return false;
}

/* Relations that tie a word so closely to the one above it that neither can be told alone. */
static bool is_bound(uint8_t deprel) {
    switch ((plx_deprel)deprel) {
    case PLX_DEP_ccomp:
    case PLX_DEP_xcomp:
    case PLX_DEP_obj:
    case PLX_DEP_iobj:
    case PLX_DEP_compound:
    case PLX_DEP_flat:
    case PLX_DEP_fixed:
    case PLX_DEP_nummod: return true;
    default: return false;
    }
}

/* Where the phrase begins that the unit begins in: "the | ferry struck a barge". */
static uint32_t phrase_begin(const plx_annotation *an, const plx_claim_unit *u) {
    uint32_t b = u->begin;
    while (b > 0 && u->begin - b < MOST_SUBJECT_TOKENS) {
        const plx_token *before = &an->tokens[b - 1];
        bool part = before->deprel == PLX_DEP_det || before->deprel == PLX_DEP_amod ||
                    before->deprel == PLX_DEP_nummod || before->deprel == PLX_DEP_compound ||
                    before->deprel == PLX_DEP_nmod_poss;
        bool inside = part && before->head >= b && before->head < u->end;
        bool number = an->tokens[b].upos == PLX_UPOS_NUM &&
                      (plx_token_is(before, "than") || plx_token_is(before, "about") ||
                       plx_token_is(before, "some"));
        if (before->sentence != u->sentence || !(inside || number)) {
            break;
        }
        b -= plx_token_is(before, "than") && b > 1 ? 2 : 1;
    }
    return b;
}

/* "carrying | 200 people struck a barge": what stands first belongs to a word before the unit. */
static bool begins_inside(const plx_annotation *an, const plx_claim_unit *u) {
    uint32_t b = phrase_begin(an, u);
    if (b == 0 || an->tokens[b - 1].sentence != u->sentence) {
        return false;
    }
    const plx_token *before = &an->tokens[b - 1];
    bool verb = before->deprel == PLX_DEP_aux || before->deprel == PLX_DEP_cop ||
                (plx_subject__is(before) && !plx_subject__is_relative(before));
    if (verb && before->head >= u->begin && before->head < u->end) {
        return true;
    }
    bool content = u->kind == PLX_CLAUSE_CONTENT || u->kind == PLX_CLAUSE_ADVERBIAL;
    bool carries = before->upos == PLX_UPOS_VERB && plx_cue__verb(before->lemma) == NULL &&
                   (before->feats & (PLX_FEAT_GER | PLX_FEAT_PART));
    uint32_t subject = plx_subject__own(an, u);
    return (carries || (before->upos == PLX_UPOS_ADP && !content)) && subject != PLX_NONE &&
           subject < u->head && an->tokens[u->begin].upos != PLX_UPOS_PRON;
}

/* "The captain, 52, told the Courier", "police said the hosts": does a word need one that stands
 * outside the unit? */
static bool is_cut(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_sentence *s = &an->sentences[u->sentence];
    uint32_t to = PLX_MIN(s->end, u->end + NEAR_TOKENS);
    for (uint32_t t = u->end; t < to; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head != PLX_NONE && k->head >= u->begin && k->head < u->end && is_bound(k->deprel)) {
            return true;
        }
    }
    for (uint32_t t = u->begin; t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head != PLX_NONE && k->head >= u->end && plx_subject__is(k)) {
            return true;
        }
    }
    if (u->end < s->end && plx_token_is(&an->tokens[u->end], "that")) {
        return true; /* "agencies concluded in a report | that ..." */
    }
    uint32_t above = an->tokens[u->end - 1].head; /* "minutes | after the vote" */
    return above != PLX_NONE && above >= u->end;
}

/* "Ortiz said on Monday", of a quotation that stands elsewhere. */
static bool only_introduces(const plx_annotation *an, const plx_claim_unit *u) {
    plx_str lemma = an->tokens[u->head].lemma;
    if (plx_cue__verb(lemma) == NULL) {
        return false;
    }
    bool says = plx_str_eq(lemma, PLX_S("say")) || plx_str_eq(lemma, PLX_S("add"));
    for (uint32_t t = u->begin; t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        bool content = k->deprel == PLX_DEP_ccomp || k->deprel == PLX_DEP_xcomp ||
                       (k->deprel == PLX_DEP_obj && !says) || k->deprel == PLX_DEP_parataxis;
        if (content && k->head == u->head) {
            return false;
        }
    }
    if (u->head + 1 == u->end) {
        return true; /* "officials have indicated" */
    }
    const plx_sentence *s = &an->sentences[u->sentence];
    uint32_t from = u->begin > NEAR_TOKENS ? u->begin - NEAR_TOKENS : 0;
    for (uint32_t t = PLX_MAX(s->begin, from); t < u->begin; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head == u->head && (k->deprel == PLX_DEP_ccomp || k->deprel == PLX_DEP_parataxis)) {
            return true;
        }
    }
    return says || an->tokens[u->head].deprel == PLX_DEP_parataxis;
}

/* Does the last word ask for another one? */
static bool breaks_off(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *last = &an->tokens[u->end - 1];
    switch (last->upos) {
    case PLX_UPOS_DET:
    case PLX_UPOS_SCONJ:
    case PLX_UPOS_CCONJ: return true;
    case PLX_UPOS_ADP: return last->deprel != PLX_DEP_compound_prt;
    case PLX_UPOS_PART: return plx_token_is(last, "to");
    case PLX_UPOS_AUX: return last->head != PLX_NONE && u->end > u->begin + 1;
    case PLX_UPOS_PRON: return plx_subject__is_relative(last);
    default: break;
    }
    bool joined = u->end < an->n_tokens && an->tokens[u->end].upos == PLX_UPOS_CCONJ;
    return last->upos == PLX_UPOS_VERB && joined; /* "to preserve | and expand its stocks" */
}

static bool is_heading(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_sentence *s = &an->sentences[u->sentence];
    return u->kind == PLX_CLAUSE_MAIN && u->begin == s->begin && u->end == s->end &&
           u->end - u->begin >= 4;
}

/* "Ferry and barge collide", "Two held after raid": a subject before a verb without a helper. */
static bool is_headline_verb(const plx_annotation *an, const plx_claim_unit *u, uint32_t subject) {
    const plx_token *verb = &an->tokens[u->head];
    for (uint32_t t = u->begin; t < u->head; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head == u->head && (k->deprel == PLX_DEP_mark || k->deprel == PLX_DEP_aux)) {
            return false;
        }
    }
    return verb->upos == PLX_UPOS_VERB && !(verb->feats & PLX_FEAT_GER) && subject < u->head &&
           u->kind == PLX_CLAUSE_MAIN;
}

/* "the following month", "two days later": when that is stands in the text before. */
static bool counts_from_before(const plx_annotation *an, const plx_claim_unit *u) {
    static const char *const words[] = {"following", "next", "previous", "same", "that"};
    for (uint32_t t = u->begin; t + 1 < u->end; t++) {
        bool noun = plx_subject__is_time(&an->tokens[t + 1]);
        bool day = plx_token_is_one_of(&an->tokens[t], words, PLX_COUNT(words));
        bool later =
            plx_subject__is_time(&an->tokens[t]) && (plx_token_is(&an->tokens[t + 1], "later") ||
                                                     plx_token_is(&an->tokens[t + 1], "earlier"));
        if ((noun && day) || later) {
            return true;
        }
    }
    return false;
}

/* How whole the unit is with its understood subject before it; 0 when none can be. */
static double completed(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    bool named;
    bool bare = u->kind == PLX_CLAUSE_CONJUNCT && (an->tokens[u->head].feats & PLX_FEAT_INF) &&
                !is_finite(an, u);
    if (bare || !plx_subject__takes(an, u) || !plx_subject__words(s, u, &named).n) {
        return 0;
    }
    bool finite = is_finite(an, u) && u->kind != PLX_CLAUSE_CONTENT;
    bool goes_on = (an->tokens[u->head].feats & PLX_FEAT_GER) ||
                   ((an->tokens[u->head].feats & (PLX_FEAT_PART | PLX_FEAT_PRES)) ==
                    (PLX_FEAT_PART | PLX_FEAT_PRES)); /* "[Ortiz] leaving the hall" */
    double whole = finite ? 0.6 : goes_on || !named ? 0.35 : 0.5;
    return counts_from_before(an, u) ? PLX_MIN(whole, PLX_WHOLE_ENOUGH) : whole;
}

/* "if it fails", "hopes that it works", "denied that they came": not said to be so. */
static bool is_open(const plx_annotation *an, const plx_claim_unit *u) {
    static const char *const openers[] = {"if", "unless", "whether", "before"};
    static const char *const asking[] = {"how", "why", "what", "where", "when", "who"};
    static const char *const doubts[] = {"deny", "doubt",     "dismiss",   "refute",  "reject",
                                         "lie",  "skeptical", "sceptical", "unclear", "unlikely",
                                         "hope", "wish",      "urge"};
    uint32_t begin = u->begin;
    const plx_token *first = &an->tokens[begin];
    bool follows = begin > 0 && first[-1].sentence == first->sentence;
    for (uint32_t t = begin; t > 0 && begin - t < 3; t--) { /* "whether or | not it works" */
        if (plx_token_is(&an->tokens[t - 1], "whether") &&
            an->tokens[t - 1].sentence == first->sentence) {
            return true;
        }
    }
    if (plx_token_is_one_of(first, openers, PLX_COUNT(openers)) ||
        (follows && plx_token_is_one_of(first - 1, openers, PLX_COUNT(openers)))) {
        return true;
    }
    const plx_sentence *s = &an->sentences[u->sentence];
    bool asked = u->kind == PLX_CLAUSE_CONTENT &&
                 plx_token_is_one_of(first, asking, PLX_COUNT(asking)); /* "how it began" */
    asked = asked || (u->kind != PLX_CLAUSE_MAIN && u->kind != PLX_CLAUSE_RELATIVE &&
                      plx_token_is_one_of(first, asking, 2)); /* "how many came" */
    bool to_come = plx_token_is(first, "until") && (an->tokens[u->head].feats & PLX_FEAT_PRES);
    bool question = s->end > s->begin && plx_token_is_punct(&an->tokens[s->end - 1], "?") &&
                    u->kind == PLX_CLAUSE_MAIN;
    if (asked || to_come || question ||
        (follows && plx_token_is(first - 1, "until") &&
         (an->tokens[u->head].feats & PLX_FEAT_PRES))) {
        return true;
    }
    uint32_t up = an->tokens[u->head].head;
    uint32_t above[] = {u->cue, u->kind == PLX_CLAUSE_MAIN ? PLX_NONE : up};
    for (size_t i = 0; i < PLX_COUNT(above); i++) {
        uint32_t t = above[i];
        if (t == PLX_NONE || (t >= u->begin && t < u->end)) {
            continue;
        }
        for (size_t k = 0; k < PLX_COUNT(doubts); k++) {
            if (plx_str_eq(an->tokens[t].lemma, plx_str_of(doubts[k]))) {
                return true;
            }
        }
        for (uint32_t k = t > 4 ? t - 4 : 0; k < t; k++) {
            if (an->tokens[k].head == t && (an->tokens[k].feats & PLX_FEAT_NEG)) {
                return true;
            }
        }
    }
    return false;
}

typedef struct marks {
    int straight, open; /* "straight" ones, modulo 2; “ less ” */
} marks;

static marks marks_in(plx_str words) {
    marks m = {0, 0};
    for (size_t i = 0; i < words.n; i++) {
        m.straight ^= words.p[i] == '"';
        plx_str three = plx_str_slice(words, i, i + 3);
        m.open += plx_str_eq(three, PLX_S("“")) ? 1 : 0;
        m.open -= plx_str_eq(three, PLX_S("”")) ? 1 : 0;
    }
    return m;
}

/* Does a ‘ stand in the words without its ’? Without the first, ’ is an apostrophe. */
static bool lacks_single(plx_str words) {
    bool open = false;
    for (size_t i = 0; i + 3 <= words.n; i++) {
        plx_str three = plx_str_slice(words, i, i + 3);
        open = plx_str_eq(three, PLX_S("‘")) || (open && !plx_str_eq(three, PLX_S("’")));
    }
    return open;
}

/* Which quotation mark stands right before or behind the words, without which they would have but
 * one of a pair: `before` and `behind` are empty or the mark. False when none makes them even. */
static bool even_marks(plx_str text, plx_span at, plx_str *before, plx_str *behind) {
    marks m = marks_in(plx_str_at(text, at));
    *before = *behind = (plx_str){NULL, 0};
    if (!m.straight && !m.open) {
        bool single = lacks_single(plx_str_at(text, at)) &&
                      plx_str_eq(plx_str_slice(text, at.end, at.end + 3), PLX_S("’"));
        *behind = single ? PLX_S("’") : *behind;
        return true;
    }
    plx_str mark = m.straight ? PLX_S("\"") : m.open < 0 ? PLX_S("“") : PLX_S("”");
    size_t from = at.begin >= mark.n ? at.begin - mark.n : at.begin;
    bool stops = at.end < text.n && (text.p[at.end] == ',' || text.p[at.end] == '.');
    size_t to = at.end + (stops ? 1 : 0);
    if (m.open <= 0 && plx_str_eq(plx_str_slice(text, from, at.begin), mark)) {
        *before = mark;
    } else if (m.open >= 0 && plx_str_eq(plx_str_slice(text, to, to + mark.n), mark)) {
        *behind = mark;
    } else {
        return false;
    }
    return m.straight ? m.open == 0 : m.open == 1 || m.open == -1;
}

/* "we must thank them": said by somebody who is not named in it. */
static bool speaks_in_person(const plx_annotation *an, const plx_claim_unit *u, uint32_t begin) {
    bool in_person = false;
    for (uint32_t t = begin; u->quoted && t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        in_person =
            in_person || ((k->feats & PLX_FEAT_PRS) && (k->feats & (PLX_FEAT_1 | PLX_FEAT_2)));
    }
    return in_person;
}

/* The unit without marks and words that only join it: "and was freed", "that he left". */
static plx_claim_unit unjoined(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    plx_claim_unit out = *u;
    while (out.begin + 2 < out.end && out.begin < u->head) {
        const plx_token *k = &an->tokens[out.begin];
        bool joins =
            k->upos == PLX_UPOS_PUNCT ||
            (k->upos == PLX_UPOS_CCONJ &&
             (plx_token_is(k, "and") || plx_token_is(k, "but") || plx_token_is(k, "or"))) ||
            (k->upos == PLX_UPOS_SCONJ && plx_token_is(k, "that"));
        if (!joins || plx_str_eq(k->form, PLX_S("\"")) || plx_str_eq(k->form, PLX_S("["))) {
            break;
        }
        out.begin++;
    }
    if (out.begin > u->begin) {
        out.span.begin = an->tokens[out.begin].span.begin;
    }
    return out;
}

bool plx_reconcile__is_open(const plx_story *s, const plx_claim_unit *whole) {
    plx_claim_unit u = unjoined(s, whole);
    return u.end > u.begin && is_open(s->annotations[u.account], &u);
}

/* "that the men had built", "of whom two", "whose family left". */
static bool has_relative(const plx_annotation *an, const plx_claim_unit *u) {
    for (uint32_t t = u->begin; t < u->end && t < u->begin + 4; t++) {
        const plx_token *k = &an->tokens[t];
        if ((t == u->begin && plx_subject__is_relative(k)) || plx_token_is(k, "whom") ||
            plx_token_is(k, "whose") || (t > u->begin && plx_token_is(k, "which"))) {
            return true;
        }
    }
    return false;
}

/* "Ortiz] has left": a bracket that closes and does not open, or the other way round. */
static bool breaks_bracket(plx_str words) {
    int open = 0;
    bool broken = false;
    for (size_t i = 0; i < words.n; i++) {
        open += words.p[i] == '[' ? 1 : words.p[i] == ']' ? -1 : 0;
        broken = broken || open < 0;
    }
    return broken || open != 0;
}

/* A sentence from its beginning, with a finite verb and a noun before it: the tree has its subject
 * as part of something else ("After 41 hours of talks the two agreed"). */
static bool opens_sentence(const plx_annotation *an, const plx_claim_unit *u) {
    bool noun = false;
    for (uint32_t t = u->begin; t < u->head; t++) {
        plx_upos upos = (plx_upos)an->tokens[t].upos;
        noun = noun || upos == PLX_UPOS_NOUN || upos == PLX_UPOS_PROPN;
    }
    return noun && u->kind == PLX_CLAUSE_MAIN && u->begin == an->sentences[u->sentence].begin &&
           is_finite(an, u);
}

double plx_reconcile__whole(const plx_story *s, const plx_claim_unit *joined) {
    const plx_annotation *an = s->annotations[joined->account];
    const plx_claim_unit own = unjoined(s, joined), *u = &own;
    if (u->end <= u->begin || !an->has_tree) {
        return 1.0;
    }
    bool phrase = u->kind == PLX_CLAUSE_NOMINAL || u->kind == PLX_CLAUSE_COMPANY ||
                  u->kind == PLX_CLAUSE_APPOSITION || u->kind == PLX_CLAUSE_PURPOSE;
    if (phrase) {
        return 0.1;
    }
    if (is_cut(an, u) || breaks_off(an, u) || is_open(an, u)) {
        return 0.2;
    }
    plx_str before, behind;
    if (breaks_bracket(plx_str_at(an->account->text, u->span))) {
        return 0.3;
    }
    if (only_introduces(an, u) || !even_marks(an->account->text, u->span, &before, &behind)) {
        return 0.3;
    }
    if (begins_inside(an, u)) {
        return 0.4;
    }
    for (uint32_t t = u->begin; t < u->end && t < u->begin + 4; t++) {
        if (plx_token_is(&an->tokens[t], "whom")) {
            return 0.3; /* "both of whom were hurt" */
        }
    }
    uint32_t lead = u->begin; /* "not just after they left", "simply because they stayed" */
    while (lead + 1 < u->end && lead < u->begin + 3 &&
           (an->tokens[lead].upos == PLX_UPOS_ADV || an->tokens[lead].upos == PLX_UPOS_PART)) {
        lead++;
    }
    if (lead > u->begin && an->tokens[lead].upos == PLX_UPOS_SCONJ) {
        return 0.3;
    }
    uint32_t subject = plx_subject__own(an, u);
    if (subject == PLX_NONE || plx_subject__is_relative(&an->tokens[subject])) {
        return PLX_MAX(completed(s, u), is_heading(an, u) || opens_sentence(an, u) ? 0.7 : 0.25);
    }
    const plx_token *first = &an->tokens[u->begin];
    bool verb = first->upos == PLX_UPOS_AUX || first->upos == PLX_UPOS_VERB;
    if (verb && subject > u->begin && (first->feats & PLX_FEAT_FIN)) {
        return 0.3; /* "was evidence that the men had gone": the subject found is another verb's */
    }
    if (!is_finite(an, u)) {
        return is_heading(an, u) ? 0.7 : is_headline_verb(an, u, subject) ? 0.6 : 0.3;
    }
    if (u->kind == PLX_CLAUSE_RELATIVE && (has_relative(an, u) || subject == u->begin)) {
        return 0.3; /* "that the men had built", "we should not delve into": what stands before it
                     */
    }
    const plx_token *who = &an->tokens[subject];
    bool leans = who->upos == PLX_UPOS_PRON && who->deprel != PLX_DEP_expl;
    return leans || counts_from_before(an, u) || speaks_in_person(an, u, u->begin) ? 0.75 : 1.0;
}

/* ---- the words
 * ----------------------------------------------------------------------------------- */

/* Words that tie a clause to the text before and say nothing themselves. */
static bool is_link(const plx_annotation *an, uint32_t t, uint32_t end, uint32_t head) {
    static const plx_str words[] = {
        PLX_S_INIT("additionally"), PLX_S_INIT("also"),      PLX_S_INIT("besides"),
        PLX_S_INIT("but"),          PLX_S_INIT("first"),     PLX_S_INIT("furthermore"),
        PLX_S_INIT("hence"),        PLX_S_INIT("however"),   PLX_S_INIT("indeed"),
        PLX_S_INIT("meanwhile"),    PLX_S_INIT("moreover"),  PLX_S_INIT("nevertheless"),
        PLX_S_INIT("nonetheless"),  PLX_S_INIT("second"),    PLX_S_INIT("secondly"),
        PLX_S_INIT("so"),           PLX_S_INIT("therefore"), PLX_S_INIT("third"),
        PLX_S_INIT("thirdly"),      PLX_S_INIT("thus"),
    };
    static const plx_str conjunctions[] = {
        PLX_S_INIT("after"), PLX_S_INIT("although"), PLX_S_INIT("as"),      PLX_S_INIT("because"),
        PLX_S_INIT("since"), PLX_S_INIT("that"),     PLX_S_INIT("though"),  PLX_S_INIT("until"),
        PLX_S_INIT("when"),  PLX_S_INIT("where"),    PLX_S_INIT("whereas"), PLX_S_INIT("while")};
    const plx_token *k = &an->tokens[t];
    if (k->upos == PLX_UPOS_PUNCT || k->upos == PLX_UPOS_CCONJ) {
        return !plx_token_is(k, "either") && !plx_token_is(k, "neither") &&
               !plx_token_is(k, "both") && !plx_token_is(k, "["); /* "[Ortiz] has left" */
    }
    if (plx_str_lookup(conjunctions, PLX_COUNT(conjunctions), k->fold) != PLX_NONE) {
        bool that = plx_token_is(k, "that") && k->upos == PLX_UPOS_SCONJ;
        return that ||
               (k->head == head && (k->deprel == PLX_DEP_mark || k->deprel == PLX_DEP_advmod));
    }
    bool linking = plx_str_lookup(words, PLX_COUNT(words), k->fold) != PLX_NONE;
    bool set_off = t + 1 < end && plx_token_is_punct(&an->tokens[t + 1], ",");
    return linking && (set_off || plx_token_is(k, "so"));
}

/* "CALDER, June 3 (Wire) — Dockers stopped work": where the report behind the dateline begins. */
static uint32_t past_dateline(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_sentence *s = &an->sentences[u->sentence];
    plx_str text = an->account->text;
    uint32_t from = an->tokens[u->begin].span.begin;
    bool capitals = an->tokens[u->begin].form.n > 2;
    for (size_t i = 0; i < an->tokens[u->begin].form.n; i++) {
        char c = an->tokens[u->begin].form.p[i];
        capitals = capitals && !(c >= 'a' && c <= 'z');
    }
    bool bracket = u->begin == s->begin + 1 && plx_token_is_punct(&an->tokens[s->begin], "(");
    if (!capitals || !(u->begin == s->begin || bracket) || !s->paragraph_start) {
        return u->begin;
    }
    for (uint32_t t = u->begin + 1; t < u->begin + 3 && t + 3 < u->end; t++) {
        if (plx_token_is_punct(&an->tokens[t], ")")) { /* "Wire) Dockers stopped work" */
            return t + 1;
        }
    }
    for (uint32_t t = u->begin + 1;
         t + 2 < u->end && an->tokens[t].span.end < from + MOST_DATELINE_BYTES; t++) {
        plx_str mark = plx_str_at(text, an->tokens[t].span);
        if (plx_str_eq(mark, PLX_S("—")) || plx_str_eq(mark, PLX_S("–")) ||
            (plx_str_eq(mark, PLX_S("-")) && an->tokens[t].space_before &&
             an->tokens[t + 1].space_before)) {
            return t + 1;
        }
    }
    return u->begin;
}

/* "[Mara Ortiz:] we must thank them": who says so, of words that are somebody's own and do not say
 * whose. Empty when they are not, or it is not known. */
static plx_str own_words_of(const plx_story *s, const plx_claim_unit *u, plx_str words,
                            uint32_t begin, plx_arena *arena) {
    bool marked = plx_str_contains(words, PLX_S("\"")) || plx_str_contains(words, PLX_S("”")) ||
                  plx_str_contains(words, PLX_S("“"));
    if (marked || u->claimant == PLX_NONE || !s->entities.p[u->claimant].name.n ||
        !speaks_in_person(s->annotations[u->account], u, begin)) {
        return (plx_str){NULL, 0};
    }
    return plx_str_format(arena, "%.*s:", PLX_FMT(s->entities.p[u->claimant].name));
}

/* "[Mara Ortiz] speaking at the gate": what began its sentence does so no longer. */
static plx_str bracketed(plx_str who, plx_str words, bool began, plx_arena *arena) {
    if (began && words.n > 1 && words.p[0] >= 'A' && words.p[0] <= 'Z' && words.p[1] >= 'a' &&
        words.p[1] <= 'z') {
        return plx_str_format(arena, "[%.*s] %c%.*s", PLX_FMT(who), words.p[0] - 'A' + 'a',
                              PLX_FMT(plx_str_slice(words, 1, words.n)));
    }
    return plx_str_format(arena, "[%.*s] %.*s", PLX_FMT(who), PLX_FMT(words));
}

uint32_t plx_reconcile__named_subject(const plx_story *s, const plx_claim_unit *joined) {
    const plx_annotation *an = s->annotations[joined->account];
    const plx_claim_unit own = unjoined(s, joined), *u = &own;
    if (u->end <= u->begin) {
        return PLX_NONE;
    }
    uint32_t subject = plx_subject__own(an, u), of = PLX_NONE;
    if (subject == PLX_NONE || plx_subject__is_relative(&an->tokens[subject])) {
        of = plx_subject__takes(an, u) ? plx_subject__understood(s, u) : PLX_NONE;
    } else if (an->tokens[subject].upos == PLX_UPOS_PRON) {
        of = subject;
    }
    return of == PLX_NONE ? PLX_NONE : plx_subject__entity_at(s, u->account, of);
}

/* "2023-11" as "November 2023", "2023-11-04" as "4 November 2023"; empty for others. */
static plx_str day_words(plx_str value, plx_arena *arena) {
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    bool digits = value.n == 7 || value.n == 10;
    for (size_t i = 0; i < value.n; i++) {
        bool dash = i == 4 || i == 7;
        digits = digits && (dash ? value.p[i] == '-' : value.p[i] >= '0' && value.p[i] <= '9');
    }
    int month = digits ? (value.p[5] - '0') * 10 + value.p[6] - '0' : 0;
    if (month < 1 || month > 12) {
        return (plx_str){NULL, 0};
    }
    plx_str year = plx_str_slice(value, 0, 4);
    if (value.n == 7) {
        return plx_str_format(arena, "%s %.*s", months[month - 1], PLX_FMT(year));
    }
    int day = (value.p[8] - '0') * 10 + value.p[9] - '0';
    return plx_str_format(arena, "%d %s %.*s", day, months[month - 1], PLX_FMT(year));
}

/* "released the following month [November 2023]": words [at.begin, at.end) of the text, with the
 * date behind what counts from the text before. */
static plx_str dated(const plx_annotation *an, const plx_claim_unit *u, plx_span at,
                     plx_arena *arena) {
    plx_str text = an->account->text;
    for (size_t i = 0; counts_from_before(an, u) && i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        plx_str when = t->relative && t->has_days && plx_span_contains(at, t->span)
                           ? day_words(t->value, arena)
                           : (plx_str){NULL, 0};
        if (when.n) {
            return plx_str_format(arena, "%.*s [%.*s]%.*s",
                                  PLX_FMT(plx_str_slice(text, at.begin, t->span.end)),
                                  PLX_FMT(when), PLX_FMT(plx_str_slice(text, t->span.end, at.end)));
        }
    }
    return plx_str_at(text, at);
}

plx_str plx_reconcile__unit_words(const plx_story *s, const plx_claim_unit *joined,
                                  plx_arena *arena) {
    const plx_annotation *an = s->annotations[joined->account];
    const plx_claim_unit bare = unjoined(s, joined), *u = &bare;
    plx_str text = an->account->text;
    if (u->end <= u->begin) {
        return plx_str_at(text, u->span);
    }
    uint32_t b = past_dateline(an, u);
    b = b == u->begin ? phrase_begin(an, u) : b;
    while (b + 3 < u->end && is_link(an, b, u->end, u->head)) {
        b++;
    }
    uint32_t subject = plx_subject__own(an, u);
    plx_str who = {NULL, 0};
    if (subject == PLX_NONE || plx_subject__is_relative(&an->tokens[subject])) {
        bool named;
        who = plx_subject__takes(an, u) ? plx_subject__words(s, u, &named) : who;
        const char *helper = b == u->head ? plx_subject__helper(s, u) : NULL;
        if (who.n && helper) {
            who = plx_str_format(arena, "%.*s %s", PLX_FMT(who), helper);
        }
        if (who.n && plx_subject__is_relative(&an->tokens[b]) && b + 1 < u->end) {
            b++;
        }
    } else if (subject == b && b + 1 < u->end) {
        who = plx_subject__called(s, u->account, b);
        b += who.n > 0;
    }
    plx_span own = {an->tokens[b].span.begin, u->span.end};
    plx_str words = dated(an, u, own, arena), before, behind;
    if (even_marks(text, own, &before, &behind) && (before.n || behind.n)) {
        words =
            plx_str_format(arena, "%.*s%.*s%.*s", PLX_FMT(before), PLX_FMT(words), PLX_FMT(behind));
    }
    who = who.n ? who : own_words_of(s, u, words, b, arena);
    return who.n ? bracketed(who, words, b == an->sentences[u->sentence].begin, arena) : words;
}
