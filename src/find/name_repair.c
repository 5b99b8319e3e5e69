#include "find/name_repair.h"

#include "base/map.h"
#include "base/utf8.h"
#include "find/name_bounds.h"
#include "find/nouns.h"
#include "match/names.h"
#include "match/things.h"

/* ---- spans -------------------------------------------------------------------------------------
 */

void plx_repair__push(plx_repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    uint32_t more = type == PLX_PLACE ? plx_repair__through_police(r, end) : end;
    if (more > end) type = PLX_ORGANIZATION;
    end = more;
    plx_name n = {{plx_repair__tok(r, begin)->span.begin, plx_repair__tok(r, end - 1)->span.end},
                  begin,
                  end,
                  type};
    for (uint32_t i = begin; i < end; i++) {
        if (r->in[i]) return;
    }
    for (uint32_t i = begin; i < end; i++) r->in[i] = (uint8_t)(1 + type);
    plx_vec_push(&r->out, r->arena, n);
}

/* Ends cut off that no name has: articles, titles before a person, small and lower-case words
 * behind. */
static bool behind_hyphen(const plx_repair *r, uint32_t i) {
    return i > 0 && plx_token_is_punct(plx_repair__tok(r, i - 1), "-") &&
           !plx_repair__tok(r, i)->space_before;
}

static void trim(const plx_repair *r, uint32_t *begin, uint32_t *end) {
    while (*begin < *end) {
        const plx_token *t = plx_repair__tok(r, *begin);
        bool genitive = plx_str_eq(t->fold, PLX_S("'s")) || plx_str_eq(t->fold, PLX_S("'"));
        bool rest_of_years = t->form.p && t->form.p[0] == '-' && t->form.n > 1; /* "1914-18 War" */
        if (plx_name__one_of(t, "the a an") || genitive || t->upos == PLX_UPOS_PUNCT ||
            rest_of_years ||
            (*begin + 1 < *end && !plx_name__capital(t) && t->upos != PLX_UPOS_NUM &&
             !plx_name__one_of(t, plx_name__joiners) && t->form.n > 3)) {
            (*begin)++;
        } else {
            break;
        }
    }
    while (*begin < *end) {
        const plx_token *t = plx_repair__tok(r, *end - 1);
        bool genitive = plx_str_eq(t->fold, PLX_S("'s")) || plx_str_eq(t->fold, PLX_S("'"));
        bool digits = t->form.p && t->form.p[0] >= '0' && t->form.p[0] <= '9';
        bool lower = !plx_name__capital(t) && !digits && !plx_name__one_of(t, "police") &&
                     !(behind_hyphen(r, *end - 1) && *end - *begin > 2);
        bool weekday =
            *end - *begin > 1 && t->form.n > 5 && plx_name__one_of(t, plx_name__months_days) &&
            plx_repair__tok(r, *end - 2)->upos == PLX_UPOS_PROPN && !plx_name__is_given(t);
        if (genitive || lower || weekday || (t->upos == PLX_UPOS_PUNCT && !plx_name__capital(t))) {
            (*end)--;
        } else {
            break;
        }
    }
}

/* A word at the head of a sentence that the account also writes small, or that only says what kind
 * of people: "Officials said". */
static bool is_common(const plx_repair *r, uint32_t i) {
    const plx_token *t = plx_repair__tok(r, i);
    if (plx_name__is_given(t) || plx_name__all_capitals(t)) return false;
    plx_str low = plx_str_lower_ascii(r->arena, t->form), one = low;
    if (plx_match_is_known_org(low) || plx_match_is_known_place(low)) return false;
    if (one.n > 4 && plx_str_ends(one, PLX_S("ies"))) {
        one = plx_str_format(r->arena, "%.*sy", (int)(one.n - 3), one.p);
    } else if (one.n > 3 && one.p[one.n - 1] == 's') {
        one.n--;
    }
    if (plx_map_get(&r->inside, t->form) != PLX_NONE) return false;
    return plx_noun_is_person(one) || plx_noun_is_group(one) || plx_noun_is_kin(one) ||
           plx_map_get(&r->small, low) != PLX_NONE;
}

