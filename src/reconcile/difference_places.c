/* Places and bodies that are two entities by their names and yet look like one thing named in two
 * ways: "Hale Park" here and "Hale Playground" there, "the Ninth Ward" and "the Upper 9th Ward". No
 * account has both names, the names have all but their kind or a word in front in common, and the
 * kinds are words for one sort of site. */
#include "base/utf8.h"
#include "base/vec.h"
#include "reconcile/difference_parts.h"

#define MOST_WORDS    8u
#define MOST_ENTITIES 400u

typedef struct name_words {
    plx_str word[MOST_WORDS];
    size_t n;
} name_words;

static plx_str ordinal(plx_str fold) {
    static const struct {
        const char *word, *figure;
    } table[] = {{"first", "1st"}, {"second", "2nd"}, {"third", "3rd"},     {"fourth", "4th"},
                 {"fifth", "5th"}, {"sixth", "6th"},  {"seventh", "7th"},   {"eighth", "8th"},
                 {"ninth", "9th"}, {"tenth", "10th"}, {"eleventh", "11th"}, {"twelfth", "12th"}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(fold, plx_str_of(table[i].word))) {
            return plx_str_of(table[i].figure);
        }
    }
    return fold;
}

static name_words words_of(plx_str name, plx_arena *arena) {
    name_words out = {.n = 0};
    plx_str rest = plx_str_fold(arena, name), word;
    while (out.n < MOST_WORDS && plx_str_split(&rest, ' ', &word)) {
        if (word.n && !plx_str_eq(word, PLX_S("the"))) {
            out.word[out.n++] = ordinal(word);
        }
    }
    return out;
}

/* The sort of site that a word names; 0 = it names none. */
static int sort_of(plx_str word) {
    static const struct {
        const char *word;
        int sort;
    } table[] = {{"park", 1},         {"playground", 1}, {"field", 1},       {"fields", 1},
                 {"square", 1},       {"gardens", 1},    {"plaza", 1},       {"hospital", 2},
                 {"clinic", 2},       {"infirmary", 2},  {"jail", 3},        {"prison", 3},
                 {"penitentiary", 3}, {"airport", 4},    {"airfield", 4},    {"stadium", 5},
                 {"arena", 5},        {"school", 6},     {"academy", 6},     {"hotel", 7},
                 {"inn", 7},          {"resort", 7},     {"club", 7},        {"estate", 7},
                 {"church", 8},       {"cathedral", 8},  {"chapel", 8},      {"mall", 9},
                 {"center", 9},       {"centre", 9},     {"apartments", 10}, {"homes", 10},
                 {"complex", 10}};
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        if (plx_str_eq(word, plx_str_of(table[i].word))) {
            return table[i].sort;
        }
    }
    return 0;
}

static bool one_kind_apart(const name_words *a, const name_words *b) {
    if (a->n != b->n || a->n < 2 || plx_str_eq(a->word[a->n - 1], b->word[b->n - 1])) {
        return false;
    }
    for (size_t i = 0; i + 1 < a->n; i++) {
        if (!plx_str_eq(a->word[i], b->word[i])) {
            return false;
        }
    }
    int sort = sort_of(a->word[a->n - 1]);
    return sort && sort == sort_of(b->word[b->n - 1]);
}

/* Is `a` `b` with at most one word more in front, and is there a number in it? */
static bool one_word_more(const name_words *a, const name_words *b) {
    if (b->n < 2 || a->n < b->n || a->n > b->n + 1) {
        return false;
    }
    bool number = false;
    for (size_t i = 0; i < b->n; i++) {
        plx_str x = a->word[a->n - b->n + i], y = b->word[i];
        if (!plx_str_eq(x, y)) {
            return false;
        }
        number |= x.p[0] >= '0' && x.p[0] <= '9';
    }
    return number;
}

static bool share_account(const plx_story *s, const plx_entity *a, const plx_entity *b,
                          plx_arena *arena) {
    bool *has = plx_new_n(arena, bool, s->n_accounts);
    for (size_t i = 0; i < a->mentions.n; i++) {
        has[a->mentions.p[i].at.account] |= a->mentions.p[i].kind == PLX_NAME;
    }
    for (size_t i = 0; i < b->mentions.n; i++) {
        if (b->mentions.p[i].kind == PLX_NAME && has[b->mentions.p[i].at.account]) {
            return true;
        }
    }
    return false;
}

static void put_names(const plx_story *s, const plx_entity *e, plx_difference *d,
                      plx_arena *arena) {
    for (size_t i = 0; i < e->mentions.n; i++) {
        plx_at at = e->mentions.p[i].at;
        if (e->mentions.p[i].kind == PLX_NAME &&
            plx_str_contains(plx_str_at(s->accounts[at.account]->text, at.span), PLX_S(" "))) {
            plx_difference__put(d, e->name, at, arena);
        }
    }
}

void plx_difference__places(plx_story *s, plx_arena *arena) {
    size_t n = PLX_MIN(s->entities.n, MOST_ENTITIES);
    name_words *words = plx_new_n(arena, name_words, n);
    for (size_t i = 0; i < n; i++) {
        if (s->entities.p[i].type != PLX_PERSON) {
            words[i] = words_of(s->entities.p[i].name, arena);
        }
    }
    bool *told = plx_new_n(arena, bool, n);
    uint32_t *queue = plx_new_n(arena, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        plx_difference d = {.kind = PLX_VARIANT, .subject_kind = PLX_SUBJECT_ENTITY, .subject = i};
        size_t last = 0;
        queue[last++] = i;
        for (size_t q = 0; q < last && !told[i]; q++) { /* and what is like what is like it */
            for (uint32_t k = i + 1; k < n; k++) {
                const name_words *x = &words[queue[q]], *y = &words[k];
                bool alike = one_kind_apart(x, y) || one_word_more(x, y) || one_word_more(y, x);
                if (alike && !told[k] && k != queue[q] &&
                    !share_account(s, &s->entities.p[queue[q]], &s->entities.p[k], arena)) {
                    told[k] = true;
                    queue[last++] = k;
                }
            }
        }
        for (size_t q = 0; last > 1 && q < last; q++) {
            put_names(s, &s->entities.p[queue[q]], &d, arena);
        }
        d.about = plx_str_format(arena, "what %.*s is called", PLX_FMT(s->entities.p[i].name));
        d.why = PLX_S("names that have all but a word in common, in different accounts");
        d.weight = 0.5 + plx_difference__salience(s, i);
        plx_difference__add(s, &d, arena);
    }
}
