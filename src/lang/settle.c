/* settle: the labels of names, sentence by sentence, set right by what the whole account shows. */
#include "base/buf.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "lang/names.h"

enum { LONGEST = 6 }; /* words of a name that is looked for elsewhere */

typedef struct form_count {
    uint32_t of[PLX_N_ENTITY_TYPES];
    bool surname; /* the last word of a person's longer name */
} form_count;

typedef struct settle {
    plx_annotation *an;
    plx_arena *arena;
    plx_map forms; /* words joined by blanks -> index into counts */
    PLX_VEC(form_count) counts;
} settle;

static plx_token *tok(const settle *s, uint32_t i) { return &s->an->tokens[i]; }

static bool labelled(const settle *s, uint32_t i) { return tok(s, i)->name != 0; }

static plx_entity_type type_at(const settle *s, uint32_t i) {
    return (plx_entity_type)((tok(s, i)->name - 1) / 2);
}

static bool together(const settle *s, uint32_t i, uint32_t j) { /* in one sentence */
    return j < s->an->n_tokens && tok(s, i)->sentence == tok(s, j)->sentence;
}

static uint32_t name_end(const settle *s, uint32_t i) {
    uint32_t end = i + 1;
    while (end < s->an->n_tokens && together(s, i, end) && labelled(s, end) &&
           tok(s, end)->name % 2 == 0 && type_at(s, end) == type_at(s, i)) {
        end++;
    }
    return end;
}

static void label(const settle *s, uint32_t begin, uint32_t end, plx_entity_type type) {
    for (uint32_t i = begin; i < end; i++) {
        tok(s, i)->name = 1 + 2 * (uint32_t)type + (i > begin);
    }
    /* what went on from the name that stood here begins anew */
    if (end < s->an->n_tokens && together(s, begin, end) && labelled(s, end) &&
        tok(s, end)->name % 2 == 0) {
        tok(s, end)->name--;
    }
}

static bool upper_first(plx_str w) {
    size_t pos = 0;
    return w.n && plx_cp_is_upper(plx_utf8_next(w, &pos));
}

static bool is_one_of(plx_str w, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq_nocase(w, plx_str_of(list[i]))) {
            return true;
        }
    }
    return false;
}
#define IN(w, list) is_one_of((w), (list), PLX_COUNT(list))

/* ---- within a sentence ----------------------------------------------------------------------- */

/* Heads that take "of Somewhere" into the name. */
static const char *const org_heads[] = {
    "Party",    "University",  "Bank",      "Parliament",      "Department",    "Ministry",
    "House",    "Federation",  "Union",     "Council",         "Church",        "Institute",
    "College",  "Academy",     "Court",     "Senate",          "Society",       "Alliance",
    "Bureau",   "Board",       "Assembly",  "Congress",        "Association",   "Army",
    "Chamber",  "Commission",  "Committee", "Conference",      "Confederation", "Front",
    "League",   "Legislature", "Movement",  "Office",          "Order",         "Organization",
    "School",   "Commons",     "Lords",     "Representatives", "Museum",        "Conservatives",
    "Liberals", "Democrats"};
static const char *const place_heads[] = {
    "Gulf",     "Bay",     "Strait", "Straits",      "Sea",       "Isle",    "Isles",  "Cape",
    "Province", "State",   "City",   "Republic",     "Kingdom",   "County",  "Port",   "District",
    "Duchy",    "Emirate", "Horn",   "Commonwealth", "Territory", "Islands", "Island", "Valley"};
static const char *const company_ends[] = {"Inc",  "Inc.", "Corp",   "Corp.",       "Ltd",
                                           "Ltd.", "LLC",  "L.L.C.", "PLC",         "Co.",
                                           "LLP",  "GmbH", "AG",     "Incorporated"};
static const char *const votes[] = {"election", "elections", "referendum", "by-election"};
static const char *const vote_kinds[] = {"general",
                                         "federal",
                                         "presidential",
                                         "parliamentary",
                                         "municipal",
                                         "legislative",
                                         "primary",
                                         "provincial",
                                         "state",
                                         "local",
                                         "midterm",
                                         "by",
                                         "-",
                                         "leadership",
                                         "assembly",
                                         "senate",
                                         "house",
                                         "gubernatorial",
                                         "regional",
                                         "mayoral",
                                         "of",
                                         "snap",
                                         "national",
                                         "council",
                                         "congressional",
                                         "senatorial",
                                         "party",
                                         "the"};

static bool is_year(plx_str w) {
    if (w.n != 4 || (w.p[0] != '1' && w.p[0] != '2')) {
        return false;
    }
    for (size_t i = 1; i < 4; i++) {
        if (w.p[i] < '0' || w.p[i] > '9') {
            return false;
        }
    }
    return true;
}

