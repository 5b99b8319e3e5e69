/* The verb `reuse`: passages that travel between many accounts. */
#include "corpus.h"

#include "match/passages.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { OPT_STATE = 256, OPT_RESUME };

#define PARTS       64
#define MEMORY_MOST ((size_t)768 << 20) /* of spooled records; beyond it they go to files */
#define POPULAR     12 /* accounts with a run before only the first is compared with the others */

/* Records sorted into parts, in memory and beyond a limit in temporary files. */
typedef struct part {
    char *p;
    size_t n, cap;
    FILE *file;
    uint64_t in_file;
} part;

typedef struct spool {
    part parts[PARTS];
    size_t in_memory;
} spool;

typedef struct occurrence { /* of a run of words in an account */
    uint64_t run_at;        /* hash << 24 | position */
    uint32_t item, rank;
} occurrence;

typedef struct hit { /* two occurrences of one run */
    uint32_t a, b;   /* ranks, a's the lower */
    uint32_t at_a, at_b;
    uint32_t popular;
} hit;

typedef struct job {
    plx_corpus corpus;
    spool runs, hits;
    uint32_t *item_of; /* rank -> item */
    plx_arena pair_arena, a_arena, out_arena;
} job;

/* ---- spools ------------------------------------------------------------------------------------
 */

static void spill(spool *s) {
    for (size_t i = 0; i < PARTS; i++) {
        part *p = &s->parts[i];
        if (!p->n) continue;
        if (!p->file && !(p->file = tmpfile()))
            plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
        if (fwrite(p->p, 1, p->n, p->file) != p->n)
            plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
        p->in_file += p->n;
        free(p->p);
        *p = (part){.file = p->file, .in_file = p->in_file};
    }
    s->in_memory = 0;
}

static void put(spool *s, size_t at, const void *record, size_t size) {
    part *p = &s->parts[at];
    if (p->n + size > p->cap) {
        size_t before = p->cap;
        p->p = plx_corpus_grow(p->p, &p->cap, p->n + size, 1);
        s->in_memory += p->cap - before;
    }
    memcpy(p->p + p->n, record, size);
    p->n += size;
    if (s->in_memory > MEMORY_MOST) spill(s);
}

/* All of a part, in memory that is the caller's to free; the part is empty then. */
static void *take_part(spool *s, size_t at, size_t size, size_t *n) {
    part *p = &s->parts[at];
    size_t total = (size_t)p->in_file + p->n;
    *n = total / size;
    if (!p->file) {
        void *all = p->p;
        s->in_memory -= p->cap;
        *p = (part){0};
        return all;
    }
    char *all = malloc(total + 1);
    bool ok = all && fseek(p->file, 0, SEEK_SET) == 0 &&
              fread(all, 1, (size_t)p->in_file, p->file) == p->in_file;
    if (!ok) {
        free(all);
        plx_throw(PLX_IO, 0, "temporary file: %s", strerror(errno));
    }
    memcpy(all + p->in_file, p->p, p->n);
    s->in_memory -= p->cap;
    free(p->p);
    fclose(p->file);
    *p = (part){0};
    return all;
}

static void release_spool(spool *s) {
    for (size_t i = 0; i < PARTS; i++) {
        free(s->parts[i].p);
        if (s->parts[i].file) fclose(s->parts[i].file);
    }
}

/* ---- the runs of each account ------------------------------------------------------------------
 */

/* The payload: for each account how many runs, then the runs. */
static void each(void *ctx, plx_corpus_block *b, const uint32_t *words, size_t n) {
    (void)ctx;
    plx_arena scratch; /* not the block's, where it would stand in the payload's way */
    plx_arena_init(&scratch, 16 * PLX_GIB);
    uint64_t *runs = plx_new_n(&scratch, uint64_t, n + 1);
    uint64_t m = plx_match_runs(words, n, runs + 1);
    runs[0] = m;
    plx_buf_put(&b->payload, plx_str_n((const char *)runs, (size_t)(m + 1) * sizeof *runs));
    plx_arena_release(&scratch);
}

