#include "lang/ner.h"

#include "base/hash.h"
#include "base/utf8.h"

#define WORD_HASH(s) plx_hash_str(s)

/* ---- phrases --------------------------------------------------------------------------------- */

static uint32_t load_u32(const unsigned char *p) {
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return v;
}

uint64_t plx_ner__phrase(uint64_t before, uint64_t word_hash) {
    return plx_hash_mix(before, word_hash);
}

uint32_t plx_ner__find(const plx_phrases *p, uint64_t phrase) {
    uint32_t want = plx_ner__fingerprint(phrase);
    for (uint32_t at = (uint32_t)phrase & p->mask;; at = (at + 1) & p->mask) {
        uint32_t got = load_u32(p->slots + 8 * (size_t)at);
        if (got == 0) {
            return 0;
        }
        if (got == want) {
            return load_u32(p->slots + 8 * (size_t)at + 4);
        }
    }
}

/* ---- the account ----------------------------------------------------------------------------- */

enum {
    SEEN_INSIDE = 1,   /* capitalised inside a sentence */
    SEEN_LOWER = 2,    /* and uncapitalised */
    AFTER_TITLE = 4,   /* "Mr" before it */
    AFTER_PLACE = 8,   /* "in" before it */
    BEFORE_ORG = 16,   /* "Inc" behind it */
    RUN_FIRST = 32,    /* first of several capitalised words */
    RUN_LAST = 64,     /* last of several */
    AFTER_THE = 128,   /* "the" before it */
    BEFORE_SAID = 256, /* "said" behind it */
    SEEN_TWICE = 512
};

typedef struct slot {
    uint64_t word;
    uint32_t bits;
    uint16_t of[PLX_NAME_LABELS]; /* how often it was labelled so */
} slot;

typedef struct name_slot {
    uint64_t phrase; /* 0: free */
    uint32_t goes_on;
    uint16_t of[PLX_N_ENTITY_TYPES];
} name_slot;

struct plx_ner_account {
    slot *slots;
    size_t mask, n;
    name_slot *names; /* NULL before the first labelling */
    size_t names_mask, n_names;
};

enum { MOST_SLOTS = 1 << 20 }; /* words beyond are not kept in mind */

static slot *find_slot(const plx_ner_account *a, uint64_t word) {
    for (size_t at = (size_t)word & a->mask;; at = (at + 1) & a->mask) {
        if (a->slots[at].word == word || a->slots[at].word == 0) {
            return &a->slots[at];
        }
    }
}

static bool upper_first(plx_str w) {
    if (w.n && (unsigned char)w.p[0] < 0x80) {
        return w.p[0] >= 'A' && w.p[0] <= 'Z';
    }
    size_t pos = 0;
    return w.n && plx_cp_is_upper(plx_utf8_next(w, &pos));
}

static bool in_list(plx_str fold, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq(fold, plx_str_of(list[i]))) {
            return true;
        }
    }
    return false;
}

static bool is_word(plx_str s) {
    size_t pos = 0;
    return s.n && plx_cp_is_alnum(plx_utf8_next(s, &pos));
}

static uint32_t seen_at(const plx_ner *ner, const plx_annotation *an, const plx_sentence *s,
                        uint32_t i, bool initial) {
    static const char *const places[] = {"in", "at", "near", "from", "to", "outside", "into"};
    static const char *const speech[] = {"said",  "says",    "told",   "added", "wrote",
                                         "asked", "tweeted", "stated", "who"};
    const plx_token *t = an->tokens;
    uint32_t bits = initial ? 0 : SEEN_INSIDE;
    bool before = i > s->begin && upper_first(t[i - 1].form);
    bool after = i + 1 < s->end && upper_first(t[i + 1].form);
    if (i > s->begin) {
        uint64_t h = plx_ner__phrase(PLX_NER_EMPTY, WORD_HASH(t[i - 1].form));
        bits |= (plx_ner__find(&ner->known, h) & PLX_NER_TITLE) ? AFTER_TITLE : 0;
        bits |= in_list(t[i - 1].fold, places, PLX_COUNT(places)) ? AFTER_PLACE : 0;
        bits |= plx_str_eq(t[i - 1].fold, PLX_S("the")) ? AFTER_THE : 0;
    }
    if (i + 1 < s->end) {
        uint64_t h = plx_ner__phrase(PLX_NER_EMPTY, WORD_HASH(t[i + 1].form));
        bits |= (plx_ner__find(&ner->known, h) & PLX_NER_ORG_WORD) ? BEFORE_ORG : 0;
        bits |= in_list(t[i + 1].fold, speech, PLX_COUNT(speech)) ? BEFORE_SAID : 0;
    }
    return bits | (after && !before ? RUN_FIRST : 0) | (before && !after ? RUN_LAST : 0);
}

