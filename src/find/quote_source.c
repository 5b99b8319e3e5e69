/* Who speaks: the phrase beside the cue, then the chain of mentions behind it. */
#include "find/quote_finder.h"

#include "base/utf8.h"

#include <stdlib.h>

static plx_deprel rel_of(const plx_quoter *q, uint32_t t) {
    return plx_deps__base((plx_deprel)plx_quote__token(q, t)->deprel);
}

static bool is_nominal(const plx_token *t) {
    if (t->upos == PLX_UPOS_X) { /* no tags are known: any word */
        return t->form.n > 0 && plx_cp_is_alpha((unsigned char)t->form.p[0]);
    }
    return t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_PRON;
}

/* Words that carry speech and are no speakers. */
static bool is_vehicle(const plx_token *t) {
    static const char *const words[] = {"statement", "tweet",   "letter",  "interview", "post",
                                        "message",   "speech",  "email",   "video",     "memo",
                                        "remark",    "comment", "release", "note",      "call"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(t->lemma, plx_str_of(words[i]))) {
            return true;
        }
    }
    return plx_cue__noun(t->lemma) != NULL;
}

static bool has_case(const plx_quoter *q, uint32_t head, const char *word) {
    for (uint32_t c = q->deps.first[head]; c != PLX_NONE; c = q->deps.next[c]) {
        const plx_token *t = plx_quote__token(q, c);
        if (t->deprel == PLX_DEP_case && plx_token_is(t, word)) {
            return true;
        }
    }
    return false;
}

/* Whose noun it is: "Lee's claim", "a claim by Lee". */
static uint32_t possessor(const plx_quoter *q, uint32_t noun) {
    for (uint32_t c = q->deps.first[noun]; c != PLX_NONE; c = q->deps.next[c]) {
        const plx_token *t = plx_quote__token(q, c);
        if (t->deprel == PLX_DEP_nmod_poss) {
            return c;
        }
        if (rel_of(q, c) == PLX_DEP_nmod && c > noun &&
            (has_case(q, c, "by") || has_case(q, c, "from") || has_case(q, c, "of"))) {
            return c;
        }
    }
    return PLX_NONE;
}

/* The noun that a participle stands under, or who stands behind it when it only carries speech. */
static uint32_t behind_noun(const plx_quoter *q, uint32_t noun) {
    if (!is_vehicle(plx_quote__token(q, noun))) {
        return noun;
    }
    uint32_t who = possessor(q, noun);
    if (who != PLX_NONE) {
        return who;
    }
    uint32_t up = plx_quote__token(q, noun)->head;
    if (up != PLX_NONE && up < q->an->n_tokens && plx_quote__token(q, up)->upos == PLX_UPOS_VERB) {
        bool through;
        uint32_t subject = plx_deps__subject(&q->deps, up, &through);
        if (subject != PLX_NONE && subject != noun) {
            return subject;
        }
    }
    return noun;
}

static uint32_t agent(const plx_quoter *q, uint32_t verb) {
    for (uint32_t c = q->deps.first[verb]; c != PLX_NONE; c = q->deps.next[c]) {
        if (plx_quote__token(q, c)->deprel == PLX_DEP_obl_agent ||
            (rel_of(q, c) == PLX_DEP_obl && has_case(q, c, "by"))) {
            return c;
        }
    }
    return PLX_NONE;
}

static bool is_be(const plx_token *t) {
    return t->upos == PLX_UPOS_AUX &&
           (plx_str_eq(t->lemma, PLX_S("be")) || plx_str_eq(t->lemma, PLX_S("get")) ||
            plx_token_is(t, "was") || plx_token_is(t, "were") || plx_token_is(t, "been") ||
            plx_token_is(t, "is") || plx_token_is(t, "are") || plx_token_is(t, "being"));
}

/* Begin of "in a statement" that ends before `t`; `t` when there is none. */
static uint32_t before_vehicle(const plx_quoter *q, uint32_t t, uint32_t first) {
    if (t <= first || !is_vehicle(plx_quote__token(q, t - 1))) {
        return t;
    }
    for (uint32_t k = t - 1; k > first && t - k < 5;) {
        const plx_token *x = plx_quote__token(q, --k);
        if (plx_token_is(x, "in") || plx_token_is(x, "on")) {
            return k;
        }
        if (x->upos != PLX_UPOS_DET && x->upos != PLX_UPOS_ADJ && x->upos != PLX_UPOS_NOUN) {
            break;
        }
    }
    return t;
}

