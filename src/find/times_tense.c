/* The tense around a time. See times_value.h.
 *
 * News dates what happened: of bare weekdays nineteen in twenty lie behind. So the future needs
 * evidence in the clause itself: a modal, "scheduled to", "as early as", a plain present. The
 * clause is what stands between the time and the next comma, colon or conjunction; a tree is not
 * asked, since the nearest verb decides in nearly all cases and does not hang on attachments. */
#include "find/times_value.h"

/* Past forms that do not end in -ed. Sorted. */
static const char *const irregular[] = {
    "ate",   "became", "began", "bought", "broke", "brought", "built",   "came",  "caught",
    "chose", "did",    "drew",  "drove",  "fell",  "flew",    "fought",  "found", "gave",
    "got",   "grew",   "had",   "heard",  "held",  "kept",    "knew",    "laid",  "led",
    "left",  "lost",   "made",  "meant",  "met",   "paid",    "ran",     "rose",  "said",
    "sang",  "sat",    "saw",   "sent",   "shook", "shot",    "slid",    "sold",  "spent",
    "spoke", "stole",  "stood", "struck", "swore", "taught",  "thought", "threw", "told",
    "took",  "was",    "went",  "were",   "won",   "wore",    "wrote"};

/* With "to", "for" or a time behind it: what has yet to come. Sorted. */
static const char *const planned[] = {"due",     "expected",    "expects", "intends",   "plan",
                                      "planned", "planning",    "plans",   "scheduled", "set",
                                      "slated",  "tentatively", "hopes",   "wants"};

static const char *const modals[] = {"will",  "would", "shall", "may",   "might",
                                     "could", "can",   "ll",    "should"};

/* Words that end the clause to the left and to the right. */
static const char *const clause_words[] = {"that",    "who",   "which",    "when",   "while",
                                           "because", "after", "although", "but",    "whom",
                                           "where",   "if",    "since",    "though", "before"};

static bool listed(const char *const *list, size_t n, plx_str word) {
    if (word.n == 0) return false;
    for (size_t i = 0; i < n; i++) {
        if ((word.p[0] | 0x20) == list[i][0] && plx_str_eq_nocase(plx_str_of(list[i]), word)) {
            return true;
        }
    }
    return false;
}

typedef struct sight {
    const plx_annotation *an;
    const plx_atoms *a;
    size_t begin, end; /* the time */
} sight;

static plx_str word_at(const sight *s, size_t i) {
    return plx_str_slice(s->an->account->text, s->a->p[i].begin, s->a->p[i].end);
}

static bool is_modal(const sight *s, size_t i) {
    if (!plx_atom_word(s->a, i)) return false;
    plx_str w = word_at(s, i);
    if (plx_str_eq_nocase(w, PLX_S("won"))) return plx_atom_mark(s->a, i + 1, '\'');
    if (plx_str_eq_nocase(w, PLX_S("wo"))) return true;
    if (plx_str_eq(w, PLX_S("May"))) return false;
    return listed(modals, PLX_COUNT(modals), w);
}

static const plx_token *token_at(const sight *s, size_t i) {
    uint32_t t = plx_token_at(s->an, s->a->p[i].begin);
    if (t >= s->an->n_tokens || s->an->tokens[t].upos == PLX_UPOS_X) return NULL;
    return &s->an->tokens[t];
}

static bool is_past_form(const sight *s, size_t i) {
    if (!plx_atom_word(s->a, i)) return false;
    plx_str w = word_at(s, i);
    if (listed(irregular, PLX_COUNT(irregular), w)) return true;
    const plx_token *t = token_at(s, i);
    bool ed = w.n > 4 && plx_str_ends(w, PLX_S("ed")) && !plx_atom_has(s->a, i, PLX_ATOM_CAP);
    if (!t) return ed;
    bool verb = t->upos == PLX_UPOS_VERB || t->upos == PLX_UPOS_AUX;
    return ed ? verb || t->upos == PLX_UPOS_ADJ
              : verb && (t->feats & PLX_FEAT_PAST) && (t->feats & PLX_FEAT_FIN);
}

/* "is set to", "expected to", "scheduled for": yet to come, unless "was" or "had been" says that
 * even the plan is over. */
static bool is_planned(const sight *s, size_t i) {
    if (!plx_atom_word(s->a, i) || !listed(planned, PLX_COUNT(planned), word_at(s, i)))
        return false;
    bool leads = plx_atom_is(s->a, i + 1, PLX_F_TO) || plx_atom_is(s->a, i + 1, PLX_F_FOR) ||
                 i + 1 == s->begin || (i + 2 == s->begin && plx_atom_cls(s->a, i + 1, PLX_W_FUNC));
    if (!leads && !plx_str_starts(word_at(s, i), PLX_S("plan"))) return false;
    if (plx_str_eq_nocase(word_at(s, i), PLX_S("planning"))) return true; /* "were planning to" */
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        if (!plx_atom_word(s->a, i - back)) break;
        plx_str w = word_at(s, i - back);
        if (plx_str_eq_nocase(w, PLX_S("had")) || plx_str_eq_nocase(w, PLX_S("was")) ||
            plx_str_eq_nocase(w, PLX_S("were"))) {
            return false;
        }
    }
    return true;
}

static bool ends_clause(const sight *s, size_t i) {
    const plx_atom *x = &s->a->p[i];
    if (x->kind == PLX_ATOM_MARK) {
        return x->mark == ',' || x->mark == ';' || x->mark == ':' || x->mark == 0x2014 ||
               x->mark == '(' || x->mark == ')' || x->mark == '"' || x->mark == 0x201C ||
               x->mark == 0x201D || x->mark == '!' || x->mark == '?';
    }
    return x->kind == PLX_ATOM_WORD &&
           (plx_atom_is(s->a, i, PLX_F_THAT) ||
            listed(clause_words, PLX_COUNT(clause_words), word_at(s, i)));
}

