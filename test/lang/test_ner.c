/* ner: what is missing or damaged is said; phrases are found by their words; the best path is that
 * of a search through all; sentences that show what lists, account and rules add. */
#include "support/support.h"

#include "lang/internal.h"

#include <stdlib.h>
#include <string.h>

#define MODEL PLX_SOURCE_DIR "/models/english.plx"

/* ---- sections -------------------------------------------------------------------------------- */

typedef struct part {
    const char *name;
    size_t n;
} part;

/* A container with these sections, zero-filled. */
static plx_str container(plx_arena *a, const part *parts, size_t n) {
    size_t total = (64 + n * sizeof(plx_model_section) + 63) / 64 * 64, at = total;
    for (size_t i = 0; i < n; i++) {
        total += (parts[i].n + 63) / 64 * 64;
    }
    unsigned char *p = plx_arena_calloc(a, total, 1, 64);
    for (size_t i = 0; i < n; i++) {
        size_t padded = (parts[i].n + 63) / 64 * 64;
        plx_model_section s = {.offset = at, .n_bytes = parts[i].n};
        memcpy(s.name, parts[i].name, strlen(parts[i].name));
        s.hash = plx_hash_bytes(p + at, padded, 0);
        memcpy(p + 64 + i * sizeof s, &s, sizeof s);
        at += padded;
    }
    plx_model_header h = {
        .version = PLX_MODEL_VERSION, .n_sections = (uint32_t)n, .n_bytes = total};
    memcpy(h.magic, "PLXMODEL", 8);
    memcpy(h.language, "en", 2);
    memcpy(p, &h, sizeof h);
    h.table_hash = plx_model__table_hash(p, n);
    memcpy(p, &h, sizeof h);
    return plx_str_n((const char *)p, total);
}

static plx_err load(plx_arena *a, const part *parts, size_t n, plx_ner *out, plx_error *err) {
    plx_str bytes = container(a, parts, n);
    plx_model m;
    assert_int_equal(plx_model__open(bytes.p, bytes.n, &m, err), PLX_OK);
    return plx_ner__load(&m, out, err);
}

static void test_sections(void **state) {
    plx_arena *a = *state;
    enum { N = 6 };
    const part good[N] = {{"ner.rows", 64},  {"ner.move", 640}, {"ner.scale", 8},
                          {"ner.class", 40}, {"known", 128},    {"heard", 16}};
    plx_ner ner;
    plx_error err = {0};
    assert_int_equal(load(a, good, N, &ner, &err), PLX_OK);
    assert_int_equal(ner.mask, 3);
    assert_int_equal(ner.n_classes, 10);
    assert_int_equal(load(a, good + 1, N - 1, &ner, &err), PLX_OK); /* no rows: no such part */
    assert_null(ner.rows);
    for (size_t i = 1; i < N; i++) { /* one missing */
        part some[N];
        memcpy(some, good, sizeof good);
        some[i].name = "other";
        assert_int_equal(load(a, some, N, &ner, &err), PLX_CORRUPT);
        assert_non_null(strstr(err.msg, good[i].name));
    }
    static const size_t bad[N] = {48, 639, 12, 41, 24, 8};
    for (size_t i = 0; i < N; i++) { /* one of a wrong size */
        part some[N];
        memcpy(some, good, sizeof good);
        some[i].n = bad[i];
        assert_int_equal(load(a, some, N, &ner, &err), PLX_CORRUPT);
        assert_non_null(strstr(err.msg, good[i].name));
    }
}

static void test_overfull(void **state) { /* a search in it would never end */
    plx_arena *a = *state;
    const part parts[6] = {{"ner.rows", 64},  {"ner.move", 640}, {"ner.scale", 8},
                           {"ner.class", 40}, {"known", 16},     {"heard", 16}};
    plx_str bytes = container(a, parts, 6);
    plx_model m;
    plx_error err = {0};
    plx_ner ner;
    assert_int_equal(plx_model__open(bytes.p, bytes.n, &m, &err), PLX_OK);
    plx_str s;
    assert_true(plx_model__section(&m, "known", &s));
    char *p = plx_arena_alloc(a, bytes.n, 64);
    memcpy(p, bytes.p, bytes.n);
    memset(p + (s.p - bytes.p), 1, s.n);
    m.bytes = (const unsigned char *)p;
    m.table = m.bytes + 64;
    assert_int_equal(plx_ner__load(&m, &ner, &err), PLX_CORRUPT);
    assert_non_null(strstr(err.msg, "overfull"));
}

/* ---- phrases --------------------------------------------------------------------------------- */

static uint64_t phrase_of(const char *const *words, size_t n) {
    uint64_t h = PLX_NER_EMPTY;
    for (size_t i = 0; i < n; i++) {
        h = plx_ner__phrase(h, plx_hash_str(plx_str_of(words[i])));
    }
    return h;
}

