#include "lang/lemma.h"

#include "base/hash.h"
#include "base/utf8.h"

#define MOST_LONGER 2u /* letters that a rule for the end of a word may make it longer by */

static uint32_t load_u32(const unsigned char *p) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

plx_err plx_lemma__load(plx_str section, plx_lemmas *out, plx_error *err) {
    const unsigned char *p = (const unsigned char *)section.p;
    if (section.n < 8) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's lemmas are not whole");
    }
    plx_lemmas l = {.n = load_u32(p), .keys = p + 4};
    size_t need = 4 + (size_t)l.n * 6 + 4;
    if (need > section.n) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's lemmas are not whole");
    }
    l.rules_of = l.keys + (size_t)l.n * 4;
    l.n_rules = load_u32(l.rules_of + (size_t)l.n * 2);
    l.rules = l.rules_of + (size_t)l.n * 2 + 4;
    if ((size_t)l.n_rules * sizeof(plx_lemma_rule) != section.n - need) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's lemmas are not whole");
    }
    for (uint32_t i = 0; i < l.n; i++) {
        uint16_t r;
        memcpy(&r, l.rules_of + (size_t)i * 2, sizeof r);
        if (r >= l.n_rules ||
            (i && load_u32(l.keys + (size_t)i * 4) <= load_u32(l.keys + (size_t)i * 4 - 4))) {
            return plx_fail(err, PLX_CORRUPT, 0, "the model's lemmas are out of order");
        }
    }
    for (uint32_t i = 0; i < l.n_rules; i++) {
        if (l.rules[(size_t)i * sizeof(plx_lemma_rule) + 2] > 13) {
            return plx_fail(err, PLX_CORRUPT, 0, "the model's lemma rules are damaged");
        }
    }
    *out = l;
    return PLX_OK;
}

uint32_t plx_lemma__key(plx_str form, size_t suffix, uint32_t tag) {
    bool whole = suffix == SIZE_MAX;
    plx_str s = whole ? form : plx_str_slice(form, form.n - PLX_MIN(form.n, suffix), form.n);
    return (uint32_t)plx_hash_bytes(s.p, s.n, (uint64_t)tag * 16 + (whole ? 15 : s.n));
}

/* Keys are hashes, and so lie nearly evenly: the place of one is guessed, and what is left around
 * it is searched in halves. */
static uint32_t find(const plx_lemmas *l, uint32_t key) {
    enum { NEAR = 512 };
    uint32_t guess = (uint32_t)((uint64_t)key * l->n >> 32);
    uint32_t lo = guess < NEAR ? 0 : guess - NEAR, hi = l->n - guess < NEAR ? l->n : guess + NEAR;
    if (lo > 0 && load_u32(l->keys + (size_t)lo * 4) > key) {
        lo = 0;
    }
    if (hi < l->n && load_u32(l->keys + (size_t)hi * 4) < key) {
        hi = l->n;
    }
    for (uint32_t n = hi - lo; n > 0;) { /* the first that is not smaller is in [lo, lo + n] */
        uint32_t half = (n + 1) / 2;
        bool smaller = load_u32(l->keys + ((size_t)lo + half - 1) * 4) < key;
        lo += smaller ? half : 0;
        n -= half;
    }
    if (lo == l->n || load_u32(l->keys + (size_t)lo * 4) != key) {
        return PLX_NONE;
    }
    uint16_t r;
    memcpy(&r, l->rules_of + (size_t)lo * 2, sizeof r);
    return r;
}

plx_str plx_lemma__of(const plx_lemmas *l, plx_str form, uint32_t tag, plx_arena *arena) {
    plx_str low = plx_str_lower(arena, form);
    uint32_t r = find(l, plx_lemma__key(low, SIZE_MAX, tag));
    bool by_end = false;
    for (size_t n = PLX_MIN(low.n, PLX_LEMMA_MAX_SUFFIX) + 1; r == PLX_NONE && n-- > 0;) {
        r = find(l, plx_lemma__key(low, n, tag));
        by_end = n < low.n;
    }
    if (r == PLX_NONE) {
        return low;
    }
    plx_lemma_rule rule;
    memcpy(&rule, l->rules + (size_t)r * sizeof rule, sizeof rule);
    plx_str base = rule.lower ? low : form;
    if (rule.cut > base.n || (rule.cut == base.n && rule.n_add == 0)) {
        return base;
    }
    /* "Nov" is November, "Ivanov" is no "Ivanovember". */
    if (by_end && rule.n_add > rule.cut + MOST_LONGER) {
        return low;
    }
    /* A rule learnt on other letters must not cut one in two. */
    if (rule.cut && ((unsigned char)base.p[base.n - rule.cut] & 0xC0) == 0x80) {
        return base;
    }
    return plx_str_cat(arena, plx_str_slice(base, 0, base.n - rule.cut),
                       plx_str_n(rule.add, rule.n_add));
}
