/* The quote finder's frame: prepares, lets the parts make drafts, turns drafts into quotes. The way
 * of working (cue words, syntactic complement as content, surface patterns beside quotation marks)
 * follows Krestel, Bergler and Witte (LREC 2008) and Pareti (2015); rules and lists are our own. */
#include "find/find.h"
#include "find/quote_finder.h"

#include "base/utf8.h"

#include <stdlib.h>

/* Never a cue, whatever the tag says. */
bool plx_quote__is_finite(const plx_quoter *q, uint32_t token) {
    const plx_token *t = plx_quote__token(q, token);
    if (t->upos != PLX_UPOS_VERB && t->upos != PLX_UPOS_AUX) {
        return false;
    }
    return (t->feats & PLX_FEAT_FIN) != 0 ||
           (t->feats & (PLX_FEAT_INF | PLX_FEAT_PART | PLX_FEAT_GER)) == 0;
}

/* The cue of a form whose lemma is in no list: lemmas are guessed for rare forms. */
static const plx_cue_word *cue_by_ending(plx_str form) {
    static const struct {
        const char *ending, *instead;
    } endings[] = {{"ing", ""}, {"ing", "e"}, {"ed", ""},   {"ed", "e"},
                   {"s", ""},   {"es", ""},   {"ies", "y"}, {"ied", "y"}};
    char stem[24];
    for (size_t i = 0; i < PLX_COUNT(endings); i++) {
        plx_str end = plx_str_of(endings[i].ending), more = plx_str_of(endings[i].instead);
        if (!plx_str_ends(form, end) || form.n < end.n + 3 || form.n > sizeof stem) {
            continue;
        }
        size_t n = form.n - end.n;
        memcpy(stem, form.p, n);
        memcpy(stem + n, more.p, more.n);
        const plx_cue_word *cue = plx_cue__verb(plx_str_n(stem, n + more.n));
        if (cue != NULL) {
            return cue;
        }
    }
    return NULL;
}

const plx_cue_word *plx_quote__cue_at(const plx_quoter *q, uint32_t token) {
    const plx_token *t = plx_quote__token(q, token);
    if (t->upos != PLX_UPOS_VERB) {
        bool said = plx_token_is(t, "said") || plx_token_is(t, "says") || plx_token_is(t, "told");
        if (said) {
            return plx_cue__verb(plx_token_is(t, "told") ? PLX_S("tell") : PLX_S("say"));
        }
        return t->upos == PLX_UPOS_X ? cue_by_ending(t->fold) : NULL; /* no tags are known */
    }
    if (plx_token_is(t, "saying") && token &&
        plx_token_is(plx_quote__token(q, token - 1), "without")) {
        return NULL; /* "it goes without saying" */
    }
    /* "planned cuts", "self-declared winner": said of the noun behind it */
    if (t->deprel == PLX_DEP_amod && (t->feats & PLX_FEAT_FIN) == 0) {
        return NULL;
    }
    const plx_cue_word *cue = plx_cue__verb(t->lemma);
    cue = cue != NULL ? cue : cue_by_ending(t->fold);
    if (cue == NULL && plx_str_eq(t->lemma, PLX_S("put")) && token + 1 < q->an->n_tokens &&
        plx_token_is(plx_quote__token(q, token + 1), "it")) {
        static const plx_cue_word put_it = {PLX_S_INIT("put"), PLX_CUE_SPEECH, PLX_TAKES_QUOTE};
        return &put_it;
    }
    return cue;
}

uint32_t plx_quote__add(plx_quoter *q, uint32_t cue, plx_cue_kind kind) {
    plx_draft *d = plx_vec_add(&q->drafts, q->arena);
    d->cue = cue;
    d->cue_words = cue == PLX_NONE ? (plx_range){0, 0} : (plx_range){cue, cue + 1};
    d->cue_kind = kind;
    d->source_head = d->chain = d->follows = PLX_NONE;
    return (uint32_t)q->drafts.n - 1;
}

