/* train_vectors ARTICLES.jsonl OUT [EPOCHS [VOCABULARY]]: static word vectors from raw text, as
 * numbers only.
 *
 * Skip-gram with negative sampling (Mikolov et al. 2013) whose output weights know the side and
 * the distance of the context word (structured skip-gram: Ling et al., "Two/Too Simple Adaptations
 * of Word2Vec for Syntax Problems", NAACL 2015): the nearest word left and right, and the next
 * three left and right, have a matrix each. One thread, so that the seed decides everything.
 *
 * Words: as lang segments them, digits as 0. A word that begins a sentence takes its lower-case
 * form when that is commoner inside sentences. */
#include "base/map.h"
#include "base/utf8.h"
#include "lang/segment.h"
#include "support/support.h"

#include <jansson.h>
#include <math.h>
#include <stdlib.h>

enum { DIM = 96, N_SIDES = 4, WINDOW = 4, NEGATIVES = 5 };
#define INITIAL (1U << 31)
#define END     UINT32_MAX

typedef struct corpus {
    plx_arena arena;
    plx_map words;
    PLX_VEC(uint32_t) ids;    /* INITIAL flag; END after each sentence */
    PLX_VEC(uint32_t) inside; /* how often a word stands inside sentences */
} corpus;

static plx_str normal(plx_str w, char *room) {
    for (size_t i = 0; i < w.n; i++) {
        room[i] = w.p[i] >= '0' && w.p[i] <= '9' ? '0' : w.p[i];
    }
    return plx_str_n(room, w.n);
}

static uint32_t id_of(corpus *c, plx_str w, bool count) {
    char room[64];
    if (w.n > sizeof room) {
        w.n = sizeof room;
    }
    plx_str key = normal(w, room);
    uint32_t id = plx_map_get(&c->words, key);
    if (id == PLX_NONE) {
        id = (uint32_t)c->inside.n;
        plx_map_put(&c->words, plx_str_dup(&c->arena, key), id, NULL);
        plx_vec_push(&c->inside, &c->arena, 0);
    }
    c->inside.p[id] += count;
    return id;
}

static void add_text(corpus *c, plx_str text, plx_arena *scratch) {
    plx_account account = {.text = text};
    plx_words words;
    plx_lang__words(&account, scratch, &words);
    bool *ends = plx_new_n(scratch, bool, words.n + 1);
    plx_lang__rule_ends(text, &words, ends);
    bool initial = true;
    for (size_t i = 0; i < words.n; i++) {
        plx_str w = plx_str_at(text, words.p[i].span);
        uint32_t id = id_of(c, w, !initial);
        plx_vec_push(&c->ids, &c->arena, id | (initial ? INITIAL : 0));
        initial = initial && !plx_cp_is_alnum((unsigned char)w.p[0]);
        if (ends[i]) {
            plx_vec_push(&c->ids, &c->arena, END);
            initial = true;
        }
    }
}

typedef struct reading {
    corpus *c;
    plx_str in;
} reading;

static void read_articles(void *ctx) {
    reading *r = ctx;
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    plx_str line, rest = r->in;
    while (plx_str_split(&rest, '\n', &line)) {
        json_t *o = json_loadb(line.p, line.n, 0, NULL);
        static const char *const fields[] = {"title", "text"};
        for (size_t i = 0; o && i < 2; i++) {
            const char *s = json_string_value(json_object_get(o, fields[i]));
            if (s) {
                plx_arena_reset(&scratch);
                add_text(r->c, plx_str_of(s), &scratch);
            }
        }
        json_decref(o);
    }
    plx_arena_release(&scratch);
}

/* ---- vocabulary ------------------------------------------------------------------------------ */

typedef struct vocabulary {
    size_t n;
    uint32_t *new_id; /* of a corpus id; PLX_NONE when too rare */
    uint32_t *old_id;
    uint64_t *count;
} vocabulary;

static const uint64_t *sort_count;
static int by_count(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    if (sort_count[x] != sort_count[y]) {
        return sort_count[x] > sort_count[y] ? -1 : 1;
    }
    return x < y ? -1 : x > y;
}