/* Which words the account writes small, and which with a capital inside a sentence. */
static void read_cases(plx_repair *r) {
    plx_map_init(&r->small, r->arena);
    plx_map_init(&r->inside, r->arena);
    for (uint32_t i = 0; i < r->an->n_tokens; i++) {
        const plx_token *t = plx_repair__tok(r, i);
        if (!plx_name__capital(t)) {
            if (t->upos != PLX_UPOS_PUNCT) plx_map_put(&r->small, t->form, 1, NULL);
        } else if (i > r->an->sentences[t->sentence].begin) {
            plx_map_put(&r->inside, t->form, 1, NULL);
        }
    }
}

/* "State" of "Secretary of State", "Staff" of "chief of staff" */
static bool is_portfolio(const plx_repair *r, uint32_t i) {
    if (i < 2 || !plx_token_is(plx_repair__tok(r, i - 1), "of")) return false;
    return plx_name__is_title_word(plx_repair__tok(r, i - 2), NULL) &&
           plx_name__one_of(plx_repair__tok(r, i),
                            "State Defense Defence Staff Justice Education Health Labor Labour "
                            "Commerce Energy Treasury Interior Finance War Agriculture "
                            "Transportation Police Schools Operations");
}

/* "May" of "May 12" */
static bool is_month_of_date(const plx_repair *r, uint32_t i) {
    if (!plx_name__one_of(plx_repair__tok(r, i), plx_name__months_days)) return false;
    if (i + 1 >= r->an->n_tokens) return false;
    plx_str f = plx_repair__tok(r, i + 1)->form;
    return f.n && f.n <= 4 && f.p[0] >= '0' && f.p[0] <= '9';
}

/* "a GoHelpMe page", "on Facebook": a word that the tagger took for a common noun, but that the
 * lists know, or whose capitals and digits no common noun has. */
static bool lone_capital(const plx_repair *r, uint32_t i) {
    const plx_token *t = plx_repair__tok(r, i);
    if (t->upos != PLX_UPOS_NOUN || t->form.n < 5 || !plx_name__capital(t)) return false;
    if (plx_match_is_known_org(t->form)) return !plx_name__all_letters_capital(t);
    bool upper = false, lower = false;
    for (size_t k = 1; k < t->form.n; k++) {
        char c = t->form.p[k];
        upper |= c >= 'A' && c <= 'Z' && lower;
        lower |= c >= 'a' && c <= 'z';
    }
    return upper && lower && t->form.n < 20;
}

static bool junk(const plx_repair *r, uint32_t begin, uint32_t end) {
    if (plx_name__one_of(plx_repair__tok(r, begin), "AM PM EDT EST PDT PST CDT CST")) return true;
    bool any = false;
    for (uint32_t i = begin; i < end; i++)
        any |= plx_name__capital(plx_repair__tok(r, i)) && plx_repair__tok(r, i)->form.n > 1;
    if (!any) return true;
    bool hyphen = begin + 1 < end && plx_token_is_punct(plx_repair__tok(r, begin + 1), "-");
    if (plx_name__one_of(plx_repair__tok(r, begin), plx_name__months_days) &&
        !plx_name__is_given(plx_repair__tok(r, begin)) && !hyphen)
        return true;
    if (plx_name__one_of(plx_repair__tok(r, begin), plx_name__months_days) && end - begin == 1)
        return true;
    bool generic = true;
    for (uint32_t i = begin; i < end; i++) {
        generic &=
            plx_name__is_title_word(plx_repair__tok(r, i), NULL) ||
            plx_name__one_of(plx_repair__tok(r, i),
                             "Hospital Police Street Department Ministry Union University "
                             "College School Company Group Kibbutz City Town Church Embassy "
                             "Committee Commission Council Court Force Forces Foreign Office "
                             "Army Navy Board Club Team St. Sen Sen. Rep Rep.");
    }
    const plx_token *last = plx_repair__tok(r, end - 1);
    if (plx_name__one_of(last, plx_name__months_days) &&
        plx_name__one_of(plx_repair__tok(r, begin), "On In By Since Until From Last Next")) {
        return true;
    }
    if (generic && (end - begin == 1 || plx_name__is_title_word(last, NULL))) return true;
    if (end - begin > 1) return false;
    const plx_token *t = plx_repair__tok(r, begin);
    if (plx_name__one_of(t, "Jr Jr. Sr Sr. II III IV God Lord")) return true;
    if (is_portfolio(r, begin) || is_month_of_date(r, begin)) return true;
    if (plx_name__one_of(t, "Authorities Officials Police Detectives Deputies Neighbors Neighbours "
                            "Residents Witnesses Investigators Prosecutors Lawmakers Officers "
                            "Friends Family Families Parents Students People Women Men Children "
                            "Paramedics Firefighters Senators Sens. Reps. Experts Critics "
                            "Supporters Attorneys AG DA CEO CFO VP DJ PT ET CT")) {
        return true;
    }
    bool first = begin == r->an->sentences[t->sentence].begin;
    if (first && is_common(r, begin)) return true;
    bool proper = lone_capital(r, begin) || t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_X ||
                  plx_name__all_capitals(t);
    if (!proper && !plx_name__is_given(t) && !plx_match_is_known_place(t->form)) return true;
    return (first &&
            (t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_ADP ||
             t->upos == PLX_UPOS_SCONJ || t->upos == PLX_UPOS_ADV || t->upos == PLX_UPOS_CCONJ));
}

