/* utf8: code points, classes and foldings. Classes come from ICU's character data (Unicode), with
 * ASCII answered without it. Positions are bytes. Text inside the program is valid UTF-8: `read`
 * sees to that. */
#ifndef PLX_BASE_UTF8_H
#define PLX_BASE_UTF8_H

#include "base/str.h"

/* Decodes the code point at *pos and moves *pos behind it. At a bad sequence gives U+FFFD and moves
 * one byte. *pos must be < s.n. */
uint32_t plx_utf8_next(plx_str s, size_t *pos);
/* Decodes the code point that ends at *pos and moves *pos to its begin. *pos must be > 0. */
uint32_t plx_utf8_prev(plx_str s, size_t *pos);
/* Writes 1 to 4 bytes; what is no scalar value becomes U+FFFD. */
size_t plx_utf8_encode(uint32_t cp, char out[4]);
/* Position of the first byte that is not valid UTF-8 (no surrogates, no overlong forms); s.n when
 * all is. */
size_t plx_utf8_validate(plx_str s);
/* Code points in s. */
size_t plx_utf8_count(plx_str s);

bool plx_cp_is_alpha(uint32_t cp);
bool plx_cp_is_digit(uint32_t cp); /* decimal digit of any script */
bool plx_cp_is_alnum(uint32_t cp);
bool plx_cp_is_upper(uint32_t cp);
bool plx_cp_is_lower(uint32_t cp);
bool plx_cp_is_space(uint32_t cp); /* White_Space, with U+00A0 and U+200B */
bool plx_cp_is_punct(uint32_t cp);
uint32_t plx_cp_lower(uint32_t cp); /* simple case mapping */
uint32_t plx_cp_upper(uint32_t cp);
/* ' U+2018 U+2019 U+201B ` U+00B4 : what writers use for an apostrophe or a single quotation mark.
 */
bool plx_cp_is_apostrophe(uint32_t cp);
/* " and the curly, low and angle double marks. */
bool plx_cp_is_double_quote(uint32_t cp);
bool plx_cp_is_dash(uint32_t cp); /* hyphen-minus, hyphens, en, em, minus */

/* Lower case by simple mappings; length may change. Lives in `a`. */
plx_str plx_str_lower(plx_arena *a, plx_str s);
/* For comparing: NFKD, marks taken off, lower case, curly apostrophes straight, dashes '-'. Lives
 * in `a`. */
plx_str plx_str_fold(plx_arena *a, plx_str s);

#endif
