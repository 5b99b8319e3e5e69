/* Words of two linked clauses that stand in the same place and are not the same: the trees of the
 * clauses are laid over one another at the words that correspond, and what hangs there is compared.
 *
 *   killed in the massacre / killed in the attack          one place under one verb: other words
 *   a deputy minister / Deputy Minister Ann Roe            one described, one named
 *   steel / steel and aluminium                            one counts in more
 *   charges / criminal charges, very high / extremely high other words before one noun
 *   confirmed it in a tweet / acknowledged it in a tweet   other verbs over the same words
 *
 * After monolingual alignment by dependencies (Sultan, Bethard and Sumner 2014); here what does not
 * align is the find. */
#include "base/utf8.h"
#include "find/nouns.h"
#include "match/meaning.h"
#include "reconcile/difference_pair.h"

#define LEAST_LINK     1.4
#define SOLID          2.0  /* for all but reasons and who somebody is */
#define NEAR_FILLER    0.45 /* cosine of two nouns in one place under one verb */
#define NEAR_ELSEWHERE 0.6  /* and under two verbs */
#define NEAR_SURELY    0.27
#define MANY_SHARED    4u /* words in common of clauses for so little nearness */
#define SURE_LINK      3.6
#define NEAR_QUALITY   0.6
#define SOLID_FILLER   3.0 /* log-odds of the clauses for nouns under two verbs */
#define LEAST_IDF      3.0 /* of a quality that only one side has */
#define SOLID_PURPOSE  2.5
#define NEAR_REST      0.55
#define LEAST_REST     4.0 /* log-odds of clauses whose words left over are set side by side */
#define NEAR_TWIN      0.7 /* of such words that do not stand alike */
#define SURE_EXTENT    2.6
#define NEAR_JOINED    0.2 /* of what is counted in to what it is joined to */

/* ---- other words in one place
 * ----------------------------------------------------------------------- */

/* "praised him for his courage", "praised him for the sanctions"; "charged with theft". */
static bool says_what_for(const plx_pair *p, uint32_t x, uint32_t y, unsigned both) {
    static const plx_str legal[] = {PLX_S_INIT("accuse"), PLX_S_INIT("charge"),
                                    PLX_S_INIT("convict"), PLX_S_INIT("indict"),
                                    PLX_S_INIT("suspect")};
    uint32_t verb = plx_pair__a(p, x)->head;
    uint32_t c = plx_deps__child(&p->a->deps, x, PLX_DEP_case);
    uint32_t d = plx_deps__child(&p->b->deps, y, PLX_DEP_case);
    if (verb == PLX_NONE || c == PLX_NONE || d == PLX_NONE ||
        !plx_str_eq(plx_pair__a(p, c)->fold, plx_pair__b(p, d)->fold) ||
        p->k->log_odds < SOLID_PURPOSE) {
        return false;
    }
    bool law = plx_str_lookup(legal, PLX_COUNT(legal), plx_pair__a(p, verb)->lemma) != PLX_NONE;
    return (both & PLX_SLOT_FOR) || (law && (both & (PLX_SLOT_OF | PLX_SLOT_WITH)));
}

/* Both behind one preposition that says exactly where: "behind the hedge", "behind some bushes". */
static bool same_preposition(const plx_pair *p, uint32_t x, uint32_t y) {
    static const plx_str exact[] = {
        PLX_S_INIT("above"),    PLX_S_INIT("across"),    PLX_S_INIT("behind"),
        PLX_S_INIT("below"),    PLX_S_INIT("beneath"),   PLX_S_INIT("beside"),
        PLX_S_INIT("between"),  PLX_S_INIT("beyond"),    PLX_S_INIT("inside"),
        PLX_S_INIT("opposite"), PLX_S_INIT("outside"),   PLX_S_INIT("through"),
        PLX_S_INIT("under"),    PLX_S_INIT("underneath")};
    uint32_t c = plx_deps__child(&p->a->deps, x, PLX_DEP_case);
    uint32_t d = plx_deps__child(&p->b->deps, y, PLX_DEP_case);
    return c != PLX_NONE && d != PLX_NONE &&
           plx_str_eq(plx_pair__a(p, c)->fold, plx_pair__b(p, d)->fold) &&
           plx_str_lookup(exact, PLX_COUNT(exact), plx_pair__a(p, c)->fold) != PLX_NONE;
}

