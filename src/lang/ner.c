#include "lang/ner.h"

#include "base/hash.h"
#include "lang/lang.h"

/* ---- loading --------------------------------------------------------------------------------- */

static plx_err phrases(const plx_model *m, const char *name, plx_phrases *out, plx_error *err) {
    plx_str s;
    if (!plx_model__section(m, name, &s) || s.n < 16 || s.n % 8 != 0 ||
        ((s.n / 8) & (s.n / 8 - 1)) != 0 || s.n / 8 > UINT32_MAX) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section '%s'", name);
    }
    *out = (plx_phrases){(const unsigned char *)s.p, (uint32_t)(s.n / 8 - 1)};
    for (size_t i = 0; i < s.n / 8; i++) {
        uint32_t fingerprint;
        memcpy(&fingerprint, s.p + 8 * i, sizeof fingerprint);
        if (fingerprint == 0) {
            return PLX_OK;
        }
    }
    return plx_fail(err, PLX_CORRUPT, 0, "the model's section '%s' is overfull", name);
}

plx_err plx_ner__load(const plx_model *m, plx_ner *out, plx_error *err) {
    plx_ner ner = {0};
    plx_str s;
    *out = ner;
    if (!plx_model__section(m, "ner.rows", &s)) {
        return PLX_OK;
    }
    size_t n = s.n / PLX_NER_WIDTH;
    if (n == 0 || s.n % PLX_NER_WIDTH != 0 || (n & (n - 1)) != 0 || n > UINT32_MAX) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's section 'ner.rows' has a wrong size");
    }
    ner.rows = (const int8_t *)s.p;
    ner.mask = (uint32_t)(n - 1);
    if (!plx_model__section(m, "ner.move", &s) ||
        s.n != (1 + PLX_NAME_LABELS) * PLX_NER_WIDTH * sizeof(float)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section 'ner.move'");
    }
    const void *p = s.p;
    ner.move = p;
    if (!plx_model__section(m, "ner.scale", &s) || s.n != 2 * sizeof(float)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section 'ner.scale'");
    }
    p = s.p;
    ner.scale = p;
    if (!plx_model__section(m, "ner.class", &s) || s.n % 4 != 0 || s.n / 4 > UINT32_MAX) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section 'ner.class'");
    }
    ner.classes = (const unsigned char *)s.p;
    ner.n_classes = (uint32_t)(s.n / 4);
    PLX_TRY(phrases(m, "known", &ner.known, err));
    PLX_TRY(phrases(m, "heard", &ner.heard, err));
    *out = ner;
    return PLX_OK;
}

/* ---- labels ---------------------------------------------------------------------------------- */

struct plx_ner_room {
    plx_ner_word words[PLX_LANG_MAX_WORDS];
    float score[PLX_LANG_MAX_WORDS][PLX_NAME_LABELS];
    uint8_t back[PLX_LANG_MAX_WORDS][PLX_NAME_LABELS], labels[PLX_LANG_MAX_WORDS];
};

plx_ner_room *plx_ner__room(plx_arena *arena) {
    return plx_arena_alloc(arena, sizeof(plx_ner_room), 64);
}

const int8_t *plx_ner__row(const int8_t *rows, uint32_t mask, uint32_t feature) {
    uint16_t want = plx_ner__feature_fingerprint(feature);
    for (uint32_t p = 0; p < PLX_NER_PROBES; p++) {
        const int8_t *row = rows + (size_t)((feature + p) & mask) * PLX_NER_WIDTH;
        uint16_t got;
        memcpy(&got, row + PLX_NER_WIDTH - sizeof got, sizeof got);
        if (got == want || got == 0) {
            return row;
        }
    }
    return NULL;
}

/* The sums of features' rows, by label. */
static void add_rows(const plx_ner *ner, const uint32_t *features, uint32_t n,
                     int32_t sum[PLX_NER_WIDTH]) {
    for (uint32_t f = 0; f < n; f++) { /* they lie far apart */
        __builtin_prefetch(ner->rows + (size_t)(features[f] & ner->mask) * PLX_NER_WIDTH);
    }
    _Static_assert(PLX_NER_MAX_FEATURES * 128 <= INT16_MAX + 1, "16 bits hold their sum");
    int16_t all[PLX_NER_WIDTH] = {0};
    for (uint32_t f = 0; f < n; f++) {
        const int8_t *row = plx_ner__row(ner->rows, ner->mask, features[f]);
        for (uint32_t y = 0; row && y < PLX_NER_WIDTH; y++) {
            all[y] = (int16_t)(all[y] + row[y]);
        }
    }
    for (uint32_t y = 0; y < PLX_NER_WIDTH; y++) {
        sum[y] += all[y];
    }
}

