/* train_network: learns the network of lang and writes the model.
 *
 *   --vectors FILE --treebank FILE --out FILE.plx --language CODE     what is needed for a model
 *   --dev FILE              another treebank: figures on it after each epoch
 *   --names FILE ...        name sets (IOB2) to learn from
 *   --only-names            learn names alone; the treebank tells the classes of words
 *   --names-dev FILE ...    name sets for figures
 *   --fold K/N              of the first --names, documents with number % N == K are held out for
 * figures
 *   --articles FILE --pretrain WORDS     first learn to guess left-out words of raw text
 *   --save FILE, --load FILE             the floats, after pretraining / before learning
 *   --given FILE --family FILE   names of people to put in the places of others (column 1, column
 * 2)
 *   --epochs N --rate R --seed S --drop-input P --drop-hidden P
 */
#include "base/map.h"
#include "lang/names.h"
#include "support/data.h"
#include "support/export.h"
#include "support/gemm.h"
#include "support/lemmas.h"
#include "support/net.h"
#include "support/swap.h"
#include "support/text.h"

#include <getopt.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

enum { MAX_BATCH = 4096, FREQUENT_CLASSES = 1500, CLUSTERS = 500, MAX_FILES = 8 };

typedef struct options {
    const char *vectors, *treebank, *dev, *out, *language, *articles, *save, *load, *given, *family;
    const char *names[MAX_FILES], *names_dev[MAX_FILES];
    size_t n_names, n_names_dev;
    double pretrain;
    bool only_names;
    int epochs, fold, folds, batch;
    float rate, drop_input, drop_hidden;
    uint64_t seed;
} options;

/* ---- batches --------------------------------------------------------------------------------- */

typedef struct batch_room {
    uint32_t begin[MAX_BATCH + 1];
    const sentence *sentences[MAX_BATCH];
    plx_word_features features[MAX_BATCH];
    uint32_t word_class[MAX_BATCH];
    batch b;
} batch_room;

static void batch_clear(batch_room *r) {
    r->b = (batch){.begin = r->begin, .sentences = r->sentences, .features = r->features};
    r->begin[0] = 0;
}

static bool is_word(plx_str s) {
    size_t pos = 0;
    return s.n && plx_cp_is_alnum(plx_utf8_next(s, &pos));
}

static bool batch_add(batch_room *r, const sentence *s, const plx_vocab *v) {
    batch *b = &r->b;
    if (b->n + s->n > MAX_BATCH || s->n > PLX_LANG_MAX_WORDS) {
        return false;
    }
    bool initial = true;
    for (uint32_t i = 0; i < s->n; i++) {
        plx_lang__word_features(v, s->form[i], initial, s->space[i],
                                i + 1 == s->n || s->space[i + 1], &r->features[b->n + i]);
        initial = initial && !is_word(s->form[i]);
    }
    r->sentences[b->n_sentences++] = s;
    b->n += s->n;
    r->begin[b->n_sentences] = b->n;
    return true;
}

/* ---- pretraining ----------------------------------------------------------------------------- */

