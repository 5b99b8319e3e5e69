#include "reconcile/difference_links.h"

#include "base/map.h"
#include "base/vec.h"
#include "match/meaning.h"

#include <math.h>

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)

/* Log-odds as the finders' thresholds know them: new weights of the pair scorer mostly stretch and
 * shift the scale, and these numbers bring it back, for the odds and for what a link is short of.
 */
#define SCALE       0.9
#define SHIFT       (-0.18)
#define SHORT_SCALE 0.75
#define LEAST_LINK  1.0
#define MOST_RIVALS 6u
#define MOST_STEPS  4     /* from a word up to its verb */
#define LARGE_STORY 1200u /* units */

/* ---- views
 * ---------------------------------------------------------------------------------------- */

static void read_mentions(const plx_story *s, uint32_t account, plx_link_view *v) {
    const plx_annotation *an = v->an;
    for (uint32_t m = 0; m < an->n_mentions; m++) {
        const plx_mention *x = &an->mentions[m];
        uint32_t entity = plx_story_entity_of(s, account, x->chain);
        uint32_t from = x->kind == PLX_NAME ? x->begin : x->head;
        uint32_t to = x->kind == PLX_NAME ? x->end : x->head + 1;
        for (uint32_t i = from; i < to; i++) {
            if (x->kind == PLX_NAME || v->mention[i] == PLX_NONE) {
                v->entity[i] = entity;
                v->mention[i] = m;
            }
        }
    }
}

static void cover(uint32_t *of, uint32_t begin, uint32_t end, uint32_t index) {
    for (uint32_t i = begin; i < end; i++) {
        of[i] = of[i] == PLX_NONE ? index : of[i];
    }
}

static uint32_t *blank(const plx_annotation *an, plx_arena *arena) {
    uint32_t *out = plx_new_n(arena, uint32_t, an->n_tokens + 1);
    for (size_t i = 0; i <= an->n_tokens; i++) {
        out[i] = PLX_NONE;
    }
    return out;
}

static void read_view(const plx_story *s, uint32_t account, plx_link_view *v, plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    v->an = an;
    v->deps = plx_find__deps(an, arena);
    v->key = plx_new_n(arena, uint32_t, an->n_tokens + 1);
    v->entity = blank(an, arena);
    v->mention = blank(an, arena);
    v->figure = blank(an, arena);
    v->time = blank(an, arena);
    read_mentions(s, account, v);
    for (uint32_t i = 0; i < an->n_figures; i++) {
        cover(v->figure, an->figures[i].begin, an->figures[i].end, i);
    }
    for (uint32_t i = 0; i < an->n_times; i++) {
        cover(v->time, an->times[i].begin, an->times[i].end, i);
    }
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, NULL, arena);
    for (size_t i = 0; i < an->n_sentences; i++) {
        plx_claim c = plx_claim_read(&reader, an->sentences[i].begin, an->sentences[i].end,
                                     an->sentences[i].begin, PLX_NONE);
        for (size_t k = 0; k < c.n; k++) {
            if (c.p[k].kind == PLX_TERM_WORD) {
                v->key[c.p[k].token] = c.p[k].key;
            }
        }
    }
}

/* ---- links
 * ---------------------------------------------------------------------------------------- */

static void read_statements(plx_links *l) {
    const plx_claim_units *u = l->s->claim_units;
    l->statement_of = plx_new_n(l->arena, uint32_t, u->n);
    for (size_t i = 0; i < u->n; i++) {
        l->statement_of[i] = PLX_NONE;
    }
    for (uint32_t i = 0; i < l->s->statements.n; i++) {
        const plx_indices *units = &l->s->statements.p[i].units;
        for (size_t k = 0; k < units->n; k++) {
            l->statement_of[units->p[k]] = i;
        }
    }
}

/* An edge as one of its units sees it. */
typedef struct edge_end {
    double log_odds;
    uint32_t other, edge;
} edge_end;

/* The edges that are good enough for links, by unit, and what is asked of them. */
typedef struct linker {
    const plx_claim_unit *units;
    const plx_claim_edge *edges; /* best first */
    size_t n_units, n_edges;
    uint32_t *first; /* unit u has ends[first[u]] to ends[first[u + 1]], best first */
    edge_end *ends;
    double *short_of; /* of each edge */
    plx_arena *arena;
} linker;

