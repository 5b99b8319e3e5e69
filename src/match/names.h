/* names: do two names name one person? Parts (given, surname, patronymic, particles, titles,
 * initials) are compared as spellings of one another, across scripts; nothing else is known of the
 * people here: kin, role and age are weighed by `reconcile`.
 *
 *   "Сергей Лавров"  ─parse─> plx_name_parts {s e r g e y | l a v r o v}   no memory taken
 *   "Sergei Lavrov"  ─parse─> plx_name_parts {s e r g e i | l a v r o v}
 *                              └─ compare ─> plx_name_match {score, surname, given, why}
 *
 * How alike two spellings of one part are is learned: an edit distance whose operations carry
 * weights of a logistic regression (after McCallum, Bellare & Pereira 2005, and Ristad & Yianilos
 * 1998), trained by train/names.c on names that one form in another script stands for
 * (models/names.md). How parts make up a name is rules.
 *
 * Thread rule: everything is immutable after the build; safe from any thread.
 *
 *   plx_name_parts a, b;
 *   plx_match_name_parse(PLX_S("Yelena Trufanova"), &a);
 *   plx_match_name_parse(PLX_S("Elena Troufanov"), &b);
 *   double score = plx_match_names(&a, &b, NULL);          // 0..1 */
#ifndef PLX_MATCH_NAMES_H
#define PLX_MATCH_NAMES_H

#include "base/buf.h"
#include "model/annotation.h"

#define PLX_NAME_MAX_PARTS   10 /* what follows is not compared */
#define PLX_NAME_MAX_LETTERS 24 /* of one part */

typedef enum plx_name_part_kind {
    PLX_PART_NAME,
    PLX_PART_INITIAL,
    PLX_PART_PARTICLE, /* bin, al, de, van ... */
    PLX_PART_PATRONYMIC,
    PLX_PART_SUFFIX /* Jr, III */
} plx_name_part_kind;

typedef struct plx_name_part {
    uint8_t letters[PLX_NAME_MAX_LETTERS]; /* 1..39: Latin letters after romanisation; see
                                              names_letters.c */
    uint8_t n;
    uint8_t kind;      /* plx_name_part_kind */
    bool consonantal;  /* from a script that leaves vowels out */
    bool hyphen_after; /* "Díaz-Canel" */
} plx_name_part;

typedef struct plx_name_parts {
    plx_name_part parts[PLX_NAME_MAX_PARTS];
    uint8_t n;
    uint8_t surname;   /* the part that most likely is the (last) surname */
    uint8_t n_titles;  /* titles that were taken off the front */
    plx_gender gender; /* from the title, patronymic or feminine ending; unknown usually */
    bool comma;        /* surname was written first, with a comma */
} plx_name_parts;

/* Has the name a Jr., II, III or the like? */
bool plx_match_name_is_junior(const plx_name_parts *p);

/* Why two names were taken as one, or not. */
enum {
    PLX_NAME_SAME = 1 << 0,      /* all parts equal after folding */
    PLX_NAME_SPELLING = 1 << 1,  /* a part spelt otherwise */
    PLX_NAME_TYPO = 1 << 2,      /* a part alike but for a letter or two */
    PLX_NAME_NICKNAME = 1 << 3,  /* a part is a short or pet form of the other */
    PLX_NAME_INITIAL = 1 << 4,   /* an initial for a part */
    PLX_NAME_SHORTER = 1 << 5,   /* one has parts that the other lacks */
    PLX_NAME_SWAPPED = 1 << 6,   /* surname first */
    PLX_NAME_JOINED = 1 << 7,    /* the same letters, parted otherwise */
    PLX_NAME_FEMININE = 1 << 8,  /* -ov and -ova */
    PLX_NAME_SURNAME = 1 << 9,   /* the surname only */
    PLX_NAME_GIVEN = 1 << 10,    /* the given name only */
    PLX_NAME_CONFLICT = 1 << 11, /* a part of one contradicts a part of the other */
    PLX_NAME_GENDER = 1 << 12,   /* titles or endings of different gender */
    PLX_NAME_SCRIPT = 1 << 13    /* one is written without vowels */
};

typedef struct plx_name_match {
    double score;   /* 0..1; from about 0.5 it is more likely one name than two */
    double surname; /* likeness of the surnames, NaN when one has none */
    double given;   /* likeness of the first given names, NaN when one has none */
    unsigned why;   /* PLX_NAME_* */
} plx_name_match;

/* Takes a name apart. Never fails: what is too long is cut. Text of scripts other than Latin,
 * Cyrillic, Greek, Arabic and Hebrew goes through ICU's Any-Latin transform, which costs about a
 * millisecond. */
void plx_match_name_parse(plx_str name, plx_name_parts *out);

/* Returns the score, and all of it in *out (may be NULL). Symmetric. */
double plx_match_names(const plx_name_parts *a, const plx_name_parts *b, plx_name_match *out);

/* How likely two single parts are spellings of one, 0..1 (learned; 1 for equal ones). Symmetric. */
double plx_match_name_part(const plx_name_part *a, const plx_name_part *b);

/* "surname spelt otherwise; initial for the given name": words for the flags of `why`. */
void plx_match_name_why(unsigned why, plx_buf *out);

/* True when one is a short or pet form of the other: Sasha, Alexander. */
bool plx_match_nickname(const plx_name_part *a, const plx_name_part *b);

/* May two parts that begin so be spellings of one? Elena and Yelena, Yuri and Juri, Karl and Carl;
 * not Orlin and Marlin. */
bool plx_match_kindred_initials(const plx_name_part *a, const plx_name_part *b);

/* The gender that a given name usually goes with in English-language news, from a list; unknown
 * for names that both bear. */
plx_gender plx_match_given_gender(plx_str given);

/* True for words such as Mr, President, Sgt that stand before a name; *gender (may be NULL) what
 * they say. Lower case, without a full stop. */
bool plx_match_is_title(plx_str lower, plx_gender *gender);

#endif
