/* Fuzz target: zip, tar, 7z and packed files, office documents. */
#include "read_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    return read_input("all.zip", data, size);
}