/* "was asked": by the words, since a parser takes many a "said" for a participle. */
static bool is_passive_cue(const plx_quoter *q, uint32_t cue) {
    const plx_token *t = plx_quote__token(q, cue);
    if (plx_str_ends(t->fold, PLX_S("ing")) || cue == 0 || t->upos == PLX_UPOS_ADJ) {
        return false;
    }
    uint32_t first = q->an->sentences[t->sentence].begin;
    for (uint32_t k = cue; k > first && cue - k < 4;) {
        const plx_token *before = plx_quote__token(q, --k);
        if (is_be(before)) {
            return true;
        }
        if (before->upos != PLX_UPOS_ADV && before->upos != PLX_UPOS_PART) {
            break;
        }
    }
    if (t->deprel != PLX_DEP_acl || before_vehicle(q, cue, first) < cue) {
        return false; /* "Lee in a statement called it unfair" */
    }
    /* "work deemed essential": nobody says by whom */
    static const char *const named[] = {"deemed",   "dubbed",  "called",   "titled",
                                        "entitled", "branded", "labelled", "labeled",
                                        "billed",   "named",   "known",    "described"};
    for (size_t i = 0; i < PLX_COUNT(named); i++) {
        if (plx_token_is(t, named[i]) && plx_deps__own_subject(&q->deps, cue) == PLX_NONE) {
            return true;
        }
    }
    return agent(q, cue) != PLX_NONE;
}

/* "Lee was quoted by the radio as saying": the radio only carries it. */
static bool is_quoted_as_saying(const plx_quoter *q, uint32_t cue) {
    const plx_token *t = plx_quote__token(q, cue);
    uint32_t end = q->an->sentences[t->sentence].end;
    if (!plx_token_is(t, "quoted") && !plx_token_is(t, "cited")) {
        return false;
    }
    for (uint32_t k = cue + 1; k + 1 < end; k++) {
        if (plx_token_is(plx_quote__token(q, k), "as") &&
            (plx_token_is(plx_quote__token(q, k + 1), "saying") ||
             plx_token_is(plx_quote__token(q, k + 1), "telling"))) {
            return true;
        }
    }
    return false;
}

static bool is_named_somebody(const plx_quoter *q, uint32_t t) {
    uint32_t m = q->mention[t];
    return m != PLX_NONE && q->an->mentions[m].kind == PLX_NAME &&
           q->an->mentions[m].type != PLX_PLACE;
}

/* Does the phrase of the subject end right before the verb: "..., the report said"? */
static bool touches(const plx_quoter *q, uint32_t subject, uint32_t verb) {
    uint32_t t = verb;
    while (t > subject && (plx_quote__token(q, t - 1)->upos == PLX_UPOS_ADV ||
                           plx_quote__token(q, t - 1)->upos == PLX_UPOS_AUX)) {
        t--;
    }
    return t > subject && plx_quote__token(q, t - 1)->upos != PLX_UPOS_PUNCT &&
           plx_is_below(q->an, t - 1, subject);
}

static bool quoted_between(const plx_quoter *q, uint32_t a, uint32_t b) {
    for (uint32_t t = a; t < b && b - a < 200; t++) {
        if (q->inside[t] != PLX_NONE) {
            return true;
        }
    }
    return false;
}

/* Several subjects of one verb of saying are a place line, a reported clause or an office beside
 * whoever speaks: what stands right before the verb, or a name. PLX_NONE when nothing tells. */
static uint32_t of_several_subjects(const plx_quoter *q, uint32_t cue) {
    const plx_cue_word *word = plx_quote__cue_at(q, cue);
    uint32_t first = PLX_NONE, nearest = PLX_NONE, named = PLX_NONE, behind = PLX_NONE, n = 0;
    for (uint32_t c = q->deps.first[cue]; c != PLX_NONE; c = q->deps.next[c]) {
        if (rel_of(q, c) != PLX_DEP_nsubj) {
            continue;
        }
        n++;
        if (c > cue) {
            behind = behind == PLX_NONE && is_named_somebody(q, c) ? c : behind;
        } else if (q->inside[c] == q->inside[cue] && !quoted_between(q, c, cue)) {
            first = first == PLX_NONE ? c : first;
            nearest = c;
            named = is_named_somebody(q, c) ? c : named;
        }
    }
    if (n < 2 || word == NULL || word->kind != PLX_CUE_SPEECH) {
        return PLX_NONE;
    }
    if (nearest == PLX_NONE) {
        return behind;
    }
    if (touches(q, nearest, cue)) {
        return nearest;
    }
    return is_named_somebody(q, first) ? PLX_NONE : named;
}

