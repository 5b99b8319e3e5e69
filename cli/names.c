/* parallax names: do two names name one person? */
#include "cli.h"

#include "match/names.h"

#include <errno.h>

static const plx_cli_option options[] = {
    {'p', "pairs", "TSV",
     "score the first two columns of each line of TSV (\"-\": standard input) and append the "
     "score"},
};

typedef struct job {
    plx_str a, b;
    plx_name_match match;
    plx_arena *arena;
    plx_str why;
} job;

static void explain(void *ctx) {
    job *j = ctx;
    plx_buf text;
    plx_buf_init(&text, j->arena, 1000);
    plx_match_name_why(j->match.why, &text);
    j->why = plx_buf_str(&text);
}

static int one_pair(plx_cli *cli, const char *a, const char *b) {
    plx_name_parts x, y;
    job j = {.a = plx_str_of(a), .b = plx_str_of(b)};
    plx_match_name_parse(j.a, &x);
    plx_match_name_parse(j.b, &y);
    plx_match_names(&x, &y, &j.match);
    plx_arena arena;
    plx_arena_init(&arena, PLX_MIB);
    j.arena = &arena;
    plx_error err;
    if (plx_guard(explain, &j, &err) != PLX_OK) {
        plx_cli_say(cli, "%s", err.msg);
        plx_arena_release(&arena);
        return PLX_EXIT_BUG;
    }
    printf("%.4f\t%.*s\n", j.match.score, PLX_FMT(j.why));
    plx_arena_release(&arena);
    return PLX_EXIT_DONE;
}

/* Lines of any length; what has fewer than two columns is passed through with an empty score. */
static int pairs(plx_cli *cli, const char *path) {
    FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!in) {
        plx_cli_say(cli, "%s: %s", path, strerror(errno));
        return PLX_EXIT_NOTHING;
    }
    char *line = NULL;
    size_t cap = 0, number = 0, bad = 0;
    for (ssize_t n; (n = getline(&line, &cap, in)) >= 0;) {
        number++;
        while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r')) n--;
        plx_str rest = plx_str_n(line, (size_t)n), a, b;
        fwrite(line, 1, (size_t)n, stdout);
        if (!plx_str_split(&rest, '\t', &a) || !plx_str_split(&rest, '\t', &b)) {
            plx_cli_say(cli, "%s: line %zu has fewer than two columns", path, number);
            fputs("\t\n", stdout);
            bad++;
            continue;
        }
        plx_name_parts x, y;
        plx_match_name_parse(a, &x);
        plx_match_name_parse(b, &y);
        printf("\t%.4f\n", plx_match_names(&x, &y, NULL));
    }
    bool failed = ferror(in);
    if (failed) plx_cli_say(cli, "%s: %s", path, strerror(errno));
    free(line);
    if (in != stdin) fclose(in);
    return failed || bad ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

static int run(plx_cli *cli, int argc, char **argv) {
    const char *file = NULL;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (c) {
        case 'p': file = o.value; break;
        default: return PLX_EXIT_USAGE;
        }
    }
    if (file && o.n_operands == 0) return pairs(cli, file);
    if (!file && o.n_operands == 2) return one_pair(cli, o.operands[0], o.operands[1]);
    plx_cli_say(cli, "wants two names, or --pairs TSV (see --help)");
    return PLX_EXIT_USAGE;
}

const plx_cli_command plx_cli_command_names = {
    .name = "names",
    .summary = "do two names name one person?",
    .synopsis = "A B | --pairs TSV",
    .details =
        "Compares two names of people part by part, whatever the spelling, order or script, and "
        "prints a score from 0 to 1 and why. From about 0.5 it is more likely one name than two; "
        "whether it is one person is more than a name can say.\n\n"
        "With --pairs, each line of a tab-separated file is printed with the score as one more "
        "column.",
    .examples = "parallax names 'Сергей Лавров' 'Sergei Lavrov'\n"
                "parallax names --pairs pairs.tsv > scored.tsv",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
