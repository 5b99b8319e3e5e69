#include "lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)1 << 20)
#define BLOCK (4 * CHUNK)

void plx_lines_begin(plx_lines *l, const plx_cli *cli, char **paths, int n_paths) {
    *l = (plx_lines){.cli = cli, .paths = paths, .n_paths = n_paths, .at = -1, .fd = -1};
}

void plx_lines_end(plx_lines *l) {
    if (l->fd > STDIN_FILENO) close(l->fd);
    l->fd = -1;
    free(l->buffer);
    l->buffer = NULL;
}

const char *plx_lines_path(const plx_lines *l) {
    return l->at < 0 || l->at >= l->n_paths ? "" : l->paths[l->at];
}

static bool open_next(plx_lines *l) {
    if (l->fd > STDIN_FILENO) close(l->fd);
    l->fd = -1;
    while (++l->at < l->n_paths) {
        const char *path = l->paths[l->at];
        l->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
        if (l->fd >= 0) {
            l->begin = l->end = 0;
            l->number = 0;
            l->next_number = 1;
            l->offset = 0;
            return true;
        }
        plx_cli_say(l->cli, "%s: %s", path, strerror(errno));
        l->n_failed++;
    }
    return false;
}

/* More bytes behind what is there; false at the end of the file or when it fails. */
static bool fill(plx_lines *l) {
    if (l->begin > 0) {
        memmove(l->buffer, l->buffer + l->begin, l->end - l->begin);
        l->end -= l->begin;
        l->begin = 0;
    }
    if (l->cap - l->end < CHUNK / 2) {
        size_t cap = l->cap ? l->cap * 2 : CHUNK * 2;
        char *p = realloc(l->buffer, cap);
        if (!p) {
            plx_cli_say(l->cli, "%s: no memory for a line", plx_lines_path(l));
            l->n_failed++;
            return false;
        }
        l->buffer = p;
        l->cap = cap;
    }
    ssize_t n;
    do {
        n = read(l->fd, l->buffer + l->end, l->cap - l->end);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        plx_cli_say(l->cli, "%s: %s", plx_lines_path(l), strerror(errno));
        l->n_failed++;
    }
    if (n <= 0) return false;
    l->end += (size_t)n;
    l->n_bytes += (uint64_t)n;
    l->offset += (uint64_t)n;
    return true;
}

/* Reads on to the end of a line that is too long. */
static void skip_line(plx_lines *l) {
    plx_cli_say(l->cli, "%s: line %llu is longer than %llu bytes", plx_lines_path(l),
                (unsigned long long)l->number + 1, (unsigned long long)PLX_LINES_MAX_BYTES);
    l->n_failed++;
    for (;;) {
        char *newline = memchr(l->buffer + l->begin, '\n', l->end - l->begin);
        if (newline) {
            l->begin = (size_t)(newline - l->buffer);
            return;
        }
        l->begin = l->end;
        if (!fill(l)) return;
    }
}

static bool is_blank(plx_str s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && s.p[i] != '\t' && s.p[i] != '\r') return false;
    return true;
}

bool plx_lines_next(plx_lines *l, plx_str *line) {
    for (;;) {
        if (l->fd < 0 && !open_next(l)) return false;
        size_t searched = 0;
        char *newline = NULL;
        for (;;) {
            size_t have = l->end - l->begin;
            if (have > searched)
                newline = memchr(l->buffer + l->begin + searched, '\n', have - searched);
            if (newline) break;
            searched = have;
            if (have > PLX_LINES_MAX_BYTES) {
                skip_line(l);
                searched = 0;
                continue;
            }
            if (!fill(l)) break;
        }
        size_t stop = newline ? (size_t)(newline - l->buffer) : l->end;
        *line = plx_str_n(l->buffer + l->begin, stop - l->begin);
        bool last = !newline;
        l->begin = newline ? stop + 1 : l->end;
        if (last) { /* what stands behind the last newline, if anything */
            if (l->fd > STDIN_FILENO) close(l->fd);
            l->fd = -1;
            if (is_blank(*line)) continue;
        }
        l->number++;
        if (is_blank(*line)) continue;
        l->total++;
        return true;
    }
}

static uint64_t count_lines(plx_str s) {
    uint64_t n = 0;
    for (const char *p = s.p, *end = s.p + s.n; (p = memchr(p, '\n', (size_t)(end - p))); p++) n++;
    return n;
}

bool plx_lines_block(plx_lines *l, plx_str *block, uint64_t *offset) {
    for (;;) {
        if (l->fd < 0 && !open_next(l)) return false;
        bool at_end = false;
        char *last = NULL;
        while (!at_end && l->end - l->begin < BLOCK) at_end = !fill(l);
        while (!at_end && !(last = memrchr(l->buffer + l->begin, '\n', l->end - l->begin))) {
            if (l->end - l->begin > PLX_LINES_MAX_BYTES) skip_line(l);
            at_end = !fill(l);
        }
        size_t stop = at_end ? l->end : (size_t)(last + 1 - l->buffer);
        *block = plx_str_n(l->buffer + l->begin, stop - l->begin);
        *offset = l->offset - (l->end - l->begin);
        l->number = l->next_number;
        l->next_number += count_lines(*block);
        l->begin = stop;
        if (at_end) {
            if (l->fd > STDIN_FILENO) close(l->fd);
            l->fd = -1;
        }
        if (block->n) return true;
    }
}

bool plx_lines_go_to(plx_lines *l, int at, uint64_t offset, uint64_t number) {
    l->at = at - 1;
    if (!open_next(l) || l->at != at) return false;
    if (l->fd == STDIN_FILENO) {
        while (l->offset < offset) {
            l->begin = l->end = 0;
            if (!fill(l)) return false;
        }
        l->begin = l->end - (size_t)(l->offset - offset);
    } else {
        if (lseek(l->fd, (off_t)offset, SEEK_SET) < 0) return false;
        l->offset = offset;
    }
    l->next_number = number;
    return true;
}

bool plx_file_read(const char *path, char **bytes, size_t *n) {
    FILE *f = fopen(path, "rb");
    struct stat st;
    if (!f) return false;
    if (fstat(fileno(f), &st) != 0 || st.st_size < 0) {
        fclose(f);
        return false;
    }
    size_t size = (size_t)st.st_size;
    char *p = malloc(size + 1);
    bool ok = p && fread(p, 1, size, f) == size;
    if (!ok) {
        free(p);
        if (!p) errno = ENOMEM;
        fclose(f);
        return false;
    }
    fclose(f);
    *bytes = p;
    *n = size;
    return true;
}

bool plx_file_write(const plx_cli *cli, const char *path, const char *bytes, size_t n) {
    char part[4096];
    int k = snprintf(part, sizeof part, "%s.part", path);
    if (k < 0 || (size_t)k >= sizeof part) {
        plx_cli_say(cli, "%s: the path is too long", path);
        return false;
    }
    FILE *f = fopen(part, "wb");
    bool ok = f != NULL;
    if (ok) {
        ok = fwrite(bytes, 1, n, f) == n && fflush(f) == 0 && fsync(fileno(f)) == 0;
        ok = fclose(f) == 0 && ok;
        ok = ok && rename(part, path) == 0;
    }
    if (!ok) {
        plx_cli_say(cli, "%s: %s", path, strerror(errno));
        if (f) (void)unlink(part);
    }
    return ok;
}
