/* parallax extract: pages, archives, feeds in; clean articles with what is known of them out. */
#include "cli.h"
#include "progress.h"

#include "base/json.h"
#include "base/map.h"
#include "read/read.h"

#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { OPT_PUBLISHED = 256, OPT_SOURCE, OPT_DROPPED, OPT_RESUME, OPT_MAX_MIB };

typedef enum format { FORMAT_JSON, FORMAT_TEXT, FORMAT_MARKDOWN } format;

#define ACCOUNT_LIMIT (2 * PLX_GIB)

typedef struct extract {
    const plx_cli *cli;
    FILE *out;
    format format;
    bool dropped; /* write the whole text and what is dropped in it */
    plx_arena arena;
    plx_map done; /* paths that the resumed output has */
    plx_arena done_arena;
    plx_cli_progress progress;
    uint64_t n_read, n_empty, n_skipped, n_failed, n_passed, n_repeated, n_stubs, by_code[32];
    plx_read_seen *seen;
    bool write_failed;
} extract;

/* ---- one account
 * ----------------------------------------------------------------------------------- */

/* The article alone: dropped parts cut out, and the empty lines that they leave. */
static plx_str clean_text(const plx_account *a, plx_arena *arena) {
    if (a->n_dropped == 0) return a->text;
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX);
    size_t at = 0;
    for (size_t i = 0; i <= a->n_dropped; i++) {
        size_t end = i < a->n_dropped ? a->dropped[i].span.begin : a->text.n;
        plx_str part = plx_str_slice(a->text, at, end);
        while (part.n && (b.n == 0 || b.p[b.n - 1] == '\n') &&
               (part.p[0] == '\n' || part.p[0] == ' ')) {
            part = plx_str_slice(part, 1, part.n);
        }
        plx_buf_put(&b, part);
        at = i < a->n_dropped ? a->dropped[i].span.end : a->text.n;
    }
    return plx_str_trim(plx_buf_str(&b));
}

static void put_json(const extract *x, const plx_account *a, plx_arena *arena, plx_buf *out) {
    plx_json j;
    plx_json_init(&j, out, 0);
    plx_json_object(&j);
    plx_json_put_str(&j, "path", a->path);
    plx_json_put_opt(&j, "url", a->url);
    plx_json_put_opt(&j, "title", a->title);
    plx_json_key(&j, "authors");
    plx_json_array(&j);
    for (size_t i = 0; i < a->n_authors; i++) plx_json_str(&j, a->authors[i]);
    plx_json_end(&j);
    plx_json_put_opt(&j, "published", a->published);
    plx_json_put_opt(&j, "modified", a->modified);
    plx_json_put_opt(&j, "source", a->source);
    plx_json_put_opt(&j, "section", a->section);
    plx_json_put_opt(&j, "language", a->language);
    plx_json_put_str(&j, "text", x->dropped ? a->text : clean_text(a, arena));
    if (x->dropped) {
        plx_json_key(&j, "dropped");
        plx_json_array(&j);
        for (size_t i = 0; i < a->n_dropped; i++) {
            plx_json_object(&j);
            plx_json_put_span(&j, "span", a->dropped[i].span);
            plx_json_put_str(&j, "why", a->dropped[i].why);
            plx_json_end(&j);
        }
        plx_json_end(&j);
    }
    plx_json_key(&j, "evidence");
    plx_json_object(&j);
    for (size_t i = 0; i < a->n_evidence; i++) {
        plx_str field = plx_str_dup(arena, a->evidence[i].field);
        plx_json_put_str(&j, field.p, a->evidence[i].from);
    }
    plx_json_end(&j);
    plx_json_end(&j);
    plx_buf_putc(out, '\n');
}

static void put_line(plx_buf *out, const char *label, plx_str value) {
    if (value.n) plx_buf_printf(out, "%s%.*s\n", label, PLX_FMT(value));
}

