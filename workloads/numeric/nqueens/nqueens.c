/* N queens: all ways to place n queens on an n by n board so that none attacks another. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The solutions below one node of the search: rows filled one by one, the attacked squares of the
 * next row as bits. */
static uint64_t place(uint32_t all, uint32_t columns, uint32_t left, uint32_t right) {
    uint32_t free_squares = all & ~(columns | left | right);
    uint64_t solutions = 0;
    while (free_squares != 0) {
        uint32_t queen = free_squares & -free_squares;
        free_squares ^= queen;
        uint32_t taken = columns | queen;
        solutions +=
            taken == all ? 1 : place(all, taken, (left | queen) << 1, (right | queen) >> 1);
    }
    return solutions;
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
    long n;
    if (argc != 2 || !parse(argv[1], &n) || n > 31) {
        fputs("usage: nqueens <n up to 31>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint64_t solutions = place((UINT32_C(1) << n) - 1, 0, 0, 0);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu64 "\n", solutions);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