static void list_edges(linker *k) {
    k->first = plx_new_n(k->arena, uint32_t, k->n_units + 2);
    k->ends = plx_new_n(k->arena, edge_end, 2 * k->n_edges);
    for (size_t i = 0; i < k->n_edges; i++) {
        k->first[k->edges[i].a + 2]++;
        k->first[k->edges[i].b + 2]++;
    }
    for (size_t i = 2; i < k->n_units + 2; i++) {
        k->first[i] += k->first[i - 1];
    }
    for (uint32_t i = 0; i < k->n_edges; i++) {
        const plx_claim_edge *e = &k->edges[i];
        k->ends[k->first[e->a + 1]++] = (edge_end){e->log_odds, e->b, i};
        k->ends[k->first[e->b + 1]++] = (edge_end){e->log_odds, e->a, i};
    }
}

/* The best edges of a unit into another account. */
typedef struct rivals {
    const edge_end *p[MOST_RIVALS];
    uint32_t n;
} rivals;

/* The best that a unit has in the account of `x` beside it: clauses that hold it or lie in it are
 * no rivals. -INFINITY when there is nothing. */
static double best_rival(const linker *k, const rivals *r, const edge_end *x) {
    for (uint32_t i = 0; i < r->n; i++) {
        plx_span rival = k->units[r->p[i]->other].span;
        if (r->p[i] != x && plx_span_overlap(rival, k->units[x->other].span) == 0) {
            return r->p[i]->log_odds;
        }
    }
    return -INFINITY;
}

static void measure_shortness(linker *k, size_t n_accounts) {
    rivals *of_account = plx_new_n(k->arena, rivals, n_accounts); /* of the unit at hand */
    k->short_of = plx_new_n(k->arena, double, k->n_edges);
    for (uint32_t unit = 0; unit < k->n_units; unit++) {
        const edge_end *begin = k->ends + k->first[unit], *end = k->ends + k->first[unit + 1];
        for (const edge_end *x = begin; x < end; x++) {
            rivals *r = &of_account[k->units[x->other].account];
            if (r->n < MOST_RIVALS) {
                r->p[r->n++] = x;
            }
        }
        for (const edge_end *x = begin; x < end; x++) {
            double rival = best_rival(k, &of_account[k->units[x->other].account], x);
            k->short_of[x->edge] = PLX_MAX(k->short_of[x->edge], rival - x->log_odds);
        }
        for (const edge_end *x = begin; x < end; x++) {
            of_account[k->units[x->other].account].n = 0;
        }
    }
}

static bool *links_of_small_story(const linker *k) {
    bool *out = plx_new_n(k->arena, bool, k->n_edges);
    for (size_t i = 0; i < k->n_edges; i++) {
        out[i] = k->short_of[i] <= PLX_LINK_SHORT;
    }
    return out;
}

/* The wording of each unit, by number. */
static uint32_t *read_wordings(const linker *k, const plx_story *s, size_t *n_wordings) {
    plx_map known;
    plx_map_init(&known, k->arena);
    uint32_t *out = plx_new_n(k->arena, uint32_t, k->n_units);
    for (size_t i = 0; i < k->n_units; i++) {
        plx_str text = plx_str_at(s->accounts[k->units[i].account]->text, k->units[i].span);
        out[i] = plx_map_put(&known, text, (uint32_t)known.n, NULL)->value;
    }
    *n_wordings = known.n;
    return out;
}

/* In a story of very many accounts the same clauses come again and again, copied. Clauses in the
 * same words differ in nothing, and of the links between the clauses of two wordings those are
 * enough that show each clause with the other wording once: the best. */
static bool *links_of_large_story(const linker *k, const plx_story *s) {
    size_t n_wordings;
    uint32_t *wording = read_wordings(k, s, &n_wordings);
    bool *out = plx_new_n(k->arena, bool, k->n_edges);
    uint32_t *shown_to = plx_new_n(k->arena, uint32_t, n_wordings); /* unit + 1, the last so far */
    for (uint32_t unit = 0; unit < k->n_units; unit++) {
        for (uint32_t i = k->first[unit]; i < k->first[unit + 1]; i++) {
            const edge_end *x = &k->ends[i];
            uint32_t w = wording[x->other];
            if (w != wording[unit] && shown_to[w] != unit + 1 &&
                k->short_of[x->edge] <= PLX_LINK_SHORT) {
                shown_to[w] = unit + 1;
                out[x->edge] = true;
            }
        }
    }
    return out;
}

/* Whom a story of a crime tells of: those who are said to have done it, and those to whom it was
 * done or who came because of it. */
enum { SIDE_DOER = 1, SIDE_OTHER = 2 };

