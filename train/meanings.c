/* train_meanings: the table of words behind match/meaning.h, as numbers only, in two steps around
 * fastText's own trainer:
 *
 *   train_meanings corpus < ARTICLES.jsonl > CORPUS      one article a line, words in lower case,
 * numbers as 0 fasttext skipgram -input CORPUS -output VEC …        (train/run has the arguments)
 *   train_meanings table CORPUS VEC.vec MOST OUT         document frequencies and vectors of the
 * MOST commonest words
 */
#include "base/map.h"
#include "base/utf8.h"
#include "match/meaning.h"
#include "support/support.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

#define MOST_DIMS 300u

/* ---- corpus
 * -------------------------------------------------------------------------------------- */

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/* Words of folded text: letters with inner apostrophes (a possessive 's goes), numbers as 0. */
static void put_words(plx_str text) {
    bool first = true;
    for (size_t i = 0; i < text.n;) {
        size_t from = i;
        if (is_letter(text.p[i])) {
            while (i < text.n && (is_letter(text.p[i]) || (text.p[i] == '\'' && i + 1 < text.n &&
                                                           is_letter(text.p[i + 1])))) {
                i++;
            }
            plx_str word = plx_str_slice(text, from, i);
            if (plx_str_ends(word, PLX_S("'s"))) {
                word.n -= 2;
            }
            printf("%s%.*s", first ? "" : " ", PLX_FMT(word));
        } else if (text.p[i] >= '0' && text.p[i] <= '9') {
            while (i < text.n && ((text.p[i] >= '0' && text.p[i] <= '9') || text.p[i] == ',' ||
                                  text.p[i] == '.')) {
                i++;
            }
            printf("%s0", first ? "" : " ");
        } else {
            i++;
            continue;
        }
        first = false;
    }
    putchar('\n');
}

typedef struct corpus_job {
    plx_arena *arena;
    const char *line;
    size_t n;
} corpus_job;

static void put_article(void *ctx) {
    corpus_job *job = ctx;
    json_error_t error;
    json_t *root = json_loadb(job->line, job->n, 0, &error);
    const char *text = json_string_value(json_object_get(root, "text"));
    if (text) {
        put_words(plx_str_fold(job->arena, plx_str_of(text)));
    }
    json_decref(root);
}

static int make_corpus(void) {
    char *line = NULL;
    size_t cap = 0;
    plx_arena arena;
    plx_arena_init(&arena, PLX_GIB);
    for (ssize_t n; (n = getline(&line, &cap, stdin)) > 0;) {
        corpus_job job = {&arena, line, (size_t)n};
        if (plx_guard(put_article, &job, NULL) != PLX_OK) {
            die("out of memory");
        }
        plx_arena_reset(&arena);
    }
    free(line);
    plx_arena_release(&arena);
    return 0;
}

/* ---- table
 * --------------------------------------------------------------------------------------- */

typedef struct row {
    uint32_t key;
    uint8_t idf;
    uint16_t length;
    int8_t v[MOST_DIMS];
} row;

typedef struct table_job {
    const char *corpus, *vectors, *out;
    size_t most;
} table_job;

/* In how many lines each word stands. Returns the number of lines. */
static size_t count_documents(plx_str corpus, plx_map *counts, plx_arena *arena) {
    size_t n_lines = 0;
    plx_str lines = corpus, line, word;
    PLX_VEC(uint32_t) last_line = {0};
    while (plx_str_split(&lines, '\n', &line)) {
        n_lines++;
        for (plx_str rest = line; plx_str_split(&rest, ' ', &word);) {
            bool is_new;
            if (!word.n) {
                continue;
            }
            size_t at = counts->n;
            plx_map_entry *e = plx_map_put(counts, word, 0, &is_new);
            if (is_new) {
                plx_vec_push(&last_line, arena, 0);
            } else {
                at = (size_t)(e - counts->entries);
            }
            if (last_line.p[at] != n_lines) {
                last_line.p[at] = (uint32_t)n_lines;
                e->value++;
            }
        }
    }
    return n_lines;
}