static bool is_word(const plx_token *t) {
    return t->upos != PLX_UPOS_PUNCT && t->upos != PLX_UPOS_SYM;
}

/* Chief “AJ” Perez, Joe “Two Left Feet” Roe: a nickname within a name is no quotation. */
static bool is_nickname(const plx_annotation *an, plx_span inner, plx_span outer) {
    uint32_t ib, ie, ob, oe;
    plx_tokens_in(an, inner, &ib, &ie);
    plx_tokens_in(an, outer, &ob, &oe);
    if (ib >= ie || ie - ib > 4 || ob == 0 || oe >= an->n_tokens ||
        an->tokens[oe].upos != PLX_UPOS_PROPN) {
        return false;
    }
    size_t at = inner.begin;
    bool capital = plx_cp_is_upper(plx_utf8_next(an->account->text, &at));
    for (uint32_t t = ib; t < ie; t++) {
        plx_upos u = (plx_upos)an->tokens[t].upos;
        bool said = u == PLX_UPOS_VERB || u == PLX_UPOS_ADV;
        if (u == PLX_UPOS_PUNCT || (said && (!capital || ie - ib > 3))) {
            return false;
        }
    }
    return an->tokens[ob - 1].upos == PLX_UPOS_PROPN && (ie - ib <= 2 || capital) &&
           an->tokens[ob - 1].sentence == an->tokens[oe].sentence;
}

static void drop_nicknames(plx_quoter *q) {
    uint32_t *moved = plx_new_n(q->arena, uint32_t, q->marks.n);
    uint32_t n = 0;
    for (size_t i = 0; i < q->marks.n; i++) {
        plx_marked m = q->marks.p[i];
        moved[i] = n;
        if (m.previous == PLX_NONE && is_nickname(q->an, m.inner, m.outer)) {
            moved[i] = PLX_NONE;
            continue;
        }
        m.previous = m.previous == PLX_NONE ? PLX_NONE : moved[m.previous];
        q->marks.p[n++] = m;
    }
    q->marks.n = n;
}

static void prepare_stretches(plx_quoter *q) {
    const plx_annotation *an = q->an;
    q->stretch = plx_new_n(q->arena, plx_stretch, q->marks.n);
    for (uint32_t i = 0; i < q->marks.n; i++) {
        plx_stretch *s = &q->stretch[i];
        s->draft = PLX_NONE;
        plx_tokens_in(an, q->marks.p[i].inner, &s->inner.begin, &s->inner.end);
        plx_tokens_in(an, q->marks.p[i].outer, &s->outer.begin, &s->outer.end);
        for (uint32_t t = s->outer.begin; t < s->outer.end; t++) {
            q->inside[t] = i;
        }
        for (uint32_t t = s->inner.begin; t < s->inner.end; t++) {
            s->n_words += is_word(&an->tokens[t]);
            s->has_verb |= plx_quote__is_finite(q, t);
        }
    }
}

/* "Northgate Mayor Joe Roe said": whatever word the tree takes for the subject, Roe speaks. */
static void holders_speak(plx_quoter *q) {
    const plx_annotation *an = q->an;
    for (uint32_t m = 0; m + 1 < an->n_mentions; m++) {
        const plx_mention *office = &an->mentions[m], *who = NULL;
        if (office->kind != PLX_NAME || office->type == PLX_PERSON) {
            continue;
        }
        for (uint32_t k = m + 1; k < an->n_mentions && !who; k++) {
            if (an->mentions[k].begin > office->end + 4) {
                break;
            }
            if (an->mentions[k].kind == PLX_NAME && an->mentions[k].type == PLX_PERSON) {
                who = &an->mentions[k];
            }
        }
        bool titled = who && who->begin > office->end;
        for (uint32_t t = office->end; titled && t < who->begin; t++) {
            uint8_t upos = an->tokens[t].upos;
            titled = upos == PLX_UPOS_PROPN || upos == PLX_UPOS_NOUN || upos == PLX_UPOS_ADJ;
        }
        for (uint32_t t = office->begin; titled && t < who->begin; t++) {
            q->mention[t] = (uint32_t)(who - an->mentions);
        }
    }
}