/* Verbs and their objects fit one another: under one verb a lesser nearness is enough when the
 * clauses surely tell of the same. */
static double least_nearness(const plx_pair *p, bool one_verb) {
    if (!one_verb) {
        return NEAR_ELSEWHERE;
    }
    bool sure = p->k->log_odds >= SURE_LINK && plx_pair__terms_shared(p) >= MANY_SHARED;
    return sure ? NEAR_SURELY : NEAR_FILLER;
}

/* Does it stand under a verb that goes with anything? */
static bool governed_by_any(const plx_link_view *v, uint32_t i) {
    static const plx_str aspects[] = {PLX_S_INIT("begin"), PLX_S_INIT("continue"),
                                      PLX_S_INIT("end"),   PLX_S_INIT("finish"),
                                      PLX_S_INIT("start"), PLX_S_INIT("stop")};
    uint32_t up = v->an->tokens[i].head;
    return up != PLX_NONE &&
           (plx_pair__is_light(v->an->tokens[up].lemma) ||
            plx_str_lookup(aspects, PLX_COUNT(aspects), v->an->tokens[up].lemma) != PLX_NONE);
}

static void fillers(const plx_pair *p, uint32_t x, uint32_t y, unsigned both, bool one_verb) {
    uint32_t wx = plx_link__weighty(p->a, x), wy = plx_link__weighty(p->b, y);
    if (plx_pair__same(p, wx, wy)) {
        return;
    }
    plx_pair__named_or_not(p, wx, wy);
    const plx_token *s = plx_pair__a(p, wx), *t = plx_pair__b(p, wy);
    if (!plx_pair__is_common(p->a, wx) || !plx_pair__is_common(p->b, wy) ||
        plx_pair__beside(p, wx, wy) || plx_pair__elsewhere(p, wx, wy) ||
        plx_pair__one_family(s->lemma, t->lemma) || plx_pair__is_anybody(s->lemma) ||
        plx_pair__is_general(s->lemma) || plx_pair__is_general(t->lemma) ||
        plx_pair__is_anybody(t->lemma)) {
        return;
    }
    double near = plx_pair__nearness(s, t);
    if (one_verb && says_what_for(p, x, y, both)) {
        plx_pair__find(p, PLX_ABOUT_WHY, PLX_VARIANT, plx_link__phrase(p->a, wx),
                       plx_link__phrase(p->b, wy), s->lemma, t->lemma, 0.8, "what for, of one act");
        return;
    }
    if (one_verb && p->k->log_odds >= LEAST_LINK && same_preposition(p, x, y)) {
        plx_pair__find(p, PLX_ABOUT_WHERE, PLX_VARIANT, plx_link__phrase(p->a, wx),
                       plx_link__phrase(p->b, wy), s->lemma, t->lemma, 0.7,
                       "one act, in one way placed");
        return;
    }
    bool vague = governed_by_any(p->a, x) || governed_by_any(p->b, y);
    if (vague || plx_noun_is_person(s->lemma) != plx_noun_is_person(t->lemma)) {
        return; /* of what is had, held, begun or ended there can be much */
    }
    if (near >= least_nearness(p, one_verb) && (one_verb || p->k->log_odds >= SOLID_FILLER)) {
        plx_pair__find_words(p, PLX_ABOUT_WORD, wx, wy, plx_link__phrase(p->a, wx),
                             plx_link__phrase(p->b, wy), 0.4 + 0.3 * near,
                             "words in one place of clauses that tell of the same");
    }
}

/* ---- before one noun
 * --------------------------------------------------------------------------------- */

static bool is_quality(const plx_link_view *v, uint32_t c, uint32_t noun) {
    const plx_token *t = &v->an->tokens[c];
    bool degree = t->deprel == PLX_DEP_advmod && v->an->tokens[noun].upos == PLX_UPOS_ADJ;
    return t->head == noun && (t->deprel == PLX_DEP_amod || degree) && t->name == PLX_NONE &&
           v->figure[c] == PLX_NONE && v->time[c] == PLX_NONE &&
           (t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_ADV || t->upos == PLX_UPOS_VERB);
}

