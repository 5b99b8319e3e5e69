/* train_linear TREEBANK.conllu OUT.plx LANGUAGE [NAMES.iob2 ...] */
#include "lang/linear.h"
#include "base/map.h"
#include "lang/lemma.h"
#include "support/data.h"
#include "support/lemmas.h"

#include <stdlib.h>

typedef struct perceptron {
    float *w, *sum;
    uint32_t mask, n_classes;
    double t;
} perceptron;

static perceptron perceptron_new(uint32_t n_classes, unsigned bits) {
    perceptron p = {.mask = (1U << bits) - 1, .n_classes = n_classes, .t = 1};
    p.w = must(calloc((size_t)p.mask + 1 + n_classes, sizeof(float)));
    p.sum = must(calloc((size_t)p.mask + 1 + n_classes, sizeof(float)));
    return p;
}
static void score(const perceptron *p, const plx_features *f, float *s) {
    memset(s, 0, p->n_classes * sizeof *s);
    for (size_t i = 0; i < f->n; i++) {
        const float *w = p->w + (f->h[i] & p->mask);
        for (uint32_t c = 0; c < p->n_classes; c++) {
            s[c] += w[c];
        }
    }
}
static void update(perceptron *p, const plx_features *f, uint32_t good, uint32_t bad) {
    for (size_t i = 0; i < f->n; i++) {
        size_t at = f->h[i] & p->mask;
        p->w[at + good] += 1;
        p->sum[at + good] += (float)p->t;
        p->w[at + bad] -= 1;
        p->sum[at + bad] -= (float)p->t;
    }
}
static void average(perceptron *p) {
    for (size_t i = 0; i < (size_t)p->mask + 1 + p->n_classes; i++) {
        p->w[i] -= p->sum[i] / (float)p->t;
    }
}
static void save(model_writer *m, const char *name, const perceptron *p) {
    size_t n = (size_t)p->mask + 1 + p->n_classes;
    double total = 0, used = 0;
    for (size_t i = 0; i < n; i++) {
        total += p->w[i] * p->w[i];
        used += p->w[i] != 0;
    }
    double sd = 0;
    sd = total / (used + 1);
    double lo = 0, hi = 1e3;
    for (int k = 0; k < 60; k++) {
        double mid = (lo + hi) / 2;
        (mid * mid < sd ? (lo = mid) : (hi = mid));
    }
    float scale = (float)(127 / (8 * hi));
    int8_t *q = must(malloc(n));
    for (size_t i = 0; i < n; i++) {
        float v = p->w[i] * scale;
        q[i] = (int8_t)(v > 127 ? 127 : v < -127 ? -127 : v < 0 ? v - 0.5F : v + 0.5F);
    }
    model_add(m, name, q, n);
}
static uint32_t best_of(const float *s, uint32_t n) {
    uint32_t b = 0;
    for (uint32_t c = 1; c < n; c++) {
        if (s[c] > s[b]) {
            b = c;
        }
    }
    return b;
}

static plx_view *views_of(const sentence *s) { /* padded by two on both sides */
    plx_view *v = must(calloc(s->n + 4, sizeof *v));
    bool initial = true;
    for (uint32_t i = 0; i < s->n; i++) {
        plx_linear__view(s->form[i], initial, &v[i + 2]);
        initial = initial && !plx_cp_is_alnum((unsigned char)s->form[i].p[0]);
    }
    return v + 2;
}

static void tag(const perceptron *p, const sentence *s, plx_view *v, uint16_t *out) {
    float sc[PLX_LINEAR_MAX_CLASSES];
    plx_features f;
    for (uint32_t i = 0; i < s->n; i++) {
        plx_linear__tag_features(v + i, &f);
        score(p, &f, sc);
        out[i] = v[i].tag = (uint16_t)best_of(sc, p->n_classes);
    }
}

static perceptron train_tagger(const dataset *d, plx_view **views, uint32_t n_tags, int fold,
                               int epochs) {
    perceptron p = perceptron_new(n_tags, 21);
    uint64_t seed = 7;
    uint32_t *order = must(malloc(d->n * sizeof *order));
    for (size_t i = 0; i < d->n; i++) {
        order[i] = (uint32_t)i;
    }
    float sc[PLX_LINEAR_MAX_CLASSES];
    plx_features f;
    for (int e = 0; e < epochs; e++) {
        size_t right = 0, all = 0;
        shuffle(order, d->n, &seed);
        for (size_t k = 0; k < d->n; k++) {
            if (fold >= 0 && (int)(order[k] % 2) == fold) {
                continue;
            }
            const sentence *s = &d->p[order[k]];
            plx_view *v = views[order[k]];
            for (uint32_t i = 0; i < s->n; i++) {
                plx_linear__tag_features(v + i, &f);
                score(&p, &f, sc);
                uint32_t b = best_of(sc, n_tags);
                if (b != s->tag[i]) {
                    update(&p, &f, s->tag[i], b);
                }
                v[i].tag = (uint16_t)b;
                right += b == s->tag[i];
                all++;
                p.t++;
            }
        }
        fprintf(stderr, "tagger %d: %.4f\n", e, (double)right / (double)all);
    }
    average(&p);
    free(order);
    return p;
}

