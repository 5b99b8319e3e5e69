/* Hands bytes to plx_read_memory under a name and checks what every account must keep to. For the
 * fuzz targets of read. */
#ifndef PLX_FUZZ_READ_INPUT_H
#define PLX_FUZZ_READ_INPUT_H

#include "fuzz.h"

#include "base/utf8.h"
#include "read/read.h"

static plx_arena *input_arena(void *ctx) { return ctx; }

static void check_string(plx_str s) {
    PLX_ASSERT(plx_utf8_validate(s) == s.n);
    PLX_ASSERT(plx_str_find_char(s, '\0', 0) == SIZE_MAX);
}

static bool check_account(void *ctx, const plx_account *a) {
    static plx_read_seen *seen; /* for the addresses that it takes apart */
    (void)ctx;
    seen = seen ? seen : plx_read_seen_new();
    if (seen) (void)plx_read_seen_before(seen, a);
    check_string(a->path);
    check_string(a->text);
    check_string(a->title);
    check_string(a->source);
    check_string(a->url);
    check_string(a->published);
    check_string(a->section);
    check_string(a->language);
    for (size_t i = 0; i < a->n_authors; i++) check_string(a->authors[i]);
    for (size_t i = 0; i < a->n_evidence; i++) check_string(a->evidence[i].from);
    uint32_t last = 0;
    for (size_t i = 0; i < a->n_dropped; i++) {
        plx_span s = a->dropped[i].span;
        PLX_ASSERT(s.begin >= last && s.end > s.begin && s.end <= a->text.n && a->dropped[i].why.n);
        check_string(plx_str_at(a->text, s));
        last = s.end;
    }
    return true;
}

static void no_report(void *ctx, plx_str path, const plx_error *why, bool named) {
    (void)ctx;
    (void)named;
    check_string(path);
    PLX_ASSERT(why->code != PLX_OK && why->msg[0]);
}

static int read_input(const char *name, const uint8_t *data, size_t size) {
    if (size >= 5 && memcmp(data, "%PDF-", 5) == 0) return 0; /* goes to another program */
    plx_arena arena;
    plx_arena_init(&arena, 512 * PLX_MIB);
    plx_read_sink sink = {
        .ctx = &arena, .arena = input_arena, .account = check_account, .failed = no_report};
    plx_read_options options = plx_read_defaults();
    options.max_account_bytes = 8 * PLX_MIB;
    options.max_expanded_bytes = 64 * PLX_MIB;
    plx_err e =
        plx_read_memory(plx_str_of(name), plx_str_n((const char *)data, size), &options, &sink);
    PLX_ASSERT(e == PLX_OK);
    plx_arena_release(&arena);
    return 0;
}

#endif
