/* What a number counts: the noun phrase behind it. See figures.h. */
#include "find/figures.h"

/* Words that end a noun phrase, beyond the function words of the table. Sorted. */
static const char *const enders[] = {
    "after",     "against", "along",      "although", "among",   "amid",       "because", "beyond",
    "but",       "can",     "could",      "did",      "do",      "does",       "had",     "has",
    "have",      "he",      "here",       "him",      "how",     "however",    "i",       "if",
    "including", "inside",  "into",       "it",       "like",    "may",        "might",   "must",
    "nor",       "off",     "onto",       "out",      "outside", "per",        "said",    "say",
    "says",      "she",     "should",     "such",     "them",    "themselves", "there",   "they",
    "though",    "through", "throughout", "too",      "toward",  "towards",    "upon",    "us",
    "via",       "we",      "what",       "when",     "where",   "whether",    "which",   "while",
    "who",       "whom",    "whose",      "why",      "with",    "within",     "without", "you"};

static const struct {
    const char *plural, *singular;
} irregular[] = {{"people", "person"},       {"persons", "person"}, {"men", "man"},
                 {"women", "woman"},         {"children", "child"}, {"feet", "foot"},
                 {"lives", "life"},          {"wives", "wife"},     {"fishermen", "fisherman"},
                 {"policemen", "policeman"}, {"teeth", "tooth"},    {"mice", "mouse"},
                 {"geese", "goose"},         {"crises", "crisis"},  {"knives", "knife"},
                 {"gunmen", "gunman"},       {"halves", "half"},    {"series", "series"},
                 {"species", "species"},     {"troops", "troop"},   {"goods", "goods"}};

plx_str plx_figure__singular(plx_str noun, plx_arena *arena) {
    plx_str w = plx_str_lower_ascii(arena, noun);
    for (size_t i = 0; i < PLX_COUNT(irregular); i++) {
        if (plx_str_eq(w, plx_str_of(irregular[i].plural))) {
            return plx_str_of(irregular[i].singular);
        }
    }
    if (w.n > 4 && plx_str_ends(w, PLX_S("ies"))) {
        return plx_str_format(arena, "%.*sy", (int)(w.n - 3), w.p);
    }
    if (w.n > 4 && (plx_str_ends(w, PLX_S("sses")) || plx_str_ends(w, PLX_S("shes")) ||
                    plx_str_ends(w, PLX_S("ches")) || plx_str_ends(w, PLX_S("xes")))) {
        return plx_str_slice(w, 0, w.n - 2);
    }
    bool s = w.n > 2 && plx_str_ends(w, PLX_S("s"));
    if (s && !plx_str_ends(w, PLX_S("ss")) && !plx_str_ends(w, PLX_S("us")) &&
        !plx_str_ends(w, PLX_S("is"))) {
        return plx_str_slice(w, 0, w.n - 1);
    }
    return w;
}

static plx_str form_of(const plx_figure_parse *p, size_t i) {
    return plx_str_slice(p->account->text, p->a->p[i].begin, p->a->p[i].end);
}

static bool ends_phrase(const plx_figure_parse *p, size_t i) {
    const plx_atoms *a = p->a;
    if (i >= a->n || plx_atom_has(a, i, PLX_ATOM_BREAK)) return true;
    if (a->p[i].kind == PLX_ATOM_NUMBER) return true;
    if (a->p[i].kind == PLX_ATOM_MARK) return true;
    if (a->p[i].cls == PLX_W_FUNC) {
        int f = a->p[i].value;
        return !(f == PLX_F_MORE || f == PLX_F_ADDITIONAL || f == PLX_F_FULL || f == PLX_F_TOP ||
                 f == PLX_F_FINAL || f == PLX_F_RECENT || f == PLX_F_PREVIOUS ||
                 f == PLX_F_CURRENT || f == PLX_F_LOCAL || f == PLX_F_BUSINESS || f == PLX_F_OLD ||
                 f == PLX_F_CONSECUTIVE || f == PLX_F_STRAIGHT || f == PLX_F_LONG ||
                 f == PLX_F_GOOD || f == PLX_F_SINGLE || f == PLX_F_FURTHER || f == PLX_F_TIMES ||
                 f == PLX_F_POINTS || f == PLX_F_WORKING);
    }
    plx_str w = form_of(p, i);
    for (size_t k = 0; k < PLX_COUNT(enders); k++) {
        if (plx_str_eq_nocase(w, plx_str_of(enders[k]))) return true;
    }
    return false;
}

