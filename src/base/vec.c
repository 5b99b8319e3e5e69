#include "base/vec.h"

void *plx_vec__grow(void *p, size_t n, size_t *cap, size_t want, size_t elem_size, size_t align,
                    plx_arena *a) {
    size_t more = PLX_MAX(want, *cap < 8 ? 8 : *cap * 2), bytes;
    if (__builtin_mul_overflow(more, elem_size, &bytes)) {
        plx_throw(PLX_LIMIT, 0, "an array of %zu elements is too large", more);
    }
    p = plx_arena_grow(a, p, n * elem_size, bytes, align);
    *cap = more;
    return p;
}
