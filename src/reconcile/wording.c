/* Wording: what each source calls the main people and groups: the descriptions that the accounts
 * use for them, beside the names; then the words that mark each account (wording_marks.h). */
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"
#include "reconcile/wording_marks.h"

#include <stdlib.h>

#define MOST_ENTITIES   12u
#define MOST_TERM_BYTES 60u

typedef struct ranked {
    uint32_t entity;
    size_t n;
} ranked;

static int most_mentioned_first(const void *x, const void *y) {
    const ranked *a = x, *b = y;
    if (a->n != b->n) {
        return a->n > b->n ? -1 : 1;
    }
    return a->entity < b->entity ? -1 : a->entity > b->entity;
}

static bool is_small(const plx_token *t) {
    return t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_PUNCT ||
           t->upos == PLX_UPOS_NUM;
}

/* The description without article and possessive, folded: "the former hostages" -> "former
 * hostages". */
static plx_str term_of(const plx_annotation *an, plx_span span, plx_arena *arena) {
    uint32_t begin, end;
    plx_tokens_in(an, span, &begin, &end);
    while (begin < end && is_small(&an->tokens[begin])) {
        begin++;
    }
    if (begin == end) {
        return (plx_str){NULL, 0};
    }
    plx_str text = plx_str_slice(an->account->text, an->tokens[begin].span.begin,
                                 an->tokens[end - 1].span.end);
    return text.n > MOST_TERM_BYTES ? (plx_str){NULL, 0} : plx_str_fold(arena, text);
}

static int most_used_first(const void *x, const void *y) {
    const plx_term *a = x, *b = y;
    if (a->at.n != b->at.n) {
        return a->at.n > b->at.n ? -1 : 1;
    }
    return plx_str_cmp(a->term, b->term);
}

static void put_entity(plx_story *s, uint32_t entity, plx_arena *arena) {
    const plx_entity *e = &s->entities.p[entity];
    plx_wording w = {.entity = entity, .event = PLX_NONE};
    plx_map index;
    plx_map_init(&index, arena);
    for (size_t i = 0; i < e->mentions.n; i++) {
        plx_at at = e->mentions.p[i].at;
        plx_str term = e->mentions.p[i].kind == PLX_NOMINAL
                           ? term_of(s->annotations[at.account], at.span, arena)
                           : (plx_str){NULL, 0};
        if (!term.n) {
            continue;
        }
        bool is_new;
        plx_map_entry *m = plx_map_put(&index, term, (uint32_t)w.terms.n, &is_new);
        if (is_new) {
            plx_vec_push(&w.terms, arena, (plx_term){.term = term});
        }
        PLX_ASSERT(w.terms.p && m->value < w.terms.n);
        plx_vec_push(&w.terms.p[m->value].at, arena, at);
    }
    if (w.terms.n < 2) {
        return;
    }
    qsort(w.terms.p, w.terms.n, sizeof *w.terms.p, most_used_first);
    plx_vec_push(&s->wording, arena, w);
}

void plx_reconcile__wording(plx_story *s, plx_arena *arena) {
    ranked *list = plx_new_n(arena, ranked, s->entities.n);
    for (uint32_t i = 0; i < s->entities.n; i++) {
        list[i] = (ranked){i, s->entities.p[i].mentions.n};
    }
    if (s->entities.n) {
        qsort(list, s->entities.n, sizeof *list, most_mentioned_first);
    }
    for (size_t i = 0; i < s->entities.n && i < MOST_ENTITIES; i++) {
        put_entity(s, list[i].entity, arena);
    }
    plx_reconcile__wording_marks(s, arena);
}