/* Nothing but words that a person's name may be made of: "Anna Maria Roe". */
static bool all_of_person(const plx_repair *r, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = plx_repair__tok(r, i);
        if (t->upos == PLX_UPOS_PUNCT && !plx_name__is_quote(t) && !plx_token_is_punct(t, "-"))
            return false;
        bool surname = i + 1 == end && i > begin; /* "Gary King" */
        if (plx_name__is_title_word(t, NULL) && !plx_name__is_given(t) && !surname) return false;
        if (plx_name__one_of(t, plx_name__org_heads) ||
            plx_name__one_of(t, plx_name__place_heads) || plx_name__all_capitals(t))
            return false;
        if (plx_match_is_demonym(t->form, NULL)) return false;
    }
    return true;
}

/* Where a person begins inside a longer stretch: behind the last title, or at a given name that two
 * or more words end with. */
static uint32_t person_inside(const plx_repair *r, uint32_t begin, uint32_t end,
                              plx_entity_type type) {
    bool whole = type == PLX_PERSON && end - begin <= 6 && all_of_person(r, begin, end);
    if (whole || (plx_name__is_given(plx_repair__tok(r, begin)) && end - begin <= 4 &&
                  all_of_person(r, begin, end))) {
        return PLX_NONE;
    }
    for (uint32_t i = end; i-- > begin + 1;) {
        if (plx_name__is_title_word(plx_repair__tok(r, i - 1), NULL) &&
            plx_name__capital(plx_repair__tok(r, i)) &&
            !plx_name__one_of(plx_repair__tok(r, i), plx_name__org_heads)) {
            return i;
        }
        if (plx_name__one_of(plx_repair__tok(r, i), "of for and the")) return PLX_NONE;
        if (plx_name__is_given(plx_repair__tok(r, i)) && i + 1 < end &&
            !plx_match_is_known_place(plx_repair__tok(r, i)->form) &&
            !plx_name__one_of(plx_repair__tok(r, end - 1), plx_name__org_heads) &&
            !plx_name__one_of(plx_repair__tok(r, end - 1), plx_name__place_heads)) {
            return i;
        }
    }
    return PLX_NONE;
}

static plx_entity_type by_words(const plx_repair *r, uint32_t begin, uint32_t end, bool *sure) {
    *sure = true;
    const plx_token *first = plx_repair__tok(r, begin), *last = plx_repair__tok(r, end - 1);
    plx_str text = plx_str_at(r->an->account->text, (plx_span){first->span.begin, last->span.end});
    if (plx_match_is_known_org(text)) return PLX_ORGANIZATION;
    if (plx_match_is_known_place(text)) return PLX_PLACE;
    bool digits = first->form.n && first->form.p[0] >= '0' && first->form.p[0] <= '9';
    if (end - begin > 1) {
        if (plx_name__one_of(first, "Hurricane Hurricanes Typhoon Cyclone Operation")) {
            return PLX_OTHER;
        }
        if (plx_name__one_of(last, plx_name__place_heads)) return PLX_PLACE;
        bool street = plx_name__one_of(last, "Court Terrace Place") && begin > 1 &&
                      (plx_token_is(plx_repair__tok(r, begin - 1), "on") ||
                       plx_token_is(plx_repair__tok(r, begin - 2), "block"));
        if (street) return PLX_PLACE;
        if (plx_name__one_of(last, plx_name__org_heads) || plx_token_is(last, "police"))
            return PLX_ORGANIZATION;
        for (uint32_t i = begin; i + 1 < end; i++) {
            if (plx_name__one_of(plx_repair__tok(r, i + 1), "of for") &&
                plx_name__one_of(plx_repair__tok(r, i), plx_name__org_heads)) {
                return PLX_ORGANIZATION;
            }
        }
        for (uint32_t i = begin; i < end; i++) {
            if (plx_name__one_of(plx_repair__tok(r, i), "News Inc Corp LLC"))
                return PLX_ORGANIZATION;
        }
        if (plx_name__one_of(last, plx_name__work_heads)) return PLX_OTHER;
        if (plx_name__is_given(first) && !digits) return PLX_PERSON;
    } else if (plx_name__is_given(first)) {
        return PLX_PERSON;
    }
    *sure = false;
    return PLX_OTHER;
}