static uint32_t by_tree(const plx_quoter *q, uint32_t cue, bool passive) {
    if (!q->an->has_tree) {
        return PLX_NONE;
    }
    if (plx_quote__token(q, cue)->upos == PLX_UPOS_NOUN) {
        uint32_t who = possessor(q, cue);
        if (who != PLX_NONE) {
            return who;
        }
        uint32_t behind = behind_noun(q, cue);
        return behind == cue ? PLX_NONE : behind;
    }
    if (passive) {
        return agent(q, cue);
    }
    bool through = false;
    uint32_t subject = of_several_subjects(q, cue);
    if (subject == PLX_NONE) {
        subject = plx_deps__subject(&q->deps, cue, &through);
    }
    if (subject == PLX_NONE || plx_deps__child(&q->deps, subject, PLX_DEP_case) != PLX_NONE) {
        return PLX_NONE;
    }
    if (through) {
        return behind_noun(q, subject);
    }
    uint32_t stands_for = plx_deps__antecedent(&q->deps, subject);
    if (stands_for != subject) {
        return behind_noun(q, stands_for);
    }
    bool verb = plx_quote__token(q, subject)->upos == PLX_UPOS_VERB;
    return verb ? PLX_NONE : subject;
}

static bool is_skipped(const plx_token *t) {
    return t->upos == PLX_UPOS_ADV || t->upos == PLX_UPOS_AUX || t->upos == PLX_UPOS_PART;
}

/* Begin of an insertion ", a doctor," or ", who lives there," that ends at `comma`; PLX_NONE when
 * it is none. */
static uint32_t insertion_begin(const plx_quoter *q, uint32_t comma, uint32_t first) {
    for (uint32_t t = comma; t > first && comma - t < 30;) {
        t--;
        if (q->inside[t] != PLX_NONE) {
            return PLX_NONE;
        }
        if (plx_token_is_punct(plx_quote__token(q, t), ",")) {
            return t;
        }
    }
    return PLX_NONE;
}

/* "Lee of Northgate": whose place it is; else the token. */
static uint32_t above_place(const plx_quoter *q, uint32_t t) {
    uint32_t m = q->mention[t], up = plx_quote__token(q, t)->head;
    bool place = m != PLX_NONE && q->an->mentions[m].kind == PLX_NAME &&
                 q->an->mentions[m].type == PLX_PLACE;
    bool under = q->an->has_tree && rel_of(q, t) == PLX_DEP_nmod && up != PLX_NONE && up < t;
    return place && under ? up : t;
}

/* The noun phrase that ends right before the verb, insertions and adverbs skipped. */
static uint32_t left_neighbour(const plx_quoter *q, uint32_t verb) {
    uint32_t first = q->an->sentences[plx_quote__token(q, verb)->sentence].begin;
    uint32_t t = verb;
    for (int inserted = 0; t > first;) {
        const plx_token *prev = plx_quote__token(q, t - 1);
        if (q->inside[t - 1] != PLX_NONE) {
            return PLX_NONE;
        }
        uint32_t vehicle = before_vehicle(q, t, first);
        if (is_skipped(prev)) {
            t--;
        } else if (vehicle < t) {
            t = vehicle;
        } else if (plx_token_is_punct(prev, ")")) {
            while (t > first && !plx_token_is_punct(plx_quote__token(q, t - 1), "(")) {
                t--;
            }
            t = t > first ? t - 1 : t;
        } else if (prev->upos == PLX_UPOS_PRON &&
                   (plx_token_is(prev, "that") || plx_token_is(prev, "who") ||
                    plx_token_is(prev, "which"))) {
            t--;
            if (t > first && plx_token_is_punct(plx_quote__token(q, t - 1), ",")) {
                t--;
            }
        } else if (plx_token_is_punct(prev, ",") && inserted++ < 2) {
            uint32_t begin = insertion_begin(q, t - 1, first);
            if (begin == PLX_NONE) {
                return PLX_NONE;
            }
            t = begin;
        } else {
            return is_nominal(prev) ? above_place(q, t - 1) : PLX_NONE;
        }
    }
    return PLX_NONE;
}

