#include "match/concepts.h"

#include "match/keys.h"

#include <string.h>

extern const unsigned char plx__concepts_bin[];
extern const size_t plx__concepts_bin_size;

typedef struct table {
    uint32_t n;
    const unsigned char *stems, *first, *entries;
} table;

/* The bytes are ours, made at build time: a wrong head is a bug. */
static table parts(void) {
    table t = {0};
    plx_concept_file head;
    if (plx__concepts_bin_size < sizeof head) {
        return t;
    }
    memcpy(&head, plx__concepts_bin, sizeof head);
    PLX_ASSERT(head.magic == PLX_CONCEPT_MAGIC);
    PLX_ASSERT(plx__concepts_bin_size ==
               sizeof head + sizeof(uint32_t) * (2 * (size_t)head.n + 1 + head.n_entries));
    t.n = head.n;
    t.stems = plx__concepts_bin + sizeof head;
    t.first = t.stems + sizeof(uint32_t) * head.n;
    t.entries = t.first + sizeof(uint32_t) * ((size_t)head.n + 1);
    return t;
}

static uint32_t at(const unsigned char *numbers, size_t i) {
    uint32_t number;
    memcpy(&number, numbers + sizeof number * i, sizeof number);
    return number;
}

uint32_t plx_concept_of(uint32_t stem) {
    table t = parts();
    return plx_keys_find(t.stems, t.n, stem);
}

plx_concept_relation plx_concept_relate(uint32_t a, uint32_t b) {
    if (a == PLX_NONE || b == PLX_NONE) {
        return PLX_CONCEPT_NONE;
    }
    table t = parts();
    PLX_ASSERT(t.first != NULL && t.entries != NULL);
    uint32_t i = at(t.first, a), i_end = at(t.first, a + 1);
    uint32_t k = at(t.first, b), k_end = at(t.first, b + 1);
    bool opposed = false;
    while (i < i_end && k < k_end) { /* the shared concepts stand before what excludes */
        uint32_t x = at(t.entries, i), y = at(t.entries, k);
        if (x / PLX_CONCEPT_SIDES == y / PLX_CONCEPT_SIDES) {
            if (!(x & PLX_CONCEPT_EXCLUDES)) {
                return PLX_CONCEPT_SAME;
            }
            opposed = opposed || x != y;
        }
        i += x <= y;
        k += y <= x;
    }
    return opposed ? PLX_CONCEPT_OPPOSED : PLX_CONCEPT_NONE;
}
