/* Chunky work: a hash (FNV-1a of 32 bits) over blocks of 64 KiB, byte by byte. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define BLOCK 65536

static void make_block(unsigned char block[BLOCK]) {
    uint32_t x = 42;
    for (size_t i = 0; i < BLOCK; i++) {
        x = 1664525 * x + 1013904223;
        block[i] = (unsigned char)(x >> 24);
    }
}

static uint32_t update(uint32_t digest, const unsigned char *data, size_t length) {
    for (size_t i = 0; i < length; i++) {
        digest = (digest ^ data[i]) * 16777619;
    }
    return digest;
}

static uint32_t hash_all(const unsigned char block[BLOCK], size_t count) {
    uint32_t digest = 2166136261;
    while (count > 0) {
        size_t length = count < BLOCK ? count : BLOCK;
        digest = update(digest, block, length);
        count -= length;
    }
    return digest;
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
        fputs("usage: chunky <bytes>\n", stderr);
        return 2;
    }
    static unsigned char block[BLOCK];
    make_block(block);
    int64_t start = now_ns();
    uint32_t digest = hash_all(block, (size_t)count);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
