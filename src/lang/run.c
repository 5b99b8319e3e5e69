#include "lang/internal.h"

plx_err plx_lang__load(plx_lang *lang, plx_error *err) {
    (void)lang;
    (void)err;
    return PLX_OK;
}

void plx_lang__unload(plx_lang *lang) { (void)lang; }

void plx_lang__run(const plx_lang *lang, plx_lang_speed speed, plx_arena *arena,
                   plx_annotation *an) {
    (void)lang;
    (void)speed;
    (void)arena;
    (void)an;
}
