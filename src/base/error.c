#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void plx__assert_failed(const char *cond, const char *file, int line) {
    fprintf(stderr, "parallax: %s:%d: broken invariant: %s\n", file, line, cond);
    abort();
}

const char *plx_err_text(plx_err code) {
    switch (code) {
#define X(name, text)                                                                              \
    case PLX_##name: return text;
        PLX_ERRORS(X)
#undef X
    }
    return "unknown error";
}

plx_err plx_fail(plx_error *err, plx_err code, uint64_t pos, const char *fmt, ...) {
    if (err) {
        va_list args;
        va_start(args, fmt);
        err->code = code;
        err->pos = pos;
        vsnprintf(err->msg, sizeof err->msg, fmt, args);
        va_end(args);
    }
    return code;
}
