/* The verb `near`: near-duplicates among many accounts. */
#include "lines.h"
#include "progress.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/threads.h"
#include "base/vec.h"
#include "match/near.h"
#include "match/record.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OPT_STATE = 256, OPT_RESUME, OPT_SHINGLE };

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

typedef struct entry { /* what is kept of an account besides its sketch */
    uint64_t offset;   /* of its line in its file */
    uint64_t source;   /* hash of its source, 0: unknown */
    uint64_t when;     /* its date's digits as a number, 0: unknown */
    uint32_t length;   /* of its line */
    uint32_t id_at;    /* its id as JSON, in `ids`, up to a newline */
    int32_t file;
    uint32_t n_words;
} entry;

typedef struct block {
    char *p;
    size_t n, cap;
    int file;
    uint64_t offset, number;
    plx_arena arena;
    PLX_VEC(entry) entries; /* id_at counts in this block's ids */
    PLX_VEC(plx_sketch) sketches;
    plx_buf ids, messages;
    uint32_t *words;
    size_t words_cap, n_failed;
    const plx_near_plan *plan;
    plx_error error;
    plx_err code;
} block;

typedef struct job {
    const plx_cli *cli;
    plx_near_plan plan;
    unsigned threads;
    const char *state;
    bool resume;
    char **paths;
    int n_paths;
    plx_lines lines;
    plx_cli_progress progress;
    block *blocks;
    size_t n_blocks, n_used;
    entry *entries; /* malloc'ed, as all that grows with the input */
    plx_sketch *sketches;
    size_t n, cap;
    char *ids;
    size_t ids_n, ids_cap;
    FILE *log, *spool; /* the state; standard input's text, to be read again */
    int *fds;          /* of the paths, opened when they are read again */
    size_t n_failed;
    plx_buf out;
    plx_arena out_arena;
} job;

static void *grow(void *p, size_t *cap, size_t want, size_t size) {
    if (*cap >= want) return p;
    size_t n = PLX_MAX(want, *cap + *cap / 2 + 1024);
    void *q = realloc(p, n * size);
    if (!q) plx_throw(PLX_NOMEM, 0, "no memory for the sketches");
    *cap = n;
    return q;
}

/* ---- sketching a block --------------------------------------------------------------------------
 */

/* "2031-03-04T10:30" as 203103041030, missing parts as zeros. */
static uint64_t digits_of(plx_str date) {
    uint64_t v = 0;
    size_t n = 0;
    for (size_t i = 0; i < date.n && n < 14; i++) {
        char c = date.p[i];
        if (c == 'Z' || c == '+' || c == '.') break;
        if (c >= '0' && c <= '9') v = v * 10 + (uint64_t)(c - '0'), n++;
    }
    if (n < 8) return 0;
    for (; n < 14; n++) v *= 10;
    return v;
}

static void bad_line(block *b, uint64_t line, uint64_t byte, const char *what) {
    b->n_failed++;
    plx_buf_printf(&b->messages, "line %llu, byte %llu: %s\n", (unsigned long long)line,
                   (unsigned long long)byte, what);
}

static void put_id(plx_buf *b, const plx_record *r) {
    if (r->id_is_number)
        plx_buf_put(b, r->id);
    else
        plx_json_escape(b, r->id);
    plx_buf_putc(b, '\n');
}

static size_t words_of(plx_str text, uint32_t **words, size_t *cap) {
    size_t n = plx_match_hashes(text, *words, *cap);
    if (n > *cap) {
        *words = grow(*words, cap, n, sizeof **words);
        n = plx_match_hashes(text, *words, *cap);
    }
    return n;
}

