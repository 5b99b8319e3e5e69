/* Takes names apart: words, titles, initials, particles, patronymics, which part is the surname. */
#include "match/names__.h"

#include "base/utf8.h"

#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Sorted, for plx_str_lookup. */
static const plx_str particles[] = {
    PLX_S_INIT("abd"), PLX_S_INIT("abu"), PLX_S_INIT("al"),    PLX_S_INIT("ap"),
    PLX_S_INIT("at"),  PLX_S_INIT("ben"), PLX_S_INIT("bin"),   PLX_S_INIT("bint"),
    PLX_S_INIT("bou"), PLX_S_INIT("da"),  PLX_S_INIT("dal"),   PLX_S_INIT("das"),
    PLX_S_INIT("de"),  PLX_S_INIT("del"), PLX_S_INIT("della"), PLX_S_INIT("den"),
    PLX_S_INIT("der"), PLX_S_INIT("di"),  PLX_S_INIT("do"),    PLX_S_INIT("dos"),
    PLX_S_INIT("du"),  PLX_S_INIT("el"),  PLX_S_INIT("ibn"),   PLX_S_INIT("la"),
    PLX_S_INIT("le"),  PLX_S_INIT("na"),  PLX_S_INIT("of"),    PLX_S_INIT("oglu"),
    PLX_S_INIT("te"),  PLX_S_INIT("ten"), PLX_S_INIT("ter"),   PLX_S_INIT("ul"),
    PLX_S_INIT("ur"),  PLX_S_INIT("van"), PLX_S_INIT("vom"),   PLX_S_INIT("von"),
    PLX_S_INIT("y"),   PLX_S_INIT("zu"),  PLX_S_INIT("zum"),   PLX_S_INIT("zur")};

static const plx_str suffixes[] = {PLX_S_INIT("esq"), PLX_S_INIT("ii"), PLX_S_INIT("iii"),
                                   PLX_S_INIT("iv"),  PLX_S_INIT("jr"), PLX_S_INIT("phd"),
                                   PLX_S_INIT("sr")};

typedef struct word {
    char ascii[20]; /* lower case; "" when it is longer or not ASCII */
    uint8_t n_ascii;
    bool plain;
    bool capitals; /* two or three letters, all of them capitals */
    bool stop;     /* a full stop behind it */
    bool hyphen;
    plx_name_part part;
} word;

typedef struct reader {
    word words[PLX_NAME_MAX_PARTS + 6];
    size_t n;
    size_t comma; /* words before the first comma; SIZE_MAX = none */
    bool open;    /* the last word is still growing */
    bool unknown; /* letters of a script that is not known here */
} reader;

static word *open_word(reader *r) {
    if (!r->open) {
        if (r->n == PLX_COUNT(r->words)) return NULL;
        r->words[r->n] = (word){.plain = true, .capitals = true};
        r->n++;
        r->open = true;
    }
    return &r->words[r->n - 1];
}

static uint32_t digit_for_letter(uint32_t cp) {
    static const char as[] = "oizeasgtbg"; /* what 0-9 are mistaken for */
    return (uint32_t)(unsigned char)as[cp - '0'];
}

static void add(reader *r, uint32_t cp) {
    uint32_t low = plx_cp_lower(cp);
    if (low >= '0' && low <= '9') low = digit_for_letter(low);
    uint8_t letters[4];
    bool consonantal = false;
    int n = plx_match__letters(low, letters, &consonantal);
    if (n < 0) {
        r->unknown = r->unknown || plx_cp_is_alpha(cp);
        r->open = false;
        return;
    }
    word *w = open_word(r);
    if (!w) return;
    w->part.consonantal |= consonantal;
    for (int i = 0; i < n && w->part.n < PLX_NAME_MAX_LETTERS; i++) {
        w->part.letters[w->part.n++] = letters[i];
    }
    w->capitals &= cp >= 'A' && cp <= 'Z';
    if (low < 0x80 && w->n_ascii < sizeof w->ascii) {
        w->ascii[w->n_ascii++] = (char)low;
    } else {
        w->plain = false;
    }
}

