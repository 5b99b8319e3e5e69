/* Two names, part by part. See names.h. */
#include "match/names__.h"

#include "base/hash.h"

#include <math.h>

typedef struct side {
    const plx_name_parts *name;
    const plx_name_part
        *part[PLX_NAME_MAX_PARTS];       /* what is compared: names, initials, patronymics */
    uint8_t partner[PLX_NAME_MAX_PARTS]; /* index into the other's, or 0xFF */
    size_t n, surname, n_full;
} side;

static void take_side(const plx_name_parts *name, side *s) {
    s->name = name;
    s->n = s->n_full = 0;
    s->surname = SIZE_MAX;
    for (size_t i = 0; i < name->n; i++) {
        const plx_name_part *p = &name->parts[i];
        if (p->kind == PLX_PART_PARTICLE || p->kind == PLX_PART_SUFFIX) continue;
        if (i == name->surname) s->surname = s->n;
        s->n_full += p->kind != PLX_PART_INITIAL;
        s->partner[s->n] = 0xFF;
        s->part[s->n++] = p;
    }
    if (!s->n && name->n) { /* nothing but particles: compare them as names */
        for (size_t i = 0; i < name->n; i++) {
            s->partner[s->n] = 0xFF;
            s->part[s->n++] = &name->parts[i];
        }
        s->n_full = s->n;
    }
    if (s->surname == SIZE_MAX) s->surname = s->n ? s->n - 1 : 0;
}

/* Edits with exchanges of neighbours (optimal string alignment), no more than `most`; else most
 * + 1. */
static unsigned typing_errors(const uint8_t *x, size_t n, const uint8_t *y, size_t m,
                              unsigned most) {
    enum { N = PLX_NAME_MAX_PARTS * PLX_NAME_MAX_LETTERS };
    if ((n > m ? n - m : m - n) > most || n >= N || m >= N) return most + 1;
    uint8_t rows[3][N + 1];
    uint8_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++) above[j] = (uint8_t)j;
    for (size_t i = 1; i <= n; i++) {
        row[0] = (uint8_t)i;
        uint8_t least = row[0];
        for (size_t j = 1; j <= m; j++) {
            unsigned v = above[j - 1] + (x[i - 1] != y[j - 1] ? 1u : 0u);
            v = PLX_MIN(v, PLX_MIN(above[j], row[j - 1]) + 1u);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                v = PLX_MIN(v, before[j - 2] + 1u);
            }
            row[j] = (uint8_t)v;
            least = PLX_MIN(least, row[j]);
        }
        if (least > most) return most + 1;
        uint8_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[m];
}

uint64_t plx_match__nickname_key(const plx_name_part *a, const plx_name_part *b) {
    uint64_t x = plx_hash_bytes(a->letters, a->n, 1), y = plx_hash_bytes(b->letters, b->n, 1);
    return x < y ? plx_hash_mix(x, y) : plx_hash_mix(y, x);
}

bool plx_match_nickname(const plx_name_part *a, const plx_name_part *b) {
    const plx_names_file *f = plx_match__names_model();
    if (!f) return false;
    uint64_t key = plx_match__nickname_key(a, b);
    const unsigned char *table = (const unsigned char *)(f + 1);
    size_t low = 0, high = f->n_nicknames;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        uint64_t v;
        memcpy(&v, table + mid * sizeof v, sizeof v);
        if (v == key) return true;
        if (v < key) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return false;
}

bool plx_match_kindred_initials(const plx_name_part *x_part, const plx_name_part *y_part) {
    uint8_t a = x_part->letters[0], b = y_part->letters[0];
    static const char soft[] = "aeiouyj";
    if (a == b || a > 26 || b > 26) return true;
    char x = (char)('a' + a - 1), y = (char)('a' + b - 1);
    bool one = strchr(soft, x) != NULL, other = strchr(soft, y) != NULL;
    if (one && other) return true;
    return (strchr("ckq", x) && strchr("ckq", y)) || (strchr("vwbf", x) && strchr("vwbf", y)) ||
           (strchr("szcx", x) && strchr("szcx", y)) || (strchr("gh", x) && strchr("gh", y));
}