static void see(plx_ner_account *a, uint64_t word, uint32_t bits) {
    slot *at = find_slot(a, word);
    if (at->word) {
        at->bits |= bits | SEEN_TWICE;
    } else if (4 * a->n < 3 * a->mask) {
        *at = (slot){.word = word, .bits = bits};
        a->n++;
    }
}

plx_ner_account *plx_ner__account(const plx_ner *ner, const plx_annotation *an, plx_arena *arena) {
    plx_ner_account *a = plx_new(arena, plx_ner_account);
    size_t want = 0, n = 16;
    for (size_t i = 0; i < an->n_tokens; i++) {
        want += upper_first(an->tokens[i].form);
    }
    while (n < 2 * want && n < MOST_SLOTS) {
        n *= 2;
    }
    a->slots = plx_new_n(arena, slot, n);
    a->mask = n - 1;
    for (size_t k = 0; k < an->n_sentences; k++) {
        const plx_sentence *s = &an->sentences[k];
        bool initial = true;
        for (uint32_t i = s->begin; i < s->end; i++) {
            const plx_token *t = &an->tokens[i];
            if (upper_first(t->form)) {
                see(a, WORD_HASH(t->fold) | 1, seen_at(ner, an, s, i, initial));
            }
            initial = initial && !is_word(t->form);
        }
    }
    for (size_t i = 0; i < an->n_tokens; i++) {
        const plx_token *t = &an->tokens[i];
        if (!upper_first(t->form)) {
            slot *at = find_slot(a, WORD_HASH(t->fold) | 1);
            at->bits |= at->word ? SEEN_LOWER : 0;
        }
    }
    return a;
}

/* ---- how it was labelled --------------------------------------------------------------------- */

static name_slot *find_name(const plx_ner_account *a, uint64_t phrase) {
    phrase |= 1;
    for (size_t at = (size_t)(phrase >> 1) & a->names_mask;; at = (at + 1) & a->names_mask) {
        if (a->names[at].phrase == phrase || a->names[at].phrase == 0) {
            return &a->names[at];
        }
    }
}

static void more(uint16_t *count) { *count = (uint16_t)PLX_MIN(*count + 1, UINT16_MAX); }

static uint32_t name_end(const plx_token *t, uint32_t i, uint32_t end) {
    uint32_t e = i + 1;
    while (e < end && t[e].name % 2 == 0 && t[e].name == (t[i].name + 1) / 2 * 2) {
        e++;
    }
    return e;
}

static void add_name(plx_ner_account *a, const plx_token *t, uint32_t n, uint32_t type) {
    uint64_t h = PLX_NER_EMPTY;
    for (uint32_t k = 0; k < n; k++) {
        h = plx_ner__phrase(h, WORD_HASH(t[k].form));
        name_slot *at = find_name(a, h);
        if (at->phrase == 0) {
            if (4 * a->n_names >= 3 * a->names_mask) {
                return;
            }
            at->phrase = h | 1;
            a->n_names++;
        }
        at->goes_on |= k + 1 < n;
        if (k + 1 == n) {
            more(&at->of[type]);
        }
    }
}