static bool looks_plural(plx_str w) {
    for (size_t i = 0; i < PLX_COUNT(irregular); i++) {
        if (plx_str_eq_nocase(w, plx_str_of(irregular[i].plural))) return true;
    }
    return w.n > 3 && plx_str_ends(w, PLX_S("s")) && !plx_str_ends(w, PLX_S("ss")) &&
           !plx_str_ends(w, PLX_S("us")) && !plx_str_ends(w, PLX_S("is"));
}

/* The token at an atom, when it has a tag. */
static const plx_token *tagged(const plx_figure_parse *p, size_t i) {
    if (i >= p->a->n) return NULL;
    uint32_t t = plx_token_at(p->an, p->a->p[i].begin);
    if (t >= p->an->n_tokens) return NULL;
    const plx_token *token = &p->an->tokens[t];
    return token->upos == PLX_UPOS_X || token->span.begin > p->a->p[i].begin ? NULL : token;
}

/* Is the atom part of a time that is no duration ("2.1 last year")? */
static bool in_date(const plx_figure_parse *p, size_t i) {
    const plx_annotation *an = p->an;
    uint32_t byte = p->a->p[i].begin;
    size_t lo = 0, hi = an->n_times;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (an->times[mid].span.end <= byte) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return lo < an->n_times && an->times[lo].span.begin <= byte &&
           an->times[lo].type != PLX_DURATION && an->times[lo].type != PLX_SET;
}

/* "Kia and Hyundai vehicles": a conjunction between the modifiers of one noun. */
static bool joins_modifiers(const plx_figure_parse *p, size_t i) {
    const plx_token *before = tagged(p, i - 1), *next = tagged(p, i + 1), *noun = tagged(p, i + 2);
    if (!plx_atom_is(p->a, i, PLX_F_AND) || !before || !next || !noun) return false;
    bool modifiers = (before->upos == PLX_UPOS_PROPN || before->upos == PLX_UPOS_ADJ) &&
                     next->upos == before->upos && !(before->feats & PLX_FEAT_PLUR);
    return modifiers && noun->upos == PLX_UPOS_NOUN;
}

/* Index behind the head noun of the phrase at i by tags; 0 when there is no noun. */
static size_t head_by_tags(const plx_figure_parse *p, size_t i) {
    const plx_atoms *a = p->a;
    size_t head = 0;
    for (size_t at = i; at < i + 12 && at < a->n; at++) {
        if (at > i && plx_atom_has(a, at, PLX_ATOM_BREAK)) break;
        if (in_date(p, at)) break;
        const plx_token *t = tagged(p, at);
        if (!t) break;
        if (head && joins_modifiers(p, at)) continue;
        if (a->p[at].kind == PLX_ATOM_MARK && at > i && t->span.begin < a->p[at].begin) {
            continue; /* the full stops of "U.S." */
        }
        if (a->p[at].kind == PLX_ATOM_MARK) {
            bool inner =
                (a->p[at].mark == '-' && plx_atom_tight(a, at)) ||
                (a->p[at].mark == '\'' && plx_atom_tight(a, at)) ||
                (a->p[at].mark == '.' && plx_atom_tight(a, at) && plx_atom_tight(a, at + 1)) ||
                a->p[at].mark == '&';
            if (!inner) break;
            continue;
        }
        if (t->upos == PLX_UPOS_NOUN || t->upos == PLX_UPOS_PROPN) {
            head = at + 1;
            /* Behind a plural common noun another one hardly ever follows. */
            bool more = at + 1 < a->n && tagged(p, at + 1) &&
                        (tagged(p, at + 1)->upos == PLX_UPOS_NOUN ||
                         (a->p[at + 1].kind == PLX_ATOM_MARK && a->p[at + 1].mark == '\''));
            if (t->upos == PLX_UPOS_NOUN && (t->feats & PLX_FEAT_PLUR) && !more) break;
            continue;
        }
        if (at > i && joins_modifiers(p, at)) continue;
        const plx_token *behind = at + 1 < a->n ? tagged(p, at + 1) : NULL;
        if (t->upos == PLX_UPOS_NUM && head && behind && behind->upos == PLX_UPOS_NOUN) continue;
        bool modifier = t->upos == PLX_UPOS_ADJ || t->upos == PLX_UPOS_PART ||
                        (t->upos == PLX_UPOS_NUM && head == 0 && at > i) ||
                        (t->upos == PLX_UPOS_ADV && head == 0) ||
                        (t->upos == PLX_UPOS_VERB && head == 0 && (t->feats & PLX_FEAT_PART)) ||
                        (t->upos == PLX_UPOS_VERB && t->deprel == PLX_DEP_amod);
        if (!modifier || (head && t->upos == PLX_UPOS_PART && a->p[at].end - a->p[at].begin > 1))
            break;
        if (head && t->upos == PLX_UPOS_ADJ) {
            const plx_token *next = tagged(p, at + 1);
            if (!next || (next->upos != PLX_UPOS_NOUN && next->upos != PLX_UPOS_PROPN)) break;
        }
    }
    return head;
}

