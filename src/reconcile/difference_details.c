/* What one account says more exactly than another beside the same word, in clauses that surely tell
 * of the same:
 *
 *   a statement / a written statement            one says more of which
 *   repeatedly denied / has long denied          one act, each in its own manner
 *   filed in Vardia / filed in Arden             one act in two places
 *
 * Words that the other account uses of the same thing elsewhere are no difference. */
#include "find/nouns.h"
#include "match/meaning.h"
#include "reconcile/difference_pair.h"

#define LEAST_LINK  3.0 /* log-odds of the clauses */
#define LEAST_IDF   3.0 /* of a word that only one side has: commoner ones say too little */
#define SURE_NUMBER 5.0
#define MOST_BEFORE 6u

typedef struct side {
    const plx_link_view *v;
    const plx_claim_unit *u;
    uint32_t token;
} side;

static const plx_token *tok(const side *s, uint32_t i) { return &s->v->an->tokens[i]; }

static void find(const plx_links *l, const plx_link *k, plx_pool *pool, plx_finding_about about,
                 plx_difference_kind kind, plx_span x, plx_span y, double weight, const char *why) {
    plx_finding f = {.about = about,
                     .kind = kind,
                     .at = {{k->a->account, x}, {k->b->account, y}},
                     .value = {plx_str_at(l->s->accounts[k->a->account]->text, x),
                               plx_str_at(l->s->accounts[k->b->account]->text, y)},
                     .weight = weight + 0.05 * k->log_odds,
                     .why = why};
    plx_finding__of_link(&f, l, k);
    plx_pool__add(pool, &f);
}

/* ---- before a noun
 * ---------------------------------------------------------------------------------- */

typedef struct qualities {
    uint32_t p[MOST_BEFORE];
    size_t n;
    bool whole; /* all of them are in the list */
} qualities;

/* Adjectives and nouns before the noun, without numbers and times. */
static qualities qualities_of(const side *s) {
    qualities q = {.whole = true};
    for (uint32_t c = s->v->deps.first[s->token]; c != PLX_NONE && c < s->token;
         c = s->v->deps.next[c]) {
        uint8_t d = tok(s, c)->deprel;
        bool kind = d == PLX_DEP_amod || d == PLX_DEP_compound || d == PLX_DEP_nmod_poss;
        if (!kind || s->v->figure[c] != PLX_NONE || s->v->time[c] != PLX_NONE) {
            continue;
        }
        if (q.n == MOST_BEFORE) {
            q.whole = false;
            break;
        }
        q.p[q.n++] = c;
    }
    return q;
}

static bool same(const plx_links *l, const side *a, uint32_t x, const side *b, uint32_t y) {
    return plx_link__same(l, a->u->account, x, b->u->account, y);
}

/* Does the account use the word of the same noun anywhere? */
static bool says_so(const side *s, uint32_t key, uint32_t noun_key) {
    const plx_annotation *an = s->v->an;
    for (size_t i = 0; i < an->n_tokens; i++) {
        uint32_t head = an->tokens[i].head;
        if (s->v->key[i] == key && head != PLX_NONE && s->v->key[head] == noun_key) {
            return true;
        }
    }
    return false;
}

/* The one word that `b` has before its noun and `a` has not, when `b` has all of those of `a`; else
 * PLX_NONE. */
static uint32_t one_more(const plx_links *l, const side *a, const qualities *of_a, const side *b,
                         const qualities *of_b) {
    uint32_t more = PLX_NONE;
    if (of_b->n != of_a->n + 1) {
        return PLX_NONE;
    }
    for (size_t k = 0; k < of_b->n; k++) {
        bool found = false;
        for (size_t i = 0; i < of_a->n && !found; i++) {
            found = same(l, a, of_a->p[i], b, of_b->p[k]);
        }
        if (!found && more != PLX_NONE) {
            return PLX_NONE;
        }
        more = found ? more : of_b->p[k];
    }
    return more;
}

static bool stand_alike(const plx_links *l, const side *a, const side *b) {
    uint32_t x = tok(a, a->token)->head, y = tok(b, b->token)->head;
    if (a->token == a->u->head && b->token == b->u->head) {
        return true;
    }
    if (x == PLX_NONE || y == PLX_NONE) {
        return false;
    }
    bool alike = (plx_link__slot(a->v, a->token, x) & plx_link__slot(b->v, b->token, y)) != 0;
    bool heads = x == a->u->head && y == b->u->head;
    return alike && (heads || same(l, a, x, b, y));
}

static plx_span from_to(const side *s, uint32_t from, uint32_t to) {
    return plx_span_of(tok(s, from)->span.begin, tok(s, to)->span.end);
}

