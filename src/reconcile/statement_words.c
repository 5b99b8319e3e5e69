#include "reconcile/statement_words.h"

#include "find/deps.h"
#include "find/nouns.h"
#include "find/quote_cues.h"

#define MOST_SUBJECT_TOKENS 8u
#define MOST_DATELINE_BYTES 48u
#define NEAR_MENTIONS       12u /* that may cover a token, before it */
#define NEAR_TOKENS         60u /* of a clause: further away its complement does not stand */

static bool is_subject(const plx_token *t) {
    plx_deprel rel = plx_deps__base((plx_deprel)t->deprel);
    return rel == PLX_DEP_nsubj || rel == PLX_DEP_csubj || t->deprel == PLX_DEP_expl;
}

/* The subject that stands in the unit, or PLX_NONE. */
static uint32_t own_subject(const plx_annotation *an, const plx_claim_unit *u) {
    for (uint32_t t = u->begin; t < u->end; t++) {
        if (an->tokens[t].head == u->head && is_subject(&an->tokens[t])) {
            return t;
        }
    }
    return PLX_NONE;
}

static bool is_relative_pronoun(const plx_token *t) {
    return t->upos == PLX_UPOS_PRON && (plx_token_is(t, "who") || plx_token_is(t, "which") ||
                                        plx_token_is(t, "that") || plx_token_is(t, "whom"));
}

/* A verb with tense at the head or as its helper. */
static bool is_finite(const plx_annotation *an, const plx_claim_unit *u) {
    if (an->tokens[u->head].feats & PLX_FEAT_FIN) {
        return true;
    }
    for (uint32_t t = u->begin; t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        bool helper = k->upos == PLX_UPOS_AUX && k->head == u->head;
        if (helper && ((k->feats & PLX_FEAT_FIN) ||
                       !(k->feats & (PLX_FEAT_INF | PLX_FEAT_PART | PLX_FEAT_GER)))) {
            return true;
        }
    }
    return false;
}

/* Relations that tie a word so closely to the one above it that neither can be told alone. */
static bool is_bound(uint8_t deprel) {
    switch ((plx_deprel)deprel) {
    case PLX_DEP_ccomp:
    case PLX_DEP_xcomp:
    case PLX_DEP_obj:
    case PLX_DEP_iobj:
    case PLX_DEP_compound:
    case PLX_DEP_flat:
    case PLX_DEP_fixed:
    case PLX_DEP_nummod: return true;
    default: return false;
    }
}

/* Where the phrase begins that the unit begins in: "the | ferry struck a barge". */
static uint32_t phrase_begin(const plx_annotation *an, const plx_claim_unit *u) {
    uint32_t b = u->begin;
    while (b > 0 && u->begin - b < MOST_SUBJECT_TOKENS) {
        const plx_token *before = &an->tokens[b - 1];
        bool part = before->deprel == PLX_DEP_det || before->deprel == PLX_DEP_amod ||
                    before->deprel == PLX_DEP_nummod || before->deprel == PLX_DEP_compound ||
                    before->deprel == PLX_DEP_nmod_poss;
        bool inside = part && before->head >= b && before->head < u->end;
        bool number = an->tokens[b].upos == PLX_UPOS_NUM &&
                      (plx_token_is(before, "than") || plx_token_is(before, "about") ||
                       plx_token_is(before, "some"));
        if (before->sentence != u->sentence || !(inside || number)) {
            break;
        }
        b -= plx_token_is(before, "than") && b > 1 ? 2 : 1;
    }
    return b;
}

/* "carrying | 200 people struck a barge": what stands first belongs to a word before the unit. */
static bool begins_inside(const plx_annotation *an, const plx_claim_unit *u) {
    uint32_t b = phrase_begin(an, u);
    if (b == 0 || an->tokens[b - 1].sentence != u->sentence) {
        return false;
    }
    const plx_token *before = &an->tokens[b - 1];
    bool verb = before->deprel == PLX_DEP_aux || before->deprel == PLX_DEP_cop ||
                (is_subject(before) && !is_relative_pronoun(before));
    if (verb && before->head >= u->begin && before->head < u->end) {
        return true;
    }
    bool content = u->kind == PLX_CLAUSE_CONTENT || u->kind == PLX_CLAUSE_ADVERBIAL;
    bool carries = before->upos == PLX_UPOS_VERB && plx_cue__verb(before->lemma) == NULL &&
                   (before->feats & (PLX_FEAT_GER | PLX_FEAT_PART));
    uint32_t subject = own_subject(an, u);
    return (carries || (before->upos == PLX_UPOS_ADP && !content)) && subject != PLX_NONE &&
           subject < u->head && an->tokens[u->begin].upos != PLX_UPOS_PRON;
}