static bool is_age(const plx_token *t) {
    return t->form.n >= 1 && t->form.n <= 2 && t->form.p[0] >= '1' && t->form.p[0] <= '9';
}

/* "Roe, 29," and "Roe (29)" */
static bool age_behind(const plx_repair *r, uint32_t end) {
    if (end + 2 >= r->an->n_tokens || !is_age(plx_repair__tok(r, end + 1))) return false;
    const plx_token *open = plx_repair__tok(r, end), *close = plx_repair__tok(r, end + 2);
    if (plx_token_is(open, ","))
        return plx_name__one_of(close, ", ; .") || plx_token_is(close, "and");
    return plx_token_is(open, "(") && plx_token_is(close, ")");
}

/* "29-year-old Roe" */
static bool age_before(const plx_repair *r, uint32_t begin) {
    if (!begin) return false;
    const plx_token *t = plx_repair__tok(r, begin - 1);
    return plx_token_is(t, "old")
               ? begin > 2 && plx_name__one_of(plx_repair__tok(r, begin - 2), "- year years")
               : plx_str_ends(t->fold, PLX_S("-year-old"));
}

/* What stands around it. */
static plx_entity_type by_context(const plx_repair *r, uint32_t begin, uint32_t end,
                                  plx_entity_type tagged) {
    bool sure;
    plx_entity_type type = by_words(r, begin, end, &sure);
    uint32_t first = r->an->sentences[plx_repair__tok(r, begin)->sentence].begin;
    const plx_token *before = begin > first ? plx_repair__tok(r, begin - 1) : NULL;
    const plx_token *behind = end < r->an->n_tokens ? plx_repair__tok(r, end) : NULL;
    if (sure && type != PLX_PERSON) return type;
    if (end - begin == 1 && behind && plx_token_is(behind, ",") && end + 1 < r->an->n_tokens &&
        plx_match_is_known_place(plx_repair__tok(r, end + 1)->form) &&
        !plx_name__is_given(plx_repair__tok(r, end + 1))) {
        return PLX_PLACE; /* "Orlando, Florida" */
    }
    plx_str f = end - begin == 1 ? plx_repair__tok(r, begin)->form : PLX_S("");
    if (f.n > 3 && f.p[1] == '-' && (f.p[0] == 'I' || f.p[0] == 'D' || f.p[0] == 'R')) {
        return PLX_PLACE; /* "I-Vt." */
    }
    if (age_behind(r, end)) return PLX_PERSON;
    bool common = behind && behind->upos == PLX_UPOS_NOUN && !plx_name__capital(behind);
    if (tagged == PLX_PERSON && common && plx_token_is(behind, "police")) return PLX_PLACE;
    if (tagged == PLX_PERSON && end - begin == 1) {
        if (common && plx_name__one_of(behind, "man men woman women boy girl teen teenager couple "
                                               "resident residents native natives")) {
            return PLX_PLACE;
        }
        bool headline = (before && plx_name__all_letters_capital(before) && before->form.n > 1) ||
                        (behind && plx_name__all_letters_capital(behind) && behind->form.n > 1 &&
                         behind->upos != PLX_UPOS_PUNCT);
        if (plx_name__all_capitals(plx_repair__tok(r, begin)) && !headline &&
            !plx_name__is_given(plx_repair__tok(r, begin))) {
            return PLX_ORGANIZATION;
        }
    }
    if (age_before(r, begin) && !common) return PLX_PERSON;
    bool titled = before && plx_name__is_title_word(before, NULL);
    if (titled && (plx_name__capital(before) || end - begin > 1) && !(sure && type != PLX_PERSON)) {
        return PLX_PERSON;
    }
    plx_str lemma = before && before->lemma.n ? before->lemma : PLX_S("");
    if (before && plx_name__one_of(before, "hurricane hurricanes typhoon cyclone"))
        return PLX_OTHER;
    if (before && plx_token_is_punct(before, ",") && begin > first + 1) {
        plx_str kin = plx_repair__tok(r, begin - 2)->lemma;
        if (plx_noun_is_kin(kin)) return PLX_PERSON;
    }
    if (plx_noun_is_kin(lemma) && !plx_str_eq(lemma, PLX_S("family"))) return PLX_PERSON;
    static const char settled[] = "kibbutz city town village province district county island";
    if ((before && plx_name__one_of(before, settled)) ||
        (behind && plx_name__one_of(behind, settled)))
        return PLX_PLACE;
    if (behind && plx_name__one_of(behind, "family families")) return PLX_PERSON;
    if (sure && type == PLX_PERSON && (tagged == PLX_PERSON || end - begin == 1)) return type;
    if (sure && type == PLX_PERSON && tagged != PLX_PLACE) return type;
    return tagged;
}

