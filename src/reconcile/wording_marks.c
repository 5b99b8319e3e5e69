/* Words that mark an account: those that it uses more than the others do, beyond what chance and
 * the words' commonness explain. Where there is enough text.
 *
 * Method: log-odds ratio with an informative Dirichlet prior, in units of its standard deviation
 * (Monroe, Colaresi and Quinn 2008, section 3.5.1); the prior is how often the story as a whole
 * uses a word. It says how the accounts' words differ, not why. */
#include "reconcile/wording_marks.h"
#include "base/map.h"
#include "base/vec.h"
#include "match/meaning.h"

#include <math.h>
#include <stdlib.h>

#define LEAST_TOKENS  250u  /* content words of an account, and of the others together */
#define LEAST_USES    3u    /* of a word, in the account */
#define LEAST_Z       1.96  /* standard deviations */
#define PRIOR_WORDS   100.0 /* the weight of the prior, in words */
#define LEAST_IDF     1.0   /* commoner words mark nobody */
#define MOST_TERMS    12u
#define MOST_PLACES   12u
#define MOST_ACCOUNTS 100u

typedef struct counted {
    plx_str lemma;
    uint32_t *n; /* by account */
    uint32_t all;
} counted;

typedef struct counts {
    PLX_VEC(counted) words;
    plx_map index;
    uint32_t *tokens; /* content words of each account */
    uint32_t all;
} counts;

static bool is_content(const plx_annotation *an, uint32_t i) {
    const plx_token *t = &an->tokens[i];
    bool open = t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_VERB || t->upos == PLX_UPOS_ADJ ||
                t->upos == PLX_UPOS_ADV;
    return open && t->name == PLX_NONE && t->lemma.n > 2 &&
           plx_meaning_idf(plx_meaning_of(t->lemma)) >= LEAST_IDF &&
           !plx_account_is_dropped(an->account, t->span);
}

static counts count(const plx_story *s, plx_arena *arena) {
    counts c = {.all = 0};
    c.tokens = plx_new_n(arena, uint32_t, s->n_accounts);
    plx_map_init(&c.index, arena);
    for (size_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (uint32_t i = 0; i < an->n_tokens; i++) {
            if (!is_content(an, i)) {
                continue;
            }
            bool is_new;
            uint32_t at =
                plx_map_put(&c.index, an->tokens[i].lemma, (uint32_t)c.words.n, &is_new)->value;
            if (is_new) {
                plx_vec_push(&c.words, arena,
                             (counted){.lemma = an->tokens[i].lemma,
                                       .n = plx_new_n(arena, uint32_t, s->n_accounts)});
            }
            PLX_ASSERT(c.words.p != NULL && at < c.words.n);
            c.words.p[at].n[a]++;
            c.words.p[at].all++;
            c.tokens[a]++;
            c.all++;
        }
    }
    return c;
}

double plx_wording_log_odds_z(double uses, double words, double other_uses, double other_words) {
    double share = (uses + other_uses) / (words + other_words);
    double prior = PRIOR_WORDS * share;
    double here = uses + prior, there = other_uses + prior;
    double odds = log(here / (words + PRIOR_WORDS - here));
    double other_odds = log(there / (other_words + PRIOR_WORDS - there));
    return (odds - other_odds) / sqrt(1.0 / here + 1.0 / there);
}

static void put_places(const plx_story *s, uint32_t account, plx_term *t, plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    for (uint32_t i = 0; i < an->n_tokens && t->at.n < MOST_PLACES; i++) {
        if (plx_str_eq(an->tokens[i].lemma, t->term) && is_content(an, i)) {
            plx_vec_push(&t->at, arena, (plx_at){account, an->tokens[i].span});
        }
    }
}

static int most_marked_first(const void *x, const void *y) {
    const plx_term *a = x, *b = y;
    if (a->z != b->z) {
        return a->z > b->z ? -1 : 1;
    }
    return plx_str_cmp(a->term, b->term);
}

static void mark(plx_story *s, const counts *c, uint32_t account, plx_arena *arena) {
    uint32_t own = c->tokens[account], others = c->all - own;
    if (own < LEAST_TOKENS || others < LEAST_TOKENS) {
        return;
    }
    plx_wording w = {.entity = PLX_NONE, .event = PLX_NONE};
    for (size_t i = 0; i < c->words.n; i++) {
        const counted *x = &c->words.p[i];
        uint32_t uses = x->n[account];
        double z =
            uses >= LEAST_USES ? plx_wording_log_odds_z(uses, own, x->all - uses, others) : 0;
        if (z >= LEAST_Z) {
            plx_vec_push(&w.terms, arena, (plx_term){.term = x->lemma, .z = z});
        }
    }
    if (!w.terms.n) {
        return;
    }
    qsort(w.terms.p, w.terms.n, sizeof *w.terms.p, most_marked_first);
    w.terms.n = PLX_MIN(w.terms.n, MOST_TERMS);
    for (size_t i = 0; i < w.terms.n; i++) {
        put_places(s, account, &w.terms.p[i], arena);
    }
    plx_str who = s->accounts[account]->source;
    w.about =
        who.n
            ? plx_str_format(arena, "words that %.*s uses more than the others", PLX_FMT(who))
            : plx_str_format(arena, "words that account %u uses more than the others", account + 1);
    plx_vec_push(&s->wording, arena, w);
}

void plx_reconcile__wording_marks(plx_story *s, plx_arena *arena) {
    if (s->n_accounts < 2 || s->n_accounts > MOST_ACCOUNTS) {
        return;
    }
    counts c = count(s, arena);
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        mark(s, &c, a, arena);
    }
}
