/* words: what the time and figure finders know of single English words: months, weekdays, units of
 * time, number words, and the small words that their grammars turn on. One sorted table; no state.
 *
 * A word has one class here; where English has two ("second", "may", "fall"), the grammars know. */
#ifndef PLX_FIND_WORDS_H
#define PLX_FIND_WORDS_H

#include "base/str.h"

typedef enum plx_word_class {
    PLX_W_NONE,
    PLX_W_MONTH,      /* value 1..12 */
    PLX_W_MONTH_ABBR, /* without its full stop */
    PLX_W_WEEKDAY,    /* value 1..7, Monday first */
    PLX_W_WEEKDAYS,   /* plural */
    PLX_W_WEEKDAY_ABBR,
    PLX_W_UNIT,  /* of time: plx_time_unit */
    PLX_W_UNITS, /* plural */
    PLX_W_CARD,  /* value 0..19, 20, 30 ... 90 */
    PLX_W_SCALE, /* power of ten */
    PLX_W_SCALES,
    PLX_W_DOZEN,
    PLX_W_DOZENS,
    PLX_W_ORD,     /* value */
    PLX_W_DECADES, /* "nineties": 90 */
    PLX_W_SEASON,  /* spring 1 ... winter 4 */
    PLX_W_SEASONS,
    PLX_W_POD, /* part of the day: plx_part_of_day */
    PLX_W_PODS,
    PLX_W_FREQ, /* "daily": plx_time_unit */
    PLX_W_FUNC  /* plx_func_word */
} plx_word_class;

typedef enum plx_time_unit {
    PLX_UNIT_NONE,
    PLX_UNIT_SECOND,
    PLX_UNIT_MINUTE,
    PLX_UNIT_HOUR,
    PLX_UNIT_DAY,
    PLX_UNIT_NIGHT,
    PLX_UNIT_WEEKEND,
    PLX_UNIT_WEEK,
    PLX_UNIT_FORTNIGHT,
    PLX_UNIT_MONTH,
    PLX_UNIT_QUARTER,
    PLX_UNIT_YEAR,
    PLX_UNIT_DECADE,
    PLX_UNIT_CENTURY,
    PLX_UNIT_MILLENNIUM
} plx_time_unit;

typedef enum plx_part_of_day {
    PLX_POD_NONE,
    PLX_POD_DAWN,
    PLX_POD_MORNING,
    PLX_POD_NOON,
    PLX_POD_AFTERNOON,
    PLX_POD_EVENING,
    PLX_POD_NIGHT,
    PLX_POD_MIDNIGHT,
    PLX_POD_OVERNIGHT
} plx_part_of_day;

