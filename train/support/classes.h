/* classes: words of the vocabulary in 64, 256 and 1,024 groups, by k-means over their vectors. */
#ifndef PLX_TRAIN_CLASSES_H
#define PLX_TRAIN_CLASSES_H

#include "lang/internal.h"

/* The bytes of section "ner.class", read from `path` where that file exists, else made and written
 * to it (NULL: nowhere). In `a`. */
plx_str classes_make(const plx_lang *lang, const char *path, plx_arena *a);

#endif
