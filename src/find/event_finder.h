/* event_finder: what the parts of the event finder share. Inside find only. */
#ifndef PLX_FIND_EVENT_FINDER_H
#define PLX_FIND_EVENT_FINDER_H

#include "base/vec.h"
#include "find/clauses.h"
#include "find/deps.h"

typedef PLX_VEC(plx_argument) plx_arguments;

typedef struct plx_eventer {
    const plx_annotation *an;
    plx_arena *arena;
    plx_deps deps;
    plx_clauses clauses;
    uint32_t *clause;  /* token -> clause that it heads, or PLX_NONE */
    uint32_t *event;   /* token -> event that it triggers, or PLX_NONE */
    uint32_t *mention; /* token -> mention with it as head (the longest), or PLX_NONE */
    uint32_t *quote;   /* token -> quote whose words it is (the shortest), or PLX_NONE */
    PLX_VEC(plx_event) events;
    PLX_VEC(uint32_t) carrier; /* event -> the light verb that carries it, or PLX_NONE */
} plx_eventer;

/* ---- event_args.c ---- */
/* Who does what to whom where, for the event at `token`; `carrier` as above. */
void plx_event__arguments(plx_eventer *e, plx_event *event, uint32_t carrier);

/* ---- event_status.c ---- */
/* Sets negative, modality, claimant. */
void plx_event__status(plx_eventer *e, plx_event *event, uint32_t carrier);
/* Gives every event its time: the one hanging under it, else one of its clause. */
void plx_event__times(plx_eventer *e);
/* The clause that the token stands in, or PLX_NONE. */
uint32_t plx_event__clause_of(const plx_eventer *e, uint32_t token);

#endif
