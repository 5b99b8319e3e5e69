/* dossier: the product, as plain structs: what `reconcile` makes and `report` writes (format
 * parallax.dossier/1). References are indices into the story's arrays; their printed ids ("e3",
 * "q1") are made by `report`.
 *
 *   plx_story ── accounts ── annotations (model/annotation.h)
 *             ├─ entities ── names, mentions, facts
 *             ├─ quotes ──── renderings
 *             ├─ events ──── mentions, participants
 *             ├─ statements ─ support ─> account + clause
 *             ├─ differences ─ positions ─> account + span
 *             └─ figures, timeline, reuse, origins, wording, checks
 *
 * Everything lives in the arena that the story was reconciled into; texts are borrowed from the
 * accounts. */
#ifndef PLX_MODEL_DOSSIER_H
#define PLX_MODEL_DOSSIER_H

#include "model/annotation.h"

typedef struct plx_at {
    uint32_t account; /* index into the story's accounts */
    plx_span span;
} plx_at;

typedef struct plx_ats {
    plx_at *p;
    size_t n, cap;
} plx_ats;

typedef struct plx_indices {
    uint32_t *p;
    size_t n, cap;
} plx_indices;

typedef struct plx_strs {
    plx_str *p;
    size_t n, cap;
} plx_strs;

typedef struct plx_entity_mention {
    plx_at at;
    plx_mention_kind kind;
} plx_entity_mention;

typedef struct plx_entity_form { /* a spelling and who uses it */
    plx_str form;
    plx_indices accounts;
} plx_entity_form;

typedef struct plx_fact {
    plx_str kind; /* "age", "role", "kin", "origin", "citizenship", ... */
    plx_str value;
    uint32_t entity; /* the other party (of kin), or PLX_NONE */
    plx_ats at;
} plx_fact;

typedef struct plx_entity {
    plx_entity_type type;
    plx_gender gender;
    bool plural;
    plx_str name; /* the form that serves best as a heading */
    struct {
        plx_entity_form *p;
        size_t n, cap;
    } names;
    struct {
        plx_entity_mention *p;
        size_t n, cap;
    } mentions; /* by account, then span */
    struct {
        plx_fact *p;
        size_t n, cap;
    } facts;
    plx_strs why; /* a sentence for each merge */
} plx_entity;

typedef struct plx_rendering {
    uint32_t account;
    uint32_t quote; /* index into that account's annotation's quotes */
    plx_span *spans;
    size_t n_spans;
    plx_quote_kind kind;
    plx_span cue, source; /* {0,0} when none */
} plx_rendering;

typedef struct plx_quote_group {
    uint32_t speaker; /* entity, or PLX_NONE */
    plx_str why;      /* why the renderings are one, and how the speaker was found */
    struct {
        plx_rendering *p;
        size_t n, cap;
    } renderings;
} plx_quote_group;

typedef struct plx_participant {
    uint32_t entity;
    plx_role role;
} plx_participant;

typedef struct plx_story_event {
    plx_str name; /* "release of X" in the accounts' words: trigger lemma and main participants */
    plx_ats mentions;
    plx_str when;   /* TIMEX3, or empty */
    uint32_t where; /* entity, or PLX_NONE */
    struct {
        plx_participant *p;
        size_t n, cap;
    } who;
    bool negative;
    plx_modality modality;
    uint32_t claimant; /* entity, or PLX_NONE */
} plx_story_event;

/* Words of a statement that are less whole only name something, break off, or say again what a
 * statement before them says: listed last. */
#define PLX_WHOLE_ENOUGH 0.45

typedef struct plx_statement {
    plx_str text;    /* the words of one of its supports; what stands in brackets is added */
    plx_at worded;   /* where these words stand */
    double whole;    /* how far they make a claim by themselves, 0..1 */
    double rank;     /* among statements of as many accounts: what is surely said, and at the top */
    plx_ats support; /* those that say just these words first */
    size_t n_say;    /* how many these are; the others tell of it in part, or with less likeness */
    uint32_t n_origins; /* independent origins among those that say it */
    plx_indices events, entities;
    plx_str when;
    uint32_t claimant; /* who says so, when it is not the accounts themselves; or PLX_NONE */
    plx_str why;
    double weight;     /* for ranking: how much of the story hangs on it */
    size_t n_voices;   /* accounts among those that say it */
    plx_indices units; /* for the stages only: the claim unit of each support */
    uint32_t words;    /* and the unit of the text */
} plx_statement;

/* The supports that say just what the statement's words say. */
static inline plx_ats plx_statement_said(const plx_statement *t) {
    return (plx_ats){t->support.p, t->n_say, t->n_say};
}

typedef enum plx_difference_kind {
    PLX_CONFLICT,
    PLX_PRECISION,
    PLX_VARIANT,
    PLX_UPDATE
} plx_difference_kind;
typedef enum plx_subject_kind {
    PLX_SUBJECT_NONE,
    PLX_SUBJECT_ENTITY,
    PLX_SUBJECT_EVENT,
    PLX_SUBJECT_STATEMENT,
    PLX_SUBJECT_QUOTE
} plx_subject_kind;

