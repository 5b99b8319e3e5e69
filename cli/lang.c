#include "lang.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool plx_cli_find_model(const char *language, char *out, size_t n_bytes) {
    static const char *const places[] = {"models", "../models", "../../models", "../share/parallax",
                                         "../share/parallax/models"};
    char exe[4096];
    ssize_t n = readlink("/proc/self/exe", exe, sizeof exe - 1);
    if (n <= 0) {
        return false;
    }
    exe[n] = '\0';
    char *slash = strrchr(exe, '/');
    if (!slash) {
        return false;
    }
    *slash = '\0';
    for (size_t i = 0; i < PLX_COUNT(places); i++) {
        int len = snprintf(out, n_bytes, "%s/%s/%s.plx", exe, places[i], language);
        if (len > 0 && (size_t)len < n_bytes && access(out, R_OK) == 0) {
            return true;
        }
    }
    return false;
}

plx_lang *plx_cli_lang(const plx_cli *cli, const char *path, const char *language) {
    char found[8192];
    if (!language) {
        language = "english";
    }
    if (!path) {
        if (!plx_cli_find_model(language, found, sizeof found)) {
            plx_cli_say(cli, "no models/%s.plx beside the program; --model FILE names one",
                        language);
            return NULL;
        }
        path = found;
    }
    plx_lang *lang = NULL;
    plx_error err = {0};
    if (plx_lang_open(path, &lang, &err) != PLX_OK) {
        plx_cli_say(cli, "%s", err.msg);
        return NULL;
    }
    return lang;
}
