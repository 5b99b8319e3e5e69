/* train_ner: learns the random field of names and puts it beside a model's network.
 *
 *   --base MODEL.plx        words, tags and network come from it
 *   --known FILE ...        lists of names (train/known)
 *   --given FILE --family FILE   names of people (column 1, column 2)
 *   --heard FILE            what raw text says of phrases (train_heard)
 *   --classes FILE          word classes: read from it, or made and written to it
 *   --names FILE ...        name sets (IOB2) to learn from
 *   --treebank FILE         sentences whose proper nouns are marked: what was learned says where
 * names are in them, and they are learned from in turn, weighed by --treebank-weight
 *   --small W               copies of the name sets in small letters, of this weight
 *   --folds N               documents of the first set are held out by N folds, for figures
 *   --test FILE ...         name sets for figures
 *   --net PATTERN.plx       the network whose name scores are used for figures; %d is the fold
 *   --annotations FILE      names of what is held out, at --net-weight, for score_ner.py
 *   --errors FILE           sentences with wrong names: word_gold!got
 *   --out MODEL.plx         base with the field, learned from all of --names
 *   --times N               fields of different seeds that the mean is of
 *   --epochs N --rate R --decay D --seed S --net-weight W --drop G=P ...
 */
#include "base/utf8.h"
#include "lang/names.h"
#include "support/classes.h"
#include "support/data.h"
#include "support/field.h"
#include "support/known.h"

#include <getopt.h>
#include <math.h>
#include <stdlib.h>

/* Figures are said for these weights of the network, for --net-weight, and for the network alone.
 */
enum { MAX_FILES = 12, N_WEIGHTS = 4, CHOSEN = N_WEIGHTS - 1 };
static float weights[N_WEIGHTS] = {0, 0.5F, 1.0F, 0};

typedef struct options {
    const char *treebank, *annotations, *base, *heard, *classes, *net, *out, *given, *family;
    const char *known[MAX_FILES], *names[MAX_FILES], *test[MAX_FILES];
    size_t n_known, n_names, n_test;
    int folds, times;
    uint64_t seed;
    float net_weight, treebank_weight, small;
    field_rates rates;
} options;

/* ---- documents ------------------------------------------------------------------------------- */

typedef struct document {
    plx_annotation an;
    const sentence *sentences; /* an.n_sentences of them */
    uint32_t number;           /* in its set */
    size_t set;
    bool has_other;
    float weight;
} document;

typedef struct documents {
    document *p;
    size_t n, cap;
} documents;

static plx_str in_small(plx_str form, plx_arena *a) {
    plx_buf b;
    plx_buf_init(&b, a, SIZE_MAX);
    for (size_t pos = 0; pos < form.n;) {
        char room[4];
        uint32_t cp = plx_utf8_next(form, &pos);
        plx_buf_put(&b, plx_str_n(room, plx_utf8_encode(plx_cp_lower(cp), room)));
    }
    return plx_buf_str(&b);
}

static void add_document(const sentence *s, size_t n, size_t set, bool small, documents *out,
                         const plx_lang *lang, plx_arena *a) {
    document *d = plx_vec_add(out, a);
    d->sentences = s;
    d->number = s->document;
    d->set = set;
    d->has_other = s->has_other;
    d->weight = 1;
    plx_annotation *an = &d->an;
    for (size_t k = 0; k < n; k++) {
        an->n_tokens += s[k].n;
    }
    an->tokens = plx_new_n(a, plx_token, an->n_tokens);
    an->sentences = plx_new_n(a, plx_sentence, n);
    an->n_sentences = n;
    uint32_t at = 0;
    for (size_t k = 0; k < n; k++) {
        an->sentences[k] = (plx_sentence){.begin = at, .end = at + s[k].n};
        for (uint32_t i = 0; i < s[k].n; i++, at++) {
            plx_token *t = &an->tokens[at];
            t->form = small ? in_small(s[k].form[i], a) : s[k].form[i];
            t->fold = plx_str_fold(a, t->form);
            t->space_before = s[k].space[i];
            t->sentence = (uint32_t)k;
            t->head = t->name = PLX_NONE;
        }
    }
    (void)plx_lang__read(lang, PLX_LANG_ACCURATE, a, an);
}

