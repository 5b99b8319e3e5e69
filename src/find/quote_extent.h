/* quote_extent: where what a cue takes begins and where it ends. Ranges are tokens of one sentence.
 * Inside find only. Thread rule: reads the quoter, changes nothing. */
#ifndef PLX_FIND_QUOTE_EXTENT_H
#define PLX_FIND_QUOTE_EXTENT_H

#include "find/quote_finder.h"

uint32_t plx_quote__case_of(const plx_quoter *q, uint32_t head);
bool plx_quote__has_mark(const plx_quoter *q, uint32_t head, const char *word);
plx_range plx_quote__extent(const plx_quoter *q, uint32_t head);
/* The complement as tokens: without "that", and never with the cue itself. */
plx_range plx_quote__complement(const plx_quoter *q, uint32_t cue, uint32_t head);
uint32_t plx_quote__sentence_end(const plx_quoter *q, uint32_t t);
/* "that" or a question word soon behind the cue, before any verb: where the content begins. */
uint32_t plx_quote__marked_begin(const plx_quoter *q, uint32_t cue, unsigned takes);
/* A clause under the verb that it can have as its content. */
uint32_t plx_quote__clause_under(const plx_quoter *q, uint32_t verb, unsigned takes);
bool plx_quote__is_participle_cue(const plx_quoter *q, uint32_t t);
/* Where the content that begins at `from` ends: with its sentence, or where the narration takes up
 * again. */
uint32_t plx_quote__content_end(const plx_quoter *q, uint32_t cue, uint32_t from);
bool plx_quote__is_time(const plx_quoter *q, uint32_t token);
bool plx_quote__begins_phrase(const plx_quoter *q, uint32_t t);
/* A clause without "that" right behind the cue: a nominal, and a finite verb before any comma. */
bool plx_quote__bare_clause(const plx_quoter *q, uint32_t cue);
/* The content of a verb that takes a clause, by the tree and by its words. */
plx_range plx_quote__clause_content(const plx_quoter *q, uint32_t verb, const plx_cue_word *cue);
/* A phrase under the verb: its object, or one with the preposition that it takes. */
uint32_t plx_quote__phrase_under(const plx_quoter *q, uint32_t verb, unsigned takes,
                                 uint32_t *last);
/* Where a phrase ends that begins at `from`: at a comma, a conjunction with a verb, a clause of
 * circumstance, the end of a quotation in it that closes the sentence. */
uint32_t plx_quote__phrase_end(const plx_quoter *q, uint32_t from);

#endif
