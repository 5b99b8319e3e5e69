/* entity_groups: chains of all accounts -> groups that are one person, organisation or place.
 *
 *   chains ──profiles──> one a chain: its names, gender, offices, kin
 *          ──same name──> groups       equal best names are one group at once
 *          ──sieves────> joined groups  each join with its reason; groups with contradicting
 *                                       names never meet
 *
 * What is shared by entities.c and its parts; see entities.c for the order of things. */
#ifndef PLX_RECONCILE_ENTITY_GROUPS_H
#define PLX_RECONCILE_ENTITY_GROUPS_H

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "match/names.h"
#include "match/things.h"
#include "reconcile/reconcile.h"

typedef struct plx_kin_tie { /* "his mother": what the chain is to whom */
    plx_str lemma;
    uint32_t possessor; /* chain of the same account */
    uint32_t mention;
} plx_kin_tie;

typedef struct plx_profile { /* of one chain */
    uint32_t account, chain;
    uint32_t group;
    plx_entity_type type;
    plx_gender gender;
    bool plural;
    bool named;
    plx_str name; /* best form */
    plx_str site; /* of places: the name with the noun behind it: "Orlin playground"; or empty */
    double age;   /* of people, in years; 0 = not said */
    uint32_t n_names; /* mentions that are names */
    uint32_t n_all;   /* mentions */
    uint32_t first;   /* first mention */
    plx_strs roles;   /* lemmas of offices and descriptions, sorted, without repeats */
    PLX_VEC(plx_kin_tie) kin;
} plx_profile;

typedef struct plx_group {
    uint32_t parent; /* joined groups: index of the one that stays; itself when it is that */
    plx_str name;    /* its (best) form */
    plx_str site;    /* as of the profile */
    double age;      /* that one of its profiles says, or 0 */
    plx_entity_type type;
    plx_gender gender;
    bool plural, named;
    uint32_t n_full;            /* parts of the name that are names or initials */
    plx_name_parts parts;       /* of people */
    PLX_VEC(uint32_t) profiles; /* only of this group, not of the joined ones */
    PLX_VEC(uint32_t) members;  /* of a root: all groups in it, itself too */
    uint32_t n_names;
} plx_group;

typedef struct plx_grouping {
    plx_story *story;
    plx_arena *arena;
    PLX_VEC(plx_profile) profiles;
    PLX_VEC(plx_group) groups;
    uint32_t **profile_of; /* account, chain -> profile */
    PLX_VEC(struct {
        uint32_t a;
        plx_str why;
    })
    reasons; /* group index (at the time) and why */
} plx_grouping;

uint32_t plx_group__root(const plx_grouping *g, uint32_t group);
/* Joins two roots with a reason, unless names or genders of their members contradict each other. */
bool plx_group__join(plx_grouping *g, uint32_t a, uint32_t b, plx_str why);

/* Can't be one person's, whatever an account errs? Years; 0 = not known. */
bool plx_group__ages_apart(double a, double b);

void plx_group__profiles(plx_grouping *g);
void plx_group__people(plx_grouping *g);
void plx_group__things(plx_grouping *g);
void plx_group__nominals(plx_grouping *g);

/* Facts of the finished entities: role, kin, age, origin. */
void plx_entity__facts(plx_grouping *g);

#endif
