/* Cues and what stands under them: he said that … · urged Hamas to … · …, according to Lee · her
 * claim that … */
#include "find/quote_extent.h"

static const plx_token *tok(const plx_quoter *q, uint32_t i) { return plx_quote__token(q, i); }
static plx_deprel rel_of(const plx_quoter *q, uint32_t t) {
    return plx_deps__base((plx_deprel)tok(q, t)->deprel);
}

/* True when the range holds one stretch of the draft and nothing else. */
static bool is_one_stretch(const plx_quoter *q, uint32_t draft, plx_range r) {
    uint32_t i = q->inside[r.begin];
    if (i == PLX_NONE || q->stretch[i].draft != draft) {
        return false;
    }
    for (uint32_t t = r.begin; t < r.end; t++) {
        if (q->inside[t] != i && tok(q, t)->upos != PLX_UPOS_PUNCT) {
            return false;
        }
    }
    return true;
}

/* Makes or completes the draft of the cue with the content; takes up the stretches inside. */
static void give(plx_quoter *q, uint32_t n, plx_range r) {
    plx_draft *d = &q->drafts.p[n];
    while (r.begin < r.end && tok(q, r.begin)->upos == PLX_UPOS_PUNCT &&
           q->inside[r.begin] == PLX_NONE) {
        r.begin++;
    }
    if (r.begin >= r.end) {
        return;
    }
    for (uint32_t t = r.begin; t < r.end; t++) {
        uint32_t i = q->inside[t];
        if (i == PLX_NONE) {
            continue;
        }
        plx_stretch *s = &q->stretch[i];
        if (s->draft == PLX_NONE) {
            s->draft = n;
            plx_vec_push(&d->stretches, q->arena, i);
        }
        if (s->draft == n) { /* whole, when it is not a long speech that began before */
            r.begin = PLX_MIN(r.begin, s->outer.begin);
            r.end = PLX_MAX(r.end, s->outer.end);
            t = PLX_MAX(t, s->outer.end - 1);
        }
    }
    for (uint32_t t = r.begin; t < r.end; t++) {
        q->taken[t] = n;
    }
    if (is_one_stretch(q, n, r)) {
        d->direct = true;
        return;
    }
    plx_vec_push(&d->content, q->arena, r);
}

static bool free_range(const plx_quoter *q, plx_range r) {
    uint32_t words = 0;
    for (uint32_t t = r.begin; t < r.end; t++) {
        if (q->taken[t] != PLX_NONE) {
            return false;
        }
        if (q->inside[t] != PLX_NONE && q->stretch[q->inside[t]].draft != PLX_NONE) {
            return false;
        }
        words += tok(q, t)->upos != PLX_UPOS_PUNCT;
    }
    return words > 0;
}

static uint32_t start(plx_quoter *q, uint32_t cue, plx_cue_kind kind) {
    uint32_t n = plx_quote__add(q, cue, kind);
    q->taken[cue] = n;
    plx_quote__find_source(q, &q->drafts.p[n]);
    return n;
}

/* “X did Y, he said”: the cue hangs under (or over) what is said. */
static bool fronted(plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    uint32_t up = tok(q, verb)->head;
    if (tok(q, verb)->deprel != PLX_DEP_parataxis || up == PLX_NONE || up >= q->an->n_tokens ||
        (cue->takes & (PLX_TAKES_THAT | PLX_TAKES_QUOTE)) == 0 ||
        plx_deps__own_subject(&q->deps, verb) == PLX_NONE) {
        return false;
    }
    plx_range whole = plx_quote__extent(q, up), own = plx_quote__extent(q, verb);
    plx_range left = {whole.begin, PLX_MIN(own.begin, whole.end)};
    plx_range right = {PLX_MIN(own.end, whole.end), whole.end};
    if (verb < up) {
        left.end = left.begin;
    }
    if (!free_range(q, left)) {
        return false;
    }
    uint32_t n = start(q, verb, cue->kind);
    give(q, n, left);
    if (right.end > right.begin + 1 && free_range(q, right)) {
        give(q, n, right);
    }
    return true;
}

