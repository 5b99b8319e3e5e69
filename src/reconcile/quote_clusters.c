/* Which pieces render the same words: mutual best matches between accounts, the surest first. A
 * piece joins others only when nothing of its own account is there already, but for neighbours in
 * one quote (one translator's two sentences are another's one). */
#include "reconcile/quote_pieces.h"

#include "base/buf.h"

#include <stdlib.h>

typedef struct member_list {
    uint32_t *p;
    size_t n, cap;
} member_list;

typedef struct pair {
    uint32_t a, b;
    double score;
    bool indirect; /* these come last: what is quoted decides first */
} pair;

typedef struct pairs {
    pair *p;
    size_t n, cap;
} pairs;

uint32_t plx_quote__root(const plx_quoting *q, uint32_t piece) {
    while (q->pieces.p[piece].cluster != piece) piece = q->pieces.p[piece].cluster;
    return piece;
}

/* Longest run of words that both have in the same order side by side. */
static size_t common_run(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    const plx_annotation *x = q->story->annotations[a->account];
    const plx_annotation *y = q->story->annotations[b->account];
    uint32_t ab, ae, bb, be;
    plx_tokens_in(x, a->span, &ab, &ae);
    plx_tokens_in(y, b->span, &bb, &be);
    size_t best = 0;
    for (uint32_t i = ab; i < ae && i - ab < 120; i++) {
        for (uint32_t k = bb; k < be && k - bb < 120; k++) {
            size_t n = 0;
            while (i + n < ae && k + n < be &&
                   plx_str_eq(x->tokens[i + n].fold, y->tokens[k + n].fold)) {
                n++;
            }
            best = PLX_MAX(best, n);
        }
    }
    return best;
}

static bool is_marked(const plx_quote *x, plx_span span) {
    if (x->kind == PLX_DIRECT) return true;
    for (size_t i = 0; i < x->n_marked; i++) {
        if (plx_span_contains(x->marked[i], span)) return true;
    }
    return false;
}

/* Quoted words side by side in the order of the other's quoted words: most of what the shorter one
 * quotes, three at least. "will do all we can" ... "do all we can to help". */
static bool marked_run(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    enum { MOST = 64 };
    const plx_piece *side[2] = {a, b};
    plx_str words[2][MOST];
    size_t n[2] = {0, 0};
    for (size_t s = 0; s < 2; s++) {
        const plx_annotation *an = q->story->annotations[side[s]->account];
        uint32_t begin, end;
        plx_tokens_in(an, side[s]->span, &begin, &end);
        for (uint32_t t = begin; t < end && n[s] < MOST; t++) {
            bool word = an->tokens[t].upos != PLX_UPOS_PUNCT;
            if (word && is_marked(&an->quotes[side[s]->quote], an->tokens[t].span)) {
                words[s][n[s]++] = an->tokens[t].fold;
            }
        }
    }
    size_t best = 0;
    for (size_t i = 0; i < n[0]; i++) {
        for (size_t k = 0; k < n[1]; k++) {
            size_t run = 0;
            while (i + run < n[0] && k + run < n[1] &&
                   plx_str_eq(words[0][i + run], words[1][k + run])) {
                run++;
            }
            best = PLX_MAX(best, run);
        }
    }
    return best >= 3 && 3 * best >= 2 * PLX_MIN(n[0], n[1]);
}