static void sketch_line(block *b, plx_str line, uint64_t number, size_t at) {
    plx_record r;
    plx_error err;
    plx_arena_mark mark = plx_arena_mark_here(&b->arena);
    if (plx_record_parse(line, &b->arena, &r, &err) != PLX_OK) {
        bad_line(b, number, err.pos, err.msg);
    } else if (!r.has_id || !r.has_text) {
        bad_line(b, number, 0, r.has_id ? "no \"text\"" : "no \"id\"");
    } else {
        size_t n = words_of(r.text, &b->words, &b->words_cap);
        /* The line's strings are used before what lasts is allocated behind them. */
        entry e = {b->offset + at,     r.source.n ? plx_hash_str(r.source) : 0,
                   digits_of(r.date),  (uint32_t)line.n,
                   (uint32_t)b->ids.n, b->file,
                   (uint32_t)n};
        put_id(&b->ids, &r);
        plx_vec_push(&b->entries, &b->arena, e);
        plx_near_sketch(b->words, n, b->plan, plx_vec_add(&b->sketches, &b->arena));
        return;
    }
    (void)mark;
}

static void sketch_block(void *ctx) {
    block *b = ctx;
    plx_str rest = plx_str_n(b->p, b->n), line;
    uint64_t number = b->number;
    plx_vec_reserve(&b->entries, &b->arena, 4096);
    plx_vec_reserve(&b->sketches, &b->arena, 4096);
    for (; plx_str_split(&rest, '\n', &line); number++) {
        size_t at = (size_t)(line.p - b->p);
        while (line.n && (line.p[line.n - 1] == '\r' || line.p[line.n - 1] == ' ')) line.n--;
        if (line.n) sketch_line(b, line, number, at);
    }
}

static void do_block(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    block *b = &((job *)ctx)->blocks[item];
    plx_arena_reset(&b->arena);
    b->entries.p = NULL;
    b->entries.n = b->entries.cap = 0;
    b->sketches.p = NULL;
    b->sketches.n = b->sketches.cap = 0;
    b->n_failed = 0;
    plx_buf_init(&b->ids, &b->arena, PLX_GIB);
    plx_buf_init(&b->messages, &b->arena, PLX_MIB);
    b->code = plx_guard(sketch_block, b, &b->error);
}

/* ---- the state: blocks that were sketched, one after the other
 * ----------------------------------- "PLXNEAR1", then for each block a head (sizes, where the
 * input stands behind it, the hash of what follows) and its entries, sketches and ids. In this
 * machine's byte order: it is for going on here. */

typedef struct log_head {
    char magic[8];
    double threshold;
    uint64_t shingle;
} log_head;

typedef struct log_block {
    uint64_t n, n_ids, file, offset, number, hash;
} log_block;

static bool log_append(job *j, const block *b, uint64_t next_offset, uint64_t next_number) {
    if (!j->log) return true;
    uint64_t h = plx_hash_bytes(b->ids.p, b->ids.n, 1);
    h = plx_hash_mix(h, plx_hash_bytes(b->entries.p, b->entries.n * sizeof(entry), 2));
    h = plx_hash_mix(h, plx_hash_bytes(b->sketches.p, b->sketches.n * sizeof(plx_sketch), 3));
    log_block head = {b->entries.n, b->ids.n, (uint64_t)b->file, next_offset, next_number, h};
    bool ok = fwrite(&head, sizeof head, 1, j->log) == 1 &&
              fwrite(b->entries.p, sizeof(entry), b->entries.n, j->log) == b->entries.n &&
              fwrite(b->sketches.p, sizeof(plx_sketch), b->sketches.n, j->log) == b->sketches.n &&
              fwrite(b->ids.p, 1, b->ids.n, j->log) == b->ids.n && fflush(j->log) == 0;
    if (!ok) plx_throw(PLX_IO, 0, "%s: %s", j->state, strerror(errno));
    return ok;
}

