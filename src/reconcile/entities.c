/* Entities of a story: chains of all accounts put together.
 *
 *   profiles of chains -> groups of equal names -> people, things, noun phrases joined
 *                      -> entities with forms, mentions, reasons, facts
 *
 * The order of accounts is that of their paths, so it does not depend on the order of input. */
#include "reconcile/corrections.h"
#include "reconcile/entity_groups.h"

#include <stdlib.h>

uint32_t plx_group__root(const plx_grouping *g, uint32_t group) {
    while (g->groups.p[group].parent != group) group = g->groups.p[group].parent;
    return group;
}

/* No account mistakes a child for its father: what accounts give differs by less. */
bool plx_group__ages_apart(double a, double b) {
    enum { YEARS = 13 };
    return a > 0 && b > 0 && (a > b ? a - b : b - a) >= YEARS;
}

/* Does an account name both, apart? */
static bool in_one_account(const plx_grouping *g, const plx_group *a, const plx_group *b) {
    for (size_t i = 0; i < a->profiles.n; i++) {
        for (size_t k = 0; k < b->profiles.n; k++) {
            if (g->profiles.p[a->profiles.p[i]].account ==
                g->profiles.p[b->profiles.p[k]].account) {
                return true;
            }
        }
    }
    return false;
}

static bool contradict(const plx_grouping *g, const plx_group *a, const plx_group *b) {
    bool people = a->type == PLX_PERSON && b->type == PLX_PERSON && a->named && b->named;
    if (people && plx_group__ages_apart(a->age, b->age)) return true;
    if (people && plx_match_name_is_junior(&a->parts) != plx_match_name_is_junior(&b->parts) &&
        in_one_account(g, a, b)) {
        return true;
    }
    if (!people || a->n_full < 2 || b->n_full < 2) return false;
    plx_name_match m;
    double s = plx_match_names(&a->parts, &b->parts, &m);
    return s < 0.2 && (m.why & (PLX_NAME_CONFLICT | PLX_NAME_GENDER)) != 0;
}

bool plx_group__join(plx_grouping *g, uint32_t a, uint32_t b, plx_str why) {
    uint32_t x = plx_group__root(g, a), y = plx_group__root(g, b);
    if (x == y) return true;
    plx_group *p = &g->groups.p[PLX_MIN(x, y)], *q = &g->groups.p[PLX_MAX(x, y)];
    if (p->gender != q->gender && p->gender != PLX_GENDER_UNKNOWN &&
        q->gender != PLX_GENDER_UNKNOWN) {
        return false;
    }
    for (size_t i = 0; i < p->members.n; i++) {
        for (size_t k = 0; k < q->members.n; k++) {
            if (contradict(g, &g->groups.p[p->members.p[i]], &g->groups.p[q->members.p[k]])) {
                return false;
            }
        }
    }
    q->parent = PLX_MIN(x, y);
    p->gender = PLX_MAX(p->gender, q->gender);
    p->named |= q->named;
    for (size_t i = 0; i < q->members.n; i++) plx_vec_push(&p->members, g->arena, q->members.p[i]);
    if (why.n) {
        size_t at = g->reasons.n;
        plx_vec_reserve(&g->reasons, g->arena, at + 1);
        g->reasons.p[at].a = a;
        g->reasons.p[at].why = why;
        g->reasons.n++;
    }
    return true;
}

/* ---- groups of equal names ----------------------------------------------------------------------
 */

static plx_str key_of(plx_grouping *g, const plx_profile *p) {
    char key[200];
    size_t n = plx_match_thing_key(p->name, key + 1, sizeof key - 1);
    key[0] = p->type == PLX_PERSON ? 'p' : 't';
    return plx_str_dup(g->arena, plx_str_n(key, n + 1));
}

static void group_equal_names(plx_grouping *g) {
    plx_map names;
    plx_map_init(&names, g->arena);
    for (uint32_t i = 0; i < g->profiles.n; i++) {
        plx_profile *p = &g->profiles.p[i];
        if (!p->named) continue;
        bool is_new;
        plx_str key = key_of(g, p);
        uint32_t k = plx_map_put(&names, key, (uint32_t)g->groups.n, &is_new)->value;
        for (int n = 0; n < 4 && !is_new && p->type == PLX_PERSON; n++) {
            if (!plx_group__ages_apart(p->age, g->groups.p[k].age)) break;
            key = plx_str_format(g->arena, "%.*s'", PLX_FMT(key)); /* a second one of that name */
            k = plx_map_put(&names, key, (uint32_t)g->groups.n, &is_new)->value;
        }
        if (is_new) {
            plx_group *fresh = plx_vec_add(&g->groups, g->arena);
            fresh->parent = k;
            fresh->name = p->name;
            fresh->type = p->type;
            fresh->named = true;
            fresh->site = p->site;
            plx_vec_push(&fresh->members, g->arena, k);
        }
        plx_group *to = &g->groups.p[k];
        plx_vec_push(&to->profiles, g->arena, i);
        to->n_names += p->n_names;
        if (to->gender == PLX_GENDER_UNKNOWN) to->gender = p->gender;
        if (!(to->age > 0)) to->age = p->age;
        if (!to->site.n) to->site = p->site;
        p->group = k;
    }
    /* What most of its mentions are: a kind that one account got wrong is outvoted. */
    for (size_t i = 0; i < g->groups.n; i++) {
        plx_group *to = &g->groups.p[i];
        if (to->type == PLX_PERSON) continue;
        uint32_t votes[PLX_N_ENTITY_TYPES] = {0};
        for (size_t k = 0; k < to->profiles.n; k++) {
            const plx_profile *p = &g->profiles.p[to->profiles.p[k]];
            votes[p->type] += p->n_names;
        }
        for (unsigned t = 0; t < PLX_N_ENTITY_TYPES; t++) {
            if (votes[t] > votes[to->type]) to->type = (plx_entity_type)t;
        }
    }
}

