/* The verb `near`: near-duplicates among many accounts. */
#include "corpus.h"

#include "match/near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OPT_STATE = 256, OPT_RESUME, OPT_SHINGLE };

typedef struct job {
    plx_corpus corpus;
    plx_near_plan plan;
    plx_sketch *sketches; /* malloc'ed */
    size_t cap;
    plx_arena out_arena;
    plx_buf out;
} job;

static void each(void *ctx, plx_corpus_block *b, const uint32_t *words, size_t n) {
    plx_sketch s;
    plx_near_sketch(words, n, &((job *)ctx)->plan, &s);
    plx_buf_put(&b->payload, plx_str_n((const char *)&s, sizeof s));
}

static void take(void *ctx, uint32_t first, size_t n, plx_str payload) {
    job *j = ctx;
    if (payload.n != n * sizeof(plx_sketch)) plx_throw(PLX_CORRUPT, 0, "the state is damaged");
    j->sketches = plx_corpus_grow(j->sketches, &j->cap, first + n, sizeof *j->sketches);
    if (n) memcpy(j->sketches + first, payload.p, payload.n);
}

static plx_shingles load(void *ctx, uint32_t item, plx_arena *arena) {
    job *j = ctx;
    plx_record r = plx_corpus_load(&j->corpus, item, arena);
    size_t n = j->corpus.entries[item].n_words;
    uint32_t *words = plx_new_n(arena, uint32_t, n);
    if (plx_match_hashes(r.text, words, n) != n)
        plx_throw(PLX_IO, 0, "the input changed while it was read");
    return plx_near_shingles(words, n, &j->plan, arena);
}

/* By source, then by date, then by length. */
static int by_version(const void *a, const void *b, void *ctx) {
    const plx_corpus *c = ctx;
    uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
    const plx_corpus_entry *x = &c->entries[i], *y = &c->entries[k];
    if (x->source != y->source) return x->source < y->source ? -1 : 1;
    if (x->when != y->when) return x->when < y->when ? -1 : 1;
    if (x->n_words != y->n_words) return x->n_words < y->n_words ? -1 : 1;
    return c->rank[i] < c->rank[k] ? -1 : c->rank[i] > c->rank[k];
}

/* The accounts of one source with different dates: one article's versions, the oldest first. */
static void put_versions(job *j, const plx_near_cluster *c) {
    const plx_corpus_entry *entries = j->corpus.entries;
    uint32_t *v = plx_new_n(&j->out_arena, uint32_t, c->n);
    bool any = false;
    memcpy(v, c->items, c->n * sizeof *v);
    qsort_r(v, c->n, sizeof *v, by_version, &j->corpus);
    for (size_t i = 0, k; i < c->n; i = k) {
        const plx_corpus_entry *e = &entries[v[i]];
        for (k = i + 1; k < c->n && entries[v[k]].source == e->source; k++) {}
        if (k - i < 2 || !e->source || !e->when || e->when == entries[v[k - 1]].when) continue;
        plx_buf_putz(&j->out, any ? ",[" : ",\"versions\":[[");
        any = true;
        for (size_t m = i; m < k; m++) {
            if (m > i) plx_buf_putc(&j->out, ',');
            plx_buf_put(&j->out, plx_corpus_id(&j->corpus, v[m]));
        }
        plx_buf_putc(&j->out, ']');
    }
    if (any) plx_buf_putc(&j->out, ']');
}

static void found(void *ctx, const plx_near_cluster *c) {
    job *j = ctx;
    plx_arena_reset(&j->out_arena);
    plx_buf_init(&j->out, &j->out_arena, 4 * PLX_GIB);
    plx_buf_putz(&j->out, "{\"ids\":[");
    for (size_t i = 0; i < c->n; i++) {
        if (i) plx_buf_putc(&j->out, ',');
        plx_buf_put(&j->out, plx_corpus_id(&j->corpus, c->items[i]));
    }
    plx_buf_putz(&j->out, "],\"similarity\":");
    plx_buf_put_f64(&j->out, floor(c->similarity * 10000.0) / 10000.0);
    put_versions(j, c);
    plx_buf_putz(&j->out, "}\n");
    fwrite(j->out.p, 1, j->out.n, stdout);
}