bool plx_quote__is_modifier(const plx_quoter *q, uint32_t stretch) {
    const plx_stretch *s = &q->stretch[stretch];
    if (s->n_words != 1 || s->outer.end >= q->an->n_tokens) {
        return false;
    }
    plx_upos next = (plx_upos)tok(q, s->outer.end)->upos;
    return next == PLX_UPOS_NOUN || next == PLX_UPOS_ADJ || next == PLX_UPOS_PROPN;
}

/* "called it a farce", "described the plan as “unfair”": object and what is said of it. */
static plx_range naming_content(const plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    plx_range none = {0, 0};
    uint32_t t = verb + 1;
    bool names = (cue->takes & PLX_TAKES_AS) != 0 ||
                 ((cue->takes & PLX_TAKES_NP) != 0 && (cue->takes & PLX_TAKES_QUOTE) != 0);
    if (t >= plx_quote__sentence_end(q, verb) || !plx_quote__begins_phrase(q, t)) {
        return none;
    }
    uint32_t end = plx_quote__phrase_end(q, t);
    bool as = false, marks = false, scare = true; /* sold “magic” stones */
    for (uint32_t k = t; k < end; k++) {
        uint32_t i = q->inside[k];
        as |= plx_token_is(tok(q, k), "as") && i == PLX_NONE;
        marks |= i != PLX_NONE;
        scare &= i == PLX_NONE || plx_quote__is_modifier(q, i);
    }
    if ((names && (as || marks)) || (marks && !scare && (cue->takes & PLX_TAKES_NP) != 0)) {
        return (plx_range){t, end};
    }
    return none;
}

/* "urged them to go", "called on Lee to go": from the object on. */
static plx_range request_content(const plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    plx_range none = {0, 0};
    uint32_t t = verb + 1, end = plx_quote__sentence_end(q, verb);
    bool call_on =
        plx_str_eq(cue->lemma, PLX_S("call")) && t + 1 < end && plx_token_is(tok(q, t), "on");
    if (!call_on && ((cue->takes & PLX_TAKES_TO) == 0 || (cue->takes & PLX_TAKES_ADDR) == 0)) {
        return none;
    }
    t += call_on;
    if (t >= end || !plx_quote__begins_phrase(q, t)) {
        return none;
    }
    for (uint32_t k = t + 1; k + 1 < end && k < t + 16; k++) {
        const plx_token *tk = tok(q, k);
        if (plx_token_is(tk, "to") &&
            (tok(q, k + 1)->upos == PLX_UPOS_VERB || tok(q, k + 1)->upos == PLX_UPOS_AUX ||
             q->inside[k + 1] != PLX_NONE || tok(q, k + 1)->upos == PLX_UPOS_ADV)) {
            return (plx_range){t, plx_quote__content_end(q, verb, k)};
        }
        if (tk->upos == PLX_UPOS_VERB || tk->upos == PLX_UPOS_AUX || tk->upos == PLX_UPOS_SCONJ ||
            (tk->upos == PLX_UPOS_PUNCT && q->inside[k] == PLX_NONE && k < t + 2)) {
            return none;
        }
    }
    return none;
}

/* Begin of the noun phrase that ends before the verb; the verb when there is none. */
static uint32_t subject_begin(const plx_quoter *q, uint32_t verb, uint32_t first) {
    uint32_t b = verb;
    while (b > first && verb - b < 14) {
        plx_upos u = (plx_upos)tok(q, b - 1)->upos;
        if (u == PLX_UPOS_CCONJ && b > first + 1 && tok(q, b)->upos == PLX_UPOS_PROPN &&
            tok(q, b - 2)->upos == PLX_UPOS_PROPN) {
            b--; /* "Lee and Roe said" */
            continue;
        }
        if (u == PLX_UPOS_PUNCT || u == PLX_UPOS_CCONJ || u == PLX_UPOS_SCONJ ||
            (u == PLX_UPOS_VERB && b != verb) || q->inside[b - 1] != PLX_NONE) {
            break;
        }
        b--;
    }
    return b;
}

/* Behind a cue in the middle or at the end: who was told, when, where: "the head told her on
 * Friday,". The token of the mark that ends it, or PLX_NONE. */
