/* run: sentences through the network, in chunks of some hundred words, and what comes out into the
 * annotation. Sentences that are remembered take their places among the others and need no network.
 */
#include "lang/internal.h"

#include "lang/memory.h"
#include "lang/names.h"

enum {
    CHUNK = 128,            /* words that go through together: what the second-level cache holds */
    MOST_STRETCH = 1 << 19, /* words whose names are labelled together */
};

plx_err plx_lang__load(plx_lang *lang, plx_error *err) {
    const plx_model *m = &lang->model;
    plx_str s;
    if (!plx_model__section(m, "tags", &s) || s.n == 0 || s.n % 8 != 0 || s.n / 8 > 255) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section 'tags'");
    }
    lang->tags = (const unsigned char *)s.p;
    lang->n_tags = (uint32_t)(s.n / 8);
    for (uint32_t i = 0; i < lang->n_tags; i++) {
        if (lang->tags[8 * (size_t)i] >= PLX_N_UPOS) {
            return plx_fail(err, PLX_CORRUPT, 0, "the model's section 'tags' is damaged");
        }
    }
    PLX_TRY(plx_net__load(m, lang->n_tags, &lang->net, err));
    if (!plx_model__section(m, "vocab", &s)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no section 'vocab'");
    }
    PLX_TRY(plx_vocab__load(s, lang->net.n_vectors, &lang->vocab, err));
    if (!plx_model__section(m, "lemma", &s)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no section 'lemma'");
    }
    PLX_TRY(plx_lemma__load(s, &lang->lemmas, err));
    return plx_ner__load(m, &lang->ner, err);
}

/* ---- one chunk ------------------------------------------------------------------------------- */

typedef struct piece { /* a sentence, or a part of one that is too long */
    uint32_t first, n; /* its tokens */
    uint32_t at;       /* among the words of the batch, when it is not known */
    const plx_reading *known;
    bool keep; /* worth remembering */
} piece;

typedef struct chunk {
    piece pieces[CHUNK]; /* in the order of the text */
    uint32_t n_pieces;
    char key[PLX_LANG_KEY_BYTES];
    plx_net_batch b;
    uint32_t begin[CHUNK + 2];
    plx_word_features features[PLX_LANG_MAX_WORDS + CHUNK];
    uint16_t tags[PLX_LANG_MAX_WORDS + CHUNK];
    float names[(PLX_LANG_MAX_WORDS + CHUNK) * PLX_NAME_LABELS];
    uint32_t heads[PLX_LANG_MAX_WORDS + CHUNK];
    uint8_t rels[PLX_LANG_MAX_WORDS + CHUNK];
    uint8_t back[PLX_LANG_MAX_WORDS * PLX_NAME_LABELS], labels[PLX_LANG_MAX_WORDS];
} chunk;

static bool is_word(plx_str s) {
    size_t pos = 0;
    return s.n && plx_cp_is_alnum(plx_utf8_next(s, &pos));
}

static void add_sentence(const plx_lang *lang, const plx_annotation *an, uint32_t begin,
                         uint32_t end, chunk *c) {
    bool initial = true;
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = &an->tokens[i];
        plx_lang__word_features(&lang->vocab, t->form, initial, t->space_before,
                                i + 1 == end || an->tokens[i + 1].space_before,
                                &c->features[c->b.n + i - begin]);
        initial = initial && !is_word(t->form);
    }
    c->b.n += end - begin;
    c->begin[++c->b.n_sentences] = c->b.n;
}

static void set_word(const plx_lang *lang, plx_token *t, uint32_t tag, plx_arena *arena) {
    const unsigned char *entry = lang->tags + 8 * (size_t)tag;
    plx_str xpos = plx_str_n((const char *)entry + 1, strnlen((const char *)entry + 1, 7));
    t->upos = entry[0];
    t->feats = plx_lang__feats((plx_upos)entry[0], xpos, t->form);
    t->lemma = plx_lemma__of(&lang->lemmas, t->form, tag, arena);
}

