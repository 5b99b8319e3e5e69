#include "lang/segment.h"

#include "base/utf8.h"

/* ---- word lists (sorted by plx_str_cmp where looked up by binary search) --------------------- */

/* Without their full stop. Months and days may end a sentence, titles do not. */
static const char *const titles[] = {
    "Adm",  "Amb", "Asst",  "Atty", "Brig", "Capt", "Cmdr", "Col",  "Cpl",   "Cpt",  "Det",
    "Dr",   "Drs", "Fr",    "Ft",   "Gen",  "Gov",  "Hon",  "Insp", "Lt",    "Maj",  "Messrs",
    "Mlle", "Mme", "Mr",    "Mrs",  "Ms",   "Mt",   "Mx",   "No",   "Nos",   "Pfc",  "Pres",
    "Prof", "Pvt", "Rep",   "Reps", "Rev",  "Sen",  "Sens", "Sgt",  "Spc",   "Supt", "St",
    "Ste",  "Sup", "Treas", "Vol",  "v",    "vs",   "op",   "cf",   "approx"};

static const char *const abbreviations[] = {
    "Jan",  "Feb",  "Mar",  "Apr",  "Aug",  "Sept",  "Sep", "Oct",  "Nov",  "Dec",   "Mon",
    "Tue",  "Tues", "Wed",  "Thu",  "Thur", "Thurs", "Fri", "Inc",  "Corp", "Co",    "Cos",
    "Ltd",  "Bros", "Jr",   "Sr",   "Esq",  "etc",   "al",  "Ariz", "Ark",  "Calif", "Colo",
    "Conn", "Del",  "Fla",  "Ga",   "Ill",  "Ind",   "Kan", "Ky",   "La",   "Md",    "Mass",
    "Mich", "Minn", "Miss", "Mo",   "Mont", "Neb",   "Nev", "Okla", "Ore",  "Pa",    "Tenn",
    "Tex",  "Va",   "Vt",   "Wash", "Wis",  "Wyo",   "Ave", "Blvd", "Rd",   "Dept",  "Univ",
    "Assn", "Est",  "Ph",   "Bldg", "Hwy",  "Pkwy",  "yrs", "hrs",  "mins", "lbs",   "oz",
    "esp",  "ext",  "Attn", "Mob",  "Conf", "Fed",   "Gk",  "Ste",  "Sec",  "Que",   "Ont"};

static const char *const starters[] = {
    "a",        "an",     "the",     "he",     "she",     "it",        "they",      "we",
    "i",        "you",    "his",     "her",    "its",     "their",     "our",       "my",
    "this",     "that",   "these",   "those",  "there",   "here",      "but",       "and",
    "or",       "so",     "yet",     "if",     "when",    "while",     "after",     "before",
    "although", "though", "because", "since",  "as",      "in",        "on",        "at",
    "for",      "from",   "with",    "to",     "by",      "what",      "who",       "how",
    "why",      "where",  "which",   "some",   "many",    "most",      "no",        "not",
    "all",      "both",   "each",    "one",    "however", "meanwhile", "according", "then",
    "once",     "also",   "despite", "during", "under",   "still",     "even",      "only",
    "just",     "such",   "another", "other",  "several", "more",      "did",       "do",
    "does",     "is",     "was",     "are",    "were",    "has",       "have",      "had",
    "will",     "would",  "can",     "could"};

/* Prefixes that UD English does not cut off at the hyphen. */
static const char *const prefixes[] = {
    "anti", "arch",  "co",  "counter", "cross", "e",     "ex",  "extra", "inter",  "intra",
    "mid",  "multi", "neo", "non",     "over",  "post",  "pre", "pro",   "psycho", "re",
    "semi", "socio", "sub", "super",   "trans", "ultra", "un",  "under", "micro"};

static const char *const units[] = {
    "am", "pm",  "AM", "PM",  "a.m",  "p.m",     "k",       "K",   "m",  "M",   "mm",  "cm",
    "km", "ft",  "in", "kg",  "g",    "mg",      "lb",      "lbs", "oz", "mph", "kph", "bn",
    "mn", "tn",  "B",  "Hz",  "MHz",  "GHz",     "KB",      "MB",  "GB", "TB",  "kb",  "mb",
    "gb", "hrs", "hr", "min", "mins", "sec",     "secs",    "yrs", "yr", "x",   "C",   "F",
    "W",  "kW",  "MW", "V",   "b",    "million", "billion", "p"};

