/* parallax coref: given mentions of events and entities into clusters across documents. */
#include "cli.h"
#include "lines.h"
#include "model.h"

#include "base/json.h"
#include "base/vec.h"
#include "find/find.h"
#include "match/event_pairs.h"
#include "match/things.h"
#include "reconcile/reconcile.h"

#include <jansson.h>
#include <stdlib.h>

enum { OPT_INPUTS = 256, OPT_MODEL };

static const plx_cli_option options[] = {
    {'m', "mentions", "FILE",
     "documents with their mentions, a JSON object a line: {\"id\", \"text\", \"topic\"?, "
     "\"mentions\": [{\"span\": [begin, end], \"kind\"}]}; \"-\": standard input"},
    {'t', "threshold", "P",
     "join events while their mean likeness is at least P percent (1 to 99)"},
    {OPT_INPUTS, "inputs", NULL,
     "print what the pair scorer sees instead, for training: a line a pair of events of one topic"},
    {OPT_MODEL, "model", "FILE", "the language model"},
};

typedef struct given {
    uint32_t document;
    plx_span span;
    plx_str kind, chain;
    uint32_t view; /* of an event */
    uint32_t cluster;
} given;

typedef struct document {
    plx_str id, topic;
    plx_annotation *an;
    uint32_t index; /* in the pairs of its topic */
} document;

typedef struct coref {
    plx_cli *cli;
    const plx_lang *lang;
    const char *path;
    bool inputs;
    double threshold;
    plx_arena *arena;
    PLX_VEC(document) documents;
    PLX_VEC(given) mentions; /* by document */
    uint32_t n_clusters;
    size_t n_bad;
} coref;

static plx_str keep(coref *c, const json_t *v) {
    if (json_is_string(v)) {
        return plx_str_dup(c->arena, plx_str_n(json_string_value(v), json_string_length(v)));
    }
    if (json_is_integer(v)) {
        return plx_str_format(c->arena, "%lld", (long long)json_integer_value(v));
    }
    return (plx_str){NULL, 0};
}

static bool read_mention(coref *c, const json_t *m, uint32_t doc, size_t n_text) {
    const json_t *span = json_object_get(m, "span");
    json_int_t b = json_integer_value(json_array_get(span, 0));
    json_int_t e = json_integer_value(json_array_get(span, 1));
    if (json_array_size(span) != 2 || b < 0 || e <= b || (size_t)e > n_text) return false;
    given *g = plx_vec_add(&c->mentions, c->arena);
    g->document = doc;
    g->span = (plx_span){(uint32_t)b, (uint32_t)e};
    g->kind = keep(c, json_object_get(m, "kind"));
    const json_t *chain = json_object_get(m, "chain");
    g->chain = keep(c, chain ? chain : json_object_get(m, "concept"));
    g->view = g->cluster = PLX_NONE;
    return true;
}

static void json_delete_any(void *v) { json_decref(v); }

/* One line; false when it is not such an object. */
static bool read_document(coref *c, plx_str line) {
    json_t *root = json_loadb(line.p, line.n, 0, NULL);
    if (!root) return false;
    plx_arena_mark mark = plx_arena_mark_here(c->arena);
    plx_arena_defer(c->arena, json_delete_any, root);
    const json_t *text = json_object_get(root, "text"), *list = json_object_get(root, "mentions");
    if (!json_is_string(text) || !json_is_array(list) || json_string_length(text) >= UINT32_MAX) {
        plx_arena_restore(c->arena, mark);
        return false;
    }
    plx_account *account = plx_new(c->arena, plx_account);
    account->text = keep(c, text);
    account->path = account->id = keep(c, json_object_get(root, "id"));
    document *d = plx_vec_add(&c->documents, c->arena);
    d->id = account->id;
    const json_t *topic = json_object_get(root, "topic");
    d->topic = keep(c, topic ? topic : json_object_get(root, "event"));
    d->an = plx_new(c->arena, plx_annotation);
    uint32_t index = (uint32_t)c->documents.n - 1;
    size_t k;
    json_t *m;
    json_array_foreach(list, k, m) c->n_bad += !read_mention(c, m, index, account->text.n);
    plx_lang_annotate(c->lang, account, PLX_LANG_ACCURATE, c->arena, d->an);
    plx_find_context context = {.published = {NULL, 0}};
    plx_find_all(d->an, &context, c->arena);
    return true;
}

