/* FASTA: a sequence that repeats and one that is drawn by weights, in lines of 60 letters. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WIDTH 60
#define BLOCK (64 * 1024)
#define PERIOD 287
#define SEED 42

struct draws {
    char table[65536]; /* the letter of every value that can be drawn */
    uint32_t x;        /* the state of the generator */
};

/* Of the 65536 values that can be drawn so many mean each letter. */
static void prepare(struct draws *draws) {
    memset(draws->table, 'a', 19858);
    memset(draws->table + 19858, 'c', 12976);
    memset(draws->table + 19858 + 12976, 'g', 12946);
    memset(draws->table + 19858 + 12976 + 12946, 't', 19756);
    draws->x = SEED;
}

static void fill(struct draws *draws, char *letters, size_t count) {
    uint32_t x = draws->x;
    for (size_t i = 0; i < count; i++) {
        x = 1664525 * x + 1013904223;
        letters[i] = draws->table[x >> 16];
    }
    draws->x = x;
}

static void write_repeated(FILE *out, const char pattern[PERIOD], size_t letters) {
    /* With its first letters behind it, every line is one piece. */
    char wrapped[PERIOD + WIDTH];
    memcpy(wrapped, pattern, PERIOD);
    memcpy(wrapped + PERIOD, pattern, WIDTH);
    size_t at = 0;
    fputs(">repeated\n", out);
    while (letters > 0) {
        size_t length = letters < WIDTH ? letters : WIDTH;
        fwrite(wrapped + at, 1, length, out);
        putc('\n', out);
        at = (at + length) % PERIOD;
        letters -= length;
    }
}

static void write_drawn(FILE *out, struct draws *draws, size_t letters) {
    char line[WIDTH + 1];
    fputs(">drawn\n", out);
    while (letters > 0) {
        size_t length = letters < WIDTH ? letters : WIDTH;
        fill(draws, line, length);
        line[length] = '\n';
        fwrite(line, 1, length + 1, out);
        letters -= length;
    }
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
    long letters;
    if (argc != 2 || !parse(argv[1], &letters)) {
        fputs("usage: fasta <letters>\n", stderr);
        return 2;
    }
    static char block[BLOCK];
    static struct draws draws;
    char pattern[PERIOD];
    prepare(&draws);
    fill(&draws, pattern, PERIOD);
    setvbuf(stdout, block, _IOFBF, BLOCK);
    int64_t start = now_ns();
    write_repeated(stdout, pattern, (size_t)letters);
    write_drawn(stdout, &draws, (size_t)letters);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        perror("fasta");
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
