/* Names with names, inside one account: "Irina Orlin ... Orlin ... Irina", "the Harbour Authority
 * ... HA", "the North" for "North X". What they are is made to agree first: one form, one type. */
#include "find/mention_links.h"

#include "base/map.h"

/* ---- types agree -------------------------------------------------------------------------------
 */

typedef struct form_votes {
    uint32_t votes[PLX_N_ENTITY_TYPES];
    uint32_t first; /* ref */
} form_votes;

static plx_str key_of(const plx_links *l, const plx_ref *r) {
    char key[160];
    size_t n = plx_match_thing_key(r->form, key, sizeof key);
    return plx_str_dup(l->arena, plx_str_n(key, n));
}

static bool is_part_of_person(const plx_links *l, const plx_ref *r) {
    if (r->m.end - r->m.begin != 1) return false;
    plx_str f = l->an->tokens[r->m.begin].fold;
    for (size_t i = 0; i < l->refs.n; i++) {
        const plx_ref *p = &l->refs.p[i];
        if (p->m.kind != PLX_NAME || p->m.type != PLX_PERSON || p->m.end - p->m.begin < 2) continue;
        for (uint32_t t = p->m.begin; t < p->m.end; t++) {
            if (plx_str_eq(l->an->tokens[t].fold, f)) return true;
        }
    }
    return false;
}

static void retype(plx_links *l, plx_ref *r, plx_entity_type type) {
    if (r->m.type == type) return;
    r->m.type = type;
    if (type != PLX_PERSON) {
        r->parts = PLX_NONE;
        r->m.gender = PLX_GENDER_UNKNOWN;
        return;
    }
    r->parts = (uint32_t)l->parts.n;
    plx_match_name_parse(r->form, plx_vec_add(&l->parts, l->arena));
    r->m.gender = plx_match_given_gender(l->an->tokens[r->m.begin].fold);
}

/* "Clinton" beside "Hilda Clinton": a surname there, and no man's given name. */
static void surnames_have_no_gender(plx_links *l) {
    plx_map given, surnames;
    plx_map_init(&given, l->arena);
    plx_map_init(&surnames, l->arena);
    for (size_t i = 0; i < l->refs.n; i++) {
        const plx_ref *p = &l->refs.p[i];
        if (p->m.kind != PLX_NAME || p->m.type != PLX_PERSON || p->m.end - p->m.begin < 2) continue;
        plx_map_put(&given, l->an->tokens[p->m.begin].fold, 1, NULL);
        for (uint32_t t = p->m.begin + 1; t < p->m.end; t++) {
            plx_map_put(&surnames, l->an->tokens[t].fold, 1, NULL);
        }
    }
    for (size_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NAME || r->m.type != PLX_PERSON || r->m.end - r->m.begin != 1)
            continue;
        plx_str fold = l->an->tokens[r->m.begin].fold;
        if (plx_map_get(&surnames, fold) == PLX_NONE || plx_map_get(&given, fold) != PLX_NONE) {
            continue;
        }
        if (r->m.gender != plx_match_given_gender(fold)) continue; /* a title told it */
        r->m.gender = PLX_GENDER_UNKNOWN;
        l->gender[i] = PLX_GENDER_UNKNOWN;
    }
}

/* "Maria" where "Hurricane Maria" raged. */
static void storms_are_no_people(plx_links *l) {
    plx_map storms;
    plx_map_init(&storms, l->arena);
    for (size_t i = 0; i < l->refs.n; i++) {
        const plx_ref *p = &l->refs.p[i];
        if (p->m.kind != PLX_NAME || p->m.end - p->m.begin != 2) continue;
        const plx_token *t = &l->an->tokens[p->m.begin];
        if (plx_token_is(t, "Hurricane") || plx_token_is(t, "Typhoon")) {
            plx_map_put(&storms, t[1].fold, 1, NULL);
        }
    }
    for (size_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NAME || r->m.end - r->m.begin != 1) continue;
        if (plx_map_get(&storms, l->an->tokens[r->m.begin].fold) == PLX_NONE) continue;
        if (!is_part_of_person(l, r)) retype(l, r, PLX_OTHER);
    }
}

