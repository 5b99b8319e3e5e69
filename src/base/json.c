#include "base/json.h"

void plx_json_init(plx_json *j, plx_buf *out, unsigned indent) {
    *j = (plx_json){.out = out, .indent = indent};
}

void plx_json_escape(plx_buf *out, plx_str s) {
    static const char hex[] = "0123456789abcdef";
    plx_buf_putc(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        plx_buf_put(out, plx_str_slice(s, from, i));
        from = i + 1;
        switch (c) {
        case '"': plx_buf_putz(out, "\\\""); break;
        case '\\': plx_buf_putz(out, "\\\\"); break;
        case '\n': plx_buf_putz(out, "\\n"); break;
        case '\t': plx_buf_putz(out, "\\t"); break;
        case '\r': plx_buf_putz(out, "\\r"); break;
        default:
            plx_buf_putz(out, "\\u00");
            plx_buf_putc(out, hex[c >> 4]);
            plx_buf_putc(out, hex[c & 15]);
        }
    }
    plx_buf_put(out, plx_str_slice(s, from, s.n));
    plx_buf_putc(out, '"');
}

static bool in_row(const plx_json *j) { return j->depth && j->stack[j->depth - 1].row; }

static void new_line(plx_json *j) {
    plx_buf_putc(j->out, '\n');
    for (unsigned i = 0; i < j->depth * j->indent; i++) {
        plx_buf_putc(j->out, ' ');
    }
}

/* What stands between the last thing written and the next. */
static void before(plx_json *j) {
    if (j->after_key) {
        j->after_key = false;
        return;
    }
    if (!j->depth) {
        return;
    }
    if (j->stack[j->depth - 1].any) {
        plx_buf_putz(j->out, j->indent && in_row(j) ? ", " : ",");
    }
    j->stack[j->depth - 1].any = true;
    if (j->indent && !in_row(j)) {
        new_line(j);
    }
}

static void begin(plx_json *j, char open, char close, bool row) {
    before(j);
    plx_buf_putc(j->out, open);
    row = row || in_row(j);
    PLX_ASSERT(j->depth < PLX_JSON_MAX_DEPTH);
    j->stack[j->depth].close = close;
    j->stack[j->depth].any = false;
    j->stack[j->depth].row = row;
    j->depth++;
}

void plx_json_object(plx_json *j) { begin(j, '{', '}', false); }
void plx_json_array(plx_json *j) { begin(j, '[', ']', false); }
void plx_json_row_object(plx_json *j) { begin(j, '{', '}', true); }
void plx_json_row(plx_json *j) { begin(j, '[', ']', true); }

void plx_json_end(plx_json *j) {
    PLX_ASSERT(j->depth && !j->after_key);
    j->depth--;
    if (j->indent && j->stack[j->depth].any && !j->stack[j->depth].row) {
        new_line(j);
    }
    plx_buf_putc(j->out, j->stack[j->depth].close);
}

void plx_json_key(plx_json *j, const char *key) {
    before(j);
    plx_json_escape(j->out, plx_str_of(key));
    plx_buf_putz(j->out, j->indent ? ": " : ":");
    j->after_key = true;
}

void plx_json_str(plx_json *j, plx_str s) {
    before(j);
    plx_json_escape(j->out, s);
}
void plx_json_u64(plx_json *j, uint64_t v) {
    before(j);
    plx_buf_put_u64(j->out, v);
}
void plx_json_i64(plx_json *j, int64_t v) {
    before(j);
    plx_buf_put_i64(j->out, v);
}
void plx_json_f64(plx_json *j, double v) {
    before(j);
    plx_buf_put_f64(j->out, v);
}
void plx_json_bool(plx_json *j, bool v) {
    before(j);
    plx_buf_putz(j->out, v ? "true" : "false");
}
void plx_json_null(plx_json *j) {
    before(j);
    plx_buf_putz(j->out, "null");
}
void plx_json_span(plx_json *j, plx_span s) {
    plx_json_row(j);
    plx_json_u64(j, s.begin);
    plx_json_u64(j, s.end);
    plx_json_end(j);
}

void plx_json_put_str(plx_json *j, const char *key, plx_str s) {
    plx_json_key(j, key);
    plx_json_str(j, s);
}
void plx_json_put_opt(plx_json *j, const char *key, plx_str s) {
    plx_json_key(j, key);
    if (s.n) {
        plx_json_str(j, s);
    } else {
        plx_json_null(j);
    }
}
void plx_json_put_u64(plx_json *j, const char *key, uint64_t v) {
    plx_json_key(j, key);
    plx_json_u64(j, v);
}
void plx_json_put_f64(plx_json *j, const char *key, double v) {
    plx_json_key(j, key);
    plx_json_f64(j, v);
}
void plx_json_put_bool(plx_json *j, const char *key, bool v) {
    plx_json_key(j, key);
    plx_json_bool(j, v);
}
void plx_json_put_span(plx_json *j, const char *key, plx_span s) {
    plx_json_key(j, key);
    plx_json_span(j, s);
}
