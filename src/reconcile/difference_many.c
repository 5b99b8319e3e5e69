/* How many: figures, and words that stand for one ("most of the victims", "several people"), of the
 * same thing under the same verb.
 *
 * Two quantities are set side by side when what they count corresponds and the clauses are linked;
 * the surer the link, the less they need to have in common. The same large number with other bounds
 * ("over 100", "about 100") is evidence of itself. */
#include "base/utf8.h"
#include "base/vec.h"
#include "find/nouns.h"
#include "find/quote_cues.h"
#include "match/meaning.h"
#include "reconcile/difference_pair.h"

#include <math.h>

#define SOLID_LINK    1.6 /* with the same counted noun */
#define LOOSE_LINK    0.9 /* with the same noun and the same verb, too */
#define WORDS_LINK    2.0 /* for "several" beside a number, of one noun under other verbs */
#define SURE_CONFLICT 2.5
#define SURE_UNIT     3.0 /* for shares and sums, which have but their unit in common */
#define NEAR_NOUN     0.47
#define NEAR_VERB     0.5
#define LEAST_TELLING 20.0 /* a number that is no coincidence */
#define MOST_IN_UNIT  6
#define MOST_LONE     300u

typedef enum vague { VAGUE_NO, VAGUE_NONE, VAGUE_SOME, VAGUE_MOST, VAGUE_ALL, VAGUE_ALL_BUT } vague;

typedef struct quantity {
    const plx_figure *figure; /* NULL: a word */
    vague word;
    plx_span span;
    uint32_t noun;     /* what is counted, or PLX_NONE: a bare number */
    uint32_t governor; /* of the whole phrase */
    unsigned slot;
    double low, high;
} quantity;

static vague vague_of(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("all"),      PLX_S_INIT("dozens"),   PLX_S_INIT("few"),
        PLX_S_INIT("hundreds"), PLX_S_INIT("majority"), PLX_S_INIT("many"),
        PLX_S_INIT("most"),     PLX_S_INIT("multiple"), PLX_S_INIT("none"),
        PLX_S_INIT("numerous"), PLX_S_INIT("scores"),   PLX_S_INIT("several"),
        PLX_S_INIT("thousands")};
    static const vague as[] = {VAGUE_ALL,  VAGUE_SOME, VAGUE_SOME, VAGUE_SOME, VAGUE_MOST,
                               VAGUE_SOME, VAGUE_MOST, VAGUE_SOME, VAGUE_NONE, VAGUE_SOME,
                               VAGUE_SOME, VAGUE_SOME, VAGUE_SOME};
    _Static_assert(PLX_COUNT(words) == PLX_COUNT(as), "one meaning a word");
    uint32_t at = plx_str_lookup(words, PLX_COUNT(words), fold);
    return at == PLX_NONE ? VAGUE_NO : as[at];
}

/* What the token of a quantity counts: the noun that it stands under, or that "of" brings. */
static uint32_t counted_by(const plx_link_view *v, uint32_t token, uint32_t *top) {
    const plx_token *t = v->an->tokens;
    *top = token;
    if (t[token].upos == PLX_UPOS_NOUN && t[token].deprel != PLX_DEP_nummod &&
        vague_of(t[token].fold) == VAGUE_NO) {
        return token;
    }
    bool before_noun = t[token].deprel == PLX_DEP_nummod || t[token].deprel == PLX_DEP_amod ||
                       t[token].deprel == PLX_DEP_det || t[token].deprel == PLX_DEP_det_predet;
    uint32_t head = t[token].head;
    if (before_noun && head != PLX_NONE && head > token && t[head].upos == PLX_UPOS_NOUN) {
        *top = head;
        return head;
    }
    for (uint32_t c = v->deps.first[token]; c != PLX_NONE; c = v->deps.next[c]) {
        if (c > token && (plx_link__slot(v, c, token) & PLX_SLOT_OF)) {
            return plx_deps__antecedent(&v->deps, c);
        }
    }
    return PLX_NONE;
}