static const char *const domains[] = {"com", "org", "net", "gov", "edu", "mil", "info", "co",
                                      "uk",  "us",  "ru",  "de",  "fr",  "io",  "tv",   "me",
                                      "ca",  "au",  "in",  "il",  "ua",  "eu",  "html", "htm",
                                      "pdf", "php", "asp", "doc", "xls", "jpg", "png",  "aspx"};

/* Words that are two words of the treebank without an apostrophe: length of the first part. */
static const struct {
    plx_str word;
    uint8_t cut;
} joined[] = {{PLX_S_INIT("cannot"), 3},  {PLX_S_INIT("gonna"), 3},  {PLX_S_INIT("wanna"), 3},
              {PLX_S_INIT("gotta"), 3},   {PLX_S_INIT("dont"), 2},   {PLX_S_INIT("wont"), 2},
              {PLX_S_INIT("didnt"), 3},   {PLX_S_INIT("cant"), 2},   {PLX_S_INIT("doesnt"), 4},
              {PLX_S_INIT("isnt"), 2},    {PLX_S_INIT("wasnt"), 3},  {PLX_S_INIT("couldnt"), 5},
              {PLX_S_INIT("wouldnt"), 5}, {PLX_S_INIT("im"), 1},     {PLX_S_INIT("ive"), 1},
              {PLX_S_INIT("thats"), 4},   {PLX_S_INIT("youre"), 3},  {PLX_S_INIT("theyre"), 4},
              {PLX_S_INIT("arent"), 3},   {PLX_S_INIT("havent"), 4}, {PLX_S_INIT("hasnt"), 3},
              {PLX_S_INIT("shouldnt"), 6}};

static const char *const emoticons[] = {":)",  ":(",  ";)",  ":D", ":-)", ":-(", ";-)",
                                        ":P",  "=)",  "(:",  ":/", ":-D", ":p",  "<3",
                                        "^_^", ":-P", ":'(", "=D", "=(",  ";D"};

static bool in_list(const char *const *list, size_t n, plx_str s, bool nocase) {
    for (size_t i = 0; i < n; i++) {
        plx_str w = plx_str_of(list[i]);
        if (w.n == s.n && (nocase ? plx_str_eq_nocase(w, s) : plx_str_eq(w, s))) {
            return true;
        }
    }
    return false;
}
#define IN(list, s, nocase) in_list(list, PLX_COUNT(list), s, nocase)

static bool is_ascii_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
static bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
static bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/* "U.S", "p.m", "a.k.a", "J": single letters between full stops. */
static bool is_dotted_letters(plx_str w) {
    if (w.n == 0 || w.n % 2 == 0) {
        return false;
    }
    for (size_t i = 0; i < w.n; i++) {
        if (i % 2 == 0 ? !is_ascii_alpha(w.p[i]) : w.p[i] != '.') {
            return false;
        }
    }
    return true;
}

plx_abbreviation plx_lang__abbreviation(plx_str word) {
    if (word.n == 0 || word.n > 12) {
        return PLX_ABBR_NONE;
    }
    if (word.n == 1) {
        bool versus = word.p[0] == 'v'; /* "Orlin v. Marsh" */
        bool initial = is_ascii_upper(word.p[0]) && word.p[0] != 'I';
        return initial || versus ? PLX_ABBR_TITLE : PLX_ABBR_NONE;
    }
    if (is_dotted_letters(word) || plx_str_eq_nocase(word, PLX_S("Ph.D"))) {
        return PLX_ABBR_OTHER;
    }
    if (IN(titles, word, false)) {
        return PLX_ABBR_TITLE;
    }
    return IN(abbreviations, word, false) ? PLX_ABBR_OTHER : PLX_ABBR_NONE;
}

bool plx_lang__is_starter(plx_str word) { return IN(starters, word, true); }

/* ---- cursor ---------------------------------------------------------------------------------- */

typedef struct cursor {
    plx_str text;
    size_t at, end; /* the paragraph */
    plx_arena *arena;
    plx_words *out;
    bool space, paragraph;
    bool single_open; /* a single quotation mark stands open */
} cursor;

