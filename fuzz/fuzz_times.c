/* Any text: times and figures stay within it and in order. The first byte picks the account's date.
 */
#include "fuzz.h"

#include "base/calendar.h"
#include "base/utf8.h"
#include "find/find.h"
#include "lang/lang.h"

typedef struct job {
    plx_account account;
    plx_str published;
    plx_arena *arena;
} job;

static void check(const plx_annotation *an) {
    plx_str text = an->account->text;
    uint32_t before = 0;
    for (size_t i = 0; i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        PLX_ASSERT(t->span.begin < t->span.end && t->span.end <= text.n);
        PLX_ASSERT(t->span.begin >= before && t->begin <= t->end && t->end <= an->n_tokens);
        PLX_ASSERT(t->value.n > 0 && (!t->has_days || t->first_day <= t->last_day));
        before = t->span.end;
    }
    for (size_t i = 0; i < an->n_figures; i++) {
        const plx_figure *f = &an->figures[i];
        PLX_ASSERT(f->span.begin < f->span.end && f->span.end <= text.n);
        PLX_ASSERT(f->of_span.begin <= f->of_span.end && f->of_span.end <= text.n);
        PLX_ASSERT(f->begin <= f->end && f->end <= an->n_tokens);
        PLX_ASSERT(!(f->low > f->high));
    }
}

static void work(void *ctx) {
    job *j = ctx;
    plx_annotation an = {0};
    plx_find_context context = {.published = j->published};
    plx_lang_annotate(NULL, &j->account, PLX_LANG_ACCURATE, j->arena, &an);
    plx_find_times(&an, &context, j->arena);
    plx_find_figures(&an, j->arena);
    check(&an);
    an.sentences = NULL; /* and without sentences and tokens */
    an.n_sentences = an.n_tokens = 0;
    plx_find_times(&an, &context, j->arena);
    plx_find_figures(&an, j->arena);
    check(&an);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const dates[] = {"2031-05-09", "", "2000-02-29T23:59:59Z", "1001-01-01"};
    if (size < 1 || size > 1 << 16) return -1;
    plx_str text = {(const char *)data + 1, size - 1};
    if (plx_utf8_validate(text) < text.n) return -1;
    plx_arena arena;
    plx_arena_init(&arena, 512 * PLX_MIB);
    job j = {
        .account = {.text = text}, .published = plx_str_of(dates[data[0] % 4]), .arena = &arena};
    plx_dropped drop = {.span = {(uint32_t)(text.n / 3), (uint32_t)(text.n / 2)}};
    while (drop.span.begin > 0 && (text.p[drop.span.begin] & 0xC0) == 0x80) drop.span.begin--;
    while (drop.span.end < text.n && (text.p[drop.span.end] & 0xC0) == 0x80) drop.span.end++;
    if (data[0] & 4 && drop.span.begin < drop.span.end) {
        j.account.dropped = &drop;
        j.account.n_dropped = 1;
    }
    plx_error err;
    plx_err code = plx_guard(work, &j, &err);
    PLX_ASSERT(code == PLX_OK || code == PLX_LIMIT);
    plx_arena_release(&arena);
    return 0;
}
