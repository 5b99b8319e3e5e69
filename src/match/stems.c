#include "match/stems.h"

#include <libstemmer.h>

struct plx_stemmer {
    struct sb_stemmer *of_library;
};

static void release(void *of_library) { sb_stemmer_delete(of_library); }

plx_stemmer *plx_stemmer_make(plx_arena *arena) {
    plx_stemmer *s = plx_new(arena, plx_stemmer);
    s->of_library = sb_stemmer_new("english", "UTF_8");
    if (!s->of_library) {
        plx_throw(PLX_NOMEM, 0, "no memory for the stemmer");
    }
    plx_arena_defer(arena, release, s->of_library);
    return s;
}

plx_str plx_stem(plx_stemmer *s, plx_str word) {
    if (word.n == 0 || word.n > PLX_STEM_MOST_BYTES) {
        return word;
    }
    const sb_symbol *stem = sb_stemmer_stem(s->of_library, (const sb_symbol *)word.p, (int)word.n);
    return stem ? plx_str_n((const char *)stem, (size_t)sb_stemmer_length(s->of_library)) : word;
}
