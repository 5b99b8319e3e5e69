/* threads: one way to use several cores: the same function over items 0..n-1, several items at
 * once. Results go to places that belong to the item, so that the number of threads cannot be seen
 * in them. */
#ifndef PLX_BASE_THREADS_H
#define PLX_BASE_THREADS_H

#include "base/base.h"

/* Calls fn(ctx, item, worker) once for each item, worker in [0, n_threads). Items are taken in
 * ascending order. n_threads 0 or 1, or one item: all in the calling thread. Returns when all are
 * done. If a thread cannot be started, the others do its work. fn must not unwind through this
 * call: it sets its own plx_guard. */
void plx_parallel(unsigned n_threads, size_t n_items,
                  void (*fn)(void *ctx, size_t item, unsigned worker), void *ctx);
/* Cores that this process may use; at least 1. */
unsigned plx_n_cores(void);

#endif