static void put_text(const plx_account *a, bool markdown, plx_arena *arena, plx_buf *out) {
    if (markdown) {
        put_line(out, "# ", a->title.n ? a->title : a->path);
        plx_buf_putc(out, '\n');
        put_line(out, "- Source: ", a->source);
        for (size_t i = 0; i < a->n_authors; i++) put_line(out, "- Author: ", a->authors[i]);
        put_line(out, "- Published: ", a->published);
        put_line(out, "- Address: ", a->url);
        plx_buf_putc(out, '\n');
    } else {
        put_line(out, "", a->title);
        plx_buf_putz(out, a->title.n ? "\n" : "");
    }
    plx_buf_put(out, clean_text(a, arena));
    plx_buf_putz(out, markdown ? "\n\n---\n\n" : "\n\f\n");
}

typedef struct job {
    extract *x;
    const plx_account *a;
} job;

static void put_account(void *ctx) {
    job *j = ctx;
    extract *x = j->x;
    plx_buf out;
    plx_buf_init(&out, &x->arena, ACCOUNT_LIMIT);
    if (x->format == FORMAT_JSON) {
        put_json(x, j->a, &x->arena, &out);
    } else {
        put_text(j->a, x->format == FORMAT_MARKDOWN, &x->arena, &out);
    }
    x->write_failed |= fwrite(out.p, 1, out.n, x->out) != out.n;
}

/* ---- the sink
 * -------------------------------------------------------------------------------------- */

static plx_arena *next_arena(void *ctx) {
    extract *x = ctx;
    plx_arena_reset(&x->arena);
    return &x->arena;
}

static bool take_account(void *ctx, const plx_account *account) {
    extract *x = ctx;
    job j = {x, account};
    plx_error err;
    if (plx_guard(put_account, &j, &err) != PLX_OK) {
        plx_cli_say(x->cli, "%.*s: %s", PLX_FMT(account->path), err.msg);
        x->n_failed++;
        return true;
    }
    x->n_read++;
    for (size_t i = 0; i < account->n_evidence; i++) {
        x->n_stubs += plx_str_eq(account->evidence[i].field, plx_str_of("paywall")) &&
                      plx_str_starts(account->evidence[i].from, plx_str_of("stub"));
    }
    return !x->write_failed;
}

static void take_failure(void *ctx, plx_str path, const plx_error *why, bool named) {
    extract *x = ctx;
    plx_cli_progress_wipe(&x->progress);
    bool beside = !named && why->code == PLX_UNSUPPORTED;
    if (why->code == PLX_REPEATED) {
        x->n_repeated++;
        plx_cli_say(x->cli, "%.*s: %s", PLX_FMT(path), why->msg);
        return;
    }
    if (beside) {
        x->n_skipped++;
        plx_cli_say(x->cli, "%.*s: skipped: %s", PLX_FMT(path), why->msg);
        return;
    }
    if (why->code == PLX_EMPTY) {
        x->n_empty++;
    } else {
        x->n_failed++;
        x->by_code[(unsigned)why->code % PLX_CLI_COUNT(x->by_code)]++;
    }
    plx_cli_say(x->cli, "%.*s: %s", PLX_FMT(path), why->msg);
}

static void take_progress(void *ctx, uint64_t bytes) {
    plx_cli_progress_add(&((extract *)ctx)->progress, bytes);
}

static bool is_wanted(void *ctx, plx_str path) {
    extract *x = ctx;
    bool done = plx_map_get(&x->done, path) != PLX_NONE;
    x->n_passed += done;
    return !done;
}

/* ---- a resumed run
 * --------------------------------------------------------------------------------- */

typedef struct resume_job {
    extract *x;
    const char *path;
    long good; /* bytes of whole lines */
} resume_job;

/* A page whose other versions shall be known when they come. */
static void learn_page(const extract *x, const json_t *o, plx_str path) {
    const char *url = json_string_value(json_object_get(o, "url")),
               *text = json_string_value(json_object_get(o, "text"));
    if (x->seen && url && text) {
        plx_account a = {.path = path, .url = plx_str_of(url), .text = plx_str_of(text)};
        (void)plx_read_seen_before(x->seen, &a);
    }
}

