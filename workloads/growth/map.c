/* A hash map from whole numbers to whole numbers. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The logarithm of the first capacity. */
#define FIRST_BITS 3

struct entry {
    uint64_t key;
    uint64_t value;
    bool used;
};

struct table {
    struct entry *entries;
    size_t length;
    unsigned bits; /* 2^bits entries */
};

static struct entry *entries(unsigned bits) {
    struct entry *memory = calloc((size_t)1 << bits, sizeof(*memory));
    if (memory == NULL) {
        exit(1);
    }
    return memory;
}

/* The place of a key, or the free one where it would go. */
static struct entry *find(const struct table *table, uint64_t key) {
    size_t i = key * UINT64_C(0x9e3779b97f4a7c15) >> (64 - table->bits);
    while (table->entries[i].used && table->entries[i].key != key) {
        i = (i + 1) & (((size_t)1 << table->bits) - 1);
    }
    return &table->entries[i];
}

static void grow(struct table *table) {
    struct table larger = {entries(table->bits + 1), table->length, table->bits + 1};
    for (size_t i = 0; i < (size_t)1 << table->bits; i++) {
        if (table->entries[i].used) {
            *find(&larger, table->entries[i].key) = table->entries[i];
        }
    }
    free(table->entries);
    *table = larger;
}

/* Puts in a new key. The table is three quarters full at most. */
static void insert(struct table *table, uint64_t key, uint64_t value) {
    if ((table->length + 1) * 4 > (size_t)3 << table->bits) {
        grow(table);
    }
    *find(table, key) = (struct entry){key, value, true};
    table->length++;
}

static struct table make(size_t count) {
    struct table map = {entries(FIRST_BITS), 0, FIRST_BITS};
    for (size_t i = 0; i < count; i++) {
        insert(&map, i * 3 + 1000, i * 5 + 1000);
    }
    return map;
}

/* The compiler must not drop what nobody reads. */
static struct table *volatile kept;

int main(int argc, char **argv) {
    if (argc < 2) {
        return 2;
    }
    size_t count = strtoull(argv[1], NULL, 10);
    struct table made = make(count);
    kept = &made;
    printf("%zu\n", kept->length);
    return 0;
}
