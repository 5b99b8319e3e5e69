/* Noun phrases: what stands beside a name (apposition, "X is the ..."), offices ("the president"),
 * kin ("his mother"), the same noun again ("a man ... the man"). */
#include "find/ages.h"
#include "find/mention_links.h"

static const plx_token *token(const plx_links *l, uint32_t i) { return &l->an->tokens[i]; }

static bool may_be_one(const plx_ref *a, const plx_ref *b) {
    if (a->m.plural != b->m.plural || a->family || b->family) return false;
    if (a->m.type == b->m.type) return true;
    return a->m.type == PLX_OTHER || b->m.type == PLX_OTHER;
}

/* "another man, Roe", "a second man, Roe": the man is not he. */
static bool is_one_more(const plx_links *l, const plx_ref *n) {
    static const char *const words[] = {"another", "other", "second", "third", "fourth", "fifth"};
    for (uint32_t i = n->m.begin; i < n->m.head; i++) {
        for (size_t k = 0; k < PLX_COUNT(words); k++) {
            if (plx_token_is(token(l, i), words[k])) return true;
        }
    }
    return false;
}

static void join_nominal(plx_links *l, uint32_t nominal, uint32_t other) {
    const plx_ref *n = &l->refs.p[nominal];
    if (!plx_links__join(l, nominal, other) || is_one_more(l, n)) return;
    plx_str lemma = n->lemma, place = plx_links__place_in(l, n->m.begin, n->m.head);
    if (!place.n) place = plx_links__place_behind(l, n->m.end);
    if (plx_links__is_second(l, n->m.head)) {
        lemma = plx_str_format(l->arena, "vice %.*s", PLX_FMT(lemma));
    }
    plx_links__give_role(l, nominal, lemma, place);
}

/* "my aunt, Roe's sister": not Roe. */
static bool owns(const plx_links *l, const plx_ref *r) {
    if (r->m.kind != PLX_NAME || r->m.end >= l->an->n_tokens) return false;
    plx_str behind = token(l, r->m.end)->fold;
    return plx_str_eq(behind, PLX_S("'s")) || plx_str_eq(behind, PLX_S("'"));
}

/* "Roe, his mother and ...": the mother of Roe, not Roe. */
static bool is_kin_of(const plx_links *l, const plx_ref *nominal, const plx_ref *name) {
    if (nominal->m.kind != PLX_NOMINAL || name->m.kind != PLX_NAME) return false;
    if (nominal->possessor == PLX_NONE || name->m.end > nominal->m.begin) return false;
    return plx_noun_is_kin(nominal->lemma) &&
           (token(l, nominal->possessor)->upos == PLX_UPOS_PRON ||
            nominal->possessor < name->m.end);
}

/* "a northern newspaper, Marlow Tagblatt, said": what it is called decides over what the name looks
 * like. */
static void group_by_description(const plx_links *l, plx_ref *a, plx_ref *b) {
    plx_ref *name = a->m.kind == PLX_NAME ? a : b, *noun = a->m.kind == PLX_NAME ? b : a;
    if (name->m.kind != PLX_NAME || noun->m.kind != PLX_NOMINAL || !noun->indefinite) return;
    if (name->m.type != PLX_PERSON || noun->m.type != PLX_ORGANIZATION || noun->m.plural) return;
    if (name->m.gender != PLX_GENDER_UNKNOWN || name->m.begin != noun->m.end + 1) return;
    if (!plx_token_is_punct(token(l, noun->m.end), ",") || name->m.end >= l->an->n_tokens ||
        !plx_token_is_punct(token(l, name->m.end), ",")) {
        return;
    }
    name->m.type = PLX_ORGANIZATION;
}

/* "a book by Roe, the captain, about Lee": who stands right before the comma, whatever the tree
 * says. */
