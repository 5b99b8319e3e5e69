/* Whether an act is done, planned or denied: the same act with the same people or things, told as
 * happened by one account and as to come, or as not so, by another. */
#include "find/quote_cues.h"
#include "reconcile/difference_pool.h"

#define SOLID_LINK   2.5
#define LEAST_AIM    2.0 /* for an act attempted here and done there */
#define LEAST_SHARED 2u  /* content words or names that the clauses share beside the verb */

typedef enum status {
    STATUS_UNKNOWN,
    STATUS_DONE,
    STATUS_FUTURE,
    STATUS_AIM,
    STATUS_MAYBE,
    STATUS_OPEN
} status;

static bool is_word(const plx_token *t, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq(t->fold, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* "continued to test", "appeared to refer": the infinitive is no aim. */
static bool goes_on(const plx_link_view *v, uint32_t verb) {
    static const plx_str words[] = {
        PLX_S_INIT("appear"), PLX_S_INIT("begin"), PLX_S_INIT("come"), PLX_S_INIT("continue"),
        PLX_S_INIT("happen"), PLX_S_INIT("have"),  PLX_S_INIT("help"), PLX_S_INIT("manage"),
        PLX_S_INIT("seem"),   PLX_S_INIT("start")};
    uint32_t up = v->an->tokens[verb].head;
    bool able = up != PLX_NONE && v->an->tokens[up].upos == PLX_UPOS_ADJ; /* "able to name" */
    bool gerund = plx_str_ends(v->an->tokens[verb].fold, PLX_S("ing"));   /* "admitted to" */
    return able || gerund ||
           (up != PLX_NONE && up < verb &&
            plx_str_lookup(words, PLX_COUNT(words), v->an->tokens[up].lemma) != PLX_NONE);
}

/* How the verb is told, by its own auxiliaries; *from: the first of them. */
static status status_of(const plx_link_view *v, uint32_t verb, uint32_t *from) {
    static const char *const future[] = {"will", "'ll", "’ll", "shall"};
    static const char *const maybe[] = {"may", "might", "could", "would", "can"};
    static const char *const before[] = {"before", "until", "till"};
    static const char *const had[] = {"have"};
    static const char *const now[] = {"'s", "’s", "am", "are", "being", "is"};
    static const char *const open[] = {"if", "whether", "unless"};
    const plx_token *t = &v->an->tokens[verb];
    status s = (t->feats & PLX_FEAT_PAST) && (t->feats & (PLX_FEAT_FIN | PLX_FEAT_PART))
                   ? STATUS_DONE
                   : STATUS_UNKNOWN;
    *from = verb;
    bool to = false, have = false;
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE && c < verb; c = v->deps.next[c]) {
        const plx_token *x = &v->an->tokens[c];
        bool aux = plx_deps__base((plx_deprel)x->deprel) == PLX_DEP_aux;
        have |= aux && is_word(x, had, PLX_COUNT(had));
        if (aux) {
            *from = PLX_MIN(*from, c);
            s = x->deprel == PLX_DEP_aux_pass && is_word(x, now, PLX_COUNT(now)) ? STATUS_UNKNOWN
                : is_word(x, future, PLX_COUNT(future))                          ? STATUS_FUTURE
                : is_word(x, maybe, PLX_COUNT(maybe))                            ? STATUS_MAYBE
                                                                                 : s;
        }
        if (x->deprel == PLX_DEP_mark && plx_str_eq(x->fold, PLX_S("to"))) {
            to = true;
            *from = PLX_MIN(*from, c);
        }
        if (x->deprel == PLX_DEP_mark && is_word(x, before, PLX_COUNT(before))) {
            return STATUS_UNKNOWN; /* "before he met them" */
        }
        if (x->deprel == PLX_DEP_mark && is_word(x, open, PLX_COUNT(open))) {
            *from = PLX_MIN(*from, c);
            return STATUS_OPEN;
        }
    }
    bool of_noun =
        plx_deps__base((plx_deprel)t->deprel) == PLX_DEP_acl; /* "the decision to sell" */
    if (to && have) {
        return STATUS_DONE; /* "believed to have sold" */
    }
    return to ? goes_on(v, verb) || of_noun ? STATUS_UNKNOWN : STATUS_AIM : s;
}

static bool excludes(status a, status b) {
    return (a == STATUS_DONE && (b == STATUS_FUTURE || b == STATUS_AIM)) ||
           (b == STATUS_DONE && (a == STATUS_FUTURE || a == STATUS_AIM));
}

/* Verbs that are aims themselves: "attempted to", "began to". */
static bool only_aims(plx_str lemma) {
    static const plx_str words[] = {PLX_S_INIT("attempt"), PLX_S_INIT("hope"), PLX_S_INIT("plan"),
                                    PLX_S_INIT("seek"),    PLX_S_INIT("try"),  PLX_S_INIT("want")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static plx_str name_of(const plx_link_view *v, uint32_t verb, status s, bool no) {
    bool denied = no && !plx_deps__is_negated(&v->deps, verb);
    return denied               ? PLX_S("denied")
           : no                 ? PLX_S("no")
           : s == STATUS_DONE   ? PLX_S("done")
           : s == STATUS_OPEN   ? PLX_S("open")
           : s == STATUS_FUTURE ? PLX_S("to come")
                                : PLX_S("meant");
}

static size_t count_shared(const plx_link *k) {
    size_t n = 0;
    const plx_claim_unit *a = k->a;
    for (size_t i = 0; i < a->claim.n; i++) {
        const plx_claim_term *t = &a->claim.p[i];
        for (size_t m = 0; t->token != a->head && m < k->b->claim.n; m++) {
            const plx_claim_term *u = &k->b->claim.p[m];
            if (u->token != k->b->head && t->kind == u->kind &&
                plx_claim__term_similarity(t, u) >= 0.99) {
                n++;
                break;
            }
        }
    }
    return n;
}

static plx_span stretch(const plx_link_view *v, uint32_t from, uint32_t verb) {
    return plx_span_of(v->an->tokens[from].span.begin, v->an->tokens[verb].span.end);
}

/* Not negated, nor under a verb that negates ("denied speaking"). */
static bool is_told(const plx_link_view *v, uint32_t verb) {
    static const plx_str never[] = {PLX_S_INIT("avoid"),  PLX_S_INIT("decline"),
                                    PLX_S_INIT("deny"),   PLX_S_INIT("fail"),
                                    PLX_S_INIT("refuse"), PLX_S_INIT("reject")};
    uint32_t up = v->an->tokens[verb].head;
    bool below = up != PLX_NONE && up < verb &&
                 plx_str_lookup(never, PLX_COUNT(never), v->an->tokens[up].lemma) != PLX_NONE;
    static const plx_str seems[] = {PLX_S_INIT("appear"), PLX_S_INIT("believe"),
                                    PLX_S_INIT("expect"), PLX_S_INIT("seem"), PLX_S_INIT("think")};
    bool raised = up != PLX_NONE && plx_deps__is_negated(&v->deps, up) &&
                  plx_str_lookup(seems, PLX_COUNT(seems), v->an->tokens[up].lemma) != PLX_NONE;
    return !plx_deps__is_negated(&v->deps, verb) && !below && !raised;
}

/* Is it done to others than those told of before, or done by nobody ("no plan works")? */
static bool is_of_others(const plx_link_view *v, uint32_t verb) {
    for (uint32_t c = v->deps.first[verb]; c != PLX_NONE; c = v->deps.next[c]) {
        unsigned slot = plx_link__slot(v, c, verb);
        if (!(slot & (PLX_SLOT_OBJECT | PLX_SLOT_SUBJECT))) {
            continue;
        }
        for (uint32_t k = v->deps.first[c]; k != PLX_NONE; k = v->deps.next[k]) {
            if (plx_token_is(&v->an->tokens[k], "other") || plx_token_is(&v->an->tokens[k], "no")) {
                return true;
            }
        }
        if (plx_token_is(&v->an->tokens[c], "others")) {
            return true;
        }
    }
    return false;
}

/* "we", "I", of whom it is not known who they are. */
static bool is_of_us(const plx_link_view *v, uint32_t subject) {
    return subject != PLX_NONE && v->entity[subject] == PLX_NONE &&
           (plx_token_is(&v->an->tokens[subject], "we") ||
            plx_token_is(&v->an->tokens[subject], "i"));
}

/* "have yet to find": they have not. */
static bool is_yet_to_come(const plx_link_view *v, uint32_t verb) {
    return verb >= 2 && plx_token_is(&v->an->tokens[verb - 1], "to") &&
           plx_token_is(&v->an->tokens[verb - 2], "yet");
}

/* "attempted to apply": the verb stands under one of aiming; *from is set to that one. */
static bool is_aimed(const plx_link_view *v, uint32_t verb, uint32_t *from) {
    uint32_t up = v->an->tokens[verb].head;
    if (v->an->tokens[verb].deprel != PLX_DEP_xcomp || up == PLX_NONE || up > verb ||
        !only_aims(v->an->tokens[up].lemma)) {
        return false;
    }
    *from = up;
    return true;
}

static void compare(const plx_links *l, const plx_link *k, uint32_t x, uint32_t y, size_t shared,
                    plx_pool *pool) {
    const plx_link_view *a = &l->view[k->a->account], *b = &l->view[k->b->account];
    uint32_t from_x, from_y;
    status s = status_of(a, x, &from_x), t = status_of(b, y, &from_y);
    bool aim_x = is_aimed(a, x, &from_x), aim_y = is_aimed(b, y, &from_y);
    s = aim_x ? STATUS_AIM : s;
    t = aim_y ? STATUS_AIM : t;
    if (k->log_odds < SOLID_LINK && aim_x == aim_y) {
        return;
    }
    if (is_of_others(a, x) != is_of_others(b, y)) {
        return; /* "killed two", "tried to kill two others" */
    }
    bool no_x = !is_told(a, x) || is_yet_to_come(a, x);
    bool no_y = !is_told(b, y) || is_yet_to_come(b, y), through;
    uint32_t subject = plx_deps__subject(&a->deps, x, &through);
    uint32_t other = plx_deps__subject(&b->deps, y, &through);
    if (is_of_us(a, subject) != is_of_us(b, other)) {
        return; /* "we do not rule by decree", of him whom it is said to */
    }
    uint32_t who = subject == PLX_NONE ? PLX_NONE : a->entity[subject];
    uint32_t whom = other == PLX_NONE ? PLX_NONE : b->entity[other];
    if (plx_link__other_doers(l, k->a->account, x, k->b->account, y)) {
        return;
    }
    bool bare = (s == STATUS_AIM && subject == PLX_NONE && from_x + 1 >= x) ||
                (t == STATUS_AIM && other == PLX_NONE && from_y + 1 >= y);
    if (bare) {
        return; /* "to meet" of nobody knows whom */
    }
    bool turned = plx_deps__is_passive(&a->deps, x) != plx_deps__is_passive(&b->deps, y);
    if (turned && (s == STATUS_AIM || t == STATUS_AIM)) {
        return; /* "was shot", "tried to shoot" */
    }
    bool meant = (s == STATUS_AIM && !aim_x) || (t == STATUS_AIM && !aim_y);
    if (meant && (who == PLX_NONE || who != whom)) {
        return; /* "asked somebody to call": nobody knows who called */
    }
    bool open = s == STATUS_OPEN || t == STATUS_OPEN;
    if (no_x == no_y && (no_x || open || !excludes(s, t))) {
        return;
    }
    bool soft =
        open || s == STATUS_AIM || t == STATUS_AIM || s == STATUS_MAYBE || t == STATUS_MAYBE;
    if (shared < (soft ? 1u : LEAST_SHARED)) {
        return;
    }
    plx_finding f = {
        .about = PLX_ABOUT_WHETHER,
        .kind = soft ? PLX_PRECISION : PLX_CONFLICT,
        .at = {{k->a->account, stretch(a, from_x, x)}, {k->b->account, stretch(b, from_y, y)}},
        .value = {name_of(a, x, s, no_x), name_of(b, y, t, no_y)},
        .weight = (soft ? 1.0 : 2.0) + 0.05 * k->log_odds,
        .topic = a->key[x] ^ (who == PLX_NONE ? whom : who) * 2654435761u,
        .why = "one act, told as done, as to come or as not so"};
    plx_finding__of_link(&f, l, k);
    plx_pool__add(pool, &f);
}

static bool is_act(const plx_token *t) {
    const plx_cue_word *cue = plx_cue__verb(t->lemma);
    bool speech = cue && cue->kind == PLX_CUE_SPEECH && (cue->takes & PLX_TAKES_THAT);
    static const plx_str light[] = {
        /* and what is done by saying so */
        PLX_S_INIT("apologize"), PLX_S_INIT("be"),    PLX_S_INIT("congratulate"),
        PLX_S_INIT("do"),        PLX_S_INIT("get"),   PLX_S_INIT("go"),
        PLX_S_INIT("have"),      PLX_S_INIT("make"),  PLX_S_INIT("praise"),
        PLX_S_INIT("take"),      PLX_S_INIT("thank"), PLX_S_INIT("thanks"),
        PLX_S_INIT("welcome")};
    return t->upos == PLX_UPOS_VERB && !speech && !only_aims(t->lemma) &&
           plx_str_lookup(light, PLX_COUNT(light), t->lemma) == PLX_NONE;
}

void plx_difference__whether(const plx_links *l, plx_pool *pool) {
    for (size_t i = 0; i < l->n; i++) {
        const plx_link *k = &l->p[i];
        if (k->log_odds < LEAST_AIM || k->short_of > PLX_LINK_BEST || k->a->with_clauses ||
            k->b->with_clauses) {
            continue;
        }
        size_t shared = count_shared(k);
        const plx_link_view *a = &l->view[k->a->account], *b = &l->view[k->b->account];
        for (uint32_t x = k->a->begin; x < k->a->end; x++) {
            for (uint32_t y = k->b->begin; is_act(&a->an->tokens[x]) && y < k->b->end; y++) {
                bool head = x == k->a->head || y == k->b->head;
                if (head && is_act(&b->an->tokens[y]) &&
                    plx_link__same(l, k->a->account, x, k->b->account, y)) {
                    compare(l, k, x, y, shared, pool);
                }
            }
        }
    }
}