/* The same without tags: the first plural of a run of words, else its first noun-like word. */
static size_t head_by_form(const plx_figure_parse *p, size_t i, bool plural) {
    const plx_atoms *a = p->a;
    size_t at = i, last_plural = 0;
    while (at < i + 7) {
        bool hyphen =
            plx_atom_mark(a, at, '-') && plx_atom_tight(a, at) && plx_atom_tight(a, at + 1);
        if (hyphen) {
            at++;
            continue;
        }
        if (ends_phrase(p, at)) break;
        if (looks_plural(form_of(p, at))) {
            last_plural = at + 1;
            if (plural) break;
        }
        at++;
    }
    if (plural && last_plural) return last_plural;
    if (at == i) return 0;
    if (plural) return 0;
    return PLX_MIN(at, i + 2);
}

static size_t skip_determiner(const plx_atoms *a, size_t i) {
    if (plx_atom_is(a, i, PLX_F_ALL)) i++;
    if (plx_atom_is(a, i, PLX_F_THE) || plx_atom_is(a, i, PLX_F_THESE) ||
        plx_atom_is(a, i, PLX_F_THOSE) || plx_atom_is(a, i, PLX_F_HIS) ||
        plx_atom_is(a, i, PLX_F_HER) || plx_atom_is(a, i, PLX_F_ITS) ||
        plx_atom_is(a, i, PLX_F_THEIR) || plx_atom_is(a, i, PLX_F_OUR) ||
        plx_atom_is(a, i, PLX_F_MY) || plx_atom_is(a, i, PLX_F_YOUR) ||
        plx_atom_is(a, i, PLX_F_A) || plx_atom_is(a, i, PLX_F_AN)) {
        i++;
    }
    return i;
}

size_t plx_figure__counted(const plx_figure_parse *p, size_t i, bool plural, plx_arena *arena,
                           plx_span *of, plx_str *unit) {
    const plx_atoms *a = p->a;
    size_t at = plx_atom_skip_hyphen(a, i);
    if (plx_atom_is(a, at, PLX_F_OF) || plx_atom_is(a, at, PLX_F_THE)) {
        at = skip_determiner(a, at + plx_atom_is(a, at, PLX_F_OF));
        plural = true;
        if (plx_atom_number(a, at) || plx_atom_cls(a, at, PLX_W_CARD)) { /* "six of the 11" */
            plx_number n;
            size_t next = plx_find__number(a, at, &n);
            if (next) at = next;
        }
        if (plx_atom_text_is(p->account, a, at, "them")) {
            *of = plx_span_of(a->p[at].begin, a->p[at].end);
            *unit = (plx_str){0};
            return at + 1;
        }
    }
    if (at >= a->n || (at > i && plx_atom_has(a, at, PLX_ATOM_BREAK))) return 0;
    size_t end = tagged(p, at) ? head_by_tags(p, at) : 0;
    if (end <= at) end = head_by_form(p, at, plural);
    if (end <= at) return 0;
    *of = plx_span_of(a->p[at].begin, a->p[end - 1].end);
    *unit = plx_figure__singular(form_of(p, end - 1), arena);
    return end;
}
