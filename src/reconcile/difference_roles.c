/* What a person, body or place is said to be: the noun before a name, in apposition to it, behind
 * "is", or behind the name that it is made with: "partner" here and "fiancée" there; "president of
 * the federation" and "its head"; "his estate, Orrin Hall" and "the Orrin Hall resort".
 *
 * Nobody is one thing only: two descriptions are set side by side when both are words for a couple,
 * when they have a body or another word in common, or when the two nouns are near in meaning. */
#include "base/utf8.h"
#include "base/vec.h"
#include "find/nouns.h"
#include "match/meaning.h"
#include "reconcile/difference_links.h"
#include "reconcile/difference_parts.h"

#define MOST_BEFORE       9u  /* words between an office and the name that it stands in front of */
#define NEAR_OFFICE       0.4 /* cosine of two words for one office */
#define NEAR_KIND         0.3 /* of two words for one place or body */
#define MOST_DESCRIPTIONS 60u

typedef struct described {
    plx_str word;            /* folded lemma */
    uint32_t noun, from, to; /* the noun; its phrase [from, to) without the name */
    uint32_t first;          /* of the words before the noun that belong to it */
    plx_at at;               /* the noun with these */
    bool couple;
    bool
        office; /* what one is in a body or to somebody by work: no kin, nothing that befell them */
} described;

typedef struct description {
    described *p;
    size_t n, cap;
} description;

