/* internal: what the files of read share with each other and with nobody else. */
#ifndef PLX_READ_INTERNAL_H
#define PLX_READ_INTERNAL_H

#include "base/buf.h"
#include "base/vec.h"
#include "read/read.h"

/* One call of plx_read_path or plx_read_memory. */
typedef struct plx_read__run {
    const plx_read_options *options;
    const plx_read_sink *sink;
    bool stopped; /* the sink wants no more */
    uint64_t expanded_bytes;
    plx_read_seen *seen;
    struct plx_read__batch *batch; /* pages that wait for the other threads, or NULL */
} plx_read__run;

/* What is known of some bytes from outside them. Strings are borrowed. */
typedef struct plx_read__hints {
    plx_str path;                          /* name for messages and accounts */
    plx_str source, published, url, title; /* parallax.csv, or the container */
    const char *hint_from;                 /* evidence for these */
    plx_str mime, charset;                 /* from a container's headers */
    unsigned depth;
    bool named;
} plx_read__hints;

/* ---- accounts -----------------------------------------------------------------------------------
 */

/* A new account in the sink's arena with what the hints say. */
plx_account *plx_read__account(plx_read__run *run, const plx_read__hints *hints, plx_arena **arena);
void plx_read__evidence(plx_account *a, plx_arena *arena, const char *field, const char *from);
/* Hands it over, completed by the options; sets run->stopped. */
void plx_read__emit(plx_read__run *run, plx_account *a, plx_arena *arena);
/* The same for a page, unless it is another version of one that was read. */
void plx_read__emit_page(plx_read__run *run, plx_account *a, plx_arena *arena);
/* True, and said to the sink, when the page is another version of one that was read (versions.c).
 */
bool plx_read__is_repeated(plx_read__run *run, const plx_account *a);
/* "https://www.example.org/2025/04/17/x" -> "example.org" */
plx_str plx_read__host_of(plx_str url);
/* What is the same for all versions of a page's address; 0 when it is none. */
uint64_t plx_read__page_key(plx_str url);
void plx_read__failed(plx_read__run *run, const plx_read__hints *hints, const plx_error *why);
void plx_read__fail(plx_read__run *run, const plx_read__hints *hints, plx_err code, uint64_t pos,
                    const char *msg);
/* Runs `fn` with a scratch arena of its own; what unwinds out of it is the failure of this one
 * input. */
void plx_read__guarded(plx_read__run *run, const plx_read__hints *hints,
                       void (*fn)(void *ctx, plx_arena *scratch), void *ctx);
/* "path#n" in `arena`. */
plx_str plx_read__item_path(plx_str path, uint64_t n, plx_arena *arena);

/* True unless the sink says that this one is not wanted. */
bool plx_read__wanted(plx_read__run *run, plx_str path);

/* ---- several threads (batch.c)
 * --------------------------------------------------------------------- */

typedef void plx_read__reader(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);

/* Pages are gathered and read several at once; their accounts reach the sink in the order of the
 * input. Before anything else is handed to the sink, what waits is read and handed over. */
struct plx_read__batch *plx_read__batch_new(
    unsigned n_threads); /* NULL: no memory, or one thread */
void plx_read__batch_free(struct plx_read__batch *batch);
/* Copies the bytes; false when this one must be read at once (too large, no memory). */
bool plx_read__batch_add(plx_read__run *run, const plx_read__hints *hints, plx_str bytes,
                         plx_read__reader *reader);
void plx_read__batch_flush(plx_read__run *run);

/* ---- decoding (decode.c)
 * ------------------------------------------------------------------------- */

typedef struct plx_read__decoded {
    plx_str text;     /* valid UTF-8 without NUL; without the byte order mark */
    plx_str encoding; /* IANA name */
    const char *from; /* how it is known: "byte order mark", "valid UTF-8", "declared", "detected",
                         "fallback" */
    uint64_t first_bad; /* for a declared UTF-8 that is none: byte position, else UINT64_MAX */
    bool undone;        /* it was encoded twice */
} plx_read__decoded;

/* Decodes bytes whose charset may be declared (empty = not). Never fails: the last resort is
 * windows-1252. */
void plx_read__decode(plx_str bytes, plx_str declared, plx_arena *arena, plx_read__decoded *out);
/* Undoes, where the whole text makes it certain, that UTF-8 was read as windows-1252 and encoded
 * again (mojibake.c); true when it did. `text` must be valid UTF-8; what comes out is, in `arena`.
 */
bool plx_read__undo_mojibake(plx_str *text, plx_arena *arena);
/* True when the bytes are no text in any encoding that is read. */
bool plx_read__is_binary(plx_str bytes);

/* ---- dates (dates.c)
 * ----------------------------------------------------------------------------- */

/* A date, or date and time, written in any usual way ("Sept. 23, 2016 5:01 PM", "17. April 2025",
 * RFC 822, ISO 8601): ISO 8601 in `arena`; empty when there is none. The first date in the text
 * counts. */
plx_str plx_read__date(plx_str text, plx_arena *arena);
/* The same; `day_first`: "5/4/2021" is the 5th of April. */
plx_str plx_read__date_in(plx_str text, bool day_first, plx_arena *arena);
/* True where people who write in `language` ("en-GB", "de") at `url` put the day before the month
 * in figures: all but Americans. */
bool plx_read__day_first(plx_str language, plx_str url);
/* The date in the path of an address ("/2025/04/17/", "/2025/apr/17/", "/2025-04-17-",
 * "-20250417", "/17-04-2025"): ISO 8601, or empty. */