static void more_of_which(const plx_links *l, const plx_link *k, const side *a, const side *b,
                          plx_pool *pool) {
    if (!plx_pair__is_weighty(tok(a, a->token)->lemma) || tok(a, a->token)->upos != PLX_UPOS_NOUN ||
        tok(b, b->token)->upos != PLX_UPOS_NOUN || tok(a, a->token)->name != PLX_NONE ||
        !stand_alike(l, a, b)) {
        return;
    }
    qualities p = qualities_of(a), q = qualities_of(b);
    uint32_t in_b = one_more(l, a, &p, b, &q), in_a = one_more(l, b, &q, a, &p);
    const side *rich = in_b != PLX_NONE ? b : a, *poor = in_b != PLX_NONE ? a : b;
    uint32_t more = in_b != PLX_NONE ? in_b : in_a;
    if (more == PLX_NONE || !p.whole || !q.whole) {
        return;
    }
    const plx_token *t = tok(rich, more);
    uint32_t key = rich->v->key[more];
    bool one_number = ((tok(a, a->token)->feats ^ tok(b, b->token)->feats) & PLX_FEAT_PLUR) == 0;
    bool tied = more > 0 && plx_str_eq(tok(rich, more - 1)->fold, PLX_S("-")) &&
                tok(rich, more - 1)->span.end == t->span.begin; /* "first-degree" */
    if ((t->upos != PLX_UPOS_ADJ && !tied) || !one_number || t->name != PLX_NONE || !key ||
        t->deprel == PLX_DEP_nmod_poss || plx_meaning_idf(plx_meaning_of(t->lemma)) < LEAST_IDF ||
        says_so(poor, key, poor->v->key[poor->token]) ||
        plx_link__has(l, rich->u->account, more, poor->u)) {
        return;
    }
    find(l, k, pool, PLX_ABOUT_QUALITY, PLX_PRECISION, plx_link__phrase(a->v, a->token),
         plx_link__phrase(b->v, b->token), 0.45, "one says more of which");
}

/* ---- in which manner
 * -------------------------------------------------------------------------------- */