static void cut_documents(const dataset *set_of, size_t set, bool small, documents *out,
                          const plx_lang *lang, plx_arena *a) {
    dataset d = *set_of;
    for (size_t i = 0; i < d.n;) {
        size_t end = i + 1;
        while (end < d.n && d.p[end].document == d.p[i].document) {
            end++;
        }
        add_document(d.p + i, end - i, set, small, out, lang, a);
        i = end;
    }
}

static void read_documents(const char *path, size_t set, float small, documents *out,
                           const plx_lang *lang, plx_arena *a) {
    dataset d = {.arena = a};
    read_names(path, 0, &d);
    cut_documents(&d, set, false, out, lang, a);
    size_t first = out->n;
    if (small > 0) {
        cut_documents(&d, set, true, out, lang, a);
    }
    for (size_t i = first; i < out->n; i++) {
        out->p[i].weight = small;
    }
}

/* ---- chains ---------------------------------------------------------------------------------- */

static void add_chain(const plx_ner *ner, const plx_lang *lang, const document *d, size_t k,
                      const plx_ner_account *account, plx_arena *a, chain *c) {
    static plx_ner_word words[PLX_LANG_MAX_WORDS];
    const plx_sentence *s = &d->an.sentences[k];
    const sentence *gold = &d->sentences[k];
    uint32_t n = PLX_MIN(s->end - s->begin, (uint32_t)PLX_LANG_MAX_WORDS);
    plx_ner__words(ner, &lang->vocab, &d->an, account, NULL, s->begin, s->begin + n, words);
    uint32_t *begin = plx_new_n(a, uint32_t, n + 1);
    uint32_t *features = must(malloc(sizeof(uint32_t) * n * PLX_NER_MAX_FEATURES));
    uint8_t *groups = must(malloc((size_t)n * PLX_NER_MAX_FEATURES));
    uint16_t *allowed = plx_new_n(a, uint16_t, n);
    bool *may = plx_new_n(a, bool, n);
    uint32_t at = 0;
    for (uint32_t i = 0; i < n; i++) {
        begin[i] = at;
        uint32_t label = gold->label ? gold->label[i] : 0;
        may[i] = words[i].may || label;
        at += may[i] ? plx_ner__features(words, n, i, features + at, groups + at) : 0;
        allowed[i] = (uint16_t)(1U << label);
        if (gold->label && !gold->has_other && label == 0) {
            allowed[i] |= 1U << (1 + 2 * PLX_OTHER) | 1U << (2 + 2 * PLX_OTHER);
        }
    }
    begin[n] = at;
    uint32_t *kept = plx_new_n(a, uint32_t, at + 1);
    for (uint32_t f = 0; f < at; f++) {
        kept[f] = features[f]; /* hashes, until they are numbered */
    }
    uint8_t *kept_groups = plx_new_n(a, uint8_t, at + 1);
    memcpy(kept_groups, groups, at);
    free(features);
    free(groups);
    *c = (chain){n, begin, kept, kept, kept_groups, allowed, may, NULL, d->weight};
}

/* ---- figures --------------------------------------------------------------------------------- */

typedef struct tally {
    size_t right, system, gold;
} tally;

static double f1(tally t) {
    return t.system + t.gold ? 2.0 * (double)t.right / (double)(t.system + t.gold) : 0;
}

typedef struct figures {
    tally all, of[PLX_N_ENTITY_TYPES];
} figures;

static uint32_t label_end(const uint8_t *a, uint32_t i, uint32_t n) {
    uint32_t end = i + 1;
    while (end < n && a[end] == a[i] + 1) {
        end++;
    }
    return end;
}

static void count(const uint8_t *gold, const uint8_t *got, uint32_t n, bool has_other,
                  figures *out) {
    for (uint32_t i = 0; i < n; i++) {
        for (int side = 0; side < 2; side++) {
            const uint8_t *x = side ? got : gold, *y = side ? gold : got;
            uint32_t type = (x[i] - 1U) / 2;
            if (x[i] % 2 != 1 || (type == PLX_OTHER && !has_other)) {
                continue;
            }
            bool same = y[i] == x[i] && label_end(x, i, n) == label_end(y, i, n);
            tally *to[2] = {&out->all, &out->of[type]};
            for (int k = 0; k < 2; k++) {
                to[k]->right += side == 0 && same;
                to[k]->gold += side == 0;
                to[k]->system += side == 1;
            }
        }
    }
}

