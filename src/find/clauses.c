#include "find/clauses.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "find/clause_cuts.h"
#include "find/deps.h"
#include "find/eventive.h"
#include "find/quote_cues.h"

#include <stdlib.h>

const char *plx_clause_kind_name(plx_clause_kind k) {
    static const char *const names[] = {"main",       "conjunct", "content",   "relative",
                                        "participle", "purpose",  "adverbial", "apposition",
                                        "company",    "nominal"};
    return (size_t)k < PLX_COUNT(names) ? names[k] : "?";
}

typedef struct {
    const plx_annotation *an;
    plx_arena *arena;
    plx_deps deps;
    plx_clauses out;
    uint32_t *clause;          /* token -> clause that it heads, or PLX_NONE */
    uint32_t *owner;           /* token -> nearest clause above it */
    bool *border;              /* token -> direct speech begins or ends right before it */
    PLX_VEC(plx_piece) lost;   /* runs of a clause's words that stand outside its span */
    PLX_VEC(uint32_t) lost_of; /* their clause */
    PLX_VEC(bool) kept;        /* clause -> its words also stand in its parent's span */
} cutter;

static const plx_token *tok(const cutter *c, uint32_t i) { return &c->an->tokens[i]; }
static plx_deprel rel_of(const cutter *c, uint32_t t) {
    return plx_deps__base((plx_deprel)tok(c, t)->deprel);
}

static uint32_t child_with(const cutter *c, uint32_t head, plx_deprel rel) {
    return plx_deps__child(&c->deps, head, rel);
}

/* A verb, or a word with a copula or a subject. */
static bool is_predicate(const cutter *c, uint32_t t) {
    return tok(c, t)->upos == PLX_UPOS_VERB || child_with(c, t, PLX_DEP_cop) != PLX_NONE ||
           plx_deps__own_subject(&c->deps, t) != PLX_NONE;
}

static bool has_to(const cutter *c, uint32_t t) {
    uint32_t mark = child_with(c, t, PLX_DEP_mark);
    return mark != PLX_NONE && plx_token_is(tok(c, mark), "to");
}

/* A comma, dash or bracket stands right before the stretch below `t`. */
static bool set_off(const cutter *c, uint32_t t) {
    uint32_t left = c->deps.left[t];
    const plx_sentence *s = &c->an->sentences[tok(c, t)->sentence];
    if (left > s->begin && tok(c, left - 1)->upos == PLX_UPOS_PUNCT) {
        return !plx_token_is_punct(tok(c, left - 1), "\"");
    }
    return tok(c, left)->upos == PLX_UPOS_PUNCT; /* the mark may hang below it */
}

static bool is_company(const cutter *c, uint32_t word) {
    static const char *const words[] = {"including", "alongside", "along", "together",
                                        "accompanied"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_token_is(tok(c, word), words[i])) {
            return true;
        }
    }
    return false;
}

static bool has_argument(const cutter *c, uint32_t noun) {
    for (uint32_t k = c->deps.first[noun]; k != PLX_NONE; k = c->deps.next[k]) {
        plx_deprel rel = rel_of(c, k);
        if (rel == PLX_DEP_nmod || rel == PLX_DEP_acl) {
            return true;
        }
    }
    return false;
}

