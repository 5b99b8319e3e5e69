/* The dossier as Markdown (CommonMark): the same order as the page, in full. */
#include "base/utf8.h"
#include "base/vec.h"
#include "report/report.h"
#include "report/summary.h"

typedef struct md {
    plx_buf *out;
    const plx_story *s;
    plx_arena *arena;
} md;

/* Text of an account or a name: on one line, with everything escaped that Markdown or HTML would
 * act on. */
static void text(md *m, plx_str raw) {
    plx_str line = plx_report__one_line(raw, m->arena);
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        if (c == '<' || c == '>' || c == '&') {
            plx_buf_putz(m->out, c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;");
            continue;
        }
        if (c && strchr("\\`*_{}[]()#+!|~", c)) {
            plx_buf_putc(m->out, '\\');
        }
        plx_buf_putc(m->out, c);
    }
}

static void sources(md *m, const plx_ats *list) {
    bool *seen = plx_new_n(m->arena, bool, m->s->n_accounts);
    bool any = false;
    for (size_t i = 0; i < list->n; i++) {
        seen[list->p[i].account] = true;
    }
    for (uint32_t a = 0; a < m->s->n_accounts; a++) {
        if (seen[a]) {
            plx_buf_putz(m->out, any ? ", " : "");
            text(m, plx_report__source(m->s, a, m->arena));
            any = true;
        }
    }
}

static void words_at(md *m, plx_at at) {
    text(m, plx_str_at(m->s->accounts[at.account]->text, at.span));
}