/* The noun phrase that begins right behind the verb: "said Ann Lee, a doctor". */
static uint32_t right_neighbour(const plx_quoter *q, uint32_t verb) {
    uint32_t last = q->an->sentences[plx_quote__token(q, verb)->sentence].end;
    uint32_t head = PLX_NONE;
    for (uint32_t t = verb + 1; t < last && t < verb + 14; t++) {
        const plx_token *tok = plx_quote__token(q, t);
        bool subject = rel_of(q, t) == PLX_DEP_nsubj;
        bool part = is_nominal(tok) || tok->upos == PLX_UPOS_DET || tok->upos == PLX_UPOS_ADJ ||
                    tok->upos == PLX_UPOS_NUM || tok->upos == PLX_UPOS_PART ||
                    tok->deprel == PLX_DEP_case;
        if (!part || q->inside[t] != PLX_NONE || tok->upos == PLX_UPOS_ADP) {
            break;
        }
        if (is_nominal(tok) || subject) {
            head = t;
        }
    }
    return head;
}

/* The name inside the phrase that stands for its head: titles and offices stand before it. */
static uint32_t naming_mention(const plx_quoter *q, uint32_t head, uint32_t begin, uint32_t end) {
    uint32_t m = q->mention[head];
    if (m != PLX_NONE && q->an->mentions[m].kind == PLX_NAME) {
        return m;
    }
    for (uint32_t t = begin; t < end; t++) {
        uint32_t other = q->mention[t];
        if (other == PLX_NONE || q->an->mentions[other].kind != PLX_NAME) {
            continue;
        }
        plx_deprel rel = rel_of(q, t);
        if (plx_quote__token(q, t)->head == head && (rel == PLX_DEP_flat || rel == PLX_DEP_appos)) {
            return other;
        }
    }
    return m;
}

void plx_quote__set_source(plx_quoter *q, plx_draft *d, uint32_t head) {
    plx_range r;
    plx_deps__phrase(&q->deps, head, &r.begin, &r.end);
    while (r.begin < head && (plx_token_is(plx_quote__token(q, r.begin), "who") ||
                              plx_token_is(plx_quote__token(q, r.begin), "which") ||
                              plx_token_is(plx_quote__token(q, r.begin), "that"))) {
        r.begin++;
    }
    uint32_t m = naming_mention(q, head, r.begin, r.end);
    if (m != PLX_NONE) {
        const plx_mention *mention = &q->an->mentions[m];
        d->source = (plx_range){mention->begin, mention->end};
        d->source_head = mention->head;
        return;
    }
    d->source = r;
    d->source_head = head;
}

/* A subject behind its verb is one only where speech stands before it: “…,” said Lee. */
static bool is_inverted(const plx_quoter *q, uint32_t cue) {
    for (uint32_t t = cue; t-- > 0 && cue - t <= 3;) {
        if (q->inside[t] != PLX_NONE) {
            return true;
        }
        plx_upos u = (plx_upos)plx_quote__token(q, t)->upos;
        if (plx_token_is_punct(plx_quote__token(q, t), ",")) {
            return true;
        }
        if (u != PLX_UPOS_ADV && u != PLX_UPOS_PUNCT) {
            return false;
        }
    }
    return cue == 0;
}

/* "who responded by pledging": the verb whose subject the participle shares, or the cue itself. */
static uint32_t leading_verb(const plx_quoter *q, uint32_t cue) {
    if (cue < 2 || !plx_str_ends(plx_quote__token(q, cue)->fold, PLX_S("ing")) ||
        !plx_token_is(plx_quote__token(q, cue - 1), "by")) {
        return cue;
    }
    return plx_quote__token(q, cue - 2)->upos == PLX_UPOS_VERB ? cue - 2 : cue;
}

/* “…,” Lee told them, adding that ...: the tree may hang "adding" below the quoted words; whoever
 * speaks outside of them is meant. The verb of saying before it, or the cue itself. */
