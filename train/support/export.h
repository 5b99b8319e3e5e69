/* export: the learned network as the sections that lang reads (lang/network.h). */
#ifndef PLX_TRAIN_EXPORT_H
#define PLX_TRAIN_EXPORT_H

#include "support/net.h"

/* Section "vocab" (lang/features.h). Lives in `arena`. */
plx_str make_vocabulary(const vectors *v, plx_arena *arena);
/* Section "tags": the classes of `d` in order of appearance; sets each word's class, and that of
 * the words of `other`, which may be empty. Lives in `arena`. */
plx_str make_tags(dataset *d, dataset *other, plx_arena *arena);
/* UPOS of a class, after make_tags. */
uint8_t tag_upos(uint32_t tag);

void export_net(const net *w, model_writer *m);

#endif