static unsigned side_of_word(plx_str lemma) {
    static const plx_str doers[] = {
        PLX_S_INIT("assailant"),   PLX_S_INIT("attacker"), PLX_S_INIT("defendant"),
        PLX_S_INIT("gunman"),      PLX_S_INIT("killer"),   PLX_S_INIT("offender"),
        PLX_S_INIT("perpetrator"), PLX_S_INIT("robber"),   PLX_S_INIT("shooter"),
        PLX_S_INIT("suspect"),     PLX_S_INIT("thief")};
    static const plx_str others[] = {
        PLX_S_INIT("bystander"), PLX_S_INIT("deputy"),    PLX_S_INIT("detective"),
        PLX_S_INIT("neighbor"),  PLX_S_INIT("neighbour"), PLX_S_INIT("officer"),
        PLX_S_INIT("policeman"), PLX_S_INIT("victim"),    PLX_S_INIT("witness")};
    return plx_str_lookup(doers, PLX_COUNT(doers), lemma) != PLX_NONE     ? SIDE_DOER
           : plx_str_lookup(others, PLX_COUNT(others), lemma) != PLX_NONE ? SIDE_OTHER
                                                                          : 0;
}

/* The sides that the words for each entity put it on. */
static const unsigned *read_sides(const plx_links *l) {
    unsigned *out = plx_new_n(l->arena, unsigned, l->s->entities.n + 1);
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_link_view *v = &l->view[a];
        for (size_t i = 0; i < v->an->n_tokens; i++) {
            if (v->entity[i] == PLX_NONE) {
                continue;
            }
            out[v->entity[i]] |=
                side_of_word(v->an->tokens[i].lemma) | side_of_word(v->an->tokens[i].fold);
            bool first = i > 0 && v->entity[i - 1] == PLX_NONE;
            if (first && v->an->tokens[i].name != PLX_NONE) { /* "Officer Ann Roe" */
                out[v->entity[i]] |= side_of_word(v->an->tokens[i - 1].fold);
            }
        }
    }
    return out;
}

static unsigned side_of(const plx_links *l, uint32_t account, uint32_t who) {
    if (who == PLX_NONE) {
        return 0;
    }
    const plx_link_view *v = &l->view[account];
    unsigned own = side_of_word(v->an->tokens[who].lemma);
    uint32_t e = v->entity[who];
    return own ? own : e == PLX_NONE ? 0 : l->sides[e];
}

/* Is one of two a suspect and the other a victim or an officer? */
static bool sides_clash(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                        uint32_t y) {
    unsigned a = side_of(l, account_a, x), b = side_of(l, account_b, y);
    return (a | b) == (SIDE_DOER | SIDE_OTHER) && (a & b) == 0;
}

/* Whom the words around a token tell of: the subject of the nearest verb or predicate above it; or
 * PLX_NONE. */
static uint32_t told_of(const plx_link_view *v, uint32_t token) {
    for (int steps = 0; steps < MOST_STEPS && token != PLX_NONE; steps++) {
        uint32_t subject = plx_deps__own_subject(&v->deps, token);
        if (subject != PLX_NONE || v->an->tokens[token].upos == PLX_UPOS_VERB) {
            return subject;
        }
        token = v->an->tokens[token].head;
    }
    return PLX_NONE;
}

bool plx_link__of_others(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                         uint32_t y) {
    const plx_link_view *a = &l->view[account_a], *b = &l->view[account_b];
    uint32_t s = told_of(a, x), t = told_of(b, y);
    if (s == PLX_NONE || t == PLX_NONE) {
        return false;
    }
    uint32_t who = a->entity[s], whom = b->entity[t];
    bool named = who != PLX_NONE && whom != PLX_NONE && who != whom &&
                 l->s->entities.p[who].names.n && l->s->entities.p[whom].names.n;
    return named || sides_clash(l, account_a, s, account_b, t);
}

static double scaled(double log_odds) { return SCALE * log_odds + SHIFT; }

static void choose_links(void *ctx, plx_arena *scratch) {
    plx_links *l = ctx;
    const plx_claim_units *u = l->s->claim_units;
    const plx_claim_edges *e = l->s->claim_edges;
    linker k = {.units = u->p, .n_units = u->n, .edges = e->p, .arena = scratch};
    while (k.n_edges < e->n && scaled(e->p[k.n_edges].log_odds) >= LEAST_LINK) {
        k.n_edges++;
    }
    list_edges(&k);
    measure_shortness(&k, l->s->n_accounts);
    const bool *links =
        u->n <= LARGE_STORY ? links_of_small_story(&k) : links_of_large_story(&k, l->s);
    for (size_t i = 0; i < k.n_edges; i++) {
        const plx_claim_unit *a = &u->p[k.edges[i].a], *b = &u->p[k.edges[i].b];
        if (links[i] && !sides_clash(l, a->account, a->subject, b->account, b->subject)) {
            bool turned = a->account > b->account;
            double log_odds = scaled(k.edges[i].log_odds), short_of = SHORT_SCALE * k.short_of[i];
            plx_vec_push(l, l->arena,
                         (plx_link){turned ? b : a, turned ? a : b, log_odds, short_of});
        }
    }
}

