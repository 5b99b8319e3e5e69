/* A quotation within another's report: The head warned of what Lee called “a slow decline” · urged
 * Lee, who said the plan was “unfair”, to wait. The nearer word of saying has the marks. */
#include "find/quote_finder.h"

enum { REACH = 14, PHRASE = 7 };

static const plx_token *tok(const plx_quoter *q, uint32_t i) { return plx_quote__token(q, i); }

/* The word that opens the clause of the verb: "what" or "which" before its subject, "who" in its
 * place. */
typedef enum opener { OPENS_NOT, OPENS_WHAT, OPENS_WHO } opener;

static opener opened_by(const plx_quoter *q, uint32_t verb, uint32_t first) {
    bool subject = false;
    for (uint32_t t = verb; t > first && verb - t < PHRASE;) {
        const plx_token *x = tok(q, --t);
        if (plx_token_is(x, "who") || plx_token_is(x, "whom")) {
            return subject ? OPENS_WHAT : OPENS_WHO;
        }
        if (plx_token_is(x, "what") || plx_token_is(x, "which")) {
            return subject ? OPENS_WHAT : OPENS_NOT;
        }
        if (q->inside[t] != PLX_NONE) return OPENS_NOT;
        switch (x->upos) {
        case PLX_UPOS_NOUN:
        case PLX_UPOS_PROPN:
        case PLX_UPOS_PRON: subject = true; break;
        case PLX_UPOS_DET:
        case PLX_UPOS_ADJ:
        case PLX_UPOS_ADP:
        case PLX_UPOS_NUM:
        case PLX_UPOS_PART:
        case PLX_UPOS_ADV:
        case PLX_UPOS_AUX: break;
        default: return OPENS_NOT;
        }
    }
    return OPENS_NOT;
}

static bool names(const plx_cue_word *cue) {
    return (cue->takes & PLX_TAKES_AS) != 0 ||
           ((cue->takes & PLX_TAKES_NP) != 0 && (cue->takes & PLX_TAKES_QUOTE) != 0);
}

/* The verb of saying nearest before the stretch, when it has a clause of its own; else PLX_NONE. */
static uint32_t inner_cue(const plx_quoter *q, uint32_t stretch, opener *how) {
    uint32_t open = q->stretch[stretch].outer.begin;
    uint32_t first = q->an->sentences[tok(q, open)->sentence].begin;
    bool finite = false;
    for (uint32_t t = open; t > first && open - t < REACH;) {
        const plx_token *x = tok(q, --t);
        if (x->upos == PLX_UPOS_PUNCT || q->inside[t] != PLX_NONE) return PLX_NONE;
        const plx_cue_word *cue = plx_quote__cue_at(q, t);
        if (cue == NULL) {
            finite |= plx_quote__is_finite(q, t);
            continue;
        }
        *how = cue->kind == PLX_CUE_SPEECH ? opened_by(q, t, first) : OPENS_NOT;
        bool takes = (cue->takes & (PLX_TAKES_THAT | PLX_TAKES_QUOTE | PLX_TAKES_AS)) != 0;
        if (*how == OPENS_WHO && plx_quote__is_finite(q, q->stretch[stretch].inner.begin)) {
            return PLX_NONE; /* who complains of this “is wrong”: the marks go on with the whole */
        }
        bool fits = (*how == OPENS_WHAT && !finite && names(cue)) || (*how == OPENS_WHO && takes);
        return fits ? t : PLX_NONE;
    }
    return PLX_NONE;
}

static uint32_t chain_of(const plx_quoter *q, uint32_t head) {
    uint32_t m = head == PLX_NONE ? PLX_NONE : q->mention[head];
    return m == PLX_NONE ? PLX_NONE : q->an->mentions[m].chain;
}

static void leave(plx_draft *d, uint32_t stretch) {
    size_t n = 0;
    for (size_t i = 0; i < d->stretches.n; i++) {
        if (d->stretches.p[i] != stretch) d->stretches.p[n++] = d->stretches.p[i];
    }
    d->stretches.n = n;
}

static void take_inner(plx_quoter *q, uint32_t i) {
    plx_stretch *s = &q->stretch[i];
    uint32_t was = s->draft;
    if (was != PLX_NONE && q->drafts.p[was].content.n == 0) return;
    opener how = OPENS_NOT;
    uint32_t cue = inner_cue(q, i, &how);
    if (cue == PLX_NONE ||
        (was != PLX_NONE && q->drafts.p[was].cue != PLX_NONE && q->drafts.p[was].cue >= cue)) {
        return;
    }
    if (was == PLX_NONE && q->taken[cue] != PLX_NONE) was = q->taken[cue];
    uint32_t n = plx_quote__add(q, cue, PLX_CUE_SPEECH);
    plx_draft *d = &q->drafts.p[n];
    plx_quote__find_source(q, d);
    uint32_t chain = chain_of(q, d->source_head);
    /* "She praised what she called “luck”": one speaker, whose words begin before */
    if (d->source_head == PLX_NONE ||
        (was != PLX_NONE && how == OPENS_WHAT && tok(q, d->source_head)->upos == PLX_UPOS_PRON) ||
        (was != PLX_NONE && chain != PLX_NONE &&
         chain == chain_of(q, q->drafts.p[was].source_head))) {
        q->drafts.n--;
        return;
    }
    if (s->draft != PLX_NONE) leave(&q->drafts.p[s->draft], i);
    plx_range r = {how == OPENS_WHO ? cue + 1 : s->outer.begin, s->outer.end};
    if (plx_token_is(tok(q, r.begin), "that")) r.begin++;
    plx_vec_push(&d->content, q->arena, r);
    plx_vec_push(&d->stretches, q->arena, i);
    s->draft = n;
    q->taken[cue] = n;
}

void plx_quote__inner(plx_quoter *q) {
    for (uint32_t i = 0; i < q->marks.n; i++) take_inner(q, i);
}
