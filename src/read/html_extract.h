/* html_extract: the article's text out of a scored page. */
#ifndef PLX_READ_HTML_EXTRACT_H
#define PLX_READ_HTML_EXTRACT_H

#include "model/account.h"
#include "read/html_page.h"

/* Sets text and dropped of the account: the blocks from the first to the last of the article, in
 * the page's order, an empty line between; blocks among them that are not the article's are
 * dropped, with the reason. Text is empty when the page has no article. */
void plx_read__article_text(const plx_read__page *page, plx_account *account, plx_arena *arena);
/* The same for blocks [from, to) alone. */
void plx_read__part_text(const plx_read__page *page, size_t from, size_t to, plx_account *account,
                         plx_arena *arena);

#endif