static void prepare(plx_quoter *q) {
    const plx_annotation *an = q->an;
    size_t n = an->n_tokens;
    q->deps = plx_find__deps(an, q->arena);
    q->inside = plx_new_n(q->arena, uint32_t, n);
    q->mention = plx_new_n(q->arena, uint32_t, n);
    q->taken = plx_new_n(q->arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) {
        q->inside[i] = q->mention[i] = q->taken[i] = PLX_NONE;
    }
    for (uint32_t m = 0; m < an->n_mentions; m++) {
        uint32_t head = an->mentions[m].head;
        if (head >= n) {
            continue;
        }
        uint32_t *slot = &q->mention[head];
        if (*slot == PLX_NONE ||
            plx_span_len(an->mentions[*slot].span) < plx_span_len(an->mentions[m].span)) {
            *slot = m;
        }
    }
    /* Whatever word of a name stands for the phrase, the name is meant. */
    for (uint32_t m = 0; m < an->n_mentions; m++) {
        if (an->mentions[m].kind != PLX_NAME) {
            continue;
        }
        for (uint32_t t = an->mentions[m].begin; t < an->mentions[m].end && t < n; t++) {
            if (q->mention[t] == PLX_NONE) {
                q->mention[t] = m;
            }
        }
    }
    holders_speak(q);
    q->marks = plx_find__marks(an, q->arena);
    drop_nicknames(q);
    prepare_stretches(q);
}

/* ---- drafts into quotes ------------------------------------------------------------------------
 */

typedef PLX_VEC(plx_span) spans;

/* Without the white space, marks and commas that a cut leaves at the ends. */
static plx_span tidy(const plx_annotation *an, plx_span s) {
    plx_str text = an->account->text;
    while (s.begin < s.end && (unsigned char)text.p[s.begin] <= ' ') {
        s.begin++;
    }
    while (s.end > s.begin && (unsigned char)text.p[s.end - 1] <= ' ') {
        s.end--;
    }
    return s;
}

/* The stretch's words, one span a sentence. */
static void add_sentences(plx_quoter *q, plx_span inner, spans *out) {
    const plx_annotation *an = q->an;
    uint32_t b, e;
    plx_tokens_in(an, inner, &b, &e);
    uint32_t begin = inner.begin;
    for (uint32_t t = b; t < e; t++) {
        bool last = t + 1 == e;
        if (!last && an->tokens[t + 1].sentence == an->tokens[t].sentence) {
            continue;
        }
        uint32_t end = last ? inner.end : an->tokens[t].span.end;
        plx_span s = tidy(an, (plx_span){begin, end});
        bool words = false;
        for (uint32_t k = t + 1; k-- > b && an->tokens[k].span.begin >= s.begin;) {
            words |= is_word(&an->tokens[k]);
        }
        if (s.begin < s.end && (words || out->n == 0)) {
            plx_vec_push(out, q->arena, s);
        } else if (out->n > 0 && s.begin < s.end) {
            out->p[out->n - 1].end = s.end; /* a mark that stands alone */
        }
        begin = last ? end : an->tokens[t + 1].span.begin;
    }
}

static int by_begin(const void *a, const void *b) {
    return plx_span_cmp(*(const plx_span *)a, *(const plx_span *)b);
}

static void add_content(plx_quoter *q, plx_range r, spans *out) {
    const plx_annotation *an = q->an;
    while (r.begin < r.end && an->tokens[r.begin].upos == PLX_UPOS_PUNCT &&
           q->inside[r.begin] == PLX_NONE) {
        r.begin++;
    }
    while (r.end > r.begin && an->tokens[r.end - 1].upos == PLX_UPOS_PUNCT &&
           q->inside[r.end - 1] == PLX_NONE) {
        r.end--;
    }
    if (r.begin >= r.end) {
        return;
    }
    plx_span s = {an->tokens[r.begin].span.begin, an->tokens[r.end - 1].span.end};
    plx_vec_push(out, q->arena, s);
}