/* True, with the kind, when the word heads a clause. */
static bool clause_kind(const cutter *c, uint32_t t, plx_clause_kind *kind, bool *kept) {
    const plx_token *tk = tok(c, t);
    *kept = false;
    switch ((plx_deprel)tk->deprel) {
    case PLX_DEP_root: *kind = PLX_CLAUSE_MAIN; return true;
    case PLX_DEP_parataxis: *kind = PLX_CLAUSE_MAIN; return is_predicate(c, t);
    case PLX_DEP_ccomp: *kind = PLX_CLAUSE_CONTENT; return true;
    case PLX_DEP_conj:
        *kind =
            plx_deps__own_subject(&c->deps, t) != PLX_NONE ? PLX_CLAUSE_MAIN : PLX_CLAUSE_CONJUNCT;
        return is_predicate(c, t) && tk->head != PLX_NONE && is_predicate(c, tk->head);
    case PLX_DEP_acl_relcl:
        *kind = PLX_CLAUSE_RELATIVE;
        *kept = !set_off(c, t);
        return true;
    case PLX_DEP_acl:
        *kind = PLX_CLAUSE_PARTICIPLE;
        *kept = !set_off(c, t);
        if (has_to(c, t)) {
            return false;
        }
        if (child_with(c, t, PLX_DEP_mark) != PLX_NONE) {
            *kind = PLX_CLAUSE_CONTENT;
        }
        return tk->upos == PLX_UPOS_VERB || is_predicate(c, t);
    case PLX_DEP_advcl:
    case PLX_DEP_advcl_relcl:
        *kept = !set_off(c, t) && c->deps.left[t] > tok(c, t)->head;
        if (has_to(c, t)) {
            *kind = PLX_CLAUSE_PURPOSE;
            return true;
        }
        *kind = child_with(c, t, PLX_DEP_mark) == PLX_NONE &&
                        plx_deps__own_subject(&c->deps, t) == PLX_NONE
                    ? PLX_CLAUSE_PARTICIPLE
                    : PLX_CLAUSE_ADVERBIAL;
        return is_predicate(c, t);
    case PLX_DEP_appos: *kind = PLX_CLAUSE_APPOSITION; return set_off(c, t);
    default: break;
    }
    plx_deprel rel = rel_of(c, t);
    if (rel == PLX_DEP_obl || rel == PLX_DEP_nmod || rel == PLX_DEP_conj) {
        uint32_t left = c->deps.left[t];
        while (left < t && tok(c, left)->upos == PLX_UPOS_PUNCT) {
            left++;
        }
        if (is_company(c, left) && left < t) {
            *kind = PLX_CLAUSE_COMPANY;
            return true;
        }
    }
    if (tk->upos == PLX_UPOS_NOUN && plx_eventive__act(tk->lemma).n > 0 && has_argument(c, t)) {
        *kind = PLX_CLAUSE_NOMINAL;
        *kept = true;
        return true;
    }
    return false;
}

static void find_heads(cutter *c) {
    for (uint32_t t = 0; t < c->an->n_tokens; t++) {
        plx_clause_kind kind;
        bool kept;
        c->clause[t] = PLX_NONE;
        if (!clause_kind(c, t, &kind, &kept)) {
            continue;
        }
        c->clause[t] = (uint32_t)c->out.n;
        plx_clause *clause = plx_vec_add(&c->out, c->arena);
        clause->kind = kind;
        clause->head = t;
        clause->parent = clause->subject = clause->cue = PLX_NONE;
        plx_vec_push(&c->kept, c->arena, kept);
    }
}

/* Nearest clause at or above the word; the walk is bounded, so that a cycle ends. */
static uint32_t nearest(const cutter *c, uint32_t t) {
    for (int steps = 0; steps < 400 && t != PLX_NONE && t < c->an->n_tokens; steps++) {
        if (c->clause[t] != PLX_NONE) {
            return c->clause[t];
        }
        t = tok(c, t)->head;
    }
    return PLX_NONE;
}

static void find_owners(cutter *c) {
    const plx_annotation *an = c->an;
    for (uint32_t t = 0; t < an->n_tokens; t++) {
        c->owner[t] = nearest(c, t);
    }
    for (uint32_t i = 0; i < c->out.n; i++) {
        plx_clause *clause = &c->out.p[i];
        uint32_t up = tok(c, clause->head)->head;
        uint32_t parent = up == PLX_NONE || up >= an->n_tokens ? PLX_NONE : c->owner[up];
        clause->parent = parent == i ? PLX_NONE : parent;
    }
}

/* True when the word stands in the clause's own span: its own, or below it through clauses that
 * are kept in their parents. */
static bool belongs(const cutter *c, uint32_t t, uint32_t clause) {
    uint32_t o = c->owner[t];
    for (int steps = 0; steps < 16 && o != PLX_NONE; steps++) {
        if (o == clause) {
            return true;
        }
        if (!c->kept.p[o]) {
            return false;
        }
        o = c->out.p[o].parent;
    }
    return false;
}

