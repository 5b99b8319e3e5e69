#include "support/net.h"

#include "lang/activate.h"
#include "support/gemm.h"

#include <math.h>
#include <stdlib.h>

enum {
    V = PLX_NET_VECTOR,
    F = PLX_NET_FEATURE,
    X = PLX_NET_INPUT,
    A = PLX_NET_ARC,
    R = PLX_NET_REL,
    M = PLX_NET_MLP,
    D = 2 * PLX_NET_HIDDEN,
    DN = 2 * PLX_NET_NAME,
    N_RELS = PLX_N_DEPRELS,
    N_DIST = 2 * PLX_NET_DISTANCE + 1
};

/* ---- parameters ------------------------------------------------------------------------------ */

static block take(net *w, size_t n) {
    block b = {w->n_params, n};
    w->n_params += (n + 15) & ~(size_t)15;
    return b;
}

static void fill(net *w, block b, float range) {
    for (size_t i = 0; i < b.n; i++) {
        w->p[b.at + i] = (2 * next_uniform(&w->seed) - 1) * range;
    }
}

static float *zeros(size_t n) {
    float *p = must(aligned_alloc(64, (n * sizeof(float) + 63) & ~(size_t)63));
    memset(p, 0, n * sizeof(float));
    return p;
}

static void lay_out(net *w) {
    for (int l = 0; l < N_LAYERS; l++) {
        layer *y = &w->layers[l];
        y->in = l == 0 ? X : D;
        y->h = l == NAME ? PLX_NET_NAME : PLX_NET_HIDDEN;
        y->w = take(w, (size_t)8 * y->h * y->in);
        y->b = take(w, 8 * y->h);
        y->v = take(w, 4 * y->h);
    }
    w->unk = take(w, V);
    w->mlp_w = take(w, (size_t)M * D);
    w->mlp_b = take(w, M);
    w->arc_u = take(w, (size_t)A * A);
    w->arc_b = take(w, A);
    w->arc_root = take(w, A);
    w->rel_root = take(w, R);
    w->dist = take(w, N_DIST);
    w->rel_w = take(w, (size_t)N_RELS * 3 * R);
    w->rel_b = take(w, N_RELS);
    w->name_w = take(w, (size_t)N_LABELS * DN);
    w->name_b = take(w, N_LABELS);
    w->tag_w = take(w, (size_t)w->n_tags * D);
    w->tag_b = take(w, w->n_tags);
    w->word_w = take(w, (size_t)w->n_classes * D);
    w->word_b = take(w, w->n_classes);
}

static void randomise(net *w) {
    for (int l = 0; l < N_LAYERS; l++) {
        layer *y = &w->layers[l];
        fill(w, y->w, sqrtf(3.0F / (float)y->in));
        fill(w, y->v, 0.3F);
        for (int dir = 0; dir < 2; dir++) { /* remember at first; pass some input through */
            float *b = w->p + y->b.at + (size_t)dir * 4 * y->h;
            for (uint32_t i = 0; i < y->h; i++) {
                b[y->h + i] = 0.5F;
            }
        }
    }
    fill(w, w->mlp_w, sqrtf(3.0F / D));
    fill(w, w->arc_u, 0.02F);
    fill(w, w->rel_w, sqrtf(1.0F / (3 * R)));
    fill(w, w->arc_root, 0.1F);
    fill(w, w->rel_root, 0.1F);
    fill(w, w->name_w, sqrtf(3.0F / DN));
    fill(w, w->tag_w, sqrtf(3.0F / D));
    fill(w, w->word_w, sqrtf(1.0F / D));
    for (size_t i = 0; i < (size_t)PLX_NET_ROWS * F; i++) {
        w->table[i] = (2 * next_uniform(&w->seed) - 1) * 0.08F;
    }
}

