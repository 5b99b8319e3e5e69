/* The progress line on stderr: only where stderr is a terminal, ten times a second at most.
 *
 *     plx_cli_progress p;
 *     plx_cli_progress_begin(&p, cli, "reading", "files", n_files);
 *     … plx_cli_progress_add(&p, 1) …        from any thread
 *     plx_cli_progress_end(&p);              the line is gone
 */
#ifndef PLX_CLI_PROGRESS_H
#define PLX_CLI_PROGRESS_H

#include "cli.h"

#include "base/progress.h"

#include <stdatomic.h>

typedef struct plx_cli_progress {
    plx_progress line; /* `done` is kept apart, below */
    bool shown;        /* stderr is a terminal */
    atomic_uint_least64_t done;
    atomic_uint_least64_t next_ms; /* when the line is drawn again */
} plx_cli_progress;

/* total 0: unknown. `what` and `unit` must outlive p. */
void plx_cli_progress_begin(plx_cli_progress *p, const plx_cli *cli, const char *what,
                            const char *unit, uint64_t total);
void plx_cli_progress_add(plx_cli_progress *p, uint64_t n);
/* Wipes the line; also to be called before a message, the next add draws it again. */
void plx_cli_progress_wipe(plx_cli_progress *p);
void plx_cli_progress_end(plx_cli_progress *p);

#endif
