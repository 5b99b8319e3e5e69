/* The verb `dossier`: accounts in, stories gathered and reconciled, dossier out. */
#include "corrections.h"
#include "inputs.h"
#include "model.h"
#include "progress.h"

#include "base/threads.h"
#include "report/report.h"
#include "report/viewer_html.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    OPT_PUBLISHED = 256,
    OPT_SOURCE,
    OPT_MODEL,
    OPT_ONE_STORY,
    OPT_FAST,
    OPT_KEEP_NOISE,
    OPT_CORRECTIONS
};

typedef enum format {
    FORMAT_HTML,
    FORMAT_JSON,
    FORMAT_MD,
    FORMAT_CSV,
    FORMAT_TERM,
    N_FORMATS
} format;

static const struct {
    const char *name, *file;
} formats[N_FORMATS] = {[FORMAT_HTML] = {"html", "index.html"},
                        [FORMAT_JSON] = {"json", "dossier.json"},
                        [FORMAT_MD] = {"md", "dossier.md"},
                        [FORMAT_CSV] = {"csv", "dossier.csv"},
                        [FORMAT_TERM] = {"term", "dossier.txt"}};

#define REPORT_LIMIT_BYTES (16 * PLX_GIB)

typedef struct settings {
    bool wanted[N_FORMATS];
    size_t n_wanted;
    const char *out; /* NULL: stdout */
    const char *model, *corrections_path;
    plx_cli_corrections corrections;
    plx_read_options read;
    plx_pipeline_options pipeline;
} settings;

static bool take_formats(const plx_cli *cli, settings *set, const char *list) {
    plx_str rest = plx_str_of(list);
    for (plx_str name; plx_str_split(&rest, ',', &name);) {
        size_t i = 0;
        while (i < N_FORMATS && !plx_str_eq(name, plx_str_of(formats[i].name))) i++;
        if (i == N_FORMATS) {
            plx_cli_say(cli, "there is no format '%.*s' (html, json, md, csv, term)",
                        PLX_FMT(name));
            return false;
        }
        set->n_wanted += !set->wanted[i];
        set->wanted[i] = true;
    }
    return true;
}

/* ---- writing ------------------------------------------------------------------------------------
 */

typedef struct report_job {
    const plx_dossier *dossier;
    format format;
    plx_term_style style;
    plx_arena *arena;
    plx_buf out;
} report_job;

static void report_guarded(void *ctx) {
    report_job *job = ctx;
    plx_buf_init(&job->out, job->arena, REPORT_LIMIT_BYTES);
    switch (job->format) {
    case FORMAT_HTML: {
        plx_str viewer = plx_str_n((const char *)plx__viewer_html, plx__viewer_html_size);
        if (!plx_report_html(job->dossier, viewer, &job->out)) {
            plx_throw(PLX_UNSUPPORTED, 0, "this program was built without the page's viewer");
        }
        break;
    }
    case FORMAT_JSON: plx_report_json(job->dossier, 1, &job->out); break;
    case FORMAT_MD: plx_report_markdown(job->dossier, &job->out); break;
    case FORMAT_CSV: plx_report_csv(job->dossier, &job->out); break;
    default: plx_report_term(job->dossier, job->style, &job->out);
    }
    if (job->out.overflow) {
        plx_throw(PLX_LIMIT, 0, "the report is larger than %llu GiB",
                  (unsigned long long)(REPORT_LIMIT_BYTES >> 30));
    }
}

/* Writes a file whole or not at all: under another name first. What is there and no file (a device,
 * a pipe) is written to as it is; another one must not take its place. */
static bool write_file(const plx_cli *cli, const char *path, plx_str bytes) {
    char temporary[4096];
    int n = snprintf(temporary, sizeof temporary, "%s.part", path);
    if (n < 0 || (size_t)n >= sizeof temporary) {
        plx_cli_say(cli, "%s: the path is too long", path);
        return false;
    }
    struct stat st;
    bool whole = stat(path, &st) != 0 || S_ISREG(st.st_mode);
    FILE *f = fopen(whole ? temporary : path, "wb");
    bool ok = f != NULL;
    if (ok) {
        ok = fwrite(bytes.p, 1, bytes.n, f) == bytes.n;
        ok = fclose(f) == 0 && ok;
        ok = ok && (!whole || rename(temporary, path) == 0);
    }
    if (!ok) {
        plx_cli_say(cli, "%s: %s", path, strerror(errno));
        if (f && whole) (void)unlink(temporary);
    }
    return ok;
}

