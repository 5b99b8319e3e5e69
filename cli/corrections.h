/* The corrections of a run: a file named, or parallax.corrections beside the accounts. One thread.
 */
#ifndef PLX_CLI_CORRECTIONS_H
#define PLX_CLI_CORRECTIONS_H

#include "cli.h"

#include "model/dossier.h"
#include "reconcile/corrections.h"

typedef struct plx_cli_corrections {
    plx_corrections list;
    plx_arena arena;
    char *text;
    char path[4096];
} plx_cli_corrections;

/* Reads `path`, or when it is NULL the file parallax.corrections in the first folder among the
 * operands (or beside the first file), if there is one. False, and said on stderr, when a file
 * that was named or is there cannot be read or parsed. */
bool plx_cli_corrections_read(plx_cli_corrections *c, const plx_cli *cli, const char *path,
                              char **operands, int n_operands);
/* Says on stderr which corrections fitted no story. */
void plx_cli_corrections_report(const plx_cli_corrections *c, const plx_cli *cli,
                                const plx_dossier *dossier);
void plx_cli_corrections_release(plx_cli_corrections *c);

#endif
