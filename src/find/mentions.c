/* Gathers mentions: names as lang found them, noun phrases about people, groups and places,
 * pronouns; has them joined (mention_links.h); writes mentions and chains. */
#include "find/ages.h"
#include "find/find.h"
#include "find/mention_links.h"
#include "find/name_repair.h"

#include <stdlib.h>

uint32_t plx_links__root(const plx_links *l, uint32_t ref) {
    while (l->parent[ref] != ref) ref = l->parent[ref];
    return ref;
}

bool plx_links__join(plx_links *l, uint32_t a, uint32_t b) {
    a = plx_links__root(l, a);
    b = plx_links__root(l, b);
    if (a == b) return true;
    uint8_t g = l->gender[a], h = l->gender[b];
    if (g != h && g != PLX_GENDER_UNKNOWN && h != PLX_GENDER_UNKNOWN) return false;
    uint32_t first = PLX_MIN(a, b), second = PLX_MAX(a, b);
    double x = l->age[a], y = l->age[b];
    if (x > 0 && y > 0 && (x > y ? x - y : y - x) > 2) return false; /* father and son */
    uint32_t f = l->full[first], s = l->full[second];
    if (f != PLX_NONE && s != PLX_NONE && !plx_links__one_person(l, f, s)) return false;
    l->parent[second] = first;
    l->full[first] = f == PLX_NONE ? s : f;
    l->gender[first] = PLX_MAX(g, h);
    l->age[first] = PLX_MAX(x, y);
    return true;
}

void plx_links__give_role(plx_links *l, uint32_t ref, plx_str lemma, plx_str place) {
    plx_vec_push(&l->roles, l->arena, (plx_role_word){ref, lemma, place});
}

plx_str plx_links__place_in(const plx_links *l, uint32_t begin, uint32_t end) {
    plx_str text = l->an->account->text, place = {NULL, 0};
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = &l->an->tokens[i];
        if (i + 1 < end) {
            plx_span two = {t->span.begin, l->an->tokens[i + 1].span.end};
            if (plx_match_is_demonym(plx_str_at(text, two), &place)) return place;
        }
        if (plx_match_is_demonym(t->form, &place)) return place;
    }
    return place;
}

plx_str plx_links__place_behind(const plx_links *l, uint32_t at) {
    plx_str none = {NULL, 0};
    uint32_t n = (uint32_t)l->an->n_tokens;
    if (at + 1 >= n || !plx_token_is(&l->an->tokens[at], "of")) return none;
    at += plx_token_is(&l->an->tokens[at + 1], "the") ? 2 : 1;
    for (uint32_t words = 3; words > 0; words--) {
        if (at + words > n) continue;
        plx_span span = {l->an->tokens[at].span.begin, l->an->tokens[at + words - 1].span.end};
        plx_str text = plx_str_at(l->an->account->text, span);
        if (!plx_match_is_known_place(text)) continue;
        char key[80];
        size_t k = plx_match_thing_key(text, key, sizeof key);
        return plx_str_dup(l->arena, plx_str_n(key, k));
    }
    return none;
}

bool plx_links__is_second(const plx_links *l, uint32_t head) {
    static const char *const words[] = {"vice", "deputy", "assistant", "ex", "under"};
    for (uint32_t i = head; i-- > 0 && head - i <= 2;) {
        for (size_t k = 0; k < PLX_COUNT(words); k++) {
            if (plx_token_is(&l->an->tokens[i], words[k])) return true;
        }
        if (!plx_token_is_punct(&l->an->tokens[i], "-")) break;
    }
    return false;
}

bool plx_links__has_role(const plx_links *l, uint32_t root, plx_str lemma) {
    for (size_t i = 0; i < l->roles.n; i++) {
        if (plx_str_eq(l->roles.p[i].lemma, lemma) &&
            plx_links__root(l, l->roles.p[i].ref) == root) {
            return true;
        }
    }
    return false;
}

static const plx_token *token(const plx_links *l, uint32_t i) { return &l->an->tokens[i]; }

