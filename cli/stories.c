/* The verb `stories`: a stream of accounts into stories. */
#include "lines.h"
#include "progress.h"

#include "base/json.h"
#include "base/threads.h"
#include "base/vec.h"
#include "gather/stream.h"
#include "match/record.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

enum { OPT_STATE = 256, OPT_RESUME, OPT_CHANGES, OPT_MAX_LIVE, OPT_STRICTER, OPT_NOW };

#define BATCH      256
#define CHECKPOINT 100000 /* accounts between two savings of the state */

static volatile sig_atomic_t interrupted;

static void on_interrupt(int signal_number) {
    (void)signal_number;
    interrupted = 1;
}

typedef struct scanned { /* a line and what was made of it, by one thread */
    char *line;
    size_t n, cap;
    const char *path;
    uint64_t number;
    plx_arena arena;
    plx_record record;
    plx_features features;
    plx_err code;
    plx_error error;
} scanned;

typedef struct settings {
    const char *state, *changes;
    bool resume, now;
    plx_stream_options stream;
    unsigned threads;
} settings;

typedef struct job {
    const plx_cli *cli;
    settings set;
    plx_lines lines;
    plx_cli_progress progress;
    scanned *batch;
    size_t n_batch;
    plx_arena ids_arena;
    PLX_VEC(plx_str) ids; /* of this run's accounts, as JSON */
    uint32_t first;       /* number of this run's first account */
    uint64_t lines_done, lines_to_skip;
    plx_stream *stream;
    FILE *changes;
    size_t n_failed, last_saved;
    int exit_code;
} job;

/* ---- the state's file ---------------------------------------------------------------------------
 * "PLXRUN01", whether the run is complete (8 bytes), its first account, how many lines it has read,
 * then the stream. */

#define HEAD_BYTES 32
static const char magic[8] = {'P', 'L', 'X', 'R', 'U', 'N', '0', '1'};

static void put64(char *p, uint64_t v) {
    for (int i = 0; i < 8; i++) p[i] = (char)(v >> (8 * i));
}

static uint64_t get64(const char *p) {
    uint64_t v = 0;
    for (int i = 7; i >= 0; i--) v = v << 8 | (unsigned char)p[i];
    return v;
}

typedef struct encoding {
    const job *j;
    plx_arena arena;
    plx_buf bytes;
    bool complete;
} encoding;

static void encode(void *ctx) {
    encoding *e = ctx;
    char head[HEAD_BYTES];
    memcpy(head, magic, 8);
    put64(head + 8, e->complete);
    put64(head + 16, e->j->first);
    put64(head + 24, e->j->lines_done);
    plx_buf stream;
    plx_buf_init(&stream, &e->arena, 16 * PLX_GIB);
    plx_stream_encode(e->j->stream, &stream);
    plx_buf_init(&e->bytes, &e->arena, 16 * PLX_GIB);
    plx_buf_put(&e->bytes, plx_str_n(head, sizeof head));
    plx_buf_put(&e->bytes, plx_buf_str(&stream));
    if (stream.overflow || e->bytes.overflow) plx_throw(PLX_LIMIT, 0, "the state is too large");
}

static bool save(job *j, bool complete) {
    if (!j->set.state) return true;
    encoding e = {.j = j, .complete = complete};
    plx_arena_init(&e.arena, 64 * PLX_GIB);
    plx_error err;
    bool ok = plx_guard(encode, &e, &err) == PLX_OK;
    if (!ok) plx_cli_say(j->cli, "%s: %s", j->set.state, err.msg);
    ok = ok && plx_file_write(j->cli, j->set.state, e.bytes.p, e.bytes.n);
    plx_arena_release(&e.arena);
    if (!ok) j->exit_code = PLX_EXIT_IO;
    return ok;
}

