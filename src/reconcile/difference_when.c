/* Times of one act that the accounts tell otherwise: another day, or the same one less or more
 * exactly.
 *
 * A time belongs to the word that governs it (the verb or the noun of an act); two are set side by
 * side when these words correspond and their clauses are linked. */
#include "base/hash.h"
#include "base/vec.h"
#include "find/nouns.h"
#include "find/quote_cues.h"
#include "match/meaning.h"
#include "reconcile/difference_pool.h"

#include <stdlib.h>

#define LEAST_CONFLICT                                                                             \
    2.6 /* log-odds of the two clauses before days that exclude one another count */
#define SAME_ACT        0.62 /* cosine of two verbs for one act */
#define FAR_THINGS      0.2  /* cosine of two nouns that are not one thing */
#define SOLID_LINK      1.6  /* of clauses with one act and one time each */
#define SURE_LINK       3.0  /* of clauses with one time each */
#define MOST_CLOCKS     200u
#define NEAR_MINUTES    30
#define DAY             1440 /* minutes */
#define HALF_DAY        720  /* minutes */
#define MOST_GATHERINGS 300u
#define MOST_COARSE     31 /* days of the time of a gathering: a month */
#define VAGUE_DAYS      100
#define WEEK            8 /* days */

typedef struct moment {
    const plx_timex *time;
    uint32_t governor;
} moment;

/* The top token of the time's words. */
static uint32_t head_of(const plx_annotation *an, const plx_timex *t) {
    for (uint32_t i = t->begin; i < t->end; i++) {
        uint32_t h = an->tokens[i].head;
        if (h == PLX_NONE || h < t->begin || h >= t->end) {
            if (an->tokens[i].upos != PLX_UPOS_PUNCT) {
                return i;
            }
        }
    }
    return t->begin;
}

/* Is the expression a time of its own ("Wednesday", "late 2023"), no length or repetition, and not
 * one that leans on another ("that day", "days later")? */
static bool is_moment(const plx_link_view *v, const plx_timex *t) {
    bool vague = t->end - t->begin >= 2 && plx_str_ends(t->value, PLX_S("_REF"));
    if ((t->type != PLX_DATE && t->type != PLX_TIME) || !t->value.n ||
        !(t->has_days || t->relative || vague)) {
        return false; /* "recently" says too little; "in recent weeks" is something */
    }
    const plx_token *first = &v->an->tokens[t->begin], *last = &v->an->tokens[t->end - 1];
    return !plx_str_eq(first->fold, PLX_S("that")) && !plx_str_eq(last->fold, PLX_S("later")) &&
           !plx_str_eq(last->fold, PLX_S("earlier")) && !plx_str_eq(last->fold, PLX_S("before"));
}

/* "UPDATE (9:20 p.m.)": when the account was written. */
static bool is_stamp(const plx_link_view *v, const plx_timex *t) {
    static const plx_str words[] = {PLX_S_INIT("posted"), PLX_S_INIT("published"),
                                    PLX_S_INIT("update"), PLX_S_INIT("updated")};
    for (uint32_t i = t->begin; i > 0 && t->begin - i < 3; i--) {
        if (plx_str_lookup(words, PLX_COUNT(words), v->an->tokens[i - 1].fold) != PLX_NONE) {
            return true;
        }
    }
    return false;
}

/* "a Halloween party": what kind, not when. */
static bool is_feast_of(const plx_link_view *v, const plx_timex *t) {
    static const char *const feasts[] = {"christmas", "easter", "halloween", "thanksgiving"};
    const plx_token *first = &v->an->tokens[t->begin];
    return t->end == t->begin + 1 && first->deprel == PLX_DEP_compound &&
           plx_token_is_one_of(first, feasts, PLX_COUNT(feasts));
}

/* The act that a time of the clause belongs to: its governor, or the verb of the noun that it
 * stands with. */
