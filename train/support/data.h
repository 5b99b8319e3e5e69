/* data: treebanks and name sets as sentences to learn from. */
#ifndef PLX_TRAIN_DATA_H
#define PLX_TRAIN_DATA_H

#include "support/support.h"

/* Labels of words for names: 0 outside; 1 + 2 * type begins, 2 + 2 * type continues. */
enum { N_LABELS = 1 + 2 * PLX_N_ENTITY_TYPES };

typedef struct sentence {
    uint32_t n;
    plx_str *form;
    bool *space;    /* before the word */
    uint16_t *tag;  /* class of the tagger (treebank) */
    uint32_t *head; /* 1-based, 0 the root (treebank) */
    uint8_t *rel;   /* plx_deprel (treebank) */
    plx_str *lemma; /* (treebank) */
    plx_str *xpos;
    uint8_t *upos;
    uint8_t *label;           /* names, or NULL when the set has none */
    bool has_tree, has_other; /* has_other: the set marks names of the type other */
    uint32_t document;
    plx_str text; /* that the forms are of (name sets) */
} sentence;

typedef struct dataset {
    sentence *p;
    size_t n, cap;
    plx_arena *arena;
} dataset;

void read_treebank(const char *path, dataset *out);
/* IOB2 (a token a line, tab, tag). The words are those that lang makes of the sentence's text; the
 * labels are carried over by bytes. */
void read_names(const char *path, uint32_t document_offset, dataset *out);

#endif
