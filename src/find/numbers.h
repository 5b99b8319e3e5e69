/* numbers: cardinal numbers in English, in digits and in words, as phrases of atoms:
 *   "1,200"  "3.9 million"  "twenty-nine"  "two hundred and five"  "a dozen"  "half a million"
 *   "2 1/2"  "2½"  "two and a half"  "4 hundred million"
 * It knows no units, no vagueness ("dozens", "several") and no suffixes ("8bn"); see figures. */
#ifndef PLX_FIND_NUMBERS_H
#define PLX_FIND_NUMBERS_H

#include "find/atoms.h"

typedef struct plx_number {
    double value;
    bool words;    /* holds a number word or scale word */
    bool digits;   /* begins with digits */
    bool scaled;   /* ends with hundred, thousand, ..., dozen */
    bool fraction; /* has a part below one */
    double scale;  /* what its last words multiply by: 1000 of "five thousand"; 1 without */
} plx_number;

/* The longest number that begins at atom i: the index behind it, or 0 when there is none. */
size_t plx_find__number(const plx_atoms *a, size_t i, plx_number *out);
double plx_find__pow10(int power);

#endif