/* Lower-cases sentence beginnings in place; counts; keeps the commonest `want`. */
static vocabulary choose(corpus *c, size_t want) {
    size_t n = c->inside.n;
    uint32_t *lower = must(malloc(n * sizeof *lower));
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    for (size_t i = 0; i < n; i++) {
        plx_arena_reset(&scratch);
        plx_str w = c->words.entries[i].key;
        plx_str l = plx_str_lower(&scratch, w);
        uint32_t id = plx_str_eq(l, w) ? PLX_NONE : plx_map_get(&c->words, l);
        lower[i] = id != PLX_NONE && c->inside.p[id] > c->inside.p[i] ? id : (uint32_t)i;
    }
    uint64_t *count = must(calloc(n, sizeof *count));
    for (size_t i = 0; i < c->ids.n; i++) {
        uint32_t id = c->ids.p[i];
        if (id == END) {
            continue;
        }
        id = id & INITIAL ? lower[id & ~(uint32_t)INITIAL] : id;
        c->ids.p[i] = id;
        count[id]++;
    }
    vocabulary v = {.n = PLX_MIN(want, n)};
    v.old_id = must(malloc(n * sizeof *v.old_id));
    v.new_id = must(malloc(n * sizeof *v.new_id));
    for (size_t i = 0; i < n; i++) {
        v.old_id[i] = (uint32_t)i;
        v.new_id[i] = PLX_NONE;
    }
    sort_count = count;
    qsort(v.old_id, n, sizeof *v.old_id, by_count);
    while (v.n > 0 && count[v.old_id[v.n - 1]] < 5) {
        v.n--;
    }
    v.count = must(malloc((v.n + 1) * sizeof *v.count));
    for (size_t i = 0; i < v.n; i++) {
        v.new_id[v.old_id[i]] = (uint32_t)i;
        v.count[i] = count[v.old_id[i]];
    }
    free(lower);
    free(count);
    plx_arena_release(&scratch);
    return v;
}

/* ---- training -------------------------------------------------------------------------------- */

enum { N_TABLE = 1 << 22, SIGMOID_STEPS = 4096 };

typedef struct trainer {
    float *in, *out[N_SIDES];
    uint32_t *negatives;
    float sigmoid[SIGMOID_STEPS + 1];
    float *keep; /* chance of keeping a word (subsampling of frequent words) */
    uint64_t seed;
} trainer;

static float sigmoid(const trainer *t, float x) {
    float at = (x + 8.0F) * (SIGMOID_STEPS / 16.0F);
    return at <= 0 ? 0.0F : at >= SIGMOID_STEPS ? 1.0F : t->sigmoid[(int)at];
}

static void step(const trainer *t, float *restrict grad, const float *restrict v, float *restrict o,
                 float label, float rate) {
    float dot = 0;
    float lanes[16] = {0};
    for (int i = 0; i < DIM; i += 16) {
        for (int k = 0; k < 16; k++) {
            lanes[k] += v[i + k] * o[i + k];
        }
    }
    for (int k = 0; k < 16; k++) {
        dot += lanes[k];
    }
    float g = (label - sigmoid(t, dot)) * rate;
    for (int i = 0; i < DIM; i++) {
        grad[i] += g * o[i];
        o[i] += g * v[i];
    }
}

static void train_centre(trainer *t, const uint32_t *s, size_t n, size_t at, float rate) {
    float grad[DIM] = {0};
    float *v = t->in + (size_t)s[at] * DIM;
    size_t window = 1 + (size_t)(next_random(&t->seed) % WINDOW);
    size_t from = at > window ? at - window : 0, to = PLX_MIN(n, at + window + 1);
    for (size_t k = from; k < to; k++) {
        if (k == at) {
            continue;
        }
        size_t far = k < at ? at - k : k - at;
        size_t side = (k > at ? 1U : 0U) + (far > 1 ? 2U : 0U);
        step(t, grad, v, t->out[side] + (size_t)s[k] * DIM, 1.0F, rate);
        for (int j = 0; j < NEGATIVES; j++) {
            uint32_t neg = t->negatives[next_random(&t->seed) & (N_TABLE - 1)];
            if (neg != s[k]) {
                step(t, grad, v, t->out[side] + (size_t)neg * DIM, 0.0F, rate);
            }
        }
    }
    for (int i = 0; i < DIM; i++) {
        v[i] += grad[i];
    }
}