/* The masculine form: -ova to -ov, -skaya to -sky; false when it has no feminine ending. */
static bool masculine(const plx_name_part *p, plx_name_part *out) {
    static const struct {
        const char *female, *male;
    } ends[] = {{"skaya", "sky"}, {"skaia", "sky"}, {"skaja", "sky"}, {"cka", "cki"},
                {"ska", "ski"},   {"ova", "ov"},    {"eva", "ev"},    {"yna", "yn"},
                {"ina", "in"},    {"aya", "y"}};
    for (size_t i = 0; i < PLX_COUNT(ends); i++) {
        size_t n = strlen(ends[i].female), m = strlen(ends[i].male);
        if (p->n < n + 2) continue;
        bool same = true;
        for (size_t k = 0; k < n && same; k++) {
            same = p->letters[p->n - n + k] == plx_letter(ends[i].female[k]);
        }
        if (!same) continue;
        *out = *p;
        for (size_t k = 0; k < m; k++) out->letters[p->n - n + k] = plx_letter(ends[i].male[k]);
        out->n = (uint8_t)(p->n - n + m);
        return true;
    }
    return false;
}

static double part_like(const plx_name_part *a, const plx_name_part *b, bool surnames, bool whole,
                        unsigned *why) {
    *why = 0;
    if (a->kind == PLX_PART_INITIAL || b->kind == PLX_PART_INITIAL) {
        if (a->letters[0] != b->letters[0]) return 0.02;
        *why = a->n == b->n ? 0 : PLX_NAME_INITIAL;
        return a->n == b->n ? 0.95 : 0.85;
    }
    double p = plx_match_name_part(a, b);
    if (p >= 1) return 1;
    unsigned flag = PLX_NAME_SPELLING;
    if (a->consonantal || b->consonantal) flag |= PLX_NAME_SCRIPT;
    plx_name_part male;
    if (surnames) {
        double q = 0;
        if (masculine(a, &male)) q = 0.95 * plx_match_name_part(&male, b);
        if (q < 0.5 && masculine(b, &male)) q = 0.95 * plx_match_name_part(a, &male);
        if (q > p) {
            p = q;
            flag = PLX_NAME_FEMININE;
        }
    }
    if (p < 0.92 && plx_match_nickname(a, b)) {
        p = 0.92;
        flag = PLX_NAME_NICKNAME;
    }
    if (whole && p < 0.6) { /* a slip is believed in only when more of the name agrees */
        size_t shorter = PLX_MIN(a->n, b->n);
        unsigned most = shorter >= 7 ? 2 : 1;
        unsigned slips = typing_errors(a->letters, a->n, b->letters, b->n, most);
        double t = 0;
        if (slips <= most && shorter >= 3) {
            t = 0.62 - 0.9 * (double)slips / (double)PLX_MAX(a->n, b->n);
            if (a->letters[0] != b->letters[0]) t -= 0.05;
        }
        t = PLX_MAX(t, 0.0);
        if (t > p) {
            p = t;
            flag = PLX_NAME_TYPO;
        }
    }
    *why = flag;
    return p;
}

typedef struct link {
    double like;
    unsigned why;
    uint8_t i, j, apart;
} link;

