/* Quotation marks and the cue beside them: “…,” he said · she wrote: “…” · “…,” said Lee, “…” */
#include "find/quote_finder.h"

#include "base/utf8.h"

static const plx_token *tok(const plx_quoter *q, uint32_t i) { return plx_quote__token(q, i); }

static bool quotes_directly(const plx_cue_word *cue) { /* also "put it" */
    return cue != NULL && ((cue->takes & PLX_TAKES_QUOTE) != 0 ||
                           ((cue->takes & PLX_TAKES_THAT) != 0 && cue->kind != PLX_CUE_INTENTION));
}

static uint32_t last_cp(const plx_quoter *q, uint32_t i) {
    size_t end = q->marks.p[i].inner.end;
    uint32_t cp = plx_utf8_prev(q->an->account->text, &end);
    if (plx_cp_is_apostrophe(cp) && end > q->marks.p[i].inner.begin) {
        cp = plx_utf8_prev(q->an->account->text, &end);
    }
    return cp;
}

static bool is_word(const plx_token *t) {
    if (t->upos == PLX_UPOS_X) {
        return t->form.n > 0 && plx_cp_is_alnum((unsigned char)t->form.p[0]);
    }
    return t->upos != PLX_UPOS_PUNCT;
}

bool plx_quote__opens_upper(const plx_quoter *q, uint32_t i) {
    size_t pos = q->marks.p[i].inner.begin;
    while (pos < q->marks.p[i].inner.end) {
        uint32_t cp = plx_utf8_next(q->an->account->text, &pos);
        if (plx_cp_is_alnum(cp)) {
            return !plx_cp_is_lower(cp);
        }
    }
    return false;
}

/* True when the stretch stands where a sentence begins. */
static bool begins_sentence(const plx_quoter *q, uint32_t i) {
    uint32_t open = q->stretch[i].outer.begin;
    const plx_sentence *s = &q->an->sentences[tok(q, open)->sentence];
    if (open == s->begin) {
        return true;
    }
    const plx_token *before = tok(q, open - 1);
    return plx_token_is_punct(before, ".") || plx_token_is_punct(before, "?") ||
           plx_token_is_punct(before, "!");
}

/* Tokens from the stretch's close to the next stretch or the end of the sentence that goes on. */
static plx_range after_segment(const plx_quoter *q, uint32_t i) {
    const plx_annotation *an = q->an;
    uint32_t begin = q->stretch[i].outer.end;
    if (begin >= an->n_tokens) {
        return (plx_range){begin, begin};
    }
    uint32_t s = an->tokens[begin].sentence;
    const plx_sentence *sentence = &an->sentences[s];
    if (sentence->paragraph_start && sentence->begin == begin) {
        return (plx_range){begin, begin};
    }
    uint32_t end = sentence->end;
    uint32_t cp = last_cp(q, i);
    if (sentence->begin == begin && cp == '.' && end - begin > 8 &&
        !plx_cp_is_lower((unsigned char)an->tokens[begin].form.p[0])) {
        end = begin; /* a full stop inside: the next sentence is its own */
    }
    if (i + 1 < q->marks.n) {
        end = PLX_MIN(end, PLX_MAX(begin, q->stretch[i + 1].outer.begin));
    }
    return (plx_range){begin, end};
}

static bool in_side_clause(const plx_quoter *q, uint32_t t) {
    plx_deprel rel = (plx_deprel)tok(q, t)->deprel;
    return rel == PLX_DEP_acl_relcl || rel == PLX_DEP_acl || rel == PLX_DEP_advcl ||
           rel == PLX_DEP_advcl_relcl;
}

static bool is_subject_word(const plx_token *t) {
    if (t->upos == PLX_UPOS_X) {
        return t->form.n > 0 && plx_cp_is_alpha((unsigned char)t->form.p[0]);
    }
    return t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_NOUN;
}

