/* feats: the bits of plx_token.feats, from the tagger's classes and the closed word classes; and as
 * UD's text. */
#include "base/buf.h"
#include "lang/internal.h"

static const struct {
    uint32_t bit;
    const char *text;
} names[] = {
    /* in UD's order of feature names */
    {PLX_FEAT_NOM, "Case=Nom"},       {PLX_FEAT_ACC, "Case=Acc"},
    {PLX_FEAT_DEF, "Definite=Def"},   {PLX_FEAT_IND, "Definite=Ind"},
    {PLX_FEAT_CMP, "Degree=Cmp"},     {PLX_FEAT_SUP, "Degree=Sup"},
    {PLX_FEAT_FEM, "Gender=Fem"},     {PLX_FEAT_MASC, "Gender=Masc"},
    {PLX_FEAT_NEUT, "Gender=Neut"},   {PLX_FEAT_IMP, "Mood=Imp"},
    {PLX_FEAT_CARD, "NumType=Card"},  {PLX_FEAT_ORD, "NumType=Ord"},
    {PLX_FEAT_PLUR, "Number=Plur"},   {PLX_FEAT_SING, "Number=Sing"},
    {PLX_FEAT_1, "Person=1"},         {PLX_FEAT_2, "Person=2"},
    {PLX_FEAT_3, "Person=3"},         {PLX_FEAT_NEG, "Polarity=Neg"},
    {PLX_FEAT_POSS, "Poss=Yes"},      {PLX_FEAT_ART, "PronType=Art"},
    {PLX_FEAT_DEM, "PronType=Dem"},   {PLX_FEAT_INT, "PronType=Int"},
    {PLX_FEAT_PRS, "PronType=Prs"},   {PLX_FEAT_REL, "PronType=Rel"},
    {PLX_FEAT_REFLEX, "Reflex=Yes"},  {PLX_FEAT_PAST, "Tense=Past"},
    {PLX_FEAT_PRES, "Tense=Pres"},    {PLX_FEAT_FIN, "VerbForm=Fin"},
    {PLX_FEAT_GER, "VerbForm=Ger"},   {PLX_FEAT_INF, "VerbForm=Inf"},
    {PLX_FEAT_PART, "VerbForm=Part"}, {PLX_FEAT_PASS, "Voice=Pass"},
};

plx_str plx_lang_feats_text(uint32_t feats, plx_upos upos, plx_arena *arena) {
    (void)upos;
    plx_buf b;
    plx_buf_init(&b, arena, 1024);
    for (size_t i = 0; i < PLX_COUNT(names); i++) {
        if (feats & names[i].bit) {
            if (b.n) {
                plx_buf_putc(&b, '|');
            }
            plx_buf_putz(&b, names[i].text);
        }
    }
    return b.n ? plx_buf_str(&b) : PLX_S("_");
}

/* ---- from tags ------------------------------------------------------------------------------- */

enum {
    SG = PLX_FEAT_SING,
    PL = PLX_FEAT_PLUR,
    P1 = PLX_FEAT_1 | PLX_FEAT_PRS,
    P2 = PLX_FEAT_2 | PLX_FEAT_PRS,
    P3 = PLX_FEAT_3 | PLX_FEAT_PRS,
    NOM = PLX_FEAT_NOM,
    ACC = PLX_FEAT_ACC,
    POSS = PLX_FEAT_POSS,
    M = PLX_FEAT_MASC,
    F = PLX_FEAT_FEM,
    NT = PLX_FEAT_NEUT,
    RX = PLX_FEAT_REFLEX
};

static const struct {
    plx_str form;
    uint32_t feats;
} pronouns[] = {
    {PLX_S_INIT("i"), P1 | SG | NOM},
    {PLX_S_INIT("me"), P1 | SG | ACC},
    {PLX_S_INIT("my"), P1 | SG | POSS},
    {PLX_S_INIT("mine"), P1 | SG | POSS},
    {PLX_S_INIT("myself"), P1 | SG | RX},
    {PLX_S_INIT("we"), P1 | PL | NOM},
    {PLX_S_INIT("us"), P1 | PL | ACC},
    {PLX_S_INIT("our"), P1 | PL | POSS},
    {PLX_S_INIT("ours"), P1 | PL | POSS},
    {PLX_S_INIT("ourselves"), P1 | PL | RX},
    {PLX_S_INIT("you"), P2},
    {PLX_S_INIT("your"), P2 | POSS},
    {PLX_S_INIT("yours"), P2 | POSS},
    {PLX_S_INIT("yourself"), P2 | SG | RX},
    {PLX_S_INIT("yourselves"), P2 | PL | RX},
    {PLX_S_INIT("he"), P3 | SG | NOM | M},
    {PLX_S_INIT("him"), P3 | SG | ACC | M},
    {PLX_S_INIT("his"), P3 | SG | POSS | M},
    {PLX_S_INIT("himself"), P3 | SG | RX | M},
    {PLX_S_INIT("she"), P3 | SG | NOM | F},
    {PLX_S_INIT("hers"), P3 | SG | POSS | F},
    {PLX_S_INIT("herself"), P3 | SG | RX | F},
    {PLX_S_INIT("it"), P3 | SG | NT},
    {PLX_S_INIT("its"), P3 | SG | POSS | NT},
    {PLX_S_INIT("itself"), P3 | SG | RX | NT},
    {PLX_S_INIT("they"), P3 | PL | NOM},
    {PLX_S_INIT("them"), P3 | PL | ACC},
    {PLX_S_INIT("their"), P3 | PL | POSS},
    {PLX_S_INIT("theirs"), P3 | PL | POSS},
    {PLX_S_INIT("themselves"), P3 | PL | RX},
    {PLX_S_INIT("one"), SG | PLX_FEAT_3},
    {PLX_S_INIT("oneself"), P3 | SG | RX},
};

