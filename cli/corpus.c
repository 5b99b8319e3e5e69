#include "corpus.h"

#include "base/hash.h"
#include "base/json.h"
#include "base/threads.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

void *plx_corpus_grow(void *p, size_t *cap, size_t want, size_t size) {
    if (*cap >= want) return p;
    size_t n = PLX_MAX(want, *cap + *cap / 2 + 1024), bytes;
    void *q = __builtin_mul_overflow(n, size, &bytes) ? NULL : realloc(p, bytes);
    if (!q) plx_throw(PLX_NOMEM, 0, "no memory for what is kept of the accounts");
    *cap = n;
    return q;
}

/* ---- one block, on a worker --------------------------------------------------------------------
 */

/* "2031-03-04T10:30" as 20310304103000, missing parts as zeros; 0 when it is no date. */
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

static void bad_line(plx_corpus_block *b, uint64_t line, uint64_t byte, const char *what) {
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

static size_t words_of(plx_corpus_block *b, plx_str text) {
    size_t n = plx_match_hashes(text, b->words, b->words_cap);
    if (n > b->words_cap) {
        b->words = plx_corpus_grow(b->words, &b->words_cap, n, sizeof *b->words);
        n = plx_match_hashes(text, b->words, b->words_cap);
    }
    return n;
}

static void do_line(plx_corpus_block *b, plx_str line, uint64_t number, size_t at) {
    plx_record r;
    plx_error err;
    if (plx_record_parse(line, &b->arena, &r, &err) != PLX_OK) {
        bad_line(b, number, err.pos, err.msg);
        return;
    }
    if (!r.has_id || !r.has_text) {
        bad_line(b, number, 0, r.has_id ? "no \"text\"" : "no \"id\"");
        return;
    }
    size_t n = words_of(b, r.text);
    plx_corpus_entry e = {.offset = b->offset + at,
                          .source = r.source.n ? plx_hash_str(r.source) | 1u : 0,
                          .when = digits_of(r.date),
                          .same = plx_hash_bytes(b->words, n * sizeof *b->words, n),
                          .id_at = b->ids.n,
                          .length = (uint32_t)line.n,
                          .n_words = (uint32_t)PLX_MIN(n, UINT32_MAX),
                          .file = (uint64_t)b->file};
    put_id(&b->ids, &r);
    plx_vec_push(&b->entries, &b->arena, e);
    b->each(b->ctx, b, b->words, n);
}

static void do_lines(void *ctx) {
    plx_corpus_block *b = ctx;
    plx_str rest = plx_str_n(b->p, b->n), line;
    uint64_t number = b->number;
    plx_vec_reserve(&b->entries, &b->arena, 4096);
    for (; plx_str_split(&rest, '\n', &line); number++) {
        size_t at = (size_t)(line.p - b->p);
        while (line.n && (line.p[line.n - 1] == '\r' || line.p[line.n - 1] == ' ')) line.n--;
        if (line.n) do_line(b, line, number, at);
    }
}

static void do_block(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    plx_corpus_block *b = &((plx_corpus *)ctx)->blocks[item];
    plx_arena_reset(&b->arena);
    b->entries.p = NULL;
    b->entries.n = b->entries.cap = 0;
    b->n_failed = 0;
    plx_buf_init(&b->ids, &b->arena, PLX_GIB);
    plx_buf_init(&b->payload, &b->arena, 8 * PLX_GIB);
    plx_buf_init(&b->messages, &b->arena, PLX_MIB);
    b->code = plx_guard(do_lines, b, &b->error);
}

/* ---- the state: blocks that were read, one after the other --------------------------------------
 * A head, then for each block: sizes, where the input stands behind it, the hash of what follows;
 * its entries, ids and payload. In this machine's byte order: it is for going on here. */

typedef struct log_head {
    char magic[8];
    uint64_t kind;
} log_head;

typedef struct log_block {
    uint64_t n, n_ids, n_payload, file, offset, number, hash;
} log_block;

static uint64_t hash_block(const plx_corpus_entry *e, size_t n, plx_str ids, plx_str payload) {
    uint64_t h = plx_hash_bytes(ids.p, ids.n, 1);
    h = plx_hash_mix(h, plx_hash_bytes(e, n * sizeof *e, 2));
    return plx_hash_mix(h, plx_hash_bytes(payload.p, payload.n, 3));
}

static bool put_all(FILE *f, const void *p, size_t n) { return n == 0 || fwrite(p, n, 1, f) == 1; }
static bool get_all(FILE *f, void *p, size_t n) { return n == 0 || fread(p, n, 1, f) == 1; }

static void log_append(plx_corpus *c, const plx_corpus_block *b, uint64_t next_number) {
    if (!c->log) return;
    plx_str ids = plx_buf_str(&b->ids), payload = plx_buf_str(&b->payload);
    log_block head = {b->entries.n,
                      ids.n,
                      payload.n,
                      (uint64_t)b->file,
                      b->offset + b->n,
                      next_number,
                      hash_block(b->entries.p, b->entries.n, ids, payload)};
    bool ok = put_all(c->log, &head, sizeof head) &&
              put_all(c->log, b->entries.p, b->entries.n * sizeof *b->entries.p) &&
              put_all(c->log, ids.p, ids.n) && put_all(c->log, payload.p, payload.n) &&
              fflush(c->log) == 0;
    if (!ok) plx_throw(PLX_IO, 0, "%s: %s", c->state, strerror(errno));
}

static void take_entries(plx_corpus *c, const plx_corpus_entry *e, size_t n, plx_str ids,
                         plx_str payload) {
    c->entries = plx_corpus_grow(c->entries, &c->cap, c->n + n, sizeof *e);
    c->ids = plx_corpus_grow(c->ids, &c->ids_cap, c->ids_n + ids.n, 1);
    if (c->n + n >= PLX_NONE) plx_throw(PLX_LIMIT, 0, "more than four thousand million accounts");
    if (ids.n) memcpy(c->ids + c->ids_n, ids.p, ids.n);
    for (size_t i = 0; i < n; i++) {
        c->entries[c->n + i] = e[i];
        c->entries[c->n + i].id_at += c->ids_n;
    }
    c->take(c->ctx, (uint32_t)c->n, n, payload);
    c->n += n;
    c->ids_n += ids.n;
}

/* Reads the blocks that are whole; gives the place behind them in the log. */
static long log_read(plx_corpus *c, log_block *last) {
    long good = (long)sizeof(log_head);
    log_block head;
    plx_arena arena;
    plx_arena_init(&arena, 16 * PLX_GIB);
    while (get_all(c->log, &head, sizeof head)) {
        if (head.n > 1u << 24 || head.n_ids > PLX_GIB || head.n_payload > 8 * PLX_GIB ||
            head.file >= (uint64_t)c->n_paths)
            break;
        plx_arena_reset(&arena);
        plx_corpus_entry *e = plx_new_n(&arena, plx_corpus_entry, head.n);
        char *ids = plx_new_n(&arena, char, head.n_ids);
        char *payload = plx_new_n(&arena, char, head.n_payload);
        if (!get_all(c->log, e, head.n * sizeof *e) || !get_all(c->log, ids, head.n_ids) ||
            !get_all(c->log, payload, head.n_payload))
            break;
        plx_str i = plx_str_n(ids, head.n_ids), p = plx_str_n(payload, head.n_payload);
        if (hash_block(e, head.n, i, p) != head.hash) break;
        take_entries(c, e, head.n, i, p);
        *last = head;
        good = ftell(c->log);
    }
    plx_arena_release(&arena);
    return good;
}

static void open_log(plx_corpus *c) {
    log_head want = {"PLXCORP", c->state_kind}, have;
    want.magic[7] = '1';
    if (c->resume && (c->log = fopen(c->state, "r+b"))) {
        if (!get_all(c->log, &have, sizeof have) || memcmp(&have, &want, sizeof have) != 0)
            plx_throw(PLX_CORRUPT, 0, "%s: not a state of this verb with these options", c->state);
        log_block last = {0};
        long good = log_read(c, &last);
        if (fseek(c->log, good, SEEK_SET) != 0 || ftruncate(fileno(c->log), good) != 0)
            plx_throw(PLX_IO, 0, "%s: %s", c->state, strerror(errno));
        if (last.number && !plx_lines_go_to(&c->lines, (int)last.file, last.offset, last.number))
            plx_throw(PLX_IO, 0, "%s: shorter than it was", c->paths[last.file]);
        return;
    }
    c->log = fopen(c->state, "wb");
    if (!c->log || !put_all(c->log, &want, sizeof want))
        plx_throw(PLX_IO, 0, "%s: %s", c->state, strerror(errno));
}

/* ---- reading -----------------------------------------------------------------------------------
 */

static bool fill_blocks(plx_corpus *c) {
    plx_str bytes;
    uint64_t offset;
    c->n_used = 0;
    while (c->n_used < c->n_blocks && plx_lines_block(&c->lines, &bytes, &offset)) {
        plx_corpus_block *b = &c->blocks[c->n_used++];
        b->p = plx_corpus_grow(b->p, &b->cap, bytes.n, 1);
        memcpy(b->p, bytes.p, bytes.n);
        b->n = bytes.n;
        b->file = c->lines.at;
        b->offset = offset;
        b->number = c->lines.number;
        b->each = c->each;
        b->ctx = c->ctx;
        bool from_stdin = strcmp(c->paths[b->file], "-") == 0;
        if (from_stdin && !put_all(c->spool, b->p, b->n))
            plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
    }
    return c->n_used > 0;
}

static void take_block(plx_corpus *c, plx_corpus_block *b) {
    if (b->code != PLX_OK) plx_throw(b->code, 0, "%s", b->error.msg);
    plx_str rest = plx_buf_str(&b->messages), line;
    if (rest.n) plx_cli_progress_wipe(&c->progress);
    while (rest.n && plx_str_split(&rest, '\n', &line) && line.n)
        plx_cli_say(c->cli, "%s: %.*s", c->paths[b->file], PLX_FMT(line));
    c->n_failed += b->n_failed;
    uint64_t n_lines = 0;
    for (const char *p = b->p, *end = b->p + b->n; (p = memchr(p, '\n', (size_t)(end - p))) != NULL;
         p++)
        n_lines++;
    take_entries(c, b->entries.p, b->entries.n, plx_buf_str(&b->ids), plx_buf_str(&b->payload));
    log_append(c, b, b->number + n_lines);
    plx_cli_progress_add(&c->progress, b->entries.n);
}

plx_str plx_corpus_id(const plx_corpus *c, uint32_t item) {
    const char *p = c->ids + c->entries[item].id_at;
    const char *end = memchr(p, '\n', (size_t)(c->ids + c->ids_n - p));
    return plx_str_n(p, (size_t)(end - p));
}

static int by_id(const void *a, const void *b, void *ctx) {
    const plx_corpus *c = ctx;
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    int r = plx_str_cmp(plx_corpus_id(c, x), plx_corpus_id(c, y));
    if (r) return r;
    uint64_t hx = c->entries[x].same, hy = c->entries[y].same;
    if (hx != hy) return hx < hy ? -1 : 1;
    return x < y ? -1 : x > y;
}

static void rank_all(plx_corpus *c) {
    size_t cap = 0, cap_order = 0;
    c->rank = plx_corpus_grow(NULL, &cap, c->n + 1, sizeof *c->rank);
    uint32_t *order = plx_corpus_grow(NULL, &cap_order, c->n + 1, sizeof *order);
    for (uint32_t i = 0; i < c->n; i++) order[i] = i;
    qsort_r(order, c->n, sizeof *order, by_id, c);
    for (uint32_t i = 0; i < c->n; i++) c->rank[order[i]] = i;
    free(order);
}

typedef struct running {
    plx_corpus *c;
    void (*work)(void *ctx);
} running;

static void read_and_work(void *ctx) {
    plx_corpus *c = ((running *)ctx)->c;
    for (int i = 0; i < c->n_paths; i++)
        if (strcmp(c->paths[i], "-") == 0 && !c->spool && !(c->spool = tmpfile()))
            plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
    if (c->state) open_log(c);
    while (!interrupted && fill_blocks(c)) {
        plx_parallel(c->threads, c->n_used, do_block, c);
        for (size_t i = 0; i < c->n_used; i++) take_block(c, &c->blocks[i]);
    }
    if (interrupted)
        plx_throw(PLX_INTERRUPTED, 0, "interrupted%s", c->log ? "; go on with --resume" : "");
    plx_cli_progress_end(&c->progress);
    /* From here on an interrupt ends the program at once: what was read is in the state. */
    signal(SIGINT, SIG_DFL);
    signal(SIGTERM, SIG_DFL);
    rank_all(c);
    ((running *)ctx)->work(c->ctx);
}

static void release(plx_corpus *c) {
    for (size_t i = 0; c->blocks && i < c->n_blocks; i++) {
        plx_arena_release(&c->blocks[i].arena);
        free(c->blocks[i].p);
        free(c->blocks[i].words);
    }
    for (int i = 0; i < c->n_paths && c->fds; i++) {
        if (c->fds[i] >= 0) close(c->fds[i]);
    }
    if (c->log) fclose(c->log);
    if (c->spool) fclose(c->spool);
    free(c->fds);
    free(c->blocks);
    free(c->entries);
    free(c->rank);
    free(c->ids);
    plx_lines_end(&c->lines);
}

int plx_corpus_run(plx_corpus *c, void (*work)(void *ctx)) {
    c->n_blocks = c->threads > 1 ? 2 * (size_t)c->threads : 1;
    c->blocks = calloc(c->n_blocks, sizeof *c->blocks);
    c->fds = calloc((size_t)c->n_paths, sizeof *c->fds);
    if (!c->blocks || !c->fds) {
        release(c);
        return PLX_EXIT_IO;
    }
    for (int i = 0; i < c->n_paths; i++) c->fds[i] = -1;
    for (size_t i = 0; i < c->n_blocks; i++) plx_arena_init(&c->blocks[i].arena, 16 * PLX_GIB);
    struct sigaction act = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    plx_lines_begin(&c->lines, c->cli, c->paths, c->n_paths);
    plx_cli_progress_begin(&c->progress, c->cli, c->doing, "accounts", 0);
    running r = {c, work};
    plx_error err;
    plx_err failed = plx_guard(read_and_work, &r, &err);
    plx_cli_progress_end(&c->progress);
    int code = PLX_EXIT_DONE;
    if (failed != PLX_OK) {
        plx_cli_say(c->cli, "%s", err.msg);
        code = failed == PLX_INTERRUPTED ? PLX_EXIT_SOME : PLX_EXIT_IO;
    } else if (c->n_failed + c->lines.n_failed) {
        code = c->n ? PLX_EXIT_SOME : PLX_EXIT_NOTHING;
    }
    release(c);
    return code;
}

/* ---- reading again -----------------------------------------------------------------------------
 */

static int fd_of(plx_corpus *c, uint64_t file) {
    if (c->fds[file] >= 0) return c->fds[file];
    if (strcmp(c->paths[file], "-") == 0) {
        fflush(c->spool);
        c->fds[file] = dup(fileno(c->spool));
    } else {
        c->fds[file] = open(c->paths[file], O_RDONLY | O_CLOEXEC);
    }
    if (c->fds[file] < 0) plx_throw(PLX_IO, 0, "%s: %s", c->paths[file], strerror(errno));
    return c->fds[file];
}

plx_record plx_corpus_load(plx_corpus *c, uint32_t item, plx_arena *arena) {
    const plx_corpus_entry *e = &c->entries[item];
    char *line = plx_arena_alloc(arena, PLX_MAX(e->length, 1u), 1);
    size_t have = 0;
    int fd = fd_of(c, e->file);
    while (have < e->length) {
        ssize_t n = pread(fd, line + have, e->length - have, (off_t)(e->offset + have));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) plx_throw(PLX_IO, 0, "%s: changed while it was read", c->paths[e->file]);
        have += (size_t)n;
    }
    plx_record r;
    plx_error err;
    if (plx_record_parse(plx_str_n(line, e->length), arena, &r, &err) != PLX_OK || !r.has_text)
        plx_throw(PLX_IO, 0, "%s: changed while it was read", c->paths[e->file]);
    return r;
}
