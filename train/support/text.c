#include "support/text.h"

#include <jansson.h>

void text_open(text_stream *s, const char *path, uint64_t seed, plx_arena *arena) {
    *s = (text_stream){.seed = seed};
    plx_arena_init(&s->scratch, PLX_GIB);
    plx_str line, rest = read_file(path);
    while (plx_str_split(&rest, '\n', &line)) {
        if (line.n) {
            plx_vec_push(&s->articles, arena, line);
        }
    }
    if (s->articles.n == 0) {
        die("%s: no articles", path);
    }
    for (size_t i = s->articles.n; i > 1; i--) {
        size_t k = (size_t)(next_random(&s->seed) % i);
        plx_str t = s->articles.p[i - 1];
        s->articles.p[i - 1] = s->articles.p[k];
        s->articles.p[k] = t;
    }
}

static void open_article(text_stream *s) {
    plx_arena *a = &s->scratch;
    plx_arena_reset(a);
    s->open = (dataset){.arena = a};
    s->next = 0;
    plx_str line = s->articles.p[s->at++ % s->articles.n];
    json_t *o = json_loadb(line.p, line.n, 0, NULL);
    const char *body = json_string_value(json_object_get(o, "text"));
    plx_account account = {.text = plx_str_dup(a, plx_str_of(body ? body : ""))};
    json_decref(o);
    plx_words words;
    plx_lang__words(&account, a, &words);
    bool *ends = plx_new_n(a, bool, words.n + 1);
    plx_lang__rule_ends(account.text, &words, ends);
    size_t begin = 0;
    for (size_t i = 0; i < words.n; i++) {
        if (!ends[i]) {
            continue;
        }
        size_t n = i + 1 - begin;
        if (n >= 4 && n <= 80) {
            sentence *t = plx_vec_add(&s->open, a);
            t->n = (uint32_t)n;
            t->form = plx_new_n(a, plx_str, n);
            t->space = plx_new_n(a, bool, n);
            for (size_t k = 0; k < n; k++) {
                t->form[k] = plx_str_at(account.text, words.p[begin + k].span);
                t->space[k] = words.p[begin + k].space_before;
            }
        }
        begin = i + 1;
    }
}

const sentence *text_next(text_stream *s, bool *new_article) {
    *new_article = false;
    while (s->next >= s->open.n) {
        open_article(s);
        *new_article = true;
    }
    return &s->open.p[s->next++];
}