/* The word with those that a hyphen ties to it: "top-secret". */
static plx_span tied(const plx_link_view *v, uint32_t i) {
    const plx_token *t = v->an->tokens;
    uint32_t from = i;
    while (from >= 2 && i - from < 6 && plx_str_eq(t[from - 1].fold, PLX_S("-")) &&
           t[from - 1].span.end == t[from].span.begin &&
           t[from - 2].span.end == t[from - 1].span.begin) {
        from -= 2;
    }
    return plx_span_of(t[from].span.begin, t[i].span.end);
}

static bool contains_word(plx_str longer, plx_str shorter) {
    return longer.n > shorter.n && shorter.n >= 4 && plx_str_ends(longer, shorter) &&
           longer.p[longer.n - shorter.n - 1] == '-' && !plx_str_starts(longer, PLX_S("then-")) &&
           !plx_str_starts(longer, PLX_S("ex-")) && !plx_str_starts(longer, PLX_S("now-"));
}

/* "high powered" beside "high-powered": does the first part stand before the word unhyphened? */
static bool stands_before(const plx_link_view *v, uint32_t i, plx_str whole) {
    return i > 0 && plx_str_starts(whole, v->an->tokens[i - 1].fold);
}

static size_t modifiers(const plx_link_view *v, uint32_t noun) {
    size_t n = 0;
    for (uint32_t c = v->deps.first[noun]; c != PLX_NONE && c < noun; c = v->deps.next[c]) {
        n += v->an->tokens[c].deprel == PLX_DEP_compound;
    }
    return n;
}

/* How a hospital says that somebody is. */
static bool is_health(const plx_token *t) {
    static const plx_str words[] = {PLX_S_INIT("critical"), PLX_S_INIT("fair"),
                                    PLX_S_INIT("good"),     PLX_S_INIT("grave"),
                                    PLX_S_INIT("guarded"),  PLX_S_INIT("satisfactory"),
                                    PLX_S_INIT("serious"),  PLX_S_INIT("stable")};
    return plx_str_lookup(words, PLX_COUNT(words), t->fold) != PLX_NONE;
}

/* "seven are in stable condition", "three in serious condition". */
static bool of_groups(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t s = plx_deps__own_subject(&p->a->deps, x), t = plx_deps__own_subject(&p->b->deps, y);
    return (s != PLX_NONE &&
            (p->a->figure[s] != PLX_NONE || plx_pair__a(p, s)->upos == PLX_UPOS_NUM)) ||
           (t != PLX_NONE &&
            (p->b->figure[t] != PLX_NONE || plx_pair__b(p, t)->upos == PLX_UPOS_NUM));
}

static void qualities(const plx_pair *p, uint32_t x, uint32_t y) {
    if (plx_link__of_others(p->l, p->k->a->account, x, p->k->b->account, y)) {
        return; /* the condition of another patient */
    }
    plx_str text_a = p->a->an->account->text, text_b = p->b->an->account->text;
    for (uint32_t c = p->a->deps.first[x]; c != PLX_NONE && c < x; c = p->a->deps.next[c]) {
        for (uint32_t d = p->b->deps.first[y]; d != PLX_NONE && d < y; d = p->b->deps.next[d]) {
            if (!is_quality(p->a, c, x) || !is_quality(p->b, d, y) ||
                plx_pair__is_vague(plx_pair__a(p, c)->lemma) ||
                plx_pair__is_vague(plx_pair__b(p, d)->lemma) ||
                modifiers(p->a, x) != modifiers(p->b, y)) {
                continue;
            }
            const plx_token *s = plx_pair__a(p, c), *t = plx_pair__b(p, d);
            plx_span own = tied(p->a, c), other = tied(p->b, d);
            plx_str word_x = plx_str_fold(p->l->arena, plx_str_at(text_a, own));
            plx_str word_y = plx_str_fold(p->l->arena, plx_str_at(text_b, other));
            bool more = (contains_word(word_x, word_y) && !stands_before(p->b, d, word_x)) ||
                        (contains_word(word_y, word_x) && !stands_before(p->a, c, word_y));
            double nearer =
                PLX_MAX(plx_pair__nearness(s, t),
                        plx_meaning_cosine(plx_meaning_of(word_x), plx_meaning_of(word_y)));
            bool health = plx_str_eq(plx_pair__a(p, x)->lemma, PLX_S("condition")) &&
                          is_health(s) && is_health(t);
            more = more && !plx_str_ends(word_x, PLX_S("threatening"));
            bool near = !plx_pair__same(p, c, d) &&
                        (health ? !of_groups(p, x, y) : nearer >= NEAR_QUALITY) &&
                        !plx_pair__is_everyday(s->lemma, t->lemma) && !plx_pair__elsewhere(p, c, d);
            if (more || near) {
                plx_pair__find(p, PLX_ABOUT_QUALITY, PLX_VARIANT,
                               plx_span_of(own.begin, plx_pair__a(p, x)->span.end),
                               plx_span_of(other.begin, plx_pair__b(p, y)->span.end), word_x,
                               word_y, 0.6, "words before one noun");
            }
        }
    }
}

