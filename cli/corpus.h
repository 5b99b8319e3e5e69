/* corpus: many accounts in JSON Lines files, read block by block on several threads, a few dozen
 * bytes of each kept, and read again one by one where they are wanted.
 *
 *   files ─ blocks of lines ─ records ─ the verb's `each` (on a worker) ─ payload
 *        ─ the verb's `take` (in order, on the main thread)
 *   with a state file each block's result is kept, so that an interrupted run goes on
 *
 * One corpus a process at a time. Functions that fail throw to the caller's guard. */
#ifndef PLX_CLI_CORPUS_H
#define PLX_CLI_CORPUS_H

#include "lines.h"
#include "progress.h"

#include "base/buf.h"
#include "base/vec.h"
#include "match/record.h"
#include "match/words.h"

typedef struct plx_corpus_entry {
    uint64_t offset; /* of its line in its file */
    uint64_t source; /* hash of its source, 0: unknown */
    uint64_t when;   /* its date's digits as a number, 0: unknown */
    uint64_t same;   /* hash of its words */
    uint64_t id_at;  /* its id as JSON, in `ids`, up to a newline */
    uint32_t length; /* of its line */
    uint32_t n_words;
    uint64_t file;
} plx_corpus_entry;

typedef struct plx_corpus_block {
    PLX_VEC(plx_corpus_entry) entries;
    plx_buf payload; /* what `each` makes of the block's accounts */
    plx_buf ids, messages;
    plx_arena arena;
    uint32_t *words; /* of the account at hand */
    size_t words_cap, n_failed;
    char *p; /* the lines */
    size_t n, cap;
    int file;
    uint64_t offset, number;
    void (*each)(void *ctx, struct plx_corpus_block *b, const uint32_t *words, size_t n);
    void *ctx;
    plx_error error;
    plx_err code;
} plx_corpus_block;

typedef struct plx_corpus {
    const plx_cli *cli;
    unsigned threads;
    const char *state;   /* or NULL */
    uint64_t state_kind; /* states of another kind are refused: verb and parameters */
    bool resume;
    char **paths;
    int n_paths;
    const char *doing; /* for the progress line */
    /* Called for each account on a worker: appends to b->payload. */
    void (*each)(void *ctx, plx_corpus_block *b, const uint32_t *words, size_t n);
    /* Called for each block in order: the accounts first..first+n-1 and their payload. */
    void (*take)(void *ctx, uint32_t first, size_t n, plx_str payload);
    void *ctx;
    /* What was read. */
    plx_corpus_entry *entries;
    size_t n;
    uint32_t *rank; /* by id, then by text: the order in which results are told */
    size_t n_failed;
    /* Inside. */
    plx_lines lines;
    plx_cli_progress progress;
    plx_corpus_block *blocks;
    size_t n_blocks, n_used, cap, ids_n, ids_cap;
    char *ids;
    FILE *log, *spool;
    int *fds;
} plx_corpus;

/* Runs `work` in a guard after reading all of c->paths; says what fails. An exit code. The caller
 * sets the fields up to `ctx` first. */
int plx_corpus_run(plx_corpus *c, void (*work)(void *ctx));
/* The account's id as it stands in JSON. */
plx_str plx_corpus_id(const plx_corpus *c, uint32_t item);
/* Reads an account again; its strings live in `arena`. */
plx_record plx_corpus_load(plx_corpus *c, uint32_t item, plx_arena *arena);
/* malloc that throws; *cap grows by half. */
void *plx_corpus_grow(void *p, size_t *cap, size_t want, size_t size);

#endif
