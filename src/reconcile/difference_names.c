/* Spellings: one entity under names that are written differently.
 *
 * A person's names are compared part by part: the surnames among themselves, the first given names
 * among themselves; names of organisations and places as a whole. A name cut short is no
 * difference. */
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "find/nouns.h"
#include "match/names.h"
#include "reconcile/difference_parts.h"

#define LEAST_SURNAME  0.9  /* when not even the first letters are the same */
#define LEAST_SPELLING 0.35 /* of match/names.h: spellings of one name */
#define MOST_WORDS     8u
#define MOST_PEOPLE    400u
#define MOST_FULL      80u /* full names of one person that are compared */

typedef struct name_words {
    plx_span span[MOST_WORDS];
    plx_str fold[MOST_WORDS]; /* without a possessive ending */
    plx_str text[MOST_WORDS];
    size_t n;
} name_words;

static bool ends_possessive(plx_str w, size_t *cut) {
    static const char *const endings[] = {"'s", "’s", "'", "’"};
    for (size_t i = 0; i < PLX_COUNT(endings); i++) {
        if (plx_str_ends(w, plx_str_of(endings[i]))) {
            *cut = strlen(endings[i]);
            return w.n > *cut;
        }
    }
    return false;
}

/* The words of a mention's name without titles. */
static name_words words_of(const plx_story *s, plx_at at, plx_arena *arena) {
    name_words out = {.n = 0};
    plx_str text = s->accounts[at.account]->text;
    for (uint32_t i = at.span.begin; i < at.span.end && out.n < MOST_WORDS;) {
        while (i < at.span.end && (unsigned char)text.p[i] <= ' ') {
            i++;
        }
        uint32_t from = i;
        while (i < at.span.end && (unsigned char)text.p[i] > ' ') {
            i++;
        }
        plx_str w = plx_str_slice(text, from, i);
        size_t cut;
        if (ends_possessive(w, &cut)) {
            w.n -= cut;
        }
        while (w.n && strchr(",)]\"", w.p[w.n - 1])) {
            w.n--;
        }
        while (w.n && strchr("([\"", w.p[0])) {
            w.p++;
            w.n--;
            from++;
        }
        if (plx_str_starts(w, PLX_S("“"))) {
            w = plx_str_slice(w, 3, w.n);
            from += 3;
        }
        if (plx_str_ends(w, PLX_S("”"))) {
            w.n -= 3;
        }
        plx_str fold = plx_str_fold(arena, w);
        plx_str bare =
            fold.n && fold.p[fold.n - 1] == '.' ? plx_str_slice(fold, 0, fold.n - 1) : fold;
        if (!w.n || (out.n == 0 && plx_match_is_title(bare, NULL) && i < at.span.end)) {
            continue;
        }
        out.span[out.n] = (plx_span){from, from + (uint32_t)w.n};
        out.text[out.n] = w;
        out.fold[out.n++] = fold;
    }
    return out;
}

typedef struct spelling {
    plx_str fold, text;
    plx_str core;   /* of a given name: without a middle initial */
    plx_str family; /* of a given name: the surname that it first stands with, or empty */
    plx_ats at;
    uint32_t group;
} spelling;

typedef struct spellings {
    spelling *p;
    size_t n, cap;
} spellings;

static void add_spelling(spellings *list, plx_str fold, plx_str text, plx_at at, plx_arena *arena) {
    size_t i = 0;
    while (i < list->n && !plx_str_eq(list->p[i].fold, fold)) {
        i++;
    }
    if (i == list->n) {
        size_t blank = plx_str_find_char(fold, ' ', 0);
        plx_str core = blank == SIZE_MAX ? fold : plx_str_slice(fold, 0, blank);
        plx_vec_push(list, arena,
                     (spelling){.fold = fold, .text = text, .core = core, .group = (uint32_t)i});
    }
    plx_vec_push(&list->p[i].at, arena, at);
}

