/* The page: the viewer with the dossier in it. */
#include "report/report.h"

bool plx_report_html(const plx_dossier *d, plx_str viewer, plx_buf *out) {
    static const plx_str mark = PLX_S_INIT("@@PARALLAX_DOSSIER@@");
    size_t at = plx_str_find(viewer, mark, 0);
    if (at == SIZE_MAX) {
        return false;
    }
    plx_buf json;
    plx_buf_init(&json, out->arena, out->max);
    plx_report_json(d, 0, &json);
    out->overflow = out->overflow || json.overflow;
    plx_buf_put(out, plx_str_slice(viewer, 0, at));
    plx_str rest = plx_buf_str(&json);
    size_t from = 0;
    for (size_t i = 0; i < rest.n; i++) {
        unsigned char c = (unsigned char)rest.p[i];
        /* '<' could end the data block; U+2028 and U+2029 (E2 80 A8, E2 80 A9) end lines in old
         * scripts. All of them stand only in strings, where the escape means the same. */
        bool line = c == 0xE2 && i + 2 < rest.n && (unsigned char)rest.p[i + 1] == 0x80 &&
                    ((unsigned char)rest.p[i + 2] & 0xFE) == 0xA8;
        if (c != '<' && !line) {
            continue;
        }
        plx_buf_put(out, plx_str_slice(rest, from, i));
        if (line) {
            plx_buf_putz(out, (unsigned char)rest.p[i + 2] == 0xA8 ? "\\u2028" : "\\u2029");
            i += 2;
        } else {
            plx_buf_putz(out, "\\u003c");
        }
        from = i + 1;
    }
    plx_buf_put(out, plx_str_slice(rest, from, rest.n));
    plx_buf_put(out, plx_str_slice(viewer, at + mark.n, viewer.n));
    return true;
}
