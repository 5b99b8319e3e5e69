/* How many it befell: the dead, the hurt, the arrested of the story's event, in whatever clauses
 * the accounts tell it: "one person was killed and five others were hurt" here, "left one dead and
 * six others injured" there.
 *
 * A tally is a number of people right beside a word of what befell them. Trees of headlines and
 * of such elliptic clauses are often wrong, so the words alone are looked at. An account that has
 * two numbers for one fate, as when an earlier event is told of, is left alone; so are sentences
 * with a time far from the account's day. */
#include "base/calendar.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "find/nouns.h"
#include "reconcile/difference_pool.h"

#include <math.h>

#define MOST_TALLIES 200u
#define MOST_BETWEEN 5u  /* tokens between the number and the fate */
#define MOST_RATIO   4.0 /* of two tallies of one event */
#define FAR_DAYS     14  /* a time so far from the account's day is of something else */
#define LONG_DAYS    12  /* so is what is summed up over so long */

typedef enum fate {
    FATE_NONE,
    FATE_DEAD,
    FATE_HURT,
    FATE_SHOT,
    FATE_HELD,
    FATE_LOST,
    FATE_LOOSE
} fate;

typedef struct tally {
    uint32_t account;
    fate fate;
    plx_str whom; /* empty: people in general; else the noun's lemma */
    double low, high;
    bool approximate;
    plx_span span;
    uint32_t sentence;
} tally;

typedef struct tallies {
    tally *p;
    size_t n, cap;
} tallies;

typedef struct fate_word {
    const char *word;
    fate fate;
} fate_word;

static fate look_up(const fate_word *table, size_t n, plx_str fold) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq(fold, plx_str_of(table[i].word))) {
            return table[i].fate;
        }
    }
    return FATE_NONE;
}

/* Behind the number: "were killed", "dead", "remain at large". */
static fate fate_behind(plx_str fold) {
    static const fate_word table[] = {
        {"arrested", FATE_HELD}, {"dead", FATE_DEAD},     {"detained", FATE_HELD},
        {"died", FATE_DEAD},     {"hurt", FATE_HURT},     {"injured", FATE_HURT},
        {"killed", FATE_DEAD},   {"missing", FATE_LOST},  {"shot", FATE_SHOT},
        {"slain", FATE_DEAD},    {"wounded", FATE_HURT},  {"perished", FATE_DEAD},
        {"drowned", FATE_DEAD},  {"abducted", FATE_LOST}, {"kidnapped", FATE_LOST}};
    return look_up(table, PLX_COUNT(table), fold);
}

/* Before it: "killing", "wounded". */
static fate fate_before(plx_str fold) {
    static const fate_word table[] = {
        {"arrested", FATE_HELD}, {"arresting", FATE_HELD}, {"detained", FATE_HELD},
        {"hurt", FATE_HURT},     {"hurting", FATE_HURT},   {"injured", FATE_HURT},
        {"injures", FATE_HURT},  {"injuring", FATE_HURT},  {"killed", FATE_DEAD},
        {"killing", FATE_DEAD},  {"kills", FATE_DEAD},     {"wounded", FATE_HURT},
        {"wounding", FATE_HURT}, {"wounds", FATE_HURT}};
    return look_up(table, PLX_COUNT(table), fold);
}

/* "two deaths", "three arrests". */
static fate fate_of_unit(plx_str unit) {
    static const fate_word table[] = {
        {"arrest", FATE_HELD}, {"death", FATE_DEAD}, {"fatality", FATE_DEAD}};
    return look_up(table, PLX_COUNT(table), unit);
}

static bool passes(const plx_token *t) {
    static const plx_str words[] = {
        PLX_S_INIT("also"),      PLX_S_INIT("are"),        PLX_S_INIT("be"),
        PLX_S_INIT("been"),      PLX_S_INIT("being"),      PLX_S_INIT("critically"),
        PLX_S_INIT("currently"), PLX_S_INIT("had"),        PLX_S_INIT("has"),
        PLX_S_INIT("have"),      PLX_S_INIT("is"),         PLX_S_INIT("of"),
        PLX_S_INIT("others"),    PLX_S_INIT("people"),     PLX_S_INIT("remain"),
        PLX_S_INIT("remains"),   PLX_S_INIT("reportedly"), PLX_S_INIT("seriously"),
        PLX_S_INIT("still"),     PLX_S_INIT("them"),       PLX_S_INIT("was"),
        PLX_S_INIT("were"),      PLX_S_INIT("whom")};
    return plx_str_lookup(words, PLX_COUNT(words), t->fold) != PLX_NONE;
}

