/* Compressed streams: gzip (also of many members, as WARC files are) and Zstandard. */
#include "read/internal.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

typedef struct packed {
    plx_read__stream *inner;
    plx_read__run *run;
    z_stream z;
    ZSTD_DStream *zstd;
    bool open, ended;
} packed;

/* False when the whole run has expanded to more than it may. */
static bool count_expanded(plx_read__run *run, size_t n, plx_error *err) {
    run->expanded_bytes += n;
    if (run->expanded_bytes <= run->options->max_expanded_bytes) {
        return true;
    }
    plx_fail(err, PLX_LIMIT, 0, "expands to more than %llu MiB",
             (unsigned long long)(run->options->max_expanded_bytes / PLX_MIB));
    return false;
}

static void end_zlib(void *ctx) {
    packed *p = ctx;
    if (p->open) {
        (void)inflateEnd(&p->z);
    }
}

static void end_zstd(void *ctx) {
    packed *p = ctx;
    (void)ZSTD_freeDStream(p->zstd);
}

static ptrdiff_t more_of_gzip(void *ctx, char *to, size_t n, plx_error *err) {
    packed *p = ctx;
    p->z.next_out = (Bytef *)to;
    p->z.avail_out = (uInt)PLX_MIN(n, (size_t)1 << 20);
    uInt room = p->z.avail_out;
    while (p->z.avail_out == room) {
        plx_str in = plx_read__stream_window(p->inner, 1);
        if (in.n == 0) {
            if (!p->ended) {
                plx_fail(err, PLX_CORRUPT, p->inner->offset, "the compressed data ends too early");
                return p->inner->offset ? 0 : -1;
            }
            return 0;
        }
        if (p->ended && (unsigned char)in.p[0] != 0x1F) { /* padding behind the last member */
            return 0;
        }
        union {
            const char *in;
            Bytef *out;
        } u = {in.p};
        p->z.next_in = u.out;
        p->z.avail_in = (uInt)PLX_MIN(in.n, (size_t)1 << 20);
        uInt had = p->z.avail_in;
        int r = inflate(&p->z, Z_NO_FLUSH);
        plx_read__stream_take(p->inner, had - p->z.avail_in);
        p->ended = r == Z_STREAM_END;
        if (r == Z_STREAM_END) {
            (void)inflateReset(&p->z);
        } else if (r != Z_OK && r != Z_BUF_ERROR) {
            plx_fail(err, PLX_CORRUPT, p->inner->offset, "damaged compressed data at byte %llu",
                     (unsigned long long)p->inner->offset);
            return -1;
        }
    }
    size_t got = room - p->z.avail_out;
    return count_expanded(p->run, got, err) ? (ptrdiff_t)got : -1;
}

void plx_read__stream_gzip(plx_read__stream *s, plx_read__stream *inner, plx_arena *arena) {
    packed *p = plx_new(arena, packed);
    plx_read__stream_init(s, inner->run, inner->run->options->max_account_bytes + 65536);
    *p = (packed){.inner = inner, .run = inner->run};
    if (inflateInit2(&p->z, 15 + 32) != Z_OK) {
        plx_throw(PLX_NOMEM, 0, "out of memory");
    }
    p->open = true;
    plx_arena_defer(arena, end_zlib, p);
    plx_arena_defer(arena, plx_read__stream_release, s);
    s->more = more_of_gzip;
    s->ctx = p;
}

static ptrdiff_t more_of_zstd(void *ctx, char *to, size_t n, plx_error *err) {
    packed *p = ctx;
    ZSTD_outBuffer out = {to, n, 0};
    while (out.pos == 0) {
        plx_str in = plx_read__stream_window(p->inner, 1);
        if (in.n == 0) {
            if (!p->ended) {
                plx_fail(err, PLX_CORRUPT, p->inner->offset, "the compressed data ends too early");
            }
            return 0;
        }
        ZSTD_inBuffer from = {in.p, in.n, 0};
        size_t r = ZSTD_decompressStream(p->zstd, &out, &from);
        plx_read__stream_take(p->inner, from.pos);
        if (ZSTD_isError(r)) {
            plx_fail(err, PLX_CORRUPT, p->inner->offset, "damaged compressed data at byte %llu: %s",
                     (unsigned long long)p->inner->offset, ZSTD_getErrorName(r));
            return -1;
        }
        p->ended = r == 0;
    }
    return count_expanded(p->run, out.pos, err) ? (ptrdiff_t)out.pos : -1;
}

