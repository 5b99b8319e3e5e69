#include "match/passages.h"

#include "base/map.h"
#include "base/sort.h"
#include "base/vec.h"

#include <stdlib.h>

/* ---- alignment ------------------------------------------------------------------------------- */

#define BAND     6 /* words that one side may run ahead of the other */
#define WIDTH    (2 * BAND + 1)
#define AGREE    2
#define DISAGREE (-3)
#define GAP      (-3)
#define DROP     12 /* an extension ends when it is this far below its best */
#define LOW      (-1000000)

typedef struct cell {
    int32_t score;
    uint32_t agree;
} cell;

/* The words from position p on, read forwards (dir 1) or backwards (dir -1). */
typedef struct side {
    const plx_word *w;
    size_t n, at;
    int dir;
} side;

static size_t room(const side *s) { return s->dir > 0 ? s->n - s->at : s->at; }
static uint32_t hash_at(const side *s, size_t i) {
    return s->w[s->dir > 0 ? s->at + i : s->at - 1 - i].hash;
}

static cell best_of(cell a, cell b) { return b.score > a.score ? b : a; }

static size_t n_agreeing(const side *a, const side *b) {
    size_t n = 0, most = PLX_MIN(room(a), room(b));
    while (n < most && hash_at(a, n) == hash_at(b, n)) n++;
    return n;
}

/* The row behind n words that agree in a row from the start: there every cell's best way goes along
 * the diagonal and then straight to the cell, for none has more agreement or fewer gaps. */
static void row_behind(size_t n, size_t n_b, cell row[WIDTH + 2]) {
    int32_t along = (int32_t)n;
    for (int d = 0; d < WIDTH + 2; d++) row[d] = (cell){LOW, 0};
    for (int d = -BAND; d <= BAND; d++) {
        long long j = (long long)n + d;
        if (j < 0 || (size_t)j > n_b) continue;
        int32_t agree = d < 0 ? along + d : along;
        row[d + BAND + 1] = (cell){AGREE * agree + GAP * abs(d), (uint32_t)agree};
    }
}

/* Extends by dynamic programming along the diagonal; how far on each side the best ends. */
static void extend(const side *a, const side *b, uint32_t *len_a, uint32_t *len_b,
                   uint32_t *agree) {
    cell row[WIDTH + 2], next[WIDTH + 2]; /* a border on each side */
    size_t na = room(a), nb = room(b), plain = n_agreeing(a, b);
    int32_t best = AGREE * (int32_t)plain;
    *len_a = *len_b = *agree = (uint32_t)plain;
    /* row[d + 1] is the cell (i, i + d - BAND). */
    for (int d = 0; d < WIDTH + 2; d++) next[d] = (cell){LOW, 0};
    row_behind(plain, nb, row);
    for (size_t i = plain + 1; i <= na; i++) {
        int32_t row_best = LOW;
        for (int d = 0; d < WIDTH; d++) {
            cell c = {LOW, 0};
            long long j = (long long)i + d - BAND;
            if (j == 0) {
                c = (cell){GAP * (int32_t)i, 0};
            } else if (j > 0 && (size_t)j <= nb) {
                bool same = hash_at(a, i - 1) == hash_at(b, (size_t)j - 1);
                c = (cell){row[d + 1].score + (same ? AGREE : DISAGREE), row[d + 1].agree + same};
                cell up = {row[d + 2].score + GAP, row[d + 2].agree};
                cell left = {next[d].score + GAP, next[d].agree};
                c = best_of(best_of(c, up), left);
                if (same && c.score > best) {
                    best = c.score;
                    *len_a = (uint32_t)i;
                    *len_b = (uint32_t)j;
                    *agree = c.agree;
                }
            }
            next[d + 1] = c;
            row_best = PLX_MAX(row_best, c.score);
        }
        memcpy(row, next, sizeof row);
        if (row_best < best - DROP) break;
    }
}

bool plx_match_align(const plx_words *a, const plx_words *b, uint32_t at_a, uint32_t at_b,
                     plx_alignment *out) {
    side fa = {a->p, a->n, at_a, 1}, fb = {b->p, b->n, at_b, 1};
    side ba = {a->p, a->n, at_a, -1}, bb = {b->p, b->n, at_b, -1};
    uint32_t la, lb, agree, ra, rb, more;
    extend(&fa, &fb, &ra, &rb, &more);
    extend(&ba, &bb, &la, &lb, &agree);
    *out = (plx_alignment){at_a - la, at_a + ra, at_b - lb, at_b + rb, agree + more};
    uint32_t n = (out->a_end - out->a_begin) + (out->b_end - out->b_begin);
    return out->n_agree >= PLX_PASSAGE_MIN_WORDS && out->n_agree * 20 >= n * 7; /* 0.7 */
}

