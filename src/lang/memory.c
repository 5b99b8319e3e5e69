#include "lang/memory.h"

#include "base/map.h"
#include "base/vec.h"
#include "lang/names.h"

#define MOST_BYTES                                                                                 \
    (16 * PLX_MIB) /* then nothing more is kept, and all forgotten at the next account */
#define LIMIT_BYTES (4 * MOST_BYTES)

struct plx_lang_memory {
    plx_arena arena;
    const plx_lang *lang;
    plx_lang_speed speed;
    plx_imap met;  /* hashes of keys */
    plx_map known; /* key -> place in kept */
    PLX_VEC(plx_reading) kept;
};

static void forget(plx_lang_memory *m) {
    plx_arena_release(&m->arena);
    plx_imap_init(&m->met, &m->arena);
    plx_map_init(&m->known, &m->arena);
    m->kept.p = NULL;
    m->kept.n = m->kept.cap = 0;
}

static bool is_full(const plx_lang_memory *m) { return m->arena.used_bytes > MOST_BYTES; }

static void release(void *memory) {
    plx_lang_memory *m = memory;
    plx_arena_release(&m->arena);
}

plx_lang_memory *plx_lang_memory_new(plx_arena *arena) {
    plx_lang_memory *m = plx_new(arena, plx_lang_memory);
    plx_arena_init(&m->arena, LIMIT_BYTES);
    forget(m);
    plx_arena_defer(arena, release, m);
    return m;
}

size_t plx_lang__key(const plx_annotation *an, uint32_t begin, uint32_t end,
                     char out[PLX_LANG_KEY_BYTES]) {
    size_t n = 0;
    for (uint32_t i = begin; i < end; i++) {
        const plx_token *t = &an->tokens[i];
        if (t->form.n > PLX_LANG_KEY_BYTES - 2 || n + 2 + t->form.n > PLX_LANG_KEY_BYTES) {
            return 0;
        }
        uint16_t head = (uint16_t)(t->form.n << 1 | t->space_before);
        memcpy(out + n, &head, sizeof head);
        memcpy(out + n + sizeof head, t->form.p, t->form.n);
        n += sizeof head + t->form.n;
    }
    return n;
}

void plx_lang__remember_for(plx_lang_memory *m, const plx_lang *lang, plx_lang_speed speed) {
    if (m->lang != lang || m->speed != speed || is_full(m)) {
        forget(m);
        m->lang = lang;
        m->speed = speed;
    }
}

const plx_reading *plx_lang__recall(plx_lang_memory *m, plx_str key, bool *keep) {
    uint32_t at = plx_map_get(&m->known, key);
    if (at != PLX_NONE) {
        PLX_ASSERT(m->kept.p != NULL && at < m->kept.n);
        return &m->kept.p[at];
    }
    bool is_new = true;
    if (!is_full(m)) {
        (void)plx_imap_put(&m->met, plx_hash_str(key), 0, &is_new);
    }
    *keep = !is_new;
    return NULL;
}

static void *copy(plx_lang_memory *m, const void *p, size_t n_bytes, size_t align) {
    void *out = plx_arena_alloc(&m->arena, n_bytes, align);
    memcpy(out, p, n_bytes);
    return out;
}

void plx_lang__keep(plx_lang_memory *m, plx_str key, const plx_reading *r) {
    plx_reading own = {.n = r->n};
    if (is_full(m) || plx_map_get(&m->known, key) != PLX_NONE) {
        return; /* met twice before the network ran */
    }
    own.tags = copy(m, r->tags, r->n * sizeof *r->tags, _Alignof(uint16_t));
    own.names = copy(m, r->names, r->n * PLX_NAME_LABELS * sizeof *r->names, _Alignof(float));
    if (r->heads) {
        own.heads = copy(m, r->heads, r->n * sizeof *r->heads, _Alignof(uint32_t));
        own.rels = copy(m, r->rels, r->n * sizeof *r->rels, 1);
    }
    plx_str own_key = plx_str_dup(&m->arena, key);
    plx_vec_push(&m->kept, &m->arena, own);
    (void)plx_map_put(&m->known, own_key, (uint32_t)m->kept.n - 1, NULL);
}
