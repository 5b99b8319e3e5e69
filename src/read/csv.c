#include "read/internal.h"

enum { FIELDS_MAX = 256 };

char plx_read__csv_separator(plx_str text) {
    size_t nl = plx_str_find_char(text, '\n', 0), best = 0;
    char sep = ',';
    for (const char *s = ",;\t"; *s; s++) {
        size_t n = 0;
        for (size_t i = 0; i < PLX_MIN(nl, text.n); i++) {
            n += text.p[i] == *s;
        }
        if (n > best) {
            best = n;
            sep = *s;
        }
    }
    return sep;
}

/* A quoted field whose opening mark is at *pos; copied only when it has doubled marks. */
static plx_str quoted_field(plx_str text, size_t *pos, plx_arena *arena) {
    size_t begin = *pos + 1, at = begin;
    bool doubled = false;
    for (;;) {
        at = plx_str_find_char(text, '"', at);
        if (at == SIZE_MAX) {
            *pos = text.n;
            return plx_str_slice(text, begin, text.n);
        }
        if (at + 1 >= text.n || text.p[at + 1] != '"') {
            break;
        }
        doubled = true;
        at += 2;
    }
    *pos = at + 1;
    plx_str raw = plx_str_slice(text, begin, at);
    if (!doubled) {
        return raw;
    }
    plx_buf b;
    plx_buf_init(&b, arena, raw.n);
    for (size_t i = 0; i < raw.n; i++) {
        plx_buf_putc(&b, raw.p[i]);
        i += raw.p[i] == '"';
    }
    return plx_buf_str(&b);
}

bool plx_read__csv_row(plx_str text, char separator, size_t *pos, plx_arena *arena,
                       plx_read__row *row) {
    *row = (plx_read__row){0};
    if (*pos >= text.n) {
        return false;
    }
    for (;;) {
        plx_str field;
        if (*pos < text.n && text.p[*pos] == '"') {
            field = quoted_field(text, pos, arena);
            while (*pos < text.n && text.p[*pos] != separator && text.p[*pos] != '\n') {
                (*pos)++; /* what follows a closing mark belongs to nothing */
            }
        } else {
            size_t begin = *pos;
            while (*pos < text.n && text.p[*pos] != separator && text.p[*pos] != '\n') {
                (*pos)++;
            }
            field = plx_str_trim(plx_str_slice(text, begin, *pos));
        }
        if (row->n < FIELDS_MAX) {
            plx_vec_push(row, arena, field);
        }
        if (*pos >= text.n) {
            return true;
        }
        if (text.p[(*pos)++] == '\n') {
            return true;
        }
    }
}

/* ---- parallax.csv
 * -------------------------------------------------------------------------------- */

static const char *const columns[] = {"path", "source", "published", "url", "title"};

void plx_read__sidecar_parse(plx_str text, plx_arena *arena, plx_read__sidecar *out) {
    *out = (plx_read__sidecar){0};
    char sep = plx_read__csv_separator(text);
    size_t at = 0, order[PLX_COUNT(columns)] = {0, 1, 2, 3, 4};
    bool first = true;
    for (plx_read__row row; plx_read__csv_row(text, sep, &at, arena, &row); first = false) {
        bool header = first && row.n > 0 && plx_str_eq_nocase(row.p[0], PLX_S("path"));
        for (size_t c = 0; header && c < PLX_COUNT(columns); c++) {
            order[c] = SIZE_MAX;
            for (size_t k = 0; k < row.n; k++) {
                order[c] = plx_str_eq_nocase(row.p[k], plx_str_of(columns[c])) ? k : order[c];
            }
        }
        if (header || row.n == 0 || row.p[0].n == 0) {
            continue;
        }
        plx_read__row known = {0};
        for (size_t c = 0; c < PLX_COUNT(columns); c++) {
            plx_vec_push(&known, arena, order[c] < row.n ? row.p[order[c]] : (plx_str){0});
        }
        plx_vec_push(out, arena, known);
    }
}

void plx_read__sidecar_apply(const plx_read__sidecar *s, plx_str name, plx_read__hints *hints) {
    for (size_t i = 0; i < s->n; i++) {
        const plx_str *f = s->p[i].p;
        plx_str path = plx_str_starts(f[0], PLX_S("./")) ? plx_str_slice(f[0], 2, f[0].n) : f[0];
        if (plx_str_eq(path, name)) {
            hints->source = f[1];
            hints->published = f[2];
            hints->url = f[3];
            hints->title = f[4];
            hints->hint_from = "parallax.csv";
            return;
        }
    }
}
