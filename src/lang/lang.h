/* lang: text -> sentences, tokens, tags, lemmas, dependency tree, names. One interface; a language
 * is a model file (models/<language>.plx) that this module only reads.
 *
 *   account.text  "Mr. Roe didn't sell the U.S. firm."     bytes; dropped spans are stepped over
 *        │ segments (lang/segment.h): paragraphs, words by rules and the model's exceptions
 *        ▼
 *   tokens        |Mr.|Roe|did|n't|sell|the|U.S.|firm|.|   spans into text; UD's words
 *        │ the trained model (lang/model.h)
 *        ▼
 *   sentences, upos, feats, lemma, head, deprel, names
 *
 * It is not: quotes, times, figures (find), nor who is who across names (find, reconcile).
 *
 * Thread rule: an open plx_lang is read-only; any number of threads may annotate with it at once.
 * The result depends on the text and the model's bytes alone: not on threads, processor or
 * accounts seen before.
 *
 *   plx_lang *lang;
 *   if (plx_lang_open("models/english.plx", &lang, &err) == PLX_OK) {
 *       plx_annotation an = {0};
 *       plx_lang_annotate(lang, &account, PLX_LANG_ACCURATE, &arena, &an);    // under a plx_guard
 *       ...
 *       plx_lang_free(lang);
 *   } */
#ifndef PLX_LANG_LANG_H
#define PLX_LANG_LANG_H

#include "model/annotation.h"

typedef struct plx_lang plx_lang;

typedef enum plx_lang_speed {
    PLX_LANG_ACCURATE, /* the default */
    PLX_LANG_FAST      /* no tree where the model allows to leave it out: tags, lemmas, names */
} plx_lang_speed;

/* Maps the model file `path` into memory and checks it (structure and checksum).
 * errors: PLX_MISSING, PLX_IO, PLX_CORRUPT (err->pos is the byte), PLX_OLD_FORMAT, PLX_NOMEM. */
PLX_NODISCARD plx_err plx_lang_open(const char *path, plx_lang **out, plx_error *err);
/* The same over bytes in memory, 64-byte aligned or not; they must outlive the plx_lang. */
PLX_NODISCARD plx_err plx_lang_open_bytes(const void *bytes, size_t n_bytes, plx_lang **out,
                                          plx_error *err);
void plx_lang_free(plx_lang *lang);

/* ISO 639-1 code of the model's language. Lives as long as `lang`. */
plx_str plx_lang_code(const plx_lang *lang);

/* Fills account, sentences, tokens (all fields), names and has_tree of *an. `lang` may be NULL:
 * then tokens and sentences come from the rules alone and upos is PLX_UPOS_X. Everything lives in
 * `arena`; out of memory unwinds to the caller's plx_guard. Time is linear in the text (sentences
 * are cut at PLX_LANG_MAX_WORDS words). */
void plx_lang_annotate(const plx_lang *lang, const plx_account *account, plx_lang_speed speed,
                       plx_arena *arena, plx_annotation *an);

/* Sentences that were read before, with what came out: texts that copy from one another are read
 * faster with it, and come out the same. It lives in `arena`, takes up to some 16 MiB more, and is
 * one thread's. */
typedef struct plx_lang_memory plx_lang_memory;
plx_lang_memory *plx_lang_memory_new(plx_arena *arena);
/* plx_lang_annotate with a memory, which may be NULL. */
void plx_lang_annotate_with(const plx_lang *lang, plx_lang_memory *memory,
                            const plx_account *account, plx_lang_speed speed, plx_arena *arena,
                            plx_annotation *an);

/* The second half alone: an->account, sentences and tokens (span, form, space_before, sentence)
 * are given; tags, lemmas, tree and names are added. */
void plx_lang_tag(const plx_lang *lang, plx_lang_speed speed, plx_arena *arena, plx_annotation *an);

/* True when word `i` is a later part of a token that was split into words ("n't" of "don't"):
 * CoNLL-U's multiword tokens. */
bool plx_lang_continues_token(const plx_annotation *an, uint32_t i);

/* "Number=Sing|Person=3" in UD's order of names, or "_". Lives in `arena`. */
plx_str plx_lang_feats_text(uint32_t feats, plx_upos upos, plx_arena *arena);

#define PLX_LANG_MAX_WORDS 400

#endif
