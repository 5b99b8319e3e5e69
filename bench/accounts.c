/* Generates accounts for the growth bench: bench_accounts N > FILE.
 *
 * The articles of bench/support/news.h over and over, cut to 3 KB; from the second time on with
 * other names (each capitalised word inside a sentence is renamed, the same within an account) and
 * later dates: many events that resemble each other, as in a long stream. */
#include "support/news.h"

#include "base/hash.h"
#include "gather/features.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_BYTES 3000

static const char *const syllables[] = {"ba",  "cor", "den", "fi",  "gal", "hes", "ir",  "jo",
                                        "kel", "lum", "mar", "nev", "or",  "pen", "qui", "ros"};

static bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_small(char c) { return c >= 'a' && c <= 'z'; }

static size_t rename_word(char *out, plx_str word, uint64_t salt) {
    uint64_t h = plx_hash_bytes(word.p, word.n, salt);
    size_t n = 0;
    for (unsigned i = 0; i < 2 + (h & 1); i++)
        for (const char *s = syllables[h >> (4 + 8 * i) & 15]; *s; s++) out[n++] = *s;
    out[0] = (char)(out[0] - 'a' + 'A');
    return n;
}

/* Copies text as it stands in JSON, renaming. */
static size_t copy(char *out, plx_str s, uint64_t salt) {
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < MOST_BYTES;) {
        bool inside = i >= 2 && s.p[i - 1] == ' ' && (is_small(s.p[i - 2]) || s.p[i - 2] == ',');
        size_t end = i + 1;
        while (inside && end < s.n && is_small(s.p[end])) end++;
        if (salt && inside && is_capital(s.p[i]) && end > i + 2) {
            n += rename_word(out + n, plx_str_slice(s, i, end), salt);
            i = end;
        } else {
            size_t whole = s.p[i] == '\\' ? (i + 1 < s.n && s.p[i + 1] == 'u' ? 6 : 2) : 1;
            for (size_t k = 0; k < whole && i < s.n; k++) out[n++] = s.p[i++];
        }
    }
    while (n && ((unsigned char)out[n - 1] & 0xC0) == 0x80) n--; /* a character cut in two */
    if (n && (unsigned char)out[n - 1] >= 0xC0) n--;
    return n;
}

/* The value of a string field as it stands in the line. */
static plx_str field(plx_str line, const char *key) {
    size_t at = plx_str_find(line, plx_str_of(key), 0);
    if (at == SIZE_MAX) return PLX_S("");
    size_t begin = plx_str_find_char(line, '"', at + strlen(key)) + 1, end = begin;
    while (end < line.n && line.p[end] != '"') end += line.p[end] == '\\' ? 2 : 1;
    return plx_str_slice(line, begin, end);
}

int main(int argc, char **argv) {
    int64_t n = 0;
    if (argc != 2 || !plx_str_to_i64(plx_str_of(argv[1]), &n)) {
        printf("(bench_accounts N makes the accounts for bench/growth.py; nothing to measure)\n");
        return 0;
    }
    const char *where;
    bench_lines l = bench_news(SIZE_MAX, &where);
    char title[2 * MOST_BYTES], text[2 * MOST_BYTES], date[11];
    for (int64_t i = 0; i < n; i++) {
        plx_str line = l.p[(size_t)i % l.n];
        uint64_t round = (uint64_t)i / l.n, salt = round ? plx_hash_mix(round, (uint64_t)i) : 0;
        int32_t day = plx_gather_day(field(line, "\"date\":"));
        plx_gather_day_text((day == PLX_NO_DAY ? 16000 : day) + (int32_t)round * 37, date);
        size_t n_title = copy(title, field(line, "\"title\":"), salt);
        size_t n_text = copy(text, field(line, "\"text\":"), salt);
        printf("{\"id\":%" PRId64 ",\"date\":\"%s\",\"title\":\"%.*s\",\"text\":\"%.*s\"}\n", i,
               date, (int)n_title, title, (int)n_text, text);
    }
    return 0;
}
