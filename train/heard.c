/* train_heard: how raw text speaks of the names in it, for the model's section "heard".
 *
 *   train_heard MODEL.plx ARTICLES.jsonl OUT.bin KNOWN.txt ...
 *
 * Runs of capitalised words are counted with the words around them. Those that the lists know, or
 * whose last word tells (University, County, Inc), teach a softmax regression which contexts and
 * which words belong to which type; it then types all runs that are frequent enough (after
 * Collins and Singer, EMNLP 1999, in one round). A value holds the probabilities of person,
 * organisation, place, other and no name in 4 bits each, and the logarithm of the count in bits 20
 * to 23. Single words that begin or end longer runs get values of their own. */
#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "lang/names.h"
#include "support/known.h"
#include "support/text.h"

#include <math.h>
#include <stdlib.h>

enum { CONTEXTS = 6, TYPES = 5, NONE = 4, DIM = 1 << 20, MAX_INNER = 24, ROUNDS = 4, LEAST = 2 };

typedef struct mention_seen {
    uint32_t run;
    uint32_t context[CONTEXTS];
} mention_seen;

typedef struct run_seen {
    uint64_t phrase;
    plx_str words[PLX_NER_MAX_PHRASE];
    uint32_t n, count, first; /* first: of its mentions, when sorted */
    float p[TYPES];
} run_seen;

typedef struct job {
    const char *model, *articles, *out;
    char **known;
    int n_known;
    plx_arena *arena;
    plx_lang *lang;
    plx_str packed;
    plx_phrases lists;
    plx_imap ids;
    struct {
        run_seen *p;
        size_t n, cap;
    } runs;
    mention_seen *mentions;
    size_t n_mentions, cap;
    float (*w)[TYPES];
} job;

/* ---- reading --------------------------------------------------------------------------------- */

static bool upper_first(plx_str w) {
    size_t pos = 0;
    return w.n && plx_cp_is_upper(plx_utf8_next(w, &pos));
}

