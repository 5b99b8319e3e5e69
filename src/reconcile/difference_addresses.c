/* Addresses and telephone numbers: another house of one street, the street alone, the same number
 * written with other digits or letters. They are read from the text as it stands. */
#include "base/utf8.h"
#include "base/vec.h"
#include "reconcile/difference_pool.h"

#define MOST_PLACES    400u /* of a story */
#define LOCAL_DIGITS   7u
#define NEAR_HOUSES    40 /* numbers of one street that can be taken for one another */
#define MOST_OF_STREET 40u

typedef struct street_place {
    plx_at at;
    plx_str street; /* folded, without the word for street */
    plx_str number; /* as written, or empty */
    int64_t first;  /* its number, the first of "31/33" */
    plx_str digits; /* of the number alone: "3133" */
    bool block;     /* "the 1900 block of Mill Street" */
    bool corner;    /* "Hill Road and Mill Street", or part of a longer name */
} street_place;

typedef struct street_places {
    street_place *p;
    size_t n, cap;
} street_places;

static bool is_street_word(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("alley"),  PLX_S_INIT("ave"),   PLX_S_INIT("ave."),      PLX_S_INIT("avenue"),
        PLX_S_INIT("blvd"),   PLX_S_INIT("blvd."), PLX_S_INIT("boulevard"), PLX_S_INIT("court"),
        PLX_S_INIT("drive"),  PLX_S_INIT("lane"),  PLX_S_INIT("parkway"),   PLX_S_INIT("place"),
        PLX_S_INIT("rd"),     PLX_S_INIT("rd."),   PLX_S_INIT("road"),      PLX_S_INIT("square"),
        PLX_S_INIT("st"),     PLX_S_INIT("st."),   PLX_S_INIT("street"),    PLX_S_INIT("streets"),
        PLX_S_INIT("terrace")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

static bool is_capital(plx_str form) { return form.n > 1 && form.p[0] >= 'A' && form.p[0] <= 'Z'; }

static bool is_number(plx_str form) {
    bool digit = false;
    for (size_t i = 0; i < form.n; i++) {
        bool d = form.p[i] >= '0' && form.p[i] <= '9';
        digit = digit || d;
        if (!d && form.p[i] != '-' && form.p[i] != '/') {
            return false;
        }
    }
    return digit && form.n <= 9;
}

static bool is_dash(plx_str form) {
    return plx_str_eq(form, PLX_S("-")) || plx_str_eq(form, PLX_S("/")) ||
           plx_str_eq(form, PLX_S("–"));
}

static plx_str digits_of(plx_str text, plx_arena *arena) {
    char *out = plx_arena_alloc(arena, text.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] >= '0' && text.p[i] <= '9') {
            out[n++] = text.p[i];
        }
    }
    return plx_str_n(out, n);
}

/* "47th": the name of a street that has none. */
static bool is_ordinal(plx_str form) {
    return form.n > 2 && form.p[0] >= '0' && form.p[0] <= '9' &&
           (plx_str_ends(form, PLX_S("th")) || plx_str_ends(form, PLX_S("st")) ||
            plx_str_ends(form, PLX_S("nd")) || plx_str_ends(form, PLX_S("rd")));
}

/* The words of a street's name before the word for street: capitals, at most three; with "Asylum
 * and Plymouth streets" the last. */
static uint32_t name_begin(const plx_annotation *an, uint32_t word) {
    uint32_t i = word;
    while (i > 0 && word - i < 3 &&
           (is_capital(an->tokens[i - 1].form) || is_ordinal(an->tokens[i - 1].form)) &&
           an->tokens[i - 1].sentence == an->tokens[word].sentence &&
           an->tokens[i - 1].upos != PLX_UPOS_PUNCT && an->tokens[i - 1].upos != PLX_UPOS_DET) {
        i--;
    }
    return i;
}

