#include "model/annotation.h"

#define NAMED(fn, type, ...)                                                                       \
    const char *fn(type v) {                                                                       \
        static const char *const names[] = {__VA_ARGS__};                                          \
        return (size_t)v < PLX_COUNT(names) ? names[v] : "?";                                      \
    }

NAMED(plx_entity_type_name, plx_entity_type, "person", "organization", "place", "other")
NAMED(plx_timex_type_name, plx_timex_type, "DATE", "TIME", "DURATION", "SET")
NAMED(plx_quote_kind_name, plx_quote_kind, "direct", "partial", "indirect")
NAMED(plx_mention_kind_name, plx_mention_kind, "name", "nominal", "pronoun")
NAMED(plx_modality_name, plx_modality, "happened", "planned", "possible", "denied", "claimed")
NAMED(plx_role_name, plx_role, "agent", "patient", "recipient", "location", "participant")
NAMED(plx_figure_kind_name, plx_figure_kind, "count", "money", "percent", "fraction", "age",
      "measure", "duration", "ordinal", "other")

#define X(name) #name,
static const char *const upos_names[] = {PLX_UPOS_LIST(X)};
#undef X
#define X(name, text) text,
static const char *const deprel_names[] = {PLX_DEPREL_LIST(X)};
#undef X

const char *plx_upos_name(plx_upos u) {
    return (size_t)u < PLX_COUNT(upos_names) ? upos_names[u] : "X";
}

const char *plx_deprel_name(plx_deprel d) {
    return (size_t)d < PLX_COUNT(deprel_names) ? deprel_names[d] : "dep";
}

plx_upos plx_upos_of(plx_str name) {
    for (size_t i = 0; i < PLX_COUNT(upos_names); i++) {
        if (plx_str_eq(name, plx_str_of(upos_names[i]))) {
            return (plx_upos)i;
        }
    }
    return PLX_UPOS_X;
}

plx_deprel plx_deprel_of(plx_str name) {
    for (size_t i = 0; i < PLX_COUNT(deprel_names); i++) {
        if (plx_str_eq(name, plx_str_of(deprel_names[i]))) {
            return (plx_deprel)i;
        }
    }
    size_t colon = plx_str_find_char(name, ':', 0);
    return colon == SIZE_MAX ? PLX_DEP_dep : plx_deprel_of(plx_str_slice(name, 0, colon));
}

uint32_t plx_token_at(const plx_annotation *an, uint32_t byte) {
    size_t lo = 0, hi = an->n_tokens;
    while (lo < hi) {
        size_t mid = lo + (hi - lo) / 2;
        if (an->tokens[mid].span.end <= byte) {
            lo = mid + 1;
        } else {
            hi = mid;
        }
    }
    return (uint32_t)lo;
}

void plx_tokens_in(const plx_annotation *an, plx_span span, uint32_t *begin, uint32_t *end) {
    *begin = *end = plx_token_at(an, span.begin);
    while (*end < an->n_tokens && an->tokens[*end].span.begin < span.end) {
        ++*end;
    }
}

bool plx_is_below(const plx_annotation *an, uint32_t token, uint32_t ancestor) {
    size_t most = 0;
    const plx_sentence *s = &an->sentences[an->tokens[token].sentence];
    for (most = s->end - s->begin; token != PLX_NONE; token = an->tokens[token].head) {
        if (token == ancestor) {
            return true;
        }
        if (most-- == 0) {
            break; /* a cycle: only a damaged tree has one */
        }
    }
    return false;
}
