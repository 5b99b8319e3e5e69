/* Near-duplicates: recall and precision against exact all pairs, and speed against reading the file
 * and hashing its words once with XXH3. */
#include "support/news.h"

#include "base/hash.h"
#include "base/vec.h"
#include "match/near.h"
#include "match/record.h"

#include <stdio.h>
#include <stdlib.h>

#define N_TEXTS    20000 /* for recall: originals and edits together */
#define N_ORIGINAL 14000

typedef struct texts {
    plx_arena *arena;
    uint32_t **words; /* of each text */
    size_t *n_words;
    plx_sketch *sketches;
    plx_shingles *sets;
    plx_near_plan plan;
    size_t n;
    uint64_t *pairs; /* found: low << 32 | high */
    size_t n_pairs, cap_pairs;
} texts;

static void add_text(texts *t, const uint32_t *words, size_t n) {
    t->words[t->n] = plx_new_n(t->arena, uint32_t, n);
    if (n) memcpy(t->words[t->n], words, n * sizeof *words);
    t->n_words[t->n] = n;
    plx_near_sketch(words, n, &t->plan, &t->sketches[t->n]);
    t->sets[t->n] = plx_near_shingles(words, n, &t->plan, t->arena);
    t->n++;
}

/* Words replaced, left out and put in, one after the other, until about the wanted likeness. */
static void add_edit(texts *t, size_t of, double share, uint64_t *seed) {
    size_t n = t->n_words[of], m = 0;
    uint32_t *w = malloc((2 * n + 8) * sizeof *w);
    if (!w) abort();
    for (size_t i = 0; i < n; i++) {
        bool edit = (double)bench_random(seed, 1u << 20) < share * (1u << 20);
        uint64_t how = bench_random(seed, 3);
        uint32_t other = (uint32_t)bench_random(seed, UINT32_MAX) | 1u;
        if (!edit || how == 2) w[m++] = t->words[of][i];
        if (edit && how > 0) w[m++] = other;
    }
    add_text(t, w, m);
    free(w);
}

static plx_shingles load(void *ctx, uint32_t item, plx_arena *arena) {
    (void)arena;
    return ((texts *)ctx)->sets[item];
}

static void found(void *ctx, const plx_near_cluster *c) {
    texts *t = ctx;
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = i + 1; j < c->n; j++) {
            if (t->n_pairs == t->cap_pairs) {
                t->cap_pairs = t->cap_pairs ? t->cap_pairs * 2 : 1024;
                t->pairs = realloc(t->pairs, t->cap_pairs * sizeof *t->pairs);
                if (!t->pairs) abort();
            }
            uint32_t a = PLX_MIN(c->items[i], c->items[j]), b = PLX_MAX(c->items[i], c->items[j]);
            t->pairs[t->n_pairs++] = (uint64_t)a << 32 | b;
        }
}

