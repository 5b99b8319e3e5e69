/* Where the language model is found. One thread. */
#ifndef PLX_CLI_MODEL_H
#define PLX_CLI_MODEL_H

#include "cli.h"

#include "lang/lang.h"

/* The language model of this run. */
typedef struct plx_cli_model {
    const char *path; /* named by the user, or NULL; then where it was found, NULL: nowhere */
    char found[4096];
    plx_lang *lang; /* NULL: there is none, or it cannot be used */
    plx_err code;
    plx_error err;
} plx_cli_model;

/* Opens m->path, or, when it is NULL, the first that is there of: $PARALLAX_MODEL;
 * models/english.plx in the source tree that the program was built in;
 * ../share/parallax/english.plx beside the program. Says nothing, and may run beside what else the
 * program begins with. */
void plx_cli_model_open(plx_cli_model *m);
/* Says on stderr what is wrong with an opened one. No model at all where none was named is no
 * failure: the rules alone still work (said, too). Returns false when a model was named, or is
 * there, but cannot be used. */
bool plx_cli_model_check(const plx_cli_model *m, const plx_cli *cli);

/* Both at once; *out is NULL when there is no model. */
bool plx_cli_open_model(const plx_cli *cli, const char *path, plx_lang **out);

#endif
