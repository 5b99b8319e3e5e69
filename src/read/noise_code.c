/* Script bodies, style sheets, data and tags that a scraper took for text; and posts of other sites
 * pasted in. */
#include "read/noise_lines.h"

typedef struct code_signs {
    unsigned strong; /* signs that prose does not have */
    unsigned weak;   /* characters that code is full of */
    unsigned chars;
    size_t first; /* byte where the first strong sign stands, SIZE_MAX without */
} code_signs;

static const char *const strong_signs[] = {"function(",
                                           "function (",
                                           "){",
                                           ") {",
                                           "=>{",
                                           "document.",
                                           "window.",
                                           "getElementBy",
                                           "createElement",
                                           ".push(",
                                           "var ",
                                           "const ",
                                           "let ",
                                           "return ",
                                           "};",
                                           "});",
                                           "})",
                                           "();",
                                           "googletag",
                                           "jQuery",
                                           "$(",
                                           "<script",
                                           "</",
                                           "<!--",
                                           "<!\xE2\x80\x93",
                                           "//\xE2\x80\x93>",
                                           "-->",
                                           "<iframe",
                                           "<img",
                                           "<div",
                                           "<p>",
                                           "href=",
                                           "src=",
                                           "\":{",
                                           "\":\"",
                                           "\": \"",
                                           "\":[",
                                           "@media",
                                           "!important",
                                           "px;",
                                           "fbq(",
                                           "ga(",
                                           "gtag(",
                                           ".js\"",
                                           ".js'",
                                           "||[]",
                                           "|| []",
                                           "&&",
                                           "!==",
                                           "===",
                                           "!function",
                                           "addEventListener",
                                           "typeof ",
                                           "parentNode",
                                           "null,",
                                           "async",
                                           "%7B"};

/* Signs that also begin ordinary words count only beside code characters. */
static bool is_wordlike(const char *s) {
    return strcmp(s, "var ") == 0 || strcmp(s, "const ") == 0 || strcmp(s, "let ") == 0 ||
           strcmp(s, "return ") == 0 || strcmp(s, "async") == 0 || strcmp(s, "null,") == 0 ||
           strcmp(s, "&&") == 0 || strcmp(s, "typeof ") == 0;
}

static code_signs signs_of(plx_str line) {
    code_signs c = {.first = SIZE_MAX};
    plx_str s = plx_str_slice(line, 0, 4000);
    for (size_t i = 0; i < s.n; i++) {
        char ch = s.p[i];
        if (ch == '{' || ch == '}' || ch == ';' || ch == '=' || ch == '(' || ch == ')' ||
            ch == '[' || ch == ']' || ch == '<' || ch == '>' || ch == '|' || ch == '&' ||
            ch == '!' || ch == '_' || ch == '\\' || ch == '$') {
            c.weak++;
        }
        c.chars += ch != ' ';
    }
    if (c.weak < 2) {
        return c;
    }
    for (size_t k = 0; k < PLX_COUNT(strong_signs); k++) {
        plx_str sign = plx_str_of(strong_signs[k]);
        size_t at = plx_str_find(s, sign, 0);
        if (at == SIZE_MAX) {
            continue;
        }
        bool wordlike = is_wordlike(strong_signs[k]);
        if (wordlike && (c.weak * 12u < c.chars || (at > 0 && s.p[at - 1] != ' ' &&
                                                    s.p[at - 1] != ';' && s.p[at - 1] != '{'))) {
            continue;
        }
        c.strong++;
        c.first = PLX_MIN(c.first, at);
    }
    return c;
}

/* Where code that ends a line of prose begins: the end of the last sentence before the first sign.
 */
static size_t code_begin(plx_str line, size_t first) {
    for (size_t i = first; i > 20; i--) {
        char c = line.p[i - 1];
        if ((c == '.' || c == '!' || c == '?' || c == '"') && i < line.n && line.p[i] != '.' &&
            ((unsigned char)line.p[i - 2] >= 'a' || line.p[i - 2] == '"' || line.p[i - 2] == ')')) {
            size_t spaces = 0;
            for (size_t k = 0; k < i; k++) {
                spaces += line.p[k] == ' ';
            }
            if (c == '!' && plx_str_starts(plx_str_slice(line, i, line.n), PLX_S("function"))) {
                continue;
            }
            return spaces >= 6 ? i : 0;
        }
    }
    return 0;
}

static bool continues_code(const code_signs *c, plx_str line) {
    if (c->strong) {
        return true;
    }
    char last = line.p[line.n - 1], begin = line.p[0];
    return (c->weak * 7u >= c->chars && c->weak > 0) ||
           (c->chars < 160 && c->weak > 0 &&
            (last == ';' || last == '{' || last == '}' || begin == '}' || begin == '{')) ||
           (c->chars < 60 &&
            (last == ';' || last == '{' || last == '}' || (last == ',' && c->weak > 1)));
}

void plx_read__noise_code(plx_str text, plx_read__lines *lines) {
    bool inside = false;
    for (size_t i = 0; i < lines->n; i++) {
        plx_read__line *l = &lines->p[i];
        plx_str line = plx_str_at(text, l->span);
        code_signs c = signs_of(line);
        bool dense = c.chars && c.weak * 9u >= c.chars;
        bool begins = (c.strong >= 2 && c.weak * 16u >= c.chars) ||
                      (c.strong >= 1 && dense && c.weak >= 4) || c.strong >= 5;
        if (inside ? continues_code(&c, line) : begins) {
            size_t from = c.first == SIZE_MAX || inside ? 0 : code_begin(line, c.first);
            l->why = "script";
            l->drop = plx_span_of(l->span.begin + from, l->span.end);
            inside = true;
            /* the lines before, when they open the block that was only now recognised */
            for (size_t k = i; from == 0 && k-- > 0 && i - k <= 4 && !lines->p[k].why;) {
                plx_str up = plx_str_at(text, lines->p[k].span);
                code_signs u = signs_of(up);
                if (!(u.strong && u.weak * 9u >= u.chars)) {
                    break;
                }
                plx_read__drop_line(&lines->p[k], "script");
            }
        } else {
            inside = false;
        }
    }
}