/* A subject of the cue within the segment. */
static bool has_subject_in(const plx_quoter *q, uint32_t cue, plx_range seg) {
    uint32_t own = q->an->has_tree ? plx_deps__own_subject(&q->deps, cue) : PLX_NONE;
    if (own != PLX_NONE && own >= seg.begin && own < seg.end) {
        return true;
    }
    uint32_t t = cue;
    while (t > seg.begin &&
           (tok(q, t - 1)->upos == PLX_UPOS_ADV || tok(q, t - 1)->upos == PLX_UPOS_AUX)) {
        t--;
    }
    if (t > seg.begin &&
        (is_subject_word(tok(q, t - 1)) || plx_token_is_punct(tok(q, t - 1), ")"))) {
        return true;
    }
    if (t > seg.begin + 1 && plx_token_is_punct(tok(q, t - 1), ",") &&
        is_subject_word(tok(q, seg.begin))) {
        return true; /* "Lee, a doctor, said" */
    }
    t = cue + 1; /* inverted */
    return cue <= seg.begin + 1 && t < q->an->n_tokens &&
           (is_subject_word(tok(q, t)) || tok(q, t)->upos == PLX_UPOS_DET ||
            tok(q, t)->upos == PLX_UPOS_ADJ || tok(q, t)->upos == PLX_UPOS_NUM);
}

/* The cue at a token that the tagger may have taken for a noun: "…?” a neighbour asks." */
static const plx_cue_word *cue_by_form(const plx_quoter *q, uint32_t t, uint32_t end) {
    const plx_cue_word *cue = plx_quote__cue_at(q, t);
    const plx_token *tk = tok(q, t);
    if (cue != NULL || tk->upos == PLX_UPOS_VERB || tk->upos == PLX_UPOS_PUNCT) {
        return cue;
    }
    static const struct {
        const char *form, *lemma;
    } strong[] = {{"wrote", "write"},   {"thought", "think"}, {"felt", "feel"},  {"sang", "sing"},
                  {"spoke", "speak"},   {"knew", "know"},     {"read", "read"},  {"began", "begin"},
                  {"replies", "reply"}, {"went", "go"},       {"swore", "swear"}};
    bool last = t + 1 >= end || tok(q, t + 1)->upos == PLX_UPOS_PUNCT;
    plx_str f = tk->fold;
    if (!last || f.n < 4) {
        return NULL;
    }
    for (size_t i = 0; i < PLX_COUNT(strong); i++) {
        if (plx_str_eq(f, plx_str_of(strong[i].form))) {
            return plx_cue__verb(plx_str_of(strong[i].lemma));
        }
    }
    if (f.p[f.n - 1] == 's') {
        cue = plx_cue__verb(plx_str_slice(f, 0, f.n - 1));
    } else if (plx_str_ends(f, PLX_S("ed"))) {
        cue = plx_cue__verb(plx_str_slice(f, 0, f.n - 2));
        cue = cue != NULL ? cue : plx_cue__verb(plx_str_slice(f, 0, f.n - 1));
    }
    return cue;
}

/* Every word that is not short begins with a capital. */
static bool is_title_case(const plx_quoter *q, plx_range r) {
    uint32_t capitals = 0, words = 0;
    for (uint32_t t = r.begin; t < r.end; t++) {
        plx_str form = tok(q, t)->form;
        bool small = form.n > 0 && plx_cp_is_lower((unsigned char)form.p[0]);
        if (small && (t == r.begin || form.n > 4)) {
            return false;
        }
        words += is_word(tok(q, t));
        capitals += is_word(tok(q, t)) && !small;
    }
    return capitals > 1 || words == 1;
}

/* On Tuesday's episode of “The Morning Hour,” Lee said that ...: a title within a phrase of place
 * or time, before the sentence proper. */
static bool is_title_in_phrase(const plx_quoter *q, uint32_t i) {
    const plx_stretch *s = &q->stretch[i];
    uint32_t first = q->an->sentences[tok(q, s->outer.begin)->sentence].begin;
    if (first >= s->outer.begin || tok(q, first)->upos != PLX_UPOS_ADP || s->n_words > 8) {
        return false;
    }
    for (uint32_t t = first; t < s->outer.begin; t++) {
        if (plx_token_is_punct(tok(q, t), ",") || plx_quote__is_finite(q, t)) {
            return false;
        }
    }
    return is_title_case(q, s->inner);
}