/* ---- what a passage is ----------------------------------------------------------------------- */

/* A hash in 10 bits, of small and capital letters alike. */
static uint32_t four_letters(const char *p) {
    uint32_t x;
    memcpy(&x, p, sizeof x);
    return (x | 0x20202020u) * 0x9E3779B1u >> 22;
}

/* Words of lines that papers put around articles; two different ones in a short passage tell. */
static bool is_furniture(plx_str passage) {
    static const plx_str sure[] = {PLX_S_INIT("all rights reserved"),
                                   PLX_S_INIT("may not be published"),
                                   PLX_S_INIT("may not be reproduced"),
                                   PLX_S_INIT("broadcast, rewritten"),
                                   PLX_S_INIT("sign up for"),
                                   PLX_S_INIT("subscribe to our"),
                                   PLX_S_INIT("follow us on"),
                                   PLX_S_INIT("like us on facebook"),
                                   PLX_S_INIT("click here to"),
                                   PLX_S_INIT("terms of use"),
                                   PLX_S_INIT("terms of service"),
                                   PLX_S_INIT("privacy policy"),
                                   PLX_S_INIT("copyright "),
                                   PLX_S_INIT("newsletter"),
                                   PLX_S_INIT("read more at"),
                                   PLX_S_INIT("download our app"),
                                   PLX_S_INIT("this article originally appeared"),
                                   PLX_S_INIT("enable javascript"),
                                   PLX_S_INIT("breaking news alerts"),
                                   PLX_S_INIT("to comment, please"),
                                   PLX_S_INIT("the associated press contributed to this report"),
                                   PLX_S_INIT("reuters contributed to this report"),
                                   PLX_S_INIT("contributed to this story")};
    uint64_t begins[16] = {0}; /* bits: hashes of their first four letters */
    if (passage.n > 600) return false;
    for (size_t k = 0; k < PLX_COUNT(sure); k++) {
        uint32_t bit = four_letters(sure[k].p);
        begins[bit / 64] |= (uint64_t)1 << bit % 64;
    }
    for (size_t i = 0; i + 4 <= passage.n; i++) {
        uint32_t bit = four_letters(passage.p + i);
        if (!(begins[bit / 64] >> bit % 64 & 1)) continue;
        plx_str rest = plx_str_slice(passage, i, passage.n);
        for (size_t k = 0; k < PLX_COUNT(sure); k++)
            if (plx_str_starts_nocase(rest, sure[k])) return true;
    }
    return false;
}

static size_t n_quoted(const plx_words *w, uint32_t begin, uint32_t end) {
    size_t n = 0;
    for (uint32_t i = begin; i < end; i++) n += (w->p[i].flags & PLX_WORD_QUOTED) != 0;
    return n;
}

/* True when the text speaks of the other's source: "told the Herald", "according to the Herald". */
static bool names_source(plx_str text, plx_str source) {
    if (source.n < 4) return false;
    size_t dot = plx_str_find_char(source, '.', 0);
    plx_str word = dot != SIZE_MAX && dot >= 4 ? plx_str_slice(source, 0, dot) : source;
    return plx_str_contains(text, word);
}

static plx_direction direction_of(const plx_passage_side *a, const plx_passage_side *b) {
    bool a_names_b = names_source(a->text, b->source), b_names_a = names_source(b->text, a->source);
    if (a_names_b != b_names_a && !plx_str_eq(a->source, b->source))
        return a_names_b ? PLX_B_TO_A : PLX_A_TO_B;
    /* ISO 8601 sorts as text; only as much as both say is compared. */
    size_t n = PLX_MIN(a->published.n, b->published.n);
    if (n < 10) return PLX_DIRECTION_UNKNOWN;
    n = n >= 16 ? 16 : 10;
    int c = memcmp(a->published.p, b->published.p, n);
    return c < 0 ? PLX_A_TO_B : c > 0 ? PLX_B_TO_A : PLX_DIRECTION_UNKNOWN;
}

plx_reuse plx_match_judge(const plx_passage_side *a, const plx_passage_side *b,
                          const plx_alignment *al) {
    uint32_t na = al->a_end - al->a_begin, nb = al->b_end - al->b_begin;
    plx_reuse r = {0};
    r.a.span = (plx_span){a->words.p[al->a_begin].begin, a->words.p[al->a_end - 1].end};
    r.b.span = (plx_span){b->words.p[al->b_begin].begin, b->words.p[al->b_end - 1].end};
    r.similarity = 2.0 * (double)al->n_agree / (double)(na + nb);
    bool quoted = n_quoted(&a->words, al->a_begin, al->a_end) * 10 >= (size_t)na * 7 &&
                  n_quoted(&b->words, al->b_begin, al->b_end) * 10 >= (size_t)nb * 7;
    if (is_furniture(plx_str_at(a->text, r.a.span)))
        r.kind = PLX_FURNITURE;
    else if (quoted)
        r.kind = PLX_QUOTATION;
    else
        r.kind = al->n_agree == na && na == nb ? PLX_VERBATIM : PLX_NEAR;
    if (r.kind == PLX_VERBATIM || r.kind == PLX_NEAR) r.direction = direction_of(a, b);
    return r;
}

