/* difference_pool: findings of pairs of accounts, put together into the story's differences: two
 * findings of one kind that have a place in common tell of one difference. Internal to reconcile.
 */
#ifndef PLX_RECONCILE_DIFFERENCE_POOL_H
#define PLX_RECONCILE_DIFFERENCE_POOL_H

#include "reconcile/difference_links.h"
#include "reconcile/difference_parts.h"

typedef enum plx_finding_about {
    PLX_ABOUT_WHEN,
    PLX_ABOUT_HOW_MANY,
    PLX_ABOUT_WHETHER, /* done, planned, denied */
    PLX_ABOUT_ADDRESS,
    PLX_ABOUT_NUMBER, /* a telephone number */
    PLX_ABOUT_WHERE,
    PLX_ABOUT_WHO,
    PLX_ABOUT_WHY,
    PLX_ABOUT_AIM,
    PLX_ABOUT_WORD,
    PLX_ABOUT_ACT,     /* the verb */
    PLX_ABOUT_QUALITY, /* the words before a noun */
    PLX_ABOUT_MANNER,  /* an adverb */
    PLX_ABOUT_EXTENT,  /* what is counted in beside it: "steel", "steel and aluminium" */
    PLX_ABOUT_SOURCE,
    PLX_ABOUT_TELLING, /* the verb of saying */
    PLX_N_FINDING_ABOUT
} plx_finding_about;

typedef struct plx_finding {
    plx_finding_about about;
    plx_difference_kind kind;
    plx_at at[2];
    plx_str value[2]; /* places of one position have one value; shown is the first place's text when
                         `shown` is empty */
    plx_str context;  /* the words that both are told in: a clause */
    plx_subject_kind subject_kind;
    uint32_t subject;
    double weight;
    const char *why;
    /* What each place leaves open, so that only what can hold together is put together: days, or
     * numbers. Not used when `ranged` is false. */
    bool ranged;
    double low[2], high[2];
    uint32_t topic; /* findings of one topic that is not 0 belong together, too */
    uint32_t group; /* the pool's */
} plx_finding;

typedef struct plx_pool {
    plx_finding *p;
    size_t n, cap;
    plx_story *s;
    plx_arena *arena;
} plx_pool;

#define PLX_MOST_FINDINGS 20000u

void plx_pool__add(plx_pool *pool, const plx_finding *f);
/* Joins what belongs together and adds the differences to the story. */
void plx_pool__settle(plx_pool *pool);

/* The subject and the context of a finding in a link: its statement, and the words of one side. */
void plx_finding__of_link(plx_finding *f, const plx_links *l, const plx_link *link);

/* The finders. */
void plx_difference__when(const plx_links *l, plx_pool *pool);
void plx_difference__how_many(const plx_links *l, plx_pool *pool);
void plx_difference__whether(const plx_links *l, plx_pool *pool);
void plx_difference__addresses(plx_story *s, plx_pool *pool);
void plx_difference__slots(const plx_links *l, plx_pool *pool);
void plx_difference__amounts(const plx_links *l, plx_pool *pool);
void plx_difference__details(const plx_links *l, plx_pool *pool);
void plx_difference__charges(const plx_links *l);
void plx_difference__hospitals(const plx_links *l);
void plx_difference__partners(const plx_links *l);
void plx_difference__tallies(const plx_links *l, plx_pool *pool);
void plx_difference__sources(const plx_links *l, plx_pool *pool);

#endif