static uint32_t right_before(const plx_links *l, uint32_t i, uint32_t other) {
    const plx_ref *r = &l->refs.p[i];
    if (!r->m.begin || r->m.plural || !plx_token_is_punct(token(l, r->m.begin - 1), ",")) {
        return other;
    }
    if (!r->indefinite && !plx_token_is(token(l, r->m.begin), "the")) return other;
    for (uint32_t k = i; k-- > 0 && l->refs.p[k].sentence == r->sentence;) {
        const plx_ref *o = &l->refs.p[k];
        if (o->m.end + 1 < r->m.begin) break;
        if (o->m.end + 1 == r->m.begin && o->m.kind == PLX_NAME && o->m.type == PLX_PERSON &&
            other != PLX_NONE && r->m.type == PLX_PERSON) {
            return k;
        }
    }
    return other;
}

/* "his mother Irina", "former captain Irina Orlin"; with a possessor also over a comma: "his
 * mother, Irina". */
static uint32_t right_behind(const plx_links *l, uint32_t i, bool comma) {
    const plx_ref *r = &l->refs.p[i];
    uint32_t next = r->m.end, found = PLX_NONE;
    if (next >= l->an->n_tokens) return PLX_NONE;
    if (comma) {
        if (r->possessor == PLX_NONE || !plx_token_is_punct(token(l, next), ",")) return PLX_NONE;
        next++;
    }
    for (uint32_t k = i + 1; k < l->refs.n && l->refs.p[k].m.begin <= next; k++) {
        const plx_ref *o = &l->refs.p[k];
        if (o->m.begin == next && o->m.kind == PLX_NAME && o->sentence == r->sentence) found = k;
    }
    return found;
}

/* Whom a noun phrase stands beside: right behind it, right before its comma, by the tree. */
static uint32_t beside_noun(const plx_links *l, uint32_t i, uint32_t tree) {
    const plx_ref *r = &l->refs.p[i];
    uint32_t next = right_behind(l, i, false);
    if (next != PLX_NONE) return next;
    bool after_comma = r->m.begin && plx_token_is_punct(token(l, r->m.begin - 1), ",");
    uint32_t over = right_behind(l, i, true);
    if (over != PLX_NONE && (!after_comma || tree == PLX_NONE)) return over;
    return right_before(l, i, tree);
}

/* "his mother, Irina": side by side, or by the tree. */
static void join_appositions(plx_links *l) {
    for (uint32_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        if (r->m.kind == PLX_PRONOUN) continue;
        const plx_token *h = token(l, r->m.head);
        uint32_t other = PLX_NONE;
        if (l->an->has_tree && h->deprel == PLX_DEP_appos && h->head != PLX_NONE) {
            other = l->at_head[h->head];
        }
        if (r->m.kind == PLX_NOMINAL) other = beside_noun(l, i, other);
        if (other == PLX_NONE || other == i) continue;
        plx_ref *o = &l->refs.p[other];
        if (r->m.kind == PLX_NAME && o->m.kind == PLX_NAME) continue;
        if (owns(l, r) || owns(l, o) || is_kin_of(l, r, o) || is_kin_of(l, o, r)) continue;
        group_by_description(l, r, o);
        if (!may_be_one(r, o)) continue;
        join_nominal(l, r->m.kind == PLX_NOMINAL ? i : other, r->m.kind == PLX_NOMINAL ? other : i);
    }
}

/* "Orlin is the captain", "who was a teacher". */
static void join_copulas(plx_links *l) {
    if (!l->an->has_tree) return;
    for (uint32_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NOMINAL ||
            plx_deps__child(&l->deps, r->m.head, PLX_DEP_cop) == PLX_NONE) {
            continue;
        }
        uint32_t subject = plx_deps__own_subject(&l->deps, r->m.head);
        if (subject == PLX_NONE || plx_deps__is_negated(&l->deps, r->m.head)) continue;
        uint32_t other = l->at_head[plx_deps__antecedent(&l->deps, subject)];
        if (other == PLX_NONE || other == i) continue;
        const plx_ref *o = &l->refs.p[other];
        if (o->m.kind == PLX_PRONOUN || !may_be_one(r, o)) continue;
        join_nominal(l, i, other);
    }
}

