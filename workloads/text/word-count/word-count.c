/* Word count: how often each word of the standard input occurs, in a table with open addressing. */
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
#define FIRST_CAPACITY 1024

struct entry {
    char *word; /* NULL: free */
    size_t length;
    uint64_t hash;
    uint32_t count;
};

struct table {
    struct entry *entries;
    size_t capacity; /* a power of two */
    size_t size;
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("word-count: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

/* The entry of a word, or the free one where it belongs. */
static struct entry *find(const struct table *table, const char *word, size_t length,
                          uint64_t hash) {
    size_t mask = table->capacity - 1;
    size_t i = hash & mask;
    for (;;) {
        struct entry *entry = &table->entries[i];
        if (entry->word == NULL || (entry->hash == hash && entry->length == length &&
                                    memcmp(entry->word, word, length) == 0)) {
            return entry;
        }
        i = (i + 1) & mask;
    }
}

static void grow(struct table *table) {
    struct table larger = {NULL, 2 * table->capacity, table->size};
    larger.entries = check(calloc(larger.capacity, sizeof(struct entry)));
    for (size_t i = 0; i < table->capacity; i++) {
        const struct entry *entry = &table->entries[i];
        if (entry->word != NULL) {
            *find(&larger, entry->word, entry->length, entry->hash) = *entry;
        }
    }
    free(table->entries);
    *table = larger;
}

static void add(struct table *table, const char *word, size_t length, uint64_t hash) {
    struct entry *entry = find(table, word, length, hash);
    if (entry->word != NULL) {
        entry->count++;
        return;
    }
    char *copy = check(malloc(length));
    memcpy(copy, word, length);
    *entry = (struct entry){copy, length, hash, 1};
    if (++table->size > table->capacity / 2) {
        grow(table);
    }
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Adds the words of a text; the hash is FNV-1a, formed while the end of the word is looked for. */
static void add_words(struct table *table, const char *text, size_t length) {
    const char *end = text + length;
    while (text < end) {
        const char *word = text;
        uint64_t hash = UINT64_C(14695981039346656037);
        while (text < end && !is_space(*text)) {
            hash = (hash ^ (unsigned char)*text++) * UINT64_C(1099511628211);
        }
        if (text > word) {
            add(table, word, (size_t)(text - word), hash);
        }
        text++;
    }
}

/* Counts the words of a stream, a block at a time; a word that a block cuts in two is moved to the
 * front of the next. False when the input cannot be read. */
static bool count_words(struct table *table, FILE *input) {
    size_t room = BLOCK;
    size_t kept = 0;
    char *block = check(malloc(room));
    size_t read;
    while ((read = fread(block + kept, 1, room - kept, input)) > 0) {
        size_t length = kept + read;
        size_t whole = length;
        while (whole > 0 && !is_space(block[whole - 1])) {
            whole--;
        }
        add_words(table, block, whole);
        kept = length - whole;
        memmove(block, block + whole, kept);
        if (kept == room) {
            room *= 2;
            block = check(realloc(block, room));
        }
    }
    add_words(table, block, kept);
    free(block);
    return !ferror(input);
}

static int by_word(const void *left, const void *right) {
    const struct entry *a = left;
    const struct entry *b = right;
    size_t shorter = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->word, b->word, shorter);
    return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/* Moves the used entries to the front, in the order of their words. */
static void sort(struct table *table) {
    size_t used = 0;
    for (size_t i = 0; i < table->capacity; i++) {
        if (table->entries[i].word != NULL) {
            table->entries[used++] = table->entries[i];
        }
    }
    qsort(table->entries, used, sizeof(struct entry), by_word);
}

static void print(struct table *table) {
    uint32_t total = 0;
    uint32_t hash = 0;
    sort(table);
    for (size_t i = 0; i < table->size; i++) {
        const struct entry *entry = &table->entries[i];
        for (size_t k = 0; k < entry->length; k++) {
            hash = 31 * hash + (unsigned char)entry->word[k];
        }
        hash = 31 * hash + entry->count;
        total += entry->count;
    }
    printf("%" PRIu32 "\n%zu\n%" PRIu32 "\n", total, table->size, hash);
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
        fputs("usage: word-count <words> < input\n", stderr);
        return 2;
    }
    int64_t start = now_ns();
    struct table table = {check(calloc(FIRST_CAPACITY, sizeof(struct entry))), FIRST_CAPACITY, 0};
    if (!count_words(&table, stdin)) {
        perror("word-count");
        return 1;
    }
    int64_t elapsed = now_ns() - start;
    print(&table);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t i = 0; i < table.size; i++) {
        free(table.entries[i].word);
    }
    free(table.entries);
    return 0;
}