static uint32_t narrated_verb(const plx_quoter *q, uint32_t cue) {
    const plx_token *t = plx_quote__token(q, cue);
    if (!plx_str_ends(t->fold, PLX_S("ing")) || q->inside[cue] != PLX_NONE) {
        return cue;
    }
    bool through;
    uint32_t subject = q->an->has_tree ? plx_deps__subject(&q->deps, cue, &through) : PLX_NONE;
    bool outside = subject != PLX_NONE && q->inside[subject] == PLX_NONE;
    bool says = plx_token_is(t, "saying") || plx_token_is(t, "adding");
    uint32_t first = q->an->sentences[t->sentence].begin;
    for (uint32_t k = cue; k-- > first;) {
        if (q->inside[k] != PLX_NONE || !plx_quote__is_finite(q, k)) continue;
        const plx_cue_word *word = plx_quote__cue_at(q, k);
        if (word == NULL) continue;
        /* "Lee said the talks went on, saying": the talks say nothing */
        bool inner = says && word->kind == PLX_CUE_SPEECH && (word->takes & PLX_TAKES_THAT) != 0 &&
                     subject != PLX_NONE && subject > k && subject < cue;
        if (!outside || inner) return k;
    }
    return cue;
}

/* "In the talk with Ann Lee, Tom Reed, who once said": the name right before "who", whatever noun
 * the tree hangs the clause on; PLX_NONE when it is a part of that noun's phrase. */
static uint32_t named_before_who(const plx_quoter *q, uint32_t cue, uint32_t left, uint32_t head) {
    uint32_t t = cue;
    while (t > 0 && is_skipped(plx_quote__token(q, t - 1))) {
        t--;
    }
    if (t == 0 || !plx_token_is(plx_quote__token(q, t - 1), "who") || left == PLX_NONE ||
        head == PLX_NONE || q->mention[left] == PLX_NONE) {
        return PLX_NONE;
    }
    const plx_mention *m = &q->an->mentions[q->mention[left]];
    bool person = m->kind == PLX_NAME && m->type == PLX_PERSON;
    return person && !plx_is_below(q->an, left, head) ? left : PLX_NONE;
}

/* "Slamming the plan as “unfair”, Lee left": the subject of the sentence that a participle opens.
 */
static uint32_t main_subject(const plx_quoter *q, uint32_t cue) {
    const plx_token *t = plx_quote__token(q, cue);
    const plx_sentence *s = &q->an->sentences[t->sentence];
    if (!q->an->has_tree || cue > s->begin + 1 || !plx_str_ends(t->fold, PLX_S("ing"))) {
        return PLX_NONE;
    }
    for (uint32_t k = cue + 1; k < s->end; k++) {
        if (plx_quote__token(q, k)->deprel == PLX_DEP_root && q->inside[k] == PLX_NONE) {
            uint32_t subject = plx_deps__own_subject(&q->deps, k);
            return subject != PLX_NONE && subject > cue ? subject : PLX_NONE;
        }
    }
    return PLX_NONE;
}

/* “…,” Ann Lee, Joe's mother said: the name that the phrase of the head is set beside, when the
 * clause begins with it; else the head. */
static uint32_t named_beside(const plx_quoter *q, uint32_t head) {
    uint32_t begin, end;
    plx_deps__phrase(&q->deps, head, &begin, &end);
    uint32_t first = q->an->sentences[plx_quote__token(q, head)->sentence].begin;
    if (begin < first + 2 || is_named_somebody(q, head) ||
        !plx_token_is_punct(plx_quote__token(q, begin - 1), ",")) {
        return head;
    }
    uint32_t m = q->mention[begin - 2];
    if (m == PLX_NONE || q->an->mentions[m].kind != PLX_NAME ||
        q->an->mentions[m].type != PLX_PERSON || q->an->mentions[m].end != begin - 1) {
        return head;
    }
    uint32_t from = q->an->mentions[m].begin;
    bool opens = from == first || (from > 0 && q->inside[from - 1] != PLX_NONE);
    return opens ? q->an->mentions[m].head : head;
}

static bool is_subject_form(const plx_token *t) {
    static const char *const words[] = {"he", "she", "they", "we", "i"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_token_is(t, words[i])) {
            return true;
        }
    }
    return false;
}

/* The subject of the last finite verb of saying before the cue that the account itself tells. */
static uint32_t narrator(const plx_quoter *q, uint32_t cue) {
    uint32_t first = q->an->sentences[plx_quote__token(q, cue)->sentence].begin;
    for (uint32_t t = cue; q->an->has_tree && t-- > first;) {
        bool told = q->inside[t] == PLX_NONE && plx_quote__is_finite(q, t);
        if (!told || plx_quote__cue_at(q, t) == NULL) {
            continue;
        }
        uint32_t subject = plx_deps__own_subject(&q->deps, t);
        bool outside = subject != PLX_NONE && q->inside[subject] == PLX_NONE;
        return outside && subject < t ? subject : PLX_NONE;
    }
    return PLX_NONE;
}