static bool inner(plx_str w) { /* may stand inside a name */
    static const char *const words[] = {"of",  "&",  "de",  "la",  "von",
                                        "van", "al", "bin", "del", "-"};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq(w, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static uint32_t kinds_alone(const job *j, plx_str w) {
    return plx_ner__find(&j->lists, plx_ner__phrase(PLX_NER_EMPTY, plx_hash_str(w)));
}

static uint32_t dim_of(uint32_t template, uint64_t a, uint64_t b) {
    return (uint32_t)plx_hash_mix(plx_hash_mix(template, a), b) & (DIM - 1);
}

static uint64_t folded(const sentence *s, int64_t i, plx_arena *a) {
    if (i < 0 || i >= (int64_t)s->n) {
        return 77;
    }
    plx_str f = plx_str_fold(a, s->form[i]);
    return f.n && f.p[0] >= '0' && f.p[0] <= '9' ? 78 : plx_hash_str(f);
}

static void add_mention(job *j, const sentence *s, uint32_t b, uint32_t e, plx_arena *scratch) {
    uint64_t h = PLX_NER_EMPTY;
    for (uint32_t i = b; i < e; i++) {
        h = plx_ner__phrase(h, plx_hash_str(s->form[i]));
    }
    uint32_t id = plx_imap_get(&j->ids, h);
    if (id == PLX_NONE) {
        id = (uint32_t)j->runs.n;
        plx_imap_put(&j->ids, h, id, NULL);
        run_seen *r = plx_vec_add(&j->runs, j->arena);
        r->phrase = h;
        r->n = e - b;
        for (uint32_t i = b; i < e; i++) {
            r->words[i - b] = plx_str_dup(j->arena, s->form[i]);
        }
    }
    j->runs.p[id].count++;
    if (j->runs.p[id].count > 400) {
        return; /* its contexts are known well enough */
    }
    if (j->n_mentions == j->cap) {
        j->cap = j->cap ? 2 * j->cap : 1 << 20;
        j->mentions = must(realloc(j->mentions, j->cap * sizeof *j->mentions));
    }
    uint64_t before = folded(s, (int64_t)b - 1, scratch), after = folded(s, e, scratch);
    uint64_t before2 = folded(s, (int64_t)b - 2, scratch), after2 = folded(s, e + 1, scratch);
    j->mentions[j->n_mentions++] =
        (mention_seen){id,
                       {dim_of(1, before, 0), dim_of(2, after, 0), dim_of(3, before2, before),
                        dim_of(4, after, after2), dim_of(5, before, after), dim_of(6, before2, 0)}};
}

static void read_runs(job *j, const sentence *s, plx_arena *scratch) {
    uint32_t upper = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        upper += upper_first(s->form[i]);
    }
    if (upper * 2 > s->n) {
        return; /* a heading */
    }
    for (uint32_t i = 0; i < s->n;) {
        if (!upper_first(s->form[i]) || s->form[i].n < 2) {
            i++;
            continue;
        }
        uint32_t b = i, e = i + 1;
        for (uint32_t k = e; k < s->n && k < e + 3; k++) {
            if (upper_first(s->form[k])) {
                e = k + 1;
            } else if (!inner(s->form[k]) && !(plx_str_eq(s->form[k], PLX_S("the")) &&
                                               plx_str_eq(s->form[k - 1], PLX_S("of")))) {
                break;
            }
        }
        i = e;
        if (b == 0) { /* a word that only begins the sentence */
            uint32_t low = plx_vocab__find(&j->lang->vocab, plx_str_fold(scratch, s->form[0]));
            uint32_t exact = plx_vocab__find(&j->lang->vocab, s->form[0]);
            b += low != PLX_NONE && (exact == PLX_NONE || low < exact);
        }
        while (b + 1 < e && kinds_alone(j, s->form[b]) & 1U << KNOWN_TITLE) {
            b++;
        }
        if (b < e && upper_first(s->form[b]) && e - b <= PLX_NER_MAX_PHRASE) {
            add_mention(j, s, b, e, scratch);
        }
    }
}

/* ---- learning -------------------------------------------------------------------------------- */

static int type_of_kinds(uint32_t kinds) {
    static const uint32_t of[TYPES] = {
        1U << KNOWN_GIVEN | 1U << KNOWN_FAMILY,
        1U << KNOWN_COMPANY | 1U << KNOWN_MEDIA | 1U << KNOWN_GOVERNMENT | 1U << KNOWN_PARTY |
            1U << KNOWN_UNIVERSITY | 1U << KNOWN_TEAM | 1U << KNOWN_BAND,
        1U << KNOWN_COUNTRY | 1U << KNOWN_REGION | 1U << KNOWN_STATE | 1U << KNOWN_CITY |
            1U << KNOWN_WATER | 1U << KNOWN_SITE,
        1U << KNOWN_PEOPLE | 1U << KNOWN_CREED | 1U << KNOWN_EVENT | 1U << KNOWN_WORK |
            1U << KNOWN_PRODUCT,
        1U << KNOWN_TITLE | 1U << KNOWN_ORG_WORD | 1U << KNOWN_PLACE_WORD | 1U << KNOWN_OTHER_WORD};
    int type = -1;
    for (int t = 0; t < TYPES; t++) {
        if (kinds & of[t]) {
            if (type >= 0) {
                return -1;
            }
            type = t;
        }
    }
    return type;
}

static bool one_of(plx_str w, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq(w, plx_str_of(list[i]))) {
            return true;
        }
    }
    return false;
}

