#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define PLX_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PLX_ASAN 1
#endif
#endif
#ifdef PLX_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n)   ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#define GAP_BYTES                                                                                  \
    16 /* poisoned room after each allocation, so that an overrun inside is caught                 \
        */
#else
#define POISON(p, n)   ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define GAP_BYTES      0
#endif

#define FIRST_BLOCK_BYTES ((size_t)2 << 10)
#define MOST_BLOCK_BYTES  ((size_t)4 << 20)

struct plx_arena_block {
    plx_arena_block *prev;
    size_t used, size; /* of data */
    _Alignas(64) unsigned char data[];
};

struct plx_arena_cleanup {
    plx_arena_cleanup *prev;
    void (*fn)(void *);
    void *resource;
};

typedef struct trap {
    jmp_buf here;
    struct trap *outer;
    plx_error error;
} trap;

static _Thread_local trap *innermost;
static _Thread_local long fail_countdown;

plx_err plx_guard(void (*fn)(void *ctx), void *ctx, plx_error *err) {
    trap t;
    t.outer = innermost;
    t.error.code = PLX_OK;
    innermost = &t;
    if (setjmp(t.here) == 0) {
        fn(ctx);
    }
    innermost = t.outer;
    if (t.error.code != PLX_OK && err) {
        *err = t.error;
    }
    return t.error.code;
}

void plx_throw(plx_err code, uint64_t pos, const char *fmt, ...) {
    trap *t = innermost;
    char msg[sizeof t->error.msg];
    va_list args;
    va_start(args, fmt);
    vsnprintf(msg, sizeof msg, fmt, args);
    va_end(args);
    if (!t) {
        fprintf(stderr, "parallax: outside any guard: %s\n", msg);
        abort();
    }
    PLX_ASSERT(code != PLX_OK);
    t->error.code = code;
    t->error.pos = pos;
    memcpy(t->error.msg, msg, sizeof msg);
    longjmp(t->here, 1);
}

long plx_arena__fail_after(long nth) {
    long left = fail_countdown;
    fail_countdown = nth;
    return left;
}

void plx_arena_init(plx_arena *a, size_t limit_bytes) {
    *a = (plx_arena){.limit_bytes = limit_bytes};
}

static void run_cleanups(plx_arena *a, const plx_arena_cleanup *until) {
    while (a->cleanup != until) {
        plx_arena_cleanup *c = a->cleanup;
        a->cleanup = c->prev;
        c->fn(c->resource);
    }
}

static void free_block(plx_arena *a, plx_arena_block *b) {
    UNPOISON(b->data, b->size);
    a->used_bytes -= b->size;
    free(b);
}

void plx_arena_release(plx_arena *a) {
    run_cleanups(a, NULL);
    while (a->head) {
        plx_arena_block *b = a->head;
        a->head = b->prev;
        free_block(a, b);
    }
}

void plx_arena_reset(plx_arena *a) {
    run_cleanups(a, NULL);
    while (a->head && a->head->prev) {
        plx_arena_block *b = a->head;
        a->head = b->prev;
        free_block(a, b);
    }
    if (a->head) {
        a->head->used = 0;
        POISON(a->head->data, a->head->size);
    }
}

plx_arena_mark plx_arena_mark_here(const plx_arena *a) {
    return (plx_arena_mark){a->head, a->head ? a->head->used : 0, a->cleanup};
}

void plx_arena_restore(plx_arena *a, plx_arena_mark mark) {
    run_cleanups(a, mark.cleanup);
    if (!mark.head) {
        plx_arena_reset(a);
        return;
    }
    while (a->head != mark.head) {
        plx_arena_block *b = a->head;
        PLX_ASSERT(b != NULL);
        a->head = b->prev;
        free_block(a, b);
    }
    a->head->used = mark.head_used;
    POISON(a->head->data + mark.head_used, a->head->size - mark.head_used);
}

PLX_NORETURN static void fail_limit(const plx_arena *a, size_t wanted) {
    plx_throw(PLX_LIMIT, 0, "needs %zu bytes more than the limit of %zu MiB allows", wanted,
              a->limit_bytes >> 20);
}