/* PLX_EXIT_DONE, also when there is no state yet. */
static int load(job *j) {
    char *bytes;
    size_t n;
    if (!plx_file_read(j->set.state, &bytes, &n)) {
        if (errno == ENOENT) return PLX_EXIT_DONE;
        plx_cli_say(j->cli, "%s: %s", j->set.state, strerror(errno));
        return PLX_EXIT_IO;
    }
    int code = PLX_EXIT_IO;
    plx_error err;
    if (n < HEAD_BYTES || memcmp(bytes, magic, 8) != 0) {
        plx_cli_say(j->cli, "%s: not a state of stories", j->set.state);
    } else if (!get64(bytes + 8) && !j->set.resume) {
        plx_cli_say(j->cli,
                    "%s: the last run was interrupted; go on with --resume and the same "
                    "input, or remove the file",
                    j->set.state);
        code = PLX_EXIT_USAGE;
    } else if (plx_stream_decode(plx_str_n(bytes + HEAD_BYTES, n - HEAD_BYTES), &j->set.stream,
                                 &j->stream, &err) != PLX_OK) {
        plx_cli_say(j->cli, "%s: byte %llu: %s", j->set.state,
                    (unsigned long long)err.pos + HEAD_BYTES, err.msg);
    } else {
        bool go_on = !get64(bytes + 8);
        j->first = go_on ? (uint32_t)get64(bytes + 16) : (uint32_t)plx_stream_n_accounts(j->stream);
        j->lines_to_skip = go_on ? get64(bytes + 24) : 0;
        code = PLX_EXIT_DONE;
    }
    free(bytes);
    return code;
}

/* ---- output ------------------------------------------------------------------------------------
 */

static void put_assignment(const job *j, size_t i) {
    plx_str id = j->ids.p[i];
    printf("{\"id\":%.*s,\"story\":%u}\n", PLX_FMT(id),
           plx_stream_story(j->stream, j->first + (uint32_t)i));
}

static void put_change(void *ctx, const plx_stream_change *c) {
    const job *j = ctx;
    if (!j->changes) return;
    fprintf(
        j->changes,
        "{\"change\":\"%s\",\"story\":%u,\"other\":%u,\"why\":\"words, names and days in common: "
        "log odds %.2f on average\"",
        c->kind == PLX_STREAM_MERGE ? "merge" : "split", c->story, c->other, c->score);
    if (c->n_accounts) fputs(",\"accounts\":[", j->changes);
    for (size_t i = 0; i < c->n_accounts; i++) {
        uint32_t k = c->accounts[i] - j->first;
        bool named = c->accounts[i] >= j->first && k < j->ids.n;
        if (named)
            fprintf(j->changes, "%s%.*s", i ? "," : "", PLX_FMT(j->ids.p[k]));
        else
            fprintf(j->changes, "%s{\"number\":%u}", i ? "," : "", c->accounts[i]);
    }
    fputs(c->n_accounts ? "]}\n" : "}\n", j->changes);
}

/* ---- input -------------------------------------------------------------------------------------
 */

static void parse(void *ctx) {
    scanned *s = ctx;
    s->code = plx_record_parse(plx_str_n(s->line, s->n), &s->arena, &s->record, &s->error);
    if (s->code == PLX_OK && !s->record.has_id)
        s->code = plx_fail(&s->error, PLX_INVALID, 0, "no \"id\"");
    if (s->code == PLX_OK && !s->record.has_text && !s->record.title.n)
        s->code = plx_fail(&s->error, PLX_INVALID, 0, "no \"text\"");
}

static void scan_one(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    scanned *s = &((job *)ctx)->batch[item];
    plx_arena_reset(&s->arena);
    plx_err code = plx_guard(parse, s, &s->error);
    if (code != PLX_OK) s->code = code;
    if (s->code != PLX_OK) return;
    plx_gather_features(s->record.title, s->record.text, NULL, 0, plx_gather_day(s->record.date),
                        &s->features);
}

