#include "support/field.h"

#include "lang/ner.h"

#include <math.h>
#include <stdlib.h>

enum { L = N_LABELS, W = FIELD_WIDTH, GROUPS = PLX_NER_SECOND + 1 };

field *field_new(size_t n_features) {
    field *f = must(calloc(1, sizeof *f));
    f->n = n_features;
    f->w = must(calloc((n_features + 1) * W, sizeof(float)));
    f->g2 = must(calloc((n_features + 1) * W, sizeof(float)));
    return f;
}

void field_free(field *f) {
    free(f->w);
    free(f->g2);
    free(f);
}

static bool may_follow(uint32_t before, uint32_t label) {
    return label == 0 || label % 2 == 1 || before == label || before + 1 == label;
}

typedef struct lattice {
    float node[PLX_LANG_MAX_WORDS][W], a[PLX_LANG_MAX_WORDS][W], b[PLX_LANG_MAX_WORDS][W];
    float scale[PLX_LANG_MAX_WORDS], edge[1 + L][W];
    float out[PLX_LANG_MAX_WORDS][W]; /* what is expected of each node */
    float moves[1 + L][W];
    bool keep[PLX_LANG_MAX_WORDS][GROUPS];
} lattice;

/* Expectations by forward and backward sums over the labels in `allowed` (NULL: all), added to
 * out and moves with the sign. */
static void expect(lattice *z, const chain *c, const uint16_t *allowed, float sign) {
    uint32_t n = c->n;
    for (uint32_t i = 0; i < n; i++) {
        float sum = 0;
        uint32_t mask = c->may[i] ? (1U << L) - 1 : 1;
        mask &= allowed ? allowed[i] : mask;
        mask = mask ? mask : 1;
        float to[W] = {0};
        for (uint32_t x = 0; i && x < L; x++) {
            for (uint32_t y = 0; y < W; y++) {
                to[y] += z->a[i - 1][x] * z->edge[1 + x][y];
            }
        }
        for (uint32_t y = 0; y < L; y++) {
            float s = i ? to[y] : z->edge[0][y];
            z->a[i][y] = mask >> y & 1 ? s * z->node[i][y] : 0;
            sum += z->a[i][y];
        }
        z->scale[i] = sum > 1e-30F ? 1 / sum : 1e30F;
        for (uint32_t y = 0; y < L; y++) {
            z->a[i][y] *= z->scale[i];
        }
    }
    for (uint32_t i = n; i-- > 0;) {
        float behind[W] = {0};
        for (uint32_t y = 0; i + 1 < n && y < L; y++) {
            behind[y] =
                z->a[i + 1][y] > 0 ? z->node[i + 1][y] * z->b[i + 1][y] * z->scale[i + 1] : 0;
        }
        for (uint32_t x = 0; x < L; x++) {
            float s = i + 1 == n ? 1 : 0, through[W];
            for (uint32_t y = 0; y < W; y++) {
                through[y] = z->edge[1 + x][y] * behind[y];
                z->moves[1 + x][y] += sign * z->a[i][x] * through[y];
            }
            for (uint32_t y = 0; y < L; y++) {
                s += through[y];
            }
            z->b[i][x] = s;
            z->out[i][x] += sign * z->a[i][x] * s;
        }
    }
    for (uint32_t y = 0; y < L; y++) {
        z->moves[0][y] += sign * z->a[0][y] * z->b[0][y];
    }
}

static void score(lattice *z, const field *f, const chain *c) {
    for (uint32_t x = 0; x <= L; x++) {
        for (uint32_t y = 0; y < L; y++) {
            bool legal = may_follow(x ? x - 1 : 0, y);
            z->edge[x][y] = legal ? expf(f->move[x][y]) : 0;
        }
    }
    for (uint32_t i = 0; i < c->n; i++) {
        float s[W] = {0}, top = -1e30F;
        for (uint32_t k = c->begin[i]; c->may[i] && k < c->begin[i + 1]; k++) {
            if (c->features[k] == 0) {
                continue;
            }
            const float *w = f->w + (size_t)c->features[k] * W;
            for (uint32_t y = 0; z->keep[i][c->groups[k]] && y < W; y++) {
                s[y] += w[y];
            }
        }
        for (uint32_t y = 0; y < L; y++) {
            s[y] += c->offset && c->may[i] ? c->offset[i * L + y] : 0;
            top = fmaxf(top, s[y]);
        }
        for (uint32_t y = 0; y < L; y++) {
            z->node[i][y] = expf(s[y] - top);
        }
    }
}

static void step(float *w, float *g2, float g, float rate, float decay) {
    g -= decay * *w;
    *g2 += g * g;
    *w += rate * g / (sqrtf(*g2) + 1e-6F);
}

