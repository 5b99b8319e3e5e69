/* name_bounds: where a name really begins and ends, when the tagger cut it short or took two for
 * one. Each function looks at the words around one stretch of tokens and answers with a token.
 * Shared by name_repair.c, name_bounds.c and name_patterns.c only. Thread rule: none shared. */
#ifndef PLX_FIND_NAME_BOUNDS_H
#define PLX_FIND_NAME_BOUNDS_H

#include "base/map.h"
#include "find/name_repair.h"
#include "find/name_words.h"

typedef struct plx_repair {
    const plx_annotation *an;
    plx_arena *arena;
    uint8_t *in;           /* token -> 0, or 1 + type of the name that it is in */
    plx_map small, inside; /* forms of words that stand small; with a capital inside a sentence */
    plx_names out;
} plx_repair;

static inline const plx_token *plx_repair__tok(const plx_repair *r, uint32_t i) {
    return &r->an->tokens[i];
}

/* "Bureau of Roads, Bridges and Ferries". */
uint32_t plx_repair__through_list(const plx_repair *r, uint32_t begin, uint32_t end);
/* Names of three parts that the tagger cut. */
uint32_t plx_repair__more_of_person(const plx_repair *r, uint32_t begin, uint32_t end);
/* Irina "Needle" Orlin, cut at the mark. */
uint32_t plx_repair__through_nickname(const plx_repair *r, uint32_t begin, uint32_t end);
/* "Orlin, Jr.". */
uint32_t plx_repair__through_suffix(const plx_repair *r, uint32_t end);
/* "Orlin County" + "Sheriff's Office". */
uint32_t plx_repair__through_office(const plx_repair *r, uint32_t begin, uint32_t end);
/* "White" + "House". */
uint32_t plx_repair__known_before(const plx_repair *r, uint32_t begin, uint32_t end);
/* The token between two names in one stretch, or PLX_NONE. */
uint32_t plx_repair__parted(const plx_repair *r, uint32_t begin, uint32_t end);
/* The mark inside that is not closed inside, or PLX_NONE. */
uint32_t plx_repair__open_quote(const plx_repair *r, uint32_t begin, uint32_t end);
/* "Upper" + "9th" + "Ward". */
uint32_t plx_repair__before_ordinal(const plx_repair *r, uint32_t begin);
/* "Northgate" + "police". */
uint32_t plx_repair__through_police(const plx_repair *r, uint32_t end);
/* "Mar-a - Lago". */
uint32_t plx_repair__before_hyphen(const plx_repair *r, uint32_t begin);
/* "Northern" + "Foreign Ministry". */
uint32_t plx_repair__before_office(const plx_repair *r, uint32_t begin, uint32_t end);
/* "the Orlin-Northland affair". */
bool plx_repair__between_two(const plx_repair *r, uint32_t begin, uint32_t end);
/* The "and" between two names, or PLX_NONE. */
uint32_t plx_repair__two_joined(const plx_repair *r, uint32_t begin, uint32_t end,
                                plx_entity_type type);

/* Takes a stretch that no name is in yet; a place with "police" behind it is who acts there. */
void plx_repair__push(plx_repair *r, uint32_t begin, uint32_t end, plx_entity_type type);
/* Nicknames in marks, counties, cases at law, addresses, saints, datelines (name_patterns.c). */
void plx_repair__patterns(plx_repair *r);

#endif