plx_str plx_read__url_date(plx_str url, plx_arena *arena);

/* ISO 639-1 code of the language that an account is written in, as its letters and words tell;
 * empty when that is not sure. Static. */
plx_str plx_read__language_of(const plx_account *a);

/* ---- streams (stream.c)
 * --------------------------------------------------------------------------- */

/* Input that need not fit into memory: a window over a file, a pipe, or what a decompressor gives.
 *
 *   ....[ taken | begin ... window ... end | room ]      offset = position of `begin` in the whole
 * input
 */
typedef struct plx_read__stream {
    /* Reads up to n bytes; 0 at the end, -1 with *err filled. */
    ptrdiff_t (*more)(void *ctx, char *to, size_t n, plx_error *err);
    void *ctx;
    char *buf; /* malloc'ed; freed by plx_read__stream_release */
    size_t begin, end, cap;
    uint64_t offset;
    size_t max; /* of the window */
    bool at_end;
    plx_error err;      /* sticky; code 0 = none */
    plx_read__run *run; /* told of progress when counts is set */
    bool counts;
    int fd;       /* a file that the stream reads as it is, else -1 */
    size_t given; /* bytes of the window that a library was lent */
} plx_read__stream;

void plx_read__stream_init(plx_read__stream *s, plx_read__run *run, size_t max);
void plx_read__stream_fd(plx_read__stream *s, plx_read__run *run, int fd, size_t max);
void plx_read__stream_memory(plx_read__stream *s, plx_read__run *run, plx_str bytes);
void plx_read__stream_release(void *stream);
/* Makes the window at least `want` bytes long if the input and the maximum allow; returns what is
 * there. */
plx_str plx_read__stream_window(plx_read__stream *s, size_t want);
void plx_read__stream_take(plx_read__stream *s, size_t n);
/* The next line without its end; false at the end. Lines over the maximum come in pieces with *cut
 * set. */
bool plx_read__stream_line(plx_read__stream *s, plx_str *line, bool *cut);
/* All that is left, at most the maximum; longer input sets *cut. Valid until the stream is
 * released. */
plx_str plx_read__stream_rest(plx_read__stream *s, bool *cut);

/* Sniffs the head of a stream and reads it: lines and records as they come, all else as a whole. */
void plx_read__any(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s);

/* A stream of what `inner` (which must outlive it) expands to; its state ends with the arena. What
 * it gives counts against run->options->max_expanded_bytes: beyond is PLX_LIMIT. Concatenated
 * members are one stream. */
void plx_read__stream_gzip(plx_read__stream *s, plx_read__stream *inner, plx_arena *arena);
void plx_read__stream_zstd(plx_read__stream *s, plx_read__stream *inner, plx_arena *arena);

/* Expands what an HTTP body was sent as ("gzip", "deflate"; with zlib or raw), at most `max` bytes.
 */
bool plx_read__inflate(plx_str bytes, size_t max, plx_arena *arena, plx_str *out);
bool plx_read__unbrotli(plx_str bytes, size_t max, plx_arena *arena, plx_str *out);
bool plx_read__unzstd(plx_str bytes, size_t max, plx_arena *arena, plx_str *out);

/* ---- formats: each hands over accounts or fails
 * ---------------------------------------------------- */

void plx_read__text(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);
void plx_read__json(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);
void plx_read__json_lines(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s);
void plx_read__html(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);
/* HTML that is all article, as feeds carry it: its blocks as text in `arena`. */
plx_str plx_read__fragment(plx_str html, plx_arena *arena);
void plx_read__csv(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);
void plx_read__xml(plx_read__run *run, const plx_read__hints *hints,
                   plx_str bytes); /* RSS, Atom, sitemaps */
void plx_read__mime(plx_read__run *run, const plx_read__hints *hints,
                    plx_str bytes); /* .eml, .mhtml */
void plx_read__pdf(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);
void plx_read__warc(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s);
/* zip, 7z, tar, rar, cpio, and single files packed by xz, bzip2, lz4 …; .docx and .odt among the
 * zips. */
void plx_read__archive(plx_read__run *run, const plx_read__hints *hints, plx_read__stream *s);
/* word/document.xml of a .docx, content.xml of an .odt: paragraphs as text. Empty when it is
 * neither. */
plx_str plx_read__office_text(plx_str xml, plx_arena *arena);

/* Sniffs bytes of a member or record; hints->depth must be that of the container plus one. */
void plx_read__member(plx_read__run *run, const plx_read__hints *hints, plx_str bytes);

/* ---- CSV (csv.c)
 * ---------------------------------------------------------------------------------- */

typedef struct plx_read__row {
    plx_str *p;
    size_t n, cap;
} plx_read__row;

/* The next record of RFC 4180 text at *pos (quoted fields, doubled quotes, CR LF or LF); false at
 * the end. Fields live in `arena` or in `text`. */
bool plx_read__csv_row(plx_str text, char separator, size_t *pos, plx_arena *arena,
                       plx_read__row *row);
/* ',', ';' or a tab: what the first line has most of. */
char plx_read__csv_separator(plx_str text);

typedef struct plx_read__sidecar {
    plx_read__row *p; /* path, source, published, url, title */
    size_t n, cap;
} plx_read__sidecar;

void plx_read__sidecar_parse(plx_str text, plx_arena *arena, plx_read__sidecar *out);
/* Fills in the hints of a file of that name (relative to the folder of the parallax.csv). */
void plx_read__sidecar_apply(const plx_read__sidecar *s, plx_str name, plx_read__hints *hints);

#endif