/* ---- posts --------------------------------------------------------------------------------------
 */

enum { POST_WORDS_MAX = 70 };

/* "Name (@handle) April 16, 2025": the token after it and where the signature begins; 0 without. */
static size_t signature(plx_str text, const plx_read__lines *ls, size_t *begin) {
    for (size_t i = 1; i + 1 < ls->n_tok; i++) {
        const plx_read__token *t = ls->tok;
        if (t[i].kind != PLX_READ_HANDLE || text.p[t[i - 1].span.begin] != '(' ||
            text.p[t[i + 1].span.begin] != ')') {
            continue;
        }
        size_t d = i + 2;
        while (d < ls->n_tok && t[d].kind == PLX_READ_PUNCT) {
            d++;
        }
        size_t after = plx_read__match_time(text, t, ls->n_tok, d);
        after = plx_read__match_date(text, t, ls->n_tok, after > d ? after + 1 : d);
        size_t b = i - 1, dash = SIZE_MAX;
        for (size_t k = i - 1; k-- > 0 && i - k <= 14;) {
            plx_str s = plx_str_at(text, t[k].span);
            if (plx_str_eq(s, PLX_S("\xE2\x80\x94")) || plx_str_eq(s, PLX_S("\xE2\x80\x93")) ||
                plx_str_eq(s, PLX_S("-"))) {
                dash = k;
                break;
            }
        }
        bool dated = after > d;
        if (dash == SIZE_MAX && !dated) {
            continue;
        }
        *begin = dash == SIZE_MAX ? b : dash;
        return dated ? after : i + 2;
    }
    return 0;
}

static bool has_post_link(plx_str text, const plx_read__lines *ls, size_t *at) {
    for (size_t i = 0; i < ls->n_tok; i++) {
        plx_str s = plx_str_at(text, ls->tok[i].span);
        if (ls->tok[i].kind == PLX_READ_URL &&
            (plx_str_starts_nocase(s, PLX_S("pic.twitter.com/")) ||
             plx_str_contains(s, PLX_S("//t.co/")) || plx_str_starts(s, PLX_S("t.co/")))) {
            *at = i;
            return true;
        }
    }
    return false;
}

/* The sentence that a post pasted into a long paragraph begins with: at most POST_WORDS_MAX tokens
 * back. */
static uint32_t post_begin(plx_str text, const plx_read__lines *ls, size_t sig) {
    size_t k = sig;
    while (k > 0 && sig - k < POST_WORDS_MAX) {
        const plx_read__token *t = &ls->tok[k - 1];
        char c = text.p[t->span.begin];
        /* a sentence's end with no blank after it, or a colon, is where things were glued */
        if (t->kind == PLX_READ_PUNCT && (c == '.' || c == ':') && sig - k > 3 &&
            (!ls->tok[k].spaced || c == ':')) {
            break;
        }
        k--;
    }
    return ls->tok[k].span.begin;
}

static void drop_body_above(plx_str text, plx_read__lines *lines, size_t i) {
    if (i == 0) {
        return;
    }
    plx_read__line *up = &lines->p[i - 1];
    if (up->words > POST_WORDS_MAX) {
        return;
    }
    plx_read__drop_line(up, "embedded post");
    /* text with empty lines between paragraphs: lines without one between are one post */
    bool spaced_out = lines->p[lines->n - 1].line_no + 1 > lines->n + lines->n / 2;
    for (size_t k = i - 1; spaced_out && k-- > 0 && i - k < 8;) {
        plx_read__line *l = &lines->p[k];
        if (lines->p[k + 1].line_no != l->line_no + 1 || l->words > POST_WORDS_MAX) {
            break;
        }
        plx_read__drop_line(l, "embedded post");
    }
    (void)text;
}

void plx_read__noise_posts(plx_str text, plx_read__lines *lines) {
    for (size_t i = 0; i < lines->n; i++) {
        plx_read__line *l = &lines->p[i];
        if (l->why ||
            !memchr(text.p + l->span.begin, l->words > 2 ? '/' : '@', plx_span_len(l->span))) {
            if (l->why || !memchr(text.p + l->span.begin, '@', plx_span_len(l->span))) {
                continue;
            }
        }
        lines->n_tok = plx_read__tokenize(text, l->span, lines->tok, PLX_READ_TOKENS_MAX);
        size_t begin = 0, link = 0, end = signature(text, lines, &begin);
        if (end) {
            uint32_t to = end >= lines->n_tok ? l->span.end : lines->tok[end - 1].span.end;
            bool alone = begin <= 1;
            bool rest = lines->n_tok - end > 6;
            l->why = "embedded post";
            l->drop = plx_span_of(l->words <= POST_WORDS_MAX + 12 && !rest
                                      ? l->span.begin
                                      : post_begin(text, lines, begin),
                                  rest ? to : l->span.end);
            if (alone) {
                drop_body_above(text, lines, i);
            }
        } else if (has_post_link(text, lines, &link) && l->words <= POST_WORDS_MAX) {
            plx_read__drop_line(l, "embedded post");
        }
    }
}