static bool is_couple(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("boyfriend"), PLX_S_INIT("bride"),   PLX_S_INIT("companion"),
        PLX_S_INIT("fiance"),    PLX_S_INIT("fiancee"), PLX_S_INIT("girlfriend"),
        PLX_S_INIT("groom"),     PLX_S_INIT("husband"), PLX_S_INIT("partner"),
        PLX_S_INIT("spouse"),    PLX_S_INIT("wife")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

/* What one can be to a body or to somebody by work, beside the offices and persons of find/nouns.h.
 */
static bool is_post(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("assistant"),   PLX_S_INIT("associate"),  PLX_S_INIT("chair"),
        PLX_S_INIT("chairperson"), PLX_S_INIT("confidant"),  PLX_S_INIT("confidante"),
        PLX_S_INIT("counsel"),     PLX_S_INIT("deputy"),     PLX_S_INIT("designate"),
        PLX_S_INIT("operative"),   PLX_S_INIT("organiser"),  PLX_S_INIT("organizer"),
        PLX_S_INIT("ruler"),       PLX_S_INIT("strategist"), PLX_S_INIT("superintendent"),
        PLX_S_INIT("surrogate"),   PLX_S_INIT("treasurer"),  PLX_S_INIT("trooper")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

/* What befell somebody or what they are just then: no other word for an office. */
static bool is_situation(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("abductee"),  PLX_S_INIT("addition"),  PLX_S_INIT("adult"),
        PLX_S_INIT("assailant"), PLX_S_INIT("attacker"),  PLX_S_INIT("baby"),
        PLX_S_INIT("boy"),       PLX_S_INIT("captive"),   PLX_S_INIT("child"),
        PLX_S_INIT("critic"),    PLX_S_INIT("defendant"), PLX_S_INIT("defender"),
        PLX_S_INIT("driver"),    PLX_S_INIT("fan"),       PLX_S_INIT("foe"),
        PLX_S_INIT("girl"),      PLX_S_INIT("gunman"),    PLX_S_INIT("hostage"),
        PLX_S_INIT("inmate"),    PLX_S_INIT("man"),       PLX_S_INIT("neighbor"),
        PLX_S_INIT("neighbour"), PLX_S_INIT("one"),       PLX_S_INIT("opponent"),
        PLX_S_INIT("partygoer"), PLX_S_INIT("passenger"), PLX_S_INIT("patient"),
        PLX_S_INIT("people"),    PLX_S_INIT("person"),    PLX_S_INIT("player"),
        PLX_S_INIT("prisoner"),  PLX_S_INIT("resident"),  PLX_S_INIT("rival"),
        PLX_S_INIT("shooter"),   PLX_S_INIT("supporter"), PLX_S_INIT("survivor"),
        PLX_S_INIT("suspect"),   PLX_S_INIT("teenager"),  PLX_S_INIT("victim"),
        PLX_S_INIT("witness"),   PLX_S_INIT("woman")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

static bool is_citizen(plx_str fold) {
    return plx_str_eq(fold, PLX_S("citizen")) || plx_str_eq(fold, PLX_S("national")) ||
           plx_str_eq(fold, PLX_S("native")) || plx_str_eq(fold, PLX_S("resident"));
}

static bool describes_person(const plx_token *t) {
    if (t->upos == PLX_UPOS_PROPN) { /* "Chief Roe" */
        return t->name == PLX_NONE && (plx_noun_is_role(t->fold) || is_post(t->fold));
    }
    return t->upos == PLX_UPOS_NOUN && t->name == PLX_NONE &&
           (plx_noun_is_role(t->lemma) || plx_noun_is_person(t->lemma) || is_couple(t->fold) ||
            is_citizen(t->lemma) || is_post(t->lemma));
}

/* Does the token belong to the name of a person? */
static bool is_of_person(const plx_annotation *an, uint32_t token) {
    for (size_t k = 0; an->tokens[token].name != PLX_NONE && k < an->n_mentions; k++) {
        const plx_mention *m = &an->mentions[k];
        if (m->kind == PLX_NAME && token >= m->begin && token < m->end) {
            return m->type == PLX_PERSON;
        }
    }
    return false;
}

/* The noun before the person's name that describes them, or PLX_NONE. */
static uint32_t noun_before(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    const plx_sentence *s = &an->sentences[t[m->begin].sentence];
    uint32_t before = m->begin;
    if (before > s->begin && plx_str_eq(t[before - 1].fold, PLX_S(","))) {
        before--;
    }
    bool goes_on =
        m->end < s->end && (t[m->end].upos == PLX_UPOS_VERB || t[m->end].upos == PLX_UPOS_AUX);
    if (before < m->begin && goes_on) {
        return PLX_NONE; /* "at a talk with the leader, Roe vowed" */
    }
    if (before == m->begin && before >= s->begin + 3 && t[before - 1].upos == PLX_UPOS_NOUN &&
        plx_str_eq(t[before - 2].fold, PLX_S("the")) &&
        plx_str_eq(t[before - 3].fold, PLX_S("to"))) {
        before -= 3; /* "counsel to the president Ann Lee" */
    }
    bool citizen = before > s->begin && is_citizen(t[before - 1].fold);
    if (before > s->begin && (t[before - 1].upos == PLX_UPOS_NOUN || citizen ||
                              (before == m->begin && describes_person(&t[before - 1])))) {
        return before - 1; /* "fiancée Ann Lee", "his mother, Ann", "Chief Ann Lee" */
    }
    uint32_t head = t[m->head].head;
    if (t[m->head].deprel == PLX_DEP_appos && head != PLX_NONE && t[head].upos == PLX_UPOS_NOUN) {
        return head; /* "the head of the union, Ann Lee" */
    }
    bool owner = m->end < s->end && t[m->end].upos == PLX_UPOS_PART; /* "for Mr. Roe's campaign" */
    for (uint32_t i = before; !owner && i > s->begin && before - i < MOST_BEFORE; i--) {
        const plx_token *x = &t[i - 1];
        bool of = plx_str_eq(x->fold, PLX_S("of"));
        if (x->upos == PLX_UPOS_ADP && (!of || i == before)) {
            break; /* the name is what the office is for */
        }
        if (plx_noun_is_role(x->fold)) {
            return i - 1; /* "President of the Union of Bakers Ann Lee" */
        }
        if (x->upos == PLX_UPOS_PUNCT || x->upos == PLX_UPOS_VERB || x->upos == PLX_UPOS_CCONJ ||
            x->upos == PLX_UPOS_SCONJ || is_of_person(an, i - 1)) {
            break;
        }
    }
    return PLX_NONE;
}

/* "an assistant attorney general": the last of the words for one office. */
static uint32_t last_word(const plx_annotation *an, uint32_t noun) {
    uint32_t end = an->sentences[an->tokens[noun].sentence].end;
    while (noun + 1 < end &&
           (plx_noun_is_role(an->tokens[noun + 1].fold) || is_post(an->tokens[noun + 1].fold))) {
        noun++;
    }
    return noun;
}

/* And the noun behind it. */
static uint32_t noun_behind(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    const plx_sentence *s = &an->sentences[t[m->begin].sentence];
    uint32_t from = m->end < s->end && plx_str_eq(t[m->end].fold, PLX_S(",")) ? m->end + 1 : s->end;
    for (uint32_t i = from; i < s->end && i < from + 7; i++) {
        bool apposed = t[i].deprel == PLX_DEP_appos && t[i].head >= m->begin && t[i].head < m->end;
        if (apposed && t[i].upos == PLX_UPOS_NOUN) {
            return last_word(an, i); /* "Ann Lee, the union's long-time president" */
        }
    }
    for (uint32_t i = from; i < s->end && i < from + 7; i++) {
        bool owns =
            i + 1 < s->end && t[i + 1].upos == PLX_UPOS_PART; /* "the president's adviser" */
        bool before_name = i + 1 < s->end && t[i + 1].name != PLX_NONE; /* it is another's */
        bool post = plx_noun_is_role(t[i].fold) || is_post(t[i].fold);
        if ((i < from + 3 && post && !owns && !before_name) || is_citizen(t[i].fold)) {
            return last_word(an, i); /* "Ann Lee, president of the union" */
        }
        if (plx_str_eq(t[i].fold, PLX_S("-"))) {
            continue; /* "a Russian-Israeli citizen" */
        }
        if (t[i].upos == PLX_UPOS_PUNCT || t[i].upos == PLX_UPOS_VERB ||
            (t[i].upos == PLX_UPOS_PRON && t[i].deprel != PLX_DEP_nmod_poss) ||
            t[i].upos == PLX_UPOS_SCONJ) {
            break; /* "Ann Lee, whom the president named" */
        }
    }
    return PLX_NONE;
}

static bool describes_thing(const plx_token *t) {
    return t->upos == PLX_UPOS_NOUN && t->name == PLX_NONE && t->fold.n > 2 &&
           !plx_noun_is_person(t->lemma) && !plx_noun_is_role(t->lemma);
}

/* Somewhere that can be called by more than one word. */
static bool is_site(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("base"),    PLX_S_INIT("camp"),      PLX_S_INIT("castle"),
        PLX_S_INIT("club"),    PLX_S_INIT("complex"),   PLX_S_INIT("compound"),
        PLX_S_INIT("estate"),  PLX_S_INIT("facility"),  PLX_S_INIT("farm"),
        PLX_S_INIT("hotel"),   PLX_S_INIT("house"),     PLX_S_INIT("jail"),
        PLX_S_INIT("mansion"), PLX_S_INIT("palace"),    PLX_S_INIT("plant"),
        PLX_S_INIT("prison"),  PLX_S_INIT("residence"), PLX_S_INIT("resort"),
        PLX_S_INIT("retreat"), PLX_S_INIT("site"),      PLX_S_INIT("villa")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE || plx_noun_is_place(lemma);
}

/* "a downtown Orrin club": a club in Orrin, not Orrin. */
static bool is_one_of_many(const plx_annotation *an, const plx_mention *m) {
    uint32_t first = an->sentences[an->tokens[m->begin].sentence].begin;
    for (uint32_t i = m->begin; i > first && m->begin - i < 4; i--) {
        const plx_token *t = &an->tokens[i - 1];
        if (t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_PART) {
            return plx_str_eq(t->fold, PLX_S("a")) || plx_str_eq(t->fold, PLX_S("an"));
        }
    }
    return false;
}

/* The noun that describes a place, body or work by its name, or PLX_NONE. */
static uint32_t noun_of_thing(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    uint32_t head = t[m->head].head;
    if (head != PLX_NONE && t[m->head].deprel == PLX_DEP_appos && describes_thing(&t[head])) {
        return head; /* "his estate, Orrin Hall" */
    }
    bool made = t[m->head].deprel == PLX_DEP_compound && head != PLX_NONE && head >= m->end &&
                head <= m->end + 1;
    if (made && describes_thing(&t[head]) && is_site(t[head].lemma) && !is_one_of_many(an, m)) {
        return head; /* "the Orrin Hall resort" */
    }
    const plx_sentence *s = &an->sentences[t[m->begin].sentence];
    for (uint32_t i = m->end; i < s->end && i < m->end + 9; i++) {
        if (t[i].deprel == PLX_DEP_appos && t[i].head == m->head && describes_thing(&t[i])) {
            return i; /* "the Northern Union, a bloc of seven states" */
        }
        if (t[i].upos == PLX_UPOS_VERB) {
            break;
        }
    }
    return PLX_NONE;
}

/* The end of the noun's own "of the federation". */
static uint32_t phrase_end(const plx_annotation *an, uint32_t noun) {
    uint32_t end = noun + 1,
             last = PLX_MIN(an->sentences[an->tokens[noun].sentence].end, noun + 10);
    while (end < last && an->tokens[end].upos != PLX_UPOS_PUNCT &&
           an->tokens[end].upos != PLX_UPOS_VERB) {
        end++;
    }
    return end;
}

/* The first of the words right before the noun that say which: "former campaign" of "a former
 * campaign manager". */
static uint32_t first_before(const plx_annotation *an, uint32_t noun) {
    uint32_t begin = noun, first = an->sentences[an->tokens[noun].sentence].begin;
    while (begin > first && noun - begin < 5) {
        const plx_token *t = &an->tokens[begin - 1];
        bool part = t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_NOUN ||
                    t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_PART;
        if (!part) {
            break;
        }
        begin--;
    }
    return begin < noun && an->tokens[begin].upos == PLX_UPOS_PART ? begin + 1 : begin;
}

static uint32_t phrase_begin(const plx_annotation *an, uint32_t noun) {
    uint32_t begin = noun, first = an->sentences[an->tokens[noun].sentence].begin;
    while (begin > first && noun - begin < 6) {
        uint8_t u = an->tokens[begin - 1].upos;
        bool part = u == PLX_UPOS_ADJ || u == PLX_UPOS_NOUN || u == PLX_UPOS_PROPN ||
                    u == PLX_UPOS_PART || u == PLX_UPOS_ADP;
        if (!part) {
            break;
        }
        begin--;
    }
    return begin;
}

static void put_description(const plx_story *s, const plx_mention *m, uint32_t account,
                            uint32_t noun, description *out, plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    const plx_token *t = &an->tokens[noun];
    plx_str lemma = plx_str_fold(arena, t->lemma.n ? t->lemma : t->form);
    described d = {.word = lemma,
                   .noun = noun,
                   .from = phrase_begin(an, noun),
                   .to = phrase_end(an, noun),
                   .first = first_before(an, noun),
                   .at = {account, t->span},
                   .couple = is_couple(lemma)};
    bool of_work = noun > 0 && (plx_str_eq(an->tokens[noun - 1].fold, PLX_S("business")) ||
                                plx_str_eq(an->tokens[noun - 1].fold, PLX_S("law")) ||
                                plx_str_eq(an->tokens[noun - 1].fold, PLX_S("trading")));
    if (of_work && plx_str_eq(lemma, PLX_S("partner"))) {
        d.couple = false;
    }
    d.office = !d.couple && !is_situation(lemma) && !is_citizen(lemma) &&
               (of_work || !plx_noun_is_kin(lemma));
    d.at.span.begin = an->tokens[d.first].span.begin;
    if (noun < m->begin) {
        d.to = PLX_MIN(d.to, m->begin);
    }
    plx_vec_push(out, arena, d);
}

static bool is_person_word(const plx_annotation *an, uint32_t noun) {
    const plx_token *t = &an->tokens[noun];
    return describes_person(t) || is_citizen(t->fold) ||
           (t->deprel == PLX_DEP_appos && t->upos == PLX_UPOS_NOUN && !plx_noun_is_place(t->lemma));
}

static void describe_mention(const plx_story *s, const plx_entity *e, plx_at at, description *out,
                             plx_arena *arena) {
    const plx_annotation *an = s->annotations[at.account];
    for (size_t k = 0; k < an->n_mentions; k++) {
        const plx_mention *m = &an->mentions[k];
        if (m->kind != PLX_NAME || !plx_span_eq(m->span, at.span)) {
            continue;
        }
        bool person = e->type == PLX_PERSON;
        uint32_t nouns[2] = {person ? noun_before(an, m) : noun_of_thing(an, m),
                             person ? noun_behind(an, m) : PLX_NONE};
        for (int i = 0; i < 2; i++) {
            if (nouns[i] != PLX_NONE && (!person || is_person_word(an, nouns[i]))) {
                put_description(s, m, at.account, nouns[i], out, arena);
            }
        }
        return;
    }
}

static description describe(const plx_story *s, const plx_entity *e, plx_arena *arena) {
    description out = {0};
    for (size_t i = 0; i < e->mentions.n && out.n < MOST_DESCRIPTIONS; i++) {
        if (e->mentions.p[i].kind == PLX_NAME) {
            describe_mention(s, e, e->mentions.p[i].at, &out, arena);
        }
    }
    return out;
}

static bool tells(const plx_token *t) {
    return t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_ADJ;
}

/* Is the token a word of the entity's own name? */
static bool is_own_name(const plx_annotation *an, uint32_t i, const plx_story *s, uint32_t account,
                        uint32_t entity) {
    for (size_t k = 0; k < an->n_mentions; k++) {
        const plx_mention *m = &an->mentions[k];
        if (m->kind == PLX_NAME && i >= m->begin && i < m->end && s->entity_of_chain[account] &&
            s->entity_of_chain[account][m->chain] == entity) {
            return true;
        }
    }
    return false;
}

/* Do the words around two nouns have one in common that tells? "of the Federation of ...", "North
 * Korean", "economic". */
static bool same_body(const plx_story *s, const described *a, const described *b, uint32_t entity) {
    const plx_annotation *x = s->annotations[a->at.account], *y = s->annotations[b->at.account];
    for (uint32_t i = a->from; i < a->to; i++) {
        for (uint32_t k = b->from; k < b->to; k++) {
            if (i != a->noun && k != b->noun && tells(&x->tokens[i]) && x->tokens[i].fold.n > 2 &&
                plx_str_eq(x->tokens[i].fold, y->tokens[k].fold) &&
                !is_own_name(x, i, s, a->at.account, entity)) {
                return true;
            }
        }
    }
    return false;
}

/* Is the body said whose office it is? */
static bool of_body(const plx_story *s, const described *d, uint32_t entity) {
    const plx_annotation *an = s->annotations[d->at.account];
    for (uint32_t i = d->from; i < d->to; i++) {
        if (an->tokens[i].upos == PLX_UPOS_PROPN && !is_own_name(an, i, s, d->at.account, entity)) {
            return true;
        }
    }
    return false;
}

static bool is_region(plx_str word) {
    static const plx_str words[] = {
        PLX_S_INIT("area"),     PLX_S_INIT("city"),         PLX_S_INIT("county"),
        PLX_S_INIT("district"), PLX_S_INIT("neighborhood"), PLX_S_INIT("neighbourhood"),
        PLX_S_INIT("region"),   PLX_S_INIT("section"),      PLX_S_INIT("suburb"),
        PLX_S_INIT("town"),     PLX_S_INIT("village")};
    return plx_str_lookup(words, PLX_COUNT(words), word) != PLX_NONE;
}

/* Does the account call the person by offices of one word only? */
static bool one_office(const description *list, const described *of) {
    for (size_t i = 0; i < list->n; i++) {
        const described *d = &list->p[i];
        if (d->at.account == of->at.account && d->office && !plx_str_eq(d->word, of->word)) {
            return false;
        }
    }
    return true;
}

/* Does the account use the word for the person? */
static bool uses(const description *list, uint32_t account, plx_str word) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i].at.account == account && plx_str_eq(list->p[i].word, word)) {
            return true;
        }
    }
    return false;
}

