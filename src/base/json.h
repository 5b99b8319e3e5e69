/* json: a writer straight into a plx_buf (reading is jansson's). Commas and nesting are kept by the
 * writer; what is written in order comes out in order. Strings must be valid UTF-8.
 *
 *   plx_json j;
 *   plx_json_init(&j, &buf, 0);                 // 0: one line; n: pretty, n blanks a level
 *   plx_json_object(&j);
 *   plx_json_key(&j, "span"); plx_json_span(&j, span);
 *   plx_json_end(&j); */
#ifndef PLX_BASE_JSON_H
#define PLX_BASE_JSON_H

#include "base/buf.h"

#define PLX_JSON_MAX_DEPTH 32

typedef struct plx_json {
    plx_buf *out;
    unsigned indent, depth;
    bool after_key;
    struct {
        char close;
        bool any, row;
    } stack[PLX_JSON_MAX_DEPTH];
} plx_json;

void plx_json_init(plx_json *j, plx_buf *out, unsigned indent);
void plx_json_object(plx_json *j);
void plx_json_array(plx_json *j);
/* Object or array kept on one line when pretty-printing. */
void plx_json_row_object(plx_json *j);
void plx_json_row(plx_json *j);
void plx_json_end(plx_json *j);
void plx_json_key(plx_json *j, const char *key);
void plx_json_str(plx_json *j, plx_str s);
void plx_json_u64(plx_json *j, uint64_t v);
void plx_json_i64(plx_json *j, int64_t v);
void plx_json_f64(plx_json *j, double v); /* not finite: null */
void plx_json_bool(plx_json *j, bool v);
void plx_json_null(plx_json *j);
void plx_json_span(plx_json *j, plx_span s); /* [begin, end] */
/* Key and value at once. The _opt form writes null for an empty string. */
void plx_json_put_str(plx_json *j, const char *key, plx_str s);
void plx_json_put_opt(plx_json *j, const char *key, plx_str s);
void plx_json_put_u64(plx_json *j, const char *key, uint64_t v);
void plx_json_put_f64(plx_json *j, const char *key, double v);
void plx_json_put_bool(plx_json *j, const char *key, bool v);
void plx_json_put_span(plx_json *j, const char *key, plx_span s);

/* Only the escaped string with its quotation marks; also usable on its own. */
void plx_json_escape(plx_buf *out, plx_str s);

#endif
