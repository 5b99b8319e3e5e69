/* Clauses -> claims: which words count, what they are, how much they weigh. */
#include "base/hash.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "match/claims.h"
#include "match/concepts.h"
#include "match/meaning.h"

#include <math.h>
#include <stdlib.h>

#define ENTITY_WEIGHT  5.0 /* as a word of one article in 150 */
#define NOMINAL_WEIGHT 2.0
#define NUMBER_WEIGHT  4.0
#define TIME_WEIGHT    3.0
#define WEAK_WORD_IDF  0.6
#define PHRASE_WEIGHT  3.5
#define PHRASE_REACH   4u /* tokens */

enum { COVER_NONE, COVER_TIME, COVER_FIGURE };

static bool is_content(const plx_token *t) {
    switch (t->upos) {
    case PLX_UPOS_NOUN:
    case PLX_UPOS_PROPN:
    case PLX_UPOS_VERB:
    case PLX_UPOS_ADJ:
    case PLX_UPOS_ADV:
    case PLX_UPOS_NUM:
    case PLX_UPOS_X:
    case PLX_UPOS_INTJ:
        return t->fold.n > 1 || (t->fold.n == 1 && t->fold.p[0] >= '0' && t->fold.p[0] <= '9');
    default: return false;
    }
}

static uint32_t meaning_of(plx_arena *arena, const plx_token *t) {
    uint32_t word = plx_meaning_of(t->fold);
    return word == PLX_NONE && t->lemma.n ? plx_meaning_of(plx_str_fold(arena, t->lemma)) : word;
}

/* Words that tell what is said; not names, which are compared by who they are. */
static bool tells(const plx_token *t) {
    return t->upos != PLX_UPOS_PROPN && t->name == PLX_NONE && is_content(t);
}

static void read_sentences(plx_claim_reader *r) {
    const plx_annotation *an = r->an;
    plx_meaning_sum *sums = plx_new_n(r->arena, plx_meaning_sum, an->n_sentences);
    r->around = plx_new_n(r->arena, plx_meaning_way, an->n_sentences);
    for (size_t i = 0; i < an->n_tokens; i++) {
        const plx_token *t = &an->tokens[i];
        if (tells(t) && t->sentence < an->n_sentences) {
            plx_meaning_add(&sums[t->sentence], meaning_of(r->arena, t), 1);
        }
    }
    for (size_t i = 0; i < an->n_sentences; i++) {
        plx_meaning_sum sum = {{0}, 0};
        for (size_t s = i ? i - 1 : 0; s <= i + 1 && s < an->n_sentences; s++) {
            for (size_t k = 0; k < PLX_MEANING_DIMS; k++) {
                sum.p[k] += sums[s].p[k];
            }
        }
        r->around[i] = plx_meaning_way_of(&sum);
    }
}

void plx_claim_reader_init(plx_claim_reader *r, const plx_annotation *an,
                           const uint32_t *entity_of_mention, plx_arena *arena) {
    *r = (plx_claim_reader){.an = an, .entity_of_mention = entity_of_mention, .arena = arena};
    r->stemmer = plx_stemmer_make(arena);
    r->mention_of_token = plx_new_n(arena, uint32_t, an->n_tokens);
    r->covered_by = plx_new_n(arena, uint8_t, an->n_tokens);
    r->term_of_token = plx_new_n(arena, uint32_t, an->n_tokens);
    for (size_t i = 0; i < an->n_tokens; i++) {
        r->mention_of_token[i] = PLX_NONE;
        r->term_of_token[i] = PLX_NONE;
    }
    for (uint32_t m = 0; m < an->n_mentions;
         m++) { /* names win over the noun phrases around them */
        const plx_mention *x = &an->mentions[m];
        for (uint32_t t = x->begin; t < x->end && t < an->n_tokens; t++) {
            uint32_t had = r->mention_of_token[t];
            bool shorter = had == PLX_NONE ||
                           x->end - x->begin <= an->mentions[had].end - an->mentions[had].begin;
            if (shorter) {
                r->mention_of_token[t] = m;
            }
        }
    }
    for (size_t i = 0; i < an->n_times; i++) {
        for (uint32_t t = an->times[i].begin; t < an->times[i].end; t++) {
            r->covered_by[t] = COVER_TIME;
        }
    }
    for (size_t i = 0; i < an->n_figures; i++) {
        for (uint32_t t = an->figures[i].begin; t < an->figures[i].end; t++) {
            if (r->covered_by[t] == COVER_NONE && an->tokens[t].upos == PLX_UPOS_NUM) {
                r->covered_by[t] = COVER_FIGURE;
            }
        }
    }
    read_sentences(r);
}

