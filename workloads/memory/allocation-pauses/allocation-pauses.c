/* Allocation pauses: every step builds a tree in the place of the oldest of many; steps are timed
 * one by one. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DEPTH 9
/* Trees that live at a time. */
#define LIVE 60

struct node {
    struct node *left;
    struct node *right;
};

static void *allocate(size_t bytes) {
    void *memory = malloc(bytes);
    if (memory == NULL) {
        fputs("allocation-pauses: out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

static struct node *build(int depth) {
    struct node *left = NULL;
    struct node *right = NULL;
    if (depth > 0) {
        left = build(depth - 1);
        right = build(depth - 1);
    }
    struct node *node = allocate(sizeof *node);
    *node = (struct node){left, right};
    return node;
}

static uint32_t count(const struct node *node) {
    if (node->left == NULL) {
        return 1;
    }
    return 1 + count(node->left) + count(node->right);
}

static void release(struct node *node) {
    if (node->left != NULL) {
        release(node->left);
        release(node->right);
    }
    free(node);
}

static int64_t clock_ns(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* The hash of the trees' sizes; times gets the CPU time of each step. */
static uint32_t churn(struct node **live, size_t steps, int64_t *times, int depth) {
    uint32_t hash = 0;
    for (size_t i = 0; i < steps; i++) {
        int64_t start = clock_ns(CLOCK_THREAD_CPUTIME_ID);
        struct node *tree = build(depth);
        hash = 31 * hash + count(tree);
        release(live[i % LIVE]);
        live[i % LIVE] = tree;
        times[i] = clock_ns(CLOCK_THREAD_CPUTIME_ID) - start;
    }
    return hash;
}

static int ascending(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left;
    int64_t b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

/* By nearest rank, of times in ascending order. */
static int64_t quantile(const int64_t *ordered, size_t size, size_t permille) {
    return ordered[(size * permille + 999) / 1000 - 1];
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
        fputs("usage: allocation-pauses <steps>\n", stderr);
        return 2;
    }
    size_t size = (size_t)steps;
    volatile int depth = DEPTH;
    int64_t *times = allocate(size * sizeof *times);
    struct node *live[LIVE];
    for (size_t i = 0; i < LIVE; i++) {
        live[i] = build(depth);
    }
    int64_t start = clock_ns(CLOCK_MONOTONIC);
    uint32_t hash = churn(live, size, times, depth);
    int64_t elapsed = clock_ns(CLOCK_MONOTONIC) - start;
    uint32_t nodes = 0;
    for (size_t i = 0; i < LIVE; i++) {
        nodes += count(live[i]);
        release(live[i]);
    }
    printf("%" PRIu32 "\n%" PRIu32 "\n", hash, nodes);
    qsort(times, size, sizeof *times, ascending);
    fprintf(stderr, "step_median_ns=%" PRId64 "\n", quantile(times, size, 500));
    fprintf(stderr, "step_tail_ns=%" PRId64 "\n", quantile(times, size, 999));
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    free(times);
    return 0;
}
