/* The dossier as one table (RFC 4180): a line for each place in an account where something stands.
 */
#include "report/report.h"

typedef struct csv {
    plx_buf *out;
    const plx_story *s;
    uint32_t story;
} csv;

/* A cell, quoted when it must be. What a spreadsheet would take for a formula is made text. */
static void cell(csv *c, plx_str text, bool last) {
    bool formula = text.n && (text.p[0] == '=' || text.p[0] == '+' || text.p[0] == '@' ||
                              text.p[0] == '-' || text.p[0] == '\t' || text.p[0] == '\r');
    plx_buf_putc(c->out, '"');
    if (formula) {
        plx_buf_putc(c->out, '\'');
    }
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '"') {
            plx_buf_putc(c->out, '"');
        }
        plx_buf_putc(c->out, text.p[i]);
    }
    plx_buf_putz(c->out, last ? "\"\r\n" : "\",");
}

static void number(csv *c, uint64_t v) {
    plx_buf_put_u64(c->out, v);
    plx_buf_putc(c->out, ',');
}

static void row(csv *c, const char *part, char letter, size_t index, plx_str about, plx_str value,
                plx_at at) {
    const plx_account *a = c->s->accounts[at.account];
    number(c, c->story + 1);
    cell(c, plx_str_of(part), false);
    plx_buf_printf(c->out, "%c%zu,", letter, index + 1);
    cell(c, about, false);
    cell(c, value, false);
    cell(c, plx_report__source(c->s, at.account, c->out->arena), false);
    cell(c, a->path, false);
    number(c, at.span.begin);
    number(c, at.span.end);
    cell(c, plx_str_at(a->text, at.span), true);
}

static void rows(csv *c, const char *part, char letter, size_t index, plx_str about, plx_str value,
                 const plx_ats *list) {
    for (size_t i = 0; i < list->n; i++) {
        row(c, part, letter, index, about, value, list->p[i]);
    }
}

static void story(csv *c) {
    const plx_story *s = c->s;
    static const plx_str none = PLX_S_INIT("");
    for (size_t i = 0; i < s->statements.n; i++) {
        const plx_statement *t = &s->statements.p[i];
        plx_ats said = plx_statement_said(t);
        rows(c, "statement", 's', i, t->text, t->when, &said);
    }
    for (size_t i = 0; i < s->differences.n; i++) {
        const plx_difference *d = &s->differences.p[i];
        for (size_t k = 0; k < d->positions.n; k++) {
            rows(c, plx_difference_kind_name(d->kind), 'd', i, d->about, d->positions.p[k].value,
                 &d->positions.p[k].at);
        }
    }
    for (size_t i = 0; i < s->quotes.n; i++) {
        const plx_quote_group *q = &s->quotes.p[i];
        plx_str who = q->speaker == PLX_NONE ? none : s->entities.p[q->speaker].name;
        for (size_t k = 0; k < q->renderings.n; k++) {
            const plx_rendering *r = &q->renderings.p[k];
            for (size_t m = 0; m < r->n_spans; m++) {
                row(c, "quote", 'q', i, who, plx_str_of(plx_quote_kind_name(r->kind)),
                    (plx_at){r->account, r->spans[m]});
            }
        }
    }
    for (size_t i = 0; i < s->entities.n; i++) {
        const plx_entity *e = &s->entities.p[i];
        for (size_t k = 0; k < e->mentions.n; k++) {
            row(c, plx_entity_type_name(e->type), 'e', i, e->name,
                plx_str_of(plx_mention_kind_name(e->mentions.p[k].kind)), e->mentions.p[k].at);
        }
    }
    for (size_t i = 0; i < s->figures.n; i++) {
        const plx_story_figure *f = &s->figures.p[i];
        plx_buf value;
        plx_buf_init(&value, c->out->arena, 64);
        plx_buf_put_f64(&value, f->value);
        rows(c, "figure", 'f', i, f->of.n ? f->of : f->unit, plx_buf_str(&value), &f->mentions);
    }
    for (size_t i = 0; i < s->timeline.n; i++) {
        rows(c, "time", 't', i, none, s->timeline.p[i].when, &s->timeline.p[i].mentions);
    }
}

void plx_report_csv(const plx_dossier *d, plx_buf *out) {
    plx_buf_putz(out, "story,part,id,about,value,source,path,begin,end,words\r\n");
    for (uint32_t i = 0; i < d->n_stories; i++) {
        csv c = {out, d->stories[i], i};
        story(&c);
    }
}
