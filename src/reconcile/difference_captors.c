/* In whose hands somebody was: "released from Northern Front captivity" here, "held hostage by the
 * Harbour Guard" there, of one person. By the words: an organisation by which somebody was held,
 * kidnapped, taken hostage, or whose captivity it was; and one that released somebody, if it is
 * said to have held anybody. Police, courts and armies that free somebody held nobody. */
#include "base/vec.h"
#include "find/deps.h"
#include "reconcile/claim_units.h"
#include "reconcile/difference_parts.h"

#define MOST_STEPS 4
#define MOST_SEEN  400u

typedef struct seen {
    uint32_t person, holder; /* entities */
    plx_at at;               /* the holder's name */
    bool sure;               /* held, not only released */
} seen;

typedef struct finder {
    plx_story *s;
    plx_arena *arena;
    uint32_t **mention; /* of each account, token -> mention with that head, or PLX_NONE */
    PLX_VEC(seen) found;
} finder;

static uint32_t entity_of(const finder *f, uint32_t account, uint32_t m) {
    const plx_annotation *an = f->s->annotations[account];
    uint32_t chain = m == PLX_NONE ? PLX_NONE : an->mentions[m].chain;
    return plx_story_entity_of(f->s, account, chain);
}

static bool is_person(const finder *f, uint32_t entity) {
    return entity != PLX_NONE && f->s->entities.p[entity].type == PLX_PERSON;
}

/* Is the token an agent: "by X"? */
static bool is_agent(const plx_annotation *an, uint32_t t) {
    const plx_token *k = &an->tokens[t];
    if (k->deprel == PLX_DEP_obl_agent) {
        return true;
    }
    const plx_sentence *s = &an->sentences[k->sentence];
    for (uint32_t i = t; k->deprel == PLX_DEP_obl && i-- > s->begin && t - i <= 4;) {
        if (an->tokens[i].head == t && plx_token_is(&an->tokens[i], "by")) {
            return true;
        }
    }
    return false;
}

/* The person whose release, return or the like the token belongs to: "Roe's release from ...". */
static uint32_t owner_above(const finder *f, uint32_t account, uint32_t t) {
    const plx_annotation *an = f->s->annotations[account];
    for (int steps = 0; steps < MOST_STEPS && t != PLX_NONE; steps++, t = an->tokens[t].head) {
        const plx_sentence *s = &an->sentences[an->tokens[t].sentence];
        for (uint32_t i = s->begin; i < s->end; i++) {
            bool owns = an->tokens[i].head == t && an->tokens[i].deprel == PLX_DEP_nmod_poss;
            uint32_t e = owns ? entity_of(f, account, f->mention[account][i]) : PLX_NONE;
            if (is_person(f, e)) {
                return e;
            }
        }
    }
    return PLX_NONE;
}

/* "Roe, a baker lately freed by the Front": the person whose noun the participle stands under. */
static uint32_t held_noun(const finder *f, uint32_t account, uint32_t verb) {
    const plx_annotation *an = f->s->annotations[account];
    uint32_t noun =
        an->tokens[verb].deprel == PLX_DEP_acl || an->tokens[verb].deprel == PLX_DEP_acl_relcl
            ? an->tokens[verb].head
            : PLX_NONE;
    uint32_t before = verb; /* the tree may hang the participle under the sentence's verb */
    while (noun == PLX_NONE && before > 0 && an->tokens[before - 1].upos == PLX_UPOS_ADV) {
        before--;
    }
    if (noun == PLX_NONE && before > 0 && an->tokens[before - 1].upos == PLX_UPOS_NOUN &&
        an->tokens[before - 1].deprel == PLX_DEP_appos) {
        noun = before - 1;
    }
    for (int steps = 0; steps < 2 && noun != PLX_NONE; steps++) {
        uint32_t e = entity_of(f, account, f->mention[account][noun]);
        if (is_person(f, e)) {
            return e;
        }
        noun = an->tokens[noun].deprel == PLX_DEP_appos ? an->tokens[noun].head : PLX_NONE;
    }
    return PLX_NONE;
}

/* The person to whom it was done, by the clause that the token stands in. */
static uint32_t held_in_clause(const finder *f, uint32_t account, uint32_t t) {
    const plx_claim_units *units = f->s->claim_units;
    for (size_t i = 0; i < units->n; i++) {
        const plx_claim_unit *u = &units->p[i];
        if (u->account != account || u->with_clauses || t < u->begin || t >= u->end) {
            continue;
        }
        uint32_t held = PLX_NONE, n = 0;
        for (size_t k = 0; k < u->claim.n; k++) {
            const plx_claim_term *x = &u->claim.p[k];
            if (x->kind == PLX_TERM_ENTITY && x->part == PLX_PART_OBJECT && is_person(f, x->key)) {
                held = x->key;
                n++;
            }
        }
        return n == 1 ? held : PLX_NONE;
    }
    return PLX_NONE;
}

