/* Fuzz target: tables. */
#include "read_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    return read_input("rows.csv", data, size);
}