static bool is_edge(const cutter *c, uint32_t t, uint32_t clause) {
    const plx_token *tk = tok(c, t);
    if (tk->upos == PLX_UPOS_PUNCT) {
        return true;
    }
    if (tk->head != c->out.p[clause].head) {
        return false;
    }
    if (tk->deprel == PLX_DEP_cc) {
        return true;
    }
    plx_clause_kind kind = c->out.p[clause].kind;
    return tk->deprel == PLX_DEP_mark &&
           (kind == PLX_CLAUSE_CONTENT || kind == PLX_CLAUSE_ADVERBIAL);
}

typedef struct {
    uint32_t begin, end; /* tokens, half-open */
    uint32_t words;
} run;

static bool in_noun_phrase(const plx_token *t) {
    return t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_ADJ ||
           t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_NUM || t->upos == PLX_UPOS_PRON ||
           t->upos == PLX_UPOS_PART || t->upos == PLX_UPOS_SYM;
}

/* A noun of an act with the phrases around it, by tags: "their release | from prison | in May". */
static void noun_phrase(const cutter *c, uint32_t head, uint32_t *begin, uint32_t *end) {
    const plx_sentence *s = &c->an->sentences[tok(c, head)->sentence];
    uint32_t b = head, e = head + 1;
    bool between = false;
    while (b > s->begin && head - b < 12 && in_noun_phrase(tok(c, b - 1)) &&
           !plx_token_is(tok(c, b - 1), "to")) {
        b--;
    }
    for (uint32_t t = e; t < s->end && t < head + 18; t++) {
        const plx_token *k = tok(c, t);
        bool joins = (k->upos == PLX_UPOS_CCONJ && between) || k->upos == PLX_UPOS_ADP ||
                     plx_token_is(k, "to");
        between |= plx_token_is(k, "between");
        if (plx_token_is(k, "by") && t > head + 1 && !between) {
            break;
        }
        if (in_noun_phrase(k) && !plx_token_is(k, "to")) {
            e = t + 1;
        } else if (!joins) {
            break;
        }
    }
    *begin = b;
    *end = e;
}

/* Notes the runs of own words in [begin, end). */
static void note_lost(cutter *c, uint32_t i, uint32_t begin, uint32_t end) {
    for (uint32_t t = begin; t < end; t++) {
        uint32_t from = t;
        while (t < end && belongs(c, t, i)) {
            t++;
        }
        if (t >= from + 3) {
            plx_vec_push(&c->lost, c->arena,
                         (plx_piece){.begin = from, .end = t, .kind = PLX_CLAUSE_MAIN});
            plx_vec_push(&c->lost_of, c->arena, i);
        }
    }
}

/* What follows the clause without a mark and hangs higher up is read with it: "as he welcomed him |
 * to his estate". Where that ends. */
static uint32_t taken_up(const cutter *c, uint32_t i, uint32_t end) {
    plx_clause_kind kind = c->out.p[i].kind;
    if (kind == PLX_CLAUSE_NOMINAL || kind == PLX_CLAUSE_APPOSITION || end == 0) {
        return end;
    }
    uint32_t limit = c->an->sentences[tok(c, end - 1)->sentence].end, from = end;
    for (; end < limit && end < from + 20; end++) {
        const plx_token *t = tok(c, end);
        if (t->upos == PLX_UPOS_PUNCT || t->upos == PLX_UPOS_CCONJ || t->upos == PLX_UPOS_SCONJ ||
            t->upos == PLX_UPOS_VERB || t->upos == PLX_UPOS_AUX || c->clause[end] != PLX_NONE) {
            break;
        }
        if (end == from && t->upos != PLX_UPOS_ADP && t->upos != PLX_UPOS_ADV) {
            break;
        }
    }
    return end;
}

