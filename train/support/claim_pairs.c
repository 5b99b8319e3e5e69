#include "claim_pairs.h"

#include "base/buf.h"
#include "base/map.h"
#include "find/find.h"
#include "pipeline.h"
#include "read/read.h"
#include "reconcile/claim_units.h"
#include "support.h"

#include <jansson.h>
#include <sys/stat.h>

#define LEAST_COVERED 0.6  /* of a gold place, by a clause */
#define LEAST_FILLED  0.25 /* of the clause, by the place */

static void add_pair(claim_pairs *out, const plx_claim *x, const plx_claim *y, claim_pair p) {
    plx_claim_compare(x, y, p.x);
    plx_vec_push(out, out->arena, p);
}

/* ---- two texts a line --------------------------------------------------------------------------
 */

static plx_annotation *annotate(const plx_lang *lang, plx_str text, plx_arena *arena) {
    plx_account *account = plx_new(arena, plx_account);
    account->text = text;
    plx_annotation *an = plx_new(arena, plx_annotation);
    plx_lang_annotate(lang, account, PLX_LANG_ACCURATE, arena, an);
    plx_find_context ctx = {{NULL, 0}};
    plx_find_all(an, &ctx, arena);
    return an;
}

static plx_claim claim_of(const plx_lang *lang, plx_str text, plx_arena *arena) {
    const plx_annotation *an = annotate(lang, text, arena);
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, NULL, arena);
    return plx_claim_read(&reader, 0, (uint32_t)an->n_tokens, PLX_NONE, PLX_NONE);
}

static void read_texts(claim_pairs *out, const plx_lang *lang, const char *path, uint32_t source) {
    plx_str lines = read_file(path), line;
    while (plx_str_split(&lines, '\n', &line)) {
        plx_str label, a, b, group = {NULL, 0}, rest = line;
        if (!plx_str_split(&rest, '\t', &label) || !plx_str_split(&rest, '\t', &a) ||
            !plx_str_split(&rest, '\t', &b) || label.n != 1) {
            continue;
        }
        if (!plx_str_split(&rest, '\t', &group)) {
            group = line;
        }
        plx_arena scratch;
        plx_arena_init(&scratch, PLX_GIB);
        plx_claim x = claim_of(lang, a, &scratch), y = claim_of(lang, b, &scratch);
        add_pair(out, &x, &y,
                 (claim_pair){.same = label.p[0] == '1',
                              .source = source,
                              .group = (uint32_t)plx_hash_str(group),
                              .a = a,
                              .b = b});
        plx_arena_release(&scratch);
    }
}

/* ---- a story -----------------------------------------------------------------------------------
 */

typedef struct gold_place {
    plx_str account; /* the end of its path */
    plx_span span;
    uint32_t claim; /* in order of appearance */
} gold_place;

typedef struct story_reader {
    plx_arena *arena;
    PLX_VEC(plx_work_item) items;
    PLX_VEC(gold_place) gold;
} story_reader;

static plx_arena *arena_of(void *ctx) { return ((story_reader *)ctx)->arena; }

static bool take_account(void *ctx, const plx_account *a) {
    story_reader *r = ctx;
    plx_vec_push(&r->items, r->arena, (plx_work_item){.arena = r->arena, .account = a});
    return true;
}

static void read_gold(story_reader *r, const char *path) {
    char name[4096];
    snprintf(name, sizeof name, "%s/gold.json", path);
    json_t *gold = json_load_file(name, 0, NULL), *statement, *place;
    if (!gold) {
        die("%s: cannot be read", name);
    }
    size_t i, k;
    json_array_foreach(json_object_get(gold, "statements"), i, statement) {
        json_array_foreach(json_object_get(statement, "support"), k, place) {
            const json_t *at = json_object_get(place, "span");
            plx_str file = plx_str_of(json_string_value(json_object_get(place, "account")));
            gold_place g = {.account = plx_str_dup(r->arena, file),
                            .span = {(uint32_t)json_integer_value(json_array_get(at, 0)),
                                     (uint32_t)json_integer_value(json_array_get(at, 1))},
                            .claim = (uint32_t)i};
            plx_vec_push(&r->gold, r->arena, g);
        }
    }
    json_decref(gold);
}

#define MOST_OPEN 32u /* stretches within one another */