static void take(void *ctx, uint32_t first, size_t n, plx_str payload) {
    job *j = ctx;
    size_t at = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t m;
        if (payload.n - at < sizeof m) plx_throw(PLX_CORRUPT, 0, "the state is damaged");
        memcpy(&m, payload.p + at, sizeof m);
        at += sizeof m;
        if ((payload.n - at) / sizeof m < m) plx_throw(PLX_CORRUPT, 0, "the state is damaged");
        for (uint64_t k = 0; k < m; k++, at += sizeof m) {
            char record[12];
            uint32_t item = first + i;
            uint64_t run_at;
            memcpy(&run_at, payload.p + at, sizeof run_at);
            memcpy(record, &run_at, 8);
            memcpy(record + 8, &item, 4);
            put(&j->runs, (size_t)(run_at >> 58), record, sizeof record);
        }
    }
}

/* ---- pairs that share a run --------------------------------------------------------------------
 */

static int by_run(const void *a, const void *b) {
    const occurrence *x = a, *y = b;
    uint64_t hx = x->run_at >> 24, hy = y->run_at >> 24;
    if (hx != hy) return hx < hy ? -1 : 1;
    if (x->rank != y->rank) return x->rank < y->rank ? -1 : 1;
    return x->run_at < y->run_at ? -1 : x->run_at > y->run_at;
}

static void pair_up(job *j, const occurrence *o, size_t n) {
    bool popular = n > POPULAR;
    PLX_ASSERT(j->corpus.n > 0); /* there are occurrences */
    for (size_t i = 0; i < n && (!popular || i == 0); i++) {
        for (size_t k = i + 1; k < n; k++) {
            if (o[i].item == o[k].item) continue;
            hit h = {o[i].rank, o[k].rank, (uint32_t)(o[i].run_at & 0xFFFFFF),
                     (uint32_t)(o[k].run_at & 0xFFFFFF), popular};
            put(&j->hits, (size_t)((uint64_t)h.a * PARTS / j->corpus.n), &h, sizeof h);
        }
    }
}

static void find_hits(job *j, size_t at) {
    size_t n;
    char *records = take_part(&j->runs, at, 12, &n);
    occurrence *o = malloc((n + 1) * sizeof *o);
    if (!o) {
        free(records);
        plx_throw(PLX_NOMEM, 0, "no memory for runs of words");
    }
    for (size_t i = 0; i < n; i++) {
        memcpy(&o[i].run_at, records + 12 * i, 8);
        memcpy(&o[i].item, records + 12 * i + 8, 4);
        o[i].rank = j->corpus.rank[o[i].item];
    }
    free(records);
    qsort(o, n, sizeof *o, by_run);
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && o[k].run_at >> 24 == o[i].run_at >> 24; k++) {}
        pair_up(j, o + i, k - i);
    }
    free(o);
}

/* ---- passages ----------------------------------------------------------------------------------
 */

static int by_pair(const void *a, const void *b) {
    const hit *x = a, *y = b;
    if (x->a != y->a) return x->a < y->a ? -1 : 1;
    if (x->b != y->b) return x->b < y->b ? -1 : 1;
    if (x->at_a != y->at_a) return x->at_a < y->at_a ? -1 : 1;
    return x->at_b < y->at_b ? -1 : x->at_b > y->at_b;
}

static plx_passage_side side_of(job *j, uint32_t rank, plx_arena *arena) {
    plx_record r = plx_corpus_load(&j->corpus, j->item_of[rank], arena);
    plx_passage_side s = {r.text, r.source, r.date, {0}};
    plx_match_words(r.text, NULL, 0, arena, &s.words);
    return s;
}

static void put_side(job *j, plx_buf *b, char name, uint32_t rank, plx_span span) {
    plx_str id = plx_corpus_id(&j->corpus, j->item_of[rank]);
    plx_buf_printf(b, "\"%c\":{\"id\":", name);
    plx_buf_put(b, id);
    plx_buf_printf(b, ",\"span\":[%u,%u]},", span.begin, span.end);
}