static bool twice; /* names are labelled a second time, by what the account's others are */

static void set_raw_labels(const plx_ner *ner, const plx_lang *lang, const float *scores,
                           plx_arena *scratch, plx_annotation *an) {
    if (ner) {
        plx_ner_account *account = plx_ner__account(ner, an, scratch);
        plx_ner__label_all(ner, &lang->vocab, account, scores, 0, an->n_sentences, !twice, scratch,
                           an);
    } else {
        uint8_t *back = plx_new_n(scratch, uint8_t, PLX_LANG_MAX_WORDS * PLX_NAME_LABELS);
        uint8_t *labels = plx_new_n(scratch, uint8_t, PLX_LANG_MAX_WORDS);
        for (size_t k = 0; k < an->n_sentences; k++) {
            const plx_sentence *s = &an->sentences[k];
            plx_lang__best_labels(scores + (size_t)s->begin * PLX_NAME_LABELS, s->end - s->begin,
                                  back, labels);
            for (uint32_t i = s->begin; i < s->end; i++) {
                an->tokens[i].name = labels[i - s->begin];
            }
        }
    }
}

static void set_labels(const plx_ner *ner, const plx_lang *lang, const float *scores,
                       plx_arena *scratch, plx_annotation *an) {
    set_raw_labels(ner, lang, scores, scratch, an);
    plx_lang__settle_names(an, scratch);
}

static const char *errors_path; /* where each wrong name is told */

static void tell(const document *d, const uint8_t *gold, const uint8_t *got, uint32_t b,
                 uint32_t n) {
    static FILE *f;
    if (!f) {
        f = fopen(errors_path, "w");
    }
    bool wrong = false;
    for (uint32_t i = 0; i < n; i++) {
        wrong |= gold[i] != got[i] && (d->has_other || gold[i] || got[i] < 7);
    }
    for (uint32_t i = 0; f && wrong && i < n; i++) {
        const plx_token *t = &d->an.tokens[b + i];
        fprintf(f, "%.*s", PLX_FMT(t->form));
        if (gold[i] || got[i]) {
            fprintf(f, gold[i] == got[i] ? "_%d" : "_%d!%d", gold[i], got[i]);
        }
        fprintf(f, i + 1 == n ? "\n" : " ");
    }
}

/* A line for score_ner.py: the names of a document that was held out. */
static void write_names(FILE *f, const char *set, const document *d) {
    static const char *const types[] = {"person", "organization", "place", "other"};
    const char *stem = strrchr(set, '/') ? strrchr(set, '/') + 1 : set;
    size_t n = strcspn(stem, "."), at = 0;
    fprintf(f,
            d->number ? "{\"path\":\"%.*s-%04u.txt\",\"names\":["
                      : "{\"path\":\"%.*s.txt\",\"names\":[",
            (int)n, stem, d->number);
    bool any = false;
    for (size_t k = 0; k < d->an.n_sentences; k++) {
        const sentence *s = &d->sentences[k];
        const plx_token *t = d->an.tokens + d->an.sentences[k].begin;
        for (uint32_t i = 0; i < s->n;) {
            uint32_t end = i + 1, y = t[i].name;
            while (y && end < s->n && t[end].name == (y + 1) / 2 * 2) {
                end++;
            }
            if (y) {
                size_t b = at + (size_t)(s->form[i].p - s->text.p);
                size_t e = at + (size_t)(s->form[end - 1].p - s->text.p) + s->form[end - 1].n;
                fprintf(f, "%s{\"span\":[%zu,%zu],\"type\":\"%s\"}", any ? "," : "", b, e,
                        types[(y - 1) / 2]);
                any = true;
            }
            i = end;
        }
        at += s->text.n + 1;
    }
    fprintf(f, "]}\n");
}

static void measure(const plx_ner *ner, const plx_lang *lang, const float *scores, document *d,
                    plx_arena *scratch, bool chosen, figures *out) {
    static uint8_t got[PLX_LANG_MAX_WORDS];
    set_labels(ner, lang, scores, scratch, &d->an);
    for (size_t k = 0; k < d->an.n_sentences; k++) {
        const plx_sentence *s = &d->an.sentences[k];
        uint32_t n = PLX_MIN(s->end - s->begin, (uint32_t)PLX_LANG_MAX_WORDS);
        for (uint32_t i = 0; i < n; i++) {
            got[i] = (uint8_t)d->an.tokens[s->begin + i].name;
        }
        count(d->sentences[k].label, got, n, d->has_other, out);
        if (errors_path && chosen) {
            tell(d, d->sentences[k].label, got, s->begin, n);
        }
    }
}

