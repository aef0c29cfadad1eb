/* Merkle tree: transactions hashed by SHA-256, and hashes in pairs up to the root. C has no SHA-256,
 * so that it is written here. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LEAF 0
#define NODE 1
#define BLOCK 64
#define HASH 32
#define RECORD 24 /* three numbers of at most five digits, with commas and NUL */

struct hash {
    unsigned char bytes[HASH];
};

struct record {
    char text[RECORD];
    size_t length;
};

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("merkle-tree: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static uint32_t rotate(uint32_t x, int bits) {
    return x >> bits | x << (32 - bits);
}

static uint32_t big_endian(const unsigned char *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void compress(uint32_t state[8], const unsigned char *block) {
    uint32_t w[64];
    for (size_t i = 0; i < 16; i++) {
        w[i] = big_endian(block + 4 * i);
    }
    for (size_t i = 16; i < 64; i++) {
        uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (size_t i = 0; i < 64; i++) {
        uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        uint32_t first = h + s1 + ((e & f) ^ (~e & g)) + round_constants[i] + w[i];
        uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
        uint32_t second = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
}

/* The hash of two blocks or one, of which the first bytes are a message and the others are 0. */
static struct hash sha256(unsigned char *message, size_t length) {
    uint32_t state[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    size_t end = length + 9 <= BLOCK ? BLOCK : 2 * BLOCK;
    message[length] = 0x80;
    message[end - 2] = (unsigned char)(8 * length >> 8);
    message[end - 1] = (unsigned char)(8 * length);
    for (size_t at = 0; at < end; at += BLOCK) {
        compress(state, message + at);
    }
    struct hash hash;
    for (size_t i = 0; i < HASH; i++) {
        hash.bytes[i] = (unsigned char)(state[i / 4] >> (24 - 8 * (i % 4)));
    }
    return hash;
}

static struct hash leaf(const struct record *record) {
    unsigned char message[2 * BLOCK] = {LEAF};
    memcpy(message + 1, record->text, record->length);
    return sha256(message, 1 + record->length);
}

static struct hash node(const struct hash *left, const struct hash *right) {
    unsigned char message[2 * BLOCK] = {NODE};
    memcpy(message + 1, left->bytes, HASH);
    memcpy(message + 1 + HASH, right->bytes, HASH);
    return sha256(message, 1 + 2 * HASH);
}

static uint16_t draw(uint32_t *state) {
    *state = 1664525 * *state + 1013904223;
    return (uint16_t)(*state >> 16);
}

/* Sender, receiver and amount, from the workloads' generator. */
static struct record *transactions(size_t n) {
    struct record *records = check(calloc(n, sizeof *records));
    uint32_t state = 42;
    for (size_t i = 0; i < n; i++) {
        uint16_t sender = draw(&state);
        uint16_t receiver = draw(&state);
        uint16_t amount = draw(&state);
        int length = snprintf(records[i].text, RECORD, "%d,%d,%d", sender, receiver, amount);
        records[i].length = (size_t)length;
    }
    return records;
}

/* An odd hash at the end of a level goes up as it is. */
static struct hash root(const struct record *records, size_t n) {
    struct hash *level = check(malloc(n * sizeof *level));
    for (size_t i = 0; i < n; i++) {
        level[i] = leaf(&records[i]);
    }
    for (size_t size = n; size > 1; size = (size + 1) / 2) {
        for (size_t i = 0; i + 1 < size; i += 2) {
            level[i / 2] = node(&level[i], &level[i + 1]);
        }
        if (size % 2 == 1) {
            level[size / 2] = level[size - 1];
        }
    }
    struct hash result = level[0];
    free(level);
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
    long n;
    if (argc != 2 || !parse(argv[1], &n)) {
        fputs("usage: merkle-tree <transactions>\n", stderr);
        return 2;
    }
    struct record *records = transactions((size_t)n);
    int64_t start = now_ns();
    struct hash result = root(records, (size_t)n);
    int64_t elapsed = now_ns() - start;
    for (size_t i = 0; i < HASH; i += 4) {
        printf("%" PRIu32 "\n", big_endian(result.bytes + i));
    }
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(records);
    return 0;
}
