/* People across accounts: full names with full names, then bare ones with who they fit. */
#include "reconcile/entity_groups.h"

#include <stdlib.h>

static unsigned full_parts(const plx_name_parts *p) {
    unsigned n = 0;
    for (size_t i = 0; i < p->n; i++) {
        n += p->parts[i].kind != PLX_PART_PARTICLE && p->parts[i].kind != PLX_PART_SUFFIX;
    }
    return n;
}

static bool share_word(const plx_strs *a, const plx_strs *b) {
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        int c = plx_str_cmp(a->p[i], b->p[k]);
        if (!c) return true;
        if (c < 0) {
            i++;
        } else {
            k++;
        }
    }
    return false;
}

static uint32_t root_of_chain(const plx_grouping *g, uint32_t account, uint32_t chain) {
    uint32_t group = g->profiles.p[g->profile_of[account][chain]].group;
    return group == PLX_NONE ? PLX_NONE : plx_group__root(g, group);
}

/* The same kin of the same person, or the same office: what tells beyond the name. */
static bool share_tie(const plx_grouping *g, const plx_profile *p, const plx_profile *q,
                      bool *role) {
    for (size_t i = 0; i < p->kin.n; i++) {
        for (size_t k = 0; k < q->kin.n; k++) {
            if (!plx_str_eq(p->kin.p[i].lemma, q->kin.p[k].lemma)) continue;
            uint32_t x = root_of_chain(g, p->account, p->kin.p[i].possessor);
            uint32_t y = root_of_chain(g, q->account, q->kin.p[k].possessor);
            if (x != PLX_NONE && x == y) return true;
        }
    }
    *role = *role || share_word(&p->roles, &q->roles);
    return false;
}

typedef struct ties {
    bool kin, role;
} ties;

static ties ties_between(const plx_grouping *g, uint32_t a, uint32_t b) {
    ties t = {false, false};
    const plx_group *x = &g->groups.p[plx_group__root(g, a)];
    const plx_group *y = &g->groups.p[plx_group__root(g, b)];
    size_t tried = 0;
    for (size_t i = 0; i < x->members.n; i++) {
        const plx_group *m = &g->groups.p[x->members.p[i]];
        for (size_t k = 0; k < m->profiles.n && tried < 2000; k++) {
            for (size_t j = 0; j < y->members.n; j++) {
                const plx_group *o = &g->groups.p[y->members.p[j]];
                for (size_t h = 0; h < o->profiles.n && tried < 2000; h++, tried++) {
                    t.kin = t.kin || share_tie(g, &g->profiles.p[m->profiles.p[k]],
                                               &g->profiles.p[o->profiles.p[h]], &t.role);
                }
            }
        }
    }
    return t;
}

static plx_str because(plx_grouping *g, const plx_group *a, const plx_group *b, unsigned why,
                       double score, ties t) {
    plx_buf words;
    plx_buf_init(&words, g->arena, 2000);
    bool first = plx_str_cmp(a->name, b->name) <= 0;
    const plx_group *x = first ? a : b, *y = first ? b : a;
    plx_buf_printf(&words, "\"%.*s\" and \"%.*s\": ", PLX_FMT(x->name), PLX_FMT(y->name));
    plx_match_name_why(why, &words);
    if (t.kin) plx_buf_putz(&words, ", the same kin of the same person");
    if (t.role) plx_buf_putz(&words, ", the same office or description");
    plx_buf_printf(&words, " (%.2f)", score);
    return plx_buf_str(&words);
}

/* First letters of the parts as bits: names without a bit in common are not compared. */
static uint64_t letters_mask(const plx_name_parts *p) {
    uint64_t m = 0;
    for (size_t i = 0; i < p->n; i++) m |= (uint64_t)1 << p->parts[i].letters[0];
    return m;
}

typedef struct candidate {
    uint32_t a, b;
    double score;
    unsigned why;
    ties t;
} candidate;

typedef struct candidates {
    candidate *p;
    size_t n, cap;
} candidates;

