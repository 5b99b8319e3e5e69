/* text: sentences of raw articles, as a stream, for learning from words alone. */
#ifndef PLX_TRAIN_TEXT_H
#define PLX_TRAIN_TEXT_H

#include "support/data.h"

typedef struct text_stream {
    PLX_VEC(plx_str) articles; /* JSON objects */
    size_t at;
    uint64_t seed;
    plx_arena scratch;
    dataset open; /* sentences of the article being read, in scratch */
    size_t next;
} text_stream;

/* JSON Lines with "title" and "text"; read whole, shuffled by `seed`. */
void text_open(text_stream *s, const char *path, uint64_t seed, plx_arena *arena);
/* The next sentence of 4 to 80 words, from the beginning again at the end. Valid until the next
 * article is opened: copy what must last. */
const sentence *text_next(text_stream *s, bool *new_article);

#endif
