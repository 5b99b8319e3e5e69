/* A stream at rest. Everything that decides is written, the postings with their dead entries too:
 * going on from a saved state must give what one run gives. */
#include "base/hash.h"
#include "gather/stream_impl.h"

#include <stdlib.h>

#define VERSION 1u
static const char magic[8] = {'P', 'L', 'X', 'S', 'T', 'O', 'R', 'Y'};

/* ---- writing --------------------------------------------------------------------------------- */

static void put32(plx_buf *b, uint32_t v) {
    char p[4] = {(char)v, (char)(v >> 8), (char)(v >> 16), (char)(v >> 24)};
    plx_buf_put(b, plx_str_n(p, 4));
}

static void put64(plx_buf *b, uint64_t v) {
    put32(b, (uint32_t)v);
    put32(b, (uint32_t)(v >> 32));
}

static void put_float(plx_buf *b, float f) {
    uint32_t v;
    memcpy(&v, &f, sizeof v);
    put32(b, v);
}

static void put_double(plx_buf *b, double f) {
    uint64_t v;
    memcpy(&v, &f, sizeof v);
    put64(b, v);
}

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The nonzero values of keys[0..n) in order, in memory to be freed. */
static uint32_t *sorted_keys(const uint32_t *keys, size_t n, size_t stride, size_t n_used) {
    uint32_t *out = plx_stream__alloc(n_used, sizeof *out);
    size_t k = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t key;
        memcpy(&key, (const char *)keys + i * stride, sizeof key);
        if (key && k < n_used) out[k++] = key;
    }
    qsort(out, k, sizeof *out, by_value);
    return out;
}

static void put_member(plx_buf *b, const plx_member *m) {
    put32(b, m->account);
    put32(b, (uint32_t)m->v.day);
    put32(b, m->v.says_days);
    put32(b, m->v.n);
    for (uint32_t i = 0; i < m->v.n; i++) {
        put32(b, m->v.p[i].key);
        put_float(b, m->v.p[i].w);
    }
}

static const plx_posting_list *list_at(const plx_stream *s, uint32_t key) {
    size_t mask = s->n_list_slots - 1;
    size_t at = (size_t)(((uint64_t)key * 0x9E3779B97F4A7C15u) >> 40) & mask;
    while (s->lists[at].key != key) at = (at + 1) & mask;
    return &s->lists[at];
}

void plx_stream_encode(const plx_stream *s, plx_buf *out) {
    /* What is malloc'ed here is registered with the arena of the buffer: writing may unwind. */
    uint32_t *words = sorted_keys(s->df.keys, s->df.n_slots, sizeof *s->df.keys, s->df.n);
    plx_arena_defer(out->arena, free, words);
    uint32_t *lists =
        sorted_keys(&s->lists[0].key, s->n_list_slots, sizeof s->lists[0], s->n_lists);
    plx_arena_defer(out->arena, free, lists);
    plx_buf_put(out, plx_str_n(magic, sizeof magic));
    put32(out, VERSION);
    put64(out, s->options.max_live);
    put_double(out, s->options.threshold);
    put64(out, s->df.n_documents);
    put64(out, s->df.n);
    for (size_t i = 0; i < s->df.n; i++) {
        put32(out, words[i]);
        put32(out, plx_df_get(&s->df, words[i]));
    }
    put64(out, s->n_stories);
    for (size_t i = 0; i < s->n_stories; i++) put32(out, s->parent[i]);
    put64(out, s->n_accounts);
    for (size_t i = 0; i < s->n_accounts; i++) put32(out, s->story_of[i]);
    put64(out, s->n_live);
    for (uint32_t at = s->oldest; at != PLX_NONE; at = s->slots[at].newer) {
        const plx_live_story *x = &s->slots[at];
        put32(out, x->id);
        put32(out, x->n_accounts);
        put64(out, x->touched);
        put32(out, x->n_members);
        for (uint32_t i = 0; i < x->n_members; i++) put_member(out, &x->member[i]);
    }
    put64(out, s->n_list_slots);
    put64(out, s->n_lists);
    for (size_t i = 0; i < s->n_lists; i++) {
        const plx_posting_list *l = list_at(s, lists[i]);
        put32(out, l->key);
        put32(out, l->n);
        put32(out, l->cap);
        for (uint32_t k = 0; k < l->n; k++) {
            put32(out, l->p[k].story);
            put_float(out, l->p[k].w);
        }
    }
    put64(out, plx_hash_bytes(out->p, out->n, 0));
}

