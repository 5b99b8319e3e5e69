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

static bool one_of(const plx_token *t, const char *list) {
    plx_str rest = plx_str_of(list), word;
    while (plx_str_split(&rest, ' ', &word)) {
        if (plx_str_eq_nocase(word, t->form)) return true;
    }
    return false;
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
static const char org_heads[] = "Ministry Department Dept Dept. Police Bureau Agency Committee "
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
                                "Alliance Front Movement Brigade Brigades Command Center Centre "
                                "Museum Library Board Fund Trust";
static const char place_heads[] = "Street St. Avenue Ave Ave. Road Rd Rd. Drive Boulevard Blvd "
                                  "Blvd. Lane Square Park Bridge River Lake "
                                  "Mountain Mountains Mount Island Islands Peninsula Strip County "
                                  "City Village Town Valley Bay Beach "
                                  "Airport Station Highway Hills Heights Gardens Sea Ocean Coast "
                                  "Desert Forest Zone Province Region "
                                  "District Territory Palace Tower Hotel Plaza Crossing";
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
static void trim(const repair *r, uint32_t *begin, uint32_t *end) {
    while (*begin < *end) {
        const plx_token *t = tok(r, *begin);
        if (one_of(t, "the a an") || t->upos == PLX_UPOS_PUNCT ||
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
        bool lower = !capital(t) && !digits && !one_of(t, "police");
        if (genitive || lower || (t->upos == PLX_UPOS_PUNCT && !capital(t))) {
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
    if (one_of(tok(r, begin), months_days) && !is_given(tok(r, begin))) return true;
    if (one_of(tok(r, begin), months_days) && end - begin == 1) return true;
    if (end - begin > 1) return false;
    const plx_token *t = tok(r, begin);
    bool first = begin == r->an->sentences[t->sentence].begin;
    return is_title_word(t, NULL) ||
           (first &&
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
    if (before && is_title_word(before, NULL) && capital(before)) return PLX_PERSON;
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

static void take(repair *r, uint32_t begin, uint32_t end, plx_entity_type type) {
    trim(r, &begin, &end);
    if (begin >= end) return;
    uint32_t who = person_inside(r, begin, end);
    if (who != PLX_NONE && !(type == PLX_PERSON && who == begin)) {
        uint32_t rest = who;
        while (rest > begin && is_title_word(tok(r, rest - 1), NULL)) rest--;
        push(r, who, end, PLX_PERSON);
        if (rest > begin) take(r, begin, rest, PLX_ORGANIZATION);
        return;
    }
    while (begin + 1 < end && is_title_word(tok(r, begin), NULL) && type == PLX_PERSON) begin++;
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
    if (b->begin != a->end || a->type == PLX_PERSON || b->type == PLX_PERSON) return false;
    if (plx_match_is_demonym(last->form, NULL)) return false;
    return capital(last) && capital(tok(r, b->begin));
}

static void take_tagged(repair *r) {
    const plx_annotation *an = r->an;
    for (size_t i = 0; i < an->n_names;) {
        plx_name n = an->names[i++];
        if (n.begin >= n.end || n.end > an->n_tokens) continue;
        while (i < an->n_names && belongs_together(r, &n, &an->names[i])) {
            n.end = an->names[i].end;
            n.type = an->names[i++].type == PLX_PLACE && n.type == PLX_PLACE ? PLX_PLACE
                                                                             : PLX_ORGANIZATION;
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
        bool proper = true;
        for (uint32_t k = begin; k < end; k++) proper &= tok(r, k)->upos == PLX_UPOS_PROPN;
        if (first || !proper || junk(r, begin, end)) continue;
        while (begin + 1 < end && is_title_word(tok(r, begin), NULL)) begin++;
        if (plx_match_is_demonym(tok(r, begin)->form, NULL) && end - begin == 1) continue;
        bool sure;
        plx_entity_type type = by_words(r, begin, end, &sure);
        if (!sure) type = by_context(r, begin, end, PLX_OTHER);
        if (type == PLX_OTHER && all_capitals(tok(r, begin)) && end - begin == 1) {
            type = PLX_ORGANIZATION;
        }
        if (type == PLX_OTHER && end - begin < 2) continue;
        push(r, begin, end, type);
    }
}

static void sort_names(repair *r) {
    plx_names sorted = {NULL, 0, 0};
    uint32_t *index = plx_new_n(r->arena, uint32_t, r->an->n_tokens);
    for (size_t i = 0; i < r->out.n; i++) index[r->out.p[i].begin] = (uint32_t)i + 1;
    for (size_t i = 0; i < r->an->n_tokens; i++) {
        if (index[i]) plx_vec_push(&sorted, r->arena, r->out.p[index[i] - 1]);
    }
    r->out = sorted;
}

plx_names plx_find__repair_names(const plx_annotation *an, plx_arena *arena) {
    repair r = {.an = an, .arena = arena};
    r.in = plx_new_n(arena, uint8_t, an->n_tokens);
    take_addresses(&r);
    take_tagged(&r);
    propagate(&r);
    take_missed(&r);
    propagate(&r);
    sort_names(&r);
    return r.out;
}