static int best_first(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static void join_best_first(plx_grouping *g, candidates *c) {
    if (c->n) qsort(c->p, c->n, sizeof *c->p, best_first);
    for (size_t i = 0; i < c->n; i++) {
        const candidate *k = &c->p[i];
        plx_group__join(g, k->a, k->b,
                        because(g, &g->groups.p[k->a], &g->groups.p[k->b], k->why, k->score, k->t));
    }
}

/* Does some account have both, as two people? */
static bool told_apart(const plx_grouping *g, uint32_t a, uint32_t b) {
    const plx_group *x = &g->groups.p[plx_group__root(g, a)];
    const plx_group *y = &g->groups.p[plx_group__root(g, b)];
    for (size_t i = 0; i < x->members.n; i++) {
        const plx_group *m = &g->groups.p[x->members.p[i]];
        for (size_t k = 0; k < y->members.n; k++) {
            const plx_group *o = &g->groups.p[y->members.p[k]];
            for (size_t p = 0; p < m->profiles.n; p++) {
                for (size_t q = 0; q < o->profiles.n; q++) {
                    if (g->profiles.p[m->profiles.p[p]].account ==
                        g->profiles.p[o->profiles.p[q]].account) {
                        return true;
                    }
                }
            }
        }
    }
    return false;
}

/* The same given name, and surnames that differ by a slip of the pen. */
static bool is_slip(const plx_name_parts *a, const plx_name_parts *b, const plx_name_match *m) {
    const plx_name_part *x = &a->parts[a->surname], *y = &b->parts[b->surname];
    bool given =
        a->n > 1 && b->n > 1 && a->surname && b->surname && m->given >= 0.99 && a->parts[0].n > 2;
    return given && x->n >= 6 && y->n >= 6 && m->surname >= 0.4 &&
           (m->why & (PLX_NAME_TYPO | PLX_NAME_SPELLING)) &&
           !(m->why & (PLX_NAME_CONFLICT | PLX_NAME_GENDER));
}

/* The same surname, and given names of two parts that differ by a letter too many, or by any slip
 * where the ages agree. */
static bool is_given_slip(const plx_name_parts *a, const plx_name_parts *b, const plx_name_match *m,
                          bool same_age) {
    if (a->n != 2 || b->n != 2 || a->surname != 1 || b->surname != 1) return false;
    const plx_name_part *x = &a->parts[0], *y = &b->parts[0];
    bool longer = x->n == y->n + 1 || y->n == x->n + 1;
    return m->surname >= 0.99 && x->n >= 4 && y->n >= 4 && x->letters[0] == y->letters[0] &&
           m->given >= 0.35 && (longer || same_age) &&
           !(m->why & (PLX_NAME_CONFLICT | PLX_NAME_GENDER));
}

/* However alike the rest is: Bennet is not Pence. */
static bool kindred_surnames(const plx_name_parts *a, const plx_name_parts *b) {
    const plx_name_part *x = &a->parts[a->surname], *y = &b->parts[b->surname];
    if (x->consonantal || y->consonantal || plx_match_kindred_initials(x, y)) return true;
    for (size_t i = 0; i < b->n; i++) { /* surname first */
        if (plx_match_name_part(x, &b->parts[i]) > 0.9) return true;
    }
    return false;
}

/* Full names that may be one. `doubtful`: those that only kin or office make likely enough. */
static void compare_full(plx_grouping *g, const uint32_t *full, size_t n, bool doubtful) {
    candidates c = {NULL, 0, 0};
    for (size_t i = 0; i < n; i++) {
        uint64_t mask = letters_mask(&g->groups.p[full[i]].parts);
        for (size_t k = i + 1; k < n; k++) {
            const plx_group *a = &g->groups.p[full[i]], *b = &g->groups.p[full[k]];
            if (!(mask & letters_mask(&b->parts))) continue;
            if (plx_group__root(g, full[i]) == plx_group__root(g, full[k])) continue;
            plx_name_match m;
            double s = plx_match_names(&a->parts, &b->parts, &m);
            if (m.why & PLX_NAME_GENDER) continue;
            /* George W. Bush is not George Washington. */
            if ((m.why & PLX_NAME_INITIAL) && m.surname < 0.3) continue;
            if (is_slip(&a->parts, &b->parts, &m) ||
                is_given_slip(&a->parts, &b->parts, &m,
                              a->age > 0 && a->age >= b->age && a->age <= b->age)) {
                s = PLX_MAX(s, 0.56);
            }
            bool same_parts = a->n_full == b->n_full && !(m.why & PLX_NAME_SHORTER);
            if (same_parts && m.surname < 0.97 && !kindred_surnames(&a->parts, &b->parts)) continue;
            if (plx_match_name_is_junior(&a->parts) != plx_match_name_is_junior(&b->parts) &&
                told_apart(g, full[i], full[k])) {
                continue;
            }
            if (plx_match_name_is_junior(&a->parts) != plx_match_name_is_junior(&b->parts))
                s -= 0.1;
            ties t = {false, false};
            double least = doubtful ? 0.25 : 0.55;
            if (s < least) continue;
            if (doubtful) {
                t = ties_between(g, full[i], full[k]);
                if (!t.kin && !(t.role && s >= 0.4)) continue;
            }
            plx_vec_push(&c, g->arena, (candidate){full[i], full[k], s, m.why, t});
        }
    }
    join_best_first(g, &c);
}

static bool name_has(const plx_profile *p, const plx_name_part *x) {
    plx_name_parts parts;
    plx_match_name_parse(p->name, &parts);
    for (size_t i = 0; i < parts.n; i++) {
        if (plx_match_name_part(&parts.parts[i], x) > 0.8) return true;
    }
    return parts.n > 1;
}

/* Do chains of the two stand side by side in one account that knows the full name? Then it meant
 * two. */
static bool side_by_side(const plx_grouping *g, uint32_t bare, uint32_t root) {
    const plx_group *b = &g->groups.p[bare];
    const plx_group *r = &g->groups.p[root];
    const plx_name_part *x = &b->parts.parts[b->parts.surname];
    for (size_t i = 0; i < b->profiles.n; i++) {
        uint32_t account = g->profiles.p[b->profiles.p[i]].account;
        for (size_t k = 0; k < r->members.n; k++) {
            const plx_group *m = &g->groups.p[r->members.p[k]];
            for (size_t h = 0; h < m->profiles.n; h++) {
                const plx_profile *p = &g->profiles.p[m->profiles.p[h]];
                if (p->account == account && name_has(p, x)) return true;
            }
        }
    }
    return false;
}

/* How well a bare name fits one of the full names of `root`. */
static double bare_fit(const plx_grouping *g, const plx_group *bare, uint32_t root, unsigned *why) {
    const plx_group *r = &g->groups.p[root];
    const plx_name_part *x = &bare->parts.parts[bare->parts.surname];
    double best = 0;
    for (size_t i = 0; i < r->members.n; i++) {
        const plx_group *m = &g->groups.p[r->members.p[i]];
        for (size_t k = 0; k < m->parts.n; k++) {
            const plx_name_part *y = &m->parts.parts[k];
            if (y->kind == PLX_PART_PARTICLE || y->kind == PLX_PART_SUFFIX || y->n < 2) continue;
            double s = plx_match_name_part(x, y);
            bool surname = k == m->parts.surname && m->n_full > 1;
            bool pet = !surname && plx_match_nickname(x, y);
            if (!plx_match_kindred_initials(x, y) && s < 0.97 && !pet) s *= 0.7;
            if (s < 0.9 && pet) s = 0.9;
            if (!surname) s *= m->n_full > 1 ? 0.92 : 1;
            if (s > best) {
                best = s;
                *why = m->n_full < 2 ? PLX_NAME_SPELLING
                       : surname     ? PLX_NAME_SURNAME
                                     : PLX_NAME_GIVEN;
            }
        }
    }
    return best;
}

static bool genders_differ(plx_gender a, plx_gender b) {
    return a != b && a != PLX_GENDER_UNKNOWN && b != PLX_GENDER_UNKNOWN;
}

static bool has_junior(const plx_grouping *g, uint32_t root) {
    const plx_group *r = &g->groups.p[root];
    for (size_t i = 0; i < r->members.n; i++) {
        if (plx_match_name_is_junior(&g->groups.p[r->members.p[i]].parts)) return true;
    }
    return false;
}

static void place_bare(plx_grouping *g, uint32_t bare, const uint32_t *people, size_t n) {
    const plx_group *b = &g->groups.p[bare];
    candidate best = {PLX_NONE, PLX_NONE, 0, 0, {false, false}};
    double second = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t root = people[i];
        if (root == plx_group__root(g, bare) || plx_group__root(g, root) != root) continue;
        const plx_group *r = &g->groups.p[root];
        if (genders_differ(b->gender, r->gender)) continue;
        if (plx_match_name_is_junior(&b->parts) && !has_junior(g, root)) continue;
        unsigned why = 0;
        double s = bare_fit(g, b, root, &why);
        if (s < 0.6) continue;
        ties t = ties_between(g, bare, root);
        if (s < 0.8 && !t.kin && !t.role) continue;
        if (side_by_side(g, bare, root)) {
            if (!t.kin) continue;
        }
        s += t.kin ? 0.5 : t.role ? 0.15 : 0;
        if (why & PLX_NAME_SURNAME) s += 0.05;
        if (s > best.score) {
            second = best.score;
            best = (candidate){bare, root, s, why, t};
        } else if (s > second) {
            second = s;
        }
    }
    if (best.b == PLX_NONE || best.score - second < 0.08) return;
    plx_group__join(
        g, bare, best.b,
        because(g, b, &g->groups.p[best.b], best.why, PLX_MIN(best.score, 1.0), best.t));
}

