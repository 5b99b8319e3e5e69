#include "read/html_extract.h"

#include "read/noise.h"

/* Why a block is not the article's: what the words say, else what its boxes are called. */
static const char *reason(const plx_read__page *page, const plx_read__block *k) {
    const char *why = plx_read__block_noise(k->text);
    if (why) {
        return why;
    }
    static const struct {
        uint32_t hint;
        const char *why;
    } names[] = {{PLX_HINT_BIT(COMMENT), "comments"},
                 {PLX_HINT_BIT(CAPTION), "caption"},
                 {PLX_HINT_BIT(SHARE), "share line"},
                 {PLX_HINT_BIT(EMBED), "embedded post"},
                 {PLX_HINT_BIT(SIGNUP), "newsletter notice"},
                 {PLX_HINT_BIT(AD), "advertisement"},
                 {PLX_HINT_BIT(RELATED), "link to another story"},
                 {PLX_HINT_BIT(BIO), "author"},
                 {PLX_HINT_BIT(META), "metadata"},
                 {PLX_HINT_BIT(TAGS), "tags"},
                 {PLX_HINT_BIT(CONSENT), "notice"},
                 {PLX_HINT_BIT(QUOTE), "pull quote"},
                 {PLX_HINT_BIT(NAV), "navigation"}};
    unsigned level = 0;
    for (uint32_t x = k->box; x != PLX_NONE && level < 4;
         x = page->blocks.boxes.p[x].parent, level++) {
        for (size_t i = 0; i < PLX_COUNT(names); i++) {
            if (page->blocks.boxes.p[x].hints & names[i].hint) {
                return names[i].why;
            }
        }
        if (page->blocks.boxes.p[x].tag == PLX_TAG_figure ||
            page->blocks.boxes.p[x].tag == PLX_TAG_figcaption) {
            return "caption";
        }
    }
    return k->link_words * 2 > k->words ? "link to another story" : "page furniture";
}

void plx_read__article_text(const plx_read__page *page, plx_account *account, plx_arena *arena) {
    plx_read__part_text(page, 0, page->blocks.n, account, arena);
}

void plx_read__part_text(const plx_read__page *page, size_t from, size_t to, plx_account *account,
                         plx_arena *arena) {
    const plx_read__blocks *b = &page->blocks;
    size_t first = b->n, last = 0;
    uint32_t words = 0;
    for (size_t i = from; i < to; i++) {
        if (page->scores[i] > 0) {
            first = PLX_MIN(first, i);
            last = i;
            words += b->p[i].words;
        }
    }
    account->text = (plx_str){0};
    account->n_dropped = 0;
    if (words == 0) {
        return;
    }
    plx_buf text;
    plx_buf_init(&text, arena, UINT32_MAX - 1);
    struct {
        plx_dropped *p;
        size_t n, cap;
    } dropped = {0};
    for (size_t i = first; i <= last; i++) {
        if (text.n) {
            plx_buf_put(&text, PLX_S("\n\n"));
        }
        size_t begin = text.n;
        plx_buf_put(&text, b->p[i].text);
        if (page->scores[i] <= 0) {
            plx_vec_push(
                &dropped, arena,
                (plx_dropped){plx_span_of(begin, text.n), plx_str_of(reason(page, &b->p[i]))});
        }
    }
    account->text = plx_buf_str(&text);
    account->dropped = dropped.p;
    account->n_dropped = dropped.n;
}