static void say(const char *what, const char *how, const figures *f) {
    printf("%s %s: f1 %.4f (p %.3f r %.3f) person %.3f organization %.3f place %.3f other %.3f\n",
           what, how, f1(f->all), (double)f->all.right / (double)(f->all.system + 1),
           (double)f->all.right / (double)(f->all.gold + 1), f1(f->of[0]), f1(f->of[1]),
           f1(f->of[2]), f1(f->of[3]));
    fflush(stdout);
}

/* ---- the whole ------------------------------------------------------------------------------- */

typedef struct bundle {
    chain **chains, **tree_chains; /* by document */
    struct {
        uint32_t *p;
        size_t n, cap;
    } hashes; /* of the features by number; the first is none */
    plx_arena arena;
} bundle;

typedef struct job {
    options o;
    plx_arena *arena;
    plx_lang *lang;
    documents docs;       /* of --names, then of --test */
    documents trees;      /* of --treebank */
    bundle first, second; /* of a first labelling; of one that knows another's labels */
    plx_ner ner;
    int8_t *rows;
    float move[(1 + N_LABELS) * PLX_NER_WIDTH], scale[2];
    plx_str known, heard, classes;
} job;

static plx_lang *open_model(const char *path) {
    plx_lang *lang = NULL;
    plx_error err = {0};
    if (plx_lang_open(path, &lang, &err) != PLX_OK) {
        die("%s: %s", path, err.msg);
    }
    return lang;
}

static chain **make_chains(job *j, const documents *docs, bool named, plx_arena *a) {
    chain **out = plx_new_n(a, chain *, docs->n);
    for (size_t i = 0; i < docs->n; i++) {
        document *d = &docs->p[i];
        plx_ner_account *account = plx_ner__account(&j->ner, &d->an, a);
        if (named) {
            plx_ner__account_names(account, &d->an, 0, d->an.n_sentences, a);
        }
        out[i] = plx_new_n(a, chain, d->an.n_sentences);
        for (size_t k = 0; d->set < MAX_FILES && k < d->an.n_sentences; k++) {
            add_chain(&j->ner, j->lang, d, k, account, a, &out[i][k]);
        }
    }
    return out;
}

/* Numbers the features that stand at least twice; the others are left out of the chains. */
enum { FEATURE_SLOTS = 1 << 23 };
typedef struct feature_slot {
    uint32_t hash, count, id;
} feature_slot;

static feature_slot *feature_at(feature_slot *t, uint32_t hash) {
    uint32_t at = (hash * 0x9E3779B1U) >> 9;
    while (t[at].count && t[at].hash != hash) {
        at = (at + 1) & (FEATURE_SLOTS - 1);
    }
    return &t[at];
}

static void number_chain(bundle *b, feature_slot *t, const chain *c, bool count) {
    uint32_t *features = c->to_number;
    for (uint32_t f = 0; f < c->begin[c->n]; f++) {
        feature_slot *s = feature_at(t, features[f]);
        if (count) {
            s->hash = features[f];
            s->count++;
            continue;
        }
        if (s->count >= 2 && s->id == 0) {
            plx_vec_push(&b->hashes, &b->arena, s->hash);
            s->id = (uint32_t)b->hashes.n - 1;
        }
        features[f] = s->id; /* 0: a feature without weight */
    }
}

static void number_features(const job *j, bundle *b) {
    feature_slot *t = must(calloc(FEATURE_SLOTS, sizeof *t));
    const documents *sets[2] = {&j->docs, &j->trees};
    chain **chains[2] = {b->chains, b->tree_chains};
    plx_vec_push(&b->hashes, &b->arena, 0);
    for (int count = 1; count >= 0; count--) {
        for (int s = 0; s < 2; s++) {
            for (size_t i = 0; i < sets[s]->n; i++) {
                for (size_t k = 0;
                     sets[s]->p[i].set < MAX_FILES && k < sets[s]->p[i].an.n_sentences; k++) {
                    number_chain(b, t, &chains[s][i][k], count);
                }
            }
        }
    }
    free(t);
}

