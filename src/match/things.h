/* things: do two names name one organisation or place? Rules: the same words, other names that
 * everybody knows (a short general list), acronyms, generic words that come and go ("Department",
 * "Strip"), short forms. For people see names.h.
 *
 * Thread rule: everything is immutable; safe from any thread. Takes no memory. */
#ifndef PLX_MATCH_THINGS_H
#define PLX_MATCH_THINGS_H

#include "base/str.h"
#include "model/annotation.h"

/* Stronger ones are greater. */
typedef enum plx_thing_match {
    PLX_THING_DIFFERENT,
    PLX_THING_SHORT,    /* some words of the other: "the Federation", "the North"; wants evidence */
    PLX_THING_SPELLING, /* the same but for spelling */
    PLX_THING_ACRONYM,  /* initials of the other's words */
    PLX_THING_GENERIC,  /* differ by generic words only: "Northgate Police (Department)" */
    PLX_THING_SITE,     /* differ by what kind of site it is: "Orlin Gardens (Apartments)" */
    PLX_THING_ALIAS,    /* two names of one thing, from the list: "U.S.", "United States" */
    PLX_THING_SAME
} plx_thing_match;

/* Symmetric. `type` says which generic words may come and go. */
plx_thing_match plx_match_things(plx_str a, plx_str b, plx_entity_type type);

/* "the same words", "initials of the other's words", ... */
const char *plx_thing_match_text(plx_thing_match m);

/* For tables: the name folded into words (lower case ASCII, one blank between, no article, no
 * genitive) and known other names replaced; at most `cap` bytes. Equal keys: one name. Returns the
 * number of bytes written. */
size_t plx_match_thing_key(plx_str name, char *out, size_t cap);

/* A place that a general list knows (countries, their capitals, states, continents); case and full
 * stops do not matter. */
bool plx_match_is_known_place(plx_str name);
/* An organisation that a short general list knows: "White House", "Reuters". */
bool plx_match_is_known_org(plx_str name);
/* "Russian", "Israelis", "Palestinian": words for people and things of a country. *place (may be
 * NULL) is the country's key. */
bool plx_match_is_demonym(plx_str word, plx_str *place);

#endif
