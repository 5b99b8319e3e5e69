/* news: the articles that benches run on: shared/data/raw-news unpacked, or, without it, made-up
 * ones. */
#ifndef PLX_BENCH_SUPPORT_NEWS_H
#define PLX_BENCH_SUPPORT_NEWS_H

#include "base/str.h"

typedef struct bench_lines {
    plx_str *p;
    size_t n;
} bench_lines;

/* The first `most` JSON lines; they live as long as the program. *where says what they are. */
bench_lines bench_news(size_t most, const char **where);
/* Seconds of processor time of this process. */
double bench_cpu(void);
/* The next of a fixed sequence of numbers below n (SplitMix64). */
uint64_t bench_random(uint64_t *state, uint64_t n);

#endif