/* Parts to parts, the most alike first. */
static unsigned assign(side *a, side *b, double like[PLX_NAME_MAX_PARTS], double *surname,
                       double *given) {
    link links[PLX_NAME_MAX_PARTS * PLX_NAME_MAX_PARTS];
    size_t n = 0;
    bool whole = a->n > 1 && b->n > 1;
    for (size_t i = 0; i < a->n; i++) {
        for (size_t j = 0; j < b->n; j++) {
            unsigned why;
            double p =
                part_like(a->part[i], b->part[j], i == a->surname && j == b->surname, whole, &why);
            size_t ei = a->n - i, ej = b->n - j; /* places from the end and from the start */
            size_t apart = PLX_MIN(ei > ej ? ei - ej : ej - ei, i > j ? i - j : j - i);
            if (i == a->surname && j == b->surname) *surname = p;
            if (i == 0 && j == 0 && a->surname && b->surname) *given = p;
            if (p < (whole ? 0.25 : 0.0)) continue;
            size_t k = n++;
            double rank = p - 0.02 * (double)apart;
            for (; k > 0 && links[k - 1].like - 0.02 * links[k - 1].apart < rank; k--) {
                links[k] = links[k - 1];
            }
            links[k] = (link){p, why, (uint8_t)i, (uint8_t)j, (uint8_t)apart};
        }
    }
    unsigned why = 0;
    for (size_t k = 0; k < n; k++) {
        link *l = &links[k];
        if (a->partner[l->i] != 0xFF || b->partner[l->j] != 0xFF) continue;
        a->partner[l->i] = l->j;
        b->partner[l->j] = l->i;
        like[l->i] = l->like;
        why |= l->why;
    }
    return why;
}

static void joined(const side *s, uint8_t *out, size_t *n) {
    *n = 0;
    for (size_t i = 0; i < s->name->n; i++) {
        const plx_name_part *p = &s->name->parts[i];
        if (p->kind == PLX_PART_SUFFIX) continue;
        memcpy(out + *n, p->letters, p->n);
        *n += p->n;
    }
}

/* The same letters, parted otherwise: "Abdul Rahman", "Abdulrahman". */
static double alike_joined(const side *a, const side *b) {
    if (a->name->n == b->name->n || (a->name->n > 1 && b->name->n > 1 && a->n == b->n)) return 0;
    uint8_t x[PLX_NAME_MAX_PARTS * PLX_NAME_MAX_LETTERS];
    uint8_t y[PLX_NAME_MAX_PARTS * PLX_NAME_MAX_LETTERS];
    size_t n, m;
    joined(a, x, &n);
    joined(b, y, &m);
    if (PLX_MIN(n, m) < 5 || PLX_MAX(n, m) - PLX_MIN(n, m) > 1) return 0;
    unsigned slips = typing_errors(x, n, y, m, 1);
    return slips == 0 ? 0.97 : slips == 1 ? 0.75 : 0;
}

static bool repeats(const side *s, size_t i) {
    for (size_t k = 0; k < s->n; k++) {
        if (k != i && s->partner[k] != 0xFF && s->part[i]->n > 2 &&
            plx_match_name_part(s->part[i], s->part[k]) > 0.8) {
            return true;
        }
    }
    return false;
}

/* What is left over on one side or both. */
static double leftovers(const side *a, const side *b, unsigned *why) {
    size_t left_a = 0, left_b = 0;
    bool surname_a = false, surname_b = false;
    for (size_t i = 0; i < a->n; i++) {
        if (a->partner[i] != 0xFF || (a->n > 1 && repeats(a, i))) continue;
        left_a++;
        surname_a |= i == a->surname;
    }
    for (size_t j = 0; j < b->n; j++) {
        if (b->partner[j] != 0xFF || (b->n > 1 && repeats(b, j))) continue;
        left_b++;
        surname_b |= j == b->surname;
    }
    double f = 1;
    size_t both = PLX_MIN(left_a, left_b);
    if (both) {
        *why |= PLX_NAME_CONFLICT;
        size_t agree = a->n - left_a;
        f *= pow(agree >= 3 ? 0.2 : agree == 2 ? 0.12 : 0.04, (double)both);
        if (surname_a && surname_b) f *= 0.6;
    }
    size_t extra = PLX_MAX(left_a, left_b) - both;
    if (extra && !both) {
        *why |= PLX_NAME_SHORTER;
        const side *s = left_a > left_b ? a : b, *t = s == a ? b : a;
        bool surname_left = s == a ? surname_a : surname_b;
        if (t->n == 1) {
            *why |= surname_left ? PLX_NAME_GIVEN : PLX_NAME_SURNAME;
            f *= surname_left ? 0.4 : 0.72;
        } else {
            f *= surname_left ? 0.72 : s->partner[0] == 0xFF ? 0.8 : 0.92;
        }
        f *= pow(0.96, (double)(extra - 1));
    } else if (extra) {
        f *= pow(0.96, (double)extra);
    }
    return f;
}

