/* Matrix product by the schoolbook method: every element adds its products in ascending k. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RANGE 1000

/* Fills a matrix with whole numbers below RANGE from the workloads' generator. */
static void fill(double *matrix, size_t count, uint32_t *state) {
    for (size_t i = 0; i < count; i++) {
        *state = UINT32_C(1664525) * *state + UINT32_C(1013904223);
        matrix[i] = (*state >> 16) % RANGE;
    }
}

/* The product of two n by n matrices stored row by row, into zeros. Going through b's rows in the
 * inner loop leaves the order of the additions to each element as it is and lets the compiler use
 * vectors. */
static void multiply(const double *restrict a, const double *restrict b, double *restrict product,
                     size_t n) {
    for (size_t i = 0; i < n; i++) {
        double *restrict row = product + i * n;
        for (size_t k = 0; k < n; k++) {
            double factor = a[i * n + k];
            const double *restrict other = b + k * n;
            for (size_t j = 0; j < n; j++) {
                row[j] += factor * other[j];
            }
        }
    }
}

static uint32_t digest(const double *matrix, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + (uint32_t)(uint64_t)matrix[i];
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
        fputs("usage: matmul <n>\n", stderr);
        return 2;
    }
    size_t n = (size_t)size;
    double *a = malloc(n * n * sizeof *a);
    double *b = malloc(n * n * sizeof *b);
    if (a == NULL || b == NULL) {
        fputs("matmul: out of memory\n", stderr);
        return 1;
    }
    uint32_t state = 42;
    fill(a, n * n, &state);
    fill(b, n * n, &state);
    int64_t start = now_ns();
    double *product = calloc(n * n, sizeof *product);
    if (product == NULL) {
        fputs("matmul: out of memory\n", stderr);
        return 1;
    }
    multiply(a, b, product, n);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(product, n * n));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(a);
    free(b);
    free(product);
    return 0;
}
