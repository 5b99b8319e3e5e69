/* Times: what is read and what it is resolved to. The accounts of these tests are of Friday,
 * 9 May 2031, unless they say otherwise. */
#include "annotated.h"

#include "base/calendar.h"
#include "find/words.h"

#define PUBLISHED "2031-05-09"

/* Every time of `text`: "span=value" joined with "; ". */
static void check_at(plx_arena *arena, const char *published, const char *text,
                     const char *expected) {
    annotated a;
    const plx_annotation *an = annotate_text(arena, &a, text, published);
    char got[1000] = "";
    size_t n = 0;
    for (size_t i = 0; i < an->n_times; i++) {
        plx_str span = plx_str_at(a.account.text, an->times[i].span);
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s=%.*s", n ? "; " : "", PLX_FMT(span),
                              PLX_FMT(an->times[i].value));
        if (n >= sizeof got) fail_msg("too many times in: %s", text);
    }
    if (strcmp(got, expected) != 0) {
        fail_msg("in: %s\n   expected: %s\n   found:    %s", text, expected, got);
    }
}

static void check(void **state, const char *text, const char *expected) {
    check_at(*state, PUBLISHED, text, expected);
}

static void dates(void **state) {
    check(state, "The dam broke on March 3, 2029.", "March 3, 2029=2029-03-03");
    check(state, "The dam broke on 3 March 2029.", "3 March 2029=2029-03-03");
    check(state, "The dam broke on the 3rd of March.", "the 3rd of March=2031-03-03");
    check(state, "It opened on Tuesday, Oct. 15, 2030, in Lerwick.",
          "Tuesday, Oct. 15, 2030=2030-10-15");
    check(state, "It opened in October 2030.", "October 2030=2030-10");
    check(state, "It opened in October of last year.", "October of last year=2030-10");
    check(state, "It opened in 1987.", "1987=1987");
    check(state, "Filed 2029-11-30 by the clerk.", "2029-11-30=2029-11-30");
    check(state, "They met from March 3-5 in Oslo.", "March 3=2031-03-03; 5=2031-03-05");
    check(state, "The war of 1950-53 was cold.", "1950=1950; 53=1953");
    check(state, "It rose in mid-January.", "mid-January=2031-01");
    check(state, "By the end of November 2030 all had left.", "the end of November 2030=2030-11");
}

static void periods_compared(void **state) {
    check(state, "Net rose to $5 in the third quarter from $3 in the same period last year.",
          "the third quarter=2030-Q3; the same period last year=2029-Q3");
    check(state, "In the third quarter sales rose, unlike last year's quarter.",
          "the third quarter=2030-Q3; last year's quarter=2029-Q3");
    check(state, "It earned $5, up from $3 a year earlier. Sales were $2 a year earlier.",
          "a year earlier=2030; a year earlier=2030");
}

static void put_off(void **state) {
    check(state, "The court postponed the hearing until Tuesday.", "Tuesday=2031-05-13");
    check(state, "The ferry is to resume its runs on Tuesday.", "Tuesday=2031-05-13");
    check(state, "They were planning to march on Monday.", "Monday=2031-05-12");
    check(state, "They waited for months; days of talks were hard.", "months=PXM");
}

static void not_dates(void **state) {
    check(state, "She may march if Theresa May asks.", "");
    check(state, "She wrote for COAST TODAY and Harbour Today.", "");
    check(state, "Some 2000 people came.", "");
    check(state, "They paid $1999 for it.", "");
    check(state, "The spring broke and they fall often.", "");
    check(state, "He was the second man on the list.", "");
    check(state, "Call 555-1234 or see 192.168.1.2 now and then.", "now=PRESENT_REF");
}

static void order_of_day_and_month(void **state) {
    annotated a;
    const plx_annotation *an = annotate_text(*state, &a, "Seen on 04/05/2030.", PUBLISHED);
    assert_int_equal(an->n_times, 1);
    assert_str(an->times[0].value, "2030-04-05");
    assert_true(an->times[0].ambiguous);
    an = annotate_text(*state, &a, "Seen on 04/05/2030 and on 23/05/2030.", PUBLISHED);
    assert_int_equal(an->n_times, 2);
    assert_str(an->times[0].value, "2030-05-04");
    assert_str(an->times[1].value, "2030-05-23");
    assert_false(an->times[1].ambiguous);
}