/* "East", "nw": where a street lies, which some accounts leave out. */
static bool is_direction(plx_str word) {
    static const plx_str words[] = {
        PLX_S_INIT("e"),         PLX_S_INIT("east"),  PLX_S_INIT("n"),
        PLX_S_INIT("ne"),        PLX_S_INIT("north"), PLX_S_INIT("northeast"),
        PLX_S_INIT("northwest"), PLX_S_INIT("nw"),    PLX_S_INIT("s"),
        PLX_S_INIT("se"),        PLX_S_INIT("south"), PLX_S_INIT("southeast"),
        PLX_S_INIT("southwest"), PLX_S_INIT("sw"),    PLX_S_INIT("w"),
        PLX_S_INIT("west")};
    return plx_str_lookup(words, PLX_COUNT(words), word) != PLX_NONE;
}

static plx_str without_direction(plx_str street) {
    size_t blank = plx_str_find_char(street, ' ', 0);
    bool direction = blank != SIZE_MAX && is_direction(plx_str_slice(street, 0, blank));
    return direction ? plx_str_slice(street, blank + 1, street.n) : street;
}

static plx_str without_stops(plx_str text, plx_arena *arena) {
    char *out = plx_arena_alloc(arena, text.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] != '.') {
            out[n++] = text.p[i];
        }
    }
    return plx_str_n(out, n);
}

static void read_street(const plx_story *s, uint32_t account, uint32_t word, street_places *out,
                        plx_arena *arena) {
    const plx_annotation *an = s->annotations[account];
    uint32_t from = name_begin(an, word), begin = from;
    if (from == word) {
        return;
    }
    street_place x = {.at = {account, {0, 0}}};
    x.street = without_stops(
        plx_str_fold(arena, plx_str_slice(an->account->text, an->tokens[from].span.begin,
                                          an->tokens[word - 1].span.end)),
        arena);
    x.street = without_direction(x.street);
    uint32_t left = from, behind = from; /* where the number ends */
    if (from >= 3 && plx_token_is(&an->tokens[from - 1], "of") &&
        plx_token_is(&an->tokens[from - 2], "block") && is_number(an->tokens[from - 3].form)) {
        x.block = true;
        left = behind = from - 2;
    }
    while (left > 0 && behind - left < 4 &&
           an->tokens[left - 1].span.end + 1 >= an->tokens[left].span.begin &&
           (is_number(an->tokens[left - 1].form) || is_dash(an->tokens[left - 1].form))) {
        left--;
    }
    while (left < behind && is_dash(an->tokens[left].form)) {
        left++;
    }
    if (left < behind) {
        begin = left;
        x.number = plx_str_slice(an->account->text, an->tokens[left].span.begin,
                                 an->tokens[behind - 1].span.end);
        x.digits = digits_of(x.number, arena);
        size_t n = 0;
        while (n < x.number.n && x.number.p[n] >= '0' && x.number.p[n] <= '9') {
            n++;
        }
        if (!plx_str_to_i64(plx_str_slice(x.number, 0, n), &x.first)) {
            return;
        }
    }
    bool last = word + 1 >= an->n_tokens;
    x.corner = (from > 0 && plx_token_is(&an->tokens[from - 1], "and")) ||
               (from > 2 && plx_token_is(&an->tokens[from - 1], "of")) ||
               (!last && plx_token_is(&an->tokens[word + 1], "and")) ||
               (!last && is_capital(an->tokens[word + 1].form) &&
                an->tokens[word + 1].sentence == an->tokens[word].sentence);
    x.at.span = plx_span_of(an->tokens[begin].span.begin, an->tokens[word].span.end);
    if (!plx_account_is_dropped(an->account, x.at.span)) {
        plx_vec_push(out, arena, x);
    }
}

static street_places read_streets(const plx_story *s, plx_arena *arena) {
    street_places out = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        const plx_annotation *an = s->annotations[a];
        for (uint32_t i = 1; i < an->n_tokens && out.n < MOST_PLACES; i++) {
            bool capital =
                is_capital(an->tokens[i].form) || plx_str_eq(an->tokens[i].fold, PLX_S("streets"));
            if (capital && is_street_word(an->tokens[i].fold)) {
                read_street(s, a, i, &out, arena);
            }
        }
    }
    return out;
}