/* A clause that begins with its finite verb lacks its subject: the nominals right before it. */
static uint32_t subject_before(const cutter *c, uint32_t i, uint32_t begin) {
    plx_clause_kind kind = c->out.p[i].kind;
    const plx_token *t = tok(c, begin);
    bool verb = (t->upos == PLX_UPOS_AUX || t->upos == PLX_UPOS_VERB) &&
                (t->feats & (PLX_FEAT_INF | PLX_FEAT_PART | PLX_FEAT_GER)) == 0;
    if (!verb ||
        (kind != PLX_CLAUSE_CONTENT && kind != PLX_CLAUSE_ADVERBIAL && kind != PLX_CLAUSE_MAIN)) {
        return begin;
    }
    const plx_sentence *s = &c->an->sentences[t->sentence];
    uint32_t b = begin;
    while (b > s->begin && begin - b < 12 &&
           (in_noun_phrase(tok(c, b - 1)) || plx_token_is(tok(c, b - 1), "of")) &&
           !plx_token_is(tok(c, b - 1), "that") && !plx_token_is(tok(c, b - 1), "to")) {
        b--;
    }
    return b;
}

/* A conjunction that joins the clause to another and is no part of what it claims. */
static bool is_link(const cutter *c, uint32_t i, uint32_t t) {
    plx_clause_kind kind = c->out.p[i].kind;
    if (kind != PLX_CLAUSE_CONTENT && kind != PLX_CLAUSE_ADVERBIAL && kind != PLX_CLAUSE_MAIN &&
        kind != PLX_CLAUSE_CONJUNCT) {
        return false;
    }
    const plx_token *k = tok(c, t);
    return k->upos == PLX_UPOS_CCONJ || k->upos == PLX_UPOS_SCONJ ||
           (k->upos == PLX_UPOS_PUNCT && kind != PLX_CLAUSE_MAIN);
}

/* The stretch of the clause: all of it when little stands between its runs, else the run with the
 * head. */
static void make_span(cutter *c, uint32_t i) {
    plx_clause *clause = &c->out.p[i];
    uint32_t left = c->deps.left[clause->head], right = c->deps.right[clause->head];
    run all = {PLX_NONE, 0, 0}, now = {0, 0, 0}, with_head = {clause->head, clause->head + 1, 1};
    uint32_t foreign = 0, gap = 0;
    for (uint32_t t = left; t < right; t++) {
        if (!belongs(c, t, i)) {
            gap += tok(c, t)->upos != PLX_UPOS_PUNCT;
            now = (run){0, 0, 0};
            continue;
        }
        if (is_edge(c, t, i) && now.words == 0) {
            continue; /* nothing begins with a comma or conjunction */
        }
        if (now.words == 0) {
            now.begin = t;
        }
        now.end = t + 1;
        now.words++;
        if (all.begin == PLX_NONE) {
            all.begin = t;
            gap = 0;
        }
        foreign += gap;
        gap = 0;
        all.end = t + 1;
        all.words++;
        if (clause->head >= now.begin && clause->head < now.end) {
            with_head = now;
        }
    }
    run use = all.begin == PLX_NONE || foreign * 5 > all.words * 2 ? with_head : all;
    note_lost(c, i, left, use.begin);
    note_lost(c, i, use.end, right);
    use.end = PLX_MAX(use.end, taken_up(c, i, use.end));
    use.begin = subject_before(c, i, use.begin);
    while (use.begin < clause->head && is_link(c, i, use.begin)) {
        use.begin++;
    }
    while (use.end > use.begin + 1 && tok(c, use.end - 1)->upos == PLX_UPOS_PUNCT) {
        use.end--;
    }
    while (use.begin + 1 < use.end && tok(c, use.begin)->upos == PLX_UPOS_PUNCT) {
        use.begin++;
    }
    if (clause->kind == PLX_CLAUSE_NOMINAL) {
        noun_phrase(c, clause->head, &use.begin, &use.end);
    }
    clause->begin = use.begin;
    clause->end = use.end;
    clause->span = (plx_span){tok(c, use.begin)->span.begin, tok(c, use.end - 1)->span.end};
    while (left + 1 < right && tok(c, left)->upos == PLX_UPOS_PUNCT) {
        left++;
    }
    while (right > left + 1 && tok(c, right - 1)->upos == PLX_UPOS_PUNCT) {
        right--;
    }
    clause->full = plx_span_join(clause->span,
                                 (plx_span){tok(c, left)->span.begin, tok(c, right - 1)->span.end});
}

