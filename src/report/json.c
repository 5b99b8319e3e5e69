/* The dossier as JSON, member by member in the order of the format. */
#include "base/json.h"
#include "report/report.h"

#include <math.h>
#include <stdio.h>

static void put_id(plx_json *j, const char *key, char letter, uint32_t index) {
    if (key) {
        plx_json_key(j, key);
    }
    if (index == PLX_NONE) {
        plx_json_null(j);
        return;
    }
    char id[16];
    int n = snprintf(id, sizeof id, "%c%u", letter, index + 1);
    plx_json_str(j, plx_str_n(id, (size_t)n));
}

static void put_ids(plx_json *j, const char *key, char letter, const plx_indices *list) {
    plx_json_key(j, key);
    plx_json_row(j);
    for (size_t i = 0; i < list->n; i++) {
        put_id(j, NULL, letter, list->p[i]);
    }
    plx_json_end(j);
}

static void put_at_members(plx_json *j, plx_at at) {
    put_id(j, "account", 'a', at.account);
    plx_json_put_span(j, "span", at.span);
}

static void put_at(plx_json *j, const char *key, plx_at at) {
    if (key) {
        plx_json_key(j, key);
    }
    plx_json_row_object(j);
    put_at_members(j, at);
    plx_json_end(j);
}

static void put_ats(plx_json *j, const char *key, const plx_ats *list) {
    plx_json_key(j, key);
    plx_json_array(j);
    for (size_t i = 0; i < list->n; i++) {
        put_at(j, NULL, list->p[i]);
    }
    plx_json_end(j);
}

static void put_number(plx_json *j, const char *key, double v) {
    plx_json_put_f64(j, key, v); /* NaN, "not said", becomes null */
}

static void put_optional_span(plx_json *j, const char *key, plx_span s) {
    plx_json_key(j, key);
    if (s.begin == s.end) {
        plx_json_null(j);
    } else {
        plx_json_span(j, s);
    }
}

static size_t count_words(plx_str text) {
    size_t n = 0;
    bool in_word = false;
    for (size_t i = 0; i < text.n; i++) {
        bool blank = (unsigned char)text.p[i] <= ' ';
        n += !blank && !in_word;
        in_word = !blank;
    }
    return n;
}

static size_t kept_words(const plx_account *a) {
    size_t n = 0, at = 0;
    for (size_t i = 0; i <= a->n_dropped; i++) {
        size_t end = i < a->n_dropped ? a->dropped[i].span.begin : a->text.n;
        n += count_words(plx_str_slice(a->text, at, end));
        at = i < a->n_dropped ? a->dropped[i].span.end : a->text.n;
    }
    return n;
}

