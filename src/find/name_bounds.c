/* See name_bounds.h. */
#include "find/name_bounds.h"

#include "match/things.h"

enum { MAX_NAME_TOKENS = 14 };

/* "Bureau of Alcohol, Tobacco, Firearms and Explosives", "Department of Health and Public Safety".
 */
uint32_t plx_repair__through_list(const plx_repair *r, uint32_t begin, uint32_t end) {
    bool office = false;
    for (uint32_t i = begin; i + 1 < end; i++) {
        office |= plx_name__one_of(plx_repair__tok(r, i), plx_name__org_heads) &&
                  plx_name__one_of(plx_repair__tok(r, i + 1), "of for");
    }
    if (!office) return end;
    uint32_t stop = r->an->sentences[plx_repair__tok(r, begin)->sentence].end, at = end, good = end;
    bool comma = false;
    while (at < stop && at - begin < MAX_NAME_TOKENS) {
        const plx_token *t = plx_repair__tok(r, at);
        if (plx_name__capital(t) && !plx_name__is_given(t)) {
            at++;
            if (!comma) good = at;
        } else if (plx_name__one_of(t, "and &") && at + 1 < stop &&
                   plx_name__capital(plx_repair__tok(r, at + 1))) {
            if (comma || good == at) comma = false;
            at++;
        } else if (plx_token_is_punct(t, ",") && at + 1 < stop &&
                   plx_name__capital(plx_repair__tok(r, at + 1))) {
            comma = true;
            at++;
        } else {
            break;
        }
    }
    return good;
}

/* Names of three parts that the tagger cut: "Kim Jong" + "Un". */
uint32_t plx_repair__more_of_person(const plx_repair *r, uint32_t begin, uint32_t end) {
    uint32_t stop = r->an->sentences[plx_repair__tok(r, begin)->sentence].end;
    while (end < stop && end - begin < 4) {
        const plx_token *t = plx_repair__tok(r, end);
        const plx_token *after = end + 1 < stop ? plx_repair__tok(r, end + 1) : t;
        if (plx_name__one_of(t, "Republicans Republican Democrats Democrat GOP")) break;
        bool hyphen = !plx_name__one_of(after, "era led backed GOP style haters like appointed") &&
                      plx_token_is_punct(t, "-") && !t->space_before && end + 1 < stop &&
                      !plx_repair__tok(r, end + 1)->space_before &&
                      plx_repair__tok(r, end + 1)->form.n <= 6 &&
                      plx_repair__tok(r, end + 1)->upos != PLX_UPOS_VERB &&
                      !plx_match_is_known_place(plx_repair__tok(r, end + 1)->form);
        if (hyphen) {
            end += 2;
            continue;
        }
        if (!plx_name__capital(t) || t->upos != PLX_UPOS_PROPN || r->in[end] ||
            plx_name__is_title_word(t, NULL) || plx_name__one_of(t, plx_name__months_days) ||
            plx_match_is_demonym(t->form, NULL) || plx_name__all_capitals(t)) {
            break;
        }
        end++;
    }
    return end;
}

/* "Irina \"Needle\" Orlin": the tagger stops at a mark. */
uint32_t plx_repair__through_nickname(const plx_repair *r, uint32_t begin, uint32_t end) {
    uint32_t stop = r->an->sentences[plx_repair__tok(r, begin)->sentence].end;
    uint32_t open = PLX_NONE;
    for (uint32_t i = begin + 1; i < end; i++) {
        open = !plx_name__is_quote(plx_repair__tok(r, i)) ? open : open == PLX_NONE ? i : PLX_NONE;
    }
    if (open == PLX_NONE && end < stop && end == begin + 1 &&
        plx_name__is_quote(plx_repair__tok(r, end)))
        open = end;
    if (open == PLX_NONE || open + 3 >= stop) return end;
    uint32_t close = open + 2;
    bool fits = plx_name__capital(plx_repair__tok(r, open + 1)) &&
                plx_name__is_quote(plx_repair__tok(r, close)) &&
                plx_name__capital(plx_repair__tok(r, close + 1)) &&
                plx_repair__tok(r, close + 1)->upos == PLX_UPOS_PROPN &&
                !plx_repair__tok(r, open + 1)->space_before &&
                !plx_repair__tok(r, close)->space_before;
    return fits ? PLX_MAX(end, close + 2) : end;
}

static bool is_suffix(const plx_token *t) { return plx_name__one_of(t, "Jr Jr. Sr Sr. II III IV"); }

