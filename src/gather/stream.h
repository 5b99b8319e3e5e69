/* stream: accounts one by one into stories, as they come.
 *
 *   account ─ features ─ vector ─┬─ postings of its heaviest words ─ candidate stories
 *                                └─ average score against the accounts kept of each ─ join, or new
 *   after each, where it was a near thing: the accounts of the stories concerned are clustered
 *   anew, all at once (gather.h); what merges, splits or moves by that is reported with a reason
 *
 *   story ── up to PLX_STREAM_KEPT of its accounts' vectors (its first ones and its last ones)
 *         └─ live until max_live others have been touched since; then its accounts stay in it, but
 *            none joins any more
 *
 * Stories have numbers that never change: a merge keeps the older number, a split keeps the number
 * for the part with the oldest account. Accounts may come late and in any order: their own dates
 * count, not their arrival. The same input gives the same stories, whether in one run or in several
 * with the state saved between.
 *
 * Thread rule: one stream, one thread. What fails for lack of memory unwinds to the caller's guard
 * and leaves the stream fit only for plx_stream_free. */
#ifndef PLX_GATHER_STREAM_H
#define PLX_GATHER_STREAM_H

#include "base/buf.h"
#include "gather/weights.h"

#define PLX_STREAM_KEPT     12
#define PLX_STREAM_MAX_LIVE 25000 /* by default */

typedef struct plx_stream plx_stream;

typedef enum plx_stream_change_kind { PLX_STREAM_MERGE, PLX_STREAM_SPLIT } plx_stream_change_kind;

typedef struct plx_stream_change {
    plx_stream_change_kind kind;
    uint32_t story;           /* merge: the one that goes on; split: the one that was split */
    uint32_t other;           /* merge: the one that ends; split: where the accounts went, a new
                               * story or one that was there */
    const uint32_t *accounts; /* split: the accounts that moved; for the call only */
    size_t n_accounts;
    double score; /* average log odds between what moved and where it went, or, where it went alone,
                   * what it left */
} plx_stream_change;

typedef struct plx_stream_options {
    size_t max_live;  /* stories that accounts may still join; 0: PLX_STREAM_MAX_LIVE */
    double threshold; /* added to the decision: above 0 fewer joins */
    void (*changed)(void *ctx, const plx_stream_change *change); /* or NULL */
    void *ctx;
} plx_stream_options;

/* Throws PLX_NOMEM. Free with plx_stream_free. */
plx_stream *plx_stream_new(const plx_stream_options *options);
void plx_stream_free(plx_stream *s); /* NULL is fine */

/* Takes one account and gives its number: 0, 1, 2, ... The story may change later. */
uint32_t plx_stream_add(plx_stream *s, plx_str title, plx_str text, int32_t day);
/* The same from features already scanned (several threads may scan). */
uint32_t plx_stream_add_features(plx_stream *s, const plx_features *f);

/* The story that an account is in as of now. */
uint32_t plx_stream_story(const plx_stream *s, uint32_t account);
size_t plx_stream_n_accounts(const plx_stream *s);
size_t plx_stream_n_stories(const plx_stream *s);
size_t plx_stream_n_live(const plx_stream *s);
/* How the last added account was decided: average log odds against the story it joined, or the best
 * that it did not reach; -inf where there was no candidate. */
double plx_stream_last_score(const plx_stream *s);

/* The whole state as bytes: to be saved, and to go on from in another process. Little-endian,
 * checked by a hash over all of it. */
void plx_stream_encode(const plx_stream *s, plx_buf *out);
/* errors: PLX_CORRUPT, PLX_OLD_FORMAT. *out is set on success; free it. May throw PLX_NOMEM. */
PLX_NODISCARD plx_err plx_stream_decode(plx_str bytes, const plx_stream_options *options,
                                        plx_stream **out, plx_error *err);

#endif
