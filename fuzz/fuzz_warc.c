/* Fuzz target: WARC files, packed or not. */
#include "read_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    return read_input("crawl.warc", data, size);
}
