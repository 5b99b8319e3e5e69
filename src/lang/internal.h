/* internal: what the files of lang share. */
#ifndef PLX_LANG_INTERNAL_H
#define PLX_LANG_INTERNAL_H

#include "base/utf8.h"
#include "lang/lang.h"
#include "lang/lemma.h"
#include "lang/ner.h"
#include "lang/network.h"
#include "lang/segment.h"

struct plx_lang {
    plx_model model;
    void *map; /* what plx_lang_open mapped; NULL when the bytes are the caller's */
    size_t map_bytes;
    void *copy;                /* of the caller's bytes when they were not aligned */
    const unsigned char *tags; /* n_tags x { upos u8, xpos char[7] } */
    uint32_t n_tags;
    plx_lemmas lemmas;
    plx_vocab vocab;
    plx_network net;
    plx_ner ner;
};

/* Takes the sections apart and checks what the hashes cannot: that sizes fit each other. */
PLX_NODISCARD plx_err plx_lang__load(plx_lang *lang, plx_error *err);
/* Tags, lemmas and tree of all sentences; the network's name scores, n_tokens rows of
 * PLX_NAME_LABELS, in `arena`. */
float *plx_lang__read(const plx_lang *lang, plx_lang_speed speed, plx_arena *arena,
                      plx_annotation *an);
/* The same, and the names; memory may be NULL. */
void plx_lang__run(const plx_lang *lang, plx_lang_memory *memory, plx_lang_speed speed,
                   plx_arena *arena, plx_annotation *an);

/* Features (PLX_FEAT_*) that follow from class, Penn tag and the word itself. */
uint32_t plx_lang__feats(plx_upos upos, plx_str xpos, plx_str form);

#endif
