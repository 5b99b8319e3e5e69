/* The accounts that a verb was asked to work on: read from paths, each in an arena of its own. One
 * thread. */
#ifndef PLX_CLI_INPUTS_H
#define PLX_CLI_INPUTS_H

#include "cli.h"

#include "pipeline.h"
#include "read/read.h"

typedef struct plx_skipped { /* why files in folders hold no account */
    char why[240];           /* as plx_error.msg */
    size_t n;
} plx_skipped;

typedef struct plx_inputs {
    const plx_cli *cli;
    plx_work_item *items;
    size_t n, cap;
    plx_arena *pending;     /* handed to the reader, not yet filled */
    size_t n_failed;        /* inputs that failed, each named on stderr */
    plx_skipped skipped[8]; /* files in folders that hold no account, by reason; the last: others */
    plx_err stopped;        /* what ended the reading before its time */
} plx_inputs;

/* Reads all operands in their order. What fails is named on stderr and counted; the others are
 * read. Of what is skipped for one reason the first few are named, the rest counted. Two operands
 * that name one file give it once. */
void plx_inputs_read(plx_inputs *in, const plx_cli *cli, char **paths, int n_paths,
                     const plx_read_options *options);
/* PLX_EXIT_DONE, _SOME or _NOTHING, as what was read so far calls for. */
int plx_inputs_exit_code(const plx_inputs *in);
void plx_inputs_release(plx_inputs *in);

#endif