static uint32_t cue_tail(const plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    uint32_t end = plx_quote__sentence_end(q, verb);
    bool told = (cue->takes & PLX_TAKES_ADDR) != 0;
    for (uint32_t t = verb + 1; t < end && t <= verb + 9; t++) {
        const plx_token *tk = tok(q, t);
        if (q->inside[t] != PLX_NONE) {
            return PLX_NONE;
        }
        if (tk->upos == PLX_UPOS_PUNCT) {
            bool stop = plx_token_is_punct(tk, ".") || plx_token_is_punct(tk, ",");
            return stop ? t : PLX_NONE;
        }
        bool place = tk->upos == PLX_UPOS_ADP && !plx_token_is(tk, "of") &&
                     !plx_token_is(tk, "about") && !plx_token_is(tk, "for");
        if (t == verb + 1 && !told && !place && !plx_quote__is_time(q, t) &&
            tk->upos != PLX_UPOS_ADV) {
            return PLX_NONE;
        }
        if (tk->upos == PLX_UPOS_VERB || tk->upos == PLX_UPOS_AUX || tk->upos == PLX_UPOS_SCONJ ||
            tk->upos == PLX_UPOS_PART || plx_token_is(tk, "that")) {
            return PLX_NONE;
        }
    }
    return PLX_NONE;
}

/* What is said stands behind the cue, so not before it. */
static bool complement_follows(const plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    uint32_t end = plx_quote__sentence_end(q, verb);
    if (plx_quote__marked_begin(q, verb, cue->takes) != PLX_NONE ||
        plx_quote__bare_clause(q, verb)) {
        return true;
    }
    if (verb + 1 < end && !plx_str_eq(cue->lemma, PLX_S("say")) &&
        plx_quote__begins_phrase(q, verb + 1) && !plx_quote__is_time(q, verb + 1)) {
        return true;
    }
    for (uint32_t t = verb + 1; t < end && t < verb + 14; t++) {
        if (q->inside[t] != PLX_NONE) {
            return true;
        }
    }
    uint32_t head = plx_quote__clause_under(q, verb, cue->takes);
    return head != PLX_NONE && q->deps.right[head] - q->deps.left[head] > 2;
}

/* A clause of circumstance begins here. */
static bool is_circumstance(const plx_quoter *q, uint32_t t) {
    static const char *const opens[] = {"while", "although", "though", "as",    "when",
                                        "if",    "after",    "before", "since", "because"};
    for (size_t i = 0; i < PLX_COUNT(opens); i++) {
        if (plx_token_is(tok(q, t), opens[i])) {
            return true;
        }
    }
    return false;
}

/* "The road, he said, was closed" · "Sales were good, he said on Monday": speech around the cue. */
static bool around(plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    const plx_sentence *s = &q->an->sentences[tok(q, verb)->sentence];
    if ((cue->takes & PLX_TAKES_THAT) == 0 ||
        (cue->kind != PLX_CUE_SPEECH && cue->kind != PLX_CUE_THOUGHT) ||
        !plx_quote__is_finite(q, verb)) {
        return false;
    }
    uint32_t b = subject_begin(q, verb, s->begin);
    uint32_t tail = cue_tail(q, verb, cue);
    bool closes = tail != PLX_NONE && tail + 1 >= s->end;
    if (!closes && is_circumstance(q, s->begin)) {
        return false; /* and then the narration */
    }
    if (plx_token_is(tok(q, b), "which") || plx_token_is(tok(q, b), "who")) {
        return false;
    }
    if (b <= s->begin + 1 || b == verb || !plx_token_is_punct(tok(q, b - 1), ",") ||
        q->inside[b - 1] != PLX_NONE || tok(q, b)->upos == PLX_UPOS_ADP) {
        return false;
    }
    uint32_t behind = verb + 2;
    if (behind < s->end && q->inside[behind] != PLX_NONE &&
        plx_quote__opens_upper(q, q->inside[behind])) {
        return false; /* Yet sales were bad -- Lee said, “We did well.” */
    }
    uint32_t from = s->begin; /* behind a clause that is another's */
    for (uint32_t t = s->begin; t + 1 < b; t++) {
        if (q->taken[t] != PLX_NONE || plx_token_is_punct(tok(q, t), ";")) {
            from = t + 1;
        }
    }
    uint32_t words = 0;
    for (uint32_t t = from; t + 1 < b; t++) {
        words += tok(q, t)->upos != PLX_UPOS_PUNCT;
    }
    uint32_t mark = tail != PLX_NONE ? tail : verb + 1;
    plx_range left = {from, b - 1}, right = {mark + 1, mark + 1};
    bool comma = mark + 1 < s->end && plx_token_is_punct(tok(q, mark), ",");
    if (comma) {
        right.end = plx_quote__content_end(q, verb, right.begin);
    }
    if (words == 0 || !free_range(q, left)) {
        return false;
    }
    comma = comma && right.begin < right.end && !plx_quote__is_participle_cue(q, right.begin) &&
            !is_circumstance(q, right.begin) && free_range(q, right);
    if (!comma && (words < 3 || (tail == PLX_NONE && complement_follows(q, verb, cue)))) {
        return false;
    }
    uint32_t n = start(q, verb, cue->kind);
    give(q, n, left);
    if (comma) {
        give(q, n, right);
    }
    return true;
}

