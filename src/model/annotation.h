/* annotation: what lang and find know of one account. Plain arrays; references are indices into
 * them.
 *
 *   text      "The envoy said on Monday that 40 people ..."
 *   sentences [----------------------------------------- ...   token ranges, ascending
 *   tokens     |The|envoy|said|on|Monday|...                   head: index of a token of the
 * account names, times, figures, mentions, quotes, events            spans + token ranges,
 * ascending by span
 *
 * A stage fills its own arrays and reads the others':
 *   lang     sentences, tokens, names
 *   find     times, figures, mentions (with chains), quotes, events
 * All of it lives in the arena that the account's analysis was given. Token ranges are half-open.
 */
#ifndef PLX_MODEL_ANNOTATION_H
#define PLX_MODEL_ANNOTATION_H

#include "model/account.h"

/* Universal Dependencies v2 word classes (universaldependencies.org/u/pos). */
/* clang-format off */
#define PLX_UPOS_LIST(X) \
    X(X) X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) X(PRON) \
    X(PROPN) X(PUNCT) X(SCONJ) X(SYM) X(VERB)
/* clang-format on */

typedef enum plx_upos {
#define X(name) PLX_UPOS_##name,
    PLX_UPOS_LIST(X)
#undef X
        PLX_N_UPOS
} plx_upos;

/* Universal Dependencies v2 relations, with English EWT's subtypes. */
/* clang-format off */
#define PLX_DEPREL_LIST(X) \
    X(root, "root") X(dep, "dep") \
    X(acl, "acl") X(acl_relcl, "acl:relcl") \
    X(advcl, "advcl") X(advcl_relcl, "advcl:relcl") \
    X(advmod, "advmod") X(amod, "amod") X(appos, "appos") \
    X(aux, "aux") X(aux_pass, "aux:pass") \
    X(case, "case") X(cc, "cc") X(cc_preconj, "cc:preconj") X(ccomp, "ccomp") \
    X(compound, "compound") X(compound_prt, "compound:prt") \
    X(conj, "conj") X(cop, "cop") \
    X(csubj, "csubj") X(csubj_outer, "csubj:outer") X(csubj_pass, "csubj:pass") \
    X(det, "det") X(det_predet, "det:predet") \
    X(discourse, "discourse") X(dislocated, "dislocated") X(expl, "expl") X(fixed, "fixed") \
    X(flat, "flat") X(flat_foreign, "flat:foreign") X(goeswith, "goeswith") X(iobj, "iobj") \
    X(list, "list") X(mark, "mark") \
    X(nmod, "nmod") X(nmod_desc, "nmod:desc") X(nmod_npmod, "nmod:npmod") \
    X(nmod_poss, "nmod:poss") X(nmod_tmod, "nmod:tmod") X(nmod_unmarked, "nmod:unmarked") \
    X(nsubj, "nsubj") X(nsubj_outer, "nsubj:outer") X(nsubj_pass, "nsubj:pass") \
    X(nummod, "nummod") X(obj, "obj") \
    X(obl, "obl") X(obl_agent, "obl:agent") X(obl_npmod, "obl:npmod") \
    X(obl_tmod, "obl:tmod") X(obl_unmarked, "obl:unmarked") \
    X(orphan, "orphan") X(parataxis, "parataxis") X(punct, "punct") \
    X(reparandum, "reparandum") X(vocative, "vocative") X(xcomp, "xcomp")
/* clang-format on */

typedef enum plx_deprel {
#define X(name, text) PLX_DEP_##name,
    PLX_DEPREL_LIST(X)
#undef X
        PLX_N_DEPRELS
} plx_deprel;

/* Features that later stages use, as bits. */
enum {
    PLX_FEAT_SING = 1 << 0,
    PLX_FEAT_PLUR = 1 << 1,
    PLX_FEAT_PAST = 1 << 2, /* Tense=Past, also of participles */
    PLX_FEAT_PRES = 1 << 3,
    PLX_FEAT_FIN = 1 << 4, /* VerbForm */
    PLX_FEAT_INF = 1 << 5,
    PLX_FEAT_PART = 1 << 6,
    PLX_FEAT_GER = 1 << 7,
    PLX_FEAT_PASS = 1 << 8, /* Voice=Pass */
    PLX_FEAT_1 = 1 << 9,    /* Person */
    PLX_FEAT_2 = 1 << 10,
    PLX_FEAT_3 = 1 << 11,
    PLX_FEAT_MASC = 1 << 12,
    PLX_FEAT_FEM = 1 << 13,
    PLX_FEAT_NEUT = 1 << 14,
    PLX_FEAT_NEG = 1 << 15, /* Polarity=Neg */
    PLX_FEAT_POSS = 1 << 16,
    PLX_FEAT_PRS = 1 << 17, /* PronType=Prs */
    PLX_FEAT_REL = 1 << 18,
    PLX_FEAT_INT = 1 << 19,
    PLX_FEAT_DEM = 1 << 20,
    PLX_FEAT_ART = 1 << 21,
    PLX_FEAT_DEF = 1 << 22, /* Definite=Def */
    PLX_FEAT_IND = 1 << 23, /* Definite=Ind */
    PLX_FEAT_IMP = 1 << 24, /* Mood=Imp */
    PLX_FEAT_CMP = 1 << 25,
    PLX_FEAT_SUP = 1 << 26,
    PLX_FEAT_REFLEX = 1 << 27,
    PLX_FEAT_NOM = 1 << 28, /* Case=Nom */
    PLX_FEAT_ACC = 1 << 29,
    PLX_FEAT_CARD = 1 << 30, /* NumType=Card */
};
#define PLX_FEAT_ORD (1u << 31) /* NumType=Ord */