static uint32_t peek(const cursor *c, size_t at, size_t *len) {
    if (at >= c->end) {
        *len = 0;
        return 0;
    }
    unsigned char b = (unsigned char)c->text.p[at];
    if (b < 0x80) {
        *len = 1;
        return b;
    }
    size_t pos = at;
    uint32_t cp = plx_utf8_next(c->text, &pos);
    *len = PLX_MIN(pos, c->end) - at;
    return cp;
}

static uint32_t peek1(const cursor *c, size_t at) {
    size_t len;
    return peek(c, at, &len);
}

static void emit(cursor *c, size_t begin, size_t end, bool part) {
    if (end <= begin) {
        return;
    }
    plx_word w = {plx_span_of(begin, end), c->space, c->paragraph, part};
    plx_vec_push(c->out, c->arena, w);
    c->space = false;
    c->paragraph = false;
    c->at = end;
}

static bool is_letter(uint32_t cp) {
    return cp < 128 ? is_ascii_alpha((char)cp) : plx_cp_is_alpha(cp) || (cp >= 0x300 && cp < 0x370);
}
static bool is_apostrophe(uint32_t cp) { return cp == '\'' || cp == 0x2019 || cp == 0x2BC; }
static bool is_wordlike(uint32_t cp) {
    return is_letter(cp) || (cp < 128 ? is_ascii_digit((char)cp) : plx_cp_is_digit(cp));
}

/* ---- addresses, handles ---------------------------------------------------------------------- */

/* Longer ones are no addresses; and a megabyte without blanks must not be read for each word. */
#define MAX_ADDRESS 1024

static size_t chunk_end(const cursor *c, size_t at) {
    size_t stop = PLX_MIN(c->end, at + MAX_ADDRESS);
    while (at < stop) {
        size_t len;
        uint32_t cp = peek(c, at, &len);
        if (plx_cp_is_space(cp) || cp == '<' || cp == '>' || cp == '"' || cp == 0x201C ||
            cp == 0x201D || cp == 0x2018 || cp == 0x2019 || cp == 0x2014 || cp == 0x2026) {
            break;
        }
        at += len;
    }
    return at;
}

static bool has_domain(plx_str s) { /* letters.letters with a known last part, before any '/' */
    size_t slash = plx_str_find_char(s, '/', 0);
    plx_str host = plx_str_slice(s, 0, slash);
    size_t dot = SIZE_MAX;
    for (size_t i = 0; i < host.n; i++) {
        if (host.p[i] == '.') {
            dot = i;
        } else if (!is_ascii_alpha(host.p[i]) && !is_ascii_digit(host.p[i]) && host.p[i] != '-' &&
                   host.p[i] != '_') {
            return false;
        }
    }
    return dot != SIZE_MAX && dot > 1 && IN(domains, plx_str_slice(host, dot + 1, host.n), true) &&
           !is_ascii_upper(host.p[dot + 1]);
}

/* End of a web or mail address that begins at `at`, or `at`. */
static size_t address(const cursor *c, size_t at) {
    size_t end = chunk_end(c, at);
    plx_str s = plx_str_slice(c->text, at, end);
    while (s.n && strchr(".,;:!?)]}'*", s.p[s.n - 1])) {
        s.n--;
    }
    if (s.n < 4) {
        return at;
    }
    bool is = plx_str_starts_nocase(s, PLX_S("http://")) ||
              plx_str_starts_nocase(s, PLX_S("https://")) ||
              plx_str_starts_nocase(s, PLX_S("ftp://")) || plx_str_starts_nocase(s, PLX_S("www."));
    size_t sign = plx_str_find_char(s, '@', 0);
    if (!is && sign != SIZE_MAX && sign > 0 && sign + 1 < s.n) {
        for (size_t i = 0; i < s.n; i++) {
            char ch = s.p[i];
            if (!is_ascii_alpha(ch) && !is_ascii_digit(ch) && !strchr("@._+-", ch)) {
                s.n = i; /* "a@b.com/c", "a@b.com;" */
                break;
            }
        }
        is = s.n > sign + 1;
    }
    if (!is) {
        size_t comma = plx_str_find_char(s, ',', 0);
        is = comma == SIZE_MAX && has_domain(s);
    }
    return is ? at + s.n : at;
}

