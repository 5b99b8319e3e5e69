/* Names that a pattern of words shows whatever the tagger says; see name_bounds.h. */
#include "find/name_bounds.h"

#include "match/things.h"

/* Irina "Needle" Orlin, Irina "Lil Needle" Orlin, Irina (Ira) Orlin, Chief "IJ" Orlin. */
static void take_nicknamed(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t open = 1; open + 3 < an->n_tokens; open++) {
        bool round = plx_str_eq(plx_repair__tok(r, open)->form, PLX_S("("));
        if (!round && !plx_name__is_quote(plx_repair__tok(r, open))) continue;
        uint32_t first = an->sentences[plx_repair__tok(r, open)->sentence].begin;
        uint32_t stop = an->sentences[plx_repair__tok(r, open)->sentence].end, close = open + 2;
        while (close < stop && close < open + (round ? 2 : 4) &&
               !plx_name__is_quote(plx_repair__tok(r, close))) {
            close++;
        }
        if (open == first || close + 1 >= stop || r->in[open - 1]) continue;
        const plx_token *before = plx_repair__tok(r, open - 1),
                        *nick = plx_repair__tok(r, open + 1);
        const plx_token *last = plx_repair__tok(r, close + 1);
        bool marks = round ? plx_str_eq(plx_repair__tok(r, close)->form, PLX_S(")"))
                           : plx_name__is_quote(plx_repair__tok(r, close));
        if (!marks || nick->space_before || plx_repair__tok(r, close)->space_before ||
            !last->space_before || !plx_name__capital(nick) || !plx_name__capital(last) ||
            (last->upos != PLX_UPOS_PROPN && !plx_name__is_given(before)) ||
            plx_name__is_title_word(last, NULL) || plx_name__one_of(last, plx_name__org_heads) ||
            plx_name__one_of(last, plx_name__place_heads)) {
            continue;
        }
        bool titled = plx_name__is_title_word(before, NULL);
        bool named = !titled && before->upos == PLX_UPOS_PROPN && plx_name__capital(before) &&
                     (plx_name__is_given(before) || (!round && close == open + 2)) &&
                     !plx_name__one_of(before, plx_name__org_heads) &&
                     !plx_match_is_demonym(before->form, NULL);
        if (!named && !(titled && !round && close == open + 2)) continue;
        uint32_t begin = named ? open - 1 : open + 1;
        while (named && begin > first && open - begin < 3 &&
               plx_name__is_given(plx_repair__tok(r, begin - 1))) {
            begin--;
        }
        plx_repair__push(r, begin, plx_repair__through_suffix(r, close + 2), PLX_PERSON);
    }
}

static void take_addresses(plx_repair *r) {
    const plx_annotation *an = r->an;
    static const char streets[] =
        "Street St. St Avenue Ave. Ave Road Rd. Rd Drive Boulevard Blvd. Blvd "
        "Lane Court Place Terrace Way Highway Hwy Hwy. Parkway Pkwy Freeway Turnpike Circle";
    for (uint32_t i = 0; i + 2 < an->n_tokens; i++) {
        const plx_token *t = plx_repair__tok(r, i);
        if (!t->form.n || t->form.p[0] < '0' || t->form.p[0] > '9') continue;
        uint32_t begin = i, stop = PLX_MIN(an->sentences[t->sentence].end, i + 6);
        uint32_t k = i + 1;
        while (k < stop && plx_name__one_of(plx_repair__tok(r, k), "/ - –") && k + 1 < stop) k += 2;
        uint32_t name = k;
        while (k < stop && plx_name__capital(plx_repair__tok(r, k)) &&
               !plx_name__one_of(plx_repair__tok(r, k), streets))
            k++;
        if (k > name && k < stop && plx_name__one_of(plx_repair__tok(r, k), streets))
            plx_repair__push(r, begin, k + 1, PLX_PLACE);
    }
}

static bool is_possessive_mark(const plx_token *t) {
    return plx_str_eq(t->fold, PLX_S("'s")) || plx_str_eq(t->fold, PLX_S("'"));
}

/* "Prince Edgar's County", "King County Sheriff's Office", "Marlow County Police Department": the
 * title and the genitive belong to the name. */
