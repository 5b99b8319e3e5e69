/* Noun phrases without a name: "the ambassador" of one account is whoever others name as the
 * ambassador, "his mother" the mother that others name of the same man.
 *
 * Only where one person of the story fits, so that a second ambassador, unnamed, is not made the
 * first: the office must be one that a single person holds, the phrase definite, and each word that
 * stands with it ("the Israeli ambassador", "the former mayor") must stand near a name of the
 * holder somewhere. */
#include "reconcile/entity_groups.h"

#include "find/nouns.h"

/* Offices that many in one story hold. */
static bool is_held_by_many(plx_str lemma) {
    static const char *const words[] = {
        "attorney", "candidate",    "congressman", "congresswoman", "head",
        "lawmaker", "lawyer",       "leader",      "manager",       "professor",
        "owner",    "spokesperson", "spokesman",   "spokeswoman",   "representative",
        "senator",  "general",      "chief",       "secretary",     "minister"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(lemma, plx_str_of(words[i]))) return true;
    }
    return false;
}

static bool is_nominal_person(const plx_profile *p) {
    return !p->named && p->type == PLX_PERSON && !p->plural && p->n_all > 0;
}

/* Does a word stand within a few tokens before or behind a mention of the group's people? Looks at
 * the first accounts only. */
static bool stands_near(const plx_grouping *g, uint32_t root, plx_str fold) {
    enum { LOOKED_AT = 60 };
    const plx_group *r = &g->groups.p[root];
    size_t looked = 0;
    for (size_t k = 0; k < r->members.n; k++) {
        const plx_group *m = &g->groups.p[r->members.p[k]];
        for (size_t i = 0; i < m->profiles.n && looked < LOOKED_AT; i++, looked++) {
            const plx_profile *p = &g->profiles.p[m->profiles.p[i]];
            const plx_annotation *an = g->story->annotations[p->account];
            for (uint32_t x = 0; x < an->n_mentions; x++) {
                const plx_mention *o = &an->mentions[x];
                if (o->chain != p->chain || o->kind == PLX_PRONOUN) continue;
                uint32_t begin = o->begin > 6 ? o->begin - 6 : 0;
                uint32_t end = PLX_MIN((uint32_t)an->n_tokens, o->end + 6);
                for (uint32_t t = begin; t < end; t++) {
                    if (plx_str_eq(an->tokens[t].fold, fold)) return true;
                }
            }
        }
    }
    return false;
}

/* The definite mention of the chain whose office counts, or PLX_NONE. */
static uint32_t office_mention(const plx_annotation *an, const plx_profile *p) {
    for (uint32_t x = p->first; x < an->n_mentions; x++) {
        const plx_mention *m = &an->mentions[x];
        if (m->chain != p->chain || m->kind != PLX_NOMINAL) continue;
        plx_str lemma = an->tokens[m->head].lemma;
        bool definite = plx_str_eq(an->tokens[m->begin].fold, PLX_S("the"));
        return definite && plx_noun_is_role(lemma) ? x : PLX_NONE;
    }
    return PLX_NONE;
}

/* Every word before the head that tells which one is meant fits the person. */
static bool words_fit(const plx_grouping *g, const plx_annotation *an, const plx_mention *m,
                      uint32_t root) {
    for (uint32_t t = m->begin + 1; t < m->head; t++) {
        plx_upos u = (plx_upos)an->tokens[t].upos;
        bool tells = u == PLX_UPOS_ADJ || u == PLX_UPOS_NOUN || u == PLX_UPOS_PROPN ||
                     u == PLX_UPOS_NUM || u == PLX_UPOS_VERB;
        if (tells && !stands_near(g, root, an->tokens[t].fold)) return false;
    }
    return true;
}

enum { HOLDERS = 4 }; /* of one office that are told apart; of more nobody is meant */

typedef struct holders {
    uint32_t root[HOLDERS], n;
} holders;

/* Who holds which office, who is what kin of whom, who is named where: made once a story. */
typedef struct who_is {
    const plx_grouping *g;
    plx_map offices; /* lemma -> index into lists */
    plx_map kin;     /* person, lemma -> index into lists */
    plx_imap places; /* person, account */
    PLX_VEC(holders) lists;
} who_is;

static uint64_t person_in(uint32_t root, uint32_t account) {
    return (uint64_t)root << 32 | account;
}

static bool is_in_account(const who_is *w, uint32_t root, uint32_t account) {
    return plx_imap_get(&w->places, person_in(root, account)) != PLX_NONE;
}

static plx_str kin_key(const who_is *w, uint32_t whose, plx_str lemma) {
    return plx_str_format(w->g->arena, "%u %.*s", whose, PLX_FMT(lemma));
}

static void add_holder(who_is *w, plx_map *map, plx_str key, uint32_t root) {
    bool is_new;
    uint32_t at = plx_map_put(map, key, (uint32_t)w->lists.n, &is_new)->value;
    if (is_new) (void)plx_vec_add(&w->lists, w->g->arena);
    holders *h = &w->lists.p[at];
    for (uint32_t i = 0; i < PLX_MIN(h->n, (uint32_t)HOLDERS); i++) {
        if (h->root[i] == root) return;
    }
    if (h->n < HOLDERS) h->root[h->n] = root;
    h->n++;
}

