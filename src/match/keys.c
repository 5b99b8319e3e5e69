#include "match/keys.h"

#include <string.h>

static uint32_t key_at(const unsigned char *keys, size_t i) {
    uint32_t key;
    memcpy(&key, keys + sizeof key * i, sizeof key);
    return key;
}

uint32_t plx_keys_find(const unsigned char *keys, uint32_t n, uint32_t key) {
    if (n == 0) {
        return PLX_NONE;
    }
    PLX_ASSERT(keys != NULL);
    /* Nearer the surer; the last few steps are taken one by one. */
    size_t at = (size_t)((uint64_t)key * n >> 32);
    for (int i = 0; i < 2; i++) {
        int64_t off = ((int64_t)key - (int64_t)key_at(keys, at)) * (int64_t)n / ((int64_t)1 << 32);
        int64_t to = (int64_t)at + off;
        at = to < 0 ? 0 : to >= (int64_t)n ? n - 1 : (size_t)to;
    }
    while (at > 0 && key_at(keys, at - 1) >= key) {
        at--;
    }
    while (at < n && key_at(keys, at) < key) {
        at++;
    }
    return at < n && key_at(keys, at) == key ? (uint32_t)at : PLX_NONE;
}