net *net_new(uint32_t n_tags, uint32_t n_classes, const vectors *v, float scale, uint64_t seed) {
    net *w = must(calloc(1, sizeof *w));
    w->n_tags = n_tags;
    w->n_classes = n_classes;
    w->seed = seed;
    lay_out(w);
    float **all[] = {&w->p, &w->g, &w->m1, &w->m2, &w->ema};
    float **tables[] = {&w->table, &w->table_g, &w->table_m1, &w->table_m2};
    for (size_t i = 0; i < PLX_COUNT(all); i++) {
        *all[i] = zeros(w->n_params);
    }
    for (size_t i = 0; i < PLX_COUNT(tables); i++) {
        *tables[i] = zeros((size_t)PLX_NET_ROWS * F);
    }
    w->touched = must(malloc(PLX_NET_ROWS * sizeof *w->touched));
    w->is_touched = must(calloc(PLX_NET_ROWS, sizeof(bool)));
    randomise(w);
    w->n_vectors = (uint32_t)v->n;
    float *own = zeros((v->n + 1) * V);
    for (size_t i = 0; i < v->n * V; i++) {
        float x = v->values[i] * scale;
        own[i] = x > 1 ? 1 : x < -1 ? -1 : x;
    }
    w->vectors = own;
    memcpy(w->ema, w->p, w->n_params * sizeof(float));
    return w;
}

/* ---- buffers --------------------------------------------------------------------------------- */

typedef struct layer_room {
    float *in, *mask, *gates, *c, *out, *d_out, *d_gates;
} layer_room;

static struct {
    size_t n;
    float *x, *dx, *sum; /* input, its gradient, feature sums after tanh */
    bool *no_vector;
    layer_room layers[N_LAYERS];
    float *tags, *names, *mlp, *d_mlp, *mlp_mask, *words, *d_top, *masked;
    float *arc, *d_arc, *t1, *t2, *heads, *d_heads, *rel_in, *d_rel_in, *rel, *d_z;
} z;

static void grow(const net *w, size_t n) {
    if (n <= z.n) {
        return;
    }
    z.n = n = n + n / 2;
    z.x = zeros(n * X), z.dx = zeros(n * X), z.sum = zeros(n * F);
    z.no_vector = must(calloc(n, sizeof(bool)));
    for (int l = 0; l < N_LAYERS; l++) {
        layer_room *r = &z.layers[l];
        size_t in = w->layers[l].in, h = w->layers[l].h;
        r->in = zeros(n * in), r->mask = zeros(n * in);
        r->gates = zeros(n * 8 * h), r->d_gates = zeros(n * 8 * h);
        r->c = zeros(n * 2 * h), r->out = zeros(n * 2 * h), r->d_out = zeros(n * 2 * h);
    }
    z.tags = zeros(n * w->n_tags), z.names = zeros(n * N_LABELS);
    z.mlp = zeros(n * M), z.d_mlp = zeros(n * M), z.mlp_mask = zeros(n * M);
    z.words = zeros(n * w->n_classes), z.masked = zeros(n * D), z.d_top = zeros(n * D);
    size_t s = PLX_LANG_MAX_WORDS + 1;
    z.arc = zeros(s * s), z.d_arc = zeros(s * s);
    z.t1 = zeros(s * A), z.t2 = zeros(s * A);
    z.heads = zeros(s * A), z.d_heads = zeros(s * A);
    z.rel_in = zeros(s * 3 * R), z.d_rel_in = zeros(s * 3 * R);
    z.rel = zeros(s * N_RELS), z.d_z = zeros(s * N_RELS);
}

/* ---- input ----------------------------------------------------------------------------------- */

static void touch(net *w, uint32_t row) {
    if (!w->is_touched[row]) {
        w->is_touched[row] = true;
        w->touched[w->n_touched++] = row;
    }
}

static void input(net *w, const batch *b, const drops *d, bool learn) {
    for (uint32_t i = 0; i < b->n; i++) {
        const plx_word_features *f = &b->features[i];
        float *x = z.x + (size_t)i * X;
        bool hidden = b->word_class && b->word_class[i] != PLX_NONE;
        z.no_vector[i] =
            hidden || f->vector == PLX_NONE || (learn && next_uniform(&w->seed) < d->vector);
        memcpy(x, z.no_vector[i] ? w->p + w->unk.at : w->vectors + (size_t)f->vector * V,
               V * sizeof(float));
        float *s = x + V;
        memset(s, 0, F * sizeof(float));
        for (uint32_t k = 0; !hidden && k < f->n_rows; k++) {
            if (learn && f->rows[k] < PLX_NET_FREQUENT && next_uniform(&w->seed) < d->row) {
                continue; /* its gradient flows all the same: rare enough not to matter */
            }
            const float *row = w->table + (size_t)f->rows[k] * F;
            for (int j = 0; j < F; j++) {
                s[j] += row[j];
            }
        }
        for (int j = 0; j < F; j++) {
            s[j] = plx_net_tanh(s[j]);
        }
        memcpy(z.sum + (size_t)i * F, s, F * sizeof(float));
    }
}