/* ---- the tagger's names
 * -------------------------------------------------------------------------- */

/* "Chief Rabbi of Northland Berel Roe": an office of somewhere, then who holds it. */
static uint32_t holder_inside(const plx_repair *r, uint32_t begin, uint32_t end) {
    if (end - begin < 4 || !plx_name__is_title_word(plx_repair__tok(r, begin), NULL))
        return PLX_NONE;
    for (uint32_t i = begin + 1; i + 3 < end + 1 && i + 2 < end; i++) {
        if (!plx_token_is(plx_repair__tok(r, i), "of")) continue;
        if (plx_match_is_known_place(plx_repair__tok(r, i + 1)->form) &&
            plx_name__capital(plx_repair__tok(r, i + 2)))
            return i + 2;
    }
    return PLX_NONE;
}

/* The end of a person's name that begins here: nicknames, suffixes, not the next line. */
static uint32_t end_of_person(const plx_repair *r, uint32_t begin, uint32_t end) {
    end = plx_repair__through_nickname(r, begin, plx_repair__more_of_person(r, begin, end));
    end = plx_repair__through_suffix(r, end);
    for (uint32_t i = begin + 2; i < end; i++) { /* two lines run together */
        if (plx_str_eq(plx_repair__tok(r, i)->form, plx_repair__tok(r, begin)->form)) end = i;
    }
    while (end - begin > 2 &&
           plx_str_eq(plx_repair__tok(r, end - 1)->form, plx_repair__tok(r, begin)->form)) {
        end--;
    }
    return end;
}

/* One name and no more: set right at both ends. */
static void take_one(plx_repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    while (begin + 1 < end && plx_name__is_title_word(plx_repair__tok(r, begin), NULL) &&
           type == PLX_PERSON)
        begin++;
    while (begin + 1 < end && plx_name__is_title_word(plx_repair__tok(r, end - 1), NULL) &&
           type != PLX_PERSON)
        end--;
    bool number = plx_repair__tok(r, begin)->upos == PLX_UPOS_NUM;
    if (number && begin + 1 < end &&
        !plx_name__one_of(plx_repair__tok(r, end - 1), plx_name__place_heads))
        begin++;
    if (type == PLX_PERSON) end = end_of_person(r, begin, end);
    uint32_t stop = r->an->sentences[plx_repair__tok(r, begin)->sentence].end;
    while (end < stop && end - begin < 4 && !r->in[end] &&
           plx_name__capital(plx_repair__tok(r, end)) &&
           plx_name__one_of(plx_repair__tok(r, end), plx_name__org_heads)) {
        end++; /* "Northgate" + "Terminals" */
    }
    begin = plx_repair__known_before(
        r, plx_repair__before_hyphen(r, plx_repair__before_ordinal(r, begin)), end);
    if (plx_match_is_demonym(
            plx_str_at(r->an->account->text, (plx_span){plx_repair__tok(r, begin)->span.begin,
                                                        plx_repair__tok(r, end - 1)->span.end}),
            NULL)) {
        return;
    }
    if (type != PLX_PERSON) end = plx_repair__through_list(r, begin, end);
    while (end > begin + 1 && plx_name__one_of(plx_repair__tok(r, end - 1), "Majority Minority")) {
        end--;
    }
    if (junk(r, begin, end)) return;
    plx_repair__push(r, begin, end, by_context(r, begin, end, type));
}

