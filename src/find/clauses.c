#include "find/clauses.h"

const char *plx_clause_kind_name(plx_clause_kind k) {
    static const char *const names[] = {"main",       "conjunct", "content",   "relative",
                                        "participle", "purpose",  "adverbial", "apposition",
                                        "company",    "nominal"};
    return (size_t)k < PLX_COUNT(names) ? names[k] : "?";
}

plx_clauses plx_find_clauses(const plx_annotation *an, plx_arena *arena) {
    (void)an;
    (void)arena;
    return (plx_clauses){0};
}
