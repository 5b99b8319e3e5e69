#include "find/name_repair.h"

#include "base/map.h"
#include "base/utf8.h"
#include "find/deps.h"
#include "find/nouns.h"
#include "match/names.h"
#include "match/things.h"

enum { MAX_NAME_TOKENS = 14 };

typedef struct repair {
    const plx_annotation *an;
    plx_arena *arena;
    uint8_t *in; /* token -> 0, or 1 + type of the name that it is in */
    plx_names out;
} repair;

static const plx_token *tok(const repair *r, uint32_t i) { return &r->an->tokens[i]; }

static bool capital(const plx_token *t) {
    size_t pos = 0;
    return t->form.n && plx_cp_is_upper(plx_utf8_next(t->form, &pos));
}
static bool is(const plx_token *t, const char *word) { return plx_token_is(t, word); }

/* Is it one of the words of the list, with a space between two? */
static bool one_of(const plx_token *t, const char *list) {
    plx_str form = t->form;
    PLX_ASSERT(form.p != NULL || form.n == 0);
    unsigned char first = form.n ? (unsigned char)form.p[0] | 0x20U : 0;
    for (const char *word = list;; word++) {
        const char *end = strchrnul(word, ' ');
        if (((unsigned char)*word | 0x20U) == first && (size_t)(end - word) == form.n &&
            plx_str_eq_nocase(plx_str_n(word, form.n), form)) {
            return true;
        }
        if (!*end) return false;
        word = end;
    }
}

static bool all_capitals(const plx_token *t) {
    size_t n = 0;
    for (size_t i = 0; i < t->form.n; i++) {
        char c = t->form.p[i];
        if (c == '.') continue;
        if (c < 'A' || c > 'Z') return false;
        n++;
    }
    return n >= 2 && n <= 6;
}

static bool all_letters_capital(const plx_token *t) {
    for (size_t pos = 0; pos < t->form.n;) {
        uint32_t cp = plx_utf8_next(t->form, &pos);
        if (plx_cp_is_lower(cp) || plx_cp_is_digit(cp)) return false;
    }
    return true;
}