/* A bare name that one account took for a place or organisation, and others know as a person's. */
static void people_in_disguise(plx_grouping *g) {
    plx_map parts;
    plx_map_init(&parts, g->arena);
    for (size_t i = 0; i < g->profiles.n; i++) {
        const plx_profile *p = &g->profiles.p[i];
        if (!p->named || p->type != PLX_PERSON) continue;
        plx_str rest = plx_str_lower(g->arena, p->name), word;
        while (plx_str_split(&rest, ' ', &word)) plx_map_put(&parts, word, 1, NULL);
    }
    for (size_t i = 0; i < g->profiles.n; i++) {
        plx_profile *p = &g->profiles.p[i];
        if (!p->named || p->type == PLX_PERSON || plx_str_contains(p->name, PLX_S(" "))) continue;
        if (plx_match_is_known_place(p->name)) continue;
        if (plx_map_get(&parts, plx_str_lower(g->arena, p->name)) != PLX_NONE) p->type = PLX_PERSON;
    }
}

/* One whole name that an account took for a person and others for something else: what most of its
 * mentions say. */
static void outvote_types(plx_grouping *g) {
    plx_map names;
    plx_map_init(&names, g->arena);
    PLX_VEC(struct { uint32_t of[PLX_N_ENTITY_TYPES]; }) votes = {NULL, 0, 0};
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < g->profiles.n; i++) {
            plx_profile *p = &g->profiles.p[i];
            if (!p->named || !plx_str_contains(p->name, PLX_S(" "))) continue;
            char folded[200];
            size_t n = plx_match_thing_key(p->name, folded, sizeof folded);
            plx_str key = plx_str_dup(g->arena, plx_str_n(folded, n));
            bool is_new = false;
            uint32_t k = pass ? plx_map_get(&names, key)
                              : plx_map_put(&names, key, (uint32_t)votes.n, &is_new)->value;
            if (is_new) (void)plx_vec_add(&votes, g->arena);
            PLX_ASSERT(votes.p != NULL && k < votes.n);
            uint32_t *of = votes.p[k].of;
            if (!pass) {
                of[p->type] += p->n_names;
                continue;
            }
            unsigned best = PLX_PERSON;
            uint32_t things = 0;
            for (unsigned t = 0; t < PLX_N_ENTITY_TYPES; t++) {
                if (t == PLX_PERSON) continue;
                things += of[t];
                if (best == PLX_PERSON || of[t] > of[best]) best = t;
            }
            if (!of[PLX_PERSON] || !things || things == of[PLX_PERSON]) continue;
            if (things < of[PLX_PERSON]) best = PLX_PERSON;
            if ((p->type == PLX_PERSON) == (best == PLX_PERSON)) continue;
            p->type = (plx_entity_type)best;
            if (best != PLX_PERSON) p->gender = PLX_GENDER_UNKNOWN;
        }
    }
}

/* ---- writing
 * ------------------------------------------------------------------------------------- */

typedef struct draft {
    uint32_t root;
    uint32_t n_mentions;
    uint32_t first_account, first_begin;
} draft;

static int most_mentioned(const void *x, const void *y) {
    const draft *a = x, *b = y;
    if (a->n_mentions != b->n_mentions) return a->n_mentions > b->n_mentions ? -1 : 1;
    if (a->first_account != b->first_account) return a->first_account < b->first_account ? -1 : 1;
    if (a->first_begin != b->first_begin) return a->first_begin < b->first_begin ? -1 : 1;
    return a->root < b->root ? -1 : a->root > b->root;
}

static void add_form(plx_grouping *g, plx_entity *e, plx_str form, uint32_t account) {
    size_t i = 0;
    while (i < e->names.n && !plx_str_eq(e->names.p[i].form, form)) i++;
    if (i == e->names.n) {
        plx_entity_form *fresh = plx_vec_add(&e->names, g->arena);
        fresh->form = form;
    }
    plx_entity_form *f = &e->names.p[i];
    if (!f->accounts.n || f->accounts.p[f->accounts.n - 1] != account) {
        plx_vec_push(&f->accounts, g->arena, account);
    }
}

