/* One page to one account. */
#include "read/html_extract.h"
#include "read/internal.h"

typedef struct html_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
} html_job;

static void put_fact(plx_account *a, plx_arena *arena, plx_str *to, const plx_read__fact *f,
                     const char *field) {
    if (to->n == 0 && f->value.n) {
        *to = plx_str_dup(arena, f->value);
        plx_read__evidence(a, arena, field, f->from);
    }
}

static void put_meta(plx_account *a, plx_arena *arena, const plx_read__meta *m) {
    put_fact(a, arena, &a->title, &m->title, "title");
    put_fact(a, arena, &a->published, &m->published, "published");
    put_fact(a, arena, &a->modified, &m->modified, "modified");
    put_fact(a, arena, &a->source, &m->source, "source");
    put_fact(a, arena, &a->section, &m->section, "section");
    put_fact(a, arena, &a->language, &m->language, "language");
    put_fact(a, arena, &a->url, &m->url, "url");
    if (m->n_authors) {
        a->authors = plx_new_n(arena, plx_str, m->n_authors);
        for (size_t i = 0; i < m->n_authors; i++) {
            a->authors[i] = plx_str_dup(arena, m->authors[i]);
        }
        a->n_authors = m->n_authors;
        plx_read__evidence(a, arena, "authors", m->author.from);
    }
    if (m->not_free) {
        plx_read__evidence(a, arena, "paywall", "isAccessibleForFree");
    }
}

static void read_html(void *ctx, plx_arena *scratch) {
    html_job *j = ctx;
    plx_read__decoded d;
    plx_str charset =
        j->hints->charset.n ? j->hints->charset : plx_read__declared_charset(j->bytes);
    plx_read__decode(j->bytes, charset, scratch, &d);
    plx_read__page page;
    plx_read__page_of(d.text, scratch, &page);
    page.scores = plx_new_n(scratch, int32_t, page.blocks.n);
    plx_read__scores_of(&page.blocks, page.features, &plx_read__default_model, scratch,
                        page.scores);
    plx_arena *arena;
    plx_account *a = plx_read__account(j->run, j->hints, &arena);
    plx_read__article_text(&page, a, arena);
    if (a->text.n == 0) {
        plx_read__fail(j->run, j->hints, PLX_EMPTY, 0, "no article was found in the page");
        return;
    }
    a->encoding = plx_str_dup(arena, d.encoding);
    if (d.undone) {
        plx_read__evidence(a, arena, "encoding", "UTF-8 encoded twice, undone");
    }
    plx_read__meta_finish(&page, a->url, scratch);
    put_meta(a, arena, &page.meta);
    plx_read__emit(j->run, a, arena);
}

static void read_now(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    html_job j = {run, hints, bytes};
    plx_read__guarded(run, hints, read_html, &j);
}

void plx_read__html(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    if (!plx_read__batch_add(run, hints, bytes, read_now)) {
        read_now(run, hints, bytes);
    }
}

plx_str plx_read__fragment(plx_str html, plx_arena *arena) {
    plx_read__tree tree;
    plx_read__blocks blocks;
    plx_read__tree_of(html, arena, &tree);
    plx_read__blocks_of(&tree, arena, &blocks);
    if (blocks.n == 1 && plx_str_find(blocks.p[0].text, PLX_S("</"), 0) != SIZE_MAX) {
        /* markup that was escaped twice: what looked like text is HTML */
        plx_str inner = blocks.p[0].text;
        plx_read__tree_of(inner, arena, &tree);
        plx_read__blocks_of(&tree, arena, &blocks);
    }
    plx_buf b;
    plx_buf_init(&b, arena, UINT32_MAX - 1);
    for (size_t i = 0; i < blocks.n; i++) {
        plx_buf_putz(&b, b.n ? "\n\n" : "");
        plx_buf_put(&b, blocks.p[i].text);
    }
    return plx_buf_str(&b);
}