static void place(const plx_link_view *v, quantity *q, uint32_t top) {
    const plx_token *t = v->an->tokens;
    q->governor = t[top].head;
    q->slot = q->governor == PLX_NONE ? 0 : plx_link__slot(v, top, q->governor);
    if (t[top].deprel == PLX_DEP_root || q->governor == PLX_NONE) {
        q->governor = PLX_NONE;
        q->slot = 0;
    }
}

static bool is_exception(const plx_annotation *an, uint32_t begin) {
    static const plx_str whole[] = {PLX_S_INIT("all"),    PLX_S_INIT("any"),
                                    PLX_S_INIT("every"),  PLX_S_INIT("everyone"),
                                    PLX_S_INIT("nobody"), PLX_S_INIT("none")};
    return begin > 1 &&
           ((plx_str_eq(an->tokens[begin - 1].fold, PLX_S("but")) &&
             plx_str_lookup(whole, PLX_COUNT(whole), an->tokens[begin - 2].fold) != PLX_NONE) ||
            plx_str_eq(an->tokens[begin - 1].fold, PLX_S("except")));
}

/* What a number leaves open; "about" leaves a tenth to both sides. */
static void bounds(const plx_figure *x, quantity *q) {
    double middle = isnan(x->value) ? (isnan(x->low) ? 0 : x->low) : x->value;
    double slack = x->approximate ? 0.1 * fabs(middle) : 0;
    bool bounded = !isnan(x->low) || !isnan(x->high);
    q->low = isnan(x->low) ? (bounded || isnan(x->value) ? -INFINITY : x->value) : x->low;
    q->high = isnan(x->high) ? (bounded || isnan(x->value) ? INFINITY : x->value) : x->high;
    q->low -= slack;
    q->high += isnan(x->low) && bounded ? 0 : slack; /* "almost 40" is under 40 */
}

static bool read_figure(const plx_link_view *v, uint32_t index, quantity *q) {
    const plx_figure *x = &v->an->figures[index];
    static const plx_str places[] = {PLX_S_INIT("block"), PLX_S_INIT("road"), PLX_S_INIT("street")};
    if (plx_str_lookup(places, PLX_COUNT(places), x->unit) != PLX_NONE) {
        return false; /* "the 2300 block" */
    }
    bool kind = x->kind == PLX_FIG_COUNT || x->kind == PLX_FIG_MONEY ||
                x->kind == PLX_FIG_PERCENT || x->kind == PLX_FIG_MEASURE ||
                x->kind == PLX_FIG_DURATION;
    if (!kind) {
        return false;
    }
    *q = (quantity){.figure = x, .span = x->span, .noun = PLX_NONE, .governor = PLX_NONE};
    bounds(x, q);
    uint32_t top = PLX_NONE;
    for (uint32_t i = x->begin; i < x->end && top == PLX_NONE; i++) {
        uint32_t h = v->an->tokens[i].head;
        bool outside = h == PLX_NONE || h < x->begin || h >= x->end;
        top = outside && v->an->tokens[i].upos != PLX_UPOS_PUNCT &&
                      v->an->tokens[i].upos != PLX_UPOS_ADP
                  ? i
                  : top;
    }
    if (top == PLX_NONE) {
        return false;
    }
    q->noun = counted_by(v, top, &top);
    place(v, q, top);
    uint32_t between = plx_deps__child(&v->deps, top, PLX_DEP_case);
    if (between != PLX_NONE && between > x->begin && between < x->end &&
        v->an->tokens[top].deprel == PLX_DEP_obl) {
        q->slot = PLX_SLOT_OBJECT; /* "fired 15 to 18 rounds" */
    }
    if (is_exception(v->an, x->begin)) {
        q->word = VAGUE_ALL_BUT;
        q->figure = NULL;
        uint32_t from = x->begin >= 2 ? x->begin - 2 : 0;
        q->span.begin = v->an->tokens[from].span.begin;
    }
    return true;
}