/* "The captain, 52, told the Courier", "police said the hosts": does a word need one that stands
 * outside the unit? */
static bool is_cut(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_sentence *s = &an->sentences[u->sentence];
    uint32_t to = PLX_MIN(s->end, u->end + NEAR_TOKENS);
    for (uint32_t t = u->end; t < to; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head != PLX_NONE && k->head >= u->begin && k->head < u->end && is_bound(k->deprel)) {
            return true;
        }
    }
    for (uint32_t t = u->begin; t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head != PLX_NONE && k->head >= u->end && is_subject(k)) {
            return true;
        }
    }
    if (u->end < s->end && plx_token_is(&an->tokens[u->end], "that")) {
        return true; /* "agencies concluded in a report | that ..." */
    }
    uint32_t above = an->tokens[u->end - 1].head; /* "minutes | after the vote" */
    return above != PLX_NONE && above >= u->end;
}

/* "Ortiz said on Monday", of a quotation that stands elsewhere. */
static bool only_introduces(const plx_annotation *an, const plx_claim_unit *u) {
    plx_str lemma = an->tokens[u->head].lemma;
    if (plx_cue__verb(lemma) == NULL) {
        return false;
    }
    bool says = plx_str_eq(lemma, PLX_S("say")) || plx_str_eq(lemma, PLX_S("add"));
    for (uint32_t t = u->begin; t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        bool content = k->deprel == PLX_DEP_ccomp || k->deprel == PLX_DEP_xcomp ||
                       (k->deprel == PLX_DEP_obj && !says) || k->deprel == PLX_DEP_parataxis;
        if (content && k->head == u->head) {
            return false;
        }
    }
    if (u->head + 1 == u->end) {
        return true; /* "officials have indicated" */
    }
    const plx_sentence *s = &an->sentences[u->sentence];
    uint32_t from = u->begin > NEAR_TOKENS ? u->begin - NEAR_TOKENS : 0;
    for (uint32_t t = PLX_MAX(s->begin, from); t < u->begin; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head == u->head && (k->deprel == PLX_DEP_ccomp || k->deprel == PLX_DEP_parataxis)) {
            return true;
        }
    }
    return says || an->tokens[u->head].deprel == PLX_DEP_parataxis;
}

/* Does the last word ask for another one? */
static bool breaks_off(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *last = &an->tokens[u->end - 1];
    switch (last->upos) {
    case PLX_UPOS_DET:
    case PLX_UPOS_SCONJ:
    case PLX_UPOS_CCONJ: return true;
    case PLX_UPOS_ADP: return last->deprel != PLX_DEP_compound_prt;
    case PLX_UPOS_PART: return plx_token_is(last, "to");
    case PLX_UPOS_AUX: return last->head != PLX_NONE && u->end > u->begin + 1;
    case PLX_UPOS_PRON: return is_relative_pronoun(last);
    default: break;
    }
    bool joined = u->end < an->n_tokens && an->tokens[u->end].upos == PLX_UPOS_CCONJ;
    return last->upos == PLX_UPOS_VERB && joined; /* "to preserve | and expand its stocks" */
}

static bool is_heading(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_sentence *s = &an->sentences[u->sentence];
    return u->kind == PLX_CLAUSE_MAIN && u->begin == s->begin && u->end == s->end &&
           u->end - u->begin >= 4;
}

/* "Ferry and barge collide", "Two held after raid": a subject before a verb without a helper. */
static bool is_headline_verb(const plx_annotation *an, const plx_claim_unit *u, uint32_t subject) {
    const plx_token *verb = &an->tokens[u->head];
    for (uint32_t t = u->begin; t < u->head; t++) {
        const plx_token *k = &an->tokens[t];
        if (k->head == u->head && (k->deprel == PLX_DEP_mark || k->deprel == PLX_DEP_aux)) {
            return false;
        }
    }
    return verb->upos == PLX_UPOS_VERB && !(verb->feats & PLX_FEAT_GER) && subject < u->head &&
           u->kind == PLX_CLAUSE_MAIN;
}

