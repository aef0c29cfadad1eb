/* Calls of C: the C library's toupper for every byte. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define PERIOD 65536

/* Declared here, since <ctype.h> may have a body for it, which would be put in the place of a call. */
int toupper(int character);

/* So many ASCII characters, the first of them drawn and then all again. */
static void make_text(unsigned char *text, size_t count) {
    uint32_t x = 42;
    for (size_t i = 0; i < count; i++) {
        x = 1664525 * x + 1013904223;
        text[i] = i < PERIOD ? (unsigned char)(x >> 25) : text[i - PERIOD];
    }
}

static int64_t upper_sum(const unsigned char *text, size_t count) {
    int64_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += toupper(text[i]);
    }
    return total;
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
    long calls;
    if (argc != 2 || !parse(argv[1], &calls)) {
        fputs("usage: toupper <calls>\n", stderr);
        return 2;
    }
    unsigned char *text = malloc((size_t)calls);
    if (text == NULL) {
        fputs("toupper: out of memory\n", stderr);
        return 1;
    }
    make_text(text, (size_t)calls);
    int64_t start = now_ns();
    int64_t total = upper_sum(text, (size_t)calls);
    int64_t elapsed = now_ns() - start;
    printf("%" PRId64 "\n", total);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(text);
    return 0;
}
