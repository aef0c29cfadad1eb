/* Sum of a list of whole numbers, again and again, with one number changed before each pass. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LENGTH 100000
#define PARTS 8

/* Fills the list with whole numbers below 2^16 from the workloads' generator. */
static void fill(int64_t values[LENGTH]) {
    uint32_t state = 42;
    for (size_t i = 0; i < LENGTH; i++) {
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        values[i] = state >> 16;
    }
}

/* The sum of every pass. Before each, the next number of the list becomes the number of the pass,
 * so that no pass can stand for another. Several sums at once, as not all compilers make them of
 * one. */
static void sum_all(int64_t values[LENGTH], int64_t *sums, size_t passes) {
    for (size_t pass = 0; pass < passes; pass++) {
        values[pass % LENGTH] = (int64_t)pass;
        int64_t parts[PARTS] = {0};
        for (size_t i = 0; i < LENGTH; i += PARTS) {
            for (size_t k = 0; k < PARTS; k++) {
                parts[k] += values[i + k];
            }
        }
        for (size_t k = 0; k < PARTS; k++) {
            sums[pass] += parts[k];
        }
    }
}

static uint32_t digest(const int64_t *sums, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + (uint32_t)(uint64_t)sums[i];
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
    long size;
    if (argc != 2 || !parse(argv[1], &size)) {
        fputs("usage: sum <passes>\n", stderr);
        return 2;
    }
    size_t passes = (size_t)size;
    int64_t *values = malloc(LENGTH * sizeof *values);
    if (values == NULL) {
        fputs("sum: out of memory\n", stderr);
        return 1;
    }
    fill(values);
    int64_t start = now_ns();
    int64_t *sums = calloc(passes, sizeof *sums);
    if (sums == NULL) {
        fputs("sum: out of memory\n", stderr);
        return 1;
    }
    sum_all(values, sums, passes);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(sums, passes));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(values);
    free(sums);
    return 0;
}
