#include "annotated.h"

#include <math.h>

/* Every figure of `text`: "value[low..high]~ unit" joined with "; ". */
static void check(void **state, const char *text, const char *expected) {
    annotated a;
    const plx_annotation *an = annotate_text(*state, &a, text, "2031-05-09");
    char got[1000] = "";
    size_t n = 0;
    for (size_t i = 0; i < an->n_figures; i++) {
        const plx_figure *f = &an->figures[i];
        n += (size_t)snprintf(got + n, sizeof got - n, "%s", n ? "; " : "");
        if (f->value == f->low && f->value == f->high) {
            n += (size_t)snprintf(got + n, sizeof got - n, "%.10g", f->value);
        } else if (!isnan(f->value)) {
            n += (size_t)snprintf(got + n, sizeof got - n, "%s%.10g", isnan(f->low) ? "<" : ">",
                                  f->value);
        } else {
            n += (size_t)snprintf(got + n, sizeof got - n, "%.10g..%.10g", f->low, f->high);
        }
        n += (size_t)snprintf(got + n, sizeof got - n, "%s%s%.*s", f->approximate ? "~" : "",
                              f->unit.n ? " " : "", PLX_FMT(f->unit));
        if (n >= sizeof got) fail_msg("too many figures in: %s", text);
    }
    if (strcmp(got, expected) != 0) {
        fail_msg("in: %s\n   expected: %s\n   found:    %s", text, expected, got);
    }
}

static void counts(void **state) {
    check(state, "The flood killed 1,200 people.", "1200 person");
    check(state, "Police held 59 Norwegian sailors.", "59 sailor");
    check(state, "They freed three women and two men.", "3 woman; 2 man");
    check(state, "Twenty-eight ships sank.", "28 ship");
    check(state, "Two hundred and five cows died.", "205 cow");
    check(state, "A dozen cows died.", "12 cow");
    check(state, "Half a million cows died.", "500000 cow");
    check(state, "It was at least 35 of them.", ">35");
    check(state, "Certain XB56-7 engines failed.", "");
    check(state, "The index fell 2 percent to 31 percent.", "2 percent; 31 percent");
}

static void bounds(void **state) {
    check(state, "More than 1,200 people came.", ">1200 person");
    check(state, "Some 250 hostages came.", "250~ hostage");
    check(state, "Nearly 2,000 prisoners came.", "<2000~ prisoner");
    check(state, "No more than 40 guests came.", "<40 guest");
    check(state, "As many as 40 guests came.", "<40 guest");
    check(state, "Fewer than 40 guests came.", "<40 guest");
    check(state, "Around 40 percent of guests came.", "40~ percent");
    check(state, "Dozens of guests came.", "12..120~ guest");
    check(state, "Tens of thousands of guests came.", "10000..100000~ guest");
}

static void ranges(void **state) {
    check(state, "Between 18 and 24 boats sank.", "18..24 boat");
    check(state, "It costs $5 to $10 million.", "5000000..10000000 USD");
    check(state, "It grew by 15-22 miles.", "15..22 mile");
    check(state, "Four to five thousand boats sank.", "4000..5000 boat");
    check(state, "It took eight or nine euros.", "8 EUR; 9 EUR");
}

static void money_and_measures(void **state) {
    check(state, "It cost $8bn.", "8000000000 USD");
    check(state, "It cost US$3.5 million a year.", "3500000 USD per year");
    check(state, "It cost 40 million euros.", "40000000 EUR");
    check(state,
          "It cost \xE2\x82\xAC"
          "1,200.",
          "1200 EUR");
    check(state, "It cost 300 Danish crowns.", "300 DKK");
    check(state, "It weighs half a ton.", "0.5 ton");
    check(state, "It weighs 2 1/2 pounds.", "2.5 pound");
    check(state, "It went 90 miles per hour.", "90 mile per hour");
    check(state, "It was -1.3% or minus 5 degrees.", "-1.3 percent; -5 degree");
    check(state, "It holds 54GB in 8-inch discs.", "54 gigabyte; 8 inch");
    check(state, "It pumped 800,000 barrels a day.", "800000 barrel per day");
}

static void ages(void **state) {
    check(state, "A 29-year-old sailor spoke.", "29 year");
    check(state, "Twenty-nine-year-old Maria Lind spoke.", "29 year");
    check(state, "Maria Lind, 29, spoke.", "29 year");
    check(state, "She is 29 years old.", "29 year");
    check(state, "A girl aged 9 spoke.", "9 year");
}

static void fractions(void **state) {
    check(state, "Nearly a third of voters stayed home.", "<0.3333333333~ voter");
    check(state, "Two-thirds of voters stayed home.", "0.6666666667 voter");
    check(state, "Half the voters stayed home.", "0.5 voter");
}

static void durations(void **state) {
    check(state, "He was held for 498 days.", "498 day");
    check(state, "It closed two years ago.", "2 year");
}

static void what_counts_nothing(void **state) {
    check(state, "On May 3, 2031, at 7:15 p.m. it rained.", "");
    check(state, "They won 3-2 and drew 1-1.", "");
    check(state, "Call 555-1234.", "");
    check(state, "She lives at 16 Orchard Street.", "");
    check(state, "See page 5, room 12 and Article 7.", "");
    check(state, "The host 192.168.1.2 runs version 2.", "");
    check(state, "No one saw the second man, the one in red.", "");
    check(state, "The Boeing 737 left from gate 9.", "");
}

static void of_what(void **state) {
    annotated a;
    const plx_annotation *an =
        annotate_text(*state, &a, "Some 59 Norwegian sailors of the fleet left.", "2031-05-09");
    assert_int_equal(an->n_figures, 1);
    assert_str(an->figures[0].of, "Norwegian sailors");
    assert_str(plx_str_at(a.account.text, an->figures[0].of_span), "Norwegian sailors");
    assert_str(plx_str_at(a.account.text, an->figures[0].span), "Some 59 Norwegian sailors");
    assert_true(an->figures[0].begin < an->figures[0].end);
    assert_true(an->figures[0].end <= an->n_tokens);
}

static void pathological(void **state) {
    static const char *const parts[] = {"more than 1 to ",  "$1 - ", "2 or ", "dozens of ",
                                        "one hundred and ", "1/2 "};
    enum { SIZE = 1 << 18 };
    for (size_t k = 0; k < PLX_COUNT(parts); k++) {
        size_t n = strlen(parts[k]);
        char *text = plx_arena_alloc(*state, SIZE + 1, 1);
        for (size_t i = 0; i < SIZE; i++) text[i] = parts[k][i % n];
        text[SIZE] = '\0';
        annotated a;
        annotate_text(*state, &a, text, "2031-05-09");
    }
}

static void fail_one(void *ctx, plx_arena *arena) {
    (void)ctx;
    annotated a = {.account = {.text = PLX_S("On May 3 some 250 people paid $5 to $10 a year.")}};
    annotated_job job = {&a, arena, "2031-05-09"};
    annotated_run(&job);
}

static void each_allocation_failed_once(void **state) {
    (void)state;
    plx_test_fail_each(fail_one, NULL, 10000);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, plx_test_arena_setup, plx_test_arena_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(counts),
        TEST(bounds),
        TEST(ranges),
        TEST(money_and_measures),
        TEST(ages),
        TEST(fractions),
        TEST(durations),
        TEST(what_counts_nothing),
        TEST(of_what),
        TEST(pathological),
        TEST(each_allocation_failed_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