static plx_ref *add(plx_links *l, uint32_t begin, uint32_t end, uint32_t head,
                    plx_mention_kind kind) {
    plx_ref *r = plx_vec_add(&l->refs, l->arena);
    const plx_token *h = token(l, head);
    r->m.span = (plx_span){token(l, begin)->span.begin, token(l, end - 1)->span.end};
    r->m.begin = begin;
    r->m.end = end;
    r->m.head = head;
    r->m.kind = kind;
    r->m.name = PLX_NONE;
    r->form = plx_str_at(l->an->account->text, r->m.span);
    r->lemma = h->lemma.n ? h->lemma : h->fold;
    r->sentence = h->sentence;
    r->quoted = r->possessor = r->parts = PLX_NONE;
    plx_deprel rel = plx_deps__base((plx_deprel)h->deprel);
    r->subject = l->an->has_tree && rel == PLX_DEP_nsubj;
    r->m.plural = (h->feats & PLX_FEAT_PLUR) != 0;
    return r;
}

/* ---- names ----------------------------------------------------------------------------------- */

static bool is_article(const plx_token *t) {
    return plx_token_is(t, "the") || plx_token_is(t, "a") || plx_token_is(t, "an");
}

static bool is_genitive(const plx_token *t) {
    return plx_str_eq(t->fold, PLX_S("'s")) || plx_str_eq(t->fold, PLX_S("'"));
}

