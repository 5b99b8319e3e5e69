/* parallax annotate: accounts in, one JSON object an account out: what lang and find know of it. */
#include "base/json.h"
#include "base/threads.h"
#include "base/vec.h"
#include "cli.h"
#include "find/find.h"
#include "lang/lang.h"
#include "model.h"
#include "read/read.h"

#include <math.h>
#include <string.h>

enum { OPT_PUBLISHED = 256, OPT_SOURCE, OPT_MODEL, OPT_FAST, OPT_RULES, OPT_NO_TOKENS };

#define ACCOUNT_LIMIT (4 * PLX_GIB) /* memory for one account and all that is said of it */
#define SLOTS_A_CORE  8

/* One account on its way. */
typedef struct slot {
    plx_arena arena; /* the account, then its annotation and the JSON */
    const plx_account *account;
    plx_buf out;
    plx_err code;
    plx_error err;
} slot;

typedef struct annotate {
    const plx_cli *cli;
    const plx_lang *lang;
    plx_lang_speed speed;
    bool no_tokens;
    unsigned threads;
    slot *slots;
    size_t n_slots, n_filled;
    uint64_t n_done, n_failed;
    bool write_failed;
} annotate;

/* ---- JSON -------------------------------------------------------------------------------------
 */

static void put_number(plx_json *j, const char *key, double v) {
    plx_json_key(j, key);
    if (isnan(v)) {
        plx_json_null(j);
    } else {
        plx_json_f64(j, v);
    }
}

