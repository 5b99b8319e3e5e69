/* error: one enum of codes, and an optional record with the byte position and a sentence for
 * people.
 *
 * A function that can fail returns plx_err; 0 is success and outputs are untouched on failure.
 * Memory is different: an arena allocation never returns NULL, it unwinds to the innermost
 * plx_guard (see arena.h), which returns PLX_NOMEM or PLX_LIMIT. */
#ifndef PLX_BASE_ERROR_H
#define PLX_BASE_ERROR_H

#include "base/base.h"

#define PLX_ERRORS(X)                                                                              \
    X(OK, "done")                                                                                  \
    X(NOMEM, "out of memory")                                                                      \
    X(LIMIT, "over a limit")                                                                       \
    X(INVALID, "invalid data")                                                                     \
    X(ENCODING, "not valid in its character encoding")                                             \
    X(CORRUPT, "damaged file")                                                                     \
    X(OLD_FORMAT, "another version of the format")                                                 \
    X(IO, "input or output failed")                                                                \
    X(MISSING, "no such file")                                                                     \
    X(EMPTY, "nothing in it")                                                                      \
    X(UNSUPPORTED, "not supported")                                                                \
    X(USAGE, "wrong usage")                                                                        \
    X(INTERRUPTED, "interrupted")                                                                  \
    X(REPEATED, "read before")

typedef enum plx_err {
#define X(name, text) PLX_##name,
    PLX_ERRORS(X)
#undef X
} plx_err;

typedef struct plx_error {
    plx_err code;
    uint64_t pos;  /* byte position in the input that the message speaks of; 0 when it has none */
    char msg[240]; /* one sentence, NUL-terminated, no final full stop */
} plx_error;

/* The fixed text of a code; static. */
const char *plx_err_text(plx_err code);

/* Fills `err` (may be NULL) and returns `code`, so that a failing function can `return
 * plx_fail(...)`. */
plx_err plx_fail(plx_error *err, plx_err code, uint64_t pos, const char *fmt, ...) PLX_PRINTF(4, 5);

#define PLX_TRY(x)                                                                                 \
    do {                                                                                           \
        plx_err plx__e = (x);                                                                      \
        if (plx__e != PLX_OK) {                                                                    \
            return plx__e;                                                                         \
        }                                                                                          \
    } while (0)

#endif