typedef struct plx_token {
    plx_span span;
    plx_str form;  /* text[span], but for a part of a contraction whose UD form differs */
    plx_str lemma; /* lower case but for names */
    plx_str fold;  /* plx_str_fold(form): for comparing */
    uint32_t head; /* token index in the account; PLX_NONE for a root or where no tree is known */
    uint32_t sentence;
    uint32_t feats; /* PLX_FEAT_* */
    uint8_t upos;   /* plx_upos */
    uint8_t deprel; /* plx_deprel */
    bool space_before;
    uint32_t name; /* index into names, or PLX_NONE */
} plx_token;

typedef struct plx_sentence {
    plx_span span;
    uint32_t begin, end; /* tokens */
    bool paragraph_start;
} plx_sentence;

typedef enum plx_entity_type {
    PLX_PERSON,
    PLX_ORGANIZATION,
    PLX_PLACE,
    PLX_OTHER,
    PLX_N_ENTITY_TYPES
} plx_entity_type;

typedef struct plx_name {
    plx_span span;
    uint32_t begin, end; /* tokens */
    plx_entity_type type;
} plx_name;

typedef enum plx_timex_type { PLX_DATE, PLX_TIME, PLX_DURATION, PLX_SET } plx_timex_type;

typedef struct plx_timex {
    plx_span span; /* the expression without its preposition, as TIMEX3 */
    uint32_t begin, end;
    plx_timex_type type;
    plx_str
        value;   /* TIMEX3 value: "2025-04-16", "2023-11", "P498D", "2025-04-16TEV", "XXXX-WXX-3" */
    plx_str mod; /* TIMEX3 mod ("START", "MID", "END", "APPROX", "LESS_THAN", ...), or empty */
    /* The days that a DATE or TIME covers, as days since 1970-01-01 (proleptic Gregorian), both
     * inclusive. has_days is false when no calendar day can be told (PRESENT_REF, XXXX-...,
     * durations). */
    bool has_days;
    int32_t first_day, last_day;
    bool relative;  /* resolved against the account's date or another time of the text */
    bool ambiguous; /* day-month order or year not certain */
    bool approximate;
} plx_timex;

typedef enum plx_figure_kind {
    PLX_FIG_COUNT,
    PLX_FIG_MONEY,
    PLX_FIG_PERCENT,
    PLX_FIG_FRACTION,
    PLX_FIG_AGE,
    PLX_FIG_MEASURE, /* with a physical unit */
    PLX_FIG_DURATION,
    PLX_FIG_ORDINAL,
    PLX_FIG_OTHER
} plx_figure_kind;

typedef struct plx_figure {
    plx_span span; /* number with bounds' words and unit: "more than 1,200 people" -> see
                      find/figures.h */
    uint32_t begin, end;
    plx_figure_kind kind;
    double value, low, high; /* NaN = not said */
    bool approximate;
    plx_str unit; /* canonical: "percent", "USD", "year", "kilometre", "day"; for counts the noun's
                     lemma; or empty */
    plx_str of;   /* what is counted, as the text says it: "Israeli hostages"; or empty */
    plx_span of_span; /* {0,0} when none */
} plx_figure;

typedef enum plx_mention_kind { PLX_NAME, PLX_NOMINAL, PLX_PRONOUN } plx_mention_kind;
typedef enum plx_gender { PLX_GENDER_UNKNOWN, PLX_MALE, PLX_FEMALE, PLX_NEUTRAL } plx_gender;

/* A span that refers to somebody or something; mentions of one thing share a chain (within the
 * account). */
typedef struct plx_mention {
    plx_span
        span; /* the name itself, or the noun phrase up to its head with determiner and modifiers */
    uint32_t begin, end, head; /* tokens */
    plx_mention_kind kind;
    plx_entity_type type;
    plx_gender gender;
    bool plural;
    uint32_t name;  /* index into names for PLX_NAME, else PLX_NONE */
    uint32_t chain; /* index into chains; never PLX_NONE */
} plx_mention;

