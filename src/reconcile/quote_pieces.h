/* quote_pieces: quotes cut into what can be aligned: a sentence of a direct quotation, the words
 * up to each closing mark of a partial one, the clause of an indirect one; how alike two pieces
 * are; which pieces render the same words.
 *
 *   quotes ──cut──> pieces ──alike──> clusters (quote_clusters.c) ──units──> renderings (quotes.c)
 */
#ifndef PLX_RECONCILE_QUOTE_PIECES_H
#define PLX_RECONCILE_QUOTE_PIECES_H

#include "base/map.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"

typedef struct plx_word_weight {
    uint32_t stem; /* index into stems */
    float factor;  /* 1, or less beside the marks of a partial quotation */
    bool name;     /* of somebody or something, or a unit of time */
    bool marked;   /* between the marks of a partial quotation */
} plx_word_weight;

typedef struct plx_piece {
    uint32_t account, quote;
    uint32_t index, end; /* place among the quote's pieces, ascending: [index, end) */
    plx_span *spans;     /* what it holds of the quote's spans */
    size_t n_spans;
    plx_span span;  /* of all of them */
    uint32_t shown; /* where it can be read from without the piece before it */
    bool apart; /* the account's own words stand before it, or it is a quoted clause by itself */
    bool leans; /* is about what was said just before: "It's more of a wish than a plan." */
    plx_quote_kind kind;
    uint32_t speaker; /* entity, or PLX_NONE */
    plx_str surname;  /* what this account mostly calls the speaker, when a person */
    bool negative;
    plx_word_weight *words; /* by stem */
    size_t n_words;
    double weight;    /* of all words */
    uint32_t cluster; /* root piece */
} plx_piece;

typedef struct plx_quote_link {
    uint32_t a, b;
    double score;
} plx_quote_link;

typedef struct plx_quoting {
    plx_story *story;
    plx_arena *arena;
    PLX_VEC(plx_piece) pieces; /* by account, quote, index */
    PLX_VEC(plx_str) stems;
    plx_str *surnames;             /* of the chains of the account that is cut */
    PLX_VEC(uint32_t) meanings;    /* of stems: a form's place in match/meaning.h's table */
    double *idf;                   /* of stems */
    PLX_VEC(plx_quote_link) links; /* pairs taken as renderings of one */
} plx_quoting;

/* A word of a name: tagged and written as one; or the day behind a month. */
bool plx_quote__in_name(const plx_annotation *an, uint32_t token);
/* Cuts all quotes of the story. */
void plx_quote__cut(plx_quoting *q);
/* How much of the words two pieces share, by rarity: of both (Dice); in *part of the smaller, in
 * *both the weight itself (either may be NULL). */
double plx_quote__alike(const plx_quoting *q, const plx_piece *a, const plx_piece *b, double *part,
                        double *both);
/* The weight of the stems that both hold: a quick lower bound, without meaning. */
double plx_quote__shared(const plx_quoting *q, const plx_piece *a, const plx_piece *b);
/* Sets `cluster` of all pieces and fills links. */
void plx_quote__cluster(plx_quoting *q);
uint32_t plx_quote__root(const plx_quoting *q, uint32_t piece);

#endif