static plx_str stem_of(plx_claim_reader *r, plx_str lemma) {
    return plx_str_dup(r->arena, plx_stem(r->stemmer, plx_str_fold(r->arena, lemma)));
}

static bool is_negation(const plx_token *t) {
    static const char *const words[] = {"not",     "n't", "never",   "no",
                                        "without", "nor", "neither", "none"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(t->fold, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static uint64_t count_key(const plx_claim_term *t) { return (uint64_t)t->kind << 32 | t->key; }

static bool is_counted(const plx_claim_term *t) {
    return t->kind == PLX_TERM_WORD || t->kind == PLX_TERM_ENTITY;
}

void plx_claim_counts_init(plx_claim_counts *n, plx_arena *arena) {
    n->n_claims = 0;
    plx_imap_init(&n->of, arena);
}

void plx_claim_counts_add(plx_claim_counts *n, const plx_claim *c) {
    n->n_claims++;
    for (size_t i = 0; i < c->n; i++) {
        bool counted = !is_counted(&c->p[i]);
        for (size_t k = 0; k < i && !counted; k++) {
            counted = count_key(&c->p[k]) == count_key(&c->p[i]);
        }
        if (!counted) {
            plx_imap_put(&n->of, count_key(&c->p[i]), 0, NULL)->value++;
        }
    }
}

void plx_claim_reweigh(plx_claim *c, const plx_claim_counts *n) {
    c->weight = 0;
    for (size_t i = 0; i < c->n; i++) {
        plx_claim_term *t = &c->p[i];
        uint32_t had = is_counted(t) ? plx_imap_get(&n->of, count_key(t)) : PLX_NONE;
        if (had != PLX_NONE && had > 0 && n->n_claims > 20) {
            double most = 0.8 * (log((double)n->n_claims / had) + 0.2);
            t->weight = PLX_MIN(t->weight, PLX_MAX(most, WEAK_WORD_IDF));
        }
        c->weight += t->weight;
    }
}

static plx_term_part part_of(const plx_annotation *an, uint32_t token, uint32_t head) {
    if (token == head) {
        return PLX_PART_PREDICATE;
    }
    for (int steps = 0; steps < 12 && token != PLX_NONE && token != head; steps++) {
        const plx_token *t = &an->tokens[token];
        if (t->head == head) {
            switch (t->deprel) {
            case PLX_DEP_nsubj:
            case PLX_DEP_csubj:
            case PLX_DEP_obl_agent: return PLX_PART_SUBJECT;
            case PLX_DEP_obj:
            case PLX_DEP_nsubj_pass:
            case PLX_DEP_iobj: return PLX_PART_OBJECT;
            default: return PLX_PART_OTHER;
            }
        }
        token = t->head;
    }
    return PLX_PART_OTHER;
}

/* The token of the range whose head lies outside of it; the first such. */
static uint32_t top_of(const plx_annotation *an, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        uint32_t h = an->tokens[i].head;
        if ((h == PLX_NONE || h < begin || h >= end) && an->tokens[i].upos != PLX_UPOS_PUNCT) {
            return i;
        }
    }
    return PLX_NONE;
}

static void add_term(plx_claim *c, plx_arena *arena, plx_claim_term t) {
    c->weight += t.weight;
    c->has_predicate = c->has_predicate || t.part == PLX_PART_PREDICATE;
    plx_vec_push(c, arena, t);
}

static void add_entity(plx_claim_reader *r, plx_claim *c, uint32_t mention, uint32_t head) {
    const plx_mention *m = &r->an->mentions[mention];
    uint32_t entity = r->entity_of_mention[mention];
    for (size_t i = 0; i < c->n; i++) { /* named twice in one clause: once is enough */
        if (c->p[i].kind == PLX_TERM_ENTITY && c->p[i].key == entity) {
            return;
        }
    }
    add_term(c, r->arena,
             (plx_claim_term){.kind = PLX_TERM_ENTITY,
                              .part = part_of(r->an, m->head, head),
                              .key = entity,
                              .word = PLX_NONE,
                              .concept = PLX_NONE,
                              .token = m->head,
                              .weight = m->kind == PLX_NAME ? ENTITY_WEIGHT : NOMINAL_WEIGHT,
                              .text = plx_str_at(r->an->account->text, m->span)});
}

static plx_str folded_lemma(plx_claim_reader *r, const plx_token *t) {
    return plx_str_fold(r->arena, t->lemma.n ? t->lemma : t->form);
}

/* The stem of a verb with one of the words after it that hang on it, where the two mean something
 * of their own: "called off", "took three men hostage"; or of length 0. *second gets that word. */
static plx_str phrase_of(plx_claim_reader *r, uint32_t token, uint32_t end, uint32_t *second) {
    const plx_annotation *an = r->an;
    const plx_token *t = &an->tokens[token];
    plx_str lemma = folded_lemma(r, t);
    for (uint32_t k = token + 1; t->upos == PLX_UPOS_VERB && k < end && k <= token + PHRASE_REACH;
         k++) {
        const plx_token *x = &an->tokens[k];
        if (x->upos == PLX_UPOS_PUNCT) {
            break;
        }
        if (x->head != token && k > token + 1) {
            continue;
        }
        plx_str phrase =
            plx_str_format(r->arena, "%.*s-%.*s", PLX_FMT(lemma), PLX_FMT(folded_lemma(r, x)));
        phrase = plx_str_dup(r->arena, plx_stem(r->stemmer, phrase));
        if (plx_concept_of((uint32_t)plx_hash_str(phrase)) != PLX_NONE) {
            *second = k;
            return phrase;
        }
    }
    return (plx_str){NULL, 0};
}

/* Adds the word of a token and returns the particle that belongs to it and says nothing of its own,
 * or PLX_NONE. */
static uint32_t add_word(plx_claim_reader *r, plx_claim *c, uint32_t token, uint32_t end,
                         uint32_t head) {
    const plx_token *t = &r->an->tokens[token];
    uint32_t second = PLX_NONE, word = meaning_of(r->arena, t);
    double weight = PLX_MAX(plx_meaning_idf(word), WEAK_WORD_IDF);
    plx_str stem = phrase_of(r, token, end, &second);
    if (stem.n) {
        word = PLX_NONE;
        weight = PLX_MAX(weight, PHRASE_WEIGHT);
    } else {
        stem = stem_of(r, folded_lemma(r, t));
    }
    uint32_t key = (uint32_t)plx_hash_str(stem);
    if (t->upos == PLX_UPOS_ADV || t->upos == PLX_UPOS_ADJ) {
        weight *= 0.6;
    }
    add_term(c, r->arena,
             (plx_claim_term){.kind = PLX_TERM_WORD,
                              .part = part_of(r->an, token, head),
                              .key = key,
                              .word = word,
                              .concept = plx_concept_of(key),
                              .token = token,
                              .weight = weight,
                              .text = stem});
    bool particle = second != PLX_NONE && (r->an->tokens[second].upos == PLX_UPOS_ADV ||
                                           r->an->tokens[second].upos == PLX_UPOS_ADP);
    return particle ? second : PLX_NONE;
}

/* Few figures are said by chance: a small round one tells less than 498. */
static double number_weight(const plx_figure *f) {
    double v = fabs(isnan(f->value) ? isnan(f->low) ? f->high : f->low : f->value);
    if (isnan(v) || v <= 1) {
        return 2.0;
    }
    int digits = 0;
    double x = v;
    while (x >= 10 && x == floor(x) && fmod(x, 10) == 0) {
        x /= 10;
    }
    for (double y = x; y >= 1 && digits < 4; y /= 10) {
        digits++;
    }
    return v < 4 ? 3.0 : digits <= 1 ? 4.0 : digits == 2 ? 5.0 : 6.0;
}

static void add_times_and_figures(plx_claim_reader *r, plx_claim *c, uint32_t begin, uint32_t end) {
    const plx_annotation *an = r->an;
    for (size_t i = 0; i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        if (t->begin >= begin && t->end <= end && (t->has_days || t->value.n)) {
            add_term(c, r->arena,
                     (plx_claim_term){.kind = PLX_TERM_TIME,
                                      .key = t->has_days ? 0 : (uint32_t)plx_hash_str(t->value),
                                      .word = PLX_NONE,
                                      .concept = PLX_NONE,
                                      .token = t->begin,
                                      .weight = TIME_WEIGHT,
                                      .first_day = t->first_day,
                                      .last_day = t->last_day,
                                      .has_days = t->has_days,
                                      .text = plx_str_at(an->account->text, t->span)});
        }
    }
    for (size_t i = 0; i < an->n_figures; i++) {
        const plx_figure *f = &an->figures[i];
        if (f->begin >= begin && f->end <= end && f->kind != PLX_FIG_ORDINAL) {
            add_term(c, r->arena,
                     (plx_claim_term){.kind = PLX_TERM_NUMBER,
                                      .key = (uint32_t)plx_hash_str(f->unit),
                                      .word = PLX_NONE,
                                      .concept = PLX_NONE,
                                      .token = f->begin,
                                      .weight = number_weight(f),
                                      .value = f->value,
                                      .low = f->low,
                                      .high = f->high,
                                      .text = plx_str_at(an->account->text, f->span)});
        }
    }
}

/* The subject that the clause shares with another: "..., and was released in May". */
static void add_understood(plx_claim_reader *r, plx_claim *c, uint32_t subject, uint32_t head) {
    uint32_t m = r->mention_of_token[subject];
    bool passive = head != PLX_NONE && (r->an->tokens[head].feats & PLX_FEAT_PASS);
    size_t before = c->n;
    if (m != PLX_NONE && r->entity_of_mention && r->entity_of_mention[m] != PLX_NONE) {
        add_entity(r, c, m, head);
    } else if (is_content(&r->an->tokens[subject])) {
        (void)add_word(r, c, subject, subject + 1, head);
    }
    if (c->n > before) {
        c->p[before].part = passive ? PLX_PART_OBJECT : PLX_PART_SUBJECT;
    }
}

static int by_token(const void *x, const void *y) {
    const plx_claim_term *a = x, *b = y;
    if (a->token != b->token) {
        return a->token < b->token ? -1 : 1;
    }
    return (int)a->kind - (int)b->kind;
}

/* The term that governs each: the first one met on the way to the root. */
static void find_governors(plx_claim_reader *r, plx_claim *c, uint32_t begin, uint32_t end) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i < c->n; i++) {
        r->term_of_token[c->p[i].token] = i;
    }
    for (uint32_t i = 0; i < c->n; i++) {
        uint32_t at = an->tokens[c->p[i].token].head;
        c->p[i].governor = PLX_NONE;
        for (int steps = 0; steps < 6 && at != PLX_NONE; steps++) {
            uint32_t term = r->term_of_token[at];
            if (term != PLX_NONE && term != i && at >= begin && at < end) {
                c->p[i].governor = term;
                break;
            }
            at = an->tokens[at].head;
        }
    }
    for (uint32_t i = 0; i < c->n; i++) {
        r->term_of_token[c->p[i].token] = PLX_NONE;
    }
}

