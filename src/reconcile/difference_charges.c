/* What somebody is charged with: "capital murder" here, "murder" there, of one person, in whatever
 * clauses. The words of the charges of an account are put together; two accounts differ when one
 * has words that the other lacks, and contradict one another when they have none in common. */
#include "base/vec.h"
#include "find/quote_cues.h"
#include "reconcile/difference_pool.h"

#define MOST_CHARGES 120u
#define MOST_TOKENS  14u
#define MOST_WORDS   12u

typedef struct charge {
    uint32_t account, entity;
    plx_str word[MOST_WORDS]; /* folded */
    size_t n;
    plx_at at;
} charge;

typedef struct charges {
    charge *p;
    size_t n, cap;
} charges;

/* The words of accusing, with the preposition that brings what of. */
static bool brings(plx_str lemma, const plx_token *preposition) {
    bool with = plx_str_eq(lemma, PLX_S("charge"));
    bool on = plx_str_eq(lemma, PLX_S("indict")) || plx_str_eq(lemma, PLX_S("arraign")) ||
              plx_str_eq(lemma, PLX_S("book"));
    return (with && plx_token_is(preposition, "with")) ||
           (on && (plx_token_is(preposition, "on") || plx_token_is(preposition, "for")));
}

static bool tells(const plx_token *t) {
    static const plx_str empty[] = {
        PLX_S_INIT("charge"), PLX_S_INIT("count"),   PLX_S_INIT("crime"),    PLX_S_INIT("degree"),
        PLX_S_INIT("felony"), PLX_S_INIT("offense"), PLX_S_INIT("suspicion")};
    bool content = t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_VERB;
    return content && t->fold.n > 2 &&
           plx_str_lookup(empty, PLX_COUNT(empty), t->lemma) == PLX_NONE;
}

/* "first", "1st": the degree as a figure. */
static plx_str degree_of(plx_str fold) {
    static const struct {
        const char *word, *figure;
    } table[] = {{"first", "1st"}, {"second", "2nd"}, {"third", "3rd"}, {"fourth", "4th"},
                 {"1st", "1st"},   {"2nd", "2nd"},    {"3rd", "3rd"},   {"4th", "4th"}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        size_t n = strlen(table[i].word);
        if (plx_str_starts(fold, plx_str_of(table[i].word)) && (fold.n == n || fold.p[n] == '-')) {
            return plx_str_of(table[i].figure);
        }
    }
    return (plx_str){NULL, 0};
}

static void add_word(charge *c, plx_str word) {
    for (size_t i = 0; i < c->n; i++) {
        if (plx_str_eq(c->word[i], word)) {
            return;
        }
    }
    if (c->n < MOST_WORDS) {
        c->word[c->n++] = word;
    }
}

static bool ends_charge(const plx_token *t) {
    static const plx_str words[] = {
        PLX_S_INIT("according"), PLX_S_INIT("after"), PLX_S_INIT("against"), PLX_S_INIT("as"),
        PLX_S_INIT("at"),        PLX_S_INIT("by"),    PLX_S_INIT("during"),  PLX_S_INIT("for"),
        PLX_S_INIT("from"),      PLX_S_INIT("in"),    PLX_S_INIT("on"),      PLX_S_INIT("under"),
        PLX_S_INIT("while")};
    return plx_str_lookup(words, PLX_COUNT(words), t->fold) != PLX_NONE ||
           t->upos == PLX_UPOS_SCONJ || t->upos == PLX_UPOS_AUX || t->name != PLX_NONE ||
           plx_str_eq(t->fold, PLX_S(";")) || plx_str_eq(t->fold, PLX_S(".")) ||
           plx_str_eq(t->fold, PLX_S("\"")) || plx_str_eq(t->fold, PLX_S("("));
}

/* ", police said". */
static bool is_told_by(const plx_annotation *an, uint32_t comma, uint32_t end) {
    for (uint32_t i = comma + 1; i < end && i < comma + 4; i++) {
        const plx_cue_word *cue =
            an->tokens[i].upos == PLX_UPOS_VERB ? plx_cue__verb(an->tokens[i].lemma) : NULL;
        if (cue && cue->kind == PLX_CUE_SPEECH) {
            return true;
        }
    }
    return false;
}

/* Reads the words behind the preposition. False when there is no noun among them. */
static bool read_words(const plx_annotation *an, uint32_t from, charge *c) {
    uint32_t end = an->sentences[an->tokens[from].sentence].end, last = from;
    bool noun = false;
    for (uint32_t i = from; i < end && i < from + MOST_TOKENS && !ends_charge(&an->tokens[i]);
         i++) {
        if (plx_token_is(&an->tokens[i], ",") && is_told_by(an, i, end)) {
            break;
        }
        plx_str degree = degree_of(an->tokens[i].fold);
        if (degree.n) {
            add_word(c, degree);
            last = i;
        } else if (tells(&an->tokens[i])) {
            add_word(c, an->tokens[i].lemma);
            noun |= an->tokens[i].upos == PLX_UPOS_NOUN;
            last = i;
        }
    }
    c->at.span = plx_span_of(an->tokens[from].span.begin, an->tokens[last].span.end);
    return noun;
}

