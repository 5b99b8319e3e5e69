/* pattern: a small matcher of word patterns, for the lines that a scraped page leaves in a text.
 *
 * It is no regular expression engine: a pattern is a row of words, so that a table of them reads
 * like the lines that it is for, and matching costs a bounded number of steps a position.
 *
 *   pattern   "read|see more|also? :"      words, alternatives, an optional word
 *   word      compared without case; ASCII and Latin-1 letters are folded
 *   #         a token that begins with a digit
 *   _         any one token             *        up to PLX_READ_STAR_MAX tokens, as few as do
 *   <name>    one to five tokens with capitals (of, de, and so on between them are allowed)
 *   <date>    a calendar date           <time>   a time of day, "a.m." and a zone included
 *   <url> <email> <handle>              tokens of these kinds
 *   $         the end of the line, full stops and closing brackets before it not counted
 *
 * Thread rule: no state; every function may run on any thread. */
#ifndef PLX_READ_PATTERN_H
#define PLX_READ_PATTERN_H

#include "base/span.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define PLX_READ_STAR_MAX   48u   /* tokens that one '*' may take */
#define PLX_READ_TOKENS_MAX 4096u /* tokens of one line that are looked at */

typedef enum plx_read__token_kind {
    PLX_READ_WORD,
    PLX_READ_NUMBER, /* begins with a digit */
    PLX_READ_URL,
    PLX_READ_EMAIL,
    PLX_READ_HANDLE, /* @name */
    PLX_READ_PUNCT   /* one character */
} plx_read__token_kind;

typedef struct plx_read__token {
    plx_span span;
    uint32_t hash; /* of the folded bytes */
    uint8_t kind;
    bool capital; /* begins with a capital letter */
    bool spaced;  /* white space stands before it */
} plx_read__token;

/* Splits `text[line]` into at most `max` tokens; returns how many were written. */
size_t plx_read__tokenize(plx_str text, plx_span line, plx_read__token *out, size_t max);

/* The hash under which a folded word is stored in a token. */
uint32_t plx_read__word_hash(const char *p, size_t n);

/* Matches `pattern` at token `at` of `tok[0..n)`; on success sets *end to the token after the
 * match. */
bool plx_read__match(const char *pattern, plx_str text, const plx_read__token *tok, size_t n,
                     size_t at, size_t *end);

/* A date or a time of day at token `at`: returns the token after it, or `at` when there is none. */
size_t plx_read__match_date(plx_str text, const plx_read__token *tok, size_t n, size_t at);
size_t plx_read__match_time(plx_str text, const plx_read__token *tok, size_t n, size_t at);

#endif
