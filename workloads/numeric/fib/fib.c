/* Fibonacci numbers by the recursion that defines them: the price of calls. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Never put into itself: without this a compiler may unfold several levels of the recursion, and
 * then fewer calls are made than counted. */
__attribute__((noinline)) static uint64_t fib(uint32_t n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
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
    if (argc != 2 || !parse(argv[1], &n) || n > 90) {
        fputs("usage: fib <n up to 90>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    uint64_t number = fib((uint32_t)n);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu64 "\n", number);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
