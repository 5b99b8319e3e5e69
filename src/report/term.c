/* A summary for a terminal, in the order in which a reader with five minutes asks. */
#include "base/utf8.h"
#include "base/vec.h"
#include "report/report.h"
#include "report/summary.h"

#define MOST_STATEMENTS  12u
#define MOST_DIFFERENCES 20u
#define MOST_QUOTES      8u
#define MOST_PEOPLE      12u
#define MOST_MOMENTS     20u
#define LABEL_COLUMNS    14u /* the left column of a two-column line */

typedef enum ink { INK_PLAIN, INK_BOLD, INK_DIM, INK_TITLE, INK_VALUE } ink;

typedef struct term {
    plx_buf *out;
    plx_term_style style;
    plx_arena *arena;
    unsigned at; /* columns used on the line */
} term;

static void set_ink(term *t, ink i) {
    static const char *const codes[] = {"\033[0m", "\033[1m", "\033[2m", "\033[1;36m", "\033[36m"};
    if (t->style.colour) {
        plx_buf_putz(t->out, codes[i]);
    }
}

static void end_line(term *t) {
    plx_buf_putc(t->out, '\n');
    t->at = 0;
}

static void blanks_to(term *t, unsigned column) {
    for (; t->at < column; t->at++) {
        plx_buf_putc(t->out, ' ');
    }
}

/* From a label to the column beside it; a label that ends right there keeps its distance. */
static void after_label(term *t, unsigned column) { blanks_to(t, column + (t->at == column)); }

/* Writes words, breaking lines at the width; following lines begin at column `indent`. */
static void flow(term *t, plx_str text, unsigned indent, ink i) {
    plx_str words = plx_report__one_line(text, t->arena);
    set_ink(t, i);
    for (plx_str word; plx_str_split(&words, ' ', &word);) {
        unsigned n = (unsigned)PLX_MIN(plx_utf8_count(word), 4096u);
        if (t->at > indent && t->at + 1 + n > t->style.width) {
            end_line(t);
        }
        if (t->at < indent) {
            blanks_to(t, indent);
        } else if (t->at > indent) {
            plx_buf_putc(t->out, ' ');
            t->at++;
        }
        plx_buf_put(t->out, word);
        t->at += n;
    }
    set_ink(t, INK_PLAIN);
}

static void heading(term *t, const char *text) {
    end_line(t);
    set_ink(t, INK_TITLE);
    plx_buf_putz(t->out, text);
    set_ink(t, INK_PLAIN);
    end_line(t);
}

static void more(term *t, size_t n, size_t shown, const char *what) {
    if (n > shown) {
        flow(t, plx_str_format(t->arena, "… and %zu more %s in the dossier", n - shown, what), 2,
             INK_DIM);
        end_line(t);
    }
}

/* "SourceA, SourceB" of the accounts in a list of places, each once. */
static plx_str sources(const plx_story *s, const plx_ats *list, plx_arena *arena) {
    bool *seen = plx_new_n(arena, bool, s->n_accounts);
    for (size_t i = 0; i < list->n; i++) {
        seen[list->p[i].account] = true;
    }
    plx_buf b;
    plx_buf_init(&b, arena, SIZE_MAX);
    for (uint32_t a = 0; a < s->n_accounts; a++) {
        if (seen[a]) {
            if (b.n) {
                plx_buf_putz(&b, ", ");
            }
            plx_buf_put(&b, plx_report__source(s, a, arena));
        }
    }
    return plx_buf_str(&b);
}

static void put_head(term *t, const plx_story *s) {
    flow(t, s->title.n ? s->title : PLX_S("(a story without a title)"), 0, INK_BOLD);
    end_line(t);
    plx_str head =
        plx_str_format(t->arena, "%.*s%s%zu account%s, %zu independent origin%s", PLX_FMT(s->when),
                       s->when.n ? " · " : "", s->n_accounts, s->n_accounts == 1 ? "" : "s",
                       s->origins.n, s->origins.n == 1 ? "" : "s");
    flow(t, head, 0, INK_DIM);
    end_line(t);
}