/* The type that lists or a telling word give a run; -1: none. */
static int seed_type(const job *j, const run_seen *r) {
    static const char *const orgs[] = {
        "University", "College",   "Inc",        "Inc.",       "Corp.",       "Corp",
        "LLC",        "Committee", "Department", "Party",      "Association", "Foundation",
        "Institute",  "Council",   "Agency",     "Commission", "Bank",        "Group",
        "Union",      "Coalition", "Company",    "Co.",        "Ltd.",        "Society",
        "Records",    "Bureau",    "Ministry",   "Authority"};
    static const char *const places[] = {"County", "River",  "Street",  "Island",    "Avenue",
                                         "Lake",   "Beach",  "City",    "Mountains", "Valley",
                                         "Bay",    "Park",   "Road",    "Airport",   "Province",
                                         "Creek",  "Square", "Islands", "Boulevard", "Heights"};
    static const char *const others[] = {
        "Act",       "War",   "Awards", "Award", "Prize",     "Cup",      "Festival",  "Treaty",
        "Amendment", "Games", "Bowl",   "Day",   "Agreement", "Olympics", "Revolution"};
    static const char *const days[] = {"Monday",   "Tuesday",  "Wednesday", "Thursday", "Friday",
                                       "Saturday", "Sunday",   "January",   "February", "March",
                                       "April",    "June",     "July",      "August",   "September",
                                       "October",  "November", "December",  "Jan.",     "Feb.",
                                       "Aug.",     "Sept.",    "Oct.",      "Nov.",     "Dec."};
    int type = type_of_kinds(plx_ner__find(&j->lists, r->phrase));
    if (type >= 0) {
        return type;
    }
    plx_str last = r->words[r->n - 1];
    if (r->n == 1) {
        return one_of(last, days, PLX_COUNT(days)) ? NONE : -1;
    }
    if (r->n == 2 && kinds_alone(j, r->words[0]) & 1U << KNOWN_GIVEN &&
        !(kinds_alone(j, last) & ~(1U << KNOWN_FAMILY | 1U << KNOWN_GIVEN | 1U << KNOWN_GIVEN_DATA |
                                   1U << KNOWN_SINGLE_DATA | PLX_NER_GOES_ON))) {
        return PLX_PERSON;
    }
    return one_of(last, orgs, PLX_COUNT(orgs))       ? PLX_ORGANIZATION
           : one_of(last, places, PLX_COUNT(places)) ? PLX_PLACE
           : one_of(last, others, PLX_COUNT(others)) ? PLX_OTHER
                                                     : -1;
}

typedef struct view {
    uint32_t *dims;
    float *values;
    size_t n, n_context;
} view;

static int by_number(const void *a, const void *b) {
    const uint32_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* Contexts by share, then what the run's own words say. */
static void look(const job *j, const run_seen *r, view *v) {
    uint32_t shown = PLX_MIN(r->count, 400U);
    size_t n = 0;
    for (uint32_t m = 0; m < shown; m++) {
        memcpy(v->dims + n, j->mentions[r->first + m].context, sizeof(uint32_t) * CONTEXTS);
        n += CONTEXTS;
    }
    qsort(v->dims, n, sizeof(uint32_t), by_number);
    v->n = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i + 1;
        while (end < n && v->dims[end] == v->dims[i]) {
            end++;
        }
        v->dims[v->n] = v->dims[i];
        v->values[v->n++] = sqrtf((float)(end - i) / (float)shown);
        i = end;
    }
    v->n_context = v->n;
    for (uint32_t i = 0; i < r->n; i++) {
        uint64_t h = plx_hash_str(r->words[i]);
        uint32_t where = r->n == 1 ? 3 : i == 0 ? 0 : i + 1 == r->n ? 2 : 1;
        plx_str w = r->words[i];
        uint32_t kinds = kinds_alone(j, w) & ~PLX_NER_GOES_ON, id;
        uint32_t inside[6] = {
            dim_of(10 + where, h, 0),
            dim_of(20 + where, plx_hash_bytes(w.p + w.n - PLX_MIN(w.n, 3U), PLX_MIN(w.n, 3U), 0),
                   0),
            dim_of(30 + where, r->n > 1 ? kinds : 0, 0),
            dim_of(40, r->n, 0),
            dim_of(40, r->n, 0),
            dim_of(40, r->n, 0)};
        id = plx_vocab__find(&j->lang->vocab, w);
        inside[3] = dim_of(50 + where, id == PLX_NONE, 0);
        for (int k = 0; k < 4 && v->n < v->n_context + MAX_INNER; k++) {
            v->dims[v->n] = inside[k];
            v->values[v->n++] = 0.5F;
        }
    }
    v->dims[v->n] = dim_of(60, r->n, 0);
    v->values[v->n++] = 1;
}

static void predict(const job *j, const view *v, bool context, bool inside, float p[TYPES]) {
    float top = -1e30F, sum = 0;
    memset(p, 0, TYPES * sizeof *p);
    for (size_t i = context ? 0 : v->n_context; i < (inside ? v->n : v->n_context); i++) {
        for (int t = 0; t < TYPES; t++) {
            p[t] += v->values[i] * j->w[v->dims[i]][t];
        }
    }
    for (int t = 0; t < TYPES; t++) {
        top = fmaxf(top, p[t]);
    }
    for (int t = 0; t < TYPES; t++) {
        sum += p[t] = expf(p[t] - top);
    }
    for (int t = 0; t < TYPES; t++) {
        p[t] /= sum;
    }
}

