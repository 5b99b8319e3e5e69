#include "model.h"

#include <stdlib.h>
#include <unistd.h>

#define MOST_PATH_BYTES 4096

/* `relative`, seen from the folder of the running program. */
static bool beside_program(const char *relative, char out[MOST_PATH_BYTES]) {
    ssize_t n = readlink("/proc/self/exe", out, MOST_PATH_BYTES - 1);
    if (n <= 0) return false;
    while (n > 0 && out[n - 1] != '/') n--;
    int more = snprintf(out + n, (size_t)(MOST_PATH_BYTES - n), "%s", relative);
    return more > 0 && more < MOST_PATH_BYTES - n && access(out, F_OK) == 0;
}

bool plx_cli_open_model(const plx_cli *cli, const char *path, plx_lang **out) {
    static const char *const places[] = {"../../models/english.plx",
                                         "../share/parallax/english.plx"};
    char found[MOST_PATH_BYTES];
    *out = NULL;
    if (!path) path = getenv("PARALLAX_MODEL");
    for (size_t i = 0; !path && i < PLX_CLI_COUNT(places); i++) {
        if (beside_program(places[i], found)) path = found;
    }
    if (!path) {
        plx_cli_say(cli, "there is no language model (models/english.plx): words and sentences are "
                         "found by rules alone");
        return true;
    }
    plx_error err;
    if (plx_lang_open(path, out, &err) == PLX_OK) return true;
    plx_cli_say(cli, "%s: byte %llu: %s", path, (unsigned long long)err.pos, err.msg);
    return false;
}