void plx_ner__account_names(plx_ner_account *a, const plx_annotation *an, size_t first, size_t end,
                            plx_arena *arena) {
    size_t labelled = 0, n = 16;
    a->names = NULL;
    if (first == end) {
        return;
    }
    uint32_t from = an->sentences[first].begin, to = an->sentences[end - 1].end;
    for (uint32_t i = from; i < to; i++) {
        labelled += an->tokens[i].name != 0;
    }
    while (n < 2 * labelled && n < MOST_SLOTS) {
        n *= 2;
    }
    a->names = plx_new_n(arena, name_slot, n);
    a->names_mask = n - 1;
    a->n_names = 0;
    for (uint32_t i = from; i < to; i++) {
        const plx_token *t = &an->tokens[i];
        slot *at = upper_first(t->form) ? find_slot(a, WORD_HASH(t->fold) | 1) : NULL;
        if (at && at->word && t->name < PLX_NAME_LABELS) {
            more(&at->of[t->name]);
        }
        uint32_t e = name_end(an->tokens, i, an->sentences[t->sentence].end);
        if (t->name < PLX_NAME_LABELS && t->name % 2 == 1 && e - i <= PLX_NER_MAX_PHRASE) {
            add_name(a, t, e - i, (t->name - 1) / 2);
        }
    }
}

/* What the other places of the word say; own: its own label, which does not count. */
static void set_others(const plx_ner_account *a, uint32_t own, plx_ner_word *w) {
    const slot *at = find_slot(a, w->low_hash | 1);
    uint32_t all = 0, top = 0;
    for (uint32_t y = 0; at->word && y < PLX_NAME_LABELS; y++) {
        uint32_t count = at->of[y] - (uint32_t)(y == own && at->of[y]);
        w->others |= (uint16_t)(count ? 1U << y : 0);
        all += count;
        if (count > top) {
            top = count;
            w->most = (uint8_t)y;
        }
    }
    w->share = (uint8_t)(all == top ? (all > 2 ? 3 : 2) : 4 * top > 3 * all ? 1 : 0);
}

/* The longest phrase from word i on that is a name elsewhere: its words, its type. */
static uint32_t name_from(const plx_ner_account *a, const plx_token *t, const plx_ner_word *w,
                          uint32_t n, uint32_t i, uint32_t *type) {
    uint64_t h = PLX_NER_EMPTY;
    uint32_t own = t[i].name % 2 == 1 ? name_end(t, i, n) - i : 0, best = 0;
    for (uint32_t k = 0; k < PLX_NER_MAX_PHRASE && i + k < n; k++) {
        h = plx_ner__phrase(h, w[i + k].exact_hash);
        const name_slot *at = find_name(a, h);
        uint32_t top = 0;
        for (uint32_t y = 0; at->phrase && y < PLX_N_ENTITY_TYPES; y++) {
            uint32_t mine = own == k + 1 && (t[i].name - 1) / 2 == y;
            uint32_t count = at->of[y] - (mine && at->of[y] ? 1U : 0U);
            if (count > top) {
                top = count;
                best = k + 1;
                *type = y;
            }
        }
        if (!at->phrase || !at->goes_on) {
            break;
        }
    }
    return best;
}

static uint8_t place_in(uint32_t k, uint32_t n) {
    return (uint8_t)(n == 1 ? 1 : k == 0 ? 2 : k + 1 == n ? 4 : 3);
}

static void find_names(const plx_ner_account *a, const plx_token *t, uint32_t n, plx_ner_word *w) {
    for (uint32_t i = 0; i < n; i++) {
        if (w[i].upper) {
            set_others(a, t[i].name, &w[i]);
        }
    }
    for (uint32_t i = 0; i < n;) {
        uint32_t type = 0, k = name_from(a, t, w, n, i, &type);
        for (uint32_t j = 0; j < k; j++) {
            w[i + j].phrase = (uint8_t)(1 + type);
            w[i + j].phrase_at = place_in(j, k);
            w[i + j].may = true;
        }
        i += k ? k : 1;
    }
}

/* ---- words ----------------------------------------------------------------------------------- */

static uint32_t mix(uint32_t a, uint32_t b) {
    uint32_t h = a * 0x9E3779B1U ^ b;
    h ^= h >> 16;
    h *= 0x85EBCA6BU;
    h ^= h >> 13;
    h *= 0xC2B2AE35U;
    return h ^ h >> 16;
}