static int by_span(const void *a, const void *b) {
    const plx_reuse *x = a, *y = b;
    int c = plx_span_cmp(x->a.span, y->a.span);
    return c ? c : plx_span_cmp(x->b.span, y->b.span);
}

static void tell(job *j, uint32_t a, uint32_t b, plx_passages *p) {
    if (p->n) qsort(p->p, p->n, sizeof *p->p, by_span);
    for (size_t i = 0; i < p->n; i++) {
        plx_arena_reset(&j->out_arena);
        plx_buf out;
        plx_buf_init(&out, &j->out_arena, PLX_GIB);
        plx_buf_putc(&out, '{');
        put_side(j, &out, 'a', a, p->p[i].a.span);
        put_side(j, &out, 'b', b, p->p[i].b.span);
        plx_buf_putz(&out, "\"similarity\":");
        plx_buf_put_f64(&out, floor(p->p[i].similarity * 10000.0) / 10000.0);
        plx_buf_printf(&out, ",\"kind\":\"%s\",\"direction\":\"%s\"}\n",
                       plx_reuse_kind_name(p->p[i].kind), plx_direction_name(p->p[i].direction));
        fwrite(out.p, 1, out.n, stdout);
    }
}

#define NEARBY  40 /* words within which runs count together */
#define DRIFT   6  /* and how far words may have been put in or left out between them */
#define COVERED 9  /* words that runs near each other must cover together */

/* Whether a pair's shared runs can make a passage at all: most pairs share a phrase and no more,
 * and are not worth reading. A passage of 15 words with 10 % edits covers 10 words at least. */
static bool is_promising(const hit *h, size_t n) {
    for (size_t i = 0; i < n; i++) {
        int64_t drift = (int64_t)h[i].at_a - h[i].at_b;
        uint32_t covered = PLX_PASSAGE_SEED, last = h[i].at_a;
        for (size_t k = i + 1; k < n && h[k].at_a - h[i].at_a <= NEARBY && covered < COVERED; k++) {
            int64_t other = (int64_t)h[k].at_a - h[k].at_b;
            if (other - drift > DRIFT || drift - other > DRIFT) continue;
            covered += PLX_MIN(h[k].at_a - last, PLX_PASSAGE_SEED);
            last = h[k].at_a;
        }
        if (covered >= COVERED) return true;
    }
    return false;
}

static void find_passages(job *j, size_t at) {
    size_t n;
    hit *h = take_part(&j->hits, at, sizeof *h, &n);
    if (n) qsort(h, n, sizeof *h, by_pair);
    plx_passage_side a = {0};
    uint32_t a_rank = PLX_NONE;
    for (size_t i = 0, k; i < n; i = k) {
        for (k = i + 1; k < n && h[k].a == h[i].a && h[k].b == h[i].b; k++) {}
        if (!is_promising(h + i, k - i)) continue;
        if (h[i].a != a_rank) {
            plx_arena_reset(&j->a_arena);
            a_rank = h[i].a;
            a = side_of(j, a_rank, &j->a_arena);
        }
        plx_arena_reset(&j->pair_arena);
        plx_passage_side b = side_of(j, h[i].b, &j->pair_arena);
        plx_shared_run *runs = plx_new_n(&j->pair_arena, plx_shared_run, k - i);
        for (size_t m = i; m < k; m++)
            runs[m - i] = (plx_shared_run){h[m].at_a, h[m].at_b, h[m].popular != 0};
        plx_passages found = {0};
        plx_match_pair(&a, &b, runs, k - i, &found, &j->pair_arena);
        tell(j, h[i].a, h[i].b, &found);
    }
    free(h);
}