static size_t handle(const cursor *c, size_t at) { /* @name, #topic */
    size_t i = at + 1;
    if (c->text.p[at] == '#' && !is_letter(peek1(c, i))) {
        return at;
    }
    while (i < c->end && (is_wordlike(peek1(c, i)) || c->text.p[i] == '_')) {
        size_t len;
        (void)peek(c, i, &len);
        i += len;
    }
    return i > at + 1 ? i : at;
}

/* ---- numbers --------------------------------------------------------------------------------- */

static bool digit_at(const cursor *c, size_t at) {
    return at < c->end && is_ascii_digit(c->text.p[at]);
}

/* Digits with . , : / between digits; telephone numbers and dates with their hyphens. */
static size_t number_end(const cursor *c, size_t at) {
    size_t i = at, hyphens = 0;
    size_t hyphen_end = at, first_hyphen = 0;
    while (i < c->end) {
        char ch = c->text.p[i];
        if (is_ascii_digit(ch)) {
            i++;
        } else if (i > at && digit_at(c, i + 1) && strchr(".,:/", ch)) {
            i++;
        } else {
            break;
        }
    }
    size_t plain = i;
    for (size_t k = i; k < c->end && c->text.p[k] == '-' && digit_at(c, k + 1);) {
        if (!hyphens++) {
            first_hyphen = k;
        }
        k++;
        while (digit_at(c, k)) {
            k++;
        }
        hyphen_end = k;
    }
    bool phone = hyphens == 1 && first_hyphen - at == 3 && hyphen_end - first_hyphen == 5;
    return hyphens >= 2 || phone ? hyphen_end : plain;
}

/* "20th", "1970s", "3D", "5pm" -> the end of the token; units are left to be the next token. */
static size_t after_number(const cursor *c, size_t begin, size_t end) {
    size_t i = end;
    while (i < c->end && is_letter(peek1(c, i))) {
        size_t len;
        (void)peek(c, i, &len);
        i += len;
    }
    plx_str tail = plx_str_slice(c->text, end, i);
    if (tail.n == 0) {
        size_t len;
        if (is_apostrophe(peek(c, end, &len)) && end - begin >= 2 && c->text.p[end - 1] == '0' &&
            end + len < c->end && c->text.p[end + len] == 's' &&
            !is_wordlike(peek1(c, end + len + 1))) {
            return end + len + 1; /* 80's */
        }
        return end;
    }
    if (IN(units, tail, false)) {
        return end;
    }
    if ((c->text.p[i < c->end ? i : c->end - 1] == '-') && tail.n > 3) {
        return end;
    }
    while (i < c->end && is_wordlike(peek1(c, i))) { /* 3143C, 4x4 */
        size_t len;
        (void)peek(c, i, &len);
        i += len;
    }
    return i;
}

/* ---- words ----------------------------------------------------------------------------------- */

/* Cuts "don't", "Roe's", "cannot" in [begin, end) and emits the parts. */
static void emit_word(cursor *c, size_t begin, size_t end) {
    plx_str w = plx_str_slice(c->text, begin, end);
    size_t cut = 0;
    size_t mark = SIZE_MAX, mark_len = 0;
    for (size_t i = w.n; i-- > 0 && w.n - i <= 6;) {
        if (w.p[i] == '\'' || w.p[i] == '`') {
            mark = i, mark_len = 1;
        } else if (i + 2 < w.n && (unsigned char)w.p[i] == 0xE2 &&
                   (unsigned char)w.p[i + 1] == 0x80 && (unsigned char)w.p[i + 2] == 0x99) {
            mark = i, mark_len = 3;
        } else {
            continue;
        }
        break;
    }
    if (mark != SIZE_MAX && mark > 0) {
        plx_str tail = plx_str_slice(w, mark + mark_len, w.n);
        static const char *const tails[] = {"s", "m", "d", "re", "ve", "ll"};
        if (IN(tails, tail, true)) {
            cut = mark;
        } else if (mark > 1 && plx_str_eq_nocase(tail, PLX_S("t")) &&
                   (w.p[mark - 1] == 'n' || w.p[mark - 1] == 'N')) {
            cut = mark - 1;
        }
    } else if (mark == SIZE_MAX && w.n >= 2 && w.n <= 8) {
        for (size_t i = 0; i < PLX_COUNT(joined); i++) {
            if (plx_str_eq_nocase(w, joined[i].word)) {
                cut = joined[i].cut;
            }
        }
        if (w.n == 2 && w.p[1] == 'M') {
            cut = 0; /* IM */
        }
    }
    if (cut == 0) {
        emit(c, begin, end, false);
        return;
    }
    emit(c, begin, begin + cut, false);
    emit(c, begin + cut, end, true);
}

