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

/* ---- accounts as rows
 * ---------------------------------------------------------------------------- */

typedef struct csv_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
} csv_job;

enum { C_TEXT, C_TITLE, C_URL, C_SOURCE, C_DATE, C_ID, C_AUTHOR, C_HTML, N_COLUMNS };

static const char *const column_names[N_COLUMNS] = {
    [C_TEXT] = "text body content article maintext article_text full_text fulltext content_text",
    [C_TITLE] = "title headline",
    [C_URL] = "url link uri canonical_url",
    [C_SOURCE] = "source outlet publisher publication site domain",
    [C_DATE] =
        "published date published_at publishedat publication_date date_publish pubdate timestamp",
    [C_ID] = "id uuid guid doc_id article_id",
    [C_AUTHOR] = "author authors byline",
    [C_HTML] = "html raw_html content_html",
};

static bool find_columns(const plx_read__row *head, size_t at[N_COLUMNS]) {
    for (size_t c = 0; c < N_COLUMNS; c++) {
        at[c] = SIZE_MAX;
        for (plx_str name, rest = plx_str_of(column_names[c]);
             at[c] == SIZE_MAX && plx_str_split(&rest, ' ', &name);) {
            for (size_t k = 0; k < head->n && at[c] == SIZE_MAX; k++) {
                at[c] = plx_str_eq_nocase(plx_str_trim(head->p[k]), name) ? k : SIZE_MAX;
            }
        }
    }
    return at[C_TEXT] != SIZE_MAX || at[C_HTML] != SIZE_MAX;
}

static plx_str cell(const plx_read__row *row, size_t at) {
    return at < row->n ? row->p[at] : (plx_str){0};
}

static void emit_row(csv_job *j, const plx_read__row *row, const size_t at[N_COLUMNS], uint64_t n,
                     plx_arena *scratch) {
    plx_read__hints h = *j->hints;
    h.path = plx_read__item_path(h.path, n, scratch);
    if (!plx_read__wanted(j->run, h.path)) {
        return;
    }
    h.title = cell(row, at[C_TITLE]);
    h.url = cell(row, at[C_URL]);
    h.source = cell(row, at[C_SOURCE]);
    h.published = cell(row, at[C_DATE]);
    h.hint_from = "record";
    h.charset = PLX_S("UTF-8");
    plx_str text = cell(row, at[C_TEXT]), html = cell(row, at[C_HTML]);
    if (plx_str_trim(text).n == 0) {
        if (html.n) {
            plx_read__html(j->run, &h, html);
        } else {
            plx_read__fail(j->run, &h, PLX_EMPTY, 0, "a row without text");
        }
        return;
    }
    plx_arena *arena;
    plx_account *a = plx_read__account(j->run, &h, &arena);
    a->text = plx_str_dup(arena, text);
    a->encoding = PLX_S("UTF-8");
    a->id = plx_str_dup(arena, cell(row, at[C_ID]));
    if (cell(row, at[C_AUTHOR]).n) {
        a->authors = plx_new_n(arena, plx_str, 1);
        a->authors[0] = plx_str_dup(arena, cell(row, at[C_AUTHOR]));
        a->n_authors = 1;
    }
    if (!j->run->options->keep_noise) {
        plx_read_mark_dropped(a, arena);
    }
    plx_read__emit(j->run, a, arena);
}

static void read_rows(void *ctx, plx_arena *scratch) {
    csv_job *j = ctx;
    plx_read__decoded d;
    plx_read__decode(j->bytes, j->hints->charset, scratch, &d);
    char sep = plx_read__csv_separator(d.text);
    size_t pos = 0, at[N_COLUMNS];
    plx_read__row row;
    if (!plx_read__csv_row(d.text, sep, &pos, scratch, &row) || !find_columns(&row, at)) {
        plx_read__fail(j->run, j->hints, PLX_UNSUPPORTED, 0, "a table without a column of texts");
        return;
    }
    for (uint64_t n = 1; !j->run->stopped; n++) {
        plx_arena_mark mark = plx_arena_mark_here(scratch);
        if (!plx_read__csv_row(d.text, sep, &pos, scratch, &row)) {
            break;
        }
        if (row.n > 1 || (row.n == 1 && row.p[0].n)) {
            emit_row(j, &row, at, n, scratch);
        }
        plx_arena_restore(scratch, mark);
    }
}

void plx_read__csv(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    csv_job j = {run, hints, bytes};
    plx_read__guarded(run, hints, read_rows, &j);
}
