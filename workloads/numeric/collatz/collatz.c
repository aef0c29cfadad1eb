/* Collatz: the longest chain from any start up to a limit, and the steps of all chains together. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct chains {
    uint64_t longest_start;
    uint64_t longest_steps;
    uint64_t all_steps;
};

static uint64_t follow(uint64_t start) {
    uint64_t value = start;
    uint64_t steps = 0;
    while (value != 1) {
        value = value % 2 == 1 ? 3 * value + 1 : value / 2;
        steps++;
    }
    return steps;
}

/* Follows the chain of every start from 1 to the limit down to 1. Of equally long chains the first
 * counts. */
static struct chains follow_all(uint64_t limit) {
    struct chains chains = {1, 0, 0};
    for (uint64_t start = 1; start <= limit; start++) {
        uint64_t steps = follow(start);
        if (steps > chains.longest_steps) {
            chains.longest_start = start;
            chains.longest_steps = steps;
        }
        chains.all_steps += steps;
    }
    return chains;
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
    long limit;
    if (argc != 2 || !parse(argv[1], &limit)) {
        fputs("usage: collatz <limit>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    struct chains chains = follow_all((uint64_t)limit);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu64 "\n%" PRIu64 "\n%" PRIu64 "\n", chains.longest_start, chains.longest_steps,
           chains.all_steps);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