/* "w/o", "l/c": kept whole. */
static bool keeps_slash(const cursor *c, size_t begin, size_t slash) {
    return slash - begin == 1 && (c->text.p[begin] == 'w' ||
                                  (slash + 1 < c->end && is_ascii_alpha(c->text.p[slash + 1]) &&
                                   !is_wordlike(peek1(c, slash + 2))));
}

static bool hyphen_joins(const cursor *c, size_t begin, size_t hyphen) {
    plx_str left = plx_str_slice(c->text, begin, hyphen);
    size_t len;
    uint32_t next = peek(c, hyphen + 1, &len);
    return is_wordlike(next) && IN(prefixes, left, true);
}

/* End of the run that begins with a letter at `at`: letters, digits and what may stand between. */
static size_t word_run(const cursor *c, size_t at) {
    size_t i = at;
    while (i < c->end) {
        size_t len;
        uint32_t cp = peek(c, i, &len);
        if (is_wordlike(cp) || cp == '_') {
            i += len;
            continue;
        }
        uint32_t next = peek1(c, i + len);
        if ((is_apostrophe(cp) || cp == '`') && is_letter(next)) {
            i += len;
        } else if (cp == '-' && hyphen_joins(c, at, i)) {
            i += len;
        } else if (cp == '&' && i - at <= 2 && is_ascii_upper(c->text.p[i - 1]) && next < 128 &&
                   is_ascii_upper((char)next)) {
            i += len; /* AT&T */
        } else if (cp == '/' && keeps_slash(c, at, i)) {
            i += len;
        } else if (cp == '@' && is_letter(next)) {
            i += len;
        } else {
            break;
        }
    }
    return i;
}

/* A full stop behind the run [begin, end): how far the token goes on, or `end`. */
static size_t with_stops(const cursor *c, size_t begin, size_t end) {
    if (end >= c->end || c->text.p[end] != '.') {
        return end;
    }
    size_t i = end;
    if (end - begin == 1 && is_ascii_alpha(c->text.p[begin])) { /* U.S., p.m., a.k.a. */
        while (i + 1 < c->end && c->text.p[i] == '.' && is_ascii_alpha(c->text.p[i + 1]) &&
               (i + 2 >= c->end || !is_letter(peek1(c, i + 2)))) {
            i += 2;
        }
    }
    plx_str w = plx_str_slice(c->text, begin, i);
    uint32_t after = peek1(c, i + 1);
    bool more_dots = i + 1 < c->end && c->text.p[i + 1] == '.';
    if (plx_str_eq_nocase(w, PLX_S("Ph")) && i + 2 < c->end && c->text.p[i + 1] == 'D') {
        i += 2;
        return i < c->end && c->text.p[i] == '.' ? i + 1 : i;
    }
    if (more_dots || i >= c->end || c->text.p[i] != '.') {
        return i;
    }
    plx_abbreviation kind = plx_lang__abbreviation(w);
    if (kind == PLX_ABBR_NONE) {
        return i;
    }
    if (w.n > 1 && is_letter(after) && kind == PLX_ABBR_OTHER && !is_dotted_letters(w)) {
        return i;
    }
    /* "No." and "in." before anything but what they abbreviate for are words at a sentence's end */
    if (plx_str_eq(w, PLX_S("No")) || plx_str_eq(w, PLX_S("Nos"))) {
        size_t k = i + 1;
        while (k < c->end && c->text.p[k] == ' ') {
            k++;
        }
        return digit_at(c, k) ? i + 1 : i;
    }
    return i + 1;
}

static bool lower_before_upper_after(const cursor *c, size_t begin, size_t stop) {
    /* "Boroda.During": a full stop whose blank was lost */
    size_t len;
    uint32_t next = peek(c, stop + 1, &len);
    return stop - begin >= 2 && plx_cp_is_upper(next);
}

