/* deps: the dependency tree of an annotation turned downwards, and what the finders ask of it:
 * children, the stretch below a word, the subject of a verb (also one that stands elsewhere).
 *
 *   tokens[].head (upwards)  ──plx_find__deps──>  first/next (downwards), left/right (extent)
 *
 * Without a tree (an->has_tree false) there are no children and every extent is the word itself.
 * Hostile trees do no harm: cycles and heads outside the sentence are left out, and every walk is
 * bounded by the sentence. Thread rule: read-only once built. */
#ifndef PLX_FIND_DEPS_H
#define PLX_FIND_DEPS_H

#include "model/annotation.h"

typedef struct plx_deps {
    const plx_annotation *an;
    uint32_t *first; /* first child in the order of the text, or PLX_NONE */
    uint32_t *next;  /* next child of the same head, or PLX_NONE */
    uint32_t *left;  /* the stretch that the word and all below it touch: [left, right) */
    uint32_t *right;
} plx_deps;

/* Lives in `arena`. O(tokens). */
plx_deps plx_find__deps(const plx_annotation *an, plx_arena *arena);

/* First child with the relation, or PLX_NONE. */
uint32_t plx_deps__child(const plx_deps *d, uint32_t head, plx_deprel rel);
/* The relation without its subtype: PLX_DEP_nsubj for nsubj:pass. */
plx_deprel plx_deps__base(plx_deprel rel);
/* The subject standing under the verb itself (nsubj, nsubj:pass, csubj), or PLX_NONE. */
uint32_t plx_deps__own_subject(const plx_deps *d, uint32_t verb);
/* The subject that the verb is understood with: its own; that of the verb it is joined to
 * (conj); the noun it stands under (acl, acl:relcl: `through_noun` is set); the subject or object
 * that controls an infinitive or participle (xcomp, advcl, ccomp without subject). PLX_NONE when
 * there is none. */
uint32_t plx_deps__subject(const plx_deps *d, uint32_t verb, bool *through_noun);
/* The noun that a relative pronoun stands for; `token` itself when it is none. */
uint32_t plx_deps__antecedent(const plx_deps *d, uint32_t token);
/* True when the verb is passive: nsubj:pass, aux:pass, Voice=Pass, or a bare past participle under
 * a noun. */
bool plx_deps__is_passive(const plx_deps *d, uint32_t verb);
/* True when a negation stands under the word: not, n't, never, no, neither, nor. */
bool plx_deps__is_negated(const plx_deps *d, uint32_t head);
/* The noun phrase of `head` without what follows it as a clause, apposition or parenthesis:
 * [begin, end), the shortest stretch that names it. */
void plx_deps__phrase(const plx_deps *d, uint32_t head, uint32_t *begin, uint32_t *end);

/* ASCII form equals `word` without case. */
static inline bool plx_token_is(const plx_token *t, const char *word) {
    return plx_str_eq_nocase(t->form, plx_str_of(word));
}
/* One of n such words. */
static inline bool plx_token_is_one_of(const plx_token *t, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_token_is(t, words[i])) {
            return true;
        }
    }
    return false;
}
static inline bool plx_token_is_punct(const plx_token *t, const char *mark) {
    return plx_str_eq(t->form, plx_str_of(mark));
}

#endif