/* "A.J." and "AJ": nothing but initials. */
static bool only_initials(plx_str text) {
    size_t capitals = 0;
    for (size_t i = 0; i < text.n; i++) {
        capitals += text.p[i] >= 'A' && text.p[i] <= 'Z';
        if (text.p[i] != '.' && (text.p[i] < 'A' || text.p[i] > 'Z')) {
            return false;
        }
    }
    return capitals >= 1 && capitals <= 3;
}

static bool alike(plx_str a, plx_str b, bool given) {
    plx_name_parts x, y;
    plx_match_name_parse(a, &x);
    plx_match_name_parse(b, &y);
    if (x.n == 0 || y.n == 0) {
        return false;
    }
    if (plx_match_name_part(&x.parts[0], &y.parts[0]) >= LEAST_SPELLING) {
        return true;
    }
    bool initial = x.parts[0].kind == PLX_PART_INITIAL || y.parts[0].kind == PLX_PART_INITIAL ||
                   only_initials(a) || only_initials(b);
    return given && (plx_match_nickname(&x.parts[0], &y.parts[0]) ||
                     (initial && x.parts[0].letters[0] == y.parts[0].letters[0]));
}

/* Two given names belong to one person when the surnames do that they stand with. */
static bool families_agree(const spelling *a, const spelling *b) {
    return !a->family.n || !b->family.n || alike(a->family, b->family, false);
}

/* Have the spellings of a group other first words? */
static bool differs_in_core(const spellings *list, uint32_t group) {
    plx_str first = {NULL, 0};
    for (size_t i = group; i < list->n; i++) {
        if (list->p[i].group == group) {
            if (first.n && !plx_str_eq(first, list->p[i].core)) {
                return true;
            }
            first = list->p[i].core;
        }
    }
    return false;
}

/* Two surnames under one entity that are hardly alike are a wrong join of people. */
static bool close_enough(plx_str a, plx_str b) {
    plx_name_parts x, y;
    plx_match_name_parse(a, &x);
    plx_match_name_parse(b, &y);
    return x.n && y.n &&
           (x.parts[0].letters[0] == y.parts[0].letters[0] ||
            plx_match_name_part(&x.parts[0], &y.parts[0]) >= LEAST_SURNAME);
}

/* Joins spellings of one name, by the first of each group; then one difference a group of two or
 * more. */
static void put_groups(plx_story *s, uint32_t entity, spellings *list, bool given, const char *what,
                       plx_arena *arena) {
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = 0; k < i; k++) {
            if (list->p[i].group == i && alike(list->p[i].text, list->p[k].text, given) &&
                (given || close_enough(list->p[i].text, list->p[k].text)) &&
                families_agree(&list->p[i], &list->p[k])) {
                list->p[i].group = list->p[k].group;
            }
        }
    }
    const plx_entity *e = &s->entities.p[entity];
    for (uint32_t g = 0; g < list->n; g++) {
        plx_difference d = {
            .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
        for (size_t i = g; i < list->n; i++) {
            for (size_t m = 0; list->p[i].group == g && m < list->p[i].at.n; m++) {
                plx_difference__put(&d, list->p[i].text, list->p[i].at.p[m], arena);
            }
        }
        if (!differs_in_core(list, g)) {
            continue; /* with or without a middle initial */
        }
        d.about = plx_str_format(arena, "%s %.*s", what, PLX_FMT(e->name));
        d.why = PLX_S("names of one person that the accounts spell or choose differently");
        d.weight = 0.4 + plx_difference__salience(s, entity);
        plx_difference__add(s, &d, arena);
    }
}

/* The first name with the initials behind it: "Ann K." */
static void add_given(const plx_story *s, uint32_t account, const name_words *w, spellings *given,
                      plx_arena *arena) {
    size_t n = 1;
    while (n + 1 < w->n && only_initials(w->text[n])) {
        n++;
    }
    plx_span span = {w->span[0].begin, w->span[n - 1].end};
    plx_str text = plx_str_at(s->accounts[account]->text, span);
    add_spelling(given, n > 1 ? plx_str_fold(arena, text) : w->fold[0], n > 1 ? text : w->text[0],
                 (plx_at){account, span}, arena);
    for (size_t i = 0; i < given->n; i++) {
        spelling *x = &given->p[i];
        if (!x->family.n && plx_str_eq(x->fold, n > 1 ? plx_str_fold(arena, text) : w->fold[0])) {
            x->family = w->text[w->n - 1];
        }
    }
}