static void scan_word(cursor *c) {
    size_t begin = c->at;
    size_t end = word_run(c, begin);
    size_t stopped = with_stops(c, begin, end);
    if (stopped > end) {
        emit(c, begin, stopped, false);
        return;
    }
    /* file.name, example.text in lower case: one token */
    while (end + 1 < c->end && c->text.p[end] == '.' && is_wordlike(peek1(c, end + 1)) &&
           !lower_before_upper_after(c, begin, end) && !plx_cp_is_upper(peek1(c, end + 1))) {
        size_t next = word_run(c, end + 1);
        if (next == end + 1) {
            break;
        }
        end = next;
    }
    if (end < c->end && c->text.p[end] == '$' && end - begin <= 3 &&
        is_ascii_upper(c->text.p[begin]) && is_ascii_upper(c->text.p[end - 1])) {
        end++; /* US$ */
    }
    size_t len;
    uint32_t cp = peek(c, end, &len);
    emit_word(c, begin, end);
    /* the possessive of a plural: "parents' house" */
    if (is_apostrophe(cp) && !is_wordlike(peek1(c, end + len)) && !c->single_open &&
        (c->text.p[end - 1] == 's' || c->text.p[end - 1] == 'S')) {
        emit(c, end, end + len, true);
    }
}

/* ---- everything else ------------------------------------------------------------------------- */

static size_t same_run(const cursor *c, size_t at, const char *set) {
    size_t i = at;
    while (i < c->end && c->text.p[i] != '\0' && strchr(set, c->text.p[i])) {
        i++;
    }
    return i;
}

static size_t emoticon(const cursor *c, size_t at) {
    plx_str rest = plx_str_slice(c->text, at, c->end);
    for (size_t i = 0; i < PLX_COUNT(emoticons); i++) {
        plx_str e = plx_str_of(emoticons[i]);
        if (plx_str_starts(rest, e)) {
            uint32_t next = peek1(c, at + e.n);
            if (next == 0 || plx_cp_is_space(next)) {
                return at + e.n;
            }
        }
    }
    return at;
}

static void scan_apostrophe(cursor *c, size_t len) {
    size_t next = c->at + len;
    uint32_t cp = peek1(c, next);
    if (digit_at(c, next) && digit_at(c, next + 1) && !digit_at(c, next + 2)) { /* '72, '60s */
        size_t end = next + 2;
        if (end < c->end && c->text.p[end] == 's') {
            end++;
        }
        if (!is_wordlike(peek1(c, end))) {
            emit(c, c->at, end, false);
            return;
        }
    }
    plx_str rest = plx_str_slice(c->text, next, PLX_MIN(next + 6, c->end));
    static const char *const cut_words[] = {"em", "til", "cause", "tis", "twas", "bout", "round"};
    for (size_t i = 0; i < PLX_COUNT(cut_words); i++) {
        plx_str w = plx_str_of(cut_words[i]);
        if (plx_str_starts_nocase(rest, w) && !is_wordlike(peek1(c, next + w.n))) {
            emit(c, c->at, next + w.n, false);
            return;
        }
    }
    /* a clitic on its own: "Roe 's" */
    static const char *const tails[] = {"s", "m", "d", "re", "ve", "ll"};
    for (size_t i = 0; i < PLX_COUNT(tails); i++) {
        plx_str w = plx_str_of(tails[i]);
        if (plx_str_starts(rest, w) && !is_wordlike(peek1(c, next + w.n)) &&
            !is_apostrophe(peek1(c, next + w.n))) {
            emit(c, c->at, next + w.n, false);
            return;
        }
    }
    if (len == 1 && cp == '\'') {
        emit(c, c->at, next + 1, false);
        return;
    }
    c->single_open = is_wordlike(cp) && (c->space || c->paragraph);
    emit(c, c->at, next, false);
}

static void scan_symbol(cursor *c, uint32_t cp, size_t len) {
    size_t at = c->at, end = at + len;
    size_t face = emoticon(c, at);
    if (face > at && (c->space || c->paragraph)) {
        emit(c, at, face, false);
        return;
    }
    if (is_apostrophe(cp)) {
        scan_apostrophe(c, len);
        return;
    }
    if (cp == 0x2018) {
        c->single_open = true;
    } else if (cp == '.') {
        end = same_run(c, at, ".");
        if (end == at + 1 && digit_at(c, end) && c->space) {
            end = number_end(c, end); /* .5 */
        }
    } else if (cp == '!' || cp == '?') {
        end = same_run(c, at, "!?");
    } else if (cp == '@' || cp == '#') {
        size_t h = handle(c, at);
        end = h > at ? h : end;
    } else if (cp < 128 && strchr("-=_*~`<>+|#^", (char)cp) && cp) {
        char set[2] = {(char)cp, '\0'};
        end = same_run(c, at, set);
    }
    emit(c, at, end, false);
}