#define LOOK_BACK  16 /* passages of a pair that may cover a later run */
#define LINE_WORDS 40 /* a popular passage that is no longer is a line of furniture */

void plx_match_pair(const plx_passage_side *a, const plx_passage_side *b,
                    const plx_shared_run *runs, size_t n, plx_passages *out, plx_arena *arena) {
    size_t first = out->n;
    PLX_VEC(plx_alignment) tried = {0};
    for (size_t i = 0; i < n; i++) {
        bool covered = false;
        for (size_t k = tried.n; k-- > 0 && tried.n - k <= LOOK_BACK && !covered;) {
            const plx_alignment *f = &tried.p[k];
            covered = runs[i].at_a >= f->a_begin && runs[i].at_a < f->a_end &&
                      runs[i].at_b >= f->b_begin && runs[i].at_b < f->b_end;
        }
        if (covered) continue;
        plx_alignment al;
        bool good = plx_match_align(&a->words, &b->words, runs[i].at_a, runs[i].at_b, &al);
        plx_vec_push(&tried, arena, al);
        if (!good) continue;
        plx_reuse r = plx_match_judge(a, b, &al);
        if (runs[i].popular && al.a_end - al.a_begin < LINE_WORDS && r.kind != PLX_QUOTATION) {
            r.kind = PLX_FURNITURE;
            r.direction = PLX_DIRECTION_UNKNOWN;
        }
        bool known = false;
        for (size_t k = first; k < out->n && !known; k++)
            known =
                plx_span_eq(out->p[k].a.span, r.a.span) && plx_span_eq(out->p[k].b.span, r.b.span);
        if (!known) plx_vec_push(out, arena, r);
    }
}

static uint64_t run_hash(const uint32_t *words) {
    uint64_t h = 0;
    for (uint32_t j = 0; j < PLX_PASSAGE_SEED; j++) h = plx_hash_mix(h, words[j]);
    return h;
}

size_t plx_match_runs(const uint32_t *words, size_t n, uint64_t *out) {
    uint64_t window[PLX_PASSAGE_WINDOW] = {0};
    size_t m = 0, last = SIZE_MAX;
    for (size_t i = 0; i + PLX_PASSAGE_SEED <= n && i < (1u << 24); i++) {
        window[i % PLX_PASSAGE_WINDOW] = run_hash(words + i) >> 24;
        if (i + 1 < PLX_PASSAGE_WINDOW) continue;
        size_t best = i; /* the last of the least */
        for (size_t k = i + 1 - PLX_PASSAGE_WINDOW; k < i; k++)
            if (window[k % PLX_PASSAGE_WINDOW] < window[best % PLX_PASSAGE_WINDOW]) best = k;
        if (best == last) continue;
        last = best;
        out[m++] = window[best % PLX_PASSAGE_WINDOW] << 24 | best;
    }
    return m;
}

/* ---- the accounts of a story ----------------------------------------------------------------- */

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)

typedef struct place { /* where a run of words stands */
    uint32_t account, at;
} place;

typedef struct hit { /* two places of one run */
    uint32_t a, b, at_a, at_b;
    bool popular;
} hit;

typedef PLX_VEC(hit) hits;

typedef struct passages_job {
    const plx_account *const *accounts;
    size_t n;
    plx_passages out;
    plx_arena *arena;
} passages_job;

static int by_place(const void *x, const void *y) {
    const plx_reuse *a = x, *b = y;
    if (a->a.account != b->a.account) return a->a.account < b->a.account ? -1 : 1;
    if (a->b.account != b->b.account) return a->b.account < b->b.account ? -1 : 1;
    int c = plx_span_cmp(a->a.span, b->a.span);
    return c ? c : plx_span_cmp(a->b.span, b->b.span);
}

static plx_passage_side *read_sides(const passages_job *job, plx_arena *scratch) {
    plx_passage_side *sides = plx_new_n(scratch, plx_passage_side, job->n);
    for (size_t k = 0; k < job->n; k++) {
        const plx_account *a = job->accounts[k];
        sides[k] = (plx_passage_side){a->text, a->source, a->published, {0}};
        plx_span *skip = plx_new_n(scratch, plx_span, a->n_dropped);
        for (size_t i = 0; i < a->n_dropped; i++) skip[i] = a->dropped[i].span;
        plx_match_words(a->text, skip, a->n_dropped, scratch, &sides[k].words);
    }
    return sides;
}

