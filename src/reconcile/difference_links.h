/* difference_links: clauses of two accounts that tell of the same, and what the finders of
 * differences ask of them: which words correspond, in which place under its verb a word stands,
 * what phrase it heads. Internal to reconcile. Thread rule: one thread a story. */
#ifndef PLX_RECONCILE_DIFFERENCE_LINKS_H
#define PLX_RECONCILE_DIFFERENCE_LINKS_H

#include "find/deps.h"
#include "reconcile/claim_units.h"

#define PLX_LINK_SHORT 3.0
#define PLX_LINK_BEST  1.0 /* a link that is short of no more is the best, or as good as */

typedef struct plx_link { /* a.account < b.account */
    const plx_claim_unit *a, *b;
    double log_odds;
    double
        short_of; /* how far log_odds lies under the best of either clause in the other account */
} plx_link;

typedef struct plx_link_view { /* one account; arrays over its tokens */
    const plx_annotation *an;
    plx_deps deps;
    uint32_t *key; /* hash of the word's stem; 0 for words without content */
    uint32_t
        *entity; /* of the name, description or pronoun that the token belongs to; or PLX_NONE */
    uint32_t
        *mention; /* the mention that the token heads (of a name: any of its tokens), or PLX_NONE */
    uint32_t *figure; /* index of the figure that covers it, or PLX_NONE */
    uint32_t *time;   /* index of the time that covers it, or PLX_NONE */
} plx_link_view;

typedef struct plx_links {
    plx_link *p; /* best first */
    size_t n, cap;
    plx_story *s;
    plx_link_view *view;    /* one an account */
    uint32_t *statement_of; /* of each claim unit, or PLX_NONE */
    const unsigned *sides;  /* of each entity: suspect, or victim and officer, as bits */
    plx_arena *arena;
} plx_links;

/* The pairs of clauses that fit one another as well as any other of the two accounts, or up to
 * PLX_LINK_SHORT worse. Needs the story's statements. Lives in `arena`. */
plx_links plx_reconcile__links(plx_story *s, plx_arena *arena);

/* difference_one_act.c: adds links between the clauses that tell of one act of one doer to one
 * other, when each account has but one such clause. */
void plx_reconcile__link_one_act(plx_links *l);

/* Do two words of two accounts stand for the same: one entity, or one stem? */
static inline bool plx_link__alike(const plx_link_view *a, uint32_t x, const plx_link_view *b,
                                   uint32_t y) {
    return (a->entity[x] != PLX_NONE && a->entity[x] == b->entity[y]) ||
           (a->key[x] != 0 && a->key[x] == b->key[y]);
}
bool plx_link__same(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                    uint32_t y);
/* Do two words of other stems name one act: "freed" and "released"? By a short list of the acts
 * that news tells of most, or by a cosine of at least `least`. */
bool plx_link__same_act(const plx_token *x, const plx_token *y, double least);
/* One number for all words of one act; 0 for words without content. */
uint32_t plx_link__act(const plx_link_view *v, uint32_t token);
/* Are the doers of two verbs known by name, and others? False when either is not known. */
bool plx_link__other_doers(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                           uint32_t y);
/* Do the words around two tokens tell of two people: both named, or a suspect here and a victim or
 * an officer there? */
bool plx_link__of_others(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                         uint32_t y);
/* Does a word of the clause (or of the phrase right behind it) correspond to `x`? */
bool plx_link__has(const plx_links *l, uint32_t account, uint32_t x, const plx_claim_unit *other);

/* Where a word stands under the word that governs it, as bits: two places are alike when they share
 * one. */
enum {
    PLX_SLOT_SUBJECT = 1 << 0,
    PLX_SLOT_OBJECT = 1 << 1,
    PLX_SLOT_PLACE = 1 << 2, /* in, at, near, behind ... */
    PLX_SLOT_DURING = 1 << 3,
    PLX_SLOT_FROM = 1 << 4,
    PLX_SLOT_TO = 1 << 5,
    PLX_SLOT_FOR = 1 << 6,
    PLX_SLOT_OF = 1 << 7,
    PLX_SLOT_WITH = 1 << 8,
    PLX_SLOT_BY = 1 << 9,
    PLX_SLOT_AS = 1 << 10,
    PLX_SLOT_ABOUT = 1 << 11,
    PLX_SLOT_WHY = 1 << 12,
    PLX_SLOT_MODIFIER = 1 << 13, /* before a noun */
    PLX_SLOT_MANNER = 1 << 14    /* an adverb */
};
/* 0 when the child is in none of these. */
unsigned plx_link__slot(const plx_link_view *v, uint32_t child, uint32_t parent);

/* The noun that matters: "deal" of "as part of a deal". */
uint32_t plx_link__weighty(const plx_link_view *v, uint32_t token);
/* The stretch to show for the phrase that `head` heads: its own words before and behind it, without
 * clauses. */
plx_span plx_link__phrase(const plx_link_view *v, uint32_t head);

#endif