/* Adds a block's entries to the job's. */
static void take_entries(job *j, const entry *e, const plx_sketch *s, size_t n, const char *ids,
                         size_t n_ids) {
    size_t cap = j->cap;
    j->entries = grow(j->entries, &cap, j->n + n, sizeof *e);
    j->sketches = grow(j->sketches, &j->cap, j->n + n, sizeof *s);
    if (cap > j->cap) j->cap = cap;
    j->ids = grow(j->ids, &j->ids_cap, j->ids_n + n_ids, 1);
    if (j->ids_n + n_ids > UINT32_MAX || j->n + n >= PLX_NONE)
        plx_throw(PLX_LIMIT, 0, "more than 4 GiB of ids");
    if (n_ids) memcpy(j->ids + j->ids_n, ids, n_ids);
    for (size_t i = 0; i < n; i++) {
        j->entries[j->n + i] = e[i];
        j->entries[j->n + i].id_at += (uint32_t)j->ids_n;
        j->sketches[j->n + i] = s[i];
    }
    j->n += n;
    j->ids_n += n_ids;
}

/* Reads the blocks that are whole; gives the place behind them in the log. */
static long log_read(job *j, log_block *last) {
    long good = (long)sizeof(log_head);
    log_block head;
    plx_arena arena;
    plx_arena_init(&arena, 4 * PLX_GIB);
    while (fread(&head, sizeof head, 1, j->log) == 1) {
        if (head.n > 1u << 24 || head.n_ids > PLX_GIB || head.file >= (uint64_t)j->n_paths) break;
        plx_arena_reset(&arena);
        entry *e = plx_new_n(&arena, entry, head.n);
        plx_sketch *s = plx_new_n(&arena, plx_sketch, head.n);
        char *ids = plx_new_n(&arena, char, head.n_ids);
        if (fread(e, sizeof *e, head.n, j->log) != head.n ||
            fread(s, sizeof *s, head.n, j->log) != head.n ||
            fread(ids, 1, head.n_ids, j->log) != head.n_ids)
            break;
        uint64_t h = plx_hash_bytes(ids, head.n_ids, 1);
        h = plx_hash_mix(h, plx_hash_bytes(e, head.n * sizeof *e, 2));
        h = plx_hash_mix(h, plx_hash_bytes(s, head.n * sizeof *s, 3));
        if (h != head.hash) break;
        take_entries(j, e, s, head.n, ids, head.n_ids);
        *last = head;
        good = ftell(j->log);
    }
    plx_arena_release(&arena);
    return good;
}

static void open_log(job *j) {
    log_head want = {"PLXNEAR", j->plan.threshold, j->plan.shingle}, have;
    want.magic[7] = '1';
    if (j->resume && (j->log = fopen(j->state, "r+b"))) {
        if (fread(&have, sizeof have, 1, j->log) != 1 || memcmp(&have, &want, sizeof have) != 0)
            plx_throw(PLX_CORRUPT, 0, "%s: not a state of `near` with this threshold", j->state);
        log_block last = {0};
        long good = log_read(j, &last);
        if (fseek(j->log, good, SEEK_SET) != 0 || ftruncate(fileno(j->log), good) != 0)
            plx_throw(PLX_IO, 0, "%s: %s", j->state, strerror(errno));
        if (last.number && !plx_lines_go_to(&j->lines, (int)last.file, last.offset, last.number))
            plx_throw(PLX_IO, 0, "%s: shorter than it was", j->paths[last.file]);
        return;
    }
    j->log = fopen(j->state, "wb");
    if (!j->log || fwrite(&want, sizeof want, 1, j->log) != 1)
        plx_throw(PLX_IO, 0, "%s: %s", j->state, strerror(errno));
}

/* ---- the first pass ----------------------------------------------------------------------------
 */

static bool fill_blocks(job *j) {
    plx_str bytes;
    uint64_t offset;
    j->n_used = 0;
    while (j->n_used < j->n_blocks && plx_lines_block(&j->lines, &bytes, &offset)) {
        block *b = &j->blocks[j->n_used++];
        b->p = grow(b->p, &b->cap, bytes.n, 1);
        memcpy(b->p, bytes.p, bytes.n);
        b->n = bytes.n;
        b->file = j->lines.at;
        b->offset = offset;
        b->number = j->lines.number;
        b->plan = &j->plan;
        if (j->spool && strcmp(j->paths[b->file], "-") == 0 &&
            fwrite(b->p, 1, b->n, j->spool) != b->n)
            plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
    }
    return j->n_used > 0;
}

