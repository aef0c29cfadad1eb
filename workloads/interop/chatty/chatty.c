/* Chatty work: steps of xorshift with 32 bits, each from the number that the last one gave. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint32_t run(long steps) {
    uint32_t x = 42;
    for (long i = 0; i < steps; i++) {
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
    }
    return x;
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* A whole number above zero. */
static bool parse(const char *text, long *value) {
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && *value > 0;
}

int main(int argc, char **argv) {
    long steps;
    if (argc != 2 || !parse(argv[1], &steps)) {
        fputs("usage: chatty <steps>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t x = run(steps);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", x);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