static bool is_title_word(const plx_token *t, plx_gender *g) {
    char low[20];
    plx_str f = t->form;
    if (f.n && f.p[f.n - 1] == '.') f.n--;
    if (!f.n || f.n > sizeof low) return false;
    for (size_t k = 0; k < f.n; k++) {
        char c = f.p[k];
        low[k] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    plx_str s = plx_str_n(low, f.n);
    return plx_match_is_title(s, g) || plx_noun_is_role(s);
}

static bool is_given(const plx_token *t) {
    return capital(t) && plx_match_given_gender(t->form) != PLX_GENDER_UNKNOWN;
}

static const char months_days[] =
    "January February March April May June July August September October November December Monday "
    "Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct "
    "Nov "
    "Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Mon. Tue. Wed. Thu. Fri. Sat. Sun.";
static const char org_heads[] =
    "Ministry Department Dept Dept. Police Bureau Agency Committee "
    "Commission Council Court Parliament "
    "Congress Senate Party Union Association Organization Organisation "
    "Federation Foundation Institute "
    "Institution University College School Academy Hospital Clinic "
    "Bank Company Corp Corp. Inc Inc. Ltd "
    "Ltd. Group Authority Office Service Services Force Forces Army "
    "Navy Guard Embassy Consulate Church "
    "League Club Team United FC Airlines Airways Times Post Journal "
    "Herald Tribune News Radio Television "
    "TV Network Press Media Studios Records Industries Holdings "
    "Partners Society Administration Coalition "
    "Terminals Aggregates Construction Shipping Logistics Motors Energy Steel Systems Technologies "
    "Pharmaceuticals Lines Enterprises Ventures Solutions "
    "Alliance Front Movement Brigade Brigades Command Center Centre "
    "Museum Library Board Fund Trust";
static const char place_heads[] = "Street St. Avenue Ave Ave. Road Rd Rd. Drive Boulevard Blvd "
                                  "Blvd. Lane Square Park Bridge River Lake "
                                  "Mountain Mountains Mount Island Islands Peninsula Strip County "
                                  "City Village Town Valley Bay Beach "
                                  "Airport Station Highway Hills Heights Gardens Sea Ocean Coast "
                                  "Desert Forest Zone Province Region "
                                  "District Territory Palace Tower Hotel Plaza Crossing";
static const char settlements[] = "kibbutz city town village province district county island";
static const char joiners[] =
    "of the and for de la del al el bin ibn ben von van der du da & in on at";

/* ---- spans -------------------------------------------------------------------------------------
 */

static void push(repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    plx_name n = {{tok(r, begin)->span.begin, tok(r, end - 1)->span.end}, begin, end, type};
    for (uint32_t i = begin; i < end; i++) {
        if (r->in[i]) return;
    }
    for (uint32_t i = begin; i < end; i++) r->in[i] = (uint8_t)(1 + type);
    plx_vec_push(&r->out, r->arena, n);
}

/* Ends cut off that no name has: articles, titles before a person, small and lower-case words
 * behind. */
static bool behind_hyphen(const repair *r, uint32_t i) {
    return i > 0 && plx_token_is_punct(tok(r, i - 1), "-") && !tok(r, i)->space_before;
}

static void trim(const repair *r, uint32_t *begin, uint32_t *end) {
    while (*begin < *end) {
        const plx_token *t = tok(r, *begin);
        bool genitive = plx_str_eq(t->fold, PLX_S("'s")) || plx_str_eq(t->fold, PLX_S("'"));
        if (one_of(t, "the a an") || genitive || t->upos == PLX_UPOS_PUNCT ||
            (*begin + 1 < *end && !capital(t) && t->upos != PLX_UPOS_NUM && !one_of(t, joiners) &&
             t->form.n > 3)) {
            (*begin)++;
        } else {
            break;
        }
    }
    while (*begin < *end) {
        const plx_token *t = tok(r, *end - 1);
        bool genitive = plx_str_eq(t->fold, PLX_S("'s")) || plx_str_eq(t->fold, PLX_S("'"));
        bool digits = t->form.p && t->form.p[0] >= '0' && t->form.p[0] <= '9';
        bool lower = !capital(t) && !digits && !one_of(t, "police") &&
                     !(behind_hyphen(r, *end - 1) && *end - *begin > 2);
        bool weekday = *end - *begin > 1 && t->form.n > 5 && one_of(t, months_days) &&
                       tok(r, *end - 2)->upos == PLX_UPOS_PROPN && !is_given(t);
        if (genitive || lower || weekday || (t->upos == PLX_UPOS_PUNCT && !capital(t))) {
            (*end)--;
        } else {
            break;
        }
    }
}

static bool junk(const repair *r, uint32_t begin, uint32_t end) {
    bool any = false;
    for (uint32_t i = begin; i < end; i++) any |= capital(tok(r, i)) && tok(r, i)->form.n > 1;
    if (!any) return true;
    bool hyphen = begin + 1 < end && plx_token_is_punct(tok(r, begin + 1), "-");
    if (one_of(tok(r, begin), months_days) && !is_given(tok(r, begin)) && !hyphen) return true;
    if (one_of(tok(r, begin), months_days) && end - begin == 1) return true;
    bool generic = true;
    for (uint32_t i = begin; i < end; i++) {
        generic &=
            is_title_word(tok(r, i), NULL) ||
            one_of(tok(r, i), "Hospital Police Street Department Ministry Union University "
                              "College School Company Group Kibbutz City Town Church Embassy "
                              "Committee Commission Council Court Force Forces Foreign Office "
                              "Army Navy Board Club Team St. Sen Sen. Rep Rep.");
    }
    const plx_token *last = tok(r, end - 1);
    if (one_of(last, months_days) && one_of(tok(r, begin), "On In By Since Until From Last Next")) {
        return true;
    }
    if (generic && (end - begin == 1 || is_title_word(last, NULL))) return true;
    if (end - begin > 1) return false;
    const plx_token *t = tok(r, begin);
    bool first = begin == r->an->sentences[t->sentence].begin;
    bool proper = t->upos == PLX_UPOS_PROPN || t->upos == PLX_UPOS_X || all_capitals(t);
    if (!proper && !is_given(t) && !plx_match_is_known_place(t->form)) return true;
    return (first &&
            (t->upos == PLX_UPOS_DET || t->upos == PLX_UPOS_PRON || t->upos == PLX_UPOS_ADP ||
             t->upos == PLX_UPOS_SCONJ || t->upos == PLX_UPOS_ADV || t->upos == PLX_UPOS_CCONJ));
}

/* Where a person begins inside a longer stretch: behind the last title, or at a given name that two
 * or more words end with. */
static uint32_t person_inside(const repair *r, uint32_t begin, uint32_t end) {
    for (uint32_t i = end; i-- > begin + 1;) {
        if (is_title_word(tok(r, i - 1), NULL) && capital(tok(r, i)) &&
            !one_of(tok(r, i), org_heads)) {
            return i;
        }
        if (one_of(tok(r, i), "of for and the")) return PLX_NONE;
        if (is_given(tok(r, i)) && i + 1 < end && !plx_match_is_known_place(tok(r, i)->form) &&
            !one_of(tok(r, end - 1), org_heads) && !one_of(tok(r, end - 1), place_heads)) {
            return i;
        }
    }
    return PLX_NONE;
}

static plx_entity_type by_words(const repair *r, uint32_t begin, uint32_t end, bool *sure) {
    *sure = true;
    const plx_token *first = tok(r, begin), *last = tok(r, end - 1);
    plx_str text = plx_str_at(r->an->account->text, (plx_span){first->span.begin, last->span.end});
    if (plx_match_is_known_org(text)) return PLX_ORGANIZATION;
    if (plx_match_is_known_place(text)) return PLX_PLACE;
    bool digits = first->form.n && first->form.p[0] >= '0' && first->form.p[0] <= '9';
    if (end - begin > 1) {
        if (one_of(last, place_heads)) return PLX_PLACE;
        if (one_of(last, org_heads) || is(last, "police")) return PLX_ORGANIZATION;
        for (uint32_t i = begin; i + 1 < end; i++) {
            if (one_of(tok(r, i + 1), "of for") && one_of(tok(r, i), org_heads)) {
                return PLX_ORGANIZATION;
            }
        }
        if (is_given(first) && !digits) return PLX_PERSON;
    } else if (is_given(first)) {
        return PLX_PERSON;
    }
    *sure = false;
    return PLX_OTHER;
}

static bool age_behind(const repair *r, uint32_t end) {
    if (end + 2 >= r->an->n_tokens || !is(tok(r, end), ",")) return false;
    plx_str f = tok(r, end + 1)->form;
    return f.n >= 1 && f.n <= 2 && f.p[0] >= '1' && f.p[0] <= '9' &&
           plx_token_is_punct(tok(r, end + 2), ",");
}

/* What stands around it. */
static plx_entity_type by_context(const repair *r, uint32_t begin, uint32_t end,
                                  plx_entity_type tagged) {
    bool sure;
    plx_entity_type type = by_words(r, begin, end, &sure);
    uint32_t first = r->an->sentences[tok(r, begin)->sentence].begin;
    const plx_token *before = begin > first ? tok(r, begin - 1) : NULL;
    const plx_token *behind = end < r->an->n_tokens ? tok(r, end) : NULL;
    if (sure && type != PLX_PERSON) return type;
    if (age_behind(r, end)) return PLX_PERSON;
    bool titled = before && is_title_word(before, NULL);
    if (titled && (capital(before) || end - begin > 1) && !(sure && type != PLX_PERSON)) {
        return PLX_PERSON;
    }
    plx_str lemma = before && before->lemma.n ? before->lemma : PLX_S("");
    if (before && plx_token_is_punct(before, ",") && begin > first + 1) {
        plx_str kin = tok(r, begin - 2)->lemma;
        if (plx_noun_is_kin(kin)) return PLX_PERSON;
    }
    if (plx_noun_is_kin(lemma) && !plx_str_eq(lemma, PLX_S("family"))) return PLX_PERSON;
    static const char settled[] = "kibbutz city town village province district county island";
    if ((before && one_of(before, settled)) || (behind && one_of(behind, settled)))
        return PLX_PLACE;
    if (behind && one_of(behind, "family families")) return PLX_PERSON;
    if (sure && type == PLX_PERSON && (tagged == PLX_PERSON || end - begin == 1)) return type;
    if (sure && type == PLX_PERSON && tagged != PLX_PLACE) return type;
    return tagged;
}

/* ---- the tagger's names
 * -------------------------------------------------------------------------- */

/* "Bureau of Alcohol, Tobacco, Firearms and Explosives", "Department of Health and Public Safety".
 */
static uint32_t through_list(const repair *r, uint32_t begin, uint32_t end) {
    bool office = false;
    for (uint32_t i = begin; i + 1 < end; i++) {
        office |= one_of(tok(r, i), org_heads) && one_of(tok(r, i + 1), "of for");
    }
    if (!office) return end;
    uint32_t stop = r->an->sentences[tok(r, begin)->sentence].end, at = end, good = end;
    bool comma = false;
    while (at < stop && at - begin < MAX_NAME_TOKENS) {
        const plx_token *t = tok(r, at);
        if (capital(t) && !is_given(t)) {
            at++;
            if (!comma) good = at;
        } else if (one_of(t, "and &") && at + 1 < stop && capital(tok(r, at + 1))) {
            if (comma || good == at) comma = false;
            at++;
        } else if (plx_token_is_punct(t, ",") && at + 1 < stop && capital(tok(r, at + 1))) {
            comma = true;
            at++;
        } else {
            break;
        }
    }
    return good;
}

/* Names of three parts that the tagger cut: "Kim Jong" + "Un". */
static uint32_t more_of_person(const repair *r, uint32_t begin, uint32_t end) {
    uint32_t stop = r->an->sentences[tok(r, begin)->sentence].end;
    while (end < stop && end - begin < 4) {
        const plx_token *t = tok(r, end);
        bool hyphen = plx_token_is_punct(t, "-") && !t->space_before && end + 1 < stop &&
                      !tok(r, end + 1)->space_before && tok(r, end + 1)->form.n <= 6 &&
                      tok(r, end + 1)->upos != PLX_UPOS_VERB &&
                      !plx_match_is_known_place(tok(r, end + 1)->form);
        if (hyphen) {
            end += 2;
            continue;
        }
        if (!capital(t) || t->upos != PLX_UPOS_PROPN || r->in[end] || is_title_word(t, NULL) ||
            one_of(t, months_days) || plx_match_is_demonym(t->form, NULL) || all_capitals(t)) {
            break;
        }
        end++;
    }
    return end;
}

static bool is_quote(const plx_token *t) { return one_of(t, "\" “ ” ' ‘ ’ `` ''"); }

/* "Irina \"Needle\" Orlin": the tagger stops at a mark. */
static uint32_t through_nickname(const repair *r, uint32_t begin, uint32_t end) {
    uint32_t stop = r->an->sentences[tok(r, begin)->sentence].end;
    uint32_t open = PLX_NONE;
    for (uint32_t i = begin + 1; i < end; i++) {
        open = !is_quote(tok(r, i)) ? open : open == PLX_NONE ? i : PLX_NONE;
    }
    if (open == PLX_NONE && end < stop && end == begin + 1 && is_quote(tok(r, end))) open = end;
    if (open == PLX_NONE || open + 3 >= stop) return end;
    uint32_t close = open + 2;
    bool fits = capital(tok(r, open + 1)) && is_quote(tok(r, close)) &&
                capital(tok(r, close + 1)) && tok(r, close + 1)->upos == PLX_UPOS_PROPN &&
                !tok(r, open + 1)->space_before && !tok(r, close)->space_before;
    return fits ? PLX_MAX(end, close + 2) : end;
}

/* "Mar-a - Lago" */
static uint32_t before_hyphen(const repair *r, uint32_t begin) {
    uint32_t first = r->an->sentences[tok(r, begin)->sentence].begin;
    if (begin < first + 2 || !plx_token_is_punct(tok(r, begin - 1), "-")) return begin;
    const plx_token *t = tok(r, begin - 2);
    if (!capital(t) || r->in[begin - 2]) return begin;
    if (plx_match_is_demonym(t->form, NULL) || plx_match_is_known_place(t->form)) return begin;
    return begin - 2;
}

static bool generic_office(const repair *r, uint32_t i) {
    return one_of(tok(r, i),
                  "Foreign Defense Defence Interior Health Education Finance Justice Trade "
                  "Ministry Embassy Parliament Army Navy Government Police Department");
}

/* "Northern" before "Foreign Ministry": whose it is belongs to the name. */
static uint32_t before_office(const repair *r, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        if (!generic_office(r, i)) return begin;
    }
    uint32_t first = r->an->sentences[tok(r, begin)->sentence].begin;
    while (begin > first && !r->in[begin - 1] && generic_office(r, begin - 1)) begin--;
    bool whose =
        begin > first && !r->in[begin - 1] && plx_match_is_demonym(tok(r, begin - 1)->form, NULL);
    return whose ? begin - 1 : begin;
}