static uint32_t hash_bytes(const char *p, size_t n) {
    uint32_t h = 2166136261U;
    for (size_t i = 0; i < n; i++) {
        h = (h ^ (unsigned char)p[i]) * 16777619U;
    }
    return h;
}

static void set_shape(plx_str form, plx_ner_word *w) {
    char shape[16];
    size_t k = 0, run = 0;
    char last = 0;
    bool lower = false, upper = false;
    for (size_t i = 0; i < form.n; i++) {
        unsigned char c = (unsigned char)form.p[i];
        if (c >= 0x80 && c < 0xC0) {
            continue;
        }
        char s = c >= 'A' && c <= 'Z'                  ? 'X'
                 : c >= '0' && c <= '9'                ? 'd'
                 : (c >= 'a' && c <= 'z') || c >= 0x80 ? 'x'
                                                       : (char)c;
        lower |= s == 'x';
        upper |= s == 'X';
        run = s == last ? run + 1 : 1;
        if (run <= 2 && k < sizeof shape) {
            shape[k++] = s;
        }
        last = s;
    }
    w->shape = hash_bytes(shape, k);
    w->upper = upper_first(form);
    w->all_upper = upper && !lower;
    w->may = upper || w->upper;
}

static void set_affixes(plx_str fold, plx_ner_word *w) {
    for (uint32_t k = 1; k <= 4 && k < fold.n; k++) {
        w->prefix[k - 1] = hash_bytes(fold.p, k);
        w->suffix[k - 1] = hash_bytes(fold.p + fold.n - k, k);
        w->n_affixes = (uint8_t)k;
    }
}

static void set_word(const plx_ner *ner, const plx_vocab *vocab, const plx_token *t, bool initial,
                     plx_ner_word *w) {
    *w = (plx_ner_word){.upos = t->upos, .initial = initial, .space = t->space_before};
    w->exact_hash = WORD_HASH(t->form);
    w->low_hash = WORD_HASH(t->fold);
    w->exact = (uint32_t)w->exact_hash;
    w->lower = (uint32_t)w->low_hash;
    set_shape(t->form, w);
    set_affixes(t->fold, w);
    uint32_t id = plx_vocab__of(vocab, t->form, initial);
    if (id < ner->n_classes) {
        const unsigned char *c = ner->classes + 4 * (size_t)id;
        w->class1 = c[0];
        w->class2 = c[1];
        w->class3 = (uint16_t)(1 + (c[2] | c[3] << 8));
    }
    w->alone = plx_ner__find(&ner->known, plx_ner__phrase(PLX_NER_EMPTY, w->exact_hash)) &
               ~PLX_NER_GOES_ON;
}

/* The longest phrase from word i on: its words, and its value. */
static uint32_t longest(const plx_phrases *p, const plx_ner_word *w, uint32_t n, uint32_t i,
                        bool low, uint32_t *value) {
    uint64_t h = low ? ~PLX_NER_EMPTY : PLX_NER_EMPTY;
    uint32_t best = 0;
    for (uint32_t k = 0; k < PLX_NER_MAX_PHRASE && i + k < n; k++) {
        h = plx_ner__phrase(h, low ? w[i + k].low_hash : w[i + k].exact_hash);
        uint32_t v = plx_ner__find(p, h);
        if (v & ~PLX_NER_GOES_ON) {
            best = k + 1;
            *value = v & ~PLX_NER_GOES_ON;
        }
        if (!(v & PLX_NER_GOES_ON)) {
            break;
        }
    }
    return best;
}

static void find_phrases(const plx_ner *ner, plx_ner_word *w, uint32_t n) {
    for (uint32_t i = 0; i < n;) {
        uint32_t value = 0;
        bool low = !w[i].upper || (w[i].all_upper && i + 1 < n);
        uint32_t k = w[i].upper ? longest(&ner->known, w, n, i, false, &value) : 0;
        bool folded = k == 0 && low;
        k = folded ? longest(&ner->known, w, n, i, true, &value) : k;
        for (uint32_t j = 0; j < k; j++) {
            w[i + j].known = value;
            w[i + j].known_at = (uint8_t)(place_in(j, k) + (folded ? 4 : 0));
            w[i + j].may = true;
        }
        i += k ? k : 1;
    }
    for (uint32_t i = 0; i < n;) {
        uint32_t value = 0, k = w[i].upper ? longest(&ner->heard, w, n, i, false, &value) : 0;
        for (uint32_t j = 0; j < k; j++) {
            w[i + j].heard = value;
            w[i + j].heard_at = place_in(j, k);
        }
        i += k ? k : 1;
    }
}