static void make_bundle(job *j, bool named, bundle *out) {
    plx_arena_release(&out->arena);
    *out = (bundle){0};
    plx_arena_init(&out->arena, 16 * PLX_GIB);
    out->chains = make_chains(j, &j->docs, named, &out->arena);
    if (j->o.treebank) {
        out->tree_chains = make_chains(j, &j->trees, false, &out->arena);
    }
    number_features(j, out);
}

static plx_lang *open_numbered(const char *pattern, int fold) {
    const char *at = pattern ? strstr(pattern, "%d") : NULL;
    char path[512];
    if (at) {
        (void)snprintf(path, sizeof path, "%.*s%d%s", (int)(at - pattern), pattern, fold, at + 2);
    } else {
        (void)snprintf(path, sizeof path, "%s", pattern ? pattern : "");
    }
    return pattern ? open_model(path) : NULL;
}

static void prepare(job *j) {
    const options *o = &j->o;
    plx_arena *a = j->arena;
    known_names names = {.arena = a};
    for (size_t i = 0; i < o->n_known; i++) {
        known_read(o->known[i], &names);
    }
    if (o->given) {
        known_read_column(o->given, 0, KNOWN_GIVEN_DATA, &names);
    }
    if (o->family) {
        known_read_column(o->family, 1, KNOWN_SINGLE_DATA, &names);
    }
    j->known = known_pack(&names, &j->lang->vocab);
    j->classes = classes_make(j->lang, o->classes, a);
    j->heard = o->heard ? read_file(o->heard) : plx_str_n((char *)plx_new_n(a, uint32_t, 32), 128);
    j->ner = (plx_ner){.classes = (const unsigned char *)j->classes.p,
                       .n_classes = (uint32_t)(j->classes.n / 4),
                       .known = {(const unsigned char *)j->known.p, (uint32_t)(j->known.n / 8 - 1)},
                       .heard = {(const unsigned char *)j->heard.p, (uint32_t)(j->heard.n / 8 - 1)},
                       .rows = j->rows,
                       .mask = FIELD_ROWS - 1,
                       .move = j->move,
                       .scale = j->scale};
    for (size_t i = 0; i < o->n_names; i++) {
        read_documents(o->names[i], i, o->small, &j->docs, j->lang, a);
    }
    for (size_t i = 0; i < o->n_test; i++) {
        read_documents(o->test[i], MAX_FILES + i, 0, &j->docs, j->lang, a);
    }
    if (o->treebank) {
        dataset trees = {.arena = a};
        read_treebank(o->treebank, &trees);
        cut_documents(&trees, 0, false, &j->trees, j->lang, a);
    }
    make_bundle(j, false, &j->first);
    fprintf(stderr, "%zu documents, %zu names in lists, %zu bytes of them\n", j->docs.n, names.n,
            j->known.n);
}

static bool held_out(const job *j, const document *d, int fold) {
    return d->set >= MAX_FILES ||
           (j->o.folds && d->set == 0 && (int)(d->number % (uint32_t)j->o.folds) == fold);
}

typedef struct chain_list {
    chain *p;
    size_t n, cap;
} chain_list;

/* The mean of fields that learned in different orders, with different features left out. */
static void learn_from(job *j, const bundle *b, const chain_list *use, int times) {
    field *f = field_new(b->hashes.n);
    for (int k = 0; k < times; k++) {
        field *one = field_new(b->hashes.n);
        field_learn(one, use->p, use->n, &j->o.rates, j->o.seed + (uint64_t)k);
        field_add(f, one, 1 / (float)times);
        field_free(one);
    }
    j->scale[0] = field_quantise(f, b->hashes.p, j->rows);
    field_moves(f, j->move);
    field_free(f);
}

