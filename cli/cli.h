/* What every verb of the command line gets and may use: streams, terminal, exit codes, options,
 * help.
 *
 * A verb is one file: cli/<verb>.c defines `const plx_cli_command plx_cli_command_<verb>`, whose
 * tables give its
 * `--help` and its man page, and cli/verbs.h names it. Data goes to stdout, everything else to
 * stderr. One thread: the main one. */
#ifndef PLX_CLI_CLI_H
#define PLX_CLI_CLI_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef enum plx_exit {
    PLX_EXIT_DONE = 0,    /* all done */
    PLX_EXIT_SOME = 1,    /* some inputs failed, each named on stderr */
    PLX_EXIT_USAGE = 2,   /* the command line was wrong */
    PLX_EXIT_NOTHING = 3, /* nothing could be read */
    PLX_EXIT_IO = 4,      /* archive, network, or the output could not be written */
    PLX_EXIT_BUG = 5      /* a bug of this program */
} plx_exit;

typedef struct plx_cli_option {
    int id; /* what plx_opts_next returns; the short letter where there is one, else 256 and up */
    const char *name; /* long name without dashes */
    const char *arg;  /* what its argument is called in the help ("FILE"), NULL if it takes none */
    const char *help; /* one line or several; no final full stop needed */
} plx_cli_option;

typedef struct plx_cli plx_cli;

typedef struct plx_cli_command {
    const char *name;
    const char *summary;  /* a few words, as the list of verbs shows them */
    const char *synopsis; /* what follows the verb: "[options] PATH…" */
    const char
        *details; /* paragraphs for --help and the man page, separated by empty lines; or NULL */
    const char *examples; /* lines of examples, or NULL */
    const plx_cli_option *options;
    size_t n_options;
    /* argv[0] is the verb. Returns an exit code (plx_exit). */
    int (*run)(plx_cli *cli, int argc, char **argv);
} plx_cli_command;

struct plx_cli {
    const plx_cli_command *command; /* the verb that runs */
    bool out_is_terminal, err_is_terminal;
    bool colour; /* stdout takes colours: a terminal, and NO_COLOR and TERM do not speak against it
                  */
    unsigned width;   /* columns of stdout's terminal (or COLUMNS), 80 where unknown */
    unsigned threads; /* how many cores this process may use, at least 1 */
};

#define PLX_CLI_COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* ---- options -------------------------------------------------------------------------------- */

#define PLX_OPT_END   (-1) /* no more options; `operands` is complete */
#define PLX_OPT_ERROR (-2) /* said on stderr; return PLX_EXIT_USAGE */

/* Goes through a verb's arguments as GNU programs take them: -x, -xVALUE, -x VALUE, --name,
 * --name=VALUE, --name VALUE, options and operands mixed, `--` ends the options, `-` alone is an
 * operand.
 *
 *     plx_opts o = plx_opts_begin(cli, argc, argv);
 *     for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
 *         switch (c) {
 *         case 'o': out = o.value; break;
 *         default: return PLX_EXIT_USAGE;
 *         }
 *     }
 *     for (int i = 0; i < o.n_operands; i++) use(o.operands[i]);
 */
typedef struct plx_opts {
    const plx_cli *cli;
    int argc;
    char **argv;
    int at;             /* the next argument */
    const char *letter; /* within a cluster of short options, else NULL */
    bool ended;         /* after `--` */
    const char *value;  /* the argument of the option just returned, or NULL */
    char **operands;    /* argv's own storage, reordered */
    int n_operands;
} plx_opts;

plx_opts plx_opts_begin(const plx_cli *cli, int argc, char **argv);
int plx_opts_next(plx_opts *o);

/* A whole number from an option's value; false (and said on stderr) unless it is one in [low,
 * high]. */
bool plx_opts_number(const plx_opts *o, const char *option, uint64_t low, uint64_t high,
                     uint64_t *out);

/* ---- help ----------------------------------------------------------------------------------- */

extern const plx_cli_command
    *const plx_cli_commands[]; /* all verbs, NULL at the end; some may be NULL before it */
extern const size_t plx_cli_n_commands;

const plx_cli_command *plx_cli_find(const char *name); /* NULL if there is none */
void plx_cli_overview(FILE *out);
void plx_cli_help(const plx_cli_command *command, FILE *out);
void plx_cli_man(const plx_cli_command *command, FILE *out); /* NULL: the page of parallax itself */
/* The verb, or option, that somebody who typed `typed` most likely meant; NULL if nothing is near.
 */
const char *plx_cli_nearest(const char *typed, const char *const *names, size_t n_names);

/* ---- messages and the end ------------------------------------------------------------------- */

/* "parallax VERB: message" and a newline on stderr. */
__attribute__((format(printf, 2, 3))) void plx_cli_say(const plx_cli *cli, const char *format, ...);

/* Flushes stdout; the exit code to end with: `code`, or PLX_EXIT_IO if what was written did not
 * arrive. */
int plx_cli_finish(const plx_cli *cli, int code);

#endif
