/* Archives through libarchive: each member is sniffed like a file of its own. */
#include "read/internal.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

typedef struct unpacking {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_read__stream *from;
} unpacking;

static la_ssize_t give(struct archive *a, void *ctx, const void **out) {
    plx_read__stream *s = ctx;
    plx_read__stream_take(s, s->given);
    plx_str w = plx_read__stream_window(s, 1);
    s->given = w.n;
    *out = w.p;
    if (s->err.code != PLX_OK) {
        archive_set_error(a, -1, "%s", s->err.msg);
        return -1;
    }
    return (la_ssize_t)w.n;
}

static void close_archive(void *a) { (void)archive_read_free(a); }

static struct archive *new_archive(plx_arena *scratch) {
    struct archive *a = archive_read_new();
    if (!a) {
        plx_throw(PLX_NOMEM, 0, "out of memory");
    }
    plx_arena_defer(scratch, close_archive, a);
    (void)archive_read_support_filter_all(a);
    (void)archive_read_support_format_zip(a);
    (void)archive_read_support_format_tar(a);
    (void)archive_read_support_format_7zip(a);
    (void)archive_read_support_format_cpio(a);
    (void)archive_read_support_format_rar(a);
    (void)archive_read_support_format_rar5(a);
    (void)archive_read_support_format_raw(a);
    return a;
}

/* Files and memory are read with seeking, which 7z needs and zip is safer with. */
static int open_from(struct archive *a, plx_read__stream *s) {
    if (s->fd >= 0 && lseek(s->fd, 0, SEEK_SET) == 0) {
        return archive_read_open_fd(a, s->fd, 65536);
    }
    if (s->at_end && s->offset == 0 && s->err.code == PLX_OK) {
        plx_str all = plx_read__stream_window(s, 1);
        return archive_read_open_memory(a, all.p, all.n);
    }
    return archive_read_open(a, s, NULL, give, NULL);
}

/* A member's bytes; *too_large when it is over a limit. */
static plx_str member_bytes(unpacking *u, struct archive *a, plx_arena *arena, plx_error *err) {
    plx_buf b;
    plx_buf_init(&b, arena, u->run->options->max_account_bytes);
    char piece[65536];
    err->code = PLX_OK;
    for (la_ssize_t n; (n = archive_read_data(a, piece, sizeof piece)) != 0;) {
        if (n < 0) {
            plx_fail(err, PLX_CORRUPT, 0, "damaged: %.150s",
                     archive_error_string(a) ? archive_error_string(a) : "no reason given");
            break;
        }
        u->run->expanded_bytes += (uint64_t)n;
        plx_buf_put(&b, plx_str_n(piece, (size_t)n));
        if (b.overflow || u->run->expanded_bytes > u->run->options->max_expanded_bytes) {
            plx_fail(err, PLX_LIMIT, 0,
                     "expands to more than may be read (%zu MiB a member, %llu MiB in all)",
                     u->run->options->max_account_bytes / PLX_MIB,
                     (unsigned long long)(u->run->options->max_expanded_bytes / PLX_MIB));
            break;
        }
    }
    return plx_buf_str(&b);
}

static plx_str name_of(struct archive_entry *e, plx_arena *arena) {
    const char *name = archive_entry_pathname_utf8(e);
    name = name ? name : archive_entry_pathname(e);
    plx_read__decoded d;
    plx_read__decode(plx_str_of(name ? name : "?"), (plx_str){0}, arena, &d);
    return d.text;
}

typedef struct office {
    plx_str text, title, author, date;
} office;

static plx_str xml_field(plx_str xml, const char *name) {
    plx_str want = plx_str_of(name);
    size_t at = plx_str_find(xml, want, 0);
    size_t gt = at == SIZE_MAX ? SIZE_MAX : plx_str_find_char(xml, '>', at),
           lt = gt == SIZE_MAX ? SIZE_MAX : plx_str_find_char(xml, '<', gt);
    return lt == SIZE_MAX ? (plx_str){0} : plx_str_trim(plx_str_slice(xml, gt + 1, lt));
}

