/* The learned edit distance between two spellings of one part of a name.
 *
 * A logistic regression over the operations of the best alignment: letters kept, exchanged, left
 * out, one of two equal letters left out, two letters for one ("sh" for "š", "ou" for "u"), each by
 * its place in the word, then the number of edits against the length. The alignment is the one with
 * the highest weight (Viterbi), so training alternates between aligning and fitting
 * (train/names.c). */
#include "match/names__.h"

#include <math.h>

extern const unsigned char plx__names_bin[];
extern const size_t plx__names_bin_size;

const plx_names_file *plx_match__names_model(void) {
    const plx_names_file *f = (const plx_names_file *)(const void *)plx__names_bin;
    if (plx__names_bin_size < sizeof *f || f->magic != PLX_NAMES_MAGIC) return NULL;
    return f;
}

static unsigned place(size_t i, size_t j, size_t di, size_t dj, size_t n, size_t m) {
    if (i == 0 || j == 0) return PLX_EDIT_FIRST;
    return i + di == n || j + dj == m ? PLX_EDIT_LAST : PLX_EDIT_INNER;
}

typedef struct cell {
    int score;
    uint8_t di, dj;
} cell;

static inline void offer(cell *to, int score, uint8_t di, uint8_t dj) {
    if (score > to->score) *to = (cell){score, di, dj};
}

/* Letter x[i] left out. */
static inline int deletion(const plx_edit_model *m, const uint8_t *x, size_t i, unsigned where) {
    int w = m->del[where][x[i]];
    if (i > 0 && x[i] == x[i - 1] && m->dbl[x[i]] > w) w = m->dbl[x[i]];
    return w;
}

static void trace(const plx_edit_model *m, const plx_name_part *a, const plx_name_part *b,
                  cell (*at)[PLX_NAME_MAX_LETTERS + 1], plx_edit_path *path) {
    const uint8_t *x = a->letters, *y = b->letters;
    size_t i = a->n, j = b->n;
    while (i > 0 || j > 0) {
        cell c = at[i][j];
        size_t pi = i - c.di, pj = j - c.dj;
        plx_edit_step s = {.place = (uint8_t)place(pi, pj, c.di, c.dj, a->n, b->n)};
        if (c.di == 1 && c.dj == 1) {
            s.kind = x[pi] == y[pj] ? PLX_EDIT_MATCH : PLX_EDIT_SUB;
            s.x = PLX_MIN(x[pi], y[pj]);
            s.y = PLX_MAX(x[pi], y[pj]);
        } else if (c.di + c.dj == 1) {
            const uint8_t *w = c.di ? x : y;
            size_t k = c.di ? pi : pj;
            bool doubled = k > 0 && w[k] == w[k - 1] && m->dbl[w[k]] > m->del[s.place][w[k]];
            s.kind = doubled ? PLX_EDIT_DBL : PLX_EDIT_DEL;
            s.x = w[k];
        } else {
            const uint8_t *w = c.di == 2 ? x + pi : y + pj;
            s.kind = PLX_EDIT_TWO;
            s.x = w[0];
            s.y = w[1];
            s.z = c.di == 2 ? y[pj] : x[pi];
        }
        path->steps[path->n++] = s;
        i = pi;
        j = pj;
    }
}

int plx_match__edit_score(const plx_edit_model *m, const plx_name_part *a, const plx_name_part *b,
                          plx_edit_path *path) {
    cell at[PLX_NAME_MAX_LETTERS + 1][PLX_NAME_MAX_LETTERS + 1];
    const uint8_t *x = a->letters, *y = b->letters;
    size_t n = a->n, k = b->n;
    at[0][0] = (cell){0, 0, 0};
    for (size_t i = 0; i <= n; i++) {
        for (size_t j = (i == 0); j <= k; j++) {
            cell best = {INT32_MIN, 0, 0};
            if (i && j) {
                unsigned w = place(i - 1, j - 1, 1, 1, n, k);
                offer(&best, at[i - 1][j - 1].score + m->sub[w][x[i - 1]][y[j - 1]], 1, 1);
            }
            if (i) {
                unsigned w = place(i - 1, j, 1, 0, n, k);
                offer(&best, at[i - 1][j].score + deletion(m, x, i - 1, w), 1, 0);
            }
            if (j) {
                unsigned w = place(i, j - 1, 0, 1, n, k);
                offer(&best, at[i][j - 1].score + deletion(m, y, j - 1, w), 0, 1);
            }
            if (i > 1 && j) {
                int w = m->two[x[i - 2] * PLX_N_LETTERS + x[i - 1]][y[j - 1]];
                if (w != INT8_MIN) offer(&best, at[i - 2][j - 1].score + w, 2, 1);
            }
            if (j > 1 && i) {
                int w = m->two[y[j - 2] * PLX_N_LETTERS + y[j - 1]][x[i - 1]];
                if (w != INT8_MIN) offer(&best, at[i - 1][j - 2].score + w, 1, 2);
            }
            at[i][j] = best;
        }
    }
    plx_edit_path own;
    plx_edit_path *p = path ? path : &own;
    p->n = 0;
    p->n_edits = p->n_hard = 0;
    trace(m, a, b, at, p);
    for (size_t s = 0; s < p->n; s++) {
        const plx_edit_step *e = &p->steps[s];
        if (e->kind == PLX_EDIT_MATCH) continue;
        p->n_edits++;
        bool soft =
            e->kind == PLX_EDIT_DBL || e->kind == PLX_EDIT_TWO ||
            (plx_letter_is_vowel(e->x) && (e->kind == PLX_EDIT_DEL || plx_letter_is_vowel(e->y)));
        p->n_hard += !soft;
    }
    size_t shorter = PLX_MIN(PLX_MAX(PLX_MIN(n, k), 1), PLX_EDIT_LENGTHS) - 1;
    size_t gap = PLX_MIN(n > k ? n - k : k - n, PLX_EDIT_COUNTS - 1);
    return at[n][k].score + m->edits[shorter][PLX_MIN(p->n_edits, PLX_EDIT_COUNTS - 1)] +
           m->hard[shorter][PLX_MIN(p->n_hard, PLX_EDIT_COUNTS - 1)] + m->longer[gap];
}

