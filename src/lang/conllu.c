#include "lang/conllu.h"

#include "base/vec.h"

/* ---- reading --------------------------------------------------------------------------------- */

typedef struct reader {
    plx_arena *arena;
    plx_str in;
    size_t line_at; /* byte where the current line begins */
    PLX_VEC(plx_token) tokens;
    PLX_VEC(plx_sentence) sentences;
    PLX_VEC(bool) part;
    PLX_VEC(plx_str) xpos, feats;
    PLX_VEC(bool) new_document;
    PLX_VEC(uint32_t) heads; /* column HEAD of the open sentence */
    plx_buf text;
    size_t begin;                 /* first token of the open sentence */
    uint32_t range_to, n_ids;     /* last id of the open multiword token; ids seen */
    size_t range_begin, range_at; /* its bytes in text; how far its words have come */
    bool range_fresh, space, fresh, paragraph;
} reader;

static plx_err bad(const reader *r, plx_error *err, const char *what) {
    return plx_fail(err, PLX_INVALID, r->line_at, "CoNLL-U: %s", what);
}

static void put_text(reader *r, plx_str form) {
    if (r->text.n && r->space) {
        plx_buf_putc(&r->text, ' ');
    }
    plx_buf_put(&r->text, form);
}

static plx_span word_span(reader *r, plx_str form) {
    if (r->n_ids > r->range_to) { /* a token of its own */
        put_text(r, form);
        return plx_span_of(r->text.n - form.n, r->text.n);
    }
    plx_str rest = plx_str_slice(plx_buf_str(&r->text), r->range_at, r->text.n);
    if (plx_str_starts(rest, form)) {
        r->range_at += form.n;
        return plx_span_of(r->range_at - form.n, r->range_at);
    }
    return plx_span_of(r->range_begin, r->text.n);
}

static plx_err read_range(reader *r, const plx_str *col, plx_error *err) {
    size_t dash = plx_str_find_char(col[0], '-', 0);
    int64_t from, to;
    if (!plx_str_to_i64(plx_str_slice(col[0], 0, dash), &from) ||
        !plx_str_to_i64(plx_str_slice(col[0], dash + 1, col[0].n), &to) ||
        from != (int64_t)r->n_ids + 1 || to <= from || to > from + 100) {
        return bad(r, err, "a range of ids that does not follow");
    }
    put_text(r, col[1]);
    r->range_to = (uint32_t)to;
    r->range_begin = r->range_at = r->text.n - col[1].n;
    r->range_fresh = true;
    return PLX_OK;
}

static plx_err read_word(reader *r, const plx_str *col, plx_error *err) {
    int64_t id, head = 0;
    if (!plx_str_to_i64(col[0], &id) || id != (int64_t)r->n_ids + 1) {
        return bad(r, err, "an id that does not follow");
    }
    if (!plx_str_eq(col[6], PLX_S("_")) &&
        (!plx_str_to_i64(col[6], &head) || head < 0 || head > 100000)) {
        return bad(r, err, "a head that is no id");
    }
    r->n_ids++;
    bool inside = r->n_ids <= r->range_to;
    plx_token t = {0};
    t.space_before = r->space && (!inside || r->range_fresh);
    t.span = word_span(r, col[1]);
    t.form = col[1];
    t.lemma = col[2];
    t.upos = (uint8_t)plx_upos_of(col[3]);
    t.deprel = (uint8_t)plx_deprel_of(col[7]);
    t.sentence = (uint32_t)r->sentences.n;
    t.name = PLX_NONE;
    plx_vec_push(&r->tokens, r->arena, t);
    plx_vec_push(&r->part, r->arena, inside && !r->range_fresh);
    plx_vec_push(&r->xpos, r->arena, col[4]);
    plx_vec_push(&r->feats, r->arena, col[5]);
    plx_vec_push(&r->heads, r->arena, (uint32_t)head);
    r->range_fresh = false;
    if (!inside) {
        r->space = !plx_str_contains(col[9], PLX_S("SpaceAfter=No"));
    } else if (r->n_ids == r->range_to) {
        r->space = true; /* the range's own column said; see below */
    }
    return PLX_OK;
}

static plx_err end_sentence(reader *r, plx_error *err) {
    size_t n = r->tokens.n - r->begin;
    if (n == 0) {
        return PLX_OK;
    }
    for (size_t i = 0; i < n; i++) {
        uint32_t head = r->heads.p[i];
        if (head > n) {
            return bad(r, err, "a head outside the sentence before this line");
        }
        r->tokens.p[r->begin + i].head = head ? (uint32_t)(r->begin + head - 1) : PLX_NONE;
    }
    plx_sentence s = {{r->tokens.p[r->begin].span.begin, (uint32_t)r->text.n},
                      (uint32_t)r->begin,
                      (uint32_t)r->tokens.n,
                      r->paragraph};
    plx_vec_push(&r->sentences, r->arena, s);
    plx_vec_push(&r->new_document, r->arena, r->fresh);
    r->begin = r->tokens.n;
    r->heads.n = 0;
    r->range_to = r->n_ids = 0;
    r->fresh = r->paragraph = false;
    return PLX_OK;
}

static plx_err read_line(reader *r, plx_str line, bool *range_glued, plx_error *err) {
    plx_str col[10], rest = line;
    size_t n = 0;
    for (plx_str part; plx_str_split(&rest, '\t', &part);) {
        if (n == 10) {
            n++;
            break;
        }
        col[n++] = part;
    }
    if (n != 10) {
        return bad(r, err, "a line that has not 10 columns");
    }
    if (plx_str_contains(col[0], PLX_S("."))) {
        return PLX_OK;
    }
    if (plx_str_contains(col[0], PLX_S("-"))) {
        *range_glued = plx_str_contains(col[9], PLX_S("SpaceAfter=No"));
        return read_range(r, col, err);
    }
    uint32_t range_to = r->range_to;
    PLX_TRY(read_word(r, col, err));
    if (range_to && r->n_ids == range_to) {
        r->space = !*range_glued;
    }
    return PLX_OK;
}