/* "X and Y" as one name: where they are two; the place of "and", or PLX_NONE. */
static uint32_t two_joined(const repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    for (uint32_t i = begin + 1; i + 1 < end; i++) {
        if (!is(tok(r, i), "and")) continue;
        const plx_annotation *an = r->an;
        plx_str left = plx_str_at(an->account->text,
                                  (plx_span){tok(r, begin)->span.begin, tok(r, i - 1)->span.end});
        plx_str right = plx_str_at(
            an->account->text, (plx_span){tok(r, i + 1)->span.begin, tok(r, end - 1)->span.end});
        bool places = plx_match_is_known_place(left) || plx_match_is_known_place(right);
        if (places || type == PLX_PERSON || type == PLX_PLACE) return i;
    }
    return PLX_NONE;
}

/* "the Orlin-Northland affair": somebody and a country, not a name of two parts. */
static bool between_two(const repair *r, uint32_t begin, uint32_t end) {
    if (end - begin != 3 || !plx_token_is_punct(tok(r, begin + 1), "-")) return false;
    const plx_token *right = tok(r, end - 1);
    bool alone = plx_match_is_known_place(right->form) && !is_given(right);
    return alone &&
           !plx_match_is_known_place(plx_str_at(
               r->an->account->text, (plx_span){tok(r, begin)->span.begin, right->span.end}));
}

