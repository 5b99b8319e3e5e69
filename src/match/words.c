#include "match/words.h"

#include "base/vec.h"

#define MAX_WORD_BYTES 48

/* Class of a byte: 0 parts words, 1 apostrophe, 2 needs a look at what follows, else the byte that
 * is hashed. */
enum { PARTS = 0, APOSTROPHE = 1, LEAD = 2 };

static const uint8_t class_of[256] = {
    ['\''] = APOSTROPHE,
    ['0'] = '0',
    ['1'] = '1',
    ['2'] = '2',
    ['3'] = '3',
    ['4'] = '4',
    ['5'] = '5',
    ['6'] = '6',
    ['7'] = '7',
    ['8'] = '8',
    ['9'] = '9',
#define L(upper, lower) [upper] = lower, [lower] = lower,
    L('A', 'a') L('B', 'b') L('C', 'c') L('D', 'd') L('E', 'e') L('F', 'f') L('G', 'g') L('H', 'h')
        L('I', 'i') L('J', 'j') L('K', 'k') L('L', 'l') L('M', 'm') L('N', 'n') L('O', 'o')
            L('P', 'p') L('Q', 'q') L('R', 'r') L('S', 's') L('T', 't') L('U', 'u') L('V', 'v')
                L('W', 'w') L('X', 'x') L('Y', 'y') L('Z', 'z')
#undef L
#define H(x)                                                                                       \
    [x] = x, [x + 1] = x + 1, [x + 2] = x + 2, [x + 3] = x + 3, [x + 4] = x + 4, [x + 5] = x + 5,  \
    [x + 6] = x + 6, [x + 7] = x + 7,
                    H(0x80) H(0x88) H(0x90) H(0x98) H(0xA0) H(0xA8) H(0xB0) H(0xB8) H(0xC8) H(0xD0)
                        H(0xD8) H(0xE8) H(0xF0) H(0xF8)[0xC0] = 0xC0,
    [0xC1] = 0xC1,
    [0xC3] = 0xC3,
    [0xC4] = 0xC4,
    [0xC5] = 0xC5,
    [0xC6] = 0xC6,
    [0xC7] = 0xC7,
    [0xE0] = 0xE0,
    [0xE1] = 0xE1,
    [0xE4] = 0xE4,
    [0xE5] = 0xE5,
    [0xE6] = 0xE6,
    [0xE7] = 0xE7,
#undef H
    [0xC2] = LEAD, /* U+0080 to U+00BF: signs */
    [0xE2] = LEAD, /* U+2000 to U+2FFF: punctuation among them */
    [0xE3] = LEAD, /* U+3000: CJK punctuation */
};

/* For a LEAD byte at i: what the character does. *n: its bytes. */
static uint8_t look(plx_str s, size_t i, size_t *n) {
    const unsigned char *p = (const unsigned char *)s.p + i;
    size_t left = s.n - i;
    *n = 1;
    if (p[0] == 0xC2) {
        if (left < 2) return PARTS;
        *n = 2;
        return p[1] == 0xB4                                   ? APOSTROPHE
               : p[1] == 0xAA || p[1] == 0xB5 || p[1] == 0xBA ? LEAD
                                                              : PARTS;
    }
    if (left < 3) return PARTS;
    *n = 3;
    if (p[0] == 0xE2) {
        if (p[1] == 0x80) return p[2] == 0x99 || p[2] == 0x98 ? APOSTROPHE : PARTS;
        return p[1] >= 0xB0 ? LEAD : PARTS; /* U+2C00 and up: letters again */
    }
    return p[1] == 0x80 && p[2] <= 0xBF ? PARTS : LEAD;
}

/* FNV-1a's step in 64 bits; folded at the end. */
static inline uint64_t step(uint64_t h, uint8_t c) { return (h ^ c) * 0x100000001B3u; }
static inline uint32_t finish(uint64_t h) {
    uint32_t x = (uint32_t)((h * 0x9E3779B97F4A7C15u) >> 32);
    return x ? x : 1;
}
#define START 0xCBF29CE484222325u

