/* What a fuzz target defines: it must take any bytes, and never crash, leak, hang or read outside
 * them. Returns 0, or -1 if the input should not become part of the corpus (libFuzzer's contract).
 */
#ifndef PLX_FUZZ_FUZZ_H
#define PLX_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
