/* What people are said to be: the noun in front of a name or in apposition to it. "partner" here
 * and "fiancée" there; "president of the federation" and "its head". Words for a couple are
 * compared among themselves, offices when they are of the same body or near in meaning. */
#include "base/utf8.h"
#include "base/vec.h"
#include "find/nouns.h"
#include "match/meaning.h"
#include "reconcile/difference_parts.h"

#define MOST_BEFORE 9u  /* words between an office and the name that it stands in front of */
#define NEAR_OFFICE 0.4 /* cosine of two words for one office */

typedef struct described {
    plx_str word;      /* folded lemma */
    uint32_t noun, to; /* the noun and the last token of its phrase */
    plx_at at;
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

/* The noun that describes the name of mention `m`, or PLX_NONE. */
static uint32_t noun_of(const plx_annotation *an, const plx_mention *m) {
    const plx_token *t = an->tokens;
    const plx_sentence *s = &an->sentences[t[m->begin].sentence];
    uint32_t before = m->begin;
    if (before > s->begin && plx_str_eq(t[before - 1].fold, PLX_S(","))) {
        before--;
    }
    if (before > s->begin && t[before - 1].upos == PLX_UPOS_NOUN) {
        return before - 1; /* "fiancée Ann Lee", "his mother, Ann" */
    }
    uint32_t head = t[m->head].head;
    if (t[m->head].deprel == PLX_DEP_appos && head != PLX_NONE && t[head].upos == PLX_UPOS_NOUN) {
        return head; /* "the head of the union, Ann Lee" */
    }
    uint32_t behind =
        m->end < s->end && plx_str_eq(t[m->end].fold, PLX_S(",")) ? m->end + 1 : s->end;
    for (uint32_t i = behind; i < s->end && i < behind + 3; i++) {
        if (plx_noun_is_role(t[i].fold)) {
            return i; /* "Ann Lee, president of the union" */
        }
    }
    for (uint32_t i = before; i > s->begin && before - i < MOST_BEFORE; i--) {
        const plx_token *x = &t[i - 1];
        if (plx_noun_is_role(x->fold)) {
            return i - 1; /* "President of the Union of Bakers Ann Lee" */
        }
        if (x->upos == PLX_UPOS_PUNCT || x->upos == PLX_UPOS_VERB || x->upos == PLX_UPOS_CCONJ) {
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

static description describe(const plx_story *s, const plx_entity *e, plx_arena *arena) {
    description out = {0};
    for (size_t i = 0; i < e->mentions.n; i++) {
        plx_at at = e->mentions.p[i].at;
        const plx_annotation *an = s->annotations[at.account];
        if (e->mentions.p[i].kind != PLX_NAME) {
            continue;
        }
        for (size_t k = 0; k < an->n_mentions; k++) {
            const plx_mention *m = &an->mentions[k];
            if (m->kind != PLX_NAME || !plx_span_eq(m->span, at.span)) {
                continue;
            }
            uint32_t noun = noun_of(an, m);
            if (noun == PLX_NONE) {
                break;
            }
            const plx_token *t = &an->tokens[noun];
            plx_str lemma = plx_str_fold(arena, t->lemma.n ? t->lemma : t->form);
            bool couple = is_couple(lemma);
            if (couple || plx_noun_is_role(lemma)) {
                plx_vec_push(
                    &out, arena,
                    (described){lemma, noun, phrase_end(an, noun), {at.account, t->span}, couple});
            }
            break;
        }
    }
    return out;
}

/* Do the phrases behind two offices share a word that matters? "of the Federation of ..." */
static bool same_body(const plx_story *s, const described *a, const described *b) {
    const plx_annotation *x = s->annotations[a->at.account], *y = s->annotations[b->at.account];
    for (uint32_t i = a->noun + 1; i < a->to; i++) {
        for (uint32_t k = b->noun + 1; k < b->to; k++) {
            if (x->tokens[i].upos == PLX_UPOS_PROPN &&
                plx_str_eq(x->tokens[i].fold, y->tokens[k].fold)) {
                return true;
            }
        }
    }
    return false;
}

static bool comparable(const plx_story *s, const described *a, const described *b) {
    if (a->couple || b->couple) {
        return a->couple && b->couple;
    }
    return plx_str_eq(a->word, b->word) || same_body(s, a, b) ||
           plx_meaning_cosine(plx_meaning_of(a->word), plx_meaning_of(b->word)) >= NEAR_OFFICE;
}

void plx_difference__roles(plx_story *s, plx_arena *arena) {
    for (uint32_t e = 0; e < s->entities.n; e++) {
        if (s->entities.p[e].type != PLX_PERSON) {
            continue;
        }
        description list = describe(s, &s->entities.p[e], arena);
        bool *used = plx_new_n(arena, bool, list.n);
        for (size_t i = 0; i < list.n; i++) {
            plx_difference d = {
                .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = e};
            for (size_t k = i; k < list.n && !used[i]; k++) {
                if (k == i || (!used[k] && comparable(s, &list.p[i], &list.p[k]))) {
                    used[k] = k != i;
                    plx_difference__put(&d, list.p[k].word, list.p[k].at, arena);
                }
            }
            d.about = plx_str_format(arena, "what %.*s is called", PLX_FMT(s->entities.p[e].name));
            d.why = PLX_S("words for one person's place or office, beside the name");
            d.weight = 0.7 + plx_difference__salience(s, e);
            plx_difference__add(s, &d, arena);
        }
    }
}
