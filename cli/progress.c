#include "progress.h"

#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define REDRAW_MS     100u
#define FIRST_DRAW_MS 400u /* what is done sooner needs no line */

static uint64_t clock_ms(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) return 0;
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void plx_cli_progress_begin(plx_cli_progress *p, const plx_cli *cli, const char *what,
                            const char *unit, uint64_t total) {
    p->shown = cli->err_is_terminal;
    uint64_t now = p->shown ? clock_ms() : 0;
    p->line = (plx_progress){.what = what, .unit = unit, .total = total, .start_ms = now};
    atomic_init(&p->done, 0);
    atomic_init(&p->next_ms, now + FIRST_DRAW_MS);
}

void plx_cli_progress_add(plx_cli_progress *p, uint64_t n) {
    uint64_t done = atomic_fetch_add(&p->done, n) + n;
    if (!p->shown) return;
    uint64_t now = clock_ms(), next = atomic_load(&p->next_ms);
    /* One thread wins the right to draw; the others go on with their work. */
    if (now < next || !atomic_compare_exchange_strong(&p->next_ms, &next, now + REDRAW_MS)) return;
    struct winsize size;
    unsigned width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1
                         ? (unsigned)size.ws_col - 1
                         : 79;
    char line[512];
    plx_progress shown = p->line;
    shown.done = done;
    plx_progress_line(&shown, now, width, line, sizeof line);
    fprintf(stderr, "\r\033[K%s", line);
    fflush(stderr);
}

void plx_cli_progress_wipe(plx_cli_progress *p) {
    if (!p->shown) return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
}

void plx_cli_progress_end(plx_cli_progress *p) { plx_cli_progress_wipe(p); }