/* Extends over a quotation that begins where the range ends. */
static plx_range with_stretch(const plx_quoter *q, plx_range r) {
    uint32_t end = plx_quote__sentence_end(q, r.begin);
    for (uint32_t t = r.end; t < end && t <= r.end + 1; t++) {
        uint32_t i = q->inside[t];
        if (i != PLX_NONE && q->stretch[i].draft == PLX_NONE) {
            r.end = PLX_MIN(end, q->stretch[i].outer.end);
            break;
        }
    }
    return r;
}

/* Words of the narration before the content: what another cue has taken, and a semicolon. */
static uint32_t content_begin(const plx_quoter *q, uint32_t end) {
    uint32_t from = q->an->sentences[tok(q, end)->sentence].begin;
    for (uint32_t t = from; t < end; t++) {
        if (q->taken[t] != PLX_NONE || plx_token_is_punct(tok(q, t), ";") ||
            (q->inside[t] != PLX_NONE && q->stretch[q->inside[t]].draft != PLX_NONE)) {
            from = t + 1;
        }
    }
    return from;
}

/* "The road was closed, said Lee, a doctor." */
static bool inverted(plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    const plx_sentence *s = &q->an->sentences[tok(q, verb)->sentence];
    if (cue->kind != PLX_CUE_SPEECH || (cue->takes & PLX_TAKES_QUOTE) == 0 || verb < s->begin + 4 ||
        verb + 1 >= s->end || !plx_quote__is_finite(q, verb) ||
        !plx_token_is_punct(tok(q, verb - 1), ",") || q->inside[verb - 1] != PLX_NONE) {
        return false;
    }
    plx_upos next = (plx_upos)tok(q, verb + 1)->upos;
    if (next != PLX_UPOS_PROPN && next != PLX_UPOS_DET && next != PLX_UPOS_NOUN &&
        next != PLX_UPOS_ADJ && next != PLX_UPOS_NUM) {
        return false;
    }
    plx_range left = {content_begin(q, verb), verb - 1};
    bool finite = false;
    for (uint32_t t = left.begin; t < left.end; t++) {
        finite |= plx_quote__is_finite(q, t) || tok(q, t)->upos == PLX_UPOS_AUX;
    }
    for (uint32_t t = verb + 1; t < s->end; t++) { /* "Lee, a doctor, said the road was closed" */
        if (plx_token_is_punct(tok(q, t), ",")) {
            break;
        }
        if (plx_quote__is_finite(q, t)) {
            return false;
        }
    }
    if (!finite || !free_range(q, left)) {
        return false;
    }
    give(q, start(q, verb, cue->kind), left);
    return true;
}