static void learn_one(lattice *z, field *f, const chain *c, float rate, float decay) {
    score(z, f, c);
    memset(z->out, 0, c->n * sizeof z->out[0]);
    memset(z->moves, 0, sizeof z->moves);
    expect(z, c, c->allowed, c->weight);
    expect(z, c, NULL, -c->weight);
    for (uint32_t i = 0; i < c->n; i++) {
        for (uint32_t k = c->begin[i]; c->may[i] && k < c->begin[i + 1]; k++) {
            size_t at = (size_t)c->features[k] * W;
            if (at == 0) {
                continue;
            }
            for (uint32_t y = 0; z->keep[i][c->groups[k]] && y < W; y++) {
                step(f->w + at + y, f->g2 + at + y, z->out[i][y], rate, decay);
            }
        }
    }
    for (uint32_t x = 0; x <= L; x++) {
        for (uint32_t y = 0; y < L; y++) {
            if (may_follow(x ? x - 1 : 0, y)) {
                step(&f->move[x][y], &f->move_g2[x][y], z->moves[x][y], rate, decay);
            }
        }
    }
}

void field_learn(field *f, const chain *chains, size_t n, const field_rates *r, uint64_t seed) {
    lattice *z = must(calloc(1, sizeof *z));
    uint32_t *order = must(malloc((n + 1) * sizeof *order));
    for (size_t i = 0; i < n; i++) {
        order[i] = (uint32_t)i;
    }
    for (int e = 0; e < r->epochs; e++) {
        shuffle(order, n, &seed);
        float rate = r->rate * (1 - 0.9F * (float)e / (float)r->epochs);
        for (size_t k = 0; k < n; k++) {
            const chain *c = &chains[order[k]];
            const float drop[GROUPS] = {0,
                                        r->drop_self,
                                        r->drop_context,
                                        r->drop_lists,
                                        r->drop_heard,
                                        r->drop_account,
                                        r->drop_tree,
                                        r->drop_second};
            bool no_lists = next_uniform(&seed) < r->drop_lists;
            bool no_second = next_uniform(&seed) < r->drop_second;
            bool no_heard = next_uniform(&seed) < r->drop_heard;
            for (uint32_t i = 0; i < c->n; i++) {
                for (int g = 0; g < GROUPS; g++) {
                    z->keep[i][g] = g == PLX_NER_LISTS    ? !no_lists
                                    : g == PLX_NER_HEARD  ? !no_heard
                                    : g == PLX_NER_SECOND ? !no_second
                                                          : next_uniform(&seed) >= drop[g];
                }
            }
            learn_one(z, f, c, rate, r->decay);
        }
    }
    free(order);
    free(z);
}

void field_add(field *f, const field *other, float share) {
    for (size_t i = 0; i < f->n * W; i++) {
        f->w[i] += share * other->w[i];
    }
    for (size_t x = 0; x <= L; x++) {
        for (size_t y = 0; y < L; y++) {
            f->move[x][y] += share * other->move[x][y];
        }
    }
}

typedef struct weighty {
    float sum;
    uint32_t id;
} weighty;

static int by_weight(const void *a, const void *b) {
    const weighty *x = a, *y = b;
    return x->sum != y->sum ? (x->sum < y->sum ? 1 : -1) : (x->id > y->id) - (x->id < y->id);
}

float field_quantise(const field *f, const uint32_t *hashes, int8_t *rows) {
    float top = 1e-9F;
    weighty *order = must(calloc(f->n + 1, sizeof *order));
    for (size_t i = 1; i < f->n; i++) {
        order[i].id = (uint32_t)i;
        for (size_t y = 0; y < L; y++) {
            float w = fabsf(f->w[i * W + y]);
            top = fmaxf(top, w);
            order[i].sum += w;
        }
    }
    top = fminf(top, 4.0F);
    qsort(order, f->n, sizeof *order, by_weight);
    memset(rows, 0, (size_t)FIELD_ROWS * PLX_NER_WIDTH);
    size_t kept = 0;
    for (size_t k = 0; k + 1 < f->n && kept < (size_t)FIELD_ROWS / 4 * 3; k++) {
        uint32_t h = hashes[order[k].id];
        const int8_t *found = plx_ner__row(rows, FIELD_ROWS - 1, h);
        int8_t *row = found ? rows + (found - rows) : NULL;
        uint16_t mark = plx_ner__feature_fingerprint(h), taken = 1;
        if (row) {
            memcpy(&taken, row + PLX_NER_WIDTH - sizeof taken, sizeof taken);
        }
        if (taken) {
            continue;
        }
        bool any = false;
        for (size_t y = 0; y < L; y++) {
            float q = fminf(127, fmaxf(-127, f->w[order[k].id * W + y] / top * 127));
            row[y] = (int8_t)lrintf(q);
            any |= row[y] != 0;
        }
        if (any) {
            memcpy(row + PLX_NER_WIDTH - sizeof mark, &mark, sizeof mark);
            kept++;
        }
    }
    fprintf(stderr, "%zu features of %zu kept\n", kept, f->n);
    free(order);
    return top / 127;
}

void field_moves(const field *f, float *move) {
    memset(move, 0, sizeof(float) * (1 + L) * PLX_NER_WIDTH);
    for (uint32_t x = 0; x <= L; x++) {
        for (uint32_t y = 0; y < L; y++) {
            move[x * PLX_NER_WIDTH + y] = f->move[x][y];
        }
    }
}
