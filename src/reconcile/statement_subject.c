/* Who does what a unit tells, or to whom it is done, and what they are called. */
#include "reconcile/statement_subject.h"

#include "find/deps.h"
#include "find/nouns.h"
#include "find/quote_cues.h"

#define MOST_SUBJECT_TOKENS 8u
#define NEAR_MENTIONS       12u /* that may cover a token, before it */

bool plx_subject__is(const plx_token *t) {
    plx_deprel rel = plx_deps__base((plx_deprel)t->deprel);
    return rel == PLX_DEP_nsubj || rel == PLX_DEP_csubj || t->deprel == PLX_DEP_expl;
}

/* The subject that stands in the unit, or PLX_NONE. */
uint32_t plx_subject__own(const plx_annotation *an, const plx_claim_unit *u) {
    for (uint32_t t = u->begin; t < u->end; t++) {
        if (an->tokens[t].head == u->head && plx_subject__is(&an->tokens[t])) {
            return t;
        }
    }
    return PLX_NONE;
}

bool plx_subject__is_relative(const plx_token *t) {
    return t->upos == PLX_UPOS_PRON && (plx_token_is(t, "who") || plx_token_is(t, "which") ||
                                        plx_token_is(t, "that") || plx_token_is(t, "whom"));
}

/* The entity that the token stands for, or PLX_NONE. */
uint32_t plx_subject__entity_at(const plx_story *s, uint32_t account, uint32_t token) {
    const plx_annotation *an = s->annotations[account];
    uint32_t best = PLX_NONE, best_length = UINT32_MAX;
    size_t lo = 0, hi = an->n_mentions;
    while (lo < hi) { /* mentions ascend: the first that begins behind the token */
        size_t mid = lo + (hi - lo) / 2;
        if (an->mentions[mid].begin <= token) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    for (size_t k = 0; s->entity_of_chain[account] && k < NEAR_MENTIONS && lo > k; k++) {
        const plx_mention *x = &an->mentions[lo - 1 - k];
        if (token >= x->begin && token < x->end && x->end - x->begin < best_length) {
            best = s->entity_of_chain[account][x->chain];
            best_length = x->end - x->begin;
        }
    }
    return best;
}

static bool in_phrase(const plx_token *t) {
    return t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_ADJ ||
           t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_NUM || t->upos == PLX_UPOS_SYM ||
           t->deprel == PLX_DEP_nmod_poss ||
           (t->upos == PLX_UPOS_PART && t->deprel == PLX_DEP_case);
}

/* "early Sunday | injured 13 people": no subject, whatever the tree says. */
bool plx_subject__is_time(const plx_token *t) {
    static const plx_str words[] = {
        PLX_S_INIT("afternoon"), PLX_S_INIT("day"),     PLX_S_INIT("evening"), PLX_S_INIT("hour"),
        PLX_S_INIT("month"),     PLX_S_INIT("morning"), PLX_S_INIT("night"),   PLX_S_INIT("time"),
        PLX_S_INIT("today"),     PLX_S_INIT("week"),    PLX_S_INIT("year")};
    return plx_str_lookup(words, PLX_COUNT(words), t->lemma) != PLX_NONE;
}

static bool has_plural_verb(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *first = &an->tokens[u->begin];
    first += plx_subject__is_relative(first) && u->begin + 1 < u->end;
    return plx_token_is(first, "were") || plx_token_is(first, "are") || plx_token_is(first, "have");
}

static bool has_singular_verb(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *first = &an->tokens[u->begin];
    first += plx_subject__is_relative(first) && u->begin + 1 < u->end;
    uint32_t here = PLX_FEAT_SING | PLX_FEAT_PRES | PLX_FEAT_3;
    return plx_token_is(first, "was") || plx_token_is(first, "is") || plx_token_is(first, "has") ||
           (first->upos == PLX_UPOS_VERB && (first->feats & here) == here);
}

/* The noun phrase of the subject, with those joined to it; empty when it is long. */
static plx_str phrase_at(const plx_annotation *an, const plx_claim_unit *u, uint32_t head) {
    const plx_sentence *in = &an->sentences[an->tokens[head].sentence];
    uint32_t b = head, end = head + 1;
    while (b > in->begin && plx_is_below(an, b - 1, head) &&
           (in_phrase(&an->tokens[b - 1]) || /* "a five-year-old boy" */
            (plx_token_is_punct(&an->tokens[b - 1], "-") && !an->tokens[b].space_before))) {
        b--;
    }
    uint32_t limit = u->begin > head ? PLX_MIN(u->begin, in->end) : in->end;
    limit = PLX_MIN(limit, end + MOST_SUBJECT_TOKENS + 1);
    bool joined = false;
    for (uint32_t t = end; t < limit; t++) {
        const plx_token *k = &an->tokens[t];
        bool join = k->deprel == PLX_DEP_conj && k->head == head && in_phrase(k);
        joined = joined || join;
        if (join || (t == end && in_phrase(k) && plx_is_below(an, t, head))) {
            end = t + 1;
        }
    }
    if (end - b > MOST_SUBJECT_TOKENS ||
        (has_plural_verb(an, u) && !joined && (an->tokens[head].feats & PLX_FEAT_SING))) {
        return (plx_str){NULL, 0};
    }
    return plx_str_at(an->account->text,
                      (plx_span){an->tokens[b].span.begin, an->tokens[end - 1].span.end});
}

static bool is_joined(const plx_annotation *an, uint32_t head, uint32_t limit) {
    for (uint32_t t = head + 1; t < limit && t < head + 2 * MOST_SUBJECT_TOKENS; t++) {
        if (an->tokens[t].deprel == PLX_DEP_conj && an->tokens[t].head == head) {
            return true;
        }
    }
    return false;
}

/* What people do, and what is done to people: no war thanks anybody, no meeting is kidnapped. */
static bool asks_for_person(const plx_token *verb, bool undergone) {
    static const plx_str does[] = {
        PLX_S_INIT("accuse"),  PLX_S_INIT("agree"),    PLX_S_INIT("apologize"),
        PLX_S_INIT("appeal"),  PLX_S_INIT("argue"),    PLX_S_INIT("ask"),
        PLX_S_INIT("blame"),   PLX_S_INIT("complain"), PLX_S_INIT("condemn"),
        PLX_S_INIT("decline"), PLX_S_INIT("demand"),   PLX_S_INIT("deny"),
        PLX_S_INIT("express"), PLX_S_INIT("flee"),     PLX_S_INIT("greet"),
        PLX_S_INIT("hope"),    PLX_S_INIT("host"),     PLX_S_INIT("insist"),
        PLX_S_INIT("marry"),   PLX_S_INIT("plead"),    PLX_S_INIT("pledge"),
        PLX_S_INIT("praise"),  PLX_S_INIT("promise"),  PLX_S_INIT("refuse"),
        PLX_S_INIT("reply"),   PLX_S_INIT("resign"),   PLX_S_INIT("say"),
        PLX_S_INIT("speak"),   PLX_S_INIT("tell"),     PLX_S_INIT("thank"),
        PLX_S_INIT("think"),   PLX_S_INIT("threaten"), PLX_S_INIT("urge"),
        PLX_S_INIT("vow"),     PLX_S_INIT("warn"),     PLX_S_INIT("welcome"),
        PLX_S_INIT("worry")};
    static const plx_str undergoes[] = {
        PLX_S_INIT("abduct"), PLX_S_INIT("acquit"),   PLX_S_INIT("arrest"),
        PLX_S_INIT("bear"),   PLX_S_INIT("capture"),  PLX_S_INIT("convict"),
        PLX_S_INIT("detain"), PLX_S_INIT("free"),     PLX_S_INIT("hospitalize"),
        PLX_S_INIT("indict"), PLX_S_INIT("injure"),   PLX_S_INIT("jail"),
        PLX_S_INIT("kidnap"), PLX_S_INIT("kill"),     PLX_S_INIT("murder"),
        PLX_S_INIT("rescue"), PLX_S_INIT("sentence"), PLX_S_INIT("shoot"),
        PLX_S_INIT("wound")};
    if (undergone) {
        return plx_str_lookup(undergoes, PLX_COUNT(undergoes), verb->lemma) != PLX_NONE;
    }
    return plx_str_lookup(does, PLX_COUNT(does), verb->lemma) != PLX_NONE;
}

/* "freed in May", whether the tree takes it for a participle or not: no object follows. */
static bool is_undergone(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *verb = &an->tokens[u->head];
    bool object = false;
    for (uint32_t t = u->head + 1; t < u->end; t++) {
        object = object || (an->tokens[t].head == u->head && an->tokens[t].deprel == PLX_DEP_obj &&
                            !plx_subject__is_time(&an->tokens[t]));
    }
    return (verb->feats & PLX_FEAT_PASS) || ((verb->feats & PLX_FEAT_PAST) && !object);
}

/* "CALDER, June 3 —": a place in capitals at the head of a paragraph does nothing. */
static bool is_dateline(const plx_annotation *an, uint32_t token) {
    const plx_sentence *in = &an->sentences[an->tokens[token].sentence];
    plx_str form = an->tokens[token].form;
    bool capitals = form.n > 3 && in->paragraph_start && token < in->begin + 3;
    for (size_t i = 0; i < form.n; i++) {
        capitals = capitals && !(form.p[i] >= 'a' && form.p[i] <= 'z');
    }
    return capitals;
}

/* May what the token names say something? People, groups and what is written do. */
static bool may_say(const plx_token *t) {
    static const plx_str written[] = {
        PLX_S_INIT("account"),   PLX_S_INIT("ad"),        PLX_S_INIT("analysis"),
        PLX_S_INIT("article"),   PLX_S_INIT("bill"),      PLX_S_INIT("book"),
        PLX_S_INIT("complaint"), PLX_S_INIT("data"),      PLX_S_INIT("document"),
        PLX_S_INIT("email"),     PLX_S_INIT("evidence"),  PLX_S_INIT("figure"),
        PLX_S_INIT("filing"),    PLX_S_INIT("law"),       PLX_S_INIT("lawsuit"),
        PLX_S_INIT("letter"),    PLX_S_INIT("memo"),      PLX_S_INIT("message"),
        PLX_S_INIT("note"),      PLX_S_INIT("order"),     PLX_S_INIT("paper"),
        PLX_S_INIT("poll"),      PLX_S_INIT("post"),      PLX_S_INIT("record"),
        PLX_S_INIT("release"),   PLX_S_INIT("report"),    PLX_S_INIT("ruling"),
        PLX_S_INIT("sign"),      PLX_S_INIT("statement"), PLX_S_INIT("study"),
        PLX_S_INIT("suit"),      PLX_S_INIT("survey"),    PLX_S_INIT("text"),
        PLX_S_INIT("tweet"),     PLX_S_INIT("video"),     PLX_S_INIT("warrant")};
    return plx_str_lookup(written, PLX_COUNT(written), t->lemma) != PLX_NONE;
}

/* May the token stand for somebody? Names of unknown kind may. */
static bool may_be_person(const plx_story *s, uint32_t account, uint32_t token) {
    const plx_annotation *an = s->annotations[account];
    const plx_token *t = &an->tokens[token];
    if (is_dateline(an, token)) {
        return false;
    }
    if (t->upos != PLX_UPOS_NOUN) {
        uint32_t e = plx_subject__entity_at(s, account, token);
        return e == PLX_NONE || s->entities.p[e].type != PLX_OTHER;
    }
    return plx_noun_is_person(t->lemma) || plx_noun_is_group(t->lemma) ||
           plx_noun_is_kin(t->lemma) || plx_noun_is_role(t->lemma);
}

/* "the meeting included Mara Ortiz, | freed in May": the head of the name that stands right before
 * the unit, or PLX_NONE. */
static uint32_t name_before(const plx_annotation *an, const plx_claim_unit *u) {
    uint32_t b = u->begin;
    if (b > 0 && plx_token_is_punct(&an->tokens[b - 1], ",")) {
        b--;
    }
    if (b == 0 || an->tokens[b - 1].sentence != u->sentence || an->tokens[b - 1].name == PLX_NONE) {
        return PLX_NONE;
    }
    const plx_name *name = &an->names[an->tokens[b - 1].name];
    return name->type == PLX_PERSON ? name->end - 1 : PLX_NONE;
}

/* The understood subject, or a likelier one when it is none that can do what the verb says: the
 * name right before the unit, or who does what the clause above tells. PLX_NONE without one. */
uint32_t plx_subject__understood(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    const plx_token *verb = &an->tokens[u->head];
    bool undergone = is_undergone(an, u);
    bool speaks = !undergone &&
                  (plx_cue__verb(verb->lemma) != NULL || plx_str_eq(verb->lemma, PLX_S("call")));
    if (u->subject == PLX_NONE || !(speaks || asks_for_person(verb, undergone)) ||
        (speaks && may_say(&an->tokens[u->subject])) || may_be_person(s, u->account, u->subject)) {
        return u->subject;
    }
    uint32_t name = name_before(an, u);
    if (name != PLX_NONE && (undergone || u->kind != PLX_CLAUSE_CONJUNCT)) {
        return name;
    }
    uint32_t up = an->tokens[u->head].head;
    for (int steps = 0; u->kind == PLX_CLAUSE_CONJUNCT && steps < 6 && up != PLX_NONE; steps++) {
        const plx_sentence *in = &an->sentences[u->sentence];
        for (uint32_t t = in->begin; t < u->begin; t++) {
            bool doer = an->tokens[t].head == up && plx_subject__is(&an->tokens[t]);
            if (doer && may_be_person(s, u->account, t)) {
                return t;
            }
        }
        up = an->tokens[up].head;
    }
    return PLX_NONE;
}

/* What the understood subject is called: the entity's name, else the noun phrase. Empty when it is
 * a pronoun for nobody known. */
plx_str plx_subject__words(const plx_story *s, const plx_claim_unit *u, bool *named) {
    const plx_annotation *an = s->annotations[u->account];
    uint32_t subject = plx_subject__understood(s, u);
    *named = false;
    if (subject == PLX_NONE || (subject >= u->begin && subject < u->end)) {
        return (plx_str){NULL, 0};
    }
    uint32_t e = plx_subject__entity_at(s, u->account, subject);
    const plx_token *head = &an->tokens[subject];
    bool several = is_joined(an, subject, u->begin) || has_plural_verb(an, u);
    if (!several && e != PLX_NONE && s->entities.p[e].name.n &&
        (head->upos == PLX_UPOS_PRON || head->upos == PLX_UPOS_PROPN)) {
        *named = true;
        bool agrees = !s->entities.p[e].plural || !has_singular_verb(an, u);
        return agrees ? s->entities.p[e].name : (plx_str){NULL, 0};
    }
    if (several && has_singular_verb(an, u)) {
        return (plx_str){NULL, 0};
    }
    if ((head->upos != PLX_UPOS_NOUN && head->upos != PLX_UPOS_PROPN) ||
        plx_subject__is_time(head)) {
        return (plx_str){NULL, 0};
    }
    *named = head->upos == PLX_UPOS_PROPN;
    return phrase_at(an, u, subject);
}

/* "freed in May": a participle of what was done to somebody, without "was". */
static bool is_bare_passive(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    const plx_token *verb = &an->tokens[u->head];
    bool other_subject =
        plx_subject__understood(s, u) != u->subject; /* the tree took it for a verb with tense */
    bool joined = u->kind == PLX_CLAUSE_CONJUNCT &&
                  verb->head != PLX_NONE && /* "was held and freed" */
                  (an->tokens[verb->head].feats & PLX_FEAT_PASS);
    return verb->upos == PLX_UPOS_VERB && is_undergone(an, u) && !(verb->feats & PLX_FEAT_GER) &&
           (joined || other_subject || !(verb->feats & PLX_FEAT_FIN));
}

/* Is the understood subject more than one? */
static bool is_several(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    uint32_t subject = plx_subject__understood(s, u);
    if (subject == PLX_NONE) {
        return false;
    }
    uint32_t e = an->tokens[subject].upos == PLX_UPOS_NOUN
                     ? PLX_NONE
                     : plx_subject__entity_at(s, u->account, subject);
    bool plural =
        e != PLX_NONE ? s->entities.p[e].plural : (an->tokens[subject].feats & PLX_FEAT_PLUR) != 0;
    return plural || is_joined(an, subject, u->begin);
}

/* A predicate that a subject can be put before. */
bool plx_subject__takes(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *first = &an->tokens[u->begin];
    bool kind = u->kind == PLX_CLAUSE_CONJUNCT || u->kind == PLX_CLAUSE_RELATIVE ||
                u->kind == PLX_CLAUSE_PARTICIPLE || u->kind == PLX_CLAUSE_CONTENT ||
                u->kind == PLX_CLAUSE_MAIN;
    const plx_token *verb =
        first->upos == PLX_UPOS_ADV && u->begin + 1 < u->end ? first + 1 : first;
    bool opens = verb->upos == PLX_UPOS_VERB || verb->upos == PLX_UPOS_AUX ||
                 plx_subject__is_relative(first);
    bool told_to = (verb->feats & PLX_FEAT_IMP) || /* "hold them tight", "do n't worry" */
                   (an->tokens[u->head].feats & PLX_FEAT_IMP) ||
                   (u->quoted && plx_token_is(verb, "do") && verb->upos == PLX_UPOS_AUX);
    return kind && opens && !told_to && an->tokens[u->head].upos != PLX_UPOS_NOUN;
}

/* What a pronoun that stands as subject is called: the name of the person, or of those who are
 * several by name. Empty when it is not known. */
plx_str plx_subject__called(const plx_story *s, uint32_t account, uint32_t token) {
    const plx_token *t = &s->annotations[account]->tokens[token];
    uint32_t e = t->upos == PLX_UPOS_PRON ? plx_subject__entity_at(s, account, token) : PLX_NONE;
    if (e == PLX_NONE || !t[1].space_before) { /* "they've" */
        return (plx_str){NULL, 0};
    }
    const plx_entity *x = &s->entities.p[e];
    bool one =
        (plx_token_is(t, "he") || plx_token_is(t, "she")) && x->type == PLX_PERSON && !x->plural;
    one = one || (plx_token_is(t, "they") && (x->plural || x->type == PLX_ORGANIZATION));
    return one ? x->name : (plx_str){NULL, 0};
}

const char *plx_subject__helper(const plx_story *s, const plx_claim_unit *u) {
    return !is_bare_passive(s, u) ? NULL : is_several(s, u) ? "were" : "was";
}
