/* The step as a plain library. */
#include <stdint.h>

uint32_t step(uint32_t x);

/* The next number. */
uint32_t step(uint32_t x) {
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return x;
}