static void weekdays(void **state) {
    check(state, "The mayor spoke on Wednesday.", "Wednesday=2031-05-07");
    check(state, "The mayor spoke on Friday.", "Friday=2031-05-09");
    check(state, "The mayor will speak on Wednesday.", "Wednesday=2031-05-14");
    check(state, "The mayor spoke Wednesday evening.", "Wednesday evening=2031-05-07TEV");
    check(state, "The hearing is set to resume Monday in Bern.", "Monday=2031-05-12");
    check(state, "Last Friday the mayor spoke.", "Last Friday=2031-05-02");
    check(state, "It meets every Tuesday.", "every Tuesday=XXXX-WXX-2");
    check(state, "A storm hit early Sunday morning.", "early Sunday morning=2031-05-04TMO");
}

static void nearness(void **state) {
    check(state, "It fell yesterday and rises tomorrow.",
          "yesterday=2031-05-08; tomorrow=2031-05-10");
    check(state, "It began this morning, after last night.",
          "this morning=2031-05-09TMO; last night=2031-05-08TNI");
    check(state, "Prices rose last month and last year.", "last month=2031-04; last year=2030");
    check(state, "Prices will rise next week.", "next week=2031-W20");
    check(state, "He left earlier this year.", "earlier this year=2031");
    check(state, "It happened two days ago.", "two days ago=2031-05-07");
    check(state, "It happened three years ago.", "three years ago=2028");
    check(state, "It is now cheaper.", "now=PRESENT_REF");
}

static void told_of_another_time(void **state) {
    check(state, "The raid was on August 12, 2029. She was freed the following month.",
          "August 12, 2029=2029-08-12; the following month=2029-09");
    check(state, "He died on August 12, 2029, two months later the firm closed.",
          "August 12, 2029=2029-08-12; two months later=2029-10");
    check(state, "He died on August 12, 2029. The next day the firm closed.",
          "August 12, 2029=2029-08-12; The next day=2029-08-13");
}

static void months_without_a_year(void **state) {
    check(state, "She was freed in February.", "February=2031-02");
    check(state, "She was freed in November.", "November=2030-11");
    check(state, "The court will rule in November.", "November=2031-11");
    check(state, "The court ruled on Dec. 20.", "Dec. 20=2030-12-20");
}

static void durations(void **state) {
    check(state, "He was held for 498 days.", "498 days=P498D");
    check(state, "It took two and a half years.", "two and a half years=P2Y6M");
    check(state, "It took more than six decades.", "more than six decades=P60Y");
    check(state, "A two-day meeting took half an hour.", "two-day=P2D; half an hour=PT30M");
    check(state, "Sales fell in the first nine months.", "the first nine months=P9M");
    check(state, "Sales fell over the past two years.", "the past two years=P2Y");
    check(state, "It took several weeks.", "several weeks=PXW");
    check(state, "A 29-year-old woman left.", "");
}

static void quarters_seasons_decades(void **state) {
    check(state, "Sales fell in the third quarter of 2030.", "the third quarter of 2030=2030-Q3");
    check(state, "Sales fell in last year's third quarter.", "last year's third quarter=2030-Q3");
    check(state, "They met in the summer of 2028.", "the summer of 2028=2028-SU");
    check(state, "They met last summer.", "last summer=2030-SU");
    check(state, "They met in the late 1990s.", "the late 1990s=199");
    check(state, "A church of the 12th century stood there.", "the 12th century=11");
    check(state, "They met on Christmas Eve.", "Christmas Eve=2030-12-24");
    check(state, "They met at Easter.", "Easter=2031-04-13");
}

static void clocks(void **state) {
    check(state, "The blast came at 1:27 a.m. Sunday.", "1:27 a.m. Sunday=2031-05-04T01:27");
    check(state, "Doors open at 7 p.m. on the square.", "7 p.m.=2031-05-09T19:00");
    check(state, "It began at noon.", "noon=2031-05-09T12:00");
    check(state, "They won 3-2 at 2:1 odds.", "");
}

static void without_a_date(void **state) {
    plx_arena *arena = *state;
    check_at(arena, NULL, "The mayor spoke on Wednesday.", "Wednesday=XXXX-WXX-3");
    check_at(arena, NULL, "The mayor spoke yesterday.", "yesterday=PAST_REF");
    check_at(arena, NULL, "The mayor spoke on May 3.", "May 3=XXXX-05-03");
    check_at(arena, NULL, "The mayor spoke on May 3, 2031.", "May 3, 2031=2031-05-03");
    check_at(arena, "nonsense", "The mayor spoke last week.", "last week=PAST_REF");
}

static void days_flags_and_mods(void **state) {
    annotated a;
    const plx_annotation *an =
        annotate_text(*state, &a, "It rose in early June and for nearly two years.", PUBLISHED);
    assert_int_equal(an->n_times, 2);
    assert_str(an->times[0].mod, "START");
    assert_true(an->times[0].has_days && an->times[0].relative);
    assert_int_equal(an->times[0].last_day - an->times[0].first_day, 29);
    assert_int_equal(an->times[1].type, PLX_DURATION);
    assert_str(an->times[1].mod, "LESS_THAN");
    assert_false(an->times[1].has_days);
    /* Another date replaces what was found. */
    plx_annotation again = *an;
    plx_find_context context = {.published = PLX_S("2020-01-05")};
    plx_find_times(&again, &context, *state);
    assert_int_equal(again.n_times, 2);
    assert_str(again.times[0].value, "2019-06");
}

