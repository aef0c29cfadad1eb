/* The hash over a block as a plain library. */
#include <stddef.h>
#include <stdint.h>

uint32_t update(uint32_t digest, const unsigned char *data, size_t length);

/* The hash after more bytes. */
uint32_t update(uint32_t digest, const unsigned char *data, size_t length) {
    for (size_t i = 0; i < length; i++) {
        digest = (digest ^ data[i]) * 16777619;
    }
    return digest;
}