/* The only quality of a noun, or PLX_NONE. */
static uint32_t only_quality(const plx_link_view *v, uint32_t noun, size_t *n) {
    uint32_t found = PLX_NONE;
    *n = 0;
    for (uint32_t c = v->deps.first[noun]; c != PLX_NONE; c = v->deps.next[c]) {
        bool compound = v->an->tokens[c].deprel == PLX_DEP_compound;
        if (c < noun && (is_quality(v, c, noun) || compound)) {
            found = compound ? found : c;
            ++*n;
        }
    }
    return found;
}

/* "charges" here and "criminal charges" there, under one verb. */
static void one_qualified(const plx_pair *p, uint32_t x, uint32_t y) {
    size_t n_x, n_y;
    uint32_t c = only_quality(p->a, x, &n_x), d = only_quality(p->b, y, &n_y);
    if (!plx_pair__is_weighty(plx_pair__a(p, x)->lemma) || (n_x == 0) == (n_y == 0) ||
        n_x + n_y != 1 || (c == PLX_NONE && d == PLX_NONE) || !plx_pair__is_common(p->a, x) ||
        !plx_pair__is_common(p->b, y)) {
        return;
    }
    const plx_token *q = c != PLX_NONE ? plx_pair__a(p, c) : plx_pair__b(p, d);
    if (plx_meaning_idf(plx_meaning_of(q->lemma)) < LEAST_IDF || q->upos != PLX_UPOS_ADJ) {
        return;
    }
    plx_span sx = plx_link__phrase(p->a, x), sy = plx_link__phrase(p->b, y);
    plx_pair__find(p, PLX_ABOUT_QUALITY, PLX_PRECISION, sx, sy,
                   c != PLX_NONE ? q->fold : PLX_S("-"), c != PLX_NONE ? PLX_S("-") : q->fold, 0.5,
                   "one says which");
}

/* ---- what a noun is for
 * ------------------------------------------------------------------------------ */

/* What a noun is for or about: "to sell beer" of "a permit to sell beer", "for the feast". */
static uint32_t complement(const plx_link_view *v, uint32_t noun) {
    for (uint32_t c = v->deps.first[noun]; c != PLX_NONE; c = v->deps.next[c]) {
        const plx_token *t = &v->an->tokens[c];
        bool aim =
            t->deprel == PLX_DEP_acl && plx_deps__child(&v->deps, c, PLX_DEP_mark) != PLX_NONE;
        if (c > noun && (aim || (plx_link__slot(v, c, noun) & PLX_SLOT_FOR))) {
            return c;
        }
    }
    return PLX_NONE;
}

static void complements(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t c = complement(p->a, x), d = complement(p->b, y);
    if (c == PLX_NONE || d == PLX_NONE || plx_pair__a(p, c)->deprel != plx_pair__b(p, d)->deprel ||
        plx_pair__a(p, c)->upos != plx_pair__b(p, d)->upos || plx_pair__a(p, x)->name != PLX_NONE ||
        plx_pair__b(p, y)->name != PLX_NONE || !plx_pair__is_common(p->a, x) ||
        !plx_pair__is_common(p->b, y) || plx_pair__elsewhere(p, c, d) ||
        plx_meaning_idf(plx_pair__meaning_of(plx_pair__a(p, x))) < LEAST_IDF) {
        return;
    }
    plx_pair__find(p, PLX_ABOUT_WORD, PLX_VARIANT, plx_pair__complement_span(p->a, c),
                   plx_pair__complement_span(p->b, d), plx_pair__a(p, c)->lemma,
                   plx_pair__b(p, d)->lemma, 0.6, "what one and the same is for");
}