/* Between two words that may belong to names and are near, all may; and the word behind. */
static void fill_gaps(plx_ner_word *w, uint32_t n, const plx_token *t) {
    uint32_t last = PLX_NONE;
    for (uint32_t i = 0; i < n; i++) {
        if (!w[i].may) {
            continue;
        }
        for (uint32_t k = last; last != PLX_NONE && i - last <= 4 && ++k < i;) {
            w[k].may = true;
        }
        last = i;
    }
    for (uint32_t i = n; i-- > 1;) {
        w[i].may |= w[i - 1].may && is_word(t[i].form);
    }
    for (uint32_t i = 0; i + 1 < n; i++) {
        w[i].may |= w[i + 1].may && t[i].form.n && t[i].form.p[0] >= '0' && t[i].form.p[0] <= '9';
    }
}

/* Addresses of pages, people and files, and rows of marks ("!!!!"), are no part of a name. */
static bool never(plx_str form) {
    size_t dot = plx_str_find_char(form, '.', 0);
    if ((form.n > 1 && form.p[0] == '@') || plx_str_contains(form, PLX_S("://")) ||
        plx_str_starts(form, PLX_S("www.")) ||
        (form.n > 4 && plx_str_find_char(form, '@', 0) != SIZE_MAX && dot != SIZE_MAX)) {
        return true;
    }
    for (size_t i = 0; i < form.n; i++) {
        if (!strchr("!?*=~_#<>", form.p[i])) {
            return false;
        }
    }
    return form.n > 1;
}

void plx_ner__words(const plx_ner *ner, const plx_vocab *vocab, const plx_annotation *an,
                    const plx_ner_account *account, const float *scores, uint32_t begin,
                    uint32_t end, plx_ner_word *out) {
    bool initial = true, quoted = false;
    for (uint32_t i = begin; i < end; i++) {
        plx_ner_word *w = &out[i - begin];
        const plx_token *t = &an->tokens[i];
        set_word(ner, vocab, t, initial, w);
        initial = initial && !is_word(t->form);
        size_t pos = 0;
        if (t->form.n && plx_cp_is_double_quote(plx_utf8_next(t->form, &pos)) && pos == t->form.n) {
            quoted = !quoted;
        }
        w->quoted = quoted;
        w->hyphen = plx_str_eq(t->form, PLX_S("-"));
        w->may |= t->upos == PLX_UPOS_PROPN;
        if (w->may && w->upper) {
            w->account = (uint16_t)find_slot(account, w->low_hash | 1)->bits;
        }
        for (uint32_t k = 1; scores && k < PLX_NAME_LABELS; k++) {
            const float *row = scores + (size_t)(i - begin) * PLX_NAME_LABELS;
            w->may |= row[k] > row[0];
        }
    }
    plx_ner__context(an->tokens + begin, begin, end - begin, out);
    find_phrases(ner, out, end - begin);
    if (account->names) {
        find_names(account, an->tokens + begin, end - begin, out);
    }
    fill_gaps(out, end - begin, an->tokens + begin);
    for (uint32_t i = begin; i < end; i++) {
        out[i - begin].may &= !never(an->tokens[i].form);
    }
}

/* ---- features -------------------------------------------------------------------------------- */

typedef struct sink {
    uint32_t *out;
    uint8_t *groups;
    uint32_t n;
} sink;

static void put(sink *s, plx_ner_group g, uint32_t template, uint32_t value) {
    if (s->n < PLX_NER_MAX_FEATURES) {
        if (s->groups) {
            s->groups[s->n] = (uint8_t)g;
        }
        s->out[s->n++] = mix(value, template);
    }
}

