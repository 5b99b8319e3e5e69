#include "base/map.h"

#include "base/vec.h"

void plx_map_init(plx_map *m, plx_arena *arena) { *m = (plx_map){.arena = arena}; }

static uint32_t *find_slot(const plx_map *m, plx_str key, uint64_t hash) {
    size_t mask = m->n_slots - 1;
    for (size_t i = (size_t)hash & mask;; i = (i + 1) & mask) {
        uint32_t at = m->slots[i];
        if (at == 0 ||
            (m->entries[at - 1].hash == hash && plx_str_eq(m->entries[at - 1].key, key))) {
            return &m->slots[i];
        }
    }
}

uint32_t plx_map_get(const plx_map *m, plx_str key) {
    if (m->n == 0) {
        return PLX_NONE;
    }
    uint32_t at = *find_slot(m, key, plx_hash_str(key));
    return at ? m->entries[at - 1].value : PLX_NONE;
}

static void rehash(plx_map *m) {
    /* The map changes only when the allocation has succeeded: it may unwind. */
    size_t n_slots = m->n_slots ? m->n_slots * 2 : 16;
    m->slots = plx_new_n(m->arena, uint32_t, n_slots);
    m->n_slots = n_slots;
    size_t mask = m->n_slots - 1;
    for (size_t e = 0; e < m->n; e++) {
        size_t i = (size_t)m->entries[e].hash & mask;
        while (m->slots[i]) {
            i = (i + 1) & mask;
        }
        m->slots[i] = (uint32_t)e + 1;
    }
}

plx_map_entry *plx_map_put(plx_map *m, plx_str key, uint32_t value, bool *is_new) {
    if ((m->n + 1) * 4 > m->n_slots * 3) {
        rehash(m);
    }
    uint64_t hash = plx_hash_str(key);
    uint32_t *slot = find_slot(m, key, hash);
    if (is_new) {
        *is_new = *slot == 0;
    }
    if (*slot == 0) {
        struct {
            plx_map_entry *p;
            size_t n, cap;
        } v = {m->entries, m->n, m->cap};
        plx_vec_push(&v, m->arena, (plx_map_entry){key, hash, value});
        m->entries = v.p;
        m->n = v.n;
        m->cap = v.cap;
        *slot = (uint32_t)m->n;
    }
    return &m->entries[*slot - 1];
}

void plx_imap_init(plx_imap *m, plx_arena *arena) { *m = (plx_imap){.arena = arena}; }

static uint32_t *find_islot(const plx_imap *m, uint64_t key) {
    size_t mask = m->n_slots - 1;
    for (size_t i = (size_t)plx_hash_mix(key, 0) & mask;; i = (i + 1) & mask) {
        uint32_t at = m->slots[i];
        if (at == 0 || m->entries[at - 1].key == key) {
            return &m->slots[i];
        }
    }
}

uint32_t plx_imap_get(const plx_imap *m, uint64_t key) {
    if (m->n == 0) {
        return PLX_NONE;
    }
    uint32_t at = *find_islot(m, key);
    return at ? m->entries[at - 1].value : PLX_NONE;
}

plx_imap_entry *plx_imap_put(plx_imap *m, uint64_t key, uint32_t value, bool *is_new) {
    if ((m->n + 1) * 4 > m->n_slots * 3) {
        size_t n_slots = m->n_slots ? m->n_slots * 2 : 16;
        m->slots = plx_new_n(m->arena, uint32_t, n_slots);
        m->n_slots = n_slots;
        for (size_t e = 0; e < m->n; e++) {
            *find_islot(m, m->entries[e].key) = (uint32_t)e + 1;
        }
    }
    uint32_t *slot = find_islot(m, key);
    if (is_new) {
        *is_new = *slot == 0;
    }
    if (*slot == 0) {
        struct {
            plx_imap_entry *p;
            size_t n, cap;
        } v = {m->entries, m->n, m->cap};
        plx_vec_push(&v, m->arena, (plx_imap_entry){key, value});
        m->entries = v.p;
        m->n = v.n;
        m->cap = v.cap;
        *slot = (uint32_t)m->n;
    }
    return &m->entries[*slot - 1];
}