/* ---- words left over
 * --------------------------------------------------------------------------------- */

static bool is_left_over(const plx_pair *p, const plx_link_view *v, uint32_t account, uint32_t i,
                         const plx_claim_unit *other) {
    const plx_token *t = &v->an->tokens[i];
    return plx_pair__is_common(v, i) && v->key[i] && !plx_pair__is_anybody(t->lemma) &&
           !plx_noun_is_person(t->lemma) && t->deprel != PLX_DEP_compound &&
           !plx_link__has(p->l, account, i, other);
}

/* The noun of the other clause that is nearest to this one, both left over; PLX_NONE when none is
 * near. */
static uint32_t nearest(const plx_pair *p, bool of_a, uint32_t i, double *near) {
    const plx_link_view *v = of_a ? p->b : p->a;
    const plx_claim_unit *u = of_a ? p->k->b : p->k->a, *own = of_a ? p->k->a : p->k->b;
    const plx_token *t = of_a ? plx_pair__a(p, i) : plx_pair__b(p, i);
    uint32_t best = PLX_NONE;
    *near = NEAR_REST;
    for (uint32_t m = u->begin; m < u->end; m++) {
        double n =
            is_left_over(p, v, u->account, m, own) ? plx_pair__nearness(t, &v->an->tokens[m]) : 0;
        if (n > *near && !plx_pair__one_family(t->lemma, v->an->tokens[m].lemma)) {
            *near = n;
            best = m;
        }
    }
    return best;
}

/* In one place under words that correspond. */
static bool stands_alike(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t over_x = plx_pair__a(p, x)->head, over_y = plx_pair__b(p, y)->head;
    return over_x != PLX_NONE && over_y != PLX_NONE && plx_pair__same(p, over_x, over_y) &&
           (plx_link__slot(p->a, x, over_x) & plx_link__slot(p->b, y, over_y)) != 0;
}

/* In two clauses that tell of the same, nouns that are each other's nearest stand for one another
 * when they stand alike, or are very near in very sure clauses. */
static void left_over(const plx_pair *p) {
    const plx_claim_unit *a = p->k->a;
    for (uint32_t x = a->begin; x < a->end; x++) {
        double near, back;
        if (!is_left_over(p, p->a, a->account, x, p->k->b)) {
            continue;
        }
        uint32_t y = nearest(p, true, x, &near);
        bool sure = y != PLX_NONE && (stands_alike(p, x, y) || (near >= NEAR_TWIN));
        if (y != PLX_NONE && sure && !plx_pair__beside(p, x, y) &&
            nearest(p, false, y, &back) == x) {
            plx_pair__find_words(p, PLX_ABOUT_WORD, x, y, plx_link__phrase(p->a, x),
                                 plx_link__phrase(p->b, y), 0.3 + 0.3 * near,
                                 "words near in meaning, in clauses that tell of the same");
        }
    }
}

/* ---- one counts in more
 * ------------------------------------------------------------------------------ */

static uint32_t joined_to(const plx_link_view *v, uint32_t head, size_t *n) {
    uint32_t found = PLX_NONE;
    *n = 0;
    for (uint32_t c = v->deps.first[head]; c != PLX_NONE; c = v->deps.next[c]) {
        if (v->an->tokens[c].deprel == PLX_DEP_conj) {
            uint32_t cc = plx_deps__child(&v->deps, c, PLX_DEP_cc);
            bool and = cc != PLX_NONE ? !plx_token_is(&v->an->tokens[cc], "or")
                                      : c > 0 && v->an->tokens[c - 1].upos == PLX_UPOS_CCONJ;
            found = found == PLX_NONE && and? c : found;
            ++*n;
        }
    }
    const plx_token *t = v->an->tokens; /* "steel and aluminium imports" */
    if (!*n && t[head].deprel == PLX_DEP_compound && t[head].head != PLX_NONE &&
        t[head].head == head + 3 && t[head + 1].upos == PLX_UPOS_CCONJ &&
        t[head + 2].deprel == PLX_DEP_compound && t[head + 2].head == t[head].head) {
        *n = 1;
        found = head + 2;
    }
    return found;
}

