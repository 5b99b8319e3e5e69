/* See ages.h. */
#include "find/ages.h"

#include "find/deps.h"

static const plx_token *tok(const plx_annotation *an, uint32_t i) { return &an->tokens[i]; }

static bool is_comma(const plx_annotation *an, uint32_t i) {
    return i < an->n_tokens && plx_str_eq(tok(an, i)->fold, PLX_S(","));
}

/* Behind the age comes nothing that could be whose it is: "Roe, 29," but not "Roe, 29 others". */
static bool age_ends(const plx_annotation *an, const plx_figure *x) {
    if (x->end >= an->n_tokens) return true;
    const plx_token *t = tok(an, x->end);
    return t->upos == PLX_UPOS_PUNCT || t->upos == PLX_UPOS_CCONJ || t->upos == PLX_UPOS_ADP ||
           t->upos == PLX_UPOS_VERB || t->upos == PLX_UPOS_AUX || t->upos == PLX_UPOS_PRON ||
           t->upos == PLX_UPOS_SCONJ || t->sentence != tok(an, x->begin)->sentence;
}

/* Where the name ends that the age stands behind: "Roe, 29", "Roe (29", "Roe, a 29-year-old",
 * "Roe, aka Needle, 29"; PLX_NONE = no such place. */
static uint32_t end_of_whose(const plx_annotation *an, const plx_figure *x) {
    uint32_t at = x->begin;
    if (at > 1 && (plx_token_is(tok(an, at - 1), "a") || plx_token_is(tok(an, at - 1), "an"))) at--;
    if (!at || !(is_comma(an, at - 1) || plx_str_eq(tok(an, at - 1)->fold, PLX_S("(")))) {
        return PLX_NONE;
    }
    at--;
    for (uint32_t i = at; i-- > 1 && at - i < 5;) { /* back over what else he is called */
        const plx_token *t = tok(an, i);
        if (plx_token_is(t, "aka") || plx_token_is(t, "a.k.a."))
            return is_comma(an, i - 1) ? i - 1 : i;
        if (t->upos == PLX_UPOS_VERB || is_comma(an, i)) break;
    }
    return at;
}

bool plx_find__read_age(const plx_annotation *an, size_t figure, uint32_t *name_end, bool *before) {
    const plx_figure *x = &an->figures[figure];
    *name_end = PLX_NONE;
    *before = false;
    bool bare = (x->kind == PLX_FIG_COUNT || x->kind == PLX_FIG_OTHER) && !x->unit.n;
    if (x->kind != PLX_FIG_AGE && !(bare && x->end - x->begin == 1)) return false;
    if (!(x->value > 0 && x->value < 120)) return false;
    if (x->unit.n && !plx_str_eq(x->unit, PLX_S("year"))) return false;
    bool old = x->end - x->begin > 1 ||
               plx_str_contains(plx_str_at(an->account->text, x->span), PLX_S("old"));
    if (!old && !age_ends(an, x)) return false;
    if (!old || age_ends(an, x)) *name_end = end_of_whose(an, x);
    *before = old;
    return true;
}

/* The first figure that ends at the token or later. */
static size_t figure_from(const plx_annotation *an, uint32_t begin) {
    size_t low = 0, high = an->n_figures;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (an->figures[mid].end < begin) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return low;
}

double plx_find__age_inside(const plx_annotation *an, uint32_t begin, uint32_t end) {
    for (size_t i = figure_from(an, begin); i < an->n_figures; i++) {
        const plx_figure *x = &an->figures[i];
        uint32_t name_end;
        bool old;
        if (x->begin >= end) break;
        if (x->begin < begin || x->end > end) continue;
        if (plx_find__read_age(an, i, &name_end, &old) && old) return x->value;
    }
    return 0;
}

double plx_find__age_at(const plx_annotation *an, uint32_t begin, uint32_t end) {
    for (size_t i = figure_from(an, begin); i < an->n_figures && an->figures[i].begin < end + 8;
         i++) {
        const plx_figure *x = &an->figures[i];
        uint32_t name_end;
        bool before;
        if (!plx_find__read_age(an, i, &name_end, &before)) continue;
        if (name_end == end || (before && x->end == begin)) return x->value;
    }
    return 0;
}
