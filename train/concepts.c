/* train_concepts: the table behind match/concepts.h, from lines of words:
 *
 *   train_concepts train/concepts/concepts.txt models/concepts.bin
 *
 * "= free release liberate" is a concept; "! mother mom | father dad" are sides that exclude one
 * another; "#" begins a comment. A word is known by its stem; words of a line that have one stem
 * are one, and a stem that would stand on two sides of a line stands on none. */
#include "match/concepts.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "match/stems.h"
#include "support/support.h"

#include <stdlib.h>

typedef struct entry {
    uint32_t stem, what;
} entry;

typedef struct job {
    plx_arena arena;
    plx_stemmer *stemmer;
    PLX_VEC(entry) entries;
    const char *in, *out;
} job;

static int by_stem(const void *x, const void *y) {
    const entry *a = x, *b = y;
    if (a->stem != b->stem) {
        return a->stem < b->stem ? -1 : 1;
    }
    return a->what < b->what ? -1 : a->what > b->what;
}

static void add_word(job *j, plx_str word, uint32_t what) {
    plx_str stem = plx_stem(j->stemmer, plx_str_fold(&j->arena, word));
    plx_vec_push(&j->entries, &j->arena, ((entry){(uint32_t)plx_hash_str(stem), what}));
}

static void read_line(job *j, plx_str line, uint32_t number) {
    uint32_t what = number * PLX_CONCEPT_SIDES | (line.p[0] == '!' ? PLX_CONCEPT_EXCLUDES : 0);
    for (size_t i = 1; i < line.n;) {
        size_t end = i;
        while (end < line.n && line.p[end] != ' ') {
            end++;
        }
        plx_str word = plx_str_slice(line, i, end);
        if (plx_str_eq(word, PLX_S("|"))) {
            what++;
        } else if (word.n) {
            add_word(j, word, what);
        }
        i = end + 1;
    }
}

/* Leaves each word once a line, and out of those lines that have it on two sides. */
static void tidy(job *j) {
    size_t n = 0;
    if (j->entries.n) {
        qsort(j->entries.p, j->entries.n, sizeof *j->entries.p, by_stem);
    }
    for (size_t i = 0, end; i < j->entries.n; i = end) {
        entry x = j->entries.p[i];
        bool one_side = true;
        for (end = i + 1; end < j->entries.n && j->entries.p[end].stem == x.stem &&
                          j->entries.p[end].what / PLX_CONCEPT_SIDES == x.what / PLX_CONCEPT_SIDES;
             end++) {
            one_side = one_side && j->entries.p[end].what == x.what;
        }
        if (one_side) {
            j->entries.p[n++] = x;
        }
    }
    j->entries.n = n;
}

static void put(FILE *f, uint32_t number) { fwrite(&number, sizeof number, 1, f); }

static void write_table(job *j) {
    FILE *f = fopen(j->out, "wb");
    if (!f) {
        die("%s cannot be written", j->out);
    }
    plx_concept_file head = {PLX_CONCEPT_MAGIC, 0, (uint32_t)j->entries.n, 0};
    for (size_t i = 0; i < j->entries.n; i++) {
        head.n += i == 0 || j->entries.p[i].stem != j->entries.p[i - 1].stem;
    }
    fwrite(&head, sizeof head, 1, f);
    for (size_t i = 0; i < j->entries.n; i++) {
        if (i == 0 || j->entries.p[i].stem != j->entries.p[i - 1].stem) {
            put(f, j->entries.p[i].stem);
        }
    }
    for (size_t i = 0; i < j->entries.n; i++) {
        if (i == 0 || j->entries.p[i].stem != j->entries.p[i - 1].stem) {
            put(f, (uint32_t)i);
        }
    }
    put(f, head.n_entries);
    for (size_t i = 0; i < j->entries.n; i++) {
        put(f, j->entries.p[i].what);
    }
    if (fclose(f) != 0) {
        die("%s: write error", j->out);
    }
    printf("%u words in %zu places\n", head.n, j->entries.n);
}

static void run(void *ctx) {
    job *j = ctx;
    plx_arena_init(&j->arena, PLX_GIB);
    j->stemmer = plx_stemmer_make(&j->arena);
    plx_str text = read_file(j->in);
    uint32_t number = 0;
    for (size_t i = 0; i < text.n;) {
        size_t end = i;
        while (end < text.n && text.p[end] != '\n') {
            end++;
        }
        plx_str line = plx_str_slice(text, i, end);
        if (line.n && (line.p[0] == '=' || line.p[0] == '!')) {
            read_line(j, line, number++);
        }
        i = end + 1;
    }
    tidy(j);
    write_table(j);
    plx_arena_release(&j->arena);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: train_concepts LINES OUT\n", stderr);
        return 2;
    }
    job j = {.in = argv[1], .out = argv[2]};
    plx_error err;
    if (plx_guard(run, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    return 0;
}
