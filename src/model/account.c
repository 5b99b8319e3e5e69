#include "model/account.h"

#include "base/vec.h"

bool plx_account_is_dropped(const plx_account *a, plx_span span) {
    size_t lo = 0, hi = a->n_dropped; /* the first that ends behind the span's begin */
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (a->dropped[mid].span.end <= span.begin) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < a->n_dropped && a->dropped[lo].span.begin < span.end;
}

plx_spans plx_account_kept(const plx_account *a, plx_arena *arena) {
    plx_spans out = {0};
    size_t at = 0;
    for (size_t i = 0; i < a->n_dropped; i++) {
        if (a->dropped[i].span.begin > at) {
            plx_vec_push(&out, arena, plx_span_of(at, a->dropped[i].span.begin));
        }
        at = a->dropped[i].span.end;
    }
    if (at < a->text.n) {
        plx_vec_push(&out, arena, plx_span_of(at, a->text.n));
    }
    return out;
}
