/* base's readers of bytes: UTF-8 forwards and backwards, folding, numbers, JSON strings. What is
 * checked are the promises of their headers. */
#include "fuzz.h"

#include "base/json.h"
#include "base/utf8.h"

static void check(void *ctx) {
    plx_str s = *(plx_str *)ctx;
    plx_arena arena;
    plx_arena_init(&arena, 64 * PLX_MIB);
    size_t valid = plx_utf8_validate(s);
    PLX_ASSERT(valid <= s.n);
    size_t n_next = 0, n_prev = 0;
    for (size_t i = 0; i < valid; n_next++) {
        size_t before = i;
        uint32_t cp = plx_utf8_next(s, &i);
        char bytes[4];
        PLX_ASSERT(plx_utf8_encode(cp, bytes) == i - before);
        PLX_ASSERT(memcmp(bytes, s.p + before, i - before) == 0);
        (void)plx_cp_is_alnum(plx_cp_lower(plx_cp_upper(cp)));
    }
    plx_str head = plx_str_slice(s, 0, valid);
    for (size_t i = valid; i > 0; n_prev++) plx_utf8_prev(head, &i);
    PLX_ASSERT(n_next == n_prev && n_next == plx_utf8_count(head));
    for (size_t i = 0; i < s.n;) plx_utf8_next(s, &i);
    plx_str folded = plx_str_fold(&arena, s);
    PLX_ASSERT(plx_utf8_validate(folded) == folded.n);
    int64_t integer;
    double number;
    (void)plx_str_to_i64(s, &integer);
    (void)plx_str_to_f64(s, &number);
    plx_buf out;
    plx_buf_init(&out, &arena, SIZE_MAX);
    plx_json_escape(&out, head);
    PLX_ASSERT(!out.overflow && out.n >= head.n + 2);
    plx_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > 100000) return -1;
    plx_str s = plx_str_n((const char *)data, size);
    plx_err code = plx_guard(check, &s, NULL);
    PLX_ASSERT(code == PLX_OK);
    return 0;
}