static void score_word(const plx_ner *ner, const float *net, uint32_t n, uint32_t i,
                       plx_ner_room *r) {
    uint32_t features[PLX_NER_MAX_FEATURES];
    int32_t sum[PLX_NER_WIDTH] = {0};
    add_rows(ner, features, plx_ner__features(r->words, n, i, features, NULL), sum);
    for (uint32_t y = 0; y < PLX_NAME_LABELS; y++) {
        r->score[i][y] = (float)sum[y] * ner->scale[0] + net[y] * ner->scale[1];
    }
}

/* The same where a first labelling left what it had summed up. */
static void score_again(const plx_ner *ner, const float *first, uint32_t n, uint32_t i,
                        plx_ner_room *r) {
    uint32_t features[PLX_NER_MAX_FEATURES];
    int32_t sum[PLX_NER_WIDTH] = {0};
    add_rows(ner, features, plx_ner__second_features(r->words, n, i, features), sum);
    for (uint32_t y = 0; y < PLX_NAME_LABELS; y++) {
        r->score[i][y] = first[y] + (float)sum[y] * ner->scale[0];
    }
}

static bool may_follow(uint32_t before, uint32_t label) {
    return label == 0 || label % 2 == 1 || before == label || before + 1 == label;
}

/* Viterbi over the words that may belong to names; all others are outside. */
static void best_path(const plx_ner *ner, uint32_t n, plx_ner_room *r) {
    float best[PLX_NAME_LABELS] = {0}, next[PLX_NAME_LABELS];
    for (uint32_t i = 0; i < n; i++) {
        uint32_t n_labels = r->words[i].may ? PLX_NAME_LABELS : 1;
        for (uint32_t y = 0; y < PLX_NAME_LABELS; y++) {
            next[y] = -1e30F;
        }
        for (uint32_t y = 0; y < n_labels; y++) {
            uint32_t from = 0;
            float top = -1e30F;
            for (uint32_t x = 0; i && x < PLX_NAME_LABELS; x++) {
                float s = best[x] + ner->move[(1 + x) * PLX_NER_WIDTH + y];
                if (may_follow(x, y) && s > top) {
                    top = s;
                    from = x;
                }
            }
            if (i == 0) {
                top = may_follow(0, y) ? ner->move[y] : -1e30F;
            }
            r->back[i][y] = (uint8_t)from;
            next[y] = top + (r->words[i].may ? r->score[i][y] : 0);
        }
        memcpy(best, next, sizeof best);
    }
    uint32_t y = 0;
    for (uint32_t x = 1; x < PLX_NAME_LABELS; x++) {
        y = best[x] > best[y] ? x : y;
    }
    for (uint32_t i = n; i-- > 0;) {
        r->labels[i] = (uint8_t)y;
        y = r->back[i][y];
    }
}

/* ---- what the lists know for certain ----------------------------------------------------------
 */

/* The one type that lists give words [b, e), or PLX_N_ENTITY_TYPES; *kinds is what they call it. */
static plx_entity_type known_type(const plx_ner *ner, const plx_ner_word *w, uint32_t b, uint32_t e,
                                  uint32_t *kinds) {
    static const uint32_t of[PLX_N_ENTITY_TYPES] = {3U << 18, 127U << 11, 63, 31U << 6};
    uint64_t h = PLX_NER_EMPTY;
    plx_entity_type type = PLX_N_ENTITY_TYPES;
    for (uint32_t i = b; i < e; i++) {
        h = plx_ner__phrase(h, w[i].exact_hash);
    }
    *kinds = plx_ner__find(&ner->known, h);
    for (uint32_t k = 0; k < PLX_N_ENTITY_TYPES; k++) {
        if (*kinds & of[k]) {
            if (type != PLX_N_ENTITY_TYPES) {
                return PLX_N_ENTITY_TYPES;
            }
            type = (plx_entity_type)k;
        }
    }
    return type;
}

static void set_labels(uint8_t *labels, uint32_t b, uint32_t e, plx_entity_type type) {
    for (uint32_t i = b; i < e; i++) {
        labels[i] = (uint8_t)(1 + 2 * (uint32_t)type + (i > b));
    }
}

/* A people is neither a place nor an organisation ("North Korean"), its noun no part of it; two
 * known names with a hyphen between are two. */
static void set_known(const plx_ner *ner, const plx_ner_word *w, uint32_t b, uint32_t e,
                      uint8_t *labels) {
    uint32_t kinds, end = e;
    while (end > b + 1 && !w[end - 1].upper) {
        end--;
    }
    plx_entity_type type = known_type(ner, w, b, end, &kinds);
    if (type == PLX_OTHER && kinds & PLX_NER_PEOPLE) {
        memset(labels + b, 0, e - b);
        set_labels(labels, b, end, PLX_OTHER);
        return;
    }
    for (uint32_t i = b + 1; type == PLX_N_ENTITY_TYPES && i + 1 < end; i++) {
        if (!w[i].hyphen) {
            continue;
        }
        plx_entity_type left = known_type(ner, w, b, i, &kinds);
        plx_entity_type right = known_type(ner, w, i + 1, end, &kinds);
        if (left != PLX_N_ENTITY_TYPES && right != PLX_N_ENTITY_TYPES) {
            memset(labels + b, 0, e - b);
            set_labels(labels, b, i, left);
            set_labels(labels, i + 1, end, right);
            return;
        }
    }
}