static void work(void *ctx) {
    job *j = ctx;
    size_t cap = 0;
    j->item_of = plx_corpus_grow(NULL, &cap, j->corpus.n + 1, sizeof *j->item_of);
    for (uint32_t i = 0; i < j->corpus.n; i++) j->item_of[j->corpus.rank[i]] = i;
    for (size_t i = 0; i < PARTS; i++) find_hits(j, i);
    for (size_t i = 0; i < PARTS; i++) find_passages(j, i);
}

static int run(plx_cli *cli, int argc, char **argv) {
    job *j = calloc(1, sizeof *j);
    if (!j) return PLX_EXIT_IO;
    j->corpus = (plx_corpus){.cli = cli, .threads = cli->threads, .doing = "reading"};
    plx_opts o = plx_opts_begin(cli, argc, argv);
    int code = PLX_EXIT_DONE;
    for (int c; code == PLX_EXIT_DONE && (c = plx_opts_next(&o)) != PLX_OPT_END;) {
        uint64_t n;
        switch (c) {
        case OPT_STATE: j->corpus.state = o.value; break;
        case OPT_RESUME: j->corpus.resume = true; break;
        case 'j':
            if (!plx_opts_number(&o, "jobs", 1, 256, &n))
                code = PLX_EXIT_USAGE;
            else
                j->corpus.threads = (unsigned)n;
            break;
        default: code = PLX_EXIT_USAGE;
        }
    }
    if (code == PLX_EXIT_DONE && (o.n_operands == 0 || (j->corpus.resume && !j->corpus.state))) {
        plx_cli_say(cli, o.n_operands ? "--resume needs --state FILE"
                                      : "name the files, or - for standard input");
        code = PLX_EXIT_USAGE;
    }
    if (code == PLX_EXIT_DONE) {
        j->corpus.state_kind = 2000000 + PLX_PASSAGE_SEED * 256 + PLX_PASSAGE_WINDOW;
        j->corpus.paths = o.operands;
        j->corpus.n_paths = o.n_operands;
        j->corpus.each = each;
        j->corpus.take = take;
        j->corpus.ctx = j;
        plx_arena_init(&j->pair_arena, 16 * PLX_GIB);
        plx_arena_init(&j->a_arena, 16 * PLX_GIB);
        plx_arena_init(&j->out_arena, 4 * PLX_GIB);
        code = plx_corpus_run(&j->corpus, work);
        plx_arena_release(&j->pair_arena);
        plx_arena_release(&j->a_arena);
        plx_arena_release(&j->out_arena);
        release_spool(&j->runs);
        release_spool(&j->hits);
        free(j->item_of);
    }
    free(j);
    return code;
}

static const plx_cli_option options[] = {
    {OPT_STATE, "state", "FILE",
     "keep what was read in FILE, so that an interrupted run can go on"},
    {OPT_RESUME, "resume", NULL, "go on where the run that left --state FILE was interrupted"},
    {'j', "jobs", "N",
     "threads that read; the result does not depend on it. Without it: one a core"},
};

const plx_cli_command plx_cli_command_reuse = {
    .name = "reuse",
    .summary = "find passages that many accounts share, verbatim or nearly so",
    .synopsis = "[options] FILE…",
    .details =
        "Reads JSON Lines {\"id\", \"text\", \"source\"?, \"date\"?} and prints a line {\"a\": "
        "{\"id\", \"span\"}, \"b\": {\"id\", \"span\"}, \"similarity\", \"kind\", \"direction\"} "
        "for "
        "each passage of eleven words and more that stands in two accounts. Spans count the bytes "
        "of the text as UTF-8.\n\n"
        "kind: verbatim; near (a few words differ); quotation (both have it between quotation "
        "marks); furniture (lines that papers put around articles). direction: which likely had it "
        "first, by date and by who names whom.\n\n"
        "A run of words that more than a dozen accounts share is told between the first of them, "
        "by id, and each of the others. The order of the input does not matter.",
    .examples = "  parallax reuse articles.jsonl > passages.jsonl\n",
    .options = options,
    .n_options = PLX_CLI_COUNT(options),
    .run = run,
};
