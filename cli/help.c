/* The verb `help`, and the help texts and man pages that all verbs' tables give. */
#include "cli.h"

#include <string.h>

enum { OPT_MAN = 256 };

#define HELP_WIDTH    80
#define OPTION_COLUMN 26

const plx_cli_command *plx_cli_find(const char *name) {
    for (size_t i = 0; i < plx_cli_n_commands; i++) {
        const plx_cli_command *command = plx_cli_commands[i];
        if (command && strcmp(command->name, name) == 0) return command;
    }
    return NULL;
}

#define LONGEST_WORD 32

/* Edits between two short words: a letter more, less, another, or two neighbours swapped (the
 * restricted Damerau-Levenshtein distance). Longer words count as far apart. */
static size_t distance(const char *a, const char *b) {
    size_t d[LONGEST_WORD + 1][LONGEST_WORD + 1];
    size_t m = strlen(a), n = strlen(b);
    if (m > LONGEST_WORD || n > LONGEST_WORD) return SIZE_MAX;
    for (size_t i = 0; i <= m; i++) {
        for (size_t j = 0; j <= n; j++) {
            if (i == 0 || j == 0) {
                d[i][j] = i + j;
                continue;
            }
            size_t best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < best) best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best) best = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                d[i - 2][j - 2] + 1 < best) {
                best = d[i - 2][j - 2] + 1;
            }
            d[i][j] = best;
        }
    }
    return d[m][n];
}

const char *plx_cli_nearest(const char *typed, const char *const *names, size_t n_names) {
    const char *best = NULL;
    size_t best_distance = SIZE_MAX;
    size_t typed_length = strlen(typed);
    for (size_t i = 0; i < n_names; i++) {
        if (!names[i]) continue;
        size_t d = distance(typed, names[i]);
        if (typed_length >= 3 && strncmp(names[i], typed, typed_length) == 0) d = 1;
        if (d < best_distance) best_distance = d, best = names[i];
    }
    size_t allowed = typed_length <= 3 ? 1 : typed_length <= 6 ? 2 : 3;
    return best_distance <= allowed ? best : NULL;
}

/* Columns of UTF-8 text that holds no wide or combining characters: our own words. */
static size_t columns(const char *text, size_t n) {
    size_t result = 0;
    for (size_t i = 0; i < n; i++) result += ((unsigned char)text[i] & 0xC0U) != 0x80U;
    return result;
}

/* Writes `text` from column `at` on, wrapped at HELP_WIDTH, following lines indented by `indent`; a
 * line that begins with a space is kept as it is. Ends with a newline. */
static void wrap(FILE *out, const char *text, size_t at, size_t indent) {
    while (*text) {
        size_t line = strcspn(text, "\n");
        if (text[0] == ' ') {
            fprintf(out, "%*s%.*s", at < indent ? (int)(indent - at) : 0, "", (int)line, text);
            text += line;
        } else {
            const char *end = text + line;
            while (text < end) {
                size_t word = strcspn(text, " \n");
                size_t width = columns(text, word);
                if (at > indent && at + 1 + width > HELP_WIDTH) fputc('\n', out), at = 0;
                if (at < indent)
                    fprintf(out, "%*s", (int)(indent - at), ""), at = indent;
                else if (at > indent)
                    fputc(' ', out), at++;
                fwrite(text, 1, word, out);
                at += width;
                text += word;
                text += strspn(text, " ");
            }
        }
        if (*text == '\n') text++;
        if (*text == '\n') fputc('\n', out);
        if (*text == '\n') text++;
        if (*text) fputc('\n', out);
        at = 0;
    }
    fputc('\n', out);
}

