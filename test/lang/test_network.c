/* network: every kernel gives the bits of the plain one; trees are trees; the layer's output holds
 * what later stages rely on; nothing of it depends on the sentences around. */
#include "support/support.h"

#include "lang/activate.h"
#include "lang/internal.h"
#include "lang/kernels.h"
#include "lang/names.h"
#include "lang/tree.h"

#include <stdlib.h>
#include <string.h>

#define MODEL PLX_SOURCE_DIR "/models/english.plx"

static uint64_t seed;
static uint32_t next(void) {
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(seed >> 33);
}

static void fill(void *p, size_t n) {
    for (size_t i = 0; i < n; i++) {
        ((unsigned char *)p)[i] = (unsigned char)next();
    }
}

static void test_multiply(void **state) {
    plx_arena *a = *state;
    size_t n_kernels;
    const plx_kernels *const *k = plx_kernels__all(&n_kernels);
    static const uint32_t ks[] = {4, 96, 128, 224, 256, 288};
    for (size_t i = 0; i < PLX_COUNT(ks); i++) {
        plx_matrix m = {.k = ks[i], .n = 96};
        int8_t *w = plx_arena_alloc(a, (size_t)m.n * m.k, 64);
        int32_t *c = plx_new_n(a, int32_t, m.n);
        fill(w, (size_t)m.n * m.k);
        for (uint32_t j = 0; j < m.n; j++) {
            c[j] = (int32_t)next() % 10000;
        }
        m.w = w;
        m.c = c;
        for (size_t n = 1; n < 60; n += n < 20 ? 3 : 8) {
            uint8_t *x = plx_arena_alloc(a, n * m.k + PLX_NET_PAD, 64);
            fill(x, n * m.k + PLX_NET_PAD);
            if (n == 4) { /* the largest sums there are */
                memset(x, 255, n * m.k);
            }
            enum { STRIDE = 96 + 32 };
            int32_t *want = plx_new_n(a, int32_t, n * STRIDE), *got;
            k[0]->multiply(&m, (plx_blocks){0, 3}, x, n, want, STRIDE);
            int32_t by_hand = 0;
            for (uint32_t q = 0; q < m.k; q++) {
                by_hand += x[q] * w[(size_t)32 * m.k + q / 4 * 128 + 1 * 4 + q % 4];
            }
            assert_int_equal(want[33], by_hand);
            for (size_t v = 0; v < n_kernels;
                 v++) { /* all at once, and the last two by themselves */
                got = plx_new_n(a, int32_t, n * STRIDE);
                k[v]->multiply(&m, (plx_blocks){0, 3}, x, n, got, STRIDE);
                assert_memory_equal(want, got, n * STRIDE * sizeof *got);
                got = plx_new_n(a, int32_t, n * STRIDE);
                k[v]->multiply(&m, (plx_blocks){1, 2}, x, n, got, STRIDE);
                for (size_t row = 0; row < n; row++) {
                    assert_memory_equal(want + row * STRIDE + 32, got + row * STRIDE,
                                        64 * sizeof *got);
                }
            }
        }
    }
}

/* A step of one unit, as it is written down. */
static uint8_t unit_step(const plx_cells *z, const int32_t *sums, uint32_t k, float *state) {
    float gate[4], old = *state;
    for (uint32_t g = 0; g < 4; g++) {
        uint32_t at = g * z->units + k;
        gate[g] = (float)(sums[g * PLX_NET_UNITS + k] - z->c[at]) * z->s[at] + z->b[at];
    }
    float forget = plx_net_sigmoid(gate[1] + z->v[k] * old);
    float reset = plx_net_sigmoid(gate[2] + z->v[z->units + k] * old);
    float through = plx_net_tanh(gate[3]);
    *state = gate[0] + forget * (old - gate[0]);
    float x = through + reset * (plx_net_tanh(*state) - through);
    return (uint8_t)(int32_t)(x * 127.0F + 128.5F);
}

/* Forwards and backwards through a layer of twice as many units; the first kernel's bytes are, but
 * for a last bit, those of the definition, and all others' are the first's. */