static void input_back(net *w, const batch *b) {
    for (uint32_t i = 0; i < b->n; i++) {
        const plx_word_features *f = &b->features[i];
        const float *dx = z.dx + (size_t)i * X;
        bool hidden = b->word_class && b->word_class[i] != PLX_NONE;
        if (z.no_vector[i]) {
            for (int j = 0; j < V; j++) {
                w->g[w->unk.at + (size_t)j] += dx[j];
            }
        }
        if (hidden) {
            continue;
        }
        float ds[F];
        const float *s = z.sum + (size_t)i * F;
        for (int j = 0; j < F; j++) {
            ds[j] = dx[V + j] * (1 - s[j] * s[j]);
        }
        for (uint32_t k = 0; k < f->n_rows; k++) {
            touch(w, f->rows[k]);
            float *row = w->table_g + (size_t)f->rows[k] * F;
            for (int j = 0; j < F; j++) {
                row[j] += ds[j];
            }
        }
    }
}

/* ---- layers ---------------------------------------------------------------------------------- */

/* One mask a sentence (variational dropout: Gal and Ghahramani 2016). */
static void make_mask(net *w, const batch *b, float chance, size_t width, float *mask) {
    float keep = 1 / (1 - chance);
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        float *first = mask + (size_t)b->begin[s] * width;
        for (size_t j = 0; j < width; j++) {
            first[j] = next_uniform(&w->seed) < chance ? 0 : keep;
        }
        for (uint32_t i = b->begin[s] + 1; i < b->begin[s + 1]; i++) {
            memcpy(mask + (size_t)i * width, first, width * sizeof(float));
        }
    }
}

static void cell(const float *restrict p, const float *restrict v, uint32_t h,
                 float *restrict gates, const float *restrict before, float *restrict c,
                 float *restrict out) {
    (void)p;
    for (uint32_t k = 0; k < h; k++) {
        float old = before ? before[k] : 0;
        float f = plx_net_sigmoid(gates[h + k] + v[k] * old);
        float r = plx_net_sigmoid(gates[2 * h + k] + v[h + k] * old);
        float x = plx_net_tanh(gates[3 * h + k]);
        float now = f * old + (1 - f) * gates[k];
        gates[h + k] = f;
        gates[2 * h + k] = r;
        gates[3 * h + k] = x;
        c[k] = now;
        out[k] = r * plx_net_tanh(now) + (1 - r) * x;
    }
}

static void forward_layer(net *w, const batch *b, int l, const float *from, float chance,
                          bool learn) {
    const layer *y = &w->layers[l];
    layer_room *r = &z.layers[l];
    size_t n_in = (size_t)b->n * y->in, h = y->h;
    memcpy(r->in, from, n_in * sizeof(float));
    if (learn && chance > 0) {
        make_mask(w, b, chance, y->in, r->mask);
        for (size_t i = 0; i < n_in; i++) {
            r->in[i] *= r->mask[i];
        }
    }
    for (uint32_t i = 0; i < b->n; i++) {
        memcpy(r->gates + (size_t)i * 8 * h, w->p + y->b.at, 8 * h * sizeof(float));
    }
    gemm(b->n, 8 * h, y->in, r->in, y->in, 1, w->p + y->w.at, 1, y->in, r->gates, 8 * h, 1);
    const float *v = w->p + y->v.at;
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        for (uint32_t t = b->begin[s]; t < b->begin[s + 1]; t++) {
            cell(NULL, v, y->h, r->gates + (size_t)t * 8 * h,
                 t > b->begin[s] ? r->c + (size_t)(t - 1) * 2 * h : NULL, r->c + (size_t)t * 2 * h,
                 r->out + (size_t)t * 2 * h);
        }
        for (uint32_t t = b->begin[s + 1]; t-- > b->begin[s];) {
            cell(NULL, v + 2 * h, y->h, r->gates + (size_t)t * 8 * h + 4 * h,
                 t + 1 < b->begin[s + 1] ? r->c + (size_t)(t + 1) * 2 * h + h : NULL,
                 r->c + (size_t)t * 2 * h + h, r->out + (size_t)t * 2 * h + h);
        }
    }
}

