/* concepts: words that reports use for one and the same thing ("free", "release", "liberate"), and
 * words of which one says what the other excludes ("mother" and "father", "dead" and "injured").
 *
 * A hand-written table (models/concepts.md), by stem: it knows what match/meaning.h's vectors
 * cannot tell, a synonym from an antonym and either from a neighbour. It does not know senses:
 * "strike" is in the concepts of hitting and of walking out. Thread rule: constant data, any
 * thread. */
#ifndef PLX_MATCH_CONCEPTS_H
#define PLX_MATCH_CONCEPTS_H

#include "base/base.h"

typedef enum plx_concept_relation {
    PLX_CONCEPT_NONE, /* nothing known */
    PLX_CONCEPT_SAME,
    PLX_CONCEPT_OPPOSED
} plx_concept_relation;

/* The word's place in the table, or PLX_NONE. `stem`: low 32 bits of plx_hash_str of its stem
 * (match/stems.h). */
uint32_t plx_concept_of(uint32_t stem);
/* Of two places; PLX_NONE is of no relation. Words that share a concept are the same even where
 * another sense opposes them. Symmetric. */
plx_concept_relation plx_concept_relate(uint32_t a, uint32_t b);

/* The file: head; n stems (uint32_t, ascending); n + 1 indices of each word's first entry
 * (uint32_t); entries (uint32_t, ascending a word): number of the line times PLX_CONCEPT_SIDES,
 * plus the side that the word is on; lines of sides have PLX_CONCEPT_EXCLUDES set. Little-endian.
 */
typedef struct plx_concept_file {
    uint32_t magic, n, n_entries, reserved;
} plx_concept_file;
#define PLX_CONCEPT_MAGIC    0x31434c50u /* "PLC1" */
#define PLX_CONCEPT_SIDES    64u
#define PLX_CONCEPT_EXCLUDES 0x80000000u

#endif
