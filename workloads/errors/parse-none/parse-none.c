/* Parsing, no text failing: numbers in ten pairs of brackets, a failure passing up through all of
 * them. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TEXTS 1000
#define FAILING 0 /* of these */
#define DEPTH 10
#define ROOM (2 * DEPTH + 11)

enum outcome { SUCCESS, NO_NUMBER, TOO_LARGE };

struct text {
    char characters[ROOM];
    size_t length;
};

/* Numbers of nine digits at most, of which the failing ones have a letter behind them. */
static void make_texts(struct text texts[TEXTS]) {
    uint32_t x = 42;
    for (size_t i = 0; i < TEXTS; i++) {
        x = 1664525 * x + 1013904223;
        /* 7919 and the number of texts have no divisor in common: each remainder comes once. */
        const char *end = (int)(7919 * i % TEXTS) < FAILING ? "x" : "";
        int length = snprintf(texts[i].characters, ROOM, "((((((((((%" PRIu32 "%s))))))))))",
                              x % 1000000000, end);
        texts[i].length = (size_t)length;
    }
}

static enum outcome parse_number(const char *text, size_t length, uint32_t *value) {
    uint64_t number = 0;
    if (length == 0) {
        return NO_NUMBER;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return NO_NUMBER;
        }
        number = 10 * number + (uint64_t)(text[i] - '0');
        if (number > UINT32_MAX) {
            return TOO_LARGE;
        }
    }
    *value = (uint32_t)number;
    return SUCCESS;
}

/* The number in a text, and one more for each pair of brackets around it. Never put into itself:
 * without this a compiler may unfold the recursion, and then fewer calls are made than counted. */
__attribute__((noinline)) static enum outcome parse_text(const char *text, size_t length, uint32_t *value) {
    if (*text != '(') {
        return parse_number(text, length, value);
    }
    enum outcome outcome = parse_text(text + 1, length - 2, value);
    if (outcome != SUCCESS) {
        return outcome;
    }
    *value += 1;
    return SUCCESS;
}

static size_t parse_all(const struct text texts[TEXTS], size_t count, uint32_t *total) {
    size_t failures = 0;
    *total = 0;
    for (size_t i = 0, next = 0; i < count; i++) {
        uint32_t value;
        if (parse_text(texts[next].characters, texts[next].length, &value) == SUCCESS) {
            *total += value;
        } else {
            failures++;
        }
        next = next + 1 < TEXTS ? next + 1 : 0;
    }
    return failures;
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
    long count;
    if (argc != 2 || !parse(argv[1], &count)) {
        fputs("usage: parse-none <texts>\n", stderr);
        return 2;
    }
    static struct text texts[TEXTS];
    uint32_t total;
    make_texts(texts);
    int64_t start = now_ns();
    size_t failures = parse_all(texts, (size_t)count, &total);
    int64_t elapsed = now_ns() - start;
    printf("%zu\n%" PRIu32 "\n", failures, total);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
