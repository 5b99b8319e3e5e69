/* base: what every module stands on. This header gives the compiler-level vocabulary only.
 *
 * It is not a grab bag: types live in their own headers (str.h, span.h, arena.h, ...).
 * Thread rule: everything in base is safe to use from several threads on separate objects. */
#ifndef PLX_BASE_BASE_H
#define PLX_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define PLX_NODISCARD         __attribute__((warn_unused_result))
#define PLX_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define PLX_RETURNS_NONNULL   __attribute__((returns_nonnull))
#define PLX_NORETURN          __attribute__((noreturn))
#define PLX_LIKELY(x)         __builtin_expect(!!(x), 1)
#define PLX_UNLIKELY(x)       __builtin_expect(!!(x), 0)
#define PLX_COUNT(array)      (sizeof(array) / sizeof((array)[0]))
#define PLX_MIN(a, b)         ((a) < (b) ? (a) : (b))
#define PLX_MAX(a, b)         ((a) > (b) ? (a) : (b))

/* "No such index": used wherever a uint32_t refers to an element of an array. */
#define PLX_NONE UINT32_MAX

/* Asserts stay on in release: a broken invariant must stop before it becomes a wrong dossier. */
#define PLX_ASSERT(cond) ((cond) ? (void)0 : plx__assert_failed(#cond, __FILE__, __LINE__))
PLX_NORETURN void plx__assert_failed(const char *cond, const char *file, int line);

#endif