static bool ends_alike(plx_str a, plx_str b) { return plx_str_ends(a, b) || plx_str_ends(b, a); }

static bool account_has(const street_places *list, uint32_t account, const street_place *x) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i].at.account == account && plx_str_eq(list->p[i].digits, x->digits) &&
            ends_alike(list->p[i].street, x->street)) {
            return true;
        }
    }
    return false;
}

static bool has_house(const street_places *list, uint32_t account, plx_str street) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i].at.account == account && list->p[i].number.n &&
            ends_alike(list->p[i].street, street)) {
            return true;
        }
    }
    return false;
}

static size_t count_accounts(const street_places *list, const street_place *x) {
    size_t n = 0;
    uint32_t last = PLX_NONE; /* places come by account */
    for (size_t i = 0; i < list->n; i++) {
        const street_place *y = &list->p[i];
        bool same =
            y->number.n && plx_str_eq(y->digits, x->digits) && ends_alike(y->street, x->street);
        n += same && y->at.account != last;
        last = same ? y->at.account : last;
    }
    return n;
}

/* Does no other house of the street stand in more accounts? */
static bool is_main_house(const street_places *list, const street_place *x) {
    size_t own = count_accounts(list, x);
    for (size_t i = 0; i < list->n; i++) {
        const street_place *y = &list->p[i];
        if (y->number.n && ends_alike(y->street, x->street) && !plx_str_eq(y->digits, x->digits)) {
            size_t n = count_accounts(list, y);
            if (n > own || (n == own && y < x)) {
                return false;
            }
        }
    }
    return true;
}

static void put(plx_pool *pool, plx_finding_about about, plx_difference_kind kind, plx_at a,
                plx_str x, plx_at b, plx_str y, double weight, const char *why) {
    plx_finding f = {.about = about,
                     .kind = kind,
                     .at = {a, b},
                     .value = {x, y},
                     .context = plx_str_at(pool->s->accounts[a.account]->text, a.span),
                     .subject = PLX_NONE,
                     .weight = weight,
                     .why = why};
    plx_pool__add(pool, &f);
}

/* "the 5000 block", "the 5500 block"; "12 Mill Street", "the first block of Mill Street". */
static void compare_blocks(const street_places *list, const street_place *a, const street_place *b,
                           plx_str x, plx_str y, plx_pool *pool) {
    bool own = account_has(list, b->at.account, a) || account_has(list, a->at.account, b);
    if (a->first / 100 == b->first / 100) {
        if (a->block != b->block && !own) {
            put(pool, PLX_ABOUT_WHERE, PLX_PRECISION, a->at, x, b->at, y, 0.9,
                "addresses in one street");
        }
    } else if (!own) {
        put(pool, PLX_ABOUT_ADDRESS, PLX_CONFLICT, a->at, a->digits, b->at, b->digits, 1.7,
            "addresses in one street");
    }
}

static void compare_streets(const street_places *list, const street_place *a, const street_place *b,
                            plx_pool *pool) {
    plx_arena *arena = pool->arena;
    plx_str x = plx_str_format(arena, "%.*s|%.*s", PLX_FMT(a->number), PLX_FMT(a->street));
    plx_str y = plx_str_format(arena, "%.*s|%.*s", PLX_FMT(b->number), PLX_FMT(b->street));
    if (!a->number.n || !b->number.n) {
        const street_place *bare = a->number.n ? b : a;
        bool one = (a->number.n != 0) != (b->number.n != 0);
        bool doubtful = bare->corner && (a->block || b->block);
        if (one && !doubtful && !has_house(list, bare->at.account, bare->street) &&
            is_main_house(list, a->number.n ? a : b)) {
            put(pool, PLX_ABOUT_WHERE, PLX_PRECISION, a->at, x, b->at, y, 0.9,
                "addresses in one street");
        }
        return;
    }
    if (a->block || b->block) {
        compare_blocks(list, a, b, x, y, pool);
        return;
    }
    if (plx_str_eq(a->digits, b->digits)) {
        if (!plx_str_eq(a->number, b->number)) {
            put(pool, PLX_ABOUT_ADDRESS, PLX_VARIANT, a->at, a->number, b->at, b->number, 0.5,
                "addresses in one street");
        }
        return;
    }
    int64_t apart = a->first > b->first ? a->first - b->first : b->first - a->first;
    if (apart <= NEAR_HOUSES && !account_has(list, b->at.account, a) &&
        !account_has(list, a->at.account, b)) {
        put(pool, PLX_ABOUT_ADDRESS, PLX_CONFLICT, a->at, a->digits, b->at, b->digits, 1.8,
            "addresses in one street");
    }
}