static void add_for(const plx_links *l, const charge *c, uint32_t who, charges *out) {
    const plx_link_view *v = &l->view[c->account];
    uint32_t e = who == PLX_NONE ? PLX_NONE : v->entity[who];
    if (e == PLX_NONE || l->s->entities.p[e].type != PLX_PERSON || !l->s->entities.p[e].names.n ||
        out->n >= MOST_CHARGES) {
        return;
    }
    charge own = *c;
    own.entity = e;
    plx_vec_push(out, l->arena, own);
}

static void read_charge(const plx_links *l, uint32_t account, uint32_t verb, charges *out) {
    const plx_link_view *v = &l->view[account];
    const plx_token *t = v->an->tokens;
    charge c = {.account = account, .at = {account, {0, 0}}};
    uint32_t preposition = PLX_NONE;
    for (uint32_t k = v->deps.first[verb]; k != PLX_NONE; k = v->deps.next[k]) {
        uint32_t p = plx_deps__child(&v->deps, k, PLX_DEP_case);
        if (k > verb && p != PLX_NONE && p > verb && brings(t[verb].lemma, &t[p])) {
            preposition = preposition == PLX_NONE ? p : preposition;
        }
    }
    if (preposition == PLX_NONE || v->time[preposition + 1] != PLX_NONE ||
        !read_words(v->an, preposition + 1, &c) ||
        plx_account_is_dropped(v->an->account, c.at.span)) {
        return;
    }
    bool through;
    uint32_t who = plx_deps__is_passive(&v->deps, verb)
                       ? plx_deps__subject(&v->deps, verb, &through)
                       : plx_deps__child(&v->deps, verb, PLX_DEP_obj);
    if (who == PLX_NONE) {
        return;
    }
    who = plx_deps__antecedent(&v->deps, who);
    add_for(l, &c, who, out);
    for (uint32_t k = v->deps.first[who]; k != PLX_NONE; k = v->deps.next[k]) {
        if (t[k].deprel == PLX_DEP_conj) {
            add_for(l, &c, k, out);
        }
    }
}

/* All that an account charges the person with, in one. */
static charge together(const charges *list, const charge *first) {
    charge out = *first;
    for (size_t i = 0; i < list->n; i++) {
        const charge *c = &list->p[i];
        if (c->account != first->account || c->entity != first->entity) {
            continue;
        }
        for (size_t k = 0; k < c->n; k++) {
            add_word(&out, c->word[k]);
        }
        out.at = c->n > first->n && plx_span_len(c->at.span) > plx_span_len(out.at.span) ? c->at
                                                                                         : out.at;
    }
    return out;
}

static size_t count_shared(const charge *a, const charge *b) {
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            n += plx_str_eq(a->word[i], b->word[k]);
        }
    }
    return n;
}

static plx_str key_of(const charge *c, plx_arena *arena) {
    plx_str out = {NULL, 0}, last = {NULL, 0};
    for (size_t n = 0; n < c->n; n++) { /* in the order of letters */
        plx_str next = {NULL, 0};
        for (size_t i = 0; i < c->n; i++) {
            bool behind = !last.n || plx_str_cmp(c->word[i], last) > 0;
            if (behind && (!next.n || plx_str_cmp(c->word[i], next) < 0)) {
                next = c->word[i];
            }
        }
        out = plx_str_format(arena, "%.*s %.*s", PLX_FMT(out), PLX_FMT(next));
        last = next;
    }
    return out;
}

static void put_person(plx_story *s, const charges *list, uint32_t entity, plx_arena *arena) {
    plx_difference d = {
        .kind = PLX_PRECISION, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
    charges all = {0};
    for (size_t i = 0; i < list->n; i++) {
        bool first = list->p[i].entity == entity;
        for (size_t k = 0; k < i && first; k++) {
            first = list->p[k].entity != entity || list->p[k].account != list->p[i].account;
        }
        if (first) {
            plx_vec_push(&all, arena, together(list, &list->p[i]));
        }
    }
    for (size_t i = 0; i < all.n; i++) {
        plx_difference__put(&d, key_of(&all.p[i], arena), all.p[i].at, arena);
        for (size_t k = 0; k < i; k++) {
            d.kind = count_shared(&all.p[i], &all.p[k]) ? d.kind : PLX_CONFLICT;
        }
    }
    plx_difference__in_own_words(s, &d);
    d.about =
        plx_str_format(arena, "what %.*s is charged with", PLX_FMT(s->entities.p[entity].name));
    d.why = PLX_S("the words of the charges, in each account");
    d.weight = 1.0 + plx_difference__salience(s, entity);
    plx_difference__add(s, &d, arena);
}

void plx_difference__charges(const plx_links *l) {
    charges list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_annotation *an = l->view[a].an;
        for (uint32_t i = 0; an->has_tree && i < an->n_tokens; i++) {
            if (an->tokens[i].upos == PLX_UPOS_VERB) {
                read_charge(l, a, i, &list);
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        bool first = true;
        for (size_t k = 0; k < i && first; k++) {
            first = list.p[k].entity != list.p[i].entity;
        }
        if (first) {
            put_person(l->s, &list, list.p[i].entity, l->arena);
        }
    }
}