static void print_mention(coref *c, const given *g) {
    plx_buf out;
    plx_arena_mark mark = plx_arena_mark_here(c->arena);
    plx_buf_init(&out, c->arena, PLX_MIB);
    plx_json j;
    plx_json_init(&j, &out, 0);
    plx_json_object(&j);
    plx_json_put_str(&j, "doc", c->documents.p[g->document].id);
    plx_json_put_span(&j, "span", g->span);
    plx_json_put_u64(&j, "cluster", g->cluster);
    plx_json_put_str(&j, "kind", g->kind);
    plx_json_end(&j);
    fwrite(out.p, 1, out.n, stdout);
    putchar('\n');
    plx_arena_restore(c->arena, mark);
}

static void print_inputs(const coref *c, const plx_event_pairs *p, const given *a, const given *b) {
    float x[PLX_EVENT_INPUTS];
    plx_event_pairs_inputs(p, a->view, b->view, x);
    const document *d = &c->documents.p[a->document], *e = &c->documents.p[b->document];
    printf("%.*s\t%.*s\t%u\t%u\t%.*s\t%u\t%u\t%d", PLX_FMT(d->topic), PLX_FMT(d->id), a->span.begin,
           a->span.end, PLX_FMT(e->id), b->span.begin, b->span.end,
           a->chain.n && plx_str_eq(a->chain, b->chain));
    for (size_t i = 0; i < PLX_EVENT_INPUTS; i++) printf("\t%.6g", (double)x[i]);
    putchar('\n');
}

static bool is_event(const given *g) { return plx_str_eq(g->kind, PLX_S("event")); }

static void events_of_topic(coref *c, const uint32_t *docs, size_t n_docs) {
    plx_event_pairs p;
    plx_event_pairs_init(&p, c->arena);
    PLX_VEC(uint32_t) at = {NULL, 0, 0};
    for (size_t i = 0; i < n_docs; i++) {
        document *d = &c->documents.p[docs[i]];
        d->index = plx_event_pairs_document(&p, d->an);
    }
    for (uint32_t i = 0; i < c->mentions.n; i++) {
        given *g = &c->mentions.p[i];
        bool here = false;
        for (size_t k = 0; k < n_docs && !here; k++) here = docs[k] == g->document;
        if (!here || !is_event(g)) continue;
        uint32_t begin, end;
        const document *d = &c->documents.p[g->document];
        plx_tokens_in(d->an, g->span, &begin, &end);
        if (begin >= end) continue;
        g->view = plx_event_pairs_add(&p, d->index, begin, end);
        plx_vec_push(&at, c->arena, i);
    }
    plx_event_pairs_finish(&p);
    if (c->inputs) {
        for (size_t i = 0; i < at.n; i++) {
            for (size_t k = i + 1; k < at.n; k++) {
                print_inputs(c, &p, &c->mentions.p[at.p[i]], &c->mentions.p[at.p[k]]);
            }
        }
        return;
    }
    uint32_t *views = plx_new_n(c->arena, uint32_t, at.n);
    uint32_t *cluster = plx_new_n(c->arena, uint32_t, at.n);
    for (size_t i = 0; i < at.n; i++) views[i] = c->mentions.p[at.p[i]].view;
    plx_event_pairs_cluster(&p, views, at.n, c->threshold, cluster);
    for (size_t i = 0; i < at.n; i++) {
        c->mentions.p[at.p[i]].cluster = c->n_clusters + cluster[i];
    }
    c->n_clusters += (uint32_t)at.n;
}

/* The chain of the found mention that covers the given one best, or PLX_NONE. */
static uint32_t chain_at(const plx_annotation *an, plx_span span) {
    uint32_t best = PLX_NONE, most = 0;
    for (size_t i = 0; i < an->n_mentions; i++) {
        const plx_mention *m = &an->mentions[i];
        if (m->span.begin >= span.end) break;
        uint32_t o = plx_span_overlap(m->span, span);
        uint32_t longer = PLX_MAX(plx_span_len(m->span), plx_span_len(span));
        if (2 * o >= longer && o > most) {
            most = o;
            best = m->chain;
        }
    }
    return best;
}