/* Is `b` the nearest house of its account to `a`, among those that the other account lacks? */
static bool is_nearest(const street_places *list, const street_place *a, const street_place *b) {
    int64_t own = a->first > b->first ? a->first - b->first : b->first - a->first;
    for (size_t i = 0; a->number.n && b->number.n && i < list->n; i++) {
        const street_place *c = &list->p[i];
        if (c->at.account == b->at.account && c->number.n && ends_alike(c->street, a->street)) {
            int64_t d = a->first > c->first ? a->first - c->first : c->first - a->first;
            if (d < own) {
                return false;
            }
        }
    }
    return true;
}

/* Does the account tell of one house with its number only, or of one block? */
static bool tells_one_house(const street_places *list, const street_place *of) {
    for (size_t i = 0; i < list->n; i++) {
        const street_place *x = &list->p[i];
        if (x->at.account == of->at.account && x->number.n &&
            !(plx_str_eq(x->digits, of->digits) && ends_alike(x->street, of->street))) {
            return false;
        }
    }
    return true;
}

static bool has_street(const street_places *list, uint32_t account, plx_str street) {
    for (size_t i = 0; i < list->n; i++) {
        if (list->p[i].at.account == account && ends_alike(list->p[i].street, street)) {
            return true;
        }
    }
    return false;
}

/* One number in two streets; or the one house that each account tells of. */
static void other_streets(const street_places *list, plx_pool *pool) {
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = i + 1; k < list->n && k < i + MOST_OF_STREET; k++) {
            const street_place *a = &list->p[i], *b = &list->p[k];
            bool same = plx_str_eq(a->digits, b->digits) && a->digits.n >= 3;
            if (a->at.account == b->at.account || !a->number.n || !b->number.n ||
                ends_alike(a->street, b->street) || has_street(list, a->at.account, b->street) ||
                has_street(list, b->at.account, a->street) ||
                !(same || (tells_one_house(list, a) && tells_one_house(list, b)))) {
                continue;
            }
            plx_str x =
                plx_str_format(pool->arena, "%.*s|%.*s", PLX_FMT(a->number), PLX_FMT(a->street));
            plx_str y =
                plx_str_format(pool->arena, "%.*s|%.*s", PLX_FMT(b->number), PLX_FMT(b->street));
            put(pool, PLX_ABOUT_ADDRESS, PLX_CONFLICT, a->at, x, b->at, y, 1.6,
                "the one address that each account has");
        }
    }
}

static void streets(plx_story *s, plx_pool *pool) {
    street_places list = read_streets(s, pool->arena);
    for (size_t i = 0; i < list.n; i++) {
        size_t n = 0;
        for (size_t k = i + 1; k < list.n && n < MOST_OF_STREET; k++) {
            const street_place *a = &list.p[i], *b = &list.p[k];
            if (a->at.account != b->at.account && ends_alike(a->street, b->street)) {
                n++;
                if (is_nearest(&list, a, b) && is_nearest(&list, b, a)) {
                    compare_streets(&list, a, b, pool);
                }
            }
        }
    }
    other_streets(&list, pool);
}

