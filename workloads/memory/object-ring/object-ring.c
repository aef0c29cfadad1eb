/* Object rings: every step makes an object in the place of the oldest one; some are shared with a
 * second ring, in which they live longer. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Objects in each of the rings. */
#define RING 500
/* One object in so many enters the second ring too. */
#define SHARED 8

struct item {
    uint64_t key;
    uint32_t value;
    uint32_t age;
    size_t owners;
};

/* A new item with one owner. */
static struct item *make(uint64_t key, uint32_t value, uint32_t age) {
    struct item *item = malloc(sizeof *item);
    if (item == NULL) {
        fputs("object-ring: out of memory\n", stderr);
        exit(1);
    }
    *item = (struct item){key, value, age, 1};
    return item;
}

static void release(struct item *item) {
    if (--item->owners == 0) {
        free(item);
    }
}

static void fill(struct item **ring) {
    for (uint64_t key = 0; key < RING; key++) {
        ring[key] = make(key, 0, 0);
    }
}

static void churn(struct item **latest, struct item **shared, uint64_t steps) {
    fill(latest);
    fill(shared);
    for (uint64_t key = 0; key < steps; key++) {
        struct item **place = &latest[key % RING];
        struct item *old = *place;
        *place = make(key, 31 * old->value + (uint32_t)key, old->age + 1);
        release(old);
        if (key % SHARED == 0) {
            struct item **second = &shared[key / SHARED % RING];
            release(*second);
            *second = *place;
            (*second)->owners++;
        }
    }
}

static uint32_t digest(uint32_t hash, struct item **ring) {
    for (size_t i = 0; i < RING; i++) {
        hash = 31 * hash + (uint32_t)ring[i]->key;
        hash = 31 * hash + ring[i]->value;
        hash = 31 * hash + ring[i]->age;
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
        fputs("usage: object-ring <steps>\n", stderr);
        return 2;
    }
    struct item *latest[RING];
    struct item *shared[RING];
    int64_t start = now_ns();
    churn(latest, shared, (uint64_t)steps);
    int64_t elapsed = now_ns() - start;
    printf("%" PRIu32 "\n", digest(digest(0, latest), shared));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    for (size_t i = 0; i < RING; i++) {
        release(latest[i]);
        release(shared[i]);
    }
    return 0;
}