static bool read_word(const plx_link_view *v, uint32_t token, quantity *q) {
    const plx_token *t = &v->an->tokens[token];
    vague word = vague_of(t->fold);
    if (word == VAGUE_NO || (token > 0 && plx_str_eq(v->an->tokens[token - 1].fold, PLX_S("at")))) {
        return false;
    }
    if (token + 1 < v->an->n_tokens && plx_str_eq(v->an->tokens[token + 1].fold, PLX_S("but"))) {
        return false; /* "all but five": told by its number */
    }
    *q = (quantity){.word = word, .low = -INFINITY, .high = INFINITY};
    uint32_t top;
    q->noun = counted_by(v, token, &top);
    if (word == VAGUE_ALL && q->noun != PLX_NONE) { /* "all four of them": four */
        for (uint32_t i = token + 1; i <= q->noun; i++) {
            if (v->figure[i] != PLX_NONE) {
                return false;
            }
        }
    }
    if (q->noun == PLX_NONE || v->an->tokens[q->noun].upos == PLX_UPOS_ADV) {
        return false;
    }
    place(v, q, top);
    uint32_t from = PLX_MIN(token, top), to = PLX_MAX(token, q->noun);
    if (to - from > 5) {
        to = PLX_MAX(from, token);
    }
    q->span = plx_span_of(v->an->tokens[from].span.begin, v->an->tokens[to].span.end);
    return true;
}

static size_t quantities_of(const plx_link_view *v, uint32_t from, uint32_t to, quantity *out,
                            size_t n) {
    uint32_t last = PLX_NONE;
    for (uint32_t i = from; i < to && n < MOST_IN_UNIT; i++) {
        uint32_t x = v->figure[i];
        if (v->time[i] != PLX_NONE) {
            continue;
        }
        if (x != PLX_NONE && x != last) {
            n += read_figure(v, x, &out[n]);
        } else if (x == PLX_NONE) {
            n += read_word(v, i, &out[n]);
        }
        last = x;
    }
    return n;
}

/* "the guests, many of whom | were hurt": the quantity right before the clause; whose it is tells
 * the noun that the clause hangs under. Returns how many were read. */
static size_t quantity_of_whom(const plx_link_view *v, const plx_claim_unit *u, quantity *out) {
    const plx_token *t = v->an->tokens;
    if (u->begin < 3 || !plx_str_eq(t[u->begin - 2].fold, PLX_S("of")) ||
        !(plx_str_eq(t[u->begin - 1].fold, PLX_S("whom")) ||
          plx_str_eq(t[u->begin - 1].fold, PLX_S("which")))) {
        return 0;
    }
    uint32_t token = u->begin - 3, noun = t[u->head].head;
    bool read = v->figure[token] != PLX_NONE ? read_figure(v, v->figure[token], out)
                                             : read_word(v, token, out);
    if (!read || noun == PLX_NONE || t[noun].upos != PLX_UPOS_NOUN) {
        return 0;
    }
    out->noun = noun;
    out->governor = u->head;
    out->slot = plx_deps__is_passive(&v->deps, u->head) ? PLX_SLOT_OBJECT : PLX_SLOT_SUBJECT;
    return 1;
}

/* Those of the clause, and of its subject when that stands before it: "the guests, many of whom |
 * were hurt". */
static size_t quantities_in(const plx_link_view *v, const plx_claim_unit *u, quantity *out) {
    size_t n = 0;
    uint32_t subject = plx_deps__own_subject(&v->deps, u->head);
    if (subject != PLX_NONE && subject < u->begin) {
        n = quantities_of(v, v->deps.left[subject], PLX_MIN(v->deps.right[subject], u->begin), out,
                          0);
    }
    n += n < MOST_IN_UNIT ? quantity_of_whom(v, u, &out[n]) : 0;
    return quantities_of(v, u->begin, u->end, out, n);
}

/* ---- two of them
 * ------------------------------------------------------------------------------------ */

static bool is_human(const plx_token *t) {
    return plx_noun_is_person(t->lemma) || plx_str_eq(t->lemma, PLX_S("people"));
}