plx_links plx_reconcile__links(plx_story *s, plx_arena *arena) {
    plx_links l = {.s = s, .arena = arena};
    l.view = plx_new_n(arena, plx_link_view, s->n_accounts);
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        read_view(s, a, &l.view[a], arena);
    }
    read_statements(&l);
    l.sides = read_sides(&l);
    if (s->claim_edges) {
        plx_with_scratch(SCRATCH_LIMIT_BYTES, choose_links, &l);
        if (s->claim_units->n <= LARGE_STORY) {
            plx_reconcile__link_one_act(&l);
        }
    }
    return l;
}

bool plx_link__same(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                    uint32_t y) {
    return plx_link__alike(&l->view[account_a], x, &l->view[account_b], y);
}

/* The number of the act among those that news tells of most, which have more than one verb; 0 = it
 * is none of them. */
static uint32_t act_of(plx_str lemma) {
    static const struct {
        const char *word;
        uint32_t act;
    } acts[] = {{"abduct", 1},   {"kidnap", 1},   {"seize", 1},   {"snatch", 1},   {"free", 2},
                {"liberate", 2}, {"release", 2},  {"arrest", 3},  {"detain", 3},   {"hurt", 4},
                {"injure", 4},   {"wound", 4},    {"begin", 5},   {"start", 5},    {"end", 6},
                {"finish", 6},   {"collide", 7},  {"crash", 7},   {"resign", 8},   {"quit", 8},
                {"buy", 9},      {"purchase", 9}, {"acquire", 9}, {"die", 10},     {"perish", 10},
                {"host", 11},    {"receive", 11}, {"meet", 11},   {"convict", 12}, {"sentence", 13},
                {"jail", 13},    {"imprison", 13}};
    for (size_t i = 0; i < PLX_COUNT(acts); i++) {
        if (plx_str_eq(lemma, plx_str_of(acts[i].word))) {
            return acts[i].act;
        }
    }
    return 0;
}

bool plx_link__same_act(const plx_token *x, const plx_token *y, double least) {
    uint32_t a = act_of(x->lemma), b = act_of(y->lemma);
    return (a && a == b) ||
           plx_meaning_cosine(plx_meaning_of(x->lemma), plx_meaning_of(y->lemma)) >= least;
}

uint32_t plx_link__act(const plx_link_view *v, uint32_t token) {
    uint32_t act = act_of(v->an->tokens[token].lemma);
    return act ? act : v->key[token];
}

static uint32_t doer_of(const plx_link_view *v, uint32_t verb) {
    bool through;
    uint32_t subject = v->an->tokens[verb].upos == PLX_UPOS_VERB
                           ? plx_deps__subject(&v->deps, verb, &through)
                           : plx_deps__own_subject(&v->deps, verb);
    return subject == PLX_NONE ? PLX_NONE : v->entity[subject];
}

bool plx_link__other_doers(const plx_links *l, uint32_t account_a, uint32_t x, uint32_t account_b,
                           uint32_t y) {
    uint32_t who = doer_of(&l->view[account_a], x), whom = doer_of(&l->view[account_b], y);
    return who != PLX_NONE && whom != PLX_NONE && who != whom && l->s->entities.p[who].names.n &&
           l->s->entities.p[whom].names.n;
}

bool plx_link__has(const plx_links *l, uint32_t account, uint32_t x, const plx_claim_unit *other) {
    const plx_link_view *a = &l->view[account], *b = &l->view[other->account];
    for (uint32_t i = other->begin; i < other->end; i++) {
        if (plx_link__alike(a, x, b, i)) {
            return true;
        }
    }
    return false;
}

/* ---- places under a verb
 * -------------------------------------------------------------------------- */