static void verb_content(plx_quoter *q, uint32_t verb, const plx_cue_word *cue) {
    plx_range r = request_content(q, verb, cue);
    if (r.begin >= r.end) {
        r = plx_quote__clause_content(q, verb, cue);
    }
    if (r.begin >= r.end) {
        r = naming_content(q, verb, cue);
    }
    if (r.begin >= r.end) {
        if (fronted(q, verb, cue)) {
            return;
        }
        uint32_t last = PLX_NONE;
        uint32_t head = plx_quote__phrase_under(q, verb, cue->takes, &last);
        if (head == PLX_NONE) {
            return;
        }
        r = plx_quote__complement(q, verb, head);
        if (last != PLX_NONE) {
            r.end = PLX_MAX(r.end, q->deps.right[last]);
        }
        if (r.begin < r.end) {
            r = with_stretch(q, r);
        }
    }
    if (!free_range(q, r)) {
        return;
    }
    give(q, start(q, verb, cue->kind), r);
}

/* The noun phrase that begins at `t`: its last nominal, and where it ends. */
static uint32_t phrase_head(const plx_quoter *q, uint32_t t, uint32_t *end) {
    uint32_t head = PLX_NONE, limit = plx_quote__sentence_end(q, t);
    bool first = true;
    for (; t < limit; t++) {
        const plx_token *tk = tok(q, t);
        bool nominal = tk->upos == PLX_UPOS_NOUN || tk->upos == PLX_UPOS_PROPN ||
                       tk->upos == PLX_UPOS_PRON || tk->upos == PLX_UPOS_NUM;
        bool joins = tk->upos == PLX_UPOS_DET || tk->upos == PLX_UPOS_ADJ ||
                     tk->upos == PLX_UPOS_PART || tk->upos == PLX_UPOS_ADP ||
                     tk->upos == PLX_UPOS_CCONJ || tk->upos == PLX_UPOS_ADV;
        if (!nominal && !joins) {
            break;
        }
        first &= tk->upos != PLX_UPOS_ADP || head == PLX_NONE;
        if (nominal && first) {
            head = t;
        }
    }
    *end = t;
    return head;
}

/* "…, according to Lee" · "According to Lee, …" · "A, according to Lee, was B" */
static void according_to(plx_quoter *q, uint32_t t) {
    if (t + 2 >= q->an->n_tokens || !plx_token_is(tok(q, t + 1), "to")) {
        return;
    }
    const plx_sentence *s = &q->an->sentences[tok(q, t)->sentence];
    uint32_t end;
    uint32_t who = phrase_head(q, t + 2, &end);
    if (who == PLX_NONE) {
        return;
    }
    plx_range left = {content_begin(q, t), t}, right = {end, end};
    bool comma = end < s->end && plx_token_is_punct(tok(q, end), ",");
    bool turn = comma && end + 1 < s->end && tok(q, end + 1)->upos == PLX_UPOS_CCONJ;
    if (comma && !turn) { /* an apposition of the source may stand between */
        uint32_t from = end + 1;
        for (uint32_t k = from; left.end <= left.begin + 1 && k + 1 < s->end && k < from + 14;
             k++) {
            if (plx_quote__is_finite(q, k)) {
                break;
            }
            if (plx_token_is_punct(tok(q, k), ",")) {
                from = k + 1;
                break;
            }
        }
        right = (plx_range){from, plx_quote__content_end(q, t, from)};
    }
    bool use_left = left.end > left.begin + 1 && free_range(q, left);
    bool use_right = right.end > right.begin + 1 && free_range(q, right);
    if (!use_left && !use_right) {
        return;
    }
    uint32_t n = plx_quote__add(q, t, PLX_CUE_SPEECH);
    q->drafts.p[n].cue_words.end = t + 2;
    q->taken[t] = q->taken[t + 1] = n;
    plx_quote__set_source(q, &q->drafts.p[n], who);
    if (use_left) {
        give(q, n, left);
    }
    if (use_right) {
        give(q, n, right);
    }
}