static void take_counties(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 1; i < an->n_tokens; i++) {
        if (!plx_name__one_of(plx_repair__tok(r, i), "County Parish") ||
            !plx_name__capital(plx_repair__tok(r, i))) {
            continue;
        }
        uint32_t first = an->sentences[plx_repair__tok(r, i)->sentence].begin, begin = i;
        uint32_t stop = an->sentences[plx_repair__tok(r, i)->sentence].end;
        while (begin > first && i - begin < 4) {
            const plx_token *t = plx_repair__tok(r, begin - 1);
            bool inner = is_possessive_mark(t) && begin == i && begin > first + 1 &&
                         plx_name__capital(plx_repair__tok(r, begin - 2));
            if (!inner && !(plx_name__capital(t) && t->upos == PLX_UPOS_PROPN)) break;
            begin--;
        }
        if (begin == i) continue;
        const plx_token *t = plx_repair__tok(r, begin);
        bool odd =
            is_possessive_mark(plx_repair__tok(r, i - 1)) || plx_name__is_title_word(t, NULL);
        if (!odd) continue; /* the tagger knows plain ones */
        uint32_t end = plx_repair__through_office(r, begin, i + 1), body = 0;
        for (uint32_t k = i + 1; end == i + 1 && k < stop && k < i + 5; k++) {
            const plx_token *n = plx_repair__tok(r, k);
            if (!plx_name__capital(n) || plx_name__is_title_word(n, NULL)) break;
            if (plx_name__one_of(n, plx_name__org_heads)) body = k + 1;
        }
        if (body) end = body;
        plx_repair__push(r, begin, end, end > i + 1 ? PLX_ORGANIZATION : PLX_PLACE);
    }
}

/* A capital, or "of" between two; `edge`: where the sentence ends on that side. */
static bool is_of_party(const plx_repair *r, uint32_t i, uint32_t beyond, uint32_t edge) {
    const plx_token *t = plx_repair__tok(r, i);
    if (plx_name__one_of(t, plx_name__months_days)) return false;
    if (plx_name__capital(t)) return t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_NOUN;
    if (i == edge || beyond == edge || beyond >= r->an->n_tokens) return false;
    return plx_name__one_of(t, "of &") && plx_name__capital(plx_repair__tok(r, beyond));
}

/* "Orlin v. Marsh": a case, and nobody in it. */
static void take_cases(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 1; i + 1 < an->n_tokens; i++) {
        if (!plx_name__one_of(plx_repair__tok(r, i), "v. vs.") ||
            plx_name__capital(plx_repair__tok(r, i))) {
            continue; /* "Luis V. Orlin" */
        }
        const plx_token *a = plx_repair__tok(r, i - 1), *b = plx_repair__tok(r, i + 1);
        if (!plx_name__capital(a) || !plx_name__capital(b) || a->sentence != b->sentence) continue;
        uint32_t first = an->sentences[a->sentence].begin, begin = i - 1, end = i + 2;
        uint32_t stop = an->sentences[a->sentence].end;
        while (begin > first && i - begin < 8 && is_of_party(r, begin - 1, begin - 2, first))
            begin--;
        while (end < stop && end - i < 8 && is_of_party(r, end, end + 1, stop)) end++;
        plx_repair__push(r, begin, end, PLX_OTHER);
    }
}

/* "St. Vincent's Hospital", "St. Louis" */
static void take_saints(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i + 1 < an->n_tokens; i++) {
        if (!plx_name__one_of(plx_repair__tok(r, i), "St. St Saint Ste.") ||
            !plx_name__capital(plx_repair__tok(r, i + 1)))
            continue;
        uint32_t stop = an->sentences[plx_repair__tok(r, i)->sentence].end, k = i + 1;
        if (i > an->sentences[plx_repair__tok(r, i)->sentence].begin &&
            plx_name__capital(plx_repair__tok(r, i - 1)) &&
            plx_repair__tok(r, i - 1)->upos == PLX_UPOS_PROPN) {
            continue; /* "Elm St. Police" */
        }
        while (k < stop && k - i < 6 &&
               (plx_name__capital(plx_repair__tok(r, k)) ||
                plx_str_eq(plx_repair__tok(r, k)->fold, PLX_S("'s")))) {
            k++;
        }
        while (k > i + 2 && !plx_name__one_of(plx_repair__tok(r, k - 1), plx_name__org_heads)) k--;
        bool org = plx_name__one_of(plx_repair__tok(r, k - 1), plx_name__org_heads);
        plx_repair__push(r, i, k, org ? PLX_ORGANIZATION : PLX_PLACE);
    }
}

/* "WEST MILLTON, Fla. (AP)" at the head of a paragraph. */
static void take_datelines(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (size_t s = 0; s < an->n_sentences; s++) {
        if (!an->sentences[s].paragraph_start) continue;
        uint32_t begin = an->sentences[s].begin, k = begin, stop = an->sentences[s].end;
        while (k < stop && k - begin < 4 && plx_repair__tok(r, k)->form.n > 2 &&
               plx_name__capital(plx_repair__tok(r, k)) &&
               plx_name__all_letters_capital(plx_repair__tok(r, k))) {
            k++;
        }
        if (k > begin && k < stop && plx_name__one_of(plx_repair__tok(r, k), ", — – -- - (")) {
            plx_repair__push(r, begin, k, PLX_PLACE);
        }
    }
}

void plx_repair__patterns(plx_repair *r) {
    take_nicknamed(r);
    take_counties(r);
    take_cases(r);
    take_addresses(r);
    take_saints(r);
    take_datelines(r);
}