static size_t moments_in(const plx_link_view *v, const plx_claim_unit *u, moment *out,
                         size_t most) {
    const plx_annotation *an = v->an;
    size_t n = 0;
    uint32_t last = PLX_NONE;
    for (uint32_t i = u->begin; i < u->end && n < most; i++) {
        uint32_t t = v->time[i];
        if (t == PLX_NONE || t == last || !is_moment(v, &an->times[t]) ||
            is_feast_of(v, &an->times[t]) || is_stamp(v, &an->times[t])) {
            continue;
        }
        last = t;
        out[n++] = (moment){&an->times[t], an->tokens[head_of(an, &an->times[t])].head};
    }
    return n;
}

static bool is_act(const plx_token *t) {
    return t->upos == PLX_UPOS_VERB || t->upos == PLX_UPOS_NOUN;
}

static bool is_speech(const plx_token *t) {
    const plx_cue_word *cue = t->upos == PLX_UPOS_VERB ? plx_cue__verb(t->lemma) : NULL;
    return cue && cue->kind == PLX_CUE_SPEECH && (cue->takes & PLX_TAKES_THAT);
}

/* Do two words name one act? */
static bool same_act(const plx_links *l, const plx_link *k, uint32_t x, uint32_t y) {
    if (x == PLX_NONE || y == PLX_NONE) {
        return false;
    }
    const plx_token *a = &l->view[k->a->account].an->tokens[x];
    const plx_token *b = &l->view[k->b->account].an->tokens[y];
    if (!is_act(a) || !is_act(b)) {
        return false;
    }
    if (plx_link__same(l, k->a->account, x, k->b->account, y)) {
        return true;
    }
    return plx_link__same_act(a, b, SAME_ACT);
}

/* Do two verbs of saying have one speaker? */
static bool one_speech(const plx_links *l, const plx_link *k, uint32_t x, uint32_t y) {
    const plx_link_view *v = &l->view[k->a->account], *w = &l->view[k->b->account];
    if (x == PLX_NONE || y == PLX_NONE || !is_speech(&v->an->tokens[x]) ||
        !is_speech(&w->an->tokens[y])) {
        return false;
    }
    bool through;
    uint32_t s = plx_deps__subject(&v->deps, x, &through);
    uint32_t t = plx_deps__subject(&w->deps, y, &through);
    return s != PLX_NONE && t != PLX_NONE && v->entity[s] != PLX_NONE &&
           v->entity[s] == w->entity[t];
}

static uint32_t object_of(const plx_link_view *v, uint32_t verb) {
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE; c = v->deps.next[c]) {
        if (plx_link__slot(v, c, verb) & PLX_SLOT_OBJECT) {
            return c;
        }
    }
    bool participle = v->an->tokens[verb].deprel == PLX_DEP_acl && verb > 0 &&
                      v->an->tokens[verb].head == verb - 1 &&
                      (v->an->tokens[verb].feats & PLX_FEAT_PAST); /* "a letter sent on Monday" */
    return participle ? v->an->tokens[verb].head : PLX_NONE;
}

static bool is_pronoun_of(const plx_link_view *v, uint32_t i) {
    return v->an->tokens[i].upos == PLX_UPOS_PRON && v->entity[i] != PLX_NONE;
}

/* Is it done to things that have nothing to do with one another: a statement, a prisoner? */
static bool other_things(const plx_links *l, const plx_link *k, uint32_t x, uint32_t y) {
    const plx_link_view *v = &l->view[k->a->account], *w = &l->view[k->b->account];
    uint32_t s = object_of(v, x), t = object_of(w, y);
    if (s != PLX_NONE && t != PLX_NONE && v->an->tokens[s].deprel == PLX_DEP_obj &&
        w->an->tokens[t].deprel == PLX_DEP_obj &&
        ((is_pronoun_of(v, s) && w->an->tokens[t].upos == PLX_UPOS_NOUN) ||
         (is_pronoun_of(w, t) && v->an->tokens[s].upos == PLX_UPOS_NOUN))) {
        return v->entity[s] != w->entity[t]; /* "called him", "called the police" */
    }
    if (s == PLX_NONE || t == PLX_NONE || v->an->tokens[s].upos != PLX_UPOS_NOUN ||
        w->an->tokens[t].upos != PLX_UPOS_NOUN ||
        plx_link__same(l, k->a->account, s, k->b->account, t)) {
        return false;
    }
    const plx_token *p = &v->an->tokens[s], *q = &w->an->tokens[t];
    bool people = (plx_noun_is_person(p->lemma) || plx_noun_is_group(p->lemma)) &&
                  (plx_noun_is_person(q->lemma) || plx_noun_is_group(q->lemma));
    double near = plx_meaning_cosine(plx_meaning_of(p->lemma), plx_meaning_of(q->lemma));
    return !people && near < FAR_THINGS;
}

