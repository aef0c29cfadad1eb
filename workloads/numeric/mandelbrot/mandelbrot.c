/* Mandelbrot set: for every point of a grid the steps until it has left the circle of radius 2. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define LIMIT 50

/* The steps of z = z * z + c, from zero, after which z is still within the circle. */
static uint8_t escape(double real, double imaginary) {
    double x = 0.0, y = 0.0;
    double x2 = 0.0, y2 = 0.0;
    for (uint8_t count = 0; count < LIMIT; count++) {
        y = 2.0 * x * y + imaginary;
        x = x2 - y2 + real;
        x2 = x * x;
        y2 = y * y;
        if (x2 + y2 > 4.0) {
            return count;
        }
    }
    return LIMIT;
}

/* The counts of an n by n grid over the real parts from -1.5 and the imaginary parts from -1, both
 * up to 2 more, row by row. */
static void count_all(uint8_t *counts, size_t n) {
    for (size_t row = 0; row < n; row++) {
        double imaginary = 2.0 * (double)row / (double)n - 1.0;
        for (size_t column = 0; column < n; column++) {
            double real = 2.0 * (double)column / (double)n - 1.5;
            counts[row * n + column] = escape(real, imaginary);
        }
    }
}

static uint32_t digest(const uint8_t *counts, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + counts[i];
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
        fputs("usage: mandelbrot <n>\n", stderr);
        return 2;
    }
    size_t n = (size_t)size;
    int64_t start = now_ns();
    uint8_t *counts = malloc(n * n);
    if (counts == NULL) {
        fputs("mandelbrot: out of memory\n", stderr);
        return 1;
    }
    count_all(counts, n);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(counts, n * n));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(counts);
    return 0;
}