static bool read_batch(job *j) {
    j->n_batch = 0;
    plx_str line;
    while (j->n_batch < BATCH && plx_lines_next(&j->lines, &line)) {
        scanned *s = &j->batch[j->n_batch++];
        if (line.n > s->cap) {
            free(s->line);
            s->line = malloc(line.n);
            s->cap = s->line ? line.n : 0;
            if (!s->line) plx_throw(PLX_NOMEM, 0, "no memory for a line");
        }
        memcpy(s->line, line.p, line.n);
        s->n = line.n;
        s->number = j->lines.number;
        s->path = plx_lines_path(&j->lines);
    }
    return j->n_batch > 0;
}

static void keep_id(job *j, const plx_record *r) {
    plx_buf b;
    plx_buf_init(&b, &j->ids_arena, r->id.n * 6 + 8);
    if (r->id_is_number)
        plx_buf_put(&b, r->id);
    else
        plx_json_escape(&b, r->id);
    plx_vec_push(&j->ids, &j->ids_arena, plx_buf_str(&b));
}

static void take(job *j, scanned *s) {
    uint64_t nth = j->lines_done++;
    plx_cli_progress_add(&j->progress, 1);
    if (s->code != PLX_OK) {
        plx_cli_progress_wipe(&j->progress);
        plx_cli_say(j->cli, "%s: line %llu, byte %llu: %s", s->path, (unsigned long long)s->number,
                    (unsigned long long)s->error.pos, s->error.msg);
        j->n_failed++;
        return;
    }
    keep_id(j, &s->record);
    if (nth >= j->lines_to_skip) plx_stream_add_features(j->stream, &s->features);
    if (j->set.now && nth >= j->lines_to_skip) put_assignment(j, j->ids.n - 1);
}

static void work(void *ctx) {
    job *j = ctx;
    if (!j->stream) j->stream = plx_stream_new(&j->set.stream);
    while (!interrupted && read_batch(j)) {
        plx_parallel(j->set.threads, j->n_batch, scan_one, j);
        for (size_t i = 0; i < j->n_batch; i++) take(j, &j->batch[i]);
        if (j->set.now) fflush(stdout);
        if (j->lines_done >= j->lines_to_skip && j->lines_done - j->last_saved >= CHECKPOINT) {
            if (!save(j, false)) return;
            j->last_saved = j->lines_done;
        }
    }
}

