/* pipeline: the stages put together, over data in memory: accounts -> annotations -> stories ->
 * dossier.
 *
 *   account ──lang, find──> annotation ──gather──> stories ──reconcile──> dossier
 *             many at once                          many at once
 *
 * No files, no network, no clock, no printing: the command line, the server, the workers and the
 * tests run this. Thread rule: the caller's thread drives it; inside, several accounts or stories
 * are worked on at once, never one by several. The result does not depend on the number of threads.
 */
#ifndef PLX_PIPELINE_H
#define PLX_PIPELINE_H

#include "lang/lang.h"
#include "reconcile/reconcile.h"

typedef struct plx_pipeline_options {
    const plx_lang *lang; /* NULL: tokens and sentences by rules alone, no names and no trees */
    plx_lang_speed speed;
    unsigned threads;                   /* 0 counts as 1 */
    bool one_story;                     /* all accounts are of one story: do not gather */
    const plx_corrections *corrections; /* or NULL */
    /* Called from any thread when one more account is annotated; may be NULL. */
    void (*annotated)(void *ctx);
    void *ctx;
} plx_pipeline_options;

/* One account and the arena that it lives in: its annotation will live there too. */
typedef struct plx_work_item {
    plx_arena *arena;
    const plx_account *account;
    plx_annotation *annotation; /* NULL until annotated, and when that failed: `error` says why */
    plx_error error;
} plx_work_item;

/* Annotates all items. Those that fail keep annotation NULL and have their error. */
void plx_pipeline_annotate(plx_work_item *items, size_t n, const plx_pipeline_options *options);

typedef struct plx_dossier_made {
    plx_dossier dossier;
    plx_arena *arenas; /* malloc'ed: one a story, then one for the list of them */
    size_t n_arenas;
} plx_dossier_made;

/* Gathers and reconciles all annotated items. The dossier lives in *out and in the items' arenas,
 * which must outlive it; plx_dossier_release frees it. errors : PLX_EMPTY (no item is annotated),
 * PLX_LIMIT, PLX_NOMEM; *out needs no release then. */
PLX_NODISCARD plx_err plx_pipeline_dossier(plx_work_item *items, size_t n,
                                           const plx_pipeline_options *options,
                                           plx_dossier_made *out, plx_error *err);
void plx_dossier_release(plx_dossier_made *d);

#endif