void plx_quote__find_source(plx_quoter *q, plx_draft *d) {
    if (d->cue == PLX_NONE) {
        return;
    }
    uint32_t cue = narrated_verb(q, leading_verb(q, d->cue));
    bool noun = plx_quote__token(q, cue)->upos == PLX_UPOS_NOUN && !d->direct;
    bool passive = !noun && is_passive_cue(q, cue) && !is_quoted_as_saying(q, cue);
    uint32_t head = by_tree(q, cue, passive);
    if (!noun && !passive) {
        bool inverted = is_inverted(q, cue);
        uint32_t left = left_neighbour(q, cue);
        uint32_t named = named_before_who(q, cue, left, head);
        head = named != PLX_NONE ? named : head;
        bool relative = head != PLX_NONE && (plx_token_is(plx_quote__token(q, head), "who") ||
                                             plx_token_is(plx_quote__token(q, head), "that") ||
                                             plx_token_is(plx_quote__token(q, head), "which"));
        bool strange = head == PLX_NONE || relative || q->inside[head] != PLX_NONE ||
                       (head > cue && !inverted);
        if (left != PLX_NONE && (strange || is_subject_form(plx_quote__token(q, left)))) {
            head = behind_noun(q, left);
        } else if (strange) {
            uint32_t right = inverted ? right_neighbour(q, cue) : PLX_NONE;
            head = right != PLX_NONE ? right : head != PLX_NONE && head < cue ? head : PLX_NONE;
        }
    }
    uint32_t opened = main_subject(q, d->cue);
    if (opened != PLX_NONE) {
        head = opened;
    } else if (head != PLX_NONE && !noun) {
        head = named_beside(q, head);
    }
    if (head != PLX_NONE && q->inside[head] != PLX_NONE && q->inside[d->cue] == PLX_NONE) {
        head = narrator(q, d->cue); /* "Lee said “Never,” and called it a day": quoted words say
                                     * nothing more */
    }
    if (head != PLX_NONE) {
        plx_quote__set_source(q, d, head);
    }
}

/* ---- chains ------------------------------------------------------------------------------------
 */

static plx_str text_of(const plx_quoter *q, plx_range r) {
    plx_span s = {q->an->tokens[r.begin].span.begin, q->an->tokens[r.end - 1].span.end};
    return plx_str_at(q->an->account->text, s);
}

static plx_str best_name(const plx_quoter *q, uint32_t chain) {
    uint32_t best = q->an->chains[chain].best;
    return best < q->an->n_mentions ? plx_str_at(q->an->account->text, q->an->mentions[best].span)
                                    : PLX_S("?");
}

/* A mention that shares a token with the source, the one on its head first. */
static uint32_t source_mention(const plx_quoter *q, const plx_draft *d) {
    uint32_t m = d->source_head == PLX_NONE ? PLX_NONE : q->mention[d->source_head];
    for (uint32_t t = d->source.end; m == PLX_NONE && t-- > d->source.begin;) {
        m = q->mention[t];
        if (m != PLX_NONE && q->an->mentions[m].head != t) {
            m = PLX_NONE;
        }
    }
    return m;
}

static bool agrees(const plx_chain *c, const plx_mention *m) {
    return c->type == PLX_PERSON && c->plural == m->plural &&
           (m->gender == PLX_GENDER_UNKNOWN || c->gender == PLX_GENDER_UNKNOWN ||
            c->gender == m->gender);
}

static bool is_named(const plx_quoter *q, uint32_t chain) {
    uint32_t best = q->an->chains[chain].best;
    return best < q->an->n_mentions && q->an->mentions[best].kind != PLX_PRONOUN;
}

static uint32_t draft_begin(const plx_quoter *q, const plx_draft *d) {
    uint32_t begin = UINT32_MAX;
    if (d->stretches.n > 0) {
        begin = q->stretch[d->stretches.p[0]].outer.begin;
    }
    for (size_t i = 0; i < d->content.n; i++) {
        begin = PLX_MIN(begin, d->content.p[i].begin);
    }
    return begin;
}

