/* Shared inside match/: the letters of names and the learned edit distance. */
#ifndef PLX_MATCH_NAMES__H
#define PLX_MATCH_NAMES__H

#include "match/names.h"

/* Letters are small numbers: a..z are 1..26, then those that spellings fold in more than one way.
 */
enum {
    PLX_L_CH = 27, /* č ć ĉ ч */
    PLX_L_SH,      /* š ś ş ŝ ш */
    PLX_L_ZH,      /* ž ź ż ж */
    PLX_L_OE,      /* ö ø ő œ */
    PLX_L_UE,      /* ü ű */
    PLX_L_NY,      /* ñ ń ň */
    PLX_L_CEDILLA, /* ç */
    PLX_L_GH,      /* ğ */
    PLX_L_LW,      /* ł */
    PLX_L_SCHWA,   /* ə */
    PLX_L_AE,      /* ä æ */
    PLX_L_RZ,      /* ř */
    PLX_L_AA,      /* å */
    PLX_N_LETTERS  /* 40 */
};
static inline uint8_t plx_letter(char c) { return (uint8_t)(c - 'a' + 1); }
static inline bool plx_letter_is_vowel(uint8_t l) {
    return l == 1 || l == 5 || l == 9 || l == 15 || l == 21 || l == 25 || l == PLX_L_OE ||
           l == PLX_L_UE || l == PLX_L_SCHWA || l == PLX_L_AE || l == PLX_L_AA;
}

/* One code point, lower case, as letters: returns how many (0 to 4), or -1 when its script is not
 * known here. *consonantal is set for Arabic and Hebrew. */
int plx_match__letters(uint32_t cp, uint8_t out[4], bool *consonantal);

/* ---- the learned edit distance (models/names.bin) ---- */
enum { PLX_EDIT_FIRST, PLX_EDIT_INNER, PLX_EDIT_LAST, PLX_N_EDIT_PLACES };
#define PLX_EDIT_LENGTHS 8
#define PLX_EDIT_COUNTS  6

typedef struct plx_edit_model { /* weights in sixteenths of a natural-log odds unit */
    int8_t sub[PLX_N_EDIT_PLACES][PLX_N_LETTERS][PLX_N_LETTERS]; /* symmetric */
    int8_t del[PLX_N_EDIT_PLACES][PLX_N_LETTERS];
    int8_t dbl[PLX_N_LETTERS]; /* one of two equal letters left out */
    int8_t two[PLX_N_LETTERS * PLX_N_LETTERS][PLX_N_LETTERS]; /* two letters for one */
    int8_t edits[PLX_EDIT_LENGTHS][PLX_EDIT_COUNTS]; /* by shorter length, by number of edits */
    int8_t hard[PLX_EDIT_LENGTHS][PLX_EDIT_COUNTS];  /* the same, edits of consonants only */
    int8_t longer[PLX_EDIT_COUNTS];                  /* by difference of lengths */
} plx_edit_model;

typedef enum plx_edit_kind {
    PLX_EDIT_MATCH,
    PLX_EDIT_SUB,
    PLX_EDIT_DEL,
    PLX_EDIT_DBL,
    PLX_EDIT_TWO
} plx_edit_kind;

typedef struct plx_edit_step {
    uint8_t kind, place;
    uint8_t x, y, z; /* SUB x for y; DEL x; DBL x; TWO x y for z */
} plx_edit_step;

typedef struct plx_edit_path {
    plx_edit_step steps[2 * PLX_NAME_MAX_LETTERS];
    size_t n;
    unsigned n_edits, n_hard;
} plx_edit_path;

/* The best alignment's weight in sixteenths, all told; the path too when it is wanted. */
int plx_match__edit_score(const plx_edit_model *m, const plx_name_part *a, const plx_name_part *b,
                          plx_edit_path *path);

/* The file: magic, model, then the nickname table. */
#define PLX_NAMES_MAGIC 0x314D414E584C50u /* "PLXNAM1" */
typedef struct plx_names_file {
    uint64_t magic;
    uint64_t n_nicknames; /* sorted uint64_t follow the struct */
    plx_edit_model edits;
    uint8_t pad[7];
} plx_names_file;

/* The embedded model; checked once by the caller's first use; NULL when it was built without. */
const plx_names_file *plx_match__names_model(void);
uint64_t plx_match__nickname_key(const plx_name_part *a, const plx_name_part *b);

#endif
