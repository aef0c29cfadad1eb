/* Sorting strings: the lines of the standard input, sorted by qsort. */
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
        fputs("sort-strings: out of memory\n", stderr);
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

/* The lines of a text, the NUL that strcmp needs in the place of each line feed. The last one need not
 * have a line feed; a NUL follows the text. */
static const char **split(char *text, size_t length, size_t *count) {
    char *end = text + length;
    size_t room = 1024;
    const char **lines = check(malloc(room * sizeof(char *)));
    *count = 0;
    while (text < end) {
        char *feed = memchr(text, '\n', (size_t)(end - text));
        char *stop = feed != NULL ? feed : end;
        if (*count == room) {
            room *= 2;
            lines = check(realloc(lines, room * sizeof(char *)));
        }
        lines[(*count)++] = text;
        *stop = '\0';
        text = stop + 1;
    }
    return lines;
}

static int by_text(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Hash of the length and the last byte of each line, in order. */
static uint32_t digest(const char **lines, size_t count) {
    uint32_t hash = 0;
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(lines[i]);
        unsigned char last = length > 0 ? (unsigned char)lines[i][length - 1] : 0;
        hash = 31 * hash + 256 * (uint32_t)length + last;
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
    long words;
    if (argc != 2 || !parse(argv[1], &words)) {
        fputs("usage: sort-strings <words> < input\n", stderr);
        return 2;
    }
    char *text;
    size_t length;
    if (!read_all(stdin, &text, &length)) {
        perror("sort-strings");
        return 1;
    }
    size_t count;
    const char **lines = split(text, length, &count);
    int64_t start = now_ns();
    qsort(lines, count, sizeof(char *), by_text);
    int64_t elapsed = now_ns() - start;
    printf("%zu\n%" PRIu32 "\n", count, digest(lines, count));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(lines);
    free(text);
    return 0;
}
