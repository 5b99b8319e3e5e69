/* The verb `same`: do two sentences make the same claim? */
#include "model.h"

#include "base/utf8.h"
#include "find/find.h"
#include "match/claims.h"

#include <stdlib.h>
#include <string.h>

enum { OPT_PAIRS = 256, OPT_MODEL };

#define PAIR_LIMIT_BYTES PLX_GIB

typedef struct pair_job {
    const plx_lang *lang;
    plx_arena *arena;
    plx_str a, b;
    double probability;
    plx_str why;
} pair_job;

static plx_claim claim_of(const pair_job *job, plx_str text) {
    plx_account *account = plx_new(job->arena, plx_account);
    account->text = text;
    plx_annotation *an = plx_new(job->arena, plx_annotation);
    plx_lang_annotate(job->lang, account, PLX_LANG_ACCURATE, job->arena, an);
    plx_find_context ctx = {{NULL, 0}};
    plx_find_all(an, &ctx, job->arena);
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, NULL, job->arena);
    return plx_claim_read(&reader, 0, (uint32_t)an->n_tokens, PLX_NONE, PLX_NONE);
}

static void compare(void *ctx) {
    pair_job *job = ctx;
    double features[PLX_N_CLAIM_FEATURES];
    plx_claim a = claim_of(job, job->a), b = claim_of(job, job->b);
    plx_claim_compare(&a, &b, features);
    job->probability = plx_claim_probability(plx_claim_log_odds_alone(features));
    job->why = plx_claim_why(&a, &b, job->arena);
}

static bool run_pair(const plx_cli *cli, pair_job *job, size_t line) {
    plx_error err;
    if (plx_utf8_validate(job->a) != job->a.n || plx_utf8_validate(job->b) != job->b.n) {
        plx_cli_say(cli, "line %zu: not valid UTF-8", line);
        return false;
    }
    if (plx_guard(compare, job, &err) == PLX_OK) return true;
    plx_cli_say(cli, "line %zu: %s", line, err.msg);
    return false;
}

/* Appends the score to each line; text A and B are the second and third cell (label first), or the
 * first and second where there are but two. A line that cannot be scored gets an empty cell. */
static int run_pairs(const plx_cli *cli, const plx_lang *lang, const char *path) {
    FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!f) {
        plx_cli_say(cli, "%s: cannot be opened", path);
        return PLX_EXIT_NOTHING;
    }
    char *line = NULL;
    size_t cap = 0, n_line = 0, n_failed = 0;
    plx_arena arena;
    plx_arena_init(&arena, PAIR_LIMIT_BYTES);
    for (ssize_t n; (n = getline(&line, &cap, f)) > 0;) {
        n_line++;
        plx_str whole = plx_str_n(line, (size_t)n);
        while (whole.n && (whole.p[whole.n - 1] == '\n' || whole.p[whole.n - 1] == '\r')) whole.n--;
        plx_str cells[3], rest = whole;
        size_t n_cells = 0;
        while (n_cells < 3 && plx_str_split(&rest, '\t', &cells[n_cells])) n_cells++;
        pair_job job = {.lang = lang, .arena = &arena};
        bool ok = n_cells >= 2;
        if (ok) {
            job.a = cells[n_cells == 2 ? 0 : 1];
            job.b = cells[n_cells == 2 ? 1 : 2];
            ok = run_pair(cli, &job, n_line);
        } else {
            plx_cli_say(cli, "%s: line %zu: expected two texts with a tab between them", path,
                        n_line);
        }
        n_failed += !ok;
        fwrite(whole.p, 1, whole.n, stdout);
        if (ok) {
            printf("\t%.4f\n", job.probability);
        } else {
            fputs("\t\n", stdout);
        }
        plx_arena_reset(&arena);
    }
    plx_arena_release(&arena);
    free(line);
    if (f != stdin) fclose(f);
    return n_failed ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

static int run(plx_cli *cli, int argc, char **argv) {
    const char *pairs = NULL, *model = NULL;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        if (c == OPT_PAIRS) {
            pairs = o.value;
        } else if (c == OPT_MODEL) {
            model = o.value;
        } else {
            return PLX_EXIT_USAGE;
        }
    }
    if (pairs ? o.n_operands != 0 : o.n_operands != 2) {
        plx_cli_say(cli, "two sentences, or --pairs FILE");
        return PLX_EXIT_USAGE;
    }
    plx_lang *lang;
    if (!plx_cli_open_model(cli, model, &lang)) return PLX_EXIT_IO;
    int code = PLX_EXIT_DONE;
    if (pairs) {
        code = run_pairs(cli, lang, pairs);
    } else {
        plx_arena arena;
        plx_arena_init(&arena, PAIR_LIMIT_BYTES);
        pair_job job = {.lang = lang,
                        .arena = &arena,
                        .a = plx_str_of(o.operands[0]),
                        .b = plx_str_of(o.operands[1])};
        if (run_pair(cli, &job, 1)) {
            printf("%.4f\t%.*s\n", job.probability, PLX_FMT(job.why));
        } else {
            code = PLX_EXIT_NOTHING;
        }
        plx_arena_release(&arena);
    }
    plx_lang_free(lang);
    return code;
}

static const plx_cli_option options[] = {
    {OPT_PAIRS, "pairs", "FILE",
     "score the two texts of each line (tabs between them; a label may stand in front) and print "
     "the "
     "line with the score behind it; - for standard input"},
    {OPT_MODEL, "model", "FILE",
     "the language model; without it: the one that came with the program"},
};

const plx_cli_command plx_cli_command_same = {
    .name = "same",
    .summary = "do two sentences make the same claim?",
    .synopsis = "A B | --pairs FILE",
    .details = "Prints a score from 0 to 1, even at 0.5, and what the two have in common: people, "
               "words near in "
               "meaning, numbers, times.",
    .examples = "  parallax same 'The ferry sank on Monday' 'On Monday the ship went down'\n"
                "  parallax same --pairs pairs.tsv > scored.tsv\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
