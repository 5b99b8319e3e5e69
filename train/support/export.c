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
                plx_str key =
                    plx_str_format(arena, "%c%.*s", (char)(s->upos[t] + 1), PLX_FMT(s->xpos[t]));
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

/* One column (output) of a matrix of floats: w[output * k + input]. */
static int8_t quantise(float x, float step) {
    float q = x / step;
    q = q > 127 ? 127 : q < -127 ? -127 : q;
    return (int8_t)(q < 0 ? q - 0.5F : q + 0.5F);
}

/* w: n rows of k floats; bias: n floats or NULL. Inputs come as 127ths. */
static void put_matrix(model_writer *m, const char *name, const float *w, const float *bias,
                       size_t n, size_t k) {
    size_t padded = (n + PLX_NET_BLOCK - 1) / PLX_NET_BLOCK * PLX_NET_BLOCK;
    int8_t *q = must(calloc(padded * k, 1));
    int32_t *c = must(calloc(padded, sizeof *c));
    float *s = must(calloc(padded, sizeof *s)), *b = must(calloc(padded, sizeof *b));
    for (size_t j = 0; j < n; j++) {
        float top = 1e-9F;
        for (size_t i = 0; i < k; i++) {
            top = fmaxf(top, fabsf(w[j * k + i]));
        }
        float step = top / 127;
        int8_t *cells = q + j / PLX_NET_BLOCK * PLX_NET_BLOCK * k;
        for (size_t i = 0; i < k; i++) {
            int8_t x = quantise(w[j * k + i], step);
            cells[i / 4 * PLX_NET_BLOCK * 4 + j % PLX_NET_BLOCK * 4 + i % 4] = x;
            c[j] += 128 * x;
        }
        s[j] = step / 127;
        b[j] = bias ? bias[j] : 0;
    }
    char room[40];
    (void)snprintf(room, sizeof room, "%s.w", name);
    model_add(m, room, q, padded * k);
    (void)snprintf(room, sizeof room, "%s.c", name);
    model_add(m, room, c, padded * sizeof *c);
    (void)snprintf(room, sizeof room, "%s.s", name);
    model_add(m, room, s, padded * sizeof *s);
    (void)snprintf(room, sizeof room, "%s.b", name);
    model_add(m, room, b, padded * sizeof *b);
    free(q);
    free(c);
    free(s);
    free(b);
}

static void put_input(const net *w, model_writer *m) {
    size_t n = ((size_t)w->n_vectors + 1) * PLX_NET_VECTOR;
    int8_t *q = must(malloc(n));
    for (size_t i = 0; i < n; i++) {
        float x =
            i < n - PLX_NET_VECTOR ? w->vectors[i] : w->p[w->unk.at + i - (n - PLX_NET_VECTOR)];
        q[i] = quantise(x, 1.0F / 127);
    }
    model_add(m, "vectors", q, n);
    free(q);
    n = (size_t)PLX_NET_ROWS * PLX_NET_FEATURE;
    q = must(malloc(n));
    float *s = must(malloc(PLX_NET_ROWS * sizeof *s));
    for (size_t r = 0; r < PLX_NET_ROWS; r++) {
        const float *row = w->table + r * PLX_NET_FEATURE;
        float top = 1e-9F;
        for (size_t k = 0; k < PLX_NET_FEATURE; k++) {
            top = fmaxf(top, fabsf(row[k]));
        }
        s[r] = top / 127;
        for (size_t k = 0; k < PLX_NET_FEATURE; k++) {
            q[r * PLX_NET_FEATURE + k] = quantise(row[k], s[r]);
        }
    }
    model_add(m, "rows", q, n);
    model_add(m, "rows.s", s, PLX_NET_ROWS * sizeof *s);
    free(q);
    free(s);
}

static void put_arcs(const net *w, model_writer *m) {
    enum { A = PLX_NET_ARC };
    float room[(A + 1) * A], root[A + 1];
    memcpy(room, w->p + w->arc_u.at, sizeof(float) * A * A);
    memcpy(room + A * A, w->p + w->arc_b.at, sizeof(float) * A);
    put_matrix(m, "arc", room, NULL, A + 1, A);
    for (size_t j = 0; j <= A; j++) {
        root[j] = 0;
        for (size_t k = 0; k < A; k++) {
            root[j] += room[j * A + k] * w->p[w->arc_root.at + k];
        }
    }
    model_add(m, "root.t", root, sizeof root);
    model_add(m, "root.r", w->p + w->rel_root.at, PLX_NET_REL * sizeof(float));
    model_add(m, "dist", w->p + w->dist.at, PLX_NET_N_DISTANCES * sizeof(float));
}

void export_net(const net *w, model_writer *m) {
    put_input(w, m);
    for (int l = 0; l < N_LAYERS; l++) {
        const layer *y = &w->layers[l];
        char name[32];
        (void)snprintf(name, sizeof name, "layer%d", l);
        put_matrix(m, name, w->p + y->w.at, w->p + y->b.at, 8 * (size_t)y->h, y->in);
        (void)snprintf(name, sizeof name, "layer%d.v", l);
        model_add(m, name, w->p + y->v.at, 4 * (size_t)y->h * sizeof(float));
    }
    enum { D = 2 * PLX_NET_HIDDEN, DN = 2 * PLX_NET_NAME };
    put_matrix(m, "mlp", w->p + w->mlp_w.at, w->p + w->mlp_b.at, PLX_NET_MLP, D);
    put_matrix(m, "rel", w->p + w->rel_w.at, w->p + w->rel_b.at, PLX_N_DEPRELS, 3 * PLX_NET_REL);
    put_matrix(m, "tag", w->p + w->tag_w.at, w->p + w->tag_b.at, w->n_tags, D);
    put_matrix(m, "name", w->p + w->name_w.at, w->p + w->name_b.at, N_LABELS, DN);
    put_arcs(w, m);
}