static bool is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* One report to its place: stdout, the file, or the folder's file for its format. */
static bool put_report(const plx_cli *cli, const settings *set, format f, plx_str bytes) {
    if (!set->out || strcmp(set->out, "-") == 0) {
        return fwrite(bytes.p, 1, bytes.n, stdout) == bytes.n;
    }
    if (set->n_wanted == 1 && !is_folder(set->out)) {
        return write_file(cli, set->out, bytes);
    }
    char path[4096];
    int n = snprintf(path, sizeof path, "%s/%s", set->out, formats[f].file);
    if (n < 0 || (size_t)n >= sizeof path) {
        plx_cli_say(cli, "%s: the path is too long", set->out);
        return false;
    }
    return write_file(cli, path, bytes);
}

static int put_reports(const plx_cli *cli, const settings *set, const plx_dossier *dossier) {
    if (set->n_wanted > 1 && set->out && mkdir(set->out, 0777) != 0 && errno != EEXIST) {
        plx_cli_say(cli, "%s: %s", set->out, strerror(errno));
        return PLX_EXIT_IO;
    }
    for (int f = 0; f < N_FORMATS; f++) {
        if (!set->wanted[f]) continue;
        plx_arena arena;
        plx_arena_init(&arena, 4 * REPORT_LIMIT_BYTES);
        report_job job = {.dossier = dossier, .format = (format)f, .arena = &arena};
        job.style.width = cli->width;
        job.style.colour = cli->colour && !set->out;
        plx_error err;
        plx_err code = plx_guard(report_guarded, &job, &err);
        if (code != PLX_OK) plx_cli_say(cli, "%s: %s", formats[f].name, err.msg);
        bool ok = code == PLX_OK && put_report(cli, set, (format)f, plx_buf_str(&job.out));
        plx_arena_release(&arena);
        if (!ok) return PLX_EXIT_IO;
    }
    return PLX_EXIT_DONE;
}

/* ---- the job ------------------------------------------------------------------------------------
 */

static void one_annotated(void *ctx) { plx_cli_progress_add(ctx, 1); }

static int make_dossier(const plx_cli *cli, settings *set, plx_inputs *in) {
    plx_cli_progress progress;
    plx_cli_progress_begin(&progress, cli, "reading closely", "accounts", in->n);
    set->pipeline.annotated = one_annotated;
    set->pipeline.ctx = &progress;
    plx_pipeline_annotate(in->items, in->n, &set->pipeline);
    plx_cli_progress_end(&progress);
    for (size_t i = 0; i < in->n; i++) {
        if (!in->items[i].annotation) {
            in->n_failed++;
            plx_cli_say(cli, "%.*s: %s", PLX_FMT(in->items[i].account->path),
                        in->items[i].error.msg);
        }
    }
    plx_dossier_made made;
    plx_error err;
    plx_err code = plx_pipeline_dossier(in->items, in->n, &set->pipeline, &made, &err);
    if (code != PLX_OK) {
        plx_cli_say(cli, "%s", err.msg);
        return PLX_EXIT_NOTHING;
    }
    plx_cli_corrections_report(&set->corrections, cli, &made.dossier);
    int exit_code = put_reports(cli, set, &made.dossier);
    plx_dossier_release(&made);
    return exit_code != PLX_EXIT_DONE ? exit_code : plx_inputs_exit_code(in);
}

static bool take_options(plx_cli *cli, plx_opts *o, settings *set) {
    for (int c; (c = plx_opts_next(o)) != PLX_OPT_END;) {
        uint64_t n;
        switch (c) {
        case 'f':
            if (!take_formats(cli, set, o->value)) return false;
            break;
        case 'o': set->out = o->value; break;
        case 'j':
            if (!plx_opts_number(o, "jobs", 1, 256, &n)) return false;
            set->pipeline.threads = (unsigned)n;
            break;
        case OPT_PUBLISHED: set->read.published = plx_str_of(o->value); break;
        case OPT_SOURCE: set->read.source = plx_str_of(o->value); break;
        case OPT_MODEL: set->model = o->value; break;
        case OPT_CORRECTIONS: set->corrections_path = o->value; break;
        case OPT_ONE_STORY: set->pipeline.one_story = true; break;
        case OPT_FAST: set->pipeline.speed = PLX_LANG_FAST; break;
        case OPT_KEEP_NOISE: set->read.keep_noise = true; break;
        default: return false;
        }
    }
    return true;
}

