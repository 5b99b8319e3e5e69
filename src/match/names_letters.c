/* Letters of names: one code point to its Latin letters. Journalists' romanisations (BGN/PCGN with
 * the simplifications of the press) for Cyrillic, Greek, Arabic and Hebrew; what has several
 * customary spellings is a letter of its own (names__.h), so that the learned distance can decide.
 */
#include "match/names__.h"

#include "base/utf8.h"

#include <unicode/unorm2.h>

static int put(uint8_t out[4], const char *ascii) {
    int n = 0;
    for (; ascii[n] && n < 4; n++) {
        switch (ascii[n]) {
        case 'C': out[n] = PLX_L_CH; break;
        case 'S': out[n] = PLX_L_SH; break;
        case 'Z': out[n] = PLX_L_ZH; break;
        case 'O': out[n] = PLX_L_OE; break;
        case 'U': out[n] = PLX_L_UE; break;
        case 'N': out[n] = PLX_L_NY; break;
        case 'X': out[n] = PLX_L_CEDILLA; break;
        case 'G': out[n] = PLX_L_GH; break;
        case 'L': out[n] = PLX_L_LW; break;
        case 'E': out[n] = PLX_L_SCHWA; break;
        case 'A': out[n] = PLX_L_AE; break;
        case 'R': out[n] = PLX_L_RZ; break;
        case 'W': out[n] = PLX_L_AA; break;
        default: out[n] = plx_letter(ascii[n]);
        }
    }
    return n;
}

/* U+00DF..U+017F, lower case ones; "" = none, "?" = decompose. */
static const char *const latin[] = {
    "ss", "a", "a", "a", "a", "A", "W", "A", "X", "e", "e", "e", "e", "i", "i",  "i", "i", /* ß-ï */
    "d",  "N", "o", "o", "o", "o", "O", "",  "O", "u", "u", "u", "U", "y", "th", "y", /* ð-ÿ */
};
static const char *const cyrillic[] = {
    /* U+0430.. */ "a",
    "b",
    "v",
    "g",
    "d",
    "e",
    "Z",
    "z",
    "i",
    "y",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "r",
    "s",
    "t",
    "u",
    "f",
    "kh",
    "ts",
    "C",
    "S",
    "SC",
    "",
    "y",
    "",
    "e",
    "yu",
    "ya",
    /* U+0450.. */ "e",
    "yo",
    "dj",
    "g",
    "ye",
    "dz",
    "i",
    "yi",
    "y",
    "lj",
    "nj",
    "C",
    "k",
    "i",
    "w",
    "dZ"};
static const char *const greek[] = {/* U+03B1.. */ "a",
                                    "v",
                                    "g",
                                    "d",
                                    "e",
                                    "z",
                                    "i",
                                    "th",
                                    "i",
                                    "k",
                                    "l",
                                    "m",
                                    "n",
                                    "x",
                                    "o",
                                    "p",
                                    "r",
                                    "s",
                                    "s",
                                    "t",
                                    "y",
                                    "f",
                                    "kh",
                                    "ps",
                                    "o"};
static const char *const hebrew[] = {/* U+05D0.. */ "a",
                                     "b",
                                     "g",
                                     "d",
                                     "h",
                                     "v",
                                     "z",
                                     "kh",
                                     "t",
                                     "y",
                                     "k",
                                     "k",
                                     "l",
                                     "m",
                                     "m",
                                     "n",
                                     "n",
                                     "s",
                                     "a",
                                     "p",
                                     "p",
                                     "ts",
                                     "ts",
                                     "k",
                                     "r",
                                     "S",
                                     "t"};
static const char *const arabic[] = {
    /* U+0621.. */ "",
    "a",
    "a",
    "w",
    "i",
    "y",
    "a",
    "b",
    "a",
    "t",
    "th",
    "j",
    "h",
    "kh",
    "d",
    "dh",
    "r",
    "z",
    "s",
    "S",
    "s",
    "d",
    "t",
    "z",
    "a",
    "gh",
    "",
    "",
    "",
    "",
    "",
    "",
    "f",
    "q",
    "k",
    "l",
    "m",
    "n",
    "h",
    "w",
    "y",
    "y"};

static const struct {
    uint16_t cp;
    char to[4];
} others[] = {
    {0x0107, "C"}, {0x0109, "C"}, {0x010D, "C"}, {0x0111, "d"}, {0x0119, "e"}, {0x011F, "G"},
    {0x0131, "i"}, {0x0142, "L"}, {0x0144, "N"}, {0x0148, "N"}, {0x0151, "O"}, {0x0153, "O"},
    {0x0159, "R"}, {0x015B, "S"}, {0x015D, "S"}, {0x015F, "S"}, {0x0161, "S"}, {0x0171, "U"},
    {0x017A, "Z"}, {0x017C, "Z"}, {0x017E, "Z"}, {0x018F, "E"}, {0x0219, "S"}, {0x0259, "E"},
    {0x0491, "g"}, {0x0493, "g"}, {0x049B, "k"}, {0x04A3, "n"}, {0x04AF, "u"}, {0x04B1, "u"},
    {0x04BB, "h"}, {0x04D9, "a"}, {0x04E9, "o"}, {0x067E, "p"}, {0x0686, "C"}, {0x0698, "Z"},
    {0x06A9, "k"}, {0x06AF, "g"}, {0x06CC, "y"}, {0x06C1, "h"}, {0x0679, "t"}, {0x06BA, "n"},
};

static const char *of_others(uint32_t cp) {
    for (size_t i = 0; i < PLX_COUNT(others); i++) {
        if (others[i].cp == cp) return others[i].to;
    }
    return NULL;
}

int plx_match__letters(uint32_t cp, uint8_t out[4], bool *consonantal) {
    if (cp >= 'a' && cp <= 'z') {
        out[0] = plx_letter((char)cp);
        return 1;
    }
    if (cp < 0xDF) return cp < 0x80 ? -1 : 0;
    if (cp <= 0xFF) return put(out, latin[cp - 0xDF]);
    const char *to = of_others(cp);
    if (to) {
        if (cp >= 0x0600) *consonantal = true;
        return put(out, to);
    }
    if (cp >= 0x0430 && cp <= 0x045F) return put(out, cyrillic[cp - 0x0430]);
    if (cp >= 0x03B1 && cp <= 0x03C9) return put(out, greek[cp - 0x03B1]);
    if (cp >= 0x05D0 && cp <= 0x05EA) {
        *consonantal = true;
        return put(out, hebrew[cp - 0x05D0]);
    }
    if (cp >= 0x0621 && cp <= 0x064A) {
        *consonantal = true;
        return put(out, arabic[cp - 0x0621]);
    }
    if ((cp >= 0x0300 && cp <= 0x036F) || (cp >= 0x0591 && cp <= 0x05C7) ||
        (cp >= 0x064B && cp <= 0x065F) || cp == 0x0640 || cp == 0x200C || cp == 0x200D) {
        return 0; /* marks */
    }
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    UChar parts[8];
    if (U_FAILURE(status)) return -1;
    int32_t n = unorm2_getRawDecomposition(nfd, (UChar32)cp, parts, PLX_COUNT(parts), &status);
    if (U_FAILURE(status) || n < 1 || parts[0] == cp || (parts[0] >= 0xD800 && parts[0] < 0xE000)) {
        return -1;
    }
    return plx_match__letters(parts[0], out, consonantal);
}