static void agree_on_types(plx_links *l) {
    plx_map forms;
    plx_map_init(&forms, l->arena);
    PLX_VEC(form_votes) votes = {NULL, 0, 0};
    for (uint32_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NAME) continue;
        bool is_new;
        uint32_t k = plx_map_put(&forms, key_of(l, r), (uint32_t)votes.n, &is_new)->value;
        if (is_new) plx_vec_push(&votes, l->arena, (form_votes){.first = i});
        PLX_ASSERT(k < votes.n && votes.p);
        votes.p[k].votes[r->m.type]++;
    }
    for (uint32_t i = 0; i < l->refs.n; i++) {
        plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NAME) continue;
        const form_votes *v = &votes.p[plx_map_get(&forms, key_of(l, r))];
        unsigned best = l->refs.p[v->first].m.type;
        for (unsigned t = 0; t < PLX_N_ENTITY_TYPES; t++) {
            if (v->votes[t] > v->votes[best]) best = t;
        }
        bool person = is_part_of_person(l, r);
        bool known = plx_match_is_known_place(r->form);
        if (known && !(person && best == PLX_PERSON)) best = PLX_PLACE;
        if (person && !known && !plx_match_is_known_org(r->form)) best = PLX_PERSON;
        retype(l, r, (plx_entity_type)best);
        l->gender[i] = (uint8_t)r->m.gender;
    }
}

/* ---- people ------------------------------------------------------------------------------------
 */

static bool is_person(const plx_ref *r) { return r->m.kind == PLX_NAME && r->parts != PLX_NONE; }

static unsigned full_parts(const plx_name_parts *p) {
    unsigned n = 0;
    for (size_t i = 0; i < p->n; i++) {
        n += p->parts[i].kind != PLX_PART_PARTICLE && p->parts[i].kind != PLX_PART_SUFFIX;
    }
    return n;
}

static bool is_full(const plx_links *l, const plx_ref *r) {
    return is_person(r) && full_parts(&l->parts.p[r->parts]) > 1;
}

/* How alike two names are; 0 when they contradict each other. */
static double alike(const plx_links *l, const plx_ref *a, const plx_ref *b) {
    plx_name_match m;
    double s = plx_match_names(&l->parts.p[a->parts], &l->parts.p[b->parts], &m);
    if ((m.why & PLX_NAME_INITIAL) && m.surname < 0.3) return 0; /* Edgar W. Orlin, Edgar Ward */
    return m.why & (PLX_NAME_CONFLICT | PLX_NAME_GENDER) ? 0 : s;
}

static bool is_junior(const plx_links *l, const plx_ref *r) {
    return plx_match_name_is_junior(&l->parts.p[r->parts]);
}

bool plx_links__one_person(const plx_links *l, uint32_t a, uint32_t b) {
    const plx_ref *x = &l->refs.p[a], *y = &l->refs.p[b];
    if (l->juniors && is_junior(l, x) != is_junior(l, y)) return false;
    return alike(l, x, y) > 0.3;
}

/* "his son, Orlin Jr." */
static bool called_son(const plx_links *l, const plx_ref *r) {
    for (uint32_t i = r->m.begin; i-- > 0 && r->m.begin - i <= 4;) {
        const plx_token *t = &l->an->tokens[i];
        if (plx_token_is(t, "son") || plx_token_is(t, "father") || plx_token_is(t, "namesake")) {
            return true;
        }
    }
    return false;
}

/* Offices whose holders need no introduction: "President Orlin" may be anybody's husband. */
static bool is_public_office(plx_str lemma) {
    static const char *const words[] = {"president", "premier", "minister", "chancellor",
                                        "king",      "queen",   "pope",     "governor",
                                        "gov",       "senator", "sen",      "secretary"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(lemma, plx_str_of(words[i]))) return true;
    }
    return false;
}

static bool has_public_office(const plx_links *l, uint32_t ref) {
    for (size_t i = 0; i < l->roles.n; i++) {
        if (l->roles.p[i].ref == ref && is_public_office(l->roles.p[i].lemma)) return true;
    }
    return false;
}

/* Does the account tell a Jr. from who has the same name without it? When he is called a son, the
 * two stand in one sentence, or the one without it has an office that the other lacks. */