/* An apposition is read with what it stands beside: "Lee, a dentist". */
static void join_antecedent(cutter *c, uint32_t i) {
    plx_clause *clause = &c->out.p[i];
    uint32_t up = tok(c, clause->head)->head;
    if (clause->kind != PLX_CLAUSE_APPOSITION || up == PLX_NONE || up >= clause->begin) {
        return;
    }
    uint32_t begin, end;
    plx_deps__phrase(&c->deps, up, &begin, &end);
    if (clause->begin - end <= 2 && clause->begin >= end) {
        clause->begin = begin;
        clause->span.begin = tok(c, begin)->span.begin;
        clause->full = plx_span_join(clause->full, clause->span);
    }
}

/* The word of saying over the clause itself. */
static uint32_t cue_of(const cutter *c, const plx_clause *clause) {
    uint32_t up = tok(c, clause->head)->head;
    if (clause->kind == PLX_CLAUSE_CONTENT && up != PLX_NONE && up < c->an->n_tokens) {
        const plx_token *t = tok(c, up);
        const plx_cue_word *cue = t->upos == PLX_UPOS_VERB   ? plx_cue__verb(t->lemma)
                                  : t->upos == PLX_UPOS_NOUN ? plx_cue__noun(t->lemma)
                                                             : NULL;
        if (cue != NULL) {
            return up;
        }
    }
    for (uint32_t k = c->deps.first[clause->head]; k != PLX_NONE; k = c->deps.next[k]) {
        if (tok(c, k)->deprel == PLX_DEP_parataxis && plx_cue__verb(tok(c, k)->lemma) != NULL &&
            plx_deps__own_subject(&c->deps, k) != PLX_NONE) {
            return k;
        }
    }
    return PLX_NONE;
}

static void find_cues(cutter *c) {
    uint32_t *own = plx_new_n(c->arena, uint32_t, c->out.n);
    for (uint32_t i = 0; i < c->out.n; i++) {
        own[i] = cue_of(c, &c->out.p[i]);
    }
    for (uint32_t i = 0; i < c->out.n; i++) {
        uint32_t at = i;
        for (int steps = 0; steps < 16 && at != PLX_NONE; steps++) {
            if (own[at] != PLX_NONE) {
                c->out.p[i].cue = own[at];
                break;
            }
            at = c->out.p[at].parent;
        }
    }
}

static void add_quote_cues(cutter *c) {
    const plx_annotation *an = c->an;
    for (size_t q = 0; q < an->n_quotes; q++) {
        const plx_quote *quote = &an->quotes[q];
        if (quote->cue_token == PLX_NONE) {
            continue;
        }
        for (size_t s = 0; s < quote->n_spans; s++) {
            uint32_t b, e;
            plx_tokens_in(an, quote->spans[s], &b, &e);
            for (uint32_t t = b; t < e; t++) {
                if (c->clause[t] != PLX_NONE && c->out.p[c->clause[t]].cue == PLX_NONE) {
                    c->out.p[c->clause[t]].cue = quote->cue_token;
                }
            }
        }
    }
}

static int by_span(const void *a, const void *b) {
    const plx_clause *x = a, *y = b;
    if (x->span.begin != y->span.begin) {
        return x->span.begin < y->span.begin ? -1 : 1;
    }
    if (x->span.end != y->span.end) {
        return x->span.end > y->span.end ? -1 : 1;
    }
    return x->head < y->head ? -1 : x->head > y->head;
}

/* Sorts, and makes `parent` follow. */
static void sort(cutter *c) {
    size_t n = c->out.n;
    if (n < 2) {
        return;
    }
    uint32_t *head_of_parent = plx_new_n(c->arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) {
        uint32_t *p = &c->out.p[i].parent;
        head_of_parent[i] = *p == PLX_NONE ? PLX_NONE : c->out.p[*p].head;
    }
    for (size_t i = 0; i < n; i++) {
        c->out.p[i].parent = head_of_parent[i];
    }
    qsort(c->out.p, n, sizeof c->out.p[0], by_span);
    for (uint32_t i = 0; i < n; i++) {
        c->clause[c->out.p[i].head] = i;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t head = c->out.p[i].parent;
        c->out.p[i].parent = head == PLX_NONE ? PLX_NONE : c->clause[head];
    }
}

