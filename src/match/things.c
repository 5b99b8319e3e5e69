/* Names of organisations and places. See things.h. */
#include "match/names__.h"
#include "match/things__.h"

#include "base/utf8.h"

enum { MAX_WORDS = 14, MAX_BYTES = 160 };

typedef struct words {
    char bytes[MAX_BYTES];
    size_t n_bytes;
    plx_str w[MAX_WORDS];
    size_t n;
    bool article;  /* "the" stood before it */
    bool capitals; /* one word, written in capitals or with full stops */
} words;

static char base_letter(uint8_t l) {
    static const char special[] = "cszouncgleara"; /* PLX_L_CH... */
    return l <= 26 ? (char)('a' + l - 1) : special[l - PLX_L_CH];
}

static void put_char(words *s, char c) {
    if (s->n_bytes + 1 < MAX_BYTES) s->bytes[s->n_bytes++] = c;
}

/* Letters and digits stay, full stops inside abbreviations and apostrophes go, the rest parts
 * words. */
static void fold(plx_str name, words *s) {
    bool in_word = false, upper = true;
    unsigned dots = 0;
    for (size_t pos = 0; pos < name.n;) {
        uint32_t cp = plx_utf8_next(name, &pos);
        if (plx_cp_is_apostrophe(cp)) {
            size_t next = pos;
            uint32_t after = next < name.n ? plx_utf8_next(name, &next) : 0;
            uint32_t behind = next < name.n ? plx_utf8_next(name, &next) : ' ';
            if ((after == 's' || after == 'S') && !plx_cp_is_alnum(behind)) pos++; /* genitive */
            continue;
        }
        if (cp == '.') {
            dots += in_word;
            continue;
        }
        if (cp == '&') {
            if (in_word) put_char(s, ' ');
            put_char(s, 'a');
            put_char(s, 'n');
            put_char(s, 'd');
            put_char(s, ' ');
            in_word = false;
            continue;
        }
        uint32_t low = plx_cp_lower(cp);
        uint8_t letters[4];
        bool consonantal = false;
        int n = low >= '0' && low <= '9' ? 0 : plx_match__letters(low, letters, &consonantal);
        if (low >= '0' && low <= '9') {
            put_char(s, (char)low);
            in_word = true;
        } else if (n >= 0 && plx_cp_is_alnum(cp)) {
            upper &= low != cp;
            for (int i = 0; i < n; i++) put_char(s, base_letter(letters[i]));
            in_word = true;
        } else if (in_word) {
            put_char(s, ' ');
            in_word = false;
        }
    }
    s->capitals = upper || dots > 1;
}

static bool one_of(plx_str s, const char *list) {
    plx_str rest = plx_str_of(list), part;
    while (plx_str_split(&rest, ' ', &part)) {
        if (plx_str_eq(part, s)) return true;
    }
    return false;
}

static void split(words *s) {
    plx_str rest = plx_str_n(s->bytes, s->n_bytes), part;
    s->n = 0;
    while (plx_str_split(&rest, ' ', &part)) {
        if (!part.n) continue;
        if (!s->n && plx_str_eq(part, PLX_S("the"))) {
            s->article = true;
            continue;
        }
        if (s->n < MAX_WORDS) s->w[s->n++] = part;
    }
}

static plx_str joined(const words *s, char *out, size_t cap) {
    size_t n = 0;
    for (size_t i = 0; i < s->n; i++) {
        if (i && n < cap) out[n++] = ' ';
        size_t take = PLX_MIN(s->w[i].n, cap - n);
        memcpy(out + n, s->w[i].p, take);
        n += take;
    }
    return plx_str_n(out, n);
}

static plx_str alias_of(plx_str key) {
    uint32_t i = plx_str_lookup(plx_match__alias_from, plx_match__n_aliases, key);
    return i == PLX_NONE ? key : plx_match__alias_to[i];
}