/* The same, but not for verbs of which it is known that others do them, nor for those that can be
 * of anything unless the clauses are sure. */
static bool one_act_of(const plx_links *l, const plx_link *k, uint32_t x, uint32_t y) {
    return one_speech(l, k, x, y) ||
           (same_act(l, k, x, y) && !other_things(l, k, x, y) &&
            !plx_link__other_doers(l, k->a->account, x, k->b->account, y));
}

static bool same_time(const plx_timex *a, const plx_timex *b) {
    return plx_str_eq(a->value, b->value) && plx_str_eq(a->mod, b->mod);
}

/* Minute of the day of "2024-03-12T06:52"; -1 when no clock time is said. */
static int32_t minute_of(const plx_timex *t) {
    size_t at = plx_str_find_char(t->value, 'T', 0);
    int64_t hour, minute;
    if (at == SIZE_MAX || at + 6 > t->value.n || t->value.p[at + 3] != ':' ||
        !plx_str_to_i64(plx_str_slice(t->value, at + 1, at + 3), &hour) ||
        !plx_str_to_i64(plx_str_slice(t->value, at + 4, at + 6), &minute)) {
        return -1;
    }
    return (int32_t)((hour * 60 + minute) % DAY); /* "T24:00" is midnight */
}

/* "2023-11" and "2023-11 END" are two positions: the month, and the end of it. */
static plx_str value_of(const plx_links *l, const plx_timex *t) {
    return t->mod.n ? plx_str_format(l->arena, "%.*s %.*s", PLX_FMT(t->value), PLX_FMT(t->mod))
                    : t->value;
}

static int32_t length(const plx_timex *t) { return t->last_day - t->first_day; }

/* A clock time without the name of a day: its day was guessed. */
static bool has_guessed_day(const plx_link_view *v, const plx_timex *t) {
    static const plx_str days[] = {PLX_S_INIT("today"), PLX_S_INIT("tomorrow"),
                                   PLX_S_INIT("tonight"), PLX_S_INIT("yesterday")};
    if (minute_of(t) < 0) {
        return false;
    }
    for (uint32_t i = t->begin; i < t->end; i++) {
        plx_str form = v->an->tokens[i].form;
        bool name = form.n > 2 && form.p[0] >= 'A' && form.p[0] <= 'Z' && form.p[1] >= 'a';
        if (name || plx_str_lookup(days, PLX_COUNT(days), v->an->tokens[i].fold) != PLX_NONE) {
            return false;
        }
    }
    return true;
}

