/* Views of event mentions and what two of them have in common. See event_pairs.h. */
#include "match/event_pairs.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "match/concepts.h"
#include "match/meaning.h"

#include <math.h>
#include <stdlib.h>

extern const unsigned char plx__events_bin[];
extern const size_t plx__events_bin_size;

void plx_event_pairs_init(plx_event_pairs *p, plx_arena *arena) {
    *p = (plx_event_pairs){.arena = arena};
    plx_map_init(&p->ids, arena);
    p->stemmer = plx_stemmer_make(arena);
    p->trees = plx_trees_of(plx__events_bin, plx__events_bin_size, PLX_EVENT_INPUTS);
}

static bool is_content(const plx_token *t) {
    switch (t->upos) {
    case PLX_UPOS_NOUN:
    case PLX_UPOS_PROPN:
    case PLX_UPOS_VERB:
    case PLX_UPOS_ADJ:
    case PLX_UPOS_NUM:
    case PLX_UPOS_X: return t->fold.n > 0 && t->fold.n <= 60;
    default: return false;
    }
}

/* The id of the token's stem. */
static uint32_t word_of(plx_event_pairs *p, const plx_token *t) {
    plx_str stem = plx_stem(p->stemmer, t->fold);
    uint32_t id = plx_map_get(&p->ids, stem);
    if (id != PLX_NONE) return id;
    id = (uint32_t)p->seen.n;
    plx_map_put(&p->ids, plx_str_dup(p->arena, stem), id, NULL);
    plx_vec_push(&p->seen, p->arena, 0);
    return id;
}

static void add_meaning(plx_event_pairs *p, plx_meanings *m, const plx_token *t) {
    uint32_t w = plx_meaning_of(t->fold);
    if (w == PLX_NONE && t->lemma.n) w = plx_meaning_of(t->lemma);
    if (w != PLX_NONE && m->n < PLX_EVENT_NEAR) m->p[m->n++] = w;
    plx_str lemma = plx_str_fold(p->arena, t->lemma.n ? t->lemma : t->fold);
    uint32_t c = plx_concept_of((uint32_t)plx_hash_str(plx_stem(p->stemmer, lemma)));
    if (c != PLX_NONE && m->n_concepts < PLX_EVENT_NEAR) m->concepts[m->n_concepts++] = c;
}

typedef struct bag {
    plx_weighted_word *p;
    size_t n, cap;
} bag;

static int by_word(const void *x, const void *y) {
    const plx_weighted_word *a = x, *b = y;
    return a->word < b->word ? -1 : a->word > b->word;
}

static plx_word_list list_of(bag *b) {
    if (b->n) qsort(b->p, b->n, sizeof *b->p, by_word);
    size_t n = 0;
    for (size_t i = 0; i < b->n; i++) {
        if (n && b->p[n - 1].word == b->p[i].word) {
            b->p[n - 1].count += b->p[i].count;
        } else {
            b->p[n++] = b->p[i];
        }
    }
    return (plx_word_list){b->p, n, 0};
}

uint32_t plx_event_pairs_document(plx_event_pairs *p, const plx_annotation *an) {
    bag words = {NULL, 0, 0};
    uint32_t index = (uint32_t)p->documents.n;
    for (size_t s = 0; s < an->n_sentences; s++) {
        bag here = {NULL, 0, 0};
        for (uint32_t i = an->sentences[s].begin; i < an->sentences[s].end; i++) {
            if (!is_content(&an->tokens[i])) continue;
            uint32_t w = word_of(p, &an->tokens[i]);
            plx_vec_push(&here, p->arena, (plx_weighted_word){w, 1});
            plx_vec_push(&words, p->arena, (plx_weighted_word){w, 1});
        }
        plx_word_list unique = list_of(&here);
        for (size_t i = 0; i < unique.n; i++) p->seen.p[unique.p[i].word]++;
        p->n_sentences++;
    }
    plx_vec_push(&p->documents, p->arena, (plx_event_document){an, list_of(&words)});
    return index;
}

static uint32_t head_token(const plx_annotation *an, uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; i++) {
        uint32_t h = an->tokens[i].head;
        bool outside = h == PLX_NONE || h < begin || h >= end;
        if (an->has_tree && outside && is_content(&an->tokens[i])) return i;
    }
    for (uint32_t i = begin; i < end; i++) {
        if (is_content(&an->tokens[i])) return i;
    }
    return begin;
}