/* “We are lost,” she sobbed: whatever the verb is, right behind who speaks it says how. */
static bool says_by_place(const plx_quoter *q, uint32_t i, uint32_t begin, uint32_t verb) {
    const plx_stretch *s = &q->stretch[i];
    if (s->n_words < 3 || !plx_quote__opens_upper(q, i) || tok(q, verb)->upos != PLX_UPOS_VERB ||
        !plx_quote__is_finite(q, verb) || in_side_clause(q, verb)) {
        return false;
    }
    if (verb == begin) { /* “…,” scoffed Ann Lee */
        uint32_t m = verb + 1 < q->an->n_tokens ? q->mention[verb + 1] : PLX_NONE;
        return m != PLX_NONE && q->an->mentions[m].kind == PLX_NAME &&
               q->an->mentions[m].type == PLX_PERSON;
    }
    if (!s->has_verb) {
        return false;
    }
    if (verb == begin + 1 && tok(q, begin)->upos == PLX_UPOS_PRON) {
        return plx_token_is(tok(q, begin), "he") || plx_token_is(tok(q, begin), "she") ||
               plx_token_is(tok(q, begin), "they");
    }
    for (uint32_t t = begin; t < verb; t++) {
        if (tok(q, t)->upos != PLX_UPOS_PROPN) {
            return false;
        }
    }
    return true;
}

/* Lee said it was “x,” ...: somebody's word of saying before the stretch has it. */
static bool led_in(const plx_quoter *q, uint32_t i) {
    uint32_t open = q->stretch[i].outer.begin;
    uint32_t first = q->an->sentences[tok(q, open)->sentence].begin;
    for (uint32_t t = open; t-- > first && q->inside[t] == PLX_NONE;) {
        const plx_cue_word *cue = plx_quote__cue_at(q, t);
        if (cue != NULL && cue->kind == PLX_CUE_SPEECH && (cue->takes & PLX_TAKES_THAT) != 0 &&
            plx_quote__is_finite(q, t)) {
            return true;
        }
    }
    return false;
}

/* “…,” he said. The cue verb behind the stretch, or PLX_NONE. */
static uint32_t cue_after(const plx_quoter *q, uint32_t i) {
    plx_range seg = after_segment(q, i);
    if (seg.begin >= seg.end || is_title_in_phrase(q, i)) {
        return PLX_NONE;
    }
    uint32_t open = q->stretch[i].outer.begin; /* "and said “…” The bond was denied." */
    if (open > 0 && tok(q, seg.begin)->sentence != tok(q, open)->sentence &&
        quotes_directly(plx_quote__cue_at(q, open - 1))) {
        return PLX_NONE;
    }
    uint32_t cp = last_cp(q, i);
    bool comma_outside = plx_token_is_punct(tok(q, seg.begin), ",");
    bool mark_inside =
        cp == ',' || cp == '?' || cp == '!' || cp == 0x2026 || cp == '.' || plx_cp_is_dash(cp);
    seg.begin += comma_outside;
    bool sure = mark_inside || comma_outside;
    bool at_begin = begins_sentence(q, i);
    bool led = !at_begin && led_in(q, i);
    bool scare = q->stretch[i].n_words <= 2 && !plx_quote__opens_upper(q, i);
    for (uint32_t t = seg.begin; t < seg.end && t < seg.begin + 45; t++) {
        const plx_token *tk = tok(q, t);
        if (t == seg.begin && tk->upos == PLX_UPOS_CCONJ && !at_begin) {
            return PLX_NONE;
        }
        const plx_cue_word *cue = cue_by_form(q, t, seg.end);
        if (cue != NULL && cue->kind == PLX_CUE_SPEECH && !at_begin && scare && t > seg.begin &&
            plx_str_ends(tk->fold, PLX_S("ing")) && plx_token_is_punct(tok(q, t - 1), ",")) {
            return PLX_NONE; /* the “x” of the day, adding that he would report: another's words */
        }
        bool apart = t > seg.begin && tok(q, t - 1)->upos == PLX_UPOS_ADP;
        bool object = comma_outside && t == seg.begin && t + 1 < seg.end &&
                      (tok(q, t + 1)->upos == PLX_UPOS_PRON || tok(q, t + 1)->upos == PLX_UPOS_DET);
        if (cue != NULL && !at_begin && (apart || object) && plx_str_ends(tk->fold, PLX_S("ing"))) {
            return PLX_NONE; /* it was “x”, calling it a shame · had done “y” in asking for more */
        }
        bool to = t > seg.begin && plx_token_is(tok(q, t - 1), "to"); /* “…” to prove it */
        if (quotes_directly(cue) && !to) {
            bool near = (sure && (!led || t <= seg.begin + 4)) || t <= seg.begin + 1 || at_begin;
            if (near && has_subject_in(q, t, seg)) {
                return t;
            }
        }
        if (sure && cp != '.' && t <= seg.begin + 5 && says_by_place(q, i, seg.begin, t)) {
            return t;
        }
        bool has_left = t > seg.begin && is_subject_word(tok(q, t - 1));
        if (has_left && plx_quote__is_finite(q, t) && tk->upos == PLX_UPOS_VERB &&
            !in_side_clause(q, t)) {
            return PLX_NONE;
        }
    }
    return PLX_NONE;
}