/* carry: the gradient of c from the step after; becomes that for the step before. */
static void cell_back(const float *restrict v, uint32_t h, const float *restrict gates,
                      const float *restrict before, const float *restrict c,
                      const float *restrict d_out, float *restrict carry, float *restrict d_gates,
                      float *restrict g_v) {
    for (uint32_t k = 0; k < h; k++) {
        float old = before ? before[k] : 0;
        float f = gates[h + k], r = gates[2 * h + k], x = gates[3 * h + k];
        float tc = plx_net_tanh(c[k]), d = d_out[k];
        float d_r = d * (tc - x) * r * (1 - r);
        float d_c = carry[k] + d * r * (1 - tc * tc);
        float d_f = d_c * (old - gates[k]) * f * (1 - f);
        d_gates[k] = d_c * (1 - f);
        d_gates[h + k] = d_f;
        d_gates[2 * h + k] = d_r;
        d_gates[3 * h + k] = d * (1 - r) * (1 - x * x);
        g_v[k] += d_f * old;
        g_v[h + k] += d_r * old;
        carry[k] = d_c * f + d_f * v[k] + d_r * v[h + k];
    }
}

/* Adds the gradient of the layer's input to `to`. */
static void backward_layer(net *w, const batch *b, int l, float chance, float *to) {
    const layer *y = &w->layers[l];
    layer_room *r = &z.layers[l];
    size_t h = y->h;
    const float *v = w->p + y->v.at;
    float *g_v = w->g + y->v.at;
    float carry[PLX_NET_HIDDEN];
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        memset(carry, 0, sizeof carry);
        for (uint32_t t = b->begin[s + 1]; t-- > b->begin[s];) {
            cell_back(v, y->h, r->gates + (size_t)t * 8 * h,
                      t > b->begin[s] ? r->c + (size_t)(t - 1) * 2 * h : NULL,
                      r->c + (size_t)t * 2 * h, r->d_out + (size_t)t * 2 * h, carry,
                      r->d_gates + (size_t)t * 8 * h, g_v);
        }
        memset(carry, 0, sizeof carry);
        for (uint32_t t = b->begin[s]; t < b->begin[s + 1]; t++) {
            cell_back(v + 2 * h, y->h, r->gates + (size_t)t * 8 * h + 4 * h,
                      t + 1 < b->begin[s + 1] ? r->c + (size_t)(t + 1) * 2 * h + h : NULL,
                      r->c + (size_t)t * 2 * h + h, r->d_out + (size_t)t * 2 * h + h, carry,
                      r->d_gates + (size_t)t * 8 * h + 4 * h, g_v + 2 * h);
        }
    }
    gemm(8 * h, y->in, b->n, r->d_gates, 1, 8 * h, r->in, y->in, 1, w->g + y->w.at, y->in, 1);
    float *g_b = w->g + y->b.at;
    for (uint32_t i = 0; i < b->n; i++) {
        for (size_t k = 0; k < 8 * h; k++) {
            g_b[k] += r->d_gates[(size_t)i * 8 * h + k];
        }
    }
    /* r->in is used up: it takes the gradient of the input */
    gemm(b->n, y->in, 8 * h, r->d_gates, 8 * h, 1, w->p + y->w.at, y->in, 1, r->in, y->in, 0);
    size_t n_in = (size_t)b->n * y->in;
    for (size_t i = 0; i < n_in; i++) {
        to[i] += chance > 0 ? r->in[i] * r->mask[i] : r->in[i];
    }
}

/* ---- heads ----------------------------------------------------------------------------------- */

/* out = in * W^T + bias */
static void linear(const net *w, size_t n, const float *in, size_t n_in, block wt, block bias,
                   size_t n_out, float *out) {
    for (size_t i = 0; i < n; i++) {
        memcpy(out + i * n_out, w->p + bias.at, n_out * sizeof(float));
    }
    gemm(n, n_out, n_in, in, n_in, 1, w->p + wt.at, 1, n_in, out, n_out, 1);
}

static void linear_back(net *w, size_t n, const float *in, size_t n_in, block wt, block bias,
                        size_t n_out, const float *d_out, float *d_in) {
    gemm(n_out, n_in, n, d_out, 1, n_out, in, n_in, 1, w->g + wt.at, n_in, 1);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n_out; k++) {
            w->g[bias.at + k] += d_out[i * n_out + k];
        }
    }
    if (d_in) {
        gemm(n, n_in, n_out, d_out, n_out, 1, w->p + wt.at, n_in, 1, d_in, n_in, 1);
    }
}

static double softmax(float *x, size_t n) { /* in place; returns the log of the sum */
    float top = x[0];
    for (size_t i = 1; i < n; i++) {
        top = x[i] > top ? x[i] : top;
    }
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        x[i] = expf(x[i] - top);
        sum += x[i];
    }
    float inv = (float)(1 / sum);
    for (size_t i = 0; i < n; i++) {
        x[i] *= inv;
    }
    return log(sum) + top;
}

