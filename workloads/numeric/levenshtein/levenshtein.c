/* Levenshtein distance: the fewest insertions, deletions and substitutions between two texts. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Fills the text with letters from an alphabet of four, from the workloads' generator. */
static void fill(uint8_t *text, size_t length, uint32_t *state) {
    for (size_t i = 0; i < length; i++) {
        *state = UINT32_C(1664525) * *state + UINT32_C(1013904223);
        text[i] = (uint8_t)('a' + (*state >> 30));
    }
}

static inline uint32_t lesser(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

/* The last row of the table of distances between beginnings of the two texts; one row is kept. */
static void distances(const uint8_t *restrict from, const uint8_t *restrict to,
                      uint32_t *restrict row, size_t length) {
    for (size_t j = 0; j <= length; j++) {
        row[j] = (uint32_t)j;
    }
    for (size_t i = 0; i < length; i++) {
        uint8_t a = from[i];
        uint32_t diagonal = row[0];
        uint32_t left = ++row[0];
        for (size_t j = 0; j < length; j++) {
            uint32_t up = row[j + 1];
            left = a == to[j] ? diagonal : lesser(lesser(diagonal, up), left) + 1;
            row[j + 1] = left;
            diagonal = up;
        }
    }
}

static uint32_t digest(const uint32_t *row, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + row[i];
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
        fputs("usage: levenshtein <letters>\n", stderr);
        return 2;
    }
    size_t length = (size_t)size;
    uint8_t *from = malloc(length);
    uint8_t *to = malloc(length);
    if (from == NULL || to == NULL) {
        fputs("levenshtein: out of memory\n", stderr);
        return 1;
    }
    uint32_t state = 42;
    fill(from, length, &state);
    fill(to, length, &state);
    int64_t start = now_ns();
    uint32_t *row = malloc((length + 1) * sizeof *row);
    if (row == NULL) {
        fputs("levenshtein: out of memory\n", stderr);
        return 1;
    }
    distances(from, to, row, length);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n%" PRIu32 "\n", row[length], digest(row, length + 1));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(from);
    free(to);
    free(row);
    return 0;
}
