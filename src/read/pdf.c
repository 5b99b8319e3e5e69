/* PDF through poppler's pdftotext (Debian: poppler-utils), a program of its own: what a hostile
 * file does to it, it does to a process that is thrown away. Without it, PDF files are named as not
 * read. */
#include "read/internal.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WAIT_MS = 20000 };

typedef struct pdf_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
} pdf_job;

/* The file as the standard input of the program: in memory, so that neither waits for the other. */
static int file_of(plx_str bytes) {
    int fd = memfd_create("pdf", MFD_CLOEXEC);
    for (size_t at = 0; fd >= 0 && at < bytes.n;) {
        ssize_t n = write(fd, bytes.p + at, bytes.n - at);
        if (n <= 0) {
            (void)close(fd);
            return -1;
        }
        at += (size_t)n;
    }
    if (fd >= 0 && lseek(fd, 0, SEEK_SET) != 0) {
        (void)close(fd);
        return -1;
    }
    return fd;
}

static bool start(pid_t *pid, int in, int out) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) {
        return false;
    }
    char name[] = "pdftotext", quiet[] = "-q", enc[] = "-enc", utf8[] = "UTF-8",
         nobreak[] = "-nopgbrk", from[] = "-", to[] = "-";
    char locale[] = "LC_ALL=C.UTF-8";
    char *argv[] = {name, quiet, enc, utf8, nobreak, from, to, NULL}, *envp[] = {locale, NULL};
    bool ok =
        posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO) == 0 &&
        posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO) == 0 &&
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
        posix_spawnp(pid, name, &actions, NULL, argv, envp) == 0;
    if (ok) { /* a hostile file shall not take the machine's memory either */
        const struct rlimit memory = {512 << 20, 512 << 20}, seconds = {20, 20};
        (void)prlimit(*pid, RLIMIT_AS, &memory, NULL);
        (void)prlimit(*pid, RLIMIT_CPU, &seconds, NULL);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return ok;
}

/* Takes the text as long as it comes; false when the program dawdles or says too much. */
static bool listen_to(int from, plx_buf *out) {
    for (;;) {
        struct pollfd p = {.fd = from, .events = POLLIN};
        if (poll(&p, 1, WAIT_MS) <= 0) {
            return false;
        }
        char piece[16384];
        ssize_t n = read(from, piece, sizeof piece);
        if (n <= 0) {
            return n == 0;
        }
        plx_buf_put(out, plx_str_n(piece, (size_t)n));
        if (out->overflow) {
            return false;
        }
    }
}

static void close_if_open(int fd) {
    if (fd >= 0) {
        (void)close(fd);
    }
}

static void read_pdf(void *ctx, plx_arena *scratch) {
    pdf_job *j = ctx;
    plx_buf text;
    plx_buf_init(&text, scratch, j->run->options->max_account_bytes / 4);
    plx_vec_reserve(&text, scratch, text.max); /* no unwinding while files are open */
    int in = file_of(j->bytes), out[2] = {-1, -1};
    pid_t pid = -1;
    bool ok = in >= 0 && pipe2(out, O_CLOEXEC) == 0 && start(&pid, in, out[1]);
    close_if_open(in);
    close_if_open(out[1]);
    if (ok) {
        ok = listen_to(out[0], &text);
        if (!ok) {
            (void)kill(pid, SIGKILL);
        }
        int status = 0;
        (void)waitpid(pid, &status, 0);
        ok = ok && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    close_if_open(out[0]);
    if (pid < 0) {
        plx_read__fail(j->run, j->hints, PLX_UNSUPPORTED, 0,
                       "PDF needs the program pdftotext (Debian: poppler-utils)");
    } else if (!ok) {
        plx_read__fail(j->run, j->hints, PLX_CORRUPT, 0, "pdftotext could not read it");
    } else {
        plx_read__hints h = *j->hints;
        h.charset = PLX_S("UTF-8");
        plx_read__text(j->run, &h, plx_buf_str(&text));
    }
}

void plx_read__pdf(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    pdf_job j = {run, hints, bytes};
    plx_read__guarded(run, hints, read_pdf, &j);
}
