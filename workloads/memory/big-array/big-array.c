/* Big array: one array of numbers, filled in order, read at scattered places. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Odd and near 2^32 / golden ratio: its multiples modulo 2^32 are spread out. */
#define SPREAD UINT64_C(2654435769)

static uint32_t *fill(uint64_t size) {
    uint32_t *values = malloc(size * sizeof *values);
    if (values == NULL) {
        fputs("big-array: out of memory\n", stderr);
        exit(1);
    }
    for (uint64_t i = 0; i < size; i++) {
        values[i] = (uint32_t)(i * SPREAD);
    }
    return values;
}

/* The sum of as many values as there are, taken from all over the array. */
static uint64_t scattered_sum(const uint32_t *values, uint64_t size) {
    uint64_t sum = 0;
    for (uint64_t i = 0; i < size; i++) {
        sum += values[i * SPREAD % size];
    }
    return sum;
}

static uint32_t digest(const uint32_t *values, uint64_t size, uint64_t sum) {
    uint32_t hash = (uint32_t)sum;
    for (uint64_t i = 0; i < size; i += 1000) {
        hash = 31 * hash + values[i];
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
        fputs("usage: big-array <size>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t *values = fill((uint64_t)size);
    uint64_t sum = scattered_sum(values, (uint64_t)size);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(values, (uint64_t)size, sum));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(values);
    return 0;
}