plx_err plx_conllu_read(plx_str in, plx_arena *arena, plx_conllu *out, plx_error *err) {
    if (in.n > UINT32_MAX / 2) {
        return plx_fail(err, PLX_LIMIT, 0, "CoNLL-U: over 2 GiB");
    }
    reader r = {.arena = arena, .in = in, .space = true};
    plx_buf_init(&r.text, arena, UINT32_MAX);
    bool glued = false;
    for (size_t at = 0; at < in.n;) {
        size_t nl = plx_str_find_char(in, '\n', at);
        size_t end = PLX_MIN(nl, in.n);
        plx_str line = plx_str_slice(in, at, end);
        if (line.n && line.p[line.n - 1] == '\r') {
            line.n--;
        }
        r.line_at = at;
        if (line.n == 0) {
            PLX_TRY(end_sentence(&r, err));
        } else if (line.p[0] == '#') {
            r.fresh |= plx_str_starts(line, PLX_S("# newdoc"));
            r.paragraph |= r.fresh || plx_str_starts(line, PLX_S("# newpar"));
        } else {
            PLX_TRY(read_line(&r, line, &glued, err));
        }
        at = end + 1;
    }
    PLX_TRY(end_sentence(&r, err));
    *out = (plx_conllu){
        .part = r.part.p, .xpos = r.xpos.p, .feats = r.feats.p, .new_document = r.new_document.p};
    out->account.text = plx_buf_str(&r.text);
    out->an = (plx_annotation){.tokens = r.tokens.p,
                               .n_tokens = r.tokens.n,
                               .sentences = r.sentences.p,
                               .n_sentences = r.sentences.n,
                               .has_tree = true};
    return PLX_OK;
}

/* ---- writing --------------------------------------------------------------------------------- */

static bool continues(const plx_annotation *an, const bool *part, uint32_t i) {
    return part ? part[i] : plx_lang_continues_token(an, i);
}

static void put_form(plx_buf *out, plx_str s) { /* a form may hold no tab or line end */
    for (size_t i = 0; i < s.n; i++) {
        plx_buf_putc(out, (unsigned char)s.p[i] < 0x20 ? ' ' : s.p[i]);
    }
    if (s.n == 0) {
        plx_buf_putc(out, '_');
    }
}

static void write_range(const plx_annotation *an, const plx_sentence *s, uint32_t from, uint32_t to,
                        bool glued, plx_buf *out) {
    plx_span span = plx_span_join(an->tokens[from].span, an->tokens[to].span);
    plx_buf_printf(out, "%u-%u\t", from - s->begin + 1, to - s->begin + 1);
    put_form(out, plx_str_at(an->account->text, span));
    plx_buf_putz(out, "\t_\t_\t_\t_\t_\t_\t_\t");
    plx_buf_putz(out, glued ? "SpaceAfter=No\n" : "_\n");
}

static void write_word(const plx_annotation *an, const plx_sentence *s, uint32_t i, bool glued,
                       plx_buf *out) {
    const plx_token *t = &an->tokens[i];
    plx_buf_put_u64(out, i - s->begin + 1);
    plx_buf_putc(out, '\t');
    put_form(out, t->form);
    plx_buf_putc(out, '\t');
    put_form(out, t->lemma);
    plx_buf_printf(out, "\t%s\t_\t", plx_upos_name((plx_upos)t->upos));
    plx_buf_put(out, plx_lang_feats_text(t->feats, (plx_upos)t->upos, out->arena));
    if (an->has_tree) {
        plx_buf_printf(out, "\t%u\t%s\t_\t", t->head == PLX_NONE ? 0 : t->head - s->begin + 1,
                       plx_deprel_name((plx_deprel)t->deprel));
    } else {
        plx_buf_putz(out, "\t_\t_\t_\t");
    }
    plx_buf_putz(out, glued ? "SpaceAfter=No\n" : "_\n");
}

void plx_conllu_write(const plx_annotation *an, const bool *part, plx_buf *out) {
    for (size_t k = 0; k < an->n_sentences; k++) {
        const plx_sentence *s = &an->sentences[k];
        plx_buf_printf(out, "# sent_id = %zu\n", k + 1);
        if (s->paragraph_start) {
            plx_buf_putz(out, "# newpar\n");
        }
        plx_buf_putz(out, "# text = ");
        for (uint32_t i = s->begin; i < s->end; i++) {
            if (i > s->begin && an->tokens[i].space_before) {
                plx_buf_putc(out, ' ');
            }
            if (i == s->begin || an->tokens[i].span.begin >= an->tokens[i - 1].span.end) {
                put_form(out, plx_str_at(an->account->text, an->tokens[i].span));
            }
        }
        plx_buf_putc(out, '\n');
        for (uint32_t i = s->begin; i < s->end; i++) {
            bool first = i + 1 < s->end && continues(an, part, i + 1) &&
                         !(i > s->begin && continues(an, part, i));
            uint32_t to = i;
            while (to + 1 < s->end && continues(an, part, to + 1)) {
                to++;
            }
            bool glued = to + 1 < an->n_tokens && !an->tokens[to + 1].space_before;
            if (first) {
                write_range(an, s, i, to, glued, out);
            }
            bool inside = to > i || (i > s->begin && continues(an, part, i));
            write_word(an, s, i, glued && !inside, out);
        }
        plx_buf_putc(out, '\n');
    }
}
