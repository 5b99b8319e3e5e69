/* parallax: reads many accounts of the same events and sets them side by side. */
#include "cli.h"
#include "verbs.h"

#include "base/threads.h"

#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DECLARE(name) extern const plx_cli_command plx_cli_command_##name __attribute__((weak));
PLX_CLI_VERBS(DECLARE)

#define ADDRESS(name) &plx_cli_command_##name,
const plx_cli_command *const plx_cli_commands[] = {PLX_CLI_VERBS(ADDRESS) NULL};
const size_t plx_cli_n_commands = PLX_CLI_COUNT(plx_cli_commands) - 1;

/* Whoever read our output has seen enough (`| head`): that is no failure, and nothing is left to
 * do. */
static void on_closed_pipe(int signal_number) {
    (void)signal_number;
    _exit(PLX_EXIT_DONE);
}

/* A broken invariant or worse: says so and ends with the code for it. A sanitizer's own report is
 * left alone. */
static void on_bug(int signal_number) {
    (void)signal_number;
    static const char message[] =
        "parallax: this is a bug in parallax; please report it with the input that caused it\n";
    ssize_t n = write(STDERR_FILENO, message, sizeof message - 1);
    (void)n;
    _exit(PLX_EXIT_BUG);
}

static void set_signals(void) {
    struct sigaction action = {0}, old;
    action.sa_handler = on_closed_pipe;
    sigaction(SIGPIPE, &action, NULL);
    /* A stack of its own, so that running out of stack is also told. */
    static unsigned char stack[64 * 1024];
    stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&alternative, NULL);
    static const int bugs[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    action.sa_handler = on_bug;
    action.sa_flags = SA_ONSTACK | (int)SA_RESETHAND;
    for (size_t i = 0; i < PLX_CLI_COUNT(bugs); i++) {
        if (sigaction(bugs[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL) {
            sigaction(bugs[i], &action, NULL);
        }
    }
}

static unsigned terminal_width(void) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const char *columns = getenv("COLUMNS");
    if (columns) {
        char *end;
        unsigned long n = strtoul(columns, &end, 10);
        if (end != columns && *end == '\0' && n >= 20 && n <= 1000) return (unsigned)n;
    }
    return 80;
}

static plx_cli surroundings(void) {
    plx_cli cli = {0};
    cli.out_is_terminal = isatty(STDOUT_FILENO) == 1;
    cli.err_is_terminal = isatty(STDERR_FILENO) == 1;
    const char *term = getenv("TERM");
    const char *no_colour = getenv("NO_COLOR"); /* https://no-color.org */
    cli.colour =
        cli.out_is_terminal && !(no_colour && *no_colour) && term && strcmp(term, "dumb") != 0;
    cli.width = terminal_width();
    cli.threads = plx_n_cores();
    return cli;
}

void plx_cli_say(const plx_cli *cli, const char *format, ...) {
    if (cli->command) {
        fprintf(stderr, "parallax %s: ", cli->command->name);
    } else {
        fputs("parallax: ", stderr);
    }
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}

int plx_cli_finish(const plx_cli *cli, int code) {
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) return code;
    if (errno == EPIPE) return code;
    plx_cli_say(cli, "standard output: %s", errno ? strerror(errno) : "could not be written");
    return PLX_EXIT_IO;
}

/* Is `--help` (or -h) among the options of this command line? */
static bool wants_help(const plx_cli_command *command, int argc, char **argv) {
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--help") == 0) return true;
        if (strcmp(argv[i], "-h") != 0) continue;
        bool taken = false;
        for (size_t k = 0; k < command->n_options; k++) taken |= command->options[k].id == 'h';
        if (!taken) return true;
    }
    return false;
}

static int unknown_verb(const plx_cli *cli, const char *typed) {
    const char *names[sizeof plx_cli_commands / sizeof plx_cli_commands[0]];
    size_t n = 0;
    for (size_t i = 0; i < plx_cli_n_commands; i++) {
        if (plx_cli_commands[i]) names[n++] = plx_cli_commands[i]->name;
    }
    const char *meant = plx_cli_nearest(typed, names, n);
    if (meant) {
        plx_cli_say(cli, "there is no verb '%s'; did you mean '%s'? (parallax --help lists all)",
                    typed, meant);
    } else {
        plx_cli_say(cli, "there is no verb '%s' (parallax --help lists all)", typed);
    }
    return PLX_EXIT_USAGE;
}

/* What is given back is soon wanted again: keep it, instead of having the system clear each page
 * anew. */
static void keep_freed_memory(void) {
    (void)mallopt(M_MMAP_THRESHOLD, 8 << 20);
    (void)mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

int main(int argc, char **argv) {
    keep_freed_memory();
    set_signals();
    plx_cli cli = surroundings();
    if (argc < 2) {
        plx_cli_overview(stderr);
        return PLX_EXIT_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        printf("parallax %s\n", PLX_VERSION);
        return plx_cli_finish(&cli, PLX_EXIT_DONE);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        plx_cli_overview(stdout);
        return plx_cli_finish(&cli, PLX_EXIT_DONE);
    }
    const plx_cli_command *command = plx_cli_find(argv[1]);
    if (!command) return unknown_verb(&cli, argv[1]);
    cli.command = command;
    if (wants_help(command, argc - 1, argv + 1)) {
        plx_cli_help(command, stdout);
        return plx_cli_finish(&cli, PLX_EXIT_DONE);
    }
    return plx_cli_finish(&cli, command->run(&cli, argc - 1, argv + 1));
}