/* 0 = not the same words. What it takes depends on how much there is to go by. */
static double judged(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    size_t fewer = PLX_MIN(a->n_words, b->n_words);
    if (!fewer) return 0;
    double exact = plx_quote__shared(q, a, b);
    if (exact <= 0) return 0;
    double part, both, dice = plx_quote__alike(q, a, b, &part, &both);
    bool known = a->speaker != PLX_NONE && b->speaker != PLX_NONE;
    bool same = known && a->speaker == b->speaker;
    double floor = same && marked_run(q, a, b) ? 0.5 + 0.3 * dice : 0;
    if (exact < 0.12 * PLX_MIN(a->weight, b->weight) || exact < 0.3) return floor;
    bool indirect = a->kind == PLX_INDIRECT || b->kind == PLX_INDIRECT;
    bool direct = a->kind == PLX_DIRECT && b->kind == PLX_DIRECT;
    double score = dice;
    if (part >= 0.6) score = PLX_MAX(score, 0.3 + 0.5 * (part - 0.5) + 0.3 * dice);
    if (score < 0.2 || (indirect && fewer < 3)) return floor;
    size_t run = common_run(q, a, b);
    if (run >= 3) score += 0.05 * (double)PLX_MIN(run - 2, 6u);
    if (both < 1.5 && run < 4) return floor;
    /* Little weight in common says little, however short the two are. */
    if (both < 2.2) score *= run >= 3 ? 0.85 : 0.65;
    if (both < 1.2) score *= run >= 3 ? 0.8 : 0.5;
    if (a->negative != b->negative) score *= 0.85;
    /* Who is known to have said it is nobody else, but for the very words. */
    double least = same ? 0.27 : known ? (run >= 5 ? 0.5 : 0.8) : 0.38;
    if (indirect) least += same ? 0.12 : 0.3;
    return score >= least ? score + (same ? 0.2 : 0) + (direct ? 0.1 : 0) : floor;
}

/* ---- wordings: what copies of a quote have in common is judged once
 * ------------------------------ */

#define WORDING_LIMIT_BYTES PLX_MIB /* a piece of more stands alone */

typedef struct judge {
    const plx_quoting *q;
    uint32_t *wording; /* of pieces: those of one are alike in all that judged() looks at */
    size_t n_wordings;
    plx_imap known; /* two wordings -> place in scores */
    PLX_VEC(double) scores;
} judge;

static void put_bytes(plx_buf *out, const void *p, size_t n) { plx_buf_put(out, plx_str_n(p, n)); }

/* All that judged() looks at of a piece. */
static void spell_out(const plx_quoting *q, const plx_piece *p, plx_buf *out) {
    const plx_annotation *an = q->story->annotations[p->account];
    uint32_t begin, end;
    plx_tokens_in(an, p->span, &begin, &end);
    uint32_t head[] = {p->speaker, (uint32_t)p->kind, p->negative, end - begin};
    out->n = 0;
    put_bytes(out, head, sizeof head);
    for (uint32_t t = begin; t < end; t++) {
        const plx_token *x = &an->tokens[t];
        bool marked = is_marked(&an->quotes[p->quote], x->span);
        uint32_t n = (uint32_t)x->fold.n;
        plx_buf_putc(out, (char)((x->upos == PLX_UPOS_PUNCT) | marked << 1));
        put_bytes(out, &n, sizeof n);
        plx_buf_put(out, x->fold);
    }
    put_bytes(out, p->words, p->n_words * sizeof *p->words);
}

static void number_wordings(judge *j) {
    const plx_quoting *q = j->q;
    plx_map known;
    plx_buf text;
    plx_map_init(&known, q->arena);
    plx_imap_init(&j->known, q->arena);
    plx_buf_init(&text, q->arena, WORDING_LIMIT_BYTES);
    j->wording = plx_new_n(q->arena, uint32_t, q->pieces.n);
    for (size_t i = 0; i < q->pieces.n; i++) {
        spell_out(q, &q->pieces.p[i], &text);
        uint32_t had = text.overflow ? PLX_NONE : plx_map_get(&known, plx_buf_str(&text));
        j->wording[i] = had == PLX_NONE ? (uint32_t)j->n_wordings++ : had;
        if (had == PLX_NONE && !text.overflow) {
            plx_map_put(&known, plx_str_dup(q->arena, plx_buf_str(&text)), j->wording[i], NULL);
        }
        text.overflow = false;
    }
}

static double score_of(judge *j, uint32_t a, uint32_t b) {
    bool is_new;
    uint64_t both = (uint64_t)j->wording[a] << 32 | j->wording[b];
    uint32_t at = plx_imap_put(&j->known, both, (uint32_t)j->scores.n, &is_new)->value;
    if (is_new) {
        plx_vec_push(&j->scores, j->q->arena, judged(j->q, &j->q->pieces.p[a], &j->q->pieces.p[b]));
    }
    PLX_ASSERT(at < j->scores.n && j->scores.p != NULL);
    return j->scores.p[at];
}

