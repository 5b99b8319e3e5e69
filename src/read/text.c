/* Plain text: decoded, kept whole, its noise marked. */
#include "read/internal.h"

#include "base/utf8.h"

typedef struct text_job {
    plx_read__run *run;
    const plx_read__hints *hints;
    plx_str bytes;
} text_job;

/* A first line that reads like a headline above a text names the account. */
static plx_str headline(const plx_account *a) {
    for (size_t at = 0; at < a->text.n;) {
        size_t nl = plx_str_find_char(a->text, '\n', at);
        size_t end = nl == SIZE_MAX ? a->text.n : nl;
        plx_str line = plx_str_trim(plx_str_slice(a->text, at, end));
        if (line.n && !plx_account_is_dropped(a, plx_span_of(at, end))) {
            char last = line.p[line.n - 1];
            bool closed = last == '.' || last == ':' || last == ',' || last == ';';
            bool more = nl != SIZE_MAX &&
                        plx_str_trim(plx_str_slice(a->text, nl, a->text.n)).n > 2 * line.n;
            return !closed && line.n >= 12 && line.n <= 200 && more ? line : (plx_str){0};
        }
        if (nl == SIZE_MAX) {
            break;
        }
        at = nl + 1;
    }
    return (plx_str){0};
}

static void read_text(void *ctx, plx_arena *scratch) {
    (void)scratch;
    text_job *j = ctx;
    plx_arena *arena;
    plx_account *a = plx_read__account(j->run, j->hints, &arena);
    plx_read__decoded d;
    plx_read__decode(j->bytes, j->hints->charset, arena, &d);
    if (plx_str_trim(d.text).n == 0) {
        plx_read__fail(j->run, j->hints, PLX_EMPTY, 0, "there is no text in it");
        return;
    }
    bool copied = d.text.p < j->bytes.p || d.text.p >= j->bytes.p + j->bytes.n;
    a->text = copied ? d.text : plx_str_dup(arena, d.text);
    a->encoding = d.encoding;
    if (d.undone) {
        plx_read__evidence(a, arena, "encoding", "UTF-8 encoded twice, undone");
    } else if (d.first_bad != UINT64_MAX) {
        plx_read__evidence(a, arena, "encoding",
                           plx_str_format(arena, "%s; not valid at byte %llu", d.from,
                                          (unsigned long long)d.first_bad)
                               .p);
    } else if (strcmp(d.from, "valid UTF-8") != 0) {
        plx_read__evidence(a, arena, "encoding", d.from);
    }
    if (!j->run->options->keep_noise) {
        plx_read_mark_dropped(a, arena);
    }
    if (a->title.n == 0 && (a->title = headline(a)).n) {
        plx_read__evidence(a, arena, "title", "first line");
    }
    plx_read__emit(j->run, a, arena);
}

void plx_read__text(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    text_job j = {run, hints, bytes};
    plx_read__guarded(run, hints, read_text, &j);
}