static void learn(job *j, view *v) {
    uint64_t seed = 3;
    uint32_t *seeds = must(malloc((j->runs.n + 1) * sizeof *seeds)), of[TYPES] = {0};
    size_t n = 0;
    for (size_t i = 0; i < j->runs.n; i++) {
        int type = j->runs.p[i].count >= 3 ? seed_type(j, &j->runs.p[i]) : -1;
        if (type >= 0) {
            seeds[n++] = (uint32_t)i;
            of[type]++;
        }
    }
    fprintf(stderr, "seeds: %u persons, %u organisations, %u places, %u other, %u none\n", of[0],
            of[1], of[2], of[3], of[4]);
    for (int round = 0; round < ROUNDS; round++) {
        shuffle(seeds, n, &seed);
        size_t right = 0;
        for (size_t k = 0; k < n; k++) {
            const run_seen *r = &j->runs.p[seeds[k]];
            int gold = seed_type(j, r);
            float rate = 0.5F * (1 - (float)round / ROUNDS);
            float weight = fminf(2.0F, 8000.0F / (float)of[gold]);
            look(j, r, v);
            bool inside = next_uniform(&seed) < 0.4F,
                 context = !inside || next_uniform(&seed) < 0.7F;
            float p[TYPES];
            predict(j, v, context, inside, p);
            int best = 0;
            for (int t = 1; t < TYPES; t++) {
                best = p[t] > p[best] ? t : best;
            }
            right += best == gold;
            for (size_t i = context ? 0 : v->n_context; i < (inside ? v->n : v->n_context); i++) {
                for (int t = 0; t < TYPES; t++) {
                    float *w = &j->w[v->dims[i]][t];
                    *w += rate * weight * (v->values[i] * ((t == gold) - p[t]) - 2e-4F * *w);
                }
            }
        }
        fprintf(stderr, "round %d: %.4f right\n", round + 1, (double)right / (double)(n + !n));
    }
    free(seeds);
}

/* ---- writing --------------------------------------------------------------------------------- */

static uint32_t packed(const float p[TYPES], uint32_t count) {
    uint32_t log = 0, out = 0;
    while (count > 1 && log < 15) {
        count /= 2;
        log++;
    }
    for (int t = 0; t < TYPES; t++) {
        out |= (uint32_t)(p[t] * 15 + 0.5F) << (4 * t);
    }
    return out | log << 20;
}

typedef struct share {
    float p[TYPES];
    uint32_t count;
} share;

static void add_ends(job *j, phrase_table *t) {
    plx_imap ids;
    plx_imap_init(&ids, j->arena);
    struct {
        share *p;
        size_t n, cap;
    } all = {0};
    struct {
        uint64_t *p;
        size_t n, cap;
    } keys = {0};
    for (size_t i = 0; i < j->runs.n; i++) {
        const run_seen *r = &j->runs.p[i];
        for (int end = 0; r->n > 1 && r->count >= 2 && end < 2; end++) {
            uint64_t key = plx_ner__phrase(PLX_NER_EMPTY + 1 + (uint64_t)end,
                                           plx_hash_str(r->words[end ? r->n - 1 : 0]));
            uint32_t id = plx_imap_get(&ids, key);
            if (id == PLX_NONE) {
                id = (uint32_t)all.n;
                plx_imap_put(&ids, key, id, NULL);
                (void)plx_vec_add(&all, j->arena);
                plx_vec_push(&keys, j->arena, key);
            }
            float weight = logf(1 + (float)r->count);
            for (int k = 0; k < TYPES; k++) {
                all.p[id].p[k] += weight * r->p[k];
            }
            all.p[id].count += r->count;
        }
    }
    for (size_t i = 0; i < all.n; i++) {
        float sum = 1e-9F;
        for (int k = 0; k < TYPES; k++) {
            sum += all.p[i].p[k];
        }
        for (int k = 0; k < TYPES; k++) {
            all.p[i].p[k] /= sum;
        }
        if (all.p[i].count >= LEAST) {
            plx_vec_push(t, t->arena,
                         (phrase_entry){keys.p[i], packed(all.p[i].p, all.p[i].count)});
        }
    }
    fprintf(stderr, "%zu first and last words\n", all.n);
}