static void put_account(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_account *a = s->accounts[index];
    plx_json_object(j);
    put_id(j, "id", 'a', index);
    plx_json_put_str(j, "path", a->path);
    plx_json_put_opt(j, "source", a->source);
    plx_json_put_opt(j, "title", a->title);
    plx_json_put_opt(j, "url", a->url);
    plx_json_put_opt(j, "published", s->published[index]);
    plx_json_put_opt(j, "published_why", s->published_why[index]);
    plx_json_put_opt(j, "modified", a->modified);
    plx_json_put_opt(j, "language", a->language);
    plx_json_put_opt(j, "encoding", a->encoding);
    plx_json_key(j, "authors");
    plx_json_row(j);
    for (size_t i = 0; i < a->n_authors; i++) {
        plx_json_str(j, a->authors[i]);
    }
    plx_json_end(j);
    plx_json_put_u64(j, "words", kept_words(a));
    plx_json_put_str(j, "text", a->text);
    plx_json_key(j, "dropped");
    plx_json_array(j);
    for (size_t i = 0; i < a->n_dropped; i++) {
        plx_json_row_object(j);
        plx_json_put_span(j, "span", a->dropped[i].span);
        plx_json_put_str(j, "why", a->dropped[i].why);
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_key(j, "evidence");
    plx_json_row_object(j);
    for (size_t i = 0; i < a->n_evidence; i++) {
        plx_str from =
            a->evidence[i].from; /* fields are the reader's fixed words: NUL-terminated */
        char field[32];
        snprintf(field, sizeof field, "%.*s", PLX_FMT(a->evidence[i].field));
        plx_json_put_str(j, field, from);
    }
    plx_json_end(j);
    plx_json_end(j);
}

static void put_entity(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_entity *e = &s->entities.p[index];
    plx_json_object(j);
    put_id(j, "id", 'e', index);
    plx_json_put_str(j, "type", plx_str_of(plx_entity_type_name(e->type)));
    plx_json_put_str(j, "name", e->name);
    plx_json_key(j, "names");
    plx_json_array(j);
    for (size_t i = 0; i < e->names.n; i++) {
        plx_json_row_object(j);
        plx_json_put_str(j, "form", e->names.p[i].form);
        put_ids(j, "accounts", 'a', &e->names.p[i].accounts);
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_key(j, "mentions");
    plx_json_array(j);
    for (size_t i = 0; i < e->mentions.n; i++) {
        plx_json_row_object(j);
        put_at_members(j, e->mentions.p[i].at);
        plx_json_put_str(j, "kind", plx_str_of(plx_mention_kind_name(e->mentions.p[i].kind)));
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_key(j, "facts");
    plx_json_array(j);
    for (size_t i = 0; i < e->facts.n; i++) {
        const plx_fact *f = &e->facts.p[i];
        plx_json_object(j);
        plx_json_put_str(j, "kind", f->kind);
        plx_json_put_str(j, "value", f->value);
        if (f->entity != PLX_NONE) {
            put_id(j, "entity", 'e', f->entity);
        }
        put_ats(j, "at", &f->at);
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_key(j, "why");
    plx_json_array(j);
    for (size_t i = 0; i < e->why.n; i++) {
        plx_json_str(j, e->why.p[i]);
    }
    plx_json_end(j);
    plx_json_end(j);
}

static void put_quote(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_quote_group *q = &s->quotes.p[index];
    plx_json_object(j);
    put_id(j, "id", 'q', index);
    put_id(j, "speaker", 'e', q->speaker);
    plx_json_put_str(j, "why", q->why);
    plx_json_key(j, "renderings");
    plx_json_array(j);
    for (size_t i = 0; i < q->renderings.n; i++) {
        const plx_rendering *r = &q->renderings.p[i];
        plx_json_row_object(j);
        put_id(j, "account", 'a', r->account);
        plx_json_key(j, "spans");
        plx_json_row(j);
        for (size_t k = 0; k < r->n_spans; k++) {
            plx_json_span(j, r->spans[k]);
        }
        plx_json_end(j);
        plx_json_put_str(j, "kind", plx_str_of(plx_quote_kind_name(r->kind)));
        put_optional_span(j, "cue", r->cue);
        put_optional_span(j, "source", r->source);
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_end(j);
}

static void put_event(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_story_event *v = &s->events.p[index];
    plx_json_object(j);
    put_id(j, "id", 'v', index);
    plx_json_put_str(j, "name", v->name);
    put_ats(j, "mentions", &v->mentions);
    plx_json_put_opt(j, "when", v->when);
    put_id(j, "where", 'e', v->where);
    plx_json_key(j, "who");
    plx_json_array(j);
    for (size_t i = 0; i < v->who.n; i++) {
        plx_json_row_object(j);
        put_id(j, "entity", 'e', v->who.p[i].entity);
        plx_json_put_str(j, "role", plx_str_of(plx_role_name(v->who.p[i].role)));
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_put_str(j, "polarity", v->negative ? PLX_S("negative") : PLX_S("positive"));
    plx_json_put_str(j, "modality", plx_str_of(plx_modality_name(v->modality)));
    put_id(j, "claimant", 'e', v->claimant);
    plx_json_end(j);
}

static void put_support(plx_json *j, const plx_statement *t) {
    plx_json_key(j, "support");
    plx_json_array(j);
    for (size_t i = 0; i < t->support.n; i++) {
        plx_json_row_object(j);
        put_at_members(j, t->support.p[i]);
        if (i >= t->n_say) {
            plx_json_put_bool(j, "near", true);
        }
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_statement(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_statement *t = &s->statements.p[index];
    plx_json_object(j);
    put_id(j, "id", 's', index);
    plx_json_put_str(j, "text", t->text);
    put_at(j, "words", t->worded);
    put_support(j, t);
    plx_json_put_bool(j, "whole", t->whole >= PLX_WHOLE_ENOUGH);
    plx_json_put_u64(j, "origins", t->n_origins);
    put_ids(j, "events", 'v', &t->events);
    put_ids(j, "entities", 'e', &t->entities);
    plx_json_put_opt(j, "when", t->when);
    plx_json_put_bool(j, "attributed", t->claimant != PLX_NONE);
    put_id(j, "claimant", 'e', t->claimant);
    plx_json_put_str(j, "why", t->why);
    put_number(j, "weight", t->weight);
    plx_json_end(j);
}

static void put_difference(plx_json *j, const plx_story *s, uint32_t index) {
    static const char letters[] = {[PLX_SUBJECT_NONE] = '?',
                                   [PLX_SUBJECT_ENTITY] = 'e',
                                   [PLX_SUBJECT_EVENT] = 'v',
                                   [PLX_SUBJECT_STATEMENT] = 's',
                                   [PLX_SUBJECT_QUOTE] = 'q'};
    const plx_difference *d = &s->differences.p[index];
    plx_json_object(j);
    put_id(j, "id", 'd', index);
    plx_json_put_str(j, "kind", plx_str_of(plx_difference_kind_name(d->kind)));
    plx_json_put_str(j, "about", d->about);
    put_id(j, "subject", letters[d->subject_kind],
           d->subject_kind == PLX_SUBJECT_NONE ? PLX_NONE : d->subject);
    plx_json_key(j, "positions");
    plx_json_array(j);
    for (size_t i = 0; i < d->positions.n; i++) {
        plx_json_object(j);
        plx_json_put_str(j, "value", d->positions.p[i].value);
        put_ats(j, "at", &d->positions.p[i].at);
        plx_json_end(j);
    }
    plx_json_end(j);
    put_number(j, "weight", d->weight);
    plx_json_put_str(j, "why", d->why);
    plx_json_end(j);
}

static void put_figure(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_story_figure *f = &s->figures.p[index];
    plx_json_object(j);
    put_id(j, "id", 'f', index);
    plx_json_put_str(j, "kind", plx_str_of(plx_figure_kind_name(f->kind)));
    put_number(j, "value", f->value);
    put_number(j, "low", f->low);
    put_number(j, "high", f->high);
    plx_json_put_bool(j, "approximate", f->approximate);
    plx_json_put_opt(j, "unit", f->unit);
    plx_json_put_opt(j, "of", f->of);
    put_ats(j, "mentions", &f->mentions);
    plx_json_end(j);
}

static void put_moment(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_moment *m = &s->timeline.p[index];
    plx_json_object(j);
    plx_json_put_str(j, "when", m->when);
    put_ats(j, "mentions", &m->mentions);
    put_ids(j, "events", 'v', &m->events);
    put_ids(j, "statements", 's', &m->statements);
    plx_json_end(j);
}

static void put_reuse(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_reuse *r = &s->reuse.p[index];
    plx_json_object(j);
    put_at(j, "a", r->a);
    put_at(j, "b", r->b);
    put_number(j, "similarity", r->similarity);
    plx_json_put_str(j, "kind", plx_str_of(plx_reuse_kind_name(r->kind)));
    plx_json_put_str(j, "direction", plx_str_of(plx_direction_name(r->direction)));
    plx_json_end(j);
}

static void put_origin(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_origin *o = &s->origins.p[index];
    plx_json_object(j);
    put_ids(j, "accounts", 'a', &o->accounts);
    put_id(j, "first", 'a', o->first);
    plx_json_put_str(j, "why", o->why);
    plx_json_end(j);
}

static void put_wording(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_wording *w = &s->wording.p[index];
    plx_json_object(j);
    put_id(j, "entity", 'e', w->entity);
    if (w->event != PLX_NONE) {
        put_id(j, "event", 'v', w->event);
    }
    if (w->about.n) {
        plx_json_put_str(j, "about", w->about);
    }
    plx_json_key(j, "terms");
    plx_json_array(j);
    for (size_t i = 0; i < w->terms.n; i++) {
        plx_json_object(j);
        plx_json_put_str(j, "term", w->terms.p[i].term);
        if (w->terms.p[i].z > 0) {
            plx_json_put_f64(j, "z", floor(w->terms.p[i].z * 100 + 0.5) / 100);
        }
        put_ats(j, "at", &w->terms.p[i].at);
        plx_json_end(j);
    }
    plx_json_end(j);
    plx_json_end(j);
}

static void put_check(plx_json *j, const plx_story *s, uint32_t index) {
    const plx_check *c = &s->checks.p[index];
    plx_json_object(j);
    plx_json_put_str(j, "kind", c->kind);
    put_at(j, "at", c->at);
    plx_json_put_str(j, "says", c->says);
    plx_json_put_str(j, "computed", c->computed);
    put_ats(j, "from", &c->from);
    plx_json_put_bool(j, "holds", c->holds);
    plx_json_end(j);
}

static void put_list(plx_json *j, const plx_story *s, const char *key, size_t n,
                     void (*put)(plx_json *, const plx_story *, uint32_t)) {
    plx_json_key(j, key);
    plx_json_array(j);
    for (uint32_t i = 0; i < n; i++) {
        put(j, s, i);
    }
    plx_json_end(j);
}

static void put_story(plx_json *j, const plx_story *s, uint32_t index) {
    char id[16];
    plx_json_object(j);
    plx_json_put_str(j, "id", plx_str_n(id, (size_t)snprintf(id, sizeof id, "story%u", index + 1)));
    plx_json_put_str(j, "title", s->title);
    plx_json_put_opt(j, "when", s->when);
    put_list(j, s, "accounts", s->n_accounts, put_account);
    put_list(j, s, "entities", s->entities.n, put_entity);
    put_list(j, s, "quotes", s->quotes.n, put_quote);
    put_list(j, s, "events", s->events.n, put_event);
    put_list(j, s, "statements", s->statements.n, put_statement);
    put_list(j, s, "differences", s->differences.n, put_difference);
    put_list(j, s, "figures", s->figures.n, put_figure);
    put_list(j, s, "timeline", s->timeline.n, put_moment);
    put_list(j, s, "reuse", s->reuse.n, put_reuse);
    put_list(j, s, "origins", s->origins.n, put_origin);
    put_list(j, s, "wording", s->wording.n, put_wording);
    put_list(j, s, "checks", s->checks.n, put_check);
    plx_json_end(j);
}

void plx_report_json(const plx_dossier *d, unsigned indent, plx_buf *out) {
    plx_json j;
    plx_json_init(&j, out, indent);
    plx_json_object(&j);
    plx_json_put_str(&j, "format", PLX_S("parallax.dossier/1"));
    plx_json_key(&j, "stories");
    plx_json_array(&j);
    for (uint32_t i = 0; i < d->n_stories; i++) {
        put_story(&j, d->stories[i], i);
    }
    plx_json_end(&j);
    plx_json_end(&j);
    plx_buf_putc(out, '\n');
}