static void option_line(const plx_cli_option *option, FILE *out) {
    char left[80], letter[5] = "  ";
    if (option->id < 256)
        snprintf(letter, sizeof letter, "-%c%s", option->id, option->name ? "," : "");
    const char *name = option->name ? option->name : "";
    const char *dashes = option->name ? " --" : "";
    const char *equals = !option->arg ? "" : option->name ? "=" : " ";
    snprintf(left, sizeof left, "  %-3s%s%s%s%s", letter, dashes, name, equals,
             option->arg ? option->arg : "");
    fputs(left, out);
    size_t at = columns(left, strlen(left));
    if (at + 2 > OPTION_COLUMN) fputc('\n', out), at = 0;
    wrap(out, option->help, at, OPTION_COLUMN);
}

static const plx_cli_option help_option = {256, "help", NULL, "this text"};

void plx_cli_help(const plx_cli_command *command, FILE *out) {
    fprintf(out, "usage: parallax %s %s\n\n", command->name, command->synopsis);
    wrap(out, command->summary, 0, 0);
    if (command->details) {
        fputc('\n', out);
        wrap(out, command->details, 0, 0);
    }
    fputs("\nOptions:\n", out);
    for (size_t i = 0; i < command->n_options; i++) option_line(&command->options[i], out);
    option_line(&help_option, out);
    if (command->examples) fprintf(out, "\nExamples:\n%s", command->examples);
}

static const char about[] = "Reads many accounts of the same events and sets them side by side: "
                            "what all of them say, what only one says, where "
                            "they differ, who said what and how each renders it, who copied from "
                            "whom. It judges nobody, and everything that it "
                            "shows leads back to the bytes that it was read from.";

static const char conventions[] = "A PATH may be a file, a folder (read with all below it) or - "
                                  "for standard input. Data goes to standard output, "
                                  "everything else to standard error.";

static const char exit_codes[] = "  0  done\n"
                                 "  1  some inputs failed; each is named on standard error\n"
                                 "  2  the command line was wrong\n"
                                 "  3  nothing could be read\n"
                                 "  4  the archive, the network or the output failed\n"
                                 "  5  a bug in parallax\n";

void plx_cli_overview(FILE *out) {
    fputs("usage: parallax VERB [options] [PATH…]\n"
          "       parallax VERB --help\n"
          "       parallax --version\n\n",
          out);
    wrap(out, about, 0, 0);
    fputs("\nVerbs:\n", out);
    for (size_t i = 0; i < plx_cli_n_commands; i++) {
        const plx_cli_command *command = plx_cli_commands[i];
        if (command) fprintf(out, "  %-10s %s\n", command->name, command->summary);
    }
    fputc('\n', out);
    wrap(out, conventions, 0, 0);
    fprintf(out, "\nExit codes:\n%s", exit_codes);
}

/* ---- man pages: the same tables as troff's man macros --------------------------------------- */

/* Plain text as troff input: backslashes and hyphens escaped, a full stop or quote never first on a
 * line. */
static void roff(FILE *out, const char *text) {
    bool line_start = true;
    for (; *text; text++) {
        if (line_start && (*text == '.' || *text == '\'')) fputs("\\&", out);
        line_start = *text == '\n';
        switch (*text) {
        case '\\': fputs("\\e", out); break;
        case '-': fputs("\\-", out); break;
        default: fputc(*text, out);
        }
    }
}

static void roff_paragraphs(FILE *out, const char *text) {
    bool verbatim = false;
    while (*text) {
        size_t n = strcspn(text, "\n");
        if ((text[0] == ' ') != verbatim) {
            verbatim = !verbatim;
            fputs(verbatim ? ".nf\n" : ".fi\n", out);
        }
        if (n == 0) fputs(".PP", out);
        char line[4096];
        snprintf(line, sizeof line, "%.*s", (int)n, text);
        roff(out, line);
        fputc('\n', out);
        text += n + (text[n] == '\n');
    }
    if (verbatim) fputs(".fi\n", out);
}

