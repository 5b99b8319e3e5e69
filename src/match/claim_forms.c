/* Which claims compare alike: of one form are those that have all that plx_claim_compare reads, the
 * context aside, in common. What it comes to read more must be added here. */
#include "base/hash.h"
#include "match/claims.h"

static uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static bool same_bits(double x, double y) { return bits_of(x) == bits_of(y); }

static bool same_term(const plx_claim_term *x, const plx_claim_term *y) {
    return x->kind == y->kind && x->part == y->part && x->key == y->key && x->word == y->word &&
           x->governor == y->governor && same_bits(x->weight, y->weight) &&
           same_bits(x->value, y->value) && same_bits(x->low, y->low) &&
           same_bits(x->high, y->high) && x->first_day == y->first_day &&
           x->last_day == y->last_day && x->has_days == y->has_days;
}

bool plx_claim_same_form(const plx_claim *a, const plx_claim *b) {
    bool same = a->n == b->n && a->negative == b->negative;
    for (size_t i = 0; same && i < a->n; i++) {
        same = same_term(&a->p[i], &b->p[i]);
    }
    return same && memcmp(&a->meaning, &b->meaning, sizeof a->meaning) == 0;
}

static uint64_t mix_bits(uint64_t h, double x) { return plx_hash_mix(h, bits_of(x)); }

uint64_t plx_claim_form_hash(const plx_claim *c) {
    uint64_t h = (uint64_t)c->n << 1 | c->negative;
    for (size_t i = 0; i < c->n; i++) {
        const plx_claim_term *t = &c->p[i];
        h = plx_hash_mix(h, (uint64_t)t->key << 32 | t->word);
        h = plx_hash_mix(h, (uint64_t)t->governor << 32 | (uint64_t)t->kind << 8 | t->part);
        h = mix_bits(h, t->weight);
        if (t->kind == PLX_TERM_NUMBER) {
            h = mix_bits(mix_bits(mix_bits(h, t->value), t->low), t->high);
        } else if (t->kind == PLX_TERM_TIME) {
            h = plx_hash_mix(h, (uint64_t)(uint32_t)t->first_day << 32 | (uint32_t)t->last_day);
        }
    }
    return plx_hash_bytes(&c->meaning, sizeof c->meaning, h);
}