typedef struct plx_position {
    plx_str value;
    plx_ats at;
} plx_position;

typedef struct plx_difference {
    plx_difference_kind kind;
    plx_str about; /* for people: "age of X", "who held X" */
    plx_subject_kind subject_kind;
    uint32_t subject;
    struct {
        plx_position *p;
        size_t n, cap;
    } positions;
    double weight; /* descending in the dossier */
    plx_str why;
} plx_difference;

typedef struct plx_story_figure {
    plx_figure_kind kind;
    double value, low, high; /* NaN = not said */
    bool approximate;
    plx_str unit, of;
    plx_ats mentions;
} plx_story_figure;

typedef struct plx_moment {
    plx_str when; /* TIMEX3 value or range */
    plx_ats mentions;
    plx_indices events, statements;
} plx_moment;

typedef enum plx_reuse_kind { PLX_VERBATIM, PLX_NEAR, PLX_QUOTATION, PLX_FURNITURE } plx_reuse_kind;
typedef enum plx_direction { PLX_DIRECTION_UNKNOWN, PLX_A_TO_B, PLX_B_TO_A } plx_direction;

typedef struct plx_reuse {
    plx_at a, b; /* a.account < b.account */
    double similarity;
    plx_reuse_kind kind;
    plx_direction direction;
} plx_reuse;

typedef struct plx_origin {
    plx_indices accounts;
    uint32_t first; /* the account that the others most likely follow, or PLX_NONE */
    plx_str why;
} plx_origin;

typedef struct plx_term {
    plx_str term;
    plx_ats at;
    double z; /* how much it marks the account: standard deviations; 0 = not compared */
} plx_term;

typedef struct plx_wording {
    uint32_t entity; /* or PLX_NONE for an act */
    uint32_t event;  /* or PLX_NONE */
    plx_str about;   /* what the terms are, when it is neither; or empty */
    struct {
        plx_term *p;
        size_t n, cap;
    } terms;
} plx_wording;

typedef struct plx_check {
    plx_str kind; /* "duration", "age", "weekday", "sum", "percentage" */
    plx_at at;
    plx_str says, computed;
    plx_ats from;
    bool holds;
} plx_check;

typedef struct plx_story {
    plx_str title, when;
    const plx_account **accounts; /* in the reader's order: by path */
    const plx_annotation **annotations;
    plx_str *published;     /* each account's date: its own, or the story's */
    plx_str *published_why; /* where it is from: "parallax.csv", "times in the story agree on it",
                               "unknown" */
    size_t n_accounts;
    struct {
        plx_entity *p;
        size_t n, cap;
    } entities;
    struct {
        plx_quote_group *p;
        size_t n, cap;
    } quotes;
    struct {
        plx_story_event *p;
        size_t n, cap;
    } events;
    struct {
        plx_statement *p;
        size_t n, cap;
    } statements;
    struct {
        plx_difference *p;
        size_t n, cap;
    } differences;
    struct {
        plx_story_figure *p;
        size_t n, cap;
    } figures;
    struct {
        plx_moment *p;
        size_t n, cap;
    } timeline;
    struct {
        plx_reuse *p;
        size_t n, cap;
    } reuse;
    struct {
        plx_origin *p;
        size_t n, cap;
    } origins;
    struct {
        plx_wording *p;
        size_t n, cap;
    } wording;
    struct {
        plx_check *p;
        size_t n, cap;
    } checks;
    /* For the stages only: for each account, for each chain of its annotation, the entity it became
     * (PLX_NONE = none). */
    uint32_t **entity_of_chain;
    bool *corrections_fit; /* for each correction of the run: it fitted this story */
    const struct plx_claim_units *claim_units; /* reconcile/claim_units.h */
    const struct plx_claim_edges *claim_edges; /* pairs of them, best first */
} plx_story;

/* The entity that a chain of an account's annotation became; PLX_NONE for none, for the chain
 * PLX_NONE, and before entities are known. For the stages only. */
static inline uint32_t plx_story_entity_of(const plx_story *s, uint32_t account, uint32_t chain) {
    return chain == PLX_NONE || !s->entity_of_chain[account] ? PLX_NONE
                                                             : s->entity_of_chain[account][chain];
}

typedef struct plx_dossier {
    plx_story **stories;
    size_t n_stories;
} plx_dossier;

/* In how many of the story's accounts the places stand. Works in `scratch`. */
size_t plx_story_n_accounts_of(const plx_story *s, const plx_ats *places, plx_arena *scratch);

const char *plx_difference_kind_name(plx_difference_kind k);
const char *plx_reuse_kind_name(plx_reuse_kind k);
const char *plx_direction_name(plx_direction d); /* "unknown", "a-to-b", "b-to-a" */

#endif
