/* Small annotations with a tree, written by hand, so that tests of the finders do not hang on a
 * trained model. One line a word: "form|UPOS|head|deprel" with an optional lemma and features
 * ("form|UPOS|head|deprel|lemma|past part"); heads count from 1 within the sentence; an empty line
 * ends a sentence, a line "¶" also the paragraph. Words are joined with spaces, marks where English
 * puts them. */
#ifndef PLX_TEST_FIND_TREES_H
#define PLX_TEST_FIND_TREES_H

#include "support/support.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/annotation.h"

typedef struct tree {
    plx_account account;
    plx_annotation an;
} tree;

static inline uint32_t tree_feats(plx_str words) {
    static const struct {
        const char *name;
        uint32_t bit;
    } names[] = {{"past", PLX_FEAT_PAST}, {"part", PLX_FEAT_PART}, {"fin", PLX_FEAT_FIN},
                 {"inf", PLX_FEAT_INF},   {"ger", PLX_FEAT_GER},   {"masc", PLX_FEAT_MASC},
                 {"fem", PLX_FEAT_FEM},   {"sing", PLX_FEAT_SING}, {"rel", PLX_FEAT_REL}};
    uint32_t bits = 0;
    for (plx_str w, rest = words; plx_str_split(&rest, ' ', &w);)
        for (size_t i = 0; i < PLX_COUNT(names); i++)
            if (plx_str_eq(w, plx_str_of(names[i].name))) bits |= names[i].bit;
    return bits;
}

static inline bool tree_glues_left(plx_str f) {
    static const char *const marks[] = {",", ".", ":", ";", "?", "!", "”", "’s", "n’t", "'s"};
    for (size_t i = 0; i < PLX_COUNT(marks); i++)
        if (plx_str_eq(f, plx_str_of(marks[i]))) return true;
    return false;
}

/* `rows` must outlive the result, which lives in `a`. */
static inline tree *tree_of(plx_arena *a, const char *rows) {
    tree *t = plx_new(a, tree);
    PLX_VEC(plx_token) tokens = {0};
    PLX_VEC(plx_sentence) sentences = {0};
    plx_buf text;
    plx_buf_init(&text, a, 1 << 20);
    bool paragraph = true, open_mark = true;
    uint32_t begin = 0;
    for (plx_str line, rest = plx_str_of(rows); plx_str_split(&rest, '\n', &line);) {
        bool turn = plx_str_eq(line, PLX_S("¶"));
        if (line.n == 0 || turn) {
            if (tokens.n > begin) {
                plx_sentence s = {
                    .begin = begin, .end = (uint32_t)tokens.n, .paragraph_start = paragraph};
                s.span = plx_span_of(tokens.p[begin].span.begin, tokens.p[tokens.n - 1].span.end);
                plx_vec_push(&sentences, a, s);
                begin = (uint32_t)tokens.n;
                paragraph = false;
            }
            if (turn) {
                plx_buf_putz(&text, "\n\n");
                paragraph = open_mark = true;
            }
            continue;
        }
        plx_str field[6] = {{0}};
        size_t n = 0;
        for (plx_str f, row = line; n < 6 && plx_str_split(&row, '|', &f);) field[n++] = f;
        PLX_ASSERT(n >= 4);
        if (!open_mark && !tree_glues_left(field[0])) plx_buf_putc(&text, ' ');
        open_mark = plx_str_eq(field[0], PLX_S("“")) || plx_str_eq(field[0], PLX_S("("));
        plx_token k = {.form = field[0],
                       .upos = (uint8_t)plx_upos_of(field[1]),
                       .deprel = (uint8_t)plx_deprel_of(field[3]),
                       .name = PLX_NONE,
                       .sentence = (uint32_t)sentences.n,
                       .feats = tree_feats(field[5])};
        int64_t head = 0;
        PLX_ASSERT(plx_str_to_i64(field[2], &head));
        k.head = head == 0 ? PLX_NONE : begin + (uint32_t)head - 1;
        k.fold = plx_str_fold(a, field[0]);
        k.lemma = field[4].n > 0 ? field[4] : k.fold;
        k.span = plx_span_of(text.n, text.n + field[0].n);
        plx_buf_put(&text, field[0]);
        plx_vec_push(&tokens, a, k);
    }
    PLX_ASSERT(tokens.n == begin);
    t->account.text = plx_buf_str(&text);
    t->an = (plx_annotation){.account = &t->account,
                             .tokens = tokens.p,
                             .n_tokens = tokens.n,
                             .sentences = sentences.p,
                             .n_sentences = sentences.n,
                             .has_tree = true};
    return t;
}

/* A mention over one token, in the chain given; chains are made up to it. */
static inline void tree_mention(plx_arena *a, tree *t, uint32_t token, uint32_t chain,
                                plx_mention_kind kind, plx_gender gender) {
    plx_annotation *an = &t->an;
    plx_mention *m = plx_new_n(a, plx_mention, an->n_mentions + 1);
    if (an->n_mentions > 0) memcpy(m, an->mentions, an->n_mentions * sizeof *m);
    m[an->n_mentions] = (plx_mention){.span = an->tokens[token].span,
                                      .begin = token,
                                      .end = token + 1,
                                      .head = token,
                                      .kind = kind,
                                      .type = PLX_PERSON,
                                      .gender = gender,
                                      .name = PLX_NONE,
                                      .chain = chain};
    an->mentions = m;
    if (chain >= an->n_chains) {
        plx_chain *c = plx_new_n(a, plx_chain, chain + 1);
        if (an->n_chains > 0) memcpy(c, an->chains, an->n_chains * sizeof *c);
        c[chain] =
            (plx_chain){.type = PLX_PERSON, .gender = gender, .best = (uint32_t)an->n_mentions};
        an->chains = c;
        an->n_chains = chain + 1;
    }
    an->chains[chain].n_mentions++;
    an->n_mentions++;
}

static inline plx_str tree_text(const tree *t, plx_span s) {
    return plx_str_at(t->account.text, s);
}

#endif
