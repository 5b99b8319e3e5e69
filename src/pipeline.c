#include "pipeline.h"

#include "base/threads.h"
#include "find/find.h"
#include "gather/gather.h"

#include <stdlib.h>

#define STORY_LIMIT_BYTES (8 * PLX_GIB) /* a story of ten thousand accounts fits */
#define LIST_LIMIT_BYTES  (4 * PLX_GIB)

typedef struct annotate_job {
    plx_work_item **items; /* the longest first, so that no thread is left with one at the end */
    const plx_pipeline_options *options;
    plx_arena arena;
    plx_lang_memory **memories; /* one a worker; or NULL */
} annotate_job;

typedef struct one_account {
    plx_work_item *item;
    const plx_pipeline_options *options;
    plx_lang_memory *memory;
    plx_annotation *made;
} one_account;

static void annotate_guarded(void *ctx) {
    one_account *one = ctx;
    plx_arena *arena = one->item->arena;
    plx_annotation *an = plx_new(arena, plx_annotation);
    plx_lang_annotate_with(one->options->lang, one->memory, one->item->account, one->options->speed,
                           arena, an);
    plx_find_context find = {one->item->account->published};
    plx_find_all(an, &find, arena);
    one->made = an;
}

static void annotate_item(void *ctx, size_t i, unsigned worker) {
    annotate_job *job = ctx;
    plx_lang_memory *memory = job->memories ? job->memories[worker] : NULL;
    one_account one = {job->items[i], job->options, memory, NULL};
    if (plx_guard(annotate_guarded, &one, &one.item->error) == PLX_OK) {
        one.item->annotation = one.made;
    }
    if (job->options->annotated) {
        job->options->annotated(job->options->ctx);
    }
}

static void make_memories(void *ctx) {
    annotate_job *job = ctx;
    unsigned n = PLX_MAX(job->options->threads, 1u);
    plx_lang_memory **memories = plx_new_n(&job->arena, plx_lang_memory *, n);
    for (unsigned i = 0; i < n; i++) {
        memories[i] = plx_lang_memory_new(&job->arena);
    }
    job->memories = memories;
}

static int by_length(const void *x, const void *y) {
    const plx_work_item *a = *(plx_work_item *const *)x, *b = *(plx_work_item *const *)y;
    size_t n = a->account->text.n, m = b->account->text.n;
    return n != m ? (n < m) - (n > m) : (a > b) - (a < b);
}

void plx_pipeline_annotate(plx_work_item *items, size_t n, const plx_pipeline_options *options) {
    annotate_job job = {.items = calloc(n, sizeof(plx_work_item *)), .options = options};
    if (!job.items && n) {
        for (size_t i = 0; i < n; i++) {
            (void)plx_fail(&items[i].error, PLX_NOMEM, 0, "out of memory for %zu accounts", n);
        }
        return;
    }
    for (size_t i = 0; i < n; i++) {
        job.items[i] = &items[i];
    }
    if (options->threads > 1) {
        qsort(job.items, n, sizeof(plx_work_item *), by_length);
    }
    plx_arena_init(&job.arena, PLX_MIB);
    (void)!plx_guard(make_memories, &job, NULL); /* without memories it takes longer, no more */
    plx_parallel(options->threads, n, annotate_item, &job);
    plx_arena_release(&job.arena);
    free(job.items);
}

typedef struct dossier_job {
    plx_work_item *items;
    size_t n_items;
    const plx_pipeline_options *options;
    plx_dossier_made *out;
    plx_arena *list; /* for what is about the stories as a whole */
    plx_annotation **annotations;
    size_t n;
    plx_gathering gathering;
    plx_error *errors; /* one a story */
} dossier_job;

static int by_path(const void *x, const void *y) {
    const plx_annotation *const *a = x;
    const plx_annotation *const *b = y;
    int c = plx_str_cmp((*a)->account->path, (*b)->account->path);
    return c ? c : plx_str_cmp((*a)->account->text, (*b)->account->text);
}

static plx_gathering all_in_one(size_t n, plx_arena *arena) {
    plx_gathered *g = plx_new(arena, plx_gathered);
    g->accounts = plx_new_n(arena, uint32_t, n);
    g->n = n;
    g->why = PLX_S("given as one story");
    for (uint32_t i = 0; i < n; i++) {
        g->accounts[i] = i;
    }
    return (plx_gathering){g, 1};
}

