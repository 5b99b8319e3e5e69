#include "lang/names.h"

static bool may_follow(uint32_t before, uint32_t label) {
    if (label == 0 || label % 2 == 1) {
        return true;
    }
    return before == label || before + 1 == label;
}

void plx_lang__best_labels(const float *scores, uint32_t n, uint8_t *back, uint8_t *labels) {
    float best[PLX_NAME_LABELS], next[PLX_NAME_LABELS];
    for (uint32_t k = 0; k < PLX_NAME_LABELS; k++) {
        best[k] = may_follow(0, k) ? scores[k] : -1e30F;
    }
    for (uint32_t i = 1; i < n; i++) {
        for (uint32_t k = 0; k < PLX_NAME_LABELS; k++) {
            uint32_t from = 0;
            float top = -1e30F;
            for (uint32_t j = 0; j < PLX_NAME_LABELS; j++) {
                if (may_follow(j, k) && best[j] > top) {
                    top = best[j];
                    from = j;
                }
            }
            back[i * PLX_NAME_LABELS + k] = (uint8_t)from;
            next[k] = top + scores[i * PLX_NAME_LABELS + k];
        }
        memcpy(best, next, sizeof best);
    }
    uint32_t k = 0;
    for (uint32_t j = 1; j < PLX_NAME_LABELS; j++) {
        k = best[j] > best[k] ? j : k;
    }
    for (uint32_t i = n; i-- > 0;) {
        labels[i] = (uint8_t)k;
        k = i ? back[i * PLX_NAME_LABELS + k] : 0;
    }
}

void plx_lang__make_names(plx_annotation *an, plx_arena *arena) {
    uint32_t n = 0;
    for (size_t i = 0; i < an->n_tokens; i++) {
        n += an->tokens[i].name != 0;
    }
    an->names = plx_new_n(arena, plx_name, n);
    an->n_names = 0;
    uint32_t last = 0, sentence = PLX_NONE;
    for (uint32_t i = 0; i < an->n_tokens; i++) {
        plx_token *t = &an->tokens[i];
        uint32_t label = t->name;
        bool inside = label && label % 2 == 0;
        bool open = inside && last && (last + 1) / 2 == label / 2 && sentence == t->sentence;
        last = label;
        sentence = t->sentence;
        t->name = PLX_NONE;
        if (label == 0) {
            continue;
        }
        if (!open) {
            an->names[an->n_names++] =
                (plx_name){t->span, i, i + 1, (plx_entity_type)((label - 1) / 2)};
        }
        plx_name *name = &an->names[an->n_names - 1];
        name->end = i + 1;
        name->span.end = t->span.end;
        t->name = (uint32_t)an->n_names - 1;
    }
}
