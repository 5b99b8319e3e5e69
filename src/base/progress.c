#include "base/progress.h"

#include <stdio.h>

#define BAR_COLUMNS 20u

/* What snprintf wrote, not what it would have liked to write. */
static size_t written(int n, size_t cap) {
    if (n < 0) return 0;
    return (size_t)n < cap ? (size_t)n : cap - 1;
}

/* 1234567 as "1,234,567"; `out` holds 27 bytes or more. */
static void put_count(uint64_t n, char out[32]) {
    char digits[24];
    size_t length = written(snprintf(digits, sizeof digits, "%llu", (unsigned long long)n), 24);
    size_t at = 0;
    for (size_t i = 0; i < length; i++) {
        if (i && (length - i) % 3 == 0) out[at++] = ',';
        out[at++] = digits[i];
    }
    out[at] = '\0';
}

size_t plx_progress_duration(uint64_t seconds, char *out, size_t cap) {
    unsigned long long h = seconds / 3600, m = seconds / 60 % 60, s = seconds % 60;
    if (h) return written(snprintf(out, cap, "%llu:%02llu:%02llu", h, m, s), cap);
    return written(snprintf(out, cap, "%llu:%02llu", m, s), cap);
}

size_t plx_progress_line(const plx_progress *p, uint64_t now_ms, unsigned width, char *out,
                         size_t cap) {
    uint64_t elapsed_ms = now_ms > p->start_ms ? now_ms - p->start_ms : 0;
    uint64_t done = p->total ? PLX_MIN(p->done, p->total) : p->done;
    char count[32], total[32], middle[160], bar[64] = "", rate[48] = "", left[48] = "";
    put_count(done, count);
    put_count(p->total, total);
    const char *blank = p->unit && *p->unit ? " " : "";
    const char *unit = p->unit ? p->unit : "";
    if (p->total) {
        snprintf(middle, sizeof middle, "  %s of %s%s%.60s", count, total, blank, unit);
        unsigned filled = (unsigned)((double)done / (double)p->total * BAR_COLUMNS);
        snprintf(bar, sizeof bar, "  [%.*s%.*s]", (int)filled, "####################",
                 (int)(BAR_COLUMNS - filled), "....................");
    } else {
        snprintf(middle, sizeof middle, "  %s%s%.60s", count, blank, unit);
    }
    /* A rate over less than half a second says nothing. */
    if (elapsed_ms >= 500 && done) {
        double a_second = (double)done * 1000.0 / (double)elapsed_ms;
        snprintf(rate, sizeof rate, a_second < 10 ? "  %.1f/s" : "  %.0f/s", a_second);
        if (p->total) {
            char time[24];
            plx_progress_duration((uint64_t)((double)(p->total - done) / a_second + 0.5), time,
                                  sizeof time);
            snprintf(left, sizeof left, "  %s left", time);
        }
    }
    size_t room = width, need = strlen(p->what) + strlen(middle);
    bool with_rate = need + strlen(rate) <= room;
    if (with_rate) need += strlen(rate);
    bool with_left = with_rate && need + strlen(left) <= room;
    if (with_left) need += strlen(left);
    bool with_bar = with_left && need + strlen(bar) <= room;
    size_t n = written(snprintf(out, cap, "%s%s%s%s%s", p->what, with_bar ? bar : "", middle,
                                with_rate ? rate : "", with_left ? left : ""),
                       cap);
    if (n > room) out[n = room] = '\0';
    return n;
}