/* "Jr." and "III" belong to no surname. */
static bool is_suffix(plx_str fold) {
    static const plx_str words[] = {PLX_S_INIT("ii"), PLX_S_INIT("iii"), PLX_S_INIT("iv"),
                                    PLX_S_INIT("jr"), PLX_S_INIT("jr."), PLX_S_INIT("sr"),
                                    PLX_S_INIT("sr.")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

/* "RoeFiles": a capital far inside the word. */
static bool runs_on(plx_str word) {
    for (size_t i = 5; i < word.n; i++) {
        bool capital = word.p[i] >= 'A' && word.p[i] <= 'Z';
        if (capital && word.p[i - 1] >= 'a' && word.p[i - 1] <= 'z') {
            return true;
        }
    }
    return false;
}

/* Does the account of `at` write another given name of the person, with a surname? */
static bool has_own_given(const spellings *given, plx_at at, plx_str fold) {
    for (size_t i = 0; i < given->n; i++) {
        for (size_t m = 0; m < given->p[i].at.n && given->p[i].family.n; m++) {
            if (given->p[i].at.p[m].account == at.account && !plx_str_eq(given->p[i].core, fold)) {
                return true;
            }
        }
    }
    return false;
}

/* "[James] Roe": a given name whose surname stands behind the bracket. */
static bool is_cut_off(plx_str text, plx_span span) {
    uint32_t i = span.end;
    while (i < text.n && text.p[i] == ']') {
        i++;
    }
    return i > span.end && i + 1 < text.n && text.p[i] == ' ' && text.p[i + 1] >= 'A' &&
           text.p[i + 1] <= 'Z';
}

/* "Prince Charles": known by that name alone. */
static bool is_royal(plx_str text, plx_span span) {
    static const char *const titles[] = {"King ", "Pope ", "Prince ", "Princess ", "Queen "};
    plx_str before = plx_str_slice(text, 0, span.begin);
    for (size_t i = 0; i < PLX_COUNT(titles); i++) {
        if (plx_str_ends(before, plx_str_of(titles[i]))) {
            return true;
        }
    }
    return false;
}

static void person_names(plx_story *s, uint32_t entity, plx_arena *arena) {
    const plx_entity *e = &s->entities.p[entity];
    spellings given = {0}, family = {0}, any = {0};
    for (size_t i = 0; i < e->mentions.n; i++) {
        if (e->mentions.p[i].kind != PLX_NAME) {
            continue;
        }
        plx_at at = e->mentions.p[i].at;
        name_words w = words_of(s, at, arena);
        while (w.n > 1 && is_suffix(w.fold[w.n - 1])) {
            w.n--;
        }
        if (is_cut_off(s->accounts[at.account]->text, at.span) ||
            is_royal(s->accounts[at.account]->text, at.span)) {
            continue;
        }
        if (w.n && (w.text[0].n == 1 || (w.text[0].n == 2 && w.text[0].p[1] == '.') ||
                    runs_on(w.text[w.n - 1]))) {
            continue; /* a letter, or a name that took in what stands behind it */
        }
        if (w.n >= 2) {
            add_given(s, at.account, &w, &given, arena);
            add_spelling(&family, w.fold[w.n - 1], w.text[w.n - 1],
                         (plx_at){at.account, w.span[w.n - 1]}, arena);
        } else if (w.n == 1 && !is_suffix(w.fold[0])) {
            add_spelling(&any, w.fold[0], w.text[0], (plx_at){at.account, w.span[0]}, arena);
        }
    }
    for (size_t i = 0; i < any.n; i++) { /* a single word goes with the part that it is most like */
        bool is_family = false, is_given = false;
        for (size_t k = 0; k < family.n; k++) {
            is_family = is_family || (alike(any.p[i].text, family.p[k].text, false) &&
                                      any.p[i].fold.p[0] == family.p[k].fold.p[0]);
        }
        for (size_t k = 0; k < given.n && !is_family; k++) {
            is_given = is_given || (alike(any.p[i].text, given.p[k].text, true) &&
                                    close_enough(any.p[i].text, given.p[k].text));
        }
        if (!is_family && !is_given && family.n && any.p[i].fold.n < 5) {
            continue; /* short words under a person's entity are often none of their names */
        }
        spellings *into = is_family ? &family : is_given || !family.n ? &given : &family;
        for (size_t m = 0; m < any.p[i].at.n; m++) {
            if (!is_family && is_given && has_own_given(&given, any.p[i].at.p[m], any.p[i].fold)) {
                continue; /* somebody else's */
            }
            add_spelling(into, any.p[i].fold, any.p[i].text, any.p[i].at.p[m], arena);
        }
    }
    put_groups(s, entity, &family, false, "the spelling of the surname of", arena);
    put_groups(s, entity, &given, true, "the given name of", arena);
}

/* ---- in full and shorter
 * ------------------------------------------------------------------------------ */

typedef struct full_name {
    name_words words; /* without what follows a surname */
    plx_str key;      /* all of its words */
    bool suffix;      /* "Jr." */
    plx_at at;
} full_name;

typedef struct full_names {
    full_name *p;
    size_t n, cap;
} full_names;

static plx_str without_stop(plx_str w) {
    while (w.n && (w.p[w.n - 1] == '.' || w.p[w.n - 1] == ',')) {
        w.n--;
    }
    return w;
}

/* "Roe Files", "Roe The": a name that has taken in the word behind it. */
static bool ends_in_plural(const plx_annotation *an, plx_span span) {
    uint32_t begin, end;
    plx_tokens_in(an, span, &begin, &end);
    return end > begin && ((an->tokens[end - 1].feats & PLX_FEAT_PLUR) ||
                           plx_str_eq(an->tokens[end - 1].fold, PLX_S("the")) ||
                           plx_str_eq(an->tokens[end - 1].fold, PLX_S("a")));
}

/* "Ann Roe Anna (Ann) Lee Roe": a name and its long form, run together. */
static bool is_before_bracket(plx_str text, uint32_t end) {
    return end + 1 < text.n && text.p[end] == ' ' && text.p[end + 1] == '(';
}

static void add_full(const plx_story *s, plx_at at, full_names *list, plx_arena *arena) {
    name_words w = words_of(s, at, arena);
    bool junk = ends_in_plural(s->annotations[at.account], at.span) ||
                (w.n >= 3 && is_before_bracket(s->accounts[at.account]->text, at.span.end));
    for (size_t i = 0; i < w.n; i++) {
        junk |= runs_on(w.text[i]);
    }
    if (junk) {
        return;
    }
    plx_str key = {NULL, 0};
    plx_span span = {w.n ? w.span[0].begin : 0, w.n ? w.span[w.n - 1].end : 0};
    for (size_t i = 0; i < w.n; i++) {
        w.fold[i] = without_stop(w.fold[i]);
        key = plx_str_format(arena, "%.*s %.*s", PLX_FMT(key), PLX_FMT(w.fold[i]));
    }
    bool suffix = false;
    while (w.n > 1 && is_suffix(w.fold[w.n - 1])) {
        w.n--;
        suffix = true;
    }
    if (w.n >= 3 && (plx_noun_is_role(w.fold[0]) || plx_str_eq(w.fold[0], w.fold[w.n - 1]))) {
        return; /* "Dean Ann Roe", "Ann Roe Ann" */
    }
    if (w.n >= 2 || (w.n && suffix)) {
        full_name x = {w, key, suffix, (plx_at){at.account, span}};
        plx_vec_push(list, arena, x);
    }
}

/* Is every word of `a` one of `b`, and the first or the last the same? */
static bool is_shorter(const full_name *a, const full_name *b) {
    const name_words *x = &a->words, *y = &b->words;
    for (size_t i = 0; i < x->n; i++) {
        bool found = false;
        for (size_t k = 0; k < y->n && !found; k++) {
            found = plx_str_eq(x->fold[i], y->fold[k]);
        }
        if (!found) {
            return false;
        }
    }
    return plx_str_eq(x->fold[0], y->fold[0]) || plx_str_eq(x->fold[x->n - 1], y->fold[y->n - 1]);
}

/* Does an account write both? Then it only shortens. */
static bool one_writes_both(const full_names *list, plx_str a, plx_str b) {
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = 0; plx_str_eq(list->p[i].key, a) && k < list->n; k++) {
            if (list->p[i].at.account == list->p[k].at.account && plx_str_eq(list->p[k].key, b)) {
                return true;
            }
        }
    }
    return false;
}

