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

/* Does a word stand within a few tokens before or behind a mention of the group's people? */
static bool stands_near(const plx_grouping *g, uint32_t root, plx_str fold) {
    const plx_group *r = &g->groups.p[root];
    for (size_t k = 0; k < r->members.n; k++) {
        const plx_group *m = &g->groups.p[r->members.p[k]];
        for (size_t i = 0; i < m->profiles.n; i++) {
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

static bool has_role(const plx_grouping *g, uint32_t root, plx_str lemma) {
    const plx_group *r = &g->groups.p[root];
    for (size_t k = 0; k < r->members.n; k++) {
        const plx_group *m = &g->groups.p[r->members.p[k]];
        for (size_t i = 0; i < m->profiles.n; i++) {
            const plx_profile *p = &g->profiles.p[m->profiles.p[i]];
            for (size_t j = 0; j < p->roles.n; j++) {
                if (plx_str_eq(p->roles.p[j], lemma)) return true;
            }
        }
    }
    return false;
}

static bool is_in_account(const plx_grouping *g, uint32_t root, uint32_t account) {
    const plx_group *r = &g->groups.p[root];
    for (size_t k = 0; k < r->members.n; k++) {
        const plx_group *m = &g->groups.p[r->members.p[k]];
        for (size_t i = 0; i < m->profiles.n; i++) {
            if (g->profiles.p[m->profiles.p[i]].account == account) return true;
        }
    }
    return false;
}

static bool genders_differ(plx_gender a, plx_gender b) {
    return a != b && a != PLX_GENDER_UNKNOWN && b != PLX_GENDER_UNKNOWN;
}

/* Who alone holds the office in the story; PLX_NONE = nobody, or several. A holder whom the account
 * names is not meant: within one account the phrase would have been taken for him. */
static uint32_t only_holder(const plx_grouping *g, const plx_profile *p, plx_str lemma) {
    uint32_t holder = PLX_NONE;
    for (uint32_t i = 0; i < g->groups.n; i++) {
        const plx_group *r = &g->groups.p[i];
        if (plx_group__root(g, i) != i || !r->named || r->type != PLX_PERSON) continue;
        if (genders_differ(r->gender, p->gender) || !has_role(g, i, lemma)) continue;
        if (holder != PLX_NONE) return PLX_NONE;
        holder = i;
    }
    return holder != PLX_NONE && is_in_account(g, holder, p->account) ? PLX_NONE : holder;
}

static uint32_t root_of_chain(const plx_grouping *g, uint32_t account, uint32_t chain) {
    uint32_t group = g->profiles.p[g->profile_of[account][chain]].group;
    return group == PLX_NONE ? PLX_NONE : plx_group__root(g, group);
}

/* Who is named as that kin of the same person; one in the story. */
static uint32_t only_kin(const plx_grouping *g, const plx_profile *p) {
    uint32_t found = PLX_NONE;
    if (!p->kin.n) return PLX_NONE;
    uint32_t whose = root_of_chain(g, p->account, p->kin.p[0].possessor);
    if (whose == PLX_NONE) return PLX_NONE;
    for (size_t i = 0; i < g->profiles.n; i++) {
        const plx_profile *o = &g->profiles.p[i];
        if (!o->named || o->account == p->account || o->group == PLX_NONE) continue;
        for (size_t k = 0; k < o->kin.n; k++) {
            if (!plx_str_eq(o->kin.p[k].lemma, p->kin.p[0].lemma)) continue;
            if (root_of_chain(g, o->account, o->kin.p[k].possessor) != whose) continue;
            uint32_t root = plx_group__root(g, o->group);
            if (found != PLX_NONE && found != root) return PLX_NONE;
            found = root;
        }
    }
    if (found == PLX_NONE || found == whose) return PLX_NONE;
    return is_in_account(g, found, p->account) ? PLX_NONE : found;
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
    for (uint32_t i = 0; i < g->profiles.n; i++) {
        const plx_profile *p = &g->profiles.p[i];
        if (!is_nominal_person(p)) continue;
        const plx_annotation *an = g->story->annotations[p->account];
        uint32_t to = only_kin(g, p), m = PLX_NONE;
        if (to == PLX_NONE) m = office_mention(an, p);
        if (m != PLX_NONE) {
            plx_str lemma = an->tokens[an->mentions[m].head].lemma;
            bool plain = an->mentions[m].head == an->mentions[m].begin + 1;
            if (plain && is_held_by_many(lemma)) continue;
            to = only_holder(g, p, lemma);
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