/* What the claim's words mean, and what the text around it is about. */
static void find_meaning(plx_claim_reader *r, plx_claim *c, uint32_t begin, uint32_t end) {
    const plx_annotation *an = r->an;
    plx_meaning_sum own = {{0}, 0};
    for (uint32_t i = begin; i < end; i++) {
        if (tells(&an->tokens[i])) {
            plx_meaning_add(&own, meaning_of(r->arena, &an->tokens[i]), 1);
        }
    }
    c->meaning = plx_meaning_way_of(&own);
    if (begin < end && (begin > 0 || end < an->n_tokens)) {
        c->context = &r->around[an->tokens[begin].sentence];
    }
}

plx_claim plx_claim_read(plx_claim_reader *r, uint32_t begin, uint32_t end, uint32_t head,
                         uint32_t subject) {
    const plx_annotation *an = r->an;
    plx_claim c = {.claimant = PLX_NONE};
    if (head == PLX_NONE) {
        head = top_of(an, begin, end);
    }
    uint32_t particle = PLX_NONE;
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = &an->tokens[i];
        c.negative = c.negative || is_negation(t);
        if (r->covered_by[i] != COVER_NONE) {
            continue;
        }
        uint32_t m = r->mention_of_token[i];
        bool known = m != PLX_NONE && r->entity_of_mention && r->entity_of_mention[m] != PLX_NONE;
        if (known) {
            add_entity(r, &c, m, head);
            if (an->mentions[m].kind != PLX_NOMINAL) {
                continue; /* a name or pronoun is the entity; a description adds its words */
            }
        }
        if (is_content(t) && i != particle) {
            uint32_t its = add_word(r, &c, i, end, head);
            particle = its == PLX_NONE ? particle : its;
        }
    }
    add_times_and_figures(r, &c, begin, end);
    if (subject != PLX_NONE && (subject < begin || subject >= end)) {
        add_understood(r, &c, subject, head);
    }
    if (c.n > 1) {
        qsort(c.p, c.n, sizeof *c.p, by_token);
    }
    find_governors(r, &c, begin, end);
    find_meaning(r, &c, begin, end);
    return c;
}