/* Adverbs of time, place and stress tell of no manner. */
static bool is_plain(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("again"),      PLX_S_INIT("ago"),       PLX_S_INIT("allegedly"),
        PLX_S_INIT("already"),    PLX_S_INIT("also"),      PLX_S_INIT("always"),
        PLX_S_INIT("away"),       PLX_S_INIT("back"),      PLX_S_INIT("currently"),
        PLX_S_INIT("down"),       PLX_S_INIT("earlier"),   PLX_S_INIT("even"),
        PLX_S_INIT("eventually"), PLX_S_INIT("ever"),      PLX_S_INIT("far"),
        PLX_S_INIT("finally"),    PLX_S_INIT("first"),     PLX_S_INIT("here"),
        PLX_S_INIT("how"),        PLX_S_INIT("however"),   PLX_S_INIT("initially"),
        PLX_S_INIT("instead"),    PLX_S_INIT("just"),      PLX_S_INIT("late"),
        PLX_S_INIT("later"),      PLX_S_INIT("meanwhile"), PLX_S_INIT("more"),
        PLX_S_INIT("most"),       PLX_S_INIT("much"),      PLX_S_INIT("never"),
        PLX_S_INIT("not"),        PLX_S_INIT("now"),       PLX_S_INIT("off"),
        PLX_S_INIT("once"),       PLX_S_INIT("only"),      PLX_S_INIT("originally"),
        PLX_S_INIT("out"),        PLX_S_INIT("over"),      PLX_S_INIT("previously"),
        PLX_S_INIT("rather"),     PLX_S_INIT("recently"),  PLX_S_INIT("reportedly"),
        PLX_S_INIT("simply"),     PLX_S_INIT("since"),     PLX_S_INIT("so"),
        PLX_S_INIT("soon"),       PLX_S_INIT("still"),     PLX_S_INIT("subsequently"),
        PLX_S_INIT("then"),       PLX_S_INIT("there"),     PLX_S_INIT("thus"),
        PLX_S_INIT("together"),   PLX_S_INIT("too"),       PLX_S_INIT("up"),
        PLX_S_INIT("very"),       PLX_S_INIT("well"),      PLX_S_INIT("when"),
        PLX_S_INIT("where"),      PLX_S_INIT("why"),       PLX_S_INIT("yet")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static uint32_t manner_of(const side *s, size_t *n) {
    uint32_t found = PLX_NONE;
    *n = 0;
    for (uint32_t c = s->v->deps.first[s->token]; c != PLX_NONE; c = s->v->deps.next[c]) {
        const plx_token *t = tok(s, c);
        if (t->deprel == PLX_DEP_advmod && t->upos == PLX_UPOS_ADV && s->v->time[c] == PLX_NONE &&
            !is_plain(t->lemma)) {
            found = c;
            ++*n;
        }
    }
    return found;
}

static void manners(const plx_links *l, const plx_link *k, const side *a, const side *b,
                    plx_pool *pool) {
    size_t n_a, n_b;
    uint32_t x = manner_of(a, &n_a), y = manner_of(b, &n_b);
    if (tok(a, a->token)->upos != PLX_UPOS_VERB || n_a != 1 || n_b != 1 || same(l, a, x, b, y) ||
        plx_str_eq(tok(a, x)->fold, tok(b, y)->fold) || plx_link__has(l, a->u->account, x, b->u) ||
        plx_link__has(l, b->u->account, y, a->u)) {
        return;
    }
    plx_span p = from_to(a, PLX_MIN(x, a->token), PLX_MAX(x, a->token));
    plx_span q = from_to(b, PLX_MIN(y, b->token), PLX_MAX(y, b->token));
    if (plx_span_len(p) < 60 && plx_span_len(q) < 60) {
        find(l, k, pool, PLX_ABOUT_MANNER, PLX_VARIANT, p, q, 0.5,
             "one act, each in its own manner");
    }
}

/* ---- in which place
 * --------------------------------------------------------------------------------- */

static bool is_place(const plx_links *l, const side *s, uint32_t i) {
    uint32_t e = s->v->entity[i];
    return e != PLX_NONE && l->s->entities.p[e].type == PLX_PLACE &&
           l->s->entities.p[e].names.n > 0;
}

static void places(const plx_links *l, const plx_link *k, const side *a, const side *b,
                   plx_pool *pool) {
    for (uint32_t x = a->v->deps.first[a->token]; x != PLX_NONE; x = a->v->deps.next[x]) {
        unsigned slot = plx_link__slot(a->v, x, a->token);
        if (!(slot & PLX_SLOT_PLACE) || !is_place(l, a, x)) {
            continue;
        }
        for (uint32_t y = b->v->deps.first[b->token]; y != PLX_NONE; y = b->v->deps.next[y]) {
            if (plx_link__slot(b->v, y, b->token) != slot || !is_place(l, b, y) ||
                same(l, a, x, b, y) || plx_link__has(l, a->u->account, x, b->u) ||
                plx_link__has(l, b->u->account, y, a->u)) {
                continue;
            }
            find(l, k, pool, PLX_ABOUT_WHERE, PLX_PRECISION, plx_link__phrase(a->v, x),
                 plx_link__phrase(b->v, y), 0.9, "one act in two places");
        }
    }
}

/* ---- one or several
 * --------------------------------------------------------------------------------- */

static bool has_article(const side *s) {
    for (uint32_t c = s->v->deps.first[s->token]; c != PLX_NONE && c < s->token;
         c = s->v->deps.next[c]) {
        plx_str f = tok(s, c)->fold;
        if (plx_str_eq(f, PLX_S("a")) || plx_str_eq(f, PLX_S("an")) ||
            plx_str_eq(f, PLX_S("one"))) {
            return true;
        }
    }
    return false;
}

/* "run by a lawyer", "run by lawyers". */
static void numbers(const plx_links *l, const plx_link *k, const side *a, const side *b,
                    plx_pool *pool) {
    const plx_token *s = tok(a, a->token), *t = tok(b, b->token);
    bool many_a = s->feats & PLX_FEAT_PLUR, many_b = t->feats & PLX_FEAT_PLUR;
    uint32_t x = s->head, y = t->head;
    if (k->log_odds < SURE_NUMBER || s->upos != PLX_UPOS_NOUN || t->upos != PLX_UPOS_NOUN ||
        many_a == many_b || !plx_str_eq(s->lemma, t->lemma) || !plx_noun_is_person(s->lemma) ||
        x == PLX_NONE || y == PLX_NONE || !same(l, a, x, b, y) ||
        tok(a, x)->upos != PLX_UPOS_VERB || !(many_a ? has_article(b) : has_article(a)) ||
        a->v->figure[a->token] != PLX_NONE || b->v->figure[b->token] != PLX_NONE) {
        return;
    }
    find(l, k, pool, PLX_ABOUT_HOW_MANY, PLX_CONFLICT, plx_link__phrase(a->v, a->token),
         plx_link__phrase(b->v, b->token), 1.0, "one here, several there");
}

/* --------------------------------------------------------------------------------------------------
 */

void plx_difference__details(const plx_links *l, plx_pool *pool) {
    for (size_t i = 0; i < l->n; i++) {
        const plx_link *k = &l->p[i];
        if (k->log_odds < LEAST_LINK || k->short_of > PLX_LINK_BEST) {
            continue;
        }
        side a = {&l->view[k->a->account], k->a, 0}, b = {&l->view[k->b->account], k->b, 0};
        for (a.token = k->a->begin; a.token < k->a->end; a.token++) {
            for (b.token = k->b->begin; b.token < k->b->end; b.token++) {
                if (!same(l, &a, a.token, &b, b.token)) {
                    continue;
                }
                numbers(l, k, &a, &b, pool);
                more_of_which(l, k, &a, &b, pool);
                manners(l, k, &a, &b, pool);
                places(l, k, &a, &b, pool);
            }
        }
    }
}