static bool is_argument(plx_deprel rel) {
    switch (rel) {
    case PLX_DEP_nsubj:
    case PLX_DEP_nsubj_pass:
    case PLX_DEP_obj:
    case PLX_DEP_iobj:
    case PLX_DEP_obl:
    case PLX_DEP_obl_agent:
    case PLX_DEP_nmod:
    case PLX_DEP_nmod_poss:
    case PLX_DEP_compound:
    case PLX_DEP_amod:
    case PLX_DEP_appos: return true;
    default: return false;
    }
}

static bool is_reporting(plx_str lemma) {
    static const plx_str verbs[] = {
        PLX_S_INIT("add"),     PLX_S_INIT("announce"),  PLX_S_INIT("announcement"),
        PLX_S_INIT("confirm"), PLX_S_INIT("report"),    PLX_S_INIT("say"),
        PLX_S_INIT("state"),   PLX_S_INIT("statement"), PLX_S_INIT("tell")};
    return plx_str_lookup(verbs, PLX_COUNT(verbs), lemma) != PLX_NONE;
}

static void add_arguments(plx_event_pairs *p, const plx_annotation *an, plx_event_view *v,
                          bag *args, bag *names) {
    const plx_sentence *s = &an->sentences[v->sentence];
    uint32_t governor = an->tokens[v->token].head;
    for (uint32_t i = s->begin; i < s->end; i++) {
        const plx_token *t = &an->tokens[i];
        if (!is_content(t)) continue;
        bool below = t->head == v->token && is_argument((plx_deprel)t->deprel);
        /* what a noun or an infinitive shares with the verb above it */
        bool beside = governor != PLX_NONE && t->head == governor && i != v->token &&
                      is_argument((plx_deprel)t->deprel);
        if (below || beside) {
            plx_vec_push(args, p->arena, (plx_weighted_word){word_of(p, t), below ? 1.0F : 0.5F});
            add_meaning(p, &v->around, t);
        }
        if (t->upos == PLX_UPOS_PROPN || t->name != PLX_NONE) {
            plx_vec_push(names, p->arena, (plx_weighted_word){word_of(p, t), 1});
        }
    }
}

static void add_day(const plx_annotation *an, plx_event_view *v) {
    const plx_sentence *s = &an->sentences[v->sentence];
    uint32_t nearest = UINT32_MAX;
    for (size_t i = 0; i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        if (!t->has_days || t->begin < s->begin || t->begin >= s->end) continue;
        uint32_t gap = t->begin > v->token ? t->begin - v->token : v->token - t->begin;
        if (gap >= nearest) continue;
        nearest = gap;
        v->has_days = true;
        v->first_day = t->first_day;
        v->last_day = t->last_day;
    }
}

uint32_t plx_event_pairs_add(plx_event_pairs *p, uint32_t document, uint32_t begin, uint32_t end) {
    const plx_annotation *an = p->documents.p[document].an;
    PLX_ASSERT(begin < end && end <= an->n_tokens);
    plx_event_view v = {.document = document};
    v.token = head_token(an, begin, end);
    const plx_token *h = &an->tokens[v.token];
    v.sentence = h->sentence;
    v.lemma = h->lemma.n ? h->lemma : h->fold;
    v.stem = word_of(p, h);
    v.noun = h->upos == PLX_UPOS_NOUN || h->upos == PLX_UPOS_PROPN;
    v.reporting = is_reporting(v.lemma);
    v.place_in_text = an->n_sentences > 1 ? (float)v.sentence / (float)(an->n_sentences - 1) : 0;
    add_meaning(p, &v.act, h);
    bag trigger = {NULL, 0, 0}, args = {NULL, 0, 0}, names = {NULL, 0, 0}, context = {NULL, 0, 0};
    for (uint32_t i = begin; i < end; i++) {
        if (is_content(&an->tokens[i])) {
            plx_vec_push(&trigger, p->arena, (plx_weighted_word){word_of(p, &an->tokens[i]), 1});
            if (i != v.token) add_meaning(p, &v.act, &an->tokens[i]);
        }
    }
    const plx_sentence *s = &an->sentences[v.sentence];
    for (uint32_t i = s->begin; i < s->end; i++) {
        const plx_token *t = &an->tokens[i];
        v.negative |= t->head == v.token && (t->feats & PLX_FEAT_NEG) != 0;
        if ((i < begin || i >= end) && is_content(t)) {
            plx_vec_push(&context, p->arena, (plx_weighted_word){word_of(p, t), 1});
        }
    }
    add_arguments(p, an, &v, &args, &names);
    add_day(an, &v);
    v.trigger = list_of(&trigger);
    v.args = list_of(&args);
    v.names = list_of(&names);
    v.context = list_of(&context);
    plx_vec_push(&p->views, p->arena, v);
    return (uint32_t)p->views.n - 1;
}