/* Which difference two times make, if any. */
static bool judge(const plx_timex *a, const plx_timex *b, double log_odds,
                  plx_difference_kind *kind) {
    if (same_time(a, b)) {
        return false;
    }
    if (!a->has_days || !b->has_days) {
        *kind = PLX_PRECISION; /* "in recent weeks" beside a date */
        return a->has_days != b->has_days;
    }
    bool apart = a->first_day > b->last_day || b->first_day > a->last_day;
    int32_t m = minute_of(a), n = minute_of(b);
    if (m >= 0 && n >= 0 && abs(m - n) <= NEAR_MINUTES && (log_odds == 0 || apart)) {
        *kind = PLX_PRECISION; /* the clock is said, the day was guessed */
        return m != n;
    }
    if (apart) {
        int32_t gap =
            a->first_day > b->last_day ? a->first_day - b->last_day : b->first_day - a->last_day;
        *kind = PLX_CONFLICT;
        return log_odds >= LEAST_CONFLICT && gap < 60 && !a->ambiguous && !b->ambiguous;
    }
    *kind = PLX_PRECISION;
    if (m >= 0 && n >= 0) { /* half an hour apart may be the same; more is another time */
        *kind = abs(m - n) <= NEAR_MINUTES ? PLX_PRECISION : PLX_CONFLICT;
        return m != n && (*kind == PLX_PRECISION || log_odds >= LEAST_CONFLICT);
    }
    return length(a) != length(b) || a->value.n != b->value.n || a->type != b->type ||
           (length(a) == 0 && !plx_str_eq(a->value, b->value));
}

/* Times of one clause that have a day in common are one time: the finest stands for them. */
static size_t merge(moment *list, size_t n) {
    for (size_t i = 1; i < n; i++) {
        if (!list[0].time->has_days || !list[i].time->has_days ||
            list[0].time->first_day > list[i].time->last_day ||
            list[i].time->first_day > list[0].time->last_day) {
            return n;
        }
    }
    for (size_t i = 1; i < n; i++) {
        bool finer = length(list[i].time) < length(list[0].time) ||
                     (length(list[i].time) == length(list[0].time) &&
                      list[i].time->value.n > list[0].time->value.n);
        list[0] = finer ? list[i] : list[0];
    }
    return PLX_MIN(n, 1);
}

/* The verb above an infinitive or an adverb: "plans" of "plans to meet", where a time hangs now on
 * the one, now on the other. */
static uint32_t above(const plx_link_view *v, uint32_t token) {
    if (token == PLX_NONE) {
        return PLX_NONE;
    }
    const plx_token *t = &v->an->tokens[token];
    bool climbs = t->deprel == PLX_DEP_xcomp || t->upos == PLX_UPOS_ADV;
    return climbs ? t->head : PLX_NONE;
}

/* The whole clauses tell of one act, and each has one time. */
static bool whole(const plx_links *l, const plx_link *k, size_t n_a, size_t n_b) {
    return n_a == 1 && n_b == 1 && k->short_of <= PLX_LINK_BEST && !k->a->with_clauses &&
           !k->b->with_clauses &&
           (k->log_odds >= SURE_LINK ||
            (k->log_odds >= SOLID_LINK && same_act(l, k, k->a->head, k->b->head)));
}

/* "appears in court again": another time than before. */
static bool happens_again(const plx_link_view *v, uint32_t verb) {
    for (uint32_t c = verb == PLX_NONE ? PLX_NONE : v->deps.first[verb]; c != PLX_NONE;
         c = v->deps.next[c]) {
        if (plx_token_is(&v->an->tokens[c], "again") || plx_token_is(&v->an->tokens[c], "next")) {
            return true;
        }
    }
    return false;
}

/* Nothing but hours and minutes. */
static bool is_bare_clock(const plx_link_view *v, const plx_timex *t) {
    return t->end == t->begin + 1 && v->an->tokens[t->begin].form.n <= 5;
}

/* "so far this year": what is summed up. */
static bool is_so_far(const plx_link_view *v, const plx_timex *t) {
    for (uint32_t i = t->begin; i > 0 && t->begin - i < 2; i--) { /* "so far in 2017" */
        if (plx_token_is(&v->an->tokens[i - 1], "far") ||
            plx_token_is(&v->an->tokens[i - 1], "already")) {
            return true;
        }
    }
    return false;
}