static void scan_paragraph(cursor *c) {
    while (c->at < c->end) {
        size_t len;
        uint32_t cp = peek(c, c->at, &len);
        if (len == 0) {
            break;
        }
        if (cp == ' ' || cp == '\n' || plx_cp_is_space(cp) || cp == 0xFEFF || cp == 0x200B ||
            cp < 0x20) {
            c->at += len;
            c->space = true;
            continue;
        }
        bool word = is_wordlike(cp);
        if (word &&
            (c->space || c->paragraph || !c->out->n || c->out->p[c->out->n - 1].span.end != c->at ||
             !is_wordlike(peek1(c, c->at - 1)))) {
            size_t a = address(c, c->at);
            if (a > c->at) {
                emit(c, c->at, a, false);
                continue;
            }
        }
        if (is_ascii_digit((char)(cp < 128 ? cp : 0))) {
            size_t n = number_end(c, c->at);
            emit(c, c->at, after_number(c, c->at, n), false);
        } else if (word) {
            scan_word(c);
        } else {
            scan_symbol(c, cp, len);
        }
    }
}

/* ---- paragraphs ------------------------------------------------------------------------------ */

static size_t line_end(plx_str text, size_t at, size_t end) {
    const char *nl = at < end ? memchr(text.p + at, '\n', end - at) : NULL;
    return nl ? (size_t)(nl - text.p) : end;
}

static size_t first_word_len(plx_str text, size_t at, size_t end) {
    size_t i = at;
    while (i < end && text.p[i] != ' ' && text.p[i] != '\n') {
        i++;
    }
    return i - at;
}

static bool is_blank(plx_str text, size_t begin, size_t end) {
    for (size_t i = begin; i < end; i++) {
        if (!strchr(" \t\r\n\f\v", text.p[i]) || text.p[i] == '\0') {
            return false;
        }
    }
    return true;
}

/* Is the block [begin, end) of several lines one paragraph that was filled to a width? True when
 * each line but the last could not have taken the next line's first word. */
static bool is_filled(plx_str text, size_t begin, size_t end) {
    size_t widest = 0, n_lines = 0;
    for (size_t at = begin; at < end;) {
        size_t le = line_end(text, at, end);
        widest = PLX_MAX(widest, le - at);
        n_lines++;
        at = le + 1;
    }
    if (n_lines < 2 || widest < 40 || widest > 120) {
        return false;
    }
    for (size_t at = begin; at < end;) {
        size_t le = line_end(text, at, end);
        if (le >= end) {
            break;
        }
        if (le - at + 1 + first_word_len(text, le + 1, end) <= widest) {
            return false;
        }
        at = le + 1;
    }
    return true;
}

static void scan_span(cursor *c, size_t begin, size_t end) {
    c->at = begin;
    c->end = end;
    c->space = true;
    c->paragraph = true;
    c->single_open = false;
    scan_paragraph(c);
}

static void scan_block(cursor *c, size_t begin, size_t end) {
    if (is_filled(c->text, begin, end)) {
        scan_span(c, begin, end);
        return;
    }
    for (size_t at = begin; at < end;) {
        size_t le = line_end(c->text, at, end);
        scan_span(c, at, le);
        at = le + 1;
    }
}

void plx_lang__words(const plx_account *account, plx_arena *arena, plx_words *out) {
    *out = (plx_words){0};
    plx_vec_reserve(out, arena, account->text.n / 5 + 16);
    cursor c = {.text = account->text, .arena = arena, .out = out};
    plx_spans kept = plx_account_kept(account, arena);
    for (size_t k = 0; k < kept.n; k++) {
        size_t at = kept.p[k].begin, end = kept.p[k].end;
        while (at < end) { /* blocks between blank lines */
            size_t block = at, le = at;
            for (;;) {
                le = line_end(account->text, le, end);
                size_t next = le < end ? line_end(account->text, le + 1, end) : end;
                if (le >= end || is_blank(account->text, le + 1, next)) {
                    break;
                }
                le++;
            }
            scan_block(&c, block, le);
            at = le + 1;
        }
    }
}

