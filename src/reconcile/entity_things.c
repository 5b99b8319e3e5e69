/* Organisations, places and the rest across accounts. */
#include "reconcile/entity_groups.h"

static plx_str because(plx_grouping *g, const plx_group *a, const plx_group *b, const char *why) {
    bool first = plx_str_cmp(a->name, b->name) <= 0;
    const plx_group *x = first ? a : b, *y = first ? b : a;
    return plx_str_format(g->arena, "\"%.*s\" and \"%.*s\": %s", PLX_FMT(x->name), PLX_FMT(y->name),
                          why);
}

static bool is_thing(const plx_group *p) { return p->named && p->type != PLX_PERSON; }

static void join_names(plx_grouping *g) {
    for (uint32_t i = 0; i < g->groups.n; i++) {
        if (!is_thing(&g->groups.p[i])) continue;
        for (uint32_t k = i + 1; k < g->groups.n; k++) {
            const plx_group *a = &g->groups.p[i], *b = &g->groups.p[k];
            if (!is_thing(b) || plx_group__root(g, i) == plx_group__root(g, k)) continue;
            bool alike = a->type == b->type || a->type == PLX_OTHER || b->type == PLX_OTHER;
            plx_thing_match m = plx_match_things(a->name, b->name, a->type);
            bool place_and_body =
                a->type != PLX_OTHER && b->type != PLX_OTHER && m == PLX_THING_SITE;
            if (m < PLX_THING_SPELLING && a->site.n && plx_str_eq_nocase(a->site, b->name)) {
                m = PLX_THING_SITE;
            }
            if (m < PLX_THING_SPELLING && b->site.n && plx_str_eq_nocase(b->site, a->name)) {
                m = PLX_THING_SITE;
            }
            alike |= place_and_body;
            if (m < PLX_THING_SPELLING || (!alike && m < PLX_THING_ALIAS)) continue;
            plx_group__join(g, i, k, because(g, a, b, plx_thing_match_text(m)));
        }
    }
}

/* A form of several words that two groups share, whatever each is called by otherwise. */
static void join_shared_forms(plx_grouping *g) {
    plx_map forms;
    plx_map_init(&forms, g->arena);
    for (uint32_t a = 0; a < g->story->n_accounts; a++) {
        const plx_annotation *an = g->story->annotations[a];
        for (uint32_t i = 0; i < an->n_mentions; i++) {
            const plx_mention *m = &an->mentions[i];
            if (m->kind != PLX_NAME || m->end - m->begin < 3) continue;
            uint32_t group = g->profiles.p[g->profile_of[a][m->chain]].group;
            if (group == PLX_NONE || !is_thing(&g->groups.p[group])) continue;
            char key[200];
            size_t n = plx_match_thing_key(plx_str_at(an->account->text, m->span), key, sizeof key);
            plx_str form = plx_str_dup(g->arena, plx_str_n(key, n));
            bool is_new;
            uint32_t other = plx_map_put(&forms, form, group, &is_new)->value;
            if (is_new || plx_group__root(g, other) == plx_group__root(g, group)) continue;
            const plx_group *x = &g->groups.p[group], *y = &g->groups.p[other];
            if (x->type != y->type) continue;
            plx_group__join(g, other, group, because(g, x, y, "both are called by one form"));
        }
    }
}

/* Short forms, where only one longer name fits. */
static void join_short_forms(plx_grouping *g) {
    for (uint32_t i = 0; i < g->groups.n; i++) {
        const plx_group *a = &g->groups.p[i];
        if (!is_thing(a) || plx_group__root(g, i) != i) continue;
        uint32_t to = PLX_NONE;
        bool several = false;
        for (uint32_t k = 0; k < g->groups.n && !several; k++) {
            const plx_group *b = &g->groups.p[k];
            if (!is_thing(b) || b->type != a->type || b->name.n <= a->name.n) continue;
            uint32_t root = plx_group__root(g, k);
            if (root == i || plx_match_things(a->name, b->name, b->type) != PLX_THING_SHORT)
                continue;
            several = to != PLX_NONE && plx_group__root(g, to) != root;
            to = k;
        }
        if (to == PLX_NONE || several || a->type == PLX_PLACE) continue;
        plx_group__join(g, i, to, because(g, a, &g->groups.p[to], "short form, no other fits"));
    }
}

void plx_group__things(plx_grouping *g) {
    join_names(g);
    join_shared_forms(g);
    join_short_forms(g);
}