/* Letters left when vowels and half-vowels are taken out and kindred consonants made one: for
 * scripts that leave vowels out. */
static size_t skeleton(const plx_name_part *p, uint8_t *out) {
    static const char kin[] = "?.pkt.fk..kklmn.pkrstuvv.ys"; /* a to z; '.' none, v u y below */
    size_t n = 0;
    for (size_t i = 0; i < p->n; i++) {
        uint8_t l = p->letters[i], c;
        if (l == PLX_L_CH || l == PLX_L_SH || l == PLX_L_ZH || l == PLX_L_CEDILLA) {
            c = 's';
        } else if (l == PLX_L_GH) {
            c = 'k';
        } else if (l == PLX_L_NY) {
            c = 'n';
        } else if (l == PLX_L_LW) {
            c = 'l';
        } else if (l == PLX_L_RZ) {
            c = 'r';
        } else if (l > 26 || plx_letter_is_vowel(l)) {
            continue;
        } else {
            c = (uint8_t)kin[l];
        }
        if (c == plx_letter('c')) c = 'k';
        if (c == '.' || c == 'v' || c == 'u') continue;
        if (n && out[n - 1] == c) continue;
        out[n++] = c;
    }
    return n;
}

static double consonants_alike(const plx_name_part *a, const plx_name_part *b) {
    uint8_t x[PLX_NAME_MAX_LETTERS], y[PLX_NAME_MAX_LETTERS], row[PLX_NAME_MAX_LETTERS + 1];
    size_t n = skeleton(a, x), k = skeleton(b, y);
    if (!n && !k) return a->letters[0] == b->letters[0] ? 0.6 : 0.3;
    for (size_t j = 0; j <= k; j++) row[j] = (uint8_t)j;
    for (size_t i = 1; i <= n; i++) {
        uint8_t diagonal = row[0];
        row[0] = (uint8_t)i;
        for (size_t j = 1; j <= k; j++) {
            uint8_t up = row[j];
            unsigned best = diagonal + (x[i - 1] != y[j - 1] ? 1u : 0u);
            best = PLX_MIN(best, PLX_MIN(up, row[j - 1]) + 1u);
            diagonal = up;
            row[j] = (uint8_t)best;
        }
    }
    double longest = (double)PLX_MAX(n, k), same = 1 - row[k] / longest;
    double sure = longest >= 3 ? 0.95 : longest >= 2 ? 0.8 : 0.6;
    return same >= 1 ? sure : same * same * sure;
}

double plx_match_name_part(const plx_name_part *a, const plx_name_part *b) {
    if (a->n == b->n && memcmp(a->letters, b->letters, a->n) == 0) return 1;
    if (!a->n || !b->n) return 0;
    if (a->consonantal || b->consonantal) return consonants_alike(a, b);
    const plx_names_file *f = plx_match__names_model();
    if (!f) return 0;
    bool swap = a->n > b->n || (a->n == b->n && memcmp(a->letters, b->letters, a->n) > 0);
    plx_edit_path path;
    int w = plx_match__edit_score(&f->edits, swap ? b : a, swap ? a : b, &path);
    /* Far from anything that was learned from, weights mean nothing. */
    size_t longer = PLX_MAX(a->n, b->n), kept = path.n - path.n_edits;
    if (longer >= 7 && 3 * kept < longer) return 0.001;
    return 0.999 / (1 + exp(-w / 16.0));
}
