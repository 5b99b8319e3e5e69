/* Who it was, in one place of two linked clauses: one describes whom the other names, other doers
 * of one act, officials here and their body there, and one says more of who it is. */
#include "find/nouns.h"
#include "reconcile/difference_pair.h"

#define SURE_DOER    3.6
#define SURE_VERB    4.6
#define SOLID_FILLER 3.0

/* ---- one described, one named
 * ----------------------------------------------------------------------- */

static bool has_word(const plx_link_view *v, plx_span span, uint32_t key) {
    uint32_t begin, end;
    plx_tokens_in(v->an, span, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        if (v->key[i] == key) {
            return true;
        }
        plx_str fold = v->an->tokens[i].fold;
        if (fold.n && (uint32_t)plx_hash_str(fold) == key) {
            return true;
        }
    }
    return false;
}

/* How many content words of the description stand in the sentence stretch before the name. */
static size_t words_shared(const plx_link_view *d, plx_span description, const plx_link_view *n,
                           plx_span around) {
    uint32_t begin, end;
    size_t shared = 0;
    plx_tokens_in(d->an, description, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        bool content =
            d->an->tokens[i].upos == PLX_UPOS_NOUN || d->an->tokens[i].upos == PLX_UPOS_ADJ;
        uint32_t key = d->key[i];
        plx_str fold = d->an->tokens[i].fold;
        shared += content && ((key && has_word(n, around, key)) ||
                              has_word(n, around, (uint32_t)plx_hash_str(fold)));
    }
    return shared;
}

/* The name with the words right before it: "Deputy Foreign Minister Ann Roe". */
static plx_span titled(const plx_link_view *v, uint32_t i) {
    plx_span name = v->an->mentions[v->mention[i]].span, phrase = plx_link__phrase(v, i);
    plx_span out = {PLX_MIN(name.begin, phrase.begin), PLX_MAX(name.end, phrase.end)};
    uint32_t first = plx_token_at(v->an, out.begin);
    const plx_sentence *s = &v->an->sentences[v->an->tokens[i].sentence];
    for (int n = 0; n < 5 && first > s->begin; n++) {
        const plx_token *t = &v->an->tokens[first - 1];
        if (t->upos != PLX_UPOS_NOUN && t->upos != PLX_UPOS_ADJ && t->upos != PLX_UPOS_PROPN) {
            break;
        }
        first--;
    }
    out.begin = PLX_MIN(out.begin, v->an->tokens[first].span.begin);
    return out;
}

/* Does the account name the entity somewhere? Then it leaves nothing open. False for PLX_NONE. */
static bool is_named_in(const plx_story *s, uint32_t entity, uint32_t account) {
    for (size_t i = 0; entity != PLX_NONE && i < s->entities.p[entity].mentions.n; i++) {
        const plx_entity_mention *m = &s->entities.p[entity].mentions.p[i];
        if (m->kind == PLX_NAME && m->at.account == account) {
            return true;
        }
    }
    return false;
}

/* "its leader, Ann Roe": the name stands right behind. */
static bool name_follows(const plx_link_view *v, uint32_t noun) {
    uint32_t i = noun + 1;
    if (i < v->an->n_tokens && plx_str_eq(v->an->tokens[i].fold, PLX_S(","))) {
        i++;
    }
    return i < v->an->n_tokens && plx_pair__names_somebody(v, i) &&
           v->an->mentions[v->mention[i]].type == PLX_PERSON;
}

/* The age that stands in a stretch; -1 when there is none. */
static double age_in(const plx_link_view *v, plx_span span) {
    uint32_t begin, end;
    plx_tokens_in(v->an, span, &begin, &end);
    for (uint32_t i = begin; i < end; i++) {
        if (v->figure[i] != PLX_NONE && v->an->figures[v->figure[i]].kind == PLX_FIG_AGE) {
            return v->an->figures[v->figure[i]].value;
        }
    }
    return -1;
}