static void put_word(sink *s, const plx_ner_word *w, uint32_t at) {
    plx_ner_group g = at == 10 ? PLX_NER_SELF : PLX_NER_CONTEXT;
    put(s, g, 100 + at, w->lower);
    put(s, PLX_NER_PLAIN, 120 + at, w->shape);
    put(s, PLX_NER_PLAIN, 140 + at, w->upos);
    if (w->class3) {
        put(s, PLX_NER_PLAIN, 160 + at, w->class1);
        put(s, PLX_NER_PLAIN, 180 + at, w->class2);
        put(s, PLX_NER_PLAIN, 200 + at, w->class3);
    }
}

static void put_kinds(sink *s, uint32_t kinds, uint32_t template) {
    while (kinds) {
        uint32_t bit = kinds & -kinds;
        put(s, PLX_NER_LISTS, template, bit);
        kinds ^= bit;
    }
}

/* The type that raw text gives a phrase mostly, and how surely. */
static uint32_t heard_as(uint32_t value) {
    uint32_t best = 0, top = 0;
    for (uint32_t k = 0; k < 5; k++) {
        uint32_t p = value >> (4 * k) & 15;
        if (p > top) {
            top = p;
            best = k;
        }
    }
    return best * 4 + (top >= 14 ? 3 : top >= 11 ? 2 : top >= 8 ? 1 : 0);
}

static void put_lists(sink *s, const plx_ner_word *w, const plx_ner_word *before,
                      const plx_ner_word *after) {
    put_kinds(s, w->known, 300 + w->known_at);
    put_kinds(s, w->alone, 310);
    if (before) {
        put_kinds(s, before->known, 320 + (before->known_at > 4));
        put_kinds(s, before->alone, 322);
    }
    if (after) {
        put_kinds(s, after->known, 330 + (after->known_at > 4));
        put_kinds(s, after->alone, 332);
    }
    if (w->heard_at) {
        uint32_t as = heard_as(w->heard);
        put(s, PLX_NER_HEARD, 350, as << 3 | w->heard_at);
        put(s, PLX_NER_HEARD, 351, as / 4);
        put(s, PLX_NER_HEARD, 352, mix(as, w->upos));
        for (uint32_t k = 0; k < 5; k++) {
            put(s, PLX_NER_HEARD, 353, k << 4 | (w->heard >> (4 * k) & 15) / 2);
        }
    }
    if (before && before->heard_at) {
        put(s, PLX_NER_HEARD, 360, heard_as(before->heard));
    }
    if (after && after->heard_at) {
        put(s, PLX_NER_HEARD, 361, heard_as(after->heard));
    }
}

static void put_pairs(sink *s, const plx_ner_word *w, const plx_ner_word *b,
                      const plx_ner_word *a) {
    static const plx_ner_word none;
    const plx_ner_word *before = b ? b : &none, *after = a ? a : &none;
    put(s, PLX_NER_CONTEXT, 400, mix(before->lower, w->lower));
    put(s, PLX_NER_CONTEXT, 401, mix(w->lower, after->lower));
    put(s, PLX_NER_CONTEXT, 402, mix(before->lower, after->lower));
    put(s, PLX_NER_CONTEXT, 403, mix(before->lower, w->shape));
    put(s, PLX_NER_CONTEXT, 404, mix(after->lower, w->shape));
    put(s, PLX_NER_PLAIN, 405, mix(before->shape, w->shape));
    put(s, PLX_NER_PLAIN, 406, mix(w->shape, after->shape));
    put(s, PLX_NER_PLAIN, 407, mix(mix(before->shape, w->shape), after->shape));
    put(s, PLX_NER_PLAIN, 408, (uint32_t)before->upos << 8 | w->upos);
    put(s, PLX_NER_PLAIN, 409, (uint32_t)w->upos << 8 | after->upos);
    put(s, PLX_NER_PLAIN, 410,
        (uint32_t)before->upos << 16 | (uint32_t)w->upos << 8 | (uint32_t)after->upos);
    put(s, PLX_NER_PLAIN, 411, (uint32_t)before->class1 << 8 | w->class1);
    put(s, PLX_NER_PLAIN, 412, (uint32_t)w->class1 << 8 | after->class1);
    put(s, PLX_NER_PLAIN, 413, (uint32_t)before->class2 << 8 | after->class2);
    put(s, PLX_NER_CONTEXT, 414, mix(before->lower, w->class2));
    put(s, PLX_NER_CONTEXT, 415, mix(after->lower, w->class2));
    if (before->n_affixes >= 3) {
        put(s, PLX_NER_CONTEXT, 416, before->suffix[2]);
    }
    if (after->n_affixes >= 3) {
        put(s, PLX_NER_CONTEXT, 417, after->suffix[2]);
    }
    put_lists(s, w, b, a);
}

