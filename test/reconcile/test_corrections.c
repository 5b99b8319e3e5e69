#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "reconcile/corrections.h"

typedef struct parsed {
    plx_str text;
    plx_arena arena;
    plx_corrections list;
    plx_error err;
    plx_err code;
} parsed;

static void parse(void *ctx) {
    parsed *p = ctx;
    p->code = plx_corrections_parse(p->text, &p->arena, &p->list, &p->err);
}

static parsed parse_text(const char *text) {
    parsed p = {.text = plx_str_of(text)};
    plx_arena_init(&p.arena, PLX_MIB);
    assert_int_equal(plx_guard(parse, &p, &p.err), PLX_OK);
    return p;
}

static void reads_every_verb(void **state) {
    (void)state;
    parsed p = parse_text("# a comment\n\n"
                          "join \"Mara Elling\" “Marah Elling”\n"
                          "split \"Mara Elling\" Mara   # trailing comment\n"
                          "rename \"M. Elling\" \"Mara \\\"Em\\\" Elling\"\r\n"
                          "drop Lakeside\n"
                          "speaker \"we will rebuild\" \"Mara Elling\"\n"
                          "date 003_paper.txt 2031-05-02");
    assert_int_equal(p.code, PLX_OK);
    assert_int_equal(p.list.n, 6);
    for (unsigned i = 0; i < 6; i++) assert_int_equal(p.list.p[i].verb, i);
    assert_true(plx_str_eq(p.list.p[0].b, PLX_S("Marah Elling")));
    assert_int_equal(p.list.p[0].line, 3);
    assert_true(plx_str_eq(p.list.p[2].b, PLX_S("Mara \"Em\" Elling")));
    assert_true(plx_str_eq(p.list.p[5].b, PLX_S("2031-05-02")));
    plx_arena_release(&p.arena);
}

static void says_where_it_fails(void **state) {
    (void)state;
    static const char *const bad[] = {"drop a\njoin \"x\"\n", "drop a\nmerge \"x\" \"y\"\n",
                                      "drop a\ndrop \"x\n",   "drop a\ndrop x y\n",
                                      "drop a\ndrop \xFF\n",  "drop a\ndrop \"\"\n"};
    for (size_t i = 0; i < PLX_COUNT(bad); i++) {
        parsed p = parse_text(bad[i]);
        assert_int_equal(p.code, PLX_INVALID);
        assert_int_equal(p.err.pos, 7);
        assert_int_equal(p.list.n, 0);
        plx_arena_release(&p.arena);
    }
}

static void writes_what_it_reads(void **state) {
    (void)state;
    parsed p = parse_text("join \"Mara \\\\ \\\"Em\\\" Elling\" x\n");
    assert_int_equal(p.code, PLX_OK);
    plx_arena arena;
    plx_arena_init(&arena, PLX_MIB);
    char text[200];
    plx_buf b = {.p = text, .cap = sizeof text, .max = sizeof text, .arena = &arena};
    plx_correction_write(&p.list.p[0], &b);
    assert_true(plx_str_eq(plx_buf_str(&b), PLX_S("join \"Mara \\\\ \\\"Em\\\" Elling\" \"x\"\n")));
    plx_arena_release(&arena);
    plx_arena_release(&p.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_every_verb),
        cmocka_unit_test(says_where_it_fails),
        cmocka_unit_test(writes_what_it_reads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