/* The person who is the subject of the sentence before the quote, in its paragraph: whom "he said"
 * behind a quotation takes up. A chain, or PLX_NONE. */
static uint32_t subject_before(const plx_quoter *q, const plx_draft *d, const plx_mention *who) {
    const plx_annotation *an = q->an;
    uint32_t begin = draft_begin(q, d);
    if (d->stretches.n == 0 || begin >= an->n_tokens) {
        return PLX_NONE;
    }
    uint32_t s = plx_quote__token(q, begin)->sentence;
    if (an->sentences[s].paragraph_start) {
        return PLX_NONE;
    }
    if (an->sentences[s].begin == begin) {
        s--;
    }
    for (uint32_t t = an->sentences[s].begin; t < an->sentences[s].end && t < begin; t++) {
        uint32_t m = q->mention[t];
        if (q->inside[t] != PLX_NONE || m == PLX_NONE || rel_of(q, t) != PLX_DEP_nsubj) {
            continue;
        }
        uint32_t chain = an->mentions[m].chain;
        if (agrees(&an->chains[chain], who) && is_named(q, chain)) {
            return chain;
        }
    }
    return PLX_NONE;
}

/* Who spoke so far. */
typedef struct spoken {
    uint32_t last;    /* chain of the last direct quote's speaker, or PLX_NONE */
    uint32_t several; /* the same, when it was several: "Lee and Roe said"; else PLX_NONE */
    uint32_t issuer;  /* chain of who was last said to have issued something: in a statement */
    plx_str vehicle;  /* lemma of that */
} spoken;

/* The word for what carries the quote in the sentence of its cue: "said in a statement". */
static plx_str vehicle_of(const plx_quoter *q, const plx_draft *d) {
    plx_str none = {NULL, 0};
    if (d->cue == PLX_NONE) {
        return none;
    }
    const plx_sentence *s = &q->an->sentences[plx_quote__token(q, d->cue)->sentence];
    for (uint32_t t = s->begin; t < s->end; t++) {
        const plx_token *k = plx_quote__token(q, t);
        if (q->inside[t] == PLX_NONE && k->upos == PLX_UPOS_NOUN && is_vehicle(k)) {
            return k->lemma;
        }
    }
    return none;
}

/* "the statement said": whoever issued it. */
static bool is_the_vehicle(const plx_quoter *q, const plx_draft *d, const spoken *so_far) {
    uint32_t head = d->source_head;
    if (head == PLX_NONE || so_far->issuer == PLX_NONE || d->source.begin >= head) {
        return false;
    }
    const plx_token *first = plx_quote__token(q, d->source.begin);
    return plx_str_eq(plx_quote__token(q, head)->lemma, so_far->vehicle) &&
           (plx_token_is(first, "the") || plx_token_is(first, "that") ||
            plx_token_is(first, "this"));
}

/* "Lee and Roe said": the source has a conjunct before the cue. */
static bool is_several(const plx_quoter *q, const plx_draft *d) {
    uint32_t head = d->source_head;
    if (!q->an->has_tree || head == PLX_NONE) {
        return false;
    }
    uint32_t other = plx_deps__child(&q->deps, head, PLX_DEP_conj);
    return other != PLX_NONE && (d->cue == PLX_NONE || other < d->cue) &&
           plx_quote__token(q, other)->upos != PLX_UPOS_VERB;
}

/* "They said" is no single person: who spoke together last, or nobody known. False when the chain
 * of the pronoun may stand. */
static bool resolve_they(const plx_quoter *q, plx_draft *d, const plx_mention *they,
                         const spoken *so_far) {
    if (they->kind != PLX_PRONOUN || !plx_token_is(plx_quote__token(q, they->head), "they")) {
        return false;
    }
    const plx_chain *c = &q->an->chains[d->chain];
    bool single = c->type == PLX_PERSON && !c->plural && is_named(q, d->chain);
    if (so_far->several == PLX_NONE && !single) {
        return false;
    }
    d->chain = so_far->several;
    d->why = d->chain == PLX_NONE
                 ? PLX_S("unknown: \"they\" are nobody found in the text")
                 : plx_str_format(q->arena, "they -> %.*s with others, who spoke last",
                                  PLX_FMT(best_name(q, d->chain)));
    return true;
}

