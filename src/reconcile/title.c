/* The story's heading: the account's title that the others bear out best, and the day that it is
 * about. */
#include "base/calendar.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "reconcile/reconcile.h"

#define MOST_TITLE_BYTES    200u
#define MOST_SENTENCE_BYTES 110u

/* A first line that is set off and short is the account's own heading, or its lead. */
static plx_str first_line(const plx_account *a) {
    for (size_t i = 0, at = 0; i <= a->n_dropped; i++) { /* the first line that is not dropped */
        size_t end = i < a->n_dropped ? a->dropped[i].span.begin : a->text.n;
        plx_str kept = plx_str_trim(plx_str_slice(a->text, at, end));
        at = i < a->n_dropped ? a->dropped[i].span.end : a->text.n;
        if (!kept.n) {
            continue;
        }
        size_t nl = plx_str_find_char(kept, '\n', 0);
        plx_str line = plx_str_trim(plx_str_slice(kept, 0, nl));
        if (nl == SIZE_MAX || !line.n || line.n > MOST_TITLE_BYTES) {
            return (plx_str){NULL, 0};
        }
        bool stops = line.p[line.n - 1] == '.';
        if (stops && line.n <= MOST_SENTENCE_BYTES) { /* some set the heading as a sentence */
            return plx_str_slice(line, 0, line.n - 1);
        }
        return stops ? (plx_str){NULL, 0} : line;
    }
    return (plx_str){NULL, 0};
}

static plx_str title_of(const plx_account *a) { return a->title.n ? a->title : first_line(a); }

/* Calls for each word of `text`, folded, of four letters or more: shorter ones carry little. */
static bool next_word(plx_str text, size_t *at, plx_str *word) {
    while (*at < text.n) {
        size_t begin = *at;
        while (begin < text.n && !plx_cp_is_alnum((unsigned char)text.p[begin]) &&
               (unsigned char)text.p[begin] < 0x80) {
            begin++;
        }
        size_t end = begin;
        while (end < text.n && (plx_cp_is_alnum((unsigned char)text.p[end]) ||
                                (unsigned char)text.p[end] >= 0x80)) {
            end++;
        }
        *at = end;
        if (end - begin >= 4) {
            *word = plx_str_slice(text, begin, end);
            return true;
        }
    }
    return false;
}

/* In how many accounts each folded word stands. */
static void count_words(const plx_story *s, plx_map *in_accounts, plx_arena *arena) {
    for (size_t a = 0; a < s->n_accounts; a++) {
        plx_map seen;
        plx_map_init(&seen, arena);
        const plx_annotation *an = s->annotations[a];
        for (size_t i = 0; i < an->n_tokens; i++) {
            bool is_new;
            plx_map_put(&seen, an->tokens[i].fold, 1, &is_new);
            if (is_new && an->tokens[i].fold.n >= 4) {
                plx_map_put(in_accounts, an->tokens[i].fold, 0, NULL)->value++;
            }
        }
    }
}

static double borne_out(plx_str title, const plx_map *in_accounts, size_t n_accounts,
                        plx_arena *arena) {
    plx_str folded = plx_str_fold(arena, title);
    double sum = 0, n = 0;
    plx_str word;
    for (size_t at = 0; next_word(folded, &at, &word);) {
        uint32_t count = plx_map_get(in_accounts, word);
        sum += count == PLX_NONE ? 0 : (double)count / (double)n_accounts;
        n += 1;
    }
    return n >= 3 ? sum / (n + 2) : 0; /* a title of a few common words says little */
}

static plx_str best_title(const plx_story *s, plx_arena *arena) {
    plx_map in_accounts;
    plx_map_init(&in_accounts, arena);
    count_words(s, &in_accounts, arena);
    plx_str best = {NULL, 0};
    double best_score = 0;
    for (size_t a = 0; a < s->n_accounts; a++) {
        plx_str title = title_of(s->accounts[a]);
        double score = title.n ? borne_out(title, &in_accounts, s->n_accounts, arena) : 0;
        if (score > best_score) {
            best = title;
            best_score = score;
        }
    }
    return best;
}

/* The whole statement with most independent origins, then the one that most surely say. */
static plx_str best_statement(const plx_story *s) {
    const plx_statement *best = NULL;
    for (size_t i = 0; i < s->statements.n; i++) {
        const plx_statement *t = &s->statements.p[i];
        bool whole = t->whole >= PLX_WHOLE_ENOUGH || !best;
        if (whole && (!best || t->n_origins > best->n_origins ||
                      (t->n_origins == best->n_origins && t->rank > best->rank))) {
            best = t;
        }
    }
    return best ? best->text : (plx_str){NULL, 0};
}

static bool is_day(plx_str when) { return when.n == 10 && when.p[4] == '-' && when.p[7] == '-'; }

/* The day that most accounts name within the week before the last of them was written; else that of
 * publication. */
static plx_str story_day(const plx_story *s, plx_arena *arena) {
    plx_str last = {NULL, 0};
    for (size_t a = 0; a < s->n_accounts; a++) {
        plx_str p = plx_str_slice(s->published[a], 0, 10);
        if (is_day(p) && (!last.n || plx_str_cmp(p, last) > 0)) {
            last = p;
        }
    }
    plx_civil c;
    int32_t end = last.n && plx_date_parse(last, &c, NULL)
                      ? plx_days_from_civil(c.year, c.month, c.day)
                      : INT32_MAX;
    plx_str best = last;
    size_t best_n = 1; /* one account alone does not outvote the date of publication */
    for (size_t i = 0; i < s->timeline.n; i++) {
        const plx_moment *m = &s->timeline.p[i];
        int32_t first, until;
        if (!is_day(m->when) || !plx_timex_days(m->when, &first, &until)) {
            continue;
        }
        size_t n = plx_story_n_accounts_of(s, &m->mentions, arena);
        bool recent = end == INT32_MAX || (first <= end && first > end - 8);
        if (recent && n > best_n) {
            best = m->when;
            best_n = n;
        }
    }
    return best;
}

void plx_reconcile__title(plx_story *s, plx_arena *arena) {
    s->title = best_title(s, arena);
    if (!s->title.n) {
        s->title = best_statement(s);
    }
    s->when = story_day(s, arena);
}
