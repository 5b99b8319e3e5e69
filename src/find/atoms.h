/* atoms: a sentence as the time and figure grammars read it: runs of letters, numbers, single
 * marks.
 *
 *   text   "about 3.9 million of Oct. 7's 29-year-olds"
 *   atoms  |about|3.9|million|of|Oct|.|7|'|s|29|-|year|-|olds|
 *
 * It is not the language layer's tokenisation and does not depend on its conventions ("8bn", "$",
 * "p.m.", "third-quarter" look the same however tokens are cut); the tokens behind an atom are
 * reached through its span. A number with thousands' commas or a decimal point is one atom; digits
 * with two or more points ("16.04.2025", "192.168.1.2") are several. */
#ifndef PLX_FIND_ATOMS_H
#define PLX_FIND_ATOMS_H

#include "find/words.h"
#include "model/annotation.h"

typedef enum plx_atom_kind { PLX_ATOM_WORD, PLX_ATOM_NUMBER, PLX_ATOM_MARK } plx_atom_kind;

enum {
    PLX_ATOM_SPACE = 1 << 0,  /* white space before it (or the sentence's begin) */
    PLX_ATOM_CAP = 1 << 1,    /* begins with a capital letter */
    PLX_ATOM_UPPER = 1 << 2,  /* all capital letters, two or more */
    PLX_ATOM_COMMA = 1 << 3,  /* number with thousands' commas */
    PLX_ATOM_POINT = 1 << 4,  /* number with a decimal point */
    PLX_ATOM_VULGAR = 1 << 5, /* one character such as ½ */
    PLX_ATOM_BREAK = 1 << 6,  /* a line break or dropped text before it */
    PLX_ATOM_INNER = 1 << 7   /* a capital letter inside: "iPhone" */
};

typedef struct plx_atom {
    uint32_t begin, end; /* bytes of the text */
    double number;
    uint32_t mark; /* code point; curly apostrophes are ', dashes of all kinds but em are '-' */
    int16_t value; /* of the word's entry */
    uint8_t kind, cls, flags;
    uint8_t digits; /* before the decimal point */
} plx_atom;

typedef struct plx_atoms {
    plx_atom *p;
    size_t n, cap;
} plx_atoms;

/* Longer stretches are read in pieces: what bounds the memory of one. */
#define PLX_MAX_ATOMS 8192

/* Replaces what is in `out` with the atoms of text[*at, end) up to PLX_MAX_ATOMS and moves *at
 * behind them; leaves out dropped spans. False when there are none left. */
bool plx_find__atoms(const plx_account *account, uint32_t *at, uint32_t end, plx_arena *arena,
                     plx_atoms *out);

/* The stretches to read: sentence after sentence, or, without any, paragraph after paragraph of the
 * kept text. State for `plx_find__stretch_next`; starts zeroed but for `an`. */
typedef struct plx_stretches {
    const plx_annotation *an;
    size_t next;
    uint32_t at;
} plx_stretches;
bool plx_find__stretch_next(plx_stretches *s, plx_span *out);

/* ---- looking at atoms: i may be out of range, then nothing holds ---- */

static inline const plx_atom *plx_atom_at(const plx_atoms *a, size_t i) {
    return i < a->n ? &a->p[i] : NULL;
}
static inline bool plx_atom_is(const plx_atoms *a, size_t i, plx_func_word f) {
    return i < a->n && a->p[i].cls == PLX_W_FUNC && a->p[i].value == (int16_t)f;
}
static inline bool plx_atom_cls(const plx_atoms *a, size_t i, plx_word_class c) {
    return i < a->n && a->p[i].cls == (uint8_t)c;
}
static inline bool plx_atom_mark(const plx_atoms *a, size_t i, uint32_t cp) {
    return i < a->n && a->p[i].kind == PLX_ATOM_MARK && a->p[i].mark == cp;
}
static inline bool plx_atom_has(const plx_atoms *a, size_t i, unsigned flag) {
    return i < a->n && (a->p[i].flags & flag) != 0;
}
static inline bool plx_atom_number(const plx_atoms *a, size_t i) {
    return i < a->n && a->p[i].kind == PLX_ATOM_NUMBER;
}
static inline bool plx_atom_word(const plx_atoms *a, size_t i) {
    return i < a->n && a->p[i].kind == PLX_ATOM_WORD;
}
/* No space between atoms i - 1 and i. */
static inline bool plx_atom_tight(const plx_atoms *a, size_t i) {
    return i > 0 && i < a->n && (a->p[i].flags & (PLX_ATOM_SPACE | PLX_ATOM_BREAK)) == 0;
}
/* Behind a hyphen that joins atoms i - 1 and i + 1; i when there is none. */
static inline size_t plx_atom_skip_hyphen(const plx_atoms *a, size_t i) {
    return plx_atom_mark(a, i, '-') && plx_atom_tight(a, i) && plx_atom_tight(a, i + 1) ? i + 1 : i;
}
/* Text of an atom equals an ASCII word in any case. */
bool plx_atom_text_is(const plx_account *account, const plx_atoms *a, size_t i, const char *word);

#endif