static void work(void *ctx) {
    job *j = ctx;
    plx_near_input in = {j->sketches, j->corpus.n, j->corpus.rank, load, found, j};
    plx_arena arena;
    plx_arena_init(&arena, 64 * PLX_GIB);
    plx_near_find(&in, &j->plan, &arena);
    plx_arena_release(&arena);
}

static int run(plx_cli *cli, int argc, char **argv) {
    job j = {.corpus = {.cli = cli, .threads = cli->threads, .doing = "sketching"}};
    double threshold = PLX_NEAR_THRESHOLD;
    uint64_t shingle = PLX_NEAR_SHINGLE, n;
    plx_opts o = plx_opts_begin(cli, argc, argv);
    for (int c; (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        switch (c) {
        case 't':
            if (!plx_str_to_f64(plx_str_of(o.value), &threshold) ||
                !(threshold >= 0.3 && threshold <= 1.0)) {
                plx_cli_say(cli, "--threshold wants a number from 0.3 to 1");
                return PLX_EXIT_USAGE;
            }
            break;
        case OPT_SHINGLE:
            if (!plx_opts_number(&o, "shingle", 1, PLX_NEAR_MAX_SHINGLE, &shingle))
                return PLX_EXIT_USAGE;
            break;
        case OPT_STATE: j.corpus.state = o.value; break;
        case OPT_RESUME: j.corpus.resume = true; break;
        case 'j':
            if (!plx_opts_number(&o, "jobs", 1, 256, &n)) return PLX_EXIT_USAGE;
            j.corpus.threads = (unsigned)n;
            break;
        default: return PLX_EXIT_USAGE;
        }
    }
    if (o.n_operands == 0 || (j.corpus.resume && !j.corpus.state)) {
        plx_cli_say(cli, o.n_operands ? "--resume needs --state FILE"
                                      : "name the files, or - for standard input");
        return PLX_EXIT_USAGE;
    }
    j.plan = plx_near_plan_for(threshold, (unsigned)shingle);
    j.corpus.state_kind = 1000000 + (uint64_t)lround(threshold * 10000.0) * 32 + shingle;
    j.corpus.paths = o.operands;
    j.corpus.n_paths = o.n_operands;
    j.corpus.each = each;
    j.corpus.take = take;
    j.corpus.ctx = &j;
    plx_arena_init(&j.out_arena, 16 * PLX_GIB);
    int code = plx_corpus_run(&j.corpus, work);
    plx_arena_release(&j.out_arena);
    free(j.sketches);
    return code;
}

static const plx_cli_option options[] = {
    {'t', "threshold", "X", "how alike: Jaccard of word shingles, 0.3 to 1. Without it: 0.8"},
    {OPT_SHINGLE, "shingle", "N", "words a shingle. Without it: 5"},
    {OPT_STATE, "state", "FILE",
     "keep what was read in FILE, so that an interrupted run can go on"},
    {OPT_RESUME, "resume", NULL, "go on where the run that left --state FILE was interrupted"},
    {'j', "jobs", "N", "threads; the result does not depend on it. Without it: one a core"},
};

const plx_cli_command plx_cli_command_near = {
    .name = "near",
    .summary = "find near-duplicates among many accounts",
    .synopsis = "[options] FILE…",
    .details =
        "Reads JSON Lines {\"id\", \"text\"} and prints a line {\"ids\", \"similarity\"} for each "
        "group of accounts that are nearly the same. Every pair of a group was compared word by "
        "word and is at least as alike as asked; an account can be in two groups. Accounts of one "
        "\"source\" with different \"date\"s are given as \"versions\", the oldest first.\n\n"
        "Only about 300 bytes an account stay in memory: files larger than it are read twice. The "
        "order of the input does not matter.",
    .examples = "  parallax near articles.jsonl\n"
                "  parallax near -t 0.5 --state near.state year-*.jsonl > groups.jsonl\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