void plx_pair__named_or_not(const plx_pair *p, uint32_t x, uint32_t y) {
    bool name_x = plx_pair__names_somebody(p->a, x), name_y = plx_pair__names_somebody(p->b, y);
    if (name_x == name_y || (!name_x && !plx_pair__is_common(p->a, x)) ||
        (!name_y && !plx_pair__is_common(p->b, y))) {
        return;
    }
    uint32_t described = name_x ? y : x;
    const plx_link_view *d = name_x ? p->b : p->a, *n = name_x ? p->a : p->b;
    uint32_t account = name_x ? p->k->b->account : p->k->a->account;
    if (!plx_noun_is_person(d->an->tokens[described].lemma) ||
        is_named_in(p->l->s, n->entity[name_x ? x : y], account) || name_follows(d, described)) {
        return;
    }
    plx_span description = plx_link__phrase(d, described), name = titled(n, name_x ? x : y);
    double age = age_in(d, description), other = age_in(n, name);
    bool another = age >= 0 && other >= 0 && age != other;
    if (!another && words_shared(d, description, n, name) >= 2) {
        plx_span sx = name_x ? name : description, sy = name_x ? description : name;
        plx_pair__find(
            p, PLX_ABOUT_WHO, PLX_PRECISION, sx, sy, plx_str_at(p->a->an->account->text, sx),
            plx_str_at(p->b->an->account->text, sy), 1.1, "one names whom the other describes");
    }
}

/* ---- who did it
 * ------------------------------------------------------------------------------------- */

static bool names_share(const plx_pair *p, uint32_t x, uint32_t y) {
    const plx_mention *m = &p->a->an->mentions[p->a->mention[x]];
    const plx_mention *n = &p->b->an->mentions[p->b->mention[y]];
    for (uint32_t i = m->begin; i < m->end; i++) {
        for (uint32_t k = n->begin; k < n->end; k++) {
            if (plx_pair__a(p, i)->fold.n > 2 &&
                plx_str_eq(plx_pair__a(p, i)->fold, plx_pair__b(p, k)->fold)) {
                return true;
            }
        }
    }
    return false;
}

/* Two names of one kind as the doers of one act to the same: they cannot both be it alone. */
void plx_pair__doers(const plx_pair *p, uint32_t x, uint32_t y, uint32_t verb_x, uint32_t verb_y) {
    uint32_t e = p->a->entity[x], f = p->b->entity[y];
    if (p->k->log_odds < SURE_DOER || e == PLX_NONE || f == PLX_NONE || e == f ||
        !plx_pair__names_somebody(p->a, x) || !plx_pair__names_somebody(p->b, y) ||
        plx_pair__is_speech(plx_pair__a(p, verb_x)) ||
        plx_pair__a(p, verb_x)->upos != PLX_UPOS_VERB ||
        plx_pair__b(p, verb_y)->upos != PLX_UPOS_VERB ||
        p->l->s->entities.p[e].type != p->l->s->entities.p[f].type ||
        plx_pair__elsewhere(p, x, y)) {
        return;
    }
    bool differ;
    size_t things;
    bool around =
        verb_x == p->k->a->head && verb_y == p->k->b->head && plx_pair__terms_shared(p) >= 3;
    if (!around &&
        (plx_pair__count_shared(p, verb_x, verb_y, &differ, &things) < 2 || things < 1)) {
        return;
    }
    plx_str name = p->l->s->entities.p[e].name, other = p->l->s->entities.p[f].name;
    plx_span sx = plx_link__phrase(p->a, x), sy = plx_link__phrase(p->b, y);
    if (names_share(p, x, y)) { /* "the Northern Party", "the Northern Party's committee" */
        if (p->l->s->entities.p[e].type == PLX_ORGANIZATION && p->k->log_odds >= SURE_VERB) {
            plx_pair__find(p, PLX_ABOUT_WHO, PLX_VARIANT, sx, sy, name, other, 0.8,
                           "a body and a part of it");
        }
        return;
    }
    plx_pair__find(p, PLX_ABOUT_WHO, PLX_CONFLICT, sx, sy, name, other, 2.0,
                   "other doers of one act");
}

