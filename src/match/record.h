/* record: one line of JSON Lines as the streams take it: {"id", "text", "title"?, "date"?, ...}.
 *
 * A small reader of its own beside jansson, because corpora are read at memory speed here: it walks
 * a line once, builds no tree, and hands out only the fields named below. It takes exactly what
 * RFC 8259 allows; nested values of other fields are checked and skipped.
 *
 * Thread rule: no shared state. */
#ifndef PLX_MATCH_RECORD_H
#define PLX_MATCH_RECORD_H

#include "base/str.h"

typedef struct plx_record {
    plx_str id;   /* a string's content, or a number as written */
    plx_str text; /* unescaped, valid UTF-8 */
    plx_str title, date, source, url;
    bool has_id, has_text, id_is_number;
} plx_record;

#define PLX_RECORD_MAX_DEPTH 64

/* Reads one line (without its newline). The strings are borrowed from `line` where nothing was
 * escaped, else live in `arena`. "published" counts as "date" when there is no "date".
 * errors: PLX_INVALID (not an object, or bad JSON; err->pos is the byte in the line), PLX_ENCODING
 * (not UTF-8). */
PLX_NODISCARD plx_err plx_record_parse(plx_str line, plx_arena *arena, plx_record *out,
                                       plx_error *err);

#endif
