/* clauses: an account cut into the shortest stretches that each make one claim.
 *
 *   "Ms. Ortiz, a dentist, who was freed in May, said | the talks had failed | and left the room"
 *    MAIN       APPOSITION  RELATIVE                   CONTENT                  CONJUNCT
 *
 * A clause is the subtree of its head without the clauses that make claims of their own; `full` has
 * them. Clauses nest: `parent` is the clause that this one hangs under. Without a tree, sentences
 * are cut at marks and conjunctions. It decides nothing about truth: who claims what is in `cue`
 * and `subject` and in the events. Thread rule: as find.h. */
#ifndef PLX_FIND_CLAUSES_H
#define PLX_FIND_CLAUSES_H

#include "model/annotation.h"

typedef enum plx_clause_kind {
    PLX_CLAUSE_MAIN,       /* of a sentence, or joined to one with a subject of its own */
    PLX_CLAUSE_CONJUNCT,   /* a further predicate of the same subject */
    PLX_CLAUSE_CONTENT,    /* what is said, thought, wanted: stands under `cue` */
    PLX_CLAUSE_RELATIVE,   /* "who were freed in May" */
    PLX_CLAUSE_PARTICIPLE, /* "freed in May", "citing the report" */
    PLX_CLAUSE_PURPOSE,    /* "to prepare for the talks" */
    PLX_CLAUSE_ADVERBIAL,  /* "while the others stayed", "after welcoming the guests" */
    PLX_CLAUSE_APPOSITION, /* "a dentist" */
    PLX_CLAUSE_COMPANY,    /* "along with his mother", "including two children" */
    PLX_CLAUSE_NOMINAL     /* a noun phrase that tells of an act: "their release in February" */
} plx_clause_kind;

typedef struct plx_clause {
    plx_clause_kind kind;
    uint32_t head;       /* token: the predicate */
    uint32_t begin, end; /* tokens of `span` */
    plx_span span;       /* without punctuation at both ends */
    plx_span full;       /* with the clauses below it */
    uint32_t parent;     /* index, or PLX_NONE */
    uint32_t subject;    /* head token of the subject, own or understood, or PLX_NONE */
    uint32_t cue;        /* token of the word of saying, thinking, wanting above it, or PLX_NONE */
} plx_clause;

typedef struct plx_clauses { /* by span.begin, the longer first */
    plx_clause *p;
    size_t n, cap;
} plx_clauses;

/* Lives in `arena`. O(tokens). */
plx_clauses plx_find_clauses(const plx_annotation *an, plx_arena *arena);
const char *plx_clause_kind_name(plx_clause_kind k); /* "main", "relative", ... */

#endif