/* Offices that are spoken of as one another. */
static bool same_office(plx_str a, plx_str b) {
    if (plx_str_eq(a, b)) return true;
    static const char *const heads[] = {"leader", "president", "premier", "minister", "chancellor",
                                        "king",   "queen",     "head",    "ruler"};
    bool x = plx_str_eq(a, PLX_S("leader")), y = false;
    for (size_t i = 0; i < PLX_COUNT(heads); i++) y |= plx_str_eq(b, plx_str_of(heads[i]));
    return x && y;
}

/* "the next president", "a future king": nobody yet. */
static bool is_to_come(const plx_links *l, const plx_ref *r) {
    for (uint32_t i = r->m.begin; i < r->m.head; i++) {
        if (plx_token_is(token(l, i), "next") || plx_token_is(token(l, i), "future")) return true;
    }
    return false;
}

/* A person who was given an office, of those that were before the phrase. */
typedef struct office_holder {
    uint32_t root, last; /* last: the latest ref of the chain before the phrase */
    uint32_t names;      /* mentions by name before it */
    bool placed, fits;   /* of a place that is said; of the place that the phrase says */
} office_holder;

enum { HOLDERS = 8 };

/* Chains that were given the office before `i`. */
static size_t read_holders(const plx_links *l, uint32_t i, plx_str place, bool second,
                           office_holder h[HOLDERS]) {
    const plx_ref *r = &l->refs.p[i];
    size_t n = 0;
    for (size_t k = 0; k < l->roles.n; k++) {
        const plx_role_word *w = &l->roles.p[k];
        plx_str lemma = w->lemma;
        bool vice = plx_str_starts(lemma, PLX_S("vice "));
        if (vice) lemma = plx_str_slice(lemma, 5, lemma.n);
        if (w->ref >= i || vice != second || !same_office(r->lemma, lemma)) continue;
        if (place.n && w->place.n && !plx_str_eq(place, w->place)) continue;
        if (place.n && !w->place.n && !plx_str_eq(r->lemma, lemma)) continue;
        uint32_t root = plx_links__root(l, w->ref);
        const plx_ref *o = &l->refs.p[w->ref];
        if (o->m.type != PLX_PERSON || o->m.plural || root == plx_links__root(l, i)) continue;
        size_t at = 0;
        while (at < n && h[at].root != root) at++;
        if (at == HOLDERS) continue;
        if (at == n) h[n++] = (office_holder){.root = root, .last = w->ref};
        h[at].placed |= w->place.n > 0;
        h[at].fits |= place.n && plx_str_eq(place, w->place);
    }
    return n;
}

/* Words that fit too many. */
static bool is_anybody(plx_str lemma) {
    return plx_str_eq(lemma, PLX_S("man")) || plx_str_eq(lemma, PLX_S("woman")) ||
           plx_str_eq(lemma, PLX_S("person"));
}

/* Who is meant by the office: who is called by name most in the account so far, and not too long
 * ago; a foreign one only when the phrase says so. */
static uint32_t holder_of(const plx_links *l, uint32_t i) {
    enum { LOOKED_AT = 400 };
    const plx_ref *r = &l->refs.p[i];
    plx_str place = plx_links__place_in(l, r->m.begin, r->m.head);
    if (!place.n) place = plx_links__place_behind(l, r->m.end);
    office_holder h[HOLDERS];
    size_t n =
        is_to_come(l, r) ? 0 : read_holders(l, i, place, plx_links__is_second(l, r->m.head), h);
    if (!n || (n > 1 && !plx_noun_is_role(r->lemma))) return PLX_NONE; /* one of two victims */
    uint32_t from = i > LOOKED_AT ? i - LOOKED_AT : 0;
    for (uint32_t k = from; k < i; k++) {
        uint32_t root = plx_links__root(l, k);
        for (size_t x = 0; x < n; x++) {
            if (h[x].root != root) continue;
            h[x].names += l->refs.p[k].m.kind == PLX_NAME;
            h[x].last = PLX_MAX(h[x].last, k);
        }
    }
    double best = 0;
    uint32_t to = PLX_NONE;
    bool any_fits = false, any_free = false;
    for (size_t x = 0; x < n; x++) {
        any_fits |= h[x].fits;
        any_free |= !h[x].placed;
    }
    for (size_t x = 0; x < n; x++) {
        if (place.n && !h[x].fits && (any_fits || n > 1)) continue;
        double apart = (double)(r->sentence - l->refs.p[h[x].last].sentence);
        if (apart > 8 && is_anybody(r->lemma)) continue;
        double s = (1 + (double)h[x].names) / (1 + 0.15 * apart);
        if (!place.n && h[x].placed && any_free) s *= 0.3;
        if (s > best) {
            best = s;
            to = h[x].last;
        }
    }
    return to;
}