static plx_span words_span(const cutter *c, uint32_t begin, uint32_t end) {
    return (plx_span){tok(c, begin)->span.begin, tok(c, end - 1)->span.end};
}

/* Without the punctuation at its ends and the conjunction that it begins with. */
static plx_piece trim(const cutter *c, plx_piece p) {
    if (p.linked && p.begin + 1 < p.end) {
        p.begin++;
    }
    while (p.begin < p.end && tok(c, p.begin)->upos == PLX_UPOS_PUNCT) {
        p.begin++;
    }
    while (p.end > p.begin && tok(c, p.end - 1)->upos == PLX_UPOS_PUNCT) {
        p.end--;
    }
    return p;
}

/* True when a clause found by the tree has the piece as its span, near enough. */
static bool known(const cutter *c, plx_piece p, size_t n) {
    for (uint32_t t = p.begin; t < p.end; t++) {
        uint32_t i = c->clause[t];
        if (i == PLX_NONE || i >= n || c->out.p[i].kind == PLX_CLAUSE_NOMINAL) {
            continue;
        }
        const plx_clause *clause = &c->out.p[i];
        uint32_t lo = PLX_MAX(p.begin, clause->begin), hi = PLX_MIN(p.end, clause->end);
        if (hi > lo && (hi - lo) * 10 >= (p.end - p.begin) * 7 && clause->begin >= p.begin) {
            return true;
        }
    }
    return false;
}

static uint32_t head_in(const cutter *c, plx_piece p) {
    for (uint32_t t = p.begin; t < p.end; t++) {
        if (tok(c, t)->upos == PLX_UPOS_VERB && c->clause[t] == PLX_NONE) {
            return t;
        }
    }
    for (uint32_t t = p.begin; t < p.end; t++) {
        if (is_predicate(c, t) && c->clause[t] == PLX_NONE) {
            return t;
        }
    }
    return PLX_NONE;
}

static void add_piece(cutter *c, uint32_t parent, plx_piece p) {
    uint32_t head = head_in(c, p);
    if (head == PLX_NONE && p.kind == PLX_CLAUSE_COMPANY && c->clause[p.end - 1] == PLX_NONE) {
        head = p.end - 1;
    }
    if (head == PLX_NONE || p.end - p.begin < 2) {
        return;
    }
    plx_clause clause = {.kind = p.kind,
                         .head = head,
                         .begin = p.begin,
                         .end = p.end,
                         .parent = parent,
                         .subject = PLX_NONE,
                         .cue = PLX_NONE};
    clause.span = clause.full = words_span(c, p.begin, p.end);
    c->clause[head] = (uint32_t)c->out.n;
    plx_vec_push(&c->out, c->arena, clause);
    plx_vec_push(&c->kept, c->arena, false);
}

/* Direct speech and the narration around it never make one claim. */
static void mark_borders(cutter *c) {
    const plx_annotation *an = c->an;
    for (size_t q = 0; q < an->n_quotes; q++) {
        for (size_t s = 0; an->quotes[q].kind == PLX_DIRECT && s < an->quotes[q].n_spans; s++) {
            uint32_t b, e;
            plx_tokens_in(an, an->quotes[q].spans[s], &b, &e);
            if (b < e) {
                c->border[b] = true;
                if (e < an->n_tokens) {
                    c->border[e] = true;
                }
            }
        }
    }
}

/* Cuts the stretch where its words show another claim; the piece with the head of clause `i` (when
 * `home`) becomes its span, the others clauses of their own. */
