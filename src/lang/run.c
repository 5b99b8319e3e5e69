#include "lang/internal.h"

#include <stdlib.h>

/* ---- loading --------------------------------------------------------------------------------- */

static plx_err load_hashed(const plx_model *m, const char *name, uint32_t n_classes,
                           plx_hashed *out, plx_error *err) {
    plx_str s;
    if (!plx_model__section(m, name, &s)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no section '%s'", name);
    }
    size_t rows = s.n - PLX_MIN(s.n, (size_t)n_classes);
    if (rows == 0 || (rows & (rows - 1)) != 0 || rows > UINT32_MAX) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's section '%s' has a wrong size", name);
    }
    *out = (plx_hashed){(const int8_t *)s.p, (uint32_t)(rows - 1), n_classes};
    return PLX_OK;
}

plx_err plx_lang__load(plx_lang *lang, plx_error *err) {
    const plx_model *m = &lang->model;
    plx_str s;
    if (!plx_model__section(m, "tags", &s) || s.n == 0 || s.n % 8 != 0 ||
        s.n / 8 > PLX_LINEAR_MAX_CLASSES) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no usable section 'tags'");
    }
    lang->tags = (const unsigned char *)s.p;
    lang->n_tags = (uint32_t)(s.n / 8);
    for (uint32_t i = 0; i < lang->n_tags; i++) {
        if (lang->tags[8 * (size_t)i] >= PLX_N_UPOS) {
            return plx_fail(err, PLX_CORRUPT, 0, "the model's section 'tags' is damaged");
        }
    }
    if (!plx_model__section(m, "lemma", &s)) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model has no section 'lemma'");
    }
    PLX_TRY(plx_lemma__load(s, &lang->lemmas, err));
    PLX_TRY(load_hashed(m, "lin.tag", lang->n_tags, &lang->tagger, err));
    PLX_TRY(load_hashed(m, "lin.name", 1 + 2 * PLX_N_ENTITY_TYPES, &lang->namer, err));
    return load_hashed(m, "lin.parse", 1 + 2 * PLX_N_DEPRELS, &lang->parser, err);
}

void plx_lang__unload(plx_lang *lang) { (void)lang; }

/* ---- running --------------------------------------------------------------------------------- */

static uint32_t best_of(const int32_t *score, uint32_t n) {
    uint32_t best = 0;
    for (uint32_t c = 1; c < n; c++) {
        if (score[c] > score[best]) {
            best = c;
        }
    }
    return best;
}

static void parse(const plx_lang *lang, const plx_view *v, plx_state *st, plx_token *t,
                  uint32_t begin, uint32_t n) {
    plx_features f;
    int32_t score[PLX_LINEAR_MAX_CLASSES];
    plx_linear__begin(st, v, n);
    while (!plx_linear__done(st)) {
        plx_linear__parse_features(st, &f);
        plx_linear__score(&lang->parser, &f, score);
        bool can[3];
        for (int m = 0; m < 3; m++) {
            can[m] = plx_linear__can(st, m);
        }
        uint32_t best = PLX_NONE;
        for (uint32_t c = 0; c < lang->parser.n_classes; c++) {
            bool to_root = (c - 1) / 2 == PLX_DEP_root;
            int m = c == 0 ? PLX_SHIFT : 1 + (int)((c - 1) % 2);
            if (!can[m] || (m == PLX_LEFT && to_root != (st->b > n)) ||
                (m == PLX_RIGHT && to_root)) {
                continue;
            }
            if (best == PLX_NONE || score[c] > score[best]) {
                best = c;
            }
        }
        int m = best == 0 ? PLX_SHIFT : 1 + (int)((best - 1) % 2);
        plx_linear__do(st, m, best ? (uint8_t)((best - 1) / 2) : 0);
    }
    for (uint32_t i = 1; i <= n; i++) {
        t[i - 1].head = st->head[i] > n ? PLX_NONE : begin + st->head[i] - 1;
        t[i - 1].deprel = st->rel[i];
    }
}

static bool is_word(plx_str s) {
    size_t pos = 0;
    return s.n && plx_cp_is_alnum(plx_utf8_next(s, &pos));
}

static void run_part(const plx_lang *lang, plx_annotation *an, uint32_t begin, uint32_t end,
                     plx_view *room, plx_state *st, plx_arena *arena) {
    uint32_t n = end - begin;
    plx_token *t = an->tokens + begin;
    memset(room, 0, (n + 4) * sizeof *room);
    plx_view *v = room + 2;
    bool initial = true;
    for (uint32_t i = 0; i < n; i++) {
        plx_linear__view(t[i].form, initial, &v[i]);
        initial = initial && !is_word(t[i].form);
    }
    plx_features f;
    int32_t score[PLX_LINEAR_MAX_CLASSES];
    for (uint32_t i = 0; i < n; i++) {
        plx_linear__tag_features(v + i, &f);
        plx_linear__score(&lang->tagger, &f, score);
        uint32_t tag = best_of(score, lang->n_tags);
        v[i].tag = (uint16_t)tag;
        const unsigned char *entry = lang->tags + 8 * (size_t)tag;
        plx_str xpos = plx_str_n((const char *)entry + 1, strnlen((const char *)entry + 1, 7));
        t[i].upos = entry[0];
        t[i].feats = plx_lang__feats((plx_upos)entry[0], xpos, t[i].form);
        t[i].lemma = plx_lemma__of(&lang->lemmas, t[i].form, tag, arena);
    }
    for (uint32_t i = 0; i < n; i++) {
        plx_linear__name_features(v + i, &f);
        plx_linear__score(&lang->namer, &f, score);
        v[i].label = (uint8_t)best_of(score, lang->namer.n_classes);
        t[i].name = v[i].label; /* a label until names are made */
    }
    parse(lang, v, st, t, begin, n);
}

static void make_names(plx_annotation *an, plx_arena *arena) {
    uint32_t n = 0;
    for (size_t i = 0; i < an->n_tokens; i++) {
        n += an->tokens[i].name != 0;
    }
    an->names = plx_new_n(arena, plx_name, n);
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

void plx_lang__run(const plx_lang *lang, plx_lang_speed speed, plx_arena *arena,
                   plx_annotation *an) {
    (void)speed;
    plx_view *room = plx_new_n(arena, plx_view, PLX_LANG_MAX_WORDS + 4);
    plx_state *st = plx_new(arena, plx_state);
    for (size_t k = 0; k < an->n_sentences; k++) {
        const plx_sentence *s = &an->sentences[k];
        for (uint32_t b = s->begin; b < s->end; b += PLX_LANG_MAX_WORDS) {
            run_part(lang, an, b, PLX_MIN(s->end, b + PLX_LANG_MAX_WORDS), room, st, arena);
        }
    }
    make_names(an, arena);
    an->has_tree = true;
}