static void add_block(plx_arena *a, size_t need) {
    size_t size = a->head ? a->head->size * 2 : FIRST_BLOCK_BYTES;
    size = PLX_MIN(size, MOST_BLOCK_BYTES);
    size = PLX_MAX(size, need);
    if (a->used_bytes > a->limit_bytes || size > a->limit_bytes - a->used_bytes) {
        size = need;
        if (a->used_bytes > a->limit_bytes || size > a->limit_bytes - a->used_bytes) {
            fail_limit(a, need);
        }
    }
    size_t whole = (sizeof(plx_arena_block) + size + 63) & ~(size_t)63; /* aligned_alloc wants it */
    plx_arena_block *b = aligned_alloc(64, whole);
    if (!b) {
        plx_throw(PLX_NOMEM, 0, "out of memory for %zu bytes", size);
    }
    b->prev = a->head;
    b->used = 0;
    b->size = size;
    POISON(b->data, b->size);
    a->head = b;
    a->used_bytes += size;
}

void *plx_arena_alloc(plx_arena *a, size_t size, size_t align) {
    PLX_ASSERT(align && align <= 64 && (align & (align - 1)) == 0);
    if (fail_countdown && --fail_countdown == 0) {
        plx_throw(PLX_NOMEM, 0, "out of memory (injected)");
    }
    size_t need;
    if (__builtin_add_overflow(size, (size_t)GAP_BYTES, &need)) {
        fail_limit(a, size);
    }
    plx_arena_block *b = a->head;
    size_t at = b ? (b->used + align - 1) & ~(align - 1) : 0;
    if (!b || at > b->size || need > b->size - at) {
        add_block(a, need);
        b = a->head;
        at = 0;
    }
    b->used = at + need;
    UNPOISON(b->data + at, size);
    return b->data + at;
}

void *plx_arena_calloc(plx_arena *a, size_t n, size_t size, size_t align) {
    size_t bytes;
    if (__builtin_mul_overflow(n, size, &bytes)) {
        fail_limit(a, SIZE_MAX);
    }
    void *p = plx_arena_alloc(a, bytes, align);
    memset(p, 0, bytes);
    return p;
}

void *plx_arena_grow(plx_arena *a, void *p, size_t old_size, size_t new_size, size_t align) {
    plx_arena_block *b = a->head;
    unsigned char *old = p;
    if (old && new_size <= old_size) {
        return p;
    }
    if (old && b && old + old_size + GAP_BYTES == b->data + b->used &&
        new_size - old_size <= b->size - b->used && !fail_countdown) {
        b->used += new_size - old_size;
        UNPOISON(old, new_size);
        return p;
    }
    void *q = plx_arena_alloc(a, new_size, align);
    if (old_size) {
        PLX_ASSERT(p != NULL);
        memcpy(q, p, old_size);
    }
    return q;
}

typedef struct cleanup_job {
    plx_arena *arena;
    plx_arena_cleanup *made;
} cleanup_job;

static void make_cleanup(void *ctx) {
    cleanup_job *job = ctx;
    job->made = plx_new(job->arena, plx_arena_cleanup);
}

void plx_arena_defer(plx_arena *a, void (*fn)(void *resource), void *resource) {
    cleanup_job job = {a, NULL};
    plx_error err;
    /* A guard of its own, so that the resource is let go before the failure travels on. */
    plx_err code = plx_guard(make_cleanup, &job, &err);
    if (code != PLX_OK) {
        fn(resource);
        plx_throw(code, err.pos, "%s", err.msg);
    }
    PLX_ASSERT(job.made != NULL);
    *job.made = (plx_arena_cleanup){a->cleanup, fn, resource};
    a->cleanup = job.made;
}

typedef struct scratch_job {
    void (*fn)(void *ctx, plx_arena *scratch);
    void *ctx;
    plx_arena scratch;
} scratch_job;

static void run_scratch_job(void *ctx) {
    scratch_job *job = ctx;
    job->fn(job->ctx, &job->scratch);
}

void plx_with_scratch(size_t limit_bytes, void (*fn)(void *ctx, plx_arena *scratch), void *ctx) {
    scratch_job job = {.fn = fn, .ctx = ctx};
    plx_error err;
    plx_arena_init(&job.scratch, limit_bytes);
    plx_err code = plx_guard(run_scratch_job, &job, &err);
    plx_arena_release(&job.scratch);
    if (code != PLX_OK) {
        plx_throw(code, err.pos, "%s", err.msg);
    }
}
