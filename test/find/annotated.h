/* Text to times and figures without a model, for the tests of find. */
#ifndef PLX_TEST_FIND_ANNOTATED_H
#define PLX_TEST_FIND_ANNOTATED_H

#include "support/support.h"

#include "find/find.h"
#include "lang/lang.h"

typedef struct annotated {
    plx_account account;
    plx_annotation an;
} annotated;

typedef struct annotated_job {
    annotated *out;
    plx_arena *arena;
    const char *published;
} annotated_job;

static inline void annotated_run(void *ctx) {
    annotated_job *j = ctx;
    plx_find_context context = {.published = plx_str_of(j->published)};
    plx_lang_annotate(NULL, &j->out->account, PLX_LANG_ACCURATE, j->arena, &j->out->an);
    plx_find_times(&j->out->an, &context, j->arena);
    plx_find_figures(&j->out->an, j->arena);
}

/* `published` may be NULL: no date is known. */
static inline const plx_annotation *annotate_text(plx_arena *arena, annotated *out,
                                                  const char *text, const char *published) {
    *out = (annotated){.account = {.text = plx_str_of(text)}};
    annotated_job job = {out, arena, published};
    plx_error err;
    assert_int_equal(plx_guard(annotated_run, &job, &err), PLX_OK);
    return &out->an;
}

#endif
