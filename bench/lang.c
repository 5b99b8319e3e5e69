/* bench_lang [MODEL [ARTICLES.jsonl [MEGABYTES [fast]]]]: how fast the language layer runs on one
 * core. Without arguments: this tree's model on 10 MB of ../shared's raw news.
 *
 * Annotates the articles' texts one by one; prints words and bytes a second of processor time, and
 * the most memory the process had. */
#include "lang/lang.h"
#include "base/buf.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

typedef struct job {
    const plx_lang *lang;
    plx_lang_speed speed;
    plx_account account;
    plx_arena *arena;
    size_t n_words, n_names;
} job;

static void annotate(void *ctx) {
    job *j = ctx;
    plx_annotation an;
    plx_lang_annotate(j->lang, &j->account, j->speed, j->arena, &an);
    j->n_words += an.n_tokens;
    j->n_names += an.n_names;
}

static FILE *open_shared(void) {
    const char *path = PLX_SHARED_DIR "/data/raw-news/articles.jsonl.xz";
    return access(path, R_OK) == 0
               ? popen("xz -dc '" PLX_SHARED_DIR "/data/raw-news/articles.jsonl.xz' 2>/dev/null",
                       "r")
               : NULL;
}

int main(int argc, char **argv) {
    const char *model = argc > 1 ? argv[1] : PLX_SOURCE_DIR "/models/english.plx";
    size_t want = (argc > 3 ? (size_t)strtol(argv[3], NULL, 10) : 10) * 1000000, bytes = 0;
    plx_lang *lang = NULL;
    plx_error err = {0};
    if (plx_lang_open(model, &lang, &err) != PLX_OK) {
        fprintf(stderr, "%s: %s\n", model, err.msg);
        return 1;
    }
    FILE *f = argc > 2 ? fopen(argv[2], "rb") : open_shared();
    if (!f) {
        printf("SKIP: no articles to annotate\n");
        plx_lang_free(lang);
        return argc > 2;
    }
    plx_arena arena;
    plx_arena_init(&arena, PLX_GIB);
    job j = {.lang = lang, .arena = &arena, .speed = argc > 4 ? PLX_LANG_FAST : PLX_LANG_ACCURATE};
    char *line = NULL;
    size_t room = 0;
    clock_t spent = 0;
    for (ssize_t n; bytes < want && (n = getline(&line, &room, f)) > 0;) {
        json_t *o = json_loadb(line, (size_t)n, 0, NULL);
        const char *text = json_string_value(json_object_get(o, "text"));
        if (text) {
            j.account.text = plx_str_of(text);
            bytes += j.account.text.n;
            clock_t t = clock();
            if (plx_guard(annotate, &j, &err) != PLX_OK) {
                fprintf(stderr, "%s\n", err.msg);
                return 1;
            }
            plx_arena_reset(&arena);
            spent += clock() - t;
        }
        json_decref(o);
    }
    free(line);
    if (argc > 2) {
        fclose(f);
    } else {
        pclose(f);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double s = (double)spent / CLOCKS_PER_SEC + 1e-9;
    printf("lang%s: %zu words, %zu names, %.2f s, %.0f words/s, %.2f MB/s, %ld MiB at most\n",
           argc > 4 ? " fast" : "", j.n_words, j.n_names, s, (double)j.n_words / s,
           (double)bytes / s / 1e6, usage.ru_maxrss / 1024);
    plx_arena_release(&arena);
    plx_lang_free(lang);
    return 0;
}
