#include "inputs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ACCOUNT_LIMIT_BYTES (4 * PLX_GIB) /* an account of 64 MiB with all that is found in it */

static plx_arena *next_arena(void *ctx) {
    plx_inputs *in = ctx;
    if (in->pending) {
        plx_arena_reset(in->pending); /* the input before gave nothing */
        return in->pending;
    }
    in->pending = calloc(1, sizeof *in->pending);
    if (!in->pending) abort();
    plx_arena_init(in->pending, ACCOUNT_LIMIT_BYTES);
    return in->pending;
}

static bool take_account(void *ctx, const plx_account *account) {
    plx_inputs *in = ctx;
    if (in->n == in->cap) {
        size_t more = in->cap ? in->cap * 2 : 64;
        plx_work_item *items = reallocarray(in->items, more, sizeof *items);
        if (!items) {
            in->stopped = PLX_NOMEM;
            return false;
        }
        in->items = items;
        in->cap = more;
    }
    in->items[in->n++] = (plx_work_item){.arena = in->pending, .account = account};
    in->pending = NULL;
    return true;
}

/* A folder of pictures is no reason for a line each. */
enum { SKIPPED_NAMED = 3 };

static plx_skipped *skipped_for(plx_inputs *in, const char *why) {
    size_t i = 0;
    while (i + 1 < PLX_COUNT(in->skipped) && in->skipped[i].n &&
           strcmp(in->skipped[i].why, why) != 0) {
        i++;
    }
    plx_skipped *s = &in->skipped[i];
    if (!s->n) (void)snprintf(s->why, sizeof s->why, "%s", why);
    return s;
}

static void say_skipped(const plx_inputs *in) {
    for (size_t i = 0; i < PLX_COUNT(in->skipped); i++) {
        const plx_skipped *s = &in->skipped[i];
        if (s->n <= SKIPPED_NAMED) continue;
        plx_cli_say(in->cli, "%zu more skipped: %s", s->n - SKIPPED_NAMED,
                    i + 1 < PLX_COUNT(in->skipped) ? s->why : "for other reasons");
    }
}

static void take_failure(void *ctx, plx_str path, const plx_error *why, bool named) {
    plx_inputs *in = ctx;
    if (!named && why->code == PLX_UNSUPPORTED) {
        plx_skipped *s = skipped_for(in, why->msg);
        if (++s->n <= SKIPPED_NAMED) {
            plx_cli_say(in->cli, "%.*s: skipped: %s", PLX_FMT(path), why->msg);
        }
        return;
    }
    in->n_failed++;
    plx_cli_say(in->cli, "%.*s: byte %llu: %s", PLX_FMT(path), (unsigned long long)why->pos,
                why->msg);
}

/* Is paths[i] the same file or folder as one before it? */
static bool seen_before(char **paths, int i) {
    struct stat a, b;
    if (strcmp(paths[i], "-") == 0 || stat(paths[i], &a) != 0) return false;
    for (int k = 0; k < i; k++) {
        if (strcmp(paths[k], "-") != 0 && stat(paths[k], &b) == 0 && a.st_dev == b.st_dev &&
            a.st_ino == b.st_ino) {
            return true;
        }
    }
    return false;
}

static int by_path(const void *a, const void *b) {
    const plx_account *x = (*(const plx_work_item *const *)a)->account,
                      *y = (*(const plx_work_item *const *)b)->account;
    int order = plx_str_cmp(x->path, y->path);
    return order ? order : plx_str_cmp(x->text, y->text);
}

/* Versions of one page are one account: the first by its path, so that the order in which they were
 * named does not matter. */
static void join_versions(plx_inputs *in) {
    plx_read_seen *seen = plx_read_seen_new();
    plx_work_item **order = calloc(in->n + 1, sizeof(plx_work_item *));
    if (seen && order) { /* without memory for it, every page is an account */
        for (size_t i = 0; i < in->n; i++) order[i] = &in->items[i];
        qsort(order, in->n, sizeof *order, by_path);
        for (size_t i = 0; i < in->n; i++) {
            const plx_account *a = order[i]->account;
            const char *first = plx_read_seen_before(seen, a);
            if (!first) continue;
            plx_cli_say(in->cli, "%.*s: another version of %s", PLX_FMT(a->path), first);
            plx_arena_release(order[i]->arena);
            free(order[i]->arena);
            order[i]->account = NULL;
        }
        size_t n = 0;
        for (size_t i = 0; i < in->n; i++) {
            if (in->items[i].account) in->items[n++] = in->items[i];
        }
        in->n = n;
    }
    free(order);
    plx_read_seen_free(seen);
}

void plx_inputs_read(plx_inputs *in, const plx_cli *cli, char **paths, int n_paths,
                     const plx_read_options *options) {
    *in = (plx_inputs){.cli = cli};
    plx_read_sink sink = {
        .ctx = in, .arena = next_arena, .account = take_account, .failed = take_failure};
    for (int i = 0; i < n_paths && in->stopped == PLX_OK; i++) {
        if (seen_before(paths, i)) continue;
        plx_err code = plx_read_path(paths[i], options, &sink);
        if (code != PLX_OK) {
            plx_cli_say(cli, "%s: %s", paths[i], plx_err_text(code));
            in->stopped = code;
        }
    }
    say_skipped(in);
    join_versions(in);
    if (in->n == 0 && in->n_failed == 0 && in->stopped == PLX_OK) {
        plx_cli_say(cli, "%s: nothing in it that is read", paths[0]);
    }
}

int plx_inputs_exit_code(const plx_inputs *in) {
    if (in->n == 0) return PLX_EXIT_NOTHING;
    return in->n_failed || in->stopped != PLX_OK ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

void plx_inputs_release(plx_inputs *in) {
    for (size_t i = 0; i < in->n; i++) {
        plx_arena_release(in->items[i].arena);
        free(in->items[i].arena);
    }
    free(in->items);
    if (in->pending) {
        plx_arena_release(in->pending);
        free(in->pending);
    }
    *in = (plx_inputs){0};
}
