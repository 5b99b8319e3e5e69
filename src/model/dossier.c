#include "model/dossier.h"

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