/* Words for human beings that do not say which. */
static bool says_nobody(const plx_token *t) {
    static const plx_str words[] = {PLX_S_INIT("man"), PLX_S_INIT("other"), PLX_S_INIT("people"),
                                    PLX_S_INIT("person"), PLX_S_INIT("woman")};
    return plx_str_lookup(words, PLX_COUNT(words), t->lemma) != PLX_NONE;
}

typedef enum likeness { UNLIKE, ALIKE, SAME } likeness;

/* Do two quantities count the same thing? */
static likeness same_thing(const plx_links *l, const plx_link *k, const quantity *a,
                           const quantity *b) {
    if (a->figure && b->figure && a->figure->kind != b->figure->kind) {
        return UNLIKE;
    }
    if (a->figure && b->figure && a->figure->kind != PLX_FIG_COUNT) {
        return plx_str_eq(a->figure->unit, b->figure->unit) ? SAME : UNLIKE;
    }
    if ((a->figure && a->figure->kind != PLX_FIG_COUNT) ||
        (b->figure && b->figure->kind != PLX_FIG_COUNT)) {
        return UNLIKE;
    }
    if (a->noun == PLX_NONE || b->noun == PLX_NONE) {
        return ALIKE; /* "four remain": nothing says what */
    }
    const plx_token *x = &l->view[k->a->account].an->tokens[a->noun];
    const plx_token *y = &l->view[k->b->account].an->tokens[b->noun];
    bool same = plx_link__same(l, k->a->account, a->noun, k->b->account, b->noun);
    if (same && !says_nobody(x)) {
        return SAME;
    }
    if (same || (is_human(x) && is_human(y))) {
        return ALIKE;
    }
    size_t stem = 0; /* "dockers" and "dockworkers" */
    while (stem < x->lemma.n && stem < y->lemma.n && x->lemma.p[stem] == y->lemma.p[stem]) {
        stem++;
    }
    double near = plx_meaning_cosine(plx_meaning_of(x->lemma), plx_meaning_of(y->lemma));
    return stem >= 4 || near > NEAR_NOUN ? ALIKE : UNLIKE;
}

static bool same_verb(const plx_links *l, const plx_link *k, const quantity *a, const quantity *b) {
    if (a->governor == PLX_NONE || b->governor == PLX_NONE || !(a->slot & b->slot)) {
        return false;
    }
    if (plx_link__same(l, k->a->account, a->governor, k->b->account, b->governor)) {
        return true;
    }
    const plx_token *x = &l->view[k->a->account].an->tokens[a->governor];
    const plx_token *y = &l->view[k->b->account].an->tokens[b->governor];
    return plx_meaning_cosine(plx_meaning_of(x->lemma), plx_meaning_of(y->lemma)) >= NEAR_VERB;
}

/* Are the subjects of two verbs known to be others, named or not? */
static bool other_subjects(const plx_links *l, const plx_link *k, uint32_t x, uint32_t y) {
    const plx_link_view *v = &l->view[k->a->account], *w = &l->view[k->b->account];
    bool through;
    if (x == PLX_NONE || y == PLX_NONE || v->an->tokens[x].upos != PLX_UPOS_VERB ||
        w->an->tokens[y].upos != PLX_UPOS_VERB) {
        return false;
    }
    uint32_t s = plx_deps__subject(&v->deps, x, &through);
    uint32_t t = plx_deps__subject(&w->deps, y, &through);
    if (s == PLX_NONE || t == PLX_NONE || v->figure[s] != PLX_NONE || w->figure[t] != PLX_NONE) {
        return false;
    }
    bool name = v->an->tokens[s].name != PLX_NONE || w->an->tokens[t].name != PLX_NONE;
    bool person =
        plx_noun_is_person(v->an->tokens[s].lemma) || plx_noun_is_person(w->an->tokens[t].lemma);
    return name && person && !plx_link__same(l, k->a->account, s, k->b->account, t);
}

