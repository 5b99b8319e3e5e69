#include "read/internal.h"

void plx_read__html(plx_read__run *run, const plx_read__hints *hints, plx_str bytes) {
    (void)bytes;
    plx_read__fail(run, hints, PLX_UNSUPPORTED, 0, "HTML");
}