static double order_factor(const side *a, unsigned *why) {
    size_t crossings = 0, matched = 0;
    for (size_t i = 0; i < a->n; i++) {
        if (a->partner[i] == 0xFF) continue;
        matched++;
        for (size_t k = 0; k < i; k++) {
            crossings += a->partner[k] != 0xFF && a->partner[k] > a->partner[i];
        }
    }
    if (!crossings) return 1;
    *why |= PLX_NAME_SWAPPED;
    return matched == 2 ? 0.85 : crossings >= matched - 1 ? 0.8 : 0.7;
}

static double compare(side *a, side *b, plx_name_match *m) {
    double like[PLX_NAME_MAX_PARTS] = {0};
    m->why = assign(a, b, like, &m->surname, &m->given);
    double score = 1;
    unsigned doubtful = 0;
    for (size_t i = 0; i < a->n; i++) {
        if (a->partner[i] == 0xFF) continue;
        score *= like[i];
        doubtful += like[i] < 0.62;
    }
    if (doubtful > 1) score *= 0.8;
    score *= leftovers(a, b, &m->why) * order_factor(a, &m->why);
    if (m->why & PLX_NAME_CONFLICT) m->why &= ~(unsigned)PLX_NAME_SHORTER;
    double together = alike_joined(a, b);
    if (together > score) {
        score = together;
        m->why = PLX_NAME_JOINED;
    }
    if (!m->why && score >= 1) m->why = PLX_NAME_SAME;
    plx_gender g = a->name->gender, h = b->name->gender;
    if (g != h && g != PLX_GENDER_UNKNOWN && h != PLX_GENDER_UNKNOWN) {
        m->why |= PLX_NAME_GENDER;
        score *= 0.2;
    }
    return score;
}

double plx_match_names(const plx_name_parts *a, const plx_name_parts *b, plx_name_match *out) {
    plx_name_match own;
    plx_name_match *m = out ? out : &own;
    *m = (plx_name_match){0, (double)NAN, (double)NAN, 0};
    bool swap = a->n > b->n || (a->n == b->n && memcmp(a->parts, b->parts, sizeof a->parts) > 0);
    side x, y;
    take_side(swap ? b : a, &x);
    take_side(swap ? a : b, &y);
    if (!x.n || !y.n) return 0;
    m->score = compare(&x, &y, m);
    return m->score;
}

void plx_match_name_why(unsigned why, plx_buf *out) {
    static const struct {
        unsigned flag;
        const char *words;
    } table[] = {{PLX_NAME_SAME, "the same name"},
                 {PLX_NAME_SPELLING, "spelt otherwise"},
                 {PLX_NAME_TYPO, "a letter or two differ"},
                 {PLX_NAME_NICKNAME, "short or pet form"},
                 {PLX_NAME_INITIAL, "initial for a name"},
                 {PLX_NAME_SHORTER, "shorter form"},
                 {PLX_NAME_SWAPPED, "other order"},
                 {PLX_NAME_JOINED, "the same letters parted otherwise"},
                 {PLX_NAME_FEMININE, "feminine form of the surname"},
                 {PLX_NAME_SURNAME, "surname only"},
                 {PLX_NAME_GIVEN, "given name only"},
                 {PLX_NAME_CONFLICT, "parts contradict each other"},
                 {PLX_NAME_GENDER, "man's and woman's form"},
                 {PLX_NAME_SCRIPT, "a script without vowels"}};
    bool any = false;
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (!(why & table[i].flag)) continue;
        if (any) plx_buf_putz(out, ", ");
        plx_buf_putz(out, table[i].words);
        any = true;
    }
    if (!any) plx_buf_putz(out, "nothing in common");
}