/* "the 2004 Northern federal election" is one name, of an event. */
static void take_vote(const settle *s, uint32_t i) {
    if (!IN(tok(s, i)->form, votes)) {
        return;
    }
    for (uint32_t k = 1; k <= 9 && k <= i && together(s, i - k, i); k++) {
        plx_str w = tok(s, i - k)->form;
        if (is_year(w)) {
            if (k > 1) {
                label(s, i - k, i + 1, PLX_OTHER);
            }
            return;
        }
        if (!upper_first(w) && !IN(w, vote_kinds)) {
            return;
        }
    }
}

/* "Party" + "of" + "the" + "North": the end of the longer name, or `end`. */
static uint32_t through_of(const settle *s, uint32_t begin, uint32_t end) {
    static const char *const missions[] = {"Embassy", "Consulate", "Mission"};
    if (end + 1 >= s->an->n_tokens || !together(s, begin, end + 1)) {
        return end;
    }
    bool mission =
        plx_str_eq(tok(s, end)->form, PLX_S("in")) && IN(tok(s, end - 1)->form, missions);
    if (!mission && !plx_str_eq(tok(s, end)->form, PLX_S("of"))) {
        return end;
    }
    uint32_t next = end + 1;
    if (plx_str_eq(tok(s, next)->form, PLX_S("the")) && together(s, begin, next + 1)) {
        next++;
    }
    plx_entity_type type = type_at(s, begin);
    plx_str head = tok(s, end - 1)->form;
    bool takes = (type == PLX_ORGANIZATION && (mission || IN(head, org_heads))) ||
                 (type == PLX_PLACE && IN(head, place_heads));
    if (!takes || !labelled(s, next) || tok(s, next)->name % 2 == 0 ||
        !upper_first(tok(s, next)->form) ||
        (type_at(s, next) != PLX_PLACE && type_at(s, next) != type)) {
        return end;
    }
    return name_end(s, next);
}

static uint32_t through_company(const settle *s, uint32_t begin, uint32_t end) {
    uint32_t at = end;
    if (type_at(s, begin) != PLX_ORGANIZATION) {
        return end;
    }
    if (at + 1 < s->an->n_tokens && plx_str_eq(tok(s, at)->form, PLX_S(","))) {
        at++;
    }
    return at < s->an->n_tokens && together(s, begin, at) && IN(tok(s, at)->form, company_ends)
               ? at + 1
               : end;
}

/* "J.R." + "Roe": one person, unless a comma or a verb parts them. */
static uint32_t through_initials(const settle *s, uint32_t begin, uint32_t end) {
    plx_str last = tok(s, end - 1)->form;
    bool open = last.n >= 2 && last.p[last.n - 1] == '.' && last.p[1] == '.';
    return open && type_at(s, begin) == PLX_PERSON && together(s, begin, end) && labelled(s, end) &&
                   type_at(s, end) == PLX_PERSON
               ? name_end(s, end)
               : end;
}

static const char *const days[] = {
    "Monday",  "Tuesday",   "Wednesday", "Thursday", "Friday",   "Saturday", "Sunday",
    "January", "February",  "March",     "April",    "May",      "June",     "July",
    "August",  "September", "October",   "November", "December", "Jan.",     "Feb.",
    "Aug.",    "Sept.",     "Oct.",      "Nov.",     "Dec.",     "today",    "yesterday"};

static const char *const titles[] = {
    "Mr",      "Mrs",       "Ms",      "Dr",      "Capt",     "Col",       "Gen",
    "Gov",     "Lt",        "Sgt",     "Sen",     "Rep",      "Rev",       "Prof",
    "Maj",     "Adm",       "Cmdr",    "Sir",     "Chief",    "President", "Minister",
    "Judge",   "Mayor",     "Officer", "Senator", "Governor", "Captain",   "Detective",
    "Sheriff", "Secretary", "King",    "Queen",   "Prince",   "Pope",      "Justice"};

static bool is_title(plx_str w) {
    if (w.n > 1 && w.p[w.n - 1] == '.') {
        w.n--;
    }
    return IN(w, titles);
}