static void compare(const plx_links *l, const plx_link *k, const moment *a, const moment *b,
                    bool one_act, plx_pool *pool) {
    plx_finding f = {.about = PLX_ABOUT_WHEN,
                     .at = {{k->a->account, a->time->span}, {k->b->account, b->time->span}},
                     .value = {value_of(l, a->time), value_of(l, b->time)},
                     .why = "times of one act, in clauses that tell of the same"};
    const plx_link_view *v = &l->view[k->a->account], *w = &l->view[k->b->account];
    bool governed = one_act_of(l, k, a->governor, b->governor) ||
                    one_act_of(l, k, above(v, a->governor), b->governor) ||
                    one_act_of(l, k, a->governor, above(w, b->governor)) ||
                    one_act_of(l, k, above(v, a->governor), above(w, b->governor));
    if (!judge(a->time, b->time, k->log_odds, &f.kind) || !(governed || one_act)) {
        return;
    }
    if (f.kind == PLX_CONFLICT && (has_guessed_day(v, a->time) || has_guessed_day(w, b->time)) &&
        (minute_of(a->time) < 0) != (minute_of(b->time) < 0)) {
        return; /* "around 4 p.m." and a day */
    }
    if (f.kind == PLX_CONFLICT && (length(a->time) > WEEK || length(b->time) > WEEK)) {
        return; /* "the January shootings", "the February killings" */
    }
    if (f.kind == PLX_CONFLICT &&
        (happens_again(v, a->governor) || happens_again(w, b->governor))) {
        return;
    }
    if ((minute_of(a->time) >= 0) != (minute_of(b->time) >= 0) &&
        ((minute_of(a->time) >= 0 && is_bare_clock(v, a->time)) ||
         (minute_of(b->time) >= 0 && is_bare_clock(w, b->time)))) {
        return; /* "3:21" may be the length of a video */
    }
    if (is_so_far(v, a->time) || is_so_far(w, b->time)) {
        return;
    }
    bool vague = length(a->time) > VAGUE_DAYS || length(b->time) > VAGUE_DAYS;
    bool open = !a->time->has_days || !b->time->has_days;
    bool speech = a->governor != PLX_NONE && is_speech(&v->an->tokens[a->governor]);
    if ((speech && f.kind == PLX_CONFLICT) || /* one speaks on more than one day */
        (!governed && (f.kind == PLX_CONFLICT || vague)) ||
        (open && k->log_odds < SURE_LINK + 0.5)) {
        return;
    }
    plx_str x = plx_str_at(l->s->accounts[k->a->account]->text, a->time->span);
    plx_str y = plx_str_at(l->s->accounts[k->b->account]->text, b->time->span);
    if (f.kind == PLX_CONFLICT && plx_str_eq_nocase(x, y)) {
        return; /* "Monday" and "Monday": read against different dates of the accounts */
    }
    f.ranged = a->time->has_days && b->time->has_days;
    f.low[0] = a->time->first_day;
    f.high[0] = a->time->last_day;
    f.low[1] = b->time->first_day;
    f.high[1] = b->time->last_day;
    if (governed && f.kind == PLX_PRECISION && a->governor != PLX_NONE) { /* told once */
        uint64_t x_value = plx_hash_str(a->time->value), y_value = plx_hash_str(b->time->value);
        f.topic = (uint32_t)((x_value ^ y_value) >> 7) ^ plx_link__act(v, a->governor);
    }
    f.weight = 1.0 + (f.kind == PLX_CONFLICT) + 0.05 * k->log_odds;
    plx_finding__of_link(&f, l, k);
    plx_pool__add(pool, &f);
}

/* ---- a gathering and its day
 * -------------------------------------------------------------------------- */

typedef struct gathering {
    plx_str lemma;
    const plx_timex *time;
    uint32_t account;
} gathering;

typedef struct gatherings {
    gathering *p;
    size_t n, cap;
} gatherings;

