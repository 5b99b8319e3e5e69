/* Fuzz target: whatever is read as text: plain text, JSON, mail. */
#include "read_input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    return read_input("some.txt", data, size);
}