static void set_norm(const plx_event_pairs *p, plx_word_list *l) {
    double sum = 0;
    for (size_t i = 0; i < l->n; i++) {
        double w = (double)p->rarity[l->p[i].word] * (1 + log((double)l->p[i].count + 0.5));
        sum += w * w;
    }
    l->norm = (float)sqrt(sum);
}

void plx_event_pairs_finish(plx_event_pairs *p) {
    p->rarity = plx_new_n(p->arena, float, p->seen.n);
    double all = log((double)p->n_sentences + 2);
    for (size_t i = 0; i < p->seen.n; i++) {
        double r = (all - log((double)p->seen.p[i] + 1)) / all;
        p->rarity[i] = (float)(r > 0.02 ? r : 0.02);
    }
    for (size_t i = 0; i < p->documents.n; i++) set_norm(p, &p->documents.p[i].words);
    for (size_t i = 0; i < p->views.n; i++) {
        plx_event_view *v = &p->views.p[i];
        set_norm(p, &v->trigger);
        set_norm(p, &v->args);
        set_norm(p, &v->names);
        set_norm(p, &v->context);
    }
}

static double cosine(const plx_event_pairs *p, const plx_word_list *a, const plx_word_list *b) {
    if (!(a->norm > 0) || !(b->norm > 0)) return 0;
    double sum = 0;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->p[i].word == b->p[k].word) {
            double r = (double)p->rarity[a->p[i].word];
            sum += r * r * (1 + log((double)a->p[i].count + 0.5)) *
                   (1 + log((double)b->p[k].count + 0.5));
            i++;
            k++;
        } else if (a->p[i].word < b->p[k].word) {
            i++;
        } else {
            k++;
        }
    }
    return sum / ((double)a->norm * (double)b->norm);
}

static double shared_count(const plx_word_list *a, const plx_word_list *b) {
    double n = 0;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->p[i].word == b->p[k].word) {
            n++;
            i++;
            k++;
        } else if (a->p[i].word < b->p[k].word) {
            i++;
        } else {
            k++;
        }
    }
    return n;
}

static bool holds(const plx_word_list *l, uint32_t word) {
    for (size_t i = 0; i < l->n; i++) {
        if (l->p[i].word == word) return true;
    }
    return false;
}

/* Of the words of the shorter list, how near each one's nearest is, on average. */
static double nearness(const plx_meanings *a, const plx_meanings *b, double *nearest) {
    const plx_meanings *s = a->n <= b->n ? a : b, *l = s == a ? b : a;
    double sum = 0, most = -1;
    for (uint32_t i = 0; i < s->n; i++) {
        double best = -1;
        for (uint32_t k = 0; k < l->n; k++) {
            double c = s->p[i] == l->p[k] ? 1 : plx_meaning_cosine(s->p[i], l->p[k]);
            best = PLX_MAX(best, c);
        }
        sum += best;
        most = PLX_MAX(most, best);
    }
    if (nearest) *nearest = most;
    return s->n ? sum / s->n : -1;
}

/* How many words of the one share a concept with one of the other; *opposed: how many meet only
 * their opposites. */
static double kindred(const plx_meanings *a, const plx_meanings *b, double *opposed) {
    const plx_meanings *s = a->n_concepts <= b->n_concepts ? a : b, *l = s == a ? b : a;
    double same = 0;
    *opposed = 0;
    for (uint32_t i = 0; i < s->n_concepts; i++) {
        bool meets = false, excludes = false;
        for (uint32_t k = 0; k < l->n_concepts; k++) {
            plx_concept_relation r = plx_concept_relate(s->concepts[i], l->concepts[k]);
            meets = meets || r == PLX_CONCEPT_SAME;
            excludes = excludes || r == PLX_CONCEPT_OPPOSED;
        }
        same += meets;
        *opposed += excludes && !meets;
    }
    return same;
}

static double prefix_alike(plx_str a, plx_str b) {
    size_t k = 0, n = PLX_MIN(a.n, b.n);
    while (k < n && a.p[k] == b.p[k]) k++;
    return n ? (double)k / (double)PLX_MAX(a.n, b.n) : 0;
}

