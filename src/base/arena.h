/* arena: memory with one named lifetime, freed at once.
 *
 *   plx_guard(fn)                      the trap: where an allocation that cannot be met lands
 *     └─ arena ── block ── block ──    grows by blocks up to its limit
 *          ├─ mark / restore           scratch use inside one arena
 *          └─ defer                    third-party handles that end with the arena
 *
 * Allocations never return NULL. When the limit is reached or malloc fails, control unwinds
 * (longjmp) to the innermost plx_guard of the thread, which returns PLX_LIMIT or PLX_NOMEM; what
 * the arena holds stays valid until it is reset or released. The idea is PostgreSQL's memory
 * contexts with error traps: code between needs no checks, and a server survives one bad account.
 * So: hold no malloc'ed or third-party resource across an allocation unless it is registered with
 * plx_arena_defer. An allocation outside any guard aborts.
 *
 * Thread rule: an arena belongs to one thread at a time; the trap is per thread. */
#ifndef PLX_BASE_ARENA_H
#define PLX_BASE_ARENA_H

#include "base/error.h"

typedef struct plx_arena_block plx_arena_block;
typedef struct plx_arena_cleanup plx_arena_cleanup;

typedef struct plx_arena {
    plx_arena_block *head;      /* newest block */
    plx_arena_cleanup *cleanup; /* newest first */
    size_t used_bytes;          /* taken from malloc */
    size_t limit_bytes;
} plx_arena;

typedef struct plx_arena_mark {
    plx_arena_block *head;
    size_t head_used;
    plx_arena_cleanup *cleanup;
} plx_arena_mark;

#define PLX_MIB ((size_t)1 << 20)
#define PLX_GIB ((size_t)1 << 30)

/* Takes no memory yet. */
void plx_arena_init(plx_arena *a, size_t limit_bytes);
/* Runs the deferred clean-ups (newest first) and frees everything; the arena can be used again. */
void plx_arena_release(plx_arena *a);
/* Like release, but keeps one block for reuse: for a scratch arena in a loop. */
void plx_arena_reset(plx_arena *a);

plx_arena_mark plx_arena_mark_here(const plx_arena *a);
/* Frees what was allocated since the mark, after running the clean-ups deferred since. */
void plx_arena_restore(plx_arena *a, plx_arena_mark mark);

/* `size` bytes aligned to `align` (a power of two up to 64), not initialised. Never NULL. */
PLX_RETURNS_NONNULL void *plx_arena_alloc(plx_arena *a, size_t size, size_t align);
/* n elements of `size` bytes, zeroed; the product is checked. Never NULL (n == 0 gives a valid
 * pointer). */
PLX_RETURNS_NONNULL void *plx_arena_calloc(plx_arena *a, size_t n, size_t size, size_t align);
/* Grows an allocation of this arena: in place when it is the newest one, else by copy. */
PLX_RETURNS_NONNULL void *plx_arena_grow(plx_arena *a, void *p, size_t old_size, size_t new_size,
                                         size_t align);

#define plx_new(a, T)      ((T *)plx_arena_calloc((a), 1, sizeof(T), _Alignof(T)))
#define plx_new_n(a, T, n) ((T *)plx_arena_calloc((a), (n), sizeof(T), _Alignof(T)))

/* Calls fn(resource) when the arena is released, reset, or restored to before this point. If the
 * record itself cannot be allocated, fn(resource) is called before unwinding: nothing leaks. */
void plx_arena_defer(plx_arena *a, void (*fn)(void *resource), void *resource);

/* Runs fn(ctx) with a trap set. Returns PLX_OK, or the code with which something below unwound
 * (then `err`, which may be NULL, is filled). Guards nest. */
PLX_NODISCARD plx_err plx_guard(void (*fn)(void *ctx), void *ctx, plx_error *err);
/* Runs fn(ctx, scratch) with an arena of its own that ends with the call; a failure unwinds on to
 * the caller's guard afterwards. For work that takes much room beside an arena that lives long. */
void plx_with_scratch(size_t limit_bytes, void (*fn)(void *ctx, plx_arena *scratch), void *ctx);
/* Unwinds to the innermost guard with an error of one's own. */
PLX_NORETURN void plx_throw(plx_err code, uint64_t pos, const char *fmt, ...) PLX_PRINTF(3, 4);

/* For tests: the nth allocation from now on in this thread fails (1 = the next); 0 turns it off.
 * Returns how many allocations were still to go. */
long plx_arena__fail_after(long nth);

#endif
