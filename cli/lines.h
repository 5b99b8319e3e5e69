/* lines: the lines of several JSON Lines files, one after the other, at the speed of the disk.
 * "-" is standard input. What cannot be read is named on stderr and counted. One thread. */
#ifndef PLX_CLI_LINES_H
#define PLX_CLI_LINES_H

#include "cli.h"

#include "base/str.h"

#define PLX_LINES_MAX_BYTES ((size_t)1 << 30)

typedef struct plx_lines {
    const plx_cli *cli;
    char **paths;
    int n_paths, at; /* the path being read */
    int fd;          /* -1: none is open */
    char *buffer;
    size_t cap, begin, end;
    uint64_t number;      /* of the line last given, in its file, from 1 */
    uint64_t total;       /* lines given so far, over all files */
    uint64_t n_bytes;     /* read so far, over all files */
    uint64_t offset;      /* in this file, of the end of what was read */
    uint64_t next_number; /* of the next block's first line */
    size_t n_failed;      /* files that could not be read, lines that were too long */
} plx_lines;

void plx_lines_begin(plx_lines *l, const plx_cli *cli, char **paths, int n_paths);
/* The next line that is not blank, without its newline, valid until the next call. False at the
 * end. */
bool plx_lines_next(plx_lines *l, plx_str *line);
/* As many whole lines as one reading gives (a block of some MiB, or one long line), ending with
 * their newline but for the file's last. Blocks and single lines are not to be mixed. `number` then
 * counts the block's first line, *offset is where it begins in its file. */
bool plx_lines_block(plx_lines *l, plx_str *block, uint64_t *offset);
/* Goes on in the file number `at` behind `offset` bytes and `number` lines: before anything was
 * read. Standard input is read up to there. */
bool plx_lines_go_to(plx_lines *l, int at, uint64_t offset, uint64_t number);
/* The file that the last line came from. */
const char *plx_lines_path(const plx_lines *l);
void plx_lines_end(plx_lines *l);

/* Reads a whole file into malloc'ed memory (free it); false with errno set when it fails. */
bool plx_file_read(const char *path, char **bytes, size_t *n);
/* Writes a file whole or not at all: under another name first, synced. Says what went wrong. */
bool plx_file_write(const plx_cli *cli, const char *path, const char *bytes, size_t n);

#endif
