/* model: the container of a trained model: named sections in one little-endian file.
 *
 *   0   "PLXMODEL"  version u32  n_sections u32  file bytes u64  language char[8]
 *   32  table hash u64 (XXH3 of bytes 0..31 and the table)
 *   40  zero bytes up to 64
 *   64  table: n_sections x { name char[16], offset u64, bytes u64, hash u64, zero u64 }
 *   ..  sections, each at a multiple of 64, zero-padded to the next; the hash covers the padding
 *
 * So every byte of the file is under a hash. Nothing is copied: sections point into the bytes. */
#ifndef PLX_LANG_MODEL_H
#define PLX_LANG_MODEL_H

#include "base/hash.h"

#define PLX_MODEL_VERSION      1
#define PLX_MODEL_MAX_SECTIONS 64

typedef struct plx_model_section {
    char name[16];
    uint64_t offset, n_bytes, hash, zero;
} plx_model_section;

typedef struct plx_model_header {
    char magic[8];
    uint32_t version, n_sections;
    uint64_t n_bytes;
    char language[8]; /* ISO 639-1, zero-padded */
    uint64_t table_hash;
    uint64_t zero[3];
} plx_model_header;

typedef struct plx_model {
    const unsigned char *bytes;
    size_t n_bytes;
    plx_str language;
    size_t n_sections;
    const unsigned char *table;
} plx_model;

/* Checks structure and hashes. errors: PLX_CORRUPT with the byte, PLX_OLD_FORMAT. */
PLX_NODISCARD plx_err plx_model__open(const void *bytes, size_t n_bytes, plx_model *out,
                                      plx_error *err);
/* The bytes of a section without padding; false when the model has none of that name. */
bool plx_model__section(const plx_model *m, const char *name, plx_str *out);

/* The hash of the header and table, as stored in table_hash. */
uint64_t plx_model__table_hash(const void *bytes, size_t n_sections);

#endif
