/* figures: how the figure finder reads, for those who use what it finds.
 *
 *   "more than 1,200 people"   value 1200, low 1200, high NaN        unit "people", of "people"
 *   "some 250 hostages"        value 250 = low = high, approximate   unit "hostage"
 *   "between 18 and 24"        value NaN, low 18, high 24            (its two ends are one figure)
 *   "nearly 2,000"             value 2000, low NaN, high 2000, approximate
 *   "dozens"                   value NaN, low 12, high 120, approximate
 *   "a third of voters"        value 0.333..., kind FRACTION, of "voters"
 *   "$8bn a year"              value 8e9, unit "USD per year"
 *   "Roe, 29," "29-year-old"   value 29, kind AGE, unit "year"
 *
 * The span runs from the words of the bound to the unit or the head of what is counted. `unit` of a
 * counted thing is its noun in the singular. Ordinals, and numbers that count nothing (dates, clock
 * times, house and telephone numbers, models, versions, sport's scores), are no figures.
 *
 * Internal to `find` but for this text. */
#ifndef PLX_FIND_FIGURES_H
#define PLX_FIND_FIGURES_H

#include "find/numbers.h"

typedef struct plx_amount {
    size_t begin, end;   /* atoms, with currency sign and unit */
    size_t number_begin; /* of the number alone */
    size_t number_end;
    double value;
    plx_number number;
    plx_figure_kind kind;
    plx_str unit;      /* canonical; empty = none said */
    const char *rate;  /* "year" of "$5 a year"; NULL = none */
    plx_str rate_word; /* the same when it is a word of the text */
    bool currency;     /* told by a sign or code before the number */
    bool abbreviated;  /* "35m", "8bn" */
    bool plain;        /* nothing but an integer of a few digits: could be a name's number */
} plx_amount;

typedef struct plx_figure_parse {
    const plx_annotation *an;
    const plx_account *account;
    const plx_atoms *a;
} plx_figure_parse;

/* A unit of measure that begins at atom i; the longest. The index behind it, or 0. */
size_t plx_figure__unit(const plx_figure_parse *p, size_t i, bool tight, plx_str *unit,
                        plx_figure_kind *kind);
/* A number with its currency, scale letters, unit and rate. The index behind it, or 0. */
size_t plx_figure__amount(const plx_figure_parse *p, size_t i, plx_amount *out);
/* "a year", "per barrel", "/month" behind an amount that has its unit. Behind it, or 0. */
size_t plx_figure__rate(const plx_figure_parse *p, size_t i, plx_amount *out);
/* A currency by its sign or code before a number: "$", "US$", "EUR". Behind it, or 0. */
size_t plx_figure__currency(const plx_figure_parse *p, size_t i, const char **code);

/* What a number that ends before atom i counts: the noun phrase that follows, or that "of" brings.
 * *of: the phrase's span; *unit: its head noun in the singular (in `arena`). The index behind it,
 * or 0 when nothing is counted. */
size_t plx_figure__counted(const plx_figure_parse *p, size_t i, bool plural, plx_arena *arena,
                           plx_span *of, plx_str *unit);
/* The singular of an English noun, lower case; lives in `arena`. */
plx_str plx_figure__singular(plx_str noun, plx_arena *arena);

#endif