/* Pairs of pieces of different accounts that share a stem that is not everywhere. */
static pairs candidates(plx_quoting *q) {
    pairs out = {NULL, 0, 0};
    judge scorer = {.q = q};
    number_wordings(&scorer);
    member_list *at = plx_new_n(q->arena, member_list, q->stems.n);
    uint32_t *seen = plx_new_n(q->arena, uint32_t, q->pieces.n);
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        plx_piece *p = &q->pieces.p[i];
        for (size_t k = 0; k < p->n_words; k++) {
            uint32_t s = p->words[k].stem;
            size_t begin = at[s].n > 200 ? at[s].n - 200 : 0;
            for (size_t j = begin; j < at[s].n; j++) {
                uint32_t o = at[s].p[j];
                if (seen[o] == i + 1 || q->pieces.p[o].account == p->account) continue;
                seen[o] = i + 1;
                double score = score_of(&scorer, o, i);
                bool indirect = p->kind == PLX_INDIRECT || q->pieces.p[o].kind == PLX_INDIRECT;
                if (score > 0) plx_vec_push(&out, q->arena, (pair){o, i, score, indirect});
            }
        }
        for (size_t k = 0; k < p->n_words; k++) {
            plx_vec_push(&at[p->words[k].stem], q->arena, i);
        }
    }
    return out;
}

static int best_first(const void *x, const void *y) {
    const pair *a = x, *b = y;
    if (a->indirect != b->indirect) return a->indirect ? 1 : -1;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static bool neighbours(const plx_piece *a, const plx_piece *b) {
    uint32_t gap = a->index > b->index ? a->index - b->end : b->index - a->end;
    return a->account == b->account && a->quote == b->quote && gap == 0;
}

static bool may_meet(const plx_quoting *q, const member_list *x, const member_list *y) {
    for (size_t i = 0; i < x->n; i++) {
        for (size_t k = 0; k < y->n; k++) {
            const plx_piece *a = &q->pieces.p[x->p[i]], *b = &q->pieces.p[y->p[k]];
            if (a->account != b->account || neighbours(a, b)) continue;
            if (a->kind == PLX_INDIRECT || b->kind == PLX_INDIRECT) continue;
            /* An account may sum up in its lead what it quotes in full below. */
            double least = a->kind != b->kind ? 0.2 : 0.5;
            if (plx_quote__alike(q, a, b, NULL, NULL) < least) return false;
        }
    }
    return true;
}

void plx_quote__cluster(plx_quoting *q) {
    pairs c = candidates(q);
    if (c.n) qsort(c.p, c.n, sizeof *c.p, best_first);
    member_list *members = plx_new_n(q->arena, member_list, q->pieces.n);
    plx_imap taken; /* piece x account -> it has its best match there */
    plx_imap_init(&taken, q->arena);
    for (uint32_t i = 0; i < q->pieces.n; i++) plx_vec_push(&members[i], q->arena, i);
    for (size_t i = 0; i < c.n; i++) {
        const plx_piece *a = &q->pieces.p[c.p[i].a], *b = &q->pieces.p[c.p[i].b];
        uint64_t ka = (uint64_t)c.p[i].a << 32 | b->account;
        uint64_t kb = (uint64_t)c.p[i].b << 32 | a->account;
        bool a_has = plx_imap_get(&taken, ka) != PLX_NONE;
        bool b_has = plx_imap_get(&taken, kb) != PLX_NONE;
        if (a_has && b_has) continue;
        uint32_t x = plx_quote__root(q, c.p[i].a), y = plx_quote__root(q, c.p[i].b);
        if (x == y) {
            plx_imap_put(&taken, ka, 1, NULL);
            plx_imap_put(&taken, kb, 1, NULL);
            continue;
        }
        if (members[x].n * members[y].n > 40000 || !may_meet(q, &members[x], &members[y])) continue;
        uint32_t low = PLX_MIN(x, y), high = PLX_MAX(x, y);
        q->pieces.p[high].cluster = low;
        for (size_t k = 0; k < members[high].n; k++) {
            plx_vec_push(&members[low], q->arena, members[high].p[k]);
        }
        plx_imap_put(&taken, ka, 1, NULL);
        plx_imap_put(&taken, kb, 1, NULL);
        size_t at = q->links.n;
        plx_vec_reserve(&q->links, q->arena, at + 1);
        q->links.p[at].a = c.p[i].a;
        q->links.p[at].b = c.p[i].b;
        q->links.p[at].score = c.p[i].score;
        q->links.n++;
    }
}
