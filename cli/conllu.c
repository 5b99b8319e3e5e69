/* parallax conllu: raw text or CoNLL-U in, CoNLL-U out. */
#include "lang/conllu.h"
#include "base/utf8.h"
#include "cli.h"
#include "model.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { OPT_TOKENIZED = 256, OPT_MODEL, OPT_FAST, OPT_RULES };

#define MAX_INPUT ((size_t)1 << 30)

typedef struct job {
    const plx_lang *lang;
    plx_lang_speed speed;
    bool tokenized;
    plx_str in;
    plx_arena *arena;
    plx_buf out;
    plx_error err;
} job;

static void work(void *ctx) {
    job *j = ctx;
    plx_buf_init(&j->out, j->arena, SIZE_MAX);
    if (!j->tokenized) {
        plx_account account = {.text = j->in};
        plx_annotation an;
        plx_lang_annotate(j->lang, &account, j->speed, j->arena, &an);
        plx_conllu_write(&an, NULL, &j->out);
        return;
    }
    plx_conllu doc;
    plx_err code = plx_conllu_read(j->in, j->arena, &doc, &j->err);
    if (code != PLX_OK) {
        plx_throw(code, j->err.pos, "%s", j->err.msg);
    }
    doc.an.account = &doc.account;
    doc.an.has_tree = false;
    plx_lang_tag(j->lang, j->speed, j->arena, &doc.an);
    plx_conllu_write(&doc.an, doc.part, &j->out);
}

static char *read_all(FILE *f, size_t *n_bytes) {
    size_t n = 0, cap = 1 << 16;
    char *p = malloc(cap);
    while (p) {
        size_t got = fread(p + n, 1, cap - n, f);
        n += got;
        if (got == 0) {
            break;
        }
        if (n == cap) {
            if (cap >= MAX_INPUT) {
                errno = EFBIG;
                free(p);
                return NULL;
            }
            cap *= 2;
            char *q = realloc(p, cap);
            if (!q) {
                free(p);
            }
            p = q;
        }
    }
    if (p && ferror(f)) {
        free(p);
        return NULL;
    }
    *n_bytes = n;
    return p;
}

static int one(const plx_cli *cli, job *j, const char *path) {
    bool standard = strcmp(path, "-") == 0;
    FILE *f = standard ? stdin : fopen(path, "rb");
    size_t n = 0;
    char *bytes = f ? read_all(f, &n) : NULL;
    int why = errno;
    if (f && !standard) {
        fclose(f);
    }
    if (!bytes) {
        plx_cli_say(cli, "%s: %s", path, strerror(why));
        return PLX_EXIT_SOME;
    }
    int code = PLX_EXIT_DONE;
    j->in = plx_str_n(bytes, n);
    size_t bad = plx_utf8_validate(j->in);
    if (bad < n) {
        plx_cli_say(cli, "%s: byte %zu: not UTF-8", path, bad);
        free(bytes);
        return PLX_EXIT_SOME;
    }
    plx_arena arena;
    plx_arena_init(&arena, 8 * PLX_GIB);
    j->arena = &arena;
    plx_error err = {0};
    if (plx_guard(work, j, &err) != PLX_OK) {
        plx_cli_say(cli, "%s: byte %llu: %s", path, (unsigned long long)err.pos, err.msg);
        code = PLX_EXIT_SOME;
    } else {
        fwrite(j->out.p, 1, j->out.n, stdout);
    }
    plx_arena_release(&arena);
    free(bytes);
    return code;
}

static int run(plx_cli *cli, int argc, char **argv) {
    const char *model = NULL;
    bool rules = false;
    job j = {0};
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (c) {
        case OPT_TOKENIZED: j.tokenized = true; break;
        case OPT_MODEL: model = o.value; break;
        case OPT_FAST: j.speed = PLX_LANG_FAST; break;
        case OPT_RULES: rules = true; break;
        default: return PLX_EXIT_USAGE;
        }
    }
    plx_lang *lang = NULL;
    if (!rules && !plx_cli_open_model(cli, model, &lang)) {
        return PLX_EXIT_NOTHING;
    }
    j.lang = lang;
    int code = PLX_EXIT_DONE;
    if (o.n_operands == 0) {
        code = one(cli, &j, "-");
    }
    int failed = 0;
    for (int i = 0; i < o.n_operands; i++) {
        failed += one(cli, &j, o.operands[i]) != PLX_EXIT_DONE;
    }
    plx_lang_free(lang);
    if (o.n_operands > 0 && failed) {
        code = failed == o.n_operands ? PLX_EXIT_NOTHING : PLX_EXIT_SOME;
    } else if (code != PLX_EXIT_DONE) {
        code = PLX_EXIT_NOTHING;
    }
    return code;
}

static const plx_cli_option options[] = {
    {OPT_TOKENIZED, "tokenized", NULL, "the input is CoNLL-U; its sentences and tokens stay"},
    {OPT_MODEL, "model", "FILE", "the trained model (default: models/english.plx)"},
    {OPT_FAST, "fast", NULL, "tags, lemmas and names without trees"},
    {OPT_RULES, "rules", NULL, "sentences and words by rules alone, without a model"},
};

const plx_cli_command plx_cli_command_conllu = {
    .name = "conllu",
    .summary = "tokens, tags, lemmas and trees as CoNLL-U",
    .synopsis = "[--tokenized] [--model FILE] [FILE…]",
    .details = "Writes sentences, words, lemmas, universal part-of-speech tags, features and the "
               "dependency tree of each FILE (standard input without one) in the format of "
               "Universal Dependencies.",
    .examples = "parallax conllu report.txt\nparallax conllu --tokenized gold.conllu\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