static void learn_done(void *ctx) {
    resume_job *r = ctx;
    FILE *f = fopen(r->path, "r");
    if (!f) return;
    char *line = NULL;
    size_t cap = 0;
    for (ssize_t n; (n = getline(&line, &cap, f)) > 0 && line[n - 1] == '\n';) {
        json_error_t e;
        json_t *o = json_loadb(line, (size_t)n, 0, &e);
        const char *path = json_string_value(json_object_get(o, "path"));
        if (path) {
            plx_str key = plx_str_dup(&r->x->done_arena, plx_str_of(path));
            (void)plx_map_put(&r->x->done, key, 1, NULL);
            learn_page(r->x, o, key);
        }
        json_decref(o);
        r->good += n;
    }
    free(line);
    (void)fclose(f);
}

/* ---- the verb
 * -------------------------------------------------------------------------------------- */

static const plx_cli_option options[] = {
    {'f', "format", "FORMAT", "json (a line an account), text or markdown"},
    {'o', "output", "FILE", "write there, not to standard output"},
    {'j', "jobs", "N", "threads; as many as there are cores unless said"},
    {OPT_RESUME, "resume", NULL,
     "go on with the FILE of --output: what stands in it is not read again"},
    {OPT_DROPPED, "dropped", NULL,
     "the text with all that was found in its midst, and what of it is dropped and why"},
    {OPT_PUBLISHED, "published", "DATE", "the date of accounts that do not tell theirs"},
    {OPT_SOURCE, "source", "NAME", "the source of accounts that do not tell theirs"},
    {OPT_MAX_MIB, "max-mib", "N", "refuse single accounts over N MiB (64)"},
};

static void say_counts(const extract *x) {
    char why[400] = "";
    size_t n = 0;
    for (unsigned c = 0; c < PLX_CLI_COUNT(x->by_code); c++) {
        if (x->by_code[c] && n < sizeof why) {
            int k = snprintf(why + n, sizeof why - n, "%s%s: %llu", n ? ", " : " (",
                             plx_err_text((plx_err)c), (unsigned long long)x->by_code[c]);
            n += k > 0 ? (size_t)k : 0;
        }
    }
    char more[200] = "";
    n = 0;
    const struct {
        uint64_t n;
        const char *what;
    } others[] = {{x->n_repeated, "other versions of pages"},
                  {x->n_stubs, "cut short by a paywall"},
                  {x->n_passed, "there already"}};
    for (size_t i = 0; i < PLX_CLI_COUNT(others); i++) {
        if (others[i].n && n < sizeof more) {
            int k = snprintf(more + n, sizeof more - n, ", %llu %s",
                             (unsigned long long)others[i].n, others[i].what);
            n += k > 0 ? (size_t)k : 0;
        }
    }
    plx_cli_say(x->cli, "%llu read, %llu empty, %llu failed%s%s, %llu skipped%s",
                (unsigned long long)x->n_read, (unsigned long long)x->n_empty,
                (unsigned long long)x->n_failed, why, *why ? ")" : "",
                (unsigned long long)x->n_skipped, more);
}

static int finish(extract *x) {
    plx_cli_progress_end(&x->progress);
    say_counts(x);
    bool bad = x->write_failed || (x->out != stdout && fclose(x->out) != 0);
    plx_arena_release(&x->arena);
    plx_arena_release(&x->done_arena);
    plx_read_seen_free(x->seen);
    if (bad) {
        plx_cli_say(x->cli, "the output could not be written");
        return PLX_EXIT_IO;
    }
    if (x->n_read + x->n_passed == 0) return plx_cli_finish(x->cli, PLX_EXIT_NOTHING);
    return plx_cli_finish(x->cli, x->n_failed || x->n_empty ? PLX_EXIT_SOME : PLX_EXIT_DONE);
}