static bool is_title(const plx_links *l, uint32_t i, plx_gender *g) {
    char low[20];
    plx_str f = token(l, i)->fold;
    if (f.n && f.p[f.n - 1] == '.') f.n--;
    if (!f.n || f.n > sizeof low) return false;
    for (size_t k = 0; k < f.n; k++) {
        char c = f.p[k];
        low[k] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    return plx_match_is_title(plx_str_n(low, f.n), g);
}

static uint32_t head_of(const plx_links *l, uint32_t begin, uint32_t end) {
    if (l->an->has_tree) {
        for (uint32_t i = begin; i < end; i++) {
            uint32_t h = token(l, i)->head;
            if (h == PLX_NONE || h < begin || h >= end) {
                if (token(l, i)->upos == PLX_UPOS_PUNCT || token(l, i)->upos == PLX_UPOS_DET)
                    continue;
                return i;
            }
        }
    }
    return end - 1;
}

/* Offices in front of a name: "Foreign Minister Orlin": roles of whoever is named. */
static void titles_before(plx_links *l, uint32_t ref, uint32_t from, uint32_t begin) {
    for (uint32_t i = begin; i-- > from;) {
        const plx_token *t = token(l, i);
        plx_gender g = PLX_GENDER_UNKNOWN;
        if (is_title(l, i, &g) || plx_noun_is_role(t->lemma)) {
            plx_str low = plx_str_lower_ascii(l->arena, t->lemma.n ? t->lemma : t->fold);
            uint32_t first = l->an->sentences[t->sentence].begin;
            uint32_t far = i > first + 3 ? i - 3 : first;
            plx_str place = plx_links__place_in(l, far, i);
            if (!place.n) place = plx_links__place_behind(l, l->refs.p[ref].m.end);
            if (plx_links__is_second(l, i))
                low = plx_str_format(l->arena, "vice %.*s", PLX_FMT(low));
            plx_links__give_role(l, ref, low, place);
            if (g != PLX_GENDER_UNKNOWN) l->refs.p[ref].m.gender = g;
        } else if (t->upos != PLX_UPOS_ADJ && t->upos != PLX_UPOS_PROPN &&
                   t->upos != PLX_UPOS_NOUN) {
            return;
        }
    }
}

static plx_gender gender_of_parts(const plx_links *l, const plx_ref *r, const plx_name_parts *p) {
    if (p->gender != PLX_GENDER_UNKNOWN) return p->gender;
    return plx_match_given_gender(token(l, r->m.begin)->fold);
}

static uint32_t tagged_at(const plx_links *l, const plx_name *n) {
    uint32_t index = l->an->tokens[n->end - 1].name;
    return index < l->an->n_names ? index : PLX_NONE;
}

static void add_name(plx_links *l, const plx_name *n) {
    uint32_t begin = n->begin, end = n->end;
    while (begin + 1 < end && is_article(token(l, begin))) begin++;
    while (begin + 1 < end && is_genitive(token(l, end - 1))) end--;
    uint32_t titled = begin;
    if (n->type == PLX_PERSON) {
        plx_gender g;
        while (begin + 1 < end && is_title(l, begin, &g)) begin++;
    }
    /* A demonym describes; it names nobody: "Israeli". */
    if (end - begin == 1 && n->type != PLX_PERSON &&
        plx_match_is_demonym(token(l, begin)->form, NULL)) {
        return;
    }
    uint32_t at = (uint32_t)l->refs.n;
    plx_ref *r = add(l, begin, end, head_of(l, begin, end), PLX_NAME);
    r->m.name = tagged_at(l, n);
    r->m.type = n->type;
    r->m.plural = false;
    r->definite = true;
    if (n->type != PLX_PERSON) return;
    r->parts = (uint32_t)l->parts.n;
    plx_name_parts *p = plx_vec_add(&l->parts, l->arena);
    plx_match_name_parse(r->form, p);
    r->family = end < l->an->n_tokens &&
                (plx_token_is(token(l, end), "family") || plx_token_is(token(l, end), "families"));
    r->m.gender = gender_of_parts(l, r, p);
    uint32_t from = begin > 6 ? begin - 6 : 0;
    from = PLX_MAX(from, l->an->sentences[r->sentence].begin);
    titles_before(l, at, PLX_MIN(titled, from), begin);
}

/* ---- noun phrases and pronouns ----------------------------------------------------------------
 */

static void phrase_of(const plx_links *l, uint32_t head, uint32_t *begin, uint32_t *end) {
    if (l->an->has_tree) {
        plx_deps__phrase(&l->deps, head, begin, end);
    } else {
        *begin = head;
        *end = head + 1;
        uint32_t first = l->an->sentences[token(l, head)->sentence].begin;
        while (*begin > first && head - *begin < 4) {
            uint8_t u = token(l, *begin - 1)->upos;
            if (u != PLX_UPOS_ADJ && u != PLX_UPOS_DET && u != PLX_UPOS_NOUN && u != PLX_UPOS_NUM)
                break;
            (*begin)--;
        }
    }
    if (*begin > head) *begin = head;
    *end = head + 1; /* up to the head */
}

static uint32_t possessor_in(const plx_links *l, uint32_t begin, uint32_t head) {
    for (uint32_t i = begin; i < head; i++) {
        const plx_token *t = token(l, i);
        if (t->upos == PLX_UPOS_PRON && (t->feats & PLX_FEAT_POSS)) return i;
        if (is_genitive(t) && i > begin) return i - 1;
    }
    return PLX_NONE;
}

static void add_nominal(plx_links *l, uint32_t head) {
    const plx_token *t = token(l, head);
    plx_str lemma = t->lemma.n ? t->lemma : t->fold;
    bool person = plx_noun_is_person(lemma), group = plx_noun_is_group(lemma);
    bool place = plx_noun_is_place(lemma);
    if (!person && !group && !place) return;
    plx_deprel rel = (plx_deprel)t->deprel;
    if (l->an->has_tree && rel == PLX_DEP_compound) return;
    if (head + 1 < l->an->n_tokens && !l->an->has_tree &&
        token(l, head + 1)->upos == PLX_UPOS_NOUN) {
        return;
    }
    uint32_t begin, end;
    phrase_of(l, head, &begin, &end);
    plx_ref *r = add(l, begin, end, head, PLX_NOMINAL);
    r->m.type = person ? PLX_PERSON : group ? PLX_ORGANIZATION : PLX_PLACE;
    if (plx_str_eq(lemma, PLX_S("people")) || plx_str_eq(lemma, PLX_S("police")))
        r->m.plural = true;
    r->m.gender = r->m.plural ? PLX_GENDER_UNKNOWN : plx_noun_gender(lemma);
    const plx_token *first = token(l, begin);
    r->possessor = possessor_in(l, begin, head);
    r->definite = plx_token_is(first, "the") || plx_token_is(first, "this") ||
                  plx_token_is(first, "that") || plx_token_is(first, "these") ||
                  plx_token_is(first, "those") || r->possessor != PLX_NONE;
    r->indefinite = plx_token_is(first, "a") || plx_token_is(first, "an") ||
                    plx_token_is(first, "some") || plx_token_is(first, "another");
}

/* "the 29-year-old said": nobody else's word behind it. */
static void add_aged(plx_links *l, uint32_t head) {
    if (!plx_token_is(token(l, head), "old") || head < 4) return;
    uint32_t first = l->an->sentences[token(l, head)->sentence].begin, begin = head;
    if (!plx_token_is_punct(token(l, head - 1), "-")) return;
    while (begin > first && head - begin < 6 && !is_article(token(l, begin))) begin--;
    if (!is_article(token(l, begin)) || !(plx_find__age_inside(l->an, begin, head + 1) > 0)) return;
    if (head + 1 < l->an->n_tokens) {
        plx_upos u = (plx_upos)token(l, head + 1)->upos;
        if (u == PLX_UPOS_NOUN || u == PLX_UPOS_PROPN || u == PLX_UPOS_ADJ) return;
    }
    plx_ref *r = add(l, begin, head + 1, head, PLX_NOMINAL);
    r->m.type = PLX_PERSON;
    r->m.plural = false;
    r->definite = plx_token_is(token(l, begin), "the");
    r->indefinite = !r->definite;
}

static const struct {
    const char *form;
    uint8_t gender;
    bool plural;
} pronouns[] = {
    {"he", PLX_MALE, false},
    {"him", PLX_MALE, false},
    {"his", PLX_MALE, false},
    {"himself", PLX_MALE, false},
    {"she", PLX_FEMALE, false},
    {"her", PLX_FEMALE, false},
    {"hers", PLX_FEMALE, false},
    {"herself", PLX_FEMALE, false},
    {"it", PLX_NEUTRAL, false},
    {"its", PLX_NEUTRAL, false},
    {"itself", PLX_NEUTRAL, false},
    {"they", PLX_GENDER_UNKNOWN, true},
    {"them", PLX_GENDER_UNKNOWN, true},
    {"their", PLX_GENDER_UNKNOWN, true},
    {"theirs", PLX_GENDER_UNKNOWN, true},
    {"themselves", PLX_GENDER_UNKNOWN, true},
    {"who", PLX_GENDER_UNKNOWN, false},
    {"whom", PLX_GENDER_UNKNOWN, false},
    {"whose", PLX_GENDER_UNKNOWN, false},
};

static void add_pronoun(plx_links *l, uint32_t i) {
    const plx_token *t = token(l, i);
    if (l->an->has_tree && t->deprel == PLX_DEP_expl) return;
    for (size_t k = 0; k < PLX_COUNT(pronouns); k++) {
        if (!plx_token_is(t, pronouns[k].form)) continue;
        plx_ref *r = add(l, i, i + 1, i, PLX_PRONOUN);
        r->lemma = plx_str_of(pronouns[k].form);
        r->m.type = pronouns[k].gender == PLX_NEUTRAL ? PLX_ORGANIZATION : PLX_PERSON;
        r->m.gender = (plx_gender)pronouns[k].gender;
        r->m.plural = pronouns[k].plural;
        return;
    }
}

/* ---- the frame ---------------------------------------------------------------------------------
 */

static void gather(plx_links *l) {
    plx_annotation *an = l->an;
    plx_names names = plx_find__repair_names(an, l->arena);
    size_t k = 0;
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        const plx_token *t = &an->tokens[i];
        while (k < names.n && names.p[k].end <= i) k++;
        if (k < names.n && names.p[k].begin <= i) {
            if (names.p[k].begin == i) add_name(l, &names.p[k]);
            continue;
        }
        if (plx_token_is(t, "old") && t->upos != PLX_UPOS_PROPN) {
            add_aged(l, i);
        } else if (t->upos == PLX_UPOS_NOUN) {
            add_nominal(l, i);
        } else if (t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_X || t->upos == PLX_UPOS_DET) {
            add_pronoun(l, i);
        }
    }
}

