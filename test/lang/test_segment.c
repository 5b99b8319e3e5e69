/* segment: words and sentence ends of news text, by rules alone. */
#include "support/support.h"

#include "lang/lang.h"
#include "lang/segment.h"

#include <string.h>

/* Words joined by '|', sentences by '#', paragraphs by '##'. */
static plx_str cut(plx_arena *a, plx_str text) {
    plx_account account = {.text = text};
    plx_annotation an;
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, a, &an);
    plx_str out = PLX_S("");
    for (size_t s = 0; s < an.n_sentences; s++) {
        const plx_sentence *q = &an.sentences[s];
        for (uint32_t i = q->begin; i < q->end; i++) {
            plx_str before = i == 0                            ? PLX_S("")
                             : i > q->begin                    ? PLX_S("|")
                             : an.sentences[s].paragraph_start ? PLX_S("##")
                                                               : PLX_S("#");
            out = plx_str_cat(a, plx_str_cat(a, out, before), an.tokens[i].form);
        }
    }
    return out;
}

static const struct {
    const char *text, *words;
} cases[] = {
    /* contractions and possessives */
    {"She didn't, he can't; I'm sure they'll say it's Roe's.",
     "She|did|n't|,|he|ca|n't|;|I|'m|sure|they|'ll|say|it|'s|Roe|'s|."},
    {"It\u2019s the owners\u2019 fault, and they cannot pay.",
     "It|\u2019s|the|owners|\u2019|fault|,|and|they|can|not|pay|."},
    /* titles, initials, abbreviations */
    {"Gov. Jane Q. Roe met Mr. Doe. They left.", "Gov.|Jane|Q.|Roe|met|Mr.|Doe|.#They|left|."},
    {"He works for Acme Inc. The firm is old.", "He|works|for|Acme|Inc.#The|firm|is|old|."},
    {"The U.S. Senate met at 5 p.m. on Oct. 7, 2023.",
     "The|U.S.|Senate|met|at|5|p.m.|on|Oct.|7|,|2023|."},
    {"It began at 1:30 a.m. Officers came at 5 p.m. Monday.",
     "It|began|at|1:30|a.m.#Officers|came|at|5|p.m.|Monday|."},
    {"Bus No. 7 came. No. It did not.", "Bus|No.|7|came|.#No|.#It|did|not|."},
    /* quotation marks behind the full stop */
    {"\u201CWe won.\u201D They danced. \"Why?\" he asked.",
     "\u201C|We|won|.|\u201D#They|danced|.#\"|Why|?|\"|he|asked|."},
    /* blanks that scrapers lost */
    {"It was Boroda.During the meeting he spoke.", "It|was|Boroda|.#During|the|meeting|he|spoke|."},
    {"That was in 2023.Then it closed.", "That|was|in|2023|.#Then|it|closed|."},
    /* dashes, hyphens, ellipses */
    {"The 29-year-old Russian-Israeli man\u2014a guard\u2014said... nothing.",
     "The|29|-|year|-|old|Russian|-|Israeli|man|\u2014|a|guard|\u2014|said|...|nothing|."},
    {"Ex-members of the anti-war group e-mailed us.",
     "Ex-members|of|the|anti-war|group|e-mailed|us|."},
    /* numbers, money, addresses, handles */
    {"It cost $1,200.50 (up 3.5%), or US$5m.", "It|cost|$|1,200.50|(|up|3.5|%|)|,|or|US$|5|m|."},
    {"Write to desk@example.org or see https://example.org/a?b=1, @newsdesk.",
     "Write|to|desk@example.org|or|see|https://example.org/a?b=1|,|@newsdesk|."},
    {"The 20th, in the 1970s, at 10:30.", "The|20th|,|in|the|1970s|,|at|10:30|."},
    {"AT&T and/or others...", "AT&T|and|/|or|others|..."},
    /* paragraphs and filled lines */
    {"First line\n\nSecond line.", "First|line##Second|line|."},
    {"One item\nAnother item", "One|item##Another|item"},
    {"The council of the town had met on Monday to talk of the\nbridge over the river, which had "
     "been closed since the\nflood of last spring.",
     "The|council|of|the|town|had|met|on|Monday|to|talk|of|the|bridge|over|the|river|,|which|had|"
     "been|closed|since|the|flood|of|last|spring|."},
    {"", ""},
    {" \n\t ", ""},
};

static void test_words(void **state) {
    plx_arena *a = *state;
    for (size_t i = 0; i < PLX_COUNT(cases); i++) {
        assert_str(cut(a, plx_str_of(cases[i].text)), cases[i].words);
    }
}

static void test_dropped(void **state) {
    plx_arena *a = *state;
    plx_str text = PLX_S("The bridge is shut SHARE THIS The mayor spoke.");
    plx_dropped dropped = {{19, 30}, PLX_S("share line")};
    plx_account account = {.text = text, .dropped = &dropped, .n_dropped = 1};
    plx_annotation an;
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, a, &an);
    assert_int_equal(an.n_sentences, 2);
    assert_int_equal(an.n_tokens, 8);
    for (size_t i = 0; i < an.n_tokens; i++) {
        assert_int_equal(plx_span_overlap(an.tokens[i].span, dropped.span), 0);
    }
}

/* Every byte that is no blank belongs to exactly one word, whatever the text. */
static void test_cover(void **state) {
    plx_arena *a = *state;
    static const char *const texts[] = {
        "''Odd'' `quotes' -- \"and\" <<more>> :) ;-) #tag #1 w/o 'tis '90s rock'n'roll",
        ("\xC3\x89lan \xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82, "
         "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE4\xBD\xA0\xE5\xA5\xBD\xE3\x80\x82 \xF0\x9F\x98\x80!"),
        "a.b.c. ... .5 5. -5 +3 1,2,3 1/2/2003 12-13 555-1234 (((x))) ***",
    };
    for (size_t k = 0; k < PLX_COUNT(texts); k++) {
        plx_account account = {.text = plx_str_of(texts[k])};
        plx_words w;
        plx_lang__words(&account, a, &w);
        size_t at = 0;
        for (size_t i = 0; i < w.n; i++) {
            for (; at < w.p[i].span.begin; at++) {
                assert_int_equal(texts[k][at], ' ');
            }
            assert_true(w.p[i].span.end > at);
            at = w.p[i].span.end;
        }
        assert_int_equal(at, strlen(texts[k]));
    }
}

static void test_long(void **state) { /* no end in sight: cut, in linear time */
    plx_arena *a = *state;
    size_t n = 400000;
    char *p = plx_arena_alloc(a, n, 1);
    for (size_t i = 0; i < n; i++) {
        p[i] = i % 2 ? ' ' : 'x';
    }
    plx_account account = {.text = plx_str_n(p, n)};
    plx_annotation an;
    plx_lang_annotate(NULL, &account, PLX_LANG_ACCURATE, a, &an);
    assert_int_equal(an.n_tokens, n / 2);
    for (size_t i = 0; i < an.n_sentences; i++) {
        assert_true(an.sentences[i].end - an.sentences[i].begin <= PLX_LANG_MAX_WORDS);
    }
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)
    const struct CMUnitTest tests[] = {TEST(test_words), TEST(test_dropped), TEST(test_cover),
                                       TEST(test_long)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