/* What the name of an organisation says of who was in its hands. */
static void look_at(finder *f, uint32_t account, const plx_mention *m, uint32_t holder) {
    static const plx_str holds[] = {PLX_S_INIT("abduct"), PLX_S_INIT("hold"),
                                    PLX_S_INIT("imprison"), PLX_S_INIT("kidnap")};
    const plx_annotation *an = f->s->annotations[account];
    uint32_t above = an->tokens[m->head].head;
    if (above == PLX_NONE || f->found.n >= MOST_SEEN) {
        return;
    }
    const plx_token *k = &an->tokens[above];
    seen x = {.holder = holder, .at = {account, m->span}, .person = PLX_NONE};
    bool agent = is_agent(an, m->head);
    bool hostage = plx_str_eq(k->lemma, PLX_S("take")) && above + 1 < an->n_tokens &&
                   (plx_token_is(&an->tokens[above + 1], "hostage") ||
                    plx_token_is(&an->tokens[above + 1], "captive"));
    if (plx_str_eq(k->lemma, PLX_S("captivity"))) {
        x.sure = true;
        x.person = owner_above(f, account, above);
        x.person = x.person == PLX_NONE ? held_in_clause(f, account, above) : x.person;
    } else if (agent &&
               (hostage || plx_str_lookup(holds, PLX_COUNT(holds), k->lemma) != PLX_NONE)) {
        x.sure = true;
        x.person = held_in_clause(f, account, above);
        x.person = x.person == PLX_NONE ? held_noun(f, account, above) : x.person;
    } else if (agent &&
               (plx_str_eq(k->lemma, PLX_S("release")) || plx_str_eq(k->lemma, PLX_S("free")))) {
        x.person = held_in_clause(f, account, above);
        x.person = x.person == PLX_NONE ? held_noun(f, account, above) : x.person;
    } else {
        return;
    }
    plx_vec_push(&f->found, f->arena, x);
}

static void read_account(finder *f, uint32_t account) {
    const plx_annotation *an = f->s->annotations[account];
    f->mention[account] = plx_new_n(f->arena, uint32_t, an->n_tokens);
    for (size_t t = 0; t < an->n_tokens; t++) {
        f->mention[account][t] = PLX_NONE;
    }
    for (uint32_t m = 0; m < an->n_mentions; m++) {
        f->mention[account][an->mentions[m].head] = m;
    }
    for (uint32_t m = 0; an->has_tree && m < an->n_mentions; m++) {
        uint32_t e = entity_of(f, account, m);
        if (e != PLX_NONE && an->mentions[m].kind == PLX_NAME &&
            f->s->entities.p[e].type == PLX_ORGANIZATION) {
            look_at(f, account, &an->mentions[m], e);
        }
    }
}

static bool holds_somebody(const finder *f, uint32_t holder) {
    for (size_t i = 0; i < f->found.n; i++) {
        if (f->found.p[i].holder == holder && f->found.p[i].sure) {
            return true;
        }
    }
    return false;
}

static void put_person(finder *f, uint32_t person) {
    plx_difference d = {
        .kind = PLX_CONFLICT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = person};
    for (size_t i = 0; i < f->found.n; i++) {
        const seen *x = &f->found.p[i];
        if (x->person == person && holds_somebody(f, x->holder)) {
            plx_difference__put(&d, f->s->entities.p[x->holder].name, x->at, f->arena);
        }
    }
    d.about = plx_str_format(f->arena, "who held %.*s", PLX_FMT(f->s->entities.p[person].name));
    d.why = PLX_S("different organisations are said to have held one person");
    d.weight = 2.0 + plx_difference__salience(f->s, person);
    plx_difference__add(f->s, &d, f->arena);
}

void plx_difference__captors(plx_story *s, plx_arena *arena) {
    finder f = {.s = s, .arena = arena};
    f.mention = plx_new_n(arena, uint32_t *, s->n_accounts);
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        read_account(&f, a);
    }
    for (size_t i = 0; i < f.found.n; i++) {
        bool first = is_person(&f, f.found.p[i].person);
        for (size_t k = 0; first && k < i; k++) {
            first = f.found.p[k].person != f.found.p[i].person;
        }
        if (first) {
            put_person(&f, f.found.p[i].person);
        }
    }
}