static void put_statements(term *t, const plx_story *s, const plx_summary *sum) {
    if (!sum->agreed.n) {
        return;
    }
    heading(t, "What the accounts share");
    for (size_t i = 0; i < sum->agreed.n && i < MOST_STATEMENTS; i++) {
        const plx_statement *st = &s->statements.p[sum->agreed.p[i]];
        plx_ats said = plx_statement_said(st);
        size_t n = plx_story_n_accounts_of(s, &said, t->arena);
        flow(t, plx_str_format(t->arena, "%zu of %zu", n, s->n_accounts), 2, INK_VALUE);
        blanks_to(t, 10);
        flow(t, st->text, 10, INK_PLAIN);
        end_line(t);
        if (n < s->n_accounts) {
            flow(t, sources(s, &said, t->arena), 10, INK_DIM);
            end_line(t);
        }
    }
    more(t, sum->agreed.n, MOST_STATEMENTS, "shared statements");
}

static void put_differences(term *t, const plx_story *s, const plx_summary *sum) {
    if (!sum->differences.n) {
        return;
    }
    heading(t, "Where they differ");
    for (size_t i = 0; i < sum->differences.n && i < MOST_DIFFERENCES; i++) {
        const plx_difference *d = &s->differences.p[sum->differences.p[i]];
        flow(t, plx_str_of(plx_difference_kind_name(d->kind)), 2, INK_DIM);
        blanks_to(t, LABEL_COLUMNS);
        flow(t, d->about, LABEL_COLUMNS, INK_BOLD);
        end_line(t);
        for (size_t k = 0; k < d->positions.n; k++) {
            flow(t, plx_report__time(d->positions.p[k].value, t->arena), LABEL_COLUMNS + 2,
                 INK_VALUE);
            plx_str who = sources(s, &d->positions.p[k].at, t->arena);
            flow(t, plx_str_format(t->arena, "— %.*s", PLX_FMT(who)), LABEL_COLUMNS + 2, INK_DIM);
            end_line(t);
        }
    }
    more(t, sum->differences.n, MOST_DIFFERENCES, "differences");
}

static void put_rendering(term *t, const plx_story *s, const plx_rendering *r) {
    plx_buf words;
    plx_buf_init(&words, t->arena, SIZE_MAX);
    for (size_t i = 0; i < r->n_spans; i++) {
        if (i) {
            bool gap = r->spans[i].begin > r->spans[i - 1].end + 4;
            plx_buf_putz(&words, gap ? " […] " : " ");
        }
        plx_buf_put(&words, plx_str_at(s->accounts[r->account]->text, r->spans[i]));
    }
    bool quoted = r->kind != PLX_INDIRECT;
    plx_str said = plx_buf_str(&words), who = plx_report__source(s, r->account, t->arena);
    flow(t,
         plx_str_format(t->arena, "%s%.*s%s", quoted ? "“" : "", PLX_FMT(said), quoted ? "”" : ""),
         4, INK_PLAIN);
    flow(t,
         plx_str_format(t->arena, "— %.*s%s", PLX_FMT(who),
                        r->kind == PLX_INDIRECT ? ", in its own words" : ""),
         4, INK_DIM);
    end_line(t);
}

static void put_quotes(term *t, const plx_story *s, const plx_summary *sum) {
    if (!sum->quotes.n) {
        return;
    }
    heading(t, "Who said what, in whose rendering");
    for (size_t i = 0; i < sum->quotes.n && i < MOST_QUOTES; i++) {
        const plx_quote_group *q = &s->quotes.p[sum->quotes.p[i]];
        flow(t, q->speaker == PLX_NONE ? PLX_S("speaker unknown") : s->entities.p[q->speaker].name,
             2, INK_BOLD);
        end_line(t);
        for (size_t k = 0; k < q->renderings.n; k++) {
            put_rendering(t, s, &q->renderings.p[k]);
        }
    }
    more(t, sum->quotes.n, MOST_QUOTES, "quotes");
}

static void put_people(term *t, const plx_story *s, const plx_summary *sum) {
    if (!sum->people.n) {
        return;
    }
    heading(t, "People and groups, and the names they go by");
    for (size_t i = 0; i < sum->people.n && i < MOST_PEOPLE; i++) {
        const plx_entity *e = &s->entities.p[sum->people.p[i]];
        flow(t, e->name, 2, INK_BOLD);
        bool first = true;
        for (size_t k = 0; k < e->names.n && k < 8; k++) {
            if (!plx_str_eq(e->names.p[k].form, e->name)) {
                flow(t, first ? PLX_S("· also") : PLX_S("·"), 4, INK_DIM);
                flow(t, e->names.p[k].form, 4, INK_PLAIN);
                first = false;
            }
        }
        for (size_t k = 0; k < e->facts.n && k < 6; k++) {
            const plx_fact *f = &e->facts.p[k];
            flow(t, plx_str_format(t->arena, "· %.*s: %.*s", PLX_FMT(f->kind), PLX_FMT(f->value)),
                 4, INK_DIM);
        }
        end_line(t);
    }
    more(t, sum->people.n, MOST_PEOPLE, "people and groups");
}