/* “…” — Ann Lee: the dash, when nothing but a name follows it up to the end of the sentence. */
static uint32_t signature(const plx_quoter *q, uint32_t i) {
    plx_range seg = after_segment(q, i);
    if (seg.begin + 1 >= seg.end || seg.end - seg.begin > 12) {
        return PLX_NONE;
    }
    size_t pos = tok(q, seg.begin)->span.begin;
    uint32_t cp = plx_utf8_next(q->an->account->text, &pos);
    if (!plx_cp_is_dash(cp) && cp != 0x2015) {
        return PLX_NONE;
    }
    for (uint32_t t = seg.begin + 1; t < seg.end; t++) {
        plx_upos u = (plx_upos)tok(q, t)->upos;
        if (u == PLX_UPOS_VERB || u == PLX_UPOS_AUX || u == PLX_UPOS_PRON) {
            return PLX_NONE;
        }
    }
    return tok(q, seg.begin + 1)->upos == PLX_UPOS_PROPN ? seg.begin : PLX_NONE;
}

static plx_range before_segment(const plx_quoter *q, uint32_t i) {
    uint32_t end = q->stretch[i].outer.begin;
    if (end == 0) {
        return (plx_range){0, 0};
    }
    const plx_sentence *own = &q->an->sentences[tok(q, end)->sentence];
    uint32_t begin = own->begin;
    if (begin == end) { /* the sentences may break at the mark; a colon or comma still leads in */
        const plx_token *last = tok(q, end - 1);
        if (!plx_token_is_punct(last, ":") && !plx_token_is_punct(last, ",")) {
            return (plx_range){end, end};
        }
        begin = q->an->sentences[last->sentence].begin;
    }
    if (i > 0) {
        begin = PLX_MAX(begin, q->stretch[i - 1].outer.end);
    }
    return (plx_range){PLX_MIN(begin, end), end};
}

/* The verb nearest before the stretch, when it can lead in speech and no other verb stands
 * between. */
static uint32_t verb_before(const plx_quoter *q, plx_range seg, uint32_t reach) {
    for (uint32_t t = seg.end; t-- > seg.begin && seg.end - t <= reach;) {
        const plx_cue_word *cue = plx_quote__cue_at(q, t);
        if (quotes_directly(cue)) {
            return t;
        }
        if (plx_quote__is_finite(q, t) && tok(q, t)->upos == PLX_UPOS_VERB &&
            !in_side_clause(q, t)) {
            return PLX_NONE;
        }
    }
    return PLX_NONE;
}

static bool only_name(const plx_quoter *q, plx_range seg) {
    for (uint32_t t = seg.begin; t < seg.end; t++) {
        plx_upos u = (plx_upos)tok(q, t)->upos;
        if (u != PLX_UPOS_PROPN && u != PLX_UPOS_NOUN && u != PLX_UPOS_PUNCT && u != PLX_UPOS_ADJ &&
            u != PLX_UPOS_DET) {
            return false;
        }
    }
    return seg.end - seg.begin <= 8;
}

/* She wrote: “…”. The cue before the stretch, or PLX_NONE. */
static uint32_t cue_before(const plx_quoter *q, uint32_t i) {
    plx_range seg = before_segment(q, i);
    if (seg.begin >= seg.end) {
        return PLX_NONE;
    }
    const plx_token *last = tok(q, seg.end - 1);
    if (plx_token_is_punct(last, ":")) {
        uint32_t verb = verb_before(q, seg, 40);
        if (verb != PLX_NONE) {
            return verb;
        }
        for (uint32_t t = seg.end; t-- > seg.begin;) {
            if (tok(q, t)->upos == PLX_UPOS_NOUN && plx_cue__noun(tok(q, t)->lemma) != NULL) {
                return t;
            }
        }
        return only_name(q, seg) ? seg.end - 1 : PLX_NONE;
    }
    bool lead = plx_token_is_punct(last, ",") || plx_token_is(last, "that") ||
                quotes_directly(plx_quote__cue_at(q, seg.end - 1));
    return lead ? verb_before(q, seg, 18) : PLX_NONE;
}