/* Cross entropy of one row; x becomes the gradient times `weight`. */
static double cross(float *x, size_t n, size_t gold, float weight) {
    softmax(x, n);
    double loss = -log((double)x[gold] + 1e-20);
    x[gold] -= 1;
    for (size_t i = 0; i < n; i++) {
        x[i] *= weight;
    }
    return loss;
}

static size_t best_of(const float *x, size_t n) {
    size_t b = 0;
    for (size_t i = 1; i < n; i++) {
        b = x[i] > x[b] ? i : b;
    }
    return b;
}

static size_t bucket(uint32_t head, uint32_t dep) { /* 1-based; 0 the root */
    if (head == 0) {
        return 2 * PLX_NET_DISTANCE;
    }
    uint32_t far = head < dep ? dep - head : head - dep;
    far = PLX_MIN(far, (uint32_t)PLX_NET_DISTANCE);
    return head < dep ? far - 1 : PLX_NET_DISTANCE + far - 1;
}

static void tag_head(net *w, const batch *b, float weight, bool learn, losses *sum, scores *out) {
    const float *top = z.layers[N_SHARED - 1].out;
    linear(w, b->n, top, D, w->tag_w, w->tag_b, w->n_tags, z.tags);
    if (out) {
        memcpy(out->tags, z.tags, (size_t)b->n * w->n_tags * sizeof(float));
    }
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        const sentence *t = b->sentences[s];
        for (uint32_t i = 0; i < t->n; i++) {
            float *row = z.tags + (size_t)(b->begin[s] + i) * w->n_tags;
            if (t->has_tree) {
                sum->tags += cross(row, w->n_tags, t->tag[i], weight);
            } else {
                memset(row, 0, w->n_tags * sizeof(float));
            }
        }
    }
    if (learn) {
        linear_back(w, b->n, top, D, w->tag_w, w->tag_b, w->n_tags, z.tags,
                    z.layers[N_SHARED - 1].d_out);
    }
}

static void name_head(net *w, const batch *b, float weight, bool learn, losses *sum, scores *out) {
    const float *top = z.layers[NAME].out;
    linear(w, b->n, top, DN, w->name_w, w->name_b, N_LABELS, z.names);
    if (out) {
        memcpy(out->names, z.names, (size_t)b->n * N_LABELS * sizeof(float));
    }
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        const sentence *t = b->sentences[s];
        for (uint32_t i = 0; i < t->n; i++) {
            float *row = z.names + (size_t)(b->begin[s] + i) * N_LABELS;
            if (!t->label) {
                memset(row, 0, N_LABELS * sizeof(float));
                continue;
            }
            sum->n_names++;
            size_t gold = t->label[i];
            if (t->has_other || gold != 0) {
                sum->names += cross(row, N_LABELS, gold, weight);
                continue;
            }
            /* a set without the type other: outside it, either may be right */
            softmax(row, N_LABELS);
            enum { B = 1 + 2 * PLX_OTHER, I = 2 + 2 * PLX_OTHER };
            float either = row[0] + row[B] + row[I] + 1e-20F;
            sum->names -= log((double)either);
            float share[3] = {row[0] / either, row[B] / either, row[I] / either};
            row[0] -= share[0];
            row[B] -= share[1];
            row[I] -= share[2];
            for (size_t k = 0; k < N_LABELS; k++) {
                row[k] *= weight;
            }
        }
    }
    if (learn) {
        linear_back(w, b->n, top, DN, w->name_w, w->name_b, N_LABELS, z.names,
                    z.layers[NAME].d_out);
    }
}

/* Arc scores of a sentence into z.arc: row i (dependent, 0-based), column j (head, 0 the root).
 * z.heads: the heads' vectors with the root first; z.t1: heads * U^T. */
