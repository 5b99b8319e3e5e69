/* Facts of entities with who says them: office or description, kin, age, origin. Each value is the
 * account's own words where it stands; ages are digits as written. */
#include "reconcile/entity_groups.h"

#include "find/ages.h"
#include "find/deps.h"
#include "find/nouns.h"

typedef struct facts {
    plx_grouping *g;
    const plx_annotation *an;
    uint32_t account;
} facts;

static void put(facts *f, uint32_t entity, plx_str kind, plx_str value, uint32_t other,
                plx_span span) {
    if (!value.n || span.end <= span.begin) return;
    plx_entity *e = &f->g->story->entities.p[entity];
    plx_str folded = plx_str_fold(f->g->arena, value);
    size_t i = 0;
    for (; i < e->facts.n; i++) {
        const plx_fact *x = &e->facts.p[i];
        if (plx_str_eq(x->kind, kind) && x->entity == other &&
            plx_str_eq(plx_str_fold(f->g->arena, x->value), folded)) {
            break;
        }
    }
    if (i == e->facts.n) {
        if (e->facts.n >= 200) return; /* a crowd is no person; the first ones stand */
        plx_fact *fresh = plx_vec_add(&e->facts, f->g->arena);
        *fresh = (plx_fact){.kind = kind, .value = value, .entity = other};
    }
    plx_vec_push(&e->facts.p[i].at, f->g->arena, (plx_at){f->account, span});
}

static plx_str text_of(const facts *f, plx_span span) {
    return plx_str_at(f->an->account->text, span);
}

static plx_span token_span(const facts *f, uint32_t begin, uint32_t end) {
    return (plx_span){f->an->tokens[begin].span.begin, f->an->tokens[end - 1].span.end};
}

static uint32_t entity_of(const facts *f, uint32_t chain) {
    return f->g->story->entity_of_chain[f->account][chain];
}

static bool is_small(const plx_token *t) {
    return t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_ADP ||
           t->upos == PLX_UPOS_PUNCT || plx_str_eq(t->fold, PLX_S("'s"));
}

/* "Russian-Israeli", "North Korean": where from. Each country is a fact of its own. */
static void origins(facts *f, uint32_t entity, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        plx_str place;
        plx_span pair = i + 1 < end ? token_span(f, i, i + 2) : (plx_span){0, 0};
        if (i + 1 < end && plx_match_is_demonym(text_of(f, pair), &place)) {
            put(f, entity, PLX_S("origin"), place, PLX_NONE, pair);
            i++;
            continue;
        }
        plx_str rest = f->an->tokens[i].form, part;
        bool of_body =
            i + 1 < end && f->an->tokens[i + 1].upos == PLX_UPOS_PROPN; /* a university */
        while (plx_str_split(&rest, '-', &part) && !of_body) {
            if (plx_match_is_demonym(part, &place)) {
                put(f, entity, PLX_S("origin"), place, PLX_NONE, f->an->tokens[i].span);
            }
        }
    }
}

static uint32_t whose(const facts *f, const plx_mention *m) {
    for (uint32_t k = (uint32_t)(m - f->an->mentions) + 1; k < f->an->n_mentions; k++) {
        const plx_mention *o = &f->an->mentions[k];
        if (o->begin >= m->head) break;
        if (o->end > m->head || o->chain == m->chain) continue;
        const plx_token *next = &f->an->tokens[o->end];
        if (o->kind == PLX_PRONOUN || plx_str_eq(next->fold, PLX_S("'s")) ||
            plx_str_eq(next->fold, PLX_S("'"))) {
            return entity_of(f, o->chain);
        }
    }
    return PLX_NONE;
}