static void test_phrases(void **state) {
    (void)state;
    static const char *const bay[] = {"Grey", "Heron", "Bay"};
    uint32_t slots[32] = {0};
    for (size_t n = 1; n <= 3; n++) {
        uint64_t h = phrase_of(bay, n);
        size_t at = (uint32_t)h & 15;
        while (slots[2 * at]) {
            at = (at + 1) & 15;
        }
        slots[2 * at] = plx_ner__fingerprint(h);
        slots[2 * at + 1] = n < 3 ? PLX_NER_GOES_ON : 5;
    }
    plx_phrases p = {(const unsigned char *)slots, 15};
    assert_int_equal(plx_ner__find(&p, phrase_of(bay, 1)), PLX_NER_GOES_ON);
    assert_int_equal(plx_ner__find(&p, phrase_of(bay, 3)), 5);
    assert_int_equal(plx_ner__find(&p, phrase_of(bay + 1, 2)), 0);
}

/* ---- the shipped model ----------------------------------------------------------------------- */

typedef struct expected {
    const char *text, *name;
    int type; /* -1: no name of just these words */
} expected;

static int type_of(const plx_annotation *an, const char *name) {
    for (size_t i = 0; i < an->n_names; i++) {
        if (plx_str_eq(plx_str_at(an->account->text, an->names[i].span), plx_str_of(name))) {
            return (int)an->names[i].type;
        }
    }
    return -1;
}

static void test_sentences(void **state) {
    plx_arena *a = *state;
    plx_lang *lang = NULL;
    plx_error err = {0};
    if (plx_lang_open(MODEL, &lang, &err) != PLX_OK) {
        print_message("SKIP: %s: %s\n", MODEL, err.msg);
        return;
    }
    static const expected wants[] = {
        {"The North Korean leader agreed to the talks.", "North Korean", PLX_OTHER},
        {"Mr. Oldcastle left at noon, and Oldcastle's lawyer stayed.", "Oldcastle", PLX_PERSON},
        {"Capt. Ruth Oldcastle spoke to reporters.", "Ruth Oldcastle", PLX_PERSON},
        {"A Brazilian court fined Volkswagen over the emissions.", "Brazilian", PLX_OTHER},
        {"A Brazilian court fined Volkswagen over the emissions.", "Volkswagen", PLX_ORGANIZATION},
        {"Ten people were treated at Northgate Hospital after the fire.", "Northgate Hospital",
         PLX_ORGANIZATION},
        {"The envoy flew from Nairobi to Geneva on Monday.", "Nairobi", PLX_PLACE},
        {"The envoy flew from Nairobi to Geneva on Monday.", "Monday", -1},
        {"The ferry stopped at Brack-sur-Leen before dawn.", "Brack-sur-Leen", PLX_PLACE},
        {"Guests of his Vel-a - Dorn club left early.", "Vel-a - Dorn", PLX_PLACE},
        {"The European Commission answered in Brussels.", "European Commission", PLX_ORGANIZATION},
    };
    for (size_t i = 0; i < PLX_COUNT(wants); i++) {
        for (int speed = 0; speed < 2; speed++) {
            plx_account account = {.text = plx_str_of(wants[i].text)};
            plx_annotation an;
            plx_lang_annotate(lang, &account, (plx_lang_speed)speed, a, &an);
            if (type_of(&an, wants[i].name) != wants[i].type) {
                fail_msg("%s: %s is %d, not %d", wants[i].text, wants[i].name,
                         type_of(&an, wants[i].name), wants[i].type);
            }
        }
    }
    plx_lang_free(lang);
}

/* ---- the best path --------------------------------------------------------------------------- */

static bool legal(uint32_t before, uint32_t label) {
    return label == 0 || label % 2 == 1 || before == label || before + 1 == label;
}

/* A weight for a label, made when the feature is first met. */
static const int8_t *weight_of(int8_t *rows, uint32_t mask, uint32_t feature, uint32_t y) {
    const int8_t *found = plx_ner__row(rows, mask, feature);
    assert_non_null(found);
    int8_t *row = rows + (found - rows);
    uint16_t mark = plx_ner__feature_fingerprint(feature), got;
    memcpy(&got, row + PLX_NER_WIDTH - sizeof got, sizeof got);
    if (got == 0) {
        for (uint32_t i = 0; i < PLX_NAME_LABELS; i++) {
            row[i] = (int8_t)(feature >> i);
        }
        memcpy(row + PLX_NER_WIDTH - sizeof mark, &mark, sizeof mark);
    }
    return &row[y];
}