static void gather_guarded(void *ctx) {
    dossier_job *job = ctx;
    job->annotations = plx_new_n(job->list, plx_annotation *, job->n_items);
    for (size_t i = 0; i < job->n_items; i++) {
        if (job->items[i].annotation) {
            job->annotations[job->n++] = job->items[i].annotation;
        }
    }
    if (job->n == 0) {
        plx_throw(PLX_EMPTY, 0, "no account to make a dossier of");
    }
    qsort(job->annotations, job->n, sizeof(plx_annotation *), by_path);
    job->gathering = job->options->one_story ? all_in_one(job->n, job->list)
                                             : plx_gather(job->annotations, job->n, job->list);
    size_t n = job->gathering.n;
    job->errors = plx_new_n(job->list, plx_error, n);
    job->out->dossier.stories = plx_new_n(job->list, plx_story *, n);
    job->out->dossier.n_stories = n;
}

typedef struct one_story {
    dossier_job *job;
    size_t index;
} one_story;

static void reconcile_guarded(void *ctx) {
    one_story *one = ctx;
    dossier_job *job = one->job;
    plx_arena *arena = &job->out->arenas[one->index];
    const plx_gathered *g = &job->gathering.stories[one->index];
    plx_annotation **members = plx_new_n(arena, plx_annotation *, g->n);
    for (size_t i = 0; i < g->n; i++) {
        members[i] = job->annotations[g->accounts[i]];
    }
    plx_reconcile_options options = {job->options->corrections};
    job->out->dossier.stories[one->index] = plx_reconcile(members, g->n, &options, arena);
}

static void reconcile_item(void *ctx, size_t i, unsigned worker) {
    (void)worker;
    one_story one = {ctx, i};
    /* The code is kept in the error: what failed is told after all are done, in the order of the
     * stories. */
    (void)!plx_guard(reconcile_guarded, &one, &one.job->errors[i]);
}

static plx_err make_stories(dossier_job *job, plx_error *err) {
    size_t n = job->gathering.n;
    plx_dossier_made *out = job->out;
    plx_arena list = out->arenas[0];
    plx_arena *arenas = calloc(n + 1, sizeof *arenas);
    if (!arenas) {
        return plx_fail(err, PLX_NOMEM, 0, "out of memory for %zu stories", n);
    }
    free(out->arenas);
    out->arenas = arenas;
    out->n_arenas = n + 1;
    for (size_t i = 0; i < n; i++) {
        plx_arena_init(&arenas[i], STORY_LIMIT_BYTES);
    }
    arenas[n] = list; /* blocks do not point back: an arena may move */
    job->list = &arenas[n];
    plx_parallel(job->options->threads, n, reconcile_item, job);
    for (size_t i = 0; i < n; i++) {
        if (job->errors[i].code != PLX_OK) {
            if (err) {
                *err = job->errors[i];
            }
            return job->errors[i].code;
        }
    }
    return PLX_OK;
}

plx_err plx_pipeline_dossier(plx_work_item *items, size_t n, const plx_pipeline_options *options,
                             plx_dossier_made *out, plx_error *err) {
    *out = (plx_dossier_made){0};
    out->arenas = calloc(1, sizeof *out->arenas);
    if (!out->arenas) {
        return plx_fail(err, PLX_NOMEM, 0, "out of memory");
    }
    out->n_arenas = 1;
    plx_arena_init(&out->arenas[0], LIST_LIMIT_BYTES);
    dossier_job job = {
        .items = items, .n_items = n, .options = options, .out = out, .list = &out->arenas[0]};
    plx_err code = plx_guard(gather_guarded, &job, err);
    if (code == PLX_OK) {
        code = make_stories(&job, err);
    }
    if (code != PLX_OK) {
        plx_dossier_release(out);
    }
    return code;
}

void plx_dossier_release(plx_dossier_made *d) {
    for (size_t i = 0; i < d->n_arenas; i++) {
        plx_arena_release(&d->arenas[i]);
    }
    free(d->arenas);
    *d = (plx_dossier_made){0};
}
