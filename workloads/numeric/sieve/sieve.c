/* Sieve of Eratosthenes: the number of primes up to a limit. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static size_t primes(bool *prime, size_t limit) {
    memset(prime, true, limit + 1);
    prime[0] = prime[1] = false;
    for (size_t number = 2; number * number <= limit; number++) {
        if (prime[number]) {
            for (size_t multiple = number * number; multiple <= limit; multiple += number) {
                prime[multiple] = false;
            }
        }
    }
    size_t count = 0;
    for (size_t number = 0; number <= limit; number++) {
        count += prime[number];
    }
    return count;
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
        fputs("usage: sieve <limit>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    bool *prime = malloc((size_t)limit + 1);
    if (prime == NULL) {
        fputs("sieve: out of memory\n", stderr);
        return 1;
    }
    size_t count = primes(prime, (size_t)limit);
    int64_t elapsed = now_ns() - start;
    printf("%zu\n", count);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(prime);
    return 0;
}
