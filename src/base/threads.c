#include "base/threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#define MOST_THREADS 256u

typedef struct pool {
    void (*fn)(void *, size_t, unsigned);
    void *ctx;
    size_t n_items;
    atomic_size_t next;
} pool;

typedef struct worker {
    pool *pool;
    unsigned index;
} worker;

static void *work(void *arg) {
    worker *w = arg;
    for (;;) {
        size_t item = atomic_fetch_add(&w->pool->next, 1);
        if (item >= w->pool->n_items) {
            return NULL;
        }
        w->pool->fn(w->pool->ctx, item, w->index);
    }
}

void plx_parallel(unsigned n_threads, size_t n_items,
                  void (*fn)(void *ctx, size_t item, unsigned worker), void *ctx) {
    pool p = {.fn = fn, .ctx = ctx, .n_items = n_items};
    atomic_init(&p.next, 0);
    n_threads = PLX_MIN(n_threads, MOST_THREADS);
    if (n_threads > n_items) {
        n_threads = (unsigned)n_items;
    }
    pthread_t threads[MOST_THREADS];
    worker workers[MOST_THREADS];
    unsigned started = 0;
    for (unsigned i = 1; i < n_threads; i++) {
        workers[i] = (worker){&p, i};
        if (pthread_create(&threads[started], NULL, work, &workers[i]) != 0) {
            break;
        }
        started++;
    }
    workers[0] = (worker){&p, 0};
    work(&workers[0]);
    for (unsigned i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
}

unsigned plx_n_cores(void) {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) != 0) {
        return 1;
    }
    int n = CPU_COUNT(&set);
    return n > 0 ? (unsigned)n : 1;
}