/* "abuse of power and obstruction of justice": it is joined to the word above. */
static bool has_of(const plx_link_view *v, uint32_t noun) {
    for (uint32_t c = v->deps.first[noun]; c != PLX_NONE; c = v->deps.next[c]) {
        if (c > noun && (plx_link__slot(v, c, noun) & PLX_SLOT_OF)) {
            return true;
        }
    }
    return false;
}

static bool is_used(const plx_link_view *v, uint32_t key) {
    for (size_t i = 0; i < v->an->n_tokens; i++) {
        if (v->key[i] == key) {
            return true;
        }
    }
    return false;
}

static void extents(const plx_pair *p, uint32_t x, uint32_t y) {
    size_t n_x, n_y;
    uint32_t c = joined_to(p->a, x, &n_x), d = joined_to(p->b, y, &n_y);
    if ((n_x == 0) == (n_y == 0) || plx_pair__a(p, x)->upos != plx_pair__b(p, y)->upos) {
        return;
    }
    const plx_link_view *v = c != PLX_NONE ? p->a : p->b;
    if (c == PLX_NONE && d == PLX_NONE) {
        return; /* a list that goes on without "and" */
    }
    uint32_t more = c != PLX_NONE ? c : d, from = c != PLX_NONE ? x : y;
    bool noun =
        v->an->tokens[from].upos == PLX_UPOS_NOUN || v->an->tokens[from].upos == PLX_UPOS_ADJ;
    bool plain = noun && v->an->tokens[more].upos == v->an->tokens[from].upos &&
                 v->an->tokens[more].name == PLX_NONE && v->figure[more] == PLX_NONE &&
                 more > from && more - from <= 4 && v->key[more] &&
                 !plx_pair__is_anybody(v->an->tokens[from].lemma) &&
                 !plx_noun_is_person(v->an->tokens[from].lemma);
    for (uint32_t i = from + 1; plain && i < more; i++) {
        plain = v->an->tokens[i].upos != PLX_UPOS_VERB && v->an->tokens[i].upos != PLX_UPOS_AUX &&
                v->an->tokens[i].upos != PLX_UPOS_PUNCT;
    }
    uint32_t account = c != PLX_NONE ? p->k->a->account : p->k->b->account;
    uint32_t over_x = plx_pair__a(p, x)->head, over_y = plx_pair__b(p, y)->head;
    bool one_head = over_x != PLX_NONE && over_y != PLX_NONE && plx_pair__same(p, over_x, over_y);
    double near = plx_pair__nearness(&v->an->tokens[from], &v->an->tokens[more]);
    bool placed = over_x != PLX_NONE && over_y != PLX_NONE &&
                  (plx_link__slot(p->a, x, over_x) & plx_link__slot(p->b, y, over_y)) != 0;
    bool alike = p->k->log_odds >= SURE_EXTENT && placed && near >= NEAR_JOINED;
    const plx_link_view *poor = c != PLX_NONE ? p->b : p->a;
    uint32_t behind = (c != PLX_NONE ? y : x) + 1;
    bool goes_on = behind < poor->an->n_tokens && poor->an->tokens[behind].upos == PLX_UPOS_CCONJ;
    bool before_noun = more + 1 < v->an->n_tokens && v->an->tokens[more + 1].upos == PLX_UPOS_NOUN;
    goes_on |= before_noun !=
               (behind < poor->an->n_tokens && poor->an->tokens[behind].upos == PLX_UPOS_NOUN);
    bool one_number =
        ((v->an->tokens[from].feats ^ v->an->tokens[more].feats) & PLX_FEAT_PLUR) == 0;
    bool own_of =
        has_of(v, more) && (plx_link__slot(v, from, v->an->tokens[from].head) & PLX_SLOT_OF);
    bool told = is_used(poor, v->key[more]);
    if (!(one_head || alike) || !plain || goes_on || told || p->k->log_odds < SURE_EXTENT ||
        !one_number || own_of ||
        plx_link__has(p->l, account, more, c != PLX_NONE ? p->k->b : p->k->a)) {
        return;
    }
    plx_span wide = plx_span_of(v->an->tokens[from].span.begin, v->an->tokens[more].span.end);
    plx_span sx = c != PLX_NONE ? wide : plx_pair__a(p, x)->span;
    plx_span sy = c != PLX_NONE ? plx_pair__b(p, y)->span : wide;
    plx_pair__find(p, PLX_ABOUT_EXTENT, PLX_PRECISION, sx, sy,
                   plx_str_at(p->a->an->account->text, sx), plx_str_at(p->b->an->account->text, sy),
                   0.8, "one counts in more");
}

