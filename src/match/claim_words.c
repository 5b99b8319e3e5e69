/* The words of many claims, numbered, and which of them meet: what lets plx_claim_compare pass over
 * the pairs of words that have nothing to do with one another. */
#include "base/map.h"
#include "base/vec.h"
#include "match/claims.h"
#include "match/concepts.h"
#include "match/meaning.h"

#define SCRATCH_LIMIT_BYTES (64 * PLX_MIB) /* MOST_WORDS squared, in bits, and their vectors */

typedef struct word_list { /* by number; two words are one when key and meaning are */
    uint32_t *p;           /* their meanings: places in match/meaning.h's table */
    size_t n, cap;
    PLX_VEC(uint32_t) keys;
    PLX_VEC(uint32_t) concepts;
} word_list;

/* Numbers the words; false when they are too many. */
static bool number_words(plx_claim *const *claims, size_t n, word_list *out, plx_arena *arena) {
    plx_imap numbers;
    plx_imap_init(&numbers, arena);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < claims[i]->n; k++) {
            plx_claim_term *t = &claims[i]->p[k];
            if (t->kind != PLX_TERM_WORD) {
                continue;
            }
            bool is_new;
            plx_imap_entry *e =
                plx_imap_put(&numbers, (uint64_t)t->key << 32 | t->word, (uint32_t)out->n, &is_new);
            t->number = e->value;
            if (is_new && out->n == PLX_CLAIM_MOST_WORDS) {
                return false;
            }
            if (is_new) {
                plx_vec_push(&out->keys, arena, t->key);
                plx_vec_push(&out->concepts, arena, t->concept);
                plx_vec_push(out, arena, t->word);
            }
        }
    }
    return true;
}

/* Words of one stem meet, whatever they mean, and each meets itself. */
static void same_stems(const word_list *w, uint64_t *bits, size_t stride, plx_arena *arena) {
    plx_imap last; /* stem -> the last word of it, whose earlier ones stand in its row */
    plx_imap_init(&last, arena);
    for (size_t i = 0; i < w->n; i++) {
        bool is_new;
        uint64_t *row = bits + i * stride;
        plx_imap_entry *e = plx_imap_put(&last, w->keys.p[i], (uint32_t)i, &is_new);
        row[i / 64] |= (uint64_t)1 << i % 64;
        for (size_t k = 0; !is_new && k < i; k++) {
            if (w->keys.p[k] == w->keys.p[i]) {
                row[k / 64] |= (uint64_t)1 << k % 64;
                bits[k * stride + i / 64] |= (uint64_t)1 << i % 64;
            }
        }
        e->value = (uint32_t)i;
    }
}

/* Words of one concept meet. */
static void same_concepts(const word_list *w, uint64_t *bits, size_t stride, plx_arena *arena) {
    PLX_VEC(uint32_t) with = {0}; /* words that are in the table */
    for (uint32_t i = 0; i < w->n; i++) {
        if (w->concepts.p[i] != PLX_NONE) {
            plx_vec_push(&with, arena, i);
        }
    }
    for (size_t x = 0; x < with.n; x++) {
        for (size_t y = 0; y < x; y++) {
            uint32_t i = with.p[x], k = with.p[y];
            if (plx_concept_relate(w->concepts.p[i], w->concepts.p[k]) == PLX_CONCEPT_SAME) {
                bits[i * stride + k / 64] |= (uint64_t)1 << k % 64;
                bits[k * stride + i / 64] |= (uint64_t)1 << i % 64;
            }
        }
    }
}

typedef struct acquaintance {
    plx_claim *const *claims;
    size_t n;
    plx_arena *arena;
} acquaintance;

static void acquaint(void *ctx, plx_arena *scratch) {
    acquaintance *job = ctx;
    word_list w = {0};
    if (!number_words(job->claims, job->n, &w, scratch) || w.n == 0) {
        return;
    }
    size_t stride = (w.n + 63) / 64;
    uint64_t *bits = plx_new_n(scratch, uint64_t, w.n * stride);
    plx_meaning_near(w.p, w.n, PLX_CLAIM__NEAR_COSINE, bits, stride, scratch);
    same_stems(&w, bits, stride, scratch);
    same_concepts(&w, bits, stride, scratch);
    uint64_t *notes = plx_new_n(job->arena, uint64_t, job->n * stride);
    for (size_t i = 0; i < job->n; i++) {
        plx_claim *c = job->claims[i];
        uint64_t *meets = notes + i * stride;
        for (size_t k = 0; k < c->n; k++) {
            const plx_claim_term *t = &c->p[k];
            for (size_t j = 0; t->kind == PLX_TERM_WORD && j < stride; j++) {
                meets[j] |= bits[t->number * stride + j];
            }
        }
        c->meets = meets;
        c->circle = notes;
    }
}

void plx_claims_acquaint(plx_claim *const *claims, size_t n, plx_arena *arena) {
    acquaintance job = {claims, n, arena};
    plx_with_scratch(SCRATCH_LIMIT_BYTES, acquaint, &job);
}
