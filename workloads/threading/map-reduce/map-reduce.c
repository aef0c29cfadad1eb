/* Map-reduce: T threads count the words of a share of a text each; the counts are then merged. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BLOCK (64 * 1024)
#define FIRST_CAPACITY 1024

struct entry {
    const char *word; /* in the text; NULL: free */
    size_t length;
    uint64_t hash;
    uint32_t count;
};

struct table {
    struct entry *entries;
    size_t capacity; /* a power of two */
    size_t size;
};

struct share {
    pthread_t thread;
    const char *text;
    size_t length;
    struct table counts;
};

static void *check(void *memory) {
    if (memory == NULL) {
        fputs("map-reduce: out of memory\n", stderr);
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

/* Free entries. They are written at once: memory that is read first and then written faults twice,
 * and the second fault interrupts the other threads. */
static struct entry *free_entries(size_t capacity) {
    struct entry *entries = check(malloc(capacity * sizeof(struct entry)));
    memset(entries, 0, capacity * sizeof(struct entry));
    return entries;
}

static void grow(struct table *table) {
    struct table larger = {NULL, 2 * table->capacity, table->size};
    larger.entries = free_entries(larger.capacity);
    for (size_t i = 0; i < table->capacity; i++) {
        const struct entry *entry = &table->entries[i];
        if (entry->word != NULL) {
            *find(&larger, entry->word, entry->length, entry->hash) = *entry;
        }
    }
    free(table->entries);
    *table = larger;
}

static void add(struct table *table, const char *word, size_t length, uint64_t hash,
                uint32_t count) {
    struct entry *entry = find(table, word, length, hash);
    if (entry->word != NULL) {
        entry->count += count;
        return;
    }
    *entry = (struct entry){word, length, hash, count};
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
            add(table, word, (size_t)(text - word), hash, 1);
        }
        text++;
    }
}

static struct table new_table(void) {
    return (struct table){free_entries(FIRST_CAPACITY), FIRST_CAPACITY, 0};
}

static void merge(struct table *all, const struct table *counts) {
    for (size_t i = 0; i < counts->capacity; i++) {
        const struct entry *entry = &counts->entries[i];
        if (entry->word != NULL) {
            add(all, entry->word, entry->length, entry->hash, entry->count);
        }
    }
}

static void *work(void *argument) {
    struct share *share = argument;
    share->counts = new_table();
    add_words(&share->counts, share->text, share->length);
    return NULL;
}

/* Cuts the text into as many shares as asked for, of about the same length, each ending with a
 * line. */
static void cut(const char *text, size_t length, struct share *shares, size_t number) {
    size_t first = 0;
    for (size_t t = 0; t < number; t++) {
        size_t end = length * (t + 1) / number;
        end = end < first ? first : end;
        const char *line = memchr(text + end, '\n', length - end);
        end = line == NULL ? length : (size_t)(line - text) + 1;
        shares[t].text = text + first;
        shares[t].length = end - first;
        first = end;
    }
}

static struct table run(const char *text, size_t length, size_t threads) {
    struct share *shares = check(calloc(threads, sizeof *shares));
    cut(text, length, shares, threads);
    for (size_t t = 0; t < threads; t++) {
        if (pthread_create(&shares[t].thread, NULL, work, &shares[t]) != 0) {
            fputs("map-reduce: cannot start a thread\n", stderr);
            exit(1);
        }
    }
    pthread_join(shares[0].thread, NULL);
    struct table all = shares[0].counts;
    for (size_t t = 1; t < threads; t++) {
        pthread_join(shares[t].thread, NULL);
        merge(&all, &shares[t].counts);
        free(shares[t].counts.entries);
    }
    free(shares);
    return all;
}

/* All of a stream; NULL when it cannot be read. */
static char *read_all(FILE *input, size_t *length) {
    size_t room = BLOCK;
    char *text = check(malloc(room));
    size_t read;
    *length = 0;
    while ((read = fread(text + *length, 1, room - *length, input)) > 0) {
        *length += read;
        if (*length == room) {
            room *= 2;
            text = check(realloc(text, room));
        }
    }
    if (ferror(input)) {
        free(text);
        return NULL;
    }
    return text;
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
    long threads = 1;
    if (argc < 2 || argc > 3 || !parse(argv[1], &words) || (argc == 3 && !parse(argv[2], &threads))) {
        fputs("usage: map-reduce <words> [threads] < input\n", stderr);
        return 2;
    }
    size_t length;
    char *text = read_all(stdin, &length);
    if (text == NULL) {
        perror("map-reduce");
        return 1;
    }
    int64_t start = now_ns();
    struct table counts = run(text, length, (size_t)threads);
    int64_t elapsed = now_ns() - start;
    print(&counts);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(counts.entries);
    free(text);
    return 0;
}