typedef struct beginning {
    const plx_cli *cli;
    const settings *set;
    const plx_opts *operands;
    plx_cli_model model;
    plx_inputs in;
} beginning;

static void open_or_read(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    beginning *b = ctx;
    if (item == 0) {
        plx_inputs_read(&b->in, b->cli, b->operands->operands, b->operands->n_operands,
                        &b->set->read);
    } else {
        plx_cli_model_open(&b->model);
    }
}

/* Reads the accounts while the model is opened and checked, on one thread each. */
static int begin_dossier(const plx_cli *cli, settings *set, const plx_opts *operands) {
    beginning b = {.cli = cli, .set = set, .operands = operands, .model.path = set->model};
    plx_parallel(set->pipeline.threads, 2, open_or_read, &b);
    int code = PLX_EXIT_IO;
    if (plx_cli_model_check(&b.model, cli)) {
        set->pipeline.lang = b.model.lang;
        code = b.in.n ? make_dossier(cli, set, &b.in) : plx_inputs_exit_code(&b.in);
    }
    plx_inputs_release(&b.in);
    plx_lang_free(b.model.lang);
    return code;
}

static int run(plx_cli *cli, int argc, char **argv) {
    settings set = {.read = plx_read_defaults(), .pipeline = {.threads = cli->threads}};
    plx_opts o = plx_opts_begin(cli, argc, argv);
    if (!take_options(cli, &o, &set)) return PLX_EXIT_USAGE;
    if (o.n_operands == 0) {
        plx_cli_say(cli, "name the accounts: files, folders, or - for standard input");
        return PLX_EXIT_USAGE;
    }
    if (set.n_wanted == 0) {
        set.wanted[cli->out_is_terminal && !set.out ? FORMAT_TERM : FORMAT_JSON] = true;
        set.n_wanted = 1;
    }
    if (set.n_wanted > 1 && !set.out) {
        plx_cli_say(cli, "several formats need a folder to go to: -o FOLDER");
        return PLX_EXIT_USAGE;
    }
    if (!plx_cli_corrections_read(&set.corrections, cli, set.corrections_path, o.operands,
                                  o.n_operands)) {
        plx_cli_corrections_release(&set.corrections);
        return PLX_EXIT_USAGE;
    }
    set.pipeline.corrections = &set.corrections.list;
    int code = begin_dossier(cli, &set, &o);
    plx_cli_corrections_release(&set.corrections);
    return code;
}

static const plx_cli_option options[] = {
    {'f', "format", "LIST",
     "html, json, md, csv or term; several with commas between them need -o FOLDER. Without it: "
     "term "
     "on a terminal, else json"},
    {'o', "output", "FILE|FOLDER", "where it goes; without it: standard output"},
    {'j', "jobs", "N", "how many accounts are read closely at once; without it: one a core"},
    {OPT_PUBLISHED, "published", "DATE", "the date (2025-04-16) of accounts that tell none"},
    {OPT_SOURCE, "source", "NAME", "the source of accounts that name none"},
    {OPT_CORRECTIONS, "corrections", "FILE",
     "what a reader set right (join, split, rename, drop, speaker, date, same, apart), a line "
     "each; without it "
     "parallax.corrections beside the accounts"},
    {OPT_ONE_STORY, "one-story", NULL,
     "all accounts are of one story: do not sort them into several"},
    {OPT_MODEL, "model", "FILE",
     "the language model; without it: the one that came with the program"},
    {OPT_FAST, "fast", NULL, "leave out what takes longest where the model allows it"},
    {OPT_KEEP_NOISE, "keep-noise", NULL, "mark no captions, scripts and share lines as dropped"},
};

const plx_cli_command plx_cli_command_dossier = {
    .name = "dossier",
    .summary = "set accounts of the same events side by side: the main job",
    .synopsis = "[options] PATH…",
    .details = "Reads the accounts (plain text, HTML, JSON Lines, archives; a folder is read with "
               "all below it), "
               "sorts them into stories and makes of each a dossier: what all say, what only one "
               "says, where "
               "they differ, who said what in whose rendering, who shares text with whom.\n\n"
               "A parallax.csv beside the files (path,source,published,url,title) says what the "
               "texts do not.",
    .examples = "  parallax dossier reports/\n"
                "  parallax dossier -f html -o story.html reports/\n"
                "  parallax dossier -f html,json,md -o story/ one.txt two.html three.txt\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
