#include "corrections.h"

#include "lines.h"

#include <errno.h>
#include <sys/stat.h>

typedef struct job {
    plx_cli_corrections *c;
    size_t n;
    plx_err code;
    plx_error err;
} job;

static void parse(void *ctx) {
    job *j = ctx;
    j->code =
        plx_corrections_parse(plx_str_n(j->c->text, j->n), &j->c->arena, &j->c->list, &j->err);
}

static bool beside(char *out, size_t cap, const char *operand) {
    struct stat st;
    if (strcmp(operand, "-") == 0 || stat(operand, &st) != 0) return false;
    size_t n = strlen(operand);
    if (!S_ISDIR(st.st_mode)) {
        while (n > 0 && operand[n - 1] != '/') n--;
    }
    const char *slash = n && operand[n - 1] != '/' ? "/" : "";
    int length = snprintf(out, cap, "%.*s%sparallax.corrections", (int)n, operand, slash);
    return length > 0 && (size_t)length < cap && stat(out, &st) == 0 && S_ISREG(st.st_mode);
}

bool plx_cli_corrections_read(plx_cli_corrections *c, const plx_cli *cli, const char *path,
                              char **operands, int n_operands) {
    *c = (plx_cli_corrections){.text = NULL};
    plx_arena_init(&c->arena, 64 * PLX_MIB);
    if (path) {
        if (snprintf(c->path, sizeof c->path, "%s", path) >= (int)sizeof c->path) {
            plx_cli_say(cli, "the path of the corrections is too long");
            return false;
        }
    } else {
        bool found = false;
        for (int i = 0; i < n_operands && !found; i++) {
            found = beside(c->path, sizeof c->path, operands[i]);
        }
        if (!found) return true;
    }
    job j = {.c = c};
    if (!plx_file_read(c->path, &c->text, &j.n)) {
        plx_cli_say(cli, "%s: %s", c->path, strerror(errno));
        return false;
    }
    plx_err code = plx_guard(parse, &j, &j.err);
    if (code == PLX_OK) code = j.code;
    if (code == PLX_OK) return true;
    plx_cli_say(cli, "%s: byte %llu: %s", c->path, (unsigned long long)j.err.pos, j.err.msg);
    return false;
}

void plx_cli_corrections_report(const plx_cli_corrections *c, const plx_cli *cli,
                                const plx_dossier *dossier) {
    for (size_t i = 0; i < c->list.n; i++) {
        bool fits = false;
        for (size_t s = 0; s < dossier->n_stories && !fits; s++) {
            const plx_story *story = dossier->stories[s];
            fits = story && story->corrections_fit && story->corrections_fit[i];
        }
        if (fits) continue;
        plx_cli_say(cli, "%s: line %u no longer fits anything: %.*s", c->path, c->list.p[i].line,
                    PLX_FMT(c->list.p[i].text));
    }
}

void plx_cli_corrections_release(plx_cli_corrections *c) {
    plx_arena_release(&c->arena);
    free(c->text);
    c->text = NULL;
}