/* The entity that the token stands for, or PLX_NONE. */
static uint32_t entity_at(const plx_story *s, uint32_t account, uint32_t token) {
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
static bool is_time(const plx_token *t) {
    static const plx_str words[] = {
        PLX_S_INIT("afternoon"), PLX_S_INIT("day"),     PLX_S_INIT("evening"), PLX_S_INIT("hour"),
        PLX_S_INIT("month"),     PLX_S_INIT("morning"), PLX_S_INIT("night"),   PLX_S_INIT("time"),
        PLX_S_INIT("today"),     PLX_S_INIT("week"),    PLX_S_INIT("year")};
    return plx_str_lookup(words, PLX_COUNT(words), t->lemma) != PLX_NONE;
}

/* "the following month", "two days later": when that is stands in the text before. */
static bool counts_from_before(const plx_annotation *an, const plx_claim_unit *u) {
    static const char *const words[] = {"following", "next", "previous", "same", "that"};
    for (uint32_t t = u->begin; t + 1 < u->end; t++) {
        bool noun = is_time(&an->tokens[t + 1]);
        bool day = plx_token_is_one_of(&an->tokens[t], words, PLX_COUNT(words));
        bool later = is_time(&an->tokens[t]) && (plx_token_is(&an->tokens[t + 1], "later") ||
                                                 plx_token_is(&an->tokens[t + 1], "earlier"));
        if ((noun && day) || later) {
            return true;
        }
    }
    return false;
}

static bool has_plural_verb(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *first = &an->tokens[u->begin];
    first += is_relative_pronoun(first) && u->begin + 1 < u->end;
    return plx_token_is(first, "were") || plx_token_is(first, "are") || plx_token_is(first, "have");
}

static bool has_singular_verb(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *first = &an->tokens[u->begin];
    first += is_relative_pronoun(first) && u->begin + 1 < u->end;
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
                            !is_time(&an->tokens[t]));
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
        uint32_t e = entity_at(s, account, token);
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
static uint32_t understood(const plx_story *s, const plx_claim_unit *u) {
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
            bool doer = an->tokens[t].head == up && is_subject(&an->tokens[t]);
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
static plx_str subject_words(const plx_story *s, const plx_claim_unit *u, bool *named) {
    const plx_annotation *an = s->annotations[u->account];
    uint32_t subject = understood(s, u);
    *named = false;
    if (subject == PLX_NONE || (subject >= u->begin && subject < u->end)) {
        return (plx_str){NULL, 0};
    }
    uint32_t e = entity_at(s, u->account, subject);
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
    if ((head->upos != PLX_UPOS_NOUN && head->upos != PLX_UPOS_PROPN) || is_time(head)) {
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
        understood(s, u) != u->subject; /* the tree took it for a verb with tense */
    bool joined = u->kind == PLX_CLAUSE_CONJUNCT &&
                  verb->head != PLX_NONE && /* "was held and freed" */
                  (an->tokens[verb->head].feats & PLX_FEAT_PASS);
    return verb->upos == PLX_UPOS_VERB && is_undergone(an, u) && !(verb->feats & PLX_FEAT_GER) &&
           (joined || other_subject || !(verb->feats & PLX_FEAT_FIN));
}

/* Is the understood subject more than one? */
static bool is_several(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    uint32_t subject = understood(s, u);
    if (subject == PLX_NONE) {
        return false;
    }
    uint32_t e =
        an->tokens[subject].upos == PLX_UPOS_NOUN ? PLX_NONE : entity_at(s, u->account, subject);
    bool plural =
        e != PLX_NONE ? s->entities.p[e].plural : (an->tokens[subject].feats & PLX_FEAT_PLUR) != 0;
    return plural || is_joined(an, subject, u->begin);
}

/* A predicate that a subject can be put before. */
static bool takes_subject(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_token *first = &an->tokens[u->begin];
    bool kind = u->kind == PLX_CLAUSE_CONJUNCT || u->kind == PLX_CLAUSE_RELATIVE ||
                u->kind == PLX_CLAUSE_PARTICIPLE || u->kind == PLX_CLAUSE_CONTENT ||
                u->kind == PLX_CLAUSE_MAIN;
    const plx_token *verb =
        first->upos == PLX_UPOS_ADV && u->begin + 1 < u->end ? first + 1 : first;
    bool opens =
        verb->upos == PLX_UPOS_VERB || verb->upos == PLX_UPOS_AUX || is_relative_pronoun(first);
    return kind && opens && an->tokens[u->head].upos != PLX_UPOS_NOUN;
}

/* How whole the unit is with its understood subject before it; 0 when none can be. */
static double completed(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    bool named;
    bool bare = u->kind == PLX_CLAUSE_CONJUNCT && (an->tokens[u->head].feats & PLX_FEAT_INF) &&
                !is_finite(an, u);
    if (bare || !takes_subject(an, u) || !subject_words(s, u, &named).n) {
        return 0;
    }
    bool finite = is_finite(an, u) && u->kind != PLX_CLAUSE_CONTENT;
    double whole = finite ? 0.6 : named ? 0.5 : 0.35;
    return counts_from_before(an, u) ? PLX_MIN(whole, PLX_WHOLE_ENOUGH) : whole;
}

/* "if it fails", "hopes that it works", "denied that they came": not said to be so. */
static bool is_open(const plx_annotation *an, const plx_claim_unit *u) {
    static const char *const openers[] = {"if", "unless", "whether", "before"};
    static const char *const asking[] = {"how", "why", "what", "where", "when", "who"};
    static const char *const doubts[] = {"deny", "doubt",     "dismiss",   "refute",  "reject",
                                         "lie",  "skeptical", "sceptical", "unclear", "unlikely",
                                         "hope", "wish",      "urge"};
    uint32_t begin = u->begin;
    const plx_token *first = &an->tokens[begin];
    bool follows = begin > 0 && first[-1].sentence == first->sentence;
    for (uint32_t t = begin; t > 0 && begin - t < 3; t--) { /* "whether or | not it works" */
        if (plx_token_is(&an->tokens[t - 1], "whether") &&
            an->tokens[t - 1].sentence == first->sentence) {
            return true;
        }
    }
    if (plx_token_is_one_of(first, openers, PLX_COUNT(openers)) ||
        (follows && plx_token_is_one_of(first - 1, openers, PLX_COUNT(openers)))) {
        return true;
    }
    const plx_sentence *s = &an->sentences[u->sentence];
    bool asked = u->kind == PLX_CLAUSE_CONTENT &&
                 plx_token_is_one_of(first, asking, PLX_COUNT(asking)); /* "how it began" */
    bool to_come = plx_token_is(first, "until") && (an->tokens[u->head].feats & PLX_FEAT_PRES);
    bool question = s->end > s->begin && plx_token_is_punct(&an->tokens[s->end - 1], "?") &&
                    u->kind == PLX_CLAUSE_MAIN;
    if (asked || to_come || question ||
        (follows && plx_token_is(first - 1, "until") &&
         (an->tokens[u->head].feats & PLX_FEAT_PRES))) {
        return true;
    }
    uint32_t up = an->tokens[u->head].head;
    uint32_t above[] = {u->cue, u->kind == PLX_CLAUSE_MAIN ? PLX_NONE : up};
    for (size_t i = 0; i < PLX_COUNT(above); i++) {
        uint32_t t = above[i];
        if (t == PLX_NONE || (t >= u->begin && t < u->end)) {
            continue;
        }
        for (size_t k = 0; k < PLX_COUNT(doubts); k++) {
            if (plx_str_eq(an->tokens[t].lemma, plx_str_of(doubts[k]))) {
                return true;
            }
        }
        for (uint32_t k = t > 4 ? t - 4 : 0; k < t; k++) {
            if (an->tokens[k].head == t && (an->tokens[k].feats & PLX_FEAT_NEG)) {
                return true;
            }
        }
    }
    return false;
}

typedef struct marks {
    int straight, open; /* "straight" ones, modulo 2; “ less ” */
} marks;

static marks marks_in(plx_str words) {
    marks m = {0, 0};
    for (size_t i = 0; i < words.n; i++) {
        m.straight ^= words.p[i] == '"';
        plx_str three = plx_str_slice(words, i, i + 3);
        m.open += plx_str_eq(three, PLX_S("“")) ? 1 : 0;
        m.open -= plx_str_eq(three, PLX_S("”")) ? 1 : 0;
    }
    return m;
}

/* Does a ‘ stand in the words without its ’? Without the first, ’ is an apostrophe. */
static bool lacks_single(plx_str words) {
    bool open = false;
    for (size_t i = 0; i + 3 <= words.n; i++) {
        plx_str three = plx_str_slice(words, i, i + 3);
        open = plx_str_eq(three, PLX_S("‘")) || (open && !plx_str_eq(three, PLX_S("’")));
    }
    return open;
}

/* Which quotation mark stands right before or behind the words, without which they would have but
 * one of a pair: `before` and `behind` are empty or the mark. False when none makes them even. */
static bool even_marks(plx_str text, plx_span at, plx_str *before, plx_str *behind) {
    marks m = marks_in(plx_str_at(text, at));
    *before = *behind = (plx_str){NULL, 0};
    if (!m.straight && !m.open) {
        bool single = lacks_single(plx_str_at(text, at)) &&
                      plx_str_eq(plx_str_slice(text, at.end, at.end + 3), PLX_S("’"));
        *behind = single ? PLX_S("’") : *behind;
        return true;
    }
    plx_str mark = m.straight ? PLX_S("\"") : m.open < 0 ? PLX_S("“") : PLX_S("”");
    size_t from = at.begin >= mark.n ? at.begin - mark.n : at.begin;
    bool stops = at.end < text.n && (text.p[at.end] == ',' || text.p[at.end] == '.');
    size_t to = at.end + (stops ? 1 : 0);
    if (m.open <= 0 && plx_str_eq(plx_str_slice(text, from, at.begin), mark)) {
        *before = mark;
    } else if (m.open >= 0 && plx_str_eq(plx_str_slice(text, to, to + mark.n), mark)) {
        *behind = mark;
    } else {
        return false;
    }
    return m.straight ? m.open == 0 : m.open == 1 || m.open == -1;
}

/* "we must thank them": said by somebody who is not named in it. */
static bool speaks_in_person(const plx_annotation *an, const plx_claim_unit *u, uint32_t begin) {
    bool in_person = false;
    for (uint32_t t = begin; u->quoted && t < u->end; t++) {
        const plx_token *k = &an->tokens[t];
        in_person =
            in_person || ((k->feats & PLX_FEAT_PRS) && (k->feats & (PLX_FEAT_1 | PLX_FEAT_2)));
    }
    return in_person;
}

/* The unit without marks and words that only join it: "and was freed", "that he left". */
static plx_claim_unit unjoined(const plx_story *s, const plx_claim_unit *u) {
    const plx_annotation *an = s->annotations[u->account];
    plx_claim_unit out = *u;
    while (out.begin + 2 < out.end && out.begin < u->head) {
        const plx_token *k = &an->tokens[out.begin];
        bool joins =
            k->upos == PLX_UPOS_PUNCT ||
            (k->upos == PLX_UPOS_CCONJ &&
             (plx_token_is(k, "and") || plx_token_is(k, "but") || plx_token_is(k, "or"))) ||
            (k->upos == PLX_UPOS_SCONJ && plx_token_is(k, "that"));
        if (!joins || plx_str_eq(k->form, PLX_S("\""))) {
            break;
        }
        out.begin++;
    }
    if (out.begin > u->begin) {
        out.span.begin = an->tokens[out.begin].span.begin;
    }
    return out;
}

bool plx_reconcile__is_open(const plx_story *s, const plx_claim_unit *whole) {
    plx_claim_unit u = unjoined(s, whole);
    return u.end > u.begin && is_open(s->annotations[u.account], &u);
}

/* "that the men had built", "of whom two", "whose family left". */
static bool has_relative(const plx_annotation *an, const plx_claim_unit *u) {
    for (uint32_t t = u->begin; t < u->end && t < u->begin + 4; t++) {
        const plx_token *k = &an->tokens[t];
        if ((t == u->begin && is_relative_pronoun(k)) || plx_token_is(k, "whom") ||
            plx_token_is(k, "whose") || (t > u->begin && plx_token_is(k, "which"))) {
            return true;
        }
    }
    return false;
}

double plx_reconcile__whole(const plx_story *s, const plx_claim_unit *joined) {
    const plx_annotation *an = s->annotations[joined->account];
    const plx_claim_unit own = unjoined(s, joined), *u = &own;
    if (u->end <= u->begin || !an->has_tree) {
        return 1.0;
    }
    bool phrase = u->kind == PLX_CLAUSE_NOMINAL || u->kind == PLX_CLAUSE_COMPANY ||
                  u->kind == PLX_CLAUSE_APPOSITION || u->kind == PLX_CLAUSE_PURPOSE;
    if (phrase) {
        return 0.1;
    }
    if (is_cut(an, u) || breaks_off(an, u) || is_open(an, u)) {
        return 0.2;
    }
    plx_str before, behind;
    if (only_introduces(an, u) || !even_marks(an->account->text, u->span, &before, &behind)) {
        return 0.3;
    }
    if (begins_inside(an, u)) {
        return 0.4;
    }
    for (uint32_t t = u->begin; t < u->end && t < u->begin + 4; t++) {
        if (plx_token_is(&an->tokens[t], "whom")) {
            return 0.3; /* "both of whom were hurt" */
        }
    }
    uint32_t subject = own_subject(an, u);
    if (subject == PLX_NONE || is_relative_pronoun(&an->tokens[subject])) {
        return PLX_MAX(completed(s, u), is_heading(an, u) ? 0.7 : 0.25);
    }
    const plx_token *first = &an->tokens[u->begin];
    bool verb = first->upos == PLX_UPOS_AUX || first->upos == PLX_UPOS_VERB;
    if (verb && subject > u->begin && (first->feats & PLX_FEAT_FIN)) {
        return 0.3; /* "was evidence that the men had gone": the subject found is another verb's */
    }
    if (!is_finite(an, u)) {
        return is_heading(an, u) ? 0.7 : is_headline_verb(an, u, subject) ? 0.6 : 0.3;
    }
    if (u->kind == PLX_CLAUSE_RELATIVE && (has_relative(an, u) || subject == u->begin)) {
        return 0.3; /* "that the men had built", "we should not delve into": what stands before it
                     */
    }
    const plx_token *who = &an->tokens[subject];
    bool leans = who->upos == PLX_UPOS_PRON && who->deprel != PLX_DEP_expl;
    return leans || counts_from_before(an, u) || speaks_in_person(an, u, u->begin) ? 0.75 : 1.0;
}

/* ---- the words
 * ----------------------------------------------------------------------------------- */

/* Words that tie a clause to the text before and say nothing themselves. */
static bool is_link(const plx_annotation *an, uint32_t t, uint32_t end, uint32_t head) {
    static const plx_str words[] = {
        PLX_S_INIT("additionally"), PLX_S_INIT("also"),      PLX_S_INIT("besides"),
        PLX_S_INIT("but"),          PLX_S_INIT("first"),     PLX_S_INIT("furthermore"),
        PLX_S_INIT("hence"),        PLX_S_INIT("however"),   PLX_S_INIT("indeed"),
        PLX_S_INIT("meanwhile"),    PLX_S_INIT("moreover"),  PLX_S_INIT("nevertheless"),
        PLX_S_INIT("nonetheless"),  PLX_S_INIT("second"),    PLX_S_INIT("secondly"),
        PLX_S_INIT("so"),           PLX_S_INIT("therefore"), PLX_S_INIT("third"),
        PLX_S_INIT("thirdly"),      PLX_S_INIT("thus"),
    };
    static const plx_str conjunctions[] = {
        PLX_S_INIT("after"), PLX_S_INIT("although"), PLX_S_INIT("as"),      PLX_S_INIT("because"),
        PLX_S_INIT("since"), PLX_S_INIT("that"),     PLX_S_INIT("though"),  PLX_S_INIT("until"),
        PLX_S_INIT("when"),  PLX_S_INIT("where"),    PLX_S_INIT("whereas"), PLX_S_INIT("while")};
    const plx_token *k = &an->tokens[t];
    if (k->upos == PLX_UPOS_PUNCT || k->upos == PLX_UPOS_CCONJ) {
        return !plx_token_is(k, "either") && !plx_token_is(k, "neither") &&
               !plx_token_is(k, "both");
    }
    if (plx_str_lookup(conjunctions, PLX_COUNT(conjunctions), k->fold) != PLX_NONE) {
        bool that = plx_token_is(k, "that") && k->upos == PLX_UPOS_SCONJ;
        return that ||
               (k->head == head && (k->deprel == PLX_DEP_mark || k->deprel == PLX_DEP_advmod));
    }
    bool linking = plx_str_lookup(words, PLX_COUNT(words), k->fold) != PLX_NONE;
    bool set_off = t + 1 < end && plx_token_is_punct(&an->tokens[t + 1], ",");
    return linking && (set_off || plx_token_is(k, "so"));
}

/* "CALDER, June 3 (Wire) — Dockers stopped work": where the report behind the dateline begins. */
static uint32_t past_dateline(const plx_annotation *an, const plx_claim_unit *u) {
    const plx_sentence *s = &an->sentences[u->sentence];
    plx_str text = an->account->text;
    uint32_t from = an->tokens[u->begin].span.begin;
    bool capitals = an->tokens[u->begin].form.n > 2;
    for (size_t i = 0; i < an->tokens[u->begin].form.n; i++) {
        char c = an->tokens[u->begin].form.p[i];
        capitals = capitals && !(c >= 'a' && c <= 'z');
    }
    if (!capitals || u->begin != s->begin || !s->paragraph_start) {
        return u->begin;
    }
    for (uint32_t t = u->begin + 1;
         t + 2 < u->end && an->tokens[t].span.end < from + MOST_DATELINE_BYTES; t++) {
        plx_str mark = plx_str_at(text, an->tokens[t].span);
        if (plx_str_eq(mark, PLX_S("—")) || plx_str_eq(mark, PLX_S("–")) ||
            (plx_str_eq(mark, PLX_S("-")) && an->tokens[t].space_before &&
             an->tokens[t + 1].space_before)) {
            return t + 1;
        }
    }
    return u->begin;
}

/* What a pronoun that stands as subject is called: the name of the person, or of those who are
 * several by name. Empty when it is not known. */
static plx_str called(const plx_story *s, uint32_t account, uint32_t token, plx_arena *arena) {
    const plx_token *t = &s->annotations[account]->tokens[token];
    uint32_t e = t->upos == PLX_UPOS_PRON ? entity_at(s, account, token) : PLX_NONE;
    if (e == PLX_NONE || !t[1].space_before) { /* "they've" */
        return (plx_str){NULL, 0};
    }
    const plx_entity *x = &s->entities.p[e];
    bool one =
        (plx_token_is(t, "he") || plx_token_is(t, "she")) && x->type == PLX_PERSON && !x->plural;
    bool whose = t->deprel == PLX_DEP_nmod_poss &&
                 (plx_token_is(t, "his") || plx_token_is(t, "her")) && x->type == PLX_PERSON &&
                 !x->plural && x->name.n > 0;
    if (whose) {
        return plx_str_format(arena, "%.*s’s", PLX_FMT(x->name));
    }
    one = one || (plx_token_is(t, "they") && (x->plural || x->type == PLX_ORGANIZATION));
    return one ? x->name : (plx_str){NULL, 0};
}

/* "[Mara Ortiz:] we must thank them": who says so, of words that are somebody's own and do not say
 * whose. Empty when they are not, or it is not known. */
static plx_str own_words_of(const plx_story *s, const plx_claim_unit *u, plx_str words,
                            uint32_t begin, plx_arena *arena) {
    bool marked = plx_str_contains(words, PLX_S("\"")) || plx_str_contains(words, PLX_S("”")) ||
                  plx_str_contains(words, PLX_S("“"));
    if (marked || u->claimant == PLX_NONE || !s->entities.p[u->claimant].name.n ||
        !speaks_in_person(s->annotations[u->account], u, begin)) {
        return (plx_str){NULL, 0};
    }
    return plx_str_format(arena, "%.*s:", PLX_FMT(s->entities.p[u->claimant].name));
}

/* "[Mara Ortiz] speaking at the gate": what began its sentence does so no longer. */
static plx_str bracketed(plx_str who, plx_str words, bool began, plx_arena *arena) {
    if (began && words.n > 1 && words.p[0] >= 'A' && words.p[0] <= 'Z' && words.p[1] >= 'a' &&
        words.p[1] <= 'z') {
        return plx_str_format(arena, "[%.*s] %c%.*s", PLX_FMT(who), words.p[0] - 'A' + 'a',
                              PLX_FMT(plx_str_slice(words, 1, words.n)));
    }
    return plx_str_format(arena, "[%.*s] %.*s", PLX_FMT(who), PLX_FMT(words));
}

uint32_t plx_reconcile__named_subject(const plx_story *s, const plx_claim_unit *joined) {
    const plx_annotation *an = s->annotations[joined->account];
    const plx_claim_unit own = unjoined(s, joined), *u = &own;
    if (u->end <= u->begin) {
        return PLX_NONE;
    }
    uint32_t subject = own_subject(an, u), of = PLX_NONE;
    if (subject == PLX_NONE || is_relative_pronoun(&an->tokens[subject])) {
        of = takes_subject(an, u) ? understood(s, u) : PLX_NONE;
    } else if (an->tokens[subject].upos == PLX_UPOS_PRON) {
        of = subject;
    } else if (an->tokens[u->begin].deprel == PLX_DEP_nmod_poss) {
        of = u->begin;
    }
    return of == PLX_NONE ? PLX_NONE : entity_at(s, u->account, of);
}

/* "2023-11" as "November 2023", "2023-11-04" as "4 November 2023"; empty for others. */
static plx_str day_words(plx_str value, plx_arena *arena) {
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    bool digits = value.n == 7 || value.n == 10;
    for (size_t i = 0; i < value.n; i++) {
        bool dash = i == 4 || i == 7;
        digits = digits && (dash ? value.p[i] == '-' : value.p[i] >= '0' && value.p[i] <= '9');
    }
    int month = digits ? (value.p[5] - '0') * 10 + value.p[6] - '0' : 0;
    if (month < 1 || month > 12) {
        return (plx_str){NULL, 0};
    }
    plx_str year = plx_str_slice(value, 0, 4);
    if (value.n == 7) {
        return plx_str_format(arena, "%s %.*s", months[month - 1], PLX_FMT(year));
    }
    int day = (value.p[8] - '0') * 10 + value.p[9] - '0';
    return plx_str_format(arena, "%d %s %.*s", day, months[month - 1], PLX_FMT(year));
}

/* "released the following month [November 2023]": words [at.begin, at.end) of the text, with the
 * date behind what counts from the text before. */
static plx_str dated(const plx_annotation *an, const plx_claim_unit *u, plx_span at,
                     plx_arena *arena) {
    plx_str text = an->account->text;
    for (size_t i = 0; counts_from_before(an, u) && i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        plx_str when = t->relative && t->has_days && plx_span_contains(at, t->span)
                           ? day_words(t->value, arena)
                           : (plx_str){NULL, 0};
        if (when.n) {
            return plx_str_format(arena, "%.*s [%.*s]%.*s",
                                  PLX_FMT(plx_str_slice(text, at.begin, t->span.end)),
                                  PLX_FMT(when), PLX_FMT(plx_str_slice(text, t->span.end, at.end)));
        }
    }
    return plx_str_at(text, at);
}

plx_str plx_reconcile__unit_words(const plx_story *s, const plx_claim_unit *joined,
                                  plx_arena *arena) {
    const plx_annotation *an = s->annotations[joined->account];
    const plx_claim_unit bare = unjoined(s, joined), *u = &bare;
    plx_str text = an->account->text;
    if (u->end <= u->begin) {
        return plx_str_at(text, u->span);
    }
    uint32_t b = past_dateline(an, u);
    b = b == u->begin ? phrase_begin(an, u) : b;
    while (b + 3 < u->end && is_link(an, b, u->end, u->head)) {
        b++;
    }
    uint32_t subject = own_subject(an, u);
    plx_str who = {NULL, 0};
    if (subject == PLX_NONE || is_relative_pronoun(&an->tokens[subject])) {
        bool named;
        who = takes_subject(an, u) ? subject_words(s, u, &named) : who;
        if (who.n && b == u->head && is_bare_passive(s, u)) {
            who = plx_str_format(arena, "%.*s %s", PLX_FMT(who), is_several(s, u) ? "were" : "was");
        }
        if (who.n && is_relative_pronoun(&an->tokens[b]) && b + 1 < u->end) {
            b++;
        }
    } else if ((subject == b || an->tokens[b].deprel == PLX_DEP_nmod_poss) && b + 1 < u->end) {
        who = called(s, u->account, b, arena);
        b += who.n > 0;
    }
    plx_span own = {an->tokens[b].span.begin, u->span.end};
    plx_str words = dated(an, u, own, arena), before, behind;
    if (even_marks(text, own, &before, &behind) && (before.n || behind.n)) {
        words =
            plx_str_format(arena, "%.*s%.*s%.*s", PLX_FMT(before), PLX_FMT(words), PLX_FMT(behind));
    }
    who = who.n ? who : own_words_of(s, u, words, b, arena);
    return who.n ? bracketed(who, words, b == an->sentences[u->sentence].begin, arena) : words;
}