static void take_block(job *j, block *b) {
    if (b->code != PLX_OK) plx_throw(b->code, 0, "%s", b->error.msg);
    plx_str rest = plx_buf_str(&b->messages), line;
    if (rest.n) plx_cli_progress_wipe(&j->progress);
    while (rest.n && plx_str_split(&rest, '\n', &line) && line.n)
        plx_cli_say(j->cli, "%s: %.*s", j->paths[b->file], PLX_FMT(line));
    j->n_failed += b->n_failed;
    uint64_t n_lines = 0;
    for (const char *p = b->p, *end = b->p + b->n; (p = memchr(p, '\n', (size_t)(end - p))) != NULL;
         p++)
        n_lines++;
    take_entries(j, b->entries.p, b->sketches.p, b->entries.n, b->ids.p, b->ids.n);
    log_append(j, b, b->offset + b->n, b->number + n_lines);
    plx_cli_progress_add(&j->progress, b->entries.n);
}

/* ---- the second pass: sets of candidates, from the files again ----------------------------------
 */

static int fd_of(job *j, int file) {
    if (j->fds[file] >= 0) return j->fds[file];
    if (strcmp(j->paths[file], "-") == 0) {
        fflush(j->spool);
        j->fds[file] = dup(fileno(j->spool));
    } else {
        j->fds[file] = open(j->paths[file], O_RDONLY | O_CLOEXEC);
    }
    if (j->fds[file] < 0) plx_throw(PLX_IO, 0, "%s: %s", j->paths[file], strerror(errno));
    return j->fds[file];
}

static plx_shingles load(void *ctx, uint32_t item, plx_arena *arena) {
    job *j = ctx;
    const entry *e = &j->entries[item];
    char *line = plx_arena_alloc(arena, e->length, 1);
    size_t have = 0;
    int fd = fd_of(j, e->file);
    while (have < e->length) {
        ssize_t n = pread(fd, line + have, e->length - have, (off_t)(e->offset + have));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) plx_throw(PLX_IO, 0, "%s: changed while it was read", j->paths[e->file]);
        have += (size_t)n;
    }
    plx_record r;
    plx_error err;
    if (plx_record_parse(plx_str_n(line, e->length), arena, &r, &err) != PLX_OK)
        plx_throw(PLX_IO, 0, "%s: changed while it was read", j->paths[e->file]);
    uint32_t *words = plx_new_n(arena, uint32_t, e->n_words);
    size_t n = plx_match_hashes(r.text, words, e->n_words);
    if (n != e->n_words) plx_throw(PLX_IO, 0, "%s: changed while it was read", j->paths[e->file]);
    return plx_near_shingles(words, n, &j->plan, arena);
}

static plx_str id_of(const job *j, uint32_t item) {
    const char *p = j->ids + j->entries[item].id_at;
    return plx_str_n(p, (size_t)((const char *)memchr(p, '\n', j->ids_n) - p));
}

static const job *ordering; /* qsort has no context; set for the sort only, in one thread */

static int by_id(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    int c = plx_str_cmp(id_of(ordering, x), id_of(ordering, y));
    if (c) return c;
    uint64_t hx = ordering->sketches[x].same, hy = ordering->sketches[y].same;
    if (hx != hy) return hx < hy ? -1 : 1;
    return x < y ? -1 : x > y;
}

/* By source, then by date, then by length. */
static int by_version(const void *a, const void *b) {
    uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
    const entry *x = &ordering->entries[i], *y = &ordering->entries[k];
    if (x->source != y->source) return x->source < y->source ? -1 : 1;
    if (x->when != y->when) return x->when < y->when ? -1 : 1;
    if (x->n_words != y->n_words) return x->n_words < y->n_words ? -1 : 1;
    return by_id(a, b);
}