/* Acts by their nouns of which a story has one a day: "press briefing", "hearing". */
static bool is_gathering(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("address"),    PLX_S_INIT("arrest"),    PLX_S_INIT("attack"),
        PLX_S_INIT("ballot"),     PLX_S_INIT("briefing"),  PLX_S_INIT("ceremony"),
        PLX_S_INIT("conference"), PLX_S_INIT("crash"),     PLX_S_INIT("debate"),
        PLX_S_INIT("election"),   PLX_S_INIT("explosion"), PLX_S_INIT("funeral"),
        PLX_S_INIT("hearing"),    PLX_S_INIT("interview"), PLX_S_INIT("rally"),
        PLX_S_INIT("referendum"), PLX_S_INIT("shooting"),  PLX_S_INIT("speech"),
        PLX_S_INIT("statement"),  PLX_S_INIT("summit"),    PLX_S_INIT("trial"),
        PLX_S_INIT("verdict"),    PLX_S_INIT("vote")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static plx_str gathering_of(const plx_token *t) {
    bool press = plx_str_eq(t->lemma, PLX_S("briefing"));
    return press ? PLX_S("conference") : t->lemma;
}

/* The noun of a gathering right before or behind the time: "a Sunday press conference", "a briefing
 * on Sunday". */
static uint32_t gathering_near(const plx_link_view *v, const plx_timex *t) {
    const plx_sentence *s = &v->an->sentences[v->an->tokens[t->begin].sentence];
    for (uint32_t i = t->end; i < s->end && i < t->end + 3; i++) {
        if (v->an->tokens[i].upos != PLX_UPOS_NOUN) {
            break;
        }
        if (is_gathering(v->an->tokens[i].lemma)) {
            return i;
        }
    }
    for (uint32_t i = t->begin; i > s->begin && t->begin - i < 2; i--) {
        if (v->an->tokens[i - 1].upos == PLX_UPOS_NOUN) {
            return is_gathering(v->an->tokens[i - 1].lemma) ? i - 1 : PLX_NONE;
        }
        if (v->an->tokens[i - 1].upos != PLX_UPOS_ADP) {
            break;
        }
    }
    return PLX_NONE;
}

/* Verbs that give a gathering its day: "a hearing is set for June". */
static bool sets_day(plx_str lemma) {
    static const plx_str words[] = {PLX_S_INIT("begin"), PLX_S_INIT("expect"),   PLX_S_INIT("hold"),
                                    PLX_S_INIT("plan"),  PLX_S_INIT("schedule"), PLX_S_INIT("set"),
                                    PLX_S_INIT("slate"), PLX_S_INIT("start")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

/* The gathering that such a verb gives the time to, or PLX_NONE. */
static uint32_t gathering_of_verb(const plx_link_view *v, const plx_timex *t) {
    uint32_t verb = v->an->tokens[head_of(v->an, t)].head;
    if (verb == PLX_NONE || !sets_day(v->an->tokens[verb].lemma)) {
        return PLX_NONE;
    }
    uint32_t noun = plx_deps__own_subject(&v->deps, verb);
    return noun != PLX_NONE && is_gathering(v->an->tokens[noun].lemma) ? noun : PLX_NONE;
}

static void compare_days(const plx_links *l, const gathering *a, const gathering *b,
                         plx_pool *pool) {
    const plx_timex *x = a->time, *y = b->time;
    plx_finding f = {.about = PLX_ABOUT_WHEN,
                     .at = {{a->account, x->span}, {b->account, y->span}},
                     .value = {value_of(l, x), value_of(l, y)},
                     .context = a->lemma,
                     .subject = PLX_NONE,
                     .weight = 0.8,
                     .ranged = true,
                     .low = {x->first_day, y->first_day},
                     .high = {x->last_day, y->last_day},
                     .why = "the time of one gathering"};
    bool apart = x->first_day > y->last_day || y->first_day > x->last_day;
    bool coarse = length(x) > MOST_COARSE || length(y) > MOST_COARSE;
    if (!apart && !coarse && judge(x, y, 0, &f.kind) && f.kind == PLX_PRECISION) {
        f.context = plx_str_at(l->s->accounts[a->account]->text,
                               l->view[a->account]
                                   .an->sentences[l->view[a->account].an->tokens[x->begin].sentence]
                                   .span);
        plx_pool__add(pool, &f);
    }
}

static void gathering_days(const plx_links *l, plx_pool *pool) {
    gatherings list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_link_view *v = &l->view[a];
        for (size_t i = 0; i < v->an->n_times && list.n < MOST_GATHERINGS; i++) {
            const plx_timex *t = &v->an->times[i];
            uint32_t noun =
                t->has_days && is_moment(v, t) && !plx_account_is_dropped(v->an->account, t->span)
                    ? gathering_near(v, t)
                    : PLX_NONE;
            if (noun == PLX_NONE && t->has_days && is_moment(v, t) &&
                !plx_account_is_dropped(v->an->account, t->span)) {
                noun = gathering_of_verb(v, t);
            }
            if (noun != PLX_NONE) {
                plx_vec_push(&list, l->arena,
                             (gathering){gathering_of(&v->an->tokens[noun]), t, a});
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            if (list.p[i].account != list.p[k].account &&
                plx_str_eq(list.p[i].lemma, list.p[k].lemma)) {
                compare_days(l, &list.p[i], &list.p[k], pool);
            }
        }
    }
}

/* ---- clock times of one evening
 * ---------------------------------------------------------------------- */

typedef struct clock_time {
    const plx_timex *time;
    uint32_t account;
    int32_t minute;
    bool starts;  /* it stands under a verb for how it all began */
    bool guessed; /* its day is */
} clock_time;

typedef struct clock_times {
    clock_time *p;
    size_t n, cap;
} clock_times;

/* Does the time stand under a verb for how it all began, or under what began? */
static bool tells_of_start(const plx_link_view *v, const plx_timex *t) {
    static const plx_str words[] = {
        PLX_S_INIT("begin"),  PLX_S_INIT("break"),   PLX_S_INIT("call"),    PLX_S_INIT("collide"),
        PLX_S_INIT("crash"),  PLX_S_INIT("erupt"),   PLX_S_INIT("explode"), PLX_S_INIT("fire"),
        PLX_S_INIT("happen"), PLX_S_INIT("occur"),   PLX_S_INIT("open"),    PLX_S_INIT("receive"),
        PLX_S_INIT("report"), PLX_S_INIT("respond"), PLX_S_INIT("ring"),    PLX_S_INIT("shoot"),
        PLX_S_INIT("start"),  PLX_S_INIT("strike"),  PLX_S_INIT("unfold")};
    uint32_t verb = v->an->tokens[head_of(v->an, t)].head;
    for (int step = 0; step < 2 && verb != PLX_NONE; step++) {
        if (plx_str_lookup(words, PLX_COUNT(words), v->an->tokens[verb].lemma) != PLX_NONE) {
            return true;
        }
        verb = v->an->tokens[verb].deprel == PLX_DEP_xcomp ? v->an->tokens[verb].head : PLX_NONE;
    }
    return false;
}

/* "a.m." or "p.m.": else a night's half past six may be read as a morning's. */
static bool says_half(const plx_link_view *v, const plx_timex *t) {
    for (uint32_t i = t->begin; i < t->end; i++) {
        plx_str w = v->an->tokens[i].fold;
        if (plx_str_ends(w, PLX_S("a.m.")) || plx_str_ends(w, PLX_S("p.m.")) ||
            plx_str_ends(w, PLX_S("am")) || plx_str_ends(w, PLX_S("pm")) ||
            plx_str_ends(w, PLX_S("a.m")) || plx_str_ends(w, PLX_S("p.m"))) {
            return true;
        }
    }
    return false;
}

static bool has_minute(const clock_times *list, uint32_t account, int32_t minute) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i].account == account && list->p[i].minute == minute && list->p[i].starts) {
            return true;
        }
    }
    return false;
}