static void use_lists(const plx_ner *ner, const plx_ner_word *w, uint32_t n, uint8_t *labels) {
    for (uint32_t i = 0; i < n;) {
        uint32_t y = labels[i], end = i + 1;
        while (y % 2 == 1 && end < n && labels[end] == y + 1) {
            end++;
        }
        if (y % 2 == 1 && y != 1 + 2 * PLX_PERSON) {
            set_known(ner, w, i, end, labels);
        }
        i = end;
    }
}

/* The labels that the scores in `room` lead to. */
static void set_best(const plx_ner *ner, uint32_t begin, uint32_t n, plx_ner_room *room,
                     plx_annotation *an) {
    best_path(ner, n, room);
    use_lists(ner, room->words, n, room->labels);
    for (uint32_t i = 0; i < n; i++) {
        an->tokens[begin + i].name = room->labels[i];
    }
}

void plx_ner__label(const plx_ner *ner, const plx_vocab *vocab, const plx_ner_account *account,
                    const float *scores, uint32_t begin, uint32_t end, plx_ner_room *room,
                    plx_annotation *an) {
    uint32_t n = end - begin;
    plx_ner__words(ner, vocab, an, account, scores, begin, end, room->words);
    for (uint32_t i = 0; i < n; i++) {
        if (room->words[i].may) {
            score_word(ner, scores + (size_t)i * PLX_NAME_LABELS, n, i, room);
        }
    }
    set_best(ner, begin, n, room, an);
}

/* Where something is known of other places; elsewhere the labels stay. first, scored: what the
 * first labelling left of these words. */
static void label_again(const plx_ner *ner, const plx_vocab *vocab, const plx_ner_account *account,
                        const float *scores, const float *first, const bool *scored, uint32_t begin,
                        uint32_t end, plx_ner_room *room, plx_annotation *an) {
    bool any = false;
    uint32_t n = end - begin;
    plx_ner__words(ner, vocab, an, account, scores, begin, end, room->words);
    for (uint32_t i = 0; i < n; i++) {
        any |= room->words[i].others || room->words[i].phrase;
    }
    for (uint32_t i = 0; any && i < n; i++) {
        size_t at = (size_t)i * PLX_NAME_LABELS;
        if (room->words[i].may && scored[i]) {
            score_again(ner, first + at, n, i, room);
        } else if (room->words[i].may) {
            score_word(ner, scores + at, n, i, room);
        }
    }
    if (any) {
        set_best(ner, begin, n, room, an);
    }
}

/* The sentences' pieces of PLX_LANG_MAX_WORDS words at most, one after the other. */
typedef struct pieces {
    const plx_annotation *an;
    size_t k, end;
    uint32_t next;
} pieces;

static bool next_piece(pieces *p, uint32_t *begin, uint32_t *end) {
    while (p->k < p->end && p->next >= p->an->sentences[p->k].end) {
        p->k++;
        p->next = p->k < p->end ? p->an->sentences[p->k].begin : 0;
    }
    if (p->k >= p->end) {
        return false;
    }
    *begin = p->next;
    p->next = *end = PLX_MIN(p->an->sentences[p->k].end, *begin + PLX_LANG_MAX_WORDS);
    return true;
}

void plx_ner__label_all(const plx_ner *ner, const plx_vocab *vocab, plx_ner_account *account,
                        const float *scores, size_t first, size_t end, bool once,
                        plx_arena *scratch, plx_annotation *an) {
    if (first >= end) {
        return;
    }
    plx_ner_room *room = plx_ner__room(scratch);
    uint32_t from = an->sentences[first].begin, n = an->sentences[end - 1].end - from, b, e;
    float *sums = plx_new_n(scratch, float, (size_t)n *PLX_NAME_LABELS);
    bool *scored = plx_new_n(scratch, bool, n);
    plx_ner__account_names(account, an, first, first, scratch);
    pieces p = {.an = an, .k = first, .end = end, .next = from};
    while (next_piece(&p, &b, &e)) {
        size_t at = (size_t)(b - from) * PLX_NAME_LABELS;
        plx_ner__label(ner, vocab, account, scores + at, b, e, room, an);
        memcpy(sums + at, room->score, (size_t)(e - b) * PLX_NAME_LABELS * sizeof *sums);
        for (uint32_t i = b; i < e; i++) {
            scored[i - from] = room->words[i - b].may;
        }
    }
    if (once) {
        return;
    }
    plx_ner__account_names(account, an, first, end, scratch);
    p = (pieces){.an = an, .k = first, .end = end, .next = from};
    while (next_piece(&p, &b, &e)) {
        size_t at = (size_t)(b - from) * PLX_NAME_LABELS;
        label_again(ner, vocab, account, scores + at, sums + at, scored + (b - from), b, e, room,
                    an);
    }
}