/* ---- where, more exactly
 * ----------------------------------------------------------------------------- */

/* A name or number that says where the noun's thing is: "at 12 Mill Lane" of "the yard". */
static bool is_placed(const plx_link_view *v, uint32_t noun) {
    for (uint32_t c = v->deps.first[noun]; c != PLX_NONE; c = v->deps.next[c]) {
        unsigned slot = plx_link__slot(v, c, noun);
        bool named = v->an->tokens[c].upos == PLX_UPOS_PROPN || v->an->tokens[c].name != PLX_NONE;
        if (c > noun && named && v->time[c] == PLX_NONE && (slot & PLX_SLOT_PLACE)) {
            return true;
        }
    }
    return false;
}

/* Does a name of a place stand right before or behind the noun's phrase? */
static bool names_a_place(const plx_link_view *v, uint32_t noun) {
    const plx_sentence *s = &v->an->sentences[v->an->tokens[noun].sentence];
    uint32_t from = noun > s->begin + 4 ? noun - 4 : s->begin, to = PLX_MIN(s->end, noun + 6);
    for (uint32_t i = from; i < to; i++) {
        if (i != noun && v->mention[i] != PLX_NONE &&
            v->an->mentions[v->mention[i]].kind == PLX_NAME &&
            v->an->mentions[v->mention[i]].type == PLX_PLACE) {
            return true;
        }
    }
    return false;
}

