/* quote_finder: what the parts of the quote finder share. Inside find only.
 *
 *   marks ─> stretches ─ quote_direct.c ──┐ cue beside the stretch
 *   cues  ─> contents  ─ quote_content.c ─┤ clause under the cue     ├─> drafts ─> an->quotes
 *                        quote_source.c ──┘ who: phrase, chain, why  ┘   (extents: quote_extent.h)
 *
 * A draft is a quote in the making, in tokens; one a cue. */
#ifndef PLX_FIND_QUOTE_FINDER_H
#define PLX_FIND_QUOTE_FINDER_H

#include "base/vec.h"
#include "find/deps.h"
#include "find/quote_cues.h"
#include "find/quote_marks.h"

typedef struct plx_range { /* tokens, half-open */
    uint32_t begin, end;
} plx_range;

typedef PLX_VEC(plx_range) plx_ranges;
typedef PLX_VEC(uint32_t) plx_indices;

typedef struct plx_draft {
    uint32_t cue;        /* head token, or PLX_NONE */
    plx_range cue_words; /* what is shown as the cue */
    plx_cue_kind cue_kind;
    plx_range source;      /* empty: none */
    uint32_t source_head;  /* token, or PLX_NONE */
    plx_indices stretches; /* marked stretches that are whole parts of it, ascending */
    plx_ranges content;    /* further tokens of a partial or indirect quote */
    uint32_t follows;      /* the draft whose speaker goes on, or PLX_NONE */
    uint32_t chain;
    plx_str why;
    bool direct; /* nothing but whole stretches */
} plx_draft;

typedef struct plx_stretch {
    plx_range inner;  /* tokens between the marks */
    plx_range outer;  /* with the tokens of the marks */
    uint32_t draft;   /* or PLX_NONE */
    uint32_t n_words; /* that are no punctuation */
    bool has_verb;    /* a finite verb, or one with a subject */
    bool nested;      /* single marks that stand inside another's tokens */
} plx_stretch;

typedef struct plx_quoter {
    const plx_annotation *an;
    plx_arena *arena;
    plx_deps deps;
    plx_marks marks;
    plx_stretch *stretch; /* one a mark pair */
    uint32_t *inside;     /* token -> stretch that it stands in (marks too), or PLX_NONE */
    uint32_t *mention;    /* token -> mention with it as head (the longest), or PLX_NONE */
    uint32_t *taken;      /* token -> draft whose content or cue it is, or PLX_NONE */
    PLX_VEC(plx_draft) drafts;
} plx_quoter;

/* ---- quote_source.c ---- */
/* Sets source, source_head of the draft from its cue: subject, agent, possessor, neighbour. */
void plx_quote__find_source(plx_quoter *q, plx_draft *d);
/* The token that a source phrase is about when `head` names it: "a spokesman for X" stays. */
void plx_quote__set_source(plx_quoter *q, plx_draft *d, uint32_t head);
/* Chain and why of all drafts, in the order of the text. */
void plx_quote__resolve_speakers(plx_quoter *q);

/* ---- quote_direct.c ---- */
/* Drafts for the stretches that have a cue beside them; joins interrupted and continued ones. */
void plx_quote__direct(plx_quoter *q);
/* The stretch begins as a sentence does: with a capital or a digit. */
bool plx_quote__opens_upper(const plx_quoter *q, uint32_t stretch);
/* “The Morning Hour” behind a noun or preposition: a name between marks, not words of somebody. */
bool plx_quote__is_title(const plx_quoter *q, uint32_t stretch);
/* After the contents: what is left and reads like speech gets a draft without a cue. */
void plx_quote__leftover(plx_quoter *q);

/* ---- quote_content.c ---- */
/* Drafts for the cues whose content is a clause or phrase of the sentence. */
void plx_quote__contents(plx_quoter *q);
/* One word between marks, before a noun. */
bool plx_quote__is_modifier(const plx_quoter *q, uint32_t stretch);

/* ---- quote_inner.c ---- */
/* Behind the contents: marks that a nearer word of saying has, within another's report. */
void plx_quote__inner(plx_quoter *q);

/* ---- quotes.c ---- */
/* The verb cue at the token: NULL when it is none (also an auxiliary or a noun of that form). */
const plx_cue_word *plx_quote__cue_at(const plx_quoter *q, uint32_t token);
uint32_t plx_quote__add(plx_quoter *q, uint32_t cue, plx_cue_kind kind);
bool plx_quote__is_finite(const plx_quoter *q, uint32_t token);

static inline const plx_token *plx_quote__token(const plx_quoter *q, uint32_t i) {
    return &q->an->tokens[i];
}

#endif