/* ---- sentence ends by rule ------------------------------------------------------------------- */

static bool is_terminal(plx_str w) {
    if (w.n == 0) {
        return false;
    }
    char c = w.p[0];
    return c == '.' || c == '!' || c == '?' || plx_str_eq(w, PLX_S("\xE2\x80\xA6")) ||
           plx_str_eq(w, PLX_S("\xE3\x80\x82"));
}

static bool is_closer(plx_str w) {
    static const char *const closers[] = {"\"",           "'",        ")", "]", "\xE2\x80\x9D",
                                          "\xE2\x80\x99", "\xC2\xBB", "''"};
    return IN(closers, w, false);
}

static bool starts_upper(plx_str w) {
    if (w.n == 0) {
        return false;
    }
    size_t pos = 0;
    return plx_cp_is_upper(plx_utf8_next(w, &pos));
}

static bool is_half_day(plx_str w) {
    return plx_str_eq_nocase(w, PLX_S("a.m.")) || plx_str_eq_nocase(w, PLX_S("p.m."));
}

/* "5 p.m. Monday", "5 p.m. EDT", "5 p.m. Eastern" */
static bool goes_with_hour(plx_str w) {
    static const char *const words[] = {"Monday",    "Tuesday", "Wednesday", "Thursday",  "Friday",
                                        "Saturday",  "Sunday",  "January",   "February",  "March",
                                        "April",     "May",     "June",      "July",      "August",
                                        "September", "October", "November",  "December",  "Eastern",
                                        "Pacific",   "Central", "Mountain",  "Greenwich", "Moscow",
                                        "Jerusalem", "Israel",  "London",    "Beijing",   "Tokyo"};
    return IN(words, w, false) || plx_lang__abbreviation(plx_str_slice(w, 0, w.n - 1)) ||
           (w.n > 1 && w.p[1] >= 'A' && w.p[1] <= 'Z');
}

void plx_lang__rule_ends(plx_str text, const plx_words *words, bool *ends) {
    size_t n = words->n;
    for (size_t i = 0; i < n; i++) {
        ends[i] = i + 1 == n || words->p[i + 1].paragraph;
    }
    for (size_t i = 0; i + 1 < n; i++) {
        plx_str w = plx_str_at(text, words->p[i].span);
        bool stop = w.n > 1 && w.p[w.n - 1] == '.' && w.p[0] != '.';
        if (!is_terminal(w) && !stop) {
            continue;
        }
        size_t last = i;
        while (last + 1 < n && !words->p[last + 1].paragraph && !words->p[last + 1].space_before &&
               is_closer(plx_str_at(text, words->p[last + 1].span))) {
            last++;
        }
        if (last + 1 >= n || words->p[last + 1].paragraph) {
            continue;
        }
        plx_str next = plx_str_at(text, words->p[last + 1].span);
        bool upper = starts_upper(next);
        uint32_t first = (unsigned char)next.p[0];
        bool opens = first == '"' || first == '(' || first == '[' || first == 0xE2 ||
                     (first < 128 && is_ascii_digit((char)first));
        bool end;
        if (stop) {
            plx_abbreviation kind = plx_lang__abbreviation(plx_str_slice(w, 0, w.n - 1));
            end = kind == PLX_ABBR_OTHER && upper &&
                  (plx_lang__is_starter(next) || (is_half_day(w) && !goes_with_hour(next)));
        } else if (w.p[0] == '.' && w.n == 1) {
            end = upper || opens || (last == i && words->p[last + 1].space_before);
            end = end && (words->p[last + 1].space_before || upper || opens);
        } else if (w.p[0] == '.') {
            end = upper;
        } else {
            end = upper || opens || (last == i && words->p[last + 1].space_before);
            end = end && words->p[last + 1].space_before;
        }
        if (first < 128 && !is_ascii_lower((char)first) && !upper && !opens) {
            end = end && strchr("-*#@<$'", (int)first) != NULL;
        }
        if (end) {
            ends[last] = true;
        }
    }
}
