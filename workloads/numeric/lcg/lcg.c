/* The workloads' generator: numbers drawn one after the other and hashed. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static uint32_t draw(uint64_t count) {
    uint32_t state = 42;
    uint32_t hash = 0;
    for (uint64_t i = 0; i < count; i++) {
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        hash = 31 * hash + (state >> 16);
    }
    return hash;
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
    long count;
    if (argc != 2 || !parse(argv[1], &count)) {
        fputs("usage: lcg <numbers>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t hash = draw((uint64_t)count);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", hash);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