typedef struct open_mark {
    plx_str ids;
    uint32_t begin;
} open_mark;

static void close_mark(story_reader *r, plx_map *claims, const open_mark *o, plx_str account,
                       uint32_t end) {
    for (plx_str rest = o->ids, id; plx_str_split(&rest, ',', &id);) {
        plx_map_entry *e = plx_map_put(claims, plx_str_trim(id), (uint32_t)claims->n, NULL);
        plx_vec_push(&r->gold, r->arena, (gold_place){account, {o->begin, end}, e->value});
    }
}

/* One account of a .story: its text without the marks. */
static void read_told(story_reader *r, plx_map *claims, plx_str header, plx_str marked) {
    plx_account *account = plx_new(r->arena, plx_account);
    plx_buf text;
    plx_buf_init(&text, r->arena, PLX_MIB);
    open_mark open[MOST_OPEN];
    size_t n_open = 0;
    plx_str rest = plx_str_trim(header);
    (void)plx_str_split(&rest, ' ', &account->path);
    account->id = account->path;
    account->published = plx_str_trim(rest);
    marked = plx_str_trim(marked);
    for (size_t i = 0; i < marked.n; i++) {
        size_t colon = i;
        while (marked.p[i] == '[' && colon < marked.n && marked.p[colon] != ':') {
            colon++;
        }
        if (marked.p[i] == '[' && colon < marked.n && n_open < MOST_OPEN) {
            open[n_open++] = (open_mark){plx_str_slice(marked, i + 1, colon), (uint32_t)text.n};
            i = colon + 1 < marked.n && marked.p[colon + 1] == ' ' ? colon + 1 : colon;
        } else if (marked.p[i] == ']' && n_open) {
            close_mark(r, claims, &open[--n_open], account->path, (uint32_t)text.n);
        } else {
            plx_buf_putc(&text, marked.p[i]);
        }
    }
    plx_buf_putc(&text, '\n');
    account->text = plx_buf_str(&text);
    plx_vec_push(&r->items, r->arena, (plx_work_item){.arena = r->arena, .account = account});
}

static void read_marked(story_reader *r, const char *path) {
    plx_str file = read_file(path);
    plx_map claims;
    plx_map_init(&claims, r->arena);
    size_t at = 0;
    while (at < file.n && !(file.p[at] == '=' && (at == 0 || file.p[at - 1] == '\n'))) {
        at++;
    }
    while (at + 3 < file.n) { /* at "== name date" */
        size_t line = at, end;
        while (line < file.n && file.p[line] != '\n') {
            line++;
        }
        for (end = line; end + 3 < file.n && memcmp(file.p + end, "\n== ", 4) != 0;) {
            end++;
        }
        end = end + 3 < file.n ? end + 1 : file.n;
        read_told(r, &claims, plx_str_slice(file, at + 3, line), plx_str_slice(file, line, end));
        at = end;
    }
}

/* The gold statements that a unit makes, as bits of their order; at most 256 of them. */
typedef struct marks {
    uint64_t bits[4];
    bool any; /* covers a gold place, if with much beside it */
} marks;

static marks marks_of(const plx_story *s, const plx_claim_unit *u, const story_reader *r) {
    marks out = {{0}, false};
    for (size_t i = 0; i < r->gold.n; i++) {
        const gold_place *g = &r->gold.p[i];
        double both = plx_span_overlap(u->span, g->span);
        if (g->claim >= 256 || !plx_str_ends(s->accounts[u->account]->path, g->account) ||
            both < LEAST_COVERED * plx_span_len(g->span)) {
            continue;
        }
        out.any = true;
        if (both >= LEAST_FILLED * plx_span_len(u->span)) {
            out.bits[g->claim / 64] |= (uint64_t)1 << g->claim % 64;
        }
    }
    return out;
}

static bool meet(const marks *a, const marks *b) {
    return (a->bits[0] & b->bits[0]) || (a->bits[1] & b->bits[1]) || (a->bits[2] & b->bits[2]) ||
           (a->bits[3] & b->bits[3]);
}

/* The number of each edge, by its two units. */
static plx_imap number_edges(const plx_claim_edges *e, plx_arena *arena) {
    plx_imap out;
    plx_imap_init(&out, arena);
    for (uint32_t i = 0; i < e->n; i++) {
        plx_imap_put(&out, (uint64_t)e->p[i].a << 32 | e->p[i].b, i, NULL);
    }
    return out;
}

