/* Vector growth: values are pushed onto drawn vectors; one that is full is added up and begun anew. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define VECTORS 256
/* Values of a full vector. Nobody reserves room for them. */
#define FULL 2000
/* Draws made beforehand; they are used over and over. */
#define DRAWS 65536
#define FIRST_CAPACITY 4

struct vector {
    uint64_t *values;
    size_t size;
    size_t capacity;
};

static void draw(uint8_t *draws) {
    uint32_t state = 42;
    for (size_t i = 0; i < DRAWS; i++) {
        state = 1664525 * state + 1013904223;
        draws[i] = (uint8_t)(state >> 24);
    }
}

static void push(struct vector *vector, uint64_t value) {
    if (vector->size == vector->capacity) {
        vector->capacity = vector->capacity == 0 ? FIRST_CAPACITY : 2 * vector->capacity;
        vector->values = realloc(vector->values, vector->capacity * sizeof *vector->values);
        if (vector->values == NULL) {
            fputs("vector-growth: out of memory\n", stderr);
            exit(1);
        }
    }
    vector->values[vector->size++] = value;
}

static uint32_t sum(const struct vector *vector) {
    uint64_t sum = 0;
    for (size_t i = 0; i < vector->size; i++) {
        sum += vector->values[i];
    }
    return (uint32_t)sum;
}

/* The hash of the sums of full vectors. */
static uint32_t churn(struct vector *vectors, uint64_t count, const uint8_t *draws) {
    uint32_t hash = 0;
    for (uint64_t value = 0; value < count; value++) {
        struct vector *vector = &vectors[draws[value % DRAWS]];
        push(vector, value);
        if (vector->size == FULL) {
            hash = 31 * hash + sum(vector);
            free(vector->values);
            *vector = (struct vector){NULL, 0, 0};
        }
    }
    return hash;
}

static uint32_t digest(uint32_t hash, const struct vector *vectors) {
    for (size_t k = 0; k < VECTORS; k++) {
        for (size_t i = 0; i < vectors[k].size; i++) {
            hash = 31 * hash + (uint32_t)vectors[k].values[i];
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
    long values;
    if (argc != 2 || !parse(argv[1], &values)) {
        fputs("usage: vector-growth <values>\n", stderr);
        return 2;
    }
    static uint8_t draws[DRAWS];
    static struct vector vectors[VECTORS];
    draw(draws);
    int64_t start = now_ns();
    uint32_t hash = churn(vectors, (uint64_t)values, draws);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(hash, vectors));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t k = 0; k < VECTORS; k++) {
        free(vectors[k].values);
    }
    return 0;
}