static bool office_member(office *o, plx_str name, plx_str bytes, plx_arena *scratch) {
    if (plx_str_eq(name, PLX_S("word/document.xml")) || plx_str_eq(name, PLX_S("content.xml"))) {
        o->text = plx_read__office_text(bytes, scratch);
        return true;
    }
    if (plx_str_eq(name, PLX_S("docProps/core.xml")) || plx_str_eq(name, PLX_S("meta.xml"))) {
        o->title = xml_field(bytes, "<dc:title");
        o->author = xml_field(bytes, "<dc:creator");
        o->date = xml_field(bytes, "<dcterms:created");
        o->date = o->date.n ? o->date : xml_field(bytes, "<meta:creation-date");
        return true;
    }
    return false;
}

static void emit_office(unpacking *u, const office *o) {
    plx_arena *arena;
    plx_read__hints h = *u->hints;
    plx_account *a = plx_read__account(u->run, &h, &arena);
    a->text = plx_str_dup(arena, o->text);
    a->encoding = PLX_S("UTF-8");
    if (a->title.n == 0 && o->title.n) {
        a->title = plx_str_dup(arena, o->title);
        plx_read__evidence(a, arena, "title", "document properties");
    }
    if (o->author.n) {
        a->authors = plx_new_n(arena, plx_str, 1);
        a->authors[0] = plx_str_dup(arena, o->author);
        a->n_authors = 1;
        plx_read__evidence(a, arena, "authors", "document properties");
    }
    if (a->published.n == 0 && o->date.n) {
        a->published = plx_read__date(o->date, arena);
        plx_read__evidence(a, arena, "published", "document properties");
    }
    if (!u->run->options->keep_noise) {
        plx_read_mark_dropped(a, arena);
    }
    plx_read__emit(u->run, a, arena);
}

static void unpack(void *ctx, plx_arena *scratch) {
    unpacking *u = ctx;
    struct archive *a = new_archive(scratch);
    plx_error err;
    if (open_from(a, u->from) != ARCHIVE_OK) {
        plx_fail(&err, PLX_CORRUPT, 0, "cannot be unpacked: %.150s",
                 archive_error_string(a) ? archive_error_string(a) : "no reason given");
        plx_read__failed(u->run, u->hints, &err);
        return;
    }
    struct archive_entry *e;
    office document = {0};
    bool is_office = false;
    int r = ARCHIVE_EOF;
    size_t n_members = 0;
    while (!u->run->stopped &&
           ((r = archive_read_next_header(a, &e)) == ARCHIVE_OK || r == ARCHIVE_WARN)) {
        if (archive_entry_filetype(e) != AE_IFREG && archive_entry_filetype(e) != 0) {
            continue;
        }
        plx_arena_mark mark = plx_arena_mark_here(scratch);
        plx_str name = name_of(e, scratch);
        bool raw = (archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
        is_office |= n_members == 0 && (plx_str_eq(name, PLX_S("[Content_Types].xml")) ||
                                        plx_str_eq(name, PLX_S("mimetype")));
        n_members++;
        plx_read__hints h = {.path = raw ? u->hints->path
                                         : plx_str_format(scratch, "%.*s#%.*s",
                                                          PLX_FMT(u->hints->path), PLX_FMT(name)),
                             .depth = u->hints->depth + 1,
                             .named = raw && u->hints->named};
        if (!raw && !is_office && !plx_read__wanted(u->run, h.path)) {
            continue;
        }
        plx_str bytes = member_bytes(u, a, scratch, &err);
        if (err.code != PLX_OK) {
            plx_read__failed(u->run, &h, &err);
            if (err.code == PLX_LIMIT &&
                u->run->expanded_bytes > u->run->options->max_expanded_bytes) {
                return;
            }
        } else if (is_office) {
            if (office_member(&document, name, bytes, scratch)) {
                continue; /* its bytes are needed to the end */
            }
        } else {
            plx_read__member(u->run, &h, bytes);
        }
        plx_arena_restore(scratch, mark);
    }
    if (r != ARCHIVE_EOF && r != ARCHIVE_OK && !u->run->stopped) {
        plx_fail(&err, PLX_CORRUPT, 0, "damaged: %.150s",
                 archive_error_string(a) ? archive_error_string(a) : "no reason given");
        plx_read__failed(u->run, u->hints, &err);
    } else if (is_office && document.text.n) {
        emit_office(u, &document);
    } else if (is_office || n_members == 0) {
        plx_read__fail(u->run, u->hints, PLX_EMPTY, 0,
                       is_office ? "a document without text" : "an archive with nothing in it");
    }
}

void plx_read__archive(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s) {
    unpacking u = {run, hints, s};
    plx_read__guarded(run, hints, unpack, &u);
}