/* The accounts of one source with different dates: one article's versions, the oldest first. */
static void put_versions(job *j, const plx_near_cluster *c) {
    uint32_t *v = plx_new_n(&j->out_arena, uint32_t, c->n);
    bool any = false;
    memcpy(v, c->items, c->n * sizeof *v);
    qsort(v, c->n, sizeof *v, by_version);
    for (size_t i = 0, k; i < c->n; i = k) {
        const entry *e = &j->entries[v[i]];
        for (k = i + 1; k < c->n && j->entries[v[k]].source == e->source; k++) {}
        if (k - i < 2 || !e->source || !e->when || e->when == j->entries[v[k - 1]].when) continue;
        plx_buf_putz(&j->out, any ? ",[" : ",\"versions\":[[");
        any = true;
        for (size_t m = i; m < k; m++) {
            if (m > i) plx_buf_putc(&j->out, ',');
            plx_buf_put(&j->out, id_of(j, v[m]));
        }
        plx_buf_putc(&j->out, ']');
    }
    if (any) plx_buf_putc(&j->out, ']');
}

static void found(void *ctx, const plx_near_cluster *c) {
    job *j = ctx;
    plx_arena_reset(&j->out_arena);
    plx_buf_init(&j->out, &j->out_arena, 4 * PLX_GIB);
    plx_buf_putz(&j->out, "{\"ids\":[");
    for (size_t i = 0; i < c->n; i++) {
        if (i) plx_buf_putc(&j->out, ',');
        plx_buf_put(&j->out, id_of(j, c->items[i]));
    }
    plx_buf_putz(&j->out, "],\"similarity\":");
    plx_buf_put_f64(&j->out, floor(c->similarity * 10000.0) / 10000.0);
    put_versions(j, c);
    plx_buf_putz(&j->out, "}\n");
    fwrite(j->out.p, 1, j->out.n, stdout);
}

/* ---- the job -----------------------------------------------------------------------------------
 */

static void work(void *ctx) {
    job *j = ctx;
    for (int i = 0; i < j->n_paths; i++)
        if (strcmp(j->paths[i], "-") == 0 && !j->spool && !(j->spool = tmpfile()))
            plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
    if (j->state) open_log(j);
    while (!interrupted && fill_blocks(j)) {
        plx_parallel(j->threads, j->n_used, do_block, j);
        for (size_t i = 0; i < j->n_used; i++) take_block(j, &j->blocks[i]);
    }
    if (interrupted)
        plx_throw(PLX_INTERRUPTED, 0, "interrupted%s", j->log ? "; go on with --resume" : "");
    plx_arena arena;
    plx_arena_init(&arena, 64 * PLX_GIB);
    uint32_t *order = plx_new_n(&arena, uint32_t, j->n), *rank = plx_new_n(&arena, uint32_t, j->n);
    for (uint32_t i = 0; i < j->n; i++) order[i] = i;
    ordering = j;
    qsort(order, j->n, sizeof *order, by_id);
    for (uint32_t i = 0; i < j->n; i++) rank[order[i]] = i;
    plx_near_input in = {j->sketches, j->n, rank, load, found, j};
    plx_near_find(&in, &j->plan, &arena);
    plx_arena_release(&arena);
}

static void release(job *j) {
    for (size_t i = 0; i < j->n_blocks; i++) {
        plx_arena_release(&j->blocks[i].arena);
        free(j->blocks[i].p);
        free(j->blocks[i].words);
    }
    for (int i = 0; i < j->n_paths && j->fds; i++)
        if (j->fds[i] >= 0) close(j->fds[i]);
    if (j->log) fclose(j->log);
    if (j->spool) fclose(j->spool);
    free(j->fds);
    free(j->blocks);
    free(j->entries);
    free(j->sketches);
    free(j->ids);
    plx_arena_release(&j->out_arena);
    plx_lines_end(&j->lines);
}