static perceptron train_names(const dataset *d, plx_view **views, int epochs) {
    perceptron p = perceptron_new(N_LABELS, 20);
    uint64_t seed = 7;
    uint32_t *order = must(malloc(d->n * sizeof *order));
    for (size_t i = 0; i < d->n; i++) {
        order[i] = (uint32_t)i;
    }
    float sc[PLX_LINEAR_MAX_CLASSES];
    plx_features f;
    for (int e = 0; e < epochs; e++) {
        size_t right = 0, all = 0;
        shuffle(order, d->n, &seed);
        for (size_t k = 0; k < d->n; k++) {
            const sentence *s = &d->p[order[k]];
            plx_view *v = views[order[k]];
            for (uint32_t i = 0; i < s->n; i++) {
                plx_linear__name_features(v + i, &f);
                score(&p, &f, sc);
                uint32_t b = best_of(sc, N_LABELS);
                uint32_t g = s->label[i];
                if (!s->has_other && g == 0 && b > 2 * PLX_OTHER) {
                    b = g;
                }
                if (b != g) {
                    update(&p, &f, g, b);
                }
                v[i].label = (uint8_t)b;
                right += b == g;
                all++;
                p.t++;
            }
        }
        fprintf(stderr, "names %d: %.4f\n", e, (double)right / (double)all);
    }
    average(&p);
    free(order);
    return p;
}

/* Zero-cost moves by Goldberg and Nivre's dynamic oracle (TACL 2013). */
static int cost(const plx_state *s, const uint32_t *gold, int move) {
    uint32_t s0 = s->n_stack ? s->stack[s->n_stack - 1] : 0;
    uint32_t s1 = s->n_stack > 1 ? s->stack[s->n_stack - 2] : 0;
    int c = 0;
    if (move == PLX_SHIFT) {
        for (uint32_t k = 0; k < s->n_stack; k++) {
            uint32_t x = s->stack[k];
            c += gold[x] == s->b;
            c += x != s0 && gold[s->b] == x;
        }
        return c;
    }
    uint32_t h = gold[s0];
    for (uint32_t k = s->b; k <= s->n + 1; k++) {
        c += h == k && !(move == PLX_LEFT && k == s->b);
        c += k <= s->n && gold[k] == s0;
    }
    c += move == PLX_LEFT && h == s1 && s1;
    return c;
}

static bool projective(const uint32_t *gold, uint32_t n) {
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t a = PLX_MIN(i, gold[i]), b = PLX_MAX(i, gold[i]);
        for (uint32_t k = a + 1; k < b; k++) {
            if (gold[k] < a || gold[k] > b) {
                return false;
            }
        }
    }
    return true;
}

static perceptron train_parser(const dataset *d, plx_view **views, int epochs) {
    uint32_t n_classes = 1 + 2 * PLX_N_DEPRELS;
    perceptron p = perceptron_new(n_classes, 22);
    uint64_t seed = 7;
    uint32_t *order = must(malloc(d->n * sizeof *order));
    for (size_t i = 0; i < d->n; i++) {
        order[i] = (uint32_t)i;
    }
    float sc[PLX_LINEAR_MAX_CLASSES];
    plx_features f;
    static plx_state st;
    for (int e = 0; e < epochs; e++) {
        size_t right = 0, all = 0;
        shuffle(order, d->n, &seed);
        for (size_t k = 0; k < d->n; k++) {
            const sentence *s = &d->p[order[k]];
            if (s->n > 400) {
                continue;
            }
            uint32_t gold[404];
            for (uint32_t i = 1; i <= s->n; i++) {
                gold[i] = s->head[i - 1] ? s->head[i - 1] : s->n + 1;
            }
            gold[s->n + 1] = 0;
            if (!projective(gold, s->n)) {
                continue;
            }
            plx_linear__begin(&st, views[order[k]], s->n);
            while (!plx_linear__done(&st)) {
                plx_linear__parse_features(&st, &f);
                score(&p, &f, sc);
                uint32_t best = PLX_NONE, good = PLX_NONE;
                bool can[3], ok[3];
                int least = 1000000;
                for (int m = 0; m < 3; m++) {
                    can[m] = plx_linear__can(&st, m);
                    int c = can[m] ? cost(&st, gold, m) : 1000000;
                    ok[m] = can[m];
                    least = PLX_MIN(least, c);
                }
                for (int m = 0; m < 3; m++) {
                    ok[m] = can[m] && cost(&st, gold, m) == least;
                }
                uint32_t s0 = st.n_stack ? st.stack[st.n_stack - 1] : 0;
                for (uint32_t c = 0; c < n_classes; c++) {
                    int m = c == 0 ? 0 : 1 + (int)((c - 1) % 2);
                    if (!can[m]) {
                        continue;
                    }
                    if (best == PLX_NONE || sc[c] > sc[best]) {
                        best = c;
                    }
                    bool fits = ok[m];
                    if (m) {
                        uint32_t h = m == PLX_LEFT ? st.b : st.stack[st.n_stack - 2];
                        fits = fits && (gold[s0] != h || (c - 1) / 2 == s->rel[s0 - 1]);
                    }
                    if (fits && (good == PLX_NONE || sc[c] > sc[good])) {
                        good = c;
                    }
                }
                p.t++;
                all++;
                right += best == good;
                uint32_t go = best;
                if (best != good) {
                    int m = best == 0 ? 0 : 1 + (int)((best - 1) % 2);
                    bool wrong_label = ok[m];
                    update(&p, &f, good, best);
                    if (e < 1 || wrong_label || next_uniform(&seed) > 0.9F) {
                        go = good;
                    }
                }
                plx_linear__do(&st, go == 0 ? 0 : 1 + (int)((go - 1) % 2),
                               go ? (uint8_t)((go - 1) / 2) : 0);
            }
        }
        fprintf(stderr, "parser %d: %.4f\n", e, (double)right / (double)all);
    }
    average(&p);
    free(order);
    return p;
}

