/* Lines in and out of files: many are written, read again one by one, and the longer ones written to
 * a second file. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TEXTS 1000
#define LONGEST 65
#define BLOCK (64 * 1024)
#define SHORT 40

struct text {
    char characters[LONGEST];
    size_t length;
};

struct result {
    size_t lines;      /* that were read */
    size_t kept, size; /* lines and bytes of those that were kept */
};

/* Lines of 1 to 64 letters and a line feed. */
static void make_texts(struct text texts[TEXTS]) {
    uint32_t x = 42;
    for (int i = 0; i < TEXTS; i++) {
        x = 1664525 * x + 1013904223;
        size_t letters = 1 + (x >> 16) % 64;
        memset(texts[i].characters, "abcdefgh"[x >> 29], letters);
        texts[i].characters[letters] = '\n';
        texts[i].length = letters + 1;
    }
}

/* Without a buffer of its own setvbuf would leave the size as it is. */
static FILE *open_file(const char *name, const char *mode, char buffer[BLOCK]) {
    FILE *file = fopen(name, mode);
    if (file == NULL || setvbuf(file, buffer, _IOFBF, BLOCK) != 0) {
        perror("lines");
        exit(1);
    }
    return file;
}

static void close_file(FILE *file) {
    bool failed = ferror(file);
    if (fclose(file) != 0 || failed) {
        perror("lines");
        exit(1);
    }
}

static struct result copy(const struct text texts[TEXTS], size_t count) {
    static char in_buffer[BLOCK];
    static char out_buffer[BLOCK];
    FILE *out = open_file("all.txt", "w", out_buffer);
    for (size_t i = 0, next = 0; i < count; i++) {
        fwrite(texts[next].characters, 1, texts[next].length, out);
        next = next + 1 < TEXTS ? next + 1 : 0;
    }
    close_file(out);
    struct result result = {0, 0, 0};
    FILE *source = open_file("all.txt", "r", in_buffer);
    out = open_file("kept.txt", "w", out_buffer);
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    while ((length = getline(&line, &room, source)) > 0) {
        result.lines++;
        if (length > SHORT) {
            result.kept++;
            result.size += (size_t)length;
            fwrite(line, 1, (size_t)length, out);
        }
    }
    free(line);
    close_file(source);
    close_file(out);
    return result;
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
        fputs("usage: lines <lines>\n", stderr);
        return 2;
    }
    static struct text texts[TEXTS];
    make_texts(texts);
    int64_t start = now_ns();
    struct result result = copy(texts, (size_t)count);
    int64_t elapsed = now_ns() - start;
    if (remove("all.txt") != 0 || remove("kept.txt") != 0) {
        perror("lines");
        return 1;
    }
    printf("%zu\n%zu\n%zu\n", result.lines, result.kept, result.size);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