static void test_cells(void **state) {
    (void)state;
    enum { H = 2 * PLX_NET_UNITS, N = 9, WIDTH = 4 * PLX_NET_UNITS };
    static int32_t sums[N * WIDTH], c[4 * H];
    static float s[4 * H], b[4 * H], v[2 * H];
    static uint8_t out[2][N * H];
    size_t n_kernels;
    const plx_kernels *const *k = plx_kernels__all(&n_kernels);
    for (int round = 0; round < 100; round++) {
        for (int i = 0; i < N * WIDTH; i++) {
            sums[i] = (int32_t)(next() % 2000001U) - 1000000;
        }
        for (int i = 0; i < 4 * H; i++) {
            c[i] = (int32_t)(next() % 200001U) - 100000;
            s[i] = (float)(next() % 1000) * 1e-8F;
            b[i] = (float)(next() % 1000) * 1e-3F - 0.5F;
        }
        for (int i = 0; i < 2 * H; i++) {
            v[i] = (float)(next() % 1000) * 2e-3F - 1;
        }
        for (int back = 0; back < 2; back++) {
            for (size_t q = 0; q < n_kernels; q++) {
                int first = back ? N - 1 : 0;
                plx_cells z = {.sums = sums + first * WIDTH,
                               .sums_step = back ? -WIDTH : WIDTH,
                               .n = N,
                               .units = H,
                               .c = c + PLX_NET_UNITS,
                               .s = s + PLX_NET_UNITS,
                               .b = b + PLX_NET_UNITS,
                               .v = v + PLX_NET_UNITS,
                               .out = out[q > 0] + first * H,
                               .out_step = back ? -H : H};
                k[q]->cells(&z);
                assert_memory_equal(out[0], out[q > 0], sizeof out[0]);
                for (uint32_t unit = 0; q == 0 && unit < PLX_NET_UNITS; unit++) {
                    float carried = 0;
                    for (int t = 0; t < N; t++) {
                        uint8_t want = unit_step(&z, z.sums + t * z.sums_step, unit, &carried);
                        assert_true(abs(want - z.out[t * z.out_step + unit]) <= 1);
                    }
                }
            }
        }
    }
}

static void test_curves(void **state) {
    (void)state;
    size_t n_kernels;
    const plx_kernels *const *k = plx_kernels__all(&n_kernels);
    enum { N = 256 };
    int32_t sums[N], c[N];
    float s[N], b[N], real[2][N];
    uint8_t out[2][N];
    plx_matrix m = {.c = c, .s = s, .b = b, .n = N};
    for (int round = 0; round < 200; round++) {
        for (int i = 0; i < N; i++) {
            sums[i] = (int32_t)(next() % 2000001U) - 1000000;
            c[i] = (int32_t)(next() % 200001U) - 100000;
            s[i] = (float)(next() % 1000) * 1e-7F;
            b[i] = (float)(next() % 1000) * 1e-3F - 0.5F;
        }
        k[0]->squash(&m, sums, out[0], real[0]);
        assert_true(real[0][3] == plx_net_tanh((float)(sums[3] - c[3]) * s[3] + b[3]));
        float plain[N], outputs[N];
        k[0]->outputs(&m, sums, plain);
        for (size_t q = 1; q < n_kernels; q++) {
            k[q]->outputs(&m, sums, outputs);
            assert_memory_equal(plain, outputs, sizeof plain);
            k[q]->squash(&m, sums, out[1], real[1]);
            assert_memory_equal(real[0], real[1], sizeof real[0]);
            assert_memory_equal(out[0], out[1], N);
        }
    }
}

static float some(void) { return (float)(next() % 2001U) * 1e-3F - 1; }

/* Scores of heads, of any number of words; the largest, which is often there twice. */
static void test_scores(void **state) {
    plx_arena *a = *state;
    size_t n_kernels;
    const plx_kernels *const *k = plx_kernels__all(&n_kernels);
    const size_t K = 24, STEP = 48, ROWS = 19, X_STEP = 31;
    float *x = plx_new_n(a, float, ROWS *X_STEP), *t = plx_new_n(a, float, K *STEP);
    for (size_t i = 0; i < ROWS * X_STEP; i++) {
        x[i] = some();
    }
    for (size_t i = 0; i < K * STEP; i++) {
        t[i] = some();
    }
    for (uint32_t n = 1; n <= STEP; n++) {
        size_t rows = 1 + n % ROWS;
        float *want = plx_new_n(a, float, rows *n), *got = plx_new_n(a, float, rows *n);
        k[0]->project(x, X_STEP, rows, t, STEP, (uint32_t)K, n, want);
        float sum = 0;
        for (size_t q = 0; q < K; q++) {
            sum += x[(rows - 1) * X_STEP + q] * t[q * STEP + n - 1];
        }
        assert_true(want[rows * n - 1] == sum);
        for (uint32_t i = 0; i < n; i++) {
            want[i] = (float)(int)(want[i] * 4);
        }
        for (size_t v = 1; v < n_kernels; v++) {
            k[v]->project(x, X_STEP, rows, t, STEP, (uint32_t)K, n, got);
            assert_memory_equal(want + n, got + n, (rows - 1) * n * sizeof *got);
            assert_int_equal(k[v]->largest(want, n), k[0]->largest(want, n));
        }
    }
}

