/* Sorting of floats in ascending order by the library's qsort(). */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Fills the array with whole numbers below 2^32, each from two draws of the workloads' generator. */
static void fill(double *values, size_t count) {
    uint32_t state = 42;
    for (size_t i = 0; i < count; i++) {
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        uint32_t high = state >> 16;
        state = UINT32_C(1664525) * state + UINT32_C(1013904223);
        values[i] = high << 16 | state >> 16;
    }
}

static int compare(const void *left, const void *right) {
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

static uint32_t digest(const double *values, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + (uint32_t)values[i];
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
        fputs("usage: sort <numbers>\n", stderr);
        return 2;
    }
    size_t count = (size_t)size;
    double *values = malloc(count * sizeof *values);
    if (values == NULL) {
        fputs("sort: out of memory\n", stderr);
        return 1;
    }
    fill(values, count);
    int64_t start = now_ns();
    qsort(values, count, sizeof *values, compare);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(values, count));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(values);
    return 0;
}
