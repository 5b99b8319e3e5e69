#include "support/news.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

double bench_cpu(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

uint64_t bench_random(uint64_t *state, uint64_t n) {
    uint64_t x = *state += 0x9E3779B97F4A7C15u;
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return (x ^ x >> 31) % n;
}

static void add(bench_lines *l, size_t *cap, const char *p, size_t n) {
    if (l->n == *cap) {
        *cap = *cap ? *cap * 2 : 1024;
        l->p = realloc(l->p, *cap * sizeof *l->p);
    }
    char *copy = malloc(n);
    if (!l->p || !copy) abort();
    memcpy(copy, p, n);
    l->p[l->n++] = plx_str_n(copy, n);
}

/* Words by a rank-frequency law, so that shingles repeat as little as in news. */
static void make_up(bench_lines *l, size_t *cap, size_t most) {
    uint64_t seed = 1;
    char line[8192];
    for (size_t i = 0; i < most && i < 20000; i++) {
        size_t n = (size_t)snprintf(line, sizeof line, "{\"id\":\"m%zu\",\"text\":\"", i);
        for (int w = 0; w < 450; w++) {
            uint64_t rank = bench_random(&seed, 30000) * bench_random(&seed, 30000) / 30000;
            n += (size_t)snprintf(line + n, sizeof line - n, "w%llu ", (unsigned long long)rank);
        }
        n += (size_t)snprintf(line + n, sizeof line - n, "\"}");
        add(l, cap, line, n);
    }
}

bench_lines bench_news(size_t most, const char **where) {
    bench_lines l = {NULL, 0};
    size_t cap = 0;
    *where = "shared/data/raw-news";
    FILE *f = popen("xz -dc '" PLX_SHARED_DIR "/data/raw-news/articles.jsonl.xz' 2>/dev/null", "r");
    char *line = NULL;
    size_t line_cap = 0;
    for (ssize_t n; f && l.n < most && (n = getline(&line, &line_cap, f)) > 0;)
        add(&l, &cap, line, (size_t)n - (line[n - 1] == '\n'));
    if (f) pclose(f);
    free(line);
    if (l.n == 0) {
        *where = "made-up words (shared/data/raw-news is not there)";
        make_up(&l, &cap, most);
    }
    return l;
}
