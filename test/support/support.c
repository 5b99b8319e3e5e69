#include "support/support.h"

#include "lang/lang.h"

#include <stdio.h>
#include <stdlib.h>

int plx_test_arena_setup(void **state) {
    plx_arena *arena = calloc(1, sizeof *arena);
    if (!arena) return -1;
    plx_arena_init(arena, PLX_GIB);
    *state = arena;
    return 0;
}

int plx_test_arena_teardown(void **state) {
    plx_arena_release(*state);
    free(*state);
    return 0;
}

typedef struct fail_job {
    void (*fn)(void *, plx_arena *);
    void *ctx;
    plx_arena *arena;
} fail_job;

static void run_job(void *ctx) {
    fail_job *job = ctx;
    job->fn(job->ctx, job->arena);
}

long plx_test_fail_each(void (*fn)(void *ctx, plx_arena *arena), void *ctx, long most) {
    for (long nth = 1; nth <= most + 1; nth++) {
        plx_arena arena;
        plx_arena_init(&arena, PLX_GIB);
        fail_job job = {fn, ctx, &arena};
        plx_arena__fail_after(nth);
        plx_err code = plx_guard(run_job, &job, NULL);
        long left = plx_arena__fail_after(0);
        plx_arena_release(&arena);
        if (code == PLX_OK) {
            assert_true(left > 0);
            return nth - 1;
        }
        assert_int_equal(code, PLX_NOMEM);
    }
    fail_msg("more than %ld allocations", most);
    return most;
}

plx_str plx_test_read_file(plx_arena *arena, const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return (plx_str){NULL, 0};
    plx_str result = {NULL, 0};
    if (fseek(file, 0, SEEK_END) == 0) {
        long size = ftell(file);
        if (size >= 0 && fseek(file, 0, SEEK_SET) == 0) {
            char *p = plx_arena_alloc(arena, (size_t)size + 1, 1);
            size_t n = fread(p, 1, (size_t)size, file);
            p[n] = '\0';
            if (n == (size_t)size) result = plx_str_n(p, n);
        }
    }
    fclose(file);
    return result;
}

void plx_test__assert_str(plx_str actual, plx_str expected, const char *file, int line) {
    if (plx_str_eq(actual, expected)) return;
    print_error("expected: %.*s\nactual:   %.*s\n", PLX_FMT(expected), PLX_FMT(actual));
    _fail(file, line);
}

bool plx_test_open_language(plx_lang **lang) {
    plx_error err;
    if (plx_lang_open(PLX_SOURCE_DIR "/models/english.plx", lang, &err) != PLX_OK) {
        printf("SKIP: no language model: %s\n", err.msg);
        return false;
    }
    return true;
}
