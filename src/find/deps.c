#include "find/deps.h"

#include "base/vec.h"

static bool same_sentence(const plx_annotation *an, uint32_t token, uint32_t head) {
    return head < an->n_tokens && head != token &&
           an->tokens[head].sentence == an->tokens[token].sentence;
}

/* Extents from the leaves up, in the order of a queue: each word is done when its children are. */
static void make_extents(plx_deps *d, plx_arena *arena) {
    const plx_annotation *an = d->an;
    size_t n = an->n_tokens;
    plx_arena_mark mark = plx_arena_mark_here(arena);
    uint32_t *open = plx_new_n(arena, uint32_t, n);
    uint32_t *queue = plx_new_n(arena, uint32_t, n);
    size_t head = 0, tail = 0;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t c = d->first[i]; c != PLX_NONE; c = d->next[c]) {
            open[i]++;
        }
        if (open[i] == 0) {
            queue[tail++] = i;
        }
    }
    while (head < tail) {
        uint32_t i = queue[head++], up = an->tokens[i].head;
        if (up == PLX_NONE || !same_sentence(an, i, up)) {
            continue;
        }
        d->left[up] = PLX_MIN(d->left[up], d->left[i]);
        d->right[up] = PLX_MAX(d->right[up], d->right[i]);
        if (--open[up] == 0) {
            queue[tail++] = up;
        }
    }
    plx_arena_restore(arena, mark);
}

plx_deps plx_find__deps(const plx_annotation *an, plx_arena *arena) {
    size_t n = an->n_tokens;
    plx_deps d = {an, plx_new_n(arena, uint32_t, n), plx_new_n(arena, uint32_t, n),
                  plx_new_n(arena, uint32_t, n), plx_new_n(arena, uint32_t, n)};
    for (uint32_t i = 0; i < n; i++) {
        d.first[i] = d.next[i] = PLX_NONE;
        d.left[i] = i;
        d.right[i] = i + 1;
    }
    if (!an->has_tree) {
        return d;
    }
    for (uint32_t i = (uint32_t)n; i-- > 0;) {
        uint32_t h = an->tokens[i].head;
        if (h != PLX_NONE && same_sentence(an, i, h)) {
            d.next[i] = d.first[h];
            d.first[h] = i;
        }
    }
    make_extents(&d, arena);
    return d;
}

plx_deprel plx_deps__base(plx_deprel rel) {
    switch (rel) {
    case PLX_DEP_acl_relcl: return PLX_DEP_acl;
    case PLX_DEP_advcl_relcl: return PLX_DEP_advcl;
    case PLX_DEP_aux_pass: return PLX_DEP_aux;
    case PLX_DEP_cc_preconj: return PLX_DEP_cc;
    case PLX_DEP_compound_prt: return PLX_DEP_compound;
    case PLX_DEP_csubj_outer:
    case PLX_DEP_csubj_pass: return PLX_DEP_csubj;
    case PLX_DEP_det_predet: return PLX_DEP_det;
    case PLX_DEP_flat_foreign: return PLX_DEP_flat;
    case PLX_DEP_nmod_desc:
    case PLX_DEP_nmod_npmod:
    case PLX_DEP_nmod_poss:
    case PLX_DEP_nmod_tmod:
    case PLX_DEP_nmod_unmarked: return PLX_DEP_nmod;
    case PLX_DEP_nsubj_outer:
    case PLX_DEP_nsubj_pass: return PLX_DEP_nsubj;
    case PLX_DEP_obl_agent:
    case PLX_DEP_obl_npmod:
    case PLX_DEP_obl_tmod:
    case PLX_DEP_obl_unmarked: return PLX_DEP_obl;
    default: return rel;
    }
}

static plx_deprel base_of(const plx_deps *d, uint32_t token) {
    return plx_deps__base((plx_deprel)d->an->tokens[token].deprel);
}

uint32_t plx_deps__child(const plx_deps *d, uint32_t head, plx_deprel rel) {
    for (uint32_t c = d->first[head]; c != PLX_NONE; c = d->next[c]) {
        if (d->an->tokens[c].deprel == rel) {
            return c;
        }
    }
    return PLX_NONE;
}

uint32_t plx_deps__own_subject(const plx_deps *d, uint32_t verb) {
    uint32_t clausal = PLX_NONE;
    for (uint32_t c = d->first[verb]; c != PLX_NONE; c = d->next[c]) {
        plx_deprel rel = base_of(d, c);
        if (rel == PLX_DEP_nsubj) {
            return c;
        }
        if (rel == PLX_DEP_csubj && clausal == PLX_NONE) {
            clausal = c;
        }
    }
    return clausal;
}

/* Who does the infinitive or participle under `up`: its object when it has one and is a verb of
 * asking or making ("urged Hamas to release"), else PLX_NONE for "as its subject". */
static uint32_t controller_object(const plx_deps *d, uint32_t verb, uint32_t up) {
    const plx_token *t = &d->an->tokens[verb];
    if (t->deprel != PLX_DEP_xcomp && t->deprel != PLX_DEP_ccomp) {
        return PLX_NONE;
    }
    if (plx_str_eq(d->an->tokens[up].lemma, PLX_S("promise"))) {
        return PLX_NONE;
    }
    uint32_t obj = plx_deps__child(d, up, PLX_DEP_obj);
    if (obj == PLX_NONE) {
        obj = plx_deps__child(d, up, PLX_DEP_iobj);
    }
    return obj != PLX_NONE && obj < verb ? obj : PLX_NONE;
}