/* "Clinton" of one account beside "Hilda Clinton" of another: no man's given name there. */
static void surnames_have_no_gender(plx_grouping *g, const uint32_t *full, size_t n_full,
                                    const uint32_t *bare, size_t n_bare) {
    for (size_t i = 0; i < n_bare; i++) {
        plx_group *b = &g->groups.p[bare[i]];
        if (b->gender == PLX_GENDER_UNKNOWN || b->gender != plx_match_given_gender(b->name))
            continue;
        const plx_name_part *x = &b->parts.parts[b->parts.surname];
        for (size_t k = 0; k < n_full; k++) {
            const plx_name_parts *f = &g->groups.p[full[k]].parts;
            const plx_name_part *y = &f->parts[f->surname];
            if (x->n != y->n || memcmp(x->letters, y->letters, x->n) != 0) continue;
            b->gender = PLX_GENDER_UNKNOWN;
            break;
        }
    }
}

void plx_group__people(plx_grouping *g) {
    PLX_VEC(uint32_t) full = {NULL, 0, 0};
    PLX_VEC(uint32_t) bare = {NULL, 0, 0};
    PLX_VEC(uint32_t) all = {NULL, 0, 0};
    for (uint32_t i = 0; i < g->groups.n; i++) {
        plx_group *p = &g->groups.p[i];
        if (!p->named || p->type != PLX_PERSON) continue;
        plx_match_name_parse(p->name, &p->parts);
        if (!p->parts.n) continue;
        p->n_full = full_parts(&p->parts);
        plx_vec_push(&all, g->arena, i);
        if (p->n_full > 1) {
            plx_vec_push(&full, g->arena, i);
        } else {
            plx_vec_push(&bare, g->arena, i);
        }
    }
    surnames_have_no_gender(g, full.p, full.n, bare.p, bare.n);
    compare_full(g, full.p, full.n, false);
    for (size_t i = 0; i < bare.n; i++) place_bare(g, bare.p[i], all.p, all.n);
    compare_full(g, full.p, full.n, true);
    for (size_t i = 0; i < bare.n; i++) { /* kin is known better now */
        if (plx_group__root(g, bare.p[i]) == bare.p[i]) place_bare(g, bare.p[i], all.p, all.n);
    }
}