/* "former", "ex", "future": not what one is now. */
static bool is_of_past(const plx_story *s, const described *d) {
    static const plx_str words[] = {PLX_S_INIT("ex"), PLX_S_INIT("former"), PLX_S_INIT("future"),
                                    PLX_S_INIT("onetime"), PLX_S_INIT("then")};
    const plx_annotation *an = s->annotations[d->at.account];
    for (uint32_t i = d->first; i < d->noun; i++) {
        if (plx_str_lookup(words, PLX_COUNT(words), an->tokens[i].fold) != PLX_NONE) {
            return true;
        }
    }
    return false;
}

static bool comparable(const plx_story *s, const description *list, const described *a,
                       const described *b, uint32_t entity) {
    if (a->couple || b->couple) {
        return a->couple && b->couple;
    }
    if (!plx_str_eq(a->word, b->word) && (is_situation(a->word) || is_situation(b->word)) &&
        s->entities.p[entity].type == PLX_PERSON && !(a->couple || b->couple) &&
        !(is_citizen(a->word) && is_citizen(b->word))) {
        return false;
    }
    if (!plx_str_eq(a->word, b->word) && is_of_past(s, a) != is_of_past(s, b)) {
        return false; /* former minister, now candidate */
    }
    if (is_citizen(a->word) || is_citizen(b->word)) {
        return is_citizen(a->word) && is_citizen(b->word);
    }
    bool person = s->entities.p[entity].type == PLX_PERSON;
    if (!person && is_region(a->word) != is_region(b->word)) {
        return false; /* the Orrin flat, the Orrin neighbourhood */
    }
    if (!plx_str_eq(a->word, b->word) && of_body(s, a, entity) && of_body(s, b, entity) &&
        !same_body(s, a, b, entity)) {
        return false; /* director here and secretary there are two offices */
    }
    if (person && a->office && b->office && one_office(list, a) && one_office(list, b)) {
        return true; /* all that either says of them */
    }
    if (person && (uses(list, a->at.account, b->word) || uses(list, b->at.account, a->word)) &&
        !plx_str_eq(a->word, b->word)) {
        return false; /* two offices, both known to one account */
    }
    double near = plx_meaning_cosine(plx_meaning_of(a->word), plx_meaning_of(b->word));
    return plx_str_eq(a->word, b->word) || (person && same_body(s, a, b, entity)) ||
           near >= (person ? NEAR_OFFICE : NEAR_KIND);
}