/* Those who act for a body without being named. */
static bool is_authority(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("administration"), PLX_S_INIT("aide"),        PLX_S_INIT("authority"),
        PLX_S_INIT("government"),     PLX_S_INIT("official"),    PLX_S_INIT("spokesman"),
        PLX_S_INIT("spokesperson"),   PLX_S_INIT("spokeswoman"), PLX_S_INIT("staff")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static bool has_name_before(const plx_link_view *v, uint32_t noun, uint32_t *name) {
    for (uint32_t c = v->deps.first[noun]; c != PLX_NONE && c < noun; c = v->deps.next[c]) {
        const plx_token *t = &v->an->tokens[c];
        bool before = t->deprel == PLX_DEP_compound || t->deprel == PLX_DEP_amod;
        if (before &&
            (t->name != PLX_NONE || t->upos == PLX_UPOS_PROPN ||
             (v->figure[c] != PLX_NONE && v->an->figures[v->figure[c]].kind == PLX_FIG_AGE))) {
            *name = c;
            return true;
        }
    }
    return false;
}

static bool is_government(plx_str lemma) {
    return plx_str_eq(lemma, PLX_S("administration")) || plx_str_eq(lemma, PLX_S("government"));
}

/* "the White Hall was looking at five sites", "officials are reviewing five sites". */
void plx_pair__doers_or_officials(const plx_pair *p, uint32_t x, uint32_t y) {
    bool name_x = plx_pair__names_somebody(p->a, x), name_y = plx_pair__names_somebody(p->b, y);
    bool acts_x = plx_pair__is_common(p->a, x) && is_authority(plx_pair__a(p, x)->lemma);
    bool acts_y = plx_pair__is_common(p->b, y) && is_authority(plx_pair__b(p, y)->lemma);
    uint32_t entity = name_x ? p->a->entity[x] : p->b->entity[y], of;
    bool country = entity != PLX_NONE && p->l->s->entities.p[entity].type == PLX_PLACE;
    bool owned = plx_deps__child(name_x ? &p->b->deps : &p->a->deps, name_x ? y : x,
                                 PLX_DEP_nmod_poss) != PLX_NONE;
    bool whose = owned    ? true
                 : name_x ? has_name_before(p->b, y, &of)
                          : has_name_before(p->a, x, &of);
    if (p->k->log_odds < SOLID_FILLER || !((name_x && acts_y) || (name_y && acts_x)) || whose ||
        (country && is_government(name_x ? plx_pair__b(p, y)->lemma : plx_pair__a(p, x)->lemma)) ||
        plx_pair__elsewhere(p, x, y) ||
        plx_pair__is_speech(plx_pair__a(p, plx_pair__a(p, x)->head)) ||
        plx_pair__is_speech(plx_pair__b(p, plx_pair__b(p, y)->head)) ||
        plx_pair__terms_shared(p) < 1) {
        return;
    }
    plx_span sx = plx_link__phrase(p->a, x), sy = plx_link__phrase(p->b, y);
    plx_pair__find(p, PLX_ABOUT_WHO, PLX_PRECISION, sx, sy, plx_str_at(p->a->an->account->text, sx),
                   plx_str_at(p->b->an->account->text, sy), 0.9, "one names who did it");
}

/* ---- who it was
 * -------------------------------------------------------------------------------------- */

/* "one man was driven there and another walked": which of them is not said. */
static bool has_another(const plx_link_view *v, uint32_t noun) {
    const plx_sentence *s = &v->an->sentences[v->an->tokens[noun].sentence];
    for (uint32_t i = s->begin; v->figure[noun] != PLX_NONE && i < s->end; i++) {
        if (plx_token_is(&v->an->tokens[i], "another")) {
            return true;
        }
    }
    return false;
}

/* "the officer", who was told of before; or somebody whom the account names. */
static bool is_known(const plx_pair *p, uint32_t noun, bool of_a) {
    const plx_link_view *v = of_a ? p->a : p->b;
    uint32_t article = plx_deps__child(&v->deps, noun, PLX_DEP_det);
    uint32_t account = of_a ? p->k->a->account : p->k->b->account;
    if (article == PLX_NONE && v->figure[noun] == PLX_NONE) {
        return true; /* of headlines and "his daughter" */
    }
    return (article != PLX_NONE && plx_str_eq(v->an->tokens[article].fold, PLX_S("the"))) ||
           is_named_in(p->l->s, v->entity[noun], account);
}

/* "one man was killed" here and "a 37-year-old Northgate man was killed" there. */
void plx_pair__one_identified(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t c, d;
    bool in_x = has_name_before(p->a, x, &c), in_y = has_name_before(p->b, y, &d);
    if (in_x == in_y || plx_pair__a(p, x)->upos != PLX_UPOS_NOUN ||
        plx_pair__b(p, y)->upos != PLX_UPOS_NOUN || plx_pair__a(p, x)->name != PLX_NONE ||
        plx_pair__b(p, y)->name != PLX_NONE || !plx_noun_is_person(plx_pair__a(p, x)->lemma) ||
        (plx_pair__a(p, x)->feats & PLX_FEAT_PLUR) || name_follows(p->a, x) ||
        name_follows(p->b, y) || has_another(p->a, x) || has_another(p->b, y) ||
        is_known(p, in_x ? y : x, !in_x)) {
        return;
    }
    plx_span sx = plx_link__phrase(p->a, x), sy = plx_link__phrase(p->b, y);
    plx_pair__find(p, PLX_ABOUT_WHO, PLX_PRECISION, sx, sy, plx_str_at(p->a->an->account->text, sx),
                   plx_str_at(p->b->an->account->text, sy), 0.7, "one says more of who it is");
}