/* Classes of words: the commonest each their own, the rest by k-means over their vectors. */
static uint32_t *word_classes(const vectors *v, uint64_t seed) {
    size_t n = v->n, dim = v->dim;
    float *x = must(malloc(n * dim * sizeof *x)), *centre = must(malloc(CLUSTERS * dim * 4));
    float *score = must(malloc(n * CLUSTERS * sizeof *score));
    uint32_t *out = must(malloc(n * sizeof *out));
    for (size_t i = 0; i < n; i++) {
        float norm = 1e-9F;
        for (size_t k = 0; k < dim; k++) {
            norm += v->values[i * dim + k] * v->values[i * dim + k];
        }
        for (size_t k = 0; k < dim; k++) {
            x[i * dim + k] = v->values[i * dim + k] / sqrtf(norm);
        }
    }
    for (size_t c = 0; c < CLUSTERS; c++) {
        memcpy(centre + c * dim, x + (next_random(&seed) % PLX_MIN(n, (size_t)20000)) * dim,
               dim * sizeof(float));
    }
    for (int round = 0; round < 8; round++) {
        gemm(n, CLUSTERS, dim, x, dim, 1, centre, 1, dim, score, CLUSTERS, 0);
        memset(centre, 0, CLUSTERS * dim * sizeof(float));
        for (size_t i = 0; i < n; i++) {
            size_t best = 0;
            for (size_t c = 1; c < CLUSTERS; c++) {
                best = score[i * CLUSTERS + c] > score[i * CLUSTERS + best] ? c : best;
            }
            out[i] = (uint32_t)(i < FREQUENT_CLASSES ? i : FREQUENT_CLASSES + best);
            for (size_t k = 0; k < dim; k++) {
                centre[best * dim + k] += x[i * dim + k];
            }
        }
        for (size_t c = 0; c < CLUSTERS; c++) {
            float norm = 1e-9F;
            for (size_t k = 0; k < dim; k++) {
                norm += centre[c * dim + k] * centre[c * dim + k];
            }
            for (size_t k = 0; k < dim; k++) {
                centre[c * dim + k] /= sqrtf(norm);
            }
        }
    }
    free(x);
    free(centre);
    free(score);
    return out;
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void pretrain(net *w, const options *o, const plx_vocab *vocab, const vectors *v,
                     batch_room *room, plx_arena *arena) {
    const drops d = {.vector = 0, .row = 0, .input = 0.05F, .hidden = 0.05F};
    uint32_t *classes = word_classes(v, o->seed);
    text_stream text;
    text_open(&text, o->articles, o->seed, arena);
    double done = 0, begun = seconds();
    uint64_t seed = o->seed + 99;
    losses sum = {0};
    const sentence *s = NULL;
    bool fresh;
    for (size_t step = 0; done < o->pretrain; step++) {
        batch_clear(room);
        room->b.word_class = room->word_class;
        if (!s) {
            s = text_next(&text, &fresh);
        }
        fresh = false;
        while (room->b.n < 1000) { /* a batch ends with its article: sentences live that long */
            batch_add(room, s, vocab);
            s = NULL;
            if (text.next >= text.open.n) {
                break;
            }
            s = text_next(&text, &fresh);
        }
        for (uint32_t i = 0; i < room->b.n; i++) {
            uint32_t id = room->features[i].vector;
            bool ask = id != PLX_NONE && next_uniform(&seed) < 0.15F;
            /* the commonest words teach little: ask for fewer of them */
            ask = ask && (id >= 100 || next_uniform(&seed) < 0.5F);
            room->word_class[i] = ask ? classes[id] : PLX_NONE;
        }
        net_run(w, &room->b, &d, true, &sum, NULL);
        float at = (float)(done / o->pretrain);
        net_step(w, 0.002F * (1 - 0.9F * at) * PLX_MIN(1.0F, (float)(step + 1) / 200.0F), 2.0F);
        done += room->b.n;
        if (step % 500 == 499) {
            fprintf(stderr, "pretraining: %.2f million words, loss %.3f, %.0f words/s\n",
                    done / 1e6, sum.words / (double)sum.n_masked, done / (seconds() - begun));
            sum = (losses){0};
        }
    }
    free(classes);
}

/* ---- figures --------------------------------------------------------------------------------- */

typedef struct tally {
    size_t right, system, gold;
} tally;

static double f1(tally t) {
    return t.system + t.gold ? 2.0 * (double)t.right / (double)(t.system + t.gold) : 0;
}

static void count_names(const uint8_t *gold, const uint8_t *got, uint32_t n, bool has_other,
                        tally *all, tally *person) {
    for (uint32_t i = 0; i < n; i++) {
        for (int side = 0; side < 2; side++) {
            const uint8_t *a = side ? got : gold, *b = side ? gold : got;
            if (a[i] % 2 != 1) {
                continue;
            }
            uint32_t type = (a[i] - 1U) / 2, end = i + 1;
            while (end < n && a[end] == a[i] + 1) {
                end++;
            }
            bool same = b[i] == a[i];
            for (uint32_t k = i + 1; same && k < end; k++) {
                same = b[k] == a[k];
            }
            same = same && (end == n || b[end] != a[i] + 1);
            if (type == PLX_OTHER && !has_other) {
                continue;
            }
            tally *to[2] = {all, type == PLX_PERSON ? person : NULL};
            for (int k = 0; k < 2 && to[k]; k++) {
                to[k]->right += side == 0 && same;
                to[k]->gold += side == 0;
                to[k]->system += side == 1;
            }
        }
    }
}

static void evaluate(net *w, const dataset *d, const plx_vocab *vocab, batch_room *room,
                     const char *what) {
    static scores out;
    static uint8_t back[MAX_BATCH * PLX_NAME_LABELS], labels[MAX_BATCH];
    if (!out.tags) {
        out.tags = must(malloc((size_t)MAX_BATCH * w->n_tags * sizeof(float)));
        out.names = must(malloc((size_t)MAX_BATCH * N_LABELS * sizeof(float)));
        out.heads = must(malloc(MAX_BATCH * sizeof(uint32_t)));
        out.rels = must(malloc(MAX_BATCH));
    }
    const drops none = {0};
    tally all = {0}, person = {0};
    size_t words = 0, tags = 0, heads = 0, rels = 0;
    for (size_t k = 0; k < d->n;) {
        batch_clear(room);
        for (; k < d->n && room->b.n < 1500; k++) {
            if (!batch_add(room, &d->p[k], vocab)) {
                break;
            }
        }
        losses sum = {0};
        net_run(w, &room->b, &none, false, &sum, &out);
        for (uint32_t s = 0; s < room->b.n_sentences; s++) {
            const sentence *t = room->b.sentences[s];
            uint32_t at = room->b.begin[s];
            for (uint32_t i = 0; t->has_tree && i < t->n; i++) {
                const float *row = out.tags + (size_t)(at + i) * w->n_tags;
                uint32_t best = 0;
                for (uint32_t c = 1; c < w->n_tags; c++) {
                    best = row[c] > row[best] ? c : best;
                }
                words++;
                tags += tag_upos(best) == t->upos[i];
                bool head = out.heads[at + i] == t->head[i];
                heads += head;
                rels += head &&
                        strcmp(plx_deprel_name(out.rels[at + i]), plx_deprel_name(t->rel[i])) == 0;
            }
            if (t->label) {
                plx_lang__best_labels(out.names + (size_t)at * N_LABELS, t->n, back, labels);
                count_names(t->label, labels, t->n, t->has_other, &all, &person);
            }
        }
    }
    if (words) {
        double n = (double)words;
        fprintf(stderr, "%s: upos %.4f uas %.4f las %.4f\n", what, (double)tags / n,
                (double)heads / n, (double)rels / n);
    }
    if (all.gold) {
        fprintf(stderr, "%s: names %.4f (p %.3f r %.3f) persons %.4f\n", what, f1(all),
                (double)all.right / (double)(all.system + !all.system),
                (double)all.right / (double)all.gold, f1(person));
    }
}

/* ---- learning -------------------------------------------------------------------------------- */

typedef struct piece { /* a batch to be: sentences [from, to) of an order */
    uint32_t from, to;
    bool names;
} piece;

static size_t cut(const dataset *d, const uint32_t *order, uint32_t want, bool names, piece *out) {
    size_t n = 0;
    for (uint32_t from = 0; from < d->n;) {
        uint32_t to = from, words = 0;
        while (to < d->n && words < want) {
            words += d->p[order[to++]].n;
        }
        out[n++] = (piece){from, to, names};
        from = to;
    }
    return n;
}

static void learn(net *w, const options *o, const dataset *trees, const dataset *names,
                  const plx_vocab *vocab, batch_room *room, const dataset *dev,
                  const dataset *names_dev, size_t n_names_dev) {
    const drops d = {.vector = 0.1F,
                     .row = 0.2F,
                     .input = o->drop_input,
                     .hidden = o->drop_hidden,
                     .mlp = 0.33F};
    uint64_t seed = o->seed + 5;
    uint32_t *order[2];
    const dataset *sets[2] = {trees, names};
    for (int k = 0; k < 2; k++) {
        order[k] = must(malloc((sets[k]->n + 1) * sizeof **order));
        for (size_t i = 0; i < sets[k]->n; i++) {
            order[k][i] = (uint32_t)i;
        }
    }
    piece *pieces = must(malloc((trees->n + names->n + 2) * sizeof *pieces));
    uint32_t *turn = must(malloc((trees->n + names->n + 2) * sizeof *turn));
    double begun = seconds();
    swaps others;
    swaps_gather(&others, names, o->given, o->family, names->arena);
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    for (int e = 0; e < o->epochs; e++) {
        size_t n = 0;
        for (int k = 0; k < 2; k++) {
            shuffle(order[k], sets[k]->n, &seed);
            n += cut(sets[k], order[k], (uint32_t)o->batch, k == 1, pieces + n);
        }
        for (size_t i = 0; i < n; i++) {
            turn[i] = (uint32_t)i;
        }
        shuffle(turn, n, &seed);
        losses sum = {0};
        for (size_t i = 0; i < n; i++) {
            const piece *p = &pieces[turn[i]];
            batch_clear(room);
            plx_arena_reset(&scratch);
            for (uint32_t k = p->from; k < p->to; k++) {
                const sentence *t = &sets[p->names]->p[order[p->names][k]];
                batch_add(room, p->names ? swap_names(&others, t, &seed, &scratch) : t, vocab);
            }
            if (room->b.n == 0) {
                continue;
            }
            net_run(w, &room->b, &d, true, &sum, NULL);
            double at = ((double)e + (double)i / (double)n) / o->epochs;
            double rate = at < 0.05 ? at / 0.05 : 1 - (at - 0.05) / 0.95;
            net_step(w, o->rate * (float)rate + 1e-6F, 2.0F);
        }
        double words = (double)(sum.n_words - sum.n_names) + 1;
        fprintf(stderr, "epoch %d: tags %.3f arcs %.3f rels %.3f names %.3f (%.0f s)\n", e + 1,
                sum.tags / words, sum.arcs / words, sum.rels / words,
                sum.names / (double)(sum.n_names + 1), seconds() - begun);
        if (e % 3 == 2 || e + 1 == o->epochs) {
            net_swap_means(w);
            evaluate(w, dev, vocab, room, "dev");
            for (size_t k = 0; k < n_names_dev; k++) {
                evaluate(w, &names_dev[k], vocab, room, "names");
            }
            net_swap_means(w);
        }
    }
    plx_arena_release(&scratch);
    free(pieces);
    free(turn);
}

/* ---- the whole ------------------------------------------------------------------------------- */

typedef struct job {
    options o;
    plx_arena *arena;
} job;

static void hold_out(const options *o, size_t first, dataset *names, dataset *held) {
    size_t kept = 0;
    for (size_t i = 0; i < names->n; i++) {
        if (o->folds && i < first && (int)(names->p[i].document % (uint32_t)o->folds) == o->fold) {
            plx_vec_push(held, held->arena, names->p[i]);
        } else {
            names->p[kept++] = names->p[i];
        }
    }
    names->n = kept;
}

static void work(void *ctx) {
    job *j = ctx;
    const options *o = &j->o;
    plx_arena *a = j->arena;
    batch_room *room = must(calloc(1, sizeof *room));
    vectors v = read_vectors(o->vectors, a);
    if (v.dim != PLX_NET_VECTOR) {
        die("%s: vectors of %zu numbers, not %d", o->vectors, v.dim, PLX_NET_VECTOR);
    }
    double square = 0;
    for (size_t i = 0; i < v.n * v.dim; i++) {
        square += (double)v.values[i] * (double)v.values[i];
    }
    float scale = 0.3F / (float)sqrt(square / (double)(v.n * v.dim));
    plx_str slots = make_vocabulary(&v, a);
    plx_vocab vocab;
    plx_error err;
    if (plx_vocab__load(slots, (uint32_t)v.n, &vocab, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    dataset trees = {.arena = a}, dev = {.arena = a}, names = {.arena = a};
    dataset held[MAX_FILES + 1];
    size_t n_held = 0;
    if (o->treebank) {
        read_treebank(o->treebank, &trees);
    }
    if (o->dev) {
        read_treebank(o->dev, &dev);
    }
    size_t first = 0;
    for (size_t i = 0; i < o->n_names; i++) {
        read_names(o->names[i], 0, &names);
        first = i ? first : names.n;
    }
    held[n_held++] = (dataset){.arena = a};
    hold_out(o, first, &names, &held[0]);
    for (size_t i = 0; i < o->n_names_dev; i++) {
        held[n_held] = (dataset){.arena = a};
        read_names(o->names_dev[i], 0, &held[n_held++]);
    }
    plx_str tags = make_tags(&trees, &dev, a);
    uint32_t n_tags = (uint32_t)(tags.n / 8);
    net *w = net_new(n_tags, o->pretrain > 0 ? FREQUENT_CLASSES + CLUSTERS : 0, &v, scale, o->seed);
    fprintf(stderr,
            "%zu trees, %zu for figures; %zu sentences with names, %zu held out; %u tags; %zu "
            "parameters\n",
            trees.n, dev.n, names.n, held[0].n, n_tags, w->n_params);
    if (o->load) {
        net_load(w, o->load);
    }
    if (o->pretrain > 0) {
        pretrain(w, o, &vocab, &v, room, a);
        w->steps = 0;
        memcpy(w->ema, w->p, w->n_params * sizeof(float));
        memset(w->m1, 0, w->n_params * sizeof(float));
        memset(w->m2, 0, w->n_params * sizeof(float));
        if (o->save) {
            net_save(w, o->save);
        }
    }
    if (o->epochs > 0 && trees.n + names.n > 0) {
        dataset no_trees = {.arena = a};
        learn(w, o, o->only_names ? &no_trees : &trees, &names, &vocab, room, &dev, held, n_held);
    }
    net_swap_means(w);
    if (o->save && o->pretrain <= 0) {
        net_save(w, o->save);
    }
    if (o->out) {
        model_writer m = {.arena = a};
        model_add(&m, "tags", tags.p, tags.n);
        model_add(&m, "vocab", slots.p, slots.n);
        train_lemmas(&trees, &m, a);
        export_net(w, &m);
        model_write(&m, o->language, o->out);
    }
}

static options read_options(int argc, char **argv) {
    static const struct option names[] = {
        {"vectors", 1, NULL, 'v'},  {"treebank", 1, NULL, 't'},   {"dev", 1, NULL, 'd'},
        {"names", 1, NULL, 'n'},    {"names-dev", 1, NULL, 'm'},  {"fold", 1, NULL, 'f'},
        {"articles", 1, NULL, 'a'}, {"pretrain", 1, NULL, 'p'},   {"save", 1, NULL, 's'},
        {"load", 1, NULL, 'l'},     {"epochs", 1, NULL, 'e'},     {"rate", 1, NULL, 'r'},
        {"seed", 1, NULL, 'S'},     {"out", 1, NULL, 'o'},        {"language", 1, NULL, 'L'},
        {"batch", 1, NULL, 'b'},    {"drop-input", 1, NULL, 'i'}, {"drop-hidden", 1, NULL, 'h'},
        {"given", 1, NULL, 'g'},    {"family", 1, NULL, 'F'},     {"only-names", 0, NULL, 'O'},
        {NULL, 0, NULL, 0}};
    options o = {.language = "en",
                 .epochs = 20,
                 .rate = 0.002F,
                 .drop_input = 0.2F,
                 .drop_hidden = 0.33F,
                 .seed = 1,
                 .batch = 600};
    for (int c; (c = getopt_long(argc, argv, "", names, NULL)) != -1;) {
        switch (c) {
        case 'v': o.vectors = optarg; break;
        case 't': o.treebank = optarg; break;
        case 'd': o.dev = optarg; break;
        case 'n':
            if (o.n_names < MAX_FILES) {
                o.names[o.n_names++] = optarg;
            }
            break;
        case 'm':
            if (o.n_names_dev < MAX_FILES) {
                o.names_dev[o.n_names_dev++] = optarg;
            }
            break;
        case 'f':
            if (sscanf(optarg, "%d/%d", &o.fold, &o.folds) != 2) {
                die("--fold takes K/N");
            }
            break;
        case 'a': o.articles = optarg; break;
        case 'p': o.pretrain = strtod(optarg, NULL); break;
        case 's': o.save = optarg; break;
        case 'l': o.load = optarg; break;
        case 'i': o.drop_input = strtof(optarg, NULL); break;
        case 'h': o.drop_hidden = strtof(optarg, NULL); break;
        case 'g': o.given = optarg; break;
        case 'F': o.family = optarg; break;
        case 'e': o.epochs = (int)strtol(optarg, NULL, 10); break;
        case 'r': o.rate = strtof(optarg, NULL); break;
        case 'S': o.seed = (uint64_t)strtoull(optarg, NULL, 10); break;
        case 'o': o.out = optarg; break;
        case 'L': o.language = optarg; break;
        case 'O': o.only_names = true; break;
        case 'b': o.batch = (int)strtol(optarg, NULL, 10); break;
        default: die("see the head of train/network.c for the options");
        }
    }
    if (!o.vectors || (o.pretrain > 0 && !o.articles) || (o.out && !o.treebank)) {
        die("--vectors is needed, --articles for --pretrain, --treebank for --out");
    }
    return o;
}

int main(int argc, char **argv) {
    plx_arena arena;
    plx_arena_init(&arena, 16 * PLX_GIB);
    job j = {read_options(argc, argv), &arena};
    plx_error err;
    if (plx_guard(work, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    plx_arena_release(&arena);
    return 0;
}