static void take(plx_repair *r, uint32_t begin, uint32_t end, plx_entity_type type);

/* Several names in one stretch, or an office of somewhere: taken one by one. */
static bool take_parts(plx_repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    uint32_t between = plx_repair__parted(r, begin, end);
    if (between != PLX_NONE && type != PLX_PERSON) {
        take(r, begin, between, type);
        take(r, between + 1, end, type);
        return true;
    }
    uint32_t office = plx_repair__through_office(r, begin, end);
    if (office != end) {
        plx_repair__push(r, begin, office, PLX_ORGANIZATION);
        return true;
    }
    uint32_t both = plx_repair__two_joined(r, begin, end, type);
    if (both != PLX_NONE) {
        take(r, begin, both, type);
        take(r, both + 1, end, type);
        return true;
    }
    if (plx_repair__between_two(r, begin, end)) {
        take(r, begin, begin + 1, type);
        take(r, begin + 2, end, PLX_PLACE);
        return true;
    }
    return false;
}

static void take(plx_repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    trim(r, &begin, &end);
    if (begin >= end) return;
    if (end - begin > 1 && plx_name__one_of(plx_repair__tok(r, begin), plx_name__settlements))
        begin++;
    begin = plx_repair__before_office(r, begin, end);
    uint32_t cut = plx_repair__open_quote(r, begin, end);
    if (cut != PLX_NONE) end = cut;
    for (uint32_t i = begin + 1; i + 1 < end; i++) { /* "[Edgar] Orlin" */
        if (plx_name__one_of(plx_repair__tok(r, i), "( [")) break;
        if (!plx_name__one_of(plx_repair__tok(r, i), ") ]")) continue;
        bool opened = begin && plx_name__one_of(plx_repair__tok(r, begin - 1), "( [");
        if (opened) begin--;
        break;
    }
    if (end - begin > 3 && plx_name__one_of(plx_repair__tok(r, begin), plx_name__org_heads) &&
        plx_token_is(plx_repair__tok(r, begin + 1), "and")) {
        begin += 2; /* "Department and Northland State Police" */
    }
    if (take_parts(r, begin, end, type)) return;
    uint32_t who = holder_inside(r, begin, end);
    if (who == PLX_NONE) who = person_inside(r, begin, end, type);
    if (who != PLX_NONE && !(type == PLX_PERSON && who == begin)) {
        uint32_t rest = who;
        while (rest > begin && plx_name__is_title_word(plx_repair__tok(r, rest - 1), NULL)) rest--;
        plx_repair__push(r, who, end, PLX_PERSON);
        bool sure = false;
        if (rest > begin) (void)by_words(r, begin, rest, &sure);
        if (sure) take(r, begin, rest, PLX_ORGANIZATION);
        return;
    }
    take_one(r, begin, end, type);
}

/* Pieces of one name that the tagger parted: "Federation of" + "X", "Yale-New" + "Haven" +
 * "Hospital". */
static bool belongs_together(const plx_repair *r, const plx_name *a, const plx_name *b) {
    const plx_token *last = plx_repair__tok(r, a->end - 1);
    if (plx_repair__tok(r, a->begin)->sentence != plx_repair__tok(r, b->begin)->sentence)
        return false;
    if (b->begin == a->end && plx_name__one_of(last, "of for")) return true;
    if (b->begin == a->end + 1 && plx_name__one_of(plx_repair__tok(r, a->end), "of for")) {
        return plx_name__one_of(last, plx_name__org_heads) && a->type != PLX_PERSON;
    }
    if (b->begin != a->end) return false;
    const plx_token *next = plx_repair__tok(r, b->begin);
    if (a->end - a->begin == 1 && plx_name__is_given(last) && plx_name__capital(next) &&
        b->end - b->begin <= 2 && !plx_name__is_title_word(next, NULL)) {
        return true;
    }
    if (plx_str_eq(next->fold, PLX_S("'s"))) {
        return b->begin + 1 < b->end &&
               plx_name__one_of(plx_repair__tok(r, b->end - 1), plx_name__org_heads) &&
               a->type != PLX_PERSON;
    }
    if (a->type == PLX_PERSON || b->type == PLX_PERSON) return false;
    if (plx_match_is_demonym(last->form, NULL) && !plx_name__one_of(next, plx_name__org_heads))
        return false;
    return plx_name__capital(last) && plx_name__capital(plx_repair__tok(r, b->begin));
}

