/* span: a half-open byte range [begin, end) in the immutable text of one account. */
#ifndef PLX_BASE_SPAN_H
#define PLX_BASE_SPAN_H

#include "base/base.h"

typedef struct plx_span {
    uint32_t begin, end; /* begin <= end */
} plx_span;

typedef struct plx_spans { /* ascending, never overlapping unless the owner says otherwise */
    plx_span *p;
    size_t n, cap;
} plx_spans;

static inline plx_span plx_span_of(size_t begin, size_t end) {
    PLX_ASSERT(begin <= end && end <= UINT32_MAX);
    return (plx_span){(uint32_t)begin, (uint32_t)end};
}
static inline uint32_t plx_span_len(plx_span s) { return s.end - s.begin; }
static inline bool plx_span_eq(plx_span a, plx_span b) {
    return a.begin == b.begin && a.end == b.end;
}
static inline bool plx_span_contains(plx_span outer, plx_span inner) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}
/* Bytes that two spans share; 0 when they only touch. */
static inline uint32_t plx_span_overlap(plx_span a, plx_span b) {
    uint32_t lo = PLX_MAX(a.begin, b.begin), hi = PLX_MIN(a.end, b.end);
    return hi > lo ? hi - lo : 0;
}
static inline plx_span plx_span_join(plx_span a, plx_span b) {
    return (plx_span){PLX_MIN(a.begin, b.begin), PLX_MAX(a.end, b.end)};
}
/* Orders by begin, then by end: for qsort and merges. */
static inline int plx_span_cmp(plx_span a, plx_span b) {
    if (a.begin != b.begin) {
        return a.begin < b.begin ? -1 : 1;
    }
    return a.end < b.end ? -1 : a.end > b.end;
}

#endif