static void test_best_path(void **state) { /* against all paths of three words */
    plx_arena *a = *state;
    enum { L = PLX_NAME_LABELS, ROWS = 4096 };
    int8_t *rows = plx_arena_alloc(a, ROWS * PLX_NER_WIDTH, 64);
    float move[(1 + L) * PLX_NER_WIDTH], scale[2] = {0.02F, 0.5F};
    uint32_t empty[4] = {0}, seed = 5;
    for (int round = 0; round < 20; round++) {
        memset(rows, 0, (size_t)ROWS * PLX_NER_WIDTH);
        for (size_t i = 0; i < PLX_COUNT(move); i++) {
            seed = seed * 1664525U + 1013904223U;
            move[i] = (float)(int32_t)(seed >> 22) / 300.0F;
        }
        plx_phrases none = {(const unsigned char *)empty, 1};
        plx_ner ner = {.rows = rows,
                       .mask = ROWS - 1,
                       .move = move,
                       .scale = scale,
                       .known = none,
                       .heard = none};
        plx_vocab vocab = {(const unsigned char *)empty, 1, 0};
        plx_account account = {.text = PLX_S("Ann Roe Lee")};
        plx_token tokens[3] = {0};
        plx_sentence whole = {.begin = 0, .end = 3};
        for (uint32_t i = 0; i < 3; i++) {
            tokens[i].form = plx_str_slice(account.text, 4 * (size_t)i, 4 * (size_t)i + 3);
            tokens[i].fold = plx_str_fold(a, tokens[i].form);
            tokens[i].space_before = i > 0;
        }
        plx_annotation an = {.account = &account,
                             .sentences = &whole,
                             .n_sentences = 1,
                             .tokens = tokens,
                             .n_tokens = 3};
        float net[3 * L], best = -1e30F;
        for (size_t i = 0; i < 3 * L; i++) {
            net[i] = (float)(i * 37 % 11);
        }
        plx_ner_word words[3];
        plx_ner__words(&ner, &vocab, &an, plx_ner__account(&ner, &an, a), net, 0, 3, words);
        float score[3][L];
        for (uint32_t i = 0; i < 3; i++) {
            uint32_t f[PLX_NER_MAX_FEATURES], n = plx_ner__features(words, 3, i, f, NULL);
            assert_true(n > 20 && n <= PLX_NER_MAX_FEATURES);
            for (uint32_t y = 0; y < L; y++) {
                int32_t sum = 0;
                for (uint32_t k = 0; k < n; k++) {
                    sum += *weight_of(rows, ROWS - 1, f[k], y);
                }
                score[i][y] = (float)sum * scale[0] + net[i * L + y] * scale[1];
            }
        }
        uint32_t want[3] = {0};
        for (uint32_t x = 0; x < L * L * L; x++) {
            uint32_t y[3] = {x / (L * L), x / L % L, x % L};
            if (!legal(0, y[0]) || !legal(y[0], y[1]) || !legal(y[1], y[2])) {
                continue;
            }
            float s = move[y[0]] + score[0][y[0]];
            s = s + move[(1 + y[0]) * PLX_NER_WIDTH + y[1]] + score[1][y[1]];
            s = s + move[(1 + y[1]) * PLX_NER_WIDTH + y[2]] + score[2][y[2]];
            if (s > best) {
                best = s;
                memcpy(want, y, sizeof want);
            }
        }
        plx_ner__label(&ner, &vocab, plx_ner__account(&ner, &an, a), net, 0, 3, plx_ner__room(a),
                       &an);
        for (uint32_t i = 0; i < 3; i++) {
            assert_int_equal(tokens[i].name, want[i]);
        }
    }
}

/* ---- the second labelling -------------------------------------------------------------------- */

enum { N_SAID = 9 };

/* "Grey Heron said . Heron left . Grey Heron" in three sentences. */
static void said(plx_arena *a, plx_annotation *an) {
    static const char *const words[N_SAID] = {"Grey", "Heron", "said", ".",    "Heron",
                                              "left", ".",     "Grey", "Heron"};
    static const uint32_t ends[3] = {4, 7, 9};
    *an = (plx_annotation){.sentences = plx_new_n(a, plx_sentence, 3),
                           .n_sentences = 3,
                           .tokens = plx_new_n(a, plx_token, N_SAID),
                           .n_tokens = N_SAID};
    for (uint32_t i = 0, k = 0; i < N_SAID; i++) {
        k += i == ends[k];
        an->sentences[k].end = ends[k];
        an->sentences[k].begin = k ? ends[k - 1] : 0;
        an->tokens[i] = (plx_token){.form = plx_str_of(words[i]),
                                    .fold = plx_str_fold(a, plx_str_of(words[i])),
                                    .sentence = k,
                                    .head = PLX_NONE,
                                    .space_before = true};
    }
}

