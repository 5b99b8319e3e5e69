#include "read/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { FIRST_WINDOW = 64 * 1024 };

void plx_read__stream_init(plx_read__stream *s, plx_read__run *run, size_t max) {
    *s = (plx_read__stream){.fd = -1, .max = PLX_MAX(max, (size_t)FIRST_WINDOW), .run = run};
}

static ptrdiff_t more_of_fd(void *ctx, char *to, size_t n, plx_error *err) {
    int fd = (int)(intptr_t)ctx;
    for (;;) {
        ssize_t got = read(fd, to, PLX_MIN(n, (size_t)1 << 20));
        if (got >= 0) {
            return got;
        }
        if (errno != EINTR) {
            plx_fail(err, PLX_IO, 0, "cannot be read: %s",
                     errno == EISDIR ? "it is a folder" : "input error");
            return -1;
        }
    }
}

void plx_read__stream_fd(plx_read__stream *s, plx_read__run *run, int fd, size_t max) {
    plx_read__stream_init(s, run, max);
    s->more = more_of_fd;
    s->ctx = (void *)(intptr_t)fd;
    s->counts = true;
    s->fd = fd;
}

void plx_read__stream_memory(plx_read__stream *s, plx_read__run *run, plx_str bytes) {
    plx_read__stream_init(s, run, SIZE_MAX);
    union {
        const char *in;
        char *out;
    } u = {bytes.p};
    s->buf = u.out; /* never written: the input is at its end, and `more` is NULL */
    s->end = bytes.n;
    s->at_end = true;
}

void plx_read__stream_release(void *stream) {
    plx_read__stream *s = stream;
    if (s->more) {
        free(s->buf);
    }
    s->buf = NULL;
    s->begin = s->end = s->cap = 0;
}

static bool make_room(plx_read__stream *s) {
    if (s->begin > 0 && s->begin >= s->cap / 2) {
        memmove(s->buf, s->buf + s->begin, s->end - s->begin);
        s->end -= s->begin;
        s->begin = 0;
    }
    if (s->end < s->cap) {
        return true;
    }
    if (s->begin > 0) {
        memmove(s->buf, s->buf + s->begin, s->end - s->begin);
        s->end -= s->begin;
        s->begin = 0;
        return true;
    }
    size_t cap = PLX_MIN(s->cap ? s->cap * 2 : (size_t)FIRST_WINDOW, s->max);
    if (cap <= s->cap) {
        return false;
    }
    char *p = realloc(s->buf, cap);
    if (!p) {
        plx_fail(&s->err, PLX_NOMEM, s->offset, "out of memory");
        return false;
    }
    s->buf = p;
    s->cap = cap;
    return true;
}

plx_str plx_read__stream_window(plx_read__stream *s, size_t want) {
    while (s->end - s->begin < want && !s->at_end && s->err.code == PLX_OK && make_room(s)) {
        ptrdiff_t got = s->more(s->ctx, s->buf + s->end, s->cap - s->end, &s->err);
        if (got <= 0) {
            s->at_end = true;
            break;
        }
        s->end += (size_t)got;
        if (s->counts && s->run->sink->progress) {
            s->run->sink->progress(s->run->sink->ctx, (uint64_t)got);
        }
    }
    return plx_str_n(s->buf ? s->buf + s->begin : "", s->end - s->begin);
}

void plx_read__stream_take(plx_read__stream *s, size_t n) {
    n = PLX_MIN(n, s->end - s->begin);
    s->begin += n;
    s->offset += n;
}

bool plx_read__stream_line(plx_read__stream *s, plx_str *line, bool *cut) {
    size_t seen = 0;
    *cut = false;
    for (;;) {
        plx_str w = plx_read__stream_window(s, seen + 1);
        if (w.n == 0) {
            return false;
        }
        size_t nl = plx_str_find_char(w, '\n', seen);
        bool full = w.n <= seen; /* nothing came: the end, or the maximum */
        if (nl != SIZE_MAX || full) {
            size_t n = nl != SIZE_MAX ? nl : w.n;
            *cut = nl == SIZE_MAX && !s->at_end;
            *line = plx_str_slice(w, 0, n);
            plx_read__stream_take(s, n + (nl != SIZE_MAX));
            return true;
        }
        seen = w.n;
    }
}

plx_str plx_read__stream_rest(plx_read__stream *s, bool *cut) {
    plx_str w = plx_read__stream_window(s, s->max);
    *cut = false;
    if (!s->at_end && s->err.code == PLX_OK) { /* the window is full: is there more? */
        char one;
        ptrdiff_t got = s->more(s->ctx, &one, 1, &s->err);
        *cut = got > 0;
        s->at_end = true;
    }
    return w;
}