/* "Chief Rabbi of Northland Berel Roe": an office of somewhere, then who holds it. */
static uint32_t holder_inside(const repair *r, uint32_t begin, uint32_t end) {
    if (end - begin < 4 || !is_title_word(tok(r, begin), NULL)) return PLX_NONE;
    for (uint32_t i = begin + 1; i + 3 < end + 1 && i + 2 < end; i++) {
        if (!is(tok(r, i), "of")) continue;
        if (plx_match_is_known_place(tok(r, i + 1)->form) && capital(tok(r, i + 2))) return i + 2;
    }
    return PLX_NONE;
}

static void take(repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    trim(r, &begin, &end);
    if (begin >= end) return;
    if (end - begin > 1 && one_of(tok(r, begin), settlements)) begin++;
    begin = before_office(r, begin, end);
    uint32_t both = two_joined(r, begin, end, type);
    if (both != PLX_NONE) {
        take(r, begin, both, type);
        take(r, both + 1, end, type);
        return;
    }
    if (between_two(r, begin, end)) {
        take(r, begin, begin + 1, type);
        take(r, begin + 2, end, PLX_PLACE);
        return;
    }
    uint32_t who = holder_inside(r, begin, end);
    if (who == PLX_NONE) who = person_inside(r, begin, end);
    if (who != PLX_NONE && !(type == PLX_PERSON && who == begin)) {
        uint32_t rest = who;
        while (rest > begin && is_title_word(tok(r, rest - 1), NULL)) rest--;
        push(r, who, end, PLX_PERSON);
        bool sure = false;
        if (rest > begin) (void)by_words(r, begin, rest, &sure);
        if (sure) take(r, begin, rest, PLX_ORGANIZATION);
        return;
    }
    while (begin + 1 < end && is_title_word(tok(r, begin), NULL) && type == PLX_PERSON) begin++;
    while (begin + 1 < end && is_title_word(tok(r, end - 1), NULL) && type != PLX_PERSON) end--;
    bool number = tok(r, begin)->upos == PLX_UPOS_NUM;
    if (number && begin + 1 < end && !one_of(tok(r, end - 1), place_heads)) begin++;
    if (type == PLX_PERSON) end = through_nickname(r, begin, more_of_person(r, begin, end));
    uint32_t stop = r->an->sentences[tok(r, begin)->sentence].end;
    while (end < stop && end - begin < 4 && !r->in[end] && capital(tok(r, end)) &&
           one_of(tok(r, end), org_heads)) {
        end++; /* "Northgate" + "Terminals" */
    }
    begin = before_hyphen(r, begin);
    if (plx_match_is_demonym(
            plx_str_at(r->an->account->text,
                       (plx_span){tok(r, begin)->span.begin, tok(r, end - 1)->span.end}),
            NULL)) {
        return;
    }
    if (type != PLX_PERSON) end = through_list(r, begin, end);
    if (junk(r, begin, end)) return;
    push(r, begin, end, by_context(r, begin, end, type));
}