static plx_span words_span(const plx_annotation *an, plx_range r) {
    if (r.begin >= r.end) {
        return (plx_span){0, 0};
    }
    return (plx_span){an->tokens[r.begin].span.begin, an->tokens[r.end - 1].span.end};
}

/* No words of whoever speaks: a title, or one word set off before a noun where nothing is named:
 * "sold “magic” stones". */
static bool is_borrowed(const plx_quoter *q, const plx_draft *d, uint32_t stretch) {
    if (plx_quote__is_title(q, stretch)) return true;
    const plx_cue_word *cue = d->cue == PLX_NONE ? NULL : plx_quote__cue_at(q, d->cue);
    return cue != NULL && (cue->takes & (PLX_TAKES_THAT | PLX_TAKES_QUOTE | PLX_TAKES_AS)) == 0 &&
           plx_quote__is_modifier(q, stretch);
}

static bool make_quote(plx_quoter *q, const plx_draft *d, plx_quote *out) {
    spans all = {0}, marked = {0};
    for (size_t i = 0; i < d->stretches.n; i++) {
        plx_span inner = q->marks.p[d->stretches.p[i]].inner;
        if (d->content.n > 0 && is_borrowed(q, d, d->stretches.p[i])) continue;
        plx_vec_push(&marked, q->arena, inner);
        if (d->content.n == 0) {
            add_sentences(q, inner, &all);
        }
    }
    for (size_t i = 0; i < d->content.n; i++) {
        add_content(q, d->content.p[i], &all);
    }
    if (d->content.n > 0) { /* stretches that the content does not cover stand beside it */
        for (size_t i = 0; i < marked.n; i++) {
            bool covered = false;
            for (size_t k = 0; k < all.n && !covered; k++) {
                covered = plx_span_overlap(all.p[k], marked.p[i]) > 0;
            }
            if (!covered) {
                add_sentences(q, marked.p[i], &all);
            }
        }
        if (all.n > 1) {
            qsort(all.p, all.n, sizeof all.p[0], by_begin);
        }
    }
    if (all.n == 0) {
        return false;
    }
    plx_quote_kind kind = marked.n == 0                    ? PLX_INDIRECT
                          : d->direct && d->content.n == 0 ? PLX_DIRECT
                                                           : PLX_PARTIAL;
    *out = (plx_quote){
        .spans = all.p,
        .n_spans = all.n,
        .marked = marked.p,
        .n_marked = marked.n,
        .kind = kind,
        .cue_kind = d->cue_kind,
        .cue = words_span(q->an, d->cue_words),
        .source = words_span(q->an, d->source),
        .cue_token = d->cue,
        .mention = d->source_head == PLX_NONE ? PLX_NONE : q->mention[d->source_head],
        .chain = d->chain,
        .why = d->why,
    };
    return true;
}

static int by_span(const void *a, const void *b) {
    const plx_quote *x = a, *y = b;
    int c = plx_span_cmp(x->spans[0], y->spans[0]);
    if (c != 0) {
        return c;
    }
    return x->cue_token < y->cue_token ? -1 : x->cue_token > y->cue_token;
}

void plx_find_quotes(plx_annotation *an, plx_arena *arena) {
    plx_quoter q = {.an = an, .arena = arena};
    an->quotes = NULL;
    an->n_quotes = 0;
    if (an->n_tokens == 0) {
        return;
    }
    prepare(&q);
    plx_quote__direct(&q);
    plx_quote__contents(&q);
    plx_quote__inner(&q);
    plx_quote__leftover(&q);
    plx_quote__resolve_speakers(&q);
    plx_quote *quotes = plx_new_n(arena, plx_quote, q.drafts.n);
    size_t n = 0;
    for (size_t i = 0; i < q.drafts.n; i++) {
        n += make_quote(&q, &q.drafts.p[i], &quotes[n]);
    }
    if (n > 1) {
        qsort(quotes, n, sizeof quotes[0], by_span);
    }
    an->quotes = quotes;
    an->n_quotes = n;
}
