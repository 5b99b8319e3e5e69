/* Makes src/gather/background.inc: how rare each word is in a collection of news, as numbers.
 *
 *   xz -dc articles.jsonl.xz | train_background > src/gather/background.inc
 *
 * Reads JSON Lines {id, text, title}; writes the keys of all words of at least 1 in 330 documents,
 * ascending, and beside them ln(1/p) in 32nds. */
#include "gather/weights.h"
#include "match/record.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define LEAST_SHARE (1.0 / 330.0)

typedef struct job {
    plx_arena table, line;
    bool failed;
} job;

typedef struct entry {
    uint32_t key;
    unsigned idf;
} entry;

static int by_key(const void *a, const void *b) {
    uint32_t x = ((const entry *)a)->key, y = ((const entry *)b)->key;
    return x < y ? -1 : x > y;
}

static void write_table(const plx_df *df, plx_arena *arena) {
    double n = (double)df->n_documents;
    entry *e = plx_new_n(arena, entry, df->n);
    size_t k = 0;
    for (size_t i = 0; i < df->n_slots; i++) {
        if (!df->keys[i] || plx_feature_kind_of(df->keys[i]) != PLX_GATHER_WORD) continue;
        double p = (double)df->counts[i] / n;
        if (p < LEAST_SHARE) continue;
        long idf = lround(-log(p) * 32.0);
        e[k++] = (entry){df->keys[i], (unsigned)(idf > 255 ? 255 : idf)};
    }
    qsort(e, k, sizeof e[0], by_key);
    printf("/* Made by train/background.c from %llu articles; %zu words. clang-format off */\n",
           (unsigned long long)df->n_documents, k);
    printf("static const uint32_t background_keys[] = {");
    for (size_t i = 0; i < k; i++) printf("%s0x%xu,", i % 8 ? "" : "\n", e[i].key);
    printf("\n};\n/* Where the keys with each first byte begin. */\n"
           "static const uint16_t background_from[257] = {");
    for (size_t b = 0, i = 0; b <= 256; b++) {
        while (i < k && (e[i].key >> 24) < b) i++;
        printf("%s%zu,", b % 16 ? "" : "\n", i);
    }
    printf("\n};\nstatic const uint8_t background_idf[] = {");
    for (size_t i = 0; i < k; i++) printf("%s%u,", i % 24 ? "" : "\n", e[i].idf);
    printf("\n};\n");
}

static void run(void *ctx) {
    job *j = ctx;
    plx_df df;
    plx_df_init(&df, &j->table);
    char *line = NULL;
    size_t cap = 0;
    for (ssize_t n; (n = getline(&line, &cap, stdin)) > 0;) {
        if (line[n - 1] == '\n') n--;
        plx_arena_reset(&j->line);
        plx_record r;
        plx_error err;
        if (plx_record_parse(plx_str_n(line, (size_t)n), &j->line, &r, &err) != PLX_OK) {
            fprintf(stderr, "train_background: %s\n", err.msg);
            j->failed = true;
            continue;
        }
        plx_features f;
        plx_gather_features(r.title, r.text, NULL, 0, PLX_NO_DAY, &f);
        plx_df_add(&df, &f);
    }
    free(line);
    write_table(&df, &j->table);
}

int main(void) {
    job j = {.failed = false};
    plx_arena_init(&j.table, 2 * PLX_GIB);
    plx_arena_init(&j.line, PLX_GIB);
    plx_error err;
    plx_err code = plx_guard(run, &j, &err);
    if (code != PLX_OK) fprintf(stderr, "train_background: %s\n", err.msg);
    plx_arena_release(&j.line);
    plx_arena_release(&j.table);
    return code != PLX_OK || j.failed;
}