void plx_read__stream_zstd(plx_read__stream *s, plx_read__stream *inner, plx_arena *arena) {
    packed *p = plx_new(arena, packed);
    plx_read__stream_init(s, inner->run, inner->run->options->max_account_bytes + 65536);
    *p = (packed){.inner = inner, .run = inner->run, .zstd = ZSTD_createDStream()};
    if (!p->zstd) {
        plx_throw(PLX_NOMEM, 0, "out of memory");
    }
    plx_arena_defer(arena, end_zstd, p);
    plx_arena_defer(arena, plx_read__stream_release, s);
    (void)ZSTD_DCtx_setParameter(p->zstd, ZSTD_d_windowLogMax, 27); /* 128 MiB of history at most */
    s->more = more_of_zstd;
    s->ctx = p;
}

bool plx_read__inflate(plx_str bytes, size_t max, plx_arena *arena, plx_str *out) {
    for (int raw = 0; raw < 2;
         raw++) { /* "deflate" is zlib's format, or without its head where servers err */
        z_stream z = {0};
        if (inflateInit2(&z, raw ? -15 : 15 + 32) != Z_OK) {
            return false;
        }
        packed *guard = plx_new(arena, packed);
        guard->z = z;
        guard->open = true;
        plx_arena_defer(arena, end_zlib, guard);
        plx_buf b;
        plx_buf_init(&b, arena, max);
        union {
            const char *in;
            Bytef *out;
        } u = {bytes.p};
        guard->z.next_in = u.out;
        guard->z.avail_in = (uInt)PLX_MIN(bytes.n, (size_t)1 << 30);
        int r = Z_OK;
        char piece[16384];
        while (r == Z_OK && !b.overflow) {
            guard->z.next_out = (Bytef *)piece;
            guard->z.avail_out = sizeof piece;
            r = inflate(&guard->z, Z_NO_FLUSH);
            plx_buf_put(&b, plx_str_n(piece, sizeof piece - guard->z.avail_out));
        }
        if (b.n > 0 && !b.overflow && r != Z_DATA_ERROR) { /* a cut tail still gives its head */
            *out = plx_buf_str(&b);
            return true;
        }
    }
    return false;
}

static void end_brotli(void *d) { BrotliDecoderDestroyInstance(d); }

bool plx_read__unbrotli(plx_str bytes, size_t max, plx_arena *arena, plx_str *out) {
    BrotliDecoderState *d = BrotliDecoderCreateInstance(NULL, NULL, NULL);
    if (!d) {
        return false;
    }
    plx_arena_defer(arena, end_brotli, d);
    plx_buf b;
    plx_buf_init(&b, arena, max);
    const uint8_t *in = (const uint8_t *)bytes.p;
    size_t n_in = bytes.n;
    uint8_t piece[16384];
    BrotliDecoderResult r = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (r == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && !b.overflow) {
        uint8_t *to = piece;
        size_t room = sizeof piece;
        r = BrotliDecoderDecompressStream(d, &n_in, &in, &room, &to, NULL);
        plx_buf_put(&b, plx_str_n((const char *)piece, sizeof piece - room));
    }
    if (b.overflow || r == BROTLI_DECODER_RESULT_ERROR || b.n == 0) {
        return false; /* a cut tail still gives its head */
    }
    *out = plx_buf_str(&b);
    return true;
}

static void end_zstd_stream(void *d) { (void)ZSTD_freeDStream(d); }

bool plx_read__unzstd(plx_str bytes, size_t max, plx_arena *arena, plx_str *out) {
    ZSTD_DStream *d = ZSTD_createDStream();
    if (!d) {
        return false;
    }
    plx_arena_defer(arena, end_zstd_stream, d);
    (void)ZSTD_DCtx_setParameter(d, ZSTD_d_windowLogMax, 27);
    plx_buf b;
    plx_buf_init(&b, arena, max);
    ZSTD_inBuffer in = {bytes.p, bytes.n, 0};
    char piece[16384];
    size_t r = 1;
    for (bool full = true; r != 0 && !b.overflow && (full || in.pos < in.size);) {
        ZSTD_outBuffer to = {piece, sizeof piece, 0};
        r = ZSTD_decompressStream(d, &to, &in);
        if (ZSTD_isError(r)) {
            return false;
        }
        full = to.pos == to.size;
        plx_buf_put(&b, plx_str_n(piece, to.pos));
    }
    if (b.overflow || b.n == 0) {
        return false;
    }
    *out = plx_buf_str(&b);
    return true;
}
