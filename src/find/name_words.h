/* name_words: what a single word tells of a name that it stands in: its capitals, whether it is a
 * title, a given name, or what names of organisations and places end in. Lists and tests of one
 * token, nothing else. Thread rule: constant. */
#ifndef PLX_FIND_NAME_WORDS_H
#define PLX_FIND_NAME_WORDS_H

#include "find/deps.h"
#include "model/annotation.h"

/* Lists of words with a space between two, for plx_name__one_of. */
extern const char plx_name__months_days[];
extern const char plx_name__org_heads[];   /* "Ministry": organisations end in it */
extern const char plx_name__place_heads[]; /* "Street" */
extern const char plx_name__work_heads[];  /* "Show", "Act": neither people nor groups */
extern const char plx_name__settlements[]; /* "kibbutz": stands before a place */
extern const char plx_name__joiners[];     /* small words inside names */

bool plx_name__capital(const plx_token *t);             /* begins with one */
bool plx_name__all_capitals(const plx_token *t);        /* "D.N.C.": two to six, nothing else */
bool plx_name__all_letters_capital(const plx_token *t); /* neither small letters nor digits */
/* Is it one of the words of the list? Capitals do not matter. */
bool plx_name__one_of(const plx_token *t, const char *list);
/* A title or office; *g (may be NULL) is set when it tells man or woman. */
bool plx_name__is_title_word(const plx_token *t, plx_gender *g);
bool plx_name__is_given(const plx_token *t); /* a given name of the lists, with a capital */
bool plx_name__is_quote(const plx_token *t);

#endif