static void read_words(plx_str name, reader *r) {
    for (size_t pos = 0; pos < name.n && pos < 400;) {
        uint32_t cp = plx_utf8_next(name, &pos);
        if (plx_cp_is_apostrophe(cp) || cp == 0x02BC || cp == 0x02BE || cp == 0x02BF ||
            cp == 0x05F3) {
            continue; /* O'Neill, Ba'asyir, ayin and hamza */
        }
        if (cp == '.' && r->open) {
            r->words[r->n - 1].stop = true;
            r->open = false;
        } else if (plx_cp_is_dash(cp) && r->open) {
            r->words[r->n - 1].hyphen = true;
            r->open = false;
        } else if (cp == ',' && r->n && r->comma == SIZE_MAX) {
            r->comma = r->n;
            r->open = false;
        } else if (cp < 0x80 ? !((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') ||
                                 (r->open && cp >= '0' && cp <= '9'))
                             : plx_cp_is_space(cp) || plx_cp_is_punct(cp)) {
            r->open = false;
        } else {
            add(r, cp);
        }
    }
}

/* Through ICU's Any-Latin; false when that cannot be done. Nothing is kept between calls. */
static bool transliterate(plx_str name, char *out, size_t cap, size_t *n_out) {
    UErrorCode status = U_ZERO_ERROR;
    UChar text[512];
    int32_t n = 0;
    plx_str cut = plx_str_slice(name, 0, 400);
    u_strFromUTF8WithSub(text, 256, &n, cut.p, (int32_t)cut.n, 0xFFFD, NULL, &status);
    if (U_FAILURE(status) || n > 256) return false;
    UTransliterator *t = utrans_openU(u"Any-Latin", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    if (U_FAILURE(status)) return false;
    int32_t limit = n;
    utrans_transUChars(t, text, &n, PLX_COUNT(text), 0, &limit, &status);
    utrans_close(t);
    int32_t bytes = 0;
    if (U_FAILURE(status)) return false;
    u_strToUTF8(out, (int32_t)cap, &bytes, text, n, &status);
    if (U_FAILURE(status) || (size_t)bytes > cap) return false;
    *n_out = (size_t)bytes;
    return true;
}

static bool ends(const plx_name_part *p, const char *with) {
    size_t n = strlen(with);
    if (p->n < n + 2) return false;
    for (size_t i = 0; i < n; i++) {
        if (p->letters[p->n - n + i] != plx_letter(with[i])) return false;
    }
    return true;
}

static plx_gender patronymic(const plx_name_part *p) {
    bool male = ends(p, "ovich") || ends(p, "evich") || ends(p, "ovitch") || ends(p, "evitch") ||
                ends(p, "ovych") || ends(p, "yevich");
    if (!male && p->n > 4) {
        size_t k = p->n;
        male = p->letters[k - 1] == PLX_L_CH && p->letters[k - 2] == plx_letter('i') &&
               p->letters[k - 3] == plx_letter('v');
    }
    if (male) return PLX_MALE;
    bool female = ends(p, "ovna") || ends(p, "evna") || ends(p, "ichna") || ends(p, "ivna");
    return female ? PLX_FEMALE : PLX_GENDER_UNKNOWN;
}

static bool feminine_surname(const plx_name_part *p) {
    return p->n > 5 && (ends(p, "ova") || ends(p, "eva") || ends(p, "skaya") || ends(p, "skaia"));
}

static void push(plx_name_parts *out, const word *w, plx_name_part_kind kind) {
    if (out->n == PLX_NAME_MAX_PARTS || !w->part.n) return;
    plx_name_part *p = &out->parts[out->n++];
    *p = w->part;
    p->kind = (uint8_t)kind;
    p->hyphen_after = w->hyphen;
}

static void push_initials(plx_name_parts *out, const word *w) {
    for (size_t i = 0; i < w->part.n; i++) {
        if (out->n == PLX_NAME_MAX_PARTS) return;
        plx_name_part *p = &out->parts[out->n++];
        memset(p, 0, sizeof *p);
        p->letters[0] = w->part.letters[i];
        p->n = 1;
        p->kind = PLX_PART_INITIAL;
    }
}

static void push_word(plx_name_parts *out, const word *w, bool mixed_case) {
    plx_str low = plx_str_n(w->ascii, w->plain ? w->n_ascii : 0);
    static const uint8_t al[] = {1, 12};
    if (w->part.n == 1 && (w->stop || w->plain)) {
        push_initials(out, w);
    } else if (mixed_case && w->capitals && w->plain && w->part.n <= 3 && out->n == 0) {
        push_initials(out, w); /* JC Juncker */
    } else if (plx_str_lookup(particles, PLX_COUNT(particles), low) != PLX_NONE) {
        push(out, w, PLX_PART_PARTICLE);
    } else if (out->n && plx_str_lookup(suffixes, PLX_COUNT(suffixes), low) != PLX_NONE) {
        push(out, w, PLX_PART_SUFFIX);
    } else if (w->part.consonantal && w->part.n > 4 && memcmp(w->part.letters, al, 2) == 0) {
        word rest = *w; /* the Arabic article, written in one */
        rest.part.n = (uint8_t)(w->part.n - 2);
        memmove(rest.part.letters, w->part.letters + 2, rest.part.n);
        push(out, &rest, PLX_PART_NAME);
    } else {
        push(out, w, PLX_PART_NAME);
    }
}

static void find_surname(plx_name_parts *out) {
    out->surname = 0;
    size_t n_names = 0, last = 0, first = PLX_NAME_MAX_PARTS, patron = PLX_NAME_MAX_PARTS;
    for (size_t i = 0; i < out->n; i++) {
        plx_name_part *p = &out->parts[i];
        if (p->kind != PLX_PART_NAME) continue;
        if (first == PLX_NAME_MAX_PARTS) first = i;
        n_names++;
        last = i;
    }
    for (size_t i = 0; i < out->n && n_names >= 3; i++) {
        plx_gender g = i == first ? PLX_GENDER_UNKNOWN : patronymic(&out->parts[i]);
        if (g == PLX_GENDER_UNKNOWN || out->parts[i].kind != PLX_PART_NAME) continue;
        out->parts[i].kind = PLX_PART_PATRONYMIC;
        if (out->gender == PLX_GENDER_UNKNOWN) out->gender = g;
        patron = i;
        break;
    }
    if (n_names) out->surname = (uint8_t)(patron == last ? first : last);
    if (out->gender == PLX_GENDER_UNKNOWN && n_names >= 2 &&
        feminine_surname(&out->parts[out->surname])) {
        out->gender = PLX_FEMALE;
    }
}

void plx_match_name_parse(plx_str name, plx_name_parts *out) {
    reader r = {.comma = SIZE_MAX};
    read_words(name, &r);
    char latin[2048];
    size_t n_latin;
    if (r.unknown && transliterate(name, latin, sizeof latin, &n_latin)) {
        r = (reader){.comma = SIZE_MAX};
        read_words(plx_str_n(latin, n_latin), &r);
    }
    memset(out, 0, sizeof *out);
    size_t begin = 0;
    bool mixed = false;
    for (size_t i = 0; i < r.n; i++) mixed |= !r.words[i].capitals && r.words[i].part.n > 1;
    while (begin + 1 < r.n) { /* titles in front */
        const word *w = &r.words[begin];
        plx_gender g = PLX_GENDER_UNKNOWN;
        if (!w->plain || !plx_match_is_title(plx_str_n(w->ascii, w->n_ascii), &g)) break;
        if (g != PLX_GENDER_UNKNOWN) out->gender = g;
        out->n_titles++;
        begin++;
    }
    size_t comma = r.comma;
    if (comma != SIZE_MAX && comma > begin && comma < r.n) {
        const word *w = &r.words[comma];
        plx_str low = plx_str_n(w->ascii, w->plain ? w->n_ascii : 0);
        if (plx_str_lookup(suffixes, PLX_COUNT(suffixes), low) == PLX_NONE) {
            out->comma = true;
            for (size_t i = comma; i < r.n; i++) push_word(out, &r.words[i], mixed);
            for (size_t i = begin; i < comma; i++) push_word(out, &r.words[i], mixed);
            find_surname(out);
            return;
        }
    }
    for (size_t i = begin; i < r.n; i++) push_word(out, &r.words[i], mixed);
    find_surname(out);
}

bool plx_match_name_is_junior(const plx_name_parts *p) {
    for (size_t i = 0; i < p->n; i++) {
        if (p->parts[i].kind == PLX_PART_SUFFIX) return true;
    }
    return false;
}
