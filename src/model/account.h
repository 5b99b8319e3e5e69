/* account: one article as it was read. Plain data; who fills it is `read`, and nobody changes
 * `text` afterwards: every span of the program counts bytes in it.
 *
 *   bytes ──read──> plx_account { text, dropped } ──lang, find──> plx_annotation (annotation.h)
 *
 * Everything a plx_account points to lives as long as the arena it was read into. */
#ifndef PLX_MODEL_ACCOUNT_H
#define PLX_MODEL_ACCOUNT_H

#include "base/span.h"
#include "base/str.h"

/* A stretch that is no part of the article; it is never deleted. */
typedef struct plx_dropped {
    plx_span span;
    plx_str why; /* fixed words: "script", "caption", "share line", "metadata", ... */
} plx_dropped;

/* Where a field's value comes from: {"published", "parallax.csv"}, {"title", "og:title"}. */
typedef struct plx_evidence {
    plx_str field, from;
} plx_evidence;

typedef struct plx_account {
    plx_str path;   /* as given, with "#n" for the nth item of a container ("dump.jsonl#3") */
    plx_str id;     /* the source's own id when the input names one, else empty */
    plx_str source; /* outlet or site; empty = unknown */
    plx_str url;
    plx_str title;     /* empty = unknown; need not stand in text */
    plx_str published; /* ISO 8601 date or date and time, as exact as known; empty = unknown */
    plx_str modified;
    plx_str section;
    plx_str language; /* ISO 639-1; empty = unknown */
    plx_str encoding; /* IANA name of what the bytes were; "UTF-8" usually */
    plx_str *authors;
    size_t n_authors;
    plx_str text;         /* valid UTF-8, at most UINT32_MAX bytes */
    plx_dropped *dropped; /* ascending, not overlapping */
    size_t n_dropped;
    plx_evidence *evidence;
    size_t n_evidence;
} plx_account;

/* True when any byte of `span` is dropped. */
bool plx_account_is_dropped(const plx_account *a, plx_span span);
/* Bytes that are not dropped, as ascending spans: what the article itself says. Lives in `arena`.
 */
plx_spans plx_account_kept(const plx_account *a, plx_arena *arena);

#endif