static bool open_output(extract *x, const char *path, bool resume) {
    x->out = stdout;
    plx_arena_init(&x->done_arena, 4 * PLX_GIB);
    plx_map_init(&x->done, &x->done_arena);
    if (!path) return true;
    resume_job r = {x, path, 0};
    if (resume && plx_guard(learn_done, &r, NULL) != PLX_OK) return false;
    x->out = fopen(path, resume ? "r+" : "w");
    if (!x->out && resume) x->out = fopen(path, "w");
    if (!x->out || (resume && fseek(x->out, r.good, SEEK_SET) != 0)) {
        plx_cli_say(x->cli, "%s: %s", path, strerror(errno));
        return false;
    }
    return true;
}

static int run(plx_cli *cli, int argc, char **argv) {
    extract x = {.cli = cli};
    plx_read_options read = plx_read_defaults();
    read.n_threads = cli->threads;
    const char *path = NULL;
    bool resume = false;
    uint64_t n;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (c) {
        case 'f':
            if (strcmp(o.value, "json") == 0) {
                x.format = FORMAT_JSON;
            } else if (strcmp(o.value, "text") == 0) {
                x.format = FORMAT_TEXT;
            } else if (strcmp(o.value, "markdown") == 0) {
                x.format = FORMAT_MARKDOWN;
            } else {
                plx_cli_say(cli, "there is no format '%s' (json, text, markdown)", o.value);
                return PLX_EXIT_USAGE;
            }
            break;
        case 'o': path = o.value; break;
        case 'j':
            if (!plx_opts_number(&o, "--jobs", 1, 1024, &n)) return PLX_EXIT_USAGE;
            read.n_threads = (unsigned)n;
            break;
        case OPT_RESUME: resume = true; break;
        case OPT_DROPPED: x.dropped = true; break;
        case OPT_PUBLISHED: read.published = plx_str_of(o.value); break;
        case OPT_SOURCE: read.source = plx_str_of(o.value); break;
        case OPT_MAX_MIB:
            if (!plx_opts_number(&o, "--max-mib", 1, 4000, &n)) return PLX_EXIT_USAGE;
            read.max_account_bytes = (size_t)n * PLX_MIB;
            break;
        default: return PLX_EXIT_USAGE;
        }
    }
    if (o.n_operands == 0 || (resume && (!path || x.format != FORMAT_JSON))) {
        plx_cli_say(cli, "%s",
                    resume ? "--resume needs --output and JSON"
                           : "no input is named (a file, a folder, or - )");
        return PLX_EXIT_USAGE;
    }
    x.seen = plx_read_seen_new(); /* without memory for it, every page is an account */
    if (!open_output(&x, path, resume)) return PLX_EXIT_IO;
    plx_arena_init(&x.arena, ACCOUNT_LIMIT);
    plx_cli_progress_begin(&x.progress, cli, "extracting", "bytes", 0);
    plx_read_sink sink = {.ctx = &x,
                          .arena = next_arena,
                          .account = take_account,
                          .failed = take_failure,
                          .progress = take_progress};
    sink.wanted = resume ? is_wanted : NULL;
    sink.seen = x.seen;
    for (int i = 0; i < o.n_operands && !x.write_failed; i++) {
        plx_err e = plx_read_path(o.operands[i], &read, &sink);
        if (e != PLX_OK && !x.write_failed) {
            plx_cli_say(cli, "%s: %s", o.operands[i], plx_err_text(e));
            x.n_failed++;
        }
    }
    return finish(&x);
}

const plx_cli_command plx_cli_command_extract = {
    .name = "extract",
    .summary = "clean articles and what is known of them, out of pages and their containers",
    .synopsis = "[options] PATH…",
    .details = "Reads saved pages and whatever holds them, and writes the article of each: its "
               "text without what "
               "stands around it, title, authors, dates, outlet, section, language, address, and "
               "where each was "
               "found. Folders are read recursively. A live blog gives an account for each entry, "
               "where its markup shows them; AMP, print and readers' versions of a page are one "
               "account, and named. What gives no article is named on standard error; the last "
               "line there counts.",
    .examples = "parallax extract saved/ > articles.jsonl\n"
                "parallax extract -o articles.jsonl --resume crawl.warc.gz",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
