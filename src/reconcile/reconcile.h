/* reconcile: the accounts of one story -> the story: who, what, when, who said, where they differ.
 *
 *   annotations ─> dates ─> entities ─> quotes ─> origins ─> statements ─> events ─> figures ─>
 * timeline └> differences, wording, checks
 *
 * It judges nobody: it sets side by side. Every merge has its `why`. The result does not depend on
 * the order of accounts: they are taken in the order of their paths (then of their texts).
 * Corrections (corrections.h) are applied within. Thread rule: one thread a story; no shared state.
 * Unwinds to the caller's guard when memory runs out. */
#ifndef PLX_RECONCILE_RECONCILE_H
#define PLX_RECONCILE_RECONCILE_H

#include "model/dossier.h"

typedef struct plx_corrections plx_corrections; /* reconcile/corrections.h */

typedef struct plx_reconcile_options {
    const plx_corrections *corrections; /* or NULL */
} plx_reconcile_options;

/* Reconciles n annotated accounts of one story. The annotations of accounts without a date get
 * their times found anew, with the story's date. The story and all in it live in `arena`; texts are
 * borrowed from the accounts. */
plx_story *plx_reconcile(plx_annotation **annotations, size_t n,
                         const plx_reconcile_options *options, plx_arena *arena);

/* The steps, in their order. Each fills its own part of the story and reads the earlier ones. */
void plx_reconcile__dates(plx_story *s, plx_annotation **annotations, plx_arena *arena);
void plx_reconcile__entities(plx_story *s, const plx_reconcile_options *o, plx_arena *arena);
void plx_reconcile__quotes(plx_story *s, const plx_reconcile_options *o, plx_arena *arena);
void plx_reconcile__origins(plx_story *s, plx_arena *arena); /* reuse and origins */
void plx_reconcile__statements(plx_story *s, const plx_reconcile_options *o, plx_arena *arena);
void plx_reconcile__events(plx_story *s, plx_arena *arena);
void plx_reconcile__figures(plx_story *s, plx_arena *arena);
void plx_reconcile__timeline(plx_story *s, plx_arena *arena);
void plx_reconcile__differences(plx_story *s, plx_arena *arena);
void plx_reconcile__wording(plx_story *s, plx_arena *arena);
void plx_reconcile__checks(plx_story *s, plx_arena *arena);
void plx_reconcile__title(plx_story *s, plx_arena *arena); /* title and when, last */

#endif