/* What the story is about is told of with and without its place. */
static bool is_happening(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("accident"), PLX_S_INIT("attack"),   PLX_S_INIT("conference"),
        PLX_S_INIT("crash"),    PLX_S_INIT("event"),    PLX_S_INIT("fire"),
        PLX_S_INIT("incident"), PLX_S_INIT("killing"),  PLX_S_INIT("meeting"),
        PLX_S_INIT("murder"),   PLX_S_INIT("shooting"), PLX_S_INIT("talk"),
        PLX_S_INIT("visit")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static void more_exactly(const plx_pair *p, uint32_t x, uint32_t y) {
    if (is_placed(p->a, x) == is_placed(p->b, y) || !plx_pair__is_common(p->a, x) ||
        !plx_pair__is_common(p->b, y) || is_happening(plx_pair__a(p, x)->lemma) ||
        plx_pair__is_general(plx_pair__a(p, x)->lemma)) {
        return;
    }
    bool rich_a = is_placed(p->a, x);
    if (names_a_place(rich_a ? p->b : p->a, rich_a ? y : x)) {
        return; /* "in camps in Vardia", "detained in Vardia in camps" */
    }
    plx_span sx = plx_link__phrase(p->a, x), sy = plx_link__phrase(p->b, y);
    plx_pair__find(p, PLX_ABOUT_WHERE, PLX_PRECISION, sx, sy,
                   plx_str_at(p->a->an->account->text, sx), plx_str_at(p->b->an->account->text, sy),
                   0.8, "one says more exactly where");
}

/* ---- a pair of clauses
 * ------------------------------------------------------------------------------- */

static void below(const plx_pair *p, uint32_t x, uint32_t y, bool one_verb) {
    for (uint32_t c = p->a->deps.first[x]; c != PLX_NONE; c = p->a->deps.next[c]) {
        unsigned s = plx_link__slot(p->a, c, x);
        for (uint32_t d = p->b->deps.first[y]; s && d != PLX_NONE; d = p->b->deps.next[d]) {
            unsigned both = s & plx_link__slot(p->b, d, y);
            if (!both || (both & (PLX_SLOT_MODIFIER | PLX_SLOT_MANNER))) {
                continue;
            }
            if (one_verb && plx_pair__same(p, c, d)) {
                plx_pair__one_identified(p, c, d);
            }
            if (p->k->log_odds < SOLID) {
                continue;
            }
            fillers(p, c, d, both, one_verb);
            if (both & PLX_SLOT_SUBJECT) {
                plx_pair__doers_or_officials(p, c, d);
            }
            if (one_verb && (both & PLX_SLOT_SUBJECT)) {
                plx_pair__doers(p, c, d, x, y);
            }
            if (one_verb && plx_pair__same(p, c, d)) {
                one_qualified(p, c, d);
            }
            if (one_verb && plx_pair__same(p, c, d) && (both & (PLX_SLOT_PLACE | PLX_SLOT_FROM))) {
                more_exactly(p, c, d);
            }
        }
    }
}

static void compare(const plx_pair *p) {
    const plx_claim_unit *a = p->k->a, *b = p->k->b;
    bool solid = p->k->log_odds >= SOLID;
    for (uint32_t x = a->begin; x < a->end; x++) {
        for (uint32_t y = b->begin; y < b->end; y++) {
            bool heads = x == a->head && y == b->head;
            if (plx_link__alike(p->a, x, p->b, y) && plx_pair__a(p, x)->name == PLX_NONE &&
                plx_pair__b(p, y)->name == PLX_NONE) {
                below(p, x, y, true);
                plx_pair__reasons(p, x, y);
                plx_pair__aims(p, x, y);
                plx_pair__purposes(p, x, y);
                if (solid) {
                    qualities(p, x, y);
                    extents(p, x, y);
                    complements(p, x, y);
                }
            } else if (solid) {
                if (heads) {
                    below(p, x, y, false);
                }
                plx_pair__verbs(p, x, y);
            }
        }
    }
}

/* Of clauses that are less sure only who is identified: one verb over one noun is enough for that.
 */
static void identified(const plx_pair *p) {
    uint32_t x = p->k->a->head, y = p->k->b->head;
    if (plx_pair__a(p, x)->upos != PLX_UPOS_VERB || !plx_pair__same(p, x, y)) {
        return;
    }
    for (uint32_t c = p->a->deps.first[x]; c != PLX_NONE; c = p->a->deps.next[c]) {
        for (uint32_t d = p->b->deps.first[y]; d != PLX_NONE; d = p->b->deps.next[d]) {
            if ((plx_link__slot(p->a, c, x) & plx_link__slot(p->b, d, y)) &&
                plx_pair__same(p, c, d)) {
                plx_pair__one_identified(p, c, d);
            }
        }
    }
}

/* "A deputy minister met them and called on the militia to ...": the subjects, one of which stands
 * before its clause. */
static void understood(const plx_pair *p) {
    const plx_claim_unit *a = p->k->a, *b = p->k->b;
    bool outside = a->subject < a->begin || a->subject >= a->end || b->subject < b->begin ||
                   b->subject >= b->end;
    if (a->subject != PLX_NONE && b->subject != PLX_NONE && outside) {
        plx_pair__named_or_not(p, a->subject, b->subject);
    }
}

void plx_difference__slots(const plx_links *l, plx_pool *pool) {
    for (size_t i = 0; i < l->n; i++) {
        const plx_link *k = &l->p[i];
        plx_pair all = {l, k, pool, &l->view[k->a->account], &l->view[k->b->account]};
        if (k->short_of > PLX_LINK_BEST) {
            plx_pair__reasons_of(&all);
        }
        if (k->log_odds < LEAST_LINK && k->short_of <= PLX_LINK_BEST) {
            identified(&all);
        }
        if (k->log_odds >= LEAST_LINK && k->short_of <= PLX_LINK_BEST) {
            plx_pair p = {l, k, pool, &l->view[k->a->account], &l->view[k->b->account]};
            compare(&p);
            understood(&p);
            if (k->log_odds >= LEAST_REST && !k->a->with_clauses && !k->b->with_clauses) {
                left_over(&p);
            }
        }
    }
}
