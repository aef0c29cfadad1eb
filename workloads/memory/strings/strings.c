/* Strings: short names made of numbers, joined by batches into lines; the latest batches live. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Names in a line. */
#define BATCH 50
/* Batches that live at a time. */
#define LIVE 100
/* Room for the longest name. */
#define LONGEST 32

struct string {
    size_t length;
    char *text;
};

struct batch {
    size_t size;
    struct string *names;
    struct string line;
};

static void *allocate(size_t bytes) {
    void *memory = malloc(bytes);
    if (memory == NULL) {
        fputs("strings: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static struct string name(uint64_t number) {
    char text[LONGEST];
    size_t length = (size_t)snprintf(text, sizeof text, "item-%" PRIu64, number);
    struct string name = {length, allocate(length)};
    memcpy(name.text, text, length);
    return name;
}

/* The names with a comma between each two; there is one name at least. */
static struct string join(const struct string *names, size_t size) {
    size_t length = size - 1;
    for (size_t i = 0; i < size; i++) {
        length += names[i].length;
    }
    struct string line = {length, allocate(length)};
    char *end = line.text;
    for (size_t i = 0; i < size; i++) {
        if (i > 0) {
            *end++ = ',';
        }
        memcpy(end, names[i].text, names[i].length);
        end += names[i].length;
    }
    return line;
}

static struct batch make(uint64_t first, size_t size) {
    struct batch batch = {size, allocate(size * sizeof(struct string)), {0, NULL}};
    for (size_t i = 0; i < size; i++) {
        batch.names[i] = name(first + i);
    }
    batch.line = join(batch.names, size);
    return batch;
}

static void release(struct batch *batch) {
    for (size_t i = 0; i < batch->size; i++) {
        free(batch->names[i].text);
    }
    free(batch->names);
    free(batch->line.text);
}

static uint32_t sevens(struct string line) {
    uint32_t count = 0;
    for (size_t i = 0; i < line.length; i++) {
        count += line.text[i] == '7';
    }
    return count;
}

/* The hash of the lengths and sevens of all lines; the batches that live at the end are left. */
static uint32_t churn(struct batch *live, uint64_t count) {
    uint32_t hash = 0;
    for (uint64_t k = 0; k * BATCH < count; k++) {
        uint64_t left = count - k * BATCH;
        struct batch batch = make(k * BATCH, left < BATCH ? left : BATCH);
        hash = 31 * hash + (uint32_t)batch.line.length + sevens(batch.line);
        release(&live[k % LIVE]);
        live[k % LIVE] = batch;
    }
    return hash;
}

static uint32_t add(uint32_t hash, struct string string) {
    for (size_t i = 0; i < string.length; i++) {
        hash = 31 * hash + (unsigned char)string.text[i];
    }
    return hash;
}

static uint32_t digest(uint32_t hash, const struct batch *live) {
    for (size_t k = 0; k < LIVE && live[k].size > 0; k++) {
        for (size_t i = 0; i < live[k].size; i++) {
            hash = add(hash, live[k].names[i]);
        }
        hash = add(hash, live[k].line);
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
    long count;
    if (argc != 2 || !parse(argv[1], &count)) {
        fputs("usage: strings <names>\n", stderr);
        return 2;
    }
    struct batch live[LIVE] = {{0, NULL, {0, NULL}}};
    int64_t start = now_ns();
    uint32_t hash = churn(live, (uint64_t)count);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(hash, live));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t k = 0; k < LIVE; k++) {
        release(&live[k]);
    }
    return 0;
}
