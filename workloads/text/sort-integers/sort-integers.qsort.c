/* Sorting integers: read as text from the standard input and sorted by qsort. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BLOCK (64 * 1024)

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("sort-integers: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The whole of a stream, a NUL behind it. False when it cannot be read. */
static bool read_all(FILE *input, char **text, size_t *length) {
    size_t room = BLOCK;
    size_t read;
    *text = check(malloc(room));
    *length = 0;
    while ((read = fread(*text + *length, 1, room - *length - 1, input)) > 0) {
        *length += read;
        if (*length == room - 1) {
            room *= 2;
            *text = check(realloc(*text, room));
        }
    }
    (*text)[*length] = '\0';
    return !ferror(input);
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The numbers of a text, between which there is white space; NULL when there is anything else. */
static uint32_t *numbers_of(const char *text, const char *end, size_t *count) {
    size_t room = 1024;
    uint32_t *numbers = check(malloc(room * sizeof(uint32_t)));
    *count = 0;
    while (text < end) {
        if (is_space(*text)) {
            text++;
            continue;
        }
        if (!is_digit(*text)) {
            free(numbers);
            return NULL;
        }
        uint32_t number = 0;
        while (is_digit(*text)) {
            number = 10 * number + (uint32_t)(*text++ - '0');
        }
        if (*count == room) {
            room *= 2;
            numbers = check(realloc(numbers, room * sizeof(uint32_t)));
        }
        numbers[(*count)++] = number;
    }
    return numbers;
}

static int by_value(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left;
    uint32_t b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

static uint32_t digest(const uint32_t *numbers, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        hash = 31 * hash + numbers[i];
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
    long integers;
    if (argc != 2 || !parse(argv[1], &integers)) {
        fputs("usage: sort-integers <integers> < input\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    char *text;
    size_t length;
    if (!read_all(stdin, &text, &length)) {
        perror("sort-integers");
        return 1;
    }
    size_t count;
    uint32_t *numbers = numbers_of(text, text + length, &count);
    free(text);
    if (numbers == NULL) {
        fputs("sort-integers: the input is not whole numbers\n", stderr);
        return 1;
    }
    qsort(numbers, count, sizeof(uint32_t), by_value);
    int64_t elapsed = now_ns() - start;
    printf("%zu\n%" PRIu32 "\n", count, digest(numbers, count));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(numbers);
    return 0;
}