static void test_other_places(void **state) {
    plx_arena *a = *state;
    uint32_t empty[4] = {0};
    plx_phrases none = {(const unsigned char *)empty, 1};
    plx_ner ner = {.known = none, .heard = none};
    plx_vocab vocab = {(const unsigned char *)empty, 1, 0};
    plx_annotation an;
    said(a, &an);
    an.tokens[0].name = 1 + 2 * PLX_PERSON;
    an.tokens[1].name = 2 + 2 * PLX_PERSON;
    plx_ner_account *account = plx_ner__account(&ner, &an, a);
    plx_ner_word w[N_SAID];
    plx_ner__words(&ner, &vocab, &an, account, NULL, 0, 4, w);
    assert_int_equal(w[1].others, 0); /* nothing is labelled before the first labelling */
    plx_ner__account_names(account, &an, 0, 3, a);
    plx_ner__words(&ner, &vocab, &an, account, NULL, 0, 4, w);
    assert_int_equal(w[0].others, 1); /* outside a name at its other place */
    assert_int_equal(w[0].phrase, 0); /* its own name does not count */
    assert_int_equal(w[2].others, 0); /* no capital */
    plx_ner__words(&ner, &vocab, &an, account, NULL, 4, 7, w);
    assert_int_equal(w[0].others, 1 | 1U << (2 + 2 * PLX_PERSON));
    assert_int_equal(w[0].phrase, 0); /* a part of a name is no name */
    plx_ner__words(&ner, &vocab, &an, account, NULL, 7, 9, w);
    assert_int_equal(w[0].phrase, 1 + PLX_PERSON);
    assert_int_equal(w[0].phrase_at, 2);
    assert_int_equal(w[1].phrase_at, 4);
    assert_int_equal(w[0].most, 1 + 2 * PLX_PERSON);
    plx_ner__account_names(account, &an, 0, 0, a); /* forgotten */
    plx_ner__words(&ner, &vocab, &an, account, NULL, 7, 9, w);
    assert_int_equal(w[0].phrase, 0);
}

static void test_second_labelling(void **state) { /* sums kept, against sums made anew */
    plx_arena *a = *state;
    enum { L = PLX_NAME_LABELS, ROWS = 8192 };
    int8_t *rows = plx_arena_alloc(a, ROWS * PLX_NER_WIDTH, 64);
    memset(rows, 0, (size_t)ROWS * PLX_NER_WIDTH);
    float move[(1 + L) * PLX_NER_WIDTH] = {0}, scale[2] = {0.02F, 0.5F}, net[N_SAID * L];
    uint32_t empty[4] = {0};
    plx_phrases none = {(const unsigned char *)empty, 1};
    plx_ner ner = {rows, ROWS - 1, move, scale, NULL, 0, none, none};
    plx_vocab vocab = {(const unsigned char *)empty, 1, 0};
    for (uint32_t i = 0; i < N_SAID * L; i++) {
        net[i] = (float)(i * 29 % 13) / 4;
    }
    plx_annotation one, two;
    plx_ner_room *room = plx_ner__room(a);
    for (int round = 0; round < 4;
         round++) { /* rows get weights when their features are first met */
        said(a, &one);
        said(a, &two);
        plx_ner_account *account = plx_ner__account(&ner, &one, a);
        for (int pass = 0; pass < 2; pass++) {
            plx_ner__account_names(account, &one, 0, pass ? 3 : 0, a);
            for (uint32_t k = 0; k < 3; k++) {
                uint32_t b = one.sentences[k].begin, e = one.sentences[k].end;
                plx_ner_word w[N_SAID];
                plx_ner__words(&ner, &vocab, &one, account, net + b * L, b, e, w);
                for (uint32_t i = 0; i < e - b; i++) {
                    uint32_t f[PLX_NER_MAX_FEATURES];
                    uint32_t n = plx_ner__features(w, e - b, i, f, NULL);
                    for (uint32_t m = 0; m < n; m++) {
                        (void)weight_of(rows, ROWS - 1, f[m], 0);
                    }
                }
                plx_ner__label(&ner, &vocab, account, net + b * L, b, e, room, &one);
            }
        }
        plx_ner__label_all(&ner, &vocab, plx_ner__account(&ner, &two, a), net, 0, 3, false, a,
                           &two);
    }
    for (uint32_t i = 0; i < N_SAID; i++) {
        assert_int_equal(two.tokens[i].name, one.tokens[i].name);
    }
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {TEST(test_sections),        TEST(test_overfull),
                                       TEST(test_phrases),         TEST(test_sentences),
                                       TEST(test_best_path),       TEST(test_other_places),
                                       TEST(test_second_labelling)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
