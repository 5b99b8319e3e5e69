#include "model/dossier.h"

size_t plx_story_n_accounts_of(const plx_story *s, const plx_ats *places, plx_arena *scratch) {
    plx_arena_mark mark = plx_arena_mark_here(scratch);
    bool *seen = plx_new_n(scratch, bool, s->n_accounts);
    size_t n = 0;
    for (size_t i = 0; i < places->n; i++) {
        n += !seen[places->p[i].account];
        seen[places->p[i].account] = true;
    }
    plx_arena_restore(scratch, mark);
    return n;
}

const char *plx_difference_kind_name(plx_difference_kind k) {
    static const char *const names[] = {"conflict", "precision", "variant", "update"};
    return (size_t)k < PLX_COUNT(names) ? names[k] : "?";
}

const char *plx_reuse_kind_name(plx_reuse_kind k) {
    static const char *const names[] = {"verbatim", "near", "quotation", "furniture"};
    return (size_t)k < PLX_COUNT(names) ? names[k] : "?";
}

const char *plx_direction_name(plx_direction d) {
    static const char *const names[] = {"unknown", "a-to-b", "b-to-a"};
    return (size_t)d < PLX_COUNT(names) ? names[d] : "?";
}
