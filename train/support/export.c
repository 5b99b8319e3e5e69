#include "support/export.h"

#include "base/map.h"

#include <math.h>
#include <stdlib.h>

plx_str make_vocabulary(const vectors *v, plx_arena *arena) {
    size_t n = 64;
    while (n < v->n + v->n / 2) {
        n *= 2;
    }
    uint32_t *slots = plx_new_n(arena, uint32_t, 2 * n);
    for (size_t i = 0; i < v->n; i++) {
        uint32_t f = plx_vocab__fingerprint(v->words[i]);
        size_t at = f & (n - 1);
        while (slots[2 * at] && slots[2 * at] != f) {
            at = (at + 1) & (n - 1);
        }
        if (!slots[2 * at]) { /* of two words with one fingerprint the commoner stays */
            slots[2 * at] = f;
            slots[2 * at + 1] = (uint32_t)i + 1;
        }
    }
    return plx_str_n((const char *)slots, 8 * n);
}

static plx_str tags_made;

uint8_t tag_upos(uint32_t tag) { return (uint8_t)tags_made.p[8 * (size_t)tag]; }

plx_str make_tags(dataset *d, dataset *other, plx_arena *arena) {
    plx_map classes;
    plx_map_init(&classes, arena);
    plx_buf b;
    plx_buf_init(&b, arena, 255 * 8);
    dataset *sets[2] = {d, other};
    for (int k = 0; k < 2; k++) {
        for (size_t i = 0; i < sets[k]->n; i++) {
            sentence *s = &sets[k]->p[i];
            for (uint32_t t = 0; s->has_tree && t < s->n; t++) {
                plx_str key = plx_str_format(arena, "%c%.*s", (char)(s->upos[t] + 1),
                                             PLX_FMT(s->xpos[t]));
                uint32_t id = plx_map_get(&classes, key);
                if (id == PLX_NONE && (k == 1 || classes.n == 255)) {
                    id = 0; /* a class that was never learned */
                } else if (id == PLX_NONE) {
                    id = (uint32_t)classes.n;
                    plx_map_put(&classes, key, id, NULL);
                    char entry[8] = {(char)s->upos[t]};
                    memcpy(entry + 1, s->xpos[t].p, PLX_MIN(s->xpos[t].n, 7U));
                    plx_buf_put(&b, plx_str_n(entry, 8));
                }
                s->tag[t] = (uint16_t)id;
            }
        }
    }
    if (b.n == 0) { /* pretraining alone */
        plx_buf_put(&b, plx_str_n("\0none\0\0", 8));
    }
    tags_made = plx_buf_str(&b);
    return tags_made;
}

void export_net(const net *w, model_writer *m) {
    (void)w;
    (void)m;
}