static uint32_t draft_of_cue(const plx_quoter *q, uint32_t cue) { return q->taken[cue]; }

static void join(plx_quoter *q, uint32_t draft, uint32_t i) {
    plx_indices *all = &q->drafts.p[draft].stretches;
    q->stretch[i].draft = draft;
    plx_vec_push(all, q->arena, i);
    for (size_t k = all->n - 1; k > 0 && all->p[k - 1] > all->p[k]; k--) {
        uint32_t swap = all->p[k];
        all->p[k] = all->p[k - 1];
        all->p[k - 1] = swap;
    }
}

/* True when the paragraph of the stretch is made of quotations alone. */
static bool fills_paragraph(const plx_quoter *q, uint32_t i) {
    const plx_annotation *an = q->an;
    uint32_t t = q->stretch[i].outer.begin, first, end = q->stretch[i].outer.end;
    uint32_t s = an->tokens[t].sentence;
    while (s > 0 && !an->sentences[s].paragraph_start) {
        s--;
    }
    first = an->sentences[s].begin;
    uint32_t last = an->tokens[end - 1].sentence;
    while (last + 1 < an->n_sentences && !an->sentences[last + 1].paragraph_start) {
        last++;
    }
    for (t = first; t < an->sentences[last].end; t++) {
        if (q->inside[t] == PLX_NONE && an->tokens[t].upos != PLX_UPOS_PUNCT) {
            return false;
        }
    }
    return true;
}

static uint32_t new_direct(plx_quoter *q, uint32_t cue) {
    const plx_cue_word *word = plx_quote__cue_at(q, cue);
    uint32_t n = plx_quote__add(q, cue, word != NULL ? word->kind : PLX_CUE_SPEECH);
    plx_draft *d = &q->drafts.p[n];
    d->direct = true;
    q->taken[cue] = n;
    if (plx_token_is_punct(tok(q, cue), ":") && cue > 0) {
        plx_quote__set_source(q, d, cue - 1);
    } else if (tok(q, cue)->upos == PLX_UPOS_PUNCT) {
        uint32_t head = cue + 1;
        while (head + 1 < q->an->n_tokens && tok(q, head + 1)->upos == PLX_UPOS_PROPN) {
            head++;
        }
        plx_quote__set_source(q, d, head);
    } else {
        plx_quote__find_source(q, d);
    }
    return n;
}

/* A word of saying between the two that leads in the later one: "…,” he said, adding that “…". */
static bool leads_in_anew(const plx_quoter *q, uint32_t cue, uint32_t end) {
    for (uint32_t t = cue + 1; t < end; t++) {
        const plx_cue_word *word = plx_quote__cue_at(q, t);
        if (quotes_directly(word) && word->kind == PLX_CUE_SPEECH && t + 8 >= end &&
            !plx_token_is_punct(tok(q, end - 1), ".")) {
            return true;
        }
    }
    return false;
}

/* told the show “Inside Story”: a name that goes on with the noun before it. */
static bool is_title_of_noun(const plx_quoter *q, uint32_t i) {
    const plx_stretch *s = &q->stretch[i];
    if (s->outer.begin == 0 || s->n_words > 6 || begins_sentence(q, i)) {
        return false;
    }
    plx_upos before = (plx_upos)tok(q, s->outer.begin - 1)->upos;
    if (before != PLX_UPOS_NOUN && before != PLX_UPOS_PROPN && before != PLX_UPOS_DET &&
        before != PLX_UPOS_ADP && !plx_token_is(tok(q, s->outer.begin - 1), "'s")) {
        return false;
    }
    return is_title_case(q, s->inner);
}

bool plx_quote__is_title(const plx_quoter *q, uint32_t stretch) {
    uint32_t open = q->stretch[stretch].outer.begin;
    plx_range before = {q->an->sentences[tok(q, open)->sentence].begin, open};
    bool whose =
        open > 0 && (plx_token_is(tok(q, open - 1), "'s") || plx_token_is(tok(q, open - 1), "’s"));
    return q->stretch[stretch].n_words > (whose ? 1u : 2u) && is_title_of_noun(q, stretch) &&
           !is_title_case(q, before); /* in a headline all words begin so */
}