static void prepare(trainer *t, const vocabulary *v, uint64_t total) {
    t->seed = 1;
    t->in = must(aligned_alloc(64, v->n * DIM * sizeof(float)));
    for (size_t i = 0; i < v->n * DIM; i++) {
        t->in[i] = (next_uniform(&t->seed) - 0.5F) / DIM;
    }
    for (int k = 0; k < N_SIDES; k++) {
        t->out[k] = must(aligned_alloc(64, v->n * DIM * sizeof(float)));
        memset(t->out[k], 0, v->n * DIM * sizeof(float));
    }
    for (int i = 0; i <= SIGMOID_STEPS; i++) {
        t->sigmoid[i] = 1.0F / (1.0F + expf(-((float)i / SIGMOID_STEPS * 16.0F - 8.0F)));
    }
    t->negatives = must(malloc(N_TABLE * sizeof *t->negatives));
    double sum = 0, acc = 0;
    for (size_t i = 0; i < v->n; i++) {
        sum += pow((double)v->count[i], 0.75);
    }
    size_t at = 0;
    for (size_t i = 0; i < v->n; i++) {
        acc += pow((double)v->count[i], 0.75) / sum;
        while (at < N_TABLE && (double)at < acc * N_TABLE) {
            t->negatives[at++] = (uint32_t)i;
        }
    }
    while (at < N_TABLE) {
        t->negatives[at++] = 0;
    }
    t->keep = must(malloc(v->n * sizeof *t->keep));
    for (size_t i = 0; i < v->n; i++) {
        double f = (double)v->count[i] / (double)total;
        t->keep[i] = (float)(sqrt(3e-4 / f) + 3e-4 / f);
    }
}

static void train(trainer *t, const corpus *c, const vocabulary *v, int epochs) {
    enum { MAX_SENTENCE = 1000 };
    uint32_t s[MAX_SENTENCE];
    double done = 0, all = (double)c->ids.n * epochs;
    for (int e = 0; e < epochs; e++) {
        size_t n = 0, said = 0;
        for (size_t i = 0; i < c->ids.n; i++) {
            uint32_t id = c->ids.p[i];
            if (id != END) {
                id = v->new_id[id];
                if (id != PLX_NONE && n < MAX_SENTENCE && next_uniform(&t->seed) < t->keep[id]) {
                    s[n++] = id;
                }
                continue;
            }
            float rate = 0.035F * (float)(1.0 - (done + (double)i) / all) + 0.0002F;
            for (size_t k = 0; k < n; k++) {
                train_centre(t, s, n, k, rate);
            }
            n = 0;
            if (i / 2000000 != said) {
                said = i / 2000000;
                fprintf(stderr, "vectors: epoch %d of %d, %zu of %zu words\n", e + 1, epochs, i,
                        c->ids.n);
            }
        }
        done += (double)c->ids.n;
    }
}

static void save(const char *path, const corpus *c, const vocabulary *v, const trainer *t) {
    FILE *f = fopen(path, "wb");
    if (!f) {
        die("%s: cannot be written", path);
    }
    uint64_t head[3] = {v->n, DIM, 0};
    for (size_t i = 0; i < v->n; i++) {
        head[2] += c->words.entries[v->old_id[i]].key.n + 1;
    }
    fwrite(head, sizeof head, 1, f);
    for (size_t i = 0; i < v->n; i++) {
        plx_str w = c->words.entries[v->old_id[i]].key;
        fwrite(w.p, 1, w.n, f);
        fputc('\n', f);
    }
    fwrite(t->in, sizeof(float), v->n * DIM, f);
    if (fclose(f) != 0) {
        die("%s: cannot be written", path);
    }
}

int main(int argc, char **argv) {
    if (argc < 3) {
        die("usage: train_vectors ARTICLES.jsonl|- OUT [EPOCHS [WORDS]]");
    }
    int epochs = argc > 3 ? (int)strtol(argv[3], NULL, 10) : 4;
    size_t want = argc > 4 ? (size_t)strtol(argv[4], NULL, 10) : 80000;
    corpus c = {0};
    plx_arena_init(&c.arena, 16 * PLX_GIB);
    plx_map_init(&c.words, &c.arena);
    reading r = {&c, read_file(argv[1])};
    plx_error err;
    if (plx_guard(read_articles, &r, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    vocabulary v = choose(&c, want);
    fprintf(stderr, "vectors: %zu words and ends, %zu forms, %zu kept\n", c.ids.n, c.inside.n, v.n);
    uint64_t total = 0;
    for (size_t i = 0; i < v.n; i++) {
        total += v.count[i];
    }
    trainer t;
    prepare(&t, &v, total);
    train(&t, &c, &v, epochs);
    save(argv[2], &c, &v, &t);
    plx_arena_release(&c.arena);
    return 0;
}