static bool tells_juniors(const plx_links *l) {
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        if (!is_person(r) || !is_junior(l, r)) continue;
        if (called_son(l, r)) return true;
        for (uint32_t k = 0; k < l->refs.n; k++) {
            const plx_ref *o = &l->refs.p[k];
            if (k == i || !is_full(l, o) || !is_full(l, r) || is_junior(l, o)) continue;
            bool beside = o->sentence == r->sentence;
            bool office = has_public_office(l, k) && !has_public_office(l, i);
            if ((beside || office) && alike(l, r, o) > 0.6) return true;
        }
    }
    return false;
}

static bool ages_apart(const plx_links *l, uint32_t i, uint32_t k) {
    double x = l->age[plx_links__root(l, i)], y = l->age[plx_links__root(l, k)];
    return x > 0 && y > 0 && (x > y ? x - y : y - x) > 2;
}

static void join_full_names(plx_links *l) {
    l->juniors = tells_juniors(l);
    for (uint32_t i = 0; i < l->refs.n; i++) {
        l->full[i] = is_full(l, &l->refs.p[i]) ? i : PLX_NONE;
    }
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        if (!is_full(l, r)) continue;
        double best = 0.6;
        uint32_t to = PLX_NONE;
        uint32_t tried = 0;
        for (uint32_t k = i; k-- > 0 && tried < 300;) {
            const plx_ref *o = &l->refs.p[k];
            if (!is_full(l, o)) continue;
            tried++;
            if (ages_apart(l, i, k)) continue;
            double s = alike(l, r, o);
            if (l->juniors && is_junior(l, r) != is_junior(l, o)) continue;
            if (s > best) {
                best = s;
                to = k;
            }
        }
        if (to != PLX_NONE) plx_links__join(l, i, to);
    }
}

/* How alike parts of names are, by their letters: names come again and again in an account. */
typedef struct part_pairs {
    plx_map index;
    PLX_VEC(double) alike;
} part_pairs;

static double parts_alike(const plx_links *l, part_pairs *pairs, const plx_name_part *x,
                          const plx_name_part *y) {
    if (x->consonantal || y->consonantal) return plx_match_name_part(x, y);
    char letters[2 * PLX_NAME_MAX_LETTERS + 1];
    memcpy(letters, x->letters, x->n);
    letters[x->n] = 0; /* no letter */
    memcpy(letters + x->n + 1, y->letters, y->n);
    plx_str key = plx_str_n(letters, (size_t)x->n + 1 + y->n);
    uint32_t at = plx_map_get(&pairs->index, key);
    if (at == PLX_NONE) {
        at = (uint32_t)pairs->alike.n;
        plx_vec_push(&pairs->alike, l->arena, plx_match_name_part(x, y));
        plx_map_put(&pairs->index, plx_str_dup(l->arena, key), at, NULL);
    }
    return pairs->alike.p[at];
}

/* How well a bare name ("Orlin", "Mr. Orlin", "Irina") goes with a full one; 0 when it does not. */
static double bare_fits(const plx_links *l, part_pairs *pairs, const plx_ref *bare,
                        const plx_ref *full) {
    const plx_name_parts *b = &l->parts.p[bare->parts], *f = &l->parts.p[full->parts];
    const plx_name_part *x = &b->parts[b->surname];
    double best = 0;
    for (size_t i = 0; i < f->n; i++) {
        const plx_name_part *y = &f->parts[i];
        if (y->kind == PLX_PART_PARTICLE || y->kind == PLX_PART_SUFFIX || y->n < 2) continue;
        double s = parts_alike(l, pairs, x, y);
        if (s < 0.9) {
            bool pet = i != f->surname && plx_match_nickname(x, y);
            if (!pet && !plx_match_kindred_initials(x, y)) continue;
            bool slip = i == f->surname && s >= 0.4 && x->n >= 6 && y->n >= 6 &&
                        memcmp(x->letters, y->letters, 3) == 0;
            s = pet ? 0.9 : s > 0.75 ? s * 0.5 : slip ? 0.33 : 0;
        }
        s *= i == f->surname ? 1 : i == 0 ? 0.9 : 0.6;
        if (s > best) best = s;
    }
    uint8_t g = (uint8_t)b->gender, h = l->gender[plx_links__root(l, (uint32_t)(full - l->refs.p))];
    if (l->juniors && plx_match_name_is_junior(b) != plx_match_name_is_junior(f)) {
        if (plx_match_name_is_junior(b)) return 0;
        best *= 0.5;
    }
    bool titled = b->n_titles > 0 || bare->m.gender != PLX_GENDER_UNKNOWN;
    if (titled && g != PLX_GENDER_UNKNOWN && h != PLX_GENDER_UNKNOWN && g != h) return 0;
    return best;
}

