#include "support/data.h"

void read_treebank(const char *path, dataset *out) {
    plx_str in = read_file(path);
    plx_conllu doc;
    plx_error err;
    if (plx_conllu_read(in, out->arena, &doc, &err) != PLX_OK) {
        die("%s: byte %llu: %s", path, (unsigned long long)err.pos, err.msg);
    }
    uint32_t document = 0;
    for (size_t k = 0; k < doc.an.n_sentences; k++) {
        const plx_sentence *s = &doc.an.sentences[k];
        document += doc.new_document[k];
        sentence *t = plx_vec_add(out, out->arena);
        t->n = s->end - s->begin;
        t->document = document;
        t->has_tree = true;
        t->form = plx_new_n(out->arena, plx_str, t->n);
        t->space = plx_new_n(out->arena, bool, t->n);
        t->tag = plx_new_n(out->arena, uint16_t, t->n);
        t->head = plx_new_n(out->arena, uint32_t, t->n);
        t->rel = plx_new_n(out->arena, uint8_t, t->n);
        t->upos = plx_new_n(out->arena, uint8_t, t->n);
        t->lemma = plx_new_n(out->arena, plx_str, t->n);
        t->xpos = doc.xpos + s->begin;
        for (uint32_t i = 0; i < t->n; i++) {
            const plx_token *w = &doc.an.tokens[s->begin + i];
            t->form[i] = w->form;
            t->space[i] = w->space_before;
            t->head[i] = w->head == PLX_NONE ? 0 : w->head - s->begin + 1;
            t->rel[i] = w->deprel;
            t->upos[i] = w->upos;
            t->lemma[i] = w->lemma;
        }
    }
}

/* ---- IOB2 ------------------------------------------------------------------------------------ */

static bool is_one_of(plx_str s, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (plx_str_eq_nocase(s, plx_str_of(list[i]))) {
            return true;
        }
    }
    return false;
}

static bool no_space_before(plx_str s) {
    static const char *const exact[] = {
        "'s", "\xE2\x80\x99s", "'re",  "'ve", "'ll", "'d", "'m", "n't", "''", "/",
        "'",  "\xE2\x80\x99",  "-RRB-"};
    static const char *const marks[] = {"\xE2\x80\xA6", "\xE2\x80\x9D", "\xC2\xBB"};
    if (is_one_of(s, exact, PLX_COUNT(exact)) || is_one_of(s, marks, PLX_COUNT(marks))) {
        return true;
    }
    for (size_t i = 0; i < s.n; i++) {
        if (!strchr(".,;:!?%)]}", s.p[i])) {
            return false;
        }
    }
    return s.n > 0;
}

static bool no_space_after(plx_str s) {
    static const char *const exact[] = {"(",  "[", "{",    "\xE2\x80\x9C", "\xC2\xAB",
                                        "#",  "$", "US$",  "\xC2\xA3",     "\xE2\x82\xAC",
                                        "``", "/", "-LRB-"};
    return is_one_of(s, exact, PLX_COUNT(exact));
}

typedef struct iob {
    PLX_VEC(plx_str) tokens, tags;
    plx_str text; /* from the comment; p is NULL without */
} iob;

/* The tokens' places in the sentence's own text, or in one that is put together as a writer would.
 */
static plx_str lay_out(const iob *s, plx_span *places, plx_arena *arena) {
    size_t at = 0, i = 0;
    for (; s->text.p && i < s->tokens.n; i++) {
        size_t found = plx_str_find(s->text, s->tokens.p[i], at);
        if (found == SIZE_MAX || found > at + 3) {
            break;
        }
        places[i] = plx_span_of(found, found + s->tokens.p[i].n);
        at = places[i].end;
    }
    if (s->text.p && i == s->tokens.n) {
        return s->text;
    }
    plx_buf b;
    plx_buf_init(&b, arena, SIZE_MAX);
    bool glue = true, inside = false;
    for (i = 0; i < s->tokens.n; i++) {
        plx_str t = s->tokens.p[i];
        bool quote = plx_str_eq(t, PLX_S("\""));
        if (!(glue || (quote && inside) || no_space_before(t))) {
            plx_buf_putc(&b, ' ');
        }
        places[i] = plx_span_of(b.n, b.n + t.n);
        plx_buf_put(&b, t);
        glue = no_space_after(t) || (quote && !inside);
        inside = inside != quote;
    }
    return plx_buf_str(&b);
}

