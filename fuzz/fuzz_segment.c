/* Words and sentences of any text, and CoNLL-U of any bytes. */
#include "fuzz.h"

#include "base/utf8.h"
#include "lang/conllu.h"

typedef struct job {
    plx_str in;
    plx_arena *arena;
} job;

static void segment(void *ctx) {
    job *j = ctx;
    plx_account account = {.text = j->in};
    plx_annotation an;
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, j->arena, &an);
    uint32_t at = 0;
    for (size_t i = 0; i < an.n_tokens; i++) {
        PLX_ASSERT(an.tokens[i].span.begin >= at && an.tokens[i].span.end <= j->in.n);
        at = an.tokens[i].span.end;
    }
}

static void conllu(void *ctx) {
    job *j = ctx;
    plx_conllu doc;
    plx_error err;
    if (plx_conllu_read(j->in, j->arena, &doc, &err) == PLX_OK) {
        plx_buf out;
        plx_buf_init(&out, j->arena, 64 * PLX_MIB);
        doc.an.account = &doc.account;
        plx_conllu_write(&doc.an, doc.part, &out);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    plx_arena arena;
    plx_arena_init(&arena, 256 * PLX_MIB);
    job j = {plx_str_n((const char *)data, size), &arena};
    plx_error err;
    if (plx_utf8_validate(j.in) == size) {
        (void)!plx_guard(segment, &j, &err);
        plx_arena_reset(&arena);
    }
    (void)!plx_guard(conllu, &j, &err);
    plx_arena_release(&arena);
    return 0;
}
