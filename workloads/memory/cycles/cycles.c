/* Cycles: parents and children that point at each other, freed by hand. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Children of a parent. */
#define CHILDREN 8
/* One family in so many lives on, until as many others as this have done so too. */
#define KEEP 8
#define LIVE 250

struct child;

struct parent {
    uint32_t value;
    size_t size;
    struct child **children;
};

struct child {
    uint32_t value;
    struct parent *parent;
};

static void *allocate(size_t bytes) {
    void *memory = malloc(bytes);
    if (memory == NULL) {
        fputs("cycles: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static struct parent *make(uint32_t value) {
    struct parent *parent = allocate(sizeof *parent);
    *parent = (struct parent){value, CHILDREN, allocate(CHILDREN * sizeof(struct child *))};
    for (uint32_t k = 0; k < CHILDREN; k++) {
        parent->children[k] = allocate(sizeof(struct child));
        *parent->children[k] = (struct child){k, parent};
    }
    return parent;
}

static void release(struct parent *family) {
    if (family == NULL) {
        return;
    }
    for (size_t k = 0; k < family->size; k++) {
        free(family->children[k]);
    }
    free(family->children);
    free(family);
}

/* Adds up what the children and, seen from each of them, their parent say. */
static uint32_t add_up(const struct parent *family) {
    uint32_t sum = 0;
    for (size_t k = 0; k < family->size; k++) {
        const struct child *child = family->children[k];
        sum += child->value ^ child->parent->value;
    }
    return sum;
}

/* The hash of the families' sums; those that live at the end are left. */
static uint32_t churn(struct parent **live, uint64_t families) {
    uint32_t hash = 0;
    for (uint64_t i = 0; i < families; i++) {
        struct parent *family = make((uint32_t)i);
        hash = 31 * hash + add_up(family);
        if (i % KEEP == 0) {
            struct parent **place = &live[i / KEEP % LIVE];
            release(*place);
            *place = family;
        } else {
            release(family);
        }
    }
    return hash;
}

static uint32_t digest(uint32_t hash, struct parent **live) {
    for (size_t i = 0; i < LIVE && live[i] != NULL; i++) {
        hash = 31 * hash + add_up(live[i]);
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
    long families;
    if (argc != 2 || !parse(argv[1], &families)) {
        fputs("usage: cycles <families>\n", stderr);
        return 2;
    }
    struct parent *live[LIVE] = {NULL};
    int64_t start = now_ns();
    uint32_t hash = churn(live, (uint64_t)families);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(hash, live));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t i = 0; i < LIVE; i++) {
        release(live[i]);
    }
    return 0;
}