/* Do two figures stand under one verb, not only one that is near? */
static bool one_act(const plx_links *l, const plx_link *k, const quantity *a, const quantity *b) {
    if (a->governor == PLX_NONE || b->governor == PLX_NONE) {
        return true;
    }
    return plx_link__same(l, k->a->account, a->governor, k->b->account, b->governor) ||
           plx_link__act(&l->view[k->a->account], a->governor) ==
               plx_link__act(&l->view[k->b->account], b->governor);
}

static double value_of(const quantity *q) {
    return !q->figure ? NAN : !isnan(q->figure->value) ? q->figure->value : NAN;
}

/* Is it the same round or large number, with other words of bounds, or nearly so? */
static bool same_number(const quantity *a, const quantity *b) {
    double x = value_of(a), y = value_of(b);
    if (a->figure && b->figure && isnan(x) && isnan(y)) { /* "between 18 and 24" both times */
        return a->figure->low == b->figure->low && a->figure->high == b->figure->high &&
               a->figure->high > a->figure->low;
    }
    if (isnan(x) || isnan(y) || x < LEAST_TELLING || y < LEAST_TELLING) {
        return false;
    }
    return x == y || ((a->figure->approximate || b->figure->approximate) &&
                      fabs(x - y) <= 0.05 * PLX_MAX(x, y));
}

static bool differ(const quantity *a, const quantity *b, plx_difference_kind *kind) {
    *kind = PLX_PRECISION;
    if (!a->figure || !b->figure) {
        return a->word != b->word &&
               !(a->word == VAGUE_SOME && b->figure && b->figure->approximate) &&
               !(b->word == VAGUE_SOME && a->figure && a->figure->approximate);
    }
    if (a->low > b->high || b->low > a->high) {
        *kind = PLX_CONFLICT;
        return true;
    }
    return a->low != b->low || a->high != b->high;
}

static plx_str text_of(const plx_links *l, uint32_t account, const quantity *q) {
    if (!q->figure) {
        return plx_str_fold(l->arena, plx_str_at(l->s->accounts[account]->text, q->span));
    }
    return plx_str_format(l->arena, "%g..%g%s", q->low, q->high, q->figure->approximate ? "~" : "");
}

/* "one of the smugglers", "two others". */
static bool is_of_several(const plx_links *l, const plx_claim_unit *u, const quantity *q) {
    const plx_annotation *an = l->view[u->account].an;
    for (uint32_t i = q->figure ? q->figure->begin : 0; q->figure && i < q->figure->end + 1; i++) {
        if (i < an->n_tokens &&
            (plx_token_is(&an->tokens[i], "of") || plx_token_is(&an->tokens[i], "other") ||
             plx_token_is(&an->tokens[i], "others"))) {
            return true;
        }
    }
    return false;
}