static void resolve(plx_quoter *q, plx_draft *d, const spoken *so_far) {
    uint32_t last = so_far->last;
    plx_str cue = d->cue == PLX_NONE ? PLX_S("") : plx_quote__token(q, d->cue)->form;
    uint32_t m = d->source.end > d->source.begin ? source_mention(q, d) : PLX_NONE;
    if (d->follows != PLX_NONE) {
        const plx_draft *before = &q->drafts.p[d->follows];
        d->chain = before->chain;
        if (before->chain == PLX_NONE) {
            d->why = PLX_S("unknown: continues a quote whose speaker is unknown");
        } else {
            plx_str name = best_name(q, before->chain);
            d->why = plx_str_format(q->arena, "continuing speaker: %.*s", PLX_FMT(name));
        }
        return;
    }
    if (d->source.end <= d->source.begin) {
        d->why =
            d->cue == PLX_NONE
                ? PLX_S("unknown: no word of saying beside it")
                : plx_str_format(q->arena, "unknown: nobody named with \"%.*s\"", PLX_FMT(cue));
        return;
    }
    plx_str source = text_of(q, d->source);
    if (is_the_vehicle(q, d, so_far)) {
        d->chain = so_far->issuer;
        plx_str name = best_name(q, d->chain);
        d->why =
            plx_str_format(q->arena, "%.*s -> %.*s, whose it is", PLX_FMT(source), PLX_FMT(name));
        return;
    }
    if (m == PLX_NONE) {
        d->why = plx_str_format(q->arena, "unknown: \"%.*s\" refers to nobody found in the text",
                                PLX_FMT(source));
        return;
    }
    const plx_mention *mention = &q->an->mentions[m];
    d->chain = mention->chain;
    if (resolve_they(q, d, mention, so_far)) {
        return;
    }
    bool behind = d->source.begin > draft_begin(q, d);
    const char *role = d->cue != PLX_NONE ? "with"
                       : behind           ? "right behind"
                                          : "of the sentence before";
    if (mention->kind != PLX_PRONOUN) {
        d->why = plx_str_format(q->arena, "%.*s: %s %.*s", PLX_FMT(source), role, PLX_FMT(cue));
    } else if (!is_named(q, d->chain) && subject_before(q, d, mention) != PLX_NONE) {
        d->chain = subject_before(q, d, mention);
        plx_str name = best_name(q, d->chain);
        d->why = plx_str_format(q->arena, "%.*s -> %.*s: subject of the sentence before",
                                PLX_FMT(source), PLX_FMT(name));
    } else if (is_named(q, d->chain)) {
        plx_str name = best_name(q, d->chain);
        d->why = plx_str_format(q->arena, "%.*s -> %.*s: %s %.*s", PLX_FMT(source), PLX_FMT(name),
                                role, PLX_FMT(cue));
    } else if (last != PLX_NONE && agrees(&q->an->chains[last], mention)) {
        d->chain = last;
        plx_str name = best_name(q, last);
        d->why = plx_str_format(q->arena, "%.*s -> %.*s, who spoke last", PLX_FMT(source),
                                PLX_FMT(name));
    } else {
        d->chain = PLX_NONE;
        d->why = plx_str_format(q->arena, "unknown: nobody found for \"%.*s\"", PLX_FMT(source));
    }
}

static int by_key(const void *a, const void *b) {
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

void plx_quote__resolve_speakers(plx_quoter *q) {
    uint64_t *order = plx_new_n(q->arena, uint64_t, q->drafts.n);
    for (size_t i = 0; i < q->drafts.n; i++) {
        order[i] = (uint64_t)draft_begin(q, &q->drafts.p[i]) << 32 | i;
    }
    if (q->drafts.n > 1) {
        qsort(order, q->drafts.n, sizeof order[0], by_key);
    }
    spoken so_far = {.last = PLX_NONE, .several = PLX_NONE, .issuer = PLX_NONE};
    for (size_t i = 0; i < q->drafts.n; i++) {
        plx_draft *d = &q->drafts.p[order[i] & UINT32_MAX];
        resolve(q, d, &so_far);
        if (d->chain == PLX_NONE) {
            continue;
        }
        if (d->stretches.n > 0) {
            so_far.last = d->chain;
        }
        bool they = so_far.several == d->chain; /* "they said" once more */
        so_far.several = they || is_several(q, d) ? d->chain : PLX_NONE;
        plx_str vehicle = vehicle_of(q, d);
        if (vehicle.n) {
            so_far.issuer = d->chain;
            so_far.vehicle = vehicle;
        }
    }
}