/* A nominal begins before what stands inside it ("his" of "his mother"): by span, the longer first.
 */
static int by_span(const void *x, const void *y) {
    const plx_ref *a = x, *b = y;
    if (a->m.span.begin != b->m.span.begin) return a->m.span.begin < b->m.span.begin ? -1 : 1;
    return a->m.span.end > b->m.span.end ? -1 : a->m.span.end < b->m.span.end;
}

static void sort_refs(plx_links *l) {
    size_t n = l->refs.n;
    uint32_t *head_of_role = plx_new_n(l->arena, uint32_t, l->roles.n);
    for (size_t i = 0; i < l->roles.n; i++) head_of_role[i] = l->refs.p[l->roles.p[i].ref].m.head;
    if (n) qsort(l->refs.p, n, sizeof *l->refs.p, by_span);
    l->at_head = plx_new_n(l->arena, uint32_t, l->an->n_tokens);
    for (size_t i = 0; i < l->an->n_tokens; i++) l->at_head[i] = PLX_NONE;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t *slot = &l->at_head[l->refs.p[i].m.head];
        if (*slot == PLX_NONE) *slot = i;
    }
    for (size_t i = 0; i < l->roles.n; i++) l->roles.p[i].ref = l->at_head[head_of_role[i]];
    l->parent = plx_new_n(l->arena, uint32_t, n);
    l->gender = plx_new_n(l->arena, uint8_t, n);
    l->age = plx_new_n(l->arena, double, n);
    l->full = plx_new_n(l->arena, uint32_t, n);
    for (size_t i = 0; i < n; i++) l->full[i] = PLX_NONE;
    for (uint32_t i = 0; i < n; i++) {
        l->parent[i] = i;
        const plx_mention *m = &l->refs.p[i].m;
        l->gender[i] = (uint8_t)m->gender;
        bool person = m->kind == PLX_NAME && m->type == PLX_PERSON;
        l->age[i] = person ? plx_find__age_at(l->an, m->begin, m->end) : 0;
    }
}