/* What only the tree tells: a passive participle, an imperative, a gerund. */
static void feats_of_tree(plx_token *t, uint32_t begin, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (t[i].head != PLX_NONE && t[i].head >= begin &&
            (t[i].deprel == PLX_DEP_aux_pass || t[i].deprel == PLX_DEP_nsubj_pass)) {
            t[t[i].head - begin].feats |= PLX_FEAT_PASS;
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        if (t[i].deprel == PLX_DEP_acl && t[i].upos == PLX_UPOS_VERB &&
            (t[i].feats & PLX_FEAT_PAST) && (t[i].feats & PLX_FEAT_PART)) {
            t[i].feats |= PLX_FEAT_PASS;
        }
    }
}

typedef struct run {
    const plx_lang *lang;
    plx_lang_memory *memory; /* or NULL */
    plx_annotation *an;
    plx_arena *arena;   /* for what stays */
    plx_arena *scratch; /* for the network's numbers, a thousand times as many */
    bool trees;
    chunk *chunk;
    float *scores;  /* the network's for names, of the stretch's words or all; NULL: not wanted */
    size_t stretch; /* its first sentence */
    plx_ner_account *account;
} run;

/* Without the random field: labels of names into `name`, until names are made. */
static void label(run *r, uint32_t begin, uint32_t end, const float *scores) {
    chunk *c = r->chunk;
    plx_lang__best_labels(scores, end - begin, c->back, c->labels);
    for (uint32_t i = begin; i < end; i++) {
        r->an->tokens[i].name = c->labels[i - begin];
    }
}

static plx_str key_of(run *r, const piece *p) {
    return plx_str_n(r->chunk->key, plx_lang__key(r->an, p->first, p->first + p->n, r->chunk->key));
}

static void add_piece(run *r, uint32_t begin, uint32_t end) {
    chunk *c = r->chunk;
    piece p = {.first = begin, .n = end - begin, .at = c->b.n};
    plx_str key = r->memory ? key_of(r, &p) : (plx_str){NULL, 0};
    if (key.n) {
        p.known = plx_lang__recall(r->memory, key, &p.keep);
    }
    if (!p.known) {
        add_sentence(r->lang, r->an, begin, end, c);
    }
    c->pieces[c->n_pieces++] = p;
}

/* What the network made of a piece, now or before. */
static plx_reading reading_of(const run *r, const piece *p) {
    const chunk *c = r->chunk;
    if (p->known) {
        return *p->known;
    }
    return (plx_reading){.n = p->n,
                         .tags = c->tags + p->at,
                         .names = c->names + (size_t)p->at * PLX_NAME_LABELS,
                         .heads = r->trees ? c->heads + p->at : NULL,
                         .rels = r->trees ? c->rels + p->at : NULL};
}

static void set_piece(run *r, const piece *p) {
    plx_reading x = reading_of(r, p);
    plx_token *t = r->an->tokens + p->first;
    for (uint32_t i = 0; i < p->n; i++) {
        set_word(r->lang, &t[i], x.tags[i], r->arena);
        if (r->trees) {
            uint32_t head = x.heads[i];
            t[i].head = head ? p->first + head - 1 : PLX_NONE;
            t[i].deprel = head ? x.rels[i] : PLX_DEP_root;
            if (head && t[i].deprel == PLX_DEP_root) {
                t[i].deprel = PLX_DEP_dep;
            }
        }
    }
    if (r->trees) {
        feats_of_tree(t, p->first, p->n);
    }
    if (r->scores) {
        uint32_t from = r->an->sentences[r->stretch].begin;
        memcpy(r->scores + (size_t)(p->first - from) * PLX_NAME_LABELS, x.names,
               p->n * PLX_NAME_LABELS * sizeof *x.names);
    } else {
        label(r, p->first, p->first + p->n, x.names);
    }
}

