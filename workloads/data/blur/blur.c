/* Box blur: the rounded mean of the pixels around each pixel, first along the rows, then along the columns. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH 512
#define RADIUS 4
#define WINDOW (2 * RADIUS + 1)

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("blur: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* Pixels from 0 to 255 from the workloads' generator. */
static uint8_t *image_of(size_t rows) {
    uint8_t *image = check(calloc(rows, WIDTH));
    uint32_t state = 42;
    for (size_t i = 0; i < rows * WIDTH; i++) {
        state = 1664525 * state + 1013904223;
        image[i] = (uint8_t)(state >> 24);
    }
    return image;
}

/* Beyond its ends, a row continues with its first and its last pixel. */
static void blur_row(const uint8_t *restrict row, uint8_t *restrict blurred) {
    uint8_t longer[WIDTH + 2 * RADIUS];
    memset(longer, row[0], RADIUS);
    memcpy(longer + RADIUS, row, WIDTH);
    memset(longer + RADIUS + WIDTH, row[WIDTH - 1], RADIUS);
    uint32_t sum = 0;
    for (size_t x = 0; x < 2 * RADIUS; x++) {
        sum += longer[x];
    }
    for (size_t x = 0; x < WIDTH; x++) {
        sum += longer[x + 2 * RADIUS];
        blurred[x] = (uint8_t)((sum + RADIUS) / WINDOW);
        sum -= longer[x];
    }
}

/* The row at y - RADIUS. Beyond its ends, a column continues too. */
static const uint8_t *row_at(const uint8_t *image, size_t rows, size_t y) {
    y = y < RADIUS ? 0 : y - RADIUS;
    return image + (y < rows ? y : rows - 1) * WIDTH;
}

/* One sum for each column goes down the image. */
static void blur_columns(const uint8_t *image, size_t rows, uint8_t *restrict blurred) {
    uint32_t sums[WIDTH] = {0};
    for (size_t y = 0; y < 2 * RADIUS; y++) {
        const uint8_t *row = row_at(image, rows, y);
        for (size_t x = 0; x < WIDTH; x++) {
            sums[x] += row[x];
        }
    }
    for (size_t y = 0; y < rows; y++) {
        const uint8_t *enters = row_at(image, rows, y + 2 * RADIUS);
        const uint8_t *leaves = row_at(image, rows, y);
        uint8_t *out = blurred + y * WIDTH;
        for (size_t x = 0; x < WIDTH; x++) {
            sums[x] += enters[x];
            out[x] = (uint8_t)((sums[x] + RADIUS) / WINDOW);
            sums[x] -= leaves[x];
        }
    }
}

static uint8_t *blur(const uint8_t *image, size_t rows) {
    uint8_t *half = check(malloc(rows * WIDTH));
    for (size_t y = 0; y < rows; y++) {
        blur_row(image + y * WIDTH, half + y * WIDTH);
    }
    uint8_t *blurred = check(malloc(rows * WIDTH));
    blur_columns(half, rows, blurred);
    free(half);
    return blurred;
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static bool parse(const char *text, long *value) {
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && *value > 0;
}

int main(int argc, char **argv) {
    long size;
    if (argc != 2 || !parse(argv[1], &size)) {
        fputs("usage: blur <rows>\n", stderr);
        return 2;
    }
    size_t rows = (size_t)size;
    uint8_t *image = image_of(rows);
    int64_t start = now_ns();
    uint8_t *blurred = blur(image, rows);
    int64_t elapsed = now_ns() - start;
    uint32_t hash = 0;
    for (size_t i = 0; i < rows * WIDTH; i++) {
        hash = 31 * hash + blurred[i];
    }
    printf("%" PRIu32 "\n", hash);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(blurred);
    free(image);
    return 0;
}
