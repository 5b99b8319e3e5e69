/* find: what the sentences say: times, figures, mentions, quotes, events of one account.
 *
 *   tokens, tree, names ─> times ─> figures ─> mentions+chains ─> quotes ─> events
 *
 * Each finder fills its own arrays of the annotation and reads those made before it. They work on
 * any annotation that lang made, with or without a tree. No finder looks at dropped text. Thread
 * rule: one thread an annotation; no shared state. Finders unwind to the caller's plx_guard when
 * memory runs out; they have no other errors. */
#ifndef PLX_FIND_FIND_H
#define PLX_FIND_FIND_H

#include "find/clauses.h"
#include "model/annotation.h"

typedef struct plx_find_context {
    plx_str published; /* the date against which relative times are resolved (ISO 8601); empty =
                          unknown */
} plx_find_context;

/* All finders in order. What they make lives in `arena`. */
void plx_find_all(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena);

/* TIMEX3 times (find/times.h for the method). Can be called again with another date: replaces
 * an->times. */
void plx_find_times(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena);
/* The same in two steps, for an account whose date is not known: the grammar reads once, and what
 * it read is resolved against as many dates as wanted. The reader lives in `arena`. */
typedef struct plx_times_reader plx_times_reader;
PLX_NODISCARD plx_times_reader *plx_find_times_read(plx_annotation *an, plx_arena *arena);
void plx_find_times_resolve(const plx_times_reader *r, plx_annotation *an,
                            const plx_find_context *ctx, plx_arena *arena);
/* All finders again with another date, for an annotation that plx_find_all has filled. Finders
 * behind the times look at their places and types alone, not at their values: where those stay as
 * they were, what the others found stays too. */
void plx_find_again(plx_annotation *an, const plx_find_context *ctx, plx_arena *arena);
/* Numbers with bounds, unit and what is counted. Needs times (a date is no figure). */
void plx_find_figures(plx_annotation *an, plx_arena *arena);
/* Mentions and their chains within the account: names, noun phrases, pronouns. */
void plx_find_mentions(plx_annotation *an, plx_arena *arena);
/* Quotes with cue, source and speaker's chain. Needs mentions. */
void plx_find_quotes(plx_annotation *an, plx_arena *arena);
/* Event mentions with participants, time, polarity, modality, claimant. Needs times, mentions,
 * quotes. */
void plx_find_events(plx_annotation *an, plx_arena *arena);

#endif