static void flush(run *r) {
    chunk *c = r->chunk;
    c->b.begin = c->begin;
    c->b.features = c->features;
    c->b.tags = c->tags;
    c->b.names = c->names;
    c->b.heads = r->trees ? c->heads : NULL;
    c->b.rels = c->rels;
    plx_net__run(&r->lang->net, &c->b, r->scratch);
    for (uint32_t i = 0; i < c->n_pieces; i++) {
        set_piece(r, &c->pieces[i]);
    }
    for (uint32_t i = 0; i < c->n_pieces; i++) {
        if (c->pieces[i].keep) {
            plx_reading x = reading_of(r, &c->pieces[i]);
            plx_lang__keep(r->memory, key_of(r, &c->pieces[i]), &x);
        }
    }
    c->b = (plx_net_batch){0};
    c->n_pieces = 0;
}

/* The words of the largest stretch. */
static size_t most_words(const plx_annotation *an) {
    size_t most = MOST_STRETCH;
    for (size_t k = 0; k < an->n_sentences; k++) {
        most = PLX_MAX(most, (size_t)(an->sentences[k].end - an->sentences[k].begin));
    }
    return PLX_MIN(most, an->n_tokens);
}

static void label_stretch(run *r, size_t end) {
    plx_arena_mark mark = plx_arena_mark_here(r->scratch);
    plx_ner__label_all(&r->lang->ner, &r->lang->vocab, r->account, r->scores, r->stretch, end,
                       false, r->scratch, r->an);
    plx_arena_restore(r->scratch, mark);
    r->stretch = end;
}

/* What the scratch of a chunk of usual sentences takes. */
#define SCRATCH_BYTES       ((size_t)2 << 20)
#define SCRATCH_LIMIT_BYTES (PLX_GIB / 4)

static void run_chunks(void *ctx, plx_arena *scratch) {
    run *r = ctx;
    r->scratch = scratch;
    /* One block from the start, which stays: given back and taken again, its pages would be cleared
     * for each chunk. */
    (void)plx_arena_alloc(scratch, SCRATCH_BYTES, 64);
    plx_arena_reset(scratch);
    chunk *c = r->chunk = plx_arena_alloc(scratch, sizeof *c, 64);
    c->b = (plx_net_batch){0};
    c->begin[0] = c->n_pieces = 0;
    if (r->memory) {
        plx_lang__remember_for(r->memory, r->lang, r->trees ? PLX_LANG_ACCURATE : PLX_LANG_FAST);
    }
    bool field = r->lang->ner.rows && !r->scores;
    if (field) {
        r->scores = plx_new_n(scratch, float, most_words(r->an) * PLX_NAME_LABELS);
        r->account = plx_ner__account(&r->lang->ner, r->an, scratch);
    }
    for (size_t k = 0; k < r->an->n_sentences; k++) {
        const plx_sentence *s = &r->an->sentences[k];
        uint32_t from = r->an->sentences[r->stretch].begin;
        if (field && k > r->stretch && s->end - from > MOST_STRETCH) {
            flush(r);
            label_stretch(r, k);
        }
        for (uint32_t b = s->begin; b < s->end; b += PLX_LANG_MAX_WORDS) {
            add_piece(r, b, PLX_MIN(s->end, b + PLX_LANG_MAX_WORDS));
            if (c->b.n >= CHUNK || c->n_pieces == CHUNK) {
                flush(r);
            }
        }
    }
    flush(r);
    if (field) {
        label_stretch(r, r->an->n_sentences);
    }
}

float *plx_lang__read(const plx_lang *lang, plx_lang_speed speed, plx_arena *arena,
                      plx_annotation *an) {
    run r = {.lang = lang, .an = an, .arena = arena, .trees = speed == PLX_LANG_ACCURATE};
    r.scores = plx_new_n(arena, float, an->n_tokens *PLX_NAME_LABELS);
    plx_with_scratch(SCRATCH_LIMIT_BYTES, run_chunks, &r);
    return r.scores;
}

void plx_lang__run(const plx_lang *lang, plx_lang_memory *memory, plx_lang_speed speed,
                   plx_arena *arena, plx_annotation *an) {
    run r = {.lang = lang, .memory = memory, .an = an, .arena = arena};
    r.trees = speed == PLX_LANG_ACCURATE;
    plx_with_scratch(SCRATCH_LIMIT_BYTES, run_chunks, &r);
    plx_lang__settle_names(an, arena);
    plx_lang__make_names(an, arena);
    an->has_tree = r.trees;
}