static unsigned preposition(plx_str word) {
    static const struct {
        const char *word;
        unsigned slot;
    } table[] = {
        {"in", PLX_SLOT_PLACE | PLX_SLOT_DURING},
        {"on", PLX_SLOT_PLACE | PLX_SLOT_ABOUT},
        {"at", PLX_SLOT_PLACE},
        {"near", PLX_SLOT_PLACE},
        {"inside", PLX_SLOT_PLACE},
        {"outside", PLX_SLOT_PLACE},
        {"within", PLX_SLOT_PLACE},
        {"behind", PLX_SLOT_PLACE},
        {"through", PLX_SLOT_PLACE | PLX_SLOT_WITH},
        {"beside", PLX_SLOT_PLACE},
        {"around", PLX_SLOT_PLACE},
        {"along", PLX_SLOT_PLACE},
        {"off", PLX_SLOT_PLACE | PLX_SLOT_FROM},
        {"across", PLX_SLOT_PLACE},
        {"under", PLX_SLOT_PLACE},
        {"during", PLX_SLOT_DURING},
        {"amid", PLX_SLOT_DURING},
        {"from", PLX_SLOT_FROM | PLX_SLOT_PLACE},
        {"to", PLX_SLOT_TO},
        {"into", PLX_SLOT_TO},
        {"toward", PLX_SLOT_TO},
        {"towards", PLX_SLOT_TO},
        {"onto", PLX_SLOT_TO},
        {"for", PLX_SLOT_FOR | PLX_SLOT_WHY},
        {"of", PLX_SLOT_OF},
        {"with", PLX_SLOT_WITH},
        {"using", PLX_SLOT_WITH},
        {"by", PLX_SLOT_BY},
        {"as", PLX_SLOT_AS | PLX_SLOT_DURING},
        {"about", PLX_SLOT_ABOUT},
        {"over", PLX_SLOT_ABOUT | PLX_SLOT_WHY},
        {"regarding", PLX_SLOT_ABOUT},
        {"concerning", PLX_SLOT_ABOUT},
        {"because", PLX_SLOT_WHY},
        {"due", PLX_SLOT_WHY},
    };
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(word, plx_str_of(table[i].word))) {
            return table[i].slot;
        }
    }
    return 0;
}

/* By the preposition of the phrase, which in "on steel and iron goods" can hang on its first word.
 */
static unsigned by_case(const plx_link_view *v, uint32_t child) {
    uint32_t inner = PLX_NONE;
    for (uint32_t c = v->deps.first[child]; c != PLX_NONE; c = v->deps.next[c]) {
        if (v->an->tokens[c].deprel == PLX_DEP_case) {
            return preposition(v->an->tokens[c].fold);
        }
        bool compound = v->an->tokens[c].deprel == PLX_DEP_compound && c < child;
        inner = compound && inner == PLX_NONE ? plx_deps__child(&v->deps, c, PLX_DEP_case) : inner;
    }
    return inner == PLX_NONE ? 0 : preposition(v->an->tokens[inner].fold);
}

unsigned plx_link__slot(const plx_link_view *v, uint32_t child, uint32_t parent) {
    const plx_token *t = &v->an->tokens[child];
    if (t->head != parent) {
        return 0;
    }
    switch (t->deprel) {
    case PLX_DEP_nsubj: return PLX_SLOT_SUBJECT;
    case PLX_DEP_nsubj_pass:
    case PLX_DEP_obj: return PLX_SLOT_OBJECT;
    case PLX_DEP_obl_agent: return PLX_SLOT_SUBJECT;
    case PLX_DEP_obl: {
        unsigned slot = by_case(v, child);
        bool passive = slot == PLX_SLOT_BY && plx_deps__is_passive(&v->deps, parent);
        return passive ? PLX_SLOT_SUBJECT : slot;
    }
    case PLX_DEP_nmod: return by_case(v, child);
    case PLX_DEP_amod:
    case PLX_DEP_compound: return PLX_SLOT_MODIFIER;
    case PLX_DEP_advmod: return PLX_SLOT_MANNER;
    default: return 0;
    }
}

uint32_t plx_link__weighty(const plx_link_view *v, uint32_t token) {
    static const char *const light[] = {"area",   "group", "kind", "majority", "many", "member",
                                        "number", "one",   "part", "result",   "sort", "some"};
    for (size_t i = 0; i < PLX_COUNT(light); i++) {
        if (!plx_str_eq(v->an->tokens[token].lemma, plx_str_of(light[i]))) {
            continue;
        }
        for (uint32_t c = v->deps.first[token]; c != PLX_NONE; c = v->deps.next[c]) {
            if (c > token && plx_link__slot(v, c, token) == PLX_SLOT_OF) {
                return c;
            }
        }
    }
    return token;
}

plx_span plx_link__phrase(const plx_link_view *v, uint32_t head) {
    uint32_t b, e;
    plx_deps__phrase(&v->deps, head, &b, &e);
    e = PLX_MIN(e, head + 9);
    return plx_span_of(v->an->tokens[b].span.begin, v->an->tokens[e - 1].span.end);
}