/* How well two words go with one another as words for one office. */
static double affinity(const plx_story *s, const described *a, const described *b,
                       uint32_t entity) {
    double near = plx_meaning_cosine(plx_meaning_of(a->word), plx_meaning_of(b->word));
    return near + (same_body(s, a, b, entity) ? 1 : 0) + (plx_str_eq(a->word, b->word) ? 2 : 0);
}

/* Has the account of `a` another word that goes better with `b`? */
static bool has_better(const plx_story *s, const description *list, const described *a,
                       const described *b, uint32_t entity) {
    for (size_t i = 0; i < list->n; i++) {
        const described *c = &list->p[i];
        if (c->at.account == a->at.account && !plx_str_eq(c->word, a->word) &&
            affinity(s, c, b, entity) > affinity(s, a, b, entity)) {
            return true;
        }
    }
    return false;
}

static bool kin_or_little(plx_str word) {
    static const plx_str words[] = {PLX_S_INIT("man"),  PLX_S_INIT("mr"),     PLX_S_INIT("mrs"),
                                    PLX_S_INIT("ms"),   PLX_S_INIT("people"), PLX_S_INIT("person"),
                                    PLX_S_INIT("woman")};
    return plx_noun_is_kin(word) || plx_str_lookup(words, PLX_COUNT(words), word) != PLX_NONE;
}

