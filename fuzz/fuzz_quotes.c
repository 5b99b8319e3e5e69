/* Marks, quotes, clauses and events over any text, with no tree and with a tree made of its bytes.
 */
#include "fuzz.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "find/find.h"
#include "find/quote_marks.h"
#include "lang/lang.h"

typedef struct input {
    plx_str text;
    plx_arena arena;
} input;

static void check_spans(const plx_annotation *an) {
    size_t n = an->account->text.n;
    for (size_t i = 0; i < an->n_quotes; i++) {
        const plx_quote *q = &an->quotes[i];
        PLX_ASSERT(q->n_spans > 0 && q->source.end <= n && q->cue.end <= n && q->why.n > 0);
        for (size_t k = 0; k < q->n_spans; k++)
            PLX_ASSERT(q->spans[k].begin < q->spans[k].end && q->spans[k].end <= n);
    }
    for (size_t i = 0; i < an->n_events; i++)
        PLX_ASSERT(an->events[i].token < an->n_tokens && an->events[i].clause.end <= n);
}

static void run(plx_annotation *an, plx_arena *arena) {
    plx_marks m = plx_find__marks(an, arena);
    for (size_t i = 0; i < m.n; i++)
        PLX_ASSERT(plx_span_contains(m.p[i].outer, m.p[i].inner) &&
                   m.p[i].inner.begin < m.p[i].inner.end &&
                   (m.p[i].previous == PLX_NONE || m.p[i].previous < i));
    plx_find_quotes(an, arena);
    plx_find_events(an, arena);
    check_spans(an);
    plx_clauses c = plx_find_clauses(an, arena);
    for (size_t i = 0; i < c.n; i++)
        PLX_ASSERT(c.p[i].begin < c.p[i].end && c.p[i].end <= an->n_tokens &&
                   plx_span_contains(c.p[i].full, c.p[i].span));
}

static void check(void *ctx) {
    input *in = ctx;
    plx_account account = {.text = in->text};
    plx_annotation an = {0};
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, &in->arena, &an);
    run(&an, &in->arena);
    an.has_tree = true;
    uint64_t h = plx_hash_str(in->text);
    for (uint32_t i = 0; i < an.n_tokens; i++) {
        h = plx_hash_mix(h, i);
        plx_token *t = &an.tokens[i];
        const plx_sentence *s = &an.sentences[t->sentence];
        t->head = h % 9 == 0 ? PLX_NONE : s->begin + (uint32_t)(h >> 8) % (s->end - s->begin + 1);
        t->deprel = (uint8_t)((h >> 40) % PLX_N_DEPRELS);
        t->upos = (uint8_t)((h >> 48) % PLX_N_UPOS);
        t->feats = (uint32_t)(h >> 16);
    }
    run(&an, &in->arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    input in = {.text = {(const char *)data, size}};
    if (size > 1 << 16 || plx_utf8_validate(in.text) != size) return -1;
    plx_arena_init(&in.arena, PLX_GIB);
    plx_err e = plx_guard(check, &in, NULL);
    PLX_ASSERT(e == PLX_OK || e == PLX_LIMIT || e == PLX_NOMEM);
    plx_arena_release(&in.arena);
    return 0;
}