/* The word at or after *at, with its cuts; false when there is none before the end. */
static bool next_word(plx_str s, size_t *at, uint32_t *hash, size_t *begin, size_t *end) {
    const unsigned char *p = (const unsigned char *)s.p;
    size_t i = *at;
    uint64_t h = START;
    bool any = false;
    while (i < s.n) {
        size_t k = 1;
        uint8_t c = class_of[p[i]];
        if (c == LEAD) c = look(s, i, &k);
        if (any && (c == PARTS || (i - *begin >= MAX_WORD_BYTES && (p[i] & 0xC0) != 0x80))) break;
        if (c > APOSTROPHE) {
            if (!any) *begin = i;
            any = true;
            for (size_t b = 0; b < k; b++) h = step(h, k == 1 ? class_of[p[i]] : p[i + b]);
            *end = i + k;
        }
        i += k;
    }
    *at = i;
    *hash = finish(h);
    return any;
}

size_t plx_match_hashes(plx_str s, uint32_t *out, size_t cap) {
    const unsigned char *p = (const unsigned char *)s.p;
    size_t n = 0, i = 0;
    while (i < s.n) {
        while (i < s.n && class_of[p[i]] <= APOSTROPHE) i++;
        size_t begin = i;
        uint64_t h = START;
        uint8_t c = PARTS;
        while (i < s.n && (c = class_of[p[i]]) > LEAD) h = step(h, c), i++;
        bool plain = i > begin && i - begin <= MAX_WORD_BYTES && (i == s.n || c == PARTS);
        if (!plain) { /* an apostrophe, a sign, or a very long word: the careful way */
            size_t b, e;
            uint32_t hash;
            i = begin;
            if (!next_word(s, &i, &hash, &b, &e)) break;
            if (n < cap) out[n] = hash;
            n++;
            continue;
        }
        if (n < cap) out[n] = finish(h);
        n++;
    }
    return n;
}

typedef struct marks {
    bool curly, straight;
} marks;

/* Follows quotation marks and blank lines between two words. */
static void follow_marks(plx_str s, size_t from, size_t to, marks *m) {
    const unsigned char *p = (const unsigned char *)s.p;
    bool line = false;
    for (size_t i = from; i < to; i++) {
        if (p[i] == '"') {
            m->straight = !m->straight;
            line = false;
        } else if (p[i] == '\n') {
            if (line) m->curly = m->straight = false;
            line = true;
        } else if (p[i] == 0xE2 && i + 2 < to && p[i + 1] == 0x80) {
            if (p[i + 2] == 0x9C || p[i + 2] == 0x9E) m->curly = true;
            if (p[i + 2] == 0x9D) m->curly = false;
            i += 2;
        } else if (p[i] == 0xC2 && i + 1 < to && (p[i + 1] == 0xAB || p[i + 1] == 0xBB)) {
            m->curly = p[++i] == 0xAB;
        } else if (p[i] != ' ' && p[i] != '\t' && p[i] != '\r') {
            line = false;
        }
    }
}

void plx_match_words(plx_str s, const plx_span *skip, size_t n_skip, plx_arena *arena,
                     plx_words *out) {
    PLX_ASSERT(s.n <= UINT32_MAX);
    *out = (plx_words){0};
    plx_vec_reserve(out, arena, s.n / 6 + 4);
    size_t from = 0;
    for (size_t k = 0; k <= n_skip; k++) {
        /* One stretch between two skipped ones. */
        size_t limit = k < n_skip ? PLX_MIN((size_t)skip[k].begin, s.n) : s.n;
        plx_str view = {s.p, limit};
        marks m = {false, false};
        size_t i = from, last = from, begin = 0, end = 0;
        uint32_t hash;
        while (i < limit && next_word(view, &i, &hash, &begin, &end)) {
            follow_marks(s, last, begin, &m);
            last = end;
            plx_vec_push(out, arena,
                         (plx_word){hash, (uint32_t)begin, (uint32_t)end,
                                    m.curly || m.straight ? PLX_WORD_QUOTED : 0});
        }
        if (k < n_skip) from = PLX_MAX(from, PLX_MIN((size_t)skip[k].end, s.n));
    }
}
