/* Paths: files, folders and standard input. */
#include "read/internal.h"

#include "base/hash.h"
#include "base/map.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct walk {
    plx_read__run *run;
    plx_arena arena; /* names and side cars */
    plx_imap seen;   /* folders, by device and inode */
} walk;

static const char *why_not(int e) {
    switch (e) {
    case ENOENT: return "there is no such file";
    case EACCES:
    case EPERM: return "permission denied";
    case ELOOP: return "its links go round in circles";
    case ENAMETOOLONG: return "its name is too long";
    case EMFILE:
    case ENFILE: return "too many open files";
    case ENXIO:
    case ENODEV: return "no such device";
    default: return "it cannot be opened";
    }
}

typedef struct file_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    int fd;
} file_job;

static void read_file(void *ctx, plx_arena *scratch) {
    file_job *j = ctx;
    plx_read__stream *s = plx_new(scratch, plx_read__stream);
    plx_read__stream_fd(s, j->run, j->fd, j->run->options->max_account_bytes + 1);
    plx_arena_defer(scratch, plx_read__stream_release, s);
    plx_read__any(j->run, j->hints, s);
}

static plx_str base_of(plx_str path) {
    size_t i = path.n;
    while (i > 0 && path.p[i - 1] != '/') {
        i--;
    }
    return plx_str_slice(path, i, path.n);
}

/* Files beside the accounts that are about them: what is known of them, what they should give. */
static bool is_beside(plx_str name) {
    return plx_str_eq(name, PLX_S("parallax.csv")) || plx_str_eq(name, PLX_S("gold.json")) ||
           plx_str_starts_nocase(name, PLX_S("readme")) ||
           plx_str_starts_nocase(name, PLX_S("license")) ||
           plx_str_starts_nocase(name, PLX_S("licence"));
}

typedef struct load_job {
    walk *w;
    int fd;
    plx_read__sidecar *out;
} load_job;

static void load_sidecar(void *ctx, plx_arena *scratch) {
    load_job *j = ctx;
    plx_read__stream *s = plx_new(scratch, plx_read__stream);
    plx_read__stream_fd(s, j->w->run, j->fd, j->w->run->options->max_account_bytes);
    s->counts = false;
    plx_arena_defer(scratch, plx_read__stream_release, s);
    bool cut;
    plx_str bytes = plx_read__stream_rest(s, &cut);
    plx_read__decoded d;
    plx_read__decode(bytes, PLX_S(""), &j->w->arena, &d);
    plx_str text = plx_str_dup(&j->w->arena, d.text);
    plx_read__sidecar_parse(text, &j->w->arena, j->out);
}

/* The parallax.csv of the folder `dir` (without a slash at its end; "." for none). */
static void sidecar_of(walk *w, plx_str dir, plx_read__sidecar *out) {
    *out = (plx_read__sidecar){0};
    plx_str path = plx_str_format(&w->arena, "%.*s/parallax.csv", PLX_FMT(dir));
    int fd = open(path.p, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return;
    }
    load_job j = {w, fd, out};
    plx_read__hints hints = {.path = path, .named = true};
    plx_read__guarded(w->run, &hints, load_sidecar, &j);
    (void)close(fd);
}

static void one_file(walk *w, const char *path, plx_read__hints *hints) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        int e = errno;
        plx_read__fail(w->run, hints, e == ENOENT ? PLX_MISSING : PLX_IO, 0, why_not(e));
        return;
    }
    file_job j = {w->run, hints, fd};
    plx_read__guarded(w->run, hints, read_file, &j);
    (void)close(fd);
}

typedef struct names {
    plx_str *p;
    size_t n, cap;
} names;

static int by_bytes(const void *a, const void *b) {
    return plx_str_cmp(*(const plx_str *)a, *(const plx_str *)b);
}

static void close_dir(void *d) { (void)closedir(d); }

typedef struct list_job {
    walk *w;
    const char *path;
    const plx_read__hints *hints;
    names *out;
} list_job;

static void list_folder(void *ctx, plx_arena *scratch) {
    list_job *j = ctx;
    DIR *d = opendir(j->path);
    if (!d) {
        plx_read__fail(j->w->run, j->hints, PLX_IO, 0, why_not(errno));
        return;
    }
    plx_arena_defer(scratch, close_dir, d);
    for (const struct dirent *e; (e = readdir(d));) {
        if (e->d_name[0] != '.') {
            plx_vec_push(j->out, &j->w->arena, plx_str_dup(&j->w->arena, plx_str_of(e->d_name)));
        }
    }
    if (j->out->n) {
        qsort(j->out->p, j->out->n, sizeof *j->out->p, by_bytes);
    }
}