/* ---- telephone numbers
 * ------------------------------------------------------------------------------ */

typedef struct phone {
    plx_at at;
    plx_str key; /* digits and capitals, in order */
} phone;

static bool in_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '(' || c == ')' || c == ' ' ||
           (c >= 'A' && c <= 'Z');
}

/* A stretch that could be a telephone number: seven to fifteen digits and capitals in groups, the
 * first of digits. Writes the end, or returns false. */
static bool read_phone(plx_str text, size_t begin, size_t *end, plx_str *key, plx_arena *arena) {
    char *out = plx_arena_alloc(arena, 24, 1);
    size_t n = 0, digits = 0, groups = 0, i = begin, last = begin;
    bool inside = false;
    while (i < text.n && in_number(text.p[i]) && n < 20) {
        char c = text.p[i++];
        bool digit = c >= '0' && c <= '9', letter = c >= 'A' && c <= 'Z';
        if (!digit && !letter) {
            bool blank = c == ' ' && i < text.n && !(text.p[i] >= '0' && text.p[i] <= '9');
            if (blank) {
                break;
            }
            inside = false;
            continue;
        }
        if (letter && digits < 6) {
            return false;
        }
        groups += !inside;
        inside = true;
        digits += digit;
        out[n++] = c;
        last = i;
    }
    if (last + 2 < text.n && text.p[last] == ' ' && text.p[last + 1] == '(') { /* "TIPS (8477)" */
        size_t k = last + 2;
        while (k < text.n && text.p[k] >= '0' && text.p[k] <= '9' && n < 22) {
            out[n++] = text.p[k++];
        }
        last = k < text.n && text.p[k] == ')' && k > last + 2 ? k + 1 : last;
    }
    *end = last;
    *key = plx_str_n(out, n);
    bool word = last < text.n && ((text.p[last] >= 'a' && text.p[last] <= 'z'));
    bool local = n == LOCAL_DIGITS && digits == LOCAL_DIGITS && groups == 2 && last == begin + 8 &&
                 text.p[begin + 3] == '-';
    return (local || (n >= 10 && n <= 19 && digits >= 6 && groups >= 3)) && !word;
}

/* "555-0134" and "(203) 555-0134", or numbers that begin alike. */
static bool one_number(plx_str a, plx_str b) {
    if (a.n == LOCAL_DIGITS || b.n == LOCAL_DIGITS) {
        return a.n != b.n && (plx_str_ends(a, b) || plx_str_ends(b, a));
    }
    return plx_str_eq(plx_str_slice(a, 0, 6), plx_str_slice(b, 0, 6));
}

static void phones(plx_story *s, plx_pool *pool) {
    PLX_VEC(phone) list = {0};
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        plx_str text = s->accounts[a]->text;
        for (size_t i = 0; i < text.n && list.n < MOST_PLACES; i++) {
            bool start = (text.p[i] >= '0' && text.p[i] <= '9') || text.p[i] == '(';
            bool behind = i > 0 && ((text.p[i - 1] >= '0' && text.p[i - 1] <= '9') ||
                                    text.p[i - 1] == '-' || text.p[i - 1] == '$');
            size_t end;
            plx_str key;
            if (start && !behind && read_phone(text, i, &end, &key, pool->arena)) {
                plx_span at = plx_span_of(i, end);
                if (!plx_account_is_dropped(s->accounts[a], at)) {
                    plx_vec_push(&list, pool->arena, (phone){{a, at}, key});
                }
                i = end;
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            const phone *a = &list.p[i], *b = &list.p[k];
            if (a->at.account != b->at.account && !plx_str_eq(a->key, b->key) &&
                one_number(a->key, b->key)) {
                put(pool, PLX_ABOUT_NUMBER, PLX_VARIANT, a->at, a->key, b->at, b->key, 0.5,
                    "numbers that begin alike");
            }
        }
    }
}

void plx_difference__addresses(plx_story *s, plx_pool *pool) {
    streets(s, pool);
    phones(s, pool);
}