/* "Orlin, Jr." */
uint32_t plx_repair__through_suffix(const plx_repair *r, uint32_t end) {
    uint32_t stop = r->an->sentences[plx_repair__tok(r, end - 1)->sentence].end;
    uint32_t at = end < stop && plx_token_is(plx_repair__tok(r, end), ",") ? end + 1 : end;
    return at < stop && is_suffix(plx_repair__tok(r, at)) ? at + 1 : end;
}

/* "Orlin County" + "Sheriff's Office": whose the office is belongs to its name. */
uint32_t plx_repair__through_office(const plx_repair *r, uint32_t begin, uint32_t end) {
    uint32_t stop = r->an->sentences[plx_repair__tok(r, begin)->sentence].end, at = end;
    while (at < stop && at - end < 3 && plx_name__capital(plx_repair__tok(r, at)) &&
           plx_repair__tok(r, at)->upos != PLX_UPOS_PUNCT) {
        at++;
    }
    if (at + 1 >= stop || (at == end && !plx_name__is_title_word(plx_repair__tok(r, at - 1), NULL)))
        return end;
    bool whose = plx_str_eq(plx_repair__tok(r, at)->fold, PLX_S("'s")) ||
                 plx_str_eq(plx_repair__tok(r, at)->fold, PLX_S("'")) ||
                 plx_str_eq(plx_repair__tok(r, at)->form, PLX_S("’"));
    if (!whose || !plx_name__is_title_word(plx_repair__tok(r, at - 1), NULL)) return end;
    return plx_name__one_of(plx_repair__tok(r, at + 1), "Office Department Dept. Bureau") ? at + 2
                                                                                          : end;
}

/* "White" + "House": a name of the lists that the tagger cut. */
uint32_t plx_repair__known_before(const plx_repair *r, uint32_t begin, uint32_t end) {
    uint32_t first = r->an->sentences[plx_repair__tok(r, begin)->sentence].begin;
    if (begin == first || r->in[begin - 1] || !plx_name__capital(plx_repair__tok(r, begin - 1)))
        return begin;
    plx_str text =
        plx_str_at(r->an->account->text, (plx_span){plx_repair__tok(r, begin - 1)->span.begin,
                                                    plx_repair__tok(r, end - 1)->span.end});
    return plx_match_is_known_org(text) || plx_match_is_known_place(text) ? begin - 1 : begin;
}

/* Where two names stand in one stretch: "Ohio - Northgate Police", "NCS [Northgate Council"; the
 * token between, or PLX_NONE. */
uint32_t plx_repair__parted(const plx_repair *r, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin + 1; i + 1 < end; i++) {
        const plx_token *t = plx_repair__tok(r, i);
        bool dash = plx_name__one_of(t, "- – — --") && t->space_before &&
                    plx_repair__tok(r, i + 1)->space_before;
        plx_str left =
            plx_str_at(r->an->account->text, (plx_span){plx_repair__tok(r, begin)->span.begin,
                                                        plx_repair__tok(r, i - 1)->span.end});
        if (dash && plx_match_is_known_place(left)) return i;
        if (plx_name__one_of(t, "[ ( ] ) / |")) return i;
    }
    return PLX_NONE;
}

/* The mark inside that is not closed inside, or PLX_NONE. */
uint32_t plx_repair__open_quote(const plx_repair *r, uint32_t begin, uint32_t end) {
    uint32_t open = PLX_NONE;
    for (uint32_t i = begin + 1; i < end; i++) {
        if (!plx_name__is_quote(plx_repair__tok(r, i)) ||
            plx_name__one_of(plx_repair__tok(r, i), "' ’"))
            continue;
        open = open == PLX_NONE ? i : PLX_NONE;
    }
    return open;
}

/* "Upper" + "9th" + "Ward" */
uint32_t plx_repair__before_ordinal(const plx_repair *r, uint32_t begin) {
    uint32_t first = r->an->sentences[plx_repair__tok(r, begin)->sentence].begin;
    if (begin == first || r->in[begin - 1]) return begin;
    plx_str f = plx_repair__tok(r, begin - 1)->form;
    bool ordinal = f.n > 2 && f.n < 6 && f.p[0] >= '0' && f.p[0] <= '9' &&
                   (plx_str_ends(f, PLX_S("th")) || plx_str_ends(f, PLX_S("st")) ||
                    plx_str_ends(f, PLX_S("nd")) || plx_str_ends(f, PLX_S("rd")));
    if (!ordinal ||
        !plx_name__one_of(plx_repair__tok(r, begin), "Ward District Precinct Circuit Division "
                                                     "Street St. Avenue Ave. Arrondissement")) {
        return begin;
    }
    begin--;
    bool more = begin > first && !r->in[begin - 1] &&
                plx_name__one_of(plx_repair__tok(r, begin - 1), "Upper Lower North South East "
                                                                "West");
    return more ? begin - 1 : begin;
}

