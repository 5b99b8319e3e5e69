/* The model's reader: the bytes as they are, and again with all hashes put right, so that what the
 * hashes guard is reached. */
#include "fuzz.h"

#include "lang/internal.h"

#include <stdlib.h>

static void put_hashes_right(unsigned char *p, size_t n) {
    plx_model_header h;
    memcpy(&h, p, sizeof h);
    memcpy(h.magic, "PLXMODEL", 8);
    h.version = PLX_MODEL_VERSION;
    h.n_bytes = n;
    h.n_sections %= 4;
    size_t table = sizeof h + (size_t)h.n_sections * sizeof(plx_model_section);
    if (table > n) {
        return;
    }
    for (uint32_t i = 0; i < h.n_sections; i++) {
        plx_model_section s;
        memcpy(&s, p + sizeof h + i * sizeof s, sizeof s);
        uint64_t padded = (s.n_bytes + 63) & ~(uint64_t)63;
        if (s.offset <= n && padded <= n - s.offset) {
            s.hash = plx_hash_bytes(p + s.offset, (size_t)padded, 0);
            memcpy(p + sizeof h + i * sizeof s, &s, sizeof s);
        }
    }
    memcpy(p, &h, sizeof h);
    h.table_hash = plx_model__table_hash(p, h.n_sections);
    memcpy(p, &h, sizeof h);
}

static void try_open(const unsigned char *p, size_t n) {
    plx_lang *lang = NULL;
    plx_error err;
    if (plx_lang_open_bytes(p, n, &lang, &err) == PLX_OK) {
        plx_lang_free(lang);
    }
    /* the parts whose sizes the file itself decides */
    plx_lemmas lemmas;
    plx_vocab vocab;
    plx_arena arena;
    (void)!plx_lemma__load(plx_str_n((const char *)p, n), &lemmas, &err);
    if (plx_vocab__load(plx_str_n((const char *)p, n), 100, &vocab, &err) == PLX_OK) {
        plx_arena_init(&arena, PLX_MIB);
        (void)plx_vocab__find(&vocab, PLX_S("word"));
        plx_arena_release(&arena);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    unsigned char *copy = aligned_alloc(64, (size + 64) & ~(size_t)63);
    if (!copy) {
        return 0;
    }
    memcpy(copy, data, size);
    try_open(copy, size);
    if (size >= sizeof(plx_model_header)) {
        put_hashes_right(copy, size);
        try_open(copy, size);
    }
    free(copy);
    return 0;
}
