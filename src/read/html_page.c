#include "read/html_page.h"

void plx_read__page_of(plx_str html, plx_arena *arena, plx_read__page *out) {
    *out = (plx_read__page){0};
    plx_read__tree_of(html, arena, &out->tree);
    plx_read__meta_of(&out->tree, arena, &out->meta);
    plx_read__blocks_of(&out->tree, arena, &out->blocks);
    plx_read__page_facts facts = {.title = out->meta.title.value,
                                  .description = out->meta.description.value,
                                  .body = out->meta.body.value};
    out->features = plx_new_n(arena, plx_read__features, out->blocks.n);
    plx_read__features_of(&out->blocks, &facts, arena, out->features);
}

static bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == ':';
}

plx_str plx_read__declared_charset(plx_str bytes) {
    plx_str head = plx_str_slice(bytes, 0, 4096);
    for (size_t at = 0; (at = plx_str_find_char(head, 'c', at)) != SIZE_MAX; at++) {
        if (!plx_str_starts_nocase(plx_str_slice(head, at, head.n), PLX_S("charset"))) {
            continue;
        }
        size_t i = at + 7;
        while (i < head.n &&
               (head.p[i] == ' ' || head.p[i] == '=' || head.p[i] == '"' || head.p[i] == '\'')) {
            i++;
        }
        size_t end = i;
        while (end < head.n && is_name_char(head.p[end])) {
            end++;
        }
        if (end > i && end - i < 30) {
            return plx_str_slice(head, i, end);
        }
    }
    plx_str x = plx_str_slice(head, 0, 200);
    size_t e = plx_str_find(x, PLX_S("encoding=\""), 0);
    if (plx_str_starts(plx_str_trim(x), PLX_S("<?xml")) && e != SIZE_MAX) {
        size_t end = plx_str_find_char(x, '"', e + 10);
        return end == SIZE_MAX ? (plx_str){0} : plx_str_slice(x, e + 10, end);
    }
    return (plx_str){0};
}
