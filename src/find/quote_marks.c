#include "find/quote_marks.h"

#include "base/utf8.h"
#include "base/vec.h"

typedef enum { ROLE_OPEN, ROLE_CLOSE, ROLE_EITHER } role;

typedef struct {
    uint32_t pos, len;
    role role;
    bool single;
    bool weak; /* a single mark that may be a plural's possessive */
} mark;

typedef struct {
    mark *p;
    size_t n, cap;
} marks;

typedef struct {
    const plx_annotation *an;
    plx_str text;
    plx_arena *arena;
    plx_marks out;
    marks found; /* of the paragraph */
    plx_span para;
    uint32_t paragraph; /* number */
    uint32_t sentence;  /* of the paragraph, moving on */
    uint32_t carry;     /* stretch left open by the paragraph before, or PLX_NONE */
    size_t dropped;     /* next dropped span */
} finder;

static bool is_mark(uint32_t cp) { return plx_cp_is_double_quote(cp) || plx_cp_is_apostrophe(cp); }

/* The code point before `pos` in the paragraph, marks skipped; ' ' at its begin. */
static uint32_t before(const finder *f, size_t pos) {
    for (int i = 0; pos > f->para.begin && i < 4; i++) {
        uint32_t cp = plx_utf8_prev(f->text, &pos);
        if (!is_mark(cp)) {
            return cp;
        }
    }
    return ' ';
}

static uint32_t after(const finder *f, size_t pos) {
    for (int i = 0; pos < f->para.end && i < 4; i++) {
        uint32_t cp = plx_utf8_next(f->text, &pos);
        if (!is_mark(cp)) {
            return cp;
        }
    }
    return ' ';
}

static bool opens_bracket(uint32_t cp) { return cp == '(' || cp == '[' || cp == '{'; }
static bool ends_clause(uint32_t cp) {
    return cp == '.' || cp == ',' || cp == '!' || cp == '?' || cp == 0x2026 || cp == ';';
}

/* What its neighbours say that a mark without direction is. */
static role role_by_place(uint32_t prev, uint32_t next) {
    bool space_before = plx_cp_is_space(prev) || opens_bracket(prev);
    bool space_after = plx_cp_is_space(next);
    if (space_before && !space_after) {
        return ROLE_OPEN;
    }
    if (!space_before && (space_after || plx_cp_is_punct(next))) {
        return plx_cp_is_dash(prev) && !space_after ? ROLE_EITHER : ROLE_CLOSE;
    }
    return ROLE_EITHER;
}

static role double_role(const finder *f, uint32_t cp, size_t pos, size_t len) {
    uint32_t prev = before(f, pos), next = after(f, pos + len);
    role place = role_by_place(prev, next);
    switch (cp) {
    case 0x201C: return place == ROLE_CLOSE && !plx_cp_is_alnum(next) ? ROLE_CLOSE : ROLE_OPEN;
    case 0x201D: return place == ROLE_OPEN && plx_cp_is_alnum(next) ? ROLE_OPEN : ROLE_CLOSE;
    case 0x201E:
    case 0x00AB: return ROLE_OPEN;
    case 0x00BB: return ROLE_CLOSE;
    default: return place;
    }
}