static void arc_scores(const net *w, const float *mlp, uint32_t n) {
    size_t cols = n + 1;
    memcpy(z.heads, w->p + w->arc_root.at, A * sizeof(float));
    for (uint32_t i = 0; i < n; i++) {
        memcpy(z.heads + (size_t)(i + 1) * A, mlp + (size_t)i * M + A, A * sizeof(float));
    }
    gemm(cols, A, A, z.heads, A, 1, w->p + w->arc_u.at, 1, A, z.t1, A, 0);
    gemm(n, cols, A, mlp, M, 1, z.t1, 1, A, z.arc, cols, 0);
    for (size_t j = 0; j < cols; j++) {
        float bias = 0;
        for (size_t k = 0; k < A; k++) {
            bias += z.heads[j * A + k] * w->p[w->arc_b.at + k];
        }
        for (uint32_t i = 0; i < n; i++) {
            z.arc[(size_t)i * cols + j] +=
                j == i + 1 ? -1e9F : bias + w->p[w->dist.at + bucket((uint32_t)j, i + 1)];
        }
    }
}

static void arc_back(net *w, const float *mlp, float *d_mlp, uint32_t n) {
    size_t cols = n + 1;
    for (uint32_t i = 0; i < n; i++) {
        for (size_t j = 0; j < cols; j++) {
            if (j != i + 1) {
                w->g[w->dist.at + bucket((uint32_t)j, i + 1)] += z.arc[(size_t)i * cols + j];
            }
        }
    }
    /* d dependents; d t1; d heads, d U */
    gemm(n, A, cols, z.arc, cols, 1, z.t1, A, 1, d_mlp, M, 1);
    gemm(cols, A, n, z.arc, 1, cols, mlp, M, 1, z.t2, A, 0);
    gemm(A, A, cols, z.t2, 1, A, z.heads, A, 1, w->g + w->arc_u.at, A, 1);
    gemm(cols, A, A, z.t2, A, 1, w->p + w->arc_u.at, A, 1, z.d_heads, A, 0);
    for (size_t j = 0; j < cols; j++) {
        float sum = 0;
        for (uint32_t i = 0; i < n; i++) {
            sum += j == i + 1 ? 0 : z.arc[(size_t)i * cols + j];
        }
        float *to = j == 0 ? w->g + w->arc_root.at : d_mlp + (j - 1) * M + A;
        for (size_t k = 0; k < A; k++) {
            w->g[w->arc_b.at + k] += sum * z.heads[j * A + k];
            to[k] += z.d_heads[j * A + k] + sum * w->p[w->arc_b.at + k];
        }
    }
}

static void rel_input(const net *w, const float *mlp, uint32_t dep, uint32_t head, float *out) {
    const float *a = mlp + (size_t)dep * M + 2 * A;
    const float *h = head ? mlp + (size_t)(head - 1) * M + 2 * A + R : w->p + w->rel_root.at;
    for (int k = 0; k < R; k++) {
        out[k] = a[k] * h[k];
        out[R + k] = a[k];
        out[2 * R + k] = h[k];
    }
}

static void tree_of(net *w, const sentence *t, uint32_t at, float weight, bool learn, losses *sum,
                    scores *out) {
    const float *mlp = z.mlp + (size_t)at * M;
    float *d_mlp = z.d_mlp + (size_t)at * M;
    uint32_t n = t->n;
    size_t cols = n + 1;
    uint32_t heads[PLX_LANG_MAX_WORDS];
    arc_scores(w, mlp, n);
    for (uint32_t i = 0; i < n; i++) {
        float *row = z.arc + (size_t)i * cols;
        if (out) {
            out->heads[at + i] = (uint32_t)best_of(row, cols);
        }
        heads[i] = out ? out->heads[at + i] : t->head[i];
        sum->arcs += cross(row, cols, t->head[i], weight);
        rel_input(w, mlp, i, heads[i], z.rel_in + (size_t)i * 3 * R);
    }
    linear(w, n, z.rel_in, 3 * R, w->rel_w, w->rel_b, N_RELS, z.rel);
    for (uint32_t i = 0; i < n; i++) {
        float *row = z.rel + (size_t)i * N_RELS;
        if (out) {
            out->rels[at + i] = (uint8_t)best_of(row, N_RELS);
        }
        sum->rels += cross(row, N_RELS, t->rel[i], weight);
    }
    if (!learn) {
        return;
    }
    arc_back(w, mlp, d_mlp, n);
    memset(z.d_rel_in, 0, (size_t)n * 3 * R * sizeof(float));
    linear_back(w, n, z.rel_in, 3 * R, w->rel_w, w->rel_b, N_RELS, z.rel, z.d_rel_in);
    for (uint32_t i = 0; i < n; i++) {
        const float *d = z.d_rel_in + (size_t)i * 3 * R;
        const float *a = mlp + (size_t)i * M + 2 * A;
        uint32_t head = heads[i];
        const float *h = head ? mlp + (size_t)(head - 1) * M + 2 * A + R : w->p + w->rel_root.at;
        float *da = d_mlp + (size_t)i * M + 2 * A;
        float *dh = head ? d_mlp + (size_t)(head - 1) * M + 2 * A + R : w->g + w->rel_root.at;
        for (int k = 0; k < R; k++) {
            da[k] += d[k] * h[k] + d[R + k];
            dh[k] += d[k] * a[k] + d[2 * R + k];
        }
    }
}

