/* train_meanings: the table of words behind match/meaning.h, as numbers only:
 *
 *   train_meanings corpus < ARTICLES.jsonl > CORPUS    one article a line, words in lower case,
 * numbers as 0 train_meanings table CORPUS VECTORS MOST OUT       document frequencies, and vectors
 * (of train_vectors) without what all words share, of the MOST commonest words */
#include "base/map.h"
#include "base/utf8.h"
#include "match/meaning.h"
#include "support/support.h"

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

static void quantise(const double *v, uint32_t n_dims, row *out) {
    double most = 1e-9;
    for (uint32_t i = 0; i < n_dims; i++) {
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

/* ---- vectors: train_vectors' file ---- */

typedef struct space {
    uint32_t n, n_dims;
    plx_str *words;
    double *v; /* n x n_dims */
} space;

static bool is_plain(plx_str w) {
    for (size_t i = 0; i < w.n; i++) {
        if (!is_letter(w.p[i]) && !(i > 0 && w.p[i] == '\'')) {
            return w.n == 1 && w.p[0] == '0';
        }
    }
    return w.n > 0;
}

/* Reads { u64 n, u64 dims, u64 bytes of words }, the words with a newline behind each, n x dims
 * floats. Of the spellings of a word the one in lower case counts, else the commonest. */
static space read_space(const char *path, plx_arena *arena) {
    plx_str file = read_file(path);
    uint64_t head[3];
    if (file.n < sizeof head) {
        die("%s: too short", path);
    }
    memcpy(head, file.p, sizeof head);
    size_t n = head[0], dims = head[1];
    if (dims == 0 || dims > MOST_DIMS ||
        file.n != sizeof head + head[2] + n * dims * sizeof(float)) {
        die("%s: not what train_vectors writes", path);
    }
    plx_str names = plx_str_slice(file, sizeof head, sizeof head + head[2]), word;
    const char *numbers = file.p + sizeof head + head[2];
    space s = {.n_dims = (uint32_t)dims};
    s.words = plx_new_n(arena, plx_str, n);
    uint32_t *from = plx_new_n(arena, uint32_t, n);
    plx_map seen;
    plx_map_init(&seen, arena);
    for (uint32_t i = 0; i < n && plx_str_split(&names, '\n', &word); i++) {
        plx_str fold = plx_str_fold(arena, word);
        bool is_new;
        if (!is_plain(fold)) {
            continue;
        }
        plx_map_entry *e = plx_map_put(&seen, fold, s.n, &is_new);
        if (is_new) {
            s.words[s.n] = fold;
            from[s.n++] = i;
        } else if (plx_str_eq(word, fold)) {
            from[e->value] = i;
        }
    }
    s.v = plx_new_n(arena, double, (size_t)s.n *dims);
    for (uint32_t i = 0; i < s.n; i++) {
        for (size_t k = 0; k < dims; k++) {
            float x;
            memcpy(&x, numbers + (from[i] * dims + k) * sizeof x, sizeof x);
            s.v[i * dims + k] = (double)x;
        }
    }
    return s;
}

static double dot(const double *a, const double *b, uint32_t n) {
    double sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        sum += a[i] * b[i];
    }
    return sum;
}

/* Takes the mean and the N_COMMON first principal directions out, which all words share (Mu and
 * Viswanath, "All-but-the-Top", 2018). Power iteration from a fixed start. */
static void take_common_out(space *s) {
    enum { N_COMMON = 2, N_SAMPLE = 8000, N_TURNS = 20 };
    uint32_t d = s->n_dims, n = PLX_MIN(s->n, N_SAMPLE);
    double mean[MOST_DIMS] = {0}, p[MOST_DIMS], q[MOST_DIMS];
    for (uint32_t i = 0; i < s->n; i++) {
        for (uint32_t k = 0; k < d; k++) {
            mean[k] += s->v[(size_t)i * d + k] / s->n;
        }
    }
    for (size_t i = 0; i < (size_t)s->n * d; i++) {
        s->v[i] -= mean[i % d];
    }
    for (int c = 0; c < N_COMMON; c++) {
        for (uint32_t k = 0; k < d; k++) {
            p[k] = k % 3 == (uint32_t)c % 3 ? 1.0 : 0.1;
        }
        for (int turn = 0; turn < N_TURNS; turn++) {
            memset(q, 0, sizeof q);
            for (uint32_t i = 0; i < n; i++) {
                double at = dot(&s->v[(size_t)i * d], p, d);
                for (uint32_t k = 0; k < d; k++) {
                    q[k] += at * s->v[(size_t)i * d + k];
                }
            }
            double length = sqrt(dot(q, q, d));
            for (uint32_t k = 0; k < d; k++) {
                p[k] = q[k] / length;
            }
        }
        for (uint32_t i = 0; i < s->n; i++) {
            double at = dot(&s->v[(size_t)i * d], p, d);
            for (uint32_t k = 0; k < d; k++) {
                s->v[(size_t)i * d + k] -= at * p[k];
            }
        }
    }
}

static void make_table_guarded(void *ctx) {
    const table_job *job = ctx;
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    plx_map counts;
    plx_map_init(&counts, &arena);
    double n_documents = (double)count_documents(read_file(job->corpus), &counts, &arena);
    space s = read_space(job->vectors, &arena);
    take_common_out(&s);
    PLX_VEC(row) rows = {0};
    for (uint32_t i = 0; i < s.n && rows.n < job->most; i++) {
        uint32_t count = plx_map_get(&counts, s.words[i]);
        if (count == PLX_NONE || count == 0) {
            continue;
        }
        row *r = plx_vec_add(&rows, &arena);
        r->key = plx_meaning__key(s.words[i]);
        r->idf = (uint8_t)lrint(fmin(255, 32.0 * log(n_documents / count)));
        quantise(&s.v[(size_t)i * s.n_dims], s.n_dims, r);
    }
    qsort(rows.p, rows.n, sizeof *rows.p, by_key);
    size_t n = 0;
    for (size_t i = 0; i < rows.n; i++) { /* two words with one key: the first serves both */
        if (!n || rows.p[n - 1].key != rows.p[i].key) {
            rows.p[n++] = rows.p[i];
        }
    }
    write_table(job->out, rows.p, (uint32_t)n, s.n_dims);
    printf("%zu words of %u dimensions\n", n, s.n_dims);
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