static void put_clocks(const plx_links *l, const clock_time *a, const clock_time *b,
                       plx_difference_kind kind, plx_pool *pool) {
    const plx_annotation *an = l->view[a->account].an;
    plx_finding f = {.about = PLX_ABOUT_WHEN,
                     .kind = kind,
                     .at = {{a->account, a->time->span}, {b->account, b->time->span}},
                     .value = {value_of(l, a->time), value_of(l, b->time)},
                     .subject = PLX_NONE,
                     .weight = kind == PLX_CONFLICT ? 1.6 : 0.9,
                     .ranged = true,
                     .low = {a->time->first_day, b->time->first_day},
                     .high = {a->time->last_day, b->time->last_day},
                     .why = kind == PLX_CONFLICT ? "one clock time, before and after noon"
                                                 : "clock times of one day, minutes apart"};
    f.context =
        plx_str_at(an->account->text, an->sentences[an->tokens[a->time->begin].sentence].span);
    plx_pool__add(pool, &f);
}

/* Clock times of one day that lie minutes apart tell of one thing in a story, whatever the clauses
 * around them: "around 6:30 p.m.", "at 6:15 p.m."; and so does one time with another half of the
 * day, when it is no full hour. A time that the other account has, too, is of something else. */
static void near_clocks(const plx_links *l, plx_pool *pool) {
    clock_times list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_link_view *v = &l->view[a];
        for (size_t i = 0; i < v->an->n_times && list.n < MOST_CLOCKS; i++) {
            const plx_timex *t = &v->an->times[i];
            int32_t minute = t->type == PLX_TIME ? minute_of(t) : -1;
            if (minute >= 0 && t->has_days && !is_stamp(v, t) &&
                !plx_account_is_dropped(v->an->account, t->span)) {
                clock_time c = {t, a, minute, tells_of_start(v, t), has_guessed_day(v, t)};
                plx_vec_push(&list, l->arena, c);
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const clock_time *a = &list.p[i], *b = &list.p[k];
            int32_t apart = abs(a->minute - b->minute);
            bool one_day = a->time->first_day == b->time->first_day || a->guessed || b->guessed;
            if (a->account == b->account || !one_day || has_minute(&list, a->account, b->minute) ||
                has_minute(&list, b->account, a->minute)) {
                continue;
            }
            if (apart > 0 && apart <= NEAR_MINUTES && a->starts && b->starts) {
                put_clocks(l, a, b, PLX_PRECISION, pool);
            } else if (apart == HALF_DAY && a->minute % 60 != 0 && !(a->guessed && b->guessed) &&
                       says_half(&l->view[a->account], a->time) &&
                       says_half(&l->view[b->account], b->time)) {
                put_clocks(l, a, b, PLX_CONFLICT, pool);
            }
        }
    }
}

