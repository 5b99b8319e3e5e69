#include "base/buf.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void plx_buf_init(plx_buf *b, plx_arena *arena, size_t max_bytes) {
    *b = (plx_buf){.arena = arena, .max = max_bytes};
}

/* Makes room for n more bytes; false when that is over the maximum. */
static bool room(plx_buf *b, size_t n) {
    if (b->overflow || n > b->max || b->n > b->max - n) {
        b->overflow = true;
        return false;
    }
    plx_vec_reserve(b, b->arena, b->n + n);
    return true;
}

void plx_buf_put(plx_buf *b, plx_str s) {
    if (s.n && room(b, s.n)) {
        memcpy(b->p + b->n, s.p, s.n);
        b->n += s.n;
    }
}

void plx_buf_putc(plx_buf *b, char c) {
    if (room(b, 1)) {
        b->p[b->n++] = c;
    }
}

void plx_buf_putz(plx_buf *b, const char *cstr) { plx_buf_put(b, plx_str_of(cstr)); }

void plx_buf_put_u64(plx_buf *b, uint64_t v) {
    char tmp[20];
    size_t i = sizeof tmp;
    do {
        tmp[--i] = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    plx_buf_put(b, plx_str_n(tmp + i, sizeof tmp - i));
}

void plx_buf_put_i64(plx_buf *b, int64_t v) {
    if (v < 0) {
        plx_buf_putc(b, '-');
        plx_buf_put_u64(b, (uint64_t)0 - (uint64_t)v);
    } else {
        plx_buf_put_u64(b, (uint64_t)v);
    }
}

void plx_buf_put_f64(plx_buf *b, double v) {
    if (!isfinite(v)) {
        plx_buf_putz(b, "null");
        return;
    }
    if (v == floor(v) && fabs(v) < 9007199254740992.0) {
        plx_buf_put_i64(b, (int64_t)v);
        return;
    }
    char tmp[40];
    /* What 15 digits or fewer can say comes back from 15, without zeros behind it. */
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(tmp, sizeof tmp, "%.*g", digits, v);
        if (strtod(tmp, NULL) == v) {
            break;
        }
    }
    plx_buf_putz(b, tmp);
}

void plx_buf_put_cp(plx_buf *b, uint32_t cp) {
    char tmp[4];
    plx_buf_put(b, plx_str_n(tmp, plx_utf8_encode(cp, tmp)));
}

void plx_buf_printf(plx_buf *b, const char *fmt, ...) {
    char tmp[200];
    va_list args, again;
    va_start(args, fmt);
    va_copy(again, args);
    int n = vsnprintf(tmp, sizeof tmp, fmt, args);
    va_end(args);
    PLX_ASSERT(n >= 0);
    if (room(b, (size_t)n + 1)) {
        if ((size_t)n < sizeof tmp) {
            memcpy(b->p + b->n, tmp, (size_t)n);
        } else {
            vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
        }
        b->n += (size_t)n;
    }
    va_end(again);
}