/* One word alone that is a day, a title, or no noun at all, is no name. */
static void drop_plain_words(const settle *s) {
    for (uint32_t i = 0; i < s->an->n_tokens; i++) {
        if (!labelled(s, i) || name_end(s, i) > i + 1 ||
            (i && labelled(s, i - 1) && tok(s, i)->name % 2 == 0)) {
            continue;
        }
        plx_upos u = (plx_upos)tok(s, i)->upos;
        bool noun =
            u == PLX_UPOS_PROPN || u == PLX_UPOS_NOUN || u == PLX_UPOS_ADJ || u == PLX_UPOS_X;
        bool proper = u == PLX_UPOS_PROPN && !IN(tok(s, i)->form, days);
        bool other = type_at(s, i) == PLX_OTHER;
        proper = proper && !is_title(tok(s, i)->form);
        noun = noun && !is_title(tok(s, i)->form);
        if (!proper &&
            (!noun || IN(tok(s, i)->form, days) || (!other && tok(s, i)->feats & PLX_FEAT_CARD))) {
            tok(s, i)->name = 0;
        }
    }
}

/* "Capt. Roe": the rank is no part of the name. */
static void strip_titles(const settle *s) {
    static const char *const kept[] = {"Sir", "King", "Queen", "Prince", "Pope", "Chief"};
    for (uint32_t i = 0; i < s->an->n_tokens;) {
        if (!labelled(s, i)) {
            i++;
            continue;
        }
        uint32_t end = name_end(s, i), first = i;
        while (type_at(s, i) == PLX_PERSON && first + 1 < end && is_title(tok(s, first)->form) &&
               !IN(tok(s, first)->form, kept)) {
            tok(s, first++)->name = 0;
        }
        if (first > i) {
            label(s, first, end, PLX_PERSON);
        }
        i = end;
    }
}

/* Last words that make an organisation of what may look like a place. */
static const char *const sure_orgs[] = {
    "Hospital",    "University", "College",   "Department", "Ministry",   "Committee",
    "Association", "Council",    "Agency",    "Bureau",     "Commission", "Police",
    "Institute",   "Foundation", "Embassy",   "Consulate",  "Federation", "Society",
    "Party",       "Company",    "Orchestra", "Corporation"};

static void type_by_head(const settle *s) {
    for (uint32_t i = 0; i < s->an->n_tokens;) {
        if (!labelled(s, i)) {
            i++;
            continue;
        }
        uint32_t end = name_end(s, i);
        bool place = type_at(s, i) == PLX_PLACE;
        while (place && end < s->an->n_tokens && together(s, i, end) &&
               upper_first(tok(s, end)->form) && IN(tok(s, end)->form, sure_orgs)) {
            end++; /* "Northtown" + "Police" */
        }
        if (end > i + 1 && place && IN(tok(s, end - 1)->form, sure_orgs)) {
            label(s, i, end, PLX_ORGANIZATION);
        }
        i = end;
    }
}

/* "Aix-en-Provence": one name, of the type that its last word has; otherwise a place, as most such
 * names are. */
static void join_hyphens(const settle *s) {
    static const char *const links[] = {"a",  "en", "au", "aux", "sur", "sous", "upon", "de",
                                        "du", "la", "le", "les", "del", "di",   "da",   "do"};
    enum { WORDS = 5 };
    for (uint32_t i = 0; i + WORDS <= s->an->n_tokens; i++) {
        uint32_t last = i + WORDS - 1, begin = i, end = last + 1;
        if (!together(s, i, last) || !IN(tok(s, i + 2)->form, links) ||
            !plx_str_eq(tok(s, i + 1)->form, PLX_S("-")) ||
            !plx_str_eq(tok(s, i + 3)->form, PLX_S("-")) || !upper_first(tok(s, i)->form) ||
            upper_first(tok(s, i + 2)->form) || !upper_first(tok(s, last)->form)) {
            continue;
        }
        plx_entity_type type = labelled(s, last) ? type_at(s, last)
                               : labelled(s, i)  ? type_at(s, i)
                                                 : PLX_PLACE;
        while (labelled(s, last) && end < s->an->n_tokens && together(s, i, end) &&
               labelled(s, end) && tok(s, end)->name % 2 == 0) {
            end++;
        }
        while (labelled(s, begin) && tok(s, begin)->name % 2 == 0) {
            begin--; /* to what the name began with */
        }
        label(s, begin, end, type == PLX_OTHER ? PLX_PLACE : type);
        i = end - 1;
    }
}

static void settle_spans(const settle *s) {
    drop_plain_words(s);
    join_hyphens(s);
    strip_titles(s);
    type_by_head(s);
    for (uint32_t i = 0; i < s->an->n_tokens; i++) {
        take_vote(s, i);
    }
    for (uint32_t i = 0; i < s->an->n_tokens;) {
        if (!labelled(s, i)) {
            i++;
            continue;
        }
        uint32_t end = name_end(s, i), longer = end;
        longer = PLX_MAX(longer, through_of(s, i, end));
        longer = PLX_MAX(longer, through_company(s, i, end));
        longer = PLX_MAX(longer, through_initials(s, i, end));
        if (longer > end) {
            label(s, i, longer, type_at(s, i));
        }
        i = longer;
    }
}