/* All trees of n words by counting through heads: the oracle. */
static double best_by_trying(const float *score, uint32_t n) {
    double best = -1e300;
    uint32_t total = 1;
    for (uint32_t i = 0; i < n; i++) {
        total *= n + 1;
    }
    for (uint32_t code = 0; code < total; code++) {
        uint32_t heads[6], rest = code, roots = 0;
        double sum = 0;
        bool ok = true;
        for (uint32_t i = 0; i < n; i++, rest /= n + 1) {
            heads[i] = rest % (n + 1);
            roots += heads[i] == 0;
            ok = ok && heads[i] != i + 1;
            sum += (double)score[i * (n + 1) + heads[i]];
        }
        for (uint32_t i = 0; ok && i < n; i++) {
            uint32_t at = i + 1, steps = 0;
            while (at && steps++ <= n) {
                at = heads[at - 1];
            }
            ok = at == 0;
        }
        if (ok && roots == 1 && sum > best) {
            best = sum;
        }
    }
    return best;
}

static void test_tree(void **state) {
    plx_arena *a = *state;
    for (int round = 0; round < 400; round++) {
        uint32_t n = 1 + next() % 5, heads[6], roots = 0;
        float score[6 * 7];
        for (uint32_t i = 0; i < n * (n + 1); i++) {
            score[i] = (float)(next() % 1000) / 16.0F;
        }
        plx_lang__best_tree(score, n, a, heads);
        double sum = 0;
        for (uint32_t i = 0; i < n; i++) {
            roots += heads[i] == 0;
            sum += (double)score[i * (n + 1) + heads[i]];
        }
        assert_int_equal(roots, 1);
        assert_true(sum > best_by_trying(score, n) - 1e-3);
    }
}

static void test_labels(void **state) {
    (void)state;
    float scores[3 * PLX_NAME_LABELS] = {0};
    uint8_t back[3 * PLX_NAME_LABELS], labels[3];
    scores[1] = 2;                       /* begins a person */
    scores[PLX_NAME_LABELS + 4] = 3;     /* continues an organisation: not after a person */
    scores[PLX_NAME_LABELS + 2] = 2.5F;  /* continues a person */
    scores[2 * PLX_NAME_LABELS + 0] = 1; /* outside */
    plx_lang__best_labels(scores, 3, back, labels);
    assert_int_equal(labels[0], 1);
    assert_int_equal(labels[1], 2);
    assert_int_equal(labels[2], 0);
}

static const char story[] =
    "Mayor Jane Roe said on Monday that the Harlow Bridge Company would not close the crossing. "
    "\u201CWe didn't expect it,\u201D she told reporters in Port Ellery.\n\nTwo of the workers "
    "were "
    "arrested on Sunday, police in the United States said. Roe was elected in 2019.";

static plx_lang *open_shipped(void) {
    plx_lang *lang = NULL;
    plx_error err = {0};
    if (plx_lang_open(MODEL, &lang, &err) != PLX_OK) {
        print_message("SKIP: %s: %s\n", MODEL, err.msg);
        return NULL;
    }
    return lang;
}

static void same(const plx_annotation *x, const plx_annotation *y) {
    assert_int_equal(x->n_tokens, y->n_tokens);
    assert_int_equal(x->n_names, y->n_names);
    for (size_t i = 0; i < x->n_tokens; i++) {
        const plx_token *t = &x->tokens[i], *u = &y->tokens[i];
        assert_true(t->head == u->head && t->deprel == u->deprel && t->upos == u->upos);
        assert_true(t->feats == u->feats && t->name == u->name && plx_str_eq(t->lemma, u->lemma));
    }
    for (size_t i = 0; i < x->n_names; i++) {
        assert_true(plx_span_eq(x->names[i].span, y->names[i].span));
        assert_int_equal(x->names[i].type, y->names[i].type);
    }
}

static void test_kernels_agree(void **state) {
    plx_arena *a = *state;
    plx_lang *lang = open_shipped();
    if (!lang) {
        return;
    }
    plx_account account = {.text = plx_str_of(story)};
    size_t n;
    const plx_kernels *const *k = plx_kernels__all(&n);
    plx_annotation want, got;
    lang->net.kernels = k[0];
    plx_lang_annotate(lang, &account, PLX_LANG_ACCURATE, a, &want);
    for (size_t i = 1; i < n; i++) {
        lang->net.kernels = k[i];
        plx_lang_annotate(lang, &account, PLX_LANG_ACCURATE, a, &got);
        same(&want, &got);
    }
    plx_lang_free(lang);
}

static const plx_token *token(const plx_annotation *an, const char *form) {
    for (size_t i = 0; i < an->n_tokens; i++) {
        if (plx_str_eq(an->tokens[i].form, plx_str_of(form))) {
            return &an->tokens[i];
        }
    }
    fail_msg("no word '%s'", form);
    return NULL;
}