static void put_timeline(term *t, const plx_story *s, const plx_summary *sum) {
    if (!sum->moments.n) {
        return;
    }
    heading(t, "Timeline");
    for (size_t i = 0; i < sum->moments.n && i < MOST_MOMENTS; i++) {
        const plx_moment *m = &s->timeline.p[sum->moments.p[i]];
        flow(t, plx_report__time(m->when, t->arena), 2, INK_VALUE);
        after_label(t, LABEL_COLUMNS);
        if (m->statements.n) {
            flow(t, s->statements.p[m->statements.p[0]].text, LABEL_COLUMNS, INK_PLAIN);
        } else if (m->mentions.n) {
            plx_at at = m->mentions.p[0];
            flow(t, plx_str_at(s->accounts[at.account]->text, at.span), LABEL_COLUMNS, INK_PLAIN);
        }
        plx_str who = sources(s, &m->mentions, t->arena);
        flow(t, plx_str_format(t->arena, "(%.*s)", PLX_FMT(who)), LABEL_COLUMNS, INK_DIM);
        end_line(t);
    }
    more(t, sum->moments.n, MOST_MOMENTS, "dates");
}

static void put_checks(term *t, const plx_story *s) {
    if (!s->checks.n) {
        return;
    }
    heading(t, "Sums checked");
    for (size_t i = 0; i < s->checks.n; i++) {
        const plx_check *c = &s->checks.p[i];
        flow(t, c->holds ? PLX_S("agrees") : PLX_S("does not agree"), 2, INK_VALUE);
        blanks_to(t, 18);
        plx_str who = plx_report__source(s, c->at.account, t->arena);
        flow(t,
             plx_str_format(t->arena, "%.*s: says %.*s; computed %.*s (%.*s)", PLX_FMT(c->kind),
                            PLX_FMT(c->says), PLX_FMT(c->computed), PLX_FMT(who)),
             18, INK_PLAIN);
        end_line(t);
    }
}

static void put_sources(term *t, const plx_story *s) {
    heading(t, "Sources");
    for (uint32_t i = 0; i < s->n_accounts; i++) {
        flow(t, plx_report__source(s, i, t->arena), 2, INK_BOLD);
        plx_str date = s->published[i].n ? s->published[i] : PLX_S("date unknown");
        flow(t,
             plx_str_format(t->arena, "%.*s (%.*s)", PLX_FMT(date), PLX_FMT(s->published_why[i])),
             4, INK_DIM);
        end_line(t);
    }
    for (size_t i = 0; i < s->origins.n; i++) {
        const plx_origin *o = &s->origins.p[i];
        if (o->accounts.n < 2) {
            continue;
        }
        plx_ats places = {0};
        plx_vec_reserve(&places, t->arena, o->accounts.n);
        for (size_t k = 0; k < o->accounts.n; k++) {
            places.p[places.n++] = (plx_at){o->accounts.p[k], {0, 0}};
        }
        plx_str who = sources(s, &places, t->arena);
        flow(t, plx_str_format(t->arena, "%.*s count once: %.*s", PLX_FMT(who), PLX_FMT(o->why)), 2,
             INK_PLAIN);
        end_line(t);
    }
}

void plx_report_term(const plx_dossier *d, plx_term_style style, plx_buf *out) {
    style.width = PLX_MAX(style.width, 40u);
    for (size_t i = 0; i < d->n_stories; i++) {
        const plx_story *s = d->stories[i];
        term t = {out, style, out->arena, 0};
        plx_summary sum = plx_report__summary(s, out->arena);
        if (i) {
            for (unsigned k = 0; k < style.width; k++) {
                plx_buf_putz(out, "─");
            }
            end_line(&t);
        }
        put_head(&t, s);
        put_statements(&t, s, &sum);
        put_differences(&t, s, &sum);
        put_quotes(&t, s, &sum);
        put_people(&t, s, &sum);
        put_timeline(&t, s, &sum);
        put_checks(&t, s);
        put_sources(&t, s);
    }
}