/* ---- reading --------------------------------------------------------------------------------- */

typedef struct cursor {
    plx_str s;
    size_t at;
    bool short_of;
} cursor;

static uint32_t get32(cursor *c) {
    if (c->s.n - c->at < 4) {
        c->short_of = true;
        return 0;
    }
    const unsigned char *p = (const unsigned char *)c->s.p + c->at;
    c->at += 4;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static uint64_t get64(cursor *c) {
    uint64_t low = get32(c);
    return low | (uint64_t)get32(c) << 32;
}

static float get_float(cursor *c) {
    uint32_t v = get32(c);
    float f;
    memcpy(&f, &v, sizeof f);
    return f;
}

static double get_double(cursor *c) {
    uint64_t v = get64(c);
    double f;
    memcpy(&f, &v, sizeof f);
    return f;
}

/* A count of things of at least `size` bytes each: false when they cannot all be there. */
static bool get_count(cursor *c, size_t size, size_t *out) {
    uint64_t n = get64(c);
    if (c->short_of || n > (c->s.n - c->at) / size) return false;
    *out = (size_t)n;
    return true;
}

static bool get_words(cursor *c, plx_stream *s) {
    size_t n;
    s->df.n_documents = get64(c);
    if (!get_count(c, 8, &n)) return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t key = get32(c), count = get32(c);
        plx_df_put(&s->df, key, count);
    }
    return true;
}

static bool get_stories(cursor *c, plx_stream *s) {
    size_t n;
    if (!get_count(c, 4, &n) || n >= PLX_NONE) return false;
    for (size_t i = 0; i < n; i++) plx_stream__new_story(s);
    for (size_t i = 0; i < n; i++) {
        uint32_t parent = get32(c);
        if (parent > i) return false; /* always into an older one */
        s->parent[i] = parent;
        s->n_merged += parent != i;
    }
    if (!get_count(c, 4, &n) || n >= PLX_NONE) return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t story = get32(c);
        if (story >= s->n_stories) return false;
        plx_stream__new_account(s, story);
    }
    return true;
}

static bool get_member(cursor *c, plx_member *m, size_t n_accounts) {
    m->account = get32(c);
    m->v.day = (int32_t)get32(c);
    m->v.says_days = get32(c) != 0;
    uint32_t n = get32(c);
    if (c->short_of || m->account >= n_accounts || n > PLX_GATHER_MAX_FEATURES ||
        n > (c->s.n - c->at) / 8)
        return false;
    m->v.p = plx_stream__alloc(n, sizeof *m->v.p);
    m->v.n = n;
    for (uint32_t i = 0; i < n; i++) {
        m->v.p[i].key = get32(c);
        m->v.p[i].w = get_float(c);
        if (i && m->v.p[i].key <= m->v.p[i - 1].key) return false;
    }
    return true;
}

static bool get_live(cursor *c, plx_stream *s) {
    size_t n;
    if (!get_count(c, 20, &n) || n > s->options.max_live) return false;
    for (size_t i = 0; i < n; i++) {
        uint32_t id = get32(c);
        if (c->short_of || id >= s->n_stories || s->parent[id] != id || s->slot_of[id] != PLX_NONE)
            return false;
        uint32_t slot = plx_stream__take_slot(s, id); /* may move the slots */
        plx_live_story *x = &s->slots[slot];
        x->n_accounts = get32(c);
        x->touched = get64(c);
        uint32_t n_members = get32(c);
        if (n_members == 0 || n_members > PLX_STREAM_KEPT) return false;
        for (uint32_t k = 0; k < n_members; k++) {
            x->n_members = k + 1; /* so that a failure frees it */
            if (!get_member(c, &x->member[k], s->n_accounts)) return false;
        }
    }
    return true;
}

