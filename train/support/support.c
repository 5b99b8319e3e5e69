#include "support/support.h"

#include <stdarg.h>
#include <stdlib.h>

void die(const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    vfprintf(stderr, fmt, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

void *must(void *p) {
    if (!p) {
        die("out of memory");
    }
    return p;
}

plx_str read_file(const char *path) {
    FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "rb");
    if (!f) {
        die("%s: cannot be opened", path);
    }
    size_t n = 0, cap = 1 << 20;
    char *p = must(malloc(cap));
    for (size_t got; (got = fread(p + n, 1, cap - n, f)) > 0;) {
        n += got;
        if (n == cap) {
            cap *= 2;
            p = must(realloc(p, cap));
        }
    }
    if (ferror(f)) {
        die("%s: cannot be read", path);
    }
    if (f != stdin) {
        fclose(f);
    }
    return plx_str_n(p, n);
}

void shuffle(uint32_t *p, size_t n, uint64_t *state) {
    for (size_t i = n; i > 1; i--) {
        size_t k = (size_t)(next_random(state) % i);
        uint32_t t = p[i - 1];
        p[i - 1] = p[k];
        p[k] = t;
    }
}

vectors read_vectors(const char *path, plx_arena *arena) {
    plx_str in = read_file(path);
    uint64_t head[3];
    if (in.n < sizeof head) {
        die("%s: no vectors", path);
    }
    memcpy(head, in.p, sizeof head);
    vectors v = {.n = (size_t)head[0], .dim = (size_t)head[1]};
    size_t text = (size_t)head[2];
    if (in.n != sizeof head + text + v.n * v.dim * sizeof(float)) {
        die("%s: not whole", path);
    }
    v.words = plx_new_n(arena, plx_str, v.n);
    plx_str rest = plx_str_n(in.p + sizeof head, text);
    for (size_t i = 0; i < v.n; i++) {
        if (!plx_str_split(&rest, '\n', &v.words[i])) {
            die("%s: words missing", path);
        }
    }
    float *values = plx_arena_alloc(arena, v.n * v.dim * sizeof(float) + 64, 64);
    memcpy(values, in.p + sizeof head + text, v.n * v.dim * sizeof(float));
    v.values = values;
    return v;
}

void model_add(model_writer *w, const char *name, const void *bytes, size_t n_bytes) {
    if (w->n >= PLX_MODEL_MAX_SECTIONS || strlen(name) >= sizeof w->names[0]) {
        die("too many sections, or a long name: %s", name);
    }
    memset(w->names[w->n], 0, sizeof w->names[0]);
    memcpy(w->names[w->n], name, strlen(name));
    w->bytes[w->n++] = plx_str_dup(w->arena, plx_str_n(bytes, n_bytes));
}

void model_write(const model_writer *w, const char *language, const char *path) {
    size_t table = sizeof(plx_model_header) + w->n * sizeof(plx_model_section);
    size_t total = (table + 63) & ~(size_t)63;
    for (size_t i = 0; i < w->n; i++) {
        total += (w->bytes[i].n + 63) & ~(size_t)63;
    }
    unsigned char *out = must(calloc(1, total));
    size_t at = (table + 63) & ~(size_t)63;
    for (size_t i = 0; i < w->n; i++) {
        size_t padded = (w->bytes[i].n + 63) & ~(size_t)63;
        if (w->bytes[i].n) {
            memcpy(out + at, w->bytes[i].p, w->bytes[i].n);
        }
        plx_model_section s = {.offset = at, .n_bytes = w->bytes[i].n};
        memcpy(s.name, w->names[i], sizeof s.name);
        s.hash = plx_hash_bytes(out + at, padded, 0);
        memcpy(out + sizeof(plx_model_header) + i * sizeof s, &s, sizeof s);
        at += padded;
    }
    plx_model_header h = {
        .version = PLX_MODEL_VERSION, .n_sections = (uint32_t)w->n, .n_bytes = total};
    memcpy(h.magic, "PLXMODEL", 8);
    memcpy(h.language, language, PLX_MIN(strlen(language), sizeof h.language));
    memcpy(out, &h, sizeof h);
    h.table_hash = plx_model__table_hash(out, w->n);
    memcpy(out, &h, sizeof h);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(out, 1, total, f) != total || fclose(f) != 0) {
        die("%s: cannot be written", path);
    }
    free(out);
}