static const plx_ner_word *word_at(const plx_ner_word *w, uint32_t n, uint32_t i) {
    static const plx_ner_word none;
    return i < n ? &w[i] : &none;
}

/* The run of capitalised words: its ends, and the words around it. */
static void put_run(sink *s, const plx_ner_word *w, uint32_t n, uint32_t i) {
    const plx_ner_word *t = &w[i];
    if (t->quote_at) {
        put(s, PLX_NER_PLAIN, 590, t->quote_at);
        put(s, PLX_NER_PLAIN, 591,
            (uint32_t)t->quote_n << 4 | (uint32_t)t->quote_at << 1 | t->upper);
    }
    if (!t->upper) {
        return;
    }
    uint32_t size = PLX_MIN(t->run_end - (uint32_t)t->run, 7U), at = PLX_MIN(i - t->run, 7U);
    const plx_ner_word *first = &w[t->run], *last = &w[t->run_end - 1];
    const plx_ner_word *before = word_at(w, n, t->run - 1U), *after = word_at(w, n, t->run_end);
    put(s, PLX_NER_PLAIN, 600, size << 3 | at);
    put(s, PLX_NER_PLAIN, 601, size << 1 | first->initial);
    put(s, PLX_NER_CONTEXT, 602, before->lower);
    put(s, PLX_NER_CONTEXT, 603, after->lower);
    put(s, PLX_NER_CONTEXT, 604, mix(before->lower, after->lower));
    put(s, PLX_NER_PLAIN, 605, before->class3);
    put(s, PLX_NER_PLAIN, 606, after->class3);
    put(s, PLX_NER_PLAIN, 607, before->class2);
    put(s, PLX_NER_PLAIN, 608, after->class2);
    if (size > 1) {
        put(s, PLX_NER_SELF, 610, first->lower);
        put(s, PLX_NER_SELF, 611, last->lower);
        put(s, PLX_NER_PLAIN, 612, last->class2);
        put(s, PLX_NER_PLAIN, 613, last->class3);
        put(s, PLX_NER_PLAIN, 614, first->class2);
        put(s, PLX_NER_PLAIN, 615, (uint32_t)first->class1 << 8 | last->class1);
        put_kinds(s, last->alone, 616);
        put_kinds(s, first->alone, 617);
        put(s, PLX_NER_SELF, 618, last->n_affixes >= 3 ? last->suffix[2] : 0);
    }
}

static void put_tree(sink *s, const plx_ner_word *w, uint32_t n, uint32_t i) {
    const plx_ner_word *t = &w[i];
    if (t->head < n) {
        const plx_ner_word *head = &w[t->head];
        put(s, PLX_NER_TREE, 700, t->deprel);
        put(s, PLX_NER_TREE, 701, mix(t->deprel, head->lower));
        put(s, PLX_NER_TREE, 702, head->lower);
        put(s, PLX_NER_TREE, 703, (uint32_t)t->deprel << 8 | head->class2);
        put(s, PLX_NER_TREE, 704, head->class3);
        put(s, PLX_NER_TREE, 705, (uint32_t)t->deprel << 8 | head->upos);
        put(s, PLX_NER_TREE, 706, (uint32_t)t->deprel << 8 | head->class1);
    }
    if (t->is_a < n) {
        const plx_ner_word *is_a = &w[t->is_a];
        put(s, PLX_NER_TREE, 710, is_a->lower);
        put(s, PLX_NER_TREE, 711, is_a->class1);
        put(s, PLX_NER_TREE, 712, is_a->class2);
        put(s, PLX_NER_TREE, 713, is_a->class3);
    }
}

