#include "lang/features.h"

#include "base/hash.h"
#include "base/utf8.h"

static uint32_t load_u32(const unsigned char *p) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

plx_err plx_vocab__load(plx_str section, uint32_t n_words, plx_vocab *out, plx_error *err) {
    size_t n = section.n / 8;
    if (section.n % 8 != 0 || n < 2 || (n & (n - 1)) != 0 || n > UINT32_MAX) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's vocabulary has a wrong size");
    }
    plx_vocab v = {(const unsigned char *)section.p, (uint32_t)(n - 1), n_words};
    bool free_slot = false;
    for (size_t i = 0; i < n; i++) {
        uint32_t id = load_u32(v.slots + 8 * i + 4);
        free_slot |= load_u32(v.slots + 8 * i) == 0;
        if (id > n_words) {
            return plx_fail(err, PLX_CORRUPT, 0, "the model's vocabulary names unknown vectors");
        }
    }
    if (!free_slot) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's vocabulary is overfull");
    }
    *out = v;
    return PLX_OK;
}

uint32_t plx_vocab__fingerprint(plx_str word) {
    uint32_t h = (uint32_t)(plx_hash_str(word) >> 16);
    return h ? h : 1;
}

uint32_t plx_vocab__find(const plx_vocab *v, plx_str word) {
    uint32_t want = plx_vocab__fingerprint(word);
    for (uint32_t at = want & v->mask;; at = (at + 1) & v->mask) {
        uint32_t got = load_u32(v->slots + 8 * (size_t)at);
        if (got == 0) {
            return PLX_NONE;
        }
        if (got == want) {
            return load_u32(v->slots + 8 * (size_t)at + 4) - 1;
        }
    }
}

/* ---- forms ----------------------------------------------------------------------------------- */

enum { MAX_FORM = 60 };

typedef struct forms {
    char exact[MAX_FORM], lower[MAX_FORM * 2];
    size_t n_exact, n_lower;
    bool first_upper, all_upper, any_upper, any_lower, any_digit, any_alpha, any_wide;
} forms;

/* Digits as 0; straight apostrophes; at most MAX_FORM bytes, cut between characters. */
static void normal_forms(plx_str form, forms *f) {
    *f = (forms){0};
    size_t pos = 0;
    while (pos < form.n) {
        size_t begin = pos;
        unsigned char b = (unsigned char)form.p[pos];
        uint32_t cp = b, low;
        if (b < 0x80) {
            pos++;
            low = b >= 'A' && b <= 'Z' ? b + 32U : b;
        } else {
            cp = plx_utf8_next(form, &pos);
            low = plx_cp_lower(cp);
            f->any_wide = true;
        }
        if (pos > MAX_FORM || f->n_lower + 4 > sizeof f->lower) {
            break;
        }
        bool digit = b >= '0' && b <= '9';
        bool alpha = b < 0x80 ? low >= 'a' && low <= 'z' : plx_cp_is_alpha(cp);
        bool upper = b < 0x80 ? cp != low : plx_cp_is_upper(cp);
        f->first_upper |= upper && begin == 0;
        f->any_upper |= upper;
        f->any_lower |= alpha && !upper;
        f->any_digit |= digit;
        f->any_alpha |= alpha;
        if (digit) {
            f->exact[f->n_exact++] = '0';
            f->lower[f->n_lower++] = '0';
        } else {
            memcpy(f->exact + f->n_exact, form.p + begin, pos - begin);
            f->n_exact += pos - begin;
            f->n_lower += plx_utf8_encode(low, f->lower + f->n_lower);
        }
    }
    f->all_upper = f->any_upper && !f->any_lower;
}