/* Pieces of one name that the tagger parted: "Federation of" + "X", "Yale-New" + "Haven" +
 * "Hospital". */
static bool belongs_together(const repair *r, const plx_name *a, const plx_name *b) {
    const plx_token *last = tok(r, a->end - 1);
    if (tok(r, a->begin)->sentence != tok(r, b->begin)->sentence) return false;
    if (b->begin == a->end && one_of(last, "of for")) return true;
    if (b->begin == a->end + 1 && one_of(tok(r, a->end), "of for")) {
        return one_of(last, org_heads) && a->type != PLX_PERSON;
    }
    if (b->begin != a->end) return false;
    const plx_token *next = tok(r, b->begin);
    if (a->end - a->begin == 1 && is_given(last) && capital(next) && b->end - b->begin <= 2 &&
        !is_title_word(next, NULL)) {
        return true;
    }
    if (plx_str_eq(next->fold, PLX_S("'s"))) {
        return b->begin + 1 < b->end && one_of(tok(r, b->end - 1), org_heads) &&
               a->type != PLX_PERSON;
    }
    if (a->type == PLX_PERSON || b->type == PLX_PERSON) return false;
    if (plx_match_is_demonym(last->form, NULL) && !one_of(next, org_heads)) return false;
    return capital(last) && capital(tok(r, b->begin));
}