/* ---- over the account ------------------------------------------------------------------------ */

static plx_str joined(const settle *s, uint32_t begin, uint32_t end) {
    plx_str out = tok(s, begin)->form;
    for (uint32_t i = begin + 1; i < end; i++) {
        out = plx_str_cat(s->arena, plx_str_cat(s->arena, out, PLX_S(" ")), tok(s, i)->form);
    }
    return out;
}

static form_count *count_of(settle *s, plx_str form, bool add) {
    uint32_t id = plx_map_get(&s->forms, form);
    if (id == PLX_NONE) {
        if (!add) {
            return NULL;
        }
        id = (uint32_t)s->counts.n;
        plx_map_put(&s->forms, form, id, NULL);
        (void)plx_vec_add(&s->counts, s->arena);
    }
    return &s->counts.p[id];
}

static void count_names(settle *s) {
    for (uint32_t i = 0; i < s->an->n_tokens;) {
        if (!labelled(s, i)) {
            i++;
            continue;
        }
        uint32_t end = name_end(s, i);
        if (end - i <= LONGEST) {
            count_of(s, joined(s, i, end), true)->of[type_at(s, i)]++;
        }
        if (type_at(s, i) == PLX_PERSON && end - i >= 2 && upper_first(tok(s, end - 1)->form) &&
            tok(s, end - 1)->form.n >= 3) {
            count_of(s, tok(s, end - 1)->form, true)->surname = true;
        }
        i = end;
    }
}

/* The type that a form mostly has, or PLX_N_ENTITY_TYPES when none leads clearly. */
static plx_entity_type mostly(const form_count *c) {
    uint32_t best = 0, all = 0;
    for (uint32_t k = 0; k < PLX_N_ENTITY_TYPES; k++) {
        best = c->of[k] > c->of[best] ? k : best;
        all += c->of[k];
    }
    if (c->surname && (c->of[PLX_PERSON] > 0 || c->of[PLX_PLACE] * 2 <= all)) {
        return PLX_PERSON;
    }
    return c->of[best] * 3 > all * 2 ? (plx_entity_type)best : PLX_N_ENTITY_TYPES;
}

/* "in Washington", where a Washington was named, too */
static bool behind_place_word(const settle *s, uint32_t i) {
    static const char *const words[] = {"in", "at", "near", "from", "to", "of", "outside", "into"};
    return i > 0 && together(s, i - 1, i) && IN(tok(s, i - 1)->form, words);
}

static void agree(settle *s) {
    for (uint32_t i = 0; i < s->an->n_tokens;) {
        if (!labelled(s, i)) {
            i++;
            continue;
        }
        uint32_t end = name_end(s, i);
        form_count *c = end - i <= LONGEST ? count_of(s, joined(s, i, end), false) : NULL;
        plx_entity_type type = c ? mostly(c) : PLX_N_ENTITY_TYPES;
        if (c && c->surname && end == i + 1 && !behind_place_word(s, i)) {
            type = PLX_PERSON;
        }
        if (type != PLX_N_ENTITY_TYPES && type != type_at(s, i)) {
            label(s, i, end, type);
        }
        i = end;
    }
}

/* A form that is a name elsewhere in the account, in words that are no name yet. */
static void repeat(settle *s) {
    for (uint32_t i = 0; i < s->an->n_tokens; i++) {
        if (labelled(s, i) || !upper_first(tok(s, i)->form)) {
            continue;
        }
        uint32_t most = 0;
        while (most < LONGEST && i + most < s->an->n_tokens && together(s, i, i + most) &&
               !labelled(s, i + most)) {
            most++;
        }
        for (uint32_t n = most; n > 0; n--) {
            plx_token *last = tok(s, i + n - 1);
            if (n == 1 && last->upos != PLX_UPOS_PROPN) {
                break;
            }
            form_count *c = count_of(s, joined(s, i, i + n), false);
            plx_entity_type type = c ? mostly(c) : PLX_N_ENTITY_TYPES;
            if (type != PLX_N_ENTITY_TYPES) {
                label(s, i, i + n, type);
                break;
            }
        }
    }
}

void plx_lang__settle_names(plx_annotation *an, plx_arena *arena) {
    settle s = {.an = an, .arena = arena};
    plx_map_init(&s.forms, arena);
    settle_spans(&s);
    count_names(&s);
    agree(&s);
    repeat(&s);
}