void plx_event_pairs_inputs(const plx_event_pairs *p, uint32_t ia, uint32_t ib,
                            float x[PLX_EVENT_INPUTS]) {
    const plx_event_view *a = &p->views.p[ia], *b = &p->views.p[ib];
    const plx_event_document *d = &p->documents.p[a->document], *e = &p->documents.p[b->document];
    bool same_document = a->document == b->document;
    double day = 0;
    if (a->has_days && b->has_days) {
        bool meet = a->first_day <= b->last_day && b->first_day <= a->last_day;
        int64_t gap = a->first_day > b->first_day ? (int64_t)a->first_day - b->first_day
                                                  : (int64_t)b->first_day - a->first_day;
        day = meet ? 1 : gap <= 2 ? -1 : -2;
    }
    double ra = (double)p->rarity[a->stem], rb = (double)p->rarity[b->stem];
    double args = cosine(p, &a->args, &b->args);
    double act_most, around_most;
    double act = nearness(&a->act, &b->act, &act_most);
    double around = nearness(&a->around, &b->around, &around_most);
    bool heads = a->act.n && b->act.n;
    double head = heads ? plx_meaning_cosine(a->act.p[0], b->act.p[0]) : -1;
    double idf_a = plx_meaning_idf(a->act.n ? a->act.p[0] : PLX_NONE);
    double idf_b = plx_meaning_idf(b->act.n ? b->act.p[0] : PLX_NONE);
    double act_opposed, around_opposed;
    double act_kindred = kindred(&a->act, &b->act, &act_opposed);
    double around_kindred = kindred(&a->around, &b->around, &around_opposed);
    double v[PLX_EVENT_INPUTS] = {
        plx_str_eq(a->lemma, b->lemma),
        a->stem == b->stem,
        prefix_alike(a->lemma, b->lemma),
        cosine(p, &a->trigger, &b->trigger),
        args,
        cosine(p, &a->names, &b->names),
        cosine(p, &a->context, &b->context),
        same_document ? 1 : cosine(p, &d->words, &e->words),
        same_document,
        PLX_MIN(ra, rb),
        PLX_MAX(ra, rb),
        a->noun == b->noun,
        a->noun || b->noun,
        a->reporting + b->reporting,
        day,
        fabs((double)a->place_in_text - (double)b->place_in_text),
        a->negative == b->negative,
        shared_count(&a->args, &b->args),
        shared_count(&a->names, &b->names),
        a->args.n && b->args.n && args <= 0, /* both have some, none in common */
        holds(&a->context, b->stem) || holds(&b->context, a->stem),
        same_document && a->sentence == b->sentence,
        PLX_MIN((double)a->trigger.n, (double)b->trigger.n),
        PLX_MIN((double)a->place_in_text, (double)b->place_in_text),
        PLX_MIN(act, act_most),
        head,
        PLX_MIN(idf_a, idf_b),
        around,
        PLX_MAX(idf_a, idf_b),
        act_kindred,
        act_opposed,
        around_kindred,
        around_opposed,
    };
    for (size_t i = 0; i < PLX_EVENT_INPUTS; i++) x[i] = (float)v[i];
}

double plx_event_pairs_score(const plx_event_pairs *p, uint32_t a, uint32_t b) {
    if (!p->trees) return p->views.p[a].stem == p->views.p[b].stem;
    float x[PLX_EVENT_INPUTS];
    plx_event_pairs_inputs(p, a, b, x);
    return plx_trees_answer(p->trees, x);
}

/* ---- average linkage
 * ----------------------------------------------------------------------------- */

void plx_event_pairs_cluster(const plx_event_pairs *p, const uint32_t *views, size_t n,
                             double threshold, uint32_t *cluster) {
    for (size_t i = 0; i < n; i++) cluster[i] = (uint32_t)i;
    if (n < 2 || n > PLX_EVENT_CLUSTER_MAX) return;
    if (threshold <= 0) threshold = p->trees ? (double)p->trees->threshold : 0.5;
    plx_arena_mark mark = plx_arena_mark_here(p->arena);
    float *sim = plx_new_n(p->arena, float, n *n);
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            sim[i * n + k] = sim[k * n + i] = (float)plx_event_pairs_score(p, views[i], views[k]);
        }
    }
    plx_cluster_average(sim, n, threshold, cluster, p->arena);
    plx_arena_restore(p->arena, mark);
}