static void put_others(sink *s, const plx_ner_word *w, const plx_ner_word *before,
                       const plx_ner_word *after) {
    if (w->others) {
        put(s, PLX_NER_SECOND, 800, (uint32_t)w->most << 2 | w->share);
        put(s, PLX_NER_SECOND, 801, w->most);
        put(s, PLX_NER_SECOND, 802, mix(w->others, w->initial));
        for (uint32_t y = 0; y < PLX_NAME_LABELS; y++) {
            if (w->others >> y & 1) {
                put(s, PLX_NER_SECOND, 803, y);
            }
        }
    }
    if (w->phrase) {
        put(s, PLX_NER_SECOND, 810, (uint32_t)w->phrase << 3 | w->phrase_at);
        put(s, PLX_NER_SECOND, 811, w->phrase);
        put(s, PLX_NER_SECOND, 812,
            (uint32_t)w->phrase << 12 | (uint32_t)w->phrase_at << 8 | w->upos);
    }
    if (before && before->phrase) {
        put(s, PLX_NER_SECOND, 820, (uint32_t)before->phrase << 3 | before->phrase_at);
    }
    if (after && after->phrase) {
        put(s, PLX_NER_SECOND, 821, (uint32_t)after->phrase << 3 | after->phrase_at);
    }
}

uint32_t plx_ner__features(const plx_ner_word *w, uint32_t n, uint32_t i,
                           uint32_t out[PLX_NER_MAX_FEATURES],
                           uint8_t groups[PLX_NER_MAX_FEATURES]) {
    sink s = {out, groups, 0};
    const plx_ner_word *t = &w[i];
    put(&s, PLX_NER_PLAIN, 1, 0);
    for (uint32_t d = 0; d <= 2; d++) {
        if (i >= d) {
            put_word(&s, t - d, 10 - d);
        } else {
            put(&s, PLX_NER_PLAIN, 2, d);
        }
        if (d && i + d < n) {
            put_word(&s, t + d, 10 + d);
        } else if (d) {
            put(&s, PLX_NER_PLAIN, 3, d);
        }
    }
    put(&s, PLX_NER_SELF, 20, t->exact);
    for (uint32_t k = 0; k < t->n_affixes; k++) {
        put(&s, PLX_NER_SELF, 21 + k, t->prefix[k]);
        put(&s, PLX_NER_SELF, 31 + k, t->suffix[k]);
    }
    put(&s, PLX_NER_PLAIN, 41,
        (uint32_t)t->initial | (uint32_t)t->upper << 1 | (uint32_t)t->all_upper << 2 |
            (uint32_t)t->space << 3 | (uint32_t)t->quoted << 4);
    put(&s, PLX_NER_PLAIN, 42, (uint32_t)t->initial | (uint32_t)t->upos << 1);
    if (t->account) {
        for (uint32_t k = 0; k < 10; k++) {
            if (t->account >> k & 1) {
                put(&s, PLX_NER_ACCOUNT, 50, k);
            }
        }
        put(&s, PLX_NER_ACCOUNT, 51, (uint32_t)(t->account & 3) << 1 | t->initial);
        put(&s, PLX_NER_ACCOUNT, 52, t->account & 0xFC);
    }
    put_pairs(&s, t, i ? t - 1 : NULL, i + 1 < n ? t + 1 : NULL);
    put_run(&s, w, n, i);
    put_tree(&s, w, n, i);
    put_others(&s, t, i ? t - 1 : NULL, i + 1 < n ? t + 1 : NULL);
    return s.n;
}

uint32_t plx_ner__second_features(const plx_ner_word *w, uint32_t n, uint32_t i,
                                  uint32_t out[PLX_NER_MAX_FEATURES]) {
    sink s = {out, NULL, 0};
    put_others(&s, &w[i], i ? &w[i - 1] : NULL, i + 1 < n ? &w[i + 1] : NULL);
    return s.n;
}
