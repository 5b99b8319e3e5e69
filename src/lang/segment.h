/* segment: text -> paragraphs -> words, by rules that follow UD English EWT's conventions (the
 * treebank's own guidelines: contractions split, hyphens split but for prefixes, "U.S." whole).
 * Sentence ends are first guesses by punctuation; the model's classifier may correct them.
 * Pure functions of the text. */
#ifndef PLX_LANG_SEGMENT_H
#define PLX_LANG_SEGMENT_H

#include "base/vec.h"
#include "model/annotation.h"

typedef struct plx_word {
    plx_span span;
    bool space_before;
    bool paragraph; /* first word of a paragraph */
    bool part;      /* continues a contraction */
} plx_word;

typedef struct plx_words {
    plx_word *p;
    size_t n, cap;
} plx_words;

/* Words of the kept text of an account, ascending. Live in `arena`. */
void plx_lang__words(const plx_account *account, plx_arena *arena, plx_words *out);

/* For each word whether a sentence ends with it (by rules). `ends` has words->n elements. */
void plx_lang__rule_ends(plx_str text, const plx_words *words, bool *ends);

/* Is the word before `.` one that keeps its full stop ("Mr", "Inc", "p.m")? `word` is without the
 * stop. */
typedef enum plx_abbreviation {
    PLX_ABBR_NONE,
    PLX_ABBR_TITLE, /* stands before a name or number: never ends a sentence */
    PLX_ABBR_OTHER  /* may end a sentence */
} plx_abbreviation;
plx_abbreviation plx_lang__abbreviation(plx_str word);

/* A word that seldom stands capitalised inside a sentence: pronouns, articles, conjunctions. */
bool plx_lang__is_starter(plx_str word);

#endif