static void compare(const plx_links *l, const plx_link *k, const quantity *a, const quantity *b,
                    bool only, plx_pool *pool) {
    plx_finding f = {.about = PLX_ABOUT_HOW_MANY,
                     .at = {{k->a->account, a->span}, {k->b->account, b->span}},
                     .why = "of the same thing, in clauses that tell of the same"};
    likeness like = same_thing(l, k, a, b);
    bool only_one = value_of(a) <= 1 && value_of(b) <= 1; /* "one memo" is hardly a count */
    if (like == UNLIKE || only_one || !differ(a, b, &f.kind)) {
        return;
    }
    if (a->figure && b->figure && plx_str_contains(a->figure->unit, PLX_S("caliber")) &&
        (fabs(value_of(a) * 100 - value_of(b)) < 1e-6 ||
         fabs(value_of(b) * 100 - value_of(a)) < 1e-6)) {
        return; /* ".40-caliber", "40 caliber" */
    }
    bool first = value_of(a) <= 1 || value_of(b) <= 1;
    bool one = (first && (is_of_several(l, k->a, a) || is_of_several(l, k->b, b))) ||
               (!a->figure && value_of(b) <= 1) || (!b->figure && value_of(a) <= 1);
    if (one) {
        return; /* "one of his plans" */
    }
    bool all = a->word == VAGUE_ALL || b->word == VAGUE_ALL; /* of whom, the verb tells */
    if (all && like != SAME && (a->figure || b->figure)) {
        return; /* "four people were hurt, all teens" */
    }
    if (all && a->governor != PLX_NONE && b->governor != PLX_NONE &&
        !plx_link__same(l, k->a->account, a->governor, k->b->account, b->governor)) {
        return;
    }
    bool verb = same_verb(l, k, a, b), number = same_number(a, b);
    bool words = !a->figure || !b->figure;
    bool counted = words || a->figure->kind == PLX_FIG_COUNT || k->log_odds >= SURE_UNIT;
    bool lone = counted && like == SAME && only && k->log_odds >= (words ? WORDS_LINK : SOLID_LINK);
    bool some = a->word == VAGUE_SOME || b->word == VAGUE_SOME;
    bool placed = verb || number || (lone && (!words || (some && (a->slot & b->slot))));
    if (!placed || (!number && k->log_odds < LOOSE_LINK)) {
        return;
    }
    bool nobody = like == ALIKE && a->noun != PLX_NONE && b->noun != PLX_NONE && only &&
                  plx_link__same(l, k->a->account, a->noun, k->b->account, b->noun);
    if (f.kind == PLX_CONFLICT &&
        (k->log_odds < SURE_CONFLICT || !verb || (like != SAME && !nobody))) {
        return;
    }
    if (f.kind == PLX_CONFLICT && a->governor != PLX_NONE && b->governor != PLX_NONE &&
        (other_subjects(l, k, a->governor, b->governor) ||
         plx_link__of_others(l, k->a->account, a->governor, k->b->account, b->governor))) {
        return;
    }
    if (f.kind == PLX_CONFLICT && !one_act(l, k, a, b)) {
        return; /* "two were killed", "four were injured" */
    }
    bool bare = a->noun == PLX_NONE || b->noun == PLX_NONE;
    if (bare && words) {
        return; /* "killed two", "filed several motions" */
    }
    if (bare && !number && (!verb || k->log_odds < SURE_CONFLICT)) {
        return;
    }
    f.ranged = true;
    f.low[0] = a->low;
    f.high[0] = a->high;
    f.low[1] = b->low;
    f.high[1] = b->high;
    f.value[0] = text_of(l, k->a->account, a);
    f.value[1] = text_of(l, k->b->account, b);
    f.weight = 1.2 + (f.kind == PLX_CONFLICT) + 0.05 * k->log_odds;
    plx_finding__of_link(&f, l, k);
    plx_pool__add(pool, &f);
}

/* Are there several quantities in the list that count what `of` counts? */
static bool rivals(const plx_links *l, const plx_link *k, const quantity *list, size_t n,
                   const quantity *of, bool of_b) {
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        found += same_thing(l, k, of_b ? &list[i] : of, of_b ? of : &list[i]) != UNLIKE;
    }
    return found > 1;
}

/* ---- without a link
 * --------------------------------------------------------------------------------- */

typedef struct lone {
    uint32_t account;
    quantity q;
    uint32_t act, noun; /* keys */
} lone;

typedef struct lones {
    lone *p;
    size_t n, cap;
} lones;

/* A number of things that a verb of some weight governs: "fired 15 to 18 rounds". */
static bool is_told(const plx_link_view *v, const quantity *q) {
    if (!q->figure || q->figure->kind != PLX_FIG_COUNT || q->noun == PLX_NONE ||
        q->governor == PLX_NONE || !v->key[q->noun] ||
        !(q->slot & (PLX_SLOT_OBJECT | PLX_SLOT_SUBJECT))) {
        return false;
    }
    const plx_token *verb = &v->an->tokens[q->governor], *noun = &v->an->tokens[q->noun];
    const plx_cue_word *cue = plx_cue__verb(verb->lemma);
    bool speech = cue && cue->kind == PLX_CUE_SPEECH;
    return verb->upos == PLX_UPOS_VERB && !speech && !plx_pair__is_light(verb->lemma) &&
           !is_human(noun) && !plx_pair__is_general(noun->lemma) && !plx_noun_is_group(noun->lemma);
}