/* Does the other clause tell of the same time, too? "2005 or 2006" is one thing in both. */
static bool is_among(const moment *x, const moment *list, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (same_time(x->time, list[i].time)) {
            return true;
        }
    }
    return false;
}

void plx_difference__when(const plx_links *l, plx_pool *pool) {
    enum { MOST = 4 };
    for (size_t i = 0; i < l->n; i++) {
        const plx_link *k = &l->p[i];
        if (k->short_of > PLX_LINK_BEST && k->log_odds < SURE_LINK) {
            continue;
        }
        moment a[MOST], b[MOST];
        size_t n_a = merge(a, moments_in(&l->view[k->a->account], k->a, a, MOST));
        size_t n_b = merge(b, moments_in(&l->view[k->b->account], k->b, b, MOST));
        size_t own_a = 0, own_b = 0; /* times that only one of the clauses tells */
        for (size_t x = 0; x < n_a; x++) {
            own_a += !is_among(&a[x], b, n_b);
        }
        for (size_t y = 0; y < n_b; y++) {
            own_b += !is_among(&b[y], a, n_a);
        }
        bool one_act = whole(l, k, own_a, own_b);
        for (size_t x = 0; x < n_a; x++) {
            for (size_t y = 0; y < n_b && !is_among(&a[x], b, n_b); y++) {
                if (is_among(&b[y], a, n_a)) {
                    continue;
                }
                compare(l, k, &a[x], &b[y], one_act, pool);
            }
        }
    }
    gathering_days(l, pool);
    near_clocks(l, pool);
}