typedef struct plx_chain {
    plx_entity_type type;
    plx_gender gender;
    bool plural;
    uint32_t best; /* the mention that names it best: longest name, else first nominal */
    uint32_t n_mentions;
} plx_chain;

typedef enum plx_quote_kind { PLX_DIRECT, PLX_PARTIAL, PLX_INDIRECT } plx_quote_kind;

/* What kind of word attributes: so that a reader of quotes can keep to what was said. */
typedef enum plx_cue_kind {
    PLX_CUE_SPEECH,    /* said, told, according to, his claim that */
    PLX_CUE_THOUGHT,   /* believes, knows, fears */
    PLX_CUE_INTENTION, /* plans, wants, refused to */
    PLX_CUE_STANCE,    /* praised, opposes, called for */
    PLX_CUE_EVIDENCE   /* the poll shows, is expected, appears */
} plx_cue_kind;

typedef struct plx_quote {
    /* The words that are attributed, ascending: one span a sentence of a direct quotation, without
     * its outer marks; a partial or indirect one is the clause that reports, marks inside it kept.
     */
    plx_span *spans;
    size_t n_spans;
    plx_span *marked; /* of these, the stretches between quotation marks, without them */
    size_t n_marked;
    plx_quote_kind kind;
    plx_cue_kind cue_kind;
    plx_span cue, source; /* {0,0} when none */
    uint32_t cue_token;   /* head token of the cue, or PLX_NONE */
    uint32_t mention;     /* the source's mention, or PLX_NONE */
    uint32_t chain;       /* who speaks (index into chains), or PLX_NONE = unknown */
    plx_str
        why; /* how the speaker was found: "subject of said", "pronoun he -> ...", "unknown: ..." */
} plx_quote;

typedef enum plx_modality {
    PLX_HAPPENED,
    PLX_PLANNED,  /* future, intended, scheduled */
    PLX_POSSIBLE, /* may, might, could, if */
    PLX_DENIED,   /* denied by somebody */
    PLX_CLAIMED   /* said by somebody, not by the account */
} plx_modality;

typedef enum plx_role {
    PLX_AGENT,
    PLX_PATIENT,
    PLX_RECIPIENT,
    PLX_LOCATION,
    PLX_PARTICIPANT
} plx_role;

typedef struct plx_argument {
    plx_role role;
    uint32_t head;    /* token */
    uint32_t mention; /* or PLX_NONE */
    plx_span span;    /* the phrase */
} plx_argument;

typedef struct plx_event {
    plx_span span; /* the trigger word */
    uint32_t token;
    plx_str
        lemma; /* of the act, also for nominalisations: "release" for "releasing", "the release" */
    bool negative;
    plx_modality modality;
    uint32_t claimant; /* chain of who says so, or PLX_NONE */
    uint32_t time;     /* index into times, or PLX_NONE */
    plx_argument *args;
    size_t n_args;
    plx_span clause; /* the shortest stretch that makes the claim */
} plx_event;

typedef struct plx_annotation {
    const plx_account *account;
    plx_sentence *sentences;
    size_t n_sentences;
    plx_token *tokens;
    size_t n_tokens;
    plx_name *names;
    size_t n_names;
    plx_timex *times;
    size_t n_times;
    plx_figure *figures;
    size_t n_figures;
    plx_mention *mentions;
    size_t n_mentions;
    plx_chain *chains;
    size_t n_chains;
    plx_quote *quotes;
    size_t n_quotes;
    plx_event *events;
    size_t n_events;
    bool has_tree; /* heads and deprels are set */
} plx_annotation;

const char *plx_upos_name(plx_upos u);
const char *plx_deprel_name(plx_deprel d);
const char *plx_entity_type_name(
    plx_entity_type t);                            /* "person", "organization", "place", "other" */
const char *plx_timex_type_name(plx_timex_type t); /* "DATE", ... */
const char *plx_quote_kind_name(plx_quote_kind k); /* "direct", "partial", "indirect" */
const char *plx_mention_kind_name(plx_mention_kind k);
const char *plx_modality_name(plx_modality m);
const char *plx_role_name(plx_role r);
const char *plx_figure_kind_name(plx_figure_kind k);
/* The enum value of a UD name; PLX_UPOS_X, PLX_DEP_dep (with an unknown subtype cut off first) when
 * unknown. */
plx_upos plx_upos_of(plx_str name);
plx_deprel plx_deprel_of(plx_str name);

/* First token whose span ends behind `byte` (n_tokens when none). O(log n). */
uint32_t plx_token_at(const plx_annotation *an, uint32_t byte);
/* Tokens that share a byte with `span`, as a half-open range. */
void plx_tokens_in(const plx_annotation *an, plx_span span, uint32_t *begin, uint32_t *end);
/* True when `token` is `ancestor` or below it in the tree. Bounded by the sentence. */
bool plx_is_below(const plx_annotation *an, uint32_t token, uint32_t ancestor);

#endif