/* Who is called by a public office. */
typedef struct offices {
    plx_map bare;    /* fold of a bare name -> index into first */
    plx_map holders; /* root of full names -> the lemma's place in lemmas */
    PLX_VEC(plx_str) lemmas;
    PLX_VEC(uint32_t) first; /* the first ref that is called so, by index of `bare` */
    PLX_VEC(plx_str) called; /* with which office */
} offices;

static plx_str root_key(const plx_links *l, uint32_t root) {
    return plx_str_format(l->arena, "%u", root);
}

static void read_offices(plx_links *l, offices *o) {
    plx_map_init(&o->bare, l->arena);
    plx_map_init(&o->holders, l->arena);
    for (size_t i = 0; i < l->roles.n; i++) {
        const plx_role_word *w = &l->roles.p[i];
        plx_str lemma = w->lemma;
        if (lemma.n && lemma.p[lemma.n - 1] == '.') lemma.n--;
        if (w->ref >= l->refs.n || !is_public_office(lemma)) continue;
        const plx_ref *r = &l->refs.p[w->ref];
        if (!is_person(r)) continue;
        if (is_full(l, r)) {
            plx_map_put(&o->holders, root_key(l, plx_links__root(l, w->ref)), (uint32_t)o->lemmas.n,
                        NULL);
            plx_vec_push(&o->lemmas, l->arena, lemma);
            continue;
        }
        bool is_new;
        plx_str fold = l->an->tokens[r->m.end - 1].fold;
        uint32_t k = plx_map_put(&o->bare, fold, (uint32_t)o->first.n, &is_new)->value;
        if (is_new) {
            plx_vec_push(&o->first, l->arena, w->ref);
            plx_vec_push(&o->called, l->arena, lemma);
        } else if (w->ref < o->first.p[k]) {
            o->first.p[k] = w->ref;
        }
    }
}

static bool is_kin_word(const plx_token *t) {
    if (plx_token_is(t, "lady")) return true;
    return plx_noun_is_kin(t->lemma) && !plx_str_eq(t->lemma, PLX_S("partner"));
}

/* "his son Eric Orlin", "Irina Orlin, the president's wife", "first lady Irina Orlin" */
static bool is_called_kin(const plx_links *l, const plx_ref *r) {
    const plx_token *t = l->an->tokens;
    uint32_t at = r->m.begin;
    if (at > 1 && plx_token_is_punct(&t[at - 1], ",")) at--;
    if (at && is_kin_word(&t[at - 1])) return true;
    uint32_t end = PLX_MIN((uint32_t)l->an->n_tokens, r->m.end + 6);
    bool beside = r->m.end < end && plx_token_is_punct(&t[r->m.end], ",");
    for (uint32_t i = r->m.end + 1; beside && i < end && !plx_token_is_punct(&t[i], ","); i++) {
        if (is_kin_word(&t[i])) return true;
    }
    return false;
}

/* Is the full name somebody else's than of whom the account calls by the bare one? She is when the
 * bare one came before, with an office, and the full one never has an office, but is called kin. */
static bool is_kin_of_holder(const plx_links *l, const offices *o, const plx_ref *bare,
                             uint32_t full) {
    uint32_t k = plx_map_get(&o->bare, l->an->tokens[bare->m.end - 1].fold);
    if (k == PLX_NONE) return false;
    uint32_t root = plx_links__root(l, full);
    return o->first.p[k] < root && plx_map_get(&o->holders, root_key(l, root)) == PLX_NONE &&
           is_called_kin(l, &l->refs.p[root]);
}

