/* feats: the bits of plx_token.feats as UD's text. */
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
