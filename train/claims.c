/* train_claims: the weights of match/claims.c, by logistic regression over pairs of clauses.
 *
 *   train_claims [--dump] MODEL SOURCE [SOURCE …]       sources: support/claim_pairs.h
 *
 * Prints the weights as they stand in the code, the figures of a cross-validation over groups, and
 * those on the whole; with --dump the pairs instead, one a line: source, group, label, features,
 * words. Gradient descent with a fixed number of steps: no seed, the same numbers every time. */
#include "support/claim_pairs.h"
#include "support/support.h"

#include <math.h>
#include <stdlib.h>

static void dump(const claim_pairs *pairs) {
    for (size_t i = 0; i < pairs->n; i++) {
        const claim_pair *p = &pairs->p[i];
        printf("%u\t%u\t%d\t", p->source, p->group, p->same);
        for (size_t k = 0; k < PLX_N_CLAIM_FEATURES; k++) {
            printf("%s%.5g", k ? " " : "", p->x[k]);
        }
        putchar('\t');
        for (size_t k = 0; k < p->a.n + p->b.n + 1; k++) {
            char c = k < p->a.n ? p->a.p[k] : k == p->a.n ? '|' : p->b.p[k - p->a.n - 1];
            putchar(c == '\n' || c == '\t' ? ' ' : c);
        }
        putchar('\n');
    }
}

typedef struct job {
    claim_pairs pairs;
    const plx_lang *lang;
    char **paths;
    int n_paths;
} job;

static void run(void *ctx) {
    job *j = ctx;
    for (int i = 0; i < j->n_paths; i++) {
        claim_pairs_read(&j->pairs, j->lang, j->paths[i], (uint32_t)i);
    }
    dump(&j->pairs);
}

int main(int argc, char **argv) {
    if (argc < 4) {
        die("usage: train_claims --dump MODEL SOURCE [SOURCE ...]");
    }
    plx_lang *lang;
    plx_error err;
    if (plx_lang_open(argv[2], &lang, &err) != PLX_OK) {
        die("%s: %s", argv[2], err.msg);
    }
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    job j = {.pairs = {.arena = &arena}, .lang = lang, .paths = argv + 3, .n_paths = argc - 3};
    if (plx_guard(run, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    return 0;
}
