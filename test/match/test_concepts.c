/* Words that reports use for one thing, and words that exclude one another. */
#include "base/hash.h"
#include "match/concepts.h"
#include "match/stems.h"

#include "support/support.h"

static plx_arena arena;

static uint32_t place(const char *word) {
    plx_stemmer *s = plx_stemmer_make(&arena);
    return plx_concept_of((uint32_t)plx_hash_str(plx_stem(s, plx_str_of(word))));
}

static plx_concept_relation relate(const char *a, const char *b) {
    plx_concept_relation there = plx_concept_relate(place(a), place(b));
    assert_int_equal(there, plx_concept_relate(place(b), place(a)));
    return there;
}

static void test_relations(void **state) {
    (void)state;
    plx_arena_init(&arena, PLX_MIB);
    assert_int_equal(relate("free", "release"), PLX_CONCEPT_SAME);
    assert_int_equal(relate("skipper", "captain"), PLX_CONCEPT_SAME);
    assert_int_equal(relate("abducted", "kidnapping"), PLX_CONCEPT_SAME);
    assert_int_equal(relate("mother", "father"), PLX_CONCEPT_OPPOSED);
    assert_int_equal(relate("killed", "wounded"), PLX_CONCEPT_OPPOSED);
    assert_int_equal(relate("rise", "fall"), PLX_CONCEPT_OPPOSED);
    assert_int_equal(relate("ferry", "election"), PLX_CONCEPT_NONE);
    assert_int_equal(relate("mother", "mother"), PLX_CONCEPT_SAME);
    plx_arena_release(&arena);
}

static void test_unknown(void **state) {
    (void)state;
    plx_arena_init(&arena, PLX_MIB);
    assert_int_equal(place("zxqvbl"), PLX_NONE);
    assert_int_equal(plx_concept_relate(PLX_NONE, PLX_NONE), PLX_CONCEPT_NONE);
    assert_int_equal(plx_concept_relate(place("mother"), PLX_NONE), PLX_CONCEPT_NONE);
    plx_arena_release(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_relations),
                                       cmocka_unit_test(test_unknown)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