static int finish(job *j) {
    if (interrupted) {
        bool saved = j->set.state && j->lines_done >= j->lines_to_skip && save(j, false);
        plx_cli_say(j->cli, saved ? "interrupted; go on with --resume" : "interrupted");
        return j->exit_code ? j->exit_code : PLX_EXIT_SOME;
    }
    if (!j->set.now)
        for (size_t i = 0; i < j->ids.n; i++) put_assignment(j, i);
    if (!save(j, true)) return j->exit_code;
    j->n_failed += j->lines.n_failed;
    if (j->n_failed && j->ids.n == 0) return PLX_EXIT_NOTHING;
    return j->n_failed ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

static int gather_all(job *j, char **paths, int n_paths) {
    if (j->set.state) {
        int code = load(j);
        if (code != PLX_EXIT_DONE) return code;
    }
    if (j->set.changes && !(j->changes = fopen(j->set.changes, "ab"))) {
        plx_cli_say(j->cli, "%s: %s", j->set.changes, strerror(errno));
        return PLX_EXIT_IO;
    }
    struct sigaction act = {.sa_handler = on_interrupt};
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    plx_lines_begin(&j->lines, j->cli, paths, n_paths);
    plx_cli_progress_begin(&j->progress, j->cli, "gathering", "accounts", 0);
    plx_error err;
    plx_err failed = plx_guard(work, j, &err);
    plx_cli_progress_end(&j->progress);
    int code = j->exit_code;
    if (failed != PLX_OK) {
        plx_cli_say(j->cli, "%s", err.msg);
        code = PLX_EXIT_IO;
    } else if (code == PLX_EXIT_DONE) {
        code = finish(j);
    }
    plx_lines_end(&j->lines);
    if (j->changes && fclose(j->changes) != 0) code = PLX_EXIT_IO;
    return code;
}

static bool take_options(plx_cli *cli, plx_opts *o, settings *set) {
    for (int c; (c = plx_opts_next(o)) != PLX_OPT_END;) {
        uint64_t n;
        double d;
        switch (c) {
        case OPT_STATE: set->state = o->value; break;
        case OPT_RESUME: set->resume = true; break;
        case OPT_CHANGES: set->changes = o->value; break;
        case OPT_NOW: set->now = true; break;
        case OPT_MAX_LIVE:
            if (!plx_opts_number(o, "max-live", 1, 1u << 24, &n)) return false;
            set->stream.max_live = (size_t)n;
            break;
        case OPT_STRICTER:
            if (!plx_str_to_f64(plx_str_of(o->value), &d) || !(d >= -20.0 && d <= 20.0)) {
                plx_cli_say(cli, "--stricter wants a number from -20 to 20");
                return false;
            }
            set->stream.threshold = d;
            break;
        case 'j':
            if (!plx_opts_number(o, "jobs", 1, 256, &n)) return false;
            set->threads = (unsigned)n;
            break;
        default: return false;
        }
    }
    return true;
}

static int run(plx_cli *cli, int argc, char **argv) {
    job j = {.cli = cli, .set = {.threads = cli->threads}};
    plx_opts o = plx_opts_begin(cli, argc, argv);
    if (!take_options(cli, &o, &j.set)) return PLX_EXIT_USAGE;
    if (o.n_operands == 0 || (j.set.resume && !j.set.state)) {
        plx_cli_say(cli, o.n_operands ? "--resume needs --state FILE"
                                      : "name the files, or - for standard input");
        return PLX_EXIT_USAGE;
    }
    j.set.stream.changed = put_change;
    j.set.stream.ctx = &j;
    j.batch = calloc(BATCH, sizeof *j.batch);
    if (!j.batch) return PLX_EXIT_IO;
    for (size_t i = 0; i < BATCH; i++) plx_arena_init(&j.batch[i].arena, 4 * PLX_GIB);
    plx_arena_init(&j.ids_arena, 16 * PLX_GIB);
    int code = gather_all(&j, o.operands, o.n_operands);
    for (size_t i = 0; i < BATCH; i++) {
        plx_arena_release(&j.batch[i].arena);
        free(j.batch[i].line);
    }
    free(j.batch);
    plx_arena_release(&j.ids_arena);
    plx_stream_free(j.stream);
    return code;
}

static const plx_cli_option options[] = {
    {OPT_STATE, "state", "FILE",
     "go on from the stories in FILE, if it is there, and keep them in it at the end"},
    {OPT_RESUME, "resume", NULL,
     "go on with a run that was interrupted: the same input and --state again"},
    {OPT_CHANGES, "changes", "FILE",
     "append to FILE each merge and split of stories with its reason, as JSON Lines"},
    {OPT_NOW, "now", NULL,
     "print each account as it comes, with its story as of then; without it all are printed at the "
     "end, after all merges and splits"},
    {OPT_MAX_LIVE, "max-live", "N",
     "how many stories can still grow; the ones longest untouched end. Without it: 25000"},
    {OPT_STRICTER, "stricter", "X",
     "ask for X more log odds before accounts are joined; below 0: for less"},
    {'j', "jobs", "N",
     "threads that read; the stories do not depend on it. Without it: one a core"},
};

const plx_cli_command plx_cli_command_stories = {
    .name = "stories",
    .summary = "sort a stream of accounts into stories as they come",
    .synopsis = "[options] FILE…",
    .details =
        "Reads JSON Lines {\"id\", \"text\", \"title\"?, \"date\"?} and prints {\"id\", "
        "\"story\"} for each, in the same order. Accounts are of one story when they tell the same "
        "events: words, names, ages, days named in the text and the dates of publication "
        "decide.\n\n"
        "Stories keep their numbers. With --state a later run goes on where this one ended, and "
        "gives what one run over all would have given.",
    .examples = "  parallax stories day1.jsonl > stories.jsonl\n"
                "  parallax stories --state desk.state --changes changes.jsonl day2.jsonl\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
