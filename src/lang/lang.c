#include "lang/lang.h"

#include "lang/internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- life cycle ------------------------------------------------------------------------------ */

plx_err plx_lang_open_bytes(const void *bytes, size_t n_bytes, plx_lang **out, plx_error *err) {
    plx_model m;
    PLX_TRY(plx_model__open(bytes, n_bytes, &m, err));
    plx_lang *lang = calloc(1, sizeof *lang);
    if (!lang) {
        return plx_fail(err, PLX_NOMEM, 0, "no memory for the model");
    }
    lang->model = m;
    if ((uintptr_t)bytes % 64 != 0) { /* the kernels read floats where they lie */
        lang->copy = aligned_alloc(64, n_bytes);
        if (!lang->copy) {
            free(lang);
            return plx_fail(err, PLX_NOMEM, 0, "no memory for the model");
        }
        memcpy(lang->copy, bytes, n_bytes);
        PLX_TRY(plx_model__open(lang->copy, n_bytes, &lang->model, err));
    }
    plx_err code = plx_lang__load(lang, err);
    if (code != PLX_OK) {
        plx_lang_free(lang);
        return code;
    }
    *out = lang;
    return PLX_OK;
}

plx_err plx_lang_open(const char *path, plx_lang **out, plx_error *err) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return plx_fail(err, errno == ENOENT ? PLX_MISSING : PLX_IO, 0, "%s", strerror(errno));
    }
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= 0) {
        close(fd);
        return plx_fail(err, PLX_IO, 0, "not a file with something in it");
    }
    size_t n = (size_t)st.st_size;
    void *map = mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0);
    int why = errno;
    close(fd);
    if (map == MAP_FAILED) {
        return plx_fail(err, PLX_IO, 0, "%s", strerror(why));
    }
    plx_err code = plx_lang_open_bytes(map, n, out, err);
    if (code != PLX_OK) {
        munmap(map, n);
        return code;
    }
    (*out)->map = map;
    (*out)->map_bytes = n;
    return PLX_OK;
}

void plx_lang_free(plx_lang *lang) {
    if (!lang) {
        return;
    }
    free(lang->copy);
    if (lang->map) {
        munmap(lang->map, lang->map_bytes);
    }
    free(lang);
}

plx_str plx_lang_code(const plx_lang *lang) { return lang->model.language; }

/* ---- tokens and sentences -------------------------------------------------------------------- */

/* Long stretches without an end are cut, so that no later stage meets a sentence of any length. */
static void cut_long(const plx_words *words, bool *ends) {
    size_t begin = 0;
    for (size_t i = 0; i < words->n; i++) {
        if (ends[i]) {
            begin = i + 1;
        } else if (i - begin + 1 >= PLX_LANG_MAX_WORDS) {
            ends[i] = true;
            begin = i + 1;
        }
    }
}

static void make_sentences(const plx_words *words, const bool *ends, plx_arena *arena,
                           plx_annotation *an) {
    size_t n = 0;
    for (size_t i = 0; i < words->n; i++) {
        n += ends[i];
    }
    an->sentences = plx_new_n(arena, plx_sentence, n);
    an->n_sentences = n;
    size_t begin = 0, k = 0;
    for (size_t i = 0; i < words->n; i++) {
        an->tokens[i].sentence = (uint32_t)k;
        if (ends[i]) {
            an->sentences[k++] = (plx_sentence){
                {words->p[begin].span.begin, words->p[i].span.end},
                (uint32_t)begin,
                (uint32_t)i + 1,
                words->p[begin].paragraph,
            };
            begin = i + 1;
        }
    }
}

static void tag(const plx_lang *lang, plx_lang_memory *memory, plx_lang_speed speed,
                plx_arena *arena, plx_annotation *an) {
    for (size_t i = 0; i < an->n_tokens; i++) {
        plx_token *t = &an->tokens[i];
        t->fold = plx_str_fold(arena, t->form);
        t->lemma = t->fold;
        t->head = t->name = PLX_NONE;
        t->upos = PLX_UPOS_X;
        t->deprel = PLX_DEP_dep;
    }
    if (lang) {
        plx_lang__run(lang, memory, speed, arena, an);
    }
}

void plx_lang_annotate_with(const plx_lang *lang, plx_lang_memory *memory,
                            const plx_account *account, plx_lang_speed speed, plx_arena *arena,
                            plx_annotation *an) {
    *an = (plx_annotation){.account = account};
    plx_words words;
    plx_lang__words(account, arena, &words);
    bool *ends = plx_new_n(arena, bool, words.n);
    plx_lang__rule_ends(account->text, &words, ends);
    cut_long(&words, ends);
    an->tokens = plx_new_n(arena, plx_token, words.n);
    an->n_tokens = words.n;
    for (size_t i = 0; i < words.n; i++) {
        plx_token *t = &an->tokens[i];
        t->span = words.p[i].span;
        t->form = plx_str_at(account->text, t->span);
        t->space_before = words.p[i].space_before;
        t->head = t->name = PLX_NONE;
    }
    make_sentences(&words, ends, arena, an);
    tag(lang, memory, speed, arena, an);
}

void plx_lang_annotate(const plx_lang *lang, const plx_account *account, plx_lang_speed speed,
                       plx_arena *arena, plx_annotation *an) {
    plx_lang_annotate_with(lang, NULL, account, speed, arena, an);
}

void plx_lang_tag(const plx_lang *lang, plx_lang_speed speed, plx_arena *arena,
                  plx_annotation *an) {
    tag(lang, NULL, speed, arena, an);
}

static bool starts_letter(plx_str s) {
    size_t pos = 0;
    return s.n && plx_cp_is_alpha(plx_utf8_next(s, &pos));
}

bool plx_lang_continues_token(const plx_annotation *an, uint32_t i) {
    if (i == 0 || an->tokens[i].space_before ||
        an->tokens[i].sentence != an->tokens[i - 1].sentence ||
        an->tokens[i - 1].span.end != an->tokens[i].span.begin) {
        return false;
    }
    plx_str prev = an->tokens[i - 1].form, w = an->tokens[i].form;
    size_t end = prev.n;
    if (end == 0) {
        return false;
    }
    uint32_t last = plx_utf8_prev(prev, &end);
    if (!plx_cp_is_alnum(last) && last != '.') {
        return false;
    }
    size_t pos = 0;
    uint32_t first = plx_utf8_next(w, &pos);
    if (first == '\'' || first == '`' || first == 0x2019) {
        return pos == w.n ? an->tokens[i].upos == PLX_UPOS_PART
                          : starts_letter(plx_str_slice(w, pos, w.n));
    }
    return plx_cp_is_alpha(first) && plx_cp_is_alpha(last) && w.n <= 4;
}