static void put_statements(md *m, const plx_summary *sum) {
    const plx_story *s = m->s;
    if (!sum->agreed.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## What the accounts share\n\n");
    for (size_t i = 0; i < sum->agreed.n; i++) {
        const plx_statement *t = &s->statements.p[sum->agreed.p[i]];
        plx_ats said = plx_statement_said(t);
        plx_buf_putz(m->out, "- ");
        text(m, t->text);
        plx_buf_printf(m->out, " — %zu of %zu accounts, %u independent: ",
                       plx_story_n_accounts_of(s, &said, m->arena), s->n_accounts, t->n_origins);
        sources(m, &said);
        plx_buf_putc(m->out, '\n');
    }
}

static void put_differences(md *m, const plx_summary *sum) {
    const plx_story *s = m->s;
    if (!sum->differences.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## Where they differ\n");
    for (size_t i = 0; i < sum->differences.n; i++) {
        const plx_difference *d = &s->differences.p[sum->differences.p[i]];
        plx_buf_putz(m->out, "\n**");
        text(m, d->about);
        plx_buf_printf(m->out, "** (%s)\n\n", plx_difference_kind_name(d->kind));
        for (size_t k = 0; k < d->positions.n; k++) {
            plx_buf_putz(m->out, "- ");
            text(m, plx_report__time(d->positions.p[k].value, m->arena));
            plx_buf_putz(m->out, " — ");
            sources(m, &d->positions.p[k].at);
            plx_buf_putz(m->out, ": “");
            if (d->positions.p[k].at.n) {
                words_at(m, d->positions.p[k].at.p[0]);
            }
            plx_buf_putz(m->out, "”\n");
        }
    }
}

static void put_quotes(md *m, const plx_summary *sum) {
    const plx_story *s = m->s;
    if (!sum->quotes.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## Who said what\n");
    for (size_t i = 0; i < sum->quotes.n; i++) {
        const plx_quote_group *q = &s->quotes.p[sum->quotes.p[i]];
        plx_buf_putz(m->out, "\n**");
        text(m, q->speaker == PLX_NONE ? PLX_S("speaker unknown") : s->entities.p[q->speaker].name);
        plx_buf_putz(m->out, "**\n\n");
        for (size_t k = 0; k < q->renderings.n; k++) {
            const plx_rendering *r = &q->renderings.p[k];
            plx_buf_putz(m->out, "- ");
            for (size_t n = 0; n < r->n_spans; n++) {
                plx_buf_putz(m->out, n ? " " : "");
                words_at(m, (plx_at){r->account, r->spans[n]});
            }
            plx_buf_putz(m->out, " — ");
            text(m, plx_report__source(s, r->account, m->arena));
            plx_buf_printf(m->out, " (%s)\n", plx_quote_kind_name(r->kind));
        }
    }
}

static void put_people(md *m, const plx_summary *sum) {
    const plx_story *s = m->s;
    if (!sum->people.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## People and groups\n\n");
    for (size_t i = 0; i < sum->people.n; i++) {
        const plx_entity *e = &s->entities.p[sum->people.p[i]];
        plx_buf_putz(m->out, "- **");
        text(m, e->name);
        plx_buf_putz(m->out, "**");
        for (size_t k = 0; k < e->names.n; k++) {
            if (!plx_str_eq(e->names.p[k].form, e->name)) {
                plx_buf_putz(m->out, " · ");
                text(m, e->names.p[k].form);
            }
        }
        for (size_t k = 0; k < e->facts.n; k++) {
            plx_buf_putz(m->out, "\n  - ");
            text(m, e->facts.p[k].kind);
            plx_buf_putz(m->out, ": ");
            text(m, e->facts.p[k].value);
            plx_buf_putz(m->out, " — ");
            sources(m, &e->facts.p[k].at);
        }
        plx_buf_putc(m->out, '\n');
    }
}

static void put_figures(md *m) {
    const plx_story *s = m->s;
    if (!s->figures.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## Figures\n\n| figure | words | who says it |\n|---|---|---|\n");
    for (size_t i = 0; i < s->figures.n; i++) {
        const plx_story_figure *f = &s->figures.p[i];
        plx_buf_putz(m->out, f->approximate ? "| about " : "| ");
        if (f->value == f->value) {
            plx_buf_put_f64(m->out, f->value);
        } else {
            plx_buf_put_f64(m->out, f->low);
            plx_buf_putz(m->out, " to ");
            plx_buf_put_f64(m->out, f->high);
        }
        plx_buf_putc(m->out, ' ');
        text(m, f->of.n ? f->of : f->unit);
        plx_buf_putz(m->out, " | ");
        if (f->mentions.n) {
            words_at(m, f->mentions.p[0]);
        }
        plx_buf_putz(m->out, " | ");
        sources(m, &f->mentions);
        plx_buf_putz(m->out, " |\n");
    }
}

static void put_timeline(md *m) {
    const plx_story *s = m->s;
    if (!s->timeline.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## Timeline\n\n");
    for (size_t i = 0; i < s->timeline.n; i++) {
        const plx_moment *t = &s->timeline.p[i];
        plx_buf_putz(m->out, "- **");
        text(m, plx_report__time(t->when, m->arena));
        plx_buf_putz(m->out, "** ");
        if (t->statements.n) {
            text(m, s->statements.p[t->statements.p[0]].text);
        } else if (t->mentions.n) {
            words_at(m, t->mentions.p[0]);
        }
        plx_buf_putz(m->out, " — ");
        sources(m, &t->mentions);
        plx_buf_putc(m->out, '\n');
    }
}

static void put_sources(md *m) {
    const plx_story *s = m->s;
    plx_buf_putz(m->out, "\n## Sources\n\n");
    for (uint32_t i = 0; i < s->n_accounts; i++) {
        plx_buf_putz(m->out, "- ");
        text(m, plx_report__source(s, i, m->arena));
        plx_buf_putz(m->out, ", ");
        text(m, s->published[i].n ? s->published[i] : PLX_S("date unknown"));
        plx_buf_putz(m->out, " (");
        text(m, s->published_why[i]);
        plx_buf_putz(m->out, "), ");
        text(m, s->accounts[i]->path);
        plx_buf_putc(m->out, '\n');
    }
    for (size_t i = 0; i < s->origins.n; i++) {
        const plx_origin *o = &s->origins.p[i];
        if (o->accounts.n >= 2) {
            plx_buf_putz(m->out, "- These count once: ");
            for (size_t k = 0; k < o->accounts.n; k++) {
                plx_buf_putz(m->out, k ? ", " : "");
                text(m, plx_report__source(s, o->accounts.p[k], m->arena));
            }
            plx_buf_putz(m->out, " (");
            text(m, o->why);
            plx_buf_putz(m->out, ")\n");
        }
    }
}

static void put_checks(md *m) {
    const plx_story *s = m->s;
    if (!s->checks.n) {
        return;
    }
    plx_buf_putz(m->out, "\n## Sums checked\n\n");
    for (size_t i = 0; i < s->checks.n; i++) {
        const plx_check *c = &s->checks.p[i];
        plx_buf_putz(m->out, c->holds ? "- agrees: " : "- does not agree: ");
        text(m, c->kind);
        plx_buf_putz(m->out, ", says ");
        text(m, c->says);
        plx_buf_putz(m->out, ", computed ");
        text(m, c->computed);
        plx_buf_putz(m->out, " — ");
        text(m, plx_report__source(s, c->at.account, m->arena));
        plx_buf_putc(m->out, '\n');
    }
}

void plx_report_markdown(const plx_dossier *d, plx_buf *out) {
    for (size_t i = 0; i < d->n_stories; i++) {
        md m = {out, d->stories[i], out->arena};
        plx_summary sum = plx_report__summary(m.s, out->arena);
        plx_buf_putz(out, i ? "\n# " : "# ");
        text(&m, m.s->title.n ? m.s->title : PLX_S("A story without a title"));
        plx_buf_printf(out, "\n\n%.*s%s%zu accounts, %zu independent origins\n", PLX_FMT(m.s->when),
                       m.s->when.n ? " · " : "", m.s->n_accounts, m.s->origins.n);
        put_statements(&m, &sum);
        put_differences(&m, &sum);
        put_quotes(&m, &sum);
        put_people(&m, &sum);
        put_figures(&m);
        put_timeline(&m);
        put_checks(&m);
        put_sources(&m);
    }
}