static void cut_stretch(cutter *c, uint32_t i, plx_piece stretch, bool home, size_t n_tree) {
    plx_piece pieces[PLX_MAX_PIECES];
    uint32_t head = c->out.p[i].head;
    size_t n = plx_clause__cut(c->an, stretch.begin, stretch.end, stretch.kind, pieces);
    for (size_t k = 0; k < n; k++) {
        plx_piece p = trim(c, pieces[k]);
        if (p.begin >= p.end) {
            continue;
        }
        if (home && head >= pieces[k].begin && head < pieces[k].end) {
            c->out.p[i].begin = p.begin;
            c->out.p[i].end = p.end;
            c->out.p[i].span = words_span(c, p.begin, p.end);
        } else if (!p.aside && !known(c, p, n_tree)) {
            add_piece(c, i, p);
        }
    }
}

static void cut_further(cutter *c, uint32_t i, size_t n_tree) {
    plx_clause clause = c->out.p[i];
    if (clause.kind == PLX_CLAUSE_NOMINAL || clause.end - clause.begin < 5) {
        return;
    }
    for (uint32_t begin = clause.begin; begin < clause.end;) {
        uint32_t end = begin + 1;
        while (end < clause.end && !c->border[end]) {
            end++;
        }
        plx_piece stretch = {.begin = begin, .end = end, .kind = clause.kind};
        cut_stretch(c, i, stretch, true, n_tree);
        begin = end;
    }
}

/* Runs that the spans left out are claims of their own when they read like one. */
static void add_lost(cutter *c, size_t n_tree) {
    for (size_t k = 0; k < c->lost.n; k++) {
        cut_stretch(c, c->lost_of.p[k], c->lost.p[k], false, n_tree);
    }
}

/* Without a tree sentences are cut by their words alone. */
static void without_tree(cutter *c) {
    for (uint32_t t = 0; t < c->an->n_tokens; t++) {
        c->clause[t] = PLX_NONE;
    }
    for (size_t s = 0; s < c->an->n_sentences; s++) {
        const plx_sentence *sentence = &c->an->sentences[s];
        if (sentence->end <= sentence->begin) {
            continue;
        }
        plx_piece pieces[PLX_MAX_PIECES];
        size_t n = plx_clause__cut(c->an, sentence->begin, sentence->end, PLX_CLAUSE_MAIN, pieces);
        for (size_t k = 0; k < n; k++) {
            plx_piece p = trim(c, pieces[k]);
            if (p.aside || p.begin >= p.end) {
                continue;
            }
            uint32_t head = head_in(c, p);
            head = head == PLX_NONE ? p.begin : head;
            plx_clause clause = {.kind = p.kind,
                                 .head = head,
                                 .begin = p.begin,
                                 .end = p.end,
                                 .parent = PLX_NONE,
                                 .subject = PLX_NONE,
                                 .cue = PLX_NONE};
            clause.span = clause.full = words_span(c, p.begin, p.end);
            c->clause[head] = (uint32_t)c->out.n;
            plx_vec_push(&c->out, c->arena, clause);
        }
    }
}

plx_clauses plx_find_clauses(const plx_annotation *an, plx_arena *arena) {
    cutter c = {.an = an, .arena = arena};
    c.deps = plx_find__deps(an, arena);
    c.clause = plx_new_n(arena, uint32_t, an->n_tokens);
    c.owner = plx_new_n(arena, uint32_t, an->n_tokens);
    c.border = plx_new_n(arena, bool, an->n_tokens);
    mark_borders(&c);
    if (!an->has_tree) {
        without_tree(&c);
        return c.out;
    }
    find_heads(&c);
    find_owners(&c);
    for (uint32_t i = 0; i < c.out.n; i++) {
        make_span(&c, i);
        join_antecedent(&c, i);
    }
    size_t n_tree = c.out.n;
    for (uint32_t i = 0; i < n_tree; i++) {
        cut_further(&c, i, n_tree);
    }
    add_lost(&c, n_tree);
    for (uint32_t i = 0; i < c.out.n; i++) {
        plx_clause *clause = &c.out.p[i];
        bool through;
        uint32_t subject = plx_deps__subject(&c.deps, clause->head, &through);
        clause->subject = subject == PLX_NONE ? PLX_NONE : plx_deps__antecedent(&c.deps, subject);
    }
    find_cues(&c);
    sort(&c);
    add_quote_cues(&c);
    return c.out;
}