static bool usable(const plx_story *s, const described *d, uint32_t entity) {
    return s->entities.p[entity].type != PLX_PERSON || d->couple || d->office ||
           !kin_or_little(d->word);
}

/* "former", "ex": when one was it, not which. */
static bool is_once(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("-"),      PLX_S_INIT("current"), PLX_S_INIT("ex"),       PLX_S_INIT("ex-"),
        PLX_S_INIT("former"), PLX_S_INIT("late"),    PLX_S_INIT("longtime"), PLX_S_INIT("then")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

/* Is every word that says which of `a` one of `b`, too? */
static bool within(const plx_story *s, const described *a, const described *b) {
    const plx_annotation *x = s->annotations[a->at.account], *y = s->annotations[b->at.account];
    bool owned = false; /* "the club's owner", "Roe's owner": whose it is, each in its own words */
    for (uint32_t k = b->first; k < b->noun; k++) {
        owned |= y->tokens[k].upos == PLX_UPOS_PART;
    }
    for (uint32_t i = a->first; i < a->noun; i++) {
        const plx_token *t = &x->tokens[i];
        bool capital = t->form.n && t->form.p[0] >= 'A' && t->form.p[0] <= 'Z';
        bool owner = x->tokens[i + 1].upos == PLX_UPOS_PART;
        bool found = t->upos == PLX_UPOS_PART || (owner && owned) ||
                     (capital && !owner) || /* the body's name */
                     is_once(t->fold);
        for (uint32_t k = b->first; k < b->noun && !found; k++) {
            found = plx_str_eq(x->tokens[i].fold, y->tokens[k].fold);
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

/* ---- one office, put otherwise
 * ---------------------------------------------------------------------- */

/* The end of "of the union for the north" behind the noun: names and nouns that prepositions of
 * belonging bring. */
static uint32_t office_end(const plx_annotation *an, uint32_t noun) {
    static const plx_str belongs[] = {PLX_S_INIT("at"), PLX_S_INIT("for"), PLX_S_INIT("of")};
    uint32_t last = PLX_MIN(an->sentences[an->tokens[noun].sentence].end, noun + 14);
    uint32_t end = noun + 1, i = noun + 1;
    while (i < last) {
        const plx_token *t = &an->tokens[i];
        bool brings = plx_str_lookup(belongs, PLX_COUNT(belongs), t->fold) != PLX_NONE;
        bool part = t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_NOUN ||
                    t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_PART ||
                    t->upos == PLX_UPOS_NUM;
        if (i == noun + 1 && !brings) {
            return end;
        }
        if (!brings && !part && t->upos != PLX_UPOS_DET && !plx_str_eq(t->fold, PLX_S("-")) &&
            !plx_str_eq(t->form, PLX_S("Mr."))) {
            break;
        }
        i++;
        end = part ? i : end;
    }
    return end;
}

static bool is_content(const plx_token *t) {
    return (t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_PROPN ||
            t->upos == PLX_UPOS_NUM) &&
           t->fold.n > 2;
}

/* Letters of a body's name in capitals: it stands for words that are not compared. */
static bool is_short_form(const plx_token *t) {
    size_t capitals = 0;
    for (size_t i = 0; i < t->form.n; i++) {
        capitals += t->form.p[i] >= 'A' && t->form.p[i] <= 'Z';
    }
    return capitals >= 2;
}

/* Has the phrase of `a` a word that tells and that `b` lacks? */
static bool has_own_word(const plx_annotation *x, const described *a, uint32_t a_end,
                         const plx_annotation *y, const described *b, uint32_t b_end) {
    for (uint32_t i = a->first; i < a_end; i++) {
        bool found = i == a->noun || !is_content(&x->tokens[i]);
        for (uint32_t k = b->first; k < b_end && !found; k++) {
            plx_str p = x->tokens[i].fold, q = y->tokens[k].fold;
            size_t n = 0;
            while (n < p.n && n < q.n && p.p[n] == q.p[n]) {
                n++;
            }
            found = n >= 4 || (n > 0 && n == PLX_MAX(p.n, q.n)); /* "Asia", "Asian" */
        }
        if (!found) {
            return true;
        }
    }
    return false;
}

static bool has_short_form(const plx_annotation *x, const described *a, uint32_t end) {
    for (uint32_t i = a->first; i < end; i++) {
        if (is_short_form(&x->tokens[i])) {
            return true;
        }
    }
    return false;
}

/* "director for Asia at the council", "director for Asian affairs": of what, each in its own way.
 */
static void put_otherwise(plx_story *s, uint32_t entity, const description *list,
                          plx_arena *arena) {
    for (size_t i = 0; i < list->n; i++) {
        const described *a = &list->p[i];
        const plx_annotation *x = s->annotations[a->at.account];
        uint32_t a_end = office_end(x, a->noun);
        plx_difference d = {
            .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
        for (size_t k = i + 1; k < list->n && a->office && !has_short_form(x, a, a_end); k++) {
            const described *b = &list->p[k];
            const plx_annotation *y = s->annotations[b->at.account];
            uint32_t b_end = office_end(y, b->noun);
            if (b->at.account == a->at.account || !plx_str_eq(a->word, b->word) ||
                a_end == a->noun + 1 || b_end == b->noun + 1 || has_short_form(y, b, b_end) ||
                !has_own_word(x, a, a_end, y, b, b_end) ||
                !has_own_word(y, b, b_end, x, a, a_end)) {
                continue;
            }
            plx_span p = plx_span_of(a->at.span.begin, x->tokens[a_end - 1].span.end);
            plx_span q = plx_span_of(b->at.span.begin, y->tokens[b_end - 1].span.end);
            plx_difference__put(&d, plx_str_at(x->account->text, p), (plx_at){a->at.account, p},
                                arena);
            plx_difference__put(&d, plx_str_at(y->account->text, q), (plx_at){b->at.account, q},
                                arena);
        }
        d.about = plx_str_format(arena, "how the office of %.*s is put",
                                 PLX_FMT(s->entities.p[entity].name));
        d.why = PLX_S("one office, of which each account tells what the other does not");
        d.weight = 0.5 + plx_difference__salience(s, entity);
        plx_difference__add(s, &d, arena);
    }
}

/* ---- a second office
 * -------------------------------------------------------------------------------- */

/* The other noun of "minister and negotiator" when `noun` is one of the two; or PLX_NONE. */
static uint32_t second_office(const plx_annotation *an, uint32_t noun) {
    const plx_sentence *s = &an->sentences[an->tokens[noun].sentence];
    for (int back = 0; back < 2; back++) {
        bool joined = false;
        for (uint32_t d = 1; d < 7; d++) {
            if (back ? noun < s->begin + d : noun + d >= s->end) {
                break;
            }
            uint32_t i = back ? noun - d : noun + d;
            const plx_token *t = &an->tokens[i];
            if (plx_str_eq(t->fold, PLX_S("and"))) {
                joined = true;
                continue;
            }
            if (joined && t->upos == PLX_UPOS_NOUN && describes_person(t)) {
                return i;
            }
            bool inside = t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_ADJ ||
                          t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_PART;
            if (!inside || t->name != PLX_NONE) {
                if (!inside || is_of_person(an, i)) {
                    break;
                }
            }
        }
    }
    return PLX_NONE;
}

static plx_at with_second(const plx_annotation *an, const described *d, uint32_t second) {
    uint32_t first = second < d->noun ? first_before(an, second) : d->first;
    uint32_t last = PLX_MAX(second, d->noun);
    return (plx_at){d->at.account,
                    plx_span_of(an->tokens[first].span.begin, an->tokens[last].span.end)};
}

/* "deputy minister and negotiator" here, "deputy minister" there. */
static void put_second(plx_story *s, uint32_t entity, const description *list, plx_arena *arena) {
    for (size_t i = 0; i < list->n; i++) {
        const described *a = &list->p[i];
        const plx_annotation *x = s->annotations[a->at.account];
        uint32_t more = a->office ? second_office(x, a->noun) : PLX_NONE;
        plx_difference d = {
            .kind = PLX_PRECISION, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
        for (size_t k = 0; k < list->n && more != PLX_NONE; k++) {
            const described *b = &list->p[k];
            const plx_annotation *y = s->annotations[b->at.account];
            if (b->at.account == a->at.account || !plx_str_eq(a->word, b->word) ||
                second_office(y, b->noun) != PLX_NONE ||
                uses(list, b->at.account, x->tokens[more].lemma)) {
                continue;
            }
            plx_difference__put(&d, PLX_S("more"), with_second(x, a, more), arena);
            plx_difference__put(&d, b->word, b->at, arena);
        }
        if (d.positions.n) {
            plx_at at = d.positions.p[0].at.p[0];
            d.positions.p[0].value = plx_str_at(x->account->text, at.span);
        }
        d.about = plx_str_format(arena, "what else %.*s is", PLX_FMT(s->entities.p[entity].name));
        d.why = PLX_S("one account tells of another office");
        d.weight = 0.4 + plx_difference__salience(s, entity);
        plx_difference__add(s, &d, arena);
    }
}

/* The value of the k-th description among those of the difference before it: its noun; or, when it
 * says which otherwise than another of the same noun ("campaign adviser", "political adviser"), the
 * noun with its words. */
static plx_str value_of(const plx_story *s, const description *list, const plx_str *values,
                        size_t k) {
    const described *d = &list->p[k];
    bool taken = false;
    for (size_t i = 0; i < k; i++) {
        if (values[i].n && plx_str_eq(list->p[i].word, d->word)) {
            if (within(s, &list->p[i], d) || within(s, d, &list->p[i])) {
                return values[i];
            }
            taken = true;
        }
    }
    return taken ? plx_str_at(s->accounts[d->at.account]->text, d->at.span) : d->word;
}

void plx_difference__roles(plx_story *s, plx_arena *arena) {
    for (uint32_t e = 0; e < s->entities.n; e++) {
        description list = describe(s, &s->entities.p[e], arena);
        bool *used = plx_new_n(arena, bool, list.n);
        for (size_t i = 0; i < list.n; i++) {
            plx_difference d = {
                .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = e};
            plx_str *values = plx_new_n(arena, plx_str, list.n);
            for (size_t k = i; k < list.n && !used[i] && usable(s, &list.p[i], e); k++) {
                if (k == i || (!used[k] && usable(s, &list.p[k], e) &&
                               comparable(s, &list, &list.p[i], &list.p[k], e) &&
                               !has_better(s, &list, &list.p[i], &list.p[k], e) &&
                               !has_better(s, &list, &list.p[k], &list.p[i], e))) {
                    used[k] = k != i;
                    values[k] = value_of(s, &list, values, k);
                    plx_difference__put(&d, values[k], list.p[k].at, arena);
                }
            }
            d.about = plx_str_format(arena, "what %.*s is called", PLX_FMT(s->entities.p[e].name));
            d.why = PLX_S("words for one and the same, beside the name");
            d.weight = 0.7 + plx_difference__salience(s, e);
            plx_difference__add(s, &d, arena);
        }
        if (s->entities.p[e].type == PLX_PERSON) {
            put_otherwise(s, e, &list, arena);
            put_second(s, e, &list, arena);
        }
    }
}
