#include "support/lemmas.h"

#include "base/map.h"
#include "lang/lemma.h"

#include <stdlib.h>

typedef struct counted {
    uint32_t key;
    uint16_t rule;
    uint32_t n;
} counted;

static int by_key(const void *a, const void *b) {
    const counted *x = a, *y = b;
    if (x->key != y->key) {
        return x->key < y->key ? -1 : 1;
    }
    return x->rule < y->rule ? -1 : x->rule > y->rule;
}

static bool rule_of(plx_str form, plx_str low, plx_str lemma, bool lower, plx_lemma_rule *out) {
    plx_str base = lower ? low : form;
    size_t same = 0;
    while (same < base.n && same < lemma.n && base.p[same] == lemma.p[same]) {
        same++;
    }
    while (same > 0 && same < base.n && ((unsigned char)base.p[same] & 0xC0) == 0x80) {
        same--;
    }
    if (lemma.n - same > 13 || base.n - same > 30) {
        return false;
    }
    *out = (plx_lemma_rule){
        .lower = lower, .cut = (uint8_t)(base.n - same), .n_add = (uint8_t)(lemma.n - same)};
    memcpy(out->add, lemma.p + same, lemma.n - same);
    return true;
}

void train_lemmas(const dataset *d, model_writer *m, plx_arena *arena) {
    PLX_VEC(counted) all = {0};
    PLX_VEC(plx_lemma_rule) rules = {0};
    plx_map ids;
    plx_map_init(&ids, arena);
    for (size_t k = 0; k < d->n; k++) {
        const sentence *s = &d->p[k];
        for (uint32_t i = 0; s->has_tree && i < s->n; i++) {
            plx_str low = plx_str_lower(arena, s->form[i]);
            plx_lemma_rule r, r2;
            bool a = rule_of(s->form[i], low, s->lemma[i], true, &r);
            bool b = rule_of(s->form[i], low, s->lemma[i], false, &r2);
            bool proper = s->upos[i] == PLX_UPOS_PROPN;
            if (!a && !b) {
                continue;
            }
            if (!a || (b && r2.cut + r2.n_add < r.cut + r.n_add) ||
                (b && proper && r2.cut + r2.n_add == r.cut + r.n_add)) {
                r = r2;
            }
            plx_str key = plx_str_dup(arena, plx_str_n((const char *)&r, sizeof r));
            bool fresh;
            plx_map_entry *e = plx_map_put(&ids, key, (uint32_t)rules.n, &fresh);
            uint16_t id = (uint16_t)e->value;
            if (fresh) {
                plx_vec_push(&rules, arena, r);
            }
            for (size_t n = 0; n <= PLX_MIN(low.n, (size_t)PLX_LEMMA_MAX_SUFFIX); n++) {
                counted c = {plx_lemma__key(low, n, s->tag[i]), id, 1};
                plx_vec_push(&all, arena, c);
            }
            counted c = {plx_lemma__key(low, SIZE_MAX, s->tag[i]), id, 1};
            plx_vec_push(&all, arena, c);
        }
    }
    qsort(all.p, all.n, sizeof *all.p, by_key);
    PLX_VEC(uint32_t) keys = {0};
    PLX_VEC(uint16_t) values = {0};
    for (size_t i = 0; i < all.n;) {
        uint32_t key = all.p[i].key, best = 0;
        uint16_t rule = 0;
        while (i < all.n && all.p[i].key == key) {
            size_t j = i;
            while (j < all.n && all.p[j].key == key && all.p[j].rule == all.p[i].rule) {
                j++;
            }
            if (j - i > best) {
                best = (uint32_t)(j - i);
                rule = all.p[i].rule;
            }
            i = j;
        }
        plx_vec_push(&keys, arena, key);
        plx_vec_push(&values, arena, rule);
    }
    plx_buf b;
    plx_buf_init(&b, arena, SIZE_MAX);
    uint32_t n = (uint32_t)keys.n, n_rules = (uint32_t)rules.n;
    plx_buf_put(&b, plx_str_n((const char *)&n, 4));
    plx_buf_put(&b, plx_str_n((const char *)keys.p, keys.n * 4));
    plx_buf_put(&b, plx_str_n((const char *)values.p, values.n * 2));
    plx_buf_put(&b, plx_str_n((const char *)&n_rules, 4));
    plx_buf_put(&b, plx_str_n((const char *)rules.p, rules.n * sizeof *rules.p));
    model_add(m, "lemma", b.p, b.n);
    fprintf(stderr, "lemmas: %u keys, %u rules\n", n, n_rules);
}
