/* To which hospital: one is named in one account, another in the next. The hospital counts by the
 * words around its name: somebody was taken there, treated there, or died there. Accounts that
 * have one in common do not differ. */
#include "base/vec.h"
#include "reconcile/difference_pool.h"

#define MOST_SEEN 120u
#define MOST_NAME 6u /* words */

typedef struct seen {
    uint32_t account, entity;
    plx_at at;
} seen;

typedef struct seen_list {
    seen *p;
    size_t n, cap;
} seen_list;

static bool is_hospital_word(plx_str fold) {
    static const plx_str words[] = {PLX_S_INIT("clinic"), PLX_S_INIT("hospital"),
                                    PLX_S_INIT("infirmary"), PLX_S_INIT("medical")};
    return plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

static bool is_general_word(plx_str fold) {
    static const plx_str words[] = {
        PLX_S_INIT("and"),    PLX_S_INIT("center"),   PLX_S_INIT("centre"),
        PLX_S_INIT("city"),   PLX_S_INIT("county"),   PLX_S_INIT("general"),
        PLX_S_INIT("health"), PLX_S_INIT("memorial"), PLX_S_INIT("of"),
        PLX_S_INIT("st"),     PLX_S_INIT("st."),      PLX_S_INIT("the"),
        PLX_S_INIT("trauma"), PLX_S_INIT("uc"),       PLX_S_INIT("university")};
    return is_hospital_word(fold) || plx_str_lookup(words, PLX_COUNT(words), fold) != PLX_NONE;
}

/* Is somebody said to be brought to the place or cared for there, in its sentence? */
static bool receives(const plx_annotation *an, uint32_t token) {
    static const plx_str words[] = {
        PLX_S_INIT("admit"),     PLX_S_INIT("airlift"),     PLX_S_INIT("bring"),
        PLX_S_INIT("die"),       PLX_S_INIT("drive"),       PLX_S_INIT("fly"),
        PLX_S_INIT("go"),        PLX_S_INIT("hospitalize"), PLX_S_INIT("list"),
        PLX_S_INIT("pronounce"), PLX_S_INIT("rush"),        PLX_S_INIT("take"),
        PLX_S_INIT("transport"), PLX_S_INIT("treat"),       PLX_S_INIT("walk")};
    const plx_sentence *s = &an->sentences[an->tokens[token].sentence];
    for (uint32_t i = s->begin; i < s->end; i++) {
        if (an->tokens[i].upos == PLX_UPOS_VERB &&
            plx_str_lookup(words, PLX_COUNT(words), an->tokens[i].lemma) != PLX_NONE) {
            return true;
        }
    }
    return false;
}

static void read_account(const plx_links *l, uint32_t account, seen_list *out) {
    const plx_annotation *an = l->view[account].an;
    for (uint32_t m = 0; m < an->n_mentions && out->n < MOST_SEEN; m++) {
        const plx_mention *x = &an->mentions[m];
        uint32_t e = plx_story_entity_of(l->s, account, x->chain);
        bool hospital = false;
        for (uint32_t i = x->begin; i < x->end && x->kind == PLX_NAME; i++) {
            hospital |= is_hospital_word(an->tokens[i].fold);
        }
        if (hospital && e != PLX_NONE && x->type != PLX_PERSON && x->end - x->begin >= 2 &&
            x->end - x->begin <= MOST_NAME && receives(an, x->begin) &&
            !plx_account_is_dropped(an->account, x->span)) {
            seen found = {account, e, {account, x->span}};
            plx_vec_push(out, l->arena, found);
        }
    }
}

/* Have two names a word in common that says which? */
static bool share_name(const plx_links *l, const seen *a, const seen *b) {
    const plx_annotation *x = l->view[a->account].an, *y = l->view[b->account].an;
    uint32_t from, to, begin, end;
    plx_tokens_in(x, a->at.span, &from, &to);
    plx_tokens_in(y, b->at.span, &begin, &end);
    for (uint32_t i = from; i < to; i++) {
        for (uint32_t k = begin; k < end; k++) {
            if (plx_str_eq(x->tokens[i].fold, y->tokens[k].fold) &&
                !is_general_word(x->tokens[i].fold)) {
                return true;
            }
        }
    }
    return false;
}

/* "CAMC" of "Central Arden Medical Clinic". */
static bool has_letters_of(const plx_links *l, const seen *a, const seen *b) {
    const plx_annotation *x = l->view[a->account].an, *y = l->view[b->account].an;
    uint32_t from, to, begin, end;
    plx_tokens_in(x, a->at.span, &from, &to);
    plx_tokens_in(y, b->at.span, &begin, &end);
    for (uint32_t i = from; i < to; i++) {
        plx_str form = x->tokens[i].form;
        size_t n = 0;
        for (uint32_t k = begin; k < end && n < form.n; k++) {
            n += y->tokens[k].form.p[0] == form.p[n];
        }
        if (form.n >= 3 && n == form.n && form.p[1] >= 'A' && form.p[1] <= 'Z') {
            return true;
        }
    }
    return false;
}

static bool one_hospital(const plx_links *l, const seen *a, const seen *b) {
    return a->entity == b->entity || share_name(l, a, b) || has_letters_of(l, a, b) ||
           has_letters_of(l, b, a);
}

/* Has the account a hospital in common with the other? */
static bool accounts_meet(const plx_links *l, const seen_list *list, uint32_t a, uint32_t b) {
    for (size_t i = 0; i < list->n; i++) {
        for (size_t k = 0; k < list->n && list->p[i].account == a; k++) {
            if (list->p[k].account == b && one_hospital(l, &list->p[i], &list->p[k])) {
                return true;
            }
        }
    }
    return false;
}

void plx_difference__hospitals(const plx_links *l) {
    seen_list list = {0};
    for (uint32_t a = 0; a < l->s->n_accounts; a++) {
        read_account(l, a, &list);
    }
    bool *used = plx_new_n(l->arena, bool, list.n + 1);
    plx_difference d = {.kind = PLX_PRECISION, .subject_kind = PLX_SUBJECT_NONE};
    for (size_t i = 0; i < list.n; i++) {
        for (size_t k = i + 1; k < list.n; k++) {
            if (list.p[i].account != list.p[k].account &&
                !accounts_meet(l, &list, list.p[i].account, list.p[k].account)) {
                used[i] = used[k] = true;
            }
        }
    }
    for (size_t i = 0; i < list.n; i++) {
        plx_str value = l->s->entities.p[list.p[i].entity].name;
        for (size_t k = 0; k < i; k++) {
            if (used[k] && one_hospital(l, &list.p[k], &list.p[i])) {
                value = l->s->entities.p[list.p[k].entity].name;
                break;
            }
        }
        if (used[i]) {
            plx_difference__put(&d, value, list.p[i].at, l->arena);
        }
    }
    d.about = PLX_S("to which hospital");
    d.why = PLX_S("hospitals by name, none of them in both accounts");
    d.weight = 1.1;
    d.subject = PLX_NONE;
    plx_difference__add(l->s, &d, l->arena);
}