static void take_tagged(repair *r) {
    const plx_annotation *an = r->an;
    for (size_t i = 0; i < an->n_names;) {
        plx_name n = an->names[i++];
        if (n.begin >= n.end || n.end > an->n_tokens) continue;
        while (i < an->n_names && belongs_together(r, &n, &an->names[i])) {
            n.end = an->names[i].end;
            bool person = is_given(tok(r, n.begin));
            bool place = an->names[i].type == PLX_PLACE && n.type == PLX_PLACE;
            n.type = person ? PLX_PERSON : place ? PLX_PLACE : PLX_ORGANIZATION;
            i++;
        }
        take(r, n.begin, n.end, n.type);
    }
}

/* ---- addresses, and what was missed
 * -------------------------------------------------------------- */

static void take_addresses(repair *r) {
    const plx_annotation *an = r->an;
    static const char streets[] =
        "Street St. St Avenue Ave. Ave Road Rd. Rd Drive Boulevard Blvd. Blvd "
        "Lane Court Place Terrace Way";
    for (uint32_t i = 0; i + 2 < an->n_tokens; i++) {
        const plx_token *t = tok(r, i);
        if (!t->form.n || t->form.p[0] < '0' || t->form.p[0] > '9') continue;
        uint32_t begin = i, stop = PLX_MIN(an->sentences[t->sentence].end, i + 6);
        uint32_t k = i + 1;
        while (k < stop && one_of(tok(r, k), "/ - –") && k + 1 < stop) k += 2;
        uint32_t name = k;
        while (k < stop && capital(tok(r, k)) && !one_of(tok(r, k), streets)) k++;
        if (k > name && k < stop && one_of(tok(r, k), streets)) push(r, begin, k + 1, PLX_PLACE);
    }
}

/* "St. Vincent's Hospital", "St. Louis" */
static void take_saints(repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i + 1 < an->n_tokens; i++) {
        if (!one_of(tok(r, i), "St. St Saint Ste.") || !capital(tok(r, i + 1))) continue;
        uint32_t stop = an->sentences[tok(r, i)->sentence].end, k = i + 1;
        if (i > an->sentences[tok(r, i)->sentence].begin && capital(tok(r, i - 1)) &&
            tok(r, i - 1)->upos == PLX_UPOS_PROPN) {
            continue; /* "Elm St. Police" */
        }
        while (k < stop && k - i < 6 &&
               (capital(tok(r, k)) || plx_str_eq(tok(r, k)->fold, PLX_S("'s")))) {
            k++;
        }
        while (k > i + 2 && !one_of(tok(r, k - 1), org_heads)) k--;
        bool org = one_of(tok(r, k - 1), org_heads);
        push(r, i, k, org ? PLX_ORGANIZATION : PLX_PLACE);
    }
}

