/* Fuzz target: HTML pages. */
#include "read_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    return read_input("page.html", data, size);
}