static void take_tagged(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (size_t i = 0; i < an->n_names;) {
        plx_name n = an->names[i++];
        if (n.begin >= n.end || n.end > an->n_tokens) continue;
        while (i < an->n_names && belongs_together(r, &n, &an->names[i])) {
            n.end = an->names[i].end;
            bool person = plx_name__is_given(plx_repair__tok(r, n.begin));
            bool place = an->names[i].type == PLX_PLACE && n.type == PLX_PLACE;
            n.type = person ? PLX_PERSON : place ? PLX_PLACE : PLX_ORGANIZATION;
            i++;
        }
        take(r, n.begin, n.end, n.type);
    }
}

/* ---- addresses, and what was missed
 * -------------------------------------------------------------- */

/* "D.N.C.": three capitals or more, each with its full stop; two are initials as often. */
static bool is_dotted(const plx_token *t) {
    size_t n = t->form.n;
    bool dotted = n >= 5 && n <= 12;
    for (size_t i = 0; dotted && i < n; i++) {
        char c = t->form.p[i];
        dotted = i % 2 ? c == '.' : c >= 'A' && c <= 'Z';
    }
    return dotted;
}

static void take_acronyms(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        if (r->in[i] || !is_dotted(plx_repair__tok(r, i)) ||
            plx_match_is_demonym(plx_repair__tok(r, i)->form, NULL)) {
            continue;
        }
        bool person = i + 1 < an->n_tokens && r->in[i + 1] == 1 + PLX_PERSON;
        bool place = plx_match_is_known_place(plx_repair__tok(r, i)->form);
        if (!person || (i && plx_token_is(plx_repair__tok(r, i - 1), "the"))) {
            plx_repair__push(r, i, i + 1, place ? PLX_PLACE : PLX_ORGANIZATION);
        }
    }
}

static bool may_be_name_token(const plx_repair *r, uint32_t i) {
    const plx_token *t = plx_repair__tok(r, i);
    return !r->in[i] && plx_name__capital(t) && t->upos != PLX_UPOS_PUNCT;
}

/* Forms that are names somewhere in this account are names everywhere. */
static void propagate(plx_repair *r) {
    const plx_annotation *an = r->an;
    plx_map forms;
    plx_map_init(&forms, r->arena);
    size_t known = r->out.n;
    uint32_t longest = 1;
    for (size_t i = 0; i < known; i++) {
        const plx_name *n = &r->out.p[i];
        plx_str text = plx_str_at(an->account->text, n->span);
        plx_map_put(&forms, text, n->type, NULL);
        longest = PLX_MAX(longest, PLX_MIN(n->end - n->begin, 8u));
        if (n->type == PLX_PERSON && n->end - n->begin > 1) { /* the surname alone */
            plx_str last = plx_repair__tok(r, n->end - 1)->form;
            if (last.n > 2) plx_map_put(&forms, last, PLX_PERSON, NULL);
        }
    }
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        if (!may_be_name_token(r, i)) continue;
        for (uint32_t n = longest; n > 0; n--) {
            if (i + n > an->n_tokens ||
                plx_repair__tok(r, i + n - 1)->sentence != plx_repair__tok(r, i)->sentence)
                continue;
            plx_str text =
                plx_str_at(an->account->text, (plx_span){plx_repair__tok(r, i)->span.begin,
                                                         plx_repair__tok(r, i + n - 1)->span.end});
            uint32_t type = plx_map_get(&forms, text);
            if (type == PLX_NONE || is_portfolio(r, i)) continue;
            plx_repair__push(r, i, i + n, (plx_entity_type)type);
            break;
        }
    }
}

/* "South Northern" of "South Northern President", "Prime" of "Prime Minister". */
static bool only_describes(const plx_repair *r, uint32_t begin, uint32_t end) {
    bool sure;
    (void)by_words(r, begin, end, &sure);
    return !sure || plx_name__one_of(plx_repair__tok(r, begin), "Master Senior Deputy Lead Acting");
}

/* Capitals inside a sentence that the tagger passed over: whole stretches with evidence of a kind.
 */