/* True the first time that a folder is met. */
static bool first_time(walk *w, const struct stat *st) {
    uint64_t key = plx_hash_mix((uint64_t)st->st_dev, (uint64_t)st->st_ino);
    bool fresh;
    (void)plx_imap_put(&w->seen, key, 1, &fresh);
    return fresh;
}

static void one_path(walk *w, plx_str path, bool named, unsigned depth,
                     const plx_read__sidecar *beside);

static void one_folder(walk *w, plx_str path, const plx_read__hints *hints, unsigned depth) {
    if (depth >= w->run->options->max_depth) {
        plx_read__fail(w->run, hints, PLX_LIMIT, 0, "folders nested too deep");
        return;
    }
    names list = {0};
    list_job listing = {w, path.p, hints, &list};
    plx_read__guarded(w->run, hints, list_folder, &listing);
    plx_read__sidecar beside;
    sidecar_of(w, path, &beside);
    for (size_t i = 0; i < list.n && !w->run->stopped; i++) {
        if (is_beside(list.p[i])) {
            continue;
        }
        bool slash = path.n && path.p[path.n - 1] == '/';
        plx_arena_mark mark = plx_arena_mark_here(&w->arena);
        plx_str child = plx_str_format(&w->arena, slash ? "%.*s%.*s" : "%.*s/%.*s", PLX_FMT(path),
                                       PLX_FMT(list.p[i]));
        struct stat st;
        bool folder = stat(child.p, &st) == 0 && S_ISDIR(st.st_mode);
        one_path(w, child, false, depth + 1, &beside);
        if (!folder) { /* folders leave their mark in `seen` */
            plx_arena_restore(&w->arena, mark);
        }
    }
}

static void one_path(walk *w, plx_str path, bool named, unsigned depth,
                     const plx_read__sidecar *beside) {
    plx_read__hints hints = {.path = path, .named = named};
    struct stat st;
    if (stat(path.p, &st) != 0) {
        int e = errno;
        plx_read__fail(w->run, &hints, e == ENOENT ? PLX_MISSING : PLX_IO, 0, why_not(e));
        return;
    }
    if (S_ISDIR(st.st_mode)) {
        /* As grep -r does: what a link points to may be the whole machine (/proc). */
        struct stat link;
        if (!named && lstat(path.p, &link) == 0 && S_ISLNK(link.st_mode)) {
            plx_read__fail(w->run, &hints, PLX_UNSUPPORTED, 0,
                           "a link to a folder; name it itself to have it read");
            return;
        }
        if (first_time(w, &st)) {
            one_folder(w, path, &hints, depth);
        }
        return;
    }
    if (!S_ISREG(st.st_mode) && !named) {
        plx_read__fail(w->run, &hints, PLX_UNSUPPORTED, 0, "no regular file");
        return;
    }
    if (beside) {
        plx_read__sidecar_apply(beside, base_of(path), &hints);
    } else {
        plx_read__sidecar own;
        plx_str base = base_of(path);
        plx_str dir = plx_str_slice(path, 0, path.n - base.n);
        sidecar_of(w,
                   dir.n > 1 ? plx_str_slice(dir, 0, dir.n - 1)
                   : dir.n   ? dir
                             : PLX_S("."),
                   &own);
        plx_read__sidecar_apply(&own, base, &hints);
    }
    one_file(w, path.p, &hints);
}

typedef struct top {
    walk *w;
    const char *path;
} top;

static void from_top(void *ctx) {
    top *t = ctx;
    plx_imap_init(&t->w->seen, &t->w->arena);
    one_path(t->w, plx_str_dup(&t->w->arena, plx_str_of(t->path)), true, 0, NULL);
}

plx_err plx_read_path(const char *path, const plx_read_options *options,
                      const plx_read_sink *sink) {
    plx_read__run run = {.options = options, .sink = sink, .seen = sink->seen};
    run.batch = plx_read__batch_new(options->n_threads);
    if (strcmp(path, "-") == 0) {
        plx_read__hints hints = {.path = PLX_S("-"), .named = true};
        file_job j = {&run, &hints, STDIN_FILENO};
        plx_read__guarded(&run, &hints, read_file, &j);
        plx_read__batch_flush(&run);
        plx_read__batch_free(run.batch);
        return run.stopped ? PLX_INTERRUPTED : PLX_OK;
    }
    walk w = {.run = &run};
    plx_arena_init(&w.arena, 4 * PLX_GIB);
    top t = {&w, path};
    plx_error err;
    plx_err e = plx_guard(from_top, &t, &err);
    plx_read__batch_flush(&run);
    plx_read__batch_free(run.batch);
    plx_arena_release(&w.arena);
    return e != PLX_OK ? e : run.stopped ? PLX_INTERRUPTED : PLX_OK;
}