/* True when nothing but the sentence with the earlier stretch's cue stands between the two. */
static bool only_cue_between(const plx_quoter *q, uint32_t earlier, uint32_t later) {
    uint32_t draft = q->stretch[earlier].draft;
    if (draft == PLX_NONE || q->drafts.p[draft].content.n > 0 || is_title_of_noun(q, later)) {
        return false;
    }
    uint32_t cue = q->drafts.p[draft].cue;
    uint32_t begin = q->stretch[earlier].outer.end, end = q->stretch[later].outer.begin;
    if (end < begin || end - begin > 80) {
        return false;
    }
    bool cue_inside = cue != PLX_NONE && cue >= begin && cue < end;
    uint32_t stops = 0;
    for (uint32_t t = begin; t < end; t++) {
        if (!cue_inside && is_word(tok(q, t))) {
            return false;
        }
        stops +=
            t + 1 < end && tok(q, t)->sentence != tok(q, t + 1)->sentence && is_word(tok(q, t + 1));
    }
    return stops == 0 && !(cue_inside && leads_in_anew(q, cue, end));
}

/* The stretch before it in the paragraph, titles left out; or PLX_NONE. */
static uint32_t speech_before(const plx_quoter *q, uint32_t i) {
    uint32_t k = i;
    while (k > 0 && q->marks.p[k - 1].paragraph == q->marks.p[i].paragraph) {
        k--;
        if (q->stretch[k].draft != PLX_NONE || !is_title_of_noun(q, k)) {
            return k;
        }
    }
    return PLX_NONE;
}

/* Words of the same sentence before the stretch that belong to what is said: It was "over," he
 * said. */
static void lead_words(plx_quoter *q, uint32_t i, uint32_t draft) {
    plx_range seg = before_segment(q, i);
    uint32_t words = 0;
    for (uint32_t t = seg.begin; t < seg.end; t++) {
        words += tok(q, t)->upos != PLX_UPOS_PUNCT;
        const plx_cue_word *cue = plx_quote__cue_at(q, t);
        if (cue != NULL && cue->kind == PLX_CUE_SPEECH && (cue->takes & PLX_TAKES_THAT) != 0) {
            return;
        }
    }
    if (words == 0) {
        return;
    }
    plx_range r = {seg.begin, q->stretch[i].outer.end};
    for (uint32_t t = r.begin; t < r.end; t++) {
        q->taken[t] = q->taken[t] == PLX_NONE ? draft : q->taken[t];
    }
    plx_vec_push(&q->drafts.p[draft].content, q->arena, r);
}

static bool attach(plx_quoter *q, uint32_t i) {
    const plx_marked *m = &q->marks.p[i];
    uint32_t after = cue_after(q, i);
    if (after == PLX_NONE) {
        after = signature(q, i);
    }
    if (m->previous != PLX_NONE && q->stretch[m->previous].draft != PLX_NONE) {
        uint32_t draft = q->stretch[m->previous].draft;
        join(q, draft, i);
        plx_draft *d = &q->drafts.p[draft];
        if (d->cue == PLX_NONE && after != PLX_NONE) {
            d->cue = after;
            d->cue_words = (plx_range){after, after + 1};
            q->taken[after] = draft;
            plx_quote__find_source(q, d);
        }
        return true;
    }
    if (after != PLX_NONE && draft_of_cue(q, after) == PLX_NONE) {
        uint32_t draft = new_direct(q, after);
        join(q, draft, i);
        for (uint32_t k = m->previous; k != PLX_NONE && q->stretch[k].draft == PLX_NONE;
             k = q->marks.p[k].previous) {
            join(q, draft, k); /* its earlier paragraphs */
        }
        if (!begins_sentence(q, i)) {
            lead_words(q, i, draft);
        }
        return true;
    }
    uint32_t earlier = speech_before(q, i);
    if (earlier != PLX_NONE && only_cue_between(q, earlier, i)) {
        join(q, q->stretch[earlier].draft, i);
        return true;
    }
    return false;
}

void plx_quote__direct(plx_quoter *q) {
    for (uint32_t i = 0; i < q->marks.n; i++) {
        attach(q, i);
    }
}