static void test_story(void **state) {
    plx_arena *a = *state;
    plx_lang *lang = open_shipped();
    if (!lang) {
        return;
    }
    plx_account account = {.text = plx_str_of(story)};
    plx_annotation an;
    plx_lang_annotate(lang, &account, PLX_LANG_ACCURATE, a, &an);
    assert_true(an.has_tree);
    for (size_t s = 0; s < an.n_sentences; s++) { /* one root each, heads inside, no cycle */
        uint32_t roots = 0;
        for (uint32_t i = an.sentences[s].begin; i < an.sentences[s].end; i++) {
            uint32_t head = an.tokens[i].head, steps = 0;
            roots += head == PLX_NONE;
            for (uint32_t at = i; at != PLX_NONE; at = an.tokens[at].head) {
                assert_true(at >= an.sentences[s].begin && at < an.sentences[s].end);
                assert_true(steps++ <= an.n_tokens);
            }
        }
        assert_int_equal(roots, 1);
    }
    assert_int_equal(token(&an, "said")->upos, PLX_UPOS_VERB);
    assert_str(token(&an, "said")->lemma, "say");
    assert_str(token(&an, "workers")->lemma, "worker");
    assert_true(token(&an, "workers")->feats & PLX_FEAT_PLUR);
    assert_true(token(&an, "arrested")->feats & PLX_FEAT_PASS);
    assert_true(token(&an, "she")->feats & PLX_FEAT_FEM);
    assert_true(token(&an, "n't")->feats & PLX_FEAT_NEG);
    assert_true(plx_lang_continues_token(&an, (uint32_t)(token(&an, "n't") - an.tokens)));
    const plx_token *jane = token(&an, "Jane");
    assert_true(jane->name != PLX_NONE && an.names[jane->name].type == PLX_PERSON);
    plx_annotation fast;
    plx_lang_annotate(lang, &account, PLX_LANG_FAST, a, &fast);
    assert_false(fast.has_tree);
    assert_int_equal(fast.n_names, an.n_names);
    plx_lang_free(lang);
}

/* The end of a name is no abbreviation. */
static void test_ends_of_names(void **state) {
    plx_arena *a = *state;
    plx_lang *lang = open_shipped();
    if (!lang) {
        return;
    }
    plx_account account = {.text = PLX_S("Irina Salmanov met Pavel Brunov in the harbour.")};
    plx_annotation an;
    plx_lang_annotate(lang, &account, PLX_LANG_ACCURATE, a, &an);
    assert_true(token(&an, "Salmanov")->lemma.n == sizeof "Salmanov" - 1);
    assert_true(token(&an, "Brunov")->lemma.n == sizeof "Brunov" - 1);
    plx_lang_free(lang);
}

/* What was read before comes out as it did, beside what is new, at either speed. */
static void test_memory(void **state) {
    plx_arena *a = *state;
    plx_lang *lang = open_shipped();
    if (!lang) {
        return;
    }
    static const char *const texts[] = {
        story,
        "Roe was elected in 2019. The workers were freed on Tuesday. Roe was elected in 2019.",
        "The workers were freed on Tuesday. Roe was re-elected in 2021. Roe was elected in 2019."};
    plx_lang_memory *memory = plx_lang_memory_new(a);
    for (size_t i = 0; i < 12; i++) {
        plx_account account = {.text = plx_str_of(texts[i % 3])};
        plx_lang_speed speed = i < 6 ? PLX_LANG_ACCURATE : PLX_LANG_FAST;
        plx_annotation want, got;
        plx_lang_annotate(lang, &account, speed, a, &want);
        plx_lang_annotate_with(lang, memory, &account, speed, a, &got);
        same(&want, &got);
    }
    plx_lang_free(lang);
}

static void annotate_once(void *ctx, plx_arena *arena) {
    plx_account account = {.text = plx_str_of(story)};
    plx_annotation an;
    plx_lang_memory *memory = plx_lang_memory_new(arena);
    for (int i = 0; i < 3; i++) {
        plx_lang_annotate_with(ctx, memory, &account, PLX_LANG_ACCURATE, arena, &an);
    }
}

static void test_no_memory(void **state) {
    (void)state;
    plx_lang *lang = open_shipped();
    if (lang) {
        plx_test_fail_each(annotate_once, lang, 100000);
        plx_lang_free(lang);
    }
}

int main(void) {
    seed = 1;
#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_multiply),      TEST(test_curves), TEST(test_cells),    TEST(test_scores),
        TEST(test_tree),          TEST(test_labels), TEST(test_story),    TEST(test_kernels_agree),
        TEST(test_ends_of_names), TEST(test_memory), TEST(test_no_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