/* clang-format off */
#define PLX_FUNC_WORDS(X) \
    X(THE) X(A) X(AN) X(OF) X(IN) X(ON) X(AT) X(BY) X(TO) X(AND) X(OR) X(UNTIL) X(TILL)           \
    X(SINCE) X(FROM) X(FOR) X(DURING) X(AFTER) X(BEFORE) X(AGO) X(EARLIER) X(LATER) X(EARLY)      \
    X(LATE) X(MID) X(MIDDLE) X(BEGINNING) X(START) X(END) X(BEGIN) X(HALF) X(THIS) X(THAT)        \
    X(THESE) X(THOSE) X(SAME) X(LAST) X(NEXT) X(PAST) X(PREVIOUS) X(PRIOR) X(PRECEDING)           \
    X(FOLLOWING) X(COMING) X(UPCOMING) X(CURRENT) X(LATEST) X(RECENT) X(EACH) X(EVERY) X(ALL)     \
    X(BOTH) X(EITHER) X(ABOUT) X(AROUND) X(APPROXIMATELY) X(ROUGHLY) X(NEARLY) X(ALMOST)          \
    X(SOME) X(OVER) X(UNDER) X(ABOVE) X(BELOW) X(LEAST) X(MOST) X(MORE) X(LESS) X(THAN) X(UP)     \
    X(WITHIN) X(NO) X(NOT) X(FEWER) X(JUST) X(ONLY) X(EXACTLY) X(SEVERAL) X(FEW) X(COUPLE)        \
    X(MANY) X(MUCH) X(FISCAL) X(CALENDAR) X(FULL) X(WHOLE) X(ENTIRE) X(ADDITIONAL) X(ANOTHER)     \
    X(CONSECUTIVE) X(STRAIGHT) X(BUSINESS) X(TRADING) X(WORKING) X(LONG) X(OLD) X(SO)             \
    X(TODAY) X(YESTERDAY) X(TOMORROW) X(TONIGHT) X(NOW) X(CURRENTLY) X(NOWADAYS) X(RECENTLY)      \
    X(LATELY) X(SOON) X(PRESENTLY) X(PREVIOUSLY) X(FORMERLY) X(FUTURE) X(PRESENT) X(MOMENT)       \
    X(TIME) X(TIMES) X(TERM) X(ALREADY) X(ONCE) X(THEN) X(PERIOD) X(WEEKDAY) X(FINAL)             \
    X(FULLY) X(HENCE) X(PER) X(PCT) X(PERCENT) X(PERCENTAGE) X(POINT) X(POINTS) X(BETWEEN)        \
    X(AM) X(PM) X(O) X(CLOCK) X(GMT) X(EST) X(EDT) X(ET) X(PST) X(PDT) X(PT) X(CST) X(CDT)        \
    X(CT) X(MST) X(MDT) X(MT) X(UTC) X(BST) X(CET) X(IST) X(JST) X(LOCAL) X(EASTERN)              \
    X(PACIFIC) X(CENTRAL) X(AD) X(BC) X(HALVES) X(THIRDS) X(FOURTHS) X(FIFTHS) X(NEAR)            \
    X(SHORT) X(MEDIUM) X(FORESEEABLE) X(IMMEDIATE) X(DISTANT) X(YET) X(GO) X(AGED) X(AGE)         \
    X(AGES) X(IS) X(WAS) X(WERE) X(ARE) X(BE) X(BEEN) X(WILL) X(WOULD) X(SHALL) X(LL) X(WO)       \
    X(AS) X(FAR) X(POSSIBLE) X(WELL) X(ITS) X(HIS) X(HER) X(THEIR) X(OUR) X(MY) X(YOUR)           \
    X(EVE) X(ST) X(ND) X(RD) X(TH) X(S) X(AHEAD) X(FORWARD) X(BEYOND) X(ONWARD) X(AFTERWARD)      \
    X(EQUAL) X(CIRCA) X(APPROX) X(SAY) X(ESTIMATED) X(LIKE) X(CLOSE) X(UPWARDS) X(UPWARD)         \
    X(EXCESS) X(MAXIMUM) X(MINIMUM) X(TOP) X(NUMBER) X(CATEGORY) X(SCORE) X(LOT) X(LOTS)          \
    X(HANDFUL) X(PAIR) X(TRIO) X(QUARTET) X(SINGLE) X(LONE) X(DUAL) X(TRIPLE) X(DOUBLE)           \
    X(TWICE) X(THRICE) X(FOLD) X(MINUS) X(PLUS) X(NEGATIVE) X(DOLLAR) X(GROSS) X(NIL) X(NONE)     \
    X(WORTH) X(GOOD) X(BETTER) X(PART) X(BIT) X(FURTHER) X(EXTRA) X(MERELY) X(LENGTHY)            \
    X(BRIEF) X(CRUCIAL) X(VERY) X(OPENING) X(CLOSING) X(COMPARABLE) X(CORRESPONDING)
/* clang-format on */

typedef enum plx_func_word {
    PLX_F_0, /* no function word */
#define X(name) PLX_F_##name,
    PLX_FUNC_WORDS(X)
#undef X
} plx_func_word;

typedef struct plx_word {
    const char *text; /* lower case */
    uint8_t n, cls;
    int16_t value;
} plx_word;

/* The entry of a word whose ASCII letters may be in any case, or NULL. */
const plx_word *plx_find__word(plx_str form);
/* The table, for the test that it is sorted. */
const plx_word *plx_find__words(size_t *n);

#endif
