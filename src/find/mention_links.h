/* mention_links: shared by the parts of the mention finder (mentions.c). References are gathered in
 * the order of the text, then joined by sieves, the surest first (after Raghunathan et al. 2010):
 * equal and fuller names, bare surnames, apposition and copula, offices and kin, same nouns,
 * pronouns. */
#ifndef PLX_FIND_MENTION_LINKS_H
#define PLX_FIND_MENTION_LINKS_H

#include "base/vec.h"
#include "find/deps.h"
#include "find/nouns.h"
#include "find/quote_marks.h"
#include "match/names.h"
#include "match/things.h"

typedef struct plx_ref {
    plx_mention m;
    plx_str form;  /* text of the span */
    plx_str lemma; /* of the head, for nominals and pronouns */
    uint32_t sentence;
    uint32_t quoted;    /* quoted stretch that it stands in, or PLX_NONE */
    uint32_t possessor; /* head token of "his", "Orlin's" before a noun, or PLX_NONE */
    uint32_t parts;     /* index into parts, for names of people; or PLX_NONE */
    bool definite, indefinite, subject;
    bool family; /* "the Orlin family": the name is of several */
} plx_ref;

typedef struct plx_role_word { /* an office or description that a chain was given */
    uint32_t ref;              /* any of the chain */
    plx_str lemma;
    plx_str place; /* of the demonym beside it ("Northern president"), as a key; or empty */
} plx_role_word;

typedef struct plx_links {
    plx_annotation *an;
    plx_arena *arena;
    plx_deps deps;
    PLX_VEC(plx_ref) refs; /* by span */
    PLX_VEC(plx_name_parts) parts;
    PLX_VEC(plx_role_word) roles;
    uint32_t *parent;  /* of refs: joined sets; the root is the first */
    uint8_t *gender;   /* of roots: plx_gender */
    double *age;       /* of roots: in years, as said beside a name; 0 = not said */
    uint32_t *full;    /* of roots: a ref of the chain that is a person's full name, or PLX_NONE */
    bool juniors;      /* father and son of one name are told apart: "Jr." is a different person */
    uint32_t *at_head; /* token -> ref with that head, or PLX_NONE */
    plx_marks marks;   /* what stands in quotation marks */
    uint32_t *speaker; /* of each of them: a ref, or PLX_NONE */
} plx_links;

uint32_t plx_links__root(const plx_links *l, uint32_t ref);
/* False (and nothing done) when their genders contradict each other, or both have full names, of
 * two people. */
bool plx_links__join(plx_links *l, uint32_t a, uint32_t b);
void plx_links__give_role(plx_links *l, uint32_t ref, plx_str lemma, plx_str place);
/* The country that a demonym or name among the tokens speaks of, as a key; or empty. */
plx_str plx_links__place_in(const plx_links *l, uint32_t begin, uint32_t end);
/* The place of "of Northland" that begins at the token, as a key; or empty. */
plx_str plx_links__place_behind(const plx_links *l, uint32_t at);
/* "vice president": another office than the president's. */
bool plx_links__is_second(const plx_links *l, uint32_t head);
bool plx_links__has_role(const plx_links *l, uint32_t root, plx_str lemma);

/* Can two full names of people, two refs, be one person's? */
bool plx_links__one_person(const plx_links *l, uint32_t a, uint32_t b);

/* The sieves. */
void plx_links__names(plx_links *l);
void plx_links__nominals(plx_links *l);
void plx_links__pronouns(plx_links *l);

#endif