static void roff_option(FILE *out, const plx_cli_option *option) {
    fputs(".TP\n", out);
    if (option->id < 256) fprintf(out, "\\fB\\-%c\\fR%s", option->id, option->name ? ", " : "");
    if (option->name) {
        fputs("\\fB\\-\\-", out);
        roff(out, option->name);
        fputs("\\fR", out);
    }
    if (option->arg) {
        fputs(option->name ? "=\\fI" : " \\fI", out);
        roff(out, option->arg);
        fputs("\\fR", out);
    }
    fputc('\n', out);
    roff_paragraphs(out, option->help);
}

static void man_overview(FILE *out) {
    fprintf(out, ".TH PARALLAX 1 \"\" \"parallax %s\"\n.SH NAME\n", PLX_VERSION);
    fputs("parallax \\- set many accounts of the same events side by side\n.SH SYNOPSIS\n"
          ".B parallax\nVERB [options] [PATH...]\n.SH DESCRIPTION\n",
          out);
    roff_paragraphs(out, about);
    fputs(".PP\n", out);
    roff_paragraphs(out, conventions);
    fputs(".SH VERBS\n", out);
    for (size_t i = 0; i < plx_cli_n_commands; i++) {
        const plx_cli_command *command = plx_cli_commands[i];
        if (!command) continue;
        fprintf(out, ".TP\n.BR parallax\\-%s (1)\n", command->name);
        roff_paragraphs(out, command->summary);
    }
    fputs(".SH EXIT STATUS\n", out);
    roff_paragraphs(out, exit_codes);
}

void plx_cli_man(const plx_cli_command *command, FILE *out) {
    if (!command) {
        man_overview(out);
        return;
    }
    fprintf(out, ".TH PARALLAX\\-%s 1 \"\" \"parallax %s\"\n.SH NAME\nparallax\\-%s \\- ",
            command->name, PLX_VERSION, command->name);
    roff_paragraphs(out, command->summary);
    fprintf(out, ".SH SYNOPSIS\n.B parallax %s\n", command->name);
    roff_paragraphs(out, command->synopsis);
    if (command->details) {
        fputs(".SH DESCRIPTION\n", out);
        roff_paragraphs(out, command->details);
    }
    fputs(".SH OPTIONS\n", out);
    for (size_t i = 0; i < command->n_options; i++) roff_option(out, &command->options[i]);
    roff_option(out, &help_option);
    if (command->examples) {
        fputs(".SH EXAMPLES\n", out);
        roff_paragraphs(out, command->examples);
    }
    fputs(".SH EXIT STATUS\n", out);
    roff_paragraphs(out, exit_codes);
    fputs(".SH SEE ALSO\n.BR parallax (1)\n", out);
}

/* ---- the verb ------------------------------------------------------------------------------- */

static int run(plx_cli *cli, int argc, char **argv) {
    bool man = false;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        if (c != OPT_MAN) return PLX_EXIT_USAGE;
        man = true;
    }
    if (o.n_operands > 1) {
        plx_cli_say(cli, "one verb at a time");
        return PLX_EXIT_USAGE;
    }
    const plx_cli_command *command = NULL;
    if (o.n_operands == 1 && strcmp(o.operands[0], "parallax") != 0) {
        command = plx_cli_find(o.operands[0]);
        if (!command) {
            plx_cli_say(cli, "there is no verb '%s' (parallax --help lists all)", o.operands[0]);
            return PLX_EXIT_USAGE;
        }
    }
    if (man) {
        plx_cli_man(command, stdout);
    } else if (command) {
        plx_cli_help(command, stdout);
    } else {
        plx_cli_overview(stdout);
    }
    return PLX_EXIT_DONE;
}

static const plx_cli_option options[] = {
    {OPT_MAN, "man", NULL, "the man page, as troff input, in place of the plain text"},
};

const plx_cli_command plx_cli_command_help = {
    .name = "help",
    .summary = "what a verb does and takes",
    .synopsis = "[--man] [VERB]",
    .examples = "  parallax help dossier\n"
                "  parallax help --man dossier | man -l -\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