/* Does an account write names with and without "Jr."? Then they may be father and son. */
static bool may_be_two(const full_names *list) {
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = 0; list->p[i].suffix && k < list->n; k++) {
            if (list->p[i].at.account == list->p[k].at.account && !list->p[k].suffix) {
                return true;
            }
        }
    }
    return false;
}

/* Adds how the name of the difference's entity is given, each position in the words of its first
 * place. */
static void add_as_given(plx_story *s, plx_difference *d, double weight, plx_arena *arena) {
    plx_difference__in_own_words(s, d);
    d->about = plx_str_format(arena, "how the name of %.*s is given",
                              PLX_FMT(s->entities.p[d->subject].name));
    d->weight = weight + plx_difference__salience(s, d->subject);
    plx_difference__add(s, d, arena);
}

/* "Ann B. Roe" here and "Ann Roe" there; "Jon "Ace" Hill" and "Jon Hill"; "Ana Lopez Ruiz" and "Ana
 * Lopez". */
static void written_in_full(plx_story *s, uint32_t entity, plx_arena *arena) {
    const plx_entity *e = &s->entities.p[entity];
    full_names list = {0};
    for (size_t i = 0; i < e->mentions.n && list.n < MOST_FULL; i++) {
        if (e->mentions.p[i].kind == PLX_NAME) {
            add_full(s, e->mentions.p[i].at, &list, arena);
        }
    }
    bool *told = plx_new_n(arena, bool, list.n);
    bool two = may_be_two(&list);
    for (size_t i = 0; i < list.n; i++) {
        plx_difference d = {
            .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
        for (size_t k = i; k < list.n && !told[i]; k++) {
            const full_name *a = &list.p[i], *b = &list.p[k];
            bool same = plx_str_eq(a->key, b->key);
            if (two && a->suffix != b->suffix) {
                continue;
            }
            if (same || ((is_shorter(a, b) || is_shorter(b, a)) &&
                         !one_writes_both(&list, a->key, b->key))) {
                told[k] = k != i;
                plx_difference__put(&d, b->key, b->at, arena);
            }
        }
        d.why = PLX_S("one name, more or less in full");
        add_as_given(s, &d, 0.2, arena);
    }
}

/* ---- letters for the whole
 * ----------------------------------------------------------------------- */

/* Capitals and full stops only. */
static bool is_letters(plx_str name) {
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        bool capital = name.p[i] >= 'A' && name.p[i] <= 'Z';
        if (!capital && name.p[i] != '.') {
            return false;
        }
        n += capital;
    }
    return n >= 3 && n <= 7; /* "VA" stands for too much */
}

