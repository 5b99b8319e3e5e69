/* Fuzz target: RSS, Atom, sitemaps. */
#include "read_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    return read_input("feed.xml", data, size);
}