typedef struct job {
    int argc;
    char **argv;
    plx_arena *arena;
} job;

static void work(void *ctx) {
    job *j = ctx;
    plx_arena *arena = j->arena;
    dataset trees = {.arena = arena}, names = {.arena = arena};
    read_treebank(j->argv[1], &trees);
    for (int i = 4; i < j->argc; i++) {
        read_names(j->argv[i], (uint32_t)i * 100000, &names);
    }
    /* the tagger's classes: UPOS and XPOS together */
    plx_map classes;
    plx_map_init(&classes, arena);
    plx_buf tags;
    plx_buf_init(&tags, arena, 100000);
    for (size_t k = 0; k < trees.n; k++) {
        sentence *s = &trees.p[k];
        for (uint32_t i = 0; i < s->n; i++) {
            plx_str key =
                plx_str_format(arena, "%c%.*s", (char)(s->upos[i] + 1), PLX_FMT(s->xpos[i]));
            bool fresh;
            s->tag[i] = (uint16_t)plx_map_put(&classes, key, (uint32_t)classes.n, &fresh)->value;
            if (fresh) {
                char room[8] = {(char)s->upos[i]};
                memcpy(room + 1, s->xpos[i].p, PLX_MIN(s->xpos[i].n, 7U));
                plx_buf_put(&tags, plx_str_n(room, 8));
            }
        }
    }
    uint32_t n_tags = (uint32_t)classes.n;
    fprintf(stderr, "%zu sentences, %u tags, %zu sentences with names\n", trees.n, n_tags, names.n);
    plx_view **views = must(malloc(trees.n * sizeof *views));
    for (size_t k = 0; k < trees.n; k++) {
        views[k] = views_of(&trees.p[k]);
    }
    model_writer m = {.arena = arena};
    model_add(&m, "tags", tags.p, tags.n);
    train_lemmas(&trees, &m, arena);
    uint16_t **cross = must(malloc(trees.n * sizeof *cross));
    for (int fold = 0; fold < 2; fold++) {
        perceptron p = train_tagger(&trees, views, n_tags, fold, 4);
        for (size_t k = (size_t)fold; k < trees.n; k += 2) {
            cross[k] = must(malloc(trees.p[k].n * 2 + 2));
            tag(&p, &trees.p[k], views[k], cross[k]);
        }
        free(p.w);
        free(p.sum);
    }
    perceptron tagger = train_tagger(&trees, views, n_tags, -1, 7);
    save(&m, "lin.tag", &tagger);
    plx_view **nv = must(malloc((names.n + 1) * sizeof *nv));
    for (size_t k = 0; k < names.n; k++) {
        nv[k] = views_of(&names.p[k]);
        uint16_t room[PLX_LANG_MAX_WORDS];
        tag(&tagger, &names.p[k], nv[k], room);
    }
    perceptron np = train_names(&names, nv, 8);
    save(&m, "lin.name", &np);
    for (size_t k = 0; k < trees.n; k++) {
        for (uint32_t i = 0; i < trees.p[k].n; i++) {
            views[k][i].tag = cross[k][i];
        }
    }
    perceptron pp = train_parser(&trees, views, 8);
    save(&m, "lin.parse", &pp);
    model_write(&m, j->argv[3], j->argv[2]);
}

int main(int argc, char **argv) {
    if (argc < 4) {
        die("usage: train_linear TREEBANK.conllu OUT.plx LANGUAGE [NAMES.iob2 ...]");
    }
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    job j = {argc, argv, &arena};
    plx_error err;
    if (plx_guard(work, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    plx_arena_release(&arena);
    return 0;
}