static plx_str ordinal(plx_str w) {
    static const char *const table[][2] = {
        {"first", "1st"},       {"second", "2nd"},       {"third", "3rd"},
        {"fourth", "4th"},      {"fifth", "5th"},        {"sixth", "6th"},
        {"seventh", "7th"},     {"eighth", "8th"},       {"ninth", "9th"},
        {"tenth", "10th"},      {"eleventh", "11th"},    {"twelfth", "12th"},
        {"thirteenth", "13th"}, {"fourteenth", "14th"},  {"fifteenth", "15th"},
        {"sixteenth", "16th"},  {"seventeenth", "17th"}, {"eighteenth", "18th"},
        {"nineteenth", "19th"}, {"twentieth", "20th"}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(w, plx_str_of(table[i][0]))) return plx_str_of(table[i][1]);
    }
    return w;
}

/* Abbreviations inside longer names: "U.N. Command". Expanded in place, whole aliases first. */
static bool expand(words *s) {
    char key[MAX_BYTES];
    plx_str whole = joined(s, key, sizeof key), to = alias_of(whole);
    bool changed = to.p != whole.p;
    if (changed) {
        words e = {.article = s->article, .capitals = s->capitals, .n_bytes = to.n};
        memcpy(e.bytes, to.p, to.n);
        *s = e;
        split(s);
        return true;
    }
    if (s->n < 2) return false;
    words e = {.article = s->article};
    bool party = s->n == 2 && one_of(s->w[0], "d r i"); /* "D-Conn." */
    changed = party;
    for (size_t i = party; i < s->n; i++) {
        plx_str w = s->w[i];
        if (one_of(w, "us usa uk un eu")) w = alias_of(w);
        if (party) w = alias_of(w);
        w = ordinal(w);
        if (one_of(w, "dept")) w = PLX_S("department");
        if (one_of(w, "st") && i + 1 == s->n) w = PLX_S("street");
        if (one_of(w, "ave")) w = PLX_S("avenue");
        if (one_of(w, "intl")) w = PLX_S("international");
        if (one_of(w, "univ")) w = PLX_S("university");
        if (one_of(w, "natl")) w = PLX_S("national");
        if (one_of(w, "defence")) w = PLX_S("defense");
        if (one_of(w, "centre")) w = PLX_S("center");
        if (one_of(w, "organisation")) w = PLX_S("organization");
        changed |= w.p != s->w[i].p;
        if (e.n_bytes) put_char(&e, ' ');
        for (size_t k = 0; k < w.n; k++) put_char(&e, w.p[k]);
    }
    if (!changed) return false;
    e.capitals = s->capitals;
    *s = e;
    split(s);
    return true;
}

/* "U.S. Supreme Court", "Supreme Court of the United States": the body of the list alone. */
static bool drop_country(words *s) {
    bool before =
        s->n > 2 && plx_str_eq(s->w[0], PLX_S("united")) && plx_str_eq(s->w[1], PLX_S("states"));
    bool behind = s->n > 4 && plx_str_eq(s->w[s->n - 1], PLX_S("states")) &&
                  plx_str_eq(s->w[s->n - 2], PLX_S("united")) && one_of(s->w[s->n - 4], "of");
    if (!before && !behind) return false;
    words e = {.article = s->article, .capitals = s->capitals};
    size_t from = before ? 2 : 0, to = before ? s->n : s->n - 4;
    for (size_t i = from; i < to; i++) {
        if (e.n_bytes) put_char(&e, ' ');
        for (size_t k = 0; k < s->w[i].n; k++) put_char(&e, s->w[i].p[k]);
    }
    plx_str rest = plx_str_n(e.bytes, e.n_bytes);
    if (plx_str_lookup(plx_match__org, plx_match__n_orgs, rest) == PLX_NONE) return false;
    *s = e;
    split(s);
    return true;
}

static bool same_words(const words *a, const words *b) {
    if (a->n != b->n || !a->n) return false;
    for (size_t i = 0; i < a->n; i++) {
        if (!plx_str_eq(a->w[i], b->w[i])) return false;
    }
    return true;
}

static bool is_small(plx_str w) { return one_of(w, "of the and for in on at to de la"); }

static bool is_acronym(const words *a, const words *b) {
    if (a->n != 1 || !a->capitals || b->n < 2 || a->w[0].n < 2) return false;
    plx_str s = a->w[0];
    for (unsigned small = 0; small < 2; small++) { /* with and without the small words */
        size_t k = 0;
        bool ok = true;
        for (size_t i = 0; i < b->n && ok; i++) {
            if (!small && is_small(b->w[i])) continue;
            ok = k < s.n && b->w[i].p[0] == s.p[k];
            k++;
        }
        if (ok && k == s.n) return true;
    }
    return false;
}

