/* vec: a growing array in an arena. Any struct with members `p`, `n` and `cap` is one:
 *
 *   typedef struct { plx_token *p; size_t n, cap; } plx_tokens;
 *   plx_vec_push(&tokens, arena, tok);      // grows by doubling; never fails visibly (see arena.h)
 *
 * Elements move when it grows: keep indices, not pointers. */
#ifndef PLX_BASE_VEC_H
#define PLX_BASE_VEC_H

#include "base/arena.h"

#define PLX_VEC(T)                                                                                 \
    struct {                                                                                       \
        T *p;                                                                                      \
        size_t n, cap;                                                                             \
    }

PLX_RETURNS_NONNULL void *plx_vec__grow(void *p, size_t n, size_t *cap, size_t want,
                                        size_t elem_size, size_t align, plx_arena *a);

#define plx_vec_reserve(v, arena, want)                                                            \
    ((void)((v)->cap >= (size_t)(want) ||                                                          \
            ((v)->p = plx_vec__grow((v)->p, (v)->n, &(v)->cap, (want), sizeof *(v)->p,             \
                                    _Alignof(__typeof__(*(v)->p)), (arena)),                       \
             true)))
#define plx_vec_push(v, arena, ...)                                                                \
    do {                                                                                           \
        plx_vec_reserve((v), (arena), (v)->n + 1);                                                 \
        (v)->p[(v)->n++] = (__VA_ARGS__);                                                          \
    } while (0)
/* Adds one zeroed element and gives its address (valid until the next push). */
#define plx_vec_add(v, arena)                                                                      \
    (plx_vec_reserve((v), (arena), (v)->n + 1), memset(&(v)->p[(v)->n], 0, sizeof *(v)->p),        \
     &(v)->p[(v)->n++])

#endif