static void tree_head(net *w, const batch *b, const drops *d, float weight, bool learn, losses *sum,
                      scores *out) {
    const float *top = z.layers[TREE].out;
    linear(w, b->n, top, D, w->mlp_w, w->mlp_b, M, z.mlp);
    size_t n = (size_t)b->n * M;
    for (size_t i = 0; i < n; i++) {
        z.mlp[i] = plx_net_tanh(z.mlp[i]);
    }
    static float *plain;
    static size_t have;
    if (have < n) {
        free(plain);
        plain = zeros(n);
        have = n;
    }
    if (learn) {
        memcpy(plain, z.mlp, n * sizeof(float));
        make_mask(w, b, d->mlp, M, z.mlp_mask);
        for (size_t i = 0; i < n; i++) {
            z.mlp[i] *= z.mlp_mask[i];
        }
    }
    memset(z.d_mlp, 0, n * sizeof(float));
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        if (b->sentences[s]->has_tree) {
            tree_of(w, b->sentences[s], b->begin[s], weight, learn, sum, out);
        }
    }
    if (learn) {
        for (size_t i = 0; i < n; i++) {
            z.d_mlp[i] *= z.mlp_mask[i] * (1 - plain[i] * plain[i]);
        }
        linear_back(w, b->n, top, D, w->mlp_w, w->mlp_b, M, z.d_mlp, z.layers[TREE].d_out);
    }
}

static void word_head(net *w, const batch *b, float weight, bool learn, losses *sum) {
    const float *top = z.layers[N_SHARED - 1].out;
    size_t n = 0;
    for (uint32_t i = 0; i < b->n; i++) {
        if (b->word_class[i] != PLX_NONE) {
            memcpy(z.masked + n++ * D, top + (size_t)i * D, D * sizeof(float));
        }
    }
    linear(w, n, z.masked, D, w->word_w, w->word_b, w->n_classes, z.words);
    size_t k = 0;
    for (uint32_t i = 0; i < b->n; i++) {
        if (b->word_class[i] != PLX_NONE) {
            sum->words +=
                cross(z.words + k++ * w->n_classes, w->n_classes, b->word_class[i], weight);
        }
    }
    sum->n_masked += n;
    if (learn) {
        memset(z.d_top, 0, n * D * sizeof(float));
        linear_back(w, n, z.masked, D, w->word_w, w->word_b, w->n_classes, z.words, z.d_top);
        k = 0;
        for (uint32_t i = 0; i < b->n; i++) {
            if (b->word_class[i] != PLX_NONE) {
                float *to = z.layers[N_SHARED - 1].d_out + (size_t)i * D;
                for (int j = 0; j < D; j++) {
                    to[j] += z.d_top[k * D + (size_t)j];
                }
                k++;
            }
        }
    }
}

void net_run(net *w, const batch *b, const drops *d, bool learn, losses *sum, scores *out) {
    grow(w, b->n);
    bool trees = false, names = false;
    for (uint32_t s = 0; s < b->n_sentences; s++) {
        trees |= b->sentences[s]->has_tree;
        names |= b->sentences[s]->label != NULL;
    }
    trees |= out != NULL;
    names |= out != NULL;
    float weight = 1.0F / (float)b->n;
    sum->n_words += b->n;
    input(w, b, d, learn);
    const float *from = z.x;
    for (int l = 0; l < N_SHARED; l++) {
        forward_layer(w, b, l, from, l ? d->hidden : d->input, learn);
        from = z.layers[l].out;
    }
    for (int l = 0; l < N_LAYERS; l++) {
        memset(z.layers[l].d_out, 0, (size_t)b->n * 2 * w->layers[l].h * sizeof(float));
    }
    if (b->word_class) {
        word_head(w, b, weight * 4, learn, sum);
    }
    if (trees) {
        tag_head(w, b, weight * 0.7F, learn, sum, out);
        forward_layer(w, b, TREE, from, d->hidden, learn);
        tree_head(w, b, d, weight, learn, sum, out);
    }
    if (names) {
        forward_layer(w, b, NAME, from, d->hidden, learn);
        name_head(w, b, weight, learn, sum, out);
    }
    if (!learn) {
        return;
    }
    float *shared = z.layers[N_SHARED - 1].d_out;
    if (trees) {
        backward_layer(w, b, TREE, d->hidden, shared);
    }
    if (names) {
        backward_layer(w, b, NAME, d->hidden, shared);
    }
    for (int l = N_SHARED; l-- > 0;) {
        float *to = l ? z.layers[l - 1].d_out : z.dx;
        if (l == 0) {
            memset(z.dx, 0, (size_t)b->n * X * sizeof(float));
        }
        backward_layer(w, b, l, l ? d->hidden : d->input, to);
    }
    input_back(w, b);
}