/* "WEST MILLTON, Fla. (AP)" at the head of a paragraph. */
static void take_datelines(repair *r) {
    const plx_annotation *an = r->an;
    for (size_t s = 0; s < an->n_sentences; s++) {
        if (!an->sentences[s].paragraph_start) continue;
        uint32_t begin = an->sentences[s].begin, k = begin, stop = an->sentences[s].end;
        while (k < stop && k - begin < 4 && tok(r, k)->form.n > 2 && capital(tok(r, k)) &&
               all_letters_capital(tok(r, k))) {
            k++;
        }
        if (k > begin && k < stop && one_of(tok(r, k), ", — – -- - (")) {
            push(r, begin, k, PLX_PLACE);
        }
    }
}

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

static void take_acronyms(repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        if (r->in[i] || !is_dotted(tok(r, i)) || plx_match_is_demonym(tok(r, i)->form, NULL)) {
            continue;
        }
        bool person = i + 1 < an->n_tokens && r->in[i + 1] == 1 + PLX_PERSON;
        bool place = plx_match_is_known_place(tok(r, i)->form);
        if (!person || (i && plx_token_is(tok(r, i - 1), "the"))) {
            push(r, i, i + 1, place ? PLX_PLACE : PLX_ORGANIZATION);
        }
    }
}

static bool may_be_name_token(const repair *r, uint32_t i) {
    const plx_token *t = tok(r, i);
    return !r->in[i] && capital(t) && t->upos != PLX_UPOS_PUNCT;
}

/* Forms that are names somewhere in this account are names everywhere. */
static void propagate(repair *r) {
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
            plx_str last = tok(r, n->end - 1)->form;
            if (last.n > 2) plx_map_put(&forms, last, PLX_PERSON, NULL);
        }
    }
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        if (!may_be_name_token(r, i)) continue;
        for (uint32_t n = longest; n > 0; n--) {
            if (i + n > an->n_tokens || tok(r, i + n - 1)->sentence != tok(r, i)->sentence)
                continue;
            plx_str text = plx_str_at(
                an->account->text, (plx_span){tok(r, i)->span.begin, tok(r, i + n - 1)->span.end});
            uint32_t type = plx_map_get(&forms, text);
            if (type == PLX_NONE) continue;
            push(r, i, i + n, (plx_entity_type)type);
            break;
        }
    }
}

/* Capitals inside a sentence that the tagger passed over: whole stretches with evidence of a kind.
 */
static void take_missed(repair *r) {
    const plx_annotation *an = r->an;
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        const plx_token *t = tok(r, i);
        if (!may_be_name_token(r, i) || one_of(t, months_days)) continue;
        uint32_t stop = an->sentences[t->sentence].end, end = i + 1;
        bool first = i == an->sentences[t->sentence].begin;
        while (end < stop && may_be_name_token(r, end)) end++;
        uint32_t begin = i;
        i = end - 1;
        bool proper = false;
        for (uint32_t k = begin; k < end; k++) proper |= tok(r, k)->upos == PLX_UPOS_PROPN;
        while (begin + 1 < end && plx_match_is_demonym(tok(r, begin)->form, NULL)) begin++;
        if (first || !proper || junk(r, begin, end)) continue;
        while (begin + 1 < end && is_title_word(tok(r, begin), NULL)) begin++;
        if (plx_match_is_demonym(tok(r, begin)->form, NULL) && end - begin == 1) continue;
        bool sure;
        plx_entity_type type = by_words(r, begin, end, &sure);
        if (!sure) type = by_context(r, begin, end, PLX_OTHER);
        if (type == PLX_OTHER && all_capitals(tok(r, begin)) && end - begin == 1) {
            type = PLX_ORGANIZATION;
        }
        if (type == PLX_OTHER && end - begin < 2 && tok(r, begin)->form.n < 4) continue;
        push(r, begin, end, type);
    }
}

static void sort_names(repair *r) {
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
    repair r = {.an = an, .arena = arena};
    r.in = plx_new_n(arena, uint8_t, an->n_tokens);
    take_addresses(&r);
    take_saints(&r);
    take_datelines(&r);
    take_tagged(&r);
    take_acronyms(&r);
    propagate(&r);
    take_missed(&r);
    propagate(&r);
    sort_names(&r);
    return r.out;
}
