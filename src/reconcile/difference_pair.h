/* difference_pair: two linked clauses side by side, and what the finders that lay their trees over
 * one another ask of them. Internal to reconcile. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_DIFFERENCE_PAIR_H
#define PLX_RECONCILE_DIFFERENCE_PAIR_H

#include "reconcile/difference_pool.h"

typedef struct plx_pair {
    const plx_links *l;
    const plx_link *k;
    plx_pool *pool;
    const plx_link_view *a, *b;
} plx_pair;

static inline const plx_token *plx_pair__a(const plx_pair *p, uint32_t x) {
    return &p->a->an->tokens[x];
}
static inline const plx_token *plx_pair__b(const plx_pair *p, uint32_t y) {
    return &p->b->an->tokens[y];
}

/* In all of these `x` is a token of the first account, `y` one of the second. */
bool plx_pair__same(const plx_pair *p, uint32_t x, uint32_t y);
/* Does either stand in the other's clause, too? */
bool plx_pair__elsewhere(const plx_pair *p, uint32_t x, uint32_t y);
/* Does either stand in the other's sentence? */
bool plx_pair__beside(const plx_pair *p, uint32_t x, uint32_t y);
bool plx_pair__is_weighty(plx_str lemma); /* of which it matters exactly which: a charge */
bool plx_pair__is_general(plx_str lemma); /* stands for anything: scene, place */
bool plx_pair__is_vague(plx_str lemma);   /* how many or which, but not quite */
uint32_t plx_pair__meaning_of(const plx_token *t);
double plx_pair__nearness(const plx_token *x, const plx_token *y); /* cosine of their meanings */
void plx_pair__find(const plx_pair *p, plx_finding_about about, plx_difference_kind kind,
                    plx_span x, plx_span y, plx_str value_x, plx_str value_y, double weight,
                    const char *why);
/* Two words for one thing or act: told once for the story, and not when the accounts just vary
 * their style. */
void plx_pair__find_words(const plx_pair *p, plx_finding_about about, uint32_t x, uint32_t y,
                          plx_span at_x, plx_span at_y, double weight, const char *why);
bool plx_pair__is_common(const plx_link_view *v, uint32_t i); /* a noun that is no name */
/* Is it one word in two spellings: "labor", "labour"; "organize", "organise"; "US", "U.S."? */
bool plx_pair__one_spelling(plx_str a, plx_str b);
bool plx_pair__one_family(plx_str a, plx_str b);
bool plx_pair__names_somebody(const plx_link_view *v, uint32_t i);
/* Words that stand for one another so often that it says nothing: "car", "vehicle". */
bool plx_pair__is_everyday(plx_str a, plx_str b);
bool plx_pair__is_anybody(plx_str lemma);
bool plx_pair__is_light(plx_str lemma);
/* How many arguments two verbs share, subject and all; *things: of these no persons; whether the
 * subjects are known and others. */
size_t plx_pair__count_shared(const plx_pair *p, uint32_t x, uint32_t y, bool *subjects_differ,
                              size_t *things);
size_t plx_pair__terms_shared(const plx_pair *p);
bool plx_pair__is_speech(const plx_token *t);
plx_span plx_pair__complement_span(const plx_link_view *v, uint32_t c);

/* difference_who.c: the nouns x and y stand in one place under two verbs, or under one. */
void plx_pair__named_or_not(const plx_pair *p, uint32_t x, uint32_t y);
void plx_pair__doers(const plx_pair *p, uint32_t x, uint32_t y, uint32_t verb_x, uint32_t verb_y);
void plx_pair__doers_or_officials(const plx_pair *p, uint32_t x, uint32_t y);
void plx_pair__one_identified(const plx_pair *p, uint32_t x, uint32_t y);

/* difference_acts.c: two verbs, and what is meant and why under one. */
void plx_pair__verbs(const plx_pair *p, uint32_t x, uint32_t y);
void plx_pair__aims(const plx_pair *p, uint32_t x, uint32_t y);
void plx_pair__purposes(const plx_pair *p, uint32_t x, uint32_t y);
void plx_pair__reasons(const plx_pair *p, uint32_t x, uint32_t y);
void plx_pair__reasons_of(const plx_pair *p);

#endif
