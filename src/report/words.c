/* What several report formats need: names of sources, text on one line. */
#include "base/utf8.h"
#include "report/report.h"

/* Controls, and the marks that turn the direction of text around: shown, they would do something.
 */
static bool is_active(uint32_t cp) {
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF;
}

plx_str plx_report__one_line(plx_str text, plx_arena *arena) {
    plx_buf out;
    plx_buf_init(&out, arena, SIZE_MAX);
    bool blank = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp = plx_utf8_next(text, &i);
        if (plx_cp_is_space(cp)) {
            blank = out.n > 0;
        } else if (!is_active(cp)) {
            if (blank) {
                plx_buf_putc(&out, ' ');
                blank = false;
            }
            plx_buf_put_cp(&out, cp);
        }
    }
    return plx_buf_str(&out);
}

static plx_str site_of(plx_str url) {
    size_t begin = plx_str_find(url, PLX_S("://"), 0);
    if (begin == SIZE_MAX) {
        return (plx_str){NULL, 0};
    }
    plx_str host = plx_str_slice(url, begin + 3, url.n);
    host = plx_str_slice(host, 0, plx_str_find_char(host, '/', 0));
    return plx_str_starts(host, PLX_S("www.")) ? plx_str_slice(host, 4, host.n) : host;
}

plx_str plx_report__source(const plx_story *s, uint32_t account, plx_arena *arena) {
    const plx_account *a = s->accounts[account];
    plx_str name = a->source;
    if (!name.n) {
        name = site_of(a->url);
    }
    if (!name.n) {
        size_t slash = SIZE_MAX;
        for (size_t at = 0; (at = plx_str_find_char(a->path, '/', at)) != SIZE_MAX; at++) {
            slash = at;
        }
        name = plx_str_slice(a->path, slash == SIZE_MAX ? 0 : slash + 1, a->path.n);
    }
    return plx_report__one_line(name, arena);
}
