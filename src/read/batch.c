#include "read/internal.h"

#include "base/threads.h"

#include <stdlib.h>

enum { BATCH_MAX = 128 };
#define BATCH_BYTES (64 * PLX_MIB)

typedef struct failure {
    plx_str path;
    plx_error why;
    bool named;
} failure;

typedef struct task {
    plx_arena arena; /* hints, bytes, and what comes out */
    plx_read__hints hints;
    plx_str bytes;
    plx_read__reader *reader;
    const plx_read_options *options;
    struct {
        const plx_account **p;
        size_t n, cap;
    } accounts;
    failure failed;
    bool has_failed;
} task;

struct plx_read__batch {
    task tasks[BATCH_MAX];
    size_t n, bytes;
    unsigned n_threads;
    bool flushing;
};

struct plx_read__batch *plx_read__batch_new(unsigned n_threads) {
    if (n_threads < 2) {
        return NULL;
    }
    struct plx_read__batch *b = calloc(1, sizeof *b);
    if (b) {
        b->n_threads = n_threads;
        for (size_t i = 0; i < BATCH_MAX; i++) {
            plx_arena_init(&b->tasks[i].arena, 2 * PLX_GIB);
        }
    }
    return b;
}

void plx_read__batch_free(struct plx_read__batch *batch) {
    if (batch) {
        for (size_t i = 0; i < BATCH_MAX; i++) {
            plx_arena_release(&batch->tasks[i].arena);
        }
        free(batch);
    }
}

/* ---- adding
 * ---------------------------------------------------------------------------------------- */

typedef struct adding {
    task *t;
    const plx_read__hints *hints;
    plx_str bytes;
} adding;

static void copy_task(void *ctx) {
    adding *a = ctx;
    plx_arena *arena = &a->t->arena;
    plx_read__hints h = *a->hints;
    h.path = plx_str_dup(arena, h.path);
    h.source = plx_str_dup(arena, h.source);
    h.published = plx_str_dup(arena, h.published);
    h.url = plx_str_dup(arena, h.url);
    h.title = plx_str_dup(arena, h.title);
    h.mime = plx_str_dup(arena, h.mime);
    h.charset = plx_str_dup(arena, h.charset);
    a->t->hints = h;
    a->t->bytes = plx_str_dup(arena, a->bytes);
}

bool plx_read__batch_add(plx_read__run *run, const plx_read__hints *hints, plx_str bytes,
                         plx_read__reader *reader) {
    struct plx_read__batch *b = run->batch;
    if (!b || b->flushing || bytes.n > BATCH_BYTES / 4) {
        return false;
    }
    if (b->n == BATCH_MAX || b->bytes + bytes.n > BATCH_BYTES) {
        plx_read__batch_flush(run);
    }
    task *t = &b->tasks[b->n];
    plx_arena_reset(&t->arena);
    t->reader = reader;
    t->options = run->options;
    t->accounts.p = NULL;
    t->accounts.n = t->accounts.cap = 0;
    t->has_failed = false;
    adding a = {t, hints, bytes};
    if (plx_guard(copy_task, &a, NULL) != PLX_OK) {
        return false;
    }
    b->n++;
    b->bytes += bytes.n;
    return true;
}

/* ---- reading
 * --------------------------------------------------------------------------------------- */

static plx_arena *own_arena(void *ctx) { return &((task *)ctx)->arena; }

static bool keep_account(void *ctx, const plx_account *account) {
    task *t = ctx;
    plx_vec_push(&t->accounts, &t->arena, account);
    return true;
}

static void keep_failure(void *ctx, plx_str path, const plx_error *why, bool named) {
    task *t = ctx;
    (void)path; /* that of the hints */
    t->failed = (failure){t->hints.path, *why, named};
    t->has_failed = true;
}

static void read_task(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    task *t = &((struct plx_read__batch *)ctx)->tasks[item];
    plx_read_sink sink = {
        .ctx = t, .arena = own_arena, .account = keep_account, .failed = keep_failure};
    plx_read__run run = {.options = t->options, .sink = &sink};
    t->reader(&run, &t->hints, t->bytes);
}

/* ---- handing over
 * ---------------------------------------------------------------------------------- */

typedef struct handing {
    plx_read__run *run;
    const plx_account *from;
} handing;

static void hand_over(void *ctx) {
    handing *h = ctx;
    const plx_account *f = h->from;
    plx_arena *arena = h->run->sink->arena(h->run->sink->ctx);
    plx_account *a = plx_new(arena, plx_account);
    *a = *f;
    plx_str *strings[] = {&a->path,     &a->id,        &a->source,   &a->url,
                          &a->title,    &a->published, &a->modified, &a->section,
                          &a->language, &a->encoding,  &a->text};
    for (size_t i = 0; i < PLX_COUNT(strings); i++) {
        *strings[i] = plx_str_dup(arena, *strings[i]);
    }
    a->authors = plx_new_n(arena, plx_str, f->n_authors);
    for (size_t i = 0; i < f->n_authors; i++) {
        a->authors[i] = plx_str_dup(arena, f->authors[i]);
    }
    a->dropped = plx_new_n(arena, plx_dropped, f->n_dropped);
    for (size_t i = 0; i < f->n_dropped; i++) {
        a->dropped[i] = (plx_dropped){f->dropped[i].span, plx_str_dup(arena, f->dropped[i].why)};
    }
    a->evidence = plx_new_n(arena, plx_evidence, f->n_evidence);
    for (size_t i = 0; i < f->n_evidence; i++) {
        a->evidence[i] = (plx_evidence){plx_str_dup(arena, f->evidence[i].field),
                                        plx_str_dup(arena, f->evidence[i].from)};
    }
    if (!h->run->sink->account(h->run->sink->ctx, a)) {
        h->run->stopped = true;
    }
}

void plx_read__batch_flush(plx_read__run *run) {
    struct plx_read__batch *b = run->batch;
    if (!b || b->n == 0 || b->flushing) {
        return;
    }
    b->flushing = true;
    plx_parallel(b->n_threads, b->n, read_task, b);
    for (size_t i = 0; i < b->n && !run->stopped; i++) {
        task *t = &b->tasks[i];
        for (size_t k = 0; k < t->accounts.n && !run->stopped; k++) {
            handing h = {run, t->accounts.p[k]};
            plx_error err;
            bool part = !plx_str_eq(t->accounts.p[k]->path, t->hints.path);
            if ((part && !plx_read__wanted(run, t->accounts.p[k]->path))) {
                continue;
            }
            if (!plx_read__is_repeated(run, t->accounts.p[k]) &&
                plx_guard(hand_over, &h, &err) != PLX_OK) {
                plx_read__failed(run, &t->hints, &err);
            }
        }
        if (t->has_failed && run->sink->failed) {
            run->sink->failed(run->sink->ctx, t->failed.path, &t->failed.why, t->failed.named);
        }
    }
    b->n = b->bytes = 0;
    b->flushing = false;
}