/* ---- Adam ------------------------------------------------------------------------------------ */

static void adam(float *restrict p, float *restrict g, float *restrict m1, float *restrict m2,
                 float *restrict ema, size_t n, float scale, float rate, float mean) {
    for (size_t i = 0; i < n; i++) {
        float x = g[i] * scale;
        m1[i] = 0.9F * m1[i] + 0.1F * x;
        m2[i] = 0.98F * m2[i] + 0.02F * x * x;
        p[i] -= rate * m1[i] / (sqrtf(m2[i]) + 1e-6F);
        ema[i] = mean * ema[i] + (1 - mean) * p[i];
        g[i] = 0;
    }
}

void net_step(net *w, float rate, float clip) {
    double norm = 0;
    for (size_t i = 0; i < w->n_params; i++) {
        norm += (double)w->g[i] * (double)w->g[i];
    }
    for (size_t k = 0; k < w->n_touched; k++) {
        const float *g = w->table_g + (size_t)w->touched[k] * F;
        for (int j = 0; j < F; j++) {
            norm += (double)g[j] * (double)g[j];
        }
    }
    norm = sqrt(norm);
    w->steps++;
    float scale = norm > clip ? (float)(clip / norm) : 1.0F;
    double t = (double)w->steps;
    float warm = (float)(sqrt(1 - pow(0.98, t)) / (1 - pow(0.9, t)));
    float mean = (float)PLX_MIN(0.998, t / (t + 10));
    adam(w->p, w->g, w->m1, w->m2, w->ema, w->n_params, scale, rate * warm, mean);
    float unused[F]; /* rows are touched too seldom for a running mean */
    memset(unused, 0, sizeof unused);
    for (size_t k = 0; k < w->n_touched; k++) {
        size_t at = (size_t)w->touched[k] * F;
        adam(w->table + at, w->table_g + at, w->table_m1 + at, w->table_m2 + at, unused, F, scale,
             rate * warm, mean);
        w->is_touched[w->touched[k]] = false;
    }
    w->n_touched = 0;
}

void net_swap_means(net *w) {
    float *t = w->p;
    w->p = w->ema;
    w->ema = t;
}

/* ---- files ----------------------------------------------------------------------------------- */

void net_save(const net *w, const char *path) {
    FILE *f = fopen(path, "wb");
    if (!f) {
        die("%s: cannot be written", path);
    }
    uint64_t head[3] = {w->tag_w.at, w->n_tags, w->n_classes};
    fwrite(head, sizeof head, 1, f);
    fwrite(w->table, sizeof(float), (size_t)PLX_NET_ROWS * F, f);
    fwrite(w->p, sizeof(float), w->n_params, f);
    if (fclose(f) != 0) {
        die("%s: cannot be written", path);
    }
}

void net_load(net *w, const char *path) {
    plx_str in = read_file(path);
    uint64_t head[3];
    size_t table = (size_t)PLX_NET_ROWS * F * sizeof(float);
    if (in.n < sizeof head) {
        die("%s: too short", path);
    }
    memcpy(head, in.p, sizeof head);
    size_t common = (size_t)head[0] * sizeof(float);
    if (head[0] != w->tag_w.at || in.n < sizeof head + table + common) {
        die("%s: another network", path);
    }
    bool whole = head[1] == w->n_tags && head[2] == w->n_classes &&
                 in.n == sizeof head + table + w->n_params * sizeof(float);
    memcpy(w->table, in.p + sizeof head, table);
    memcpy(w->p, in.p + sizeof head + table, whole ? w->n_params * sizeof(float) : common);
    memcpy(w->ema, w->p, w->n_params * sizeof(float));
}
