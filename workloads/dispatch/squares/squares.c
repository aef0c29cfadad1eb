/* Sum of the squares of numbers with a remainder of 1 by three, again and again. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LENGTH 10000

/* Fills the list with whole numbers below 2^16 from the workloads' generator. */
static void fill(uint32_t values[LENGTH]) {
    uint32_t state = 42;
    for (size_t i = 0; i < LENGTH; i++) {
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        values[i] = state >> 16;
    }
}

static uint64_t total(const uint32_t values[LENGTH]) {
    uint64_t total = 0;
    for (size_t i = 0; i < LENGTH; i++) {
        if (values[i] % 3 == 1) {
            total += (uint64_t)values[i] * values[i];
        }
    }
    return total;
}

/* The hash of the totals of all passes. Before each, the next number of the list becomes the number
 * of the pass, so that no pass can stand for another. */
static uint32_t run(uint32_t values[LENGTH], size_t passes) {
    uint32_t hash = 0;
    for (size_t pass = 0; pass < passes; pass++) {
        values[pass % LENGTH] = (uint32_t)pass;
        hash = 31 * hash + (uint32_t)total(values);
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
    long passes;
    if (argc != 2 || !parse(argv[1], &passes)) {
        fputs("usage: squares <passes>\n", stderr);
        return 2;
    }
    static uint32_t values[LENGTH];
    fill(values);
    int64_t start = now_ns();
    uint32_t hash = run(values, (size_t)passes);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", hash);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