static int by_value(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* All pairs over the threshold, exactly: counts of shared shingles through an inverted index. */
static uint64_t *exact_pairs(const texts *t, size_t *n_out) {
    size_t total = 0, k = 0, n_out_cap = 1024;
    for (size_t i = 0; i < t->n; i++) total += t->sets[i].n;
    uint64_t *post = malloc(total * sizeof *post), *out = malloc(n_out_cap * sizeof *out);
    uint32_t *count = calloc(t->n, sizeof *count), *hit = malloc(t->n * sizeof *hit);
    if (!post || !out || !count || !hit) abort();
    for (size_t i = 0; i < t->n; i++)
        for (size_t s = 0; s < t->sets[i].n; s++) post[k++] = (uint64_t)t->sets[i].p[s] << 32 | i;
    qsort(post, k, sizeof *post, by_value);
    *n_out = 0;
    for (size_t i = 0; i < t->n; i++) {
        size_t n_hit = 0;
        for (size_t s = 0; s < t->sets[i].n; s++) {
            uint64_t want = (uint64_t)t->sets[i].p[s] << 32;
            size_t lo = 0, hi = k;
            while (lo < hi) {
                size_t mid = lo + (hi - lo) / 2;
                if (post[mid] < want)
                    lo = mid + 1;
                else
                    hi = mid;
            }
            for (; lo < k && post[lo] >> 32 == want >> 32; lo++) {
                uint32_t j = (uint32_t)post[lo];
                if (j <= i) continue;
                if (!count[j]++) hit[n_hit++] = j;
            }
        }
        for (size_t h = 0; h < n_hit; h++) {
            size_t both = count[hit[h]], either = t->sets[i].n + t->sets[hit[h]].n - both;
            count[hit[h]] = 0;
            if ((double)both / (double)either < t->plan.threshold) continue;
            if (*n_out == n_out_cap) {
                n_out_cap *= 2;
                out = realloc(out, n_out_cap * sizeof *out);
                if (!out) abort();
            }
            out[(*n_out)++] = (uint64_t)i << 32 | hit[h];
        }
    }
    free(post);
    free(count);
    free(hit);
    qsort(out, *n_out, sizeof *out, by_value);
    return out;
}

static void measure_recall(const bench_lines *l, texts *t) {
    uint64_t seed = 42;
    static uint32_t words[200000];
    for (size_t i = 0; i < l->n && t->n < N_ORIGINAL; i++) {
        plx_record r;
        plx_arena line;
        plx_arena_init(&line, PLX_GIB);
        if (plx_record_parse(l->p[i], &line, &r, NULL) == PLX_OK) {
            size_t n = plx_match_hashes(r.text, words, PLX_COUNT(words));
            add_text(t, words, PLX_MIN(n, PLX_COUNT(words)));
        }
        plx_arena_release(&line);
    }
    size_t originals = t->n;
    while (t->n < PLX_MIN((size_t)N_TEXTS, originals * 3 / 2))
        add_edit(t, bench_random(&seed, originals / 3),
                 0.004 + 0.00001 * (double)bench_random(&seed, 6000), &seed);
    uint32_t *rank = plx_new_n(t->arena, uint32_t, t->n);
    for (uint32_t i = 0; i < t->n; i++) rank[i] = i;
    plx_near_input in = {t->sketches, t->n, rank, load, found, t};
    plx_near_find(&in, &t->plan, t->arena);
    qsort(t->pairs, t->n_pairs, sizeof *t->pairs, by_value);
    size_t n_exact, right = 0, distinct = 0;
    uint64_t *exact = exact_pairs(t, &n_exact);
    for (size_t i = 0, j = 0; i < t->n_pairs; i++) {
        if (i && t->pairs[i] == t->pairs[i - 1]) continue;
        distinct++;
        while (j < n_exact && exact[j] < t->pairs[i]) j++;
        right += j < n_exact && exact[j] == t->pairs[i];
    }
    free(exact);
    printf("%zu texts, %zu pairs of Jaccard %.2f and more: recall %.4f, precision %.4f\n", t->n,
           n_exact, t->plan.threshold, n_exact ? (double)right / (double)n_exact : 1.0,
           distinct ? (double)right / (double)distinct : 1.0);
}

/* What any program must do: read, find the words, hash each. */
static uint64_t hash_words(plx_str s) {
    uint64_t sum = 0;
    size_t begin = 0;
    for (size_t i = 0; i <= s.n; i++) {
        unsigned char c = i < s.n ? (unsigned char)s.p[i] : ' ';
        bool inside = (unsigned)(c | 32) - 'a' < 26u || (unsigned)c - '0' < 10u || c >= 0x80;
        if (inside) continue;
        if (i > begin) sum += plx_hash_bytes(s.p + begin, i - begin, 0);
        begin = i + 1;
    }
    return sum;
}

static void measure_speed(const bench_lines *l) {
    const char *path = "/tmp/parallax-bench-near.jsonl";
    FILE *f = fopen(path, "wb");
    if (!f) return;
    for (size_t i = 0; i < l->n; i++) fprintf(f, "%.*s\n", (int)l->p[i].n, l->p[i].p);
    fclose(f);
    double base = 1e9, near = 1e9, mib = 0;
    uint64_t sum = 0;
    for (int round = 0; round < 3; round++) {
        double start = bench_cpu();
        f = fopen(path, "rb");
        char *line = NULL;
        size_t cap = 0, bytes = 0;
        for (ssize_t n; (n = getline(&line, &cap, f)) > 0; bytes += (size_t)n)
            sum += hash_words(plx_str_n(line, (size_t)n));
        fclose(f);
        base = PLX_MIN(base, bench_cpu() - start);
        mib = (double)bytes / 1048576.0;

        start = bench_cpu();
        static uint32_t words[500000];
        plx_near_plan plan = plx_near_plan_for(PLX_NEAR_THRESHOLD, PLX_NEAR_SHINGLE);
        plx_arena arena;
        plx_arena_init(&arena, PLX_GIB);
        f = fopen(path, "rb");
        for (ssize_t n; (n = getline(&line, &cap, f)) > 0;) {
            plx_record r;
            plx_sketch s;
            plx_arena_reset(&arena);
            if (plx_record_parse(plx_str_n(line, (size_t)n), &arena, &r, NULL) != PLX_OK) continue;
            size_t m = plx_match_hashes(r.text, words, PLX_COUNT(words));
            plx_near_sketch(words, PLX_MIN(m, PLX_COUNT(words)), &plan, &s);
            sum += s.same;
        }
        fclose(f);
        near = PLX_MIN(near, bench_cpu() - start);
        plx_arena_release(&arena);
        free(line);
    }
    remove(path);
    printf("read and hash the words once: %.1f MiB/s; read and sketch: %.1f MiB/s; ratio %.2f "
           "(%llx)\n",
           mib / base, mib / near, base / near, (unsigned long long)sum);
}

static void run(void *ctx) {
    texts *t = ctx;
    const char *where;
    bench_lines l = bench_news(40000, &where);
    printf("on %s, %zu articles\n", where, l.n);
    t->words = plx_new_n(t->arena, uint32_t *, N_TEXTS);
    t->n_words = plx_new_n(t->arena, size_t, N_TEXTS);
    t->sketches = plx_new_n(t->arena, plx_sketch, N_TEXTS);
    t->sets = plx_new_n(t->arena, plx_shingles, N_TEXTS);
    t->plan = plx_near_plan_for(PLX_NEAR_THRESHOLD, PLX_NEAR_SHINGLE);
    measure_recall(&l, t);
    measure_speed(&l);
}

int main(void) {
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    texts t = {.arena = &arena};
    plx_error err;
    plx_err code = plx_guard(run, &t, &err);
    if (code != PLX_OK) fprintf(stderr, "bench_near: %s\n", err.msg);
    plx_arena_release(&arena);
    free(t.pairs);
    return code != PLX_OK;
}
