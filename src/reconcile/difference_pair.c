#include "reconcile/difference_pair.h"

#include "find/nouns.h"
#include "find/quote_cues.h"
#include "match/meaning.h"

#define LEAST_WORD_IDF 1.3 /* commoner words stand for anything */

bool plx_pair__same(const plx_pair *p, uint32_t x, uint32_t y) {
    return plx_link__alike(p->a, x, p->b, y);
}

bool plx_pair__elsewhere(const plx_pair *p, uint32_t x, uint32_t y) {
    return plx_link__has(p->l, p->k->a->account, x, p->k->b) ||
           plx_link__has(p->l, p->k->b->account, y, p->k->a);
}

static bool in_sentence(const plx_link_view *v, uint32_t token, uint32_t key) {
    const plx_sentence *s = &v->an->sentences[v->an->tokens[token].sentence];
    for (uint32_t i = s->begin; i < s->end; i++) {
        if (key && v->key[i] == key) {
            return true;
        }
    }
    return false;
}

bool plx_pair__beside(const plx_pair *p, uint32_t x, uint32_t y) {
    return in_sentence(p->a, x, p->b->key[y]) || in_sentence(p->b, y, p->a->key[x]);
}

bool plx_pair__is_general(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("area"),  PLX_S_INIT("case"),  PLX_S_INIT("connection"), PLX_S_INIT("effort"),
        PLX_S_INIT("event"), PLX_S_INIT("group"), PLX_S_INIT("incident"),   PLX_S_INIT("number"),
        PLX_S_INIT("part"),  PLX_S_INIT("place"), PLX_S_INIT("relation"),   PLX_S_INIT("response"),
        PLX_S_INIT("scene"), PLX_S_INIT("thing"), PLX_S_INIT("time"),       PLX_S_INIT("way")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

/* Charges, wounds and sentences; of other things accounts just tell more or less. */
bool plx_pair__is_weighty(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("assault"),    PLX_S_INIT("battery"),      PLX_S_INIT("charge"),
        PLX_S_INIT("condition"),  PLX_S_INIT("count"),        PLX_S_INIT("degree"),
        PLX_S_INIT("felony"),     PLX_S_INIT("homicide"),     PLX_S_INIT("injury"),
        PLX_S_INIT("kidnapping"), PLX_S_INIT("manslaughter"), PLX_S_INIT("murder"),
        PLX_S_INIT("robbery"),    PLX_S_INIT("sentence"),     PLX_S_INIT("theft"),
        PLX_S_INIT("wound")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

bool plx_pair__is_vague(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("additional"), PLX_S_INIT("another"),  PLX_S_INIT("countless"),
        PLX_S_INIT("different"),  PLX_S_INIT("few"),      PLX_S_INIT("fifth"),
        PLX_S_INIT("first"),      PLX_S_INIT("fourth"),   PLX_S_INIT("last"),
        PLX_S_INIT("many"),       PLX_S_INIT("more"),     PLX_S_INIT("multiple"),
        PLX_S_INIT("next"),       PLX_S_INIT("numerous"), PLX_S_INIT("other"),
        PLX_S_INIT("second"),     PLX_S_INIT("several"),  PLX_S_INIT("third"),
        PLX_S_INIT("unknown"),    PLX_S_INIT("various")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

uint32_t plx_pair__meaning_of(const plx_token *t) {
    uint32_t word = plx_meaning_of(t->lemma);
    return word == PLX_NONE ? plx_meaning_of(t->fold) : word;
}

double plx_pair__nearness(const plx_token *x, const plx_token *y) {
    return plx_meaning_cosine(plx_pair__meaning_of(x), plx_pair__meaning_of(y));
}

static bool uses(const plx_link_view *v, uint32_t key) {
    for (size_t i = 0; i < v->an->n_tokens; i++) {
        if (v->key[i] == key) {
            return true;
        }
    }
    return false;
}

/* Do both accounts use both words? Then each just varies its style. Or are the words too common? */
static bool only_style(const plx_pair *p, uint32_t x, uint32_t y) {
    double least = PLX_MIN(plx_meaning_idf(plx_pair__meaning_of(plx_pair__a(p, x))),
                           plx_meaning_idf(plx_pair__meaning_of(plx_pair__b(p, y))));
    return least < LEAST_WORD_IDF || (uses(p->a, p->b->key[y]) && uses(p->b, p->a->key[x]));
}

static uint32_t pair_topic(const plx_pair *p, uint32_t x, uint32_t y) {
    uint32_t a = p->a->key[x], b = p->b->key[y];
    return PLX_MIN(a, b) * 2654435761u ^ PLX_MAX(a, b);
}

void plx_pair__find(const plx_pair *p, plx_finding_about about, plx_difference_kind kind,
                    plx_span x, plx_span y, plx_str value_x, plx_str value_y, double weight,
                    const char *why) {
    plx_finding f = {.about = about,
                     .kind = kind,
                     .at = {{p->k->a->account, x}, {p->k->b->account, y}},
                     .value = {value_x, value_y},
                     .weight = weight + 0.05 * p->k->log_odds,
                     .why = why};
    if (!plx_pair__one_spelling(value_x, value_y)) {
        plx_finding__of_link(&f, p->l, p->k);
        plx_pool__add(p->pool, &f);
    }
}

bool plx_pair__is_everyday(plx_str a, plx_str b) {
    static const struct {
        const char *word;
        int group;
    } table[] = {{"automobile", 1},  {"car", 1},        {"vehicle", 1},    {"auto", 1},
                 {"home", 2},        {"house", 2},      {"residence", 2},  {"gunfire", 3},
                 {"gunshot", 3},     {"gunman", 4},     {"shooter", 4},    {"suspect", 4},
                 {"attacker", 4},    {"accusation", 5}, {"allegation", 5}, {"attempt", 6},
                 {"effort", 6},      {"prevent", 7},    {"stop", 7},       {"article", 8},
                 {"story", 8},       {"television", 9}, {"TV", 9},         {"tv", 9},
                 {"film", 10},       {"movie", 10},     {"doctor", 11},    {"physician", 11},
                 {"journalist", 12}, {"reporter", 12},  {"cop", 13},       {"officer", 13},
                 {"crime", 14},      {"offense", 14},   {"lawmaker", 15},  {"legislator", 15},
                 {"bystander", 16},  {"onlooker", 16},  {"bullet", 17},    {"round", 17},
                 {"begin", 18},      {"start", 18},     {"pursue", 19},    {"seek", 19},
                 {"publish", 20},    {"release", 20},   {"shoot", 21},     {"shot", 21},
                 {"shet", 21},       {"student", 22},   {"teen", 22},      {"teenager", 22},
                 {"youth", 22},      {"firearm", 23},   {"weapon", 23},    {"deadly", 24},
                 {"fatal", 24},      {"lethal", 24},    {"big", 25},       {"large", 25},
                 {"huge", 25},       {"nearby", 26},    {"local", 26},     {"injury", 27},
                 {"wound", 27},      {"injured", 28},   {"wounded", 28}};
    int x = 0, y = 0;
    for (size_t i = 0; i < PLX_COUNT(table); i++) {
        x = plx_str_eq(a, plx_str_of(table[i].word)) ? table[i].group : x;
        y = plx_str_eq(b, plx_str_of(table[i].word)) ? table[i].group : y;
    }
    return x && x == y;
}

/* Two words for one thing or act: told once for the story. */
void plx_pair__find_words(const plx_pair *p, plx_finding_about about, uint32_t x, uint32_t y,
                          plx_span at_x, plx_span at_y, double weight, const char *why) {
    plx_finding f = {.about = about,
                     .kind = PLX_VARIANT,
                     .at = {{p->k->a->account, at_x}, {p->k->b->account, at_y}},
                     .value = {plx_pair__a(p, x)->lemma, plx_pair__b(p, y)->lemma},
                     .weight = weight + 0.05 * p->k->log_odds,
                     .topic = pair_topic(p, x, y),
                     .why = why};
    if (!only_style(p, x, y) &&
        !plx_pair__is_everyday(plx_pair__a(p, x)->lemma, plx_pair__b(p, y)->lemma)) {
        plx_finding__of_link(&f, p->l, p->k);
        plx_pool__add(p->pool, &f);
    }
}

bool plx_pair__is_common(const plx_link_view *v, uint32_t i) {
    return v->an->tokens[i].upos == PLX_UPOS_NOUN && v->an->tokens[i].name == PLX_NONE &&
           v->time[i] == PLX_NONE && v->figure[i] == PLX_NONE;
}

static char at(plx_str w, size_t i) { return i < w.n ? w.p[i] : '\0'; }

bool plx_pair__one_spelling(plx_str a, plx_str b) {
    size_t i = 0, k = 0;
    while (i < a.n || k < b.n) {
        char x = at(a, i), y = at(b, k);
        if (x == y) {
            i++;
            k++;
        } else if (x == '.' || (x == 'u' && i > 0 && a.p[i - 1] == 'o' && y == 'r') ||
                   (x == 'l' && i > 0 && a.p[i - 1] == 'l')) {
            i++;
        } else if (y == '.' || (y == 'u' && k > 0 && b.p[k - 1] == 'o' && x == 'r') ||
                   (y == 'l' && k > 0 && b.p[k - 1] == 'l')) {
            k++;
        } else if ((x == 's' && y == 'z') || (x == 'z' && y == 's') || (x == 's' && y == 'c') ||
                   (x == 'c' && y == 's')) {
            i++;
            k++;
        } else if (i + 2 == a.n && k + 2 == b.n && x == at(b, k + 1) && y == at(a, i + 1)) {
            return true; /* "theatre", "theater" */
        } else {
            return false;
        }
    }
    return true;
}

/* The same first letters are no other word: "captive", "captivity"; nor a part: "lawsuit", "suit".
 */
bool plx_pair__one_family(plx_str a, plx_str b) {
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n]) {
        n++;
    }
    return n >= 5 || n == a.n || n == b.n || plx_str_ends(a, b) || plx_str_ends(b, a) ||
           plx_pair__one_spelling(a, b);
}

bool plx_pair__names_somebody(const plx_link_view *v, uint32_t i) {
    uint32_t m = v->mention[i];
    return m != PLX_NONE && v->an->mentions[m].kind == PLX_NAME;
}

/* Human beings in general, authorities, and kin: a man is no other word for a victim, the police
 * for an officer, nor a mother for a grandmother. */
bool plx_pair__is_anybody(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("authority"),  PLX_S_INIT("boy"),        PLX_S_INIT("child"),
        PLX_S_INIT("department"), PLX_S_INIT("family"),     PLX_S_INIT("female"),
        PLX_S_INIT("girl"),       PLX_S_INIT("government"), PLX_S_INIT("investigator"),
        PLX_S_INIT("male"),       PLX_S_INIT("man"),        PLX_S_INIT("member"),
        PLX_S_INIT("officer"),    PLX_S_INIT("official"),   PLX_S_INIT("one"),
        PLX_S_INIT("people"),     PLX_S_INIT("person"),     PLX_S_INIT("police"),
        PLX_S_INIT("victim"),     PLX_S_INIT("woman")};
    return plx_noun_is_kin(lemma) || plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

/* Verbs that say so little that another in their place makes no difference. */
bool plx_pair__is_light(plx_str lemma) {
    static const plx_str words[] = {
        PLX_S_INIT("be"),      PLX_S_INIT("come"),   PLX_S_INIT("do"),    PLX_S_INIT("face"),
        PLX_S_INIT("get"),     PLX_S_INIT("give"),   PLX_S_INIT("go"),    PLX_S_INIT("hand"),
        PLX_S_INIT("happen"),  PLX_S_INIT("have"),   PLX_S_INIT("hold"),  PLX_S_INIT("keep"),
        PLX_S_INIT("leave"),   PLX_S_INIT("make"),   PLX_S_INIT("occur"), PLX_S_INIT("put"),
        PLX_S_INIT("receive"), PLX_S_INIT("remain"), PLX_S_INIT("say"),   PLX_S_INIT("see"),
        PLX_S_INIT("stay"),    PLX_S_INIT("take"),   PLX_S_INIT("tell")};
    return plx_str_lookup(words, PLX_COUNT(words), lemma) != PLX_NONE;
}

static bool is_argument(const plx_link_view *v, uint32_t c, uint32_t verb) {
    unsigned slot = plx_link__slot(v, c, verb);
    return slot && !(slot & (PLX_SLOT_MANNER | PLX_SLOT_MODIFIER)) && v->time[c] == PLX_NONE;
}

/* No person: two verbs over the same people can be anything. */
static bool is_thing(const plx_link_view *v, uint32_t i) {
    uint32_t m = v->mention[i];
    bool person = plx_noun_is_person(v->an->tokens[i].lemma) ||
                  (m != PLX_NONE && v->an->mentions[m].type == PLX_PERSON);
    return !person && v->an->tokens[i].upos != PLX_UPOS_PRON;
}

size_t plx_pair__count_shared(const plx_pair *p, uint32_t x, uint32_t y, bool *subjects_differ,
                              size_t *things) {
    size_t n = 0;
    *things = 0;
    bool through;
    uint32_t s = plx_deps__subject(&p->a->deps, x, &through);
    uint32_t t = plx_deps__subject(&p->b->deps, y, &through);
    *subjects_differ = s != PLX_NONE && t != PLX_NONE && p->a->entity[s] != PLX_NONE &&
                       p->b->entity[t] != PLX_NONE && !plx_pair__same(p, s, t);
    n += s != PLX_NONE && t != PLX_NONE && plx_pair__same(p, s, t);
    for (uint32_t c = p->a->deps.first[x]; c != PLX_NONE; c = p->a->deps.next[c]) {
        for (uint32_t d = p->b->deps.first[y]; d != PLX_NONE; d = p->b->deps.next[d]) {
            if (c == s || d == t || !is_argument(p->a, c, x) || !is_argument(p->b, d, y)) {
                continue;
            }
            uint32_t wx = plx_link__weighty(p->a, c), wy = plx_link__weighty(p->b, d);
            if (plx_pair__same(p, wx, wy)) {
                n++;
                *things += is_thing(p->a, wx);
            }
        }
    }
    return n;
}

/* Words, names, numbers and times that two clauses have in common. */
size_t plx_pair__terms_shared(const plx_pair *p) {
    size_t n = 0;
    for (size_t i = 0; i < p->k->a->claim.n; i++) {
        for (size_t m = 0; m < p->k->b->claim.n; m++) {
            const plx_claim_term *t = &p->k->a->claim.p[i], *u = &p->k->b->claim.p[m];
            if (t->kind == u->kind && plx_claim__term_similarity(t, u) >= 0.99) {
                n++;
                break;
            }
        }
    }
    return n;
}

bool plx_pair__is_speech(const plx_token *t) {
    const plx_cue_word *cue = plx_cue__verb(t->lemma);
    return cue && cue->kind == PLX_CUE_SPEECH;
}

plx_span plx_pair__complement_span(const plx_link_view *v, uint32_t c) {
    uint32_t from = v->deps.left[c], to = PLX_MIN(v->deps.right[c], c + 7);
    return plx_span_of(v->an->tokens[from].span.begin, v->an->tokens[to - 1].span.end);
}