static bool is_passive_word(plx_str fold) {
    static const plx_str words[] = {PLX_S_INIT("are"),   PLX_S_INIT("be"), PLX_S_INIT("been"),
                                    PLX_S_INIT("being"), PLX_S_INIT("is"), PLX_S_INIT("was"),
                                    PLX_S_INIT("were")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

/* Without "were" it may be they who did it: "two men shot a clerk". */
static bool takes_object(const plx_annotation *an, uint32_t word, uint32_t end) {
    if (word + 1 >= end) {
        return false;
    }
    const plx_token *t = &an->tokens[word + 1];
    return t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_NOUN ||
           t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_NUM || t->upos == PLX_UPOS_ADJ ||
           plx_str_eq(t->fold, PLX_S("at")) || plx_str_eq(t->fold, PLX_S("each")) ||
           plx_str_eq(t->fold, PLX_S("-"));
}

/* "was shot and killed": the first half of what befell them. */
static bool goes_on(const plx_annotation *an, uint32_t word, uint32_t end) {
    return word + 1 < end && plx_token_is(&an->tokens[word + 1], "and") &&
           plx_token_is(&an->tokens[word], "shot");
}

/* "was shot about seven times": how often, not how many. */
static bool tells_times(const plx_annotation *an, uint32_t word, uint32_t end) {
    for (uint32_t i = word + 1; i < end && i < word + 5; i++) {
        if (plx_token_is(&an->tokens[i], "times") || plx_token_is(&an->tokens[i], "twice")) {
            return true;
        }
    }
    return false;
}

/* "on the loose", "on the run". */
static bool is_loose(const plx_annotation *an, uint32_t i, uint32_t end) {
    return i + 2 < end && plx_token_is(&an->tokens[i], "on") &&
           plx_token_is(&an->tokens[i + 1], "the") &&
           (plx_token_is(&an->tokens[i + 2], "loose") || plx_token_is(&an->tokens[i + 2], "run"));
}

/* "in custody", "at large". */
static fate state_at(const plx_annotation *an, uint32_t i, uint32_t end) {
    if (i + 1 >= end) {
        return FATE_NONE;
    }
    bool in = plx_token_is(&an->tokens[i], "in"), at = plx_token_is(&an->tokens[i], "at");
    return in && plx_token_is(&an->tokens[i + 1], "custody") ? FATE_HELD
           : at && plx_token_is(&an->tokens[i + 1], "large") ? FATE_LOOSE
                                                             : FATE_NONE;
}

/* The fate that stands behind the number, from `from` on; *word: its token. */
static fate read_behind(const plx_annotation *an, uint32_t from, uint32_t end, uint32_t *word) {
    bool passive = false;
    for (uint32_t i = from; i < end && i < from + MOST_BETWEEN; i++) {
        const plx_token *t = &an->tokens[i];
        fate f = fate_behind(t->fold), state = state_at(an, i, end);
        if (f != FATE_NONE) {
            bool sure = passive || f == FATE_LOST || plx_str_eq(t->fold, PLX_S("dead")) ||
                        plx_str_eq(t->fold, PLX_S("died"));
            *word = i;
            bool whole = (sure || !takes_object(an, i, end)) && !goes_on(an, i, end) &&
                         !tells_times(an, i, end);
            return whole ? f : FATE_NONE;
        }
        if (state != FATE_NONE || is_loose(an, i, end)) {
            *word = state != FATE_NONE ? i + 1 : i + 2;
            return state != FATE_NONE ? state : FATE_LOOSE;
        }
        if (!passes(t)) {
            return FATE_NONE;
        }
        passive |= is_passive_word(t->fold);
    }
    return FATE_NONE;
}

/* The fate that stands before it, told of a doer: "killing two". */
static fate read_before(const plx_annotation *an, const plx_figure *x, uint32_t begin,
                        uint32_t *word) {
    if (x->begin <= begin) {
        return FATE_NONE;
    }
    uint32_t i = x->begin - 1;
    if (i > begin && plx_str_eq(an->tokens[i].fold, PLX_S("another"))) {
        i--;
    }
    fate f = fate_before(an->tokens[i].fold);
    for (uint32_t k = i; f != FATE_NONE && k > begin && i - k < 2; k--) {
        if (is_passive_word(an->tokens[k - 1].fold)) {
            return FATE_NONE; /* "was killed two days later" */
        }
    }
    *word = i;
    return f;
}

/* Whom the number counts: *whom empty for people in general. False when it is no people. */
static bool reads_people(const plx_annotation *an, const plx_figure *x, plx_str *whom,
                         bool *others) {
    static const plx_str anybody[] = {
        PLX_S_INIT("individual"), PLX_S_INIT("more"),   PLX_S_INIT("other"), PLX_S_INIT("others"),
        PLX_S_INIT("people"),     PLX_S_INIT("person"), PLX_S_INIT("victim")};
    bool after = x->end < an->n_tokens && (plx_token_is(&an->tokens[x->end], "others") ||
                                           plx_token_is(&an->tokens[x->end], "more"));
    *others = after || plx_str_eq(x->unit, PLX_S("other")) || plx_str_eq(x->unit, PLX_S("others"));
    for (uint32_t i = x->begin; i < x->end; i++) {
        *others |= plx_token_is(&an->tokens[i], "other") || plx_token_is(&an->tokens[i], "others");
    }
    *whom = x->unit;
    if (!x->unit.n || plx_str_lookup(anybody, PLX_COUNT(anybody), x->unit) != PLX_NONE) {
        *whom = (plx_str){NULL, 0};
        return true;
    }
    return plx_noun_is_person(x->unit);
}

/* Words for people of one sex or age: of these the accounts count out parts. */
static bool is_part(plx_str unit) {
    static const plx_str words[] = {
        PLX_S_INIT("adult"),    PLX_S_INIT("boy"),   PLX_S_INIT("brother"),  PLX_S_INIT("child"),
        PLX_S_INIT("female"),   PLX_S_INIT("girl"),  PLX_S_INIT("juvenile"), PLX_S_INIT("kid"),
        PLX_S_INIT("male"),     PLX_S_INIT("man"),   PLX_S_INIT("sister"),   PLX_S_INIT("teen"),
        PLX_S_INIT("teenager"), PLX_S_INIT("woman"), PLX_S_INIT("youth")};
    return plx_str_lookup(words, PLX_COUNT(words), unit) != PLX_NONE;
}

/* Is the sentence about another time than the account's own? */
static bool is_elsewhen(const plx_story *s, uint32_t account, uint32_t sentence) {
    static const plx_str words[] = {
        PLX_S_INIT("ago"),        PLX_S_INIT("annually"), PLX_S_INIT("average"),
        PLX_S_INIT("decade"),     PLX_S_INIT("earlier"),  PLX_S_INIT("last"),
        PLX_S_INIT("month"),      PLX_S_INIT("months"),   PLX_S_INIT("previous"),
        PLX_S_INIT("previously"), PLX_S_INIT("since"),    PLX_S_INIT("unlike"),
        PLX_S_INIT("year"),       PLX_S_INIT("years")};
    const plx_annotation *an = s->annotations[account];
    plx_span at = an->sentences[sentence].span;
    for (uint32_t i = an->sentences[sentence].begin; i < an->sentences[sentence].end; i++) {
        bool of_age = i > 0 && plx_token_is(&an->tokens[i - 1], "-"); /* "37-year-old" */
        if (!of_age && plx_str_lookup(words, PLX_COUNT(words), an->tokens[i].fold) != PLX_NONE) {
            return true;
        }
    }
    plx_civil day;
    int32_t hour;
    bool dated = plx_date_parse(s->published[account], &day, &hour);
    int32_t own = dated ? plx_days_from_civil(day.year, day.month, day.day) : 0;
    for (size_t i = 0; i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        if (plx_span_overlap(t->span, at) == 0 || !t->has_days) {
            continue;
        }
        if (t->last_day - t->first_day > LONG_DAYS || (dated && own - t->last_day > FAR_DAYS)) {
            return true;
        }
    }
    return false;
}

static bool is_word_of(const plx_annotation *an, uint32_t sentence, const char *word) {
    for (uint32_t i = an->sentences[sentence].begin; i < an->sentences[sentence].end; i++) {
        if (plx_token_is(&an->tokens[i], word)) {
            return true;
        }
    }
    return false;
}

static void read_tally(const plx_links *l, uint32_t account, const plx_figure *x, tallies *out) {
    const plx_annotation *an = l->view[account].an;
    uint32_t sentence = an->tokens[x->begin].sentence;
    const plx_sentence *in = &an->sentences[sentence];
    plx_str whom;
    bool others;
    fate f = fate_of_unit(x->unit);
    uint32_t word = x->begin;
    if (f == FATE_NONE && reads_people(an, x, &whom, &others)) {
        f = read_behind(an, x->end, in->end, &word);
        f = f == FATE_NONE ? read_before(an, x, in->begin, &word) : f;
    } else {
        whom = (plx_str){NULL, 0};
        others = false;
    }
    bool beside = f == FATE_HURT;            /* the hurt beside the dead are all of the hurt */
    if (f == FATE_HELD || f == FATE_LOOSE) { /* "five others": beside the one that is told of */
        whom = others ? PLX_S("other") : whom;
        beside = true;
    }
    if (f == FATE_NONE || (others && !beside) || (f != FATE_HELD && is_part(whom)) ||
        is_elsewhen(l->s, account, sentence) || is_word_of(an, sentence, "including")) {
        return;
    }
    double value = x->value;
    tally t = {.account = account,
               .fate = f,
               .whom = whom,
               .low = isnan(x->low) ? value : x->low,
               .high =
                   isnan(x->high) ? (isnan(x->low) || isnan(value) ? value : INFINITY) : x->high,
               .approximate = x->approximate,
               .sentence = sentence};
    if (isnan(t.low) && isnan(t.high)) {
        return;
    }
    t.low = isnan(t.low) ? 0 : t.low;
    t.high = isnan(t.high) ? INFINITY : t.high;
    t.span = plx_span_of(PLX_MIN(x->span.begin, an->tokens[word].span.begin),
                         PLX_MAX(x->span.end, an->tokens[word].span.end));
    plx_vec_push(out, l->arena, t);
}

/* "the lone suspect still on the loose". */
static void read_lone(const plx_links *l, uint32_t account, uint32_t token, tallies *out) {
    const plx_annotation *an = l->view[account].an;
    const plx_sentence *in = &an->sentences[an->tokens[token].sentence];
    bool lone =
        plx_token_is(&an->tokens[token], "lone") || plx_token_is(&an->tokens[token], "sole");
    uint32_t word = token;
    if (!lone || token + 2 >= in->end || !plx_noun_is_person(an->tokens[token + 1].lemma)) {
        return;
    }
    fate f = read_behind(an, token + 2, in->end, &word);
    if (f != FATE_NONE && !plx_account_is_dropped(an->account, an->tokens[token].span)) {
        tally t = {.account = account,
                   .fate = f,
                   .low = 1,
                   .high = 1,
                   .sentence = an->tokens[token].sentence,
                   .span = plx_span_of(an->tokens[token].span.begin, an->tokens[word].span.end)};
        plx_vec_push(out, l->arena, t);
    }
}

static bool one_kind(const tally *a, const tally *b) {
    return a->fate == b->fate && plx_str_eq(a->whom, b->whom);
}

/* Does the account tell of one number only of those? */
static bool tells_one(const tallies *list, const tally *of) {
    for (size_t i = 0; i < list->n; i++) {
        const tally *t = &list->p[i];
        if (t->account == of->account && one_kind(t, of) &&
            (t->low != of->low || t->high != of->high)) {
            return false;
        }
    }
    return true;
}

static void compare(const plx_links *l, const tally *a, const tally *b, plx_pool *pool) {
    double less = PLX_MIN(a->low, b->low), more = PLX_MAX(a->low, b->low);
    bool apart = a->low > b->high || b->low > a->high;
    if (a->low == b->low && (a->high == b->high || a->low <= 1)) {
        return; /* "at least one", "one" */
    }
    if (more > MOST_RATIO * PLX_MAX(less, 1)) {
        return;
    }
    plx_str text = l->s->accounts[a->account]->text;
    plx_finding f = {
        .about = PLX_ABOUT_HOW_MANY,
        .kind = apart && !a->approximate && !b->approximate ? PLX_CONFLICT : PLX_PRECISION,
        .at = {{a->account, a->span}, {b->account, b->span}},
        .value = {plx_str_format(l->arena, "%g..%g", a->low, a->high),
                  plx_str_format(l->arena, "%g..%g", b->low, b->high)},
        .subject = PLX_NONE,
        .weight = 2.1,
        .ranged = true,
        .low = {a->low, b->low},
        .high = {a->high, b->high},
        .topic = (uint32_t)a->fate * 2654435761u + (uint32_t)a->whom.n,
        .context = plx_str_at(text, l->view[a->account].an->sentences[a->sentence].span),
        .why = "how many it befell, in accounts that have one number each"};
    plx_pool__add(pool, &f);
}

void plx_difference__tallies(const plx_links *l, plx_pool *pool) {
    tallies list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        const plx_annotation *an = l->view[a].an;
        for (size_t i = 0; i < an->n_figures && list.n < MOST_TALLIES; i++) {
            const plx_figure *x = &an->figures[i];
            if ((x->kind == PLX_FIG_COUNT || x->kind == PLX_FIG_OTHER) &&
                !plx_account_is_dropped(an->account, x->span)) {
                read_tally(l, a, x, &list);
            }
        }
        for (uint32_t i = 0; i < an->n_tokens && list.n < MOST_TALLIES; i++) {
            read_lone(l, a, i, &list);
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const tally *a = &list.p[i], *b = &list.p[k];
            if (a->account != b->account && one_kind(a, b) && tells_one(&list, a) &&
                tells_one(&list, b)) {
                compare(l, a, b, pool);
            }
        }
    }
}
