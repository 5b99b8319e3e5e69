/* map: text -> uint32_t and uint64_t -> uint32_t, in an arena. Open addressing over an array of
 * entries that keeps the order of insertion: iterate over `entries`, so that order is defined. No
 * removal. Keys are borrowed: they must outlive the map. */
#ifndef PLX_BASE_MAP_H
#define PLX_BASE_MAP_H

#include "base/hash.h"

typedef struct plx_map_entry {
    plx_str key;
    uint64_t hash;
    uint32_t value;
} plx_map_entry;

typedef struct plx_map {
    plx_map_entry *entries; /* in order of insertion */
    size_t n, cap;
    uint32_t *slots; /* index + 1 into entries, 0 = free; n_slots is a power of two */
    size_t n_slots;
    plx_arena *arena;
} plx_map;

void plx_map_init(plx_map *m, plx_arena *arena);
/* The value of `key`, or PLX_NONE. */
uint32_t plx_map_get(const plx_map *m, plx_str key);
/* The entry of `key`, added with `value` when it is new; *is_new (may be NULL) says which. The
 * address is valid until the next put. */
plx_map_entry *plx_map_put(plx_map *m, plx_str key, uint32_t value, bool *is_new);

typedef struct plx_imap_entry {
    uint64_t key;
    uint32_t value;
} plx_imap_entry;

typedef struct plx_imap {
    plx_imap_entry *entries;
    size_t n, cap;
    uint32_t *slots;
    size_t n_slots;
    plx_arena *arena;
} plx_imap;

void plx_imap_init(plx_imap *m, plx_arena *arena);
uint32_t plx_imap_get(const plx_imap *m, uint64_t key);
plx_imap_entry *plx_imap_put(plx_imap *m, uint64_t key, uint32_t value, bool *is_new);

#endif
