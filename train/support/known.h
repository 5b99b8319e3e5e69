/* known: tables of phrases for the model: what lists of names call them. */
#ifndef PLX_TRAIN_KNOWN_H
#define PLX_TRAIN_KNOWN_H

#include "lang/ner.h"
#include "support/support.h"

/* Kinds of train/known/ *.txt by their bit; a file has lines "[kind]" and names parted by ", ". */
enum {
    KNOWN_COUNTRY,
    KNOWN_REGION,
    KNOWN_STATE,
    KNOWN_CITY,
    KNOWN_WATER,
    KNOWN_SITE,
    KNOWN_PEOPLE,
    KNOWN_CREED,
    KNOWN_EVENT,
    KNOWN_WORK,
    KNOWN_PRODUCT,
    KNOWN_COMPANY,
    KNOWN_MEDIA,
    KNOWN_GOVERNMENT,
    KNOWN_PARTY,
    KNOWN_UNIVERSITY,
    KNOWN_TEAM,
    KNOWN_BAND,
    KNOWN_GIVEN,
    KNOWN_FAMILY,
    KNOWN_TITLE,
    KNOWN_ORG_WORD,
    KNOWN_PLACE_WORD,
    KNOWN_OTHER_WORD,
    KNOWN_GIVEN_DATA,
    KNOWN_SINGLE_DATA,
    KNOWN_KINDS
};

typedef struct phrase_entry {
    uint64_t phrase; /* plx_ner__phrase of its words */
    uint32_t value;
} phrase_entry;

typedef struct phrase_table {
    phrase_entry *p;
    size_t n, cap;
    plx_arena *arena;
} phrase_table;

/* Adds a phrase and its beginnings; values of one phrase are or'ed. */
void phrases_add(phrase_table *t, const uint64_t *words, size_t n, uint64_t begin, uint32_t value);
/* The section's bytes. */
plx_str phrases_pack(phrase_table *t);

typedef struct known_name {
    plx_str *words;
    size_t n;
    int kind;
} known_name;

typedef struct known_names {
    known_name *p;
    size_t n, cap;
    plx_arena *arena;
} known_names;

void known_read(const char *path, known_names *out);
/* Names of people in a column of a table of names. */
void known_read_column(const char *path, size_t column, int kind, known_names *out);
/* All names as they are written; those that are no common word, folded, too. */
plx_str known_pack(const known_names *names, const plx_vocab *vocab);

#endif