static const char generic_place[] =
    "strip city state region province county peninsula island islands "
    "village town republic district area river territory oblast kibbutz";
static const char generic_org[] =
    "department inc corp co ltd company group organization movement party "
    "agency network newspaper television tv corporation plc llc gmbh "
    "incorporated limited association news channel magazine terrorist militant";

/* What one has more than the other: generic words only? */
static bool differ_by_generic(const words *longer, const words *shorter, plx_entity_type type) {
    const char *generic = type == PLX_PLACE ? generic_place : generic_org;
    size_t j = 0, kept = 0;
    for (size_t i = 0; i < longer->n; i++) {
        if (j < shorter->n && plx_str_eq(longer->w[i], shorter->w[j])) {
            j++;
            kept += !one_of(longer->w[i], generic);
        } else if (!one_of(longer->w[i], generic)) {
            return false;
        }
    }
    return j == shorter->n && kept > 0;
}

/* "Oklahoma City" and "Oklahoma County" are not Oklahoma; New York City is New York. */
static bool city_of_state(const words *longer, const words *shorter) {
    plx_str last = longer->w[longer->n - 1];
    if (longer->n != shorter->n + 1 || !one_of(last, "city county")) return false;
    char key[MAX_BYTES];
    plx_str state = joined(shorter, key, sizeof key);
    if (plx_str_eq(state, PLX_S("new york"))) return one_of(last, "county");
    return plx_str_lookup(plx_match__place, plx_match__n_places, state) != PLX_NONE;
}

static const char sites[] =
    "apartment apartments complex field fields garden gardens ground grounds "
    "homes housing mall park playground plaza projects square towers";

/* "Orlin Hills", "Orlin Hills Apartments", "Orlin Hills Housing": two words at least, then what
 * kind of site it is. */
static bool same_site(const words *a, const words *b) {
    size_t n = a->n, m = b->n;
    while (n > 2 && one_of(a->w[n - 1], sites)) n--;
    while (m > 2 && one_of(b->w[m - 1], sites)) m--;
    if (n != m || n < 2 || (n == a->n && m == b->n)) return false;
    for (size_t i = 0; i < n; i++) {
        if (!plx_str_eq(a->w[i], b->w[i])) return false;
    }
    return true;
}

/* The shorter's words in order inside the longer's, and among them its last or first content word.
 */
static bool is_short_form(const words *longer, const words *shorter, plx_entity_type type) {
    if (shorter->n >= longer->n || !shorter->n) return false;
    char key[MAX_BYTES];
    bool body = shorter->n > 1 && plx_str_lookup(plx_match__org, plx_match__n_orgs,
                                                 joined(shorter, key, sizeof key)) != PLX_NONE;
    size_t j = 0;
    bool touches_end = false;
    for (size_t i = 0; i < longer->n && j < shorter->n; i++) {
        if (!plx_str_eq(longer->w[i], shorter->w[j])) {
            if (body && j) return false; /* Supreme Court, Supreme Judicial Court */
            continue;
        }
        bool head =
            i + 1 == longer->n || is_small(longer->w[i + 1]) || (type == PLX_PLACE && i == 0);
        touches_end |= head && !is_small(longer->w[i]);
        j++;
    }
    if (j < shorter->n || !touches_end) return false;
    if (type == PLX_PLACE) { /* "the North", not "Elm Street" of "9 Elm Street" */
        return shorter->n == 1 && shorter->article &&
               one_of(shorter->w[0], "north south east west");
    }
    return true;
}