static void mark_quoted(plx_links *l) {
    l->marks = plx_find__marks(l->an, l->arena);
    plx_marks marks = l->marks;
    size_t k = 0;
    for (size_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        while (k < marks.n && marks.p[k].outer.end <= r->m.span.begin) k++;
        if (k < marks.n && plx_span_contains(marks.p[k].outer, r->m.span)) r->quoted = (uint32_t)k;
    }
}

static unsigned naming_power(const plx_links *l, const plx_ref *r) {
    if (r->m.kind == PLX_NAME) {
        unsigned parts = r->parts == PLX_NONE ? 1 : l->parts.p[r->parts].n;
        return 1000 + 50 * PLX_MIN(parts, 6u) + PLX_MIN(plx_span_len(r->m.span), 49u);
    }
    return r->m.kind == PLX_NOMINAL ? 100 : 0;
}

static void write_out(plx_links *l) {
    plx_annotation *an = l->an;
    size_t n = l->refs.n;
    an->mentions = plx_new_n(l->arena, plx_mention, n);
    an->chains = plx_new_n(l->arena, plx_chain, n);
    an->n_mentions = an->n_chains = 0;
    uint32_t *chain_of = plx_new_n(l->arena, uint32_t, n);
    unsigned *power = plx_new_n(l->arena, unsigned, n);
    for (uint32_t i = 0; i < n; i++) chain_of[i] = PLX_NONE;
    for (uint32_t i = 0; i < n; i++) {
        plx_ref *r = &l->refs.p[i];
        uint32_t root = plx_links__root(l, i);
        uint32_t at = (uint32_t)an->n_mentions;
        if (chain_of[root] == PLX_NONE) {
            /* "it" and "they" that stand for nothing known are left out */
            bool alone = r->m.kind == PLX_PRONOUN && (r->m.plural || r->m.gender == PLX_NEUTRAL);
            if (alone && root == i) {
                bool joined = false;
                for (uint32_t k = i + 1; k < n && !joined && k < i + 400; k++) {
                    joined = l->refs.p[k].m.kind != PLX_PRONOUN && plx_links__root(l, k) == root;
                }
                if (!joined) continue;
            }
            chain_of[root] = (uint32_t)an->n_chains;
            plx_chain *c = &an->chains[an->n_chains++];
            c->best = at;
            c->type = r->m.type;
            c->plural = r->m.plural;
            c->gender = (plx_gender)l->gender[root];
        }
        plx_chain *c = &an->chains[chain_of[root]];
        unsigned p = naming_power(l, r);
        if (p > power[chain_of[root]]) {
            power[chain_of[root]] = p;
            c->best = at;
            c->type = r->m.type;
            c->plural = r->m.plural;
        }
        c->n_mentions++;
        r->m.chain = chain_of[root];
        r->m.gender = c->gender != PLX_GENDER_UNKNOWN ? c->gender : r->m.gender;
        an->mentions[an->n_mentions++] = r->m;
    }
    for (size_t i = 0; i < an->n_mentions; i++) {
        if (an->mentions[i].kind != PLX_PRONOUN) continue;
        an->mentions[i].type = an->chains[an->mentions[i].chain].type;
    }
}

void plx_find_mentions(plx_annotation *an, plx_arena *arena) {
    plx_links l = {.an = an, .arena = arena};
    l.deps = plx_find__deps(an, arena);
    gather(&l);
    sort_refs(&l);
    mark_quoted(&l);
    plx_links__names(&l);
    plx_links__nominals(&l);
    plx_links__pronouns(&l);
    write_out(&l);
}