static uint32_t pronoun(plx_str form, plx_str xpos) {
    if (plx_str_eq_nocase(form, PLX_S("her"))) {
        return P3 | SG | F | (plx_str_eq(xpos, PLX_S("PRP$")) ? (uint32_t)POSS : (uint32_t)ACC);
    }
    for (size_t i = 0; i < PLX_COUNT(pronouns); i++) {
        if (plx_str_eq_nocase(form, pronouns[i].form)) {
            return pronouns[i].feats;
        }
    }
    return 0;
}

static uint32_t demonstrative(plx_str form) {
    bool sing = plx_str_eq_nocase(form, PLX_S("this")) || plx_str_eq_nocase(form, PLX_S("that"));
    bool plur = plx_str_eq_nocase(form, PLX_S("these")) || plx_str_eq_nocase(form, PLX_S("those"));
    return sing ? PLX_FEAT_DEM | SG : plur ? PLX_FEAT_DEM | PL : 0;
}

/* Penn tags to UD features, as UD English's own conversion has them. */
static const struct {
    plx_str xpos;
    uint32_t feats;
} by_xpos[] = {
    {PLX_S_INIT("NN"), PLX_FEAT_SING},
    {PLX_S_INIT("NNP"), PLX_FEAT_SING},
    {PLX_S_INIT("NNS"), PLX_FEAT_PLUR},
    {PLX_S_INIT("NNPS"), PLX_FEAT_PLUR},
    {PLX_S_INIT("VB"), PLX_FEAT_INF},
    {PLX_S_INIT("VBD"), PLX_FEAT_PAST | PLX_FEAT_FIN},
    {PLX_S_INIT("VBG"), PLX_FEAT_PRES | PLX_FEAT_PART},
    {PLX_S_INIT("VBN"), PLX_FEAT_PAST | PLX_FEAT_PART},
    {PLX_S_INIT("VBP"), PLX_FEAT_PRES | PLX_FEAT_FIN},
    {PLX_S_INIT("VBZ"), PLX_FEAT_PRES | PLX_FEAT_FIN | PLX_FEAT_3 | PLX_FEAT_SING},
    {PLX_S_INIT("MD"), PLX_FEAT_FIN},
    {PLX_S_INIT("JJR"), PLX_FEAT_CMP},
    {PLX_S_INIT("RBR"), PLX_FEAT_CMP},
    {PLX_S_INIT("JJS"), PLX_FEAT_SUP},
    {PLX_S_INIT("RBS"), PLX_FEAT_SUP},
    {PLX_S_INIT("CD"), PLX_FEAT_CARD},
    {PLX_S_INIT("WP"), PLX_FEAT_INT},
    {PLX_S_INIT("WP$"), PLX_FEAT_REL | PLX_FEAT_POSS},
    {PLX_S_INIT("WRB"), PLX_FEAT_INT},
};

static bool is_negation(plx_str form) {
    static const plx_str words[] = {PLX_S_INIT("not"), PLX_S_INIT("n't"),
                                    PLX_S_INIT("nt"),  PLX_S_INIT("n\xE2\x80\x99t"),
                                    PLX_S_INIT("no"),  PLX_S_INIT("never")};
    for (size_t i = 0; i < PLX_COUNT(words); i++) {
        if (plx_str_eq_nocase(form, words[i])) {
            return true;
        }
    }
    return false;
}

uint32_t plx_lang__feats(plx_upos upos, plx_str xpos, plx_str form) {
    uint32_t f = 0;
    for (size_t i = 0; i < PLX_COUNT(by_xpos); i++) {
        if (plx_str_eq(xpos, by_xpos[i].xpos)) {
            f = by_xpos[i].feats;
        }
    }
    if (upos == PLX_UPOS_PRON || upos == PLX_UPOS_DET) {
        f |= demonstrative(form);
    }
    if (upos == PLX_UPOS_PRON) {
        f |= pronoun(form, xpos);
        f |= plx_str_eq(xpos, PLX_S("WDT")) ? PLX_FEAT_REL : 0;
    } else if (upos == PLX_UPOS_DET) {
        if (plx_str_eq_nocase(form, PLX_S("the"))) {
            f |= PLX_FEAT_ART | PLX_FEAT_DEF;
        } else if (plx_str_eq_nocase(form, PLX_S("a")) || plx_str_eq_nocase(form, PLX_S("an"))) {
            f |= PLX_FEAT_ART | PLX_FEAT_IND;
        }
    } else if (upos == PLX_UPOS_ADJ &&
               (plx_str_ends(form, PLX_S("th")) || plx_str_ends(form, PLX_S("st")) ||
                plx_str_ends(form, PLX_S("nd")) || plx_str_ends(form, PLX_S("rd"))) &&
               form.p[0] >= '0' && form.p[0] <= '9') {
        f |= PLX_FEAT_ORD;
    }
    if (is_negation(form)) {
        f |= PLX_FEAT_NEG;
    }
    return f;
}