static bool spelt_alike(const words *a, const words *b) {
    char x[MAX_BYTES], y[MAX_BYTES];
    plx_str s = joined(a, x, sizeof x), t = joined(b, y, sizeof y);
    size_t longer = PLX_MAX(s.n, t.n), shorter = PLX_MIN(s.n, t.n);
    if (shorter < 6 || longer - shorter > 1 || s.p[0] != t.p[0]) return false;
    size_t head = 0, tail = 0;
    while (head < shorter && s.p[head] == t.p[head]) head++;
    while (tail < shorter - head && s.p[s.n - 1 - tail] == t.p[t.n - 1 - tail]) tail++;
    if (longer - head - tail > 1) return false;
    for (size_t i = head; i < longer - tail; i++) { /* a digit is no slip */
        char c = i < s.n ? s.p[i] : ' ', d = i < t.n ? t.p[i] : ' ';
        if ((c >= '0' && c <= '9') || (d >= '0' && d <= '9')) return false;
    }
    return true;
}

plx_thing_match plx_match_things(plx_str a, plx_str b, plx_entity_type type) {
    words x = {.n = 0}, y = {.n = 0};
    fold(a, &x);
    fold(b, &y);
    split(&x);
    split(&y);
    if (!x.n || !y.n) return PLX_THING_DIFFERENT;
    if (same_words(&x, &y)) return PLX_THING_SAME;
    if (is_acronym(&x, &y) || is_acronym(&y, &x)) return PLX_THING_ACRONYM;
    bool expanded = expand(&x);
    expanded |= expand(&y);
    expanded |= drop_country(&x);
    expanded |= drop_country(&y);
    if (expanded && same_words(&x, &y)) return PLX_THING_ALIAS;
    const words *longer = x.n >= y.n ? &x : &y, *shorter = longer == &x ? &y : &x;
    if (same_site(&x, &y)) return PLX_THING_SITE;
    if (differ_by_generic(longer, shorter, type) && !city_of_state(longer, shorter)) {
        return PLX_THING_GENERIC;
    }
    if (expanded && (is_acronym(&x, &y) || is_acronym(&y, &x))) return PLX_THING_ACRONYM;
    char s[MAX_BYTES], t[MAX_BYTES];
    plx_str p = joined(&x, s, sizeof s), q = joined(&y, t, sizeof t);
    bool both_known = plx_str_lookup(plx_match__place, plx_match__n_places, p) != PLX_NONE &&
                      plx_str_lookup(plx_match__place, plx_match__n_places, q) != PLX_NONE;
    if (!both_known && spelt_alike(&x, &y)) return PLX_THING_SPELLING;
    return is_short_form(longer, shorter, type) ? PLX_THING_SHORT : PLX_THING_DIFFERENT;
}

const char *plx_thing_match_text(plx_thing_match m) {
    switch (m) {
    case PLX_THING_SAME: return "the same words";
    case PLX_THING_ALIAS: return "two names of one";
    case PLX_THING_SITE: return "differ by the kind of site only";
    case PLX_THING_GENERIC: return "differ by a generic word only";
    case PLX_THING_ACRONYM: return "initials of the other's words";
    case PLX_THING_SPELLING: return "spelt otherwise";
    case PLX_THING_SHORT: return "short form";
    case PLX_THING_DIFFERENT: break;
    }
    return "different names";
}

size_t plx_match_thing_key(plx_str name, char *out, size_t cap) {
    words x = {.n = 0};
    fold(name, &x);
    split(&x);
    expand(&x);
    drop_country(&x);
    return joined(&x, out, cap).n;
}

bool plx_match_is_known_place(plx_str name) {
    char key[MAX_BYTES];
    plx_str k = plx_str_n(key, plx_match_thing_key(name, key, sizeof key));
    return plx_str_lookup(plx_match__place, plx_match__n_places, k) != PLX_NONE;
}

bool plx_match_is_known_org(plx_str name) {
    char key[MAX_BYTES];
    plx_str k = plx_str_n(key, plx_match_thing_key(name, key, sizeof key));
    return plx_str_lookup(plx_match__org, plx_match__n_orgs, k) != PLX_NONE;
}

bool plx_match_is_demonym(plx_str word, plx_str *place) {
    words x = {.n = 0};
    fold(word, &x);
    split(&x);
    if (!x.n || x.n > 2) return false;
    char key[MAX_BYTES];
    uint32_t i =
        plx_str_lookup(plx_match__demonym, plx_match__n_demonyms, joined(&x, key, sizeof key));
    if (i == PLX_NONE) return false;
    if (place) *place = plx_match__demonym_of[i];
    return true;
}