/* The pairs of one run's places, which ascend: each with each while they are few, else each with
 * the first. */
static void pair_up(const place *places, const plx_keyed *run, size_t n, hits *out,
                    plx_arena *scratch) {
    bool popular = n > PLX_PASSAGE_POPULAR;
    for (size_t i = 0; i < n && (!popular || i == 0); i++) {
        const place *a = &places[run[i].at];
        for (size_t j = i + 1; j < n; j++) {
            const place *b = &places[run[j].at];
            if (a->account == b->account) continue;
            plx_vec_push(out, scratch, (hit){a->account, b->account, a->at, b->at, popular});
        }
    }
}

static hits find_hits(const plx_passage_side *sides, size_t n, plx_arena *scratch) {
    hits out = {0};
    size_t total = 0, m = 0;
    for (size_t k = 0; k < n; k++) total += sides[k].words.n;
    PLX_ASSERT(total < PLX_NONE);
    place *places = plx_new_n(scratch, place, total);
    plx_keyed *runs = plx_new_n(scratch, plx_keyed, total);
    for (uint32_t k = 0; k < n; k++) {
        const plx_words *w = &sides[k].words;
        for (uint32_t i = 0; i + PLX_PASSAGE_SEED <= w->n; i++) {
            uint64_t h = 0;
            for (uint32_t j = 0; j < PLX_PASSAGE_SEED; j++) h = plx_hash_mix(h, w->p[i + j].hash);
            places[m] = (place){k, i};
            runs[m] = (plx_keyed){h, (uint32_t)m};
            m++;
        }
    }
    plx_sort_keyed(runs, m, plx_new_n(scratch, plx_keyed, m));
    for (size_t i = 0, j; i < m; i = j) {
        for (j = i + 1; j < m && runs[j].key == runs[i].key; j++) {}
        pair_up(places, runs + i, j - i, &out, scratch);
    }
    return out;
}

static uint64_t both(uint32_t a, uint32_t b) { return (uint64_t)a << 32 | b; }

/* The hits' order: by pair of accounts, then by place in the one and in the other. */
static plx_keyed *sort_hits(const hits *h, plx_arena *scratch) {
    PLX_ASSERT(h->n < PLX_NONE);
    plx_keyed *order = plx_new_n(scratch, plx_keyed, h->n);
    plx_keyed *room = plx_new_n(scratch, plx_keyed, h->n);
    for (uint32_t i = 0; i < h->n; i++) {
        order[i] = (plx_keyed){both(h->p[i].at_a, h->p[i].at_b), i};
    }
    plx_sort_keyed(order, h->n, room);
    for (size_t i = 0; i < h->n; i++) {
        order[i].key = both(h->p[order[i].at].a, h->p[order[i].at].b);
    }
    plx_sort_keyed(order, h->n, room);
    return order;
}

static void find_passages(void *ctx, plx_arena *scratch) {
    passages_job *job = ctx;
    plx_passage_side *sides = read_sides(job, scratch);
    hits h = find_hits(sides, job->n, scratch);
    plx_keyed *order = sort_hits(&h, scratch);
    for (size_t i = 0, j; i < h.n; i = j) {
        for (j = i + 1; j < h.n && order[j].key == order[i].key; j++) {}
        plx_arena_mark mark = plx_arena_mark_here(scratch);
        const hit *first = &h.p[order[i].at];
        plx_shared_run *runs = plx_new_n(scratch, plx_shared_run, j - i);
        for (size_t k = i; k < j; k++) {
            const hit *x = &h.p[order[k].at];
            runs[k - i] = (plx_shared_run){x->at_a, x->at_b, x->popular};
        }
        plx_passages found = {0};
        plx_match_pair(&sides[first->a], &sides[first->b], runs, j - i, &found, scratch);
        for (size_t k = 0; k < found.n; k++) {
            found.p[k].a.account = first->a;
            found.p[k].b.account = first->b;
            plx_vec_push(&job->out, job->arena, found.p[k]);
        }
        plx_arena_restore(scratch, mark);
    }
}

plx_passages plx_match_passages(const plx_account *const *accounts, size_t n, plx_arena *arena) {
    passages_job job = {.accounts = accounts, .n = n, .arena = arena};
    PLX_ASSERT(n < PLX_NONE);
    plx_with_scratch(SCRATCH_LIMIT_BYTES, find_passages, &job);
    if (job.out.n) qsort(job.out.p, job.out.n, sizeof job.out.p[0], by_place);
    return job.out;
}