uint32_t plx_deps__subject(const plx_deps *d, uint32_t verb, bool *through_noun) {
    const plx_annotation *an = d->an;
    *through_noun = false;
    for (int steps = 0; steps < 12; steps++) {
        uint32_t own = plx_deps__own_subject(d, verb);
        if (own != PLX_NONE) {
            return own;
        }
        uint32_t up = an->tokens[verb].head;
        if (up == PLX_NONE || !same_sentence(an, verb, up)) {
            return PLX_NONE;
        }
        switch (base_of(d, verb)) {
        case PLX_DEP_acl: *through_noun = true; return up;
        case PLX_DEP_xcomp:
        case PLX_DEP_ccomp: {
            uint32_t obj = controller_object(d, verb, up);
            if (obj != PLX_NONE) {
                return obj;
            }
            break;
        }
        case PLX_DEP_conj:
        case PLX_DEP_advcl:
        case PLX_DEP_parataxis:
        case PLX_DEP_dep: break;
        default: return PLX_NONE;
        }
        verb = up;
    }
    return PLX_NONE;
}

uint32_t plx_deps__antecedent(const plx_deps *d, uint32_t token) {
    const plx_annotation *an = d->an;
    const plx_token *t = &an->tokens[token];
    bool relative =
        (t->feats & PLX_FEAT_REL) != 0 || ((plx_token_is(t, "who") || plx_token_is(t, "which") ||
                                            plx_token_is(t, "that") || plx_token_is(t, "whom")) &&
                                           t->upos == PLX_UPOS_PRON);
    if (!relative) {
        return token;
    }
    uint32_t at = token;
    for (int steps = 0; steps < 8; steps++) {
        uint32_t up = an->tokens[at].head;
        if (up == PLX_NONE || !same_sentence(an, at, up)) {
            return token;
        }
        if (an->tokens[at].deprel == PLX_DEP_acl_relcl) {
            return up;
        }
        at = up;
    }
    return token;
}

bool plx_deps__is_passive(const plx_deps *d, uint32_t verb) {
    const plx_token *t = &d->an->tokens[verb];
    bool subject = false;
    for (uint32_t c = d->first[verb]; c != PLX_NONE; c = d->next[c]) {
        switch (d->an->tokens[c].deprel) {
        case PLX_DEP_nsubj_pass:
        case PLX_DEP_csubj_pass:
        case PLX_DEP_aux_pass:
        case PLX_DEP_obl_agent: return true;
        case PLX_DEP_nsubj: subject = true; break;
        default: break;
        }
    }
    if (subject) {
        return false;
    }
    return t->upos == PLX_UPOS_VERB && (t->feats & PLX_FEAT_PART) != 0 &&
           (t->feats & PLX_FEAT_PAST) != 0 && t->deprel == PLX_DEP_acl;
}

bool plx_deps__is_negated(const plx_deps *d, uint32_t head) {
    static const char *const words[] = {"not", "n't", "n’t", "never", "no", "neither", "nor"};
    for (uint32_t c = d->first[head]; c != PLX_NONE; c = d->next[c]) {
        const plx_token *t = &d->an->tokens[c];
        plx_deprel rel = plx_deps__base((plx_deprel)t->deprel);
        if (rel != PLX_DEP_advmod && rel != PLX_DEP_det && rel != PLX_DEP_cc) {
            continue;
        }
        for (size_t i = 0; i < PLX_COUNT(words); i++) {
            if (plx_token_is(t, words[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Where what follows a noun goes over to an insertion or clause of its own. */
static uint32_t cut_tail(const plx_annotation *an, uint32_t from, uint32_t end) {
    for (uint32_t t = from; t < end; t++) {
        const plx_token *k = &an->tokens[t];
        bool clause = k->deprel == PLX_DEP_acl_relcl || k->deprel == PLX_DEP_acl;
        if (plx_token_is_punct(k, ",") || plx_token_is_punct(k, "(") ||
            plx_token_is_punct(k, "—") || plx_token_is_punct(k, "–") || plx_token_is(k, "who") ||
            plx_token_is(k, "which") || clause) {
            return t;
        }
    }
    return end;
}

void plx_deps__phrase(const plx_deps *d, uint32_t head, uint32_t *begin, uint32_t *end) {
    const plx_annotation *an = d->an;
    uint32_t b = head, e = head + 1;
    for (uint32_t c = d->first[head]; c != PLX_NONE; c = d->next[c]) {
        plx_deprel rel = plx_deps__base((plx_deprel)an->tokens[c].deprel);
        bool before = c < head;
        bool take = false;
        switch (rel) {
        case PLX_DEP_det:
        case PLX_DEP_amod:
        case PLX_DEP_nummod:
        case PLX_DEP_compound: take = true; break;
        case PLX_DEP_flat: take = true; break;
        case PLX_DEP_appos: /* "President | Ann Lee" without a comma names one person */
            take = !before && d->left[c] == e && an->tokens[e].upos != PLX_UPOS_PUNCT;
            break;
        case PLX_DEP_nmod:
            take = before || (d->left[c] == e && an->tokens[e].upos != PLX_UPOS_PUNCT);
            break;
        default: break;
        }
        if (!take) {
            continue;
        }
        if (before) {
            b = PLX_MIN(b, d->left[c]);
        } else if (d->left[c] == e) {
            e = PLX_MAX(e, cut_tail(an, c, d->right[c]));
        }
    }
    *begin = b;
    *end = e;
}