static bool get_lists(cursor *c, plx_stream *s) {
    uint64_t n_slots = get64(c);
    size_t n;
    if (!get_count(c, 12, &n) || n_slots < 1024 || (n_slots & (n_slots - 1)) != 0 || n >= n_slots ||
        n_slots / 64 > n + 1024)
        return false;
    free(s->lists);
    s->lists = NULL;
    s->n_list_slots = 0;
    s->lists = plx_stream__alloc((size_t)n_slots, sizeof *s->lists);
    s->n_list_slots = (size_t)n_slots;
    for (size_t i = 0; i < n; i++) {
        uint32_t key = get32(c), used = get32(c), cap = get32(c);
        if (c->short_of || !key || used > cap || used > (c->s.n - c->at) / 8 || cap / 4 > used + 64)
            return false;
        size_t mask = s->n_list_slots - 1;
        size_t at = (size_t)(((uint64_t)key * 0x9E3779B97F4A7C15u) >> 40) & mask;
        while (s->lists[at].key && s->lists[at].key != key) at = (at + 1) & mask;
        if (s->lists[at].key) return false;
        plx_posting_list *l = &s->lists[at];
        l->p = plx_stream__alloc(cap, sizeof *l->p);
        *l = (plx_posting_list){key, used, cap, l->p};
        s->n_lists++;
        s->n_postings += used;
        for (uint32_t k = 0; k < used; k++) {
            l->p[k].story = get32(c);
            l->p[k].w = get_float(c);
            if (l->p[k].story >= s->n_stories) return false;
        }
    }
    return true;
}

typedef struct decoding {
    cursor c;
    plx_stream *s;
    bool good;
} decoding;

static void decode(void *ctx) {
    decoding *d = ctx;
    d->good = get_words(&d->c, d->s) && get_stories(&d->c, d->s) && get_live(&d->c, d->s) &&
              get_lists(&d->c, d->s) && !d->c.short_of && d->c.at == d->c.s.n;
}

plx_err plx_stream_decode(plx_str bytes, const plx_stream_options *options, plx_stream **out,
                          plx_error *err) {
    if (bytes.n < sizeof magic + 4 || memcmp(bytes.p, magic, sizeof magic) != 0)
        return plx_fail(err, PLX_CORRUPT, 0, "not a state of stories");
    decoding d = {.c = {bytes, sizeof magic, false}};
    uint32_t version = get32(&d.c);
    if (version != VERSION)
        return plx_fail(err, PLX_OLD_FORMAT, sizeof magic, "state of version %u, wanted %u",
                        version, VERSION);
    if (bytes.n < d.c.at + 8) return plx_fail(err, PLX_CORRUPT, bytes.n, "the state is cut off");
    cursor end = {bytes, bytes.n - 8, false};
    if (get64(&end) != plx_hash_bytes(bytes.p, bytes.n - 8, 0))
        return plx_fail(err, PLX_CORRUPT, bytes.n - 8, "the state is damaged: its hash differs");
    d.c.s.n -= 8;
    plx_stream_options o = {0};
    if (options) o = *options;
    uint64_t max_live = get64(&d.c);
    o.threshold = get_double(&d.c);
    if (max_live == 0 || max_live >= PLX_NONE / 2)
        return plx_fail(err, PLX_CORRUPT, d.c.at, "the state is damaged");
    o.max_live = (size_t)max_live;
    d.s = plx_stream_new(&o);
    plx_err code = plx_guard(decode, &d, err);
    if (code == PLX_OK && !d.good)
        code = plx_fail(err, PLX_CORRUPT, d.c.at, "the state is damaged");
    if (code != PLX_OK) {
        plx_stream_free(d.s);
        return code;
    }
    *out = d.s;
    return PLX_OK;
}