static uint32_t vector_of(const plx_vocab *v, const forms *f, bool initial) {
    uint32_t exact = plx_vocab__find(v, plx_str_n(f->exact, f->n_exact));
    if (!f->any_upper) {
        return exact;
    }
    uint32_t lower = plx_vocab__find(v, plx_str_n(f->lower, f->n_lower));
    if ((initial && lower < exact) || (exact == PLX_NONE && !f->all_upper)) {
        return lower; /* PLX_NONE is the largest */
    }
    if (exact == PLX_NONE || (f->all_upper && f->n_exact > 3)) {
        char title[MAX_FORM * 2];
        memcpy(title, f->lower, f->n_lower);
        title[0] = f->exact[0];
        uint32_t t = f->first_upper && (unsigned char)f->exact[0] < 0x80
                         ? plx_vocab__find(v, plx_str_n(title, f->n_lower))
                         : PLX_NONE;
        uint32_t other = PLX_MIN(t, lower);
        return PLX_MIN(exact, other);
    }
    return exact;
}

uint32_t plx_vocab__of(const plx_vocab *v, plx_str form, bool initial) {
    forms f;
    normal_forms(form, &f);
    return vector_of(v, &f, initial);
}

static uint32_t mix(uint32_t h, uint32_t salt) {
    h ^= salt * 0x9E3779B9U;
    h ^= h >> 16;
    h *= 0x85EBCA6BU;
    h ^= h >> 13;
    h *= 0xC2B2AE35U;
    return h ^ h >> 16;
}

static uint32_t hash_bytes(const char *p, size_t n, uint32_t salt) {
    uint32_t h = 2166136261U;
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (unsigned char)p[i]) * 16777619U;
    }
    return mix(h, salt);
}

static void add(plx_word_features *out, uint32_t base, uint32_t n, uint32_t h) {
    if (out->n_rows < PLX_NET_MAX_ROWS) {
        out->rows[out->n_rows++] = (uint16_t)(base + h % n);
    }
}

static void add_hashed(plx_word_features *out, const char *p, size_t n, uint32_t salt) {
    add(out, PLX_NET_FREQUENT, PLX_NET_HASHED, hash_bytes(p, n, salt));
}

static void add_shape(plx_word_features *out, uint32_t h) {
    add(out, PLX_NET_FREQUENT + PLX_NET_HASHED, PLX_NET_SHAPES, h);
}

static uint32_t shape_of(const forms *f) {
    char shape[12];
    size_t k = 0;
    char last = 0;
    for (size_t i = 0; i < f->n_exact; i++) {
        unsigned char c = (unsigned char)f->exact[i];
        char s = c >= 'A' && c <= 'Z'                  ? 'X'
                 : c == '0'                            ? 'd'
                 : (c >= 'a' && c <= 'z') || c >= 0x80 ? 'x'
                                                       : (char)c;
        if (s != last && k < sizeof shape) {
            shape[k++] = s;
        }
        last = s;
    }
    return hash_bytes(shape, k, 21);
}

void plx_lang__word_features(const plx_vocab *v, plx_str form, bool initial, bool space_before,
                             bool space_after, plx_word_features *out) {
    forms f;
    normal_forms(form, &f);
    *out = (plx_word_features){.vector = vector_of(v, &f, initial)};
    if (out->vector < PLX_NET_FREQUENT) {
        out->rows[out->n_rows++] = (uint16_t)out->vector;
    }
    uint32_t kind = (uint32_t)f.first_upper | (uint32_t)f.all_upper << 1 |
                    (uint32_t)f.any_upper << 2 | (uint32_t)f.any_digit << 3 |
                    (uint32_t)f.any_alpha << 4 | (uint32_t)initial << 5 |
                    (uint32_t)(f.n_exact == 1) << 6;
    add_shape(out, mix(kind, 22));
    add_shape(out, mix((uint32_t)space_before | (uint32_t)space_after << 1, 23));
    add_shape(out, shape_of(&f));
    if (out->vector == PLX_NONE) {
        add_shape(out, mix(kind, 24));
    }
    const char *p = f.lower;
    size_t n = f.n_lower;
    for (size_t k = 1; k <= 4 && k <= n; k++) {
        add_hashed(out, p, k, (uint32_t)k);
        add_hashed(out, p + n - k, k, 10 + (uint32_t)k);
    }
    for (size_t i = 0; i + 3 <= n; i++) {
        add_hashed(out, p + i, 3, 30);
    }
}
