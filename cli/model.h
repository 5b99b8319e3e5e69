/* Where the language model is found. One thread. */
#ifndef PLX_CLI_MODEL_H
#define PLX_CLI_MODEL_H

#include "cli.h"

#include "lang/lang.h"

/* Opens `path`, or, when it is NULL, the first that is there of: $PARALLAX_MODEL;
 * models/english.plx in the source tree that the program was built in;
 * ../share/parallax/english.plx beside the program. Says on stderr what is wrong. *out is NULL when
 * there is no model at all and `path` is NULL: the rules alone still work (said on stderr, too).
 * Returns false when a model was named, or is there, but cannot be used. */
bool plx_cli_open_model(const plx_cli *cli, const char *path, plx_lang **out);

#endif