static void take_missed(plx_repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        const plx_token *t = plx_repair__tok(r, i);
        if (!may_be_name_token(r, i) || plx_name__one_of(t, plx_name__months_days)) continue;
        uint32_t stop = an->sentences[t->sentence].end, end = i + 1;
        bool first = i == an->sentences[t->sentence].begin;
        while (end < stop && may_be_name_token(r, end)) end++;
        uint32_t begin = i;
        i = end - 1;
        bool proper = false;
        for (uint32_t k = begin; k < end; k++) {
            proper |= plx_repair__tok(r, k)->upos == PLX_UPOS_PROPN || lone_capital(r, k);
        }
        while (begin + 1 < end && plx_match_is_demonym(plx_repair__tok(r, begin)->form, NULL))
            begin++;
        while (end > begin && plx_name__is_title_word(plx_repair__tok(r, end - 1), NULL)) end--;
        bool listed = end == begin + 1 && plx_match_is_known_org(plx_repair__tok(r, begin)->form) &&
                      !plx_name__all_letters_capital(plx_repair__tok(r, begin));
        if (end == begin || (first && !listed) || !proper || junk(r, begin, end)) continue;
        if (end <= i && only_describes(r, begin, end)) continue;
        uint32_t who = person_inside(r, begin, end, PLX_OTHER);
        if (who != PLX_NONE) begin = who;
        while (begin + 1 < end && plx_name__is_title_word(plx_repair__tok(r, begin), NULL)) begin++;
        if (plx_match_is_demonym(plx_repair__tok(r, begin)->form, NULL) && end - begin == 1)
            continue;
        bool sure;
        plx_entity_type type = by_words(r, begin, end, &sure);
        if (!sure) type = by_context(r, begin, end, PLX_OTHER);
        if (type == PLX_OTHER && plx_name__all_capitals(plx_repair__tok(r, begin)) &&
            end - begin == 1) {
            type = PLX_ORGANIZATION;
        }
        if (type == PLX_OTHER && end - begin < 2 && plx_repair__tok(r, begin)->form.n < 4) continue;
        begin = plx_repair__before_ordinal(r, begin);
        plx_repair__push(r, begin, end, type);
    }
}

/* "the Orlin-Marsh meeting": two people whom the account also names alone. */
static void part_pairs(plx_repair *r) {
    plx_map alone;
    plx_map_init(&alone, r->arena);
    for (size_t i = 0; i < r->out.n; i++) {
        const plx_name *n = &r->out.p[i];
        bool hyphen =
            n->end - n->begin == 3 && plx_token_is_punct(plx_repair__tok(r, n->begin + 1), "-");
        if (!hyphen && n->type == PLX_PERSON)
            plx_map_put(&alone, plx_repair__tok(r, n->end - 1)->form, 1, NULL);
    }
    for (size_t i = 0; i < r->out.n; i++) {
        plx_name *n = &r->out.p[i];
        if (n->end - n->begin != 3 || !plx_token_is_punct(plx_repair__tok(r, n->begin + 1), "-"))
            continue;
        const plx_token *a = plx_repair__tok(r, n->begin), *b = plx_repair__tok(r, n->end - 1);
        if (plx_map_get(&alone, a->form) == PLX_NONE || plx_map_get(&alone, b->form) == PLX_NONE) {
            continue;
        }
        plx_name second = *n;
        n->span.end = a->span.end;
        n->end = n->begin + 1;
        second.span.begin = b->span.begin;
        second.begin = second.end - 1;
        plx_vec_push(&r->out, r->arena, second);
    }
}

static void sort_names(plx_repair *r) {
    plx_names sorted = {NULL, 0, 0};
    uint32_t *index = plx_new_n(r->arena, uint32_t, r->an->n_tokens);
    for (size_t i = 0; i < r->out.n; i++) index[r->out.p[i].begin] = (uint32_t)i + 1;
    for (size_t i = 0; i < r->an->n_tokens; i++) {
        if (!index[i]) continue;
        PLX_ASSERT(r->out.p != NULL);
        plx_vec_push(&sorted, r->arena, r->out.p[index[i] - 1]);
    }
    r->out = sorted;
}

plx_names plx_find__repair_names(const plx_annotation *an, plx_arena *arena) {
    plx_repair r = {.an = an, .arena = arena};
    r.in = plx_new_n(arena, uint8_t, an->n_tokens);
    read_cases(&r);
    plx_repair__patterns(&r);
    take_tagged(&r);
    take_acronyms(&r);
    propagate(&r);
    take_missed(&r);
    propagate(&r);
    part_pairs(&r);
    sort_names(&r);
    return r.out;
}