static bool same_times(const plx_annotation *a, const plx_annotation *b) {
    bool same = a->n_times == b->n_times;
    for (size_t i = 0; same && i < a->n_times; i++) {
        const plx_timex *x = &a->times[i], *y = &b->times[i];
        same = plx_span_eq(x->span, y->span) && plx_str_eq(x->value, y->value) &&
               x->type == y->type && x->has_days == y->has_days && x->relative == y->relative &&
               x->first_day == y->first_day && x->last_day == y->last_day;
    }
    return same;
}

static void read_once_resolved_often(void **state) {
    static const char text[] =
        "The dam broke on Tuesday. Two days later, on March 3-5, the valley was cleared.\n\n"
        "It had rained since late February and for nearly two weeks. That month was the wettest "
        "since 1950-53, and last year's spring the driest. By 9 p.m. on Friday the road was open; "
        "in the third quarter it will close again, until the following June.";
    static const char *const dates[] = {NULL, "2031-05-09", "2020-01-05", "1999-12-31T23:00:00Z"};
    annotated a;
    (void)annotate_text(*state, &a, text, NULL);
    plx_times_reader *reader = plx_find_times_read(&a.an, *state);
    for (size_t i = 0; i < PLX_COUNT(dates); i++) {
        plx_find_context context = {plx_str_of(dates[i])};
        plx_annotation want = a.an, got = a.an;
        plx_find_times(&want, &context, *state);
        plx_find_times_resolve(reader, &got, &context, *state);
        assert_true(want.n_times > 5 && same_times(&want, &got));
        plx_annotation all = a.an, again = a.an;
        plx_find_all(&again, NULL, *state);
        plx_find_again(&again, &context, *state);
        plx_find_all(&all, &context, *state);
        assert_true(same_times(&all, &again));
        assert_int_equal(all.n_figures, again.n_figures);
        assert_int_equal(all.n_mentions, again.n_mentions);
        assert_int_equal(all.n_events, again.n_events);
    }
}

static void dropped_text_is_not_read(void **state) {
    annotated a = {.account = {.text = PLX_S("Read more 3 March 2029 here. It was in 1987.")}};
    plx_dropped drop = {.span = {0, 27}, .why = PLX_S("share line")};
    a.account.dropped = &drop;
    a.account.n_dropped = 1;
    annotated_job job = {&a, *state, PUBLISHED};
    plx_error err;
    assert_int_equal(plx_guard(annotated_run, &job, &err), PLX_OK);
    assert_int_equal(a.an.n_times, 1);
    assert_str(a.an.times[0].value, "1987");
}

static void words_are_sorted(void **state) {
    (void)state;
    size_t n;
    const plx_word *w = plx_find__words(&n);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(strlen(w[i].text), w[i].n);
        if (i > 0 && strcmp(w[i - 1].text, w[i].text) >= 0) fail_msg("%s stands wrong", w[i].text);
        assert_ptr_equal(plx_find__word(plx_str_of(w[i].text)), &w[i]);
    }
    assert_null(plx_find__word(PLX_S("zebra")));
}

/* What must stay linear: texts that make every rule look ahead as far as it can. */
static void pathological(void **state) {
    static const char *const parts[] = {"the last two ",  "1-",         "March ", "half a ",
                                        "2031-05-09T10 ", "and a half "};
    enum { SIZE = 1 << 18 };
    for (size_t k = 0; k < PLX_COUNT(parts); k++) {
        size_t n = strlen(parts[k]);
        char *text = plx_arena_alloc(*state, SIZE + 1, 1);
        for (size_t i = 0; i < SIZE; i++) text[i] = parts[k][i % n];
        text[SIZE] = '\0';
        annotated a;
        annotate_text(*state, &a, text, PUBLISHED);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(dates),
        TEST(periods_compared),
        TEST(put_off),
        TEST(not_dates),
        TEST(order_of_day_and_month),
        TEST(weekdays),
        TEST(nearness),
        TEST(told_of_another_time),
        TEST(months_without_a_year),
        TEST(durations),
        TEST(quarters_seasons_decades),
        TEST(clocks),
        TEST(without_a_date),
        TEST(days_flags_and_mods),
        TEST(read_once_resolved_often),
        TEST(dropped_text_is_not_read),
        TEST(words_are_sorted),
        TEST(pathological),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
