/* report: a dossier -> JSON, HTML, Markdown, CSV, terminal text. Writes into a buffer and nowhere
 * else.
 *
 * The words of accounts stand as theirs; the report's own words take no side. Ids are made here:
 * a1.. accounts, e1.. entities, q1.. quotes, v1.. events, s1.. statements, d1.. differences, f1..
 * figures, by position in the story. A buffer that overflows (base/buf.h) is the caller's to check.
 * Thread rule: reads only. */
#ifndef PLX_REPORT_REPORT_H
#define PLX_REPORT_REPORT_H

#include "base/buf.h"
#include "model/dossier.h"

/* parallax.dossier/1 (doc/dossier.schema.json). indent 0: one line; n: n blanks a level. */
void plx_report_json(const plx_dossier *d, unsigned indent, plx_buf *out);

/* The page: `viewer` with its placeholder @@PARALLAX_DOSSIER@@ replaced by the JSON, every '<' in
 * it escaped, so that nothing in an account can end the data block. False when `viewer` has no
 * placeholder. */
bool plx_report_html(const plx_dossier *d, plx_str viewer, plx_buf *out);

void plx_report_markdown(const plx_dossier *d, plx_buf *out);

/* One line a fact, as spreadsheets read it (RFC 4180): story, part, id, about, value, source, path,
 * begin, end, words. Cells that a spreadsheet would run as a formula get an apostrophe in front. */
void plx_report_csv(const plx_dossier *d, plx_buf *out);

typedef struct plx_term_style {
    unsigned width; /* columns; lines are wrapped at it */
    bool colour;
} plx_term_style;

/* A summary for a terminal: what happened, where they differ, who says what. Control characters of
 * the accounts are shown, never sent. */
void plx_report_term(const plx_dossier *d, plx_term_style style, plx_buf *out);

/* What a source is called where it is shown: its name, else its site, else the file's name.
 * Borrowed or in `arena`. */
plx_str plx_report__source(const plx_story *s, uint32_t account, plx_arena *arena);
/* `text` with white space runs made one blank and control characters left out. Lives in `arena`. */
plx_str plx_report__one_line(plx_str text, plx_arena *arena);
/* A TIMEX3 value as people write it: "2024-03-12TMO" is "12 March 2024, morning". Any other text, a
 * figure or a name, comes back as it is. Lives in `arena`. */
plx_str plx_report__time(plx_str value, plx_arena *arena);

#endif