static unsigned words_in(plx_str s) {
    unsigned n = 1;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == ' ';
    return n;
}

/* The heading: of the forms with most words (up to four), the one that most accounts use. */
static plx_str heading(const plx_entity *e) {
    const plx_entity_form *best = NULL;
    unsigned most = e->type == PLX_PERSON ? 3 : 6;
    for (size_t i = 0; i < e->names.n; i++) {
        const plx_entity_form *f = &e->names.p[i];
        if (!best) {
            best = f;
            continue;
        }
        unsigned w = PLX_MIN(words_in(f->form), most), v = PLX_MIN(words_in(best->form), most);
        if (e->type != PLX_PERSON && e->type != PLX_ORGANIZATION) w = v = 1;
        if (w != v ? w > v : f->accounts.n > best->accounts.n) best = f;
    }
    return best ? best->form : e->name;
}

static void fill(plx_grouping *g, plx_entity *e, uint32_t root, uint32_t index) {
    plx_story *s = g->story;
    const plx_group *r = &g->groups.p[root];
    e->type = r->type;
    e->gender = r->gender;
    e->plural = r->plural;
    e->name = r->name;
    uint32_t votes[PLX_N_ENTITY_TYPES] = {0};
    for (size_t k = 0; k < r->members.n; k++) {
        const plx_group *m = &g->groups.p[r->members.p[k]];
        if (m->named) votes[m->type] += m->n_names;
        for (size_t i = 0; i < m->profiles.n; i++) {
            const plx_profile *p = &g->profiles.p[m->profiles.p[i]];
            s->entity_of_chain[p->account][p->chain] = index;
        }
    }
    for (unsigned t = 0; t < PLX_N_ENTITY_TYPES; t++) {
        if (votes[t] > votes[e->type]) e->type = (plx_entity_type)t;
    }
}

static void fill_mentions(plx_grouping *g) {
    plx_story *s = g->story;
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (uint32_t m = 0; m < an->n_mentions; m++) {
            const plx_mention *x = &an->mentions[m];
            uint32_t index = s->entity_of_chain[a][x->chain];
            if (index == PLX_NONE) continue;
            plx_entity *e = &s->entities.p[index];
            plx_vec_push(&e->mentions, g->arena, (plx_entity_mention){{a, x->span}, x->kind});
            if (x->kind == PLX_NAME) {
                add_form(g, e, plx_str_at(an->account->text, x->span), a);
            }
        }
    }
    for (size_t i = 0; i < s->entities.n; i++) s->entities.p[i].name = heading(&s->entities.p[i]);
}

static void write_entities(plx_grouping *g) {
    plx_story *s = g->story;
    PLX_VEC(draft) drafts = {NULL, 0, 0};
    for (uint32_t i = 0; i < g->groups.n; i++) {
        if (plx_group__root(g, i) != i) continue;
        draft d = {i, 0, UINT32_MAX, UINT32_MAX};
        const plx_group *r = &g->groups.p[i];
        for (size_t k = 0; k < r->members.n; k++) {
            const plx_group *m = &g->groups.p[r->members.p[k]];
            for (size_t j = 0; j < m->profiles.n; j++) {
                const plx_profile *p = &g->profiles.p[m->profiles.p[j]];
                uint32_t at = s->annotations[p->account]->mentions[p->first].span.begin;
                d.n_mentions += p->n_all;
                if (p->account < d.first_account ||
                    (p->account == d.first_account && at < d.first_begin)) {
                    d.first_account = p->account;
                    d.first_begin = at;
                }
            }
        }
        plx_vec_push(&drafts, g->arena, d);
    }
    if (drafts.n) qsort(drafts.p, drafts.n, sizeof *drafts.p, most_mentioned);
    for (uint32_t i = 0; i < drafts.n; i++) {
        fill(g, plx_vec_add(&s->entities, g->arena), drafts.p[i].root, i);
    }
    fill_mentions(g);
    for (size_t i = 0; i < g->reasons.n; i++) {
        uint32_t root = plx_group__root(g, g->reasons.p[i].a);
        for (size_t k = 0; k < drafts.n; k++) {
            if (drafts.p[k].root == root) {
                plx_vec_push(&s->entities.p[k].why, g->arena, g->reasons.p[i].why);
            }
        }
    }
}

void plx_reconcile__entities(plx_story *s, const plx_reconcile_options *o, plx_arena *arena) {
    plx_grouping g = {.story = s, .arena = arena};
    for (size_t a = 0; a < s->n_accounts; a++) {
        size_t n = s->annotations[a]->n_chains;
        s->entity_of_chain[a] = plx_new_n(arena, uint32_t, n);
        for (size_t c = 0; c < n; c++) s->entity_of_chain[a][c] = PLX_NONE;
    }
    plx_group__profiles(&g);
    outvote_types(&g);
    people_in_disguise(&g);
    group_equal_names(&g);
    plx_group__people(&g);
    plx_group__things(&g);
    plx_group__nominals(&g);
    write_entities(&g);
    plx_corrections__entities(s, o, arena);
    plx_entity__facts(&g);
}
