/* Character references. The names are those of HTML 4 (libxml2's table) and the commoner additions
 * of HTML 5. */
#include "read/html_tree.h"

#include "base/utf8.h"

#include <libxml/HTMLparser.h>

static const struct {
    const char *name;
    uint32_t cp;
} html5[] = {{"apos", '\''},     {"nbsp", 0xA0},     {"lbrace", '{'},    {"rbrace", '}'},
             {"lcub", '{'},      {"rcub", '}'},      {"lsqb", '['},      {"lbrack", '['},
             {"rsqb", ']'},      {"rbrack", ']'},    {"lpar", '('},      {"rpar", ')'},
             {"colon", ':'},     {"semi", ';'},      {"comma", ','},     {"period", '.'},
             {"excl", '!'},      {"quest", '?'},     {"num", '#'},       {"dollar", '$'},
             {"percnt", '%'},    {"ast", '*'},       {"midast", '*'},    {"plus", '+'},
             {"equals", '='},    {"sol", '/'},       {"bsol", '\\'},     {"verbar", '|'},
             {"vert", '|'},      {"lowbar", '_'},    {"grave", '`'},     {"Hat", '^'},
             {"commat", '@'},    {"NewLine", '\n'},  {"Tab", '\t'},      {"hyphen", 0x2010},
             {"dash", 0x2010},   {"horbar", 0x2015}, {"mldr", 0x2026},   {"rdquor", 0x201D},
             {"ldquor", 0x201E}, {"rsquor", 0x2019}, {"lsquor", 0x201A}, {"check", 0x2713},
             {"star", 0x2606},   {"starf", 0x2605},  {"phone", 0x260E},  {"ncaron", 0x148},
             {"ccaron", 0x10D},  {"Ccaron", 0x10C},  {"zcaron", 0x17E},  {"Zcaron", 0x17D},
             {"rcaron", 0x159},  {"ecaron", 0x11B},  {"cacute", 0x107},  {"Cacute", 0x106},
             {"sacute", 0x15B},  {"Sacute", 0x15A},  {"nacute", 0x144},  {"zacute", 0x17A},
             {"zdot", 0x17C},    {"aogon", 0x105},   {"eogon", 0x119},   {"lstrok", 0x142},
             {"Lstrok", 0x141},  {"gbreve", 0x11F},  {"scedil", 0x15F},  {"Scedil", 0x15E},
             {"inodot", 0x131},  {"imath", 0x131},   {"Idot", 0x130},    {"hairsp", 0x200A},
             {"numsp", 0x2007},  {"puncsp", 0x2008}, {"half", 0xBD},     {"AMP", '&'},
             {"LT", '<'},        {"GT", '>'},        {"QUOT", '"'},      {"COPY", 0xA9},
             {"REG", 0xAE}};

static uint32_t named(const char *p, size_t n) {
    char name[12];
    if (n == 0 || n >= sizeof name) {
        return 0;
    }
    memcpy(name, p, n);
    name[n] = '\0';
    const htmlEntityDesc *e = htmlEntityLookup((const xmlChar *)name);
    if (e) {
        return e->value;
    }
    for (size_t i = 0; i < PLX_COUNT(html5); i++) {
        if (strcmp(html5[i].name, name) == 0) {
            return html5[i].cp;
        }
    }
    return 0;
}

/* Numbers 0x80..0x9F mean windows-1252 (HTML standard 13.2.5.80). */
static uint32_t numbered(uint32_t v) {
    static const uint16_t c1[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (v >= 0x80 && v <= 0x9F) {
        return c1[v - 0x80];
    }
    return v == 0 || v > 0x10FFFF || (v >= 0xD800 && v <= 0xDFFF) ? 0xFFFD : v;
}

/* A reference whose '&' is at s.p[at]; returns its length and the code point, or 0. */
static size_t reference(plx_str s, size_t at, uint32_t *cp) {
    size_t i = at + 1;
    if (i < s.n && s.p[i] == '#') {
        bool hex = i + 1 < s.n && (s.p[i + 1] == 'x' || s.p[i + 1] == 'X');
        uint32_t v = 0;
        size_t begin = i += hex ? 2 : 1;
        for (; i < s.n; i++) {
            unsigned char c = (unsigned char)s.p[i],
                          d = c >= '0' && c <= '9' ? (unsigned char)(c - '0') : 99;
            if (hex && d == 99 && ((c | 32) >= 'a' && (c | 32) <= 'f')) {
                d = (unsigned char)((c | 32) - 'a' + 10);
            }
            if (d == 99) {
                break;
            }
            v = v > 0x10FFFF ? v : v * (hex ? 16 : 10) + d;
        }
        if (i == begin) {
            return 0;
        }
        *cp = numbered(v);
        return i - at + (i < s.n && s.p[i] == ';');
    }
    size_t begin = i;
    while (i < s.n && i - begin < 11 &&
           ((s.p[i] | 32) >= 'a' ? (s.p[i] | 32) <= 'z' : s.p[i] >= '0' && s.p[i] <= '9')) {
        i++;
    }
    if (i >= s.n || s.p[i] != ';') { /* without its semicolon only what old pages write so */
        static const char *const bare[] = {"amp",  "lt",   "gt",   "quot",  "nbsp",  "copy",
                                           "auml", "ouml", "uuml", "szlig", "eacute"};
        for (size_t k = 0; k < PLX_COUNT(bare); k++) {
            if (i - begin == strlen(bare[k]) && memcmp(s.p + begin, bare[k], i - begin) == 0) {
                *cp = named(s.p + begin, i - begin);
                return i - at;
            }
        }
        return 0;
    }
    *cp = named(s.p + begin, i - begin);
    return *cp ? i - at + 1 : 0;
}

void plx_read__unescape(plx_buf *to, plx_str raw) {
    for (size_t at = 0; at < raw.n;) {
        size_t amp = plx_str_find_char(raw, '&', at);
        if (amp == SIZE_MAX) {
            plx_buf_put(to, plx_str_slice(raw, at, raw.n));
            return;
        }
        plx_buf_put(to, plx_str_slice(raw, at, amp));
        uint32_t cp = 0;
        size_t n = reference(raw, amp, &cp);
        if (n) {
            plx_buf_put_cp(to, cp);
            at = amp + n;
        } else {
            plx_buf_putc(to, '&');
            at = amp + 1;
        }
    }
}

plx_str plx_read__unescaped(plx_str raw, plx_arena *arena) {
    plx_buf b;
    plx_buf_init(&b, arena, raw.n * 2 + 16);
    plx_read__unescape(&b, raw);
    if (plx_str_find_char(plx_buf_str(&b), '&', 0) !=
        SIZE_MAX) { /* "&amp;quot;": escaped twice, as many sites do */
        plx_buf c;
        plx_buf_init(&c, arena, raw.n * 2 + 16);
        plx_read__unescape(&c, plx_buf_str(&b));
        b = c;
    }
    size_t n = 0;
    bool gap = false;
    for (size_t i = 0; i < b.n; i++) {
        unsigned char c = (unsigned char)b.p[i];
        bool nbsp = c == 0xC2 && i + 1 < b.n && (unsigned char)b.p[i + 1] == 0xA0;
        if (c <= ' ' || nbsp) {
            i += nbsp;
            gap = n > 0;
            continue;
        }
        if (gap) {
            b.p[n++] = ' ';
            gap = false;
        }
        b.p[n++] = (char)c;
    }
    return plx_str_n(b.p, n);
}
