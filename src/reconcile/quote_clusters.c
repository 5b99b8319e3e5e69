/* Which pieces render the same words: mutual best matches between accounts, the surest first. A
 * piece joins others only when nothing of its own account is there already, but for neighbours in
 * one quote (one translator's two sentences are another's one). */
#include "reconcile/quote_pieces.h"

#include "base/buf.h"
#include "base/sort.h"

#define SCRATCH_LIMIT_BYTES (4 * PLX_GIB)

typedef struct member_list {
    uint32_t *p;
    size_t n, cap;
} member_list;

typedef struct pair {
    uint32_t a, b;
    uint32_t match_of_a, match_of_b; /* numbers of (a, account of b) and (b, account of a) */
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

/* Longest run of words that both have in the same order side by side; names are in every second
 * sentence of a story and count for nothing. */
static size_t common_run(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    const plx_annotation *x = q->story->annotations[a->account];
    const plx_annotation *y = q->story->annotations[b->account];
    uint32_t ab, ae, bb, be;
    plx_tokens_in(x, a->span, &ab, &ae);
    plx_tokens_in(y, b->span, &bb, &be);
    size_t best = 0;
    for (uint32_t i = ab; i < ae && i - ab < 120; i++) {
        for (uint32_t k = bb; k < be && k - bb < 120; k++) {
            size_t words = 0;
            for (uint32_t n = 0; i + n < ae && k + n < be; n++) {
                const plx_token *t = &x->tokens[i + n];
                if (!plx_str_eq(t->fold, y->tokens[k + n].fold)) break;
                if (plx_quote__in_name(x, i + n)) continue;
                bool joint = n && t->upos == PLX_UPOS_PUNCT && plx_quote__in_name(x, i + n - 1);
                words += !joint; /* "Jean-Luc" */
            }
            best = PLX_MAX(best, words);
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

/* Nearly all words of both in the same order: common words too are somebody's words then. The
 * longest common subsequence. */
static bool word_for_word(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    enum { FEWEST = 4, MOST = 60 };
    bool alone = a->kind == PLX_DIRECT && b->kind == PLX_DIRECT; /* "Of course," */
    const plx_piece *side[2] = {a, b};
    plx_str words[2][MOST];
    size_t n[2] = {0, 0};
    for (size_t s = 0; s < 2; s++) {
        const plx_annotation *an = q->story->annotations[side[s]->account];
        for (size_t i = 0; i < side[s]->n_spans; i++) {
            uint32_t begin, end;
            plx_tokens_in(an, side[s]->spans[i], &begin, &end);
            for (uint32_t t = begin; t < end; t++) {
                if (an->tokens[t].upos == PLX_UPOS_PUNCT) continue;
                if (n[s] == MOST) return false;
                words[s][n[s]++] = an->tokens[t].fold;
            }
        }
    }
    if (PLX_MIN(n[0], n[1]) < (alone ? 2 : FEWEST)) return false;
    size_t row[MOST + 1] = {0};
    for (size_t i = 0; i < n[0]; i++) {
        size_t corner = 0; /* of the row before */
        for (size_t k = 0; k < n[1]; k++) {
            size_t above = row[k + 1];
            bool same = plx_str_eq(words[0][i], words[1][k]);
            row[k + 1] = same ? corner + 1 : PLX_MAX(above, row[k]);
            corner = above;
        }
    }
    return 5 * row[n[1]] >= 4 * PLX_MAX(n[0], n[1]);
}

/* Words that both hold; in *plain those that are no names. */
static size_t shared_words(const plx_piece *a, const plx_piece *b, size_t *plain) {
    size_t n = 0;
    *plain = 0;
    for (size_t i = 0, k = 0; i < a->n_words && k < b->n_words;) {
        uint32_t s = a->words[i].stem, t = b->words[k].stem;
        n += s == t;
        *plain += s == t && !a->words[i].name;
        i += s <= t;
        k += t <= s;
    }
    return n;
}

/* Does anything between the marks of a partial quotation come back in the other? */
static bool marks_meet(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    enum { MOST = 64 };
    plx_word_weight words[MOST];
    plx_piece marked = *a;
    marked.words = words;
    marked.n_words = 0;
    if (a->kind != PLX_PARTIAL) return true;
    for (size_t i = 0; i < a->n_words && marked.n_words < MOST; i++) {
        if (a->words[i].marked) words[marked.n_words++] = a->words[i];
    }
    double both;
    (void)plx_quote__alike(q, &marked, b, NULL, &both);
    return marked.n_words == 0 || both > 0;
}

/* 0 = not the same words. What it takes depends on how much there is to go by. */
static double judged(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    size_t fewer = PLX_MIN(a->n_words, b->n_words);
    if (!fewer) return 0;
    double exact = plx_quote__shared(q, a, b);
    if (exact <= 0) return 0;
    bool known = a->speaker != PLX_NONE && b->speaker != PLX_NONE;
    bool same = known && a->speaker == b->speaker;
    /* One name, but taken for two people: it may be either. */
    bool namesake = a->surname.n && plx_str_eq(a->surname, b->surname);
    bool others = known && !same && !namesake;
    bool very = marked_run(q, a, b), word = !others && word_for_word(q, a, b);
    /* One word in common is a word, but for what one and the same person said. */
    size_t plain, shared = shared_words(a, b, &plain);
    bool little = exact < 0.12 * PLX_MIN(a->weight, b->weight) || exact < 0.3 ||
                  (!same && !namesake && !very && plain < 2) || (!plain && !very);
    if (little && !word && !(same && very)) return 0;
    double part, both, dice = plx_quote__alike(q, a, b, &part, &both);
    double floor = word && dice > 0.5 ? 0.9 : same && very ? 0.5 + 0.3 * dice : 0;
    if (little || !marks_meet(q, a, b) || !marks_meet(q, b, a)) return floor;
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
    if (a->negative != b->negative) {
        if (direct && !same && !namesake && run < 6) return floor;
        score *= 0.85;
    }
    /* Who is known to have said it is nobody else, but for the very words. */
    bool quoted = very && run >= 5;
    if (others && both < 2.5 && !quoted) return floor;
    if (others && indirect) return floor;
    bool one = shared < 2 || (plain < 2 && run < 3);
    if (one && direct && !very && part < 0.9 && dice < 0.6) return floor;
    double least = same ? 0.27 : others ? (run >= 6 ? 0.5 : quoted ? 0.6 : 0.8) : 0.38;
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
    double *score_with; /* the piece at hand, of each wording before it; -1 = not asked for yet */
    plx_arena *arena;
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
    put_bytes(out, &p->surname.n, sizeof p->surname.n);
    plx_buf_put(out, p->surname);
    for (uint32_t t = begin; t < end; t++) {
        const plx_token *x = &an->tokens[t];
        bool marked = is_marked(&an->quotes[p->quote], x->span);
        uint32_t n = (uint32_t)x->fold.n;
        plx_buf_putc(out, (char)((x->upos == PLX_UPOS_PUNCT) | marked << 1));
        put_bytes(out, &n, sizeof n);
        plx_buf_put(out, x->fold);
    }
    for (size_t i = 0; i < p->n_words; i++) {
        const plx_word_weight *w = &p->words[i];
        put_bytes(out, &w->stem, sizeof w->stem);
        put_bytes(out, &w->factor, sizeof w->factor);
        plx_buf_putc(out, (char)(w->name | w->marked << 1));
    }
}

/* Before another piece is at hand. */
static void forget_scores(judge *j) {
    for (size_t i = 0; i < j->n_wordings; i++) j->score_with[i] = -1;
}

static void number_wordings(judge *j) {
    const plx_quoting *q = j->q;
    plx_map known;
    plx_buf text;
    plx_map_init(&known, j->arena);
    plx_imap_init(&j->known, j->arena);
    plx_buf_init(&text, j->arena, WORDING_LIMIT_BYTES);
    j->wording = plx_new_n(j->arena, uint32_t, q->pieces.n);
    for (size_t i = 0; i < q->pieces.n; i++) {
        spell_out(q, &q->pieces.p[i], &text);
        uint32_t had = text.overflow ? PLX_NONE : plx_map_get(&known, plx_buf_str(&text));
        j->wording[i] = had == PLX_NONE ? (uint32_t)j->n_wordings++ : had;
        if (had == PLX_NONE && !text.overflow) {
            plx_map_put(&known, plx_str_dup(j->arena, plx_buf_str(&text)), j->wording[i], NULL);
        }
        text.overflow = false;
    }
    j->score_with = plx_new_n(j->arena, double, j->n_wordings);
    forget_scores(j);
}

/* Of piece `b` at hand and one before it. */
static double score_of(judge *j, uint32_t a, uint32_t b) {
    double *score = &j->score_with[j->wording[a]];
    if (*score >= 0) return *score;
    bool is_new;
    uint64_t both = (uint64_t)j->wording[a] << 32 | j->wording[b];
    uint32_t at = plx_imap_put(&j->known, both, (uint32_t)j->scores.n, &is_new)->value;
    if (is_new) {
        plx_vec_push(&j->scores, j->arena, judged(j->q, &j->q->pieces.p[a], &j->q->pieces.p[b]));
    }
    PLX_ASSERT(at < j->scores.n && j->scores.p != NULL);
    return *score = j->scores.p[at];
}

/* Pairs of pieces of different accounts that share a stem that is not everywhere. */
static pairs candidates(const plx_quoting *q, plx_arena *scratch) {
    pairs out = {NULL, 0, 0};
    judge scorer = {.q = q, .arena = scratch};
    number_wordings(&scorer);
    member_list *at = plx_new_n(scratch, member_list, q->stems.n);
    uint32_t *seen = plx_new_n(scratch, uint32_t, q->pieces.n);
    for (uint32_t i = 0; i < q->pieces.n; i++) {
        const plx_piece *p = &q->pieces.p[i];
        if (i) forget_scores(&scorer);
        for (size_t k = 0; k < p->n_words; k++) {
            uint32_t s = p->words[k].stem;
            size_t begin = at[s].n > 200 ? at[s].n - 200 : 0;
            for (size_t j = begin; j < at[s].n; j++) {
                uint32_t o = at[s].p[j];
                if (seen[o] == i + 1 || q->pieces.p[o].account == p->account) continue;
                seen[o] = i + 1;
                double score = score_of(&scorer, o, i);
                bool indirect = p->kind == PLX_INDIRECT || q->pieces.p[o].kind == PLX_INDIRECT;
                if (score > 0) plx_vec_push(&out, scratch, (pair){o, i, 0, 0, score, indirect});
            }
        }
        for (size_t k = 0; k < p->n_words; k++) {
            plx_vec_push(&at[p->words[k].stem], scratch, i);
        }
    }
    return out;
}

/* Numbers the (piece, other account) that pairs are of; gives how many these are. */
static size_t number_matches(const plx_quoting *q, pairs *c, plx_arena *scratch) {
    PLX_ASSERT(c->n < PLX_NONE / 2);
    plx_keyed *ends = plx_new_n(scratch, plx_keyed, 2 * c->n);
    for (size_t i = 0; i < c->n; i++) {
        const pair *x = &c->p[i];
        uint32_t at = 2 * (uint32_t)i;
        ends[at] = (plx_keyed){(uint64_t)x->a << 32 | q->pieces.p[x->b].account, at};
        ends[at + 1] = (plx_keyed){(uint64_t)x->b << 32 | q->pieces.p[x->a].account, at + 1};
    }
    plx_sort_keyed(ends, 2 * c->n, plx_new_n(scratch, plx_keyed, 2 * c->n));
    uint32_t n = 0;
    for (size_t i = 0; i < 2 * c->n; i++) {
        n += i && ends[i].key != ends[i - 1].key;
        pair *x = &c->p[ends[i].at / 2];
        *(ends[i].at % 2 ? &x->match_of_b : &x->match_of_a) = n;
    }
    return (size_t)n + 1;
}

/* The order of the pairs: quoted words before indirect ones, the best first, then by piece. */
static plx_keyed *sort_pairs(const pairs *c, plx_arena *scratch) {
    plx_keyed *order = plx_new_n(scratch, plx_keyed, c->n);
    plx_keyed *room = plx_new_n(scratch, plx_keyed, c->n);
    for (uint32_t i = 0; i < c->n; i++) {
        order[i] = (plx_keyed){(uint64_t)c->p[i].a << 32 | c->p[i].b, i};
    }
    plx_sort_keyed(order, c->n, room);
    for (size_t i = 0; i < c->n; i++) { /* keys of negative numbers have no highest bit */
        const pair *x = &c->p[order[i].at];
        order[i].key = plx_sort_key_f64(-x->score) | (uint64_t)x->indirect << 63;
    }
    plx_sort_keyed(order, c->n, room);
    return order;
}

static bool neighbours(const plx_piece *a, const plx_piece *b) {
    uint32_t gap = a->index > b->index ? a->index - b->end : b->index - a->end;
    return a->account == b->account && a->quote == b->quote && gap == 0;
}

/* May one account have said both in one group? */
static bool stand_together(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    if (neighbours(a, b) || a->kind == PLX_INDIRECT || b->kind == PLX_INDIRECT) return true;
    /* An account may sum up in its lead what it quotes in full below. */
    return plx_quote__alike(q, a, b, NULL, NULL) >= (a->kind != b->kind ? 0.2 : 0.5);
}

/* One of them quotes a few words of the other. */
static bool is_excerpt(const plx_quoting *q, const plx_piece *a, const plx_piece *b) {
    if (a->kind == b->kind || a->kind == PLX_INDIRECT || b->kind == PLX_INDIRECT) return false;
    double part;
    (void)plx_quote__alike(q, a, b, &part, NULL);
    return part >= 0.6 && marked_run(q, a, b);
}

/* Each piece of the one may stand beside all pieces of the other that are of its own account, or is
 * an excerpt of one of these. */
static bool may_join(const plx_quoting *q, const member_list *x, const member_list *y) {
    for (size_t i = 0; i < x->n; i++) {
        bool all = true, excerpt = false;
        for (size_t k = 0; k < y->n && !excerpt; k++) {
            const plx_piece *a = &q->pieces.p[x->p[i]], *b = &q->pieces.p[y->p[k]];
            if (a->account != b->account) continue;
            all = all && stand_together(q, a, b);
            excerpt = is_excerpt(q, a, b);
        }
        if (!all && !excerpt) return false;
    }
    return true;
}

static bool may_meet(const plx_quoting *q, const member_list *x, const member_list *y) {
    return x->n <= y->n ? may_join(q, x, y) : may_join(q, y, x);
}

static void take_link(plx_quoting *q, const pair *x) {
    size_t at = q->links.n;
    plx_vec_reserve(&q->links, q->arena, at + 1);
    q->links.n++;
    q->links.p[at].a = x->a;
    q->links.p[at].b = x->b;
    q->links.p[at].score = x->score;
}

static void cluster(void *ctx, plx_arena *scratch) {
    plx_quoting *q = ctx;
    pairs c = candidates(q, scratch);
    bool *matched = plx_new_n(scratch, bool, number_matches(q, &c, scratch));
    const plx_keyed *order = sort_pairs(&c, scratch);
    member_list *members = plx_new_n(scratch, member_list, q->pieces.n);
    for (uint32_t i = 0; i < q->pieces.n; i++) plx_vec_push(&members[i], scratch, i);
    for (size_t i = 0; i < c.n; i++) {
        const pair *p = &c.p[order[i].at];
        if (matched[p->match_of_a] && matched[p->match_of_b]) continue;
        uint32_t x = plx_quote__root(q, p->a), y = plx_quote__root(q, p->b);
        if (x != y) {
            if (members[x].n * members[y].n > 40000 || !may_meet(q, &members[x], &members[y])) {
                continue;
            }
            uint32_t low = PLX_MIN(x, y), high = PLX_MAX(x, y);
            q->pieces.p[high].cluster = low;
            for (size_t k = 0; k < members[high].n; k++) {
                plx_vec_push(&members[low], scratch, members[high].p[k]);
            }
            take_link(q, p);
        }
        matched[p->match_of_a] = matched[p->match_of_b] = true;
    }
}

void plx_quote__cluster(plx_quoting *q) { plx_with_scratch(SCRATCH_LIMIT_BYTES, cluster, q); }