/* A cue before it, or a draft that it goes on with. */
static bool attach_before(plx_quoter *q, uint32_t i) {
    uint32_t before = cue_before(q, i);
    if (before != PLX_NONE) {
        uint32_t draft = draft_of_cue(q, before);
        join(q, draft != PLX_NONE ? draft : new_direct(q, before), i);
        return true;
    }
    uint32_t earlier = speech_before(q, i);
    if (earlier != PLX_NONE && only_cue_between(q, earlier, i)) {
        join(q, q->stretch[earlier].draft, i);
        return true;
    }
    return false;
}

/* ---- what is left ------------------------------------------------------------------------------
 */

static bool reads_like_speech(const plx_quoter *q, uint32_t i) {
    const plx_stretch *s = &q->stretch[i];
    uint32_t cp = last_cp(q, i);
    bool stop = cp == '.' || cp == '!' || cp == '?' || cp == ',';
    if (!begins_sentence(q, i)) {
        return s->n_words >= 7 && s->has_verb;
    }
    bool titled = cp == ',' && is_title_case(q, s->inner); /* “Tales of the Sea,” a series that … */
    return s->n_words >= 3 && (stop || q->marks.p[i].close_lost) && !titled &&
           (s->has_verb || plx_quote__opens_upper(q, i));
}

/* The last subject of the sentence that ends where the stretch begins, or that it stands in. */
static uint32_t narrated_subject(const plx_quoter *q, uint32_t i, uint32_t *verb) {
    uint32_t open = q->stretch[i].outer.begin;
    if (open == 0 || !q->an->has_tree) {
        return PLX_NONE;
    }
    const plx_sentence *own = &q->an->sentences[tok(q, open)->sentence];
    const plx_sentence *s = open == own->begin ? own - 1 : own;
    bool alone = open == own->begin && own->paragraph_start;
    for (uint32_t t = s->begin; t < s->end && t < open; t++) {
        if (tok(q, t)->deprel != PLX_DEP_root || q->inside[t] != PLX_NONE) {
            continue;
        }
        const plx_cue_word *word = plx_quote__cue_at(q, t);
        if (alone && (!quotes_directly(word) || word->kind != PLX_CUE_SPEECH)) {
            return PLX_NONE; /* a paragraph goes on only with what the one before says was said */
        }
        uint32_t subject = plx_deps__own_subject(&q->deps, t);
        if (subject != PLX_NONE && q->inside[subject] == PLX_NONE) {
            *verb = t;
            return subject;
        }
    }
    return PLX_NONE;
}

static bool is_somebody(const plx_quoter *q, uint32_t head) {
    uint32_t m = q->mention[head];
    if (m == PLX_NONE) {
        return false;
    }
    plx_entity_type type = q->an->chains[q->an->mentions[m].chain].type;
    return type == PLX_PERSON || type == PLX_ORGANIZATION;
}

/* headlines such as “…”, under the slogan “…”: words that stand somewhere; the subject need not
 * have said them. */
static bool is_inscription(const plx_quoter *q, uint32_t i) {
    static const char *const nouns[] = {"headline", "slogan", "sign",  "title", "song",  "book",
                                        "film",     "motto",  "chant", "label", "banner"};
    uint32_t open = q->stretch[i].outer.begin;
    if (open < 2 || begins_sentence(q, i)) {
        return false;
    }
    const plx_token *before = tok(q, open - 1);
    if (plx_token_is(before, "as") && plx_token_is(tok(q, open - 2), "such")) {
        return true;
    }
    for (size_t k = 0; k < PLX_COUNT(nouns); k++) {
        if (plx_str_eq(before->lemma, plx_str_of(nouns[k]))) {
            return true;
        }
    }
    return false;
}

/* “…,” Captain Ann Lee in a televised address: who stands where a word of saying was left out. */
static uint32_t named_behind(const plx_quoter *q, uint32_t i) {
    plx_range seg = after_segment(q, i);
    if (last_cp(q, i) != ',' || !begins_sentence(q, i)) {
        return PLX_NONE;
    }
    uint32_t who = PLX_NONE;
    for (uint32_t t = seg.begin; t < seg.end; t++) {
        if (plx_quote__is_finite(q, t) || tok(q, t)->upos == PLX_UPOS_AUX) {
            return PLX_NONE;
        }
        uint32_t m = q->mention[t];
        bool opens = who == PLX_NONE && t < seg.begin + 4 && m != PLX_NONE;
        if (opens && q->an->mentions[m].kind == PLX_NAME && is_somebody(q, t)) {
            who = q->an->mentions[m].head;
        }
    }
    return who;
}

