/* Hash map churn: a drawn key is taken out of the map when it is there, else put in. The map is a
 * table with open addressing and linear probing. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* The logarithm of the first capacity. */
#define FIRST_BITS 3

struct entry {
    uint64_t value;
    uint32_t key;
    bool used;
};

struct table {
    struct entry *entries;
    size_t size;
    unsigned bits; /* 2^bits entries */
};

static struct entry *entries(unsigned bits) {
    struct entry *memory = calloc((size_t)1 << bits, sizeof(struct entry));
    if (memory == NULL) {
        fputs("hash-map-churn: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The place where a key belongs: the upper bits of its product with 2^32 / golden ratio. */
static size_t home(const struct table *table, uint32_t key) {
    return key * UINT32_C(2654435769) >> (32 - table->bits);
}

static size_t after(const struct table *table, size_t i) {
    return (i + 1) & (((size_t)1 << table->bits) - 1);
}

/* The place of a key, or the free one where it would go. */
static size_t find(const struct table *table, uint32_t key) {
    size_t i = home(table, key);
    while (table->entries[i].used && table->entries[i].key != key) {
        i = after(table, i);
    }
    return i;
}

static void grow(struct table *table) {
    struct table larger = {entries(table->bits + 1), table->size, table->bits + 1};
    for (size_t i = 0; i < (size_t)1 << table->bits; i++) {
        if (table->entries[i].used) {
            larger.entries[find(&larger, table->entries[i].key)] = table->entries[i];
        }
    }
    free(table->entries);
    *table = larger;
}

static void insert(struct table *table, size_t i, uint32_t key, uint64_t value) {
    table->entries[i] = (struct entry){value, key, true};
    /* Three quarters full at most. */
    if (++table->size * 4 > (size_t)3 << table->bits) {
        grow(table);
    }
}

/* Takes an entry out and moves back those that had to go past its place. */
static uint64_t take(struct table *table, size_t hole) {
    size_t mask = ((size_t)1 << table->bits) - 1;
    uint64_t value = table->entries[hole].value;
    for (size_t i = after(table, hole); table->entries[i].used; i = after(table, i)) {
        size_t distance = (i - home(table, table->entries[i].key)) & mask;
        if (distance >= ((i - hole) & mask)) {
            table->entries[hole] = table->entries[i];
            hole = i;
        }
    }
    table->entries[hole].used = false;
    table->size--;
    return value;
}

/* The hash of the values taken out. */
static uint32_t churn(struct table *table, uint64_t steps) {
    uint32_t hash = 0;
    uint32_t state = 42;
    for (uint64_t step = 0; step < steps; step++) {
        state = 1664525 * state + 1013904223;
        uint32_t key = state >> 16;
        size_t i = find(table, key);
        if (table->entries[i].used) {
            hash = 31 * hash + (uint32_t)take(table, i);
        } else {
            insert(table, i, key, step);
        }
    }
    return hash;
}

/* Goes on with the hash over what is left, in any order. */
static uint32_t digest(uint32_t hash, const struct table *table) {
    for (size_t i = 0; i < (size_t)1 << table->bits; i++) {
        const struct entry *entry = &table->entries[i];
        if (entry->used) {
            hash += 31 * entry->key + (uint32_t)entry->value;
        }
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
    long steps;
    if (argc != 2 || !parse(argv[1], &steps)) {
        fputs("usage: hash-map-churn <steps>\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    struct table table = {entries(FIRST_BITS), 0, FIRST_BITS};
    uint32_t hash = churn(&table, (uint64_t)steps);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(hash, &table));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(table.entries);
    return 0;
}