static void from_nominal(facts *f, const plx_mention *m, uint32_t entity) {
    const plx_token *head = &f->an->tokens[m->head];
    if (plx_noun_is_kin(head->lemma)) {
        uint32_t other = whose(f, m);
        if (other != PLX_NONE && other != entity) {
            put(f, entity, PLX_S("kin"), head->form, other, m->span);
        }
        return;
    }
    if (m->plural || !plx_noun_is_person(head->lemma)) return;
    uint32_t begin = m->begin;
    while (begin < m->head && is_small(&f->an->tokens[begin])) begin++;
    uint32_t end = m->end; /* "attorney general" */
    end += end < f->an->n_tokens && plx_token_is(&f->an->tokens[end], "general");
    plx_span span = token_span(f, begin, end);
    put(f, entity, PLX_S("role"), text_of(f, span), PLX_NONE, span);
    if (!plx_noun_is_role(head->lemma)) origins(f, entity, begin, m->head);
}

/* "Foreign Minister Roe": the words before the name back to the last capital. */
static void from_title(facts *f, const plx_mention *m, uint32_t entity) {
    uint32_t first = f->an->sentences[f->an->tokens[m->begin].sentence].begin;
    uint32_t begin = m->begin;
    bool office = false;
    while (begin > first && m->begin - begin < 6) {
        const plx_token *t = &f->an->tokens[begin - 1];
        plx_str low = plx_str_lower_ascii(f->g->arena, t->lemma.n ? t->lemma : t->fold);
        if (low.n && low.p[low.n - 1] == '.') low.n--;
        bool title = plx_noun_is_role(low) ||
                     (plx_match_is_title(low, NULL) && !plx_match_is_demonym(low, NULL));
        bool inside =
            t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_NOUN;
        if (!title && !inside) break;
        office |= title && low.n > 3;
        begin--;
    }
    if (!office || begin == m->begin) return;
    plx_span span = token_span(f, begin, m->begin);
    put(f, entity, PLX_S("role"), text_of(f, span), PLX_NONE, span);
}

/* Is the mention the one that the age is of? `behind`: where a name must end, or PLX_NONE. */
static bool age_is_of(const facts *f, const plx_figure *x, const plx_mention *m, bool old,
                      uint32_t behind) {
    if (m->kind != PLX_PRONOUN) {
        if (old && m->begin == x->end) return true;
        if (old && x->begin >= m->begin && x->end <= m->head) return true;
        if (behind != PLX_NONE && m->end == behind) return true;
    }
    /* "Roe is 29.", "she was 29 years old" */
    if (m->end + 1 != x->begin) return false;
    const plx_token *verb = &f->an->tokens[m->end];
    bool of = x->end < f->an->n_tokens && plx_token_is(&f->an->tokens[x->end], "of");
    return plx_str_eq(verb->lemma, PLX_S("be")) && !of;
}

/* "Roe, 29," and "29-year-old Roe": of persons, in years. */
static void ages(facts *f) {
    for (size_t i = 0; i < f->an->n_figures; i++) {
        const plx_figure *x = &f->an->figures[i];
        uint32_t behind;
        bool old;
        if (!plx_find__read_age(f->an, i, &behind, &old)) continue;
        for (uint32_t k = 0; k < f->an->n_mentions; k++) {
            const plx_mention *m = &f->an->mentions[k];
            if (m->begin > x->end) break;
            if (m->type != PLX_PERSON || m->plural || !age_is_of(f, x, m, old, behind)) continue;
            uint32_t entity = entity_of(f, m->chain);
            if (entity == PLX_NONE) continue;
            plx_str value = plx_str_format(f->g->arena, "%.0f", x->value);
            put(f, entity, PLX_S("age"), value, PLX_NONE, x->span);
            break;
        }
    }
}

void plx_entity__facts(plx_grouping *g) {
    for (uint32_t a = 0; a < g->story->n_accounts; a++) {
        facts f = {g, g->story->annotations[a], a};
        for (uint32_t i = 0; i < f.an->n_mentions; i++) {
            const plx_mention *m = &f.an->mentions[i];
            uint32_t entity = entity_of(&f, m->chain);
            if (entity == PLX_NONE) continue;
            if (m->kind == PLX_NOMINAL) from_nominal(&f, m, entity);
            if (m->kind == PLX_NAME && m->type == PLX_PERSON) from_title(&f, m, entity);
        }
        ages(&f);
    }
}
