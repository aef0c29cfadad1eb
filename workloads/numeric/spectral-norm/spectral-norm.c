/* Spectral norm of a matrix of fractions by ten rounds of the power method. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 10

/* One over the element in this row and column of the matrix: a whole number. */
static inline double denominator(double row, double column) {
    double diagonal = row + column;
    return diagonal * (diagonal + 1.0) * 0.5 + (row + 1.0);
}

/* Every element of the product adds its quotients in ascending order of the column. Taking the
 * columns in the outer loop leaves that order as it is and lets the compiler use vectors. */
static void multiply(const double *restrict vector, double *restrict product, uint32_t n) {
    for (uint32_t row = 0; row < n; row++) {
        product[row] = 0.0;
    }
    for (uint32_t column = 0; column < n; column++) {
        double value = vector[column];
        for (uint32_t row = 0; row < n; row++) {
            product[row] += value / denominator((int32_t)row, column);
        }
    }
}

static void multiply_transposed(const double *restrict vector, double *restrict product,
                                uint32_t n) {
    for (uint32_t row = 0; row < n; row++) {
        product[row] = 0.0;
    }
    for (uint32_t column = 0; column < n; column++) {
        double value = vector[column];
        for (uint32_t row = 0; row < n; row++) {
            product[row] += value / denominator(column, (int32_t)row);
        }
    }
}

static void iterate(double *u, double *v, double *between, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        u[i] = 1.0;
    }
    for (int round = 0; round < ROUNDS; round++) {
        multiply(u, between, n);
        multiply_transposed(between, v, n);
        multiply(v, between, n);
        multiply_transposed(between, u, n);
    }
}

/* Hash of the bits of every value. */
static uint32_t digest(const double *values, size_t count, uint32_t hash) {
    for (size_t i = 0; i < count; i++) {
        uint64_t bits;
        memcpy(&bits, &values[i], sizeof bits);
        hash = 31 * hash + (uint32_t)bits;
        hash = 31 * hash + (uint32_t)(bits >> 32);
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
    if (argc != 2 || !parse(argv[1], &size) || size > INT32_MAX) {
        fputs("usage: spectral-norm <n>\n", stderr);
        return 2;
    }
    uint32_t n = (uint32_t)size;
    int64_t start = now_ns();
    double *u = malloc(n * sizeof *u);
    double *v = malloc(n * sizeof *v);
    double *between = malloc(n * sizeof *between);
    if (u == NULL || v == NULL || between == NULL) {
        fputs("spectral-norm: out of memory\n", stderr);
        return 1;
    }
    iterate(u, v, between, n);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(v, n, digest(u, n, 0)));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(u);
    free(v);
    free(between);
    return 0;
}
