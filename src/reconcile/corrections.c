/* The file of corrections: its lines in and out. */
#include "reconcile/corrections.h"

#include "base/utf8.h"
#include "base/vec.h"

static const struct {
    const char *word;
    unsigned n_values;
} verbs[PLX_N_CORRECT_VERBS] = {
    [PLX_CORRECT_JOIN] = {"join", 2},       [PLX_CORRECT_SPLIT] = {"split", 2},
    [PLX_CORRECT_RENAME] = {"rename", 2},   [PLX_CORRECT_DROP] = {"drop", 1},
    [PLX_CORRECT_SPEAKER] = {"speaker", 2}, [PLX_CORRECT_DATE] = {"date", 2},
    [PLX_CORRECT_SAME] = {"same", 2},       [PLX_CORRECT_APART] = {"apart", 2},
};

static void skip_blanks(plx_str line, size_t *pos) {
    while (*pos < line.n && (line.p[*pos] == ' ' || line.p[*pos] == '\t')) (*pos)++;
}

/* A value in marks or a word; false at the end of the line or when a mark is not closed. */
static bool take_value(plx_str line, size_t *pos, plx_arena *arena, plx_str *out) {
    skip_blanks(line, pos);
    if (*pos >= line.n) return false;
    size_t at = *pos;
    uint32_t open = plx_utf8_next(line, &at);
    if (!plx_cp_is_double_quote(open)) {
        size_t end = *pos;
        while (end < line.n && line.p[end] != ' ' && line.p[end] != '\t') end++;
        *out = plx_str_slice(line, *pos, end);
        *pos = end;
        return true;
    }
    plx_buf b;
    plx_buf_init(&b, arena, line.n + 1);
    while (at < line.n) {
        uint32_t cp = plx_utf8_next(line, &at);
        if (cp == '\\' && at < line.n) {
            cp = plx_utf8_next(line, &at);
        } else if (plx_cp_is_double_quote(cp)) {
            *pos = at;
            *out = plx_buf_str(&b);
            return out->n > 0;
        }
        plx_buf_put_cp(&b, cp);
    }
    return false;
}

static bool parse_line(plx_str line, plx_arena *arena, plx_correction *out) {
    size_t pos = 0;
    plx_str verb = {NULL, 0}, *values[2] = {&out->a, &out->b};
    if (!take_value(line, &pos, arena, &verb)) return false;
    unsigned v = 0;
    while (v < PLX_N_CORRECT_VERBS && !plx_str_eq(verb, plx_str_of(verbs[v].word))) v++;
    if (v == PLX_N_CORRECT_VERBS) return false;
    out->verb = (plx_correction_verb)v;
    PLX_ASSERT(verbs[v].n_values <= PLX_COUNT(values));
    for (unsigned i = 0; i < verbs[v].n_values && i < PLX_COUNT(values); i++) {
        if (!take_value(line, &pos, arena, values[i])) return false;
    }
    skip_blanks(line, &pos);
    return pos == line.n || line.p[pos] == '#';
}

plx_err plx_corrections_parse(plx_str text, plx_arena *arena, plx_corrections *out,
                              plx_error *err) {
    plx_corrections list = {NULL, 0, 0};
    uint32_t number = 0;
    for (plx_str rest = text, line; plx_str_split(&rest, '\n', &line);) {
        number++;
        plx_str trimmed = plx_str_trim(line);
        if (!trimmed.n || trimmed.p[0] == '#') continue;
        plx_correction c = {.line = number, .text = trimmed};
        if (plx_utf8_validate(trimmed) != trimmed.n || !parse_line(trimmed, arena, &c)) {
            return plx_fail(
                err, PLX_INVALID, (uint64_t)(line.p - text.p),
                "line %u: not a correction (join, split, rename, drop, speaker, date, same, "
                "apart)",
                number);
        }
        plx_vec_push(&list, arena, c);
    }
    *out = list;
    return PLX_OK;
}

static void put_value(plx_str value, plx_buf *out) {
    plx_buf_putz(out, " \"");
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (c == '"' || c == '\\') plx_buf_putc(out, '\\');
        plx_buf_putc(out, c == '\n' || c == '\r' ? ' ' : c);
    }
    plx_buf_putc(out, '"');
}

void plx_correction_write(const plx_correction *c, plx_buf *out) {
    plx_buf_putz(out, verbs[c->verb].word);
    put_value(c->a, out);
    if (verbs[c->verb].n_values > 1) put_value(c->b, out);
    plx_buf_putc(out, '\n');
}
