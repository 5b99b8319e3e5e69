#include "gather/gather.h"
#include "gather/stream_impl.h"

#include <math.h>
#include <stdlib.h>

#define MAX_POSTINGS   1000 /* a word that leads to more stories leads nowhere */
#define MAX_CANDIDATES 8
#define NEAR           (-2.0) /* a story that scores this against an arrival may be due to merge */
#define UNSURE         2.0    /* an arrival that joined with less may have made its story two */
#define MAX_NEAR       4      /* stories that are looked at again together */
#define MAX_SEATS      (MAX_NEAR * PLX_STREAM_KEPT)

void *plx_stream__alloc(size_t n, size_t size) {
    void *p = calloc(PLX_MAX(n, 1), size);
    if (!p) plx_throw(PLX_NOMEM, 0, "no memory for the stream of stories");
    return p;
}

void *plx_stream__realloc(void *p, size_t n, size_t size) {
    size_t bytes;
    void *q = __builtin_mul_overflow(PLX_MAX(n, 1), size, &bytes) ? NULL : realloc(p, bytes);
    if (!q) plx_throw(PLX_NOMEM, 0, "no memory for the stream of stories");
    return q;
}

/* ---- life ------------------------------------------------------------------------------------ */

/* What a new stream has of its own; unwinds when there is no memory for it. */
static void furnish(void *ctx) {
    plx_stream *s = ctx;
    plx_df_init(&s->df, &s->table_arena);
    s->lists = plx_stream__alloc(1024, sizeof *s->lists);
    s->n_list_slots = 1024;
}

plx_stream *plx_stream_new(const plx_stream_options *options) {
    plx_stream *s = plx_stream__alloc(1, sizeof *s);
    if (options) s->options = *options;
    if (!s->options.max_live) s->options.max_live = PLX_STREAM_MAX_LIVE;
    /* Those that are looked at together must all stay. */
    s->options.max_live = PLX_MAX(s->options.max_live, 4 * MAX_NEAR);
    PLX_ASSERT(s->options.max_live < PLX_NONE / 2);
    plx_arena_init(&s->table_arena, PLX_GIB);
    plx_arena_init(&s->scratch, 64 * PLX_MIB);
    s->oldest = s->newest = s->free_slot = PLX_NONE;
    s->last_score = -INFINITY;
    plx_error err;
    plx_err code = plx_guard(furnish, s, &err);
    if (code != PLX_OK) { /* nobody else knows the handle yet */
        plx_stream_free(s);
        plx_throw(code, err.pos, "%s", err.msg);
    }
    return s;
}

static void free_members(plx_live_story *story) {
    for (uint32_t i = 0; i < story->n_members; i++) free(story->member[i].v.p);
    story->n_members = 0;
}

void plx_stream_free(plx_stream *s) {
    if (!s) return;
    for (size_t i = 0; i < s->n_slots; i++) free_members(&s->slots[i]);
    for (size_t i = 0; i < s->n_list_slots; i++) free(s->lists[i].p);
    free(s->lists);
    free(s->slots);
    free(s->sum);
    free(s->hit);
    free(s->parent);
    free(s->slot_of);
    free(s->story_of);
    plx_arena_release(&s->scratch);
    plx_arena_release(&s->table_arena);
    free(s);
}

uint32_t plx_stream__root(const plx_stream *s, uint32_t story) {
    while (s->parent[story] != story) story = s->parent[story];
    return story;
}

uint32_t plx_stream__new_story(plx_stream *s) {
    if (s->n_stories == s->cap_stories) {
        size_t cap = PLX_MAX(s->cap_stories * 2, 256);
        s->parent = plx_stream__realloc(s->parent, cap, sizeof *s->parent);
        s->slot_of = plx_stream__realloc(s->slot_of, cap, sizeof *s->slot_of);
        s->cap_stories = cap;
    }
    uint32_t id = (uint32_t)s->n_stories++;
    s->parent[id] = id;
    s->slot_of[id] = PLX_NONE;
    return id;
}