/* A day or month: a proper noun that names nobody. */
static bool is_date(plx_str w) {
    static const char *const words[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
                                        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
                                        "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (w.n >= 3 && plx_str_eq_nocase(plx_str_slice(w, 0, 3), plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

enum { BEGINS = 0xAA, GOES_ON = 0x154 }; /* labels of any type, as bits */

/* Where names are by the labels that were given, but that a name begins with a proper noun, or one
 * of the type other with an adjective. Of which type they are stays open: a label that was learned
 * from the name sets alone is too often wrong in it. False where a proper noun was given none: such
 * a sentence teaches nothing. */
static bool allow_tree(const document *d, size_t k, chain *c, float weight) {
    const plx_sentence *s = &d->an.sentences[k];
    uint16_t *allowed = must(malloc(c->n * sizeof *allowed)); /* lives as long as the program */
    for (uint32_t i = 0; i < c->n; i++) {
        uint8_t upos = d->sentences[k].upos[i];
        uint32_t label = d->an.tokens[s->begin + i].name;
        bool noun = upos == PLX_UPOS_PROPN;
        if (noun && label == 0 && !is_date(d->sentences[k].form[i])) {
            free(allowed);
            return false;
        }
        bool goes_on = label && label % 2 == 0 && i && allowed[i - 1] != 1;
        bool may_begin = noun || (upos == PLX_UPOS_ADJ && label > 2 * PLX_OTHER);
        bool named = label && (may_begin || goes_on);
        allowed[i] = !named ? 1 : label % 2 == 1 || !goes_on ? BEGINS : GOES_ON;
    }
    c->allowed = allowed;
    c->weight = weight;
    return true;
}

static void label_trees(job *j, const bundle *b, const plx_lang *net, chain_list *use) {
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    j->scale[1] = net ? j->o.net_weight : 0;
    for (size_t i = 0; i < j->trees.n; i++) {
        document *d = &j->trees.p[i];
        plx_arena_reset(&scratch);
        plx_annotation copy = d->an;
        copy.tokens = plx_new_n(&scratch, plx_token, copy.n_tokens);
        memcpy(copy.tokens, d->an.tokens, copy.n_tokens * sizeof *copy.tokens);
        const float *scores = plx_lang__read(net ? net : j->lang, PLX_LANG_FAST, &scratch, &copy);
        set_labels(&j->ner, j->lang, scores, &scratch, &d->an);
        for (size_t k = 0; k < d->an.n_sentences; k++) {
            if (allow_tree(d, k, &b->tree_chains[i][k], j->o.treebank_weight)) {
                plx_vec_push(use, j->arena, b->tree_chains[i][k]);
            }
        }
    }
    plx_arena_release(&scratch);
}

static plx_lang *open_net(const job *j, int fold) { return open_numbered(j->o.net, fold); }

enum { PARTS = 5 }; /* documents are labelled by a field that learned from the other parts */

static int part_of(const document *d) { return (int)((d->number + d->set) % PARTS); }

/* The chains of documents outside the fold, and outside the part. */
static chain_list chains_but(job *j, const bundle *b, int fold, int part) {
    chain_list use = {0};
    for (size_t i = 0; i < j->docs.n; i++) {
        const document *d = &j->docs.p[i];
        bool out = held_out(j, d, fold) || part_of(d) == part;
        for (size_t k = 0; !out && k < d->an.n_sentences; k++) {
            plx_vec_push(&use, j->arena, b->chains[i][k]);
        }
    }
    return use;
}

/* Labels the documents that are learned from by fields that did not learn from them. */
static void label_parts(job *j, int fold) {
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    twice = false;
    for (int part = 0; part < PARTS; part++) {
        chain_list use = chains_but(j, &j->first, fold, part);
        learn_from(j, &j->first, &use, 1);
        for (size_t i = 0; i < j->docs.n; i++) {
            document *d = &j->docs.p[i];
            if (held_out(j, d, fold) || part_of(d) != part) {
                continue;
            }
            plx_arena_reset(&scratch);
            const float *none = plx_new_n(&scratch, float, d->an.n_tokens *PLX_NAME_LABELS);
            set_raw_labels(&j->ner, j->lang, none, &scratch, &d->an);
        }
    }
    plx_arena_release(&scratch);
}

static void learn(job *j, int fold) {
    bundle *b = &j->second;
    label_parts(j, fold);
    make_bundle(j, true, b);
    twice = true;
    chain_list use = chains_but(j, b, fold, -1);
    if (j->o.treebank) {
        plx_lang *net = open_net(j, fold);
        learn_from(j, b, &use, 1);
        label_trees(j, b, net, &use);
        plx_lang_free(net);
    }
    learn_from(j, b, &use, j->o.times);
}

/* Figures on what is held out, with each weight of the network; the last: the network alone. */
static void measure_all(job *j, int fold, size_t set, figures out[N_WEIGHTS + 1]) {
    plx_lang *net = open_net(j, fold);
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    FILE *f = j->o.annotations ? fopen(j->o.annotations, "a") : NULL;
    const char *name = set < MAX_FILES ? j->o.names[set] : j->o.test[set - MAX_FILES];
    for (size_t i = 0; i < j->docs.n; i++) {
        document *d = &j->docs.p[i];
        if (d->set != set || d->weight < 1 || !held_out(j, d, fold)) {
            continue;
        }
        plx_arena_reset(&scratch);
        plx_annotation copy = d->an;
        copy.tokens = plx_new_n(&scratch, plx_token, copy.n_tokens);
        memcpy(copy.tokens, d->an.tokens, copy.n_tokens * sizeof *copy.tokens);
        const float *scores = plx_lang__read(net ? net : j->lang, PLX_LANG_FAST, &scratch, &copy);
        for (int k = 0; k <= N_WEIGHTS; k++) {
            j->scale[1] = k < N_WEIGHTS ? weights[k] : 0;
            measure(k < N_WEIGHTS ? &j->ner : NULL, j->lang, scores, d, &scratch, k == CHOSEN,
                    &out[k]);
            if (f && k == CHOSEN) {
                write_names(f, name, d);
            }
        }
    }
    if (f) {
        fclose(f);
    }
    plx_arena_release(&scratch);
    plx_lang_free(net);
}

static void say_all(const char *what, const figures f[N_WEIGHTS + 1]) {
    for (int k = 0; k <= N_WEIGHTS; k++) {
        char how[32];
        (void)snprintf(how, sizeof how, "net %.2f", (double)(k < N_WEIGHTS ? weights[k] : -1));
        say(what, how, &f[k]);
    }
}

static void write_model(job *j) {
    const options *o = &j->o;
    model_writer m = {.arena = j->arena};
    for (size_t i = 0; i < j->lang->model.n_sections; i++) {
        plx_model_section s;
        memcpy(&s, j->lang->model.table + i * sizeof s, sizeof s);
        char name[17] = {0};
        memcpy(name, s.name, 16);
        if (strncmp(name, "ner.", 4) != 0 && strcmp(name, "known") != 0 &&
            strcmp(name, "heard") != 0) {
            model_add(&m, name, j->lang->model.bytes + s.offset, s.n_bytes);
        }
    }
    j->scale[1] = o->net_weight;
    model_add(&m, "ner.rows", j->rows, (size_t)FIELD_ROWS * PLX_NER_WIDTH);
    model_add(&m, "ner.move", j->move, sizeof j->move);
    model_add(&m, "ner.scale", j->scale, sizeof j->scale);
    model_add(&m, "ner.class", j->classes.p, j->classes.n);
    model_add(&m, "known", j->known.p, j->known.n);
    model_add(&m, "heard", j->heard.p, j->heard.n);
    char language[9] = {0};
    plx_str code = plx_lang_code(j->lang);
    memcpy(language, code.p, PLX_MIN(code.n, 8U));
    model_write(&m, language, o->out);
}

static void work(void *ctx) {
    job *j = ctx;
    const options *o = &j->o;
    j->lang = open_model(o->base);
    j->rows = must(malloc((size_t)FIELD_ROWS * PLX_NER_WIDTH));
    prepare(j);
    figures sum[N_WEIGHTS + 1] = {0};
    for (int fold = 0; fold < o->folds; fold++) {
        learn(j, fold);
        measure_all(j, fold, 0, sum);
    }
    if (o->folds) {
        say_all("folds", sum);
    }
    if (!o->n_test && !o->out) {
        return;
    }
    learn(j, -1);
    for (size_t t = 0; t < o->n_test; t++) {
        figures f[N_WEIGHTS + 1] = {0};
        measure_all(j, -1, MAX_FILES + t, f);
        say_all(strrchr(o->test[t], '/') ? strrchr(o->test[t], '/') + 1 : o->test[t], f);
    }
    if (o->out) {
        write_model(j);
    }
}

static void add_file(const char **list, size_t *n, const char *path) {
    if (*n == MAX_FILES) {
        die("too many files");
    }
    list[(*n)++] = path;
}

static void set_drop(field_rates *r, const char *text) {
    float p = strchr(text, '=') ? strtof(strchr(text, '=') + 1, NULL) : 0;
    switch (text[0]) {
    case 's': r->drop_self = p; break;
    case 'c': r->drop_context = p; break;
    case 'l': r->drop_lists = p; break;
    case 'h': r->drop_heard = p; break;
    case 'a': r->drop_account = p; break;
    case 't': r->drop_tree = p; break;
    case '2': r->drop_second = p; break;
    default: die("--drop self|context|lists|heard|account=P");
    }
}

static options read_options(int argc, char **argv) {
    static const struct option names[] = {{"base", 1, NULL, 'b'},
                                          {"known", 1, NULL, 'k'},
                                          {"given", 1, NULL, 'g'},
                                          {"family", 1, NULL, 'F'},
                                          {"heard", 1, NULL, 'h'},
                                          {"classes", 1, NULL, 'c'},
                                          {"names", 1, NULL, 'n'},
                                          {"folds", 1, NULL, 'f'},
                                          {"test", 1, NULL, 't'},
                                          {"net", 1, NULL, 'N'},
                                          {"out", 1, NULL, 'o'},
                                          {"epochs", 1, NULL, 'e'},
                                          {"rate", 1, NULL, 'r'},
                                          {"decay", 1, NULL, 'd'},
                                          {"seed", 1, NULL, 'S'},
                                          {"treebank", 1, NULL, 'T'},
                                          {"treebank-weight", 1, NULL, 'W'},
                                          {"small", 1, NULL, 'C'},
                                          {"drop", 1, NULL, 'D'},
                                          {"times", 1, NULL, 'M'},
                                          {"errors", 1, NULL, 'E'},
                                          {"annotations", 1, NULL, 'A'},
                                          {"net-weight", 1, NULL, 'w'},
                                          {NULL, 0, NULL, 0}};
    options o = {.seed = 1,
                 .times = 3,
                 .net_weight = 0.65F,
                 .treebank_weight = 0.3F,
                 .rates = {.epochs = 20,
                           .rate = 0.1F,
                           .decay = 1e-3F,
                           .drop_self = 0.3F,
                           .drop_context = 0.1F,
                           .drop_lists = 0.1F,
                           .drop_heard = 0.1F,
                           .drop_account = 0.1F,
                           .drop_tree = 0.2F,
                           .drop_second = 0.4F}};
    for (int c; (c = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        switch (c) {
        case 'b': o.base = optarg; break;
        case 'k': add_file(o.known, &o.n_known, optarg); break;
        case 'g': o.given = optarg; break;
        case 'F': o.family = optarg; break;
        case 'h': o.heard = optarg; break;
        case 'c': o.classes = optarg; break;
        case 'n': add_file(o.names, &o.n_names, optarg); break;
        case 'f': o.folds = (int)strtol(optarg, NULL, 10); break;
        case 't': add_file(o.test, &o.n_test, optarg); break;
        case 'N': o.net = optarg; break;
        case 'o': o.out = optarg; break;
        case 'e': o.rates.epochs = (int)strtol(optarg, NULL, 10); break;
        case 'r': o.rates.rate = strtof(optarg, NULL); break;
        case 'd': o.rates.decay = strtof(optarg, NULL); break;
        case 'S': o.seed = (uint64_t)strtoull(optarg, NULL, 10); break;
        case 'T': o.treebank = optarg; break;
        case 'W': o.treebank_weight = strtof(optarg, NULL); break;
        case 'C': o.small = strtof(optarg, NULL); break;
        case 'M': o.times = (int)strtol(optarg, NULL, 10); break;
        case 'D': set_drop(&o.rates, optarg); break;
        case 'A': o.annotations = optarg; break;
        case 'E': errors_path = optarg; break;
        case 'w': o.net_weight = strtof(optarg, NULL); break;
        default: die("see the head of train/ner.c for the options");
        }
    }
    weights[CHOSEN] = o.net_weight;
    if (!o.base || !o.n_names) {
        die("--base and --names are needed");
    }
    return o;
}

int main(int argc, char **argv) {
    plx_arena arena;
    plx_arena_init(&arena, 16 * PLX_GIB);
    job j = {.o = read_options(argc, argv), .arena = &arena};
    plx_error err;
    if (plx_guard(work, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    plx_lang_free(j.lang);
    free(j.rows);
    plx_arena_release(&arena);
    return 0;
}