/* her claim that … · his plan to … · their call for … */
static void noun_content(plx_quoter *q, uint32_t noun, const plx_cue_word *cue) {
    for (uint32_t c = q->deps.first[noun]; c != PLX_NONE; c = q->deps.next[c]) {
        plx_deprel rel = rel_of(q, c);
        if (c < noun) {
            continue;
        }
        bool that = (rel == PLX_DEP_acl || rel == PLX_DEP_ccomp) &&
                    tok(q, c)->deprel != PLX_DEP_acl_relcl && plx_quote__has_mark(q, c, "that");
        bool to = rel == PLX_DEP_acl && (cue->takes & PLX_TAKES_TO) != 0 &&
                  plx_quote__has_mark(q, c, "to");
        uint32_t word = rel == PLX_DEP_nmod ? plx_quote__case_of(q, c) : PLX_NONE;
        bool phrase =
            word != PLX_NONE &&
            (((cue->takes & PLX_TAKES_FOR) != 0 && plx_token_is(tok(q, word), "for")) ||
             ((cue->takes & PLX_TAKES_TOARG) != 0 && plx_token_is(tok(q, word), "to")) ||
             ((cue->takes & PLX_TAKES_OF) != 0 && plx_token_is(tok(q, word), "of")) ||
             ((cue->takes & PLX_TAKES_ONARG) != 0 && plx_token_is(tok(q, word), "on")) ||
             ((cue->takes & PLX_TAKES_ABOUT) != 0 &&
              (plx_token_is(tok(q, word), "about") || plx_token_is(tok(q, word), "over"))));
        if (!that && !to && !phrase) {
            continue;
        }
        plx_range r = plx_quote__complement(q, noun, c);
        if (free_range(q, r)) {
            give(q, start(q, noun, cue->kind), r);
        }
        return;
    }
}

/* "Lee: the road is closed", as headlines and transcripts have it. */
static void named_by_colon(plx_quoter *q, const plx_sentence *s) {
    if (!s->paragraph_start) {
        return;
    }
    uint32_t t = s->begin, names = 0;
    while (t < s->end && t < s->begin + 6 && tok(q, t)->upos == PLX_UPOS_PROPN) {
        names++;
        t++;
    }
    if (names == 0 || t + 4 > s->end || !plx_token_is_punct(tok(q, t), ":")) {
        return;
    }
    plx_range r = {t + 1, s->end};
    bool finite = false;
    for (uint32_t k = r.begin; k < r.end; k++) {
        finite |= plx_quote__is_finite(q, k) || tok(q, k)->upos == PLX_UPOS_VERB;
    }
    if (!finite || !free_range(q, r)) {
        return;
    }
    uint32_t n = plx_quote__add(q, t, PLX_CUE_SPEECH);
    q->taken[t] = n;
    plx_quote__set_source(q, &q->drafts.p[n], t - 1);
    give(q, n, r);
}

/* The cues that stand around or behind what is said come before those inside it. */
static void outer_cues(plx_quoter *q, const plx_sentence *s) {
    named_by_colon(q, s);
    for (uint32_t t = s->begin; t < s->end; t++) {
        if (q->taken[t] != PLX_NONE || q->inside[t] != PLX_NONE) {
            continue;
        }
        if (plx_token_is(tok(q, t), "according")) {
            according_to(q, t);
            continue;
        }
        const plx_cue_word *cue = plx_quote__cue_at(q, t);
        if (cue != NULL && cue->kind == PLX_CUE_SPEECH && !inverted(q, t, cue)) {
            around(q, t, cue);
        }
    }
}

static void inner_cues(plx_quoter *q, const plx_sentence *s) {
    for (uint32_t t = s->begin; t < s->end; t++) {
        if (q->taken[t] != PLX_NONE || q->inside[t] != PLX_NONE) {
            continue;
        }
        const plx_token *tk = tok(q, t);
        if (tk->upos == PLX_UPOS_NOUN) {
            const plx_cue_word *noun = plx_cue__noun(tk->lemma);
            if (noun != NULL) {
                noun_content(q, t, noun);
            }
            continue;
        }
        const plx_cue_word *cue = tk->upos == PLX_UPOS_ADJ && tk->deprel != PLX_DEP_amod
                                      ? plx_cue__adjective(tk->lemma)
                                      : plx_quote__cue_at(q, t);
        if (cue != NULL) {
            verb_content(q, t, cue);
        }
    }
}

void plx_quote__contents(plx_quoter *q) {
    if (!q->an->has_tree) {
        return;
    }
    for (size_t i = 0; i < q->an->n_sentences; i++) {
        outer_cues(q, &q->an->sentences[i]);
        inner_cues(q, &q->an->sentences[i]);
    }
}