static void read_units(claim_pairs *out, const plx_story *s, const story_reader *r, plx_str name,
                       uint32_t source) {
    plx_claim_units u = plx_reconcile__claim_units(s, out->arena);
    plx_claim_edges edges = plx_reconcile__claim_edges(&u, PLX_ABSENT_EDGE, out->arena);
    plx_imap edge_of = number_edges(&edges, out->arena);
    plx_edge_standing *at = plx_reconcile__edge_standings(&u, &edges, out->arena);
    marks *m = plx_new_n(out->arena, marks, u.n);
    for (size_t i = 0; i < u.n; i++) {
        m[i] = marks_of(s, &u.p[i], r);
    }
    for (size_t i = 0; i < u.n; i++) {
        for (size_t k = i + 1; k < u.n; k++) {
            const plx_claim_unit *x = &u.p[i], *y = &u.p[k];
            if (x->account == y->account || !m[i].any || !m[k].any) {
                continue; /* of what is marked only: marks are never complete */
            }
            claim_pair p = {.same = meet(&m[i], &m[k]),
                            .source = source,
                            .group = (uint32_t)plx_hash_str(name),
                            .a = plx_str_at(s->accounts[x->account]->text, x->span),
                            .b = plx_str_at(s->accounts[y->account]->text, y->span)};
            plx_claim_compare(&x->claim, &y->claim, p.x);
            uint32_t edge = plx_imap_get(&edge_of, (uint64_t)i << 32 | k);
            p.is_edge = edge != PLX_NONE;
            p.log_odds = p.is_edge ? edges.p[edge].log_odds : PLX_ABSENT_EDGE;
            p.standing = p.is_edge ? at[edge] : (plx_edge_standing){0};
            plx_vec_push(out, out->arena, p);
        }
    }
}

static void read_story(claim_pairs *out, const plx_lang *lang, const char *path, uint32_t source) {
    story_reader r = {.arena = out->arena};
    if (plx_str_ends(plx_str_of(path), PLX_S(".story"))) {
        read_marked(&r, path);
    } else {
        plx_read_options o = plx_read_defaults();
        plx_read_sink sink = {.ctx = &r, .arena = arena_of, .account = take_account};
        (void)!plx_read_path(path, &o, &sink);
        read_gold(&r, path);
    }
    plx_pipeline_options p = {.lang = lang, .threads = 1, .one_story = true};
    plx_pipeline_annotate(r.items.p, r.items.n, &p);
    plx_dossier_made made;
    plx_error err;
    if (plx_pipeline_dossier(r.items.p, r.items.n, &p, &made, &err) != PLX_OK) {
        die("%s: %s", path, err.msg);
    }
    /* The story lives on: the pairs borrow its words. */
    read_units(out, made.dossier.stories[0], &r, plx_str_of(path), source);
}

/* ---- events ------------------------------------------------------------------------------------
 */

typedef struct event_unit {
    plx_claim claim;
    uint32_t document, topic, chain;
    plx_str text;
} event_unit;

typedef struct event_reader {
    claim_pairs *out;
    const plx_lang *lang;
    uint32_t source, n_documents;
    PLX_VEC(event_unit) units;
} event_reader;

static uint32_t hash_of(const json_t *v) {
    if (json_is_integer(v)) {
        json_int_t n = json_integer_value(v);
        return (uint32_t)plx_hash_mix((uint64_t)n, 1);
    }
    return (uint32_t)plx_hash_str(plx_str_of(json_string_value(v)));
}

/* The chain of the shortest mention over a token, of events or of entities; PLX_NONE: none. */
static uint32_t chain_at(const json_t *root, plx_span at, bool event) {
    size_t i;
    json_t *m;
    uint32_t best = PLX_NONE, shortest = UINT32_MAX;
    json_array_foreach(json_object_get(root, "mentions"), i, m) {
        const json_t *span = json_object_get(m, "span");
        plx_span s = {(uint32_t)json_integer_value(json_array_get(span, 0)),
                      (uint32_t)json_integer_value(json_array_get(span, 1))};
        const char *kind = json_string_value(json_object_get(m, "kind"));
        bool is_event = kind && strcmp(kind, "event") == 0;
        if (is_event == event && s.begin <= at.begin && at.end <= s.end &&
            s.end - s.begin < shortest && kind && strcmp(kind, "time") != 0) {
            shortest = s.end - s.begin;
            best = hash_of(json_object_get(m, "chain"));
        }
    }
    return best;
}