/* Words before the head that tell which one is meant; articles and possessors do not. */
static bool modifiers_fit(const plx_links *l, const plx_ref *later, const plx_ref *earlier) {
    for (uint32_t i = later->m.begin; i < later->m.head; i++) {
        const plx_token *t = token(l, i);
        if (t->upos != PLX_UPOS_ADJ && t->upos != PLX_UPOS_NOUN && t->upos != PLX_UPOS_NUM &&
            t->upos != PLX_UPOS_PROPN) {
            continue;
        }
        bool found = false;
        for (uint32_t k = earlier->m.begin; k < earlier->m.head && !found; k++) {
            found = plx_str_eq(token(l, k)->fold, t->fold);
        }
        if (!found) return false;
    }
    return true;
}

static bool same_possessor(const plx_links *l, const plx_ref *a, const plx_ref *b) {
    if (a->possessor == PLX_NONE && b->possessor == PLX_NONE) return true;
    if (a->possessor == PLX_NONE || b->possessor == PLX_NONE) return false;
    uint32_t x = l->at_head[a->possessor], y = l->at_head[b->possessor];
    if (x == PLX_NONE || y == PLX_NONE) return false;
    return plx_links__root(l, x) == plx_links__root(l, y);
}

static uint32_t same_noun_before(const plx_links *l, uint32_t i) {
    const plx_ref *r = &l->refs.p[i];
    for (uint32_t k = i, tried = 0; k-- > 0 && tried < 200;) {
        const plx_ref *o = &l->refs.p[k];
        if (o->m.kind != PLX_NOMINAL) continue;
        tried++;
        if (!plx_str_eq(o->lemma, r->lemma) || o->m.plural != r->m.plural) continue;
        if (plx_links__is_second(l, o->m.head) != plx_links__is_second(l, r->m.head)) continue;
        if (o->m.end > r->m.begin || !same_possessor(l, r, o)) continue;
        bool long_ago = r->sentence - o->sentence > 12;
        if (modifiers_fit(l, r, o) && !long_ago) return k;
    }
    return PLX_NONE;
}

/* "the ministry" for a name that ends in the noun. */
static uint32_t named_by_noun(const plx_links *l, uint32_t i) {
    const plx_ref *r = &l->refs.p[i];
    if (r->m.end - r->m.begin > 2 || r->possessor != PLX_NONE) return PLX_NONE;
    for (uint32_t k = i, tried = 0; k-- > 0 && tried < 200;) {
        const plx_ref *o = &l->refs.p[k];
        if (o->m.kind != PLX_NAME || o->m.type == PLX_PERSON) continue;
        tried++;
        if (o->m.end - o->m.begin < 2) continue;
        for (uint32_t t = o->m.begin; t < o->m.end; t++) {
            bool head = t + 1 == o->m.end || plx_token_is(token(l, t + 1), "of") ||
                        plx_token_is(token(l, t + 1), "for");
            if (head && plx_str_eq_nocase(token(l, t)->fold, r->lemma)) return k;
        }
    }
    return PLX_NONE;
}

