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
    plx_at at;               /* the noun's place */
    bool couple;
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

static bool is_citizen(plx_str fold) {
    return plx_str_eq(fold, PLX_S("citizen")) || plx_str_eq(fold, PLX_S("national")) ||
           plx_str_eq(fold, PLX_S("native")) || plx_str_eq(fold, PLX_S("resident"));
}

static bool describes_person(const plx_token *t) {
    return t->upos == PLX_UPOS_NOUN && t->name == PLX_NONE &&
           (plx_noun_is_role(t->lemma) || plx_noun_is_person(t->lemma) || is_couple(t->fold) ||
            is_citizen(t->lemma));
}

/* The noun before the person's name that describes them, or PLX_NONE. */
static uint32_t noun_before(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    const plx_sentence *s = &an->sentences[t[m->begin].sentence];
    uint32_t before = m->begin;
    if (before > s->begin && plx_str_eq(t[before - 1].fold, PLX_S(","))) {
        before--;
    }
    bool citizen = before > s->begin && is_citizen(t[before - 1].fold);
    if (before > s->begin && (t[before - 1].upos == PLX_UPOS_NOUN || citizen)) {
        return before - 1; /* "fiancée Ann Lee", "his mother, Ann" */
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
        if (x->upos == PLX_UPOS_PUNCT || x->upos == PLX_UPOS_VERB || x->upos == PLX_UPOS_CCONJ) {
            break;
        }
    }
    return PLX_NONE;
}

/* And the noun behind it. */
static uint32_t noun_behind(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    const plx_sentence *s = &an->sentences[t[m->begin].sentence];
    uint32_t from = m->end < s->end && plx_str_eq(t[m->end].fold, PLX_S(",")) ? m->end + 1 : s->end;
    for (uint32_t i = from; i < s->end && i < from + 7; i++) {
        bool apposed = t[i].deprel == PLX_DEP_appos && t[i].head >= m->begin && t[i].head < m->end;
        if (apposed && t[i].upos == PLX_UPOS_NOUN) {
            return i; /* "Ann Lee, the union's long-time president" */
        }
    }
    for (uint32_t i = from; i < s->end && i < from + 7; i++) {
        bool owns =
            i + 1 < s->end && t[i + 1].upos == PLX_UPOS_PART; /* "the president's adviser" */
        if ((i < from + 3 && plx_noun_is_role(t[i].fold) && !owns) || is_citizen(t[i].fold)) {
            return i; /* "Ann Lee, president of the union" */
        }
        if (plx_str_eq(t[i].fold, PLX_S("-"))) {
            continue; /* "a Russian-Israeli citizen" */
        }
        if (t[i].upos == PLX_UPOS_PUNCT || t[i].upos == PLX_UPOS_VERB) {
            break;
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

/* The noun that describes a place, body or work by its name, or PLX_NONE. */
static uint32_t noun_of_thing(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    uint32_t head = t[m->head].head;
    if (head != PLX_NONE && t[m->head].deprel == PLX_DEP_appos && describes_thing(&t[head])) {
        return head; /* "his estate, Orrin Hall" */
    }
    bool made = t[m->head].deprel == PLX_DEP_compound && head != PLX_NONE && head >= m->end &&
                head <= m->end + 1;
    if (made && describes_thing(&t[head]) && is_site(t[head].lemma)) {
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
                   .at = {account, t->span},
                   .couple = is_couple(lemma)};
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

static bool comparable(const plx_story *s, const described *a, const described *b,
                       uint32_t entity) {
    if (a->couple || b->couple) {
        return a->couple && b->couple;
    }
    if (is_citizen(a->word) || is_citizen(b->word)) {
        return is_citizen(a->word) && is_citizen(b->word);
    }
    bool person = s->entities.p[entity].type == PLX_PERSON;
    if (!plx_str_eq(a->word, b->word) && of_body(s, a, entity) && of_body(s, b, entity) &&
        !same_body(s, a, b, entity)) {
        return false; /* director here and secretary there are two offices */
    }
    double near = plx_meaning_cosine(plx_meaning_of(a->word), plx_meaning_of(b->word));
    return plx_str_eq(a->word, b->word) || (person && same_body(s, a, b, entity)) ||
           near >= (person ? NEAR_OFFICE : NEAR_KIND);
}

static bool kin_or_little(plx_str word) {
    static const plx_str words[] = {PLX_S_INIT("man"),  PLX_S_INIT("mr"),     PLX_S_INIT("mrs"),
                                    PLX_S_INIT("ms"),   PLX_S_INIT("people"), PLX_S_INIT("person"),
                                    PLX_S_INIT("woman")};
    return plx_noun_is_kin(word) || plx_str_lookup(words, PLX_COUNT(words), word) != PLX_NONE;
}

static bool usable(const plx_story *s, const described *d, uint32_t entity) {
    return s->entities.p[entity].type != PLX_PERSON || d->couple || !kin_or_little(d->word);
}

void plx_difference__roles(plx_story *s, plx_arena *arena) {
    for (uint32_t e = 0; e < s->entities.n; e++) {
        description list = describe(s, &s->entities.p[e], arena);
        bool *used = plx_new_n(arena, bool, list.n);
        for (size_t i = 0; i < list.n; i++) {
            plx_difference d = {
                .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = e};
            for (size_t k = i; k < list.n && !used[i] && usable(s, &list.p[i], e); k++) {
                if (k == i || (!used[k] && usable(s, &list.p[k], e) &&
                               comparable(s, &list.p[i], &list.p[k], e))) {
                    used[k] = k != i;
                    plx_difference__put(&d, list.p[k].word, list.p[k].at, arena);
                }
            }
            d.about = plx_str_format(arena, "what %.*s is called", PLX_FMT(s->entities.p[e].name));
            d.why = PLX_S("words for one and the same, beside the name");
            d.weight = 0.7 + plx_difference__salience(s, e);
            plx_difference__add(s, &d, arena);
        }
    }
}