static int find_all(job *j) {
    j->n_blocks = j->threads > 1 ? 2 * (size_t)j->threads : 1;
    j->blocks = calloc(j->n_blocks, sizeof *j->blocks);
    j->fds = malloc((size_t)j->n_paths * sizeof *j->fds);
    if (!j->blocks || !j->fds) return PLX_EXIT_IO;
    for (int i = 0; i < j->n_paths; i++) j->fds[i] = -1;
    for (size_t i = 0; i < j->n_blocks; i++) plx_arena_init(&j->blocks[i].arena, 16 * PLX_GIB);
    plx_arena_init(&j->out_arena, 16 * PLX_GIB);
    struct sigaction act = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    plx_lines_begin(&j->lines, j->cli, j->paths, j->n_paths);
    plx_cli_progress_begin(&j->progress, j->cli, "sketching", "accounts", 0);
    plx_error err;
    plx_err code = plx_guard(work, j, &err);
    plx_cli_progress_end(&j->progress);
    if (code != PLX_OK) {
        plx_cli_say(j->cli, "%s", err.msg);
        return code == PLX_INTERRUPTED ? PLX_EXIT_SOME : PLX_EXIT_IO;
    }
    j->n_failed += j->lines.n_failed;
    if (j->n_failed && j->n == 0) return PLX_EXIT_NOTHING;
    return j->n_failed ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

static int run(plx_cli *cli, int argc, char **argv) {
    job j = {.cli = cli, .threads = cli->threads};
    double threshold = PLX_NEAR_THRESHOLD;
    uint64_t shingle = PLX_NEAR_SHINGLE, n;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (c) {
        case 't':
            if (!plx_str_to_f64(plx_str_of(o.value), &threshold) ||
                !(threshold >= 0.3 && threshold <= 1.0)) {
                plx_cli_say(cli, "--threshold wants a number from 0.3 to 1");
                return PLX_EXIT_USAGE;
            }
            break;
        case OPT_SHINGLE:
            if (!plx_opts_number(&o, "shingle", 1, PLX_NEAR_MAX_SHINGLE, &shingle))
                return PLX_EXIT_USAGE;
            break;
        case OPT_STATE: j.state = o.value; break;
        case OPT_RESUME: j.resume = true; break;
        case 'j':
            if (!plx_opts_number(&o, "jobs", 1, 256, &n)) return PLX_EXIT_USAGE;
            j.threads = (unsigned)n;
            break;
        default: return PLX_EXIT_USAGE;
        }
    }
    if (o.n_operands == 0 || (j.resume && !j.state)) {
        plx_cli_say(cli, o.n_operands ? "--resume needs --state FILE"
                                      : "name the files, or - for standard input");
        return PLX_EXIT_USAGE;
    }
    j.plan = plx_near_plan_for(threshold, (unsigned)shingle);
    j.paths = o.operands;
    j.n_paths = o.n_operands;
    int code = find_all(&j);
    release(&j);
    return code;
}

static const plx_cli_option options[] = {
    {'t', "threshold", "X", "how alike: Jaccard of word shingles, 0.3 to 1. Without it: 0.8"},
    {OPT_SHINGLE, "shingle", "N", "words a shingle. Without it: 5"},
    {OPT_STATE, "state", "FILE",
     "keep what was read in FILE, so that an interrupted run can go on"},
    {OPT_RESUME, "resume", NULL, "go on where the run that left --state FILE was interrupted"},
    {'j', "jobs", "N", "threads; the result does not depend on it. Without it: one a core"},
};

const plx_cli_command plx_cli_command_near = {
    .name = "near",
    .summary = "find near-duplicates among many accounts",
    .synopsis = "[options] FILE…",
    .details =
        "Reads JSON Lines {\"id\", \"text\"} and prints a line {\"ids\", \"similarity\"} for each "
        "group of accounts that are nearly the same. Every pair of a group was compared word by "
        "word and is at least as alike as asked; an account can be in two groups. Accounts of one "
        "\"source\" with different \"date\"s are given as \"versions\", the oldest first.\n\n"
        "Only about 300 bytes an account stay in memory: files larger than it are read twice. The "
        "order of the input does not matter.",
    .examples = "  parallax near articles.jsonl\n"
                "  parallax near -t 0.5 --state near.state year-*.jsonl > groups.jsonl\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
