/* Events of the story: the triggers of the clauses that make one statement, with who took part,
 * when and where. An event is as sure as its statement: what is joined here was joined there, with
 * its reason. */
#include "base/vec.h"
#include "reconcile/claim_units.h"
#include "reconcile/reconcile.h"

/* The event that a unit tells of: at its head, else the first in it. NULL when there is none. */
static const plx_event *event_of(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_event *first = NULL;
    size_t lo = 0, hi = an->n_events;
    while (lo < hi) { /* events ascend by span */
        size_t mid = lo + (hi - lo) / 2;
        if (an->events[mid].span.begin < u->span.begin) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    for (; lo < an->n_events && an->events[lo].span.begin < u->span.end; lo++) {
        if (an->events[lo].token == u->head) {
            return &an->events[lo];
        }
        first = first ? first : &an->events[lo];
    }
    return first;
}

static void add_participant(plx_story_event *e, uint32_t entity, plx_role role, plx_arena *arena) {
    for (size_t i = 0; i < e->who.n; i++) {
        if (e->who.p[i].entity == entity) {
            return; /* in the first role that an account gives */
        }
    }
    plx_vec_push(&e->who, arena, (plx_participant){entity, role});
}

static void add_mention(const plx_story *s, plx_story_event *e, const plx_claim_unit *u,
                        const plx_event *x, plx_arena *arena) {
    const plx_annotation *an = s->annotations[u->account];
    plx_vec_push(&e->mentions, arena, (plx_at){u->account, x->span});
    for (size_t i = 0; i < x->n_args; i++) {
        const plx_argument *arg = &x->args[i];
        uint32_t entity =
            arg->mention == PLX_NONE
                ? PLX_NONE
                : plx_story_entity_of(s, u->account, an->mentions[arg->mention].chain);
        if (entity == PLX_NONE) {
            continue;
        }
        if (arg->role == PLX_LOCATION && s->entities.p[entity].type == PLX_PLACE) {
            e->where = e->where == PLX_NONE ? entity : e->where;
        } else {
            add_participant(e, entity, arg->role, arena);
        }
    }
    if (x->time != PLX_NONE && an->times[x->time].has_days &&
        an->times[x->time].value.n > e->when.n) {
        e->when = an->times[x->time].value; /* the finest that an account gives */
    }
    if (e->mentions.n == 1) {
        e->negative = x->negative;
        e->modality = x->modality;
        e->claimant = plx_story_entity_of(s, u->account, x->claimant);
    } else if (x->modality == PLX_HAPPENED) {
        e->modality = PLX_HAPPENED; /* one account says so itself */
        e->claimant = PLX_NONE;
    }
}

static plx_str name_of(const plx_story *s, const plx_story_event *e, plx_str lemma,
                       plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, 400);
    plx_buf_put(&b, lemma);
    for (size_t i = 0; i < e->who.n && i < 3; i++) {
        plx_buf_putz(&b, i ? ", " : ": ");
        plx_buf_put(&b, s->entities.p[e->who.p[i].entity].name);
    }
    return plx_buf_str(&b);
}

void plx_reconcile__events(plx_story *s, plx_arena *arena) {
    for (size_t i = 0; s->claim_units && i < s->statements.n; i++) {
        plx_statement *st = &s->statements.p[i];
        plx_story_event e = {.where = PLX_NONE, .claimant = PLX_NONE};
        plx_str lemma = {NULL, 0};
        for (size_t k = 0; k < st->units.n; k++) {
            const plx_claim_unit *u = &s->claim_units->p[st->units.p[k]];
            const plx_event *x = event_of(s->annotations[u->account], u);
            if (x) {
                lemma = lemma.n ? lemma : x->lemma;
                add_mention(s, &e, u, x, arena);
            }
        }
        if (e.mentions.n && (e.mentions.n > 1 || e.who.n)) {
            e.name = name_of(s, &e, lemma, arena);
            plx_vec_push(&st->events, arena, (uint32_t)s->events.n);
            plx_vec_push(&s->events, arena, e);
        }
    }
}
