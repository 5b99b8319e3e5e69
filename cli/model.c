#include "model.h"

#include <stdlib.h>
#include <unistd.h>

/* `relative`, seen from the folder of the running program. */
static bool beside_program(const char *relative, char *out, size_t room) {
    ssize_t n = readlink("/proc/self/exe", out, room - 1);
    if (n <= 0) return false;
    while (n > 0 && out[n - 1] != '/') n--;
    int more = snprintf(out + n, room - (size_t)n, "%s", relative);
    return more > 0 && (size_t)more < room - (size_t)n && access(out, F_OK) == 0;
}

void plx_cli_model_open(plx_cli_model *m) {
    static const char *const places[] = {"../../models/english.plx",
                                         "../share/parallax/english.plx"};
    if (!m->path) m->path = getenv("PARALLAX_MODEL");
    for (size_t i = 0; !m->path && i < PLX_CLI_COUNT(places); i++) {
        if (beside_program(places[i], m->found, sizeof m->found)) m->path = m->found;
    }
    if (m->path) m->code = plx_lang_open(m->path, &m->lang, &m->err);
}

bool plx_cli_model_check(const plx_cli_model *m, const plx_cli *cli) {
    if (!m->path) {
        plx_cli_say(cli, "there is no language model (models/english.plx): words and sentences are "
                         "found by rules alone");
    } else if (m->code != PLX_OK) {
        plx_cli_say(cli, "%s: byte %llu: %s", m->path, (unsigned long long)m->err.pos, m->err.msg);
    }
    return m->code == PLX_OK;
}

bool plx_cli_open_model(const plx_cli *cli, const char *path, plx_lang **out) {
    plx_cli_model m = {.path = path};
    plx_cli_model_open(&m);
    *out = m.lang;
    return plx_cli_model_check(&m, cli);
}