static bool genders_differ(plx_gender a, plx_gender b) {
    return a != b && a != PLX_GENDER_UNKNOWN && b != PLX_GENDER_UNKNOWN;
}

static uint32_t root_of_chain(const plx_grouping *g, uint32_t account, uint32_t chain) {
    uint32_t group = g->profiles.p[g->profile_of[account][chain]].group;
    return group == PLX_NONE ? PLX_NONE : plx_group__root(g, group);
}

static void read_people(who_is *w) {
    const plx_grouping *g = w->g;
    for (uint32_t i = 0; i < g->profiles.n; i++) {
        const plx_profile *p = &g->profiles.p[i];
        if (!p->named || p->group == PLX_NONE) continue;
        uint32_t root = plx_group__root(g, p->group);
        plx_imap_put(&w->places, person_in(root, p->account), 1, NULL);
        if (g->groups.p[root].type != PLX_PERSON) continue;
        for (size_t k = 0; k < p->roles.n; k++) add_holder(w, &w->offices, p->roles.p[k], root);
        for (size_t k = 0; k < p->kin.n; k++) {
            uint32_t whose = root_of_chain(g, p->account, p->kin.p[k].possessor);
            if (whose == PLX_NONE || whose == root) continue;
            add_holder(w, &w->kin, kin_key(w, whose, p->kin.p[k].lemma), root);
        }
    }
}

/* The one of the list whose gender fits; nobody whom the account names itself: there the phrase
 * would have been taken for him. PLX_NONE = nobody, or several. */
static uint32_t only_one(const who_is *w, const plx_map *map, plx_str key, const plx_profile *p) {
    uint32_t at = plx_map_get(map, key), found = PLX_NONE;
    if (at == PLX_NONE || w->lists.p[at].n > HOLDERS) return PLX_NONE;
    const holders *h = &w->lists.p[at];
    for (uint32_t i = 0; i < h->n; i++) {
        if (genders_differ(w->g->groups.p[h->root[i]].gender, p->gender)) continue;
        if (found != PLX_NONE) return PLX_NONE;
        found = h->root[i];
    }
    return found != PLX_NONE && is_in_account(w, found, p->account) ? PLX_NONE : found;
}

static uint32_t only_kin(const who_is *w, const plx_profile *p) {
    if (!p->kin.n) return PLX_NONE;
    uint32_t whose = root_of_chain(w->g, p->account, p->kin.p[0].possessor);
    if (whose == PLX_NONE) return PLX_NONE;
    return only_one(w, &w->kin, kin_key(w, whose, p->kin.p[0].lemma), p);
}

static void take(plx_grouping *g, uint32_t profile, uint32_t root, plx_str why) {
    plx_profile *p = &g->profiles.p[profile];
    p->group = root;
    plx_vec_push(&g->groups.p[root].profiles, g->arena, profile);
    size_t at = g->reasons.n;
    plx_vec_reserve(&g->reasons, g->arena, at + 1);
    g->reasons.p[at].a = root;
    g->reasons.p[at].why = why;
    g->reasons.n++;
}

typedef struct named {
    uint32_t profile, root;
} named;

void plx_group__nominals(plx_grouping *g) {
    PLX_VEC(named) found = {NULL, 0, 0};
    who_is w = {.g = g};
    plx_map_init(&w.offices, g->arena);
    plx_map_init(&w.kin, g->arena);
    plx_imap_init(&w.places, g->arena);
    read_people(&w);
    for (uint32_t i = 0; i < g->profiles.n; i++) {
        const plx_profile *p = &g->profiles.p[i];
        if (!is_nominal_person(p)) continue;
        const plx_annotation *an = g->story->annotations[p->account];
        uint32_t to = only_kin(&w, p), m = PLX_NONE;
        if (to == PLX_NONE) m = office_mention(an, p);
        if (m != PLX_NONE) {
            plx_str lemma = an->tokens[an->mentions[m].head].lemma;
            bool plain = an->mentions[m].head == an->mentions[m].begin + 1;
            if (plain && is_held_by_many(lemma)) continue;
            to = only_one(&w, &w.offices, lemma, p);
            if (to != PLX_NONE && !words_fit(g, an, &an->mentions[m], to)) to = PLX_NONE;
        }
        if (to != PLX_NONE) plx_vec_push(&found, g->arena, (named){i, to});
    }
    for (size_t i = 0; i < found.n; i++) {
        const plx_profile *p = &g->profiles.p[found.p[i].profile];
        uint32_t root = found.p[i].root;
        take(g, found.p[i].profile, root,
             plx_str_format(g->arena, "\"%.*s\" and \"%.*s\": nobody else of the story is that",
                            PLX_FMT(p->name), PLX_FMT(g->groups.p[root].name)));
    }
}