static void write_table(job *j) {
    phrase_table t = {.arena = j->arena};
    size_t n = 0;
    for (size_t i = 0; i < j->runs.n; i++) {
        const run_seen *r = &j->runs.p[i];
        if (r->count >= LEAST) {
            uint64_t words[PLX_NER_MAX_PHRASE];
            for (uint32_t k = 0; k < r->n; k++) {
                words[k] = plx_hash_str(r->words[k]);
            }
            phrases_add(&t, words, r->n, PLX_NER_EMPTY, packed(r->p, r->count));
            n++;
        }
    }
    add_ends(j, &t);
    plx_str out = phrases_pack(&t);
    fprintf(stderr, "%zu runs of %zu, %zu entries, %zu bytes\n", n, j->runs.n, t.n, out.n);
    FILE *f = fopen(j->out, "wb");
    if (!f || fwrite(out.p, 1, out.n, f) != out.n || fclose(f) != 0) {
        die("%s: cannot be written", j->out);
    }
}

static int by_run(const void *a, const void *b) {
    const mention_seen *x = a, *y = b;
    return x->run < y->run ? -1 : x->run > y->run;
}

static void work(void *ctx) {
    job *j = ctx;
    plx_error err;
    if (plx_lang_open(j->model, &j->lang, &err) != PLX_OK) {
        die("%s: %s", j->model, err.msg);
    }
    known_names names = {.arena = j->arena};
    for (int i = 0; i < j->n_known; i++) {
        known_read(j->known[i], &names);
    }
    j->packed = known_pack(&names, &j->lang->vocab);
    j->lists = (plx_phrases){(const unsigned char *)j->packed.p, (uint32_t)(j->packed.n / 8 - 1)};
    plx_imap_init(&j->ids, j->arena);
    text_stream text;
    text_open(&text, j->articles, 1, j->arena);
    plx_arena scratch;
    plx_arena_init(&scratch, PLX_GIB);
    bool fresh;
    while (text.at < text.articles.n || text.next < text.open.n) {
        read_runs(j, text_next(&text, &fresh), &scratch);
        plx_arena_reset(&scratch);
    }
    plx_arena_release(&scratch);
    fprintf(stderr, "%zu runs, %zu mentions\n", j->runs.n, j->n_mentions);
    qsort(j->mentions, j->n_mentions, sizeof *j->mentions, by_run);
    for (size_t i = 0; i < j->n_mentions; i++) {
        if (i == 0 || j->mentions[i].run != j->mentions[i - 1].run) {
            j->runs.p[j->mentions[i].run].first = (uint32_t)i;
        }
    }
    j->w = must(calloc(DIM, sizeof *j->w));
    view v = {must(malloc(sizeof(uint32_t) * (400 * CONTEXTS + MAX_INNER + 8))),
              must(malloc(sizeof(float) * (400 * CONTEXTS + MAX_INNER + 8))), 0, 0};
    learn(j, &v);
    for (size_t i = 0; i < j->runs.n; i++) {
        if (j->runs.p[i].count >= 2) {
            look(j, &j->runs.p[i], &v);
            predict(j, &v, true, true, j->runs.p[i].p);
        }
    }
    write_table(j);
    uint64_t seed = 11;
    for (int i = 0; i < 60; i++) {
        const run_seen *r = &j->runs.p[next_random(&seed) % j->runs.n];
        if (r->count < LEAST) {
            continue;
        }
        fprintf(stderr, "  ");
        for (uint32_t k = 0; k < r->n; k++) {
            fprintf(stderr, "%.*s ", PLX_FMT(r->words[k]));
        }
        fprintf(stderr, "(%u): %.2f %.2f %.2f %.2f %.2f\n", r->count, (double)r->p[0],
                (double)r->p[1], (double)r->p[2], (double)r->p[3], (double)r->p[4]);
    }
    free(v.dims);
    free(v.values);
    free(j->w);
    free(j->mentions);
    plx_lang_free(j->lang);
}

int main(int argc, char **argv) {
    if (argc < 5) {
        die("train_heard MODEL.plx ARTICLES.jsonl OUT.bin KNOWN.txt ...");
    }
    plx_arena arena;
    plx_arena_init(&arena, 16 * PLX_GIB);
    job j = {.model = argv[1],
             .articles = argv[2],
             .out = argv[3],
             .known = argv + 4,
             .n_known = argc - 4,
             .arena = &arena};
    plx_error err;
    if (plx_guard(work, &j, &err) != PLX_OK) {
        die("%s", err.msg);
    }
    plx_arena_release(&arena);
    return 0;
}