static void quantise(plx_str rest, uint32_t n_dims, row *out) {
    double v[MOST_DIMS], most = 1e-9;
    plx_str cell;
    for (uint32_t i = 0; i < n_dims; i++) {
        if (!plx_str_split(&rest, ' ', &cell) || !plx_str_to_f64(cell, &v[i])) {
            die("a vector with fewer than %u numbers", n_dims);
        }
        most = fmax(most, fabs(v[i]));
    }
    int32_t squares = 0;
    for (uint32_t i = 0; i < n_dims; i++) {
        out->v[i] = (int8_t)lrint(v[i] / most * 127.0);
        squares += out->v[i] * out->v[i];
    }
    out->length = (uint16_t)lrint(16.0 * sqrt(squares));
}

static int by_key(const void *x, const void *y) {
    const row *a = x, *b = y;
    return a->key < b->key ? -1 : a->key > b->key;
}

static void pad(FILE *f, size_t n) {
    for (; n % 4; n++) {
        putc(0, f);
    }
}

static void write_table(const char *path, const row *rows, uint32_t n, uint32_t n_dims) {
    FILE *f = must(fopen(path, "wb"));
    plx_meaning_file head = {PLX_MEANING_MAGIC, n, n_dims, 0};
    fwrite(&head, sizeof head, 1, f);
    for (uint32_t i = 0; i < n; i++) {
        fwrite(&rows[i].key, sizeof rows[i].key, 1, f);
    }
    for (uint32_t i = 0; i < n; i++) {
        putc(rows[i].idf, f);
    }
    pad(f, n);
    for (uint32_t i = 0; i < n; i++) {
        fwrite(&rows[i].length, sizeof rows[i].length, 1, f);
    }
    pad(f, 2 * (size_t)n);
    for (uint32_t i = 0; i < n; i++) {
        fwrite(rows[i].v, 1, n_dims, f);
    }
    if (fclose(f) != 0) {
        die("%s: could not be written", path);
    }
}

static void make_table_guarded(void *ctx) {
    const table_job *job = ctx;
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    plx_map counts;
    plx_map_init(&counts, &arena);
    double n_documents = (double)count_documents(read_file(job->corpus), &counts, &arena);
    plx_str lines = read_file(job->vectors), line, first, second;
    plx_str_split(&lines, '\n', &line);
    int64_t n_dims;
    if (!plx_str_split(&line, ' ', &first) || !plx_str_split(&line, ' ', &second) ||
        !plx_str_to_i64(second, &n_dims) || n_dims < 1 || n_dims > MOST_DIMS) {
        die("%s: not fastText's .vec", job->vectors);
    }
    PLX_VEC(row) rows = {0};
    while (rows.n < job->most && plx_str_split(&lines, '\n', &line)) {
        plx_str word;
        if (!plx_str_split(&line, ' ', &word) || !line.p || plx_str_eq(word, PLX_S("</s>"))) {
            continue;
        }
        uint32_t count = plx_map_get(&counts, word);
        if (count == PLX_NONE || count == 0) {
            continue;
        }
        row *r = plx_vec_add(&rows, &arena);
        r->key = plx_meaning__key(word);
        r->idf = (uint8_t)lrint(fmin(255, 32.0 * log(n_documents / count)));
        quantise(line, (uint32_t)n_dims, r);
    }
    qsort(rows.p, rows.n, sizeof *rows.p, by_key);
    size_t n = 0;
    for (size_t i = 0; i < rows.n;
         i++) { /* of two words with one key the first in the file went in first */
        if (!n || rows.p[n - 1].key != rows.p[i].key) {
            rows.p[n++] = rows.p[i];
        }
    }
    write_table(job->out, rows.p, (uint32_t)n, (uint32_t)n_dims);
    printf("%zu words of %" PRId64 " dimensions\n", n, n_dims);
    plx_arena_release(&arena);
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "corpus") == 0) {
        return make_corpus();
    }
    int64_t most;
    if (argc != 6 || strcmp(argv[1], "table") != 0 || !plx_str_to_i64(plx_str_of(argv[4]), &most) ||
        most < 1) {
        die("usage: train_meanings corpus < ARTICLES > CORPUS | table CORPUS VEC MOST OUT");
    }
    table_job job = {argv[2], argv[3], argv[5], (size_t)most};
    if (plx_guard(make_table_guarded, &job, NULL) != PLX_OK) {
        die("out of memory");
    }
    return 0;
}
