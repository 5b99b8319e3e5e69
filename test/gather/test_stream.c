/* stream: one run is several runs, damage is noticed, late arrivals find their story. */
#include "support/support.h"

#include "gather/stream.h"

#include <stdlib.h>

/* Made-up accounts: event e in words of its own and words of every day, told in several ways. */
static plx_str account_of(plx_arena *a, unsigned event, unsigned telling) {
    static const char *const places[] = {"Carrick", "Wexham", "Ellery", "Ostrow", "Lindby"};
    static const char *const things[] = {"ferry", "bridge", "school", "factory", "museum"};
    static const char *const people[] = {"Pell", "Calder", "Rudd",  "Hobb",
                                         "Venn", "Marsh",  "Thorne"};
    plx_buf b;
    plx_buf_init(&b, a, 4000);
    const char *place = places[event % 5], *thing = things[event / 5 % 5];
    const char *one = people[event % 7], *two = people[(event / 7 + 3) % 7];
    plx_buf_printf(&b, "The %s of %s was on fire on March %u, the mayor said. ", thing, place,
                   event % 28 + 1);
    plx_buf_printf(&b, "In %s, %s%u %s spoke of number %u and of Lake%u. ", place, one, event, two,
                   event * 37 + 11, event);
    for (unsigned i = 0; i < 12; i++)
        plx_buf_printf(&b, "Word%u stood beside %s%u. ", (telling * 31 + i * 7) % 97, one, event);
    return plx_buf_str(&b);
}

static void feed(plx_stream *s, plx_arena *a, unsigned from, unsigned to) {
    for (unsigned i = from; i < to; i++) {
        unsigned event = i * 13 % 60;
        int32_t day = 20000 + (int32_t)(event / 3);
        plx_stream_add(s, PLX_S(""), account_of(a, event, i), day);
    }
}

static plx_stream *again(plx_arena *a, const plx_stream *s) {
    plx_buf b;
    plx_buf_init(&b, a, 100 * PLX_MIB);
    plx_stream_encode(s, &b);
    plx_stream *out = NULL;
    plx_error err;
    assert_int_equal(plx_stream_decode(plx_buf_str(&b), NULL, &out, &err), PLX_OK);
    return out;
}

static void test_one_run_is_several(void **state) {
    plx_arena *a = *state;
    plx_stream_options o = {.max_live = 40};
    plx_stream *one = plx_stream_new(&o), *several = plx_stream_new(&o);
    feed(one, a, 0, 400);
    feed(several, a, 0, 90);
    for (unsigned at = 90; at < 400; at += 62) {
        plx_stream *next = again(a, several);
        plx_stream_free(several);
        several = next;
        feed(several, a, at, PLX_MIN(at + 62, 400));
    }
    assert_int_equal(plx_stream_n_accounts(one), 400);
    assert_int_equal(plx_stream_n_accounts(several), 400);
    assert_true(plx_stream_n_live(one) <= 40);
    assert_int_equal(plx_stream_n_stories(one), plx_stream_n_stories(several));
    for (uint32_t i = 0; i < 400; i++)
        assert_int_equal(plx_stream_story(one, i), plx_stream_story(several, i));
    plx_stream_free(one);
    plx_stream_free(several);
}

static void test_events_apart_and_together(void **state) {
    plx_arena *a = *state;
    plx_stream *s = plx_stream_new(NULL);
    feed(s, a, 0, 300);
    size_t wrong = 0;
    for (uint32_t i = 0; i < 300; i++)
        for (uint32_t j = 0; j < i; j++) {
            bool same = i * 13 % 60 == j * 13 % 60;
            wrong += same != (plx_stream_story(s, i) == plx_stream_story(s, j));
        }
    assert_true(wrong == 0);
    /* A late one of an early event finds its story. */
    uint32_t late = plx_stream_add(s, PLX_S(""), account_of(a, 26, 999), 20008);
    assert_int_equal(plx_stream_story(s, late), plx_stream_story(s, 2));
    assert_true(plx_stream_last_score(s) > 0.0);
    plx_stream_free(s);
}

static void test_damage(void **state) {
    plx_arena *a = *state;
    plx_stream *s = plx_stream_new(NULL), *out = NULL;
    feed(s, a, 0, 4);
    plx_buf b;
    plx_buf_init(&b, a, PLX_MIB);
    plx_stream_encode(s, &b);
    plx_stream_free(s);
    char *copy = plx_arena_alloc(a, b.n, 1);
    plx_error err;
    for (size_t n = 0; n < b.n; n++)
        assert_int_not_equal(plx_stream_decode(plx_str_n(b.p, n), NULL, &out, &err), PLX_OK);
    for (size_t i = 0; i < b.n; i++) {
        memcpy(copy, b.p, b.n);
        copy[i] = (char)(copy[i] ^ 0x40);
        assert_int_not_equal(plx_stream_decode(plx_str_n(copy, b.n), NULL, &out, &err), PLX_OK);
    }
    assert_null(out);
}

static plx_str saved;

static void fail_once(void *ctx, plx_arena *arena) {
    (void)ctx;
    plx_stream *out = NULL;
    plx_error err;
    plx_err code = plx_stream_decode(saved, NULL, &out, &err);
    if (code != PLX_OK) plx_throw(code, 0, "%s", err.msg);
    plx_arena_defer(arena, (void (*)(void *))(void (*)(void))plx_stream_free, out);
    plx_buf b;
    plx_buf_init(&b, arena, PLX_MIB);
    plx_stream_encode(out, &b);
    assert_int_equal(b.n, saved.n);
}

static void test_memory(void **state) {
    plx_arena *a = *state;
    plx_stream *s = plx_stream_new(NULL);
    feed(s, a, 0, 8);
    plx_buf b;
    plx_buf_init(&b, a, PLX_MIB);
    plx_stream_encode(s, &b);
    plx_stream_free(s);
    saved = plx_buf_str(&b);
    assert_true(plx_test_fail_each(fail_once, NULL, 200) > 0);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {T(test_one_run_is_several),
                                       T(test_events_apart_and_together), T(test_damage),
                                       T(test_memory)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
