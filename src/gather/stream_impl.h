/* stream_impl: the insides of a stream, shared by stream.c and state.c. */
#ifndef PLX_GATHER_STREAM_IMPL_H
#define PLX_GATHER_STREAM_IMPL_H

#include "gather/stream.h"

#define PLX_STREAM__FEATURES 160 /* heaviest kept of an account */
#define PLX_STREAM__INDEXED  28  /* heaviest words of an account that lead to its story */

typedef struct plx_member {
    uint32_t account;
    plx_vector v; /* v.p is malloc'ed */
} plx_member;

typedef struct plx_live_story {
    uint32_t id;         /* PLX_NONE: the slot is free */
    uint32_t n_accounts; /* all that ever joined and were not split off */
    uint64_t touched;    /* number of the arrival that touched it last */
    uint32_t n_members;
    plx_member member[PLX_STREAM_KEPT]; /* by account number */
    uint32_t older, newer;              /* slots in the order of touching, PLX_NONE at the ends */
} plx_live_story;

typedef struct plx_posting {
    uint32_t story;
    float w;
} plx_posting;

typedef struct plx_posting_list {
    uint32_t key; /* 0: free */
    uint32_t n, cap;
    plx_posting *p; /* malloc'ed */
} plx_posting_list;

struct plx_stream {
    plx_stream_options options;
    plx_arena table_arena, scratch; /* the words' counts; one arrival's work */
    plx_df df;
    plx_live_story *slots; /* malloc'ed: options.max_live + 1 */
    size_t n_slots, n_live;
    uint32_t oldest, newest, free_slot; /* free slots are linked through `newer` */
    uint32_t *parent;                   /* story number -> the one it was merged into, or itself */
    uint32_t *slot_of;                  /* story number -> slot, or PLX_NONE */
    size_t n_stories, cap_stories, n_merged;
    uint32_t *story_of; /* account number -> story number at its time */
    size_t n_accounts, cap_accounts;
    plx_posting_list *lists; /* open addressing by key */
    size_t n_lists, n_list_slots, n_postings;
    float *sum; /* one a slot: candidate search */
    uint32_t *hit;
    double last_score;
};

/* malloc that throws instead of giving NULL. */
void *plx_stream__alloc(size_t n, size_t size);
void *plx_stream__realloc(void *p, size_t n, size_t size);
uint32_t plx_stream__root(const plx_stream *s, uint32_t story);
/* Puts a live story with its members' words into the postings. */
void plx_stream__index(plx_stream *s, const plx_live_story *story, const plx_member *m);
/* Takes a free slot for story `id` and makes it the newest. */
uint32_t plx_stream__take_slot(plx_stream *s, uint32_t id);
uint32_t plx_stream__new_story(plx_stream *s);
uint32_t plx_stream__new_account(plx_stream *s, uint32_t story);

#endif