static void put_tokens(plx_json *j, const plx_annotation *an, plx_arena *arena) {
    plx_json_key(j, "sentences");
    plx_json_array(j);
    for (size_t i = 0; i < an->n_sentences; i++) plx_json_span(j, an->sentences[i].span);
    plx_json_end(j);
    plx_json_key(j, "tokens");
    plx_json_array(j);
    for (size_t i = 0; i < an->n_tokens; i++) {
        const plx_token *t = &an->tokens[i];
        plx_json_object(j);
        plx_json_put_span(j, "span", t->span);
        plx_json_put_str(j, "form", t->form);
        plx_json_put_opt(j, "lemma", t->lemma);
        plx_json_put_str(j, "upos", plx_str_of(plx_upos_name(t->upos)));
        plx_json_put_str(j, "feats", plx_lang_feats_text(t->feats, t->upos, arena));
        plx_json_key(j, "head");
        if (t->head == PLX_NONE) {
            plx_json_null(j);
        } else {
            plx_json_u64(j, t->head);
        }
        plx_json_put_str(j, "deprel", plx_str_of(plx_deprel_name(t->deprel)));
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_times(plx_json *j, const plx_annotation *an) {
    plx_json_key(j, "times");
    plx_json_array(j);
    for (size_t i = 0; i < an->n_times; i++) {
        const plx_timex *t = &an->times[i];
        plx_json_object(j);
        plx_json_put_span(j, "span", t->span);
        plx_json_put_str(j, "type", plx_str_of(plx_timex_type_name(t->type)));
        plx_json_put_str(j, "value", t->value);
        if (t->mod.n) plx_json_put_str(j, "mod", t->mod);
        if (t->ambiguous) plx_json_put_bool(j, "ambiguous", true);
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_figures(plx_json *j, const plx_annotation *an) {
    plx_json_key(j, "figures");
    plx_json_array(j);
    for (size_t i = 0; i < an->n_figures; i++) {
        const plx_figure *f = &an->figures[i];
        plx_json_object(j);
        plx_json_put_span(j, "span", f->span);
        plx_json_put_str(j, "kind", plx_str_of(plx_figure_kind_name(f->kind)));
        put_number(j, "value", f->value);
        put_number(j, "low", f->low);
        put_number(j, "high", f->high);
        plx_json_put_bool(j, "approximate", f->approximate);
        plx_json_put_opt(j, "unit", f->unit);
        plx_json_put_opt(j, "of", f->of);
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_optional_span(plx_json *j, const char *key, plx_span s) {
    plx_json_key(j, key);
    if (s.begin == s.end) {
        plx_json_null(j);
    } else {
        plx_json_span(j, s);
    }
}

/* The words that name a chain best, or null. */
static void put_chain(plx_json *j, const char *key, const plx_annotation *an, uint32_t chain) {
    plx_json_key(j, key);
    if (chain == PLX_NONE || chain >= an->n_chains || an->chains[chain].best >= an->n_mentions) {
        plx_json_null(j);
    } else {
        plx_json_str(j, plx_str_at(an->account->text, an->mentions[an->chains[chain].best].span));
    }
}

static void put_quotes(plx_json *j, const plx_annotation *an) {
    plx_json_key(j, "quotes");
    plx_json_array(j);
    for (size_t i = 0; i < an->n_quotes; i++) {
        const plx_quote *q = &an->quotes[i];
        plx_json_object(j);
        plx_json_key(j, "spans");
        plx_json_array(j);
        for (size_t k = 0; k < q->n_spans; k++) plx_json_span(j, q->spans[k]);
        plx_json_end(j);
        plx_json_put_str(j, "kind", plx_str_of(plx_quote_kind_name(q->kind)));
        put_optional_span(j, "cue", q->cue);
        put_optional_span(j, "source", q->source);
        put_chain(j, "speaker", an, q->chain);
        plx_json_put_opt(j, "why", q->why);
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_events(plx_json *j, const plx_annotation *an) {
    plx_json_key(j, "events");
    plx_json_array(j);
    for (size_t i = 0; i < an->n_events; i++) {
        const plx_event *e = &an->events[i];
        plx_json_object(j);
        plx_json_put_span(j, "span", e->span);
        plx_json_put_str(j, "lemma", e->lemma);
        plx_json_put_str(j, "polarity", e->negative ? PLX_S("negative") : PLX_S("positive"));
        plx_json_put_str(j, "modality", plx_str_of(plx_modality_name(e->modality)));
        plx_json_key(j, "when");
        if (e->time < an->n_times) {
            plx_json_str(j, an->times[e->time].value);
        } else {
            plx_json_null(j);
        }
        plx_json_key(j, "who");
        plx_json_array(j);
        for (size_t k = 0; k < e->n_args; k++) {
            plx_json_object(j);
            plx_json_put_str(j, "role", plx_str_of(plx_role_name(e->args[k].role)));
            plx_json_put_span(j, "span", e->args[k].span);
            plx_json_end(j);
        }
        plx_json_end(j);
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_account(plx_json *j, const plx_account *a) {
    plx_json_put_str(j, "path", a->path);
    if (a->id.n) plx_json_put_str(j, "id", a->id);
    plx_json_put_opt(j, "source", a->source);
    plx_json_put_opt(j, "title", a->title);
    plx_json_put_opt(j, "published", a->published);
    plx_json_put_opt(j, "language", a->language);
    plx_json_put_str(j, "text", a->text);
    plx_json_key(j, "dropped");
    plx_json_array(j);
    for (size_t i = 0; i < a->n_dropped; i++) {
        plx_json_object(j);
        plx_json_put_span(j, "span", a->dropped[i].span);
        plx_json_put_str(j, "why", a->dropped[i].why);
        plx_json_end(j);
    }
    plx_json_end(j);
}

static void put_record(const annotate *w, slot *s, const plx_annotation *an) {
    plx_json j;
    plx_json_init(&j, &s->out, 0);
    plx_json_object(&j);
    put_account(&j, an->account);
    if (!w->no_tokens) put_tokens(&j, an, &s->arena);
    plx_json_key(&j, "names");
    plx_json_array(&j);
    for (size_t i = 0; i < an->n_names; i++) {
        plx_json_object(&j);
        plx_json_put_span(&j, "span", an->names[i].span);
        plx_json_put_str(&j, "type", plx_str_of(plx_entity_type_name(an->names[i].type)));
        plx_json_end(&j);
    }
    plx_json_end(&j);
    put_times(&j, an);
    put_figures(&j, an);
    put_quotes(&j, an);
    put_events(&j, an);
    plx_json_end(&j);
    plx_buf_putc(&s->out, '\n');
}

/* ---- the work ---------------------------------------------------------------------------------
 */

typedef struct one {
    const annotate *w;
    slot *s;
} one;

static void annotate_account(void *ctx) {
    one *o = ctx;
    plx_arena *arena = &o->s->arena;
    plx_annotation *an = plx_new(arena, plx_annotation);
    plx_lang_annotate(o->w->lang, o->s->account, o->w->speed, arena, an);
    plx_find_context context = {.published = o->s->account->published};
    plx_find_all(an, &context, arena);
    plx_buf_init(&o->s->out, arena, SIZE_MAX);
    put_record(o->w, o->s, an);
}

static void annotate_slot(void *ctx, size_t item, unsigned worker) {
    (void)worker;
    annotate *w = ctx;
    one o = {.w = w, .s = &w->slots[item]};
    o.s->code = plx_guard(annotate_account, &o, &o.s->err);
}

static void flush(annotate *w) {
    plx_parallel(w->threads, w->n_filled, annotate_slot, w);
    for (size_t i = 0; i < w->n_filled; i++) {
        slot *s = &w->slots[i];
        if (s->code != PLX_OK) {
            plx_cli_say(w->cli, "%.*s: %s", PLX_FMT(s->account->path), s->err.msg);
            w->n_failed++;
        } else {
            w->write_failed |= fwrite(s->out.p, 1, s->out.n, stdout) != s->out.n;
            w->n_done++;
        }
        plx_arena_reset(&s->arena);
    }
    w->n_filled = 0;
}

static plx_arena *next_arena(void *ctx) {
    annotate *w = ctx;
    if (w->n_filled == w->n_slots) flush(w);
    plx_arena_reset(&w->slots[w->n_filled].arena);
    return &w->slots[w->n_filled].arena;
}

static bool take_account(void *ctx, const plx_account *account) {
    annotate *w = ctx;
    w->slots[w->n_filled++].account = account;
    if (w->n_filled == w->n_slots) flush(w);
    return !w->write_failed;
}

static void take_failure(void *ctx, plx_str path, const plx_error *why, bool named) {
    annotate *w = ctx;
    if (!named && why->code == PLX_UNSUPPORTED) return;
    plx_cli_say(w->cli, "%.*s: %s", PLX_FMT(path), why->msg);
    w->n_failed++;
}

static int read_all(annotate *w, const plx_read_options *options, char **paths, int n_paths) {
    plx_read_sink sink = {
        .ctx = w, .arena = next_arena, .account = take_account, .failed = take_failure};
    char standard[] = "-";
    char *none[] = {standard};
    if (n_paths == 0) {
        paths = none;
        n_paths = 1;
    }
    for (int i = 0; i < n_paths && !w->write_failed; i++) {
        plx_err code = plx_read_path(paths[i], options, &sink);
        if (code != PLX_OK && code != PLX_INTERRUPTED) {
            plx_cli_say(w->cli, "%s: %s", paths[i], plx_err_text(code));
            w->n_failed++;
        }
    }
    flush(w);
    if (w->write_failed) return PLX_EXIT_IO;
    if (w->n_done == 0) return PLX_EXIT_NOTHING;
    return w->n_failed ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

static plx_lang *open_model(const plx_cli *cli, const char *path, bool rules, bool *ok) {
    plx_lang *lang = NULL;
    *ok = rules || plx_cli_open_model(cli, path, &lang);
    return lang;
}

static int run(plx_cli *cli, int argc, char **argv) {
    plx_read_options options = plx_read_defaults();
    annotate w = {.cli = cli, .threads = cli->threads};
    const char *model = NULL;
    bool rules = false, ok;
    uint64_t n;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (c) {
        case OPT_PUBLISHED: options.published = plx_str_of(o.value); break;
        case OPT_SOURCE: options.source = plx_str_of(o.value); break;
        case OPT_MODEL: model = o.value; break;
        case OPT_FAST: w.speed = PLX_LANG_FAST; break;
        case OPT_RULES: rules = true; break;
        case OPT_NO_TOKENS: w.no_tokens = true; break;
        case 'j':
            if (!plx_opts_number(&o, "--jobs", 1, 1024, &n)) return PLX_EXIT_USAGE;
            w.threads = (unsigned)n;
            break;
        default: return PLX_EXIT_USAGE;
        }
    }
    plx_lang *lang = open_model(cli, model, rules, &ok);
    if (!ok) return PLX_EXIT_NOTHING;
    w.lang = lang;
    w.n_slots = w.threads > 1 ? (size_t)w.threads * SLOTS_A_CORE : 1;
    w.slots = calloc(w.n_slots, sizeof *w.slots);
    int code = PLX_EXIT_BUG;
    if (w.slots) {
        for (size_t i = 0; i < w.n_slots; i++) plx_arena_init(&w.slots[i].arena, ACCOUNT_LIMIT);
        code = read_all(&w, &options, o.operands, o.n_operands);
        for (size_t i = 0; i < w.n_slots; i++) plx_arena_release(&w.slots[i].arena);
    }
    free(w.slots);
    plx_lang_free(lang);
    return code;
}

static const plx_cli_option options[] = {
    {OPT_PUBLISHED, "published", "DATE", "the date of accounts that do not say theirs (ISO 8601)"},
    {OPT_SOURCE, "source", "NAME", "the source of accounts that do not say theirs"},
    {'j', "jobs", "N", "work on N accounts at once (default: all cores); the output is the same"},
    {OPT_NO_TOKENS, "no-tokens", NULL, "leave out sentences and tokens"},
    {OPT_FAST, "fast", NULL, "tags, lemmas and names without trees"},
    {OPT_RULES, "rules", NULL, "words and sentences by rules alone, without a model"},
    {OPT_MODEL, "model", "FILE", "the trained model (default: models/english.plx)"},
};

const plx_cli_command plx_cli_command_annotate = {
    .name = "annotate",
    .summary = "names, times, figures, quotes and events of each account",
    .synopsis = "[options] [PATH…]",
    .details =
        "Reads accounts (files, folders, standard input without one) and writes one JSON object "
        "a line for each, in the order of the input: its text with what is no part of the article "
        "(dropped), sentences, tokens with tags and tree, names, times as TIMEX3, figures with "
        "their bounds and units, quotes with their speakers, events.\n\n"
        "All spans are half-open byte ranges [begin, end) in the text. Times are resolved against "
        "the account's date: from the account itself, a parallax.csv beside it "
        "(path,source,published,url,title), or --published.",
    .examples = "parallax annotate reports/ > annotated.jsonl\n"
                "parallax annotate --published 2025-04-16 report.txt\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
