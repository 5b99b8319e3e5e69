#include "lang/model.h"

#include <stdio.h>

_Static_assert(sizeof(plx_model_header) == 64, "the header is 64 bytes");
_Static_assert(sizeof(plx_model_section) == 48, "a table entry is 48 bytes");
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the model is read as it lies");

uint64_t plx_model__table_hash(const void *bytes, size_t n_sections) {
    const unsigned char *p = bytes;
    uint64_t head = plx_hash_bytes(p, offsetof(plx_model_header, table_hash), 1);
    uint64_t zeros = plx_hash_bytes(p + 40, 24, 2);
    return plx_hash_mix(
        plx_hash_mix(head, zeros),
        plx_hash_bytes(p + sizeof(plx_model_header), n_sections * sizeof(plx_model_section), 3));
}

static plx_model_section entry(const plx_model *m, size_t i) {
    plx_model_section s;
    memcpy(&s, m->table + i * sizeof s, sizeof s);
    return s;
}

static uint64_t padded(uint64_t n) { return (n + 63) & ~(uint64_t)63; }

plx_err plx_model__open(const void *bytes, size_t n_bytes, plx_model *out, plx_error *err) {
    plx_model_header h;
    if (n_bytes < sizeof h) {
        return plx_fail(err, PLX_CORRUPT, n_bytes, "the model ends after %zu bytes", n_bytes);
    }
    memcpy(&h, bytes, sizeof h);
    if (memcmp(h.magic, "PLXMODEL", 8) != 0) {
        return plx_fail(err, PLX_CORRUPT, 0, "this is no model of Parallax");
    }
    if (h.version != PLX_MODEL_VERSION) {
        return plx_fail(err, PLX_OLD_FORMAT, 8, "the model has format %u, this program reads %u",
                        h.version, PLX_MODEL_VERSION);
    }
    if (h.n_bytes != n_bytes) {
        return plx_fail(err, PLX_CORRUPT, 16, "the model has %zu bytes and should have %llu",
                        n_bytes, (unsigned long long)h.n_bytes);
    }
    size_t table_end = sizeof h + (size_t)h.n_sections * sizeof(plx_model_section);
    if (h.n_sections > PLX_MODEL_MAX_SECTIONS || table_end > n_bytes) {
        return plx_fail(err, PLX_CORRUPT, 12, "the model's table is damaged");
    }
    if (plx_model__table_hash(bytes, h.n_sections) != h.table_hash) {
        return plx_fail(err, PLX_CORRUPT, 0, "the model's head or table is damaged");
    }
    plx_model m = {.bytes = bytes, .n_bytes = n_bytes, .n_sections = h.n_sections};
    m.table = m.bytes + sizeof h;
    m.language = plx_str_n((const char *)m.bytes + offsetof(plx_model_header, language),
                           strnlen(h.language, sizeof h.language));
    uint64_t at = padded(table_end);
    for (size_t i = table_end; i < at && i < n_bytes; i++) {
        if (m.bytes[i] != 0) {
            return plx_fail(err, PLX_CORRUPT, i, "the model is damaged behind its table");
        }
    }
    for (size_t i = 0; i < m.n_sections; i++) {
        plx_model_section s = entry(&m, i);
        if (s.offset != at || s.n_bytes > n_bytes || at + padded(s.n_bytes) > n_bytes) {
            return plx_fail(err, PLX_CORRUPT, sizeof h + i * sizeof s,
                            "the model's table is damaged");
        }
        if (plx_hash_bytes(m.bytes + at, (size_t)padded(s.n_bytes), 0) != s.hash) {
            return plx_fail(err, PLX_CORRUPT, at, "the model's section '%.16s' is damaged", s.name);
        }
        at += padded(s.n_bytes);
    }
    if (at != n_bytes) {
        return plx_fail(err, PLX_CORRUPT, at, "the model goes on behind its last section");
    }
    *out = m;
    return PLX_OK;
}

bool plx_model__section(const plx_model *m, const char *name, plx_str *out) {
    for (size_t i = 0; i < m->n_sections; i++) {
        plx_model_section s = entry(m, i);
        if (strncmp(s.name, name, sizeof s.name) == 0) {
            *out = plx_str_n((const char *)m->bytes + s.offset, (size_t)s.n_bytes);
            return true;
        }
    }
    return false;
}
