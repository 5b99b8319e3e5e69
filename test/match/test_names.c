#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "match/names.h"

static double compare(const char *a, const char *b, plx_name_match *m) {
    plx_name_parts x, y;
    plx_match_name_parse(plx_str_of(a), &x);
    plx_match_name_parse(plx_str_of(b), &y);
    double one = plx_match_names(&x, &y, m), other = plx_match_names(&y, &x, NULL);
    assert_true(one == other);
    assert_true(one >= 0 && one <= 1);
    return one;
}

static void one_name(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"Irina Voloshina", "Irina Voloshina"},   {"Elena Marchenkova", "Yelena Marchenkov"},
        {"Vitaly Orlin", "Vitali Orlin"},         {"Vitaly Orlin", "Vitaliy Orlin"},
        {"Sasha Brunov", "Alexander Brunov"},     {"Oster, Martin", "Martin Oster"},
        {"Mr. Martin Oster", "Martin Oster"},     {"Dr. M. Oster", "Martin Oster"},
        {"Юрий Соколов", "Yuri Sokolov"},         {"Abdul Rahman", "Abdulrahman"},
        {"Bashir al-Haddad", "Bashir el-Haddad"}, {"Oster", "Martin Oster"},
        {"Jörg Müller", "Joerg Mueller"},
    };
    for (size_t i = 0; i < PLX_COUNT(pairs); i++) {
        if (compare(pairs[i][0], pairs[i][1], NULL) < 0.5) {
            fail_msg("%s and %s were taken as two", pairs[i][0], pairs[i][1]);
        }
    }
}

static void two_names(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"Irina Voloshina", "Sasha Voloshina"},
        {"Vitaly Orlin", "Irina Orlin"},
        {"Martin B. Oster", "Martin C. Oster"},
        {"Martin Oster", "Peter Oster"},
        {"Mr. Oster", "Mrs. Oster"},
        {"Martin Oster", "Martin Keller"},
        {"Yuri Ivanovich Sokolov", "Yuri Petrovich Sokolov"},
    };
    for (size_t i = 0; i < PLX_COUNT(pairs); i++) {
        if (compare(pairs[i][0], pairs[i][1], NULL) >= 0.5) {
            fail_msg("%s and %s were taken as one", pairs[i][0], pairs[i][1]);
        }
    }
}

static void says_why(void **state) {
    (void)state;
    plx_name_match m;
    compare("Martin Oster", "Martin Oster", &m);
    assert_int_equal(m.why, PLX_NAME_SAME);
    compare("Bob Keller", "Robert Keller", &m);
    assert_true(m.why & PLX_NAME_NICKNAME);
    compare("Keller", "Robert Keller", &m);
    assert_true(m.why & PLX_NAME_SURNAME);
    compare("R. Keller", "Robert Keller", &m);
    assert_true(m.why & PLX_NAME_INITIAL);
    compare("Oleg Brunov", "Olga Brunov", &m);
    assert_true(m.surname > 0.9 && m.given < 0.5);
}

static void takes_names_apart(void **state) {
    (void)state;
    plx_name_parts p;
    plx_match_name_parse(PLX_S("Sen. Yelena Petrovna Marchenkova Jr."), &p);
    assert_int_equal(p.n_titles, 1);
    assert_int_equal(p.gender, PLX_FEMALE);
    assert_int_equal(p.parts[1].kind, PLX_PART_PATRONYMIC);
    assert_int_equal(p.surname, 2);
    plx_match_name_parse(PLX_S("Bashir bin al-Haddad"), &p);
    assert_int_equal(p.parts[1].kind, PLX_PART_PARTICLE);
    assert_int_equal(p.surname, 3);
}

static void strange_input(void **state) {
    (void)state;
    static const char *const odd[] = {
        "",   " ",   ",",        ".",    "-",   ", ,", "...",          "a",
        "A.", "’’’", "\xD0\x96", "1234", "Mr.", "bin", "\xEF\xBF\xBD", "李小明"};
    for (size_t i = 0; i < PLX_COUNT(odd); i++) {
        for (size_t k = 0; k < PLX_COUNT(odd); k++) compare(odd[i], odd[k], NULL);
    }
    char longest[5000];
    for (size_t i = 0; i + 1 < sizeof longest; i++) longest[i] = i % 30 == 29 ? ' ' : 'a';
    longest[sizeof longest - 1] = '\0';
    assert_true(compare(longest, longest, NULL) > 0.9);
}

static void lists_are_sorted(void **state) {
    (void)state;
    plx_gender g;
    assert_true(plx_match_is_title(PLX_S("mrs"), &g));
    assert_int_equal(g, PLX_FEMALE);
    assert_true(plx_match_is_title(PLX_S("writer"), NULL));
    assert_true(plx_match_is_title(PLX_S("actor"), NULL));
    assert_int_equal(plx_match_given_gender(PLX_S("Aaron")), PLX_MALE);
    assert_int_equal(plx_match_given_gender(PLX_S("Zoe")), PLX_FEMALE);
    assert_int_equal(plx_match_given_gender(PLX_S("Table")), PLX_GENDER_UNKNOWN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name),      cmocka_unit_test(two_names),
        cmocka_unit_test(says_why),      cmocka_unit_test(takes_names_apart),
        cmocka_unit_test(strange_input), cmocka_unit_test(lists_are_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