uint32_t plx_stream__new_account(plx_stream *s, uint32_t story) {
    if (s->n_accounts == s->cap_accounts) {
        size_t cap = PLX_MAX(s->cap_accounts * 2, 256);
        s->story_of = plx_stream__realloc(s->story_of, cap, sizeof *s->story_of);
        s->cap_accounts = cap;
    }
    s->story_of[s->n_accounts] = story;
    return (uint32_t)s->n_accounts++;
}

/* ---- live stories, in the order of touching ----------------------------------------------------
 */

static void unlink_slot(plx_stream *s, uint32_t at) {
    plx_live_story *x = &s->slots[at];
    if (x->older != PLX_NONE) s->slots[x->older].newer = x->newer;
    if (x->newer != PLX_NONE) s->slots[x->newer].older = x->older;
    if (s->oldest == at) s->oldest = x->newer;
    if (s->newest == at) s->newest = x->older;
}

static void link_newest(plx_stream *s, uint32_t at) {
    plx_live_story *x = &s->slots[at];
    x->older = s->newest;
    x->newer = PLX_NONE;
    if (s->newest != PLX_NONE) s->slots[s->newest].newer = at;
    s->newest = at;
    if (s->oldest == PLX_NONE) s->oldest = at;
}

/* No account joins it any more; its postings are cleared away when they are met. */
static void retire(plx_stream *s, uint32_t at) {
    plx_live_story *x = &s->slots[at];
    unlink_slot(s, at);
    s->slot_of[x->id] = PLX_NONE;
    free_members(x);
    x->id = PLX_NONE;
    x->newer = s->free_slot;
    s->free_slot = at;
    s->n_live--;
}

uint32_t plx_stream__take_slot(plx_stream *s, uint32_t id) {
    if (s->n_live >= s->options.max_live) retire(s, s->oldest);
    if (s->free_slot == PLX_NONE) {
        size_t n = PLX_MIN(PLX_MAX(s->n_slots * 2, 64), s->options.max_live + 1);
        s->slots = plx_stream__realloc(s->slots, n, sizeof *s->slots);
        s->sum = plx_stream__realloc(s->sum, n, sizeof *s->sum);
        s->hit = plx_stream__realloc(s->hit, n, sizeof *s->hit);
        for (size_t i = n; i-- > s->n_slots;) {
            s->slots[i] = (plx_live_story){.id = PLX_NONE, .newer = s->free_slot};
            s->sum[i] = 0.0f;
            s->free_slot = (uint32_t)i;
        }
        s->n_slots = n;
    }
    uint32_t at = s->free_slot;
    s->free_slot = s->slots[at].newer;
    s->slots[at] = (plx_live_story){.id = id, .touched = s->n_accounts};
    link_newest(s, at);
    s->slot_of[id] = at;
    s->n_live++;
    return at;
}

static void touch(plx_stream *s, uint32_t at) {
    unlink_slot(s, at);
    link_newest(s, at);
    s->slots[at].touched = s->n_accounts;
}

/* ---- postings -------------------------------------------------------------------------------- */

static plx_posting_list *list_of(const plx_stream *s, uint32_t key) {
    size_t mask = s->n_list_slots - 1;
    size_t at = (size_t)(((uint64_t)key * 0x9E3779B97F4A7C15u) >> 40) & mask;
    while (s->lists[at].key && s->lists[at].key != key) at = (at + 1) & mask;
    return &s->lists[at];
}

static bool is_live(const plx_stream *s, uint32_t story) { return s->slot_of[story] != PLX_NONE; }

/* Takes the dead out of a list. */
static void tidy(plx_stream *s, plx_posting_list *l) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->n; i++)
        if (is_live(s, l->p[i].story)) l->p[n++] = l->p[i];
    s->n_postings -= l->n - n;
    l->n = n;
}

