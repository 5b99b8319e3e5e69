#include "support/known.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

static const char *const kinds[KNOWN_KINDS] = {
    "country",  "region",     "state",      "city",       "water",      "site",   "people",
    "creed",    "event",      "work",       "product",    "company",    "media",  "government",
    "party",    "university", "team",       "band",       "given",      "family", "title",
    "org word", "place word", "other word", "given data", "single data"};

/* ---- tables of phrases ----------------------------------------------------------------------- */

void phrases_add(phrase_table *t, const uint64_t *words, size_t n, uint64_t begin, uint32_t value) {
    uint64_t h = begin;
    for (size_t i = 0; i < n; i++) {
        h = plx_ner__phrase(h, words[i]);
        plx_vec_push(t, t->arena, (phrase_entry){h, i + 1 < n ? PLX_NER_GOES_ON : value});
    }
}

static int by_phrase(const void *a, const void *b) {
    const phrase_entry *x = a, *y = b;
    return x->phrase < y->phrase ? -1 : x->phrase > y->phrase;
}

plx_str phrases_pack(phrase_table *t) {
    qsort(t->p, t->n, sizeof *t->p, by_phrase);
    size_t n = 0, slots = 16;
    for (size_t i = 0; i < t->n; i++) {
        if (n && t->p[n - 1].phrase == t->p[i].phrase) {
            t->p[n - 1].value |= t->p[i].value;
        } else {
            t->p[n++] = t->p[i];
        }
    }
    t->n = n;
    while (slots < n + n / 3) {
        slots *= 2;
    }
    uint32_t *out = plx_new_n(t->arena, uint32_t, 2 * slots);
    for (size_t i = 0; i < n; i++) {
        uint32_t f = plx_ner__fingerprint(t->p[i].phrase);
        size_t at = (uint32_t)t->p[i].phrase & (slots - 1);
        while (out[2 * at]) {
            at = (at + 1) & (slots - 1);
        }
        out[2 * at] = f;
        out[2 * at + 1] = t->p[i].value;
    }
    return plx_str_n((const char *)out, 8 * slots);
}

/* ---- lists of names -------------------------------------------------------------------------- */

static int kind_of(plx_str name, const char *path) {
    for (int k = 0; k < KNOWN_KINDS; k++) {
        if (plx_str_eq(name, plx_str_of(kinds[k]))) {
            return k;
        }
    }
    die("%s: no kind of names is called %.*s", path, PLX_FMT(name));
}

static void add_name(plx_str name, int kind, known_names *out) {
    plx_account account = {.text = name};
    plx_words words;
    plx_lang__words(&account, out->arena, &words);
    if (words.n == 0 || words.n > PLX_NER_MAX_PHRASE) {
        return;
    }
    known_name *k = plx_vec_add(out, out->arena);
    k->n = words.n;
    k->kind = kind;
    k->words = plx_new_n(out->arena, plx_str, words.n);
    for (size_t i = 0; i < words.n; i++) {
        k->words[i] = plx_str_at(name, words.p[i].span);
    }
}

void known_read(const char *path, known_names *out) {
    plx_str rest = read_file(path), line;
    int kind = -1;
    while (plx_str_split(&rest, '\n', &line)) {
        if (line.n > 2 && line.p[0] == '[') {
            kind = kind_of(plx_str_slice(line, 1, line.n - 1), path);
            continue;
        }
        while (line.n) {
            size_t end = plx_str_find(line, PLX_S(", "), 0);
            end = end == SIZE_MAX ? line.n : end;
            if (kind < 0) {
                die("%s: a name before the first kind", path);
            }
            add_name(plx_str_slice(line, 0, end), kind, out);
            line = plx_str_slice(line, PLX_MIN(end + 2, line.n), line.n);
        }
    }
}

void known_read_column(const char *path, size_t column, int kind, known_names *out) {
    plx_str rest = read_file(path), line, before = {0};
    while (plx_str_split(&rest, '\n', &line)) {
        plx_str part = {0}, cols = line;
        size_t k = 0;
        while (plx_str_split(&cols, '\t', &part) && k++ < column) {}
        if (k != column + 1 || part.n < 2 || plx_str_contains(part, PLX_S(" ")) ||
            plx_str_eq(part, before)) {
            continue;
        }
        before = part;
        size_t pos = 0;
        char first[4];
        size_t n = plx_utf8_encode(plx_cp_upper(plx_utf8_next(part, &pos)), first);
        add_name(plx_str_cat(out->arena, plx_str_n(first, n), plx_str_slice(part, pos, part.n)),
                 kind, out);
    }
}

/* Does the phrase stay a name when it is written small? */
static bool stands_folded(const known_name *k, const plx_vocab *vocab, plx_arena *arena) {
    if (k->kind >= KNOWN_GIVEN || k->kind == KNOWN_WORK) {
        return false;
    }
    bool rare = false;
    for (size_t i = 0; i < k->n; i++) {
        plx_str fold = plx_str_fold(arena, k->words[i]);
        uint32_t low = plx_vocab__find(vocab, fold), exact = plx_vocab__find(vocab, k->words[i]);
        rare |= fold.n >= 3 && (low == PLX_NONE || (exact != PLX_NONE && low > 4 * exact + 2000));
    }
    return rare;
}

plx_str known_pack(const known_names *names, const plx_vocab *vocab) {
    phrase_table t = {.arena = names->arena};
    for (size_t i = 0; i < names->n; i++) {
        const known_name *k = &names->p[i];
        uint64_t words[PLX_NER_MAX_PHRASE], low[PLX_NER_MAX_PHRASE];
        for (size_t w = 0; w < k->n; w++) {
            words[w] = plx_hash_str(k->words[w]);
            low[w] = plx_hash_str(plx_str_fold(names->arena, k->words[w]));
        }
        phrases_add(&t, words, k->n, PLX_NER_EMPTY, 1U << k->kind);
        if (stands_folded(k, vocab, names->arena)) {
            phrases_add(&t, low, k->n, ~PLX_NER_EMPTY, 1U << k->kind);
        }
    }
    return phrases_pack(&t);
}