static uint8_t type_of(plx_str tag) {
    plx_str t = plx_str_slice(tag, 2, tag.n);
    return plx_str_eq(t, PLX_S("PER"))   ? PLX_PERSON
           : plx_str_eq(t, PLX_S("ORG")) ? PLX_ORGANIZATION
           : plx_str_eq(t, PLX_S("LOC")) ? PLX_PLACE
                                         : PLX_OTHER;
}

static void add_sentence(const iob *s, uint32_t document, dataset *out) {
    plx_arena *a = out->arena;
    size_t n = s->tokens.n;
    plx_span *places = plx_new_n(a, plx_span, n);
    plx_account account = {.text = lay_out(s, places, a)};
    plx_words words;
    plx_lang__words(&account, a, &words);
    sentence *t = plx_vec_add(out, a);
    t->n = (uint32_t)PLX_MIN(words.n, (size_t)PLX_LANG_MAX_WORDS);
    t->document = document;
    t->text = account.text;
    t->form = plx_new_n(a, plx_str, t->n);
    t->space = plx_new_n(a, bool, t->n);
    t->label = plx_new_n(a, uint8_t, t->n);
    size_t k = 0;
    uint32_t open = PLX_NONE; /* the first token of the name that the word before belongs to */
    for (uint32_t i = 0; i < t->n; i++) {
        plx_span w = words.p[i].span;
        t->form[i] = plx_str_at(account.text, w);
        t->space[i] = words.p[i].space_before;
        while (k < n && places[k].end <= w.begin) {
            k++;
        }
        if (k >= n || plx_span_overlap(places[k], w) == 0 || s->tags.p[k].p[0] == 'O') {
            open = PLX_NONE;
            continue;
        }
        size_t first = k;
        while (s->tags.p[first].p[0] == 'I' && first > 0 && s->tags.p[first - 1].p[0] != 'O') {
            first--;
        }
        uint8_t type = type_of(s->tags.p[k]);
        t->label[i] = (uint8_t)(1 + 2 * type + (open == first ? 1 : 0));
        open = (uint32_t)first;
    }
}

void read_names(const char *path, uint32_t document_offset, dataset *out) {
    plx_str rest = read_file(path), line;
    iob s = {0};
    uint32_t document = document_offset;
    bool other = false;
    size_t begin = out->n;
    for (bool more = true; more;) {
        more = plx_str_split(&rest, '\n', &line);
        size_t tab = more ? plx_str_find_char(line, '\t', 0) : SIZE_MAX;
        if (!more || line.n == 0) {
            if (s.tokens.n) {
                add_sentence(&s, document, out);
            }
            s.tokens.n = s.tags.n = 0;
            s.text.p = NULL;
        } else if (tab == SIZE_MAX) {
            document += plx_str_starts(line, PLX_S("# doc"));
            if (plx_str_starts(line, PLX_S("# text = "))) {
                s.text = plx_str_slice(line, 9, line.n);
            }
        } else {
            plx_vec_push(&s.tokens, out->arena, plx_str_slice(line, 0, tab));
            plx_vec_push(&s.tags, out->arena, plx_str_slice(line, tab + 1, line.n));
            other |= plx_str_ends(line, PLX_S("MISC"));
        }
    }
    for (size_t i = begin; i < out->n; i++) {
        out->p[i].has_other = other;
    }
}