/* More lists, or, when most of what they hold is dead, the same without it. */
static void rebuild_lists(plx_stream *s) {
    plx_posting_list *old = s->lists;
    size_t n_old = s->n_list_slots, n_kept = 0;
    for (size_t i = 0; i < n_old; i++) {
        if (!old[i].key) continue;
        tidy(s, &old[i]);
        n_kept += old[i].n > 0;
    }
    size_t n = 1024;
    while (n < n_kept * 3) n *= 2;
    plx_posting_list *fresh = plx_stream__alloc(n, sizeof *s->lists);
    s->lists = fresh;
    s->n_list_slots = n;
    s->n_lists = n_kept;
    for (size_t i = 0; i < n_old; i++) {
        if (old[i].key && old[i].n)
            *list_of(s, old[i].key) = old[i];
        else
            free(old[i].p);
    }
    free(old);
}

static void post(plx_stream *s, uint32_t key, uint32_t story, float w) {
    plx_posting_list *l = list_of(s, key);
    if (!l->key) {
        if ((s->n_lists + 1) * 3 > s->n_list_slots * 2) {
            rebuild_lists(s);
            l = list_of(s, key);
        }
        if (!l->key) {
            *l = (plx_posting_list){.key = key};
            s->n_lists++;
        }
    }
    for (uint32_t i = l->n; i-- > 0 && l->n - i <= 64;) {
        if (l->p[i].story != story) continue;
        if (w > l->p[i].w) l->p[i].w = w;
        return;
    }
    if (l->n == l->cap) {
        uint32_t before = l->n;
        tidy(s, l);
        if (l->n * 4 > before * 3 || l->cap == 0) {
            uint32_t cap = PLX_MAX(l->cap * 2, 2);
            l->p = plx_stream__realloc(l->p, cap, sizeof *l->p);
            l->cap = cap;
        }
    }
    l->p[l->n++] = (plx_posting){story, w};
    s->n_postings++;
}

/* The heaviest words of a vector, by key. */
static size_t heaviest(const plx_vector *v, plx_weighted out[PLX_STREAM__INDEXED]) {
    plx_weighted words[PLX_GATHER_MAX_FEATURES];
    size_t n = 0;
    for (uint32_t i = 0; i < v->n; i++)
        if (plx_feature_kind_of(v->p[i].key) == PLX_GATHER_WORD) words[n++] = v->p[i];
    n = plx_gather__heaviest(words, n, PLX_STREAM__INDEXED);
    memcpy(out, words, n * sizeof words[0]);
    return n;
}

void plx_stream__index(plx_stream *s, const plx_live_story *story, const plx_member *m) {
    plx_weighted top[PLX_STREAM__INDEXED];
    size_t n = heaviest(&m->v, top);
    for (size_t i = 0; i < n; i++) {
        uint32_t key = top[i].key ? top[i].key : 8u; /* 0 marks a free list */
        post(s, key, story->id, top[i].w);
    }
}

/* ---- candidates ------------------------------------------------------------------------------ */

typedef struct candidate {
    uint32_t slot, id;
    double score; /* first the words that led here, then the average log odds */
} candidate;

