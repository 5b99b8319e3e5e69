/* lang: where the program finds its trained model. */
#ifndef PLX_CLI_LANG_H
#define PLX_CLI_LANG_H

#include "cli.h"
#include "lang/lang.h"

/* Opens `path`, or when it is NULL models/<language>.plx beside the program, above it (the source
 * tree) or in ../share/parallax. On failure says so on stderr and returns NULL. plx_lang_free ends
 * it. `language` is an English word ("english"); NULL means that. */
plx_lang *plx_cli_lang(const plx_cli *cli, const char *path, const char *language);

/* Finds the file alone: true and its path in `out`, or false (nothing is said). */
bool plx_cli_find_model(const char *language, char *out, size_t n_bytes);

#endif
