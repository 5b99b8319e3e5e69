/* Facts of one entity that accounts state differently: ages, roles, kin, origin. */
#include "base/utf8.h"
#include "base/vec.h"
#include "reconcile/difference_parts.h"

#define MOST_YEARS 10 /* by which accounts mistake an age */

/* The last word of a value before any "of", "for", "at": "president of the federation" ->
 * "president". */
static plx_str head_of(plx_str value, plx_arena *arena) {
    plx_str fold = plx_str_fold(arena, value);
    static const char *const ends[] = {" of ", " for ", " at ", " in ", " from ", ","};
    size_t cut = fold.n;
    for (size_t i = 0; i < PLX_COUNT(ends); i++) {
        cut = PLX_MIN(cut, plx_str_find(fold, plx_str_of(ends[i]), 0));
    }
    plx_str head = plx_str_trim(plx_str_slice(fold, 0, cut));
    for (size_t i = head.n; i > 0; i--) {
        if (head.p[i - 1] == ' ') {
            return plx_str_slice(head, i, head.n);
        }
    }
    return head;
}

/* Words that say no more than that it is a human being: no role to set against another. */
static bool says_little(plx_str head) {
    static const char *const words[] = {"man", "woman",  "person", "people", "men", "women",
                                        "one", "figure", "mr",     "ms",     "mrs"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(head, plx_str_of(words[i]))) {
            return true;
        }
    }
    return head.n < 2;
}

/* Does the account of `at` give the entity another age, and nobody else this one? Then it is read
 * from the words beside somebody else's name. */
static bool is_doubtful(const plx_entity *x, const plx_fact *f, plx_at at) {
    bool other = false, elsewhere = false;
    for (size_t k = 0; k < x->facts.n; k++) {
        const plx_fact *g = &x->facts.p[k];
        for (size_t m = 0; plx_str_eq(g->kind, f->kind) && m < g->at.n; m++) {
            bool same = plx_str_eq(g->value, f->value);
            bool here = g->at.p[m].account == at.account;
            other |= !same && here;
            elsewhere |= same && !here;
        }
    }
    return other && !elsewhere;
}

static bool are_far_apart(const plx_difference *d) {
    int64_t least = INT64_MAX, most = INT64_MIN, age;
    for (size_t i = 0; i < d->positions.n; i++) {
        if (plx_str_to_i64(d->positions.p[i].value, &age)) {
            least = PLX_MIN(least, age);
            most = PLX_MAX(most, age);
        }
    }
    return least <= most && most - least > MOST_YEARS;
}

static bool is_single_valued(plx_str kind) {
    return plx_str_eq(kind, PLX_S("age")) || plx_str_eq(kind, PLX_S("born")) ||
           plx_str_eq(kind, PLX_S("birthplace"));
}

/* May two facts of one kind be set side by side? Kin must be kin of the same person. */
static bool comparable(const plx_fact *a, const plx_fact *b) {
    return plx_str_eq(a->kind, b->kind) && a->entity == b->entity;
}

void plx_difference__facts(plx_story *s, plx_arena *arena) {
    for (uint32_t e = 0; e < s->entities.n; e++) {
        const plx_entity *x = &s->entities.p[e];
        bool *used = plx_new_n(arena, bool, x->facts.n);
        for (size_t i = 0; i < x->facts.n; i++) {
            if (used[i] || plx_str_eq(x->facts.p[i].kind, PLX_S("role")) ||
                plx_str_eq(x->facts.p[i].kind, PLX_S("kin")) ||
                plx_str_eq(x->facts.p[i].kind, PLX_S("origin"))) {
                continue; /* words for people are difference_roles.c's; of origins one can have two
                           */
            }
            const plx_fact *f = &x->facts.p[i];
            bool single = is_single_valued(f->kind);
            plx_difference d = {.kind = single ? PLX_CONFLICT : PLX_VARIANT,
                                .subject_kind = PLX_SUBJECT_ENTITY,
                                .subject = e};
            for (size_t k = i; k < x->facts.n; k++) {
                const plx_fact *g = &x->facts.p[k];
                if (!comparable(f, g)) {
                    continue;
                }
                used[k] = true;
                plx_str value = single ? g->value : head_of(g->value, arena);
                if (!single && says_little(value)) {
                    continue;
                }
                for (size_t m = 0; m < g->at.n; m++) {
                    if (single && is_doubtful(x, g, g->at.p[m])) {
                        continue;
                    }
                    plx_difference__put(&d, value, g->at.p[m], arena);
                }
            }
            if (f->entity != PLX_NONE) {
                d.about = plx_str_format(arena, "what %.*s is to %.*s", PLX_FMT(x->name),
                                         PLX_FMT(s->entities.p[f->entity].name));
            } else {
                d.about =
                    plx_str_format(arena, "the %.*s of %.*s", PLX_FMT(f->kind), PLX_FMT(x->name));
            }
            if (plx_str_eq(f->kind, PLX_S("age")) && are_far_apart(&d)) {
                continue; /* father and son under one name */
            }
            d.why = PLX_S("facts of one kind about one and the same");
            d.weight = (single ? 1.5 : 0.6) + plx_difference__salience(s, e);
            plx_difference__add(s, &d, arena);
        }
    }
}
