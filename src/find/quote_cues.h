/* quote_cues: the words that attribute: verbs and nouns of saying, thinking, wanting, judging, and
 * what each takes as its content. A table and its lookup, nothing else. Thread rule: constant. */
#ifndef PLX_FIND_QUOTE_CUES_H
#define PLX_FIND_QUOTE_CUES_H

#include "model/annotation.h"

/* What a cue takes as its content. */
enum {
    PLX_TAKES_THAT = 1 << 0,  /* a clause, with or without "that" */
    PLX_TAKES_QUOTE = 1 << 1, /* direct speech */
    PLX_TAKES_ADDR = 1 << 2,  /* its object is who is spoken to */
    PLX_TAKES_WH = 1 << 3,    /* whether, if, how, why ... */
    PLX_TAKES_TO = 1 << 4,    /* an infinitive */
    PLX_TAKES_NP = 1 << 5,    /* its object */
    PLX_TAKES_AS = 1 << 6,    /* object + "as" ... */
    PLX_TAKES_ABOUT = 1 << 7, /* "about" ... */
    PLX_TAKES_TOARG = 1 << 8,
    PLX_TAKES_ONARG = 1 << 9,
    PLX_TAKES_OFARG = 1 << 10,
    PLX_TAKES_OF = 1 << 11, /* object + "of" ...: accused them of ... */
    PLX_TAKES_FOR = 1 << 12,
    PLX_TAKES_WITH = 1 << 13,
};

typedef struct plx_cue_word {
    plx_str lemma;
    plx_cue_kind kind;
    unsigned takes;
} plx_cue_word;

/* NULL when the word attributes nothing. */
const plx_cue_word *plx_cue__verb(plx_str lemma);
const plx_cue_word *plx_cue__noun(plx_str lemma);
const plx_cue_word *plx_cue__adjective(plx_str lemma);
bool plx_cue__is_sorted(void); /* for tests */

#endif