#define REACH 16

static plx_tense to_the_left(const sight *s) {
    for (size_t k = 1; k <= REACH && k <= s->begin; k++) {
        size_t i = s->begin - k;
        if (k > 1 && ends_clause(s, i)) break;
        if (is_modal(s, i) || is_planned(s, i)) return PLX_TENSE_FUTURE;
        if (plx_atom_text_is(s->an->account, s->a, i, "going") &&
            plx_atom_is(s->a, i + 1, PLX_F_TO)) {
            return PLX_TENSE_FUTURE;
        }
        if ((plx_atom_is(s->a, i, PLX_F_IS) || plx_atom_is(s->a, i, PLX_F_ARE)) &&
            plx_atom_is(s->a, i + 1, PLX_F_TO)) {
            return PLX_TENSE_FUTURE; /* "is to resume on Tuesday" */
        }
        if (is_past_form(s, i)) {
            /* "will be announced Monday": the modal before the participle rules. */
            for (size_t back = 1; back <= 3 && back <= i; back++) {
                if (is_modal(s, i - back)) return PLX_TENSE_FUTURE;
                if (!plx_atom_is(s->a, i - back, PLX_F_BE) && !plx_atom_word(s->a, i - back)) break;
            }
            return PLX_TENSE_PAST;
        }
        const plx_token *t = k <= 3 ? token_at(s, i) : NULL;
        if (t && t->upos == PLX_UPOS_VERB && (t->feats & PLX_FEAT_PRES) &&
            (t->feats & PLX_FEAT_FIN) && plx_atom_is(s->a, s->begin - 1, PLX_F_ON)) {
            return PLX_TENSE_FUTURE; /* "meets on Friday" */
        }
        if (plx_atom_is(s->a, i, PLX_F_IS) || plx_atom_is(s->a, i, PLX_F_ARE)) {
            return PLX_TENSE_PRESENT;
        }
    }
    return PLX_TENSE_UNKNOWN;
}

static plx_tense to_the_right(const sight *s) {
    size_t from = s->end + plx_atom_mark(s->a, s->end, ',');
    for (size_t i = from; i < s->a->n && i < from + REACH; i++) {
        if (ends_clause(s, i)) break;
        if (is_modal(s, i)) return PLX_TENSE_FUTURE;
        if (is_past_form(s, i)) return PLX_TENSE_PAST;
        if (plx_atom_is(s->a, i, PLX_F_IS) || plx_atom_is(s->a, i, PLX_F_ARE)) {
            return PLX_TENSE_PRESENT;
        }
    }
    return PLX_TENSE_UNKNOWN;
}

/* "postponed the vote until Tuesday", "extended its deadline to Friday": told before it came. */
static bool put_off_until(const sight *s) {
    static const char *const words[] = {"postponed", "delayed",  "extended", "deferred",
                                        "adjourned", "recessed", "until"};
    if (s->begin < 2) return false;
    bool until = plx_atom_is(s->a, s->begin - 1, PLX_F_UNTIL);
    if (!until && !plx_atom_is(s->a, s->begin - 1, PLX_F_TO)) return false;
    for (size_t k = 2; k <= 6 && k <= s->begin; k++) {
        size_t i = s->begin - k;
        if (ends_clause(s, i)) return false;
        if (plx_atom_word(s->a, i) && listed(words, PLX_COUNT(words), word_at(s, i))) return true;
    }
    return false;
}

plx_tense plx_time__tense(const plx_annotation *an, const plx_atoms *a, size_t begin, size_t end) {
    const sight s = {an, a, begin, end};
    if (begin >= 2 && plx_atom_is(a, begin - 1, PLX_F_OF) &&
        plx_atom_is(a, begin - 2, PLX_F_AHEAD)) {
        return PLX_TENSE_FUTURE;
    }
    if (begin >= 3 && plx_atom_is(a, begin - 1, PLX_F_AS) && plx_atom_is(a, begin - 3, PLX_F_AS) &&
        (plx_atom_is(a, begin - 2, PLX_F_EARLY) || plx_atom_is(a, begin - 2, PLX_F_SOON))) {
        return PLX_TENSE_FUTURE; /* "as early as Tuesday" */
    }
    bool by = begin >= 1 &&
              (plx_atom_is(a, begin - 1, PLX_F_BY) || plx_atom_is(a, begin - 1, PLX_F_UNTIL) ||
               plx_atom_text_is(an->account, a, begin - 1, "through"));
    if (by && plx_atom_cls(a, begin, PLX_W_MONTH)) return PLX_TENSE_FUTURE;
    if (put_off_until(&s)) return PLX_TENSE_FUTURE;
    if (begin >= 1 && plx_atom_is(a, begin - 1, PLX_F_SINCE)) return PLX_TENSE_PAST;
    /* "Wednesday's ruling" has been given. */
    if (plx_atom_mark(a, end, '\'') && plx_atom_is(a, end + 1, PLX_F_S)) return PLX_TENSE_PAST;
    plx_tense tense = to_the_left(&s);
    if (tense == PLX_TENSE_UNKNOWN || tense == PLX_TENSE_PRESENT) {
        plx_tense right = to_the_right(&s);
        if (right == PLX_TENSE_PAST || (right == PLX_TENSE_FUTURE && tense == PLX_TENSE_UNKNOWN)) {
            tense = right;
        }
    }
    return tense;
}
