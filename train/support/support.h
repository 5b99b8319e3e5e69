/* support: what the training programs share. These are programs: they may print and exit. */
#ifndef PLX_TRAIN_SUPPORT_H
#define PLX_TRAIN_SUPPORT_H

#include "base/buf.h"
#include "lang/conllu.h"
#include "lang/internal.h"

#include <stdio.h>

/* Says why and exits with 1. */
PLX_NORETURN void die(const char *fmt, ...) PLX_PRINTF(1, 2);
/* The whole file (`-`: standard input); ends the program when it cannot be read. malloc'ed. */
plx_str read_file(const char *path);
void *must(void *p); /* ends the program when p is NULL */

/* ---- numbers by seed (splitmix64; Steele, Lea, Flood 2014) ----------------------------------- */
static inline uint64_t next_random(uint64_t *state) {
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}
/* In [0, 1). */
static inline float next_uniform(uint64_t *state) {
    return (float)(next_random(state) >> 40) * (1.0F / 16777216.0F);
}
void shuffle(uint32_t *p, size_t n, uint64_t *state);

/* ---- static vectors (train/vectors.c writes them) -------------------------------------------- */
typedef struct vectors {
    size_t n, dim;
    plx_str *words;      /* by falling frequency */
    const float *values; /* n x dim */
} vectors;
vectors read_vectors(const char *path, plx_arena *arena);

/* ---- model files ----------------------------------------------------------------------------- */
typedef struct model_writer {
    plx_arena *arena;
    size_t n;
    char names[PLX_MODEL_MAX_SECTIONS][16];
    plx_str bytes[PLX_MODEL_MAX_SECTIONS];
} model_writer;
void model_add(model_writer *w, const char *name, const void *bytes, size_t n_bytes);
void model_write(const model_writer *w, const char *language, const char *path);

#endif
