#include "support/support.h"

#include "base/calendar.h"

static void days_and_back(void **state) {
    (void)state;
    assert_int_equal(plx_days_from_civil(1970, 1, 1), 0);
    assert_int_equal(plx_days_from_civil(2000, 3, 1), 11017);
    assert_int_equal(plx_days_from_civil(1969, 12, 31), -1);
    for (int32_t day = -800000; day < 800000; day += 13) {
        plx_civil c = plx_civil_from_days(day);
        assert_int_equal(plx_days_from_civil(c.year, c.month, c.day), day);
        assert_true(plx_civil_is_valid(c.year, c.month, c.day));
        int32_t year, week;
        plx_iso_week_of(day, &year, &week);
        assert_int_equal(plx_days_from_iso_week(year, week, plx_weekday_of(day)), day);
    }
}

static void weekdays_and_weeks(void **state) {
    (void)state;
    assert_int_equal(plx_weekday_of(0), 4);
    assert_int_equal(plx_weekday_of(plx_days_from_civil(2024, 2, 29)), 4);
    assert_int_equal(plx_weekday_of(-1), 3);
    int32_t year, week;
    plx_iso_week_of(plx_days_from_civil(2021, 1, 3), &year, &week);
    assert_int_equal(year, 2020);
    assert_int_equal(week, 53);
    plx_iso_week_of(plx_days_from_civil(2024, 12, 30), &year, &week);
    assert_int_equal(year, 2025);
    assert_int_equal(week, 1);
}

static void easter_and_months(void **state) {
    (void)state;
    assert_int_equal(plx_easter_of(2018), plx_days_from_civil(2018, 4, 1));
    assert_int_equal(plx_easter_of(2024), plx_days_from_civil(2024, 3, 31));
    assert_int_equal(plx_easter_of(2038), plx_days_from_civil(2038, 4, 25));
    plx_civil c = plx_civil_add_months((plx_civil){2023, 11, 30}, 3);
    assert_int_equal(c.year, 2024);
    assert_int_equal(c.month, 2);
    assert_int_equal(c.day, 29);
    c = plx_civil_add_months((plx_civil){2023, 1, 15}, -13);
    assert_int_equal(c.year, 2021);
    assert_int_equal(c.month, 12);
    assert_int_equal(plx_days_in_month(1900, 2), 28);
    assert_int_equal(plx_days_in_month(2000, 2), 29);
}

static void dates_are_read(void **state) {
    (void)state;
    plx_civil c;
    int32_t hour;
    assert_true(plx_date_parse(PLX_S("2031-05-09T19:05:00Z"), &c, &hour));
    assert_int_equal(c.day, 9);
    assert_int_equal(hour, 19);
    assert_true(plx_date_parse(PLX_S("20310509"), &c, &hour));
    assert_int_equal(c.month, 5);
    assert_int_equal(hour, -1);
    assert_true(plx_date_parse(PLX_S("2031-05"), &c, NULL));
    assert_int_equal(c.day, 1);
    assert_false(plx_date_parse(PLX_S("2031-13-01"), &c, NULL));
    assert_false(plx_date_parse(PLX_S("2031-02-29"), &c, NULL));
    assert_false(plx_date_parse(PLX_S("May 9"), &c, NULL));
    assert_false(plx_date_parse(PLX_S(""), &c, NULL));
}

static void check_days(const char *value, const char *first, const char *last) {
    plx_civil a, b;
    int32_t from, to;
    assert_true(plx_date_parse(plx_str_of(first), &a, NULL));
    assert_true(plx_date_parse(plx_str_of(last), &b, NULL));
    if (!plx_timex_days(plx_str_of(value), &from, &to)) fail_msg("%s has no days", value);
    if (from != plx_days_from_civil(a.year, a.month, a.day) ||
        to != plx_days_from_civil(b.year, b.month, b.day)) {
        fail_msg("%s is not %s to %s", value, first, last);
    }
}

static void values_have_days(void **state) {
    (void)state;
    check_days("2031-05-09", "2031-05-09", "2031-05-09");
    check_days("2031-05-09TEV", "2031-05-09", "2031-05-09");
    check_days("2031-05-09T19:05", "2031-05-09", "2031-05-09");
    check_days("2031-05", "2031-05-01", "2031-05-31");
    check_days("2031", "2031-01-01", "2031-12-31");
    check_days("2024-W01", "2024-01-01", "2024-01-07");
    check_days("2024-W01-WE", "2024-01-06", "2024-01-07");
    check_days("2024-W01-3", "2024-01-03", "2024-01-03");
    check_days("2024-Q2", "2024-04-01", "2024-06-30");
    check_days("2024-H2", "2024-07-01", "2024-12-31");
    check_days("2024-SU", "2024-06-01", "2024-08-31");
    check_days("2024-WI", "2024-12-01", "2025-02-28");
    check_days("199", "1990-01-01", "1999-12-31");
    check_days("199X", "1990-01-01", "1999-12-31");
    check_days("19", "1900-01-01", "1999-12-31");
    static const char *const none[] = {
        "PRESENT_REF", "P3D", "XXXX-WXX-3",  "2031-13",  "2031-02-30", "2031-", "2031-Q5",
        "2031-W54",    "",    "2031-05-09X", "2031-05-", "PXY",        "1999X"};
    for (size_t i = 0; i < PLX_COUNT(none); i++) {
        int32_t from, to;
        if (plx_timex_days(plx_str_of(none[i]), &from, &to)) fail_msg("%s has days", none[i]);
    }
}

static void durations_have_lengths(void **state) {
    (void)state;
    double days;
    assert_true(plx_duration_days(PLX_S("P498D"), &days));
    assert_true(days == 498);
    assert_true(plx_duration_days(PLX_S("PT36H"), &days));
    assert_true(days == 1.5);
    assert_true(plx_duration_days(PLX_S("P2W3D"), &days));
    assert_true(days == 17);
    assert_true(plx_duration_days(PLX_S("P2Y6M"), &days));
    assert_true(days > 912 && days < 914);
    assert_false(plx_duration_days(PLX_S("PXY"), &days));
    assert_false(plx_duration_days(PLX_S("P"), &days));
    assert_false(plx_duration_days(PLX_S("P3"), &days));
    assert_false(plx_duration_days(PLX_S("2031"), &days));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_back),     cmocka_unit_test(weekdays_and_weeks),
        cmocka_unit_test(easter_and_months), cmocka_unit_test(dates_are_read),
        cmocka_unit_test(values_have_days),  cmocka_unit_test(durations_have_lengths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