/* "Northgate" + "police", "Northgate" + "sheriff's office": who acts there, not where. */
uint32_t plx_repair__through_police(const plx_repair *r, uint32_t end) {
    uint32_t stop = r->an->sentences[plx_repair__tok(r, end - 1)->sentence].end;
    if (end >= stop) return end;
    bool fire = plx_token_is(plx_repair__tok(r, end), "fire");
    if (plx_name__capital(plx_repair__tok(r, end))) return end; /* the next sentence */
    if (plx_token_is(plx_repair__tok(r, end), "police") || fire) {
        if (end + 1 < stop && plx_name__one_of(plx_repair__tok(r, end + 1), "department bureau"))
            return end + 2;
        bool more = end + 1 < stop && (plx_repair__tok(r, end + 1)->upos == PLX_UPOS_NOUN ||
                                       plx_repair__tok(r, end + 1)->upos == PLX_UPOS_PROPN ||
                                       plx_token_is_punct(plx_repair__tok(r, end + 1), "-"));
        return more || fire ? end : end + 1;
    }
    if (end + 2 < stop && plx_name__one_of(plx_repair__tok(r, end), "sheriff district") &&
        !plx_name__capital(plx_repair__tok(r, end)) &&
        plx_str_eq(plx_repair__tok(r, end + 1)->fold, PLX_S("'s")) &&
        plx_name__one_of(plx_repair__tok(r, end + 2), "office department")) {
        return end + 3;
    }
    return end;
}

/* "Mar-a - Lago" */
uint32_t plx_repair__before_hyphen(const plx_repair *r, uint32_t begin) {
    uint32_t first = r->an->sentences[plx_repair__tok(r, begin)->sentence].begin;
    if (begin < first + 2 || !plx_token_is_punct(plx_repair__tok(r, begin - 1), "-")) return begin;
    const plx_token *t = plx_repair__tok(r, begin - 2);
    if (!plx_name__capital(t) || r->in[begin - 2]) return begin;
    if (plx_match_is_demonym(t->form, NULL) || plx_match_is_known_place(t->form)) return begin;
    return begin - 2;
}

static bool generic_office(const plx_repair *r, uint32_t i) {
    return plx_name__one_of(
        plx_repair__tok(r, i),
        "Foreign Defense Defence Interior Health Education Finance Justice Trade "
        "Ministry Embassy Parliament Army Navy Government Police Department");
}

/* "Northern" before "Foreign Ministry": whose it is belongs to the name. */
uint32_t plx_repair__before_office(const plx_repair *r, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        if (!generic_office(r, i)) return begin;
    }
    uint32_t first = r->an->sentences[plx_repair__tok(r, begin)->sentence].begin;
    while (begin > first && !r->in[begin - 1] && generic_office(r, begin - 1)) begin--;
    bool whose = begin > first && !r->in[begin - 1] &&
                 plx_match_is_demonym(plx_repair__tok(r, begin - 1)->form, NULL);
    return whose ? begin - 1 : begin;
}

/* "X and Y" as one name: where they are two; the place of "and", or PLX_NONE. */
uint32_t plx_repair__two_joined(const plx_repair *r, uint32_t begin, uint32_t end,
                                plx_entity_type type) {
    for (uint32_t i = begin + 1; i + 1 < end; i++) {
        if (!plx_token_is(plx_repair__tok(r, i), "and")) continue;
        const plx_annotation *an = r->an;
        plx_str left =
            plx_str_at(an->account->text, (plx_span){plx_repair__tok(r, begin)->span.begin,
                                                     plx_repair__tok(r, i - 1)->span.end});
        plx_str right =
            plx_str_at(an->account->text, (plx_span){plx_repair__tok(r, i + 1)->span.begin,
                                                     plx_repair__tok(r, end - 1)->span.end});
        bool places = plx_match_is_known_place(left) || plx_match_is_known_place(right) ||
                      plx_match_is_known_org(left) || plx_match_is_known_org(right);
        if (places || type == PLX_PERSON || type == PLX_PLACE) return i;
    }
    return PLX_NONE;
}

/* "the Orlin-Northland affair": somebody and a country, not a name of two parts. */
bool plx_repair__between_two(const plx_repair *r, uint32_t begin, uint32_t end) {
    if (end - begin != 3 || !plx_token_is_punct(plx_repair__tok(r, begin + 1), "-")) return false;
    const plx_token *right = plx_repair__tok(r, end - 1);
    bool alone = plx_match_is_known_place(right->form) && !plx_name__is_given(right);
    return alone && !plx_match_is_known_place(plx_str_at(
                        r->an->account->text,
                        (plx_span){plx_repair__tok(r, begin)->span.begin, right->span.end}));
}