/* "the 29-year-old": the only one of the account who is 29, or PLX_NONE. */
static uint32_t only_of_age(const plx_links *l, uint32_t i) {
    const plx_ref *r = &l->refs.p[i];
    double age = plx_find__age_inside(l->an, r->m.begin, r->m.end);
    uint32_t found = PLX_NONE;
    for (uint32_t k = 0; age > 0 && k < l->refs.n; k++) {
        uint32_t root = plx_links__root(l, k);
        if (l->refs.p[k].m.kind != PLX_NAME || !(l->age[root] > 0) || l->age[root] < age ||
            l->age[root] > age) {
            continue;
        }
        if (found != PLX_NONE && plx_links__root(l, found) != root) return PLX_NONE;
        found = k;
    }
    return found;
}

static void join_anaphors(plx_links *l) {
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NOMINAL || plx_links__root(l, i) != i || r->indefinite) continue;
        uint32_t to = PLX_NONE;
        bool kin = plx_noun_is_kin(r->lemma);
        if (r->definite && !r->m.plural && r->possessor == PLX_NONE && r->m.type == PLX_PERSON) {
            to = only_of_age(l, i);
            if (to == PLX_NONE) to = holder_of(l, i);
        }
        if (to == PLX_NONE && r->definite && !kin && r->m.type != PLX_PERSON && !r->m.plural) {
            to = named_by_noun(l, i);
        }
        if (to == PLX_NONE && (r->definite || r->m.plural) && (!kin || r->possessor != PLX_NONE)) {
            to = same_noun_before(l, i);
        }
        if (to != PLX_NONE) plx_links__join(l, i, to);
    }
}

/* What else a verb is said of: the object or the passive subject of "identified", or the noun that
 * "identified as" stands behind; a ref, or PLX_NONE. */
static uint32_t identified_by(const plx_links *l, uint32_t verb) {
    static const plx_deprel of[] = {PLX_DEP_obj, PLX_DEP_nsubj_pass};
    for (size_t i = 0; i < PLX_COUNT(of); i++) {
        uint32_t t = plx_deps__child(&l->deps, verb, of[i]);
        if (t != PLX_NONE) return l->at_head[plx_deps__antecedent(&l->deps, t)];
    }
    plx_deprel rel = plx_deps__base((plx_deprel)token(l, verb)->deprel);
    uint32_t noun = token(l, verb)->head;
    return rel == PLX_DEP_acl && noun != PLX_NONE ? l->at_head[noun] : PLX_NONE;
}

/* "identified the suspect as Orlin", "Orlin, identified as the shooter" */
static void join_identified(plx_links *l) {
    if (!l->an->has_tree) return;
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        if (r->m.kind == PLX_PRONOUN || r->m.type != PLX_PERSON) continue;
        uint32_t as = plx_deps__child(&l->deps, r->m.head, PLX_DEP_case);
        uint32_t verb = token(l, r->m.head)->head;
        if (as == PLX_NONE || verb == PLX_NONE || !plx_token_is(token(l, as), "as")) continue;
        bool under_noun = token(l, verb)->upos == PLX_UPOS_NOUN; /* the tree may hang it there */
        uint32_t noun = under_noun ? verb : PLX_NONE;
        if (under_noun) verb = token(l, verb)->head;
        if (verb == PLX_NONE) continue;
        plx_str lemma = token(l, verb)->lemma;
        if (!plx_str_eq(lemma, PLX_S("identify")) && !plx_str_eq(lemma, PLX_S("name"))) continue;
        uint32_t k = under_noun ? l->at_head[noun] : identified_by(l, verb);
        if (k == PLX_NONE || k == i || !may_be_one(r, &l->refs.p[k])) continue;
        if (l->refs.p[k].m.kind == PLX_NAME && r->m.kind == PLX_NOMINAL) {
            join_nominal(l, i, k);
        } else if (l->refs.p[k].m.kind == PLX_NOMINAL && r->m.kind == PLX_NAME) {
            join_nominal(l, k, i);
        }
    }
}

void plx_links__nominals(plx_links *l) {
    join_appositions(l);
    join_copulas(l);
    join_identified(l);
    join_anaphors(l);
}
