/* The option parser: one table a verb, GNU manners. See cli.h. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

plx_opts plx_opts_begin(const plx_cli *cli, int argc, char **argv) {
    /* Operands are gathered at the front of argv, over arguments that were already read. */
    return (plx_opts){.cli = cli, .argc = argc, .argv = argv, .at = 1, .operands = argv + 1};
}

static int unknown_option(const plx_opts *o, const char *typed, size_t n) {
    const char *names[64];
    char name[64];
    size_t n_names = 0;
    for (size_t i = 0; i < o->cli->command->n_options && n_names < PLX_CLI_COUNT(names); i++) {
        names[n_names++] = o->cli->command->options[i].name;
    }
    const char *meant = NULL;
    if (n < sizeof name) {
        memcpy(name, typed, n);
        name[n] = '\0';
        meant = plx_cli_nearest(name, names, n_names);
    }
    if (meant) {
        plx_cli_say(o->cli, "there is no option --%.*s; did you mean --%s?", (int)n, typed, meant);
    } else {
        plx_cli_say(o->cli, "there is no option --%.*s (see --help)", (int)n, typed);
    }
    return PLX_OPT_ERROR;
}

static int long_option(plx_opts *o, const char *arg) {
    const char *equals = strchr(arg, '=');
    size_t n = equals ? (size_t)(equals - arg) : strlen(arg);
    const plx_cli_command *command = o->cli->command;
    for (size_t i = 0; i < command->n_options; i++) {
        const plx_cli_option *option = &command->options[i];
        if (!option->name || strlen(option->name) != n || memcmp(option->name, arg, n) != 0)
            continue;
        if (!option->arg) {
            if (!equals) return option->id;
            plx_cli_say(o->cli, "--%s takes no value", option->name);
            return PLX_OPT_ERROR;
        }
        if (equals) {
            o->value = equals + 1;
            return option->id;
        }
        if (o->at >= o->argc) {
            plx_cli_say(o->cli, "--%s needs a value: %s", option->name, option->arg);
            return PLX_OPT_ERROR;
        }
        o->value = o->argv[o->at++];
        return option->id;
    }
    return unknown_option(o, arg, n);
}

static int short_option(plx_opts *o) {
    const plx_cli_command *command = o->cli->command;
    char letter = *o->letter++;
    for (size_t i = 0; i < command->n_options; i++) {
        const plx_cli_option *option = &command->options[i];
        if (option->id != letter) continue;
        if (!option->arg) {
            if (*o->letter == '\0') o->letter = NULL;
            return option->id;
        }
        if (*o->letter != '\0') {
            o->value = o->letter;
        } else if (o->at < o->argc) {
            o->value = o->argv[o->at++];
        } else {
            plx_cli_say(o->cli, "-%c needs a value: %s", letter, option->arg);
            return PLX_OPT_ERROR;
        }
        o->letter = NULL;
        return option->id;
    }
    plx_cli_say(o->cli, "there is no option -%c (see --help)", letter);
    return PLX_OPT_ERROR;
}

int plx_opts_next(plx_opts *o) {
    o->value = NULL;
    if (o->letter) return short_option(o);
    while (o->at < o->argc) {
        char *arg = o->argv[o->at++];
        if (o->ended || arg[0] != '-' || arg[1] == '\0') {
            o->operands[o->n_operands++] = arg;
        } else if (strcmp(arg, "--") == 0) {
            o->ended = true;
        } else if (arg[1] == '-') {
            return long_option(o, arg + 2);
        } else {
            o->letter = arg + 1;
            return short_option(o);
        }
    }
    return PLX_OPT_END;
}

bool plx_opts_number(const plx_opts *o, const char *option, uint64_t low, uint64_t high,
                     uint64_t *out) {
    char *end;
    errno = 0;
    const char *value = o->value ? o->value : "";
    unsigned long long n = strtoull(value, &end, 10);
    bool digits = value[0] >= '0' && value[0] <= '9';
    if (!digits || *end != '\0' || errno == ERANGE || n < low || n > high) {
        plx_cli_say(o->cli, "%s: '%s' is not a whole number from %llu to %llu", option, value,
                    (unsigned long long)low, (unsigned long long)high);
        return false;
    }
    *out = n;
    return true;
}