static void join_bare_names(plx_links *l) {
    part_pairs pairs = {.alike = {NULL, 0, 0}};
    plx_map_init(&pairs.index, l->arena);
    offices known = {.lemmas = {NULL, 0, 0}};
    read_offices(l, &known);
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        if (!is_person(r) || full_parts(&l->parts.p[r->parts]) != 1) continue;
        double best = 0.3;
        uint32_t to = PLX_NONE, tried = 0;
        for (uint32_t k = 0; k < l->refs.n && tried < 400; k++) {
            const plx_ref *o = &l->refs.p[k];
            if (k == i || !is_person(o)) continue;
            tried++;
            bool full = full_parts(&l->parts.p[o->parts]) > 1;
            if (!full && (k > i || !plx_str_eq_nocase(o->form, r->form))) continue;
            if (ages_apart(l, i, k)) continue;
            double s = full ? bare_fits(l, &pairs, r, o) : 0.8;
            if (s <= 0.3) continue;
            if (full && is_kin_of_holder(l, &known, r, k)) continue;
            uint8_t g = (uint8_t)r->m.gender, h = l->gender[plx_links__root(l, k)];
            if (g != h && g != PLX_GENDER_UNKNOWN && h != PLX_GENDER_UNKNOWN) continue; /* Mrs. */
            if (full &&
                plx_map_get(&known.holders, root_key(l, plx_links__root(l, k))) != PLX_NONE) {
                s += 0.15;
            }
            if (k < i) s += 0.1; /* introduced before */
            uint32_t apart = k < i ? r->sentence - o->sentence : o->sentence - r->sentence;
            s -= 0.001 * PLX_MIN(apart, 50u);
            if (s > best) {
                best = s;
                to = k;
            }
        }
        if (to != PLX_NONE) plx_links__join(l, i, to);
    }
}

/* ---- organisations, places, the rest ------------------------------------------------------------
 */

static bool is_compass(plx_str s) {
    return plx_str_eq(s, PLX_S("North")) || plx_str_eq(s, PLX_S("South")) ||
           plx_str_eq(s, PLX_S("East")) || plx_str_eq(s, PLX_S("West"));
}

/* "the Orlin playground" and "Orlin Playground" */
static bool names_same_site(const plx_links *l, const plx_ref *r, const plx_ref *o) {
    if (r->m.type != PLX_PLACE || r->m.end >= l->an->n_tokens) return false;
    const plx_token *next = &l->an->tokens[r->m.end];
    if (next->upos != PLX_UPOS_NOUN || !next->space_before) return false;
    plx_str longer = plx_str_slice(l->an->account->text, r->m.span.begin, next->span.end);
    return plx_str_eq_nocase(longer, o->form);
}

static void join_things(plx_links *l) {
    for (uint32_t i = 0; i < l->refs.n; i++) {
        const plx_ref *r = &l->refs.p[i];
        if (r->m.kind != PLX_NAME || r->parts != PLX_NONE) continue;
        plx_str form = r->form;
        plx_entity_type type = r->m.type;
        if (r->m.begin > 0 && plx_token_is(&l->an->tokens[r->m.begin - 1], "the")) {
            if (r->m.end - r->m.begin == 1 && is_compass(r->form)) type = PLX_PLACE;
            form = plx_str_slice(l->an->account->text, l->an->tokens[r->m.begin - 1].span.begin,
                                 r->m.span.end);
        }
        plx_thing_match best = PLX_THING_DIFFERENT;
        uint32_t to = PLX_NONE, tried = 0;
        for (uint32_t k = i; k-- > 0 && tried < 300 && best < PLX_THING_SAME;) {
            const plx_ref *o = &l->refs.p[k];
            if (o->m.kind != PLX_NAME || o->parts != PLX_NONE) continue;
            bool shortened = type == PLX_OTHER && o->m.type == PLX_ORGANIZATION &&
                             r->m.end - r->m.begin < o->m.end - o->m.begin;
            if (o->m.type != type && !shortened) continue;
            tried++;
            plx_thing_match m = plx_match_things(form, o->form, o->m.type);
            if (m < PLX_THING_SAME && names_same_site(l, r, o)) m = PLX_THING_SAME;
            if (m > best) {
                best = m;
                to = k;
            }
        }
        if (to != PLX_NONE) plx_links__join(l, i, to);
    }
}

void plx_links__names(plx_links *l) {
    storms_are_no_people(l);
    agree_on_types(l);
    surnames_have_no_gender(l);
    join_full_names(l);
    join_bare_names(l);
    join_things(l);
}