static void read_lones(const plx_links *l, lones *out) {
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_link_view *v = &l->view[a];
        for (uint32_t i = 0; i < v->an->n_figures && out->n < MOST_LONE; i++) {
            lone x = {.account = a};
            if (!plx_account_is_dropped(v->an->account, v->an->figures[i].span) &&
                v->time[v->an->figures[i].begin] == PLX_NONE && read_figure(v, i, &x.q) &&
                is_told(v, &x.q)) {
                x.act = plx_link__act(v, x.q.governor);
                x.noun = v->key[x.q.noun];
                plx_vec_push(out, l->arena, x);
            }
        }
    }
}

static bool is_one_kind(const lone *a, const lone *b) {
    return a->act == b->act && a->noun == b->noun && (a->q.slot & b->q.slot);
}

/* Does the account tell of one such number only? */
static bool is_only(const lones *list, const lone *of) {
    for (size_t i = 0; i < list->n; i++) {
        const lone *x = &list->p[i];
        if (x->account == of->account && is_one_kind(x, of) &&
            (x->q.low != of->q.low || x->q.high != of->q.high)) {
            return false;
        }
    }
    return true;
}

/* Numbers of one thing under one verb, in clauses that need not be linked, in accounts that have
 * one such number each. */
static void unlinked(const plx_links *l, plx_pool *pool) {
    lones list = {0};
    read_lones(l, &list);
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const lone *a = &list.p[i], *b = &list.p[k];
            plx_finding f = {.about = PLX_ABOUT_HOW_MANY,
                             .at = {{a->account, a->q.span}, {b->account, b->q.span}},
                             .subject = PLX_NONE,
                             .weight = 1.3,
                             .ranged = true,
                             .low = {a->q.low, b->q.low},
                             .high = {a->q.high, b->q.high},
                             .why = "of one thing, under one verb"};
            if (a->account == b->account || !is_one_kind(a, b) || !is_only(&list, a) ||
                !is_only(&list, b) || !differ(&a->q, &b->q, &f.kind)) {
                continue;
            }
            double x = PLX_MAX(a->q.low, 0), y = PLX_MAX(b->q.low, 0);
            if (PLX_MAX(x, y) < 2 || PLX_MAX(x, y) > 2 * PLX_MIN(x, y)) {
                continue;
            }
            f.value[0] = text_of(l, a->account, &a->q);
            f.value[1] = text_of(l, b->account, &b->q);
            const plx_annotation *an = l->view[a->account].an;
            f.context =
                plx_str_at(an->account->text, an->sentences[an->tokens[a->q.noun].sentence].span);
            plx_pool__add(pool, &f);
        }
    }
}

void plx_difference__how_many(const plx_links *l, plx_pool *pool) {
    for (size_t i = 0; i < l->n; i++) {
        const plx_link *k = &l->p[i];
        quantity a[MOST_IN_UNIT], b[MOST_IN_UNIT];
        size_t n_a = quantities_in(&l->view[k->a->account], k->a, a);
        size_t n_b = quantities_in(&l->view[k->b->account], k->b, b);
        for (size_t x = 0; x < n_a; x++) {
            for (size_t y = 0; y < n_b; y++) {
                bool told = k->short_of <= PLX_LINK_BEST || same_number(&a[x], &b[y]) ||
                            (k->log_odds >= SOLID_LINK && same_verb(l, k, &a[x], &b[y]));
                if (told) {
                    bool only =
                        !rivals(l, k, a, n_a, &b[y], true) && !rivals(l, k, b, n_b, &a[x], false);
                    compare(l, k, &a[x], &b[y], only, pool);
                }
            }
        }
    }
    unlinked(l, pool);
}