/* One body by its letters in some accounts and by its name in others: "the NTC", "the National
 * Transport Council". An account that has both explains them. */
static void by_letters(plx_story *s, uint32_t entity, plx_arena *arena) {
    const plx_entity *e = &s->entities.p[entity];
    enum { LETTERS = 1, WORDS = 2 };
    unsigned *has = plx_new_n(arena, unsigned, s->n_accounts);
    for (int pass = 0; pass < 2; pass++) {
        plx_difference d = {
            .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
        for (size_t i = 0; i < e->mentions.n; i++) {
            plx_at at = e->mentions.p[i].at;
            plx_str text = plx_str_at(s->accounts[at.account]->text, at.span);
            bool letters = is_letters(text);
            bool words = !letters && plx_str_find_char(text, ' ', 0) != SIZE_MAX;
            if (e->mentions.p[i].kind != PLX_NAME || (!letters && !words)) {
                continue;
            }
            has[at.account] |= letters ? LETTERS : WORDS;
            if (pass && has[at.account] != (LETTERS | WORDS)) {
                plx_difference__put(&d, letters ? PLX_S("letters") : PLX_S("words"), at, arena);
            }
        }
        d.why = PLX_S("one body by its letters and by its name");
        add_as_given(s, &d, 0.1, arena);
    }
}

/* ---- as a whole
 * ---------------------------------------------------------------------------------- */

/* Letters and digits of a name only: what two ways of writing it have in common. */
static plx_str letters_of(plx_str text, plx_arena *arena) {
    plx_str fold = plx_str_fold(arena, text);
    char *out = plx_arena_alloc(arena, fold.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < fold.n; i++) {
        unsigned char c = (unsigned char)fold.p[i];
        if (c >= 0x80 || plx_cp_is_alnum(c)) {
            out[n++] = (char)c;
        }
    }
    plx_str all = plx_str_n(out, n);
    return plx_str_starts(all, PLX_S("the")) && n > 6 ? plx_str_slice(all, 3, n) : all;
}

/* A name without quotation marks, which are no part of it. */
static plx_str without_marks(plx_str text, plx_arena *arena) {
    static const char *const marks[] = {"\"", "“", "”", "‘", "„", "«", "»"};
    char *out = plx_arena_alloc(arena, text.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n;) {
        size_t skip = 0;
        for (size_t k = 0; k < PLX_COUNT(marks) && !skip; k++) {
            plx_str rest = plx_str_slice(text, i, text.n);
            skip = plx_str_starts(rest, plx_str_of(marks[k])) ? strlen(marks[k]) : 0;
        }
        if (!skip) {
            out[n++] = text.p[i];
        }
        i += skip ? skip : 1;
    }
    return plx_str_n(out, n);
}

/* Folded, without full stops, commas, apostrophes and brackets: "U.S." and "US" are no two
 * spellings, nor are "Jon Roe Jr." and "Jon Roe, Jr.". */
static plx_str without_stops(plx_str text, plx_arena *arena) {
    static const char apostrophe[] = "\xE2\x80\x99";
    plx_str low = plx_str_fold(arena, text);
    char *out = plx_arena_alloc(arena, low.n + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < low.n; i++) {
        if (plx_str_starts(plx_str_slice(low, i, low.n), plx_str_of(apostrophe))) {
            i += 2;
        } else if (!strchr(".,'[]`", low.p[i])) {
            out[n++] = low.p[i];
        }
    }
    return plx_str_n(out, n);
}

/* The same letters, written otherwise: a hyphen, a blank, a full stop. */
static void written_otherwise(plx_story *s, uint32_t entity, plx_arena *arena) {
    const plx_entity *e = &s->entities.p[entity];
    spellings list = {0};
    for (size_t i = 0; i < e->mentions.n; i++) {
        plx_at at = e->mentions.p[i].at;
        if (e->mentions.p[i].kind != PLX_NAME) {
            continue;
        }
        plx_str text = plx_str_at(s->accounts[at.account]->text, at.span);
        size_t cut;
        if (ends_possessive(text, &cut)) {
            text = plx_str_slice(text, 0, text.n - cut);
        }
        if (plx_str_starts(text, PLX_S("the ")) || plx_str_starts(text, PLX_S("The "))) {
            text = plx_str_slice(text, 4, text.n);
        }
        plx_str bare = without_marks(text, arena);
        add_spelling(&list, bare, text, at, arena);
    }
    for (size_t i = 0; i < list.n; i++) {
        plx_str key = letters_of(list.p[i].text, arena);
        plx_difference d = {
            .kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = entity};
        for (size_t k = i; k < list.n; k++) {
            if (list.p[k].group != PLX_NONE && key.n > 3 &&
                plx_str_eq(key, letters_of(list.p[k].text, arena)) &&
                (k == i || !plx_str_eq(without_stops(list.p[k].text, arena),
                                       without_stops(list.p[i].text, arena)))) {
                for (size_t m = 0; m < list.p[k].at.n; m++) {
                    plx_difference__put(&d, list.p[k].text, list.p[k].at.p[m], arena);
                }
                list.p[k].group = PLX_NONE;
            }
        }
        d.about = plx_str_format(arena, "how the name of %.*s is written", PLX_FMT(e->name));
        d.why = PLX_S("the same letters, parted or marked otherwise");
        d.weight = 0.3 + plx_difference__salience(s, entity);
        plx_difference__add(s, &d, arena);
    }
}

/* ---- two people who may be one
 * ----------------------------------------------------------------------- */

/* The first full name of a person, without what follows the surname; n is 0 when there is none. */
static full_name first_full(const plx_story *s, const plx_entity *e, plx_arena *arena) {
    full_names list = {0};
    for (size_t i = 0; i < e->mentions.n && !list.n; i++) {
        if (e->mentions.p[i].kind == PLX_NAME) {
            add_full(s, e->mentions.p[i].at, &list, arena);
        }
    }
    return list.n ? list.p[0] : (full_name){.words = {.n = 0}};
}

static bool share_account(const plx_story *s, const plx_entity *a, const plx_entity *b,
                          plx_arena *arena) {
    bool *has = plx_new_n(arena, bool, s->n_accounts);
    for (size_t i = 0; i < a->mentions.n; i++) {
        has[a->mentions.p[i].at.account] = true;
    }
    for (size_t i = 0; i < b->mentions.n; i++) {
        if (has[b->mentions.p[i].at.account]) {
            return true;
        }
    }
    return false;
}

/* "Dean Roe" here and "Denis Roe" there, in accounts that each know but one: other given names of
 * one initial, one surname. Kin would stand together. */
static void other_given_names(plx_story *s, plx_arena *arena) {
    size_t n = PLX_MIN(s->entities.n, MOST_PEOPLE);
    full_name *name = plx_new_n(arena, full_name, n);
    for (size_t i = 0; i < n; i++) {
        if (s->entities.p[i].type == PLX_PERSON) {
            name[i] = first_full(s, &s->entities.p[i], arena);
        }
    }
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = i + 1; k < n; k++) {
            const name_words *x = &name[i].words, *y = &name[k].words;
            bool alike = x->n >= 2 && y->n >= 2 &&
                         plx_str_eq(x->fold[x->n - 1], y->fold[y->n - 1]) &&
                         !plx_str_eq(x->fold[0], y->fold[0]) && x->fold[0].n > 1 &&
                         y->fold[0].n > 1 && x->fold[0].p[0] == y->fold[0].p[0];
            plx_gender g = s->entities.p[i].gender, h = s->entities.p[k].gender;
            bool kin = (g == PLX_MALE && h == PLX_FEMALE) || (g == PLX_FEMALE && h == PLX_MALE);
            if (!alike || kin || share_account(s, &s->entities.p[i], &s->entities.p[k], arena)) {
                continue;
            }
            plx_difference d = {
                .kind = PLX_CONFLICT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = i};
            plx_difference__put(&d, x->text[0], name[i].at, arena);
            plx_difference__put(&d, y->text[0], name[k].at, arena);
            d.about =
                plx_str_format(arena, "the given name of %.*s", PLX_FMT(s->entities.p[i].name));
            d.why = PLX_S("one surname and one initial, in accounts that know but one of the two");
            d.weight = 0.8 + plx_difference__salience(s, i);
            plx_difference__add(s, &d, arena);
        }
    }
}

void plx_difference__names(plx_story *s, plx_arena *arena) {
    other_given_names(s, arena);
    for (uint32_t e = 0; e < s->entities.n; e++) {
        if (s->entities.p[e].type == PLX_PERSON) {
            person_names(s, e, arena);
            written_in_full(s, e, arena);
        }
        if (s->entities.p[e].type == PLX_ORGANIZATION) {
            by_letters(s, e, arena);
        }
        written_otherwise(s, e, arena);
    }
}
