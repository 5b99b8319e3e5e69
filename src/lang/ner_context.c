/* ner_context: what of a sentence beyond the nearest words tells of a name in it. */
#include "lang/ner.h"

#include "base/utf8.h"

/* ---- runs of capitalised words --------------------------------------------------------------- */

static void find_runs(uint32_t n, plx_ner_word *w) {
    for (uint32_t i = 0; i < n;) {
        uint32_t end = i;
        while (end < n && w[end].upper) {
            end++;
        }
        for (uint32_t k = i; k < end; k++) {
            w[k].run = (uint16_t)i;
            w[k].run_end = (uint16_t)end;
        }
        i = end + (end == i);
    }
}

/* ---- quotes ---------------------------------------------------------------------------------- */

enum { MOST_QUOTED = 10 }; /* words; what is longer is no title */

static bool is_quote(plx_str form) {
    size_t pos = 0;
    if (form.n == 0) {
        return false;
    }
    uint32_t cp = plx_utf8_next(form, &pos);
    bool single = cp == '\'' || cp == 0x2018 || cp == 0x2019 || cp == '`';
    bool twice = form.n == 2 && form.p[0] == form.p[1];
    return (pos == form.n && (single || plx_cp_is_double_quote(cp))) || (single && twice);
}

static void find_quotes(const plx_token *t, uint32_t n, plx_ner_word *w) {
    uint32_t open = PLX_NONE;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_quote(t[i].form)) {
            continue;
        }
        uint32_t inside = open == PLX_NONE ? 0 : i - open - 1;
        if (inside == 0 || inside > MOST_QUOTED) {
            open = i;
            continue;
        }
        for (uint32_t k = open + 1; k < i; k++) {
            w[k].quote_n = (uint8_t)inside;
            w[k].quote_at = inside == 1 ? 4 : k == open + 1 ? 1 : k + 1 == i ? 3 : 2;
        }
        open = PLX_NONE;
    }
}

/* ---- the tree -------------------------------------------------------------------------------- */

static bool in_run(const plx_ner_word *w, uint32_t of, uint32_t i) {
    return w[of].upper && i >= w[of].run && i < w[of].run_end;
}

/* The word of i's run that the rest hangs on. */
static uint32_t top_of(const plx_token *t, uint32_t begin, uint32_t n, const plx_ner_word *w,
                       uint32_t i) {
    uint32_t at = i;
    for (uint32_t steps = 0; steps < 12; steps++) {
        uint32_t head = t[at].head - begin;
        if (t[at].head == PLX_NONE || head >= n || !in_run(w, i, head)) {
            break;
        }
        at = head;
    }
    return at;
}

static void hang(const plx_token *t, uint32_t begin, uint32_t n, plx_ner_word *w) {
    for (uint32_t i = 0; i < n; i++) {
        uint32_t top = top_of(t, begin, n, w, i);
        uint32_t head = t[top].head == PLX_NONE ? PLX_NONE : t[top].head - begin;
        w[i].deprel = t[top].deprel;
        if (head >= n) {
            continue;
        }
        w[i].head = (uint16_t)head;
        bool noun = t[head].upos == PLX_UPOS_NOUN;
        if (noun && (t[top].deprel == PLX_DEP_nsubj || t[top].deprel == PLX_DEP_appos)) {
            w[i].is_a = (uint16_t)head;
        }
    }
    for (uint32_t i = 0; i < n; i++) { /* "Roe, a farmer": from the farmer to Roe's run */
        uint32_t head = t[i].head == PLX_NONE ? PLX_NONE : t[i].head - begin;
        if (t[i].deprel != PLX_DEP_appos || t[i].upos != PLX_UPOS_NOUN || head >= n) {
            continue;
        }
        uint32_t from = w[head].upper ? w[head].run : head;
        uint32_t to = w[head].upper ? w[head].run_end : head + 1;
        for (uint32_t k = from; k < to; k++) {
            w[k].is_a = w[k].is_a == PLX_NER_NOWHERE ? (uint16_t)i : w[k].is_a;
        }
    }
}

void plx_ner__context(const plx_token *t, uint32_t begin, uint32_t n, plx_ner_word *w) {
    for (uint32_t i = 0; i < n; i++) {
        w[i].head = w[i].is_a = PLX_NER_NOWHERE;
    }
    find_runs(n, w);
    find_quotes(t, n, w);
    hang(t, begin, n, w);
}