static void read_document(event_reader *r, const json_t *root) {
    plx_arena *arena = r->out->arena;
    plx_str text = plx_str_dup(arena, plx_str_of(json_string_value(json_object_get(root, "text"))));
    const plx_annotation *an = annotate(r->lang, text, arena);
    uint32_t *entities = plx_new_n(arena, uint32_t, an->n_mentions);
    for (size_t i = 0; i < an->n_mentions; i++) {
        entities[i] = chain_at(root, an->tokens[an->mentions[i].head].span, false);
    }
    plx_claim_reader reader;
    plx_claim_reader_init(&reader, an, entities, arena);
    plx_clauses clauses = plx_find_clauses(an, arena);
    for (size_t i = 0; i < clauses.n; i++) {
        const plx_clause *c = &clauses.p[i];
        uint32_t chain = chain_at(root, an->tokens[c->head].span, true);
        if (chain == PLX_NONE || c->begin == c->end) {
            continue;
        }
        event_unit u = {.document = r->n_documents,
                        .topic = hash_of(json_object_get(root, "topic")),
                        .chain = chain,
                        .text = plx_str_at(text, c->span)};
        u.claim = plx_claim_read(&reader, c->begin, c->end, c->head, c->subject);
        if (u.claim.n >= 2) {
            plx_vec_push(&r->units, arena, u);
        }
    }
    r->n_documents++;
}

static void pair_topic(event_reader *r, uint32_t topic) {
    plx_claim_counts counts;
    plx_claim_counts_init(&counts, r->out->arena);
    for (size_t i = 0; i < r->units.n; i++) {
        if (r->units.p[i].topic == topic) {
            plx_claim_counts_add(&counts, &r->units.p[i].claim);
        }
    }
    for (size_t i = 0; i < r->units.n; i++) {
        if (r->units.p[i].topic == topic) {
            plx_claim_reweigh(&r->units.p[i].claim, &counts);
        }
    }
    for (size_t i = 0; i < r->units.n; i++) {
        const event_unit *x = &r->units.p[i];
        for (size_t k = i + 1; k < r->units.n && x->topic == topic; k++) {
            const event_unit *y = &r->units.p[k];
            if (y->topic == topic && y->document != x->document) {
                add_pair(r->out, &x->claim, &y->claim,
                         (claim_pair){.same = x->chain == y->chain,
                                      .source = r->source,
                                      .group = topic,
                                      .a = x->text,
                                      .b = y->text});
            }
        }
    }
}

static void read_events(claim_pairs *out, const plx_lang *lang, const char *path, uint32_t source) {
    event_reader r = {.out = out, .lang = lang, .source = source};
    plx_str lines = read_file(path), line;
    while (plx_str_split(&lines, '\n', &line)) {
        json_t *root = json_loadb(line.p, line.n, 0, NULL);
        if (root) {
            read_document(&r, root);
            json_decref(root);
        }
    }
    for (size_t i = 0; i < r.units.n; i++) {
        bool seen = false;
        for (size_t k = 0; k < i && !seen; k++) {
            seen = r.units.p[k].topic == r.units.p[i].topic;
        }
        if (!seen) {
            pair_topic(&r, r.units.p[i].topic);
        }
    }
}

void claim_pairs_read(claim_pairs *out, const plx_lang *lang, const char *path, uint32_t source) {
    struct stat s;
    size_t before = out->n, n_same = 0;
    bool is_story = plx_str_ends(plx_str_of(path), PLX_S(".story"));
    if (is_story || (stat(path, &s) == 0 && S_ISDIR(s.st_mode))) {
        read_story(out, lang, path, source);
    } else if (plx_str_ends(plx_str_of(path), PLX_S(".jsonl"))) {
        read_events(out, lang, path, source);
    } else {
        read_texts(out, lang, path, source);
    }
    for (size_t i = before; i < out->n; i++) {
        n_same += out->p[i].same;
    }
    fprintf(stderr, "%s: %zu pairs, %zu say the same\n", path, out->n - before, n_same);
}
