#include "read/html_score.h"

int32_t plx_read__forest_score(const plx_read__forest *forest, const int16_t *f) {
    int32_t sum = forest->bias;
    for (size_t t = 0; t < forest->n_trees; t++) {
        /* Menus and footers are most of a page and soon known: the trees that are left could not
         * lift these. */
        if ((t == 32 && sum < -2200) || (t == 56 && sum < -2800) || (t == 96 && sum < -3300)) {
            return sum;
        }
        const plx_read__tree_node *tree = forest->nodes + forest->roots[t], *n = tree;
        while (n->feature >= 0) {
            n = tree + (f[n->feature] <= n->threshold ? n->left : n->right);
        }
        sum += n->value;
    }
    return sum;
}

static int16_t shorten(int64_t score) {
    return (int16_t)(score > 8000 ? 800 : score < -8000 ? -800 : score / 10);
}

void plx_read__round2_features(const plx_read__blocks *b, const plx_read__features *first,
                               const int32_t *scores, plx_read__full_features *out) {
    int64_t total_kept = 0, before = 0;
    size_t first_kept = b->n, last_kept = 0;
    for (size_t i = 0; i < b->n; i++) {
        if (scores[i] > 0) {
            total_kept += b->p[i].words;
            first_kept = PLX_MIN(first_kept, i);
            last_kept = i;
        }
    }
    int32_t far_before = 99;
    for (size_t i = 0; i < b->n; i++) {
        int16_t *f = out[i].f, *g = f + PLX_READ_FEATURES;
        memcpy(f, first[i].f, sizeof first[i].f);
        g[0] = shorten(scores[i]);
        for (size_t d = 1; d <= 3; d++) {
            g[2 * d - 1] = i >= d ? shorten(scores[i - d]) : -800;
            g[2 * d] = i + d < b->n ? shorten(scores[i + d]) : -800;
        }
        int64_t wide = 0, weight = 0;
        for (size_t k = i >= 6 ? i - 6 : 0; k < PLX_MIN(b->n, i + 7); k++) {
            if (k != i) {
                wide += (int64_t)shorten(scores[k]) * b->p[k].words;
                weight += b->p[k].words;
            }
        }
        g[7] = (int16_t)(weight ? wide / weight : -800);
        int64_t up = 0, down = 0;
        for (size_t d = 1; d <= 10; d++) {
            up += i >= d && scores[i - d] > 0 ? b->p[i - d].words : 0;
            down += i + d < b->n && scores[i + d] > 0 ? b->p[i + d].words : 0;
        }
        g[8] = (int16_t)PLX_MIN(up, 1000);
        g[9] = (int16_t)PLX_MIN(down, 1000);
        g[10] = (int16_t)(total_kept ? before * 100 / total_kept : 0);
        before += scores[i] > 0 ? b->p[i].words : 0;
        far_before = scores[i] > 0 ? 0 : PLX_MIN(far_before + 1, 99);
        g[11] = (int16_t)far_before;
        g[12] = (int16_t)(i < first_kept ? PLX_MIN(first_kept - i, (size_t)99) : 0);
        g[13] = (int16_t)(i > last_kept ? PLX_MIN(i - last_kept, (size_t)99) : 0);
        g[14] = (int16_t)PLX_MIN(total_kept, 3000);
        g[15] = (int16_t)(total_kept ? PLX_MIN((int64_t)b->p[i].words * 100 / total_kept, 400) : 0);
        g[16] = (int16_t)(b->p[i].box == (i ? b->p[i - 1].box : PLX_NONE));
        g[17] = 0;
    }
    int32_t far_after = 99;
    for (size_t i = b->n; i-- > 0;) {
        far_after = scores[i] > 0 ? 0 : PLX_MIN(far_after + 1, 99);
        out[i].f[PLX_READ_FEATURES + 17] = (int16_t)far_after;
    }
}

/* A little more must speak for a block than against it: on pages left out of the training, what is
 * wrong and kept costs more than what is right and lost. */
enum { CAUTION = 350 };

static bool is_prose(const plx_read__block *k) {
    return k->words >= 15 && k->link_words * 3 < k->words;
}

/* A page where next to nothing reached the threshold still has a best part: a short notice, a
 * table. Prose comes before what else scores as well. */
static void keep_the_best(const plx_read__blocks *b, int32_t *scores) {
    uint32_t words = 0;
    int32_t best = INT32_MIN, best_prose = INT32_MIN;
    for (size_t i = 0; i < b->n; i++) {
        words += scores[i] > 0 ? b->p[i].words : 0;
        best = b->p[i].words >= 5 && scores[i] > best ? scores[i] : best;
        best_prose = is_prose(&b->p[i]) && scores[i] > best_prose ? scores[i] : best_prose;
    }
    bool prose = best_prose >= -4000;
    if (words >= 30 || (!prose && best < -4000)) {
        return;
    }
    int32_t floor = (prose ? best_prose : best) - 1000;
    for (size_t i = 0; i < b->n; i++) {
        if (scores[i] <= 0 && scores[i] >= floor && (!prose || is_prose(&b->p[i]))) {
            scores[i] = 1;
        }
    }
}

void plx_read__scores_of(const plx_read__blocks *b, const plx_read__features *features,
                         const plx_read__model *model, plx_arena *arena, int32_t *scores) {
    int32_t *one = plx_new_n(arena, int32_t, b->n);
    for (size_t i = 0; i < b->n; i++) {
        one[i] = plx_read__forest_score(&model->round1, features[i].f);
    }
    plx_read__full_features *full = plx_new_n(arena, plx_read__full_features, b->n);
    plx_read__round2_features(b, features, one, full);
    enum { NEAR = 4 };
    size_t hopeful = SIZE_MAX; /* the last block that the first round left open */
    for (size_t i = 0; i < b->n; i++) {
        for (size_t k = i + (i ? NEAR : 0); k <= i + NEAR && k < b->n; k++) {
            hopeful = one[k] > -1500 ? k : hopeful;
        }
        if (i == 0) {
            for (size_t k = 0; k < PLX_MIN(b->n, (size_t)NEAR); k++) {
                hopeful = one[k] > -1500 ? k : hopeful;
            }
        }
        bool open = one[i] > -2500 || (hopeful != SIZE_MAX && hopeful + NEAR >= i);
        scores[i] = open ? plx_read__forest_score(&model->round2, full[i].f) : one[i];
    }
    for (size_t i = 0; i < b->n; i++) {
        scores[i] -= CAUTION;
    }
    keep_the_best(b, scores);
}