static int best_first(const void *a, const void *b) {
    const candidate *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static double average(const plx_live_story *story, const plx_spread *v) {
    double sum = 0.0;
    for (uint32_t i = 0; i < story->n_members; i++) sum += plx_spread_score(v, &story->member[i].v);
    return sum / (double)story->n_members;
}

/* The stories nearest to v by their heaviest words, then scored in full; best first. */
static size_t candidates_of(plx_stream *s, const plx_vector *v, candidate out[MAX_CANDIDATES]) {
    plx_weighted top[PLX_STREAM__INDEXED];
    size_t n_top = heaviest(v, top), n_hit = 0;
    for (size_t i = 0; i < n_top; i++) {
        plx_posting_list *l = list_of(s, top[i].key ? top[i].key : 8u);
        if (l->n > MAX_POSTINGS) tidy(s, l);
        if (l->n > MAX_POSTINGS) continue;
        for (uint32_t k = 0; k < l->n; k++) {
            uint32_t slot = s->slot_of[l->p[k].story];
            if (slot == PLX_NONE) continue;
            if (s->sum[slot] == 0.0f) s->hit[n_hit++] = slot;
            s->sum[slot] += top[i].w * l->p[k].w;
        }
    }
    size_t n = 0;
    for (size_t i = 0; i < n_hit; i++) {
        uint32_t slot = s->hit[i];
        candidate c = {slot, s->slots[slot].id, (double)s->sum[slot]};
        s->sum[slot] = 0.0f;
        if (n == MAX_CANDIDATES && best_first(&c, &out[n - 1]) > 0) continue;
        size_t at = n < MAX_CANDIDATES ? n++ : n - 1;
        while (at > 0 && best_first(&c, &out[at - 1]) < 0) out[at] = out[at - 1], at--;
        out[at] = c;
    }
    plx_spread spread;
    plx_gather_spread(v, &spread);
    for (size_t i = 0; i < n; i++) out[i].score = average(&s->slots[out[i].slot], &spread);
    qsort(out, n, sizeof out[0], best_first);
    return n;
}

/* ---- joining, merging, splitting ---------------------------------------------------------------
 */

/* Keeps the first third of a story's accounts and the last ones. */
static void keep(plx_live_story *story, plx_member m) {
    if (story->n_members == PLX_STREAM_KEPT) {
        uint32_t out = PLX_STREAM_KEPT / 3;
        free(story->member[out].v.p);
        memmove(&story->member[out], &story->member[out + 1],
                (PLX_STREAM_KEPT - out - 1) * sizeof story->member[0]);
        story->n_members--;
    }
    uint32_t at = story->n_members++;
    while (at > 0 && story->member[at - 1].account > m.account) {
        story->member[at] = story->member[at - 1];
        at--;
    }
    story->member[at] = m;
}

static double between(const plx_live_story *a, const plx_live_story *b) {
    double sum = 0.0;
    for (uint32_t i = 0; i < a->n_members; i++) {
        plx_spread spread;
        plx_gather_spread(&a->member[i].v, &spread);
        sum += average(b, &spread);
    }
    return sum / (double)a->n_members;
}

static void report(const plx_stream *s, plx_stream_change change) {
    if (s->options.changed) s->options.changed(s->options.ctx, &change);
}

/* Story b goes into story a, or a into b: the older number stays. Gives the slot that stays. */
static uint32_t merge(plx_stream *s, uint32_t a, uint32_t b, double score) {
    if (s->slots[a].id > s->slots[b].id) {
        uint32_t t = a;
        a = b;
        b = t;
    }
    plx_live_story *to = &s->slots[a], *from = &s->slots[b];
    s->parent[from->id] = to->id;
    s->n_merged++;
    to->n_accounts += from->n_accounts;
    for (uint32_t i = 0; i < from->n_members; i++) {
        plx_stream__index(s, to, &from->member[i]);
        keep(to, from->member[i]);
    }
    from->n_members = 0; /* they moved */
    report(s, (plx_stream_change){PLX_STREAM_MERGE, to->id, from->id, NULL, 0, score});
    retire(s, b);
    touch(s, a);
    return a;
}

/* An account of a story under rearrangement. */
typedef struct seat {
    plx_member m;
    uint32_t from, to; /* story numbers */
} seat;

static bool is_whole(const plx_live_story *x) { return x->n_accounts == x->n_members; }

/* Which of the stories in `slots` each cluster becomes: the free one that most of its accounts come
 * from, in the order of the clusters' first accounts; PLX_NONE: a new one. */
static void name_clusters(seat *seats, size_t n, const uint32_t *label) {
    for (size_t i = 0; i < n; i++) seats[i].to = PLX_NONE;
    for (uint32_t lead = 0; lead < n; lead++) {
        if (label[lead] != lead) continue;
        uint32_t best = PLX_NONE, best_n = 0;
        for (size_t i = lead; i < n; i++) {
            if (label[i] != lead) continue;
            bool taken = false;
            uint32_t same = 0;
            for (size_t k = 0; k < n; k++) {
                taken |= seats[k].to == seats[i].from;
                same += label[k] == lead && seats[k].from == seats[i].from;
            }
            if (!taken && (same > best_n || (same == best_n && seats[i].from < best)))
                best = seats[i].from, best_n = same;
        }
        for (size_t i = lead; i < n; i++)
            if (label[i] == lead) seats[i].to = best;
    }
}

/* How well the accounts that go from one story to another suit the others that are now there, and
 * where there are none, those that they leave. */
static double fit(const seat *seats, size_t n, uint32_t from, uint32_t to) {
    double sum[2] = {0.0, 0.0};
    size_t pairs[2] = {0, 0};
    for (size_t i = 0; i < n; i++) {
        if (seats[i].from != from || seats[i].to != to) continue;
        for (size_t k = 0; k < n; k++) {
            bool there = seats[k].to == to && seats[k].from != from;
            bool left = seats[k].from == from && seats[k].to != to;
            if (!there && !left) continue;
            sum[left] += plx_pair_score(&seats[i].m.v, &seats[k].m.v);
            pairs[left]++;
        }
    }
    int which = pairs[0] ? 0 : 1;
    return pairs[which] ? sum[which] / (double)pairs[which] : 0.0;
}

/* Reports each group of accounts that went from one story to another. */
static void report_moves(const plx_stream *s, const seat *seats, size_t n) {
    for (size_t i = 0; i < n; i++) {
        bool first = seats[i].from != seats[i].to, all = true;
        uint32_t moved[MAX_SEATS];
        size_t m = 0;
        for (size_t k = 0; k < n; k++) {
            if (seats[k].from != seats[i].from) continue;
            if (seats[k].to == seats[i].to) {
                first &= k >= i;
                moved[m++] = seats[k].m.account;
            } else {
                all = false;
            }
        }
        if (!first) continue;
        double score = fit(seats, n, seats[i].from, seats[i].to);
        plx_stream_change c = {PLX_STREAM_SPLIT, seats[i].from, seats[i].to, moved, m, score};
        if (all)
            c = (plx_stream_change){PLX_STREAM_MERGE, seats[i].to, seats[i].from, NULL, 0, score};
        report(s, c);
    }
}

/* Gives the accounts of a few whole stories to the stories that they now belong to. */
static void reseat(plx_stream *s, seat *seats, size_t n) {
    for (size_t i = 0; i < n; i++) {
        plx_live_story *x = &s->slots[s->slot_of[seats[i].from]];
        x->n_members = x->n_accounts = 0;
    }
    for (size_t i = 0; i < n; i++) {
        plx_live_story *x = &s->slots[s->slot_of[seats[i].to]];
        x->n_accounts++;
        keep(x, seats[i].m);
        s->story_of[seats[i].m.account] = seats[i].to;
        if (seats[i].to != seats[i].from) plx_stream__index(s, x, &seats[i].m);
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t from = seats[i].from, at = s->slot_of[from];
        if (at == PLX_NONE) continue;
        if (s->slots[at].n_members == 0) {
            retire(s, at);
            s->parent[from] = seats[i].to;
            s->n_merged++;
        } else {
            touch(s, at);
        }
    }
}

/* Looks again at the accounts of a few stories that have come near each other, all at once: their
 * best clusters may be fewer or more stories, or the same with an account in another place. */
static void rearrange(plx_stream *s, const uint32_t *slots, size_t n_slots) {
    seat seats[MAX_SEATS];
    plx_vector v[MAX_SEATS] = {{0}};
    uint32_t label[MAX_SEATS];
    size_t n = 0;
    for (size_t k = 0; k < n_slots; k++) {
        const plx_live_story *x = &s->slots[slots[k]];
        for (uint32_t i = 0; i < x->n_members; i++)
            seats[n++] = (seat){x->member[i], x->id, PLX_NONE};
    }
    for (size_t i = 1; i < n; i++) /* by arrival */
        for (size_t k = i; k > 0 && seats[k - 1].m.account > seats[k].m.account; k--) {
            seat t = seats[k];
            seats[k] = seats[k - 1];
            seats[k - 1] = t;
        }
    for (size_t i = 0; i < n; i++) v[i] = seats[i].m.v;
    plx_gather__cluster(v, n, s->options.threshold, &s->scratch, label);
    name_clusters(seats, n, label);
    bool same = true;
    for (size_t i = 0; i < n; i++) same &= seats[i].from == seats[i].to;
    if (same) return;
    for (size_t k = 0; k < n_slots; k++) touch(s, slots[k]); /* none of them may retire now */
    for (uint32_t lead = 0; lead < n; lead++) {
        if (label[lead] != lead || seats[lead].to != PLX_NONE) continue;
        uint32_t id = plx_stream__new_story(s);
        plx_stream__take_slot(s, id);
        for (size_t i = lead; i < n; i++)
            if (label[i] == lead) seats[i].to = id;
    }
    report_moves(s, seats, n);
    reseat(s, seats, n);
}

uint32_t plx_stream_add_features(plx_stream *s, const plx_features *f) {
    plx_arena_reset(&s->scratch);
    plx_df_add(&s->df, f);
    plx_vector v;
    plx_gather_weigh(f, &s->df, PLX_STREAM__FEATURES, &s->scratch, &v);
    candidate c[MAX_CANDIDATES];
    size_t n = candidates_of(s, &v, c);
    double threshold = s->options.threshold;
    s->last_score = n ? c[0].score : -INFINITY;
    bool joins = n && c[0].score > threshold;
    uint32_t slot = joins ? c[0].slot : plx_stream__take_slot(s, plx_stream__new_story(s));
    uint32_t account = plx_stream__new_account(s, s->slots[slot].id);
    plx_member m = {account, v};
    m.v.p = plx_stream__alloc(v.n, sizeof *v.p);
    memcpy(m.v.p, v.p, v.n * sizeof *v.p);
    plx_live_story *story = &s->slots[slot];
    story->n_accounts++;
    plx_stream__index(s, story, &m);
    keep(story, m);
    if (joins) touch(s, slot);
    uint32_t near[MAX_NEAR] = {slot};
    size_t n_near = 1, n_seats = story->n_members;
    bool whole = is_whole(story);
    for (size_t i = joins; i < n && c[i].score > threshold + NEAR; i++) {
        const plx_live_story *x = &s->slots[c[i].slot];
        if (n_near == MAX_NEAR || n_seats + x->n_members > MAX_SEATS) break;
        whole &= is_whole(x);
        n_seats += x->n_members;
        near[n_near++] = c[i].slot;
    }
    if (whole && (n_near > 1 || (joins && c[0].score < threshold + UNSURE))) {
        rearrange(s, near, n_near);
    } else {
        for (size_t i = 1; i < n_near; i++) {
            double score = between(&s->slots[slot], &s->slots[near[i]]);
            if (score > threshold) slot = merge(s, slot, near[i], score);
        }
    }
    return account;
}

uint32_t plx_stream_add(plx_stream *s, plx_str title, plx_str text, int32_t day) {
    plx_features f;
    plx_gather_features(title, text, NULL, 0, day, &f);
    return plx_stream_add_features(s, &f);
}

uint32_t plx_stream_story(const plx_stream *s, uint32_t account) {
    return plx_stream__root(s, s->story_of[account]);
}

size_t plx_stream_n_accounts(const plx_stream *s) { return s->n_accounts; }
size_t plx_stream_n_stories(const plx_stream *s) { return s->n_stories - s->n_merged; }
size_t plx_stream_n_live(const plx_stream *s) { return s->n_live; }
double plx_stream_last_score(const plx_stream *s) { return s->last_score; }
