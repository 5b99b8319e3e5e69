/* buf: bytes that grow, with a maximum given at creation; lives in an arena.
 * Sticky: after going over the maximum it does nothing more and `overflow` stays true, so that the
 * builder is checked once at the end. */
#ifndef PLX_BASE_BUF_H
#define PLX_BASE_BUF_H

#include "base/str.h"

typedef struct plx_buf {
    char *p;
    size_t n, cap;
    size_t max;
    plx_arena *arena;
    bool overflow;
} plx_buf;

void plx_buf_init(plx_buf *b, plx_arena *arena, size_t max_bytes);
void plx_buf_put(plx_buf *b, plx_str s);
void plx_buf_putc(plx_buf *b, char c);
void plx_buf_putz(plx_buf *b, const char *cstr);
void plx_buf_put_u64(plx_buf *b, uint64_t v);
void plx_buf_put_i64(plx_buf *b, int64_t v);
/* The shortest decimal that reads back as the same double; integers without a point. Not finite:
 * "null". */
void plx_buf_put_f64(plx_buf *b, double v);
/* A code point as UTF-8; what is no scalar value becomes U+FFFD. */
void plx_buf_put_cp(plx_buf *b, uint32_t cp);
void plx_buf_printf(plx_buf *b, const char *fmt, ...) PLX_PRINTF(2, 3);
static inline plx_str plx_buf_str(const plx_buf *b) { return (plx_str){b->p, b->n}; }

#endif
