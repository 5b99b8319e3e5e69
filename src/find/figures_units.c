/* Units of measure and currencies: the table and its reader. See figures.h. */
#include "find/figures.h"

#include "base/utf8.h"

typedef struct unit_form {
    const char *form; /* a blank also stands for a hyphen */
    const char *unit;
    uint8_t kind;
    bool exact; /* upper and lower case matter */
} unit_form;

/* Sorted by first word; among forms with the same one the longer first. */
static const unit_form forms[] = {
#include "find/figures_units.inc"
};

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c; }

static bool is_letter_or_digit(plx_str t, size_t i) {
    if (i >= t.n) return false;
    unsigned char c = (unsigned char)t.p[i];
    return (c >= '0' && c <= '9') || (lower((char)c) >= 'a' && lower((char)c) <= 'z') || c >= 0xC3;
}

/* Byte behind `f` when the text at `at` is one of it, else 0. */
static size_t match(plx_str t, size_t at, const unit_form *f) {
    for (const char *c = f->form; *c; c++) {
        if (*c == ' ') {
            size_t gap = 0;
            while (at < t.n && (t.p[at] == ' ' || t.p[at] == '-') && gap < 2) at++, gap++;
            if (gap == 0) return 0;
            continue;
        }
        if (at >= t.n || (f->exact ? t.p[at] != *c : lower(t.p[at]) != lower(*c))) return 0;
        at++;
    }
    return is_letter_or_digit(t, at) ? 0 : at;
}

static size_t behind(const plx_atoms *a, size_t i, size_t byte) {
    while (i < a->n && a->p[i].begin < byte) i++;
    return i;
}

size_t plx_figure__unit(const plx_figure_parse *p, size_t i, bool tight, plx_str *unit,
                        plx_figure_kind *kind) {
    const plx_atoms *a = p->a;
    if (i >= a->n) return 0;
    plx_str t = p->account->text;
    size_t at = a->p[i].begin, best = 0;
    char first = lower(t.p[at]);
    size_t best_length = 0;
    for (size_t k = 0; k < PLX_COUNT(forms); k++) {
        const unit_form *f = &forms[k];
        if (lower(f->form[0]) != first) continue;
        size_t length = strlen(f->form);
        if (length <= best_length) continue;
        size_t end = match(t, at, f);
        if (!end) continue;
        bool short_form = f->exact && length <= 2;
        if (short_form && !tight) {
            /* "10 m", "5 V": a letter by itself is a unit only where no word goes on. */
            size_t next = behind(a, i, end);
            if (length == 1 && plx_atom_word(a, next) && !plx_atom_cls(a, next, PLX_W_FUNC))
                continue;
        }
        best = end;
        best_length = length;
        *unit = plx_str_of(f->unit);
        *kind = (plx_figure_kind)f->kind;
    }
    return best ? behind(a, i, best) : 0;
}

/* ---- currencies before the number -------------------------------------------------------------
 */

typedef struct sign {
    uint32_t cp;
    const char *code;
} sign;

static const sign signs[] = {{'$', "USD"},    {0x20AC, "EUR"}, {0xA3, "GBP"},   {0xA5, "JPY"},
                             {0x20B9, "INR"}, {0x20BD, "RUB"}, {0x20AA, "ILS"}, {0x20A9, "KRW"},
                             {0x20BA, "TRY"}, {0x20B4, "UAH"}, {0x20BF, "BTC"}, {0xA2, "cent"}};

typedef struct prefix {
    const char *letters;
    const char *code;
} prefix;

static const prefix dollar_of[] = {{"US", "USD"}, {"A", "AUD"},  {"AU", "AUD"}, {"C", "CAD"},
                                   {"CA", "CAD"}, {"NZ", "NZD"}, {"HK", "HKD"}, {"S", "SGD"},
                                   {"R", "BRL"},  {"NT", "TWD"}, {"U", "USD"}};

static const prefix codes[] = {
    {"USD", "USD"}, {"EUR", "EUR"}, {"GBP", "GBP"}, {"AUD", "AUD"}, {"CAD", "CAD"}, {"JPY", "JPY"},
    {"CNY", "CNY"}, {"RMB", "CNY"}, {"INR", "INR"}, {"RM", "MYR"},  {"MYR", "MYR"}, {"Rs", "INR"},
    {"PS", "GBP"},  {"CHF", "CHF"}, {"HKD", "HKD"}, {"NZD", "NZD"}, {"SGD", "SGD"}, {"NIS", "ILS"},
    {"ILS", "ILS"}, {"ZAR", "ZAR"}, {"SEK", "SEK"}, {"NOK", "NOK"}, {"DKK", "DKK"}, {"RUB", "RUB"},
    {"KRW", "KRW"}, {"TRY", "TRY"}, {"AED", "AED"}, {"SAR", "SAR"}, {"BRL", "BRL"}, {"MXN", "MXN"},
    {"PHP", "PHP"}, {"IDR", "IDR"}, {"THB", "THB"}, {"PKR", "PKR"}, {"EGP", "EGP"}, {"UAH", "UAH"}};

static plx_str form_of(const plx_figure_parse *p, size_t i) {
    return plx_str_slice(p->account->text, p->a->p[i].begin, p->a->p[i].end);
}

static const char *code_of(const plx_figure_parse *p, size_t i, const prefix *list, size_t n) {
    if (!plx_atom_word(p->a, i)) return NULL;
    plx_str form = form_of(p, i);
    PLX_ASSERT(form.p != NULL);
    for (size_t k = 0; k < n; k++) {
        const char *letters = list[k].letters;
        if (*letters == *form.p && plx_str_eq(form, plx_str_of(letters))) return list[k].code;
    }
    return NULL;
}

static const char *sign_of(const plx_atoms *a, size_t i) {
    if (i >= a->n || a->p[i].kind != PLX_ATOM_MARK) return NULL;
    for (size_t k = 0; k < PLX_COUNT(signs); k++) {
        if (a->p[i].mark == signs[k].cp) return signs[k].code;
    }
    return NULL;
}

size_t plx_figure__currency(const plx_figure_parse *p, size_t i, const char **code) {
    const plx_atoms *a = p->a;
    const char *found = sign_of(a, i);
    if (found) {
        /* "$US113": the letters stand behind the sign. */
        const char *of = code_of(p, i + 1, dollar_of, PLX_COUNT(dollar_of));
        if (strcmp(found, "USD") == 0 && of && plx_atom_tight(a, i + 1) &&
            plx_atom_tight(a, i + 2)) {
            *code = of;
            return i + 2;
        }
        *code = found;
        return i + 1;
    }
    const char *of = code_of(p, i, dollar_of, PLX_COUNT(dollar_of));
    if (of && plx_atom_mark(a, i + 1, '$') &&
        (plx_atom_tight(a, i + 1) || plx_atom_has(a, i, PLX_ATOM_UPPER) || strlen(of) == 3)) {
        *code = of;
        return i + 2;
    }
    found = code_of(p, i, codes, PLX_COUNT(codes));
    if (found && (plx_atom_number(a, i + 1) || sign_of(a, i + 1))) {
        *code = found;
        size_t at = i + 1 + (sign_of(a, i + 1) != NULL);
        if (at == i + 1 && plx_atom_mark(a, at, '.')) at++;
        return at;
    }
    if (plx_atom_word(a, i) && plx_str_eq(form_of(p, i), PLX_S("Y")) &&
        plx_atom_mark(a, i + 1, '=') && plx_atom_number(a, i + 2)) {
        *code = "JPY";
        return i + 2;
    }
    return 0;
}
