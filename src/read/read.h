/* read: bytes -> accounts. Sniffs what the bytes are, decodes them to UTF-8, takes the article and
 * what is known of it out, and marks what is not the article as dropped, with the reason. It never
 * deletes, and it judges no content.
 *
 *   path, folder, stdin ── read_path ──┐
 *                                      ├─ sniff ─ text | JSON | HTML | WARC | feed | archive | … ─
 * accounts ─> sink memory ───────────── read_memory ──┘              (containers hand their members
 * to sniff again)
 *
 * Accounts come one at a time, in the order of the input: files of a folder by name, items of a
 * container as they stand. What gave nothing is handed to the sink too, with the reason: there are
 * no silent gaps.
 *
 *     static plx_arena *arena(void *ctx) { return ctx; }
 *     static bool take(void *ctx, const plx_account *a) { (void)ctx; puts_title(a); return true; }
 *     plx_read_sink sink = {.ctx = &my_arena, .arena = arena, .account = take};
 *     plx_read_options options = plx_read_defaults();
 *     plx_err e = plx_read_path("reports/", &options, &sink);
 *
 * It reads files; it writes none, and uses no network, clock or environment.
 * Thread rule: no state but constant tables; several calls may run at once with arenas and sinks of
 * their own. */
#ifndef PLX_READ_READ_H
#define PLX_READ_READ_H

#include "base/arena.h"
#include "model/account.h"

#include <stdio.h>

typedef struct plx_read_options {
    plx_str source;              /* of accounts that do not say; empty = none */
    plx_str published;           /* likewise */
    size_t max_account_bytes;    /* of one file, record or member; more is PLX_LIMIT */
    uint64_t max_expanded_bytes; /* of all that one compressed input expands to */
    unsigned max_depth;          /* folders in folders, and containers in containers */
    bool keep_noise;             /* mark nothing as dropped in plain text */
    unsigned n_threads;          /* that pages are read on; 0 and 1: the calling one */
    bool whole_page;             /* HTML: all of the page's text, not the article alone */
} plx_read_options;

/* 64 MiB an account, 16 GiB expanded, 32 levels. */
plx_read_options plx_read_defaults(void);

/* The pages that were read, to know another version of one (AMP, print, saved again): same address
 * but for what marks the version, and same text. Bounded: about 65,000 pages; older ones are
 * forgotten. One thread at a time. */
typedef struct plx_read_seen plx_read_seen;
plx_read_seen *plx_read_seen_new(void); /* NULL: no memory */
void plx_read_seen_free(plx_read_seen *seen);
/* The path of the page that `account` is another version of (lives as long as `seen`, until the
 * next call), or NULL; then it is remembered. */
const char *plx_read_seen_before(plx_read_seen *seen, const plx_account *account);

/* Where results go. Every member but ctx may be NULL except arena and account. */
typedef struct plx_read_sink {
    void *ctx;
    /* The arena that the next account shall live in; called before each. */
    plx_arena *(*arena)(void *ctx);
    /* One account; it and all it points to live in the arena given before. False stops the reading.
     */
    bool (*account)(void *ctx, const plx_account *account);
    /* An input or a member that gave no account. `why->code`: PLX_EMPTY (nothing in it),
     * PLX_UNSUPPORTED (no format that is read; expected in folders), PLX_MISSING, PLX_IO,
     * PLX_REPEATED (another version of a page that was read; only with `seen`),
     * PLX_ENCODING, PLX_LIMIT, PLX_CORRUPT, PLX_INVALID. `named`: the user named this very input,
     * so that skipping it is a failure. */
    void (*failed)(void *ctx, plx_str path, const plx_error *why, bool named);
    /* False: this input or item is passed over in silence (for runs that are resumed). */
    bool (*wanted)(void *ctx, plx_str path);
    /* Bytes of input that were taken since the last call: for progress. */
    void (*progress)(void *ctx, uint64_t bytes);
    plx_read_seen *seen; /* versions of one page become one account; NULL: every page is one */
} plx_read_sink;

/* Reads a file, a folder (recursively, sorted by name, each folder once even when links go round)
 * or "-" (standard input). A `parallax.csv` (path,source,published,url,title) in a folder fills in
 * what its files do not say. errors : what stopped everything (PLX_NOMEM, PLX_INTERRUPTED when the
 * sink said stop); trouble with single inputs goes to sink->failed and is no error here. */
PLX_NODISCARD plx_err plx_read_path(const char *path, const plx_read_options *options,
                                    const plx_read_sink *sink);

/* The same for bytes in memory; `path` names them in accounts and messages and its ending helps to
 * sniff. */
PLX_NODISCARD plx_err plx_read_memory(plx_str path, plx_str bytes, const plx_read_options *options,
                                      const plx_read_sink *sink);

/* Marks the noise of scraped text in account->dropped (replacing what is there), and takes
 * published and modified dates out of the metadata crumbs that it finds if the account has none.
 * Lives in `arena`. Must run inside a plx_guard. */
void plx_read_mark_dropped(plx_account *account, plx_arena *arena);

#endif
