/* progress: the line that tells how far a long run is: a bar, the rate and the time left.
 *
 * Only the words: no clock and no terminal here. Who shows it brings the time (cli/progress.c).
 * Thread rule: plain data and pure functions. */
#ifndef PLX_BASE_PROGRESS_H
#define PLX_BASE_PROGRESS_H

#include "base/base.h"

typedef struct plx_progress {
    const char *what;  /* "reading"; static or longer-lived than this */
    const char *unit;  /* what is counted, in the plural: "files"; may be empty */
    uint64_t done;     /* how many are done */
    uint64_t total;    /* of how many; 0 = unknown: no bar and no time left */
    uint64_t start_ms; /* when it began, on the clock that `now_ms` is read from */
} plx_progress;

/* Writes the line for `now_ms`, NUL-terminated, at most `width` columns (ASCII: as many bytes):
 *
 *     reading  [#####...............]  1,204 of 5,000 files  310/s  0:12 left
 *
 * What does not fit is left out: first the bar, then the time left, then the rate.
 * Returns the bytes written without the NUL; `out` holds `cap` bytes, at least 1. */
size_t plx_progress_line(const plx_progress *p, uint64_t now_ms, unsigned width, char *out,
                         size_t cap);

/* "0:07", "12:30", "3:05:00". Returns the bytes written without the NUL. */
size_t plx_progress_duration(uint64_t seconds, char *out, size_t cap);

#endif
