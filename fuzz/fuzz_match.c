/* What reads strangers' bytes in match and gather: JSON lines, words, features, saved states. */
#include "fuzz.h"

#include "base/utf8.h"
#include "gather/stream.h"
#include "match/passages.h"
#include "match/record.h"

typedef struct input {
    plx_str s;
    plx_arena arena;
} input;

static void check(void *ctx) {
    input *in = ctx;
    plx_error err;
    plx_record r;
    plx_str half = plx_str_slice(in->s, 0, in->s.n / 2);
    if (plx_record_parse(in->s, &in->arena, &r, &err) == PLX_OK)
        PLX_ASSERT(plx_utf8_validate(r.text) == r.text.n && plx_utf8_validate(r.id) == r.id.n);
    else
        PLX_ASSERT(err.pos <= in->s.n);

    plx_words w;
    plx_match_words(in->s, NULL, 0, &in->arena, &w);
    uint32_t last = 0;
    for (size_t i = 0; i < w.n; i++) {
        PLX_ASSERT(w.p[i].begin >= last && w.p[i].end > w.p[i].begin && w.p[i].end <= in->s.n);
        last = w.p[i].end;
    }
    PLX_ASSERT(plx_match_hashes(in->s, NULL, 0) == w.n);

    plx_account a = {.text = in->s}, b = {.text = half};
    const plx_account *both[] = {&a, &b};
    plx_passages p = plx_match_passages(both, 2, &in->arena);
    for (size_t i = 0; i < p.n; i++)
        PLX_ASSERT(p.p[i].a.span.end <= in->s.n && p.p[i].b.span.end <= half.n);

    static plx_features f;
    plx_gather_features(half, in->s, NULL, 0, (int32_t)(in->s.n * 7), &f);
    for (size_t i = 1; i < f.n; i++) PLX_ASSERT(f.p[i - 1].key < f.p[i].key);
    plx_stream *stream = NULL;
    if (plx_stream_decode(in->s, NULL, &stream, &err) == PLX_OK) plx_stream_free(stream);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > 20000) return -1;
    input in = {.s = plx_str_n((const char *)data, size)};
    plx_arena_init(&in.arena, PLX_GIB);
    plx_err code = plx_guard(check, &in, NULL);
    plx_arena_release(&in.arena);
    PLX_ASSERT(code == PLX_OK);
    return 0;
}
