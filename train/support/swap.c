#include "support/swap.h"

static uint32_t mention_end(const sentence *t, uint32_t i) {
    uint32_t end = i + 1;
    while (end < t->n && t->label[end] == t->label[i] + 1) {
        end++;
    }
    return end;
}

static plx_str capitalised(plx_str s, plx_arena *arena) {
    size_t pos = 0;
    char first[4];
    if (s.n == 0) {
        return s;
    }
    size_t n = plx_utf8_encode(plx_cp_upper(plx_utf8_next(s, &pos)), first);
    return plx_str_cat(arena, plx_str_n(first, n), plx_str_slice(s, pos, s.n));
}

static void read_column(const char *path, size_t column, plx_arena *arena, plx_str **p, size_t *n) {
    struct {
        plx_str *p;
        size_t n, cap;
    } out = {0};
    plx_str rest = read_file(path), line;
    while (plx_str_split(&rest, '\n', &line)) {
        plx_str part, cols = line;
        size_t k = 0;
        while (plx_str_split(&cols, '\t', &part) && k++ < column) {}
        if (part.n >= 3 && part.n <= 20 && k == column + 1 && !plx_str_contains(part, PLX_S(" ")) &&
            !plx_str_contains(part, PLX_S("-")) && !plx_str_contains(part, PLX_S("'"))) {
            plx_vec_push(&out, arena, capitalised(part, arena));
        }
    }
    *p = out.p;
    *n = out.n;
}

void swaps_gather(swaps *s, const dataset *d, const char *given, const char *family,
                  plx_arena *arena) {
    *s = (swaps){0};
    for (size_t k = 0; k < d->n; k++) {
        const sentence *t = &d->p[k];
        for (uint32_t i = 0; t->label && i < t->n; i++) {
            if (t->label[i] % 2 != 1) {
                continue;
            }
            uint32_t n = mention_end(t, i) - i;
            mention m = {t->form + i, t->space + i, n};
            mentions *to = &s->of[(t->label[i] - 1) / 2][n > 1];
            plx_vec_push(to, arena, m);
        }
    }
    if (given) {
        read_column(given, 0, arena, &s->given.p, &s->given.n);
    }
    if (family) {
        read_column(family, 1, arena, &s->family.p, &s->family.n);
    }
}

/* A person who does not exist: given and family name, or one of them. */
static bool invent(const swaps *s, bool several, uint64_t *seed, plx_arena *arena, mention *out) {
    if (s->given.n == 0 || s->family.n == 0) {
        return false;
    }
    out->n = several ? 2 : 1;
    out->form = plx_new_n(arena, plx_str, 2);
    out->space = plx_new_n(arena, bool, 2);
    out->space[0] = out->space[1] = true;
    uint32_t at = 0;
    if (several) {
        out->form[at++] = s->given.p[next_random(seed) % s->given.n];
    }
    out->form[at] = !several && next_uniform(seed) < 0.3F
                        ? s->given.p[next_random(seed) % s->given.n]
                        : s->family.p[next_random(seed) % s->family.n];
    return true;
}

static bool pick(const swaps *s, uint32_t type, bool several, uint64_t *seed, plx_arena *arena,
                 mention *out) {
    if (type == PLX_PERSON && next_uniform(seed) < 0.6F && invent(s, several, seed, arena, out)) {
        return true;
    }
    const mentions *from = &s->of[type][several];
    if (from->n == 0) {
        return false;
    }
    *out = from->p[next_random(seed) % from->n];
    return true;
}

const sentence *swap_names(const swaps *s, const sentence *t, uint64_t *seed, plx_arena *arena) {
    bool any = false;
    for (uint32_t i = 0; t->label && i < t->n; i++) {
        any |= t->label[i] != 0;
    }
    if (!any || next_uniform(seed) < 0.4F) {
        return t;
    }
    uint32_t room = t->n * 4 + 64, n = 0;
    sentence *out = plx_new(arena, sentence);
    *out = *t;
    out->form = plx_new_n(arena, plx_str, room);
    out->space = plx_new_n(arena, bool, room);
    out->label = plx_new_n(arena, uint8_t, room);
    for (uint32_t i = 0; i < t->n;) {
        uint32_t label = t->label[i], end = label % 2 == 1 ? mention_end(t, i) : i + 1;
        uint32_t type = (label - 1U) / 2;
        mention m = {t->form + i, t->space + i, end - i};
        if (label % 2 == 1 && type != PLX_OTHER && next_uniform(seed) < 0.6F) {
            (void)pick(s, type, end - i > 1, seed, arena, &m);
        }
        for (uint32_t k = 0; k < m.n && n < room; k++, n++) {
            out->form[n] = m.form[k];
            out->space[n] = k == 0 ? t->space[i] : m.space[k];
            out->label[n] = (uint8_t)(k == 0 || label == 0 ? label : (label - 1) / 2 * 2 + 2);
        }
        i = end;
    }
    out->n = n;
    return n <= PLX_LANG_MAX_WORDS ? out : t;
}