/* Lee worries about the harbour. / “…” : a paragraph of quotation alone, behind one whose last
 * sentence is about whoever spoke just before. That draft, or PLX_NONE. */
static uint32_t told_of_again(const plx_quoter *q, uint32_t i) {
    enum { BACK = 3 };
    uint32_t open = q->stretch[i].outer.begin;
    if (open == 0 || !q->an->has_tree || !fills_paragraph(q, i)) {
        return PLX_NONE;
    }
    const plx_sentence *s = &q->an->sentences[tok(q, open - 1)->sentence];
    uint32_t subject = PLX_NONE;
    for (uint32_t t = s->begin; t < s->end && t < open; t++) {
        if (tok(q, t)->deprel == PLX_DEP_root && q->inside[t] == PLX_NONE) {
            subject = plx_deps__own_subject(&q->deps, t);
        }
    }
    if (subject == PLX_NONE || q->mention[subject] == PLX_NONE) {
        return PLX_NONE;
    }
    uint32_t chain = q->an->mentions[q->mention[subject]].chain;
    for (uint32_t k = i; k-- > 0 && q->marks.p[i].paragraph - q->marks.p[k].paragraph <= BACK;) {
        uint32_t n = q->stretch[k].draft;
        if (n == PLX_NONE || q->drafts.p[n].source_head == PLX_NONE) {
            continue;
        }
        uint32_t m = q->mention[q->drafts.p[n].source_head];
        return m != PLX_NONE && q->an->mentions[m].chain == chain ? n : PLX_NONE;
    }
    return PLX_NONE;
}

static void leave_speaker(plx_quoter *q, uint32_t i, plx_draft *d) {
    uint32_t verb = PLX_NONE, behind = named_behind(q, i);
    if (behind != PLX_NONE) {
        plx_quote__set_source(q, d, behind);
        return;
    }
    uint32_t subject = narrated_subject(q, i, &verb);
    if (is_inscription(q, i)) {
        return;
    }
    if (subject != PLX_NONE && is_somebody(q, subject)) {
        plx_quote__set_source(q, d, subject);
        if (quotes_directly(plx_quote__cue_at(q, verb))) {
            d->cue = verb;
            d->cue_words = (plx_range){verb, verb + 1};
        }
        return;
    }
    uint32_t told = told_of_again(q, i);
    if (told != PLX_NONE) {
        d->follows = told;
        return;
    }
    for (uint32_t k = i; k-- > 0 && q->marks.p[i].paragraph - q->marks.p[k].paragraph <= 1;) {
        if (q->stretch[k].draft != PLX_NONE) {
            d->follows = q->stretch[k].draft;
            return;
        }
    }
}

/* A paragraph of quotation alone, right behind one with a quotation, goes on with it. */
static bool continues_paragraph(plx_quoter *q, uint32_t i) {
    if (i == 0 || q->marks.p[i].paragraph - q->marks.p[i - 1].paragraph > 1 ||
        q->stretch[i - 1].draft == PLX_NONE || !fills_paragraph(q, i)) {
        return false;
    }
    const plx_draft *d = &q->drafts.p[q->stretch[i - 1].draft];
    if (d->content.n > 0 || !d->direct) {
        return false;
    }
    join(q, q->stretch[i - 1].draft, i);
    return true;
}

void plx_quote__leftover(plx_quoter *q) {
    for (uint32_t i = 0; i < q->marks.n; i++) {
        plx_stretch *s = &q->stretch[i];
        const plx_marked *m = &q->marks.p[i];
        if (s->draft != PLX_NONE || attach_before(q, i)) {
            continue;
        }
        if (m->previous != PLX_NONE && q->stretch[m->previous].draft != PLX_NONE) {
            join(q, q->stretch[m->previous].draft, i);
            continue;
        }
        if (!reads_like_speech(q, i) || continues_paragraph(q, i)) {
            continue;
        }
        uint32_t n = plx_quote__add(q, PLX_NONE, PLX_CUE_SPEECH);
        q->drafts.p[n].direct = true;
        join(q, n, i);
        leave_speaker(q, i, &q->drafts.p[n]);
    }
}