/* Words that begin with an apostrophe: 'em, 'til, 'tis, 'twas, '90s. */
static bool is_elision(const finder *f, size_t pos) {
    static const char *const words[] = {"em", "til", "tis", "twas", "cause", "n", "bout", "round"};
    if (pos < f->text.n && f->text.p[pos] >= '0' && f->text.p[pos] <= '9') {
        return pos + 2 < f->text.n && f->text.p[pos + 2] == 's';
    }
    size_t end = pos;
    while (end < f->para.end && plx_cp_is_alpha((unsigned char)f->text.p[end])) {
        end++;
    }
    plx_str word = plx_str_slice(f->text, pos, end);
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq_nocase(word, plx_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static void add_single(finder *f, uint32_t cp, size_t pos, size_t len) {
    uint32_t prev = before(f, pos), next = after(f, pos + len);
    bool next_word = plx_cp_is_alnum(next) || opens_bracket(next) || next == '$';
    mark m = {(uint32_t)pos, (uint32_t)len, ROLE_OPEN, true, false};
    if ((plx_cp_is_space(prev) || opens_bracket(prev) || plx_cp_is_dash(prev)) && next_word) {
        if (cp == 0x2019 || is_elision(f, pos + len)) {
            return;
        }
        plx_vec_push(&f->found, f->arena, m);
    } else if (!plx_cp_is_space(prev) && !plx_cp_is_alnum(next) && cp != 0x2018) {
        m.role = ROLE_CLOSE;
        m.weak = (prev == 's' || prev == 'S') && plx_cp_is_space(next);
        plx_vec_push(&f->found, f->arena, m);
    }
}

/* All marks of the paragraph, what is dropped left out. */
static void collect(finder *f) {
    const plx_account *a = f->an->account;
    f->found.n = 0;
    size_t pos = f->para.begin;
    while (pos < f->para.end) {
        while (f->dropped < a->n_dropped && a->dropped[f->dropped].span.end <= pos) {
            f->dropped++;
        }
        if (f->dropped < a->n_dropped && a->dropped[f->dropped].span.begin <= pos) {
            pos = a->dropped[f->dropped].span.end;
            continue;
        }
        unsigned char byte = (unsigned char)f->text.p[pos];
        if (byte < 0x80 && byte != '"' && byte != '\'' && byte != '`') {
            pos++;
            continue;
        }
        size_t at = pos;
        uint32_t cp = plx_utf8_next(f->text, &pos);
        bool doubled =
            (cp == '\'' || cp == '`' || cp == 0x2019 || cp == 0x2018) && pos < f->para.end &&
            plx_str_starts(plx_str_slice(f->text, pos, f->text.n), plx_str_slice(f->text, at, pos));
        if (plx_cp_is_double_quote(cp) || doubled) {
            if (doubled) {
                pos += pos - at;
            }
            uint32_t kind = !doubled ? cp : cp == '`' || cp == 0x2018 ? 0x201C : '"';
            mark m = {(uint32_t)at, (uint32_t)(pos - at), double_role(f, kind, at, pos - at), false,
                      false};
            plx_vec_push(&f->found, f->arena, m);
        } else if (plx_cp_is_apostrophe(cp)) {
            add_single(f, cp, at, pos - at);
        }
    }
}

static plx_span trim(plx_str text, uint32_t begin, uint32_t end) {
    size_t b = begin, e = end;
    while (b < e) {
        size_t next = b;
        if (!plx_cp_is_space(plx_utf8_next(text, &next))) {
            break;
        }
        b = next;
    }
    while (e > b) {
        size_t prev = e;
        if (!plx_cp_is_space(plx_utf8_prev(text, &prev))) {
            break;
        }
        e = prev;
    }
    return (plx_span){(uint32_t)b, (uint32_t)e};
}

/* Index of the stretch, or PLX_NONE when there is nothing in it. */
static uint32_t put(finder *f, plx_span outer, uint32_t begin, uint32_t end, plx_marked how) {
    how.inner = trim(f->text, begin, PLX_MAX(begin, end));
    if (how.inner.begin >= how.inner.end) {
        return PLX_NONE;
    }
    how.outer = outer;
    how.paragraph = f->paragraph;
    plx_vec_push(&f->out, f->arena, how);
    return (uint32_t)f->out.n - 1;
}

/* Where a stretch begins whose opening mark was lost: at its sentence, behind the last stretch. */
static uint32_t lost_begin(finder *f, uint32_t pos) {
    while (f->sentence + 1 < f->an->n_sentences &&
           f->an->sentences[f->sentence + 1].span.begin <= pos) {
        f->sentence++;
    }
    uint32_t begin = PLX_MAX(f->para.begin, f->an->sentences[f->sentence].span.begin);
    if (f->out.n > 0) {
        begin = PLX_MAX(begin, f->out.p[f->out.n - 1].outer.end);
    }
    return begin;
}

static void orphan_close(finder *f, const mark *m) {
    size_t at = m->pos;
    uint32_t prev = at > f->para.begin ? plx_utf8_prev(f->text, &at) : ' ';
    if (!ends_clause(prev)) {
        return; /* inches, or a stray mark */
    }
    uint32_t begin = lost_begin(f, m->pos);
    if (begin < m->pos && m->pos - begin >= 12) {
        put(f, (plx_span){begin, m->pos + m->len}, begin, m->pos,
            (plx_marked){.previous = PLX_NONE, .open_lost = true});
    }
}

/* The mark that closes the single mark `i`: the first certain one; else the last possible one. */
static size_t single_close(const finder *f, size_t i) {
    size_t maybe = SIZE_MAX;
    int doubles = 0;
    for (size_t j = i + 1; j < f->found.n && j < i + 40; j++) {
        const mark *m = &f->found.p[j];
        if (!m->single) {
            doubles++;
        } else if (m->role == ROLE_CLOSE && doubles % 2 == 0) {
            if (!m->weak) {
                return j;
            }
            maybe = maybe == SIZE_MAX ? j : maybe;
        }
    }
    return maybe;
}

/* An opening mark where one is open already: nested when two closing ones follow. */
static bool opens_nested(const finder *f, size_t i) {
    int closes = 0;
    for (size_t j = i + 1; j < f->found.n && closes < 2; j++) {
        if (f->found.p[j].single) {
            continue;
        }
        if (f->found.p[j].role == ROLE_OPEN) {
            return false;
        }
        closes++;
    }
    return closes == 2;
}

/* A closing mark with nothing open, and another after it: the first one was meant to open ("he
 * says,” it is late.”"). */
static bool opens_after_all(const finder *f, size_t i) {
    for (size_t j = i + 1; j < f->found.n; j++) {
        if (!f->found.p[j].single) {
            return f->found.p[j].role == ROLE_CLOSE;
        }
    }
    return false;
}

static size_t first_double(const finder *f) {
    for (size_t i = 0; i < f->found.n; i++) {
        if (!f->found.p[i].single) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool at_paragraph_start(const finder *f, uint32_t pos) {
    return trim(f->text, f->para.begin, pos).begin >= pos;
}

/* How the paragraph goes on with a stretch left open by the one before: index of the first mark to
 * go on with; *begin is where the stretch begins, or PLX_NONE. */
static size_t take_carry(finder *f, uint32_t *begin, plx_span *outer) {
    *begin = PLX_NONE;
    if (f->carry == PLX_NONE) {
        return 0;
    }
    size_t i = first_double(f);
    if (i == SIZE_MAX) {
        f->carry = PLX_NONE;
        return 0;
    }
    const mark *m = &f->found.p[i];
    if (m->role != ROLE_CLOSE && at_paragraph_start(f, m->pos)) {
        *begin = m->pos + m->len;
        outer->begin = m->pos;
        return i + 1;
    }
    if (m->role == ROLE_CLOSE && f->out.p[f->carry].close_lost) {
        *begin = outer->begin = f->para.begin;
        return i;
    }
    f->carry = PLX_NONE;
    return 0;
}

static void match(finder *f) {
    plx_span outer = {0, 0};
    uint32_t begin;
    size_t i = take_carry(f, &begin, &outer);
    uint32_t previous = f->carry;
    int depth = 0;
    f->carry = PLX_NONE;
    for (; i < f->found.n; i++) {
        const mark *m = &f->found.p[i];
        if (m->single) {
            size_t close =
                begin == PLX_NONE && m->role == ROLE_OPEN ? single_close(f, i) : SIZE_MAX;
            if (close != SIZE_MAX) {
                const mark *c = &f->found.p[close];
                put(f, (plx_span){m->pos, c->pos + c->len}, m->pos + m->len, c->pos,
                    (plx_marked){.previous = PLX_NONE, .single = true});
                i = close;
            }
        } else if (begin == PLX_NONE) {
            if (m->role == ROLE_CLOSE && !opens_after_all(f, i)) {
                orphan_close(f, m);
            } else {
                begin = m->pos + m->len;
                outer.begin = m->pos;
            }
        } else if (m->role == ROLE_OPEN && opens_nested(f, i)) {
            depth++;
        } else if (m->role == ROLE_OPEN) { /* the one before was never closed */
            put(f, (plx_span){outer.begin, m->pos}, begin, m->pos,
                (plx_marked){.previous = previous, .close_lost = true});
            previous = PLX_NONE;
            depth = 0;
            begin = m->pos + m->len;
            outer.begin = m->pos;
        } else if (depth > 0) {
            depth--;
        } else {
            put(f, (plx_span){outer.begin, m->pos + m->len}, begin, m->pos,
                (plx_marked){.previous = previous});
            previous = PLX_NONE;
            begin = PLX_NONE;
        }
    }
    if (begin != PLX_NONE) {
        f->carry = put(f, (plx_span){outer.begin, f->para.end}, begin, f->para.end,
                       (plx_marked){.previous = previous, .close_lost = true});
    }
}

plx_marks plx_find__marks(const plx_annotation *an, plx_arena *arena) {
    finder f = {.an = an, .text = an->account->text, .arena = arena, .carry = PLX_NONE};
    for (uint32_t s = 0; s < an->n_sentences;) {
        uint32_t next = s + 1;
        while (next < an->n_sentences && !an->sentences[next].paragraph_start) {
            next++;
        }
        f.sentence = s;
        f.para = (plx_span){an->sentences[s].span.begin, an->sentences[next - 1].span.end};
        /* a mark that the sentences left out still closes */
        size_t limit = next < an->n_sentences ? an->sentences[next].span.begin : f.text.n;
        size_t end = f.para.end;
        while (end < limit && end < f.para.end + 8) {
            size_t after_mark = end;
            uint32_t cp = plx_utf8_next(f.text, &after_mark);
            if (!is_mark(cp)) {
                break;
            }
            end = after_mark;
        }
        f.para.end = (uint32_t)PLX_MIN(end, limit);
        collect(&f);
        match(&f);
        f.paragraph++;
        s = next;
    }
    return f.out;
}
