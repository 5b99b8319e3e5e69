/* Pages a second, one core: bare trees of libxml2 and whole extraction of the same pages, in turns,
 * warm.
 *
 *   bench_extract [FOLDER [ROUNDS]]
 *
 * Prints for each its pages and megabytes a second (the best round), then the ratio. */
#include "read/read.h"

#include <dirent.h>
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct pages {
    plx_str *p;
    size_t n, bytes;
} pages;

static double now(void) {
    struct timespec t;
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void load(pages *out, const char *dir) {
    struct dirent **list;
    int n = scandir(dir, &list, NULL, alphasort);
    out->p = calloc(n > 0 ? (size_t)n : 1, sizeof *out->p);
    for (int i = 0; i < n && out->p; i++) {
        char path[4096];
        (void)snprintf(path, sizeof path, "%s/%s", dir, list[i]->d_name);
        FILE *f = list[i]->d_name[0] == '.' ? NULL : fopen(path, "rb");
        if (f && fseek(f, 0, SEEK_END) == 0) {
            long size = ftell(f);
            char *b = size > 0 ? malloc((size_t)size) : NULL;
            rewind(f);
            if (b && fread(b, 1, (size_t)size, f) == (size_t)size) {
                out->p[out->n++] = plx_str_n(b, (size_t)size);
                out->bytes += (size_t)size;
            }
        }
        if (f) (void)fclose(f);
        free(list[i]);
    }
    if (n >= 0) free(list);
}

static plx_arena *arena_of(void *ctx) {
    plx_arena_reset(ctx);
    return ctx;
}

static bool take(void *ctx, const plx_account *a) {
    (void)ctx;
    (void)a;
    return true;
}

static double time_libxml2(const pages *all) {
    double begin = now();
    for (size_t i = 0; i < all->n; i++) {
        htmlDocPtr d = htmlReadMemory(all->p[i].p, (int)all->p[i].n, NULL, NULL,
                                      HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                          HTML_PARSE_RECOVER);
        xmlFreeDoc(d);
    }
    return now() - begin;
}

static double time_extract(const pages *all) {
    plx_arena arena;
    plx_arena_init(&arena, 2 * PLX_GIB);
    plx_read_sink sink = {.ctx = &arena, .arena = arena_of, .account = take};
    plx_read_options options = plx_read_defaults();
    double begin = now();
    for (size_t i = 0; i < all->n; i++) {
        if (plx_read_memory(PLX_S("page.html"), all->p[i], &options, &sink) != PLX_OK) exit(1);
    }
    double used = now() - begin;
    plx_arena_release(&arena);
    return used;
}

int main(int argc, char **argv) {
    const char *folder = argc > 1 ? argv[1] : PLX_SHARED_DIR "/data/extract-aeb/html";
    unsigned rounds = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : 7;
    pages all = {0};
    load(&all, folder);
    if (all.n == 0) {
        printf("SKIP: no pages in %s\n", folder);
        return argc > 1;
    }
    double tree = 1e9, whole = 1e9;
    for (unsigned r = 0; r <= rounds; r++) { /* the first is to warm up */
        double t = time_libxml2(&all), w = time_extract(&all);
        tree = r && t < tree ? t : tree;
        whole = r && w < whole ? w : whole;
    }
    double n = (double)all.n, mb = (double)all.bytes / 1e6;
    printf("libxml2_tree_pages_per_s %.0f (%.0f MB/s)\nextract_pages_per_s %.0f (%.0f "
           "MB/s)\nextract_ratio %.2f\n",
           n / tree, mb / tree, n / whole, mb / whole, tree / whole);
    return 0;
}
