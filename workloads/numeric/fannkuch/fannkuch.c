/* Fannkuch: how many flips of its beginning put 1 in front of a permutation, for many permutations. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LENGTH 12
#define PERMUTATIONS 479001600

static uint32_t flips_of(const uint8_t permutation[LENGTH]) {
    uint8_t first = permutation[0];
    if (first == 0) {
        return 0;
    }
    uint8_t copy[LENGTH];
    memcpy(copy, permutation, LENGTH);
    uint32_t flips = 1;
    /* What comes to the front next tells the last flip, which need not be made. */
    for (uint8_t next = copy[first]; next != 0; next = copy[first]) {
        /* The front is held in `first`, so that only what lies between the two ends is turned. */
        copy[first] = first;
        for (int low = 1, high = first - 1; low < high; low++, high--) {
            uint8_t value = copy[low];
            copy[low] = copy[high];
            copy[high] = value;
        }
        first = next;
        flips++;
    }
    return flips;
}

/* Turns the beginning of two by one place; after every full turn also that of three, and so on. */
static void advance(uint8_t permutation[LENGTH], uint8_t turns[LENGTH]) {
    for (int i = 1; i < LENGTH; i++) {
        uint8_t first = permutation[0];
        for (int j = 0; j < i; j++) {
            permutation[j] = permutation[j + 1];
        }
        permutation[i] = first;
        if (turns[i] < i) {
            turns[i]++;
            return;
        }
        turns[i] = 0;
    }
}

/* The sum of the flips, counted positive and negative in turn, and the most that any needs, over
 * the first permutations in the benchmark's order. Elements count from 0. */
static int64_t flip_all(uint32_t permutations, uint32_t *most) {
    uint8_t permutation[LENGTH];
    uint8_t turns[LENGTH] = {0};
    int64_t checksum = 0;
    for (uint8_t i = 0; i < LENGTH; i++) {
        permutation[i] = i;
    }
    *most = 0;
    for (uint32_t index = 0; index < permutations; index++) {
        uint32_t flips = flips_of(permutation);
        if (flips > *most) {
            *most = flips;
        }
        checksum += index % 2 == 0 ? (int64_t)flips : -(int64_t)flips;
        advance(permutation, turns);
    }
    return checksum;
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
    long permutations;
    if (argc != 2 || !parse(argv[1], &permutations) || permutations > PERMUTATIONS) {
        fprintf(stderr, "usage: fannkuch <permutations up to %d>\n", PERMUTATIONS);
        return 2;
    }
    int64_t start = now_ns();
    uint32_t most;
    int64_t checksum = flip_all((uint32_t)permutations, &most);
    int64_t elapsed = now_ns() - start;
    printf("%" PRId64 "\n%" PRIu32 "\n", checksum, most);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