static void entities_of_topic(coref *c, const uint32_t *docs, size_t n_docs) {
    plx_story s = {.n_accounts = n_docs};
    s.accounts = plx_new_n(c->arena, const plx_account *, n_docs);
    s.annotations = plx_new_n(c->arena, const plx_annotation *, n_docs);
    s.entity_of_chain = plx_new_n(c->arena, uint32_t *, n_docs);
    for (size_t i = 0; i < n_docs; i++) {
        s.annotations[i] = c->documents.p[docs[i]].an;
        s.accounts[i] = s.annotations[i]->account;
    }
    plx_reconcile_options none = {NULL};
    plx_reconcile__entities(&s, &none, c->arena);
    plx_map words;
    plx_map_init(&words, c->arena);
    uint32_t base = c->n_clusters, next = base + (uint32_t)s.entities.n;
    for (size_t i = 0; i < c->mentions.n; i++) {
        given *g = &c->mentions.p[i];
        size_t k = 0;
        while (k < n_docs && docs[k] != g->document) k++;
        if (k == n_docs || is_event(g)) continue;
        uint32_t chain = chain_at(s.annotations[k], g->span);
        uint32_t entity = chain == PLX_NONE ? PLX_NONE : s.entity_of_chain[k][chain];
        if (entity != PLX_NONE) {
            g->cluster = base + entity;
            continue;
        }
        char key[200]; /* the same words are the same thing */
        size_t n = plx_match_thing_key(plx_str_at(s.accounts[k]->text, g->span), key, sizeof key);
        bool is_new;
        plx_map_entry *e =
            plx_map_put(&words, plx_str_dup(c->arena, plx_str_n(key, n)), next, &is_new);
        next += is_new;
        g->cluster = e->value;
    }
    c->n_clusters = next;
}

static void work(void *ctx) {
    coref *c = ctx;
    char *paths[] = {(char *)(uintptr_t)c->path};
    plx_lines lines;
    plx_lines_begin(&lines, c->cli, paths, 1);
    for (plx_str line; plx_lines_next(&lines, &line);) {
        if (!read_document(c, line)) {
            plx_cli_say(c->cli, "%s: line %llu is no document with mentions", c->path,
                        (unsigned long long)lines.number);
            c->n_bad++;
        }
    }
    c->n_bad += lines.n_failed;
    plx_lines_end(&lines);
    uint32_t *docs = plx_new_n(c->arena, uint32_t, c->documents.n);
    bool *done = plx_new_n(c->arena, bool, c->documents.n);
    for (size_t i = 0; i < c->documents.n; i++) {
        if (done[i]) continue;
        size_t n = 0;
        for (size_t k = i; k < c->documents.n; k++) {
            if (!plx_str_eq(c->documents.p[i].topic, c->documents.p[k].topic)) continue;
            done[k] = true;
            docs[n++] = (uint32_t)k;
        }
        events_of_topic(c, docs, n);
        if (!c->inputs) entities_of_topic(c, docs, n);
    }
    for (size_t i = 0; i < c->mentions.n && !c->inputs; i++) {
        given *g = &c->mentions.p[i];
        if (g->cluster == PLX_NONE) g->cluster = c->n_clusters++;
        print_mention(c, g);
    }
}

static int run(plx_cli *cli, int argc, char **argv) {
    coref c = {.cli = cli};
    const char *model = NULL;
    uint64_t percent;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int k; (k = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (k) {
        case 'm': c.path = o.value; break;
        case 't':
            if (!plx_opts_number(&o, "--threshold", 1, 99, &percent)) return PLX_EXIT_USAGE;
            c.threshold = (double)percent / 100;
            break;
        case OPT_INPUTS: c.inputs = true; break;
        case OPT_MODEL: model = o.value; break;
        default: return PLX_EXIT_USAGE;
        }
    }
    if (!c.path || o.n_operands) {
        plx_cli_say(cli, "wants --mentions FILE (see --help)");
        return PLX_EXIT_USAGE;
    }
    plx_lang *lang = NULL;
    if (!plx_cli_open_model(cli, model, &lang)) return PLX_EXIT_IO;
    c.lang = lang;
    plx_arena arena;
    plx_arena_init(&arena, 32 * PLX_GIB);
    c.arena = &arena;
    plx_error err;
    plx_err code = plx_guard(work, &c, &err);
    if (code != PLX_OK) plx_cli_say(cli, "%s", err.msg);
    size_t n_documents = c.documents.n;
    plx_arena_release(&arena);
    plx_lang_free(lang);
    if (code != PLX_OK) return PLX_EXIT_BUG;
    if (!n_documents) return PLX_EXIT_NOTHING;
    return c.n_bad ? PLX_EXIT_SOME : PLX_EXIT_DONE;
}

const plx_cli_command plx_cli_command_coref = {
    .name = "coref",
    .summary = "given mentions into events and entities",
    .synopsis = "--mentions FILE [options]",
    .details =
        "Reads documents whose mentions are given, and says which of them are one: events by what "
        "their words, participants, days and documents have in common, entities by their names. "
        "Prints a JSON object a mention: {\"doc\", \"span\", \"cluster\", \"kind\"}. Mentions of "
        "different topics are never one; without topics, all documents are one topic.",
    .examples = "parallax coref --mentions documents.jsonl > clusters.jsonl",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
